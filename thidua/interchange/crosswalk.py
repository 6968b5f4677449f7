"""Which award a name or a code of an office's means: the user's table first, then the book's names, then ours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from difflib import SequenceMatcher
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, Literal

import attrs

from thidua.book.catalogue import catalogue
from thidua.errors import InputError, Problem, worded
from thidua.exact import show, step
from thidua.interchange.cells import text
from thidua.interchange.slips import CellError
from thidua.interchange.tables import ours, theirs
from thidua.text import did_you_mean, fold, nearest

_LONGEST = 300
"""No name of an award is longer; what is, is not compared."""
_BEFORE: Final = ("danh hieu thi dua ", "danh hieu ", "hinh thuc khen thuong ", "hinh thuc ", "dat danh hieu ", "tang ")
"""What offices put before a name."""
_NEAR: Final = 0.8
"""How like a known name another must be, of 1, to be proposed: "Huân chương Lao động" is no "Anh hùng Lao động"."""


@attrs.frozen(kw_only=True)
class NameRead:
    """What a name in the column of awards was read as.

    Attributes:
        name: the name or code as it stands in the sheet.
        award: the award's id.
        by: whether by the ``user``'s table, a name the ``book`` knows, or the package's own ``crosswalk``.
        rows: in how many rows it stands.
    """

    name: str
    award: str
    by: Literal["user", "book", "crosswalk"]
    rows: int


class Crosswalk:
    """Reads names of awards, and remembers what each was read as."""

    def __init__(self, own: Mapping[str, str] | Path | None = None) -> None:
        self._own = _checked(own) if own is not None else {}
        self._read: Counter[tuple[str, str, Literal["user", "book", "crosswalk"]]] = Counter()

    def read(self, cell: Any) -> str:
        """Return the id of the award that a cell names.

        >>> Crosswalk().read("Bằng khen của UBND tỉnh"), Crosswalk({"DH-07": "LĐTT"}).read("dh 07")
        ('bang-khen-cua-bo-ban-nganh-tinh', 'lao-dong-tien-tien')
        """
        name = text(cell)
        key = fold(name) if len(name) <= _LONGEST else ""
        if key in self._own:
            return self._found(name, self._own[key], "user")
        if key and (known := catalogue().find(name)):
            return self._found(name, known.id, "book")
        if key in _ours():
            return self._found(name, _ours()[key], "crosswalk")
        raise CellError("unknown-award", *(_nearest(name) if key else ()))

    def _found(self, name: str, award: str, by: Literal["user", "book", "crosswalk"]) -> str:
        self._read[name, award, by] += 1
        return award

    def table(self) -> tuple[NameRead, ...]:
        """Return what every name was read as, the commonest first."""
        return tuple(
            NameRead(name=name, award=award, by=by, rows=rows) for (name, award, by), rows in self._read.most_common()
        )


@cache
def _ours() -> Mapping[str, str]:
    return {fold(name): award for name, award in ours("awards").items()}


@lru_cache(maxsize=1024)  # a name that is not known stands in many rows
def _nearest(name: str) -> tuple[str, ...]:
    """Return the award that was likely meant: the name without a word before it, its classes, or one letter off."""
    key = fold(name)
    for word in _BEFORE:
        bare = key.removeprefix(word)
        if bare != key and (known := _by_key().get(bare)):
            return (known,)
    classes = [each for folded, each in _by_key().items() if folded.startswith(f"{key} hang ")]
    labels = [each for each in classes if each in _labels()]
    if labels:
        return ("”, “".join(labels),)
    found = nearest(name, _names(), most=1)
    return tuple(each for each in found if SequenceMatcher(None, key, fold(each)).ratio() >= _NEAR)


@cache
def _labels() -> frozenset[str]:
    return frozenset(award.label for award in catalogue().awards)


@cache
def _by_key() -> Mapping[str, str]:
    """The names by what is left of them when accents and case are forgiven; of two that are one, the first."""
    found: dict[str, str] = {}
    for name in _names():
        found.setdefault(fold(name), name)
    return found


@cache
def _names() -> tuple[str, ...]:
    known = (name for award in catalogue().awards for name in (award.label, *award.short, *award.former))
    return (*known, *ours("awards"))


def _checked(own: Mapping[str, str] | Path) -> Mapping[str, str]:
    """Return the user's table by folded names, with ids.

    Raises:
        InputError: it names awards that are none, or one name twice with two meanings.
    """
    source = own.name if isinstance(own, Path) else None
    table: Mapping[str, Any] = theirs(own) if isinstance(own, Path) else own
    problems = []
    found: dict[str, str] = {}
    for name, meant in table.items():
        path = f"crosswalk{step(name)}"
        award = catalogue().find(meant) if isinstance(meant, str) else None
        key = fold(name) if isinstance(name, str) else ""
        if award is None:
            hint = did_you_mean(meant, tuple(each.id for each in catalogue().awards))
            problems.append(
                Problem(path, "unknown-award", worded("unknown award {given}{hint}", given=show(meant), hint=hint))
            )
        elif not key:
            problems.append(
                Problem(
                    path,
                    "bad-value",
                    worded("expected a name or a code with letters or digits, got {name}", name=show(name)),
                )
            )
        elif found.setdefault(key, award.id) != award.id:
            sentence = worded(
                "{name} stands here twice, for two awards; accents, case and signs do not tell them apart",
                name=show(name),
            )
            problems.append(Problem(path, "duplicate-key", sentence))
    if problems:
        raise InputError(problems, source=source)
    return found
