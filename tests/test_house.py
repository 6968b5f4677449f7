"""The house itself: its floors, its front door, what it ships and what it promises about itself."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import sysconfig
import tomllib
import unicodedata
from collections.abc import Iterator
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import Any

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

import thidua
from thidua.book.shelf import headers

ROOT = Path(__file__).parents[1]
PACKAGE = Path(thidua.__file__).parent
COMMANDS = (ROOT / ".ci" / "commands").read_text(encoding="utf-8").splitlines()

HEAVY = (
    *("altair", "babel", "cattrs", "great_tables", "holidays", "hypothesis", "openpyxl", "rich", "tqdm"),
    *("narwhals", "duckdb", "numpy", "pandas", "polars", "pyarrow", "pyspark"),
    *("docxtpl", "fastapi", "fpdf", "marimo", "matplotlib", "xlsxwriter"),
)
"""None of these may load before it is needed."""

MOST_LINES = 300
LONGER: dict[str, str] = {}
"""Modules that may be longer, each with the reason."""


def shipped() -> Iterator[Path]:
    """Yield every text file that a user or a reader of the repository gets."""
    yield from (path for path in ROOT.iterdir() if path.is_file() and path.suffix in {".md", ".toml", ""})
    for folder in (PACKAGE, ROOT / "docs", ROOT / "tests", ROOT / ".ci"):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and not {"__pycache__", "_build"} & set(path.parts):
                yield path


def project() -> dict[str, Any]:
    """Read the project table."""
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return found


class TestFloors:
    """Which module may import which."""

    def test_contracts(self) -> None:
        """Imports go down only, every module stands on a floor, and the rooms never touch the edges."""
        command = Path(sysconfig.get_path("scripts")) / "lint-imports"
        if not command.exists():
            pytest.skip("import-linter is not installed")
        ran = subprocess.run([command, "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)

        assert ran.returncode == 0, ran.stdout + ran.stderr

    def test_light_import(self) -> None:
        """A program that imports thidua pays for attrs and nothing else, until it asks a question."""
        code = f"import sys, json, thidua; print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)

        assert json.loads(ran.stdout) == []

    def test_module_length(self) -> None:
        """A module that grows past what one reads in a sitting is divided, or says why it is not."""
        lengths = {
            path.relative_to(PACKAGE).as_posix(): len(path.read_text(encoding="utf-8").splitlines())
            for path in PACKAGE.rglob("*.py")
        }
        longer = {name: length for name, length in lengths.items() if length > MOST_LINES}

        assert sorted(longer) == sorted(LONGER), longer


class TestFrontDoor:
    """The names that callers import."""

    def test_sorted(self) -> None:
        """``__all__`` is in order, so that a name has one place."""
        assert list(thidua.__all__) == sorted(thidua.__all__)

    @pytest.mark.parametrize("name", thidua.__all__)
    def test_resolves(self, name: str) -> None:
        """Every name that is promised is there, and ``dir`` shows it."""
        assert getattr(thidua, name) is not None
        assert name in dir(thidua)

    def test_no_other(self) -> None:
        """A name that is not promised is an AttributeError, as of any module."""
        with pytest.raises(AttributeError, match="no_such_name"):
            thidua.no_such_name  # noqa: B018  # the lookup is the test

    @pytest.mark.parametrize("name", thidua.__all__)
    def test_documented(self, name: str) -> None:
        """Every name that is promised has its place in the reference."""
        text = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")

        assert re.search(rf"^\.\. auto\w+:: thidua\.([a-z.]+\.)?{name}$", text, re.MULTILINE)


class TestPackage:
    """What an installed thidua holds."""

    def test_version(self) -> None:
        """The installed version is the one that pyproject.toml states, and the changelog tells of it."""
        stated = project()["version"]

        assert version("thidua") == stated
        assert f"## [{stated}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    def test_changelog_law(self) -> None:
        """The changelog tells of every document of the book: whoever keeps answers sees which to ask again."""
        text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

        assert [header.id for header in headers() if header.id not in text] == []

    def test_typed(self) -> None:
        """Type checkers believe the annotations only of a package that says so."""
        assert (PACKAGE / "py.typed").is_file()

    def test_hypothesis_entry_point(self) -> None:
        """Hypothesis finds our strategies by itself."""
        (found,) = entry_points(group="hypothesis", name="thidua")

        assert callable(found.load())

    @pytest.mark.parametrize(
        "pattern", ["interchange/*.toml", "statutes/*.toml", "schema/*.json", "locale/*/LC_MESSAGES/*.po"]
    )
    def test_data(self, pattern: str) -> None:
        """The book, the schemas and the catalogues lie inside the package."""
        assert any(PACKAGE.glob(pattern))


class TestText:
    """How the files are written."""

    @pytest.mark.parametrize("path", sorted((PACKAGE / "statutes").iterdir()), ids=lambda path: path.name)
    def test_statutes(self, path: Path) -> None:
        """A file of the statute book is UTF-8 in the composed form, so that equal words are equal."""
        text = path.read_bytes().decode("utf-8")

        assert unicodedata.is_normalized("NFC", text)

    def test_composed(self) -> None:
        """So is every other text: a name typed in a test or a page must equal the one in the book."""
        texts = {str(path): path.read_text(encoding="utf-8") for path in shipped()}
        found = [name for name, text in texts.items() if not unicodedata.is_normalized("NFC", text)]

        assert found == []

    def test_no_machine(self) -> None:
        """No file names a place on the machine it was written on."""
        place = re.compile(r"(?<![\w.])/(?:work|tmp)\b|\.\./shared\b")
        found = [str(path) for path in shipped() if place.search(path.read_text(encoding="utf-8"))]

        assert found == []


class TestReadme:
    """What the first page promises."""

    def test_commands(self) -> None:
        """README shows, to the letter, the two commands that CI runs: the main job and the tests."""
        text = (ROOT / "README.md").read_text(encoding="utf-8")

        assert [command for command in COMMANDS if command not in text.splitlines()] == []

    def test_citation(self) -> None:
        """Whoever cites thidua is given its version, its authors and its licence as the package states them."""
        cited = dict(
            re.findall(r"^  (\w+) += \{+(.*?)\}+,?$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
        )
        stated = project()

        assert cited["title"] == f"{stated['name']}: {stated['description'].partition(' (')[0]} as code"
        assert (cited["version"], cited["license"]) == (stated["version"], stated["license"])
        assert cited["author"] == " and ".join(author["name"] for author in stated["authors"])
        assert cited["year"] == stated["version"].partition(".")[0]

    def test_citation_file(self) -> None:
        """The citation file states the same."""
        said = (ROOT / "docs" / "CITATION.cff").read_text(encoding="utf-8")
        cited = dict(re.findall(r'^(?:  - )?(\w+): "?(.*?)"?$', said, re.MULTILINE))
        stated = project()

        assert cited["title"] == f"{stated['name']}: {stated['description'].partition(' (')[0]} as code"
        assert (cited["version"], cited["license"]) == (stated["version"], stated["license"])
        assert cited["name"] == stated["authors"][0]["name"]

    def test_examples(self) -> None:
        """The Python on the first page runs."""
        readme = Sybil(parsers=[PythonCodeBlockParser()], path=str(ROOT), pattern="README.md")
        for example in readme.parse(ROOT / "README.md").examples():
            example.evaluate()
