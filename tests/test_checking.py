"""A decision book: every check at once, findings by row, worst first."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import thidua
from thidua import Outcome, strategies
from thidua.__main__ import main
from thidua.checking import Checked, DecisionReport
from thidua.model.decision import Authority, Ballot, Decision

DAY = date(2024, 12, 20)
CHAIR = Authority(office="province-chair")
CSTD = "chien-si-thi-dua-bo-ban-nganh-tinh"
PAPERS = ("proposal", "report", "minutes", "vote-result", "certificate", "opinion", "related")


def row(award: str = CSTD, **more: Any) -> Decision:
    """Give an award in the province, as its chair may."""
    told = {"recipient": "individual", "authority": CHAIR, "decided_on": DAY, "year": 2024, "unit": "Sở A"}
    return Decision(**{"award": award, **told, **more})


def book(*rows: Decision, **more: Any) -> DecisionReport:
    """Check a batch under the laws of its own days."""
    return thidua.check_decisions(rows, thidua.law_on, **more)


def outcomes(report: DecisionReport, check: str) -> dict[tuple[int, ...], str]:
    """Return the outcome of one check by the rows it bears on."""
    return {each.rows: each.outcome.name for each in report.findings if each.check == check}


def dossier(subject: str, **facts: Any) -> Any:
    """Make a civil servant's dossier of 2024 whose record is whole."""
    who = {"id": subject, "kind": "individual", "tracks": ["civil-servant"]}
    return thidua.load_dossier({"subject": who, "year": 2024, "received": "2024-12-01", "known_from": 2000, **facts})


class TestEveryCheck:
    """Each check is asked, of the rows that carry what it asks for."""

    @pytest.mark.parametrize(
        ("check", "changes", "outcome"),
        [
            ("recipient", {}, "MET"),
            ("recipient", {"recipient": "collective"}, "NOT_MET"),
            ("power", {}, "MET"),
            ("power", {"authority": Authority(office="district-chair")}, "NOT_MET"),
            ("power", {"authority": None}, "UNKNOWN"),
            ("ballot", {"ballot": Ballot(members=15, in_favour=14)}, "MET"),
            ("ballot", {"ballot": Ballot(members=15, in_favour=13)}, "NOT_MET"),
            ("papers", {"papers": ("proposal",)}, "NOT_MET"),
        ],
    )
    def test_row(self, check: str, changes: Any, outcome: str) -> None:
        """Whom it may go to, who decides, 90% of all members in favour, the papers of Điều 84."""
        assert outcomes(book(row(**changes)), check) == {(0,): outcome}

    @pytest.mark.parametrize(("rating", "outcome"), [("completed", "NOT_MET"), ("good", "PENDING")])
    def test_merit(self, rating: str, outcome: str) -> None:
        """With the subject's dossier of the year the record is judged too, as ``assess`` judges it."""
        record = dossier("A", years=[{"year": 2024, "rating": rating}])
        report = book(row("LĐTT", subject="A"), row("LĐTT", subject="B"), dossiers=[record])

        assert outcomes(report, "merit") == {(0,): outcome}
        assert report.not_looked_at["merit"] == (1,)

    def test_merit_of_what_was_decided(self) -> None:
        """The record is held to the route of the kind that was decided, not of all (Điều 74 khoản 1)."""
        titles = [{"award": "CSTĐCS", "year": year} for year in (2023, 2024)]
        record = dossier("A", awards=titles, attested={"*": True})
        rows = [row("Bằng khen cấp tỉnh", subject="A", commendation=kind) for kind in ("movement", None)]
        held = attrs.evolve(record, commendation="movement")

        found = outcomes(book(*rows, dossiers=[record]), "merit")
        assert found[0,] == thidua.assess(held, "Bằng khen cấp tỉnh", law=thidua.law_on(DAY)).outcome.name == "NOT_MET"
        assert found[1,] == thidua.assess(record, "Bằng khen cấp tỉnh", law=thidua.law_on(DAY)).outcome.name == "MET"

    def test_every_dossier(self) -> None:
        """Of a subject with dossiers of two years the open inspection bars, whichever of them tells it."""
        inspected = dossier("A", proceedings=[{"kind": "thanh tra", "since": "2024-06-01", "until": None}])
        other = attrs.evolve(dossier("A"), year=2023, received=date(2023, 12, 1))
        for dossiers in ([inspected, other], [other, inspected], [inspected]):
            report = book(row("LĐTT", subject="A", year=None), dossiers=dossiers)
            assert outcomes(report, "double") == {(0,): "NOT_MET"}

    def test_dossier_of_another_year(self) -> None:
        """A dossier of another year says nothing of this one."""
        report = book(row("LĐTT", subject="A", year=2023), dossiers=[dossier("A")])

        assert outcomes(report, "merit") == {}
        assert report.not_looked_at["merit"] == (0,)

    def test_double(self) -> None:
        """Two forms for one achievement: both rows are named, by the law of the later."""
        rescue: dict[str, Any] = {"subject": "A", "commendation": "ad-hoc", "achievements": ("cứu người 12/10",)}
        forms = ("Bằng khen cấp tỉnh", "giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-xa")
        report = book(*(row(name, **rescue) for name in forms))

        assert outcomes(report, "double") == {(0, 1): "NOT_MET"}

    def test_before(self) -> None:
        """A decision that came before is no row of the book, and doubles one of it all the same."""
        rescue: dict[str, Any] = {"subject": "A", "commendation": "ad-hoc", "achievements": ("cứu người 12/10",)}
        earlier = row("giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-xa", **rescue)
        report = book(row("Bằng khen cấp tỉnh", **rescue), before=[earlier])

        assert outcomes(report, "double") == {(0,): "NOT_MET"}

    def test_rate(self) -> None:
        """A cap that is passed bears on the rows it counts, in their unit and year, and on no others."""
        told: dict[str, Any] = {"decided_on": date(2020, 12, 31), "year": 2020}
        rows = [row("LĐTT", count=100, **told), row("CSTĐCS", count=16, **told), row("CSTĐCS", unit="Sở B", **told)]
        report = book(*rows, bases={"Sở A": {"holders": 100}, "Sở B": {"holders": 100}})

        assert outcomes(report, "rate") == {(1,): "NOT_MET", (2,): "MET"}

    def test_target(self, tmp_path: Path) -> None:
        """A province's target bears on the rows of its unit."""
        path = tmp_path / "province.toml"
        path.write_text(TARGET, encoding="utf-8")
        law = thidua.law_on(DAY, thidua.load_document(path))
        rows = [row("LĐTT", official_class="direct-worker"), row("LĐTT", unit="Sở B", official_class="leader-other")]
        report = thidua.check_decisions(rows, law)

        assert outcomes(report, "share") == {(0,): "MET", (1,): "NOT_MET"}

    def test_money(self) -> None:
        """The money of the whole batch comes with it."""
        assert book(row(count=2)).money.total == 2 * 7_020_000


TARGET = """
[document]
id = "1/QĐ"
title = "Quy định của tỉnh"
kind = "decision"
issuer = "Ủy ban nhân dân tỉnh"
in_force = 2024-01-01
standing = "verified"
checked = 2026-11-22

[[share]]
id = "5.1"
measure = "people"
base = "individuals-and-households"
at_least = 0.6
per = "unit"
"""


class TestOrder:
    """Worst first."""

    def test_findings(self) -> None:
        """NOT_MET, then UNKNOWN, then the others; of equals the earlier row."""
        good, unsigned = row(), row(authority=None)
        report = book(good, unsigned, row(recipient="collective"), row(recipient="collective"))
        found = [(each.outcome.name, each.rows) for each in report.findings]

        assert found[:3] == [("NOT_MET", (2,)), ("NOT_MET", (3,)), ("UNKNOWN", (1,))]
        assert report.outcome is Outcome.NOT_MET
        assert [number for number, _ in report.by_row] == [2, 3, 1, 0]
        assert report.of(1)[0].check == "power"

    def test_told_in_that_order(self) -> None:
        """So the prose has it, by the rows' own numbers."""
        told = book(row(), row(authority=None), row(recipient="collective")).explain()

        assert [line[0] for line in told.splitlines() if line[:1].isdigit()] == ["3", "2", "1"]

    @settings(max_examples=40, deadline=None)
    @given(st.lists(strategies.decisions(st.sampled_from(["A", "B", None])), min_size=1, max_size=6))
    def test_any(self, rows: list[Decision]) -> None:
        """Whatever the batch: each finding stands with its rows, the worst first, and it can be told."""
        rows = [each if each.recipient == "individual" else attrs.evolve(each, official_class=None) for each in rows]
        report = thidua.check_decisions(rows, thidua.law_on)

        assert [each.outcome for each in report.findings] == sorted(each.outcome for each in report.findings)
        for number, found in report.by_row:
            assert {each.check for each in found} >= {"recipient", "power"}
            assert all(number in each.rows for each in found)
        for locale in ("vi", "en"):
            assert report.explain(locale)


class TestNotLookedAt:
    """What a row does not carry is not checked, and is said."""

    def test_bare(self) -> None:
        """A bare row: no dossier, no vote, no papers, nobody named."""
        report = book(row())

        assert dict(report.not_looked_at) == {"merit": (0,), "ballot": (0,), "papers": (0,), "double": (0,)}
        assert "biểu quyết của Hội đồng: dòng 1" in report.explain()
        assert "the council's vote: row 1" in report.explain("en")

    def test_whole(self) -> None:
        """A row that carries everything leaves nothing open."""
        vote = Ballot(members=15, in_favour=15, secret=True)
        record = dossier("A")
        report = book(row(subject="A", ballot=vote, papers=PAPERS), dossiers=[record])

        assert dict(report.not_looked_at) == {}

    def test_no_award(self) -> None:
        """Of a row that names no award nothing can be said but that."""
        report = book(row(award=None))  # type: ignore[arg-type]  # a report that does not name it

        assert report.outcome is Outcome.UNKNOWN
        assert all(isinstance(each, Checked) for each in report.findings)


class TestCommand:
    """``python -m thidua check`` of a decision book."""

    def test_file(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A file holds the rows with their votes and papers, the dossiers, and what came before."""
        common = {"recipient": "individual", "authority": {"office": "province-chair"}, "decided_on": "2024-12-20"}
        vote = {"members": 15, "in_favour": 13}
        rescue = {"subject": "A", "year": 2024, "commendation": "ad-hoc", "achievements": ["cứu người"]}
        who = {"id": "B", "kind": "individual", "tracks": ["civil-servant"]}
        held = {
            "title": "Sổ quyết định",
            "decisions": [
                {"award": "CSTĐ cấp tỉnh", **common, "ballot": vote, "papers": ["Tờ trình", "Báo cáo thành tích"]},
                {"award": "Bằng khen cấp tỉnh", **common, **rescue},
                {"award": "CSTĐ cấp tỉnh", **common, "subject": "B", "year": 2024},
            ],
            "before": [{"award": "giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-xa", **common, **rescue}],
            "dossiers": [{"subject": who, "year": 2024, "known_from": 2000}],
        }
        path = tmp_path / "book.json"
        path.write_text(json.dumps(held), encoding="utf-8")

        assert main(["check", str(path)]) == 1
        out = capsys.readouterr().out
        for said in ("13/15", "giấy tờ còn thiếu", "Trùng", "hồ sơ: chưa đạt", "Chưa xét"):
            assert said in out

        assert main(["check", str(path), "--json"]) == 1
        data = json.loads(capsys.readouterr().out)
        assert data["doubles"][0]["rows"] == [1]
        assert data["not_looked_at"]["ballot"] == [1, 2]

    def test_bad_ballot(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A vote that contradicts itself is bad input, with its place."""
        path = tmp_path / "book.json"
        vote = {"members": 9, "in_favour": 10}
        path.write_text(json.dumps([{"recipient": "individual", "ballot": vote}]), encoding="utf-8")

        assert main(["check", str(path), "--on", "2024-12-20"]) == 2
        assert "$[0].ballot.in_favour" in capsys.readouterr().err
