"""An award's rule, compiled: its tree becomes closures from a dossier to a finding.

Built once for each award of a statute and kept with it. A closure returns None where the clause is not in question:
its route is of another kind of commendation than the one proposed, or its rule speaks of other subjects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from thidua.book.law import Law, Placed
from thidua.merit.combine import Judge, all_of, any_of, best, least
from thidua.merit.leaves import leaf_of
from thidua.merit.measures import NOT_MET, UNKNOWN, Window
from thidua.merit.runs import run_of
from thidua.merit.speaks import speaks, subject_gap
from thidua.merit.tree import Barring, Group, Leaf, Meets, Node, Routed, Ruled, Running, Standard, Tree, tree
from thidua.model.award import Award
from thidua.model.dossier import Dossier
from thidua.model.finding import Finding
from thidua.model.outline import Unread
from thidua.model.provision import AwardEntry
from thidua.model.vocabulary import Kind

BELOW = frozenset({"decree", "circular", "decision"})
"""Kinds of document that set out the details of a law, and do not change whom it names."""


@attrs.frozen(eq=False)
class Program:
    """What it takes to judge one award under one statute."""

    award: Award
    tree: Tree
    judge: Callable[[Dossier], Finding]
    unread: tuple[Placed[Unread], ...]
    """Texts that govern a rule it runs through, but were not read."""
    stopping: tuple[Placed[Unread], ...]
    """Those of them that make an answer UNKNOWN."""
    named: bool
    """Whether a law names its recipients, and nothing but texts below a law was not read: these widen no such list."""

    def stops(self, kind: Kind) -> tuple[Placed[Unread], ...]:
        """Return the texts that make the answer to such a recipient UNKNOWN."""
        return () if self.named and kind not in self.award.recipients else self.stopping


def program(law: Law, award: str | Award) -> Program:
    """Return the award's program, compiled on first use and kept with the statute under every name it is asked by."""
    cache = law.statute.cache
    name = award if isinstance(award, str) else award.id
    found: Program | None = cache.get(name)
    if found is None:
        meant = law.award(award)
        found = cache.get(meant.id) or _compiled(law, meant)
        cache[name] = cache[meant.id] = found
    return found


def _compiled(law: Law, award: Award) -> Program:
    read = tree(law, award)
    unread = tuple(dict.fromkeys(placed for name in read.seen for placed in law.unread("rule", name)))
    stopping = tuple(placed for placed in unread if placed.entry.stops and law.stops)
    home = next(placed.header for placed in law.of(AwardEntry) if placed.entry.id == award.id)
    named = home.kind == "law" and all(placed.header.kind in BELOW for placed in stopping)
    return Program(award, read, judge_of(read), unread, stopping, named)


def judge_of(read: Tree) -> Callable[[Dossier], Finding]:
    """Compile a tree: an award's own, or one narrowed to some of its roads."""
    standard, about = _standard(read.standard), read.about

    def judge(dossier: Dossier) -> Finding:
        return least(about, standard(dossier, None))

    return judge


def _standard(node: Standard) -> Callable[[Dossier, Window | None], tuple[Finding, ...]]:
    rules = [(ruled.entry, _ruled(ruled)) for ruled in node.rules]
    bars = [(each.recipients, _barring(each)) for each in node.bars]
    plans = {
        kind: (
            [rule for entry, rule in rules if kind in entry.recipients],
            [bar for whom, bar in bars if not whom or kind in whom],
        )
        for kind in node.award.recipients
    }

    def judge(dossier: Dossier, window: Window | None) -> tuple[Finding, ...]:
        kind = dossier.subject.kind
        plan = plans.get(kind)
        if plan is None:
            return (Finding(node.recipient, NOT_MET, kind, (), NOT_MET),)
        spoken, barring = plan
        if not spoken:
            return (Finding(node.none_here, UNKNOWN, kind, (), UNKNOWN),)
        one = spoken[0](dossier, window) if len(spoken) == 1 else several(dossier, window, spoken)
        if one is None:
            one = none_speaks(dossier)
        if not barring:
            return (one,)
        return (one, *[finding for bar in barring if (finding := bar(dossier, window)) is not None])

    def several(dossier: Dossier, window: Window | None, spoken: Iterable[Judge]) -> Finding | None:
        found = tuple([finding for rule in spoken if (finding := rule(dossier, window)) is not None])
        return found[0] if len(found) == 1 else best(node.any_rule, found) if found else None

    def none_speaks(dossier: Dossier) -> Finding:
        if any(speaks(entry, dossier) for entry, _ in rules):
            return Finding(node.wrong_route, NOT_MET, dossier.commendation, (), NOT_MET)
        return Finding(node.not_spoken_of, NOT_MET, dossier.subject.tracks or dossier.subject.body, (), NOT_MET)

    return judge


def _barring(node: Barring) -> Judge:
    judge, spared = node_judge(node.inner), node.spared
    if not spared:
        return judge

    def laid(dossier: Dossier, window: Window | None) -> Finding | None:
        tracks = dossier.subject.tracks
        return None if tracks and spared.issuperset(tracks) else judge(dossier, window)

    return laid


def _ruled(node: Ruled) -> Judge:
    whole, entry, about, track = node_judge(node.whole), node.entry, node.about, node.track
    if track is None:
        return whole

    def judge(dossier: Dossier, window: Window | None) -> Finding | None:
        missing = subject_gap(entry, dossier)
        if missing is None:
            return None
        finding = whole(dossier, window)
        if finding is None or not missing:
            return finding
        guard = Finding(track, UNKNOWN, None, (), UNKNOWN, missing)
        return least(about, (guard, *finding.children))

    return judge


def node_judge(node: Node) -> Judge:
    """Compile one node of a tree."""
    match node:
        case Leaf():
            return leaf_of(node.about, node.key, node.value, node.outlook)
        case Group():
            return (all_of if node.together else any_of)(node.about, [node_judge(part) for part in node.parts])
        case Routed():
            return _routed(node)
        case Meets():
            return _meets(node)
        case Running():
            within = None if node.within is None else node_judge(node.within)
            return run_of(node.about, node.asked, within, node.outlook.lens())


def _routed(node: Routed) -> Judge:
    judge, kinds = node_judge(node.inner), node.kinds

    def routed(dossier: Dossier, window: Window | None) -> Finding | None:
        proposed = dossier.commendation
        return judge(dossier, window) if proposed is None or proposed in kinds else None

    return routed


def _meets(node: Meets) -> Judge:
    standards = [(about, _standard(standard)) for about, standard in node.standards]

    def judge(dossier: Dossier, window: Window | None) -> Finding:
        found = [least(about, standard(dossier, window)) for about, standard in standards]
        # "LĐTT or CSTT": of two standards for different people, show the one that speaks of this person.
        spoken = [finding for finding in found if finding.children[0].code != "subject"] or found[:1]
        return best(node.about, tuple(spoken))

    return judge
