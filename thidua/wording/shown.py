"""Names, numbers and dates as a reader of the language writes them; whatever babel writes is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from fractions import Fraction
from typing import Protocol

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

_PLACES = 2
_PADDED = 2
"""The last month that official dates pad with a 0."""
_MOST_PLACES = 12
"""What needs more decimal places of a percent than these is shown as a fraction."""


class Named(Protocol):
    """What has an official Vietnamese name and a gloss in English."""

    @property
    def label(self) -> str:
        """The official name."""

    @property
    def gloss(self) -> str:
        """The name in English."""


def name(thing: Named, locale: str) -> str:
    """Return what a thing is called: its official name in Vietnamese, else its gloss."""
    return thing.label if locale == "vi" else thing.gloss


def day(value: date, locale: str) -> str:
    """Return a date in figures: ``10/01/2025``.

    >>> day(date(2025, 1, 10), "vi"), day(date(2025, 1, 10), "en")
    ('10/01/2025', '10 Jan 2025')
    """
    return format_date(value, "dd/MM/yyyy" if locale == "vi" else "d MMM yyyy", locale=locale)


def full_day(value: date, locale: str) -> str:
    """Return a date as official papers write it after the word "ngày" (Nghị định 30/2020/NĐ-CP, Phụ lục I).

    Days below 10 and the months 1 and 2 take a 0, other months do not.

    >>> full_day(date(2024, 1, 5), "vi"), full_day(date(2025, 7, 12), "vi"), full_day(date(2025, 7, 12), "en")
    ('05 tháng 01 năm 2024', '12 tháng 7 năm 2025', '12 Jul 2025')
    """
    if locale != "vi":
        return day(value, locale)
    month = "MM" if value.month <= _PADDED else "M"
    return format_date(value, f"dd 'tháng' {month} 'năm' y", locale=locale)


def share(value: Fraction | Decimal, locale: str, rounding: str = ROUND_HALF_EVEN, *, places: int = _PLACES) -> str:
    """Return a share in percent with at most so many places.

    A share that misses a floor is to be rounded down and one that exceeds a cap up (``ROUND_FLOOR``,
    ``ROUND_CEILING``), so that a missed limit never looks met.

    >>> from decimal import ROUND_FLOOR
    >>> share(Fraction(123, 1194), "vi"), share(Fraction(59995, 100000), "vi", ROUND_FLOOR), share(Decimal("0.7"), "en")
    ('10,3%', '59,99%', '70%')
    """
    exact = Fraction(value) * 100
    # Forty digits carry any share of a population further than the two places it is rounded to.
    with localcontext(prec=40, rounding=rounding):
        percent = (Decimal(exact.numerator) / exact.denominator).quantize(Decimal(1).scaleb(-places), rounding=rounding)
    return format_decimal(percent, "#,##0." + "#" * places, locale=locale) + "%"


def limit(value: Fraction | Decimal, locale: str) -> str:
    """Return a limit in percent, exactly; a third is no percentage and stays ``1/3``.

    >>> limit(Decimal("0.15"), "vi"), limit(Decimal("0.59995"), "vi"), limit(Fraction(1, 3), "vi")
    ('15%', '59,995%', '1/3')
    """
    return beside(value, [value], locale)


def beside(
    value: Fraction | Decimal,
    limits: Iterable[Fraction | Decimal],
    locale: str,
    rounded: Callable[[Fraction], int] = round,
) -> str:
    """Return a share in percent beside its limits, with as many places as show on which side of each it is.

    >>> floor = Decimal("0.6")
    >>> [beside(Fraction(met, 100000), [floor], "vi") for met in (59950, 59999, 60000, 60001)]
    ['59,95%', '59,999%', '60%', '60,001%']
    """
    exact = Fraction(value)
    bounds = [Fraction(bound) for bound in limits]
    for places in range(_PLACES, _MOST_PLACES):
        near = Fraction(rounded(exact * 10 ** (places + 2)), 10 ** (places + 2))
        if all(_side(near, bound) == _side(exact, bound) for bound in bounds):
            return share(near, locale, places=places)
    return str(exact)


def _side(value: Fraction, bound: Fraction) -> int:
    return (value > bound) - (value < bound)


def number(value: int | Decimal | Fraction, locale: str) -> str:
    """Return a number with its separators.

    >>> number(1194, "vi"), number(1194, "en")
    ('1.194', '1,194')
    """
    return format_decimal(
        Decimal(value.numerator) / value.denominator if isinstance(value, Fraction) else value, locale=locale
    )


def exactly(value: Fraction, locale: str, places: int = 6) -> str:
    """Return a number to so many places, cut off and never rounded; "…" says that more follow.

    >>> exactly(Fraction(8100, 116), "vi"), exactly(Fraction(1, 2), "en"), exactly(Fraction(12488), "vi", 0)
    ('69,827586…', '0.5', '12.488')
    """
    units = abs(value) * 10**places
    cut = Decimal(-int(units) if value < 0 else int(units))
    with localcontext(prec=60):
        text = format_decimal(cut.scaleb(-places), f"#,##0.{'#' * places}" if places else "#,##0", locale=locale)
    return text if units.denominator == 1 else f"{text}…"


def money(value: int, locale: str) -> str:
    """Return an amount in đồng.

    >>> money(210090000, "vi"), money(210090000, "en")
    ('210.090.000 đồng', 'VND 210,090,000')
    """
    return f"{number(value, locale)} đồng" if locale == "vi" else f"VND {number(value, locale)}"


def listed(values: list[str], locale: str, *, style: str = "standard") -> str:
    """Join words as the language does: ``A, B và C``, or with ``style="or"`` ``A, B hoặc C``."""
    return format_list(values, style=style, locale=locale)  # type: ignore[arg-type]  # babel's own literal


def runs(values: Iterable[int], locale: str) -> str:
    """Return years or rows, runs drawn together.

    >>> runs((2018, 2020, 2021, 2022), "vi")
    '2018 và 2020–2022'
    """
    found: list[list[int]] = []
    for value in sorted(values):
        if found and value == found[-1][-1] + 1:
            found[-1].append(value)
        else:
            found.append([value])
    return listed([str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in found], locale)
