"""An award's rule, compiled: clauses become closures from a dossier to a finding.

Built once for each award of a statute and kept with it. A closure returns None where the clause is not in question:
its route is of another kind of commendation than the one proposed, or its rule speaks of other subjects.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from thidua.book.law import Law, Placed
from thidua.errors import InputError
from thidua.merit.combine import (
    SELECTED,
    Judge,
    all_of,
    any_of,
    best,
    judgement,
    least,
)
from thidua.merit.leaves import NOT_NEGATED, leaf_of
from thidua.merit.measures import NOT_MET, UNKNOWN, Window
from thidua.merit.outlook import Outlook
from thidua.merit.runs import run_of
from thidua.merit.speaks import speaks, subject_gap
from thidua.model.award import Award
from thidua.model.condition import Run
from thidua.model.dossier import Dossier
from thidua.model.finding import About, Finding
from thidua.model.outline import Unread
from thidua.model.provision import Bar, Clause, Rule
from thidua.model.vocabulary import Commendation


@attrs.frozen(eq=False)
class Program:
    """What it takes to judge one award under one statute."""

    award: Award
    judge: Callable[[Dossier], Finding]
    unread: tuple[Placed[Unread], ...]
    """Texts that govern a rule it runs through, but were not read."""
    stopping: tuple[Placed[Unread], ...]
    """Those of them that make every answer UNKNOWN."""


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
    builder = _Builder(law)
    judge = builder.award(award)
    unread = tuple(dict.fromkeys(placed for name in builder.seen for placed in law.unread("rule", name)))
    return Program(award, judge, unread, tuple(placed for placed in unread if placed.entry.stops and law.stops))


NARROWING = ("tracks", "except_tracks", "bodies", "except_bodies", "armed", "forces")
"""The keys of a rule that may leave a subject out."""


class _Builder:
    """Compiles one award; remembers the awards and clauses on its way, so that a circle is an error."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.seen: dict[str, None] = {}
        self.path: list[str] = []
        self.route: tuple[Commendation, ...] = ()
        self.negated = False
        self.laid: tuple[Placed[Bar], ...] = ()

    def award(self, award: Award) -> Callable[[Dossier], Finding]:
        standard = self.standard(award)
        about = About(award.id, award.citation, subject=award)

        def judge(dossier: Dossier) -> Finding:
            return least(about, standard(dossier, None))

        return judge

    def standard(self, award: Award) -> Callable[[Dossier, Window | None], tuple[Finding, ...]]:
        """Compile an award's rules and bars; an award met through ``meets`` brings its own."""
        if award.id in self.path:
            circle = " -> ".join([*self.path, award.id])
            raise InputError.one(award.id, "circle", f"the standard refers to itself: {circle}")
        self.path.append(award.id)
        self.seen[award.id] = None
        outer = self.laid
        # A bar that lies on the award in question need not be said again of the award whose standard it rests on.
        own = [placed for placed in self.law.bars(award) if placed not in outer]
        self.laid = (*outer, *own)
        rules = [(placed.entry, self.rule(placed)) for placed in self.law.rules(award)]
        bars = [(placed.entry.recipients, self.bar(placed)) for placed in own]
        self.laid = outer
        self.path.pop()
        recipient = About("recipient", award.citation, need=award.recipients, subject=award)
        none_here = About("not-encoded", award.citation, subject=award)
        not_spoken_of = About("subject", award.citation, need=_tracks(self.law.rules(award)), subject=award)
        wrong_route = About("commendation", award.citation, subject=award)
        any_rule = About(f"{award.id}/rules", award.citation, subject=award, choice=True)

        plans = {
            kind: (
                [rule for entry, rule in rules if kind in entry.recipients],
                [bar for whom, bar in bars if not whom or kind in whom],
            )
            for kind in award.recipients
        }

        def judge(dossier: Dossier, window: Window | None) -> tuple[Finding, ...]:
            kind = dossier.subject.kind
            plan = plans.get(kind)
            if plan is None:
                return (Finding(recipient, NOT_MET, kind, (), NOT_MET),)
            spoken, barring = plan
            if not spoken:
                return (Finding(none_here, UNKNOWN, kind, (), UNKNOWN),)
            one = spoken[0](dossier, window) if len(spoken) == 1 else several(dossier, window, spoken)
            if one is None:
                one = none_speaks(dossier)
            if not barring:
                return (one,)
            return (one, *[finding for bar in barring if (finding := bar(dossier, window)) is not None])

        def several(dossier: Dossier, window: Window | None, spoken: Iterable[Judge]) -> Finding | None:
            found = tuple([finding for rule in spoken if (finding := rule(dossier, window)) is not None])
            return found[0] if len(found) == 1 else best(any_rule, found) if found else None

        def none_speaks(dossier: Dossier) -> Finding:
            if any(speaks(entry, dossier) for entry, _ in rules):
                return Finding(wrong_route, NOT_MET, dossier.commendation, (), NOT_MET)
            return Finding(not_spoken_of, NOT_MET, dossier.subject.tracks or dossier.subject.body, (), NOT_MET)

        return judge

    def bar(self, placed: Placed[Bar]) -> Judge:
        judge = self.clause(self.law.clause(placed.entry.clause, placed))
        spared = frozenset(placed.entry.except_tracks)
        if not spared:
            return judge

        def laid(dossier: Dossier, window: Window | None) -> Finding | None:
            tracks = dossier.subject.tracks
            return None if tracks and spared.issuperset(tracks) else judge(dossier, window)

        return laid

    def rule(self, placed: Placed[Rule]) -> Judge:
        entry = placed.entry
        about = About(entry.id, placed.citation, subject=entry)
        parts = [self.clause(self.law.clause(name, placed)) for name in entry.all]
        if entry.any:
            routes = [self.clause(self.law.clause(name, placed)) for name in entry.any]
            parts.append(any_of(About(f"{entry.id}/any", placed.citation, subject=entry), routes))
        if entry.selective:
            key = f"{entry.selective}/{SELECTED.name}"
            parts.append(judgement(About(key, placed.citation, need=SELECTED, subject=SELECTED)))
        whole = all_of(about, parts)
        if not any(getattr(entry, key) for key in NARROWING):
            return whole
        track = About("track", placed.citation, need=entry.tracks or entry.bodies, subject=entry)

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

    def clause(self, placed: Placed[Clause]) -> Judge:
        entry = placed.entry
        name = f"{placed.header.id}:{entry.id}"
        if name in self.path:
            raise InputError.one(name, "circle", f"the clause refers to itself: {' -> '.join([*self.path, name])}")
        self.path.append(name)
        outer, self.route = self.route, entry.commendation or self.route
        judge = self.condition(placed)
        self.route = outer
        self.path.pop()
        if not entry.commendation:
            return judge
        kinds = frozenset(entry.commendation)

        def routed(dossier: Dossier, window: Window | None) -> Finding | None:
            proposed = dossier.commendation
            return judge(dossier, window) if proposed is None or proposed in kinds else None

        return routed

    def condition(self, placed: Placed[Clause]) -> Judge:
        key, value = placed.entry.condition
        if self.negated and key in NOT_NEGATED:
            reason = f"{key} may not stand under none: it is more than one fact"
            raise InputError.one(f"clause {placed.entry.id!r}", "not-negatable", reason, source=placed.header.id)
        about = About(placed.entry.id, placed.citation, need=value, subject=placed.entry, negated=self.negated)
        if key in ("all", "any", "none"):
            return self.group(attrs.evolve(about, need=None), key, value, placed)
        if key in ("meets", "run"):
            return self.meets(about, value) if key == "meets" else self.run(about, value, placed)
        return leaf_of(about, key, value, self.outlook())

    def group(self, about: About, key: str, names: Iterable[str], placed: Placed[Clause]) -> Judge:
        """Combine clauses; under a negation *all* becomes *any* and the leaves themselves are negated."""
        outer = self.negated
        self.negated = outer != (key == "none")
        parts = [self.clause(self.law.clause(name, placed)) for name in names]
        self.negated = outer
        together = (key != "any") != outer
        return (all_of if together else any_of)(about, parts)

    def meets(self, about: About, awards: Iterable[str]) -> Judge:
        standards = []
        for name in awards:
            award = self.law.award(name)
            standards.append((About(f"{award.id}/standard", award.citation, subject=award), self.standard(award)))
        about = attrs.evolve(about, need=tuple(awards), choice=True)

        def judge(dossier: Dossier, window: Window | None) -> Finding:
            found = [least(each, standard(dossier, window)) for each, standard in standards]
            # "LĐTT or CSTT": of two standards for different people, show the one that speaks of this person.
            spoken = [finding for finding in found if finding.children[0].code != "subject"] or found[:1]
            return best(about, tuple(spoken))

        return judge

    def run(self, about: About, asked: Run, placed: Placed[Clause]) -> Judge:
        within = self.clause(self.law.clause(asked.within, placed)) if asked.within else None
        return run_of(about, asked, within, self.outlook().lens())

    def outlook(self) -> Outlook:
        """How this law looks back on the route being compiled."""
        return Outlook(self.law, self.path[0], frozenset(self.route))


def _tracks(rules: Iterable[Placed[Rule]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for placed in rules for word in (*placed.entry.tracks, *placed.entry.bodies)))
