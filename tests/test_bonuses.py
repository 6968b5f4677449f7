"""The money that goes with an award."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from thidua.book.days import law_on
from thidua.book.law import Law
from thidua.decision.bonuses import bonus, bonuses, rounded
from thidua.errors import InputError, NotInForce, UnknownTerm
from thidua.model.decision import Decision
from thidua.model.finding import Outcome

AWARDS = """
[document]
id = "1/QĐ"
title = "Money for these tests"
kind = "draft"
issuer = "Tests"
standing = "verified"
checked = 2026-11-22

[[award]]
id = "letter"
label = "Giấy khen"
gloss = "Letter"
kind = "commendation-letter"
level = "grassroots"
recipients = ["individual", "collective"]
source = "Điều 1"

[[award]]
id = "keepsake"
label = "Kỷ niệm"
gloss = "Keepsake"
kind = "commemorative-medal"
level = "grassroots"
recipients = ["individual"]
source = "Điều 1"
"""
MULTIPLES = """
[[bonus]]
id = "2.1"
awards = ["letter"]
individual = 0.3

[[bonus]]
id = "2.2"
awards = ["keepsake"]
individual = 0.6
ceiling = true
"""
SALARY = """
[[amount]]
id = "luong-co-so"
source = "Điều 3"
label = "Mức lương cơ sở"
value = 2530000
"""
ROUNDING = """
[[rounding]]
id = "4"
mode = "up"
to = 10000
"""
UNREAD = """
[[unread]]
id = "5"
kinds = ["bonus"]
awards = ["letter"]
why = "Chưa đọc"
gloss = "Not read"
"""
WHOLE = AWARDS + MULTIPLES + SALARY + ROUNDING


@pytest.fixture
def laid(law_of: Callable[..., Law]) -> Any:
    """Make the law of these tests, or one of another text."""
    return lambda text=WHOLE, unread="stop": law_of(text, unread=unread)


class TestRounded:
    """The three roundings."""

    @pytest.mark.parametrize(
        ("exact", "up", "nearest", "none"),
        [
            (Fraction(700000), 700000, 700000, 700000),
            (Fraction(700001), 710000, 700000, 700001),
            (Fraction(704999), 710000, 700000, 704999),
            (Fraction(705000), 710000, 710000, 705000),
            (Fraction(1399, 2), 10000, 0, 700),
        ],
    )
    def test_modes(self, exact: Fraction, up: int, nearest: int, none: int) -> None:
        """Up takes any đồng over; nearest and none take halves up."""
        assert [rounded(exact, mode, 10000) for mode in ("up", "nearest", "none")] == [up, nearest, none]


class TestBonus:
    """One award to one recipient."""

    def test_answer(self, laid: Any) -> None:
        """The answer names its multiple, base salary, rounding and their articles."""
        paid = bonus("letter", law=laid())

        assert (paid.amount, paid.outcome, paid.reason) == (760000, Outcome.MET, None)
        assert (paid.multiple, paid.base_salary, paid.rounding, paid.step) == (Decimal("0.3"), 2530000, "up", 10000)
        assert [str(each) for each in (paid.citation, paid.base_citation, paid.rounding_citation)] == [
            "khoản 1 Điều 2 Dự thảo 1/QĐ",
            "Điều 3 Dự thảo 1/QĐ",
            "Điều 4 Dự thảo 1/QĐ",
        ]
        assert type(paid.amount) is int

    def test_ceiling(self, laid: Any) -> None:
        """A ceiling is the most that may be paid."""
        assert bonus("keepsake", law=laid()).ceiling
        assert not bonus("letter", law=laid()).ceiling

    def test_no_rounding_in_force(self, laid: Any) -> None:
        """Where no text rounds, nothing is rounded."""
        paid = bonus("letter", law=laid(AWARDS + MULTIPLES + SALARY))

        assert (paid.amount, paid.rounding, paid.rounding_citation) == (759000, "none", None)

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            (AWARDS + SALARY, "multiple-not-read"),
            (AWARDS + MULTIPLES, "base-not-read"),
            (WHOLE + UNREAD, "unread"),
        ],
    )
    def test_not_known(self, laid: Any, text: str, reason: str) -> None:
        """What was not read is not guessed: no amount, and the reason."""
        paid = bonus("letter", law=laid(text))

        assert (paid.amount, paid.outcome, paid.reason) == (None, Outcome.UNKNOWN, reason)

    def test_multiple_of_this_recipient(self, laid: Any) -> None:
        """A multiple for individuals says nothing of collectives."""
        paid = bonus("letter", "collective", law=laid())

        assert (paid.amount, paid.multiple, paid.reason) == (None, None, "multiple-not-read")

    def test_last_text(self, laid: Any) -> None:
        """A caller may go by the last text read."""
        assert bonus("letter", law=laid(WHOLE + UNREAD, unread="last-text")).amount == 760000

    def test_wrong_recipient(self, laid: Any) -> None:
        """An award that cannot go to the recipient pays nothing: a finding, not an error."""
        paid = bonus("keepsake", "collective", law=laid())

        assert (paid.amount, paid.outcome, paid.reason) == (None, Outcome.NOT_MET, "recipient")

    def test_misuse(self, laid: Any) -> None:
        """An unknown recipient or award is an error."""
        with pytest.raises(UnknownTerm, match="unknown recipient 'person'"):
            bonus("letter", "person", law=laid())  # type: ignore[arg-type]
        with pytest.raises(UnknownTerm, match="unknown award"):
            bonus("lettre", law=laid())


class TestBonuses:
    """A batch."""

    def test_each_row_rounds_by_itself(self, laid: Any) -> None:
        """1.000 letters at 759.000, each rounded to 760.000, are 760 million, not 759."""
        report = bonuses([Decision(award="letter", recipient="individual", count=1000)], laid())

        assert (report.total, report.by_award, report.ceiling) == (760000000, {"letter": 760000000}, False)
        assert report.not_computed == ()

    def test_not_computed(self, laid: Any) -> None:
        """Rows without an amount are said, by their place and reason, and are not in the total."""
        rows = [
            Decision(award="letter", recipient="individual"),
            Decision(award="letter", recipient="collective"),
            Decision(recipient="individual"),
            Decision(award="keepsake", recipient="household"),
        ]

        report = bonuses(rows, laid())

        assert report.total == 760000
        assert [(row.index, row.reason) for row in report.not_computed] == [
            (1, "multiple-not-read"),
            (2, "award-unknown"),
            (3, "recipient"),
        ]

    def test_ceiling(self, laid: Any) -> None:
        """A total that counts a ceiling is itself the most that may be paid."""
        assert bonuses([Decision(award="keepsake", recipient="individual")], laid()).ceiling

    def test_no_date(self) -> None:
        """Where the date picks the law, a row without one is refused, by its place."""
        with pytest.raises(InputError) as caught:
            bonuses([Decision(award="LĐTT", recipient="individual")], law_on)

        assert caught.value.problems[0].path == "$[0].decided_on"


class TestStatuteBook:
    """The money of the real law."""

    @pytest.mark.parametrize(
        ("award", "recipient", "day", "amount"),
        [
            ("LĐTT", "individual", date(2020, 12, 31), 450000),
            ("TTLĐTT", "collective", date(2020, 12, 31), 1190000),
            ("Giấy khen xã", "individual", date(2020, 12, 31), 220000),
            ("CSTĐCS", "individual", date(2020, 12, 31), 1490000),
            ("Bằng khen tỉnh", "individual", date(2023, 6, 30), 1490000),
            ("Bằng khen tỉnh", "individual", date(2023, 7, 1), 1800000),
            ("Bằng khen tỉnh", "individual", date(2023, 12, 31), 1800000),
            ("Bằng khen tỉnh", "individual", date(2024, 1, 1), 2700000),
            ("Bằng khen tỉnh", "collective", date(2024, 1, 1), 5400000),
            ("CSTĐTQ", "individual", date(2024, 7, 1), 10530000),
            ("Cờ Chính phủ", "collective", date(2025, 7, 1), 28080000),
            ("Giấy khen xã", "individual", date(2026, 1, 13), 710000),
            ("Giấy khen xã", "household", date(2026, 1, 13), 1060000),
            ("LĐTT", "individual", date(2026, 6, 30), 710000),
            ("LĐTT", "individual", date(2026, 7, 1), 760000),
        ],
    )
    def test_amount(self, award: str, recipient: Any, day: date, amount: int) -> None:
        """Multiple x base salary of the day, rounded as the decree of the day says."""
        assert bonus(award, recipient, law=law_on(day)).amount == amount

    @pytest.mark.parametrize(("recipient", "amount"), [("individual", 702000), ("household", 1053000)])
    def test_unrounded(self, recipient: Any, amount: int) -> None:
        """A commune paid 702.000 and 1.053.000 on 2026-01-13: the reading that does not round."""
        law = law_on(date(2026, 1, 13), readings={"bonus-rounding": "none"})

        paid = bonus("Giấy khen cấp xã", recipient, law=law)

        assert (paid.amount, paid.rounding, paid.reading) == (amount, "none", {"bonus-rounding": "none"})

    @pytest.mark.parametrize(
        ("day", "collectives", "people", "total"),
        [(date(2021, 7, 21), 39, 63, 210090000), (date(2025, 9, 1), 28, 28, 294840000)],
        ids=["Kiên Giang", "Đồng Nai"],
    )
    def test_batch(self, day: date, collectives: int, people: int, total: int) -> None:
        """Provincial bằng khen: a collective takes twice an individual's, 1,0 before 2024 and 1,5 since."""
        rows = [
            Decision(award="Bằng khen tỉnh", recipient="collective", count=collectives, decided_on=day),
            Decision(award="Bằng khen tỉnh", recipient="individual", count=people, decided_on=day),
        ]

        assert bonuses(rows, law_on).total == total

    def test_award_gone(self) -> None:
        """An award that has gone is an error when asked for, and a row's reason in a batch."""
        law = law_on(date(2025, 7, 1))

        with pytest.raises(NotInForce):
            bonus("Giấy khen huyện", law=law)
        report = bonuses([Decision(award="Giấy khen huyện", recipient="individual")], law)
        assert [row.reason for row in report.not_computed] == ["award-not-in-force"]
