"""The entries of a legal document: what its file may hold, and nothing else.

One class for each table of the file; a class's fields are the table's keys. Fields that every entry may carry
(``source``, ``standing``, ``checked``, ``since``, ``until``, ``effect``, ``of``, ``target``, ``reading``, ``note``)
are written once, in :class:`Entry`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal

import attrs

from thidua.model.award import AwardKind, Level
from thidua.model.citation import Standing
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
from thidua.model.vocabulary import Body, Commendation, Discipline, Force, Kind, Rating, Sex, Track

Effect = Literal["add", "replace", "end"]
Table = Literal[
    "award", "rule", "clause", "bar", "ground", "counting", "rate", "office", "power", "bonus", "rounding", "amount"
]
"""The tables that a text not read may have changed."""


@attrs.frozen(kw_only=True)
class Repeal:
    """A document that this one ends, from this one's own first day or from ``on``."""

    document: str
    on: date | None = None


@attrs.frozen(kw_only=True)
class Header:
    """The ``[document]`` table: what the document is and when it is in force."""

    id: str
    title: str
    kind: Literal["law", "decree", "circular", "decision", "draft"]
    issuer: str
    standing: Standing
    checked: date
    issued: date | None = None
    in_force: date | None = None
    """First day in force; absent in a draft, which then holds on any day it is laid over."""
    ends: date | None = None
    """First day no longer in force, where the document itself says so."""
    amends: str | None = None
    """The document whose articles this one rewrites: its entries join that document's numbering."""
    repeals: tuple[str, ...] = ()
    applies_to: str | None = None
    """Whom a local document binds, as it says itself."""
    note: str | None = None


@attrs.frozen(kw_only=True)
class Entry:
    """What every entry carries beside its own keys.

    Attributes:
        id: the article it stands in, ``"22.1.a"``, with a suffix after ``-`` where one article needs several entries.
        source: the article in words, where the id does not say it.
        standing, checked: how and when it was read; the document's own where absent.
        since, until: the days on which it holds (``until`` excluded), where they differ from the document's.
        effect: ``add`` (the default), ``replace`` or ``end`` the entry of this table that ``of`` and ``target`` name.
        of: the document whose entry is replaced or ended; the amended document where absent.
        target: the ids replaced or ended; the entry's own id where absent.
        reading: ``{reading-id = "option"}``: the entry stands only under that reading of an ambiguous text.
        note: a doubt or reason worth keeping beside the entry.
    """

    table: ClassVar[str]
    needs: ClassVar[tuple[str, ...]] = ()
    """The keys that must be given, save where ``effect = "end"``."""

    id: str
    source: str | None = None
    standing: Standing | None = None
    checked: date | None = None
    since: date | None = None
    until: date | None = None
    effect: Effect = "add"
    of: str | None = None
    target: tuple[str, ...] = ()
    reading: dict[str, str] = attrs.field(factory=dict)
    note: str | None = None


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

    Emulation titles have no kind of commendation and always count.
    """

    table: ClassVar = "ground"
    needs: ClassVar = (
        "excluded",
        "proposed",
    )

    excluded: tuple[Commendation, ...] = ()
    proposed: tuple[Commendation, ...] = ()


@attrs.frozen(kw_only=True)
class Counting(Entry):
    """What of a record counts.

    ``after = "discipline"``: achievements after the end of a measure that was served; ``"award"``: those after the
    same form of commendation was given last. ``once = "initiatives"``: an initiative that grounded one form of
    commendation grounds no other (``"initiatives-and-titles"``: nor a title, and the other way round); ``"awards"``:
    an award inside the period that the decision on another form states counts no more. One of the two keys.
    """

    table: ClassVar = "counting"

    after: Literal["discipline", "award"] | None = None
    once: Literal["initiatives", "initiatives-and-titles", "awards"] | None = None


@attrs.frozen(kw_only=True)
class Rate(Entry):
    """A cap: at most ``at_most`` of a base may receive one of ``awards`` in a year.

    ``base`` is ``holders`` (those who hold one of ``base_awards``), ``strength``, ``rated`` (at least ``base_rating``)
    or ``standard`` (those that meet the standard of ``base_awards``). ``includes`` says whether the holders of
    ``awards`` stand in the base as well. A cap turns into a count by ``rounding``.
    """

    table: ClassVar = "rate"
    needs: ClassVar = (
        "awards",
        "at_most",
        "base",
    )

    awards: tuple[str, ...] = ()
    at_most: Decimal = Decimal(1)
    base: Literal["holders", "strength", "rated", "standard"] = "strength"
    base_awards: tuple[str, ...] = ()
    base_rating: Rating | None = None
    includes: bool = True
    per: Literal["unit", "proposer"] = "unit"
    rounding: Literal["floor", "ceil"] = "floor"


@attrs.frozen(kw_only=True)
class Office(Entry):
    """An office that decides awards: how the law calls it and how documents print it."""

    table: ClassVar = "office"
    needs: ClassVar = (
        "label",
        "gloss",
    )

    label: str = ""
    gloss: str = ""
    printed: tuple[str, ...] = ()
    """Beginnings of printed names, accents and case forgiven: ``"Chủ tịch UBND huyện"``."""
    loose: tuple[str, ...] = ()
    """Beginnings that name the body and mean its head: ``"UBND huyện"``."""


@attrs.frozen(kw_only=True)
class Power(Entry):
    """Which offices decide which awards. With ``left_to`` the law leaves it to another body's rules, not read."""

    table: ClassVar = "power"
    needs: ClassVar = ("awards",)

    offices: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    recipients: tuple[Kind, ...] = ()
    left_to: str | None = None
    armed: bool | None = None


@attrs.frozen(kw_only=True)
class BonusEntry(Entry):
    """Multiples of the base salary for awards: of an individual, a collective, a household; ``ceiling``: at most."""

    table: ClassVar = "bonus"
    needs: ClassVar = ("awards",)

    awards: tuple[str, ...] = ()
    individual: Decimal | None = None
    collective: Decimal | None = None
    household: Decimal | None = None
    ceiling: bool = False


@attrs.frozen(kw_only=True)
class Rounding(Entry):
    """How a bonus is rounded: ``up`` or ``nearest`` to a multiple of ``to`` đồng, or ``none``."""

    table: ClassVar = "rounding"
    needs: ClassVar = ("mode",)

    mode: Literal["up", "nearest", "none"] = "none"
    to: int = 1


@attrs.frozen(kw_only=True)
class Amount(Entry):
    """An amount of money in đồng by name: ``id = "luong-co-so"`` is the base salary a month."""

    table: ClassVar = "amount"
    needs: ClassVar = (
        "value",
        "label",
    )

    value: int = 0
    label: str = ""


@attrs.frozen(kw_only=True)
class Share(Entry):
    """A target for how much reaches a group: ``measure`` (people, officials, direct-workers…) between two bounds."""

    table: ClassVar = "share"
    needs: ClassVar = ("measure",)

    measure: str = ""
    awards: tuple[str, ...] = ()
    at_least: Decimal | None = None
    at_most: Decimal | None = None


@attrs.frozen(kw_only=True)
class Reading(Entry):
    """An ambiguous text: its question, its options, the default and the reason for it.

    ``wide``: no clause of its own shows whether it bears on a verdict, so that every verdict tries it.
    """

    table: ClassVar = "reading"
    needs: ClassVar = (
        "question",
        "options",
        "default",
        "reason",
    )

    question: str = ""
    options: dict[str, str] = attrs.field(factory=dict)
    default: str = ""
    reason: str = ""
    wide: bool = False


@attrs.frozen(kw_only=True)
class Unread(Entry):
    """A text that governs but was not read: what rests on it is UNKNOWN.

    ``kinds`` lists the tables it may have changed (``rule``, ``power``, ``rate``…), ``awards`` the awards (none: all).
    With ``stops = false`` it is thought to add detail only: it is a caveat and stops nothing.
    """

    table: ClassVar = "unread"
    needs: ClassVar = (
        "kinds",
        "why",
        "gloss",
    )

    kinds: tuple[Table, ...] = ()
    awards: tuple[str, ...] = ()
    why: str = ""
    gloss: str = ""
    stops: bool = True


@attrs.frozen(kw_only=True)
class Article(Entry):
    """An article of the document's outline: its number, its title, how many clauses (khoản) it has."""

    table: ClassVar = "article"

    title: str = ""
    clauses: int = 0


@attrs.frozen(kw_only=True)
class Aside(Entry):
    """An article or clause that no entry encodes, wholly or in part, and why.

    ``state``: ``not-computable`` (a definition, a duty of an office, a ceremony), ``delegated`` (details left to
    another body, ``to``), ``not-read``, ``later`` (computable, and not yet encoded), or, of an amending text,
    ``rewrites`` (an article of the text it amends, ``to``, in whose numbering its entries stand).
    """

    table: ClassVar = "aside"
    needs: ClassVar = (
        "state",
        "why",
    )

    state: Literal["not-computable", "delegated", "not-read", "later", "rewrites"] = "not-computable"
    why: str = ""
    to: str | None = None


@attrs.frozen(kw_only=True)
class Transition(Entry):
    """Which law governs a dossier received before this document's first day, and judged on or after it.

    ``keeps = "received"``: the law of the day before; with ``favour`` the new one where that is more favourable.
    """

    table: ClassVar = "transition"
    needs: ClassVar = (
        "keeps",
        "label",
        "gloss",
    )

    keeps: Literal["received"] = "received"
    favour: bool = False
    label: str = ""
    gloss: str = ""


ENTRIES: tuple[type[Entry], ...] = (
    AwardEntry,
    Rule,
    Clause,
    Bar,
    Ground,
    Counting,
    Rate,
    Office,
    Power,
    BonusEntry,
    Rounding,
    Amount,
    Share,
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
    rate: tuple[Rate, ...] = ()
    office: tuple[Office, ...] = ()
    power: tuple[Power, ...] = ()
    bonus: tuple[BonusEntry, ...] = ()
    rounding: tuple[Rounding, ...] = ()
    amount: tuple[Amount, ...] = ()
    share: tuple[Share, ...] = ()
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
