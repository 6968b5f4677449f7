"""Which council voted: from a level or a printed name to the level of a council."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from thidua.model.voting import COUNCILS, Council
from thidua.text import fold

_WORDS: Final = ("hoi dong", "thi dua", "khen thuong", "va", "tdkt", "hd", "cap", "cua")
"""What every council is called, and says nothing of its level."""
_BEGIN: Final[Mapping[Council, tuple[str, ...]]] = {
    "ministry-council": ("bo", "bo ban nganh"),
    "province-council": (
        "tinh",
        *(f"{city} {name}" for city in ("thanh pho", "tp") for name in ("ha noi", "ho chi minh", "hai phong")),
        *(f"{city} {name}" for city in ("thanh pho", "tp") for name in ("da nang", "can tho")),
        "bo ban nganh tinh",
    ),
    "district-council": ("huyen", "thi xa"),
    "commune-council": ("xa", "phuong", "thi tran", "dac khu"),
    "unit-council": ("co so", "so", "don vi", "phong", "truong"),
}
"""How what is left of a printed name begins. Without accents a “quận” reads like the army's “quân”: it is left out."""
_NEVER: Final = (
    *("bo doi", "bo chi huy", "bo tu lenh", "bo tham muu", "bo tong tham muu", "bo phan"),
    *("tinh doan", "tinh uy", "tinh hoi"),
)
"""Beginnings that look like a level and are none."""


def says_nothing(name: str) -> bool:
    """Say whether a name is that of every council of emulation and commendation, and so of none.

    >>> says_nothing("Hội đồng Thi đua - Khen thưởng"), says_nothing("Hội đồng sáng kiến")
    (True, False)
    """
    return not set(fold(name).split()) - {part for word in _WORDS for part in word.split()}


def of_emulation(name: str) -> bool:
    """Say whether a name is that of a council of emulation and commendation, whosever it is.

    >>> of_emulation("Hội đồng TĐKT Công ty A"), of_emulation("Hội đồng sáng kiến cấp cơ sở")
    (True, False)
    """
    return any(word in f" {fold(name)} " for word in (" thi dua ", " khen thuong ", " tdkt "))


def council_of(name: str) -> Council | None:
    """Return the level of a council; None where the name does not tell it for certain.

    >>> council_of("province"), council_of("Hội đồng Thi đua - Khen thưởng tỉnh Đồng Tháp"), council_of("Hội đồng A")
    ('province-council', 'province-council', None)
    """
    for council in COUNCILS:
        if name in (council, council.removesuffix("-council")):
            return council
    rest = f"{fold(name)} "
    begun = True
    while begun:
        begun = False
        for word in _WORDS:
            if rest.startswith(f"{word} "):
                rest, begun = rest[len(word) + 1 :], True
    if rest == "trung uong ":  # with more behind it, the name is an organisation's: "Trung ương Đoàn"
        return "central-council"
    if rest.startswith(tuple(f"{begin} " for begin in _NEVER)):
        return None
    fitting = {begin: council for council, begins in _BEGIN.items() for begin in begins if rest.startswith(f"{begin} ")}
    return fitting[max(fitting, key=len)] if fitting else None
