"""Which movements run on a day: those the Prime Minister launched, and those of documents laid beside them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import attrs

from thidua.book.law import Law, Placed
from thidua.book.shelf import document, headers
from thidua.errors import InputError, UnknownTerm, both, worded
from thidua.exact import show
from thidua.model.citation import Citation
from thidua.model.document import Document
from thidua.model.finding import Outcome
from thidua.model.launching import MovementEntry
from thidua.model.movement import Movement
from thidua.movement.naming import find, names
from thidua.text import fold, nearest

Entries = tuple[Placed[MovementEntry], ...]
"""What documents say of one movement, oldest first."""


@attrs.frozen(kw_only=True)
class RegisteredMovement(Movement):
    """A movement as the documents of the book, and those beside them, tell of it on a day.

    ``since`` is the day of its launch, where that is known, and ``until`` the end of the last period planned for it,
    with later plans of the same movement counted in.

    Attributes:
        id: a slug, never renamed.
        gloss: its name in English.
        aliases: other names that reports give it.
        former: official names it had before, each with the first day on which it was no longer called so.
        theme: its theme, where that is not its name.
        parent: the movement that it carries out in its place, by id or name.
        planned_on: the day on which the first document that tells of it was signed; None where it has none.
        earliest: the first day on which it may have run; None where nothing tells.
        known_from: the first day on which it is known to run.
        known_to: the first day after those of which it is known that it ran, or is planned to.
        citations: what tells of it; their standing is part of the answer.
    """

    id: str
    gloss: str
    aliases: tuple[str, ...] = ()
    former: tuple[tuple[str, date], ...] = ()
    theme: str | None = None
    parent: str | None = None
    planned_on: date | None = None
    earliest: date | None = None
    known_from: date
    known_to: date
    citations: tuple[Citation, ...] = ()

    def running(self, day: date) -> Outcome:
        """Say whether it runs on a day.

        MET: it was launched, and a plan covers the day or a report of a later day names it. NOT_MET: the day lies
        before its launch. UNKNOWN: its launch is not known to the day; or the last period planned for it is over (no
        period of it is known), and no text read says that it ended or goes on.

        >>> movement("văn hóa công sở").running(date(2019, 5, 18)).name
        'NOT_MET'
        """
        if self.known_from <= day:
            return Outcome.MET if day < self.known_to else Outcome.UNKNOWN
        return Outcome.NOT_MET if self.earliest is not None and day < self.earliest else Outcome.UNKNOWN


def active_movements(day: date, /, *documents: Document) -> tuple[RegisteredMovement, ...]:
    """Return the movements that are known to run on a day, each under its name of that day.

    The register holds those launched by the Prime Minister, as far as their names and days were found; ``documents``
    add those of a ministry, a province or a unit. Of movements of which it is not known whether they still run see
    :func:`unsettled_movements`.

    Args:
        day: the day.
        documents: with ``[[movement]]`` tables, from ``load_document``.

    Raises:
        InputError: ``day`` is no date, a document no document; documents disagree on who launched
            a movement, or when.

    >>> [each.id for each in active_movements(date(2021, 8, 14))][-1]
    'chien-thang-dai-dich-covid-19'
    >>> len(active_movements(date(2021, 7, 21))), len(active_movements(date(2021, 12, 14)))
    (4, 5)
    """
    return tuple(each for each in movements(day, *documents) if each.running(day) is Outcome.MET)


def unsettled_movements(day: date, /, *documents: Document) -> tuple[RegisteredMovement, ...]:
    """Return the movements of which it is not known whether they run on a day: UNKNOWN, and in no count.

    Args:
        day: the day.
        documents: as for :func:`active_movements`.

    Raises:
        InputError: as of :func:`active_movements`.

    >>> [each.id for each in unsettled_movements(date(2022, 11, 18))]
    ['doanh-nghiep-viet-nam-hoi-nhap-va-phat-trien']
    """
    return tuple(each for each in movements(day, *documents) if each.running(day) is Outcome.UNKNOWN)


def movements(day: date, /, *documents: Document) -> tuple[RegisteredMovement, ...]:
    """Return every movement of the register, under its name of a day, in the order of their launch.

    Raises:
        InputError: as of :func:`active_movements`.
    """
    if type(day) is not date:
        raise InputError.one(
            "day", "bad-value", worded("expected a datetime.date, got {kind}", kind=type(day).__name__)
        )
    for made in documents:
        if not isinstance(made, Document):
            sentence = worded("expected a document from load_document, got {kind}", kind=type(made).__name__)
            raise InputError.one("documents", "bad-value", sentence)
    own = (placed for made in documents for placed in _placed(made))
    return registered((*_national(), *own), day)


def movement(name: str, day: date | None = None, /, *documents: Document) -> RegisteredMovement:
    """Find a movement by its id, an official name of any day, or a name that reports give it.

    Accents, case and punctuation are forgiven, and so is what reports put around a name: "Phong trào thi đua" before
    it, "giai đoạn 2021 – 2025" behind it.

    Args:
        name: the name.
        day: the day whose official name is wanted; absent: the latest.
        documents: as for :func:`active_movements`.

    Raises:
        UnknownTerm: nothing has this name; the nearest names are suggested.
        InputError: the name is no text; else as of :func:`active_movements`.

    >>> movement("Cả nước chung tay vì người nghèo, không để ai bị bỏ lại phía sau").name
    'Vì người nghèo – Không để ai bị bỏ lại phía sau'
    """
    if not isinstance(name, str):
        sentence = worded("expected the name of a movement, got {value}", value=show(name))
        raise InputError.one("name", "bad-value", sentence)
    known = movements(day or date.max, *documents)
    found = find(name, known) or find(name, movements(date.max, *documents))
    if found is None:
        raise UnknownTerm("movement", name, nearest(name, (text for each in known for text in names(each))))
    return next(each for each in known if each.id == found.id)


def of_law(law: Law) -> tuple[RegisteredMovement, ...]:
    """Return every movement of the register and of the documents laid over a law, under its name of the law's day."""
    own = (placed for placed in law.of(MovementEntry) if placed.header.id in law.statute.local)
    return registered((*_national(), *own), law.day)


def registered(placed: Iterable[Placed[MovementEntry]], day: date) -> tuple[RegisteredMovement, ...]:
    """Make the movements that entries tell of, under their names of a day, in the order of their launch."""
    by_id: dict[str, list[Placed[MovementEntry]]] = {}
    for each in placed:
        if each.entry.effect != "end":
            by_id.setdefault(each.entry.id, []).append(each)
    made = (_one(tuple(sorted(found, key=_told_on)), day) for found in by_id.values())
    return tuple(sorted(made, key=lambda each: (each.known_from, each.id)))


def _told_on(placed: Placed[MovementEntry]) -> date:
    """Return the day from which a document tells of a movement."""
    return placed.header.issued or placed.header.in_force or placed.entry.launched_on or date.min


def _one(found: Entries, day: date) -> RegisteredMovement:
    """Make one movement of what all documents say of it; its name is that of the last one signed by the day."""
    entries = [placed.entry for placed in found]
    named = [placed for placed in found if _told_on(placed) <= day] or [found[0]]
    launched = _agreed(entries, "launched_on")
    within = next((entry.launched_within for entry in entries if entry.launched_within), None)
    since = [entry.period.since for entry in entries if entry.period and entry.period.since]
    until = [entry.period.until for entry in entries if entry.period and entry.period.until]
    seen = [entry.seen for entry in entries if entry.seen]
    told = [day for each in (*map(_told_on, found), *seen) if (day := each) != date.min]
    known_from = launched or (within.until if within else None) or min(told, default=None)
    if known_from is None:
        sentence = worded("neither the movement nor its document has a day: say launched_on")
        raise InputError.one(f"movement {entries[0].id!r}.launched_on", "missing", sentence, source=found[0].header.id)
    latest = named[-1].entry
    return RegisteredMovement(
        id=latest.id,
        name=latest.label,
        gloss=latest.gloss,
        aliases=tuple(dict.fromkeys(name for entry in entries for name in entry.aliases)),
        former=tuple(_former(named)),
        launched_by=_agreed(entries, "launched_by"),
        scope=next((entry.scope for entry in reversed(entries) if entry.scope), None),
        manner=next((entry.manner for entry in reversed(entries) if entry.manner), None),
        theme=next((entry.theme for entry in reversed(entries) if entry.theme), None),
        parent=next((entry.parent for entry in reversed(entries) if entry.parent), None),
        planned_on=found[0].header.issued,
        since=launched,
        until=max(until, default=None),
        earliest=launched or (within.since if within else None) or min(since, default=None),
        known_from=known_from,
        known_to=max([*until, *(each + timedelta(days=1) for each in seen), known_from + timedelta(days=1)]),
        citations=tuple(dict.fromkeys(placed.citation for placed in found)),
    )


def _agreed(entries: list[MovementEntry], key: str) -> Any:
    """Return what the entries that say it agree on; None where none does."""
    said = [*dict.fromkeys(value for entry in entries if (value := getattr(entry, key)) is not None)]
    if len(said) > 1:
        place, told = f"movement {entries[0].id!r}.{key}", both(map(str, said))
        raise InputError.one(
            place, "contradiction", worded("documents say {told}; one movement has one {key}", told=told, key=key)
        )
    return said[0] if said else None


def _former(named: list[Placed[MovementEntry]]) -> Iterable[tuple[str, date]]:
    """Yield the names a movement had before, each with the day on which the next document renamed it."""
    for old, new in pairwise(named):
        if fold(old.entry.label) != fold(new.entry.label):
            yield old.entry.label, _told_on(new)


@cache
def _national() -> Entries:
    """The movements that the book's own documents tell of."""
    return tuple(placed for header in headers() for placed in _placed(document(header.id)))


def _placed(made: Document) -> Entries:
    return tuple(Placed(entry=entry, header=made.document, home=made.document) for entry in made.movement)
