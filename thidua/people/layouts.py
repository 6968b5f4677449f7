"""The layout of an official form as the law of a day has it: its rows, its columns, and the cells nothing fits in."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property

import attrs

from thidua.book.catalogue import catalogue
from thidua.book.days import law_on
from thidua.book.law import Law, Placed
from thidua.book.shelf import document, headers
from thidua.errors import InputError, NotInForce, UnknownTerm, worded
from thidua.exact import show
from thidua.model.bounds import YEAR
from thidua.model.entry import Header
from thidua.model.form import FormColumn, FormEntry, FormRow
from thidua.model.time import Period
from thidua.model.vocabulary import Kind
from thidua.text import fold, nearest


@attrs.frozen
class Part:
    """A numbered column, or one printed under it: of one award, of one kind of recipient, of one award to one kind.

    >>> Part("2", award="huan-chuong-huu-nghi", recipient="collective").code
    '2/huan-chuong-huu-nghi/collective'
    """

    column: str
    award: str | None = None
    recipient: Kind | None = None

    @property
    def code(self) -> str:
        """What a cell under it is called by."""
        return "/".join(each for each in (self.column, self.award, self.recipient) if each)


@attrs.frozen(kw_only=True, eq=False, slots=False)
class Layout:
    """A form of the law of a day.

    Attributes:
        placed: the form's entry and its place in the book.
        law: the law it is taken from, with its readings.
    """

    placed: Placed[FormEntry]
    law: Law

    @property
    def entry(self) -> FormEntry:
        """The form as its document has it."""
        return self.placed.entry

    @cached_property
    def lines(self) -> tuple[FormRow, ...]:
        """Every line, headings too, as the readings in use have it."""
        readings = self.law.readings
        return tuple(
            row for row in self.entry.rows if all(readings.get(key) == row.reading[key] for key in row.reading)
        )

    @cached_property
    def rows(self) -> Mapping[str, FormRow]:
        """The lines that have a code, by it."""
        return {row.code: row for row in self.lines if row.code is not None}

    @cached_property
    def columns(self) -> Mapping[str, FormColumn]:
        """The numbered columns, by their numbers."""
        return {column.code: column for column in self.entry.columns}

    @cached_property
    def readings(self) -> tuple[str, ...]:
        """The named readings of an ambiguous text that its rows rest on."""
        return tuple(dict.fromkeys(name for row in self.entry.rows for name in row.reading))

    def parts(self, code: str, awards: Collection[str | None]) -> tuple[Part, ...]:
        """Return the columns printed under a numbered one, for these awards, in the catalogue's order."""
        column = self.columns[code]
        if not (column.each or column.split):
            return ()
        listed = [award.id for award in catalogue().awards if award.id in awards] if column.each else [None]
        recipients = column.recipients if column.split else (None,)
        return tuple(Part(code, award, recipient) for award in listed for recipient in recipients)

    def barred(self, row: str, part: Part) -> bool:
        """Say whether nothing fits in a cell: the column is for others than the line's recipients."""
        counted = self.rows[row].counts
        whom = (part.recipient,) if part.recipient else self.columns[part.column].recipients
        return counted is not None and bool(counted.recipients and whom) and set(whom).isdisjoint(counted.recipients)


def layout_of(form: str | Layout, law: Law | None, year: int | None = None) -> Layout:
    """Find a form by its id (``"0603"``) or number.

    Args:
        form: what it is called; a layout is itself.
        law: the law of a day; None: of the last day of ``year``, else of the last on which the book has the form.
        year: a year of reports.

    Raises:
        UnknownTerm: no form has this name.
        NotInForce: it is no form of that day.
    """
    if year is not None and (
        fault := YEAR.fault(year) if type(year) is int else worded("expected a year, got {year}", year=show(year))
    ):
        raise InputError.one("year", "bad-value", fault)
    if isinstance(form, Layout):
        return form
    if not isinstance(form, str):
        raise InputError.one(
            "form", "bad-value", worded("expected a form's number, got {kind}", kind=type(form).__name__)
        )
    if law is not None and not isinstance(law, Law):
        raise InputError.one(
            "law", "bad-value", worded("expected the law of a day, from law_on, got {kind}", kind=type(law).__name__)
        )
    if law is None:
        header, entry = _ever(form)
        period = Period(entry.since or header.in_force, entry.until or header.ends)
        law = law_on(_last_day(entry, period, year))
    found = next((placed for placed in law.of(FormEntry) if _named(placed.entry, form)), None)
    if found is not None:
        return Layout(placed=found, law=law)
    header, entry = _ever(form, law)
    raise NotInForce(
        worded("form {id!r}", id=entry.id), law.day, entry.since or header.in_force, entry.until or header.ends
    )


def _last_day(entry: FormEntry, period: Period, year: int | None) -> date:
    if year is not None:
        days = entry.days(year)
        return days.until - timedelta(days=1) if days and days.until else date(year, 12, 31)
    checked = max(header.checked for header in headers())
    return min(period.until - timedelta(days=1), checked) if period.until else checked


def _named(entry: FormEntry, name: str) -> bool:
    return fold(name) in (fold(entry.id), fold(entry.number))


def _ever(name: str, law: Law | None = None) -> tuple[Header, FormEntry]:
    """Find a form of any day."""
    found = list(_forms())
    for header, entry in found:
        if _named(entry, name):
            return header, entry
    known = [entry.id for _, entry in found] + [placed.entry.id for placed in (law.of(FormEntry) if law else ())]
    raise UnknownTerm("form", name, nearest(name, dict.fromkeys(known)))


def _forms() -> Iterator[tuple[Header, FormEntry]]:
    """Yield every form of the book, the newest first."""
    for header in reversed(headers()):
        for entry in document(header.id).form:
            if entry.effect != "end":
                yield header, entry
