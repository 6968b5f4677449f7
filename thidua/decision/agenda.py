"""The calendar of a year for one office: what it must do by which day, worked back from the days that are fixed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from importlib import import_module
from typing import Final, get_args

import attrs

from thidua.book.law import Law, Placed
from thidua.decision.deadlines import Due, Given, due_of
from thidua.decision.workdays import WorkingDays, add_working_days, is_working_day, vietnam
from thidua.errors import InputError, Problem, UnknownTerm, worded
from thidua.exact import show
from thidua.model.award import Award
from thidua.model.bounds import YEAR
from thidua.model.citation import Citation
from thidua.model.deadline import Actor, Deadline, Event
from thidua.model.form import FormEntry
from thidua.model.outline import Unread
from thidua.text import nearest

OFFICES: Final[tuple[Actor, ...]] = get_args(Actor)
PROPOSED: Final = ("Trình hồ sơ đề nghị khen thưởng", "Send the proposal")
"""What is done on a day that the caller planned."""
_REPORTS: Final[Actor] = "ministry-province"
"""Whose statistical forms the Ministry of Home Affairs receives."""


@attrs.frozen(kw_only=True)
class Duty:
    """One thing to do by a day.

    Attributes:
        day: the last working day on which it is in time on every reading of the text.
        label, gloss: what is to be done.
        awards: for which awards; none for a statistical form.
        form: the number of the statistical form; None for what is no form.
        proposal: the day by which the proposal must be in, from which it was worked back; None where it was not.
        due: how its day was reckoned; None for a day that the caller gave, and for a form.
        firm: every day off that bears on ``day`` is known.
        citation: where it is written; None for a day that the caller gave.
    """

    day: date
    label: str
    gloss: str
    awards: tuple[Award, ...] = ()
    form: str | None = None
    proposal: date | None = None
    due: Due | None = None
    firm: bool = True
    citation: Citation | None = None

    @property
    def unread(self) -> Unread | None:
        """A text not read that may have changed it."""
        return None if self.due is None else self.due.unread


@attrs.frozen(kw_only=True)
class OfficeCalendar:
    """What an office must do in a year, by day.

    Attributes:
        year, office: of which year and which office.
        duties: what is to be done, in the order of the days. What was worked back may fall in the year before.
        unread: texts on deadlines that were not read: the calendar may lack what they say.
        calendar: the working days it was reckoned with.
        law: the law asked, that of one day: what changes later in the year is not in it.
    """

    year: int
    office: Actor
    duties: tuple[Duty, ...]
    unread: tuple[Unread, ...]
    calendar: WorkingDays
    law: Law = attrs.field(repr=False)

    def explain(self, locale: str = "vi") -> str:
        """Tell it in prose, with its articles, in Vietnamese (``"vi"``) or English (``"en"``)."""
        text: str = import_module("thidua.wording.deadlines").agenda(self, locale)
        return text

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook").prose(self)
        return shown


def office_calendar(
    year: int,
    office: Actor,
    law: Law,
    *,
    proposals: Mapping[str, date] | None = None,
    calendar: WorkingDays | None = None,
) -> OfficeCalendar:
    """Return what an office must do in a year: its dated duties, and what must come before each proposal.

    Before a proposal the council must have met, and for orders, honours and prizes the list must have been public so
    many working days before that. Both are worked back from the day by which the law wants the proposal, or the
    caller's own plan does. Statistical forms stand in the calendar of ministries and provinces, who send them.

    Args:
        year: the year of the calendar.
        office: ``home-affairs``, ``ministry-province``, ``commune`` or ``unit``.
        law: the law of a day; a document of the office's own, laid over it, brings its own deadlines.
        proposals: by which day the office means to have a proposal in: the days by name of the award.
        calendar: the working days; absent: :func:`~thidua.decision.workdays.vietnam` (extra ``calendar``).

    Raises:
        UnknownTerm: no such office or award.
        InputError: a proposal has no day for a value, or lies in another year.

    >>> from thidua import law_on
    >>> plan = {"Huân chương Lao động hạng Ba": date(2025, 5, 30)}
    >>> made = office_calendar(2025, "ministry-province", law_on(date(2025, 1, 2)), proposals=plan)
    >>> [(duty.day.isoformat(), duty.citation.article) for duty in made.duties if duty.proposal == date(2025, 5, 30)]
    [('2025-05-14', 'khoản 2 Điều 46'), ('2025-05-29', 'điểm c khoản 2 Điều 84'), ('2025-05-29', 'khoản 5 Điều 84')]
    """
    planned = _checked(year, office, law, proposals or {})
    days = calendar or vietnam()
    mine = tuple(placed for placed in law.of(Deadline) if office in placed.entry.by)
    duties = [
        *_dated(year, law, mine, days),
        *(_forms(year, law, days) if office == _REPORTS else ()),
        *(duty for award, day in planned for duty in _before(award, day, law, mine, days)),
        *(Duty(day=day, label=PROPOSED[0], gloss=PROPOSED[1], awards=(award,)) for award, day in planned),
    ]
    unread = tuple(placed.entry for placed in law.unread(Deadline.table))
    in_order = sorted(_together(duties), key=lambda duty: duty.day)
    return OfficeCalendar(year=year, office=office, duties=tuple(in_order), unread=unread, calendar=days, law=law)


def _together(duties: Iterable[Duty]) -> Iterator[Duty]:
    """Yield as one what the same text asks for several awards by the same day."""
    found: dict[object, list[Duty]] = {}
    for duty in duties:
        key = (duty.day, duty.label, duty.proposal, duty.firm, str(duty.citation), id(duty.unread))
        found.setdefault(key, []).append(duty)
    for same in found.values():
        awards = {award.id: award for duty in same for award in duty.awards}
        yield attrs.evolve(same[0], awards=tuple(awards.values()))


def _checked(year: int, office: str, law: Law, proposals: Mapping[str, date]) -> list[tuple[Award, date]]:
    fault = YEAR.fault(year) if type(year) is int else worded("expected a year, got {year}", year=show(year))
    if fault:
        raise InputError.one("$.year", "out-of-range", fault)
    if office not in OFFICES:
        raise UnknownTerm("office", str(office), nearest(str(office), OFFICES))
    problems = [
        Problem(
            f"$.proposals.{name}", "bad-value", worded("expected a day of {year}, got {day}", year=year, day=show(day))
        )
        for name, day in proposals.items()
        if type(day) is not date or day.year != year
    ]
    if problems:
        raise InputError(problems)
    return [(law.award(name), day) for name, day in proposals.items()]


def _dated(year: int, law: Law, mine: tuple[Placed[Deadline], ...], days: WorkingDays) -> Iterator[Duty]:
    """Yield what is due on a day of the year, and what must come before those that are proposals."""
    for placed in mine:
        if placed.entry.event is not None:
            continue
        for award in (award for award in law.awards if placed.entry.speaks_of(award)):
            due = due_of(placed, award, law, Given(events={}, year=year, calendar=days))
            if due.day is None:
                continue
            yield _duty(due, None)
            if placed.entry.does == "proposal":
                yield from _before(award, due.day, law, mine, days)


def _before(award: Award, day: date, law: Law, mine: tuple[Placed[Deadline], ...], days: WorkingDays) -> Iterator[Duty]:
    """Yield what must come before a proposal, and before what must come before it."""
    events: dict[Event, date] = {"proposal": day}
    given = Given(events=events, year=None, calendar=days)
    ahead = [placed for placed in mine if placed.entry.side == "before" and placed.entry.speaks_of(award)]
    while ready := [placed for placed in ahead if placed.entry.event in events]:
        for placed in ready:
            ahead.remove(placed)
            duty = _duty(due_of(placed, award, law, given), day)
            yield duty
            if placed.entry.does is not None:
                events[placed.entry.does] = min(duty.day, events.get(placed.entry.does, duty.day))


def _duty(due: Due, proposal: date | None) -> Duty:
    day = due.day or date.max
    return Duty(
        day=_worked(day, due.calendar),
        label=due.entry.label,
        gloss=due.entry.gloss,
        awards=(due.award,),
        proposal=proposal,
        due=due,
        firm=due.firm and due.calendar.knows(day),
        citation=due.citation,
    )


def _forms(year: int, law: Law, days: WorkingDays) -> Iterator[Duty]:
    for placed in law.of(FormEntry):
        if placed.entry.due is not None:
            day = date.fromisoformat(f"{year:04}-{placed.entry.due}")
            yield Duty(
                day=_worked(day, days),
                label=placed.entry.label,
                gloss=placed.entry.gloss,
                form=placed.entry.number,
                firm=days.knows(day),
                citation=placed.citation,
            )


def _worked(day: date, days: WorkingDays) -> date:
    """Return the day itself where it is worked, or the last before it that is: nobody is at the office in between."""
    return day if is_working_day(day, days) else add_working_days(day, -1, days)
