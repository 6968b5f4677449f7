"""Registers thidua's strategies with Hypothesis; called by its entry point in every project that has both.

It imports nothing that costs: a strategy's module loads when a value is drawn, which also keeps
``import thidua.strategies`` from running into its own registration.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

_OWN = {
    "Absence": "absences",
    "Achievement": "achievements",
    "Award": "awards",
    "AwardRecord": "award_records",
    "Ballot": "ballots",
    "Decision": "decisions",
    "Disciplined": "disciplines",
    "Document": "documents",
    "Dossier": "dossiers",
    "Indicator": "indicators",
    "Initiative": "initiatives",
    "LaunchPlan": "launch_plans",
    "Members": "members",
    "Movement": "movements",
    "MovementResult": "movement_results",
    "Official": "officials",
    "PlannedReview": "planned_reviews",
    "Post": "posts",
    "Proceeding": "proceedings",
    "Section": "sections",
    "Service": "services",
    "StaffRating": "staff_ratings",
    "Subject": "subjects",
    "Succession": "successions",
    "Target": "targets",
    "succession.Change": "changes",
    "printed.Figure": "figures",
}
"""Classes drawn by a strategy of their own; the others are drawn field by field."""


def register() -> None:
    """Register a lazy strategy for every class of ``thidua.model``: bare, ``st.from_type`` would draw years like -3."""
    from hypothesis import strategies as st  # noqa: PLC0415  # Hypothesis itself calls this

    model = import_module("thidua.model")
    for found in iter_modules(model.__path__):
        module = import_module(f"{model.__name__}.{found.name}")
        for name, kind in vars(module).items():
            if isinstance(kind, type) and kind.__module__ == module.__name__ and hasattr(kind, "__attrs_attrs__"):
                own = _OWN.get(name) or _OWN.get(f"{found.name}.{name}")
                st.register_type_strategy(kind, _lazily(own))


def _lazily(name: str | None) -> Any:
    def strategy(kind: Any) -> Any:
        strategies = import_module("thidua.strategies")
        return getattr(strategies, name)() if name else strategies.records(kind)

    return strategy
