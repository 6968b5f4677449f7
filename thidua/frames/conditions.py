"""An award's tree over tables: the same walk as over one dossier, with columns in place of findings.

Outcomes are the numbers 0 to 3, *all* is the smallest and *any* the greatest. Which clause holds the best route back is
found on the way: every place in the tree has a number, in the law's order, and travels with its outcome.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from thidua.frames.leaves import Measures, claimed, judged, measure, recognition
from thidua.frames.looking import Back, Window
from thidua.frames.measured import MET, NOT_MET, PENDING, UNKNOWN, Truth
from thidua.frames.sheet import Sheet, col, greatest, least, one_of
from thidua.frames.spans import run
from thidua.frames.whom import NOT_KNOWN, NOT_OF_IT, of_it, only_on, speaks
from thidua.merit.tree import NARROWING, Barring, Group, Leaf, Meets, Node, Routed, Ruled, Running, Standard, Tree
from thidua.model.citation import Standing
from thidua.model.finding import About
from thidua.model.provision import Rule

PLACES = 10**4
"""More places than any tree has, and more leaves than can be met."""
NONE = nw.lit(-1, dtype=nw.Int8)
"""Less than any outcome: a part that is not in question."""
LONG = 12
"""An outcome made of more columns than this is laid out before it is used again."""
STANDINGS = tuple(Standing)
"""From the strongest to the weakest."""


@attrs.frozen(eq=False)
class Judged:
    """A place of the tree, judged.

    Attributes:
        outcome, on_facts: the outcome, and with every judgement taken as given.
        held: the outcome and the place that holds it back, as one number: the smallest of several tells both.
        met: how many leaves below it are met.
        standing: the weakest standing that the outcome rests on, by its place in ``STANDINGS``.
        asked: whether it is in question at all; None where it always is.
        barred: whether an award that grounds nothing was looked at below it; None where none can be.
    """

    outcome: nw.Expr
    on_facts: nw.Expr
    held: nw.Expr
    met: nw.Expr
    standing: nw.Expr | int
    asked: nw.Expr | None = None
    barred: nw.Expr | None = None


@attrs.define(eq=False)
class Walk:
    """Walks one tree: numbers its places, gathers what to look up, and lays out its columns."""

    sheet: Sheet = attrs.field(factory=Sheet)
    measures: Measures = attrs.field(init=False)
    places: list[str] = attrs.field(factory=list)
    """The code of each place, by its number."""
    columns: dict[str, nw.Expr] = attrs.field(factory=dict)
    """Columns of the tree, each made of ready measures and of those before it."""
    _leaves: dict[Any, str] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        self.measures = Measures(self.sheet)

    def tree(self, tree: Tree) -> Judged:
        """Judge the whole tree."""
        return self._all(tree.about, [self._standard(tree.standard, None)[0]])

    def _place(self, about: About) -> int:
        self.places.append(about.code)
        return len(self.places) - 1

    def _kept(self, expr: nw.Expr) -> nw.Expr:
        """Lay out a column, for what is used more than once."""
        name = f"_node{len(self.columns)}"
        self.columns[name] = expr
        return col(name)

    def _asked(self, part: Judged, asked: nw.Expr) -> Judged:
        """Return a part that is in question only where this holds too."""
        return attrs.evolve(part, asked=asked if part.asked is None else self._kept(asked & part.asked))

    def _node(self, node: Node, window: Window | None) -> Judged:
        match node:
            case Leaf():
                return self._leaf(node, window)
            case Group():
                parts = [self._node(part, window) for part in node.parts]
                return self._all(node.about, parts) if node.together else self._any(node.about, parts)
            case Routed():
                inner = self._node(node.inner, window)
                asked = col("commendation").is_null() | one_of("commendation", sorted(node.kinds))
                return self._asked(inner, self._once(node.kinds, asked.fill_null(value=True)))
            case Meets():
                return self._meets(node, window)
            case Running():
                return self._running(node)

    # leaves

    def _leaf(self, leaf: Leaf, window: Window | None) -> Judged:
        about = leaf.about
        place = self._place(about)
        if leaf.key == "delegated":
            return self._single(about, place, UNKNOWN, UNKNOWN)
        if leaf.key == "attested":
            said = self.measures.said(about.code, leaf)
            outcome = self._once(("said", about.code), judged(said, PENDING))
            return self._single(about, place, outcome, self._once(("said!", about.code), judged(said, MET)))
        key, found = measure(leaf, self.sheet, window)
        found, name = self.measures.fact(about.code, key, found, leaf)
        if isinstance(found, Truth) and leaf.key == "achievement":
            said = self.measures.said(recognition(about.code), None)
            marks = {"claimed": PENDING, "claimed!": MET}
            each = (self._once((mark, name), claimed(found, said, unsaid)) for mark, unsaid in marks.items())
            return self._single(about, place, *each)
        outcome = self._once((name, found.need), found.outcome())
        if about.negated:
            outcome = self._once((name, found.need, "not"), _denied(outcome))
        made = self._single(about, place, outcome, outcome)
        if leaf.key == "undisciplined" and leaf.value.unless is not None and not about.negated:
            return self._unless(leaf, made)
        return attrs.evolve(made, barred=found.barred)

    def _once(self, key: Any, expr: nw.Expr) -> nw.Expr:
        """Lay a leaf's outcome out once, however many places ask for it."""
        if key not in self._leaves:
            self._leaves[key] = f"_leaf{len(self._leaves)}"
            self.columns[self._leaves[key]] = expr
        return col(self._leaves[key])

    def _single(self, about: About, place: int, outcome: nw.Expr, on_facts: nw.Expr) -> Judged:
        held, met = _wide(outcome) * PLACES + place, (outcome == MET).cast(nw.Int64)
        return Judged(outcome, on_facts, held, met, _standing(about))

    def _unless(self, leaf: Leaf, found: Judged) -> Judged:
        """Judge by a measure; where it fails, a judgement may still lift it."""
        about = attrs.evolve(
            leaf.about, code=f"{recognition(leaf.about.code).rpartition('/')[0]}/{leaf.value.unless.name}"
        )
        place = self._place(about)
        said = self.measures.said(about.code, None)
        failed = found.outcome == 0
        lifted, given = (
            self._once((mark, about.code), judged(said, unsaid)) for mark, unsaid in (("said", PENDING), ("said!", MET))
        )
        by = nw.when(failed & (lifted > 0)).then(_wide(lifted) * PLACES + place).otherwise(found.held)
        outcome = nw.when(failed).then(lifted).otherwise(found.outcome)
        on_facts = nw.when(failed).then(given).otherwise(found.on_facts)
        return attrs.evolve(found, outcome=outcome, on_facts=on_facts, held=by, met=(outcome == MET).cast(nw.Int64))

    def _running(self, node: Running) -> Judged:
        """Judge a run by its parts: what opens it, its length, and the clause that must hold within it."""
        asked, back, about = node.asked, Back(self.sheet, node.outlook), node.about
        length, window = run(asked, back)
        parts = []
        if asked.after is not None:
            opening = attrs.evolve(about, code=f"{about.code}/after", need=asked.after)
            parts.append(self._leaf(Leaf(opening, "holds", asked.after, node.outlook), None))
        own = attrs.evolve(about, code=f"{about.code}/run")
        place = self._place(own)
        found, name = self.measures.fact(own.code, ("run", asked, back.key), length, None)
        outcome = self._once((name, found.need), found.outcome())
        parts.append(self._single(own, place, outcome, outcome))
        if node.within is not None:
            parts.append(_optional(self._node(node.within, window)))
        return self._all(about, parts)

    # what is made of parts

    def _all(self, about: About, parts: Sequence[Judged]) -> Judged:
        """Judge parts that must all hold; a part that is not in question takes the whole with it."""
        own = _standing(about)
        outcome = least([part.outcome for part in parts])
        mixed = not all(_same(part.standing, own) for part in parts)
        if len(parts) > 1 and (mixed or repr(outcome).count("col(") > LONG):
            outcome = self._kept(outcome)
        standing: nw.Expr | int = own
        if mixed:
            # Of a whole that is lost only what lost it counts.
            rests = [
                nw.when((outcome > 0) | (part.outcome == 0)).then(_expr(part.standing)).otherwise(0) for part in parts
            ]
            standing = self._kept(nw.max_horizontal(nw.lit(own), *rests))
        conditions = [part.asked for part in parts if part.asked is not None]
        asked = conditions[0] if conditions else None
        if len(conditions) > 1:
            asked = self._kept(reduce(and_, conditions))
        return Judged(
            outcome,
            least([part.on_facts for part in parts]),
            least([part.held for part in parts]),
            _sum([part.met for part in parts]),
            standing,
            asked,
            _either([part.barred for part in parts]),
        )

    def _any(self, about: About, parts: Sequence[Judged]) -> Judged:
        """Judge parts one of which must hold, leaving out those not in question."""
        if len(parts) == 1 and parts[0].asked is None and _same(parts[0].standing, _standing(about)):
            return parts[0]
        conditions = [part.asked for part in parts if part.asked is not None]
        asked = None if len(conditions) < len(parts) else self._kept(reduce(or_, conditions))
        outcome = self._kept(greatest([_where(part.asked, part.outcome, NONE) for part in parts]))
        met = self._kept(_sum([_where(part.asked, part.met, nw.lit(0)) for part in parts]))
        # By outcome, then by leaves met, then by the law's order: one number, of which the greatest is the best route.
        rank = [
            _wide(part.outcome) * (PLACES * (PLACES + 1)) + part.met * PLACES + (PLACES - 1) - part.held
            for part in parts
        ]
        best = self._kept(
            greatest([_where(part.asked, each, nw.lit(-1)) for part, each in zip(parts, rank, strict=True)])
        )
        held = (best // PLACES**2) * PLACES + (PLACES - 1) - best % PLACES
        own = _standing(about)
        standing: nw.Expr | int = own
        if not all(_same(part.standing, own) for part in parts):
            rests = [
                nw.when(_both(part.outcome == outcome, part.asked)).then(_expr(part.standing)).otherwise(0)
                for part in parts
            ]
            standing = self._kept(nw.max_horizontal(nw.lit(own), *rests))
        return Judged(
            outcome,
            greatest([_where(part.asked, part.on_facts, NONE) for part in parts]),
            held,
            met,
            standing,
            asked,
            _either([None if part.barred is None else _both(part.barred, part.asked) for part in parts]),
        )

    def _meets(self, node: Meets, window: Window | None) -> Judged:
        parts, wrong = [], []
        for about, standard in node.standards:
            made, not_ours = self._standard(standard, window)
            parts.append(self._all(about, [made]))
            wrong.append(not_ours)
        # Of two standards for different people, the one that speaks of this person; of none, the first.
        all_wrong = reduce(and_, wrong)
        asked = [~each if index else ~each | all_wrong for index, each in enumerate(wrong)]
        shown = [attrs.evolve(part, asked=each) for part, each in zip(parts, asked, strict=True)]
        return attrs.evolve(self._any(node.about, shown), asked=None)

    def _standard(self, node: Standard, window: Window | None) -> tuple[Judged, nw.Expr]:
        """Judge what an award asks; with it whether none of its rules speaks of the subject."""
        nobody = self._nothing(node.recipient, NOT_MET)
        made, wrong = nobody, nw.lit(value=False)
        spoken = [
            self._once(("speaks", ruled.entry.recipients, *_narrowing(ruled.entry)), speaks(ruled.entry))
            for ruled in node.rules
        ]
        for kind in node.award.recipients:
            this = col("kind") == kind
            rules = [self._ruled(ruled, window) for ruled in node.rules if kind in ruled.entry.recipients]
            if not rules:
                one = self._nothing(node.none_here, UNKNOWN)
                made = _switch(this, one, made)
                continue
            one = self._any(node.any_rule, rules)
            if one.asked is not None:
                some = reduce(or_, spoken)
                route, subject = (self._nothing(about, NOT_MET) for about in (node.wrong_route, node.not_spoken_of))
                one = _switch(one.asked, attrs.evolve(one, asked=None), _switch(some, route, subject))
                wrong = wrong | (this & ~some)
            bars = [self._barring(bar, window) for bar in node.bars if not bar.recipients or kind in bar.recipients]
            made = _switch(this, self._parts(node.any_rule, [one, *map(_optional, bars)]), made)
        return made, wrong

    def _parts(self, about: About, parts: list[Judged]) -> Judged:
        return parts[0] if len(parts) == 1 else self._all(about, parts)

    def _nothing(self, about: About, outcome: nw.Expr) -> Judged:
        """Judge what no record decides."""
        return self._single(about, self._place(about), outcome, outcome)

    def _barring(self, node: Barring, window: Window | None) -> Judged:
        made = self._node(node.inner, window)
        return self._asked(made, self._once(node.spared, ~only_on(node.spared))) if node.spared else made

    def _ruled(self, node: Ruled, window: Window | None) -> Judged:
        guard = self._place(node.track) if node.track is not None else 0
        made = self._node(node.whole, window)
        if node.track is None:
            return made
        speaks_of = self._once(("of it", *_narrowing(node.entry)), of_it(node.entry))
        unsure = speaks_of == NOT_KNOWN
        most = nw.when(unsure).then(UNKNOWN).otherwise(MET)
        held = nw.when(unsure).then(nw.lit(PLACES + guard)).otherwise(nw.lit(PLACES * PLACES))
        guarded = attrs.evolve(
            made,
            outcome=nw.min_horizontal(made.outcome, most),
            on_facts=nw.min_horizontal(made.on_facts, most),
            held=nw.min_horizontal(made.held, held),
        )
        return self._asked(guarded, speaks_of > NOT_OF_IT)


def _narrowing(rule: Rule) -> tuple[Any, ...]:
    return tuple(getattr(rule, key) for key in NARROWING)


def _standing(about: About) -> int:
    return STANDINGS.index(about.citation.standing) if about.citation is not None else 0


def _same(one: nw.Expr | int, other: int) -> bool:
    return isinstance(one, int) and one == other


def _expr(value: nw.Expr | int) -> nw.Expr:
    return nw.lit(value) if isinstance(value, int) else value


def _both(one: nw.Expr, other: nw.Expr | None) -> nw.Expr:
    return one if other is None else one & other


def _either(parts: Sequence[nw.Expr | None]) -> nw.Expr | None:
    given = [part for part in parts if part is not None]
    return reduce(or_, given) if given else None


def _rank(part: Judged) -> nw.Expr:
    """Return one number for a route: its outcome first, then the leaves met, then how early it stands."""
    return _wide(part.outcome) * (PLACES * (PLACES + 1)) + part.met * PLACES + (PLACES - 1) - part.held


def _wide(outcome: nw.Expr) -> nw.Expr:
    return outcome.cast(nw.Int64)


def _denied(outcome: nw.Expr) -> nw.Expr:
    """Deny a fact: what is met is not, what is not is, and what is not known stays so."""
    return nw.when(outcome == MET).then(NOT_MET).when(outcome == NOT_MET).then(MET).otherwise(outcome)


def _where(asked: nw.Expr | None, value: nw.Expr, otherwise: nw.Expr) -> nw.Expr:
    return value if asked is None else nw.when(asked).then(value).otherwise(otherwise)


def _sum(values: list[nw.Expr]) -> nw.Expr:
    return reduce(lambda one, other: one + other, values)


def _optional(part: Judged) -> Judged:
    """Return a part that is left out where it is not in question, and takes nothing with it."""
    if part.asked is None:
        return part
    return Judged(
        _where(part.asked, part.outcome, MET),
        _where(part.asked, part.on_facts, MET),
        _where(part.asked, part.held, nw.lit(PLACES * PLACES)),
        _where(part.asked, part.met, nw.lit(0)),
        _where(part.asked, _expr(part.standing), nw.lit(0)),
        None,
        None if part.barred is None else part.barred & part.asked,
    )


def _switch(test: nw.Expr, one: Judged, other: Judged) -> Judged:
    """Return one where the test holds, else the other."""

    def pick(first: nw.Expr, second: nw.Expr) -> nw.Expr:
        return nw.when(test).then(first).otherwise(second)

    barred = None
    if one.barred is not None or other.barred is not None:
        no = nw.lit(value=False)
        barred = pick(no if one.barred is None else one.barred, no if other.barred is None else other.barred)
    same = isinstance(other.standing, int) and _same(one.standing, other.standing)
    return Judged(
        pick(one.outcome, other.outcome),
        pick(one.on_facts, other.on_facts),
        pick(one.held, other.held),
        pick(one.met, other.met),
        one.standing if same else pick(_expr(one.standing), _expr(other.standing)),
        None,
        barred,
    )
