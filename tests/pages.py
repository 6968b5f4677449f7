"""The pages of ``docs/`` that are made from the statute book, and the one made from the source.

``python -m tests.pages`` writes them anew after either was changed on purpose; a test holds them to both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

import thidua
from tests import codes
from thidua.book.catalogue import catalogue
from thidua.book.coverage import Covered, coverage
from thidua.book.history import Stage, history
from thidua.book.law import Placed
from thidua.book.shelf import document, headers
from thidua.model.award import Award

FOLDER = Path(__file__).parents[1] / "docs"
LAWS = ("06/2022/QH15", "39/2013/QH13", "15/2003/QH11", "47/2005/QH11")
STATES = {
    "encoded": "đã mã hóa · encoded",
    "not-computable": "không tính được · not computable",
    "delegated": "giao văn bản khác · delegated",
    "not-read": "chưa đọc · not read",
    "later": "tính được, chưa mã hóa · computable, not encoded yet",
    "missing": "thiếu · missing",
}
HELD = "Mục trong sổ luật, hoặc vì sao không · Entries, or why none"
CHANGED = {
    "name": "tên, đối tượng · name, recipients",
    "standard": "tiêu chuẩn · standard",
    "text": "nơi ghi · where it is written",
    "unread": "văn bản chưa đọc · texts not read",
}
BODIES = {
    "government": "Chính phủ",
    "minister-of-defence": "Bộ trưởng Bộ Quốc phòng",
    "minister-of-education": "Bộ trưởng Bộ Giáo dục và Đào tạo",
    "ministry": "Bộ, ngành",
    "ministry-province": "Bộ, ban, ngành, tỉnh",
    "na-standing-committee": "Ủy ban Thường vụ Quốc hội",
    "organisation": "cơ quan trung ương của tổ chức",
    "organisations": "cơ quan trung ương của các tổ chức",
    "province": "Ủy ban nhân dân cấp tỉnh",
}
KINDS = {
    "emulation-title": "Danh hiệu thi đua · Emulation titles",
    "order": "Huân chương · Orders",
    "medal": "Huy chương · Medals",
    "state-honour": "Danh hiệu vinh dự nhà nước · State honours",
    "prize": "Giải thưởng · Prizes",
    "commemorative-medal": "Kỷ niệm chương · Commemorative medals",
    "badge": "Huy hiệu · Badges",
    "certificate-of-merit": "Bằng khen · Certificates of merit",
    "commendation-letter": "Giấy khen · Letters of commendation",
}


def pages() -> dict[str, str]:
    """Return the pages by name."""
    old, new = thidua.law_on(date(2023, 12, 31)), thidua.law_on(date(2024, 1, 1))
    changes = thidua.compare(old, new)
    return {
        "coverage.md": _page(_coverage()),
        "awards.md": _page(_awards()),
        "readings.md": _page(_readings()),
        "errors.md": _page(codes.page()),
        "changes-2024.md": changes.explain("vi"),
        "changes-2024-en.md": changes.explain("en"),
    }


def _page(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def _coverage() -> Iterator[str]:
    yield "# Đã mã hóa những gì · What is encoded"
    yield ""
    yield "*Từng điều, từng khoản của ba luật, và của luật năm 2005: mục nào của sổ luật mã hóa, hoặc vì sao không.*"
    yield ""
    yield "Every article and clause of the laws: the entries of the statute book that encode it, or why none does. An"
    yield "encoded clause may still leave a part to people or to another body; its note says so."
    for number in LAWS:
        rows = sorted(coverage(number), key=lambda row: int(row.article))
        counts = Counter(row.state for row in rows)
        yield from ("", f"## {document(number).document.title}: {number}", "")
        yield "; ".join(f"{STATES[state]}: {counts[state]}" for state in STATES if counts[state]) + "."
        yield from ("", f"| Điều | Khoản | Trạng thái · State | {HELD} |", "|---|---|---|---|")
        for article, clauses in groupby(rows, key=lambda row: (row.article, row.title)):
            for index, row in enumerate(clauses):
                name = f"**{article[0]}** {article[1]}" if index == 0 else ""
                yield f"| {name} | {row.clause or ''} | {STATES[row.state]} | {_held(row)} |"


def _held(row: Covered) -> str:
    """Tell the entries of a clause by table, then what is not encoded."""
    tables: dict[str, list[str]] = {}
    for entry in row.entries:
        table, _, name = entry.partition(" ")
        tables.setdefault(table, []).append(name)
    said = [f"{table} {', '.join(names)}" for table, names in tables.items()]
    said += [why + (f" ({BODIES.get(to, to)})" if to else "") for _, why, to in row.asides]
    return "; ".join(said).replace("|", "\\|")


def _awards() -> Iterator[str]:
    yield "# Danh hiệu, hình thức qua các thời kỳ · Awards through time"
    yield ""
    yield "*Mỗi danh hiệu, hình thức: tên, thời gian, tiêu chuẩn ở đâu, và thay bằng gì.*"
    yield ""
    yield "Each award: its names, its days (the last included), where its standard is written, and what took its place."
    yield "A stage begins where its name, its standard, the place where it is written, or what was not read changes;"
    yield "**?** marks stages that rest on texts not read. What the law lays over all awards is no part of a stage."
    for kind, title in KINDS.items():
        awards = [award for award in catalogue().awards if award.kind == kind]
        yield from ("", f"## {title}")
        for award in awards:
            yield from _award(award)


def _award(award: Award) -> Iterator[str]:
    yield from ("", f"### {award.label}", "", f"`{award.id}` — {award.gloss}.", "")
    yield "| Từ · From | Đến hết · To | Tên · Name | Ở đâu · Where | Đổi gì · What changed |"
    yield "|---|---|---|---|---|"
    yield from (_stage(stage) for stage in history(award))
    if award.successor is not None:
        yield from ("", f"Thay bằng · Succeeded by: {thidua.award(award.successor).label}.")


def _stage(stage: Stage) -> str:
    where = "; ".join(dict.fromkeys(str(citation) for citation in stage.citations))
    mark = " **?**" if stage.unread else ""
    last = stage.until - timedelta(days=1) if stage.until else ""
    changed = "; ".join(CHANGED[key] for key in stage.changed)
    return f"| {stage.since} | {last} | {stage.label} | {where}{mark} | {changed} |"


def _readings() -> Iterator[str]:
    yield "# Những chỗ luật hiểu được hai cách · Readings"
    yield ""
    yield "*Mỗi chỗ có tên; cách mặc định in đậm, kèm lý do. Chọn cách khác bằng `law_on(ngày, readings={tên: cách})`;"
    yield "câu trả lời nói ra khi cách hiểu quyết định kết quả.*"
    yield ""
    yield "Each has a name; the default is in bold, with its reason. `law_on(day, readings={name: option})` chooses"
    yield "another, and a verdict says so where the reading decides it."
    for number in [header.id for header in headers()]:
        made = document(number)
        if made.reading:
            yield from ("", f"## {number}")
        for reading in made.reading:
            where = Placed(entry=reading, header=made.document, home=made.document).citation
            yield from ("", f"### `{reading.id}`", "", f"{where}. {reading.question}", "")
            for option, label in reading.options.items():
                name = f"**`{option}`**" if option == reading.default else f"`{option}`"
                yield f"- {name}: {label}"
            yield from ("", f"*{reading.reason.strip()}*")


def write() -> None:
    """Write the pages."""
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
