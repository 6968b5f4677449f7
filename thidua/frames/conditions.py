"""An award's tree over tables: the same walk as over one dossier, with columns in place of findings.

Outcomes are the numbers 0 to 3, *all* is the smallest and *any* the greatest. Which clause holds the best route back is
found on the way: every place in the tree has a number, in the law's order, and travels with its outcome.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial, reduce
from operator import and_
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from thidua.frames import judged as of
from thidua.frames import paired
from thidua.frames.judged import NO, NONE, PLACES, Judged
from thidua.frames.leaves import Measures, claimed, claimed_sql, judged, judged_sql, measure, recognition
from thidua.frames.looking import Back, Window
from thidua.frames.measured import MET, NOT_MET, PENDING, UNKNOWN, Measured, Truth
from thidua.frames.paired import Test, all_of, any_of, case, smallest, text
from thidua.frames.sheet import Sheet, col, greatest, least, one_of
from thidua.frames.spans import run
from thidua.merit.combine import article
from thidua.merit.tree import Barring, Group, Leaf, Meets, Node, Routed, Ruled, Running, Standard, Tree
from thidua.model.finding import About
from thidua.model.provision import Rule
from thidua.wording.terms import NO_CLAUSE


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
        made = self._all(tree.about, [self._standard(tree.standard, None)[0]])
        return made if made.yes is None else attrs.evolve(made, outcome=self._told(made.yes))

    def _place(self, about: About) -> int:
        self.places.append(about.code)
        return len(self.places) - 1

    def _kept(self, expr: nw.Expr) -> nw.Expr:
        """Lay out a column, for what is used more than once."""
        name = f"_node{len(self.columns)}"
        self.columns[name] = expr
        return col(name)

    def _told(self, yes: nw.Expr) -> nw.Expr:
        """Judge by a truth that tells it all: one test for each row, however many parts it is made of."""
        return Truth(self._kept(yes)).outcome()

    def _test(self, test: Test) -> Test:
        """Lay out a test that is used more than once."""
        return attrs.evolve(test, expr=self._kept(test.expr))

    def _asked(self, part: Judged, asked: Test) -> Judged:
        """Return a part that is in question only where this holds too."""
        return attrs.evolve(part, asked=asked if part.asked is None else self._test(asked & part.asked))

    def _node(self, node: Node, window: Window | None) -> Judged:
        match node:
            case Leaf():
                return self._leaf(node, window)
            case Group():
                parts = [self._node(part, window) for part in node.parts]
                return self._all(node.about, parts) if node.together else self._any(node.about, parts)
            case Routed():
                inner = self._node(node.inner, window)
                return self._asked(inner, self._route(sorted(node.kinds)))
            case Meets():
                return self._meets(node, window)
            case Running():
                return self._running(node)

    def _route(self, kinds: Sequence[str]) -> Test:
        """Say whether one of these kinds of commendation is proposed, or none is named."""
        asked = (col("commendation").is_null() | one_of("commendation", kinds)).fill_null(value=True)
        words = ", ".join(text(kind) for kind in kinds)
        return Test(self._once(tuple(kinds), asked), f'("commendation" IS NULL OR "commendation" IN ({words}))')

    def _leaf(self, leaf: Leaf, window: Window | None) -> Judged:
        about = leaf.about
        place = self._place(about)
        if leaf.key == "delegated":
            return self._single(about, place, UNKNOWN, UNKNOWN, "1")
        if leaf.key == "attested":
            said, column = self.measures.said(about.code, about)
            outcome, given = self._left_to_people(("said", about.code), partial(judged, said))
            return self._single(about, place, outcome, given, judged_sql(column))
        key, found = measure(leaf, self.sheet, window)
        found, name = self.measures.fact(about, key, found)
        if isinstance(found, Truth) and leaf.key == "achievement":
            said, column = self.measures.said(recognition(about.code), NO_CLAUSE["recognised"])
            outcome, given = self._left_to_people(("claimed", name), partial(claimed, found, said))
            return self._single(about, place, outcome, given, claimed_sql(name, column))
        made = self._measured(about, place, found, name)
        if leaf.key == "undisciplined" and leaf.value.unless is not None and not about.negated:
            return self._unless(leaf, made)
        yes = found.truth()
        return attrs.evolve(made, barred=found.barred, yes=~yes if about.negated and yes is not None else yes)

    def _measured(self, about: About, place: int, found: Measured, name: str) -> Judged:
        """Judge by a measure."""
        outcome = self._once((name, found.need), found.outcome())
        if about.negated:
            outcome = self._once((name, found.need, "not"), of.denied(outcome))
        return self._single(about, place, outcome, outcome, found.sql(name, denied=about.negated))

    def _once(self, key: Any, expr: nw.Expr) -> nw.Expr:
        """Lay a leaf's outcome out once, however many places ask for it."""
        if key not in self._leaves:
            self._leaves[key] = f"_leaf{len(self._leaves)}"
            self.columns[self._leaves[key]] = expr
        return col(self._leaves[key])

    def _left_to_people(self, key: Any, outcome: Callable[[nw.Expr], nw.Expr]) -> tuple[nw.Expr, nw.Expr]:
        """Lay an outcome out twice: as it stands while nobody has judged, and with the judgement taken as given."""
        return self._once((key, "pending"), outcome(PENDING)), self._once((key, "given"), outcome(MET))

    def _single(self, about: About, place: int, outcome: nw.Expr, on_facts: nw.Expr, sql: str) -> Judged:
        held, met = of.wide(outcome) * PLACES + place, (outcome == MET).cast(nw.Int64)
        return Judged(outcome, on_facts, held, met, of.standing_of(about), sql)

    def _unless(self, leaf: Leaf, found: Judged) -> Judged:
        """Judge by a measure; where it fails, a judgement may still lift it."""
        lifting = leaf.value.unless
        code = f"{article(leaf.about.code)}/{lifting.name}"
        about = attrs.evolve(leaf.about, code=code, need=lifting, subject=lifting)
        place = self._place(about)
        said, column = self.measures.said(about.code, about)
        failed = found.outcome == 0
        lifted, given = self._left_to_people(("said", about.code), partial(judged, said))
        by = nw.when(failed & (lifted > 0)).then(of.wide(lifted) * PLACES + place).otherwise(found.held)
        outcome = nw.when(failed).then(lifted).otherwise(found.outcome)
        on_facts = nw.when(failed).then(given).otherwise(found.on_facts)
        met, sql = (outcome == MET).cast(nw.Int64), case((f"{found.sql} = 0", judged_sql(column)), otherwise=found.sql)
        return attrs.evolve(found, outcome=outcome, on_facts=on_facts, held=by, met=met, sql=sql)

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
        found, name = self.measures.fact(own, ("run", asked, back.key), length)
        parts.append(self._measured(own, place, found, name))
        if node.within is not None:
            parts.append(of.left_out(self._node(node.within, window)))
        return self._all(about, parts)

    def _all(self, about: About, parts: Sequence[Judged]) -> Judged:
        """Judge parts that must all hold; a part that is not in question takes the whole with it."""
        own = of.standing_of(about)
        if len(parts) == 1 and of.just(parts[0].standing, own):
            return parts[0]
        truths = [part.yes for part in parts if part.yes is not None]
        yes = reduce(and_, truths) if len(truths) == len(parts) else None
        # Polars is quick to take the least of columns, but slow to do it within a choice: it is laid out before.
        outcome = self._kept(least([part.outcome for part in parts]) if yes is None else self._told(yes))
        alike = all(part.on_facts is part.outcome for part in parts)
        mixed = not all(of.just(part.standing, own) for part in parts)
        standing: nw.Expr | int = own
        if mixed:
            # Of a whole that is lost only what lost it counts.
            rests = [
                nw.when((outcome > 0) | (part.outcome == 0)).then(of.told(part.standing)).otherwise(0) for part in parts
            ]
            standing = self._kept(nw.max_horizontal(nw.lit(own), *rests))
        conditions = [part.asked for part in parts if part.asked is not None]
        asked = conditions[0] if conditions else None
        if len(conditions) > 1:
            asked = self._test(all_of(conditions))
        return Judged(
            outcome,
            outcome if alike else self._kept(least([part.on_facts for part in parts])),
            self._kept(least([part.held for part in parts])),
            of.total([part.met for part in parts]),
            standing,
            smallest([part.sql for part in parts]),
            asked,
            of.any_barred([part.barred for part in parts]),
            yes,
        )

    def _any(self, about: About, parts: Sequence[Judged]) -> Judged:
        """Judge parts one of which must hold, leaving out those not in question."""
        if len(parts) == 1 and parts[0].asked is None and of.just(parts[0].standing, of.standing_of(about)):
            return parts[0]
        conditions = [part.asked for part in parts if part.asked is not None]
        asked = None if len(conditions) < len(parts) else self._test(any_of(conditions))
        outcome = self._kept(greatest([of.counted(part.asked, part.outcome, NONE) for part in parts]))
        met = self._kept(of.total([of.counted(part.asked, part.met, nw.lit(0)) for part in parts]))
        # By outcome, then by leaves met, then by the law's order: one number, of which the greatest is the best route.
        best = self._kept(greatest([of.counted(part.asked, of.rank(part), nw.lit(-1)) for part in parts]))
        held = (best // PLACES**2) * PLACES + (PLACES - 1) - best % PLACES
        own = of.standing_of(about)
        standing: nw.Expr | int = own
        if not all(of.just(part.standing, own) for part in parts):
            rests = [
                nw.when(of.asked(part.outcome == outcome, part.asked)).then(of.told(part.standing)).otherwise(0)
                for part in parts
            ]
            standing = self._kept(nw.max_horizontal(nw.lit(own), *rests))
        return Judged(
            outcome,
            greatest([of.counted(part.asked, part.on_facts, NONE) for part in parts]),
            held,
            met,
            standing,
            paired.greatest([paired.where(part.asked, part.sql, -1) for part in parts]),
            asked,
            of.any_barred([None if part.barred is None else of.asked(part.barred, part.asked) for part in parts]),
        )

    def _meets(self, node: Meets, window: Window | None) -> Judged:
        parts, wrong = [], []
        for about, standard in node.standards:
            made, not_ours = self._standard(standard, window)
            parts.append(self._all(about, [made]))
            wrong.append(not_ours)
        # Of two standards for different people, the one that speaks of this person; of none, the first.
        all_wrong = all_of(wrong)
        asked = [~each if index else ~each | all_wrong for index, each in enumerate(wrong)]
        shown = [attrs.evolve(part, asked=each) for part, each in zip(parts, asked, strict=True)]
        return attrs.evolve(self._any(node.about, shown), asked=None)

    def _standard(self, node: Standard, window: Window | None) -> tuple[Judged, Test]:
        """Judge what an award asks; with it whether none of its rules speaks of the subject."""
        made, wrong = self._nothing(node.recipient, NOT_MET), Test(nw.lit(value=False), "FALSE")
        for kind in node.award.recipients:
            this = Test(col("kind") == kind, f'"kind" = {text(kind)}')
            rules = [self._ruled(ruled, window) for ruled in node.rules if kind in ruled.entry.recipients]
            if not rules:
                made = of.switched(this, self._nothing(node.none_here, UNKNOWN), made)
                continue
            one = self._any(node.any_rule, rules)
            if one.asked is not None:
                some = self._test(any_of([self._speaks(ruled) for ruled in node.rules]))
                route, subject = (self._nothing(about, NOT_MET) for about in (node.wrong_route, node.not_spoken_of))
                one = of.switched(one.asked, attrs.evolve(one, asked=None), of.switched(some, route, subject))
                wrong = wrong | (this & ~some)
            bars = [self._barring(bar, window) for bar in node.bars if not bar.recipients or kind in bar.recipients]
            made = of.switched(this, self._all(node.any_rule, [one, *map(of.left_out, bars)]) if bars else one, made)
        return made, wrong

    def _speaks(self, node: Ruled) -> Test:
        """Say whether a rule speaks of the subject, as far as is known."""
        kinds = ", ".join(text(kind) for kind in node.entry.recipients)
        ours = Test(one_of("kind", node.entry.recipients), f'"kind" IN ({kinds})')
        return ours if node.track is None else ours & self._not_of_others(node.entry, node.track)

    def _not_of_others(self, rule: Rule, track: About) -> Test:
        test, column = self.measures.speaks(rule, track)
        return Test(test.fill_null(value=True), f"COALESCE({paired.name(column)}, TRUE)")

    def _nothing(self, about: About, outcome: nw.Expr) -> Judged:
        """Judge what no record decides."""
        made = self._single(about, self._place(about), outcome, outcome, "1" if outcome is UNKNOWN else "0")
        return attrs.evolve(made, yes=NO) if outcome is NOT_MET else made

    def _barring(self, node: Barring, window: Window | None) -> Judged:
        made = self._node(node.inner, window)
        return self._asked(made, self.measures.on_others(node.code, node.spared)) if node.spared else made

    def _ruled(self, node: Ruled, window: Window | None) -> Judged:
        guard = self._place(node.track) if node.track is not None else 0
        made = self._node(node.whole, window)
        if node.track is None:
            return made
        speaks_of, column = self.measures.speaks(node.entry, node.track)
        unsure = speaks_of.is_null()
        most = nw.when(unsure).then(UNKNOWN).otherwise(MET)
        held = nw.when(unsure).then(nw.lit(PLACES + guard)).otherwise(nw.lit(PLACES * PLACES))
        guarded = attrs.evolve(
            made,
            outcome=nw.min_horizontal(made.outcome, most),
            on_facts=nw.min_horizontal(made.on_facts, most),
            held=nw.min_horizontal(made.held, held),
            sql=smallest([case((f"{paired.name(column)} IS NULL", 1), otherwise=3), made.sql]),
        )
        return self._asked(guarded, self._not_of_others(node.entry, node.track))
