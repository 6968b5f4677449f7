"""What may be given, to whom and on what record: the entries of a document on awards and their criteria.

One class for each table of the file; a class's fields are the table's keys. Fields that every entry may carry
(``source``, ``standing``, ``checked``, ``since``, ``until``, ``effect``, ``of``, ``target``, ``reading``, ``note``)
are written once, in :class:`~thidua.model.entry.Entry`.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal

import attrs

from thidua.model.award import AwardKind, Level
from thidua.model.condition import (
    Absent,
    AchievementOf,
    Delegated,
    HasMembers,
    Holds,
    InitiativeOf,
    Joined,
    Judgement,
    Leads,
    MembersOf,
    MovementOf,
    Run,
    Trained,
    Undisciplined,
)
from thidua.model.duration import Aged, Elapsed, InPost, RatedYears, Served
from thidua.model.entry import Entry
from thidua.model.vocabulary import Body, Commendation, Discipline, Force, Kind, Rating, Sex, Track


@attrs.frozen(kw_only=True)
class AwardEntry(Entry):
    """An award that exists: its names, kind, level and recipients."""

    table: ClassVar[str] = "award"
    needs: ClassVar[tuple[str, ...]] = (
        "label",
        "gloss",
        "kind",
        "level",
        "recipients",
    )

    label: str = ""
    gloss: str = ""
    kind: AwardKind = "emulation-title"
    level: Level = "grassroots"
    recipients: tuple[Kind, ...] = ()
    short: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    successor: str | None = None
    posthumous: bool = False


@attrs.frozen(kw_only=True)
class Rule(Entry):
    """Who may receive an award on which conditions; several rules for one award are alternatives.

    ``recipients``, ``tracks``, ``bodies``, ``armed`` and ``forces`` say whom the rule speaks of; ``all`` must hold,
    and one of ``any`` where it is there. ``selective`` names the article that says "được lựa chọn trong số": it adds
    the judgement ``selected``.
    """

    table: ClassVar[str] = "rule"
    needs: ClassVar[tuple[str, ...]] = (
        "award",
        "recipients",
    )

    award: str = ""
    recipients: tuple[Kind, ...] = ()
    tracks: tuple[Track, ...] = ()
    except_tracks: tuple[Track, ...] = ()
    bodies: tuple[Body, ...] = ()
    except_bodies: tuple[Body, ...] = ()
    armed: bool | None = None
    forces: tuple[Force, ...] = ()
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    selective: str | None = None


@attrs.frozen(kw_only=True)
class Clause(Entry):
    """One condition: exactly one of the keys below, so that other clauses may refer to it as the law does.

    Attributes:
        commendation: the kinds of commendation (loại hình) whose route this clause is; none for a title's clause.
        all, any, none: ids of clauses, or ``"document:id"`` for another document's.
        meets: awards, the standard of one of which must be met (not the decision).
        rated: the least rating of the dossier's year.
        flag_eligible: whether the collective may receive emulation flags.
        sex, martyr: what the subject is.
        clear: no proceeding is open on the day of the proposal.
    """

    table: ClassVar[str] = "clause"

    commendation: tuple[Commendation, ...] = ()
    all: tuple[str, ...] | None = None
    any: tuple[str, ...] | None = None
    none: tuple[str, ...] | None = None
    meets: tuple[str, ...] | None = None
    rated: Rating | None = None
    holds: Holds | None = None
    elapsed: Elapsed | None = None
    run: Run | None = None
    rated_years: RatedYears | None = None
    initiative: InitiativeOf | None = None
    achievement: AchievementOf | None = None
    movement: MovementOf | None = None
    members: MembersOf | None = None
    has_members: HasMembers | None = None
    worst_discipline_below: Discipline | None = None
    leads: Leads | None = None
    flag_eligible: bool | None = None
    undisciplined: Undisciplined | None = None
    clear: bool | None = None
    joined: Joined | None = None
    absent: Absent | None = None
    trained: Trained | None = None
    aged: Aged | None = None
    served: Served | None = None
    post: InPost | None = None
    sex: Sex | None = None
    martyr: bool | None = None
    attested: Judgement | None = None
    delegated: Delegated | None = None

    @property
    def condition(self) -> tuple[str, Any]:
        """The one condition key that is set, and its value."""
        return next((key, value) for key in CONDITIONS if (value := getattr(self, key)) is not None)


CONDITIONS = tuple(
    field.name
    for field in attrs.fields(Clause)
    if field.name not in attrs.fields_dict(Entry) and field.name != "commendation"
)
"""The condition keys of a clause."""


@attrs.frozen(kw_only=True)
class Bar(Entry):
    """A condition laid over many awards: ``clause`` must hold beside the award's own rule.

    ``awards`` lists ids; empty means every award. ``recipients`` narrows whom it bars; whoever is of
    ``except_tracks`` and no others it does not bar.
    """

    table: ClassVar[str] = "bar"
    needs: ClassVar[tuple[str, ...]] = ("clause",)

    clause: str = ""
    awards: tuple[str, ...] = ()
    kinds: tuple[AwardKind, ...] = ()
    recipients: tuple[Kind, ...] = ()
    except_tracks: tuple[Track, ...] = ()


@attrs.frozen(kw_only=True)
class Ground(Entry):
    """What a prior commendation may ground: those of the kinds ``excluded`` do not count for the kinds ``proposed``.

    Emulation titles have no kind of commendation and always count; with ``titles`` those do not whose record says that
    they were given in an excluded kind.
    """

    table: ClassVar[str] = "ground"
    needs: ClassVar[tuple[str, ...]] = (
        "excluded",
        "proposed",
    )

    excluded: tuple[Commendation, ...] = ()
    proposed: tuple[Commendation, ...] = ()
    titles: bool = False


@attrs.frozen(kw_only=True)
class Counting(Entry):
    """What of a record counts.

    ``after = "discipline"``: achievements after the end of a measure that was served; ``"award"``: those after the
    same form of commendation was given last. ``"decision"``: the time since an award runs from the day of its
    decision, where the record says it. ``once = "initiatives"``: an initiative that grounded one form of
    commendation grounds no other (``"initiatives-and-titles"``: nor a title, and the other way round); ``"awards"``:
    an award inside the period that the decision on another form states counts no more. One of the two keys.
    """

    table: ClassVar[str] = "counting"

    after: Literal["discipline", "award", "decision"] | None = None
    once: Literal["initiatives", "initiatives-and-titles", "awards"] | None = None
