"""Claims that can be read in two ways: the other way, and what the two come to together."""

from __future__ import annotations

from typing import Any

import attrs

from thidua.errors import InputError
from thidua.model.printed import Figure
from thidua.people.claims import Claim, figures_of
from thidua.people.judging import FigureFinding
from thidua.people.numerals import Ratio


def by_other_separators(claim: Claim) -> Claim | None:
    """Return the claim as it reads by the separators of English; None where it can be read in one way only."""
    if all(each.otherwise is None for _, each in figures_of(claim)):
        return None
    kind: Any = type(claim)
    given = {field.name: _turned(getattr(claim, field.name)) for field in attrs.fields(kind) if field.init}
    try:
        made: Claim = kind(**given)
    except InputError:
        return None
    return made


def _turned(value: Any) -> Any:
    match value:
        case Figure() if value.otherwise is not None:
            return attrs.evolve(value, value=value.otherwise, otherwise=None)
        case Ratio():
            return Ratio(part=_turned(value.part), whole=_turned(value.whole))
        case tuple():
            return tuple(map(_turned, value))
    return value


def joined(claim: Claim, *readings: FigureFinding) -> FigureFinding:
    """Put readings together: what they all come to; where they differ or cannot be told, ``ambiguous``."""
    first = readings[0]
    # Of two readings that each fit some base, the base tells which is meant.
    open_ = first.verdict == "cannot-say" or (first.quantity == "base" and first.verdict != "does-not-hold")
    if not open_ and all(each.verdict == first.verdict for each in readings):
        return attrs.evolve(first, claim=claim, reading=None, readings=readings)
    settles = tuple(dict.fromkeys(path for each in readings for path in each.settles))
    return FigureFinding(
        claim=claim,
        verdict="ambiguous",
        reason="readings",
        quantity=first.quantity,
        settles=settles,
        readings=readings,
    )
