"""What a form cannot show, said beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

import attrs

from thidua.book.law import Placed
from thidua.model.citation import Citation, Standing
from thidua.model.outline import Reading, Unread
from thidua.model.time import Period
from thidua.people.alike import Alike
from thidua.people.layouts import Layout

NoteCode = Literal[
    "missing",
    "other-level",
    "no-column",
    "no-part",
    "outside-period",
    "unknown-line",
    "reading",
    "standing",
    "unread",
]


@attrs.frozen(kw_only=True)
class Note:
    """One thing to know of a form.

    Attributes:
        code: ``missing``: rows do not say a ``fact``, and ``lines`` have empty cells for it; ``other-level``: awards of
            another level, which are in no cell; ``no-column``: what the form has no column for, which is in no cell
            either; ``no-part``: awards to recipients for whom a column has no part, which are in the total alone;
            ``outside-period``: rows of other years; ``unknown-line``: lines of which nobody knows what they count;
            ``reading``: the reading in use of an ambiguous text; ``standing``: the layout was not read in its
            document; ``unread``: a text that governs the form and was not read.
        fact: the key that rows leave out, as in their JSON.
        rows: which rows, counted from 0.
        count: how many awards, movements, organisations or officials they stand for.
        lines: codes of the lines it bears on.
        columns: codes of the columns it bears on.
        awards: how many of each award, by id.
        period: the days of the year of the report; ``until`` is the first day after it.
        subject: the reading, or the text not read.
        citation: where that is written.
    """

    code: NoteCode
    fact: str | None = None
    rows: tuple[int, ...] = ()
    count: int | None = None
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    awards: Mapping[str, int] = attrs.field(factory=dict)
    period: Period | None = None
    subject: Reading | Unread | None = attrs.field(default=None, repr=False)
    citation: Citation | None = None


@attrs.define
class _Rows:
    """Rows of which one thing is said; alike ones come once, however many cells it is said of."""

    alike: dict[int, Alike] = attrs.field(factory=dict)
    lines: set[str] = attrs.field(factory=set)
    columns: set[str] = attrs.field(factory=set)


class Said:
    """What is said of rows, gathered while they are counted."""

    def __init__(self, layout: Layout, period: Period | None) -> None:
        self._layout = layout
        self._period = period
        self._found: dict[tuple[NoteCode, str | None], _Rows] = {}

    def add(
        self, code: NoteCode, alike: Alike, *, fact: str | None = None, cell: tuple[str | None, str] | None = None
    ) -> None:
        """Say one thing of rows, of a cell (its line and column) if it bears on one."""
        rows = self._found.setdefault((code, fact), _Rows())
        rows.alike[id(alike)] = alike
        if cell is not None:
            rows.lines.update(each for each in cell[:1] if each is not None)
            rows.columns.add(cell[1])

    def notes(self) -> tuple[Note, ...]:
        """Return a note for each thing said, its rows, lines and columns in order."""
        return tuple(self._note(code, fact, rows) for (code, fact), rows in self._found.items())

    def _note(self, code: NoteCode, fact: str | None, said: _Rows) -> Note:
        awards = Counter[str]()
        for each in said.alike.values():
            if code != "missing" and each.facts.get("award") is not None:
                awards[each.facts["award"].id] += each.count
        return Note(
            code=code,
            fact=fact,
            rows=tuple(sorted(row for each in said.alike.values() for row in each.rows)),
            count=sum(each.count for each in said.alike.values()),
            lines=tuple(line for line in self._layout.rows if line in said.lines),
            columns=tuple(column for column in self._layout.columns if column in said.columns),
            awards=dict(awards),
            period=self._period if code == "outside-period" else None,
        )


def about_layout(layout: Layout) -> Iterator[Note]:
    """Yield what there is to know of a form whoever fills it in."""
    silent = tuple(code for code, row in layout.rows.items() if row.counts is None)
    if silent:
        yield Note(code="unknown-line", lines=silent)
    for name in layout.readings:
        reading = layout.law.reading(name)
        if reading is not None:
            lines = tuple(dict.fromkeys(row.code for row in layout.lines if name in row.reading and row.code))
            yield Note(code="reading", lines=lines, subject=reading.entry, citation=reading.citation)
    citation = layout.placed.citation
    if citation.standing is not Standing.VERIFIED:
        yield Note(code="standing", citation=citation)
    unread: Iterator[Placed[Unread]] = layout.law.unread("form")
    yield from (Note(code="unread", subject=placed.entry, citation=placed.citation) for placed in unread)
