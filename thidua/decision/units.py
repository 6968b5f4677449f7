"""To which kind of unit somebody belongs, and which units stand above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import attrs

from thidua.book.law import Law
from thidua.book.shelf import document, headers
from thidua.decision.offices import beginnings, offices_ever
from thidua.errors import UnknownTerm
from thidua.model.deciding import Power
from thidua.model.proposing import UnitEntry
from thidua.text import fold, nearest

Line = tuple[UnitEntry, ...]
"""A unit, the unit next above it, and so on."""
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*\Z")


@attrs.frozen(kw_only=True)
class UnitRead:
    """What a name was read as.

    Attributes:
        given: the name.
        units: the kinds of unit it may be: one when it is certain, none when the name says nothing.
    """

    given: str
    units: tuple[UnitEntry, ...] = ()


def unit_read(name: str, law: Law) -> UnitRead:
    """Read the kind of a unit: its word, the id of the office that heads it, or a name as documents print it.

    A printed name is read by its beginning, that of the unit or of the office, accents and case forgiven; the longest
    beginning counts. Of kinds with the same head that the name does not tell apart, the first of the law is meant.

    Raises:
        UnknownTerm: a word of small letters that is neither a kind of unit nor an office of any law.
    """
    known = units_known(law)
    if name in known:
        return UnitRead(given=name, units=(known[name],))
    if name in offices_ever():
        return UnitRead(given=name, units=headed(name, known)[:1])
    found = unit_printed(name, law)
    if not found and _WORD.match(name):
        raise UnknownTerm("unit", name, nearest(name, [*known, *offices_ever()]))
    return UnitRead(given=name, units=found)


def unit_printed(name: str, law: Law) -> tuple[UnitEntry, ...]:
    """Return the kinds of unit that a printed name may mean: none, one, or several that its beginning fits equally."""
    given = f"{fold(name)} "
    fitting = [(text, units) for text, units in _beginnings(law).items() if given.startswith(text)]
    return max(fitting, key=lambda each: len(each[0]), default=("", ()))[1]


def _beginnings(law: Law) -> Mapping[str, tuple[UnitEntry, ...]]:
    """How printed names begin, with the units they mean.

    Where a unit and a head begin alike the unit tells more: "Bộ Công an" is a ministry, and the police.
    """
    cache = law.statute.cache
    if "beginnings of units" not in cache:
        known = units_known(law)
        of_heads: dict[str, tuple[UnitEntry, ...]] = {}
        for each in beginnings(law):
            of_heads[each.text] = (*of_heads.get(each.text, ()), *headed(each.office.id, known)[:1])
        own: dict[str, tuple[UnitEntry, ...]] = {}
        for unit in known.values():
            for text in unit.printed:
                own[f"{fold(text)} "] = (*own.get(f"{fold(text)} ", ()), unit)
        cache["beginnings of units"] = {**of_heads, **own}
    found: Mapping[str, tuple[UnitEntry, ...]] = cache["beginnings of units"]
    return found


def headed(office: str, known: Mapping[str, UnitEntry]) -> tuple[UnitEntry, ...]:
    """Return the kinds of unit that an office heads, in the law's order."""
    return tuple(unit for unit in known.values() if office in unit.offices)


def lines(unit: UnitEntry, law: Law) -> tuple[Line, ...]:
    """Return every way up from a unit: one, or several where it may stand under one unit or another.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> law = law_on(date(2024, 1, 1))
    >>> [[each.id for each in line] for line in lines(units_of(law)["commune"], law)]
    [['commune', 'district', 'province']]
    """
    return tuple(_upward((unit,), units_of(law)))


def _upward(line: Line, known: Mapping[str, UnitEntry]) -> Iterator[Line]:
    above = [known[name] for name in line[-1].above if name in known and known[name] not in line]
    if not above:
        yield line
    for unit in above:
        yield from _upward((*line, unit), known)


def units_of(law: Law) -> Mapping[str, UnitEntry]:
    """Return the kinds of unit that the law of the day names, by their words."""
    return {placed.entry.id: placed.entry for placed in law.of(UnitEntry)}


def units_known(law: Law) -> Mapping[str, UnitEntry]:
    """Return the kinds of unit of every day, those of this day as it has them and before the others."""
    now = units_of(law)
    return {**now, **{name: unit for name, unit in _ever().items() if name not in now}}


def is_gone(unit: UnitEntry, law: Law) -> bool:
    """Say whether a document in force ended the unit: there is no such unit any more."""
    held = {header.id for header in headers()}
    ended = (entry for each in law.documents if each.id in held for entry in document(each.id).unit)
    return any(entry.effect == "end" and unit.id in (entry.target or (entry.id,)) for entry in ended)


@cache
def _ever() -> Mapping[str, UnitEntry]:
    """Every kind of unit of every document of the book, as the latest document has it."""
    return {entry.id: entry for header in headers() for entry in document(header.id).unit if entry.effect != "end"}


def binds(power: Power, unit: UnitEntry) -> bool:
    """Say whether a power speaks of such a unit: one of the armed forces binds theirs, any other every unit."""
    if not power.armed:
        return True
    return bool(unit.forces) and (not power.forces or bool(set(unit.forces) & set(power.forces)))
