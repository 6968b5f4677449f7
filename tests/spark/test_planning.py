"""What a table is short of on PySpark: row by row what ``Verdict.lacking`` tells of the dossier."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from tests.agreement import BY_ROW, SMALL, TODAY, Careers
from tests.test_frames_planning import differences, told
from thidua import frames

pytestmark = pytest.mark.spark


@cache
def many() -> Careers:
    """Make the careers that Spark is asked about."""
    return Careers(1_000, seed=2027)


@pytest.fixture(scope="module")
def tables(handed: Callable[[Careers], tuple[Any, Any]]) -> tuple[Any, Any]:
    """Hand the tables of the careers to Spark."""
    return handed(many())


# A way is made of the answers that test_agreement holds for every award: a few suffice for how ways are ranked.
@pytest.mark.parametrize("award", [*SMALL, "chien-si-thi-dua-toan-quoc"])
def test_one_law(tables: tuple[Any, Any], award: str) -> None:
    """A thousand careers are told alike under today's law."""
    found = told(frames.plan(*tables, award, law=TODAY))

    assert differences(found, many().dossiers, award, TODAY)[:5] == []


@pytest.mark.parametrize("award", SMALL[:2])
def test_by_row(tables: tuple[Any, Any], award: str) -> None:
    """So are they under the laws of their own days."""
    found = told(frames.plan(*tables, award, law=BY_ROW))

    assert differences(found, many().dossiers, award, BY_ROW)[:5] == []
