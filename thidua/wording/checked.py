"""A decision book in prose: rows worst first, then what bears on several, and what was not looked at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from thidua.book.catalogue import catalogue
from thidua.merit.verdict import holding
from thidua.model.award import Award
from thidua.model.finding import Finding, Outcome
from thidua.text import fold
from thidua.wording import shown
from thidua.wording.batches import Batch
from thidua.wording.catalogue import Say, speaker
from thidua.wording.doubles import doubles
from thidua.wording.explain import cited, phrases_for
from thidua.wording.targets import Targets
from thidua.wording.terms import LOOKED_AT, MARKS, OUTCOMES
from thidua.wording.votes import tally

if TYPE_CHECKING:
    from thidua.checking import Checked, DecisionReport
    from thidua.decision.ballots import Tally


def explain(report: DecisionReport, locale: str) -> str:
    """Tell a decision book."""
    book = Book(report, locale)
    return "\n".join([*book.rows(), *book.doubles(), *book.rates(), *book.targets(), *book.unseen()])


class Book:
    """Puts a decision book into lines of one language."""

    def __init__(self, report: DecisionReport, locale: str) -> None:
        self.report = report
        self.locale = locale
        self.say: Say = speaker(locale)
        self.batch: Batch = Batch(locale, self.say)

    def rows(self) -> Iterator[str]:
        """Tell each row with what bears on it alone, rows with the worst first."""
        for row, found in self.report.by_row:
            yield self.batch.row(row + 1, self.report.decisions[row], self._award(row))
            own = [each for each in found if each.rows == (row,)]
            for finding in telling([each.finding for each in own if each.check in ("recipient", "power")]):
                yield from (f"   {line}" for line in self.batch.finding(finding))
            for each in own:
                yield from (f"   {line}" for line in self._dossier(row, each))

    def _dossier(self, row: int, each: Checked) -> Iterator[str]:
        """Tell what was found on a row's record, its vote and its papers."""
        if each.check == "merit":
            yield self._merit(row, each.finding)
        elif each.check == "ballot":
            vote: Tally = each.finding  # type: ignore[assignment]  # what that check answers
            yield from tally(vote, self.locale).splitlines()
        elif each.check == "papers":
            yield self._papers(each.finding)

    def _merit(self, row: int, finding: Finding) -> str:
        outcome = self.say(OUTCOMES[finding.outcome.name])
        told = self.say("hồ sơ: {outcome}", outcome=fold_first(outcome))
        if finding.outcome is Outcome.MET:
            return f"{MARKS[finding.outcome.name]} {told}"
        held = holding(finding)
        phrases = phrases_for(self.report.law_of(row), self.locale)
        have = phrases.have(held)
        record = self.say(" — hồ sơ: {have}", have=have) if have else ""
        return f"{MARKS[finding.outcome.name]} {told} — {phrases.need(held)}{record} ({cited(held.citation, self.say)})"

    def _papers(self, finding: Finding) -> str:
        lacking = [each for each in finding.children if each.outcome is Outcome.NOT_MET]
        open_ = [each for each in finding.children if each.outcome is Outcome.UNKNOWN]
        named = "; ".join(self._paper(each) for each in lacking or open_)
        if lacking:
            told = self.say("giấy tờ còn thiếu: {what}", what=named)
        elif open_:
            told = self.say("giấy tờ chưa kết luận được: {what}", what=named)
        else:
            told = self.say("giấy tờ: đủ")
        return f"{MARKS[finding.outcome.name]} {told}"

    def _paper(self, finding: Finding) -> str:
        subject = finding.about.subject
        if hasattr(subject, "why"):
            return self.say("văn bản chưa đọc: {detail}", detail=subject.why if self.locale == "vi" else subject.gloss)
        name = shown.name(subject, self.locale) if hasattr(subject, "label") else finding.code
        return f"{name} ({cited(finding.citation, self.say)})" if finding.citation else name

    def doubles(self) -> Iterator[str]:
        """Tell which rows exclude one another."""
        found = [each.finding for each in self.report.findings if each.check == "double"]
        if found:
            yield ""
            yield self.say("Trùng")
            yield from (f"   {line}" for line in doubles(found, self.locale))

    def rates(self) -> Iterator[str]:
        """Tell each cap."""
        rates = self.report.rates
        if rates.results:
            yield ""
            yield self.say("Tỷ lệ")
            for result in rates.results:
                yield f"   {self.batch.rate(result, self.name_of)}"
                yield from (f"     {line}" for line in self.batch.rate_notes(result))
            yield from (f"   {self.batch.split(finding)}" for finding in rates.splits)

    def targets(self) -> Iterator[str]:
        """Tell each target."""
        if self.report.targets.results:
            yield ""
            yield self.say("Chỉ tiêu về đối tượng được khen")
            for target in self.report.targets.results:
                head, *notes = Targets(self.locale, self.say).lines(target, self.name_of)
                yield f"   {head}"
                yield from (f"     {line}" for line in notes)

    def unseen(self) -> Iterator[str]:
        """Tell what was not looked at, and of which rows."""
        if self.report.not_looked_at:
            yield ""
            yield self.say("Chưa xét, vì dòng không ghi")
            for check, rows in self.report.not_looked_at.items():
                places = self.say("dòng {rows}", n=len(rows), rows=shown.runs([row + 1 for row in rows], self.locale))
                yield f"   {self.say(LOOKED_AT[check])}: {places}"

    def _award(self, row: int) -> Award | None:
        given = self.report.decisions[row].award
        own = self.report.law_of(row).statute if self.report.laws else None
        named = None if given is None else (own.names.get(fold(given)) if own else None)
        return named or (None if given is None else catalogue().find(given))

    def name_of(self, award: str) -> str:
        """Name an award as the law of the rows does."""
        laws = (law.statute.awards for law in self.report.laws if award in law.statute.awards)
        found = next((awards[award] for awards in laws), catalogue().find(award))
        return award if found is None else shown.name(found, self.locale)


def fold_first(text: str) -> str:
    """Begin with a small letter."""
    return text[:1].lower() + text[1:]


def telling(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings worth a line: a recipient that fits goes without saying, nor is one gap said twice."""
    told = [each for each in findings if each.code != "recipient" or each.outcome is not Outcome.MET]
    return told[-1:] if all("award" in each.missing for each in told) else told
