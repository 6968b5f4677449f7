"""A legal document as its file holds it: every table that there is.

What all entries have in common stands in :mod:`~thidua.model.entry`; awards, criteria and what counts in
:mod:`~thidua.model.provision`; who decides, how many and for what money in :mod:`~thidua.model.deciding`,
:mod:`~thidua.model.proposing`, :mod:`~thidua.model.paying` and :mod:`~thidua.model.doubling`; how councils vote in
:mod:`~thidua.model.voting`, what a dossier holds in :mod:`~thidua.model.paper`, by when in
:mod:`~thidua.model.deadline`; the statistical forms in :mod:`~thidua.model.form`, movements in
:mod:`~thidua.model.launching`, clusters and their criteria in :mod:`~thidua.model.cluster`, the outline of the text in
:mod:`~thidua.model.outline`.
"""

from __future__ import annotations

import attrs

from thidua.model.cluster import ClusterEntry, Criterion
from thidua.model.deadline import Deadline
from thidua.model.deciding import Amount, BonusEntry, Office, Power, Rate, Rounding, Share
from thidua.model.doubling import Double
from thidua.model.entry import Entry, Header
from thidua.model.form import FormEntry
from thidua.model.launching import LaunchEntry, MovementEntry
from thidua.model.outline import Article, Aside, Reading, Transition, Unread
from thidua.model.paper import PaperEntry, ProcedureEntry
from thidua.model.paying import Payer, Together
from thidua.model.proposing import Proposal, UnitEntry
from thidua.model.provision import AwardEntry, Bar, Clause, Counting, Ground, Rule
from thidua.model.voting import BallotEntry

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
    ClusterEntry,
    Criterion,
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
    cluster: tuple[ClusterEntry, ...] = ()
    criterion: tuple[Criterion, ...] = ()
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
