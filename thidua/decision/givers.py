"""One giver or two: whether two decisions name one authority, however they write it."""

from __future__ import annotations

import re
from typing import Final

from thidua.book.law import Law
from thidua.decision.offices import Signatory, signatory
from thidua.model.decision import Authority
from thidua.text import fold

_NAMES: Final = ("office", "body", "printed")
_HEAD = re.compile(r"(chu tich|bo truong|giam doc|tu lenh) ")
_COMMITTEE = re.compile(r"(uy ban nhan dan|ubnd) ")
_CITY = re.compile(r"tp ")


def one_giver(one: Authority, other: Authority, law: Law) -> bool:
    """Say whether two decisions were for certain given by one office of one place.

    "UBND xã C" is its chair. Names that are no office's are one where they are written alike.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> law = law_on(date(2024, 12, 31))
    >>> chair = Authority(printed="Chủ tịch UBND xã C")
    >>> others = ("UBND xã C", "Ủy ban nhân dân xã C", "UBND phường C", "UBND xã D", "UBND xã", "Ông C")
    >>> [one_giver(chair, Authority(printed=name), law) for name in others]
    [True, True, False, False, False, False]
    """
    if _written(one) == _written(other):
        return True
    first, second = (_certain(each, law) for each in (one, other))
    if first is None or second is None or first.offices != second.offices:
        return False
    return bool(first.name) and place_of(first.name) == place_of(second.name)


def _certain(authority: Authority, law: Law) -> Signatory | None:
    """Return the signatory of an authority that names one office beyond doubt."""
    found = signatory(authority, law)
    return found if found is not None and len(found.offices) == 1 else None


def place_of(name: str) -> str:
    """Return of whom a name speaks, folded: the head's title and the committee's name say no more than the place does.

    >>> {place_of(name) for name in ("Chủ tịch UBND xã C", "Ủy ban nhân dân xã C", "UBND xã C")}
    {'xa c'}
    """
    name = fold(name)
    for pattern, instead in ((_HEAD, ""), (_COMMITTEE, ""), (_CITY, "thanh pho ")):
        found = pattern.match(name)
        name = f"{instead}{name[found.end() :]}" if found else name
    return name


def _written(authority: Authority) -> tuple[str, ...]:
    return tuple(fold(getattr(authority, name) or "") for name in _NAMES)
