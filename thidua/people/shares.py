"""Whom the awards reached: exact shares by the five official classes, and never a hidden target."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from thidua.book.catalogue import award as ever
from thidua.book.governing import award_for, law_for
from thidua.book.law import LawChoice
from thidua.errors import InputError, Problem, UnknownTerm, worded
from thidua.model.award import Award
from thidua.model.decision import Decision
from thidua.model.measure import BASES, CLASSES, GROUPS, MEASURES, SMALL
from thidua.model.standing import Cell, cell
from thidua.people.reached import ShareReport, Since
from thidua.people.tally import Reached, Target
from thidua.text import nearest

__all__ = ["BASES", "CLASSES", "MEASURES", "Reached", "ShareReport", "Since", "Target", "shares", "shares_by"]

WAYS: Final[Mapping[str, Callable[[Decision, Award | None], object]]] = MappingProxyType(
    {
        "award": lambda _, award: award.id if award else None,
        "level": lambda _, award: award.level if award else None,
        "commendation": lambda row, _: row.commendation,
        "unit": lambda row, _: row.unit,
        "year": lambda row, _: row.year,
    }
)
"""By what a batch may be split, and where a row says it."""
UNKNOWN: Final = "unknown"
"""The key of the rows that do not say it."""


def shares(decisions: Iterable[Decision]) -> ShareReport:
    """Count whom a batch of awards reached.

    Each row counts ``count`` times. An individual without a class is ``unknown`` and stays so: it is in the base and
    in no class. A row without ``groups`` may be of any group, one with a list is of those and no others. Collectives
    are counted apart. The law sets no national share; see :meth:`~thidua.people.reached.ShareReport.check`.

    Args:
        decisions: the batch: any awards, levels and years the caller wants to look at together.

    Raises:
        InputError: a row that gives a class to a collective or a household, or calls one that is no collective small.

    Source: forms 0602.N and 0603.N/BNV-TĐKT of TT 2/2023/TT-BNV (the five classes of individuals).

    >>> from decimal import Decimal
    >>> report = shares([
    ...     Decision(award="LĐTT", recipient="individual", official_class="direct-worker", count=600),
    ...     Decision(award="LĐTT", recipient="individual", official_class="leader-other", count=399),
    ...     Decision(award="LĐTT", recipient="individual", official_class="entrepreneur"),
    ...     Decision(award="TTLĐTT", recipient="collective", count=61)])
    >>> report.people, report.officials, report.entrepreneurs, report.collectives
    (Fraction(3, 5), Fraction(399, 1000), Fraction(1, 1000), 61)
    >>> report.check("people", at_least=Decimal("0.6")).outcome.name
    'MET'
    >>> report.check("people").code
    'no-target'
    """
    rows = sound(decisions)
    return counted(rows, spoken_in(rows))


def shares_by(decisions: Iterable[Decision], by: str, law: LawChoice | None = None) -> dict[str, ShareReport]:
    """Split a batch and count whom the awards of each part reached.

    Args:
        decisions: as for :func:`shares`.
        by: ``award``, ``level``, ``commendation``, ``unit`` or ``year``.
        law: whose awards the rows name, where a document of the caller's has its own; absent: those of every day.

    Returns:
        The parts by their keys, in the order of the rows. A key is the award's id, a word, the unit or the year in
        figures; rows that do not say it are a part of their own, ``"unknown"``.

    Raises:
        UnknownTerm: no such way to split; an award that never was.
        InputError: as :func:`shares`; no date where the date was to pick the law.

    >>> parts = shares_by([
    ...     Decision(award="LĐTT", recipient="individual", official_class="direct-worker", unit="A"),
    ...     Decision(award="LĐTT", recipient="individual", official_class="leader-other")], "unit")
    >>> {unit: report.people for unit, report in parts.items()}
    {'A': Fraction(1, 1), 'unknown': Fraction(0, 1)}
    """
    if by not in WAYS:
        raise UnknownTerm("way to split a batch", by, nearest(by, WAYS))
    rows = sound(decisions)
    parts: dict[str, list[Decision]] = {}
    for index, row in enumerate(rows):
        award = _award(row, law, f"$[{index}]") if by in ("award", "level") else None
        key = WAYS[by](row, award)
        parts.setdefault(UNKNOWN if key is None else str(key), []).append(row)
    spoken = spoken_in(rows)
    return {key: counted(part, spoken) for key, part in parts.items()}


def _award(row: Decision, law: LawChoice | None, path: str) -> Award | None:
    if law is None or row.award is None:
        return None if row.award is None else ever(row.award)
    return award_for(row, law_for(row, law, path))[0]


def sound(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the rows of a batch.

    Raises:
        InputError: rows that contradict themselves.
    """
    rows = tuple(decisions)
    problems = [problem for index, row in enumerate(rows) for problem in _faults(row, f"$[{index}]")]
    if problems:
        raise InputError(problems)
    return rows


def spoken_in(rows: Iterable[Decision]) -> frozenset[str]:
    """Return the groups that some row names, and those that everybody may be asked about."""
    return frozenset(GROUPS).union(*(row.groups for row in rows if row.groups))


def counted(rows: Iterable[Decision], spoken: frozenset[str]) -> ShareReport:
    """Count rows that have no fault, being all or a part of a batch whose rows name the groups ``spoken``."""
    counts = dict.fromkeys((*CLASSES, "household", "unknown"), 0)
    cells: dict[Cell, int] = {}
    groups: dict[str, int] = {}
    collectives = 0
    for row in rows:
        found = cell(row)
        cells[found] = cells.get(found, 0) + row.count
        for name in sorted(found.groups or ()):
            groups[name] = groups.get(name, 0) + row.count
        if row.recipient == "collective":
            collectives += row.count
        else:
            counts["household" if row.recipient == "household" else row.official_class or "unknown"] += row.count
    return ShareReport(
        counts=MappingProxyType(counts),
        collectives=collectives,
        groups=MappingProxyType(groups),
        cells=MappingProxyType(cells),
        spoken=spoken,
    )


def _faults(row: Decision, path: str) -> Iterator[Problem]:
    if row.official_class is not None and row.recipient != "individual":
        sentence = worded("only an individual has an official class, not a {recipient}", recipient=row.recipient)
        yield Problem(f"{path}.class", "contradiction", sentence)
    if row.recipient != "collective" and SMALL in (row.groups or ()):
        sentence = worded(
            "only a collective is in the group {small!r}, not a {recipient}", small=SMALL, recipient=row.recipient
        )
        yield Problem(f"{path}.groups", "contradiction", sentence)
