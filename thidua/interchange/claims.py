"""How claims and indicators of a report are taken from plain values: closed keys, figures as printed or as tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final

from thidua.errors import InputError, worded
from thidua.exact import Hook, problems_of, text, whole, word, wrong
from thidua.interchange.intake import composed
from thidua.model.indicator import Indicator
from thidua.model.printed import Figure
from thidua.people import numerals
from thidua.people.claims import CLAIMS, Pace, Share
from thidua.people.numerals import Ratio
from thidua.people.printed_days import day
from thidua.strict import converter

_DECIMAL: Final = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,18})?")


@cache
def claim() -> Hook:
    """Return the hook that takes a claim: its key ``claim`` says of which kind it is."""
    kinds = word(tuple(CLAIMS))

    def structure(value: Any, _: Any) -> Any:
        if not isinstance(value, Mapping):
            raise wrong(worded("a table of keys"), value)
        if "claim" not in value:
            raise InputError.one(
                "$.claim", "missing", worded("this key is required: one of {names}", names=", ".join(CLAIMS))
            )
        try:
            kind = CLAIMS[kinds(value["claim"], None)]
        except InputError as error:
            raise InputError(problems_of(error, "$.claim")) from None
        return _converter().get_structure_hook(kind)(value, kind)

    return structure


@cache
def indicator() -> Hook:
    """Return the hook that takes an indicator."""
    take: Hook = _converter().get_structure_hook(Indicator)
    return take


@cache
def _converter() -> Any:
    made = converter(
        {
            Figure: {"value": _decimal, "otherwise": _decimal},
            Share: {"percent": _percent},
            Pace: {"attained": _percent},
            Indicator: {"attained": _percent},
        }
    )
    made.register_structure_hook(str, composed)
    made.register_structure_hook(date, lambda value, kind: day(text(value, kind)))
    # The hook of a table comes before the hook that takes text in its place too.
    made.register_structure_hook(Figure, _table_or(made.get_structure_hook(Figure), _figure))
    made.register_structure_hook(Ratio, _table_or(made.get_structure_hook(Ratio), _ratio))
    return made


def _table_or(table: Hook, other: Hook) -> Hook:
    return lambda value, kind: (table if isinstance(value, Mapping) else other)(value, kind)


def _figure(value: Any, _: Any) -> Figure:
    if type(value) in (str, int):
        return numerals.figure(value)
    raise wrong(worded("a figure as printed, a whole number or a table"), value)


def _ratio(value: Any, kind: Any) -> Ratio:
    return numerals.ratio(text(value, kind))


def _percent(value: Any, _: Any) -> Figure:
    return numerals.percent(_converter().get_structure_hook(Figure)(value, Figure))


def _decimal(value: Any, _: Any) -> Decimal:
    if type(value) is int:
        return Decimal(whole(value, int))
    if type(value) is str and _DECIMAL.fullmatch(value):
        return Decimal(value)
    raise wrong(worded('a number as text with a decimal point, as in "69.83"'), value)
