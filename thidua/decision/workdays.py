"""Working days on the Vietnamese calendar, counted as the law counts a term.

The day on which a term opens is not counted, and a term of days that ends on a day off ends on the next working day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import cache
from importlib import import_module
from importlib.metadata import version
from itertools import islice
from typing import Any, Final

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.exact import show
from thidua.model.citation import Citation, Standing

COUNTED: Final = Citation(
    "91/2015/QH13",
    "khoản 2 Điều 147, khoản 5 Điều 148",
    Standing.UNVERIFIED,
    date(2026, 11, 22),
    prefix="Bộ luật Dân sự",
)
"""How terms are counted. The code itself was not read, nor the one of 2005 before it."""

FIRST_YEAR: Final = 2004
LAST_YEAR: Final = 2040
_SATURDAY: Final = 5


def _days(given: Collection[date]) -> frozenset[date]:
    return frozenset(given)


@attrs.frozen(kw_only=True)
class WorkingDays:
    """A calendar of working days: Monday to Friday, and what departs from it.

    Attributes:
        name: whose calendar it is, as answers say it.
        days_off: days off from Monday to Friday: holidays, days in lieu, days exchanged.
        working_weekends: Saturdays and Sundays worked, in exchange for another day.
        known_to: the last year of which every such day is known. What is reckoned with a later year is said to be open.
        first_year, last_year: the years it has at all; a day outside them is an error.
    """

    name: str
    days_off: frozenset[date] = attrs.field(converter=_days, repr=False)
    working_weekends: frozenset[date] = attrs.field(default=frozenset[date](), converter=_days, repr=False)
    known_to: int
    first_year: int = FIRST_YEAR
    last_year: int = LAST_YEAR

    def __attrs_post_init__(self) -> None:
        problems = [
            Problem(f"$.{key}", "bad-value", worded("expected days, got {each}", each=show(each)))
            for key in ("days_off", "working_weekends")
            for each in getattr(self, key)
            if type(each) is not date
        ]
        if not problems:
            problems = [
                Problem(
                    "$.working_weekends",
                    "bad-value",
                    worded("{each} is no Saturday or Sunday: it is worked anyway", each=each),
                )
                for each in sorted(self.working_weekends)
                if each.weekday() < _SATURDAY
            ]
            both = sorted(self.working_weekends & self.days_off)
            problems += [
                Problem("$.days_off", "duplicate", worded("{each} is among working_weekends too", each=each))
                for each in both
            ]
        if problems:
            raise InputError(problems)

    def knows(self, *days: date) -> bool:
        """Say whether every day off of the years of these days, and of those between, is known."""
        return all(self.first_year <= day.year <= self.known_to for day in days)


def vietnam(
    *,
    days_off: Collection[date] = (),
    working_weekends: Collection[date] = (),
    known_to: int | None = None,
) -> WorkingDays:
    """Make the calendar of the state's offices from the package ``holidays`` (extra ``calendar``) and from more days.

    The package knows the holidays of the labour codes (Tết of four days, of five from 2013; the Hùng Kings' day from
    2007; two days at the National Day from 2021), the days in lieu of those at a weekend, and of the working days that
    the Prime Minister exchanges some: it has not all of them (2 January 2026 for 10 January is missing from release
    0.109). So it is taken to be complete up to the year before the last of which it has an exchange; of what comes
    after, say the days yourself, and ``known_to``.

    Args:
        days_off: days off that the package lacks: Fridays or Mondays exchanged, an office's own.
        working_weekends: the Saturdays worked in exchange for them.
        known_to: the last year for which nothing is missing any more.

    Raises:
        InputError: the package is not installed, or the days are no such days.

    >>> calendar = vietnam(days_off=[date(2026, 1, 2)], working_weekends=[date(2026, 1, 10)], known_to=2026)
    >>> [is_working_day(date(2026, 1, day), calendar) for day in (1, 2, 5, 9, 10, 11)]
    [False, False, True, True, True, False]
    """
    found = _packaged()
    worked, off = frozenset(working_weekends), frozenset(days_off)
    if not (worked or off) and known_to is None:
        return found
    return WorkingDays(
        name=f"{found.name} + {len(off) + len(worked)}" if worked or off else found.name,
        days_off=(found.days_off - worked) | off,
        working_weekends=(found.working_weekends - off) | worked,
        known_to=found.known_to if known_to is None else known_to,
    )


@cache
def _packaged() -> WorkingDays:
    try:
        package: Any = import_module("holidays")
    except ImportError:
        sentence = worded(
            "Vietnam's holidays are read from holidays, which is not installed: pip install 'thidua[calendar]'"
        )
        raise InputError.one("$.calendar", "not-installed", sentence) from None
    found = package.country_holidays("VN", years=range(FIRST_YEAR, LAST_YEAR + 1))
    return WorkingDays(
        name=f"holidays {version('holidays')}",
        days_off=frozenset(found),
        working_weekends=frozenset(day for day in found.weekend_workdays if day.weekday() >= _SATURDAY),
        known_to=max(found.special_public_holidays) - 1,
    )


def is_working_day(day: date, calendar: WorkingDays | None = None) -> bool:
    """Say whether a day is worked: a weekday that is no day off, or a weekend's day worked in exchange.

    Raises:
        InputError: it is no day, or one of a year that the calendar does not have.

    >>> [is_working_day(date(2025, 1, day)) for day in (24, 27, 31)], is_working_day(date(2025, 4, 26))
    ([True, False, False], True)
    """
    known = calendar or vietnam()
    if type(day) is not date:
        raise InputError.one("$.day", "bad-value", worded("expected a day, got {day}", day=show(day)))
    if not known.first_year <= day.year <= known.last_year:
        sentence = worded(
            "{day} lies outside the calendar {name!r}, {first_year} to {last_year}",
            day=day,
            name=known.name,
            first_year=known.first_year,
            last_year=known.last_year,
        )
        raise InputError.one("$.day", "out-of-range", sentence)
    return day in known.working_weekends or (day.weekday() < _SATURDAY and day not in known.days_off)


def add_working_days(day: date, n: int, calendar: WorkingDays | None = None) -> date:
    """Return the last day of a term of ``n`` working days ("trong thời hạn n ngày làm việc, kể từ ngày …").

    The day itself is not counted: the first day counted is the next working day. With a negative ``n``, the n-th
    working day before the day.

    Raises:
        InputError: ``n`` is nought or no whole number, or the term leaves the calendar.

    >>> add_working_days(date(2025, 1, 24), 1), add_working_days(date(2025, 1, 24), 20)  # Tết lies between
    (datetime.date(2025, 2, 3), datetime.date(2025, 2, 28))
    >>> add_working_days(date(2025, 2, 3), -1)
    datetime.date(2025, 1, 24)
    """
    if type(n) is not int or n == 0:
        raise InputError.one(
            "$.n", "bad-value", worded("expected a whole number of days other than 0, got {n}", n=show(n))
        )
    is_working_day(day, calendar)  # it is a day of the calendar
    step = 1 if n > 0 else -1
    worked = (each for each in _from(day, step) if is_working_day(each, calendar))
    return next(islice(worked, abs(n) - 1, None))


def working_days_between(start: date, end: date, calendar: WorkingDays | None = None) -> int:
    """Count the working days after ``start`` up to ``end``: the first excluded, the last included, as of a term.

    Negative where ``end`` lies before ``start``: then the days after ``end`` up to ``start``.

    >>> working_days_between(date(2025, 1, 24), date(2025, 2, 28))
    20
    >>> working_days_between(date(2025, 2, 3), date(2025, 2, 1))
    -1
    """
    is_working_day(start, calendar), is_working_day(end, calendar)  # both are days of the calendar
    if end < start:
        return -working_days_between(end, start, calendar)
    days = (start + timedelta(days=after) for after in range(1, (end - start).days + 1))
    return sum(is_working_day(each, calendar) for each in days)


def next_working_day(day: date, calendar: WorkingDays | None = None) -> date:
    """Return the day itself where it is worked, or the next that is: where a term ends whose last day is a day off.

    >>> next_working_day(date(2025, 2, 1)), next_working_day(date(2025, 2, 3))
    (datetime.date(2025, 2, 3), datetime.date(2025, 2, 3))
    """
    return day if is_working_day(day, calendar) else add_working_days(day, 1, calendar)


def _from(day: date, step: int) -> Iterator[date]:
    """Yield the days after a day, or before it."""
    while True:
        day += timedelta(days=step)
        yield day
