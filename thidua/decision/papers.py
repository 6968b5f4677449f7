"""On what papers: what a dossier must hold for an award, and what of it is missing."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import get_args

import attrs

from thidua.book.governing import of_a_day
from thidua.book.law import Law, Placed
from thidua.decision.settled import unsettled
from thidua.errors import UnknownTerm, worded
from thidua.model.award import Award
from thidua.model.citation import Citation, Standing
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.outline import Unread
from thidua.model.paper import PAPERS, Case, PaperEntry, PaperKind, ProcedureEntry, Way
from thidua.model.vocabulary import Commendation, Kind
from thidua.text import nearest


@attrs.frozen(kw_only=True)
class Paper:
    """One paper of a dossier.

    Attributes:
        paper: which paper it is: ``proposal``, ``report``, ``minutes``, ``vote-result``, ``certificate``…
        label, gloss: the text's own words for it, and in English.
        when: the case in which it is asked for; None: always.
        citation: where it is written.
    """

    paper: PaperKind
    label: str
    gloss: str
    when: Case | None
    citation: Citation

    @property
    def standing(self) -> Standing:
        """How the text was read."""
        return self.citation.standing


@attrs.frozen(kw_only=True)
class Papers:
    """The papers of a dossier, in order; a sequence of :class:`Paper`.

    Attributes:
        award: the award.
        commendation: the kind of commendation proposed.
        recipient: for whom; None where it was not said.
        procedure: ``ordinary`` or ``simplified``.
        papers: the papers that the texts read ask for.
        copies: how many original sets are handed in; None where no text read says.
        to: to whom.
        left_to: the entries that leave the papers to another body's rules, where no such rules are laid over the law.
        unread: the texts that govern but were not read, and may ask for other papers.
        may: of the simplified procedure, whether it may be used; of the ordinary one None.
    """

    award: Award
    commendation: Commendation | None
    recipient: Kind | None
    procedure: Way
    papers: tuple[Paper, ...]
    copies: int | None
    to: str | None
    left_to: tuple[Placed[PaperEntry], ...]
    unread: tuple[Placed[Unread], ...]
    may: Finding | None

    def __iter__(self) -> Iterator[Paper]:
        return iter(self.papers)

    def __len__(self) -> int:
        return len(self.papers)

    def __getitem__(self, name: str) -> Paper:
        """Return a paper by its kind; KeyError where it is not asked for."""
        for paper in self.papers:
            if paper.paper == name:
                return paper
        raise KeyError(name)

    @property
    def outcome(self) -> Outcome:
        """MET: the list is whole, as far as the texts say; UNKNOWN: other papers may be asked for as well.

        NOT_MET or PENDING: the simplified procedure may not be used, or people decide whether it may.
        """
        open_list = Outcome.UNKNOWN if self.left_to or self.unread else Outcome.MET
        return open_list if self.may is None else min(open_list, self.may.outcome)

    def explain(self, locale: str = "vi") -> str:
        """Tell the list in prose, with its articles, in Vietnamese (``"vi"``) or English (``"en"``)."""
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.papers").listed(self, locale)
        return text

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook").prose(self)
        return shown


def papers(
    award: str | Award,
    *,
    law: Law,
    commendation: Commendation | None = None,
    recipient: Kind | None = None,
    procedure: Way = "ordinary",
) -> Papers:
    """Return what the dossier of a proposal holds by the law of the day.

    A decree's word on a paper takes the place of the law's; a local document's takes the place of both. Where the
    decree of the day was not read, the law's own list stands, and ``outcome`` is UNKNOWN.

    Args:
        award: by id, short form or official name.
        law: the law of the day on which the dossier is handed in, with local documents laid over it.
        commendation: the kind of commendation proposed; lists that are for one kind alone need it.
        recipient: ``individual``, ``collective`` or ``household``; papers that are for one of them alone need it.
        procedure: ``ordinary`` or ``simplified`` (thủ tục đơn giản).

    Raises:
        UnknownTerm: no such award, kind of commendation, recipient or procedure.
        NotInForce: the award does not exist on the day.

    Source: Luật 06/2022/QH15 Điều 84-85; NĐ 98/2023/NĐ-CP Điều 33, 34, 41; Luật 15/2003/QH11 Điều 84-85.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> [paper.paper for paper in papers("CSTĐCS", law=law_on(date(2024, 12, 20)))]
    ['proposal', 'report', 'minutes', 'vote-result', 'certificate']
    """
    for what, given, known in (
        (worded("kind of commendation"), commendation, get_args(Commendation)),
        (worded("recipient"), recipient, get_args(Kind)),
        (worded("procedure"), procedure, get_args(Way)),
    ):
        if given is not None and given not in known:
            raise UnknownTerm(what, str(given), nearest(str(given), known))
    found = of_a_day(law).award(award)
    fitting = [each for each in law.of(PaperEntry) if _fits(each.entry, found, commendation, recipient, procedure)]
    named = {each.entry.paper: each for each in fitting if each.entry.paper}
    local = [each for each in fitting if each.header.id in law.statute.local and each.entry.paper]
    # The last word of the last text counts, also on how many sets go to whom.
    handed = next((each.entry for each in reversed(fitting) if each.entry.copies or each.entry.to), None)
    return Papers(
        award=found,
        commendation=commendation,
        recipient=recipient,
        procedure=procedure,
        papers=tuple(_paper(named[kind]) for kind in PAPERS if kind in named),
        copies=handed.copies if handed else None,
        to=handed.to if handed else None,
        left_to=() if local else tuple(each for each in fitting if each.entry.left_to),
        unread=unsettled(law, PaperEntry.table, found, fitting),
        may=may_simplify(found, law=law, commendation=commendation) if procedure == "simplified" else None,
    )


def may_simplify(award: str | Award, *, law: Law, commendation: Commendation | None = None) -> Finding:
    """Say whether an award may be proposed by the simplified procedure (thủ tục đơn giản).

    MET: the kind of commendation is one of the law's cases by itself. PENDING: one of the other cases may be, which
    people judge. NOT_MET: the procedure is there for forms of commendation, and this is a title. UNKNOWN: a text that
    governs was not read. Children: the cases, each with its article.

    Args:
        award: by id, short form or official name.
        law: the law of the day.
        commendation: the kind of commendation proposed.

    Raises:
        UnknownTerm: no such award.
        NotInForce: the award does not exist on the day.

    Source: Luật 06/2022/QH15 Điều 85; Luật 15/2003/QH11 Điều 85.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> law = law_on(date(2024, 12, 20))
    >>> [may_simplify("Huân chương Lao động hạng Ba", law=law, commendation=kind).outcome.name
    ...  for kind in ("dedication", "merit")]
    ['MET', 'PENDING']
    """
    found = of_a_day(law).award(award)
    listed = law.of(ProcedureEntry)
    cases = [_case(placed, found, commendation) for placed in listed]
    together = any(placed.entry.together for placed in listed)
    unread = [
        fact(About("unread", text.citation, None, text.entry), Outcome.UNKNOWN)
        for text in unsettled(law, ProcedureEntry.table, found, listed)
    ]
    best = min if together else max
    open_text = Outcome.UNKNOWN if unread or not cases else Outcome.MET
    outcome = min(best((case.outcome for case in cases), default=open_text), open_text)
    on_facts = min(best((case.on_facts for case in cases), default=open_text), open_text)
    about = About("simplified", listed[0].citation if listed else None, commendation, found, choice=not together)
    return Finding(about, outcome, None, (*cases, *unread), on_facts)


def _case(placed: Placed[ProcedureEntry], award: Award, commendation: Commendation | None) -> Finding:
    entry = placed.entry
    about = About(entry.id, placed.citation, None, entry)
    if award.kind in entry.except_kinds:
        return fact(about, Outcome.NOT_MET)
    if commendation in entry.commendations:
        return fact(about, Outcome.MET)
    if entry.only:
        return fact(about, *((Outcome.NOT_MET,) if commendation else (Outcome.UNKNOWN, None, (), ("commendation",))))
    return Finding(about, Outcome.PENDING, None, (), Outcome.MET)


def _fits(
    entry: PaperEntry, award: Award, commendation: Commendation | None, recipient: Kind | None, procedure: Way
) -> bool:
    everything = not entry.awards and not entry.kinds
    return (
        (everything or award.id in entry.awards or award.kind in entry.kinds)
        and (not entry.commendations or commendation in entry.commendations)
        and (not entry.recipients or recipient in entry.recipients)
        and procedure in entry.procedures
    )


def _paper(placed: Placed[PaperEntry]) -> Paper:
    entry = placed.entry
    return Paper(
        paper=entry.paper or "related",
        label=entry.label,
        gloss=entry.gloss,
        when=entry.when,
        citation=placed.citation,
    )
