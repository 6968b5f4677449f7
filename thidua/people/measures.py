"""What a report prints behind a number: how many times it counts, its unit, and what it is a number of."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise
from typing import Any, Final, NoReturn, get_args

from thidua.errors import InputError, Worded, worded
from thidua.exact import show
from thidua.model.printed import SCALES, Unit
from thidua.text import fold

_POWERS: Final = {"trăm": 2, "nghìn": 3, "ngàn": 3, "vạn": 4, "triệu": 6, "tỷ": 9, "tỉ": 9}
_SPELT: Final[dict[str, Unit]] = {
    "phần trăm": "%",
    "điểm %": "điểm phần trăm",
    "vnđ": "đồng",
    "vnd": "đồng",
    "đ": "đồng",
    "₫": "đồng",
    "héc ta": "ha",
    "mét": "m",
    "m2": "m²",
    "m3": "m³",
    "km2": "km²",
}
_UNITS: Final[Mapping[str, Unit]] = _SPELT | {unit.casefold(): unit for unit in get_args(Unit)}
_POWER: Final = rf"(?:{'|'.join(_POWERS)})\b(?! (?:phú|lệ|trọng|suất|chứng)\b)"  # "5 tỷ phú" are five people
_SCALE: Final = rf"{_POWER}(?: {_POWER})*"
_MEASURE: Final = rf"(?:{'|'.join(unit for unit in _UNITS if unit != 'đồng')})(?!\w)"
_PEOPLE: Final = " chí| bào| đội| nghiệp"  # "02 đồng chí" are comrades, "4 triệu đồng bào" compatriots
# Without a scale the currency must end the print, or "/", "so" or another unit follow it: "3 đồng phục" are uniforms.
_BEHIND: Final = re.compile(
    rf"(?P<scale>{_SCALE})? ?(?P<half>rưỡi\b)? ?(?P<unit>{_MEASURE}"
    rf"|(?(scale)đồng(?!{_PEOPLE})\b|đồng(?= ?/| so | đồng| (?:{_SCALE})|$)))?(?P<after> rưỡi\b)?",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(rf"{_SCALE}|{_MEASURE}|đồng(?!{_PEOPLE})\b", re.IGNORECASE)
_THOUSAND: Final = 1000

_UNREAD: Final = frozenset(
    (
        "ty",
        "ti",
        "trieu",
        "nghin",
        "ngan",
        "tram",
        "van",
        "chuc",
        "muoi",
        "ruoi",
        "tr",
        "trd",
        "k",
        "kd",
        "ngh",
        "ng",
        "t",
        "b",
    )
)
"""Multipliers as they are typed in haste. Which is meant is not guessed."""
_MISSPELT: Final = frozenset(("ty", "ti", "trieu", "nghin", "trd", "kd", "tyd"))
"""What a word that is near a multiplier folds to."""
_WORDS_BESIDE: Final = frozenset(("triều", "tí", "tý", "tị", "tỵ", "tì"))
_LEFT_OVER: Final = frozenset(("chục", "mươi", "đ"))
_HALVES: Final = frozenset(("rưỡi", "rưởi"))
_TENTHS: Final = frozenset(("mốt", "hai", "ba", "tư", "bốn", "lăm", "sáu", "bảy", "tám", "chín", "nửa"))
_MONEY: Final = frozenset(("đồng", "đ", "vnđ", "vnd", "₫"))
_BRONZE: Final = frozenset(("hợp", "hội", "cộng", "cánh", "chương", "tượng", "trống", "tương", "đúc", "bằng", "nhi"))
"""Before "đồng": a contract, a council, a field, a medal of bronze."""


def refuse(code: str, sentence: Worded) -> NoReturn:
    """Raise what is wrong with a print."""
    raise InputError.one("$", code, sentence)


def measured(rest: str, value: Decimal, text: str) -> dict[str, Any]:
    """Take in what stands behind a number: the parts of a figure, its value among them ("1 tỷ rưỡi" is 1,5 tỷ).

    Raises:
        InputError: two units, a multiplier or money that is not read, a second number.
    """
    found = _BEHIND.match(rest)
    assert found is not None  # noqa: S101  # it matches nothing too
    noun = rest[found.end() :].strip()
    if found.end() and _AGAIN.match(noun):
        refuse("unit-twice", worded("two units stand behind one number: {text}; keep one", text=show(text)))
    unit = _UNITS.get((found["unit"] or "").casefold())
    scale = _scale((found["scale"] or "").casefold().split(), text)
    if (found["unit"] or "").casefold() == "đ" and scale == 1 and value < _THOUSAND:
        refuse("bad-value", worded("đ in {text} may be đồng or điểm; write the word", text=show(text)))
    _checked(noun, text)
    if unit is None and _money(noun):
        refuse(
            "bad-value",
            worded(
                "{noun} behind the number of {text} is not read as money; write đồng alone",
                noun=show(noun),
                text=show(text),
            ),
        )
    if found["half"] or found["after"]:
        value = _and_a_half(found, value, text)
    return {"value": value, "unit": unit, "scale": scale, "noun": noun or None}


def _scale(words: list[str], text: str) -> int:
    powers = [_POWERS[word] for word in words]
    scale = 10 ** sum(powers)
    if any(second <= first for first, second in pairwise(powers)) or scale not in SCALES:
        refuse(
            "unit-twice",
            worded(
                "{names} in {text} is no number that is read; write it in figures",
                names=show(" ".join(words)),
                text=show(text),
            ),
        )
    return int(scale)


def _and_a_half(found: re.Match[str], value: Decimal, text: str) -> Decimal:
    """Add the half of the unit that "rưỡi" stands behind: of the multiplier, or of a measure without one."""
    of_scale = found["half"] and found["scale"]
    of_unit = found["after"] and found["unit"] and not found["scale"] and _UNITS[found["unit"].casefold()] != "đồng"
    if bool(of_scale) == bool(of_unit) or value != value.to_integral_value():
        refuse(
            "bad-value", worded("rưỡi in {text} is half of what cannot be told; write it in figures", text=show(text))
        )
    return value + Decimal("0.5")


def _checked(noun: str, text: str) -> None:
    """Refuse what behind a number is no word of what is counted."""
    if noun and not (noun[0].isalpha() or noun[0] in "/("):
        refuse(
            "bad-value",
            worded("{noun} behind the number of {text} is neither a unit nor a word", noun=show(noun), text=show(text)),
        )
    if any(map(str.isdecimal, noun)) and not noun.casefold().startswith("so "):
        refuse("two-numbers", worded("more than one number in {text}; give one at a time", text=show(text)))
    words = [each.strip("().,;") for each in noun.casefold().split()] or [""]
    word = words[0]
    near = fold(word) in _MISSPELT and word not in _POWERS and word not in _WORDS_BESIDE
    tail = word in _TENTHS and words[1:] in ([], ["đồng"])  # "2 tỷ mốt" is 2,1 tỷ
    if word in _UNREAD or word in _LEFT_OVER or near or tail or not _HALVES.isdisjoint(words):
        sentence = worded(
            "{noun} in {text} is not read as a number; write trăm, nghìn, vạn, triệu, tỷ or figures",
            noun=show(noun),
            text=show(text),
        )
        refuse("bad-value", sentence)


def _money(noun: str) -> bool:
    """Say whether words end as money does."""
    before, word = ["", *(each.strip("().,;") for each in noun.casefold().split())][-2:] if noun else ("", "")
    return word in _MONEY and before not in _BRONZE
