"""What was achieved: ratings, initiatives, deeds, results in movements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from thidua.merit.measures import (
    MET,
    NOT_MET,
    PENDING,
    UNKNOWN,
    Measure,
    Shown,
    Window,
    at_least,
    looked_at,
    may_lie,
    suits,
    whole,
    window_gap,
)
from thidua.model.condition import AchievementOf, InitiativeOf, MovementOf
from thidua.model.dossier import NEVER, Dossier
from thidua.model.facts import Achievement, Initiative, MovementResult
from thidua.model.finding import Outcome
from thidua.model.vocabulary import Rating


def rated(least: Rating) -> Measure:
    """Rate the dossier's year."""
    good = at_least(least)

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        rating = dossier.ratings.get(dossier.year)
        if rating is None:
            if dossier.year >= dossier.complete["years"] and dossier.year not in dossier.unrated:
                return NOT_MET, None, ()
            return UNKNOWN, None, (f"years[{dossier.year}].rating",)
        return (MET if rating in good else NOT_MET), rating, ()

    return measure


REACHED = {
    "recognised": frozenset({"recognised", "applied"}),
    "accepted": frozenset({"accepted", "applied"}),
    "applied": frozenset({"applied"}),
}
"""The statuses of an initiative that are the one asked, or more."""


def _initiative_fit(leaf: InitiativeOf) -> Callable[[Initiative, Dossier, Window | None], Outcome]:
    """Make the question whether one initiative counts; UNKNOWN where the record does not say enough of it."""
    reached = REACHED[leaf.status] if leaf.status else None
    kinds, scopes, when = frozenset(leaf.kinds), leaf.scopes, leaf.when

    def fit(item: Initiative, dossier: Dossier, window: Window | None) -> Outcome:
        if item.kind not in kinds or not (
            item.year == dossier.year if when == "year" else may_lie(item.year, when, dossier, window)
        ):
            return NOT_MET
        status = reached is None or item.status in reached
        scope = not scopes or item.scope in scopes
        if status and scope and (when != "window" or window is None or item.year >= window.sure):
            return MET
        return UNKNOWN if (status or item.status is None) and (scope or item.scope is None) else NOT_MET

    return fit


def initiative(leaf: InitiativeOf, spent: Callable[[Dossier], frozenset[str]] | None = None) -> Measure:
    """Count initiatives: one id counts once, and two that are alike and have no id may be one."""
    fit, number = _initiative_fit(leaf), leaf.number

    def measure(dossier: Dossier, window: Window | None) -> Shown:
        sure: dict[Any, Initiative] = {}
        open_: dict[Any, Initiative] = {}
        twins: list[Initiative] = []
        items = dossier.initiatives if spent is None else _unspent(dossier, spent(dossier))
        for index, item in enumerate(items):
            fits = fit(item, dossier, window)
            if fits is UNKNOWN:
                open_[item.id or index] = item
            elif fits is MET and item.id is None and item in sure:
                twins.append(item)
            elif fits is MET:
                if number == 1:
                    return MET, (item,), ()
                sure[item.id or item] = item
        if len(sure) >= number:
            return MET, tuple(sure.values()), ()
        most = len(sure.keys() | open_.keys()) + len(twins)
        outcome, missing = _too_few(leaf, dossier, window, most, _initiative_gaps(open_.values(), twins, leaf))
        return outcome, tuple(sure.values()) or None, missing

    return measure


def _unspent(dossier: Dossier, used: frozenset[str]) -> tuple[Initiative, ...]:
    """Return the initiatives that no other award has used up; one without an id is not known to be used."""
    return tuple(item for item in dossier.initiatives if item.id not in used)


def _too_few(
    leaf: InitiativeOf, dossier: Dossier, window: Window | None, most: int, gaps: Iterable[str]
) -> tuple[Outcome, tuple[str, ...]]:
    """Judge initiatives that are too few for certain: of ``most`` that may be, and what the record may not list."""
    complete = whole("initiatives", leaf.when, dossier, window)
    if complete and most < leaf.number:
        return NOT_MET, ()
    missing = [*gaps, *([] if complete else [looked_at("initiatives", leaf.when, dossier)])]
    if not missing and window is not None:
        missing += window_gap(window, dossier)  # it hangs on how far back the run itself goes
    return UNKNOWN, tuple(missing)


def _initiative_gaps(items: Iterable[Initiative], twins: Iterable[Initiative], leaf: InitiativeOf) -> Iterable[str]:
    yield from dict.fromkeys(f"initiatives[{item.year}].id" for item in twins)
    for item in items:
        if leaf.status and item.status is None:
            yield f"initiatives[{item.id or item.year}].status"
        if leaf.scopes and item.scope is None:
            yield f"initiatives[{item.id or item.year}].scope"


def achievement(leaf: AchievementOf, *, claims: bool = True) -> Measure:
    """Find the best achievement of the kinds asked; a claim without the recognition asked for is PENDING.

    Without ``claims`` what is not recognised does not count at all.
    """
    wants_recognition = bool(leaf.degrees) or leaf.recognised or bool(leaf.recognised_by)
    unrecognised = PENDING if claims else NOT_MET

    def fits(item: Achievement) -> Outcome:
        asked: list[tuple[Any, bool]] = []
        if leaf.degrees:
            asked.append((item.degree, item.degree in leaf.degrees))
        if leaf.scopes:
            asked.append((item.scope, item.scope in leaf.scopes))
        if leaf.years is not None:
            asked.append((item.years, item.years is not None and item.years >= leaf.years))
        recognised = item.recognised_by is not None and (
            not leaf.recognised_by or item.recognised_by in leaf.recognised_by
        )
        return min(suits(asked), MET if recognised or not wants_recognition else unrecognised)

    def measure(dossier: Dossier, window: Window | None) -> Shown:
        sure = window.sure if window is not None and leaf.when == "window" else -NEVER
        items = [
            (fits(item) if item.year >= sure else min(fits(item), UNKNOWN), item)
            for item in dossier.achievements
            if item.kind in leaf.kinds and may_lie(item.year, leaf.when, dossier, window)
        ]
        have = tuple(item for _, item in items) or None
        best = max((fit for fit, _ in items), default=NOT_MET) if leaf.value is None else worth(items, leaf.value)
        complete = whole("achievements", leaf.when, dossier, window)
        if best is NOT_MET and not complete:
            return UNKNOWN, have, (looked_at("achievements", leaf.when, dossier),)
        gaps = [f"achievements[{item.year}]" for fit, item in items if fit is UNKNOWN or item.value is None]
        return best, have, tuple(gaps) if best is UNKNOWN else ()

    def worth(items: list[tuple[Outcome, Achievement]], least: int) -> Outcome:
        for outcome in (MET, PENDING):
            if sum(item.value or 0 for fit, item in items if fit >= outcome) >= least:
                return outcome
        unknown = any(fit is not NOT_MET and (fit is UNKNOWN or item.value is None) for fit, item in items)
        return UNKNOWN if unknown else NOT_MET

    return measure


def movement(leaf: MovementOf) -> Measure:
    """Find the best result in a movement of the kind asked."""

    def fits(item: MovementResult) -> Outcome:
        asked: list[tuple[Any, bool]] = []
        if leaf.launched_by:
            asked.append((item.launched_by, item.launched_by in leaf.launched_by))
        if leaf.years is not None:
            asked.append((item.years, item.years is not None and item.years >= leaf.years))
        if leaf.reviews:
            asked.append((item.review, item.review in leaf.reviews))
        if leaf.results:
            asked.append((item.result, item.result in leaf.results))
        return suits(asked)

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        items = [(fits(item), item) for item in dossier.movements if item.year is None or item.year == dossier.year]
        best = max((fit for fit, _ in items), default=NOT_MET)
        have = tuple(item for _, item in items) or None
        if best is NOT_MET and dossier.complete["movements"] > dossier.year:
            return UNKNOWN, have, ("movements",)
        gaps = tuple(f"movements[{item.movement}]" for fit, item in items if fit is UNKNOWN)
        return best, have, gaps if best is UNKNOWN else ()

    return measure
