"""What a document shows by itself, as remarks: its head, its days, its outline, its words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any

import attrs

from thidua.book.coverage import coverage, places
from thidua.errors import worded
from thidua.model.deciding import Rate, Share
from thidua.model.document import Document
from thidua.model.entry import Entry
from thidua.model.outline import Article, Transition
from thidua.model.remark import Remark
from thidua.text import nfc

_SHOWN_BY_ROWS = ("holders",)
"""Bases of caps that a batch of decisions shows by itself."""


def letters(text: str) -> Iterator[Remark]:
    """Find lines of a file whose letters are not in the composed form."""
    lines = text.splitlines()
    wrong = [number for number, line in enumerate(lines, 1) if not unicodedata.is_normalized("NFC", line)]
    if wrong:
        yield Remark(
            place=worded("line {line}", line=wrong[0]), severity="warning", code="not-nfc", values={"lines": len(wrong)}
        )


def head(made: Document) -> Iterator[Remark]:
    """Find what a document's head does not say."""
    header = made.document
    if header.kind not in ("draft", "register") and header.in_force is None:
        yield Remark(place="document.in_force", severity="warning", code="no-first-day")
    if header.kind == "decision" and header.applies_to is None:
        yield Remark(place="document.applies_to", severity="note", code="no-applies-to")
    if header.issued is not None and header.in_force is not None and header.in_force < header.issued:
        days = {"issued": header.issued, "since": header.in_force}
        yield Remark(place="document.in_force", severity="note", code="before-issued", values=days)


def dates(made: Document) -> Iterator[Remark]:
    """Find entries whose days reach past the document's own, which bound them."""
    header = made.document
    for entry in made.entries():
        if header.in_force and entry.since and entry.since < header.in_force:
            days = {"day": entry.since, "bound": header.in_force}
            yield Remark(place=f"{place_of(entry)}.since", severity="warning", code="outside-dates", values=days)
        if header.ends and entry.until and entry.until > header.ends:
            days = {"day": entry.until, "bound": header.ends}
            yield Remark(place=f"{place_of(entry)}.until", severity="warning", code="outside-dates", values=days)
        gone = header.ends and entry.since and entry.since >= header.ends
        if gone or (header.in_force and entry.until and entry.until <= header.in_force):
            yield Remark(place=place_of(entry), severity="warning", code="never-in-force")


def outline(made: Document) -> Iterator[Remark]:
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
                    yield Remark(place=place_of(entry), severity="warning", code="no-such-article", values=values)
    for row in rows:
        if row.state == "missing":
            where = f"{row.article}.{row.clause}" if row.clause else row.article
            yield Remark(
                place=f"article {row.article!r}", severity="warning", code="not-covered", values={"where": where}
            )


def conditions(made: Document) -> Iterator[Remark]:
    """Find rules and clauses that nobody can meet, whatever the record."""
    for rule in made.rule:
        for kept, excepted in ((rule.tracks, rule.except_tracks), (rule.bodies, rule.except_bodies)):
            if kept and set(kept) <= set(excepted):
                yield Remark(place=place_of(rule), severity="warning", code="nobody", values={"words": ", ".join(kept)})
    for clause in made.clause:
        share = clause.members
        if share is not None and ((share.at_least or 0) > 1 or (share.above or 0) >= 1):
            yield Remark(place=f"{place_of(clause)}.members", severity="warning", code="over-all")


def bases(made: Document) -> Iterator[Remark]:
    """Tell the denominators that no decision shows, so that whoever asks must give them."""
    for entry in (*made.rate, *made.share):
        if isinstance(entry, Rate) and entry.base not in _SHOWN_BY_ROWS:
            yield Remark(
                place=place_of(entry), severity="note", code="base-not-shown", values={"base": entry.base_name}
            )
        if isinstance(entry, Share) and entry.base == "leaders":
            yield Remark(place=place_of(entry), severity="note", code="base-not-shown", values={"base": "leaders"})


def glosses(made: Document) -> Iterator[Remark]:
    """Find Vietnamese words that have no English beside them, or the same words."""
    for entry in made.entries():
        for label, gloss in _worded(entry):
            if not gloss or nfc(gloss) == nfc(label):
                yield Remark(place=place_of(entry), severity="warning", code="no-gloss", values={"label": label})


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


def place_of(entry: Entry) -> str:
    """Return an entry's place, as every fault names it."""
    return f"{entry.table} {entry.id!r}"
