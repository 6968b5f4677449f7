"""How long: since an award, in existence, in service, in a post; and how many years were rated so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

import attrs

from thidua.merit.measures import MET, NOT_MET, UNKNOWN, Measure, Shown, Window, between
from thidua.merit.years import Lens, earliest_record, last_year
from thidua.model.dossier import Dossier
from thidua.model.duration import Aged, Elapsed, InPost, RatedYears, Served
from thidua.model.facts import NOT_SAID, Service
from thidua.model.finding import Outcome
from thidua.model.time import add_months
from thidua.model.vocabulary import RATINGS

AWAY = frozenset({"international"})
"""Activities that count like duty in hardship ("hoặc làm nhiệm vụ quốc tế")."""


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
        missing = tuple(f"years[{year}].rating" for year in open_) or (f"years[{sure - 1}].rating",)
        return outcome, have, missing if outcome is UNKNOWN else ()

    return measure


def elapsed(leaf: Elapsed, lens: Lens) -> Measure:
    """Count the years since an award, as the record shows it and as its unknown part could have it."""

    def held(awards: Iterable[str], dossier: Dossier) -> tuple[set[int], set[int]]:
        sure, unsure = set[int](), set[int]()
        for award in awards:
            for record in dossier.held.get(award, ()):
                counts = lens.counts(record, leaf.commendations)
                if counts is not NOT_MET and last_year(record) <= dossier.year:
                    (sure if counts is MET else unsure).add(last_year(record))
        return sure, unsure

    def passes(starts: Iterable[int], without: Iterable[int], dossier: Dossier) -> bool:
        return any(dossier.year - start >= leaf.years and not any(year > start for year in without) for start in starts)

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        sure, unsure = held(leaf.awards, dossier)
        after, perhaps_after = held(leaf.after, dossier)
        without, perhaps_without = held(leaf.without, dossier)
        hidden = range(earliest_record(dossier), min(dossier.complete["awards"], dossier.year + 1))
        have = tuple(sorted(sure)) or None

        # Against the record: what is hidden or unsure lies where it does most harm.
        harm = {*hidden[-1:]}
        floor = max(after | perhaps_after | (harm if leaf.after else set()), default=None)
        starts = {year for year in sure if floor is None or year > floor}
        if leaf.latest and starts:
            starts = {max(starts | unsure | harm)}
        if passes(starts, without | perhaps_without | (harm if leaf.without else set()), dossier):
            return MET, have, ()

        # In its favour: it lies where it helps.
        floor = max(after, default=None)
        starts = {year for year in (*sure, *unsure, *hidden) if floor is None or year > floor}
        known = [year for year in sure if floor is None or year > floor]
        if leaf.latest and known:
            starts = {year for year in starts if year >= max(known)}
        if passes(starts, without, dossier):
            unclear = [f"awards[{leaf.awards[0]},{year}].commendation" for year in sorted(unsure)]
            return UNKNOWN, have, (*unclear, *([f"awards[{leaf.awards[0]}]"] if hidden else ()))
        return NOT_MET, have, ()

    return measure


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


def full_years(since: date, day: date) -> int:
    """Return how many full years lie between two days."""
    years = max(day.year - since.year, 0)
    return years - (years > 0 and add_months(since, 12 * years) > day)


@attrs.frozen
class _Spell:
    """A stretch of days that counts, perhaps more than once; ``end`` is the first day after it."""

    since: date
    end: date
    weight: int = 1


def served(leaf: Served) -> Measure:
    """Reckon time of service."""

    def fit(item: Service) -> tuple[bool, bool]:
        """Say whether the stretch counts for certain, and whether it may."""
        asked = [(item.force, leaf.forces), (item.activity, leaf.activities)]
        away = item.activity in AWAY or bool(item.hardship)
        sure = all(not wanted or have in wanted for have, wanted in asked) and (away or not leaf.hardship)
        may = all(not wanted or have is None or have in wanted for have, wanted in asked)
        return sure, may and (away or item.hardship is None or not leaf.hardship)

    def spells(dossier: Dossier, *, generous: bool) -> list[_Spell]:
        found = []
        for item in dossier.service:
            counts = fit(item)[generous]
            away = item.activity in AWAY or bool(item.hardship) or (generous and item.hardship is None)
            end = _end(item.until, dossier, generous=generous)
            if counts and item.since < end:
                found.append(_Spell(item.since, end, leaf.factor if away else 1))
        return found

    def gaps(dossier: Dossier) -> Iterable[str]:
        for item in dossier.service:
            sure, may = fit(item)
            where = f"service[{item.since}]"
            if may and item.until == NOT_SAID:
                yield f"{where}.until"
            if may and item.hardship is None and (leaf.hardship or leaf.factor > 1) and item.activity not in AWAY:
                yield f"{where}.hardship"
            if may and not sure:
                yield from (f"{where}.{key}" for key in ("force", "activity") if getattr(item, key) is None)

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        lengths = [_longest(spells(dossier, generous=kind), joined=leaf.continuous) for kind in (False, True)]
        below = None if leaf.below is None else 12 * leaf.below
        return _within(lengths, 12 * leaf.years, below, "service", gaps, dossier)

    return measure


def in_post(leaf: InPost) -> Measure:
    """Reckon the time in posts of the groups asked; time in several at once counts once."""

    def spells(dossier: Dossier, *, generous: bool) -> list[_Spell]:
        ends = ((item.since, _end(item.until, dossier, generous=generous), item.post) for item in dossier.posts)
        return [_Spell(since, end) for since, end, post in ends if post in leaf.posts and since < end]

    def gaps(dossier: Dossier) -> Iterable[str]:
        unsaid = (item for item in dossier.posts if item.post in leaf.posts and item.until == NOT_SAID)
        return (f"posts[{item.since}].until" for item in unsaid)

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        lengths = [_longest(spells(dossier, generous=kind), joined=False) for kind in (False, True)]
        return _within(lengths, leaf.months, leaf.below, "posts", gaps, dossier)

    return measure


def _end(until: date | None, dossier: Dossier, *, generous: bool) -> date:
    """Return the first day after a stretch, as far as it lies before the proposal; unsaid, it may be today or none."""
    today = dossier.proposal_day + timedelta(days=1)
    if until == NOT_SAID:
        return today if generous else date.min
    return today if until is None else min(until, today)


def _longest(spells: list[_Spell], *, joined: bool) -> _Spell | None:
    """Add up stretches: the longest unbroken chain of them if ``joined``, else all; a day counts once, at its most.

    The answer begins where they begin and is as long as they are together.
    """
    if not spells:
        return None
    chains: list[list[_Spell]] = []
    reach = date.min
    for spell in sorted(spells, key=lambda each: (each.since, each.end)):
        # One day between two stretches is the way "until" is often written, not a break.
        if not chains or (joined and spell.since > reach + timedelta(days=1)):
            chains.append([])
            reach = spell.end
        chains[-1].append(spell)
        reach = max(reach, spell.end)
    made = [_Spell(chain[0].since, chain[0].since + timedelta(days=_days(chain))) for chain in chains]
    return max(made, key=lambda each: each.end - each.since)


def _days(chain: list[_Spell]) -> int:
    """Count days, each as often as the heaviest stretch over it says."""
    edges = sorted({day for spell in chain for day in (spell.since, spell.end)})
    return sum(
        (after - before).days
        * max((spell.weight for spell in chain if spell.since <= before and after <= spell.end), default=0)
        for before, after in zip(edges, edges[1:], strict=False)
    )


def _within(
    lengths: list[_Spell | None],
    months: int,
    below: int | None,
    what: str,
    gaps: Callable[[Dossier], Iterable[str]],
    dossier: Dossier,
) -> Shown:
    """Judge a length known only between two bounds: at least ``months``, and less than ``below``."""
    sure, possible = lengths
    whole = dossier.complete_ever(what)
    enough = [_reaches(each, months) for each in lengths]
    too_much = [below is not None and _reaches(each, below) for each in lengths]
    have = full_years(sure.since, sure.end) if sure is not None else None
    outcome: Outcome = UNKNOWN
    if enough[0] and not too_much[1] and (whole or below is None):
        outcome = MET
    elif (not enough[1] and whole) or too_much[0]:
        outcome = NOT_MET
    missing = (*gaps(dossier), *([] if whole else [what])) or (what,)
    return outcome, have, missing if outcome is UNKNOWN else ()


def _reaches(spell: _Spell | None, months: int) -> bool:
    return spell is not None and add_months(spell.since, months) <= spell.end
