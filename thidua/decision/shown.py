"""What a batch shows of each cap: whom it counts, who stands in its base, unit by unit and year by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.model.deciding import Rate
from thidua.model.decision import Decision, StaffRating
from thidua.model.vocabulary import RATINGS

Counted = Decision | StaffRating


class Place(NamedTuple):
    """Where a cap holds: a unit, a proposer, or a peer group of a unit, in a year; None where rows do not say."""

    per: str
    unit: str | None
    group: str | None
    year: int | None


class Stood(NamedTuple):
    """A row with what it counts as: the award's id, or the rating."""

    row: Counted
    word: str


@attrs.define
class Shown:
    """The rows of a batch, by where a cap may count them and what they count as."""

    rows: dict[tuple[Place, str], list[Counted]] = attrs.field(factory=dict)
    homes: dict[tuple[str | None, int | None, str], dict[str, None]] = attrs.field(factory=dict)
    units: dict[str, set[str | None]] = attrs.field(factory=dict)
    """By what a cap holds in: every unit, or proposer, that the rows name; None where one names none."""

    @classmethod
    def of(cls, stood: Iterable[Stood]) -> Shown:
        """Put each row in its places; whose group one row names, another row of the same person need not name."""
        made = cls()
        rows = tuple(stood)
        for row, _ in rows:
            if row.subject is not None and row.peer_group is not None:
                made.homes.setdefault((row.unit, row.year, row.subject), {})[row.peer_group] = None
        for row, word in rows:
            for place in made.places(row):
                made.rows.setdefault((place, word), []).append(row)
                made.units.setdefault(place.per, set()).add(place.unit)
        return made

    def places(self, row: Counted) -> Iterator[Place]:
        """Yield every place in which a cap may count a row."""
        yield Place("unit", row.unit, None, row.year)
        if isinstance(row, Decision):
            yield Place("proposer", row.proposed_by, None, row.year)
        for group in self.groups_of(row) or (None,):
            yield Place("group", row.unit, group, row.year)

    def groups_of(self, row: Counted) -> tuple[str, ...]:
        """Return the peer groups a row's people are in; none where no row names one."""
        found = self.homes.get((row.unit, row.year, row.subject), {}) if row.subject is not None else {}
        return tuple(found) or ((row.peer_group,) if row.peer_group is not None else ())

    def alone(self, per: str) -> bool:
        """Say whether the batch speaks of one unit (or proposer) alone."""
        return len(self.units.get(per, ())) <= 1

    def besides(self, place: Place) -> list[Place]:
        """Return every other place that this one may be: where one of the two does not say its unit, year or group."""
        found = dict.fromkeys(other for other, _ in self.rows)
        return [other for other in found if other != place and _may_be(other, place)]

    def base(self, rate: Rate, place: Place) -> list[Counted] | None:
        """Return the rows of a base; None where the batch does not show it.

        Nothing shown is not nobody: the batch may simply leave the lower title, or the lower rating, out.
        """
        lowest = rate.base_awards if rate.base == "holders" else self._ratings(rate)[:1]
        return self.within(rate, place) if self.named(lowest, place) else None

    def within(self, rate: Rate, place: Place) -> list[Counted]:
        """Return the rows that stand in a base, whether or not they show all of it."""
        if rate.base == "holders":
            return self.named((*rate.base_awards, *(rate.awards if rate.includes else ())), place)
        return self.named(self._ratings(rate), place)

    @staticmethod
    def _ratings(rate: Rate) -> tuple[str, ...]:
        """Return the ratings whose holders a base counts, from the lowest."""
        if rate.base_rating is None or rate.base not in ("rated", "rated-exactly"):
            return ()
        better = RATINGS[RATINGS.index(rate.base_rating) :]
        return better if rate.base == "rated" else better[:1]

    def named(self, words: Iterable[str], place: Place) -> list[Counted]:
        """Return the rows of a place that count as one of these."""
        return [row for word in dict.fromkeys(words) for row in self.rows.get((place, word), ())]


def _may_be(one: Place, other: Place) -> bool:
    """Say whether two places may be one, as far as they tell."""
    pairs = zip(one[1:], other[1:], strict=True)
    return one.per == other.per and all(each is None or with_ is None or each == with_ for each, with_ in pairs)


def rated_once(ratings: Iterable[StaffRating]) -> tuple[StaffRating, ...]:
    """Return the rows of ratings.

    Raises:
        InputError: somebody is rated twice in one unit and year, and not alike.
    """
    rows = tuple(ratings)
    seen: dict[tuple[str | None, int | None, str], str] = {}
    problems = []
    for index, row in enumerate(rows):
        if row.subject is None:
            continue
        before = seen.setdefault((row.unit, row.year, row.subject), row.rating)
        if before != row.rating:
            sentence = worded(
                "{subject!r} is rated {before} by another row of the same unit and year",
                subject=row.subject,
                before=before,
            )
            problems.append(Problem(f"ratings[{index}].rating", "contradiction", sentence))
    if problems:
        raise InputError(problems)
    return rows
