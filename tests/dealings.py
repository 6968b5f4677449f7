"""What else the book says of an award, a line each with its clause: bars, caps, who decides, votes, papers, money."""

from __future__ import annotations

from collections.abc import Iterator

import thidua
from tests.prose import Prose
from thidua.book.law import Placed
from thidua.decision.ballots import votes_asked
from thidua.model.award import Award
from thidua.model.citation import Standing
from thidua.model.deadline import Deadline
from thidua.model.deciding import BonusEntry, Office, Power, Rate, Rounding
from thidua.model.doubling import BARRED, Double
from thidua.model.outline import Unread
from thidua.model.proposing import DECIDER, NEXT_ABOVE, Proposal, UnitEntry
from thidua.model.provision import Bar, Counting, Ground
from thidua.model.voting import BallotEntry
from thidua.wording import shown
from thidua.wording.deadline_words import OFFICES
from thidua.wording.deadlines import term
from thidua.wording.double_words import DOUBLES
from thidua.wording.explain import body
from thidua.wording.money_words import PAYERS
from thidua.wording.terms import COUNTED_SO, TERMS
from thidua.wording.vote_words import COUNCIL_NAMES, PROPOSERS

MODES = {
    "up": ("làm tròn lên", "rounded up"),
    "nearest": ("làm tròn", "rounded"),
    "none": ("không làm tròn", "not rounded"),
}


class Dealings(Prose):
    """Tells the entries of the law of a day that are no standard."""

    def line(self, text: str, placed: Placed[object]) -> str:
        """Write an entry as a line with its citation, and how it was read where that was not in full."""
        return f"- {text} ({self.cite(placed.citation)}{self.weak(placed.citation)})"  # type: ignore[attr-defined]

    def names(self, awards: tuple[str, ...]) -> str:
        """Name awards."""
        return ", ".join(f"“{self.name(award)}”" for award in awards)

    def bar(self, placed: Placed[Bar], award: Award) -> Iterator[str]:
        """Tell what is asked of everybody, or of everybody of some kind who may receive the award."""
        entry = placed.entry
        kinds = [kind for kind in award.recipients if kind in entry.recipients]
        whom = [self.terms(kinds)] if kinds and kinds != [*award.recipients] else []
        if entry.except_tracks:
            whom.append(self.both("trừ {}", "but for {}").format(self.terms(entry.except_tracks)))
        head = f"{', '.join(whom)}: " if whom else ""
        point = self.point(self.law.clause(entry.clause, placed))
        yield self.line(f"{head}{point.text}{f' {point.mark}' if point.mark else ''}", placed)
        for part in point.parts:
            yield from self.lines(part, 1, self.home(placed.citation), placed.citation)

    def ground(self, placed: Placed[Ground]) -> str:
        """Tell what a prior commendation may not ground."""
        excluded, proposed = self.terms(placed.entry.excluded, "or"), self.terms(placed.entry.proposed, "or")
        return self.line(
            self.both(
                f"khen thưởng {excluded} trước đó không làm căn cứ đề nghị khen thưởng {proposed}",
                f"prior commendation of the kinds {excluded} grounds none of the kind {proposed}",
            ),
            placed,
        )

    def counting(self, placed: Placed[Counting]) -> str:
        """Tell what of a record counts."""
        return self.line(self.say(COUNTED_SO[placed.entry.after or placed.entry.once or ""]), placed)

    def double(self, placed: Placed[Double]) -> str:
        """Tell what may not be given twice."""
        entry = placed.entry
        text = self.say(DOUBLES[BARRED[entry.pair, entry.one]])
        if entry.except_commendations:
            text += self.both(", trừ khen thưởng {}", ", but for {}").format(self.terms(entry.except_commendations))
        if entry.standing is Standing.UNVERIFIED:
            text += self.both(" — chưa rõ văn bản có quy định như vậy không", " — whether the text says so is unknown")
        return self.line(text, placed)

    def rate(self, placed: Placed[Rate]) -> str:
        """Tell a cap, of what it is taken and in what."""
        entry = placed.entry
        rating = self.say(TERMS[entry.base_rating]) if entry.base_rating else ""
        base = {
            "strength": self.both("tổng số người của đơn vị", "the unit's strength"),
            "leaders": self.both("số lãnh đạo của đơn vị", "the unit's leaders"),
            "holders": self.both("số được tặng {}", "those who hold {}").format(self.names(entry.base_awards)),
            "standard": self.both("số đạt tiêu chuẩn {}", "those who meet the standard of {}").format(
                self.names(entry.base_awards)
            ),
            "rated": self.both("số xếp loại từ “{}” trở lên", "those rated “{}” or better").format(rating),
            "rated-exactly": self.both("số xếp loại đúng “{}”", "those rated exactly “{}”").format(rating),
        }[entry.base]
        per = {
            "unit": self.both("trong mỗi đơn vị", "in each unit"),
            "proposer": self.both("tính cho mỗi cơ quan đề nghị", "for each proposer"),
            "group": self.both("trong mỗi nhóm có nhiệm vụ tương đồng", "in each group with similar duties"),
        }[entry.per]
        limit = shown.limit(entry.at_most, self.locale)
        return self.line(self.both(f"không quá {limit} {base}, {per}", f"at most {limit} of {base}, {per}"), placed)

    def power(self, placed: Placed[Power]) -> str:
        """Tell who decides."""
        entry = placed.entry
        text = self.both(" hoặc ", " or ").join(self.office(name) for name in entry.offices)
        if entry.left_to:
            left = self.say("luật giao cho {body} quy định", body=body(entry.left_to, self.say))
            text = f"{text} — {left}" if text else left
        if entry.recipients:
            text += self.both(", tặng {}", ", to: {}").format(self.terms(entry.recipients))
        if entry.armed or entry.forces:
            text += self.both(", trong lực lượng vũ trang", ", in the armed forces")
        if entry.forces:
            text += f": {self.terms(entry.forces)}"
        return self.line(text, placed)

    def office(self, name: str) -> str:
        """Name an office."""
        named = {placed.entry.id: placed.entry for placed in self.law.of(Office)}
        return shown.name(named[name], self.locale) if name in named else name

    def proposal(self, placed: Placed[Proposal]) -> str:
        """Tell who proposes to whom."""
        entry = placed.entry
        to = {
            NEXT_ABOVE: self.both("cấp trên trực tiếp", "the level next above"),
            DECIDER: self.both("cấp có thẩm quyền quyết định", "whoever decides"),
        }.get(entry.to) or self.office(entry.to)
        by = ", ".join(self.office(name) for name in entry.offices)
        if entry.general:
            by = self.both(
                "người đứng đầu cơ quan, tổ chức, đơn vị, địa phương", "the head of each body, unit or locality"
            )
        units = {unit.entry.id: unit.entry for unit in self.law.of(UnitEntry)}
        whose = ", ".join(shown.name(units[name], self.locale) for name in entry.units if name in units)
        text = self.both(f"{by} → {to}", f"{by} → {to}") + (f" ({whose})" if whose else "")
        return self.line(text, placed)

    def ballot(self, placed: Placed[BallotEntry]) -> str:
        """Tell how a council votes."""
        entry = placed.entry
        councils = [self.say(COUNCIL_NAMES[name]) for name in entry.councils] or [self.say(PROPOSERS)]
        parts = [shown.listed(councils, self.locale, style="or")]
        if entry.secret:
            parts.append(self.both("bỏ phiếu kín", "by secret ballot"))
        if entry.at_least is not None:
            share = shown.limit(entry.at_least, self.locale)
            parts.append(
                self.both(f"từ {share} tổng số thành viên đồng ý trở lên", f"at least {share} of all members in favour")
            )
        if entry.quorum is not None:
            share = shown.limit(entry.quorum, self.locale)
            parts.append(self.both(f"từ {share} thành viên dự họp", f"at least {share} of the members attend"))
        if entry.in_writing:
            parts.append(self.both("lấy ý kiến thành viên vắng mặt bằng văn bản", "absent members asked in writing"))
        return self.line("; ".join(parts), placed)

    def multiples(self, placed: Placed[BonusEntry]) -> str:
        """Tell the multiples of the base salary."""
        entry, most = placed.entry, self.both("không quá ", "at most ") if placed.entry.ceiling else ""
        told = [
            f"{self.say(TERMS[kind])}: {most}{shown.number(value, self.locale)}"
            for kind in ("individual", "collective", "household")
            if (value := getattr(entry, kind)) is not None
        ]
        times = self.both("lần mức lương cơ sở", "times the base salary")
        return f"{'; '.join(told)} {times}"

    def rounding(self, placed: Placed[Rounding]) -> str:
        """Tell how a bonus is rounded."""
        mode = self.both(*MODES[placed.entry.mode])
        return mode if placed.entry.mode == "none" else f"{mode}: {shown.money(placed.entry.to, self.locale)}"

    def bonus(self, award: Award) -> Iterator[str]:
        """Tell what is paid with an award on the day."""
        for kind in award.recipients:
            paid = thidua.bonus(award, kind, law=self.law)
            if paid.amount is None or paid.citation is None:
                why = paid.unread and shown_why(paid.unread, self.locale)
                unknown = self.both("chưa đọc được mức thưởng", "no multiple was read")
                yield f"- {self.say(TERMS[kind])}: {why or unknown}"
                continue
            most = self.both("không quá ", "at most ") if paid.ceiling else ""
            times = self.both("{} lần mức lương cơ sở {}", "{} times the base salary of {}").format(
                shown.number(paid.multiple or 0, self.locale), shown.money(paid.base_salary or 0, self.locale)
            )
            exact = (paid.multiple or 0) * (paid.base_salary or 0) == paid.amount
            step = shown.money(paid.step, self.locale)
            rest = "" if exact else self.both(f", làm tròn đến {step}", f", rounded to {step}")
            if paid.payer:
                rest += self.both("; nguồn chi: {}", "; paid by: {}").format(self.say(PAYERS[paid.payer]))
            yield (
                f"- {self.say(TERMS[kind])}: {most}**{shown.money(paid.amount, self.locale)}** = {times}{rest}"
                f" ({self.cite(paid.citation)}{self.weak(paid.citation)})"
            )

    def deadline(self, placed: Placed[Deadline]) -> str:
        """Tell within what time something must be done."""
        entry = placed.entry
        by = shown.listed([self.say(OFFICES[each]) for each in entry.by], self.locale)
        return self.line(f"{shown.name(entry, self.locale)}: {by}, {term(entry, self.locale, self.say)}", placed)

    def papers(self, award: Award) -> Iterator[str]:
        """Tell the papers of an ordinary dossier."""
        asked = thidua.papers(award, law=self.law)
        for paper in asked:
            case = self.say(" — khi {case}", case=shown.name(paper.when, self.locale)) if paper.when else ""
            weak = self.weak(paper.citation)
            yield f"- {shown.name(paper, self.locale)}{case} ({self.cite(paper.citation)}{weak})"
        for placed in asked.left_to:
            yield self.line(
                self.say("luật giao cho {body} quy định", body=body(placed.entry.left_to, self.say)), placed
            )

    def unread(self, table: str, award: Award) -> Iterator[str]:
        """Tell the texts that govern a table for an award and were not read."""
        for placed in self.law.unread(table, award.id):
            yield self.line(shown_why(placed.entry, self.locale).rstrip("."), placed)

    def not_read(self, table: str, award: Award) -> Iterator[str]:
        """Name the texts that may have changed a table for an award and were not read."""
        unread = self.both("chưa đọc", "not read")
        yield from (f"- **?** {unread}: {self.cite(placed.citation)}" for placed in self.law.stopping(table, award.id))

    def votes(self, award: Award) -> Iterator[str]:
        """Tell the votes asked about an award, and those of every meeting."""
        every = [placed for placed in self.law.of(BallotEntry) if not placed.entry.awards]
        yield from (self.ballot(placed) for placed in (*votes_asked(award, law=self.law), *every))

    def proposals(self, award: Award) -> Iterator[str]:
        """Tell who proposes an award."""
        given = {name for power in self.law.of(Power) if award.id in power.entry.awards for name in power.entry.offices}
        for placed in self.law.of(Proposal):
            entry = placed.entry
            if award.id in entry.awards or (not entry.awards and (not entry.decided_by or given & {*entry.decided_by})):
                yield self.proposal(placed)


def shown_why(text: Unread, locale: str) -> str:
    """Say why a text was not read."""
    return text.why if locale == "vi" else text.gloss
