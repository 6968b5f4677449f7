"""The money of a batch: every multiple on every day, several awards at once, who pays, and the payment list."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua import strategies
from thidua.book.days import law_on
from thidua.book.law import Law
from thidua.decision.bonuses import bonus, bonuses
from thidua.decision.paid import BonusReport
from thidua.errors import InputError
from thidua.interchange import dump
from thidua.model.citation import Standing
from thidua.model.deciding import Office
from thidua.model.decision import Authority, Decision
from thidua.model.finding import Outcome
from thidua.model.paying import Payer

DAY = date(2026, 1, 13)
LAW = law_on(DAY)
BEFORE_2025 = law_on(date(2025, 6, 30))
CLAUSE_5 = "khoản 5 Điều 49 Nghị định 152/2025/NĐ-CP"
CLAUSE_5_EN = "clause 5 Article 49 Decree 152/2025/NĐ-CP"
BY_YEAR = law_on(DAY, readings={"title-period": "year"})

ROUNDED_UP = {
    "270": (486_000_000, 631_800_000, 683_100_000),
    "170": (306_000_000, 397_800_000, 430_100_000),
    "92": (165_600_000, 215_280_000, 232_760_000),
    "61": (109_800_000, 142_740_000, 154_330_000),
    "46": (82_800_000, 107_640_000, 116_380_000),
    "31": (55_800_000, 72_540_000, 78_430_000),
    "30.5": (54_900_000, 71_370_000, 77_170_000),
    "30": (54_000_000, 70_200_000, 75_900_000),
    "25": (45_000_000, 58_500_000, 63_250_000),
    "21": (37_800_000, 49_140_000, 53_130_000),
    "18": (32_400_000, 42_120_000, 45_540_000),
    "15.5": (27_900_000, 36_270_000, 39_220_000),
    "15": (27_000_000, 35_100_000, 37_950_000),
    "12.5": (22_500_000, 29_250_000, 31_630_000),
    "12": (21_600_000, 28_080_000, 30_360_000),
    "10.5": (18_900_000, 24_570_000, 26_570_000),
    "9": (16_200_000, 21_060_000, 22_770_000),
    "8": (14_400_000, 18_720_000, 20_240_000),
    "7.5": (13_500_000, 17_550_000, 18_980_000),
    "7": (12_600_000, 16_380_000, 17_710_000),
    "6": (10_800_000, 14_040_000, 15_180_000),
    "5.25": (9_450_000, 12_290_000, 13_290_000),
    "4.5": (8_100_000, 10_530_000, 11_390_000),
    "3.5": (6_300_000, 8_190_000, 8_860_000),
    "3": (5_400_000, 7_020_000, 7_590_000),
    "2.25": (4_050_000, 5_270_000, 5_700_000),
    "2": (3_600_000, 4_680_000, 5_060_000),
    "1.5": (2_700_000, 3_510_000, 3_800_000),
    "1": (1_800_000, 2_340_000, 2_530_000),
    "0.8": (1_440_000, 1_880_000, 2_030_000),
    "0.6": (1_080_000, 1_410_000, 1_520_000),
    "0.45": (810_000, 1_060_000, 1_140_000),
    "0.3": (540_000, 710_000, 760_000),
    "0.15": (270_000, 360_000, None),
}
"""Multiples of 1.800.000, 2.340.000 and 2.530.000 đồng, rounded up to tens of thousands, reckoned by hand."""

HOUSEHOLDS = {
    "bang-khen-cua-thu-tuong-chinh-phu household",
    "bang-khen-cua-bo-ban-nganh-tinh household",
    "giay-khen-cua-co-quan-chuyen-mon-cap-tinh household",
    "giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-xa household",
}
EVER = {
    "gia-dinh-van-hoa household",
    "huan-chuong-huu-nghi individual",
    "huan-chuong-huu-nghi collective",
    "tinh-anh-hung collective",
    "thanh-pho-anh-hung collective",
}
"""No text read gives money with these on any day."""
CLASSES = ("hang-nhat", "hang-nhi", "hang-ba")
NOT_READ = {
    date(2017, 10, 1): EVER
    | HOUSEHOLDS
    | {f"huan-chuong-bao-ve-to-quoc-{each} {kind}" for each in CLASSES for kind in ("individual", "collective")}
    | {f"huan-chuong-chien-cong-{each} {kind}" for each in CLASSES for kind in ("individual", "collective")}
    | {
        "huan-chuong-dai-doan-ket-dan-toc individual",
        "huan-chuong-dung-cam individual",
        "ba-me-viet-nam-anh-hung individual",
        "huy-hieu individual",
        "giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-huyen household",
        "co-thi-dua-cua-quan-khu collective",
        "bang-khen-cua-quan-khu individual",
        "bang-khen-cua-quan-khu collective",
    },
    date(2024, 1, 1): EVER
    | HOUSEHOLDS
    | {
        "huy-chuong-huu-nghi individual",
        "huy-chuong-thanh-nien-xung-phong-ve-vang individual",
        "giay-khen-cua-thu-truong-don-vi household",
        "giay-khen-cua-doanh-nghiep-hop-tac-xa household",
        "giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-huyen household",
    },
    date(2025, 7, 1): EVER | {"huy-chuong-huu-nghi individual", "huy-chuong-thanh-nien-xung-phong-ve-vang individual"},
}
"""What has no multiple, by the first day of each decree: it was not read, and is no nought."""


class TestEveryMultiple:
    """Every award and recipient, on every day on which a decree or the base salary begins."""

    @pytest.mark.parametrize(
        ("day", "column"),
        [
            (date(2024, 1, 1), 0),
            (date(2024, 6, 30), 0),
            (date(2024, 7, 1), 1),
            (date(2025, 6, 30), 1),
            (date(2025, 7, 1), 1),
            (date(2026, 6, 30), 1),
            (date(2026, 7, 1), 2),
            (date(2026, 10, 1), 2),
        ],
    )
    def test_amounts(self, day: date, column: int) -> None:
        """Since 2024 an amount is the multiple of the day's base salary, rounded up to ten thousand đồng."""
        law = law_on(day)
        told = [bonus(award, kind, law=law) for award in law.awards for kind in award.recipients]
        amounts = {(format(each.multiple.normalize(), "f"), each.amount) for each in told if each.multiple is not None}

        assert len(amounts) >= 30
        assert [(by, amount) for by, amount in amounts if ROUNDED_UP[by][column] != amount] == []

    @pytest.mark.parametrize("first", NOT_READ)
    def test_not_read(self, first: date) -> None:
        """An award whose multiple was not read has no amount, and these are all of them."""
        law = law_on(first)
        told = [bonus(award, kind, law=law) for award in law.awards for kind in award.recipients]

        assert {f"{each.award.id} {each.recipient}" for each in told if each.amount is None} == NOT_READ[first]
        assert {each.reason for each in told if each.amount is None} == {"multiple-not-read"}

    @pytest.mark.parametrize(
        ("first", "award", "recipient", "before", "after"),
        [
            (date(2017, 10, 1), "LĐTT", "individual", None, 390_000),
            (date(2018, 7, 1), "LĐTT", "individual", 390_000, 420_000),
            (date(2018, 7, 1), "CSTĐCS", "individual", 1_300_000, 1_390_000),
            (date(2019, 7, 1), "LĐTT", "individual", 420_000, 450_000),
            (date(2019, 7, 1), "Giấy khen xã", "individual", 210_000, 220_000),
            (date(2023, 7, 1), "LĐTT", "individual", 450_000, 540_000),
            (date(2024, 1, 1), "LĐTT", "individual", 540_000, 540_000),
            (date(2024, 1, 1), "Bằng khen tỉnh", "individual", 1_800_000, 2_700_000),
            (date(2024, 1, 1), "Bằng khen tỉnh", "collective", 3_600_000, 5_400_000),
            (date(2024, 7, 1), "LĐTT", "individual", 540_000, 710_000),
            (date(2025, 7, 1), "Giấy khen xã", "individual", 360_000, 710_000),
            (date(2025, 7, 1), "Giấy khen xã", "collective", 710_000, 1_410_000),
            (date(2025, 7, 1), "Giấy khen xã", "household", None, 1_060_000),
            (date(2026, 7, 1), "LĐTT", "individual", 710_000, 760_000),
            (date(2027, 3, 1), "LĐTT", "individual", 760_000, None),
        ],
    )
    def test_boundaries(self, first: date, award: str, recipient: Any, before: int | None, after: int | None) -> None:
        """A base salary and a decree hold from their first day and not a day sooner."""
        days = (first - timedelta(days=1), first)

        assert [bonus(award, recipient, law=law_on(day)).amount for day in days] == [before, after]

    @pytest.mark.parametrize(
        ("day", "award", "recipient", "standing"),
        [
            (DAY, "CSTĐCS", "individual", Standing.QUOTED),
            (DAY, "Bằng khen tỉnh", "individual", Standing.SECONDARY),
            (DAY, "huy-chuong-quan-ky-quyet-thang", "individual", Standing.UNVERIFIED),
            (date(2025, 6, 30), "CSTĐCS", "individual", Standing.UNVERIFIED),
            (date(2023, 12, 31), "anh-hung-lao-dong", "collective", Standing.UNVERIFIED),
        ],
    )
    def test_standing(self, day: date, award: str, recipient: Any, standing: Standing) -> None:
        """An amount is read no better than the weakest of its multiple, base salary and rounding."""
        assert bonus(award, recipient, law=law_on(day)).standing is standing


def title(award: str, year: int | None = 2025, **more: Any) -> Decision:
    """Make a decision on one person's award."""
    return Decision(award=award, **{"recipient": "individual", "subject": "A", "year": year, **more})


def told(report: BonusReport) -> list[Any]:
    """Say of each row what it is paid: ``paid``, the doubts, or the place of the row paid instead."""
    return [
        row.instead.index if row.instead else [doubt.code for doubt in row.doubts] if row.doubts else "paid"
        for row in report.rows
    ]


class TestTogether:
    """NĐ 152/2025 Điều 49 khoản 5-7: several awards of one recipient at one time."""

    @pytest.mark.parametrize(
        ("rows", "expected"),
        [
            pytest.param([title("LĐTT"), title("CSTĐCS")], [1, "paid"], id="same period: the highest title alone"),
            pytest.param([title("CSTĐCS"), title("LĐTT")], ["paid", 0], id="whichever row comes first"),
            pytest.param(
                [title("LĐTT", 2024), title("CSTĐCS", 2025)], ["paid", "paid"], id="different periods: each title"
            ),
            pytest.param(
                [title("LĐTT", 2024), title("CSTĐCS", 2024), title("LĐTT", 2025)],
                [1, "paid", "paid"],
                id="each period by itself",
            ),
            pytest.param(
                [title("CSTĐCS"), title("CSTĐ tỉnh")],
                ["paid", ["reading"]],
                id="three years' title: another period, by the reading",
            ),
            pytest.param(
                [title("CSTĐTQ"), title("CSTĐ tỉnh"), title("CSTĐCS"), title("LĐTT")],
                [["reading"], ["reading"], "paid", 2],
                id="of three periods the highest of each",
            ),
            pytest.param(
                [title("LĐTT"), title("CSTĐCS", subject="B")], ["paid", "paid"], id="two people: each their own"
            ),
            pytest.param([title("CSTĐCS"), title("Bằng khen tỉnh")], ["paid", "paid"], id="a title and a form: both"),
            pytest.param(
                [title("LĐTT"), title("CSTĐCS"), title("Bằng khen tỉnh")],
                [1, "paid", "paid"],
                id="a form beside two titles takes no title's place",
            ),
            pytest.param(
                [title("Bằng khen tỉnh", 2024), title("BKTTg", 2025)],
                ["paid", "paid"],
                id="forms for different years: each",
            ),
            pytest.param(
                [title("Bằng khen tỉnh"), title("BKTTg")],
                [["achievements"], ["achievements"]],
                id="forms for one year: each if the achievements differ, which rows do not show",
            ),
            pytest.param(
                [title("Bằng khen tỉnh", None), title("BKTTg", 2025)],
                [["achievements"], ["achievements"]],
                id="forms of unknown years are not known to differ",
            ),
            pytest.param(
                [title("LĐTT", None), title("CSTĐCS", 2025)], [["no-year"], "paid"], id="a period that is not told"
            ),
            pytest.param(
                [
                    title("TTLĐXS", recipient="collective"),
                    title("Cờ tỉnh", recipient="collective", commendation="movement"),
                ],
                ["paid", ["no-year"]],
                id="a flag of a movement: its period is the movement's",
            ),
            pytest.param(
                [title("TTLĐTT", recipient="collective"), title("Cờ tỉnh", recipient="collective")],
                [1, "paid"],
                id="a collective's title and flag of one year",
            ),
            pytest.param(
                [
                    title("LĐTT", decided_on=date(2026, 1, 5)),
                    title("CSTĐCS", decided_on=date(2026, 1, 6)),
                ],
                [["other-day"], ["other-day"]],
                id="decided a day apart: not plainly at one time",
            ),
            pytest.param(
                [
                    title("LĐTT", decided_on=date(2026, 1, 5)),
                    title("CSTĐCS", decided_on=date(2026, 1, 5)),
                    title("Bằng khen tỉnh", decided_on=date(2026, 1, 6)),
                ],
                [1, "paid", "paid"],
                id="the same day is one time",
            ),
            pytest.param([title("LĐTT"), title("LĐTT")], ["paid", 0], id="one title of one period twice is paid once"),
            pytest.param(
                [title("LĐTT"), title("LĐTT", year=2024)], ["paid", "paid"], id="of two periods it is paid twice"
            ),
            pytest.param(
                [title("LĐTT"), title("CSTĐCS"), title("CSTĐCS")],
                [1, "paid", 1],
                id="a lower title is not paid beside a higher one, nor the higher one twice",
            ),
            pytest.param(
                [title("LĐTT", subject=None), title("CSTĐCS", subject=None)],
                [["no-subject"], ["no-subject"]],
                id="rows that name nobody cannot be matched",
            ),
            pytest.param(
                [title("LĐTT", subject=None, count=20), title("CSTĐCS", subject="A")],
                [["no-subject"], "paid"],
                id="twenty unnamed people may be anybody",
            ),
            pytest.param(
                [title("LĐTT", subject=None, count=20), title("LĐTT", subject=None, count=5)],
                ["paid", "paid"],
                id="of one award alone there is nothing to look for",
            ),
            pytest.param(
                [title("LĐTT", subject=None), title("TTLĐTT", subject=None, recipient="collective")],
                ["paid", "paid"],
                id="a person and a collective are not one recipient",
            ),
            pytest.param(
                [title("Bằng khen tỉnh", 2024, subject=None), title("BKTTg", 2025, subject=None)],
                ["paid", "paid"],
                id="forms for different years, whoever received them",
            ),
            pytest.param(
                [title("LĐTT"), title("TTLĐTT"), title("CSTĐCS")],
                [2, "paid", "paid"],
                id="a row whose award cannot go to it beats nothing and is beaten by nothing",
            ),
        ],
    )
    def test_cases(self, rows: list[Decision], expected: list[Any]) -> None:
        """The highest title alone for one period; each for different ones; a title and a form both."""
        assert told(bonuses(rows, LAW)) == expected

    def test_what_is_said(self) -> None:
        """An unpaid row is 0, keeps its bonus in view, and names the row paid instead, the clause and its reading."""
        [low, high] = bonuses([title("LĐTT"), title("CSTĐCS")], LAW).rows

        assert low.instead is not None
        assert (low.instead.index, str(low.instead.citation)) == (1, CLAUSE_5)
        assert low.instead.reading == {"title-period": "standard"}
        assert (low.amount, low.bonus and low.bonus.amount, high.amount) == (0, 710_000, 2_340_000)

    def test_by_the_year(self) -> None:
        """Read by the year alone, a three years' title takes the place of the year's: the highest of all is paid."""
        rows = [title("LĐTT"), title("CSTĐCS"), title("CSTĐ tỉnh")]

        assert told(bonuses(rows, BY_YEAR)) == [2, 2, "paid"]
        assert bonuses(rows, BY_YEAR).total == 7_020_000
        assert bonuses(rows, LAW).total == 7_020_000 + 2_340_000

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2017, 10, 1), ["not-read"]),
            (date(2023, 12, 31), ["not-read"]),
            (date(2024, 1, 1), ["not-read"]),
            (date(2025, 6, 30), ["not-read"]),
        ],
    )
    def test_not_read(self, day: date, expected: list[str]) -> None:
        """Before 2025-07-01 what several awards pay together was not read: each row stands paid, in doubt."""
        for law in (law_on(day), law_on(day, unread="last-text")):
            for second in ("CSTĐCS", "Bằng khen tỉnh"):
                report = bonuses([title("LĐTT"), title(second)], law)
                assert told(report) == [expected, expected]
                assert len(report.in_doubt) == 2
                assert report.unpaid == ()

    def test_first_day(self) -> None:
        """Điều 49 pays one of two titles from 2025-07-01 on."""
        days = (date(2025, 6, 30), date(2025, 7, 1))
        rows = [[title("LĐTT", decided_on=day), title("CSTĐCS", decided_on=day)] for day in days]

        assert [len(bonuses(each, law_on).unpaid) for each in rows] == [0, 1]

    @given(st.lists(st.sampled_from(["LĐTT", "CSTT", "CSTĐCS", "BKTTg", "Bằng khen tỉnh"]), max_size=6), st.data())
    def test_one_title_a_period(self, awards: list[str], data: st.DataObject) -> None:
        """Whatever the rows: of each person's titles of a year one award is paid, and none has a greater multiple."""
        person, years = st.sampled_from(["A", "B"]), st.sampled_from([2024, 2025])
        rows = [title(award, data.draw(years), subject=data.draw(person)) for award in awards]
        report = bonuses(rows, LAW)

        for row in report.rows:
            assert row.bonus is not None
            if row.instead is not None:
                other = report.rows[row.instead.index]
                assert other.bonus is not None
                assert other.instead is None
                assert other.bonus.award.is_title
                assert row.bonus.award.is_title
                assert (other.decision.subject, other.decision.year) == (row.decision.subject, row.decision.year)
                assert (other.bonus.multiple or 0) >= (row.bonus.multiple or 0)
        paid = {}
        for row in report.rows:
            if row.instead is None and row.bonus and row.bonus.award.is_title:
                paid.setdefault((row.decision.subject, row.decision.year), set()).add(row.bonus.award.id)
        assert all(len(each) == 1 for each in paid.values())

    @given(st.lists(strategies.decisions(), max_size=8), st.randoms())
    def test_order(self, rows: list[Decision], random: Any) -> None:
        """The total does not hang on the order of the rows, and no row is lost or counted twice."""
        named = [attrs.evolve(row, subject=random.choice(["A", "B", None]), count=1) for row in rows]
        turned = [*named]
        random.shuffle(turned)
        report, other = bonuses(named, law_on), bonuses(turned, law_on)

        assert (report.total, report.by_award) == (other.total, other.by_award)
        assert report.total == sum(report.by_award.values()) == sum(report.by_recipient.values())
        assert report.total == sum(report.by_payer.values())
        paid = [row for row in report.rows if row.instead is None and row.amount is not None]
        assert len(paid) + len(report.unpaid) + len(report.not_computed) == len(rows)


class TestPayer:
    """Luật 2022 Điều 11 khoản 4, and what is known of the decree before it."""

    @pytest.mark.parametrize(
        ("day", "award", "recipient", "payer"),
        [
            (DAY, "CSTĐCS", "individual", "decider"),
            (DAY, "Bằng khen tỉnh", "individual", "decider"),
            (DAY, "ky-niem-chuong-cua-uy-ban-thuong-vu-quoc-hoi", "individual", "decider"),
            (DAY, "BKTTg", "individual", "proposer"),
            (DAY, "CSTĐTQ", "individual", "proposer"),
            (DAY, "huan-chuong-lao-dong-hang-ba", "collective", "proposer"),
            (date(2024, 1, 1), "Cờ Chính phủ", "collective", "proposer"),
            (date(2023, 12, 31), "BKTTg", "individual", None),
            (date(2023, 12, 31), "Bằng khen tỉnh", "individual", "decider"),
            (date(2017, 9, 30), "Bằng khen tỉnh", "individual", None),
            (date(2026, 9, 30), "CSTĐCS", "individual", "decider"),
            (date(2026, 10, 1), "CSTĐCS", "individual", None),
        ],
    )
    def test_of_award(self, day: date, award: str, recipient: Any, payer: str | None) -> None:
        """Whoever decides pays; what the President, the Government or its head decides, whoever proposed it pays."""
        assert bonus(award, recipient, law=law_on(day)).payer == payer

    def test_citation(self) -> None:
        """The clause is named, and read in full."""
        found = bonus("BKTTg", law=LAW).payer_citation

        assert (str(found), found and found.standing) == ("khoản 4 Điều 11 Luật 06/2022/QH15", Standing.VERIFIED)

    @pytest.mark.parametrize(
        ("more", "payer"),
        [
            ({}, "decider"),
            ({"authority": Authority(printed="Chủ tịch UBND xã Mỹ Hòa Hưng")}, "Chủ tịch UBND xã Mỹ Hòa Hưng"),
            ({"authority": Authority(office="commune-chair", body="Xã Mỹ Hòa Hưng")}, "Xã Mỹ Hòa Hưng"),
            ({"authority": Authority(office="prime-minister"), "proposed_by": "province"}, "province"),
            ({"authority": Authority(office="prime-minister")}, "proposer"),
        ],
    )
    def test_of_row(self, more: dict[str, Any], payer: str) -> None:
        """A row's own authority decides who pays, and the row names them where it can."""
        assert bonuses([title("Giấy khen xã", **more)], LAW).rows[0].payer == payer

    def test_by_payer(self) -> None:
        """Sums go by who pays; what is not known is said, and is not the decider's."""
        rows = [
            title("Bằng khen tỉnh"),
            title("BKTTg", subject="B", proposed_by="province"),
            title("LĐTT", subject="C"),
        ]

        assert bonuses(rows, LAW).by_payer == {"decider": 4_220_000, "province": 8_190_000}
        assert bonuses(rows, law_on(date(2023, 12, 31))).by_payer == {"decider": 2_340_000, "unknown": 6_300_000}

    def test_heroic_mother(self) -> None:
        """Điểm a khoản 1 Điều 52 NĐ 98/2023 pays every title from the fund "trừ danh hiệu Bà mẹ Việt Nam anh hùng"."""
        rows = [title("BMVNAH", subject="A"), title("AHLĐ", subject="B", proposed_by="province")]

        assert [row.payer for row in bonuses(rows, LAW).rows] == [None, "province"]

    def test_payer_written_otherwise(self) -> None:
        """A committee, its name in full and its chair are one payer; that of another place is another."""
        names = ("UBND xã C", "Ủy ban nhân dân xã C", "Chủ tịch UBND xã C", "UBND phường C")
        rows = [
            title("LĐTT", subject=str(number), authority=Authority(printed=name)) for number, name in enumerate(names)
        ]
        one = bonuses(rows[:1], LAW).total

        assert bonuses(rows, LAW).by_payer == {"UBND xã C": 3 * one, "UBND phường C": one}

    @pytest.mark.parametrize("day", [date(2017, 10, 1), date(2024, 1, 1), DAY])
    def test_offices(self, day: date) -> None:
        """The clauses name offices of the book."""
        law = law_on(day)
        named = {name for placed in law.of(Payer) for name in (*placed.entry.deciders, *placed.entry.except_deciders)}

        assert named <= {placed.entry.id for placed in law.of(Office)}
        assert named


class TestReport:
    """Whole batches, as they were paid."""

    def test_dong_nai(self) -> None:
        """Decision 3293 of 2025: 28 collectives at 3,0 and 28 people at 1,5 times 2.340.000 are 294.840.000 đồng."""
        rows = [
            Decision(award="Bằng khen tỉnh", recipient="collective", count=28),
            Decision(award="Bằng khen tỉnh", recipient="individual", count=28),
        ]
        for rounding in ("up", "nearest", "none"):
            report = bonuses(rows, law_on(date(2025, 9, 1), readings={"bonus-rounding": rounding}))
            assert report.total == 294_840_000
            assert report.by_recipient == {"collective": 196_560_000, "individual": 98_280_000}
            assert (report.by_award, report.in_doubt) == ({"bang-khen-cua-bo-ban-nganh-tinh": 294_840_000}, ())

    @pytest.mark.parametrize(
        ("rounding", "person", "household"),
        [("none", 702_000, 1_053_000), ("up", 710_000, 1_060_000), ("nearest", 700_000, 1_050_000)],
    )
    def test_commune(self, rounding: str, person: int, household: int) -> None:
        """A commune paid 702.000 and 1.053.000 on 2026-01-13; by the letter of Điều 49 it is 710.000 and 1.060.000."""
        law = law_on(DAY, readings={"bonus-rounding": rounding})
        rows = [title("Giấy khen cấp xã"), title("Giấy khen cấp xã", recipient="household")]

        assert [row.amount for row in bonuses(rows, law).rows] == [person, household]

    def test_ceilings(self) -> None:
        """Kỷ niệm chương is paid at most so much, and so is any sum that counts it."""
        report = bonuses([title("ky-niem-chuong"), title("CSTĐCS")], LAW)

        assert (report.ceiling, report.ceilings) == (True, ("ky-niem-chuong",))
        assert not bonuses([title("CSTĐCS")], LAW).ceiling

    def test_apart(self) -> None:
        """Rows not paid and rows not computed stand apart, and neither is in the total."""
        rows = [title("LĐTT"), title("CSTĐCS"), title("huy-chuong-huu-nghi", subject="B"), title("TTLĐTT", subject="C")]
        report = bonuses(rows, LAW)

        assert [row.index for row in report.unpaid] == [0]
        assert [(row.index, row.reason) for row in report.not_computed] == [(2, "multiple-not-read"), (3, "recipient")]
        assert report.total == 2_340_000

    def test_table(self) -> None:
        """A payment list has a line a row with multiple, base, bonus and total; what is not known is empty, not 0."""
        rows = [title("Giấy khen cấp xã", recipient="household", subject=None, count=3), title("huy-chuong-huu-nghi")]
        first, second = bonuses(rows, LAW).table()

        assert list(first.items())[:9] == [
            ("Dòng", 1),
            ("Mã người nhận", None),
            ("Đối tượng", "hộ gia đình"),
            ("Danh hiệu, hình thức", "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"),
            ("Số lượng", 3),
            ("Số lần mức lương cơ sở", Decimal("0.45")),
            ("Mức lương cơ sở", 2_340_000),
            ("Mức thưởng", 1_060_000),
            ("Thành tiền", 3_180_000),
        ]
        assert (first["Nguồn chi"], first["Ghi chú"]) == (
            "cấp ra quyết định khen thưởng",
            "mức thưởng theo nguồn thứ cấp",
        )
        assert (second["Mức thưởng"], second["Thành tiền"], second["Nguồn chi"]) == (None, None, None)
        assert second["Ghi chú"] == "chưa tính được (chưa đọc được mức thưởng áp dụng)"

    def test_json(self) -> None:
        """The report travels as data: sums by name, the row paid instead, and no nulls."""
        data = json.loads(dump(bonuses([title("LĐTT"), title("CSTĐCS")], LAW)))

        assert (data["total"], data["by_payer"]) == (2_340_000, {"decider": 2_340_000})
        assert data["by_award"] == {"chien-si-thi-dua-co-so": 2_340_000}
        assert (data["rows"][0]["amount"], data["rows"][0]["instead"]["index"]) == (0, 1)
        assert "null" not in dump(bonuses([title("huy-chuong-huu-nghi")], LAW))

    def test_table_of_several(self) -> None:
        """The payment list says in place of a row which row is paid, and beside which rows another is in doubt."""
        rows = [title("LĐTT"), title("CSTĐCS"), title("CSTĐ tỉnh"), title("BKTTg"), title("Bằng khen tỉnh")]
        notes = [row["Notes"] for row in bonuses(rows, LAW).table("en")]

        assert notes[0] == f"not paid: the highest title of the same period is ({CLAUSE_5_EN}): row 2"
        assert notes[1] is None
        assert str(notes[2]).endswith(f"other titles ({CLAUSE_5_EN}): rows 1–2")
        assert str(notes[3]).endswith("other forms (clause 6 Article 49 Decree 152/2025/NĐ-CP): row 5")

    @pytest.mark.parametrize(
        ("locale", "lines"),
        [
            (
                "vi",
                [
                    "Tiền thưởng: không quá 3.750.000 đồng",
                    "   Chiến sĩ thi đua cơ sở: 2.340.000 đồng",
                    "   Kỷ niệm chương của Bộ, ban, ngành, tỉnh, tổ chức: không quá 1.410.000 đồng",
                    "   Nguồn chi: cấp ra quyết định khen thưởng 3.750.000 đồng (khoản 4 Điều 11 Luật 06/2022/QH15)",
                    f"   dòng 1: không chi: đã chi danh hiệu cao nhất của cùng thời gian ({CLAUSE_5})",
                    "   dòng 3: là mức tối đa, không phải mức phải chi",
                    "   dòng 3: mức thưởng theo nguồn thứ cấp",
                ],
            ),
            (
                "en",
                [
                    "Bonuses: at most VND 3,750,000",
                    "   Grassroots Emulation Fighter: VND 2,340,000",
                    "   Commemorative Medal of a Ministry, Sector, Province or Organisation: at most VND 1,410,000",
                    "   Paid by: the level that decided VND 3,750,000 (clause 4 Article 11 Law 06/2022/QH15)",
                    f"   row 1: not paid: the highest title of the same period is ({CLAUSE_5_EN})",
                    "   row 3: the most that may be paid, not what is due",
                    "   row 3: the bonus: from secondary sources",
                ],
            ),
        ],
    )
    def test_prose(self, locale: str, lines: list[str]) -> None:
        """A total that counts a ceiling is told as the most, and each row that is not paid with its clause."""
        report = bonuses([title("LĐTT"), title("CSTĐCS"), title("ky-niem-chuong", subject="B")], LAW)

        assert report.explain(locale).splitlines() == lines

    def test_doubts_in_prose(self) -> None:
        """Every doubt can be told in both languages, with the rows it is about."""
        day, other = DAY, DAY - timedelta(days=1)
        batches = [
            [title("LĐTT", None), title("CSTĐCS"), title("CSTĐ tỉnh"), title("BKTTg"), title("Bằng khen tỉnh")],
            [title("LĐTT", decided_on=other), title("CSTĐCS", decided_on=day), title("CSTT", subject=None)],
        ]
        reports = [bonuses(rows, LAW) for rows in batches]
        reports.append(bonuses(batches[0], BEFORE_2025))
        codes = {doubt.code for report in reports for row in report.rows for doubt in row.doubts}

        assert codes == {"no-subject", "no-year", "reading", "achievements", "other-day", "not-read"}
        for text in (report.explain(locale) for report in reports for locale in ("vi", "en")):
            assert "{" not in text
            assert "None" not in text


DOCUMENT = """
[document]
id = "1/QĐ"
title = "Money for these tests"
kind = "draft"
issuer = "Tests"
standing = "verified"
checked = 2026-11-22

[[award]]
id = "high"
label = "Cao"
gloss = "High"
kind = "emulation-title"
level = "grassroots"
recipients = ["individual"]
source = "Điều 1"

[[award]]
id = "low"
label = "Thấp"
gloss = "Low"
kind = "emulation-title"
level = "grassroots"
recipients = ["individual"]
source = "Điều 1"

[[amount]]
id = "luong-co-so"
source = "Điều 3"
label = "Mức lương cơ sở"
value = 1000000

[[bonus]]
id = "2"
awards = ["high"]
individual = 1.0
"""
SAME = """
[[together]]
id = "4"
among = "titles"
periods = "same"
paid = "highest"
"""
FORMS = """
[[award]]
id = "form"
label = "Giấy khen"
gloss = "Letter"
kind = "commendation-letter"
level = "grassroots"
recipients = ["individual"]
source = "Điều 1"

[[award]]
id = "other-form"
label = "Bằng khen"
gloss = "Certificate"
kind = "certificate-of-merit"
level = "grassroots"
recipients = ["individual"]
source = "Điều 1"

"""


class TestGrammar:
    """The two tables, and what they refuse."""

    def test_rank_unknown(self, law_of: Callable[..., Law]) -> None:
        """Where a title's multiple was not read nobody knows which is the highest: each stands paid, in doubt."""
        report = bonuses([title("high"), title("low")], law_of(DOCUMENT + SAME))

        assert told(report) == [["rank"], ["rank"]]
        assert (report.total, report.rows[1].reason) == (1_000_000, "multiple-not-read")
        assert "{" not in report.explain() + report.explain("en")

    @pytest.mark.parametrize(
        ("more", "rows", "expected"),
        [
            ("", [title("low", 2024), title("high")], [["not-read"], ["not-read"]]),
            ('among = "titles"\nperiods = "different"', [title("low", 2024), title("high")], ["paid", "paid"]),
            ("", [title("high"), title("form")], [["not-read"], ["not-read"]]),
            ('among = "title-and-form"', [title("high"), title("form")], ["paid", "paid"]),
            ("", [title("form"), title("other-form", 2024)], [["not-read"], ["not-read"]]),
            ('among = "forms"\nperiods = "different"', [title("form"), title("other-form", 2024)], ["paid", "paid"]),
        ],
    )
    def test_each_clause(
        self, law_of: Callable[..., Law], more: str, rows: list[Decision], expected: list[Any]
    ) -> None:
        """Each row is surely paid beside another only where a clause says so: khoản 5, 6 and 7 each say their own."""
        clause = f'[[together]]\nid = "6"\npaid = "each"\n{more}\n' if more else ""

        assert told(bonuses(rows, law_of(DOCUMENT + SAME + FORMS + clause))) == expected

    def test_said_and_nothing_more(self, law_of: Callable[..., Law]) -> None:
        """A law that says nothing of several awards has nothing to pay instead, and says that it was not read."""
        assert told(bonuses([title("high"), title("low")], law_of(DOCUMENT))) == [["not-read"], ["not-read"]]

    def test_province_over_law(self, law_of: Callable[..., Law]) -> None:
        """Who pays is a document's word: one fund for all, with no office known, is known all the same of nobody."""
        text = DOCUMENT + '[[payer]]\nid = "5"\nfund = "decider"\n'

        paid = bonus("high", law=law_of(text))
        assert (paid.outcome, paid.payer) == (Outcome.MET, None)  # nobody is known to decide
        signed = bonuses([title("high", authority=Authority(office="commune-chair"))], law_of(text))
        assert signed.by_payer == {"decider": 1_000_000}

    @pytest.mark.parametrize(
        ("text", "path", "code"),
        [
            ('[[together]]\nid = "4"\npaid = "each"', "together '4'.among", "missing"),
            ('[[together]]\nid = "4"\namong = "titles"', "together '4'.paid", "missing"),
            ('[[together]]\nid = "4"\namong = "forms"\npaid = "highest"', "together '4'.paid", "too-much"),
            (
                '[[together]]\nid = "4"\namong = "titles"\nperiods = "different"\npaid = "highest"',
                "together '4'.paid",
                "too-much",
            ),
            ('[[payer]]\nid = "5"', "payer '5'.fund", "missing"),
            (
                '[[payer]]\nid = "5"\nfund = "decider"\ndeciders = ["minister"]\nexcept_deciders = ["president"]',
                "payer '5'.except_deciders",
                "too-much",
            ),
            (SAME + 'longer = ["none-such"]', "together '4'", "unknown-award"),
        ],
    )
    def test_refused(self, law_of: Callable[..., Law], text: str, path: str, code: str) -> None:
        """An entry that does not say enough, or more than can be, is refused by its place."""
        with pytest.raises(InputError) as caught:
            law_of(DOCUMENT + text)

        assert [(problem.path, problem.code) for problem in caught.value.problems] == [(path, code)]
