"""The answer to "does this record deserve this award?"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from importlib import import_module

import attrs

from thidua.book.law import Law, Placed
from thidua.merit.combine import article
from thidua.merit.lacking import lacking, texts
from thidua.merit.measures import MET, NOT_MET, PENDING
from thidua.model.award import Award
from thidua.model.citation import Citation, Standing
from thidua.model.condition import Holds, Judgement
from thidua.model.dossier import Dossier
from thidua.model.finding import Finding, Outcome
from thidua.model.outline import Transition
from thidua.model.provision import Ground
from thidua.model.timeline import Timeline


@attrs.frozen
class ToAttest:
    """A judgement left to people: the key to attest it by, what it says, and where it is written."""

    key: str
    label: str
    gloss: str
    citation: Citation | None


@attrs.frozen
class Caveat:
    """What a verdict rests on that the caller should know.

    ``code``: ``standing`` (weaker than a text that was read), ``unread`` (a text known to govern was not read),
    ``delegated`` (criteria left to a document that was not brought), ``reading`` (an ambiguous text, where another
    reading gives another outcome), ``counted-from`` (a measure was served: what came before that day does not count),
    ``counted-partly`` (a year that was looked at, in the middle of which that measure ended: a title counts if it was
    decided after that day, of a rating the text says nothing), ``barred`` (an award of that kind of commendation
    grounds no other), ``counted-after`` (the same award was given for that year: what came before does not count
    again),
    ``transition`` (a transitional clause picked the law),
    ``horizon`` (the law of a day later than the book was checked), ``local``.
    """

    code: str
    detail: str
    citation: Citation | None = None
    gloss: str | None = None


@attrs.frozen(eq=False, slots=False)
class Verdict:
    """One dossier, one award, one law.

    Attributes:
        findings: the tree of findings, from the award down to the facts.
        award, dossier, law: what was asked.
        transitions: the transitional clauses by which this law governs the dossier, where ``governing`` picked it.

    >>> import thidua
    >>> dossier = thidua.load_dossier({"subject": {"kind": "individual", "tracks": ["civil-servant"]}, "year": 2024,
    ...                                "years": [{"year": 2024, "rating": "completed"}], "received": "2025-01-10"})
    >>> verdict = thidua.assess(dossier, "LĐTT", law=thidua.law_on)
    >>> verdict.outcome.name, verdict.reason
    ('NOT_MET', '24.1.a')
    """

    findings: Finding
    award: Award
    dossier: Dossier = attrs.field(repr=False)
    law: Law
    transitions: tuple[Placed[Transition], ...] = ()

    @property
    def outcome(self) -> Outcome:
        """MET, PENDING, UNKNOWN or NOT_MET."""
        return self.findings.outcome

    @property
    def on_facts(self) -> Outcome:
        """The outcome with every judgement taken as given."""
        return self.findings.on_facts

    @property
    def as_last_read(self) -> Outcome:
        """The outcome by the last text read; differs from ``outcome`` only where a text that governs was not read."""
        return self.read.outcome

    @property
    def read(self) -> Finding:
        """The tree by the last text that was read: all of it, unless a text known to govern was not read."""
        last = self.findings.children[-1]
        return last.children[0] if last.code == "as-last-read" else self.findings

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Facts to supply, as paths a form can show: those that may still change the outcome."""
        return tuple(dict.fromkeys(path for finding in open_ends(self.findings) for path in finding.missing))

    @cached_property
    def to_attest(self) -> tuple[ToAttest, ...]:
        """The judgements left to people on routes that are still open."""
        found: dict[str, ToAttest] = {}
        for finding in open_ends(self.findings):
            if finding.outcome is PENDING:
                need = finding.need
                judged = isinstance(need, Judgement)
                key = finding.code if judged else f"{article(finding.code)}/recognised"
                label = need.label if judged else "thành tích được cấp có thẩm quyền công nhận"
                gloss = need.gloss if judged else "the achievement is recognised by the competent level"
                found.setdefault(key, ToAttest(key, label, gloss, finding.citation))
        return tuple(found.values())

    @cached_property
    def standing(self) -> Standing:
        """The weakest standing among the entries that the verdict rests on, and the clauses that picked the law."""
        return max((each.standing for each in self.rests_on), default=Standing.VERIFIED)

    @property
    def rests_on(self) -> Iterator[Citation]:
        """Where the law says what the verdict rests on."""
        yield from (finding.citation for finding in grounds(self.findings) if finding.citation)
        yield from (placed.citation for placed in self.transitions)
        yield from (citation for _, citation in self.barred_by)

    @property
    def barred_by(self) -> Iterator[tuple[str, Citation]]:
        """By which clause an award on record grounds nothing, with the kind of commendation it was given by."""
        held = (finding for finding in self.read.walk() if isinstance(finding.need, Holds))
        given = {finding.have for finding in held if isinstance(finding.have, str)}
        for placed in self.law.of(Ground):
            yield from ((kind, placed.citation) for kind in placed.entry.excluded if kind in given)

    @cached_property
    def caveats(self) -> tuple[Caveat, ...]:
        """Weak standing, texts not read, readings that mattered, criteria left to others, the book's horizon."""
        from thidua.merit.caveats import caveats_of  # noqa: PLC0415  # it tries other readings: it needs verdicts

        return caveats_of(self)

    @cached_property
    def reason(self) -> str | None:
        """The clause that holds the best route back; None where nothing does.

        Best by outcome, then by most clauses met, then by the law's order.
        """
        return holding(self.findings).code if self.outcome is not MET else None

    @cached_property
    def lacking(self) -> tuple[Finding, ...]:
        """The fewest findings that would have to be otherwise for every fact to hold, as far as the texts were read.

        None where all do, and none on what a text that was not read may ask: that is :attr:`unread`.
        """
        return lacking(self.read)

    @cached_property
    def unread(self) -> tuple[Finding, ...]:
        """The findings on texts not read that bear on the award, beside what is :attr:`lacking`.

        A text that governs and stops every answer, criteria left to a text that was not brought, or that were not
        encoded: on the way that is told, or on another that they may open.
        """
        stops = tuple(each for each in self.findings.children if each.code == "unread")
        return (*stops, *texts(self.read))

    def why_not(self, locale: str = "vi") -> str | None:
        """Say in one sentence, for a letter of refusal, what is not met and by which clause; None unless NOT_MET."""
        text: str | None = import_module("thidua.wording.letter").why_not(self, locale)
        return text

    def remedy(self, locale: str = "vi") -> str | None:
        """Say in one sentence what would have to be otherwise for every fact to hold; None where all do."""
        text: str | None = import_module("thidua.wording.letter").remedy(self, locale)
        return text

    def timeline(self, locale: str = "vi") -> Timeline:
        """Lay the record out on a line of years, with those that the clauses looked at: print it, or show it (SVG)."""
        drawn: Timeline = import_module("thidua.wording.timeline").timeline(self, locale)
        return drawn

    def __str__(self) -> str:
        """Draw the timeline."""
        return str(self.timeline())

    def _repr_html_(self) -> str:
        shown: str = import_module("thidua.wording.notebook").verdict(self)
        return shown

    def explain(self, locale: str = "vi") -> str:
        """Tell the verdict in prose, with its articles, in Vietnamese (``"vi"``) or English (``"en"``)."""
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording").explain(self, locale)
        return text


def holding(finding: Finding) -> Finding:
    """Follow the tree down to the clause that holds the best route back."""
    while finding.children:
        if finding.about.choice:
            finding = max(finding.children, key=lambda child: (child.outcome, met_clauses(child)))
        else:
            finding = min(finding.children, key=lambda child: child.outcome)
    return finding


def met_clauses(finding: Finding) -> int:
    """Count the leaves that are met."""
    return sum(not part.children and part.outcome is MET for part in finding.walk())


def open_ends(finding: Finding) -> Iterator[Finding]:
    """Yield the leaves that may still change the outcome: nothing under what is met, nothing beside what is lost."""
    if finding.outcome is MET:
        return
    if not finding.children:
        yield finding
    elif finding.about.choice or finding.outcome is not NOT_MET:
        for child in finding.children:
            if child.outcome is not NOT_MET:
                yield from open_ends(child)


def grounds(finding: Finding) -> Iterator[Finding]:
    """Yield the findings that the outcome rests on: of a choice the best, of a lost whole what lost it."""
    yield finding
    for child in finding.children:
        if child.outcome is finding.outcome or (not finding.about.choice and finding.outcome is not NOT_MET):
            yield from grounds(child)
