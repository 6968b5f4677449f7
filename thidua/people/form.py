"""An official form with its numbers: its cells, whether they add up, and how it is printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from importlib import import_module
from typing import Any

import attrs

from thidua.errors import UnknownTerm
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.form import FormColumn, FormRow
from thidua.model.time import Period
from thidua.people.footing import footing
from thidua.people.layouts import Layout, Part
from thidua.people.notes import Note
from thidua.text import nearest

Cells = Mapping[str, Mapping[str, int]]
"""Numbers by the code of their line, then of their column; an empty cell is not there."""


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Form:
    """An official form with its numbers.

    :func:`~thidua.people.forms.statistics` fills one in, :func:`~thidua.people.forms.form_of` takes one filled in.

    Attributes:
        layout: its lines and columns, and the law they are taken from.
        cells: the numbers, by line and column; an empty cell is not there.
        parts: the columns printed under a numbered one (``"2/huan-chuong-huu-nghi/collective"``, ``"7/individual"``).
        notes: what the form cannot show and what it rests on: why cells are empty, what is in none of them.
        year: the year of the report.
    """

    layout: Layout
    cells: Cells = attrs.field(repr=False)
    parts: Mapping[str, tuple[Part, ...]] = attrs.field(repr=False)
    notes: tuple[Note, ...] = attrs.field(repr=False)
    year: int | None = None

    @property
    def id(self) -> str:
        """The short number, ``"0603"``."""
        return self.layout.entry.id

    @property
    def rows(self) -> Mapping[str, FormRow]:
        """The lines that have a code, by it, in their order; headings have none."""
        return self.layout.rows

    @property
    def columns(self) -> Mapping[str, FormColumn]:
        """The numbered columns, by their numbers."""
        return self.layout.columns

    @property
    def period(self) -> Period | None:
        """The days of the year of the report (``until`` is the first after it); None where they are not known."""
        return None if self.year is None else self.layout.entry.days(self.year)

    def value(self, row: str, column: str) -> int | None:
        """Return the number in a cell; None where it is empty.

        Args:
            row: the code of a line.
            column: the number of a column, or the code of a part of one.

        A cell that nothing fits in (a column for individuals in the line of collectives) is 0 when left blank, unless
        some other such cell of its column has a number: what stands wrongly there may stand in this line too.

        Raises:
            UnknownTerm: the form has no such line or column.
        """
        if row not in self.rows:
            raise UnknownTerm("row", str(row), nearest(str(row), self.rows))
        if column not in self._columns:
            raise UnknownTerm("column", str(column), nearest(str(column), self._columns))
        number = self.cells.get(row, {}).get(column)
        barred = number is None and self.layout.barred(row, self._columns[column])
        return 0 if barred and column not in self._wrongly else number

    @cached_property
    def _wrongly(self) -> frozenset[str]:
        """The columns with a number where nothing fits."""
        return frozenset(finding.about.subject[1] for finding in self.findings)

    @cached_property
    def _columns(self) -> dict[str, Part]:
        """Every column, numbered or printed under one, by what it is called."""
        found = [part for code in self.columns for part in (Part(code), *self.parts.get(code, ()))]
        return {part.code: part for part in found}

    @cached_property
    def footing(self) -> tuple[Finding, ...]:
        """A finding for each identity of the layout: MET, NOT_MET, or UNKNOWN where a cell is empty."""
        return tuple(footing(self.layout, self.value, tuple(self._columns)))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """A NOT_MET (``impossible-cell``) for each cell that nothing fits in and that has a number."""
        return tuple(self._impossible())

    def _impossible(self) -> Iterator[Finding]:
        for row in self.rows:
            for column, part in self._columns.items():
                number = self.cells.get(row, {}).get(column)
                if number and self.layout.barred(row, part):
                    about = About("impossible-cell", self.layout.placed.citation, 0, (row, column))
                    yield fact(about, Outcome.NOT_MET, number)

    def table(self) -> list[dict[str, Any]]:
        """Return the lines as plain rows: ``code``, ``label``, ``unit``, then each column by its code.

        Headings are rows without a code and without numbers; empty cells are None.
        """
        made = []
        for line in self.layout.lines:
            numbers = {
                column: self.value(line.code, column) if line.code is not None else None for column in self._columns
            }
            unit = line.unit or self.layout.entry.unit
            made.append(
                {"code": line.code, "label": line.label, "unit": unit.label if unit and line.code else None, **numbers}
            )
        return made

    def text(self, locale: str = "vi") -> str:
        """Return the form as it is printed, for a terminal, in Vietnamese (``"vi"``) or English (``"en"``)."""
        return str(self._printed("text", locale))

    def html(self, locale: str = "vi") -> str:
        """Return the form as it is printed, as one HTML ``<table>`` between its heading and its notes."""
        return str(self._printed("html", locale))

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook_batches").form(self)
        return shown

    def _printed(self, how: str, locale: str) -> Any:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        return getattr(import_module("thidua.wording.forms"), how)(self, locale)
