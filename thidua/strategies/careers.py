"""Careers as an office keeps them: year after year, with the titles that such years earn, in the law's order."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from hypothesis import strategies as st

from thidua.model import vocabulary as words
from thidua.model.dossier import Dossier
from thidua.model.facts import Absence, AwardRecord, Disciplined, Initiative, Lead, Members, Subject, YearRecord
from thidua.strategies.words import LAST_YEAR

FIRST: Final = 2015
"""Records go back to this year: to the law as it was amended from 2014-06-01."""
_MOODS: Final[tuple[tuple[words.Rating, ...], ...]] = (
    ("good",),
    ("good", "good", "excellent"),
    ("excellent", "excellent", "good"),
    ("excellent",),
    ("good", "completed", "excellent", "failed"),
)
_TRACKS: Final[tuple[words.Track, ...]] = ("civil-servant", "civil-servant", "civil-servant", "worker", "labourer")

_MOSTLY: Final = st.sampled_from((True, True, True, False))
_SELDOM: Final = st.sampled_from((False, False, False, True))
_GOOD: Final = ("good", "excellent")
_SCOPES: Final[tuple[words.Scope, ...]] = ("grassroots", "grassroots", "province")
_SEXES: Final[tuple[words.Sex, ...]] = ("female", "male")


@st.composite
def careers(draw: st.DrawFn, *, kind: words.Kind = "individual", year: int | None = None) -> Dossier:
    """Draw a career up to a proposal, as an office keeps it: complete, in order, and free of contradictions.

    Every year is rated. Whoever was rated good holds Lao động tiên tiến of that year; of excellent years with an
    initiative some earned Chiến sĩ thi đua cơ sở, and three of those in a row, with an initiative of the province,
    Chiến sĩ thi đua cấp tỉnh. Collectives and households likewise. Titles are decided early in the next year, so
    that the year of the proposal has none yet. For records with gaps and contradictions of sense:
    ``dossiers``.

    Args:
        draw: given by Hypothesis.
        kind: the subject's kind.
        year: the achievement year, 2016 or later; drawn if absent.
    """
    last = draw(st.integers(FIRST + 1, LAST_YEAR - 1)) if year is None else year
    first = draw(st.integers(FIRST, last))
    began = date(first - draw(st.integers(0, 20)), draw(st.integers(1, 2)), 1)
    mood = draw(st.sampled_from(_MOODS))
    rated = {each: draw(st.sampled_from(mood)) for each in range(first, last + 1)}
    made = {"individual": _person, "collective": _collective, "household": _household}[kind]
    return Dossier(
        year=last,
        received=date(last + 1, draw(st.integers(1, 2)), draw(st.integers(15, 28))),
        known_from=first,
        **draw(made(rated, began)),
    )


@st.composite
def _person(draw: st.DrawFn, rated: Mapping[int, words.Rating], began: date) -> dict[str, Any]:
    last = max(rated)
    sex = draw(st.sampled_from(_SEXES))
    disciplined = [year for year, rating in rated.items() if rating == "failed" and draw(st.booleans())]
    made = [_initiative(year, draw(st.sampled_from(_SCOPES))) for year in rated if draw(st.booleans())]
    by_year = {each.year: each for each in made}
    fighter = [year for year, rating in rated.items() if rating == "excellent" and year in by_year and draw(_MOSTLY)]
    of_province = [
        year
        for year in fighter
        if {year - 1, year - 2} <= {*fighter} and by_year[year].scope == "province" and draw(_MOSTLY)
    ]
    certificates = [year for year in fighter if year - 1 in fighter and year not in of_province and draw(st.booleans())]
    titles = {
        "lao-dong-tien-tien": [year for year, rating in rated.items() if rating in _GOOD],
        "chien-si-thi-dua-co-so": fighter,
        "chien-si-thi-dua-bo-ban-nganh-tinh": of_province,
        "bang-khen-cua-bo-ban-nganh-tinh": certificates[:1],
    }
    away = [year for year in rated if sex == "female" and rated[year] in _GOOD and draw(_SELDOM)]
    return {
        "subject": Subject(kind="individual", tracks=(draw(st.sampled_from(_TRACKS)),), sex=sex),
        "joined": began,
        "years": _rated(rated),
        "awards": draw(_held(titles, last)),
        "initiatives": tuple(made),
        "absences": tuple(Absence(year=year, kind="maternity", working_days=120) for year in away[:2]),
        "disciplines": tuple(
            Disciplined(measure="khien-trach", since=date(year, 6, 1), until=date(year + 1, 6, 1))
            for year in disciplined
        ),
    }


@st.composite
def _collective(draw: st.DrawFn, rated: Mapping[int, words.Rating], began: date) -> dict[str, Any]:
    last, total = max(rated), draw(st.integers(5, 60))
    completed = total - draw(st.sampled_from((0, 0, 0, 1)))
    advanced = completed - draw(st.integers(0, total // 3))
    excellent = [year for year, rating in rated.items() if rating == "excellent" and draw(_MOSTLY)]
    led = [year for year in excellent if draw(_SELDOM)]
    titles = {
        "tap-the-lao-dong-tien-tien": [year for year, rating in rated.items() if rating in _GOOD],
        "tap-the-lao-dong-xuat-sac": excellent,
        "co-thi-dua-cua-bo-ban-nganh-tinh": led,
    }
    return {
        "subject": Subject(kind="collective", body="unit", flag_eligible=bool(led)),
        "founded": began,
        "years": _rated(rated),
        "awards": draw(_held(titles, last)),
        "leads": tuple(Lead(year=year, organiser="province-council") for year in led),
        "members": Members(
            total=total,
            completed=completed,
            advanced=advanced,
            worst_discipline=draw(st.sampled_from(("none", "none", "none", "khien-trach", "canh-cao"))),
        ),
        "holders": {"chien-si-thi-dua-co-so": draw(st.integers(0, advanced * 15 // 100))},
    }


@st.composite
def _household(draw: st.DrawFn, rated: Mapping[int, words.Rating], began: date) -> dict[str, Any]:
    years = [year for year in rated if draw(_MOSTLY)]
    return {
        "subject": Subject(kind="household"),
        "founded": began,
        "awards": draw(_held({"gia-dinh-van-hoa": years}, max(rated))),
    }


def _initiative(year: int, scope: words.Scope) -> Initiative:
    return Initiative(id=f"SK-{year}", year=year, kind="initiative", status="applied", scope=scope)


def _rated(rated: Mapping[int, words.Rating]) -> tuple[YearRecord, ...]:
    return tuple(YearRecord(year=year, rating=rating) for year, rating in rated.items())


@st.composite
def _held(draw: st.DrawFn, titles: Mapping[str, list[int]], last: int) -> tuple[AwardRecord, ...]:
    """Put titles on record, those of the last year excepted: their decisions are still to come."""
    day = draw(st.integers(2, 28))
    held = [
        AwardRecord(award=award, year=year, commendation="merit", decided_on=date(year + 1, 1, day))
        for award, years in titles.items()
        for year in years
        if year < last
    ]
    return tuple(sorted(held, key=lambda each: each.year))
