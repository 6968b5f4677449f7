"""What a dossier holds, and what of it is missing, in prose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from thidua.model.finding import Finding
from thidua.model.paper import PAPERS
from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.explain import body, cited
from thidua.wording.terms import MARKS, OUTCOMES, TERMS
from thidua.wording.vote_words import THERE, WAYS
from thidua.wording.votes import line

if TYPE_CHECKING:
    from thidua.decision.checklist import Checklist
    from thidua.decision.papers import Papers


def listed(asked: Papers, locale: str) -> str:
    """Tell the papers of a dossier, each with its article and its case; how many sets go to whom; what stays open."""
    say = speaker(locale)
    lines = [f"{_head(asked, locale, say)}:"]
    for paper in asked:
        case = say(" — khi {case}", case=shown.name(paper.when, locale)) if paper.when else ""
        lines.append(f"  - {shown.name(paper, locale)}{case} ({cited(paper.citation, say)})")
    if asked.copies:
        number = shown.number(asked.copies, locale)
        to = asked.to or "–"
        lines.append(
            "  " + say("Số lượng: {number} bộ bản chính; nơi nhận: {to}", n=asked.copies, number=number, to=to)
        )
    for placed in asked.left_to:
        where = cited(placed.citation, say)
        lines.append(
            "  ? " + say("luật giao cho {body} quy định", body=body(placed.entry.left_to, say)) + f" ({where})"
        )
    for text in asked.unread:
        detail = text.entry.why if locale == "vi" else text.entry.gloss
        lines.append("  ? " + say("văn bản chưa đọc: {detail}", detail=detail))
    if asked.may is not None:
        lines += _simplified(asked.may, locale, say)
    return "\n".join(lines)


def checked(found: Checklist, locale: str) -> str:
    """Tell a set of papers: the outcome, then each paper, there or missing, what was not asked for and what is open."""
    say = speaker(locale)
    lines = [f"{say(OUTCOMES[found.outcome.name]).upper()}: {_head(found.asked, locale, say)}."]
    for child in found.children:
        if child.code in PAPERS:
            lines.append(_paper(child, locale, say))
        elif child.code == "not-asked":
            lines.append("  · " + say("không thuộc thành phần hồ sơ: {paper}", paper=child.have))
        elif child.code == "left-to":
            where = cited(child.citation, say)
            lines.append("  ? " + say("luật giao cho {body} quy định", body=child.need) + f" ({where})")
        elif child.code == "simplified":
            lines += _simplified(child, locale, say)
        else:
            lines.append(line(child, locale, say))
    return "\n".join(lines)


def _head(asked: Papers, locale: str, say: Say) -> str:
    head = say("hồ sơ đề nghị “{award}”", award=shown.name(asked.award, locale))
    told = [say(TERMS[word]) for word in (asked.recipient, asked.commendation) if word]
    return ", ".join([head, *told, say(WAYS[asked.procedure])])


def _paper(child: Finding, locale: str, say: Say) -> str:
    paper = child.about.subject
    if isinstance(child.have, str):
        told = say("chưa rõ “{name}” có phải {paper} không", name=child.have, paper=shown.name(paper, locale))
        return f"  {MARKS[child.outcome.name]} {told} ({cited(child.citation, say)})"
    spared = child.outcome.name == "MET" and not child.have
    told = say(
        THERE["spared" if spared else child.outcome.name],
        paper=shown.name(paper, locale),
        case=shown.name(paper.when, locale) if paper.when else "",
    )
    return f"  {MARKS[child.outcome.name]} {told} ({cited(child.citation, say)})"


def _simplified(may: Finding, locale: str, say: Say) -> Iterator[str]:
    outcome = say(OUTCOMES[may.outcome.name]).lower()
    cases = say("phải đủ các trường hợp") if not may.about.choice else say("chỉ cần một trường hợp")
    yield f"  {MARKS[may.outcome.name]} " + say("thủ tục đơn giản: {outcome}; {cases}:", outcome=outcome, cases=cases)
    for case in may.children:
        if case.code == "unread":
            yield f"  {line(case, locale, say)}"
        else:
            where = cited(case.citation, say)
            yield f"    {MARKS[case.outcome.name]} {shown.name(case.about.subject, locale)} ({where})"
