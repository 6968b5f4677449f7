"""Vietnamese text: one normal form, forgiving comparison, official sorting."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from thidua.errors import worded

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_LONGEST_NAME = 200
_LETTERS = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}


def nfc(text: str) -> str:
    """Return the composed form (NFC), with runs of white space folded to one blank."""
    return " ".join(unicodedata.normalize("NFC", text).split())


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Return what is left when accents, case, punctuation and Unicode form are forgiven.

    >>> fold("  Chiến sĩ thi đua CƠ SỞ ")
    'chien si thi dua co so'
    >>> fold("CSTĐ cấp tỉnh") == fold("cstđ cấp tỉnh")
    True
    """
    stripped = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d").replace("ð", "d")
    bare = "".join(char for char in stripped if not unicodedata.combining(char))
    # The two official spellings "sĩ" and "sỹ" are one word in every name of this law.
    return _NOT_WORD.sub(" ", bare).strip().replace("chien sy", "chien si")


def slug(text: str) -> str:
    """Return the unaccented kebab id of an official name.

    >>> slug("Bằng khen của Bộ, ban, ngành, tỉnh")
    'bang-khen-cua-bo-ban-nganh-tinh'
    """
    return fold(text).replace(" ", "-")


def nearest(given: str, names: Iterable[str], *, most: int = 2) -> tuple[str, ...]:
    """Return the names most like the one given, forgiving accents and case; none when nothing is near."""
    by_key: dict[str, str] = {}
    for name in names:
        by_key.setdefault(fold(name), name)
    found = (by_key[key] for key in get_close_matches(fold(given), by_key, n=most * 2, cutoff=0.6))
    return tuple(dict.fromkeys(found))[:most]


@lru_cache(maxsize=1024)
def did_you_mean(given: object, names: tuple[str, ...]) -> str:
    """Return the end of a sentence that suggests the nearest name, if one is near."""
    likely = isinstance(given, str) and len(given) <= _LONGEST_NAME
    found = nearest(str(given), names, most=1) if likely else ()
    return worded("; did you mean {near!r}?", near=found[0]) if found else ""


def sort_key(text: str) -> tuple[tuple[tuple[int, int], ...], tuple[int, ...]]:
    """Return a key that sorts as Vietnamese dictionaries do: letters first (a ă â … d đ …), then the tone.

    >>> sorted(["đá", "da", "ăn", "an", "dã", "dá"], key=sort_key)
    ['an', 'ăn', 'da', 'dã', 'dá', 'đá']
    """
    letters: list[tuple[int, int]] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFC", text.casefold()):
        tone = 0
        base = char
        parts = unicodedata.normalize("NFD", char)
        for mark in parts[1:]:
            if mark in _TONES:
                tone = _TONES[mark]
                base = unicodedata.normalize("NFC", parts.replace(mark, ""))
        # Vietnamese letters keep their own order, after digits and signs and before the letters of other scripts.
        letters.append((1, _LETTERS[base]) if base in _LETTERS else (2 if base.isalpha() else 0, ord(base)))
        tones.append(tone)
    return tuple(letters), tuple(tones)
