"""The plan of one award under one law: what to look up, what to make of it, and the columns of the answer."""

from __future__ import annotations

from functools import reduce
from operator import and_
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from thidua.book.law import Law
from thidua.frames.columns import COHORT, DAY as A_DAY, NUMBER, RECORDS, TEXT, TRUTH
from thidua.frames.conditions import PLACES, STANDINGS, Judged, Walk
from thidua.frames.leaves import UNKNOWN
from thidua.frames.opening import Frame
from thidua.frames.sheet import DAY, RECEIVED, YEAR, col, one_of
from thidua.merit.program import Program, program
from thidua.model.award import Award
from thidua.model.finding import Outcome
from thidua.model.provision import Ground

ANSWER = ("outcome", "on_facts", "reason", "standing")
"""The columns of the answer."""
_TYPES = {TEXT: nw.String, NUMBER: nw.Int64, A_DAY: nw.Date, TRUTH: nw.Boolean}
_KINDS = ("individual", "collective", "household")


@attrs.frozen(eq=False)
class Plan:
    """One award under one law, for tables: the same for every engine, made once and kept with the statute."""

    program: Program
    walk: Walk
    judged: Judged
    law: Law

    def looked_up(self, proposals: Frame, records: Frame, keys: list[str]) -> Frame:
        """Return the proposals with the ready measures beside them."""
        found = self.walk.sheet.run(proposals, records, keys)
        ready = self.walk.measures.columns
        return found.with_columns(**ready) if ready else found

    def answered(self, ready: Frame, *, replaces: bool) -> Frame:
        """Return ready measures with the columns of the answer; ``replaces``: whether the engine can look words up."""
        for level in self.walk.levels:
            if level:
                ready = ready.with_columns(**level)
        return ready.with_columns(**self._answer(replaces=replaces))

    def _answer(self, *, replaces: bool) -> dict[str, nw.Expr]:
        found, stopping = self.judged, self.program.stopping
        no_kind, no_year = ~one_of("kind", _KINDS).fill_null(value=False), col(YEAR).is_null() | col("subject").is_null()
        amiss = no_kind | no_year
        outcome, on_facts = (
            nw.when(amiss).then(nw.lit(UNKNOWN)).otherwise(nw.lit(UNKNOWN) if stopping else each)
            for each in (found.outcome, found.on_facts)
        )
        clause = nw.lit("unread") if stopping else self._clause(found.held % PLACES, replaces=replaces)
        met = nw.lit(value=False) if stopping else found.outcome == int(Outcome.MET)
        reason = nw.when(no_year).then(nw.lit("year")).when(no_kind).then(nw.lit("kind")).when(~met).then(clause)
        return {
            "outcome": _word(outcome, [each.name for each in Outcome]),
            "on_facts": _word(on_facts, [each.name for each in Outcome]),
            "reason": reason,
            "standing": _word(self._standing(), [each.value for each in STANDINGS]),
        }

    def _clause(self, place: nw.Expr, *, replaces: bool) -> nw.Expr:
        codes = self.walk.places
        if replaces:
            return place.replace_strict(list(range(len(codes))), codes, return_dtype=nw.String)
        return _chosen(place, codes, 0)

    def _standing(self) -> nw.Expr:
        found = self.judged
        weak = [found.standing if isinstance(found.standing, nw.Expr) else nw.lit(found.standing)]
        weak += [nw.lit(STANDINGS.index(placed.citation.standing)) for placed in self.program.stopping]
        if found.barred is not None:
            grounds = [STANDINGS.index(placed.citation.standing) for placed in self.law.of(Ground)]
            weak += [nw.when(found.barred).then(nw.lit(max(grounds))).otherwise(nw.lit(0))] if grounds else []
        return nw.max_horizontal(*weak)


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


def filled(frame: Frame, table: str) -> Frame:
    """Give a table every column of ours: one that is not there is unknown for everybody."""
    columns = COHORT if table == "cohort" else RECORDS
    names = frame.collect_schema().names()
    absent = [name for name in columns if name not in names]
    gaps = [nw.lit(None, dtype=_TYPES[columns[name]]).alias(name) for name in absent]
    return frame.with_columns(*gaps) if gaps else frame


def proposed(cohort: Frame) -> Frame:
    """Add to the proposals what a record's row needs of them beside it."""
    last = nw.concat_str(col("year").cast(nw.String), nw.lit("-12-31")).str.to_date("%Y-%m-%d")
    day = nw.when(col("received").is_null()).then(last).otherwise(col("received"))
    return cohort.with_columns(col("year").alias(YEAR), col("received").alias(RECEIVED), day.alias(DAY))
