"""Movements, and launches of them that state anything or nothing, with their targets and reviews."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from thidua.model import vocabulary as words
from thidua.model.launchplan import LaunchPlan, PlannedReview, Target
from thidua.model.movement import Movement
from thidua.strategies.words import days, maybe, words_of

_TEXTS = st.sampled_from(["đoàn kết, đột phá, phát triển", "xã, ấp", "Nhân dân", "20 năm"])
_PARTS = ("objective", "slogan", "schedule", "direction", "inspection", "publicity", "rewards")
_LISTS = ("subjects", "contents", "criteria", "measures")


def targets(contents: int = 0) -> st.SearchStrategy[Target]:
    """Draw a target with a limit or none; it may stand in one of so many contents."""
    number = st.decimals(0, 10**6, places=2) | st.fractions(0, 10**6, max_denominator=9)
    limits: st.SearchStrategy[dict[str, Any]] = st.one_of(
        st.just({}),
        st.fixed_dictionaries({"at_least": number}),
        st.fixed_dictionaries({"at_most": number}),
        st.sampled_from([{"above": "năm 2022"}, {"below": "năm 2022"}]),
    )
    return st.builds(
        lambda limit, **rest: Target(**limit, **rest),
        limits,
        what=st.sampled_from(["PCI", "hộ nghèo", "mặt bằng"]),
        content=maybe(st.integers(1, contents)) if contents else st.none(),
        unit=maybe(st.sampled_from(["%", "xã", "tỷ đồng"])),
        before=maybe(days()),
    )


def planned_reviews(since: date | None = None) -> st.SearchStrategy[PlannedReview]:
    """Draw a review that a launch announces, with its day or without; none before ``since``."""
    on = days() if since is None else st.integers(0, 3000).map(lambda gone: since + timedelta(days=gone))
    return st.builds(PlannedReview, review=words_of(words.Review), on=maybe(on))


@st.composite
def launch_plans(draw: st.DrawFn) -> LaunchPlan:
    """Draw a launch that does not contradict itself; any part of it may be absent."""
    launched_on, since, planned_on = (draw(maybe(days())) for _ in range(3))
    begins = since or launched_on
    length = st.integers(1, 3000).map(lambda gone: (begins or date(2024, 1, 1)) + timedelta(days=gone))
    several: dict[str, Any] = {key: tuple(draw(st.lists(_TEXTS, max_size=3))) for key in _LISTS}
    return LaunchPlan(
        name="Thi đua lập thành tích",
        launched_by=draw(maybe(words_of(words.Launcher))),
        scope=draw(maybe(words_of(words.Reach))),
        manner=draw(maybe(words_of(words.Manner))),
        parent=draw(maybe(st.sampled_from(["văn hóa công sở", "của tỉnh khác"]))),
        planned_on=planned_on,
        launched_on=launched_on,
        since=since,
        until=draw(maybe(length)),
        targets=tuple(draw(st.lists(targets(len(several["contents"])), max_size=3))),
        reviews=tuple(draw(st.lists(planned_reviews(begins), max_size=3))),
        whole=draw(st.booleans()),
        **several,
        **{key: draw(maybe(_TEXTS)) for key in _PARTS},
    )


@st.composite
def movements(draw: st.DrawFn) -> Movement:
    """Draw a movement as statistics count it; any fact of it may be missing."""
    since = draw(maybe(days()))
    length = st.integers(1, 3000).map(lambda gone: (since or date(2024, 1, 1)) + timedelta(days=gone))
    return Movement(
        name=draw(maybe(_TEXTS)),
        launched_by=draw(maybe(words_of(words.Launcher))),
        scope=draw(maybe(words_of(words.Reach))),
        since=since,
        until=draw(maybe(length)),
        manner=draw(maybe(words_of(words.Manner))),
        count=draw(st.integers(1, 20)),
    )
