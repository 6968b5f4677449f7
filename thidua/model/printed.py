"""A figure as a report prints it: the number, how far it was rounded, and the words that soften it."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final, Literal

import attrs

from thidua.errors import InputError, worded
from thidua.exact import show
from thidua.model.spans import Span
from thidua.text import fold

Unit = Literal[
    "%", "điểm phần trăm", "lần", "đồng", "USD", "ha", "m²", "km²", "m³", "m", "km", "kg", "tạ", "tấn", "lít", "kWh"
]
Qualifier = Literal[
    "near",  # gần
    "above",  # trên, hơn
    "about",  # khoảng, xấp xỉ
    "below",  # dưới
    "at-least",  # ít nhất, tối thiểu
    "at-most",  # không quá, nhiều nhất, tối đa
]
Change = Literal["up", "down", "times"]  # tăng; giảm; gấp

SCALES: Final = tuple(10**power for power in (0, 2, 3, 4, 5, 6, 8, 9, 11, 12, 13, 14, 15))
"""Trăm, nghìn, vạn, triệu, tỷ, and those of them that are said behind one another."""
DIGITS: Final = 18
"""A figure may have this many digits, and this many decimals."""

NEAR: Final = Fraction(1, 100)
"""What lies within this share of a figure is "gần" or "khoảng" that figure. No law says how near that is: every answer
that rests on it shows it."""
FAR: Final = Fraction(1, 10)
"""What lies further off than this share is not near the figure to anybody; between the two, people differ."""
_RATE: Final = re.compile(r"/|\b(?:trên )?mỗi ", re.IGNORECASE)
_ASIDE: Final = ("so ", "về ")
"""What begins so behind a figure says what it is held against, not what is counted."""


def _sound(_: object, attribute: attrs.Attribute[Any], value: Decimal | None) -> None:
    if value is None:
        return
    if type(value) is not Decimal or not value.is_finite() or value < 0:
        raise InputError.one(
            f"$.{attribute.name}", "bad-value", worded("expected a number from 0 up, got {value}", value=show(value))
        )
    if value.adjusted() >= DIGITS or decimals(value) > DIGITS:
        raise InputError.one(
            f"$.{attribute.name}", "out-of-range", worded("a figure has at most {digits} digits", digits=DIGITS)
        )


def _as_compared(noun: str | None) -> str | None:
    return fold(noun) if noun else noun


def _known_scale(_: object, __: attrs.Attribute[int], value: int) -> None:
    if value not in SCALES:
        sentence = worded(
            "expected one of {names} (nghìn, triệu, tỷ…), got {value}",
            names=", ".join(map(str, SCALES)),
            value=show(value),
        )
        raise InputError.one("$.scale", "bad-value", sentence)


@attrs.frozen(kw_only=True)
class Figure:
    """A number with what was printed: its digits tell its precision, its words what it may stand for.

    A figure with a unit of measure (``%``, ``lần``, ``ha``), a scale (``tỷ``) or decimals was rounded to its last
    digit: it stands for everything up to half a unit of that digit away. A whole number of things, or of đồng, is
    exact.

    Attributes:
        value: the number, in its unit and scale: ``Decimal("56.10")`` for "56,10%"; trailing zeros tell precision.
        unit: ``%``, ``lần`` (times), ``đồng``, ``ha``…; None for things counted.
        scale: 1000 for nghìn, 10**6 for triệu, 10**9 for tỷ, 10**12 for nghìn tỷ.
        qualifier: ``near`` (gần), ``above`` (trên, hơn), ``about`` (khoảng, xấp xỉ), ``below`` (dưới), ``at-least`` (ít
            nhất), ``at-most`` (không quá).
        change: ``up`` (tăng), ``down`` (giảm), ``times`` (gấp).
        estimate: "ước": not yet what happened.
        otherwise: what the print says by the separators of English, where it may be meant so ("1,194").
        noun: the words behind the unit, as printed.
        printed: the text it was read from.
    """

    value: Decimal = attrs.field(validator=_sound)
    unit: Unit | None = None
    scale: int = attrs.field(default=1, validator=_known_scale)
    qualifier: Qualifier | None = None
    change: Change | None = None
    estimate: bool = False
    otherwise: Decimal | None = attrs.field(default=None, validator=_sound)
    noun: str | None = attrs.field(default=None, eq=_as_compared)
    printed: str | None = attrs.field(default=None, eq=False)

    def amount(self) -> Fraction:
        """Return the number in single đồng, USD, percent, times or things."""
        return Fraction(self.value) * self.scale

    def decimals(self) -> int:
        """Return how many digits are printed behind the comma."""
        return decimals(self.value)

    def exact(self) -> bool:
        """Say whether nothing was rounded or softened: a whole number of things or of đồng."""
        whole = self.scale == 1 and self.unit in (None, "đồng") and not self.decimals()
        return whole and self.qualifier is None

    def allowed(self) -> Span:
        """Return the amounts that the figure, read to its last digit, may be said of.

        A plain figure: up to half a unit of its last digit away, both ends included. ``near``: below it by at most
        :data:`NEAR`; ``about``: off by at most that; ``above`` and ``at-least``: above it, or from it up, however far;
        ``below`` and ``at-most``: from 0 to it.
        """
        return self._within(NEAR, self._step() / 2, self._step() / 2)

    def stretched(self) -> Span:
        """Return the further amounts it might be said of: a plain figure cut off, not rounded; a looser "gần"."""
        return self._within(FAR, Fraction(0), self._step())

    def bound(self) -> bool:
        """Say whether the figure says from where or up to where, and not how much."""
        return self.qualifier in ("above", "at-least", "below", "at-most")

    def thing(self) -> str | None:
        """Return what it is a number of, as names are compared; not what it is so much for, or held against."""
        noun = _RATE.split(self.noun or "", maxsplit=1)[0].strip()
        return None if noun.casefold().startswith(_ASIDE) else fold(noun) or None

    def rate(self) -> str | None:
        """Return what it is so much for: "ha" of "5 tấn/ha" and of "5 tấn mỗi ha"."""
        _, *per = _RATE.split(self.noun or "", maxsplit=1)
        return fold(per[0]) if per else None

    def possible(self) -> Span:
        """Return the amounts that may lie behind the figure, where others are reckoned from it."""
        return self.allowed() if self.qualifier is None else self.stretched()

    def _step(self) -> Fraction:
        """One unit of the last digit printed; 0 for what is exact."""
        return Fraction(0) if self.exact() else Fraction(self.scale, 10 ** self.decimals())

    def _within(self, share: Fraction, below: Fraction, above: Fraction) -> Span:
        amount = self.amount()
        match self.qualifier:
            case "near":
                return Span(low=amount * (1 - share), high=amount, high_open=True)
            case "about":
                return Span(low=amount * (1 - share), high=amount * (1 + share))
            case "above":
                return Span(low=amount, low_open=True)
            case "at-least":
                return Span(low=amount)
            case "below":
                return Span(low=Fraction(0), high=amount, high_open=True)
            case "at-most":
                return Span(low=Fraction(0), high=amount)
        return Span(low=amount - below, high=amount + above, high_open=below == 0 < above)


def decimals(value: Decimal) -> int:
    """Return how many digits stand behind the comma."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
