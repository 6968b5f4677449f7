"""What the pages print is what the library prints."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

from thidua.frames.columns import COHORT, KINDS, RECORDS
from thidua.people.notes import NoteCode

DOCS = Path(__file__).parents[1] / "docs"


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


class TestTables:
    """The page on tables."""

    def test_columns(self) -> None:
        """Every column of the two tables, and every kind of row, is named on the page."""
        page = (DOCS / "tables.md").read_text(encoding="utf-8")
        names = {*COHORT, *RECORDS, *KINDS}

        assert [name for name in sorted(names) if f"`{name}`" not in page] == []
