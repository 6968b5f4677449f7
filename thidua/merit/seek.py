"""From a standard back to what must be achieved for it, year by year, down the whole ladder.

Each clause that the record alone does not meet becomes a want; of alternatives the one that adds least is taken. What
is found here is a proposal: :mod:`thidua.merit.route` follows it year by year and believes only what it sees.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

import attrs

from thidua.merit.climb import Climb
from thidua.merit.feats import of_feat
from thidua.merit.ground import Ground
from thidua.merit.measures import PENDING
from thidua.merit.program import program
from thidua.merit.speaks import subject_gap
from thidua.merit.tree import Group, Leaf, Meets, Node, Routed, Running, Standard
from thidua.merit.wants import Want, Wants, cheapest
from thidua.merit.yearly import SHOWN, At, feat, rated
from thidua.merit.years import counted
from thidua.model.condition import Holds, Run
from thidua.model.duration import Elapsed
from thidua.model.finding import About
from thidua.model.vocabulary import RATINGS

T = TypeVar("T")

LONGER = 20
"""A run is tried so many years longer than asked."""
TRIES = 2
"""So many places for an award or a block of years are tried at either end of those that will do."""


@attrs.define(eq=False)
class Seeker:
    """Seeks on the ground that a climb has covered.

    Each method returns the wants it was given with its own, and None where what is asked cannot be.
    """

    climb: Climb
    ground: Ground = attrs.field(init=False)

    @ground.default
    def _ground(self) -> Ground:
        return Ground(self.climb)

    def standard(self, node: Standard, at: At, wants: Wants) -> Wants | None:
        """Want what one of its rules asks, and every bar."""
        subject = self.climb.record.subject
        rules = [
            ruled
            for ruled in node.rules
            if subject.kind in ruled.entry.recipients and subject_gap(ruled.entry, self.climb.record) == ()
        ]
        found = cheapest(wants, (self.node(ruled.whole, at, wants) for ruled in rules))
        for bar in node.bars:
            spared = bool(subject.tracks) and bar.spared.issuperset(subject.tracks)
            if found is not None and not spared and (not bar.recipients or subject.kind in bar.recipients):
                found = self.node(bar.inner, at, found)
        return found

    def node(self, node: Node, at: At, wants: Wants) -> Wants | None:
        """Want what a node asks."""
        match node:
            case Leaf():
                return self._leaf(node, at, wants)
            case Group(together=False):
                return cheapest(wants, (self.node(part, at, wants) for part in node.parts))
            case Group():
                return self._all(sorted(node.parts, key=_turn), at, wants)
            case Routed():
                proposed = at.kind is None or at.kind in node.kinds
                return self.node(node.inner, at, wants) if proposed else None
            case Meets():
                return cheapest(wants, (self.standard(standard, at, wants) for _, standard in node.standards))
            case Running():
                return self._run(node, at, wants)

    def _all(self, parts: Iterable[Node], at: At, wants: Wants) -> Wants | None:
        found: Wants | None = wants
        for part in parts:
            found = None if found is None else self.node(part, at, found)
        return found

    def _leaf(self, node: Leaf, at: At, wants: Wants) -> Wants | None:
        found = self.ground.recorded(node, at)
        if found is not None and found.outcome >= PENDING:
            return wants
        if node.about.negated:
            return None
        value = node.value
        if isinstance(value, Holds):
            return self._holds(node, value, at, wants)
        if isinstance(value, Elapsed):
            return self._elapsed(value, node.about, at, wants)
        show = feat if of_feat(node.about) else SHOWN.get(node.key)
        if show is not None:
            if not getattr(value, "after", ()):
                return show(self.climb, node, at, wants, found)
            return cheapest(
                wants,
                (
                    show(self.climb, node, attrs.evolve(at, window=(first, at.year)), opened, found)
                    for first, opened in self._since(value.after, node, at, wants)
                ),
            )
        now = self.ground.achieved(node, at)
        return wants if now is not None and now.outcome >= PENDING else None

    def award(self, award: str, year: int, about: About, wants: Wants) -> Wants | None:
        """Want an award for a year, and all that its own standard asks."""
        record = self.climb.could(award, year)
        if record is None:
            return None
        known = wants.award(award, year)
        found = wants.with_one(("award", year, award), Want("award", year, award, (about,)))
        if known:
            return found
        standard = program(self.climb.law, award).tree.standard
        return self.standard(standard, At(year, award, record.commendation), found)

    def _holds(self, node: Leaf, asked: Holds, at: At, wants: Wants) -> Wants | None:
        lens = self.ground.lens(node)
        held = self.ground.held(asked, lens, at.year, at.year)
        if asked.consecutive is None:
            return self._times(node, held, at, wants)
        floor, _, _ = counted(asked.awards, lens, self.climb.most[at.year])
        last = at.year - asked.lag
        ends = range(last, self.climb.record.year - 1, -1) if asked.anywhere else (last,)
        chains = (_chain(end, asked, {year for year in held if year >= floor}) for end in ends)
        return cheapest(wants, (self._receive(years, held, node.about, wants) for years in chains if years))

    def _receive(self, years: Iterable[int], held: dict[int, str | None], about: About, wants: Wants) -> Wants | None:
        found: Wants | None = wants
        for year in years:
            award = held[year]
            if award is not None and found is not None:
                found = self.award(award, year, about, found)
        return found

    def _times(self, node: Leaf, held: dict[int, str | None], at: At, wants: Wants) -> Wants | None:
        asked: Holds = node.value
        first = {"year": at.year, "window": (at.window or (at.year,))[0]}.get(asked.when, 0)
        if not asked.after:
            return self._some(node, {year: held[year] for year in held if year >= first}, wants)
        return cheapest(
            wants,
            (
                self._some(node, {year: held[year] for year in held if year >= max(first, since)}, opened)
                for since, opened in self._since(asked.after, node, at, wants)
            ),
        )

    def _some(self, node: Leaf, held: dict[int, str | None], wants: Wants) -> Wants | None:
        """Want so many of the years in which an award counts: those held or wanted already, then a block of others."""
        ready = [year for year in sorted(held) if (award := held[year]) is None or wants.award(award, year)]
        left = [year for year in sorted(held) if year not in ready]
        need = node.value.times - len(ready)
        if need <= 0:
            return self._receive(ready, held, node.about, wants)
        starts = ends_of(range(len(left) - need + 1))
        if self.ground.lens(node).is_title(node.value.awards[0]):
            # Of equals the latest, which leaves most time; a form of commendation rather not with the one it is for.
            starts.reverse()
        blocks = (left[start : start + need] for start in starts)
        return cheapest(wants, (self._receive((*ready, *years), held, node.about, wants) for years in blocks))

    def _since(self, awards: tuple[str, ...], node: Leaf, at: At, wants: Wants) -> Iterator[tuple[int, Wants]]:
        """Yield ways to hold what opens the years to look in, each with the first of them."""
        return self._openings(Holds(awards=awards), node, at.year, at.year - 1, wants)

    def _openings(
        self, asked: Holds, node: Leaf | Running, year: int, latest: int, wants: Wants
    ) -> Iterator[tuple[int, Wants]]:
        """Yield ways to hold one of some awards by a year, each with the first year after it."""
        held = self.ground.held(asked, self.ground.lens(node), year, latest)
        for when in ends_of(sorted(held)):
            found = self._receive((when,), held, node.about, wants)
            if found is not None:
                yield when + 1, found

    def _elapsed(self, asked: Elapsed, about: About, at: At, wants: Wants) -> Wants | None:
        last = at.year - asked.years
        years = [(year, award) for award in asked.awards for year in self.climb.years_of(award, last)]
        return cheapest(wants, (self.award(award, year, about, wants) for year, award in ends_of(sorted(years))))

    def _run(self, node: Running, at: At, wants: Wants) -> Wants | None:
        asked, lens = node.asked, self.ground.lens(node)
        floor = lens.sure_from(self.climb.most[at.year])
        ends = range(at.year, self.climb.record.year - 1, -1) if asked.anywhere else (at.year,)
        return cheapest(wants, (self._ending(node, asked, end, floor, at, wants) for end in ends))

    def _ending(  # noqa: PLR0913, PLR0917  # a run: which, how long, up to when, since when
        self, node: Running, asked: Run, last: int, floor: int, at: At, wants: Wants
    ) -> Wants | None:
        """Want a run that ends with a year; a longer one than asked where what it must contain needs the time."""
        shortest = last - asked.years + 1
        for begin in range(shortest, max(floor, shortest - LONGER) - 1, -1):
            openings: Iterable[tuple[int, Wants]] = ((floor, wants),)
            if asked.after is not None:
                latest = begin - 1 if asked.follows else at.year
                openings = self._openings(asked.after, node, at.year, latest, wants)
            ways = [
                self._lasting(node, (begin, last), max(floor, first) if asked.follows else floor, at, found)
                for first, found in openings
            ]
            best = cheapest(wants, ways)
            if best is not None or asked.exact or node.within is None or not ways:
                return best
        return None

    def _lasting(self, node: Running, years: tuple[int, int], floor: int, at: At, wants: Wants) -> Wants | None:
        """Want that every year of a run passes, and what it must contain."""
        first, last = years
        found: Wants | None = wants
        for year in range(first, last + 1):
            found = None if found is None else self._passes(node, year, at, found)
        if found is None or node.within is None:
            return found
        while not node.asked.exact and first > floor:
            if self._passes(node, first - 1, at, found) is not found:
                break
            first -= 1
        return self.node(node.within, attrs.evolve(at, window=(first, last)), found)

    def _passes(self, node: Running, year: int, at: At, wants: Wants) -> Wants | None:
        """Want that a year passes: by its rating, or by a title."""
        each, about, record = node.asked.each, node.about, self.climb.base[at.year]
        there = self.climb.record.ratings.get(year)
        well = each.rated is not None and there is not None and RATINGS.index(there) >= RATINGS.index(each.rated)
        if well or any(year in record.held_years.get(title, ()) for title in each.titles):
            return wants
        for title in each.titles:
            if wants.award(title, year):
                return self.award(title, year, about, wants)
        found = None if each.rated is None else rated(self.climb, year, each.rated, about, wants)
        return found or cheapest(wants, (self.award(title, year, about, wants) for title in each.titles))


def _turn(part: Node) -> int:
    """Say when a part's turn comes.

    An initiative first: the titles may rest on the same one. Years that must only be good enough last: they may lean on
    what the titles want.
    """
    return {"initiative": 0, "rated_years": 2}.get(part.key, 1) if isinstance(part, Leaf) else 1


def ends_of(places: Sequence[T]) -> list[T]:
    """Return the first and the last of some places: not all that will do are tried."""
    return list(dict.fromkeys((*places[:TRIES], *places[-TRIES:])))


def _chain(last: int, asked: Holds, years: set[int]) -> list[int] | None:
    """Return the years that lead up to ``last`` in the steps asked; the nearest is best."""
    found = [last]
    while len(found) < (asked.consecutive or 1):
        step = next((back for back in range(asked.apart, asked.spacing + 1) if found[-1] - back in years), None)
        if step is None:
            return None
        found.append(found[-1] - step)
    return found if last in years else None
