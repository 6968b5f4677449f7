"""Facts that are just what a clause asks: what a plan puts on record for a year to come."""

from __future__ import annotations

from thidua.merit.future import Deeds
from thidua.merit.tree import Leaf
from thidua.model.condition import AchievementOf, InitiativeOf, Leads, MovementOf
from thidua.model.dossier import Dossier
from thidua.model.facts import Achievement, Initiative, Lead, Members, MovementResult

PLANNED = "kế hoạch "
"""How the ids of initiatives begin that a plan adds."""
MEMBERS = 100
"""So many members a collective has in a plan, where the record does not count them."""


def an_initiative(asked: InitiativeOf, year: int, name: str) -> Initiative:
    """Return an initiative that is just what a clause asks."""
    scope = asked.scopes[0] if asked.scopes else "grassroots"
    return Initiative(year=year, kind=asked.kinds[0], id=name, status=asked.status or "recognised", scope=scope)


def lead(asked: Leads, year: int) -> Lead:
    """Return a year of leading a cluster that is just what a clause asks."""
    return Lead(year=year, organiser=asked.organisers[0] if asked.organisers else "province-council")


def all_members(record: Dossier) -> Members:
    """Return a collective all of whose members did well."""
    total = record.members.total if record.members and record.members.total else MEMBERS
    return Members(total=total, completed=total, advanced=total, worst_discipline="none")


def add_feat(deeds: Deeds, leaf: Leaf, year: int) -> None:
    """Add the feat that a leaf asks."""
    asked = leaf.value
    if isinstance(asked, AchievementOf):
        recognised = asked.recognised or asked.degrees or asked.recognised_by
        feat = Achievement(
            year=year,
            kind=asked.kinds[0],
            degree=asked.degrees[0] if asked.degrees else None,
            scope=asked.scopes[0] if asked.scopes else None,
            recognised_by=(*asked.recognised_by, "province")[0] if recognised else None,
            value=asked.value,
            years=asked.years,
        )
        deeds.achievements.append(feat)
    elif isinstance(asked, MovementOf):
        result = MovementResult(
            movement=PLANNED.strip(),
            launched_by=asked.launched_by[0] if asked.launched_by else None,
            years=asked.years,
            review=asked.reviews[0] if asked.reviews else None,
            result=asked.results[0] if asked.results else "outstanding",
            year=year,
        )
        deeds.movements.append(result)
    elif isinstance(asked, Leads):
        deeds.leads.append(lead(asked, year))
    else:
        for number in range(asked.number):
            deeds.initiatives.append(an_initiative(asked, year, f"{PLANNED}{year}/{leaf.about.code}.{number}"))
