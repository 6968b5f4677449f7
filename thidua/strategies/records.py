"""Any record of the model, field by field: each within its limits, none that contradicts itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs
from hypothesis import reject
from hypothesis import strategies as st

from thidua.errors import InputError
from thidua.model.bounds import YEAR, Within
from thidua.model.provision import CONDITIONS, Clause
from thidua.strategies.words import award_ids, days

T = TypeVar("T")

_AWARDS: Final = frozenset({"after", "award", "awards", "base_awards", "titles", "without"})
_ENTRY_IDS: Final = ["1", "2.1", "3.2.a", "4.1-years"]
_MOST: Final = 20
"""Numbers go this far above the least their field takes."""


def records(kind: type[T]) -> st.SearchStrategy[T]:
    """Draw a record of any attrs class of ``thidua.model``; what is optional is often left at its default.

    Classes for which there is a strategy of their own (``subjects``, ``figures``…) are drawn by it where they stand
    inside another.
    """
    return _made(kind)


@st.composite
def _made(draw: st.DrawFn, kind: Any) -> Any:
    given, optional = _parts(kind)
    only = {draw(st.sampled_from(CONDITIONS))} if kind is Clause else set()  # a clause states one condition
    free = optional - {*CONDITIONS} if only else optional
    wanted = only | {name for name in given if name not in optional or (name in free and draw(st.booleans()))}
    said = {name: draw(given[name]) for name in sorted(wanted)}
    try:
        return kind(**said)
    except (InputError, ValueError):
        reject()


@cache
def _parts(kind: Any) -> tuple[Mapping[str, st.SearchStrategy[Any]], frozenset[str]]:
    """Return what draws each field of a class, and which of them have a default."""
    hints, asked = get_type_hints(kind), [field for field in attrs.fields(kind) if field.init]
    given = {field.alias: _given(field, hints[field.name]) for field in asked}
    return given, frozenset(field.alias for field in asked if field.default is not attrs.NOTHING)


def _given(field: attrs.Attribute[Any], hint: Any) -> st.SearchStrategy[Any]:
    limits = getattr(field.validator, "validator", field.validator)  # of one that is optional, the one inside
    return _bounded(limits) if isinstance(limits, Within) else _of(hint, field.name)


def _bounded(limits: Within) -> st.SearchStrategy[int]:
    return (
        st.integers(2004, 2030) if limits is YEAR else st.integers(limits.least, min(limits.most, limits.least + _MOST))
    )


def _of(hint: Any, name: str) -> st.SearchStrategy[Any]:
    origin, args = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple:
        return st.lists(_of(args[0], name), min_size=1, max_size=2, unique=args[0] is str).map(tuple)
    if origin in {dict, Mapping}:
        return st.dictionaries(_of(args[0], name), _of(args[1], name), max_size=2)
    if origin in {Union, UnionType}:
        return st.one_of([_of(arg, name) for arg in args if arg is not NoneType])
    if hint is str:
        return award_ids() if name in _AWARDS else st.sampled_from(_ENTRY_IDS) if name == "id" else _names()
    return _PLAIN[hint] if hint in _PLAIN else st.from_type(hint)


def _names() -> st.SearchStrategy[str]:
    return (
        st.text("AĂBCDĐƯơạế 0123456789", min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)
    )


_PLAIN: Final[Mapping[Any, st.SearchStrategy[Any]]] = {
    bool: st.booleans(),
    int: st.integers(0, _MOST),
    date: days(),
    Decimal: st.integers(0, 100).map(lambda hundredths: Decimal(hundredths) / 100),
    Fraction: st.builds(Fraction, st.integers(0, 9), st.integers(1, 9)),
    Any: st.none() | st.integers(0, 9) | st.text(max_size=3),
}
