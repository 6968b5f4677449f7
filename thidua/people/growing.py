"""Growth: a value, its change and its base, each reckoned from the other two."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, Literal

import attrs

from thidua.people.claims import Growth
from thidua.people.judging import Computed, FigureFinding, compare, plain, rough
from thidua.people.printed import Figure
from thidua.people.spans import Span

Form = Literal["up", "down", "times", "more-by"]

_FORMS: Final[dict[Form, tuple[int, int]]] = {
    "up": (100, -100),
    "down": (-100, 100),
    "times": (1, 0),
    "more-by": (1, -1),
}
"""The change is the first number times value over base, plus the second."""


def forms(change: Figure) -> tuple[Form, ...]:
    """Return what a change may mean: one thing, but for "tăng 2,5 lần"."""
    if change.unit == "%":
        return ("down",) if change.change == "down" else ("up",)
    return ("times",) if change.change == "times" else ("times", "more-by")


def check_growth(claim: Growth, form: Form) -> FigureFinding:
    """Check a growth in one of its forms."""
    if claim.value is None:
        missing = tuple(name for name in ("value", "base") if getattr(claim, name) is None)
        return FigureFinding(claim=claim, verdict="cannot-say", reason="missing", quantity="change", settles=missing)
    if claim.base is None:
        return _without_base(claim, claim.value, form)
    by, plus = _FORMS[form]
    inputs = {"value": claim.value, "base": claim.base}
    point = by * claim.value.amount() / claim.base.amount() + plus if plain(inputs) else None
    span = (claim.value.possible().over(claim.base.possible()) or Span()).scaled(Fraction(by)).shifted(plus)
    return compare(claim, "change", Computed(point, span, rough(inputs)), claim.change)


def _without_base(claim: Growth, value: Figure, form: Form) -> FigureFinding:
    """Find where the base must lie; of things counted a whole number must lie there."""
    by, plus = _FORMS[form]

    def bases(change: Span) -> Span | None:
        return value.possible().over(change.shifted(-plus).scaled(Fraction(1, by)))

    possible = bases(claim.change.possible())
    factor = (claim.change.amount() - plus) / by
    soft = not plain({"value": value, "change": claim.change})
    open_ = FigureFinding(
        claim=claim,
        verdict="cannot-say",
        reason="base-not-given",
        quantity="base",
        computed=None if soft or factor <= 0 else value.amount() / factor,
        possible=possible,
        settles=("base",),
    )
    if possible is None:
        return attrs.evolve(open_, verdict="does-not-hold", reason="no-base", settles=())
    if soft or value.unit is not None or not value.exact():
        return open_
    if possible.wholes():
        return attrs.evolve(open_, verdict="holds")
    cut_off = bases(claim.change.stretched())
    if cut_off is not None and cut_off.wholes():
        return attrs.evolve(open_, verdict="rounding", reason="truncated", possible=cut_off)
    return attrs.evolve(open_, verdict="does-not-hold", reason="no-base", settles=())
