"""Whom awards reached, counted over a table: the official classes, and any other way of grouping decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

import narwhals.stable.v2 as nw

from thidua.frames.decisions import Decided, decided, named
from thidua.frames.faults import CLASSES, WRONG, checked
from thidua.frames.naming import Rows
from thidua.model.measure import MEASURES

_WHO: Final = "__thidua_who"
_SUBJECT: Final = "__thidua_subject"
_UNNAMED: Final = "__thidua_unnamed"

_CLASSES: Final = tuple(name.replace("-", "_") for name in CLASSES)
_MEASURES: Final = ("people", "officials", "entrepreneurs", "direct-workers")
_BASES: Final = ("individuals_and_households", "individuals")

SHARES: Final = (
    *_CLASSES,
    "household",
    "unknown",
    "collectives",
    *_BASES,
    *(name.replace("-", "_") + end for name in _MEASURES for end in ("", "_at_most")),
    "contradictions",
)
"""The columns of an answer of :func:`shares`, after those it is grouped by."""
STATISTICS: Final = (
    "awards",
    "rows",
    "individuals",
    "collectives",
    "households",
    *_CLASSES,
    "unknown",
    "subjects",
    "contradictions",
)
"""The columns of an answer of :func:`statistics`, after those it is grouped by."""


def shares(decisions: Any, by: str | Iterable[str] = ()) -> Any:
    """Count whom awards reached, as :func:`thidua.shares` does, in each group of a table.

    A share is two whole numbers, never a fraction of floating point: ``people`` of ``individuals_and_households`` is
    the lowest it may be, ``people_at_most`` of the same base the highest, were all of the unknown to belong to it.
    The two are equal where ``unknown`` is 0. ``officials`` and ``entrepreneurs`` have that base too;
    ``direct_workers`` are taken of ``individuals`` alone.

    Args:
        decisions: a table of decisions (:data:`thidua.frames.decisions.DECISIONS`): Polars, pandas, PyArrow, DuckDB,
            PySpark.
        by: what to group by: any columns of the table, and ``level`` and ``award_kind``, which are looked up from the
            award. Nothing: the whole table is one group, and answers in one row even where it has none. A cell without
            a value is a group of its own.

    Returns:
        A table of the same kind (lazy where it was), one row a group, with the columns of ``by`` and ``SHARES``:
        awards by class of recipient (``unknown``: individuals whose class no row says), awards to ``collectives``, the
        two bases, and the four measures with their bounds. ``contradictions`` is how many rows are in no count, since
        they give a class to a collective or a household, a word that is none, or no recipient; of rows at hand it is
        0. Rows at hand are answered in the order of ``by``.

    Raises:
        InputError: a column is missing, mistyped or misspelt; a contradiction, where the rows are at hand.
        UnknownTerm: an award that never was, where rows at hand are grouped by it.

    Source: forms 0602.N and 0603.N/BNV-TĐKT of TT 2/2023/TT-BNV (the five classes of individuals).

    >>> import polars as pl
    >>> table = pl.DataFrame({
    ...     "unit": ["A", "A", "B"], "recipient": ["individual", "household", "individual"],
    ...     "class": ["leader-other", None, None], "count": [30, 60, 10]})
    >>> found = shares(table, by="unit")
    >>> found.select("unit", "people", "people_at_most", "individuals_and_households").rows()
    [('A', 60, 60, 90), ('B', 0, 10, 10)]
    """
    names = named(by, SHARES)
    table = decided(decisions, names)
    rows = _told_apart(checked(table.frame, eager=table.eager))
    counted = {"household": "household", "collectives": "collective"}
    made = _summed(rows, table, {**_classes(), **counted, "contradictions": "wrong"})
    individuals = _sum(*_CLASSES, "unknown")
    made = made.with_columns(
        individuals.alias("individuals"),
        (individuals + nw.col("household")).alias("individuals_and_households"),
        *(expression for name in _MEASURES for expression in _measured(name)),
    )
    return _given(table, made, SHARES)


def statistics(decisions: Any, by: str | Iterable[str] = ("award",)) -> Any:
    """Count decisions in any groups: awards, recipients, classes and subjects.

    Args:
        decisions: a table of decisions (:data:`thidua.frames.decisions.DECISIONS`).
        by: as for :func:`shares`. ``award`` groups by the award's id: its other names and spellings are one with it.

    Returns:
        A table of the same kind (lazy where it was), one row a group, with the columns of ``by`` and
        ``STATISTICS``: ``awards`` given (the sum of ``count``), ``rows``, awards to ``individuals``, ``collectives``
        and ``households``, to individuals of each class and of ``unknown`` class, and ``subjects``, how many different
        ones are named. ``contradictions`` counts rows that are in no other count, as in :func:`shares`. Names that no
        award ever had group with the rows that name none, where the table is lazy.

    Raises:
        InputError: as :func:`shares`.
        UnknownTerm: an award that never was, where rows at hand are grouped by award, level or kind.

    >>> import polars as pl
    >>> table = pl.DataFrame({
    ...     "award": ["LĐTT", "Lao động tiên tiến", "CSTĐCS"], "recipient": ["individual"] * 3,
    ...     "subject": ["A", "B", "A"], "year": [2024] * 3})
    >>> statistics(table).select("award", "awards", "subjects").rows()
    [('chien-si-thi-dua-co-so', 1, 1), ('lao-dong-tien-tien', 2, 2)]
    >>> statistics(table, by=("level", "year")).select("level", "year", "awards", "subjects").rows()
    [('grassroots', 2024, 3, 2)]
    """
    names = named(by, STATISTICS)
    table = decided(decisions, names)
    rows = _told_apart(checked(table.frame, eager=table.eager))
    counted = {"households": "household", "collectives": "collective", "rows": "row", "contradictions": "wrong"}
    made = _summed(rows, table, {**_classes(), **counted})
    individuals = _sum(*_CLASSES, "unknown")
    made = made.with_columns(
        individuals.alias("individuals"),
        (individuals + nw.col("collectives") + nw.col("households")).alias("awards"),
        # A subject that is none is one of the different ones that engines count.
        (nw.col(_SUBJECT) - nw.col(_UNNAMED)).alias("subjects"),
    )
    return _given(table, made, STATISTICS)


def _classes() -> dict[str, str]:
    return {**dict(zip(_CLASSES, CLASSES, strict=True)), "unknown": "unknown"}


def _told_apart(rows: Rows) -> Rows:
    """Say in one word whom each row reached: a class, ``unknown``, ``household``, ``collective``; or ``wrong``."""
    recipient = nw.col("recipient")
    reached = nw.when(recipient == "individual").then(nw.col("class").fill_null("unknown")).otherwise(recipient)
    right = nw.col(WRONG) == 0
    subject = nw.when(right).then(nw.col("subject"))
    return rows.with_columns(
        nw.when(right).then(reached).otherwise(nw.lit("wrong")).alias(_WHO), subject.alias(_SUBJECT)
    )


def _summed(rows: Rows, table: Decided, columns: Mapping[str, str]) -> Rows:
    """Add up each column over the rows of its word, in each group."""
    one = nw.lit(1, dtype=nw.Int64)
    none = nw.lit(0, dtype=nw.Int64)
    weights = {
        "row": nw.when(nw.col(WRONG) == 0).then(one).otherwise(none),
        "wrong": nw.when(nw.col(WRONG) == 1).then(one).otherwise(none),
    }
    rows = rows.with_columns(
        *(
            weights.get(word, nw.when(nw.col(_WHO) == word).then(nw.col("count")).otherwise(none)).alias(name)
            for name, word in columns.items()
        ),
        nw.when(nw.col(_SUBJECT).is_null()).then(one).otherwise(none).alias(_UNNAMED),
    )
    sums = (*(nw.col(name).sum() for name in columns), nw.col(_SUBJECT).n_unique(), nw.col(_UNNAMED).max())
    made = rows.group_by(*table.keys).agg(*sums) if table.by else rows.select(*sums)
    # Engines widen a sum as they please, and have none where there is no row.
    counts = (*columns, _SUBJECT, _UNNAMED)
    return made.with_columns(*(nw.col(name).cast(nw.Int64).fill_null(0) for name in counts))


def _sum(*columns: str) -> nw.Expr:
    total = nw.col(columns[0])
    for column in columns[1:]:
        total = total + nw.col(column)
    return total


def _measured(name: str) -> tuple[nw.Expr, nw.Expr]:
    column = name.replace("-", "_")
    certain = _sum(*(each.replace("-", "_") for each in MEASURES[name].who.among))
    return certain.alias(column), (certain + nw.col("unknown")).alias(f"{column}_at_most")


def _given(table: Decided, made: Rows, columns: tuple[str, ...]) -> Any:
    grouped = (nw.col(key).alias(name) for key, name in zip(table.keys, table.by, strict=True))
    return table.give(made.select(*grouped, *columns), table.by)
