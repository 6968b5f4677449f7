"""The words of a printed form: its heads, its cells as text, and what its notes say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import attrs

from thidua.book.catalogue import catalogue
from thidua.model.citation import PREFIXES
from thidua.model.finding import Outcome
from thidua.people.layouts import Part
from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.explain import cited
from thidua.wording.form_words import FACTS, THINGS
from thidua.wording.terms import MARKS, TERMS

if TYPE_CHECKING:
    from thidua.model.form import FormEntry
    from thidua.people.form import Form
    from thidua.people.notes import Note

NOTHING_FITS = "x"
"""What a cell holds in which the form has no number, as official forms print it."""


@attrs.frozen
class Heading:
    """The head of a printed column: the words above one another, and the mark below them."""

    path: tuple[str, ...]
    mark: str
    number: str | None = None
    """The number of the column it belongs to; None for the words, codes and units of the lines."""


class Sheet:
    """Puts a form into the words of one language."""

    def __init__(self, form: Form, locale: str) -> None:
        self.form = form
        self.locale = locale
        self.say: Say = speaker(locale)
        self.entry: FormEntry = form.layout.entry
        self.units: bool = any(line.unit for line in form.layout.lines)
        self.parts: list[Part] = [part for code in form.columns for part in self.printed(code)]
        self.headings: list[Heading] = list(self._headings())
        self.depth: int = max(len(heading.path) for heading in self.headings)

    def printed(self, code: str) -> tuple[Part, ...]:
        """Return the columns that a numbered column is printed as."""
        return self.form.parts.get(code) or (Part(code),)

    @property
    def title(self) -> str:
        """The form's title, in capitals as it is printed."""
        return shown.name(self.entry, self.locale).upper()

    def above(self) -> Iterator[str]:
        """Yield the lines above the title."""
        say, header = self.say, self.form.layout.placed.header
        yield say("Biểu số: {number}", number=self.entry.number)
        document = f"{say(PREFIXES[header.kind])} {header.id}"
        if header.issued is not None:
            day = shown.full_day(header.issued, self.locale)
            yield say("Ban hành theo {document} ngày {day}", document=document, day=day)
        if self.entry.due is not None:
            month, day = self.entry.due.split("-")
            yield say("Ngày nhận báo cáo: ngày {day} tháng {month} năm báo cáo", day=day, month=month)
        yield say("Đơn vị báo cáo: {blank}", blank="…" * 20)

    def below_title(self) -> Iterator[str]:
        """Yield the lines between the title and the table."""
        say, year, days = self.say, self.form.year, self.form.period
        if year is not None and days is not None and days.since is not None and days.until is not None:
            since, last = (shown.day(day, self.locale) for day in (days.since, days.until - timedelta(days=1)))
            yield say("Năm {year} (từ {since} đến hết {last})", year=year, since=since, last=last)
        else:
            yield say("Năm {year}", year="……" if year is None else year)
        if self.entry.unit is not None:
            yield say("Đơn vị tính: {unit}", unit=shown.name(self.entry.unit, self.locale))

    def _headings(self) -> Iterator[Heading]:
        yield Heading(("",), "A")
        yield Heading((self.say("Mã số"),), "B")
        if self.units:
            yield Heading((self.say("Đơn vị tính"),), "C")
        for part in self.parts:
            column = self.form.columns[part.column]
            path = [shown.name(column.under, self.locale)] if column.under else []
            path.append(shown.name(column, self.locale))
            path += [self.award(part.award)] if part.award else []
            path += [self.say(TERMS[part.recipient]).capitalize()] if part.recipient else []
            yield Heading(tuple(path), column.printed or part.column, part.column)

    def award(self, name: str) -> str:
        """Name an award."""
        found = catalogue().find(name)
        return name if found is None else shown.name(found, self.locale)

    def body(self) -> Iterator[list[str]]:
        """Yield the cells of each line as text."""
        for line in self.form.layout.lines:
            cells = [shown.name(line, self.locale), line.code or ""]
            if self.units:
                cells.append(shown.name(line.unit, self.locale) if line.unit else "")
            yield cells + [self.cell(line.code, part) if line.code else "" for part in self.parts]

    def cell(self, row: str, part: Part) -> str:
        """Return the number of a cell: nothing where it is empty, a cross where nothing fits."""
        number = self.form.value(row, part.code)
        if self.form.layout.barred(row, part) and not number:
            return NOTHING_FITS
        return "" if number is None else shown.number(number, self.locale)

    def notes(self) -> Iterator[str]:
        """Yield what is said below the table: what is not known, what is wrong, what does not add up."""
        if any(self.form.layout.barred(row, part) for row in self.form.rows for part in self.parts):
            yield self.say("{mark}: ô không ghi số", mark=NOTHING_FITS)
        yield from (self.note(note) for note in self.form.notes)
        for finding in self.form.findings:
            row, column = finding.about.subject
            number = shown.number(finding.have, self.locale)
            yield f"{MARKS['NOT_MET']} " + self.say(
                "dòng {row}, cột {column}: có {number} ở ô không ghi số", row=row, column=column, number=number
            )
        for finding in self.form.footing:
            for child in finding.children:
                if child.outcome is Outcome.NOT_MET:
                    left, right = (shown.number(side, self.locale) for side in (child.have.left, child.have.right))
                    rows = finding.code in self.entry.row_identities
                    yield f"{MARKS['NOT_MET']} {finding.code}, " + self.say(
                        "cột {place}: {left} so với {right}" if rows else "dòng {place}: {left} so với {right}",
                        place=child.code,
                        left=left,
                        right=right,
                    )

    def note(self, note: Note) -> str:
        """Say one note."""
        say = self.say
        lines, columns = ", ".join(note.lines), ", ".join(note.columns)
        where = cited(note.citation, say)
        subject: Any = note.subject
        match note.code:
            case "missing":
                return say(
                    "{things} chưa rõ {fact}: ô trống ở dòng {lines}, cột {columns}",
                    things=self.things(note),
                    fact=say(FACTS[note.fact or ""]),
                    lines=lines,
                    columns=columns,
                )
            case "other-level":
                text = say("{things} thuộc cấp khác, không tính vào biểu này", things=self.things(note))
            case "no-column":
                text = say("{things} không có cột trong biểu này nên không tính", things=self.things(note))
            case "no-part":
                text = say(
                    "{things} chỉ có ở cột Tổng số: cột {columns} không có cột cho đối tượng này",
                    things=self.things(note),
                    columns=columns,
                )
            case "outside-period":
                text = say("{things} ngoài kỳ báo cáo nên không tính", things=self.things(note))
            case "unknown-line":
                return say("dòng {lines}: chưa rõ nội dung, để trống", lines=lines)
            case "reading":
                option = subject.options[self.form.layout.law.readings[subject.id]]
                return say(
                    "dòng {lines}, cách hiểu đang dùng: {option} ({where})", lines=lines, option=option, where=where
                )
            case "standing":
                standing = say(TERMS[note.citation.standing.value]) if note.citation else ""
                return say("bố cục của biểu: {standing} ({where})", standing=standing, where=where)
            case "unread":
                return say("văn bản chưa đọc: {detail}", detail=subject.why if self.locale == "vi" else subject.gloss)
        awards = "; ".join(f"{self.award(each)}: {shown.number(n, self.locale)}" for each, n in note.awards.items())
        return f"{text} ({awards})" if awards else text

    def things(self, note: Note) -> str:
        """Count what rows stand for, and the rows."""
        count = note.count or 0
        things = self.say(THINGS[self.entry.what], n=count, number=shown.number(count, self.locale))
        rows = shown.number(len(note.rows), self.locale)
        return self.say("{things} ({rows} dòng dữ liệu)", n=len(note.rows), things=things, rows=rows)
