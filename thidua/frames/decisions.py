"""The table of decisions: one row a decision, as :class:`~thidua.model.decision.Decision` is one.

Every column but the recipient may be left out, and every cell be empty: what is absent is unknown, and ``count`` is
then 1. Columns of other names are the caller's own; a table may be grouped by any of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

import attrs
import narwhals.stable.v2 as nw

from thidua.book.catalogue import award, catalogue
from thidua.errors import InputError, Problem, worded
from thidua.frames.columns import DAY, NUMBER, TEXT
from thidua.frames.naming import ID, Rows, cells, identified, looked_up
from thidua.frames.opening import ROW, opened

DECISIONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "award": TEXT,  # an id, short form or official name; none: no row says which award it was
        "recipient": TEXT,  # individual, collective, household
        "subject": "text or a whole number",  # who; rows of one subject are one person
        "class": TEXT,  # one of the five official classes, of an individual
        "commendation": TEXT,
        "unit": TEXT,
        "proposed_by": TEXT,
        "decided_on": DAY,
        "year": NUMBER,  # the achievement year
        "count": NUMBER,  # how many the row stands for; none: one
    }
)
"""The columns of a table of decisions, and what each holds."""

LOOKED_UP: Final = ("level", "award_kind")
"""Words to group by that no column need hold: the award's level and kind, from the catalogue of every day."""

_DTYPES: Final[Mapping[str, Any]] = {NUMBER: nw.Int64, DAY: nw.Date}


@attrs.frozen
class Decided:
    """A table of decisions, opened.

    Attributes:
        native: the table as it was given.
        frame: all columns of ``DECISIONS``, with what to group by in the columns ``keys``.
        eager: whether its rows are at hand: then whatever is wrong with them is an error now.
        by: the names of what to group by.
    """

    native: Any
    frame: Rows
    eager: bool
    by: tuple[str, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The columns to group by: of names that no column of ours or of an answer has."""
        return tuple(map(key, range(len(self.by))))

    def give(self, made: Rows, order: Iterable[str]) -> Any:
        """Return an answer as the kind of table that was given; rows at hand are put in order, none last."""
        if not self.eager:
            return nw.to_native(made)
        done = made.collect() if isinstance(made, nw.LazyFrame) else made
        order = tuple(order)
        table = nw.to_native(done.sort(*order, nulls_last=True) if order else done)
        pandas = nw.get_native_namespace(nw.from_native(self.native))
        if pandas.__name__ != "pandas":
            return table
        if any(isinstance(dtype, pandas.ArrowDtype) for dtype in self.native.dtypes):
            return table.to_pandas(types_mapper=pandas.ArrowDtype)
        # NumPy has no missing whole number: a base that is not known would make a float of every other.
        return table.to_pandas(types_mapper=lambda dtype: pandas.Int64Dtype() if str(dtype) == "int64" else None)


def key(index: int) -> str:
    """Return the name of the column that holds what rows are grouped by, in this place."""
    return f"__thidua_by_{index}"


def named(by: str | Iterable[str], taken: Iterable[str]) -> tuple[str, ...]:
    """Return the columns to group by, each once; one alone may be given as it is.

    Raises:
        InputError: a name that a column of the answer has.
    """
    names = tuple(dict.fromkeys((by,) if isinstance(by, str) else by))
    problems = [
        Problem("by", "taken", worded("the answer has a column {name!r} of its own: rename yours", name=name))
        for name in names
        if name in taken
    ]
    if problems:
        raise InputError(problems)
    return names


def decided(native: Any, by: tuple[str, ...], *, needs: tuple[str, ...] = (), spare: tuple[str, ...] = ()) -> Decided:
    """Open a table of decisions.

    Args:
        native: the table.
        by: what its rows will be grouped by: columns of ours or the caller's own, ``level``, ``award_kind``. An award
            stands there as its id, whatever name a row gives it.
        needs: columns of ours that it must have besides ``recipient``.
        spare: what to group by that it need not have: nobody's column is one of unknowns.

    Raises:
        InputError: it is no table; a column is missing, mistyped or misspelt.
        UnknownTerm: an award that never was, where rows at hand are grouped by award, level or kind.
    """
    words = tuple(name for name in by if name in LOOKED_UP and not _has(native, name))
    ours = tuple(name for name in by if name in DECISIONS and name not in spare)
    needed = dict.fromkeys(("recipient", *needs, *ours, *(("award",) if words else ())))
    own = tuple(name for name in by if name not in DECISIONS and name not in words)
    table = opened(native, "decisions", DECISIONS, tuple(needed), own)
    frame = _whole(table.frame)
    if words or "award" in by:
        frame = _with_ids(frame, eager=table.eager)
    meant = {"award": nw.col(ID), **{name: _said_of_awards(name) for name in words}}
    grouped = (meant.get(name, nw.col(name)).alias(key(index)) for index, name in enumerate(by))
    kept = (*([ROW] if table.eager else []), *DECISIONS)
    return Decided(native, frame.select(*kept, *grouped), table.eager, by)


def _has(native: Any, column: str) -> bool:
    given = nw.from_native(native, pass_through=True)
    return isinstance(given, nw.DataFrame | nw.LazyFrame) and column in given.collect_schema()


def _whole(frame: Rows) -> Rows:
    """Add the columns of ours that a table leaves out: nobody said anything there."""
    there = frame.collect_schema()
    absent = [
        nw.lit(None, dtype=_DTYPES.get(kind, nw.String)).alias(name)
        for name, kind in DECISIONS.items()
        if name not in there and name != "count"
    ]
    count = nw.col("count").fill_null(1) if "count" in there else nw.lit(1, dtype=nw.Int64).alias("count")
    return frame.with_columns(count, *absent)


def _with_ids(frame: Rows, *, eager: bool) -> Rows:
    """Add the id of each row's award in the column ``ID``; none where no award has the name."""
    ids = {name: each.id for name, each in catalogue().names.items()}
    found = identified(frame, (), lambda name: looked_up(name, ids), eager=eager)
    if eager:
        for name in cells(found.filter(nw.col(ID).is_null()), "award"):
            award(name)  # raises, with the nearest names
    return frame.join(found, on=["award"], how="left")


def _said_of_awards(word: str) -> nw.Expr:
    attribute = {"level": "level", "award_kind": "kind"}[word]
    return looked_up(ID, {each.id: getattr(each, attribute) for each in catalogue().awards})
