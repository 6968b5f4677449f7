"""How many may have it: caps on an award, counted over a batch of decisions."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, get_args

import attrs

from thidua.book.law import LawChoice, Placed
from thidua.decision.governing import award_for, law_for, unread_for
from thidua.errors import InputError, UnknownTerm
from thidua.model.citation import Citation
from thidua.model.deciding import Rate
from thidua.model.decision import Bases, Decision
from thidua.model.finding import Outcome
from thidua.model.outline import Unread
from thidua.text import nearest

BaseKind = Literal["holders", "strength", "rated", "standard"]
BASES: Final[tuple[BaseKind, ...]] = get_args(BaseKind)
_Received = dict[tuple[str, str | None, int | None, str], list[Decision]]
"""The rows by ``per``, unit or proposer, year and award."""


@attrs.frozen(kw_only=True)
class RateResult:
    """One cap on one unit in one year.

    Attributes:
        rule: the document and the id of the cap, ``"91/2017/NĐ-CP:9.3"``; of the text not read, where that is all.
        awards: ids of the awards it caps.
        unit: the unit, or the proposer where the cap is ``per = "proposer"``; None where the rows name none.
        year: the achievement year of the rows; None where they name none.
        count: how many received it.
        base: how many the share is taken of; None when not known.
        base_kind: ``holders``, ``strength``, ``rated`` or ``standard``.
        base_awards: the awards whose holders (or standard) the base counts.
        limit: the greatest share, ``Decimal("0.15")``.
        rounding: how ``base x limit`` turns into a count: ``floor`` or ``ceil``.
        outcome: MET, NOT_MET, or UNKNOWN with its ``reason``.
        reason: ``base-unknown`` or ``unread``; None when the outcome is certain.
        missing: the path in ``bases`` that would settle it.
        unread: the text that governs but was not read.
        reading: the named reading under which the cap stands, and its option; empty for a plain text.
        citation: the article of the cap.
    """

    rule: str
    awards: tuple[str, ...]
    unit: str | None
    year: int | None
    count: int
    outcome: Outcome
    citation: Citation
    base: int | None = None
    base_kind: BaseKind | None = None
    base_awards: tuple[str, ...] = ()
    limit: Decimal | None = None
    rounding: Literal["floor", "ceil"] | None = None
    reason: Literal["base-unknown", "unread"] | None = None
    missing: tuple[str, ...] = ()
    unread: Unread | None = None
    reading: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def share(self) -> Fraction | None:
        """The exact share that received it; None without a base."""
        return Fraction(self.count, self.base) if self.base else None

    @property
    def allowed(self) -> int | None:
        """The greatest number that may receive it."""
        if self.base is None or self.limit is None:
            return None
        return _allowed(self.base, self.limit, self.rounding)

    @property
    def headroom(self) -> int | None:
        """How many more may receive it; negative when there are too many."""
        return None if self.allowed is None else self.allowed - self.count

    @property
    def base_name(self) -> str | None:
        """The denominator by name, in ids: ``"holders of lao-dong-tien-tien or chien-si-tien-tien"``."""
        if self.base_kind is None or not self.base_awards:
            return self.base_kind
        return f"{self.base_kind} of {' or '.join(self.base_awards)}"


@attrs.frozen(kw_only=True)
class RateReport:
    """What :func:`check_rates` answers.

    Attributes:
        results: one for each cap, unit and year, in the order of the decisions.
        unlimited: ids of awards with decisions on which the law of their day sets no cap, every text that governs rates
            having been read.
    """

    results: tuple[RateResult, ...]
    unlimited: tuple[str, ...]


@attrs.define
class _Group:
    """The rows that one cap, or one text not read, bears on in one unit and year."""

    source: Placed[Rate] | Placed[Unread]
    awards: tuple[str, ...]
    unit: str | None
    year: int | None
    unread: Placed[Unread] | None = None
    rows: list[Decision] = attrs.field(factory=list)


def check_rates(decisions: Iterable[Decision], law: LawChoice, bases: Bases | None = None) -> RateReport:
    """Check every cap in force against a batch of decisions.

    A cap is checked for each unit (or proposer) and year that received one of its awards; a row without a unit or a
    year is a group of its own. People are counted once where rows carry a ``subject``; a row without one stands for
    ``count`` people seen nowhere else. A row whose award is not named, does not exist on its day or cannot go to its
    recipient is left to :func:`~thidua.decision.powers.check_power` and ``check_recipient``.

    Args:
        decisions: the batch, whole: a base of ``holders`` is counted from its own rows. Without a row for any base
            award in the unit and year the base is not known.
        law: a law; or ``law_on``, and each decision's day picks the law whose cap it stands under.
        bases: what no decision shows: ``{"holders": 1194}`` for all units, or ``{"unit": {"strength": 80}}``, the
            same in every year. ``holders`` given here takes the place of those counted, as it is.

    Raises:
        UnknownTerm: an award that never was; a base that is none of ``holders``, ``strength``, ``rated``, ``standard``.
        InputError: a base that is no count; no date where the date was to pick the law.

    Source: NĐ 91/2017/NĐ-CP Điều 9 khoản 3 and Điều 11, until 2023-12-31. Whether fighters listed apart are added to
    the base of the former is the law's reading ``cap-base``.

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
    given = _checked(bases or {})
    received: _Received = {}
    groups: dict[tuple[object, ...], _Group] = {}
    unlimited: dict[str, None] = {}
    for index, decision in enumerate(decisions):
        current = law_for(decision, law, f"$[{index}]")
        award, exists = award_for(decision, current)
        if award is None or not exists or decision.recipient not in award.recipients:
            continue
        for per in ("unit", "proposer"):
            received.setdefault((per, _place(decision, per), decision.year, award.id), []).append(decision)
        unread = unread_for(current, award, Rate.table)
        rates = tuple(placed for placed in current.of(Rate) if award.id in placed.entry.awards)
        sources: tuple[Placed[Rate] | Placed[Unread], ...] = rates or ((unread,) if unread else ())
        for source in sources:
            entry = source.entry
            awards = entry.awards if isinstance(entry, Rate) else (award.id,)
            unit = _place(decision, entry.per if isinstance(entry, Rate) else "unit")
            key = (source.header.id, entry.id, entry.since, awards, unit, decision.year)
            group = groups.setdefault(key, _Group(source, awards, unit, decision.year))
            group.rows.append(decision)
            group.unread = group.unread or unread
        if not sources:
            unlimited[award.id] = None
    results = tuple(_result(group, received, given) for group in groups.values())
    return RateReport(results=results, unlimited=tuple(unlimited))


def _checked(bases: Bases) -> Bases:
    for name, value in bases.items():
        inner = value if isinstance(value, Mapping) else {name: value}
        for kind, count in inner.items():
            if kind not in BASES:
                raise UnknownTerm("base", kind, nearest(kind, BASES))
            if type(count) is not int or count < 0:
                place = f"bases.{name}.{kind}" if inner is value else f"bases.{kind}"
                raise InputError.one(place, "bad-value", f"expected a count, got {count!r}")
    return bases


def _place(decision: Decision, per: str) -> str | None:
    return decision.proposed_by if per == "proposer" else decision.unit


def _people(rows: Iterable[Decision]) -> int:
    named: dict[str, int] = {}
    unnamed = 0
    for row in rows:
        if row.subject is None:
            unnamed += row.count
        else:
            named[row.subject] = max(row.count, named.get(row.subject, 0))
    return unnamed + sum(named.values())


def _allowed(base: int, limit: Decimal, rounding: str | None) -> int:
    exact = base * Fraction(limit)
    return math.ceil(exact) if rounding == "ceil" else math.floor(exact)


def _result(group: _Group, received: _Received, bases: Bases) -> RateResult:
    entry = group.source.entry
    made = RateResult(
        rule=f"{group.source.header.id}:{entry.id}",
        awards=group.awards,
        unit=group.unit,
        year=group.year,
        count=_people(group.rows),
        outcome=Outcome.UNKNOWN,
        citation=group.source.citation,
        reason="unread",
        unread=group.unread.entry if group.unread else None,
    )
    if not isinstance(entry, Rate):
        return made
    made = attrs.evolve(
        made,
        base=_base(entry, group, received, bases),
        base_kind=entry.base,
        base_awards=entry.base_awards,
        limit=entry.at_most,
        rounding=entry.rounding,
        reading=entry.reading,
    )
    if group.unread is not None:
        return made
    if made.allowed is None:
        path = [name for name in ("bases", group.unit, entry.base) if name is not None]
        return attrs.evolve(made, reason="base-unknown", missing=(".".join(path),))
    return attrs.evolve(made, reason=None, outcome=Outcome.MET if made.count <= made.allowed else Outcome.NOT_MET)


def _base(rate: Rate, group: _Group, received: _Received, bases: Bases) -> int | None:
    own = bases.get(group.unit) if group.unit is not None else None
    if isinstance(own, Mapping) and rate.base in own:
        return own[rate.base]
    for_all = bases.get(rate.base)
    if isinstance(for_all, int):
        return for_all
    if rate.base != "holders":
        return None

    def rows(awards: tuple[str, ...]) -> list[Decision]:
        keys = ((rate.per, group.unit, group.year, award) for award in awards)
        return [row for key in keys for row in received.get(key, ())]

    if not rows(rate.base_awards):
        # Nothing shown is not nobody: the batch may simply leave the lower title out.
        return None
    named = dict.fromkeys((*rate.base_awards, *(rate.awards if rate.includes else ())))
    return _people(rows(tuple(named)))
