"""The how-tos of docs/reporting.md: every script runs, and what it made says what the library answers."""

from __future__ import annotations

import json
import logging
import re
from importlib.util import module_from_spec, spec_from_file_location
from itertools import zip_longest
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from docx import Document
from fastapi.testclient import TestClient
from openpyxl import load_workbook
from pypdf import PdfReader

import thidua
from thidua.interchange import load_dossiers

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
SCRIPTS = sorted((EXAMPLES / "reporting").glob("*.py"))
BOOK = EXAMPLES / "reporting" / "so-quyet-dinh-2025.json"
PEOPLE = EXAMPLES / "don-vi-2024.json"
YEAR = 2025
MOST_LINES = 60


def script(name: str) -> ModuleType:
    """Load a script of the how-tos."""
    spec = spec_from_file_location(name, EXAMPLES / "reporting" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


class TestScripts:
    """What holds of all of them."""

    @pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
    def test_short(self, path: Path) -> None:
        """Each is under sixty lines, and the page shows it."""
        page = (EXAMPLES.parent / "reporting.md").read_text(encoding="utf-8")

        assert len(path.read_text(encoding="utf-8").splitlines()) < MOST_LINES
        assert f"examples/reporting/{path.name}" in page


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Write the book and open it."""
    target = tmp_path_factory.mktemp("excel") / "bao-cao.xlsx"
    script("excel_book").write(BOOK, YEAR, target)
    return load_workbook(target)


class TestExcel:
    """``excel_book.py``, opened again."""

    def test_form(self, book: Any) -> None:
        """Every cell is the form's: a number as a number, x where the form has none, nothing where nobody knows."""
        form = thidua.statistics(thidua.load_decisions(BOOK), "0603", year=YEAR)
        rows = list(book["Biểu 0603"].iter_rows(min_row=2, max_row=1 + len(form.table()), values_only=True))
        shown = {row[1]: row[3:] for row in rows if row[1] is not None}

        assert shown["02"] == (12, 12, "x", 0, "x")
        assert shown["10"] == (None, None, 0, "x", 0)  # hai người chưa rõ nhóm · two people of no known class
        for code, cells in shown.items():
            held = tuple(form.value(code, column) for column in form.columns)
            assert tuple(0 if cell == "x" else cell for cell in cells) == held

    def test_payment_list(self, book: Any) -> None:
        """Amounts are whole numbers in thousands' groups, and the total says that it is the most that may be paid."""
        money = thidua.bonuses(thidua.load_decisions(BOOK), thidua.law_on)
        sheet = book["Danh sách chi"]
        totals = [sheet.cell(row, 9) for row in range(2, 2 + len(money.rows))]

        assert sheet.cell(1, 9).value == "Thành tiền"
        assert [cell.value for cell in totals] == [row.amount for row in money.rows]
        assert {cell.number_format for cell in totals} == {"#,##0"}
        assert sheet.cell(len(money.rows) + 3, 1).value == "Tiền thưởng: không quá 210.280.000 đồng"

    def test_colours(self, book: Any) -> None:
        """Lines are coloured by their mark; cells nobody knows are hatched, and headings, which have none, are not."""
        rules = [rule for found in book["Phát hiện"].conditional_formatting for rule in found.rules]
        assert {rule.formula[0] for rule in rules} == {f'ISNUMBER(FIND("{mark}",$A2))' for mark in ("✗", "? ", "✓")}
        assert {rule.dxf.fill.bgColor.rgb for rule in rules} == {"FFF8CBAD", "FFFFE699", "FFE2EFDA"}

        sheet = book["Biểu 0603"]
        hatched = {
            cell.row for found in sheet.conditional_formatting for row in sheet[str(found.sqref)] for cell in row
        }
        assert hatched == {row for row in range(2, 21 + 1) if sheet.cell(row, 2).value is not None}

    def test_findings(self, book: Any) -> None:
        """The decision book stands there whole, as the library tells it."""
        told = thidua.check_decisions(thidua.load_decisions(BOOK), thidua.law_on).explain().splitlines()
        lines = [row[0] or "" for row in book["Phát hiện"].iter_rows(min_row=2, values_only=True)]

        assert lines == told
        assert any("✗ dòng 6, dòng 7" in line for line in lines)

    def test_no_formula(self, tmp_path: Path) -> None:
        """What somebody typed into a register is text in the book, and never becomes a formula."""
        source, target = tmp_path / "so.json", tmp_path / "so.xlsx"
        row = {"award": "LĐTT", "recipient": "individual", "subject": "=1+1", "decided_on": "2025-10-01", "year": YEAR}
        source.write_text(json.dumps([row]), encoding="utf-8")
        script("excel_book").write(source, YEAR, target)
        cell = load_workbook(target)["Danh sách chi"].cell(2, 2)

        assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """Write the letters on the template to begin with, and read their paragraphs."""
    folder, made = tmp_path_factory.mktemp("word"), script("word_letters")
    made.template(folder / "mau.docx")
    made.write(PEOPLE, folder / "mau.docx", folder / "thu")
    paths = sorted((folder / "thu").iterdir())
    return [[paragraph.text for paragraph in Document(str(path)).paragraphs] for path in paths]


class TestWord:
    """``word_letters.py``, opened again."""

    def test_letters(self, letters: list[list[str]]) -> None:
        """Only what is not met is refused, in the library's sentence; every letter tells the whole verdict."""
        for dossier, letter in zip_longest(load_dossiers(PEOPLE), letters):
            verdict = thidua.assess(dossier, dossier.award, law=thidua.law_on)
            refused = verdict.why_not()
            said = [] if refused is None else [refused, verdict.remedy()]

            assert letter[1] == f"Kính gửi: {dossier.subject.id}"
            assert letter[3:] == [*said, "PHỤ LỤC", verdict.explain()]

    def test_both_kinds(self, letters: list[list[str]]) -> None:
        """The example holds letters that refuse and letters that do not, so that both forms are tried."""
        assert {len(letter) for letter in letters} == {5, 7}

    def test_any_name(self, tmp_path: Path) -> None:
        """A name with & or < stands in the letter as it is."""
        made, source = script("word_letters"), tmp_path / "ho-so.json"
        subject = {"id": "Tổ <A> & B", "kind": "collective", "body": "unit"}
        source.write_text(json.dumps({"subject": subject, "award": "TTLĐTT", "year": 2024, "received": "2025-01-10"}))
        made.template(tmp_path / "mau.docx")
        made.write(source, tmp_path / "mau.docx", tmp_path / "thu")

        assert Document(str(tmp_path / "thu" / "001.docx")).paragraphs[1].text == "Kính gửi: Tổ <A> & B"

    def test_no_award(self, tmp_path: Path) -> None:
        """A dossier that proposes nothing is said so, and gets no letter."""
        source = tmp_path / "ho-so.json"
        source.write_text(json.dumps({"subject": {"kind": "individual", "tracks": ["worker"]}, "year": 2024}))
        with pytest.raises(SystemExit, match="dossier 1 proposes no award"):
            script("word_letters").write(source, tmp_path / "mau.docx", tmp_path / "thu")


class TestPdf:
    """``pdf_page.py``, opened again."""

    def test_text(self, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        """Every word is there with its diacritics, and the font has a glyph for each letter."""
        target = tmp_path / "bao-cao.pdf"
        with caplog.at_level(logging.WARNING, logger="fpdf"):
            script("pdf_page").write(BOOK, YEAR, target)
        first, second = PdfReader(target).pages
        form, told = (re.sub(r"\s+", " ", page.extract_text()) for page in (first, second))
        decisions = thidua.load_decisions(BOOK)

        assert [record.message for record in caplog.records if "glyph" in record.message] == []
        assert "SỐ LƯỢNG KHEN THƯỞNG CẤP BỘ, BAN, NGÀNH, ĐOÀN THỂ TRUNG ƯƠNG VÀ TỈNH" in form
        assert "02 - Tập thể Tập thể 12 12 x 0 x" in form
        assert "Thông tư 18/2025/TT-BNV" in form  # ghi chú cuối cùng cũng trên trang ấy · the last note, on that page
        assert told.split() == thidua.check_decisions(decisions, thidua.law_on).explain().split()

    def test_thousands(self, tmp_path: Path) -> None:
        """A number is grouped as Vietnamese prints it: 1.194 and not 1,194."""
        source, target = tmp_path / "so.json", tmp_path / "so.pdf"
        row = {"award": "Bằng khen tỉnh", "recipient": "household", "commendation": "merit", "count": 1194}
        source.write_text(json.dumps([{**row, "decided_on": "2025-10-01"}]), encoding="utf-8")
        script("pdf_page").write(source, YEAR, target)

        assert "04 - Hộ gia đình Hộ 1.194 1.194 x x x" in re.sub(r"\s+", " ", PdfReader(target).pages[0].extract_text())


DOSSIER: dict[str, Any] = {
    "subject": {"id": "A-17", "kind": "individual", "tracks": ["civil-servant"]},
    "year": 2024,
    "received": "2025-01-10",
    "known_from": 2018,
    "years": [{"year": 2024, "rating": "excellent"}],
}


@pytest.fixture(scope="module")
def client() -> TestClient:
    """Start the service."""
    return TestClient(script("web_service").app)


class TestService:
    """``web_service.py``, asked as a program would ask it."""

    @pytest.mark.parametrize("locale", ["vi", "en"])
    def test_verdict(self, client: TestClient, locale: str) -> None:
        """A dossier comes back as its verdict, with prose in the reader's language."""
        verdict = thidua.assess(thidua.load_dossier(DOSSIER), "CSTĐCS", law=thidua.law_on)
        answer = client.post("/assess", params={"award": "CSTĐCS", "locale": locale}, json=DOSSIER)

        assert answer.status_code == 200
        assert answer.json()["outcome"] == "PENDING"
        assert answer.json()["on_facts"] == "MET"
        assert list(answer.json()["to_attest"]) == ["24.1.b/spirit"]
        assert answer.json()["explanation"] == verdict.explain(locale)

    def test_problems(self, client: TestClient) -> None:
        """Bad input is 422, with the path, the code and the remedy of every fault at once."""
        bad = {**DOSSIER, "yeer": 2024, "years": [{"year": 2024, "rating": "superb"}]}
        answer, english = (
            client.post("/assess", params={"award": "CSTĐCS", "locale": locale}, json=bad) for locale in ("vi", "en")
        )
        found = {each["path"]: each["code"] for each in answer.json()["problems"]}

        assert (answer.status_code, english.status_code) == (422, 422)
        assert found == {"$.yeer": "unknown-key", "$.years[0].rating": "bad-value"}
        assert "có phải “year”?" in answer.text
        assert "did you mean 'year'?" in english.text

    @pytest.mark.parametrize(
        ("body", "code"),
        [
            (b'{"year": 2024, "year": 2023}', "duplicate-key"),
            (b"not json", "not-json"),
            (b'{"year": 2024, "subject": {"kind": "individual", "id": "\xff"}}', "bad-value"),
        ],
    )
    def test_raw(self, client: TestClient, body: bytes, code: str) -> None:
        """The text itself is judged: keys written twice, text that is no JSON, bytes that are no UTF-8."""
        answer = client.post("/assess", params={"award": "CSTĐCS"}, content=body)

        assert answer.status_code == 422
        assert code in {each["code"] for each in answer.json()["problems"]}

    def test_unknown(self, client: TestClient) -> None:
        """A name that is none is 404, with the nearest; an award of other days says which."""
        misspelt = client.post("/assess", params={"award": "CSTĐCSS"}, json=DOSSIER)
        ended = client.post(
            "/assess", params={"award": "Giấy khen cấp huyện"}, json={**DOSSIER, "year": 2025, "received": "2025-10-10"}
        )

        assert (misspelt.status_code, misspelt.json()["nearest"][0]) == (404, "CSTĐCS")
        assert (ended.status_code, ended.json()["until"]) == (404, "2025-07-01")

    def test_described(self, client: TestClient) -> None:
        """The service describes itself: the body is asked for."""
        described = client.get("/openapi.json").json()

        assert described["paths"]["/assess"]["post"]["requestBody"]["required"] is True


class TestPage:
    """``marimo_page.py``, run without a browser."""

    def test_runs(self) -> None:
        """Its cells run, and the page shows the payment list, the bars and the findings of the example."""
        _, found = script("marimo_page").app.run()
        shown = found["shown"].text

        assert found["report"].money.total == 210_280_000
        assert found["reached"].counts["unknown"] == 2
        assert "nhiều hình thức khen thưởng cho một thành tích" in shown
        assert "marimo-table" in shown
        assert "vega" in shown
