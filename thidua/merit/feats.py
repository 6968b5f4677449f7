"""What nobody can plan: a feat, a prize, an invention, a contribution, a movement's result.

To lead a cluster of one's ministry or province is what a year's work aims at. The clusters of the central council are
of ministries and provinces, and the law does not say who is in them: to lead one is not planned.
"""

from __future__ import annotations

from thidua.model.condition import InitiativeOf, Leads
from thidua.model.finding import About
from thidua.model.provision import Clause

PLANNED_KINDS = ("initiative", "research")
"""Kinds of initiative that a year's work may aim at; an invention or a feat in combat is not planned."""


def of_feat(about: About) -> bool:
    """Say whether a clause asks for what nobody can plan."""
    if not isinstance(about.subject, Clause):
        return False
    key, value = about.subject.condition
    if isinstance(value, InitiativeOf):
        return not any(kind in PLANNED_KINDS for kind in value.kinds)
    if isinstance(value, Leads):
        return value.organisers == ("central-council",)
    return key in ("achievement", "movement")
