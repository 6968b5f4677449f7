"""A standard in prose: what a rule or a bar asks, line by line, without anybody's record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from thidua.book.law import Law, Placed
from thidua.model import condition as asked
from thidua.model import duration
from thidua.model.citation import Citation
from thidua.model.provision import Clause, Rule
from thidua.wording import shown
from thidua.wording.award_words import BODY_NAMES
from thidua.wording.catalogue import Say
from thidua.wording.phrases import Phrases

LONG = 60
"""A line longer than this is not told twice."""


@attrs.frozen
class Line:
    """One line of a standard: how deep it stands, what it asks, where it is written.

    A ``head`` only opens others; with ``whom`` it says whom, or which case, they are for. ``again``: the texts of lines
    told above that this line refers to. ``left``: it is left to another text.
    """

    depth: int
    text: str
    citation: Citation | None
    head: bool = False
    whom: bool = False
    again: tuple[str, ...] = ()
    left: bool = False


class Standards:
    """Puts the rules of one law into lines of one language: a line for what the law writes as one point."""

    def __init__(self, law: Law, phrases: Phrases) -> None:
        self.law = law
        self.phrases = phrases
        self.say: Say = phrases.say

    def standard(self, rules: Iterable[Placed[Rule]]) -> list[Line]:
        """Return what the rules of an award ask: of several each is a case of its own.

        A point that several of them ask is told once and referred to after.
        """
        rules = list(rules)
        told: dict[str, Citation | None] = {}
        lines: list[Line] = []
        for placed in rules:
            several = len(rules) > 1
            if several:
                lines.append(Line(0, self.case(placed), placed.citation, head=True, whom=True))
            lines += self.once(self.rule(placed), told, depth=int(several))
        return lines

    def case(self, placed: Placed[Rule]) -> str:
        """Name a rule among several: by whom it is for, else by its article."""
        whom = self.whom(placed.entry)
        if whom:
            return self.say("đối với {whom}:", whom=whom)
        return self.say("trường hợp {article}:", article=placed.citation.article)

    def once(self, lines: Iterable[Line], told: dict[str, Citation | None], *, depth: int) -> Iterator[Line]:
        """Yield lines; points that were told above are referred to by their articles, several in one line."""
        above: list[Line] = []
        for line in lines:
            first = told.get(line.text)
            # Only a point is a thing to refer to: a whole khoản says more than the line told of it.
            if not line.head and len(line.text) > LONG and first is not None and first.article.startswith("điểm"):
                above.append(attrs.evolve(line, citation=first))
                continue
            yield from self.reference(above, depth)
            above = []
            if not line.head:
                told.setdefault(line.text, line.citation)
            yield attrs.evolve(line, depth=line.depth + depth)
        yield from self.reference(above, depth)

    def reference(self, above: list[Line], depth: int) -> Iterator[Line]:
        """Yield a line that refers to lines told above, if there are any."""
        if above:
            articles = dict.fromkeys(line.citation.article for line in above if line.citation is not None)
            text = self.say("như {articles}", articles=shown.listed(list(articles), self.phrases.locale))
            yield Line(above[0].depth + depth, text, None, again=tuple(line.text for line in above))

    def rule(self, placed: Placed[Rule]) -> Iterator[Line]:
        """Yield what a rule asks."""
        entry = placed.entry
        for name in entry.all:
            yield from self.points(self.law.clause(name, placed), 0, together=True)
        several = len(entry.any) > 1
        if several:
            yield Line(0, self.say("đạt một trong các tiêu chuẩn"), placed.citation, head=True)
        for name in entry.any:
            yield from self.points(self.law.clause(name, placed), int(several), together=not several)
        if entry.selective:
            yield Line(0, self.say("được lựa chọn trong số những cá nhân, tập thể đủ tiêu chuẩn"), placed.citation)

    def whom(self, entry: Rule) -> str:
        """Say whom a rule speaks of, beside its kind of recipient; empty where of all."""
        words = [self.say(BODY_NAMES[word]) if word in BODY_NAMES else self.phrases.term(word) for word in entry.bodies]
        words = [*map(self.phrases.term, entry.tracks), *words, *map(self.phrases.term, entry.forces)]
        if entry.armed:
            words.append(self.say("đơn vị lực lượng vũ trang"))
        return shown.listed(words, self.phrases.locale) if words else ""

    def points(self, placed: Placed[Clause], depth: int, *, together: bool) -> Iterator[Line]:
        """Yield a clause as lines; a group of the kind it stands in (``together``: of all) is no group of its own."""
        key, names = placed.entry.condition
        if key not in ("all", "any") or (not together and key == "all"):
            yield Line(depth, self.phrase(placed), placed.citation, left=key == "delegated")
            return
        inside = together and key == "any" and len(names) > 1
        if inside:
            yield Line(depth, self.say("đạt một trong các tiêu chuẩn"), placed.citation, head=True)
        for name in names:
            inner = self.law.clause(name, placed)
            yield from self.points(inner, depth + inside, together=together and not inside)

    def phrase(self, placed: Placed[Clause], *, denied: bool = False, nested: bool = False) -> str:
        """Say a clause in one phrase, its parts joined as the law joins them."""
        key, value = placed.entry.condition
        if key == "run":
            return self.run(placed, value)
        if key not in ("all", "any", "none"):
            text = self.leaf(key, value)
            return self.phrases.denied(key, value, text) if denied else text
        denied = denied != (key == "none")
        parts = [self.phrase(self.law.clause(name, placed), denied=denied, nested=len(value) > 1) for name in value]
        if (key != "any") != (denied and key != "none"):
            return "; ".join(parts)
        either = self.say(" hoặc ").join(parts)
        return f"({either})" if nested and len(parts) > 1 else either

    def run(self, placed: Placed[Clause], value: asked.Run) -> str:
        """Say a run: what opens it, its length, what it must contain."""
        text = self.phrases.run(value)
        if value.after is not None:
            text = self.say(
                "{opened}, sau đó {run}" if value.follows else "{opened} và {run}",
                opened=self.phrases.run(value.after),
                run=text,
            )
        if value.within is None:
            return text
        return f"{text}{self.say(', trong thời gian đó:')} {self.phrase(self.law.clause(value.within, placed))}"

    def leaf(self, key: str, value: Any) -> str:
        """Say one condition."""
        if isinstance(value, asked.Delegated):
            return self.say("{what} (do văn bản khác quy định)", what=shown.name(value, self.phrases.locale))
        if isinstance(value, asked.Judgement):
            return shown.name(value, self.phrases.locale)
        if isinstance(value, asked.Holds) and value.when == "window":
            # What stands inside a run was said to lie in that time.
            awards = self.phrases.awards(value.awards)
            return self.say("có {times} lần được tặng {awards}", n=value.times, times=value.times, awards=awards)
        if isinstance(value, duration.RatedYears) and value.when == "window":
            return self.phrases.rated_years(value)
        text: str = getattr(self.phrases, f"_{key}")(value)
        return text
