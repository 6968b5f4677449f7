"""Numbers as Vietnamese reports print them, read exactly or refused; what may mean two things says so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, NoReturn, TypeAlias, get_args

import attrs

from thidua.errors import InputError
from thidua.exact import show, wrong
from thidua.people.printed import DIGITS, Figure, Unit
from thidua.text import did_you_mean, nfc

Given: TypeAlias = Figure | int | Decimal | str
"""A figure, an exact number, or the text of a report."""

_WORDS: Final[dict[str, tuple[str, Any] | None]] = {
    "gần": ("qualifier", "near"),
    "trên": ("qualifier", "above"),
    "hơn": ("qualifier", "above"),
    "khoảng": ("qualifier", "about"),
    "tăng": ("change", "up"),
    "giảm": ("change", "down"),
    "gấp": ("change", "times"),
    "ước": ("estimate", True),
    "đạt": None,
    "chiếm": None,
}
"""The words before a number, and what each says of it."""
_POWERS: Final = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_SPELT: Final[dict[str, Unit]] = {
    "phần trăm": "%",
    "vnđ": "đồng",
    "vnd": "đồng",
    "héc ta": "ha",
    "mét": "m",
    "m2": "m²",
    "m3": "m³",
    "km2": "km²",
}
_UNITS: Final = _SPELT | {unit.casefold(): unit for unit in get_args(Unit)}
_SCALE: Final = r"(?:(?:nghìn|ngàn|triệu) )?(?:tỷ|tỉ)\b|(?:nghìn|ngàn|triệu)\b"
_MEASURE: Final = rf"(?:{'|'.join(unit for unit in _UNITS if unit != 'đồng')})(?!\w)"
_PEOPLE: Final = " chí| bào| đội| nghiệp"  # "02 đồng chí" are comrades, "4 triệu đồng bào" compatriots
# Without a scale the currency must end the print, or "/", "so" or another unit follow it: "3 đồng phục" are uniforms.
_UNIT: Final = re.compile(
    rf"(?P<scale>{_SCALE})? ?(?P<unit>{_MEASURE}"
    rf"|(?(scale)đồng(?!{_PEOPLE})\b|đồng(?= ?/| so | đồng| (?:{_SCALE})|$)))?",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(rf"{_SCALE}|{_MEASURE}|đồng(?!{_PEOPLE})\b", re.IGNORECASE)
_FIGURE: Final = re.compile(r"(?P<words>[^0-9]*)(?P<number>[0-9]+(?:[.,][0-9]+|(?: [0-9]{3})+(?![0-9]))*)(?P<rest>.*)")
_FOREIGN: Final = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_LONGEST: Final = 200


def figure(given: Given) -> Figure:
    """Read a figure: ``"gần 70.000 triệu đồng"``, ``"ước đạt 69,83 %"``, ``"12 488"``; an int or a Decimal is one too.

    The Vietnamese separators count, as babel's strict parser takes them, and a blank may part the thousands. Before
    the number may stand gần, trên, hơn, khoảng, ước, đạt, chiếm, tăng, giảm, gấp; behind it a unit, then words. The
    Unicode form, case and stray blanks are forgiven. "1,194" reads as a little over one, and ``otherwise`` holds 1194;
    a percentage is not doubted so.

    Raises:
        InputError: no number, two numbers, a number with other separators ("1.5"), a word not known, a unit twice.

    >>> figure("trên 11,4 tỷ đồng").amount(), figure("4.267 tỷ đồng").value, figure("05").value
    (Fraction(11400000000, 1), Decimal('4267'), Decimal('5'))
    >>> figure("1,194").value, figure("1,194").otherwise, figure("1.194").otherwise
    (Decimal('1.194'), Decimal('1194'), None)
    """
    if isinstance(given, Figure):
        return given
    if type(given) is int and abs(given) < 10**DIGITS:
        return Figure(value=Decimal(given))
    if isinstance(given, Decimal):
        return Figure(value=given)
    if type(given) is not str or len(given) > _LONGEST:
        raise wrong("a figure as printed, or an exact number", given)
    text = nfc(given)
    found = _FIGURE.fullmatch(text)
    if found is None:
        _refuse("bad-value", f"no number in {show(text)}")
    measured = _measured(found["rest"].strip(), text)
    # Nobody prints thousands of percent with a comma between them: "69,828%" leaves no doubt.
    doubtful = measured["unit"] != "%" and _FOREIGN.fullmatch(found["number"])
    return Figure(
        **_said(found["words"], text),
        **measured,
        value=_number(found["number"], text),
        otherwise=Decimal(found["number"].replace(",", "")) if doubtful else None,
        printed=text,
    )


def figures(given: Iterable[Given]) -> tuple[Figure, ...]:
    """Read several figures."""
    return tuple(map(figure, given))


def percent(given: Given) -> Figure:
    """Read a percentage; where no unit is named, percent is meant.

    Raises:
        InputError: as of :func:`figure`; or another unit.
    """
    found = figure(given)
    if found.unit is None and found.scale == 1 and found.noun is None:
        found = attrs.evolve(found, unit="%", otherwise=None)
    if found.unit != "%":
        _refuse("bad-value", f"expected a percentage, got {show(given if isinstance(given, str) else found.unit)}")
    return found


@attrs.frozen(kw_only=True)
class Ratio:
    """So many of so many; :func:`ratio` reads one as printed.

    Both may be figures of any unit, the same for both; the whole is not 0.
    """

    part: Figure = attrs.field(converter=figure)
    whole: Figure = attrs.field(converter=figure)

    def __attrs_post_init__(self) -> None:
        if not self.whole.value:
            raise InputError.one("$.whole", "out-of-range", "nothing is no share of 0")
        if self.part.unit != self.whole.unit:
            raise InputError.one("$.whole", "unit", f"part in {self.part.unit}, whole in {self.whole.unit}")


def ratio(given: Ratio | str) -> Ratio:
    """Read "05/09 xã", "ước đạt 35/51".

    Raises:
        InputError: not two figures parted by one stroke; as of :func:`figure`.

    >>> found = ratio("ước đạt 35/51 xã")
    >>> found.part.value, found.whole.value, found.part.estimate
    (Decimal('35'), Decimal('51'), True)
    """
    if isinstance(given, Ratio):
        return given
    part, stroke, whole = given.partition("/") if type(given) is str else ("", "", "")
    if not stroke or "/" in whole:
        raise wrong("two figures parted by a stroke, as in 81/116", given)
    return Ratio(part=part, whole=whole)


def _refuse(code: str, sentence: str) -> NoReturn:
    raise InputError.one("$", code, sentence)


def _number(printed: str, text: str) -> Decimal:
    from babel.numbers import NumberFormatError, parse_decimal  # noqa: PLC0415  # loads where a text is first read

    if len(printed) > 2 * DIGITS:
        _refuse("out-of-range", f"a figure has at most {DIGITS} digits")
    grouped = printed if "." in printed else printed.replace(" ", ".")
    try:
        return parse_decimal(grouped, locale="vi", strict=True)
    except NumberFormatError as error:
        told = " or ".join(error.suggestions or ()) or "a dot between thousands, one comma before decimals"
        _refuse("ambiguous", f"no number as Vietnamese writes it: {show(text)}; write {told}")


def _said(words: str, text: str) -> dict[str, Any]:
    """Take in the words before the number."""
    found: dict[str, Any] = {}
    for word in words.casefold().replace("ước tính", "ước").split():
        if word not in _WORDS:
            known = tuple(_WORDS)
            hint = did_you_mean(word, known) or f"; before a number may stand {', '.join(known)}"
            _refuse("bad-value", f"{show(word)} in {show(text)} is not a known word here{hint}")
        meant = _WORDS[word]
        if meant is not None and meant[0] in found:
            _refuse("contradiction", f"two words for one thing before the number: {show(text)}; keep one")
        found.update([meant] if meant else [])
    return found


def _measured(rest: str, text: str) -> dict[str, Any]:
    """Take in the unit behind the number, and the words behind the unit."""
    unit = _UNIT.match(rest)
    assert unit is not None  # noqa: S101  # it matches nothing too
    noun = rest[unit.end() :].strip()
    if unit.end() and _AGAIN.match(noun):
        _refuse("unit-twice", f"two units stand behind one number: {show(text)}; keep one")
    if noun and not (noun[0].isalpha() or noun[0] in "/("):
        _refuse("bad-value", f"{show(noun)} behind the number of {show(text)} is neither a unit nor a word")
    if any(map(str.isdecimal, noun)) and not noun.casefold().startswith("so "):
        _refuse("two-numbers", f"more than one number in {show(text)}; give one at a time")
    power = sum(_POWERS[word] for word in (unit["scale"] or "").casefold().split())
    return {"unit": _UNITS.get((unit["unit"] or "").casefold()), "scale": 10**power, "noun": noun or None}
