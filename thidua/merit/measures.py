"""The terms in which a record is measured against a leaf of the statute book.

A measure is a function from a dossier (and the window of years it is asked in) to ``(outcome, have, missing)``. What a
record leaves open is measured twice, once as if it were not there and once as if it were: where both give one answer,
that is the answer; otherwise it is UNKNOWN.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from thidua.model.dossier import Dossier
from thidua.model.finding import Outcome
from thidua.model.vocabulary import RATINGS, Rating

NOT_MET, UNKNOWN, PENDING, MET = Outcome

Shown = tuple[Outcome, Any, tuple[str, ...]]


@attrs.frozen
class Window:
    """The years of a run up to ``last``: from ``sure`` on it stands for certain, from ``possible`` on it may."""

    sure: int
    possible: int
    last: int


Measure = Callable[[Dossier, Window | None], Shown]


def between(sure: float, possible: float, need: float) -> Outcome:
    """Judge a count known only between two bounds."""
    return MET if sure >= need else NOT_MET if possible < need else UNKNOWN


def at_least(rating: Rating) -> frozenset[Rating]:
    """Return the ratings that are as good, or better."""
    return frozenset(RATINGS[RATINGS.index(rating) :])


def may_lie(year: int, when: str, dossier: Dossier, window: Window | None) -> bool:
    """Say whether a fact of that year may count where the leaf looks."""
    if when == "year":
        return year == dossier.year
    if when == "window" and window is not None:
        return window.possible <= year <= window.last
    return year <= dossier.year


def whole(what: str, when: str, dossier: Dossier, window: Window | None) -> bool:
    """Say whether the list is complete where the leaf looks."""
    if when == "year":
        return dossier.complete[what] <= dossier.year
    if when == "window" and window is not None:
        return dossier.complete[what] <= window.possible
    return dossier.complete_ever(what)


def looked_at(what: str, when: str, dossier: Dossier) -> str:
    """Return the path of the list a leaf looks at: of the year, or all of it."""
    return f"{what}[{dossier.year}]" if when == "year" else what


def suits(asked: list[tuple[Any, bool]]) -> Outcome:
    """Judge what is asked of one fact: each pair is what it says (None: nothing) and whether that will do."""
    return min((MET if holds else UNKNOWN if have is None else NOT_MET for have, holds in asked), default=MET)


def window_gap(window: Window, dossier: Dossier) -> tuple[str, ...]:
    """Return the rating that would tell how far back the run goes; nothing where that year is rated."""
    year = window.sure - 1
    return () if year in dossier.ratings else (f"years[{year}].rating",)
