"""Clusters with criteria of every kind, and figures of their members that fit them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import attrs
from hypothesis import strategies as st

from thidua.model import vocabulary as words
from thidua.model.citation import Standing
from thidua.model.cluster import ClusterEntry, Criterion
from thidua.model.document import Document
from thidua.model.entry import Header
from thidua.model.results import ClusterResults, Figure
from thidua.model.scoring import Each, Ranks, Slope, Step
from thidua.strategies.words import maybe, words_of

MEMBERS = ("Xã A", "Xã B", "Xã C", "Xã D")
_HEADER = Header(
    id="CUM-01", title="Cụm", kind="draft", issuer="Cụm", standing=Standing.UNVERIFIED, checked=date(2026, 1, 1)
)


def _numbers(least: int = 0, most: int = 200) -> st.SearchStrategy[Decimal]:
    """Draw numbers that often meet an edge of a band, or one another."""
    return st.sampled_from([50, 80, 100]).map(Decimal) | st.decimals(least, most, places=1)


@st.composite
def _criteria(draw: st.DrawFn, name: str) -> Criterion:
    points = Decimal(draw(st.sampled_from([5, 10, 20])))
    edges = sorted(draw(st.lists(st.sampled_from([50, 80, 90, 100]), min_size=1, max_size=3, unique=True)))
    bands = [Step(points=Decimal(0), below=Decimal(edges[0]))]
    bands += [
        Step(points=Fraction(points) * (index + 1) / len(edges), at_least=Decimal(edge), below=below)
        for index, edge in enumerate(edges)
        for below in [Decimal(edges[index + 1]) if index + 1 < len(edges) else None]
    ]
    rules: list[dict[str, object]] = [
        {"proportional": Slope(full=Decimal(100))},
        {"proportional": Slope(full=Decimal(0), zero=Decimal(100))},
        {"steps": tuple(bands)},
        {"steps": tuple(bands[1:])},
        {"each": Each(points=Decimal(1), per=Decimal(10), whole=draw(st.booleans()))},
        {"each": Each(points=Decimal(1), per=Decimal(10), below=Decimal(100))},
        {"ranks": Ranks(points=(points, points / 2), same=draw(st.sampled_from([None, "best", "worst", "mean"])))},
        {"answer": draw(st.booleans())},
    ]
    rule = draw(st.sampled_from(rules))
    return Criterion(
        id=name,
        label=name,
        gloss=name,
        role=draw(st.sampled_from(["criterion", "criterion", "bonus", "penalty"])),
        points=points,
        weight=Decimal(draw(st.sampled_from([1, 1, 2]))),
        attainment="answer" not in rule and draw(st.booleans()),
        **rule,  # type: ignore[arg-type]  # one rule, by its key
    )


@st.composite
def clusters(draw: st.DrawFn) -> Document:
    """Draw the document of one cluster, ``cum``, with criteria of every kind; lay it over a law to score by it."""
    names = [f"2.{number}" for number in range(1, draw(st.integers(1, 5)) + 1)]
    cap = maybe(st.sampled_from([0, 5, 10]).map(Decimal))
    entry = ClusterEntry(
        id="cum",
        source="Điều 1",
        label="Cụm thi đua",
        gloss="Cluster",
        organiser=draw(maybe(words_of(words.Organiser))),
        members=tuple(draw(st.lists(st.sampled_from(MEMBERS), min_size=2, unique=True))),
        ties=tuple(draw(st.lists(st.sampled_from(names), max_size=2, unique=True))),
        bonus_at_most=draw(cap),
        penalty_at_most=draw(cap),
    )
    return Document(document=_HEADER, cluster=(entry,), criterion=tuple(draw(_criteria(name)) for name in names))


@st.composite
def cluster_results(draw: st.DrawFn, made: Document) -> ClusterResults:
    """Draw figures for the members of a document's cluster: some missing, some known between bounds only."""
    [cluster] = made.cluster
    pairs = [(member, criterion) for member in cluster.members for criterion in made.criterion]
    figures = [draw(maybe(_figures(member, criterion))) for member, criterion in pairs]
    return ClusterResults(cluster=cluster.id, year=2025, figures=tuple(each for each in figures if each is not None))


@st.composite
def _figures(draw: st.DrawFn, member: str, criterion: Criterion) -> Figure:
    if criterion.answer is not None:
        return Figure(member=member, criterion=criterion.id, answer=draw(maybe(st.booleans())))
    plan = draw(maybe(_numbers(1))) if criterion.attainment else None
    unit = "%" if criterion.attainment and plan is None and draw(st.booleans()) else None
    told = Figure(member=member, criterion=criterion.id, plan=plan, unit=unit)
    if draw(st.booleans()):
        return attrs.evolve(told, value=draw(_numbers()))
    low, high = sorted((draw(_numbers()), draw(_numbers())))
    return attrs.evolve(told, at_least=draw(maybe(st.just(low))), at_most=draw(maybe(st.just(high))))
