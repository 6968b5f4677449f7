"""Answers and records into JSON text: ids not labels, dates ISO, exact numbers as text, no null but "still running"."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache, cached_property, singledispatch
from typing import Any, Final

import attrs

from thidua.book.law import Law, Placed
from thidua.decision.workdays import WorkingDays
from thidua.errors import InputError, worded
from thidua.exact import show
from thidua.merit.planned import Plan, Receipt, Route, Step, Task
from thidua.model.award import Award
from thidua.model.entry import Entry
from thidua.model.finding import Finding, Outcome
from thidua.people.form import Form

_VERDICT: Final = ("outcome", "on_facts", "as_last_read", "award", "findings", "missing", "to_attest", "caveats")
_FINDING: Final = ("code", "outcome", "on_facts", "citation", "have", "need", "missing", "children")
_VOTE: Final = ("needed", "in_favour", "members")
_PLAN: Final = ("award", "earliest", "steps", "blockers", "short", "assumptions", "routes", "law")
_ROUTE: Final = ("earliest", "feat", "steps", "assumptions")
_STEP: Final = ("year", "achieve", "receive")
_TASK: Final = ("year", "since", "key", "value", "citations")
_FORM: Final = ("year", "period", "rows", "columns", "parts", "cells", "notes", "findings", "footing")
_WORKING_DAYS: Final = ("name", "known_to")
_LAW: Final = ("day", "fingerprint", "horizon", "readings")
_COMPUTED: Final[tuple[type, ...]] = (property, cached_property)
_SPARSE: Final = frozenset(
    f"thidua.model.{name}"
    for name in (
        "cluster",
        "condition",
        "deadline",
        "deciding",
        "doubling",
        "duration",
        "entry",
        "form",
        "launching",
        "outline",
        "paper",
        "paying",
        "proposing",
        "provision",
        "results",
        "scoring",
        "voting",
    )
)
"""A document's file is read by what it says: what keeps its default was not said."""


def dump(answer: Any) -> str:
    """Return the JSON text of a dossier, decision, verdict, plan, finding, form, document or report, or of a tuple.

    Awards are written by their ids, outcomes as ``met``, ``pending``, ``unknown`` and ``not-met``, shares as
    ``"7/10"``. What is empty or not known is left out. ``load_dossier(dump(dossier)) == dossier``.

    Raises:
        InputError: it is none of these.

    >>> from thidua.model.dossier import Dossier
    >>> from thidua.model.facts import Subject
    >>> dump(Dossier(subject=Subject(kind="individual"), year=2024))
    '{"subject": {"kind": "individual"}, "year": 2024}'
    """
    plain = _record(answer) if isinstance(answer, Award) else _plain(answer)
    return json.dumps(plain, ensure_ascii=False, allow_nan=False)


@singledispatch
def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if not attrs.has(kind):
        raise InputError.one(
            "$", "bad-value", worded("nothing that can be written as JSON: {value}", value=show(value))
        )
    if {*_fields(kind), *_computed(kind)} >= set(_VERDICT):
        return _picked(value, (*_VERDICT, "reason", "standing", "law"))
    return _record(value)


@_plain.register(type(None))
@_plain.register(int)
@_plain.register(str)
def _as_it_is(value: Any) -> Any:
    return value


@_plain.register
def _enum(value: Enum) -> Any:
    return value.value


@_plain.register
def _outcome(value: Outcome) -> str:
    return value.name.lower().replace("_", "-")


@_plain.register
def _date(value: date) -> str:
    return value.isoformat()


@_plain.register
def _decimal(value: Decimal) -> str:
    return format(value, "f")


@_plain.register
def _fraction(value: Fraction) -> str:
    return str(value)


@_plain.register(list)
@_plain.register(tuple)
def _list(value: Any) -> list[Any]:
    return [_plain(item) for item in value]


@_plain.register
def _set(value: AbstractSet) -> list[Any]:  # type: ignore[type-arg]  # singledispatch wants the bare class
    return sorted((_plain(item) for item in value), key=str)


@_plain.register
def _mapping(value: Mapping) -> dict[str, Any]:  # type: ignore[type-arg]  # as above
    return {_key(key): _plain(item) for key, item in value.items()}


@_plain.register
def _award(value: Award) -> str:
    return value.id


@_plain.register
def _finding(value: Finding) -> dict[str, Any]:
    return _picked(value, (*_FINDING, *_VOTE))


@_plain.register
def _law(value: Law) -> dict[str, Any]:
    """Write what it takes to ask again."""
    unread = {} if value.stops else {"unread": value.statute.unread}
    return _picked(value, _LAW) | unread | _picked(value.statute, ("local",))


@_plain.register
def _plan(value: Plan) -> dict[str, Any]:
    return {"outcome": _plain(value.verdict.outcome)} | _picked(value, _PLAN)


@_plain.register
def _route(value: Route) -> dict[str, Any]:
    return _picked(value.about, ("code", "citation")) | _picked(value, _ROUTE)


@_plain.register
def _step(value: Step) -> dict[str, Any]:
    return _picked(value, _STEP)


@_plain.register
def _task(value: Task) -> dict[str, Any]:
    return _picked(value, _TASK)


@_plain.register
def _receipt(value: Receipt) -> dict[str, Any]:
    asked = [about.code for about in value.asked]
    return (
        _picked(value, ("award", "commendation"))
        | _picked(value.verdict, ("outcome",))
        | ({"asked": asked} if asked else {})
    )


@_plain.register
def _working_days(value: WorkingDays) -> dict[str, Any]:
    return _picked(value, _WORKING_DAYS)


@_plain.register
def _placed(value: Placed) -> dict[str, Any]:  # type: ignore[type-arg]  # as above
    return {"document": value.header.id, "table": value.entry.table, **_record(value.entry)}


@_plain.register
def _form(value: Form) -> dict[str, Any]:
    where = value.layout.placed
    return {"form": value.id, "document": where.header.id, "title": value.layout.entry.label} | _picked(value, _FORM)


def _record(value: Any) -> dict[str, Any]:
    """Write a record's fields; of an answer, what it computes too."""
    kind: Any = type(value)
    needed = kind.needs if isinstance(value, Entry) and value.effect != "end" else ()
    found = {}
    for name, field in _fields(kind).items():
        item = getattr(value, name)
        nullable = "null" in field.metadata
        silent = _silent(item, field.default, sparse=nullable or kind.__module__ in _SPARSE)
        if (nullable and item is None) or name in needed or not silent:
            found[field.metadata.get("key", name)] = _plain(item)
    return found if kind.__module__.startswith("thidua.model.") else found | _picked(value, _computed(kind))


def _silent(item: Any, default: Any, *, sparse: bool) -> bool:
    """Say whether a field says nothing that its absence would not."""
    default = default.factory() if hasattr(default, "factory") else default
    if item is None or (sparse and item == default):
        return True
    empty = isinstance(item, tuple | list | Mapping | AbstractSet) and not item
    return empty and (default is attrs.NOTHING or item == default)


def _picked(value: Any, names: tuple[str, ...]) -> dict[str, Any]:
    items = ((name, getattr(value, name, None)) for name in names)
    return {name: _plain(item) for name, item in items if item not in (None, (), {})}


@cache
def _fields(kind: type) -> dict[str, attrs.Attribute[Any]]:
    """The public fields of a class."""
    return {field.name: field for field in attrs.fields(kind) if not field.name.startswith("_")}


@cache
def _computed(kind: type) -> tuple[str, ...]:
    """The public properties of a class."""

    def names() -> Iterator[str]:
        for base in reversed(kind.__mro__):
            for name, item in vars(base).items():
                if isinstance(item, _COMPUTED) and not name.startswith("_"):
                    yield name

    return tuple(dict.fromkeys(names()))


def _key(key: Any) -> str:
    plain = _plain(key)
    return plain if isinstance(plain, str) else " / ".join(map(str, plain)) if isinstance(plain, list) else str(plain)
