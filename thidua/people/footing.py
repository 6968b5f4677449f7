"""Does a form add up? Every identity of its layout, line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import attrs

from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.form import Identity, Sign
from thidua.people.layouts import Layout

_HOLDS: dict[Sign, Callable[[int, int], bool]] = {
    "=": int.__eq__,
    "<=": int.__le__,
    ">=": int.__ge__,
}


@attrs.frozen
class Sums:
    """The two sides of an identity; None where a cell of that side is empty."""

    left: int | None
    right: int | None


Value = Callable[[str, str], int | None]
"""From a row and a column to the number in the cell."""


def footing(layout: Layout, value: Value, columns: tuple[str, ...]) -> Iterator[Finding]:
    """Yield a finding for each identity: rows added up in every column, columns in every row that counts something.

    Its code and ``need`` are the identity as the document writes it; its children are the columns (or rows) it is held
    in, each with the two sums (:class:`Sums`) and, where one is not known, the empty cells as ``"row/column"``.
    """
    lines = [code for code, row in layout.rows.items() if row.counts is not None]
    for text in layout.entry.row_identities:
        yield _held(layout, text, columns, value, lambda code, at: (code, at))
    for text in layout.entry.column_identities:
        yield _held(layout, text, lines, value, lambda code, at: (at, code))


def _held(
    layout: Layout, text: str, places: Sequence[str], value: Value, cell: Callable[[str, str], tuple[str, str]]
) -> Finding:
    identity = Identity.of(text)
    if identity is None:  # refused when the document was opened
        raise AssertionError(text)
    children = []
    for at in places:
        cells = {code: cell(code, at) for code in identity.codes}
        numbers = {code: value(*where) for code, where in cells.items()}
        sums = Sums(numbers[identity.left], _sum([numbers[code] for code in identity.right]))
        outcome = Outcome.UNKNOWN
        if sums.left is not None and sums.right is not None:
            outcome = Outcome.MET if _HOLDS[identity.sign](sums.left, sums.right) else Outcome.NOT_MET
        missing = tuple("/".join(cells[code]) for code in identity.codes if numbers[code] is None)
        children.append(fact(About(at, layout.placed.citation, text, identity), outcome, sums, missing=missing))
    worst = min((child.outcome for child in children), default=Outcome.UNKNOWN)
    missing = tuple(dict.fromkeys(path for child in children for path in child.missing))
    about = About(text, layout.placed.citation, text, identity)
    return fact(about, worst, None, tuple(children), missing if worst is Outcome.UNKNOWN else ())


def _sum(numbers: list[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if len(known) == len(numbers) else None
