"""A run of years: the award that opens it, its length, and what it must contain."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from thidua.merit.combine import Judge, leaf, least
from thidua.merit.lens import LONGEST_RUN, Lens, earliest_record, opened
from thidua.merit.measures import MET, NOT_MET, UNKNOWN, Window, at_least, between
from thidua.merit.years import holds
from thidua.model.condition import EachYear, Run
from thidua.model.dossier import Dossier
from thidua.model.finding import About, Finding, Outcome


def run_of(about: About, asked: Run, within: Judge | None, lens: Lens) -> Judge:
    """Judge a run by its parts: ``<clause>/after``, ``<clause>/run``, and the clause that must hold within it."""
    length = attrs.evolve(about, code=f"{about.code}/run")
    opens = _opening(about, asked, lens)

    def judge(dossier: Dossier, _: Window | None) -> Finding:
        first = opens(dossier)
        passes = _passes(asked.each, dossier)

        def ending(last: int) -> Finding:
            window = _unbroken(passes, dossier, last, first)
            children = [*first.found, _length(length, asked, dossier, window, first)]
            if within is not None:
                begin = last + 1 - asked.years
                if window.possible > begin:
                    # Too short by itself: what it must contain is told of the years asked for, as if they had passed.
                    begin = min(max(first.possible, begin), last + 1)
                    window = Window(begin, begin, last)
                elif asked.exact:
                    window = Window(max(window.sure, begin), max(window.possible, begin), last)
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


@attrs.frozen
class _Begins:
    """Where a run may begin: for certain and perhaps; with the finding on what opens it, and what would tell more."""

    sure: int
    possible: int
    found: tuple[Finding, ...]
    gaps: Callable[[int], tuple[str, ...]]


def _opening(about: About, asked: Run, lens: Lens) -> Callable[[Dossier], _Begins]:
    """Find where runs begin: with what the law lets count, and after the award that opens them."""
    prior = None
    if asked.after is not None:
        after = attrs.evolve(about, code=f"{about.code}/after", need=asked.after)
        prior = leaf(after, holds(asked.after, lens))

    def opens(dossier: Dossier) -> _Begins:
        begins = _Begins(
            lens.sure_from(dossier), lens.possible_from(dossier), (), lambda year: lens.gaps(dossier, year)
        )
        held = prior(dossier, None) if prior is not None else None
        if held is None or asked.after is None:
            return begins
        # Where the award that should open the run is not there, its length is still worth telling.
        if not asked.follows or held.outcome is NOT_MET:
            return attrs.evolve(begins, found=(held,))
        since = opened(asked.after.awards, lens, dossier, asked.after.commendations, asked.years)
        return _Begins(
            max(begins.sure, since.sure + 1),
            max(begins.possible, since.possible + 1),
            (held,),
            lambda year: (*since.missing, *begins.gaps(year)),
        )

    return opens


def _passes(each: EachYear, dossier: Dossier) -> Callable[[int], Outcome]:
    passing = at_least(each.rated) if each.rated else frozenset()
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


def _unbroken(passes: Callable[[int], Outcome], dossier: Dossier, last: int, first: _Begins) -> Window:
    """Return the run of passing years up to ``last``, begun no earlier than it may."""
    furthest, earliest = dossier.year - LONGEST_RUN, earliest_record(dossier)
    sure = possible = last + 1
    while sure > max(first.sure, furthest) and passes(sure - 1) is MET:
        sure -= 1
    while possible > max(first.possible, furthest) and (
        (outcome := passes(possible - 1)) is MET or (outcome is UNKNOWN and possible > earliest)
    ):
        possible -= 1
    return Window(sure, possible, last)


def _length(about: About, asked: Run, dossier: Dossier, window: Window, first: _Begins) -> Finding:
    """Judge the length of a run."""
    end = window.last + 1
    outcome = between(end - window.sure, end - window.possible, asked.years)
    have = (window.sure, window.last) if window.sure < end else None
    missing: dict[str, None] = {}
    if outcome is UNKNOWN:
        passes = _passes(asked.each, dossier)
        for year in range(end - asked.years, window.sure):
            missing |= dict.fromkeys(_gaps(asked.each, dossier, year) if passes(year) is not MET else ())
        missing |= dict.fromkeys(first.gaps(end - asked.years))
        if not missing:
            missing["disciplines"] = None  # it hangs on the year in which a measure was served
    return Finding(about, outcome, have, (), outcome, tuple(missing))
