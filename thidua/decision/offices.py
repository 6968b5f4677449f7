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
from thidua.text import fold, nearest


@attrs.frozen(kw_only=True)
class Signatory:
    """The office behind an authority.

    Attributes:
        offices: the offices it may be: one when it is certain, none when the name says nothing, several when the
            name could be any of them.
        given: what the decision says.
        by: whether it was found by ``id``, by the ``printed`` name of the office, or by its ``body`` alone.
    """

    offices: tuple[Office, ...]
    given: str
    by: Literal["id", "printed", "body"] = "printed"


def signatory(authority: Authority, law: Law) -> Signatory | None:
    """Return the office behind an authority; None where the decision says nothing.

    Offices of other days are found too, so that a decision of an abolished office is seen for what it is. Of the
    beginnings that fit a printed name the longest counts.

    Raises:
        UnknownTerm: an office id that no law ever had.
    """
    if authority.office is not None:
        known = offices_known(law)
        if authority.office not in known:
            raise UnknownTerm("office", authority.office, nearest(authority.office, known))
        return Signatory(offices=(known[authority.office],), given=authority.office, by="id")
    name = authority.printed or authority.body
    return _read(name, law) if name else None


def _read(name: str, law: Law) -> Signatory:
    given = f"{fold(name)} "
    fitting = [beginning for beginning in beginnings(law) if given.startswith(beginning.text)]
    longest = max((len(beginning.text) for beginning in fitting), default=0)
    best = [beginning for beginning in fitting if len(beginning.text) == longest]
    offices = {beginning.office.id: beginning.office for beginning in best}
    by_body = bool(best) and all(beginning.of_body for beginning in best)
    return Signatory(offices=tuple(offices.values()), given=name, by="body" if by_body else "printed")


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


@cache
def offices_ever() -> Mapping[str, Office]:
    """Every office of every document of the book, as the latest document has it."""
    return {entry.id: entry for header in headers() for entry in document(header.id).office if entry.effect != "end"}
