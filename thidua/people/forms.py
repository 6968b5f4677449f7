"""The official statistical forms, filled in: from rows, or with the numbers of somebody else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import attrs

from thidua.book.catalogue import catalogue
from thidua.book.law import Law
from thidua.errors import InputError, Problem, worded
from thidua.exact import show, step
from thidua.model.bounds import COUNT
from thidua.people.counting import tally
from thidua.people.form import Cells, Form
from thidua.people.layouts import Layout, Part, layout_of
from thidua.people.notes import about_layout
from thidua.people.placing import YES, Row, asking, stands, under
from thidua.text import did_you_mean


def statistics(rows: Iterable[Row], form: str | Layout, *, year: int | None = None, law: Law | None = None) -> Form:
    """Fill in an official form.

    Forms 0602 and 0603 count decisions (:class:`~thidua.model.decision.Decision`), 0601 movements
    (:class:`~thidua.model.movement.Movement`), 0604 organisations (:class:`~thidua.model.staff.Section`) and 0605
    officials (:class:`~thidua.model.staff.Official`). The forms of 2018 (0701, 0702, 0703) are asked for by their own
    numbers. Awards, not persons, are counted: who received two counts twice.

    Nothing is guessed. A cell that a row may belong to, for want of a fact (an individual's class, the kind of
    commendation, who proposed), is empty, and a note says which fact and how many rows. Awards of another level, and
    those the form has no column for, are in no cell and noted.

    Args:
        rows: what to count.
        form: the form's number, ``"0603"`` or ``"0603.N/BNV-TĐKT"``.
        year: the year of the report: only decisions of its days count, and movements that share a day with it; the
            others are noted. Which other movements, and which organisations and officials, are of a year was not read:
            for them it is the year that is printed.
            Absent: all rows count.
        law: the law that has the form, with its readings and documents of your own. Absent: that of the last day of
            ``year``, else of the last day on which the book has the form.

    Raises:
        UnknownTerm: no form has this number.
        NotInForce: it is no form of that year, or of the law's day.
        InputError: a row of another kind, with a contradiction or with an award that never was; a ``year`` of which
            the days were not read (the forms of 2018).

    Source: TT 02/2023/TT-BNV, forms 0601.N to 0605.N/BNV-TĐKT; TT 03/2018/TT-BNV, forms 0701.N to 0703.N/BNV-TĐKT.

    >>> from thidua.model.decision import Decision
    >>> form = statistics([
    ...     Decision(award="Bằng khen cấp tỉnh", recipient="individual", official_class="direct-worker",
    ...              commendation="merit", count=12),
    ...     Decision(award="Bằng khen cấp tỉnh", recipient="household", commendation="ad-hoc"),
    ...     Decision(award="Cờ thi đua của Bộ, ban, ngành, tỉnh", recipient="collective", commendation="merit",
    ...              groups=("enterprise",)),
    ... ], "0603")
    >>> form.value("01", "1"), form.value("10", "2"), form.value("03", "4"), form.value("04", "1")
    (14, 12, 1, 1)
    >>> {finding.outcome.name for finding in form.footing}
    {'MET'}
    """
    layout = layout_of(form, law, year)
    made = tally(rows, layout, year)
    notes = (*made.notes(), *about_layout(layout))
    cells = {row: MappingProxyType(line) for row, line in made.cells().items()}
    return Form(
        layout=layout, cells=MappingProxyType(cells), parts=MappingProxyType(made.parts), notes=notes, year=year
    )


def form_of(form: str | Layout, cells: Cells, *, year: int | None = None, law: Law | None = None) -> Form:
    """Make a form of numbers that somebody else filled in, to foot it and print it.

    Args:
        form: as for :func:`statistics`.
        cells: the numbers by line and column: ``{"01": {"1": 14}}``. What is left out is empty. Columns printed under
            a numbered one are called ``"2/huan-chuong-huu-nghi/collective"`` or ``"7/individual"``; the numbered
            column is then their sum, where they are filled in on every line and it is on none.
        year: the year of the report.
        law: as for :func:`statistics`.

    Raises:
        UnknownTerm: no form has this number.
        NotInForce: it is no form of that year, or of the law's day.
        InputError: a line or column that the form does not have; a number that is no count. All of them at once.

    >>> received = form_of("0604", {"01": {"1": 9}, "02": {"1": 1}, "03": {"1": 3}, "04": {"1": 0}, "05": {"1": 4}})
    >>> [(finding.code, finding.outcome.name) for finding in received.footing]
    [('01=02+03+04+05', 'NOT_MET')]
    """
    layout = layout_of(form, law, year)
    named = _checked(cells, layout)
    awards = {code: {part.award for part in named if part.column == code} for code in layout.columns}
    made = Form(
        layout=layout,
        cells=MappingProxyType({row: MappingProxyType(dict(line)) for row, line in cells.items()}),
        parts=MappingProxyType({code: layout.parts(code, found) for code, found in awards.items() if found}),
        notes=tuple(about_layout(layout)),
        year=year,
    )
    return attrs.evolve(made, cells=_summed(made))


def _checked(cells: Any, layout: Layout) -> list[Part]:
    """Refuse what is no cell of the form; return the columns printed under numbered ones that have one."""
    problems: list[Problem] = []
    parts: list[Part] = []
    for row, line in _mapping(cells, "$", problems).items():
        place = "$" + step(row)
        if row not in layout.rows:
            sentence = worded(
                "the form has no line {row}{hint}", row=show(row), hint=did_you_mean(row, tuple(layout.rows))
            )
            problems.append(Problem(place, "unknown-row", sentence))
        for column, number in _mapping(line, place, problems).items():
            here = place + step(column)
            part = _part(layout, column)
            if part is not None:
                parts.append(part)
            elif column not in layout.columns:
                sentence = worded(
                    "the form has no column {column}{hint}",
                    column=show(column),
                    hint=did_you_mean(column, tuple(layout.columns)),
                )
                problems.append(Problem(here, "unknown-column", sentence))
            if type(number) is not int:
                problems.append(
                    Problem(here, "bad-value", worded("expected a whole number, got {number}", number=show(number)))
                )
            elif fault := COUNT.fault(number):
                problems.append(Problem(here, "out-of-range", fault))
    if problems:
        raise InputError(problems)
    return parts


def _mapping(value: Any, place: str, problems: list[Problem]) -> Mapping[Any, Any]:
    if isinstance(value, Mapping):
        return value
    problems.append(
        Problem(place, "bad-value", worded("expected numbers by their codes, got {value}", value=show(value)))
    )
    return {}


def _part(layout: Layout, code: object) -> Part | None:
    """Read the code of a column printed under a numbered one; None where the form has no such column."""
    number, *rest = code.split("/") if isinstance(code, str) else [""]
    column = layout.columns.get(number)
    if column is None or len(rest) != column.each + column.split:
        return None
    award = rest[0] if column.each else None
    recipient = next((kind for kind in column.recipients if kind == rest[-1]), None) if column.split and rest else None
    if column.split and recipient is None:
        return None
    part = Part(number, award, recipient)
    if award is not None:
        facts = {"award": catalogue().find(award), "recipient": recipient}
        return part if stands(asking(layout.entry.counts) + under(layout, part), facts) == YES else None
    return part if recipient else None


def _summed(form: Form) -> Cells:
    """Return the cells with the numbered columns that only their parts say: the sum of these.

    Only where the parts are filled in on every line, and the column on none: what is left empty may be not known.
    """
    cells = {row: dict(line) for row, line in form.cells.items()}
    own = {column for line in cells.values() for column in line}
    lines = [code for code, row in form.rows.items() if row.counts is not None]
    for column, parts in form.parts.items():
        sums = {row: [form.value(row, part.code) for part in parts] for row in lines}
        if column in own or any(number is None for numbers in sums.values() for number in numbers):
            continue
        for row, numbers in sums.items():
            cells.setdefault(row, {})[column] = sum(number for number in numbers if number is not None)
    return MappingProxyType({row: MappingProxyType(line) for row, line in cells.items()})
