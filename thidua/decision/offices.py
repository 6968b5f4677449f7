"""Who signed: from an office's id, its printed name or the name of its body to an office of the law."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

import attrs

from thidua.book.law import Law
from thidua.book.shelf import document, headers
from thidua.errors import UnknownTerm
from thidua.model.deciding import Office
from thidua.model.decision import Authority
from thidua.model.proposing import UnitEntry
from thidua.text import fold, nearest

_FOR_THE_HEAD = ("tm", "kt")
"""Thay mặt: for the committee; ký thay: a deputy for the head. Either is the head's decision."""
_SIGNED_FOR = ("tl", "tuq")
"""Thừa lệnh, thừa ủy quyền: somebody else's signature, by an order or a delegation."""


@attrs.frozen(kw_only=True)
class Signatory:
    """The office behind an authority.

    Attributes:
        offices: the offices it may be: one when it is certain, none when the name says nothing, several when the
            name could be any of them.
        given: what the decision says.
        by: whether it was found by ``id``, by the ``printed`` name of the office, or by its ``body`` alone.
        name: the name that was read, folded; empty where an id says no more.
        against: another name that the decision gives, which is some other office's; ``offices`` are then those of both.
        signed_for: it is signed on somebody's order or by delegation (TL., TUQ.): whose power that is no name tells.
    """

    offices: tuple[Office, ...]
    given: str
    by: Literal["id", "printed", "body"] = "printed"
    name: str = ""
    against: str | None = None
    signed_for: bool = False


def signatory(authority: Authority, law: Law) -> Signatory | None:
    """Return the office behind an authority; None where the decision says nothing.

    Offices of other days are found too, so that a decision of an abolished office is seen for what it is. Of the
    beginnings that fit a printed name the longest counts. Of a signature block the name behind "TM." (for the
    committee) or "KT." (a deputy for the head) counts.

    Raises:
        UnknownTerm: an office id that no law ever had.
    """
    names = [name for name in (authority.printed, authority.body) if name]
    read = [_read(name, law) for name in names]
    if authority.office is not None:
        known = offices_known(law)
        if authority.office not in known:
            raise UnknownTerm("office", authority.office, nearest(authority.office, known))
        own = known[authority.office]
        read.insert(0, Signatory(offices=(own,), given=own.id, by="id", name=read[0].name if read else ""))
    return _agreed(read, law) if read else None


def _agreed(read: list[Signatory], law: Law) -> Signatory:
    """Return the first of what a decision says; where another name is some other office's, it is either."""
    first, *others = read
    for each in others:
        if first.offices and each.offices and not _one_of_both(first.offices, each, law):
            offices = {office.id: office for office in (*first.offices, *each.offices)}
            return attrs.evolve(first, offices=tuple(offices.values()), against=each.given)
    return first


def _one_of_both(offices: tuple[Office, ...], other: Signatory, law: Law) -> bool:
    """Say whether another name may be that of the same office.

    The body of an office without names of its own body may be the one that its unit stands under.
    """
    units = tuple(placed.entry for placed in law.of(UnitEntry))
    theirs = {office.id for office in other.offices}
    for office in offices:
        above = {name for unit in units if office.id in unit.offices for name in unit.above}
        heads = {head for unit in units if unit.id in above for head in unit.offices}
        if office.id in theirs or (other.by == "body" and not office.loose and heads & theirs):
            return True
    return False


def _read(name: str, law: Law) -> Signatory:
    given = f"{fold(name)} "
    sign, _, behind = given.partition(" ")
    if sign in _SIGNED_FOR:
        return Signatory(offices=(), given=name, signed_for=True)
    if sign in _FOR_THE_HEAD:
        given = behind
    fitting = [beginning for beginning in beginnings(law) if given.startswith(beginning.text)]
    longest = max((len(beginning.text) for beginning in fitting), default=0)
    best = [beginning for beginning in fitting if len(beginning.text) == longest]
    offices = {beginning.office.id: beginning.office for beginning in best}
    by_body = bool(best) and (sign in _FOR_THE_HEAD or all(beginning.of_body for beginning in best))
    return Signatory(
        offices=tuple(offices.values()), given=name, by="body" if by_body else "printed", name=given.strip()
    )


@attrs.frozen
class Beginning:
    """How printed names of an office begin, folded, with a blank behind so that only whole words fit."""

    text: str
    office: Office
    of_body: bool


def beginnings(law: Law) -> tuple[Beginning, ...]:
    """Return how the printed names of every office begin, those of other days included."""
    cache = law.statute.cache
    if "beginnings of printed names" not in cache:
        cache["beginnings of printed names"] = tuple(
            Beginning(f"{fold(text)} ", office, of_body)
            for office in offices_known(law).values()
            for of_body, texts in ((False, office.printed), (True, office.loose))
            for text in texts
        )
    found: tuple[Beginning, ...] = cache["beginnings of printed names"]
    return found


def offices_known(law: Law) -> Mapping[str, Office]:
    """Return every office by its id: as the law of the day has it, those of other days as their last text has them."""
    return {**offices_ever(), **{placed.entry.id: placed.entry for placed in law.of(Office)}}


def has_ended(office: Office, law: Law) -> bool:
    """Say whether a document in force ended the office: there is no such office any more."""
    held = {header.id for header in headers()}
    entries = (entry for each in law.documents if each.id in held for entry in document(each.id).office)
    return any(entry.effect == "end" and office.id in (entry.target or (entry.id,)) for entry in entries)


@cache
def offices_ever() -> Mapping[str, Office]:
    """Every office of every document of the book, as the latest document has it."""
    return {entry.id: entry for header in headers() for entry in document(header.id).office if entry.effect != "end"}
