"""The facts put forward for one subject and one year, in the shape of the dossier's JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property

import attrs

from thidua.errors import InputError
from thidua.model import contradiction
from thidua.model.bounds import COUNT, LENGTH, MONEY, WORKING_DAYS, YEAR
from thidua.model.vocabulary import (
    AbsenceKind,
    AchievementKind,
    Body,
    Commendation,
    Degree,
    Discipline,
    Force,
    Grade,
    InitiativeKind,
    Kind,
    Launcher,
    Organiser,
    Rating,
    Recogniser,
    Result,
    Review,
    Scope,
    Sex,
    Status,
    Track,
    WorstDiscipline,
)

MAY_RUN = {"null": True}
"""Marks a field of which null says something: still running."""

NEVER = 10**6
"""A year no record reaches."""


@attrs.frozen(kw_only=True)
class Subject:
    """Whom the dossier is about; ``tracks`` empty means not known."""

    kind: Kind
    id: str | None = None
    tracks: tuple[Track, ...] = ()
    sex: Sex | None = None
    body: Body | None = None
    force: Force | None = None
    flag_eligible: bool | None = None


@attrs.frozen(kw_only=True)
class YearRecord:
    """The rating of one year."""

    year: int = attrs.field(validator=YEAR)
    rating: Rating | None = None


@attrs.frozen(kw_only=True)
class Interval:
    """An achievement period stated by a decision; both years included."""

    since: int = attrs.field(validator=YEAR)
    until: int = attrs.field(validator=YEAR)


@attrs.frozen(kw_only=True)
class AwardRecord:
    """An award held: the id of the award, its achievement year, and what its decision says."""

    award: str
    year: int = attrs.field(validator=YEAR)
    commendation: Commendation | None = None
    decided_on: date | None = None
    revoked_on: date | None = None
    period: Interval | None = None
    grounds: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Initiative:
    """An initiative, research result, invention or feat of ingenuity in combat."""

    year: int = attrs.field(validator=YEAR)
    kind: InitiativeKind = "initiative"
    id: str | None = None
    status: Status | None = None
    scope: Scope | None = None


@attrs.frozen(kw_only=True)
class Achievement:
    """An achievement outside the yearly rating; a ``degree`` counts as fact only with ``recognised_by``."""

    year: int = attrs.field(validator=YEAR)
    kind: AchievementKind
    degree: Degree | None = None
    scope: Scope | None = None
    recognised_by: Recogniser | None = None
    value: int | None = attrs.field(default=None, validator=MONEY)
    years: int | None = attrs.field(default=None, validator=LENGTH)


@attrs.frozen(kw_only=True)
class MovementResult:
    """How the subject came out of an emulation movement; ``years`` is how long the movement had run at the review."""

    movement: str
    launched_by: Launcher | None = None
    years: int | None = attrs.field(default=None, validator=LENGTH)
    review: Review | None = None
    result: Result | None = None
    year: int | None = attrs.field(default=None, validator=YEAR)


@attrs.frozen(kw_only=True)
class Absence:
    """Time away from work in one year."""

    year: int = attrs.field(validator=YEAR)
    kind: AbsenceKind
    working_days: int | None = attrs.field(default=None, validator=WORKING_DAYS)
    months: int | None = attrs.field(default=None, validator=LENGTH)
    result: Grade | None = None


@attrs.frozen(kw_only=True)
class Disciplined:
    """A disciplinary measure; ``until`` None: still running."""

    measure: Discipline
    since: date
    until: date | None = attrs.field(default=None, metadata=MAY_RUN)


@attrs.frozen(kw_only=True)
class Proceeding:
    """A disciplinary review, investigation, inspection with signs of violation, or complaint under verification."""

    kind: str
    since: date
    until: date | None = attrs.field(default=None, metadata=MAY_RUN)
    cleared: bool | None = None


@attrs.frozen(kw_only=True)
class Service:
    """A stretch of service; ``hardship`` is duty at sea, on islands or in especially difficult areas."""

    force: Force
    since: date
    until: date | None = attrs.field(default=None, metadata=MAY_RUN)
    activity: str | None = None
    hardship: bool | None = None


@attrs.frozen(kw_only=True)
class Post:
    """A post held; ``until`` None: still held."""

    post: str
    since: date
    until: date | None = attrs.field(default=None, metadata=MAY_RUN)


@attrs.frozen(kw_only=True)
class Members:
    """A collective's members in the dossier's year: how many, and of them how many completed, how many advanced."""

    total: int = attrs.field(validator=COUNT)
    completed: int | None = attrs.field(default=None, validator=COUNT)
    advanced: int | None = attrs.field(default=None, validator=COUNT)
    worst_discipline: WorstDiscipline | None = None


@attrs.frozen(kw_only=True)
class Lead:
    """A year in which the collective led its cluster or bloc, and whose cluster it was."""

    year: int = attrs.field(validator=YEAR)
    organiser: Organiser


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

    What is absent is unknown, unless ``known_from`` says from which year a list is complete. Windows of years end
    with ``year``. Two ratings for one year, or more members honoured than there are, are refused
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
