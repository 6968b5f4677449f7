"""The targets of a launch as indicators that nothing has been reached of yet."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import reduce
from typing import Final

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.exact import problems_of
from thidua.model.indicator import Direction, Indicator
from thidua.model.launchplan import LaunchPlan, Target
from thidua.model.printed import Figure, Qualifier
from thidua.people.numerals import figure

_WORDS: Final[dict[str, Qualifier]] = {"at_least": "at-least", "at_most": "at-most"}
_TOWARD: Final[dict[str, Direction]] = {"at_least": "up", "above": "up", "at_most": "down", "below": "down"}


def indicators_of(plan: LaunchPlan) -> tuple[Indicator, ...]:
    """Return an indicator for each target of a launch, in its order: what it measures, its plan, its last day.

    More of each is better where its target says "at least" or "above", less where it says "at most" or "below". One
    that names no number of its own ("cao hơn năm 2022") has no plan: put that year's in, as "trên 64,41 điểm", since
    the number itself is not enough. What a launch does not say, such as whether it adds up, stays to be said with
    ``attrs.evolve``.

    Raises:
        InputError: a unit that cannot be read, or a number that no decimal gives, with the target's path.

    >>> from thidua.interchange import load_launch
    >>> target = {"what": "mặt bằng", "at_least": 70, "unit": "%", "before": "2023-05-30"}
    >>> [land] = indicators_of(load_launch({"name": "a", "targets": [target]}))
    >>> land.plan.amount(), land.plan.unit, land.toward, land.ends.isoformat()
    (Fraction(70, 1), '%', 'up', '2023-05-30')
    """
    made = []
    problems: list[Problem] = []
    for index, target in enumerate(plan.targets):
        try:
            planned = _planned(target)
        except InputError as error:
            problems += problems_of(error, f"$.targets[{index}]")
            continue
        toward = _TOWARD[target.limits[0]] if target.limits else None
        made.append(Indicator(what=target.what, plan=planned, direction=toward, before=target.before))
    if problems:
        raise InputError(problems)
    return tuple(made)


def _planned(target: Target) -> Figure | None:
    key, qualifier = next(
        ((key, word) for key, word in _WORDS.items() if getattr(target, key) is not None), (None, None)
    )
    if key is None:
        return None
    value = getattr(target, key)
    if isinstance(value, Fraction):
        sentence = worded("{value} is no decimal; give the plan in units of which it is a whole number", value=value)
        raise InputError.one(f"$.{key}", "bad-value", sentence)
    at = "$.unit"
    try:
        one = figure(f"1 {target.unit or ''}")
        at = f"$.{key}"
        return attrs.evolve(one, value=Decimal(value), qualifier=qualifier, printed=None)
    except InputError as error:
        told = reduce(
            lambda one, other: worded("{one}; {other}", one=one, other=other),
            (problem.sentence for problem in error.problems),
        )
        raise InputError.one(at, error.problems[0].code, told) from None
