"""What a document does to the law that it is laid over, as remarks: what it replaces, adds, and leaves idle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from thidua.book.law import Law, Placed
from thidua.book.laying import Key
from thidua.book.lintown import place_of
from thidua.book.opening import references
from thidua.book.strictness import asks_enough, strictness
from thidua.model.award import Award
from thidua.model.deciding import Power, Rate
from thidua.model.document import Document
from thidua.model.entry import Entry
from thidua.model.outline import Unread
from thidua.model.provision import AwardEntry, Clause, Rule
from thidua.model.remark import Remark, Severity
from thidua.model.voting import BallotEntry
from thidua.text import fold

_WEIGHT: Final[Mapping[str, Severity]] = {
    "stricter": "note",
    "different": "note",
    "same": "note",
    "looser": "warning",
}


def against(entries: Sequence[Entry], made: Document, law: Law, over: Law) -> Iterator[Remark]:
    """Hold entries of a document against the law of a day, and that law with the document laid over it.

    Args:
        entries: those to speak of, which stand on that day.
        made: the document.
        law: the law without it.
        over: the law with it.
    """
    asked = {id(entry) for entry in entries}
    own = [placed for placed in over.statute.order if id(placed.entry) in asked]
    yield from _replaced(entries, made, law, over)
    for placed in own:
        match placed.entry:
            case AwardEntry():
                yield from _award(placed, law, over)
            case Rule():
                yield from _rule(placed, over)
            case Power():
                yield from _power(placed, law)
            case Rate() | BallotEntry():
                yield from _idle(placed, over)
    yield from _detailed(own, law, over)
    yield from _keys(own, over)


def referred(over: Law) -> set[int]:
    """Return the entries of clauses to which something refers, by identity."""
    found = (over.clause(name, placed) for placed in over.statute.order for _, name in references(placed.entry))
    return {id(placed.entry) for placed in found}


def _replaced(entries: Sequence[Entry], made: Document, law: Law, over: Law) -> Iterator[Remark]:
    """Tell what stands in the place of the law's entries, and whether it asks more or less."""
    denied = {id(each) for each in _denied(over)}
    for entry in entries:
        if entry.effect == "add":
            continue
        for name in entry.target or (entry.id,):
            old = _old(law.statute.shelf, entry, name, made)
            if old is None or isinstance(entry, Unread):
                continue
            values = {"old": f"{entry.table} {name}", "document": old.home.id}
            if entry.effect == "end":
                yield Remark(place=place_of(entry), severity="note", code="ends", values=values)
                continue
            new = over.statute.shelf.get((entry.table, old.home.id, name))
            if new is not None and new.entry is entry:
                code = strictness(old, law, new, over)
                if id(new) in denied and code != "same":  # to ask more of what must not be is to ask less
                    code = "different"
                yield Remark(place=place_of(entry), severity=_WEIGHT[code], code=code, values=values)


def _denied(law: Law) -> Iterator[Placed[Clause]]:
    """Yield every clause that another one denies, and what it is made of."""
    for placed in law.of(Clause):
        if placed.entry.none:
            yield from _under(law, placed)


def _under(law: Law, placed: Placed[Any]) -> Iterator[Placed[Clause]]:
    for _, name in references(placed.entry):
        clause = law.clause(name, placed)
        yield clause
        yield from _under(law, clause)


def _old(shelf: Mapping[Key, Placed[Any]], entry: Entry, name: str, made: Document) -> Placed[Any] | None:
    home = entry.of or made.document.amends
    if home is not None:
        return shelf.get((entry.table, home, name))
    return next((placed for key, placed in shelf.items() if key[0] == entry.table and key[2] == name), None)


def _award(placed: Placed[AwardEntry], law: Law, over: Law) -> Iterator[Remark]:
    entry, place = placed.entry, place_of(placed.entry)
    if entry.id in law.statute.awards:
        yield Remark(place=place, severity="warning", code="national-award", values={"award": entry.id})
        return
    for name in (entry.label, *entry.short):
        taken = law.statute.names.get(fold(name))
        if taken is not None:
            values = {"name": name, "award": taken.id}
            yield Remark(place=place, severity="warning", code="name-taken", values=values)
    if not over.statute.rules.get(entry.id):
        yield Remark(place=place, severity="warning", code="no-rule", values={"award": entry.id})
    if not any(entry.id in each.entry.awards for each in over.of(Power)):
        yield Remark(place=place, severity="warning", code="no-power", values={"award": entry.id})


def _rule(placed: Placed[Rule], over: Law) -> Iterator[Remark]:
    """Find another way to an award of the law beside the law's own, and a way that nobody can go."""
    entry, place = placed.entry, place_of(placed.entry)
    award = over.statute.awards.get(entry.award)
    if award is None:
        return
    if not set(entry.recipients) & set(award.recipients):
        values = {"award": award.id, "words": ", ".join(award.recipients)}
        yield Remark(place=place, severity="warning", code="never-received", values=values)
    yield from _out_of_reach(placed, over)
    beside = [
        each.entry.id
        for each in over.rules(award)
        if each.header.id not in over.statute.local and set(each.entry.recipients) & set(entry.recipients)
    ]
    if entry.effect == "add" and beside:
        values = {"award": award.id, "rules": ", ".join(beside)}
        yield Remark(place=place, severity="warning", code="another-way", values=values)


def _out_of_reach(placed: Placed[Rule], over: Law) -> Iterator[Remark]:
    """Find what a rule asks of all, and those whom it speaks of cannot have: a collective's award of a person."""
    kinds = set(placed.entry.recipients)
    for clause in _must(over, placed, ()):
        asks = clause.entry
        wanted = asks.holds.awards if asks.holds else ()
        known: list[Award] = [over.statute.awards[name] for name in wanted if name in over.statute.awards]
        never = len(known) == len(wanted) > 0 and not any(kinds & set(award.recipients) for award in known)
        alone = kinds <= {"individual", "household"}
        if never or (alone and (asks.members or asks.has_members or asks.leads)):
            values = {"clause": asks.id, "words": ", ".join(sorted(kinds))}
            yield Remark(place=place_of(placed.entry), severity="warning", code="never-met", values=values)
    asked = {id(each.entry) for each in _must(over, placed, ())}
    for clause in _must(over, placed, ()):
        for name in clause.entry.none or ():
            denied = over.clause(name, clause)
            if id(denied.entry) in asked:
                values = {"clause": denied.entry.id, "words": clause.entry.id}
                yield Remark(place=place_of(placed.entry), severity="warning", code="asked-and-denied", values=values)


def _must(law: Law, placed: Placed[Any], path: tuple[int, ...]) -> Iterator[Placed[Clause]]:
    """Yield the clauses that must all hold for a rule."""
    for name in placed.entry.all or ():
        clause = law.clause(name, placed)
        yield clause
        if id(clause) not in path:
            yield from _must(law, clause, (*path, id(clause)))


def _power(placed: Placed[Power], law: Law) -> Iterator[Remark]:
    """Find offices that the law does not let decide an award of its own."""
    for name in placed.entry.awards:
        if name in law.statute.awards:
            allowed = {office for each in law.of(Power) if name in each.entry.awards for office in each.entry.offices}
            for office in placed.entry.offices:
                if office not in allowed:
                    values = {"office": office, "award": name, "allowed": ", ".join(sorted(allowed)) or "-"}
                    yield Remark(place=place_of(placed.entry), severity="warning", code="not-its-power", values=values)


def _idle(placed: Placed[Rate] | Placed[BallotEntry], over: Law) -> Iterator[Remark]:
    """Find caps and votes that ask no more than one of the law's beside them, so that they change nothing."""
    entry = placed.entry
    for beside in over.of(type(entry)):
        if beside.header.id not in over.statute.local and asks_enough(beside.entry, entry):
            values = {"old": f"{entry.table} {beside.entry.id}", "document": beside.home.id}
            yield Remark(place=place_of(entry), severity="warning", code="no-effect", values=values)


def _detailed(own: list[Placed[Any]], law: Law, over: Law) -> Iterator[Remark]:
    """Find awards whose standard the document details while the law still says that no such text was laid over it."""
    detailed = {placed.entry.award: placed.entry for placed in own if isinstance(placed.entry, Rule)}
    for name, rule in detailed.items():
        if name not in law.statute.awards:
            continue
        for text in over.unread(Rule.table, name):
            if text.entry.awards and not text.entry.stops and text.header.kind == "law":
                values = {"award": name, "text": text.entry.id, "document": text.home.id}
                yield Remark(place=place_of(rule), severity="note", code="still-unread", values=values)


def _keys(own: list[Placed[Any]], over: Law) -> Iterator[Remark]:
    """Find judgements whose key another document has for another judgement: attesting one would attest both."""
    there: dict[str, Placed[Clause]] = {}
    for placed in over.of(Clause):
        judged = placed.entry.attested
        if judged is not None and placed not in own:
            there.setdefault(f"{placed.entry.id.partition('-')[0]}/{judged.name}", placed)
    for placed in own:
        judged = placed.entry.attested if isinstance(placed.entry, Clause) else None
        if judged is not None:
            key = f"{placed.entry.id.partition('-')[0]}/{judged.name}"
            other = there.get(key)
            if other is not None and other.entry.attested != judged:
                values = {"key": key, "document": other.header.id}
                yield Remark(place=place_of(placed.entry), severity="warning", code="key-taken", values=values)
