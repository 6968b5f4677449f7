"""Errors in Vietnamese: the sentences that are raised in English, said from the catalogue of ``locale/vi``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from string import Formatter
from typing import Any

from thidua.errors import Problem, Worded
from thidua.wording import shown
from thidua.wording.catalogue import catalogue, errors
from thidua.wording.sheet_words import SLIPS


def sentence(told: str, locale: str) -> str:
    """Say a sentence of an error; what was not worded, a caller's own text, stays as it is.

    Args:
        told: the sentence.
        locale: ``"vi"`` or ``"en"``.

    Raises:
        UnknownTerm: a language that is not there.

    >>> from thidua.errors import worded
    >>> sentence(worded("ends on {until}, before it begins on {since}",
    ...                 until=date(2024, 1, 5), since=date(2024, 2, 1)), "vi")
    'kết thúc ngày 05/01/2024, trước khi bắt đầu ngày 01/02/2024'
    """
    messages = errors(locale)
    if locale == "en" or not isinstance(told, Worded):
        return str(told)
    template = _of_sheets().get(told.template) or (messages.gettext(told.template) if told.template else "")
    return _Vietnamese().vformat(template, (), told.values) if told.values else template


def problem(fault: Problem, locale: str) -> str:
    """Tell a fault with its place and its code."""
    return f"{sentence(fault.path, locale)}: {sentence(fault.sentence, locale)} [{fault.code}]"


class _Vietnamese(Formatter):
    """Writes values as Vietnamese does; a number has its separators where the message asks for it: ``{size:n}``."""

    def format_field(self, value: Any, format_spec: str) -> Any:
        if isinstance(value, Worded):
            return sentence(value, "vi")
        if isinstance(value, date):
            return shown.day(value, "vi")
        if isinstance(value, Decimal) and value.is_finite():
            return shown.exactly(Fraction(value), "vi", max(0, -int(value.as_tuple().exponent)))
        if format_spec == "n" and isinstance(value, int):
            return shown.number(value, "vi")
        # What does not print, a line's end or half of a surrogate pair, is told as Python writes it.
        return "".join(char if char.isprintable() else repr(char)[1:-1] for char in str(value))


@cache
def _of_sheets() -> Mapping[str, str]:
    """Return the faults of offices' sheets by their English: they have their own words, in Vietnamese first."""
    english = catalogue("en")
    return {english.gettext(message): message for message in SLIPS.values()}
