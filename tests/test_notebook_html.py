"""How answers show themselves in a notebook: what they hold, in the colours of the page, and nothing unescaped."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest

import thidua
from thidua.book.law import Law
from thidua.decision.agenda import office_calendar
from thidua.interchange import read_decisions
from thidua.model.decision import Ballot, Decision
from thidua.wording import html, notebook, notebook_batches
from thidua.wording.timeline_svg import COLOURS

OLD, LAW = thidua.law_on(date(2023, 12, 31)), thidua.law_on(date(2025, 1, 10))
UNIT = "<script>alert(1)</script>"
LOCAL = """
[document]
id = "1/2025/<b>"
title = "<i>Quy định</i>"
kind = "decision"
issuer = "<i>"
in_force = 2025-01-01
standing = "verified"
checked = 2026-11-22

[[award]]
id = "cup-cua-xa"
label = "<b>Cúp</b> của xã & phường"
gloss = "<script>Cup</script>"
short = ["<u>"]
kind = "badge"
level = "commune"
recipients = ["individual"]
source = "Điều 1"

[[share]]
id = "2.1"
measure = "people"
base = "individuals-and-households"
at_least = 0.6
"""
VOID = {"br", "hr", "img", "meta", "rect", "line"}


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Law:
    """Lay a document over the law whose every text would be markup if it were let through."""
    path = tmp_path_factory.mktemp("law") / "local.toml"
    path.write_text(LOCAL, encoding="utf-8")
    return thidua.law_on(date(2025, 1, 10), thidua.load_document(path))


def rows(count: int = 1) -> list[Decision]:
    """Make a batch: workers, too many fighters, somebody of an unknown class, a vote that falls short."""
    given: list[dict[str, Any]] = [
        {"award": "LĐTT", "recipient": "individual", "class": "direct-worker", "count": 100},
        {"award": "CSTĐCS", "recipient": "individual", "class": "leader-other", "count": 16},
        {"award": "CSTĐ cấp tỉnh", "recipient": "individual", "ballot": {"members": 15, "in_favour": 13}},
        {"award": "TTLĐXS", "recipient": "collective", "count": 2},
        {"recipient": "household"},
    ]
    common = {"unit": UNIT, "year": 2023, "decided_on": "2023-12-20", "authority": {"printed": UNIT}}
    return list(thidua.load_decisions([{**common, **row} for row in given] * count))


def text(markup: str) -> str:
    """Return what a reader sees of the markup, having checked that every element is closed where it should be."""
    seen: list[str] = []
    open_: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            assert tag != "script", attrs
            if tag not in VOID:
                open_.append(tag)

        def handle_endtag(self, tag: str) -> None:
            if tag not in VOID:
                assert open_.pop() == tag

        def handle_data(self, data: str) -> None:
            if open_[-1] != "style":
                seen.append(data)

    reader = Reader()
    reader.feed(markup)
    reader.close()
    assert open_ == []
    return " ".join(" ".join(seen).split())


@pytest.fixture(scope="module")
def answers(local: Law) -> dict[str, Any]:
    """Ask for one answer of each kind."""
    law, batch = local, rows()
    return {
        "law": law,
        "award": law.award("cup-cua-xa"),
        "bonus": thidua.bonus("CSTĐCS", law=law),
        "bonus not known": thidua.bonus("cup-cua-xa", law=law),
        "bonuses": thidua.bonuses(batch, OLD),
        "rates": thidua.check_rates(batch, OLD),
        "shares": thidua.shares(batch),
        "targets": thidua.check_shares(batch, law),
        "no targets": thidua.check_shares(batch, LAW),
        "decisions": thidua.check_decisions(batch, thidua.law_on),
        "form": thidua.statistics(batch, "0603", year=2024),
        "comparison": thidua.compare(LAW, law),
        "authorities": thidua.authority_for("LĐTT", "commune", law=law),
        "deadlines": thidua.deadlines("CSTĐCS", law=law, year=2025),
        "calendar": office_calendar(2025, "commune", law),
        "papers": thidua.papers("CSTĐCS", law=law),
        "checklist": thidua.check_papers(["report"], "CSTĐCS", law=law),
        "tally": thidua.tally(Ballot(members=15, in_favour=14, council="<b>"), "CSTĐCS", law=law),
        "sheet": read_decisions([{"Danh hiệu": "LĐTT", "Đối tượng": "<b>", "Đơn vị": "<script>"}]),
        "nothing": thidua.check_decisions([], law),
        "no money": thidua.bonuses([], law),
        "no shares": thidua.shares([]),
        "no caps": thidua.check_rates([], law),
    }


NAMES = (
    *("law", "award", "bonus", "bonus not known", "bonuses", "rates", "shares", "targets", "no targets", "decisions"),
    *("authorities", "deadlines", "calendar", "papers", "checklist", "tally", "sheet"),
    *("form", "comparison", "nothing", "no money", "no shares", "no caps"),
)


class TestEvery:
    """What holds of every answer."""

    @pytest.mark.parametrize("name", NAMES)
    def test_whole_and_escaped(self, answers: dict[str, Any], name: str) -> None:
        """Its markup is closed and nothing that somebody wrote, a unit or a law of their own, is markup in it."""
        markup = answers[name]._repr_html_()

        assert text(markup)
        assert not {"<script", "<b>", "<i>", "<u>"} & set(re.findall(r"<\w+>?", markup))

    def test_all_named(self, answers: dict[str, Any]) -> None:
        """Every kind made here is tried."""
        assert sorted(answers) == sorted(NAMES)

    @pytest.mark.parametrize("name", NAMES)
    def test_light_and_dark(self, answers: dict[str, Any], name: str) -> None:
        """It sets no colour but grey for rules and those of outcomes: on a dark page it is as legible as on a light."""
        markup = answers[name]._repr_html_()
        own = set(re.findall(r"#[0-9a-fA-F]{6}", markup)) - set(COLOURS.values())
        named = set(re.findall(r"(?<![\w-])color:\s*([^;}\"]+)", markup))

        assert own == set()
        assert named <= {"inherit"}
        assert set(re.findall(r"background:\s*([^;}\"]+)", markup)) <= {
            "none",
            *(f"{each}33" for each in COLOURS.values()),
        }

    @pytest.mark.parametrize(
        ("how", "name"),
        [
            (notebook.law, "law"),
            (notebook.award, "award"),
            (notebook.comparison, "comparison"),
            (notebook.prose, "authorities"),
            (notebook.prose, "deadlines"),
            (notebook.prose, "calendar"),
            (notebook.prose, "papers"),
            (notebook.prose, "checklist"),
            (notebook.prose, "tally"),
            (notebook.prose, "sheet"),
            (notebook_batches.bonus, "bonus"),
            (notebook_batches.bonuses, "bonuses"),
            (notebook_batches.rates, "rates"),
            (notebook_batches.shares, "shares"),
            (notebook_batches.targets, "targets"),
            (notebook_batches.decisions, "decisions"),
            (notebook_batches.form, "form"),
        ],
        ids=lambda each: each if isinstance(each, str) else "",
    )
    def test_languages(self, answers: dict[str, Any], how: Callable[..., str], name: str) -> None:
        """It speaks Vietnamese unless asked otherwise, and English when asked."""
        answer = answers[name]

        assert how(answer) == answer._repr_html_()
        assert text(how(answer, "en")) != text(how(answer, "vi"))


class TestTold:
    """What each answer tells."""

    def test_law(self, local: Law) -> None:
        """A law tells its day, every document with its standing, the readings in use, the horizon, the fingerprint."""
        told = text(local._repr_html_())

        assert told.startswith("Pháp luật ngày 10 tháng 01 năm 2025: 06/2022/QH15")
        assert [header.id for header in local.documents if header.id not in told] == []
        assert [name for name, option in local.readings.items() if name not in told or option not in told] == []
        for said in ("đã đọc nguyên văn", "theo nguồn thứ cấp", "22/11/2026", local.fingerprint, "1/2025/<b>"):
            assert said in told

    def test_law_passed_over(self) -> None:
        """A law that passes over texts not read says so, and one that stops does not."""
        passed = thidua.law_on(date(2025, 1, 10), unread="last-text")

        assert "không làm dừng" in text(passed._repr_html_())
        assert "không làm dừng" not in text(LAW._repr_html_())

    def test_law_of_nothing(self) -> None:
        """A day before every document has a law with nothing in it, and shows that."""
        told = text(thidua.law_on(date(1990, 1, 1))._repr_html_())

        assert told.startswith("Pháp luật ngày 01 tháng 01 năm 1990: –")
        assert "Kiểm tra lần cuối" not in told

    def test_award(self) -> None:
        """An award tells its name, gloss, kind, level, recipients, article, and since when through all texts."""
        told = text(LAW.award("CSTĐCS")._repr_html_())

        for said in (
            *("Chiến sĩ thi đua cơ sở", "Grassroots Emulation Fighter · CSTĐCS", "danh hiệu thi đua", "cấp cơ sở"),
            *("cá nhân", "Điều 23 Luật 06/2022/QH15", "01/07/2004"),
        ):
            assert said in told
        assert "Đến hết" not in told

    def test_award_gone(self) -> None:
        """Of an award that is gone it tells the last day, not the first on which it was no more."""
        gone = thidua.award("Huy hiệu")

        assert gone.period.until == date(2024, 1, 1)
        assert "Đến hết 31/12/2023" in text(gone._repr_html_())

    def test_bonus(self, answers: dict[str, Any]) -> None:
        """A bonus tells the amount and what it is made of; one not known says why and shows no nought."""
        told = text(answers["bonus"]._repr_html_())
        unknown = text(answers["bonus not known"]._repr_html_())

        assert told.startswith("Chiến sĩ thi đua cơ sở: 2.340.000 đồng")
        assert "bonus-rounding = up" in told
        assert unknown.startswith("<b>Cúp</b> của xã & phường: chưa tính được")
        assert "Mức thưởng" not in unknown

    def test_ceiling(self) -> None:
        """The most that may be paid is not shown as what is due."""
        medal = thidua.bonus("ky-niem-chuong", law=thidua.law_on(date(2026, 1, 13)))

        assert medal.ceiling
        assert "không quá 1.410.000 đồng" in text(medal._repr_html_())

    def test_rates(self, answers: dict[str, Any]) -> None:
        """A cap tells its outcome, count, base, share, limit, what is allowed, what is left, and the article."""
        told = text(answers["rates"]._repr_html_())

        assert "✗ Chưa đạt 16 100 16% 15% 15 -1 khoản 3 Điều 9 Nghị định 91/2017/NĐ-CP" in told

    def test_rates_not_known(self) -> None:
        """A cap that cannot be judged says why, and what would settle it."""
        told = text(
            thidua.check_rates([Decision(award="CSTĐCS", recipient="individual", year=2023)], OLD)._repr_html_()
        )

        assert "? Chưa kết luận được" in told
        assert "chưa có số làm mẫu số; cần có: " in told

    @pytest.mark.parametrize(("count", "shown_as"), [(149, "✓ Đạt"), (150, "✓ Đạt"), (151, "✗ Chưa đạt")])
    def test_limit(self, count: int, shown_as: str) -> None:
        """At 15% of 1,000 a cap is met, one above it is not, and no share is shown on the limit's other side."""
        given = [("LĐTT", 1000), ("CSTĐCS", count)]
        batch = [
            Decision(award=name, recipient="individual", unit="A", year=2023, count=number) for name, number in given
        ]

        assert shown_as in text(thidua.check_rates(batch, OLD)._repr_html_())

    def test_shares(self, answers: dict[str, Any]) -> None:
        """Classes that are not known are a row of their own, shares stay between bounds, collectives stand outside."""
        told = text(answers["shares"]._repr_html_())

        assert "chưa rõ 1 0,85%" in told
        assert "Người dân: chưa kết luận được, từ 85,59% đến 86,45%" in told
        assert "ngoài các tỷ lệ: 2 lượt khen tập thể" in told

    def test_targets(self, answers: dict[str, Any]) -> None:
        """A target tells its outcome; without one nothing passes, which is said."""
        assert "✓ Đạt" in text(answers["targets"]._repr_html_())
        none = text(answers["no targets"]._repr_html_())
        assert "? Chưa kết luận được" in none
        assert "không có chỉ tiêu nào" in none

    def test_decisions(self, answers: dict[str, Any]) -> None:
        """A decision book tells how each check came out, the rows worst first, and what was not looked at."""
        told = text(answers["decisions"]._repr_html_())

        assert told.startswith("Sổ quyết định: 5 dòng ✗ Chưa đạt")
        assert "đủ phiếu 1 " in told
        assert "thành phần hồ sơ: dòng 1–5" in told

    def test_form(self, answers: dict[str, Any]) -> None:
        """A form is shown as it is printed."""
        form = answers["form"]

        assert form.html("vi") in form._repr_html_()

    def test_comparison(self) -> None:
        """A comparison tells how many changes there are, and the whole note to unfold."""
        changes = thidua.compare(OLD, thidua.law_on(date(2024, 1, 1)))
        told = text(changes._repr_html_())

        assert told.startswith(f"Những thay đổi từ 31/12/2023 đến 01/01/2024 {len(changes)} thay đổi: ")
        assert "khoản 1 Điều 71 Luật 06/2022/QH15" in told


class TestLong:
    """Answers longer than a page."""

    @pytest.mark.parametrize(("count", "more"), [(59, None), (60, None), (61, "… và 1 dòng nữa")])
    def test_cut(self, count: int, more: str | None) -> None:
        """Sixty rows are shown, and of more than sixty how many are left."""
        batch = [Decision(award="LĐTT", recipient="individual", count=1)] * count
        told = text(thidua.bonuses(batch, LAW)._repr_html_())

        assert html.MOST == 60
        assert (more in told) if more else ("dòng nữa" not in told)

    def test_book(self) -> None:
        """The rows of a long book are cut as well, the worst kept."""
        told = text(thidua.check_decisions(rows(40), thidua.law_on)._repr_html_())

        assert told.startswith("Sổ quyết định: 200 dòng")
        assert "phiếu đồng ý: 13" in told
        assert "…" in told
        assert len(told) < 20_000
