"""The tables on who stands where: kinds of unit, who heads them, and who proposes awards to whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from thidua.errors import Worded, worded
from thidua.model.entry import Entry
from thidua.model.vocabulary import Force


@attrs.frozen(kw_only=True)
class UnitEntry(Entry):
    """A kind of unit that people and collectives belong to.

    Attributes:
        label: what it is called; ``gloss`` in English.
        offices: ids of the offices that head it and decide or propose; none where no article names its head.
        above: ids of the kinds of unit next above it; several where it may stand under any one of them.
        forces: the armed forces it is of; none: a civil one.
        printed: beginnings of units' printed names, beside the ``printed`` and ``loose`` of its offices.
    """

    table: ClassVar[str] = "unit"
    needs: ClassVar[tuple[str, ...]] = (
        "label",
        "gloss",
    )

    label: str = ""
    gloss: str = ""
    offices: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    forces: tuple[Force, ...] = ()
    printed: tuple[str, ...] = ()


NEXT_ABOVE = "next-above"
"""To the level next above ("trình cấp trên")."""
DECIDER = "decider"
"""To whoever decides the award ("trình cấp có thẩm quyền")."""


@attrs.frozen(kw_only=True)
class Proposal(Entry):
    """Who proposes an award to whom.

    Attributes:
        offices: ids of the offices that propose.
        to: the id of the office that receives it; ``next-above``: that of the level next above; ``decider``: whoever
            decides the award.
        awards: ids of the awards; none: those of ``decided_by``, or of all.
        decided_by: the awards that these offices decide.
        units: for whom: who belongs to a unit of one of these kinds, or under one; none: for all.
        general: it names levels rather than offices: each head of a unit, to the level above or to the decider.
        direct: only the level next below the decider proposes ("cấp dưới trực tiếp").
    """

    table: ClassVar[str] = "proposal"
    needs: ClassVar[tuple[str, ...]] = (
        "offices",
        "to",
    )

    offices: tuple[str, ...] = ()
    to: str = ""
    awards: tuple[str, ...] = ()
    decided_by: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    general: bool = False
    direct: bool = False

    def faults(self) -> Iterator[tuple[str, str, Worded]]:
        """Find what a proposal cannot say."""
        if self.awards and self.decided_by:
            yield "decided_by", "too-much", worded("say awards or decided_by, one of the two")
        if self.general and self.to not in (NEXT_ABOVE, DECIDER):
            yield (
                "to",
                "bad-value",
                worded(
                    "an article that names levels proposes to {next_above!r} or {decider!r}",
                    next_above=NEXT_ABOVE,
                    decider=DECIDER,
                ),
            )
        if self.to == NEXT_ABOVE and not self.general:
            yield "general", "missing", worded("to the level next above goes the head of each unit: say general = true")
        if self.direct and not (self.general and self.to == DECIDER):
            yield "direct", "too-much", worded("goes with general = true and to = {decider!r} only", decider=DECIDER)
