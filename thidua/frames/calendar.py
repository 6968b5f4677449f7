"""Days as whole numbers that every dataframe library can reckon with, and full months between them.

No two libraries move a day by a month in the same way, and some cannot make a date out of its parts. So a day is
numbered here, in a calendar all of whose months are thirty-one days long: later days have greater numbers, and a
division gives month and day back. What :mod:`thidua.model.time` says of two dates is said of columns of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

import attrs
import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import FrameT

LONGEST: Final = 31
"""The days of every month in the calendar of numbers."""


def number(day: date) -> int:
    """Return the number of a day.

    >>> number(date(2024, 2, 29)) < number(date(2024, 3, 1)), divmod(number(date(2024, 2, 29)) % (12 * 31), 31)
    (True, (1, 28))
    """
    return (day.year * 12 + day.month - 1) * LONGEST + day.day - 1


def numbered(day: nw.Expr) -> nw.Expr:
    """Return the numbers of a column of dates."""
    return _parts(day).number


def day_after(day: nw.Expr) -> nw.Expr:
    """Return the numbers of the days after those of a column of dates."""
    parts = _parts(day)
    is_last = parts.day >= parts.length - 1
    return nw.when(is_last).then((parts.year * 12 + parts.month + 1) * LONGEST).otherwise(parts.number + 1)


def full_months(since: nw.Expr, end: nw.Expr) -> tuple[nw.Expr, nw.Expr]:
    """Return the full months from one date to another, and the days left over."""
    return _full_months(_parts(since), _parts(end))


def full_years(since: nw.Expr, day: nw.Expr) -> nw.Expr:
    """Return how many full years lie between two dates, none where they are the wrong way round.

    A year is full with the twelfth of its months: the day that February lacks falls on its last one either way.
    """
    months, _ = full_months(since, day)
    return nw.when(months > 0).then(months // 12).otherwise(months * 0)


def with_months(frame: FrameT, begun: str, ends: Sequence[str]) -> FrameT:
    """Add the full months, and the days left over, from one column of numbered days to others.

    The columns added are called ``<end>_months`` and ``<end>_days``. It is done in steps, each on the columns of the
    last: in one expression every division would be written out again wherever its result is used, and some engines
    take longer to read that than to reckon.
    """
    days = (begun, *ends)
    months = frame.with_columns((nw.col(day) // LONGEST).alias(f"{day}_month") for day in days)
    years = months.with_columns((nw.col(f"{day}_month") // 12).alias(f"{day}_year") for day in days)
    whole = years.with_columns(_february(nw.col(f"{day}_year")).alias(f"{day}_february") for day in days)
    lengths: list[nw.Expr] = []
    for end in ends:
        full, left = _full_months(_stored(begun), _stored(end))
        lengths += (full.alias(f"{end}_months"), left.alias(f"{end}_days"))
    return whole.with_columns(lengths).drop(f"{day}_{part}" for day in days for part in ("month", "year", "february"))


@attrs.frozen
class _Day:
    """A day in its parts; month and day of the month are counted from nought."""

    year: nw.Expr
    month: nw.Expr
    day: nw.Expr
    february: nw.Expr
    """How many days February has in that year."""

    @property
    def number(self) -> nw.Expr:
        return (self.year * 12 + self.month) * LONGEST + self.day

    @property
    def length(self) -> nw.Expr:
        """How many days the month has."""
        return self._length(short=(3, 5, 8, 10), february=1)

    @property
    def length_before(self) -> nw.Expr:
        """How many days the month before it has."""
        return self._length(short=(4, 6, 9, 11), february=2)

    def _length(self, *, short: tuple[int, ...], february: int) -> nw.Expr:
        other = nw.when(self.month.is_in(short)).then(nw.lit(30)).otherwise(nw.lit(31))
        return nw.when(self.month == february).then(self.february).otherwise(other)


def _parts(day: nw.Expr) -> _Day:
    """Take a date apart; the parts are widened, or reckoning with them would overflow."""
    year, month, of_month = (part.cast(nw.Int64) for part in (day.dt.year(), day.dt.month(), day.dt.day()))
    return _Day(year, month - 1, of_month - 1, _february(year))


def _stored(day: str) -> _Day:
    """Return the parts of a numbered day of which month, year and February have become columns."""
    month, year = nw.col(f"{day}_month"), nw.col(f"{day}_year")
    return _Day(year, month - year * 12, nw.col(day) - month * LONGEST, nw.col(f"{day}_february"))


def _february(year: nw.Expr) -> nw.Expr:
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    return nw.when(leap).then(nw.lit(29)).otherwise(nw.lit(28))


def _full_months(since: _Day, end: _Day) -> tuple[nw.Expr, nw.Expr]:
    """Reckon as :func:`thidua.model.time.full_months`.

    A month is full on the day of the month on which it began, or on its last one where it is not long enough. The
    last month is left off where the end comes short of that, and its days are counted from the month before.
    """
    months = (end.year - since.year) * 12 + end.month - since.month
    full = _earlier(since.day, end.length - 1)
    short = (months > 0) & (full > end.day)
    before = end.length_before
    left = nw.when(short).then(before - _earlier(since.day, before - 1)).otherwise(full * -1) + end.day
    return nw.when(short).then(months - 1).otherwise(months), left


def _earlier(one: nw.Expr, other: nw.Expr) -> nw.Expr:
    return nw.when(one < other).then(one).otherwise(other)
