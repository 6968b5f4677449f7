"""What would have to change to meet a target: least whole numbers, against trying every number."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from thidua.model.finding import Outcome
from thidua.people.steps import Steps, steps_to
from thidua.people.tally import Tally, Target, judged

FAR = 400
"""More steps than any of these tallies and targets can need."""

COUNTS = st.integers(0, 8)
NOTHING_OPEN = st.builds(Tally, sure=COUNTS, others=COUNTS)
OPEN = st.builds(
    Tally,
    sure=COUNTS,
    others=COUNTS,
    unknown=st.integers(0, 3),
    perhaps_sure=st.integers(0, 2),
    perhaps_others=st.integers(0, 2),
    perhaps=st.integers(0, 2),
)
OF_LEADERS = st.builds(Tally, sure=COUNTS, unknown=st.integers(0, 3), given=st.integers(0, 12))
BOUND = st.none() | st.fractions(0, 1, max_denominator=6)
TARGETS = st.builds(
    Target,
    measure=st.just("people"),
    base=st.just("individuals-and-households"),
    at_least=BOUND,
    at_most=BOUND,
    at_most_count=st.none() | st.integers(0, 8),
)


def target(**bounds: Any) -> Target:
    """Ask for some bounds of the people's share."""
    return Target(measure="people", base="individuals-and-households", **bounds)


def moved(tally: Tally, adds: str, name: str, number: int) -> Tally | None:
    """Take so many steps of a kind, as its words say; None where there are not so many to move."""
    grows, shrinks = ("sure", "others") if adds == "measure" else ("others", "sure")
    counts = {"sure": tally.sure, "others": tally.others}
    if name in ("more", "instead"):
        counts[grows] += number
    if name in ("fewer", "instead"):
        counts[shrinks] -= number
    if tally.given is not None:  # the others are no part of a base that was given
        counts["others"] = tally.others
        if grows == "sure" and counts["sure"] > tally.given:  # no more leaders than there are
            return None
    return attrs.evolve(tally, **counts) if min(counts.values()) >= 0 else None


def least(tally: Tally, wanted: Target, adds: str, name: str) -> int | None:
    """Try every number of steps; return the first that meets the target."""
    for number in range(FAR):
        after = moved(tally, adds, name, number)
        if after is not None and judged(after, wanted) is Outcome.MET:
            return number
    return None


class TestWords:
    """What the numbers say."""

    @pytest.mark.parametrize(
        ("sure", "others", "bounds", "steps"),
        [
            # 60% of 100, with 59, 60 and 61 of the people.
            (59, 41, {"at_least": Fraction(3, 5)}, ("measure", 3, 1, 2)),
            (60, 40, {"at_least": Fraction(3, 5)}, (None, 0, 0, 0)),
            (61, 39, {"at_least": Fraction(3, 5)}, (None, 0, 0, 0)),
            # At most 30% of 100.
            (29, 71, {"at_most": Fraction(3, 10)}, (None, 0, 0, 0)),
            (30, 70, {"at_most": Fraction(3, 10)}, (None, 0, 0, 0)),
            (31, 69, {"at_most": Fraction(3, 10)}, ("others", 4, 1, 2)),
            # At most 30% and at most 4: six of ten.
            (6, 4, {"at_most": Fraction(3, 10), "at_most_count": 4}, ("others", None, 3, 5)),
            # More others do not mend a count.
            (5, 95, {"at_most_count": 4}, ("others", None, 1, 1)),
            # Everybody: only those who are not of the people can go.
            (3, 2, {"at_least": Fraction(1)}, ("measure", None, 2, 2)),
            # Nobody at all: the first award meets a floor.
            (0, 0, {"at_least": Fraction(3, 5)}, ("measure", 1, None, None)),
            # Nothing is asked, so nothing meets it.
            (1, 1, {}, (None, None, None, None)),
        ],
    )
    def test_steps(self, sure: int, others: int, bounds: dict[str, Any], steps: tuple[Any, ...]) -> None:
        """How many more, instead, fewer, and whose awards grow."""
        found = steps_to(Tally(sure=sure, others=others), target(**bounds))

        assert (found.adds, found.more, found.instead, found.fewer) == steps

    def test_worse_of_the_unknown(self) -> None:
        """Sixty known and forty unknown are 60% for certain; with one of the sixty unknown one more is needed."""
        assert steps_to(Tally(sure=60, unknown=40), target(at_least=Fraction(3, 5))).more == 0
        assert steps_to(Tally(sure=59, others=1, unknown=40), target(at_least=Fraction(3, 5))).instead == 1

    def test_leaders_of_the_unit(self) -> None:
        """At most 30% of 12 leaders are three: with five, two go to others or fall away; more to others is no help."""
        found = steps_to(Tally(sure=5, given=12), target(at_most=Fraction(3, 10)))

        assert found == Steps(adds="others", more=None, instead=2, fewer=2)


class TestAgainstTrying:
    """Exact, least and certain."""

    @settings(max_examples=300)
    @given(NOTHING_OPEN | OPEN | OF_LEADERS, TARGETS)
    @example(Tally(perhaps_sure=1), target(at_least=Fraction(0)))
    @example(Tally(others=1, perhaps=1), target(at_most=Fraction(0)))
    def test_least(self, tally: Tally, wanted: Target) -> None:
        """Each number meets the target and one less does not; None where no number would."""
        found = steps_to(tally, wanted)

        if judged(tally, wanted) is Outcome.MET:
            assert found == Steps(adds=None, more=0, instead=0, fewer=0)
        elif found.adds is None:
            for adds in ("measure", "others") if not wanted.free else ():
                assert all(least(tally, wanted, adds, name) is None for name in self.names(tally, adds))
        else:
            for name in ("more", "instead", "fewer"):
                tried = least(tally, wanted, found.adds, name) if name in self.names(tally, found.adds) else None
                assert getattr(found, name) == tried, name

    @staticmethod
    def names(tally: Tally, adds: str) -> Iterator[str]:
        """Yield the steps that mean something: of a base that was given, others are no part."""
        if tally.given is None:
            yield from ("more", "instead", "fewer")
        else:
            yield from ("more",) if adds == "measure" else ("instead", "fewer")


def completed(tally: Tally) -> Iterator[tuple[int, int]]:
    """Yield count and base of every way in which what is not known may be."""
    for unknown in range(tally.unknown + 1):
        for sure in range(tally.perhaps_sure + 1):
            for others in range(tally.perhaps_others + 1):
                for inside in range(tally.perhaps + 1):
                    for measured in range(inside + 1):
                        count = tally.sure + unknown + sure + measured
                        base = tally.sure + tally.others + tally.unknown + sure + others + inside
                        yield count, base if tally.given is None else tally.given


def true(count: int, base: int, wanted: Target) -> Outcome:
    """Hold a certain count against a target by the words of its bounds."""
    if not base:
        return Outcome.UNKNOWN
    met = (
        (wanted.at_least is None or Fraction(count, base) >= wanted.at_least)
        and (wanted.at_most is None or Fraction(count, base) <= wanted.at_most)
        and (wanted.at_most_count is None or count <= wanted.at_most_count)
    )
    return Outcome.MET if met else Outcome.NOT_MET


class TestJudged:
    """An answer is that of every way in which the unknown may be."""

    @settings(max_examples=300)
    @given(NOTHING_OPEN | OPEN | OF_LEADERS.filter(lambda tally: tally.given), TARGETS)
    def test_sound(self, tally: Tally, wanted: Target) -> None:
        """MET and NOT_MET hold in every completion; UNKNOWN is never said where one bound is certain."""
        answers = {true(count, base, wanted) for count, base in completed(tally)}
        found = judged(tally, wanted)

        if wanted.free:
            assert found is Outcome.UNKNOWN
        elif found is not Outcome.UNKNOWN:
            assert answers == {found}
        elif (
            len([bound for bound in (wanted.at_least, wanted.at_most, wanted.at_most_count) if bound is not None]) == 1
        ):
            assert answers != {Outcome.MET}
            assert answers != {Outcome.NOT_MET}

    @settings(max_examples=300)
    @given(st.builds(Tally, sure=COUNTS, others=COUNTS, unknown=COUNTS), TARGETS.filter(lambda wanted: not wanted.free))
    def test_complete(self, tally: Tally, wanted: Target) -> None:
        """Where the base is certain, UNKNOWN is said exactly where the unknown could turn the answer."""
        answers = {true(count, base, wanted) for count, base in completed(tally)}

        assert judged(tally, wanted) is (answers.pop() if len(answers) == 1 else Outcome.UNKNOWN)
