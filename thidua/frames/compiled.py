"""The plan of one award under one law: what to look up, what to make of it, and the columns of the answer."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, reduce
from operator import or_
from typing import Final

import attrs
import narwhals.stable.v2 as nw

from thidua.book.law import Law
from thidua.frames.columns import TEXT
from thidua.frames.conditions import Walk
from thidua.frames.judged import PLACES, STANDINGS, Judged
from thidua.frames.measured import UNKNOWN
from thidua.frames.opening import Frame
from thidua.frames.proposals import ANSWER
from thidua.frames.sheet import Tables, col, greatest, layers, one_of, staged
from thidua.frames.whom import speaks
from thidua.frames.words import AMISS, amiss, strays
from thidua.merit.outlook import routes
from thidua.merit.program import Program, program
from thidua.model.award import Award
from thidua.model.finding import Outcome
from thidua.model.provision import Counting, Ground

LOOKING_BACK: Final = ("Running(", *(f"key={key!r}" for key in ("holds", "elapsed", "initiative", "achievement")))
"""How the text of a tree shows that it looks back over a record in the law's own way."""


@attrs.frozen(eq=False, slots=False)
class Plan:
    """One award under one law, for tables: the same for every engine, made once and kept with the statute."""

    program: Program
    walk: Walk
    judged: Judged
    law: Law

    @cached_property
    def signature(self) -> str:
        """What tells the plan from one that may answer otherwise: all it was made of, but not the day of its law."""
        law, text = self.law, repr(self.program.tree)
        made = [self.program.award.id, text, repr(self.program.stopping), str(self.program.named)]
        if any(sign in text for sign in LOOKING_BACK):
            named = [award for award in law.awards if repr(award.id) in text]
            made += [repr(placed.entry) for kind in (Counting, Ground) for placed in law.of(kind)]
            made += [repr((award.id, award.is_title, sorted(routes(law, award.id)))) for award in named]
            made += [repr([award.id for award in law.awards if award.is_title])]  # whose initiatives serve others too
        return "\n".join(made)

    def measured(self, tables: Tables, keep: list[str]) -> Frame:
        """Return the proposals with the ready measures beside them."""
        return staged(self.looked_up(tables), [self.ready(tables)], [*keep, *self.types])

    def answered(self, tables: Tables, keep: list[str], *, replaces: bool) -> Frame:
        """Return the proposals with the columns of the answer; ``replaces``: whether the engine can look words up."""
        stages = [self.ready(tables), *self.layers, self.answer(replaces=replaces)]
        return staged(self.looked_up(tables), stages, [*keep, *ANSWER])

    def looked_up(self, tables: Tables) -> Frame:
        """Return the proposals with all that was looked up beside them."""
        found = self.walk.sheet.run(tables)
        return found if tables.checked else found.join(strays(tables), on=tables.keys, how="left")

    def judged_from(self, ready: Frame, keep: list[str], *, replaces: bool) -> Frame:
        """Return ready measures with the columns of the answer."""
        return staged(ready, [*self.layers, self.answer(replaces=replaces)], [*keep, *ANSWER])

    def numbered_from(self, ready: Frame, keep: list[str]) -> Frame:
        """Return ready measures with the two outcomes as numbers."""
        return staged(ready, [*self.layers, self.numbers], [*keep, *self.numbers])

    def ready(self, tables: Tables) -> Mapping[str, nw.Expr]:
        """What makes the ready measures, from what was looked up."""
        return {AMISS: amiss(at_hand=tables.checked), **self.walk.measures.columns}

    @property
    def types(self) -> Mapping[str, str]:
        """The columns of the ready measures, and what each holds."""
        return {AMISS: TEXT, **self.walk.measures.types}

    @cached_property
    def layers(self) -> list[dict[str, nw.Expr]]:
        """The columns of the tree, in layers."""
        return layers(self.walk.columns)

    def open_to(self) -> nw.Expr:
        """Say of which rows a rule of the award speaks."""
        kinds = self.program.award.recipients
        rules = (speaks(placed.entry) for placed in self.law.rules(self.program.award))
        return (one_of("kind", kinds) & reduce(or_, rules, nw.lit(value=False))).fill_null(value=False)

    @cached_property
    def numbers(self) -> dict[str, nw.Expr]:
        """The two outcomes as their numbers, from the columns of the tree."""
        found, open_ = self.judged, ~col(AMISS).is_null()
        stopped = self.stopped
        return {
            name: nw.when(open_ if stopped is None else open_ | stopped).then(UNKNOWN).otherwise(each)
            for name, each in (("outcome", found.outcome), ("on_facts", found.on_facts))
        }

    @property
    def stopped(self) -> nw.Expr | None:
        """Say of which rows a text that was not read makes every answer UNKNOWN; None where of none."""
        if not self.program.stopping:
            return None
        return one_of("kind", self.program.award.recipients) if self.program.named else nw.lit(value=True)

    def answer(self, *, replaces: bool) -> dict[str, nw.Expr]:
        """Return the columns of the answer, from the columns of the tree."""
        found, stopped = self.judged, self.stopped
        reason = nw.when(~col(AMISS).is_null()).then(col(AMISS))
        if stopped is not None:
            reason = reason.when(stopped).then(nw.lit("unread"))
        clause = self.clause(found.held % PLACES, replaces=replaces)
        reason = reason.when(~(found.outcome == int(Outcome.MET))).then(clause)
        words = [outcome.name for outcome in Outcome]
        return {
            **{name: _word(number, words) for name, number in self.numbers.items()},
            "reason": reason,
            "standing": _word(self._standing(), [each.value for each in STANDINGS]),
        }

    def clause(self, place: nw.Expr, *, replaces: bool) -> nw.Expr:
        """Return the code of a place."""
        codes = self.walk.places
        if replaces:
            return place.replace_strict(list(range(len(codes))), codes, return_dtype=nw.String)
        return _chosen(place, codes, 0)

    def _standing(self) -> nw.Expr:
        found = self.judged
        weak = [found.standing if isinstance(found.standing, nw.Expr) else nw.lit(found.standing)]
        if self.stopped is not None:
            unread = max(STANDINGS.index(placed.citation.standing) for placed in self.program.stopping)
            weak += [nw.when(self.stopped).then(nw.lit(unread)).otherwise(nw.lit(0))]
        if found.barred is not None:
            grounds = [STANDINGS.index(placed.citation.standing) for placed in self.law.of(Ground)]
            weak += [nw.when(found.barred).then(nw.lit(max(grounds))).otherwise(nw.lit(0))] if grounds else []
        return greatest(weak)


def plan(law: Law, award: str | Award) -> Plan:
    """Return the plan of an award, made on first use and kept with the statute."""
    compiled = program(law, award)
    key = ("table", compiled.award.id)
    if key not in law.statute.cache:
        walk = Walk()
        law.statute.cache[key] = Plan(compiled, walk, walk.tree(compiled.tree), law)
    found: Plan = law.statute.cache[key]
    return found


def _word(number: nw.Expr, words: list[str]) -> nw.Expr:
    """Return the word for a small number."""
    made = nw.when(number == 0).then(nw.lit(words[0]))
    for index, word in enumerate(words[1:-1], 1):
        made = made.when(number == index).then(nw.lit(word))
    return made.otherwise(nw.lit(words[-1]))


def _chosen(place: nw.Expr, codes: list[str], first: int) -> nw.Expr:
    """Return the code of a place by halving, for engines that have no table to look it up in."""
    if len(codes) == 1:
        return nw.lit(codes[0])
    half = len(codes) // 2
    lower, upper = _chosen(place, codes[:half], first), _chosen(place, codes[half:], first + half)
    return nw.when(place < first + half).then(lower).otherwise(upper)
