"""What all tests share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from thidua.book.days import law_on, load_document
from thidua.book.law import Law

# A shared machine is slow now and then, which says nothing about the law. In CI Hypothesis also repeats its examples.
settings.register_profile("thidua", settings(), deadline=None)
settings.load_profile("thidua")


@pytest.fixture
def law_of(tmp_path: Path) -> Callable[..., Law]:
    """Make a law of nothing but the documents whose texts are given: it is of a day on which no other is in force."""

    def make(*texts: str, unread: str = "stop", readings: Mapping[str, str] | None = None) -> Law:
        documents = []
        for index, text in enumerate(texts):
            path = tmp_path / f"{index}.toml"
            path.write_text(text, encoding="utf-8")
            documents.append(load_document(path))
        return law_on(date(1990, 1, 1), *documents, readings=readings, unread=unread)

    return make
