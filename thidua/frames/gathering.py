"""The facts of one subject, gathered from its rows into the plain values that a dossier is read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs
import narwhals.stable.v2 as nw

from thidua.book.catalogue import catalogue
from thidua.errors import Worded, worded
from thidua.frames.columns import KINDS, RECORDS, REQUIRED
from thidua.frames.opening import ROW, opened
from thidua.frames.shapes import LISTS, PERIOD, keys
from thidua.model.dossier import LISTS as KNOWN
from thidua.text import did_you_mean

Fault: TypeAlias = tuple[str, int, str, str, Worded]
"""A table, its row, the column ("" for the row itself), a code and a sentence: what becomes a problem."""

APART: Final = MappingProxyType({"holder": "holders", "attested": "attested"})
"""Kinds of row that speak of one proposal's year, not of the whole record, and the table of a dossier they fill."""

_OWN: Final = ("year", "received", "commendation", "award", "joined", "founded")
_OF_SUBJECT: Final = ("kind", "sex", "body", "force", "flag_eligible", "martyr")
_OF_MEMBERS: Final = {
    "members_total": "total",
    "members_completed": "completed",
    "members_advanced": "advanced",
    "worst_discipline": "worst_discipline",
}


@attrs.define(eq=False)
class Gathered:
    """What the records tell of one subject.

    Attributes:
        facts: the lists of a dossier.
        rows: the row of the table that each fact in them stands in.
        grounds: the row of each initiative that an award used, by the award's place in its list.
        apart: of each kind and year that speak of one proposal: term, value and row.
    """

    facts: dict[str, list[dict[str, Any]]] = attrs.field(factory=dict)
    rows: dict[str, list[int]] = attrs.field(factory=dict)
    grounds: dict[int, list[int]] = attrs.field(factory=dict)
    apart: dict[tuple[str, int], dict[str, tuple[Any, int]]] = attrs.field(factory=dict)

    def add(self, listed: str, fact: dict[str, Any], row: int) -> None:
        """Add a fact to the end of a list."""
        self.facts.setdefault(listed, []).append(fact)
        self.rows.setdefault(listed, []).append(row)


def proposal(row: Mapping[str, Any], gathered: Gathered) -> dict[str, Any]:
    """Return the plain value of the dossier that a row of the cohort proposes."""
    said = {name: cell for name, cell in row.items() if cell is not None}
    value: dict[str, Any] = {name: said[name] for name in _OWN if name in said}
    value["subject"] = {name: said[name] for name in _OF_SUBJECT if name in said}
    if "subject" in said:
        value["subject"]["id"] = str(said["subject"])
    if "track" in said:
        value["subject"]["tracks"] = said["track"].split()
    known = {name: said[f"known_from_{name}"] for name in KNOWN if f"known_from_{name}" in said}
    whole = said.get("known_from")
    if known or whole is not None:
        rest = {} if whole is None else dict.fromkeys(KNOWN, whole)
        value["known_from"] = rest | known if known else whole
    members = {key: said[name] for name, key in _OF_MEMBERS.items() if name in said}
    if members:
        value["members"] = members
    for kind, key in APART.items():
        told = gathered.apart.get((kind, said.get("year", 0)))
        if told:
            value[key] = {term: item for term, (item, _) in told.items()}
    return value | gathered.facts


def rows_of(table: nw.DataFrame[Any], columns: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """Yield the cells of these columns, row by row; a column that is not there is nothing but gaps."""
    gaps = [None] * len(table)
    return zip(*(table[name].to_list() if name in table.columns else gaps for name in columns), strict=True)


def collected(native: Any, name: str, columns: Mapping[str, str]) -> nw.DataFrame[Any]:
    """Open a table, with all its rows at hand and numbered.

    Raises:
        InputError: as of :func:`thidua.frames.opening.opened`.
    """
    frame = opened(native, name, columns, REQUIRED[name]).frame
    table = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    return table if ROW in table.columns else table.with_row_index(ROW)


def gather(native: Any, subjects: Mapping[str, Gathered]) -> Iterator[Fault]:
    """Gather the facts of these subjects from the records, and yield what is wrong with single rows.

    Rows of other subjects are left alone: they are somebody else's.
    """
    records = collected(native, "records", RECORDS)
    parts = {kind: records.filter(nw.col("kind") == kind) for kind in KINDS}
    if sum(map(len, parts.values())) < len(records):
        yield from _astray(records.filter(nw.col("kind").is_null() | ~nw.col("kind").is_in([*KINDS])), subjects)
    nobody = records.filter(nw.col("subject").is_null())
    for (row,) in rows_of(nobody, (ROW,)):
        yield (
            "records",
            row,
            "subject",
            "missing",
            worded("the row does not say whose it is: fill it in, or drop the row"),
        )
    for kind in LISTS:
        _fill(kind, parts[kind], subjects)
    yield from _ground(parts["ground"], subjects)
    for kind in APART:
        yield from _stand_apart(kind, parts[kind], subjects)


def _astray(part: nw.DataFrame[Any], subjects: Mapping[str, Gathered]) -> Iterator[Fault]:
    known = tuple(KINDS)
    for row, subject, kind in rows_of(part, (ROW, "subject", "kind")):
        if str(subject) in subjects:
            hint = did_you_mean(kind, known) or worded("; one of {names}", names=", ".join(known))
            code = "missing" if kind is None else "bad-value"
            told = (
                worded("the row does not say what it tells")
                if kind is None
                else worded("{kind!r} is no kind of row", kind=kind)
            )
            yield "records", row, "kind", code, worded("{told}{hint}", told=told, hint=hint)


def _fill(kind: str, part: nw.DataFrame[Any], subjects: Mapping[str, Gathered]) -> None:
    """Put the rows of one kind into the list that they fill."""
    listed = LISTS[kind][0]
    own = keys(kind)
    names, ends = tuple(own.values()), "until" in KINDS[kind]
    columns = (ROW, "subject", *(("until", "running") if ends else PERIOD), *own)
    for row, subject, first, second, *cells in rows_of(part, columns):
        gathered = subjects.get(str(subject))
        if gathered is None:
            continue
        fact = {name: cell for name, cell in zip(names, cells, strict=True) if cell is not None}
        if ends and (first is not None or second):
            fact["until"] = first
        elif not ends and kind == "award" and (first is not None or second is not None):
            period = zip(PERIOD.values(), (first, second), strict=True)
            fact["period"] = {name: cell for name, cell in period if cell is not None}
        gathered.add(listed, fact, row)


def _ground(part: nw.DataFrame[Any], subjects: Mapping[str, Gathered]) -> Iterator[Fault]:
    """Give awards the initiatives that they used: of awards told alike, to the last one told before."""
    for row, subject, used, *said in rows_of(part, (ROW, "subject", "id", "term", "year", "decided_on", "revoked_on")):
        gathered = subjects.get(str(subject))
        if gathered is None:
            continue
        if used is None:
            yield (
                "records",
                row,
                "id",
                "missing",
                worded("the row does not say which initiative the award used: fill it in"),
            )
            continue
        wanted = _award_of(*said)
        alike = [
            place
            for place, fact in enumerate(gathered.facts.get("awards", ()))
            if _award_of(*map(fact.get, ("award", "year", "decided_on", "revoked_on"))) == wanted
        ]
        if not alike:
            sentence = worded(
                "no row of kind award tells of this award, with the same year and days:"
                " add it, or write both rows alike"
            )
            yield "records", row, "term", "no-award", sentence
            continue
        before = [place for place in alike if gathered.rows["awards"][place] < row]
        place = before[-1] if before else alike[0]
        gathered.facts["awards"][place].setdefault("grounds", []).append(used)
        gathered.grounds.setdefault(place, []).append(row)


def _award_of(term: str | None, *said: Any) -> tuple[Any, ...]:
    """Return what tells an award from others, by whatever name it is called."""
    return named(term), *said


def named(term: str | None) -> str | None:
    """Return the id of the award that a name means; a name of none stays as it is."""
    found = catalogue().find(term) if term else None
    return found.id if found else term


def _stand_apart(kind: str, part: nw.DataFrame[Any], subjects: Mapping[str, Gathered]) -> Iterator[Fault]:
    """Keep what is told of one proposal's year."""
    columns = KINDS[kind]
    for row, subject, *cells in rows_of(part, (ROW, "subject", *columns)):
        gathered = subjects.get(str(subject))
        if gathered is None:
            continue
        if None in cells:
            gap = columns[cells.index(None)]
            yield (
                "records",
                row,
                gap,
                "missing",
                worded("a row of kind {kind} must say it: fill it in, or drop the row", kind=kind),
            )
            continue
        term, year, value = cells
        said = gathered.apart.setdefault((kind, year), {})
        if term in said:
            sentence = worded(
                "records[{row}] tells of {term!r} already: keep one of the two rows", row=said[term][1], term=term
            )
            yield "records", row, "term", "duplicate-key", sentence
        else:
            said[term] = value, row
