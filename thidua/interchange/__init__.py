"""How facts and answers travel: JSON in, strict and with every fault's path; JSON out."""

from __future__ import annotations

from thidua.interchange.dumping import dump
from thidua.interchange.loading import (
    Input,
    load,
    load_decisions,
    load_dossier,
    load_dossiers,
    load_movements,
    load_officials,
    load_sections,
)

__all__ = [
    "Input",
    "dump",
    "load",
    "load_decisions",
    "load_dossier",
    "load_dossiers",
    "load_movements",
    "load_officials",
    "load_sections",
]
