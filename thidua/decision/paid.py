"""What a bonus and a batch of bonuses answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from importlib import import_module
from typing import Any, Literal, TypeVar

import attrs

from thidua.decision.givers import place_of
from thidua.model.award import Award
from thidua.model.citation import Citation, Standing
from thidua.model.decision import Decision
from thidua.model.finding import Outcome
from thidua.model.outline import Unread
from thidua.model.paying import Fund
from thidua.model.vocabulary import Kind

RoundingMode = Literal["up", "nearest", "none"]
Reason = Literal["award-unknown", "award-not-in-force", "recipient", "unread", "multiple-not-read", "base-not-read"]
DoubtCode = Literal["no-subject", "no-year", "reading", "other-day", "rank", "achievements", "not-read"]
K = TypeVar("K")


@attrs.frozen(kw_only=True)
class Bonus:
    """The money that goes with one award to one recipient.

    No text read makes it another where the award is posthumous (truy tặng), and none says who then receives it.

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
        payer: whose fund pays: the ``decider``'s level, or the ``proposer``; None where no text read says.
        citation: the article of the multiple.
        base_citation: the article of the base salary.
        rounding_citation: the article of the rounding.
        payer_citation: the article on who pays.
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
    payer: Fund | None = None
    citation: Citation | None = None
    base_citation: Citation | None = None
    rounding_citation: Citation | None = None
    payer_citation: Citation | None = None

    @property
    def standing(self) -> Standing:
        """The weakest standing among the texts that the amount rests on."""
        texts = (self.citation, self.base_citation, self.rounding_citation)
        return max((text.standing for text in texts if text), default=Standing.VERIFIED)

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook_batches").bonus(self)
        return shown


@attrs.frozen(kw_only=True)
class Instead:
    """Why a row is not paid: another row of the batch is, and the clause that says so.

    Attributes:
        index: the place of the row that is paid.
        citation: the clause.
        reading: the named reading under which the clause stands, and its option.
    """

    index: int
    citation: Citation
    reading: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Doubt:
    """Why it is not certain that a row is paid beside others; the row stands paid.

    Attributes:
        code: ``no-subject`` (the row names nobody, or several, so that no other award of theirs could be found);
            ``no-year`` (the period counted for the title is not told, or is that of a movement); ``reading`` (the title
            crowns several years, and by one reading that is the period of no title of one year); ``other-day`` (another
            title of the same period was decided on another day, and the clause speaks of one time); ``rank`` (which
            title is the highest is not known); ``achievements`` (each form is paid if their times and achievements
            differ, which rows do not show); ``not-read`` (what several awards pay together was not read).
        rows: the places of the other rows it is about; none for ``no-subject``.
        citation: the clause that asks.
        unread: the text that governs but was not read.
    """

    code: DoubtCode
    rows: tuple[int, ...] = ()
    citation: Citation | None = None
    unread: Unread | None = None


@attrs.frozen(kw_only=True)
class BonusRow:
    """The money of one decision.

    Attributes:
        index: the decision's place in the batch.
        decision: the decision.
        bonus: the bonus of one recipient; None where the award is not known.
        reason: why there is no amount.
        instead: the row paid in place of this one; None where this one is paid.
        doubts: why it is not certain that it is.
    """

    index: int
    decision: Decision
    bonus: Bonus | None
    reason: Reason | None
    instead: Instead | None = None
    doubts: tuple[Doubt, ...] = ()

    @property
    def amount(self) -> int | None:
        """Đồng for the whole row: the rounded bonus times the decision's count; 0 where another row is paid instead.

        None where it is not computable.
        """
        if self.instead is not None:
            return 0
        if self.bonus is None or self.bonus.amount is None:
            return None
        return self.bonus.amount * self.decision.count

    @property
    def payer(self) -> str | None:
        """Who pays, as the row names them; ``decider`` or ``proposer`` where it does not; None where not known."""
        if self.bonus is None or self.bonus.payer is None:
            return None
        if self.bonus.payer == "proposer":
            return self.decision.proposed_by or "proposer"
        by = self.decision.authority
        return (by and (by.body or by.printed)) or "decider"


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
        return bool(self.ceilings)

    @property
    def ceilings(self) -> tuple[str, ...]:
        """The ids of the awards whose sums are the most that may be paid."""
        return tuple(dict.fromkeys(row.bonus.award.id for row in self._paid if row.bonus and row.bonus.ceiling))

    @property
    def by_award(self) -> dict[str, int]:
        """Đồng by award id."""
        return self._sums(lambda row: row.bonus.award.id if row.bonus else "")

    @property
    def by_recipient(self) -> dict[Kind, int]:
        """Đồng by kind of recipient."""
        return self._sums(lambda row: row.decision.recipient)

    @property
    def by_payer(self) -> dict[str, int]:
        """Đồng by who pays, as the first row names them; else ``decider``, ``proposer``, or ``unknown``.

        "UBND xã C", "Ủy ban nhân dân xã C" and its chair are one payer.
        """
        names: dict[str, str] = {}
        return self._sums(lambda row: names.setdefault(place_of(row.payer or "unknown"), row.payer or "unknown"))

    @property
    def unpaid(self) -> tuple[BonusRow, ...]:
        """The rows in whose place another is paid."""
        return tuple(row for row in self.rows if row.instead is not None)

    @property
    def in_doubt(self) -> tuple[BonusRow, ...]:
        """The rows that stand paid, though it is not certain that they are."""
        return tuple(row for row in self._paid if row.doubts)

    @property
    def not_computed(self) -> tuple[BonusRow, ...]:
        """The rows without an amount, each with its reason."""
        return tuple(row for row in self.rows if row.amount is None)

    def table(self, locale: str = "vi") -> tuple[dict[str, Any], ...]:
        """Return the payment list, a row for each decision, under headings in Vietnamese (``"vi"``) or English.

        Amounts are whole đồng and multiples decimals; what is not known is None and the last column says why. A frame
        is made of it as it is: ``pandas.DataFrame(report.table())``.
        """
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        made: tuple[dict[str, Any], ...] = import_module("thidua.wording.payments").table(self, locale)
        return made

    def explain(self, locale: str = "vi") -> str:
        """Tell the total, the sums by award, recipient and payer, and what is not paid, in doubt or not computed."""
        text: str = import_module("thidua.wording.payments").explain(self, locale)
        return text

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook_batches").bonuses(self)
        return shown

    @property
    def _paid(self) -> tuple[BonusRow, ...]:
        return tuple(row for row in self.rows if row.instead is None and row.amount is not None)

    def _sums(self, key: Callable[[BonusRow], K]) -> dict[K, int]:
        found: dict[K, int] = {}
        for row in self._paid:
            found[key(row)] = found.get(key(row), 0) + (row.amount or 0)
        return found
