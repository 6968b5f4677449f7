"""A plan in prose."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from thidua.merit.planned import Plan
from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.explain import cited, glossed, phrases_for, tree
from thidua.wording.phrases import Phrases
from thidua.wording.plan_words import ASSUMED, DAYS
from thidua.wording.record_words import LISTS
from thidua.wording.terms import OUTCOMES, TERMS

if TYPE_CHECKING:
    from thidua.merit.planned import Assumption, Blocker, Route, Step, Task


def explain_plan(plan: Plan, locale: str) -> str:
    """Tell a plan: what is short today, each route year by year, what it takes for granted, or what keeps it closed."""
    say, phrases = speaker(locale), phrases_for(plan.law, locale)
    award = shown.name(plan.award, locale)
    day = shown.full_day(plan.law.day, locale)
    if plan.earliest is None:
        head = say("Chưa có đường nào tới “{award}”, theo pháp luật ngày {day}.", award=award, day=day)
    elif plan.routes[0].feat:
        head = say(
            "“{award}” không lên kế hoạch được; có thành tích ấy thì sớm nhất năm {year}, theo pháp luật ngày {day}.",
            year=plan.earliest,
            award=award,
            day=day,
        )
    else:
        head = say(
            "Sớm nhất năm {year}: “{award}”, theo pháp luật ngày {day}.", year=plan.earliest, award=award, day=day
        )
    lines = [head]
    lines += ["", say("Hôm nay (năm {year}): {outcome}.", year=plan.dossier.year, outcome=_outcome(plan, say))]
    if plan.short:
        lines += [say("Còn thiếu:"), *(f"  {line}" for each in plan.short for line in tree(each, phrases, say))]
    for number, route in enumerate(plan.routes, 1):
        lines += ["", _headed(route, number, say)]
        for step in route.steps:
            lines += [f"  {line}" for line in _step(step, phrases, say)]
    if plan.blockers:
        head = say("Không lên kế hoạch được, vì:") if plan.routes else say("Điều mà thời gian không khắc phục:")
        lines += ["", head]
        lines += [f"  - {_blocker(each, phrases, say)}" for each in plan.blockers]
    if plan.assumptions:
        lines += ["", say("Kế hoạch coi như:")]
        lines += [f"  - {_assumed(each, phrases, locale)}" for each in plan.assumptions]
    return "\n".join(lines)


def _outcome(plan: Plan, say: Say) -> str:
    return say(OUTCOMES[plan.verdict.outcome.name]).lower()


def _headed(route: Route, number: int, say: Say) -> str:
    """Return the line over a route: which one, how soon, and whether it can be planned at all."""
    where = f" ({cited(route.about.citation, say)})" if route.about.citation else ""
    text = say("Đường {number}, năm {year}{where}:", number=number, year=route.earliest, where=where)
    return text + (" " + say("dựa vào thành tích không lên kế hoạch được") if route.feat else "")


def _step(step: Step, phrases: Phrases, say: Say) -> Iterator[str]:
    yield say("Năm {year}", year=step.year)
    for task in step.achieve:
        yield f"  - {_task(task, phrases, say)}"
    for receipt in step.receive:
        name = phrases.name_of(receipt.award.id)
        if receipt.commendation is None:
            yield "  - " + say("đề nghị tặng “{award}”", award=name)
        else:
            kind = say(TERMS[receipt.commendation])
            yield "  - " + say("đề nghị tặng “{award}”, loại hình {kind}", award=name, kind=kind)


def _task(task: Task, phrases: Phrases, say: Say) -> str:
    text = phrases.asks(task.key, task.value)
    if task.since < task.year:
        text += say(", trong các năm {first}–{last}", first=task.since, last=task.year)
    where = "; ".join(dict.fromkeys(cited(citation, say) for citation in task.citations))
    return f"{text} ({where})" if where else text


def _blocker(blocker: Blocker, phrases: Phrases, say: Say) -> str:
    name = phrases.name_of(blocker.award.id)
    what = phrases.need(blocker.finding)
    where = f" ({cited(blocker.citation, say)})" if blocker.citation else ""
    text = say("“{award}”: {what}{where}", award=name, what=what, where=where)
    if blocker.code == "unsaid":
        text += say(" — cần bổ sung: {paths}", paths=", ".join(map(phrases.fact, blocker.supply)))
    return text


def _assumed(each: Assumption, phrases: Phrases, locale: str) -> str:
    """Say one thing that a plan takes for granted."""
    say = speaker(locale)
    detail = each.detail if locale == "vi" or each.gloss is None else each.gloss
    if each.code in DAYS:
        detail = shown.full_day(date.fromisoformat(detail), locale)
    elif each.code == "record":
        detail = shown.listed([say(LISTS[name]) for name in detail.split()], locale)
    elif each.code == "reading":
        detail = glossed(detail, locale)
    elif each.code == "unsaid":
        detail = phrases.fact(detail)
    elif each.code == "capped-rating":
        detail = say(TERMS[detail])
    where = f" ({cited(each.citation, say)})" if each.citation else ""
    return say(ASSUMED[each.code], detail=detail, where=where)
