"""What was achieved, over tables: ratings, initiatives, deeds, results in movements.

As :mod:`thidua.merit.achievements` tells of one dossier; there stands why.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import and_
from typing import Any, get_args

import narwhals.stable.v2 as nw

from thidua.frames.looking import Back, Window
from thidua.frames.measured import Bounds, Measured, Number, Truth, either, unless_open
from thidua.frames.proposal import complete, complete_ever
from thidua.frames.sheet import FAR, YEAR, Sheet, col, one_of
from thidua.frames.words import one_of_others
from thidua.merit.achievements import REACHED
from thidua.model.condition import AchievementOf, InitiativeOf, MovementOf
from thidua.model.vocabulary import (
    RATINGS,
    Degree,
    InitiativeKind,
    Launcher,
    Rating,
    Recogniser,
    Result,
    Review,
    Scope,
    Status,
)

Asked = tuple[nw.Expr, nw.Expr]
"""What is asked of one row: whether what it says will do; and whether it may, saying nothing or a word of no list."""


def rated(least: Rating, sheet: Sheet) -> Measured:
    """Rate the proposal's year; of two ratings the worse stands."""
    now = col("year") == col(YEAR)
    number = nw.lit(None, dtype=nw.Int64)
    for index, rating in enumerate(RATINGS):
        number = nw.when(col("term") == rating).then(nw.lit(index, dtype=nw.Int64)).otherwise(number)
    found = sheet.look("rating", "rating", "min", nw.when(now).then(number))
    unrated = sheet.look("unrated", "rating", "any", now & number.is_null())
    there = found < FAR
    absent = (col(YEAR) >= complete("years")) & ~unrated
    return Number(nw.when(there).then(found).when(absent).then(nw.lit(-1)), RATINGS.index(least))


def _reach(when: str, window: Window | None) -> tuple[nw.Expr, nw.Expr]:
    """Say of a row whether it may count where the leaf looks, and whether it does for certain."""
    year = col("year")
    if when == "year":
        return year == col(YEAR), nw.lit(value=True)
    if when == "window" and window is not None:
        return (year >= window.possible) & (year <= col(YEAR)), year >= window.sure
    return year <= col(YEAR), nw.lit(value=True)


def _whole(what: str, when: str, window: Window | None) -> nw.Expr:
    """Say whether the list is complete where the leaf looks."""
    if when == "year":
        return complete(what) <= col(YEAR)
    if when == "window" and window is not None:
        return complete(what) <= window.possible
    return complete_ever(what)


def _wanted(column: str, wanted: Iterable[str], known: Any) -> Asked:
    return one_of(column, wanted), ~one_of_others(column, wanted, get_args(known))


def _lasting(years: int) -> Asked:
    return col("years") >= years, (col("years") >= years).fill_null(value=True)


def _suits(asked: list[Asked]) -> tuple[nw.Expr, nw.Expr]:
    """Say whether all that is asked of a row holds, and whether it may."""
    yes = nw.lit(value=True)
    sure = reduce(and_, (holds.fill_null(value=False) for holds, _ in asked), yes)
    return sure, reduce(and_, (may for _, may in asked), yes)


def initiative(leaf: InitiativeOf, back: Back, window: Window | None) -> Measured:
    """Count initiatives: one id counts once, and two that are alike and have no id may be one."""
    when = "window" if leaf.after else leaf.when
    window = back.since(leaf.after) if leaf.after else window
    sheet, windowed = back.sheet, when == "window" and window is not None
    reach, surely = _reach(when, window)
    asked = [_wanted("status", REACHED[leaf.status], Status)] if leaf.status else []
    asked += [_wanted("scope", leaf.scopes, Scope)] if leaf.scopes else []
    sure, may = _suits(asked)
    ours = one_of("term", leaf.kinds) & reach
    spared = back.outlook.spared()
    if spared is not None:
        ours = ours & ~sheet.mark_spent(spared)
    sure, may = ours & sure & surely, ours & may
    key = ("initiative", leaf, windowed and window and window.key, spared)
    complete_ = _whole("initiatives", when, window)
    if leaf.number == 1:
        found = sheet.look((key, "sure"), "initiative", "any", sure, windowed=windowed)
        open_ = sheet.look((key, "may"), "initiative", "any", may, windowed=windowed)
        return Truth(either(found, open_ | ~complete_))
    named = (~col("id").is_null()) & (col("id") != "")
    alike = nw.when(sure & ~named).then(_likeness())
    counted = sheet.look(
        (key, "named"), "initiative", "names", nw.when(sure & named).then(col("id")), windowed=windowed
    )
    counted = counted + sheet.look((key, "alike"), "initiative", "distinct", alike, windowed=windowed)
    all_named = nw.when(may & named).then(col("id"))
    most = sheet.look((key, "all named"), "initiative", "names", all_named, windowed=windowed)
    most = most + sheet.look(
        (key, "unnamed"), "initiative", "sum", nw.when(may & ~named).then(nw.lit(1)), windowed=windowed
    )
    return Bounds(counted, unless_open(most, ~complete_), leaf.number)


def _likeness() -> nw.Expr:
    """Return one number for all that an initiative without an id says."""
    number = col("year")
    for column, words in (("term", get_args(InitiativeKind)), ("status", get_args(Status)), ("scope", get_args(Scope))):
        place = nw.lit(0, dtype=nw.Int64)
        for index, word in enumerate(words, 1):
            place = nw.when(col(column) == word).then(nw.lit(index, dtype=nw.Int64)).otherwise(place)
        number = number * 16 + place
    return number


def achievement(leaf: AchievementOf, back: Back, window: Window | None) -> Measured:
    """Find the best achievement of the kinds asked, with and without what is claimed and not recognised."""
    when = "window" if leaf.after else leaf.when
    window = back.since(leaf.after) if leaf.after else window
    windowed = when == "window" and window is not None
    asked = [_wanted("degree", leaf.degrees, Degree)] if leaf.degrees else []
    asked += [_wanted("scope", leaf.scopes, Scope)] if leaf.scopes else []
    asked += [_lasting(leaf.years)] if leaf.years is not None else []
    sure, may = _suits(asked)
    wants = bool(leaf.degrees) or leaf.recognised or bool(leaf.recognised_by)
    recognised = nw.lit(value=True)
    if wants and leaf.recognised_by:
        recognised = one_of("recognised_by", leaf.recognised_by).fill_null(value=False)
    elif wants:
        recognised = one_of("recognised_by", get_args(Recogniser)).fill_null(value=False)
    reach, surely = _reach(when, window)
    ours = one_of("term", leaf.kinds) & reach
    complete_ = _whole("achievements", when, window)
    key = ("achievement", leaf, windowed and window and window.key)

    def any_(name: str, row: nw.Expr) -> nw.Expr:
        return back.sheet.look((key, name), "achievement", "any", row, windowed=windowed)

    def worth(name: str, row: nw.Expr) -> nw.Expr:
        total = nw.when(row).then(col("value"))
        return back.sheet.look((key, name), "achievement", "sum", total, windowed=windowed) >= leaf.value

    look = any_ if leaf.value is None else worth
    met, claimed = look("met", ours & sure & surely & recognised), look("claimed", ours & sure & surely)
    known_only = ours & may & recognised
    unclear = ~(sure & surely) if leaf.value is None else ~(sure & surely) | col("value").is_null()
    open_ = any_("open", ours & may & unclear) | ~complete_
    open_recognised = any_("open, recognised", known_only & unclear) | ~complete_
    return Truth(either(met, open_recognised), claimed=either(claimed, open_))


def movement(leaf: MovementOf, sheet: Sheet) -> Measured:
    """Find the best result in a movement of the kind asked."""
    asked = [_wanted("launched_by", leaf.launched_by, Launcher)] if leaf.launched_by else []
    asked += [_lasting(leaf.years)] if leaf.years is not None else []
    asked += [_wanted("review", leaf.reviews, Review)] if leaf.reviews else []
    asked += [_wanted("result", leaf.results, Result)] if leaf.results else []
    sure, may = _suits(asked)
    ours = col("year").is_null() | (col("year") == col(YEAR))
    found = sheet.look(("movement", leaf, "sure"), "movement", "any", ours & sure)
    open_ = sheet.look(("movement", leaf, "may"), "movement", "any", ours & may) | (complete("movements") > col(YEAR))
    return Truth(either(found, open_))
