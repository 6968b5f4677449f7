"""A record on a line of years, with the years that a verdict looked at."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import Final

import attrs

from thidua.model.finding import Outcome

MOST: Final = 24
"""So many years of a record are drawn; what lies before them is drawn in the first, with an arrow."""


@attrs.frozen
class Mark:
    """Something on record from one year to another: how it is drawn, and what it was."""

    first: int
    last: int
    sign: str
    told: str


@attrs.frozen
class Lane:
    """Facts of one kind, year by year."""

    label: str
    marks: tuple[Mark, ...]


@attrs.frozen
class Looked:
    """Years that a clause looked at, what it asks, and whether it is met."""

    first: int
    last: int
    outcome: Outcome
    asks: str
    where: str


@attrs.frozen(slots=False)
class Timeline:
    """A record on a line of years: ``print`` it, or let a notebook show it.

    Attributes:
        title: the award, the year and the outcome.
        lanes: what is on record.
        looked: what the clauses on the way told looked at.
        legend: what the signs say.
        most: how many years are drawn.
    """

    title: str
    lanes: tuple[Lane, ...]
    looked: tuple[Looked, ...]
    legend: str
    most: int = MOST

    @cached_property
    def years(self) -> range:
        """The years drawn."""
        spans = [(mark.first, mark.last) for lane in self.lanes for mark in lane.marks]
        spans += [(each.first, each.last) for each in self.looked]
        last = max(end for _, end in spans)
        return range(max(min(first for first, _ in spans), last + 1 - self.most), last + 1)

    def __str__(self) -> str:
        """Draw it for a terminal."""
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.timeline").text(self)
        return text

    def _repr_svg_(self) -> str:
        drawn: str = import_module("thidua.wording.timeline_svg").svg(self)
        return drawn
