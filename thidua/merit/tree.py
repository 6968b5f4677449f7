"""An award's rule as a tree: the law's clauses in the order they are read, which every engine walks.

Built once for each award of a statute. What is settled by the text alone is settled here: which clause a reference
means, under which negation and on whose route it stands, which bars lie on it. What hangs on a record is left to the
engines: :mod:`thidua.merit.program` makes closures over one dossier of it, ``thidua.frames`` columns of a table.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import attrs

from thidua.book.law import Law, Placed
from thidua.errors import InputError, worded
from thidua.merit.combine import SELECTED, article
from thidua.merit.outlook import Outlook
from thidua.model.award import Award
from thidua.model.condition import Run
from thidua.model.finding import About
from thidua.model.provision import Bar, Clause, Rule
from thidua.model.vocabulary import Commendation, Kind, Track

NOT_NEGATED = frozenset({"meets", "run", "achievement", "attested", "delegated"})
"""Conditions that carry a judgement or several facts: negation is for leaves that are one fact."""
NARROWING = ("tracks", "except_tracks", "bodies", "except_bodies", "armed", "forces")
"""The keys of a rule that may leave a subject out."""


@attrs.frozen(eq=False)
class Leaf:
    """A condition that refers to no other clause; ``outlook`` is how the law looks back on the route it stands in."""

    about: About
    key: str
    value: Any
    outlook: Outlook


@attrs.frozen(eq=False)
class Group:
    """Parts that must all hold (``together``), or one of which must."""

    about: About
    parts: tuple[Node, ...]
    together: bool


@attrs.frozen(eq=False)
class Routed:
    """A clause that is in question only where one of these kinds of commendation is proposed, or none is named."""

    kinds: frozenset[Commendation]
    inner: Node


@attrs.frozen(eq=False)
class Running:
    """A run of years, and the clause that must hold within it."""

    about: About
    asked: Run
    within: Node | None
    outlook: Outlook


@attrs.frozen(eq=False)
class Meets:
    """The standards of other awards, one of which must be met."""

    about: About
    standards: tuple[tuple[About, Standard], ...]


@attrs.frozen(eq=False)
class Ruled:
    """A rule: in question only for the subjects it speaks of; ``track`` is None where it speaks of everybody."""

    entry: Rule
    about: About
    whole: Group
    track: About | None


@attrs.frozen(eq=False)
class Barring:
    """A bar: for these recipients (none: all), except whoever is of the tracks ``spared`` and no others."""

    code: str
    recipients: tuple[Kind, ...]
    spared: frozenset[Track]
    inner: Node


@attrs.frozen(eq=False)
class Standard:
    """What an award asks: one of its rules, and every bar that lies on it; with what it says of whom it does not suit.

    Attributes:
        award: the award.
        rules, bars: in the law's order.
        recipient: it cannot go to this kind of recipient.
        none_here: no rule for this kind of recipient was encoded.
        not_spoken_of: no rule speaks of this subject.
        wrong_route: the rules that do know no route of the kind of commendation proposed.
        any_rule: one of several rules.
    """

    award: Award
    rules: tuple[Ruled, ...]
    bars: tuple[Barring, ...]
    recipient: About
    none_here: About
    not_spoken_of: About
    wrong_route: About
    any_rule: About


Node: TypeAlias = Leaf | Group | Routed | Running | Meets


@attrs.frozen(eq=False)
class Tree:
    """The whole: an award's standard, and the ids of all awards whose rules it runs through."""

    about: About
    standard: Standard
    seen: tuple[str, ...]


def tree(law: Law, award: Award) -> Tree:
    """Read an award's rule under a law."""
    reader = _Reader(law)
    standard = reader.standard(award)
    return Tree(About(award.id, award.citation, subject=award), standard, tuple(reader.seen))


class _Reader:
    """Reads one award; remembers the awards and clauses on its way, so that a circle is an error."""

    def __init__(self, law: Law) -> None:
        self.law = law
        self.seen: dict[str, None] = {}
        self.path: list[str] = []
        self.route: tuple[Commendation, ...] = ()
        self.negated = False
        self.laid: tuple[Placed[Bar], ...] = ()

    def standard(self, award: Award) -> Standard:
        """Read an award's rules and bars; an award met through ``meets`` brings its own."""
        if award.id in self.path:
            circle = " -> ".join([*self.path, award.id])
            raise InputError.one(award.id, "circle", worded("the standard refers to itself: {circle}", circle=circle))
        self.path.append(award.id)
        self.seen[award.id] = None
        outer = self.laid
        # A bar that lies on the award in question need not be said again of the award whose standard it rests on.
        own = [placed for placed in self.law.bars(award) if placed not in outer]
        self.laid = (*outer, *own)
        rules = tuple(self.rule(placed) for placed in self.law.rules(award))
        bars = tuple(self.bar(placed) for placed in own)
        self.laid = outer
        self.path.pop()

        def about(code: str, need: Any = None, *, choice: bool = False) -> About:
            return About(code, award.citation, need=need, subject=award, choice=choice)

        return Standard(
            award,
            rules,
            bars,
            recipient=about("recipient", award.recipients),
            none_here=about("not-encoded"),
            not_spoken_of=about("subject", _tracks(self.law.rules(award))),
            wrong_route=about("commendation"),
            any_rule=about(f"{award.id}/rules", choice=True),
        )

    def bar(self, placed: Placed[Bar]) -> Barring:
        inner = self.clause(self.law.clause(placed.entry.clause, placed))
        return Barring(placed.entry.clause, placed.entry.recipients, frozenset(placed.entry.except_tracks), inner)

    def rule(self, placed: Placed[Rule]) -> Ruled:
        entry = placed.entry
        about = About(entry.id, placed.citation, subject=entry)
        parts: list[Node] = [self.clause(self.law.clause(name, placed)) for name in entry.all]
        if entry.any:
            routes = tuple(self.clause(self.law.clause(name, placed)) for name in entry.any)
            choice = About(f"{entry.id}/any", placed.citation, subject=entry, choice=True)
            parts.append(Group(choice, routes, together=False))
        if entry.selective:
            key = f"{entry.selective}/{SELECTED.name}"
            selected = About(key, placed.citation, need=SELECTED, subject=SELECTED)
            parts.append(Leaf(selected, "attested", SELECTED, self.outlook()))
        narrow = any(getattr(entry, key) for key in NARROWING)
        track = About("track", placed.citation, need=entry.tracks or entry.bodies, subject=entry)
        return Ruled(entry, about, Group(about, tuple(parts), together=True), track if narrow else None)

    def clause(self, placed: Placed[Clause]) -> Node:
        entry = placed.entry
        name = f"{placed.header.id}:{entry.id}"
        if name in self.path:
            raise InputError.one(
                name, "circle", worded("the clause refers to itself: {names}", names=" -> ".join([*self.path, name]))
            )
        self.path.append(name)
        outer, self.route = self.route, entry.commendation or self.route
        node = self.condition(placed)
        self.route = outer
        self.path.pop()
        return Routed(frozenset(entry.commendation), node) if entry.commendation else node

    def condition(self, placed: Placed[Clause]) -> Node:
        key, value = placed.entry.condition
        if self.negated and key in NOT_NEGATED:
            reason = worded("{key} may not stand under none: it is more than one fact", key=key)
            raise InputError.one(f"clause {placed.entry.id!r}", "not-negatable", reason, source=placed.header.id)
        about = About(placed.entry.id, placed.citation, need=value, subject=placed.entry, negated=self.negated)
        if key == "attested":
            about = attrs.evolve(about, code=f"{article(placed.entry.id)}/{value.name}", subject=value)
        if key in ("all", "any", "none"):
            return self.group(attrs.evolve(about, need=None), key, value, placed)
        if key == "meets":
            return self.meets(about, value)
        if key == "run":
            within = self.clause(self.law.clause(value.within, placed)) if value.within else None
            return Running(about, value, within, self.outlook())
        return Leaf(about, key, value, self.outlook())

    def group(self, about: About, key: str, names: Iterable[str], placed: Placed[Clause]) -> Group:
        """Combine clauses; under a negation *all* becomes *any* and the leaves themselves are negated."""
        outer = self.negated
        self.negated = outer != (key == "none")
        parts = tuple(self.clause(self.law.clause(name, placed)) for name in names)
        self.negated = outer
        together = (key != "any") != outer
        return Group(attrs.evolve(about, choice=not together), parts, together)

    def meets(self, about: About, awards: Iterable[str]) -> Meets:
        standards = []
        for name in awards:
            award = self.law.award(name)
            standards.append((About(f"{award.id}/standard", award.citation, subject=award), self.standard(award)))
        return Meets(attrs.evolve(about, need=tuple(awards), choice=True), tuple(standards))

    def outlook(self) -> Outlook:
        """How this law looks back on the route being read."""
        return Outlook(self.law, self.path[0], frozenset(self.route))


def _tracks(rules: Iterable[Placed[Rule]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for placed in rules for word in (*placed.entry.tracks, *placed.entry.bodies)))
