"""The facts put forward for one subject and one year, in the shape of the dossier's JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import attrs

from thidua.errors import InputError
from thidua.model import contradiction
from thidua.model.bounds import YEAR
from thidua.model.facts import (
    NOT_SAID,
    Absence,
    Achievement,
    AwardRecord,
    Disciplined,
    Initiative,
    Lead,
    Members,
    MovementResult,
    Post,
    Proceeding,
    Service,
    Subject,
    YearRecord,
)
from thidua.model.vocabulary import Commendation, Rating

NEVER = 10**6
"""A year no record reaches."""


LISTS = (
    "years",
    "awards",
    "initiatives",
    "achievements",
    "movements",
    "absences",
    "disciplines",
    "proceedings",
    "service",
    "posts",
    "leads",
)
"""The lists that ``known_from`` may speak of."""


@attrs.frozen(kw_only=True, cache_hash=False, slots=False)
class Dossier:
    """One subject's record for one achievement year.

    What is absent is unknown, unless ``known_from`` says from which year a list is complete: of disciplines and
    proceedings, those that ran in that year or later. ``joined`` is the day of first recruitment, not of a transfer;
    nothing is on record before it. Windows of years end with ``year``.

    Two ratings for one year, or more members honoured than there are, are refused
    (:class:`~thidua.errors.InputError`).
    """

    subject: Subject
    year: int = attrs.field(validator=YEAR)
    award: str | None = None
    received: date | None = None
    commendation: Commendation | None = None
    known_from: int | Mapping[str, int] | None = None
    joined: date | None = None
    founded: date | None = None
    years: tuple[YearRecord, ...] = ()
    awards: tuple[AwardRecord, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    achievements: tuple[Achievement, ...] = ()
    movements: tuple[MovementResult, ...] = ()
    absences: tuple[Absence, ...] = ()
    disciplines: tuple[Disciplined, ...] = ()
    proceedings: tuple[Proceeding, ...] = ()
    service: tuple[Service, ...] = ()
    posts: tuple[Post, ...] = ()
    leads: tuple[Lead, ...] = ()
    members: Members | None = None
    holders: Mapping[str, int] = attrs.field(factory=dict)
    attested: Mapping[str, bool] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        problems = [
            *contradiction.known_from(self.known_from, LISTS),
            *contradiction.within({name: enumerate(getattr(self, name)) for name in contradiction.LISTS}),
            *contradiction.honoured(self.members, self.holders),
            *contradiction.begun(self.year, self.joined, self.founded, self.received),
        ]
        if problems:
            raise InputError(problems)

    def __hash__(self) -> int:
        return hash((self.subject, self.year, self.received, self.awards))

    @cached_property
    def complete(self) -> dict[str, int]:
        """The first year from which each list is complete; a year far in the future where it never is."""
        known = self.known_from
        if isinstance(known, int):
            return dict.fromkeys(LISTS, known)
        return {name: known.get(name, NEVER) if known else NEVER for name in LISTS}

    @cached_property
    def began(self) -> int | None:
        """The year in which the subject's record can begin, if it is known: joined, or founded."""
        start = self.joined or self.founded
        return start.year if start else None

    def complete_ever(self, what: str) -> bool:
        """Say whether the list is complete from before the subject could have had a record at all."""
        return self.began is not None and self.complete[what] <= self.began

    @cached_property
    def proposal_day(self) -> date:
        """The day on which the proposal is judged: when it was received, else the last day of its year."""
        return self.received or date(self.year, 12, 31)

    @cached_property
    def ratings(self) -> dict[int, Rating]:
        """The rating of each year that has one."""
        return {record.year: record.rating for record in self.years if record.rating is not None}

    @cached_property
    def unrated(self) -> frozenset[int]:
        """The years that are on record without their rating: a gap, whatever the record says of its completeness."""
        return frozenset(record.year for record in self.years if record.rating is None) - self.ratings.keys()

    @cached_property
    def served_on(self) -> date | None:
        """The first day after every disciplinary measure served by the proposal; None if there was none."""
        ends = (item.until for item in self.disciplines if item.until and item.until <= self.proposal_day)
        return max(ends, default=None)

    @cached_property
    def served_until(self) -> int:
        """The first year that begins on that day or later; far back if there was none."""
        end = self.served_on
        return -NEVER if end is None else end.year + (end > date(end.year, 1, 1))

    @cached_property
    def ends_unsaid(self) -> tuple[Disciplined, ...]:
        """The disciplinary measures begun by the proposal of which the record does not say when they end."""
        return tuple(item for item in self.disciplines if item.until == NOT_SAID and item.since <= self.proposal_day)

    @cached_property
    def held(self) -> dict[str, tuple[AwardRecord, ...]]:
        """The awards that count, by award id: not revoked, and decided by the day the dossier was received."""
        found: dict[str, list[AwardRecord]] = {}
        for record in self.awards:
            late = self.received is not None and record.decided_on is not None and record.decided_on > self.received
            gone = record.revoked_on is not None and (self.received is None or record.revoked_on <= self.received)
            if not late and not gone:
                found.setdefault(record.award, []).append(record)
        return {award: tuple(records) for award, records in found.items()}

    @cached_property
    def held_years(self) -> dict[str, frozenset[int]]:
        """The achievement years of each award that counts; the same year twice is one."""
        return {award: frozenset(record.year for record in records) for award, records in self.held.items()}

    @cached_property
    def held_in(self) -> dict[str, tuple[int, ...]]:
        """The same years in order, for showing."""
        return {award: tuple(sorted(years)) for award, years in self.held_years.items()}
