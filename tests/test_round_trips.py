"""What is dumped fits its JSON Schema and can be read again, to the last digit."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from tests.careers import careers
from thidua import strategies
from thidua.book.law import Law
from thidua.errors import InputError
from thidua.interchange import (
    load_ballot,
    load_decisions,
    load_document_json,
    load_dossier,
    load_indicators,
    load_results,
)
from thidua.interchange.schemas import VERSION, schemas
from thidua.model.decision import Ballot, Decision
from thidua.model.document import Document
from thidua.model.dossier import Dossier
from thidua.model.indicator import Indicator

PACKAGE = Path(thidua.__file__).parent
PROVINCE = Path(__file__).parents[1] / "docs" / "examples" / "bac-ninh-86-2025.toml"
DOCUMENTS = [*sorted((PACKAGE / "statutes").glob("*.toml")), PROVINCE]

DECREE = {
    "document": {
        "id": "1/2026/QĐ-UBND",
        "title": "Ví dụ",
        "kind": "decision",
        "issuer": "UBND tỉnh",
        "issued": "2026-01-05",
        "in_force": "2026-01-15",
        "standing": "verified",
        "checked": "2026-11-22",
    },
    "rate": [{"id": "3.1", "awards": ["lao-dong-tien-tien"], "at_most": 0.80, "base": "strength"}],
}


@cache
def validator(name: str) -> Any:
    """Return the validator of a checked-in schema."""
    schema = json.loads((PACKAGE / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)


def faults(name: str, text: str) -> list[str]:
    """Return what a schema has against a text of JSON."""
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(json.loads(text))]


class TestRecords:
    """Dossiers, decisions, votes, indicators and clusters' figures: dumped and read again they are the same."""

    @given(strategies.dossiers())
    def test_dossier(self, dossier: Dossier) -> None:
        """A dossier."""
        text = thidua.dump(dossier)

        assert faults("dossier", text) == []
        assert load_dossier(text) == dossier

    @given(st.lists(strategies.decisions(), max_size=3).map(tuple))
    def test_decisions(self, rows: tuple[Decision, ...]) -> None:
        """A batch of decisions."""
        text = thidua.dump(rows)

        assert faults("decisions", text) == []
        assert load_decisions(text) == rows

    @given(strategies.ballots())
    def test_ballot(self, ballot: Ballot) -> None:
        """A council's vote."""
        text = thidua.dump(ballot)

        assert faults("ballot", text) == []
        assert load_ballot(text) == ballot

    @given(st.lists(strategies.indicators(), max_size=3).map(tuple))
    def test_indicators(self, rows: tuple[Indicator, ...]) -> None:
        """Indicators, planned and reached."""
        text = thidua.dump(rows)

        assert faults("indicators", text) == []
        assert load_indicators(text) == rows

    @given(st.data())
    def test_results(self, data: st.DataObject) -> None:
        """A cluster's figures, and the document of the cluster itself."""
        document = data.draw(strategies.clusters())
        results = data.draw(strategies.cluster_results(document))

        assert faults("cluster-results", thidua.dump(results)) == []
        assert load_results(thidua.dump(results)) == results
        assert load_document_json(thidua.dump(document)) == document


class TestDocuments:
    """A legal document as JSON."""

    @pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.stem)
    def test_same(self, file: Path) -> None:
        """Every document of the book fits, and comes back with every digit as its file writes it."""
        document = thidua.load_document(file)
        text = thidua.dump(document)
        again = load_document_json(text)

        assert faults("document", text) == []
        assert again == document
        assert list(map(repr, again.entries())) == list(map(repr, document.entries()))

    def test_same_law(self) -> None:
        """A regulation laid over the law from JSON is the same law: its fingerprint says so."""
        document = thidua.load_document(PROVINCE)
        day = date(2026, 3, 2)
        again = load_document_json(thidua.dump(document))

        assert thidua.law_on(day, again).fingerprint == thidua.law_on(day, document).fingerprint

    def test_numbers(self) -> None:
        """A share may be a number of JSON, or exact text."""
        by_number = load_document_json(json.dumps(DECREE))
        by_text = load_document_json({**DECREE, "rate": [DECREE["rate"][0] | {"at_most": "0.8"}]})  # type: ignore[index,operator]  # a table of many kinds

        assert by_number == by_text
        assert str(by_number.rate[0].at_most) == "0.8"

    @pytest.mark.parametrize(
        ("old", "new", "path", "code"),
        [
            ('"awards"', '"award"', "rate '3.1'.award", "unknown-key"),
            ("0.8", "NaN", "rate '3.1'.at_most", "bad-value"),
            ("0.8", '"80%"', "rate '3.1'.at_most", "bad-value"),
            ("0.8", "null", "rate '3.1'.at_most", "null"),
            ('"base"', '"id": "3.2", "base"', "$.rate[0].id", "duplicate-key"),
            ("2026-01-15", "15/01/2026", "document.in_force", "bad-value"),
            ('"document": {', '"documents": {', "$.document", "missing"),
        ],
    )
    def test_refused(self, old: str, new: str, path: str, code: str) -> None:
        """What is wrong is told with its place."""
        text = json.dumps(DECREE, ensure_ascii=False)
        with pytest.raises(InputError) as caught:
            load_document_json(text.replace(old, new, 1))

        assert [(problem.path, problem.code) for problem in caught.value.problems][:1] == [(path, code)]

    @pytest.mark.parametrize("value", ["[]", '"x"', "3"])
    def test_no_table(self, value: str) -> None:
        """A document is a table."""
        with pytest.raises(InputError, match="expected a document"):
            load_document_json(value)


class TestVerdicts:
    """A verdict: what is dumped fits, and holds what it takes to ask again."""

    @pytest.mark.parametrize("dossier", careers(25, seed=9), ids=lambda dossier: dossier.subject.id)
    def test_asked_again(self, dossier: Dossier) -> None:
        """The law's day, its readings and the dossier give the same verdict, to the letter."""
        law = thidua.law_on(dossier.received or date(2025, 8, 1), readings={"consecutive-times": "anywhere"})
        for verdict in thidua.assess_all(dossier, law=law):
            text = thidua.dump(verdict)
            assert faults("verdict", text) == []

            said = json.loads(text)
            again = thidua.law_on(date.fromisoformat(said["law"]["day"]), readings=said["law"]["readings"])
            asked = thidua.assess(load_dossier(thidua.dump(dossier)), said["award"], law=again)
            assert again.fingerprint == said["law"]["fingerprint"]
            assert thidua.dump(asked) == text

    def test_law_of_ones_own(self) -> None:
        """A law that is not the plain one of its day says how it was made."""
        day = date(2026, 3, 2)
        laws = {
            (): thidua.law_on(day),
            ("unread",): thidua.law_on(day, unread="last-text"),
            ("local",): thidua.law_on(day, thidua.load_document(PROVINCE)),
        }

        assert {keys: told(law) for keys, law in laws.items()} == {
            (): {},
            ("unread",): {"unread": "last-text"},
            ("local",): {"local": ["86/2025/QĐ-UBND"]},
        }

    def test_refused(self) -> None:
        """A verdict with a fifth outcome, or without its law, is none."""
        dossier = load_dossier({"subject": {"kind": "individual"}, "year": 2024})
        said = json.loads(thidua.dump(thidua.assess(dossier, "LĐTT", law=thidua.law_on(date(2024, 12, 20)))))

        assert faults("verdict", json.dumps({**said, "outcome": "maybe"}))
        assert faults("verdict", json.dumps({key: said[key] for key in said if key != "law"}))
        assert faults("verdict", json.dumps({**said, "colour": "red"}))


def told(law: Law) -> dict[str, Any]:
    """Return what a dumped law says beside its day, its readings and its fingerprint."""
    said = json.loads(thidua.dump(law))
    return {key: said[key] for key in said if key not in {"day", "fingerprint", "horizon", "readings"}}


@pytest.mark.parametrize("name", sorted(schemas()))
def test_versions(name: str) -> None:
    """Every schema says its name and its version."""
    assert validator(name).schema["$id"] == f"urn:thidua:{name}:{VERSION}"


def test_document_of_json_is_of_no_file() -> None:
    """A document that came as a table names no file."""
    document = load_document_json(DECREE | {"rate": []})

    assert isinstance(document, Document)
    assert document.file == ""
