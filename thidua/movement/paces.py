"""Does an indicator keep pace with its period? Asked of what adds up; of a level the question is a warning."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from importlib import import_module
from typing import Literal

import attrs

from thidua.errors import InputError, worded
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.indicator import Indicator
from thidua.model.spans import Span
from thidua.model.time import add_months, full_months
from thidua.movement.held import Held
from thidua.movement.indicators import Reason as NotReached

Reason = (
    NotReached
    | Literal[
        "stock",  # a level does not add up over the period
        "of-nothing",  # of a plan of 0 nothing is a share
    ]
)


@attrs.frozen(kw_only=True)
class OnPace:
    """How an indicator stands to the part of its period that is gone.

    Attributes:
        indicator: the indicator.
        outcome: MET: the share of the plan is not behind the share of the period (of what should stay low: not ahead);
            NOT_MET: it surely is; UNKNOWN: ``reason`` says why.
        elapsed: the part of the period that is gone, by months; None where its days are not known.
        rate: the share of the plan, exactly; None as in :class:`thidua.movement.indicators.Attainment`.
        possible: where that share may lie.
        reason: ``stock`` is a warning: a level was held against the calendar, or may be.
        missing: the indicator's attributes that would settle it.
    """

    indicator: Indicator
    outcome: Outcome
    elapsed: Fraction | None = None
    rate: Fraction | None = None
    possible: Span | None = None
    reason: Reason | None = None
    missing: tuple[str, ...] = ()

    @property
    def warning(self) -> bool:
        """A level is set beside the calendar: whatever the numbers, they say nothing of pace."""
        return self.reason == "stock"

    @property
    def finding(self) -> Finding:
        """The answer as a finding: ``need`` is the part of the period, ``have`` that of the plan."""
        about = About("pace", need=self.elapsed, subject=self.indicator)
        return fact(about, self.outcome, self.rate, missing=self.missing)

    def explain(self, locale: str = "vi") -> str:
        """Tell it in prose, in Vietnamese (``"vi"``) or English (``"en"``)."""
        text: str = import_module("thidua.wording.indicators").paced(self, locale)
        return text


def elapsed(since: date, before: date, as_of: date) -> Fraction:
    """Return which part of a period is gone at the end of a day, by months: a month begun counts by its days.

    Raises:
        InputError: the day lies outside the period, or the period is none.

    >>> elapsed(date(2023, 1, 1), date(2024, 1, 1), date(2023, 6, 30))
    Fraction(1, 2)
    >>> elapsed(date(2023, 1, 1), date(2024, 1, 1), date(2023, 7, 1)) - Fraction(1, 2)
    Fraction(1, 372)
    """
    if not since <= as_of < before:
        sentence = worded(
            "{as_of} is no day of the period from {since} until before {before}",
            as_of=as_of,
            since=since,
            before=before,
        )
        raise InputError.one("$.as_of", "contradiction", sentence)
    return _months(since, as_of + timedelta(days=1)) / _months(since, before)


def pace(indicator: Indicator) -> OnPace:
    """Hold the share of the plan that is done against the share of its period that is gone.

    Only what adds up (``flow``) keeps pace with a calendar. A coverage rate (``stock``) stands at a level: 87% of its
    plan at mid-year is neither ahead nor behind, and that it was compared at all is a warning, never a verdict.

    >>> half = date(2023, 6, 30)
    >>> jobs = Indicator(what="việc làm", plan=15000, actual=9450, direction="up", measure="flow", year=2023,
    ...                  as_of=half)
    >>> pace(jobs).outcome.name, pace(jobs).elapsed, pace(attrs.evolve(jobs, measure="stock")).reason
    ('MET', Fraction(1, 2), 'stock')
    """
    held = Held(indicator)
    gone = _gone(indicator)
    reason, missing = _unsaid(held) or (None, ())
    outcome = Outcome.UNKNOWN
    if reason is None and gone is not None:
        outcome = _held_against(held, gone)
        reason, missing = ("rough", (str(held.by),)) if outcome is Outcome.UNKNOWN else (None, ())
    return OnPace(
        indicator=indicator,
        outcome=outcome,
        elapsed=gone,
        rate=held.rate,
        possible=held.share,
        reason=reason,
        missing=missing,
    )


def _held_against(held: Held, gone: Fraction) -> Outcome:
    asked = Span(low=gone) if held.sense == "up" else Span(high=gone)
    have = held.share or Span()
    if asked.covers(have):
        return Outcome.MET
    return Outcome.UNKNOWN if asked.meets(have) else Outcome.NOT_MET


def _unsaid(held: Held) -> tuple[Reason, tuple[str, ...]] | None:
    """Say why the question has no answer, and what would give one."""
    each = held.indicator
    if each.measure != "flow":
        return ("stock", ()) if each.measure == "stock" else ("missing", ("measure",))
    if held.fault is not None:
        return held.fault
    if held.share is None:
        return "of-nothing", ()
    if each.estimate:
        return "estimate", (str(held.by),)
    days = {"as_of": each.as_of, "since": each.begins, "before": each.ends}
    if absent := tuple(name for name, day in days.items() if day is None):
        return "no-day", absent
    return _outside(each)


def _outside(each: Indicator) -> tuple[Reason, tuple[str, ...]] | None:
    if each.as_of is None or each.begins is None or each.ends is None:
        return None
    if each.as_of < each.begins:
        return "not-begun", ("as_of",)
    return ("late", ("as_of",)) if each.as_of >= each.ends else None


def _gone(each: Indicator) -> Fraction | None:
    if each.as_of is None or each.begins is None or each.ends is None or _outside(each):
        return None
    return elapsed(each.begins, each.ends, each.as_of)


def _months(since: date, end: date) -> Fraction:
    """Return the months between two days, that which has begun by its days."""
    months, days = full_months(since, end)
    length = (add_months(since, months + 1) - add_months(since, months)).days
    return months + Fraction(days, length)
