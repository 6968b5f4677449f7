"""``plan``: what is missing for an award, the earliest year it can be met, and the way there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from thidua.book.law import Law, LawChoice
from thidua.book.transition import Governing
from thidua.merit.assess import assess, resolve
from thidua.merit.blocked import Barred, blockers, judged
from thidua.merit.climb import Climb
from thidua.merit.enough import everything
from thidua.merit.feats import of_feat
from thidua.merit.future import whole
from thidua.merit.lacking import lacking
from thidua.merit.ladder import Road, ladder, roads
from thidua.merit.measures import PENDING, UNKNOWN
from thidua.merit.planned import Blocker, Plan, Receipt, Route, Step, Task, short_of
from thidua.merit.program import judge_of, program
from thidua.merit.route import Followed, follow
from thidua.merit.seek import Seeker
from thidua.merit.verdict import Verdict
from thidua.merit.wants import Initiatives, Want, Wants
from thidua.merit.yearly import At
from thidua.model.award import Award
from thidua.model.bounds import YEAR
from thidua.model.condition import Delegated
from thidua.model.dossier import Dossier
from thidua.model.finding import Finding

HORIZON = 100
"""No plan looks further ahead than so many years."""
AT_ONCE = 2
"""Beside another route, one by a feat is shown where it is open within so many years."""

OF_A_YEAR = ("members", "holders", "leads")
"""Facts of one year, which a plan achieves where they are not said."""


def plan(dossier: Dossier, award: str | Award, *, law: LawChoice | Governing) -> Plan:
    """Say what a record is short of, the earliest year in which an award can be met, and how.

    The years are taken in turn, each with all that may be achieved in it, until the award's standard is met; then what
    is not needed is left out, and what is left is followed year by year with the rules of :func:`thidua.assess`. A plan
    promises nothing: what it takes for granted is told by ``assumptions``.

    Args:
        dossier: the facts; the first year that may be planned is the dossier's own.
        award: an award, or its id, short form or official name.
        law: the law of a day, taken to hold in every year of the plan; or ``thidua.law_on`` itself, and the day the
            dossier was received picks the law; or what :func:`thidua.governing` found. A transitional clause speaks of
            the dossier that was received and of no later one: what it keeps under its law is planned by that law where
            it is met on its facts, else all is planned by the law of the day it is judged.

    Raises:
        UnknownTerm: no such award.
        NotInForce: the award does not exist on that day.
        InputError: the dossier is to pick the law, but does not say when it was received; or ``governing`` was asked
            about another day.

    >>> from datetime import date
    >>> import thidua
    >>> record = thidua.load_dossier({
    ...     "subject": {"kind": "individual", "tracks": ["civil-servant"]}, "year": 2024, "known_from": 2023,
    ...     "joined": "2023-01-01", "years": [{"year": 2023, "rating": "excellent"}, {"year": 2024, "rating": "good"}],
    ...     "awards": [{"award": "CSTĐCS", "year": 2023}]})
    >>> plan = thidua.plan(record, "CSTĐTQ", law=thidua.law_on(date(2024, 12, 20)))
    >>> plan.earliest, plan.blockers
    (2028, ())
    >>> [(step.year, [receipt.award.short[0] for receipt in step.receive]) for step in plan.steps[-2:]]
    [(2027, ['CSTĐCS', 'CSTĐ tỉnh']), (2028, ['CSTĐCS', 'CSTĐ tỉnh', 'CSTĐTQ'])]
    """
    if isinstance(law, Governing):
        return _governed(dossier, award, law)
    law = resolve(law, dossier)
    verdict = assess(dossier, award, law=law)
    goal, record = verdict.award, whole(dossier)
    if program(law, goal).stops(record.subject.kind):
        climb = _climb(law, record, goal, feats=False)
        climb.reach(record.year)
        return Plan(verdict, (), blockers(climb, goal, [verdict.read]), tuple(short_of(verdict.findings)))
    lanes = [_Lane(road, judge_of(road.tree)) for road in roads(program(law, goal).tree, record)]
    climb = _climb(law, record, goal, feats=False)
    ordinary, found = climb, _search(climb, lanes, HORIZON, verdict)
    left = [_Lane(lane.road, lane.judge) for lane in lanes if lane.earliest is None]
    if left:
        climb = _climb(law, record, goal, feats=True)
        feats = _search(climb, left, AT_ONCE if found else HORIZON, verdict)
        found += [route for route in feats if any(of_feat(about) for task in route.tasks for about in task.asked)]
    routes = tuple(sorted(found, key=lambda route: (route.feat, route.earliest, len(route.tasks))))
    if not routes:
        nearest = [lane.nearest for lane in left if lane.nearest is not None]
        nearest = nearest or [program(law, goal).judge(climb.most[max(climb.most)])]
        return Plan(verdict, (), blockers(climb, goal, nearest), tuple(short_of(verdict.read)))
    unsaid, unread = _unsaid(climb, goal), tuple(_unread(left))
    routes = tuple(attrs.evolve(route, unsaid=unsaid, unread=unread) for route in routes)
    best = next(lane for lane in lanes if lane.road.about is routes[0].about)
    closed = _ordinary_closed(ordinary, goal, lanes) if routes[0].feat else ()
    short = tuple(leaf for leaf in lacking(best.judge(dossier)) if leaf.outcome < PENDING)
    return Plan(verdict, routes, closed, short)


def _ordinary_closed(climb: Climb, goal: Award, lanes: Iterable[_Lane]) -> tuple[Blocker, ...]:
    """Name what keeps every way closed that could be planned; that a feat is missing is no such thing."""
    nearest = [lane.nearest for lane in lanes if lane.nearest is not None]
    nearest = [found for found in nearest if not any(of_feat(leaf.about) for leaf in short_of(found))]
    return blockers(climb, goal, nearest)


def _unsaid(climb: Climb, goal: Award) -> tuple[str, ...]:
    """Name the facts that the record leaves open, for the award or one on the way to it."""
    today = climb.base[climb.record.year]
    rungs = (each for rung in climb.ladder.rungs for each in judged(climb, rung, today))
    found = [program(climb.law, goal).judge(today), *rungs]
    paths = dict.fromkeys(path for standard in found for leaf in standard.walk() for path in leaf.missing)
    return tuple(path for path in paths if not path.startswith(OF_A_YEAR))


def _unread(closed: Iterable[_Lane]) -> Iterator[Finding]:
    """Yield what other ways leave to a text that was not read, where nothing else keeps them closed."""
    for lane in closed:
        if lane.earliest is None and lane.nearest is not None and lane.nearest.outcome is UNKNOWN:
            yield from (leaf for leaf in short_of(lane.nearest) if isinstance(leaf.need, Delegated))


def _governed(dossier: Dossier, award: str | Award, law: Governing) -> Plan:
    """Plan by the law that governs where it is met as it stands; years ahead are of dossiers yet to be received."""
    verdict = assess(dossier, award, law=law)
    if verdict.on_facts >= PENDING:
        return attrs.evolve(plan(dossier, award, law=verdict.law), verdict=verdict)
    return plan(dossier, award, law=law.later or law.laws[-1])


@attrs.define(eq=False)
class _Lane:
    """A road, what judges it, and the first year in which it is met."""

    road: Road
    judge: Callable[[Dossier], Finding]
    earliest: int | None = None
    closed: bool = False
    not_before: int = 0
    nearest: Finding | None = None
    """What it answered in the last of its best years."""

    def met(self, climb: Climb, year: int) -> bool:
        """Say whether the road is met by all that can be achieved, or, where it denies something, by nothing."""
        if year < self.not_before:
            return False
        finding = self.judge(climb.most[year])
        self.not_before = year + climb.wait(year, (finding,))
        if self.nearest is None or finding.outcome >= self.nearest.outcome:
            self.nearest = finding
        return finding.outcome >= PENDING or self.judge(climb.base[year]).outcome >= PENDING


def _climb(law: Law, record: Dossier, goal: Award, *, feats: bool) -> Climb:
    return Climb(law, record, goal, ladder(law, goal, record), feats)


def _search(climb: Climb, lanes: Iterable[_Lane], horizon: int, verdict: Verdict) -> list[Route]:
    """Climb until every road is met or closed, or the horizon is reached; return the routes found."""
    start, barred = climb.record.year, Barred(climb)
    end, looked = start + horizon, False
    for year in range(start, min(end, YEAR.most)):
        climb.reach(year)
        look = not looked and year >= climb.open_from and climb.settled(year)
        looked = looked or look
        for lane in lanes:
            if lane.earliest is None and not lane.closed and lane.met(climb, year):
                lane.earliest = year
                end = min(end, year + AT_ONCE) if climb.feats else end
            elif look and lane.nearest is not None:
                lane.closed = barred.for_good(lane.nearest)
        if year >= end or all(lane.closed or lane.earliest is not None for lane in lanes):
            break
    met = [lane for lane in lanes if lane.earliest is not None]
    seeker = Seeker(climb)
    routes = [_route(seeker, lane.road, lane.earliest or 0, verdict) for lane in met]
    # What a route takes may meet the award earlier, by another route: that one is told.
    own = [route for lane, route in zip(met, routes, strict=True) if lane.earliest == route.earliest]
    return own or routes


def _route(seeker: Seeker, road: Road, year: int, verdict: Verdict) -> Route:
    """Work out a route that is met in a year."""
    climb = seeker.climb
    judge = program(climb.law, climb.goal).judge
    at = At(year, climb.goal.id, climb.record.commendation)
    wants = seeker.standard(road.tree.standard, at, Wants())
    followed = None if wants is None else follow(climb, wants, judge, year)
    if wants is None or followed is None:
        wants = everything(climb, year, road.about)
        followed = follow(climb, wants, judge, year)
    if followed is None:
        raise AssertionError(f"{road.about.code} is met in {year}, and no way there was found")
    steps = _steps(climb, wants, followed)
    return Route(road.about, followed.earliest, steps, climb.feats, followed.dossiers, verdict)


def _steps(climb: Climb, wants: Wants, followed: Followed) -> tuple[Step, ...]:
    """Lay the wants out by year."""
    steps = []
    for year, dossier in followed.dossiers.items():
        wanted = (want for want in wants.of.values() if want.kind != "award" and want.year == year)
        tasks = tuple(map(_task, sorted(wanted, key=lambda want: want.kind != "rated")))
        receipts = [
            Receipt(each.verdict, each.record.commendation, wants.of["award", year, each.record.award].asked)
            for each in followed.received
            if each.record.year == year
        ]
        if year == followed.earliest:
            goal = Verdict(followed.goal, climb.goal, dossier, climb.law)
            receipts.append(Receipt(goal, climb.record.commendation))
        if tasks or receipts:
            steps.append(Step(year, tasks, tuple(receipts), dossier))
    return tuple(steps)


def _task(want: Want) -> Task:
    """Make the task that a want is."""
    if isinstance(want.value, Initiatives):
        return Task(want.year, want.value.first, want.kind, want.value.asked, want.asked)
    return Task(want.year, want.year, want.kind, want.value, want.asked)
