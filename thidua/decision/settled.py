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
    """Return the texts not read that are younger than the last decree that speaks of the matter.

    A decree of which a part was read settles what that part says, and what older texts left open. Neither a law, which
    leaves the details to a decree, nor a local document, which stands under it, settles anything.
    """
    place = {header.id: number for number, header in enumerate(law.documents)}
    others = {header.id for header in law.documents if header.kind == "law"} | {*law.statute.local}
    last = max((place[placed.header.id] for placed in speaking if placed.header.id not in others), default=-1)
    return tuple(placed for placed in law.stopping(table, award.id) if place[placed.header.id] > last)
