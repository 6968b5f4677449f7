"""The cohort on its way through a plan: opened, keyed, with every column of ours, and given back as it came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import attrs
import narwhals.stable.v2 as nw

from thidua.errors import InputError, Problem
from thidua.frames.columns import COHORT, RECORDS, REQUIRED
from thidua.frames.opening import ROW, TYPES, Frame, Opened, collected, numbered, opened
from thidua.frames.sheet import DAY, RECEIVED, TRACKS, YEAR, col

ANSWER: Final = ("outcome", "on_facts", "reason", "standing")
"""The columns of the answer."""
KEY: Final = "_key"
OWN: Final = "own:"
"""Marks the caller's own columns of a lazy table, which go along and come out as they went in."""


@attrs.frozen(eq=False)
class Proposals:
    """A cohort ready for a plan.

    Attributes:
        table: the caller's table.
        frame: all columns of ours; of a lazy table the caller's own too.
        keys: the columns that tell a row: its number, or of engines whose rows have no order all that it says.
        names: the caller's columns.
    """

    table: Opened
    frame: Frame
    keys: list[str]
    names: tuple[str, ...]

    @property
    def numbered(self) -> bool:
        """Say whether every row has a key of its own."""
        return self.keys == [ROW]

    @property
    def replaces(self) -> bool:
        """Say whether the engine can look words up in a list."""
        return self.numbered

    @property
    def kept(self) -> list[str]:
        """The columns to be kept beside the answer until it is given."""
        return [ROW] if self.table.eager else [f"{OWN}{name}" for name in self.names]

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
        own = [col(f"{OWN}{name}").alias(name) for name in self.names if name not in added]
        return answered.select(*own, *added)


def proposals(
    cohort: Any,
    added: tuple[str, ...],
    *,
    name: str = "cohort",
    columns: Mapping[str, str] = COHORT,
    required: tuple[str, ...] = REQUIRED["cohort"],
) -> Proposals:
    """Open a cohort; ``added`` are the columns that it is to be given, and may not have yet."""
    table = opened(cohort, name, columns, required)
    given = nw.from_native(cohort)
    names = tuple(given.collect_schema().names())
    taken = [column for column in added if column in names]
    if taken:
        sentence = "the answer comes in a column of this name: rename yours, or drop it"
        raise InputError([Problem(f"{name}.{column}", "taken", sentence) for column in taken])
    frame, keys = table.frame, [ROW]
    if not table.eager:
        own = [col(column).alias(f"{OWN}{column}") for column in names]
        ours = table.typed
        if given.implementation.is_polars():
            frame = numbered(given).select(ROW, *own, *ours.values())
        else:
            frame, keys = given.select(*own, *ours.values()).with_columns(_said(tuple(ours)).alias(KEY)), [KEY]
    return Proposals(table, _proposed(filled(frame, COHORT)), keys, names)


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
