"""What the pages print is what the library prints."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import attrs
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

from thidua.frames.columns import COHORT, KINDS, RECORDS
from thidua.people.claims import CLAIMS
from thidua.people.judging import VERDICTS
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


class TestTables:
    """The page on tables."""

    def test_columns(self) -> None:
        """Every column of the two tables, and every kind of row, is named on the page."""
        page = (DOCS / "tables.md").read_text(encoding="utf-8")
        names = {*COHORT, *RECORDS, *KINDS}

        assert [name for name in sorted(names) if f"`{name}`" not in page] == []
