"""Not yet: what proceedings and disciplinary measures on record keep from being given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

import attrs

from thidua.book.law import Law, Placed
from thidua.decision.pairs import Given
from thidua.errors import InputError, Problem, worded
from thidua.model.dossier import Dossier
from thidua.model.facts import NOT_SAID, Disciplined, Proceeding
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.provision import Bar, Clause, Counting
from thidua.model.vocabulary import DISCIPLINES


@attrs.frozen(eq=False, kw_only=True)
class HeldBack:
    """What a finding speaks of, for wording: the decision and what stands in its way."""

    name: str
    record: Disciplined | Proceeding


def held_back(rows: Sequence[Given], laws: Sequence[Law], dossiers: Iterable[Dossier]) -> Iterator[Finding]:
    """Yield what the records of the subjects keep from being decided, row by row.

    Source: NĐ 98/2023/NĐ-CP and NĐ 152/2025/NĐ-CP, Điều 4 khoản 4.
    """
    known = _by_subject(dossiers)
    for row, law in zip(rows, laws, strict=True):
        dossier = known.get(row.decision.subject or "")
        if dossier is None or dossier.subject.kind != row.decision.recipient:
            continue
        for bar in law.bars(row.award):
            if not bar.entry.recipients or row.decision.recipient in bar.entry.recipients:
                yield from _barred(row, bar, law.clause(bar.entry.clause, bar), dossier)
        for counting in law.of(Counting):
            if counting.entry.after == "discipline":
                yield from _too_early(row, counting, dossier)


def _by_subject(dossiers: Iterable[Dossier]) -> Mapping[str, Dossier]:
    found: dict[str, Dossier] = {}
    problems = []
    for index, each in enumerate(dossiers):
        name = each.subject.id
        if name is None:
            problems.append(Problem(f"dossiers[{index}].subject.id", "missing", worded("say whose record it is")))
        elif name in found:
            sentence = worded("two dossiers of {name!r}: keep the latest", name=name)
            problems.append(Problem(f"dossiers[{index}].subject.id", "duplicate", sentence))
        else:
            found[name] = each
    if problems:
        raise InputError(problems)
    return found


def _barred(row: Given, bar: Placed[Bar], clause: Placed[Clause], dossier: Dossier) -> Iterator[Finding]:
    """Yield what bars a decision on its day: an open proceeding, a measure that runs."""
    asked, day = clause.entry, row.decision.decided_on
    found: Sequence[Disciplined | Proceeding]
    if asked.clear:
        code, found = "under-proceedings", [item for item in dossier.proceedings if not item.cleared]
    elif asked.undisciplined is not None and asked.undisciplined.when == "proposal":
        heavy = DISCIPLINES[DISCIPLINES.index(asked.undisciplined.measure) :]
        code, found = "under-discipline", [item for item in dossier.disciplines if item.measure in heavy]
    else:
        return
    if day is None and found:
        yield _held(code, bar, HeldBack(name=row.name, record=found[0]), (row.lacks("decided_on"),))
    for item in found:
        if day is None or item.since > day:
            continue
        subject = HeldBack(name=row.name, record=item)
        if item.until == NOT_SAID:
            what = f"proceedings[{item.kind}]" if isinstance(item, Proceeding) else f"disciplines[{item.measure}]"
            yield _held(code, bar, subject, (f"dossiers[{dossier.subject.id}].{what}.until",))
        elif item.until is None or item.until > day:
            yield _held(code, bar, subject)


def _too_early(row: Given, counting: Placed[Counting], dossier: Dossier) -> Iterator[Finding]:
    """Yield the measures served whose end the decision's achievements do not come after.

    Years are told, not days: one that rewards the year of the end itself may reward what came after it.
    """
    day, span = row.decision.decided_on, row.span
    for item in dossier.disciplines:
        if day is None or item.until is None or item.until > day:
            continue  # it runs, or nobody can say whether it did: that was looked at
        subject = HeldBack(name=row.name, record=item)
        if span is None:
            yield _held("before-discipline-ended", counting, subject, (row.lacks("year"),))
        elif span.since < item.until.year:
            yield _held("before-discipline-ended", counting, subject)
        elif span.since == item.until.year and item.until > date(item.until.year, 1, 1):
            yield _held("before-discipline-ended", counting, subject, ())


def _held(
    code: str, by: Placed[Bar] | Placed[Counting], subject: HeldBack, missing: tuple[str, ...] | None = None
) -> Finding:
    """Make the finding: NOT_MET, or UNKNOWN where a fact is missing or no fact of the row would tell."""
    outcome = Outcome.NOT_MET if missing is None else Outcome.UNKNOWN
    return fact(About(code, by.citation, None, subject), outcome, (subject.name,), (), missing or ())
