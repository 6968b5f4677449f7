"""Who leads a cluster or bloc: its members' points by its own document, each traced to a figure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from thidua.book.governing import of_a_day
from thidua.book.law import Law, Placed
from thidua.errors import InputError, Problem, UnknownTerm, both, either, worded
from thidua.model.cluster import ClusterEntry, Criterion, Role
from thidua.model.deciding import Exact
from thidua.model.results import ClusterResults, Figure
from thidua.movement.points import Number, Points, number_of, points_of
from thidua.movement.ranking import Place, ranked
from thidua.movement.scored import Card, Part, Scoreboard, named
from thidua.text import did_you_mean, fold, nearest


def score(results: ClusterResults, law: Law) -> Scoreboard:
    """Score the members of a cluster by the criteria of its own document, and rank them.

    No criterion, weight or point is the library's own. A figure that is missing leaves points between their bounds,
    and the ranks that hang on it open; points, totals and comparisons are exact.

    Args:
        results: the figures.
        law: the law of a day with the cluster's document laid over it: ``law_on(day, load_document(path))``.

    Raises:
        UnknownTerm: no document has such a cluster.
        InputError: several clusters of this name; a figure of no member, or for no criterion; a figure that the
            criterion's rule cannot take (a number for a question, another unit); a cluster without criteria, told apart
            by one that is not there, or whose criteria do not come to the points that it says; ``law_on`` for a law.

    Source: the cluster's own document. Luật 06/2022/QH15 khoản 2 Điều 16 has clusters, and sets no criteria for them.
    """
    law = of_a_day(law)
    placed = _cluster(results.cluster, law)
    criteria = _criteria(placed, law)
    found = _figures(results, placed.entry, criteria)
    cards = [(member, _parts(member, placed.entry.members, criteria, found)) for member in placed.entry.members]
    sums = {member: _sums(parts, placed.entry) for member, parts in cards}
    ties = placed.entry.ties
    places = ranked({member: (sums[member][-1], *_ties(parts, ties)) for member, parts in cards}, ties)
    made = [_card(member, parts, sums[member], places[member]) for member, parts in cards]
    return Scoreboard(
        cluster=placed.entry,
        year=results.year,
        cards=tuple(sorted(made, key=lambda card: (card.place.best, card.place.worst))),
        citation=placed.citation,
        source=results.source,
    )


def _cluster(name: str, law: Law) -> Placed[ClusterEntry]:
    """Find a cluster by id or name."""
    known = law.of(ClusterEntry)
    found = [each for each in known if fold(name) in (fold(each.entry.id), fold(each.entry.label))]
    if len(found) > 1:
        homes = both(dict.fromkeys(each.header.id for each in found))
        sentence = worded(
            "several clusters are called {name!r}, in {homes}: give each an id of its own", name=name, homes=homes
        )
        raise InputError.one("$.cluster", "ambiguous", sentence)
    if not found:
        names = (text for each in known for text in (each.entry.id, each.entry.label))
        raise UnknownTerm("cluster", name, nearest(name, names))
    return found[0]


def _criteria(cluster: Placed[ClusterEntry], law: Law) -> tuple[Placed[Criterion], ...]:
    """Return the criteria of the cluster's own document, and of one that rewrites it; others are other clusters'."""
    shelf = law.statute.shelf
    homes = {home for (_, home, _), placed in shelf.items() if placed is cluster}
    own = dict.fromkeys(
        placed
        for (table, home, _), placed in shelf.items()
        if table == Criterion.table and home in homes
        if cluster.entry.id in (placed.entry.clusters or (cluster.entry.id,))
    )
    place, source = f"cluster {cluster.entry.id!r}", cluster.header.id
    if not own:
        raise InputError.one(
            place,
            "missing",
            worded("no [[criterion]] of {names} is for it", names=either(sorted(homes))),
            source=source,
        )
    known = tuple(each.entry.id for each in own)
    for name in cluster.entry.ties:
        if name not in known:
            sentence = worded("no criterion {name!r} is for it{hint}", name=name, hint=did_you_mean(name, known))
            raise InputError.one(f"{place}.ties", "dangling", sentence, source=source)
    said, most = cluster.entry.points, sum(each.entry.worth for each in own if each.entry.role == "criterion")
    if said is not None and Fraction(said) != most:
        sentence = worded(
            "its criteria come to {most} points, weighted, and it says {said}: correct one of them",
            most=most,
            said=said,
        )
        raise InputError.one(f"{place}.points", "contradiction", sentence, source=source)
    return tuple(own)


def _figures(
    results: ClusterResults, cluster: ClusterEntry, criteria: Iterable[Placed[Criterion]]
) -> dict[tuple[str, str], Figure]:
    """Index the figures by member and criterion; every one that fits nothing is told."""
    known = {each.entry.id: each.entry for each in criteria}
    problems, found = [], {}
    units: dict[str, tuple[int, str]] = {}
    for index, figure in enumerate(results.figures):
        place, member, criterion = (
            f"$.figures[{index}]",
            named(figure.member, cluster.members),
            known.get(figure.criterion),
        )
        if member is None:
            sentence = worded(
                "{member!r} is no member of {label!r}{hint}",
                member=figure.member,
                label=cluster.label,
                hint=did_you_mean(figure.member, cluster.members),
            )
            problems.append(Problem(f"{place}.member", "unknown-member", sentence))
        if criterion is None:
            sentence = worded(
                "no criterion {criterion!r} here{hint}",
                criterion=figure.criterion,
                hint=did_you_mean(figure.criterion, tuple(known)),
            )
            problems.append(Problem(f"{place}.criterion", "unknown-criterion", sentence))
        else:
            problems += _misfits(place, figure, criterion)
            first, unit = units.setdefault(criterion.id, (index, figure.unit)) if figure.unit else (index, None)
            if unit != figure.unit and not criterion.unit and not criterion.attainment:
                sentence = worded(
                    "in {unit!r}, and $.figures[{first}] of this criterion in {other!r}: write one unit",
                    unit=figure.unit,
                    first=first,
                    other=unit,
                )
                problems.append(Problem(f"{place}.unit", "wrong-unit", sentence))
        if member is not None and criterion is not None:
            if (member, criterion.id) in found:
                sentence = worded("{member!r} has two figures for {criterion!r}", member=member, criterion=criterion.id)
                problems.append(Problem(place, "duplicate", sentence))
            found[member, criterion.id] = figure
    if problems:
        raise InputError(problems)
    return found


def _misfits(place: str, figure: Figure, criterion: Criterion) -> Iterator[Problem]:
    """Find what a criterion's rule cannot take."""
    numeric = figure.known and figure.answer is None
    if criterion.rule == "answer" and numeric:
        yield Problem(
            f"{place}.value", "wrong-kind", worded("{id!r} asks for yes or no: say the answer", id=criterion.id)
        )
    if criterion.rule != "answer" and figure.answer is not None:
        yield Problem(
            f"{place}.answer", "wrong-kind", worded("{id!r} asks for a number: say the value", id=criterion.id)
        )
    if figure.plan is not None and not criterion.attainment:
        yield Problem(
            f"{place}.plan",
            "too-much",
            worded("{id!r} is not held against a plan: leave the plan out", id=criterion.id),
        )
    if figure.unit and criterion.unit and not criterion.attainment and figure.unit != criterion.unit:
        yield Problem(
            f"{place}.unit",
            "wrong-unit",
            worded(
                "{id!r} is in {unit!r}, not {figure_unit!r}",
                id=criterion.id,
                unit=criterion.unit,
                figure_unit=figure.unit,
            ),
        )


def _parts(
    member: str, members: Iterable[str], criteria: Iterable[Placed[Criterion]], found: dict[tuple[str, str], Figure]
) -> tuple[Part, ...]:
    def part(placed: Placed[Criterion]) -> Part:
        criterion = placed.entry
        numbers: dict[str, Number] = {each: number_of(criterion, found.get((each, criterion.id))) for each in members}
        own = numbers.pop(member)
        figure = found.get((member, criterion.id))
        points, reasons = points_of(criterion, figure, numbers.values())
        return Part(
            criterion=criterion,
            figure=figure,
            bounds=own,
            points=points.times(Fraction(criterion.weight)),
            reasons=tuple(sorted(reasons)),
            citation=placed.citation,
        )

    return tuple(map(part, criteria))


def _sums(parts: tuple[Part, ...], cluster: ClusterEntry) -> tuple[Points, Points, Points, Points]:
    """Return the sums of the criteria, the bonus and the penalties, as they count, and the total."""

    def summed(role: Role) -> Points:
        own = [part.points for part in parts if part.criterion.role == role]
        return Points(sum((each.low for each in own), Fraction(0)), sum((each.high for each in own), Fraction(0)))

    criteria = summed("criterion")
    bonus = summed("bonus").capped(_cap(cluster.bonus_at_most))
    penalty = summed("penalty").capped(_cap(cluster.penalty_at_most))
    low, high = criteria.low + bonus.low - penalty.high, criteria.high + bonus.high - penalty.low
    return criteria, bonus, penalty, Points(low, high)


def _cap(most: Exact | None) -> Fraction | None:
    return None if most is None else Fraction(most)


def _ties(parts: tuple[Part, ...], ties: tuple[str, ...]) -> Iterator[Points]:
    """Yield the points of each criterion that tells ties apart; of a penalty, less is more."""
    by = {part.criterion.id: part for part in parts}
    for name in ties:
        points = by[name].points
        yield Points(-points.high, -points.low) if by[name].criterion.role == "penalty" else points


def _card(member: str, parts: tuple[Part, ...], sums: tuple[Points, Points, Points, Points], place: Place) -> Card:
    criteria, bonus, penalty, total = sums
    return Card(member=member, parts=parts, criteria=criteria, bonus=bonus, penalty=penalty, total=total, place=place)
