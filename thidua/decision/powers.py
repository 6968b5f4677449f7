"""By whom: may this authority decide this award, and can the award go to this recipient."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from thidua.book.catalogue import as_of
from thidua.book.governing import award_for, law_for, unread_for
from thidua.book.law import Law, LawChoice, Placed
from thidua.decision.granted import Granted, granted
from thidua.decision.offices import Signatory, has_ended, signatory
from thidua.model.award import Award
from thidua.model.deciding import Office, Power
from thidua.model.decision import Decision
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.outline import Unread


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
    the body ("UBND huyện"), or a signature block ("TM. UBND HUYỆN"), means its chair, and a child ``normalised`` says
    so. NOT_MET cites what the law gives to the office that signed, where it gives it anything.

    UNKNOWN, with a child that says why: no office is read in the name (``office-unread``), or several
    (``office-ambiguous``); the names that the decision gives are of different offices (``names-disagree``); it is
    signed on an order or by delegation (``signed-for``); a text that governs was not read (``unread``); the law leaves
    it to rules of another body (``left-to``) that may bind this office, or that bind the unit or who signed: the titles
    of who by its printed name is of the army or the police are theirs to regulate. Without a child: the decision names
    no award or no authority, or no text read gives the award to anyone. A day before the book's first text is UNKNOWN
    too, with the code ``before-the-book``.

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
    >>> given = Decision(award="CSTĐCS", recipient="individual", authority=district)
    >>> [check_power(given, law_on(day)).outcome.name for day in (date(2025, 6, 30), date(2025, 7, 1))]
    ['MET', 'NOT_MET']
    """
    law = law_for(decision, law)
    award, exists = award_for(decision, law)
    if award is None:
        return fact(About("power"), Outcome.UNKNOWN, missing=("award",))
    if not exists:
        return _not_of_the_day(award, law)
    signed = signatory(decision.authority, law) if decision.authority else None
    return _judged(granted(decision, award, signed, law), award, signed, law)


def _not_of_the_day(award: Award, law: Law) -> Finding:
    """Say that there is no such award on the day; only what first made it speaks of a day before it."""
    if not law.documents:
        return fact(About("before-the-book", need=law.day, subject=award), Outcome.UNKNOWN, award.id)
    then = as_of(award.id, law.day)
    early = then.period.since is not None and law.day < then.period.since
    return fact(
        About("award-not-in-force", then.citation if early else None, then.period, then), Outcome.NOT_MET, award.id
    )


def _judged(given: Granted, award: Award, signed: Signatory | None, law: Law) -> Finding:
    known = {placed.entry.id: placed.entry for placed in law.of(Office)}
    candidates = signed.offices if signed else ()
    office = candidates[0] if len(candidates) == 1 else None
    named = {**{name: known[name] for name in given.need if name in known}, **{each.id: each for each in candidates}}
    subject = PowerSubject(award=award, offices=tuple(named.values()))
    have = office.id if office else signed.given if signed else None
    notes: list[Finding] = []
    if signed and signed.by == "body" and office:
        notes.append(fact(About("normalised", None, office.id, subject), Outcome.MET, signed.given))

    def answer(outcome: Outcome, by: Placed[Any] | None, *missing: str) -> Finding:
        return fact(
            About("power", by.citation if by else None, given.need, subject), outcome, have, tuple(notes), missing
        )

    def left_to(by: Placed[Power], outcome: Outcome = Outcome.UNKNOWN) -> None:
        notes.append(fact(About("left-to", by.citation, by.entry.left_to, subject), outcome, have))

    unread = _unread(given, award, office, law)
    if unread is not None:
        notes.append(fact(About("unread", unread.citation, None, unread.entry), Outcome.UNKNOWN))
        return answer(Outcome.UNKNOWN, unread)
    if office is None:
        if signed and not candidates and given.of_forces:
            left_to(given.left[0])
            return answer(Outcome.UNKNOWN, given.left[0])
        notes += _unread_names(signed, subject)
        return answer(Outcome.UNKNOWN, None, "authority.office")
    grant = given.grant(office)
    if grant is not None and not given.of_forces:
        return answer(Outcome.MET, grant)
    if not given.every:
        return answer(Outcome.UNKNOWN, None)
    left = given.left_for(office, law)
    if left is not None:
        left_to(left)
        return answer(Outcome.UNKNOWN, left)
    notes += _refused(given, office, law, subject)
    return answer(Outcome.NOT_MET, given.refusing(office, law))


def _unread(given: Granted, award: Award, office: Office | None, law: Law) -> Placed[Unread] | None:
    """Return the text not read that leaves it open: one on the award, or on an office that no text read gives it to."""
    found = unread_for(law, award, Power.table)
    if found is None and office is not None and given.grant(office) is None:
        found = next(law.stopping(Power.table, award.id, office.id), None)
    return found


def _unread_names(signed: Signatory | None, subject: PowerSubject) -> Iterator[Finding]:
    """Yield why the names of a decision tell no office."""
    if signed is None:
        return
    ids = tuple(each.id for each in signed.offices)
    if signed.against is not None:
        yield fact(About("names-disagree", None, ids, subject), Outcome.UNKNOWN, (signed.given, signed.against))
    elif ids:
        yield fact(About("office-ambiguous", None, ids, subject), Outcome.UNKNOWN, signed.given)
    else:
        code = "signed-for" if signed.signed_for else "office-unread"
        yield fact(About(code, None, None, subject), Outcome.UNKNOWN, signed.given)


def _refused(given: Granted, office: Office, law: Law, subject: PowerSubject) -> Iterator[Finding]:
    """Yield what there is to a refusal beside its article."""
    if office.id not in {placed.entry.id for placed in law.of(Office)}:
        code = "office-not-in-force" if has_ended(office, law) else "office-not-named"
        yield fact(About(code, None, law.day, subject), Outcome.NOT_MET, office.id)
    if not given.may and given.left:
        by = given.left[0]
        yield fact(About("left-to", by.citation, by.entry.left_to, subject), Outcome.NOT_MET, office.id)
    elif given.refusing(office, law) is None:
        for placed in given.may:
            yield fact(About("given-to", placed.citation, placed.entry.offices, subject), Outcome.NOT_MET)


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
