"""What the law's powers say of one award: to whom they give it, and to whose rules they leave it."""

from __future__ import annotations

from functools import cache

import attrs

from thidua.book.law import Law, Placed
from thidua.book.shelf import document, headers
from thidua.decision.offices import Signatory
from thidua.decision.units import binds, unit_printed
from thidua.model.award import Award
from thidua.model.deciding import Office, Power
from thidua.model.decision import Decision
from thidua.model.proposing import UnitEntry

# The Ministers of Defence and of Public Security and the heads of their units hold these offices too, and an office's
# name does not tell whose.
_IN_ANY_MINISTRY = ("minister", "unit-head")


@attrs.frozen(kw_only=True)
class Granted:
    """The powers that speak of a decision.

    Attributes:
        every: all that speak of the award.
        granting: those that give it to offices, for such a recipient and such a unit.
        left: those that leave it to another body's rules.
        of_forces: the unit, or whoever signed, is by its printed name of the army, the police or the militia, and its
            titles are left to their rules: no grant holds.
    """

    every: tuple[Placed[Power], ...]
    granting: tuple[Placed[Power], ...]
    left: tuple[Placed[Power], ...]
    of_forces: bool

    @property
    def may(self) -> tuple[Placed[Power], ...]:
        """Those by which somebody may decide for certain."""
        return () if self.of_forces else self.granting

    @property
    def need(self) -> tuple[str, ...]:
        """The ids of the offices that may."""
        return tuple(dict.fromkeys(office for placed in self.may for office in placed.entry.offices))

    def grant(self, office: Office) -> Placed[Power] | None:
        """Return the power that gives it to an office, whose unit it is left aside."""
        return next((placed for placed in self.granting if office.id in placed.entry.offices), None)

    def left_for(self, office: Office, law: Law) -> Placed[Power] | None:
        """Return the power left to rules that may name an office.

        They may name any office but those whose powers the law itself lists, today or before (the chair of a district
        gets none by losing its own), unless the entry says that they may.
        """
        named = next((placed for placed in self.left if office.id in placed.entry.offices), None)
        if named is not None and not self.may and _is_of_the_day(office, law):
            return named
        if self.left and (self.grant(office) is not None or _may_be_bound(office, law)):
            return named or self.left[0]
        return None

    def refusing(self, office: Office, law: Law) -> Placed[Power] | None:
        """Return what to cite against an office: what speaks of it; else what gives the award, where that is one."""
        if self.of_forces or not self.may:
            return self.left[0] if self.left else None
        own = next((placed for placed in law.of(Power) if lists(placed.entry, office.id)), None)
        articles = {placed.citation for placed in self.may}
        return own or (self.may[0] if len(articles) == 1 else None)


def granted(decision: Decision, award: Award, signed: Signatory | None, law: Law) -> Granted:
    """Return what the powers of a law say of a decision."""
    every = tuple(placed for placed in law.of(Power) if award.id in placed.entry.awards)
    to = decision.recipient
    fitting = [placed for placed in every if not placed.entry.recipients or to in placed.entry.recipients]
    armed = any(placed.entry.armed for placed in fitting)
    unit = _unit(decision, signed, law) if armed else None
    left = tuple(placed for placed in fitting if placed.entry.left_to)
    theirs = tuple(placed for placed in left if unit is not None and unit.forces and binds(placed.entry, unit))
    granting = (
        placed for placed in fitting if placed.entry.left_to is None and (unit is None or binds(placed.entry, unit))
    )
    return Granted(every=every, granting=tuple(granting), left=theirs or left, of_forces=bool(theirs))


def _unit(decision: Decision, signed: Signatory | None, law: Law) -> UnitEntry | None:
    """Return the kind of unit that a decision prints, or that of who signed it where that is of the forces."""
    names = (decision.unit, signed.name if signed else None)
    kinds = [unit_printed(name, law) if name else () for name in names]
    certain = [found[0] if len(found) == 1 else None for found in kinds]
    return next((unit for unit in certain if unit and unit.forces), certain[0])


def _is_of_the_day(office: Office, law: Law) -> bool:
    return any(placed.entry.id == office.id for placed in law.of(Office))


def _may_be_bound(office: Office, law: Law) -> bool:
    if office.id in _IN_ANY_MINISTRY:
        return True
    return office.id not in _listed() and not any(lists(placed.entry, office.id) for placed in law.of(Power))


def lists(power: Power, office: str) -> bool:
    """Say whether a power gives something to an office, and not in the armed forces alone."""
    return office in power.offices and power.left_to is None and not power.armed


@cache
def _listed() -> frozenset[str]:
    """The offices to which some document of the book gives a power that is not of the armed forces alone."""
    powers = (power for header in headers() for power in document(header.id).power)
    return frozenset(office for power in powers for office in power.offices if lists(power, office))
