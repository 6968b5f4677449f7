"""Who proposes to whom: the way of a proposal from a unit up to whoever decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import attrs

from thidua.book.law import Law, Placed
from thidua.decision.offices import offices_known
from thidua.decision.units import Line, units_known
from thidua.model.award import Award
from thidua.model.citation import Citation
from thidua.model.deciding import Office, Power
from thidua.model.finding import Outcome
from thidua.model.proposing import DECIDER, NEXT_ABOVE, Proposal


@attrs.frozen(kw_only=True)
class Step:
    """One step of a proposal's way.

    Attributes:
        by: the office that proposes; None where no text read says who does.
        to: the office it proposes to; that of the last step decides the award.
        outcome: MET where an article says so; UNKNOWN where none that was read does, or where it does not say whether
            the proposal goes through the levels between.
        citation: the article; None where none was read.
    """

    by: Office | None
    to: Office
    outcome: Outcome
    citation: Citation | None = None


def chain(award: Award, line: Line, decider: Office, law: Law) -> tuple[Step, ...]:
    """Return the steps from the unit at the bottom of a line up to the office that decides; none where its head does.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> from thidua.decision.units import lines, units_of
    >>> law = law_on(date(2023, 12, 31))
    >>> (line,) = lines(units_of(law)["commune"], law)
    >>> president = offices_known(law)["president"]
    >>> for step in chain(law.award("Huân chương Lao động hạng ba"), line, president, law):
    ...     print(step.by.id, step.to.id, step.outcome, step.citation.article)
    commune-chair district-chair MET khoản 1 Điều 83
    district-chair province-chair MET khoản 1 Điều 83
    province-chair prime-minister MET khoản 2 Điều 83
    prime-minister president MET khoản 2 Điều 83
    """
    allowed = tuple(placed for placed in law.of(Proposal) if _covers(placed.entry, award, law))
    heads = frozenset(office for unit in units_known(law).values() for office in unit.offices)
    way = _Way(line=line, decider=decider.id, allowed=allowed, heads=heads, offices=offices_known(law))
    return tuple(way.steps())


def _covers(entry: Proposal, award: Award, law: Law) -> bool:
    if entry.awards:
        return award.id in entry.awards
    given = (placed.entry for placed in law.of(Power) if award.id in placed.entry.awards and not placed.entry.left_to)
    return not entry.decided_by or any(set(entry.decided_by) & set(power.offices) for power in given)


@attrs.frozen(kw_only=True)
class _Way:
    """A line of units, whoever decides for it, and the proposals that the law has for the award."""

    line: Line
    decider: str
    allowed: tuple[Placed[Proposal], ...]
    heads: frozenset[str]
    offices: Mapping[str, Office]

    def steps(self) -> list[Step]:
        """Go down from the decider as long as articles name who proposes; below, from head to head."""
        found: list[Step] = []
        target = self.decider
        while self.level(target) != 0 and (named := self.named(target)) is not None:
            office, placed = named
            found.insert(0, self.step(office, target, placed))
            target = office
        level = self.level(target)
        if level is None:
            return [self.step(None, target, None), *found]
        return [*self.below(target, level), *found]

    def named(self, target: str) -> tuple[str, Placed[Proposal]] | None:
        """Find whom an article names as proposing to an office, as near above the unit as may be."""
        found: list[tuple[int, str, Placed[Proposal]]] = []
        for placed in self.allowed:
            entry = placed.entry
            to = self.decider if entry.to == DECIDER else entry.to
            of_it = not entry.units or any(unit.id in entry.units for unit in self.line)
            if entry.general or to != target or not of_it:
                continue
            for office in entry.offices:
                level = self.level(office)
                if level is not None or office not in self.heads:
                    found.append((len(self.line) if level is None else level, office, placed))
        return min(found, key=lambda each: each[0])[1:] if found else None

    def below(self, target: str, level: int) -> Iterator[Step]:
        """Yield the steps between the unit and an office of its line, which articles name by their levels alone."""
        names = [unit.offices[0] if unit.offices else None for unit in self.line[:level]]
        hops: list[str | None] = [*names[:1], *(name for name in names[1:] if name), target]
        if len(hops) > 2 and target == self.decider and (placed := self.general(hops[0], DECIDER, direct=False)):  # noqa: PLR2004  # a level lies between
            yield attrs.evolve(self.step(hops[0], target, placed), outcome=Outcome.UNKNOWN)
            return
        for by, to in pairwise(hops):
            if to is not None:
                yield self.step(by, to, self.hop(by, last=to == target == self.decider))

    def hop(self, by: str | None, *, last: bool) -> Placed[Proposal] | None:
        """Find the article by which the head of a unit proposes to the level above."""
        return self.general(by, NEXT_ABOVE) or (self.general(by, DECIDER) if last else None)

    def general(self, by: str | None, to: str, *, direct: bool = True) -> Placed[Proposal] | None:
        """Find an article that speaks of levels; without ``direct`` none that speaks of the level next below only."""
        for placed in self.allowed:
            entry = placed.entry
            if entry.general and entry.to == to and by in entry.offices and (direct or not entry.direct):
                return placed
        return None

    def level(self, office: str) -> int | None:
        """Return how high an office stands in the line; None for one that heads no unit of it."""
        return next((level for level, unit in enumerate(self.line) if office in unit.offices), None)

    def step(self, by: str | None, to: str, placed: Placed[Proposal] | None) -> Step:
        """Make a step; it is known where an article says it."""
        return Step(
            by=self.offices[by] if by else None,
            to=self.offices[to],
            outcome=Outcome.MET if placed else Outcome.UNKNOWN,
            citation=placed.citation if placed else None,
        )
