"""Agreement: every engine gives the outcome and the reason that ``assess`` gives, row by row."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from functools import cache

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import thidua
from tests.agreement import BY_ROW, ENGINES, FAMILIES, SMALL, TODAY, Careers, asked, differences
from thidua import frames, strategies
from thidua.book.catalogue import catalogue
from thidua.book.law import LawChoice
from thidua.book.shelf import changes
from thidua.errors import NotInForce

LAWS: dict[str, LawChoice] = {
    "today": TODAY,
    "today, stopping": thidua.law_on(TODAY.day),
    "by row": BY_ROW,
    "by row, stopping": thidua.law_on,
}
PLANNED_LONG = ("huan-chuong-lao-dong-hang-ba", "bang-khen-cua-thu-tuong-chinh-phu", "nha-giao-uu-tu")
"""Awards whose queries DuckDB plans for seconds: they are asked of it among the large tests."""


@cache
def few() -> Careers:
    """Make the careers that the quick tests share."""
    return Careers(300, seed=22)


@pytest.mark.parametrize(
    ("engine", "award"),
    [(engine, award) for engine in ENGINES for award in FAMILIES if engine != "duckdb" or award not in PLANNED_LONG],
)
def test_one_law(engine: str, award: str) -> None:
    """Under one law, an award of every family is answered alike by every engine."""
    assert few().differences(engine, award, TODAY) == []


@pytest.mark.parametrize("award", SMALL)
@pytest.mark.parametrize("engine", ENGINES)
def test_by_row(engine: str, award: str) -> None:
    """Rows of one table are answered each under the law of its own day, on every engine."""
    assert few().differences(engine, award, BY_ROW) == []


@pytest.mark.parametrize("engine", ["polars-lazy", "polars-streaming"])
def test_rows_in_no_order(engine: str) -> None:
    """A lazy table that a grouping made comes in another order each time it is read: each row keeps its answer."""
    cohort, records = few().handed(engine)
    shuffled = cohort.group_by(cohort.collect_schema().names()).agg()
    for _ in range(3):
        answered = frames.assess(shuffled, records, "chien-si-thi-dua-co-so", law=TODAY)
        assert differences(answered, few().wanted("chien-si-thi-dua-co-so", TODAY), engine) == []


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("award", SMALL)
def test_unread(award: str, law: str) -> None:
    """A text that nobody has read stops a row as it stops a dossier, or gives way to the last that was read."""
    assert few().differences("polars", award, LAWS[law]) == []


@settings(max_examples=25)
@given(st.sampled_from(SMALL), st.sampled_from([TODAY, BY_ROW, thidua.law_on]), strategies.cohorts(max_size=8))
def test_strategies(award: str, law: LawChoice, dossiers: list[thidua.Dossier]) -> None:
    """Cohorts that Hypothesis draws are answered as their dossiers are."""
    answered = frames.assess(*frames.from_dossiers(dossiers), award, law=law)

    assert differences(answered, {str(each.subject.id): asked(each, award, law) for each in dossiers}) == []


def test_changes() -> None:
    """On the day before a change of the law the old law answers, on its day the new one."""
    days = [day for change in changes() for day in (change - timedelta(days=1), change)]
    dossiers = [
        attrs.evolve(dossier, received=day, subject=attrs.evolve(dossier.subject, id=f"{day} {dossier.subject.id}"))
        for day in days
        for dossier in few().dossiers
        if day.year - 1 <= dossier.year <= day.year
    ]
    assert {dossier.received for dossier in dossiers} >= {day for day in days if day.year > 2003}

    answered = frames.assess(*frames.from_dossiers(dossiers), "CSTĐCS", law=BY_ROW)

    assert differences(answered, {str(each.subject.id): asked(each, "CSTĐCS", BY_ROW) for each in dossiers}) == []


def test_spread() -> None:
    """The careers are no easy ones: every outcome is given often, for many reasons."""
    answers = [answer for award in FAMILIES for answer in few().wanted(award, TODAY).values()]
    outcomes = Counter(outcome for outcome, *_ in answers)

    assert min(outcomes[name] for name in ("MET", "PENDING", "UNKNOWN", "NOT_MET")) > 20
    assert len({reason for *_, reason, _ in answers}) > 30


DOZEN = (*FAMILIES, "huan-chuong-lao-dong-hang-nhat", "chien-si-thi-dua-bo-ban-nganh-tinh")


@cache
def many() -> Careers:
    """Make the careers that every engine is asked about."""
    return Careers(5_000, seed=2025)


@pytest.mark.large
def test_all_awards_of_a_law() -> None:
    """The law of today has nearly every award there is; the others exist in no law of that day."""
    absent = sorted({award.id for award in catalogue().awards} - {award.id for award in TODAY.awards})

    assert len(absent) < 5
    for award in absent:
        with pytest.raises(NotInForce):
            thidua.assess(many().dossiers[0], award, law=TODAY)
        with pytest.raises(NotInForce):
            frames.assess(*many().tables, award, law=TODAY)


@pytest.mark.large
@pytest.mark.parametrize("engine", ENGINES)
def test_every_award(engine: str) -> None:
    """Five thousand careers are answered alike by every engine, for all awards of today's law."""
    found = {award.id: many().differences(engine, award.id, TODAY) for award in TODAY.awards}

    assert {award: rows[:5] for award, rows in found.items() if rows} == {}


@pytest.mark.large
def test_hundred_thousand() -> None:
    """A hundred thousand careers are answered alike under the laws of their own days, for a dozen awards."""
    crowd = Careers(100_000, seed=100)
    found = {award: crowd.differences("polars", award, BY_ROW) for award in DOZEN}

    assert {award: rows[:5] for award, rows in found.items() if rows} == {}
