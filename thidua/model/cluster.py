"""The tables by which a cluster or bloc (cụm, khối thi đua) compares its members; every weight is its document's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Final, Literal

import attrs

from thidua.errors import listed, worded
from thidua.model.deciding import NOT_SAID, Exact, Fault
from thidua.model.entry import Entry
from thidua.model.scoring import RULES, Each, Ranks, Slope, Step, rule_faults
from thidua.model.vocabulary import Organiser

Role = Literal[
    "criterion",  # tiêu chí, điểm chuẩn
    "bonus",  # điểm cộng, điểm thưởng
    "penalty",  # điểm trừ
]
RuleKey = Literal["proportional", "steps", "each", "ranks", "answer"]
_ONE: Final = Decimal(1)


@attrs.frozen(kw_only=True)
class Criterion(Entry):
    """One criterion, and how its figure turns into points; exactly one of the five rules.

    Attributes:
        label: its name in the document.
        gloss: the same in English.
        clusters: the clusters of the document that use it, by id; none: all of them.
        role: ``criterion``, or points that are added (``bonus``) or taken off (``penalty``).
        points: the most points it gives, or takes off, before ``weight``.
        weight: the factor (hệ số) by which its points count in the total.
        attainment: the figure is held against the plan, in percent of it.
        unit: the unit of the figure.
        proportional: points in proportion to the figure.
        steps: bands of figures, each with its points.
        each: so many points for every unit.
        ranks: points by the rank of the figure among the members.
        answer: the answer to a question with yes or no that earns all the points.
    """

    table: ClassVar[str] = "criterion"
    needs: ClassVar[tuple[str, ...]] = (
        "label",
        "gloss",
        "points",
    )

    label: str = ""
    gloss: str = ""
    clusters: tuple[str, ...] = ()
    role: Role = "criterion"
    points: Exact = NOT_SAID
    weight: Exact = _ONE
    attainment: bool = False
    unit: str | None = None
    proportional: Slope | None = None
    steps: tuple[Step, ...] = ()
    each: Each | None = None
    ranks: Ranks | None = None
    answer: bool | None = None

    @property
    def most(self) -> Fraction:
        """The most points it gives, or takes off."""
        return Fraction(self.points)

    @property
    def worth(self) -> Fraction:
        """The most that it counts for in the total, weighted."""
        return self.most * Fraction(self.weight)

    @property
    def rule(self) -> RuleKey:
        """The key of the rule that it has."""
        return next(key for key in RULES if getattr(self, key) not in (None, ()))

    def faults(self) -> Iterator[Fault]:
        """Find what a criterion cannot say."""
        if self.points == NOT_SAID:
            yield "points", "missing", worded("[[criterion]] needs the key 'points', the most that it gives")
        elif self.points <= 0:
            yield (
                "points",
                "bad-value",
                worded("the most that a criterion gives is above 0; what is taken off is a penalty"),
            )
        if self.weight <= 0:
            yield "weight", "bad-value", worded("a weight is above 0, not {weight}", weight=self.weight)
        given = [key for key in RULES if getattr(self, key) not in (None, ())]
        if len(given) != 1:
            yield (
                given[0] if given else "steps",
                "one-of",
                worded("say one of {names}, and no more than one", names=", ".join(RULES)),
            )
        if self.answer is not None and (self.attainment or self.unit):
            yield "answer", "too-much", worded("an answer of yes or no has neither attainment nor unit")
        if self.attainment and self.unit not in (None, "%"):
            yield "unit", "contradiction", worded("attainment is in percent of the plan: leave the unit out")
        if self.points > 0:
            yield from rule_faults(self.proportional, self.steps, self.each, self.ranks, self.most)


@attrs.frozen(kw_only=True)
class Proposed:
    """An award for which the document lets the first of a cluster be proposed.

    Attributes:
        award: its id.
        ranks: the members of this many first ranks.
        at_least: the total of points that they must have.
    """

    award: str
    ranks: int = 1
    at_least: Exact | None = None


@attrs.frozen(kw_only=True)
class ClusterEntry(Entry):
    """A cluster or bloc: its members, and how their points make ranks.

    Attributes:
        label: its name.
        gloss: the same in English.
        organiser: the council that runs it.
        members: the names of its members.
        ties: criteria, in order, by whose points members with the same total are told apart.
        points: the most that its criteria give in all, weighted, where the document says so (tổng điểm chuẩn); what its
            criteria come to is held against it. Bonus points stand apart.
        bonus_at_most: the most that all bonus points add.
        penalty_at_most: the most that all penalties take off.
        proposes: the awards for which the document lets its first be proposed, beside what the law says.
    """

    table: ClassVar[str] = "cluster"
    needs: ClassVar[tuple[str, ...]] = (
        "label",
        "gloss",
        "members",
    )

    label: str = ""
    gloss: str = ""
    organiser: Organiser | None = None
    members: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()
    points: Exact | None = None
    bonus_at_most: Exact | None = None
    penalty_at_most: Exact | None = None
    proposes: tuple[Proposed, ...] = ()

    @property
    def awards(self) -> tuple[str, ...]:
        """The ids of the awards that it names."""
        return tuple(each.award for each in self.proposes)

    def faults(self) -> Iterator[Fault]:
        """Find what a cluster cannot say."""
        for key, names in (("members", self.members), ("ties", self.ties), ("proposes", self.awards)):
            twice = sorted({name for name in names if names.count(name) > 1})
            if twice:
                yield key, "duplicate", worded("{names} stands there twice", names=listed(twice))
        for key in ("bonus_at_most", "penalty_at_most"):
            most = getattr(self, key)
            if most is not None and most < 0:
                yield key, "bad-value", worded("a cap is 0 or more, not {most}", most=most)
        if self.points is not None and self.points <= 0:
            yield (
                "points",
                "bad-value",
                worded("what criteria give in all is above 0, not {points}", points=self.points),
            )
        if any(not name.strip() for name in self.members):
            yield "members", "empty", worded("a member has no name")
        if len(self.members) == 1:
            yield "members", "too-few", worded("one member leads nobody: name two or more")
        for each in self.proposes:
            if each.ranks < 1:
                yield (
                    "proposes",
                    "bad-value",
                    worded("the first {ranks} ranks are nobody's: say 1 or more", ranks=each.ranks),
                )


def dangling(clusters: Iterable[ClusterEntry], criteria: Iterable[Criterion]) -> Iterator[tuple[str, str, str]]:
    """Yield the place, the table and the id of each reference that no entry of the same document answers to."""
    there = {(each.table, each.id) for each in (*clusters, *criteria)}
    named = [(f"cluster {each.id!r}.ties", "criterion", name) for each in clusters for name in each.ties]
    named += [(f"criterion {each.id!r}.clusters", "cluster", name) for each in criteria for name in each.clusters]
    yield from (each for each in named if each[1:] not in there)
