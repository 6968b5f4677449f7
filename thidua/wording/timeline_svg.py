"""A line of years as SVG, for a notebook by day and by night: its words take the colour of the page."""

from __future__ import annotations

from itertools import accumulate
from textwrap import wrap
from typing import Final
from xml.etree import ElementTree as ET

from thidua.model.finding import Outcome
from thidua.model.timeline import MOST, Timeline
from thidua.wording.terms import MARKS

_LABEL: Final = 330
_YEAR: Final = 46
_LINE: Final = 16
_PAD: Final = 8
_CHARS: Final = 46
_CHAR: Final = 8
"""How wide a letter may be."""
COLOURS: Final = {
    Outcome.MET: "#2f8f4e",
    Outcome.PENDING: "#3b82c4",
    Outcome.UNKNOWN: "#8a8a8a",
    Outcome.NOT_MET: "#d0453b",
}
"""Seen on white and on black, and told apart by the mark beside each as well."""


def svg(line: Timeline) -> str:
    """Return the timeline as one SVG element."""
    rows = [*([lane.label] for lane in line.lanes), *_asked(line)]
    texts = [[part for text in row for part in wrap(text, _CHARS)] for row in rows]
    heights = [len(text) * _LINE + _PAD for text in texts]
    width = _LABEL + _YEAR * len(line.years)
    head = wrap(line.title, width // _CHAR)
    years_at = (len(head) + 1) * _LINE + _PAD
    tops = list(accumulate(heights, initial=years_at + _PAD))
    legend = wrap(line.legend, width // _CHAR)
    height = tops[-1] + (_LINE * len(legend) + _PAD if legend else 0)
    # A long way is not squeezed until nobody can read it: the page scrolls.
    fitting = "max-width:100%;height:auto;" if len(line.years) <= MOST else ""
    root = ET.Element(
        "svg",
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=str(width),
        style=f"{fitting}font:13px sans-serif;color:inherit",
        role="img",
    )
    ET.SubElement(root, "title").text = line.title
    for number, part in enumerate(head, 1):
        _words(root, 0, _LINE * number, part, weight="bold")
    for index, year in enumerate(line.years):
        _words(root, _middle(index), years_at, str(year), anchor="middle")
    for place, (text, at, high) in enumerate(zip(texts, tops, heights, strict=False)):
        if place == len(line.lanes):
            ET.SubElement(
                root, "line", x1="0", x2=str(width), y1=str(at), y2=str(at), stroke="currentColor", opacity="0.4"
            )
        for number, part in enumerate(text):
            _words(root, 0, at + _PAD / 2 + _LINE * (number + 0.75), part)
        if place < len(line.lanes):
            _facts(root, line, place, at + high / 2)
        else:
            _window(root, line, place - len(line.lanes), at + high / 2)
    for number, part in enumerate(legend, 1):
        _words(root, 0, tops[-1] + _LINE * number, part, opacity="0.7")
    return ET.tostring(root, encoding="unicode")


def _asked(line: Timeline) -> list[list[str]]:
    return [
        [f"{MARKS[each.outcome.name]} {each.asks}", *([f"({each.where})"] if each.where else [])]
        for each in line.looked
    ]


def _middle(index: int) -> float:
    return _LABEL + _YEAR * (index + 0.5)


def _words(root: ET.Element, x: float, y: float, text: str, **how: str) -> None:
    styled = {"anchor": "text-anchor", "weight": "font-weight"}
    attributes = {styled.get(name, name): value for name, value in how.items()}
    ET.SubElement(root, "text", {"x": f"{x:g}", "y": f"{y:g}", "fill": "currentColor", **attributes}).text = text


def _facts(root: ET.Element, line: Timeline, place: int, middle: float) -> None:
    """Draw what is on record of one kind: a sign in its year, a bar over the years it ran."""
    years = line.years
    for mark in line.lanes[place].marks:
        first, last = (max(year, years[0]) - years[0] for year in (mark.first, mark.last))
        group = ET.SubElement(root, "g")
        ET.SubElement(group, "title").text = mark.told
        if mark.sign == "▬":
            ET.SubElement(
                group,
                "rect",
                x=f"{_LABEL + _YEAR * first + 4:g}",
                y=f"{middle - 5:g}",
                width=f"{_YEAR * (last - first + 1) - 8:g}",
                height="10",
                rx="3",
                fill="currentColor",
                opacity="0.45",
            )
        else:
            sign = f"◂{mark.sign}" if mark.first < years[0] else mark.sign
            _words(group, _middle(first), middle + 4, sign, anchor="middle")


def _window(root: ET.Element, line: Timeline, place: int, middle: float) -> None:
    """Draw the years a clause looked at, in the colour of its outcome."""
    each, years = line.looked[place], line.years
    first = max(each.first, years[0]) - years[0]
    group = ET.SubElement(root, "g")
    ET.SubElement(group, "title").text = f"{each.asks} ({each.where})" if each.where else each.asks
    ET.SubElement(
        group,
        "rect",
        {
            "x": f"{_LABEL + _YEAR * first + 3:g}",
            "y": f"{middle - 8:g}",
            "width": f"{_YEAR * (each.last - years[0] - first + 1) - 6:g}",
            "height": "16",
            "rx": "8",
            "fill": COLOURS[each.outcome],
            "fill-opacity": "0.25",
            "stroke": COLOURS[each.outcome],
            "stroke-width": "2",
        },
    )
    _words(group, _middle(each.last - years[0]), middle + 5, MARKS[each.outcome.name], anchor="middle")
