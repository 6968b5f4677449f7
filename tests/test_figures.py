"""Does a report agree with its own numbers: each kind of claim at its limits, and what five reports claimed."""

from __future__ import annotations

import itertools
import json
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from babel.numbers import format_decimal
from hypothesis import assume, given
from hypothesis import strategies as st

import thidua
from thidua import strategies
from thidua.decision.powers import check_recipient
from thidua.errors import InputError
from thidua.interchange import dump, load_claims, load_launch, load_movements
from thidua.model.decision import Authority, Decision
from thidua.model.finding import Outcome
from thidua.model.printed import NEAR, Figure
from thidua.movement.launches import check_launch
from thidua.movement.registry import movement
from thidua.people.claims import (
    CLAIMS,
    Approximation,
    Claim,
    Growth,
    Limit,
    Listing,
    Order,
    Pace,
    Share,
    Sum,
)
from thidua.people.enumerators import enumerated, in_words
from thidua.people.figures import check, check_all
from thidua.people.judging import VERDICTS, FigureFinding
from thidua.people.numerals import Ratio
from thidua.people.printed_days import days
from thidua.wording.figure_words import MARKS
from thidua.wording.figure_words import VERDICTS as WORDS

HALVES = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN])


def verdict(claim: Claim) -> tuple[str, str | None]:
    """Return what a claim comes to, and why."""
    found = check(claim)
    return found.verdict, found.reason


def rounded(exact: Fraction, places: int, rounding: str) -> Decimal:
    """Round as a report does."""
    with_more = Decimal(exact.numerator * 10**25 // exact.denominator).scaleb(-25)
    # What the division cuts off must not make a half out of more than a half.
    if with_more != exact:
        with_more += Decimal(1).scaleb(-26)
    return with_more.quantize(Decimal(1).scaleb(-places), rounding=rounding)


def printed(number: Decimal, places: int) -> str:
    """Print a number as babel does in Vietnamese, with all its decimals."""
    return format_decimal(number, "#,##0" + ("." + "0" * places if places else ""), locale="vi")


@st.composite
def shares_of(draw: st.DrawFn) -> tuple[int, int, int]:
    """Draw so many of so many, and the decimals of the percentage."""
    whole = draw(st.integers(1, 10**6))
    return draw(st.integers(0, whole)), whole, draw(st.integers(0, 5))


class TestShare:
    """So many of so many are so many percent."""

    @pytest.mark.parametrize(
        ("percent", "expected"),
        [
            ("69,83%", ("holds", None)),
            ("69,8%", ("holds", None)),
            ("70%", ("holds", None)),
            ("69,8276%", ("holds", None)),
            ("69,82%", ("rounding", "truncated")),
            ("69%", ("rounding", "truncated")),
            ("69,84%", ("does-not-hold", None)),
            ("69,81%", ("does-not-hold", None)),
            ("68%", ("does-not-hold", None)),
            ("gần 70%", ("holds", None)),
            ("gần 75%", ("ambiguous", "how-near")),
            ("gần 90%", ("does-not-hold", None)),
            ("gần 69%", ("does-not-hold", None)),
            ("hơn 69%", ("holds", None)),
            ("hơn 70%", ("does-not-hold", None)),
            ("khoảng 70%", ("holds", None)),
        ],
    )
    def test_81_of_116(self, percent: str, expected: tuple[str, str | None]) -> None:
        """81/116 is 69,8275…%: rounded it holds, cut off it is named so, one unit further it does not hold."""
        assert verdict(Share(ratio="81/116", percent=percent)) == expected

    @pytest.mark.parametrize(
        ("ratio", "expected"),
        [("1/8", "holds"), ("124/1000", "does-not-hold"), ("126/1000", "does-not-hold"), ("135/1000", "does-not-hold")],
    )
    def test_halves(self, ratio: str, expected: str) -> None:
        """A half may be rounded either way: 12,5% is 12% and 13%; what is nearer to one is only that."""
        both = {check(Share(ratio=ratio, percent=percent)).verdict for percent in ("12,0%", "13,0%")}
        either = [check(Share(ratio=ratio, percent=percent)).verdict for percent in ("12%", "13%")]

        assert both == {"does-not-hold"}
        assert (either == ["holds", "holds"]) is (expected == "holds")

    @pytest.mark.parametrize(
        ("ratio", "percent", "expected"),
        [
            ("21/21", "100%", ("holds", None)),
            ("999/1.000", "100%", ("rounding", "not-all")),
            ("999/1.000", "99,9%", ("holds", None)),
            ("999/1.000", "gần 100%", ("holds", None)),
            ("22/21", "100%", ("does-not-hold", None)),
            ("1.001/1.000", "100%", ("holds", None)),
        ],
    )
    def test_all(self, ratio: str, percent: str, expected: tuple[str, str | None]) -> None:
        """A hundred percent is all: a target that one in a thousand missed was not met, however it is rounded."""
        assert verdict(Share(ratio=ratio, percent=percent)) == expected

    @pytest.mark.parametrize(
        ("ratio", "expected"),
        [("0/9", "holds"), ("9/9", "holds"), ("10/9", "does-not-hold"), ("hơn 8/9", "cannot-say")],
    )
    def test_without_percent(self, ratio: str, expected: str) -> None:
        """Without a percentage it is claimed that there are no more than all."""
        assert check(Share(ratio=ratio)).verdict == expected

    @pytest.mark.parametrize("ratio", ["0/0 xã", "5/0", "gần 0/0"])
    @pytest.mark.parametrize("percent", [None, "100%"])
    def test_of_nothing(self, ratio: str, percent: str | None) -> None:
        """Nothing is a share of 0: that is an answer, and the other claims are checked beside it."""
        found = check(Share(ratio=ratio, percent=percent))

        assert (found.verdict, found.reason, found.settles) == ("cannot-say", "of-nothing", ("ratio.whole",))

    def test_softened(self) -> None:
        """More than 1 of 2 are more than 50%, and not 50%."""
        assert verdict(Share(ratio="hơn 1/2", percent="hơn 50%")) == ("holds", None)
        assert verdict(Share(ratio="hơn 1/2", percent="gần 50%")) == ("does-not-hold", None)

    def test_rounded_inputs(self) -> None:
        """Of amounts that were rounded themselves the share may be off by what that explains, and no more."""
        near, far = (Share(ratio="2,1 tỷ đồng/3 tỷ đồng", percent=percent) for percent in ("75%", "90%"))

        assert verdict(near) == ("rounding", "rounded-inputs")
        assert check(near).settles == ("ratio.part", "ratio.whole")
        assert verdict(far) == ("does-not-hold", None)

    @given(shares_of(), HALVES)
    def test_true(self, share: tuple[int, int, int], rounding: str) -> None:
        """A true share, printed with any number of decimals, always holds; "100%" only of all."""
        part, whole, places = share
        text = printed(rounded(Fraction(100 * part, whole), places, rounding), places)
        found = check(Share(ratio=f"{part}/{whole}", percent=f"{text}%"))
        short = part < whole and figure_is_all(text)

        assert (found.verdict, found.reason) == (("rounding", "not-all") if short else ("holds", None))
        assert found.computed == Fraction(100 * part, whole)

    @given(shares_of(), st.integers(-(10**6), 10**6))
    def test_off_by_more_than_a_unit(self, share: tuple[int, int, int], off: int) -> None:
        """A share off by more than a unit of its last place never holds, and no rounding explains it."""
        part, whole, places = share
        exact = Fraction(100 * part, whole)
        said = rounded(exact, places, ROUND_DOWN) + Decimal(off).scaleb(-places)
        assume(said >= 0 and abs(Fraction(said) - exact) > Fraction(1, 10**places))

        assert verdict(Share(ratio=f"{part}/{whole}", percent=f"{printed(said, places)}%")) == ("does-not-hold", None)


def figure_is_all(text: str) -> bool:
    """Say whether a printed percentage is a hundred."""
    return Decimal(text.replace(",", ".")) == 100


class TestSum:
    """Parts make a total."""

    @pytest.mark.parametrize(
        ("parts", "total", "expected"),
        [
            (["37", "2"], "39", ("holds", None)),
            (["37", "2"], "38", ("does-not-hold", None)),
            (["37", "2"], "40", ("does-not-hold", None)),
            (["6.027 tỷ đồng", "337 tỷ đồng"], "6.364 tỷ đồng", ("holds", None)),
            (["6.027 tỷ đồng", "337 tỷ đồng"], "6.365 tỷ đồng", ("rounding", "rounded-inputs")),
            (["6.027 tỷ đồng", "337 tỷ đồng"], "6.363 tỷ đồng", ("rounding", "rounded-inputs")),
            (["6.027 tỷ đồng", "337 tỷ đồng"], "6.366 tỷ đồng", ("does-not-hold", None)),
            (["6.027 tỷ đồng", "337 tỷ đồng"], "6.362 tỷ đồng", ("does-not-hold", None)),
            (["1,4 tỷ đồng", "1,4 tỷ đồng"], "3 tỷ đồng", ("holds", None)),
            (["1,4 tỷ đồng", "1,4 tỷ đồng"], "2 tỷ đồng", ("rounding", "truncated")),
            (["600 triệu đồng", "400 triệu đồng"], "1 tỷ đồng", ("holds", None)),
            (["1.000.000 đồng", "1 đồng"], "1.000.002 đồng", ("does-not-hold", None)),
            (["33,3%", "33,3%", "33,3%"], "100%", ("holds", None)),
            (["33,3%", "33,3%", "33,3%"], "100,0%", ("rounding", "rounded-inputs")),
            (["hơn 2.000", "500"], "2.400", ("does-not-hold", None)),
            (["hơn 2.000", "500"], "hơn 2.500", ("holds", None)),
            (["hơn 2.000", "500"], "2.600", ("cannot-say", "rough-inputs")),
            (["gần 2.000", "500"], "2.450", ("cannot-say", "rough-inputs")),
            (["gần 2.000", "500"], "2.500", ("does-not-hold", None)),
            (["gần 2.000", "500"], "2.200", ("does-not-hold", None)),
        ],
    )
    def test_limits(self, parts: list[str], total: str, expected: tuple[str, str | None]) -> None:
        """Counts and single đồng add up exactly; of two rounded parts and their total, one unit may be lost."""
        assert verdict(Sum(parts=parts, total=total)) == expected

    @given(st.lists(st.integers(0, 10**13), min_size=1, max_size=8), st.integers(0, 3), HALVES)
    def test_true(self, parts: list[int], places: int, rounding: str) -> None:
        """Parts and total that were each rounded from true amounts never fail."""

        def told(amount: int) -> str:
            return printed(rounded(Fraction(amount, 10**9), places, rounding), places) + " tỷ đồng"

        found = check(Sum(parts=list(map(told, parts)), total=told(sum(parts))))

        # A part such as "1,194 tỷ" can be read by other separators too.
        assert found.verdict in ("holds", "rounding", "ambiguous" if places == 3 else "holds")


class TestThings:
    """What the figures of a claim are of."""

    @pytest.mark.parametrize(
        ("parts", "total", "expected"),
        [
            (["37 dự án", "2"], "39 dự án đầu tư", ("holds", None)),
            (["2.924 tập thể", "9.564 cá nhân"], "gần 12.500", ("holds", "nouns")),
            (["37 xã", "2 thị trấn"], "39 đơn vị", ("holds", "nouns")),
            (["37 xã", "2 huyện"], "39 xã", ("cannot-say", "nouns")),
            (["37 xã", "2 huyện"], "40 xã", ("does-not-hold", None)),
            (["5 sổ", "3 kế hoạch"], "8 sổ", ("cannot-say", "nouns")),
            (["5 tấn/ha", "3 tấn mỗi ha"], "8 tấn/ha", ("holds", None)),
            (["1,4 tấn lúa", "1,4 tấn ngô"], "2 tấn", ("rounding", "truncated")),
        ],
    )
    def test_sum(self, parts: list[str], total: str, expected: tuple[str, str | None]) -> None:
        """Different things may be told under one name, which is said; as one of them they are not."""
        found = check(Sum(parts=parts, total=total))

        assert (found.verdict, found.reason) == expected
        assert bool(found.things) is (expected != ("holds", None))

    def test_share(self) -> None:
        """Communes are no share of districts; poor households are one of households."""
        assert verdict(Share(ratio="5 xã/9 huyện", percent="55,56%")) == ("cannot-say", "nouns")
        assert verdict(Share(ratio="5 hộ nghèo/9 hộ", percent="55,56%")) == ("holds", None)
        assert verdict(Limit(value="5 xã", at_most="9 huyện")) == ("cannot-say", "nouns")
        assert verdict(Approximation(value="12.488 cá nhân", said="gần 12.500 người")) == ("holds", "nouns")

    @pytest.mark.parametrize(
        ("parts", "total"),
        [
            (["5 tấn/ha", "3 tấn"], "8 tấn"),
            (["5 tấn mỗi ha", "3 tấn"], "8 tấn"),
            (["5 tấn/ha", "3 tấn/hộ"], "8 tấn/ha"),
            (["5 xã", "4 tỷ"], "4 tỷ"),
            (["5 xã", "4 tỷ đồng"], "4 tỷ đồng"),
            (["5 xã", "4 triệu"], "4 triệu"),
        ],
    )
    def test_units(self, parts: list[str], total: str) -> None:
        """A rate is no amount, and money no thing: they are not added."""
        with pytest.raises(InputError) as caught:
            Sum(parts=parts, total=total)

        assert {problem.code for problem in caught.value.problems} == {"unit"}

    def test_money(self) -> None:
        """Tỷ of nothing that is named are đồng."""
        assert verdict(Sum(parts=["4.267 tỷ", "1 tỷ đồng"], total="4.268 tỷ đồng")) == ("holds", None)
        assert verdict(Share(ratio="12,5/50 tỷ đồng", percent="25%")) == ("holds", None)
        assert verdict(Approximation(value="1.194.000 người", said="1,2 triệu")) == ("holds", None)

    def test_number_words(self) -> None:
        """Every word that multiplies counts: hundreds of millions are not hundreds of billions."""
        parts = ["2 trăm triệu đồng", "3 trăm triệu đồng"]
        assert check(Sum(parts=parts, total="5 trăm triệu đồng")).verdict == "holds"
        assert check(Sum(parts=parts, total="5 trăm tỷ đồng")).verdict == "does-not-hold"
        assert check(Sum(parts=["1 tỷ rưỡi", "1 tỷ rưỡi"], total="3 tỷ")).verdict == "holds"
        assert check(Sum(parts=["1 tỷ rưỡi", "1 tỷ rưỡi"], total="2 tỷ")).verdict == "does-not-hold"
        assert check(Approximation(value="10.000", said="1 vạn")).verdict == "holds"
        assert check(Approximation(value="1.000", said="1 vạn")).verdict == "does-not-hold"


class TestGrowth:
    """A value, its change and its base."""

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ("tăng 34,5%", ("holds", None)),
            ("34,5%", ("holds", None)),
            ("tăng 34,4%", ("rounding", "truncated")),
            ("tăng 34,6%", ("does-not-hold", None)),
            ("giảm 34,5%", ("does-not-hold", None)),
            ("gấp 1,34 lần", ("holds", None)),
            ("gấp 2,34 lần", ("does-not-hold", None)),
            ("tăng hơn 34%", ("holds", None)),
            ("tăng gần 35%", ("ambiguous", "how-near")),
        ],
    )
    def test_from_29_to_39(self, change: str, expected: tuple[str, str | None]) -> None:
        """From 29 to 39 is 34,48…% more, and 1,344… times as many."""
        assert verdict(Growth(value="39", change=change, base="29")) == expected

    def test_fall(self) -> None:
        """From 39 to 29 is 25,64…% less."""
        assert verdict(Growth(value="29", change="giảm 25,6%", base="39")) == ("holds", None)
        assert check(Growth(value="29", change="giảm 25,6%")).possible == attrs.evolve(
            check(Growth(value="29", change="giảm 25,6%")).possible,
            low=29 / (1 - Fraction("0.2555")),
            high=29 / (1 - Fraction("0.2565")),
        )

    @pytest.mark.parametrize(
        ("value", "change", "wholes"),
        [
            ("39", "tăng 34,5%", (29, 29)),
            ("39", "tăng 39,3%", (28, 28)),
            ("39", "tăng 30,0%", (30, 30)),
            ("625", "tăng 28%", (487, 490)),
            ("12", "gấp 2 lần", (5, 8)),
            ("5", "giảm 50%", (10, 10)),
        ],
    )
    def test_whole_base(self, value: str, change: str, wholes: tuple[int, int]) -> None:
        """Of things counted the base is a whole number: those that fit are told, and a base given would confirm."""
        found = check(Growth(value=value, change=change))

        assert found.possible is not None
        assert (found.verdict, found.possible.wholes(), found.settles) == ("holds", wholes, ("base",))
        for base in range(wholes[0] - 1, wholes[1] + 2):
            fits = wholes[0] <= base <= wholes[1]
            assert (check(Growth(value=value, change=change, base=base)).verdict == "holds") is fits

    @pytest.mark.parametrize(
        ("value", "change", "expected"),
        [
            ("39", "tăng 35,0%", ("does-not-hold", "no-base")),
            ("39", "tăng 34,4%", ("rounding", "truncated")),
            ("7", "tăng 34,5%", ("does-not-hold", "no-base")),
            ("7", "giảm 150%", ("does-not-hold", "no-base")),
            ("0", "giảm 100%", ("holds", "base-not-given")),
            ("6.365 tỷ đồng", "tăng 93,5%", ("cannot-say", "base-not-given")),
            ("625", "tăng hơn 28%", ("cannot-say", "base-not-given")),
            ("gần 625", "tăng 28%", ("cannot-say", "base-not-given")),
            ("1.000.000 đồng", "tăng 7%", ("cannot-say", "base-not-given")),
        ],
    )
    def test_without_base(self, value: str, change: str, expected: tuple[str, str | None]) -> None:
        """No whole base fits 39 after 35,0%; of what is measured or softened some base always fits: nothing is said."""
        assert verdict(Growth(value=value, change=change)) == expected

    @pytest.mark.parametrize(
        ("value", "base", "expected"),
        [
            (None, None, ("ambiguous", "readings")),
            ("250", None, ("ambiguous", "readings")),
            ("250", "100", ("ambiguous", "readings")),
            ("350", "100", ("ambiguous", "readings")),
            ("300", "100", ("does-not-hold", None)),
        ],
    )
    def test_increase_by_times(self, value: str | None, base: str | None, expected: tuple[str, str | None]) -> None:
        """An increase by 2.5 times is 2.5 times the base, or as much more: only what is neither can be told."""
        found = check(Growth(value=value, change="tăng 2,5 lần", base=base))

        assert [each.reading for each in found.readings] == ["times", "more-by"]
        assert (found.verdict, found.reason) == expected

    def test_times(self) -> None:
        """With "gấp", 2.5 times the base and nothing else."""
        assert verdict(Growth(value="250", change="gấp 2,5 lần", base="100")) == ("holds", None)
        assert verdict(Growth(value="350", change="gấp 2,5 lần", base="100")) == ("does-not-hold", None)

    @pytest.mark.parametrize(
        ("given_", "path"),
        [
            ({"change": "5"}, "$.change"),
            ({"change": "gấp 20%"}, "$.change"),
            ({"change": "gấp 50 hộ"}, "$.change"),
            ({"change": "tăng 5%/năm"}, "$.change"),
            ({"change": "tăng 5% mỗi năm"}, "$.change"),
            ({"change": "tăng 5 điểm phần trăm", "value": "3 ha"}, "$.change"),
            ({"change": "tăng 50 ha", "value": "3 tấn"}, "$.change"),
            ({"change": "5%", "value": "3 ha", "base": "2 km"}, "$.base"),
            ({"change": "5%", "value": "tăng 3"}, "$.value"),
        ],
    )
    def test_no_growth(self, given_: Any, path: str) -> None:
        """A change is in percent, in points of a percentage, in times, or in the unit of the value."""
        with pytest.raises(InputError) as caught:
            Growth(**given_)

        assert [problem.path for problem in caught.value.problems] == [path]

    @pytest.mark.parametrize(
        ("value", "change", "expected"),
        [
            ("25%", "tăng 5%", ["does-not-hold", "holds"]),
            ("21%", "tăng 5%", ["holds", "does-not-hold"]),
            ("15%", "giảm 5%", ["does-not-hold", "holds"]),
            ("19%", "giảm 5%", ["holds", "does-not-hold"]),
        ],
    )
    def test_percent_of_a_percentage(self, value: str, change: str, expected: list[str]) -> None:
        """From 20%, 5% more is 21% of the base and 25% in points: both are named, and neither is taken."""
        found = check(Growth(value=value, change=change, base="20%"))

        assert (found.verdict, found.reason) == ("ambiguous", "readings")
        assert [each.reading for each in found.readings] == ["of-base", "points"]
        assert [each.verdict for each in found.readings] == expected
        assert verdict(Growth(value="30%", change=change, base="20%")) == ("does-not-hold", None)

    @pytest.mark.parametrize(
        ("value", "base", "expected"),
        [
            ("25%", "20%", ("holds", None)),
            ("26%", "20%", ("rounding", "rounded-inputs")),
            ("21%", "20%", ("does-not-hold", None)),
            ("15%", "20%", ("does-not-hold", None)),
            ("25%", None, ("cannot-say", "base-not-given")),
            ("3%", None, ("does-not-hold", "no-base")),
        ],
    )
    def test_points(self, value: str, base: str | None, expected: tuple[str, str | None]) -> None:
        """Points of a percentage are added to it, and mean nothing else."""
        for unit in ("điểm phần trăm", "điểm %"):
            assert verdict(Growth(value=value, change=f"tăng 5 {unit}", base=base)) == expected

    @pytest.mark.parametrize(
        ("value", "change", "base", "expected"),
        [
            ("150 hộ", "tăng 50 hộ", "100 hộ", ("holds", None)),
            ("149 hộ", "tăng 50 hộ", "100 hộ", ("does-not-hold", None)),
            ("151 hộ", "tăng 50 hộ", "100 hộ", ("does-not-hold", None)),
            ("50 hộ", "giảm 50 hộ", "100 hộ", ("holds", None)),
            ("50 hộ", "tăng 50 hộ", "0 hộ", ("holds", None)),
            ("50 hộ", "tăng 50 hộ", None, ("cannot-say", "base-not-given")),
            ("49 hộ", "tăng 50 hộ", None, ("does-not-hold", "no-base")),
            ("150 hộ", "tăng hơn 50 hộ", "100 hộ", ("does-not-hold", None)),
            ("150 hộ", "tăng 50 người", "100 hộ", ("cannot-say", "nouns")),
        ],
    )
    def test_difference(self, value: str, change: str, base: str | None, expected: tuple[str, str | None]) -> None:
        """A change in the unit of the value is the difference to the base."""
        assert verdict(Growth(value=value, change=change, base=base)) == expected

    @given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from([" hộ", " đồng", "%"]))
    def test_true_difference(self, value: int, base: int, unit: str) -> None:
        """A true difference holds, and one that is off by two of its unit never does."""
        of = " điểm phần trăm" if unit == "%" else unit
        more, less = max(value, base), min(value, base)

        for change, expected in ((more - less, "holds"), (more - less + 2, "does-not-hold")):
            claim = Growth(value=f"{more}{unit}", base=f"{less}{unit}", change=f"tăng {change}{of}")
            assert check(claim).verdict == expected

    @pytest.mark.parametrize("change", ["gấp đôi", "tăng gấp đôi", "gấp 2 lần", "tăng gấp 2 lần"])
    @pytest.mark.parametrize(("value", "expected"), [("200", "holds"), ("300", "does-not-hold")])
    def test_doubled(self, change: str, value: str, expected: str) -> None:
        """With "gấp" before it the number is how many times the base, also behind "tăng"."""
        assert check(Growth(value=value, change=change, base="100")).verdict == expected

    @pytest.mark.parametrize(
        ("value", "base", "expected"),
        [
            ("50", "100", "ambiguous"),
            ("30", "100", "does-not-hold"),
            ("0", "100", "does-not-hold"),
            ("50", None, "ambiguous"),
        ],
    )
    def test_decrease_by_times(self, value: str, base: str | None, expected: str) -> None:
        """A decrease by 2 times is a half of the base to most, and has no agreed meaning: the readings are named."""
        found = check(Growth(value=value, change="giảm 2 lần", base=base))

        assert [each.reading for each in found.readings] == ["divided", "less-by"]
        assert found.verdict == expected

    @pytest.mark.parametrize("change", ["tăng 5%", "giảm 5%", "gấp 2 lần", "tăng 2 lần", "giảm 2 lần"])
    def test_from_nothing(self, change: str) -> None:
        """From nothing nothing grows by a share of it; that is an answer, and other claims are checked beside it."""
        assert verdict(Growth(value=3, change=change, base=0)) == ("cannot-say", "from-nothing")

    @given(st.integers(1, 10**5), st.integers(0, 10**5), st.integers(0, 2), HALVES)
    def test_true(self, base: int, value: int, places: int, rounding: str) -> None:
        """A true change holds, with its base and without, and the base is among those that fit."""
        exact = Fraction(100 * (value - base), base)
        text = f"{'giảm' if exact < 0 else 'tăng'} {printed(rounded(abs(exact), places, rounding), places)}%"
        found = check(Growth(value=value, change=text))

        assert check(Growth(value=value, change=text, base=base)).verdict == "holds"
        assert found.verdict == "holds"
        assert found.possible is not None
        assert base in found.possible


class TestApproximation:
    """One figure said of another."""

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (11249, "does-not-hold"),
            (11250, "ambiguous"),
            (12374, "ambiguous"),
            (12375, "holds"),
            (12488, "holds"),
            (12499, "holds"),
            (12500, "does-not-hold"),
            (12501, "does-not-hold"),
        ],
    )
    def test_near(self, value: int, expected: str) -> None:
        """Near is below, by one percent at most; to ten percent people differ. The tolerance is shown."""
        found = check(Approximation(value=value, said="gần 12.500"))

        assert (found.verdict, found.tolerance) == (expected, NEAR)
        assert found.allowed is not None
        assert (found.allowed.low, found.allowed.high) == (12500 * (1 - NEAR), 12500)

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (12500 - 1251, "does-not-hold"),
            (12500 - 1250, "ambiguous"),
            (12500 - 125, "holds"),
            (12500, "holds"),
            (12500 + 125, "holds"),
            (12500 + 126, "ambiguous"),
            (12500 + 1250, "ambiguous"),
            (12500 + 1251, "does-not-hold"),
        ],
    )
    def test_about(self, value: int, expected: str) -> None:
        """About is the same on either side."""
        assert check(Approximation(value=value, said="khoảng 12.500")).verdict == expected

    @pytest.mark.parametrize("word", ["trên", "hơn"])
    @pytest.mark.parametrize(("value", "expected"), [(99, "does-not-hold"), (100, "does-not-hold"), (101, "holds")])
    def test_above(self, word: str, value: int, expected: str) -> None:
        """Both words say above, and no tolerance."""
        found = check(Approximation(value=value, said=f"{word} 100"))

        assert (found.verdict, found.tolerance) == (expected, None)

    @pytest.mark.parametrize(
        ("said", "expected"),
        [
            ("dưới 100", ["holds", "does-not-hold", "does-not-hold"]),
            ("không quá 100", ["holds", "holds", "does-not-hold"]),
            ("tối đa 100", ["holds", "holds", "does-not-hold"]),
            ("ít nhất 100", ["does-not-hold", "holds", "holds"]),
            ("tối thiểu 100", ["does-not-hold", "holds", "holds"]),
            ("xấp xỉ 100", ["holds", "holds", "holds"]),
        ],
    )
    def test_bounds(self, said: str, expected: list[str]) -> None:
        """Below leaves the number out; at least and at most take it in; about is either side."""
        assert [check(Approximation(value=value, said=said)).verdict for value in (99, 100, 101)] == expected

    def test_above_of_what_was_rounded(self) -> None:
        """A limit that the rounding may hide is not met: 63,0% may be less than 63%."""
        assert verdict(Approximation(value="63,0%", said="hơn 63%")) == ("cannot-say", "rough-inputs")
        assert verdict(Approximation(value="63,1%", said="hơn 63%")) == ("holds", None)
        assert verdict(Approximation(value="62,9%", said="hơn 63%")) == ("does-not-hold", None)

    @pytest.mark.parametrize(
        ("said", "expected"),
        [("12,5 nghìn", "holds"), ("12,4 nghìn", "rounding"), ("12 nghìn", "holds"), ("12.500", "does-not-hold")],
    )
    def test_without_a_word(self, said: str, expected: str) -> None:
        """Said more roughly, a figure is rounded; said to the last thing, it is exact."""
        assert check(Approximation(value=12488, said=said)).verdict == expected


class TestOrder:
    """One day and another."""

    @pytest.mark.parametrize(
        ("relation", "expected"),
        [
            ("before", ["holds", "does-not-hold", "does-not-hold"]),
            ("not-after", ["holds", "holds", "does-not-hold"]),
            ("not-before", ["does-not-hold", "holds", "holds"]),
            ("after", ["does-not-hold", "does-not-hold", "holds"]),
        ],
    )
    def test_limits(self, relation: Any, expected: list[str]) -> None:
        """The day before, the day itself, the day after; "trước ngày" leaves the day out."""
        other = date(2023, 5, 30)
        found = [check(Order(day=other + timedelta(off), relation=relation, other=other)) for off in (-1, 0, 1)]

        assert [each.verdict for each in found] == expected
        assert [each.computed for each in found] == [-1, 0, 1]

    def test_unknown(self) -> None:
        """A day that is not known is asked for."""
        found = check(Order(day="10-8-2021", relation="before"))

        assert (found.verdict, found.reason, found.settles) == ("cannot-say", "missing", ("other",))

    def test_words(self) -> None:
        """The relations, and the measures of a pace, are closed lists."""
        with pytest.raises(InputError, match=r"\$\.relation"):
            Order(relation="beside")  # type: ignore[arg-type]
        with pytest.raises(InputError, match=r"\$\.measure"):
            Pace(attained="50%", elapsed="6/12", measure="level")  # type: ignore[arg-type]


class TestListing:
    """As many as said."""

    @pytest.mark.parametrize(
        ("items", "expected"),
        [
            ("ABCD", ("does-not-hold", None)),
            ("ABCDE", ("holds", None)),
            ("ABCDEF", ("does-not-hold", None)),
            ("ABCDD", ("ambiguous", "repeated")),
        ],
    )
    def test_five(self, items: str, expected: tuple[str, str | None]) -> None:
        """Five are five, and one that stands there twice may be one."""
        assert verdict(Listing(said="05 xã", items=tuple(items))) == expected

    @pytest.mark.parametrize("item", ["", " ", "–", "…"])
    def test_nothing(self, item: str) -> None:
        """An item that names nothing is none, and not counted as one."""
        with pytest.raises(InputError) as caught:
            Listing(said="02 xã", items=("A", item))

        assert [(problem.path, problem.code) for problem in caught.value.problems] == [("$.items[1]", "missing")]

    def test_enumerated(self) -> None:
        """Numbered paragraphs are counted; other paragraphs are not; a number left out is missed."""
        lines = [f"{in_words(number).capitalize()} là, việc {number}." for number in range(1, 100)]
        text = "\n".join(["Nội dung thi đua là:", *lines[:50], "Ngoài ra, các việc khác.", *lines[50:]])
        short = text.replace(lines[41], "")

        assert verdict(enumerated(text)) == ("holds", None)
        assert verdict(enumerated(short)) == ("does-not-hold", None)
        assert (check(enumerated(short)).computed, enumerated(short).said.value) == (98, 99)

    @pytest.mark.parametrize(
        "text", ["", "Một là một.", "Một là, a.\nHai là, b.\nMột là, c.", "Hai là, b.\nHai là, c."]
    )
    def test_no_list(self, text: str) -> None:
        """No numbered paragraph, or two lists, is an error."""
        with pytest.raises(InputError):
            enumerated(text)


class TestPace:
    """The plan against the calendar."""

    @pytest.mark.parametrize(
        ("attained", "expected"),
        [
            ("49,99%", ("does-not-hold", None)),
            ("50%", ("cannot-say", "rough-inputs")),
            ("50,00%", ("cannot-say", "rough-inputs")),
            ("50,01%", ("holds", None)),
            ("hơn 50%", ("holds", None)),
            ("gần 50%", ("does-not-hold", None)),
            ("khoảng 50%", ("cannot-say", "rough-inputs")),
        ],
    )
    def test_half_year(self, attained: str, expected: tuple[str, str | None]) -> None:
        """After six of twelve months more than half is ahead; a half that was rounded may be less."""
        assert verdict(Pace(attained=attained, elapsed="6/12", measure="flow")) == expected

    def test_on_the_line(self) -> None:
        """Half a percent of rounding that ends at the very part of the year is not ahead of it."""
        assert verdict(Pace(attained="51%", elapsed="101/200", measure="flow")) == ("cannot-say", "rough-inputs")

    @pytest.mark.parametrize("attained", ["1%", "99%"])
    def test_stock(self, attained: str) -> None:
        """A level does not grow with the calendar: it is not compared, whatever it is."""
        found = check(Pace(attained=attained, elapsed="6/12", measure="stock"))

        assert (found.verdict, found.reason, found.allowed) == ("cannot-say", "stock", None)

    @pytest.mark.parametrize("measure", ["flow", None])
    @pytest.mark.parametrize(("elapsed", "expected"), [("0/12", "not-begun"), ("1/12", None)])
    def test_not_begun(self, elapsed: str, measure: Any, expected: str | None) -> None:
        """Before anything of the year is gone nothing is ahead of it."""
        reason = check(Pace(attained="99%", elapsed=elapsed, measure=measure)).reason

        assert reason == (expected or (None if measure else "missing"))

    def test_unknown_measure(self) -> None:
        """Whether it is a level is asked for, not guessed."""
        found = check(Pace(attained="99%", elapsed="6/12"))

        assert (found.verdict, found.settles) == ("cannot-say", ("measure",))

    @pytest.mark.parametrize("elapsed", ["13/12", "6,5/12", "gần 6/12", "0/0"])
    def test_elapsed(self, elapsed: str) -> None:
        """What is gone of the year is an exact part of it."""
        with pytest.raises(InputError):
            Pace(attained="50%", elapsed=elapsed)


class TestLimit:
    """A figure and a target."""

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            ("69,99%", "does-not-hold"),
            ("70%", "cannot-say"),
            ("70,01%", "holds"),
            ("84,99%", "holds"),
            ("85%", "cannot-say"),
            ("85,01%", "does-not-hold"),
        ],
    )
    def test_bounds(self, value: str, expected: str) -> None:
        """Between two bounds; what was rounded onto a bound may lie beyond it."""
        assert check(Limit(value=value, at_least="70%", at_most="85%")).verdict == expected

    @pytest.mark.parametrize(("value", "expected"), [(178, "holds"), (179, "holds"), (180, "does-not-hold")])
    def test_counts(self, value: int, expected: str) -> None:
        """A count on the bound is within."""
        assert check(Limit(value=value, at_most=179)).verdict == expected

    @pytest.mark.parametrize(
        ("given_", "settles"),
        [
            ({}, ("value", "at_least", "at_most")),
            ({"value": "60%"}, ("at_least", "at_most")),
            ({"at_least": "60%"}, ("value",)),
        ],
    )
    def test_not_given(self, given_: Any, settles: tuple[str, ...]) -> None:
        """A target without a number is never taken as reached."""
        found = check(Limit(**given_))

        assert (found.verdict, found.settles) == ("cannot-say", settles)


class TestSeparators:
    """Figures that a report may have printed by the separators of English."""

    def test_they_differ(self) -> None:
        """Where the readings differ neither is taken."""
        found = check(Sum(parts=["2,924", "9,564"], total="12.488"))

        assert (found.verdict, found.reason) == ("ambiguous", "readings")
        assert [(each.reading, each.verdict) for each in found.readings] == [
            ("vietnamese", "does-not-hold"),
            ("english", "holds"),
        ]

    def test_they_agree(self) -> None:
        """Where both readings come to one thing, that is said."""
        found = check(Share(ratio="1,194/2,388", percent="50%"))

        assert (found.verdict, len(found.readings)) == ("holds", 2)

    def test_by_hand(self) -> None:
        """A figure made by hand is not doubted."""
        assert not check(Approximation(value=Decimal("1.194"), said=Decimal("1.2"))).readings

    def test_only_one_is_possible(self) -> None:
        """A reading that makes no claim is none: of six thousand months a year has not gone by."""
        by_comma = Pace(attained="50%", elapsed=Ratio(part=6, whole=Figure(value=Decimal(12), otherwise=Decimal(1))))

        assert not check(by_comma).readings


CHECK_LIST: Mapping[str, tuple[list[Claim], str]] = {
    "1: 81/116 xã (69,83%)": ([Share(ratio="81/116 xã", percent="69,83%")], "holds"),
    "2: ước 35/51 xã, 68,63%": ([Share(ratio="ước đạt 35/51 xã", percent="68,63%")], "holds"),
    "3: 05/09 xã = 2 + 3, và năm tên": (
        [
            Share(ratio="05/09 xã", percent="55,56%"),
            Sum(parts=["2 xã", "3 xã"], total="05 xã"),
            Listing(
                said="05 xã", items=("Long Thuận", "Thường Phước 2", "Thường Phước 1", "Thường Lạc", "Phú Thuận B")
            ),
        ],
        "holds",
    ),
    "4: 21/21 chỉ tiêu = 100%": ([Share(ratio="21/21 chỉ tiêu", percent="100%")], "holds"),
    "5: 2.924 + 9.564, gần 12.500": ([Sum(parts=["2.924 tập thể", "9.564 cá nhân"], total="gần 12.500")], "holds"),
    "6: 37 + 2 = 39": ([Sum(parts=["37 dự án", "2 dự án"], total="39 dự án đầu tư")], "holds"),
    "7: 6.027 + 337 = 6.365": (
        [Sum(parts=["6.027 tỉ đồng", "337 tỉ đồng"], total="6.365 tỉ đồng")],
        "rounding",
    ),
    "8: 39 (tăng 34,5%)": ([Growth(value="39 dự án đầu tư", change="tăng 34,5%")], "holds"),
    "9: 6.365 tỷ (tăng 93,5%), gốc 3.289": (
        [Growth(value="6.365 tỉ đồng", change="tăng 93,5% so năm 2020", base="3.289 tỉ đồng")],
        "holds",
    ),
    "10: 625 (tăng 28%)": ([Growth(value="625 doanh nghiệp", change="tăng 28%")], "holds"),
    "11: tăng 2,5 lần": ([Growth(change="2,5 lần về vốn đăng ký so cùng kỳ")], "ambiguous"),
    "12: 13 + 2 = 15 hợp tác xã": ([Sum(parts=[13, "02 Hợp tác xã"], total="15 Hợp tác xã")], "holds"),
    "13: 123/1.194 = 10,30%, không quá 15%": (
        [Share(ratio="123/1.194", percent="10,30%"), Limit(value="10,30%", at_most="15%")],
        "holds",
    ),
    "15: Kế hoạch 10-8-2021 và phát động 14-8-2021": (
        [Order(day="10-8-2021", relation="not-before", other="14-8-2021")],
        "does-not-hold",
    ),
    "19: hơn nửa kế hoạch sau nửa năm": (
        [
            Pace(attained="56,19%", elapsed="6/12", measure="flow"),
            Pace(attained="hơn 63%", elapsed="6/12", measure="flow"),
        ],
        "holds",
    ),
    "19: bảo hiểm y tế là mức tại một thời điểm": (
        [Pace(attained="hơn 87% kế hoạch", elapsed="6/12", measure="stock")],
        "cannot-say",
    ),
    "20: tỷ lệ khen thưởng Nhân dân, không nêu số": ([Limit()], "cannot-say"),
}
"""What the five reports claim, as the check list numbers it, and what it comes to."""

HONG_NGU = date(2020, 12, 31)
EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"


class TestCheckList:
    """Every item of the check list of five reports."""

    @pytest.mark.parametrize("item", CHECK_LIST)
    def test_figures(self, item: str) -> None:
        """The items that are claims on figures or days."""
        claims, expected = CHECK_LIST[item]

        assert {check(claim).verdict for claim in claims} == {expected}

    def test_02_estimate(self) -> None:
        """2: what is expected by the year's end is flagged an estimate; nothing else in the list is."""
        flagged = [item for item, (claims, _) in CHECK_LIST.items() if any(check(claim).estimate for claim in claims)]

        assert flagged == ["2: ước 35/51 xã, 68,63%"]

    def test_05_tolerance(self) -> None:
        """5: 12.488 is 12 below 12.500, which is 0,096%: within the one percent that the answer shows."""
        found = check(CHECK_LIST["5: 2.924 + 9.564, gần 12.500"][0][0])

        assert (found.computed, found.tolerance) == (12488, Fraction(1, 100))

    def test_07_rounding(self) -> None:
        """7: 6.364 against 6.365: one unit, which the rounding of two parts explains."""
        assert verdict(CHECK_LIST["7: 6.027 + 337 = 6.365"][0][0]) == ("rounding", "rounded-inputs")

    def test_08_and_10_bases(self) -> None:
        """8 and 10: 29 alone can have grown by 34,5% to 39; 487 to 490 by 28% to 625."""
        wholes = []
        for item in ("8: 39 (tăng 34,5%)", "10: 625 (tăng 28%)"):
            possible = check(CHECK_LIST[item][0][0]).possible
            assert possible is not None
            wholes.append(possible.wholes())

        assert wholes == [(29, 29), (487, 490)]

    def test_09_base(self) -> None:
        """9: the report does not print the base: it lies about 3.289 tỷ, and cannot be said to be right."""
        found = check(Growth(value="6.365 tỉ đồng", change="tăng 93,5%"))

        assert (found.verdict, found.settles) == ("cannot-say", ("base",))
        assert found.computed is not None
        assert found.possible is not None
        assert found.computed / 10**9 == Fraction(6365) / Fraction("1.935")
        assert found.possible.low == Fraction("6364.5") * 10**9 / Fraction("1.9355")
        assert found.possible.high == Fraction("6365.5") * 10**9 / Fraction("1.9345")

    def test_13_cap(self) -> None:
        """13: 123 of 1.194 keep the cap of 15% of 2020, which allows 179."""
        rows = [
            Decision(award="LĐTT", recipient="individual", count=1194),
            Decision(award="CSTĐCS", recipient="individual", count=123),
        ]
        [cap] = thidua.check_rates(rows, thidua.law_on(HONG_NGU), {"holders": 1194}).results

        assert (cap.outcome, cap.allowed, cap.share) == (Outcome.MET, 179, Fraction(123, 1194))

    def test_14_collective_title(self) -> None:
        """14: a title of collectives does not go to 1.194 individuals."""
        given_ = Decision(award="Đơn vị tiên tiến", recipient="individual", count=1194)

        assert check_recipient(given_, thidua.law_on(HONG_NGU)).outcome is Outcome.NOT_MET

    def test_15_days(self) -> None:
        """15: the plan is four days older than the movement it belongs to."""
        assert check(CHECK_LIST["15: Kế hoạch 10-8-2021 và phát động 14-8-2021"][0][0]).computed == -4

    def test_16_enumerators(self) -> None:
        """16: twelve contents, though the seventh begins with "Bản là"; the repair is told."""
        names = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bản", "Tám", "Chín", "Mười", "Mười một", "Mười hai"]
        listing = enumerated(
            "Nội dung thi đua bao gồm\n" + "\n".join(f" {name} là, nội dung {name}." for name in names)
        )
        found = check(listing)

        assert (found.verdict, found.reason, found.computed) == ("holds", "repaired", 12)
        assert listing.repaired == ("Bản là → Bảy là",)
        assert listing.items[6] == "Bản là, nội dung Bản."

    def test_17_name_of_the_day(self) -> None:
        """17: "Cả nước chung tay vì người nghèo" was renamed on 02/06/2022; a launch of 2023 still calls it so."""
        launch = load_launch(EXAMPLES / "hau-giang-2023-launch.json")
        found = check_launch(launch, thidua.law_on(date(2023, 3, 1)))
        former = [each for each in found.children if each.code == "carries" and each.outcome is Outcome.NOT_MET]

        assert [each.have for each in former] == ["Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau"]
        assert former[0].need == "Vì người nghèo – Không để ai bị bỏ lại phía sau"
        assert check_launch(launch, thidua.law_on(date(2022, 6, 1))).children[-2].outcome is Outcome.MET

    def test_18_active_movements(self) -> None:
        """18: four movements of the Prime Minister ran on 21/07/2021, and the report names those four and no others."""
        named = load_movements(EXAMPLES / "kien-giang-2021-movements.json")
        of_the_country = [each.name for each in named if each.launched_by == "prime-minister" and each.name]
        active = thidua.active_movements(date(2021, 7, 21))

        assert len(active) == 4
        assert {movement(name).id for name in of_the_country} == {each.id for each in active}

    def test_20_quota(self) -> None:
        """20: a quota without a number is not evaluable among the shares either."""
        report = thidua.shares([Decision(recipient="individual", official_class="direct-worker")])

        assert (report.check("people").code, report.check("people").outcome) == ("no-target", Outcome.UNKNOWN)

    def test_21_days_after_publication(self) -> None:
        """21: a page of 22/08/2023 with teasers of 2025 fails until it is cut at its author's name."""
        text = "Thứ Ba, ngày 22/08/2023 | 07:28 … GIA NGUYỄN 06:15 30/05/2025 … (19/5/1890 - 19/5/2025)"

        def found(body: str) -> list[str]:
            published, *others = days(body)
            claims = [Order(day=day, relation="not-after", other=published) for day in (published, *others)]
            return [each.verdict for each in check_all(claims)]

        assert found(text) == ["does-not-hold", "does-not-hold", "holds", "holds"]
        assert found(text.partition("GIA NGUYỄN")[0]) == ["holds"]

    def test_22_body_for_chair(self) -> None:
        """22: "UBND huyện" is understood as its chair, and that is noted."""
        body = Authority(printed="UBND huyện Hồng Ngự")
        found = thidua.check_power(
            Decision(award="CSTT", recipient="individual", authority=body), thidua.law_on(HONG_NGU)
        )

        assert (found.outcome, [note.code for note in found.children]) == (Outcome.MET, ["normalised"])

    def test_23_province(self) -> None:
        """23: the chair of a province gives its certificate of merit (Điều 79)."""
        chair = Authority(printed="Chủ tịch Ủy ban nhân dân tỉnh Kiên Giang")
        given_ = Decision(award="Bằng khen cấp tỉnh", recipient="collective", count=39, authority=chair)
        found = thidua.check_power(given_, thidua.law_on(date(2021, 7, 21)))

        assert (found.outcome, found.citation and found.citation.article) == (Outcome.MET, "Điều 79")

    @pytest.mark.parametrize(("award", "recipient"), [("ĐVTT", "collective"), ("CSTT", "individual")])
    @pytest.mark.parametrize(("year", "expected"), [(2020, Outcome.MET), (2024, Outcome.NOT_MET)])
    def test_24_district(self, award: str, recipient: Any, year: int, expected: Outcome) -> None:
        """24: the chair of a district gave these titles under the law of 2003, and may not since 2024."""
        chair = Authority(printed="Chủ tịch UBND huyện Hồng Ngự")
        given_ = Decision(award=award, recipient=recipient, authority=chair, decided_on=date(year, 12, 31))

        assert thidua.check_power(given_, thidua.law_on).outcome is expected

    def test_25_equal_numbers(self) -> None:
        """25: 81 communes of one report and 81 models of another stay two claims with two findings."""
        claims = [
            Approximation(value=81, said="81 xã", where="Kiên Giang"),
            Approximation(value=81, said="81 mô hình", where="Hậu Giang"),
        ]

        assert [found.claim.where for found in check_all(claims)] == ["Kiên Giang", "Hậu Giang"]


ROWS: list[dict[str, Any]] = [
    {"claim": "share", "ratio": "81/116 xã", "percent": "69,83%", "where": "đoạn 4"},
    {"claim": "share", "ratio": {"part": 81, "whole": "116"}, "percent": {"value": "69.830", "unit": "%"}},
    {"claim": "sum", "parts": ["2.924", 9564], "total": "gần 12.500"},
    {"claim": "growth", "value": "39 dự án", "change": "tăng 34,5%", "base": 29},
    {"claim": "approximation", "value": "1,194 ha", "said": {"value": 1, "unit": "ha", "qualifier": "above"}},
    {"claim": "order", "relation": "not-before", "day": "10-8-2021", "other": "2021-08-14"},
    {"claim": "listing", "said": "02 xã", "items": ["Long Thuận", "Thường Lạc"]},
    {"claim": "pace", "attained": "56,19", "elapsed": "6/12", "measure": "flow"},
    {"claim": "limit"},
]

FAULTS: tuple[tuple[Any, list[tuple[str, str]]], ...] = (
    (5, [("$", "bad-value")]),
    ([5], [("$[0]", "bad-value")]),
    ([{}], [("$[0].claim", "missing")]),
    ([{"claim": "shar"}], [("$[0].claim", "bad-value")]),
    ([{"claim": ["share"]}], [("$[0].claim", "bad-value")]),
    ([{"claim": None}], [("$[0].claim", "null")]),
    ([{"claim": "share"}], [("$[0].ratio", "missing")]),
    (
        [{"claim": "limit"}, {"claim": "share", "ratio": "81/x", "percent": "1.5", "wher": 1}],
        [("$[1].wher", "unknown-key"), ("$[1].ratio", "bad-value"), ("$[1].percent", "ambiguous")],
    ),
    (
        {"claim": "sum", "parts": [1.5, True, None, {"value": 0.5}], "total": None},
        [
            *(("$.total", "null"), ("$.parts[0]", "bad-value"), ("$.parts[1]", "bad-value")),
            *(("$.parts[2]", "null"), ("$.parts[3].value", "bad-value")),
        ],
    ),
    ({"claim": "sum", "parts": [], "total": 5}, [("$.parts", "missing")]),
    ({"claim": "sum", "parts": ["3 ha", 4], "total": "4 ha"}, [("$.parts[1]", "unit")]),
    ({"claim": "share", "ratio": {"part": "1 ha", "whole": "2 km"}}, [("$.ratio.whole", "unit")]),
    ({"claim": "share", "ratio": "50/100", "percent": "0,5"}, [("$.percent", "ambiguous")]),
    (
        {"claim": "share", "ratio": {"part": 1}, "percent": "3 ha"},
        [("$.ratio.whole", "missing"), ("$.percent", "bad-value")],
    ),
    ({"claim": "share", "ratio": 81}, [("$.ratio", "bad-value")]),
    ({"claim": "growth", "change": "5"}, [("$.change", "bad-value")]),
    ({"claim": "growth", "change": {"value": "5", "unit": "percent"}}, [("$.change.unit", "bad-value")]),
    ({"claim": "growth", "change": {"value": "5,5", "unit": "%"}}, [("$.change.value", "bad-value")]),
    ({"claim": "growth", "change": {"value": 5, "unit": "%", "scale": 7}}, [("$.change.scale", "bad-value")]),
    ({"claim": "order", "relation": "near", "day": "10-8"}, [("$.relation", "bad-value"), ("$.day", "bad-value")]),
    ({"claim": "listing", "said": 1, "items": "A"}, [("$.items", "bad-value")]),
    ({"claim": "listing", "said": 1, "items": []}, [("$.items", "missing")]),
    ({"claim": "pace", "attained": "50%", "elapsed": "13/12"}, [("$.elapsed", "bad-value")]),
    (
        {"claim": "limit", "value": "tăng 5%", "at_least": "gần 5%"},
        [("$.value", "bad-value"), ("$.at_least", "bad-value")],
    ),
)
"""What no loader takes, with path and code of each problem."""


class TestLoad:
    """Claims as JSON."""

    def test_every_kind(self) -> None:
        """Every kind of claim can be written as JSON."""
        assert {row["claim"] for row in ROWS} == set(CLAIMS)
        assert {type(claim) for claim in load_claims(ROWS)} == set(CLAIMS.values())

    def test_as_by_hand(self) -> None:
        """A row is the claim that one makes by hand; a table is not doubted as print is."""
        share, other, *_ = load_claims(json.dumps(ROWS))

        assert share == Share(ratio="81/116 xã", percent="69,83%", where="đoạn 4")
        assert other == Share(ratio="81/116", percent=Decimal("69.830"))

    def test_one_alone(self) -> None:
        """One claim is a list of one."""
        assert load_claims(ROWS[0]) == load_claims([ROWS[0]])

    def test_round_trip(self) -> None:
        """What is written out can be read again."""
        claims = load_claims(ROWS)

        assert load_claims(dump(claims)) == claims

    @pytest.mark.parametrize(("source", "expected"), FAULTS, ids=lambda part: str(part)[:60])
    def test_faults(self, source: Any, expected: list[tuple[str, str]]) -> None:
        """Every fault is told at once, with its path."""
        with pytest.raises(InputError) as caught:
            load_claims(source)

        assert sorted((problem.path, problem.code) for problem in caught.value.problems) == sorted(expected)

    def test_findings_as_json(self) -> None:
        """Findings go out as JSON, exact numbers as text."""
        [found] = json.loads(dump(check_all([Share(ratio="1/3", percent="33,3%")])))

        assert (found["verdict"], found["computed"], found["allowed"]["low"]) == ("holds", "100/3", "133/4")


class TestFindings:
    """What holds of every finding."""

    @given(st.lists(strategies.claims(), max_size=6))
    def test_worst_first(self, batch: list[Claim]) -> None:
        """The findings of a batch come worst first, each claim has one, and equals keep their order."""
        found = check_all(batch)
        ranks = [VERDICTS.index(each.verdict) for each in found]

        assert ranks == sorted(ranks)
        assert sorted(map(id, batch)) == sorted(id(each.claim) for each in found)
        places = [next(at for at, claim in enumerate(batch) if claim is each.claim) for each in found]
        assert all(a < b for (a, x), (b, y) in itertools.pairwise(zip(places, ranks, strict=True)) if x == y)

    @given(strategies.claims())
    def test_consistent(self, claim: Claim) -> None:
        """What holds lies where it may, what does not hold lies outside, and what cannot be said asks for a figure."""
        found = check(claim)

        assert found.verdict == "holds" or found.reason or found.verdict == "does-not-hold"
        if found.computed is not None and found.allowed is not None and not found.readings:
            if found.verdict == "holds":
                assert found.computed in found.allowed
            if found.verdict == "does-not-hold":
                assert found.computed not in found.allowed
        if found.verdict == "cannot-say":
            assert found.settles or found.reason == "stock"
        assert (found.verdict == "ambiguous" and found.reason == "readings") <= (len(found.readings) == 2)

    def test_any_number(self) -> None:
        """Where the printed figures leave every number possible that is what is said."""
        found = check(Growth(change="giảm 5%", value="hơn 0%", base="hơn 0,001%"))

        assert "có thể là số bất kỳ" in found.explain("vi")
        assert "possible any number" in found.explain("en")

    @given(strategies.claims(), st.sampled_from(["vi", "en"]))
    def test_told(self, claim: Claim, locale: str) -> None:
        """Every finding can be told in both languages: its verdict first, no place left unfilled."""
        found = check(claim)
        text = found.explain(locale)

        assert text.startswith(MARKS[found.verdict])
        assert "{" not in text
        assert "None" not in text
        if locale == "vi":
            assert WORDS[found.verdict] in text.splitlines()[0]

    @given(strategies.claims())
    def test_as_json(self, claim: Claim) -> None:
        """Every claim goes out and comes in again; every finding goes out."""
        assert load_claims(dump([claim])) == (claim,)
        assert json.loads(dump(check(claim)))["verdict"] in VERDICTS


class TestExplain:
    """The prose, to the letter."""

    def test_vietnamese(self) -> None:
        """The claim as printed, the number to more digits and never rounded, the bounds, the place."""
        found = check(Share(ratio="81/116 xã", percent="69,82%", where="đoạn 4"))

        assert found.explain("vi").splitlines() == [
            "≈ Lệch do làm tròn: “81/116 xã” = “69,82%” [đoạn 4]",
            "    tính được 69,827586…%; để khớp phải từ 69,815% đến 69,825%",
            "    số in bị cắt bớt chữ số thay vì làm tròn",
        ]

    def test_english(self) -> None:
        """Print is quoted as it is; numbers are written as English does."""
        found = check(Sum(parts=["2.924 tập thể", "9.564 cá nhân"], total="gần 12.500"))

        assert found.explain("en").splitlines() == [
            "✓ Holds: “2.924 tập thể” + “9.564 cá nhân” = “gần 12.500”",
            "    computed 12,488; to hold it must be from 12,375 to below 12,500",
            "    the figures are of different things: “tập thể”, “cá nhân”",
            "    “gần” (near) and “khoảng” (about) are taken here as off by 1% at most; no law sets it",
        ]

    @pytest.mark.parametrize(
        ("claim", "said"),
        [
            (Growth(value="39", change="tăng 34,5%"), "số gốc từ 28,9855… đến 29,007…; số nguyên: 29"),
            (Growth(value="625", change="tăng 28%"), "số nguyên: 487–490"),
            (Growth(value="39", change="tăng 35,0%"), "không có số nguyên nào trong đó"),
            (Growth(value="6.365 tỷ đồng", change="tăng 93,5%"), "từ 3.288,2975… tỷ đồng đến 3.290,5143… tỷ đồng"),
            (Growth(change="tăng 2,5 lần"), "hiểu là tăng thêm bấy nhiêu lần số gốc: chưa kết luận được"),
            (Growth(value="39", change="tăng 34,5%", base="29"), "“39” (“tăng 34,5%” so với “29”)"),
            (Share(ratio="ước đạt 35/51"), "có số ước, chưa phải số thực hiện"),
            (Order(day="10-8-2021", relation="not-before", other="14-8-2021"), "tính được -4 ngày"),
            (Order(relation="after", other="14-8-2021"), "(ngày không rõ) sau 14/08/2021"),
            (Limit(at_least="60%", at_most="70%"), "số không nêu; ít nhất “60%”, nhiều nhất “70%”"),
            (Limit(value="60%"), "“60%”; mức không nêu"),
            (Limit(value="60%", at_most="70%"), "để khớp phải không quá 70%"),
            (Pace(attained="hơn 87%", elapsed="6/12", measure="stock"), "có thể trên 87%\n"),
            (Pace(attained="hơn 87%", elapsed="6/12", measure="stock"), "đạt “hơn 87%” khi đã qua “6/12” năm"),
            (enumerated("Hai là, a.\nBa là, b."), "3, danh sách có 2"),
            (enumerated("Một là, a.\nHay là, b."), "Hay là → Hai là"),
            (
                Approximation(
                    value=12488, said=Figure(value=Decimal("12.5"), scale=1000, qualifier="about", estimate=True)
                ),
                "ước khoảng 12,5 nghìn nói về 12.488",
            ),
            (Approximation(value="3,14 tấn", said="3,1 tấn"), "tính được 3,14 tấn"),
            (Approximation(value="5 đồng", said="3 nghìn tỷ đồng"), "tính được 0,000000000005 nghìn tỷ đồng"),
            (Sum(parts=["gần 100", "gần 200"], total="300"), "ở số dùng để tính được hiểu rộng tới 10%"),
            (Sum(parts=["100", "gần 200"], total="gần 300"), "ở đây là lệch không quá 1%"),
            (Sum(parts=["37 xã", "2 huyện"], total="39 xã"), "    các số nói về những thứ khác nhau: “xã”, “huyện”"),
            (Sum(parts=["hơn 3", "2"], total="6"), "số cần có để khẳng định: số thành phần thứ 1\n"),
            (Growth(value="25%", change="tăng 5%", base="20%"), "hiểu là điểm phần trăm: khớp"),
            (
                Growth(value="25%", change=Figure(value=Decimal(5), unit="điểm phần trăm", change="up")),
                "tăng 5 điểm phần",
            ),
        ],
    )
    def test_said(self, claim: Claim, said: str) -> None:
        """What a reader needs to see stands in the text, and of the figures only what was done with them."""
        assert said in check(claim).explain("vi") + "\n"

    def test_no_tolerance(self) -> None:
        """Where "gần" stands in the parts alone, nothing is held to one percent."""
        text = check(Sum(parts=["gần 100", "gần 200"], total="300")).explain("vi")

        assert "1%" not in text

    def test_days_in_english(self) -> None:
        """English says one day and two days."""
        texts = [
            check(Order(day=date(2021, 8, number), relation="after", other=date(2021, 8, 1))).explain("en")
            for number in (2, 3)
        ]

        assert ["computed 1 day;" in texts[0], "computed 2 days;" in texts[1]] == [True, True]

    def test_unknown_language(self) -> None:
        """A language without a catalogue is an error."""
        with pytest.raises(thidua.UnknownTerm):
            check(Limit()).explain("fr")


def test_findings_are_values() -> None:
    """A finding can be compared and kept in a set of answers: equal claims have equal findings."""
    texts = ("81/116 xã", "81 / 116 XÃ", "81/116 huyện")
    one, other, another = (check(Share(ratio=text, percent="69,83%")) for text in texts)

    assert isinstance(one, FigureFinding)
    assert one == other
    assert one != another, "what is counted may decide whether figures can be added"
