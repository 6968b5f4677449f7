"""How a cell is read: text, words of closed columns, whole numbers, dates, ticks. What it does not say is not guessed.

Each reader takes a cell that says something and returns what it says, or raises a CellError.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from functools import cache, partial
from math import isfinite
from numbers import Real
from typing import Any, Final, TypeAlias, get_args

from thidua.interchange.sheets import NoValue
from thidua.interchange.slips import CellError
from thidua.interchange.tables import ours
from thidua.model.bounds import AT_LEAST_ONE, YEAR, Within
from thidua.model.vocabulary import Commendation, Kind, OfficialClass
from thidua.text import fold, nfc

Reader: TypeAlias = Callable[[Any], Any]

_ERRORS: Final = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})
_NOTHING: Final = re.compile(r"[-–—.…_\s]*\Z")
_WHOLE: Final = re.compile(r"\d{1,15}\Z|\d{1,3}(?:[. ]\d{3}){1,4}\Z", re.ASCII)
_DAY: Final = re.compile(r"(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})\Z", re.ASCII)
_ISO: Final = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[ T]00:00(?::00(?:\.0+)?)?)?\Z", re.ASCII)
_IN_WORDS: Final = re.compile(r"(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})\Z", re.ASCII)
_SHORT_YEAR: Final = re.compile(r"\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{2}\Z", re.ASCII)
_NO_DAY: Final = re.compile(r"(?:thang |quy )?\d{1,2} (?:nam )?\d{4}\Z|(?:nam )?\d{4}\Z", re.ASCII)
_SCHOOL_YEAR: Final = re.compile(r"(\d{4}) ?[-–/] ?(\d{4})\Z", re.ASCII)
_MONTHS: Final = 12


def said(cell: Any) -> bool:
    """Say whether a cell says anything: a dash or dots alone do not.

    >>> [said(cell) for cell in (None, "", " – ", "...", 0, "x")]
    [False, False, False, False, True, True]
    """
    if isinstance(cell, float | datetime) and cell != cell:  # noqa: PLR0124  # NaN and NaT are gaps, and equal nothing
        return False
    return cell is not None and not (isinstance(cell, str) and _NOTHING.match(_bare(cell)))


def _bare(cell: str) -> str:
    """Return text without what is not seen, blanks folded, in the composed form."""
    return nfc("".join(char for char in cell if unicodedata.category(char) not in {"Cf", "Cs"}))


def _number(cell: Any) -> Any:
    """Return a whole number as one, whatever type it came as; anything else as it is."""
    number = isinstance(cell, Real | Decimal) and not isinstance(cell, bool)
    return int(cell) if number and isfinite(cell) and cell == int(cell) else cell


def text(cell: Any) -> str:
    """Read text; a whole number is one too, as ids are."""
    if isinstance(cell, NoValue):
        raise CellError("no-value")
    cell = _number(cell)
    if not isinstance(cell, str) and type(cell) is not int:
        raise CellError("not-text")
    found = _bare(str(cell))
    if found.upper() in _ERRORS:
        raise CellError("excel-error")
    return found


def whole(cell: Any, bounds: Within) -> int:
    """Read a whole number within bounds; its thousands may be parted by a point or a blank, as Vietnamese does.

    >>> whole("1.194", AT_LEAST_ONE), whole(" 04", AT_LEAST_ONE), whole(12.0, AT_LEAST_ONE)
    (1194, 4, 12)
    """
    found = _number(cell)
    if isinstance(found, str | NoValue):
        written = text(found)
        found = int(written.replace(".", "").replace(" ", "")) if _WHOLE.match(written) else None
    if type(found) is not int:
        raise CellError("not-whole")
    if bounds.fault(found):
        limits = f"{bounds.least}" if bounds.most > 10**9 else f"{bounds.least}–{bounds.most}"
        raise CellError("out-of-range", limits)
    return found


def year(cell: Any) -> int:
    """Read a year of four digits: thousands are not parted in one."""
    if isinstance(cell, str) and not text(cell).isdecimal():
        raise CellError("not-whole")
    return whole(cell, YEAR)


def school_year(cell: Any) -> int:
    """Read a school year by its two years; it is named by the one it ends in.

    >>> school_year("2023 - 2024")
    2024
    """
    found = _SCHOOL_YEAR.match(text(cell))
    if not found or int(found[2]) != int(found[1]) + 1:
        raise CellError("not-a-school-year")
    return year(found[2])


def day(cell: Any, *, month_first: bool = False) -> date:
    """Read a date: a cell that is one, dd/mm/yyyy with any of ``/ - .``, yyyy-mm-dd, "ngày 15 tháng 1 năm 2024".

    Args:
        cell: the cell.
        month_first: whether another cell of the column puts the month first: then what could be read either way is not
            read at all.

    >>> day("15/01/2024") == day("15-1-2024") == day("Ngày 15 tháng 01 năm 2024") == date(2024, 1, 15)
    True
    """
    if isinstance(cell, date):
        made = cell.date() if isinstance(cell, datetime) else cell
    elif isinstance(cell, Real | Decimal) and not isinstance(cell, bool):
        raise CellError("bare-number")
    else:
        made = _day(text(cell), month_first=month_first)
    if YEAR.fault(made.year):
        raise CellError("out-of-range", f"{YEAR.least}–{YEAR.most}")
    return made


def _day(given: str, *, month_first: bool) -> date:
    if found := _ISO.match(given):
        return _date(*found.groups())
    if found := _DAY.match(given) or _IN_WORDS.match(fold(given)):
        first, second, its_year = found.groups()
        if month_first_only(given):
            raise CellError("month-first")
        if month_first and _DAY.match(given) and int(first) <= _MONTHS and first != second:
            raise CellError("either-way")
        return _date(its_year, second, first)
    if _SHORT_YEAR.match(given):
        raise CellError("two-digit-year")
    raise CellError("no-day" if _NO_DAY.match(fold(given)) else "not-a-date")


def _date(its_year: str, month: str, its_day: str) -> date:
    try:
        return date(int(its_year), int(month), int(its_day))
    except ValueError:
        raise CellError("no-such-day") from None


def month_first_only(cell: Any) -> bool:
    """Say whether a cell is a date only with its month first, as ``03/13/2024`` is."""
    found = _DAY.match(_bare(cell)) if isinstance(cell, str) else None
    return bool(found) and int(found[1]) <= _MONTHS < int(found[2])  # type: ignore[index]  # as said before it


def word(cell: Any, column: str) -> str:
    """Read a word of a closed column, by the names of ``words.toml`` or as ours is written.

    >>> word("CÔNG  TRẠNG", "commendation"), word("Tập thể", "recipient")
    ('merit', 'collective')
    """
    if isinstance(cell, bool):
        cell = str(cell)
    given = text(cell)
    known = _words(column)
    found = known.get(_key(given))
    if found is None:
        raise CellError("unknown-word", ", ".join(_names(column)))
    return found


def _key(name: str) -> str:
    return fold(name) or name  # a sign such as ✓ has no letters


@cache
def _words(column: str) -> Mapping[str, str]:
    own: Iterable[str] = get_args({"recipient": Kind, "class": OfficialClass, "commendation": Commendation}.get(column))
    found = {_key(name): name for name in own}
    for each in ours("words")["word"]:
        if each["column"] == column:
            found |= {_key(name): each["means"] for name in each["names"]}
    return found


@cache
def _names(column: str) -> tuple[str, ...]:
    """The first name of each word: what a cell may say."""
    first: dict[str, str] = {}
    for each in ours("words")["word"]:
        if each["column"] == column:
            first.setdefault(each["means"], each["names"][0])
    return tuple(first.values())


def tick(cell: Any, column: str, count: int) -> bool:
    """Read whether a group is meant: a tick or "không"; of a row of several, how many of them, all or none.

    >>> tick("x", "tick", 1), tick("Nam", "sex", 1), tick(12, "tick", 12), tick("0", "tick", 12)
    (True, False, True, False)
    """
    if count > 1 and column == "tick" and not isinstance(cell, bool):
        try:
            number = whole(cell, Within("count", 0))
        except CellError:
            number = None
        if number is not None:
            if number not in {0, count}:
                raise CellError("some-of-several", str(count))
            return number == count
    return word(cell, column) == "yes"


READERS: Final[Mapping[str, Reader]] = {
    "recipient": partial(word, column="recipient"),
    "class": partial(word, column="class"),
    "commendation": partial(word, column="commendation"),
    "subject": text,
    "unit": text,
    "authority": text,
    "proposed_by": text,
    "title": text,
    "year": year,
    "school-year": school_year,
    "count": partial(whole, bounds=AT_LEAST_ONE),
}
"""The readers that need nothing but the cell."""
