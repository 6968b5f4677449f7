"""What became of collectives."""

from __future__ import annotations

from hypothesis import strategies as st

from thidua.model import succession
from thidua.strategies.words import days, maybe

_NAMES = ["Sở A", "Sở B", "Sở C", "Sở D"]


@st.composite
def changes(draw: st.DrawFn) -> succession.Change:
    """Draw a merger, a change of name, a division or an end, with whose history goes on as far as anybody has said."""
    names = draw(st.permutations(_NAMES))
    kind = draw(st.sampled_from(["merged", "renamed", "split", "abolished"]))
    on = draw(days())
    if kind == "abolished":
        return succession.Change(kind="abolished", on=on, old=(names[0],))
    if kind == "renamed":
        return succession.Change(kind="renamed", on=on, old=(names[0],), new=(names[1],))
    several, one = tuple(names[: draw(st.integers(2, 3))]), (names[3],)
    keeps = draw(maybe(st.sets(st.sampled_from(several)).map(sorted).map(tuple)))
    if kind == "merged":
        return succession.Change(kind="merged", on=on, old=several, new=one, keeps=keeps)
    return succession.Change(kind="split", on=on, old=one, new=several, keeps=keeps)
