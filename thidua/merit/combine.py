"""How findings combine: *all* is the minimum, *any* the maximum; a leaf is measured; a judgement is attested.

A judge is a closure from a dossier (and a window of years) to a finding. It returns None where its clause is not in
question: a route of another kind of commendation than the one proposed, a rule that speaks of other subjects.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from thidua.merit.measures import MET, NOT_MET, PENDING, UNKNOWN, Measure, Window
from thidua.model.condition import Judgement
from thidua.model.dossier import Dossier
from thidua.model.finding import About, Finding, Outcome

Judge = Callable[[Dossier, Window | None], Finding | None]

SELECTED = Judgement(
    name="selected",
    label="được lựa chọn trong số những cá nhân, tập thể đủ tiêu chuẩn",
    gloss="selected among those who meet the standard",
)

NEGATED = {NOT_MET: MET, UNKNOWN: UNKNOWN, PENDING: PENDING, MET: NOT_MET}
"""Negation, which only ever meets a leaf: it swaps NOT_MET and MET and nothing else."""


_new = tuple.__new__
"""Makes a finding from its fields; the hot paths below call it instead of the class, at half the cost."""


def least(about: About, children: tuple[Finding, ...]) -> Finding:
    """Make the finding that holds when all its children do."""
    if len(children) == 1:
        return _new(Finding, (about, children[0].outcome, None, children, children[0].on_facts, ()))
    outcome = min(child.outcome for child in children)
    return Finding(about, outcome, None, children, min(child.on_facts for child in children))


def best(about: About, children: tuple[Finding, ...]) -> Finding:
    """Make the finding that holds when one of its children does."""
    outcome = max(child.outcome for child in children)
    return Finding(about, outcome, None, children, max(child.on_facts for child in children))


def all_of(about: About, parts: list[Judge]) -> Judge:
    """Combine parts that must all hold; a part that is not in question takes the whole with it."""

    def judge(dossier: Dossier, window: Window | None) -> Finding | None:
        outcome = on_facts = MET
        children = []
        for part in parts:
            finding = part(dossier, window)
            if finding is None:
                return None
            # The hottest lines of the library: most parts change nothing, which "is not" sees quickest.
            if finding.outcome is not outcome:
                outcome = min(outcome, finding.outcome)
            if finding.on_facts is not on_facts:
                on_facts = min(on_facts, finding.on_facts)
            children.append(finding)
        return _new(Finding, (about, outcome, None, tuple(children), on_facts, ()))

    return judge


def any_of(about: About, parts: list[Judge]) -> Judge:
    """Combine parts one of which must hold, leaving out those not in question."""

    def judge(dossier: Dossier, window: Window | None) -> Finding | None:
        found = [finding for part in parts if (finding := part(dossier, window)) is not None]
        return best(about, tuple(found)) if found else None

    return judge


def leaf(about: About, measure: Measure) -> Judge:
    """Judge by one measure."""
    if about.negated:

        def denied(dossier: Dossier, window: Window | None) -> Finding:
            outcome, have, missing = measure(dossier, window)
            return Finding(about, NEGATED[outcome], have, (), NEGATED[outcome], missing)

        return denied

    nothing_amiss = Finding(about, MET, None, (), MET)

    def judge(dossier: Dossier, window: Window | None) -> Finding:
        outcome, have, missing = measure(dossier, window)
        if have is None and outcome is MET:
            return nothing_amiss  # most bars, most of the time: one finding serves every dossier
        return _new(Finding, (about, outcome, have, (), outcome, missing))

    return judge


def claim(about: About, measure: Measure, without_claims: Measure) -> Judge:
    """Judge by a measure whose PENDING is a claim waiting for recognition: attested as ``<article>/recognised``."""
    key = f"{article(about.code)}/recognised"

    def judge(dossier: Dossier, window: Window | None) -> Finding:
        outcome, have, missing = measure(dossier, window)
        said = attested(dossier, key) if outcome is PENDING else None
        if outcome is PENDING and said is None:
            return Finding(about, PENDING, have, (), MET, ())
        if said:
            outcome = MET
        elif said is not None:
            outcome, have, missing = without_claims(dossier, window)
        return Finding(about, outcome, have, (), outcome, missing)

    return judge


def judgement(about: About) -> Judge:
    """Leave it to people; ``about.code`` is the key to attest it by."""
    key = about.code

    def judge(dossier: Dossier, _: Window | None) -> Finding:
        said = attested(dossier, key)
        if said is None:
            return Finding(about, PENDING, None, (), MET)
        outcome: Outcome = MET if said else NOT_MET
        return Finding(about, outcome, said, (), outcome)

    return judge


def unless(about: About, measure: Measure, lifting: About) -> Judge:
    """Judge by a measure; where it fails, a judgement may still lift it."""
    lifted = judgement(lifting)

    def judge(dossier: Dossier, window: Window | None) -> Finding:
        outcome, have, missing = measure(dossier, window)
        if outcome is not NOT_MET:
            return Finding(about, outcome, have, (), outcome, missing)
        said = lifted(dossier, window)
        children = () if said is None else (said,)
        return best(attrs.evolve(about, choice=True), (Finding(about, NOT_MET, have, (), NOT_MET), *children))

    return judge


def delegated(about: About) -> Judge:
    """Leave it to a document that is not laid over the law."""

    def judge(_: Dossier, __: Window | None) -> Finding:
        return Finding(about, UNKNOWN, None, (), UNKNOWN)

    return judge


def article(code: str) -> str:
    """Return the article part of a clause's id: ``"22.1.a-selected"`` is ``"22.1.a"``."""
    return code.partition("-")[0]


def attested(dossier: Dossier, key: str) -> bool | None:
    """Return what was attested of a judgement; ``"*"`` speaks for all that are not named."""
    said = dossier.attested.get(key)
    return dossier.attested.get("*") if said is None else said
