"""How entries are laid over one another, and what does not fit."""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date
from typing import Any

from thidua.book.law import Law, Placed, Statute
from thidua.book.opening import references
from thidua.errors import InputError, Problem
from thidua.model.provision import Clause, Entry

Key = tuple[str, str, str]
"""(table, document, id)."""


def lay(shelf: dict[Key, Placed[Any]], placed: Placed[Any]) -> None:
    """Put an entry in its place, over what it replaces or ends."""
    entry = placed.entry
    own = (entry.table, placed.home.id, entry.id)
    if entry.effect == "add":
        if own in shelf:
            raise misfit(
                placed, f'{entry.table} {entry.id!r} of {placed.home.id} is there already: say effect = "replace"'
            )
        shelf[own] = placed
        return
    for name in entry.target or (entry.id,):
        key = _target(shelf, placed, name)
        if key is None:
            raise misfit(placed, f"no {entry.table} {name!r} in force to {entry.effect}")
        old = shelf[key]
        for alias in [alias for alias, there in shelf.items() if there is old]:
            if entry.effect == "replace":
                shelf[alias] = placed
            else:
                del shelf[alias]
    if entry.effect == "replace":
        shelf[own] = placed


def _target(shelf: Mapping[Key, Placed[Any]], placed: Placed[Any], name: str) -> Key | None:
    table, home = placed.entry.table, placed.entry.of or placed.home.id
    if (table, home, name) in shelf:
        return table, home, name
    if placed.entry.of is None and placed.header.amends is None:  # a draft need not say whose article it rewrites
        found = [key for key in shelf if key[0] == table and key[2] == name]
        if len({id(shelf[key]) for key in found}) == 1:
            return found[0]
    return None


def misfit(placed: Placed[Any], reason: str) -> InputError:
    """Make the error of an entry that does not fit the law of the day."""
    place = f"{placed.entry.table} {placed.entry.id!r}"
    return InputError.one(place, "does-not-fit", reason, source=placed.header.id)


def check(statute: Statute, elsewhere: Container[str]) -> None:
    """Refuse references to nothing: clauses and awards that are not in force beside the entry.

    ``elsewhere`` holds awards of other days, which a document of the caller's may name.
    """
    law = Law(date.min, statute)
    problems: list[Problem] = []
    for placed in statute.order:
        entry: Entry = placed.entry
        place = f"{placed.header.id}: {entry.table} {entry.id!r}"
        problems += [
            Problem(f"{place}.{key}", "dangling", f"refers to clause {name!r}, which is not in force")
            for key, name in references(entry)
            if law.clause_key(name, placed) is None
        ]
        for name in awards_named(entry):
            if name not in statute.awards and name not in elsewhere:
                problems.append(Problem(place, "unknown-award", f"no award {name!r}"))
    if problems:
        raise InputError(problems)


def awards_named(entry: Entry) -> tuple[str, ...]:
    """Return the ids of the awards that an entry names."""
    found = [*getattr(entry, "awards", ()), *getattr(entry, "base_awards", ())]
    found += [name for name in (getattr(entry, "award", None),) if isinstance(name, str) and name]
    if isinstance(entry, Clause):
        found += entry.meets or ()
        found += entry.holds.awards if entry.holds else ()
        found += [entry.has_members.award] if entry.has_members else []
        if entry.run:
            found += entry.run.each.titles
            found += entry.run.after.awards if entry.run.after else ()
    return tuple(found)
