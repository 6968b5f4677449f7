"""Conditions that refer to no other clause, each with the measure that answers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from thidua.merit import achievements, collectives, conduct, durations, service
from thidua.merit.combine import Judge, article, claim, delegated, judgement, leaf, unless
from thidua.merit.measures import Measure
from thidua.merit.outlook import Outlook
from thidua.merit.years import holds
from thidua.model.finding import About

NOT_NEGATED = frozenset({"meets", "run", "achievement", "attested", "delegated"})
"""Conditions that carry a judgement or several facts: negation is for leaves that are one fact."""
_LEAVES: dict[str, Callable[[Any], Measure]] = {
    "rated": achievements.rated,
    "achievement": achievements.achievement,
    "movement": achievements.movement,
    "members": collectives.members,
    "worst_discipline_below": collectives.worst_discipline_below,
    "has_members": collectives.has_members,
    "leads": collectives.leads,
    "flag_eligible": collectives.flag_eligible,
    "undisciplined": conduct.undisciplined,
    "clear": conduct.clear,
    "joined": conduct.joined,
    "absent": conduct.absent,
    "trained": conduct.trained,
    "sex": conduct.sex,
    "martyr": conduct.martyr,
    "rated_years": durations.rated_years,
    "aged": durations.aged,
    "served": service.served,
    "post": service.in_post,
}


def leaf_of(about: About, key: str, value: Any, outlook: Outlook) -> Judge:
    """Compile a condition; ``outlook`` is how the law looks back on the route it stands in."""
    match key:
        case "holds":
            return leaf(about, holds(value, outlook.lens()))
        case "elapsed":
            return leaf(about, durations.elapsed(value, outlook.lens()))
        case "initiative":
            return leaf(about, achievements.initiative(value, outlook.spent()))
        case "achievement":
            return claim(about, achievements.achievement(value), achievements.achievement(value, claims=False))
        case "undisciplined" if value.unless is not None and not about.negated:
            name = f"{article(about.code)}/{value.unless.name}"
            lifted = attrs.evolve(about, code=name, need=value.unless, subject=value.unless)
            return unless(about, conduct.undisciplined(value), lifted)
        case "attested":
            return judgement(attrs.evolve(about, code=f"{article(about.code)}/{value.name}", subject=value))
        case "delegated":
            return delegated(attrs.evolve(about, subject=value))
    return leaf(about, _LEAVES[key](value))
