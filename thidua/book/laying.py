"""How entries are laid over one another, and what does not fit."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from datetime import date
from typing import Any

from thidua.book.law import Law, Placed, Statute
from thidua.book.opening import references
from thidua.book.shelf import document, headers
from thidua.errors import InputError, Problem, Worded, worded
from thidua.model.deciding import Office, Power
from thidua.model.entry import Entry
from thidua.model.form import FormEntry
from thidua.model.proposing import DECIDER, NEXT_ABOVE, Proposal, UnitEntry
from thidua.model.provision import Clause
from thidua.text import did_you_mean

Key = tuple[str, str, str]
"""(table, document, id)."""


def lay(shelf: dict[Key, Placed[Any]], placed: Placed[Any]) -> None:
    """Put an entry in its place, over what it replaces or ends.

    Raises:
        InputError: something stands in its place, or nothing stands where it would replace.
    """
    entry = placed.entry
    own = (entry.table, placed.home.id, entry.id)
    there = shelf.get(own)
    if entry.effect == "add":
        if there is not None:
            sentence = worded(
                '{table} {id!r} of {home_id} is there already: say effect = "replace"',
                table=entry.table,
                id=entry.id,
                home_id=placed.home.id,
            )
            raise misfit(placed, sentence)
        shelf[own] = placed
        return
    replaced = [shelf[_target(shelf, placed, name)] for name in entry.target or (entry.id,)]
    if entry.effect == "replace" and there is not None and there not in replaced:
        raise misfit(
            placed,
            worded(
                "{table} {id!r} of {home_id} is there and is not what it replaces",
                table=entry.table,
                id=entry.id,
                home_id=placed.home.id,
            ),
        )
    for old in replaced:
        for alias in [alias for alias, standing in shelf.items() if standing is old]:
            if entry.effect == "replace":
                shelf[alias] = placed
            else:
                del shelf[alias]
    if entry.effect == "replace":
        shelf[own] = placed


def _target(shelf: Mapping[Key, Placed[Any]], placed: Placed[Any], name: str) -> Key:
    """Return the key of the entry meant by a target's id."""
    table, home = placed.entry.table, placed.entry.of or placed.home.id
    if (table, home, name) in shelf:
        return table, home, name
    if placed.entry.of is None and placed.header.amends is None:  # a draft need not say whose article it rewrites
        found = [key for key in shelf if key[0] == table and key[2] == name]
        if len({id(shelf[key]) for key in found}) == 1:
            return found[0]
        if found:
            homes = ", ".join(sorted({key[1] for key in found}))
            raise misfit(
                placed,
                worded(
                    "several documents have a {table} {name!r} ({homes}): say of which",
                    table=table,
                    name=name,
                    homes=homes,
                ),
            )
    there = tuple(key[2] for key in shelf if key[:2] == (table, home))
    raise misfit(
        placed,
        worded(
            "no {table} {name!r} in force to {effect}{hint}",
            table=table,
            name=name,
            effect=placed.entry.effect,
            hint=did_you_mean(name, there),
        ),
    )


def misfit(placed: Placed[Any], reason: Worded) -> InputError:
    """Make the error of an entry that does not fit the law of the day."""
    place = f"{placed.entry.table} {placed.entry.id!r}"
    return InputError.one(place, "does-not-fit", reason, source=placed.header.id)


def check(statute: Statute, elsewhere: Container[str], files: Mapping[str, str]) -> None:
    """Refuse references to nothing (clauses and awards not in force beside the entry) and circles of clauses.

    Args:
        statute: what was laid together.
        elsewhere: awards of other days, which a document of the caller's may name.
        files: the file of each document, to name it.
    """
    law = Law(date.min, statute)
    problems: dict[str, list[Problem]] = {}
    clauses = tuple(dict.fromkeys(key[2] for key in statute.shelf if key[0] == Clause.table))
    for placed in statute.order:
        entry: Entry = placed.entry
        place = f"{entry.table} {entry.id!r}"
        found = problems.setdefault(placed.header.id, [])
        for key, name in references(entry):
            if law.clause_key(name, placed) is None:
                hint = worded("; say whose with of = …, or write document:id") if entry.effect == "replace" else ""
                near = did_you_mean(name.rpartition(":")[2], clauses)
                sentence = worded(
                    "refers to clause {name!r}, which is not in force{hint}{near}", name=name, hint=hint, near=near
                )
                found.append(Problem(f"{place}.{key}", "dangling", sentence))
        for name in awards_named(entry):
            if name not in statute.awards and name not in elsewhere:
                near = did_you_mean(name, tuple(statute.awards))
                found.append(Problem(place, "unknown-award", worded("no award {name!r}{near}", name=name, near=near)))
        if placed.header.id in statute.local:  # the book's own are held to this by its tests
            found += _nobody(entry, place, statute)
    for number, found in problems.items():
        if found:
            raise InputError(found, source=files.get(number, number))
    done: set[int] = set()
    for placed in statute.of(Clause):
        _walk(law, placed, [], done, files)


def _nobody(entry: Entry, place: str, statute: Statute) -> Iterator[Problem]:
    """Find offices and units that no document of any day has."""
    tables: tuple[tuple[str, type[Entry]], ...] = (("office", Office), ("unit", UnitEntry))
    for table, kind in tables:
        named = [*_names(entry, table)]
        there = {placed.entry.id for placed in statute.of(kind)} if named else set()
        missing = [(key, name) for key, name in named if name not in there]
        ever = {each.id for header in headers() for each in getattr(document(header.id), table)} if missing else set()
        known = tuple(sorted(there | ever))
        for key, name in missing:
            if name not in ever:
                sentence = worded("no {table} {name!r}{hint}", table=table, name=name, hint=did_you_mean(name, known))
                yield Problem(f"{place}.{key}", f"unknown-{table}", sentence)


def _names(entry: Entry, table: str) -> Iterator[tuple[str, str]]:
    """Yield the offices, or the units, that an entry names, each with its key."""
    keys = {"office": ("offices", "decided_by"), "unit": ("above", "units")}[table]
    if isinstance(entry, Power | UnitEntry | Proposal):
        yield from ((key, name) for key in keys for name in getattr(entry, key, ()))
    if isinstance(entry, Proposal) and table == "office" and entry.to not in (NEXT_ABOVE, DECIDER):
        yield "to", entry.to


def _walk(
    law: Law, placed: Placed[Clause], path: list[Placed[Clause]], done: set[int], files: Mapping[str, str]
) -> None:
    if id(placed) in done:
        return
    if placed in path:
        circle = " -> ".join(each.entry.id for each in [*path[path.index(placed) :], placed])
        source = files.get(placed.header.id, placed.header.id)
        raise InputError.one(
            f"clause {placed.entry.id!r}", "circle", worded("refers to itself: {circle}", circle=circle), source=source
        )
    for _, name in references(placed.entry):
        _walk(law, law.clause(name, placed), [*path, placed], done, files)
    done.add(id(placed))


def awards_named(entry: Entry) -> tuple[str, ...]:
    """Return the ids of the awards that an entry names."""
    found = [*getattr(entry, "awards", ()), *getattr(entry, "base_awards", ()), *getattr(entry, "longer", ())]
    found += getattr(entry, "except_awards", ())
    found += [name for name in (getattr(entry, "award", None),) if isinstance(name, str) and name]
    if isinstance(entry, FormEntry):
        found += (award for _, counted in entry.counted() for award in counted.awards)
    if isinstance(entry, Clause):
        found += entry.meets or ()
        found += (*entry.holds.awards, *entry.holds.after) if entry.holds else ()
        found += (*entry.elapsed.awards, *entry.elapsed.after, *entry.elapsed.without) if entry.elapsed else ()
        for leaf in (entry.initiative, entry.achievement):
            found += leaf.after if leaf else ()
        found += [entry.has_members.award] if entry.has_members else []
        if entry.run:
            found += entry.run.each.titles
            found += entry.run.after.awards if entry.run.after else ()
    return tuple(found)
