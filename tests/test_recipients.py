"""Whom the law itself names: settled though criteria were not read, and left open where the law's own text was not."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

import polars as pl
import pytest

import thidua
from tests.agreement import Careers
from thidua import Outcome, frames
from thidua.merit.program import program
from thidua.model.vocabulary import Kind

FLAG = ("co-thi-dua-cua-chinh-phu", date(2025, 8, 1))
"""A flag for collectives (Điều 25), of whose criteria a decree was not read."""
FIGHTER = ("chien-si-thi-dua-co-so", date(2012, 1, 2))
"""A title for individuals (Điều 23 of 15/2003), in a decree's time that was not read."""
AMENDED = ("chien-si-thi-dua-co-so", date(2026, 11, 1))
"""The same title after a law was amended by one that was not read: it may name others."""
ARTISAN = ("nghe-nhan-uu-tu", date(2012, 1, 2))
"""An honour in an article that a law not read is believed to rewrite."""


def verdict(award: str, day: date, kind: str) -> thidua.Verdict:
    """Judge an empty record."""
    dossier = thidua.load_dossier({"subject": {"kind": kind}, "year": day.year - 1})
    return thidua.assess(dossier, award, law=thidua.law_on(day))


@pytest.mark.parametrize(("award", "kind"), [(FLAG, "individual"), (FLAG, "household"), (FIGHTER, "household")])
def test_settled(award: tuple[str, date], kind: str) -> None:
    """A decree on criteria names no further recipient: the award is not for this one, as the law says."""
    found = verdict(*award, kind)

    assert (found.outcome, found.reason) == (Outcome.NOT_MET, "recipient")
    assert found.unread == ()
    assert found.why_not("vi") is not None


@pytest.mark.parametrize(("award", "kind"), [(AMENDED, "household"), (ARTISAN, "collective")])
def test_open(award: tuple[str, date], kind: str) -> None:
    """A law that was not read may name other recipients: nobody can say that this is none."""
    found = verdict(*award, kind)

    assert (found.outcome, found.reason) == (Outcome.UNKNOWN, "unread")
    assert found.as_last_read is Outcome.NOT_MET
    assert found.why_not() is None


@pytest.mark.parametrize(("award", "kind"), [(FLAG, "collective"), (FIGHTER, "individual")])
def test_named(award: tuple[str, date], kind: str) -> None:
    """Of those whom the law names the criteria decide, and these were not read."""
    assert verdict(*award, kind).outcome is Outcome.UNKNOWN


def test_draft() -> None:
    """A text below the law settles nothing of an award that no law names."""
    named = [program(thidua.law_on(day), award).named for award, day in (FLAG, FIGHTER, AMENDED, ARTISAN)]

    assert named == [True, True, False, False]


@cache
def careers() -> Careers:
    """Make some careers of every kind of recipient."""
    return Careers(150, seed=41)


@pytest.mark.parametrize("engine", ["polars", "polars-lazy", "pandas-numpy", "duckdb"])
@pytest.mark.parametrize(("award", "day"), [FLAG, FIGHTER, AMENDED])
def test_tables(engine: str, award: str, day: date) -> None:
    """Tables answer as dossiers do: outcome, reason and standing."""
    assert careers().differences(engine, award, thidua.law_on(day)) == []


@pytest.mark.parametrize("kind", ["individual", "collective", "household"])
def test_sql(kind: Kind) -> None:
    """So does the rule written as SQL: not met for whom the law does not name, else open."""
    duckdb = pytest.importorskip("duckdb")
    law = thidua.law_on(FLAG[1])
    cohort = pl.DataFrame({"subject": ["A"], "kind": [kind], "year": [2024]})
    records = pl.DataFrame({"subject": ["A"], "kind": ["rating"], "term": ["good"], "year": [2024]})
    measures = frames.measures(cohort, records, FLAG[0], law=law)
    with duckdb.connect() as session:
        session.register("measures", measures.to_arrow())
        answered = session.sql(frames.sql(FLAG[0], law=law)).project("outcome").fetchall()

    assert answered == [(verdict(*FLAG, kind).outcome.name,)]


def test_compared() -> None:
    """Who is no recipient before and after neither gains nor may: the comparison says that nothing changes."""
    cohort = pl.DataFrame({"subject": ["A"], "kind": ["household"], "year": [2011]})
    records: Any = pl.DataFrame({"subject": ["A"], "kind": ["rating"], "term": ["good"], "year": [2011]})
    before, after = thidua.law_on(FIGHTER[1]), thidua.law_on(date(2025, 8, 1))
    compared = frames.compare(cohort, records, FIGHTER[0], before=before, after=after)

    assert compared["change"].to_list() == ["stays"]
