"""Where the recipients of a decision stand in a measure and its base, as far as their row tells."""

from __future__ import annotations

from collections.abc import Collection
from itertools import compress, product
from typing import Literal

import attrs

from thidua.model.decision import Decision
from thidua.model.measure import CLASSES, GROUPS, SMALL, Who
from thidua.model.vocabulary import Kind, OfficialClass


@attrs.frozen
class Cell:
    """What a decision says of its recipients: rows that say the same are counted together."""

    kind: Kind
    official_class: OfficialClass | None
    groups: frozenset[str] | None
    asked: frozenset[str] | None = None


def cell(decision: Decision) -> Cell:
    """Return what a decision says of its recipients."""
    groups = None if decision.groups is None else frozenset(decision.groups)
    asked = None if decision.groups_asked is None else frozenset(decision.groups_asked)
    return Cell(decision.recipient, decision.official_class, groups, asked)


Standing = Literal["measured", "other", "outside"]
"""Where recipients stand: of the measure and in its base, in the base alone, or outside it."""


def possible(found: Cell, who: Who, base: Who, spoken: Collection[str] = GROUPS) -> frozenset[Standing]:
    """Return every standing that recipients may have, as far as their row tells.

    A list of groups is whole as to the groups that were asked about. Where the row does not say which these were, they
    are ``GROUPS`` and ``small-collective``, and a word of the caller's own where some row of the batch names it
    (``spoken``): else nothing shows that anybody was asked about it.

    >>> from thidua.model.measure import BASES, MEASURES
    >>> people, individuals = MEASURES["people"].who, BASES["individuals"]
    >>> sorted(possible(Cell("individual", None, None), people, individuals))
    ['measured', 'other']
    """
    words = _words(who, base)
    classes = (found.official_class,) if found.official_class or found.kind != "individual" else CLASSES
    options = [[known] if known is not None else [True, False] for known in _told(found, words, spoken)]
    return frozenset(
        "outside" if not _stands(whole, base) else "measured" if _stands(whole, who) else "other"
        for name in classes
        for chosen in product(*options)
        for whole in [Cell(found.kind, name, frozenset(compress(words, chosen)))]
    )


def asked_of(found: Cell, who: Who, base: Who, spoken: Collection[str] = GROUPS) -> tuple[str, ...]:
    """Name the keys of a row that leave open where its recipients stand."""
    if len(possible(found, who, base, spoken)) == 1:
        return ()
    apart = any(0 < sum(name in each.among for name in CLASSES) < len(CLASSES) for each in (who, base))
    keys = ["class"] if apart and found.kind == "individual" and found.official_class is None else []
    return (*keys, "groups") if None in _told(found, _words(who, base), spoken) else tuple(keys)


def _words(*asked: Who) -> tuple[str, ...]:
    """Return the groups on which it depends who is among some."""
    small = (SMALL,) if any(SMALL in who.among for who in asked) else ()
    return tuple(dict.fromkeys((*small, *(group for who in asked for group in who.groups))))


def _told(found: Cell, words: tuple[str, ...], spoken: Collection[str]) -> list[bool | None]:
    """Say of each group whether recipients are in it; None where the row does not tell."""
    said: list[bool | None] = []
    for word in words:
        if word == SMALL and found.kind != "collective":
            said.append(False)
        elif found.groups is not None and word in found.groups:
            said.append(True)
        else:
            asked = (*GROUPS, SMALL, *spoken) if found.asked is None else found.asked
            said.append(False if found.groups is not None and word in asked else None)
    return said


def _stands(found: Cell, who: Who) -> bool:
    """Say whether recipients of whom everything is known are among some."""
    groups = found.groups or ()
    kind = found.official_class if found.kind == "individual" else found.kind
    among = not who.among or kind in who.among or (SMALL in who.among and SMALL in groups)
    return among and all(group in groups for group in who.groups)
