"""An award's tree over tables once more, for how far a row is from being met: what :mod:`thidua.merit.lacking` tells.

One number travels up the tree. It counts what is not met on the way to a place: what nothing changes first, then the
criteria that were not read, then what nobody can plan, then what is not met, then what is not known, and last the sum
of the places where this is so. Parts that must all hold add up; of a choice the least is the nearest way, and of equals
the first in the law's order. Where one thing alone is lacking, the sum is its place.

Beside it travels the rating of the year that the way lacks, where a tree asks for one: of two that must both hold the
better meets the other and counts alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Final

import attrs
import narwhals.stable.v2 as nw

from thidua.frames import judged as of
from thidua.frames.compiled import Plan
from thidua.frames.conditions import Walk
from thidua.frames.held import running as held_running
from thidua.frames.judged import NO, NOTHING, PLACES, Judged
from thidua.frames.looking import Back, Window
from thidua.frames.measured import MET, NOT_MET, UNKNOWN, Bounds, Measured
from thidua.frames.opening import Frame
from thidua.frames.sheet import Tables, col, greatest, least, staged
from thidua.frames.spans import running
from thidua.frames.words import AMISS
from thidua.merit.lacking import fixed, rating_asked, unplanned, unread
from thidua.merit.tree import Leaf, Ruled, Running
from thidua.model.condition import Holds, Run
from thidua.model.finding import About

SHORT: Final = ("short", "unknown", "short_of", "years_short", "unread")
"""The columns that tell how far a row is."""

_MANY: Final = 50
"""More than one way can lack; few enough that the numbers stay exact where an engine divides in floating point."""
_UNKNOWN: Final = _MANY * PLACES
"""More than the places of a way add up to."""
_SHORT: Final = _UNKNOWN * _MANY
_UNPLANNED: Final = _SHORT * _MANY
_UNREAD: Final = _UNPLANNED * _MANY
_FIXED: Final = _UNREAD * _MANY
_NEVER: Final = _FIXED * _MANY
"""Further than any way: of a part that is not in question."""
_LACKS: Final = "_lacks"
_TEXT: Final = "_text"
_ONE: Final = "_one"


@attrs.define(eq=False)
class Nearing(Walk):
    """Walks one tree, and tells of each place how far its nearest way is from being met."""

    years: dict[int, nw.Expr] = attrs.field(factory=dict)
    """Of the places where years must run on: how many more are asked, null where the record leaves it open."""
    _runs: dict[str, nw.Expr] = attrs.field(factory=dict)

    def _single(self, about: About, place: int, outcome: nw.Expr, on_facts: nw.Expr, sql: str) -> Judged:
        made = super()._single(about, place, outcome, on_facts, sql)
        if unread(about):
            return attrs.evolve(made, lacks=_whole(_UNREAD), text=nw.lit(value=True))
        open_ = place + _UNKNOWN + (_UNPLANNED if unplanned(about) else 0)
        short = open_ - _UNKNOWN + _SHORT + (_FIXED if fixed(about) else 0)
        lacks = nw.when(on_facts == NOT_MET).then(_whole(short)).when(on_facts == UNKNOWN).then(_whole(open_))
        rated, level = None, rating_asked(about)
        if level:
            code = 2 * PLACES * level + (PLACES - 1 - place)
            open_or_met = nw.when(on_facts == UNKNOWN).then(_whole(code)).otherwise(NOTHING)
            rated = nw.when(on_facts == NOT_MET).then(_whole(code + PLACES)).otherwise(open_or_met)
        return attrs.evolve(made, lacks=lacks.otherwise(NOTHING), rated=rated)

    def _running(self, node: Running) -> Judged:
        back = Back(self.sheet, node.outlook)
        counted, _ = self.measures.fact(node.about, ("years of a run", node.asked, back.key), running(node.asked, back))
        if isinstance(counted, Bounds):
            self._runs[f"{node.about.code}/run"] = _asked(counted)
        return super()._running(node)

    def _measured(self, about: About, place: int, found: Measured, name: str) -> Judged:
        if isinstance(about.need, Run) and about.code in self._runs:
            self.years[place] = self._runs[about.code]
        return super()._measured(about, place, found, name)

    def _leaf(self, leaf: Leaf, window: Window | None) -> Judged:
        place, asked = len(self.places), leaf.value
        made = super()._leaf(leaf, window)
        if isinstance(asked, Holds) and asked.consecutive and asked.spacing == 1 and not asked.anywhere:
            back = Back(self.sheet, leaf.outlook)
            found = held_running(asked, back, asked.consecutive)
            counted, _ = self.measures.fact(leaf.about, ("running", asked, back.key), found)
            if isinstance(counted, Bounds) and not leaf.about.negated:
                self.years[place] = _asked(counted)
        return made

    def _unless(self, leaf: Leaf, found: Judged) -> Judged:
        made = super()._unless(leaf, found)
        return attrs.evolve(made, lacks=nw.when(made.on_facts == MET).then(NOTHING).otherwise(found.lacks))

    def _all(self, about: About, parts: Sequence[Judged]) -> Judged:
        made, lacks = super()._all(about, parts), of.total([part.lacks for part in parts])
        asked = [self._kept(part.rated) for part in parts if part.rated is not None]
        rated = greatest(asked) if asked else None
        if rated is not None and len(asked) > 1:
            rated = self._kept(rated)
            lacks = lacks - of.total([_of_rating(each) for each in asked]) + _of_rating(rated)
        return attrs.evolve(made, lacks=lacks, rated=rated, text=self._open(made, [part.text for part in parts]))

    def _any(self, about: About, parts: Sequence[Judged]) -> Judged:
        ways = [of.counted(part.asked, part.lacks, _whole(_NEVER)) for part in parts]
        made, texts = super()._any(about, parts), [_where_asked(part) for part in parts]
        if all(part.rated is None for part in parts):
            return attrs.evolve(made, lacks=self._kept(least(ways)), rated=None, text=self._open(made, texts))
        ways = [self._kept(way) for way in ways]
        nearest, rated = self._kept(least(ways)), NOTHING
        for way, part in reversed(list(zip(ways, parts, strict=True))):
            rated = nw.when(way == nearest).then(NOTHING if part.rated is None else part.rated).otherwise(rated)
        return attrs.evolve(made, lacks=nearest, rated=self._kept(rated), text=self._open(made, texts))

    def _open(self, made: Judged, texts: Sequence[nw.Expr | None]) -> nw.Expr | None:
        """Say whether a text that was not read may yet be met below a place."""
        there = [text for text in texts if text is not None]
        return self._kept((made.on_facts == UNKNOWN) & reduce(or_, there)) if there else None

    def _ruled(self, node: Ruled, window: Window | None) -> Judged:
        guard = len(self.places)
        made = super()._ruled(node, window)
        if node.track is None:
            return made
        speaks_of, _ = self.measures.speaks(node.entry, node.track)
        unsure = nw.when(speaks_of.is_null()).then(_whole(_UNKNOWN + guard)).otherwise(NOTHING)
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
    whole = {_LACKS: near.judged.lacks, _TEXT: NO if near.judged.text is None else near.judged.text}
    stages = [near.ready(tables), *near.layers, whole, _counts(near), _told(near, replaces=replaces)]
    return staged(near.looked_up(tables), stages, [*keep, *SHORT])


def _counts(near: Plan) -> dict[str, nw.Expr]:
    """Read the number: how much of it is short and not known, and the place where one thing alone is lacking.

    With it whether a text that was not read bears on the answer: on that way, on another, or on every answer.
    """
    lacks, known = col(_LACKS), col(AMISS).is_null()
    not_met, unknown = lacks // _SHORT % _MANY, lacks // _UNKNOWN % _MANY
    alone = known & (not_met + unknown == 1)
    text = col(_TEXT) | (lacks // _UNREAD % _MANY > 0)
    if near.stopped is not None:
        text = text | near.stopped
    return {
        "short": nw.when(known).then(not_met.cast(nw.Int64)),
        "unknown": nw.when(known).then(unknown.cast(nw.Int64)),
        "unread": nw.when(known).then(text),
        _ONE: nw.when(alone).then((lacks % _UNKNOWN).cast(nw.Int64)).otherwise(_whole(-1)),
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
        "unread": col("unread"),
    }


def _asked(found: Bounds) -> nw.Expr:
    """Return how many more years are asked than there are, one at the least; null where the record leaves that open."""
    return nw.when(found.sure == found.possible).then(nw.max_horizontal(_whole(found.need) - found.sure, _whole(1)))


def _where_asked(part: Judged) -> nw.Expr | None:
    return None if part.text is None else of.counted(part.asked, part.text, NO)


def _of_rating(asked: nw.Expr) -> nw.Expr:
    """Return what the rating that a way lacks adds to its number."""
    place, short = PLACES - 1 - asked % PLACES, asked // PLACES % 2
    return nw.when(asked == 0).then(NOTHING).when(short == 1).then(place + _SHORT).otherwise(place + _UNKNOWN)


def _whole(number: int) -> nw.Expr:
    return nw.lit(number, dtype=nw.Int64)
