"""Who stands before whom, when points may be known between bounds only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from thidua.model.finding import Outcome
from thidua.movement.points import Points


@attrs.frozen(kw_only=True)
class Place:
    """Where a member stands among the others.

    Members that nothing tells apart share a rank, and the ranks they fill are passed over: 1, 1, 3.

    Attributes:
        best: the best rank that it may have.
        worst: the worst.
        before: how many members surely stand before it.
        not_behind: how many others may stand before it, or beside it.
        level: the members of which it is known that nothing tells them from it.
        parted: the members with the same total, each with the criterion whose points tell them apart.
    """

    best: int
    worst: int
    before: int
    not_behind: int
    level: tuple[str, ...] = ()
    parted: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def rank(self) -> int | None:
        """Its rank; None where points that are not known leave it open."""
        return self.best if self.best == self.worst else None

    def among(self, ranks: int) -> Outcome:
        """Say whether it is among so many first ones.

        UNKNOWN where points are missing, and where members share the last of these ranks: no text says who of them
        is chosen.
        """
        if self.not_behind < ranks:
            return Outcome.MET
        return Outcome.NOT_MET if self.before >= ranks else Outcome.UNKNOWN


def ranked(points: Mapping[str, Sequence[Points]], ties: Sequence[str] = ()) -> dict[str, Place]:
    """Rank members by their totals, then by the points of each criterion that tells ties apart.

    Args:
        points: of each member its total, then its points by each of ``ties``.
        ties: the criteria, in order.

    >>> from fractions import Fraction
    >>> exact, open_ = Points(Fraction(8), Fraction(8)), Points(Fraction(5), Fraction(9))
    >>> found = ranked({"A": [exact], "B": [open_], "C": [Points(Fraction(4), Fraction(4))]})
    >>> [(place.best, place.worst) for place in found.values()]
    [(1, 2), (1, 2), (3, 3)]
    """
    return {member: _place(member, points, ties) for member in points}


def _place(member: str, points: Mapping[str, Sequence[Points]], ties: Sequence[str]) -> Place:
    own = points[member]
    others = {name: each for name, each in points.items() if name != member}
    surely = {name for name, each in others.items() if _above(each, own, sure=True)}
    maybe = {name for name, each in others.items() if _above(each, own, sure=False)}
    behind = {name for name, each in others.items() if _above(own, each, sure=True)}
    level = tuple(name for name, each in others.items() if name not in maybe and not _above(own, each, sure=False))
    return Place(
        best=1 + len(surely),
        worst=1 + len(maybe),
        before=len(surely),
        not_behind=len(others) - len(behind),
        level=level,
        parted={name: by for name, each in others.items() if (by := _parted(own, each, ties)) is not None},
    )


def _above(one: Sequence[Points], other: Sequence[Points], *, sure: bool) -> bool:
    """Say whether one stands before the other: whatever the points turn out to be, or as they may turn out."""
    for mine, theirs in zip(one, other, strict=True):
        mine_at, theirs_at = (mine.low, theirs.high) if sure else (mine.high, theirs.low)
        if mine_at != theirs_at:
            return mine_at > theirs_at
    return False


def _parted(one: Sequence[Points], other: Sequence[Points], ties: Sequence[str]) -> str | None:
    """Return the criterion that tells two members with the same total apart; None: none does, or none need."""
    total, *rest = zip(one, other, strict=True)
    if total[0].exact is None or total[0] != total[1]:
        return None
    for name, (mine, theirs) in zip(ties, rest, strict=True):
        if mine.low > theirs.high or theirs.low > mine.high:
            return name
        if mine.exact is None or mine != theirs:
            return None
    return None
