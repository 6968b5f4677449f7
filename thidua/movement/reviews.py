"""Which awards a review of a movement opens: read off the statute book's own conditions on movements."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
from typing import get_args

import attrs

from thidua.book.governing import of_a_day
from thidua.book.law import Law, Placed
from thidua.errors import InputError, UnknownTerm, worded
from thidua.model.award import Award
from thidua.model.citation import Citation
from thidua.model.condition import Delegated, MovementOf
from thidua.model.finding import Outcome
from thidua.model.movement import Movement
from thidua.model.outline import Unread
from thidua.model.provision import Clause, Rule
from thidua.model.time import add_months, full_years
from thidua.model.vocabulary import Commendation, Kind, Result, Review
from thidua.movement.naming import find, names
from thidua.movement.registry import RegisteredMovement, of_law
from thidua.movement.routes import clauses_of
from thidua.text import nearest


@attrs.frozen(kw_only=True)
class Opening:
    """An award that a review of a movement opens, by one clause; what else its rule asks stays to be met.

    Attributes:
        award: the award.
        recipients: whom the rule is for.
        asked: what the clause asks of the movement: its launchers, its years, the reviews, and the results, one of
            which a recipient must have.
        commendation: the kinds of commendation whose route it is; none for a title.
        outcome: MET: the review opens it. UNKNOWN: a fact of the movement is missing, or it was planned for the years
            asked and has not run so long at this review, or a text that governs was not read, or is not there.
        missing: the movement's facts that would settle it.
        full_on: the first day on which it has run the years asked, by its launch; None where none are asked, its
            launch is not known to the day, or it is planned to end before.
        citation: the clause.
        unread: the text that was not read.
        delegated: the standard, where the law leaves all of it to a document that is not laid over it (Điều 75 khoản
            2): whether that asks for a movement is not known, and ``asked`` is empty.
    """

    award: Award
    recipients: tuple[Kind, ...]
    asked: MovementOf
    commendation: tuple[Commendation, ...] = ()
    outcome: Outcome
    missing: tuple[str, ...] = ()
    full_on: date | None = None
    citation: Citation
    unread: Citation | None = None
    delegated: Delegated | None = None

    @property
    def results(self) -> tuple[Result, ...]:
        """The results, one of which a recipient must have."""
        return self.asked.results

    def explain(self, locale: str = "vi") -> str:
        """Tell for whom it is, with which result, by which clause, and what is missing (``"vi"`` or ``"en"``).

        Raises:
            UnknownTerm: a language that is not there.
        """
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.launches").opening_text(self, locale)
        return text


def awards_from(movement: Movement | str, review: Review, law: Law) -> tuple[Opening, ...]:
    """Return the awards that a review of a movement opens, in the law's order; those it cannot open are left out.

    Args:
        movement: a movement, or a name of one of the register.
        review: ``annual``, ``interim`` (sơ kết) or ``final`` (tổng kết).
        law: the law of the day of the review, by which the years that the movement has run are counted too. A final
            review in the last year planned, or later, is one of the whole planned time.

    Raises:
        UnknownTerm: no movement has this name; no such review.
        InputError: the review lies before the movement's launch; ``law_on`` for a law.

    Source: the clauses on movements: Luật 06/2022/QH15 Điều 25, 26, 42-44, 73-75; Luật 15/2003/QH11 and its decrees.

    >>> from thidua import law_on
    >>> of_province = Movement(launched_by="province", since=date(2022, 1, 1), until=date(2025, 1, 1))
    >>> opened = awards_from(of_province, "final", law_on(date(2024, 12, 20)))
    >>> [(each.award.short[0], each.citation.article) for each in opened if each.asked.years]
    [('Cờ tỉnh', 'khoản 2 Điều 26'), ('BKTTg', 'điểm d khoản 4 Điều 73')]
    >>> [each.explain("en").rpartition("; ")[2] for each in opened if each.asked.years][0]
    'a movement of at least 3 years, full on 1 Jan 2025 (clause 2 Article 26 Law 06/2022/QH15)'
    """
    if review not in get_args(Review):
        raise UnknownTerm("review", str(review), nearest(str(review), get_args(Review)))
    law = of_a_day(law)
    found = _named(movement, law) if isinstance(movement, str) else movement
    launched = found.earliest if isinstance(found, RegisteredMovement) else found.since
    if launched is not None and law.day < launched:
        sentence = worded("reviewed on {day}, before its launch on {launched}", day=law.day, launched=launched)
        raise InputError.one("$.since", "contradiction", sentence)
    opened = (each for each in _openings(found, review, law) if each.outcome is not Outcome.NOT_MET)
    # Several rules of one award, for several kinds of people, may rest on one clause.
    return tuple({(each.award.id, each.recipients, each.citation): each for each in opened}.values())


def _named(name: str, law: Law) -> Movement:
    known = of_law(law)
    found = find(name, known)
    if found is None:
        raise UnknownTerm("movement", name, nearest(name, (text for each in known for text in names(each))))
    return found


def _openings(movement: Movement, review: Review, law: Law) -> Iterator[Opening]:
    for award in law.awards:
        unread = next(law.stopping(Rule.table, award.id), None)
        for rule in law.rules(award):
            for placed, asked in asked_of(rule, law):
                outcome, missing = _fits(movement, review, asked, law.day)
                made = _made(award, rule, placed, unread)
                outcome = min(outcome, Outcome.UNKNOWN) if unread else outcome
                full_on = _full_on(movement, asked.years)
                yield attrs.evolve(made, asked=asked, outcome=outcome, missing=missing, full_on=full_on)
            if (left := _left_to_others(rule, law)) is not None:
                yield attrs.evolve(_made(award, rule, left, unread), delegated=left.entry.delegated)


def _made(award: Award, rule: Placed[Rule], placed: Placed[Clause], unread: Placed[Unread] | None) -> Opening:
    return Opening(
        award=award,
        recipients=rule.entry.recipients,
        asked=MovementOf(),
        commendation=placed.entry.commendation,
        outcome=Outcome.UNKNOWN,
        citation=placed.citation,
        unread=unread.citation if unread else None,
    )


def _left_to_others(rule: Placed[Rule], law: Law) -> Placed[Clause] | None:
    """Return the clause by which a rule leaves all it asks to another body's document; None where it asks anything."""
    clauses = tuple(clauses_of(rule, law))
    return clauses[0] if clauses and all(each.entry.delegated for each in clauses) else None


def asked_of(rule: Placed[Rule], law: Law) -> Iterator[tuple[Placed[Clause], MovementOf]]:
    """Yield the conditions on a movement that a rule may rest on, each with its clause."""
    for placed in clauses_of(rule, law):
        if placed.entry.movement is not None:
            yield placed, placed.entry.movement


def _fits(movement: Movement, review: Review, asked: MovementOf, day: date) -> tuple[Outcome, tuple[str, ...]]:
    """Hold a movement and its review against a condition: the least of what is asked, and what is missing."""
    by = _among(movement.launched_by, asked.launched_by)
    length, lacks = _long_enough(movement, review, asked.years or 0, day)
    outcome = min(by, length, _among(review, asked.reviews))
    missing = (*(("launched_by",) if by is Outcome.UNKNOWN else ()), *lacks)
    return outcome, missing if outcome is Outcome.UNKNOWN else ()


def _full_on(movement: Movement, years: int | None) -> date | None:
    """Return the day on which a movement has run so many years."""
    if not years or movement.since is None:
        return None
    day = add_months(movement.since, 12 * years)
    return day if movement.until is None or day <= movement.until else None


def _among(word: str | None, words: tuple[str, ...]) -> Outcome:
    if not words:
        return Outcome.MET
    return Outcome.UNKNOWN if word is None else Outcome.MET if word in words else Outcome.NOT_MET


def _long_enough(movement: Movement, review: Review, years: int, day: date) -> tuple[Outcome, tuple[str, ...]]:
    """Say whether a movement has run so long by its review; a planned time counts at the end of it."""
    if not years:
        return Outcome.MET, ()
    known = movement.known_from if isinstance(movement, RegisteredMovement) else movement.since
    until = movement.until or day
    if known is not None and full_years(known, min(day, until)) >= years:
        return Outcome.MET, ()
    if movement.since is None:
        return Outcome.UNKNOWN, ("since",)
    planned = movement.years is not None and movement.years >= years
    if review == "final":
        # A final review late in the last year planned is the review of all of it; in a year before, the plan was cut.
        whole = movement.until is not None and (movement.until - timedelta(days=1)).year <= day.year
        return (
            (Outcome.MET, ())
            if planned and whole
            else (Outcome.UNKNOWN, ("until",))
            if planned
            else (Outcome.NOT_MET, ())
        )
    if movement.until is None or movement.until <= day:  # not over, whatever was planned
        return Outcome.UNKNOWN, ("until",)
    return (Outcome.UNKNOWN if planned else Outcome.NOT_MET), ()
