"""What of a dossier's papers is there, what is missing, and what was not asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module

from thidua.book.law import Law
from thidua.decision.paper_names import papers_named, surely
from thidua.decision.papers import Paper, Papers, papers
from thidua.errors import InputError, UnknownTerm, worded
from thidua.model.award import Award
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.paper import PAPERS, PaperKind, Way
from thidua.model.vocabulary import Commendation, Kind
from thidua.text import fold, nearest


class Checklist(Finding):
    """The finding on a set of papers: a child for each paper asked for, and for each name that is none of them."""

    __slots__ = ()

    @property
    def asked(self) -> Papers:
        """The papers asked for."""
        asked: Papers = self.about.subject
        return asked

    @property
    def lacking(self) -> tuple[Paper, ...]:
        """The papers that are asked for whatever the case, and are not there."""
        return self._of(Outcome.NOT_MET)

    @property
    def perhaps(self) -> tuple[Paper, ...]:
        """The papers that are not there, and are asked for only in a case of which nothing is known."""
        return self._of(Outcome.UNKNOWN)

    def _of(self, outcome: Outcome) -> tuple[Paper, ...]:
        found = (child.code for child in self.children if child.outcome is outcome and child.code in PAPERS)
        return tuple(self.asked[name] for name in found)

    @property
    def not_asked(self) -> tuple[str, ...]:
        """The names given that are no paper asked for."""
        return tuple(child.have for child in self.children if child.code == "not-asked")

    def explain(self, locale: str = "vi") -> str:
        """Tell what is there and what is missing, in Vietnamese (``"vi"``) or English (``"en"``)."""
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.papers").checked(self, locale)
        return text

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook").prose(self)
        return shown


def check_papers(  # noqa: PLR0913  # what papers() asks, with what is given
    given: Iterable[str],
    award: str | Award,
    *,
    law: Law,
    commendation: Commendation | None = None,
    recipient: Kind | None = None,
    procedure: Way = "ordinary",
    cases: Mapping[str, bool] | None = None,
) -> Checklist:
    """Say what of a dossier's papers is missing, and what was given that is not asked for.

    A paper that is not there is NOT_MET; one of which a name does not tell whether it is the one asked for ("Báo cáo
    tài chính", the minutes of another council) is UNKNOWN. Where a paper is asked for only in a case it is UNKNOWN
    until ``cases`` says whether it is so. What is not asked for harms nothing and is told (``not-asked``). UNKNOWN too:
    a text that governs was not read (``unread``), or leaves the papers to another body's rules (``left-to``); the
    simplified procedure is judged as ``simplified``.

    Args:
        given: the papers that are there: kinds (``"report"``) or their printed names, read by how they begin.
        award: as for :func:`~thidua.decision.papers.papers`, and so what follows but for ``cases``.
        law: the law of the day.
        commendation: the kind of commendation proposed.
        recipient: for whom.
        procedure: ``ordinary`` or ``simplified``.
        cases: by the name of a paper's ``when``, whether it is so: ``{"initiative": False}``.

    Raises:
        UnknownTerm: as :func:`~thidua.decision.papers.papers`; or a case that no paper of the list names.
        NotInForce: the award does not exist on the day.
        InputError: a paper that is no text, a case that is neither true nor false.

    Source: as of :func:`~thidua.decision.papers.papers`.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> found = check_papers(["Tờ trình", "Báo cáo thành tích", "Biên bản"], "CSTĐCS", law=law_on(date(2024, 12, 20)))
    >>> found.outcome.name, [paper.paper for paper in found.lacking]
    ('NOT_MET', ['vote-result', 'certificate'])
    """
    asked = papers(award, law=law, commendation=commendation, recipient=recipient, procedure=procedure)
    said = dict(cases or {})
    known = [paper.when.name for paper in asked if paper.when]
    for name, is_so in said.items():
        if name not in known:
            raise UnknownTerm("case of a paper", name, nearest(name, known))
        if not isinstance(is_so, bool):
            raise InputError.one(
                f"cases.{name}", "bad-value", worded("is it so? expected True or False, got {is_so!r}", is_so=is_so)
            )
    names = [given] if isinstance(given, str) else list(given)
    for index, name in enumerate(names):
        if not isinstance(name, str):
            raise InputError.one(
                f"given[{index}]", "bad-value", worded("expected the name of a paper, got {name!r}", name=name)
            )
    read = {name: papers_named(name) for name in names}
    printed = {fold(name) for name in names}
    have = {kind for name in names for kind in surely(name)}
    have |= {paper.paper for paper in asked if fold(paper.label) in printed}
    perhaps = {kind: name for name, kinds in read.items() for kind in kinds if kind not in have}
    children = [
        *(_one(paper, have, perhaps, said) for paper in asked),
        *_open(asked),
        *(
            fact(About("not-asked"), Outcome.MET, name)
            for name, kinds in read.items()
            if not any(paper.paper in kinds for paper in asked)
        ),
    ]
    about = About("papers", None, tuple(paper.paper for paper in asked), asked)
    outcome = min((child.outcome for child in children), default=Outcome.UNKNOWN)
    on_facts = min((child.on_facts for child in children), default=Outcome.UNKNOWN)
    missing = tuple(path for child in children for path in child.missing)
    return Checklist(about, outcome, tuple(kind for kind in PAPERS if kind in have), tuple(children), on_facts, missing)


def _one(paper: Paper, have: set[PaperKind], perhaps: Mapping[PaperKind, str], said: Mapping[str, bool]) -> Finding:
    about = About(paper.paper, paper.citation, paper.when, paper)
    there = paper.paper in have
    needed = True if paper.when is None else said.get(paper.when.name)
    if there or needed is False:
        return fact(about, Outcome.MET, there)
    if paper.paper in perhaps:  # a report, but of what? minutes, but of whose meeting?
        return fact(about, Outcome.UNKNOWN, perhaps[paper.paper], (), ("given",))
    missing = () if needed or paper.when is None else (f"cases.{paper.when.name}",)
    return fact(about, Outcome.UNKNOWN if missing else Outcome.NOT_MET, there, (), missing)


def _open(asked: Papers) -> Iterator[Finding]:
    """Say what leaves the list itself open."""
    for placed in asked.left_to:
        yield fact(About("left-to", placed.citation, placed.entry.left_to), Outcome.UNKNOWN)
    for text in asked.unread:
        yield fact(About("unread", text.citation, None, text.entry), Outcome.UNKNOWN)
    if asked.may is not None:
        yield asked.may
