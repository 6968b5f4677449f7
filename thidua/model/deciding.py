"""The tables on who decides, within what caps, and for what money."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, Literal

import attrs

from thidua.model.entry import Entry
from thidua.model.vocabulary import Kind, Rating


@attrs.frozen(kw_only=True)
class Rate(Entry):
    """A cap: at most ``at_most`` of a base may receive one of ``awards`` in a year.

    ``base`` is ``holders`` (those who hold one of ``base_awards``), ``strength``, ``rated`` (at least ``base_rating``)
    or ``standard`` (those that meet the standard of ``base_awards``). ``includes`` says whether the holders of
    ``awards`` stand in the base as well. A cap turns into a count by ``rounding``.
    """

    table: ClassVar = "rate"
    needs: ClassVar = (
        "awards",
        "at_most",
        "base",
    )

    awards: tuple[str, ...] = ()
    at_most: Decimal = Decimal(1)
    base: Literal["holders", "strength", "rated", "standard"] = "strength"
    base_awards: tuple[str, ...] = ()
    base_rating: Rating | None = None
    includes: bool = True
    per: Literal["unit", "proposer"] = "unit"
    rounding: Literal["floor", "ceil"] = "floor"


@attrs.frozen(kw_only=True)
class Office(Entry):
    """An office that decides awards: how the law calls it and how documents print it."""

    table: ClassVar = "office"
    needs: ClassVar = (
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
    """Which offices decide which awards. With ``left_to`` the law leaves it to another body's rules, not read."""

    table: ClassVar = "power"
    needs: ClassVar = ("awards",)

    offices: tuple[str, ...] = ()
    awards: tuple[str, ...] = ()
    recipients: tuple[Kind, ...] = ()
    left_to: str | None = None
    armed: bool | None = None


@attrs.frozen(kw_only=True)
class BonusEntry(Entry):
    """Multiples of the base salary for awards: of an individual, a collective, a household; ``ceiling``: at most."""

    table: ClassVar = "bonus"
    needs: ClassVar = ("awards",)

    awards: tuple[str, ...] = ()
    individual: Decimal | None = None
    collective: Decimal | None = None
    household: Decimal | None = None
    ceiling: bool = False


@attrs.frozen(kw_only=True)
class Rounding(Entry):
    """How a bonus is rounded: ``up`` or ``nearest`` to a multiple of ``to`` đồng, or ``none``."""

    table: ClassVar = "rounding"
    needs: ClassVar = ("mode",)

    mode: Literal["up", "nearest", "none"] = "none"
    to: int = 1


@attrs.frozen(kw_only=True)
class Amount(Entry):
    """An amount of money in đồng by name: ``id = "luong-co-so"`` is the base salary a month."""

    table: ClassVar = "amount"
    needs: ClassVar = (
        "value",
        "label",
    )

    value: int = 0
    label: str = ""


@attrs.frozen(kw_only=True)
class Share(Entry):
    """A target for how much reaches a group: ``measure`` (people, officials, direct-workers…) between two bounds."""

    table: ClassVar = "share"
    needs: ClassVar = ("measure",)

    measure: str = ""
    awards: tuple[str, ...] = ()
    at_least: Decimal | None = None
    at_most: Decimal | None = None
