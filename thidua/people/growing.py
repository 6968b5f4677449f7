"""Growth: a value, its change and its base, each reckoned from the other two."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, Literal

import attrs

from thidua.model.printed import Figure
from thidua.model.spans import Span
from thidua.people.claims import Growth
from thidua.people.judging import Computed, FigureFinding, Reading, compare, plain, rough

Form = Literal["up", "down", "times", "more-by", "divided", "less-by", "more", "less"]

_FORMS: Final[dict[Form, tuple[int, int]]] = {
    "up": (100, -100),
    "down": (-100, 100),
    "times": (1, 0),
    "more-by": (1, -1),
    "less-by": (-1, 1),
}
"""The change is the first number times value over base, plus the second."""
_DIFFERENCES: Final[dict[Form, int]] = {"more": 1, "less": -1}
"""The change is so many times value less base."""


def forms(claim: Growth) -> dict[Form, Reading | None]:
    """Return what a change may mean, and which reading each is where there are two.

    "Tăng 2,5 lần" is 2.5 times the base or so much more; "giảm 2 lần" a half, or twice the base less; "tăng 5%" of a
    percentage a twentieth more, or five points.
    """
    change = claim.change
    down = change.change == "down"
    if change.unit == "%":
        of_percent = "%" in [each.unit for each in (claim.value, claim.base) if each is not None]
        if of_percent:
            return {"down": "of-base", "less": "points"} if down else {"up": "of-base", "more": "points"}
        return {"down": None} if down else {"up": None}
    if change.unit == "lần":
        if down:
            return {"divided": "divided", "less-by": "less-by"}
        return {"times": None} if change.change == "times" else {"times": "times", "more-by": "more-by"}
    return {"less": None} if down else {"more": None}


def check_growth(claim: Growth, form: Form) -> FigureFinding:
    """Check a growth in one of its forms."""
    if claim.value is None:
        missing = tuple(name for name in ("value", "base") if getattr(claim, name) is None)
        return FigureFinding(claim=claim, verdict="cannot-say", reason="missing", quantity="change", settles=missing)
    if claim.base is None:
        return _without_base(claim, claim.value, form)
    if form not in _DIFFERENCES and not claim.base.value:
        return FigureFinding(
            claim=claim, verdict="cannot-say", reason="from-nothing", quantity="change", settles=("base",)
        )
    inputs = {"value": claim.value, "base": claim.base}
    if form == "divided" and not claim.value.value:
        return FigureFinding(claim=claim, verdict="does-not-hold", quantity="change")
    point, span = _change(claim.value, claim.base, form)
    return compare(claim, "change", Computed(point if plain(inputs) else None, span, rough(inputs)), claim.change)


def _change(value: Figure, base: Figure, form: Form) -> tuple[Fraction, Span]:
    """Return the change from a base to a value, and where it may lie."""
    if form in _DIFFERENCES:
        sign = _DIFFERENCES[form]
        span = value.possible().plus(base.possible().scaled(Fraction(-1))).scaled(Fraction(sign))
        return sign * (value.amount() - base.amount()), span
    if form == "divided":
        return base.amount() / value.amount(), base.possible().over(value.possible()) or Span()
    by, plus = _FORMS[form]
    span = (value.possible().over(base.possible()) or Span()).scaled(Fraction(by)).shifted(plus)
    return by * value.amount() / base.amount() + plus, span


def _without_base(claim: Growth, value: Figure, form: Form) -> FigureFinding:
    """Find where the base must lie; of things counted that grew by a share a whole number must lie there."""
    point, possible = _base(value, claim.change, claim.change.possible(), form)
    soft = not plain({"value": value, "change": claim.change})
    open_ = FigureFinding(
        claim=claim,
        verdict="cannot-say",
        reason="base-not-given",
        quantity="base",
        computed=None if soft else point,
        possible=possible,
        settles=("base",),
    )
    if possible is None or (possible.high is not None and possible.high < 0):
        return attrs.evolve(open_, verdict="does-not-hold", reason="no-base", settles=())
    if soft or value.unit is not None or not value.exact() or form not in _FORMS:
        return open_
    if possible.wholes():
        return attrs.evolve(open_, verdict="holds")
    _, cut_off = _base(value, claim.change, claim.change.stretched(), form)
    if cut_off is not None and cut_off.wholes():
        return attrs.evolve(open_, verdict="rounding", reason="truncated", possible=cut_off)
    return attrs.evolve(open_, verdict="does-not-hold", reason="no-base", settles=())


def _base(value: Figure, change: Figure, by_so_much: Span, form: Form) -> tuple[Fraction | None, Span | None]:
    """Return the base that a change leads from to a value, and where it may lie; None where there is none."""
    if form in _DIFFERENCES:
        sign = Fraction(-_DIFFERENCES[form])
        return value.amount() + sign * change.amount(), value.possible().plus(by_so_much.scaled(sign))
    if form == "divided":
        return value.amount() * change.amount(), value.possible().times(by_so_much)
    by, plus = _FORMS[form]
    factor = (change.amount() - plus) / by
    span = value.possible().over(by_so_much.shifted(-plus).scaled(Fraction(1, by)))
    return value.amount() / factor if factor > 0 else None, span
