"""Unbroken time in tables: stretches that meet or overlap put together, and their months added up.

For one career :mod:`thidua.merit.service` sorts the stretches and walks through them. Tables have no order, and not
every library has windows, so an unbroken time is found here by its two ends: it opens with a stretch that no other
one reaches from before, closes with one that no other one carries on, and each opening belongs to the first close
after it. Two joins of a career with itself say that in any relational algebra, and a career is a handful of rows.

Days are numbers (:mod:`thidua.frames.calendar`). A stretch may lie in several layers, a column of truths each, which
are reckoned at once: what is sure, what is possible, and of both what counts again because it lies in hardship.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Final

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import FrameT

from thidua.frames.calendar import LONGEST, with_months

SURE, POSSIBLE = "sure", "possible"
AGAIN: Final = {SURE: "sure_again", POSSIBLE: "possible_again"}
"""The layer of what counts again, for each of the two."""
BEGUN, END, NEXT = "__begun", "__end", "__next"
"""The columns of the day on which a stretch begins, of the first day after it, and of the day after that."""
NONE: Final = 0
"""In place of an island's end: there is none. Before every day, so that no comparison meets a gap."""


def islands(stretches: FrameT, keys: Sequence[str], layers: Sequence[str]) -> FrameT:
    """Put stretches together: a row for each day on which an island of some layer begins.

    Args:
        stretches: the keys, ``BEGUN``, ``END`` and ``NEXT``, and in which ``layers`` it lies.
        keys: the columns that tell whose it is.
        layers: the columns of truths.

    Returns:
        The keys, ``BEGUN``, and in place of each layer the end of the island, or ``NONE``.
    """
    edges = _edges(stretches, keys, layers)
    opens, closes = ([f"{one}_{mark}" for one in layers] for mark in ("opens", "closes"))
    openings = edges.filter(_any(opens)).group_by(*keys, BEGUN).agg(nw.col(mark).any() for mark in opens)
    paired = openings.join(edges.filter(_any(closes)).select(*keys, END, *closes), on=list(keys), how="inner")
    later = paired.filter(nw.col(END) > nw.col(BEGUN))
    ends = (nw.when(nw.col(f"{one}_opens") & nw.col(f"{one}_closes")).then(nw.col(END)).alias(one) for one in layers)
    firsts = later.select(*keys, BEGUN, *ends).group_by(*keys, BEGUN).agg(nw.col(one).min() for one in layers)
    return firsts.with_columns(nw.col(one).fill_null(NONE) for one in layers)


def _edges(stretches: FrameT, keys: Sequence[str], layers: Sequence[str]) -> FrameT:
    """Say of each stretch in which layers an island opens with it, and in which one closes.

    One day between two is no gap (an "until" written as the last day, not the first after it); but it is no day in
    hardship, so in the layers of what counts again it is one.
    """
    columns = (BEGUN, END, NEXT, *layers)
    others = stretches.select(*keys, *(nw.col(column).alias(f"{column}_other") for column in columns))
    begun, end, before, until = (nw.col(column) for column in (BEGUN, END, f"{BEGUN}_other", f"{END}_other"))
    marks: list[nw.Expr] = []
    for one in layers:
        mine, meets = (END, end) if one in AGAIN.values() else (NEXT, nw.col(NEXT))
        is_other = nw.col(f"{one}_other")
        reached = is_other & (before < begun) & (nw.col(f"{mine}_other") >= begun)
        carried = is_other & (until > end) & (before <= meets)
        marks += [reached.alias(f"{one}_opens"), carried.alias(f"{one}_closes")]
    met = stretches.join(others, on=list(keys), how="inner").select(*keys, BEGUN, END, *layers, *marks)
    edges: list[tuple[str, str]] = [(one, f"{one}_{mark}") for one in layers for mark in ("opens", "closes")]
    found = met.group_by(*keys, BEGUN, END).agg(nw.col(name).any() for name in (*layers, *(edge for _, edge in edges)))
    return found.with_columns((nw.col(one) & ~nw.col(edge)).alias(edge) for one, edge in edges)


def _any(columns: Sequence[str]) -> nw.Expr:
    return reduce(or_, map(nw.col, columns))


def months(found: FrameT, keys: Sequence[str], *, again: int, joined: bool) -> FrameT:
    """Add up islands in months: of the longest one if ``joined``, else of all.

    Full months by the calendar, and thirty-one of the days left over as one more; what lies in hardship ``again`` that
    often.

    Returns:
        A row for each career with an island: the months that are ``sure`` and ``possible``; null for none.
    """
    layers = (SURE, POSSIBLE, *(AGAIN.values() if again else ()))
    measured = with_months(found, BEGUN, layers).with_columns(
        nw.when(nw.col(one) > NONE).then(nw.col(f"{one}_{unit}")).otherwise(nw.lit(0)).alias(f"{one}_{unit}")
        for one in layers
        for unit in ("months", "days")
    )
    if joined:
        chains = _with_hardship(measured, keys) if again else measured
    else:
        sums = (nw.col(f"{one}_{unit}").sum() for one in layers for unit in ("months", "days"))
        chains = measured.group_by(*keys).agg(*sums, nw.col(SURE).max(), nw.col(POSSIBLE).max())
    reckoned = chains.select(*keys, *(_length(one, again).alias(one) for one in (SURE, POSSIBLE)))
    return reckoned.group_by(*keys).agg(nw.col(SURE).max(), nw.col(POSSIBLE).max()) if joined else reckoned


def _length(one: str, again: int) -> nw.Expr:
    # A library may widen a sum.
    full, left = (nw.col(f"{one}_{unit}").cast(nw.Int64) for unit in ("months", "days"))
    if again:
        more, over = (nw.col(f"{AGAIN[one]}_{unit}").cast(nw.Int64) for unit in ("months", "days"))
        full, left = full + more * again, left + over * again
    return nw.when(nw.col(one) > NONE).then(full + left // LONGEST)


def _with_hardship(measured: FrameT, keys: Sequence[str]) -> FrameT:
    """Give each unbroken time what lies in hardship within it."""
    own = [f"{one}{part}" for one in (SURE, POSSIBLE) for part in ("", "_months", "_days")]
    parts = {f"{AGAIN[one]}_{unit}": one for one in (SURE, POSSIBLE) for unit in ("months", "days")}
    inner = measured.select(*keys, nw.col(BEGUN).alias(f"{BEGUN}_other"), *parts)
    paired = measured.select(*keys, BEGUN, *own).join(inner, on=list(keys), how="inner")
    day = nw.col(f"{BEGUN}_other")
    later = paired.filter(day >= nw.col(BEGUN)).select(
        *keys,
        BEGUN,
        *own,
        *(
            nw.when(day < nw.col(one)).then(nw.col(name)).otherwise(nw.lit(0)).alias(name)
            for name, one in parts.items()
        ),
    )
    return later.group_by(*keys, BEGUN, *own).agg(nw.col(name).sum() for name in parts)
