"""The reports of ``python -m thidua check``: what was found, as prose and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import attrs

from thidua.book.catalogue import catalogue
from thidua.book.law import Law, LawChoice
from thidua.decision.bonuses import bonuses
from thidua.decision.capped import RateReport
from thidua.decision.paid import BonusReport, BonusRow
from thidua.decision.powers import check_power, check_recipient
from thidua.decision.rates import check_rates
from thidua.errors import NotInForce
from thidua.interchange.loading import Input
from thidua.merit.assess import assess, assess_all
from thidua.merit.verdict import Verdict, holding
from thidua.model.decision import Decision
from thidua.model.dossier import Dossier
from thidua.model.finding import Finding, Outcome
from thidua.people.aimed import TargetReport
from thidua.people.reached import ShareReport
from thidua.people.shares import shares
from thidua.people.targets import check_shares
from thidua.wording import shown
from thidua.wording.batches import Batch
from thidua.wording.catalogue import speaker
from thidua.wording.explain import cited, explain, phrases_for
from thidua.wording.targets import Targets
from thidua.wording.terms import MARKS, OUTCOMES


@attrs.frozen
class DossierReport:
    """Verdicts on dossiers: on the award each proposes, or on every award open to its subject."""

    verdicts: tuple[tuple[Dossier, tuple[Verdict, ...], bool], ...]

    @classmethod
    def of(cls, dossiers: Sequence[Dossier], law: LawChoice, award: str | None) -> DossierReport:
        """Judge each dossier."""
        made = []
        for dossier in dossiers:
            wanted = award or dossier.award
            found = (assess(dossier, wanted, law=law),) if wanted else assess_all(dossier, law=law)
            made.append((dossier, found, wanted is not None))
        return cls(tuple(made))

    def outcomes(self) -> list[Outcome]:
        """Every outcome."""
        return [verdict.outcome for _, verdicts, _ in self.verdicts for verdict in verdicts]

    def data(self) -> dict[str, Any]:
        """The verdicts as data, for JSON."""
        return {"dossiers": [{"subject": dossier.subject.id, "verdicts": found} for dossier, found, _ in self.verdicts]}

    def text(self, locale: str) -> str:
        """The verdicts in prose: told whole where one award is proposed, else a line for each award."""
        say = speaker(locale)
        blocks = []
        for dossier, verdicts, proposed in self.verdicts:
            name = dossier.subject.id or say("(không ghi mã)")
            head = say("Hồ sơ {name}, năm {year}", name=name, year=dossier.year)
            lines = [head, "─" * len(head)]
            if proposed:
                lines += [explain(verdict, locale) for verdict in verdicts]
            else:
                lines += [self._line(verdict, locale) for verdict in verdicts]
            blocks.append("\n".join(lines))
        return "\n\n".join(blocks)

    @staticmethod
    def _line(verdict: Verdict, locale: str) -> str:
        say = speaker(locale)
        label = shown.name(verdict.award, locale)
        line = f"{MARKS[verdict.outcome.name]} {label}: {say(OUTCOMES[verdict.outcome.name])}"
        if verdict.outcome is Outcome.MET:
            return line
        held = holding(verdict.findings)
        phrases = phrases_for(verdict.law, locale)
        have = phrases.have(held)
        record = say(" — hồ sơ: {have}", have=have) if have else ""
        return f"{line}\n    {phrases.need(held)}{record} ({cited(held.citation, say)})"


@attrs.frozen(kw_only=True)
class BatchReport:
    """What a batch of decisions shows: row by row, then caps, shares and money."""

    title: str | None
    decisions: tuple[Decision, ...]
    rows: tuple[tuple[Finding, ...], ...]
    rates: RateReport
    shares: ShareReport
    targets: TargetReport
    money: BonusReport
    laws: tuple[Law, ...]

    @classmethod
    def of(cls, given: Input, law: LawChoice) -> BatchReport:
        """Check each row and the batch as a whole."""
        decisions = given.decisions
        dates = {decision.decided_on for decision in decisions if decision.decided_on}
        laws = (law,) if isinstance(law, Law) else tuple(law(day) for day in sorted(dates))
        return cls(
            title=given.title,
            decisions=decisions,
            rows=tuple((check_recipient(each, law), check_power(each, law)) for each in decisions),
            rates=check_rates(decisions, law, given.bases, given.ratings),
            shares=shares(decisions),
            targets=check_shares(decisions, law, given.bases),
            money=bonuses(decisions, law),
            laws=laws,
        )

    def outcomes(self) -> list[Outcome]:
        """Every outcome."""
        found = [finding.outcome for row in self.rows for finding in row]
        for part in (self.rates.results, self.rates.splits, self.targets.results):
            found += [each.outcome for each in part]
        return found

    def data(self) -> dict[str, Any]:
        """The findings as data, for JSON."""
        return {
            "title": self.title,
            "rows": [{"decision": each, "findings": row} for each, row in zip(self.decisions, self.rows, strict=True)],
            "rates": self.rates,
            "shares": self.shares,
            "targets": self.targets.results,
            "bonus": {
                "total": self.money.total,
                "ceiling": self.money.ceiling,
                "by_award": self.money.by_award,
                "by_recipient": self.money.by_recipient,
                "by_payer": self.money.by_payer,
                "rows": [_paid(row) for row in self.money.rows],
            },
        }

    def text(self, locale: str) -> str:
        """The findings in prose."""
        say = speaker(locale)
        return "\n".join(self._lines(locale, Batch(locale, say)))

    def _lines(self, locale: str, batch: Batch) -> Iterator[str]:
        say = batch.say
        if self.title:
            yield self.title
            yield "─" * len(self.title)
        for law in self.laws:
            names = ", ".join(header.id for header in law.documents if header.kind == "law")
            yield say("Pháp luật ngày {day}: {names}", day=shown.day(law.day, locale), names=names)
        yield ""
        for number, (decision, findings) in enumerate(zip(self.decisions, self.rows, strict=True), 1):
            yield batch.row(number, decision, _award(decision, self.laws))
            for finding in telling(findings):
                yield from (f"   {line}" for line in batch.finding(finding))
        if self.rates.results:
            yield ""
            yield say("Tỷ lệ")
            for result in self.rates.results:
                yield f"   {batch.rate(result, lambda name: _label(name, self.laws, locale))}"
                yield from (f"     {line}" for line in batch.rate_notes(result))
            yield from (f"   {batch.split(finding)}" for finding in self.rates.splits)
        yield ""
        yield say("Ai được khen (cá nhân và hộ gia đình)")
        yield from (f"   {line}" for line in batch.shares(self.shares, self._limits()))
        if self.targets.results:
            yield ""
            yield say("Chỉ tiêu về đối tượng được khen")
            for target in self.targets.results:
                head, *notes = Targets(locale, say).lines(target, lambda name: _label(name, self.laws, locale))
                yield f"   {head}"
                yield from (f"     {line}" for line in notes)
        yield ""
        yield from self.money.explain(locale).splitlines()

    def _limits(self) -> dict[str, list[Fraction]]:
        """The bounds that targets set, by measure: no share is shown on the other side of one."""
        found: dict[str, list[Fraction]] = {}
        for each in self.targets.results:
            bounds = (each.target.at_least, each.target.at_most)
            found.setdefault(each.measure, []).extend(bound for bound in bounds if bound is not None)
        return found


def _paid(row: BonusRow) -> dict[str, Any]:
    """What a row of a batch is paid, and what is to be said of it; what is not known is left out."""
    said = {key: getattr(row, key) for key in ("amount", "payer", "reason", "instead", "doubts")}
    return {key: value for key, value in said.items() if value not in (None, ())}


def telling(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings worth a line: a recipient that fits goes without saying, nor is one gap said twice."""
    told = [each for each in findings if each.code != "recipient" or each.outcome is not Outcome.MET]
    return told[-1:] if all("award" in each.missing for each in told) else told


def _award(decision: Decision, laws: Sequence[Law]) -> Any:
    if decision.award is None:
        return None
    for law in laws:
        try:
            return law.award(decision.award)
        except NotInForce:
            continue
    return catalogue().find(decision.award)


def _label(award: str, laws: Sequence[Law], locale: str) -> str:
    found = next((law.statute.awards[award] for law in laws if award in law.statute.awards), catalogue().find(award))
    return award if found is None else shown.name(found, locale)
