"""Quotas among officials with similar duties: nobody of a unit may be lost between its groups, nor count twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import attrs

from thidua.book.law import Placed
from thidua.decision.shown import Counted, Place, Shown
from thidua.model.bases import Given, path
from thidua.model.deciding import Rate, allowed_of
from thidua.model.decision import persons
from thidua.model.finding import About, Finding, Outcome, fact

Rows: TypeAlias = Sequence[Counted]


@attrs.frozen
class Base:
    """How many a share is taken of, and the rows they were counted from; none of a base that was given."""

    number: int
    rows: tuple[Counted, ...] | None = None


@attrs.frozen
class Peers:
    """What a batch and its caller say of a cap's base, in a unit or in a peer group."""

    shown: Shown
    given: Given

    def base(self, rate: Rate, place: Place, names: tuple[str, ...]) -> Base | None:
        """Return a base as it was given, else as the rows show it; None when not known."""
        found = self.given.of(names, place.unit, place.group, alone=self.shown.alone(place.per))
        if found is not None:
            return Base(found)
        rows = self.shown.base(rate, place)
        return None if rows is None else Base(persons(rows), tuple(rows))

    def judged(self, rate: Rate, place: Place, base: Base, rows: Rows) -> Outcome:
        """Hold the rows of a place against a cap; UNKNOWN where rows that may be of this place would turn it."""
        nearby = self.shown.besides(place)
        more = [self.shown.named(rate.words, other) for other in nearby]
        beside = [self.shown.within(rate, other) if base.rows is not None else [] for other in nearby]
        if not any((*more, *beside)):
            return _held(persons(rows), base.number, base.number, rate)
        if place.unit is None or place.year is None:
            return Outcome.UNKNOWN  # these rows may be of a place that others name
        if place.group is None:
            return _held(
                persons(rows), base.number, base.number + sum(map(persons, beside)), rate, sum(map(persons, more))
            )
        adrift = list({id(row): row for found in more for row in found}.values())
        counting = {id(row) for row in adrift}
        base_rows = base.rows or ()
        around = {id(row): row for found in beside for row in found}
        counted = [row for key, row in around.items() if key in counting]
        others = [row for key, row in around.items() if key not in counting]
        worst = base.number if base.rows is None else persons([*base_rows, *counted])
        best = base.number if base.rows is None else persons([*base_rows, *others])
        if persons([*rows, *adrift]) <= allowed_of(worst, rate.at_most, rate.rounding):
            return Outcome.MET
        over = persons(rows) > allowed_of(best, rate.at_most, rate.rounding)
        return Outcome.NOT_MET if over else Outcome.UNKNOWN

    def unsaid(self, place: Place) -> tuple[str, ...]:
        """Name the keys that rows which may be of a place leave out: the unit or proposer, the year, the peer group."""
        found = (place, *self.shown.besides(place))
        keys = {
            "proposed_by" if place.per == "proposer" else "unit": any(each.unit is None for each in found),
            "year": any(each.year is None for each in found),
            "peer_group": place.per == "group" and any(each.group is None for each in found),
        }
        return tuple(name for name, open_ in keys.items() if open_)

    def split(self, placed: Placed[Any], place: Place, names: tuple[str, ...], counted: Rows) -> Iterator[Finding]:
        """Find where the groups of a unit are no division of it: somebody in none, in two, or sums that differ."""
        everybody = Place("unit", place.unit, None, place.year)
        rows = {id(row): row for row in (*counted, *self.shown.within(placed.entry, everybody))}
        groups = {id(row): self.shown.groups_of(row) for row in rows.values()}

        def found(code: str, outcome: Outcome, have: object, need: object = None, *missing: str) -> Finding:
            return fact(About(code, placed.citation, need, everybody), outcome, have, missing=missing)

        nowhere = persons(row for key, row in rows.items() if not groups[key])
        if nowhere:
            yield found("in-no-group", Outcome.UNKNOWN, nowhere, 0, "peer_group")
        twice = {str(row.subject): groups[key] for key, row in rows.items() if len(groups[key]) > 1}
        if twice:
            yield found("in-two-groups", Outcome.NOT_MET, twice)
        parts = [self.given.of(names, place.unit, group) for group in self.given.groups(place.unit)]
        told = [part for part in parts if part is not None]
        whole = self.given.of(names, place.unit, alone=self.shown.alone(place.per))
        if told and whole is not None and sum(told) != whole:
            short = sum(told) < whole
            missing = (path(names[-1], place.unit),) if short else ()
            yield found("groups-add-up", Outcome.UNKNOWN if short else Outcome.NOT_MET, sum(told), whole, *missing)


def _held(count: int, least: int, most: int, rate: Rate, perhaps: int = 0) -> Outcome:
    """Hold a count, and those who may be of it too, against a cap on a base between two bounds."""
    if count + perhaps <= allowed_of(least, rate.at_most, rate.rounding):
        return Outcome.MET
    over = count > allowed_of(most, rate.at_most, rate.rounding)
    return Outcome.NOT_MET if over else Outcome.UNKNOWN
