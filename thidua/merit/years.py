"""Awards held and runs of years: the two measures that look back over a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from thidua.merit.measures import MET, NOT_MET, UNKNOWN, Measure, Shown, Window, between
from thidua.model.condition import EachYear, Holds
from thidua.model.dossier import NEVER, AwardRecord, Dossier
from thidua.model.finding import Outcome
from thidua.model.vocabulary import RATINGS, Commendation

LONGEST = 100
"""No record is looked at further back than this many years."""

IsTitle = Callable[[str], bool]
_NO_YEARS: frozenset[int] = frozenset()


def holds(leaf: Holds, is_title: IsTitle, excluded: frozenset[Commendation]) -> Measure:
    """Measure awards held: years running, or times."""
    if leaf.consecutive is not None:
        return _consecutive(leaf)
    return _times(leaf, is_title, excluded)


def _consecutive(leaf: Holds) -> Measure:
    need = leaf.consecutive or 1
    awards, spacing, lag = leaf.awards, leaf.spacing, leaf.lag

    alone = awards[0] if len(awards) == 1 else None

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        years = dossier.held_years.get(alone, _NO_YEARS) if alone else _years_of(awards, dossier)
        last = dossier.year - lag
        if spacing == 1:
            year = last
            while year in years and year > last - need:
                year -= 1
            if year == last - need:
                return MET, dossier.held_in[alone] if alone else tuple(sorted(years)), ()
        return look_back(dossier, years, last)

    def look_back(dossier: Dossier, years: frozenset[int], last: int) -> Shown:
        ends: Iterable[int] = (last,)
        if leaf.anywhere:
            ends = sorted((year for year in years if year <= last), reverse=True)
        if any(_chain(end, need, spacing, years.__contains__) for end in ends):
            return MET, tuple(sorted(years)), ()
        complete = dossier.complete["awards"]

        def may(year: int) -> bool:
            return year in years or year < complete

        # Anywhere in the past, an unknown stretch may hide the whole run; ending now, it must reach the last year.
        hidden = not dossier.complete_ever("awards") if leaf.anywhere else _chain(last, need, spacing, may)
        if not hidden:
            return NOT_MET, tuple(sorted(years)), ()
        gaps = (year for year in range(last - (need - 1) * spacing, last + 1) if year not in years and may(year))
        missing = tuple(f"awards[{awards[0]},{year}]" for year in gaps)
        return UNKNOWN, tuple(sorted(years)), missing or (f"awards[{awards[0]}]",)

    return measure


def _chain(last: int, need: int, spacing: int, has: Callable[[int], bool]) -> bool:
    """Say whether ``need`` years lead up to ``last``, no step longer than ``spacing``; the nearest year is best."""
    if not has(last):
        return False
    year = last
    for _ in range(need - 1):
        step = next((back for back in range(1, spacing + 1) if has(year - back)), None)
        if step is None:
            return False
        year -= step
    return True


def _years_of(awards: tuple[str, ...], dossier: Dossier) -> frozenset[int]:
    if len(awards) == 1:
        return dossier.held_years.get(awards[0], frozenset())
    return frozenset().union(*(dossier.held_years.get(award, ()) for award in awards))


def _times(leaf: Holds, is_title: IsTitle, excluded: frozenset[Commendation]) -> Measure:
    titles = frozenset(award for award in leaf.awards if is_title(award))

    def counts(record: AwardRecord) -> Outcome:
        if record.award in titles or not (excluded or leaf.commendations):
            return MET
        if record.commendation is None:
            return UNKNOWN
        wanted = not leaf.commendations or record.commendation in leaf.commendations
        return MET if wanted and record.commendation not in excluded else NOT_MET

    def measure(dossier: Dossier, window: Window | None) -> Shown:
        last = dossier.year
        first = {"year": last, "ever": -NEVER, "window": window.possible if window else last}[leaf.when]
        certain_from = window.sure if window and leaf.when == "window" else first
        sure: set[tuple[object, ...]] = set()
        open_: set[tuple[object, ...]] = set()
        barred: Commendation | None = None
        for award in leaf.awards:
            for record in dossier.held.get(award, ()):
                if not first <= record.year <= last:
                    continue
                # A title is given once a year; two certificates of one year are two when their decisions differ.
                key = (award, record.year) if award in titles else (award, record.year, record.decided_on)
                count = counts(record)
                if count is NOT_MET:
                    barred = record.commendation
                elif count is MET and record.year >= certain_from:
                    sure.add(key)
                else:
                    open_.add(key)
        possible = len(sure | open_) + _hidden(dossier, first, last, titles == set(leaf.awards), sure | open_)
        outcome = between(len(sure), possible, leaf.times)
        have = tuple(sorted({int(str(key[1])) for key in sure})) or barred
        missing = (f"awards[{leaf.awards[0]}]",) if outcome is UNKNOWN else ()
        return outcome, have, missing

    return measure


def _hidden(dossier: Dossier, first: int, last: int, titles_only: bool, seen: set[tuple[object, ...]]) -> float:  # noqa: FBT001  # one private caller
    """Return how many more awards the unknown part of the record may hold."""
    if first == -NEVER:
        return 0 if dossier.complete_ever("awards") else float("inf")
    unknown = range(first, min(last + 1, dossier.complete["awards"]))
    if titles_only:
        years = {key[1] for key in seen}
        return sum(year not in years for year in unknown)
    return float("inf") if unknown else 0


def opened(leaf: Holds, dossier: Dossier, excluded: frozenset[Commendation], is_title: IsTitle) -> tuple[int, int]:
    """Return the earliest year, for certain and possibly, in which an award that opens a run was held.

    ``NEVER`` where none is; far in the past where an unknown part of the record may hold it.
    """
    sure = possible = NEVER
    for award in leaf.awards:
        for record in dossier.held.get(award, ()):
            end = record.period.until if record.period else record.year
            if end > dossier.year:
                continue
            title = is_title(award)
            unknown = record.commendation is None and not title and bool(excluded or leaf.commendations)
            barred = record.commendation in excluded and not title
            barred = barred or bool(
                leaf.commendations and record.commendation not in leaf.commendations and not unknown
            )
            if barred:
                continue
            possible = min(possible, end)
            if not unknown:
                sure = min(sure, end)
    if not dossier.complete_ever("awards"):
        possible = min(possible, _earliest(dossier))
    return sure, possible


def _earliest(dossier: Dossier) -> int:
    return max(dossier.began if dossier.began is not None else -NEVER, dossier.year - LONGEST)


def unbroken(each: EachYear, dossier: Dossier, sure_from: int, possible_from: int) -> Window:
    """Return the run of passing years up to the dossier's year, begun no earlier than the two years given."""
    passing = frozenset(RATINGS[RATINGS.index(each.rated) :]) if each.rated else frozenset()
    titled = _years_of(each.titles, dossier) if each.titles else frozenset()

    def passes(year: int) -> Outcome:
        rating = dossier.ratings.get(year)
        if rating in passing or year in titled:
            return MET
        if each.rated and rating is None and year < dossier.complete["years"]:
            return UNKNOWN
        return UNKNOWN if each.titles and year < dossier.complete["awards"] else NOT_MET

    floor = _earliest(dossier)
    sure = possible = dossier.year + 1
    while sure > max(sure_from, floor) and passes(sure - 1) is MET:
        sure -= 1
    while possible > max(possible_from, floor) and passes(possible - 1) is not NOT_MET:
        possible -= 1
    return Window(sure, possible, dossier.year)
