"""Awards held: years running, or times."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import attrs

from thidua.merit.lens import LONGEST_RUN, Lens, earliest_record, opened
from thidua.merit.measures import MET, NOT_MET, UNKNOWN, Measure, Shown, Window, between, window_gap
from thidua.model.condition import Holds
from thidua.model.dossier import NEVER, Dossier
from thidua.model.facts import AwardRecord
from thidua.model.finding import Outcome
from thidua.model.vocabulary import Commendation

_NO_YEARS: frozenset[int] = frozenset()


def holds(leaf: Holds, lens: Lens) -> Measure:
    """Measure awards held: years running, or times."""
    return _times(leaf, lens) if leaf.consecutive is None else _consecutive(leaf, lens, leaf.consecutive)


def _consecutive(leaf: Holds, lens: Lens, need: int) -> Measure:
    awards, steps, lag = leaf.awards, range(leaf.apart, leaf.spacing + 1), leaf.lag
    # The usual question, one title every year, is answered on the quick.
    usual = len(awards) == 1 and lens.is_title(awards[0]) and leaf.spacing == 1 and not lens.titles_too
    alone = awards[0] if usual else None

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        last = dossier.year - lag
        if alone:
            years = dossier.held_years.get(alone, _NO_YEARS)
            year = last
            while year in years and year > last - need:
                year -= 1
            if year == last - need and (not lens.resets or year >= lens.sure_from(dossier) - 1):
                return MET, dossier.held_in[alone], ()
        return look_back(dossier, last)

    def look_back(dossier: Dossier, last: int) -> Shown:
        sure, unsure = _years_held(awards, leaf.commendations, lens, dossier)
        certain, possible, undated = counted(awards, lens, dossier)
        hidden = range(earliest_record(dossier), dossier.complete["awards"])

        def may(year: int) -> bool:
            return year >= possible and (year in sure or year in unsure or year in hidden)

        have = tuple(sorted(year for year in sure if year >= possible))
        ends = range(last, last - LONGEST_RUN, -1) if leaf.anywhere else (last,)
        if any(_chain(end, need, steps, lambda year: year in sure and year >= certain) for end in ends):
            return MET, have, ()
        if not any(_chain(end, need, steps, may) for end in ends):
            return NOT_MET, have, ()
        if leaf.anywhere:
            return UNKNOWN, have, (f"awards[{awards[0]}]",)
        looked_at = [year for year in range(last - (need - 1) * leaf.spacing, last + 1) if may(year)]
        unclear = [unsure[year] for year in looked_at if year in unsure]
        absent = [f"awards[{awards[0]},{year}]" for year in looked_at if year not in sure | unsure.keys()]
        undecided = [f"awards[{awards[0]},{year}].decided_on" for year in looked_at if year == undated and year in sure]
        held_back = [year for year in looked_at if year in sure and undated != year < certain]
        unlisted = lens.gaps(dossier, min(held_back)) if held_back else ()
        return UNKNOWN, have, (*unclear, *absent, *undecided, *unlisted)

    return measure


def counted(awards: Iterable[str], lens: Lens, dossier: Dossier) -> tuple[int, int, int | None]:
    """Return the first years that count for certain and perhaps, and the one whose decision's day would tell."""
    certain, possible = lens.sure_from(dossier), lens.possible_from(dossier)
    if dossier.served_on is None or not lens.after_discipline or possible >= dossier.served_until:
        return certain, possible, None
    after = _decided_after(awards, possible, dossier.served_on, dossier)
    if after is NOT_MET:
        return certain, possible + 1, None
    if after is UNKNOWN:
        return certain, possible, possible
    # The title was given after the measure was served, unless a later measure is hidden from the record.
    return (possible if dossier.complete["disciplines"] <= possible else certain), possible, None


def _decided_after(awards: Iterable[str], year: int, end: date, dossier: Dossier) -> Outcome:
    """Say whether an award for the year in which a measure ended was decided after its end, and so may count."""
    records = [record for award in awards for record in dossier.held.get(award, ()) if record.year == year]
    if any(record.decided_on is not None and record.decided_on >= end for record in records):
        return MET
    unsure = not records or any(record.decided_on is None for record in records)
    return UNKNOWN if unsure else NOT_MET


def _chain(last: int, need: int, steps: range, has: Callable[[int], bool]) -> bool:
    """Say whether ``need`` years lead up to ``last`` in such steps; the nearest year is best."""
    if not has(last):
        return False
    year = last
    for _ in range(need - 1):
        step = next((back for back in steps if has(year - back)), None)
        if step is None:
            return False
        year -= step
    return True


def _years_held(
    awards: Iterable[str], wanted: tuple[Commendation, ...], lens: Lens, dossier: Dossier
) -> tuple[set[int], dict[int, str]]:
    """Return the years in which one of the awards was held for certain, and those in which perhaps, with what tells."""
    sure: set[int] = set()
    unsure: dict[int, str] = {}
    for record, counts in lens.held(awards, wanted, dossier):
        if counts is MET:
            sure.add(record.year)
        elif counts is UNKNOWN:
            unsure[record.year] = lens.gap(record, wanted)
    return sure, {year: name for year, name in unsure.items() if year not in sure}


def _times(leaf: Holds, lens: Lens) -> Measure:
    def measure(dossier: Dossier, window: Window | None) -> Shown:
        last = window.last if window is not None and leaf.when == "window" else dossier.year
        first = {"year": last, "ever": -NEVER, "window": window.possible if window else last}[leaf.when]
        certain_from = window.sure if window and leaf.when == "window" else first
        since = opened(leaf.after, lens, dossier) if leaf.after else None
        if since is not None:
            certain_from, first = max(certain_from, since.sure + 1), max(first, since.possible + 1)
        found = _Count()
        for record, counts in lens.held(leaf.awards, leaf.commendations, dossier):
            if first <= record.year <= last:
                if counts is NOT_MET:
                    # A kind that the clause does not ask for is no bar: only one that grounds nothing on this route is.
                    found.barred = record.commendation if record.commendation in lens.excluded else found.barred
                    continue
                gap = lens.gap(record, leaf.commendations) if counts is UNKNOWN else ""
                found.add(record, counts, gap, certain=record.year >= certain_from, title=lens.is_title(record.award))
        hidden = _hidden(leaf, lens, dossier, first, found.years)
        outcome = between(found.sure, found.most + hidden, leaf.times)
        have = tuple(sorted(found.certain)) or found.barred
        missing = (*found.unclear, *([f"awards[{leaf.awards[0]}]"] if hidden else [])) if outcome is UNKNOWN else ()
        if outcome is UNKNOWN and since is not None:
            missing = tuple(dict.fromkeys((*missing, *since.missing)))
        if outcome is UNKNOWN and not missing and window is not None:
            missing = window_gap(window, dossier)  # it hangs on how far back the run itself goes
        return outcome, have, missing

    return measure


_Where = tuple[str, int]
"""An award and its year."""


@attrs.define
class _Count:
    """Counts awards: a title once a year, a form once a decision.

    An entry that does not say the day of its decision may be the same decision as another of its year.
    """

    barred: Commendation | None = None
    certain: set[int] = attrs.field(factory=set)
    _gaps: dict[str, None] = attrs.field(factory=dict)
    _met: dict[_Where, set[object]] = attrs.field(factory=dict)
    _dated: dict[_Where, set[object]] = attrs.field(factory=dict)
    _undated: dict[_Where, int] = attrs.field(factory=dict)

    def add(self, record: AwardRecord, counts: Outcome, gap: str, *, certain: bool, title: bool) -> None:
        """Add a record that falls where the leaf looks; ``gap`` is what would tell whether it counts."""
        where = (record.award, record.year)
        decision = where if title else (record.decided_on, record.commendation) if record.decided_on else None
        dated = self._dated.setdefault(where, set())
        if decision is None:
            self._undated[where] = self._undated.get(where, 0) + 1
        else:
            dated.add(decision)
        if counts is MET and certain:
            self.certain.add(record.year)
            self._met.setdefault(where, set()).update(set() if decision is None else {decision})
        elif counts is UNKNOWN:
            self._gaps[gap] = None

    @property
    def years(self) -> set[_Where]:
        """Which awards were held in which years, perhaps."""
        return set(self._dated)

    @property
    def sure(self) -> int:
        """How many they are at the least."""
        return sum(max(1, len(decisions)) for decisions in self._met.values())

    @property
    def most(self) -> int:
        """How many they may be."""
        return sum(map(len, self._dated.values())) + sum(self._undated.values())

    @property
    def unclear(self) -> tuple[str, ...]:
        """What would tell how many they are."""
        twins = [where for where, times in self._undated.items() if times + len(self._dated[where]) > 1]
        return (*self._gaps, *(f"awards[{award},{year}].decided_on" for award, year in twins))


def _hidden(leaf: Holds, lens: Lens, dossier: Dossier, first: int, seen: set[tuple[str, int]]) -> float:
    """Return how many more awards the unknown part of the record may hold."""
    unknown = range(max(first, earliest_record(dossier)), min(dossier.year + 1, dossier.complete["awards"]))
    if not unknown:
        return 0
    if not all(lens.is_title(award) for award in leaf.awards):
        return float("inf")
    return sum((award, year) not in seen for award in leaf.awards for year in unknown)
