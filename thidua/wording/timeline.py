"""A record on a line of years, with the years that a verdict looked at: for people who do not have the law at hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import wrap
from typing import TYPE_CHECKING, Final

import attrs

from thidua.merit.looked import looked_at
from thidua.model.dossier import Dossier
from thidua.model.facts import NOT_SAID
from thidua.model.finding import Outcome
from thidua.model.timeline import Lane, Looked, Mark, Timeline
from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.explain import cited, phrases_for
from thidua.wording.phrases import Phrases
from thidua.wording.record_words import RATED, SIGNS
from thidua.wording.terms import MARKS, OUTCOMES

if TYPE_CHECKING:
    from thidua.merit.verdict import Verdict

_LABEL: Final = 38
"""How wide a terminal's column of words is."""
Ahead = tuple[str, int, str]
"""An award that is not held yet, its year, and how it is drawn."""
_LEGEND: Final = 80
"""How wide what the signs say may be at least."""
_WIDE: Final = 12
"""So many years are written whole; of more the last two figures."""


def timeline(verdict: Verdict, locale: str) -> Timeline:
    """Lay a verdict's record out on a line of years."""
    say, phrases = speaker(locale), phrases_for(verdict.law, locale)
    found = [
        Looked(*years, leaf.outcome, phrases.need(leaf), cited(leaf.citation, say))
        for leaf, years in looked_at(verdict.read, verdict.dossier)
    ]
    title = say(
        "{mark} {award}, năm {year}",
        mark=MARKS[verdict.outcome.name],
        award=shown.name(verdict.award, locale),
        year=verdict.dossier.year,
    )
    here = Looked(verdict.dossier.year, verdict.dossier.year, verdict.outcome, say("năm xét"), "")
    record = tuple(lanes(verdict.dossier, phrases, say))
    return with_legend(Timeline(title, record, tuple(found) or (here,), ""), verdict.outcome, phrases, record)


def with_legend(
    line: Timeline, titled: Outcome | None, phrases: Phrases, record: Sequence[Lane], ahead: Sequence[str] = ()
) -> Timeline:
    """Say what every sign means that a line draws, and none that it does not.

    Args:
        line: what is drawn.
        titled: the outcome whose mark stands in the title.
        phrases: the language.
        record: the rows that are on record.
        ahead: what the signs mean that lie ahead.
    """
    say, first = phrases.say, line.years[0]
    signs = {mark.sign for lane in record for mark in lane.marks}
    begun = [*(mark.first for lane in line.lanes for mark in lane.marks), *(each.first for each in line.looked)]
    if min(begun) < first:
        signs.add("◂")
    outcomes = {each.outcome for each in line.looked} | ({titled} if titled is not None else set())
    told = [f"{say(sign)} {phrases.term(name)}" for name, sign in RATED.items() if say(sign) in signs]
    told += [*(f"{sign} {say(what)}" for sign, what in SIGNS.items() if sign in signs), *ahead]
    told += [f"{mark} {say(OUTCOMES[name]).lower()}" for name, mark in MARKS.items() if Outcome[name] in outcomes]
    return attrs.evolve(line, legend="; ".join([*told, say("dải dưới vạch ngang: những năm mà điều khoản đã xét")]))


def lanes(dossier: Dossier, phrases: Phrases, say: Say, ahead: Sequence[Ahead] = ()) -> Iterator[Lane]:
    """Lay a record out by kind of fact, with awards that lie ahead; a kind without any is left out."""
    yield from (lane for lane in _lanes(dossier, phrases, say, ahead) if lane.marks)


def _lanes(dossier: Dossier, phrases: Phrases, say: Say, ahead: Sequence[Ahead]) -> Iterator[Lane]:
    def on(year: int, sign: str, told: str) -> Mark:
        return Mark(year, year, sign, f"{told}, {year}")

    rated = (on(each.year, say(RATED[each.rating]), phrases.term(each.rating)) for each in dossier.years if each.rating)
    yield Lane(say("Xếp loại"), tuple(rated))
    held = [record.award for record in sorted(dossier.awards, key=lambda each: each.year)]
    for award in dict.fromkeys([*held, *(each for each, _, _ in ahead)]):
        name = phrases.name_of(award)
        had = [on(each.year, "⊘" if each.revoked_on else "●", name) for each in dossier.awards if each.award == award]
        yield Lane(name, (*had, *(on(year, sign, name) for each, year, sign in ahead if each == award)))
    made = (on(each.year, "◆", phrases.item(each)) for each in dossier.initiatives)
    yield Lane(say("Sáng kiến, đề tài"), tuple(made))
    yield Lane(say("Thành tích"), tuple(on(each.year, "★", phrases.item(each)) for each in dossier.achievements))
    run = (on(each.year, "▲", phrases.item(each)) for each in dossier.movements if each.year is not None)
    yield Lane(say("Phong trào"), tuple(run))
    yield Lane(
        say("Kỷ luật"), tuple(_stretch(each, phrases.term(each.measure), dossier) for each in dossier.disciplines)
    )
    yield Lane(
        say("Đang xem xét"), tuple(_stretch(each, phrases.proceeding(each), dossier) for each in dossier.proceedings)
    )
    yield Lane(say("Chức vụ"), tuple(_stretch(each, phrases.term(each.post), dossier) for each in dossier.posts))
    served = (_stretch(each, phrases.term(each.force or each.activity), dossier) for each in dossier.service)
    yield Lane(say("Thời gian công tác"), tuple(served))


def _stretch(each: object, told: str, dossier: Dossier) -> Mark:
    """Draw a stretch of days; one of which nobody said whether it is over is drawn where it begins, with a question."""
    since: date = each.since  # type: ignore[attr-defined]  # what runs has both days
    until: date | None = each.until  # type: ignore[attr-defined]
    if until == NOT_SAID:
        return Mark(since.year, since.year, "▬?", told)
    last = dossier.year if until is None else max(until.year - (until == date(until.year, 1, 1)), since.year)
    return Mark(since.year, max(last, since.year), "▬", told)


def text(line: Timeline) -> str:
    """Draw a timeline for a terminal."""
    return "\n".join(drawn.rstrip() for drawn in _drawn(line))


def _drawn(line: Timeline) -> Iterator[str]:
    years = line.years
    whole = len(years) <= _WIDE
    wide = 5 if whole else 4
    heads = [str(year) if whole else f"'{year % 100:02}" for year in years]
    yield line.title
    yield ""
    yield " " * _LABEL + "".join(f"{head:>{wide}}" for head in heads)
    for lane in line.lanes:
        cells = dict.fromkeys(years, "")
        for mark in lane.marks:
            for year in range(max(mark.first, years[0]), max(mark.last, years[0]) + 1):
                early = mark.first < years[0] == year or cells[year].startswith("◂")
                cells[year] = f"◂{mark.sign}" if early else mark.sign
        yield from _beside(lane.label, "".join(f"{cells[year]:>{wide}}" for year in years))
    yield "─" * (_LABEL + wide * len(years))
    for each in line.looked:
        first = max(each.first, years[0])
        bracket = {year: "━" * wide if first < year <= each.last else "" for year in years}
        bracket[first] = "◂" if each.first < first else "┣" if first < each.last else "■"
        where = f" ({each.where})" if each.where else ""
        drawn = "".join(f"{bracket[year]:>{wide}}" for year in years)
        yield from _beside(f"{MARKS[each.outcome.name]} {each.asks}{where}", drawn)
    if line.legend:
        yield ""
        yield from wrap(line.legend, max(_LABEL + wide * len(years), _LEGEND))


def _beside(label: str, cells: str) -> Iterator[str]:
    """Put words beside the years, wrapped to their column."""
    first, *rest = wrap(label, _LABEL - 1) or [""]
    yield f"{first:<{_LABEL}}{cells}"
    for each in rest:
        yield f"  {each}"
