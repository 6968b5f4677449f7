"""How an answer shows itself in a notebook."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from thidua.wording.catalogue import speaker
from thidua.wording.explain import explain
from thidua.wording.timeline import timeline
from thidua.wording.timeline_svg import svg

if TYPE_CHECKING:
    from thidua.merit.verdict import Verdict


def verdict(found: Verdict, locale: str = "vi") -> str:
    """Return a verdict as HTML: its timeline, with the whole of it to unfold."""
    summary = escape(speaker(locale)("Căn cứ:")).rstrip(":")
    told = escape(explain(found, locale))
    return (
        f"<div>{svg(timeline(found, locale))}<details><summary>{summary}</summary>"
        f'<pre style="white-space:pre-wrap">{told}</pre></details></div>'
    )
