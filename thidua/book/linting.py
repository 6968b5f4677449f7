"""``lint_document``: what a document's writer should know before anybody relies on it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import attrs

from thidua.book.coverage import coverage, places
from thidua.book.days import law_on, turning_days
from thidua.book.law import Law
from thidua.book.lintlaid import against, referred
from thidua.book.opening import document_of, read_text, references
from thidua.errors import InputError
from thidua.model.deciding import Rate, Share
from thidua.model.document import Document
from thidua.model.entry import Entry
from thidua.model.outline import Article, Transition
from thidua.model.provision import Clause
from thidua.model.remark import SEVERITIES, Remark
from thidua.model.time import Period
from thidua.text import nfc

_SHOWN_BY_ROWS = ("holders",)
"""Bases of caps that a batch of decisions shows by itself."""


def lint_document(path_or_document: str | Path | Document, *, law: Law | None = None) -> tuple[Remark, ...]:
    """Tell what a document's writer should know: faults, what it changes in the law, and what it probably did not mean.

    Args:
        path_or_document: a TOML file of the statute book's form, or a document that ``load_document`` read. What only a
            file shows (letters not in NFC) is told of a file alone.
        law: the law of one day, without documents of the caller's, to hold it against; absent: the law of every
            stretch of days on which the document is in force, what it changes being told of the first (of a draft: of
            the day it was checked).

    Returns:
        The remarks, the gravest first; none where there is nothing to say.

    Raises:
        InputError: the file cannot be read at all, or an argument is of a wrong kind.

    >>> [remark.code for remark in lint_document("docs/examples/draft-article-23.toml")]
    ['stricter']
    """
    if law is not None and (not isinstance(law, Law) or law.statute.local):
        sentence = "expected the law of a day, from law_on, without documents laid over it"
        raise InputError.one("law", "bad-value", sentence)
    found: list[Remark] = []
    if isinstance(path_or_document, Document):
        made = path_or_document
    elif isinstance(path_or_document, str | Path):
        path = Path(path_or_document)
        text = read_text(path)
        found += _letters(text)
        try:
            made = document_of(text, path.name)
        except InputError as error:
            return (*_errors(error), *found)
    else:
        sentence = f"expected a file or a document, got {type(path_or_document).__name__}"
        raise InputError.one("path_or_document", "bad-value", sentence)
    found += [*_head(made), *_dates(made), *_outline(made), *_conditions(made), *_bases(made), *_glosses(made)]
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
            yield Remark(place=_place(clause), severity="warning", code="unused-clause")


def _days(made: Document) -> list[date]:
    header = made.document
    if header.in_force is None:
        return [header.checked]
    period = Period(header.in_force, header.ends)
    return [header.in_force, *(day for day in turning_days((made,)) if day > header.in_force and day in period)]


def _letters(text: str) -> Iterator[Remark]:
    lines = text.splitlines()
    wrong = [number for number, line in enumerate(lines, 1) if not unicodedata.is_normalized("NFC", line)]
    if wrong:
        yield Remark(place=f"line {wrong[0]}", severity="warning", code="not-nfc", values={"lines": len(wrong)})


def _head(made: Document) -> Iterator[Remark]:
    header = made.document
    if header.kind not in ("draft", "register") and header.in_force is None:
        yield Remark(place="document.in_force", severity="warning", code="no-first-day")
    if header.kind == "decision" and header.applies_to is None:
        yield Remark(place="document.applies_to", severity="note", code="no-applies-to")
    if header.issued is not None and header.in_force is not None and header.in_force < header.issued:
        days = {"issued": header.issued, "since": header.in_force}
        yield Remark(place="document.in_force", severity="note", code="before-issued", values=days)


def _dates(made: Document) -> Iterator[Remark]:
    """Find entries whose days reach past the document's own, which bound them."""
    header = made.document
    for entry in made.entries():
        if header.in_force and entry.since and entry.since < header.in_force:
            days = {"day": entry.since, "bound": header.in_force}
            yield Remark(place=f"{_place(entry)}.since", severity="warning", code="outside-dates", values=days)
        if header.ends and entry.until and entry.until > header.ends:
            days = {"day": entry.until, "bound": header.ends}
            yield Remark(place=f"{_place(entry)}.until", severity="warning", code="outside-dates", values=days)
        gone = header.ends and entry.since and entry.since >= header.ends
        if gone or (header.in_force and entry.until and entry.until <= header.in_force):
            yield Remark(place=_place(entry), severity="warning", code="never-in-force")


def _outline(made: Document) -> Iterator[Remark]:
    """Hold the entries against the outline of the text: what it does not have, and what nothing is said of."""
    if made.document.amends is not None:
        return
    if not made.article:
        yield Remark(place="article", severity="note", code="no-outline")
        return
    rows = coverage(made)
    known = {(row.article, row.clause or "0") for row in rows} | {(row.article, "0") for row in rows}
    for entry in made.entries():
        if not isinstance(entry, Article | Transition):
            for article, clause in places(entry):
                if (article, clause) not in known and not (entry.source and "Luật" in entry.source):
                    values = {"where": article if clause == "0" else f"{article}.{clause}"}
                    yield Remark(place=_place(entry), severity="warning", code="no-such-article", values=values)
    for row in rows:
        if row.state == "missing":
            where = f"{row.article}.{row.clause}" if row.clause else row.article
            yield Remark(
                place=f"article {row.article!r}", severity="warning", code="not-covered", values={"where": where}
            )


def _conditions(made: Document) -> Iterator[Remark]:
    """Find rules and clauses that nobody can meet, whatever the record."""
    for rule in made.rule:
        for kept, excepted in ((rule.tracks, rule.except_tracks), (rule.bodies, rule.except_bodies)):
            if kept and set(kept) <= set(excepted):
                yield Remark(place=_place(rule), severity="warning", code="nobody", values={"words": ", ".join(kept)})
    for clause in made.clause:
        share = clause.members
        if share is not None and ((share.at_least or 0) > 1 or (share.above or 0) >= 1):
            yield Remark(place=f"{_place(clause)}.members", severity="warning", code="over-all")


def _bases(made: Document) -> Iterator[Remark]:
    """Tell the denominators that no decision shows, so that whoever asks must give them."""
    for entry in (*made.rate, *made.share):
        if isinstance(entry, Rate) and entry.base not in _SHOWN_BY_ROWS:
            yield Remark(place=_place(entry), severity="note", code="base-not-shown", values={"base": entry.base_name})
        if isinstance(entry, Share) and entry.base == "leaders":
            yield Remark(place=_place(entry), severity="note", code="base-not-shown", values={"base": "leaders"})


def _glosses(made: Document) -> Iterator[Remark]:
    """Find Vietnamese words that have no English beside them, or the same words."""
    for entry in made.entries():
        for label, gloss in _worded(entry):
            if not gloss or nfc(gloss) == nfc(label):
                yield Remark(place=_place(entry), severity="warning", code="no-gloss", values={"label": label})


def _worded(value: Any) -> Iterator[tuple[str, str]]:
    if not attrs.has(type(value)):
        return
    label, gloss = getattr(value, "label", None), getattr(value, "gloss", None)
    if label and gloss is not None:
        yield label, gloss
    for field in attrs.fields(type(value)):
        inner = getattr(value, field.name)
        for each in inner if isinstance(inner, tuple) else (inner,):
            yield from _worded(each)


def _place(entry: Entry) -> str:
    return f"{entry.table} {entry.id!r}"
