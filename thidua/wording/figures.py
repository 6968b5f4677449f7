"""A checked claim in prose: what the report says, what its figures give, and why that is so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from thidua.model.printed import Figure
from thidua.model.spans import Span
from thidua.people.claims import (
    Approximation,
    Claim,
    Growth,
    Limit,
    Listing,
    Order,
    Pace,
    Share,
    Sum,
)
from thidua.people.judging import FigureFinding
from thidua.people.numerals import Ratio
from thidua.wording import shown
from thidua.wording.figure_words import MARKS, PLACES, READINGS, REASONS, RELATIONS, VERDICTS
from thidua.wording.quoted import Quoted

PERCENT: Final = Figure(value=Decimal(0), unit="%")


def explain(finding: FigureFinding, locale: str) -> str:
    """Tell a finding: verdict and claim, the numbers it rests on, the reason, what would settle it, its readings."""
    return "\n".join(Told(finding, locale).lines())


class Told(Quoted):
    """Puts one finding into lines of one language."""

    def __init__(self, finding: FigureFinding, locale: str) -> None:
        super().__init__(locale)
        self.finding = finding

    def lines(self) -> Iterator[str]:
        """Yield the verdict on the claim, then what stands behind it, indented."""
        finding, say = self.finding, self.say
        where = f" [{finding.claim.where}]" if finding.claim.where else ""
        yield f"{MARKS[finding.verdict]} {say(VERDICTS[finding.verdict])}: {self.claim(finding.claim)}{where}"
        yield from (f"    {line}" for line in self.grounds())
        if finding.estimate:
            yield "    " + say("có số ước, chưa phải số thực hiện")
        yield from (f"    {line}" for line in self.asides())
        for reading in finding.readings:
            yield f"    – {self.reading(reading)}"

    def asides(self) -> Iterator[str]:
        """Yield what was taken for granted, and what would settle it."""
        finding, say = self.finding, self.say
        if finding.things:
            things = ", ".join(f"“{thing}”" for thing in finding.things)
            yield say("các số nói về những thứ khác nhau: {things}", things=things)
        if finding.tolerance is not None:
            share = shown.share(finding.tolerance, self.locale)
            yield say("“gần”, “khoảng” ở đây là lệch không quá {share}; luật không quy định", share=share)
        if finding.reach is not None:
            share = shown.share(finding.reach, self.locale)
            yield say("“gần”, “khoảng” ở số dùng để tính được hiểu rộng tới {share}; luật không quy định", share=share)
        if finding.settles:
            yield say("số cần có để khẳng định: {paths}", paths=", ".join(map(self.place, finding.settles)))

    def place(self, path: str) -> str:
        """Name a figure of the claim in the language, with the path that code knows it by."""
        name, bracket, at = path.partition("[")
        named = self.say(PLACES[name])
        return f"{named} {int(at.rstrip(']')) + 1}" if bracket else named

    def grounds(self) -> Iterator[str]:
        """Yield the numbers and the reason."""
        finding, say = self.finding, self.say
        numbers = [*self.numbers()]
        if numbers:
            yield "; ".join(numbers)
        if finding.reason is not None and finding.reason != "nouns":  # told with the things
            yield say(REASONS[finding.reason])
        if isinstance(finding.claim, Listing):
            yield from finding.claim.repaired

    def numbers(self) -> Iterator[str]:
        """Yield what was computed, where it may lie and where it must."""
        finding, say = self.finding, self.say
        if finding.quantity == "base" and finding.possible is not None:
            yield say("số gốc {span}", span=self.span(finding.possible))
            yield from self.whole_bases(finding.possible)
            return
        if finding.computed is not None:
            yield say("tính được {number}", number=self.number(finding.computed))
        if finding.possible is not None and (
            finding.computed is None or finding.reason in ("rounded-inputs", "rough-inputs")
        ):
            yield say("có thể {span}", span=self.span(finding.possible))
        if finding.allowed is not None:
            yield say("để khớp phải {span}", span=self.span(finding.allowed))

    def whole_bases(self, possible: Span) -> Iterator[str]:
        """Yield the whole numbers the base can be, of things counted."""
        claim = self.finding.claim
        if not isinstance(claim, Growth) or claim.value is None or claim.value.unit or not claim.value.exact():
            return
        if claim.change.unit not in ("%", "lần"):  # a whole number less another is one, whatever it is
            return
        found = possible.wholes()
        if found is None:
            yield self.say("không có số nguyên nào trong đó")
            return
        first, last = found
        if last is not None:
            ends = dict.fromkeys(shown.number(end, self.locale) for end in (first, last))
            yield self.say("số nguyên: {numbers}", numbers="–".join(ends))

    def reading(self, finding: FigureFinding) -> str:
        """Tell one reading in one line."""
        told = Told(finding, self.locale)
        name = self.say(READINGS[finding.reading or "vietnamese"])
        verdict = self.say(VERDICTS[finding.verdict]).lower()
        return "; ".join([f"{name}: {verdict}", *told.grounds()])

    def claim(self, claim: Claim) -> str:
        """Say what the report claims, its figures as printed."""
        say, figure = self.say, self.figure
        match claim:
            case Share():
                share = self.ratio(claim.ratio)
                return share if claim.percent is None else f"{share} = {figure(claim.percent)}"
            case Sum():
                return f"{' + '.join(map(figure, claim.parts))} = {figure(claim.total)}"
            case Growth():
                against = "" if claim.base is None else say(" so với {base}", base=figure(claim.base))
                change = figure(claim.change) + against
                return change if claim.value is None else f"{figure(claim.value)} ({change})"
            case Approximation():
                return say("{said} nói về {value}", said=figure(claim.said), value=figure(claim.value))
            case Order():
                return say(RELATIONS[claim.relation], day=self.day(claim.day), other=self.day(claim.other))
            case Listing():
                return say("{said}, danh sách có {number}", said=figure(claim.said), number=len(claim.items))
            case Pace():
                gone = self.ratio(claim.elapsed)
                return say("đạt {attained} khi đã qua {gone} năm", attained=figure(claim.attained), gone=gone)
        return self.limit(claim)

    def limit(self, claim: Limit) -> str:
        """Say a figure and its bounds."""
        bounds = [
            self.say("ít nhất {bound}", bound=self.figure(claim.at_least)) if claim.at_least else "",
            self.say("nhiều nhất {bound}", bound=self.figure(claim.at_most)) if claim.at_most else "",
        ]
        asked = ", ".join(filter(None, bounds)) or self.say("mức không nêu")
        value = self.figure(claim.value) if claim.value else self.say("số không nêu")
        return f"{value}; {asked}"

    def ratio(self, ratio: Ratio) -> str:
        """Write one figure over another."""
        return f"{self.figure(ratio.part)}/{self.figure(ratio.whole)}".replace("”/“", "/")

    def day(self, value: date | None) -> str:
        """Write a day."""
        return self.say("(ngày không rõ)") if value is None else shown.day(value, self.locale)

    def number(self, value: Fraction) -> str:
        """Write a computed number in the unit of the figure it is held against."""
        if self.finding.quantity == "days":
            return self.say("{number} ngày", n=int(value), number=shown.exactly(value, self.locale))
        like = self.like()
        return self.measured(value / like.scale, like)

    def like(self) -> Figure:
        """Return the figure in whose unit and scale the numbers of the finding are told."""
        match self.finding.claim:
            case Growth(value=value, change=change):
                return value if value and self.finding.quantity == "base" else change
            case Share(percent=found) | Sum(total=found) | Pace(attained=found) | Limit(value=found):
                return found or PERCENT
            case Approximation(said=found) | Listing(said=found):
                return found
        return PERCENT

    def span(self, span: Span) -> str:
        """Say from where to where."""
        return self.within(span, self.number)
