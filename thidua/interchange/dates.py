"""How a column of dates is read: day first, four digits of the year, and no cell that the others put in doubt."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from numbers import Real
from typing import Any, Final

import attrs

from thidua.interchange.cells import said, text, visible
from thidua.interchange.slips import CellError
from thidua.model.bounds import YEAR
from thidua.text import fold

_DAY: Final = re.compile(r"(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})\Z", re.ASCII)
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]00:00(?::00(?:\.0+)?)?)?\Z", re.ASCII)
_IN_WORDS: Final = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})\Z", re.ASCII)
_SHORT_YEAR: Final = re.compile(r"\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2}\Z", re.ASCII)
_NO_DAY: Final = re.compile(r"(?:thang |quy )?\d{1,2} (?:nam )?\d{4}\Z|(?:nam )?\d{4}\Z", re.ASCII)
_MONTHS: Final = 12


@attrs.frozen(kw_only=True)
class Dates:
    """Reads the cells of a column: a date, dd/mm/yyyy with any of ``/ - .``, yyyy-mm-dd, "ngày 15 tháng 1 năm 2024".

    Attributes:
        month_first: whether a cell of the column puts the month first: then none that can be read either way is read.
        swapped: whether the column is as Excel leaves dates typed day first where it expects the month first: those it
            could read so are dates, their day and month changed over, and the rest is text. Then no date is read.

    >>> read = Dates()
    >>> read("15/01/2024") == read("15-1-2024") == read("Ngày 15 tháng 01 năm 2024") == date(2024, 1, 15)
    True
    """

    month_first: bool = False
    swapped: bool = False

    @classmethod
    def of(cls, cells: Iterable[Any]) -> Dates:
        """Look a column over."""
        every = list(filter(said, cells))
        dates = [cell.day for cell in every if isinstance(cell, date)]
        pairs = [pair for cell in every if (pair := _pair(cell))]
        return cls(
            month_first=any(first <= _MONTHS < second for first, second in pairs),
            swapped=bool(dates and pairs) and max(dates) <= _MONTHS < min(first for first, _ in pairs),
        )

    def __call__(self, cell: Any) -> date:
        """Return the date that a cell says."""
        if isinstance(cell, date):
            if self.swapped:
                raise CellError("swapped")
            made = cell.date() if isinstance(cell, datetime) else cell
        elif isinstance(cell, Real | Decimal) and not isinstance(cell, bool):
            raise CellError("bare-number")
        else:
            made = self._day(text(cell))
        if YEAR.fault(made.year):
            raise CellError("out-of-range", f"{YEAR.least}–{YEAR.most}")
        return made

    def _day(self, given: str) -> date:
        if found := _ISO.match(given):
            return _date(*found.groups())
        if pair := _pair(given):
            first, second = pair
            if first <= _MONTHS < second:
                raise CellError("month-first")
            if self.month_first and first <= _MONTHS and first != second:
                raise CellError("either-way")
            return _date(given[-4:], str(second), str(first))
        if found := _IN_WORDS.match(fold(given)):
            return _date(*reversed(found.groups()))
        if _SHORT_YEAR.match(given):
            raise CellError("two-digit-year")
        raise CellError("no-day" if _NO_DAY.match(fold(given)) else "not-a-date")


def _pair(cell: Any) -> tuple[int, int] | None:
    """Return the two numbers that stand before the year in text that is a date in figures."""
    found = _DAY.match(visible(cell)) if isinstance(cell, str) else None
    return (int(found[1]), int(found[2])) if found else None


def _date(year: str, month: str, day: str) -> date:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise CellError("no-such-day") from None
