"""Rows into cells: each is counted where it surely stands, and leaves empty every cell where it may."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from thidua.errors import InputError, worded
from thidua.model.time import Period
from thidua.people.alike import Alike, gathered
from thidua.people.layouts import Layout, Part
from thidua.people.notes import Note, Said
from thidua.people.placing import NO, YES, Row, Stands, asked_by, asking, stands, under


class Tally:
    """Cells being filled.

    Attributes:
        parts: the columns printed under the numbered ones.
        totals: what surely stands in a cell, by the codes of its line and column.
        unknown: the cells that something may stand in.
    """

    def __init__(self, layout: Layout, period: Period | None, groups: list[Alike]) -> None:
        self.layout = layout
        self.totals: Counter[tuple[str, str]] = Counter()
        self.unknown: set[tuple[str, str]] = set()
        self._said = Said(layout, period)
        self._inside = asking(layout.entry.counts)
        self._rows = {code: asking(row.counts) for code, row in layout.rows.items() if row.counts is not None}
        self._under = {code: under(layout, Part(code)) for code in layout.columns}
        self.parts: dict[str, tuple[Part, ...]] = {
            code: parts for code in layout.columns if (parts := self._printed(code, groups))
        }
        self._parts = {code: [(part, under(layout, part)) for part in parts] for code, parts in self.parts.items()}
        self._unsplit = {code: asked_by(layout, code) for code, column in layout.columns.items() if column.split}
        for alike in groups:
            self._put(alike)

    def cells(self) -> dict[str, dict[str, int]]:
        """Return the numbers that are known, by line and column; a line nobody knows has none."""
        columns = [*self.layout.columns, *(part.code for parts in self.parts.values() for part in parts)]
        return {
            row: {column: self.totals[row, column] for column in columns if (row, column) not in self.unknown}
            for row in self._rows
        }

    def notes(self) -> tuple[Note, ...]:
        """Return what is said of the rows."""
        return self._said.notes()

    def _printed(self, code: str, groups: list[Alike]) -> tuple[Part, ...]:
        """Return the columns printed under a numbered one: of the awards there are, in the catalogue's order."""
        test = self._inside + self._under[code]
        named = (alike.facts["award"] for alike in groups if stands(test, alike.facts) == YES)
        return self.layout.parts(code, {award.id for award in named} if self.layout.columns[code].each else ())

    def _put(self, alike: Alike) -> None:
        """Count rows that show the same into every cell they stand in."""
        asked = stands(self._inside, alike.facts)
        if alike.inside == NO:
            self._said.add("outside-period", alike)
        elif asked == NO:
            self._said.add("other-level" if "award" in alike.facts else "no-column", alike)
        elif columns := self._columns(alike, asked & alike.inside):
            self._fill(alike, columns)
        else:
            self._said.add("no-column", alike)

    def _columns(self, alike: Alike, inside: Stands) -> list[tuple[Part, Stands]]:
        """Return the columns that the rows stand under, or may."""
        found = []
        for code, test in self._under.items():
            here = inside & stands(test, alike.facts)
            if here != NO:
                found.append((Part(code), here))
                parts = ((part, inside & stands(narrower, alike.facts)) for part, narrower in self._parts.get(code, ()))
                found += [(part, under_it) for part, under_it in parts if under_it != NO]
            elif code in self._unsplit and inside & stands(self._unsplit[code], alike.facts) == YES:
                self._said.add("no-part", alike, cell=(None, code))
        return found

    def _fill(self, alike: Alike, columns: list[tuple[Part, Stands]]) -> None:
        for row, test in self._rows.items():
            along = stands(test, alike.facts)
            for part, here in columns if along != NO else ():
                both = along & here
                if both == YES:
                    self.totals[row, part.code] += alike.count
                elif here == YES or not self.layout.barred(row, part):  # what stands in a column stands in some line
                    self.unknown.add((row, part.code))
                    for fact in both.missing:
                        self._said.add("missing", alike, fact=fact, cell=(row, part.column))


def tally(rows: Iterable[Row], layout: Layout, year: int | None) -> Tally:
    """Count rows into the cells of a form.

    Raises:
        InputError: a row that is none of the form's, or contradicts itself; a year whose days are not known.
    """
    period = _period(layout, year)
    return Tally(layout, period, gathered(rows, layout, period))


def _period(layout: Layout, year: int | None) -> Period | None:
    if year is None or layout.entry.what not in ("awards", "movements"):
        return None
    days = layout.entry.days(year)
    if days is None and layout.entry.what == "movements":
        return None  # of some year they are, and the year is printed
    if days is None:
        sentence = worded(
            "the days of a year of form {id} were not read: leave year out, and give its rows", id=layout.entry.id
        )
        raise InputError.one("year", "unknown-period", sentence)
    return days
