"""A cluster's scores in prose: who stands where, every point with its figure, which awards a place opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from thidua.book.catalogue import catalogue
from thidua.model.finding import Outcome
from thidua.wording import shown
from thidua.wording.catalogue import speaker
from thidua.wording.cluster_words import REASONS
from thidua.wording.explain import cited
from thidua.wording.terms import MARKS, OUTCOMES, TERMS

if TYPE_CHECKING:
    from thidua.model.cluster import Criterion
    from thidua.movement.points import Points
    from thidua.movement.proposable import Limit, Proposable
    from thidua.movement.scored import Card, Part, Scoreboard


def score_text(board: Scoreboard, locale: str) -> str:
    """Tell the ranks of a cluster's members, what told ties apart, who leads, and which figures are missing."""
    told = _Told(locale)
    head = f"{shown.name(board.cluster, locale)}, {told.say('năm {year}', year=board.year)}"
    lines = (told.member(card) for card in board.cards)
    return "\n".join([head, *lines, told.leader(board)])


def card_text(card: Card, locale: str) -> str:
    """Tell how one member's points come about: each criterion's figure, rule, points and article."""
    told = _Told(locale)
    return "\n".join([f"{card.member}: {told.points(card.total)}", *map(told.part, card.parts), told.summed(card)])


def proposable_text(found: Proposable, locale: str) -> str:
    """Tell who may be proposed for an award: by what, what else it asks, and the caps on it."""
    return _Told(locale).proposable(found)


class _Told:
    def __init__(self, locale: str) -> None:
        self.locale = locale
        self.say = speaker(locale)

    def number(self, value: Decimal | Fraction) -> str:
        """Say a number, cut off and never rounded."""
        return shown.exactly(Fraction(value), self.locale)

    def points(self, points: Points) -> str:
        """Say points: one number, or the two that they lie between."""
        low, high = (self.number(each) for each in points)
        if points.exact is not None:
            return self.say("{points} điểm", n=1 if points.exact == 1 else 2, points=low)
        return self.say("từ {low} đến {high} điểm", low=low, high=high)

    def member(self, card: Card) -> str:
        """Say where a member stands."""
        place = card.place
        rank = str(place.best) if place.rank else f"{place.best}–{place.worst}"
        text = f"{rank}. {card.member}: {self.points(card.total)}"
        for other, name in place.parted.items():
            label = next(shown.name(each.criterion, self.locale) for each in card.parts if each.criterion.id == name)
            text += self.say("; bằng điểm {other}, xét theo “{criterion}”", other=other, criterion=label)
        if place.level:
            text += self.say("; ngang với {others}, văn bản không nêu cách xét tiếp", others=self.list(place.level))
        if card.missing:
            text += "; " + self.say("cần có: {missing}", missing=", ".join(card.missing))
        return text

    def leader(self, board: Scoreboard) -> str:
        """Say who leads."""
        if board.leader is not None:
            return self.say("Dẫn đầu: {member}", member=board.leader)
        maybe = [card.member for card in board.cards if card.leads is Outcome.UNKNOWN]
        return self.say("Dẫn đầu: chưa kết luận được giữa {members}", members=self.list(maybe))

    def part(self, part: Part) -> str:
        """Say the points of one criterion, and what they rest on."""
        criterion = part.criterion
        most = self.number(criterion.most * Fraction(criterion.weight))
        earned = {
            "criterion": self.say("{points} trong {most}", points=self.points(part.points), most=most),
            "bonus": self.say("cộng {points}, nhiều nhất {most}", points=self.points(part.points), most=most),
            "penalty": self.say("trừ {points}, nhiều nhất {most}", points=self.points(part.points), most=most),
        }[criterion.role]
        text = f"  {shown.name(criterion, self.locale)}: {earned}; {'; '.join(self.why(part))}"
        return f"{text} ({cited(part.citation, self.say)})"

    def why(self, part: Part) -> Iterator[str]:
        """Say the figure, the rule, and why the points are open."""
        figure, criterion = part.figure, part.criterion
        if figure is not None and figure.answer is not None:
            yield self.say("có") if figure.answer else self.say("không")
        if part.number is not None:
            number = self.number(part.number)
            yield f"{number}%" if criterion.attainment else f"{number} {criterion.unit or ''}".strip()
        elif figure is not None:
            yield from self.bounds(part)
        if figure is not None and figure.plan is not None and figure.value is not None:
            done, plan = (self.number(each) for each in (figure.value, figure.plan))
            yield self.say("{done} trên kế hoạch {plan}", done=done, plan=plan)
        yield self.rule(criterion)
        if criterion.weight != 1:
            yield self.say("hệ số {weight}", weight=self.number(criterion.weight))
        yield from (self.say(REASONS[reason]) for reason in part.reasons)
        if figure is not None and figure.source:
            yield figure.source

    def bounds(self, part: Part) -> Iterator[str]:
        """Say the bounds of a figure, as far as it has any."""
        low, high = part.bounds
        unit = "%" if part.criterion.attainment else f" {part.criterion.unit or ''}".rstrip()
        if low is not None:
            yield self.say("từ {limit} trở lên", limit=self.number(low) + unit)
        if high is not None:
            yield self.say("không quá {limit}", limit=self.number(high) + unit)

    def rule(self, criterion: Criterion) -> str:
        """Say how the figure becomes points."""
        if criterion.proportional is not None:
            zero, full = (self.number(each) for each in (criterion.proportional.zero, criterion.proportional.full))
            return self.say("theo tỷ lệ: {zero} thì 0 điểm, {full} thì đủ điểm", zero=zero, full=full)
        if criterion.each is not None:
            points, per = (self.number(each) for each in (criterion.each.points, criterion.each.per))
            few = 1 if criterion.each.per == 1 else 2
            per = f"{per} {criterion.unit}" if criterion.unit else self.say("{per} đơn vị", n=few, per=per)
            few = 1 if criterion.each.points == 1 else 2
            text = self.say(
                "mỗi {per} trừ {points} điểm" if criterion.role == "penalty" else "mỗi {per} được {points} điểm",
                n=few,
                per=per,
                points=points,
            )
            if criterion.each.above:
                text += self.say(", phần trên {limit}", limit=self.number(criterion.each.above))
            if criterion.each.below is not None:
                text += self.say(", phần dưới {limit}", limit=self.number(criterion.each.below))
            return text
        if criterion.ranks is not None:
            return self.say("theo thứ hạng trong cụm, khối")
        return self.say("theo bậc điểm" if criterion.steps else "theo câu trả lời có hay không")

    def summed(self, card: Card) -> str:
        """Say the sums."""
        return "  " + self.say(
            "Tổng: tiêu chí {criteria}; cộng {bonus}; trừ {penalty}",
            criteria=self.points(card.criteria),
            bonus=self.points(card.bonus),
            penalty=self.points(card.penalty),
        )

    def proposable(self, each: Proposable) -> str:
        """Say one award: to whom, by what, what else, and its caps."""
        award = shown.name(each.award, self.locale)
        whom = "; ".join(
            f"{member}: {self.say(OUTCOMES[outcome.name])}" if outcome is not Outcome.MET else member
            for member, outcome in each.members.items()
        )
        mark = MARKS[max(each.members.values(), default=Outcome.NOT_MET).name]
        text = f"{mark} “{award}”: {whom or self.say('không thành viên nào')} ({cited(each.citation, self.say)})"
        if each.bodies:
            text += "; " + self.say(
                "dành cho {kinds}", kinds=self.list([self.say(TERMS[body]) for body in each.bodies])
            )
        if each.selective:
            text += "; " + self.say("chọn trong số các tập thể dẫn đầu")
        if each.otherwise:
            text += "; " + self.say("không chỉ dành cho tập thể dẫn đầu")
        if each.asks:
            asks = self.list(list(dict.fromkeys(cited(where, self.say) for where in each.asks)))
            text += "; " + self.say("còn phải xét: {asks}", asks=asks)
        text += "".join(f"; {self.limit(limit)}" for limit in each.limits)
        if each.limit_unread is not None:
            where = cited(each.limit_unread, self.say)
            text += "; " + self.say("chưa rõ có tỷ lệ tối đa hay không: {where}", where=where)
        if each.unread is not None:
            text += "; " + self.say("văn bản chưa đọc: {detail}", detail=cited(each.unread, self.say))
        return text

    def limit(self, limit: Limit) -> str:
        """Say a cap and its base."""
        told = {"share": shown.limit(limit.at_most, self.locale), "where": cited(limit.citation, self.say)}
        if limit.base.startswith("standard"):
            known = [catalogue().find(name) for name in limit.base_awards]
            awards = self.list(f"“{shown.name(each, self.locale)}”" for each in known if each is not None)
            return self.say("không quá {share} số tập thể đạt tiêu chuẩn {awards} ({where})", **told, awards=awards)
        return self.say("không quá {share} của “{base}” ({where})", **told, base=limit.base)

    def list(self, words: Iterable[str]) -> str:
        """Join words."""
        return shown.listed(list(words), self.locale)
