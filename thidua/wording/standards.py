"""A standard in prose: what a rule or a bar asks, line by line, without anybody's record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from thidua.book.law import Law, Placed
from thidua.model import condition as asked
from thidua.model.citation import Citation
from thidua.model.provision import Clause, Rule
from thidua.wording import shown
from thidua.wording.phrases import Phrases


@attrs.frozen
class Line:
    """One line of a standard: how deep it stands, what it asks, where it is written.

    A ``head`` only opens others; with ``whom`` it says whom they are for.
    """

    depth: int
    text: str
    citation: Citation | None
    head: bool = False
    whom: bool = False


class Standards:
    """Puts the rules of one law into lines of one language."""

    def __init__(self, law: Law, phrases: Phrases) -> None:
        self.law = law
        self.phrases = phrases
        self.say = phrases.say

    def rule(self, placed: Placed[Rule]) -> Iterator[Line]:
        """Yield what a rule asks."""
        entry = placed.entry
        for name in entry.all:
            yield from self.clause(self.law.clause(name, placed), 0, whole=True)
        if len(entry.any) > 1:
            yield Line(0, self.say("đạt một trong các tiêu chuẩn"), placed.citation, head=True)
        for name in entry.any:
            yield from self.clause(self.law.clause(name, placed), int(len(entry.any) > 1), whole=len(entry.any) == 1)
        if entry.selective:
            yield Line(0, self.say("được lựa chọn trong số những cá nhân, tập thể đủ tiêu chuẩn"), placed.citation)

    def whom(self, entry: Rule) -> str:
        """Say whom a rule speaks of, beside its kind of recipient; empty where of all."""
        words = [self.phrases.term(word) for word in (*entry.tracks, *entry.bodies)]
        if entry.armed:
            words.append(self.say("đơn vị lực lượng vũ trang"))
        return shown.listed(words, self.phrases.locale) if words else ""

    def clause(self, placed: Placed[Clause], depth: int, *, whole: bool, denied: bool = False) -> Iterator[Line]:
        """Yield what a clause asks; ``whole``: it stands where all must hold, so that its own "all" needs no head."""
        key, value = placed.entry.condition
        if key in ("all", "any", "none"):
            yield from self.group(placed, depth, whole=whole, denied=denied != (key == "none"))
        elif key == "run":
            yield from self.run(placed, value, depth)
        else:
            text = self.leaf(key, value)
            yield Line(
                depth, self.say("không thuộc trường hợp: {case}", case=text) if denied else text, placed.citation
            )

    def group(self, placed: Placed[Clause], depth: int, *, whole: bool, denied: bool) -> Iterator[Line]:
        """Yield a group's head, where it needs one, and its parts."""
        key, names = placed.entry.condition
        together = (key != "any") != (denied and key != "none")
        plain = len(names) == 1 or (together and whole)
        if not plain:
            yield Line(
                depth,
                self.say("đạt các tiêu chuẩn" if together else "đạt một trong các tiêu chuẩn"),
                placed.citation,
                head=True,
            )
        for name in names:
            inner = self.law.clause(name, placed)
            yield from self.clause(inner, depth + (not plain), whole=(plain and whole) or together, denied=denied)

    def run(self, placed: Placed[Clause], value: asked.Run, depth: int) -> Iterator[Line]:
        """Yield a run: what opens it, its length, what it must contain."""
        text = self.phrases.run(value)
        if value.after is not None:
            text = self.say(
                "{opened}, sau đó {run}" if value.follows else "{opened} và {run}",
                opened=self.phrases.run(value.after),
                run=text,
            )
        yield Line(depth, text + self.say(", trong thời gian đó:") if value.within else text, placed.citation)
        if value.within:
            yield from self.clause(self.law.clause(value.within, placed), depth + 1, whole=True)

    def leaf(self, key: str, value: Any) -> str:
        """Say one condition."""
        if isinstance(value, asked.Judgement | asked.Delegated):
            return shown.name(value, self.phrases.locale)
        text: str = getattr(self.phrases, f"_{key}")(value)
        return text
