"""Working days on the Vietnamese calendar, and how a term is counted."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from thidua.decision import workdays
from thidua.decision.workdays import (
    COUNTED,
    LAST_YEAR,
    WorkingDays,
    add_working_days,
    is_working_day,
    next_working_day,
    vietnam,
    working_days_between,
)
from thidua.errors import InputError
from thidua.model.citation import Standing

DAYS = st.dates(date(2004, 2, 1), date(2038, 12, 31))
LENGTHS = st.integers(1, 60)


def off(year: int, month: int, first: int, last: int) -> list[bool]:
    """Say of each day of a stretch whether it is off."""
    return [not is_working_day(date(year, month, day)) for day in range(first, last + 1)]


class TestHolidays:
    """What the calendar of the package gives, held against days that are known."""

    def test_tet_2025(self) -> None:
        """Tết of 2025: work ends on Friday 24 January and begins on Monday 3 February."""
        assert is_working_day(date(2025, 1, 24))
        assert all(off(2025, 1, 25, 31))
        assert all(off(2025, 2, 1, 2))
        assert is_working_day(date(2025, 2, 3))

    def test_tet_2026(self) -> None:
        """Tết of 2026: work ends on Friday 13 February and begins on Monday 23 February."""
        assert is_working_day(date(2026, 2, 13))
        assert all(off(2026, 2, 14, 22))
        assert is_working_day(date(2026, 2, 23))

    @pytest.mark.parametrize(("day", "works"), [(date(2009, 1, 30), True), (date(2013, 2, 15), False)])
    def test_tet_grew(self, day: date, works: bool) -> None:  # noqa: FBT001  # a case of the table
        """Tết has four days until 2012 and five from 2013; those at a weekend are made good right after it."""
        assert is_working_day(day) is works

    @pytest.mark.parametrize(
        ("day", "works"),
        [
            (date(2006, 4, 7), True),  # the tenth day of the third lunar month, before it was a holiday
            (date(2007, 4, 26), False),
            (date(2020, 9, 3), True),  # one day at the National Day
            (date(2021, 9, 3), False),  # two from 2021
        ],
    )
    def test_law_changed(self, day: date, works: bool) -> None:  # noqa: FBT001  # a case of the table
        """The Hùng Kings' day is off since 2007, and of the National Day's two days the second since 2021."""
        assert is_working_day(day) is works

    def test_in_lieu(self) -> None:
        """A holiday at a weekend gives a day in lieu: 30 April and 1 May 2022, on Monday and Tuesday."""
        assert off(2022, 5, 2, 4) == [True, True, False]

    @pytest.mark.parametrize(
        ("day", "works"),
        [
            (date(2025, 5, 2), False),  # a Friday off …
            (date(2025, 4, 26), True),  # … for this Saturday
            (date(2018, 12, 31), False),
            (date(2019, 1, 5), True),  # over the turn of a year
            (date(2025, 4, 19), False),  # any other Saturday
        ],
    )
    def test_exchanged(self, day: date, works: bool) -> None:  # noqa: FBT001  # a case of the table
        """A working day that the Prime Minister exchanged is off, and the Saturday in its place is worked."""
        assert is_working_day(day) is works

    def test_known_to(self) -> None:
        """An exchange of 2026 is missing from the package: it is not taken to know that year."""
        packaged = vietnam()

        assert packaged.known_to >= 2025
        assert packaged.knows(date(2025, 1, 1), date(2025, 12, 31))
        assert not packaged.knows(date(packaged.known_to, 12, 31), date(packaged.known_to + 1, 1, 1))
        assert not packaged.knows(max(packaged.working_weekends))  # of the last year with an exchange there may be more

    def test_more_days(self) -> None:
        """The caller says what the package lacks; the calendar says that it was added, and up to when it is known."""
        made = vietnam(days_off=[date(2026, 1, 2)], working_weekends=[date(2026, 1, 10)], known_to=2026)

        assert [is_working_day(date(2026, 1, day), made) for day in (2, 9, 10)] == [False, True, True]
        assert made.knows(date(2026, 12, 31))
        assert made.name == f"{vietnam().name} + 2"

    def test_caller_is_right(self) -> None:
        """Where the caller's days and the package's differ, the caller's hold."""
        made = vietnam(days_off=[date(2025, 4, 26)], working_weekends=[date(2025, 2, 1)])

        assert not is_working_day(date(2025, 4, 26), made)
        assert is_working_day(date(2025, 2, 1), made)

    def test_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without the package the error names the extra to install; a calendar of one's own needs none."""
        monkeypatch.setitem(sys.modules, "holidays", None)
        workdays._packaged.cache_clear()  # noqa: SLF001  # it was read already
        own = WorkingDays(name="own", days_off=frozenset(), known_to=2026)

        with pytest.raises(InputError, match=r"pip install 'thidua\[calendar\]'"):
            is_working_day(date(2025, 1, 1))
        assert is_working_day(date(2025, 1, 1), own)
        workdays._packaged.cache_clear()  # noqa: SLF001


class TestTerms:
    """How a term of working days is counted."""

    @pytest.mark.parametrize(
        ("start", "n", "end"),
        [
            (date(2025, 3, 3), 1, date(2025, 3, 4)),  # the day itself is not counted
            (date(2025, 3, 3), 4, date(2025, 3, 7)),  # Friday
            (date(2025, 3, 3), 5, date(2025, 3, 10)),  # over a weekend
            (date(2025, 3, 8), 1, date(2025, 3, 10)),  # received on a Saturday
            (date(2025, 1, 24), 1, date(2025, 2, 3)),  # over Tết
            (date(2025, 4, 25), 1, date(2025, 4, 26)),  # a Saturday that is worked
            (date(2025, 3, 10), -1, date(2025, 3, 7)),
            (date(2025, 2, 3), -2, date(2025, 1, 23)),
        ],
    )
    def test_add(self, start: date, n: int, end: date) -> None:
        """The first day counted is the working day after the one on which the term opens."""
        assert add_working_days(start, n) == end

    @pytest.mark.parametrize(
        ("day", "end"),
        [
            (date(2025, 3, 7), date(2025, 3, 7)),
            (date(2025, 3, 8), date(2025, 3, 10)),
            (date(2025, 3, 9), date(2025, 3, 10)),
            (date(2025, 3, 10), date(2025, 3, 10)),
            (date(2025, 1, 25), date(2025, 2, 3)),
        ],
    )
    def test_last_day_off(self, day: date, end: date) -> None:
        """A term whose last day is a day off ends on the next working day."""
        assert next_working_day(day) == end

    def test_standing(self) -> None:
        """The civil code was not read, and the rule of counting says so."""
        assert COUNTED.standing is Standing.UNVERIFIED
        assert str(COUNTED) == "khoản 2 Điều 147, khoản 5 Điều 148 Bộ luật Dân sự 91/2015/QH13"

    @given(day=DAYS, n=LENGTHS)
    def test_counts_back(self, day: date, n: int) -> None:
        """A term of n working days holds n of them, ends on one, and one day less holds one less."""
        end = add_working_days(day, n)

        assert is_working_day(end)
        assert working_days_between(day, end) == n
        assert working_days_between(day, end - timedelta(days=1)) == n - 1

    @given(day=DAYS, n=LENGTHS)
    def test_before_is_the_way_back(self, day: date, n: int) -> None:
        """So many working days before a working day lead back to where the term began."""
        assume(is_working_day(day))

        assert add_working_days(add_working_days(day, n), -n) == day

    @given(day=DAYS, first=LENGTHS, second=LENGTHS)
    def test_adds_up(self, day: date, first: int, second: int) -> None:
        """Two terms one after the other are one of both lengths."""
        assert add_working_days(add_working_days(day, first), second) == add_working_days(day, first + second)

    @given(start=DAYS, days=st.integers(-400, 400))
    def test_opposite(self, start: date, days: int) -> None:
        """Counted the other way round, it is as many with the sign changed."""
        end = max(start + timedelta(days=days), date(2004, 1, 1))

        assert working_days_between(end, start) == -working_days_between(start, end)


class TestBadInput:
    """What no calendar can count."""

    @pytest.mark.parametrize("n", [0, 1.0, True, "5", None])
    def test_length(self, n: Any) -> None:
        """A term has a whole number of days other than nought."""
        with pytest.raises(InputError, match=r"\$\.n: "):
            add_working_days(date(2025, 1, 1), n)

    @pytest.mark.parametrize("day", ["2025-01-01", None, 20250101])
    def test_day(self, day: Any) -> None:
        """What is no day is refused by each question."""
        for ask in (is_working_day, next_working_day):
            with pytest.raises(InputError, match="expected a day"):
                ask(day)
        with pytest.raises(InputError, match="expected a day"):
            add_working_days(day, 1)
        with pytest.raises(InputError, match="expected a day"):
            working_days_between(day, date(2025, 1, 1))

    @pytest.mark.parametrize("day", [date(2003, 12, 31), date(LAST_YEAR + 1, 1, 1)])
    def test_outside(self, day: date) -> None:
        """A day outside the calendar's years is an error, and not taken for a working day."""
        with pytest.raises(InputError, match="lies outside the calendar"):
            is_working_day(day)

    def test_leaves_the_calendar(self) -> None:
        """A term that ends after the calendar's last year is an error."""
        assert add_working_days(date(LAST_YEAR, 12, 28), 1).year == LAST_YEAR
        with pytest.raises(InputError, match="lies outside the calendar"):
            add_working_days(date(LAST_YEAR, 12, 31), 1)

    def test_days_given(self) -> None:
        """Every fault of a calendar is told: no day, a weekday worked 'in exchange', a day on both lists."""
        with pytest.raises(InputError) as raised:
            WorkingDays(
                name="own",
                days_off=frozenset([date(2026, 1, 10)]),
                working_weekends=frozenset([date(2026, 1, 9), date(2026, 1, 10)]),
                known_to=2026,
            )
        assert [problem.code for problem in raised.value.problems] == ["bad-value", "duplicate"]
        with pytest.raises(InputError, match="expected days, got '2026-01-02'"):
            vietnam(days_off=["2026-01-02"])  # type: ignore[list-item]  # the slip under test
