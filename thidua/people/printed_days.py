"""Days as Vietnamese reports print them."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from thidua.errors import InputError, worded
from thidua.exact import show, wrong
from thidua.text import nfc

_DAY: Final = re.compile(
    r"(?<![0-9])(?:(?P<d>[0-9]{1,2}) ?(?P<sign>[-/.]) ?(?P<m>[0-9]{1,2}) ?(?P=sign) ?(?P<y>[0-9]{4})"
    r"|(?P<y2>[0-9]{4})-(?P<m2>[0-9]{2})-(?P<d2>[0-9]{2})"
    r"|(?P<d3>[0-9]{1,2}) tháng (?P<m3>[0-9]{1,2}) năm (?P<y3>[0-9]{4}))(?![0-9])",
    re.IGNORECASE,
)
_MONTH: Final = re.compile(r"(?:tháng )?[0-9]{1,2}(?: ?[-/.] ?| năm )[0-9]{4}")


def day(given: date | str) -> date:
    """Read a day: "10-8-2021", "14/12/2021", "ngày 07 tháng 4 năm 2014", or yyyy-mm-dd.

    Raises:
        InputError: no full date, or no such day.
    """
    if type(given) is date:
        return given
    text = nfc(given).casefold().removeprefix("ngày ") if type(given) is str else ""
    found = _DAY.fullmatch(text)
    if found is None and _MONTH.fullmatch(text):
        raise wrong(worded("a full date (a month alone stands neither before nor after its days)"), given)
    if found is None:
        raise wrong(worded("a day, month and year, as in 10-8-2021"), given)
    return _date(found)


def day_or_none(given: date | str | None) -> date | None:
    """Read a day that may not be known."""
    return None if given is None else day(given)


def days(text: str) -> tuple[date, ...]:
    """Find every full date in a text, in its order; a day without its year is none.

    Raises:
        InputError: there is no such day.

    >>> days("Kế hoạch số 154 ngày 10-8-2021; đến ngày 15-5; (19/5/1890 - 19/5/2025)")[0]
    datetime.date(2021, 8, 10)
    """
    return tuple(map(_date, _DAY.finditer(nfc(text))))


def _date(found: re.Match[str]) -> date:
    year, month, number = (found[name] or found[f"{name}2"] or found[f"{name}3"] for name in "ymd")
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        raise InputError.one("$", "bad-value", worded("no such day: {given}", given=show(found[0]))) from None
