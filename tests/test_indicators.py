"""Indicators: held against their plans, the calendar, a report's count of them and earlier years; nothing guessed."""

from __future__ import annotations

import itertools
import json
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import attrs
import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from thidua import strategies
from thidua.errors import InputError
from thidua.interchange import dump, indicators_of, load_indicators, load_launch
from thidua.interchange.schemas import schemas
from thidua.model.finding import Outcome
from thidua.model.indicator import Indicator
from thidua.model.launchplan import LaunchPlan, Target
from thidua.model.printed import Figure
from thidua.movement import by_year as years
from thidua.movement import paces
from thidua.movement.by_year import YearOnYear, by_year
from thidua.movement.indicators import Attainment, attainment
from thidua.movement.paces import OnPace, elapsed, pace
from thidua.movement.summaries import Counts, summary
from thidua.people.numerals import figure
from thidua.wording import indicator_words
from thidua.wording.indicators import said

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
HALF, LAST = date(2023, 6, 30), date(2023, 12, 31)
UP: dict[str, Any] = {"direction": "up", "year": 2023, "as_of": "2023-12-31"}
FLOW, STOCK = {**UP, "measure": "flow"}, {**UP, "measure": "stock"}
SCHEMA = jsonschema.Draft202012Validator(schemas()["indicators"])
NUMBERS = st.integers(0, 10**6)


def one(**keys: Any) -> Indicator:
    """Read an indicator as a file gives it."""
    [found] = load_indicators({"what": "chỉ tiêu", **keys})
    return found


def stands(**keys: Any) -> tuple[str, str | None]:
    """Say how an indicator stands, and why that is not known."""
    found = attainment(one(**keys))
    return found.outcome.name, found.reason


def codes(keys: Any) -> set[tuple[str, str]]:
    """Return the places and codes of what is wrong with one row."""
    with pytest.raises(InputError) as caught:
        load_indicators([keys])
    return {(problem.path, problem.code) for problem in caught.value.problems}


class TestAttainment:
    """What was reached over what was planned."""

    @pytest.mark.parametrize(
        ("actual", "expected", "exceeded"),
        [(14999, "NOT_MET", "NOT_MET"), (15000, "MET", "NOT_MET"), (15001, "MET", "MET")],
    )
    def test_counts(self, actual: int, expected: str, exceeded: str) -> None:
        """The plan itself is enough, one less is not; only more than it exceeds it."""
        found = attainment(one(plan=15000, actual=actual, **FLOW))

        assert (found.outcome.name, found.exceeded.name) == (expected, exceeded)
        assert found.rate == Fraction(actual, 15000)
        assert (found.as_printed, found.exceeded_as_printed) == (found.outcome, found.exceeded)

    @pytest.mark.parametrize(
        ("actual", "expected", "exceeded"),
        [(99, "MET", "MET"), (100, "MET", "NOT_MET"), (101, "NOT_MET", "NOT_MET")],
    )
    def test_less_is_better(self, actual: int, expected: str, exceeded: str) -> None:
        """Of a plan of at most 100, a hundred is enough and one more is too much; the share is actual over plan."""
        found = attainment(one(plan="không quá 100 vụ", actual=f"{actual} vụ", **{**FLOW, "direction": "down"}))

        assert (found.outcome.name, found.exceeded.name) == (expected, exceeded)
        assert found.rate == Fraction(actual, 100)

    @pytest.mark.parametrize(
        ("plan", "direction"),
        [("ít nhất 100", "up"), ("trên 100", "up"), ("không quá 100", "down"), ("dưới 100", "down"), ("100", None)],
    )
    def test_direction_said_by_the_plan(self, plan: str, direction: str | None) -> None:
        """The words before the plan's number say which way is better; a bare number does not, and is UNKNOWN."""
        found = one(plan=plan, actual=100, year=2023, as_of="2023-12-31")
        strictly = plan.startswith(("trên", "dưới"))
        expected = ("UNKNOWN", "missing") if direction is None else ("NOT_MET" if strictly else "MET", None)

        assert found.toward == direction
        assert (attainment(found).outcome.name, attainment(found).reason) == expected
        if direction is None:
            assert attainment(found).missing == ("direction",)

    @pytest.mark.parametrize(
        ("actual", "expected"),
        [
            ("91,9%", ("NOT_MET", None)),
            ("91,99%", ("NOT_MET", None)),
            ("92%", ("UNKNOWN", "rough")),
            ("92,0%", ("UNKNOWN", "rough")),
            ("92,1%", ("MET", None)),
            ("hơn 92%", ("MET", None)),
            ("hơn 91%", ("UNKNOWN", "rough")),
            ("gần 92%", ("NOT_MET", None)),
            ("gần 93%", ("UNKNOWN", "rough")),
            ("khoảng 92%", ("UNKNOWN", "rough")),
            ("không quá 91%", ("NOT_MET", None)),
            ("không quá 92%", ("UNKNOWN", "rough")),
            ("ít nhất 92%", ("MET", None)),
        ],
    )
    def test_rounded_and_softened(self, actual: str, expected: tuple[str, str | None]) -> None:
        """92% of a plan of 92% was rounded and may be less; "gần" lies below, "hơn" above."""
        assert stands(plan="92%", actual=actual, **STOCK) == expected

    @pytest.mark.parametrize(("actual", "expected"), [("gần 500", "NOT_MET"), ("trên 500", "MET"), ("500", "MET")])
    def test_near_five_hundred(self, actual: str, expected: str) -> None:
        """Almost 500 households are not the 500 planned; more than 500 are."""
        assert stands(plan="500 hộ", actual=f"{actual} hộ", **FLOW)[0] == expected

    @pytest.mark.parametrize(
        ("attained", "outcome", "as_printed"),
        [
            ("99,9%", "NOT_MET", "NOT_MET"),
            ("100%", "UNKNOWN", "MET"),
            ("100,1%", "MET", "MET"),
            ("hơn 100%", "MET", "MET"),
            ("gần 100%", "NOT_MET", "NOT_MET"),
        ],
    )
    def test_percentage_alone(self, attained: str, outcome: str, as_printed: str) -> None:
        """A percentage of the plan stands for both figures; "100%" may be 99,6%, and as printed it is all."""
        found = attainment(one(attained=attained, **FLOW))

        assert (found.outcome.name, found.as_printed.name) == (outcome, as_printed)

    def test_percentage_of_a_plan_to_stay_below(self) -> None:
        """105% of a plan of which less is better may be five percent better or worse: the two figures would tell."""
        found = attainment(one(attained="105%", **{**FLOW, "direction": "down"}))

        assert (found.outcome.name, found.reason, found.missing) == ("UNKNOWN", "of-less", ("plan", "actual"))

    @pytest.mark.parametrize(
        ("attained", "reason"),
        [("63%", None), ("63,0%", None), ("62,9%", "contradiction"), ("hơn 60%", None), ("hơn 64%", "contradiction")],
    )
    def test_percentage_beside_its_figures(self, attained: str, reason: str | None) -> None:
        """A report whose percentage is not that of its two figures contradicts itself: nothing is concluded from it."""
        found = attainment(one(plan=15000, actual=9450, attained=attained, **FLOW))

        assert (found.outcome.name, found.reason) == ("UNKNOWN" if reason else "NOT_MET", reason)

    @pytest.mark.parametrize(
        ("keys", "missing"),
        [
            ({}, ("plan", "actual")),
            ({"actual": 66}, ("plan",)),
            ({"plan": 66}, ("actual",)),
        ],
    )
    def test_no_target(self, keys: dict[str, int], missing: tuple[str, ...]) -> None:
        """Without a plan, or without a result, nothing is reached and nothing missed: UNKNOWN, and what is needed."""
        found = attainment(one(**keys, **STOCK))

        assert (found.outcome.name, found.reason, found.missing) == ("UNKNOWN", "missing", missing)
        assert found.rate is None
        assert found.finding.missing == missing

    @pytest.mark.parametrize(
        ("direction", "actual", "expected"), [("up", 0, "MET"), ("down", 0, "MET"), ("down", 1, "NOT_MET")]
    )
    def test_plan_of_nothing(self, direction: str, actual: int, expected: str) -> None:
        """A plan of 0 cases is kept or not, and nothing is a share of it."""
        found = attainment(one(plan=0, actual=actual, **{**FLOW, "direction": direction}))

        assert (found.outcome.name, found.rate, found.possible) == (expected, None, None)

    @pytest.mark.parametrize(
        ("actual", "expected", "rate"),
        [
            ("giảm 1,9%", "NOT_MET", Fraction(19, 20)),
            ("giảm 2%", "UNKNOWN", Fraction(1)),
            ("giảm 2,1%", "MET", Fraction(21, 20)),
            ("tăng 2,1%", "NOT_MET", None),
        ],
    )
    def test_a_fall_that_is_wanted(self, actual: str, expected: str, rate: Fraction | None) -> None:
        """Poverty is to fall by 2%: less of it is better, so more of a fall is; a rise is no share of a fall."""
        found = attainment(one(plan="giảm 2%", actual=actual, **{**STOCK, "direction": "down"}))

        assert (found.outcome.name, found.rate) == (expected, rate)

    @pytest.mark.parametrize(("actual", "expected"), [("tăng 12,27%", "MET"), ("giảm 1%", "NOT_MET")])
    def test_a_rise_that_is_wanted(self, actual: str, expected: str) -> None:
        """Of a growth of 7% that was planned, a fall reaches nothing."""
        assert stands(plan="tăng 7%", actual=actual, **STOCK)[0] == expected

    def test_different_things(self) -> None:
        """9.450 persons are not held against a plan of 15.000 jobs."""
        found = attainment(one(plan="15.000 việc làm", actual="16.000 lao động", **FLOW))

        assert (found.outcome.name, found.reason, found.missing) == ("UNKNOWN", "things", ("plan", "actual"))

    def test_scales(self) -> None:
        """Units and scales are reckoned: 5 nghìn tỷ is more than 4.500 tỷ."""
        found = attainment(one(plan="4.500 tỷ đồng", actual="5 nghìn tỷ đồng", **FLOW))

        assert (found.rate, found.as_printed.name) == (Fraction(10, 9), "MET")


class TestDays:
    """The day of the figures against the last of the period."""

    @pytest.mark.parametrize(
        ("measure", "actual", "as_of", "expected"),
        [
            ("flow", 100, "2023-12-30", ("MET", None)),
            ("flow", 99, "2023-12-30", ("UNKNOWN", "not-due")),
            ("flow", 99, "2023-12-31", ("NOT_MET", None)),
            ("flow", 99, "2024-01-01", ("NOT_MET", None)),
            ("flow", 100, "2024-01-01", ("UNKNOWN", "late")),
            ("stock", 100, "2023-12-30", ("UNKNOWN", "not-due")),
            ("stock", 99, "2023-12-30", ("UNKNOWN", "not-due")),
            ("stock", 100, "2023-12-31", ("MET", None)),
            ("stock", 100, "2024-01-01", ("UNKNOWN", "late")),
            ("stock", 99, "2024-01-01", ("UNKNOWN", "late")),
            ("flow", 100, "2023-01-01", ("MET", None)),
            ("flow", 100, "2022-12-31", ("UNKNOWN", "not-begun")),
        ],
    )
    def test_more_is_better(self, measure: str, actual: int, as_of: str, expected: tuple[str, str | None]) -> None:
        """What adds up and reached its plan before the last day stays there; a level may move until that day."""
        assert stands(plan=100, actual=actual, measure=measure, direction="up", year=2023, as_of=as_of) == expected

    @pytest.mark.parametrize(
        ("actual", "as_of", "expected"),
        [
            (100, "2023-06-30", ("UNKNOWN", "not-due")),
            (101, "2023-06-30", ("NOT_MET", None)),
            (100, "2023-12-31", ("MET", None)),
            (100, "2024-01-01", ("MET", None)),
            (101, "2024-01-01", ("UNKNOWN", "late")),
        ],
    )
    def test_less_is_better(self, actual: int, as_of: str, expected: tuple[str, str | None]) -> None:
        """A cap on what adds up is kept only when the period is over, and broken for good once it is passed."""
        assert stands(plan="không quá 100", actual=actual, measure="flow", year=2023, as_of=as_of) == expected

    @pytest.mark.parametrize(("as_of", "missing"), [("2023-06-30", ("measure",)), ("2023-12-31", ())])
    def test_measure_not_known(self, as_of: str, missing: tuple[str, ...]) -> None:
        """Whether it adds up is asked where that would settle it, and not where the last day does."""
        assert attainment(one(plan=1, actual=2, direction="up", year=2023, as_of=as_of)).missing == missing

    @pytest.mark.parametrize(
        ("absent", "missing"),
        [(("as_of",), ("as_of",)), (("year",), ("before",)), (("as_of", "year"), ("as_of", "before"))],
    )
    def test_no_day(self, absent: tuple[str, ...], missing: tuple[str, ...]) -> None:
        """Without its day a figure may be of the middle of the year: UNKNOWN; the report means it as the result."""
        keys = {name: value for name, value in FLOW.items() if name not in absent}
        found = attainment(one(plan=100, actual=99, **keys))

        assert (found.outcome.name, found.reason, found.missing) == ("UNKNOWN", "no-day", missing)
        assert found.as_printed is Outcome.NOT_MET

    @pytest.mark.parametrize(("as_of", "as_printed"), [("2023-12-31", "MET"), ("2023-06-30", "UNKNOWN")])
    def test_other_days_are_not_forgiven(self, as_of: str, as_printed: str) -> None:
        """As printed, a figure of another day is still of another day."""
        found = attainment(one(plan="90%", actual="92%", measure="stock", direction="up", year=2023, as_of=as_of))

        assert found.as_printed.name == as_printed

    def test_estimate(self) -> None:
        """An "ước" is not yet what happened: not reached, whatever the number; as printed it is."""
        found = attainment(one(plan="35 xã", actual="ước đạt 40 xã", **FLOW))

        assert (found.outcome.name, found.reason, found.as_printed.name) == ("UNKNOWN", "estimate", "MET")
        assert found.indicator.estimate

    @pytest.mark.parametrize(("as_of", "expected"), [("29/5/2023", "MET"), ("30/5/2023", "UNKNOWN")])
    def test_before_a_day(self, as_of: str, expected: str) -> None:
        """A day "trước ngày 30/5/2023" is the 29th at the latest; figures of the 30th may be too late."""
        keys = {"direction": "up", "measure": "flow", "before": "2023-05-30"}

        assert stands(plan="ít nhất 70%", actual="75%", as_of=as_of, **keys)[0] == expected


class TestPace:
    """The share of the plan against the share of the period."""

    @pytest.mark.parametrize(
        ("as_of", "gone"),
        [
            (date(2023, 1, 1), Fraction(1, 31 * 12)),
            (date(2023, 1, 31), Fraction(1, 12)),
            (date(2023, 6, 29), Fraction(5, 12) + Fraction(29, 30 * 12)),
            (HALF, Fraction(1, 2)),
            (date(2023, 7, 1), Fraction(1, 2) + Fraction(1, 31 * 12)),
            (LAST, Fraction(1)),
        ],
    )
    def test_elapsed(self, as_of: date, gone: Fraction) -> None:
        """Six months are half a year, as reports say; a month begun counts by its days."""
        assert elapsed(date(2023, 1, 1), date(2024, 1, 1), as_of) == gone

    @given(strategies.days(2015, 2026), st.integers(2, 2000), st.data())
    def test_elapsed_grows(self, since: date, length: int, data: st.DataObject) -> None:
        """Every day more of a period is gone, and on its last day all of it."""
        before = since + timedelta(days=length)
        day = since + timedelta(days=data.draw(st.integers(0, length - 2)))

        assert 0 < elapsed(since, before, day) < elapsed(since, before, day + timedelta(days=1)) <= 1
        assert elapsed(since, before, before - timedelta(days=1)) == 1

    @pytest.mark.parametrize("as_of", [date(2022, 12, 31), date(2024, 1, 1)])
    def test_outside(self, as_of: date) -> None:
        """A day outside a period is no part of it: an error of who asks, and UNKNOWN of an indicator."""
        with pytest.raises(InputError, match="no day of the period"):
            elapsed(date(2023, 1, 1), date(2024, 1, 1), as_of)
        found = pace(attrs.evolve(one(plan=2, actual=1, **FLOW), as_of=as_of))
        assert (found.outcome.name, found.elapsed) == ("UNKNOWN", None)
        assert found.reason == ("not-begun" if as_of.year == 2022 else "late")

    @pytest.mark.parametrize(
        ("actual", "up", "down"), [(49, "NOT_MET", "MET"), (50, "MET", "MET"), (51, "MET", "NOT_MET")]
    )
    def test_flow(self, actual: int, up: str, down: str) -> None:
        """At mid-year half of the plan keeps pace; a hundredth less is behind, and of a cap a hundredth more is."""
        keys = {"plan": 100, "actual": actual, "measure": "flow", "year": 2023, "as_of": "2023-06-30"}

        assert pace(one(direction="up", **keys)).outcome.name == up
        assert pace(one(direction="down", **keys)).outcome.name == down

    @pytest.mark.parametrize(
        ("attained", "expected"),
        [("49,99%", "NOT_MET"), ("50%", "UNKNOWN"), ("50,01%", "MET"), ("hơn 50%", "MET"), ("gần 50%", "NOT_MET")],
    )
    def test_rounded(self, attained: str, expected: str) -> None:
        """A percentage rounded onto the half may lie below it."""
        assert pace(one(attained=attained, **{**FLOW, "as_of": "2023-06-30"})).outcome.name == expected

    @given(st.integers(0, 2000))
    def test_stock(self, tenths: int) -> None:
        """A coverage rate never is ahead or behind: to set it beside the calendar is a warning, whatever its number."""
        figure = f"{tenths // 10},{tenths % 10}%"
        found = pace(one(attained=figure, **{**STOCK, "as_of": "2023-06-30"}))

        assert (found.outcome, found.reason, found.warning) == (Outcome.UNKNOWN, "stock", True)
        assert found.finding.outcome is Outcome.UNKNOWN

    @pytest.mark.parametrize(
        ("absent", "reason", "missing"),
        [
            ("measure", "missing", ("measure",)),
            ("direction", "missing", ("direction",)),
            ("as_of", "no-day", ("as_of",)),
            ("year", "no-day", ("since", "before")),
            ("plan", "missing", ("plan",)),
        ],
    )
    def test_unknown(self, absent: str, reason: str, missing: tuple[str, ...]) -> None:
        """What is not said leaves the pace unknown, and is named."""
        keys = {"plan": 100, "actual": 90, **FLOW, "as_of": "2023-06-30"}
        del keys[absent]
        found = pace(one(**keys))

        assert (found.outcome.name, found.reason, found.missing) == ("UNKNOWN", reason, missing)

    def test_estimate_and_nothing(self) -> None:
        """An estimate keeps no pace yet, and nothing is a share of a plan of 0."""
        keys = {**FLOW, "as_of": "2023-06-30"}

        assert pace(one(plan=100, actual="ước 90", **keys)).reason == "estimate"
        assert pace(one(plan=0, actual=1, **keys)).reason == "of-nothing"

    def test_seed(self) -> None:
        """Half a year of 2023: revenue at 56,19% and jobs at more than 63% keep pace, insurance at 87% is a level."""
        revenue, jobs, insured = map(pace, load_indicators(EXAMPLES / "chau-thanh-a-2023-indicators.json"))

        assert [each.outcome.name for each in (revenue, jobs, insured)] == ["MET", "MET", "UNKNOWN"]
        assert (revenue.elapsed, revenue.rate, jobs.rate) == (Fraction(1, 2), Fraction(5619, 10000), None)
        assert [each.warning for each in (revenue, jobs, insured)] == [False, False, True]


class TestSummary:
    """How many stand how, and what a report says of it."""

    def test_counts(self) -> None:
        """Reached and exceeded count as reached; what is not known is in no other count."""
        rows = [one(what=f"chỉ tiêu {at}", plan=100, actual=actual, **FLOW) for at, actual in enumerate((99, 100, 101))]
        rows.append(one(what="bảo hiểm y tế", plan="92%", actual="92%", **STOCK))
        found = summary(rows)

        assert found.counts == Counts(met=2, exceeded=1, not_exceeded=2, missed=1, unknown=1)
        assert found.as_printed == Counts(met=3, exceeded=1, not_exceeded=3, missed=1, unknown=0)
        assert [each.indicator for each in found.results] == rows

    @pytest.mark.parametrize(
        ("met", "of", "expected"),
        [
            (1, 4, "NOT_MET"),
            (2, 4, "UNKNOWN"),
            (3, 4, "UNKNOWN"),
            (4, 4, "NOT_MET"),
            (2, 3, "NOT_MET"),
            (3, 5, "UNKNOWN"),
            (4, 5, "UNKNOWN"),
            (5, 5, "NOT_MET"),
        ],
    )
    def test_said(self, met: int, of: int, expected: str) -> None:
        """Of four, two reached, one missed, one not known: 2 or 3 may be reached; one that is not listed may be too."""
        assert Counts(met=2, exceeded=1, not_exceeded=2, missed=1, unknown=1).check(met, of).outcome.name == expected

    @pytest.mark.parametrize(("met", "expected"), [(20, "NOT_MET"), (21, "MET")])
    def test_all(self, met: int, expected: str) -> None:
        """21 of 21 holds where all are listed and each surely was reached; any other number does not."""
        counts = Counts(met=21, exceeded=5, not_exceeded=16, missed=0, unknown=0)

        assert counts.check(met, 21).outcome.name == expected

    @pytest.mark.parametrize(("exceeded", "expected"), [(4, "NOT_MET"), (5, "UNKNOWN"), (6, "UNKNOWN"), (7, "NOT_MET")])
    def test_said_exceeded(self, exceeded: int, expected: str) -> None:
        """Five surely exceeded, one perhaps: five or six may be said to be."""
        counts = Counts(met=21, exceeded=5, not_exceeded=15, missed=0, unknown=0)

        assert counts.check(21, 21, exceeded).outcome.name == expected

    def test_listed_in_part(self) -> None:
        """Of "21/21" with three listed, the others may stand either way; more listed than said is a contradiction."""
        three = Counts(met=3, exceeded=0, not_exceeded=3, missed=0, unknown=0)
        found = three.check(21, 21)

        assert (found.outcome.name, found.missing) == ("UNKNOWN", ("indicators",))
        assert [(child.code, child.have) for child in found.children] == [("of", (3, 3)), ("met", (3, 21))]
        assert three.check(2, 2).outcome is Outcome.NOT_MET

    @pytest.mark.parametrize(
        ("given_", "paths"),
        [
            ((-1, 3), ["met"]),
            ((1.0, "3"), ["met", "of"]),
            ((True, 3), ["met"]),
            ((4, 3), ["met"]),
            ((2, 3, 3), ["exceeded"]),
            ((2, 3, -1), ["exceeded"]),
        ],
    )
    def test_no_counts(self, given_: tuple[Any, ...], paths: list[str]) -> None:
        """What is no count, or more than there are, is refused by name."""
        with pytest.raises(InputError) as caught:
            Counts(met=3, exceeded=0, not_exceeded=3, missed=0, unknown=0).check(*given_)
        assert [problem.path for problem in caught.value.problems] == paths

    def test_report_that_names_few(self) -> None:
        """Of "21/21 chỉ tiêu" a report of 2020 names six and measures one, without a day: it cannot be said."""
        found = summary(load_indicators(EXAMPLES / "hong-ngu-2020-indicators.json"))

        assert [each.reason for each in found.results] == ["no-day", *["missing"] * 5]
        assert (found.counts.met, found.as_printed.met, found.counts.unknown) == (0, 1, 6)
        for counts, least in ((found.counts, 0), (found.as_printed, 1)):
            asked = [counts.check(met, of=21) for met in (0, 1, 21)]
            assert [each.outcome for each in asked] == [
                Outcome.UNKNOWN if met >= least else Outcome.NOT_MET for met in (0, 1, 21)
            ]
            assert {each.children[1].have for each in asked} == {(least, 21)}

    def test_twice(self) -> None:
        """One indicator counts once: the same thing for the same period is refused, for another it is not."""
        row = one(plan=1, actual=1, **FLOW)
        with pytest.raises(InputError) as caught:
            summary([row, attrs.evolve(row, what="CHỈ TIÊU", actual=2), row])

        assert [(each.path, each.code) for each in caught.value.problems] == [
            ("$[1].what", "duplicate"),
            ("$[2].what", "duplicate"),
        ]
        assert summary([row, attrs.evolve(row, year=2022)]).counts.indicators == 2

    def test_none(self) -> None:
        """Of no indicators none is reached, and 0 of 0 is all there is to say."""
        assert summary([]).counts.indicators == 0
        assert summary([]).counts.check(0, 0).outcome is Outcome.MET


class TestYears:
    """An indicator beside that of an earlier year."""

    def rows(self, *figures: Any, **keys: Any) -> list[Indicator]:
        """Make rows of the years from 2021 on."""
        said_ = {"direction": "up", "measure": "stock", **keys}
        return [one(actual=figure, year=2021 + at, **said_) for at, figure in enumerate(figures)]

    def test_exact(self) -> None:
        """39 after 29 is ten more, ten twenty-ninths of the base, and the base year is named."""
        [found] = by_year(self.rows("29 dự án", "39 dự án"))

        assert (found.difference, found.change, found.base_year) == (10, Fraction(10, 29), 2021)
        assert found.better is Outcome.MET

    @pytest.mark.parametrize(("value", "expected"), [(65, "NOT_MET"), (66, "NOT_MET"), (67, "MET")])
    def test_above_the_year_before(self, value: int, expected: str) -> None:
        """To be "cao hơn năm 2022" is more than that year, not as much; of what should fall, less."""
        [up] = by_year(self.rows(66, value))
        [down] = by_year(self.rows(66, value, direction="down"))

        assert up.better.name == expected
        assert down.better.name == ("MET" if value < 66 else "NOT_MET")

    def test_last_earlier_year(self) -> None:
        """Each year is compared with the last before it that is there; rows may stand in any order."""
        first, _, third = rows = self.rows(10, 20, 30)

        assert [(each.now.year, each.base_year) for each in by_year(rows)] == [(2022, 2021), (2023, 2022)]
        [found] = by_year([third, first])
        assert (found.base_year, found.change) == (2021, 2)

    @pytest.mark.parametrize(
        ("now", "base", "reason"),
        [
            ("2022-06-30", "2021-06-30", None),
            ("2022-06-30", "2021-12-31", "other-part"),
            ("2022-06-30", None, "no-day"),
            (None, None, "no-day"),
            ("2022-12-31", "2021-12-31", None),
        ],
    )
    @pytest.mark.parametrize("measure", ["flow", None])
    def test_same_part_of_the_year(
        self, now: str | None, base: str | None, reason: str | None, measure: str | None
    ) -> None:
        """Six months less than a whole year are no fall: what adds up is compared over the same part of both years."""
        keys = {"direction": "up"} | ({"measure": measure} if measure else {})
        rows = [
            one(actual=actual, year=year, **keys, **({"as_of": day} if day else {}))
            for actual, year, day in ((60, 2022, now), (100, 2021, base))
        ]
        [found] = by_year(rows)

        assert (found.reason, found.difference is None) == (reason, reason is not None)

    def test_leap_year(self) -> None:
        """The end of February is the same part of a year with 28 days of it and with 29."""
        keys = {"measure": "flow", "direction": "up"}
        rows = [one(actual=9, year=day.year, as_of=f"{day}", **keys) for day in (date(2023, 2, 28), date(2024, 2, 29))]

        assert [each.reason for each in by_year(rows)] == [None]

    @pytest.mark.parametrize(
        ("now", "base", "difference", "change", "better"),
        [
            ("12,27%", "10,5%", Fraction(177, 100), Fraction(177, 1050), "MET"),
            ("10,5%", "10,5%", 0, 0, "UNKNOWN"),
            ("hơn 12%", "10,5%", None, None, "MET"),
            ("gần 10,5%", "10,5%", None, None, "UNKNOWN"),
            ("5", "0", 5, None, "MET"),
            ("tăng 7%", "giảm 2%", 9, None, "MET"),
            ("giảm 3%", "giảm 2%", -1, None, "NOT_MET"),
            ("ước 12%", "10%", 2, Fraction(1, 5), "UNKNOWN"),
        ],
    )
    def test_figures(self, now: str, base: str, difference: Any, change: Any, better: str) -> None:
        """Rounded and softened figures tell as far as they go; from 0 nothing is a share; an estimate is none yet."""
        [found] = by_year(self.rows(base, now))

        assert (found.difference, found.change, found.better.name) == (difference, change, better)
        assert (found.reason is None) == (better != "UNKNOWN")

    @pytest.mark.parametrize(
        ("one_", "other", "reason", "missing"),
        [
            ({}, {"actual": 5}, "missing", ("base.actual",)),
            ({"actual": 5, "measure": "flow"}, {"actual": 5, "measure": "stock"}, "measures", None),
            ({"actual": "5 xã"}, {"actual": "4 huyện"}, "things", None),
            ({"actual": 5, "measure": "stock"}, {"actual": 4}, "missing", ("now.direction",)),
        ],
    )
    def test_unknown(
        self, one_: dict[str, Any], other: dict[str, Any], reason: str, missing: tuple[str, ...] | None
    ) -> None:
        """Two that are not alike, or not both there, are not compared; what would settle it is named."""
        [found] = by_year([one(year=2021, **one_), one(year=2022, **other)])

        assert (found.reason, found.better) == (reason, Outcome.UNKNOWN)
        assert missing is None or found.missing == missing

    def test_refused(self) -> None:
        """No year, a year twice, another unit, another direction: all are told at once, each at its row."""
        rows = [
            one(actual=1),
            *self.rows("1 ha", "2 tấn"),
            one(what="xã", actual=1, year=2021),
            one(what="Xã", actual=2, year=2021),
            one(what="GRDP", actual="107%", year=2021),
            one(what="GRDP", actual="tăng 7%", year=2022),
            one(what="hộ nghèo", actual=9, year=2021, direction="up"),
            one(what="hộ nghèo", actual=5, year=2022, direction="down"),
        ]
        with pytest.raises(InputError) as caught:
            by_year(rows)

        assert [(each.path, each.code) for each in caught.value.problems] == [
            ("$[0].year", "missing"),
            ("$[4].year", "duplicate"),
            ("$[2].actual", "unit"),
            ("$[6].actual", "contradiction"),
            ("$[8].direction", "contradiction"),
        ]

    @given(NUMBERS, NUMBERS)
    def test_back_and_forth(self, base: int, now: int) -> None:
        """The change leads from the base back to the figure, exactly."""
        [found] = by_year(self.rows(base, now))

        assert found.difference == now - base
        assert found.change is None if base == 0 else base * (1 + (found.change or 0)) == now


class TestProperties:
    """What holds of any indicator."""

    @given(strategies.indicators())
    def test_never_certain_of_more(self, indicator: Indicator) -> None:
        """What is exceeded is reached; a reason and an UNKNOWN go together; as printed agrees with what is certain."""
        found = attainment(indicator)

        assert found.exceeded <= found.outcome
        assert (found.reason is not None) == (found.outcome is Outcome.UNKNOWN)
        assert bool(found.missing) == (found.outcome is Outcome.UNKNOWN)
        assert found.outcome in (Outcome.UNKNOWN, found.as_printed)
        assert found.exceeded in (Outcome.UNKNOWN, found.exceeded_as_printed)
        assert found.outcome is not Outcome.PENDING

    @given(strategies.indicators())
    def test_what_settles(self, indicator: Indicator) -> None:
        """What is said to be missing is an attribute of the indicator; an absent figure is never taken for 0."""
        found = attainment(indicator)
        names = {field.name for field in attrs.fields(Indicator)}

        assert set(found.missing) <= names
        if indicator.attained is None and (indicator.plan is None or indicator.actual is None):
            assert found.outcome is Outcome.UNKNOWN

    @given(
        st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(0, 9)), st.dates(date(2023, 1, 1), LAST), st.data()
    )
    def test_a_verdict_lasts(self, numbers: tuple[int, int, int], day: date, data: st.DataObject) -> None:
        """However a flow goes on, a verdict given before the last day is that of the last; of a level none is."""
        plan, actual, more = numbers
        made = Indicator(
            what="việc làm",
            plan=plan,
            actual=actual,
            direction=data.draw(st.sampled_from(("up", "down"))),
            measure=data.draw(st.sampled_from(("flow", "stock", None))),
            year=2023,
            as_of=day,
        )
        found = attainment(made).outcome
        last = attainment(attrs.evolve(made, actual=actual + more, as_of=LAST)).outcome

        assert found in (Outcome.UNKNOWN, last) or day == LAST
        assert found is Outcome.UNKNOWN or made.measure == "flow" or day == LAST

    @given(strategies.indicators())
    def test_pace_only_of_flows(self, indicator: Indicator) -> None:
        """Nothing but a flow is ahead or behind."""
        found = pace(indicator)

        assert found.outcome is Outcome.UNKNOWN or indicator.measure == "flow"
        assert found.warning == (indicator.measure == "stock")
        assert (found.reason is None) == (found.outcome is not Outcome.UNKNOWN)
        assert found.elapsed is None or 0 < found.elapsed <= 1

    @given(st.lists(strategies.indicators(), max_size=6))
    def test_counts_make_all(self, rows: list[Indicator]) -> None:
        """Every indicator stands in one count, and the numbers certain lie within those as printed."""
        unlike = [attrs.evolve(each, what=f"{each.what} {at}") for at, each in enumerate(rows)]
        found = summary(unlike)

        assert found.counts.indicators == len(rows) == found.as_printed.indicators
        assert found.counts.met <= found.as_printed.met <= found.counts.met + found.counts.unknown
        assert found.counts.check(found.counts.met, len(rows)).outcome is not Outcome.NOT_MET

    @given(strategies.indicators())
    def test_there_and_back(self, indicator: Indicator) -> None:
        """What is written as JSON is read back the same, and fits the schema that editors have."""
        text = dump((indicator,))

        assert load_indicators(text) == (indicator,)
        assert list(SCHEMA.iter_errors(json.loads(text))) == []

    @given(st.fractions(0, 200, max_denominator=10**6), st.integers(0, 200), st.integers(0, 3))
    @example(Fraction(9199999, 100000), 92, 0)
    @example(Fraction(92), 92, 0)
    def test_rounding_never_flatters(self, true: Fraction, plan: int, places: int) -> None:
        """Whatever a report rounds, a verdict on the rounded figure is one on what was truly reached."""
        digits = round(true * 10**places)
        found = attainment(
            Indicator(
                what="tỷ lệ",
                plan=Figure(value=Decimal(plan), unit="%"),
                actual=Figure(value=Decimal(digits).scaleb(-places), unit="%"),
                direction="up",
                measure="stock",
                year=2023,
                as_of=LAST,
            )
        )

        assert found.outcome in (Outcome.UNKNOWN, Outcome.MET if true >= plan else Outcome.NOT_MET)
        assert found.exceeded in (Outcome.UNKNOWN, Outcome.MET if true > plan else Outcome.NOT_MET)

    @given(NUMBERS, st.integers(1, 10**6))
    @example(999_999, 10**6)
    def test_rate(self, actual: int, plan: int) -> None:
        """The share is exact: times the plan it is the result."""
        found = attainment(one(plan=plan, actual=actual, **FLOW))

        assert found.rate is not None
        assert found.rate * plan == actual
        assert (found.rate >= 1) == (found.outcome is Outcome.MET)


class TestLoading:
    """What a file may say."""

    def test_as_printed(self) -> None:
        """Figures are text as printed, whole numbers or tables; days are written as in a report too."""
        found = one(plan="4.500 tỷ đồng", actual={"value": "4600", "unit": "đồng", "scale": 10**9}, as_of="30/6/2023")

        assert found.plan is not None
        assert found.plan.amount() == 4_500 * 10**9
        assert found.as_of == HALF
        assert attainment(found).rate == Fraction(46, 45)

    def test_one_alone(self) -> None:
        """One alone is a list of one; a number by hand needs no figure."""
        assert load_indicators({"what": "xã", "plan": 2}) == (Indicator(what="xã", plan=2),)

    @pytest.mark.parametrize(
        ("keys", "expected"),
        [
            ({}, {("$[0].what", "missing")}),
            ({"what": "xã", "goal": 1}, {("$[0].goal", "unknown-key")}),
            ({"what": "xã", "plan": 1.5}, {("$[0].plan", "bad-value")}),
            ({"what": "xã", "plan": True}, {("$[0].plan", "bad-value")}),
            ({"what": "xã", "plan": None}, {("$[0].plan", "null")}),
            ({"what": " ", "plan": 5}, {("$[0].what", "empty")}),
            ({"what": "xã", "measure": "flows"}, {("$[0].measure", "bad-value")}),
            ({"what": "xã", "direction": "sideways"}, {("$[0].direction", "bad-value")}),
            ({"what": "xã", "attained": "0,5"}, {("$[0].attained", "ambiguous")}),
            ({"what": "xã", "attained": "5 xã"}, {("$[0].attained", "bad-value")}),
            ({"what": "xã", "year": 23}, {("$[0].year", "out-of-range")}),
            ({"what": "xã", "as_of": "6/2023"}, {("$[0].as_of", "bad-value")}),
            ({"what": "xã", "plan": "1,194"}, {("$[0].plan", "ambiguous")}),
            ({"what": "xã", "plan": "gần 5"}, {("$[0].plan", "bad-value")}),
            ({"what": "xã", "plan": "ước 5"}, {("$[0].plan", "bad-value")}),
            ({"what": "xã", "plan": "không quá 5", "direction": "up"}, {("$[0].plan", "contradiction")}),
            ({"what": "xã", "plan": "ít nhất 5", "direction": "down"}, {("$[0].plan", "contradiction")}),
            ({"what": "xã", "plan": "5 ha", "actual": "5 tấn"}, {("$[0].actual", "unit")}),
            ({"what": "xã", "plan": "giảm 5%", "actual": "6%"}, {("$[0].actual", "contradiction")}),
            ({"what": "xã", "plan": "tăng 7%", "actual": "107%"}, {("$[0].actual", "contradiction")}),
            ({"what": "xã", "plan": "gấp 3 lần", "actual": "tăng 3 lần"}, {("$[0].actual", "contradiction")}),
            ({"what": "xã", "year": 2023, "before": "2023-01-01"}, {("$[0].before", "contradiction")}),
            ({"what": "xã", "year": 2023, "since": "2024-01-01"}, {("$[0].since", "contradiction")}),
            (
                {"what": 5, "plan": "năm", "as_of": "hôm nay"},
                {("$[0].what", "bad-value"), ("$[0].plan", "bad-value"), ("$[0].as_of", "bad-value")},
            ),
        ],
    )
    def test_refused(self, keys: dict[str, Any], expected: set[tuple[str, str]]) -> None:
        """What is no indicator is refused at its place, all faults at once."""
        assert codes(keys) == expected

    @pytest.mark.parametrize("measure", ["flows", 1])
    def test_words_by_hand(self, measure: Any) -> None:
        """A word that is none is refused where an indicator is made by hand too, and so is a number that is none."""
        with pytest.raises(InputError):
            Indicator(what="xã", measure=measure)
        with pytest.raises(InputError):
            Indicator(what="xã", plan=1.5)  # type: ignore[arg-type]  # the test is that it is refused

    def test_of_a_launch(self) -> None:
        """Each target of a launch is an indicator of which nothing is known to be reached, until it is."""
        rows = indicators_of(load_launch(EXAMPLES / "hau-giang-2023-launch.json"))
        land = rows[6]

        assert len(rows) == 13
        assert {attainment(each).outcome for each in rows} == {Outcome.UNKNOWN}
        assert attainment(land).missing == ("actual",)
        for said_, expected in (("69,9%", "NOT_MET"), ("70%", "UNKNOWN"), ("70,1%", "MET")):
            done = attrs.evolve(land, actual=one(actual=said_).actual, as_of=date(2023, 5, 29))
            assert attainment(done).outcome.name == expected

    @pytest.mark.parametrize(
        ("at_least", "unit", "amount"),
        [("1.194", "điểm", Fraction(597, 500)), ("4500", "tỷ đồng", 4500 * 10**9), ("18", None, 18)],
    )
    def test_plan_of_a_launch(self, at_least: str, unit: str | None, amount: Fraction | int) -> None:
        """The number of a target is the plan, exactly, in the scale of its unit; it is a floor."""
        target = Target(what="chỉ tiêu", at_least=Decimal(at_least), unit=unit)
        [found] = indicators_of(LaunchPlan(name="a", targets=(target,)))

        assert found.plan is not None
        assert (found.plan.amount(), found.plan.qualifier, found.toward) == (amount, "at-least", "up")

    @pytest.mark.parametrize(("actual", "expected"), [("4,9%", "MET"), ("5%", "UNKNOWN"), ("5,1%", "NOT_MET")])
    def test_launch_to_stay_below(self, actual: str, expected: str) -> None:
        """A launch may set what is not to be exceeded: of poor households fewer are better."""
        target = Target(what="hộ nghèo", at_most=Decimal(5), unit="%", before=date(2024, 1, 1))
        [poor] = indicators_of(LaunchPlan(name="a", targets=(target,)))
        done = attrs.evolve(poor, actual=one(actual=actual).actual, as_of=date(2023, 12, 31))

        assert (poor.toward, attainment(done).outcome.name) == ("down", expected)

    @pytest.mark.parametrize(("key", "toward"), [("above", "up"), ("below", "down")])
    def test_launch_beside_a_year(self, key: str, toward: str) -> None:
        """The words "cao hơn năm 2022" and "thấp hơn năm 2022" say which way is better, and give no number."""
        [found] = indicators_of(LaunchPlan(name="a", targets=(Target(what="PCI", **{key: "năm 2022"}),)))

        assert (found.plan, found.toward) == (None, toward)

    @pytest.mark.parametrize(("actual", "expected"), [("64,40", "NOT_MET"), ("64,41", "NOT_MET"), ("64,42", "MET")])
    def test_higher_than_a_year(self, actual: str, expected: str) -> None:
        """A target "cao hơn năm 2022" is not reached by the number of 2022 itself: the plan put in is above it."""
        target = Target(what="PCI", above="năm 2022", before=date(2024, 1, 1))
        [pci] = indicators_of(LaunchPlan(name="a", targets=(target,)))
        told = attrs.evolve(pci, plan=figure("trên 64,41"), actual=figure(actual), as_of=date(2023, 12, 31))

        assert attainment(told).as_printed.name == expected

    @pytest.mark.parametrize(
        ("target", "path"),
        [
            (Target(what="hộ", at_least=Decimal(-1)), "$.targets[1].at_least"),
            (Target(what="hộ", at_most=Decimal(-1)), "$.targets[1].at_most"),
            (Target(what="hộ", at_least=Fraction(1, 3)), "$.targets[1].at_least"),
            (Target(what="hộ", at_least=Decimal(5), unit="5 hộ"), "$.targets[1].unit"),
        ],
    )
    def test_of_a_launch_refused(self, target: Target, path: str) -> None:
        """A number that no decimal gives, and a unit that is none, are refused and never dropped."""
        with pytest.raises(InputError) as caught:
            indicators_of(LaunchPlan(name="a", targets=(Target(what="xã"), target)))
        assert [problem.path for problem in caught.value.problems] == [path]


class TestText:
    """In words."""

    @pytest.mark.parametrize(
        ("keys", "first"),
        [
            (
                {"plan": "100.000 hộ", "actual": "100.001 hộ"},
                "✓ Vượt: chỉ tiêu: kết quả “100.001 hộ”, kế hoạch “100.000 hộ” (100,001% kế hoạch)",
            ),
            (
                {"plan": 100_000, "actual": 99_999},
                "✗ Không đạt: chỉ tiêu: kết quả 99.999, kế hoạch 100.000 (99,999% kế hoạch)",
            ),
            (
                {"plan": "không quá 100 vụ", "actual": "60 vụ", "direction": "down"},
                "✓ Tốt hơn kế hoạch: chỉ tiêu: kết quả “60 vụ”, kế hoạch “không quá 100 vụ” (60% kế hoạch)",
            ),
            (
                {"plan": "500 hộ", "actual": "gần 500 hộ"},
                "✗ Không đạt: chỉ tiêu: kết quả “gần 500 hộ”, kế hoạch “500 hộ” (từ 90% đến dưới 100% kế hoạch)",
            ),
        ],
    )
    def test_attained(self, keys: dict[str, Any], first: str) -> None:
        """The verdict, both figures as printed, and the share, never shown on the other side of all of it."""
        assert attainment(one(**{**FLOW, **keys})).explain("vi").splitlines()[0] == first

    def test_warning(self) -> None:
        """A level beside the calendar is told as a warning, with what the number may be instead."""
        insured = load_indicators(EXAMPLES / "chau-thanh-a-2023-indicators.json")[2]
        told = pace(insured).explain("vi").splitlines()

        assert told[0].startswith("? Cảnh báo: tỷ lệ người tham gia bảo hiểm y tế: đạt “hơn 87%” kế hoạch; đã qua 50%")
        assert "có thể chính là mức ấy" in told[1]
        assert "Warning" in pace(insured).explain("en")

    def test_years(self) -> None:
        """A difference of percentages is in points, the base year is named, and so is what the share is of."""
        figures = ((2022, "10,5%"), (2023, "12,6%"))
        [found] = by_year(one(actual=each, year=year, direction="up", measure="stock") for year, each in figures)

        assert found.explain("vi") == (
            "✓ chỉ tiêu: năm 2023: “12,6%”; năm 2022: “10,5%”; tăng 2,1 điểm phần trăm, bằng 20% số gốc"
        )

    def test_said(self) -> None:
        """Each number said, beside the least and the most that it can be."""
        told = said(Counts(met=3, exceeded=1, not_exceeded=2, missed=0, unknown=0).check(21, 21, 5), "en")

        assert told.splitlines() == [
            "? 21 targets; 3 listed",
            "? met 21; it can be 3 to 21",
            "? exceeded 5; it can be 1 to 19",
        ]

    @given(strategies.indicators(), st.sampled_from(["vi", "en"]))
    def test_any(self, indicator: Indicator, locale: str) -> None:
        """Any indicator can be told in both languages, whatever is absent from it."""
        earlier = attrs.evolve(indicator, year=2010, since=None, before=None, as_of=None)
        found: list[Attainment | OnPace | YearOnYear] = [attainment(indicator), pace(indicator)]
        if indicator.year is not None:
            found += by_year([indicator, earlier])

        for each in found:
            assert indicator.what in each.explain(locale)
        assert summary([indicator]).explain(locale)

    def test_words(self) -> None:
        """Every reason that an answer may give, and every attribute it may ask for, has its words."""
        nested = get_args(paces.Reason)
        reasons = {*itertools.chain(*map(get_args, nested)), *get_args(years.Reason)}
        asked = {field.name for field in attrs.fields(Indicator)} - {"what", "year", "where"}

        assert reasons == set(indicator_words.REASONS)
        assert asked <= set(indicator_words.KEYS)


def test_dumped() -> None:
    """An answer is written with its shares exact, and with what it could be."""
    found = json.loads(dump(attainment(one(plan=3, actual=1, **FLOW))))

    assert (found["rate"], found["outcome"], found["possible"]["low"]) == ("1/3", "not-met", "1/3")
    assert json.loads(dump(summary([])))["counts"]["met"] == 0
