"""``assess`` and ``assess_all``: one dossier against the law."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from thidua.book.law import Law, LawChoice
from thidua.book.transition import Governing
from thidua.errors import InputError, NotInForce, worded
from thidua.merit.measures import UNKNOWN
from thidua.merit.program import Program, program
from thidua.merit.speaks import speaks
from thidua.merit.verdict import Verdict
from thidua.model.award import Award
from thidua.model.dossier import Dossier
from thidua.model.finding import About, Finding


def assess(dossier: Dossier, award: str | Award, *, law: LawChoice | Governing) -> Verdict:
    """Judge whether a record meets the standard of an award.

    Args:
        dossier: the facts, from :func:`thidua.load_dossier`.
        award: an award, or its id, short form or official name.
        law: the law of a day; or ``thidua.law_on`` itself, and the day the dossier was received picks the law; or what
            :func:`thidua.governing` found, and of two laws the more favourable answers.

    Raises:
        UnknownTerm: no such award.
        NotInForce: the award does not exist on that day.
        InputError: the dossier is to pick the law, but does not say when it was received; or ``governing`` was asked
            about another day.

    >>> from datetime import date
    >>> import thidua
    >>> dossier = thidua.load_dossier({
    ...     "subject": {"kind": "individual", "tracks": ["civil-servant"]}, "year": 2024, "known_from": 2020,
    ...     "years": [{"year": 2024, "rating": "excellent"}]})
    >>> verdict = thidua.assess(dossier, "CSTĐCS", law=thidua.law_on(date(2024, 12, 20)))
    >>> verdict.outcome.name, verdict.on_facts.name
    ('PENDING', 'MET')
    >>> [judgement.key for judgement in verdict.to_attest]
    ['24.1.b/spirit']
    """
    if not isinstance(law, Law):
        if isinstance(law, Governing):
            return _governed(dossier, award, law)
        law = resolve(law, dossier)
    return _verdict(dossier, program(law, award), law)


def assess_all(dossier: Dossier, *, law: LawChoice | Governing) -> tuple[Verdict, ...]:
    """Judge a record against every award open to its subject, in the law's order.

    Args:
        dossier: the facts.
        law: as for :func:`assess`.
    """
    if isinstance(law, Governing):
        every = dict.fromkeys(award.id for each in law.laws for award in _open_to(dossier, each))
        return tuple(_governed(dossier, award, law) for award in every)
    law = resolve(law, dossier)
    return tuple(_verdict(dossier, program(law, award), law) for award in _open_to(dossier, law))


def _open_to(dossier: Dossier, law: Law) -> Iterator[Award]:
    """Yield the awards that speak of the dossier's subject."""
    for award in law.awards:
        rules = law.rules(award) if dossier.subject.kind in award.recipients else ()
        if any(speaks(placed.entry, dossier) for placed in rules):
            yield award


def _governed(dossier: Dossier, award: str | Award, law: Governing) -> Verdict:
    """Judge by the law that governs; of two by the more favourable, and of equal verdicts the first law's stands."""
    _received_then(dossier, law)
    laws = [each for each in law.laws if _exists(award, each)] or law.laws[-1:]
    verdicts = [assess(dossier, award, law=each) for each in laws]
    best = max(verdicts, key=lambda verdict: (verdict.outcome, verdict.on_facts))
    return attrs.evolve(best, transitions=law.clauses)


def _exists(award: str | Award, law: Law) -> bool:
    """Say whether a law has the award: of two laws one may know it by another name, or not at all."""
    try:
        law.award(award if isinstance(award, str) else award.id)
    except NotInForce:
        return False
    return True


def _received_then(dossier: Dossier, law: Governing) -> None:
    """Refuse the law that governs a dossier received on another day."""
    if dossier.received is not None and law.received is not None and dossier.received != law.received:
        sentence = worded(
            "the dossier was received on {received}, the law was sought for one of {law_received}",
            received=dossier.received,
            law_received=law.received,
        )
        raise InputError.one("$.received", "contradiction", sentence)


def resolve(law: LawChoice, dossier: Dossier) -> Law:
    """Return the law, or let the dossier's own date pick it."""
    if isinstance(law, Law):
        return law
    if dossier.received is None:
        sentence = worded("say when the dossier was received: with law=law_on that day picks the law")
        raise InputError.one("$.received", "missing", sentence)
    return law(dossier.received)


def _verdict(dossier: Dossier, compiled: Program, law: Law) -> Verdict:
    findings = as_read = compiled.judge(dossier)
    if stopping := compiled.stops(dossier.subject.kind):
        stopped = tuple(
            Finding(About("unread", placed.citation, subject=placed.entry), UNKNOWN, None, (), UNKNOWN)
            for placed in stopping
        )
        # What the last text read would answer stands beside the stop; it decides nothing.
        aside = Finding(About("as-last-read"), UNKNOWN, as_read.outcome, (as_read,), UNKNOWN)
        findings = Finding(as_read.about, UNKNOWN, None, (*stopped, aside), UNKNOWN)
    return Verdict(findings, compiled.award, dossier, law)
