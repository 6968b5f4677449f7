"""Standards as nested prose in Markdown, for the pages of ``docs/``: point by point, each with its clause.

Every page is told twice, in Vietnamese and in English, by the same code.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import attrs

from thidua.book.catalogue import catalogue
from thidua.book.law import Law, Placed
from thidua.model.award import Award
from thidua.model.citation import Citation, Standing
from thidua.model.condition import Delegated, Judgement, Run
from thidua.model.provision import Clause, Rule
from thidua.wording import shown
from thidua.wording.award_words import BODY_NAMES
from thidua.wording.catalogue import Say, speaker
from thidua.wording.explain import cited
from thidua.wording.phrases import Phrases
from thidua.wording.standards import Standards
from thidua.wording.terms import TERMS

JUDGED, LEFT = "◇", "▷"
"""Mark what is left to people's judgement, and to another document."""
PAIR = 2
SHORT = 220
"""Two points of no more letters are said in one line."""
GROUPS = {
    "all": ("đủ các điều kiện sau", "all of these"),
    "any": ("một trong các điều kiện sau", "one of these"),
    "none": ("không thuộc trường hợp nào sau đây", "none of these"),
}


@attrs.frozen
class Point:
    """One point of a standard: what it asks and where, what it opens, and of which kinds of commendation it is."""

    text: str
    citation: Citation | None
    key: str = ""
    mark: str = ""
    kinds: tuple[str, ...] = ()
    parts: tuple[Point, ...] = ()


class Prose:
    """Tells the law of a day in one language."""

    def __init__(self, law: Law, locale: str) -> None:
        self.law = law
        self.locale = locale
        self.say: Say = speaker(locale)
        self.standards = Standards(law, Phrases(locale, self.say, self.name))

    def both(self, vietnamese: str, english: str) -> str:
        """Choose a text of these pages by the language."""
        return vietnamese if self.locale == "vi" else english

    def name(self, award: str) -> str:
        """Name an award as the day calls it; one of other days as its last text does."""
        return shown.name(self.law.statute.awards.get(award) or catalogue().names[award.replace("-", " ")], self.locale)

    def cite(self, citation: Citation | None, home: str = "") -> str:
        """Cite; the document is left out where it is ``home``, which was said above."""
        return cited(citation, self.say).removesuffix(home).strip()

    def weak(self, citation: Citation) -> str:
        """Say how a text was read, where not in full."""
        if citation.standing is Standing.VERIFIED:
            return ""
        return f"; *{self.say(TERMS[citation.standing.value])}*"

    def home(self, citation: Citation) -> str:
        """Name a document as it is cited."""
        return cited(attrs.evolve(citation, article=""), self.say)

    def terms(self, words: Iterable[str], style: str = "standard") -> str:
        """List words of the closed lists."""
        return shown.listed([self.say(BODY_NAMES.get(word, TERMS[word])) for word in words], self.locale, style=style)

    def standard(self, award: Award) -> Iterator[str]:
        """Tell what the rules of an award ask, each rule for itself."""
        for placed in self.law.rules(award):
            yield from self.rule(placed)

    def rule(self, placed: Placed[Rule]) -> Iterator[str]:
        """Tell one rule: for whom, by which clause, then what it asks."""
        points = list(self.asked(placed))
        if len(points) == 1 and points[0].key:
            lead, kinds, points = points[0].text, self.kinds(points[0]), list(points[0].parts)
        else:
            lead, kinds = self.both(*GROUPS["all"]) if len(points) > 1 else "", ""
        head = f"**{self.whom(placed.entry)}** — {self.cite(placed.citation)}{self.weak(placed.citation)}{kinds}"
        yield from ("", f"{head} — {lead}:" if lead else f"{head}:", "")
        for point in points:
            yield from self.lines(point, 0, self.home(placed.citation), placed.citation)

    def whom(self, entry: Rule) -> str:
        """Say whom a rule speaks of."""
        kinds = self.terms(entry.recipients)
        told = kinds[:1].upper() + kinds[1:]
        if whom := self.standards.whom(entry):
            told += f": {whom}"
        if entry.armed is False:
            told += self.both(", ngoài lực lượng vũ trang", ", outside the armed forces")
        spared = [*entry.except_tracks, *entry.except_bodies]
        return told + (self.both(" (trừ {})", " (but for {})").format(self.terms(spared)) if spared else "")

    def asked(self, placed: Placed[Rule]) -> Iterator[Point]:
        """Yield the points of a rule."""
        entry = placed.entry
        for name in entry.all:
            point = self.point(self.law.clause(name, placed))
            yield from point.parts if point.key == "all" else (point,)
        if entry.any:
            found = [self.point(self.law.clause(name, placed)) for name in entry.any]
            flat = [part for point in found for part in (point.parts if point.key == "any" else (point,))]
            if len(flat) > 1:
                lead = self.both("đạt một trong các tiêu chuẩn sau", "meets one of these standards")
                yield Point(lead, placed.citation, "any", parts=tuple(flat))
            elif flat[0].key == "all" and entry.all:
                yield from (attrs.evolve(part, kinds=part.kinds or flat[0].kinds) for part in flat[0].parts)
            else:
                yield flat[0]
        if entry.selective:
            whom = self.terms(entry.recipients)
            selected = self.both(
                f"được lựa chọn trong số những {whom} đủ các điều kiện này",
                "is selected among those who meet these conditions",
            )
            yield Point(selected, placed.citation, mark=JUDGED)

    def group(self, key: str, parts: Iterable[Point], citation: Citation | None) -> Point:
        """Make a point that opens others."""
        return Point(self.both(*GROUPS[key]), citation, key, parts=tuple(parts))

    def point(self, placed: Placed[Clause]) -> Point:
        """Tell a clause; a group of one is its one point, and one inside a group of its kind no group of its own."""
        key, value = placed.entry.condition
        kinds = placed.entry.commendation
        if key in GROUPS:
            found = [self.point(self.law.clause(name, placed)) for name in value]
            inside = "any" if key == "none" else key  # none of several is none of one of them
            flat = [part for point in found for part in (point.parts if point.key == inside else (point,))]
            if len(flat) == 1:
                if key != "none":
                    return attrs.evolve(flat[0], kinds=kinds or flat[0].kinds)
                if not flat[0].parts:
                    return Point(self.standards.phrase(placed), placed.citation, mark=flat[0].mark, kinds=kinds)
            return attrs.evolve(self.short(self.group(key, flat, placed.citation)), kinds=kinds)
        if isinstance(value, Run) and value.within:
            return attrs.evolve(self.run(placed, value), kinds=kinds)
        mark = JUDGED if isinstance(value, Judgement) else LEFT if isinstance(value, Delegated) else ""
        text = shown.name(value, self.locale) if mark else self.standards.phrase(placed)
        return Point(text, placed.citation, mark=mark, kinds=kinds)

    def short(self, group: Point) -> Point:
        """Say two points that must both hold in one, as the law does: where both are short, or one only denies."""
        alike = all(part.citation == group.citation and not part.kinds for part in group.parts)
        if group.key != "all" or len(group.parts) != PAIR or not alike:
            return group
        first, second = sorted(group.parts, key=lambda part: part.key == "none")
        text = f"{first.text}{first.mark and f' {first.mark}'}{self.both('; và ', '; and ')}{second.text}"
        if first.parts or second.key not in ("", "none") or (not second.parts and len(text) > SHORT):
            return group
        return Point(text, group.citation, mark=second.mark, parts=second.parts)

    def run(self, placed: Placed[Clause], value: Run) -> Point:
        """Tell a run of years and what it must hold, point by point."""
        text = self.standards.run(placed, attrs.evolve(value, within=None))
        inner = self.point(self.law.clause(value.within or "", placed))
        text += self.say(", trong thời gian đó:").removesuffix(":")
        if inner.parts:
            return Point(f"{text} {self.both('có', 'there are')} {inner.text}", placed.citation, parts=inner.parts)
        return Point(f"{text} {inner.text}", placed.citation, mark=inner.mark)

    def lines(self, point: Point, depth: int, home: str, above: Citation | None) -> Iterator[str]:
        """Write a point and what it opens as a list; its clause is said where it is not the one above."""
        where = ""
        if point.citation is not None and point.citation != above:
            same = above is not None and above.standing is point.citation.standing
            where = f" ({self.cite(point.citation, home)}{'' if same else self.weak(point.citation)})"
        mark = f" {point.mark}" if point.mark else ""
        yield f"{'  ' * depth}- {point.text}{mark}{where}{self.kinds(point)}{':' if point.parts else ''}"
        for part in point.parts:
            yield from self.lines(part, depth + 1, home, point.citation)

    def kinds(self, point: Point) -> str:
        """Say of which kinds of commendation a point is the road."""
        return f" *[{self.terms(point.kinds)}]*" if point.kinds else ""

    def leaves(self, award: Award) -> Iterator[Placed[Clause]]:
        """Yield every clause that the rules of an award, and then its bars, refer to."""
        for placed in self.law.rules(award):
            for name in (*placed.entry.all, *placed.entry.any):
                yield from self.below(self.law.clause(name, placed))

    def below(self, placed: Placed[Clause]) -> Iterator[Placed[Clause]]:
        """Yield a clause and those that it refers to."""
        yield placed
        key, value = placed.entry.condition
        names = value if key in GROUPS else [value.within] if isinstance(value, Run) and value.within else []
        for name in names:
            yield from self.below(self.law.clause(name, placed))


Told = Callable[[Prose, Any], str]
"""How an entry is told in a line."""
