"""What a verdict rests on that its reader should know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from thidua.book.law import Law
from thidua.merit.lens import last_year
from thidua.merit.looked import looked_at
from thidua.merit.measures import MET, UNKNOWN
from thidua.merit.program import program
from thidua.merit.verdict import Caveat, open_ends
from thidua.model.citation import Standing
from thidua.model.condition import Delegated, Holds, Run
from thidua.model.duration import Elapsed, RatedYears
from thidua.model.entry import Entry
from thidua.model.outline import Reading
from thidua.model.provision import Counting

if TYPE_CHECKING:
    from thidua.merit.verdict import Verdict


def caveats_of(verdict: Verdict) -> tuple[Caveat, ...]:
    """Gather the caveats of a verdict, the gravest first."""
    law = verdict.law
    barred = (Caveat("barred", kind, citation) for kind, citation in verdict.barred_by)
    found = [*_unread(verdict), *_delegated(verdict), *_readings(verdict), *barred, *_counted_from(verdict)]
    if verdict.standing is not Standing.VERIFIED:
        weak = next(citation for citation in verdict.rests_on if citation.standing is verdict.standing)
        found.append(Caveat("standing", verdict.standing.value, weak))
    found += [
        Caveat("transition", placed.entry.label, placed.citation, placed.entry.gloss) for placed in verdict.transitions
    ]
    if law.day > law.horizon:
        found.append(Caveat("horizon", law.horizon.isoformat()))
    found += [Caveat("local", name) for name in law.statute.local]
    return tuple(dict.fromkeys(found))


def _unread(verdict: Verdict) -> Iterator[Caveat]:
    for placed in program(verdict.law, verdict.award).unread:
        yield Caveat("unread", placed.entry.why, placed.citation, placed.entry.gloss)


def _delegated(verdict: Verdict) -> Iterator[Caveat]:
    for finding in open_ends(verdict.findings):
        if isinstance(finding.need, Delegated) and finding.outcome is UNKNOWN:
            yield Caveat("delegated", finding.need.label, finding.citation, finding.need.gloss)


def _counted_from(verdict: Verdict) -> Iterator[Caveat]:
    """Yield the day or year from which years count, where something bounds them and years are looked back on."""
    back = any(isinstance(finding.need, Elapsed | Holds | Run) for finding in verdict.read.walk())
    held_back = back and verdict.on_facts is not MET
    served = verdict.dossier.served_on
    given = [last_year(record) for record in verdict.dossier.held.get(verdict.award.id, ())]
    for placed in verdict.law.of(Counting):
        if placed.entry.after == "discipline" and served is not None:
            if held_back:
                yield Caveat("counted-from", served.isoformat(), placed.citation)
            if back and _looked_into(verdict, served):
                yield Caveat("counted-partly", str(served.year), placed.citation)
        if placed.entry.after == "award" and given and held_back and not verdict.award.is_title:
            yield Caveat("counted-after", str(max(given)), placed.citation)


def _looked_into(verdict: Verdict, served: date) -> bool:
    """Say whether a clause looked back on a year of which a part came before that day: of titles, or of ratings."""
    spans = (
        span
        for leaf, span in looked_at(verdict.read, verdict.dossier)
        if isinstance(leaf.need, Holds | RatedYears | Run)
    )
    return served > date(served.year, 1, 1) and any(first <= served.year <= last for first, last in spans)


def _readings(verdict: Verdict) -> Iterator[Caveat]:
    law = verdict.law
    names = {
        name
        for finding in verdict.findings.walk()
        if isinstance(finding.about.subject, Entry)
        for name in finding.about.subject.reading
    }
    names |= {placed.entry.id for placed in law.of(Reading) if placed.entry.wide}
    for name in sorted(names):
        placed = law.reading(name)
        if placed is None:
            continue
        for option in placed.entry.options:
            if option == law.readings[name]:
                continue
            other = Law(law.day, law.statute.rebuild({**law.readings, name: option}))
            if program(other, verdict.award).judge(verdict.dossier).on_facts is not verdict.read.on_facts:
                used = law.readings[name]
                gloss = f"{name} = {used}: {placed.entry.question}"
                yield Caveat("reading", f"{name} = {used}: {placed.entry.options[used]}", placed.citation, gloss)
                break
