"""Structure without guessing: one cattrs converter that refuses what it would have to coerce, and says where.

Both edges use it: the statute book's files and the callers' JSON. cattrs loads with the first converter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.exact import (
    Hook,
    bounded,
    day,
    day_or_null,
    keyed,
    listed,
    member,
    number,
    problems_of,
    ratio,
    show,
    step,
    text,
    truth,
    twice,
    whole,
    word,
    wrong,
)
from thidua.model.bounds import Within
from thidua.text import did_you_mean

if TYPE_CHECKING:
    import cattrs
    from cattrs.errors import ClassValidationError

__all__ = ["converter", "problems_of"]


def converter(hooks: Mapping[type, Mapping[str, Hook]] | None = None) -> cattrs.Converter:
    """Return a strict converter; what it refuses is an InputError with every fault, its paths beginning at ``$``.

    A field's metadata may say its ``key``, where that is no Python name, and that it takes ``null``.

    Args:
        hooks: hooks for single fields, where the type does not say enough.
    """
    import cattrs  # noqa: PLC0415  # `import thidua` costs attrs alone

    made = cattrs.Converter(detailed_validation=True)
    for kind, hook in {str: text, int: whole, bool: truth, date: day, Decimal: number}.items():
        made.register_structure_hook(kind, hook)
    factory = made.register_structure_hook_factory
    factory(lambda kind: isinstance(kind, type) and issubclass(kind, Enum), member)
    factory(lambda kind: _origin(kind) is Literal, lambda kind: word(get_args(kind)))
    factory(lambda kind: _origin(kind) is tuple, lambda kind: listed(made.get_structure_hook(get_args(kind)[0])))
    factory(
        lambda kind: _origin(kind) in {dict, Mapping},
        lambda kind: keyed(made.get_structure_hook(get_args(kind)[1])),
    )
    # A null comes so far only where it says something: what is absent keeps its default.
    factory(lambda kind: len(_given(kind)) == 1, lambda kind: made.get_structure_hook(_given(kind)[0]))
    factory(lambda kind: set(_given(kind)) == {Decimal, Fraction}, lambda _: ratio)
    factory(attrs.has, lambda kind: _table(made, kind, (hooks or {}).get(kind, {})))
    return made


def _origin(kind: Any) -> Any:
    return get_origin(kind)  # typed Any: what the type checker thinks of origins does not fit what they are


def _given(kind: Any) -> tuple[Any, ...]:
    """The types of ``X | None`` but None; of what is no union, none."""
    union = _origin(kind) in {Union, UnionType}
    return tuple(arg for arg in get_args(kind) if arg is not NoneType) if union else ()


def _table(made: cattrs.Converter, kind: Any, hooks: Mapping[str, Hook]) -> Hook:
    """Make the hook that takes a table of a class's keys."""
    from cattrs.errors import ClassValidationError  # noqa: PLC0415  # as above
    from cattrs.gen import make_dict_structure_fn, override  # noqa: PLC0415

    fields = attrs.fields(kind)
    key_of = {field.name: field.metadata.get("key", field.name) for field in fields}
    keys = frozenset(key_of.values())
    nullable = frozenset(key_of[field.name] for field in fields if "null" in field.metadata)
    overrides: dict[str, Any] = {}
    for field in fields:
        own = bounded(field.validator.fault) if isinstance(field.validator, Within) else None
        own = day_or_null if key_of[field.name] in nullable else own
        overrides[field.name] = override(rename=key_of[field.name], struct_hook=hooks.get(field.name, own))
    make = make_dict_structure_fn(kind, made, _cattrs_detailed_validation=True, **overrides)

    def build(value: Any) -> Any:
        try:
            return make(value, kind)
        except ClassValidationError as error:
            raise InputError(_faults(error, key_of)) from None

    def structure(value: Any, _: Any) -> Any:
        if type(value) is dict and value.keys() <= keys and None not in value.values():
            return build(value)
        rest, problems = _sift(value, tuple(key_of.values()), nullable)
        settled = {problem.path for problem in problems}
        try:
            found = build(rest)
        except InputError as error:
            problems += [problem for problem in error.problems if problem.path not in settled]
        if problems:
            raise InputError(problems)
        return found

    return structure


def _faults(error: ClassValidationError, key_of: Mapping[str, str]) -> Iterator[Problem]:
    noted, bare = error.group_exceptions()
    for inner, note in noted:
        yield from problems_of(inner, "$" + step(key_of[note.name]))
    for inner in bare:
        yield from problems_of(inner)


def _sift(value: Any, keys: tuple[str, ...], nullable: frozenset[str]) -> tuple[dict[str, Any], list[Problem]]:
    """Part a table into what its class may look at and what is wrong whatever the class says."""
    if not isinstance(value, Mapping):
        raise wrong(worded("a table of keys"), value)
    problems = list(twice(value))
    rest = {}
    for name, item in value.items():
        if name not in keys:
            sentence = worded("there is no key {name} here{hint}", name=show(name), hint=did_you_mean(name, keys))
            problems.append(Problem("$" + step(name), "unknown-key", sentence))
        elif item is not None or name in nullable:
            rest[name] = item
        else:
            problems += problems_of(wrong("", None), "$" + step(name))
    return rest, problems
