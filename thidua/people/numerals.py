"""Numbers as Vietnamese reports print them, read exactly or refused; what may mean two things says so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, TypeAlias

import attrs

from thidua.errors import InputError, either, worded
from thidua.exact import show, wrong
from thidua.model.likeness import unlike
from thidua.model.printed import DIGITS, Figure
from thidua.people.measures import measured, refuse
from thidua.text import did_you_mean, nfc

Given: TypeAlias = Figure | int | Decimal | str
"""A figure, an exact number, or the text of a report."""

_WORDS: Final[dict[str, tuple[str, Any] | None]] = {
    "gần": ("qualifier", "near"),
    "trên": ("qualifier", "above"),
    "hơn": ("qualifier", "above"),
    "khoảng": ("qualifier", "about"),
    "xấp xỉ": ("qualifier", "about"),
    "dưới": ("qualifier", "below"),
    "ít nhất": ("qualifier", "at-least"),
    "tối thiểu": ("qualifier", "at-least"),
    "không quá": ("qualifier", "at-most"),
    "nhiều nhất": ("qualifier", "at-most"),
    "tối đa": ("qualifier", "at-most"),
    "tăng": ("change", "up"),
    "giảm": ("change", "down"),
    "gấp": ("change", "times"),
    "tăng gấp": ("change", "times"),
    "ước tính": ("estimate", True),
    "ước": ("estimate", True),
    "đạt": None,
    "chiếm": None,
}
"""The words before a number, and what each says of it."""
_IN_WORDS: Final = (
    (re.compile(r"\bgấp đôi\b", re.IGNORECASE), "gấp 2 lần"),
    (re.compile(r"\bgấp rưỡi\b", re.IGNORECASE), "gấp 1,5 lần"),
)
_FIGURE: Final = re.compile(r"(?P<words>[^0-9]*)(?P<number>[0-9]+(?:[.,][0-9]+|(?: [0-9]{3})+(?![0-9]))*)(?P<rest>.*)")
_FOREIGN: Final = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_MILLION: Final = 10**6
_LONGEST: Final = 200


def figure(given: Given) -> Figure:
    """Read a figure: ``"gần 70.000 triệu đồng"``, ``"ước đạt 69,83 %"``, ``"12 488"``; an int or a Decimal is one too.

    The Vietnamese separators count, as babel's strict parser takes them, and a blank may part the thousands. Before
    the number may stand gần, trên, hơn, dưới, khoảng, xấp xỉ, ít nhất, không quá, ước, đạt, chiếm, tăng, giảm, gấp;
    behind it trăm, nghìn, vạn, triệu, tỷ, rưỡi, a unit, then words. "Gấp đôi" is 2 times. The Unicode form, case
    and stray blanks are forgiven. "1,194" reads as a little over one, and ``otherwise`` holds 1194;
    a percentage is not doubted so.

    Raises:
        InputError: no number, two numbers, a number with other separators ("1.5"), a word not known, a unit twice, a
            multiplier in another spelling ("5 tr", "500k").

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
        raise wrong(worded("a figure as printed, or an exact number"), given)
    text = nfc(given)
    read = text
    for words, number in _IN_WORDS:
        read = words.sub(number, read)
    found = _FIGURE.fullmatch(read)
    if found is None:
        refuse("bad-value", worded("no number in {text}", text=show(text)))
    behind = measured(found["rest"].strip(), _number(found["number"], text), text)
    # Nobody prints thousands of percent with a comma between them: "69,828%" leaves no doubt.
    doubtful = behind["unit"] != "%" and _FOREIGN.fullmatch(found["number"])
    return Figure(
        **_said(found["words"], text),
        **behind,
        otherwise=Decimal(found["number"].replace(",", "")) if doubtful else None,
        printed=text,
    )


def figures(given: Iterable[Given]) -> tuple[Figure, ...]:
    """Read several figures."""
    return tuple(map(figure, given))


def percent(given: Given) -> Figure:
    """Read a percentage; where no unit is named, percent is meant.

    Raises:
        InputError: as of :func:`figure`; another unit; a rate ("50%/năm"); or no unit and at most 1: "0,5" may be 50%.
    """
    found = figure(given)
    if found.unit is None and found.scale == 1 and found.noun is None:
        if 0 < found.value <= 1:
            by, whole = (f"{number:f}".replace(".", ",") for number in (found.value, (100 * found.value).normalize()))
            refuse("ambiguous", worded("{by} may be {by}% or {whole}%; write the sign", by=by, whole=whole))
        found = attrs.evolve(found, unit="%", otherwise=None)
    if found.unit != "%" or found.rate():
        refuse(
            "bad-value",
            worded("expected a percentage, got {given}", given=show(given if isinstance(given, str) else found.unit)),
        )
    return found


@attrs.frozen(kw_only=True)
class Ratio:
    """So many of so many; :func:`ratio` reads one as printed.

    Both may be figures of any unit, the same for both. Of a whole of 0 nothing is a share: a check of it says so.
    """

    part: Figure = attrs.field(converter=figure)
    whole: Figure = attrs.field(converter=figure)

    def __attrs_post_init__(self) -> None:
        if fault := unlike(self.part, self.whole):
            raise InputError.one(
                "$.whole", "unit", worded("the part is {fault}; write the same unit with both", fault=fault)
            )


def ratio(given: Ratio | str) -> Ratio:
    """Read "05/09 xã", "ước đạt 35/51".

    Raises:
        InputError: not two figures parted by one stroke; as of :func:`figure`.

    What stands behind the second alone is said of both, unless the first is the larger: "12,5/50 tỷ đồng".

    >>> found = ratio("ước đạt 35/51 xã")
    >>> found.part.value, found.whole.value, found.part.estimate
    (Decimal('35'), Decimal('51'), True)
    >>> ratio("12,5/50 tỷ đồng").part.amount()
    Fraction(12500000000, 1)
    """
    if isinstance(given, Ratio):
        return given
    before, stroke, behind = given.partition("/") if type(given) is str else ("", "", "")
    if not stroke or "/" in behind:
        raise wrong(worded("two figures parted by a stroke, as in 81/116"), given)
    part, whole = figure(before), figure(behind)
    if part.unit is part.noun is None and part.scale == 1 and part.value <= whole.value:
        if whole.unit is None and 1 < whole.scale < _MILLION:
            refuse(
                "ambiguous",
                worded(
                    "{before} may be of the same scale as {behind}; write it with both",
                    before=show(before),
                    behind=show(behind),
                ),
            )
        part = attrs.evolve(part, unit=whole.unit, scale=whole.scale)
    return Ratio(part=part, whole=whole)


def _number(printed: str, text: str) -> Decimal:
    from babel.numbers import NumberFormatError, parse_decimal  # noqa: PLC0415  # loads where a text is first read

    if len(printed) > 2 * DIGITS:
        refuse("out-of-range", worded("a figure has at most {digits} digits", digits=DIGITS))
    grouped = printed if "." in printed else printed.replace(" ", ".")
    try:
        return parse_decimal(grouped, locale="vi", strict=True)
    except NumberFormatError as error:
        plain = worded("a dot between thousands, one comma before decimals")
        told = either(error.suggestions) if error.suggestions else plain
        refuse(
            "ambiguous", worded("no number as Vietnamese writes it: {text}; write {told}", text=show(text), told=told)
        )


def _said(words: str, text: str) -> dict[str, Any]:
    """Take in the words before the number."""
    found: dict[str, Any] = {}
    rest = words.casefold().split()
    while rest:
        word = " ".join(rest[:2]) if " ".join(rest[:2]) in _WORDS else rest[0]
        rest = rest[len(word.split()) :]
        if word not in _WORDS:
            known = tuple(_WORDS)
            hint = did_you_mean(word, known) or worded("; before a number may stand {names}", names=", ".join(known))
            refuse(
                "bad-value",
                worded("{word} in {text} is not a known word here{hint}", word=show(word), text=show(text), hint=hint),
            )
        meant = _WORDS[word]
        if meant is not None and meant[0] in found:
            refuse(
                "contradiction", worded("two words for one thing before the number: {text}; keep one", text=show(text))
            )
        found.update([meant] if meant else [])
    return found
