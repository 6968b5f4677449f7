"""A decision book: everything that can be checked of a batch of decisions, findings by row, worst first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from importlib import import_module
from typing import Literal

import attrs

from thidua.book.governing import award_for, law_for
from thidua.book.law import Law, LawChoice
from thidua.decision.ballots import tally
from thidua.decision.bonuses import bonuses
from thidua.decision.capped import RateReport, RateResult
from thidua.decision.checklist import check_papers
from thidua.decision.doubles import check_doubles
from thidua.decision.paid import BonusReport
from thidua.decision.powers import check_power, check_recipient
from thidua.decision.rates import check_rates
from thidua.merit.assess import assess
from thidua.model.award import Award
from thidua.model.decision import Bases, Decision, StaffRating
from thidua.model.dossier import Dossier
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.succession import Succession
from thidua.people.aimed import TargetReport, TargetResult
from thidua.people.targets import check_shares

Check = Literal["recipient", "power", "merit", "ballot", "papers", "double", "rate", "share"]
LookedAt = Literal["merit", "ballot", "papers", "double"]
_ROW = re.compile(r"decisions\[(\d+)\]")


@attrs.frozen(kw_only=True)
class Checked:
    """What one check found, and the rows it bears on.

    Attributes:
        check: ``recipient`` (can the award go to such a recipient), ``power`` (may this authority decide it),
            ``merit`` (does the record deserve it), ``ballot``, ``papers``, ``double``, ``rate`` (a cap), ``share`` (a
            target).
        rows: places in the batch, from 0.
        finding: what was found; of a cap its ``about.subject`` is the
            :class:`~thidua.decision.capped.RateResult`, of a target the :class:`~thidua.people.aimed.TargetResult`.
    """

    check: Check
    rows: tuple[int, ...]
    finding: Finding

    @property
    def outcome(self) -> Outcome:
        """The finding's."""
        return self.finding.outcome


@attrs.frozen(kw_only=True, slots=False)
class DecisionReport:
    """What :func:`check_decisions` answers.

    Attributes:
        decisions: the batch.
        findings: every finding, worst first, then in the order of the rows.
        rates, targets, money: the caps, the targets and the money of the whole batch.
        laws: the laws that govern the rows, by day; of a law that was given, that one.
        not_looked_at: by check the rows of which it could say nothing, as they do not carry what it asks: ``merit`` (a
            dossier of the subject and year), ``ballot``, ``papers``, ``double`` (a ``subject``).
    """

    decisions: tuple[Decision, ...]
    findings: tuple[Checked, ...]
    rates: RateReport
    targets: TargetReport
    money: BonusReport
    laws: tuple[Law, ...]
    not_looked_at: Mapping[LookedAt, tuple[int, ...]]

    @property
    def outcome(self) -> Outcome:
        """The worst of all findings; MET where there is none."""
        return min((each.outcome for each in self.findings), default=Outcome.MET)

    def of(self, row: int) -> tuple[Checked, ...]:
        """Return the findings that bear on a row, worst first."""
        return self._of[row]

    @property
    def by_row(self) -> tuple[tuple[int, tuple[Checked, ...]], ...]:
        """Every row with the findings that bear on it, rows with the worst first."""
        found = enumerate(self._of)
        return tuple(sorted(found, key=lambda each: min((one.outcome for one in each[1]), default=Outcome.MET)))

    @cached_property
    def _of(self) -> tuple[tuple[Checked, ...], ...]:
        found: list[list[Checked]] = [[] for _ in self.decisions]
        for each in self.findings:
            for row in each.rows:
                found[row].append(each)
        return tuple(map(tuple, found))

    def law_of(self, row: int) -> Law:
        """Return the law that governs a row."""
        day = self.decisions[row].decided_on
        return next((law for law in self.laws if law.day == day), self.laws[0])

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook_batches").decisions(self)
        return shown

    def explain(self, locale: str = "vi") -> str:
        """Tell the findings row by row, worst first, in Vietnamese (``"vi"``) or English (``"en"``)."""
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.checked").explain(self, locale)
        return text


def check_decisions(  # noqa: PLR0913  # all that a decision book may hold beside its rows
    decisions: Iterable[Decision],
    law: LawChoice,
    *,
    bases: Bases | None = None,
    ratings: Iterable[StaffRating] = (),
    dossiers: Iterable[Dossier] = (),
    before: Iterable[Decision] = (),
    succession: Succession | None = None,
) -> DecisionReport:
    """Check a batch of decisions in every way at once, and order what is found worst first.

    Row by row: the recipient and the authority; with a dossier of the subject and year the record; with the row's
    ``ballot`` and ``papers`` the vote and the dossier's papers. Over the batch: doubles, also of decisions ``before``;
    caps, targets, money. What a row does not carry is not checked, and ``not_looked_at`` says so.

    Args:
        decisions: the batch.
        law: a law; or ``law_on``, and each decision's own day picks its law.
        bases: what no decision shows, as for :func:`thidua.check_rates`.
        ratings: the ratings of the year, as for :func:`thidua.check_rates`.
        dossiers: of subjects of the batch, by ``subject.id`` and ``year``.
        before: decisions that came before, for doubles.
        succession: what became of collectives, for doubles.

    Raises:
        UnknownTerm: an award that never was; a base that is none.
        InputError: no date where the date was to pick the law; a base that is no count; rows that contradict
            themselves.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> from thidua.model.decision import Authority, Ballot
    >>> given = {"award": "CSTĐ cấp tỉnh", "recipient": "individual", "decided_on": date(2024, 12, 20)}
    >>> chair = Authority(office="province-chair")
    >>> book = [Decision(authority=chair, ballot=Ballot(members=15, in_favour=14), **given),
    ...         Decision(authority=chair, ballot=Ballot(members=15, in_favour=13), **given)]
    >>> report = check_decisions(book, law_on)
    >>> report.outcome.name, [(each.check, each.rows) for each in report.findings if each.outcome.name == "NOT_MET"]
    ('NOT_MET', [('ballot', (1,))])
    """
    rows, records = tuple(decisions), _by_subject(dossiers)
    rates, targets = check_rates(rows, law, bases, ratings), check_shares(rows, law, bases)
    under = _under(rows, law)
    whole = [_whole(found) for found in records.values()]
    doubled = check_doubles(rows, law, before=before, succession=succession, dossiers=whole)
    found = [
        *_each(rows, law, records),
        *(Checked(check="double", rows=_named(each), finding=each) for each in doubled if each.code != "unnamed"),
        *(Checked(check="rate", rows=under(each), finding=_capped(each)) for each in rates.results),
        *(Checked(check="rate", rows=(), finding=each) for each in rates.splits),
        *(Checked(check="share", rows=_counted(rows, each), finding=_aimed(each)) for each in targets.results),
    ]
    looked = {(each.check, row) for each in found for row in each.rows}
    unseen: dict[LookedAt, tuple[int, ...]] = {
        name: tuple(row for row in range(len(rows)) if (name, row) not in looked)
        for name in ("merit", "ballot", "papers")
    }
    unseen["double"] = tuple(row for row, each in enumerate(rows) if each.subject is None)
    return DecisionReport(
        decisions=rows,
        findings=tuple(sorted(found, key=lambda each: (each.outcome, each.rows or (len(rows),)))),
        rates=rates,
        targets=targets,
        money=bonuses(rows, law),
        laws=(law,) if isinstance(law, Law) else tuple(law(day) for day in sorted(_days(rows))),
        not_looked_at={name: missing for name, missing in unseen.items() if missing},
    )


def _by_subject(dossiers: Iterable[Dossier]) -> dict[str, list[Dossier]]:
    found: dict[str, list[Dossier]] = {}
    for each in dossiers:
        if each.subject.id is not None:
            found.setdefault(each.subject.id, []).append(each)
    return found


def _whole(dossiers: list[Dossier]) -> Dossier:
    """Return a subject's latest dossier with the measures and proceedings of all, which bar whatever the year."""
    measures = dict.fromkeys(record for each in dossiers for record in each.disciplines)
    open_ = dict.fromkeys(record for each in dossiers for record in each.proceedings)
    latest = max(dossiers, key=lambda each: each.year)
    return attrs.evolve(latest, disciplines=tuple(measures), proceedings=tuple(open_))


def _each(rows: tuple[Decision, ...], law: LawChoice, records: Mapping[str, list[Dossier]]) -> Iterator[Checked]:
    """Yield what is found row by row."""
    for index, row in enumerate(rows):
        current = law_for(row, law, f"$[{index}]")
        award, exists = award_for(row, current)
        yield Checked(check="recipient", rows=(index,), finding=check_recipient(row, current))
        yield Checked(check="power", rows=(index,), finding=check_power(row, current))
        if award is not None and exists:
            for check, finding in _of_the_dossier(row, award, current, records):
                yield Checked(check=check, rows=(index,), finding=finding)


def _of_the_dossier(
    row: Decision, award: Award, law: Law, records: Mapping[str, list[Dossier]]
) -> Iterator[tuple[Check, Finding]]:
    """Yield what is found on the record, the vote and the papers, as far as they are there."""
    of_year = [each for each in records.get(row.subject or "", ()) if row.year in (None, each.year)]
    if len(of_year) == 1 and row.recipient in award.recipients:
        proposed = row.commendation or of_year[0].commendation  # what was decided, not what the dossier may propose
        yield "merit", assess(attrs.evolve(of_year[0], commendation=proposed), award, law=law).findings
    if row.ballot is not None:
        yield "ballot", tally(row.ballot, award, law=law)
    if row.papers is not None:
        yield "papers", check_papers(row.papers, award, law=law, commendation=row.commendation)


def _named(finding: Finding) -> tuple[int, ...]:
    """Return the rows that a finding on doubles names."""
    return tuple(int(match[1]) for name in finding.have if (match := _ROW.fullmatch(name)))


def _capped(result: RateResult) -> Finding:
    about = About("rate", result.citation, result.allowed, result)
    return fact(about, result.outcome, result.count, missing=result.missing)


def _aimed(result: TargetResult) -> Finding:
    about = About("share", result.citation, result.target, result)
    return fact(about, result.outcome, result.count, missing=result.missing)


def _days(rows: tuple[Decision, ...]) -> set[date]:
    return {row.decided_on for row in rows if row.decided_on is not None}


def _under(rows: tuple[Decision, ...], law: LawChoice) -> Callable[[RateResult], tuple[int, ...]]:
    """Return what tells the rows that a cap counts."""
    found: defaultdict[tuple[str, int | None], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        award, _ = award_for(row, law_for(row, law, f"$[{index}]"))
        if award is not None:
            found[award.id, row.year].append(index)

    def under(result: RateResult) -> tuple[int, ...]:
        counted = (index for award in result.awards for index in found[award, result.year])
        return tuple(sorted(i for i in counted if result.unit in (rows[i].unit, rows[i].proposed_by)))

    return under


def _counted(rows: tuple[Decision, ...], result: TargetResult) -> tuple[int, ...]:
    """Return the rows of the unit and year that a target is held in; of one for all units those of the year."""
    return tuple(index for index, row in enumerate(rows) if row.year == result.year and result.unit in (None, row.unit))
