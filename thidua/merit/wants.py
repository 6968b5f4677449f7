"""What a plan wants: so few achievements that every award on the way is met.

A want is one thing to achieve or to receive in one year, with the clauses that ask for it. Two clauses may ask for the
same thing: a rating serves every award of its year, and one initiative all that may rest on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias, get_args

import attrs

from thidua.merit.achievements import REACHED
from thidua.model.condition import InitiativeOf
from thidua.model.finding import About
from thidua.model.vocabulary import RATINGS, InitiativeKind, Rating, Scope, Status

User: TypeAlias = tuple[str, int]
"""An award and the year for which it is to be received."""


@attrs.frozen
class Initiatives:
    """An initiative wanted: of one of these kinds, statuses and scopes, in a year from ``first`` to ``last``."""

    kinds: tuple[InitiativeKind, ...]
    statuses: tuple[Status, ...]
    scopes: tuple[Scope, ...]
    first: int
    last: int
    users: tuple[User, ...]

    def shared(self, other: Initiatives) -> Initiatives | None:
        """Return an initiative that is both, if there is one."""
        kinds = tuple(kind for kind in self.kinds if kind in other.kinds)
        statuses = tuple(status for status in self.statuses if status in other.statuses)
        scopes = tuple(scope for scope in self.scopes if scope in other.scopes)
        first, last = max(self.first, other.first), min(self.last, other.last)
        if not (kinds and statuses and scopes) or first > last:
            return None
        return Initiatives(kinds, statuses, scopes, first, last, tuple(dict.fromkeys((*self.users, *other.users))))

    @property
    def asked(self) -> InitiativeOf:
        """What it must be at the least, as a clause would ask it."""
        return InitiativeOf(kinds=self.kinds[:1], status=self.statuses[0], scopes=self.scopes[:1])


def initiative_wanted(asked: InitiativeOf, years: tuple[int, int], user: User, kinds: tuple[str, ...]) -> Initiatives:
    """Return the initiative that a clause asks for, in one of these years."""
    reached = REACHED[asked.status] if asked.status else frozenset[str](get_args(Status))
    return Initiatives(
        tuple(kind for kind in asked.kinds if kind in kinds),
        tuple(status for status in get_args(Status) if status in reached),
        asked.scopes or get_args(Scope),
        *years,
        (user,),
    )


@attrs.frozen
class Want:
    """One thing wanted.

    Attributes:
        kind: ``award``, or the key of the condition it meets: ``rated``, ``initiative``, ``members``…
        year: when; of an initiative the last year that will do.
        value: the award's id, the rating, the initiative or the condition.
        asked: the clauses that ask for it.
    """

    kind: str
    year: int
    value: Any
    asked: tuple[About, ...]


Key: TypeAlias = tuple[Any, ...]


Cost: TypeAlias = tuple[int, int, int, int, int]
"""Least is best: things to achieve, awards to receive, how few years will do for the initiatives, how soon they are
due, how good the ratings must be."""


@attrs.frozen
class Wants:
    """All that is wanted; frozen, so that ways may be tried and left."""

    of: dict[Key, Want] = attrs.field(factory=dict)
    cost: Cost = (0, 0, 0, 0, 0)

    def with_one(self, key: Key, want: Want) -> Wants:
        """Want one thing more, or what another clause wants already."""
        there, cost = self.of.get(key), self.cost
        if there is not None:
            codes = {about.code for about in there.asked}
            want = attrs.evolve(want, asked=(*there.asked, *(each for each in want.asked if each.code not in codes)))
            cost = _plus(cost, there, -1)
        return Wants({**self.of, key: want}, _plus(cost, want, 1))

    def rating(self, year: int) -> Rating | None:
        """Return the rating wanted of a year."""
        want = self.of.get(("rated", year))
        return None if want is None else want.value

    def award(self, award: str, year: int) -> bool:
        """Say whether an award is to be received for a year."""
        return ("award", year, award) in self.of

    @property
    def initiatives(self) -> Iterable[tuple[Key, Want]]:
        """The initiatives wanted."""
        return [(key, want) for key, want in self.of.items() if isinstance(want.value, Initiatives)]


def _plus(cost: Cost, want: Want, times: int) -> Cost:
    """Return a cost with that of one want added, or taken away."""
    things, awards, narrow, due, ratings = cost
    if want.kind == "award":
        return things, awards + times, narrow, due, ratings
    if want.kind == "rated":
        ratings += times * RATINGS.index(want.value)
    elif isinstance(want.value, Initiatives):
        narrow -= times * (want.value.last - want.value.first)
        due -= times * want.year
    return things + times, awards, narrow, due, ratings


def cheapest(wants: Wants, ways: Iterable[Wants | None]) -> Wants | None:
    """Return the way that adds least to what is wanted, the first of equals; after one for nothing none is tried."""
    best: Wants | None = None
    for way in ways:
        if way is not None and way.cost == wants.cost:
            return way
        if way is not None and (best is None or way.cost < best.cost):
            best = way
    return best
