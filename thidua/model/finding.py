"""What a check answers: four ordered outcomes, and a tree of findings with their articles."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import Any, NamedTuple

import attrs

from thidua.model.citation import Citation


class Outcome(IntEnum):
    """The four answers, ordered: *all* is their minimum, *any* their maximum.

    >>> min(Outcome.MET, Outcome.UNKNOWN), max(Outcome.NOT_MET, Outcome.PENDING)
    (<Outcome.UNKNOWN: 1>, <Outcome.PENDING: 2>)
    """

    NOT_MET = 0
    UNKNOWN = 1
    """A fact is missing."""
    PENDING = 2
    """Every fact holds; what is left is a judgement the law reserves to people."""
    MET = 3

    def __str__(self) -> str:
        return self.name


@attrs.frozen
class About:
    """What a finding speaks of; made once for each clause of a law, shared by every finding on it."""

    code: str
    citation: Citation | None = None
    need: Any = None
    subject: Any = attrs.field(default=None, repr=False)
    """The entry of the law, the condition or the check behind it, for wording."""
    negated: bool = False
    """The leaf stands under a *none*: what it asks must not be."""
    choice: bool = False
    """One of the children is enough."""


class Finding(NamedTuple):
    """One finding and those it rests on.

    A named tuple, because a verdict makes ten of them in a few microseconds: an attrs class takes three times as long.

    Attributes:
        about: the shared part: code, citation, need, subject.
        outcome: NOT_MET, UNKNOWN, PENDING or MET.
        have: what the record shows; None when nothing is known.
        children: the findings this one combines.
        on_facts: the outcome with every judgement taken as given.
        missing: paths of the facts that would settle an UNKNOWN.
    """

    about: About
    outcome: Outcome
    have: Any
    children: tuple[Finding, ...]
    on_facts: Outcome
    missing: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The clause, rule or check that speaks: ``"23.2-excellent"``, ``"recipient"``."""
        return self.about.code

    @property
    def citation(self) -> Citation | None:
        """Where it is written; None for a check that no article states."""
        return self.about.citation

    @property
    def need(self) -> Any:
        """What the law asks."""
        return self.about.need

    def walk(self) -> Iterator[Finding]:
        """Yield this finding, then those below it, depth first."""
        yield self
        for child in self.children:
            yield from child.walk()


def fact(
    about: About, outcome: Outcome, have: Any = None, children: tuple[Finding, ...] = (), missing: tuple[str, ...] = ()
) -> Finding:
    """Make a finding on which no judgement bears: its outcome on the facts is its outcome."""
    return Finding(about, outcome, have, children, outcome, missing)
