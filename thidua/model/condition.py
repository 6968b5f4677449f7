"""The conditions a clause may state: a closed set of leaves, each a small frozen record.

A leaf says what the law asks; how a record is measured against it lives with the engines. Every key of these
records is a key of the statute book's files, and its docstring is the key's documentation.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import attrs

from thidua.model.bounds import AT_LEAST_ONE, COUNT
from thidua.model.duration import Duration
from thidua.model.vocabulary import (
    AbsenceKind,
    AchievementKind,
    Commendation,
    Degree,
    Discipline,
    Grade,
    InitiativeKind,
    Launcher,
    Organiser,
    Rating,
    Recogniser,
    Result,
    Review,
    Scope,
    Status,
)

When = Literal["year", "ever", "window"]
"""In the dossier's year; at any time up to it; or in the run of years that the clause stands in."""


@attrs.frozen(kw_only=True)
class Holds:
    """An award held: so many times, so many years running, only of these kinds of commendation.

    ``consecutive`` counts years that end with the dossier's year, or ``lag`` years before it; ``spacing`` is the
    longest step between two of them (1: every year) and ``apart`` the shortest; ``anywhere`` lets the run lie anywhere
    in the past. ``when`` bounds where the awards may lie. Several ``awards`` are alternatives that count together.
    """

    awards: tuple[str, ...]
    times: int = attrs.field(default=1, validator=AT_LEAST_ONE)
    consecutive: int | None = attrs.field(default=None, validator=AT_LEAST_ONE)
    lag: int = attrs.field(default=0, validator=COUNT)
    spacing: int = attrs.field(default=1, validator=AT_LEAST_ONE)
    apart: int = attrs.field(default=1, validator=AT_LEAST_ONE)
    anywhere: bool = False
    commendations: tuple[Commendation, ...] = ()
    when: When = "ever"
    after: tuple[str, ...] = ()
    """Only those held later than the first of these awards ("đã được tặng …, sau đó được tặng …")."""


@attrs.frozen(kw_only=True)
class EachYear:
    """What each year of a run must show: a rating at least this good, or one of these titles."""

    rated: Rating | None = None
    titles: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Run:
    """An unbroken run of at least ``years`` years up to the dossier's year, each year passing ``each``.

    ``after`` names the award that opens the run; with ``follows`` the run begins only after that award's year,
    otherwise the award may lie anywhere. ``within`` names a clause that must hold inside the run: its ``holds`` and
    ``initiative`` leaves with ``when = "window"`` are counted there; with ``exact``, where the text says so many years
    and not "or more", only in the last ``years`` years. Of a run that is too short it is told of the years asked for.
    With ``anywhere`` the run may have ended before the dossier's year.
    """

    years: int = attrs.field(validator=AT_LEAST_ONE)
    each: EachYear
    after: Holds | None = None
    follows: bool = True
    within: str | None = None
    exact: bool = False
    anywhere: bool = False


@attrs.frozen(kw_only=True)
class InitiativeOf:
    """``number`` initiatives (or research results…) of these kinds, at least of this status, of one of these scopes.

    An applied initiative was recognised and an applied research result was accepted; scopes are a set, not a ladder.
    """

    kinds: tuple[InitiativeKind, ...]
    status: Status | None = None
    scopes: tuple[Scope, ...] = ()
    number: int = attrs.field(default=1, validator=AT_LEAST_ONE)
    when: When = "year"
    after: tuple[str, ...] = ()
    """Only those of a later year than the first of these awards held; ``when`` is then not asked."""


@attrs.frozen(kw_only=True)
class AchievementOf:
    """An achievement of these kinds, of one of these degrees and scopes, worth at least ``value`` đồng in all.

    ``years`` is the least length of a farm model or a contribution. With ``recognised`` the text wants a recognition on
    record, as any
    ``degrees`` do; ``recognised_by`` lists whose. Without it the claim is PENDING.
    """

    kinds: tuple[AchievementKind, ...]
    degrees: tuple[Degree, ...] = ()
    scopes: tuple[Scope, ...] = ()
    recognised: bool = False
    recognised_by: tuple[Recogniser, ...] = ()
    value: int | None = None
    years: int | None = None
    when: When = "ever"
    after: tuple[str, ...] = ()
    """Only those of a later year than the first of these awards held; ``when`` is then not asked."""


@attrs.frozen(kw_only=True)
class MovementOf:
    """A result in an emulation movement of these launchers, run for at least ``years``, at one of these reviews."""

    launched_by: tuple[Launcher, ...] = ()
    years: int | None = None
    reviews: tuple[Review, ...] = ()
    results: tuple[Result, ...] = ()


@attrs.frozen(kw_only=True)
class MembersOf:
    """A share of a collective's members: ``at_least`` (included) or ``above`` (excluded)."""

    share: Literal["completed", "advanced"]
    at_least: Decimal | None = None
    above: Decimal | None = None


@attrs.frozen(kw_only=True)
class HasMembers:
    """At least ``at_least`` members who hold the award."""

    award: str
    at_least: int = attrs.field(default=1, validator=AT_LEAST_ONE)


@attrs.frozen(kw_only=True)
class Leads:
    """The collective leads its cluster or bloc, run by one of these councils, in the dossier's year."""

    organisers: tuple[Organiser, ...] = ()


@attrs.frozen(kw_only=True)
class Judgement:
    """A judgement the law reserves to people; ``name`` completes the clause's id as the key to attest it by."""

    name: str
    label: str
    gloss: str


@attrs.frozen(kw_only=True)
class Undisciplined:
    """No disciplinary measure from ``measure`` up.

    ``when``: imposed in the dossier's year; running on some day of that year; or running on the day of the proposal.
    ``unless`` is a judgement that may lift the bar where a measure is found.
    """

    measure: Discipline = "khien-trach"
    when: Literal["imposed", "year", "proposal"] = "imposed"
    unless: Judgement | None = None


@attrs.frozen(kw_only=True)
class Joined:
    """Recruited at least ``months`` months before the end of the dossier's year."""

    months: int


@attrs.frozen(kw_only=True)
class Absent:
    """Away from work on fewer than ``fewer_than`` working days in the year, not counting the kinds in ``excluding``."""

    fewer_than: int
    excluding: tuple[AbsenceKind, ...] = ()


@attrs.frozen(kw_only=True)
class Trained:
    """Whoever was sent on training for ``months`` months or more passed it with at least this grade."""

    months: int
    at_least: Grade


@attrs.frozen(kw_only=True)
class Delegated:
    """Criteria that this law leaves to another body: UNKNOWN until that body's document is laid over the law."""

    to: str
    label: str
    gloss: str


Leaf = (
    Duration
    | Holds
    | Run
    | InitiativeOf
    | AchievementOf
    | MovementOf
    | MembersOf
    | HasMembers
    | Leads
    | Undisciplined
    | Joined
    | Absent
    | Trained
    | Judgement
    | Delegated
)
