"""``law_on`` and ``load_document``: from documents to the law of a day.

Days between two changes of the law share one :class:`~thidua.book.law.Statute`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from thidua.book.catalogue import catalogue
from thidua.book.law import Law, Placed, Statute
from thidua.book.laying import Key, check, lay, misfit
from thidua.book.opening import document_of, read_text
from thidua.book.shelf import changes, document, headers
from thidua.errors import InputError, UnknownTerm
from thidua.model.provision import Document
from thidua.model.time import Period
from thidua.text import nearest

_UNREAD = ("stop", "last-text")


def load_document(path: str | Path) -> Document:
    """Read a document from a file of the statute book's form: a province's regulation, or a draft amendment.

    Args:
        path: a TOML file.

    Raises:
        InputError: names the file, the entry and the reason of every fault.

    The document is laid over the law with ``law_on(day, document)``.
    """
    path = Path(path)
    return document_of(read_text(path), path.name)


def law_on(day: date, /, *documents: Document, readings: Mapping[str, str] | None = None, unread: str = "stop") -> Law:
    """Return what was in force on a day, and nothing else.

    Args:
        day: the day; the book knows the law from 2014-06-01, and says so of earlier days.
        documents: laid over the law in this order: local regulations, drafts; each only on the days it is in force.
        readings: the option to use for a named reading of an ambiguous text.
        unread: ``"stop"``: what rests on a text known but not read is UNKNOWN; ``"last-text"``: go by the last
            text that was read.

    Raises:
        UnknownTerm: no such reading, option or mode.
        InputError: a document that does not fit the law of the day.

    >>> law = law_on(date(2024, 12, 20))
    >>> [document.id for document in law.documents if document.kind == "law"]
    ['06/2022/QH15']
    """
    if unread not in _UNREAD:
        raise UnknownTerm("mode for texts not read", unread, nearest(unread, _UNREAD))
    if type(day) is not date:
        raise InputError.one("day", "bad-value", f"expected a datetime.date, got {type(day).__name__}")
    chosen = tuple(sorted((readings or {}).items()))
    if documents:
        return Law(day, _statute(day, documents, chosen, unread))
    return Law(day, _national(_stretch(day), chosen, unread))


@lru_cache(maxsize=512)
def _national(day: date, readings: tuple[tuple[str, str], ...], unread: str) -> Statute:
    return _statute(day, (), readings, unread)


def _stretch(day: date) -> date:
    days = changes()
    index = bisect_right(days, day)
    return days[index - 1] if index else min(days[0] - timedelta(days=1), day)


def _statute(day: date, overlays: tuple[Document, ...], readings: tuple[tuple[str, str], ...], unread: str) -> Statute:
    book = {header.id: header for header in headers()}
    inside = [header for header in book.values() if header.in_force and day in Period(header.in_force, header.ends)]
    documents = [document(header.id) for header in inside]
    for overlay in overlays:
        header = overlay.document
        if day in Period(header.in_force, header.ends):
            book[header.id] = header
            documents.append(overlay)
    chosen = _options(day, documents, dict(readings))
    shelf: dict[Key, Placed[Any]] = {}
    for made in documents:
        header = made.document
        home = book.get(header.amends, header) if header.amends else header
        for entry in made.entries():
            if day not in Period(entry.since, entry.until):
                continue
            placed = Placed(entry=entry, header=header, home=home)
            for name in entry.reading:
                if name not in chosen:
                    raise misfit(placed, f"no [[reading]] {name!r} is in force")
            if all(chosen[name] == option for name, option in entry.reading.items()):
                lay(shelf, placed)
    order = tuple(dict.fromkeys(shelf.values()))

    def rebuild(other: Mapping[str, str]) -> Statute:
        again = tuple(sorted(other.items()))
        return _statute(day, overlays, again, unread) if overlays else _national(day, again, unread)

    statute = Statute(
        documents=tuple(made.document for made in documents),
        shelf=shelf,
        order=order,
        readings=chosen,
        unread=unread,
        catalogue=catalogue,
        rebuild=rebuild,
        local=tuple(overlay.id for overlay in overlays if overlay in documents),
    )
    check(statute, {award.id for award in catalogue().awards} if overlays else frozenset())
    return statute


def _options(day: date, documents: Iterable[Document], given: dict[str, str]) -> dict[str, str]:
    entries = {
        entry.id: entry for made in documents for entry in made.reading if day in Period(entry.since, entry.until)
    }
    for name, option in given.items():
        if name not in entries:
            known = {entry.id for header in headers() for entry in document(header.id).reading}
            if name not in known:
                raise UnknownTerm("reading", name, nearest(name, known))
        elif option not in entries[name].options:
            raise UnknownTerm(f"option of reading {name!r}", option, nearest(option, entries[name].options))
    return {name: given.get(name, entry.default) for name, entry in entries.items()}
