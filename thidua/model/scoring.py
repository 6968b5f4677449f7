"""How one figure turns into points: in proportion, by bands, for each unit, by rank."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final, Literal

import attrs

from thidua.errors import both, worded
from thidua.model.deciding import Exact, Fault

RULES: Final = ("proportional", "steps", "each", "ranks", "answer")
"""The keys of a criterion that say how its figure turns into points."""
_ZERO, _ONE = Decimal(0), Decimal(1)


@attrs.frozen(kw_only=True)
class Slope:
    """Points in proportion: none at ``zero``, all at ``full``, in between in proportion; never more, never less.

    With ``full`` below ``zero`` the lower figure is the better one.
    """

    full: Exact
    zero: Exact = _ZERO


@attrs.frozen(kw_only=True)
class Step:
    """A band of figures and its points; a bound that is not given does not bind.

    Attributes:
        points: the points of the band.
        at_least: from this figure on.
        above: only above it.
        at_most: up to this figure.
        below: only below it.
    """

    points: Exact
    at_least: Exact | None = None
    above: Exact | None = None
    at_most: Exact | None = None
    below: Exact | None = None

    def holds(self, figure: Fraction) -> bool:
        """Say whether a figure lies in the band."""
        return (
            (self.at_least is None or figure >= self.at_least)
            and (self.above is None or figure > self.above)
            and (self.at_most is None or figure <= self.at_most)
            and (self.below is None or figure < self.below)
        )

    @property
    def edges(self) -> tuple[Fraction, ...]:
        """The figures at which the band begins or ends."""
        bounds = (self.at_least, self.above, self.at_most, self.below)
        return tuple(Fraction(bound) for bound in bounds if bound is not None)


@attrs.frozen(kw_only=True)
class Each:
    """So many points for every unit, up to the criterion's ``points``.

    Attributes:
        points: the points for one unit.
        per: how much of the figure is one unit.
        above: what lies above this figure counts; absent, with no ``below``: above 0.
        below: what is short of this figure counts.
        whole: only whole units count; else a part of one counts in proportion.
    """

    points: Exact
    per: Exact = _ONE
    above: Exact | None = None
    below: Exact | None = None
    whole: bool = False


@attrs.frozen(kw_only=True)
class Ranks:
    """Points by the rank of the figure among the members.

    Attributes:
        points: those of the first rank, the second, and so on.
        lowest_first: the lowest figure ranks first.
        same: what members with the same figure get: the points of the ``best`` of the ranks they share, of the
            ``worst``, or their ``mean``; absent: the document does not say, and their points are not known.
    """

    points: tuple[Exact, ...]
    lowest_first: bool = False
    same: Literal["best", "worst", "mean"] | None = None


def rule_faults(
    slope: Slope | None, steps: tuple[Step, ...], each: Each | None, ranks: Ranks | None, most: Fraction
) -> Iterator[Fault]:
    """Find what a rule cannot say of a criterion that gives ``most`` points."""
    if slope and slope.full == slope.zero:
        yield "proportional", "contradiction", worded("full and zero are one figure: say two")
    if each:
        if each.points <= 0 or each.per <= 0:
            yield "each", "bad-value", worded("points and per are above 0")
        if each.above is not None and each.below is not None:
            yield "each", "one-of", worded("say above or below, one of the two")
    given = [("steps", step.points) for step in steps] + [("ranks", each) for each in (ranks.points if ranks else ())]
    for key, points in given:
        if not 0 <= points <= most:
            yield (
                key,
                "out-of-range",
                worded("{points} points; the criterion gives from 0 to {most}", points=points, most=most),
            )
    if ranks and not ranks.points:
        yield "ranks", "empty", worded("say the points of the first rank")
    yield from _band_faults(steps)


def _band_faults(steps: tuple[Step, ...]) -> Iterator[Fault]:
    tried = samples_of(steps)
    for index, step in enumerate(steps):
        if (step.at_least is not None and step.above is not None) or (
            step.at_most is not None and step.below is not None
        ):
            yield "steps", "one-bound", worded("band {band} has two bounds on one side: say one", band=index + 1)
        if not any(step.holds(figure) for figure in tried):
            yield "steps", "empty", worded("no figure lies in band {band}", band=index + 1)
    for figure in tried:
        found = [str(index + 1) for index, step in enumerate(steps) if step.holds(figure)]
        if len(found) > 1:
            yield (
                "steps",
                "overlap",
                worded("the figure {figure} lies in the bands {names}", figure=figure, names=both(found)),
            )
            return


def samples_of(steps: tuple[Step, ...]) -> tuple[Fraction, ...]:
    """Return a figure of every stretch that the bands part: each edge, one between each two, one beyond each end.

    >>> [str(each) for each in samples_of((Step(points=Decimal(1), at_least=Decimal(90), below=Decimal(100)),))]
    ['89', '90', '95', '100', '101']
    """
    edges = sorted({edge for step in steps for edge in step.edges})
    if not edges:
        return (Fraction(0),)
    between = [(low + high) / 2 for low, high in pairwise(edges)]
    return tuple(sorted({edges[0] - 1, *edges, *between, edges[-1] + 1}))
