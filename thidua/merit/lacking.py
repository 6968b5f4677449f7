"""What stands between a record and an award: the fewest facts that would have to be otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from thidua.merit.feats import of_feat
from thidua.model.condition import Delegated
from thidua.model.finding import About, Finding, Outcome
from thidua.model.provision import Clause
from thidua.model.vocabulary import RATINGS

FIXED: Final = frozenset(("sex", "martyr", "flag_eligible"))
"""Keys of clauses that no achievement changes."""
_OF_THE_SUBJECT: Final = frozenset(("recipient", "track", "subject", "award-not-in-force"))
"""Findings on who the subject is, which nothing that happens in a year changes."""


def lacking(tree: Finding) -> tuple[Finding, ...]:
    """Return the leaves that stand against an award on the route with the fewest of them.

    Were each of them as the law asks, every fact would hold, as far as the texts were read: what a text that was not
    read asks (:func:`unread`) is nothing one can be short of. Of a choice the route counts that has the fewest that
    nothing changes (:func:`fixed`), then the fewest that were not read, then the fewest that nobody can plan
    (:func:`unplanned`), then the fewest that are not met, then the fewest that are not known, then the first in the
    law's order. Of two ratings asked of the year the better one stands alone (:func:`rating_asked`).

    Args:
        tree: the findings of a verdict.
    """
    return tuple(leaf for leaf in _route(tree) if leaf.on_facts is not Outcome.MET and not unread(leaf.about))


def refusing(tree: Finding) -> tuple[Finding, ...]:
    """Return those of the leaves lacking that refuse the award: what is not met, wherever nothing else is open."""
    return tuple(leaf for leaf in _route(tree, Outcome.NOT_MET) if leaf.outcome is Outcome.NOT_MET)


def texts(tree: Finding) -> tuple[Finding, ...]:
    """Return the findings on texts not read that bear on an award: on the route told, or that may open another."""
    on_it = [leaf for leaf in _route(tree) if unread(leaf.about)]
    return tuple({id(leaf.about): leaf for leaf in (*on_it, *_may_open(tree))}.values())


def fixed(about: About) -> bool:
    """Say whether a finding is on what no achievement changes: who the subject is."""
    subject = about.subject
    return about.code in _OF_THE_SUBJECT or (isinstance(subject, Clause) and subject.condition[0] in FIXED)


def unplanned(about: About) -> bool:
    """Say whether a finding is on what nobody can plan: a feat, a prize, a contribution; or time in a post."""
    subject = about.subject
    return of_feat(about) or (isinstance(subject, Clause) and subject.condition[0] == "post")


def unread(about: About) -> bool:
    """Say whether a finding is on criteria that were not read: not encoded, or left to a text that was not brought."""
    return about.code == "not-encoded" or isinstance(about.need, Delegated)


def rating_asked(about: About) -> int:
    """Return which rating of the year a finding asks, from 1 up; 0 where it asks none: the better meets the other."""
    subject = about.subject
    asked = isinstance(subject, Clause) and subject.condition[0] == "rated" and not about.negated
    return RATINGS.index(about.need) + 1 if asked else 0


def nearest(ways: Iterable[Finding]) -> Finding:
    """Return the way that lacks the fewest findings, as :func:`lacking` counts them."""
    return min(ways, key=lambda way: _length(_route(way)))


def _route(tree: Finding, worst: Outcome = Outcome.PENDING) -> list[Finding]:
    """Return what is no better than ``worst`` on the shortest route, judgements left to people among it."""
    if tree.outcome > worst:
        return []
    if not tree.children:
        return [tree]
    if tree.about.choice:
        return _route(nearest(tree.children), worst)
    return _strictest([leaf for child in tree.children for leaf in _route(child, worst)])


def _strictest(route: list[Finding]) -> list[Finding]:
    """Leave out a rating of the year beside a better one, and one asked twice."""
    asked = [leaf for leaf in route if leaf.on_facts is not Outcome.MET and rating_asked(leaf.about)]
    if len(asked) < 2:  # noqa: PLR2004  # nothing stands beside another
        return route
    best = max(asked, key=lambda leaf: rating_asked(leaf.about))
    return [leaf for leaf in route if leaf is best or not any(leaf is each for each in asked)]


def _may_open(tree: Finding) -> Iterator[Finding]:
    """Yield the findings on texts not read that may yet be met with all that stands beside them."""
    if tree.on_facts is not Outcome.UNKNOWN:
        return
    if not tree.children and unread(tree.about):
        yield tree
    for child in tree.children:
        yield from _may_open(child)


def _length(route: list[Finding]) -> tuple[int, ...]:
    read = [leaf for leaf in route if not unread(leaf.about)]
    found = [leaf.on_facts for leaf in read]
    return (
        sum(fixed(leaf.about) for leaf in read if leaf.on_facts is Outcome.NOT_MET),
        len(route) - len(read),
        sum(unplanned(leaf.about) for leaf in read if leaf.on_facts is not Outcome.MET),
        found.count(Outcome.NOT_MET),
        found.count(Outcome.UNKNOWN),
    )
