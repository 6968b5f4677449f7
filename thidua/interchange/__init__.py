"""How facts and answers travel: JSON in, strict, with every fault's path; offices' sheets in, forgiving; JSON out."""

from __future__ import annotations

from thidua.interchange.documents import load_document_json
from thidua.interchange.dumping import dump
from thidua.interchange.launched import indicators_of
from thidua.interchange.loading import (
    Input,
    load,
    load_ballot,
    load_claims,
    load_decisions,
    load_dossier,
    load_dossiers,
    load_indicators,
    load_launch,
    load_movements,
    load_officials,
    load_results,
    load_sections,
)
from thidua.interchange.offices import Reading, read_decisions
from thidua.interchange.succession import load_succession

__all__ = [
    "Input",
    "Reading",
    "dump",
    "indicators_of",
    "load",
    "load_ballot",
    "load_claims",
    "load_decisions",
    "load_document_json",
    "load_dossier",
    "load_dossiers",
    "load_indicators",
    "load_launch",
    "load_movements",
    "load_officials",
    "load_results",
    "load_sections",
    "load_succession",
    "read_decisions",
]
