"""Agreement on PySpark: the outcome and the reason that ``assess`` gives, row by row, for all awards."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from tests.agreement import BY_ROW, SMALL, TODAY, Careers, differences
from thidua import frames

pytestmark = pytest.mark.spark


@cache
def many() -> Careers:
    """Make the careers that Spark is asked about."""
    return Careers(5_000, seed=2025)


@pytest.fixture(scope="module")
def tables(handed: Callable[[Careers], tuple[Any, Any]]) -> tuple[Any, Any]:
    """Hand the tables of the careers to Spark."""
    return handed(many())


@pytest.mark.parametrize("award", [award.id for award in TODAY.awards])
def test_every_award(tables: tuple[Any, Any], award: str) -> None:
    """Five thousand careers are answered alike under today's law."""
    answered = frames.assess(*tables, award, law=TODAY)

    assert differences(answered, many().wanted(award, TODAY))[:5] == []


@pytest.mark.parametrize("award", SMALL)
def test_by_row(tables: tuple[Any, Any], award: str) -> None:
    """So are they under the laws of their own days."""
    answered = frames.assess(*tables, award, law=BY_ROW)

    assert differences(answered, many().wanted(award, BY_ROW))[:5] == []
