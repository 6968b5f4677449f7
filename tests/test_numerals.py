"""Numbers and days of a report: read exactly as Vietnamese prints them, doubted where they may mean two things."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from thidua.errors import InputError
from thidua.model.printed import DIGITS, SCALES, Figure
from thidua.model.spans import Span
from thidua.people.numerals import Ratio, figure, percent, ratio
from thidua.people.printed_days import day, days

PRINTED: dict[str, dict[str, Any]] = {
    "4.267 tỷ đồng": {"value": Decimal(4267), "unit": "đồng", "scale": 10**9},
    "2.825 tỉ đồng": {"value": Decimal(2825), "unit": "đồng", "scale": 10**9},
    "56,19%": {"value": Decimal("56.19"), "unit": "%"},
    "56,10%": {"value": Decimal("56.10"), "unit": "%"},
    "69,83 %": {"value": Decimal("69.83"), "unit": "%"},
    "9,275%": {"value": Decimal("9.275"), "unit": "%"},
    "28 phần trăm": {"value": Decimal(28), "unit": "%"},
    "63% kế hoạch": {"value": Decimal(63), "unit": "%", "noun": "kế hoạch"},
    "05": {"value": Decimal(5)},
    "0,5": {"value": Decimal("0.5")},
    "0,194": {"value": Decimal("0.194")},
    "1194": {"value": Decimal(1194)},
    "1.194": {"value": Decimal(1194)},
    "1.194,50": {"value": Decimal("1194.50")},
    "12 488": {"value": Decimal(12488)},
    "1 194,5 ha": {"value": Decimal("1194.5"), "unit": "ha"},
    "70.000 triệu đồng": {"value": Decimal(70000), "unit": "đồng", "scale": 10**6},
    "11,4 tỷ": {"value": Decimal("11.4"), "scale": 10**9},
    "15 nghìn tỷ đồng": {"value": Decimal(15), "unit": "đồng", "scale": 10**12},
    "60 triệu đồng/hộ": {"value": Decimal(60), "unit": "đồng", "scale": 10**6, "noun": "/hộ"},
    "5,9 triệu USD": {"value": Decimal("5.9"), "unit": "USD", "scale": 10**6},
    "351.640.000 đồng": {"value": Decimal(351640000), "unit": "đồng"},
    "12 VNĐ": {"value": Decimal(12), "unit": "đồng"},
    "3.000 m2": {"value": Decimal(3000), "unit": "m²"},
    "5,5 tấn/ha": {"value": Decimal("5.5"), "unit": "tấn", "noun": "/ha"},
    "2.924 tập thể": {"value": Decimal(2924), "noun": "tập thể"},
    "02 đồng chí": {"value": Decimal(2), "noun": "đồng chí"},
    "4 triệu đồng bào": {"value": Decimal(4), "scale": 10**6, "noun": "đồng bào"},
    "gần 12.500": {"value": Decimal(12500), "qualifier": "near"},
    "trên 2.000 hộ nghèo": {"value": Decimal(2000), "qualifier": "above", "noun": "hộ nghèo"},
    "Đạt hơn 63%": {"value": Decimal(63), "unit": "%", "qualifier": "above"},
    "khoảng 1,2 triệu người": {"value": Decimal("1.2"), "scale": 10**6, "qualifier": "about", "noun": "người"},
    "chiếm 69,83%": {"value": Decimal("69.83"), "unit": "%"},
    "ước đạt 35": {"value": Decimal(35), "estimate": True},
    "Ước tính gần 35": {"value": Decimal(35), "estimate": True, "qualifier": "near"},
    "tăng 34,5%": {"value": Decimal("34.5"), "unit": "%", "change": "up"},
    "tăng 93,5% so năm 2020": {"value": Decimal("93.5"), "unit": "%", "change": "up", "noun": "so năm 2020"},
    "giảm gần 3%": {"value": Decimal(3), "unit": "%", "change": "down", "qualifier": "near"},
    "gấp 2,5 lần": {"value": Decimal("2.5"), "unit": "lần", "change": "times"},
    "tăng 2,5 lần": {"value": Decimal("2.5"), "unit": "lần", "change": "up"},
    "2 trăm triệu đồng": {"value": Decimal(2), "unit": "đồng", "scale": 10**8},
    "5 trăm tỷ": {"value": Decimal(5), "scale": 10**11},
    "3 trăm nghìn tỷ đồng": {"value": Decimal(3), "unit": "đồng", "scale": 10**14},
    "1 vạn": {"value": Decimal(1), "scale": 10**4},
    "5 trăm": {"value": Decimal(5), "scale": 100},
    "5 tỷ phú": {"value": Decimal(5), "noun": "tỷ phú"},
    "5.000đ": {"value": Decimal(5000), "unit": "đồng"},
    "5 triệu đ/hộ": {"value": Decimal(5), "unit": "đồng", "scale": 10**6, "noun": "/hộ"},
    "500.000 ₫": {"value": Decimal(500000), "unit": "đồng"},
    "5 hợp đồng": {"value": Decimal(5), "noun": "hợp đồng"},
    "5 huy chương đồng": {"value": Decimal(5), "noun": "huy chương đồng"},
    "5 triều đại": {"value": Decimal(5), "noun": "triều đại"},
    "5 ngân hàng": {"value": Decimal(5), "noun": "ngân hàng"},
    "5 trạm y tế": {"value": Decimal(5), "noun": "trạm y tế"},
    "5 chức danh": {"value": Decimal(5), "noun": "chức danh"},
    "tăng 5 điểm phần trăm": {"value": Decimal(5), "unit": "điểm phần trăm", "change": "up"},
    "tăng 5 điểm %": {"value": Decimal(5), "unit": "điểm phần trăm", "change": "up"},
    "tăng gấp 3 lần": {"value": Decimal(3), "unit": "lần", "change": "times"},
    "xấp xỉ 100": {"value": Decimal(100), "qualifier": "about"},
    "dưới 15%": {"value": Decimal(15), "unit": "%", "qualifier": "below"},
    "ít nhất 60%": {"value": Decimal(60), "unit": "%", "qualifier": "at-least"},
    "không quá 15%": {"value": Decimal(15), "unit": "%", "qualifier": "at-most"},
    "2,5 lần về vốn": {"value": Decimal("2.5"), "unit": "lần", "noun": "về vốn"},
}
"""What reports print, and every attribute it has but those that keep their default."""

REFUSED = {
    "": "bad-value",
    "gần": "bad-value",
    "mười hai": "bad-value",
    "1.5": "ambiguous",
    "12.34%": "ambiguous",
    "0.194": "ambiguous",
    "2024.000": "ambiguous",
    "1,234,567": "ambiguous",
    "1,234.56": "ambiguous",
    "2.924 500": "ambiguous",
    "12 48": "bad-value",
    "12 4888": "bad-value",
    "1.194.": "bad-value",
    "-3,2%": "bad-value",
    "15 - 17 tiêu chí": "bad-value",
    "19 xã và 5 ấp": "two-numbers",
    "81/116": "two-numbers",
    "tắng 3%": "bad-value",
    "hơn gần 3%": "contradiction",
    "tăng giảm 3%": "contradiction",
    "3%%": "unit-twice",
    "2 lần lần": "unit-twice",
    "4.267 tỷ đồng tỷ đồng": "unit-twice",
    "9" * (DIGITS + 1): "out-of-range",
    "0," + "9" * (DIGITS + 1): "out-of-range",
    "9" * 100: "out-of-range",
    "9 " * 150: "bad-value",
    "٣": "bad-value",
    "1e5": "two-numbers",
    "5 triêu đồng": "bad-value",
    "5 trieu dong": "bad-value",
    "10 ty dong": "bad-value",
    "500 tr": "bad-value",
    "500trđ": "bad-value",
    "5K": "bad-value",
    "5 chục": "bad-value",
    "5 chục triệu đồng": "bad-value",
    "2 tỷ mốt": "bad-value",
    "2,5 tỷ rưỡi": "bad-value",
    "5 rưỡi": "bad-value",
    "1 tỷ đồng rưỡi": "bad-value",
    "3 tháng rưỡi": "bad-value",
    "9,5đ": "bad-value",
    "5 triệu Việt Nam đồng": "bad-value",
    "5 tỷ (đồng)": "bad-value",
    "5 tỷ trăm": "unit-twice",
    "5 tỷ tỷ": "unit-twice",
}
"""What is no figure, and the code of its problem."""

amounts = st.decimals(0, 10**12, places=2) | st.decimals(0, 1000, places=5) | st.integers(0, 10**15).map(Decimal)


class TestFigure:
    """One figure, read from print."""

    @pytest.mark.parametrize("text", PRINTED)
    def test_printed(self, text: str) -> None:
        """Number, digits, unit, scale and words are kept as printed, and nothing else is said."""
        said = PRINTED[text]
        found = figure(text)

        assert attrs.asdict(found) == attrs.asdict(Figure(**said, printed=text))
        assert found.decimals() == len("".join(re.findall(r",([0-9]+)", text)))

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("1 tỷ rưỡi", {"value": Decimal("1.5"), "scale": 10**9}),
            ("2 triệu rưỡi đồng", {"value": Decimal("2.5"), "unit": "đồng", "scale": 10**6}),
            ("5 trăm rưỡi", {"value": Decimal("5.5"), "scale": 100}),
            ("2 tấn rưỡi", {"value": Decimal("2.5"), "unit": "tấn"}),
            ("gấp đôi", {"value": Decimal(2), "unit": "lần", "change": "times"}),
            ("Tăng gấp rưỡi", {"value": Decimal("1.5"), "unit": "lần", "change": "times"}),
        ],
    )
    def test_in_words(self, text: str, said: dict[str, Any]) -> None:
        """Rưỡi is a half of what stands before it; gấp đôi is two times."""
        assert attrs.asdict(figure(text)) == attrs.asdict(Figure(**said, printed=text))

    @pytest.mark.parametrize("text", PRINTED)
    def test_form(self, text: str) -> None:
        """Decomposed letters, capitals, no-break and doubled blanks are forgiven."""
        untidy = f" {unicodedata.normalize('NFD', text.upper())}\n".replace(" ", "\u00a0 ")

        assert figure(untidy) == figure(text)

    @given(amounts)
    def test_babel_gives_it_back(self, value: Decimal) -> None:
        """What babel prints in Vietnamese is read as the number it was."""
        text = format_decimal(value, locale="vi", decimal_quantization=False)

        assert figure(text).value == value
        assert figure(text.replace(".", " ")).value == value

    @pytest.mark.parametrize("text", REFUSED)
    def test_refused(self, text: str) -> None:
        """What cannot be read is one clear error, never a guess."""
        with pytest.raises(InputError) as caught:
            figure(text)

        assert [problem.code for problem in caught.value.problems] == [REFUSED[text]]

    def test_remedy(self) -> None:
        """The error says what to write: babel's two guesses, of which we take neither."""
        with pytest.raises(InputError, match="write 15 or 1,5"):
            figure("1.5")
        with pytest.raises(InputError, match="did you mean 'tăng'"):
            figure("tắng 3%")

    @pytest.mark.parametrize(
        ("text", "otherwise"),
        [
            ("1,194", 1194),
            ("12,488 cá nhân", 12488),
            ("gần 999,999", 999999),
            ("0,194", None),
            ("1,1940", None),
            ("1,19", None),
            ("1234,567", None),
            ("1.234,567", None),
            ("1.194", None),
            ("1,194%", None),
        ],
    )
    def test_other_separators(self, text: str, otherwise: int | None) -> None:
        """Three digits behind a comma, where thousands could stand, are doubted; of a percentage they are not."""
        assert figure(text).otherwise == otherwise

    @pytest.mark.parametrize("given_", [1.5, True, None, b"5", [5], 10**18, -(10**18), Decimal("NaN"), Decimal(-1), -1])
    def test_no_figure(self, given_: Any) -> None:
        """A float, a truth, nothing, a negative number are no figures: nothing is coerced."""
        with pytest.raises(InputError):
            figure(given_)

    @pytest.mark.parametrize(
        "odd",
        [
            {"value": 5},
            {"value": Decimal("1E+18")},
            {"value": Decimal("1E-19")},
            {"value": Decimal("Infinity")},
            {"value": Decimal(5), "scale": 10},
            {"value": Decimal(5), "otherwise": Decimal(-5)},
        ],
    )
    def test_by_hand(self, odd: Any) -> None:
        """A figure made by hand is held to the same."""
        with pytest.raises(InputError):
            Figure(**odd)

    def test_scales(self) -> None:
        """Every word that multiplies, and those that are said behind one another."""
        texts = [
            *("1", "1 trăm", "1 nghìn", "1 vạn", "1 trăm nghìn", "1 triệu", "1 trăm triệu", "1 tỷ", "1 trăm tỷ"),
            *("1 nghìn tỷ", "1 vạn tỷ", "1 trăm nghìn tỷ", "1 triệu tỷ"),
        ]

        assert tuple(figure(text).amount() for text in texts) == SCALES

    def test_percent(self) -> None:
        """Where a percentage is due, a bare number is one; another unit is refused."""
        assert percent("69,83") == percent("69,83%") == percent(Decimal("69.83"))
        for text in ["3 ha", "3 tỷ", "3 hộ", "50%/năm", "0,5 tỷ"]:
            with pytest.raises(InputError):
                percent(text)

    @pytest.mark.parametrize("bare", ["0,5", "1", 1, Decimal("0.5"), Decimal("0.01")], ids=repr)
    def test_percent_or_part(self, bare: Any) -> None:
        """A bare number up to 1 may be a part of one: it is not taken for a percentage, nor for a hundred times it."""
        with pytest.raises(InputError, match="may be") as caught:
            percent(bare)

        assert [problem.code for problem in caught.value.problems] == ["ambiguous"]
        assert percent("0").value == 0
        assert percent("1,01").value == Decimal("1.01")


class TestAllowed:
    """What a figure may stand for."""

    @pytest.mark.parametrize(
        ("text", "low", "high"),
        [
            ("69,83%", "69.825", "69.835"),
            ("28%", "27.5", "28.5"),
            ("6.365 tỷ đồng", "6364500000000", "6365500000000"),
            ("2,5 lần", "2.45", "2.55"),
            ("1.200 ha", "1199.5", "1200.5"),
            ("39 dự án", "39", "39"),
            ("351.640.000 đồng", "351640000", "351640000"),
            ("gần 12.500", "12375", "12500"),
            ("khoảng 12.500", "12375", "12625"),
        ],
    )
    def test_bounds(self, text: str, low: str, high: str) -> None:
        """Half a unit of the last digit either way; a count and whole đồng are exact; near and about by NEAR."""
        allowed = figure(text).allowed()

        assert (allowed.low, allowed.high) == (Fraction(low), Fraction(high))
        assert (Fraction(high) in allowed) is not text.startswith("gần")

    def test_above(self) -> None:
        """Trên and hơn: above the number, not the number, and however far."""
        allowed = figure("hơn 63%").allowed()

        assert 63 not in allowed
        assert Fraction(6301, 100) in allowed
        assert 10**9 in allowed


class TestRatio:
    """So many of so many."""

    @pytest.mark.parametrize("text", ["05/09 xã", "5 / 9", "5/9 xã"])
    def test_printed(self, text: str) -> None:
        """Leading zeros and blanks are forgiven; it is never taken for a day."""
        assert ratio(text) == Ratio(part=5, whole="9 xã" if "xã" in text else 9)

    def test_estimate(self) -> None:
        """An estimate is one of the part."""
        assert ratio("ước đạt 35/51").part.estimate

    def test_unit_of_both(self) -> None:
        """What stands behind the second alone is said of both, unless the first is the larger."""
        found = ratio("12,5/50 tỷ đồng")
        assert (found.part.amount(), found.whole.amount()) == (12_500_000_000, 50_000_000_000)
        assert ratio("5.000/12 nghìn người").part.amount() == 5000

    @pytest.mark.parametrize(
        "given_", ["5", "1/2/3", "12/5 tỷ đồng", "5/12 nghìn người", "/9", "5/", "3 ha/4 km", 81, None]
    )
    def test_refused(self, given_: Any) -> None:
        """Two figures of one unit, parted by one stroke."""
        with pytest.raises(InputError):
            ratio(given_)


class TestDay:
    """Days."""

    @pytest.mark.parametrize(
        "text",
        ["10-8-2021", "10/08/2021", "10.8.2021", "ngày 10-8-2021", "10 tháng 8 năm 2021", "Ngày 10 tháng 08 năm 2021"],
    )
    def test_printed(self, text: str) -> None:
        """Day, month, year, in that order; yyyy-mm-dd too."""
        untidy = unicodedata.normalize("NFD", text)

        assert day(text) == day(untidy) == day("2021-08-10") == day(date(2021, 8, 10)) == date(2021, 8, 10)

    @pytest.mark.parametrize(
        "given_", ["10-8", "8/2021", "30-2-2021", "2021-13-01", "10-8/2021", "10-8-21", "", 5, None]
    )
    def test_refused(self, given_: Any) -> None:
        """A day without its year is not completed, and there is no 30 February."""
        with pytest.raises(InputError):
            day(given_)

    @pytest.mark.parametrize("text", ["5/2021", "tháng 5 năm 2021", "05-2021"])
    def test_month(self, text: str) -> None:
        """A month is no day, and the error says that of it."""
        with pytest.raises(InputError, match="a month alone"):
            day(text)

    def test_found(self) -> None:
        """Every full date of a text, in its order; numbers of documents and days without a year are none."""
        text = (
            "06:15 30/05/2025 Nghị định số 98/2005/NĐ-CP ngày 26-7-2005, ngày 1-9-2005; chiều ngày 30-5;"
            " (19/5/1890 - 19/5/2025); Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014; 112/10/2021"
        )

        assert [found.isoformat() for found in days(text)] == [
            *("2025-05-30", "2005-07-26", "2005-09-01"),
            *("1890-05-19", "2025-05-19", "2014-04-07"),
        ]


numbers = st.fractions(-5, 5, max_denominator=4)


@st.composite
def spans(draw: st.DrawFn, *, least: int = -5) -> Span:
    """Draw the numbers from one to another; an end may be open or absent."""
    ends = st.none() | st.fractions(least, 5, max_denominator=4)
    low, high = draw(ends), draw(ends)
    if low is not None and high is not None and low >= high:
        return Span(low=low, high=low)
    return Span(low=low, high=high, low_open=draw(st.booleans()), high_open=draw(st.booleans()))


class TestSpan:
    """Intervals against the numbers in them."""

    @given(spans(), spans(), numbers)
    def test_meets(self, one: Span, other: Span, number: Fraction) -> None:
        """Two that hold one number meet."""
        if number in one and number in other:
            assert one.meets(other)
            assert other.meets(one)

    @given(spans(), spans(), numbers)
    def test_covers(self, one: Span, other: Span, number: Fraction) -> None:
        """What covers another holds each of its numbers, and whatever is not covered has a number outside."""
        if one.covers(other):
            assert number not in other or number in one
        else:
            ends = [end for end in (one.low, one.high, other.low, other.high) if end is not None]
            outside = [
                end + step for end in (*ends, 0) for step in (-(10**6), Fraction(-1, 64), 0, Fraction(1, 64), 10**6)
            ]
            assert any(each in other and each not in one for each in outside)

    @given(spans(), spans(), numbers, numbers)
    def test_sums(self, one: Span, other: Span, x: Fraction, y: Fraction) -> None:
        """A sum of numbers lies in the sum."""
        if x in one and y in other:
            assert x + y in one.plus(other)

    @given(spans(least=0), spans(least=0), numbers, numbers)
    def test_quotients(self, one: Span, other: Span, x: Fraction, y: Fraction) -> None:
        """A quotient of numbers lies in the quotient; there is none where nothing positive divides."""
        quotient = one.over(other)
        if x in one and y in other and x >= 0 and y > 0:
            assert quotient is not None
            assert x / y in quotient
        assert (quotient is None) is (other.high == 0)

    def test_quotient_of_zero(self) -> None:
        """A divisor as near to 0 as one likes leaves no end above, and one without an end leaves 0 out below."""
        assert Span(high=Fraction(2)).over(Span(low=Fraction(0), high=Fraction(3))) == Span(low=Fraction(0))
        assert Span(low=Fraction(2)).over(Span(low=Fraction(1))) == Span(low=Fraction(0), low_open=True)

    @given(spans(), numbers, st.fractions(-3, 3, max_denominator=4).filter(bool))
    def test_moved(self, one: Span, number: Fraction, by: Fraction) -> None:
        """Shifting and scaling move each number and no other."""
        assert (number in one) is (number + 2 in one.shifted(2)) is (number * by in one.scaled(by))

    @given(spans())
    def test_wholes(self, one: Span) -> None:
        """The first and last whole number from 1 on."""
        found = [number for number in range(1, 7) if number in one]
        wholes = one.wholes()

        assert (wholes is None) is (not found)
        if wholes is not None:
            assert wholes == (found[0], None if one.high is None else found[-1])
