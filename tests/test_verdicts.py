"""The law, case by case: ``cases/*.toml`` says the rule, the record and the answer in plain words."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import thidua
from thidua import Outcome
from thidua.model.dossier import Dossier

CASES = Path(__file__).parent / "cases"


def _cases() -> list[Any]:
    found = []
    for file in sorted(CASES.glob("*.toml")):
        for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]:
            for day, answer in case["answers"].items():
                found.append(
                    pytest.param(file.stem, case, date.fromisoformat(day), answer, id=f"{case['says']} [{day}]")
                )
    return found


def _dated(value: Any, year: int) -> Any:
    """Put in the case's year: it writes ``Y``, ``Y-3``, ``Y-03-01``, or ``Y-30/09-01`` for a day of an earlier year."""
    if isinstance(value, dict):
        return {key: _dated(item, year) for key, item in value.items()}
    if isinstance(value, list):
        return [_dated(item, year) for item in value]
    if value == "still running":
        return None  # TOML has no null
    if isinstance(value, str) and re.fullmatch(r"Y(-\d+)?", value):
        return year + int(value[1:] or 0)
    if isinstance(value, str) and (earlier := re.fullmatch(r"Y(-\d+)/(\d\d-\d\d)", value)):
        return f"{year + int(earlier[1])}-{earlier[2]}"
    return re.sub(r"^Y(?=-\d\d-\d\d$)", str(year), value) if isinstance(value, str) else value


def dossier_of(kind: str, case: dict[str, Any], day: date) -> Dossier:
    """Make the complete dossier that a case speaks of: what it does not mention did not happen."""
    year = day.year
    subject: dict[str, Any] = {"kind": "individual", "tracks": ["civil-servant"]}
    if kind == "collectives":
        subject = {"kind": "collective", "body": "agency", "flag_eligible": True}
    subject |= case.get("subject", {})
    complete = {"known_from": year - 60, "received": day.isoformat()}
    start = {"founded" if subject["kind"] == "collective" else "joined": f"{year - 12}-01-01"}
    record = {"subject": subject, "year": year, **complete, **start}
    return thidua.load_dossier(record | _dated(case["dossier"], year))


@pytest.mark.parametrize(("kind", "case", "day", "answer"), _cases())
def test_case(kind: str, case: dict[str, Any], day: date, answer: str) -> None:
    """Each case of ``cases/`` is answered as the law of its day says, by the last text read where it says so."""
    law = thidua.law_on(day, unread=case.get("unread", "stop"))
    verdict = thidua.assess(dossier_of(kind, case, day), case["award"], law=law)

    said = {
        "yes": verdict.outcome >= Outcome.PENDING and verdict.on_facts is Outcome.MET,
        "no": verdict.outcome is Outcome.NOT_MET,
        "unknown": verdict.outcome is Outcome.UNKNOWN,
    }
    assert said[answer], verdict.explain("vi")
    if answer == "unknown" and "as_last_read" in case:
        assert verdict.as_last_read >= Outcome.PENDING
