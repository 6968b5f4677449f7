"""Which law governs a decision, and which award it speaks of under that law."""

from __future__ import annotations

from thidua.book.catalogue import award as ever
from thidua.book.law import Law, LawChoice, Placed
from thidua.errors import InputError, NotInForce, worded
from thidua.model.award import Award
from thidua.model.decision import Decision, StaffRating
from thidua.model.outline import Unread


def of_a_day(law: object) -> Law:
    """Return the law of a day that a call was given.

    Raises:
        InputError: it is none: ``law_on`` itself, where no date is at hand that could pick one.
    """
    if not isinstance(law, Law):
        raise InputError.one("law", "bad-value", worded("expected the law of a day: law_on(day), not law_on itself"))
    return law


def law_for(decision: Decision | StaffRating, law: LawChoice, path: str = "$") -> Law:
    """Return the law that governs a decision, or a rating.

    Raises:
        InputError: the decision has no date, and its date was to pick the law.
    """
    if isinstance(law, Law):
        return law
    if decision.decided_on is None:
        sentence = worded("the day of the decision picks the law: give the day, or a law")
        raise InputError.one(f"{path}.decided_on", "missing", sentence)
    return law(decision.decided_on)


def award_for(decision: Decision, law: Law) -> tuple[Award | None, bool]:
    """Return the award a decision names and whether it exists on the law's day; None where the row names none.

    Raises:
        UnknownTerm: nothing ever had this name.
    """
    if decision.award is None:
        return None, False
    try:
        return law.award(decision.award), True
    except NotInForce:
        return ever(decision.award), False


def unread_for(law: Law, award: Award, *tables: str) -> Placed[Unread] | None:
    """Return the text not read that leaves an answer from these tables open; None when the law passes it over."""
    return next((placed for table in tables for placed in law.stopping(table, award.id)), None)
