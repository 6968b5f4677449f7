"""A plan on a line of years: what is on record, and ahead of it what to achieve and to be proposed for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

import attrs

from thidua.model.citation import Citation
from thidua.model.timeline import MOST, Lane, Looked, Mark, Timeline
from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.explain import cited, phrases_for
from thidua.wording.phrases import Phrases
from thidua.wording.record_words import AHEAD
from thidua.wording.terms import OUTCOMES
from thidua.wording.timeline import lanes, with_legend

if TYPE_CHECKING:
    from thidua.merit.planned import Plan, Route, Task

BACK: Final = 5
"""So many years of the record are drawn before a long way ahead."""
GOAL: Final = "◎"
TASK: Final = "□"
RECEIPT: Final = "○"


def plan_line(plan: Plan, locale: str) -> Timeline:
    """Lay a plan's best route out on a line of years; where no way is open, what keeps it closed."""
    say, phrases = speaker(locale), phrases_for(plan.law, locale)
    title, now = _title(plan, locale, say), plan.dossier.year
    if not plan.routes:
        kept_back = tuple(
            Looked(now, now, each.finding.outcome, phrases.need(each.finding), cited(each.citation, say))
            for each in plan.blockers
        )
        record = tuple(lanes(plan.dossier, phrases, say))
        return with_legend(Timeline(title, record, kept_back, ""), None, phrases, record)
    route = plan.routes[0]
    ahead = [(each.award.id, step.year, RECEIPT) for step in route.steps for each in step.receive]
    *_, (award, year, _) = ahead
    ahead[-1] = (award, year, GOAL)
    goal = route.steps[-1].receive[-1].verdict
    met = Looked(year, year, goal.outcome, say(OUTCOMES[goal.outcome.name]), cited(plan.award.citation, say))
    record = tuple(lanes(plan.dossier, phrases, say, ahead))
    most = max(MOST, route.earliest - now + 1 + BACK)
    drawn = Timeline(title, (*_tasks(route, phrases, say), *record), (met,), "", most=most)
    return with_legend(drawn, None, phrases, record, tuple(_signs(drawn, route.tasks, say)))


def _title(plan: Plan, locale: str, say: Say) -> str:
    name, year, now = shown.name(plan.award, locale), plan.earliest, plan.dossier.year
    if year is None:
        return say("{award}: chưa có đường nào (hồ sơ năm {now})", award=name, now=now)
    if plan.routes[0].feat:
        return say(
            "{award}: có thành tích không lên kế hoạch được thì sớm nhất năm {year} (hồ sơ năm {now})",
            award=name,
            year=year,
            now=now,
        )
    return say("{award}: sớm nhất năm {year} (hồ sơ năm {now})", award=name, year=year, now=now)


def _tasks(route: Route, phrases: Phrases, say: Say) -> Iterator[Lane]:
    """Draw what is to be achieved: one row for all that reads alike, a sign in the last year that will do for each."""
    found: dict[str, list[Task]] = {}
    for task in route.tasks:
        found.setdefault(phrases.asks(task.key, task.value), []).append(task)
    for told, tasks in found.items():
        where = _cited(dict.fromkeys(citation for task in tasks for citation in task.citations), say)
        yield Lane(f"{told} ({where})" if where else told, tuple(mark for task in tasks for mark in _task(task, told)))


def _task(task: Task, told: str) -> Iterator[Mark]:
    if task.since < task.year:
        yield Mark(task.since, task.year, "▬", f"{told}, {task.since}–{task.year}")
    yield Mark(task.year, task.year, TASK, f"{told}, {task.year}")


def _cited(citations: Iterable[Citation], say: Say) -> str:
    """Cite articles, each document once."""
    found: dict[object, Citation] = {}
    for each in citations:
        key = (each.document, each.amended_by)
        first = found.get(key)
        found[key] = each if first is None else attrs.evolve(first, article=f"{first.article}, {each.article}")
    return "; ".join(cited(each, say) for each in found.values())


def _signs(drawn: Timeline, tasks: Iterable[Task], say: Say) -> Iterator[str]:
    """Say what the signs mean that lie ahead."""
    signs = {mark.sign for lane in drawn.lanes for mark in lane.marks}
    if any(task.since < task.year for task in tasks):
        signs.add("▬□")
    yield from (f"{sign} {say(told)}" for sign, told in AHEAD.items() if sign in signs)
