"""What entries ask, as plain values that do not depend on where it is written."""

from __future__ import annotations

from typing import Any

import attrs

from thidua.book.law import Law, Placed
from thidua.model.condition import Run
from thidua.model.entry import Entry
from thidua.model.provision import Bar, Clause, Rule

_PLACE = tuple(attrs.fields_dict(Entry))
"""Where an entry is written, since when and how it was read: no part of what it says."""


def standard(law: Law, placed: Placed[Any]) -> dict[str, Any]:
    """Return what a rule or a bar asks of whom, its clauses written out.

    ``asks`` is one condition: ``{"all": […]}``, ``{"any": […]}``, ``{"none": […]}`` or a leaf by its key.
    """
    entry: Rule | Bar = placed.entry
    if isinstance(entry, Bar):
        whom = plain(entry, without=("clause",))
        return {**whom, "asks": asked(law, law.clause(entry.clause, placed))}
    parts = [asked(law, law.clause(name, placed)) for name in entry.all]
    if entry.any:
        parts.append(_group("any", [asked(law, law.clause(name, placed)) for name in entry.any]))
    if entry.selective:
        parts.append({"selected": True})
    return {**plain(entry, without=("award", "all", "any", "selective")), "asks": _group("all", parts)}


def asked(law: Law, placed: Placed[Clause]) -> dict[str, Any]:
    """Return what a clause asks, the clauses it refers to written out."""
    entry = placed.entry
    key, value = entry.condition
    if key in ("all", "any", "none"):
        made = _group(key, [asked(law, law.clause(name, placed)) for name in value])
    elif isinstance(value, Run) and value.within:
        within = asked(law, law.clause(value.within, placed))
        made = {key: {**plain(value, without=("within",)), "within": within}}
    else:
        made = {key: plain(value)}
    return {"commendation": list(entry.commendation), **made} if entry.commendation else made


def _group(key: str, parts: list[dict[str, Any]]) -> dict[str, Any]:
    """Combine conditions; one alone is itself, and a group of the same kind inside is no group of its own."""
    if len(parts) == 1 and key != "none":
        return parts[0]
    flat = [inner for part in parts for inner in (part[key] if set(part) == {key} and key != "none" else [part])]
    return {key: flat}


def plain(value: Any, *, without: tuple[str, ...] = ()) -> Any:
    """Return a record as a dictionary of what it says beyond its defaults; tuples become lists."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if not attrs.has(type(value)):
        return value
    place = _PLACE if isinstance(value, Entry) else ()
    return {
        field.name: plain(getattr(value, field.name))
        for field in attrs.fields(type(value))
        if field.name not in (*place, *without) and getattr(value, field.name) not in (field.default, ())
    }
