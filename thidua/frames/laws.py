"""Rows under different laws in one table: which law each row's day picks, and which laws answer alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial, reduce
from itertools import starmap
from operator import and_

import attrs
import narwhals.stable.v2 as nw

from thidua.book.days import law_on, turning_days
from thidua.book.law import Law, LawChoice
from thidua.errors import InputError, NotInForce, worded
from thidua.frames.compiled import Plan, plan
from thidua.frames.opening import collected
from thidua.frames.proposals import Proposals
from thidua.frames.sheet import col
from thidua.model.award import Award
from thidua.model.document import Document

Days = tuple[date, date]
"""The first day of a stretch and its last."""


@attrs.frozen(eq=False)
class Stretch:
    """The rows that one law governs: those ``received`` on these days (none: on any day at all)."""

    law: Law
    days: tuple[Days, ...] = ()

    @property
    def rows(self) -> nw.Expr | None:
        """Say which rows they are; None where it is every row."""
        if not self.days:
            return None
        return nw.any_horizontal(*starmap(_within, self.days), ignore_nulls=True)


def _within(first: date, last: date) -> nw.Expr:
    """Say whether a row was received on one of these days; the calendar's own ends are no bounds.

    Nor could every engine be told of them: PySpark writes the first as the year "1", which Java refuses.
    """
    bounds = [~col("received").is_null()]
    if first != date.min:
        bounds.append(col("received") >= first)
    if last != date.max:
        bounds.append(col("received") <= last)
    return reduce(and_, bounds)


def stretches(mine: Proposals, law: LawChoice) -> tuple[Stretch, ...]:
    """Return the laws that govern the rows of a cohort, and which rows each.

    Raises:
        InputError: the rows of a lazy table are to pick their law, and it is not known on which days that changes.
    """
    if isinstance(law, Law):
        return (Stretch(law),)
    if mine.table.eager:
        return tuple(_of_days(_received(mine), law))
    turns = turning_days(_laid_over(law))
    ends = [*(day - timedelta(days=1) for day in turns), date.max]
    return tuple(Stretch(law(first), ((first, last),)) for first, last in zip([date.min, *turns], ends, strict=True))


def _received(mine: Proposals) -> list[date]:
    """Return the different days on which the proposals of an eager table were received, in order."""
    days: list[date | None] = collected(mine.frame.select("received").unique())["received"].to_list()
    return sorted(day for day in days if day is not None)


def _of_days(days: list[date], law: Callable[[date], Law]) -> Iterator[Stretch]:
    made = [(law(day), day) for day in days]
    while made:
        current, first = made[0]
        same = [day for other, day in made if other.statute is current.statute]
        unbroken = all(other.statute is current.statute for other, _ in made[: len(same)])
        yield Stretch(current, ((first, same[-1]),) if unbroken else tuple((day, day) for day in same))
        made = [(other, day) for other, day in made if other.statute is not current.statute]


def _laid_over(law: Callable[[date], Law]) -> tuple[Document, ...]:
    """Return the documents that a function lays over the law of each day."""
    if law is law_on:
        return ()
    if isinstance(law, partial) and law.func is law_on:
        return law.args
    sentence = worded(
        "which law governs a row of a lazy table is known of law_on, or functools.partial(law_on, …), alone: "
        "give one of these, or collect the table first"
    )
    raise InputError.one("law", "unknown-days", sentence)


def planned(found: tuple[Stretch, ...], award: str | Award) -> list[tuple[Plan | None, Stretch]]:
    """Return the plan of each stretch, those that answer alike as one; None where the law has no such award.

    Raises:
        UnknownTerm: no such award.
        NotInForce: there is one law for all rows, and the award does not exist on its day.
    """
    alike: dict[str, tuple[Plan | None, Stretch]] = {}
    for stretch in found:
        try:
            made = plan(stretch.law, award)
        except NotInForce:
            if not stretch.days:
                raise
            made = None
        key = "" if made is None else made.signature
        first = alike.get(key)
        alike[key] = (made, stretch) if first is None else (first[0], _joined(first[1], stretch))
    return list(alike.values())


def _joined(one: Stretch, other: Stretch) -> Stretch:
    """Put the days of two stretches together, as one where they follow one another."""
    *before, (first, last) = one.days
    (begin, end), *after = other.days
    if last + timedelta(days=1) == begin:
        return attrs.evolve(one, days=(*before, (first, end), *after))
    return attrs.evolve(one, days=(*one.days, *other.days))
