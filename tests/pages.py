"""The pages of ``docs/`` that are made from the statute book, and the one made from the source.

``python -m tests.pages`` writes them anew after either was changed on purpose; a test holds them to both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

import thidua
from tests import award_pages, codes, document_pages, table_pages
from thidua.book.coverage import Covered, coverage
from thidua.book.law import Placed
from thidua.book.shelf import document, headers

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


def pages() -> dict[str, str]:
    """Return the pages by name."""
    old, new = thidua.law_on(date(2023, 12, 31)), thidua.law_on(date(2024, 1, 1))
    changes = thidua.compare(old, new)
    return {
        "coverage.md": _page(_coverage()),
        "readings.md": _page(_readings()),
        "errors.md": _page(codes.page()),
        "changes-2024.md": changes.explain("vi"),
        "changes-2024-en.md": changes.explain("en"),
        **award_pages.pages(),
        **document_pages.pages(),
        **table_pages.pages(),
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


def stray(made: dict[str, str]) -> list[Path]:
    """Return the files beside the pages of awards and documents that are none of them."""
    folders = {Path(name).parent for name in made} - {Path()}
    return [path for folder in folders for path in (FOLDER / folder).glob("*") if f"{folder}/{path.name}" not in made]


def write() -> None:
    """Write the pages, and remove those of awards and documents that are in the book no more."""
    made = pages()
    for name, text in made.items():
        (FOLDER / name).parent.mkdir(exist_ok=True)
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    for path in stray(made):
        path.unlink()


if __name__ == "__main__":
    write()
