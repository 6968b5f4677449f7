"""Where the cells of the records stand in a dossier: the list that each kind of row fills, and each cell's key."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from thidua.frames.columns import KINDS

LISTS: Final = MappingProxyType(
    {
        "rating": ("years", "rating"),
        "award": ("awards", "award"),
        "initiative": ("initiatives", "kind"),
        "achievement": ("achievements", "kind"),
        "movement": ("movements", "movement"),
        "absence": ("absences", "kind"),
        "discipline": ("disciplines", "measure"),
        "proceeding": ("proceedings", "kind"),
        "service": ("service", "activity"),
        "post": ("posts", "post"),
        "lead": ("leads", "organiser"),
    }
)
"""The list of a dossier that rows of a kind fill, and the key that their ``term`` is; kinds not here fill none."""

PERIOD: Final = MappingProxyType({"period_since": "since", "period_until": "until"})
"""The columns that make up the period of an award, and their keys in it."""
APART: Final = frozenset({"until", "running", *PERIOD})
"""Columns that are no key by themselves: two of them make one."""


def keys(kind: str) -> dict[str, str]:
    """Return the key of a dossier's record that each column of a kind is, but for those that two columns make.

    >>> keys("post")
    {'term': 'post', 'since': 'since'}
    """
    term = LISTS[kind][1]
    return {column: term if column == "term" else column for column in KINDS[kind] if column not in APART}
