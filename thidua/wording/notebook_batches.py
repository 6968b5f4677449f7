"""How a batch of decisions shows itself in a notebook: caps, shares, targets, money, the decision book, a form."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from thidua.book.catalogue import catalogue
from thidua.model.finding import Outcome
from thidua.wording import shown
from thidua.wording.batches import Batch, capped
from thidua.wording.catalogue import Say, speaker
from thidua.wording.checked import Book
from thidua.wording.explain import cited
from thidua.wording.html import MOST, Cell, Figure, Page
from thidua.wording.money_words import HEADINGS, PAYERS
from thidua.wording.notebook_words import CAPS, CHECKS
from thidua.wording.targets import Targets
from thidua.wording.terms import OUTCOMES, REASONS, TERMS

if TYPE_CHECKING:
    from thidua.checking import DecisionReport
    from thidua.decision.capped import RateReport, RateResult
    from thidua.decision.paid import Bonus, BonusReport
    from thidua.people.aimed import TargetReport
    from thidua.people.form import Form
    from thidua.people.reached import ShareReport


def bonus(given: Bonus, locale: str = "vi") -> str:
    """Return a bonus as HTML: the amount, what it is computed of, and the articles."""
    say = speaker(locale)
    page = Page(say)
    amount = say("chưa tính được") if given.amount is None else shown.money(given.amount, locale)
    if given.ceiling and given.amount is not None:
        amount = say("không quá {amount}", amount=amount)
    multiple, base = given.multiple, given.base_salary
    facts: list[tuple[str, Cell]] = [
        (say(OUTCOMES[given.outcome.name]), say(REASONS[given.reason]) if given.reason else None),
        (say(HEADINGS["recipient"]), say(TERMS[given.recipient])),
        (say(HEADINGS["multiple"]), None if multiple is None else shown.number(multiple, locale)),
        (say("Căn cứ"), cited(given.citation, say)),
        (say(HEADINGS["base"]), None if base is None else shown.money(base, locale)),
        (say("Căn cứ"), cited(given.base_citation, say)),
        (say("Làm tròn"), cited(given.rounding_citation, say)),
        (say("Cách hiểu đang dùng"), ", ".join(f"{name} = {option}" for name, option in given.reading.items())),
        (say(HEADINGS["payer"]), say(PAYERS[given.payer]) if given.payer else None),
        (say("Căn cứ"), cited(given.payer_citation, say)),
        (say("Mức độ đọc"), say(TERMS[given.standing.value]) if given.citation else None),
    ]
    return page.card(f"{shown.name(given.award, locale)}: {amount}", page.facts(facts))


def bonuses(report: BonusReport, locale: str = "vi") -> str:
    """Return the money of a batch as HTML: the total and the sums, and the payment list to unfold."""
    say = speaker(locale)
    page = Page(say)
    head, *sums = report.explain(locale).splitlines()
    rows = report.table(locale)
    listed = [[_value(value, locale) for value in row.values()] for row in rows]
    return page.card(
        head,
        page.lines(line.strip() for line in sums),
        page.unfold(say("Từng dòng"), page.table([*rows[0]] if rows else [], listed)),
    )


def rates(report: RateReport, locale: str = "vi") -> str:
    """Return caps as HTML: a row for each, with what it allows and what is left."""
    say = speaker(locale)
    page = Page(say)
    headings = [say(word) for word in CAPS.values()]
    return page.card(
        say("Tỷ lệ"),
        page.table(headings, [_rate(each, locale, say) for each in report.results]),
        page.lines(Batch(locale, say).split(finding) for finding in report.splits),
        page.line(
            say("không có mức trần: {awards}", awards=", ".join(_name(award, locale) for award in report.unlimited))
            if report.unlimited
            else ""
        ),
    )


def shares(report: ShareReport, locale: str = "vi") -> str:
    """Return whom awards reached as HTML: the classes, and the shares that are certain, or between what they lie."""
    say = speaker(locale)
    page = Page(say)
    total = sum(report.counts.values())
    rows = [
        (say(TERMS[name]), Figure(shown.number(count, locale)), Figure(shown.share(Fraction(count, total), locale)))
        for name, count in report.counts.items()
        if count
    ]
    told = list(Batch(locale, say).shares(report))[len(rows) :]
    if report.collectives:
        told.append(
            say(
                "ngoài các tỷ lệ: {number} lượt khen tập thể",
                n=report.collectives,
                number=shown.number(report.collectives, locale),
            )
        )
    headings = (say("đối tượng"), say("số lượng"), say("phần trong cá nhân và hộ gia đình"))
    return page.card(say("Ai được khen thưởng"), page.table(headings, rows), page.lines(told))


def targets(report: TargetReport, locale: str = "vi") -> str:
    """Return targets as HTML: each with its share, its bounds and what would meet it."""
    say = speaker(locale)
    page = Page(say)
    if not report.results:
        none = page.outcome(report.outcome), page.line(say("không có chỉ tiêu nào"))
        return page.card(say("Chỉ tiêu về đối tượng được khen"), *none)
    words = Targets(locale, say)
    rows: list[list[Cell]] = []
    for each in report.results:
        head, *notes = words.lines(each, lambda award: _name(award, locale))
        told = " ".join(note.removeprefix("· ") for note in notes)
        rows.append([each.outcome, head.split(" ", 1)[1], told])
    return page.card(
        say("Chỉ tiêu về đối tượng được khen"),
        page.table((say("Kết luận"), say("Chỉ tiêu"), say("Cần gì")), rows),
    )


def decisions(report: DecisionReport, locale: str = "vi") -> str:
    """Return a decision book as HTML: how each check came out, then the rows, worst first, to unfold."""
    say = speaker(locale)
    page, book = Page(say), Book(report, locale)
    counts = Counter[tuple[str, Outcome]]((each.check, each.outcome) for each in report.findings)
    size = len(report.decisions)
    rows: list[list[Cell]] = []
    for check, label in CHECKS.items():
        numbers = [counts[check, outcome] for outcome in Outcome]
        if any(numbers):
            rows.append([say(label), *(Figure(shown.number(each, locale)) if each else None for each in numbers)])
    headings = [say("Kiểm tra"), *(say(OUTCOMES[outcome.name]) for outcome in Outcome)]
    lines = list(islice(book.rows(), MOST + 1))
    cut = ["…"] if len(lines) > MOST else []
    return page.card(
        say("Sổ quyết định: {number} dòng", n=size, number=shown.number(size, locale)),
        page.outcome(report.outcome),
        page.table(headings, rows),
        page.lines([report.money.explain(locale).partition("\n")[0]] if report.decisions else []),
        page.unfold(
            say("Từng dòng, từ nặng đến nhẹ"),
            page.told([*lines[:MOST], *cut, *islice(chain(book.doubles(), book.rates(), book.targets()), MOST)]),
        ),
        page.unfold(say("Chưa xét, vì dòng không ghi"), page.told(islice(book.unseen(), 2, None))),
    )


def form(given: Form, locale: str = "vi") -> str:
    """Return a form as HTML, as it is printed."""
    return Page(speaker(locale)).card("", given.html(locale))


def _rate(result: RateResult, locale: str, say: Say) -> list[Cell]:
    limit, allowed, headroom = result.limit, result.allowed, result.headroom
    near = [] if limit is None else [limit]
    why = [] if result.reason is None else [say(REASONS[result.reason])]
    return [
        shown.listed(capped(result, lambda award: _name(award, locale), say), locale, style="or"),
        result.unit,
        result.group,
        None if result.year is None else str(result.year),
        result.outcome,
        Figure(shown.number(result.count, locale)),
        None if result.base is None else Figure(shown.number(result.base, locale)),
        None if result.share is None else Figure(shown.beside(result.share, near, locale)),
        None if limit is None else Figure(shown.limit(limit, locale)),
        None if allowed is None else Figure(shown.number(allowed, locale)),
        None if headroom is None else Figure(shown.number(headroom, locale)),
        cited(result.citation, say),
        "; ".join([*why, *(note.removeprefix("· ") for note in Batch(locale, say).rate_notes(result))]),
    ]


def _name(award: str, locale: str) -> str:
    """Name an award; one of a local document, which the catalogue does not have, by its id."""
    found = catalogue().find(award)
    return award if found is None else shown.name(found, locale)


def _value(value: Any, locale: str) -> Cell:
    if isinstance(value, int | Decimal):
        return Figure(shown.number(value, locale))
    return None if value is None else str(value)
