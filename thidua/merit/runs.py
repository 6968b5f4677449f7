"""A run of years: the award that opens it, its length, and what it must contain."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from thidua.merit.combine import Judge, leaf, least
from thidua.merit.measures import MET, NOT_MET, UNKNOWN, Window, between
from thidua.merit.years import LONGEST, Lens, earliest_record, holds, last_year
from thidua.model.condition import EachYear, Holds, Run
from thidua.model.dossier import NEVER, Dossier
from thidua.model.finding import About, Finding, Outcome
from thidua.model.vocabulary import RATINGS


def run_of(about: About, asked: Run, within: Judge | None, lens: Lens) -> Judge:
    """Judge a run by its parts: ``<clause>/after``, ``<clause>/run``, and the clause that must hold within it."""
    length = attrs.evolve(about, code=f"{about.code}/run")
    prior = None
    if asked.after is not None:
        after = attrs.evolve(about, code=f"{about.code}/after", need=asked.after)
        prior = leaf(after, holds(asked.after, lens))

    def judge(dossier: Dossier, _: Window | None) -> Finding:
        sure_from, possible_from = lens.sure_from(dossier), lens.possible_from(dossier)
        opened = []
        if prior is not None and asked.after is not None and (held := prior(dossier, None)) is not None:
            opened.append(held)
            # Where the award that should open the run is not there, its length is still worth telling.
            if asked.follows and held.outcome is not NOT_MET:
                sure, possible = _opened(asked.after, dossier, lens)
                sure_from, possible_from = max(sure_from, sure + 1), max(possible_from, possible + 1)
        passes = _passes(asked.each, dossier)

        def ending(last: int) -> Finding:
            window = _unbroken(passes, dossier, last, sure_from, possible_from)
            children = [*opened, _length(length, asked, dossier, window, lens)]
            if within is not None:
                if asked.exact:
                    first = last + 1 - asked.years
                    window = Window(max(window.sure, first), max(window.possible, first), last)
                if (inside := within(dossier, window)) is not None:
                    children.append(inside)
            return least(about, tuple(children))

        found = ending(dossier.year)
        if asked.anywhere and found.outcome is not MET:
            earlier = range(dossier.year - 1, earliest_record(dossier) - 1, -1)
            ends = (year for year in earlier if passes(year) is not NOT_MET and passes(year + 1) is not MET)
            found = max((found, *map(ending, ends)), key=lambda finding: finding.outcome)
        return found

    return judge


def _opened(asked: Holds, dossier: Dossier, lens: Lens) -> tuple[int, int]:
    """Return the earliest year, for certain and possibly, in which an award that opens a run was held.

    ``NEVER`` where none is; far in the past where an unknown part of the record may hold it.
    """
    sure = possible = NEVER
    for award in asked.awards:
        for record in dossier.held.get(award, ()):
            end = last_year(record)
            counts = lens.counts(record, asked.commendations)
            if counts is NOT_MET or end > dossier.year:
                continue
            possible = min(possible, end)
            if counts is MET:
                sure = min(sure, end)
    if earliest_record(dossier) < dossier.complete["awards"]:
        possible = min(possible, earliest_record(dossier))
    return sure, possible


def _passes(each: EachYear, dossier: Dossier) -> Callable[[int], Outcome]:
    passing = frozenset(RATINGS[RATINGS.index(each.rated) :]) if each.rated else frozenset()
    titled = frozenset[int]().union(*(dossier.held_years.get(title, ()) for title in each.titles))

    def passes(year: int) -> Outcome:
        if dossier.ratings.get(year) in passing or year in titled:
            return MET
        return UNKNOWN if any(_gaps(each, dossier, year)) else NOT_MET

    return passes


def _gaps(each: EachYear, dossier: Dossier, year: int) -> Iterator[str]:
    """Yield the facts that could still make a year pass."""
    unrated = year in dossier.unrated or (year not in dossier.ratings and year < dossier.complete["years"])
    if each.rated and unrated:
        yield f"years[{year}].rating"
    if each.titles and year < dossier.complete["awards"]:
        yield f"awards[{each.titles[0]},{year}]"


def _unbroken(
    passes: Callable[[int], Outcome], dossier: Dossier, last: int, sure_from: int, possible_from: int
) -> Window:
    """Return the run of passing years up to ``last``, begun no earlier than the two years given."""
    furthest, earliest = dossier.year - LONGEST, earliest_record(dossier)
    sure = possible = last + 1
    while sure > max(sure_from, furthest) and passes(sure - 1) is MET:
        sure -= 1
    while possible > max(possible_from, furthest) and (
        (outcome := passes(possible - 1)) is MET or (outcome is UNKNOWN and possible > earliest)
    ):
        possible -= 1
    return Window(sure, possible, last)


def _length(about: About, asked: Run, dossier: Dossier, window: Window, lens: Lens) -> Finding:
    end = window.last + 1
    outcome = between(end - window.sure, end - window.possible, asked.years)
    have = (window.sure, window.last) if window.sure < end else None
    missing: dict[str, None] = {}
    if outcome is UNKNOWN:
        for year in range(end - asked.years, window.sure):
            missing |= dict.fromkeys(
                _gaps(asked.each, dossier, year) if _passes(asked.each, dossier)(year) is not MET else ()
            )
        if end - asked.years < lens.sure_from(dossier):
            missing["disciplines"] = None
    return Finding(about, outcome, have, (), outcome, tuple(missing))
