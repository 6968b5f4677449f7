"""How the figure of one member becomes points by one criterion: exact, or between two bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import partial
from math import floor
from typing import Literal, NamedTuple, TypeAlias

from thidua.model.cluster import Criterion
from thidua.model.results import Figure
from thidua.model.scoring import Each, Ranks, Slope, Step, samples_of

Reason = Literal[
    "no-figure",  # nothing is known
    "no-plan",  # a number without the plan it is held against
    "bounds",  # the figure is known between bounds only
    "no-band",  # no band of the document holds the figure
    "no-rank",  # the document gives no points for so low a rank
    "same-rank",  # members share a rank, and the document does not say what they get
    "others",  # figures of other members leave the rank open
]
"""Why points are not exact."""


class Points(NamedTuple):
    """Points that are known to lie from ``low`` to ``high``, both included; exact where these are one number."""

    low: Fraction
    high: Fraction

    @property
    def exact(self) -> Fraction | None:
        """The points; None where only bounds are known."""
        return self.low if self.low == self.high else None

    def times(self, weight: Fraction) -> Points:
        """Return the points, weighted."""
        return Points(self.low * weight, self.high * weight)

    def capped(self, most: Fraction | None) -> Points:
        """Return the points, no more than a cap allows."""
        return self if most is None else Points(min(self.low, most), min(self.high, most))


Number: TypeAlias = tuple[Fraction | None, Fraction | None]
"""The least and the greatest that a figure may be; None: no bound."""
UNKNOWN: Number = (None, None)


def number_of(criterion: Criterion, figure: Figure | None) -> Number:
    """Return the number that a criterion's rule is applied to: the figure, or its percent of the plan.

    Of a number that is to be held against a plan, and has none, nothing is known.
    """
    if figure is None or (criterion.attainment and figure.plan is None and figure.unit != "%"):
        return UNKNOWN
    return figure.bounds(attainment=criterion.attainment)


def points_of(criterion: Criterion, figure: Figure | None, others: Iterable[Number] = ()) -> tuple[Points, set[Reason]]:
    """Return the points that a figure earns, before the weight, and why they are not exact.

    Args:
        criterion: the criterion.
        figure: the member's figure; None where there is none.
        others: the numbers of the other members, for points by rank.

    >>> from decimal import Decimal
    >>> asked = Criterion(id="1", points=Decimal(20), proportional=Slope(full=Decimal(100)))
    >>> points_of(asked, Figure(member="A", criterion="1", value=Decimal(45)))[0].exact
    Fraction(9, 1)
    >>> points_of(asked, Figure(member="A", criterion="1", at_least=Decimal(60)))
    (Points(low=Fraction(12, 1), high=Fraction(20, 1)), {'bounds'})
    """
    most = criterion.most
    if criterion.rule == "answer":
        given = figure.answer if figure is not None else None
        if given is None:
            return Points(Fraction(0), most), {"no-figure"}
        earned = most if given == criterion.answer else Fraction(0)
        return Points(earned, earned), set()
    number = number_of(criterion, figure)
    if criterion.ranks is not None and number == UNKNOWN:  # who reported nothing may have no rank at all
        found, why = Points(Fraction(0), most), set[Reason]()
    elif criterion.ranks is not None:
        found, why = _by_rank(criterion.ranks, number, tuple(others), most)
    elif criterion.proportional is not None:
        found, why = _by_line(partial(_sloped, criterion.proportional, most), number)
    elif criterion.each is not None:
        found, why = _by_line(partial(_by_unit, criterion.each, most), number)
    else:
        found, why = _by_steps(criterion.steps, number, most)
    if number == UNKNOWN:
        why = {"no-plan" if figure is not None and figure.known else "no-figure"}
    return found, why if found.exact is None else set()


def _by_line(rule: Callable[[Fraction | None, int], Fraction], number: Number) -> tuple[Points, set[Reason]]:
    """Apply a rule by which points only rise, or only fall, with the figure: its ends are those of the points."""
    ends = sorted((rule(number[0], -1), rule(number[1], 1)))
    return Points(*ends), {"bounds"}


def _sloped(slope: Slope, most: Fraction, figure: Fraction | None, side: int) -> Fraction:
    full, zero = Fraction(slope.full), Fraction(slope.zero)
    if figure is None:  # as far as figures go, on this side
        return most if (side > 0) == (full > zero) else Fraction(0)
    return min(max((figure - zero) / (full - zero), Fraction(0)), Fraction(1)) * most


def _by_unit(each: Each, most: Fraction, figure: Fraction | None, side: int) -> Fraction:
    if figure is None:
        return most if (side > 0) == (each.below is None) else Fraction(0)
    beyond = figure - Fraction(each.above or 0) if each.below is None else Fraction(each.below) - figure
    units = max(beyond, Fraction(0)) / Fraction(each.per)
    return min((floor(units) if each.whole else units) * Fraction(each.points), most)


def _by_steps(steps: tuple[Step, ...], number: Number, most: Fraction) -> tuple[Points, set[Reason]]:
    """Find the points of every band in which the figure may lie; where it may lie in none, anything is possible."""
    low, high = number
    edges = [Fraction(edge) for edge in number if edge is not None]
    stretch = [Step(points=Fraction(0), at_least=edge) for edge in edges]  # so that each stretch inside is tried too
    tried = [
        figure
        for figure in samples_of((*steps, *stretch))
        if (low is None or figure >= low) and (high is None or figure <= high)
    ]
    found: list[Fraction] = []
    why: set[Reason] = {"bounds"}
    for figure in tried:
        points = [Fraction(step.points) for step in steps if step.holds(figure)]
        if not points:
            why = {"no-band"}
        found += points or [Fraction(0), most]
    return Points(min(found), max(found)), why


def _by_rank(ranks: Ranks, number: Number, others: tuple[Number, ...], most: Fraction) -> tuple[Points, set[Reason]]:
    """Find the points of every rank that the figure may have among the others."""
    first = 1 + sum(_better(ranks, other, number, sure=True) for other in others)
    same = sum(number[0] is not None and number[0] == number[1] and other == number for other in others)
    last = 1 + sum(_better(ranks, other, number, sure=False) for other in others)
    certain = last == first  # no other may be before it but those that are
    places = range(first, last + same + 1)
    given = [Fraction(ranks.points[place - 1]) if place <= len(ranks.points) else None for place in places]
    known = [each for each in given if each is not None]
    if len(known) < len(given):  # what the document gives so low a rank, if anything, it does not say
        return Points(Fraction(0), most), {"no-rank"}
    if certain and ranks.same is not None:
        shared = {"best": max(known), "worst": min(known), "mean": sum(known, Fraction(0)) / len(known)}[ranks.same]
        return Points(shared, shared), set()
    return Points(min(known), max(known)), {"same-rank" if certain else "others"}


def _better(ranks: Ranks, other: Number, own: Number, *, sure: bool) -> bool:
    """Say whether another's figure surely, or possibly, ranks before one's own; figures known to be equal do not."""
    if ranks.lowest_first:
        other, own = _negative(other), _negative(own)
    if sure:
        return other[0] is not None and own[1] is not None and other[0] > own[1]
    return other[1] is None or own[0] is None or other[1] > own[0] or _may_equal(other, own)


def _may_equal(other: Number, own: Number) -> bool:
    """Say whether two figures may be equal without being known to be: then the rank may be shared."""
    settled = own[0] == own[1] and other == own
    return other[1] is not None and other[1] == own[0] and not settled


def _negative(number: Number) -> Number:
    low, high = number
    return (None if high is None else -high, None if low is None else -low)
