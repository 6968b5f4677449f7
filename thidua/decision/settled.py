"""Which texts not read leave an answer open, when some of what they govern was read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from thidua.book.law import Law, Placed
from thidua.model.award import Award
from thidua.model.entry import Entry
from thidua.model.outline import Unread

E = TypeVar("E", bound=Entry)


def unsettled(law: Law, table: str, award: Award, speaking: Iterable[Placed[E]]) -> tuple[Placed[Unread], ...]:
    """Return the texts not read that are younger than the last national text that speaks of the matter.

    A decree of which a part was read settles what that part says, and what older texts left open. A local document
    settles nothing: it stands under the decree that was not read.
    """
    place = {header.id: number for number, header in enumerate(law.documents)}
    local = law.statute.local
    last = max((place[placed.header.id] for placed in speaking if placed.header.id not in local), default=-1)
    return tuple(placed for placed in law.stopping(table, award.id) if place[placed.header.id] > last)
