"""How far the rows of a table are: on every engine what ``Verdict.lacking`` tells of the dossier."""

from __future__ import annotations

from functools import cache
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import thidua
from tests.agreement import BY_ROW, ENGINES, FAMILIES, SMALL, TODAY, Careers
from thidua import Outcome, frames, strategies
from thidua.book.law import Law, LawChoice
from thidua.errors import NotInForce
from thidua.frames import SHORT
from thidua.merit.verdict import Verdict
from thidua.model.condition import Holds, Run
from thidua.model.dossier import Dossier
from thidua.model.finding import Finding

Told = tuple[int | None, int | None, str | None, int | None]
LONG = ("huan-chuong-lao-dong-hang-ba", "bang-khen-cua-thu-tuong-chinh-phu", "nha-giao-uu-tu")
"""Awards whose queries DuckDB plans for seconds."""
STOPPING = thidua.law_on(TODAY.day)


def wanted(dossier: Dossier, award: str, law: LawChoice) -> Told:
    """Tell of a dossier what its row should: ``lacking``, counted."""
    if not isinstance(law, Law) and dossier.received is None:
        return (None, None, None, None)
    try:
        verdict = thidua.assess(dossier, award, law=law)
    except NotInForce:
        return (None, None, None, None)
    outcomes = [leaf.on_facts for leaf in verdict.lacking]
    code = verdict.lacking[0].code if len(outcomes) == 1 else None
    return (outcomes.count(Outcome.NOT_MET), outcomes.count(Outcome.UNKNOWN), code, _years(verdict))


def _years(verdict: Verdict) -> int | None:
    """Return how many years running are wanting by what the one finding shows of the record."""
    if len(verdict.lacking) != 1 or verdict.lacking[0].on_facts is not Outcome.NOT_MET:
        return None
    (leaf,) = verdict.lacking
    need, year = leaf.need, verdict.dossier.year
    if leaf.about.negated:
        return None
    if isinstance(need, Run):
        return need.years - (year + 1 - leaf.have[0] if leaf.have else 0)
    if isinstance(need, Holds) and need.consecutive is not None and need.spacing == 1 and not need.anywhere:
        last = year - need.lag
        return next(short for short in range(need.consecutive + 1) if _held(leaf, last, need.consecutive - short))
    return None


def _held(leaf: Finding, last: int, years: int) -> bool:
    return set(range(last + 1 - years, last + 1)) <= set(leaf.have or ())


def told(planned: Any, engine: str = "") -> dict[str, Told]:
    """Read the four columns, whatever engine holds them."""
    if engine == "polars-streaming":
        planned = planned.collect(engine="streaming")
    frame = nw.from_native(planned).select("subject", *SHORT)
    frame = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    columns = frame.to_arrow().to_pydict()
    return {row[0]: row[1:] for row in zip(*(columns[name] for name in ("subject", *SHORT)), strict=True)}


def differences(found: dict[str, Told], dossiers: list[Dossier], award: str, law: LawChoice) -> list[Any]:
    """Return the rows that are told otherwise; years may be left untold where the record leaves some of them open."""
    asked = {str(dossier.subject.id): wanted(dossier, award, law) for dossier in dossiers}
    assert found.keys() == asked.keys()
    return [
        (subject, found[subject], answer)
        for subject, answer in asked.items()
        if found[subject][:3] != answer[:3] or found[subject][3] not in (None, answer[3])
    ]


@cache
def few() -> Careers:
    """Make the careers that the tests share."""
    return Careers(300, seed=22)


@pytest.mark.parametrize(
    ("engine", "award"),
    [(engine, award) for engine in ENGINES for award in FAMILIES if engine != "duckdb" or award not in LONG],
)
def test_one_law(engine: str, award: str) -> None:
    """Under one law every engine tells of a row what the dossier's verdict lacks."""
    found = told(frames.plan(*few().handed(engine), award, law=TODAY), engine)

    assert differences(found, few().dossiers, award, TODAY) == []
