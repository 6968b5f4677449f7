"""A sentence is in one language: no Vietnamese words in what is told in English, and no English in Vietnamese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

import thidua
from tests.careers import careers
from thidua.model.citation import Citation
from thidua.model.dossier import Dossier
from thidua.wording.catalogue import speaker
from thidua.wording.explain import cited

PACKAGE = Path(thidua.__file__).parent
PROVINCE = Path(__file__).parents[1] / "docs" / "examples" / "bac-ninh-86-2025.toml"
DOCUMENTS = [*sorted((PACKAGE / "statutes").glob("*.toml")), PROVINCE]

NAMES = re.compile(r"“[^”]*”|\S*\d+/\S+|\b\w+-\w+\b|\bpoints? \w{1,2}(?:, \w{1,2})*(?: and \w{1,2})?\b|\bđồng\b")
"""What keeps its own form in any language: quotations, a document's number, ids, a point's letter, the money."""
ENGLISH = re.compile(
    r"\b(the|of|and|is|not|with|has|have|had|years?|award|by|for|from|known|missing|met|must|was|are|been|least|or)\b"
)


def vietnamese(text: str) -> list[str]:
    """Return the words of a text that carry a Vietnamese letter or tone."""
    words = re.findall(r"\w+", NAMES.sub(" ", text))
    return [
        word for word in words if word != "đ" and ("đ" in word.casefold() or unicodedata.normalize("NFD", word) != word)
    ]


def english(text: str) -> list[str]:
    """Return the commonest English words of a text, where they stand as words of their own."""
    return ENGLISH.findall(re.sub(r"“[^”]*”|\S*[.\[/=]\S*", " ", text))


def fields(value: Any, name: str) -> Iterator[str]:
    """Yield the text of every field of that name in a record and in what it is made of."""
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            item = getattr(value, field.name)
            if field.name == name and isinstance(item, str):
                yield item
            yield from fields(item, name)
    elif isinstance(value, tuple):
        for item in value:
            yield from fields(item, name)


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.stem)
class TestDocuments:
    """What a document's entries say in either language."""

    def test_glosses(self, file: Path) -> None:
        """What is said in English is English: “Article 66”, not “Điều 66”."""
        mixed = {gloss: vietnamese(gloss) for gloss in fields(thidua.load_document(file), "gloss")}

        assert {gloss: words for gloss, words in mixed.items() if words} == {}

    @pytest.mark.parametrize("name", ["label", "why"])
    def test_labels(self, file: Path, name: str) -> None:
        """What is said in Vietnamese is Vietnamese."""
        mixed = {label: english(label) for label in fields(thidua.load_document(file), name)}

        assert {label: words for label, words in mixed.items() if words} == {}

    def test_citations(self, file: Path) -> None:
        """An article is cited in English words; a place that its document tells in words of its own is quoted."""
        document, say = thidua.load_document(file), speaker("en")
        header = document.document
        told = {
            source: cited(Citation(header.id, source, header.standing, header.checked), say)
            for source in fields(tuple(document.entries()), "source")
        }

        assert {source: text for source, text in told.items() if vietnamese(text.removesuffix(header.id))} == {}


@pytest.mark.parametrize("dossier", careers(25, seed=31), ids=lambda dossier: dossier.subject.id)
def test_verdicts(dossier: Dossier) -> None:
    """Verdicts are told in one language, all the way down."""
    law = thidua.law_on(dossier.received or date(2025, 8, 1))
    for verdict in thidua.assess_all(dossier, law=law):
        assert [line for line in verdict.explain("en").splitlines() if vietnamese(line)] == []
        assert [line for line in verdict.explain("vi").splitlines() if english(line)] == []
