"""The pages made from the statute book are those of the book as it is."""

from __future__ import annotations

import pytest

from tests.pages import FOLDER, pages, stray

PAGES = pages()


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str) -> None:
    """``python -m tests.pages`` would write the page as it stands."""
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name]


def test_no_page_of_nothing() -> None:
    """Every page of an award or a document is of one that the book has."""
    assert stray(PAGES) == []
