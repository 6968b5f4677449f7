"""How an answer shows itself in a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from thidua.wording.catalogue import speaker
from thidua.wording.explain import explain
from thidua.wording.plan_line import plan_line
from thidua.wording.planned import explain_plan
from thidua.wording.timeline import timeline
from thidua.wording.timeline_svg import svg

if TYPE_CHECKING:
    from thidua.merit.planned import Plan
    from thidua.merit.verdict import Verdict
    from thidua.model.timeline import Timeline


def verdict(found: Verdict, locale: str = "vi") -> str:
    """Return a verdict as HTML: its timeline, with the whole of it to unfold."""
    return _unfolding(timeline(found, locale), speaker(locale)("Căn cứ:").rstrip(":"), explain(found, locale))


def plan(found: Plan, locale: str = "vi") -> str:
    """Return a plan as HTML: its line of years, with the whole of it to unfold."""
    say = speaker(locale)
    return _unfolding(plan_line(found, locale), say("Toàn bộ kế hoạch"), explain_plan(found, locale))


def _unfolding(line: Timeline, summary: str, told: str) -> str:
    return (
        f'<div style="overflow-x:auto">{svg(line)}<details><summary>{escape(summary)}</summary>'
        f'<pre style="white-space:pre-wrap">{escape(told)}</pre></details></div>'
    )
