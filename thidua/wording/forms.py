"""An official form as it is printed: for a terminal, and as HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

import attrs

from thidua.wording.formsheet import Heading, Sheet

if TYPE_CHECKING:
    from thidua.people.form import Form

_LABEL = 46
"""The widest that a terminal's column of words gets."""
_UNIT = 14
"""The widest that a column of codes or units gets, unless one word is longer."""
_NUMBER = 10
"""The narrowest that a column of numbers gets."""


def text(form: Form, locale: str) -> str:
    """Return the form for a terminal: its heading, the table in lines of fixed width, and its notes."""
    sheet = Sheet(form, locale)
    lines = [*sheet.above(), "", sheet.title, *sheet.below_title(), "", *_drawn(sheet)]
    notes = list(sheet.notes())
    if notes:
        lines += ["", sheet.say("Ghi chú:")]
        for number, note in enumerate(notes, 1):
            first, *rest = wrap(note, 110) or [""]
            lines += [f"{number}. {first}", *(f"   {line}" for line in rest)]
    return "\n".join(line.rstrip() for line in lines)


def _drawn(sheet: Sheet) -> Iterator[str]:
    body = list(sheet.body())
    widths = [_LABEL]
    for place, heading in enumerate(sheet.headings[1:], 1):
        texts = [heading.path[-1], *(cells[place] for cells in body)]
        longest = max(len(word) for text in texts for word in [*text.split(), ""])
        widths.append(max(longest, _NUMBER if heading.number else min(_UNIT, max(map(len, texts)))))
    rule = "─┼─".join("─" * width for width in widths)
    for level in range(sheet.depth):
        spans = list(_level(sheet.headings, level))
        wide = [sum(widths[span.start : span.start + span.wide]) + 3 * (span.wide - 1) for span in spans]
        yield from _line([span.text for span in spans], wide, centred=True)
    yield from _line([heading.mark for heading in sheet.headings], widths, centred=True)
    yield rule
    for cells in body:
        yield from _line(cells, widths, centred=False)
    yield rule


def _line(cells: list[str], widths: list[int], *, centred: bool) -> Iterator[str]:
    """Put the cells of one row side by side, each wrapped to its width: words to the left, numbers to the right."""
    wrapped = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for index in range(max(1, *map(len, wrapped))):
        parts = []
        for place, (lines, width) in enumerate(zip(wrapped, widths, strict=True)):
            part = lines[index] if index < len(lines) else ""
            parts.append(part.center(width) if centred else part.rjust(width) if place else part.ljust(width))
        yield " │ ".join(parts)


@attrs.frozen
class _Span:
    """A cell of a heading: its text, its first column, and how many columns and levels it spans."""

    text: str
    start: int
    wide: int
    high: int


def _level(headings: list[Heading], level: int) -> Iterator[_Span]:
    """Yield one level of the heading from left to right; an empty cell where what stands above goes on."""
    depth = max(len(heading.path) for heading in headings)

    def same(item: tuple[int, Heading]) -> object:
        index, heading = item
        last = level >= len(heading.path) - 1
        return index if last else (heading.path[: level + 1], heading.number if level else None)

    for _, run in groupby(enumerate(headings), same):
        (start, heading), *rest = run
        words = heading.path[level] if level < len(heading.path) else ""
        high = depth - level if level == len(heading.path) - 1 else 1
        yield _Span(words, start, 1 + len(rest), high)


def html(form: Form, locale: str) -> str:
    """Return the form as HTML: a heading, one ``<table>`` and a list of notes, everything escaped."""
    sheet = Sheet(form, locale)
    notes = "".join(f"<li>{escape(note)}</li>" for note in sheet.notes())
    parts = [
        f'<section class="thidua-form" lang="{escape(locale)}">',
        *(f"<p>{escape(line)}</p>" for line in sheet.above()),
        f"<h2>{escape(sheet.title)}</h2>",
        *(f"<p>{escape(line)}</p>" for line in sheet.below_title()),
        "<table>",
        "<thead>",
        *_head(sheet),
        "</thead>",
        "<tbody>",
        *(_row(cells) for cells in sheet.body()),
        "</tbody>",
        "</table>",
        f"<p>{escape(sheet.say('Ghi chú:'))}</p><ol>{notes}</ol>" if notes else "",
        "</section>",
    ]
    return "\n".join(part for part in parts if part)


def _head(sheet: Sheet) -> Iterator[str]:
    for level in range(sheet.depth):
        cells = []
        for cell in _level(sheet.headings, level):
            if level < len(sheet.headings[cell.start].path):
                wide = f' colspan="{cell.wide}"' if cell.wide > 1 else ""
                high = f' rowspan="{cell.high}"' if cell.high > 1 else ""
                cells.append(f"<th{wide}{high}>{escape(cell.text)}</th>")
        yield f"<tr>{''.join(cells)}</tr>"
    marks = []
    for _, run in groupby(enumerate(sheet.headings), lambda item: item[1].number or item[0]):
        (_, heading), *rest = run
        wide = f' colspan="{1 + len(rest)}"' if rest else ""
        marks.append(f"<th{wide}>{escape(heading.mark)}</th>")
    yield f"<tr>{''.join(marks)}</tr>"


def _row(cells: Iterable[str]) -> str:
    label, *rest = cells
    return f'<tr><th scope="row">{escape(label)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>'
