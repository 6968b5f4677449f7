"""What a share counts and of what it is taken: measures and bases by name."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final, Literal, get_args

import attrs

from thidua.errors import InputError, UnknownTerm, worded
from thidua.model.vocabulary import OfficialClass
from thidua.text import nearest

CLASSES: Final[tuple[OfficialClass, ...]] = get_args(OfficialClass)
Base = Literal[
    "individuals",
    "individuals-and-households",
    "individuals-and-small-collectives",
    "individuals-households-and-small-collectives",
    "individuals-households-and-collectives",
    "collectives",
]
MeasureName = Literal[
    "people",  # người trực tiếp và hộ gia đình
    "officials",  # ba lớp lãnh đạo
    "entrepreneurs",
    "direct-workers",
    "people-and-small-collectives",
    "direct-workers-and-small-collectives",
    "leader-province",
    "leader-department",
    "leader-other",
    "entrepreneur",
    "direct-worker",
    "household",
    "small-collective",
    "women",
    "ethnic-minority",
    "enterprise",
]
GROUPS: Final = ("women", "ethnic-minority", "enterprise")
"""Groups of recipients that reports ask about; a caller's rows may name others."""
SMALL: Final = "small-collective"
"""The group of collectives that may be counted among individuals and households."""


@attrs.frozen
class Who:
    """Some of those whom awards go to.

    Attributes:
        among: the official classes, ``household``, ``collective`` or ``small-collective``; none: whoever it is.
        groups: those of them who are in all of these groups.
    """

    among: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()


_INDIVIDUALS: Final = tuple(CLASSES)
BASES: Final[Mapping[str, Who]] = MappingProxyType(
    {
        "individuals": Who(_INDIVIDUALS),
        "individuals-and-households": Who((*_INDIVIDUALS, "household")),
        "individuals-and-small-collectives": Who((*_INDIVIDUALS, SMALL)),
        "individuals-households-and-small-collectives": Who((*_INDIVIDUALS, "household", SMALL)),
        "individuals-households-and-collectives": Who((*_INDIVIDUALS, "household", "collective")),
        "collectives": Who(("collective",)),
    }
)
"""Of what a share may be taken, by name."""


@attrs.frozen
class Measure:
    """What a share counts: who, of which base where none is named; None: the base must be named."""

    who: Who
    base: str | None = "individuals-and-households"


_DIRECT: Final = ("direct-worker",)
_OFFICIALS: Final = ("leader-province", "leader-department", "leader-other")
MEASURES: Final[Mapping[str, Measure]] = MappingProxyType(
    {
        "people": Measure(Who((*_DIRECT, "household"))),
        "officials": Measure(Who(_OFFICIALS)),
        "entrepreneurs": Measure(Who(("entrepreneur",))),
        "direct-workers": Measure(Who(_DIRECT), "individuals"),
        "people-and-small-collectives": Measure(
            Who((*_DIRECT, "household", SMALL)), "individuals-households-and-small-collectives"
        ),
        "direct-workers-and-small-collectives": Measure(
            Who((*_DIRECT, SMALL)), "individuals-households-and-small-collectives"
        ),
        **{name: Measure(Who((name,))) for name in (*CLASSES, "household")},
        SMALL: Measure(Who((SMALL,)), "collectives"),
        "women": Measure(Who(groups=("women",)), "individuals"),
        "ethnic-minority": Measure(Who(groups=("ethnic-minority",))),
        "enterprise": Measure(Who(groups=("enterprise",)), "collectives"),
    }
)
"""What a share may count, by name."""


def measure_of(name: str, spoken: Collection[str] = ()) -> Measure:
    """Return a measure by its name.

    Args:
        name: a measure, a group, or several joined by ``+``: those who are in all of them (``"officials+women"``).
        spoken: the groups of the caller's own that the rows name.

    Raises:
        UnknownTerm: no such measure.
    """
    if name in MEASURES:
        return MEASURES[name]
    parts = name.split("+")
    for part in parts:
        if part not in MEASURES and part not in spoken:
            raise UnknownTerm("measure", part, nearest(part, (*MEASURES, *spoken)))
    return joined(parts)


def joined(parts: Collection[str]) -> Measure:
    """Return the measure of those who are in all of these measures and groups."""
    found = [MEASURES[part].who if part in MEASURES else Who(groups=(part,)) for part in parts]
    among = [who.among for who in found if who.among]
    both = tuple(word for word in among[0] if all(word in other for other in among)) if among else ()
    if among and not both:
        raise InputError.one("measure", "empty", worded("nobody is in all of {names}", names=", ".join(parts)))
    return Measure(Who(both, tuple(dict.fromkeys(group for who in found for group in who.groups))), None)


def base_of(name: str, spoken: Collection[str] = ()) -> Who:
    """Return a base by its name: one of ``BASES``, or a measure, for a share inside a group.

    Raises:
        UnknownTerm: no such base.
    """
    if name in BASES:
        return BASES[name]
    try:
        return measure_of(name, spoken).who
    except UnknownTerm as error:
        raise UnknownTerm("base", error.given, nearest(error.given, (*BASES, *MEASURES, *spoken))) from None


def left_out(measure: Who, base: Who) -> str | None:
    """Name whom a measure counts although the base leaves them out; None where it is a part of the base."""
    kinds = {_kind(word) for word in base.among}
    for word in measure.among if kinds else ():
        if _kind(word) not in kinds and not (word == SMALL and "collective" in kinds):
            return _kind(word)
    return None


def _kind(word: str) -> str:
    return "individual" if word in CLASSES else word
