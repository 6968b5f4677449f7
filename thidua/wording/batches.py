"""A batch of decisions in prose: powers, recipients, caps, shares and money, each with its article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from math import ceil, floor
from types import MappingProxyType
from typing import Any

from thidua.model.award import Award
from thidua.model.decision import Decision
from thidua.model.finding import Finding, Outcome
from thidua.model.outline import Unread
from thidua.wording import shown
from thidua.wording.catalogue import Say
from thidua.wording.explain import body, cited
from thidua.wording.share_words import RATED
from thidua.wording.terms import BY_CODE, COUNTED, MARKS, MEASURES, OUTCOMES, REASONS, TERMS


class Batch:
    """Puts the findings on a batch into lines of one language."""

    def __init__(self, locale: str, say: Say) -> None:
        self.locale = locale
        self.say = say

    def row(self, number: int, decision: Decision, award: Award | None) -> str:
        """Name a row: its number, award, recipients and count."""
        if award is None:
            name = decision.award or self.say("(không nêu danh hiệu, hình thức)")
        else:
            name = shown.name(award, self.locale)
        number_shown = shown.number(decision.count, self.locale)
        recipients = self.say(COUNTED[decision.recipient], n=decision.count, number=number_shown)
        kinds = f", {self.say(TERMS[decision.commendation])}" if decision.commendation else ""
        return f"{number}. {name}: {recipients}{kinds}"

    def finding(self, finding: Finding) -> Iterator[str]:
        """Say what a check of one row found, and what it notes."""
        mark = MARKS[finding.outcome.name]
        where = f" ({cited(finding.citation, self.say)})" if finding.citation else ""
        yield f"{mark} {self.sentence(finding)}{where}"
        for child in finding.children:
            where = f" ({cited(child.citation, self.say)})" if child.citation else ""
            yield f"  · {self.sentence(child)}{where}"

    def sentence(self, finding: Finding) -> str:
        """Say one finding."""
        say, subject, have = self.say, finding.about.subject, finding.have
        if isinstance(subject, Unread):
            return say("văn bản chưa đọc: {detail}", detail=subject.why if self.locale == "vi" else subject.gloss)
        if finding.code in BY_CODE:
            return say(BY_CODE[finding.code], have=have)
        match finding.code:
            case "recipient":
                return self.recipient(finding)
            case "award-not-in-force":
                return self.not_of_the_day(finding)
            case "normalised":
                return say("ghi “{have}”: hiểu là {office}", have=have, office=self.office(finding, finding.need))
            case "office-ambiguous":
                return say("“{have}” có thể là {offices}", have=have, offices=self.offices(finding))
            case "names-disagree":
                names = [f"“{self.office(finding, name)}”" for name in have]
                return say("quyết định ghi cả {names}", names=shown.listed(names, self.locale))
            case "given-to":
                return say("giao cho {offices}", offices=self.offices(finding))
            case "left-to":
                return say("luật giao cho {body} quy định", body=body(finding.need, say))
        return self.power(finding)

    def not_of_the_day(self, finding: Finding) -> str:
        """Say that there is no such award on the day, and from when it is where an article says so."""
        since = finding.need.since if finding.citation else None
        if since is None:
            return self.say(REASONS["award-not-in-force"])
        return self.say("danh hiệu, hình thức này có từ ngày {day}", day=shown.full_day(since, self.locale))

    def recipient(self, finding: Finding) -> str:
        """Say whom an award is for, and to whom it was given."""
        if finding.outcome is Outcome.UNKNOWN:
            return self.say("đối tượng: chưa kết luận được")
        fits = shown.listed([self.say(TERMS[kind]) for kind in finding.need], self.locale, style="or")
        to = self.say(TERMS[finding.have])
        return self.say("đối tượng: tặng cho {kinds}; quyết định tặng cho {have}", kinds=fits, have=to)

    def power(self, finding: Finding) -> str:
        """Say who decided and who may."""
        if finding.have is None:
            return self.say(REASONS["nameless" if "award" in finding.missing else "unsigned"])
        have = self.office(finding, finding.have)
        if finding.outcome is Outcome.MET:
            return self.say("thẩm quyền: {have} quyết định", have=have)
        if finding.outcome is Outcome.UNKNOWN and finding.children:
            return self.say("thẩm quyền: chưa kết luận được; quyết định ghi {have}", have=have)
        if not finding.need:
            return self.say("thẩm quyền: {have}; văn bản đã đọc không nêu người quyết định", have=have)
        may = self.offices(finding)
        return self.say("thẩm quyền thuộc {offices}; quyết định ghi {have}", offices=may, have=have)

    def offices(self, finding: Finding) -> str:
        """Name the offices a finding asks for."""
        return shown.listed([self.office(finding, name) for name in finding.need], self.locale, style="or")

    def office(self, finding: Finding, name: str) -> str:
        """Name an office."""
        for office in getattr(finding.about.subject, "offices", ()):
            if office.id == name:
                return shown.name(office, self.locale)
        return name

    def rate(self, result: Any, name_of: Any) -> str:
        """Say one cap on one unit."""
        say = self.say
        named = shown.listed([f"“{name}”" for name in capped(result, name_of, say)], self.locale, style="or")
        head = f"{MARKS[result.outcome.name]} {named}{place(result.unit, result.group, result.year)}"
        where = cited(result.citation, say)
        if result.reason is not None:
            return f"{head}: {say(REASONS[result.reason])} ({where})"
        body = say(
            "{count}/{base} = {share}, mức trần {limit}: được tối đa {allowed}",
            count=shown.number(result.count, self.locale),
            base=shown.number(result.base, self.locale),
            share="–" if result.share is None else shown.beside(result.share, [result.limit], self.locale),
            limit=shown.limit(result.limit, self.locale),
            allowed=shown.number(result.allowed, self.locale),
        )
        return f"{head}: {body} ({where})"

    def rate_notes(self, result: Any) -> Iterator[str]:
        """Say of what a cap on a rating is taken, what is missing, and which text was not read."""
        if result.rating is not None and result.base_kind in RATED:
            yield "· " + self.say(RATED[result.base_kind], rating=self.say(TERMS[result.base_rating]))
        for option, outcome in result.otherwise.items():
            [name] = result.reading
            told = self.say(OUTCOMES[outcome.name])
            yield "· " + self.say(
                "đang dùng cách hiểu {name} = {used}; với {option}: {outcome}",
                name=name,
                used=result.reading[name],
                option=option,
                outcome=told[:1].lower() + told[1:],
            )
        if result.missing:
            yield "· " + self.say("cần có: {missing}", missing=", ".join(result.missing))
        for text in result.caveats:
            detail = text.why if self.locale == "vi" else text.gloss
            yield "· " + self.say("văn bản chưa đọc: {detail}", detail=detail)

    def split(self, finding: Finding) -> str:
        """Say where the peer groups of a unit do not divide it."""
        say, at = self.say, finding.about.subject
        where = f"{place(at.unit, None, at.year)} ({cited(finding.citation, say)})" if finding.citation else ""
        head = MARKS[finding.outcome.name]
        if finding.code == "in-no-group":
            number = shown.number(finding.have, self.locale)
            told = say("{number} người không thuộc nhóm nào", n=finding.have, number=number)
        elif finding.code == "in-two-groups":
            names = (f"{name} ({', '.join(groups)})" for name, groups in finding.have.items())
            told = say("có người thuộc hai nhóm: {names}", names="; ".join(names))
        else:
            told = say(
                "các nhóm cộng lại là {have}, cả đơn vị là {need}",
                have=shown.number(finding.have, self.locale),
                need=shown.number(finding.need, self.locale),
            )
        return f"{head} {told}{where}"

    def shares(self, report: Any, limits: Mapping[str, Iterable[Fraction]] = MappingProxyType({})) -> Iterator[str]:
        """Say who was rewarded, class by class; unknown classes are said.

        A share stays on its side of the ``limits`` that targets set for its measure.
        """
        if not any(report.counts.values()):  # of nobody there is no share, and nothing that a class would tell
            yield self.say("không có cá nhân, hộ gia đình nào")
            return
        for name, count in report.counts.items():
            if count:
                yield f"{self.say(TERMS[name])}: {shown.number(count, self.locale)}"
        for name, label in MEASURES.items():
            value = getattr(report, name)
            if value is not None:
                yield f"{self.say(label)}: {shown.beside(value, limits.get(name, ()), self.locale)}"
            else:
                low, high = report.bounds(name)
                near = tuple(limits.get(name, ()))
                yield self.say(
                    "{label}: chưa kết luận được, từ {low} đến {high}",
                    label=self.say(label),
                    low=shown.beside(low, near, self.locale, floor),
                    high=shown.beside(high, near, self.locale, ceil),
                )


def capped(result: Any, name_of: Any, say: Say) -> list[str]:
    """Name what a cap counts: its awards, or its rating."""
    return [say(TERMS[result.rating])] if result.rating else [name_of(award) for award in result.awards]


def place(*parts: str | int | None) -> str:
    """Say where and when: after a dash, as far as it is known."""
    known = ", ".join(str(part) for part in parts if part is not None)
    return f" — {known}" if known else ""
