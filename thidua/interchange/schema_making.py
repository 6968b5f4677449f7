"""Builds the JSON Schema of a class from its fields, their limits and what its docstring says of them."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from textwrap import dedent
from types import NoneType, UnionType
from typing import Any, Final, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

import attrs

from thidua.interchange.schema_words import said as said_of
from thidua.model.bounds import COUNT, YEAR, Within
from thidua.model.decision import Decision
from thidua.model.dossier import LISTS, Dossier
from thidua.model.entry import Entry
from thidua.model.facts import Subject
from thidua.model.indicator import Indicator
from thidua.model.printed import Figure
from thidua.model.succession import Change
from thidua.model.vocabulary import Track

Schema: TypeAlias = dict[str, Any]

SIMPLE: Final[Mapping[Any, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    Decimal: {"type": ["number", "string"], "pattern": r"^-?[0-9]{1,18}(\.[0-9]{1,18})?$"},
    Fraction: {"type": "string", "pattern": "^[0-9]+/[0-9]+$"},
}
_ATTRIBUTE: Final = re.compile(r"^    (?P<names>\w+(?:, \w+)*): (?P<text>.*(?:\n     +.*)*)", re.MULTILINE)


@attrs.frozen
class Builder:
    """Walks a type; ``found`` gathers the classes on the way, ``document`` asks for the words of a document's keys."""

    document: bool
    found: dict[str, Schema] = attrs.field(factory=dict)

    def of(self, hint: Any) -> Schema:
        """Return the schema of a type."""
        origin, args = get_origin(hint), get_args(hint)
        if origin is Literal:
            return {"enum": list(args)}
        if origin is tuple:
            return {"type": "array", "items": self.of(args[0])}
        if origin in {dict, Mapping}:
            return {"type": "object", "additionalProperties": self.of(args[1])}
        if origin in {Union, UnionType}:
            given = [self.of(arg) for arg in args if arg is not NoneType]
            return given[0] if len(given) == 1 else {"anyOf": given}
        if isinstance(hint, type) and issubclass(hint, Enum):
            return {"enum": [member.value for member in hint]}
        if attrs.has(hint):
            if hint.__name__ not in self.found:
                self.found[hint.__name__] = {}  # holds its place while its fields are walked
                self.found[hint.__name__].update(self.table(hint))
            return {"$ref": f"#/$defs/{hint.__name__}"}
        return dict(SIMPLE[hint])

    def table(self, kind: Any) -> Schema:
        """Return the schema of a class as a table of its keys."""
        hints, said = get_type_hints(kind), dict(_sayings(kind))
        keys, needed = {}, []
        for field in attrs.fields(kind):
            if field.name.startswith("_"):  # what a class keeps for itself is no key of a file
                continue
            key = field.metadata.get("key", field.name)
            made = self.of(hints[field.name])
            if isinstance(field.validator, Within):
                made |= _limits(field.validator)
            if "null" in field.metadata:
                made = {"anyOf": [made, {"type": "null"}]}
            word = said_of(kind.__name__, key) if self.document else None
            told = said.get(field.name) or word or _of_class(hints[field.name])
            if told:
                # Editors that read schemas as drafts 4 to 7 do (Taplo) pass over what stands beside a $ref.
                made = {**({"allOf": [made]} if "$ref" in made else made), "description": told}
            keys[key] = made
            if field.default is attrs.NOTHING and NoneType not in get_args(hints[field.name]):
                needed.append(key)
        shape = {"properties": keys, "required": needed, "additionalProperties": False}
        return _as_written(kind, {"type": "object", "description": prose(kind), **shape})


def prose(kind: type) -> str:
    """Return what a class says of itself, before it tells its attributes."""
    return _plain((inspect.getdoc(kind) or "").partition("\nAttributes:")[0].partition("\n>>> ")[0])


def _of_class(hint: Any) -> str | None:
    """Return what a class says of itself, for a key that holds it or a list of it."""
    kind = next((arg for arg in get_args(hint) if attrs.has(arg)), hint)
    return _plain((inspect.getdoc(kind) or "").partition("\n\n")[0]) if attrs.has(kind) else None


def _limits(bounds: Within) -> Schema:
    return {"minimum": bounds.least, "maximum": bounds.most}


def _as_written(kind: Any, made: Schema) -> Schema:
    """Allow what a file may write beside what the class holds."""
    keys = made["properties"]
    if kind is Subject:
        keys["track"] = {"enum": list(get_args(Track)), "description": "One track, in place of tracks."}
        made["not"] = {"required": ["track", "tracks"]}
    if kind is Dossier:
        year = {"type": "integer", **_limits(YEAR)}
        lists = {"type": "object", "properties": dict.fromkeys(LISTS, year), "additionalProperties": False}
        keys["known_from"] = {
            "anyOf": [year, lists],
            "description": "The first year from which all lists are complete, or each.",
        }
        keys["holders"]["additionalProperties"] |= _limits(COUNT)
    if kind is Decision:
        keys["authority"] = {"anyOf": [keys["authority"], {"type": "string", "description": "The name as printed."}]}
    if kind is Change:
        for name in ("old", "new", "keeps"):
            alone = {"type": "string", "description": "One name alone."}
            keys[name] = {"anyOf": [keys[name], alone], "description": keys[name].pop("description")}
    _as_printed(kind, keys)
    if issubclass(kind, Entry) and kind.needs:
        ends = {"properties": {"effect": {"const": "end"}}, "required": ["effect"]}
        made |= {"if": ends, "else": {"required": list(kind.needs)}}
    return made


def _as_printed(kind: Any, keys: Schema) -> None:
    """Allow figures and days as a report prints them."""
    if kind is Figure:
        for name in ("value", "otherwise"):
            keys[name] |= {"type": ["integer", "string"], "pattern": r"^[0-9]{1,18}(\.[0-9]{1,18})?$"}
    if kind is Indicator:
        printed = {"type": ["integer", "string"], "description": "A whole number, or the figure as printed."}
        for name in ("plan", "actual", "attained"):
            told = keys[name].pop("description")
            keys[name] = {"anyOf": [keys[name], printed], "description": told}
        for name in ("since", "before", "as_of"):
            del keys[name]["format"]


def _sayings(kind: Any) -> Iterator[tuple[str, str]]:
    """Yield what docstrings say of a class's fields: under ``Attributes:``, or below the field itself."""
    for base in reversed(kind.__mro__[:-1]):
        for found in _ATTRIBUTE.finditer(inspect.getdoc(base) or ""):
            for name in found["names"].split(", "):
                yield name, _plain(found["text"])
        body = ast.parse(dedent(inspect.getsource(base))).body[0]
        lines = body.body if isinstance(body, ast.ClassDef) else []
        for pair in pairwise(lines):
            match pair:
                case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                    yield name, _plain(text)


def _plain(text: str) -> str:
    return " ".join(re.sub(r":\w+:`~?(?:[\w.]+\.)?(\w+)`", r"\1", text).replace("``", "").split())
