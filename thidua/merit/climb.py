"""The climb of whoever achieves each year all that the ladder asks: what can be reached, and when at the earliest.

To have achieved more never keeps an award back, but for the few clauses that deny something; so the first year in which
this climb meets a standard is the first in which anybody can who starts from the same record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

import attrs

from thidua.book.law import Law
from thidua.merit.feats import of_feat
from thidua.merit.future import Deeds, grown, moved, open_from
from thidua.merit.ladder import Ladder, initiatives_asked
from thidua.merit.made import PLANNED, add_feat, all_members, an_initiative, lead
from thidua.merit.receiving import Received, receive
from thidua.merit.tree import Leaf, Running
from thidua.merit.waiting import FOR_EVER, years_short
from thidua.model.award import Award
from thidua.model.condition import HasMembers, InitiativeOf, Leads
from thidua.model.dossier import Dossier
from thidua.model.facts import AwardRecord, Initiative
from thidua.model.finding import Finding


@attrs.define(eq=False, slots=False)
class Climb:
    """The climb over the years from a dossier's own.

    Attributes:
        law: the law, taken to hold in all the years.
        record: the dossier of today, read as whole.
        goal: the award in question.
        ladder: what it rests on.
        feats: whether the climb does also what nobody can plan.
        base, most: the dossier of each year: by the record alone, and with all that was achieved.
        got: the awards received, by award and year.
        deeds: what was achieved, by year.
    """

    law: Law
    record: Dossier
    goal: Award
    ladder: Ladder
    feats: bool = False
    base: dict[int, Dossier] = attrs.field(factory=dict)
    most: dict[int, Dossier] = attrs.field(factory=dict)
    got: dict[tuple[str, int], AwardRecord] = attrs.field(factory=dict)
    deeds: dict[int, Deeds] = attrs.field(factory=dict)
    _not_before: dict[str, int] = attrs.field(factory=dict)
    _later: dict[tuple[str, int], AwardRecord | None] = attrs.field(factory=dict)

    @cached_property
    def open_from(self) -> int:
        """The first year in which something may be achieved."""
        return open_from(self.record)

    @cached_property
    def _initiatives(self) -> tuple[tuple[str, InitiativeOf], ...]:
        return tuple(initiatives_asked(self.ladder.asked))

    @cached_property
    def _leaves(self) -> tuple[Leaf, ...]:
        return tuple({(node.key, node.value): node for _, node in self.ladder.asked if isinstance(node, Leaf)}.values())

    @cached_property
    def _rates(self) -> bool:
        """Whether anything on the way asks for ratings."""
        return any(
            node.key in ("rated", "rated_years") if isinstance(node, Leaf) else node.asked.each.rated is not None
            for _, node in self.ladder.asked
            if isinstance(node, Leaf | Running)
        )

    def reach(self, year: int) -> Dossier:
        """Return the dossier of a year, the one after the last asked about (or the first), with all achieved in it."""
        self.base[year] = base = moved(self.record, year)
        if year >= self.open_from:
            self.deeds[year] = self._best(year)
        most = grown(base, self.deeds, self.got.values())
        for rung in self.ladder.rungs:
            if self._may_receive(rung, most):
                own = tuple(item.id for item in self._own(year, rung.id) if item.id)
                received = receive(self.law, rung, most, own=own, feats=self.feats)
                if isinstance(received, Received):
                    self.got[rung.id, year] = received.record
                    most = attrs.evolve(most, awards=(*most.awards, received.record))
                else:
                    self._not_before[rung.id] = year + self.wait(year, received)
        self.most[year] = most
        return most

    def years_of(self, award: str, last: int) -> list[int]:
        """Return the years up to ``last`` for which an award may have been received."""
        got = sorted(year for name, year in self.got if name == award and year <= last)
        if not got or award in self.ladder.again:
            return got
        return [year for year in range(got[0], last + 1) if self.could(award, year)]

    def could(self, award: str, year: int) -> AwardRecord | None:
        """Return the record of an award for a year: as received in the climb, or as it might have been then."""
        there = self.got.get((award, year))
        if there is not None or award in self.ladder.again:
            return there
        if (award, year) not in self._later:
            most = self.most[year]
            own = [record for (name, _), record in self.got.items() if name == award]
            without = attrs.evolve(most, awards=tuple(each for each in most.awards if each not in own))
            rung = self.law.award(award)
            initiatives = tuple(item.id for item in self._own(year, award) if item.id)
            found = receive(self.law, rung, without, own=initiatives, feats=self.feats)
            self._later[award, year] = found.record if isinstance(found, Received) else None
        return self._later[award, year]

    def wait(self, year: int, findings: Iterable[Finding]) -> int:
        """Return how many years it takes at the least until one of these findings of a year may be met."""
        return min(map(years_short, findings), default=FOR_EVER) if self.settled(year) else 1

    def settled(self, year: int) -> bool:
        """Say whether every award on record was decided by a year's proposal: a later decision brings years at once."""
        day = self.base[year].received
        return day is None or all(each.decided_on is None or each.decided_on <= day for each in self.record.awards)

    def _may_receive(self, rung: Award, most: Dossier) -> bool:
        """Say whether to try for an award: once a year, and only once where one is all that is ever asked."""
        if most.year < self._not_before.get(rung.id, 0):
            return False
        if rung.id in self.ladder.again:
            return most.year not in most.held_years.get(rung.id, ())
        return not any(award == rung.id for award, _ in self.got)

    def _own(self, year: int, award: str) -> Iterator[Initiative]:
        if year in self.deeds:
            yield from (item for item in self.deeds[year].initiatives if item.id and item.id.endswith(f" {award}"))

    def _best(self, year: int) -> Deeds:
        """Return all that the ladder asks of a year, achieved."""
        best = Deeds(rating="excellent" if self._rates and year not in self.record.ratings else None)
        for index, (award, asked) in enumerate(self._initiatives):
            for number in range(asked.number):
                name = f"{PLANNED}{year}/{index}.{number} {award}"
                best.initiatives.append(an_initiative(asked, year, name))
        for leaf in self._leaves:
            if of_feat(leaf.about):
                if self.feats:
                    add_feat(best, leaf, year)
            elif leaf.key in ("members", "worst_discipline_below"):
                best.members = all_members(self.record)
            elif isinstance(leaf.value, HasMembers):
                best.holders[leaf.value.award] = max(best.holders.get(leaf.value.award, 0), leaf.value.at_least)
            elif isinstance(leaf.value, Leads):
                best.leads.append(lead(leaf.value, year))
        return best
