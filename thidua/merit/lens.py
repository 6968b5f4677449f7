"""How awards on record count: which of them, since when, and what the record leaves open of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from thidua.merit.measures import MET, NOT_MET, UNKNOWN
from thidua.model.dossier import NEVER, Dossier
from thidua.model.facts import AwardRecord
from thidua.model.finding import Outcome
from thidua.model.time import full_years
from thidua.model.vocabulary import Commendation

LONGEST = 100
"""No record is looked at further back than this many years."""
LONGEST_RUN = 50
"""No run of years is followed further back than this many years."""


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
        from_decision: whether the time since an award runs from the day of its decision.
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
    from_decision: bool = False
    once: bool = False
    resets: bool = attrs.field(init=False)

    @resets.default
    def _resets(self) -> bool:
        return self.after_discipline or self.own is not None

    def held(
        self, awards: Iterable[str], wanted: tuple[Commendation, ...], dossier: Dossier
    ) -> Iterator[tuple[AwardRecord, Outcome]]:
        """Yield the records of these awards, and whether each counts; one that is used up is none."""
        for award in awards:
            for record in dossier.held.get(award, ()):
                counts = self.counts(record, wanted)
                if self.once:
                    unspent = _unspent(record, self.is_title, dossier)
                    if unspent is NOT_MET:
                        continue
                    counts = min(counts, unspent)
                yield record, counts

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

    def too_soon(self, record: AwardRecord, years: int, dossier: Dossier) -> bool:
        """Say whether so many years cannot have passed since the award, by the calendar from its decision."""
        day = record.decided_on if self.from_decision else None
        return day is not None and full_years(day, dossier.proposal_day) < years

    def gap(self, record: AwardRecord, wanted: tuple[Commendation, ...]) -> str:
        """Name what would tell whether a record counts."""
        unsaid = self.counts(record, wanted) is UNKNOWN
        return f"awards[{record.award},{record.year}].commendation" if unsaid else "awards"

    def sure_from(self, dossier: Dossier) -> int:
        """The first year that counts for certain: after all that holds back, and all that may."""
        served = dossier.served_until if self.after_discipline else -NEVER
        return max(served, self.given_again(dossier), self.held_back(dossier))

    def possible_from(self, dossier: Dossier) -> int:
        """The first year that may count: the one in which the last measure ended, for what came after."""
        end = dossier.served_on
        served = end.year if self.after_discipline and end is not None else -NEVER
        return max(served, self.given_again(dossier))

    def given_again(self, dossier: Dossier) -> int:
        """Return the year after the one in which the form itself was given last, for all that is known."""
        return max((year for year, counts in self._own(dossier) if counts is MET), default=-NEVER)

    def held_back(self, dossier: Dossier) -> int:
        """Return the first year that counts whatever the record may leave unsaid."""
        return max((year for year, _ in self._doubts(dossier)), default=-NEVER)

    def gaps(self, dossier: Dossier, first: int) -> tuple[str, ...]:
        """Name what would tell whether the years from ``first`` on count at all."""
        return tuple(name for year, name in self._doubts(dossier) if year > first)

    def _own(self, dossier: Dossier) -> Iterator[tuple[int, Outcome]]:
        """Yield the years after those in which the form itself was given on this route, for certain or perhaps."""
        for record in dossier.held.get(self.own or "", ()):
            year = last_year(record) + 1
            if year <= dossier.year and (
                not record.commendation or not self.route or record.commendation in self.route
            ):
                yield year, UNKNOWN if record.commendation is None and self.route else MET

    def _doubts(self, dossier: Dossier) -> Iterator[tuple[int, str]]:
        """Yield what may hold the years back that the record does not tell: up to which year, and what would tell."""
        if self.after_discipline:
            if dossier.complete["disciplines"] > dossier.served_until:
                yield dossier.complete["disciplines"], "disciplines"
            for item in dossier.ends_unsaid:
                yield dossier.proposal_day.year + 1, f"disciplines[{item.since}].until"
        if self.own is not None:
            for year, counts in self._own(dossier):
                if counts is UNKNOWN:
                    yield year, f"awards[{self.own},{year - 1}].commendation"
            if earliest_record(dossier) < dossier.complete["awards"]:
                yield min(dossier.complete["awards"], dossier.year + 1), f"awards[{self.own}]"


def _unspent(record: AwardRecord, is_title: Callable[[str], bool], dossier: Dossier) -> Outcome:
    """Say whether the award lies outside the periods that the decisions on other forms of commendation state."""
    for award, others in dossier.held.items():
        if award == record.award or is_title(award):
            continue
        for other in others:
            if other.period is not None and other.period.since <= record.year <= other.period.until:
                return NOT_MET
    return UNKNOWN if record.year < dossier.complete["awards"] else MET


def last_year(record: AwardRecord) -> int:
    """Return the last year that an award rewards: of its period where its decision states one."""
    return record.period.until if record.period else record.year


def earliest_record(dossier: Dossier) -> int:
    """Return the first year of which something may be unknown: before it the subject had no record."""
    return max(dossier.began if dossier.began is not None else -NEVER, dossier.year - LONGEST)


@attrs.frozen
class Opened:
    """The first year in which one of some awards was held: for certain, and perhaps; ``NEVER`` where none is."""

    sure: int
    possible: int
    missing: tuple[str, ...]
    """What would tell which of the two."""


def opened(
    awards: tuple[str, ...], lens: Lens, dossier: Dossier, wanted: tuple[Commendation, ...] = (), years: int = 0
) -> Opened:
    """Find the first of these awards since which so many years may have passed.

    It is far in the past where an unknown part of the record may hold it.
    """
    sure = possible = NEVER
    missing: dict[str, None] = {}
    for record, counts in lens.held(awards, wanted, dossier):
        year = last_year(record)
        if counts is NOT_MET or year > dossier.year or lens.too_soon(record, years, dossier):
            continue
        possible = min(possible, year)
        if counts is MET:
            sure = min(sure, year)
        else:
            missing[lens.gap(record, wanted)] = None
    if earliest_record(dossier) < min(dossier.complete["awards"], sure):
        possible = min(possible, earliest_record(dossier))
        missing[f"awards[{awards[0]}]"] = None
    return Opened(sure, possible, tuple(missing) if sure != possible else ())
