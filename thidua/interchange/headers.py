"""How a sheet is headed: which row heads it, and which column is read as what."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any, Final

import attrs

from thidua.errors import InputError, Problem, both, worded
from thidua.interchange.cells import visible
from thidua.interchange.sheets import Line, Sheet
from thidua.interchange.slips import Slip
from thidua.interchange.tables import ours
from thidua.text import fold

_SEARCHED: Final = 50
"""A sheet's header is among its first rows: titles above it take up a few."""
_ENOUGH: Final = 2
"""So many known headers make a row the header; a title above it may be one by chance."""
_NEAR: Final = 0.85
"""How like a known header another must be, of 1, to be proposed: a letter or two."""
_ALPHABET: Final = 26


@attrs.frozen(kw_only=True)
class Column:
    """A column of a sheet.

    Attributes:
        header: the header as it stands there, blanks folded; of a second one of the same name, or none, with its place.
        place: where it stands in the sheet: ``"A"``, ``"B"``…; of a column said for all rows, nothing.
        means: the part of a decision it was read as; ``title`` is a job title, which leads to the class. None: it was
            left alone, and its cells are kept with their rows.
        reads: how its cells are read.
    """

    header: str
    place: str = ""
    means: str | None = None
    reads: str | None = None


@attrs.frozen
class _Meaning:
    label: str
    means: str | None
    reads: str | None
    accented: bool


@cache
def _known() -> Mapping[str, _Meaning]:
    """What each known header means, by its folded form."""
    found = {fold(label): _Meaning(label, None, None, accented=False) for label in ours("headers")["kept"]["headers"]}
    for column in ours("headers")["column"]:
        for key in ("headers", "accented"):
            for label in column.get(key, ()):
                reads = column.get("reads", column["means"])
                found[fold(label)] = _Meaning(label, column["means"], reads, accented=key == "accented")
    return found


def columns_of(headers: Sequence[Any]) -> tuple[Column, ...]:
    """Read headers, each by itself.

    >>> [column.means for column in columns_of(["STT", "HO VA TEN", "Danh  hiệu,  hình thức", None, "Màu"])]
    [None, None, 'award', None, None]
    """
    made: list[Column] = []
    for index, cell in enumerate(headers):
        header = visible(str(cell)) if cell is not None else ""
        known = _meaning(header)
        taken = {column.header for column in made}
        name = header if header and header not in taken else f"{header} (cột {letter(index)})".strip()
        made.append(
            Column(
                header=name,
                place=letter(index),
                means=known.means if known else None,
                reads=known.reads if known else None,
            )
        )
    return tuple(made)


def _meaning(header: str) -> _Meaning | None:
    known = _known().get(fold(header))
    if known and known.accented and unicodedata.normalize("NFC", header).casefold() != known.label.casefold():
        return None
    return known


def known(cell: Any) -> str | None:
    """Return what a cell heads, if it is a header that is read; ``kept`` of one that is known and left alone."""
    found = _meaning(visible(cell)) if isinstance(cell, str) else None
    return (found.means or "kept") if found else None


def best_headed(sheets: Sequence[Sheet]) -> tuple[Sheet, int]:
    """Return the one of several ways to read a source whose header is best known, and where that header stands.

    Raises:
        InputError: none has a row that is a header we know, or the one that has cannot be read to its end.
    """
    found = [
        (score, sheet.fault is None, -index, sheet)
        for sheet in sheets
        for index, line in enumerate(sheet.lines[: 1 if sheet.headed else _SEARCHED])
        if (score := _score(line)) >= _ENOUGH or sheet.headed
    ]
    if not found and all(sheet.fault for sheet in sheets):
        raise next(sheet.fault for sheet in sheets if sheet.fault)
    if not found:
        sentence = worded(
            "none of the first {searched} rows has headers that are known here, such as 'Đối tượng', 'Danh hiệu', "
            "'Đơn vị'; name them so, and convert text in TCVN3 or VNI fonts to Unicode",
            searched=_SEARCHED,
        )
        raise InputError.one("$", "no-header", sentence, source=sheets[0].source)
    *_, place, sheet = max(found, key=lambda each: each[:3])
    if sheet.fault:
        raise sheet.fault
    return sheet, -place


def _score(line: Line) -> int:
    """How many known headers a row has."""
    known = {fold(visible(cell)) for cell in line.cells if isinstance(cell, str) and _meaning(visible(cell))}
    return len(known)


def checked(columns: Sequence[Column], source: str | None) -> None:
    """Refuse columns that cannot be read.

    Raises:
        InputError: two columns mean the same, or none says the recipient; both are told.
    """
    problems = []
    by_meaning: dict[str, list[str]] = {}
    for column in columns:
        if column.means is not None:
            by_meaning.setdefault(column.means, []).append(column.header)
    for means, headers in by_meaning.items():
        if len(headers) > 1:
            names = both(worded("{header!r}", header=header) for header in headers)
            sentence = worded(
                "{names} mean the same ({means}); keep one, or divide what they say into rows", names=names, means=means
            )
            problems.append(Problem("columns", "twice", sentence))
    if "recipient" not in by_meaning:
        sentence = worded(
            "no column says who was rewarded: head one 'Đối tượng' (Cá nhân, Tập thể, Hộ gia đình), "
            "or say it of all rows: also={'Đối tượng': 'Cá nhân'}"
        )
        problems.append(Problem("columns", "missing", sentence))
    if problems:
        raise InputError(problems, source=source)


def misspelt(columns: Sequence[Column], row: int) -> Iterator[Slip]:
    """Find headers that are nearly known ones: they are proposed, and left unread."""
    labels = {key: known for key, known in _known().items() if known.means is not None}
    for column in columns:
        if _meaning(column.header) is not None or not column.header:
            continue
        bare = fold(column.header.partition("(")[0])
        close = [bare] if bare in labels else get_close_matches(fold(column.header), _known(), n=1, cutoff=_NEAR)
        for key in close:
            if key in labels:
                hint = labels[key].label
                yield Slip(row=row, column=column.header, code="near-header", found=column.header, hint=hint)


def letter(index: int) -> str:
    """Return how a spreadsheet calls a column, counted from 0.

    >>> letter(0), letter(25), letter(26), letter(701)
    ('A', 'Z', 'AA', 'ZZ')
    """
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, _ALPHABET)
        name = chr(ord("A") + rest) + name
    return name
