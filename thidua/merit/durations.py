"""How long the records last: since an award, in existence, years rated so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from thidua.merit.lens import Lens, earliest_record, last_year
from thidua.merit.measures import MET, NOT_MET, UNKNOWN, Measure, Shown, Window, at_least, between, window_gap
from thidua.model.dossier import NEVER, Dossier
from thidua.model.duration import Aged, Elapsed, RatedYears
from thidua.model.time import full_years


def rated_years(leaf: RatedYears) -> Measure:
    """Count the years with such a rating."""
    good = at_least(leaf.rated)

    def measure(dossier: Dossier, window: Window | None) -> Shown:
        inside = window if leaf.when == "window" and window is not None else None
        sure = inside.sure if inside else earliest_record(dossier)
        possible = inside.possible if inside else earliest_record(dossier)
        last = inside.last if inside else dossier.year
        have = tuple(year for year in range(sure, last + 1) if dossier.ratings.get(year) in good)
        open_ = [
            year
            for year in range(possible, last + 1)
            if year in dossier.unrated or (year not in dossier.ratings and year < dossier.complete["years"])
        ]
        earlier = sum(dossier.ratings.get(year) in good for year in range(possible, sure))
        outcome = between(len(have), len(have) + earlier + len(open_), leaf.times)
        # Of all that could still be supplied, the nearest years suffice.
        missing = tuple(f"years[{year}].rating" for year in open_[-leaf.times :])
        if not missing and inside is not None:
            missing = window_gap(inside, dossier)
        return outcome, have, missing if outcome is UNKNOWN else ()

    return measure


def elapsed(leaf: Elapsed, lens: Lens) -> Measure:
    """Count the years since an award, as the record shows it and as its unknown part could have it."""
    groups = [group for group in (leaf.awards, leaf.after, leaf.without) if group]

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        opened, after, without = (
            _held(names, years, leaf, lens, dossier)
            for names, years in ((leaf.awards, leaf.years), (leaf.after, 0), (leaf.without, 0))
        )
        hidden = range(earliest_record(dossier), min(dossier.complete["awards"], dossier.year + 1))
        have = tuple(sorted(opened.all)) or None
        own, served = lens.given_again(dossier) - 1, _served(lens, dossier)
        held_back = max(own, served, lens.held_back(dossier) - 1)
        if _for_certain(
            leaf, opened, after, hidden, _Time(leaf, dossier, held_back, without.all | _last(hidden, leaf.without))
        ):
            return MET, have, ()
        time = _Time(leaf, dossier, max(own, served), without.sure)
        if not any(map(time.enough, _perhaps(leaf, opened, after, hidden))):
            return NOT_MET, have, ()
        unlisted = [f"awards[{group[0]}]" for group in groups] if hidden else []
        back = lens.gaps(dossier, dossier.year - leaf.years + 1)
        return UNKNOWN, have, tuple(dict.fromkeys((*opened.gaps, *after.gaps, *without.gaps, *unlisted, *back)))

    return measure


@attrs.frozen
class _Time:
    """The time that must have passed: counted from ``held_back`` at the earliest, and without these awards in it."""

    leaf: Elapsed
    dossier: Dossier
    held_back: int
    without: frozenset[int]

    def enough(self, start: int) -> bool:
        """Say whether the time from that year on is long enough, and nothing was held since that should not be."""
        passed = self.dossier.year - max(start, self.held_back)
        return passed >= self.leaf.years and not any(year > start for year in self.without)


@attrs.frozen
class _Held:
    """The years in which one of some awards was held: those that count for certain, and all that may."""

    sure: frozenset[int]
    all: frozenset[int]
    gaps: tuple[str, ...]
    """What would tell of the others whether they count."""


def _held(awards: Iterable[str], years: int, leaf: Elapsed, lens: Lens, dossier: Dossier) -> _Held:
    counted = [
        (last_year(record), counts, record)
        for record, counts in lens.held(awards, leaf.commendations, dossier)
        if counts is not NOT_MET and last_year(record) <= dossier.year and not lens.too_soon(record, years, dossier)
    ]
    return _Held(
        frozenset(year for year, counts, _ in counted if counts is MET),
        frozenset(year for year, _, _ in counted),
        tuple(lens.gap(record, leaf.commendations) for _, counts, record in counted if counts is UNKNOWN),
    )


def _served(lens: Lens, dossier: Dossier) -> int:
    """Return the year from which the time runs, by the calendar, since the last measure was served."""
    end = dossier.served_on if lens.after_discipline else None
    return -NEVER if end is None else dossier.year - full_years(end, dossier.proposal_day)


def _last(hidden: range, asked: Iterable[str]) -> frozenset[int]:
    """Return the last year of which the record may not tell all: where a hidden award does most harm."""
    return frozenset(hidden[-1:] if asked else ())


def _for_certain(leaf: Elapsed, opened: _Held, after: _Held, hidden: range, time: _Time) -> bool:
    """Say whether the time has passed whatever the record does not tell.

    Of the latest award every year that may be its own must do: a later one shortens the time, but it may also leave
    behind it what should not be held since.
    """
    floor = max(after.all | _last(hidden, leaf.after), default=-NEVER)
    starts = [year for year in opened.sure if year > floor]
    if not leaf.latest or not starts:
        return any(map(time.enough, starts))
    known = max(starts)
    return all(time.enough(year) for year in (known, *opened.all, *hidden) if year >= known)


def _perhaps(leaf: Elapsed, opened: _Held, after: _Held, hidden: range) -> Iterator[int]:
    """Yield the years from which the time may run, where what is not known speaks for the record."""
    floor = max(after.sure, default=-NEVER)
    known = max(opened.sure, default=-NEVER) if leaf.latest else -NEVER
    yield from (year for year in (*opened.all, *hidden) if year > floor and year >= known)


def aged(leaf: Aged) -> Measure:
    """Look at the age of the collective, or for a round anniversary."""

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        founded = dossier.founded
        if founded is None:
            return UNKNOWN, None, ("founded",)
        if leaf.years is not None:
            full = full_years(founded, dossier.proposal_day)
            return (MET if full >= leaf.years else NOT_MET), full, ()
        last = dossier.proposal_day.year + leaf.ahead
        numbers = [year - founded.year for year in range(dossier.year, last + 2) if year > founded.year]
        round_ = [number for number in numbers if number % 10 == 0]
        if round_ and round_[0] <= last - founded.year:
            return MET, round_[0], ()
        # A dossier comes in during its year or after it: until one knows when, the next year's anniversary is open.
        if round_ and dossier.received is None:
            return UNKNOWN, round_[0], ("received",)
        return NOT_MET, last - founded.year, ()

    return measure
