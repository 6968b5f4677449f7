"""What a proposal's own row says: its year and day, since when its record can begin, from when each list is complete.

The second engine's words for :class:`thidua.model.dossier.Dossier`; the first two work beside a record's row as well.
"""

from __future__ import annotations

import narwhals.stable.v2 as nw

from thidua.frames.sheet import FAR, RECEIVED, YEAR, col
from thidua.merit.lens import LONGEST

LAST_DAY, LEAP_DAY = 1231, 229
"""Days of the year as numbers: its last, and the one that three years of four do not have."""


def by_proposal(day: nw.Expr) -> nw.Expr:
    """Say whether a day is that of the proposal, or earlier; without one the last day of its year stands for it."""
    return nw.when(col(RECEIVED).is_null()).then(day.dt.year() <= col(YEAR)).otherwise(day <= col(RECEIVED))


def proposal_year() -> nw.Expr:
    """Return the year of the proposal's day."""
    return nw.when(col(RECEIVED).is_null()).then(col(YEAR)).otherwise(col(RECEIVED).dt.year().cast(nw.Int64))


def full_years(since: nw.Expr) -> nw.Expr:
    """Return how many full years lie between a day and that of the proposal, as ``model.time.full_years`` does."""
    last = proposal_year()
    day = col(RECEIVED).dt.month().cast(nw.Int64) * 100 + col(RECEIVED).dt.day().cast(nw.Int64)
    today = nw.when(col(RECEIVED).is_null()).then(nw.lit(LAST_DAY)).otherwise(day)
    leap = ((last % 4 == 0) & (last % 100 != 0)) | (last % 400 == 0)
    began = since.dt.month().cast(nw.Int64) * 100 + since.dt.day().cast(nw.Int64)
    anniversary = nw.when((began == LEAP_DAY) & ~leap).then(nw.lit(LEAP_DAY - 1)).otherwise(began)
    years = nw.max_horizontal(last - since.dt.year().cast(nw.Int64), nw.lit(0))
    full = years - ((years > 0) & (anniversary > today)).cast(nw.Int64)
    return nw.when(~since.is_null()).then(full)  # the greatest of a gap and nought is nought


def began() -> nw.Expr:
    """Return the year in which the subject's record can begin; null where that is not known."""
    return nw.coalesce(col("joined"), col("founded")).dt.year().cast(nw.Int64)


def earliest() -> nw.Expr:
    """Return the first year of which something may be unknown: before it the subject had no record."""
    return nw.max_horizontal(began().fill_null(-FAR), col(YEAR) - LONGEST)


def complete(what: str) -> nw.Expr:
    """Return the first year from which a list is complete; far in the future where it never is."""
    return nw.coalesce(col(f"known_from_{what}"), col("known_from")).fill_null(FAR)


def complete_ever(what: str) -> nw.Expr:
    """Say whether a list is complete from before the subject could have had a record at all."""
    return (complete(what) <= began()).fill_null(value=False)
