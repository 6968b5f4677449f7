"""What a notebook is shown: plain HTML in the colour of its page, by day and by night, everything escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Final

from thidua.model.finding import Outcome
from thidua.wording.catalogue import Say
from thidua.wording.terms import MARKS, OUTCOMES
from thidua.wording.timeline_svg import COLOURS

MOST: Final = 60
"""So many rows are shown; how many more there are is said."""
_STYLE: Final = (
    ".thidua{color:inherit;font:13px/1.5 system-ui,sans-serif;max-width:100%;overflow-x:auto}"
    ".thidua h4{margin:.2em 0;font-size:1.1em;font-weight:600}"
    ".thidua p,.thidua ul{margin:.2em 0}"
    ".thidua table{margin:.4em 0;border:0;border-collapse:collapse;font-size:inherit;color:inherit;background:none}"
    ".thidua th,.thidua td{padding:.2em .7em;border:0;border-bottom:1px solid rgba(128,128,128,.35);color:inherit;"
    "background:none;text-align:left;vertical-align:top;font-weight:normal;white-space:normal}"
    ".thidua thead th{font-weight:600;border-bottom:1px solid currentColor}"
    ".thidua tbody th{opacity:.75}"
    ".thidua .figure{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    ".thidua .outcome{display:inline-block;padding:0 .5em;border-radius:.8em;border:1px solid;white-space:nowrap}"
    ".thidua pre{margin:.4em 0;white-space:pre-wrap;font:inherit;color:inherit;background:none}"
    ".thidua summary{cursor:pointer}"
    ".thidua-form h2{font-size:1.1em}.thidua-form td{text-align:right}.thidua-form thead th{text-align:center}"
)
"""No colour of its own but the middling ones of outcomes: a page has but to set its colour, whichever its theme."""


class Figure(str):
    """A number in the reader's writing: it stands to the right."""

    __slots__ = ()


Cell = str | Outcome | None
"""Text, a number in words of the reader's language, an outcome, or nothing."""


class Page:
    """Makes the parts of a card in one language."""

    def __init__(self, say: Say) -> None:
        self.say = say

    def card(self, title: str, *parts: str) -> str:
        """Put parts, which are HTML, under a title, which is text."""
        head = f"<h4>{escape(title)}</h4>" if title else ""
        return f'<div class="thidua"><style>{_STYLE}</style>{head}{"".join(parts)}</div>'

    def line(self, text: str) -> str:
        """Make a paragraph; of nothing, nothing."""
        return f"<p>{escape(text)}</p>" if text else ""

    def lines(self, texts: Iterable[str]) -> str:
        """Make a list; of nothing, nothing."""
        told = "".join(f"<li>{escape(text)}</li>" for text in texts)
        return f"<ul>{told}</ul>" if told else ""

    def facts(self, facts: Iterable[tuple[str, Cell]]) -> str:
        """Make a table of what is known by name; what is not there is left out."""
        rows = (f"<tr><th>{escape(name)}</th>{self.cell(value)}</tr>" for name, value in facts if value)
        return f"<table><tbody>{''.join(rows)}</tbody></table>"

    def table(self, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
        """Make a table; a column in which no row has anything is left out, and so are rows after the first many."""
        if not rows:
            return ""
        kept = [place for place in range(len(headings)) if any(row[place] not in (None, "") for row in rows)]
        head = "".join(f"<th>{escape(headings[place])}</th>" for place in kept)
        body = (f"<tr>{''.join(self.cell(row[place]) for place in kept)}</tr>" for row in rows[:MOST])
        return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(body)}</tbody></table>{self.more(len(rows))}"

    def more(self, count: int) -> str:
        """Say how many rows are not shown."""
        left = count - MOST
        return self.line(self.say("… và {number} dòng nữa", n=left, number=left)) if left > 0 else ""

    def cell(self, value: Cell) -> str:
        """Make a cell."""
        if isinstance(value, Outcome):
            return f"<td>{self.outcome(value)}</td>"
        kind = ' class="figure"' if isinstance(value, Figure) else ""
        return f"<td{kind}>{escape(value or '')}</td>"

    def outcome(self, outcome: Outcome) -> str:
        """Make a label of an outcome: its mark, its words, and a colour seen on white and on black."""
        colour, told = COLOURS[outcome], escape(self.say(OUTCOMES[outcome.name]))
        style = f"border-color:{colour};background:{colour}33"
        return f'<span class="outcome" style="{style}">{MARKS[outcome.name]} {told}</span>'

    def unfold(self, summary: str, *parts: str) -> str:
        """Put parts, which are HTML, behind a line to click; of nothing, nothing."""
        held = "".join(parts)
        return f"<details><summary>{escape(summary)}</summary>{held}</details>" if held else ""

    def told(self, lines: Iterable[str]) -> str:
        """Show prose as it is printed; of nothing, nothing."""
        text = "\n".join(lines)
        return f"<pre>{escape(text)}</pre>" if text.strip() else ""


def unmarked(markdown: str) -> Iterator[str]:
    """Yield the lines of a note without Markdown's signs for headings and stress."""
    for line in markdown.splitlines():
        yield line.lstrip("#").strip().upper() if line.startswith("#") else line.replace("**", "").replace("*", "")
