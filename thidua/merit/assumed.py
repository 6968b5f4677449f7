"""What a plan takes for granted, said one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thidua.book.shelf import document, headers
from thidua.merit.future import open_from
from thidua.merit.planned import Assumption, Route
from thidua.merit.program import program
from thidua.merit.verdict import Verdict
from thidua.model.citation import PREFIXES, Citation
from thidua.model.deciding import Rate
from thidua.model.dossier import LISTS
from thidua.model.entry import Entry
from thidua.model.facts import Disciplined
from thidua.model.outline import Reading


def assumptions(route: Route) -> tuple[Assumption, ...]:
    """Name what a route takes for granted: of the law, the record, the years to come and the people who decide."""
    verdicts = [receipt.verdict for step in route.steps for receipt in step.receive]
    found = [*_of_time(route), *_of_people(route, verdicts), *_of_texts(route, verdicts)]
    return tuple(dict.fromkeys(found))


def _of_time(route: Route) -> Iterator[Assumption]:
    dossier, law = route.verdict.dossier, route.verdict.law
    yield Assumption("law", law.day.isoformat())
    yield from (Assumption("local", name) for name in law.statute.local)
    yield from _of_changes(law.day, date(route.earliest, 12, 31))
    unknown = [name for name in LISTS if not dossier.complete_ever(name)]
    if unknown:
        yield Assumption("record", " ".join(unknown))
    yield from (Assumption("unsaid", path) for path in route.unsaid)
    yield Assumption("open" if open_from(dossier) == dossier.year else "closed", str(dossier.year))
    for task in route.tasks:
        if task.key == "rated" and any(_runs_in(task.year, measure) for measure in dossier.disciplines):
            yield Assumption("disciplined", str(task.year))
    yield Assumption("order", "")
    yield Assumption("orderly", "")
    yield Assumption("feat" if route.feat else "yearly", "")


def _runs_in(year: int, measure: Disciplined) -> bool:
    ends = measure.until.year if isinstance(measure.until, date) else year
    return measure.since.year <= year <= ends


def _of_changes(day: date, last: date) -> Iterator[Assumption]:
    """Name the documents that are known to change what awards ask for, after one day and up to another."""
    for header in headers():
        if header.in_force is None or not day < header.in_force <= last:
            continue
        brought = document(header.id)
        if brought.rule or brought.clause or brought.bar or any("rule" in text.kinds for text in brought.unread):
            where = Citation(header.id, "", header.standing, header.checked, prefix=PREFIXES[header.kind])
            yield Assumption("changing", header.in_force.isoformat(), where)


def _of_people(route: Route, verdicts: list[Verdict]) -> Iterator[Assumption]:
    law = route.verdict.law
    for verdict in verdicts:
        for left in verdict.to_attest:
            yield Assumption("judgement", f"{left.label} [{left.key}]", left.citation, f"{left.gloss} [{left.key}]")
    for verdict in verdicts:
        award = verdict.award
        for placed in law.of(Rate):
            if award.id in placed.entry.awards:
                yield Assumption("capped", award.label, placed.citation, award.gloss)
    ratings = {task.value for task in route.tasks if task.key == "rated"}
    for placed in law.of(Rate):
        if placed.entry.rating in ratings:
            yield Assumption("capped-rating", str(placed.entry.rating), placed.citation)


def _of_texts(route: Route, verdicts: list[Verdict]) -> Iterator[Assumption]:
    law = route.verdict.law
    for verdict in verdicts:
        for text in program(law, verdict.award).unread:
            yield Assumption("unread", text.entry.why, text.citation, text.entry.gloss)
    for leaf in route.unread:
        yield Assumption("other-way", leaf.need.label, leaf.citation, leaf.need.gloss)
    names = {
        name
        for verdict in verdicts
        for finding in verdict.findings.walk()
        if isinstance(finding.about.subject, Entry)
        for name in finding.about.subject.reading
    }
    if any(not verdict.award.is_title for verdict in verdicts):
        names |= {reading.entry.id for reading in law.of(Reading) if reading.entry.wide}
    for name in sorted(names):
        reading = law.reading(name)
        if reading is not None:
            used = law.readings[name]
            label = f"{name} = {used}: {reading.entry.options[used]}"
            yield Assumption("reading", label, reading.citation, f"{name} = {used}: {reading.entry.question}")
