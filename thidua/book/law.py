"""The law of one day: a frozen snapshot of the statute book, and how to look things up in it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from importlib import import_module
from typing import Any, Generic, TypeVar

import attrs

from thidua.errors import InputError, NotInForce, UnknownTerm, worded
from thidua.model.award import Award
from thidua.model.citation import PREFIXES, Citation, article_of
from thidua.model.entry import Entry, Header
from thidua.model.outline import Reading, Unread
from thidua.model.provision import AwardEntry, Bar, Clause, Rule
from thidua.model.time import Period
from thidua.text import fold, nearest

E = TypeVar("E", bound=Entry)


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Placed(Generic[E]):
    """An entry with its place: ``header`` is the document that says it, ``home`` the one whose numbering it joins."""

    entry: E
    header: Header
    home: Header

    @cached_property
    def citation(self) -> Citation:
        """Where the entry is written."""
        return Citation(
            document=self.home.id,
            article=self.entry.source or article_of(self.entry.id) or self.entry.id,
            standing=self.entry.standing or self.header.standing,
            checked=self.entry.checked or self.header.checked,
            prefix=PREFIXES[self.home.kind],
            amended_by=self.header.id if self.home.id != self.header.id else None,
        )

    def __repr__(self) -> str:
        return f"<{self.entry.table} {self.entry.id} of {self.header.id}>"


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Statute:
    """What a stretch of days has in common: the entries in force, laid over one another.

    Attributes:
        documents: headers of the documents in force.
        shelf: entries by (table, document, id); an entry that replaces another answers to that one's key too.
        readings: the option chosen for each named reading.
        unread: whether texts known but not read stop a verdict (``"stop"``) or not (``"last-text"``).
        catalogue: every award of every day, read only when a name is not found.
        rebuild: the same entries under other readings.
        cache: for the engines' compiled rules; not part of the law.
    """

    documents: tuple[Header, ...]
    shelf: Mapping[tuple[str, str, str], Placed[Any]]
    order: tuple[Placed[Any], ...]
    readings: Mapping[str, str]
    unread: str
    catalogue: Callable[[], Any]
    rebuild: Callable[[Mapping[str, str]], Statute]
    local: tuple[str, ...] = ()
    cache: dict[Any, Any] = attrs.field(factory=dict, repr=False)

    def of(self, kind: type[E]) -> tuple[Placed[E], ...]:
        """Return the entries of one table, in the order of the documents."""
        return self._tables.get(kind.table, ())

    @cached_property
    def _tables(self) -> dict[str, tuple[Placed[Any], ...]]:
        found: dict[str, list[Placed[Any]]] = {}
        for placed in self.order:
            found.setdefault(placed.entry.table, []).append(placed)
        return {table: tuple(entries) for table, entries in found.items()}

    @cached_property
    def awards(self) -> dict[str, Award]:
        """The awards that exist, by id."""
        return {placed.entry.id: award_of(placed) for placed in self.of(AwardEntry)}

    @cached_property
    def names(self) -> dict[str, Award]:
        """The awards by every name they answer to, folded."""
        return index_names(self.awards.values())

    @cached_property
    def rules(self) -> dict[str, tuple[Placed[Rule], ...]]:
        """The rules of each award, by its id."""
        found: dict[str, tuple[Placed[Rule], ...]] = {}
        for placed in self.of(Rule):
            found[placed.entry.award] = (*found.get(placed.entry.award, ()), placed)
        return found

    @cached_property
    def fingerprint(self) -> str:
        """Twelve characters that change when anything in force changes."""
        digest = hashlib.sha256()
        for placed in self.order:
            digest.update(f"{placed.header.id} {placed.entry!r}\n".encode())
        digest.update(repr((sorted(self.readings.items()), self.unread)).encode())
        return digest.hexdigest()[:12]

    @cached_property
    def horizon(self) -> date:
        """The last day on which any of its documents was checked: nothing is known of later days."""
        return max((header.checked for header in self.documents), default=date.min)


@attrs.frozen(eq=False)
class Law:
    """What was in force on ``day``, nothing else; made by :func:`thidua.law_on`.

    Attributes:
        day: the day asked about.
        statute: the entries in force, shared by all days on which the same hold.
    """

    day: date
    statute: Statute = attrs.field(repr=False)

    def _repr_pretty_(self, printer: Any, _: bool) -> None:  # noqa: FBT001  # the protocol of IPython and Hypothesis
        """Print as ``repr`` does; a pretty printer left to itself prints the whole statute book."""
        printer.text(repr(self))

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook").law(self)
        return shown

    @property
    def documents(self) -> tuple[Header, ...]:
        """The documents in force, oldest first."""
        return self.statute.documents

    @property
    def awards(self) -> tuple[Award, ...]:
        """Every award that can be given on the day, in the law's order."""
        return tuple(self.statute.awards.values())

    @property
    def fingerprint(self) -> str:
        """Twelve characters that change when anything in force changes."""
        return self.statute.fingerprint

    @property
    def horizon(self) -> date:
        """The last day on which the book was checked."""
        return self.statute.horizon

    @property
    def readings(self) -> Mapping[str, str]:
        """The option in use for each named reading of an ambiguous text."""
        return self.statute.readings

    def award(self, name: str | Award) -> Award:
        """Find an award by id, short form or official name; accents, case and Unicode form are forgiven.

        Raises:
            NotInForce: it is known, but not on this day.
            UnknownTerm: nothing has this name; the nearest names are suggested.

        >>> from thidua import law_on
        >>> law_on(date(2024, 12, 20)).award("cstđcs").label
        'Chiến sĩ thi đua cơ sở'
        """
        given = name.id if isinstance(name, Award) else name
        found = self.statute.names.get(fold(given))
        if found is not None:
            return found
        ever = self.statute.catalogue().find(given)
        if ever is not None and ever.id in self.statute.awards:
            return self.statute.awards[ever.id]  # a name of another day for an award of this one
        if ever is not None:
            raise NotInForce(
                worded("award {label!r}", label=ever.label), self.day, ever.period.since, ever.period.until
            )
        names = (name for award in self.awards for name in (award.label, *award.short))
        raise UnknownTerm("award", given, nearest(given, names))

    def of(self, kind: type[E]) -> tuple[Placed[E], ...]:
        """Return the entries of one table (``Rule``, ``Bar``, ``Power``…), in the order of the documents."""
        return self.statute.of(kind)

    def rules(self, award: Award) -> tuple[Placed[Rule], ...]:
        """Return the rules by which an award is given."""
        return self.statute.rules.get(award.id, ())

    def bars(self, award: Award) -> tuple[Placed[Bar], ...]:
        """Return the bars laid over an award."""
        return tuple(
            placed
            for placed in self.of(Bar)
            if (not placed.entry.awards or award.id in placed.entry.awards)
            and (not placed.entry.kinds or award.kind in placed.entry.kinds)
        )

    def clause(self, name: str, at: Placed[Any]) -> Placed[Clause]:
        """Resolve a reference to a clause made by the entry ``at``: its own document first, then the one it changes."""
        key = self.clause_key(name, at)
        if key is None:
            place = f"{at.entry.table} {at.entry.id!r}"
            raise InputError.one(
                place,
                "dangling",
                worded("refers to clause {name!r}, which is not in force", name=name),
                source=at.header.id,
            )
        return self.statute.shelf[key]

    def clause_key(self, name: str, at: Placed[Any]) -> tuple[str, str, str] | None:
        """Return the key of the clause that a reference means, or None where nothing in force answers to it."""
        document, colon, local = name.rpartition(":")
        homes = [document] if colon else [at.header.id, at.home.id, *([at.entry.of] if at.entry.of else [])]
        for home in homes:
            key = (Clause.table, home, local)
            if key in self.statute.shelf:
                return key
        return None

    def reading(self, name: str) -> Placed[Reading] | None:
        """Return a named reading of an ambiguous text, if the law of the day has it."""
        return next((placed for placed in self.of(Reading) if placed.entry.id == name), None)

    def unread(self, table: str, award: str | None = None) -> Iterator[Placed[Unread]]:
        """Yield the texts that govern entries of this table (for this award) but were not read."""
        for placed in self.of(Unread):
            entry = placed.entry
            every = not entry.awards and not entry.ratings
            if table in entry.kinds and (every or award is None or award in entry.awards):
                yield placed

    def unread_of(self, rating: str) -> Iterator[Placed[Unread]]:
        """Yield the texts that govern caps on a rating but were not read."""
        yield from (placed for placed in self.of(Unread) if rating in placed.entry.ratings)

    def stopping(self, table: str, award: str | None = None, office: str | None = None) -> Iterator[Placed[Unread]]:
        """Yield those of them that make an answer UNKNOWN: none where the caller goes by the last text read.

        Those that may give a power to some offices alone only where it is asked of such an ``office``.
        """
        if self.stops:
            found = (placed for placed in self.unread(table, award) if placed.entry.stops)
            yield from (placed for placed in found if not placed.entry.offices or office in placed.entry.offices)

    @property
    def stops(self) -> bool:
        """Say whether a text that was not read makes an answer UNKNOWN (the default) or is passed over."""
        return self.statute.unread == "stop"


LawChoice = Law | Callable[[date], Law]
"""A law, or what makes one of a day (``law_on`` itself): then the day of each dossier or decision picks its law."""


def award_of(placed: Placed[AwardEntry]) -> Award:
    """Make the award that an entry speaks of."""
    entry = placed.entry
    return Award(
        id=entry.id,
        label=entry.label,
        gloss=entry.gloss,
        kind=entry.kind,
        level=entry.level,
        recipients=entry.recipients,
        short=entry.short,
        former=entry.former,
        successor=entry.successor,
        posthumous=entry.posthumous,
        citation=placed.citation,
        period=Period(entry.since or placed.header.in_force, entry.until or placed.header.ends),
    )


def index_names(awards: Any) -> dict[str, Award]:
    """Index awards by every name they answer to; official names win over other awards' former names."""
    found: dict[str, Award] = {}
    for pick in (lambda award: (award.id, award.label, *award.short), lambda award: award.former):
        for award in awards:
            for name in pick(award):
                found.setdefault(fold(name), award)
    return found
