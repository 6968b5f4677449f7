"""The official statistical forms: what a document's ``[[form]]`` may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Final, Literal

import attrs

from thidua.errors import Worded, worded
from thidua.model.award import AwardKind, Level
from thidua.model.entry import Entry
from thidua.model.time import Period
from thidua.model.vocabulary import (
    Commendation,
    Education,
    Kind,
    Launcher,
    Manner,
    OfficialClass,
    Proposer,
    Reach,
    RecipientGroup,
    SectionKind,
    Sex,
)

What = Literal["awards", "movements", "sections", "officials"]
Sign = Literal["=", "<=", ">="]
_IDENTITY = re.compile(r"(?P<left>\w+)(?P<sign><=|>=|=)(?P<right>\w+(?:\+\w+)*)\Z")
_DAY = re.compile(r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\Z")


@attrs.frozen(kw_only=True)
class Caption:
    """Words that a form prints: as it prints them, and in English."""

    label: str
    gloss: str


@attrs.frozen(kw_only=True)
class Band:
    """Whole years between two bounds: of age, of a movement's length, of time in the work."""

    at_least: int | None = None
    above: int | None = None
    at_most: int | None = None
    below: int | None = None


@attrs.frozen(kw_only=True)
class Counted:
    """What a form, a row or a column counts: what fits every key that is there; no key counts everything.

    Attributes:
        recipients, classes, groups: to whom an award went.
        commendations: the kind of commendation (loại hình) it was given in.
        proposers: who proposed it to the Prime Minister.
        levels: its level.
        kinds, awards: it is of one of these kinds, or one of these awards, by id.
        others: no other column counts it by its kind or id.
        launchers, scopes, manners: who launched a movement, where it runs, how it is held.
        years: how long a movement runs, or an official has done the work.
        sections: what an organisation is.
        ages, education, sexes: of officials.
    """

    recipients: tuple[Kind, ...] = ()
    classes: tuple[OfficialClass, ...] = ()
    groups: tuple[RecipientGroup, ...] = ()
    commendations: tuple[Commendation, ...] = ()
    proposers: tuple[Proposer, ...] = ()
    levels: tuple[Level, ...] = ()
    kinds: tuple[AwardKind, ...] = ()
    awards: tuple[str, ...] = ()
    others: bool = False
    launchers: tuple[Launcher, ...] = ()
    scopes: tuple[Reach, ...] = ()
    manners: tuple[Manner, ...] = ()
    years: Band | None = None
    sections: tuple[SectionKind, ...] = ()
    ages: Band | None = None
    education: tuple[Education, ...] = ()
    sexes: tuple[Sex, ...] = ()

    def asked(self) -> tuple[str, ...]:
        """Return the keys that are there."""
        return tuple(field.name for field in attrs.fields(Counted) if getattr(self, field.name) != field.default)


ASKED_OF: Final[dict[What, frozenset[str]]] = {
    "awards": frozenset(
        ("recipients", "classes", "groups", "commendations", "proposers", "levels", "kinds", "awards", "others")
    ),
    "movements": frozenset(("launchers", "scopes", "manners", "years")),
    "sections": frozenset(("sections",)),
    "officials": frozenset(("ages", "education", "sexes", "years")),
}
"""What can be asked of each thing that forms count."""


@attrs.frozen(kw_only=True)
class FormRow:
    """A line of a form: its code, its words as printed, its unit, and what it counts.

    A line without ``code`` is a heading. One with a code and without ``counts`` is there, and nobody knows what it
    counts: it stays empty. ``reading``: the line counts so only under that reading of an ambiguous text.
    """

    label: str
    gloss: str
    code: str | None = None
    unit: Caption | None = None
    counts: Counted | None = None
    reading: dict[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class FormColumn:
    """A numbered column of a form.

    Attributes:
        code: its number.
        label, gloss: its words as printed, and in English.
        printed: its number as printed, where that says more: ``"1=(2+3)"``.
        under: the merged heading above it and its neighbours.
        recipients: whom it is for; a line for others has no number here.
        split: it prints a column of its own for each of ``recipients``, and counts nobody else.
        each: it prints a column of its own for each award.
        counts: what it counts.
    """

    code: str
    label: str
    gloss: str
    printed: str | None = None
    under: Caption | None = None
    recipients: tuple[Kind, ...] = ()
    split: bool = False
    each: bool = False
    counts: Counted = Counted()


@attrs.frozen(kw_only=True)
class FormEntry(Entry):
    """A statistical form: its layout, and the sums it owes.

    Attributes:
        number: its official number, ``"0603.N/BNV-TĐKT"``.
        label, gloss: its title.
        what: what it counts: awards, movements, sections (organisations that do the work) or officials (who do it).
        unit: the unit of all its numbers.
        counts: what of it the form speaks of at all.
        row_identities: sums that rows owe in every column: ``"01=02+04+05"``, ``"03<=02"``.
        column_identities: sums that columns owe in every row: ``"1=2+3+4"``.
        year_begins: the day of the year before (``"12-01"``) on which the year of a report begins; not known where
            absent.
        due: the day of the year on which the report is received, ``"12-15"``.
    """

    table: ClassVar[str] = "form"
    needs: ClassVar[tuple[str, ...]] = (
        "number",
        "label",
        "gloss",
        "what",
        "rows",
        "columns",
    )

    number: str = ""
    label: str = ""
    gloss: str = ""
    what: What = "awards"
    unit: Caption | None = None
    counts: Counted = Counted()
    rows: tuple[FormRow, ...] = ()
    columns: tuple[FormColumn, ...] = ()
    row_identities: tuple[str, ...] = ()
    column_identities: tuple[str, ...] = ()
    year_begins: str | None = None
    due: str | None = None

    def days(self, year: int) -> Period | None:
        """Return the days of a year of reports; None where they are not known."""
        if self.year_begins is None:
            return None
        month, day = map(int, self.year_begins.split("-"))
        first = year if (month, day) == (1, 1) else year - 1
        return Period(date(first, month, day), date(first + 1, month, day))

    def counted(self) -> Iterator[tuple[str, Counted]]:
        """Yield what it, its rows and its columns count, each with its key."""
        yield "counts", self.counts
        yield from ((f"rows {row.code!r}", row.counts) for row in self.rows if row.counts is not None)
        yield from ((f"columns {column.code!r}", column.counts) for column in self.columns)


@attrs.frozen
class Identity:
    """A sum that a form owes: ``left`` (a row, or a column) stands to the sum of ``right`` as ``sign`` says."""

    left: str
    sign: Sign
    right: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Identity | None:
        """Read an identity as a document writes it; None where it is none.

        >>> Identity.of("01=02+04+05")
        Identity(left='01', sign='=', right=('02', '04', '05'))
        """
        found = _IDENTITY.match(text)
        return cls(found["left"], found["sign"], tuple(found["right"].split("+"))) if found else None  # type: ignore[arg-type]  # the pattern's own words

    @property
    def codes(self) -> tuple[str, ...]:
        """Every row, or column, it speaks of."""
        return (self.left, *self.right)


Fault = tuple[str, str, Worded]
"""A key, the reason, and a sentence."""


def form_faults(entry: FormEntry) -> Iterator[Fault]:
    """Yield what is wrong with a form."""
    for row in entry.rows:
        if row.code is None and row.counts is not None:
            yield "rows", "missing", worded("{label!r} counts something: give it a code", label=row.label)
    yield from _codes_twice(entry)
    yield from _counted_faults(entry)
    rows, columns = {row.code for row in entry.rows}, {column.code for column in entry.columns}
    for text in entry.row_identities:
        yield from (("row_identities", *fault) for fault in _identity_faults(text, rows))
    for text in entry.column_identities:
        yield from (("column_identities", *fault) for fault in _identity_faults(text, columns))
    for key, given in (("year_begins", entry.year_begins), ("due", entry.due)):
        if given is not None and not _DAY.match(given):
            yield key, "bad-value", worded('write the month and the day: "12-15"')


def _codes_twice(entry: FormEntry) -> Iterator[Fault]:
    """Find codes that two lines or columns have; the same line may stand there once for each option of a reading."""
    rows = [(row.code, tuple(sorted(row.reading.items()))) for row in entry.rows if row.code is not None]
    for code in dict.fromkeys(code for code, _ in rows):
        found = [reading for other, reading in rows if other == code]
        if len(set(found)) < len(found) or (() in found and len(found) > 1):
            yield "rows", "duplicate", worded("the code {code!r} stands here twice", code=code)
    columns = [column.code for column in entry.columns]
    for code in dict.fromkeys(columns):
        if columns.count(code) > 1:
            yield "columns", "duplicate", worded("the code {code!r} stands here twice", code=code)


def _counted_faults(entry: FormEntry) -> Iterator[Fault]:
    """Find what is asked of things that cannot be asked it, and what asks nothing."""
    for column in entry.columns:
        place = f"columns {column.code!r}"
        if (column.split or column.each or column.recipients) and entry.what != "awards":
            yield place, "misplaced", worded("recipients, split and each go with awards only")
        if column.split and not column.recipients:
            yield place, "missing", worded("split by whom? say recipients")
    for place, counted in entry.counted():
        for name in counted.asked():
            if name not in ASKED_OF[entry.what]:
                yield place, "misplaced", worded("{name!r} is not asked of {what}", name=name, what=entry.what)
            if getattr(counted, name) == Band():
                yield place, "empty", worded("{name!r} has no bound", name=name)


def _identity_faults(text: str, known: set[str | None] | set[str]) -> Iterator[tuple[str, Worded]]:
    identity = Identity.of(text)
    if identity is None:
        yield "bad-value", worded('{text!r} is no identity: write "01=02+03", "03<=02" or "01>=02+03"', text=text)
    else:
        for code in identity.codes:
            if code not in known:
                yield "dangling", worded("{text!r} speaks of {code!r}, which is not there", text=text, code=code)
