"""The notebooks of the documentation: each runs from its first cell to its last, and shows what it says it shows."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

DOCS = Path(__file__).parents[1] / "docs"
NOTEBOOKS = sorted(path.name for path in (DOCS / "notebooks").glob("*.ipynb"))


@cache
def ran(name: str) -> Any:
    """Run a notebook from the project's folder; an assertion of a cell that does not hold is raised here."""
    book = nbformat.read(DOCS / "notebooks" / name, as_version=4)
    return NotebookClient(book, timeout=120, resources={"metadata": {"path": str(DOCS.parent)}}).execute()


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_runs(name: str) -> None:
    """Every cell runs, and says nothing on the channel of errors and warnings."""
    outputs = [output for cell in ran(name).cells for output in cell.get("outputs", ())]

    assert [output.text for output in outputs if output.get("name") == "stderr"] == []
    assert any("text/html" in output.get("data", {}) for output in outputs)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_kept_clean(name: str) -> None:
    """A notebook is kept without what its cells showed on somebody's machine."""
    cells = nbformat.read(DOCS / "notebooks" / name, as_version=4).cells

    assert [cell.id for cell in cells if cell.get("outputs") or cell.get("execution_count") is not None] == []


def test_told() -> None:
    """The page on notebooks links to every one of them, and to no other."""
    page = (DOCS / "notebooks.md").read_text(encoding="utf-8")

    assert sorted(set(NOTEBOOKS)) == sorted({part.partition(")")[0] for part in page.split("](notebooks/")[1:]})
