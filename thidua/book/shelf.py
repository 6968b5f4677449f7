"""``law_on`` and ``load_document``: from files to the law of a day.

Headers are read first and documents parsed only when a day needs them. Days between two changes of the law share one
:class:`~thidua.book.law.Statute`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs

from thidua.book.law import Law, Placed, Statute, award_of, index_names
from thidua.book.opening import document_of, header_of, read_text, references
from thidua.errors import InputError, Problem, UnknownTerm
from thidua.model.award import Award
from thidua.model.provision import Clause, Document, Entry, Header
from thidua.model.time import Period
from thidua.text import fold, nearest

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


def law_on(
    day: date, /, *documents: Document, readings: Mapping[str, str] | None = None, unread: str = "stop"
) -> Law:
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


@cache
def _texts() -> dict[str, tuple[str, str]]:
    """The text of each document of the book, by its id, with its file's name."""
    found = {}
    for file in files("thidua").joinpath("statutes").iterdir():
        if file.name.endswith(".toml"):
            text = file.read_text(encoding="utf-8")
            found[header_of(text, file.name).id] = (text, file.name)
    return found


@cache
def headers() -> tuple[Header, ...]:
    """Every document of the book, oldest first, each ending where a later one repeals it."""
    found = {name: header_of(text, file) for name, (text, file) in _texts().items()}
    for repealing in tuple(found.values()):
        for name in repealing.repeals:
            if name in found and repealing.in_force is not None:
                old = found[name]
                ends = min(old.ends or repealing.in_force, repealing.in_force)
                found[name] = attrs.evolve(old, ends=ends)
    for header in tuple(found.values()):  # an amending document lives and ends with the one it amends
        if header.amends in found:
            base = found[header.amends]
            if base.ends is not None and (header.ends is None or header.ends > base.ends):
                found[header.id] = attrs.evolve(header, ends=base.ends)
    return tuple(sorted(found.values(), key=lambda header: (header.in_force or date.max, header.issued or date.max)))


@cache
def document(name: str) -> Document:
    """Return a document of the book by its number."""
    text, file = _texts()[name]
    made = document_of(text, file)
    header = next(header for header in headers() if header.id == name)
    return attrs.evolve(made, document=header)


@cache
def changes() -> tuple[date, ...]:
    """The days on which the law of the book changes, in order."""
    days: set[date] = set()
    for header in headers():
        days.update(day for day in (header.in_force, header.ends) if day is not None)
        text = _texts()[header.id][0]
        # Only a file that dates an entry of its own need be parsed to know its days.
        if "\nsince = " in text or "\nuntil = " in text:
            for entry in document(header.id).entries():
                days.update(day for day in (entry.since, entry.until) if day is not None)
    return tuple(sorted(days))


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
    shelf: dict[tuple[str, str, str], Placed[Any]] = {}
    for made in documents:
        header = made.document
        home = book.get(header.amends, header) if header.amends else header
        for entry in made.entries():
            if day not in Period(entry.since, entry.until):
                continue
            placed = Placed(entry=entry, header=header, home=home)
            for name in entry.reading:
                if name not in chosen:
                    raise _misfit(placed, f"no [[reading]] {name!r} is in force")
            if all(chosen[name] == option for name, option in entry.reading.items()):
                _lay(shelf, placed)
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
    _check(statute, overlays)
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


def _lay(shelf: dict[tuple[str, str, str], Placed[Any]], placed: Placed[Any]) -> None:
    """Put an entry in its place, over what it replaces or ends."""
    entry = placed.entry
    own = (entry.table, placed.home.id, entry.id)
    if entry.effect == "add":
        if own in shelf:
            raise _misfit(placed, f"{entry.table} {entry.id!r} of {placed.home.id} is there already: say effect = \"replace\"")
        shelf[own] = placed
        return
    for name in entry.target or (entry.id,):
        key = _target(shelf, placed, name)
        if key is None:
            raise _misfit(placed, f"no {entry.table} {name!r} in force to {entry.effect}")
        old = shelf[key]
        for alias in [alias for alias, there in shelf.items() if there is old]:
            if entry.effect == "replace":
                shelf[alias] = placed
            else:
                del shelf[alias]
    if entry.effect == "replace":
        shelf[own] = placed


def _target(shelf: Mapping[tuple[str, str, str], Placed[Any]], placed: Placed[Any], name: str) -> tuple[str, str, str] | None:
    table, home = placed.entry.table, placed.entry.of or placed.home.id
    if (table, home, name) in shelf:
        return table, home, name
    if placed.entry.of is None and placed.header.amends is None:  # a draft need not say whose article it rewrites
        found = [key for key in shelf if key[0] == table and key[2] == name]
        if len({id(shelf[key]) for key in found}) == 1:
            return found[0]
    return None


def _misfit(placed: Placed[Any], reason: str) -> InputError:
    place = f"{placed.entry.table} {placed.entry.id!r}"
    return InputError.one(place, "does-not-fit", reason, source=placed.header.id)


def _check(statute: Statute, overlays: tuple[Document, ...]) -> None:
    """Refuse references to nothing: clauses, awards and readings that are not in force beside the entry."""
    law = Law(date.min, statute)
    problems: list[Problem] = []
    for placed in statute.order:
        entry: Entry = placed.entry
        place = f"{placed.header.id}: {entry.table} {entry.id!r}"
        problems += [
            Problem(f"{place}.{key}", "dangling", f"refers to clause {name!r}, which is not in force")
            for key, name in references(entry)
            if law.clause_key(name, placed) is None
        ]
        for name in awards_named(entry):
            if name not in statute.awards and (not overlays or catalogue().find(name) is None):
                problems.append(Problem(place, "unknown-award", f"no award {name!r}"))
    if problems:
        raise InputError(problems)


def awards_named(entry: Entry) -> tuple[str, ...]:
    """Return the ids of the awards that an entry names."""
    found = [*getattr(entry, "awards", ()), *getattr(entry, "base_awards", ())]
    found += [name for name in (getattr(entry, "award", None),) if isinstance(name, str) and name]
    if isinstance(entry, Clause):
        found += entry.meets or ()
        found += entry.holds.awards if entry.holds else ()
        found += [entry.has_members.award] if entry.has_members else []
        if entry.run:
            found += entry.run.each.titles
            found += entry.run.after.awards if entry.run.after else ()
    return tuple(found)


@attrs.frozen
class Catalogue:
    """Every award of every day."""

    awards: tuple[Award, ...]
    names: Mapping[str, Award]

    def find(self, name: str) -> Award | None:
        """Find an award by any name it ever had."""
        return self.names.get(fold(name))


@cache
def catalogue() -> Catalogue:
    """Read every document of the book for the awards it creates."""
    found: dict[str, Award] = {}
    for header in headers():
        for entry in document(header.id).award:
            made = award_of(Placed(entry=entry, header=header, home=header))
            old = found.get(entry.id)
            if old is not None:  # the newest text names it; older names stay known
                names = dict.fromkeys((*made.former, *old.names, *made.short))
                since = min((day for day in (old.period.since, made.period.since) if day), default=None)
                former = tuple(name for name in names if name not in (made.id, made.label, *made.short))
                made = attrs.evolve(made, former=former, period=Period(since, made.period.until))
            found[entry.id] = made
    awards = tuple(found.values())
    return Catalogue(awards, index_names(awards))


def award(name: str) -> Award:
    """Find an award in the timeless catalogue, by any name it ever had.

    Raises:
        UnknownTerm: nothing ever had this name; the nearest names are suggested.

    >>> award("CSTĐ cấp tỉnh").id
    'chien-si-thi-dua-bo-ban-nganh-tinh'
    """
    found = catalogue().find(name)
    if found is None:
        known = (text for each in catalogue().awards for text in (each.label, *each.short, *each.former))
        raise UnknownTerm("award", name, nearest(name, known))
    return found
