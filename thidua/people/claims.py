"""What a report claims of its own figures: closed kinds of claim, each made by hand or from printed text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal, TypeAlias, get_args

import attrs
from attrs.converters import optional

from thidua.errors import InputError, Problem, worded
from thidua.exact import problems_of, show, word
from thidua.model.indicator import Measure
from thidua.model.likeness import of_one_unit
from thidua.model.printed import Change, Figure
from thidua.people import numerals
from thidua.people.numerals import Ratio
from thidua.people.printed_days import day_or_none

Relation = Literal["before", "not-after", "not-before", "after"]
_CHANGES: Final[tuple[Change, ...]] = get_args(Change)
_MILLION: Final = 10**6


def _one_of(words: tuple[str, ...]) -> Callable[[Any, attrs.Attribute[Any], Any], None]:
    known = word(words)

    def validate(_: Any, attribute: attrs.Attribute[Any], value: Any) -> None:
        try:
            known(value, None)
        except InputError as error:
            raise InputError(problems_of(error, f"$.{attribute.name}")) from None

    return validate


@attrs.frozen(kw_only=True)
class _Claim:
    """What every claim may say: ``where`` the report says so, in the caller's words."""

    where: str | None = None

    def __attrs_post_init__(self) -> None:
        words = worded("tăng, giảm and gấp tell of a change; read the change of a growth with them")
        found = [Problem(f"$.{at}", "bad-value", words) for at, each in figures_of(self) if each.change]
        found = [problem for problem in found if problem.path != "$.change"]
        found += (*self._faults(), *of_one_unit(self.alike()))
        if found:
            raise InputError(found)

    def _faults(self) -> Iterator[Problem]:
        """Find what is no claim of its kind."""
        return iter(())

    def alike(self) -> Mapping[str, Figure | None]:
        """Return the figures that must be of one unit, by their paths."""
        return {}


@attrs.frozen(kw_only=True)
class Share(_Claim):
    """So many of so many are so many percent: "81/116 xã (chiếm 69,83%)".

    Attributes:
        ratio: so many of so many.
        percent: the percentage said of it; None where none is said: it is claimed that there are no more than all.

    >>> Share(ratio="81/116 xã", percent="69,83%").percent.value
    Decimal('69.83')
    """

    claim: Literal["share"] = attrs.field(default="share", init=False)
    ratio: Ratio = attrs.field(converter=numerals.ratio)
    percent: Figure | None = attrs.field(default=None, converter=optional(numerals.percent))

    def alike(self) -> Mapping[str, Figure | None]:
        """Return the two figures of the ratio."""
        return {"ratio.part": self.ratio.part, "ratio.whole": self.ratio.whole}


@attrs.frozen(kw_only=True)
class Sum(_Claim):
    """Parts make a total: "gần 12.500", of which "2.924 tập thể, 9.564 cá nhân".

    Attributes:
        parts: at least one, in one unit; no thing stands in two of them.
        total: what they make, in the same unit.
    """

    claim: Literal["sum"] = attrs.field(default="sum", init=False)
    parts: tuple[Figure, ...] = attrs.field(converter=numerals.figures)
    total: Figure = attrs.field(converter=numerals.figure)

    def _faults(self) -> Iterator[Problem]:
        if not self.parts:
            yield Problem("$.parts", "missing", worded("a sum has parts; give at least one"))
        every = self.alike()
        named = next((each.thing() for each in every.values() if each.thing() and not each.unit), None)
        for at, each in every.items():
            if named and each.unit is each.thing() is None and _MILLION <= each.scale < _MILLION * 1000:
                sentence = worded(
                    "triệu of what is not said, beside {named}; name what is counted with every figure", named=named
                )
                yield Problem(f"$.{at}", "unit", sentence)

    def alike(self) -> Mapping[str, Figure]:
        """Return the total and the parts."""
        return {"total": self.total, **{f"parts[{at}]": part for at, part in enumerate(self.parts)}}


@attrs.frozen(kw_only=True)
class Growth(_Claim):
    """Today's value and its change against a base, which the report may not print: "39 dự án (tăng 34,5%)".

    Attributes:
        change: in percent, a rise where no word says otherwise, of percentages either of them or in points; in
            ``điểm phần trăm``; in ``lần``: "gấp 2,5 lần" is 2.5 times the base, "tăng 2,5 lần", or no word, that or 2.5
            times the base more, "giảm 2 lần" a half of it or twice the base less; or in the unit of the value: "tăng
            50 hộ".
        value: today's.
        base: what it is compared with, in the same unit.
    """

    claim: Literal["growth"] = attrs.field(default="growth", init=False)
    change: Figure = attrs.field(converter=numerals.figure)
    value: Figure | None = attrs.field(default=None, converter=optional(numerals.figure))
    base: Figure | None = attrs.field(default=None, converter=optional(numerals.figure))

    def _faults(self) -> Iterator[Problem]:
        words: Mapping[str | None, tuple[str | None, ...]] = {"%": (None, "up", "down"), "lần": (None, *_CHANGES)}
        if self.change.change not in words.get(self.change.unit, ("up", "down")):
            sentence = worded(
                "expected tăng or giảm with a percentage or a number, or tăng, giảm or gấp with a number of lần"
            )
            yield Problem("$.change", "bad-value", sentence)
        elif self.change.unit in ("%", "lần") and self.change.rate() is not None:
            yield Problem(
                "$.change", "unit", worded("so much for each of several is no change from the base to the value")
            )

    def alike(self) -> Mapping[str, Figure | None]:
        """Return today's value and the base; with them the change, where it is the difference of the two."""
        found = {"value": self.value, "base": self.base}
        if self.change.unit in ("%", "lần") or self.change.change not in ("up", "down"):
            return found
        points = self.change.unit == "điểm phần trăm"
        return {**found, "change": attrs.evolve(self.change, unit="%") if points else self.change}


@attrs.frozen(kw_only=True)
class Approximation(_Claim):
    """One figure said of another: "gần 12.500" of 12.488, or more roughly "12,5 nghìn".

    Attributes:
        value: the figure.
        said: what is said of it, in the same unit.
    """

    claim: Literal["approximation"] = attrs.field(default="approximation", init=False)
    value: Figure = attrs.field(converter=numerals.figure)
    said: Figure = attrs.field(converter=numerals.figure)

    def alike(self) -> Mapping[str, Figure]:
        """Return the two figures."""
        return {"value": self.value, "said": self.said}


@attrs.frozen(kw_only=True)
class Order(_Claim):
    """A day stands to another as said.

    Attributes:
        relation: ``before``, ``not-after``, ``not-before`` or ``after``.
        day, other: the two days; None where one is not known.
    """

    claim: Literal["order"] = attrs.field(default="order", init=False)
    relation: Relation = attrs.field(validator=_one_of(get_args(Relation)))
    day: date | None = attrs.field(default=None, converter=day_or_none)
    other: date | None = attrs.field(default=None, converter=day_or_none)


@attrs.frozen(kw_only=True)
class Listing(_Claim):
    """The items listed are as many as said: "05 xã: …".

    Attributes:
        said: how many.
        items: the items, as printed; at least one.
        repaired: enumerators read as others than printed, where the list was read from text.
    """

    claim: Literal["listing"] = attrs.field(default="listing", init=False)
    said: Figure = attrs.field(converter=numerals.figure)
    items: tuple[str, ...]
    repaired: tuple[str, ...] = ()

    def _faults(self) -> Iterator[Problem]:
        if not self.items:
            yield Problem("$.items", "missing", worded("a list has items; give at least one"))
        for at, item in enumerate(self.items):
            if not any(map(str.isalnum, item)):
                yield Problem(
                    f"$.items[{at}]", "missing", worded("{item} names nothing; leave it out", item=show(item))
                )


@attrs.frozen(kw_only=True)
class Pace(_Claim):
    """More of the year's plan is done than of the year is gone: "thu ngân sách đạt 56,19%" after six months.

    Attributes:
        attained: percent of the year's plan.
        elapsed: the part of the year that is gone: "6/12".
        measure: ``flow`` adds up over the year (revenue, jobs); ``stock`` stands at a level (a coverage rate) and
            does not grow with the calendar; None is not known.
    """

    claim: Literal["pace"] = attrs.field(default="pace", init=False)
    attained: Figure = attrs.field(converter=numerals.percent)
    elapsed: Ratio = attrs.field(converter=numerals.ratio)
    measure: Measure | None = attrs.field(default=None, validator=attrs.validators.optional(_one_of(get_args(Measure))))

    def _faults(self) -> Iterator[Problem]:
        gone, year = self.elapsed.part, self.elapsed.whole
        if not (year.value and gone.exact() and year.exact() and gone.value <= year.value):
            yield Problem("$.elapsed", "bad-value", worded("expected what is gone of the whole year, as in 6/12"))


@attrs.frozen(kw_only=True)
class Limit(_Claim):
    """A figure held against a target or a quota, bounds included.

    Attributes:
        value: the figure; None where the report does not give it.
        at_least, at_most: exact bounds in the same unit; with neither there is nothing to hold it against.
    """

    claim: Literal["limit"] = attrs.field(default="limit", init=False)
    value: Figure | None = attrs.field(default=None, converter=optional(numerals.figure))
    at_least: Figure | None = attrs.field(default=None, converter=optional(numerals.figure))
    at_most: Figure | None = attrs.field(default=None, converter=optional(numerals.figure))

    def _faults(self) -> Iterator[Problem]:
        for at, bound in (("at_least", self.at_least), ("at_most", self.at_most)):
            if bound is not None and bound.qualifier:
                yield Problem(f"$.{at}", "bad-value", worded("a bound is a number; leave out the word before it"))

    def alike(self) -> Mapping[str, Figure | None]:
        """Return the figure and its bounds."""
        return {"value": self.value, "at_least": self.at_least, "at_most": self.at_most}


Claim: TypeAlias = Share | Sum | Growth | Approximation | Order | Listing | Pace | Limit
CLAIMS: Final[Mapping[str, type[Any]]] = {kind.__name__.lower(): kind for kind in get_args(Claim)}
"""The kinds of claim by the word that JSON calls them by."""


def figures_of(claim: _Claim) -> Iterator[tuple[str, Figure]]:
    """Yield the figures of a claim, each with its path in the claim."""
    for field in attrs.fields(type(claim)):
        match getattr(claim, field.name):
            case Figure() as each:
                yield field.name, each
            case Ratio() as each:
                yield f"{field.name}.part", each.part
                yield f"{field.name}.whole", each.whole
            case tuple() as several:
                yield from (
                    (f"{field.name}[{at}]", each) for at, each in enumerate(several) if isinstance(each, Figure)
                )
