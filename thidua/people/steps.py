"""What would have to change for a share to meet its target: how many more, instead, or fewer."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import Literal

import attrs

from thidua.model.finding import Outcome
from thidua.people.tally import Tally, Target, judged

Side = Literal["measure", "others"]


@attrs.frozen(kw_only=True)
class Steps:
    """The least whole numbers with each of which a target would certainly be met; None where none would do.

    Attributes:
        adds: whose awards would have to grow: of the ``measure`` (a floor is missed) or of the ``others`` in its base
            (a cap is); None where the target is met, and then the three are 0, or where nothing of this kind helps.
        more: awards added to those: the base grows with them.
        instead: awards that go to those in place of the other side.
        fewer: awards less to the other side: the base shrinks with them.

    Only awards of which it is known whom they reach are moved: of what is not known the worse is taken.
    """

    adds: Side | None
    more: int | None
    instead: int | None
    fewer: int | None


def steps_to(tally: Tally, target: Target) -> Steps:
    """Find the least changes by each of which a target would certainly be met.

    >>> half = Target(measure="people", base="individuals-and-households", at_least=Fraction(3, 5))
    >>> steps = steps_to(Tally(sure=50, others=50), half)
    >>> steps.adds, steps.more, steps.instead, steps.fewer
    ('measure', 25, 10, 17)
    """
    if judged(tally, target) is Outcome.MET:
        return Steps(adds=None, more=0, instead=0, fewer=0)
    sides: list[tuple[Side, dict[str, int]]] = []
    if target.at_least is not None:
        sides.append(("measure", dict(_up(tally, target.at_least))))
    if target.at_most is not None or target.at_most_count is not None:
        sides.append(("others", dict(_down(tally, target.at_most, target.at_most_count))))
    for side, least in sides:
        found = {name: _certain(tally, target, side, name, number) for name, number in least.items()}
        if any(number is not None for number in found.values()):
            return Steps(adds=side, more=found.get("more"), instead=found.get("instead"), fewer=found.get("fewer"))
    return Steps(adds=None, more=None, instead=None, fewer=None)


def _up(tally: Tally, least: Fraction) -> Iterator[tuple[str, int]]:
    """Yield how many of each step raise the least share to a floor, if any number does."""
    count, base = tally.low
    if tally.given is not None:
        yield "more", ceil(least * base - count)
        return
    if least < 1:
        yield "more", max(ceil((least * base - count) / (1 - least)), int(not tally.of))
    elif count == base:
        yield "more", int(not tally.of)
    yield "instead", ceil(least * base - count)
    if least:
        yield "fewer", ceil(base - count / least)


def _down(tally: Tally, most: Fraction | None, cap: int | None) -> Iterator[tuple[str, int]]:
    """Yield how many of each step lower the greatest share, and the greatest count, to a cap, if any number does."""
    count, base = tally.high
    share = Fraction(1) if most is None else most
    over = max(0, count - cap) if cap is not None else 0
    if tally.given is not None:
        needed = max(over, ceil(count - most * base)) if most is not None else over
        yield "instead", needed
        yield "fewer", needed
        return
    if not over and (share or not count):
        yield "more", max(ceil(count / share - base) if share else 0, int(not tally.of))
    yield "instead", max(over, ceil(count - share * base))
    yield "fewer", max(over, ceil((count - share * base) / (1 - share)) if share < 1 else 0)


def _certain(tally: Tally, target: Target, side: str, name: str, number: int) -> int | None:
    """Return a number of steps if there are so many to move and the target is then met."""
    if number <= 0:
        return None  # the target is not met as things stand, and not by this bound
    grows, shrinks = ("sure", "others") if side == "measure" else ("others", "sure")
    moved = {}
    if name != "fewer":
        moved[grows] = getattr(tally, grows) + number
    if name != "more" and (tally.given is None or shrinks == "sure"):
        moved[shrinks] = getattr(tally, shrinks) - number
    if any(value < 0 for value in moved.values()):
        return None
    after = attrs.evolve(tally, **moved)
    if grows == "sure" and after.given is not None and after.sure > after.given:
        return None
    return number if judged(after, target) is Outcome.MET else None
