"""Counts that no decision shows, as a caller gives them: looked up by name, for all units, one, or a part of one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final
from unicodedata import normalize

import attrs

from thidua.errors import InputError, Problem, UnknownTerm, worded
from thidua.model.bounds import COUNT
from thidua.model.decision import BASES, Bases
from thidua.model.vocabulary import RATINGS
from thidua.text import nearest

_RATED: Final = "|".join(RATINGS)
_FULL: Final = re.compile(
    rf"(?:holders|standard) of \S+(?: or \S+)*|rated exactly (?:{_RATED})|rated (?:{_RATED}) or better"
)
"""A base by the whole name under which an answer has it."""
_DEEPEST: Final = 2
"""Counts of all units hold those of a unit, and these those of a peer group."""


@attrs.frozen
class Given:
    """The counts that a caller gives; made by :func:`given`."""

    bases: Bases

    def of(
        self, names: Collection[str], unit: str | None, group: str | None = None, *, alone: bool = True
    ) -> int | None:
        """Return the first count that goes by one of the names; None where none was given.

        What is given for a unit goes before what is given for all, which is the unit's only where it stands ``alone``:
        of several units it may as well be the sum. A group has only what is given for itself.
        """
        own = self.bases.get(unit, {}) if unit is not None else {}
        if group is not None:
            inside = (self.bases if unit is None else own if isinstance(own, Mapping) else {}).get(group, {})
            return _first(inside, names)
        found = _first(own, names)
        return _first(self.bases, names) if found is None and (alone or unit is None) else found

    def groups(self, unit: str | None) -> tuple[str, ...]:
        """Return the peer groups of a unit for which counts are given."""
        own = self.bases.get(unit) if unit is not None else None
        return (
            tuple(name for name, value in own.items() if isinstance(value, Mapping)) if isinstance(own, Mapping) else ()
        )

    def units(self) -> tuple[str, ...]:
        """Return the units for which counts are given."""
        return tuple(name for name, value in self.bases.items() if isinstance(value, Mapping))


def path(name: str, unit: str | None, group: str | None = None) -> str:
    """Return the place in ``bases`` where a count would stand."""
    return ".".join(part for part in ("bases", unit, group, name) if part is not None)


def _first(counts: Any, names: Collection[str]) -> int | None:
    if not isinstance(counts, Mapping):
        return None
    return next((counts[name] for name in names if isinstance(counts.get(name), int)), None)


def given(bases: Bases | None) -> Given:
    """Look at the counts that a caller gives.

    Raises:
        UnknownTerm: a name that is no base.
        InputError: a value that is no count; every one of them.
    """
    found = _composed(bases or {})
    problems = list(_faults(found, "bases", 0))
    if problems:
        raise InputError(problems)
    return Given(found)


def _composed(counts: Mapping[str, Any]) -> Any:
    """Name units in Unicode's composed form, as loaded rows do."""
    return {
        normalize("NFC", name): _composed(value) if isinstance(value, Mapping) else value
        for name, value in counts.items()
    }


def _faults(counts: Mapping[str, Any], place: str, depth: int) -> Iterator[Problem]:
    for name, value in counts.items():
        if isinstance(value, Mapping) and depth < _DEEPEST:
            yield from _faults(value, f"{place}.{name}", depth + 1)
            continue
        if name not in BASES and not _FULL.fullmatch(name):
            raise UnknownTerm("base", name, nearest(name, BASES))
        if type(value) is not int or COUNT.fault(value):
            yield Problem(f"{place}.{name}", "bad-value", worded("expected a count, got {value!r}", value=value))
