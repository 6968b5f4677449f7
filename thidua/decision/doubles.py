"""Twice: what one subject may not be given together with what it is given, or was given before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs

from thidua.book.catalogue import award as ever
from thidua.book.governing import award_for, law_for, unread_for
from thidua.book.law import Law, LawChoice, Placed
from thidua.decision.held_back import held_back
from thidua.decision.kin import met
from thidua.decision.pairs import (
    NO,
    Answer,
    Given,
    barred,
    common,
    counted_again,
    every,
    initiative_spent,
    two_givers,
)
from thidua.model.citation import Standing
from thidua.model.decision import Decision
from thidua.model.dossier import Dossier
from thidua.model.doubling import Double
from thidua.model.entry import Entry
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.outline import Unread
from thidua.model.provision import Counting
from thidua.model.succession import Succession

_COUNTED: Final[Mapping[str, Callable[[Placed[Counting], Given, Given], Answer]]] = {
    "initiative-used-twice": initiative_spent,
    "years-counted-twice": counted_again,
}
"""What a finding is called, by what of a record counts."""


@attrs.frozen(eq=False, kw_only=True)
class Doubled:
    """What a finding speaks of, for wording.

    Attributes:
        rows: the decisions, by the names that ``have`` gives them.
        entry: what bars them; None where no rule was asked.
        shared: the achievements or initiatives that both name.
    """

    rows: tuple[tuple[str, Decision], ...]
    entry: Entry | None = None
    shared: tuple[str, ...] = ()


def check_doubles(
    decisions: Iterable[Decision],
    law: LawChoice,
    *,
    before: Iterable[Decision] = (),
    succession: Succession | None = None,
    dossiers: Iterable[Dossier] = (),
) -> tuple[Finding, ...]:
    """Find what a batch gives one subject that it may not have together, or not yet.

    Each decision is held against the others of the batch and those before it, where both name one ``subject``: several
    forms of commendation, or one award again, for one achievement; a title again in a year it is given once; two
    awards of the State in one year; an initiative used twice; years that count twice for one form. Where a rule bars
    the two the finding is NOT_MET, where it may, and the rows do not tell, UNKNOWN. No finding means that nothing was
    found, and no more.

    What tells that two decisions reward one achievement is that both name it (``achievements``). Where one does not,
    decisions of the same kind of commendation on years that meet may; of different kinds they do not, as each kind
    rewards what the others do not. A title and a form are no double.

    A finding's ``have`` names its rows, ``decisions[3]`` or ``before[0]``, and ``missing`` what would settle it. What
    no fact settles has a child: ``unread``, ``not-seen`` (whether the text says so was not seen), ``two-givers`` (two
    offices, or one of two places, and the text does not say whether that is once or twice).
    A last finding, ``unnamed``, names the rows without ``subject`` that may be somebody else's of the batch. Rows
    whose award is not named, or is none of its day, are left to :func:`~thidua.decision.powers.check_power`.

    Args:
        decisions: the batch.
        law: a law; or ``law_on``, and the later decision of two picks it by its day.
        before: decisions that came before; they are not held against each other.
        succession: what became of collectives: a subject is then one with those whose history it continues, and where
            the table does not say whose history goes on, a double of the two is UNKNOWN.
        dossiers: of subjects of the batch, by ``subject.id``: an open proceeding, or a disciplinary measure, bars
            what is decided while it runs, and what rewards years before its end. Of who has none nothing is said.

    Raises:
        UnknownTerm: an award that never was.
        InputError: no date where the date was to pick the law; two dossiers of one subject.

    Source: Luật 06/2022/QH15 Điều 5 khoản 2 điểm c and Điều 27-31; Luật 15/2003/QH11 Điều 6 khoản 2 (as of 2014) and
    Điều 20 khoản 4; NĐ 65/2014/NĐ-CP Điều 2 khoản 4; NĐ 98/2023/NĐ-CP and NĐ 152/2025/NĐ-CP Điều 4 khoản 4; TT
    07/2014/TT-BNV and 08/2017/TT-BNV, at second hand. The reading ``initiative-reuse`` says what an initiative may
    ground.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> law = law_on(date(2025, 12, 31))
    >>> given = {"recipient": "individual", "subject": "A-17", "year": 2025, "commendation": "ad-hoc"}
    >>> rescue = [Decision(award=name, achievements=("cứu người 12/10",), **given)
    ...           for name in ("Giấy khen cấp xã", "Bằng khen cấp tỉnh")]
    >>> [found] = check_doubles(rescue, law)
    >>> found.outcome.name, found.code, found.have
    ('NOT_MET', 'forms-for-one-achievement', ('decisions[0]', 'decisions[1]'))
    >>> print(found.citation)
    điểm c khoản 2 Điều 5 Luật 06/2022/QH15
    """
    batch = [*decisions]
    laws = [law_for(each, law, f"$[{index}]") for index, each in enumerate(batch)]
    new = [row for index, each in enumerate(batch) if (row := _given(f"decisions[{index}]", each, laws[index]))]
    old = [row for index, each in enumerate(before) if (row := _given(f"before[{index}]", each, None))]
    governing = {f"decisions[{index}]": each for index, each in enumerate(laws)}
    found = [
        finding
        for one, other, kin in met(old, new, succession)
        for finding in _judged(one, other, kin, _law_of(one, other, governing))
    ]
    found += held_back(new, [governing[row.name] for row in new], dossiers)
    return (*found, *_unnamed(old, new))


def _given(name: str, decision: Decision, law: Law | None) -> Given | None:
    """Return a decision with its award; None where it names none, or one that its day does not have."""
    if law is None:
        return None if decision.award is None else Given(name, decision, ever(decision.award))
    award, exists = award_for(decision, law)
    return Given(name, decision, award) if award is not None and exists else None


def _law_of(one: Given, other: Given, governing: dict[str, Law]) -> Law:
    """Return the law of the later decision; one from before is the earlier, whatever its day."""
    laws = [governing[each.name] for each in (one, other) if each.name in governing]
    return max(laws, key=lambda law: law.day)


def _judged(one: Given, other: Given, kin: Answer, law: Law) -> Iterator[Finding]:
    """Yield what bars a pair; where something bars it for certain, what may bar it goes without saying."""
    doubles = [(each.entry.bars, each, barred(each, one, other, law)) for each in law.of(Double)]
    counted = [(code, each, test(each, one, other)) for each in law.of(Counting) for code, test in _COUNTED.items()]
    rules: list[tuple[str, Placed[Any], Answer]] = [*doubles, *counted]
    joined = [(code, placed, every([kin, answer])) for code, placed, answer in rules]
    told = [_finding(code, placed, answer, (one, other), law) for code, placed, answer in joined if answer != NO]
    worst = min((each.outcome for each in told), default=Outcome.MET)
    yield from (each for each in told if each.outcome is worst)


def _finding(code: str, placed: Placed[Any], answer: Answer, pair: tuple[Given, Given], law: Law) -> Finding:
    certain, missing = answer
    key = "grounds" if isinstance(placed.entry, Counting) else "achievements"
    subject = Doubled(
        rows=tuple((each.name, each.decision) for each in pair),
        entry=placed.entry,
        shared=common(getattr(each.decision, key) for each in pair),
    )
    unread = unread_for(law, pair[1].award, placed.entry.table)
    notes = tuple(_why(placed, unread, pair, law))
    outcome = Outcome.NOT_MET if certain and not notes else Outcome.UNKNOWN
    names = tuple(each.name for each in pair)
    return fact(About(code, placed.citation, None, subject), outcome, names, notes, missing)


def _why(placed: Placed[Any], unread: Placed[Unread] | None, pair: tuple[Given, Given], law: Law) -> Iterator[Finding]:
    """Yield why a finding is open beside the facts that are missing."""
    if unread:
        yield fact(About("unread", unread.citation, None, unread.entry), Outcome.UNKNOWN)
    if placed.citation.standing is Standing.UNVERIFIED:
        yield fact(About("not-seen", placed.citation, None, placed.entry), Outcome.UNKNOWN)
    if isinstance(placed.entry, Double) and placed.entry.bars == "again-in-one-year" and two_givers(*pair, law):
        yield fact(About("two-givers", placed.citation), Outcome.UNKNOWN, tuple(each.name for each in pair))


def _unnamed(old: Sequence[Given], new: Sequence[Given]) -> Iterator[Finding]:
    """Yield the rows that name no subject, where another row may be of the same one."""
    fresh = {row.decision.recipient for row in new}
    kinds = Counter(row.decision.recipient for row in (*old, *new))
    several = {kind for kind, rows in kinds.items() if rows > 1 and kind in fresh}
    told = [row for row in (*old, *new) if row.decision.subject is None and row.decision.recipient in several]
    if told:
        subject = Doubled(rows=tuple((row.name, row.decision) for row in told))
        names = tuple(row.name for row in told)
        yield fact(
            About("unnamed", None, None, subject),
            Outcome.UNKNOWN,
            names,
            (),
            tuple(row.lacks("subject") for row in told),
        )
