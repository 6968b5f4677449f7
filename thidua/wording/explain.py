"""A verdict in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from thidua.model.citation import Citation
from thidua.model.finding import Finding, Outcome
from thidua.model.provision import Clause, Rule
from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.phrases import Phrases
from thidua.wording.terms import BODIES, MARKS, OUTCOMES, TERMS

if TYPE_CHECKING:
    from thidua.merit.verdict import Caveat, Verdict


def phrases_for(law: Any, locale: str) -> Phrases:
    """Return the phrases of a language, naming awards as the law of the day does."""

    def name_of(award: str) -> str:
        found = law.statute.awards.get(award)
        return award if found is None else shown.name(found, locale)

    return Phrases(locale, speaker(locale), name_of)


def explain(verdict: Verdict, locale: str) -> str:
    """Tell a verdict: the outcome, what holds it back, every finding with its article, what is missing, caveats."""
    say = speaker(locale)
    phrases = phrases_for(verdict.law, locale)
    lines = [
        say(
            "{outcome}: “{award}”, năm {year}, theo pháp luật ngày {day}.",
            outcome=say(OUTCOMES[verdict.outcome.name]).upper(),
            award=shown.name(verdict.award, locale),
            year=verdict.dossier.year,
            day=shown.full_day(verdict.law.day, locale),
        )
    ]
    if verdict.as_last_read is not verdict.outcome:
        lines.append(
            say("Theo văn bản đã đọc gần nhất: {outcome}.", outcome=say(OUTCOMES[verdict.as_last_read.name]).lower())
        )
    lines += [
        "",
        say("Căn cứ:"),
        *(f"  {line}" for child in verdict.findings.children for line in tree(child, phrases, say)),
    ]
    if verdict.missing:
        lines += ["", say("Dữ kiện còn thiếu:"), *(f"  - {path}" for path in verdict.missing)]
    if verdict.to_attest:
        lines += ["", say("Nhận định dành cho người có thẩm quyền:")]
        lines += [
            f"  - {shown.name(left, locale)} ({cited(left.citation, say)}) [{left.key}]" for left in verdict.to_attest
        ]
    if verdict.caveats:
        lines += ["", say("Lưu ý:"), *(f"  - {caveat(each, locale)}" for each in verdict.caveats)]
    return "\n".join(lines)


def tree(finding: Finding, phrases: Phrases, say: Say) -> Iterator[str]:
    """Yield a line for each finding, its children indented below it; a group of one is its child."""
    subject = finding.about.subject
    if len(finding.children) == 1 and isinstance(subject, Clause | Rule) and finding.code != "track":
        yield from tree(finding.children[0], phrases, say)
        return
    mark = MARKS[finding.outcome.name]
    have = phrases.have(finding)
    record = say(" — hồ sơ: {have}", have=have) if have else ""
    where = f" ({cited(finding.citation, say)})" if finding.citation else ""
    yield f"{mark} {phrases.need(finding)}{record}{where}"
    for child in finding.children:
        # Of a choice that is met, the roads not taken tell the reader nothing.
        if not (finding.about.choice and finding.outcome is Outcome.MET) or child.outcome is Outcome.MET:
            yield from (f"  {line}" for line in tree(child, phrases, say))


def body(name: str | None, say: Say) -> str:
    """Name a body to whose rules the law leaves something; one that a caller's document names stays as it is."""
    return say(BODIES[name]) if name in BODIES else str(name)


_ARTICLE: Final = re.compile(r"(?:điểm|khoản|Điều|đến|và|[a-zđ]|\d+[a-zđ]?|[,;–-]|\s)*")
"""An article as law is cited, and nothing else."""


def cited(citation: Citation | None, say: Say) -> str:
    """Return a citation in the language: the article stays as Vietnamese law is cited, with English words for them.

    A place that is told in words of its own ("các điều không được trích dẫn") stays as it is.
    """
    if citation is None:
        return ""
    words = {"điểm": say("điểm"), "khoản": say("khoản"), "Điều": say("Điều"), citation.prefix: say(citation.prefix)}
    words |= {"đến": say("đến"), "và": say("và")}
    text = say("toàn văn") if citation.article == "toàn văn" else citation.article
    if _ARTICLE.fullmatch(text):
        text = " ".join(words.get(word, word) for word in text.split())
    elif words["Điều"] != "Điều" and text == citation.article:
        text = f"“{text}”"
    where = " ".join(part for part in (text, words[citation.prefix], citation.document) if part)
    if citation.amended_by:
        where += say(", sửa đổi bởi {document}", document=citation.amended_by)
    return where


def glossed(text: str, locale: str) -> str:
    """Return what a text says in a language; where it quotes the law in Vietnamese to whom reads another, say so."""
    if locale == "vi" or not _VIETNAMESE.search(text):
        return text
    say = speaker(locale)
    return text + say(" (chữ tiếng Việt là nguyên văn của văn bản)")


_VIETNAMESE: Final = re.compile("[À-ỹđĐ]")


def caveat(each: Caveat, locale: str) -> str:  # noqa: C901  # one sentence a code
    """Say a caveat."""
    say = speaker(locale)
    where = cited(each.citation, say)
    detail = each.detail if locale == "vi" or each.gloss is None else each.gloss
    match each.code:
        case "standing":
            return say("căn cứ yếu nhất: {where} — {standing}", where=where, standing=say(TERMS[each.detail]))
        case "unread":
            return say("văn bản chưa đọc: {detail}", detail=detail)
        case "delegated":
            return say(
                "tiêu chuẩn do văn bản khác quy định, chưa được cung cấp: {detail} ({where})",
                detail=detail,
                where=where,
            )
        case "reading":
            told = glossed(detail, locale)
            return say("cách hiểu đang dùng quyết định kết quả: {detail} ({where})", detail=told, where=where)
        case "counted-from":
            day = shown.day(date.fromisoformat(detail), locale)
            return say("thành tích tính từ ngày chấp hành xong kỷ luật, {detail} ({where})", detail=day, where=where)
        case "counted-partly":
            return say(
                "năm {year} kỷ luật kết thúc giữa năm: danh hiệu của năm ấy được tính nếu quyết định sau ngày chấp "
                "hành xong, còn xếp loại của cả năm thì luật không nói, coi là chưa rõ ({where})",
                year=detail,
                where=where,
            )
        case "transition":
            return say("luật áp dụng theo điều khoản chuyển tiếp: {detail} ({where})", detail=detail, where=where)
        case "barred":
            kind = say(TERMS[detail])
            return say("hình thức đã khen theo {kind} không làm căn cứ ({where})", kind=kind, where=where)
        case "counted-after":
            return say("chỉ tính thành tích sau lần được tặng năm {year} ({where})", year=detail, where=where)
        case "horizon":
            return say("ngày xét sau ngày kiểm tra dữ liệu pháp luật ({detail})", detail=detail)
    return say("có áp dụng văn bản do người dùng cung cấp: {detail}", detail=detail)
