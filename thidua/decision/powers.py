"""By whom: may this authority decide this award, and can the award go to this recipient."""

from __future__ import annotations

from functools import cache

import attrs

from thidua.book.governing import award_for, law_for, unread_for
from thidua.book.law import Law, LawChoice, Placed
from thidua.book.shelf import document, headers
from thidua.decision.offices import Signatory, signatory
from thidua.decision.units import binds, unit_printed
from thidua.model.award import Award
from thidua.model.deciding import Office, Power
from thidua.model.decision import Decision
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.proposing import UnitEntry

# The Ministers of Defence and of Public Security and the heads of their units hold these offices too, and an office's
# name does not tell whose.
_IN_ANY_MINISTRY = ("minister", "unit-head")


@attrs.frozen(eq=False, kw_only=True)
class PowerSubject:
    """What a finding on a power speaks of, for wording.

    Attributes:
        award: the award decided.
        offices: entries of the offices that ``have`` and ``need`` name by id.
    """

    award: Award
    offices: tuple[Office, ...]


def check_power(decision: Decision, law: LawChoice) -> Finding:
    """Say whether the authority of a decision may decide its award on that day.

    The finding's ``have`` is the office found (its id; the printed name where no office was), ``need`` the ids of the
    offices that may. The authority is an office id, or a printed name read by its beginning; a name that gives only
    the body ("UBND huyện") means its chair, and a child ``normalised`` says so. UNKNOWN: the decision names no award
    or no known authority, no text read gives the award to anyone, a text that governs was not read, or the law
    leaves it to rules of another body that may bind this office, or that binds the unit: the titles of a unit that by
    its printed name is of the army or the police are theirs to regulate.

    Args:
        decision: with ``award``, ``authority``, ``unit`` where it is known, and, where the date picks the law,
            ``decided_on``.
        law: a law; or ``law_on``, and the day of the decision picks the law.

    Raises:
        UnknownTerm: an award or an office id that never was.
        InputError: no date where the date was to pick the law.

    Source: Luật 06/2022/QH15 Điều 77-80; NĐ 129/2025/NĐ-CP Điều 59; Luật 15/2003/QH11 Điều 77-80.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> from thidua.model.decision import Authority
    >>> district = Authority(printed="Chủ tịch UBND huyện Hồng Ngự")
    >>> given = Decision(award="CSTT", recipient="individual", authority=district)
    >>> [check_power(given, law_on(day)).outcome.name for day in (date(2023, 12, 31), date(2024, 1, 1))]
    ['MET', 'NOT_MET']
    """
    law = law_for(decision, law)
    award, exists = award_for(decision, law)
    if award is None:
        return fact(About("power"), Outcome.UNKNOWN, missing=("award",))
    if not exists:
        return fact(About("award-not-in-force", award.citation, award.period, award), Outcome.NOT_MET, award.id)
    powers = tuple(placed for placed in law.of(Power) if award.id in placed.entry.awards)
    signed = signatory(decision.authority, law) if decision.authority else None
    return _judged(decision, law, award, powers, signed)


def _judged(
    decision: Decision, law: Law, award: Award, powers: tuple[Placed[Power], ...], signed: Signatory | None
) -> Finding:
    to = decision.recipient
    fitting = [placed for placed in powers if not placed.entry.recipients or to in placed.entry.recipients]
    unit = _unit_of(decision, law) if any(placed.entry.armed for placed in fitting) else None
    granting = [
        placed for placed in fitting if placed.entry.left_to is None and (unit is None or binds(placed.entry, unit))
    ]
    left = next((placed for placed in fitting if placed.entry.left_to), None)
    of_forces = left is not None and unit is not None and bool(unit.forces) and binds(left.entry, unit)
    may = () if of_forces else granting
    need = tuple(dict.fromkeys(office for placed in may for office in placed.entry.offices))
    known = {placed.entry.id: placed.entry for placed in law.of(Office)}
    candidates = signed.offices if signed else ()
    office = candidates[0] if len(candidates) == 1 else None
    named = {**{name: known[name] for name in need if name in known}, **{each.id: each for each in candidates}}
    subject = PowerSubject(award=award, offices=tuple(named.values()))
    have = office.id if office else signed.given if signed else None
    notes: list[Finding] = []
    if signed and signed.by == "body" and office:
        notes.append(fact(About("normalised", None, office.id, subject), Outcome.MET, signed.given))

    def answer(outcome: Outcome, by: Placed[Power] | None, *missing: str) -> Finding:
        citation = by.citation if by else powers[0].citation if powers else None
        return fact(About("power", citation, need, subject), outcome, have, tuple(notes), missing)

    unread = unread_for(law, award, Power.table)
    if unread is not None:
        notes.append(fact(About("unread", unread.citation, None, unread.entry), Outcome.UNKNOWN))
        return answer(Outcome.UNKNOWN, None)
    if office is None:
        if len(candidates) > 1:
            ids = tuple(each.id for each in candidates)
            notes.append(fact(About("office-ambiguous", None, ids, subject), Outcome.UNKNOWN, have))
        return answer(Outcome.UNKNOWN, None, "authority.office")
    grant = next((placed for placed in granting if office.id in placed.entry.offices), None)
    if grant is not None and not of_forces:
        return answer(Outcome.MET, grant)
    if not powers:
        return answer(Outcome.UNKNOWN, None)
    if left is not None and (grant is not None or _may_be_bound(office, law)):
        notes.append(fact(About("left-to", left.citation, left.entry.left_to, subject), Outcome.UNKNOWN, office.id))
        return answer(Outcome.UNKNOWN, left)
    if office.id not in known:
        notes.append(fact(About("office-not-in-force", None, law.day, subject), Outcome.NOT_MET, office.id))
    return answer(Outcome.NOT_MET, may[0] if may else left if of_forces else None)


def _unit_of(decision: Decision, law: Law) -> UnitEntry | None:
    """Return the kind of unit that a decision prints; None where it prints none that is recognised beyond doubt."""
    found = unit_printed(decision.unit, law) if decision.unit else ()
    return found[0] if len(found) == 1 else None


def _may_be_bound(office: Office, law: Law) -> bool:
    """Say whether rules the law leaves to the Government or a ministry may give this office a power.

    They may give it to any office but those whose powers the law itself lists, today or before: the chair of a
    district gets none by losing its own.
    """
    if office.id in _IN_ANY_MINISTRY:
        return True
    return office.id not in _listed() and not any(_lists(placed.entry, office.id) for placed in law.of(Power))


def _lists(power: Power, office: str) -> bool:
    return office in power.offices and power.left_to is None and not power.armed


@cache
def _listed() -> frozenset[str]:
    """The offices to which some document of the book gives a power that is not of the armed forces alone."""
    powers = (power for header in headers() for power in document(header.id).power)
    return frozenset(office for power in powers for office in power.offices if _lists(power, office))


def check_recipient(decision: Decision, law: LawChoice) -> Finding:
    """Say whether the award can go to such a recipient at all: an individual, a collective or a household.

    The finding's ``have`` is the decision's recipient, ``need`` the recipients the award has. A collective title
    given to individuals is NOT_MET.

    Args:
        decision: with ``award`` and ``recipient``.
        law: a law; or ``law_on``, and the day of the decision picks the law.

    Raises:
        UnknownTerm: an award that never was.
        InputError: no date where the date was to pick the law.

    Source: the article that creates the award (Luật 06/2022/QH15 Điều 19-32, 72-76).

    >>> from datetime import date
    >>> from thidua import law_on
    >>> given = Decision(award="Đơn vị tiên tiến", recipient="individual", count=1194)
    >>> found = check_recipient(given, law_on(date(2020, 12, 31)))
    >>> found.outcome.name, found.have, found.need
    ('NOT_MET', 'individual', ('collective',))
    """
    law = law_for(decision, law)
    award, _ = award_for(decision, law)
    if award is None:
        return fact(About("recipient"), Outcome.UNKNOWN, decision.recipient, missing=("award",))
    about = About("recipient", award.citation, award.recipients, award)
    unread = unread_for(law, award, "award")
    if unread is not None:
        why = fact(About("unread", unread.citation, None, unread.entry), Outcome.UNKNOWN)
        return fact(about, Outcome.UNKNOWN, decision.recipient, (why,))
    fits = decision.recipient in award.recipients
    return fact(about, Outcome.MET if fits else Outcome.NOT_MET, decision.recipient)
