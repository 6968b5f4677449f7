"""The book's own files: headers first, documents parsed when a day needs them."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from importlib.resources import files

import attrs

from thidua.book.opening import document_of, header_of
from thidua.model.document import Document
from thidua.model.entry import Header

_DATED = re.compile(r"^(?:since|until) = (\d{4}-\d\d-\d\d)", re.MULTILINE)
"""The days of entries, each key on a line of its own as the book writes them."""


@cache
def _files() -> dict[str, tuple[Header, str, str]]:
    """Each document of the book by its id: its header as written, its text, and its file's name."""
    found = {}
    for file in files("thidua").joinpath("statutes").iterdir():
        if file.name.endswith(".toml"):
            text = file.read_text(encoding="utf-8")
            header = header_of(text, file.name)
            found[header.id] = (header, text, file.name)
    return found


@cache
def headers() -> tuple[Header, ...]:
    """Every document of the book, oldest first, each ending where a later one repeals it."""
    found = {name: header for name, (header, _, _) in _files().items()}
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
    _, text, file = _files()[name]
    made = document_of(text, file)
    header = next(header for header in headers() if header.id == name)
    return attrs.evolve(made, document=header)


@cache
def changes() -> tuple[date, ...]:
    """The days on which the law of the book changes, in order."""
    days: set[date] = set()
    for header in headers():
        days.update(day for day in (header.in_force, header.ends) if day is not None)
        # Read off the text: parsing every document of twenty years to know its days would take longer than the answer.
        _, text, _ = _files()[header.id]
        days.update(date.fromisoformat(day) for day in _DATED.findall(text))
    return tuple(sorted(days))
