"""Targets of a document the caller brings: how much of what is awarded reaches whom, held against a batch."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from typing import Final

import attrs

from thidua.book.governing import award_for, law_for
from thidua.book.law import LawChoice, Placed
from thidua.model.award import Award
from thidua.model.bases import Given, given, path
from thidua.model.deciding import Share
from thidua.model.decision import Bases, Decision, persons
from thidua.model.finding import Outcome
from thidua.model.measure import Who, base_of, joined
from thidua.model.standing import Standing, asked_of, cell, possible
from thidua.people.aimed import TargetReport, TargetResult
from thidua.people.shares import sound, spoken_in
from thidua.people.tally import Tally, Target, judged, tallied

_LEADERS: Final = "leaders"
_CERTAIN: Final[frozenset[Standing]] = frozenset()
_OPEN: Final[frozenset[Standing]] = frozenset({"outside"})
"""What else a row may be of which a target may not speak."""


@attrs.define
class _Group:
    """The rows that one target may speak of in one unit and year, and of each whether it does."""

    placed: Placed[Share]
    unit: str | None
    year: int | None
    rows: list[tuple[Decision, bool | None, tuple[str, ...]]] = attrs.field(factory=list)


def check_shares(decisions: Iterable[Decision], law: LawChoice, bases: Bases | None = None) -> TargetReport:
    """Hold a batch of decisions against every target for a share that the law has.

    The law sets no such target: it comes from a document laid over it (``[[share]]``), such as a province's
    regulation. A target is held in each year, and in each unit where its document says so; a row that does not say
    its year or unit, beside others that do, may be of any of them. Awards count, not persons; of the leaders of a unit
    persons do, each once.

    UNKNOWN only where what is not known could turn the answer: a row without a class or groups may be of the measure;
    one that names no award, or no kind of commendation, where the target speaks of some, may be in its base.

    Args:
        decisions: the batch.
        law: a law; or ``law_on``, and each decision's day picks the law whose targets it stands under.
        bases: what no decision shows: ``{"leaders": 40}`` where the rows are of one unit (of several it may as well be
            the sum, and stands for none), or ``{"unit": {"leaders": 12}}``, the same in every year.

    Raises:
        UnknownTerm: an award that never was; a base that is none.
        InputError: rows that contradict themselves (:func:`thidua.shares`); a base that is no count; no date where the
            date was to pick the law.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> rows = [Decision(award="LĐTT", recipient="individual", official_class="direct-worker", count=600)]
    >>> report = check_shares(rows, law_on(date(2024, 12, 31)))
    >>> report.results, report.outcome.name
    ((), 'UNKNOWN')
    """
    counts = given(bases)
    rows = sound(decisions)
    spoken = spoken_in(rows)
    groups: dict[tuple[object, ...], _Group] = {}
    for index, row in enumerate(rows):
        current = law_for(row, law, f"$[{index}]")
        award, _ = award_for(row, current)
        for placed in current.of(Share):
            speaks, open_ = _speaks(placed.entry, row, award)
            if speaks is False:
                continue
            unit = row.unit if placed.entry.per == "unit" else None
            key = (placed.header.id, placed.entry.id, placed.entry.since, unit, row.year)
            group = groups.setdefault(key, _Group(placed, unit, row.year))
            group.rows.append((row, speaks, open_))
    alone = len({row.unit for row in rows}) <= 1
    made = [_with_adrift(group, groups.values()) for group in groups.values()]
    return TargetReport(results=tuple(_result(group, counts, spoken, alone=alone) for group in made))


def _with_adrift(group: _Group, groups: Iterable[_Group]) -> _Group:
    """Add the rows of groups that may be the same, where one of the two does not say its unit or year."""
    found: list[tuple[Decision, bool | None, tuple[str, ...]]] = []
    for other in groups:
        if other is group or (other.placed.header.id, other.placed.entry) != (
            group.placed.header.id,
            group.placed.entry,
        ):
            continue
        pairs = {"unit": (group.unit, other.unit), "year": (group.year, other.year)}
        apart = tuple(name for name, (one, another) in pairs.items() if one != another)
        if all(None in pairs[name] for name in apart):
            found += [(row, None, (*open_, *apart)) for row, _, open_ in other.rows]
    if not found:
        return group
    own = group.rows
    if group.year is None or (group.unit is None and group.placed.entry.per == "unit"):
        keys = tuple(dict.fromkeys(key for _, _, open_ in found for key in open_))
        own = [(row, None, (*open_, *keys)) for row, _, open_ in own]  # they may all be of a place that others name
    return attrs.evolve(group, rows=[*own, *found])


def _speaks(share: Share, row: Decision, award: Award | None) -> tuple[bool | None, tuple[str, ...]]:
    """Say whether a target speaks of a row, and which keys of the row leave that open."""
    open_ = []
    if share.awards or share.levels:
        if award is None:
            open_.append("award")
        elif (share.awards and award.id not in share.awards) or (share.levels and award.level not in share.levels):
            return False, ()
    if share.commendations:
        if row.commendation is None:
            open_.append("commendation")
        elif row.commendation not in share.commendations:
            return False, ()
    return (None if open_ else True), tuple(open_)


def _result(group: _Group, counts: Given, spoken: frozenset[str], *, alone: bool) -> TargetResult:
    share = group.placed.entry
    who = joined(share.parts).who
    target = Target(
        measure=share.name,
        base=str(share.base),
        at_least=None if share.at_least is None else Fraction(share.at_least),
        at_most=None if share.at_most is None else Fraction(share.at_most),
        at_most_count=share.at_most_count,
    )
    if share.base == _LEADERS:
        base, tally = Who(), _of_leaders(group, who, spoken, counts.of((_LEADERS,), group.unit, alone=alone))
        unbased = tally.given is None
    else:
        base, unbased = base_of(target.base, spoken), False
        tally = _of_awards(group, who, base, spoken)
    outcome = _by_count(tally, target) if unbased else judged(tally, target)
    made = TargetResult(
        rule=f"{group.placed.header.id}:{share.id}",
        unit=group.unit,
        year=group.year,
        target=target,
        tally=None if unbased else tally,
        count=tally.sure,
        outcome=outcome,
        citation=group.placed.citation,
        awards=share.awards,
        levels=share.levels,
        commendations=share.commendations,
        reading=share.reading,
    )
    if outcome is not Outcome.UNKNOWN:
        return made
    if unbased:
        return attrs.evolve(made, reason="base-unknown", missing=(path(_LEADERS, group.unit),))
    if not tally.open:
        return attrs.evolve(made, reason="nobody")
    return attrs.evolve(made, reason="recipients-unknown", missing=_missing(group, who, base, spoken))


def _of_awards(group: _Group, who: Who, base: Who, spoken: frozenset[str]) -> Tally:
    where = cache(lambda found: possible(found, who, base, spoken))
    return tallied(
        (where(cell(row)) | (_OPEN if speaks is None else _CERTAIN), row.count) for row, speaks, _ in group.rows
    )


def _of_leaders(group: _Group, who: Who, spoken: frozenset[str], leaders: int | None) -> Tally:
    found = [(row, speaks, possible(cell(row), who, Who(), spoken)) for row, speaks, _ in group.rows]
    sure = persons(row for row, speaks, where in found if speaks and where == {"measured"})
    most = persons(row for row, _, where in found if "measured" in where)
    return Tally(sure=sure, unknown=most - sure, given=leaders)


def _by_count(tally: Tally, target: Target) -> Outcome:
    """Hold a count against a target whose base is not known: the greatest count may be passed whatever the base."""
    cap = target.at_most_count
    if not tally.most and target.at_least is None:
        return Outcome.MET  # nobody passes no cap
    if cap is None or (tally.sure <= cap < tally.most):
        return Outcome.UNKNOWN
    if tally.sure > cap:
        return Outcome.NOT_MET
    return Outcome.MET if target.at_least is None and target.at_most is None else Outcome.UNKNOWN


def _missing(group: _Group, who: Who, base: Who, spoken: frozenset[str]) -> tuple[str, ...]:
    keys = set[str]()
    for row, _, open_ in group.rows:
        if possible(cell(row), who, base, spoken) != _OPEN:
            keys.update(open_, asked_of(cell(row), who, base, spoken))
    return tuple(sorted(keys))
