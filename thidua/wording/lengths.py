"""What the conditions about time ask, in one phrase, and the words that all conditions are put in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from thidua.model import duration
from thidua.model.vocabulary import RATINGS
from thidua.wording import shown
from thidua.wording.catalogue import Say
from thidua.wording.terms import TERMS, WHEN

NameOf = Callable[[str], str]
"""From an award's id to its official name (or its English one)."""


class Lengths:
    """Puts conditions about time into phrases of one language; a method for each key of a clause."""

    def __init__(self, locale: str, say: Say, name_of: NameOf) -> None:
        self.locale = locale
        self.say = say
        self.name_of = name_of

    def term(self, word: str | None) -> str:
        """Say a word of the closed lists."""
        return self.say(TERMS[word]) if word in TERMS else str(word)

    def either(self, words: Iterable[str]) -> str:
        """Join alternatives."""
        return shown.listed([self.term(word) for word in words], self.locale, style="or")

    def awards(self, ids: Iterable[str]) -> str:
        """Name awards as alternatives."""
        return shown.listed([f"“{self.name_of(award)}”" for award in ids], self.locale, style="or")

    def given_for(self, kinds: Sequence[str]) -> str:
        """Say by which kinds of commendation it must have been given."""
        return self.say(", theo hình thức khen thưởng {kinds}", kinds=self.either(kinds)) if kinds else ""

    def _rated_years(self, value: duration.RatedYears) -> str:
        return f"{self.rated_years(value)} {self.say(WHEN[value.when])}"

    def rated_years(self, value: duration.RatedYears) -> str:
        """Say how many years must be rated so, where the time is said beside it."""
        return self.say(
            "có từ {times} năm trở lên xếp loại “{rating}”"
            if value.rated == RATINGS[-1]
            else "có từ {times} năm trở lên xếp loại từ “{rating}” trở lên",
            n=value.times,
            times=value.times,
            rating=self.term(value.rated),
        )

    def _elapsed(self, value: duration.Elapsed) -> str:
        awards = self.awards(value.awards)
        text = self.say(
            "từ {years} năm trở lên kể từ khi được tặng {awards} lần gần nhất"
            if value.latest
            else "từ {years} năm trở lên kể từ khi được tặng {awards}",
            years=value.years,
            awards=awards,
        )
        if value.after:
            text += self.say(", được tặng sau {awards}", awards=self.awards(value.after))
        text += self.given_for(value.commendations)
        if value.without:
            text += self.say(", trong thời gian đó không được tặng {awards}", awards=self.awards(value.without))
        return text

    def _aged(self, value: duration.Aged) -> str:
        if value.round:
            return self.say("kỷ niệm ngày thành lập năm tròn")
        return self.say("có quá trình xây dựng, phát triển từ {years} năm trở lên", years=value.years)

    def _served(self, value: duration.Served) -> str:
        where = [self.say("phục vụ trong {force}", force=self.term(word)) for word in value.forces]
        where += [self.term(word) for word in value.activities]
        what = shown.listed(where, self.locale, style="or") if where else self.say("công tác")
        text = self.say("có thời gian {what}", what=what)
        if value.years:
            text += self.say(" từ {years} năm trở lên", years=value.years)
        if value.below is not None:
            text += self.say(", dưới {years} năm", years=value.below)
        if value.continuous:
            text += self.say(", liên tục")
        if value.by is not None:
            text += self.say(", tính đến trước ngày {day}", day=shown.day(value.by, self.locale))
        if value.hardship:
            text += self.say(
                ", trên biển, hải đảo, vùng đặc biệt khó khăn"
                if value.home
                else ", trên biển, hải đảo, vùng đặc biệt khó khăn hoặc làm nhiệm vụ quốc tế"
            )
        return text + self._multiplied(value) if value.factor > 1 else text

    def _multiplied(self, value: duration.Served) -> str:
        """Say which duty counts several times."""
        times = value.factor
        if value.border:
            return self.say(" (biên giới, trên biển, hải đảo, vùng đặc biệt khó khăn: hệ số {factor})", factor=times)
        if value.home:
            return self.say(" (trên biển, hải đảo, vùng đặc biệt khó khăn: hệ số {factor})", factor=times)
        return self.say(
            " (trên biển, hải đảo, vùng đặc biệt khó khăn hoặc nhiệm vụ quốc tế: hệ số {factor})", factor=times
        )

    def _post(self, value: duration.InPost) -> str:
        if not value.months:
            text = self.say("giữ chức vụ {posts}", posts=self.either(value.posts))
            return text if value.below is None else text + self.say(", dưới {length}", length=self.span(value.below))
        text = self.say(
            "giữ chức vụ {posts} từ {length} trở lên", posts=self.either(value.posts), length=self.span(value.months)
        )
        return text if value.below is None else text + self.say(", dưới {length}", length=self.span(value.below))

    def span(self, months: int) -> str:
        """Say a length of months, in years where it is whole years."""
        if months % 12:
            return self.say("{months} tháng", n=months, months=months)
        return self.say("{years} năm", n=months // 12, years=months // 12)
