"""Figures as reports print them, and indicators with what was planned and reached."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import attrs
from hypothesis import strategies as st

from thidua.model.indicator import Direction, Indicator, Measure
from thidua.model.printed import Change, Figure, Qualifier
from thidua.strategies.words import maybe, words_of

_UNITS: list[dict[str, Any]] = [{}, {"unit": "%"}, {"unit": "đồng", "scale": 10**9}, {"unit": "ha"}]


def figures(
    measured: dict[str, Any] | None = None, qualifier: st.SearchStrategy[Qualifier | None] | None = None
) -> st.SearchStrategy[Figure]:
    """Draw a figure of the unit and scale given, or of any; softened by what ``qualifier`` draws, or by any word."""

    def made(value: int, places: int, parts: dict[str, Any], word: Qualifier | None, *, estimate: bool) -> Figure:
        return Figure(value=Decimal(value).scaleb(-places), qualifier=word, estimate=estimate, **parts)

    parts = st.sampled_from(_UNITS) if measured is None else st.just(measured)
    words = maybe(words_of(Qualifier)) if qualifier is None else qualifier
    return st.builds(made, st.integers(0, 20_000), st.integers(0, 2), parts, words, estimate=st.booleans())


@st.composite
def indicators(draw: st.DrawFn) -> Indicator:
    """Draw an indicator that does not contradict itself; its figures may be softened, estimates, or absent."""
    measured = draw(st.sampled_from(_UNITS))
    change: Change | None = draw(st.sampled_from([None, None, "up", "down"]))
    direction = draw(maybe(words_of(Direction)))
    sense = direction if change != "down" or direction is None else {"up": "down", "down": "up"}[direction]
    bounds: dict[str | None, list[Qualifier]] = {"up": ["above", "at-least"], "down": ["below", "at-most"]}
    words = st.sampled_from([None, *bounds.get(sense, [*bounds["up"], *bounds["down"]])])
    plan = draw(maybe(figures({**measured, "change": change}, words)))
    actual = draw(maybe(figures({**measured, "change": change})))
    year = draw(maybe(st.integers(2015, 2026)))
    first = date(year or 2020, 1, 1)
    return Indicator(
        what=draw(st.sampled_from(["thu ngân sách", "việc làm", "bảo hiểm y tế", "hộ nghèo"])),
        plan=plan and attrs.evolve(plan, estimate=False),
        actual=actual,
        attained=draw(maybe(figures({"unit": "%"}))),
        direction=direction,
        measure=draw(maybe(words_of(Measure))),
        year=year,
        as_of=draw(maybe(st.integers(-40, 400).map(lambda days: first + timedelta(days=days)))),
    )
