"""The money of a batch: as prose, and as the list by which it is paid."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.model.citation import Standing
from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.explain import cited
from thidua.wording.money_words import DOUBTS, HEADINGS, PAYERS
from thidua.wording.terms import REASONS, TERMS


def explain(report: Any, locale: str) -> str:
    """Tell a bonus report."""
    return "\n".join(_Payments(report, locale).lines())


def table(report: Any, locale: str) -> tuple[dict[str, Any], ...]:
    """Return a bonus report as a payment list."""
    told = _Payments(report, locale)
    return tuple(told.entry(row) for row in report.rows)


class _Payments:
    """Puts a bonus report into one language."""

    def __init__(self, report: Any, locale: str) -> None:
        self.report = report
        self.locale = locale
        self.say: Say = speaker(locale)
        self.awards = {row.bonus.award.id: row.bonus.award for row in report.rows if row.bonus is not None}

    def lines(self) -> Iterator[str]:
        """Tell the total, the sums, and then what is not paid, in doubt, weakly read or not computed."""
        report, say = self.report, self.say
        if report.rows and len(report.not_computed) == len(report.rows):  # nothing computed is not nothing
            yield say("Tiền thưởng: chưa tính được")
        else:
            yield say("Tiền thưởng: {total}", total=self.money(report.total, ceiling=report.ceiling))
        for award, amount in report.by_award.items():
            name = shown.name(self.awards[award], self.locale)
            yield f"   {name}: {self.money(amount, ceiling=award in report.ceilings)}"
        if len(report.by_recipient) > 1:
            words = {kind: say(TERMS[kind]) for kind in report.by_recipient}
            yield f"   {say('Theo đối tượng')}: {self.sums(report.by_recipient, words)}"
        if report.by_payer:
            words = {name: say(PAYERS[name]) if name in PAYERS else name for name in report.by_payer}
            yield f"   {say('Nguồn chi')}: {self.sums(report.by_payer, words)}{self.payer_clauses()}"
        for note, rows in self.notes().items():
            places = shown.runs(rows, self.locale)
            yield f"   {say('dòng {rows}', n=len(rows), rows=places)}: {note}"

    def money(self, amount: int, *, ceiling: bool) -> str:
        """Say an amount, or the most that it may be."""
        value = shown.money(amount, self.locale)
        return self.say("không quá {amount}", amount=value) if ceiling else value

    def sums(self, amounts: Mapping[str, int], words: Mapping[str, str]) -> str:
        """Say sums by what they are of."""
        return "; ".join(f"{words[key]} {shown.money(amount, self.locale)}" for key, amount in amounts.items())

    def payer_clauses(self) -> str:
        """Cite the clauses on who pays."""
        clauses = [row.bonus.payer_citation for row in self.report.rows if row.bonus and row.bonus.payer_citation]
        places = dict.fromkeys(cited(clause, self.say) for clause in clauses)
        return f" ({'; '.join(places)})" if places else ""

    def notes(self) -> dict[str, list[int]]:
        """Gather what there is to note, each with the rows it is true of."""
        found: dict[str, list[int]] = {}
        for row in self.report.rows:
            for note, _ in self.row_notes(row):
                found.setdefault(note, []).append(row.index + 1)
        return found

    def row_notes(self, row: Any) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Say what there is to note of a row, and the places of the other rows that the note is about."""
        say, bonus = self.say, row.bonus
        if row.reason is not None:
            yield say("chưa tính được ({reason})", reason=say(REASONS[row.reason])), ()
        if row.instead is not None:
            told = say("không chi: đã chi danh hiệu cao nhất của cùng thời gian")
            yield f"{told} ({cited(row.instead.citation, say)})", (row.instead.index,)
            return
        if row.amount is not None and bonus.ceiling:
            yield say("là mức tối đa, không phải mức phải chi"), ()
        if row.amount is not None and bonus.standing >= Standing.SECONDARY:
            yield say("mức thưởng {standing}", standing=say(TERMS[bonus.standing.value])), ()
        for doubt in row.doubts:
            where = f" ({cited(doubt.citation, say)})" if doubt.citation else ""
            yield say(DOUBTS[doubt.code]) + where, doubt.rows

    def note(self, told: str, others: tuple[int, ...]) -> str:
        """Say a note of one row, with the other rows it is about."""
        if not others:
            return told
        places = shown.runs((index + 1 for index in others), self.locale)
        return f"{told}: {self.say('dòng {rows}', n=len(others), rows=places)}"

    def entry(self, row: Any) -> dict[str, Any]:
        """Return a row of the payment list."""
        say, bonus, decision = self.say, row.bonus, row.decision
        payer = row.payer if row.amount else None
        values = {
            "row": row.index + 1,
            "subject": decision.subject,
            "recipient": say(TERMS[decision.recipient]),
            "award": shown.name(bonus.award, self.locale) if bonus else decision.award,
            "count": decision.count,
            "multiple": bonus.multiple if bonus else None,
            "base": bonus.base_salary if bonus else None,
            "amount": bonus.amount if bonus else None,
            "total": row.amount,
            "payer": say(PAYERS[payer]) if payer in PAYERS else payer,
            "standing": say(TERMS[bonus.standing.value]) if bonus and bonus.citation else None,
            "notes": "; ".join(self.note(*each) for each in self.row_notes(row)) or None,
        }
        return {say(HEADINGS[key]): value for key, value in values.items()}
