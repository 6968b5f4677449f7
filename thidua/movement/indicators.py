"""Was a target reached? What was done over what was planned, exactly, as far as the figures and their days tell."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from importlib import import_module
from typing import Literal

import attrs

from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.indicator import Indicator
from thidua.model.spans import Span
from thidua.movement.held import Fault, Held

Reason = (
    Fault
    | Literal[
        "rough",  # the figures were rounded or softened, and lie on both sides of the plan
        "estimate",  # an estimate is not yet what happened
        "no-day",  # the day of the figures, or that of the plan, is not given
        "not-begun",  # the figures are of a day before the period
        "not-due",  # the figures are of a day before the last, and may still change sides
        "late",  # the figures are of a day after the last, and may have changed sides since
    ]
)


@attrs.frozen(kw_only=True)
class Attainment:
    """How an indicator stands to its plan.

    Attributes:
        indicator: the indicator.
        outcome: MET: reached in time; NOT_MET: surely not; UNKNOWN: ``reason`` says why, ``missing`` what would
            settle it.
        exceeded: whether more than that was reached, asked in the same way.
        as_printed: the outcome as the report means it: numbers are what is printed, rounded or not, an estimate is what
            happened, and figures without a day are those of the last one.
        exceeded_as_printed: the same of ``exceeded``.
        rate: actual over plan, exactly: 1 is all of it. None where a figure is softened (gần, hơn) or missing, of a
            plan of 0, and where one rose and the other fell.
        possible: where that share may lie, as the figures were rounded or softened.
        reason: why the outcome is not known.
        missing: the indicator's attributes that would settle it.
    """

    indicator: Indicator
    outcome: Outcome
    exceeded: Outcome
    as_printed: Outcome
    exceeded_as_printed: Outcome
    rate: Fraction | None = None
    possible: Span | None = None
    reason: Reason | None = None
    missing: tuple[str, ...] = ()

    @property
    def finding(self) -> Finding:
        """The answer as a finding: ``need`` is the plan, ``have`` what was reached."""
        each = self.indicator
        about = About("attainment", need=each.plan, subject=each)
        return fact(about, self.outcome, each.actual or each.attained, missing=self.missing)

    def explain(self, locale: str = "vi") -> str:
        """Tell it in prose, in Vietnamese (``"vi"``) or English (``"en"``)."""
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.indicators").attained(self, locale)
        return text


def attainment(indicator: Indicator) -> Attainment:
    """Hold what was reached against the plan, and the day of the figures against the period.

    Figures of the period's last day settle it. Those of an earlier day only where nothing can change it back: a flow
    that reached its plan, or went past the most it may be. A level may still rise or fall, an estimate (ước) may come
    out otherwise, and without the day nobody knows whether the figures are the last: all these are UNKNOWN, and
    ``as_printed`` says how the numbers stand. A figure with a unit was rounded: "92%" of a plan of 92% may be a little
    less.

    >>> from datetime import date
    >>> jobs = Indicator(what="việc làm", plan=15000, actual=9450, direction="up", measure="flow", year=2023)
    >>> found = attainment(attrs.evolve(jobs, as_of=date(2023, 6, 30)))
    >>> found.rate, found.outcome.name, found.reason
    (Fraction(63, 100), 'UNKNOWN', 'not-due')
    >>> attainment(attrs.evolve(jobs, as_of=date(2023, 12, 31))).outcome.name
    'NOT_MET'
    """
    held = Held(indicator)
    if held.fault is not None:
        why, missing = held.fault
        unknown = dict.fromkeys(("outcome", "exceeded", "as_printed", "exceeded_as_printed"), Outcome.UNKNOWN)
        return Attainment(
            indicator=indicator, rate=held.rate, possible=held.share, reason=why, missing=missing, **unknown
        )
    outcome, reason, missing = _settled(held, beyond=False)
    return Attainment(
        indicator=indicator,
        outcome=outcome,
        exceeded=_settled(held, beyond=True)[0],
        as_printed=_settled(held, beyond=False, printed=True)[0],
        exceeded_as_printed=_settled(held, beyond=True, printed=True)[0],
        rate=held.rate,
        possible=held.share,
        reason=reason,
        missing=missing,
    )


def _settled(held: Held, *, beyond: bool, printed: bool = False) -> tuple[Outcome, Reason | None, tuple[str, ...]]:
    """Say whether what the numbers come to holds of the plan, as their day and the period's last stand."""
    each, by = held.indicator, str(held.by)
    verdict = held.against(beyond=beyond, printed=printed)
    if each.as_of is None or each.ends is None:
        absent = {"as_of": each.as_of, "before": each.ends}
        missing = tuple(name for name, day in absent.items() if day is None)
        return _numbers(held, verdict, printed=printed) if printed else (Outcome.UNKNOWN, "no-day", missing)
    last = each.ends - timedelta(days=1)
    if each.as_of == last:
        return _numbers(held, verdict, printed=printed)
    if each.begins is not None and each.as_of < each.begins:
        return Outcome.UNKNOWN, "not-begun", (by, "as_of")
    early = each.as_of < last
    # What adds up never shrinks: past its plan it stays, and short of it at a later day it was so before.
    past = (verdict is Outcome.MET) == (held.sense == "up")
    lasts = verdict is not Outcome.UNKNOWN and past == early and not held.crossed
    if lasts and each.measure == "flow":
        return _numbers(held, verdict, printed=printed)
    asked = ("measure",) if lasts and each.measure is None else (by, "as_of")
    return Outcome.UNKNOWN, "not-due" if early else "late", asked


def _numbers(held: Held, verdict: Outcome, *, printed: bool) -> tuple[Outcome, Reason | None, tuple[str, ...]]:
    """Say what the numbers come to, where their day bears it."""
    if verdict is Outcome.UNKNOWN:
        return verdict, "rough", (str(held.by),)
    if held.indicator.estimate and not printed:
        return Outcome.UNKNOWN, "estimate", (str(held.by),)
    return verdict, None, ()
