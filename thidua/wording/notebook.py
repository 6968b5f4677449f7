"""How the law and an answer show themselves in a notebook; batches and forms stand next door."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from html import escape
from typing import TYPE_CHECKING, Protocol

from thidua.book.catalogue import catalogue
from thidua.model.outline import Reading
from thidua.wording import shown
from thidua.wording.award_words import AWARD_KINDS
from thidua.wording.catalogue import speaker
from thidua.wording.explain import cited, explain
from thidua.wording.html import Page, unmarked
from thidua.wording.plan_line import plan_line
from thidua.wording.planned import explain_plan
from thidua.wording.share_words import LEVELS
from thidua.wording.terms import TERMS
from thidua.wording.timeline import timeline
from thidua.wording.timeline_svg import svg

if TYPE_CHECKING:
    from thidua.book.compare import Comparison
    from thidua.book.law import Law
    from thidua.merit.planned import Plan
    from thidua.merit.verdict import Verdict
    from thidua.model.award import Award
    from thidua.model.entry import Header
    from thidua.model.timeline import Timeline


def verdict(found: Verdict, locale: str = "vi") -> str:
    """Return a verdict as HTML: its timeline, with the whole of it to unfold."""
    return _unfolding(timeline(found, locale), speaker(locale)("Căn cứ:").rstrip(":"), explain(found, locale))


def plan(found: Plan, locale: str = "vi") -> str:
    """Return a plan as HTML: its line of years, with the whole of it to unfold."""
    say = speaker(locale)
    return _unfolding(plan_line(found, locale), say("Toàn bộ kế hoạch"), explain_plan(found, locale))


class Told(Protocol):
    """An answer that tells itself in prose."""

    def explain(self, locale: str = "vi") -> str:
        """Tell it."""


def prose(given: Told, locale: str = "vi") -> str:
    """Return an answer as HTML as it is told: its first line, and the others below."""
    first, _, rest = given.explain(locale).partition("\n")
    page = Page(speaker(locale))
    return page.card(first, page.told(rest.strip("\n").splitlines()))


def _unfolding(line: Timeline, summary: str, told: str) -> str:
    return (
        f'<div style="overflow-x:auto">{svg(line)}<details><summary>{escape(summary)}</summary>'
        f'<pre style="white-space:pre-wrap">{escape(told)}</pre></details></div>'
    )


def law(given: Law, locale: str = "vi") -> str:
    """Return a law as HTML: its day, how well its documents were read, and these and its readings to unfold."""
    say = speaker(locale)
    page = Page(say)
    names = ", ".join(header.id for header in given.documents if header.kind == "law")
    counted = Counter(header.standing for header in given.documents)
    read = [f"{say(TERMS[standing.value])}: {counted[standing]}" for standing in sorted(counted)]
    documents = [
        (header.id, header.title, _days(header, locale), say(TERMS[header.standing.value]))
        for header in reversed(given.documents)
    ]
    asked = {placed.entry.id: placed for placed in given.of(Reading)}
    readings = [
        (name, option, asked[name].entry.options.get(option), cited(asked[name].citation, say))
        for name, option in given.readings.items()
        if name in asked
    ]
    unread = "" if given.stops else say("văn bản chưa đọc không làm dừng câu trả lời: theo văn bản đã đọc gần nhất")
    return page.card(
        say("Pháp luật ngày {day}: {names}", day=shown.full_day(given.day, locale), names=names or "–"),
        page.facts(
            [
                (say("Văn bản"), f"{len(given.documents)} — {'; '.join(read)}" if read else "0"),
                (say("Văn bản mang thêm"), ", ".join(given.statute.local)),
                (say("Danh hiệu, hình thức"), str(len(given.awards))),
                (say("Kiểm tra lần cuối"), shown.day(given.horizon, locale) if given.documents else None),
                (say("Dấu vân tay"), given.fingerprint),
            ]
        ),
        page.line(unread),
        page.unfold(
            say("Văn bản"),
            page.table((say("Số hiệu"), say("Tên"), say("Có hiệu lực từ"), say("Mức độ đọc")), documents),
        ),
        page.unfold(
            say("Cách hiểu đang dùng"),
            page.table((say("Tên"), say("Đang chọn"), say("Nghĩa là"), say("Căn cứ")), readings),
        ),
    )


def award(given: Award, locale: str = "vi") -> str:
    """Return an award as HTML: its names, what it is, whom it is for, where it is written, since when."""
    say = speaker(locale)
    page = Page(say)
    since, last = lived(given)
    return page.card(
        given.label,
        page.line(" · ".join((given.gloss, *given.short))),
        page.facts(
            [
                (say("Loại"), say(AWARD_KINDS[given.kind])),
                (say("Cấp"), say(LEVELS[given.level])),
                (say("Đối tượng"), shown.listed([say(TERMS[kind]) for kind in given.recipients], locale)),
                (say("Căn cứ"), cited(given.citation, say)),
                (say("Mức độ đọc"), say(TERMS[given.citation.standing.value]) if given.citation else None),
                (say("Có từ"), shown.day(since, locale) if since else None),
                (say("Đến hết"), shown.day(last, locale) if last else None),
                (say("Tên khác"), "; ".join(given.former)),
                ("id", given.id),
            ]
        ),
    )


def lived(given: Award) -> tuple[date | None, date | None]:
    """Return the first and the last day of an award: through all texts that the book has of it, not in the last."""
    ever = catalogue().find(given.id)
    period = ever.period if ever is not None and ever.id == given.id else given.period
    return period.since, period.until and period.until - timedelta(days=1)


def comparison(changes: Comparison, locale: str = "vi") -> str:
    """Return the changes from one law to another as HTML: how many, and the explanatory note to unfold."""
    say = speaker(locale)
    page = Page(say)
    head, _, note = changes.explain(locale).partition("\n")
    kinds = Counter(change.kind for change in changes)
    counted = say(
        "{all} thay đổi: {added} mới, {changed} sửa, {removed} không còn",
        all=shown.number(len(changes), locale),
        **{kind: shown.number(kinds[kind], locale) for kind in ("added", "changed", "removed")},
    )
    summary, _, rest = note.strip().partition("\n")
    return page.card(
        head.lstrip("# "),
        page.line(counted),
        page.line(summary),
        page.unfold(say("Bản thuyết minh"), page.told(unmarked(rest))),
    )


def _days(header: Header, locale: str) -> str | None:
    return shown.day(header.in_force, locale) if header.in_force else None
