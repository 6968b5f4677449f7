"""The tables on money beyond one award: what several awards at one time pay together, and from whose fund."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal

import attrs

from thidua.errors import worded
from thidua.model.deciding import Fault
from thidua.model.entry import Entry

Fund = Literal["decider", "proposer"]
"""Whose fund pays: that of whoever decided, or of whoever proposed."""


@attrs.frozen(kw_only=True)
class Together(Entry):
    """What one recipient is paid for several awards received at one and the same time.

    Attributes:
        among: which awards it speaks of: several ``titles`` (danh hiệu thi đua), several ``forms`` of commendation
            (hình thức khen thưởng), or a ``title-and-form``.
        periods: only where the periods counted for them are the ``same``, or ``different``; None: whatever they are.
        paid: ``each`` of them, or the ``highest`` alone.
        longer: titles whose own standard asks for several years, so that the period counted for one is the same as
            that of no other title.
    """

    table: ClassVar[str] = "together"
    needs: ClassVar[tuple[str, ...]] = ("among", "paid")

    among: Literal["titles", "forms", "title-and-form"] | None = None
    periods: Literal["same", "different"] | None = None
    paid: Literal["each", "highest"] | None = None
    longer: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it speaks of: ``"titles same"``."""
        return " ".join(filter(None, (self.among, self.periods)))

    def faults(self) -> Iterator[Fault]:
        """Find what it does not say, or cannot."""
        if self.among is None:
            yield "among", "missing", worded("[[together]] needs the key 'among': several of what?")
        if self.paid is None:
            yield "paid", "missing", worded("[[together]] needs the key 'paid': each of them, or the highest?")
        if self.paid == "highest" and (self.among, self.periods) != ("titles", "same"):
            yield "paid", "too-much", worded("the highest is found among titles of the same period alone")


@attrs.frozen(kw_only=True)
class Payer(Entry):
    """From whose fund a bonus is paid.

    Attributes:
        fund: that of the level whose head is the ``decider``, or of the ``proposer``.
        deciders: the offices whose decisions it speaks of; none: of every office but ``except_deciders``.
        except_deciders: offices of whose decisions it says nothing.
        except_awards: ids of the awards of which it says nothing.
    """

    table: ClassVar[str] = "payer"
    needs: ClassVar[tuple[str, ...]] = ("fund",)

    fund: Fund | None = None
    deciders: tuple[str, ...] = ()
    except_deciders: tuple[str, ...] = ()
    except_awards: tuple[str, ...] = ()

    def speaks_of(self, office: str, award: str) -> bool:
        """Say whether it speaks of what this office decides, and of this award."""
        by_office = office in self.deciders if self.deciders else office not in self.except_deciders
        return by_office and award not in self.except_awards

    def faults(self) -> Iterator[Fault]:
        """Find what it does not say, or cannot."""
        if self.fund is None:
            yield "fund", "missing", worded("[[payer]] needs the key 'fund': whose is it?")
        if self.deciders and self.except_deciders:
            yield "except_deciders", "too-much", worded("say deciders or except_deciders, one of the two")
