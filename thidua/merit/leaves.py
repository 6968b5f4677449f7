"""Conditions that refer to no other clause, each with the measure that answers it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from thidua.merit import achievements, collectives, conduct, durations, service
from thidua.merit.combine import Judge, article, claim, delegated, judgement, leaf, unless
from thidua.merit.lens import opened
from thidua.merit.measures import UNKNOWN, Measure, Shown, Window
from thidua.merit.outlook import Outlook
from thidua.merit.years import holds
from thidua.model.dossier import Dossier
from thidua.model.finding import About

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
            return leaf(about, since(value, outlook, lambda asked: achievements.initiative(asked, outlook.spent())))
        case "achievement":
            plain = since(value, outlook, achievements.achievement)
            recognised = since(value, outlook, lambda asked: achievements.achievement(asked, claims=False))
            return claim(about, plain, recognised)
        case "undisciplined" if value.unless is not None and not about.negated:
            name = f"{article(about.code)}/{value.unless.name}"
            lifted = attrs.evolve(about, code=name, need=value.unless, subject=value.unless)
            return unless(about, conduct.undisciplined(value), lifted)
        case "attested":
            return judgement(about)
        case "delegated":
            return delegated(attrs.evolve(about, subject=value))
    return leaf(about, _LEAVES[key](value))


def since(value: Any, outlook: Outlook, measure_of: Callable[[Any], Measure]) -> Measure:
    """Measure what must come after an award ("sau khi được tặng …") in the years since; else as the leaf says."""
    if not value.after:
        return measure_of(value)
    inside, lens = measure_of(attrs.evolve(value, when="window")), outlook.lens()

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        first = opened(value.after, lens, dossier)
        # The award that opens the years counts them, and what the law lets count only since counts here too.
        sure, possible = (
            max(first.sure + 1, lens.sure_from(dossier)),
            max(first.possible + 1, lens.possible_from(dossier)),
        )
        outcome, have, missing = inside(dossier, Window(sure, possible, dossier.year))
        if outcome is UNKNOWN and sure != possible:
            told = (path for path in missing if not path.startswith("years["))
            missing = (*told, *first.missing, *lens.gaps(dossier, possible)) or ("disciplines",)
        return outcome, have, missing

    return measure
