"""A council's vote in prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua.model.finding import Finding, Outcome
from thidua.model.outline import Unread
from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.explain import cited
from thidua.wording.terms import MARKS, OUTCOMES
from thidua.wording.vote_words import COUNCIL_NAMES, PROPOSERS, SECRET

if TYPE_CHECKING:
    from thidua.decision.ballots import Tally


def tally(found: Tally, locale: str) -> str:
    """Tell a vote: the outcome and the count, then what it rests on, each with its article."""
    say = speaker(locale)
    head = say(
        "{outcome}: “{award}”, {in_favour}/{members} phiếu đồng ý",
        outcome=say(OUTCOMES[found.outcome.name]).upper(),
        award=shown.name(found.about.subject.award, locale),
        in_favour=shown.number(found.in_favour, locale),
        members=shown.number(found.members, locale),
    )
    if found.short:
        head += say(", thiếu {number} phiếu", n=found.short, number=shown.number(found.short, locale))
    return "\n".join([f"{head}.", *(line(child, locale, say) for child in found.children)])


def line(finding: Finding, locale: str, say: Say) -> str:
    """Say one finding on a vote or on papers, with its mark and its article."""
    where = f" ({cited(finding.citation, say)})" if finding.citation else ""
    return f"  {MARKS[finding.outcome.name]} {_sentence(finding, locale, say)}{where}"


def _sentence(finding: Finding, locale: str, say: Say) -> str:
    subject = finding.about.subject
    if isinstance(subject, Unread):
        return say("văn bản chưa đọc: {detail}", detail=subject.why if locale == "vi" else subject.gloss)
    if finding.code == "secret":
        return say(SECRET[finding.outcome.name])
    if finding.code == "council":
        return _council(finding, locale, say)
    if finding.code == "no-vote-asked":
        return say(
            "văn bản đã đọc không đặt tỷ lệ phiếu cho danh hiệu, hình thức này;"
            " văn bản của bộ, ngành, địa phương có thể đặt"
        )
    need = shown.number(finding.need, locale)
    have = say("chưa rõ") if finding.have is None else shown.number(finding.have, locale)
    members = shown.number(subject.ballot.members, locale)
    if finding.code == "in-favour":
        return say(
            "phiếu đồng ý: {have}; cần từ {need} trên {members} thành viên", have=have, need=need, members=members
        )
    if finding.code == "quorum":
        return say("dự họp: {have}; cần từ {need} trên {members} thành viên", have=have, need=need, members=members)
    return say("vắng mặt: {need}; có ý kiến bằng văn bản: {have}", have=have, need=need)


def _council(finding: Finding, locale: str, say: Say) -> str:
    names = [say(COUNCIL_NAMES[name]) for name in finding.need] or [say(PROPOSERS)]
    asked = shown.listed(names, locale, style="or")
    have = say(COUNCIL_NAMES[finding.have]) if finding.have in COUNCIL_NAMES else finding.have
    if finding.outcome is Outcome.UNKNOWN:
        return say("chưa rõ có phải phiếu của {asked} không: ghi “{have}”", asked=asked, have=have)
    return say("phải là phiếu của {asked}; đây là phiếu của {have}", asked=asked, have=have)
