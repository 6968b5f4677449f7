"""Groups that may be one: rows which do not say their unit or year may be of any that others name."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Final

import narwhals.stable.v2 as nw

from thidua.frames.decisions import Decided
from thidua.frames.naming import Rows

MORE: Final = "__thidua_more"
"""How many people of other groups may be of this one."""
WIDER: Final = "__thidua_wider"
"""How many of the bases of other groups may be of this one's."""
LOOSE: Final = "__thidua_loose"
"""Whether a group does not say which it is."""
UNITS: Final = "__thidua_units"
"""How many units the whole table speaks of; of a cap on proposers, how many proposers."""

_NAMELESS: Final = "__thidua_nameless"
_UNDATED: Final = "__thidua_undated"


def beside(counted: Rows, table: Decided, cap: tuple[str, ...], counts: tuple[str, str]) -> Rows:
    """Add to the groups of each cap what others that may be the same count: ``MORE``, ``WIDER``, ``LOOSE``.

    Args:
        counted: a row for each cap, group and year.
        table: the table they were counted from.
        cap: the columns that tell a cap.
        counts: the columns with the people counted, and with those in the base.
    """
    no = nw.lit(0, dtype=nw.Int64)
    nameless = reduce(or_, (nw.col(key).is_null() for key in table.keys)) if table.keys else nw.lit(value=False)
    undated = nw.col("year").is_null()
    rows = counted.with_columns(nameless.alias(_NAMELESS), undated.alias(_UNDATED))
    sums = {(made, each): f"{made}_{each}" for made in ("all", "nameless", "undated", "neither") for each in counts}
    where = {
        "nameless": nw.col(_NAMELESS),
        "undated": nw.col(_UNDATED),
        "neither": nw.col(_NAMELESS) & nw.col(_UNDATED),
    }
    parts = rows.with_columns(
        *(
            (nw.when(where[made]).then(nw.col(each)).otherwise(no) if made in where else nw.col(each)).alias(name)
            for (made, each), name in sums.items()
        )
    )
    keys = (cap, (*cap, "year"), (*cap, *table.keys))
    for prefix, on in zip("cyk", keys, strict=True):
        added = parts.group_by(*on).agg(*(nw.col(name).sum().alias(f"__{prefix}_{name}") for name in sums.values()))
        rows = rows.join(added, on=list(on), how="left")

    def of(prefix: str, made: str, each: str) -> nw.Expr:
        return nw.col(f"__{prefix}_{sums[made, each]}").fill_null(0).cast(nw.Int64)

    made = [
        nw.when(nw.col(_NAMELESS) & nw.col(_UNDATED))
        .then(of("c", "all", each) - nw.col(each))
        .otherwise(
            nw.when(nw.col(_NAMELESS))
            .then(of("y", "all", each) + of("c", "undated", each) - nw.col(each))
            .otherwise(
                nw.when(nw.col(_UNDATED))
                .then(of("k", "all", each) + of("c", "nameless", each) - nw.col(each))
                .otherwise(of("c", "neither", each) + of("y", "nameless", each) + of("k", "undated", each))
            )
        )
        .alias(name)
        for each, name in zip(counts, (MORE, WIDER), strict=True)
    ]
    loose = (nw.col(_NAMELESS) | nw.col(_UNDATED)).alias(LOOSE)
    return rows.with_columns(*made, loose).select(*counted.collect_schema().names(), MORE, WIDER, LOOSE)
