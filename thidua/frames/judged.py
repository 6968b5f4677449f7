"""A place of an award's tree over tables, judged: the columns that say so, and how they go together."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

import attrs
import narwhals.stable.v2 as nw

from thidua.frames import paired
from thidua.frames.measured import MET, NOT_MET
from thidua.frames.paired import Test
from thidua.model.citation import Standing
from thidua.model.finding import About

PLACES = 10**4
"""More places than any tree has, and more leaves than can be met."""
NONE = nw.lit(-1, dtype=nw.Int8)
"""Less than any outcome: a part that is not in question."""
NOTHING = nw.lit(0, dtype=nw.Int64)
"""What is lacking where that was not asked."""
NO = nw.lit(value=False)
"""The truth of what no record can meet."""
STANDINGS = tuple(Standing)
"""From the strongest to the weakest."""


@attrs.frozen(eq=False)
class Judged:
    """A place of the tree, judged.

    Attributes:
        outcome, on_facts: the outcome, and with every judgement taken as given.
        sql: the outcome again, as SQL over ready measures.
        held: the outcome and the place that holds it back, as one number: the smallest of several tells both.
        met: how many leaves below it are met.
        standing: the weakest standing that the outcome rests on, by its place in ``STANDINGS``.
        asked: whether it is in question at all; None where it always is.
        barred: whether an award that grounds nothing was looked at below it; None where none can be.
        yes: the outcome as a truth, null where it is not known; None where it takes more than a truth to tell it.
        lacks: how far its nearest way is from being met (:mod:`thidua.frames.nearing`), where that was asked.
        rated: the rating of the year that this way lacks, as a number; None where it asks none.
        text: whether a text that was not read may yet be met below it; None where none is.
    """

    outcome: nw.Expr
    on_facts: nw.Expr
    held: nw.Expr
    met: nw.Expr
    standing: nw.Expr | int
    sql: str
    asked: Test | None = None
    barred: nw.Expr | None = None
    yes: nw.Expr | None = None
    lacks: nw.Expr = NOTHING
    rated: nw.Expr | None = None
    text: nw.Expr | None = None


def standing_of(about: About) -> int:
    """Return the standing of an entry's article."""
    return STANDINGS.index(about.citation.standing) if about.citation is not None else 0


def just(one: nw.Expr | int, other: int) -> bool:
    """Say whether a standing is this one whatever the row."""
    return isinstance(one, int) and one == other


def told(value: nw.Expr | int) -> nw.Expr:
    """Return a standing as a column."""
    return nw.lit(value) if isinstance(value, int) else value


def asked(one: nw.Expr, other: Test | None) -> nw.Expr:
    """Return a truth that counts only where its part is in question."""
    return one if other is None else one & other.expr


def any_barred(parts: Sequence[nw.Expr | None]) -> nw.Expr | None:
    """Return whether any of these was barred."""
    given = [part for part in parts if part is not None]
    return reduce(or_, given) if given else None


def rank(part: Judged) -> nw.Expr:
    """Return one number for a route: its outcome first, then the leaves met, then how early it stands."""
    return wide(part.outcome) * (PLACES * (PLACES + 1)) + part.met * PLACES + (PLACES - 1) - part.held


def wide(outcome: nw.Expr) -> nw.Expr:
    """Return an outcome as a number that has room."""
    return outcome.cast(nw.Int64)


def denied(outcome: nw.Expr) -> nw.Expr:
    """Deny a fact: what is met is not, what is not is, and what is not known stays so."""
    return nw.when(outcome == MET).then(NOT_MET).when(outcome == NOT_MET).then(MET).otherwise(outcome)


def counted(asked: Test | None, value: nw.Expr, otherwise: nw.Expr) -> nw.Expr:
    """Return a value of a part, or another where the part is not in question."""
    return value if asked is None else nw.when(asked.expr).then(value).otherwise(otherwise)


def total(values: list[nw.Expr]) -> nw.Expr:
    """Add up."""
    return reduce(lambda one, other: one + other, values)


def left_out(part: Judged) -> Judged:
    """Return a part that is left out where it is not in question, and takes nothing with it."""
    if part.asked is None:
        return part
    return Judged(
        counted(part.asked, part.outcome, MET),
        counted(part.asked, part.on_facts, MET),
        counted(part.asked, part.held, nw.lit(PLACES * PLACES)),
        counted(part.asked, part.met, nw.lit(0)),
        counted(part.asked, told(part.standing), nw.lit(0)),
        paired.where(part.asked, part.sql, 3),
        None,
        None if part.barred is None else part.barred & part.asked.expr,
        lacks=counted(part.asked, part.lacks, NOTHING),
        rated=None if part.rated is None else counted(part.asked, part.rated, NOTHING),
        text=None if part.text is None else counted(part.asked, part.text, NO),
    )


def switched(test: Test, one: Judged, other: Judged) -> Judged:
    """Return one where the test holds, else the other."""

    def pick(first: nw.Expr, second: nw.Expr) -> nw.Expr:
        return nw.when(test.expr).then(first).otherwise(second)

    def either(first: nw.Expr | None, second: nw.Expr | None, none: nw.Expr) -> nw.Expr | None:
        if first is None and second is None:
            return None
        return pick(none if first is None else first, none if second is None else second)

    sql = paired.block(f"CASE WHEN {test.sql} THEN", [one.sql, f"ELSE {other.sql}"], "END")
    same = isinstance(other.standing, int) and just(one.standing, other.standing)
    outcome = pick(one.outcome, other.outcome)
    alike = one.on_facts is one.outcome and other.on_facts is other.outcome
    return Judged(
        outcome,
        outcome if alike else pick(one.on_facts, other.on_facts),
        pick(one.held, other.held),
        pick(one.met, other.met),
        one.standing if same else pick(told(one.standing), told(other.standing)),
        one.sql if one.sql == other.sql else sql,
        None,
        either(one.barred, other.barred, NO),
        test.expr.fill_null(value=False) & one.yes if one.yes is not None and other.yes is NO else None,
        pick(one.lacks, other.lacks),
        either(one.rated, other.rated, NOTHING),
        either(one.text, other.text, NO),
    )
