"""JSON Schemas made from the classes, so that editors complete and check what thidua reads.

``python -m thidua.interchange.schemas`` writes them anew into ``thidua/schema``; nothing at run time needs them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from thidua.book.law import Law
from thidua.interchange.schema_making import SIMPLE, Builder, Schema, prose
from thidua.merit.verdict import Caveat, ToAttest, Verdict
from thidua.model.citation import Citation, Standing
from thidua.model.decision import Ballot, Decision
from thidua.model.document import Document
from thidua.model.dossier import Dossier
from thidua.model.finding import Finding
from thidua.model.indicator import Indicator
from thidua.model.launchplan import LaunchPlan
from thidua.model.movement import Movement
from thidua.model.results import ClusterResults
from thidua.model.staff import Official, Section
from thidua.model.succession import Change

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
VERSION: Final = 1
"""Raised when what was valid no longer is, or a key goes or changes its meaning; a new optional key raises nothing."""


def schemas() -> dict[str, Schema]:
    """Return every schema by its file's name; its ``$id`` is of that name and :data:`VERSION`.

    >>> schemas()["dossier"]["$id"]
    'urn:thidua:dossier:1'
    """
    made = _inputs() | {"verdict": verdict_schema()}
    return {name: {"$schema": _DRAFT, "$id": f"urn:thidua:{name}:{VERSION}", **each} for name, each in made.items()}


def _inputs() -> dict[str, Schema]:
    return {
        "document": schema_of(Document, "A legal document: a file of the statute book"),
        "dossier": schema_of(Dossier, "A dossier: one subject's record for one achievement year"),
        "decisions": schema_of(tuple[Decision, ...], "A list of decisions"),
        "ballot": schema_of(Ballot, "A council's vote on one proposal"),
        "indicators": schema_of(tuple[Indicator, ...], "A list of indicators, planned and reached"),
        "launch": schema_of(LaunchPlan, "The launch of an emulation movement"),
        "movements": schema_of(tuple[Movement, ...], "A list of emulation movements"),
        "cluster-results": schema_of(ClusterResults, "The figures of a cluster's members in a year"),
        "sections": schema_of(tuple[Section, ...], "A list of organisations that do the work"),
        "succession": schema_of(tuple[Change, ...], "A list of what became of collectives"),
        "officials": schema_of(tuple[Official, ...], "A list of officials who do the work"),
    }


def schema_of(kind: Any, title: str) -> Schema:
    """Return the schema (draft 2020-12) of an attrs class, or of a list of one.

    >>> schema_of(Decision, "A decision")["$defs"]["Decision"]["required"]
    ['recipient']
    """
    builder = Builder(document=kind is Document)
    return {"title": title, **builder.of(kind), "$defs": builder.found}


def verdict_schema() -> Schema:
    """Return the schema of what ``dump`` writes of a verdict."""
    builder = Builder(document=False)
    outcome: Schema = {"enum": ["met", "pending", "unknown", "not-met"]}
    paths = {"type": "array", "items": {"type": "string"}}
    findings: Schema = {"type": "array", "items": {"$ref": "#/$defs/Finding"}}
    found = _object(
        Finding,
        {
            "code": {"type": "string", "description": "The clause, rule or check that speaks."},
            "outcome": outcome,
            "on_facts": outcome | {"description": "The outcome with every judgement taken as given."},
            "citation": builder.of(Citation),
            "have": {"description": "What the record shows: a value, or the records that were counted."},
            "need": {"description": "What the law asks, by the keys of a document's clauses."},
            "missing": paths | {"description": "Facts of the dossier that would settle it."},
            "children": findings,
        },
        3,
    )
    law = _object(
        Law,
        {
            "day": SIMPLE[date],
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{12}$"},
            "horizon": SIMPLE[date],
            "readings": builder.of(Mapping[str, str]),
            "unread": {"const": "last-text", "description": "The law was asked to go by the last text that was read."},
            "local": paths | {"description": "Documents that were laid over the law."},
        },
        3,
    )
    verdict = _object(
        Verdict,
        {
            "outcome": outcome,
            "on_facts": outcome,
            "as_last_read": outcome | {"description": "The outcome by the last text that was read."},
            "award": {"type": "string", "description": "The award's id."},
            "findings": {"$ref": "#/$defs/Finding"},
            "standing": builder.of(Standing),
            "law": law,
            "reason": {"type": "string", "description": "The clause that holds the best route back."},
            "missing": paths,
            "to_attest": builder.of(tuple[ToAttest, ...]),
            "caveats": builder.of(tuple[Caveat, ...]),
        },
        7,
    )
    return {"title": "A verdict, as dump writes it", **verdict, "$defs": builder.found | {"Finding": found}}


def _object(kind: type, keys: Schema, needed: int) -> Schema:
    """Return the schema of an answer that is written key by key; the first ``needed`` are always there."""
    shape = {"properties": keys, "required": [*keys][:needed], "additionalProperties": False}
    return {"type": "object", "description": prose(kind), **shape}


def main() -> None:
    """Write every schema into the package's folder."""
    folder = Path(__file__).parents[1] / "schema"
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=2)
        (folder / f"{name}.schema.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
