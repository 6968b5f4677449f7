"""Whom the awards reached."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from thidua.errors import InputError, UnknownTerm
from thidua.model.decision import Decision
from thidua.model.finding import Outcome
from thidua.people.shares import MEASURES, Reached, ShareReport, Target, shares


def batch(**counts: int) -> ShareReport:
    """Count so many awards by class; ``unknown`` has no class; ``household`` and ``collective`` are recipients."""
    rows = []
    for name, count in counts.items():
        each: Any = {"recipient": name, "count": count}
        if name not in ("household", "collective"):
            given = None if name == "unknown" else name.replace("_", "-")
            each = {"recipient": "individual", "official_class": given, "count": count}
        rows.append(Decision(**each))
    return shares(rows)


class TestShares:
    """Counts and exact shares."""

    def test_known_classes(self) -> None:
        """The people are direct workers and households; officials the three leader classes; entrepreneurs neither."""
        report = batch(
            direct_worker=50, household=10, leader_province=1, leader_department=4, leader_other=25, entrepreneur=10
        )

        assert report.people == Fraction(60, 100)
        assert report.officials == Fraction(30, 100)
        assert report.entrepreneurs == Fraction(10, 100)
        assert report.direct == Fraction(50, 90)

    def test_counts(self) -> None:
        """Every class is there, zero or not; collectives are counted apart."""
        report = batch(direct_worker=2, collective=7)

        assert dict(report.counts) == {
            "leader-province": 0,
            "leader-department": 0,
            "entrepreneur": 0,
            "leader-other": 0,
            "direct-worker": 2,
            "household": 0,
            "unknown": 0,
        }
        assert report.collectives == 7
        assert report.people == 1

    def test_unknown_classes(self) -> None:
        """One individual without a class leaves every share unknown: it is said, never spread."""
        report = batch(direct_worker=60, leader_other=39, unknown=1)

        assert report.counts["unknown"] == 1
        assert (report.people, report.officials, report.entrepreneurs, report.direct) == (None, None, None, None)

    def test_nobody(self) -> None:
        """A batch of collectives alone has no share."""
        report = batch(collective=3)

        assert (report.people, report.officials, report.entrepreneurs, report.direct) == (None, None, None, None)

    def test_households_alone(self) -> None:
        """Households are people; among no individuals there is no share of direct workers."""
        report = batch(household=3)

        assert (report.people, report.direct) == (Fraction(1), None)

    @pytest.mark.parametrize("recipient", ["collective", "household"])
    def test_class_of_no_individual(self, recipient: Any) -> None:
        """Only individuals fall in the official classes."""
        with pytest.raises(InputError) as caught:
            shares([Decision(recipient="individual"), Decision(recipient=recipient, official_class="leader-other")])

        assert [problem.path for problem in caught.value.problems] == ["$[1].class"]

    def test_counts_are_read_only(self) -> None:
        """A report cannot be changed."""
        with pytest.raises(TypeError):
            batch(direct_worker=1).counts["direct-worker"] = 2  # type: ignore[index]


class TestBounds:
    """What the unknown classes leave possible."""

    def test_known(self) -> None:
        """Without unknown classes both bounds are the share."""
        assert batch(direct_worker=3, leader_other=1).bounds("people") == (Fraction(3, 4), Fraction(3, 4))

    def test_unknown(self) -> None:
        """None or all of the unknown may belong to the measure."""
        report = batch(direct_worker=50, household=10, unknown=40)

        assert report.bounds("people") == (Fraction(60, 100), Fraction(1))
        assert report.bounds("officials") == (Fraction(0), Fraction(40, 100))
        assert report.bounds("direct-workers") == (Fraction(50, 90), Fraction(1))

    def test_household(self) -> None:
        """An individual of unknown class is no household."""
        assert batch(household=10, unknown=40).bounds("household") == (Fraction(1, 5), Fraction(1, 5))

    def test_nobody(self) -> None:
        """Of nobody anything may be said."""
        assert batch(collective=1).bounds("people") == (Fraction(0), Fraction(1))

    def test_classes_add_up(self) -> None:
        """The six classes share one base: together they are the whole, and the groups are their sums."""
        report = batch(
            direct_worker=5, household=2, leader_province=3, leader_department=7, leader_other=11, entrepreneur=13
        )
        low = {name: report.bounds(name)[0] for name in MEASURES}

        assert sum(low[name] for name in report.counts if name != "unknown") == 1
        assert low["officials"] == low["leader-province"] + low["leader-department"] + low["leader-other"]
        assert low["entrepreneurs"] == low["entrepreneur"]

    def test_unknown_measure(self) -> None:
        """A measure is one of a closed list, and the nearest is suggested."""
        with pytest.raises(UnknownTerm, match="did you mean 'officials'"):
            batch().bounds("official")


class TestCheck:
    """A share against a target."""

    @pytest.mark.parametrize(("workers", "outcome"), [(599, Outcome.NOT_MET), (600, Outcome.MET), (601, Outcome.MET)])
    def test_floor(self, workers: int, outcome: Outcome) -> None:
        """59,9% of a 60% floor is below it; 60% is enough."""
        report = batch(direct_worker=workers, leader_other=1000 - workers)

        assert report.check("people", at_least=Decimal("0.6")).outcome is outcome

    @pytest.mark.parametrize(("leaders", "outcome"), [(299, Outcome.MET), (300, Outcome.MET), (301, Outcome.NOT_MET)])
    def test_cap(self, leaders: int, outcome: Outcome) -> None:
        """30% is within a 30% cap; 30,1% is not."""
        report = batch(direct_worker=1000 - leaders, leader_other=leaders)

        assert report.check("officials", at_most=Decimal("0.3")).outcome is outcome

    def test_exact(self) -> None:
        """5.995 of 10.000 is not 60%, however it would round."""
        report = batch(direct_worker=5995, leader_other=4005)

        assert report.check("people", at_least=Fraction(3, 5)).outcome is Outcome.NOT_MET

    @pytest.mark.parametrize(
        ("unknown", "outcome"), [(1, Outcome.MET), (40, Outcome.MET), (41, Outcome.UNKNOWN), (200, Outcome.UNKNOWN)]
    )
    def test_straddling(self, unknown: int, outcome: Outcome) -> None:
        """Unknown classes matter only where they could turn the answer."""
        report = batch(direct_worker=60, unknown=unknown)

        assert report.check("people", at_least=Decimal("0.6")).outcome is outcome

    def test_certainly_missed(self) -> None:
        """If even all of the unknown would not do, the target is missed."""
        found = batch(leader_other=50, unknown=40).check("people", at_least=Decimal("0.6"))

        assert (found.outcome, found.missing) == (Outcome.NOT_MET, ())

    def test_what_is_missing(self) -> None:
        """An open answer names the fact that would settle it."""
        assert batch(unknown=1).check("people", at_least=1).missing == ("class",)

    def test_both_bounds(self) -> None:
        """A missed cap is not mended by a floor that is met."""
        report = batch(direct_worker=9, leader_other=1)

        assert report.check("people", at_least=Decimal("0.5"), at_most=Decimal("0.8")).outcome is Outcome.NOT_MET

    def test_no_target(self) -> None:
        """Without a target nothing passes: the law sets none."""
        found = batch(direct_worker=1).check("people")

        assert (found.outcome, found.code) == (Outcome.UNKNOWN, "no-target")

    def test_nobody(self) -> None:
        """A batch without individuals and households meets no target, not even zero."""
        assert batch(collective=5).check("people", at_least=0).outcome is Outcome.UNKNOWN

    def test_finding(self) -> None:
        """The finding names the measure, its base, the counts and both bounds."""
        found = batch(direct_worker=3, household=1, unknown=1).check("direct-workers", at_least=Decimal("0.5"))

        assert found.code == "share"
        assert found.need == Target(measure="direct-workers", base="individuals", at_least=Fraction(1, 2), at_most=None)
        assert found.have == Reached(count=3, of=4, unknown=1, lowest=Fraction(3, 4), highest=Fraction(1))

    @pytest.mark.parametrize("target", [60, Decimal("-0.1"), 0.6, "3/5", Decimal("NaN"), True])
    def test_no_share(self, target: Any) -> None:
        """A target is an exact number from 0 to 1: 60 is no 60%, and a float is not exact."""
        with pytest.raises(InputError, match="at_most"):
            batch(direct_worker=1).check("people", at_most=target)
