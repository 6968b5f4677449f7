"""What stands between a record and an award: the fewest facts that would have to be otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from thidua.merit.feats import of_feat
from thidua.model.finding import About, Finding, Outcome
from thidua.model.provision import Clause

_FIXED: Final = frozenset(("sex", "martyr", "flag_eligible"))
"""Keys of clauses that no achievement changes."""
_OF_THE_SUBJECT: Final = frozenset(("recipient", "track", "subject", "award-not-in-force"))
"""Findings on who the subject is, which nothing that happens in a year changes."""


def lacking(tree: Finding) -> tuple[Finding, ...]:
    """Return the leaves that stand against an award on the route with the fewest of them.

    Were each of them as the law asks, every fact would hold. Of a choice the route counts that has the fewest that
    nothing changes (:func:`fixed`), then the fewest that are not met, then the fewest that are not known, then the
    fewest that nobody can plan (:func:`thidua.merit.feats.of_feat`), then the first in the law's order.

    Args:
        tree: the findings of a verdict.
    """
    return tuple(leaf for leaf in _route(tree) if leaf.on_facts is not Outcome.MET)


def fixed(about: About) -> bool:
    """Say whether a finding is on what no achievement changes: who the subject is."""
    subject = about.subject
    return about.code in _OF_THE_SUBJECT or (isinstance(subject, Clause) and subject.condition[0] in _FIXED)


def nearest(ways: Iterable[Finding]) -> Finding:
    """Return the way that lacks the fewest findings, as :func:`lacking` counts them."""
    return min(ways, key=lambda way: _length(_route(way)))


def _route(tree: Finding) -> list[Finding]:
    """Return what is not met on the shortest route, judgements left to people among it."""
    if tree.outcome is Outcome.MET:
        return []
    if not tree.children:
        return [tree]
    if tree.about.choice:
        return _route(nearest(tree.children))
    return [leaf for child in tree.children for leaf in _route(child)]


def _length(route: list[Finding]) -> tuple[int, int, int, int]:
    found = [leaf.on_facts for leaf in route]
    return (
        sum(fixed(leaf.about) for leaf in route if leaf.on_facts is Outcome.NOT_MET),
        found.count(Outcome.NOT_MET),
        found.count(Outcome.UNKNOWN),
        sum(of_feat(leaf.about) for leaf in route if leaf.on_facts is not Outcome.MET),
    )
