"""An indicator beside the same indicator of an earlier year: how far it moved, exactly, and from which base."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from fractions import Fraction
from importlib import import_module
from itertools import pairwise
from typing import Final, Literal

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.exact import show
from thidua.model.finding import Outcome
from thidua.model.indicator import Indicator
from thidua.model.likeness import same_sense, things_of, unlike
from thidua.model.printed import Figure
from thidua.model.spans import Span
from thidua.text import fold

Reason = Literal[
    "missing",  # a figure, or the direction, is not given
    "things",  # the two years count different things
    "measures",  # one adds up and the other stands at a level
    "no-day",  # what adds up is compared over the same part of the year, and the day of one is not known
    "other-part",  # the two are of different parts of their years
    "estimate",  # one of the two is an estimate
    "rough",  # the figures were rounded or softened, and leave open which is more
]
_ZERO: Final = Fraction(0)


@attrs.frozen(kw_only=True)
class YearOnYear:
    """What one year has beside the year it is compared with.

    Attributes:
        now: the indicator.
        base: the same indicator of the base year.
        difference: now less base, in single units; None where a figure is softened, or the two are not alike.
        change: the difference over the base: 1/10 is a tenth more. None from a base of 0 too, and of growth rates that
            rose and fell.
        possible: where the difference may lie.
        better: MET: now is better than the base, in the indicator's direction (“cao hơn năm 2022”); NOT_MET: it is not.
        reason: why ``better`` is not known.
        missing: what would settle it, as ``now.as_of``.
    """

    now: Indicator
    base: Indicator
    difference: Fraction | None = None
    change: Fraction | None = None
    possible: Span | None = None
    better: Outcome = Outcome.UNKNOWN
    reason: Reason | None = None
    missing: tuple[str, ...] = ()

    @property
    def base_year(self) -> int | None:
        """The year it is compared with."""
        return _year(self.base)

    def explain(self, locale: str = "vi") -> str:
        """Tell it in prose, in Vietnamese (``"vi"``) or English (``"en"``)."""
        text: str = import_module("thidua.wording.indicators").compared(self, locale)
        return text


def by_year(indicators: Iterable[Indicator]) -> tuple[YearOnYear, ...]:
    """Compare each indicator with that of the last earlier year there is, by what they measure; order as given.

    A year may lie between the two: ``base_year`` names the base. What adds up is compared over the same part of both
    years only: six months are less than twelve, and that is no fall.

    Raises:
        InputError: no year, two rows of one indicator and year, different units, or directions that contradict.

    >>> rows = [Indicator(what="OCOP", actual=count, direction="up", measure="stock", year=year)
    ...         for year, count in ((2021, 66), (2023, 99))]
    >>> [found] = by_year(rows)
    >>> found.base_year, found.difference, found.change, found.better.name
    (2021, Fraction(33, 1), Fraction(1, 2), 'MET')
    """
    rows = tuple(indicators)
    years: dict[str, dict[int, int]] = {}
    problems = []
    for index, each in enumerate(rows):
        year = _year(each)
        if year is None:
            sentence = worded("the year it is of is not given; give year, or since")
            problems.append(Problem(f"$[{index}].year", "missing", sentence))
        elif (first := years.setdefault(fold(each.what), {}).setdefault(year, index)) != index:
            sentence = worded(
                "{what} of {year} stands in $[{first}] too; compare one figure of each year",
                what=show(each.what),
                year=year,
                first=first,
            )
            problems.append(Problem(f"$[{index}].year", "duplicate", sentence))
    pairs = sorted((now, base) for found in years.values() for (_, base), (_, now) in pairwise(sorted(found.items())))
    for now, base in pairs:
        problems += _unlike(rows[now].actual, rows[base].actual, f"$[{now}].actual", f"$[{base}]")
        if {rows[now].toward, rows[base].toward} == {"up", "down"}:
            sentence = worded(
                "more of it is better here and less in $[{base}], or the reverse; say one direction", base=base
            )
            problems.append(Problem(f"$[{now}].direction", "contradiction", sentence))
    if problems:
        raise InputError(problems)
    return tuple(_compared(rows[now], rows[base]) for now, base in pairs)


def _unlike(one: Figure | None, other: Figure | None, at: str, base: str) -> Iterator[Problem]:
    """Find why two figures cannot be reckoned with one another."""
    if one is None or other is None:
        return
    if fault := unlike(one, other):
        yield Problem(at, "unit", worded("{fault} (in {base}); write the same unit with both", fault=fault, base=base))
    if not same_sense(one, other):
        sentence = worded(
            "tăng, giảm or gấp stands here or in {base} alone, or gấp in one; tell both in one sense", base=base
        )
        yield Problem(at, "contradiction", sentence)


def _compared(now: Indicator, base: Indicator) -> YearOnYear:
    found = YearOnYear(now=now, base=base)
    if now.actual is None or base.actual is None:
        absent = tuple(f"{name}.actual" for name, each in (("now", now), ("base", base)) if each.actual is None)
        return attrs.evolve(found, reason="missing", missing=absent)
    if things_of({"now": now.actual, "base": base.actual}):
        return attrs.evolve(found, reason="things", missing=("now.actual", "base.actual"))
    reason, missing = _alike(now, base) or (None, ())
    if reason is not None:
        return attrs.evolve(found, reason=reason, missing=missing)
    return _moved(found, now.actual, base.actual)


def _moved(found: YearOnYear, one: Figure, other: Figure) -> YearOnYear:
    span = _signed(one).plus(_signed(other).scaled(Fraction(-1)))
    made = attrs.evolve(found, possible=span)
    if one.qualifier is None and other.qualifier is None:
        difference = _amount(one) - _amount(other)
        over = None if "down" in (one.change, other.change) or not other.value else difference / _amount(other)
        made = attrs.evolve(made, difference=difference, change=over)
    toward = found.now.toward or found.base.toward
    if toward is None:
        return attrs.evolve(made, reason="missing", missing=("now.direction",))
    if found.now.estimate or found.base.estimate:
        softened = tuple(f"{name}.actual" for name in ("now", "base") if getattr(found, name).estimate)
        return attrs.evolve(made, reason="estimate", missing=softened)
    better = Span(low=_ZERO, low_open=True) if toward == "up" else Span(high=_ZERO, high_open=True)
    if better.covers(span):
        return attrs.evolve(made, better=Outcome.MET)
    if better.meets(span):
        return attrs.evolve(made, reason="rough", missing=("now.actual", "base.actual"))
    return attrs.evolve(made, better=Outcome.NOT_MET)


def _alike(now: Indicator, base: Indicator) -> tuple[Reason, tuple[str, ...]] | None:
    """Say why two years cannot be compared: what adds up is compared over the same part of each."""
    kinds = {now.measure, base.measure}
    if {"flow", "stock"} <= kinds:
        return "measures", ("now.measure", "base.measure")
    if "stock" in kinds:
        return None
    if absent := tuple(f"{name}.as_of" for name, each in (("now", now), ("base", base)) if each.as_of is None):
        return "no-day", absent
    return None if _part(now) == _part(base) else ("other-part", ("now.as_of", "base.as_of"))


def _part(each: Indicator) -> tuple[tuple[int, int] | None, ...]:
    """Which part of a year the figures are of, from its first day to the day after their last."""
    after = each.as_of and each.as_of + timedelta(days=1)
    return tuple((day.month, day.day) if day else None for day in (each.begins, after))


def _signed(figure: Figure) -> Span:
    return figure.possible().scaled(Fraction(-1 if figure.change == "down" else 1))


def _amount(figure: Figure) -> Fraction:
    return -figure.amount() if figure.change == "down" else figure.amount()


def _year(each: Indicator) -> int | None:
    first: date | None = each.begins
    return each.year or (first.year if first else None)
