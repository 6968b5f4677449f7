"""How many may have it: caps on an award or a rating, counted over a batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

import attrs

from thidua.book.governing import award_for, law_for, unread_for
from thidua.book.law import Law, LawChoice, Placed
from thidua.decision.capped import RateReport, RateResult, caveats_on, known_by
from thidua.decision.peers import Peers
from thidua.decision.shown import Counted, Place, Shown, Stood, rated_once
from thidua.model.bases import given, path
from thidua.model.deciding import Rate
from thidua.model.decision import Bases, Decision, StaffRating, persons
from thidua.model.finding import Finding, Outcome
from thidua.model.outline import Unread

__all__ = ["RateReport", "RateResult", "check_rates"]


@attrs.define
class _Group:
    """The rows that one cap, or one text not read, bears on in one place."""

    source: Placed[Rate] | Placed[Unread]
    law: Law
    words: tuple[str, ...]
    place: Place
    unread: Placed[Unread] | None = None
    rows: list[Counted] = attrs.field(factory=list)


@attrs.frozen
class _Asked:
    """A row with the law that governs it, and its award or rating."""

    stood: Stood
    law: Law
    caps: tuple[Placed[Rate], ...]
    unread: Placed[Unread] | None


def check_rates(
    decisions: Iterable[Decision],
    law: LawChoice,
    bases: Bases | None = None,
    ratings: Iterable[StaffRating] = (),
) -> RateReport:
    """Check every cap in force against a batch of decisions, and of ratings.

    A cap is checked for each unit (or proposer, or peer group of a unit) and year that received one of its awards, or
    its rating. A row without a unit or a year, beside others that name one, may be of any of them: UNKNOWN where that
    would turn the answer; where no row names one they are all of one. People are counted once where rows carry a
    ``subject``; a row without one stands for ``count`` people seen nowhere else. A row whose award is not named, does
    not exist on its day or cannot go to its recipient is left to :func:`~thidua.decision.powers.check_power` and
    ``check_recipient``.

    Args:
        decisions: the batch, whole: a base of ``holders`` is counted from its own rows. Without a row for any base
            award in the unit and year the base is not known.
        law: a law; or ``law_on``, and each decision's day picks the law whose cap it stands under.
        bases: what no decision shows: ``{"holders": 1194}`` where the rows are of one unit (of several it may as well
            be the sum, and stands for none), ``{"unit": {"strength": 80}}``, or for one peer group
            ``{"unit": {"group": {"strength": 30}}}``, the same in every year. What is given here takes the place of
            what is counted, as it is. Where the law takes shares of two bases of one kind, a base is known only by its
            whole name, ``base_name``.
        ratings: the ratings of the year, whole: caps on a rating count them, and so does a base of ``rated``.

    Raises:
        UnknownTerm: an award that never was; a base that is none.
        InputError: a base that is no count; somebody rated twice; no date where the date was to pick the law.

    Source: NĐ 91/2017/NĐ-CP Điều 9 khoản 3 and Điều 11, until 2023-12-31; NĐ 335/2025/NĐ-CP Điều 20 khoản 5, since
    2026-01-01. Whether fighters listed apart are added to the base of the first is the law's reading ``cap-base``,
    whether those rated excellent stand in that of the last ``excellent-base``.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> year = [Decision(award="LĐTT", recipient="individual", unit="Hồng Ngự", count=1194),
    ...         Decision(award="CSTĐCS", recipient="individual", unit="Hồng Ngự", count=123)]
    >>> [cap] = check_rates(year, law_on(date(2020, 12, 31)), {"holders": 1194}).results
    >>> cap.outcome.name, cap.count, cap.base, cap.allowed, cap.headroom, cap.base_kind
    ('MET', 123, 1194, 179, 56, 'holders')
    >>> check_rates(year, law_on(date(2024, 12, 31))).results
    ()
    """
    counts = given(bases)
    asked = [*_awarded(decisions, law, unlimited := dict[str, None]()), *_rated(ratings, law)]
    shown = Shown.of(each.stood for each in asked)
    groups: dict[tuple[object, ...], _Group] = {}
    for each in asked:
        sources: tuple[Placed[Rate] | Placed[Unread], ...] = each.caps or ((each.unread,) if each.unread else ())
        for source in sources:
            entry = source.entry
            words = entry.words if isinstance(entry, Rate) else (each.stood.word,)
            per = entry.per if isinstance(entry, Rate) else "unit"
            for place in (found for found in shown.places(each.stood.row) if found.per == per):
                group = groups.setdefault(_key(source, words, place), _Group(source, each.law, words, place))
                group.rows.append(each.stood.row)
                group.unread = group.unread or each.unread
    peers = Peers(shown, counts)
    return RateReport(
        results=tuple(_result(group, peers) for group in groups.values()),
        unlimited=tuple(unlimited),
        splits=tuple(_splits(groups.values(), peers)),
    )


def _key(source: Placed[Rate] | Placed[Unread], words: tuple[str, ...], place: Place) -> tuple[object, ...]:
    return (source.header.id, source.entry.id, source.entry.since, words, place)


def _splits(groups: Iterable[_Group], peers: Peers) -> Iterator[Finding]:
    """Yield what is wrong with the peer groups of each unit, once for each cap."""
    units: dict[tuple[object, ...], list[_Group]] = {}
    for group in groups:
        if group.place.per == "group":
            units.setdefault(_key(group.source, group.words, group.place._replace(group=None)), []).append(group)
    for parts in units.values():
        rate = parts[0].source.entry
        if isinstance(rate, Rate):
            rows = [row for part in parts for row in part.rows]
            yield from peers.split(parts[0].source, parts[0].place, known_by(rate, parts[0].law), rows)


def _awarded(decisions: Iterable[Decision], law: LawChoice, unlimited: dict[str, None]) -> list[_Asked]:
    found = []
    for index, decision in enumerate(decisions):
        current = law_for(decision, law, f"$[{index}]")
        award, exists = award_for(decision, current)
        if award is None or not exists or decision.recipient not in award.recipients:
            continue
        caps = tuple(placed for placed in current.of(Rate) if award.id in placed.entry.awards)
        unread = unread_for(current, award, Rate.table)
        found.append(_Asked(Stood(decision, award.id), current, caps, unread))
        if not caps and unread is None:
            unlimited[award.id] = None
    return found


def _rated(ratings: Iterable[StaffRating], law: LawChoice) -> list[_Asked]:
    found = []
    for index, row in enumerate(rated_once(ratings)):
        current = law_for(row, law, f"ratings[{index}]")
        caps = tuple(placed for placed in current.of(Rate) if placed.entry.rating == row.rating)
        unread = next(
            (placed for placed in current.unread_of(row.rating) if placed.entry.stops and current.stops), None
        )
        found.append(_Asked(Stood(row, row.rating), current, caps, unread))
    return found


def _result(group: _Group, peers: Peers) -> RateResult:
    entry = group.source.entry
    made = RateResult(
        rule=f"{group.source.header.id}:{entry.id}",
        awards=entry.awards if isinstance(entry, Rate) else group.words,
        unit=group.place.unit,
        group=group.place.group,
        year=group.place.year,
        count=persons(group.rows),
        outcome=Outcome.UNKNOWN,
        citation=group.source.citation,
        reason="unread",
        unread=group.unread.entry if group.unread else None,
        caveats=caveats_on(group.words, group.law),
    )
    if not isinstance(entry, Rate):
        return made
    names = known_by(entry, group.law)
    base = peers.base(entry, group.place, names)
    made = attrs.evolve(
        made,
        rating=entry.rating,
        base=base.number if base else None,
        base_kind=entry.base,
        base_name=entry.base_name,
        base_awards=entry.base_awards,
        base_rating=entry.base_rating,
        limit=entry.at_most,
        rounding=entry.rounding,
        reading=entry.reading,
    )
    if group.unread is not None:
        return made
    if group.place.per == "group" and group.place.group is None:
        return attrs.evolve(made, base=None, reason="group-unknown", missing=("peer_group",))
    if base is None:
        return attrs.evolve(made, reason="base-unknown", missing=(path(names[-1], made.unit, made.group),))
    outcome = peers.judged(entry, group.place, base, group.rows)
    if outcome is Outcome.UNKNOWN:
        missing = peers.unsaid(group.place)
        why: Literal["group-unknown", "place-unknown"] = (
            "place-unknown" if missing[0] != "peer_group" else "group-unknown"
        )
        return attrs.evolve(made, reason=why, missing=missing)
    return attrs.evolve(made, reason=None, outcome=outcome, otherwise=_otherwise(group, entry, peers, outcome))


def _otherwise(group: _Group, rate: Rate, peers: Peers, outcome: Outcome) -> dict[str, Outcome]:
    """Judge the same cap under each reading of its text that is not in use; return what is answered otherwise."""
    law, found = group.law, dict[str, Outcome]()
    for name in rate.reading:
        placed = law.reading(name)
        for option in placed.entry.options if placed is not None else ():
            if option == law.readings[name]:
                continue
            other = Law(law.day, law.statute.rebuild({**law.readings, name: option}))
            for cap in other.of(Rate):
                if (cap.header.id, cap.entry.id, cap.entry.words) == (group.source.header.id, rate.id, rate.words):
                    base = peers.base(cap.entry, group.place, known_by(cap.entry, other))
                    told = Outcome.UNKNOWN if base is None else peers.judged(cap.entry, group.place, base, group.rows)
                    if told is not outcome:
                        found[option] = told
    return found
