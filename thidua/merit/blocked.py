"""What keeps an award back for good: which findings neither time nor achievement cures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from thidua.merit.climb import Climb
from thidua.merit.feats import of_feat
from thidua.merit.lacking import FIXED
from thidua.merit.measures import PENDING, UNKNOWN
from thidua.merit.planned import Blocker
from thidua.merit.program import program
from thidua.merit.receiving import proposed_as
from thidua.model.award import Award
from thidua.model.condition import Delegated, Holds, Undisciplined
from thidua.model.dossier import Dossier
from thidua.model.duration import Elapsed
from thidua.model.facts import NOT_SAID
from thidua.model.finding import About, Finding
from thidua.model.provision import Clause

GIVEN = ("recipient", "subject", "commendation", "not-encoded")
"""Findings on whom an award is for."""
SERVICE = ("served", "post")
CONDUCT = ("undisciplined", "clear")
BEGUN = ("joined", "aged")


def key_of(finding: Finding) -> str:
    """Return the key of the condition that a finding is on; empty where it is on none."""
    subject = finding.about.subject
    if isinstance(finding.need, Delegated):
        return "delegated"
    return subject.condition[0] if isinstance(subject, Clause) else ""


def code_of(finding: Finding) -> str:
    """Return the code of the blocker that a finding makes."""
    key = key_of(finding)
    if finding.code in GIVEN:
        return finding.code
    if key == "delegated":
        return key
    if isinstance(finding.need, Holds | Elapsed) and finding.outcome is not UNKNOWN:
        return "ladder"
    if finding.outcome is UNKNOWN and finding.missing:
        return "unsaid"
    for code, keys in (("fixed", FIXED), ("service", SERVICE), ("discipline", CONDUCT)):
        if key in keys:
            return code
    return "clause"


@attrs.define(eq=False)
class Barred:
    """What stays closed on the ground that a climb has covered so far."""

    climb: Climb
    _rungs: dict[str, bool] = attrs.field(factory=dict)

    def for_good(self, finding: Finding) -> bool:
        """Say whether a standard not met today is not met ever: a leaf for good, and whatever hangs on it."""
        if finding.outcome >= PENDING:
            return False
        if finding.children:
            every = all if finding.about.choice else any
            return every(self.for_good(child) for child in finding.children)
        return self.leaf(finding)

    def ends(self, finding: Finding) -> Iterator[Finding]:
        """Yield the leaves that keep a standard back: of what must all hold those that alone do so for good."""
        if finding.outcome >= PENDING:
            return
        if not finding.children:
            yield finding
            return
        children = finding.children
        if not finding.about.choice:
            closed = tuple(child for child in children if self.for_good(child))
            children = tuple(child for child in closed if not child.children) or closed or children
        for child in children:
            yield from self.ends(child)

    def leaf(self, finding: Finding) -> bool:
        """Say whether a leaf not met is not met ever."""
        need, key = finding.need, key_of(finding)
        if isinstance(need, Holds | Elapsed):
            # Time may make an award of the record old enough; it never makes it more than it is.
            held = isinstance(need, Elapsed) and any(award in self.climb.record.held for award in need.awards)
            return not (finding.about.negated or held) and all(map(self._closed, need.awards))
        if of_feat(finding.about):
            return not self.climb.feats
        if key in BEGUN or finding.code == "track":
            return finding.outcome is UNKNOWN
        if key in SERVICE:
            return finding.have is None
        if key in CONDUCT:
            items = finding.have if isinstance(finding.have, tuple) else ()
            lasts = not (isinstance(need, Undisciplined) and need.when == "imposed")
            return lasts and (not items or any(item.until in (None, NOT_SAID) for item in items))
        return finding.code in GIVEN or key == "delegated" or key in FIXED

    def _closed(self, award: str) -> bool:
        """Say whether an award can never be received."""
        if award not in self._rungs:
            self._rungs[award] = True  # a ladder that leans on itself is none
            rung = self.climb.law.statute.awards.get(award)
            last = self.climb.most[max(self.climb.most)]
            got = any(name == award for name, _ in self.climb.got)
            self._rungs[award] = not got and (
                rung is None
                or award in self.climb.ladder.closed
                or all(map(self.for_good, judged(self.climb, rung, last)))
            )
        return self._rungs[award]


def judged(climb: Climb, rung: Award, dossier: Dossier) -> Iterator[Finding]:
    """Yield what the standard of a rung answers, by each kind of commendation it may be proposed by."""
    compiled = program(climb.law, rung)
    if not compiled.stopping:
        for kind in proposed_as(climb.law, rung, feats=climb.feats):
            yield compiled.judge(attrs.evolve(dossier, commendation=kind))


def blockers(climb: Climb, goal: Award, findings: Iterable[Finding]) -> tuple[Blocker, ...]:
    """Name what keeps an award back, down the ladder: what is so for good, or all that is short where nothing is."""
    barred = Barred(climb)
    found: dict[tuple[str, str], Blocker] = {}
    seen: set[str] = set()

    def name(award: Award, standard: Finding) -> None:
        seen.add(award.id)
        stopping = program(climb.law, award).stops(climb.record.subject.kind)
        for placed in stopping:
            stop = Finding(About("unread", placed.citation, subject=placed.entry), UNKNOWN, None, (), UNKNOWN)
            found[award.id, f"unread {placed.entry.id}"] = Blocker("unread", award, stop)
        short = tuple(barred.ends(standard))
        closed = tuple(leaf for leaf in short if leaf.missing or barred.leaf(leaf))
        for leaf in closed or (() if stopping else short):
            code = code_of(leaf)
            found.setdefault((award.id, leaf.code), Blocker(code, award, leaf))
            for below in leaf.need.awards if code == "ladder" else ():
                rung = climb.law.statute.awards.get(below) if below not in climb.ladder.closed else None
                if rung is not None and below not in seen and not any(got == below for got, _ in climb.got):
                    last = climb.most[max(climb.most)]
                    kind = next(iter(proposed_as(climb.law, rung, feats=climb.feats)), None)
                    name(rung, program(climb.law, rung).judge(attrs.evolve(last, commendation=kind)))

    for finding in findings:
        name(goal, finding)
    return tuple(found.values())
