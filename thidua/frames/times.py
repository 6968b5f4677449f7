"""Time served and in posts as measures of a plan: what the stretches come to, judged between its two ends."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import narwhals.stable.v2 as nw

from thidua.frames.calendar import full_months
from thidua.frames.measured import Measured, Truth, either
from thidua.frames.opening import Frame
from thidua.frames.proposal import complete_ever
from thidua.frames.sheet import DAY, Sheet, Tables, col
from thidua.frames.stretches import post_months, served_months
from thidua.model.duration import InPost, Served


def stretch(leaf: Served | InPost, sheet: Sheet) -> Measured:
    """Measure time of service, or in posts: at least so long, and less than its upper end."""
    served = isinstance(leaf, Served)
    months = 12 if served else 1
    # What it comes to is the same whatever is asked of it.
    same = (
        attrs.evolve(leaf, years=0, below=None)
        if isinstance(leaf, Served)
        else attrs.evolve(leaf, months=0, below=None)
    )
    name = sheet.other(same, lambda name: _reckoner(same, name))
    least = (leaf.years if isinstance(leaf, Served) else leaf.months) * months
    sure, possible = (col(f"{name}_{bound}").fill_null(-1) for bound in ("sure", "possible"))
    whole = complete_ever("service" if served else "posts")
    unlisted = ~whole & (_most(leaf, sheet) >= least).fill_null(value=True)
    enough = unlisted | (possible >= least)
    if leaf.below is None:
        return Truth(either((sure >= least) & enough, enough))
    below = leaf.below * months
    may = enough & (sure < below)
    return Truth(either(may & (sure >= least) & (possible < below) & whole, may))


def _reckoner(leaf: Served | InPost, name: str) -> Callable[[Tables], Frame]:
    def reckon(tables: Tables) -> Frame:
        keys, kind = tables.keys, "service" if isinstance(leaf, Served) else "post"
        rows = tables.beside((kind,), (DAY,)).rename({DAY: "day"})
        found = served_months(rows, keys, leaf) if isinstance(leaf, Served) else post_months(rows, keys, leaf)
        return found.select(*keys, *[col(bound).alias(f"{name}_{bound}") for bound in ("sure", "possible")])

    return reckon


def _most(leaf: Served | InPost, sheet: Sheet) -> nw.Expr:
    """Return the most months there can be since the subject's record began; null where that is not known."""
    by, factor = (leaf.by, leaf.factor) if isinstance(leaf, Served) else (None, 1)
    today = col(DAY) if by is None else nw.min_horizontal(col(DAY), nw.lit(by))
    months, _ = full_months(col("joined"), today)
    return factor * sheet.window(("since joined", by), nw.when(col("joined") <= today).then(months + 1))
