"""Caps, powers and multiples through time: ``docs/rates.md``, ``docs/deciders.md`` and ``docs/bonuses.md``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache

import thidua
from tests.award_pages import KINDS
from tests.dealings import Dealings
from thidua.book.catalogue import catalogue
from thidua.book.law import Law
from thidua.book.shelf import changes
from thidua.model.award import Award
from thidua.model.deciding import Amount, BonusEntry, Power, Rate, Rounding
from thidua.model.entry import Entry
from thidua.wording import shown
from thidua.wording.terms import TERMS

Telling = Callable[[Dealings], list[str]]
"""Tells what the law of a day has, in lines."""


def pages() -> dict[str, str]:
    """Return the pages by name."""
    made = {"rates.md": _rates(), "deciders.md": _deciders(), "bonuses.md": _bonuses()}
    return {name: "\n".join(lines) + "\n" for name, lines in made.items()}


@cache
def _told(law: Law, locale: str) -> Dealings:
    return Dealings(law, locale)


def _rates() -> Iterator[str]:
    yield "# Tỷ lệ qua các thời kỳ · Caps through time"
    yield ""
    yield "*Mỗi danh hiệu, mức xếp loại có tỷ lệ: không quá bao nhiêu, của tổng số nào, theo điều khoản nào, từ ngày"
    yield "nào. Nơi không ghi, không văn bản nào đã đọc đặt tỷ lệ; văn bản chưa đọc, hay của địa phương, có thể đặt.*"
    yield ""
    yield "Each title or rating that a text read puts a cap on: how much of what, by which clause, since when. Where"
    yield "none is told, no text read has one; a text not read, or a local one, may. {doc}`decisions` checks them."
    yield from _through(Rate.table, lambda award: lambda page: _of(page, award, Rate, page.rate))
    yield from ("", "## Mức xếp loại · Ratings")
    for rating in ("excellent",):
        yield from ("", f"### {_told(thidua.law_on(changes()[0]), 'vi').say(TERMS[rating])}", "")
        yield from _periods(
            lambda page, rating=rating: [  # type: ignore[misc]
                page.rate(placed) for placed in page.law.of(Rate) if placed.entry.rating == rating
            ]
        )


def _deciders() -> Iterator[str]:
    yield "# Ai quyết định, qua các thời kỳ · Who decides, through time"
    yield ""
    yield "*Mỗi danh hiệu, hình thức: người có thẩm quyền quyết định, theo điều khoản nào, từ ngày nào.*"
    yield ""
    yield "Each award: who may decide it, by which clause, since when. {doc}`powers` asks it of one unit."
    yield from _through(Power.table, lambda award: lambda page: _of(page, award, Power, page.power))


def _bonuses() -> Iterator[str]:
    yield "# Mức tiền thưởng qua các thời kỳ · Bonuses through time"
    yield ""
    yield "*Số lần mức lương cơ sở của từng danh hiệu, hình thức, theo điều khoản nào, từ ngày nào.*"
    yield ""
    yield "Multiples of the base salary for each award, by which clause, since when. {doc}`money` computes the amounts."
    yield from ("", "## Mức lương cơ sở · Base salary", "")
    yield from _periods(
        lambda page: [page.line(shown.money(placed.entry.value, page.locale), placed) for placed in page.law.of(Amount)]
    )
    yield from ("", "## Làm tròn · Rounding", "")
    yield from _periods(lambda page: [page.line(page.rounding(placed), placed) for placed in page.law.of(Rounding)])
    yield from _through(
        BonusEntry.table,
        lambda award: (
            lambda page: [
                page.line(page.multiples(placed), placed)
                for placed in page.law.of(BonusEntry)
                if award.id in placed.entry.awards
            ]
        ),
    )


def _of(page: Dealings, award: Award, kind: type[Entry], told: Callable[..., str]) -> list[str]:
    return [told(placed) for placed in page.law.of(kind) if award.id in getattr(placed.entry, "awards", ())]


def _through(table: str, told: Callable[[Award], Telling]) -> Iterator[str]:
    """Tell every award of which there is something to tell, under its kind."""
    for kind, title in KINDS.items():
        head = ["", f"## {title}"]
        for award in (award for award in catalogue().awards if award.kind == kind):
            found = list(_periods(_and_unread(table, award, told(award))))
            if found:
                yield from (*head, "", f"### [{award.label}](awards/{award.id}.md)", "", *found)
                head = []


def _and_unread(table: str, award: Award, told: Telling) -> Telling:
    """Tell too what was not read, while the award is there and something was read of it at some time."""

    def tell(page: Dealings) -> list[str]:
        if award.id not in page.law.statute.awards:
            return []
        lines = told(page)
        return [*lines, *page.not_read(table, award)] if lines else lines

    return tell


def _periods(told: Telling) -> Iterator[str]:
    """Tell each stretch of days on which the same is told, in Vietnamese and then in English."""
    stretches: list[tuple[date, list[str], Law]] = []
    for day in changes():
        law = thidua.law_on(day)
        lines = told(_told(law, "vi"))
        if not stretches or stretches[-1][1] != lines:
            stretches.append((day, lines, law))
    ends = [*(since - timedelta(days=1) for since, _, _ in stretches[1:]), None]
    for (since, lines, law), last in zip(stretches, ends, strict=True):
        if lines:
            days = f"{shown.day(since, 'vi')} – {shown.day(last, 'vi') if last else 'nay · now'}"
            yield f"- **{days}**"
            for vietnamese, english in zip(lines, told(_told(law, "en")), strict=True):
                yield f"  {vietnamese} · *{english.removeprefix('- ').replace('*', '')}*"
