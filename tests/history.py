"""The law as a readable history: what came and went on each day it changed.

``python -m tests.history`` writes ``tests/snapshots/`` anew after the statute book was changed on purpose; the
difference that version control then shows is the change of law.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import thidua
from thidua.book.law import Placed
from thidua.book.shelf import changes
from thidua.model.entry import Header

FOLDER = Path(__file__).parent / "snapshots"


def history() -> dict[str, str]:
    """Return the pages by name: for each day of change, what ended and what began."""
    pages, before = {}, dict[str, str]()
    for day in sorted(changes()):
        after = standing(day)
        ended = "".join(f"- {name}\n" for name, text in before.items() if after.get(name) != text)
        begun = [f"+ {name}\n{text}" for name, text in after.items() if before.get(name) != text]
        pages[f"{day}.txt"] = "\n".join([f"{day}\n", *([ended] if ended else []), *begun])
        before = after
    return pages


def standing(day: date) -> dict[str, str]:
    """Return what stands on a day and what it says, by document, table and article, in the law's order."""
    law = thidua.law_on(day)
    found = {f"{header.id} document": body(header) for header in law.documents}
    for placed in law.statute.order:
        found[f"{placed.header.id} {placed.entry.table} {placed.entry.id}"] = body(placed)
    return found


def body(what: Header | Placed[Any]) -> str:
    """Return the keys of a header, or of an entry after the article it is cited by, one a line."""
    entry, lines = (what, []) if isinstance(what, Header) else (what.entry, [str(what.citation)])
    for key, value in json.loads(thidua.dump(entry)).items():
        # An entry's place is told by its citation; a new checking date is no change of law.
        if key in ("id", "source", "checked"):
            continue
        tables = isinstance(value, list) and all(isinstance(item, dict) for item in value)
        told = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        lines.append(f"{key}:" if tables else f"{key}: {told}")
        lines += [f"    {json.dumps(item, ensure_ascii=False)}" for item in value] if tables else []
    return "".join(f"    {line}\n" for line in lines)


def write() -> None:
    """Write the pages; take away those of days on which nothing changes any more."""
    FOLDER.mkdir(exist_ok=True)
    pages = history()
    for old in FOLDER.glob("*.txt"):
        if old.name not in pages:
            old.unlink()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
