"""What offices have, as rows of cells: CSV and Excel files, mappings, dataframes. No cell is read yet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from math import isnan
from pathlib import Path
from typing import Any, Final, TypeAlias

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.exact import show
from thidua.interchange.jsontext import contents

Source: TypeAlias = str | Path | Iterable[Mapping[str, Any]] | Any
"""A path to a ``.csv`` or ``.xlsx`` file, rows as mappings, or a dataframe of any kind that narwhals knows."""

FILES: Final = (".csv", ".xlsx")
_SEPARATORS: Final = (",", ";", "\t")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


@attrs.frozen
class Line:
    """A row of cells, with its number as the office sees it."""

    number: int
    cells: tuple[Any, ...]


@attrs.frozen(kw_only=True)
class Wide:
    """A cell merged over columns: rows as the sheet numbers them, columns counted from 0, and what it is called."""

    top: int
    bottom: int
    left: int
    right: int
    name: str


@attrs.frozen(kw_only=True)
class Sheet:
    """The rows of a source, from the first.

    Attributes:
        headed: whether the first row is the header for certain.
        merged: what a merged cell shows in the rows below its first, by row number and place: the number of that first
            row, and its value.
        wide: the cells merged over several columns.
        hidden_rows, hidden_columns: what the office does not see of it: numbers of rows, places of columns from 0.
        fault: what is wrong below these rows, where the rest could not be read.
    """

    lines: tuple[Line, ...]
    source: str | None = None
    headed: bool = False
    merged: Mapping[tuple[int, int], tuple[int, Any]] = attrs.field(factory=dict)
    wide: tuple[Wide, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    fault: InputError | None = None


class NoValue:
    """A formula that no program has computed: its cell shows nothing."""

    def __str__(self) -> str:
        return "="


def opened(source: Source, sheet: str | None) -> tuple[Sheet, ...]:
    """Return a source as rows of cells: of a CSV file, once for each separator that it may have.

    Raises:
        InputError: it is none of these, cannot be read, or has several sheets of which none is named.
    """
    path = Path(source) if isinstance(source, str | Path) else None
    kind = path.suffix.lower() if path else ""
    if path and kind == ".xlsx":
        return (import_module("thidua.interchange.excel").opened(path, sheet),)
    if sheet is not None:
        raise InputError.one(
            "sheet", "bad-value", worded("only an .xlsx file has sheets: leave {sheet!r} out", sheet=sheet)
        )
    if path and kind == ".csv":
        return tuple(_separated(_text(path), path.name))
    if path:
        sentence = worded("expected a .csv or .xlsx file, got {name!r}; save it as one of these", name=path.name)
        raise InputError.one("$", "unrecognised", sentence, source=path.name)
    return (_table(source) or _mappings(source),)


def _text(path: Path) -> str:
    found = contents(path)
    try:
        return found.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = "UTF-16" if found.startswith(_UTF_16) else worded("not UTF-8 at byte {start}", start=error.start)
        sentence = worded(
            "{what}; save it as “CSV UTF-8”. Text in windows-1258, TCVN3 or VNI has to be converted to Unicode first: "
            "which of them it is cannot be told from the bytes",
            what=what,
        )
        raise InputError.one("$", "not-utf-8", sentence, source=path.name) from error


def _separated(text: str, source: str) -> Iterator[Sheet]:
    for separator in _SEPARATORS:
        rows: list[tuple[str, ...]] = []
        fault = None
        try:
            rows.extend(map(tuple, csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)))
        except csv.Error as error:
            fault = InputError.one(
                "$", "not-csv", worded("row {row}: {what}", row=len(rows) + 1, what=_quotes(error)), source=source
            )
        lines = tuple(Line(number, row) for number, row in enumerate(rows, 1))
        yield Sheet(lines=lines, source=source, fault=fault)


def _quotes(error: csv.Error) -> str:
    if "end of data" in str(error):
        return worded(
            'a quotation mark is opened there and never closed; close it, or write "" for a mark within a cell'
        )
    return worded(
        '{error}: text stands behind a closing quotation mark; write "" for a mark within a cell', error=str(error)
    )


def _mappings(source: Any) -> Sheet:
    wanted = worded(
        "expected a path, rows as mappings, or a dataframe (which narwhals opens: pip install 'thidua[frames]')"
    )
    if not isinstance(source, Iterable) or isinstance(source, Mapping | bytes):
        raise InputError.one("$", "bad-value", worded("{wanted}, got {source}", wanted=wanted, source=show(source)))
    rows = list(source)
    problems = [
        Problem(f"$[{index}]", "bad-value", worded("{wanted}, got {row} among the rows", wanted=wanted, row=show(row)))
        for index, row in enumerate(rows)
        if not isinstance(row, Mapping)
    ]
    if problems:
        raise InputError(problems)
    headers = tuple(dict.fromkeys(key for row in rows for key in row))
    lines = (Line(number, tuple(row.get(key) for key in headers)) for number, row in enumerate(rows, 1))
    return Sheet(lines=(Line(0, headers), *lines), headed=True)


def _table(source: Any) -> Sheet | None:
    """Return the rows of a dataframe; None of anything else, or where narwhals is not installed."""
    if isinstance(source, list | tuple | Iterator):
        return None
    try:
        nw = import_module("narwhals.stable.v2")
    except ImportError:
        return None
    try:
        frame = nw.from_native(source, pass_through=True)
        if isinstance(frame, nw.LazyFrame):
            frame = frame.collect()
    except import_module("narwhals.exceptions").DuplicateError as error:
        raise InputError.one("columns", "twice", worded("two columns of one name: {error}", error=str(error))) from None
    if not isinstance(frame, nw.DataFrame):
        return None
    cells = [[None if no else cell for no, cell in _gaps(frame[name])] for name in frame.columns]
    lines = (Line(number, row) for number, row in enumerate(zip(*cells, strict=True), 1))
    return Sheet(lines=(Line(0, tuple(frame.columns)), *lines), headed=True)


def _gaps(column: Any) -> Iterator[tuple[bool, Any]]:
    """Yield each cell with whether it is a gap: every engine has its own sign for one."""
    for missing, cell in zip(column.is_null().to_list(), column.to_list(), strict=True):
        yield missing or (isinstance(cell, float) and isnan(cell)), cell
