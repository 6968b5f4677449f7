"""Dossiers, and the facts they are made of."""

from __future__ import annotations

from datetime import date, timedelta

import attrs
from hypothesis import strategies as st

from thidua.model import vocabulary as words
from thidua.model.dossier import Dossier
from thidua.model.facts import (
    NOT_SAID,
    Absence,
    Achievement,
    AwardRecord,
    Disciplined,
    Initiative,
    Lead,
    Members,
    MovementResult,
    Post,
    Proceeding,
    Service,
    Subject,
    YearRecord,
)
from thidua.strategies.words import FIRST_YEAR, LAST_YEAR, YEARS, award_ids, days, maybe, words_of


def subjects(kind: words.Kind | None = None) -> st.SearchStrategy[Subject]:
    """Draw a subject, of one kind if given."""
    return st.builds(
        Subject,
        kind=st.just(kind) if kind else words_of(words.Kind),
        tracks=st.lists(words_of(words.Track), max_size=2, unique=True).map(tuple),
        sex=maybe(words_of(words.Sex)),
        body=maybe(words_of(words.Body)),
        force=maybe(words_of(words.Force)),
        flag_eligible=maybe(st.booleans()),
        martyr=maybe(st.booleans()),
    )


def members() -> st.SearchStrategy[Members]:
    """Draw a collective's members; no more are honoured than there are."""

    def parts(total: int) -> st.SearchStrategy[Members]:
        def built(known: list[int], worst: words.WorstDiscipline | None) -> Members:
            completed, advanced = [*sorted(known, reverse=True), None, None][:2]
            return Members(total=total, completed=completed, advanced=advanced, worst_discipline=worst)

        counts = st.lists(st.integers(0, total), max_size=2)
        return st.builds(built, counts, maybe(words_of(words.WorstDiscipline)))

    return st.integers(0, 60).flatmap(parts)


@st.composite
def dossiers(draw: st.DrawFn, *, kind: words.Kind | None = None, year: int | None = None) -> Dossier:
    """Draw a dossier: a career with gaps, duplicates, unknowns and discipline.

    Args:
        draw: given by Hypothesis.
        kind: the subject's kind; drawn if absent.
        year: the achievement year; drawn if absent.
    """
    last = draw(st.integers(FIRST_YEAR + 6, LAST_YEAR)) if year is None else year
    past = st.integers(last - 12, last)
    subject = draw(subjects(kind))
    counted = draw(members()) if subject.kind == "collective" and draw(st.booleans()) else None
    most = counted.total if counted else 9
    rated = draw(st.dictionaries(past, words_of(words.Rating), max_size=10))
    return Dossier(
        subject=subject,
        year=last,
        received=draw(maybe(days(last, last + 1))),
        commendation=draw(maybe(words_of(words.Commendation))),
        known_from=draw(maybe(past)),
        joined=draw(maybe(days(last - 15, last))),
        founded=draw(maybe(days(last - 40, last))),
        years=tuple(YearRecord(year=when, rating=rating) for when, rating in sorted(rated.items())),
        awards=tuple(draw(st.lists(award_records(past), max_size=10))),
        initiatives=tuple(draw(st.lists(initiatives(past), max_size=4))),
        achievements=tuple(draw(st.lists(achievements(past), max_size=3))),
        movements=tuple(draw(st.lists(movement_results(past), max_size=2))),
        absences=tuple(draw(st.lists(absences(past), max_size=3))),
        disciplines=tuple(draw(st.lists(disciplines(last), max_size=2))),
        proceedings=tuple(draw(st.lists(proceedings(last), max_size=1))),
        service=tuple(draw(st.lists(services(last), max_size=3))),
        posts=tuple(draw(st.lists(posts(last), max_size=2))),
        leads=tuple(draw(st.lists(st.builds(Lead, year=past, organiser=words_of(words.Organiser)), max_size=2))),
        members=counted,
        holders=draw(st.dictionaries(award_ids(), st.integers(0, most), max_size=2)),
        attested=draw(st.sampled_from([{}, {"*": True}, {"*": False}])),
    )


@st.composite
def cohorts(
    draw: st.DrawFn,
    *,
    max_size: int = 6,
    kind: words.Kind | None = None,
    each: st.SearchStrategy[Dossier] | None = None,
) -> list[Dossier]:
    """Draw dossiers for tables: each subject has an id of its own.

    Args:
        draw: given by Hypothesis.
        max_size: the most dossiers there may be; there may be none.
        kind: the subjects' kind; each draws its own if absent.
        each: what draws one of them, in place of :func:`dossiers`: ``careers(year=2025)`` makes a unit's year.
    """
    names = draw(st.lists(st.text("AĐ-/0123456789", min_size=1, max_size=8), max_size=max_size, unique=True))
    one = dossiers(kind=kind) if each is None else each
    return [
        attrs.evolve(found, subject=attrs.evolve(found.subject, id=name)) for name in names for found in [draw(one)]
    ]


def award_records(years: st.SearchStrategy[int] = YEARS) -> st.SearchStrategy[AwardRecord]:
    """Draw an award held in one of the years, decided no earlier; if it was revoked, then after it was decided."""

    def record(award: str, year: int, commendation: words.Commendation | None, waits: list[int]) -> AwardRecord:
        known = [date(year, 1, 1) + timedelta(days=wait) for wait in sorted(waits)]
        decided, revoked = [*known, None, None][:2]
        return AwardRecord(award=award, year=year, commendation=commendation, decided_on=decided, revoked_on=revoked)

    waits = st.lists(st.integers(0, 1000), max_size=2)
    return st.builds(record, award_ids(), years, maybe(words_of(words.Commendation)), waits)


def initiatives(years: st.SearchStrategy[int] = YEARS) -> st.SearchStrategy[Initiative]:
    """Draw an initiative of one of the years."""
    return st.builds(
        Initiative,
        year=years,
        kind=words_of(words.InitiativeKind),
        id=maybe(st.sampled_from(["SK-1", "SK-2"])),
        status=maybe(words_of(words.Status)),
        scope=maybe(words_of(words.Scope)),
    )


def achievements(years: st.SearchStrategy[int] = YEARS) -> st.SearchStrategy[Achievement]:
    """Draw an achievement of one of the years."""
    return st.builds(
        Achievement,
        year=years,
        kind=words_of(words.AchievementKind),
        degree=maybe(words_of(words.Degree)),
        scope=maybe(words_of(words.Scope)),
        recognised_by=maybe(words_of(words.Recogniser)),
        value=maybe(st.integers(0, 10**10)),
        years=maybe(st.integers(0, 10)),
    )


def movement_results(years: st.SearchStrategy[int] = YEARS) -> st.SearchStrategy[MovementResult]:
    """Draw a result in a movement."""
    return st.builds(
        MovementResult,
        movement=st.sampled_from(["nong-thon-moi", "vi-nguoi-ngheo"]),
        launched_by=maybe(words_of(words.Launcher)),
        years=maybe(st.integers(0, 10)),
        review=maybe(words_of(words.Review)),
        result=maybe(words_of(words.Result)),
        year=maybe(years),
    )


def absences(years: st.SearchStrategy[int] = YEARS) -> st.SearchStrategy[Absence]:
    """Draw an absence in one of the years."""
    return st.builds(
        Absence,
        year=years,
        kind=words_of(words.AbsenceKind),
        working_days=maybe(st.integers(0, 260)),
        months=maybe(st.integers(0, 24)),
        result=maybe(words_of(words.Grade)),
    )


def disciplines(last: int = LAST_YEAR) -> st.SearchStrategy[Disciplined]:
    """Draw a disciplinary measure, over or still running."""
    return st.builds(
        lambda measure, since, years: Disciplined(measure=measure, since=since, until=_end(since, years)),
        words_of(words.Discipline),
        days(last - 4, last),
        maybe(st.just(NOT_SAID) | st.integers(0, 2)),
    )


def proceedings(last: int = LAST_YEAR) -> st.SearchStrategy[Proceeding]:
    """Draw a proceeding, over or still open."""
    return st.builds(
        lambda since, open_, cleared: Proceeding(
            kind="inspection", since=since, until=None if open_ else date(since.year, 12, 31), cleared=cleared
        ),
        days(last - 2, last),
        st.booleans(),
        maybe(st.booleans()),
    )


def services(last: int = LAST_YEAR) -> st.SearchStrategy[Service]:
    """Draw a stretch of service, over or still running."""
    return st.builds(
        lambda since, years, force, activity, hardship, border: Service(
            since=since, until=_end(since, years), force=force, activity=activity, hardship=hardship, border=border
        ),
        days(last - 30, last),
        maybe(st.just(NOT_SAID) | st.integers(0, 30)),
        maybe(words_of(words.Force)),
        maybe(words_of(words.Activity)),
        maybe(st.booleans()),
        maybe(st.booleans()),
    )


def posts(last: int = LAST_YEAR) -> st.SearchStrategy[Post]:
    """Draw a post held, over or still running."""
    return st.builds(
        lambda since, years, post: Post(since=since, until=_end(since, years), post=post),
        days(last - 20, last),
        maybe(st.just(NOT_SAID) | st.integers(0, 15)),
        words_of(words.PostGroup),
    )


def _end(since: date, years: date | int | None) -> date | None:
    return years if years is None or isinstance(years, date) else date(since.year + years, 12, 31)
