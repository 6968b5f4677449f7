"""Text, in Vietnamese and English: the only rooms that know words; they alone write with babel."""

from __future__ import annotations

from thidua.wording.explain import explain
from thidua.wording.note import note
from thidua.wording.planned import explain_plan

__all__ = ["explain", "explain_plan", "note"]
