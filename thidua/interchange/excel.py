"""An Excel file as rows of cells, as the office sees them: openpyxl reads it, and is imported here alone."""

from __future__ import annotations

import io
from importlib import import_module
from pathlib import Path
from typing import Any

from thidua.errors import InputError, listed, worded
from thidua.interchange.jsontext import contents
from thidua.interchange.sheets import Line, NoValue, Sheet, Wide
from thidua.text import did_you_mean, fold


def opened(path: Path, wanted: str | None) -> Sheet:
    """Return a sheet of an ``.xlsx`` file: the one named, or the only one that is shown and not empty.

    Raises:
        InputError: openpyxl is not installed, it is no such file, or which sheet is meant is not said.
    """
    try:
        load = import_module("openpyxl").load_workbook
    except ImportError:
        sentence = worded("an .xlsx file is read by openpyxl, which is not installed: pip install 'thidua[office]'")
        raise InputError.one("$", "not-installed", sentence, source=path.name) from None
    bytes_ = contents(path)
    written = _picked(_loaded(load, bytes_, path), wanted, path)
    formulas = [cell for row in written.iter_rows() for cell in row if cell.data_type == "f"]
    computed = {}
    if formulas:  # what a formula last showed stands beside it in the file; openpyxl gives either the one or the other
        shown = _loaded(load, bytes_, path, data_only=True)[written.title]
        for cell in formulas:
            value = shown.cell(cell.row, cell.column).value
            computed[cell.row, cell.column] = NoValue() if value is None else value
    lines = tuple(
        Line(number, tuple(computed.get((number, place), cell.value) for place, cell in enumerate(row, 1)))
        for number, row in enumerate(written.iter_rows(), 1)
    )
    merged = {
        (number, area.min_col - 1): (area.min_row, lines[area.min_row - 1].cells[area.min_col - 1])
        for area in written.merged_cells.ranges
        for number in range(area.min_row + 1, area.max_row + 1)
    }
    wide = tuple(
        Wide(top=area.min_row, bottom=area.max_row, left=area.min_col - 1, right=area.max_col - 1, name=area.coord)
        for area in written.merged_cells.ranges
        if area.max_col > area.min_col
    )
    return Sheet(
        lines=lines,
        source=path.name,
        merged=merged,
        wide=wide,
        hidden_rows=frozenset(number for number, row in written.row_dimensions.items() if row.hidden),
        hidden_columns=frozenset(
            place - 1
            for column in written.column_dimensions.values()
            if column.hidden
            for place in range(column.min, column.max + 1)
        ),
    )


def _loaded(load: Any, found: bytes, path: Path, *, data_only: bool = False) -> Any:
    try:
        return load(io.BytesIO(found), data_only=data_only)
    except Exception as error:  # a damaged file raises whatever the part that was read raises
        sentence = worded(
            "openpyxl cannot read it as an .xlsx file ({kind}); open it in Excel and save it anew",
            kind=type(error).__name__,
        )
        raise InputError.one("$", "not-xlsx", sentence, source=path.name) from error


def _picked(book: Any, wanted: str | None, path: Path) -> Any:
    sheets = {sheet.title: sheet for sheet in book.worksheets}
    names = listed(sheets)
    if wanted is not None:
        found = [sheet for name, sheet in sheets.items() if name == wanted]
        found = found or [sheet for name, sheet in sheets.items() if fold(name) == fold(wanted)]
        if len(found) != 1:
            hint = did_you_mean(wanted, tuple(sheets))
            raise InputError.one(
                "sheet",
                "unknown-sheet",
                worded("no sheet {wanted!r}{hint}; it has {names}", wanted=wanted, hint=hint, names=names),
                source=path.name,
            )
        return found[0]
    full = [sheet for sheet in sheets.values() if sheet.sheet_state == "visible" and _any(sheet)]
    if len(full) != 1:
        what = worded("several sheets") if full else worded("no sheet with anything on it that is not hidden")
        raise InputError.one(
            "sheet",
            "which-sheet",
            worded("{what}; name one with sheet=…: {names}", what=what, names=names),
            source=path.name,
        )
    return full[0]


def _any(sheet: Any) -> bool:
    return any(cell is not None for row in sheet.iter_rows(values_only=True) for cell in row)
