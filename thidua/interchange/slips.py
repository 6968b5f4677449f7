"""What is wrong with an office's sheet: where it stands there, what was found, and what to do about it."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Any, Final

import attrs

from thidua.errors import Problem, Worded, worded
from thidua.exact import show
from thidua.text import nfc

_SHORT: Final = 60


@attrs.frozen(kw_only=True)
class Slip:
    """One fault in a sheet.

    Attributes:
        row: the number of the row as the office sees it in its sheet; of rows without numbers, counted from 1.
        column: the header of the column; None where the fault is the row's.
        code: which kind of fault it is: ``unknown-award``, ``no-recipient``…
        found: what stands there, as a sentence quotes it.
        hint: what may have been meant, or what may stand there.
    """

    row: int
    column: str | None = None
    code: str
    found: str = ""
    hint: str = ""

    def explain(self, locale: str = "vi") -> str:
        """Tell the fault and its remedy in one sentence, in Vietnamese (``"vi"``) or English (``"en"``).

        >>> print(Slip(row=7, column="Ngày ký", code="two-digit-year", found="15/01/24").explain())
        dòng 7, cột “Ngày ký”: “15/01/24”: năm phải có bốn chữ số; ghi dd/mm/yyyy
        """
        # By name, because wording is an edge beside this one; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.sheets").slip(self, locale)
        return text

    def problem(self) -> Problem:
        """Return it as errors list it, with the row and the column as its path."""
        path = worded("row {row}", row=self.row)
        if self.column is not None:
            path = worded("{row}, column {column!r}", row=path, column=self.column)
        sentence: Worded = import_module("thidua.wording.sheets").told(self)
        return Problem(path, self.code, sentence)


class CellError(Exception):
    """A cell does not say what its column is for; ``code`` and ``hint`` become those of a :class:`Slip`."""

    def __init__(self, code: str, hint: str = "") -> None:
        self.code = code
        self.hint = hint
        super().__init__(code)


def quoted(cell: Any) -> str:
    """Return what stands in a cell as a sentence quotes it: short, a date in figures.

    >>> quoted(date(2024, 1, 15)), quoted("  Sở   A "), quoted(2024.0)
    ('15/01/2024', 'Sở A', '2024')
    """
    if isinstance(cell, date):
        return f"{cell.day:02}/{cell.month:02}/{cell.year:04}"
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = (
        nfc(cell if isinstance(cell, str) else show(cell) if isinstance(cell, int) else str(cell))
        .encode(errors="replace")
        .decode()
    )
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"
