"""A record on a line of years, with the years that the clauses looked at."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any, ClassVar
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import thidua
from thidua import Outcome, strategies
from thidua.merit.looked import looked_at
from thidua.merit.verdict import Verdict
from thidua.model.dossier import Dossier
from thidua.model.timeline import MOST
from thidua.wording.terms import MARKS

LAW = thidua.law_on(date(2025, 1, 10))
TODAY = partial(thidua.law_on, unread="last-text")(date(2025, 8, 1))
SVG = "{http://www.w3.org/2000/svg}"


def verdict(award: str, **facts: Any) -> Verdict:
    """Judge a civil servant of 2024."""
    subject = {"kind": "individual", "tracks": ["civil-servant"], **facts.pop("subject", {})}
    record = {"subject": subject, "year": 2024, "received": "2025-01-10", "known_from": 2010, **facts}
    return thidua.assess(thidua.load_dossier(record), award, law=LAW)


def rows(found: Verdict, locale: str = "vi") -> list[str]:
    """Draw it for a terminal, line by line."""
    return str(found.timeline(locale)).splitlines()


def cell(found: Verdict, label: str, year: int) -> str:
    """Return what stands under a year in the row that begins with a label."""
    drawn = rows(found)
    end = drawn[2].index(str(year)) + 4
    row = next(line for line in drawn if line.startswith(label))
    return f"{row:<{end}}"[end - 4 : end].strip()


class TestRecord:
    """What is on record stands in its year."""

    RECORD: ClassVar[dict[str, Any]] = {
        "years": [{"year": 2022, "rating": "good"}, {"year": 2024, "rating": "excellent"}],
        "awards": [
            {"award": "CSTĐCS", "year": 2022},
            {"award": "LĐTT", "year": 2023, "decided_on": "2024-01-15", "revoked_on": "2024-06-01"},
        ],
        "initiatives": [{"year": 2024}],
        "achievements": [{"year": 2023, "kind": "sudden"}],
        "movements": [{"movement": "nong-thon-moi", "year": 2022}, {"movement": "khac"}],
        "disciplines": [{"measure": "khien-trach", "since": "2022-03-01", "until": "2023-03-01"}],
    }

    @pytest.mark.parametrize(
        ("label", "year", "sign"),
        [
            ("Xếp loại", 2022, "T"),
            ("Xếp loại", 2023, ""),
            ("Xếp loại", 2024, "XS"),
            ("Chiến sĩ thi đua cơ sở", 2022, "●"),
            ("Chiến sĩ thi đua cơ sở", 2023, ""),
            ("Lao động tiên tiến", 2023, "⊘"),
            ("Sáng kiến", 2024, "◆"),
            ("Thành tích", 2023, "★"),
            ("Phong trào", 2022, "▲"),
            ("Kỷ luật", 2022, "▬"),
            ("Kỷ luật", 2023, "▬"),
            ("Kỷ luật", 2024, ""),
        ],
    )
    def test_signs(self, label: str, year: int, sign: str) -> None:
        """A rating, an award (one revoked is crossed out), an initiative, a measure over the years it ran."""
        assert cell(verdict("CSTĐCS", **self.RECORD), label, year) == sign

    @pytest.mark.parametrize(
        ("until", "signs"),
        [("2023-01-01", "▬"), ("2023-01-02", "▬▬"), (None, "▬▬▬"), ("unsaid", "▬?")],
    )
    def test_stretch(self, until: str | None, signs: str) -> None:
        """What ends on the first day of a year did not run in it; what still runs, runs to the year considered."""
        measure = {"measure": "khien-trach", "since": "2022-03-01", "until": until}
        if until == "unsaid":
            del measure["until"]
        found = verdict("CSTĐCS", disciplines=[measure], years=[{"year": 2024, "rating": "good"}])

        assert "".join(cell(found, "Kỷ luật", year) for year in (2022, 2023, 2024)) == signs

    def test_legend(self) -> None:
        """The legend explains every sign that is drawn, and none that is not."""
        open_end = {"measure": "canh-cao", "since": "2020-03-01"}
        for facts in ({}, self.RECORD, {"awards": self.RECORD["awards"]}, {"disciplines": [open_end]}):
            line = verdict("CSTĐ cấp tỉnh", **facts).timeline()
            drawn = {mark.sign for lane in line.lanes for mark in lane.marks} | {
                MARKS[each.outcome.name] for each in line.looked
            }
            told = {part.split()[0] for part in line.legend.split("; ")} - {"dải"}

            assert told == drawn | {str(line).split()[0]}

    def test_legend_of_earlier_years(self) -> None:
        """What an arrow means is said where one is drawn: of a record longer than the line."""
        awards = [{"award": "LĐTT", "year": year} for year in range(1980, 2025)]

        assert "◂ có từ trước" in verdict("LĐTT", awards=awards).timeline().legend
        assert "◂" not in verdict("LĐTT", awards=awards[-3:]).timeline().legend

    @pytest.mark.parametrize(
        ("kind", "told"),
        [("inspection", "đang thanh tra, kiểm tra"), ("xác minh đơn", "“xác minh đơn”")],
    )
    def test_proceeding(self, kind: str, told: str) -> None:
        """What is under way is told in the law's words, or as the record has it, in quotation marks; with its days."""
        found = verdict("CSTĐCS", proceedings=[{"kind": kind, "since": "2024-02-01", "until": None}])
        (lane,) = (lane for lane in found.timeline().lanes if lane.label == "Đang xem xét")

        assert lane.marks[0].told.startswith(told)
        assert f"{told}" in found.explain()
        assert "từ ngày 01/02/2024, chưa kết thúc" in found.explain()

    @pytest.mark.parametrize(
        ("until", "told"),
        [
            ("2025-03-01", "khiển trách từ ngày 01/03/2024 đến trước ngày 01/03/2025"),
            (None, "khiển trách từ ngày 01/03/2024, chưa kết thúc"),
        ],
    )
    def test_measure(self, until: str | None, told: str) -> None:
        """A measure is told with what its two days are: from when, and until before when."""
        found = verdict("LĐTT", disciplines=[{"measure": "khien-trach", "since": "2024-03-01", "until": until}])

        assert told in found.explain()

    def test_empty(self) -> None:
        """Of an empty record there is the year considered."""
        assert list(verdict("CSTĐCS").timeline().years)[-1] == 2024

    def test_long(self) -> None:
        """Of a long record the last years are drawn, and what lies before them is marked as earlier."""
        found = verdict("LĐTT", awards=[{"award": "LĐTT", "year": year} for year in range(1980, 2025)])

        assert len(found.timeline().years) == MOST
        assert "◂●" in str(found)
        assert "'24" in str(found)

    def test_language(self) -> None:
        """In English nothing is left in Vietnamese but proper numbers of articles."""
        drawn = str(verdict("CSTĐCS", **self.RECORD).timeline("en"))

        assert "Rating" in drawn
        assert not any(word in drawn for word in ("Xếp loại", "Kỷ luật", "hồ sơ"))


class TestLooked:
    """A clause's bar covers the years it looked at."""

    @pytest.mark.parametrize(
        ("award", "code", "years"),
        [
            ("LĐTT", "24.1.a", (2024, 2024)),
            ("CSTĐCS", "23.2-excellent", (2024, 2024)),
            ("CSTĐ cấp tỉnh", "22.1.a", (2022, 2024)),
            ("CSTĐTQ", "21.1.a", (2023, 2024)),
        ],
    )
    def test_years(self, award: str, code: str, years: tuple[int, int]) -> None:
        """The year's rating; three titles running up to the year; two."""
        found = verdict(award, years=[{"year": 2024, "rating": "completed"}])
        looked = {leaf.code: span for leaf, span in looked_at(found.read, found.dossier)}

        assert looked[code] == years

    def test_outcome(self) -> None:
        """The bar has its clause's own outcome, not the verdict's."""
        found = verdict("CSTĐ cấp tỉnh", years=[{"year": 2024, "rating": "excellent"}])
        outcomes = {each.where: each.outcome for each in found.timeline().looked}

        assert outcomes["điểm a khoản 1 Điều 22 Luật 06/2022/QH15"] is Outcome.NOT_MET
        assert Outcome.MET in outcomes.values()

    def test_svg(self) -> None:
        """A notebook draws a bar for each clause that looked at years, named by what it asks."""
        line = verdict("CSTĐ cấp tỉnh", **TestRecord.RECORD).timeline()
        root = ET.fromstring(line._repr_svg_())  # noqa: S314  # our own
        bars = [each for each in root.iter(f"{SVG}rect") if each.get("stroke")]
        titles = {each.text for each in root.iter(f"{SVG}title")}

        assert len(bars) == len(line.looked) > 1
        assert titles >= {f"{each.asks} ({each.where})" for each in line.looked if each.where}

    def test_notebook(self) -> None:
        """A verdict shows its timeline, and unfolds into the whole explanation; what a user wrote stays text."""
        shown = verdict("CSTĐCS", proceedings=[{"kind": "<b>x</b>", "since": "2024-01-01"}])._repr_html_()

        assert "<svg" in shown
        assert "<details>" in shown
        assert "<b>x</b>" not in shown

    @settings(max_examples=60, deadline=None)
    @given(strategies.dossiers(), st.sampled_from([award.id for award in TODAY.awards]), st.sampled_from(["vi", "en"]))
    def test_any(self, dossier: Dossier, award: str, locale: str) -> None:
        """Whatever the dossier, it can be drawn, and no bar looks past the year considered."""
        found = thidua.assess(dossier, award, law=TODAY)
        line = found.timeline(locale)

        assert ET.fromstring(line._repr_svg_()).tag == f"{SVG}svg"  # noqa: S314  # our own
        assert len({len(year) for year in str(line).splitlines()[2].split()}) == 1
        for each in line.looked:
            assert each.first <= each.last <= dossier.year


class TestPlan:
    """A plan's best route stands on the same line of years, ahead of the record."""

    RECRUIT: ClassVar[dict[str, Any]] = {
        "subject": {"kind": "individual", "tracks": ["civil-servant"]},
        "year": 2025,
        "known_from": 2015,
        "joined": "2015-01-01",
    }

    def plan(self, award: str, **facts: Any) -> thidua.Plan:
        """Plan for a civil servant."""
        return thidua.plan(thidua.load_dossier({**self.RECRUIT, **facts}), award, law=TODAY)

    def marks(self, plan: thidua.Plan, label: str) -> list[tuple[int, int, str]]:
        """Return what is drawn in the row that begins with a label."""
        (lane,) = (each for each in plan.timeline().lanes if each.label.startswith(label))
        return [(mark.first, mark.last, mark.sign) for mark in lane.marks]

    @pytest.mark.parametrize(
        ("label", "signs"),
        [
            ("Chiến sĩ thi đua cơ sở", [(2024, 2024, "●"), *((year, year, "○") for year in (2025, 2026, 2027))]),
            ("Chiến sĩ thi đua Bộ", [(2026, 2026, "○"), (2027, 2027, "○")]),
            ("Chiến sĩ thi đua toàn quốc", [(2027, 2027, "◎")]),
            ("xếp loại trong năm", [(year, year, "□") for year in (2025, 2026, 2027)]),
            ("có sáng kiến", [(2025, 2026, "▬"), (2026, 2026, "□")]),
        ],
    )
    def test_signs(self, label: str, signs: list[tuple[int, int, str]]) -> None:
        """What is held is full, what is to be received hollow, the goal ringed; a task ends with its last year."""
        plan = self.plan("CSTĐTQ", awards=[{"award": "CSTĐCS", "year": 2024}])

        assert self.marks(plan, label) == signs

    def test_whole(self) -> None:
        """All that the steps ask and bring is drawn, and the year in which the award is met."""
        plan = self.plan("HCLĐ Ba")
        line = plan.timeline()
        signs = [mark.sign for lane in line.lanes for mark in lane.marks]

        assert signs.count("□") == len(plan.routes[0].tasks)
        assert signs.count("○") + signs.count("◎") == sum(len(step.receive) for step in plan.steps)
        assert [(each.first, each.last, each.outcome) for each in line.looked] == [(2034, 2034, Outcome.PENDING)]

    def test_long(self) -> None:
        """However long the way, it is drawn from the first year on."""
        line = self.plan("HCĐL hạng Ba", subject={"kind": "individual", "tracks": ["civil-servant"]}).timeline()
        plan = self.plan("HCLĐ Nhất")

        assert 2025 in plan.timeline().years
        assert (plan.earliest or 0) in plan.timeline().years
        assert 2025 in line.years

    def test_no_way(self) -> None:
        """Where no way is open, what keeps it closed stands in the year of the dossier."""
        line = self.plan("CSTĐTQ", subject={"kind": "household"}).timeline("en")

        assert line.title.endswith("no way is open (the record is of 2025)")
        assert [(each.first, each.outcome) for each in line.looked] == [(2025, Outcome.NOT_MET)]

    def test_feat(self) -> None:
        """A way that rests on what nobody can plan says so over the line."""
        plan = self.plan("Huân chương Dũng cảm", commendation="ad-hoc")

        assert plan.routes[0].feat
        assert "không lên kế hoạch được" in str(plan).splitlines()[0]

    def test_legend(self) -> None:
        """Only signs that were drawn are explained, those of the record too."""
        assert "◆ sáng kiến" in self.plan("LĐTT", initiatives=[{"year": 2024}]).timeline().legend
        assert "▬ kéo dài" not in self.plan("CSTĐTQ").timeline().legend
        assert "●" not in self.plan("LĐTT").timeline().legend
        assert "▬□" not in self.plan("LĐTT").timeline().legend
        assert "▬□" in self.plan("CSTĐTQ").timeline().legend

    def test_notebook(self) -> None:
        """A notebook shows the line, and unfolds into the whole plan; what a user wrote stays text."""
        shown = self.plan("CSTĐCS", proceedings=[{"kind": "<b>x</b>", "since": "2024-01-01"}])._repr_html_()

        assert "<svg" in shown
        assert "<details>" in shown
        assert "<b>x</b>" not in shown

    @settings(max_examples=40, deadline=None)
    @given(
        strategies.dossiers(),
        st.sampled_from(["LĐTT", "CSTĐ tỉnh", "HCLĐ Ba", "BK tỉnh"]),
        st.sampled_from(["vi", "en"]),
    )
    def test_any(self, dossier: Dossier, award: str, locale: str) -> None:
        """Whatever the dossier, its plan can be drawn, and reaches the year it is met."""
        plan = thidua.plan(dossier, award, law=TODAY)
        line = plan.timeline(locale)

        assert ET.fromstring(line._repr_svg_()).tag == f"{SVG}svg"  # noqa: S314  # our own
        assert line.years[-1] >= (plan.earliest or dossier.year)
        assert "{" not in str(line)
