"""What an award's rule may rest on: its clauses, one below another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from thidua.book.law import Law, Placed
from thidua.model.provision import Clause, Rule


def clauses_of(rule: Placed[Rule], law: Law) -> Iterator[Placed[Clause]]:
    """Yield every clause that a rule may rest on, each before those below it; what must not be is none of them."""
    yield from _below((*rule.entry.all, *rule.entry.any), rule, law)


def _below(names: tuple[str, ...], at: Placed[Any], law: Law) -> Iterator[Placed[Clause]]:
    for name in names:
        placed = law.clause(name, at)
        yield placed
        yield from _below((*(placed.entry.all or ()), *(placed.entry.any or ())), placed, law)
