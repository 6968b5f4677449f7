"""Caps on an award, counted over a batch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from thidua.book.days import law_on
from thidua.book.law import Law
from thidua.decision.rates import RateResult, check_rates
from thidua.errors import InputError, UnknownTerm
from thidua.model.decision import Decision
from thidua.model.finding import Outcome

CAPS = """
[document]
id = "1/QĐ"
title = "Caps for these tests"
kind = "draft"
issuer = "Tests"
standing = "verified"
checked = 2026-11-22

[[award]]
id = "flag"
label = "Cờ"
gloss = "Flag"
kind = "emulation-title"
level = "state"
recipients = ["collective"]
source = "Điều 1"

[[award]]
id = "worker"
label = "Lao động"
gloss = "Worker"
kind = "emulation-title"
level = "grassroots"
recipients = ["individual"]
source = "Điều 1"

[[award]]
id = "fighter"
label = "Chiến sĩ"
gloss = "Fighter"
kind = "emulation-title"
level = "grassroots"
recipients = ["individual"]
source = "Điều 1"

[[award]]
id = "letter"
label = "Giấy khen"
gloss = "Letter"
kind = "commendation-letter"
level = "grassroots"
recipients = ["individual", "collective"]
source = "Điều 1"

[[reading]]
id = "cap-base"
source = "khoản 2 Điều 2"
question = "Who stands in the base?"
options = { with-fighters = "fighters too", without-fighters = "workers only" }
default = "without-fighters"
reason = "the stricter one"

[[rate]]
id = "2.1"
awards = ["flag"]
at_most = 0.2
base = "standard"
base_awards = ["flag"]
per = "proposer"

[[rate]]
id = "2.2"
awards = ["fighter"]
at_most = 0.15
base = "holders"
base_awards = ["worker"]
includes = false
reading = { cap-base = "without-fighters" }

[[rate]]
id = "2.2"
awards = ["fighter"]
at_most = 0.15
base = "holders"
base_awards = ["worker"]
includes = true
reading = { cap-base = "with-fighters" }

[[rate]]
id = "2.3"
awards = ["fighter"]
at_most = 0.1
base = "strength"
rounding = "ceil"
"""

UNREAD = """
[document]
id = "2/QĐ"
title = "A text not read"
kind = "draft"
issuer = "Tests"
standing = "unverified"
checked = 2026-11-22

[[unread]]
id = "1"
kinds = ["rate"]
awards = ["fighter", "letter"]
why = "Chưa đọc"
gloss = "Not read"
"""


def given(award: str, count: int = 1, **more: Any) -> Decision:
    """Give an award to individuals of unit A in 2020."""
    return Decision(**{"award": award, "recipient": "individual", "unit": "A", "year": 2020, "count": count, **more})


@pytest.fixture
def laid(law_of: Callable[..., Law]) -> Any:
    """Make the law of these tests, or one of other texts, with the readings asked for."""

    def make(*texts: str, unread: str = "stop", **readings: str) -> Law:
        chosen = {name.replace("_", "-"): option for name, option in readings.items()}
        return law_of(*(texts or (CAPS,)), readings=chosen, unread=unread)

    return make


def result(decisions: list[Decision], law: Law, rule: str = "1/QĐ:2.2", **bases: int) -> RateResult:
    """Return the one result under a rule."""
    [found] = [each for each in check_rates(decisions, law, bases).results if each.rule == rule]
    return found


class TestCount:
    """A cap turns into a count, compared exactly."""

    @pytest.mark.parametrize(
        ("fighters", "outcome", "headroom"),
        [(14, Outcome.MET, 1), (15, Outcome.MET, 0), (16, Outcome.NOT_MET, -1)],
    )
    def test_boundary(self, laid: Any, fighters: int, outcome: Outcome, headroom: int) -> None:
        """15% of 100 is 15: fourteen and fifteen may, sixteen may not."""
        found = result([given("worker", 100), given("fighter", fighters)], laid())

        assert (found.outcome, found.allowed, found.headroom) == (outcome, 15, headroom)
        assert found.share == Fraction(fighters, 100)

    def test_floor(self, laid: Any) -> None:
        """15% of 119 is 17.85: seventeen may, and the rounding is named."""
        found = result([given("worker", 119), given("fighter", 18)], laid())

        assert (found.allowed, found.outcome, found.rounding) == (17, Outcome.NOT_MET, "floor")

    def test_ceil(self, laid: Any) -> None:
        """Where a text rounds up, 10% of 11 is 2."""
        found = result([given("fighter", 2)], laid(), "1/QĐ:2.3", strength=11)

        assert (found.allowed, found.outcome, found.rounding) == (2, Outcome.MET, "ceil")

    def test_nobody_in_the_base(self, laid: Any) -> None:
        """A base of nobody allows nobody, and has no share."""
        found = result([given("fighter")], laid(), "1/QĐ:2.3", strength=0)

        assert (found.allowed, found.outcome, found.share) == (0, Outcome.NOT_MET, None)

    def test_answer(self, laid: Any) -> None:
        """The answer names its rule, limit, base and article."""
        found = result([given("worker", 100), given("fighter", 1)], laid())

        assert found.limit == Decimal("0.15")
        assert (found.base_kind, found.base_awards, found.base_name) == ("holders", ("worker",), "holders of worker")
        assert str(found.citation) == "khoản 2 Điều 2 Dự thảo 1/QĐ"
        assert found.reading == {"cap-base": "without-fighters"}


class TestBase:
    """What the share is taken of."""

    def test_both_readings(self, laid: Any) -> None:
        """Fighters listed apart stand in the base under one reading and not under the other."""
        rows = [given("worker", 1194), given("fighter", 123)]

        without, within = (result(rows, laid(cap_base=name)) for name in ("without-fighters", "with-fighters"))

        assert (without.base, without.allowed) == (1194, 179)
        assert (within.base, within.allowed) == (1317, 197)

    def test_people_are_counted_once(self, laid: Any) -> None:
        """A fighter who is named among the workers too is one person of the base."""
        rows = [given("worker", subject=f"P{index}") for index in range(7)] + [given("fighter", subject="P1")]

        found = result(rows, laid(cap_base="with-fighters"))

        assert (found.base, found.count) == (7, 1)

    def test_named_in_the_base_too(self, laid: Any) -> None:
        """Where the base names the capped award itself, its holders stand in it once."""
        both = CAPS.replace('base_awards = ["worker"]', 'base_awards = ["worker", "fighter"]')
        law = laid(both, cap_base="with-fighters")

        assert result([given("worker", 90), given("fighter", 10)], law).base == 100

    def test_the_same_row_twice(self, laid: Any) -> None:
        """The same award to the same person twice is one holder."""
        rows = [given("worker", 100), given("fighter", subject="P1"), given("fighter", subject="P1")]

        assert result(rows, laid()).count == 1

    def test_nothing_shown(self, laid: Any) -> None:
        """Without a row for the base awards the base is unknown, not zero, even if fighters would stand in it."""
        for reading in ("without-fighters", "with-fighters"):
            found = result([given("fighter", 5)], laid(cap_base=reading))

            assert (found.outcome, found.reason, found.missing) == (
                Outcome.UNKNOWN,
                "base-unknown",
                ("bases.A.holders",),
            )
            assert (found.base, found.allowed, found.headroom, found.share) == (None, None, None, None)

    def test_given_for_all_units(self, laid: Any) -> None:
        """A base given without a unit holds for every unit, and is taken as it is."""
        found = result([given("worker", 50), given("fighter", 5)], laid(cap_base="with-fighters"), holders=100)

        assert (found.base, found.allowed) == (100, 15)

    def test_given_by_unit(self, laid: Any) -> None:
        """A base given for a unit holds for that unit alone; one for all is, of several units, as well their sum."""
        rows = [given("fighter"), given("fighter", unit="B"), given("fighter", unit="C")]

        report = check_rates(rows, laid(), {"A": {"strength": 10}, "B": {"strength": 20}, "strength": 30})
        bases = {each.unit: each for each in report.results if each.base_kind == "strength"}

        assert [bases[unit].base for unit in "ABC"] == [10, 20, None]
        assert (bases["C"].reason, bases["C"].missing) == ("base-unknown", ("bases.C.strength",))

    @pytest.mark.parametrize(
        "bases", [{"strength": 30}, {"A": {"strength": 30}}, {"strength": 7, "A": {"strength": 30}}]
    )
    def test_given_for_all(self, laid: Any, bases: Any) -> None:
        """Of rows of one unit a base given for all is the unit's; what is given for the unit goes before it."""
        report = check_rates([given("fighter"), given("fighter")], laid(), bases)

        assert [each.base for each in report.results if each.base_kind == "strength"] == [30]

    def test_strength_is_not_guessed(self, laid: Any) -> None:
        """No decision shows how many work in a unit."""
        found = result([given("worker", 100), given("fighter", 1, unit=None)], laid(), "1/QĐ:2.3")

        assert (found.outcome, found.missing) == (Outcome.UNKNOWN, ("bases.strength",))

    def test_by_proposer(self, laid: Any) -> None:
        """A cap on proposers counts what each of them proposed, whatever the unit."""
        rows = [given("flag", recipient="collective", unit=unit, proposed_by="tỉnh X") for unit in "AB"]

        [found] = check_rates(rows, laid(), {"tỉnh X": {"standard": 9}}).results

        assert (found.unit, found.count, found.base, found.allowed) == ("tỉnh X", 2, 9, 1)
        assert found.outcome is Outcome.NOT_MET


class TestGroups:
    """Each unit and year by itself."""

    def test_units_and_years(self, laid: Any) -> None:
        """One unit's workers are no base for another's fighters, nor one year's for another's."""
        rows = [given("worker", 100), given("fighter"), given("fighter", unit="B"), given("fighter", year=2021)]

        found = [each for each in check_rates(rows, laid()).results if each.rule == "1/QĐ:2.2"]

        assert [(each.unit, each.year, each.base) for each in found] == [
            ("A", 2020, 100),
            ("B", 2020, None),
            ("A", 2021, None),
        ]

    def test_several_caps(self, laid: Any) -> None:
        """Two caps on one award are two results."""
        assert {each.rule for each in check_rates([given("fighter")], laid()).results} == {"1/QĐ:2.2", "1/QĐ:2.3"}

    def test_wrong_recipient(self, laid: Any) -> None:
        """A title for individuals given to a collective is no holder: that is another check's finding."""
        rows = [given("worker", 10), given("worker", 90, recipient="collective"), given("fighter", 1)]

        assert result(rows, laid()).base == 10

    def test_award_not_named(self, laid: Any) -> None:
        """A row that does not say which award it was stands under no cap."""
        report = check_rates([Decision(recipient="individual", unit="A")], laid())

        assert (report.results, report.unlimited) == ((), ())

    def test_unlimited(self, laid: Any) -> None:
        """An award without a cap is said to have none."""
        report = check_rates([given("worker", 3), given("letter", 2)], laid())

        assert (report.results, report.unlimited) == ((), ("worker", "letter"))


class TestAdrift:
    """Rows that do not say their unit or year may be of any that others name."""

    @pytest.mark.parametrize(
        ("sure", "adrift", "outcome"),
        [
            (10, 5, Outcome.MET),
            (10, 6, Outcome.UNKNOWN),
            (15, 1, Outcome.UNKNOWN),
            (16, 1, Outcome.NOT_MET),
        ],
    )
    @pytest.mark.parametrize("left_out", [{"unit": None}, {"year": None}, {"unit": None, "year": None}])
    def test_boundary(self, laid: Any, sure: int, adrift: int, outcome: Outcome, left_out: Any) -> None:
        """15 of 100: certain only where no way to place the others would turn it."""
        rows = [given("fighter", sure), given("fighter", adrift, **left_out)]
        report = check_rates(rows, laid(), {"A": {"holders": 100, "strength": 1000}})
        found = next(
            each for each in report.results if each.rule.endswith("2.2") and (each.unit, each.year) == ("A", 2020)
        )

        assert found.outcome is outcome
        if outcome is Outcome.UNKNOWN:
            assert (found.reason, found.missing) == ("place-unknown", tuple(left_out))

    def test_adrift_themselves(self, laid: Any) -> None:
        """A row without a unit, beside rows of a unit, is of no place of its own."""
        rows = [given("fighter"), given("fighter", unit=None)]
        report = check_rates(rows, laid(), {"holders": 100, "A": {"holders": 100}})
        found = next(each for each in report.results if each.unit is None and each.base_kind == "holders")

        assert (found.outcome, found.reason, found.missing) == (Outcome.UNKNOWN, "place-unknown", ("unit",))

    def test_nobody_says(self, laid: Any) -> None:
        """Where no row names a unit or a year they are all of one."""
        found = result([given("fighter", 15, unit=None, year=None)], laid(), holders=100)

        assert found.outcome is Outcome.MET

    def test_other_years(self, laid: Any) -> None:
        """A row of another year, or of another unit, is not of this one."""
        rows = [given("fighter", 15), given("fighter", 15, unit=None, year=2019), given("fighter", 15, unit="B")]
        report = check_rates(rows, laid(), {"A": {"holders": 100}, "B": {"holders": 100}})
        outcomes = {(each.unit, each.year): each.outcome for each in report.results if each.base_kind == "holders"}

        assert outcomes[("A", 2020)] is outcomes[("B", 2020)] is Outcome.MET

    @pytest.mark.parametrize(("workers", "outcome"), [(99, Outcome.NOT_MET), (100, Outcome.UNKNOWN)])
    def test_of_the_base(self, laid: Any, workers: int, outcome: Outcome) -> None:
        """People of the base who name no unit may widen it: 16 are too many of 106, and of 107 not."""
        rows = [given("worker", 7), given("worker", workers, unit=None), given("fighter", 16)]
        found = next(each for each in check_rates(rows, laid()).results if each.base_kind == "holders")

        assert found.outcome is outcome


class TestUnread:
    """A text known to govern that was not read."""

    def test_beside_a_cap(self, laid: Any) -> None:
        """The cap last read is shown, but settles nothing."""
        found = result([given("worker", 100), given("fighter", 1)], laid(CAPS, UNREAD))

        assert (found.outcome, found.reason, found.allowed) == (Outcome.UNKNOWN, "unread", 15)
        assert found.unread is not None
        assert found.unread.gloss == "Not read"

    def test_alone(self, laid: Any) -> None:
        """Where no cap was read, the award is not unlimited but unknown."""
        report = check_rates([given("letter", 4)], laid(CAPS, UNREAD))

        [found] = report.results
        assert (found.rule, found.outcome, found.count) == ("2/QĐ:1", Outcome.UNKNOWN, 4)
        assert (found.limit, found.base_name, found.allowed) == (None, None, None)
        assert report.unlimited == ()

    def test_last_text(self, laid: Any) -> None:
        """A caller may go by the last text read."""
        law = laid(CAPS, UNREAD, unread="last-text")

        assert result([given("worker", 100), given("fighter", 1)], law).outcome is Outcome.MET
        assert check_rates([given("letter")], law).unlimited == ("letter",)


class TestMisuse:
    """What is an error of the caller."""

    @pytest.mark.parametrize("bases", [{"staff": 3}, {"A": {"staff": 3}}])
    def test_unknown_base(self, laid: Any, bases: Any) -> None:
        """A base is one of four."""
        with pytest.raises(UnknownTerm, match="unknown base 'staff'"):
            check_rates([], laid(), bases)

    @pytest.mark.parametrize(
        ("bases", "path"),
        [
            ({"strength": -1}, "bases.strength"),
            ({"A": {"rated": True}}, "bases.A.rated"),
            ({"holders": 2.0}, "bases.holders"),
        ],
    )
    def test_no_count(self, laid: Any, bases: Any, path: str) -> None:
        """A base is a count of people."""
        with pytest.raises(InputError) as caught:
            check_rates([], laid(), bases)

        assert caught.value.problems[0].path == path

    def test_no_date(self) -> None:
        """Where the date picks the law, a row without one is refused, by its place."""
        with pytest.raises(InputError) as caught:
            check_rates([given("CSTĐCS", decided_on=date(2020, 12, 31)), given("CSTĐCS")], law_on)

        assert caught.value.problems[0].path == "$[1].decided_on"

    def test_unknown_award(self) -> None:
        """A name that no award ever had is refused."""
        with pytest.raises(UnknownTerm):
            check_rates([given("Huân chương Tưởng tượng")], law_on(date(2020, 12, 31)))


class TestStatuteBook:
    """The caps of the real law."""

    @pytest.mark.parametrize(
        ("fighters", "outcome"),
        [(123, Outcome.MET), (179, Outcome.MET), (180, Outcome.NOT_MET), (200, Outcome.NOT_MET)],
    )
    def test_fifteen_percent_in_2020(self, fighters: int, outcome: Outcome) -> None:
        """NĐ 91/2017 Điều 9 khoản 3: at most 15% of 1.194 holders of LĐTT or CSTT is 179."""
        rows = [given("CSTĐCS", fighters)]

        [found] = check_rates(rows, law_on(date(2020, 12, 31)), {"holders": 1194}).results

        assert (found.outcome, found.allowed, found.base, found.unit) == (outcome, 179, 1194, "A")
        assert found.citation.document == "91/2017/NĐ-CP"
        assert set(found.base_awards) == {"lao-dong-tien-tien", "chien-si-tien-tien"}

    def test_hong_ngu_from_its_own_rows(self) -> None:
        """The report's own rows are base enough: 123 of 1.194 holds under both readings of the base."""
        rows = [given("LĐTT", 1000), given("CSTT", 194), given("CSTĐCS", 123)]

        for reading, base in (("without-fighters", 1194), ("with-fighters", 1317)):
            law = law_on(date(2020, 12, 31), readings={"cap-base": reading})
            [found] = [each for each in check_rates(rows, law).results if "CSTĐCS" in law.award(each.awards[0]).short]

            assert (found.outcome, found.base) == (Outcome.MET, base)

    def test_two_hundred_from_its_own_rows(self) -> None:
        """200 beside 1.194 is too many in 2020 by the default reading."""
        law = law_on(date(2020, 12, 31))

        [found] = check_rates([given("LĐTT", 1194), given("CSTĐCS", 200)], law).results

        assert (found.outcome, found.allowed) == (Outcome.NOT_MET, 179)

    def test_no_cap_from_2024(self) -> None:
        """The cap ended with NĐ 91/2017 on 2023-12-31: each row stands under the law of its own day."""
        rows = [given("CSTĐCS", 200, decided_on=day) for day in (date(2023, 12, 31), date(2024, 1, 1))]

        [found], unlimited = (report := check_rates(rows, law_on, {"holders": 1194})).results, report.unlimited

        assert (found.count, found.outcome) == (200, Outcome.NOT_MET)
        assert unlimited == ("chien-si-thi-dua-co-so",)

    def test_government_flag(self) -> None:
        """NĐ 91/2017 Điều 11: at most 20% of the collectives that meet the standard of the province's flag."""
        rows = [
            given("Cờ Chính phủ", count, recipient="collective", unit=None, proposed_by="tỉnh X") for count in (3, 1)
        ]

        [found] = check_rates(rows, law_on(date(2020, 12, 31)), {"tỉnh X": {"standard": 19}}).results

        assert (found.count, found.allowed, found.outcome) == (4, 3, Outcome.NOT_MET)
