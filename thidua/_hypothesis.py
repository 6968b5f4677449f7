"""Registers thidua's strategies with Hypothesis; called by its entry point in every project that has both.

It imports nothing that costs: a strategy's module loads when a value is drawn, which also keeps
``import thidua.strategies`` from running into its own registration.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any


def register() -> None:
    """Register a lazy strategy for each model class that a bare ``st.from_type`` would build wrongly."""
    from hypothesis import strategies as st  # noqa: PLC0415  # Hypothesis itself calls this

    from thidua.model.decision import Ballot, Decision, StaffRating  # noqa: PLC0415
    from thidua.model.dossier import Dossier  # noqa: PLC0415
    from thidua.model.facts import Members, Subject  # noqa: PLC0415
    from thidua.model.indicator import Indicator  # noqa: PLC0415
    from thidua.model.launchplan import LaunchPlan, PlannedReview, Target  # noqa: PLC0415
    from thidua.model.movement import Movement  # noqa: PLC0415
    from thidua.model.printed import Figure  # noqa: PLC0415
    from thidua.model.staff import Official, Section  # noqa: PLC0415
    from thidua.model.succession import Succession  # noqa: PLC0415

    named = {Ballot: "ballots", Decision: "decisions", Dossier: "dossiers", Members: "members", Subject: "subjects"}
    named |= {Figure: "figures", Indicator: "indicators", Movement: "movements"}
    named |= {Official: "officials", Section: "sections", StaffRating: "staff_ratings", Succession: "successions"}
    named |= {LaunchPlan: "launch_plans", PlannedReview: "planned_reviews", Target: "targets"}

    def lazily(name: str) -> Any:
        return lambda _: getattr(import_module("thidua.strategies"), name)()

    for kind, name in named.items():
        st.register_type_strategy(kind, lazily(name))
