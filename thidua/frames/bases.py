"""What no decision shows: the bases that a caller gives beside a table of decisions, as counts or as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import narwhals.stable.v2 as nw

from thidua.errors import InputError, Problem, worded
from thidua.frames.beside import UNITS
from thidua.frames.columns import NUMBER
from thidua.frames.decisions import Decided
from thidua.frames.naming import Rows, looked_up
from thidua.frames.opening import opened
from thidua.model.bounds import COUNT
from thidua.model.decision import BASES, Bases

KIND: Final = "base_kind"
"""Which base a cap's share is taken of; of rows that are to be given one."""
GIVEN: Final = "__thidua_given"
"""The base that the caller gave; none where none was given."""

_COLUMNS: Final = {kind: kind.replace("-", "_") for kind in BASES}
_MATCH: Final = "__thidua_match_{}"
_LEAST: Final = "__thidua_least_{}"


def kinds_given(bases: Any) -> set[str]:
    """Return the names by which bases were given, of all units or of one, or in columns."""
    if bases is None:
        return set()
    if not isinstance(bases, Mapping):
        frame = nw.from_native(bases, pass_through=True)
        columns = frame.collect_schema() if isinstance(frame, nw.DataFrame | nw.LazyFrame) else ()
        return {kind for kind, column in _COLUMNS.items() if column in columns}
    return {name for counts in (bases, *bases.values()) if isinstance(counts, Mapping) for name in counts} - {
        name for name, counts in bases.items() if isinstance(counts, Mapping)
    }


def with_bases(rows: Rows, bases: Any, table: Decided) -> Rows:
    """Add to rows the base that the caller gave for their group, in the column ``GIVEN``.

    Args:
        rows: with the columns ``table.keys``, ``year`` and ``KIND``.
        bases: counts by name, of all groups or of one; or a table of them; or None.
        table: the decisions that the rows were counted from.

    Raises:
        InputError: of a table of bases: it is none or has no base, or another engine holds it; a group twice, or a
            base that is no count, where its rows are at hand. Of counts: for one group by name, where several columns
            make a group.
    """
    if bases is None or isinstance(bases, Mapping):
        return rows.with_columns(_counted(bases or {}, table).alias(GIVEN))
    return _joined(rows, bases, table)


def _of_kind(values: dict[str, nw.Expr]) -> nw.Expr:
    found = nw.lit(None, dtype=nw.Int64)
    for kind, value in values.items():
        found = nw.when(nw.col(KIND) == kind).then(value).otherwise(found)
    return found


def _counted(bases: Bases, table: Decided) -> nw.Expr:
    groups = {name: counts for name, counts in bases.items() if isinstance(counts, Mapping)}
    if groups and len(table.keys) != 1:
        sentence = worded(
            "which of {names} is {group!r}? Give a table of bases",
            names=", ".join(table.by) or worded("no columns"),
            group=next(iter(groups)),
        )
        raise InputError.one("bases", "ambiguous", sentence)
    found: dict[str, nw.Expr] = {}
    for kind in BASES:
        every = bases.get(kind)
        for_all = nw.lit(every if isinstance(every, int) else None, dtype=nw.Int64)
        told = ((name, counts.get(kind)) for name, counts in groups.items())
        own = {name: count for name, count in told if isinstance(count, int)}
        if isinstance(every, int) and table.keys:  # of several units it may as well be the sum
            nobody = nw.col(table.keys[0]).is_null() if len(table.keys) == 1 else nw.lit(value=False)
            for_all = nw.when((nw.col(UNITS) <= 1) | nobody).then(for_all)
        found[kind] = nw.coalesce(_group_of(table, own), for_all) if own else for_all
    return _of_kind(found)


def _group_of(table: Decided, own: Mapping[str, int]) -> nw.Expr:
    return looked_up(nw.col(table.keys[0]).cast(nw.String), own, nw.Int64)


def _joined(rows: Rows, native: Any, table: Decided) -> Rows:
    given = opened(native, "bases", {**dict.fromkeys(_COLUMNS.values(), NUMBER), "year": NUMBER}, (), table.by)
    frame: Rows = given.frame
    kinds = tuple(column for column in _COLUMNS.values() if column in frame.collect_schema())
    if not kinds:
        raise InputError.one(
            "bases", "missing", worded("the table has none of the columns {names}", names=", ".join(_COLUMNS.values()))
        )
    if type(frame) is not type(rows) or frame.implementation != rows.implementation:
        sentence = worded("the table of bases and the decisions are held by two engines: give both to one")
        raise InputError.one("bases", "two-engines", sentence)
    pairs = list(zip(table.keys, table.by, strict=True))
    if "year" in frame.collect_schema():
        pairs.append(("year", "year"))
    schema = rows.collect_schema()
    matches = tuple(_MATCH.format(index) for index in range(len(pairs) or 1))
    frame = frame.with_columns(*_matching(((name, schema[key]) for key, name in pairs), matches))
    if given.eager:
        _checked(frame, kinds, matches)
    frame = frame.group_by(*matches).agg(
        *(nw.col(kind).max().alias(kind) for kind in kinds),
        *(nw.col(kind).min().alias(_LEAST.format(kind)) for kind in kinds),
    )
    # Of two rows on one group neither is believed more than the other.
    sure: dict[str, nw.Expr] = {
        kind: nw.when((nw.col(column) == nw.col(_LEAST.format(column))) & (nw.col(column) >= 0)).then(nw.col(column))
        for kind, column in _COLUMNS.items()
        if column in kinds
    }
    mine = rows.with_columns(*_matching(((key, schema[key]) for key, _ in pairs), matches))
    met = mine.join(frame, on=list(matches), how="left").with_columns(_of_kind(sure).alias(GIVEN))
    return met.select(*schema, GIVEN)


def _matching(columns: Iterable[tuple[str, Any]], matches: tuple[str, ...]) -> Iterable[nw.Expr]:
    """Say each cell as a text, a missing one too: in a join, nothing equals nothing."""
    nothing = nw.lit("-")
    made = [
        nw.when(nw.col(name).is_null())
        .then(nothing)
        .otherwise(nw.concat_str(nw.lit("+"), nw.col(name).cast(dtype).cast(nw.String)))
        for name, dtype in columns
    ]
    return (expression.alias(match) for expression, match in zip(made or [nothing], matches, strict=True))


def _checked(frame: Rows, kinds: tuple[str, ...], matches: tuple[str, ...]) -> None:
    here = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    problems = [
        Problem(f"bases[{index}].{kind}", "bad-value", worded("expected a count, got {value!r}", value=value))
        for kind in kinds
        for index, value in enumerate(here[kind].to_list())
        if value is not None and COUNT.fault(value)
    ]
    seen: dict[tuple[Any, ...], int] = {}
    for index, group in enumerate(here.select(*matches).iter_rows()):
        first = seen.setdefault(group, index)
        if first != index:
            problems.append(
                Problem(
                    f"bases[{index}]", "duplicate", worded("row {first} gives the bases of this group", first=first)
                )
            )
    if problems:
        raise InputError(problems)
