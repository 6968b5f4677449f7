"""An award's tree over tables once more, for how far a row is from being met: what :mod:`thidua.merit.lacking` tells.

One number travels up the tree. It counts what is not met on the way to a place: what nothing changes first, then all of
it, then what is not known, then what nobody can plan, and last the sum of the places where this is so. Parts that must
all hold add up; of a choice the least is the nearest way, and of equals the first in the law's order. Where one thing
alone is lacking, the sum is its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import Final

import attrs
import narwhals.stable.v2 as nw

from thidua.frames import judged as of
from thidua.frames.compiled import Plan
from thidua.frames.conditions import Walk
from thidua.frames.held import running
from thidua.frames.judged import PLACES, Judged
from thidua.frames.looking import Back, Window
from thidua.frames.measured import MET, NOT_MET, UNKNOWN, Bounds, Measured
from thidua.frames.opening import Frame
from thidua.frames.sheet import Tables, col, least, staged
from thidua.frames.words import AMISS
from thidua.merit.feats import of_feat
from thidua.merit.lacking import fixed
from thidua.merit.tree import Leaf, Ruled
from thidua.model.condition import Holds, Run
from thidua.model.finding import About

SHORT: Final = ("short", "unknown", "short_of", "years_short")
"""The columns that tell how far a row is."""

_MANY: Final = 100
"""More than one way can lack."""
_SUM: Final = _MANY * PLACES
"""More than the places of a way add up to."""
_UNKNOWN: Final = _SUM * _MANY
_SHORT: Final = _UNKNOWN * _MANY
_FIXED: Final = _SHORT * _MANY
_NEVER: Final = _FIXED * _MANY
"""Further than any way: of a part that is not in question."""
_LACKS: Final = "_lacks"
_ONE: Final = "_one"


@attrs.define(eq=False)
class Nearing(Walk):
    """Walks one tree, and tells of each place how far its nearest way is from being met."""

    years: dict[int, nw.Expr] = attrs.field(factory=dict)
    """Of the places where years must run on: how many more are asked, null where the record leaves it open."""

    def _single(self, about: About, place: int, outcome: nw.Expr, on_facts: nw.Expr, sql: str) -> Judged:
        here = place + (_SUM if of_feat(about) else 0)
        short = here + _SHORT + (_FIXED if fixed(about) else 0)
        lacks = nw.when(on_facts == NOT_MET).then(_whole(short)).when(on_facts == UNKNOWN).then(_whole(here + _UNKNOWN))
        return attrs.evolve(super()._single(about, place, outcome, on_facts, sql), lacks=lacks.otherwise(_whole(0)))

    def _measured(self, about: About, place: int, found: Measured, name: str) -> Judged:
        if isinstance(about.need, Run) and isinstance(found, Bounds):
            self.years[place] = _asked(found)
        return super()._measured(about, place, found, name)

    def _leaf(self, leaf: Leaf, window: Window | None) -> Judged:
        place, asked = len(self.places), leaf.value
        made = super()._leaf(leaf, window)
        if isinstance(asked, Holds) and asked.consecutive and asked.spacing == 1 and not asked.anywhere:
            back = Back(self.sheet, leaf.outlook)
            found = running(asked, back, asked.consecutive)
            counted, _ = self.measures.fact(leaf.about, ("running", asked, back.key), found)
            if isinstance(counted, Bounds) and not leaf.about.negated:
                self.years[place] = _asked(counted)
        return made

    def _unless(self, leaf: Leaf, found: Judged) -> Judged:
        made = super()._unless(leaf, found)
        return attrs.evolve(made, lacks=nw.when(made.on_facts == MET).then(_whole(0)).otherwise(found.lacks))

    def _all(self, about: About, parts: Sequence[Judged]) -> Judged:
        return attrs.evolve(super()._all(about, parts), lacks=of.total([part.lacks for part in parts]))

    def _any(self, about: About, parts: Sequence[Judged]) -> Judged:
        ways = [of.counted(part.asked, part.lacks, _whole(_NEVER)) for part in parts]
        return attrs.evolve(super()._any(about, parts), lacks=self._kept(least(ways)))

    def _ruled(self, node: Ruled, window: Window | None) -> Judged:
        guard = len(self.places)
        made = super()._ruled(node, window)
        if node.track is None:
            return made
        speaks_of, _ = self.measures.speaks(node.entry, node.track)
        unsure = nw.when(speaks_of.is_null()).then(_whole(_UNKNOWN + guard)).otherwise(_whole(0))
        return attrs.evolve(made, lacks=made.lacks + unsure)


def nearing(made: Plan) -> Plan:
    """Return the plan of an award, made to tell how far rows are; kept with the statute as the other is."""
    key, cache = ("near", made.program.award.id), made.law.statute.cache
    if key not in cache:
        walk = Nearing()
        cache[key] = Plan(made.program, walk, walk.tree(made.program.tree), made.law)
    found: Plan = cache[key]
    return found


def short(made: Plan, tables: Tables, keep: list[str], *, replaces: bool) -> Frame:
    """Return the proposals with the columns of ``SHORT``; ``replaces``: whether the engine can look words up."""
    near = nearing(made)
    stages = [near.ready(tables), *near.layers, {_LACKS: near.judged.lacks}, _counts(), _told(near, replaces=replaces)]
    return staged(near.looked_up(tables), stages, [*keep, *SHORT])


def _counts() -> dict[str, nw.Expr]:
    """Read the number: how much of it is short and not known, and the place where one thing alone is lacking."""
    lacks, known = col(_LACKS), col(AMISS).is_null()
    not_met, unknown = lacks // _SHORT % _MANY, lacks // _UNKNOWN % _MANY
    alone = known & (not_met + unknown == 1)
    return {
        "short": nw.when(known).then(not_met.cast(nw.Int64)),
        "unknown": nw.when(known).then(unknown.cast(nw.Int64)),
        _ONE: nw.when(alone).then((lacks % _SUM).cast(nw.Int64)).otherwise(_whole(-1)),
    }


def _told(near: Plan, *, replaces: bool) -> dict[str, nw.Expr]:
    """Tell the place where one thing alone is lacking: its clause, and how many more years it asks."""
    place, walk = col(_ONE), near.walk
    clause = near.clause(nw.when(place >= 0).then(place).otherwise(_whole(0)), replaces=replaces)
    years: nw.Expr = nw.lit(None, dtype=nw.Int64)
    if isinstance(walk, Nearing):
        years = reduce(
            lambda found, at: nw.when(place == at[0]).then(at[1]).otherwise(found), walk.years.items(), years
        )
    short_of_it = (place >= 0) & (col("short") == 1)
    return {
        "short": col("short"),
        "unknown": col("unknown"),
        "short_of": nw.when(place >= 0).then(clause),
        "years_short": nw.when(short_of_it).then(years.cast(nw.Int64)),
    }


def _asked(found: Bounds) -> nw.Expr:
    """Return how many more years are asked than there are; null where the record leaves open how many there are."""
    return nw.when(found.sure == found.possible).then(_whole(found.need) - found.sure)


def _whole(number: int) -> nw.Expr:
    return nw.lit(number, dtype=nw.Int64)
