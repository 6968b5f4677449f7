"""The words of the law of 2022 on awards, for the pages that tell its standards: ``tests/texts/law-06-2022.txt``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

from thidua.book.law import Placed
from thidua.model.citation import article_of

DOCUMENT: Final = "06/2022/QH15"
FILE: Final = Path(__file__).parent / "texts" / "law-06-2022.txt"
_ARTICLE = re.compile(r"^Điều (\d+)\. (.*)")
_CLAUSE = re.compile(r"^(\d+)\. ")


@cache
def articles() -> dict[str, tuple[str, dict[str, list[str]]]]:
    """Return each article by its number: its title, and the lines of each clause (khoản), of one without by ``""``."""
    found: dict[str, tuple[str, dict[str, list[str]]]] = {}
    number = clause = ""
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if head := _ARTICLE.match(line):
            number, clause = head[1], ""
            found[number] = (head[2], {})
        elif line:
            part = _CLAUSE.match(line)
            clause = part[1] if part else clause
            found[number][1].setdefault(clause, []).append(line)
    return found


def words_of(entries: Iterable[Placed[Any]]) -> dict[str, list[str]]:
    """Return the clauses that entries of the law stand in, by their names and in its order, in its own words.

    Of an article without clauses, or of an entry that stands in no single one of them, it is the whole article.
    """
    ids = [placed.entry.id.partition("-")[0].split(".") for placed in entries if placed.header.id == DOCUMENT]
    places = {(parts[0], parts[1] if len(parts) > 1 else "") for parts in ids if parts[0] in articles()}
    places -= {(number, clause) for number, clause in places if clause and (number, "") in places}
    found = {}
    for number, clause in sorted(places, key=lambda place: (int(place[0]), place[1])):
        _, clauses = articles()[number]
        lines = clauses[clause] if clause else [line for part in clauses.values() for line in part]
        found[article_of(f"{number}.{clause}" if clause else number) or ""] = lines
    return found
