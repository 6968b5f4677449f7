"""For how much: the money that goes with an award, exact, in đồng."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Literal, get_args

import attrs

from thidua.book.governing import award_for, law_for, unread_for
from thidua.book.law import E, Law, LawChoice, Placed
from thidua.errors import UnknownTerm
from thidua.model.award import Award
from thidua.model.citation import Citation
from thidua.model.deciding import Amount, BonusEntry, Rounding
from thidua.model.decision import Decision
from thidua.model.finding import Outcome
from thidua.model.outline import Unread
from thidua.model.vocabulary import Kind
from thidua.text import nearest

BASE_SALARY = "luong-co-so"
RoundingMode = Literal["up", "nearest", "none"]
Reason = Literal["award-unknown", "award-not-in-force", "recipient", "unread", "multiple-not-read", "base-not-read"]


@attrs.frozen(kw_only=True)
class Bonus:
    """The money that goes with one award to one recipient.

    Attributes:
        award: the award.
        recipient: ``individual``, ``collective`` or ``household``.
        amount: đồng, rounded; None where it cannot be computed.
        ceiling: the amount is the most that may be paid, not what is due.
        multiple: how many times the base salary; None where no text read says.
        base_salary: lương cơ sở, đồng a month, on the law's day; None where no text read says.
        rounding: ``up``, ``nearest`` (half up) or ``none``.
        step: the rounding's step in đồng.
        outcome: MET where the amount is known; UNKNOWN or NOT_MET with its ``reason``.
        reason: ``recipient`` (NOT_MET: the award cannot go to it); ``multiple-not-read``, ``base-not-read``, ``unread``
            (UNKNOWN); None where the amount is known.
        unread: the text that governs but was not read.
        reading: the named reading under which the rounding stands, and its option; empty for a plain text.
        citation: the article of the multiple.
        base_citation: the article of the base salary.
        rounding_citation: the article of the rounding.
    """

    award: Award
    recipient: Kind
    amount: int | None = None
    ceiling: bool = False
    multiple: Decimal | None = None
    base_salary: int | None = None
    rounding: RoundingMode = "none"
    step: int = 1
    outcome: Outcome = Outcome.UNKNOWN
    reason: Reason | None = None
    unread: Unread | None = None
    reading: Mapping[str, str] = attrs.field(factory=dict)
    citation: Citation | None = None
    base_citation: Citation | None = None
    rounding_citation: Citation | None = None


@attrs.frozen(kw_only=True)
class BonusRow:
    """The money of one decision: ``amount`` is the rounded bonus times the decision's count, None if not computable.

    ``index`` is the decision's place in the batch; ``reason`` says why there is no amount.
    """

    index: int
    decision: Decision
    bonus: Bonus | None
    reason: Reason | None

    @property
    def amount(self) -> int | None:
        """Đồng for the whole row."""
        if self.bonus is None or self.bonus.amount is None:
            return None
        return self.bonus.amount * self.decision.count


@attrs.frozen(kw_only=True)
class BonusReport:
    """The money of a batch.

    Attributes:
        rows: one for each decision, in order.
    """

    rows: tuple[BonusRow, ...]

    @property
    def total(self) -> int:
        """Đồng for all rows that can be computed; ``not_computed`` holds the others."""
        return sum(row.amount or 0 for row in self.rows)

    @property
    def ceiling(self) -> bool:
        """Say whether the total counts a ceiling, and so is the most that may be paid."""
        return any(row.bonus.ceiling for row in self.rows if row.bonus and row.amount is not None)

    @property
    def by_award(self) -> dict[str, int]:
        """Đồng by award id."""
        found: dict[str, int] = {}
        for row in self.rows:
            if row.bonus is not None and row.amount is not None:
                found[row.bonus.award.id] = found.get(row.bonus.award.id, 0) + row.amount
        return found

    @property
    def not_computed(self) -> tuple[BonusRow, ...]:
        """The rows without an amount, each with its reason."""
        return tuple(row for row in self.rows if row.amount is None)


def bonus(award: str | Award, recipient: Kind = "individual", *, law: Law) -> Bonus:
    """Return the money that goes with an award decided on the law's day.

    The base salary in force on the day of the decision, times the multiple, rounded as the decree of the day says.

    Args:
        award: by id, short form or official name.
        recipient: ``individual``, ``collective`` or ``household``.
        law: the law of the day of the decision; its reading ``bonus-rounding`` chooses the rounding.

    Raises:
        UnknownTerm: no such award or recipient.
        NotInForce: the award does not exist on the day.

    Source: NĐ 152/2025/NĐ-CP Điều 49-54; before 2025-07-01 NĐ 98/2023/NĐ-CP Điều 54-58; before 2024-01-01 NĐ
    91/2017/NĐ-CP Điều 68-73.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> day = date(2026, 1, 13)
    >>> paid = bonus("Giấy khen cấp xã", "household", law=law_on(day))
    >>> paid.amount, paid.multiple, paid.base_salary, paid.rounding, paid.step
    (1060000, Decimal('0.45'), 2340000, 'up', 10000)
    >>> bonus("Giấy khen cấp xã", "household", law=law_on(day, readings={"bonus-rounding": "none"})).amount
    1053000
    """
    if recipient not in get_args(Kind):
        raise UnknownTerm("recipient", recipient, nearest(recipient, get_args(Kind)))
    found = law.award(award)
    if recipient not in found.recipients:
        outcome = Outcome.NOT_MET
        return Bonus(award=found, recipient=recipient, outcome=outcome, reason="recipient", citation=found.citation)
    entry = _last(placed for placed in law.of(BonusEntry) if found.id in placed.entry.awards and _of(placed, recipient))
    salary = _last(placed for placed in law.of(Amount) if placed.entry.id == BASE_SALARY)
    rounding = _last(iter(law.of(Rounding)))
    unread = unread_for(law, found, BonusEntry.table, Amount.table, Rounding.table)
    made = Bonus(
        award=found,
        recipient=recipient,
        ceiling=entry is not None and entry.entry.ceiling,
        multiple=_of(entry, recipient) if entry else None,
        base_salary=salary.entry.value if salary else None,
        rounding=rounding.entry.mode if rounding else "none",
        step=rounding.entry.to if rounding else 1,
        unread=unread.entry if unread else None,
        reading=rounding.entry.reading if rounding else {},
        citation=entry.citation if entry else None,
        base_citation=salary.citation if salary else None,
        rounding_citation=rounding.citation if rounding else None,
    )
    if made.multiple is None or made.base_salary is None or unread is not None:
        reason: Reason = "unread" if unread else "multiple-not-read" if made.multiple is None else "base-not-read"
        return attrs.evolve(made, reason=reason)
    amount = rounded(Fraction(made.multiple) * made.base_salary, made.rounding, made.step)
    return attrs.evolve(made, amount=amount, outcome=Outcome.MET)


def bonuses(decisions: Iterable[Decision], law: LawChoice) -> BonusReport:
    """Return the money of a batch: each decision's bonus is rounded by itself, then taken ``count`` times.

    Each row is paid by itself: a person with two titles for one and the same period counts with both, although
    Điều 49 khoản 5 NĐ 152/2025 then pays the highest only.

    Args:
        decisions: the batch; a row that cannot be computed is said, never guessed.
        law: a law; or ``law_on``, and each decision's own day picks its law and base salary.

    Raises:
        UnknownTerm: a name that no award ever had.
        InputError: no date where the date was to pick the law.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> batch = [Decision(award="Bằng khen tỉnh", recipient="collective", count=39),
    ...          Decision(award="Bằng khen tỉnh", recipient="individual", count=63)]
    >>> bonuses(batch, law_on(date(2021, 7, 21))).total
    210090000
    """
    rows = []
    for index, decision in enumerate(decisions):
        current = law_for(decision, law, f"$[{index}]")
        award, exists = award_for(decision, current)
        if award is None or not exists:
            why: Reason = "award-unknown" if award is None else "award-not-in-force"
            rows.append(BonusRow(index=index, decision=decision, bonus=None, reason=why))
            continue
        paid = bonus(award, decision.recipient, law=current)
        rows.append(BonusRow(index=index, decision=decision, bonus=paid, reason=paid.reason))
    return BonusReport(rows=tuple(rows))


def rounded(exact: Fraction, mode: RoundingMode, step: int) -> int:
    """Round đồng: ``up`` to the next step, ``nearest`` with halves up, ``none`` to the đồng (halves up).

    >>> [rounded(Fraction(1192000), mode, 10000) for mode in ("up", "nearest", "none")]
    [1200000, 1190000, 1192000]
    """
    if mode == "up":
        return math.ceil(exact / step) * step
    to = 1 if mode == "none" else step
    return math.floor(exact / to + Fraction(1, 2)) * to


def _of(placed: Placed[BonusEntry], recipient: Kind) -> Decimal | None:
    multiple: Decimal | None = getattr(placed.entry, recipient)
    return multiple


def _last(found: Iterable[Placed[E]]) -> Placed[E] | None:
    """Take the latest document's word: documents lie oldest first, those the caller brings on top."""
    return next(iter(reversed(tuple(found))), None)
