"""Names of awards in tables: read as forgivingly as :meth:`thidua.Law.award` reads one, by every engine alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from string import ascii_lowercase
from typing import Any, Final, TypeAlias

import narwhals.stable.v2 as nw

from thidua.text import fold

Rows: TypeAlias = Any
"""A narwhals table, eager or lazy: every verb used here is one that both have."""

_NAME: Final = "__thidua_name"
"""The award's name with accents, case and punctuation forgiven."""
ID: Final = "__thidua_id"
"""The award's id."""

_MARKS: Final = f"[{chr(0x300)}-{chr(0x36F)}]"
"""Accents written as signs of their own, as in the decomposed form of a text."""
_LAST_LETTER: Final = 0x2200
"""Where the letters that are a Latin one with an accent end, in the order of Unicode."""


def folded(text: nw.Expr) -> nw.Expr:
    """Fold a column of text as :func:`thidua.text.fold` folds one; letters of no Latin alphabet are blanks here."""
    text = text.str.replace_all(_MARKS, "")
    for letter, alike in _alike().items():
        text = text.str.replace_all(f"[{alike}]", letter)
    bare = text.str.replace_all("[^0-9a-z]+", " ").str.strip_chars(" ")
    return bare.str.replace_all("chien sy", "chien si", literal=True)


@cache
def _alike() -> dict[str, str]:
    """By letter, every letter that is it but for case and accents."""
    found = dict.fromkeys(ascii_lowercase, "")
    for char in map(chr, range(ord("A"), _LAST_LETTER)):
        letter = fold(char)
        if letter in found and char != letter:
            found[letter] += char
    return found


def looked_up(column: str | nw.Expr, values: Mapping[Any, Any], dtype: Any = nw.String) -> nw.Expr:
    """Look each cell up; none where the cell is none, or nothing is known of it."""
    if not values:
        return nw.lit(None, dtype=dtype)
    expression = nw.col(column) if isinstance(column, str) else column
    return expression.replace_strict(values, default=None, return_dtype=dtype)


def identified(frame: Rows, beside: tuple[str, ...], ids: Callable[[str], nw.Expr], *, eager: bool) -> Rows:
    """Return the names of awards that occur in a table, each once, with the id it means in the column ``ID``.

    There are few of them, however long the table is: what a name means is asked of these alone.

    Args:
        frame: the table.
        beside: other columns that matter to what a name means; each of their values with each name is a row.
        ids: looks an id up by the name, folded, in the column named.
        eager: whether the rows are at hand: then the names are folded here.
    """
    each = ("award", *beside)
    found = frame.select(*each).unique().filter(~nw.col("award").is_null())
    if not eager:
        found = found.with_columns(folded(nw.col("award")).alias(_NAME))
        # Engines that write a column's making out wherever it is used stop at a grouping; this one is of single rows.
        return found.with_columns(ids(_NAME).alias(ID)).group_by(*each).agg(nw.col(ID).min())
    here = found.collect() if isinstance(found, nw.LazyFrame) else found
    names = [fold(name) for name in here["award"].to_list()]
    here = here.with_columns(nw.new_series(_NAME, names, nw.String, backend=here.implementation))
    here = here.with_columns(ids(_NAME).alias(ID)).drop(_NAME)
    return here.lazy() if isinstance(frame, nw.LazyFrame) else here


def cells(frame: Rows, column: str) -> list[Any]:
    """Return the cells of a column, in the order of their values; it has none that is empty."""
    here = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    return sorted(here[column].to_list())
