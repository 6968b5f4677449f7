"""From a standard back to what must be achieved for it, year by year, down the whole ladder.

Each clause that the record alone does not meet becomes a want; of alternatives the one that adds least is taken. What
is found here is a proposal: :mod:`thidua.merit.route` follows it year by year and believes only what it sees.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from thidua.merit.climb import Climb
from thidua.merit.combine import Judge
from thidua.merit.ladder import of_feat
from thidua.merit.lens import Lens
from thidua.merit.measures import MET, PENDING, Window
from thidua.merit.program import node_judge, program
from thidua.merit.speaks import subject_gap
from thidua.merit.tree import Group, Leaf, Meets, Node, Routed, Running, Standard
from thidua.merit.wants import Want, Wants, cheapest
from thidua.merit.yearly import SHOWN, At, feat, rated
from thidua.merit.years import counted
from thidua.model.condition import Holds, InitiativeOf, Run
from thidua.model.duration import Elapsed
from thidua.model.finding import About, Finding
from thidua.model.vocabulary import RATINGS

LONGER = 20
"""A run is tried so many years longer than asked."""
TRIES = 3
"""So many places for a block of years are tried at either end of those that will do."""


@attrs.define(eq=False)
class Seeker:
    """Seeks on the ground that a climb has covered.

    Each method returns the wants it was given with its own, and None where what is asked cannot be.
    """

    climb: Climb
    _judges: dict[int, Judge] = attrs.field(factory=dict)
    _lenses: dict[int, Lens] = attrs.field(factory=dict)
    _answers: dict[tuple[object, ...], Finding | None] = attrs.field(factory=dict)

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
                # Years that must only be good enough come last: they may lean on what the titles want.
                parts = sorted(node.parts, key=lambda part: isinstance(part, Leaf) and part.key == "rated_years")
                return self._all(parts, at, wants)
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
        found = self._recorded(node, at)
        if found is not None and found.outcome >= PENDING:
            return wants
        if node.about.negated:
            return None
        value = node.value
        if isinstance(value, Holds):
            return self._holds(node, value, at, wants)
        if isinstance(value, Elapsed):
            return self._elapsed(value, node.about, at, wants)
        if isinstance(value, InitiativeOf) and value.after:
            first, opened = self._after(value.after, node, at, wants)
            at, wants = attrs.evolve(at, window=(first, at.year)), opened or wants
        show = feat if of_feat(node) else SHOWN.get(node.key)
        if show is not None:
            return show(self.climb, node, at, wants, found)
        now = self._judge(node)(self.climb.most[at.year], _window(at))
        return wants if now is not None and now.outcome >= PENDING else None

    def _judge(self, node: Leaf) -> Judge:
        judge = self._judges.get(id(node))
        if judge is None:
            judge = self._judges[id(node)] = node_judge(node)
        return judge

    def _recorded(self, node: Leaf, at: At) -> Finding | None:
        """Return what the record alone answers in a year."""
        key = (id(node), at.year, at.window)
        if key not in self._answers:
            self._answers[key] = self._judge(node)(self.climb.base[at.year], _window(at))
        return self._answers[key]

    def award(self, award: str, year: int, about: About, wants: Wants) -> Wants | None:
        """Want an award for a year, and all that its own standard asks."""
        record = self.climb.got.get((award, year))
        if record is None:
            return None
        known = wants.award(award, year)
        found = wants.with_one(("award", year, award), Want("award", year, award, (about,)))
        if known:
            return found
        standard = program(self.climb.law, award).tree.standard
        return self.standard(standard, At(year, award, record.commendation), found)

    def _lens(self, node: Leaf | Running) -> Lens:
        lens = self._lenses.get(id(node))
        if lens is None:
            lens = self._lenses[id(node)] = node.outlook.lens()
        return lens

    def _held(self, asked: Holds, lens: Lens, year: int) -> dict[int, str | None]:
        """Return the years in which one of the awards counts: None where the record holds it, else which to receive."""
        found: dict[int, str | None] = {}
        for (award, when), record in self.climb.got.items():
            if when <= year and award in asked.awards and lens.counts(record, asked.commendations) is MET:
                found.setdefault(when, award)
        for record, counts in lens.held(asked.awards, asked.commendations, self.climb.base[year]):
            if counts is MET:
                found[record.year] = None
        return found

    def _holds(self, node: Leaf, asked: Holds, at: At, wants: Wants) -> Wants | None:
        lens = self._lens(node)
        held = self._held(asked, lens, at.year)
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
        first, last = {"year": (at.year, at.year), "window": at.window or (at.year, at.year)}.get(
            asked.when, (0, at.year)
        )
        begun: Wants | None = wants
        if asked.after:
            after, begun = self._after(asked.after, node, at, wants)
            first = max(first, after)
        if begun is None:
            return None
        inside = sorted(year for year in held if first <= year <= last)
        ready = [year for year in inside if (award := held[year]) is None or begun.award(award, year)]
        left = [year for year in inside if year not in ready]
        need = asked.times - len(ready)
        if need <= 0:
            return self._receive(ready, held, node.about, begun)
        places = range(len(left) - need + 1)
        starts = dict.fromkeys((*places[:TRIES], *places[-TRIES:]))
        # The latest first: of equals the plan that leaves most time.
        blocks = (left[start : start + need] for start in sorted(starts, reverse=True))
        return cheapest(wants, (self._receive((*ready, *years), held, node.about, begun) for years in blocks))

    def _after(self, awards: tuple[str, ...], node: Leaf, at: At, wants: Wants) -> tuple[int, Wants | None]:
        """Want the award that opens the years to look in; return the first of them."""
        found = self._opened(Holds(awards=awards), self._lens(node), at, wants, at.year - 1, node.about)
        return found if found is not None else (at.year, None)

    def _opened(  # noqa: PLR0913, PLR0917  # whose, since when at the latest, and for whom
        self, asked: Holds, lens: Lens, at: At, wants: Wants, latest: int, about: About
    ) -> tuple[int, Wants] | None:
        """Want one of some awards held by a year; return the first year after it."""
        held = self._held(asked, lens, at.year)
        years = sorted(year for year in held if year <= latest)
        ways = []
        for year in dict.fromkeys((*years[:1], *years[-1:])):
            found = self._receive((year,), held, about, wants)
            if found is not None:
                ways.append((found.cost, year + 1, found))
        if not ways:
            return None
        _, first, found = min(ways, key=lambda way: way[0])
        return first, found

    def _elapsed(self, asked: Elapsed, about: About, at: At, wants: Wants) -> Wants | None:
        years = sorted(
            (year, award) for award, year in self.climb.got if award in asked.awards and year <= at.year - asked.years
        )
        ways = dict.fromkeys((*years[:1], *years[-1:]))
        return cheapest(wants, (self.award(award, year, about, wants) for year, award in ways))

    def _run(self, node: Running, at: At, wants: Wants) -> Wants | None:
        asked, lens = node.asked, self._lens(node)
        floor = lens.sure_from(self.climb.most[at.year])
        ends = range(at.year, self.climb.record.year - 1, -1) if asked.anywhere else (at.year,)
        return cheapest(wants, (self._ending(node, asked, end, floor, at, wants) for end in ends))

    def _ending(  # noqa: PLR0913, PLR0917  # a run: which, how long, up to when, since when
        self, node: Running, asked: Run, last: int, floor: int, at: At, wants: Wants
    ) -> Wants | None:
        """Want a run that ends with a year; a longer one than asked where what it must contain needs the time."""
        shortest = last - asked.years + 1
        for begin in range(shortest, max(floor, shortest - LONGER) - 1, -1):
            found: Wants | None = wants
            since = floor
            if asked.after is not None:
                latest = begin - 1 if asked.follows else at.year
                opened = self._opened(asked.after, self._lens(node), at, wants, latest, node.about)
                if opened is None:
                    return None
                since, found = (max(floor, opened[0]) if asked.follows else floor), opened[1]
            for year in range(begin, last + 1):
                found = None if found is None else self._passes(asked, year, node.about, found)
            if found is None or node.within is None:
                return found
            first = begin
            while not asked.exact and first > since and self._passes(asked, first - 1, node.about, found) is found:
                first -= 1
            inside = self.node(node.within, attrs.evolve(at, window=(first, last)), found)
            if inside is not None or asked.exact:
                return inside
        return None

    def _passes(self, asked: Run, year: int, about: About, wants: Wants) -> Wants | None:
        """Want that a year passes: by its rating, or by a title."""
        each = asked.each
        record = self.climb.base[max(self.climb.base)]
        there = self.climb.record.ratings.get(year)
        well = each.rated is not None and there is not None and RATINGS.index(there) >= RATINGS.index(each.rated)
        if well or any(year in record.held_years.get(title, ()) for title in each.titles):
            return wants
        for title in each.titles:
            if wants.award(title, year):
                return self.award(title, year, about, wants)
        found = None if each.rated is None else rated(self.climb, year, each.rated, about, wants)
        return found or cheapest(wants, (self.award(title, year, about, wants) for title in each.titles))


def _window(at: At) -> Window | None:
    return None if at.window is None else Window(at.window[0], *at.window)


def _chain(last: int, asked: Holds, years: set[int]) -> list[int] | None:
    """Return the years that lead up to ``last`` in the steps asked; the nearest is best."""
    found = [last]
    while len(found) < (asked.consecutive or 1):
        step = next((back for back in range(asked.apart, asked.spacing + 1) if found[-1] - back in years), None)
        if step is None:
            return None
        found.append(found[-1] - step)
    return found if last in years else None
