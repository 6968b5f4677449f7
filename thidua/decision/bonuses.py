"""For how much: the money that goes with an award, exact, in đồng."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import attrs

from thidua.book.governing import award_for, law_for, of_a_day, unread_for
from thidua.book.law import E, Law, LawChoice, Placed
from thidua.decision.paid import Bonus, BonusReport, BonusRow, Reason, RoundingMode
from thidua.decision.payers import payer_of
from thidua.decision.together import settled
from thidua.errors import UnknownTerm
from thidua.model.award import Award
from thidua.model.deciding import Amount, BonusEntry, Rounding
from thidua.model.decision import Authority, Decision
from thidua.model.finding import Outcome
from thidua.model.vocabulary import Kind
from thidua.text import nearest

BASE_SALARY = "luong-co-so"


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

    Source: NĐ 152/2025/NĐ-CP Điều 49-55; before 2025-07-01 NĐ 98/2023/NĐ-CP Điều 54-59; before 2024-01-01 NĐ
    91/2017/NĐ-CP Điều 68-74. Who pays: Luật 06/2022/QH15 Điều 11 khoản 4.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> day = date(2026, 1, 13)
    >>> paid = bonus("Giấy khen cấp xã", "household", law=law_on(day))
    >>> paid.amount, paid.multiple, paid.base_salary, paid.rounding, paid.step
    (1060000, Decimal('0.45'), 2340000, 'up', 10000)
    >>> bonus("Giấy khen cấp xã", "household", law=law_on(day, readings={"bonus-rounding": "none"})).amount
    1053000
    >>> [bonus(name, law=law_on(day)).payer for name in ("CSTĐCS", "BKTTg")]
    ['decider', 'proposer']
    """
    return _bonus(award, recipient, law, None)


def _bonus(award: str | Award, recipient: Kind, law: Law, authority: Authority | None) -> Bonus:
    if recipient not in get_args(Kind):
        raise UnknownTerm("recipient", recipient, nearest(recipient, get_args(Kind)))
    found = of_a_day(law).award(award)
    if recipient not in found.recipients:
        outcome = Outcome.NOT_MET
        return Bonus(award=found, recipient=recipient, outcome=outcome, reason="recipient", citation=found.citation)
    entry = _last(placed for placed in law.of(BonusEntry) if found.id in placed.entry.awards and _of(placed, recipient))
    salary = _last(placed for placed in law.of(Amount) if placed.entry.id == BASE_SALARY)
    rounding = _last(iter(law.of(Rounding)))
    unread = unread_for(law, found, BonusEntry.table, Amount.table, Rounding.table)
    payer = payer_of(law, found, recipient, authority)
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
        payer=payer.entry.fund if payer else None,
        citation=entry.citation if entry else None,
        base_citation=salary.citation if salary else None,
        rounding_citation=rounding.citation if rounding else None,
        payer_citation=payer.citation if payer else None,
    )
    if made.multiple is None or made.base_salary is None or unread is not None:
        reason: Reason = "unread" if unread else "multiple-not-read" if made.multiple is None else "base-not-read"
        return attrs.evolve(made, reason=reason)
    amount = rounded(Fraction(made.multiple) * made.base_salary, made.rounding, made.step)
    return attrs.evolve(made, amount=amount, outcome=Outcome.MET)


def bonuses(decisions: Iterable[Decision], law: LawChoice) -> BonusReport:
    """Return the money of a batch: each decision's bonus is rounded by itself, then taken ``count`` times.

    Of several titles that one recipient receives at one time for one and the same period the highest alone is paid;
    titles of different periods, forms of commendation of different times and achievements, and a title beside a form
    are each paid. That needs ``subject`` and ``year`` on the rows: a row without them stands paid, and its ``doubts``
    say so. Whose fund pays is read off the row's ``authority``, or else off who may decide.

    Args:
        decisions: the batch; a row that cannot be computed is said, never guessed.
        law: a law; or ``law_on``, and each decision's own day picks its law and base salary.

    Raises:
        UnknownTerm: a name that no award ever had, or an office id that no law had.
        InputError: no date where the date was to pick the law.

    Source: NĐ 152/2025/NĐ-CP Điều 49; Luật 06/2022/QH15 Điều 11 khoản 4.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> batch = [Decision(award="Bằng khen tỉnh", recipient="collective", count=39),
    ...          Decision(award="Bằng khen tỉnh", recipient="individual", count=63)]
    >>> bonuses(batch, law_on(date(2021, 7, 21))).total
    210090000
    >>> one = [Decision(award=title, recipient="individual", subject="A", year=2025) for title in ("LĐTT", "CSTĐCS")]
    >>> report = bonuses(one, law_on(date(2025, 12, 31)))
    >>> report.total, [(row.index, row.instead.index) for row in report.unpaid]
    (2340000, [(0, 1)])
    """
    rows, laws = [], []
    for index, decision in enumerate(decisions):
        current = law_for(decision, law, f"$[{index}]")
        laws.append(current)
        award, exists = award_for(decision, current)
        if award is None or not exists:
            why: Reason = "award-unknown" if award is None else "award-not-in-force"
            rows.append(BonusRow(index=index, decision=decision, bonus=None, reason=why))
            continue
        paid = _bonus(award, decision.recipient, current, decision.authority)
        rows.append(BonusRow(index=index, decision=decision, bonus=paid, reason=paid.reason))
    return BonusReport(rows=settled(rows, laws))


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
