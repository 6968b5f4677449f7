"""What a finding asks and what the record shows, each in one phrase."""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN
from fractions import Fraction
from typing import Any

from thidua.model import condition as asked
from thidua.model import duration
from thidua.model.award import Award
from thidua.model.facts import NOT_SAID, Disciplined, Proceeding
from thidua.model.finding import Finding, Outcome
from thidua.model.outline import Unread
from thidua.model.provision import Clause
from thidua.model.vocabulary import RATINGS
from thidua.wording import shown
from thidua.wording.conditions import Conditions
from thidua.wording.record_words import FACTS, LISTS, PROCEEDINGS
from thidua.wording.terms import ASIDES, OUTCOMES

KIND_OF = re.compile(r"awards\[(?P<award>[^,\]]+),(?P<year>\d+)\]\.commendation")
"""The path of the kind of commendation of one award on record."""
TOLD = ("movement", "measure", "kind", "result", "year", "status", "degree", "scope")
"""The parts of a fact that tell it, in the order they are told; the days from which to which it ran come last."""

SAID_OF = ("holds", "initiative", "achievement", "movement", "served", "post")
"""The keys of clauses whose phrases say what somebody has or does, so that a word before them denies them."""


class Phrases(Conditions):
    """Puts findings into phrases of one language."""

    def need(self, finding: Finding) -> str:
        """Say what the law asks."""
        subject, value, say = finding.about.subject, finding.need, self.say
        if isinstance(value, asked.Judgement | asked.Delegated):
            return shown.name(value, self.locale)
        if isinstance(subject, Unread):
            return subject.why if self.locale == "vi" else subject.gloss
        if isinstance(subject, Clause):
            return self.clause(finding, subject, value)
        match finding.code:
            case "recipient" | "subject" | "track" if value:
                return say("dành cho {kinds}", kinds=self.either(value))
            case "as-last-read":
                return say("Theo văn bản đã đọc gần nhất: {outcome}.", outcome=say(OUTCOMES[finding.have.name]).lower())
            case code if code in ASIDES:
                return say(ASIDES[code])
        if isinstance(subject, Award):
            return say("đạt tiêu chuẩn danh hiệu, hình thức {award}", award=f"“{self.name_of(subject.id)}”")
        return say("đạt một trong các tiêu chuẩn" if finding.about.choice else "đạt các tiêu chuẩn")

    def clause(self, finding: Finding, clause: Clause, value: Any) -> str:
        """Say what a clause asks; a negated leaf asks that it should not be."""
        key = clause.condition[0]
        if key in ("all", "any", "none"):
            return self.say("đạt một trong các tiêu chuẩn" if finding.about.choice else "đạt các tiêu chuẩn")
        if key == "run":
            return self.after_award(value) if isinstance(value, asked.Run) else self.run(value)
        text = self.asks(key, value)
        return self.denied(key, value, text) if finding.about.negated else text

    def after_award(self, value: asked.Run) -> str:
        """Say what a run asks, and which award it must follow: it is told without the award's own condition."""
        if value.after is None or not value.follows:
            return self.run(value)
        return self.say(
            "sau khi được tặng {awards}, {run}", awards=self.awards(value.after.awards), run=self.run(value)
        )

    def asks(self, key: str, value: Any) -> str:
        """Say what a condition asks, by the key of its clause."""
        text: str = getattr(self, f"_{key}")(value)
        return text

    def denied(self, key: str, value: object, text: str) -> str:
        """Say that a condition, in its own words ``text``, should not hold."""
        if (key, value) == ("rated", RATINGS[0]):
            return self.say("không được xếp loại trong năm")
        if isinstance(value, asked.Holds) and value.times == 1 and value.when == "ever" and value.consecutive is None:
            awards = self.awards(value.awards)
            return self.say("chưa được tặng {awards}", awards=awards) + self.given_for(value.commendations)
        if key in SAID_OF:
            return self.say("không {case}", case=text)
        return self.say("không thuộc trường hợp: {case}", case=text)

    def have(self, finding: Finding) -> str:
        """Say what the record shows; empty where there is nothing to say."""
        value = finding.have
        if value is None or value == () or finding.code == "as-last-read":
            return self.unsaid(finding.missing) if finding.missing else ""
        if isinstance(value, bool):
            return self.say("có" if value else "không")
        if isinstance(value, Fraction):
            return shown.share(
                value, self.locale, ROUND_FLOOR if finding.outcome is Outcome.NOT_MET else ROUND_HALF_EVEN
            )
        if isinstance(value, int):
            return self.number(value, finding.need)
        if isinstance(value, date | str):
            return self.word(value)
        return self.listed(value, finding.need)

    def unsaid(self, missing: tuple[str, ...]) -> str:
        """Say that a fact is not on record; of an award that is there, that its kind is not."""
        years = [found["year"] for path in missing if (found := KIND_OF.fullmatch(path))]
        if not years:
            return self.say("chưa ghi")
        return self.say("năm {years}, chưa ghi loại hình khen thưởng", years=", ".join(years))

    def fact(self, path: str) -> str:
        """Name a fact by its path: in words, where there are any, and by the path itself, as a form knows it."""
        found = KIND_OF.fullmatch(path)
        if found is None:
            told = {**LISTS, **FACTS}.get(path)
            return path if told is None else f"{self.say(told)} [{path}]"
        return self.say(
            "loại hình khen thưởng của “{award}” năm {year}", award=self.name_of(found["award"]), year=found["year"]
        )

    def number(self, value: int, need: Any) -> str:
        """Say a number: years where years are asked, and whether a factor is in them."""
        if not isinstance(need, duration.Aged | duration.Served | duration.InPost):
            return shown.number(value, self.locale)
        if isinstance(need, duration.Served) and need.factor > 1:
            return self.say("{years} năm, tính cả hệ số", n=value, years=value)
        return self.say("{years} năm", n=value, years=value)

    def listed(self, value: tuple[Any, ...], need: Any) -> str:
        """Say what a list holds: years, drawn together, or facts one after another."""
        if isinstance(need, asked.Run):
            return shown.runs(range(value[0], value[1] + 1), self.locale)
        if not all(isinstance(item, int) for item in value):
            return ", ".join(self.item(item) for item in value)
        if len(value) == 1:
            return self.say("năm {year}", year=value[0])
        return self.say("các năm {years}", n=len(value), years=shown.runs(value, self.locale))

    def item(self, item: Any) -> str:
        """Say one thing of a list: a word, or a fact by the words that tell it."""
        if isinstance(item, str):
            return self.term(item)
        if isinstance(item, Proceeding):
            return f"{self.proceeding(item)} {self.days(item)}"
        told = [getattr(item, name) for name in TOLD if hasattr(item, name)]
        ran = [self.days(item)] if isinstance(item, Disciplined) else []
        return " ".join([*(self.word(value) for value in told if value is not None), *ran])

    def proceeding(self, item: Proceeding) -> str:
        """Say what a proceeding is: by a word of ours, or in quotation marks as the record has it."""
        return self.say(PROCEEDINGS[item.kind]) if item.kind in PROCEEDINGS else f"“{item.kind}”"

    def days(self, item: Disciplined | Proceeding) -> str:
        """Say from which day to which something ran; its end is the first day on which it no longer does."""
        since = shown.day(item.since, self.locale)
        if item.until is None:
            return self.say("từ ngày {since}, chưa kết thúc", since=since)
        if item.until == NOT_SAID:
            return self.say("từ ngày {since}, chưa ghi ngày kết thúc", since=since)
        until = shown.day(item.until, self.locale)
        return self.say("từ ngày {since} đến trước ngày {until}", since=since, until=until)

    def word(self, value: Any) -> str:
        """Say one word of a fact."""
        return shown.day(value, self.locale) if isinstance(value, date) else self.term(value)
