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

import attrs

from thidua.book.catalogue import catalogue
from thidua.book.law import Law, Placed, Statute
from thidua.book.laying import Key, check, lay, misfit
from thidua.book.opening import document_of
from thidua.book.shelf import changes, document, headers
from thidua.book.tomltext import read_text
from thidua.errors import InputError, UnknownTerm, worded
from thidua.model.document import Document
from thidua.model.entry import Header
from thidua.model.time import Period
from thidua.text import did_you_mean, nearest

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
        day: the day. Of days before 2014-06-01 the book holds the law of 2003; what rests on decrees of that time that
            were not read is UNKNOWN.
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
        raise InputError.one(
            "day", "bad-value", worded("expected a datetime.date, got {kind}", kind=type(day).__name__)
        )
    for made in documents:
        if not isinstance(made, Document):
            sentence = worded("expected a document from load_document, got {kind}", kind=type(made).__name__)
            raise InputError.one("documents", "bad-value", sentence)
    chosen = tuple(sorted((readings or {}).items()))
    if documents:
        return Law(day, _overlaid(_stretch(day, documents), _Same(documents), chosen, unread))
    return Law(day, _national(_stretch(day, ()), chosen, unread))


@lru_cache(maxsize=512)
def _national(day: date, readings: tuple[tuple[str, str], ...], unread: str) -> Statute:
    return _statute(day, (), readings, unread)


@attrs.frozen(eq=False)
class _Same:
    """Documents of the caller's as a key: the same objects are the same documents, without reading them again."""

    documents: tuple[Document, ...]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and [*map(id, self.documents)] == [*map(id, other.documents)]

    def __hash__(self) -> int:
        return hash(tuple(map(id, self.documents)))


@lru_cache(maxsize=64)
def _overlaid(day: date, over: _Same, readings: tuple[tuple[str, str], ...], unread: str) -> Statute:
    return _statute(day, over.documents, readings, unread)


def turning_days(overlays: tuple[Document, ...] = ()) -> list[date]:
    """Return the days on which the law changes, in order, under these documents laid over it."""
    dated = [Period(made.document.in_force, made.document.ends) for made in overlays]
    dated += [Period(entry.since, entry.until) for made in overlays for entry in made.entries()]
    own = {change for period in dated for change in (period.since, period.until) if change is not None}
    return sorted({*changes(), *own})


def _stretch(day: date, overlays: tuple[Document, ...]) -> date:
    """Return the first day of the stretch without change that the day lies in."""
    days = turning_days(overlays)
    index = bisect_right(days, day)
    return days[index - 1] if index else min(days[0] - timedelta(days=1), day)


def _statute(day: date, overlays: tuple[Document, ...], readings: tuple[tuple[str, str], ...], unread: str) -> Statute:
    book = {header.id: header for header in headers()}
    laid = tuple(made for made in overlays if day in Period(made.document.in_force, made.document.ends))
    gone = {name for made in laid for name in made.document.repeals}
    inside = [
        header
        for header in book.values()
        if header.in_force and day in Period(header.in_force, header.ends) and header.id not in gone
    ]
    documents = [*(document(header.id) for header in inside), *laid]
    for made in laid:
        _fits_the_book(made, book)
    chosen = _options(day, documents, dict(readings))
    shelf: dict[Key, Placed[Any]] = {}
    for made in documents:
        header = made.document
        home = book.get(header.amends, header) if header.amends else header
        try:
            for entry in made.entries():
                if day in Period(entry.since, entry.until):
                    placed = Placed(entry=entry, header=header, home=home)
                    if _stands(placed, chosen, documents):
                        lay(shelf, placed)
        except InputError as error:
            raise InputError(error.problems, source=made.file) from None

    def rebuild(other: Mapping[str, str]) -> Statute:
        again = tuple(sorted(other.items()))
        return _statute(day, overlays, again, unread) if overlays else _national(day, again, unread)

    statute = Statute(
        documents=tuple(made.document for made in documents),
        shelf=shelf,
        order=tuple(dict.fromkeys(shelf.values())),
        readings=chosen,
        unread=unread,
        catalogue=catalogue,
        rebuild=rebuild,
        local=tuple(made.id for made in laid),
    )
    elsewhere = {award.id for award in catalogue().awards} if overlays else frozenset[str]()
    check(statute, elsewhere, {made.id: made.file for made in documents})
    return statute


def _fits_the_book(made: Document, book: Mapping[str, Header]) -> None:
    header = made.document
    if header.id in book:
        sentence = worded("the book has a document {id!r} already; give this one a number of its own", id=header.id)
        raise InputError.one("document.id", "duplicate", sentence, source=made.file)
    for key, names in (("amends", (header.amends,) if header.amends else ()), ("repeals", header.repeals)):
        for name in names:
            if name not in book:
                sentence = worded("no document {name!r}{hint}", name=name, hint=did_you_mean(name, tuple(book)))
                raise InputError.one(f"document.{key}", "unknown-document", sentence, source=made.file)


def _stands(placed: Placed[Any], chosen: Mapping[str, str], documents: Iterable[Document]) -> bool:
    """Say whether an entry stands under the readings chosen."""
    for name, option in placed.entry.reading.items():
        if name not in chosen:
            raise misfit(placed, worded("no [[reading]] {name!r} is in force", name=name))
        if not any(option in entry.options for made in documents for entry in made.reading if entry.id == name):
            raise misfit(placed, worded("the reading {name!r} has no option {option!r}", name=name, option=option))
        if chosen[name] != option:
            return False
    return True


def _options(day: date, documents: Iterable[Document], given: dict[str, str]) -> dict[str, str]:
    entries = {
        entry.id: entry for made in documents for entry in made.reading if day in Period(entry.since, entry.until)
    }
    for name, option in given.items():
        if name not in entries:
            known = {entry.id for header in headers() for entry in document(header.id).reading}
            if name not in known:
                raise UnknownTerm("reading", name, nearest(name, known))
        elif not isinstance(option, str) or option not in entries[name].options:
            options = entries[name].options
            near = nearest(option, options) if isinstance(option, str) else tuple(options)
            raise UnknownTerm(worded("option of reading {name!r}", name=name), str(option), near)
    return {name: given.get(name, entry.default) for name, entry in entries.items()}
