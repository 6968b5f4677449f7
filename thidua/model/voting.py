"""The table on votes: which council must vote on which awards, and how many of its members must agree."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import ClassVar, Final, Literal, get_args

import attrs

from thidua.errors import worded
from thidua.model.deciding import Exact, Fault
from thidua.model.entry import Entry

Council = Literal[
    "central-council", "ministry-council", "province-council", "district-council", "commune-council", "unit-council"
]
"""The level of a council for emulation and commendation (Hội đồng Thi đua - Khen thưởng)."""
COUNCILS: Final[tuple[Council, ...]] = get_args(Council)


def needed_of(members: int, share: Exact) -> int:
    """Return the least count of a council's members that is at least a share of them all: rounded up, exactly.

    >>> from decimal import Decimal
    >>> [needed_of(members, Decimal("0.9")) for members in (9, 10, 11, 15)]
    [9, 9, 10, 14]
    >>> needed_of(15, Fraction(2, 3))
    10
    """
    return ceil(members * Fraction(share))


@attrs.frozen(kw_only=True)
class BallotEntry(Entry):
    """How a council votes: several entries on one award all hold, so that a later or a local one may ask more.

    Attributes:
        awards: ids of the awards the vote is about; none: every meeting that considers awards.
        councils: whose vote it is; none: the council of whoever submits the proposal (cấp trình khen thưởng).
        at_least: the least share of votes in favour.
        base: of what the shares are taken: of all members of the council, present or not.
        secret: the ballot must be secret (bỏ phiếu kín).
        in_writing: the opinion of absent members is taken in writing.
        quorum: the least share of members who attend.
    """

    table: ClassVar[str] = "ballot"

    awards: tuple[str, ...] = ()
    councils: tuple[Council, ...] = ()
    at_least: Exact | None = None
    base: Literal["all-members"] = "all-members"
    secret: bool = False
    in_writing: bool = False
    quorum: Exact | None = None

    def faults(self) -> Iterator[Fault]:
        """Find what an entry on votes cannot say."""
        for key in ("at_least", "quorum"):
            share = getattr(self, key)
            if share is not None and not 0 < share <= 1:
                yield key, "bad-value", worded("a share is above 0 and at most 1, not {share}", share=share)
        if self.at_least is None and self.quorum is None and not self.secret:
            yield "at_least", "missing", worded("say at_least, quorum or secret: what does the vote need?")
