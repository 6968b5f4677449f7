"""A page for each award, ``docs/awards/<id>.md``, and the page that leads to them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cache

import thidua
from tests.dealings import Dealings, shown_why
from tests.prose import JUDGED, LEFT
from tests.statute_texts import words_of
from thidua.book.catalogue import catalogue
from thidua.book.history import Stage, history
from thidua.book.law import Law, Placed
from thidua.book.shelf import changes
from thidua.model.award import Award
from thidua.model.deadline import Deadline
from thidua.model.deciding import Power, Rate
from thidua.model.doubling import Double
from thidua.model.outline import Reading, Unread
from thidua.model.provision import Counting, Ground
from thidua.wording import shown
from thidua.wording.award_words import AWARD_KINDS
from thidua.wording.notebook import lived
from thidua.wording.share_words import LEVELS
from thidua.wording.terms import TERMS

KINDS = {
    "emulation-title": "Danh hiệu thi đua · Emulation titles",
    "order": "Huân chương · Orders",
    "medal": "Huy chương · Medals",
    "state-honour": "Danh hiệu vinh dự nhà nước · State honours",
    "prize": "Giải thưởng · Prizes",
    "commemorative-medal": "Kỷ niệm chương · Commemorative medals",
    "badge": "Huy hiệu · Badges",
    "certificate-of-merit": "Bằng khen · Certificates of merit",
    "commendation-letter": "Giấy khen · Letters of commendation",
}
CHANGED = {
    "name": ("tên, đối tượng", "name, recipients"),
    "standard": ("tiêu chuẩn", "standard"),
    "text": ("nơi ghi", "where it is written"),
    "unread": ("văn bản chưa đọc", "texts not read"),
}

OF_TITLES = "initiatives-and-titles"
"""The rule on what grounds an award once that speaks of titles too; the others speak of forms of commendation."""

ORDINAL = re.compile(r"^(\d+)\.")
ESCAPED = r"\1\."
"""A clause's number is its own, and no list of Markdown's making."""


@cache
def today() -> date:
    """Return the last day before a text that governs every award and was not read.

    From then on nothing is known for certain; before it, only what the pages say.
    """
    last = date.max
    for day in reversed(changes()):
        law = thidua.law_on(day)
        if not any(placed.entry.stops and not placed.entry.awards for placed in law.of(Unread) if _of_rules(placed)):
            return min(last, law.horizon)
        last = day - timedelta(days=1)
    raise LookupError("every day of the book has a text that governs every award and was not read")


def _of_rules(placed: Placed[Unread]) -> bool:
    return "rule" in placed.entry.kinds


@cache
def pages() -> dict[str, str]:
    """Return the pages by name."""
    made = {f"awards/{award.id}.md": "\n".join(_award(award)) + "\n" for award in catalogue().awards}
    return {"awards.md": "\n".join(_index()) + "\n", **made}


def _index() -> Iterator[str]:
    awards = catalogue().awards
    yield "# Từng danh hiệu, hình thức khen thưởng · Each award"
    yield ""
    yield "*Mỗi danh hiệu, hình thức một trang: tiêu chuẩn hiện nay và qua các thời kỳ, ai quyết định, tỷ lệ, bỏ phiếu,"
    yield "hồ sơ, tiền thưởng, từng điều có căn cứ. “Hiện nay” là ngày"
    yield f"{shown.day(today(), 'vi')}: từ hôm sau có luật chưa đọc được.*"
    yield ""
    yield "A page for each award: its standard today and through time, who decides, caps, votes, papers and money, each"
    yield f"with its clause. “Today” is {shown.day(today(), 'en')}: the law in force from the next day was not read."
    for kind, title in KINDS.items():
        yield from ("", f"## {title}", "", "| Tên · Name | Từ · From | Đến hết · To |", "|---|---|---|")
        for award in (award for award in awards if award.kind == kind):
            since, last = (shown.day(day, "vi") if day else "" for day in lived(award))
            yield f"| [{award.label}](awards/{award.id}.md)<br>*{award.gloss}* | {since} | {last} |"
    yield from ("", "```{toctree}", ":hidden:", "", *(f"awards/{award.id}" for award in awards), "```")


def _award(award: Award) -> Iterator[str]:
    yield from (f"# {award.label}", "")
    yield f"*{award.gloss}.* [Mọi danh hiệu, hình thức](../awards.md) · [In English](#in-english)"
    yield from _told(award, "vi")
    yield from ("", "## In English")
    yield from _told(award, "en")


def _told(award: Award, locale: str) -> Iterator[str]:
    stages = history(award)
    chosen = _chosen(stages)
    day = min(today(), (chosen.until or date.max) - timedelta(days=1))
    law = thidua.law_on(day)
    page = Dealings(law, locale)
    here = law.award(award)
    yield from _facts(here, page)
    level = "##" if locale == "vi" else "###"
    for title, lines in (
        (_title(chosen, page), _standard(here, page)),
        (page.both("Điều kiện chung", "Conditions on all awards"), _bars(here, page)),
        (
            page.both("Điều để lại cho con người và văn bản khác", "What is left to people and other texts"),
            _left(here, page),
        ),
        (page.both("Chỗ hiểu được hai cách", "Where the text has two readings"), _readings(here, page)),
        (page.both("Tỷ lệ", "Caps"), _entries(page, "rate", here, _rates)),
        (page.both("Ai quyết định", "Who decides"), _entries(page, "power", here, _powers)),
        (page.both("Ai đề nghị", "Who proposes"), page.proposals(here)),
        (page.both("Biểu quyết", "Votes"), _entries(page, "ballot", here, lambda page, award: page.votes(award))),
        (page.both("Hồ sơ", "Papers"), _entries(page, "paper", here, lambda page, award: page.papers(award))),
        (page.both("Thời hạn", "Deadlines"), _entries(page, "deadline", here, _deadlines)),
        (page.both("Không được trùng", "Not twice"), _doubles(here, page)),
        (page.both("Tiền thưởng", "Money"), page.bonus(here)),
    ):
        found = list(lines)
        if found:
            yield from ("", f"{level} {title}", "", *(found[1:] if not found[0] else found))
    yield from ("", f"{level} {page.both('Qua các thời kỳ', 'Through time')}", "")
    yield from _history(award, stages, chosen, locale)


def _chosen(stages: tuple[Stage, ...]) -> Stage:
    """Return the stage of the last day that was read, or the last of an award that is gone."""
    return next(stage for stage in reversed(stages) if stage.since <= today())


def _title(chosen: Stage, page: Dealings) -> str:
    day = shown.day(page.law.day, page.locale)
    if chosen.until is not None and chosen.until <= today():
        return page.both(f"Tiêu chuẩn sau cùng, ngày {day}", f"The last standard, on {day}")
    return page.both(f"Tiêu chuẩn, ngày {day}", f"The standard on {day}")


def _facts(award: Award, page: Dealings) -> Iterator[str]:
    since, last = lived(award)
    ever = catalogue().names[award.id.replace("-", " ")]
    rows = {
        page.both("Là", "What it is"): f"{page.say(AWARD_KINDS[award.kind])}, {page.say(LEVELS[award.level])}",
        page.both("Dành cho", "For"): page.terms(award.recipients),
        page.both("Có từ", "Since"): shown.day(since, page.locale) if since else "",
        page.both("Đến hết", "Until"): shown.day(last, page.locale) if last else "",
        page.both("Quy định tại", "Made by"): page.cite(award.citation),
        page.both("Cách đọc", "How it was read"): page.say(TERMS[award.citation.standing.value])
        if award.citation
        else "",
        page.both("Viết tắt", "Short"): ", ".join(award.short),
        page.both("Tên khác", "Other names"): "; ".join(dict.fromkeys([*award.former, *ever.former])),
        page.both("Thay bằng", "Succeeded by"): _link(award.successor, page) if award.successor else "",
        page.both("Thay cho", "Succeeds"): ", ".join(
            _link(each.id, page) for each in catalogue().awards if each.successor == award.id
        ),
        page.both("Truy tặng", "Posthumously"): page.both("có", "yes") if award.posthumous else "",
        page.both("Mã", "Id"): f"`{award.id}`",
    }
    yield ""
    yield from (f"- **{name}**: {value}" for name, value in rows.items() if value)


def _link(award: str, page: Dealings) -> str:
    return f"[{page.name(award)}]({award}.md)"


def _standard(award: Award, page: Dealings) -> Iterator[str]:
    told = list(page.standard(award))
    after = thidua.law_on(today() + timedelta(days=1))
    if not told:
        yield from ("", page.both("*Sổ luật không có tiêu chuẩn riêng.*", "*The book has no standard of its own.*"))
    since = page.both("Từ", "From") + " " + shown.day(after.day, page.locale)
    for placed in after.of(Unread):
        if page.law.day == today() and not placed.entry.awards and placed.entry.stops and _of_rules(placed):
            yield from ("", f"*{since}: {shown_why(placed.entry, page.locale)}*")
    stops = [shown_why(placed.entry, page.locale) for placed in page.law.stopping("rule", award.id)]
    for why in dict.fromkeys(stops):
        warning = page.both("Chưa chắc: có văn bản chưa đọc.", "Not certain: a text was not read.")
        yield from ("", f"**{warning}** {why}")
    yield from told
    if told:
        binding = page.both(
            "*Trên đây là điều thư viện xét trong hồ sơ; thành tích không có ghi việc công nhận thì còn chờ nhận định."
            " Lời văn của luật mới là quy định.*",
            "*These are what the library looks for in a record; an achievement without a recognition on record waits"
            " for a judgement. What binds are the words of the law.*",
        )
        yield from ("", binding)
    if page.locale == "vi":
        yield from _words(award, page)


def _words(award: Award, page: Dealings) -> Iterator[str]:
    """Tell what the clauses say in their own words, each once."""
    found = words_of([*page.law.rules(award), *page.leaves(award)])
    for name, lines in found.items():
        yield from ("", "<details>", f"<summary>Nguyên văn {name} Luật 06/2022/QH15</summary>", "")
        yield "\n>\n".join(f"> {ORDINAL.sub(ESCAPED, line)}" for line in lines)
        yield from ("", "</details>")


def _bars(award: Award, page: Dealings) -> Iterator[str]:
    for placed in page.law.bars(award):
        if not placed.entry.recipients or {*placed.entry.recipients} & {*award.recipients}:
            yield from page.bar(placed, award)
    if not award.is_title:
        yield from (page.ground(placed) for placed in page.law.of(Ground))
    for counted in page.law.of(Counting):
        if not award.is_title or counted.entry.after == "discipline" or counted.entry.once == OF_TITLES:
            yield page.counting(counted)


def _left(award: Award, page: Dealings) -> Iterator[str]:
    leaves = {id(placed.entry): placed for placed in page.leaves(award)}.values()
    judged = sum(placed.entry.attested is not None for placed in leaves)
    selected = any(placed.entry.selective for placed in page.law.rules(award))
    if judged or selected:
        yield page.both(
            f"- {JUDGED}: nhận định dành cho người có thẩm quyền, Hội đồng; thư viện không tự kết luận",
            f"- {JUDGED}: a judgement reserved to people; the library never makes it",
        )
    told = {}
    for placed in leaves:
        if placed.entry.delegated is not None:
            told[shown.name(placed.entry.delegated, page.locale), page.cite(placed.citation)] = placed
    yield from (f"- {LEFT} {text} ({where})" for text, where in told)
    for placed in page.law.unread("rule", award.id):
        if not placed.entry.stops:
            yield page.line(shown_why(placed.entry, page.locale).rstrip("."), placed)


def _readings(award: Award, page: Dealings) -> Iterator[str]:
    entries = [*page.law.rules(award), *page.leaves(award)]
    for name in dict.fromkeys(name for placed in entries for name in placed.entry.reading):
        asked = next(placed for placed in page.law.of(Reading) if placed.entry.id == name)
        chosen = asked.entry.options[page.law.readings[name]]
        yield page.both(
            f"- [`{name}`](../readings.md): trang này theo cách “{chosen}” ({page.cite(asked.citation)})",
            f"- [`{name}`](../readings.md): {asked.entry.question} This page: “{chosen}” ({page.cite(asked.citation)})",
        )


def _entries(
    page: Dealings, table: str, award: Award, told: Callable[[Dealings, Award], Iterable[str]]
) -> Iterator[str]:
    """Tell the entries of a table on an award, and which text on it was not read."""
    yield from told(page, award)
    for line in page.unread(table, award):
        yield f"- **?** {line.removeprefix('- ')}"


def _rates(page: Dealings, award: Award) -> Iterator[str]:
    return (page.rate(placed) for placed in page.law.of(Rate) if award.id in placed.entry.awards)


def _powers(page: Dealings, award: Award) -> Iterator[str]:
    return (page.power(placed) for placed in page.law.of(Power) if award.id in placed.entry.awards)


def _deadlines(page: Dealings, award: Award) -> Iterator[str]:
    return (page.deadline(placed) for placed in page.law.of(Deadline) if placed.entry.may_speak_of(award))


def _doubles(award: Award, page: Dealings) -> Iterator[str]:
    for placed in page.law.of(Double):
        entry = placed.entry
        if award.id in entry.awards or award.kind in entry.kinds or not (entry.awards or entry.kinds):
            yield page.double(placed)


def _history(award: Award, stages: tuple[Stage, ...], chosen: Stage, locale: str) -> Iterator[str]:
    """Tell every stage; its standard, folded, where it is another than in the stage before and not the one above."""
    standing = _standing(stages, chosen)
    for index, stage in enumerate(stages):
        page = Dealings(thidua.law_on(stage.since), locale)
        last = shown.day(stage.until - timedelta(days=1), locale) if stage.until else page.both("nay", "now")
        what = [page.both(*CHANGED[key]) for key in stage.changed]
        changed = page.both(" Đổi: {}.", " Changed: {}.").format(", ".join(what)) if what else ""
        name = f" — “{stage.label}”" if "name" in stage.changed and stage.label != stages[index - 1].label else ""
        where = "; ".join(dict.fromkeys(page.cite(citation) for citation in stage.citations))
        yield from ("", f"**{shown.day(stage.since, locale)} – {last}**{name}: {where}.{changed}")
        for why in dict.fromkeys(placed_why(page.law, award, locale)):
            yield f"*{page.both('Chưa chắc', 'Not certain')}: {why}*"
        if "standard" in stage.changed or index == 0:
            yield from _folded(award, page, above=stage is standing)


def _standing(stages: tuple[Stage, ...], chosen: Stage) -> Stage:
    """Return the stage in which the standard told above began."""
    upto = stages[: stages.index(chosen) + 1]
    return next(stage for stage in reversed(upto) if "standard" in stage.changed or stage is stages[0])


def placed_why(law: Law, award: Award, locale: str) -> Iterator[str]:
    """Yield why the standard of an award is not certain on a day."""
    return (shown_why(placed.entry, locale) for placed in law.stopping("rule", award.id))


def _folded(award: Award, page: Dealings, *, above: bool) -> Iterator[str]:
    """Tell the standard of a stage, folded: what is new in it, what stays and what is gone, each rule by its head."""
    if above:
        yield page.both("Tiêu chuẩn: như ở trên.", "The standard: as above.")
        return
    told, before = _rules(award, page.law, page.locale), _rules(award, _eve(page.law), page.locale)
    fresh = [lines for lines in told if lines not in before]
    heads = {
        page.both("Giữ nguyên", "As before"): [lines for lines in told if lines in before],
        page.both("Không còn", "No longer"): [lines for lines in before if _head(lines) not in map(_head, told)],
    }
    yield from ("", "<details>", f"<summary>{page.both('Tiêu chuẩn khi ấy', 'The standard then')}</summary>")
    if not told:
        yield from ("", page.both("*Không có tiêu chuẩn riêng.*", "*No standard of its own.*"))
    yield from (line for lines in fresh for line in lines)
    for title, rules in heads.items():
        if rules:
            yield from ("", f"{title}:", "", *(f"- {_head(lines)}" for lines in rules))
    yield from ("", "</details>")


def _rules(award: Award, law: Law, locale: str) -> list[tuple[str, ...]]:
    """Return the rules of an award on a day, each by its lines."""
    page = Dealings(law, locale)
    here = law.statute.awards.get(award.id)
    return [tuple(page.rule(placed)) for placed in law.rules(here)] if here else []


def _eve(law: Law) -> Law:
    return thidua.law_on(law.day - timedelta(days=1))


def _head(lines: tuple[str, ...]) -> str:
    """Return the head of a rule: for whom, and by which clause."""
    return lines[1].rpartition(" — ")[0] if lines[1].count(" — ") > 1 else lines[1].rstrip(":")
