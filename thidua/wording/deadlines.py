"""Deadlines and the calendar of an office in prose: by which day what must be done, by whom, by which article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from babel.dates import format_date

from thidua.book.compare import named
from thidua.decision.workdays import COUNTED
from thidua.model.citation import Standing
from thidua.model.deadline import Deadline
from thidua.model.finding import Finding, Outcome
from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.deadline_words import EVENTS, OFFICES
from thidua.wording.explain import cited
from thidua.wording.terms import KINDS, MARKS, OUTCOMES, TERMS

_LEAP = 2024
_NAMED = 3


def explain(report: Any, locale: str) -> str:
    """Tell the deadlines of an award."""
    say = speaker(locale)
    lines = [
        say(
            "Thời hạn đối với “{award}”, theo pháp luật ngày {day}:",
            award=shown.name(report.award, locale),
            day=shown.full_day(report.law.day, locale),
        )
    ]
    for due in report.dues:
        lines.append(f"- {_when(due, locale, say)}")
        lines += [f"  · {note}" for note in _notes(due, locale, say)]
    if not report.dues:
        lines.append(say("Không văn bản nào đã đọc đặt thời hạn."))
    if report.missing:
        lines.append(say("Còn thời hạn chỉ đặt cho một loại hình khen thưởng: cần biết loại hình."))
    calendar = report.dues[0].calendar if any(due.day for due in report.dues) else None
    return "\n".join([*lines, *_closing(report.unread, calendar, locale, say)])


def agenda(found: Any, locale: str) -> str:
    """Tell the calendar of an office."""
    say = speaker(locale)
    day = shown.full_day(found.law.day, locale)
    lines = [
        say(
            "Lịch năm {year}, {office}, theo pháp luật ngày {day}:",
            year=found.year,
            office=say(OFFICES[found.office]),
            day=day,
        )
    ]
    for duty in found.duties:
        lines.append(f"- {_duty(duty, locale, say)}")
        lines += [f"  · {note}" for note in _notes(duty.due, locale, say, open_=False)] if duty.due else []
    if not found.duties:
        lines.append(say("Không văn bản nào đã đọc đặt thời hạn."))
    return "\n".join([*lines, *_closing(found.unread, found.calendar if found.duties else None, locale, say)])


def told(finding: Finding, locale: str) -> str:
    """Tell whether a thing was done in time, and why that is not known where it is not.

    Args:
        finding: what :func:`~thidua.decision.deadlines.check_deadline` answers.
        locale: ``"vi"`` or ``"en"``.

    >>> from thidua.book.days import law_on
    >>> from thidua.decision.deadlines import check_deadline, deadlines
    >>> complete = {"dossier-complete": date(2025, 1, 10)}
    >>> due = deadlines("BKTTg", law=law_on(date(2024, 12, 2)), events=complete).dues[-1]
    >>> told(check_deadline(due, date(2025, 2, 18)), "en").splitlines()[0].rpartition("; ")[2]
    'done on 18 Feb 2025: late by 2 working days'
    """
    say = speaker(locale)
    due: Any = finding.about.subject
    done = (
        say("chưa rõ ngày làm") if finding.have is None else say("làm ngày {day}", day=shown.day(finding.have, locale))
    )
    line = f"{MARKS[finding.outcome.name]} {_when(due, locale, say)}; {done}"
    late = next((child.have for child in finding.children if child.code == "late"), None)
    if finding.outcome is Outcome.MET:
        line += say(": đúng hạn")
    elif late == 0:
        line += say(": quá hạn, trước ngày làm việc tiếp theo")
    elif late is not None:
        line += say(": quá hạn {number} ngày làm việc", n=late, number=late)
    return "\n".join([line, *(f"  · {note}" for note in _reasons(finding, due, locale, say))])


def changed(changes: Any, locale: str) -> Iterator[str]:
    """Yield a line for each deadline that came, went or changed between two laws."""
    say = speaker(locale)
    found: dict[str, str] = {change.entry: change.kind for change in changes if change.table == Deadline.table}
    # What the other law says may stand in a text that was not read.
    lost = {
        kind: any(law.unread(Deadline.table)) for kind, law in (("added", changes.before), ("removed", changes.after))
    }
    for law, kinds in ((changes.after, ("added", "changed")), (changes.before, ("removed",))):
        for placed in law.of(Deadline):
            kind = next(found.get(name, "") for name, _ in named(placed, law))
            if kind in kinds:
                head = say("Chưa rõ có còn") if kind == "removed" and lost[kind] else say(KINDS[kind])
                before = say("; trước đó chưa rõ (văn bản chưa đọc)") if kind == "added" and lost[kind] else ""
                told = f"{shown.name(placed.entry, locale)}, {term(placed.entry, locale, say)}"
                yield f"- {head}: {told} ({cited(placed.citation, say)}){before}."


def _reasons(finding: Finding, due: Any, locale: str, say: Say) -> Iterator[str]:
    if finding.missing:
        yield say("cần có: {missing}", missing=", ".join(finding.missing))
    for child in finding.children:
        if child.code == "as-last-read":
            yield say("Theo văn bản đã đọc gần nhất: {outcome}.", outcome=say(OUTCOMES[child.have.name]).lower())
        if child.code == "before-event":
            event, day = say(EVENTS[due.entry.event]), shown.day(child.need, locale)
            yield say("làm trước {event} ({day}): xem lại các ngày", event=event, day=day)
    codes = {child.code for child in finding.children}
    yield from _notes(due, locale, say, open_="open" in codes)


def _when(due: Any, locale: str, say: Say) -> str:
    what = due.entry.label if locale == "vi" else due.entry.gloss
    whom = shown.listed([say(OFFICES[each]) for each in due.entry.by], locale)
    told = f"{term(due.entry, locale, say)} ({cited(due.citation, say)})"
    if due.day is None:
        missing = ", ".join(due.missing)
        return say(
            "chưa tính được ngày: {what}: {whom}, {term}; cần có: {missing}",
            what=what,
            whom=whom,
            term=told,
            missing=missing,
        )
    return say(
        "chậm nhất {day}: {what}: {whom}, {term}", day=shown.day(due.day, locale), what=what, whom=whom, term=told
    )


def _duty(duty: Any, locale: str, say: Say) -> str:
    what = duty.label if locale == "vi" else duty.gloss
    if duty.form is not None:
        what = say("gửi biểu {number}: {what}", number=duty.form, what=what)
    if len(duty.awards) > _NAMED:
        what += say(" ({number} danh hiệu, hình thức)", n=len(duty.awards), number=len(duty.awards))
    elif duty.awards:
        what += f" ({shown.listed([f'“{shown.name(award, locale)}”' for award in duty.awards], locale)})"
    if duty.proposal is not None:
        what += say(", để trình chậm nhất {day}", day=shown.day(duty.proposal, locale))
    where = f" ({cited(duty.citation, say)})" if duty.citation else ""
    return f"{shown.day(duty.day, locale)}: {what}{where}"


def term(entry: Any, locale: str, say: Say) -> str:
    """Say within what time."""
    length, event = entry.working_days or entry.days, say(EVENTS[entry.event]) if entry.event else ""
    if entry.event is None:
        printed = _printed(entry.on or entry.before, locale)
        if entry.before:
            return say("trước ngày {day} hằng năm", day=printed)
        if entry.years_after:
            return say("chậm nhất vào ngày {day} của năm liền kề", day=printed)
        return say("chậm nhất vào ngày {day} hằng năm", day=printed)
    if length is None:
        return say("trước {event}", event=event)
    if entry.side == "before" and entry.working_days:
        return say("ít nhất {number} ngày làm việc trước {event}", n=length, number=length, event=event)
    if entry.side == "before":
        return say("ít nhất {number} ngày trước {event}", n=length, number=length, event=event)
    if entry.working_days:
        return say("trong {number} ngày làm việc kể từ {event}", n=length, number=length, event=event)
    return say("trong {number} ngày kể từ {event}", n=length, number=length, event=event)


def _printed(day: str, locale: str) -> str:
    return format_date(date.fromisoformat(f"{_LEAP}-{day}"), "d/M" if locale == "vi" else "d MMM", locale=locale)


def _notes(due: Any, locale: str, say: Say, *, open_: bool = True) -> Iterator[str]:
    if open_ and due.open_to is not None and due.open_to != due.day:
        yield say("sau đó đến {day}: văn bản không nói rõ có còn đúng hạn không", day=shown.day(due.open_to, locale))
    if not due.firm:
        yield say("chưa biết đủ ngày nghỉ sau năm {year}", year=due.calendar.known_to)
    if due.unread is not None:
        yield say("văn bản chưa đọc: {detail}", detail=due.unread.why if locale == "vi" else due.unread.gloss)
    if due.citation.standing is not Standing.VERIFIED:
        yield say(TERMS[due.citation.standing.value])


def _closing(unread: Iterable[Any], calendar: Any, locale: str, say: Say) -> Iterator[str]:
    """Say what the list may lack, and by which calendar and rule it was reckoned."""
    yield from (
        say("Văn bản chưa đọc, có thể đặt thêm thời hạn: {detail}", detail=each.why if locale == "vi" else each.gloss)
        for each in unread
    )
    if calendar is not None:
        yield say(
            "Ngày làm việc theo lịch “{calendar}”, đủ đến năm {year}; thời hạn tính theo {where} (chưa đọc được).",
            calendar=calendar.name,
            year=calendar.known_to,
            where=cited(COUNTED, say),
        )
