"""A launch as an announcement or a plan tells it: what it states, and nothing of what it does not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Final

import attrs

from thidua.errors import InputError, Problem, both, worded
from thidua.model.bounds import AT_LEAST_ONE
from thidua.model.launching import Part
from thidua.model.vocabulary import Launcher, Manner, Reach, Review


@attrs.frozen(kw_only=True)
class Target:
    """A target (chỉ tiêu) that a launch sets.

    Attributes:
        what: what it measures, in the launch's words.
        content: the number of the content it stands in, from 1.
        at_least: the number to reach, as printed.
        at_most: the number not to go beyond, of what should stay low.
        unit: the unit of that number, as printed: ``"%"``, ``"khu công nghiệp"``.
        above: what it must exceed, where no number is printed: ``"năm 2022"``.
        below: what it must stay below, where no number is printed.
        before: the first day on which it is too late: of "trong năm 2023" 2024-01-01, of "trước ngày 30/5/2023"
            2023-05-30.

    Raises:
        InputError: more than one limit: a target with two is two targets; a text with nothing in it.
    """

    what: str
    content: int | None = attrs.field(default=None, validator=AT_LEAST_ONE)
    at_least: Decimal | Fraction | None = None
    at_most: Decimal | Fraction | None = None
    unit: str | None = None
    above: str | None = None
    below: str | None = None
    before: date | None = None

    def __attrs_post_init__(self) -> None:
        problems = [*_blank(self)]
        if len(self.limits) > 1:
            sentence = worded(
                "it says {limits}: say one, and the other as a target of its own", limits=both(self.limits)
            )
            problems.append(Problem(f"$.{self.limits[1]}", "one-of", sentence))
        if problems:
            raise InputError(problems)

    @property
    def limits(self) -> tuple[str, ...]:
        """The keys that say what is to be reached; none where the launch does not say."""
        return tuple(key for key in ("at_least", "at_most", "above", "below") if getattr(self, key) is not None)

    @property
    def lacks(self) -> tuple[str, ...]:
        """The keys without which nobody can say that it was reached in time."""
        return (*(() if self.limits else ("at_least",)), *(() if self.before else ("before",)))


@attrs.frozen(kw_only=True)
class PlannedReview:
    """A review that a launch announces: ``annual``, ``interim`` (sơ kết) or ``final`` (tổng kết), and its day."""

    review: Review
    on: date | None = None


@attrs.frozen(kw_only=True)
class LaunchPlan:
    """The launch of a movement as its announcement, or its plan, states it; what is absent it does not state.

    Attributes:
        name: what the movement is called.
        launched_by: whose head launched it.
        scope: where it is held; ``province`` is any ministry, branch or locality, whatever its level.
        manner: ``thematic`` or ``regular``.
        parent: the movement that it carries out in its place, by any of its names.
        carries: other movements that it tells to carry on, by the names it gives them.
        planned_on: the day on which its plan was signed.
        launched_on: the day on which it was launched.
        since: its first day.
        until: the first day after its end.
        objective, slogan, schedule, direction, inspection, publicity, rewards: what it says of each.
        subjects, contents, criteria, measures: the same, one after another.
        targets: the targets it sets.
        reviews: the reviews it announces.
        whole: whether this is the whole plan, so that what is absent is not in it; else it is an excerpt or a report.
        source: where it was read.

    Raises:
        InputError: it ends, or is reviewed, before it begins; a target stands in a content that is not there; a text
            with nothing in it, which states nothing.
    """

    name: str
    launched_by: Launcher | None = None
    scope: Reach | None = None
    manner: Manner | None = None
    parent: str | None = None
    carries: tuple[str, ...] = ()
    planned_on: date | None = None
    launched_on: date | None = None
    since: date | None = None
    until: date | None = None
    objective: str | None = None
    subjects: tuple[str, ...] = ()
    contents: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    targets: tuple[Target, ...] = ()
    slogan: str | None = None
    schedule: str | None = None
    measures: tuple[str, ...] = ()
    direction: str | None = None
    inspection: str | None = None
    publicity: str | None = None
    reviews: tuple[PlannedReview, ...] = ()
    rewards: str | None = None
    whole: bool = False
    source: str | None = None

    def __attrs_post_init__(self) -> None:
        problems = [*_blank(self)]
        begins = self.begins
        if begins and self.until and self.until <= begins:
            sentence = worded("it ends on {until}, not after it begins on {since}", until=self.until, since=begins)
            problems.append(Problem("$.until", "contradiction", sentence))
        for index, review in enumerate(self.reviews):
            if begins and review.on and review.on < begins:
                sentence = worded("a review on {on}, before it begins on {since}", on=review.on, since=begins)
                problems.append(Problem(f"$.reviews[{index}].on", "contradiction", sentence))
        for index, target in enumerate(self.targets):
            if target.content is not None and self.contents and target.content > len(self.contents):
                sentence = worded(
                    "there are {number} contents, and no number {content}",
                    number=len(self.contents),
                    content=target.content,
                )
                problems.append(Problem(f"$.targets[{index}].content", "contradiction", sentence))
        if problems:
            raise InputError(problems)

    @property
    def begins(self) -> date | None:
        """Its first day: the one it states, else that of its launch."""
        return self.since or self.launched_on

    @property
    def told_on(self) -> date | None:
        """The earlier of the days of its plan and its launch, as far as they are known."""
        return min((day for day in (self.planned_on, self.launched_on) if day), default=None)

    def states(self, part: Part) -> Any:
        """Return what it states of a part of organising a movement; None where it states nothing, or not all.

        A period needs its first day and its end.

        >>> LaunchPlan(name="a", until=date(2024, 1, 1)).states("period") is None
        True
        """
        if part == "period":
            return (self.begins, self.until) if self.begins and self.until else None
        return getattr(self, part) or None

    def lacks(self, part: Part) -> tuple[str, ...]:
        """Return the keys that would state a part."""
        keys = _KEYS.get(part, (part,))
        return tuple(key for key in keys if getattr(self, "begins" if key == "since" else key) in (None, ()))


_KEYS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType({"period": ("since", "until")})
"""The keys of a part that is stated by more than one."""


def _blank(made: Target | LaunchPlan) -> Iterator[Problem]:
    """Find the texts with nothing in them: they would pass for something that is stated."""
    for field in attrs.fields(type(made)):
        value = getattr(made, field.name)
        texts = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for index, text in texts:
            if isinstance(text, str) and not text.strip():
                at = f"$.{field.name}" if index is None else f"$.{field.name}[{index}]"
                yield Problem(at, "empty", worded("there is nothing in it: leave it out, and it is not stated"))
