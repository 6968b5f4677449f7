"""An indicator (chỉ tiêu): what was planned, what was done, by which day, and what the figures are of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, Literal, get_args

import attrs
from attrs.converters import optional

from thidua.errors import InputError, Problem, worded
from thidua.exact import problems_of, word, wrong
from thidua.model.bounds import YEAR
from thidua.model.likeness import of_one_unit, same_sense
from thidua.model.printed import DIGITS, Figure, Qualifier

Direction = Literal["up", "down"]
Measure = Literal["flow", "stock"]

_FLIPPED: Final[dict[Direction, Direction]] = {"up": "down", "down": "up"}
_BOUNDS: Final[dict[Qualifier, Direction]] = {"above": "up", "at-least": "up", "below": "down", "at-most": "down"}
"""Which way the words before a plan's number point."""


def _figured(given: Figure | int | Decimal) -> Figure:
    if isinstance(given, Figure):
        return given
    if isinstance(given, Decimal) or (type(given) is int and abs(given) < 10**DIGITS):
        return Figure(value=Decimal(given))
    raise wrong(worded("a figure, or an exact number"), given)


@attrs.frozen(kw_only=True)
class Indicator:
    """An indicator with its plan and what was reached of it; what is absent is not known.

    A number is an int, a ``Decimal``, or a :class:`~thidua.model.printed.Figure` where it has a unit, a scale or a word
    before it; text as printed is read by :func:`thidua.people.numerals.figure` and by
    :func:`~thidua.interchange.loading.load_indicators`.

    Attributes:
        what: what it measures, in the words of the plan or the report.
        plan: the number to reach, exactly that; "ít nhất" and "không quá" say on which side of it, "trên" and "dưới"
            that the number itself is not enough.
        actual: what was reached, in the unit of the plan. "Ước" makes it an estimate.
        attained: the percentage of the plan that the report prints: actual over plan.
        direction: ``up``: more of it is better; ``down``: less is. Absent, the words before the plan's number may tell.
        measure: ``flow`` adds up over the period (revenue, jobs); ``stock`` stands at a level (a coverage rate).
        year: the calendar year it is planned for; other periods are told by ``since`` and ``before``.
        since: the first day of its period.
        before: the first day on which it is too late: of "trong năm 2023" 2024-01-01.
        as_of: the day whose end the figures show.
        where: where the report or the plan says so.

    Raises:
        InputError: nothing that it measures, figures of different units or senses, a plan that is no number or points
            against the direction, a number that can be read in two ways, a period that ends before it begins.

    >>> jobs = Indicator(what="việc làm", plan=15000, actual=9450, measure="flow", year=2023)
    >>> jobs.begins.isoformat(), jobs.ends.isoformat(), jobs.toward
    ('2023-01-01', '2024-01-01', None)
    """

    what: str
    plan: Figure | None = attrs.field(default=None, converter=optional(_figured))
    actual: Figure | None = attrs.field(default=None, converter=optional(_figured))
    attained: Figure | None = None
    direction: Direction | None = None
    measure: Measure | None = None
    year: int | None = attrs.field(default=None, validator=YEAR)
    since: date | None = None
    before: date | None = None
    as_of: date | None = None
    where: str | None = None

    def __attrs_post_init__(self) -> None:
        found = [*self._unknown_words(), *self._misread(), *self._ordered()]
        if isinstance(self.what, str) and not self.what.strip():
            sentence = worded("say what it measures, in the words of the plan or the report")
            found.insert(0, Problem("$.what", "empty", sentence))
        if not found:
            found = [*self._planned()]
        if self.plan is not None and self.actual is not None:
            found += of_one_unit({"plan": self.plan, "actual": self.actual})
        if found:
            raise InputError(found)

    @property
    def begins(self) -> date | None:
        """The first day of its period."""
        return self.since or (date(self.year, 1, 1) if self.year else None)

    @property
    def ends(self) -> date | None:
        """The first day on which it is too late."""
        return self.before or (date(self.year + 1, 1, 1) if self.year else None)

    @property
    def toward(self) -> Direction | None:
        """Which way of what it measures is better: as stated, else as the words before the plan's number say."""
        if self.direction is not None or self.plan is None or self.plan.qualifier is None:
            return self.direction
        points = _BOUNDS[self.plan.qualifier]
        return _FLIPPED[points] if self.plan.change == "down" else points

    @property
    def sense(self) -> Direction | None:
        """Which way of the number printed is better: of "giảm 2%" more is, where less of what it measures is."""
        if self.toward is None or self.plan is None or self.plan.change != "down":
            return self.toward
        return _FLIPPED[self.toward]

    @property
    def estimate(self) -> bool:
        """What was reached is an estimate (ước): not yet what happened."""
        return any(each.estimate for each in (self.actual, self.attained) if each is not None)

    def _unknown_words(self) -> Iterator[Problem]:
        for at, known in (("direction", get_args(Direction)), ("measure", get_args(Measure))):
            if (said := getattr(self, at)) is not None:
                try:
                    word(known)(said, None)
                except InputError as error:
                    yield from problems_of(error, f"$.{at}")

    def _misread(self) -> Iterator[Problem]:
        for at in ("plan", "actual", "attained"):
            each = getattr(self, at)
            if each is not None and each.otherwise is not None:
                sentence = worded(
                    "it can be read in two ways; give the number itself: with a dot between thousands, or as a table"
                )
                yield Problem(f"$.{at}", "ambiguous", sentence)
        if self.attained and (self.attained.unit != "%" or self.attained.rate() or self.attained.change):
            yield Problem("$.attained", "bad-value", worded('expected a percentage of the plan, as in "56,19%"'))
        if self.plan and self.actual and not same_sense(self.plan, self.actual):
            sentence = worded(
                "tăng, giảm or gấp stands with plan or actual alone, or gấp with one; tell both in one sense"
            )
            yield Problem("$.actual", "contradiction", sentence)

    def _planned(self) -> Iterator[Problem]:
        if self.plan is None:
            return
        if self.plan.qualifier in ("near", "about") or self.plan.estimate:
            sentence = worded("a plan is a number; leave out gần, khoảng and ước before it")
            yield Problem("$.plan", "bad-value", sentence)
        elif self.plan.qualifier is not None and _BOUNDS[self.plan.qualifier] != self.sense:
            sentence = worded(
                "the words before the number point the other way than the direction {direction!r}",
                direction=self.direction,
            )
            yield Problem("$.plan", "contradiction", sentence)

    def _ordered(self) -> Iterator[Problem]:
        if self.begins and self.ends and self.ends <= self.begins:
            at = "before" if self.before else "since"
            sentence = worded(
                "its period ends on {ends}, not after it begins on {begins}", ends=self.ends, begins=self.begins
            )
            yield Problem(f"$.{at}", "contradiction", sentence)
