"""Headers of several rows or columns: each column needs one header of its own, or it would be read by half."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.errors import InputError, worded
from thidua.interchange.cells import said
from thidua.interchange.headers import known
from thidua.interchange.sheets import Line, Sheet


def refuse_two_rows(sheet: Sheet, place: int) -> None:
    """Refuse a sheet whose header does not stand in one row with one cell for each column.

    Raises:
        InputError: a header that is read is merged over columns that both say something; or a row beside the header
            heads columns that the header leaves without a name. It names the cells.
    """
    cells = next(_faults(sheet, place), None)
    if cells:
        sentence = worded(
            "the header is not in one row: {cells}; give each column a header of its own in one row, unmerge it, and "
            "leave no second row of headers",
            cells=cells,
        )
        raise InputError.one("$", "header-in-parts", sentence, source=sheet.source)


def _faults(sheet: Sheet, place: int) -> Iterator[str]:
    header, below = sheet.lines[place], sheet.lines[place + 1 :]
    for area in sheet.wide:
        label = header.cells[area.left] if area.top <= header.number <= area.bottom else None
        if known(label) not in (None, "kept") and any(
            said(cell) for line in below for cell in line.cells[area.left + 1 : area.right + 1]
        ):
            yield worded("{label!r} in {name} stands over several columns", label=label, name=area.name)
    above = sheet.lines[place - 1] if place and not sheet.headed else None
    if above is not None and any(known(cell) for _, cell in _beside(above, header)):
        yield worded(
            "row {number} heads columns that row {header_number} does not",
            number=above.number,
            header_number=header.number,
        )
    under = next((line for line in below if any(map(said, line.cells))), None)
    if under is not None and _heads(under, header):
        yield worded("row {number} goes on with row {header_number}", number=under.number, header_number=header.number)


def _heads(line: Line, header: Line) -> bool:
    """Say whether the row under the header is a second one: headers in columns without a name, and no decision."""
    decides = any(
        said(cell) and known(head) in ("award", "recipient")
        for head, cell in zip(header.cells, line.cells, strict=False)
    )
    nameless = any(isinstance(cell, str) for _, cell in _beside(line, header))
    return nameless and not decides and any(map(known, line.cells))


def _beside(line: Line, header: Line) -> Iterator[tuple[int, object]]:
    """Yield what a row says in the columns that the header leaves without a name."""
    for place, cell in enumerate(line.cells):
        if said(cell) and not (place < len(header.cells) and said(header.cells[place])):
            yield place, cell
