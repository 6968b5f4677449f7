"""A page for each document of the book, ``docs/documents/<file>.md``: what it is, and every entry it has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import attrs

import thidua
from tests.dealings import Dealings, shown_why
from tests.prose import GROUPS
from thidua.book.law import Law, Placed
from thidua.book.shelf import document, headers
from thidua.model.citation import PREFIXES, article_of
from thidua.model.document import ENTRIES
from thidua.model.entry import Entry, Header
from thidua.wording import shown
from thidua.wording.launch_words import HEADS, PARTS, PLACES
from thidua.wording.money_words import PAYERS
from thidua.wording.terms import TERMS

KINDS = {
    "law": "Luật · Laws",
    "decree": "Nghị định · Decrees",
    "circular": "Thông tư · Circulars",
    "decision": "Quyết định · Decisions",
    "register": "Danh mục · Registers",
}
TABLES = {
    "award": "Danh hiệu, hình thức · Awards",
    "rule": "Tiêu chuẩn · Standards",
    "clause": "Điều kiện · Conditions",
    "bar": "Điều kiện chung · Conditions on all awards",
    "ground": "Căn cứ từ lần khen trước · What a prior commendation may ground",
    "counting": "Thành tích nào được tính · What counts",
    "double": "Không được trùng · Not twice",
    "rate": "Tỷ lệ · Caps",
    "office": "Chức danh · Offices",
    "power": "Ai quyết định · Who decides",
    "unit": "Loại đơn vị · Kinds of unit",
    "proposal": "Ai đề nghị · Who proposes",
    "bonus": "Mức tiền thưởng · Multiples for bonuses",
    "rounding": "Làm tròn · Rounding",
    "amount": "Mức lương cơ sở · Base salary",
    "together": "Nhiều danh hiệu, hình thức cùng lúc · Several awards at one time",
    "payer": "Nguồn chi · Whose fund pays",
    "ballot": "Biểu quyết · Votes",
    "paper": "Hồ sơ · Papers",
    "procedure": "Thủ tục đơn giản · Simplified procedure",
    "form": "Biểu thống kê · Statistical forms",
    "deadline": "Thời hạn · Deadlines",
    "movement": "Phong trào · Movements",
    "launch": "Phát động phong trào · Launching movements",
    "reading": "Chỗ hiểu được hai cách · Readings",
    "unread": "Chưa đọc · Not read",
    "aside": "Không mã hóa · Not encoded",
    "transition": "Chuyển tiếp · Transition",
}
FOLDED = 12
"""So many entries of a table are shown; more are folded."""
TOGETHER = {
    "titles": ("nhiều danh hiệu", "several titles"),
    "forms": ("nhiều hình thức", "several forms"),
    "title-and-form": ("danh hiệu và hình thức", "a title and a form"),
    "same": (", cùng thời gian", ", of the same period"),
    "different": (", khác thời gian", ", of different periods"),
    "each": (": thưởng từng danh hiệu, hình thức", ": each is paid"),
    "highest": (": chỉ thưởng mức cao nhất", ": the highest alone is paid"),
}


@cache
def pages() -> dict[str, str]:
    """Return the pages by name."""
    made = {f"documents/{slug(header)}.md": "\n".join(_page(header)) + "\n" for header in headers()}
    return {"documents.md": "\n".join(_index()) + "\n", **made}


def slug(header: Header) -> str:
    """Return the name of a document's page: that of its file in the book."""
    return Path(document(header.id).file).stem


def _index() -> Iterator[str]:
    yield "# Từng văn bản · Each document"
    yield ""
    yield "*Mỗi văn bản của sổ luật một trang: có hiệu lực khi nào, đọc đến đâu, có những mục nào.*"
    yield ""
    yield "A page for each document of the statute book: when it is in force, how it was read, and every entry it has."
    for kind, title in KINDS.items():
        found = [header for header in reversed(headers()) if header.kind == kind]
        yield from ("", f"## {title}", "", "| Văn bản · Document | Từ · From | Đến trước · Until | Mục · Entries |")
        yield "|---|---|---|---|"
        for header in found:
            days = [shown.day(day, "vi") if day else "" for day in (header.in_force, header.ends)]
            number = len(document(header.id).entries())
            told = f"[{header.id}](documents/{slug(header)}.md)<br>{header.title}"
            yield f"| {told} | {days[0]} | {days[1]} | {number} |"
    yield from ("", "```{toctree}", ":hidden:", "", *(f"documents/{slug(header)}" for header in headers()), "```")


def _page(header: Header) -> Iterator[str]:
    made = document(header.id)
    yield from (f"# {_named(header)}", "", f"*{header.title}.* [Mọi văn bản · All documents](../documents.md)", "")
    yield from _head(header)
    counts = {kind.table: len(getattr(made, kind.table)) for kind in ENTRIES if kind.table in TABLES}
    listed = [f"[{TABLES[table]}](#{slug(header)}-{table}) {number}" for table, number in counts.items() if number]
    yield from ("", " — ".join(listed) or "Không có mục nào. *No entries.*")
    for kind in ENTRIES:
        entries: tuple[Entry, ...] = getattr(made, kind.table)
        if entries and kind.table in TABLES:
            yield from ("", f"({slug(header)}-{kind.table})=", f"## {TABLES[kind.table]}", "")
            yield from _table(header, kind.table, entries)


def _named(header: Header) -> str:
    prefix = PREFIXES[header.kind]
    return f"{prefix} {header.id}"


def _head(header: Header) -> Iterator[str]:
    known = {each.id: each for each in headers()}
    rows = {
        "Ban hành · Issued": ", ".join(
            filter(None, (header.issuer, shown.day(header.issued, "vi") if header.issued else ""))
        ),
        "Có hiệu lực từ · In force from": shown.day(header.in_force, "vi") if header.in_force else "",
        "Hết hiệu lực từ · No longer in force from": shown.day(header.ends, "vi") if header.ends else "",
        "Sửa đổi · Amends": _linked(header.amends, known) if header.amends else "",
        "Thay thế · Replaces": ", ".join(_linked(name, known) for name in header.repeals),
        "Cách đọc · How it was read": _both(lambda page: page.say(TERMS[header.standing.value])),
        "Kiểm tra ngày · Checked": shown.day(header.checked, "vi"),
        "Ghi chú · Note": header.note or "",
    }
    yield from (f"- **{name}**: {value}" for name, value in rows.items() if value)


def _linked(name: str, known: Mapping[str, Header]) -> str:
    return f"[{name}]({slug(known[name])}.md)" if name in known else name


@cache
def _pages_of(law: Law) -> tuple[Dealings, Dealings]:
    return Dealings(law, "vi"), Dealings(law, "en")


def _both(told: Callable[[Dealings], str], law: Law | None = None) -> str:
    """Tell a thing in Vietnamese, and in English where that says something else."""
    vietnamese, english = (told(page) for page in _pages_of(law or thidua.law_on(date(2024, 1, 1))))
    return vietnamese if vietnamese == english else f"{vietnamese} · *{english}*"


def _table(header: Header, table: str, entries: tuple[Entry, ...]) -> Iterator[str]:
    if table in ("rule", "clause"):
        for article, found in groupby(
            entries, key=lambda entry: article_of(entry.id.partition(".")[0].partition("-")[0])
        ):
            group = list(found)
            yield from _fold(
                f"{article or 'Khác · Other'}: {len(group)} mục · entries", [_line(header, entry) for entry in group]
            )
        return
    lines = [_line(header, entry) for entry in entries]
    if len(lines) <= FOLDED:
        yield from lines
    else:
        yield from _fold(f"{len(lines)} mục · entries", lines)


def _fold(summary: str, lines: Iterable[str]) -> Iterator[str]:
    yield from ("<details>", f"<summary>{summary}</summary>", "", *lines, "", "</details>", "")


def _line(header: Header, entry: Entry) -> str:
    """Tell an entry: its id, what it says, how it was read where that is not as its document was, its days."""
    parts = [f"- `{entry.id}`"]
    if entry.source:
        parts.append(f"({entry.source})")
    parts.append(_said(header, entry))
    if entry.standing and entry.standing is not header.standing:
        weak = TERMS[entry.standing.value]
        parts.append(f"— {_both(lambda page: page.say(weak))}")
    days = [
        *([f"từ {shown.day(entry.since, 'vi')}"] if entry.since else []),
        *([f"đến trước {shown.day(entry.until, 'vi')}"] if entry.until else []),
    ]
    if days:
        parts.append(f"— {', '.join(days)}")
    if entry.reading:
        parts.append(
            "— theo cách hiểu · under the reading " + ", ".join(f"`{k} = {v}`" for k, v in entry.reading.items())
        )
    return " ".join(part for part in parts if part)


def _said(header: Header, entry: Entry) -> str:
    targets = ", ".join(f"`{name}`" for name in entry.target) or f"`{entry.id}`"
    if entry.effect == "end":
        return f"bãi bỏ · *ends* {targets} {entry.of or header.amends or ''}".strip()
    found = _placed(header, entry)
    if found is None:
        return "không đứng riêng ngày nào · *stands by itself on no day*"
    law, placed = found
    told = _both(lambda page: TELL[entry.table](page, placed), law)
    return (
        f"{told} (thay · *replaces* {targets} {entry.of or header.amends or ''})" if entry.effect == "replace" else told
    )


def _placed(header: Header, entry: Entry) -> tuple[Law, Placed[Any]] | None:
    """Find an entry in the law of its first day, under the readings it stands under."""
    day = max(filter(None, (header.in_force, entry.since)), default=date(2024, 1, 1))
    if header.in_force is None:  # a register is no law: its entries stand by themselves
        return thidua.law_on(day), Placed(entry=entry, header=header, home=header)
    law = thidua.law_on(day, readings=entry.reading)
    return next(((law, placed) for placed in law.of(type(entry)) if placed.entry is entry), None)


def _text(line: str) -> str:
    """Take a line of a list as a text; its citation is the entry's own, which stands beside."""
    return line.removeprefix("- ").rpartition(" (")[0]


def _rule(page: Dealings, placed: Placed[Any]) -> str:
    entry = placed.entry
    whom = page.whom(entry)
    parts = [", ".join(f"`{name}`" for name in entry.all)] if entry.all else []
    if entry.any:
        parts.append(page.both("một trong: ", "one of: ") + ", ".join(f"`{name}`" for name in entry.any))
    if entry.selective:
        parts.append(page.both("được lựa chọn", "selected"))
    return f"{_award_link(page, entry.award)} — {whom}: {'; '.join(parts)}"


def _award_link(page: Dealings, award: str) -> str:
    return f"[{page.name(award)}](../awards/{award}.md)"


def _clause(page: Dealings, placed: Placed[Any]) -> str:
    key, value = placed.entry.condition
    if key in GROUPS:
        return f"{page.both(*GROUPS[key])}: {', '.join(f'`{name}`' for name in value)}"
    if key == "run" and value.within:
        text = page.standards.run(placed, attrs.evolve(value, within=None))
        return f"{text}{page.say(', trong thời gian đó:')} `{value.within}`"
    return page.standards.phrase(placed)


def _bar(page: Dealings, placed: Placed[Any]) -> str:
    entry = placed.entry
    whom = [page.terms(entry.recipients)] if entry.recipients else []
    whom += [page.both("trừ ", "but for ") + page.terms(entry.except_tracks)] if entry.except_tracks else []
    awards = f" — {page.names(entry.awards)}" if entry.awards else ""
    asked = page.standards.phrase(page.law.clause(entry.clause, placed))
    return f"{', '.join(whom)}: {asked}{awards}" if whom else f"{asked}{awards}"


def _together(page: Dealings, placed: Placed[Any]) -> str:
    entry = placed.entry
    return "".join(page.both(*TOGETHER[word]) for word in (entry.among, entry.periods, entry.paid) if word)


def _of_awards(told: Callable[[Dealings, Placed[Any]], str]) -> Callable[[Dealings, Placed[Any]], str]:
    """Tell an entry after the awards that it speaks of."""

    def tell(page: Dealings, placed: Placed[Any]) -> str:
        names = page.names(placed.entry.awards)
        return f"{names}: {told(page, placed)}" if names else told(page, placed)

    return tell


def _rate(page: Dealings, placed: Placed[Any]) -> str:
    rating = placed.entry.rating
    told = _text(page.rate(placed))
    return f"“{page.say(TERMS[rating])}”: {told}" if rating else told


def _paper(page: Dealings, placed: Placed[Any]) -> str:
    entry = placed.entry
    text = shown.name(entry, page.locale) or page.both("giao cho văn bản khác", "left to other rules")
    return text + (page.say(" — khi {case}", case=shown.name(entry.when, page.locale)) if entry.when else "")


def _launch(page: Dealings, placed: Placed[Any]) -> str:
    entry = placed.entry
    if entry.manner:
        return shown.name(entry, page.locale)
    if entry.launchers:
        whom = ", ".join(page.say(HEADS[word]) for word in entry.launchers)
        return f"{whom}: {', '.join(page.say(PLACES[word]) for word in entry.scopes) or '–'}"
    return ", ".join(page.say(PARTS[word]) for word in (*entry.parts, *entry.acts))


def _movement(page: Dealings, placed: Placed[Any]) -> str:
    entry = placed.entry
    period = entry.period
    ends = [period.since, period.until and period.until - timedelta(days=1)] if period else []
    days = [shown.day(day, page.locale) for day in ends if day]
    return shown.name(entry, page.locale) + (f" ({' – '.join(days)})" if days else "")


TELL: dict[str, Callable[[Dealings, Placed[Any]], str]] = {
    "award": lambda page, placed: page.both(_award_link(page, placed.entry.id), placed.entry.gloss),
    "rule": _rule,
    "clause": _clause,
    "bar": _bar,
    "ground": lambda page, placed: _text(page.ground(placed)),
    "counting": lambda page, placed: _text(page.counting(placed)),
    "double": _of_awards(lambda page, placed: _text(page.double(placed))),
    "rate": _of_awards(_rate),
    "office": lambda page, placed: shown.name(placed.entry, page.locale),
    "power": _of_awards(lambda page, placed: _text(page.power(placed))),
    "unit": lambda page, placed: shown.name(placed.entry, page.locale),
    "proposal": _of_awards(lambda page, placed: _text(page.proposal(placed))),
    "bonus": _of_awards(lambda page, placed: page.multiples(placed)),
    "rounding": lambda page, placed: page.rounding(placed),
    "amount": lambda page, placed: shown.money(placed.entry.value, page.locale),
    "together": _together,
    "payer": lambda page, placed: page.say(PAYERS[placed.entry.fund]),
    "ballot": _of_awards(lambda page, placed: _text(page.ballot(placed))),
    "paper": _of_awards(_paper),
    "procedure": lambda page, placed: shown.name(placed.entry, page.locale),
    "form": lambda page, placed: f"{placed.entry.number} — {shown.name(placed.entry, page.locale)}",
    "deadline": _of_awards(lambda page, placed: _text(page.deadline(placed))),
    "movement": _movement,
    "launch": _launch,
    "reading": lambda _, placed: f"[{placed.entry.question}](../readings.md)",
    "unread": lambda page, placed: shown_why(placed.entry, page.locale),
    "aside": lambda _, placed: placed.entry.why,
    "transition": lambda page, placed: shown.name(placed.entry, page.locale),
}
"""How an entry of each table is told in one phrase."""
