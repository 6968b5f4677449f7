"""A report's figures quoted as printed, and computed numbers written beside them, in one language."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from thidua.model.printed import Figure
from thidua.model.spans import Span
from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.figure_words import SCALES, UNITS, WORDS

FURTHER: Final = 4
"""Computed numbers are told to this many places more than the print has; nothing is rounded."""


class Quoted:
    """Writes figures and spans in one language."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.say: Say = speaker(locale)

    def figure(self, figure: Figure) -> str:
        """Quote a figure as printed; one made by hand is written out."""
        if figure.printed is not None:
            return f"“{figure.printed}”"
        words = [
            figure.estimate and WORDS["estimate"],
            WORDS.get(figure.change or ""),
            WORDS.get(figure.qualifier or ""),
        ]
        number = self.measured(Fraction(figure.value), figure)
        return " ".join([*(self.say(word) for word in words if word), number, *([figure.noun] if figure.noun else [])])

    def measured(self, value: Fraction, like: Figure) -> str:
        """Write a number with the scale and the unit of a figure."""
        places = like.decimals() + FURTHER
        while value and abs(value) * 10**places < 1:  # what is there is not shown as nothing
            places += 1
        number = shown.exactly(value, self.locale, places)
        if like.unit == "%":
            return f"{number}%"
        words = [SCALES.get(like.scale), UNITS.get(like.unit or "", like.unit)]
        return " ".join([number, *(self.say(word) for word in words if word)])

    def within(self, span: Span, number: Callable[[Fraction], str]) -> str:
        """Say from where to where, each end as ``number`` writes it."""
        say = self.say
        low = None if span.low is None else number(span.low)
        high = None if span.high is None else number(span.high)
        if low is None and high is None:
            return say("là số bất kỳ")
        if low is not None and low == high:
            return say("đúng {number}", number=low)
        if low is not None and high is not None:
            start = say("trên {number}", number=low) if span.low_open else say("từ {number}", number=low)
            end = say("đến dưới {number}", number=high) if span.high_open else say("đến {number}", number=high)
            return f"{start} {end}"
        if low is not None:
            return say("trên {number}", number=low) if span.low_open else say("từ {number} trở lên", number=low)
        return say("dưới {number}", number=high) if span.high_open else say("không quá {number}", number=high)
