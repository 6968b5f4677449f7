"""How long the records last: since an award, in existence, years rated so."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from thidua.merit.measures import MET, NOT_MET, UNKNOWN, Measure, Shown, Window, between
from thidua.merit.years import Lens, earliest_record, last_year
from thidua.model.dossier import Dossier
from thidua.model.duration import Aged, Elapsed, RatedYears
from thidua.model.time import full_years
from thidua.model.vocabulary import RATINGS


def rated_years(leaf: RatedYears) -> Measure:
    """Count the years with such a rating."""
    good = frozenset(RATINGS[RATINGS.index(leaf.rated) :])

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
        missing = tuple(f"years[{year}].rating" for year in open_[-leaf.times :]) or (f"years[{sure - 1}].rating",)
        return outcome, have, missing if outcome is UNKNOWN else ()

    return measure


def elapsed(leaf: Elapsed, lens: Lens) -> Measure:
    """Count the years since an award, as the record shows it and as its unknown part could have it."""

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        opened, after, without = (
            _held(names, leaf, lens, dossier) for names in (leaf.awards, leaf.after, leaf.without)
        )
        hidden = range(earliest_record(dossier), min(dossier.complete["awards"], dossier.year + 1))
        have = tuple(sorted(opened.all)) or None
        # Nothing counts of the time before a measure was served, or before the same form was given last.
        barred = (lens.possible_from(dossier) - 1, lens.sure_from(dossier) - 1)
        against = [max(start, barred[1]) for start in _against(leaf, opened, after, hidden)]
        if _long_ago(against, without.all | _last(hidden, leaf.without), leaf, dossier):
            return MET, have, ()
        in_favour = [max(start, barred[0]) for start in _in_favour(leaf, opened, after, hidden)]
        if not _long_ago(in_favour, without.sure, leaf, dossier):
            return NOT_MET, have, ()
        unclear = [f"awards[{leaf.awards[0]},{year}].commendation" for year in sorted(opened.all - opened.sure)]
        unlisted = ["disciplines"] if barred[1] > dossier.served_until else []
        return UNKNOWN, have, (*unclear, *([f"awards[{leaf.awards[0]}]"] if hidden else ()), *unlisted) or ("awards",)

    return measure


@attrs.frozen
class _Held:
    """The years in which one of some awards was held: those that count for certain, and all that may."""

    sure: frozenset[int]
    all: frozenset[int]


def _held(awards: Iterable[str], leaf: Elapsed, lens: Lens, dossier: Dossier) -> _Held:
    counted = [
        (last_year(record), lens.counts(record, leaf.commendations))
        for award in awards
        for record in dossier.held.get(award, ())
    ]
    inside = [(year, counts) for year, counts in counted if counts is not NOT_MET and year <= dossier.year]
    return _Held(frozenset(year for year, counts in inside if counts is MET), frozenset(year for year, _ in inside))


def _last(hidden: range, asked: Iterable[str]) -> frozenset[int]:
    """Return the last year of which the record may not tell all: where a hidden award does most harm."""
    return frozenset(hidden[-1:] if asked else ())


def _against(leaf: Elapsed, opened: _Held, after: _Held, hidden: range) -> frozenset[int]:
    """Return the years from which the time may run, where what is not known speaks against the record."""
    floor = max(after.all | _last(hidden, leaf.after), default=None)
    starts = frozenset(year for year in opened.sure if floor is None or year > floor)
    return frozenset({max(starts | opened.all | _last(hidden, leaf.awards))}) if leaf.latest and starts else starts


def _in_favour(leaf: Elapsed, opened: _Held, after: _Held, hidden: range) -> frozenset[int]:
    """Return the years from which the time may run, where what is not known speaks for the record."""
    floor = max(after.sure, default=None)
    starts = frozenset(year for year in (*opened.all, *hidden) if floor is None or year > floor)
    known = starts & opened.sure
    return frozenset(year for year in starts if year >= max(known)) if leaf.latest and known else starts


def _long_ago(starts: Iterable[int], without: Iterable[int], leaf: Elapsed, dossier: Dossier) -> bool:
    """Say whether the time is long enough from one of these years, and nothing was held in it that should not be."""
    return any(dossier.year - start >= leaf.years and not any(year > start for year in without) for start in starts)


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
