"""The words of a job title: its parts, and what may follow an office in it without being another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

import attrs

from thidua.interchange.tables import ours

_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_DASH: Final = r"\s[-–—]\s"
# "GD&ĐT" is one name.
_PARTS: Final = re.compile(rf"([,;/()\[\]+:|]|{_DASH}|\s&|&\s|\bkiêm\b|\bkiem\b)", re.IGNORECASE)
_NOT_WORD: Final = re.compile(r"[\W_]+")
_VOWELS: Final = frozenset("aeiouy")


@attrs.frozen
class Part:
    """The words of a title up to a comma, a bracket, a dash, "kiêm"…; ``named``: a dash goes on with a name."""

    words: tuple[str, ...]
    named: bool = False

    def understood(self, *, plain: bool) -> bool:
        """Say whether a part that is no title of the table is beyond doubt no other office: a unit, a place."""
        units = _table("units", plain=plain)
        known = self.named or any(_at(self.words, unit, 0) for unit in units)
        return known and goes_on(self.words, 0, plain=plain)


def parts(title: str, *, plain: bool) -> list[Part]:
    """Return the parts of a title that hold a word; at least one.

    >>> [(part.words, part.named) for part in parts("Chuyên viên phòng Tổ chức - Hành chính, TP", plain=True)]
    [(('chuyen', 'vien', 'phong', 'to', 'chuc'), False), (('hanh', 'chinh'), True), (('tp',), False)]
    """
    found: list[Part] = []
    sign = ""
    for piece in _PARTS.split(title):
        words = words_of(piece, plain=plain)
        if _PARTS.fullmatch(piece):
            sign = piece
        elif words:
            units = _table("units", plain=plain)
            named = bool(found and re.fullmatch(_DASH, sign) and _unit_in(found[-1].words, units))
            found.append(Part(words, named))
    return found or [Part(())]


def goes_on(words: tuple[str, ...], length: int, *, plain: bool) -> bool:
    """Say whether what follows the first so many words names no office.

    A short form that is not known may be one, unless a unit is named before it.
    """
    rest = words[length:]
    if any(_at(rest, office, at) for office in _table("offices", plain=plain) for at in range(len(rest))):
        return False
    if rest and (rest[-1],) in _table("offices_last", plain=plain):
        return False
    units = _table("units", plain=plain)
    start = length if plain else 0  # without its accents "viên" is "viện"
    return not any(
        _short_form(word) and not _unit_in(words[start : length + at + 1], units) for at, word in enumerate(rest)
    )


def words_of(title: str, *, plain: bool = False) -> tuple[str, ...]:
    """Return the words of a title in lower case, short forms written out; ``plain``: without accents.

    Each word has its tone behind its letters, so that "hoà" and "hòa" are one.
    """
    words = _NOT_WORD.split(unicodedata.normalize("NFC", title).casefold())
    whole = (each for word in words if word for each in _short().get(word, (word,)))
    return tuple(map(unaccented if plain else _toned, whole))


def unaccented(title: str) -> str:
    """Return a title without its accents."""
    letters = unicodedata.normalize("NFD", title).replace("đ", "d").replace("Đ", "D")
    return "".join(char for char in letters if not unicodedata.combining(char))


def _toned(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(sorted(char for char in letters if char in _TONES))
    return unicodedata.normalize("NFC", "".join(char for char in letters if char not in _TONES)) + tones


def _short_form(word: str) -> bool:
    """Say whether a word is letters without a vowel among them: no word of the language is."""
    letters = [char for char in unaccented(word) if char.isalpha()]
    return len(letters) > 1 and not _VOWELS & {*letters}


def _at(words: tuple[str, ...], name: tuple[str, ...], place: int) -> bool:
    return words[place : place + len(name)] == name


def _unit_in(words: tuple[str, ...], units: tuple[tuple[str, ...], ...]) -> bool:
    return any(_at(words, unit, at) for unit in units for at in range(len(words)))


@cache
def _table(name: str, *, plain: bool) -> tuple[tuple[str, ...], ...]:
    return tuple(words_of(each, plain=plain) for each in ours("titles")[name])


@cache
def _short() -> Mapping[str, tuple[str, ...]]:
    """The words that a short form stands for."""
    return dict(_written_out())


def _written_out() -> Iterator[tuple[str, tuple[str, ...]]]:
    for short, meant in ours("titles")["short"].items():
        for form in (short, unaccented(short)):
            yield form.casefold(), tuple(meant.casefold().split())
    for short, meant in ours("titles")["short_accented"].items():
        yield short.casefold(), tuple(meant.casefold().split())
