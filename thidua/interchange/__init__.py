"""How facts and answers travel: JSON in, strict and with every fault's path; JSON out."""

from __future__ import annotations

from thidua.interchange.dumping import dump
from thidua.interchange.loading import Input, load, load_claims, load_decisions, load_dossier, load_dossiers

__all__ = ["Input", "dump", "load", "load_claims", "load_decisions", "load_dossier", "load_dossiers"]
