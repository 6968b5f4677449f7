"""Text, in Vietnamese and English: the only rooms that know words; they alone write with babel."""

from __future__ import annotations

from thidua.wording.explain import explain
from thidua.wording.note import note

__all__ = ["explain", "note"]
