"""What an indicator's figures give beside its plan: an exact share, where it may lie, or why neither can be told."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import Final, Literal

import attrs

from thidua.model.finding import Outcome
from thidua.model.indicator import Direction, Indicator
from thidua.model.likeness import things_of
from thidua.model.printed import Figure
from thidua.model.spans import Span

Fault = Literal[
    "missing",  # a figure, or the direction, is not given
    "things",  # plan and actual count different things
    "of-less",  # a percentage of a plan of which less is better: its two figures would tell what it means
    "contradiction",  # the percentage printed is not that of the two figures
]
_CENT: Final = Fraction(1, 100)
_FIGURES: Final[tuple[str, ...]] = ("plan", "actual")


@attrs.frozen(slots=False)
class Held:
    """What an indicator's figures give beside its plan: by plan and actual, else by the percentage printed."""

    indicator: Indicator

    @property
    def by(self) -> str | None:
        """The attribute that says what was reached; None where none does."""
        each = self.indicator
        if each.plan is not None and each.actual is not None:
            return "actual"
        return "attained" if each.attained is not None else None

    @cached_property
    def fault(self) -> tuple[Fault, tuple[str, ...]] | None:
        """Why the figures cannot be held against a plan, and what would settle it."""
        each = self.indicator
        absent = tuple(name for name in _FIGURES if getattr(each, name) is None)
        if self.by is None:
            return "missing", (*absent, *(() if each.sense else ("direction",)))
        if each.sense is None:
            return "missing", ("direction",)
        if self.by == "attained":
            return ("of-less", absent) if each.sense == "down" else None
        if things_of({"plan": each.plan, "actual": each.actual}):
            return "things", _FIGURES
        return ("contradiction", (*_FIGURES, "attained")) if self._contradicted() else None

    @property
    def goal(self) -> Fraction:
        """The number to reach: the plan's, or 1 where a share of it is told."""
        plan = self.indicator.plan
        return plan.amount() if self.by == "actual" and plan is not None else Fraction(1)

    @property
    def point(self) -> Fraction | None:
        """What was reached, as printed; None where a word softens it."""
        found = self._reached()
        return found.amount() * self._sign() if found is not None and found.qualifier is None else None

    @property
    def span(self) -> Span:
        """Where what was reached may lie."""
        found = self._reached()
        return found.possible().scaled(self._sign()) if found is not None else Span()

    @property
    def crossed(self) -> bool:
        """The plan speaks of a rise and the report of a fall, or the reverse."""
        return self.by == "actual" and self._sign() < 0

    @property
    def rate(self) -> Fraction | None:
        """What was reached over what was to be reached."""
        return None if self.crossed or not self.goal or self.point is None else self.point / self.goal

    @property
    def share(self) -> Span | None:
        """Where that may lie."""
        return self.span.scaled(1 / self.goal) if self.by is not None and self.goal > 0 else None

    def against(self, *, beyond: bool, printed: bool = False) -> Outcome:
        """Hold what was reached against the plan; ``beyond``: more than it; ``printed``: by the number printed."""
        point = self.point if printed else None
        have = self.span if point is None else Span(low=point, high=point)
        plan = self.indicator.plan
        strictly = beyond or (plan is not None and plan.qualifier in ("above", "below"))
        goal = self.goal
        asked = Span(low=goal, low_open=strictly) if self.sense == "up" else Span(high=goal, high_open=strictly)
        if asked.covers(have):
            return Outcome.MET
        return Outcome.UNKNOWN if asked.meets(have) else Outcome.NOT_MET

    @property
    def sense(self) -> Direction | None:
        """Which way of the number printed is better."""
        return self.indicator.sense

    def _reached(self) -> Figure | None:
        return None if self.by is None else getattr(self.indicator, self.by)

    def _sign(self) -> Fraction:
        """1, or -1 where what was reached goes the other way than the plan; a percentage in hundredths."""
        if self.by != "actual":
            return _CENT
        each = self.indicator
        falls = [figure is not None and figure.change == "down" for figure in (each.plan, each.actual)]
        return Fraction(-1 if falls[0] != falls[1] else 1)

    def _contradicted(self) -> bool:
        said, share = self.indicator.attained, self.share
        if said is None or share is None or self.sense != "up":
            return False
        return not (said.possible().meets(share.scaled(1 / _CENT)) or said.stretched().meets(share.scaled(1 / _CENT)))
