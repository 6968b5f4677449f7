"""Which numbers a figure may stand for: all from one to another, either end open, closed or absent."""

from __future__ import annotations

import math
from fractions import Fraction

import attrs


@attrs.frozen(kw_only=True)
class Span:
    """The numbers from ``low`` to ``high``; None is no end, and an open end is not itself one of them.

    >>> half = Fraction(1, 2)
    >>> printed = Span(low=69 + half, high=70 + half)
    >>> 70 in printed, printed.wholes(), Span(low=Fraction(70), low_open=True).covers(printed)
    (True, (70, 70), False)
    """

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    def __contains__(self, number: Fraction | int) -> bool:
        return self.meets(Span(low=Fraction(number), high=Fraction(number)))

    def covers(self, other: Span) -> bool:
        """Say whether every number of the other is one of these."""
        if self.low is not None and (other.low is None or other.low < self.low):
            return False
        if self.high is not None and (other.high is None or other.high > self.high):
            return False
        low_is_out = self.low is not None and self.low == other.low and self.low_open and not other.low_open
        high_is_out = self.high is not None and self.high == other.high and self.high_open and not other.high_open
        return not (low_is_out or high_is_out)

    def meets(self, other: Span) -> bool:
        """Say whether the two share a number."""
        return not (self._ends_before(other) or other._ends_before(self))

    def shifted(self, by: int) -> Span:
        """Return these numbers, each with ``by`` added."""
        low, high = (None if end is None else end + by for end in (self.low, self.high))
        return attrs.evolve(self, low=low, high=high)

    def scaled(self, by: Fraction) -> Span:
        """Return these numbers, each times ``by``, which is not 0."""
        low, high = (None if end is None else end * by for end in (self.low, self.high))
        if by > 0:
            return attrs.evolve(self, low=low, high=high)
        return Span(low=high, high=low, low_open=self.high_open, high_open=self.low_open)

    def plus(self, other: Span) -> Span:
        """Return every sum of one of these numbers and one of the other's."""
        return Span(
            low=None if self.low is None or other.low is None else self.low + other.low,
            high=None if self.high is None or other.high is None else self.high + other.high,
            low_open=self.low_open or other.low_open,
            high_open=self.high_open or other.high_open,
        )

    def times(self, other: Span) -> Span:
        """Return every product of one of these numbers and one of the other's, none of them below 0."""
        return Span(
            low=Fraction(0) if self.low is None or other.low is None else max(self.low * other.low, Fraction(0)),
            high=None if self.high is None or other.high is None else self.high * other.high,
            low_open=bool(self.low and other.low) and (self.low_open or other.low_open),
            high_open=self.high_open or other.high_open,
        )

    def over(self, divisor: Span) -> Span | None:
        """Return every quotient of one of these numbers, none below 0, and a positive one of the divisor's.

        None where the divisor has no positive number.
        """
        if divisor.high is not None and divisor.high <= 0:
            return None
        least = max(self.low or Fraction(0), Fraction(0))
        high = None
        if self.high is not None and divisor.low is not None and divisor.low > 0:
            high = self.high / divisor.low
        return Span(
            low=Fraction(0) if divisor.high is None else least / divisor.high,
            high=high,
            low_open=least > 0 and (self.low_open or divisor.high_open or divisor.high is None),
            high_open=self.high_open or divisor.low_open,
        )

    def wholes(self) -> tuple[int, int | None] | None:
        """Return the first and the last whole number from 1 on among these; no last where there is no end.

        None where there is none.
        """
        first = 1
        if self.low is not None:
            first = max(1, math.floor(self.low) + 1 if self.low_open else math.ceil(self.low))
        if self.high is None:
            return first, None
        last = math.ceil(self.high) - 1 if self.high_open else math.floor(self.high)
        return (first, last) if first <= last else None

    def _ends_before(self, other: Span) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.high_open or other.low_open))
