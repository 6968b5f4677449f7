"""A dossier told in rows: one of the cohort, and one of the records for each fact."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter
from typing import Any, Final, Literal, TypeAlias

import narwhals.stable.v2 as nw

from thidua.frames.columns import COHORT, DAY, KINDS, NUMBER, RECORDS, TRUTH
from thidua.frames.opening import ROW
from thidua.frames.shapes import LISTS, keys
from thidua.model.dossier import LISTS as KNOWN
from thidua.model.dossier import Dossier
from thidua.model.facts import NOT_SAID, Interval

Row: TypeAlias = tuple[Any, ...]
Maker: TypeAlias = Literal["polars", "pyarrow"]
"""What the tables are made with; those of pandas are made of Arrow's."""

_TYPES: Final = {NUMBER: nw.Int64(), DAY: nw.Date(), TRUTH: nw.Boolean()}

_of_subject = attrgetter("sex", "body", "force", "flag_eligible", "martyr")
_of_members = attrgetter("total", "completed", "advanced", "worst_discipline")
_of_ground = attrgetter("award", "year", "decided_on", "revoked_on")


def _read(kind: str) -> tuple[str, Any, tuple[str, ...]]:
    """Return the list of a kind's records, what reads the cells of one, and the names of these cells."""
    cells = keys(kind)
    if "until" in KINDS[kind]:
        cells["until"] = "until"
    if kind == "award":
        cells["period"] = "period"
    return LISTS[kind][0], attrgetter(*cells.values()), tuple(cells)


_READ: Final = {kind: _read(kind) for kind in LISTS}
_CELLS: Final = {kind: _READ[kind][2] if kind in _READ else KINDS[kind] for kind in KINDS}


class Told:
    """Dossiers told in rows, until there are tables of them."""

    def __init__(self) -> None:
        self.cohort: list[Row] = []
        self.records: dict[str, list[Row]] = {kind: [] for kind in KINDS}

    def tell(self, name: str, dossier: Dossier) -> None:
        """Add a dossier under a name: what is said of one subject stands together."""
        self.cohort.append(_proposal(name, dossier))
        place = sum(map(len, self.records.values()))
        for kind, (listed, cells, _) in _READ.items():
            rows = self.records[kind]
            for record in getattr(dossier, listed):
                rows.append((place, name, *cells(record)))
                place += 1
                if kind == "award" and record.grounds:
                    term, year, decided, revoked = _of_ground(record)
                    told = [(name, term, year, used, decided, revoked) for used in record.grounds]
                    self.records["ground"] += [(place + index, *row) for index, row in enumerate(told)]
                    place += len(told)
        for kind, said in (("holder", dossier.holders), ("attested", dossier.attested)):
            self.records[kind] += [
                (place + index, name, term, dossier.year, value) for index, (term, value) in enumerate(said.items())
            ]
            place += len(said)

    def tables(self, backend: Maker) -> tuple[Any, Any]:
        """Return the two tables, of that library."""
        cohort = _frame(dict(zip(COHORT, _turned(self.cohort, len(COHORT)), strict=True)), COHORT, backend)
        parts = [_frame({name: [] for name in (ROW, *RECORDS)}, RECORDS, backend)]
        parts += [_frame(_cells(kind, rows), RECORDS, backend) for kind, rows in self.records.items() if rows]
        return cohort, nw.concat(parts, how="diagonal").sort(ROW).drop(ROW)


def _proposal(name: str, dossier: Dossier) -> Row:
    """Return the row of the cohort that a dossier is."""
    subject, known = dossier.subject, dossier.known_from
    each: Mapping[str, int] = known if isinstance(known, Mapping) else {}
    return (
        name,
        subject.kind,
        dossier.year,
        dossier.received,
        dossier.commendation,
        dossier.award,
        " ".join(subject.tracks) or None,
        *_of_subject(subject),
        dossier.joined,
        dossier.founded,
        known if isinstance(known, int) else None,
        *map(each.get, KNOWN),
        *((None,) * 4 if dossier.members is None else _of_members(dossier.members)),
    )


def _turned(rows: list[Row], width: int) -> Iterable[list[Any]]:
    """Turn rows into columns."""
    return map(list, zip(*rows, strict=True)) if rows else ([] for _ in range(width))


def _cells(kind: str, rows: list[Row]) -> dict[str, list[Any]]:
    """Return the columns of one kind, with what one fact of a dossier says in two of them."""
    found = dict(zip((ROW, "subject", *_CELLS[kind]), _turned(rows, 0), strict=True))
    found["kind"] = [kind] * len(rows)
    if "running" in KINDS[kind]:
        ends: list[date | None] = found["until"]
        found["until"] = [None if end == NOT_SAID else end for end in ends]
        found["running"] = [end is None if end in (None, NOT_SAID) else None for end in ends]
    if kind == "award":
        periods: list[Interval | None] = found.pop("period")
        found["period_since"] = [period and period.since for period in periods]
        found["period_until"] = [period and period.until for period in periods]
    return found


def _frame(columns: dict[str, list[Any]], known: Mapping[str, str], backend: Maker) -> nw.DataFrame[Any]:
    types = {name: nw.Int64() if name == ROW else _TYPES.get(known[name], nw.String()) for name in columns}
    return nw.from_dict(columns, schema=types, backend=backend)
