"""Rows gathered by what they show, so that each profile is placed once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from thidua.book.catalogue import catalogue
from thidua.errors import InputError, Problem, worded
from thidua.exact import show
from thidua.model.decision import Decision
from thidua.model.form import What
from thidua.model.movement import Movement
from thidua.model.staff import Official, Section
from thidua.model.time import Period
from thidua.people.layouts import Layout
from thidua.people.placing import NO, YES, Facts, Row, Stands, facts_of
from thidua.text import did_you_mean

_CLASSES: Final[Mapping[What, type[Row]]] = {
    "awards": Decision,
    "movements": Movement,
    "sections": Section,
    "officials": Official,
}
"""What each kind of form is made from."""
_UNDATED: Final = Stands(None, frozenset(("decided_on",)))


@attrs.define
class Alike:
    """Rows that show the same.

    Attributes:
        facts: what they show.
        inside: whether they are of the year.
        rows: which they are.
        count: how many they stand for.
    """

    facts: Facts
    inside: Stands
    rows: list[int] = attrs.field(factory=list)
    count: int = 0


def gathered(rows: Iterable[Row], layout: Layout, period: Period | None) -> list[Alike]:
    """Gather rows that show the same.

    Raises:
        InputError: a row of another kind than the form counts; an official class of whoever is no individual; an award
            that never was. All of them at once.
    """
    wanted = _CLASSES[layout.entry.what]
    found: dict[Any, Alike] = {}
    problems: list[Problem] = []
    for index, row in enumerate(rows):
        faults = list(_faults(row, wanted, layout, f"$[{index}]"))
        problems += faults
        if faults:
            continue
        inside = _inside(row, period)
        named = row.award if isinstance(row, Decision) else None
        key = (named, tuple(facts_of(row, None).values()), inside)
        if key not in found:
            award = None if named is None else catalogue().find(named)
            found[key] = Alike(facts_of(row, award), inside)
        found[key].rows.append(index)
        found[key].count += row.count
    if problems:
        raise InputError(problems)
    return list(found.values())


def _faults(row: Any, wanted: type[Row], layout: Layout, place: str) -> Iterator[Problem]:
    if not isinstance(row, wanted):
        sentence = worded(
            "form {id} counts {what}: expected {kind} rows, got {row}",
            id=layout.entry.id,
            what=layout.entry.what,
            kind=wanted.__name__,
            row=show(row),
        )
        yield Problem(place, "bad-value", sentence)
    elif isinstance(row, Decision):
        if row.official_class is not None and row.recipient != "individual":
            sentence = worded("only an individual has an official class, not a {recipient}", recipient=row.recipient)
            yield Problem(f"{place}.class", "contradiction", sentence)
        if row.award is not None and catalogue().find(row.award) is None:
            known = tuple(name for award in catalogue().awards for name in (award.label, *award.short))
            sentence = worded("unknown award {given}{hint}", given=show(row.award), hint=did_you_mean(row.award, known))
            yield Problem(f"{place}.award", "unknown-award", sentence)


def _inside(row: Row, period: Period | None) -> Stands:
    if period is not None and isinstance(row, Movement):
        return YES if Period(row.since, row.until).overlaps(period) else NO
    if period is None or not isinstance(row, Decision):
        return YES
    if row.decided_on is None:
        return _UNDATED
    return YES if row.decided_on in period else NO
