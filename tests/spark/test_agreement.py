"""Agreement on PySpark: the outcome and the reason that ``assess`` gives, row by row, for all awards."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from tests.agreement import BY_ROW, SMALL, TODAY, Careers, differences
from thidua import frames
from thidua.frames.plan import plan

pytestmark = pytest.mark.spark
LONG = 20
"""More ready measures than this make a plan that Spark takes long to read, however few the rows."""


@cache
def many() -> Careers:
    """Make the careers that Spark is asked about."""
    return Careers(5_000, seed=2025)


@pytest.fixture(scope="module")
def tables(spark: Any) -> tuple[Any, Any]:
    """Hand the tables of the careers to Spark."""
    cohort, records = (spark.createDataFrame(table.to_arrow()).cache() for table in many().tables)
    return cohort, records


def planned() -> Iterator[Any]:
    """Yield every award; those whose plans Spark reads for a minute or more are large."""
    for award in TODAY.awards:
        long = len(plan(TODAY, award).types) > LONG
        yield pytest.param(award.id, marks=[pytest.mark.large] if long else [])


@pytest.mark.parametrize("award", list(planned()))
def test_every_award(tables: tuple[Any, Any], award: str) -> None:
    """Five thousand careers are answered alike under today's law."""
    answered = frames.assess(*tables, award, law=TODAY)

    assert differences(answered, many().wanted(award, TODAY))[:5] == []


@pytest.mark.parametrize("award", SMALL)
def test_by_row(tables: tuple[Any, Any], award: str) -> None:
    """So are they under the laws of their own days."""
    answered = frames.assess(*tables, award, law=BY_ROW)

    assert differences(answered, many().wanted(award, BY_ROW))[:5] == []
