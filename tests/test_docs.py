"""What the pages print is what the library prints."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import attrs
import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

from tests.reports import EXAMPLES, named, written
from thidua.frames.columns import COHORT, KINDS, RECORDS
from thidua.interchange import jsontext, load_claims
from thidua.model.indicator import Indicator
from thidua.people.claims import CLAIMS
from thidua.people.judging import VERDICTS
from thidua.people.notes import NoteCode

DOCS = Path(__file__).parents[1] / "docs"
OTHERS = ("don-vi-2024.json", "cluster-districts-results.json", "bloc-schools-results.json")
"""Examples that were made up, and from no report."""


class TestTutorial:
    """The tutorial's printed answer."""

    def test_explanation(self) -> None:
        """The text shown after ``print(verdict.explain("vi"))`` begins the verdict it speaks of."""
        page = DOCS / "tutorial.md"
        shown = page.read_text(encoding="utf-8").partition("```text\n")[2].partition("\n```")[0]
        document = Sybil(parsers=[PythonCodeBlockParser()], path=str(DOCS), pattern=page.name).parse(page)
        for example in document.examples():
            if "explain(" in example.parsed:
                break
            example.evaluate()

        assert document.namespace["verdict"].explain("vi").startswith(shown)


class TestForms:
    """The page on the statistical forms."""

    def test_printed(self) -> None:
        """The lines shown after ``print(offices.text("vi"))`` begin the form it speaks of."""
        page = DOCS / "forms.md"
        shown = page.read_text(encoding="utf-8").partition("```text\n")[2].partition("\n```")[0]
        document = Sybil(parsers=[PythonCodeBlockParser()], path=str(DOCS), pattern=page.name).parse(page)
        for example in document.examples():
            example.evaluate()

        assert document.namespace["offices"].text("vi").startswith(shown)

    def test_notes(self) -> None:
        """Every kind of note is told of on the page."""
        page = (DOCS / "forms.md").read_text(encoding="utf-8")

        assert [code for code in get_args(NoteCode) if f"`{code}`" not in page] == []


class TestFigures:
    """The page on a report's own figures."""

    def test_explanation(self) -> None:
        """The text shown after ``print(found.explain("vi"))`` is what that prints."""
        page = DOCS / "figures.md"
        shown = page.read_text(encoding="utf-8").partition("```text\n")[2].partition("\n```")[0]
        document = Sybil(parsers=[PythonCodeBlockParser()], path=str(DOCS), pattern=page.name).parse(page)
        next(iter(document.examples())).evaluate()

        assert document.namespace["found"].explain("vi") == shown

    def test_keys(self) -> None:
        """Every kind of claim, each of its keys and every verdict is named on the page."""
        page = (DOCS / "figures.md").read_text(encoding="utf-8")
        keys = {field.name for kind in CLAIMS.values() for field in attrs.fields(kind)}

        assert [name for name in sorted({*CLAIMS, *keys, *VERDICTS}) if f"`{name}`" not in page] == []


class TestTargets:
    """The page on targets."""

    PAGE = DOCS / "targets.md"

    def test_printed(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        """The texts shown are, one after another, what the code of the page prints."""
        monkeypatch.chdir(DOCS.parent)
        shown = re.findall(r"```text\n(.*?)```", self.PAGE.read_text(encoding="utf-8"), re.DOTALL)
        document = Sybil(parsers=[PythonCodeBlockParser()], path=str(DOCS), pattern=self.PAGE.name).parse(self.PAGE)
        for example in document.examples():
            example.evaluate()

        assert capsys.readouterr().out == "".join(shown)

    def test_keys(self) -> None:
        """Every key of an indicator is named on the page."""
        page = self.PAGE.read_text(encoding="utf-8")

        assert [field.name for field in attrs.fields(Indicator) if f"`{field.name}`" not in page] == []


class TestTables:
    """The page on tables."""

    def test_columns(self) -> None:
        """Every column of the two tables, and every kind of row, is named on the page."""
        page = (DOCS / "tables.md").read_text(encoding="utf-8")
        names = {*COHORT, *RECORDS, *KINDS}

        assert [name for name in sorted(names) if f"`{name}`" not in page] == []


class TestReports:
    """The page that reads five reports back."""

    PAGE = (DOCS / "reports.md").read_text(encoding="utf-8")
    FILES = sorted(path.name for path in EXAMPLES.glob("*.json") if path.name not in OTHERS)

    def test_tables(self) -> None:
        """Every table is what the library answers on its example today; ``python -m tests.reports`` writes them."""
        assert written(self.PAGE) == self.PAGE

    def test_every_example_told(self) -> None:
        """Every example made from a report has its table, and no table is of a file that is not there."""
        assert sorted(named(self.PAGE)) == self.FILES

    def test_every_example_loaded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The code of the page, run from the project's folder, loads every example made from a report."""
        read: set[str] = set()
        contents = jsontext.contents
        monkeypatch.setattr(jsontext, "contents", lambda path: (read.add(path.name), contents(path))[1])
        monkeypatch.chdir(DOCS.parent)
        page = DOCS / "reports.md"
        for example in (
            Sybil(parsers=[PythonCodeBlockParser()], path=str(DOCS), pattern=page.name).parse(page).examples()
        ):
            example.evaluate()

        assert sorted(read) == self.FILES

    @pytest.mark.parametrize("name", [name for name in FILES if name.endswith("-claims.json")])
    def test_said_where(self, name: str) -> None:
        """Every figure of a report says where in the report it stands."""
        assert [claim for claim in load_claims(EXAMPLES / name) if not claim.where] == []
