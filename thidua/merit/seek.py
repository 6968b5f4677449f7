"""From a standard back to what must be achieved for it, year by year, down the whole ladder.

Each clause that the record alone does not meet becomes a want; of alternatives the one that adds least is taken. What is
found here is a proposal: :mod:`thidua.merit.route` follows it year by year and believes only what it sees.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

import attrs

from thidua.merit.climb import Climb
from thidua.merit.combine import Judge
from thidua.merit.ladder import PLANNED_KINDS, of_feat
from thidua.merit.lens import Lens
from thidua.merit.measures import MET, PENDING, Window
from thidua.merit.program import node_judge, program
from thidua.merit.speaks import subject_gap
from thidua.merit.tree import Group, Leaf, Meets, Node, Routed, Running, Standard
from thidua.merit.wants import User, Want, Wants, cheapest, initiative_wanted
from thidua.model.condition import HasMembers, Holds, InitiativeOf, Run
from thidua.model.duration import Elapsed, RatedYears
from thidua.model.finding import About
from thidua.model.vocabulary import RATINGS, Commendation, Rating

LONGER = 20
"""A run is tried so many years longer than asked."""
TRIES = 3
"""So many places for a block of years are tried at either end of those that will do."""


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


@attrs.define(eq=False)
class Seeker:
    """Seeks on the ground that a climb has covered; each method returns the wants with its own, None if it cannot be."""

    climb: Climb
    _judges: dict[int, Judge] = attrs.field(factory=dict)
    _lenses: dict[int, Lens] = attrs.field(factory=dict)

    def standard(self, node: Standard, at: At, wants: Wants) -> Wants | None:
        """Want what one of its rules asks, and every bar."""
        subject = self.climb.record.subject
        rules = [
            ruled
            for ruled in node.rules
            if subject.kind in ruled.entry.recipients and subject_gap(ruled.entry, self.climb.record) == ()
        ]
        found = cheapest(self.node(ruled.whole, at, wants) for ruled in rules)
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
                return cheapest(self.node(part, at, wants) for part in node.parts)
            case Group():
                # Years that must only be good enough come last: they may lean on what the titles want.
                parts = sorted(node.parts, key=lambda part: isinstance(part, Leaf) and part.key == "rated_years")
                return self._all(parts, at, wants)
            case Routed():
                proposed = at.kind is None or at.kind in node.kinds
                return self.node(node.inner, at, wants) if proposed else None
            case Meets():
                return cheapest(self.standard(standard, at, wants) for _, standard in node.standards)
            case Running():
                return self._run(node, at, wants)

    def _all(self, parts: Iterable[Node], at: At, wants: Wants) -> Wants | None:
        found: Wants | None = wants
        for part in parts:
            found = None if found is None else self.node(part, at, found)
        return found

    def _leaf(self, node: Leaf, at: At, wants: Wants) -> Wants | None:
        judge = self._judges.get(id(node))
        if judge is None:
            judge = self._judges[id(node)] = node_judge(node)
        window = None if at.window is None else Window(at.window[0], *at.window)
        found = judge(self.climb.base[at.year], window)
        if found is not None and found.outcome >= PENDING:
            return wants
        if node.about.negated:
            return None
        if of_feat(node):
            return self._feat(node, at, wants)
        match node.value:
            case Holds():
                return self._holds(node, node.value, at, wants)
            case Elapsed():
                return self._elapsed(node.value, node.about, at, wants)
            case RatedYears():
                return self._rated_years(node.value, node.about, at, wants)
            case InitiativeOf():
                have = len(found.have) if found is not None and isinstance(found.have, tuple) else 0
                return self._initiatives(node, at, wants, have)
        if node.key == "rated":
            return self._rated(at.year, node.value, node.about, wants)
        if node.key in ("members", "worst_discipline_below", "has_members", "leads"):
            return self._of_year(node, at, wants)
        now = judge(self.climb.most[at.year], window)
        return wants if now is not None and now.outcome >= PENDING else None

    # ------------------------------------------------------------------------------------------ what a year may show

    def _rated(self, year: int, least: Rating, about: About, wants: Wants) -> Wants | None:
        there = self.climb.record.ratings.get(year)
        if there is not None:
            return wants if RATINGS.index(there) >= RATINGS.index(least) else None
        if year < self.climb.open_from:
            return None
        rating = max(least, wants.rating(year) or least, key=RATINGS.index)
        return wants.with_one(("rated", year), Want("rated", year, rating, (about,)))

    def _of_year(self, node: Leaf, at: At, wants: Wants) -> Wants | None:
        """Want what a collective shows in a year, unless the record of the year says otherwise."""
        now = self._judges[id(node)](self.climb.most[at.year], None)
        if now is None or now.outcome is not MET or at.year not in self.climb.deeds:
            return None
        key = (node.key, at.year, node.value.award if isinstance(node.value, HasMembers) else node.value)
        return wants.with_one(key, Want(node.key, at.year, node.value, (node.about,)))

    def _feat(self, node: Leaf, at: At, wants: Wants) -> Wants | None:
        if not self.climb.feats or at.year not in self.climb.deeds:
            return None
        if getattr(node.value, "when", "year") != "year":
            for key, want in wants.of.items():
                if want.value == node.value and want.year <= at.year:
                    return wants.with_one(key, attrs.evolve(want, asked=(node.about,)))
        return wants.with_one((node.key, at.year, node.value), Want(node.key, at.year, node.value, (node.about,)))

    def _initiatives(self, node: Leaf, at: At, wants: Wants, have: int) -> Wants | None:
        asked: InitiativeOf = node.value
        first = at.window[0] if asked.when == "window" and at.window else at.year if asked.when == "year" else 0
        found: Wants | None = wants
        if asked.after:
            first, found = self._after(asked.after, node, at, wants)
        years = (max(first, self.climb.open_from), at.year)
        if found is None or years[0] > years[1]:
            return None
        new = initiative_wanted(asked, years, at.user, PLANNED_KINDS)
        taken: set[object] = set()
        for number in range(asked.number - have):
            key = ("initiative", len(wants.of), node.about.code, *at.user, number)
            value = new
            for there, want in found.initiatives:
                both = want.value.shared(new) if there not in taken and self._may_share(want, node) else None
                if both is not None:
                    key, value = there, both
                    break
            taken.add(key)
            found = found.with_one(key, Want("initiative", value.last, value, (node.about,)))
        return found

    def _may_share(self, want: Want, node: Leaf) -> bool:
        """Say whether the law lets an initiative ground this award and those it is wanted for."""
        own = node.outlook.award
        for other, _ in want.value.users:
            for one, two in ((own, other), (other, own)):
                spared = attrs.evolve(node.outlook, award=one).spared()
                if spared is not None and two not in spared:
                    return False
        return True

    def _rated_years(self, asked: RatedYears, about: About, at: At, wants: Wants) -> Wants | None:
        first = at.window[0] if asked.when == "window" and at.window else min(self.climb.record.ratings, default=0)
        good = RATINGS.index(asked.rated)
        need = asked.times
        options: list[tuple[int, int]] = []
        for year in range(max(first, self.climb.record.year - 100), at.year + 1):
            there = self.climb.record.ratings.get(year)
            wanted = wants.rating(year)
            if RATINGS.index(there or wanted or RATINGS[0]) >= good:
                need -= 1
            elif there is None and year >= self.climb.open_from:
                options.append((wanted is None, -year))
        if need > len(options):
            return None
        found: Wants | None = wants
        for _, back in sorted(options)[: max(need, 0)]:
            found = None if found is None else self._rated(-back, asked.rated, about, found)
        return found

    # ------------------------------------------------------------------------------------------ awards held

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
        floor = lens.sure_from(self.climb.most[at.year])
        last = at.year - asked.lag
        ends = range(last, self.climb.record.year - 1, -1) if asked.anywhere else (last,)
        chains = (_chain(end, asked, {year for year in held if year >= floor}) for end in ends)
        return cheapest(self._receive(years, held, node.about, wants) for years in chains if years)

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
        return cheapest(self._receive((*ready, *years), held, node.about, begun) for years in blocks)

    def _after(
        self, awards: tuple[str, ...], node: Leaf, at: At, wants: Wants
    ) -> tuple[int, Wants | None]:
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
        return cheapest(self.award(award, year, about, wants) for year, award in ways)

    def _run(self, node: Running, at: At, wants: Wants) -> Wants | None:
        asked, lens = node.asked, self._lens(node)
        floor = lens.sure_from(self.climb.most[at.year])
        ends = range(at.year, self.climb.record.year - 1, -1) if asked.anywhere else (at.year,)
        return cheapest(self._ending(node, asked, end, floor, at, wants) for end in ends)

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
        rated = each.rated is not None and there is not None and RATINGS.index(there) >= RATINGS.index(each.rated)
        if rated or any(year in record.held_years.get(title, ()) for title in each.titles):
            return wants
        by_rating = () if each.rated is None else (self._rated(year, each.rated, about, wants),)
        by_title = (self.award(title, year, about, wants) for title in each.titles)
        return cheapest(chain(by_rating, by_title))


def _chain(last: int, asked: Holds, years: set[int]) -> list[int] | None:
    """Return the years that lead up to ``last`` in the steps asked; the nearest is best."""
    found = [last]
    while len(found) < (asked.consecutive or 1):
        step = next((back for back in range(asked.apart, asked.spacing + 1) if found[-1] - back in years), None)
        if step is None:
            return None
        found.append(found[-1] - step)
    return found if last in years else None

