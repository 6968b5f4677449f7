"""What of a text the book holds, article by article and clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import attrs

from thidua.book.shelf import document, headers
from thidua.errors import InputError, UnknownTerm, worded
from thidua.model.citation import article_of
from thidua.model.document import Document
from thidua.model.entry import Entry
from thidua.model.outline import Article, Aside, Transition
from thidua.text import nearest

State = Literal["encoded", "not-computable", "delegated", "not-read", "later", "missing"]
_NUMBERS = re.compile(
    r"(khoản) (\d+[a-z]?(?:(?:, khoản |, | và )\d+[a-z]?)*)|(Điều) (\d+[a-z]?(?:(?:, | và )\d+[a-z]?)*)"
)
_OUTLINE = Article | Aside | Transition
"""The tables on the text itself, which encode nothing of what it asks."""
_WHOLE = "0"
"""Stands for an article without clauses."""


@attrs.frozen
class Covered:
    """One clause (khoản) of a text, or an article that has none, and how the book holds it.

    Attributes:
        article, clause: the numbers; ``clause`` is None for an article without clauses.
        title: the article's title.
        entries: the entries that encode it, as ``"rule 42.1"``; those of amending documents with their number.
        asides: what of it is not encoded, as (state, why, to whom).
    """

    article: str
    clause: str | None
    title: str
    entries: tuple[str, ...]
    asides: tuple[tuple[str, str, str | None], ...]

    @property
    def state(self) -> State:
        """Encoded, wholly or in part; else what its aside says; ``missing`` where nothing is said of it.

        A clause that only leaves details to texts that were not brought is ``not-read``.
        """
        if self.entries:
            return "not-read" if all(entry.startswith("unread ") for entry in self.entries) else "encoded"
        return self.asides[0][0] if self.asides else "missing"  # type: ignore[return-value]  # Aside's own words


def coverage(number: str | Document) -> tuple[Covered, ...]:
    """Return every clause of a text in its order, and how it is held.

    Args:
        number: the number of a document of the book, ``"06/2022/QH15"``; or a document of the caller's own.

    Raises:
        UnknownTerm: the book holds no such document.
        InputError: the document has no outline (``[[article]]``): the book holds parts of it only.

    >>> [(row.clause, row.state) for row in coverage("06/2022/QH15") if row.article == "23"]
    [('1', 'encoded'), ('2', 'encoded')]
    """
    made = _outlined(number)
    number = made.id
    entries: dict[tuple[str, str], list[str]] = {}
    # An amending text's entries are written in the numbering of the one it amends.
    amending = [document(header.id) for header in headers() if header.amends == number]
    for each in (made, *amending):
        header = each.document
        for entry in each.entries():
            own = header.amends is None or _own(entry)
            if isinstance(entry, _OUTLINE) or own != (header.id == number):
                continue
            name = f"{entry.table} {entry.id}" + (f" ({header.id})" if header.id != number else "")
            for place in places(entry):
                entries.setdefault(place, []).append(name)
    asides: dict[tuple[str, str], list[tuple[str, str, str | None]]] = {}
    for aside in made.aside:
        for place in places(aside):
            if made.document.amends is not None and not _own(aside):
                continue
            if aside.state == "rewrites":
                entries.setdefault(place, []).extend(_rewritten(made, aside.to or ""))
            else:
                asides.setdefault(place, []).append((aside.state, aside.why, aside.to))
    outline = [each for each in made.article if made.document.amends is None or _own(each)]
    return tuple(row for article in outline for row in _rows(article, entries, asides))


def _outlined(number: str | Document) -> Document:
    """Return a document that has its outline."""
    if isinstance(number, Document):
        made = number
        sentence = worded("the document has no outline: write an [[article]] for each of its articles")
    else:
        known = [header.id for header in headers()]
        if number not in known:
            raise UnknownTerm("document", number, nearest(number, known))
        made = document(number)
        sentence = worded("the book has no outline of {number}, which was not read whole", number=number)
    if not made.article:
        raise InputError.one("number", "no-outline", sentence)
    return made


OWN = "(của luật sửa đổi)"
"""Marks, in an amending text, what is written in its own articles and not in those of the text it amends."""


def _own(entry: Entry) -> bool:
    return OWN in (entry.source or "")


def _rewritten(made: Document, target: str) -> Iterator[str]:
    """Yield the entries by which an amending text rewrites an article, or one clause of it."""
    article, _, clause = target.partition(".")
    for entry in made.entries():
        if isinstance(entry, _OUTLINE) or _own(entry):
            continue
        if any(place[0] == article and clause in ("", place[1]) for place in places(entry)):
            yield f"{entry.table} {entry.id}"


def _rows(
    article: Article,
    entries: dict[tuple[str, str], list[str]],
    asides: dict[tuple[str, str], list[tuple[str, str, str | None]]],
) -> Iterator[Covered]:
    number = article.id.partition("-")[0]
    for clause in [str(each) for each in range(1, article.clauses + 1)] or [_WHOLE]:
        told = [*asides.get((number, clause), ()), *(asides.get((number, _WHOLE), ()) if clause != _WHOLE else ())]
        yield Covered(
            number,
            None if clause == _WHOLE else clause,
            article.title,
            tuple(dict.fromkeys(entries.get((number, clause), ()))),
            tuple(dict.fromkeys(told)),
        )


def places(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the (article, clause) pairs an entry is written in: its source's, else those of its id; clause "0": all."""
    text = entry.source or article_of(entry.id) or ""
    clauses: list[str] = []
    for clause, clause_numbers, _, numbers in _NUMBERS.findall(text):
        found = re.findall(r"\d+[a-z]?", clause_numbers or numbers)
        if clause:
            clauses += found
            continue
        for article in found:
            yield from ((article, clause) for clause in clauses or [_WHOLE])
        clauses = []
