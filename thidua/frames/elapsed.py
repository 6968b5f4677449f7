"""The time since an award, over tables: as :mod:`thidua.merit.durations` tells of one dossier.

The time runs from a year that lies after those of ``after`` and not before those of ``without``; so both bound where an
award that opens it may lie, and the second pass looks between these bounds.
"""

from __future__ import annotations

import narwhals.stable.v2 as nw

from thidua.frames.looking import Back, last_year
from thidua.frames.measured import Measured, Truth, either
from thidua.frames.proposal import complete, earliest, full_years
from thidua.frames.sheet import FAR, YEAR, col
from thidua.model.duration import Elapsed


def elapsed(leaf: Elapsed, back: Back) -> Measured:
    """Count the years since an award, as the record shows it and as its unknown part could have it."""
    sheet, key = back.sheet, ("elapsed", leaf, back.key)
    limit = col(YEAR) - leaf.years
    hidden_last = nw.min_horizontal(complete("awards"), col(YEAR) + 1) - 1
    hidden = earliest() <= hidden_last
    last = nw.when(hidden).then(hidden_last).otherwise(nw.lit(-FAR))
    year = last_year()
    reach = (year <= col(YEAR)) & ~back.too_soon(leaf.years)
    sure, may = (row & reach for row in back.counts(leaf.awards, leaf.commendations))

    def latest(name: str, awards: tuple[str, ...]) -> tuple[nw.Expr, nw.Expr]:
        """Return the latest year in which one of these was held: for certain, and as far as may be."""
        if not awards:
            return nw.lit(-FAR), nw.lit(-FAR)
        rows = back.counts(awards, leaf.commendations)
        found = (nw.when(row & (year <= col(YEAR))).then(year) for row in rows)
        certain, all_ = (sheet.look((key, name, what), "award", "max", each) for what, each in enumerate(found))
        return certain, nw.max_horizontal(all_, last)

    after, after_all = latest("after", leaf.after)
    without, without_all = latest("without", leaf.without)
    opened = sheet.look((key, "opened"), "award", "max", nw.when(sure).then(year))
    opened_all = sheet.look((key, "opened all"), "award", "max", nw.when(may).then(year))
    back_then = nw.max_horizontal(back.own(sure=True) - 1, _served(back))
    in_time = nw.max_horizontal(back_then, back.held_back() - 1) <= limit

    def lies(name: str, row: nw.Expr, since: nw.Expr) -> nw.Expr:
        start = sheet.window((key, name), since)
        return sheet.look((key, name), "award", "any", row & (year >= start) & (year <= limit), windowed=True)

    if leaf.latest:
        # Every year that may be that of the latest must do, and it leaves behind it what should not be held since.
        passed = (nw.max_horizontal(opened_all, last) <= limit) & (without_all <= opened)
        certain = (opened > nw.max_horizontal(after_all, nw.lit(-FAR))) & passed & in_time
    else:
        certain = lies("sure", sure, nw.max_horizontal(after_all + 1, without_all)) & in_time
    since = nw.max_horizontal(after + 1, without, opened if leaf.latest else nw.lit(-FAR))
    unlisted = hidden & (nw.max_horizontal(since, earliest()) <= nw.min_horizontal(limit, hidden_last))
    perhaps = (lies("may", may, since) | unlisted) & (back_then <= limit)
    return Truth(either(certain, perhaps))


def _served(back: Back) -> nw.Expr:
    """Return the year from which the time runs, by the calendar, since the last measure was served."""
    if not back.lens.after_discipline:
        return nw.lit(-FAR)
    return (col(YEAR) - full_years(back.served_on())).fill_null(-FAR)
