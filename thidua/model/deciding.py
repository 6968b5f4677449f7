"""The tables on who decides, within what caps and for what targets, and for what money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import ClassVar, Final, Literal, TypeAlias

import attrs

from thidua.errors import Worded, worded
from thidua.model.award import Level
from thidua.model.bounds import COUNT
from thidua.model.decision import BaseKind
from thidua.model.entry import Entry
from thidua.model.measure import Base, MeasureName, base_of, joined, left_out
from thidua.model.vocabulary import Commendation, Force, Kind, Rating

Exact: TypeAlias = Decimal | Fraction
"""A share as a document writes it: ``0.15``, or ``"1/3"`` where no decimal is exact."""
NOT_SAID: Final = Decimal(-1)
"""Stands where a document must give a share and does not."""
Fault: TypeAlias = tuple[str, str, Worded]
"""What is wrong with an entry: the key, the code and the sentence."""


def allowed_of(base: int, limit: Exact, rounding: str | None) -> int:
    """Return the greatest count that a cap allows of a base.

    >>> allowed_of(119, Decimal("0.15"), "floor"), allowed_of(15, Fraction(1, 3), "floor")
    (17, 5)
    """
    exact = base * Fraction(limit)
    return ceil(exact) if rounding == "ceil" else floor(exact)


@attrs.frozen(kw_only=True)
class Rate(Entry):
    """A cap: at most ``at_most`` of a base may receive one of ``awards``, or have the ``rating``, in a year.

    ``base`` is ``holders`` (those who hold one of ``base_awards``), ``strength``, ``rated`` (at least ``base_rating``),
    ``rated-exactly`` (``base_rating`` and no better), ``standard`` (those that meet the standard of ``base_awards``) or
    ``leaders``. ``includes`` says whether the holders of ``awards`` stand in a base of holders as well. The cap holds
    in each ``unit``, for each ``proposer``, or in each ``group`` of a unit's officials with similar duties. It turns
    into a count by ``rounding``.
    """

    table: ClassVar[str] = "rate"
    needs: ClassVar[tuple[str, ...]] = (
        "at_most",
        "base",
    )

    awards: tuple[str, ...] = ()
    rating: Rating | None = None
    at_most: Exact = NOT_SAID
    base: BaseKind = "strength"
    base_awards: tuple[str, ...] = ()
    base_rating: Rating | None = None
    includes: bool = True
    per: Literal["unit", "proposer", "group"] = "unit"
    rounding: Literal["floor", "ceil"] = "floor"

    @property
    def words(self) -> tuple[str, ...]:
        """What it counts: the ids of its awards, or its rating."""
        return self.awards or (str(self.rating),)

    @property
    def base_name(self) -> str:
        """The denominator by name, in ids: ``"holders of lao-dong-tien-tien or chien-si-tien-tien"``."""
        if self.base in ("holders", "standard"):
            return f"{self.base} of {' or '.join(self.base_awards)}"
        if self.base == "rated-exactly":
            return f"rated exactly {self.base_rating}"
        return f"rated {self.base_rating} or better" if self.base == "rated" else self.base

    def faults(self) -> Iterator[Fault]:
        """Find what a cap cannot say."""
        if bool(self.awards) == (self.rating is not None):
            yield "awards", "one-of", worded("say awards or rating, one of the two")
        if self.at_most == NOT_SAID:
            yield "at_most", "missing", worded("[[rate]] needs the key 'at_most'")
        elif not 0 <= self.at_most <= 1:
            yield "at_most", "bad-value", worded("a share is from 0 to 1, not {share}", share=self.at_most)
        if self.base in ("holders", "standard") and not self.base_awards:
            yield "base_awards", "missing", worded("of which awards is the base {base!r}?", base=self.base)
        if self.base in ("rated", "rated-exactly") and self.base_rating is None:
            yield "base_rating", "missing", worded("of which rating is the base {base!r}?", base=self.base)
        if self.rating is not None and (self.per == "proposer" or self.base in ("holders", "standard")):
            yield "rating", "too-much", worded("a rating is given in a unit or a group, and its base holds no awards")


@attrs.frozen(kw_only=True)
class Office(Entry):
    """An office that decides awards: how the law calls it and how documents print it."""

    table: ClassVar[str] = "office"
    needs: ClassVar[tuple[str, ...]] = (
        "label",
        "gloss",
    )

    label: str = ""
    gloss: str = ""
    printed: tuple[str, ...] = ()
    """Beginnings of printed names, accents and case forgiven: ``"Chủ tịch UBND huyện"``."""
    loose: tuple[str, ...] = ()
    """Beginnings that name the body and mean its head: ``"UBND huyện"``."""


@attrs.frozen(kw_only=True)
class Power(Entry):
    """Which offices decide which awards. With ``left_to`` the law leaves it to another body's rules, not read.

    With ``armed`` it speaks of units of the armed forces only; ``forces`` says of which.
    """

    table: ClassVar[str] = "power"
    needs: ClassVar[tuple[str, ...]] = ("awards",)

    offices: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    recipients: tuple[Kind, ...] = ()
    left_to: str | None = None
    armed: bool | None = None
    forces: tuple[Force, ...] = ()


@attrs.frozen(kw_only=True)
class BonusEntry(Entry):
    """Multiples of the base salary for awards: of an individual, a collective, a household; ``ceiling``: at most."""

    table: ClassVar[str] = "bonus"
    needs: ClassVar[tuple[str, ...]] = ("awards",)

    awards: tuple[str, ...] = ()
    individual: Decimal | None = None
    collective: Decimal | None = None
    household: Decimal | None = None
    ceiling: bool = False


@attrs.frozen(kw_only=True)
class Rounding(Entry):
    """How a bonus is rounded: ``up`` or ``nearest`` to a multiple of ``to`` đồng, or ``none``."""

    table: ClassVar[str] = "rounding"
    needs: ClassVar[tuple[str, ...]] = ("mode",)

    mode: Literal["up", "nearest", "none"] = "none"
    to: int = 1


@attrs.frozen(kw_only=True)
class Amount(Entry):
    """An amount of money in đồng by name: ``id = "luong-co-so"`` is the base salary a month."""

    table: ClassVar[str] = "amount"
    needs: ClassVar[tuple[str, ...]] = (
        "value",
        "label",
    )

    value: int = 0
    label: str = ""


ShareBase = Literal[
    Base,
    "leaders",  # a unit's leaders, rewarded or not: a count that no decision shows
    "officials",  # and the measures inside which a share may be taken
    "direct-workers",
    "entrepreneurs",
    "household",
    "women",
    "ethnic-minority",
    "enterprise",
]


@attrs.frozen(kw_only=True)
class Share(Entry):
    """A target for how much of what is awarded reaches somebody; every bound that is given must hold.

    Attributes:
        measure: whom the share counts; with ``groups``, those of them who are in all of these.
        groups: words that the rows' ``groups`` use.
        base: of what the share is taken.
        at_least, at_most: bounds of the share, themselves allowed.
        at_most_count: the greatest number of awards (with the base ``leaders``, of people) whatever the share.
        awards: ids of the awards it speaks of; none: all.
        levels: the levels of award it speaks of; none: all.
        commendations: the kinds of commendation it speaks of; none: all.
        per: whether it holds in each ``unit``, or of ``all`` that is decided; each year by itself.
    """

    table: ClassVar[str] = "share"
    needs: ClassVar[tuple[str, ...]] = ("base",)

    measure: MeasureName | None = None
    groups: tuple[str, ...] = ()
    base: ShareBase | None = None
    at_least: Exact | None = None
    at_most: Exact | None = None
    at_most_count: int | None = attrs.field(default=None, validator=COUNT)
    awards: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    commendations: tuple[Commendation, ...] = ()
    per: Literal["unit", "all"] = "all"

    @property
    def parts(self) -> tuple[str, ...]:
        """The measure and the groups."""
        return (*((self.measure,) if self.measure else ()), *self.groups)

    @property
    def name(self) -> str:
        """Whom the share counts, by name: ``"officials+women"``."""
        return "+".join(self.parts)

    def faults(self) -> Iterator[Fault]:
        """Find what a target cannot say."""
        if not self.parts:
            yield "measure", "missing", worded("say a measure, groups or both: whom does the share count?")
        if self.base is None:
            yield "base", "missing", worded("[[share]] needs the key 'base': of what is the share taken?")
        if self.at_least is None and self.at_most is None and self.at_most_count is None:
            yield "at_least", "missing", worded("say at_least, at_most or at_most_count: a target has a bound")
        for key in ("at_least", "at_most"):
            bound = getattr(self, key)
            if bound is not None and not 0 <= bound <= 1:
                yield key, "bad-value", worded("a share is from 0 to 1, not {share}", share=bound)
        if self.at_least is not None and self.at_most is not None and self.at_least > self.at_most:
            yield "at_least", "too-much", worded("is greater than at_most, so that no share would do")
        if self.parts and self.base is not None and self.base != "leaders":
            out = left_out(joined(self.parts).who, base_of(self.base))
            if out:
                yield (
                    "measure",
                    "outside-base",
                    worded(
                        "{name} counts each {out}, and {base} leaves it out", name=self.name, out=out, base=self.base
                    ),
                )
        if self.base == "leaders" and self.measure != "officials":
            yield "measure", "outside-base", worded("of a unit's leaders a share counts officials, or a group of them")
