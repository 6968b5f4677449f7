"""What each condition asks, in one phrase; a method for each key of a clause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from thidua.model import condition as asked
from thidua.model.vocabulary import RATINGS
from thidua.wording import shown
from thidua.wording.lengths import Lengths
from thidua.wording.terms import GRADES, RESULTS, WHEN

MANY = 4
"""So many kinds of achievement are told as one word."""
DEGREES = ("large", "outstanding", "exceptional")
ABROAD = ("region", "world")
LEADING = ("leading",)
COUNCIL = ("central-council",)
"""A council alone launches no movement: what it runs is the emulation of its clusters and blocs."""
WIDER: dict[str, tuple[str, ...]] = {
    "grassroots": (
        "commune",
        "district",
        "field",
        "military-region",
        "province",
        "army-wide",
        "police-wide",
        "nation",
        *ABROAD,
    ),
    "commune": ("district", "field", "military-region", "province", "army-wide", "police-wide", "nation", *ABROAD),
    "district": ("province", "nation", *ABROAD),
    "field": ("province", "army-wide", "police-wide", "nation", *ABROAD),
    "military-region": ("army-wide", "police-wide", "nation", *ABROAD),
    "province": ("army-wide", "police-wide", "nation", *ABROAD),
    "army-wide": ("nation", *ABROAD),
    "police-wide": ("nation", *ABROAD),
    "nation": ABROAD,
}
"""Scopes beside those that reach further, for telling a list of them in a word; what counts is what the list says."""


class Conditions(Lengths):
    """Puts conditions into phrases of one language."""

    def _meets(self, value: tuple[str, ...]) -> str:
        return self.say("đạt tiêu chuẩn {awards}", awards=self.awards(value))

    def _rated(self, value: str) -> str:
        if value == RATINGS[-1]:
            return self.say("xếp loại trong năm “{rating}”", rating=self.term(value))
        return self.say("xếp loại trong năm từ “{rating}” trở lên", rating=self.term(value))

    def _holds(self, value: asked.Holds) -> str:
        awards = self.awards(value.awards)
        if value.consecutive is not None:
            return self._consecutive(value, awards) + self.given_for(value.commendations)
        if value.times == 1 and value.when == "ever":
            return (
                self.say("đã được tặng {awards}", awards=awards)
                + self.given_for(value.commendations)
                + self.after(value.after)
            )
        where = self.say(WHEN[value.when])
        text = self.say(
            "có {times} lần được tặng {awards} {where}", n=value.times, times=value.times, awards=awards, where=where
        )
        return text.rstrip() + self.given_for(value.commendations) + self.after(value.after)

    def _consecutive(self, value: asked.Holds, awards: str) -> str:
        times = value.consecutive
        if value.spacing > 1:  # given once in some years: times, not years, that follow one another
            text = self.say("có {times} lần liên tục được tặng {awards}", times=times, awards=awards)
            if value.apart == value.spacing:
                text += self.say(", mỗi lần cách nhau {years} năm", years=value.spacing)
            else:
                text += self.say(", mỗi lần cách nhau không quá {years} năm", years=value.spacing)
        elif value.anywhere:
            text = self.say("có {times} năm liên tục được tặng {awards}", times=times, awards=awards)
        elif value.lag:
            text = self.say("có {times} năm liên tục được tặng {awards}", times=times, awards=awards)
            text += self.say(", tính đến {years} năm trước năm xét", years=value.lag)
        else:
            text = self.say("có {times} năm liên tục đến năm xét được tặng {awards}", times=times, awards=awards)
        return text

    def run(self, value: asked.Run | asked.Holds) -> str:
        """Say what a run asks, or the award that opens it."""
        if isinstance(value, asked.Holds):
            return self.say("đã được tặng {awards}", awards=self.awards(value.awards))
        rated = value.each.rated
        each = [self.say("“{rating}” trở lên", rating=self.term(rated))] if rated and rated != RATINGS[-1] else []
        each += [f"“{self.term(rated)}”"] if rated == RATINGS[-1] else []
        each += [f"“{self.name_of(title)}”" for title in value.each.titles]
        passed = shown.listed(each, self.locale, style="or")
        if value.exact:
            return self.say("liên tục {years} năm đến năm xét đạt {passed}", years=value.years, passed=passed)
        if value.anywhere:
            return self.say("liên tục từ {years} năm trở lên đạt {passed}", years=value.years, passed=passed)
        return self.say("liên tục từ {years} năm trở lên đến năm xét đạt {passed}", years=value.years, passed=passed)

    def _sex(self, value: str) -> str:
        return self.say("là nữ" if value == "female" else "là nam")

    def _martyr(self, value: bool) -> str:  # noqa: FBT001  # the statute book's own value
        return self.say("được công nhận liệt sĩ" if value else "không phải liệt sĩ")

    def _initiative(self, value: asked.InitiativeOf) -> str:
        status = f" {self.status(value)}" if value.status else ""
        kinds = self.either(value.kinds)
        text = (
            self.say("có {kinds}{status}", kinds=kinds, status=status)
            if value.number == 1
            else self.say("có {number} {kinds}", number=value.number, kinds=kinds) + status
        )
        return text + self.scopes(value.scopes) + self.after(value.after)

    def status(self, value: asked.InitiativeOf) -> str:
        """Say what must have become of it: research that is applied was accepted first."""
        if value.status == "applied" and value.kinds == ("research",):
            return self.say("đã nghiệm thu và áp dụng")
        return self.term(value.status)

    def after(self, awards: Sequence[str]) -> str:
        """Say which award it must come after."""
        return self.say(", sau khi được tặng {awards}", awards=self.awards(awards)) if awards else ""

    def scopes(self, scopes: Iterable[str]) -> str:
        """Say how far an influence must reach: the narrowest scopes that will do, the wider ones being theirs too."""
        least = [scope for scope in scopes if not any(scope in WIDER[other] for other in scopes if other in WIDER)]
        if not least:
            return ""
        if least == ["nation"] or len(least) == len(tuple(scopes)):
            return self.say(", phạm vi ảnh hưởng {scopes}", scopes=self.either(least))
        return self.say(", phạm vi ảnh hưởng từ {scopes} trở lên", scopes=self.either(least))

    def degrees(self, degrees: Sequence[str]) -> str:
        """Say which degree: the least that will do."""
        if tuple(degrees) in (DEGREES[at:] for at in range(len(DEGREES) - 1)):
            return self.say(", mức {degree} trở lên", degree=self.term(degrees[0]))
        return self.say(", mức {degrees}", degrees=self.either(degrees)) if degrees else ""

    def _achievement(self, value: asked.AchievementOf) -> str:
        # A text that says only "thành tích" or "công lao" is met by many kinds of record.
        told = [kind for kind in value.kinds if kind != "donation" or "contribution" not in value.kinds]
        kinds = self.say("thành tích") if len(value.kinds) >= MANY else self.either(told)
        text = self.say("có {kinds}", kinds=kinds) + self.degrees(value.degrees) + self.scopes(value.scopes)
        if value.value is not None:
            text += self.say(", trị giá từ {value}", value=shown.money(value.value, self.locale))
        if value.years is not None:
            of_a_farm = "farm-model" in value.kinds
            text += self.say(
                ", ổn định từ {years} năm" if of_a_farm else ", trong thời gian từ {years} năm trở lên",
                years=value.years,
            )
        return text + self.after(value.after) + self.recognised(value)

    def recognised(self, value: asked.AchievementOf) -> str:
        """Say that it must be recognised, and by whom where the text says so: whoever is above them may too."""
        if not value.recognised_by:
            return self.say(", được cấp có thẩm quyền công nhận") if value.recognised else ""
        if value.recognised_by == ("nation",):
            return self.say(", được Nhà nước công nhận")
        ranks = (("unit",), ("commune",), ("district",), ("province", "ministry"))
        least = next(rank for rank in ranks if {*rank} & {*value.recognised_by})
        # The word for a province is that of any ministry or province.
        named = [word for word in least if word in value.recognised_by][:1]
        return self.say(", được {bodies} công nhận", bodies=self.either(named))

    def _movement(self, value: asked.MovementOf) -> str:
        results = shown.listed([self.say(RESULTS[word]) for word in value.results], self.locale, style="or")
        if value.launched_by == COUNCIL:
            return self.say(
                "có thành tích {results}, được bình xét trong cụm, khối thi đua do {organisers} tổ chức",
                results=results,
                organisers=self.either(value.launched_by),
            )
        if value.results == LEADING:
            text = self.say("dẫn đầu phong trào thi đua")
        elif results:
            text = self.say("có thành tích {results} trong phong trào thi đua", results=results)
        else:
            text = self.say("có thành tích trong phong trào thi đua")
        if value.launched_by:
            # As a scope "province" is that of any ministry or province; who launches is one or the other.
            launchers = ["province-council" if word == "province" else word for word in value.launched_by]
            text += self.say(" do {launchers} phát động", launchers=self.either(launchers))
        if value.years is not None:
            text += self.say(", thời gian thực hiện từ {years} năm trở lên", years=value.years)
        if value.reviews:
            text += self.say(", khi {reviews}", reviews=self.either(value.reviews))
        return text

    def _members(self, value: asked.MembersOf) -> str:
        advanced = value.share == "advanced"
        part = self.say(
            "cá nhân đạt danh hiệu lao động, chiến sĩ tiên tiến" if advanced else "cá nhân hoàn thành nhiệm vụ"
        )
        if value.at_least == 1:
            return self.say("có 100% {part}", part=part)
        if value.above is not None:
            return self.say("có trên {share} {part}", share=shown.share(value.above, self.locale), part=part)
        return self.say("có ít nhất {share} {part}", share=shown.share(value.at_least or 0, self.locale), part=part)  # type: ignore[arg-type]

    def _worst_discipline_below(self, value: str) -> str:
        return self.say("không có cá nhân bị kỷ luật từ {measure} trở lên", measure=self.term(value))

    def _has_members(self, value: asked.HasMembers) -> str:
        if value.at_least == 1:
            return self.say("có cá nhân đạt {awards}", awards=self.awards([value.award]))
        return self.say(
            "có từ {number} cá nhân đạt {awards}",
            n=value.at_least,
            number=value.at_least,
            awards=self.awards([value.award]),
        )

    def _leads(self, value: asked.Leads) -> str:
        if value.organisers:
            return self.say(
                "dẫn đầu cụm, khối thi đua do {organisers} tổ chức", organisers=self.either(value.organisers)
            )
        return self.say("dẫn đầu cụm, khối thi đua")

    def _flag_eligible(self, value: bool) -> str:  # noqa: FBT001  # the statute book's own value
        return self.say(
            "thuộc đối tượng được tặng cờ thi đua" if value else "không thuộc đối tượng được tặng cờ thi đua"
        )

    def _undisciplined(self, value: asked.Undisciplined) -> str:
        measure = self.term(value.measure)
        if value.when == "year":
            text = self.say("không có ngày nào trong năm đang chịu kỷ luật từ {measure} trở lên", measure=measure)
        elif value.when == "proposal":
            text = self.say("không đang chịu kỷ luật từ {measure} trở lên vào ngày đề nghị", measure=measure)
        else:
            when = self.say(WHEN[value.when])
            text = self.say("không bị kỷ luật từ {measure} trở lên {when}", measure=measure, when=when)
        unless = value.unless and shown.name(value.unless, self.locale)
        return text + (self.say(", trừ khi {case}", case=unless) if unless else "")

    def _clear(self, _: bool) -> str:  # noqa: FBT001
        return self.say(
            "không đang bị xem xét kỷ luật, điều tra, thanh tra, kiểm tra khi có dấu hiệu vi phạm, xác minh đơn thư "
            "khiếu nại, tố cáo hoặc vấn đề tham nhũng, tiêu cực được báo chí nêu"
        )

    def _joined(self, value: asked.Joined) -> str:
        return self.say("được tuyển dụng từ {months} tháng trở lên", months=value.months)

    def _absent(self, value: asked.Absent) -> str:
        text = self.say("nghỉ dưới {days} ngày làm việc trong năm", days=value.fewer_than)
        return text + (self.say(", không kể {kinds}", kinds=self.either(value.excluding)) if value.excluding else "")

    def _trained(self, value: asked.Trained) -> str:
        grade = self.say(GRADES[value.at_least])
        return self.say(
            "đào tạo, bồi dưỡng từ {months} tháng thì kết quả từ {grade} trở lên", months=value.months, grade=grade
        )
