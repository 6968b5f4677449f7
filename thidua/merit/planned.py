"""The answer to "what is missing, and when": a plan, its routes and their steps."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from importlib import import_module
from typing import Any

import attrs

from thidua.book.law import Law
from thidua.merit.measures import PENDING
from thidua.merit.verdict import Verdict
from thidua.model.award import Award
from thidua.model.citation import Citation
from thidua.model.dossier import Dossier
from thidua.model.finding import About, Finding
from thidua.model.timeline import Timeline
from thidua.model.vocabulary import Commendation


@attrs.frozen(eq=False)
class Task:
    """One thing to achieve in a year.

    Attributes:
        year: the year; of an initiative the last one that will do.
        since: the first year that will do; ``year`` where none but that one does.
        key, value: what must be achieved, as a clause of the statute book asks it: ``"rated"``, ``"excellent"``.
        asked: the clauses that ask for it.
    """

    year: int
    since: int
    key: str
    value: Any
    asked: tuple[About, ...]

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the clauses are written that ask for it."""
        return tuple(dict.fromkeys(about.citation for about in self.asked if about.citation))


@attrs.frozen(eq=False)
class Receipt:
    """An award to be received for a year.

    Attributes:
        verdict: the verdict by which it is: its standard met, but for what is left to people.
        commendation: the kind of commendation it is proposed by; None for a title.
        asked: the clauses that want it held; none for the award that the plan is about.
    """

    verdict: Verdict
    commendation: Commendation | None
    asked: tuple[About, ...] = ()

    @property
    def award(self) -> Award:
        """The award."""
        return self.verdict.award


@attrs.frozen(eq=False)
class Step:
    """One year of a plan.

    Attributes:
        year: the achievement year.
        achieve: what to achieve in it.
        receive: the awards to be received for it, the lower first; in the last step the award in question is the last.
        dossier: the dossier as it then stands, before the award in question: what ``assess`` is to be asked about.
    """

    year: int
    achieve: tuple[Task, ...]
    receive: tuple[Receipt, ...]
    dossier: Dossier = attrs.field(repr=False)


@attrs.frozen
class Assumption:
    """What a plan takes for granted.

    ``code``: ``law`` (the law of a day holds in all its years), ``local`` (a document of one's own is laid over it),
    ``changing`` (a document that is known to change the law within those years, and is left out), ``record`` (lists of
    the record that are not known to be whole hold nothing more), ``unsaid`` (a fact that the record does not say, and
    the plan does without), ``open`` and ``closed`` (whether something may still be achieved in the dossier's year),
    ``disciplined`` (a year with a disciplinary measure is rated as planned: how it must be rated is not looked at),
    ``order`` (an award for a year is decided on that year's record, the lower first, by the day on which the year's
    proposal is received, else by the year's last day), ``orderly`` (nothing happens that keeps an award back; service
    and posts that run go on), ``yearly`` (what nobody can plan is left out), ``feat`` (the route rests on it),
    ``judgement`` (left to people), ``capped`` (only so many may receive it), ``capped-rating`` (only so many may be
    rated so), ``reading`` (an ambiguous text, and how it is read), ``unread`` (a text that was not read asks for
    nothing more), ``other-way`` (another way rests on a text that was not read: it may be open, and is left out).
    """

    code: str
    detail: str
    citation: Citation | None = None
    gloss: str | None = None


@attrs.frozen
class Blocker:
    """What keeps an award back that neither time nor achievement cures.

    ``code``: ``recipient``, ``subject``, ``commendation`` (it is not for such a recipient, subject, or kind of
    commendation), ``not-encoded``, ``delegated`` (criteria left to a document that was not brought), ``unread`` (a text
    that governs was not read), ``unsaid`` (a fact must be supplied: ``supply``), ``fixed`` (a fact of the subject that
    stays as it is), ``service`` (time in service or in a post that the record does not show), ``discipline`` (a measure
    or a proceeding without an end), ``ladder`` (an award that must be held and cannot be reached: its own blockers
    follow), ``clause`` (any other).

    Attributes:
        award: the award in whose standard it stands.
        finding: the finding, in the words of the clause.
    """

    code: str
    award: Award
    finding: Finding

    @property
    def citation(self) -> Citation | None:
        """Where it is written."""
        return self.finding.citation

    @property
    def supply(self) -> tuple[str, ...]:
        """Facts to supply, as paths a form can show."""
        return self.finding.missing


@attrs.frozen(eq=False, slots=False)
class Route:
    """One way to an award.

    Attributes:
        about: the clause that tells it from the others.
        earliest: the first year in which the award's standard is met.
        steps: what to do, year by year; years in which nothing is asked are left out.
        feat: whether it rests on what nobody can plan: a feat, a prize, a contribution, a movement's result.
        years: the dossier of each year on the way.
        verdict: the dossier as it stands today.
        unsaid: facts that the record does not say and the way does without, as paths a form can show: with them an
            earlier way may be open.
        unread: other ways that rest on a text that was not read, as findings.
    """

    about: About
    earliest: int
    steps: tuple[Step, ...]
    feat: bool
    years: dict[int, Dossier] = attrs.field(repr=False)
    verdict: Verdict = attrs.field(repr=False)
    unsaid: tuple[str, ...] = ()
    unread: tuple[Finding, ...] = ()

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All that is to be achieved."""
        return tuple(task for step in self.steps for task in step.achieve)

    @cached_property
    def assumptions(self) -> tuple[Assumption, ...]:
        """What it takes for granted."""
        found: tuple[Assumption, ...] = import_module("thidua.merit.assumed").assumptions(self)
        return found


@attrs.frozen(eq=False, slots=False)
class Plan:
    """What is missing for an award, and when it can be had.

    Attributes:
        verdict: the dossier as it stands today.
        routes: the ways that are open, the best first: what can be planned before what cannot, then the fewest years,
            then the fewest things to achieve.
        blockers: what time does not cure, where no way is open that can be planned.
        short: what is not met today on the best route, or on all where none is open: findings in the words of their
            clauses.

    >>> from datetime import date
    >>> import thidua
    >>> recruit = thidua.load_dossier({
    ...     "subject": {"kind": "individual", "tracks": ["civil-servant"]}, "year": 2025, "known_from": 2025,
    ...     "joined": "2025-01-01"})
    >>> plan = thidua.plan(recruit, "CSTĐ tỉnh", law=thidua.law_on(date(2025, 12, 1)))
    >>> plan.earliest, [step.year for step in plan.steps]
    (2027, [2025, 2026, 2027])
    >>> [(task.key, task.value) for task in plan.steps[0].achieve]
    [('rated', 'excellent')]
    """

    verdict: Verdict
    routes: tuple[Route, ...]
    blockers: tuple[Blocker, ...]
    short: tuple[Finding, ...]

    @property
    def award(self) -> Award:
        """The award asked about."""
        return self.verdict.award

    @property
    def dossier(self) -> Dossier:
        """The dossier asked about."""
        return self.verdict.dossier

    @property
    def law(self) -> Law:
        """The law it is planned by, taken to hold in all the years."""
        return self.verdict.law

    @property
    def earliest(self) -> int | None:
        """The first year in which the award can be met by the best route; None where no way is open."""
        return self.routes[0].earliest if self.routes else None

    @property
    def steps(self) -> tuple[Step, ...]:
        """The best route, year by year."""
        return self.routes[0].steps if self.routes else ()

    @property
    def years(self) -> dict[int, Dossier]:
        """The dossier of each year on the best route, with what is achieved and received in it."""
        return self.routes[0].years if self.routes else {}

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """What the best route takes for granted."""
        return self.routes[0].assumptions if self.routes else ()

    def explain(self, locale: str = "vi") -> str:
        """Tell the plan in prose, with its articles, in Vietnamese (``"vi"``) or English (``"en"``)."""
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording").explain_plan(self, locale)
        return text

    def timeline(self, locale: str = "vi") -> Timeline:
        """Lay the best route out on a line of years, ahead of the record: print it, or show it (SVG)."""
        drawn: Timeline = import_module("thidua.wording.plan_line").plan_line(self, locale)
        return drawn

    def __str__(self) -> str:
        """Draw the line of years."""
        return str(self.timeline())

    def _repr_html_(self) -> str:
        shown: str = import_module("thidua.wording.notebook").plan(self)
        return shown


def short_of(finding: Finding) -> Iterator[Finding]:
    """Yield the leaves that are not met, of all that must hold; of a choice that is lost every alternative."""
    if finding.outcome >= PENDING:
        return
    if not finding.children:
        yield finding
    for child in finding.children:
        yield from short_of(child)
