"""Following a plan year by year: what is achieved, which awards are received, and when the goal is met."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from thidua.merit.climb import Climb
from thidua.merit.future import Deeds, grown
from thidua.merit.made import PLANNED, add_feat, all_members, an_initiative, lead
from thidua.merit.measures import PENDING
from thidua.merit.receiving import Received, receive
from thidua.merit.tree import Leaf
from thidua.merit.wants import Initiatives, Wants
from thidua.model.dossier import Dossier
from thidua.model.finding import Finding


@attrs.frozen(eq=False)
class Followed:
    """A plan followed to the year in which its goal is met.

    Attributes:
        earliest: that year.
        dossiers: the dossier of each year on the way, with what was achieved and received in it.
        received: the awards received, in the order received.
        goal: the finding by which the goal is met.
    """

    earliest: int
    dossiers: dict[int, Dossier]
    received: tuple[Received, ...]
    goal: Finding


def deeds_of(climb: Climb, wants: Wants) -> dict[int, Deeds]:
    """Return what is wanted as facts, by year."""
    found: dict[int, Deeds] = {}
    for number, want in enumerate(wants.of.values()):
        deeds = found.setdefault(want.year, Deeds())
        match want.kind:
            case "rated":
                deeds.rating = want.value
            case "initiative" if isinstance(want.value, Initiatives):
                name = f"{PLANNED}{want.year}/{number}"
                deeds.initiatives.append(an_initiative(want.value.asked, want.year, name))
            case "members" | "worst_discipline_below":
                deeds.members = all_members(climb.record)
            case "has_members":
                count = max(want.value.at_least, deeds.holders.get(want.value.award, 0))
                deeds.holders[want.value.award] = count
            case "leads":
                deeds.leads.append(lead(want.value, want.year))
            case "award":
                pass
            case _:
                add_feat(deeds, Leaf(want.asked[0], want.kind, want.value, None), want.year)  # type: ignore[arg-type]
    return found


def follow(climb: Climb, wants: Wants, judge: Callable[[Dossier], Finding], last: int) -> Followed | None:
    """Follow the wants up to a year; None where an award on the way is not met after all, or the goal."""
    deeds = deeds_of(climb, wants)
    received: list[Received] = []
    dossiers: dict[int, Dossier] = {}
    for year in range(climb.record.year, last + 1):
        dossier = grown(climb.base[year], deeds, [each.record for each in received])
        for rung in climb.ladder.rungs:
            if not wants.award(rung.id, year):
                continue
            own = tuple(_own(wants, rung.id, year))
            found = receive(climb.law, rung, dossier, own=own, feats=climb.feats)
            if not isinstance(found, Received):
                return None
            received.append(found)
            dossier = attrs.evolve(dossier, awards=(*dossier.awards, found.record))
        dossiers[year] = dossier
        goal = judge(dossier)
        if goal.outcome >= PENDING:
            return Followed(year, dossiers, tuple(received), goal)
    return None


def _own(wants: Wants, award: str, year: int) -> Iterator[str]:
    """Yield the ids of the initiatives that are wanted for an award."""
    for number, want in enumerate(wants.of.values()):
        if isinstance(want.value, Initiatives) and (award, year) in want.value.users:
            yield f"{PLANNED}{want.year}/{number}"
