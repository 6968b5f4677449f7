"""The entries of a legal document: what its file may hold, and nothing else.

One class for each table of the file; a class's fields are the table's keys. Fields that every entry may carry
(``source``, ``standing``, ``checked``, ``since``, ``until``, ``effect``, ``of``, ``target``, ``reading``, ``note``)
are written once, in :class:`~thidua.model.entry.Entry`; who decides, how many and for what money stands in
:mod:`~thidua.model.deciding`, :mod:`~thidua.model.paying`, :mod:`~thidua.model.proposing` and
:mod:`~thidua.model.doubling`, how councils vote in :mod:`~thidua.model.voting`, what a dossier holds in
:mod:`~thidua.model.paper`, by when in :mod:`~thidua.model.deadline`, the statistical forms in
:mod:`~thidua.model.form`, movements in :mod:`~thidua.model.launching`, the outline of the text in
:mod:`~thidua.model.outline`.
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
from thidua.model.deadline import Deadline
from thidua.model.deciding import Amount, BonusEntry, Office, Power, Rate, Rounding, Share
from thidua.model.doubling import Double
from thidua.model.duration import Aged, Elapsed, InPost, RatedYears, Served
from thidua.model.entry import Entry, Header
from thidua.model.form import FormEntry
from thidua.model.launching import LaunchEntry, MovementEntry
from thidua.model.outline import Article, Aside, Reading, Transition, Unread
from thidua.model.paper import PaperEntry, ProcedureEntry
from thidua.model.paying import Payer, Together
from thidua.model.proposing import Proposal, UnitEntry
from thidua.model.vocabulary import Body, Commendation, Discipline, Force, Kind, Rating, Sex, Track
from thidua.model.voting import BallotEntry


@attrs.frozen(kw_only=True)
class AwardEntry(Entry):
    """An award that exists: its names, kind, level and recipients."""

    table: ClassVar = "award"
    needs: ClassVar = (
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

    table: ClassVar = "rule"
    needs: ClassVar = (
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

    table: ClassVar = "clause"

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

    table: ClassVar = "bar"
    needs: ClassVar = ("clause",)

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

    table: ClassVar = "ground"
    needs: ClassVar = (
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

    table: ClassVar = "counting"

    after: Literal["discipline", "award", "decision"] | None = None
    once: Literal["initiatives", "initiatives-and-titles", "awards"] | None = None


ENTRIES: tuple[type[Entry], ...] = (
    AwardEntry,
    Rule,
    Clause,
    Bar,
    Ground,
    Counting,
    Double,
    Rate,
    Office,
    Power,
    UnitEntry,
    Proposal,
    BonusEntry,
    Rounding,
    Amount,
    Together,
    Payer,
    Share,
    BallotEntry,
    PaperEntry,
    ProcedureEntry,
    FormEntry,
    Deadline,
    MovementEntry,
    LaunchEntry,
    Reading,
    Unread,
    Article,
    Aside,
    Transition,
)
"""Every table a document may hold, in the order of the documentation."""


@attrs.frozen(kw_only=True)
class Document:
    """A legal document as its file holds it."""

    document: Header
    award: tuple[AwardEntry, ...] = ()
    rule: tuple[Rule, ...] = ()
    clause: tuple[Clause, ...] = ()
    bar: tuple[Bar, ...] = ()
    ground: tuple[Ground, ...] = ()
    counting: tuple[Counting, ...] = ()
    double: tuple[Double, ...] = ()
    rate: tuple[Rate, ...] = ()
    office: tuple[Office, ...] = ()
    power: tuple[Power, ...] = ()
    unit: tuple[UnitEntry, ...] = ()
    proposal: tuple[Proposal, ...] = ()
    bonus: tuple[BonusEntry, ...] = ()
    rounding: tuple[Rounding, ...] = ()
    amount: tuple[Amount, ...] = ()
    together: tuple[Together, ...] = ()
    payer: tuple[Payer, ...] = ()
    share: tuple[Share, ...] = ()
    ballot: tuple[BallotEntry, ...] = ()
    paper: tuple[PaperEntry, ...] = ()
    procedure: tuple[ProcedureEntry, ...] = ()
    form: tuple[FormEntry, ...] = ()
    deadline: tuple[Deadline, ...] = ()
    movement: tuple[MovementEntry, ...] = ()
    launch: tuple[LaunchEntry, ...] = ()
    reading: tuple[Reading, ...] = ()
    unread: tuple[Unread, ...] = ()
    article: tuple[Article, ...] = ()
    aside: tuple[Aside, ...] = ()
    transition: tuple[Transition, ...] = ()
    _file: str = attrs.field(default="", alias="file", eq=False, repr=False)

    @property
    def file(self) -> str:
        """The name of the file it was read from."""
        return self._file

    @property
    def id(self) -> str:
        """The document's number."""
        return self.document.id

    def entries(self) -> tuple[Entry, ...]:
        """Every entry, table by table."""
        return tuple(entry for kind in ENTRIES for entry in getattr(self, kind.table))
