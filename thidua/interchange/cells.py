"""How a cell is read: text, words of closed columns, whole numbers, ticks. What it does not say is not guessed.

Each reader takes a cell that says something and returns what it says, or raises a CellError.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from functools import cache, partial
from math import isfinite
from numbers import Integral, Real
from typing import Any, Final, TypeAlias, get_args

from thidua.interchange.sheets import NoValue
from thidua.interchange.slips import CellError
from thidua.interchange.tables import ours
from thidua.model.bounds import AT_LEAST_ONE, YEAR, Within
from thidua.model.vocabulary import Commendation, Kind, OfficialClass
from thidua.text import fold, nfc

Reader: TypeAlias = Callable[[Any], Any]

_ERRORS: Final = frozenset({"#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"})
_NUMBERS: Final[Any] = (Real, Decimal)  # NumPy's numbers are Real too; to the type checker a Real has no int
_NOTHING: Final = re.compile(r"[-–—.…_\s]*\Z")
_MOST: Final = 10**18
"""More than any count or id that was typed; Python itself refuses to print the longest numbers."""
_WHOLE: Final = re.compile(r"\d{1,15}\Z|\d{1,3}(?:[. ]\d{3}){1,4}\Z", re.ASCII)
_CITIZEN: Final = re.compile(r"(?:\d{9}|\d{12})\Z", re.ASCII)
_SCHOOL_YEAR: Final = re.compile(r"(\d{4}) ?[-–/] ?(\d{4})\Z", re.ASCII)


def said(cell: Any) -> bool:
    """Say whether a cell says anything: a dash or dots alone do not.

    >>> [said(cell) for cell in (None, "", " – ", "...", 0, "x")]
    [False, False, False, False, True, True]
    """
    if isinstance(cell, float | datetime) and cell != cell:  # noqa: PLR0124  # NaN and NaT are gaps, and equal nothing
        return False
    return cell is not None and not (isinstance(cell, str) and _NOTHING.match(visible(cell)))


def visible(cell: str) -> str:
    """Return text without signs that have no width, blanks folded, in the composed form."""
    return nfc("".join(char for char in cell if unicodedata.category(char) != "Cf"))


def _number(cell: Any) -> Any:
    """Return a whole number as one, whatever type it came as; anything else as it is."""
    if isinstance(cell, bool) or not isinstance(cell, _NUMBERS):
        return cell
    if isinstance(cell, Integral):
        return int(cell)
    finite = cell.is_finite() if isinstance(cell, Decimal) else isfinite(cell)
    return int(cell) if finite and abs(cell) < _MOST and cell == int(cell) else cell


def text(cell: Any) -> str:
    """Read text; a whole number is one too, as ids are."""
    if isinstance(cell, NoValue):
        raise CellError("no-value")
    cell = _number(cell)
    if not isinstance(cell, str) and (type(cell) is not int or abs(cell) >= _MOST):
        raise CellError("not-text")
    found = visible(str(cell))
    if not found.isascii() and any("\ud800" <= char <= "\udfff" for char in found):
        raise CellError("not-text")  # half of a surrogate pair could not be written to a file
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
        limits = f"≥ {bounds.least}" if bounds.most > 10**9 else f"{bounds.least}–{bounds.most}"
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


def citizen_id(cell: Any) -> str:
    """Read the number of a person's identity card: text, as a number has lost the zeros before it.

    >>> citizen_id("001 090 012 345")
    '001090012345'
    """
    if not isinstance(cell, str | NoValue):
        raise CellError("id-as-number")
    found = text(cell).replace(" ", "")
    if not _CITIZEN.match(found):
        raise CellError("not-an-id")
    return found


READERS: Final[Mapping[str, Reader]] = {
    "recipient": partial(word, column="recipient"),
    "class": partial(word, column="class"),
    "commendation": partial(word, column="commendation"),
    "subject": text,
    "unit": text,
    "authority": text,
    "proposed_by": text,
    "title": text,
    "citizen-id": citizen_id,
    "year": year,
    "school-year": school_year,
    "count": partial(whole, bounds=AT_LEAST_ONE),
}
"""The readers that need nothing but the cell."""
