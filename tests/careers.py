"""Careers in any number, for tables and benchmarks: realistic ones that climb, with every oddity a record may have.

A career has a goal, one rule of the law of some day, and gets what its clauses ask: so that the outcomes are spread
over all awards, and not all of them are "no". Then life happens: gaps, doubles, measures, things nobody wrote down.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any, get_args

import attrs

import thidua
from thidua.book.catalogue import catalogue
from thidua.book.law import Law
from thidua.book.shelf import changes
from thidua.model import vocabulary as words
from thidua.model.dossier import LISTS, Dossier
from thidua.model.facts import (
    NOT_SAID,
    Absence,
    Achievement,
    AwardRecord,
    Disciplined,
    Initiative,
    Interval,
    Lead,
    Members,
    MovementResult,
    Post,
    Proceeding,
    Service,
    Subject,
    YearRecord,
)
from thidua.model.provision import Rule

FIRST, LAST = date(2004, 7, 1), date(2026, 12, 31)
"""The days on which a career's dossier may be received."""
GOAL_DAYS = (FIRST, date(2012, 1, 1), date(2016, 3, 1), date(2020, 1, 1), date(2025, 8, 1), LAST)
"""Days whose laws set the goals; most careers aim at the law of the last but one."""

_KINDS, _BODIES, _FORCES = get_args(words.Kind), get_args(words.Body), get_args(words.Force)
_TRACKS, _SEXES, _COMMENDATIONS = get_args(words.Track), get_args(words.Sex), get_args(words.Commendation)
_TITLES = {
    "individual": ("lao-dong-tien-tien", "chien-si-thi-dua-co-so", "chien-si-thi-dua-bo-ban-nganh-tinh"),
    "collective": ("tap-the-lao-dong-tien-tien", "tap-the-lao-dong-xuat-sac", "co-thi-dua-cua-bo-ban-nganh-tinh"),
    "household": ("gia-dinh-van-hoa", "gia-dinh-van-hoa", "gia-dinh-van-hoa"),
}


def careers(count: int, seed: int, kind: words.Kind | None = None) -> list[Dossier]:
    """Make so many careers, the same for the same seed, each with an id of its own; of one kind of subject if given."""
    rng = Random(seed)  # noqa: S311  # nothing here is secret
    return [_career(rng, f"{rng.choice(('A-', 'Đội ', 'nv/'))}{index}", kind) for index in range(count)]


@attrs.frozen(eq=False)
class Node:
    """A clause with those it is made of, ready to be climbed."""

    id: str
    key: str
    value: Any
    commendations: tuple[words.Commendation, ...] = ()
    parts: tuple[Node, ...] = ()


@attrs.frozen(eq=False)
class Goal:
    """One rule: whom it speaks of, and what it asks."""

    rule: Rule
    all: tuple[Node, ...]
    any: tuple[Node, ...]


@cache
def _goals(day: date, kind: str) -> tuple[tuple[Goal, ...], ...]:
    """The goals of a day for one kind of subject, award by award."""
    law = thidua.law_on(day, unread="last-text")
    found: dict[str, list[Goal]] = {}
    for placed in law.of(Rule):
        if kind in placed.entry.recipients:
            parts = [
                tuple(_node(law, name, placed) for name in names) for names in (placed.entry.all, placed.entry.any)
            ]
            found.setdefault(placed.entry.award, []).append(Goal(placed.entry, *parts))
    return tuple(map(tuple, found.values()))


def _node(law: Law, name: str, near: Any) -> Node:
    placed = law.clause(name, near)
    key, value = placed.entry.condition
    names = value if key in ("all", "any", "none") else (value.within,) if key == "run" and value.within else ()
    parts = tuple(_node(law, each, placed) for each in names)
    if key == "meets":
        rules = [rule for award in value for rule in law.rules(law.award(award))]
        parts = tuple(_node(law, each, rule) for rule in rules[:1] for each in (*rule.entry.all, *rule.entry.any[:1]))
    return Node(placed.entry.id, key, value, tuple(placed.entry.commendation), parts)


@attrs.define(eq=False)
class Draft:
    """A career in the making."""

    rng: Random
    kind: words.Kind
    last: int
    received: date | None
    slips: float
    """How likely it is that one thing the goal asks is not there."""
    unsaid: float
    """How likely it is that something on record is not said."""
    subject: dict[str, Any] = attrs.field(factory=dict)
    commendation: words.Commendation | None = None
    joined: date | None = None
    founded: date | None = None
    ratings: dict[int, words.Rating] = attrs.field(factory=dict)
    lists: dict[str, list[Any]] = attrs.field(factory=lambda: {name: [] for name in (*LISTS, "leads")})
    members: dict[str, Any] = attrs.field(factory=dict)
    holders: dict[str, int] = attrs.field(factory=dict)
    judgements: list[str] = attrs.field(factory=list)

    def chance(self, share: float) -> bool:
        """Say yes in this share of cases."""
        return self.rng.random() < share

    def said(self, value: Any) -> Any:
        """Return the value, or None where nobody wrote it down."""
        return None if self.rng.random() < self.unsaid else value

    def ago(self, most: int) -> int:
        """Return a year up to so many years before the last."""
        return self.last - int(self.rng.random() * (most + 1))

    def day(self, year: int) -> date:
        """Return a day of the year: often its first or its last."""
        if self.chance(0.2):
            return date(year, 1, 1) if self.chance(0.5) else date(year, 12, 31)
        return date(year, 1, 1) + timedelta(days=int(self.rng.random() * 365))

    def rate(self, year: int, rating: words.Rating) -> None:
        """Rate a year, unless it is rated better."""
        if words.RATINGS.index(rating) > words.RATINGS.index(self.ratings.get(year, "failed")):
            self.ratings[year] = rating

    def give(self, award: str, year: int, commendation: words.Commendation | None = None) -> None:
        """Put an award on record."""
        rng = self.rng
        decided = self.day(year + (rng.random() < 0.5)) if rng.random() < 0.5 else None
        kind = commendation or self.said("merit" if rng.random() < 0.9 else rng.choice(_COMMENDATIONS))
        period = Interval(since=year - rng.randrange(1, 5), until=year) if rng.random() < 0.06 else None
        record = AwardRecord(award=award, year=year, commendation=kind, decided_on=decided, period=period)
        self.lists["awards"].append(record)


def _career(rng: Random, name: str, kind: words.Kind | None) -> Dossier:
    kind = kind or rng.choices(_KINDS, (50, 42, 8))[0]
    received = _received(rng)
    last = received.year - (rng.random() < 0.4)
    told = None if rng.random() < 0.25 else received
    sloppy, unsaid = rng.choice((0.0, 0.0, 0.05, 0.2)), rng.choice((0.0, 0.02, 0.15))
    draft = Draft(rng, kind, last, told, sloppy, unsaid)
    _ordinary(draft)
    for _ in range(rng.choice((1, 1, 2, 3))):
        _aim(draft)
    _life(draft)
    return _written(draft, name)


def _received(rng: Random) -> date:
    """Draw a day of any stretch of the law: its first, its last, or one between."""
    days = [FIRST, *(day for day in changes() if FIRST < day <= LAST), LAST + timedelta(days=1)]
    since = days[rng.randrange(len(days) - 1)]
    until = days[bisect_right(days, since)]
    return since + timedelta(days=rng.choice((0, (until - since).days - 1, rng.randrange((until - since).days))))


def _ordinary(draft: Draft) -> None:
    """Give a career its everyday years: ratings, and the titles that go with them."""
    rng = draft.rng
    good = rng.choice((0.3, 0.6, 0.9))
    low, middle, high = _TITLES[draft.kind]
    length = rng.randrange(0, 13)
    for year in range(draft.last - length + 1, draft.last + 1):
        if rng.random() < good:
            draft.rate(year, "excellent" if rng.random() < good else "good")
        else:
            draft.ratings.setdefault(year, rng.choice(words.RATINGS))
        rating = draft.ratings[year]
        if rating in ("good", "excellent") and rng.random() < 0.5:
            draft.give(low, year)
        if rating == "excellent" and rng.random() < 0.6:
            draft.give(middle, year)
            if (draft.last - year) % 3 == 0 and rng.random() < 0.5:
                draft.give(high, year)
    start = draft.last - max(length, rng.randrange(1, 45))
    if rng.random() < 0.6:
        draft.joined = draft.day(start)
    if draft.kind == "collective" and rng.random() < 0.7:
        draft.founded = draft.day(min(start, draft.joined.year if draft.joined else start))


def _aim(draft: Draft) -> None:
    """Let a career climb towards one award, by one rule of the law of a day."""
    rng = draft.rng
    goals = _goals(GOAL_DAYS[4] if rng.random() < 0.6 else rng.choice(GOAL_DAYS), draft.kind)
    goal = rng.choice(rng.choice(goals))
    _suit(draft, goal.rule)
    window = (draft.last - 9, draft.last)
    for node in goal.all:
        _climb(draft, node, window)
    if goal.any:
        _climb(draft, rng.choice(goal.any), window)


def _suit(draft: Draft, rule: Rule) -> None:
    """Make the subject one of those the rule speaks of, unless an earlier goal said otherwise."""
    rng, subject = draft.rng, draft.subject
    tracks = rule.tracks or tuple(track for track in _TRACKS if track not in rule.except_tracks)
    if rule.tracks or draft.kind == "individual":
        subject.setdefault("tracks", (rng.choice(tracks),))
    if rule.bodies or draft.kind == "collective":
        bodies = rule.bodies or tuple(body for body in _BODIES if body not in rule.except_bodies)
        subject.setdefault("body", rng.choice(bodies))
    if rule.armed or rule.forces:
        subject.setdefault("force", rng.choice(rule.forces or _FORCES))


def _climb(draft: Draft, node: Node, window: tuple[int, int]) -> None:
    """Put on record what a clause asks."""
    if node.commendations and draft.commendation is None:
        draft.commendation = draft.rng.choice(node.commendations)
    if node.key in ("all", "meets"):
        for part in node.parts:
            _climb(draft, part, window)
    elif node.key == "any":
        _climb(draft, draft.rng.choice(node.parts), window)
    elif node.key == "attested":
        draft.judgements.append(f"{node.id}/{node.value.name}")
    elif not draft.chance(draft.slips):
        if node.key == "run":
            _run(draft, node)
        elif node.key in _STEPS:
            _STEPS[node.key](draft, node.value, window)


def _run(draft: Draft, node: Node) -> None:
    asked = node.value
    length = asked.years + draft.rng.choice((0, 0, 0, 1, 2, -1 if draft.slips else 0))
    first = draft.last - length + 1
    for year in range(first, draft.last + 1):
        if asked.each.titles and (asked.each.rated is None or draft.chance(0.3)):
            draft.give(draft.rng.choice(asked.each.titles), year)
        else:
            draft.rate(year, asked.each.rated if draft.chance(0.3) else "excellent")
    if asked.after is not None:
        _holds(draft, asked.after, (first - 1, first - 1))
    for part in node.parts:
        _climb(draft, part, (max(first, draft.last - asked.years + 1), draft.last))


def _rated(draft: Draft, least: words.Rating, _: tuple[int, int]) -> None:
    draft.rate(draft.last, least if draft.chance(0.5) else "excellent")


def _rated_years(draft: Draft, asked: Any, window: tuple[int, int]) -> None:
    years = range(window[0], window[1] + 1)
    for year in draft.rng.sample(years, min(asked.times, len(years))):
        draft.rate(year, asked.rated)


def _holds(draft: Draft, asked: Any, window: tuple[int, int]) -> None:
    rng = draft.rng
    if asked.consecutive:
        step = max(1, asked.apart)
        years = [draft.last - asked.lag - step * number for number in range(asked.consecutive)]
    else:
        span = range(window[0], window[1] + 1)
        years = rng.sample(span, asked.times) if asked.times <= len(span) else [*span] * asked.times
    for year in years:
        draft.give(rng.choice(asked.awards), year, rng.choice(asked.commendations) if asked.commendations else None)
    if asked.after:
        draft.give(rng.choice(asked.after), min(years) - 1)


def _elapsed(draft: Draft, asked: Any, _: tuple[int, int]) -> None:
    year = draft.last - asked.years - draft.rng.choice((0, 0, 1, 3, -1 if draft.slips else 0))
    commendation = draft.rng.choice(asked.commendations) if asked.commendations else None
    draft.give(draft.rng.choice(asked.awards), year, commendation)


_ABOVE = {"recognised": "applied", "accepted": "applied"}


def _initiative(draft: Draft, asked: Any, window: tuple[int, int]) -> None:
    rng = draft.rng
    for number in range(asked.number):
        year = draft.last if asked.when == "year" else rng.randint(*window)
        status = asked.status if rng.random() < 0.6 else _ABOVE.get(asked.status, "applied")
        scope = rng.choice(asked.scopes or get_args(words.Scope))
        item = Initiative(
            year=year,
            kind=rng.choice(asked.kinds),
            id=draft.said(f"SK-{year}-{number}"),
            status=draft.said(status),
            scope=draft.said(scope),
        )
        draft.lists["initiatives"].append(item)


def _achievement(draft: Draft, asked: Any, window: tuple[int, int]) -> None:
    rng = draft.rng
    parts = rng.choice((1, 1, 2)) if asked.value else 1
    for _ in range(parts):
        item = Achievement(
            year=draft.last if asked.when == "year" else rng.randint(*window),
            kind=rng.choice(asked.kinds),
            degree=draft.said(rng.choice(asked.degrees or get_args(words.Degree))),
            scope=draft.said(rng.choice(asked.scopes or get_args(words.Scope))),
            recognised_by=draft.said(rng.choice(asked.recognised_by or get_args(words.Recogniser))),
            value=draft.said(-(-asked.value // parts) if asked.value else rng.randrange(10**10)),
            years=draft.said((asked.years or 0) + rng.randrange(4)),
        )
        draft.lists["achievements"].append(item)
    if asked.after:
        draft.give(rng.choice(asked.after), window[0] - 1)


def _movement(draft: Draft, asked: Any, _: tuple[int, int]) -> None:
    rng = draft.rng
    item = MovementResult(
        movement=rng.choice(("nong-thon-moi", "vi-nguoi-ngheo", "học tập suốt đời")),
        launched_by=draft.said(rng.choice(asked.launched_by or get_args(words.Launcher))),
        years=draft.said((asked.years or 1) + rng.randrange(3)),
        review=draft.said(rng.choice(asked.reviews or get_args(words.Review))),
        result=draft.said(rng.choice(asked.results or get_args(words.Result))),
        year=draft.said(draft.last),
    )
    draft.lists["movements"].append(item)


def _members(draft: Draft, asked: Any, _: tuple[int, int]) -> None:
    total = draft.members.setdefault("total", draft.rng.randrange(1, 61))
    share = asked.at_least if asked.at_least is not None else asked.above + Decimal("0.02")
    draft.members[asked.share] = min(total, -int(-share * total // 1) + draft.rng.randrange(2))


def _aged(draft: Draft, asked: Any, _: tuple[int, int]) -> None:
    age = max(asked.years or 10, 10)
    age = -(-age // 10) * 10 if asked.round else age + draft.rng.choice((0, 0, 1, 7, 20))
    draft.founded = draft.day(draft.last - age)


def _served(draft: Draft, asked: Any, _: tuple[int, int]) -> None:
    """Serve so long: in one stretch, or in stretches that overlap, touch, or leave out a day."""
    rng = draft.rng
    below = asked.below or asked.years + 12
    end = date(draft.last, 12, 31) if draft.received is None else draft.received
    years = asked.years + rng.choice((0, 0, 1, max(0, below - asked.years - 1)))
    since = date(end.year - years, end.month, min(end.day, 28)) - timedelta(days=rng.choice((0, 1, 20)))
    said = {
        "force": draft.said(rng.choice(asked.forces)) if asked.forces else None,
        "activity": draft.said(rng.choice(asked.activities)) if asked.activities else None,
        "hardship": draft.said(asked.hardship or draft.chance(0.2)),
        "border": draft.said(draft.chance(0.3)),
    }
    service = draft.lists["service"]
    if rng.random() < 0.5 or (end - since).days < 40:
        service.append(Service(since=since, until=_end_of(draft, end), **said))
        return
    middle = since + timedelta(days=rng.randrange(30, (end - since).days))
    service.append(Service(since=since, until=middle, **said))
    step = rng.choice((-29, 0, 0, 1, 2))
    service.append(Service(since=middle + timedelta(days=step), until=_end_of(draft, end, least=middle), **said))


def _end_of(draft: Draft, end: date, least: date | None = None) -> date | None:
    """Return the end of a stretch: that day, none, or unsaid."""
    end = end if least is None else max(end, least + timedelta(days=3))
    return draft.rng.choice((None, None, end, NOT_SAID if draft.unsaid else None))


def _post(draft: Draft, asked: Any, _: tuple[int, int]) -> None:
    most = asked.below or asked.months + 40
    months = max(1, asked.months + draft.rng.choice((0, 0, 1, max(0, most - asked.months - 1))))
    end = date(draft.last, 12, 31) if draft.received is None else draft.received
    since = end - timedelta(days=int(months * 30.5) + 5)
    draft.lists["posts"].append(Post(post=draft.rng.choice(asked.posts), since=since, until=_end_of(draft, end)))


def _leads(draft: Draft, asked: Any, _: tuple[int, int]) -> None:
    organiser = draft.rng.choice(asked.organisers or get_args(words.Organiser))
    draft.lists["leads"].append(Lead(year=draft.last, organiser=organiser))


def _of_subject(name: str) -> Callable[[Draft, Any, tuple[int, int]], None]:
    return lambda draft, value, _: draft.subject.__setitem__(name, value)


_STEPS: dict[str, Callable[[Draft, Any, tuple[int, int]], None]] = {
    "rated": _rated,
    "rated_years": _rated_years,
    "holds": _holds,
    "elapsed": _elapsed,
    "initiative": _initiative,
    "achievement": _achievement,
    "movement": _movement,
    "members": _members,
    "has_members": lambda draft, asked, _: draft.holders.__setitem__(asked.award, asked.at_least),
    "worst_discipline_below": lambda draft, _, __: draft.members.__setitem__("worst_discipline", "none"),
    "leads": _leads,
    "aged": _aged,
    "served": _served,
    "post": _post,
    "flag_eligible": _of_subject("flag_eligible"),
    "sex": _of_subject("sex"),
    "martyr": _of_subject("martyr"),
}
"""How each condition is met; those not named here are met by having done nothing."""


def _life(draft: Draft) -> None:
    """Let happen what no goal asks for."""
    rng, lists = draft.rng, draft.lists
    for _ in range(rng.choice((0, 0, 0, 1, 2))):
        draft.give(rng.choice(catalogue().awards).id, draft.ago(14))
    if rng.random() < 0.15:
        lists["disciplines"].append(_discipline(draft))
    if rng.random() < 0.07:
        since = draft.day(draft.ago(2))
        end = rng.choice((None, NOT_SAID, since, date(since.year, 12, 31)))
        kind = rng.choice(("inspection", "review", "xác minh đơn tố cáo"))
        lists["proceedings"].append(
            Proceeding(kind=kind, since=since, until=end, cleared=rng.choice((None, True, False)))
        )
    if rng.random() < 0.15:
        kind = rng.choice(get_args(words.AbsenceKind))
        days, months = draft.said(rng.choice((10, 39, 40, 60))), draft.said(rng.choice((0, 6, 12, 18)))
        grade = draft.said(rng.choice(words.GRADES))
        year = draft.ago(1)
        lists["absences"].append(Absence(year=year, kind=kind, working_days=days, months=months, result=grade))
    if rng.random() < 0.1:
        scope, degree = draft.said(rng.choice(get_args(words.Scope))), draft.said(rng.choice(get_args(words.Degree)))
        kind = rng.choice(get_args(words.AchievementKind))
        lists["achievements"].append(Achievement(year=draft.ago(6), kind=kind, scope=scope, degree=degree))
    if rng.random() < 0.1:
        lists["posts"].append(_held(draft, rng.choice(get_args(words.PostGroup))))
    if rng.random() < 0.1:
        post = _held(draft, "minister")
        force = rng.choice((None, *_FORCES))
        lists["service"].append(Service(since=post.since, until=post.until, force=force))
    _work(draft)
    for name in ("initiatives", "achievements", "movements", "service", "leads"):
        if lists[name] and rng.random() < 0.06:
            lists[name].append(rng.choice(lists[name]))
    _twists(draft)


def _work(draft: Draft) -> None:
    """Let people have ideas, and collectives lead, take part in movements and have members whom somebody honoured."""
    rng, lists = draft.rng, draft.lists
    if draft.kind == "individual" and rng.random() < 0.4:
        for number in range(rng.choice((1, 1, 2, 3))):
            year = draft.ago(8)
            item = Initiative(
                year=year,
                kind=rng.choice(("initiative", "initiative", *get_args(words.InitiativeKind))),
                id=rng.choice((None, f"SK-{year}", f"SK-{year}-{number}", "SK-1")),
                status=draft.said(rng.choice(("applied", *get_args(words.Status)))),
                scope=draft.said(rng.choice(("nation", "province", *get_args(words.Scope)))),
            )
            lists["initiatives"].append(item)
    if draft.kind != "collective":
        return
    if rng.random() < 0.2:
        lists["leads"].append(Lead(year=draft.ago(3), organiser=rng.choice(get_args(words.Organiser))))
    if rng.random() < 0.3:
        award = rng.choice(("chien-si-thi-dua-co-so", rng.choice(catalogue().awards).id))
        draft.holders.setdefault(award, rng.choice((0, 1, 1, 3)))
    if rng.random() < 0.15:
        years, result = draft.said(rng.randrange(8)), draft.said(rng.choice(get_args(words.Result)))
        launcher, review = draft.said(rng.choice(get_args(words.Launcher))), draft.said("final")
        movement = MovementResult(
            movement="an-toàn", launched_by=launcher, years=years, review=review, result=result, year=draft.ago(4)
        )
        lists["movements"].append(movement)


def _discipline(draft: Draft) -> Disciplined:
    """Draw a measure: long past, running, of unsaid end, of the year itself, or on one of its boundaries."""
    rng, last = draft.rng, draft.last
    measure = rng.choice(words.DISCIPLINES)
    day = draft.received or date(last, 12, 31)
    since, until = rng.choice(
        (
            (draft.day(last - 6), draft.day(last - 4)),
            (draft.day(last - 1), None),
            (draft.day(last - 2), NOT_SAID),
            (draft.day(last), NOT_SAID),
            (date(last, 1, 1), date(last, 12, 31)),
            (date(last - 1, 12, 31), date(last, 1, 1)),
            (date(last - 1, 1, 1), date(last - 1, 12, 31)),
            (date(last - 3, 5, 1), date(last - 2, 1, 1)),
            (date(last - 1, 6, 1), day),
            (date(last - 1, 6, 1), day + timedelta(days=1)),
            (day, None),
        )
    )
    return Disciplined(measure=measure, since=since, until=until)


def _held(draft: Draft, post: words.PostGroup) -> Post:
    since = draft.day(draft.ago(25))
    end = draft.rng.choice((None, NOT_SAID, since, since + timedelta(days=draft.rng.randrange(4000))))
    return Post(post=post, since=since, until=end)


def _twists(draft: Draft) -> None:
    """Let awards be written twice, revoked, decided too late, or grounded on initiatives."""
    rng, held = draft.rng, draft.lists["awards"]
    if not held:
        return
    if rng.random() < 0.3:  # the same award again: to the letter, or one of the two without its day
        one = rng.choice(held)
        held.append(rng.choice((one, attrs.evolve(one, decided_on=None))))
    if rng.random() < 0.08:
        index = rng.randrange(len(held))
        decided = held[index].decided_on
        revoked = draft.day(max(held[index].year + 2, decided.year + 1 if decided else 0))
        held[index] = attrs.evolve(held[index], revoked_on=revoked)
    if rng.random() < 0.08 and draft.received is not None:
        index = rng.randrange(len(held))
        late = draft.received + timedelta(days=rng.choice((0, 1, 90)))
        if held[index].year <= late.year and held[index].revoked_on is None:
            held[index] = attrs.evolve(held[index], decided_on=late)
    names = [item.id for item in draft.lists["initiatives"] if item.id]
    if names and rng.random() < 0.35:
        gone = [place for place, record in enumerate(held) if record.revoked_on]
        index = rng.choice(gone) if gone else rng.randrange(len(held))
        grounds = tuple(rng.choices(names, k=rng.choice((1, 1, 2))))
        held[index] = attrs.evolve(held[index], grounds=grounds)
    rng.shuffle(held)


def _years(draft: Draft) -> tuple[YearRecord, ...]:
    """Write the ratings: some years missing, some there without a rating, some twice."""
    rng, found = draft.rng, []
    gaps = rng.choice((0.0, 0.0, 0.0, 0.05, 0.2))
    for year, rating in draft.ratings.items():
        if rng.random() < gaps:
            if rng.random() < 0.5:
                found.append(YearRecord(year=year))
            continue
        found.append(YearRecord(year=year, rating=rating))
        if rng.random() < gaps / 4:
            found.append(YearRecord(year=year, rating=rating if rng.random() < 0.7 else None))
    return tuple(found)


def _written(draft: Draft, name: str) -> Dossier:
    rng, lists = draft.rng, draft.lists
    members = _counted(draft)
    rng_award = rng.choice(catalogue().awards).id if rng.random() < 0.3 else None
    commendation = draft.commendation if rng.random() < 0.7 else rng.choice((None, None, None, *_COMMENDATIONS))
    return Dossier(
        subject=_subject(draft, name),
        year=draft.last,
        award=rng_award,
        received=draft.received,
        commendation=commendation,
        known_from=_known_from(draft),
        joined=draft.joined,
        founded=draft.founded,
        years=_years(draft),
        **{key: tuple(records) for key, records in lists.items() if key != "years"},
        members=members,
        holders={key: min(most, members.total if members else most) for key, most in draft.holders.items()},
        attested=_attested(draft),
    )


def _subject(draft: Draft, name: str) -> Subject:
    rng, said = draft.rng, dict(draft.subject)
    if rng.random() < 0.1:
        said["tracks"] = (*said.get("tracks", ()), rng.choice(_TRACKS))
    if rng.random() < 0.1:
        said["body"] = rng.choice(_BODIES)
    if rng.random() < 0.05:
        said["force"] = rng.choice(_FORCES)
    said = {key: value for key, value in said.items() if not draft.chance(draft.unsaid / 2)}
    if draft.kind == "individual":
        said.setdefault("sex", rng.choice((None, *_SEXES)))
        said.setdefault("martyr", rng.choice((None, False, False, True)))
    elif draft.kind == "collective":
        said.setdefault("flag_eligible", rng.choice((None, True, False)))
    return Subject(kind=draft.kind, id=name, **said)


def _known_from(draft: Draft) -> int | dict[str, int] | None:
    """Draw from when the lists are complete: never, always, from some year on, or each from its own."""
    rng = draft.rng
    which = rng.random()
    if which < 0.2:
        return None
    if which < 0.7:
        return 1950
    if which < 0.85:
        return draft.ago(15)
    lists = rng.sample(LISTS, rng.randrange(1, len(LISTS) + 1))
    return {name: rng.choice((1950, draft.ago(10))) for name in lists}


def _counted(draft: Draft) -> Members | None:
    """Count a collective's members, no more of them honoured than there are."""
    rng, counted = draft.rng, draft.members
    if draft.kind != "collective" or (not counted and rng.random() < 0.4):
        return None
    total = counted.get("total", rng.randrange(0, 61))
    completed = counted.get("completed", draft.said(rng.randint(0, total)))
    most = total if completed is None else completed
    advanced = counted.get("advanced", draft.said(rng.randint(0, most)))
    worst = counted.get("worst_discipline", draft.said(rng.choice(("none", *words.DISCIPLINES))))
    advanced = None if advanced is None else min(advanced, most)
    return Members(total=total, completed=completed, advanced=advanced, worst_discipline=worst)


def _attested(draft: Draft) -> dict[str, bool]:
    rng = draft.rng
    which = rng.random()
    if which < 0.4:
        return {"*": True}
    if which < 0.75:
        return {}
    if which < 0.8:
        return {"*": False}
    return {key: rng.random() < 0.9 for key in draft.judgements}
