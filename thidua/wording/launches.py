"""A launch, and the awards that reviews open, in prose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from thidua.model.finding import Finding, Outcome
from thidua.wording import shown
from thidua.wording.catalogue import speaker
from thidua.wording.explain import cited
from thidua.wording.launch_words import HEADS, PARTS, PLACES
from thidua.wording.terms import MARKS, RESULTS, TERMS

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from thidua.model.launchplan import Target
    from thidua.movement.reviews import Opening


def launch_text(finding: Finding, locale: str) -> str:
    """Tell what a launch states and what it does not, from the finding of ``check_launch``.

    Args:
        finding: the finding.
        locale: ``"vi"`` or ``"en"``.

    Raises:
        UnknownTerm: a language that is not there.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> from thidua.model.launchplan import LaunchPlan
    >>> from thidua.movement.launches import check_launch
    >>> plan = LaunchPlan(name="Thi đua nước rút", launched_by="commune", scope="nation")
    >>> print(launch_text(check_launch(plan, law_on(date(2024, 5, 1))), "vi").splitlines()[1])
    ✗ do Chủ tịch Ủy ban nhân dân cấp xã phát động trong phạm vi toàn quốc (khoản 3 Điều 18 Luật 06/2022/QH15)
    """
    told = _Told(locale)
    return "\n".join([f"{MARKS[finding.outcome.name]} {finding.have}", *told.lines(finding)])


def opening_text(opening: Opening, locale: str) -> str:
    """Tell an award that a review opens: for whom, with which result, by which clause."""
    return _Told(locale).opening(opening)


class _Told:
    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.say = speaker(locale)

    def lines(self, finding: Finding) -> Iterator[str]:
        for child in finding.children:
            where = f" ({cited(child.citation, self.say)})" if child.citation else ""
            beside = child.code == "unread" and child.outcome is Outcome.MET  # a caveat, which nothing is met by
            yield f"{'·' if beside else MARKS[child.outcome.name]} {self.sentence(child)}{where}"
            for each in child.children:
                yield f"  {MARKS[each.outcome.name]} {self.target(each.have)}"

    def sentence(self, finding: Finding) -> str:
        """Say one finding."""
        match finding.code:
            case "launcher":
                return self.launcher(finding)
            case "manner":
                entry = finding.about.subject
                return self.say("hình thức: {manner}", manner=shown.name(entry, self.locale))
            case "parent":
                return self.parent(finding)
            case "carries":
                return self.carried(finding)
            case "unread":
                text = finding.about.subject
                return self.say("văn bản chưa đọc: {detail}", detail=text.why if self.locale == "vi" else text.gloss)
        part = self.say(PARTS[finding.code])
        return self.say("có nêu {part}" if finding.outcome is Outcome.MET else "chưa nêu {part}", part=part)

    def launcher(self, finding: Finding) -> str:
        """Say who launched it, and where."""
        by, scope = finding.have
        if by is None:
            return self.say("chưa rõ ai phát động")
        if scope is None:
            return self.say("do {by} phát động, chưa rõ trong phạm vi nào", by=self.say(HEADS[by]))
        return self.say(
            "do {by} phát động trong phạm vi {scope}", by=self.say(HEADS[by]), scope=self.say(PLACES[scope])
        )

    def parent(self, finding: Finding) -> str:
        """Say whether it follows the movement that it carries out."""
        if finding.need is None:
            return self.say("không tìm thấy phong trào được hưởng ứng “{name}”", name=finding.about.subject)
        if finding.have is None:
            return self.say("chưa rõ ngày của kế hoạch; phong trào “{name}”", name=finding.about.subject.name)
        told = {
            "day": shown.day(finding.have, self.locale),
            "parent": shown.day(finding.need, self.locale),
            "name": finding.about.subject.name,
        }
        match finding.outcome:
            case Outcome.MET:
                return self.say("kế hoạch ngày {day}, khi phong trào “{name}” đã có (từ {parent})", **told)
            case Outcome.NOT_MET:
                return self.say("kế hoạch ngày {day} có trước phong trào “{name}” (từ {parent})", **told)
        return self.say("kế hoạch ngày {day}; phong trào “{name}” chưa rõ ngày phát động, chậm nhất {parent}", **told)

    def carried(self, finding: Finding) -> str:
        """Say whether a movement is called so."""
        have, need = finding.have, finding.need
        if need is None:
            return self.say("không tìm thấy phong trào “{have}”", have=have)
        if finding.outcome is Outcome.NOT_MET:
            return self.say("“{have}” là tên cũ; nay là “{need}”", have=have, need=need)
        return self.say("phong trào “{need}”", need=need)

    def target(self, target: Target) -> str:
        """Say a target, its number and its day."""
        told = [target.what]
        if target.at_least is not None:
            told.append(self.say("từ {limit} trở lên", limit=self.amount(target.at_least, target.unit)))
        elif target.at_most is not None:
            told.append(self.say("không quá {limit}", limit=self.amount(target.at_most, target.unit)))
        elif target.above is not None:
            told.append(self.say("cao hơn {base}", base=target.above))
        elif target.below is not None:
            told.append(self.say("thấp hơn {base}", base=target.below))
        else:
            told.append(self.say("không nêu số"))
        day = target.before and shown.day(target.before, self.locale)
        told.append(self.say("trước ngày {day}", day=day) if day else self.say("không nêu ngày"))
        return "; ".join(told)

    def amount(self, number: Decimal | Fraction, unit: str | None) -> str:
        """Say a number with its unit."""
        return f"{shown.number(number, self.locale)} {unit or ''}".strip()

    def opening(self, each: Opening) -> str:
        """Say one award that a review opens."""
        whom = shown.listed([self.say(TERMS[kind]) for kind in each.recipients], self.locale)
        results = shown.listed([self.say(RESULTS[word]) for word in each.results], self.locale, style="or")
        award = shown.name(each.award, self.locale)
        if each.delegated is not None:
            detail = each.delegated.label if self.locale == "vi" else each.delegated.gloss
            body = self.say("“{award}” cho {whom}: {detail}", award=award, whom=whom, detail=detail)
            return f"{MARKS[each.outcome.name]} {body} ({cited(each.citation, self.say)})"
        body = self.say("“{award}” cho {whom}, kết quả: {results}", award=award, whom=whom, results=results)
        if each.asked.years is not None:
            body += self.say("; phong trào từ {years} năm trở lên", years=each.asked.years)
        if each.full_on is not None:
            body += self.say(", đủ từ ngày {day}", day=shown.day(each.full_on, self.locale))
        text = f"{MARKS[each.outcome.name]} {body} ({cited(each.citation, self.say)})"
        if each.missing:
            text += "; " + self.say("cần có: {missing}", missing=", ".join(each.missing))
        if each.unread is not None:
            text += "; " + self.say("văn bản chưa đọc: {detail}", detail=cited(each.unread, self.say))
        return text
