"""Tables in, the same kind out: what a caller hands over, opened once and checked before any work.

Everything behind this door is a lazy narwhals frame or an Arrow table. A Polars table goes in as its lazy self; a
pandas one goes through Arrow, because NumPy has no missing truth and would read an unknown fact as False.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias, cast

import attrs
import narwhals.stable.v2 as nw

from thidua.errors import InputError, Problem, Worded, worded
from thidua.frames.columns import DAY, NUMBER, TEXT, TRUTH
from thidua.text import nearest

ROW: Final = "__thidua_row"
"""The place of a row in an eager table."""
Frame: TypeAlias = nw.LazyFrame[Any]
"""A lazy frame, or an Arrow table with the same methods: no work here asks for more than a lazy frame has."""


@attrs.frozen
class Opened:
    """A table of the caller's, opened.

    Attributes:
        native: the table as it was given.
        given: the same as narwhals has it: lazy, or an Arrow table.
        eager: whether its rows have an order to be kept.
        typed: what makes each column of ours that is there: its name, where it already is of its one type.
    """

    native: Any
    given: Frame
    eager: bool
    typed: Mapping[str, nw.Expr | str]

    @property
    def frame(self) -> Frame:
        """The columns of ours, each of its one type; where the rows have an order they are numbered, in ``ROW``."""
        ours = self.given.select(*self.typed.values())
        return numbered(ours) if self.eager else ours

    def give(self, added: Frame) -> Any:
        """Return the caller's own table with the columns of ``added``, which has a row for each, by ``ROW``."""
        return self._beside(nw.from_native(self.native, eager_only=True), collected(added).sort(ROW).drop(ROW))

    def give_all(self, added: list[nw.DataFrame[Any]]) -> Any:
        """Return the caller's own rows with the columns of ``added``, each row where, and as often as, it names it."""
        columns = nw.concat(added, how="vertical")
        rows: Sequence[int] = columns[ROW].to_list()
        return self._beside(nw.from_native(self.native, eager_only=True)[rows], columns.drop(ROW))

    @staticmethod
    def _beside(mine: nw.DataFrame[Any], columns: nw.DataFrame[Any]) -> Any:
        if mine.implementation.is_pandas():
            made = {name: columns[name].to_pandas().array for name in columns.columns}
            return mine.to_native().assign(**made)
        return nw.to_native(nw.concat([mine.drop(*columns.columns, strict=False), columns], how="horizontal"))


def opened(
    native: Any, name: str, columns: Mapping[str, str], required: tuple[str, ...], carry: tuple[str, ...] = ()
) -> Opened:
    """Open a table and check its columns: those it must have, the types of all of ours, and near misses.

    Args:
        native: the table.
        name: what errors call it.
        columns: our columns, and what each holds.
        required: those of ours without which it is none.
        carry: columns of the caller's own to be brought along, of whatever type; categories become text.

    Raises:
        InputError: it is no table; or names every column that is missing, mistyped or misspelt.
    """
    try:
        given = nw.from_native(native)
    except TypeError:
        sentence = worded(
            "expected a dataframe (Polars, pandas, PyArrow, DuckDB, PySpark…), got {kind}", kind=type(native).__name__
        )
        raise InputError.one(name, "not-a-table", sentence) from None
    eager = isinstance(given, nw.DataFrame)
    if eager and given.implementation.is_pandas():
        given = _through_arrow(native, name, columns, carry)
    schema = given.collect_schema()
    problems = [
        *_missing(schema, name, (*required, *carry)),
        *_misspelt({column: dtype for column, dtype in schema.items() if column not in carry}, name, columns),
        *_mistyped(schema, name, columns),
    ]
    if problems:
        raise InputError(problems)
    if eager and given.implementation.is_polars():
        given = given.lazy()
    typed = {column: _typed(column, schema[column], kind) for column, kind in columns.items() if column in schema}
    # Categories of two tables may be numbered otherwise; as text they meet.
    own = {name: nw.col(name).cast(nw.String) if isinstance(schema[name], _CATEGORIES) else name for name in carry}
    return Opened(native, cast("Frame", given), eager, typed | own)


def collected(frame: Frame | nw.DataFrame[Any]) -> nw.DataFrame[Any]:
    """Return a table in memory."""
    return frame.collect() if isinstance(frame, nw.LazyFrame) else frame


def numbered(frame: Frame) -> Frame:
    """Number the rows of a table that has an order: an Arrow one, or one of Polars, also lazy."""
    if isinstance(frame, nw.LazyFrame):
        # A plan reads its rows twice; what a grouping or a join gives comes in another order each time it is asked.
        frame = nw.from_native(nw.to_native(frame).cache())
        return frame.with_row_index(ROW, order_by=None)  # type: ignore[arg-type]  # Polars knows the order of its rows
    made: Frame = cast("nw.DataFrame[Any]", frame).with_row_index(ROW)
    return made


def _through_arrow(
    native: Any, name: str, columns: Mapping[str, str], carry: tuple[str, ...] = ()
) -> nw.DataFrame[Any]:
    """Bring our columns of a pandas table, and those carried along, to Arrow, where a missing fact is missing."""
    try:
        import pyarrow as pa  # type: ignore[import-untyped]  # noqa: PLC0415  # only who brings pandas needs it
    except ImportError:
        sentence = worded("a pandas table is read through pyarrow, which is not installed: pip install pyarrow")
        raise InputError.one(name, "no-pyarrow", sentence) from None
    ours = native[[column for column in native.columns if column in columns or column in carry]]
    try:
        table = pa.Table.from_pandas(ours, preserve_index=False)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise InputError.one(
            name, "bad-value", worded("a column holds values of several types: {error}", error=str(error))
        ) from None
    for index, column in enumerate(table.column_names):
        whole = table.column(index)
        if columns.get(column) == NUMBER and pa.types.is_floating(whole.type):
            try:  # NumPy writes a column of years with a gap as floating point
                table = table.set_column(index, column, whole.cast(pa.int64()))
            except pa.ArrowInvalid:
                raise InputError.one(f"{name}.{column}", "bad-value", worded("expected whole numbers")) from None
    return nw.from_native(table, eager_only=True)


def _missing(schema: Mapping[str, Any], name: str, required: tuple[str, ...]) -> list[Problem]:
    return [
        Problem(f"{name}.{column}", "missing", worded("the table has no column {column!r}", column=column))
        for column in required
        if column not in schema
    ]


def _misspelt(schema: Mapping[str, Any], name: str, columns: Mapping[str, str]) -> list[Problem]:
    """Find columns that are none of ours by a letter: read as the caller's own, they would hide a fact."""
    absent = [column for column in columns if column not in schema]
    found = []
    for column in schema:
        near = () if column in columns else nearest(column, absent)
        if near and (near[0].replace("_", "") == column.replace("_", "").lower() or _one_off(column, near[0])):
            sentence = worded(
                "column {column!r} is none of ours: rename it to {near!r}, or to something less like it",
                column=column,
                near=near[0],
            )
            found.append(Problem(f"{name}.{column}", "misspelt", sentence))
    return found


def _one_off(given: str, meant: str) -> bool:
    """Say whether a name is another with one letter more or less at its end, as a plural is."""
    return given in (f"{meant}s", meant.removesuffix("s"))


TYPES: Final[Mapping[str, Any]] = {TEXT: nw.String, NUMBER: nw.Int64, DAY: nw.Date, TRUTH: nw.Boolean}
"""The type of a column, by what it holds; of ``subject`` a number or a text, as the caller has it."""
_KINDS: Final[Mapping[str, Worded]] = {
    TEXT: worded("text"),
    NUMBER: worded("a whole number"),
    DAY: worded("a date"),
    TRUTH: worded("true or false"),
}
"""What columns hold, as a sentence says it; else, as of ``subject``, either of two."""
_CATEGORIES: Final = (nw.Categorical, nw.Enum)
_TYPES: Final = {
    TEXT: (nw.String, *_CATEGORIES),
    DAY: (nw.Date, nw.Datetime),
    TRUTH: (nw.Boolean,),
}


def _fits(dtype: Any, kind: str) -> bool:
    if dtype == nw.Unknown or str(dtype) in ("Null", "Unknown"):
        return True  # a column of nothing but gaps has no type
    if kind == NUMBER:
        return bool(dtype.is_integer())
    if kind in _TYPES:
        return isinstance(dtype, _TYPES[kind])
    return bool(dtype.is_integer()) or isinstance(dtype, _TYPES[TEXT])


def _mistyped(schema: Mapping[str, Any], name: str, columns: Mapping[str, str]) -> list[Problem]:
    return [
        Problem(
            f"{name}.{column}",
            "mistyped",
            worded(
                "column {column!r} should be {kind}, not {type}",
                column=column,
                kind=_KINDS.get(kind, worded("text or a whole number")),
                type=str(schema[column]),
            ),
        )
        for column, kind in columns.items()
        if column in schema and not _fits(schema[column], kind)
    ]


def _typed(column: str, dtype: Any, kind: str) -> nw.Expr | str:
    """Give a column the one type that its kind has everywhere."""
    wanted = TYPES.get(kind) or (nw.Int64 if dtype.is_integer() else nw.String)
    return column if dtype == wanted else nw.col(column).cast(wanted)
