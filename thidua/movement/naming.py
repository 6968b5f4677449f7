"""What movements are called: their official names, those before, and what reports make of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, Literal

from thidua.text import fold

if TYPE_CHECKING:
    from thidua.movement.registry import RegisteredMovement

_AROUND: Final = re.compile(
    r"^phong trao (?:thi dua )?(?:dac biet )?|(?: trong)? giai doan \d{4}(?: den)?(?: nam)? \d{4}$"
)
"""What reports put around a name: it tells a movement from no other."""


def names(found: RegisteredMovement) -> tuple[str, ...]:
    """Return every name that a movement answers to, its id last."""
    return (found.name or found.id, *(name for name, _ in found.former), *found.aliases, found.id)


def find(name: str, known: Iterable[RegisteredMovement]) -> RegisteredMovement | None:
    """Find a movement among these by any of its names; an official one wins over another's alias."""
    movements = tuple(known)
    for bare in (False, True):
        by_kind: dict[str, RegisteredMovement] = {}
        for each in movements:
            if (kind := _called(name, each, bare=bare)) is not None:
                by_kind.setdefault(kind, each)
        for kind in ("official", "former", "alias"):
            if kind in by_kind:
                return by_kind[kind]
    return None


def called(name: str, found: RegisteredMovement) -> Literal["official", "former", "alias"] | None:
    """Say which name of a movement this is: the one of the day (or its id), one it had before, or one of reports.

    >>> from thidua.movement.registry import movement
    >>> called("Cả nước chung tay vì người nghèo – Không để ai bị bỏ lại phía sau", movement("vì người nghèo"))
    'former'
    >>> called("Phong trào thi đua “Thực hiện văn hóa công sở” giai đoạn 2019 - 2025", movement("văn hóa công sở"))
    'alias'
    """
    return _called(name, found, bare=False) or _called(name, found, bare=True)


def _called(name: str, found: RegisteredMovement, *, bare: bool) -> Literal["official", "former", "alias"] | None:
    key = _bare if bare else fold
    asked = key(name)
    if asked in (key(found.name or ""), key(found.id)):
        return "official"
    if any(asked == key(former) for former, _ in found.former):
        return "former"
    return "alias" if any(asked == key(alias) for alias in found.aliases) else None


def _bare(name: str) -> str:
    """Return a name without what reports put around it."""
    folded = fold(name)
    return _AROUND.sub("", folded).strip() or folded
