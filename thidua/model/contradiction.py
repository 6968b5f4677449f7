"""Facts that cannot all be true of one dossier, whoever is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Final, Protocol

from thidua.errors import Problem, worded
from thidua.model.bounds import COUNT, YEAR
from thidua.text import did_you_mean

if TYPE_CHECKING:
    from thidua.model.facts import AwardRecord, Members, YearRecord

LISTS: Final = ("years", "awards", "disciplines", "proceedings", "service", "posts")
"""The lists whose records may contradict one another or themselves."""


class Spell(Protocol):
    """A stretch of days; ``until`` None: still running."""

    @property
    def since(self) -> date:
        """The first day."""

    @property
    def until(self) -> date | None:
        """The last day."""


def known_from(known: int | Mapping[str, int] | None, names: Iterable[str]) -> Iterator[Problem]:
    """Find years that are not plausible, and names that are no list of a dossier's."""
    if not isinstance(known, Mapping):
        if known is not None and (fault := YEAR.fault(known)):
            yield Problem("$.known_from", "out-of-range", fault)
        return
    for name, year in known.items():
        if name not in names:
            sentence = worded("there is no list {name!r}{hint}", name=name, hint=did_you_mean(name, tuple(names)))
            yield Problem(f"$.known_from.{name}", "unknown-key", sentence)
        if fault := YEAR.fault(year):
            yield Problem(f"$.known_from.{name}", "out-of-range", fault)


def within(lists: Mapping[str, Iterable[tuple[int, Any]]]) -> Iterator[Problem]:
    """Find what contradicts itself inside one list; each record comes with its index in the list."""
    for name, records in lists.items():
        if name == "years":
            yield from _ratings(records)
        elif name == "awards":
            yield from _awards(records)
        else:
            yield from _spells(name, records)


def _ratings(years: Iterable[tuple[int, YearRecord]]) -> Iterator[Problem]:
    """Find years that are rated twice and differently."""
    seen: dict[int, str] = {}
    for index, record in years:
        if record.rating is not None and seen.setdefault(record.year, record.rating) != record.rating:
            sentence = worded(
                "two ratings for {year}: {first!r} and {rating!r}; keep the final one",
                year=record.year,
                first=seen[record.year],
                rating=record.rating,
            )
            yield Problem(f"$.years[{index}].rating", "contradiction", sentence)


def _spells(name: str, found: Iterable[tuple[int, Spell]]) -> Iterator[Problem]:
    """Find stretches of days that end before they begin, in the list of that name."""
    for index, spell in found:
        if spell.until is not None and spell.until < spell.since:
            sentence = worded("ends on {until}, before it begins on {since}", until=spell.until, since=spell.since)
            yield Problem(f"$.{name}[{index}].until", "contradiction", sentence)


def _awards(found: Iterable[tuple[int, AwardRecord]]) -> Iterator[Problem]:
    """Find awards decided before their year or after they were revoked, or for a period that ends before it begins."""
    for index, record in found:
        if record.decided_on is not None and record.decided_on.year < record.year:
            sentence = worded(
                "decided on {decided_on}, before the year it rewards, {year}",
                decided_on=record.decided_on,
                year=record.year,
            )
            yield Problem(f"$.awards[{index}].decided_on", "contradiction", sentence)
        if record.revoked_on is not None and record.decided_on is not None and record.revoked_on < record.decided_on:
            sentence = worded(
                "revoked on {revoked_on}, before it was decided on {decided_on}",
                revoked_on=record.revoked_on,
                decided_on=record.decided_on,
            )
            yield Problem(f"$.awards[{index}].revoked_on", "contradiction", sentence)
        if record.period is not None and record.period.until < record.period.since:
            sentence = worded(
                "ends with {until}, before it begins with {since}", until=record.period.until, since=record.period.since
            )
            yield Problem(f"$.awards[{index}].period.until", "contradiction", sentence)


def honoured(members: Members | None, holders: Mapping[str, int]) -> Iterator[Problem]:
    """Find more members honoured than there are, and counts below nothing."""
    for award, count in holders.items():
        if fault := COUNT.fault(count):
            yield Problem(f"$.holders.{award}", "out-of-range", fault)
    if members is None:
        return
    if members.completed is not None and members.completed < (members.advanced or 0) <= members.total:
        sentence = worded(
            "{advanced} is more than the {completed} members who completed their tasks",
            advanced=members.advanced,
            completed=members.completed,
        )
        yield Problem("$.members.advanced", "contradiction", sentence)
    parts = (("members.completed", members.completed), ("members.advanced", members.advanced))
    for name, part in (*parts, *((f"holders.{award}", count) for award, count in holders.items())):
        if part is not None and part > members.total:
            sentence = worded("{part} is more than the {total} members there are", part=part, total=members.total)
            yield Problem(f"$.{name}", "contradiction", sentence)


def begun(year: int, joined: date | None, founded: date | None, received: date | None) -> Iterator[Problem]:
    """Find records of a year before there was anybody to have one, and dossiers received before their year."""
    if received is not None and received.year < year:
        yield Problem(
            "$.received",
            "contradiction",
            worded("{received} is before the year of the dossier, {year}", received=received, year=year),
        )
    for name, day in (("joined", joined), ("founded", founded)):
        if day is not None and day.year > year:
            yield Problem(
                f"$.{name}",
                "contradiction",
                worded("{day} is after the year of the dossier, {year}", day=day, year=year),
            )
