"""How many may be chosen, before anybody is: what each cap allows of the bases that are known."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import attrs

from thidua.book.governing import of_a_day
from thidua.book.law import Law, Placed
from thidua.decision.capped import caveats_on, known_by, unread_on
from thidua.decision.peers import Peers
from thidua.decision.shown import Place, Shown, Stood, rated_once
from thidua.model.bases import given, path
from thidua.model.citation import Citation
from thidua.model.deciding import Exact, Rate, allowed_of
from thidua.model.decision import Bases, StaffRating
from thidua.model.outline import Unread
from thidua.model.vocabulary import RATINGS, Rating


@attrs.frozen(kw_only=True)
class Allowance:
    """What one cap allows in one place.

    Attributes:
        rule: the document and the id of the cap.
        awards: ids of the awards it caps.
        rating: the rating it caps, in place of awards.
        unit: the unit or the proposer; None for whatever unit the base is of.
        group: the peer group of the unit.
        year: the year of the ratings that were counted; None of what holds in every year.
        base: how many the share is taken of; None when not known.
        base_name: the denominator by name.
        limit: the greatest share.
        rounding: how ``base x limit`` turns into a count.
        allowed: the greatest number that may be chosen; None when not known.
        within: the cap inside which this one lies: the base is the most that the other allows.
        missing: the path in ``bases`` that would settle it.
        unread: the text that governs but was not read: then nothing is allowed for certain.
        caveats: texts that were not read and bear on the cap without leaving it open.
        reading: the named reading under which the cap stands, and its option.
        citation: the article of the cap.
    """

    rule: str
    awards: tuple[str, ...]
    rating: Rating | None
    unit: str | None
    group: str | None
    year: int | None
    base: int | None
    base_name: str
    limit: Exact
    rounding: Literal["floor", "ceil"]
    allowed: int | None
    citation: Citation
    within: str | None = None
    missing: tuple[str, ...] = ()
    unread: Unread | None = None
    caveats: tuple[Unread, ...] = ()
    reading: dict[str, str] = attrs.field(factory=dict)


def allowances(law: Law, bases: Bases | None = None, ratings: Iterable[StaffRating] = ()) -> tuple[Allowance, ...]:
    """Say how many may be chosen under every cap of a law, given only the bases.

    Of those rated exactly "good" whoever is rated better is no longer one: where only their number together is known
    (``rated``, or the rows of ratings), the greatest number is allowed that what is left of them bears. A cap whose
    base are the holders of another capped award lies inside that cap, as long as nobody says how many they are.

    Args:
        law: the law of the day.
        bases: as for :func:`thidua.check_rates`: the units (or proposers) and peer groups for which any are given are
            those answered for.
        ratings: as for :func:`thidua.check_rates`; their units and groups are answered for too.

    Returns:
        One allowance for each cap and place; one without a place for a cap of which no base is known.

    Raises:
        UnknownTerm, InputError: as :func:`thidua.check_rates`.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> [fighters, flags] = allowances(law_on(date(2020, 12, 31)), {"holders": 1194})
    >>> fighters.allowed, fighters.base_name, flags.allowed, flags.missing
    (179, 'holders of lao-dong-tien-tien or chien-si-tien-tien', None, ('bases.standard',))
    >>> [unit, group] = allowances(law_on(date(2026, 1, 1)), {"Sở A": {"rated": 100}})
    >>> unit.allowed, unit.base, unit.base_name
    (16, 84, 'rated exactly good')
    """
    of_a_day(law)
    rows = rated_once(ratings)
    peers = Peers(Shown.of(Stood(row, row.rating) for row in rows), given(bases))
    asked = _Asked(law, peers, rows)
    return tuple(asked.allowance(placed, place) for placed in law.of(Rate) for place in asked.places(placed.entry))


@attrs.frozen
class _Asked:
    law: Law
    peers: Peers
    rows: Sequence[StaffRating]

    def places(self, rate: Rate) -> Iterator[Place]:
        """Yield the places that are answered for."""
        counts, shown = self.peers.given, self.peers.shown
        found = dict.fromkeys(
            place
            for row in self.rows
            if rate.base in ("rated", "rated-exactly")
            for place in shown.places(row)
            if place.per == rate.per and (place.group is not None or rate.per != "group")
        )
        rated = {(place.unit, place.group) for place in found}
        for unit in counts.units():
            for group in counts.groups(unit) if rate.per == "group" else (None,):
                if (unit, group) not in rated:
                    found[Place(rate.per, unit, group, None)] = None
        yield from found or (Place(rate.per, None, None, None),)

    def allowance(self, placed: Placed[Rate], place: Place, inside: tuple[str, ...] = ()) -> Allowance:
        """Say what a cap allows in a place."""
        rate, names = placed.entry, known_by(placed.entry, self.law)
        rule = f"{placed.header.id}:{rate.id}"
        base, allowed, within = self._allowed(rate, place, names, (*inside, rule))
        stopping = (each for each in unread_on(rate.words, self.law) if each.stops and self.law.stops)
        return Allowance(
            rule=rule,
            awards=rate.awards,
            rating=rate.rating,
            unit=place.unit,
            group=place.group,
            year=place.year,
            base=base,
            base_name=rate.base_name,
            limit=rate.at_most,
            rounding=rate.rounding,
            allowed=allowed,
            citation=placed.citation,
            within=within,
            missing=(path(names[-1], place.unit, place.group),) if base is None else (),
            unread=next(stopping, None),
            caveats=caveats_on(rate.words, self.law),
            reading=rate.reading,
        )

    def _allowed(
        self, rate: Rate, place: Place, names: tuple[str, ...], inside: tuple[str, ...]
    ) -> tuple[int | None, int | None, str | None]:
        """Return the base, what it allows, and the cap within which it lies."""
        pool = self._pool(rate, place)
        given_ = self.peers.given.of(names, place.unit, place.group, alone=self.peers.shown.alone(place.per))
        if given_ is None and pool is not None:
            chosen = most_of(pool, rate)
            return pool - chosen, chosen, None
        base = self.peers.base(rate, place, names)
        if base is not None:
            return base.number, allowed_of(base.number, rate.at_most, rate.rounding), None
        outer = self._outer(rate, place, inside)
        if outer is None or outer.allowed is None:
            return None, None, None
        return outer.allowed, allowed_of(outer.allowed, rate.at_most, rate.rounding), outer.rule

    def _pool(self, rate: Rate, place: Place) -> int | None:
        """Return how many are rated as the base asks or better, where whoever is chosen leaves the base."""
        if rate.base != "rated-exactly" or rate.rating is None or rate.base_rating is None:
            return None
        if RATINGS.index(rate.rating) <= RATINGS.index(rate.base_rating):
            return None
        better = attrs.evolve(rate, base="rated")
        found = self.peers.base(better, place, known_by(better, self.law))
        return None if found is None else found.number

    def _outer(self, rate: Rate, place: Place, inside: tuple[str, ...]) -> Allowance | None:
        """Return what the cap allows inside which another lies: the one on all awards whose holders are its base."""
        if rate.base != "holders":
            return None
        caps = [
            self.allowance(placed, place, inside)
            for placed in self.law.of(Rate)
            if set(rate.base_awards) == set(placed.entry.awards)
            and placed.entry.per == rate.per
            and f"{placed.header.id}:{placed.entry.id}" not in inside
        ]
        known = [cap for cap in caps if cap.allowed is not None]
        return min(known, key=lambda cap: cap.allowed or 0, default=None)


def most_of(pool: int, rate: Rate) -> int:
    """Return the greatest number that may be chosen out of a pool, when the cap is a share of those who are left.

    >>> from decimal import Decimal
    >>> fifth = Rate(id="1", rating="excellent", at_most=Decimal("0.2"), base="rated-exactly", base_rating="good")
    >>> [most_of(pool, fifth) for pool in (5, 6, 100, 101, 102)]
    [0, 1, 16, 16, 17]
    """
    # What is chosen grows and what the rest allows shrinks: the numbers that may be chosen come first.
    return bisect_right(
        range(1, pool + 1), x=False, key=lambda chosen: chosen > allowed_of(pool - chosen, rate.at_most, rate.rounding)
    )
