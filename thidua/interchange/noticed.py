"""What is worth a look in an office's sheet and is not wrong: what is hidden in it, and units that may be one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from thidua.interchange.headers import Column, letter
from thidua.interchange.sheets import Sheet
from thidua.interchange.slips import Slip
from thidua.text import fold

if TYPE_CHECKING:
    from thidua.interchange.rows import Row


def noticed(sheet: Sheet, header: int, columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Slip]:
    """Find what an office may not know of its sheet; each row tells what it left unused itself."""
    hidden = [row.number for row in rows if row.number in sheet.hidden_rows]
    if hidden:
        yield Slip(row=hidden[0], code="hidden-rows", found=", ".join(_runs(hidden)))
    shut = [letter(index) for index in range(len(columns)) if index in sheet.hidden_columns]
    if shut:
        yield Slip(row=header, code="hidden-columns", found=", ".join(shut))
    for column in columns:
        if column.means in ("unit", "proposed_by"):
            yield from _alike(column, rows)
    for row in rows:
        yield from row.notes


def _alike(column: Column, rows: Iterable[Row]) -> Iterator[Slip]:
    """Find names in a column that differ only in accents, case, signs or blanks."""
    spelt: dict[str, dict[str, int]] = {}
    for row in rows:
        name = getattr(row.decision, str(column.means), None)
        if name is not None:
            spelt.setdefault(fold(name).replace(" ", "") or name, {}).setdefault(name, row.number)
    for names in spelt.values():
        first, *others = names
        if others:
            hint = "”, “".join(others)
            yield Slip(row=names[others[0]], column=column.header, code="names-alike", found=first, hint=hint)


def _runs(numbers: Iterable[int]) -> Iterator[str]:
    """Yield numbers in their order, runs drawn together: "5-9"."""
    for _, run in groupby(enumerate(sorted(numbers)), lambda each: each[1] - each[0]):
        found = [number for _, number in run]
        yield str(found[0]) if len(found) == 1 else f"{found[0]}-{found[-1]}"
