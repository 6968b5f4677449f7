"""By when: what must be done for an award, its last day, and whether it was done in time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from importlib import import_module
from typing import Final, get_args

import attrs

from thidua.book.law import Law, Placed
from thidua.decision.workdays import (
    COUNTED,
    WorkingDays,
    add_working_days,
    next_working_day,
    vietnam,
    working_days_between,
)
from thidua.errors import InputError, Problem, UnknownTerm, worded
from thidua.exact import show
from thidua.model.award import Award
from thidua.model.bounds import YEAR
from thidua.model.citation import Citation
from thidua.model.deadline import Deadline, Event
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.outline import Unread
from thidua.model.vocabulary import Commendation
from thidua.text import nearest

EVENTS: Final[tuple[Event, ...]] = get_args(Event)


@attrs.frozen(kw_only=True)
class Given:
    """What the caller gives: the days of events, the year of days of the year, the working days."""

    events: Mapping[Event, date]
    year: int | None
    calendar: WorkingDays


@attrs.frozen(kw_only=True)
class Due:
    """One thing that must be done, and by which day.

    Attributes:
        entry: what must be done, by whom, within what time.
        award: the award for which.
        counted_from: the day of the event; None where the deadline is a day of the year, or the event was not given.
        day: the last day on which it is in time on every reading of the text; None where a fact is missing.
        open_to: the last day on which it may still be in time, where the text leaves that open: a fixed day falls on a
            day off, it is the day of the event itself, or the first day of those before it; else ``day``.
        missing: what must be given: ``"events.dossier-complete"``, ``"year"``; empty where nothing is.
        calendar: the working days it was reckoned with.
        firm: every day off that bears on ``day`` is known.
        citation: where it is written.
        counting: by what a term is counted and ends; None for a day of the year.
        unread: a text not read that may have changed it.
    """

    entry: Deadline
    award: Award
    counted_from: date | None
    day: date | None
    open_to: date | None
    missing: tuple[str, ...] = ()
    calendar: WorkingDays
    firm: bool = True
    citation: Citation
    counting: Citation | None
    unread: Unread | None = None


@attrs.frozen(kw_only=True)
class DeadlineReport:
    """The deadlines of one award.

    Attributes:
        award: the award.
        commendation: the kind of commendation asked of; None where none was.
        dues: what must be done, by day; first what has none, for want of a fact.
        missing: ``"commendation"`` where there is more that must be done for one kind alone, and none was said.
        unread: texts on its deadlines that were not read: the list may lack what they say.
        law: the law asked.
    """

    award: Award
    commendation: Commendation | None = None
    dues: tuple[Due, ...]
    missing: tuple[str, ...] = ()
    unread: tuple[Unread, ...]
    law: Law = attrs.field(repr=False)

    def explain(self, locale: str = "vi") -> str:
        """Tell them in prose, with their articles, in Vietnamese (``"vi"``) or English (``"en"``)."""
        text: str = import_module("thidua.wording.deadlines").explain(self, locale)
        return text

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook").prose(self)
        return shown


def deadlines(  # noqa: PLR0913  # one keyword for each fact a term may hang on
    award: str | Award,
    *,
    law: Law,
    commendation: Commendation | None = None,
    events: Mapping[Event, date] | None = None,
    year: int | None = None,
    calendar: WorkingDays | None = None,
) -> DeadlineReport:
    """Return what must be done for an award and by which day.

    Args:
        award: the award, or any name of it.
        law: the law of a day.
        commendation: the kind of commendation proposed; terms that are for one kind alone need it.
        events: the days of the events that terms are counted from: ``dossier-complete``, ``opinions-complete``,
            ``decision-received``, ``refusal-received``, ``council-meets``, ``proposal``, ``conference``. A term whose
            event has no day here has no last day, and says so.
        year: the year of the calendar in which days of the year ("chậm nhất vào ngày 31 tháng 12") are meant.
        calendar: the working days; absent: :func:`~thidua.decision.workdays.vietnam` (extra ``calendar``).

    Raises:
        UnknownTerm: no such award, event or kind of commendation.
        NotInForce: the award is not of this day.
        InputError: an event has no day for a value, or the calendar is not there.

    Source: Luật 06/2022/QH15 Điều 84; NĐ 98/2023/NĐ-CP Điều 32, 46; NĐ 152/2025/NĐ-CP Điều 44.

    >>> from thidua import law_on
    >>> complete = {"dossier-complete": date(2025, 1, 10)}
    >>> report = deadlines("Cờ thi đua của Chính phủ", law=law_on(date(2025, 1, 10)), events=complete, year=2025)
    >>> [(due.entry.id, due.day.isoformat()) for due in report.dues if due.day]  # Tết lies between
    [('32.2', '2025-02-14'), ('32.1.b', '2025-06-30'), ('32.1.b-education', '2025-12-31')]
    """
    found = law.award(award)
    if commendation is not None and commendation not in get_args(Commendation):
        words = get_args(Commendation)
        raise UnknownTerm("kind of commendation", str(commendation), nearest(str(commendation), words))
    given = Given(events=_checked(events or {}, year), year=year, calendar=calendar or vietnam())
    may = [placed for placed in law.of(Deadline) if placed.entry.may_speak_of(found)]
    fitting = [placed for placed in may if placed.entry.speaks_of(found, commendation)]
    dues = (due_of(placed, found, law, given) for placed in fitting)
    unread = tuple(placed.entry for placed in law.unread(Deadline.table, found.id))
    in_order = sorted(dues, key=lambda due: due.day or date.min)
    missing = ("commendation",) if commendation is None and len(fitting) < len(may) else ()
    return DeadlineReport(
        award=found, commendation=commendation, dues=tuple(in_order), missing=missing, unread=unread, law=law
    )


def _checked(events: Mapping[Event, date], year: int | None) -> Mapping[Event, date]:
    for name in events:
        if name not in EVENTS:
            raise UnknownTerm("event", str(name), nearest(str(name), EVENTS))
    problems = [
        Problem(f"$.events.{name}", "bad-value", worded("expected a day, got {day}", day=show(day)))
        for name, day in events.items()
        if type(day) is not date
    ]
    if year is not None:
        fault = YEAR.fault(year) if type(year) is int else worded("expected a year, got {year}", year=show(year))
        problems += [Problem("$.year", "out-of-range", fault)] if fault else []
    if problems:
        raise InputError(problems)
    return events


def due_of(placed: Placed[Deadline], award: Award, law: Law, given: Given) -> Due:
    """Return by which day one deadline of the law falls due for an award."""
    entry = placed.entry
    start = given.events.get(entry.event) if entry.event else None
    made = Due(
        entry=entry,
        award=award,
        counted_from=start,
        day=None,
        open_to=None,
        calendar=given.calendar,
        citation=placed.citation,
        counting=COUNTED if entry.working_days or entry.days else None,
        unread=_stopping(placed, award, law),
    )
    if entry.event is None:
        printed = None if given.year is None else entry.day_of(given.year)
        return attrs.evolve(made, missing=("year",)) if printed is None else _dated(made, printed)
    if start is None:
        return attrs.evolve(made, missing=(f"events.{entry.event}",))
    return _after(made, start) if entry.side == "after" else _ahead(made, start)


def _dated(due: Due, printed: date) -> Due:
    """A day of the year; whether a day off carries it over to the next working day, the text does not say."""
    if due.entry.before:
        day = printed - timedelta(days=1)
        return _reckoned(due, day, next_working_day(day, due.calendar), day)
    return _reckoned(due, printed, next_working_day(printed, due.calendar), printed)


def _after(due: Due, start: date) -> Due:
    """A term: its first day is the one after the event, and a last day off carries it over."""
    if due.entry.working_days:
        day = add_working_days(start, due.entry.working_days, due.calendar)
    else:
        day = next_working_day(start + timedelta(days=due.entry.days or 0), due.calendar)
    return _reckoned(due, day, day, start)


def _ahead(due: Due, event: date) -> Due:
    """So many days before an event: full days between are in time for certain; with the day itself it may be."""
    length = due.entry.working_days or due.entry.days
    if due.entry.working_days:
        open_to = add_working_days(event, -due.entry.working_days, due.calendar)
        day = add_working_days(open_to, -1, due.calendar)
    else:
        open_to = event - timedelta(days=length or 0)
        day = open_to - timedelta(days=1)
    return _reckoned(due, day, open_to, event)


def _reckoned(due: Due, day: date, open_to: date, other: date) -> Due:
    counts = due.entry.working_days is not None or due.entry.side == "after"  # its days off, or that of its last day
    return attrs.evolve(due, day=day, open_to=open_to, firm=not counts or due.calendar.knows(day, open_to, other))


def _stopping(placed: Placed[Deadline], award: Award, law: Law) -> Unread | None:
    """Return the text not read that may have changed a deadline.

    What a document does not show of itself takes nothing from what it shows; a decree not read does not change a law,
    nor any text what the caller brings.
    """
    for unread in law.stopping(Deadline.table, award.id):
        same = unread.header.id == placed.header.id or placed.header.id in law.statute.local
        if not same and (placed.header.kind != "law" or unread.header.kind == "law"):
            return unread.entry
    return None


def check_deadline(due: Due, done: date | None) -> Finding:
    """Say whether something was done in time.

    The finding's ``have`` is the day on which it was done, ``need`` the last day. NOT_MET has a child ``late``, whose
    ``have`` is by how many working days. UNKNOWN: a day is missing; it was done before the event that opens the term
    (child ``before-event``); the text leaves the day open (child ``open``); days off of the year are not known (child
    ``calendar``); or a text that may have changed the deadline was not read (children ``unread``, ``as-last-read``).

    Args:
        due: what :func:`deadlines` gives.
        done: the day on which it was done; None where that is not known.

    Raises:
        InputError: it is no day.

    >>> from thidua import law_on
    >>> complete = {"dossier-complete": date(2025, 1, 10)}
    >>> [due] = deadlines("BKTTg", law=law_on(date(2024, 12, 2)), events=complete).dues[-1:]
    >>> [check_deadline(due, date(2025, 2, day)).outcome.name for day in (14, 17)]
    ['MET', 'NOT_MET']
    """
    if done is not None and type(done) is not date:
        raise InputError.one("$.done", "bad-value", worded("expected a day, got {day}", day=show(done)))
    about = About(due.entry.id, due.citation, due.day, due)
    missing = (*due.missing, *(() if done else ("done",)))
    if due.day is None or due.open_to is None or done is None:
        return fact(about, Outcome.UNKNOWN, done, missing=missing)
    outcome, notes = _judged(due, due.day, due.open_to, done)
    if due.unread is not None:
        last = fact(About("as-last-read"), Outcome.UNKNOWN, outcome)
        notes = (fact(About("unread", subject=due.unread), Outcome.UNKNOWN), last, *notes)
        outcome = Outcome.UNKNOWN
    return fact(about, outcome, done, notes)


def _judged(due: Due, day: date, open_to: date, done: date) -> tuple[Outcome, tuple[Finding, ...]]:
    if due.counted_from is not None and due.entry.side == "after" and done < due.counted_from:
        return Outcome.UNKNOWN, (fact(About("before-event", None, due.counted_from, due), Outcome.UNKNOWN),)
    if not due.firm and not _certain(due, day, done):
        return Outcome.UNKNOWN, (fact(About("calendar", subject=due), Outcome.UNKNOWN, due.calendar.known_to),)
    if done <= day:
        return Outcome.MET, ()
    if done <= open_to:
        return Outcome.UNKNOWN, (fact(About("open", need=open_to, subject=due), Outcome.UNKNOWN),)
    late = working_days_between(open_to, done, due.calendar)
    return Outcome.NOT_MET, (fact(About("late", COUNTED, None, due), Outcome.NOT_MET, late),)


def _certain(due: Due, day: date, done: date) -> bool:
    """Say whether no day off that is not known could change the answer: so many working days are no fewer days."""
    if due.counted_from is None:  # a day of the year: a day off only carries it over
        return done <= day
    length = timedelta(days=due.entry.working_days or due.entry.days or 0)
    return done <= due.counted_from + length if due.entry.side == "after" else done > due.counted_from - length
