"""Counting over tables of PySpark: the same answers once more, on an engine with a session of its own."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import thidua
from tests.tables import TYPES, drawn
from thidua.book.days import law_on
from thidua.frames.rates import check_rates
from thidua.frames.reach import shares, statistics
from thidua.model.decision import Decision

pytestmark = pytest.mark.spark

SCHEMA = ", ".join(
    f"{name} {({'date32[day]': 'date', 'int64': 'bigint'}).get(str(type_), 'string')}" for name, type_ in TYPES.items()
)
BATCH = drawn(300, seed=2026)


def table_of(spark: Any, decisions: list[Decision]) -> Any:
    """Write decisions as a table of a session."""
    rows = [tuple(getattr(row, "official_class" if name == "class" else name) for name in TYPES) for row in decisions]
    return spark.createDataFrame(rows, SCHEMA)


def test_shares(spark: Any) -> None:
    """Counts by class are those of ``thidua.shares``."""
    [row] = [row.asDict() for row in shares(table_of(spark, BATCH)).collect()]
    report = thidua.shares(BATCH)

    assert {name: row[name.replace("-", "_")] for name in report.counts} == dict(report.counts)
    assert (row["collectives"], row["contradictions"]) == (report.collectives, 0)


def test_statistics(spark: Any) -> None:
    """Awards by unit, year and level add up to the awards of each."""
    wanted: dict[tuple[Any, ...], int] = {}
    for row in BATCH:
        group = (row.unit, row.year, thidua.award(row.award).level if row.award else None)
        wanted[group] = wanted.get(group, 0) + row.count

    answer = statistics(table_of(spark, BATCH), by=("unit", "year", "level")).collect()

    assert {(row["unit"], row["year"], row["level"]): row["awards"] for row in answer} == wanted


@pytest.mark.parametrize("law", [law_on(date(2020, 12, 31)), law_on])
@pytest.mark.parametrize("bases", [None, {"A": {"holders": 44}, "X": {"standard": 7}, "standard": 3}])
def test_rates(spark: Any, law: Any, bases: Any) -> None:
    """Each row is the answer of ``thidua.check_rates``."""
    wanted = {
        (each.rule, each.awards, each.unit, each.year): (each.count, each.base, each.allowed, each.outcome.name)
        for each in thidua.check_rates(BATCH, law, bases or {}).results
    }

    answer = check_rates(table_of(spark, BATCH), law, bases=bases).collect()

    assert {
        (row["rule"], tuple(row["awards"].split()), row["unit"], row["year"]): (
            *(row["count"], row["base"], row["allowed"]),
            row["outcome"],
        )
        for row in answer
    } == wanted


def test_table_of_bases(spark: Any) -> None:
    """Bases may be a table of the same session; a gap is met by a gap."""
    rows = [Decision(award="CSTĐCS", recipient="individual", unit=unit, year=2020) for unit in ("A", None)]
    bases = spark.createDataFrame([("A", 100), (None, 40)], "unit string, holders int")

    answer = check_rates(table_of(spark, rows), law_on(date(2020, 12, 31)), bases=bases).collect()

    assert {row["unit"]: row["allowed"] for row in answer} == {"A": 15, None: 6}


def test_large(spark: Any) -> None:
    """Whole numbers, though the engine divides them as floating point."""
    base = 10**17 + 7
    rows = [
        Decision(award=award, recipient="individual", count=count) for award, count in (("LĐTT", base), ("CSTĐCS", 1))
    ]

    [row] = check_rates(table_of(spark, rows), law_on(date(2020, 12, 31))).collect()

    assert (row["base"], row["allowed"]) == (base, base * 3 // 20)
