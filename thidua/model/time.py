"""When: half-open periods, because the law writes "hết hiệu lực kể từ ngày …"."""

from __future__ import annotations

from datetime import date

import attrs

from thidua.errors import worded


@attrs.frozen
class Period:
    """Days from ``since`` (included) to ``until`` (excluded); ``None`` is open on that side.

    >>> day = date(2023, 12, 31)
    >>> day in Period(date(2004, 7, 1), date(2024, 1, 1)), date(2024, 1, 1) in Period(None, date(2024, 1, 1))
    (True, False)
    """

    since: date | None = None
    until: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.since and self.until and self.until <= self.since:
            msg = worded(
                "until must be after since (got since={since}, until={until})", since=self.since, until=self.until
            )
            raise ValueError(msg)

    def __contains__(self, day: date) -> bool:
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def overlaps(self, other: Period) -> bool:
        """Say whether the two periods share a day."""
        return (self.until is None or other.since is None or other.since < self.until) and (
            other.until is None or self.since is None or self.since < other.until
        )


def add_months(day: date, months: int) -> date:
    """Return the same day of the month that many months later, or that month's last day.

    >>> add_months(date(2015, 3, 1), 10), add_months(date(2024, 1, 31), 1)
    (datetime.date(2016, 1, 1), datetime.date(2024, 2, 29))
    """
    year, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + year, month + 1, last)
        except ValueError:
            continue
    raise AssertionError(day)


def full_years(since: date, day: date) -> int:
    """Return how many full years lie between two days.

    >>> full_years(date(1995, 3, 1), date(2025, 2, 28)), full_years(date(1995, 3, 1), date(2025, 3, 1))
    (29, 30)
    """
    years = max(day.year - since.year, 0)
    return years - (years > 0 and add_months(since, 12 * years) > day)


def full_months(since: date, end: date) -> tuple[int, int]:
    """Return the full months from one day to another, and the days left over.

    >>> full_months(date(2019, 1, 1), date(2024, 1, 1)), full_months(date(2024, 1, 31), date(2024, 3, 1))
    ((60, 0), (1, 1))
    """
    months = (end.year - since.year) * 12 + end.month - since.month
    months -= months > 0 and add_months(since, months) > end
    return months, (end - add_months(since, months)).days
