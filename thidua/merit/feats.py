"""What nobody can plan: a feat, a prize, an invention, a contribution, a movement's result."""

from __future__ import annotations

from thidua.model.condition import InitiativeOf
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
    return key in ("achievement", "movement")
