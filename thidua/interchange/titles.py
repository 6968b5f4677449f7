"""Which of the five official classes a job title belongs to: by a table of beginnings, and only where it is clear."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, cast, get_args

import attrs

from thidua.errors import InputError, Problem
from thidua.exact import show
from thidua.interchange.tables import ours, theirs
from thidua.model.vocabulary import OfficialClass
from thidua.text import did_you_mean

CLASSES: Final[tuple[OfficialClass, ...]] = get_args(OfficialClass)
UNCLEAR: Final = "unclear"
_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
_PARTS: Final = re.compile(r"[,;/()&+]|\s[-–—]\s|\bkiêm\b|\bkiem\b", re.IGNORECASE)
_NOT_WORD: Final = re.compile(r"[\W_]+")


@attrs.frozen(kw_only=True)
class Beginning:
    """An entry of the table: titles that begin so are of this class; None keeps them out of a shorter one's.

    ``source`` and ``standing`` say where that is from; a user's own entry may leave them empty.
    """

    title: str
    official_class: OfficialClass | None
    source: str = ""
    standing: str = ""


@attrs.frozen(kw_only=True)
class TitleRead:
    """What a job title was read as.

    Attributes:
        title: the title as it stands in the sheet.
        official_class: its class; None where the table does not say, or says that it is not clear.
        rows: in how many rows of individuals it stands.
        by: the entry of the table that it went by, if one did.
    """

    title: str
    official_class: OfficialClass | None
    rows: int
    by: Beginning | None = None


class Titles:
    """Reads job titles, and remembers what each was read as."""

    def __init__(self, own: Mapping[str, str] | Path | None = None) -> None:
        self._plain: dict[tuple[str, ...], set[Beginning | None]] = {}
        self._exact: dict[tuple[str, ...], Beginning] = {}
        for entry in (*_ours(), *(_checked(own) if own is not None else ())):
            alike = self._plain.setdefault(_words(entry.title, plain=True), set())
            alike -= {self._exact.get(_words(entry.title))}
            alike.add(entry)
            self._exact[_words(entry.title)] = entry
        self._known: dict[str, Beginning | None] = {}
        self._read: Counter[str] = Counter()

    def read(self, title: str) -> OfficialClass | None:
        """Return the class of a title; None where it is not clear.

        >>> titles = Titles()
        >>> titles.read("Phó Trưởng phòng Tổ chức - Hành chính"), titles.read("Giám đốc")
        ('leader-other', None)
        """
        found = self.entry(title)
        self._read[title] += 1
        return found.official_class if found else None

    def entry(self, title: str) -> Beginning | None:
        """Return the entry of the table that a title goes by."""
        if title not in self._known:
            self._known[title] = self._entry(title)
        return self._known[title]

    def _entry(self, title: str) -> Beginning | None:
        plain = _unaccented(title) == title
        parts = [_words(part, plain=plain) for part in _PARTS.split(title)]
        first, *rest = [part for part in parts if part] or [()]
        found = self._begins(first, plain=plain)
        for part in rest:
            second = self._begins(part, plain=plain)
            other = second.official_class if second else None
            if found is None or (_office(part, plain=plain) and other is None):
                return None
            if other is not None and other != found.official_class:
                return None
        return found

    def _begins(self, words: tuple[str, ...], *, plain: bool) -> Beginning | None:
        """Return the longest entry that words begin with, if no other office follows it."""
        for length in range(len(words), 0, -1):
            alike = self._plain.get(words[:length], ()) if plain else (self._exact.get(words[:length]),)
            found = [entry for entry in alike if entry is not None]
            if found:
                one = len({entry.official_class for entry in found}) == 1
                return found[0] if one and not _office(words[length:], plain=plain) else None
        return None

    def table(self) -> tuple[TitleRead, ...]:
        """Return what every title was read as, those not read first, then the commonest."""
        made = (
            TitleRead(title=title, official_class=found.official_class if found else None, rows=rows, by=found)
            for title, rows in self._read.most_common()
            for found in [self.entry(title)]
        )
        return tuple(sorted(made, key=lambda each: each.official_class is not None))


def _office(words: tuple[str, ...], *, plain: bool) -> bool:
    """Say whether words name an office."""
    text = f" {' '.join(words)} "
    return any(f" {office} " in text for office in _offices(plain=plain))


@cache
def _offices(*, plain: bool) -> tuple[str, ...]:
    each = ours("titles")["offices"]
    return tuple(" ".join(_words(name, plain=plain)) for name in each)


def _words(title: str, *, plain: bool = False) -> tuple[str, ...]:
    """Return the words of a title in lower case, short forms written out; ``plain``: without accents.

    Each word has its tone behind its letters, so that "hoà" and "hòa" are one.
    """
    words = _NOT_WORD.split(unicodedata.normalize("NFC", title).casefold())
    whole = (each for word in words if word for each in _short().get(word, (word,)))
    return tuple(map(_unaccented if plain else _toned, whole))


def _toned(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    tones = "".join(sorted(char for char in letters if char in _TONES))
    return unicodedata.normalize("NFC", "".join(char for char in letters if char not in _TONES)) + tones


@cache
def _short() -> Mapping[str, tuple[str, ...]]:
    """The words that a short form stands for."""
    each = {short: tuple(meant.casefold().split()) for short, meant in ours("titles")["short"].items()}
    return {form.casefold(): meant for short, meant in each.items() for form in (short, _unaccented(short))}


def _unaccented(title: str) -> str:
    letters = unicodedata.normalize("NFD", title).replace("đ", "d").replace("Đ", "D")
    return "".join(char for char in letters if not unicodedata.combining(char))


@cache
def _ours() -> tuple[Beginning, ...]:
    return tuple(_entries(ours("titles"), []))


def _checked(own: Mapping[str, str] | Path) -> tuple[Beginning, ...]:
    """Return the user's entries.

    Raises:
        InputError: a class that is none of the five, a title that is no text, another form than ours.
    """
    problems: list[Problem] = []
    if isinstance(own, Path):
        found = tuple(_entries(theirs(own), problems))
    else:
        table = [{"class": meant, "titles": [title]} for title, meant in own.items()]
        found = tuple(_entries({"group": table}, problems))
    if problems:
        raise InputError(problems, source=own.name if isinstance(own, Path) else None)
    return found


def _entries(table: Mapping[str, Any], problems: list[Problem]) -> Iterator[Beginning]:
    groups = table.get("group")
    if not isinstance(groups, list):
        problems.append(Problem("classes", "missing", 'expected [[group]] tables: class = "…", titles = ["…"]'))
        return
    for index, group in enumerate(groups):
        path = f"classes.group[{index}]"
        meant, titles = group.get("class"), group.get("titles")
        if meant not in (*CLASSES, UNCLEAR):
            hint = did_you_mean(meant, CLASSES) or f"; one of {', '.join((*CLASSES, UNCLEAR))}"
            problems.append(Problem(f"{path}.class", "bad-value", f"{show(meant)} is no official class{hint}"))
        elif not isinstance(titles, list) or not all(isinstance(title, str) and _words(title) for title in titles):
            problems.append(Problem(f"{path}.titles", "bad-value", "expected a list of titles, as text"))
        else:
            official = None if meant == UNCLEAR else cast("OfficialClass", meant)
            source, standing = str(group.get("source", "")), str(group.get("standing", ""))
            for title in titles:
                yield Beginning(title=title, official_class=official, source=source, standing=standing)
