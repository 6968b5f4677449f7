"""Decisions as tables: of every engine whose tables thidua counts, and back again."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

from thidua.model.decision import Decision

TYPES = {
    "award": pa.string(),
    "recipient": pa.string(),
    "subject": pa.string(),
    "class": pa.string(),
    "commendation": pa.string(),
    "unit": pa.string(),
    "proposed_by": pa.string(),
    "decided_on": pa.date32(),
    "year": pa.int64(),
    "count": pa.int64(),
}
"""The columns of a table of decisions."""


def _in_duckdb(table: pa.Table) -> duckdb.DuckDBPyRelation:
    """Make a relation; a function of DuckDB's own, kept to the end, would have it complain of what it leaves behind."""
    return duckdb.from_arrow(table)


ENGINES: Mapping[str, Callable[[pa.Table], Any]] = {
    "polars": pl.from_arrow,
    "polars-lazy": lambda table: pl.LazyFrame(pl.from_arrow(table)),
    "pandas-numpy": lambda table: table.to_pandas(),
    "pandas-arrow": lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
    "pyarrow": lambda table: table,
    "duckdb": _in_duckdb,
}
"""What makes a table of each engine."""
LAZY = ("polars-lazy", "duckdb")
EAGER = tuple(name for name in ENGINES if name not in LAZY)


def tabled(decisions: Iterable[Decision], **own: Sequence[Any]) -> pa.Table:
    """Write decisions as a table, with columns of the caller's own beside them."""
    rows = list(decisions)
    columns = {
        name: pa.array([getattr(row, "official_class" if name == "class" else name) for row in rows], type_)
        for name, type_ in TYPES.items()
    }
    return pa.table({**columns, **own})


def rows_of(answer: Any) -> list[dict[str, Any]]:
    """Read an answer's rows, whatever engine holds it."""
    if isinstance(answer, pl.LazyFrame):
        answer = answer.collect()
    if isinstance(answer, pl.DataFrame):
        return answer.rows(named=True)
    if isinstance(answer, pd.DataFrame):
        answer = pa.Table.from_pandas(answer, preserve_index=False)
    if isinstance(answer, duckdb.DuckDBPyRelation):
        answer = answer.to_arrow_table()
    found: list[dict[str, Any]] = (
        answer.to_pylist() if isinstance(answer, pa.Table) else [r.asDict() for r in answer.collect()]
    )
    return found


_NAMES = (
    *("LĐTT", "lao-dong-tien-tien", "CSTT", "CSTĐCS", "Chiến sỹ thi đua cơ sở", "chien-si-thi-dua-co-so"),
    *("Cờ thi đua của Chính phủ", "TTLĐTT", "Giấy khen huyện", "Huân chương Sao vàng", None),
)
_CLASSES = ("leader-province", "leader-department", "leader-other", "entrepreneur", "direct-worker", None)


def drawn(number: int, seed: int) -> list[Decision]:
    """Draw decisions that no check refuses: gaps, repeated people, awards that do not fit their recipients."""
    draw = random.Random(seed)  # noqa: S311  # a sample to be had again
    people = [None, *(f"P{index}" for index in range(max(2, number // 8)))]

    def one() -> Decision:
        recipient: Any = draw.choice(["individual"] * 5 + ["collective", "household"])
        official: Any = draw.choice(_CLASSES) if recipient == "individual" else None
        return Decision(
            award=draw.choice(_NAMES),
            recipient=recipient,
            subject=draw.choice([None, draw.choice(people)]),
            official_class=official,
            unit=draw.choice(["A", "B", "C", None]),
            proposed_by=draw.choice(["X", "Y", None]),
            decided_on=date(2009, 1, 1) + timedelta(days=draw.randrange(6500)),
            year=draw.choice([2017, 2018, 2019, None]),
            count=draw.choice([1, 1, 2, 30]),
        )

    return [one() for _ in range(number)]
