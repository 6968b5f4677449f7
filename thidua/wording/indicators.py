"""Indicators in prose: how each stands to its plan, to the calendar and to an earlier year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs

from thidua.model.finding import Finding, Outcome
from thidua.model.indicator import Indicator
from thidua.wording import shown
from thidua.wording.indicator_words import KEYS, PACES, REASONS, SAID, STANDS
from thidua.wording.quoted import Quoted
from thidua.wording.terms import MARKS

if TYPE_CHECKING:
    from thidua.movement.by_year import YearOnYear
    from thidua.movement.indicators import Attainment
    from thidua.movement.paces import OnPace
    from thidua.movement.summaries import Counts, Summary


def attained(found: Attainment, locale: str) -> str:
    """Tell how an indicator stands to its plan: verdict and figures, why it is not known, what would settle it."""
    return "\n".join(_Told(locale).attained(found))


def paced(found: OnPace, locale: str) -> str:
    """Tell how an indicator stands to the part of its period that is gone."""
    return "\n".join(_Told(locale).paced(found))


def compared(found: YearOnYear, locale: str) -> str:
    """Tell what an indicator has beside an earlier year, which is named."""
    return "\n".join(_Told(locale).compared(found))


def summed(found: Summary, locale: str) -> str:
    """Tell how many indicators stand how, as certain and as printed, then each."""
    told = _Told(locale)
    lines = [told.counts(found.counts)]
    if found.as_printed != found.counts:
        lines.append(told.say("theo số đã in: {counts}", counts=told.counts(found.as_printed)))
    lines += [line for each in found.results for line in told.attained(each)]
    return "\n".join(lines)


def said(finding: Finding, locale: str) -> str:
    """Tell how a report's "đạt và vượt 21/21 chỉ tiêu" stands to what it lists."""
    return "\n".join(_Told(locale).said(finding))


class _Told(Quoted):
    """Puts answers on indicators into lines of one language."""

    def attained(self, found: Attainment) -> Iterator[str]:
        """Yield the verdict with its figures, then what stands behind it, indented."""
        mark = MARKS[found.outcome.name]
        yield f"{mark} {self.stands(found)}: {self.figures(found.indicator)}{self.rate(found)}"
        yield from (f"    {line}" for line in self.why(found.reason, found.missing))
        if found.outcome is Outcome.UNKNOWN and found.as_printed is not Outcome.UNKNOWN:
            yield "    " + self.say("theo số đã in: {counts}", counts=self.stands(found, printed=True).lower())

    def paced(self, found: OnPace) -> Iterator[str]:
        """Yield whether it keeps pace, then why that is not known."""
        cap = "cap-" if found.indicator.sense == "down" and found.outcome is not Outcome.UNKNOWN else ""
        word = PACES["stock" if found.warning else cap + found.outcome.name]
        gone = [] if found.elapsed is None else [found.elapsed]
        head = f"{MARKS[found.outcome.name]} {self.say(word)}: {self.figures(found.indicator)}{self.rate(found, gone)}"
        if found.elapsed is not None:
            near = [] if found.rate is None else [found.rate]
            head += self.say("; đã qua {gone} thời gian", gone=shown.beside(found.elapsed, near, self.locale))
        yield head
        yield from (f"    {line}" for line in self.why(found.reason, found.missing))

    def compared(self, found: YearOnYear) -> Iterator[str]:
        """Yield both figures and the change, then why it is not known which is better."""
        head = f"{MARKS[found.better.name]} {found.now.what}: {self.of_year(found.now)}; {self.of_year(found.base)}"
        if found.difference is not None and found.now.actual is not None:
            of = found.now.actual
            like = attrs.evolve(of, unit="điểm phần trăm") if of.unit == "%" else of
            number = self.measured(abs(found.difference) / like.scale, like)
            head += "; " + self.say(
                "giảm {change}" if found.difference < 0 else "tăng {change}",
                change=f"{number}{self.growth(found.change)}",
            )
        yield head
        yield from (f"    {line}" for line in self.why(found.reason, found.missing))

    def said(self, finding: Finding) -> Iterator[str]:
        """Yield each number said, and what it can be."""
        for child in finding.children:
            least, most = (shown.number(each, self.locale) for each in child.have)
            told = self.say(SAID[child.code], said=shown.number(child.need, self.locale), least=least, most=most)
            yield f"{MARKS[child.outcome.name]} {told}"

    def counts(self, counts: Counts) -> str:
        """Say how many stand how."""
        return self.say(
            "{total} chỉ tiêu: đạt và vượt {met}, trong đó vượt {exceeded}; không đạt {missed}; chưa rõ {unknown}",
            n=counts.indicators,
            total=shown.number(counts.indicators, self.locale),
            met=shown.number(counts.met, self.locale),
            exceeded=shown.number(counts.exceeded, self.locale),
            missed=shown.number(counts.missed, self.locale),
            unknown=shown.number(counts.unknown, self.locale),
        )

    def stands(self, found: Attainment, *, printed: bool = False) -> str:
        """Say how an indicator stands in a word; where less is better, nobody "exceeds" a plan by doing well."""
        outcome = found.as_printed if printed else found.outcome
        beyond = found.exceeded_as_printed if printed else found.exceeded
        better = "better" if found.indicator.sense == "down" else "exceeded"
        return self.say(STANDS[better if outcome is beyond is Outcome.MET else outcome.name])

    def figures(self, each: Indicator) -> str:
        """Say what was reached and what was planned, as printed."""
        told = [] if each.actual is None else [self.say("kết quả {actual}", actual=self.figure(each.actual))]
        if each.attained is not None:
            told.append(self.say("đạt {attained} kế hoạch", attained=self.figure(each.attained)))
        if each.plan is not None:
            told.append(self.say("kế hoạch {plan}", plan=self.figure(each.plan)))
        return f"{each.what}: {', '.join(told) or self.say('số không nêu')}"

    def rate(self, found: Attainment | OnPace, beside: Iterable[Fraction] = ()) -> str:
        """Say which share of the plan that is, where the report does not print it; never shown across a bound."""
        if found.possible is None or found.indicator.attained is not None:
            return ""
        whole = [Fraction(1), *beside]
        if found.rate is not None:
            return self.say(" ({share} kế hoạch)", share=shown.beside(found.rate, whole, self.locale))
        share = self.within(found.possible, lambda end: shown.beside(end, whole, self.locale))
        return self.say(" ({share} kế hoạch)", share=share)

    def of_year(self, each: Indicator) -> str:
        """Say the figure of a year."""
        actual = self.say("số không nêu") if each.actual is None else self.figure(each.actual)
        year = each.year or (each.begins.year if each.begins else 0)
        return self.say("năm {year}: {actual}", year=year, actual=actual)

    def growth(self, change: Fraction | None) -> str:
        """Say which share of the base a difference is."""
        if change is None:
            return ""
        return self.say(", bằng {share} số gốc", share=shown.beside(abs(change), [Fraction(0)], self.locale))

    def why(self, reason: str | None, missing: tuple[str, ...]) -> Iterator[str]:
        """Yield why it is not known, and what would settle it."""
        if reason is not None:
            yield self.say(REASONS[reason])
        if missing:
            yield self.say("cần có: {missing}", missing=", ".join(map(self.key, missing)))

    def key(self, path: str) -> str:
        """Name an attribute, and the year it is of."""
        *year, name = path.split(".")
        named = self.say(KEYS[name])
        return f"{named} ({self.say(KEYS[year[0]])})" if year else named
