"""The cohort on its way through a plan: opened, keyed, with every column of ours, and given back as it came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import attrs
import narwhals.stable.v2 as nw

from thidua.errors import InputError, Problem, worded
from thidua.frames.columns import COHORT, RECORDS, REQUIRED
from thidua.frames.opening import ROW, TYPES, Frame, Opened, collected, numbered, opened
from thidua.frames.sheet import DAY, RECEIVED, TRACKS, YEAR, col

ANSWER: Final = ("outcome", "on_facts", "reason", "standing")
"""The columns of the answer."""
KEY: Final = "_key"
OWN: Final = "own:"
"""Marks the caller's own columns of a lazy table on the way, and those we had to give another type."""


@attrs.frozen(eq=False)
class Proposals:
    """A cohort ready for a plan.

    Attributes:
        table: the caller's table.
        frame: all columns of ours; of a lazy table the caller's own too.
        names: the caller's columns, and what they are called on the way.
        ordered: whether its engine has rows in an order, and can look words up in a list: it is one of SQL else.
    """

    table: Opened
    frame: Frame
    names: Mapping[str, str]
    ordered: bool

    @property
    def keys(self) -> list[str]:
        """The columns that tell a row: its number, or of engines whose rows have no order all that it says."""
        return [ROW] if self.ordered else [KEY]

    @property
    def kept(self) -> list[str]:
        """The columns to be kept beside the answer until it is given."""
        return [ROW] if self.table.eager else list(self.names.values())

    def give(self, answered: Frame, added: tuple[str, ...] = ANSWER) -> Any:
        """Return the caller's table with the columns of the answer."""
        if self.table.eager:
            return self.table.give(answered.select(ROW, *added))
        return nw.to_native(self._own(answered, added))

    def give_all(self, parts: list[Frame]) -> Any:
        """Return the caller's rows, each once for every award that was asked of it, award by award."""
        added = ("award", *ANSWER)
        if not self.table.eager:
            return nw.to_native(nw.concat([self._own(part, added) for part in parts], how="vertical"))
        return self.table.give_all([collected(part).sort(ROW).select(ROW, *added) for part in parts])

    def _own(self, answered: Frame, added: tuple[str, ...]) -> Frame:
        own = [
            name if name == called else col(called).alias(name)
            for name, called in self.names.items()
            if name not in added
        ]
        return answered.select(*own, *added)


def proposals(cohort: Any, added: tuple[str, ...]) -> Proposals:
    """Open a cohort, with all that a record's row needs of it; ``added`` are the columns that it is to be given."""
    mine = carried(cohort, added, "cohort", COHORT, REQUIRED["cohort"])
    frame = mine.frame
    if not mine.ordered:
        frame = frame.with_columns(_said(tuple(mine.table.typed)).alias(KEY))
    elif not mine.table.eager:
        frame = numbered(frame)
    return attrs.evolve(mine, frame=_proposed(frame))


def carried(
    native: Any, added: tuple[str, ...], name: str, columns: Mapping[str, str], required: tuple[str, ...]
) -> Proposals:
    """Open a table that is to be given back with the columns ``added``, which it may not have yet."""
    table = opened(native, name, columns, required)
    given = nw.from_native(native)
    names = given.collect_schema().names()
    taken = [column for column in added if column in names]
    if taken:
        sentence = worded("the answer comes in a column of this name: rename yours, or drop it")
        raise InputError([Problem(f"{name}.{column}", "taken", sentence) for column in taken])
    ordered = table.eager or given.implementation.is_polars()
    if table.eager:
        return Proposals(table, filled(table.frame, columns), {column: column for column in names}, ordered)
    recast = {column: made for column, made in table.typed.items() if not isinstance(made, str)}
    called = {column: column if isinstance(table.typed.get(column), str) else f"{OWN}{column}" for column in names}
    own = [column if column == other else col(column).alias(other) for column, other in called.items()]
    return Proposals(table, filled(given.select(*own, *recast.values()), columns), called, ordered)


def _said(columns: tuple[str, ...]) -> nw.Expr:
    """Return all that a row says of ours in one text: rows that say the same are answered the same."""
    said = [col(name).cast(nw.String).fill_null("?") for name in columns]
    return nw.concat_str(*said, separator="\x1f")


def told(records: Any) -> Frame:
    """Open the records, with every column of ours."""
    table = opened(records, "records", RECORDS, REQUIRED["records"])
    frame = table.frame.drop(ROW) if table.eager else table.frame
    return filled(frame, RECORDS)


def filled(frame: Frame, columns: Any) -> Frame:
    """Give a table every column of ours: one that is not there is unknown for everybody."""
    names = frame.collect_schema().names()
    absent = {name: kind for name, kind in columns.items() if name not in names}
    gaps = [nw.lit(None, dtype=TYPES[kind]).alias(name) for name, kind in absent.items()]
    return frame.with_columns(*gaps) if gaps else frame


def _proposed(cohort: Frame) -> Frame:
    """Add to the proposals what a record's row needs of them beside it."""
    last = nw.concat_str(col("year").cast(nw.String), nw.lit("-12-31")).str.to_date("%Y-%m-%d")
    day = nw.when(col("received").is_null()).then(last).otherwise(col("received"))
    tracks = nw.concat_str(nw.lit(" "), col("track").fill_null(""), nw.lit(" ")).alias(TRACKS)
    return cohort.with_columns(col("year").alias(YEAR), col("received").alias(RECEIVED), day.alias(DAY), tracks)
