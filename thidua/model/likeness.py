"""Whether figures can be reckoned with one another: units must be one, and different things counted are told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Final

from thidua.errors import Problem, Worded, worded
from thidua.model.printed import Change, Figure

_SENSES: Final[Mapping[Change | None, str]] = {"up": "moved", "down": "moved", "times": "times"}
_THOUSANDS: Final = 10**3
_MONEY: Final = 10**9
"""Tỷ of nothing that is named are đồng; fewer may be people."""


def unlike(one: Figure, other: Figure) -> Worded | None:
    """Say in which units two figures are that cannot be reckoned with one another; None where they can.

    >>> from thidua.people.numerals import figure
    >>> unlike(figure("5 tấn/ha"), figure("3 tấn")), unlike(figure("4.267 tỷ"), figure("5 tỷ đồng"))
    ('in tấn/ha, the other in tấn', None)
    """
    if _kinds(one) & _kinds(other) and one.rate() == other.rate():
        return None
    return worded("in {one}, the other in {other}", one=_said(one), other=_said(other))


def of_one_unit(given: Mapping[str, Figure | None]) -> Iterator[Problem]:
    """Find the figures that cannot be reckoned with the first."""
    known = [(at, each) for at, each in given.items() if each is not None]
    for at, each in known[1:]:
        name, first = known[0]
        if unlike(first, each):
            sentence = worded(
                "in {each}, and {name} in {first}; write the same unit with both",
                each=_said(each),
                name=name,
                first=_said(first),
            )
            yield Problem(f"$.{at}", "unit", sentence)


def things_of(given: Mapping[str, Figure | None]) -> dict[str, Figure]:
    """Return the figures that count something named, if any two of them count different things; else none.

    What one name begins and another goes on with is one thing: "39 dự án" and "dự án đầu tư".
    """
    named = {at: each for at, each in given.items() if each is not None and each.thing()}
    return named if any(not same(one, other) for one, other in combinations(named.values(), 2)) else {}


def same(one: Figure, other: Figure) -> bool:
    """Say whether two figures are named as one thing."""
    shorter, longer = sorted((f"{one.thing()} ", f"{other.thing()} "), key=len)
    return longer.startswith(shorter)


def same_sense(one: Figure, other: Figure) -> bool:
    """Say whether two figures are told in one sense: "tăng 7%" is not held against "107%"."""
    return _SENSES.get(one.change) == _SENSES.get(other.change)


def _kinds(figure: Figure) -> set[str]:
    if figure.unit is not None:
        return {figure.unit}
    if figure.thing():
        return {"things"}
    if figure.scale >= _MONEY:
        return {"number", "đồng"}
    return {"number", "things", *(["đồng"] if figure.scale >= _THOUSANDS else [])}


def _said(figure: Figure) -> str:
    if figure.unit is None and not figure.thing() and figure.scale >= _MONEY:
        return worded("tỷ of something")
    if figure.unit is None:
        return figure.noun or worded("things")
    return figure.unit if figure.rate() is None else f"{figure.unit}/{figure.rate()}"
