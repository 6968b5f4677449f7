"""``lint_document``: what a document's writer should know before anybody relies on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from thidua.book.days import law_on, turning_days
from thidua.book.law import Law
from thidua.book.lintlaid import against, referred
from thidua.book.lintown import bases, conditions, dates, glosses, head, letters, outline, place_of
from thidua.book.opening import document_of, references
from thidua.book.tomltext import read_text
from thidua.errors import InputError, worded
from thidua.model.document import Document
from thidua.model.provision import Clause
from thidua.model.remark import SEVERITIES, Remark
from thidua.model.time import Period


def lint_document(path_or_document: str | Path | Document, *, law: Law | None = None) -> tuple[Remark, ...]:
    """Tell what a document's writer should know: faults, what it changes in the law, and what it probably did not mean.

    Args:
        path_or_document: a TOML file of the statute book's form, or a document that ``load_document`` read. What only a
            file shows (letters not in NFC) is told of a file alone.
        law: the law of one day, without documents of the caller's, to hold it against; absent: the law of every
            stretch of days on which the document is in force, what an entry changes being told of its first (of a
            draft: of the day it was checked).

    Returns:
        The remarks, the gravest first; none where there is nothing to say.

    Raises:
        InputError: the file cannot be read at all, an argument is of a wrong kind, or the document is not in force on
            the day of the law given.

    >>> [remark.code for remark in lint_document("docs/examples/draft-article-23.toml")]
    ['stricter']
    """
    if law is not None and (not isinstance(law, Law) or law.statute.local):
        sentence = worded("expected the law of a day, from law_on, without documents laid over it")
        raise InputError.one("law", "bad-value", sentence)
    found: list[Remark] = []
    if isinstance(path_or_document, Document):
        made = path_or_document
    elif isinstance(path_or_document, str | Path):
        path = Path(path_or_document)
        text = read_text(path)
        found += letters(text)
        try:
            made = document_of(text, path.name)
        except InputError as error:
            return (*_errors(error), *found)
    else:
        sentence = worded("expected a file or a document, got {kind}", kind=type(path_or_document).__name__)
        raise InputError.one("path_or_document", "bad-value", sentence)
    header = made.document
    if law is not None and law.day not in Period(header.in_force, header.ends):
        raise InputError.one("law", "bad-value", worded("{id} is not in force on {day}", id=header.id, day=law.day))
    found += [*head(made), *dates(made), *outline(made), *conditions(made), *bases(made), *glosses(made)]
    found += _laid(made, law)
    return tuple(sorted(dict.fromkeys(found), key=lambda remark: SEVERITIES.index(remark.severity)))


def _errors(error: InputError, since: date | None = None) -> Iterator[Remark]:
    values: dict[str, Any] = {"since": since} if since else {}
    for problem in error.problems:
        told = {**values, "problem": problem.sentence}
        yield Remark(place=problem.path, severity="error", code=problem.code, values=told)


def _laid(made: Document, law: Law | None) -> Iterator[Remark]:
    """Lay the document over the law of each stretch of its days.

    A fault, and what an entry does to the law, is told of the first stretch that has it; a clause is idle that nothing
    refers to in any, under no reading.
    """
    told: set[tuple[str, str]] = set()
    seen: set[int] = set()
    stood: set[int] = set()
    used: set[int] = set()
    for index, day in enumerate([law.day] if law else _days(made)):
        base = law or law_on(day)
        try:
            over = law_on(day, made, readings=base.readings if law else None, unread=base.statute.unread)
        except InputError as error:
            faults = [each for each in error.problems if (each.path, each.code) not in told]
            told.update((each.path, each.code) for each in faults)
            yield from _errors(InputError(faults), day if index else None)
            continue
        fresh = [each for each in made.entries() if id(each) not in seen and day in Period(each.since, each.until)]
        yield from against(fresh, made, base, over)
        seen.update(map(id, fresh))
        stood.update(id(placed.entry) for placed in over.of(Clause))
        used |= referred(over)
    otherwise = {name for entry in made.entries() if entry.reading for _, name in references(entry)}
    for clause in made.clause:
        if id(clause) in stood - used and clause.id not in otherwise:
            yield Remark(place=place_of(clause), severity="warning", code="unused-clause")


def _days(made: Document) -> list[date]:
    header = made.document
    if header.in_force is None:
        return [header.checked]
    period = Period(header.in_force, header.ends)
    return [header.in_force, *(day for day in turning_days((made,)) if day > header.in_force and day in period)]
