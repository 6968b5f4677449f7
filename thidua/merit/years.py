"""Awards held: years running, or times."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import attrs

from thidua.merit.measures import MET, NOT_MET, UNKNOWN, Measure, Shown, Window, between
from thidua.model.condition import Holds
from thidua.model.dossier import NEVER, Dossier
from thidua.model.facts import AwardRecord
from thidua.model.finding import Outcome
from thidua.model.vocabulary import Commendation

LONGEST = 100
"""No record is looked at further back than this many years."""
_NO_YEARS: frozenset[int] = frozenset()


@attrs.frozen
class Lens:
    """How the law of the day looks back over a record.

    Attributes:
        is_title: whether an award is an emulation title: one a year, always counting.
        excluded: kinds of prior commendation that may not ground the route in question.
        titles_too: whether a title given in one of these kinds does not ground it either.
        barrable: whether an award can be given in one of these kinds at all.
        after_discipline: whether years count only after a disciplinary measure was served.
        own: the form of commendation in question, where only what came after it was given last counts for it again.
        route: the kinds of commendation whose route it is.
        once: whether an award that another form's decision states in its period counts no more.
        resets: whether anything of this bounds how far back years count.
    """

    is_title: Callable[[str], bool]
    excluded: frozenset[Commendation] = frozenset()
    titles_too: bool = False
    barrable: Callable[[str], bool] = lambda _: True
    after_discipline: bool = False
    own: str | None = None
    route: frozenset[Commendation] = frozenset()
    once: bool = False
    resets: bool = attrs.field(init=False)

    @resets.default
    def _resets(self) -> bool:
        return self.after_discipline or self.own is not None

    def counts(self, record: AwardRecord, wanted: tuple[Commendation, ...]) -> Outcome:
        """Say whether a record may count, of the kinds of commendation wanted (none: all)."""
        if self.is_title(record.award):
            return NOT_MET if self.titles_too and record.commendation in self.excluded else MET
        if not (self.excluded or wanted):
            return MET
        if record.commendation is None:
            return UNKNOWN if wanted or self.barrable(record.award) else MET
        barred = record.commendation in self.excluded or bool(wanted and record.commendation not in wanted)
        return NOT_MET if barred else MET

    def sure_from(self, dossier: Dossier) -> int:
        """The first year that counts for certain: after the last measure served, none being unlisted."""
        served = max(dossier.served_until, dossier.complete["disciplines"]) if self.after_discipline else -NEVER
        return served if self.own is None else max(served, *self.given_again(dossier))

    def possible_from(self, dossier: Dossier) -> int:
        """The first year that may count: the one in which the last measure ended, for what came after."""
        end = dossier.served_on
        served = end.year if self.after_discipline and end is not None else -NEVER
        return served if self.own is None else max(served, self.given_again(dossier)[0])

    def given_again(self, dossier: Dossier) -> tuple[int, int]:
        """Return the year after the one in which the form itself was given last: for certain, and perhaps."""
        sure = perhaps = -NEVER
        for record in dossier.held.get(self.own or "", ()):
            year = last_year(record) + 1
            if year > dossier.year or (record.commendation is not None and record.commendation not in self.route):
                continue
            perhaps = max(perhaps, year)
            if record.commendation is not None:
                sure = max(sure, year)
        return sure, perhaps

    def spent(self, record: AwardRecord, dossier: Dossier) -> bool:
        """Say whether the award lies in the period that the decision on another form of commendation states."""
        return self.once and any(
            other is not record
            and other.period is not None
            and not self.is_title(other.award)
            and other.period.since <= record.year <= other.period.until
            for others in dossier.held.values()
            for other in others
        )


def last_year(record: AwardRecord) -> int:
    """Return the last year that an award rewards: of its period where its decision states one."""
    return record.period.until if record.period else record.year


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
        certain, possible, undated = _counted(awards, lens, dossier)
        hidden = range(earliest_record(dossier), dossier.complete["awards"])

        def may(year: int) -> bool:
            return year >= possible and (year in sure or year in unsure or year in hidden)

        have = tuple(sorted(year for year in sure if year >= possible))
        ends = range(last, last - LONGEST, -1) if leaf.anywhere else (last,)
        if any(_chain(end, need, steps, lambda year: year in sure and year >= certain) for end in ends):
            return MET, have, ()
        if not any(_chain(end, need, steps, may) for end in ends):
            return NOT_MET, have, ()
        if leaf.anywhere:
            return UNKNOWN, have, (f"awards[{awards[0]}]",)
        looked_at = [year for year in range(last - (need - 1) * leaf.spacing, last + 1) if may(year)]
        unclear = [f"awards[{awards[0]},{year}].commendation" for year in looked_at if year in unsure]
        absent = [f"awards[{awards[0]},{year}]" for year in looked_at if year not in sure | unsure]
        undecided = [f"awards[{awards[0]},{year}].decided_on" for year in looked_at if year == undated and year in sure]
        unlisted = ["disciplines"] if any(year in sure and undated != year < certain for year in looked_at) else []
        return UNKNOWN, have, (*unclear, *absent, *undecided, *unlisted)

    return measure


def _counted(awards: Iterable[str], lens: Lens, dossier: Dossier) -> tuple[int, int, int | None]:
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
) -> tuple[set[int], set[int]]:
    """Return the years in which one of the awards was held, for certain and perhaps."""
    found: dict[Outcome, set[int]] = {MET: set(), UNKNOWN: set(), NOT_MET: set()}
    for award in awards:
        for record in dossier.held.get(award, ()):
            found[lens.counts(record, wanted)].add(record.year)
    return found[MET], found[UNKNOWN] - found[MET]


def earliest_record(dossier: Dossier) -> int:
    """Return the first year of which something may be unknown: before it the subject had no record."""
    return max(dossier.began if dossier.began is not None else -NEVER, dossier.year - LONGEST)


def _times(leaf: Holds, lens: Lens) -> Measure:
    def measure(dossier: Dossier, window: Window | None) -> Shown:
        last = window.last if window is not None and leaf.when == "window" else dossier.year
        first = {"year": last, "ever": -NEVER, "window": window.possible if window else last}[leaf.when]
        certain_from = window.sure if window and leaf.when == "window" else first
        if leaf.after:
            since = opened(leaf.after, lens, dossier)
            certain_from, first = max(certain_from, since[0] + 1), max(first, since[1] + 1)
        found = _Count()
        for award in leaf.awards:
            for record in dossier.held.get(award, ()):
                if first <= record.year <= last and not lens.spent(record, dossier):
                    counts = lens.counts(record, leaf.commendations)
                    found.add(record, counts, certain=record.year >= certain_from, title=lens.is_title(award))
        hidden = _hidden(leaf, lens, dossier, first, found.years)
        outcome = between(found.sure, found.sure + found.open + hidden, leaf.times)
        have = tuple(sorted(found.certain)) or found.barred
        missing = (*found.unclear, *([f"awards[{leaf.awards[0]}]"] if hidden else [])) if outcome is UNKNOWN else ()
        if outcome is UNKNOWN and not missing and window is not None:
            missing = (f"years[{window.sure - 1}].rating",)  # it hangs on how far back the run itself goes
        if outcome is UNKNOWN and not missing and leaf.after:
            missing = (f"awards[{leaf.after[0]}].commendation",)
        return outcome, have, missing

    return measure


def opened(awards: Iterable[str], lens: Lens, dossier: Dossier) -> tuple[int, int]:
    """Return the year of the first of these awards held: for certain, and perhaps; ``NEVER`` where none is."""
    sure = possible = NEVER
    for award in awards:
        for record in dossier.held.get(award, ()):
            counts = lens.counts(record, ())
            if counts is not NOT_MET:
                possible = min(possible, last_year(record))
                sure = min(sure, last_year(record)) if counts is MET else sure
    if earliest_record(dossier) < dossier.complete["awards"]:
        possible = min(possible, earliest_record(dossier))
    return sure, possible


@attrs.define
class _Count:
    """Counts awards: a title once a year, a form once a decision; what may be the same thing twice is open."""

    sure: int = 0
    open: int = 0
    barred: Commendation | None = None
    certain: set[int] = attrs.field(factory=set)
    years: set[tuple[str, int]] = attrs.field(factory=set)
    unclear: dict[str, None] = attrs.field(factory=dict)
    _seen: set[object] = attrs.field(factory=set)
    _dated: dict[tuple[str, int], bool] = attrs.field(factory=dict)

    def add(self, record: AwardRecord, counts: Outcome, *, certain: bool, title: bool) -> None:
        """Add a record that falls where the leaf looks."""
        where = (record.award, record.year)
        if counts is NOT_MET:
            self.barred = record.commendation
            return
        key = where if title else (*where, record.decided_on, record.commendation)
        if key in self._seen and (title or record.decided_on is not None):
            return
        self._seen.add(key)
        self.years.add(where)
        # Two entries of one year are two decisions only where both say their days.
        twin = not title and where in self._dated and not (self._dated[where] and record.decided_on is not None)
        self._dated[where] = self._dated.get(where, True) and record.decided_on is not None
        if counts is MET and certain and not twin:
            self.sure += 1
            self.certain.add(record.year)
            return
        self.open += 1
        if counts is UNKNOWN:
            self.unclear[f"awards[{record.award},{record.year}].commendation"] = None
        elif twin:
            self.unclear[f"awards[{record.award},{record.year}].decided_on"] = None


def _hidden(leaf: Holds, lens: Lens, dossier: Dossier, first: int, seen: set[tuple[str, int]]) -> float:
    """Return how many more awards the unknown part of the record may hold."""
    unknown = range(max(first, earliest_record(dossier)), min(dossier.year + 1, dossier.complete["awards"]))
    if not unknown:
        return 0
    if not all(lens.is_title(award) for award in leaf.awards):
        return float("inf")
    return sum((award, year) not in seen for award in leaf.awards for year in unknown)
