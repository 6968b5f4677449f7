"""The timeless catalogue: every award of every day, old names included."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

import attrs

from thidua.book.law import Placed, award_of, index_names
from thidua.book.shelf import document, headers
from thidua.errors import UnknownTerm
from thidua.model.award import Award
from thidua.model.time import Period
from thidua.text import fold, nearest


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
                # The day on which a name stopped being the official one: the end of the last text that gave it.
                ended = {**old.former_until, **({old.label: old.period.until} if old.label != made.label else {})}
                # An entry that only renames it does not end it with its own document.
                until = old.period.until if entry.effect == "replace" else made.period.until
                known = {name: day for name, day in ended.items() if day is not None and name in former}
                made = attrs.evolve(made, former=former, period=Period(since, until), former_until=known)
            found[entry.id] = made
    awards = tuple(found.values())
    return Catalogue(awards, index_names(awards))


@cache
def _as_made() -> Mapping[str, Award]:
    """Every award as the first text that has it makes it."""
    found: dict[str, Award] = {}
    for header in headers():
        for entry in document(header.id).award:
            found.setdefault(entry.id, award_of(Placed(entry=entry, header=header, home=header)))
    return found


def as_of(name: str, day: date) -> Award:
    """Return an award, by its id, as a day before its time knows it: as the first text makes it; else as it is last.

    >>> as_of("xa-phuong-thi-tran-tieu-bieu", date(2023, 12, 31)).label
    'Xã, phường, thị trấn tiêu biểu'
    """
    first = _as_made()[name]
    early = first.period.since is not None and day < first.period.since
    return first if early else catalogue().names[fold(name)]


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
