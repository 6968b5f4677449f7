"""The dossiers of years to come: the record of today, moved on by some years, with what was achieved since.

Nobody knows the future. What a dossier of a year to come holds is the record, read as if nothing were missing from it,
and what a plan adds; the day it is received is the same day of its year, and judgements made of today are not in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from thidua.model.dossier import Dossier
from thidua.model.facts import (
    Achievement,
    AwardRecord,
    Initiative,
    Lead,
    Members,
    MovementResult,
    YearRecord,
)
from thidua.model.time import add_months
from thidua.model.vocabulary import Rating

EVER = 1900
"""The first year that a dossier knows."""


@attrs.define
class Deeds:
    """What is achieved in one year."""

    rating: Rating | None = None
    initiatives: list[Initiative] = attrs.field(factory=list)
    achievements: list[Achievement] = attrs.field(factory=list)
    movements: list[MovementResult] = attrs.field(factory=list)
    leads: list[Lead] = attrs.field(factory=list)
    members: Members | None = None
    holders: dict[str, int] = attrs.field(factory=dict)


def whole(dossier: Dossier) -> Dossier:
    """Return the record read as if it were all there is: what it does not show, was not."""
    rated = tuple(record for record in dossier.years if record.rating is not None)
    return attrs.evolve(dossier, known_from=EVER, years=rated)


def open_from(dossier: Dossier) -> int:
    """Return the first year in which something may still be achieved.

    It is the dossier's own, until that year is rated or the dossier was received.
    """
    closed = dossier.received is not None or dossier.year in dossier.ratings
    return dossier.year + closed


def moved(record: Dossier, year: int) -> Dossier:
    """Return a whole record as it stands in a later year, if nothing happens until then."""
    if year == record.year:
        return record
    since = year - record.year
    return attrs.evolve(
        record,
        year=year,
        received=None if record.received is None else add_months(record.received, 12 * since),
        movements=tuple(attrs.evolve(item, year=item.year or record.year) for item in record.movements),
        members=None,
        holders={},
        attested={},
    )


def grown(base: Dossier, deeds: Mapping[int, Deeds], awards: Iterable[AwardRecord]) -> Dossier:
    """Return a dossier with what was achieved in the years up to its own, and the awards received."""
    done = [(year, each) for year, each in deeds.items() if year <= base.year]
    own = deeds.get(base.year, Deeds())
    members = base.members or own.members
    holders = {award: count for award, count in own.holders.items() if members is None or count <= members.total}
    return attrs.evolve(
        base,
        years=(*base.years, *(YearRecord(year=year, rating=each.rating) for year, each in done if each.rating)),
        awards=(*base.awards, *awards),
        initiatives=(*base.initiatives, *(item for _, each in done for item in each.initiatives)),
        achievements=(*base.achievements, *(item for _, each in done for item in each.achievements)),
        movements=(*base.movements, *(item for _, each in done for item in each.movements)),
        leads=(*base.leads, *(item for _, each in done for item in each.leads)),
        members=members,
        holders={**holders, **base.holders},
    )
