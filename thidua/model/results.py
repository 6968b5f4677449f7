"""What the members of a cluster achieved: one figure for one member and one criterion."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.model.bounds import YEAR
from thidua.model.deciding import Exact


@attrs.frozen(kw_only=True)
class Figure:
    """A figure of one member for one criterion; without a number or an answer it is not known.

    Attributes:
        member: whose it is.
        criterion: the id of the criterion.
        value: the number; with ``plan`` what was done of it.
        at_least: where only so much is known ("hơn 63%"): it is this or more.
        at_most: it is this or less.
        plan: the plan (kế hoạch, chỉ tiêu) that it is held against.
        unit: its unit, as printed; ``"%"`` without a plan: percent of the plan.
        answer: yes or no.
        source: where it was read.

    Raises:
        InputError: a number and bounds, bounds that cross, an answer beside a number, or a plan of nothing.
    """

    member: str
    criterion: str
    value: Exact | None = None
    at_least: Exact | None = None
    at_most: Exact | None = None
    plan: Exact | None = None
    unit: str | None = None
    answer: bool | None = None
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        problems = []
        bounded = self.at_least is not None or self.at_most is not None
        if self.value is not None and bounded:
            problems.append(Problem("$.value", "one-of", worded("say the value, or at_least and at_most")))
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            sentence = worded(
                "at least {at_least} and at most {at_most} is no number", at_least=self.at_least, at_most=self.at_most
            )
            problems.append(Problem("$.at_least", "contradiction", sentence))
        if self.answer is not None and (self.value is not None or bounded or self.plan is not None):
            problems.append(Problem("$.answer", "one-of", worded("say the answer, or a number")))
        if self.plan is not None and self.plan <= 0:
            problems.append(Problem("$.plan", "out-of-range", worded("a plan is above 0, not {plan}", plan=self.plan)))
        if problems:
            raise InputError(problems)

    @property
    def known(self) -> bool:
        """Whether it says anything: a number, a bound or an answer."""
        return any(each is not None for each in (self.value, self.at_least, self.at_most, self.answer))

    def bounds(self, *, attainment: bool = False) -> tuple[Fraction | None, Fraction | None]:
        """Return the least and the greatest number that it may be, None where nothing bounds it.

        Args:
            attainment: in percent of its plan.

        >>> Figure(member="A", criterion="1", value=Fraction(45), plan=Fraction(40)).bounds(attainment=True)[0]
        Fraction(225, 2)
        """
        factor = 100 / Fraction(self.plan) if attainment and self.plan is not None else Fraction(1)
        low, high = (self.value, self.value) if self.value is not None else (self.at_least, self.at_most)
        return (
            None if low is None else Fraction(low) * factor,
            None if high is None else Fraction(high) * factor,
        )


@attrs.frozen(kw_only=True)
class ClusterResults:
    """The figures of the members of a cluster in a year; a figure that is not there is not known.

    Attributes:
        cluster: the cluster, by id or name.
        year: the year of the achievements.
        figures: the figures, each of one member for one criterion.
        source: where they were read.

    Raises:
        InputError: a member has two figures for one criterion.
    """

    cluster: str
    year: int = attrs.field(validator=YEAR)
    figures: tuple[Figure, ...] = ()
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        counted = Counter((each.member, each.criterion) for each in self.figures)
        problems = [
            Problem(
                f"$.figures[{index}]",
                "duplicate",
                worded("{member!r} has two figures for {criterion!r}", member=each.member, criterion=each.criterion),
            )
            for index, each in enumerate(self.figures)
            if counted[each.member, each.criterion] > 1
        ]
        if problems:
            raise InputError(problems)
