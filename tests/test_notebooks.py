"""The notebooks of the documentation: each runs from its first cell to its last, and shows what it says it shows."""

from __future__ import annotations

import os
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

DOCS = Path(__file__).parents[1] / "docs"
NOTEBOOKS = sorted(path.name for path in (DOCS / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_runs(name: str, tmp_path: Path) -> None:
    """Every cell runs, its assertions hold, and it says nothing on the channel of errors and warnings."""
    book = nbformat.read(DOCS / "notebooks" / name, as_version=4)
    client = NotebookClient(book, timeout=120, resources={"metadata": {"path": str(DOCS.parent)}})
    client.execute(env={**os.environ, "IPYTHONDIR": str(tmp_path)})  # it leaves no history in anybody's home
    outputs = [output for cell in book.cells for output in cell.get("outputs", ())]

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
