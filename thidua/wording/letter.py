"""Why not, in one sentence for a letter of refusal; and what would make it yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from thidua.merit.lacking import fixed, refusing
from thidua.model.finding import Finding, Outcome
from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.explain import caveat, cited, phrases_for
from thidua.wording.phrases import Phrases

if TYPE_CHECKING:
    from thidua.merit.verdict import Verdict


BOUNDS: Final = ("counted-from", "counted-after", "barred", "local")
"""Caveats without which a sentence would seem untrue to whoever has the record at hand."""


def why_not(verdict: Verdict, locale: str) -> str | None:
    """Say in one sentence what a record does not meet, with the clauses; None where nothing is refused."""
    if verdict.outcome is not Outcome.NOT_MET:
        return None
    say, phrases = speaker(locale), phrases_for(verdict.law, locale)
    told = "; ".join(_asked(leaf, phrases, say, record=True) for leaf in refusing(verdict.read))
    told += _bounds(verdict, locale)
    award = shown.name(verdict.award, locale)
    if _chosen(verdict.read):
        return say(
            "Không đủ tiêu chuẩn xét tặng “{award}” năm {year}: không đạt trường hợp nào luật quy định; gần nhất là "
            "trường hợp chưa đáp ứng: {what}.",
            award=award,
            year=verdict.dossier.year,
            what=told,
        )
    return say(
        "Không đủ tiêu chuẩn xét tặng “{award}” năm {year}, vì chưa đáp ứng: {what}.",
        award=award,
        year=verdict.dossier.year,
        what=told,
    )


def remedy(verdict: Verdict, locale: str) -> str | None:
    """Say in one sentence what would have to be otherwise, and what was not read; None where every fact holds."""
    if verdict.on_facts is Outcome.MET:
        return None
    say, phrases = speaker(locale), phrases_for(verdict.law, locale)
    told = "; ".join(_asked(leaf, phrases, say, record=False) for leaf in verdict.lacking)
    award = shown.name(verdict.award, locale)
    if any(fixed(leaf.about) and leaf.on_facts is Outcome.NOT_MET for leaf in verdict.lacking):
        return say("“{award}” không dành cho đối tượng này: {what}.", award=award, what=told)
    texts = "; ".join(_asked(leaf, phrases, say, record=False) for leaf in verdict.unread)
    aside = " " + say("Chưa tính tiêu chuẩn chưa đọc được: {texts}.", texts=texts) if texts else ""
    if not verdict.lacking:
        return say("Chưa kết luận được việc xét tặng “{award}”.", award=award) + aside
    told += _bounds(verdict, locale)
    return say("Sẽ đủ dữ kiện xét tặng “{award}” nếu: {what}.", award=award, what=told) + aside


def _bounds(verdict: Verdict, locale: str) -> str:
    """Say what keeps facts on record from counting, and whose document besides the law was asked."""
    notes = [caveat(each, locale) for each in verdict.caveats if each.code in BOUNDS]
    return speaker(locale)("; lưu ý: {notes}", notes="; ".join(notes)) if notes else ""


def _asked(leaf: Finding, phrases: Phrases, say: Say, *, record: bool) -> str:
    have = phrases.have(leaf) if record else ""
    shows = say(" — hồ sơ: {have}", have=have) if have else ""
    where = f" ({cited(leaf.citation, say)})" if leaf.citation else ""
    return f"{phrases.need(leaf)}{shows}{where}"


def _chosen(tree: Finding) -> bool:
    """Say whether the law opens another way than the one told: some choice on it was lost, and not by one alone."""
    if tree.outcome is not Outcome.NOT_MET:
        return False
    if tree.about.choice and len(tree.children) > 1:
        return True
    return any(_chosen(child) for child in tree.children)
