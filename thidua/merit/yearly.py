"""What a year may be made to show: a rating, an initiative, members who did well, a cluster led, a feat.

Each function returns the wants it was given with what one clause asks, and None where that cannot be.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

import attrs

from thidua.merit.climb import Climb
from thidua.merit.feats import PLANNED_KINDS
from thidua.merit.lens import LONGEST
from thidua.merit.measures import MET
from thidua.merit.program import node_judge
from thidua.merit.tree import Leaf
from thidua.merit.wants import User, Want, Wants, initiative_wanted
from thidua.model.condition import HasMembers, InitiativeOf
from thidua.model.duration import RatedYears
from thidua.model.finding import About, Finding
from thidua.model.vocabulary import RATINGS, Commendation, Rating


@attrs.frozen
class At:
    """Where a clause is asked: for which award, proposed by which kind, in which year and within which years."""

    year: int
    award: str
    kind: Commendation | None = None
    window: tuple[int, int] | None = None

    @property
    def user(self) -> User:
        """The award and its year."""
        return (self.award, self.year)


Show: TypeAlias = Callable[[Climb, Leaf, At, Wants, Finding | None], Wants | None]
"""Takes also what the record alone answers."""


def rated(climb: Climb, year: int, least: Rating, about: About, wants: Wants) -> Wants | None:
    """Want a year rated at least so, unless the record has its rating."""
    there = climb.record.ratings.get(year)
    if there is not None:
        return wants if RATINGS.index(there) >= RATINGS.index(least) else None
    if year < climb.open_from:
        return None
    rating = max(least, wants.rating(year) or least, key=RATINGS.index)
    return wants.with_one(("rated", year), Want("rated", year, rating, (about,)))


def _rated(climb: Climb, node: Leaf, at: At, wants: Wants, _: Finding | None) -> Wants | None:
    return rated(climb, at.year, node.value, node.about, wants)


def _rated_years(climb: Climb, node: Leaf, at: At, wants: Wants, _: Finding | None) -> Wants | None:
    """Want so many years rated so: first those of which a lower rating is wanted already, then the latest."""
    asked: RatedYears = node.value
    first = at.window[0] if asked.when == "window" and at.window else min(climb.record.ratings, default=0)
    good, need = RATINGS.index(asked.rated), asked.times
    options: list[tuple[bool, int]] = []
    for year in range(max(first, climb.record.year - LONGEST), at.year + 1):
        there, wanted = climb.record.ratings.get(year), wants.rating(year)
        if RATINGS.index(there or wanted or RATINGS[0]) >= good:
            need -= 1
        elif there is None and year >= climb.open_from:
            options.append((wanted is None, -year))
    if need > len(options):
        return None
    found: Wants | None = wants
    for _new, back in sorted(options)[: max(need, 0)]:
        found = None if found is None else rated(climb, -back, asked.rated, node.about, found)
    return found


def _initiatives(climb: Climb, node: Leaf, at: At, wants: Wants, record: Finding | None) -> Wants | None:
    """Want initiatives beside those of the record: of those wanted already the ones that will do, else new ones."""
    asked: InitiativeOf = node.value
    first = at.window[0] if at.window and (asked.when == "window" or asked.after) else 0
    years = (max(at.year if asked.when == "year" else first, climb.open_from), at.year)
    if years[0] > years[1]:
        return None
    new = initiative_wanted(asked, years, at.user, PLANNED_KINDS)
    have = len(record.have) if record is not None and isinstance(record.have, tuple) else 0
    taken: set[object] = set()
    found = wants
    for number in range(asked.number - have):
        key, value = ("initiative", node.about.code, *at.user, number), new
        for there, want in found.initiatives:
            both = want.value.shared(new) if there not in taken and _may_share(want, node) else None
            if both is not None:
                key, value = there, both
                break
        taken.add(key)
        found = found.with_one(key, Want("initiative", value.last, value, (node.about,)))
    return found


def _may_share(want: Want, node: Leaf) -> bool:
    """Say whether the law lets an initiative ground this award and those it is wanted for."""
    own = node.outlook.award
    for other, _ in want.value.users:
        for one, two in ((own, other), (other, own)):
            spared = attrs.evolve(node.outlook, award=one).spared()
            if spared is not None and two not in spared:
                return False
    return True


def _of_year(climb: Climb, node: Leaf, at: At, wants: Wants, _: Finding | None) -> Wants | None:
    """Want what a collective shows in a year, unless the record of the year says otherwise."""
    now = node_judge(node)(climb.most[at.year], None)
    if now is None or now.outcome is not MET or at.year not in climb.deeds:
        return None
    key = (node.key, at.year, node.value.award if isinstance(node.value, HasMembers) else node.value)
    return wants.with_one(key, Want(node.key, at.year, node.value, (node.about,)))


def feat(climb: Climb, node: Leaf, at: At, wants: Wants, _: Finding | None) -> Wants | None:
    """Want a feat, where the climb does what nobody can plan."""
    if not climb.feats or at.year not in climb.deeds:
        return None
    when, after = getattr(node.value, "when", "year"), getattr(node.value, "after", ())
    first = (
        at.year if when == "year" and not after else at.window[0] if at.window and (after or when == "window") else 0
    )
    for key, want in wants.of.items():
        if (want.value == node.value or _serves(want.value, node.value)) and first <= want.year <= at.year:
            return wants.with_one(key, attrs.evolve(want, asked=(node.about,)))
    return wants.with_one((node.key, at.year, node.value), Want(node.key, at.year, node.value, (node.about,)))


def _serves(wanted: object, asked: object) -> bool:
    """Say whether the initiative that a plan makes of one clause is what another clause asks."""
    if not (isinstance(wanted, InitiativeOf) and isinstance(asked, InitiativeOf)):
        return False
    scope_too = not asked.scopes or bool(wanted.scopes and wanted.scopes[0] in asked.scopes)
    return scope_too and wanted.kinds[0] in asked.kinds and wanted.status == asked.status and asked.number == 1


SHOWN: Final[dict[str, Show]] = {
    "rated": _rated,
    "rated_years": _rated_years,
    "initiative": _initiatives,
    "members": _of_year,
    "worst_discipline_below": _of_year,
    "has_members": _of_year,
    "leads": _of_year,
}
"""What each condition wants of a year."""
