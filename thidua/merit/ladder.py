"""What an award rests on: the awards below it, what their clauses ask of a year, and the roads that lead to it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from thidua.book.law import Law
from thidua.merit.feats import of_feat
from thidua.merit.program import program
from thidua.merit.speaks import speaks
from thidua.merit.tree import Group, Leaf, Meets, Node, Routed, Running, Standard, Tree
from thidua.model.award import Award
from thidua.model.condition import Holds, InitiativeOf
from thidua.model.dossier import Dossier
from thidua.model.duration import Elapsed
from thidua.model.finding import About


def nodes(node: Node) -> Iterator[Node]:
    """Yield a node and those below it, the standards of other awards among them."""
    yield node
    match node:
        case Group():
            for part in node.parts:
                yield from nodes(part)
        case Routed():
            yield from nodes(node.inner)
        case Running() if node.within is not None:
            yield from nodes(node.within)
        case Meets():
            for _, standard in node.standards:
                yield from asked_by(standard)


def asked_by(standard: Standard) -> Iterator[Node]:
    """Yield all that a standard asks: of its rules and its bars."""
    for ruled in standard.rules:
        yield from nodes(ruled.whole)
    for bar in standard.bars:
        yield from nodes(bar.inner)


@attrs.frozen
class Named:
    """An award that a clause wants held; ``again``: in years of its own, so that one held long ago may not do."""

    award: str
    again: bool


def named(node: Node) -> Iterator[Named]:
    """Yield the awards that a node wants held."""
    if isinstance(node, Running):
        after = node.asked.after
        yield from (Named(award, again=False) for award in (after.awards if after else ()))
        yield from (Named(award, again=True) for award in node.asked.each.titles)
    elif isinstance(node, Leaf) and not node.about.negated:
        value = node.value
        if isinstance(value, Holds):
            again = value.when != "ever" or value.times > 1 or value.consecutive is not None
            yield from (Named(award, again) for award in value.awards)
        if isinstance(value, Elapsed):
            yield from (Named(award, again=False) for award in value.awards)
        yield from (Named(award, again=False) for award in getattr(value, "after", ()))


@attrs.frozen
class Ladder:
    """The awards below one award, the lowest first, and which of them it may pay to receive more than once."""

    rungs: tuple[Award, ...]
    again: frozenset[str]
    asked: tuple[tuple[str, Node], ...]
    """All that the rungs and the award itself ask, with the award that asks it."""
    closed: frozenset[str]
    """Awards that such a subject does not receive: the flags, of a collective that may receive none."""


def ladder(law: Law, goal: Award, dossier: Dossier) -> Ladder:
    """Read the ladder to an award for the subject of a dossier."""
    order: dict[str, Award] = {}
    asked: list[tuple[str, Node]] = []
    again: set[str] = set()
    closed: set[str] = set()
    path: list[str] = []

    def climb(award: Award) -> None:
        if award.id in path or award.id in order or dossier.subject.kind not in award.recipients:
            return
        path.append(award.id)
        for ruled in program(law, award).tree.standard.rules:
            if not speaks(ruled.entry, dossier):
                continue
            for node in nodes(ruled.whole):
                asked.append((award.id, node))
                for each in named(node):
                    if each.again:
                        again.add(each.award)
                    below = law.statute.awards.get(each.award)
                    if below is not None and dossier.subject.flag_eligible is False and _is_flag(below):
                        closed.add(below.id)
                    elif below is not None:
                        climb(below)
        path.pop()
        order[award.id] = award

    climb(goal)
    order.pop(goal.id, None)
    return Ladder(tuple(order.values()), frozenset(again), tuple(asked), frozenset(closed))


def _is_flag(award: Award) -> bool:
    return award.is_title and award.label.startswith("Cờ thi đua")


@attrs.frozen(eq=False)
class Road:
    """One of the roads to an award: its tree with one alternative in place of each first choice.

    ``about`` is the alternative taken; the award's own where there is no choice.
    """

    about: About
    tree: Tree


def roads(whole: Tree, dossier: Dossier) -> tuple[Road, ...]:
    """Return the roads of an award that speak of this subject and of the kind of commendation proposed."""
    found: dict[str, Road] = {}
    for ruled in whole.standard.rules:
        if not speaks(ruled.entry, dossier):
            continue
        for about, node in _alternatives(ruled.whole, dossier):
            assert isinstance(node, Group)  # noqa: S101  # an alternative of a group is that group, narrowed
            narrowed = attrs.evolve(whole.standard, rules=(attrs.evolve(ruled, whole=node),))
            found.setdefault(about.code, Road(about, attrs.evolve(whole, standard=narrowed)))
    return tuple(found.values())


def _alternatives(node: Node, dossier: Dossier) -> list[tuple[About, Node]]:
    """Return a node once for each way to take its first choice."""
    match node:
        case Group(together=False):
            return [each for part in node.parts for each in _alternatives(part, dossier)]
        case Group():
            for index, part in enumerate(node.parts):
                ways = _alternatives(part, dossier)
                if len(ways) != 1:
                    return [
                        (about, attrs.evolve(node, parts=(*node.parts[:index], way, *node.parts[index + 1 :])))
                        for about, way in ways
                    ]
            return [(node.about, node)]
        case Routed():
            if dossier.commendation is not None and dossier.commendation not in node.kinds:
                return []
            return [(about, attrs.evolve(node, inner=inner)) for about, inner in _alternatives(node.inner, dossier)]
        case Running() if node.within is not None:
            return [
                (about if len(ways) > 1 else node.about, attrs.evolve(node, within=inner))
                for ways in [_alternatives(node.within, dossier)]
                for about, inner in ways
            ]
    return [(node.about, node)]


def initiatives_asked(asked: tuple[tuple[str, Node], ...]) -> dict[tuple[str, InitiativeOf], None]:
    """Return the initiatives that a year's work may aim at, by the award that asks for them."""
    return {
        (award, node.value): None
        for award, node in asked
        if isinstance(node, Leaf) and node.key == "initiative" and not node.about.negated and not of_feat(node.about)
    }
