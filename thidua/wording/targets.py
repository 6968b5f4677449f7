"""A target for a share in prose: how it stands, and what would have to change to meet it."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import Any

from thidua.wording import shown
from thidua.wording.batches import place
from thidua.wording.catalogue import Say
from thidua.wording.explain import cited
from thidua.wording.share_words import FEWER, FEWER_PEOPLE, INSTEAD, INSTEAD_PEOPLE, LEVELS, MORE, MORE_PEOPLE, WHOM
from thidua.wording.terms import MARKS, REASONS, TERMS


class Targets:
    """Puts the results on targets into lines of one language."""

    def __init__(self, locale: str, say: Say) -> None:
        self.locale = locale
        self.say = say

    def lines(self, result: Any, name_of: Any) -> Iterator[str]:
        """Say one target in one unit and year: its share beside its bounds, what is missing, what would meet it."""
        say = self.say
        whom, of = self.whom(result.measure), self.whom(result.base_name)
        head = f"{MARKS[result.outcome.name]} {self.reached(result, whom, of)}"
        asked = say("chỉ tiêu {limits}", limits=self.limits(result.target))
        where = f"{self.scope(result, name_of)}{place(result.unit, result.year)} ({cited(result.citation, say)})"
        yield f"{head}; {asked}{where}"
        if result.missing:
            yield "· " + say("cần có: {missing}", missing=", ".join(result.missing))
        if result.steps is not None and result.steps.adds is not None:
            ways = self.steps(result.steps, people=result.base_name == "leaders")
            yield "· " + say("để chắc chắn đạt: {ways}", ways=say("; hoặc ").join(ways))

    def reached(self, result: Any, whom: str, of: str) -> str:
        """Say the share, or between which bounds it lies."""
        count = shown.number(result.count, self.locale)
        if result.tally is None or result.reason == "nobody":
            why = self.say(REASONS["nobody" if result.reason == "nobody" else "base-unknown"])
            return self.say("{whom}: {count}, {why} ({of})", whom=whom, count=count, why=why, of=of)
        near = [bound for bound in (result.target.at_least, result.target.at_most) if bound is not None]
        if result.share is None:
            low, high = result.bounds
            people = result.base_name == "leaders"
            return self.say(
                "{whom} trong {of}: từ {least} đến {most} người, từ {low} đến {high}"
                if people
                else "{whom} trong {of}: từ {least} đến {most} lượt, từ {low} đến {high}",
                whom=whom,
                of=of,
                least=count,
                most=shown.number(result.tally.most, self.locale),
                low=shown.beside(low, near, self.locale, floor),
                high=shown.beside(high, near, self.locale, ceil),
            )
        return self.say(
            "{whom}: {count}/{base} {of} = {share}",
            whom=whom,
            count=count,
            base=shown.number(result.base, self.locale),
            of=of,
            share=shown.beside(result.share, near, self.locale),
        )

    def limits(self, target: Any) -> str:
        """Say the bounds, all of which must hold."""
        told = []
        if target.at_least is not None:
            told.append(self.say("từ {limit} trở lên", limit=shown.limit(target.at_least, self.locale)))
        if target.at_most is not None:
            told.append(self.say("không quá {limit}", limit=shown.limit(target.at_most, self.locale)))
        if target.at_most_count is not None:
            cap = shown.number(target.at_most_count, self.locale)
            people = target.base == "leaders"
            told.append(
                self.say(
                    "không quá {limit} người" if people else "không quá {limit} lượt", limit=cap, n=target.at_most_count
                )
            )
        return shown.listed(told, self.locale)

    def scope(self, result: Any, name_of: Any) -> str:
        """Say of which awards the target speaks; nothing where it speaks of all."""
        told = [f"“{name_of(award)}”" for award in result.awards]
        told += [self.say(LEVELS[level]) for level in result.levels]
        told += [self.say(TERMS[kind]) for kind in result.commendations]
        return self.say(" đối với {scope}", scope=shown.listed(told, self.locale)) if told else ""

    def steps(self, steps: Any, *, people: bool) -> list[str]:
        """Say each way by which alone the target would be met; ``people``: in persons, not in awards."""
        words = (MORE_PEOPLE, INSTEAD_PEOPLE, FEWER_PEOPLE) if people else (MORE, INSTEAD, FEWER)
        ways = zip((steps.more, steps.instead, steps.fewer), words, strict=True)
        return [
            self.say(words[steps.adds], n=n, number=shown.number(n, self.locale)) for n, words in ways if n is not None
        ]

    def whom(self, name: str) -> str:
        """Name a measure or a base; a group of the caller's own by its own word."""
        parts = name.split("+")
        named = [
            self.say(WHOM[part]) if part in WHOM else self.say(TERMS[part]) if part in TERMS else part for part in parts
        ]
        return self.say(" là ").join(named)
