"""Doubles in prose: which rows, of whom, by which article, and what would settle it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from thidua.book.catalogue import catalogue
from thidua.decision.doubles import Doubled
from thidua.decision.held_back import HeldBack
from thidua.model.carrying import CarriedOver
from thidua.model.doubling import BARRED
from thidua.model.finding import Finding
from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.double_words import CARRIED, DOUBLES, WHY
from thidua.wording.explain import cited
from thidua.wording.terms import MARKS


def doubles(findings: Iterable[Finding], locale: str) -> Iterator[str]:
    """Yield what :func:`thidua.check_doubles` found, line by line; rows are numbered from 1, as in a sheet.

    Raises:
        UnknownTerm: no such language.
    """
    say = speaker(locale)
    for finding in findings:
        where = f" ({cited(finding.citation, say)})" if finding.citation else ""
        yield f"{MARKS[finding.outcome.name]} {_rows(finding, say)}: {say(DOUBLES[finding.code])}{where}"
        yield from (f"  · {note}" for note in _notes(finding, locale, say))


def bar(said: Mapping[str, Any], name_of: Callable[[str], str], say: Say) -> str:
    """Say what an entry bars, and of which awards, where it names some."""
    told = say("quy định không được trùng: {what}", what=say(DOUBLES[BARRED[said["pair"], said["one"]]]))
    awards = ", ".join(f"“{name_of(award)}”" for award in said.get("awards", ()))
    return f"{told} — {awards}" if awards else told


def carried_over(found: CarriedOver, locale: str) -> str:
    """Tell what was carried over to a dossier, and what was not and why."""
    return "\n".join(_carried(found, locale, speaker(locale)))


def _carried(found: CarriedOver, locale: str, say: Say) -> Iterator[str]:
    for name, record in found.carried:
        award = catalogue().find(record.award)
        label = record.award if award is None else shown.name(award, locale)
        yield say("tính thành tích của {name}: {award}, năm {year}", name=name, award=label, year=record.year)
    told = [(key, names) for key in ("left", "unsaid", "absent") if (names := getattr(found, key))]
    yield from (say(CARRIED[key], names=shown.listed([*names], locale)) for key, names in told)
    if found.founded_left_out:
        yield say("ngày thành lập là ngày sắp xếp lại: chưa rõ thời gian xây dựng, phát triển tính từ khi nào")
    if not (found.carried or told):
        yield say("theo bảng, không tập thể nào được sắp xếp thành tập thể này")


def _rows(finding: Finding, say: Say) -> str:
    named = finding.about.subject.rows if isinstance(finding.about.subject, Doubled) else ()
    told = ", ".join(_row(name, say) for name in finding.have)
    subjects = dict.fromkeys(decision.subject for _, decision in named if decision.subject)
    return f"{told} — {' / '.join(subjects)}" if subjects else told


def _row(name: str, say: Say) -> str:
    where, _, index = name.rstrip("]").partition("[")
    number = int(index) + 1
    return say("dòng {number}", number=number) if where == "decisions" else say("đã có, dòng {number}", number=number)


def _notes(finding: Finding, locale: str, say: Say) -> Iterator[str]:
    subject: Any = finding.about.subject
    if isinstance(subject, Doubled) and subject.shared:
        yield say("chung: {names}", names=", ".join(subject.shared))
    if isinstance(subject, HeldBack):
        yield say("từ {day}", day=shown.day(subject.record.since, locale))
    for child in finding.children:
        text = child.about.subject
        if child.code in WHY:
            yield say(WHY[child.code])
            continue
        yield say("văn bản chưa đọc: {detail}", detail=text.why if locale == "vi" else text.gloss)
    if finding.missing:
        yield say("cần có: {missing}", missing=", ".join(finding.missing))
