"""Receiving an award on the way to another: by which kind of commendation, on whose verdict, with which initiatives."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from thidua.book.law import Law
from thidua.merit.made import PLANNED
from thidua.merit.measures import PENDING
from thidua.merit.outlook import routes
from thidua.merit.program import program
from thidua.merit.verdict import Verdict
from thidua.model.award import Award
from thidua.model.condition import InitiativeOf
from thidua.model.dossier import Dossier
from thidua.model.facts import AwardRecord
from thidua.model.finding import Finding
from thidua.model.vocabulary import Commendation

STEADY: tuple[Commendation, ...] = ("merit", "dedication", "seniority", "external", "resistance")
"""The kinds of commendation by which a rung may be received: the others ground no higher award of công trạng."""


def proposed_as(law: Law, award: Award, *, feats: bool) -> tuple[Commendation | None, ...]:
    """Return the kinds of commendation by which a rung may be proposed, the usual one first; a title has none."""
    if award.is_title:
        return (None,)
    kinds: tuple[Commendation, ...] = (*STEADY, *(("ad-hoc", "movement") if feats else ()))
    return tuple(kind for kind in kinds if kind in routes(law, award.id))


@attrs.frozen(eq=False)
class Received:
    """An award received: its record, and the verdict it was received by."""

    record: AwardRecord
    verdict: Verdict


def receive(
    law: Law, award: Award, dossier: Dossier, *, own: tuple[str, ...] = (), feats: bool = False
) -> Received | tuple[Finding, ...]:
    """Receive an award for a dossier's year, if its standard is met, by the usual kind first; else say what was found.

    ``own`` are the initiatives it uses of those the plan adds; those of the record that it rests on are added.
    """
    compiled = program(law, award)
    if compiled.stopping:
        return ()
    short = []
    for kind in proposed_as(law, award, feats=feats):
        proposed = attrs.evolve(dossier, commendation=kind)
        found = compiled.judge(proposed)
        if found.outcome >= PENDING:
            grounds = tuple(dict.fromkeys((*own, *_used(found))))
            day = dossier.proposal_day
            record = AwardRecord(award=award.id, year=dossier.year, commendation=kind, decided_on=day, grounds=grounds)
            return Received(record, Verdict(found, award, proposed, law))
        short.append(found)
    return tuple(short)


def _used(found: Finding) -> Iterator[str]:
    """Yield the ids of the initiatives that a standard met rests on, of those the record itself holds."""
    for each in found.walk():
        if isinstance(each.need, InitiativeOf) and each.outcome >= PENDING and isinstance(each.have, tuple):
            yield from (item.id for item in each.have if item.id and not item.id.startswith(PLANNED))
