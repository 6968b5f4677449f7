"""From the cells of a row to a decision, or to everything that is wrong with the row."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from thidua.interchange.cells import READERS, said, tick
from thidua.interchange.crosswalk import Crosswalk
from thidua.interchange.dates import Dates
from thidua.interchange.headers import Column
from thidua.interchange.sheets import Line, Sheet
from thidua.interchange.slips import CellError, Slip, quoted
from thidua.interchange.titles import Titles
from thidua.model.decision import Authority, Decision

OF: Final[dict[str, tuple[str, ...]]] = {"individual": ("women", "ethnic-minority"), "collective": ("enterprise",)}
"""The groups with columns of their own, by who may be of them."""
GROUPS: Final[tuple[str, ...]] = tuple(name for names in OF.values() for name in names)
_TOTALS: Final = ("tổng cộng", "tổng số")
_A_TOTAL: Final = ("cộng", "tổng", "tong cong", "tong so", *_TOTALS)


@attrs.frozen(kw_only=True)
class Row:
    """A row of a sheet, as it came and as it was read.

    Attributes:
        number: its number as the office sees it in its sheet; of rows without numbers, counted from 1.
        cells: what stands in it, by header, columns that were left alone included.
        decision: what it says; None where something is wrong with it.
        problems: everything that is wrong with it.
        notes: what it says and is not used, though nothing is wrong with it.
    """

    number: int
    cells: Mapping[str, Any]
    decision: Decision | None = None
    problems: tuple[Slip, ...] = ()
    notes: tuple[Slip, ...] = ()


@attrs.frozen(kw_only=True)
class RowReader:
    """Reads the rows below a header.

    Attributes:
        sheet: the sheet, for its merged cells.
        header: the number of the row that heads it.
        columns: its columns.
        also: columns that it has not, each with the one value of all rows.
        awards, titles: the tables that names go by.
    """

    sheet: Sheet
    header: Line
    columns: Sequence[Column]
    also: Sequence[tuple[Column, Any]]
    awards: Crosswalk
    titles: Titles

    def rows(self, lines: Sequence[Line]) -> Iterator[Row]:
        """Read rows; one that is empty is none."""
        place = next(
            (index for index, column in enumerate(self.columns) if column.means == "decided_on"), len(self.columns)
        )
        dates = Dates.of(cell for line in lines for cell in line.cells[place : place + 1])
        several = {
            place for (row, index), (top, _) in self.sheet.merged.items() for place in ((row, index), (top, index))
        }
        for line in lines:
            if any(map(said, line.cells)):
                yield self._row(line, several, dates)

    def _row(self, line: Line, several: Container[tuple[int, int]], dates: Dates) -> Row:
        cells = self._shown(line)
        kept = dict(zip((column.header for column in self.columns), cells, strict=True))
        if len(line.cells) > len(self.header.cells) and any(map(said, line.cells[len(self.header.cells) :])):
            return self._wrong(line, kept, "too-many-cells")
        if self._no_decision(cells):
            return self._wrong(line, kept, "not-a-decision")
        reading = _Reading(line.number, dates)
        for index, (column, cell) in enumerate([*zip(self.columns, cells, strict=True), *self.also]):
            # A unit stands for all rows it is drawn over; whether a number counts them all or each cannot be seen.
            merged = column.means == "count" and (line.number, index) in several
            reading.take(column, "merged-count" if merged else None, cell, self.awards)
        decision = reading.decision(self.titles)
        notes = () if decision is None else tuple(reading.unused(decision))
        return Row(number=line.number, cells=kept, decision=decision, problems=tuple(reading.slips), notes=notes)

    @staticmethod
    def _wrong(line: Line, kept: Mapping[str, Any], code: str) -> Row:
        first = next(quoted(cell) for cell in line.cells if said(cell))
        return Row(number=line.number, cells=kept, problems=(Slip(row=line.number, code=code, found=first),))

    def _shown(self, line: Line) -> list[Any]:
        """Return the cells of all columns as the sheet shows them: a merged one in every row it covers."""
        width = len(self.columns)
        cells = [*line.cells, *[None] * width][:width]
        for index, cell in enumerate(cells):
            top, value = self.sheet.merged.get((line.number, index), (0, None))
            if not said(cell) and top > self.header.number:
                cells[index] = value
        return cells

    def _no_decision(self, cells: Sequence[Any]) -> bool:
        """Say whether a row is a heading, a total or a note: read as a decision it would count what is none."""
        each = [(column.means, cell) for column, cell in zip(self.columns, cells, strict=True)]
        filled = [means for means, cell in each if said(cell)]
        if (len(filled) == 1 < len(each) and filled != ["award"]) or any(map(_total, cells)):
            return True
        return not {"award", "recipient"} & {*filled} and any(means in {"award", "recipient"} for means, _ in each)


def _groups(ticked: Mapping[str, bool], recipient: str) -> tuple[tuple[str, ...], tuple[str, ...]] | tuple[None, None]:
    """Return the groups that a row says yes to, and all it tells of; of those that its recipient may be of."""
    asked = tuple(name for name in OF.get(recipient, ()) if name in ticked)
    return (tuple(name for name in asked if ticked[name]), asked) if asked else (None, None)


def _total(cell: Any) -> bool:
    if not isinstance(cell, str):
        return False
    text = quoted(cell).casefold().rstrip(" :.")
    return text in _A_TOTAL or text.startswith(_TOTALS)


class _Reading:
    """What has been read of one row so far."""

    def __init__(self, number: int, dates: Dates) -> None:
        self.number = number
        self.dates = dates
        self.slips: list[Slip] = []
        self.said: dict[str, Any] = {}
        self.ticks: list[tuple[Column, Any]] = []
        self.columns: dict[str, tuple[Column, Any]] = {}

    def take(self, column: Column, code: str | None, cell: Any, awards: Crosswalk) -> None:
        """Read one cell; ``code``: what is wrong with it before it is read."""
        means = column.means
        if means is None or not (said(cell) or means == "count"):
            return
        self.columns[means] = (column, cell)
        if means in GROUPS:  # read when the count is known
            self.ticks.append((column, cell))
            return
        try:
            if code or not said(cell):
                raise CellError(code or "no-count")  # noqa: TRY301  # told as what the readers find
            if means == "award":
                self.said[means] = awards.read(cell)
            elif means == "decided_on":
                self.said[means] = self.dates(cell)
            else:
                self.said[means] = READERS[column.reads or means](cell)
        except CellError as error:
            self.slip(column, cell, error)

    def slip(self, column: Column | None, cell: Any, error: CellError) -> None:
        """Note a fault."""
        found = quoted(cell) if cell is not None else ""
        header = column.header if column else None
        self.slips.append(Slip(row=self.number, column=header, code=error.code, found=found, hint=error.hint))

    def decision(self, titles: Titles) -> Decision | None:
        """Return the decision that the row says; None where something is wrong."""
        if "recipient" not in self.columns:
            self.slip(None, None, CellError("no-recipient"))
        if "subject" in self.said and self.said.get("count", 1) > 1:
            self.slip(*self.columns["subject"], CellError("one-of-several", str(self.said["count"])))
        ticked = dict(self._ticked())
        official = self._class(titles)
        if self.slips:
            return None
        said_of = self.said.get
        groups, asked = _groups(ticked, self.said["recipient"])
        printed = said_of("authority")
        return Decision(
            award=said_of("award"),
            recipient=self.said["recipient"],
            subject=said_of("subject"),
            official_class=official,
            groups=groups,
            groups_asked=asked,
            commendation=said_of("commendation"),
            unit=said_of("unit"),
            authority=None if printed is None else Authority(printed=printed),
            proposed_by=said_of("proposed_by"),
            decided_on=said_of("decided_on"),
            year=said_of("year"),
            count=said_of("count", 1),
        )

    def _ticked(self) -> Iterator[tuple[str, bool]]:
        if "count" in self.columns and "count" not in self.said:
            return  # how many of how many cannot be asked
        count = self.said.get("count", 1)
        for column, cell in self.ticks:
            try:
                yield str(column.means), tick(cell, column.reads or "tick", count)
            except CellError as error:
                self.slip(column, cell, error)

    def unused(self, decision: Decision) -> Iterator[Slip]:
        """Yield the groups that the row tells of and its recipient cannot be of; a plain no says nothing."""
        for column, cell in self.ticks:
            if column.means in OF.get(decision.recipient, ()):
                continue
            if column.reads == "tick" and not tick(cell, "tick", decision.count):
                continue
            yield Slip(row=self.number, column=column.header, code="group-of-none", found=quoted(cell))

    def _class(self, titles: Titles) -> Any:
        """Return the class that is said outright, or the one of the job title; the two must not differ."""
        recipient, outright = self.said.get("recipient"), self.said.get("class")
        if recipient != "individual":
            if outright is not None and recipient is not None:
                self.slip(*self.columns["class"], CellError("class-of-none"))
            return None
        title = self.said.get("title")
        by_title = None if title is None else titles.read(title)
        if title is not None and None not in (outright, by_title) and outright != by_title:
            self.slip(*self.columns["class"], CellError("class-and-title", title))
        return outright or by_title
