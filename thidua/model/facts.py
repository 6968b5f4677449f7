"""What happened: the facts a dossier is made of, each in the shape of its JSON."""

from __future__ import annotations

from datetime import date

import attrs

from thidua.model.bounds import COUNT, LENGTH, MONEY, WORKING_DAYS, YEAR
from thidua.model.vocabulary import (
    AbsenceKind,
    AchievementKind,
    Activity,
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
    PostGroup,
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
NOT_SAID = date.max
"""The end of a stretch of days of which nobody said whether it is over: not known, and not "still running"."""


@attrs.frozen(kw_only=True)
class Subject:
    """Whom the dossier is about; ``tracks`` empty means not known; ``martyr``: recognised as one (liệt sĩ)."""

    kind: Kind
    id: str | None = None
    tracks: tuple[Track, ...] = ()
    sex: Sex | None = None
    body: Body | None = None
    force: Force | None = None
    flag_eligible: bool | None = None
    martyr: bool | None = None


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
    """An achievement outside the yearly rating; a ``degree`` counts as fact only with ``recognised_by``.

    ``years``: how long it has lasted, of a farm model or a contribution.
    """

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
    """A disciplinary measure; ``until`` is the first day it no longer runs, None while it does."""

    measure: Discipline
    since: date
    until: date | None = attrs.field(default=NOT_SAID, metadata=MAY_RUN)


@attrs.frozen(kw_only=True)
class Proceeding:
    """A disciplinary review, an investigation, an inspection; a complaint or a press report that is being verified."""

    kind: str
    since: date
    until: date | None = attrs.field(default=NOT_SAID, metadata=MAY_RUN)
    cleared: bool | None = None


@attrs.frozen(kw_only=True)
class Service:
    """A stretch of service, in a ``force`` or on another ``activity``; ``until`` is the first day after it.

    ``hardship`` is duty at sea, on islands or in especially difficult areas; ``border`` duty at the border, which the
    law counts with it for teachers and physicians (Điều 64, 65) and not for medals (Điều 57). Without an ``activity``
    it is the force's own duty; with a civil one and no ``force`` it is in none.
    """

    since: date
    until: date | None = attrs.field(default=NOT_SAID, metadata=MAY_RUN)
    force: Force | None = None
    activity: Activity | None = None
    hardship: bool | None = None
    border: bool | None = None


@attrs.frozen(kw_only=True)
class Post:
    """A post held, by the group that the tables of dedication put it in; ``until`` None: still held."""

    post: PostGroup
    since: date
    until: date | None = attrs.field(default=NOT_SAID, metadata=MAY_RUN)


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
