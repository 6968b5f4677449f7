"""The reports of ``python -m thidua check``: what was found, as prose and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import attrs

from thidua.book.law import LawChoice
from thidua.checking import DecisionReport, check_decisions
from thidua.decision.paid import BonusRow
from thidua.interchange.loading import Input
from thidua.merit.assess import assess, assess_all
from thidua.merit.verdict import Verdict, holding
from thidua.model.dossier import Dossier
from thidua.model.finding import Outcome
from thidua.people.reached import ShareReport
from thidua.people.shares import shares
from thidua.wording import shown
from thidua.wording.catalogue import speaker
from thidua.wording.checked import Book
from thidua.wording.explain import cited, explain, phrases_for
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
    """What a batch of decisions shows: row by row, then doubles, caps, shares and money."""

    title: str | None
    checked: DecisionReport
    shares: ShareReport

    @classmethod
    def of(cls, given: Input, law: LawChoice) -> BatchReport:
        """Check each row and the batch as a whole."""
        checked = check_decisions(
            given.decisions,
            law,
            bases=given.bases,
            ratings=given.ratings,
            dossiers=given.dossiers,
            before=given.before,
        )
        return cls(title=given.title, checked=checked, shares=shares(given.decisions))

    def outcomes(self) -> list[Outcome]:
        """Every outcome."""
        return [each.outcome for each in self.checked.findings]

    def data(self) -> dict[str, Any]:
        """The findings as data, for JSON."""
        checked, money = self.checked, self.checked.money
        rows = [
            {
                "decision": decision,
                "findings": [each.finding for each in checked.of(row) if each.check not in ("rate", "share", "double")],
            }
            for row, decision in enumerate(checked.decisions)
        ]
        doubles = [each for each in checked.findings if each.check == "double"]
        return {
            "title": self.title,
            "rows": rows,
            "doubles": [{"rows": each.rows, "finding": each.finding} for each in doubles],
            "rates": checked.rates,
            "shares": self.shares,
            "targets": checked.targets.results,
            "bonus": {
                "total": money.total,
                "ceiling": money.ceiling,
                "by_award": money.by_award,
                "by_recipient": money.by_recipient,
                "by_payer": money.by_payer,
                "rows": [_paid(row) for row in money.rows],
            },
            "not_looked_at": checked.not_looked_at,
        }

    def text(self, locale: str) -> str:
        """The findings in prose."""
        return "\n".join(self._lines(locale, Book(self.checked, locale)))

    def _lines(self, locale: str, book: Book) -> Iterator[str]:
        say = book.say
        if self.title:
            yield self.title
            yield "─" * len(self.title)
        for law in self.checked.laws:
            names = ", ".join(header.id for header in law.documents if header.kind == "law")
            yield say("Pháp luật ngày {day}: {names}", day=shown.full_day(law.day, locale), names=names)
        yield ""
        yield from (*book.rows(), *book.doubles(), *book.rates())
        yield ""
        yield say("Ai được khen (cá nhân và hộ gia đình)")
        yield from (f"   {line}" for line in book.batch.shares(self.shares, self._limits()))
        yield from book.targets()
        yield ""
        yield from self.checked.money.explain(locale).splitlines()
        yield from book.unseen()

    def _limits(self) -> dict[str, list[Fraction]]:
        """The bounds that targets set, by measure: no share is shown on the other side of one."""
        found: dict[str, list[Fraction]] = {}
        for each in self.checked.targets.results:
            bounds = (each.target.at_least, each.target.at_most)
            found.setdefault(each.measure, []).extend(bound for bound in bounds if bound is not None)
        return found


def _paid(row: BonusRow) -> dict[str, Any]:
    """What a row of a batch is paid, and what is to be said of it; what is not known is left out."""
    said = {key: getattr(row, key) for key in ("amount", "payer", "reason", "instead", "doubts")}
    return {key: value for key, value in said.items() if value not in (None, ())}
