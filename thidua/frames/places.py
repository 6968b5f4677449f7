"""From the path of a fault in a dossier to the cell of the table that says it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from thidua.errors import Problem, worded
from thidua.exact import step
from thidua.frames.columns import KINDS
from thidua.frames.gathering import APART, Fault, Gathered, named
from thidua.frames.shapes import LISTS, PERIOD, keys

_KINDS: Final = {listed: kind for kind, (listed, _) in LISTS.items()}
_PERIODS: Final = {key: column for column, key in PERIOD.items()}
_RECORD: Final = re.compile(r"\$\.(\w+)\[(\d+)\](?:\.(\w+))?(?:\[(\d+)\])?(?:\.(\w+))?")
_PROPOSAL: Final = re.compile(r"\$(?:\.(\w+))?(?:\.(\w+))?")
_OF_SUBJECT: Final = {"id": "subject", "tracks": "track"}
_OF_MEMBERS: Final = {"": "members_total", "worst_discipline": "worst_discipline"}


def fault_of(problem: Problem, place: int, row: Mapping[str, Any], gathered: Gathered) -> Fault:
    """Return a problem of a dossier as a fault of the cell that said it.

    Args:
        problem: its path is one in the dossier.
        place: the dossier's row in the cohort.
        row: what that row says.
        gathered: what the records tell of its subject.
    """
    told = re.match(_RECORD, problem.path)
    if told and told[1] in gathered.rows:
        return _of_record(problem, told, gathered)
    for path, name, number in _apart(row, gathered):
        if path == problem.path:
            column = "term" if problem.code in ("unknown-award", "duplicate-key") else name
            return "records", number, column, problem.code, problem.sentence
    column, sentence = _column(problem.path, row), problem.sentence
    if problem.code == "missing":
        members = worded("the row tells of members: say how many there are, or empty the other columns of members")
        sentence = members if column == "members_total" else worded("every proposal must say it: fill it in")
    elif column == "track":
        sentence = worded("several tracks are parted by blanks, and {sentence}", sentence=sentence)
    return "cohort", place, column, problem.code, sentence


def _of_record(problem: Problem, told: re.Match[str], gathered: Gathered) -> Fault:
    listed, index, key, inner, part = told[1], int(told[2]), told[3], told[4], told[5]
    kind, number = _KINDS[listed], gathered.rows[listed][index]
    sentence = problem.sentence
    if problem.code == "missing":
        period = worded("a period is said with both its years: fill this one in, or empty the other")
        sentence = (
            period
            if key == "period"
            else worded("a row of kind {kind} must say it: fill it in, or drop the row", kind=kind)
        )
    if key == "grounds":
        return "records", gathered.grounds[index][int(inner or 0)], "id", problem.code, sentence
    if key == "period":
        return "records", number, _PERIODS.get(part, "period_since"), problem.code, sentence
    column = next((column for column, name in keys(kind).items() if name == key), key or "")
    return "records", number, column, problem.code, sentence


def _apart(row: Mapping[str, Any], gathered: Gathered) -> Iterator[tuple[str, str, int]]:
    """Yield the paths of what stands apart from the lists, with the column of its value and its row."""
    for meant in (str, named):  # a fault of one name's row is not that of another name's, though they mean one award
        for kind, listed in APART.items():
            for term, (_, number) in gathered.apart.get((kind, row["year"]), {}).items():
                name = meant(term)
                yield f"$.{listed}{step(name)}", KINDS[kind][-1], number
                yield f"$.{listed}.{name}", KINDS[kind][-1], number


def _column(path: str, row: Mapping[str, Any]) -> str:
    """Return the column of the cohort that a path is about; none of them where it is about the whole."""
    found = re.match(_PROPOSAL, path)
    whole, part = (found[1] or "", found[2] or "") if found else ("", "")
    if whole == "subject":
        return _OF_SUBJECT.get(part, part or "kind")
    if whole == "members":
        return _OF_MEMBERS.get(part, f"members_{part}")
    if whole == "known_from" and row.get(f"known_from_{part}") is not None:
        return f"known_from_{part}"
    return whole
