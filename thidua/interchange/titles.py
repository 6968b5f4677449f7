"""Which of the five official classes a job title belongs to: by a table of beginnings, and only where it is clear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final, cast, get_args

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.exact import show
from thidua.interchange.tables import ours, theirs
from thidua.interchange.title_words import goes_on, parts, unaccented, words_of
from thidua.model.vocabulary import OfficialClass
from thidua.text import did_you_mean

CLASSES: Final[tuple[OfficialClass, ...]] = get_args(OfficialClass)
UNCLEAR: Final = "unclear"


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
            alike = self._plain.setdefault(words_of(entry.title, plain=True), set())
            alike -= {self._exact.get(words_of(entry.title))}
            alike.add(entry)
            self._exact[words_of(entry.title)] = entry
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
        plain = unaccented(title) == title
        first, *rest = parts(title, plain=plain)
        found = self._begins(first.words, plain=plain)
        for part in rest:
            second = self._begins(part.words, plain=plain)
            other = second.official_class if second else None
            if found is None or other not in (None, found.official_class):
                return None
            if other is None and not part.understood(plain=plain):
                return None
        return found

    def _begins(self, words: tuple[str, ...], *, plain: bool) -> Beginning | None:
        """Return the longest entry that words begin with, if nothing that may be another office follows it."""
        for length in range(len(words), 0, -1):
            alike = self._plain.get(words[:length], ()) if plain else (self._exact.get(words[:length]),)
            found = [entry for entry in alike if entry is not None]
            if found:
                one = len({entry.official_class for entry in found}) == 1
                return found[0] if one and goes_on(words, length, plain=plain) else None
        return None

    def table(self) -> tuple[TitleRead, ...]:
        """Return what every title was read as, those not read first, then the commonest."""
        made = (
            TitleRead(title=title, official_class=found.official_class if found else None, rows=rows, by=found)
            for title, rows in self._read.most_common()
            for found in [self.entry(title)]
        )
        return tuple(sorted(made, key=lambda each: each.official_class is not None))


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
        problems.append(Problem("classes", "missing", worded('expected [[group]] tables: class = "…", titles = ["…"]')))
        return
    for index, group in enumerate(groups):
        path = f"classes.group[{index}]"
        meant, titles = group.get("class"), group.get("titles")
        if meant not in (*CLASSES, UNCLEAR):
            hint = did_you_mean(meant, CLASSES) or worded("; one of {names}", names=", ".join((*CLASSES, UNCLEAR)))
            problems.append(
                Problem(
                    f"{path}.class",
                    "bad-value",
                    worded("{meant} is no official class{hint}", meant=show(meant), hint=hint),
                )
            )
        elif not isinstance(titles, list) or not all(isinstance(title, str) and words_of(title) for title in titles):
            problems.append(Problem(f"{path}.titles", "bad-value", worded("expected a list of titles, as text")))
        else:
            official = None if meant == UNCLEAR else cast("OfficialClass", meant)
            source, standing = str(group.get("source", "")), str(group.get("standing", ""))
            for title in titles:
                yield Beginning(title=title, official_class=official, source=source, standing=standing)
