"""Several decisions for one recipient at one time: which of them are paid, and where that is not certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Literal, TypeAlias

import attrs

from thidua.book.law import Law, Placed
from thidua.decision.paid import Bonus, BonusRow, Doubt, DoubtCode, Instead
from thidua.model.award import Award
from thidua.model.decision import Decision
from thidua.model.paying import Together
from thidua.model.vocabulary import Kind
from thidua.text import fold

Among = Literal["titles", "forms"]
Period: TypeAlias = tuple[int, str]
"""The year, and the title where its standard makes its period its own."""


@attrs.frozen
class _Line:
    """A row whose award is known and can go to its recipient, with the law of its day."""

    index: int
    decision: Decision
    award: Award
    bonus: Bonus
    law: Law

    @property
    def day(self) -> date:
        return self.decision.decided_on or self.law.day

    @property
    def among(self) -> Among:
        return "titles" if self.award.is_title else "forms"

    @property
    def owner(self) -> tuple[Kind, str]:
        return self.decision.recipient, self.decision.subject or ""


def settled(rows: Sequence[BonusRow], laws: Sequence[Law]) -> tuple[BonusRow, ...]:
    """Return the rows with what is paid in place of them, and with what is not certain.

    Rows are one recipient's where they have the same ``subject`` and kind of recipient. The same title of one period
    twice is paid once, and so are forms that name one achievement.

    Args:
        rows: the rows of a batch, each with its bonus.
        laws: the law of each row.

    Source: NĐ 152/2025/NĐ-CP Điều 49 khoản 5-7.
    """
    lines = [
        _Line(row.index, row.decision, row.bonus.award, row.bonus, law)
        for row, law in zip(rows, laws, strict=True)
        if row.bonus is not None and row.reason != "recipient"
    ]
    named = [line for line in lines if line.decision.subject is not None and line.decision.count == 1]
    instead: dict[int, Instead] = {}
    doubts: dict[int, list[Doubt]] = {}
    for index, found in (*_of_all(_several(named)), *_nameless(lines)):
        if isinstance(found, Instead):
            instead[index] = found
        else:
            doubts.setdefault(index, []).append(found)
    return tuple(
        attrs.evolve(row, instead=instead.get(row.index), doubts=tuple(doubts.get(row.index, ()))) for row in rows
    )


_Found: TypeAlias = Iterator[tuple[int, Instead | Doubt]]


def _several(named: Iterable[_Line]) -> Iterator[list[_Line]]:
    """Yield each recipient's rows, where there are several."""
    for _, group in groupby(sorted(named, key=lambda line: line.owner), key=lambda line: line.owner):
        lines = list(group)
        if len(lines) > 1:
            yield lines


def _of_all(recipients: Iterable[list[_Line]]) -> _Found:
    for lines in recipients:
        beaten: set[int] = set()
        for _, group in groupby(sorted(lines, key=lambda line: line.day), key=lambda line: line.day):
            for index, found in _of_one_time(list(group)):
                beaten |= {index} if isinstance(found, Instead) else set()
                yield index, found
        yield from _of_other_days([line for line in lines if line.index not in beaten])


def _of_one_time(lines: list[_Line]) -> _Found:
    if len(lines) == 1:
        return
    stops = next((stop for line in lines for stop in line.law.stopping(Together.table, line.award.id)), None)
    if stops is not None:
        for line in lines:
            found = Doubt(code="not-read", rows=_others(line, lines), citation=stops.citation, unread=stops.entry)
            yield line.index, found
        return
    titles, forms = ([line for line in lines if line.among == among] for among in ("titles", "forms"))
    if _clause(lines, "title-and-form", None) is None:
        yield from _unsaid(titles, forms)
        yield from _unsaid(forms, titles)
    yield from _titles(titles)
    yield from _forms(forms)


def _unsaid(lines: list[_Line], others: list[_Line]) -> _Found:
    """Doubt rows of whose being paid beside others no text read says anything."""
    for line in lines:
        yield from _doubts("not-read", line, others, None)


def _titles(titles: list[_Line]) -> _Found:
    """Pay the highest alone of the titles of one period."""
    clause = _clause(titles, "titles", "same")
    if clause is None:
        yield from _unsaid(titles, titles)
        return
    dated = [(period, line) for line in titles if (period := _period(line, clause)) is not None]
    for line in titles:
        if _period(line, clause) is None:
            yield from _doubts("no-year", line, titles, clause)
        elif line.award.id in clause.entry.longer:
            yield from _doubts("reading", line, [each for each in titles if _same_year(each, line)], clause)
    periods = {
        period: [line for _, line in group]
        for period, group in groupby(sorted(dated, key=lambda each: each[0]), key=lambda each: each[0])
    }
    for alike in periods.values():
        yield from _highest(alike, clause)
        if _clause(titles, "titles", "different") is None:
            yield from _unsaid(alike, [line for _, line in dated if line not in alike])


def _highest(titles: list[_Line], clause: Placed[Together]) -> _Found:
    if len(titles) == 1:
        return
    multiples = [line.bonus.multiple for line in titles]
    known = [multiple for multiple in multiples if multiple is not None]
    if len(known) < len(titles) or any(line.bonus.reason == "unread" for line in titles):
        for line in titles:
            yield from _doubts("rank", line, titles, clause)
        return
    best = titles[multiples.index(max(known))]
    paid = Instead(index=best.index, citation=clause.citation, reading=clause.entry.reading)
    yield from ((line.index, paid) for line in titles if line.index != best.index)


def _forms(forms: list[_Line]) -> _Found:
    """Pay each form, and of those that name one achievement one; of other years' forms all, else they may be one."""
    clause = _clause(forms, "forms", "different")
    if clause is None:
        yield from _unsaid(forms, forms)
        return
    for line in forms:
        greater = [other for other in forms if _one(line, other) and _dearer(other, line)]
        if greater:
            yield line.index, Instead(index=greater[0].index, citation=clause.citation, reading=clause.entry.reading)
            continue
        alike = [other for other in forms if not _apart(line.decision.year, other.decision.year)]
        yield from _doubts("achievements", line, [other for other in alike if not _one(line, other)], clause)


def _one(line: _Line, other: _Line) -> bool:
    """Say whether both name one achievement."""
    named = ({fold(name) for name in each.decision.achievements or ()} for each in (line, other))
    return not set.isdisjoint(*named)


def _dearer(other: _Line, line: _Line) -> bool:
    """Say whether another row is the one to be paid of the two: the greater, of equals the earlier."""
    multiples = [each.bonus.multiple or 0 for each in (other, line)]
    return (multiples[0], -other.index) > (multiples[1], -line.index)


def _of_other_days(lines: list[_Line]) -> _Found:
    """Doubt titles of one period that were decided on different days: the clause speaks of one time."""
    for line in lines:
        clause = _clause([line], "titles", "same")
        period = clause and _period(line, clause)
        if clause is None or period is None or line.among == "forms":
            continue
        other_days = [each for each in lines if each.day != line.day and each.among == "titles"]
        alike = [each for each in other_days if _period(each, clause) == period]
        yield from _doubts("other-day", line, alike, clause)


def _nameless(lines: list[_Line]) -> _Found:
    """Doubt rows that name nobody, or several, where the batch has other awards that might be the same recipient's."""
    seen: dict[tuple[date, Kind, str], set[tuple[str, int | None]]] = {}
    for line in lines:
        seen.setdefault(_place(line), set()).add((line.award.id, line.decision.year))
    for line in lines:
        if line.decision.subject is not None and line.decision.count == 1:
            continue
        others = (year for award, year in seen[_place(line)] if award != line.award.id)
        if any(line.among == "titles" or not _read(line) or not _apart(line.decision.year, year) for year in others):
            clause = _clause([line], line.among, "same" if line.among == "titles" else "different")
            yield line.index, Doubt(code="no-subject", citation=clause.citation if clause else None)


def _place(line: _Line) -> tuple[date, Kind, str]:
    """Return what rows share that may bear on one another: where no text was read, a title and a form may too."""
    return line.day, line.decision.recipient, line.among if _read(line) else ""


def _read(line: _Line) -> bool:
    return bool(line.law.of(Together)) and not any(line.law.stopping(Together.table, line.award.id))


def _clause(lines: list[_Line], among: str, periods: str | None) -> Placed[Together] | None:
    """Take the latest document's word: on several titles of the same period, on forms of different ones."""
    found = reversed(lines[0].law.of(Together)) if lines else ()
    asked = (among, periods)
    return next((placed for placed in found if (placed.entry.among, placed.entry.periods) == asked), None)


def _period(line: _Line, clause: Placed[Together]) -> Period | None:
    """Return the period counted for a title; None where it is not known, or is that of a movement."""
    if line.decision.year is None or line.decision.commendation not in (None, "merit"):
        return None
    return line.decision.year, line.award.id if line.award.id in clause.entry.longer else ""


def _same_year(line: _Line, other: _Line) -> bool:
    return line.decision.year == other.decision.year


def _apart(year: int | None, other: int | None) -> bool:
    return year is not None and other is not None and year != other


def _others(line: _Line, lines: Iterable[_Line]) -> tuple[int, ...]:
    """Return the places of the other rows."""
    return tuple(other.index for other in lines if other.index != line.index)


def _doubts(code: DoubtCode, line: _Line, lines: Iterable[_Line], clause: Placed[Together] | None) -> _Found:
    """Doubt a row because of the others among these, if there are any."""
    others = _others(line, lines)
    if others:
        yield line.index, Doubt(code=code, rows=others, citation=clause.citation if clause else None)
