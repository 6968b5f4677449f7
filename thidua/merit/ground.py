"""The ground a climb has covered, as a leaf of the law looks back on it; what was asked once is not measured again."""

from __future__ import annotations

import attrs

from thidua.merit.climb import Climb
from thidua.merit.combine import Judge
from thidua.merit.lens import Lens
from thidua.merit.measures import MET, Window
from thidua.merit.program import node_judge
from thidua.merit.tree import Leaf, Running
from thidua.merit.yearly import At
from thidua.model.condition import Holds
from thidua.model.finding import Finding


@attrs.define(eq=False)
class Ground:
    """What a climb shows to one leaf in one year."""

    climb: Climb
    _judges: dict[int, Judge] = attrs.field(factory=dict)
    _lenses: dict[int, Lens] = attrs.field(factory=dict)
    _answers: dict[tuple[object, ...], Finding | None] = attrs.field(factory=dict)

    def recorded(self, node: Leaf, at: At) -> Finding | None:
        """Return what the record alone answers."""
        key = (id(node), at.year, at.window)
        if key not in self._answers:
            self._answers[key] = self._judge(node)(self.climb.base[at.year], _window(at))
        return self._answers[key]

    def achieved(self, node: Leaf, at: At) -> Finding | None:
        """Return what the record answers with all that was achieved."""
        return self._judge(node)(self.climb.most[at.year], _window(at))

    def _judge(self, node: Leaf) -> Judge:
        judge = self._judges.get(id(node))
        if judge is None:
            judge = self._judges[id(node)] = node_judge(node)
        return judge

    def lens(self, node: Leaf | Running) -> Lens:
        """Return how the law looks back on the route that a node stands in."""
        lens = self._lenses.get(id(node))
        if lens is None:
            lens = self._lenses[id(node)] = node.outlook.lens()
        return lens

    def held(self, asked: Holds, lens: Lens, year: int, last: int) -> dict[int, str | None]:
        """Return the years up to ``last`` in which one of the awards counts, seen from a year.

        None where the record holds it, else which to receive.
        """
        found: dict[int, str | None] = {}
        for award in asked.awards:
            for when in self.climb.years_of(award, last):
                record = self.climb.could(award, when)
                if record is not None and lens.counts(record, asked.commendations) is MET:
                    found.setdefault(when, award)
        for record, counts in lens.held(asked.awards, asked.commendations, self.climb.base[year]):
            if counts is MET and record.year <= last:
                found[record.year] = None
        return found


def _window(at: At) -> Window | None:
    return None if at.window is None else Window(at.window[0], *at.window)
