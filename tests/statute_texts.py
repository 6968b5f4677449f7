"""The words of the law of 2022 on awards, for the pages that tell its standards: ``tests/texts/law-06-2022.txt``."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final

from thidua.book.law import Placed
from thidua.model.citation import article_of
from thidua.model.provision import Rule

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


def words_of(placed: Placed[Rule]) -> tuple[str, list[str]] | None:
    """Return the clause that a rule stands in, by its name and in its own words; None of another document."""
    if placed.header.id != DOCUMENT:
        return None
    number, _, rest = placed.entry.id.partition("-")[0].partition(".")
    clause = rest.partition(".")[0]
    _, clauses = articles()[number]
    if clause:
        return article_of(f"{number}.{clause}") or "", clauses[clause]
    return article_of(number) or "", [line for lines in clauses.values() for line in lines]
