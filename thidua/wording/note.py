"""The changes from one law to another as an explanatory note, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from thidua.book.compare import named
from thidua.book.law import Law
from thidua.model.deciding import Office
from thidua.model.provision import Bar, Counting
from thidua.model.vocabulary import RATINGS
from thidua.text import fold
from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.deadlines import changed as restated_terms
from thidua.wording.doubles import bar
from thidua.wording.explain import cited
from thidua.wording.phrases import Phrases
from thidua.wording.restated import restated
from thidua.wording.standards import Line, Standards
from thidua.wording.terms import COUNTED_SO, KINDS, TERMS

if TYPE_CHECKING:
    from thidua.book.compare import Change, Comparison


def note(changes: Comparison, locale: str) -> str:
    """Tell the changes: documents, awards, standards, conditions on all, caps, powers, money, terms, texts not read."""
    return "\n".join(_Note(changes, locale).lines()) + "\n"


class _Note:
    def __init__(self, changes: Comparison, locale: str) -> None:
        self.changes = changes
        self.locale = locale
        self.say: Say = speaker(locale)
        # Both laws' standards name awards as the new law does: a new name alone is no new condition.
        self.old, self.new = (
            Standards(law, Phrases(locale, self.say, self.name)) for law in (changes.before, changes.after)
        )

    def lines(self) -> Iterator[str]:
        days = [shown.day(law.day, self.locale) for law in (self.changes.before, self.changes.after)]
        laid = [name for name in self.changes.after.statute.local if name not in self.changes.before.statute.local]
        if days[0] == days[1] and laid:
            yield "# " + self.say("Những thay đổi theo {documents}", documents=", ".join(laid))
        else:
            yield "# " + self.say("Những thay đổi từ {before} đến {after}", before=days[0], after=days[1])
        yield from self.summary()
        for title, told in (
            (self.say("Văn bản"), self.documents()),
            (self.say("Danh hiệu, hình thức"), self.awards()),
            (self.say("Tiêu chuẩn"), self.standards()),
            (self.say("Điều kiện chung"), self.bars()),
            (self.say("Tỷ lệ"), self.rates()),
            (self.say("Thẩm quyền quyết định"), self.powers()),
            (self.say("Mức tiền thưởng"), self.money()),
            (self.say("Thời hạn"), restated_terms(self.changes, self.locale)),
            (self.say("Văn bản áp dụng chưa được đọc"), self.unread()),
        ):
            found = list(told)
            if found:
                yield from ("", f"## {title}", "", *found)

    def of(self, *tables: str) -> list[Change]:
        return [change for change in self.changes if change.table in tables]

    def name(self, award: str) -> str:
        for law in (self.changes.after, self.changes.before):
            if found := law.statute.awards.get(award):
                return shown.name(found, self.locale)
        return award

    def summary(self) -> Iterator[str]:
        counts = {kind: [c for c in self.of("award") if c.kind == kind] for kind in ("added", "removed")}
        standards = [title for lines, titles in self.restated().items() if lines for title in titles]
        yield ""
        yield self.say(
            "Danh hiệu, hình thức mới: {added}; không còn: {removed}; có tiêu chuẩn thay đổi: {changed}.",
            added=len(counts["added"]),
            removed=len(counts["removed"]),
            changed=len(standards),
        )

    def documents(self) -> Iterator[str]:
        heads = {header.id: header for law in (self.changes.before, self.changes.after) for header in law.documents}
        for change in self.of("document"):
            header = heads[change.of]
            ended = [name for name in header.repeals if name in heads]
            repeals = self.say(" (bãi bỏ {documents})", documents=", ".join(ended)) if ended else ""
            named = f"**{header.id}** — {header.title}"
            if change.kind == "added":
                yield self.say("- Có hiệu lực: {document}{repeals}.", document=named, repeals=repeals)
            else:
                yield self.say("- Hết hiệu lực: {document}.", document=named)

    def awards(self) -> Iterator[str]:
        for change in self.of("award"):
            name, where = self.name(change.of), cited(change.citation, self.say)
            if change.kind == "added":
                yield self.say("- Mới: **{award}** ({where}).", award=name, where=where)
            elif change.kind == "removed":
                gone = self.changes.before.statute.awards[change.of]
                yield (
                    self.say(
                        "- Không còn: **{award}** ({where}); nay có {successor}.",
                        award=name,
                        where=where,
                        successor=self.name(gone.successor),
                    )
                    if gone.successor
                    else self.say("- Không còn: **{award}** ({where}).", award=name, where=where)
                )
            else:
                yield from self.award_keys(change, name, where)

    def award_keys(self, change: Change, name: str, where: str) -> Iterator[str]:
        """Tell what an award's own entry says: its name, whom it is for, whether it is given posthumously."""
        if fold(change.before["label"]) != fold(change.after["label"]):
            yield self.say(
                "- Đổi tên: “{before}” thành “{after}” ({where}).",
                before=change.before["label"],
                after=change.after["label"],
                where=where,
            )
        if change.before["recipients"] != change.after["recipients"]:
            before, after = (self.terms(side["recipients"]) for side in (change.before, change.after))
            yield self.say(
                "- **{award}**: dành cho {after}, trước đây {before} ({where}).",
                award=name,
                after=after,
                before=before,
                where=where,
            )
        if not change.before["posthumous"] and change.after["posthumous"]:
            yield self.say("- **{award}**: nay có truy tặng ({where}).", award=name, where=where)
        if change.before["posthumous"] and not change.after["posthumous"]:
            yield self.say("- **{award}**: nay không còn truy tặng ({where}).", award=name, where=where)

    def terms(self, words: Iterable[str]) -> str:
        return shown.listed([self.say(TERMS[word]) for word in words], self.locale)

    def standards(self) -> Iterator[str]:
        for lines, titles in self.restated().items():
            if lines:  # what is only left to other texts, or written elsewhere, says nothing else
                yield from (f"### {'; '.join(titles)}", "", *lines, "")

    def restated(self) -> dict[tuple[str, ...], list[str]]:
        """Return what there is to tell of standards, each with the awards and recipients it is told of."""
        told: dict[tuple[str, ...], list[str]] = {}
        for change in self.of("rule"):
            award, _, kind = change.of.partition(" ")
            if change.kind == "removed" and award not in self.changes.after.statute.awards:
                continue  # the award itself is gone, which was said
            before, after = (self.told(side, award, kind) for side in (self.old, self.new))
            title = f"{self.name(award)} — {self.say(TERMS[kind])}"
            told.setdefault(tuple(restated(before, after, self.say)), []).append(title)
        return told

    def told(self, side: Standards, award: str, kind: str) -> list[Line]:
        """Return the lines of an award's standard for one kind of recipient."""
        found = side.law.statute.awards.get(award)
        rules = side.law.rules(found) if found else ()
        return side.standard(placed for placed in rules if kind in placed.entry.recipients)

    def bars(self) -> Iterator[str]:
        for law, side, kind in (
            (self.changes.after, self.new, "added"),
            (self.changes.after, self.new, "changed"),
            (self.changes.before, self.old, "removed"),
        ):
            names = {change.of for change in self.of("bar") if change.kind == kind}
            for placed in law.of(Bar):
                (name, _), *_ = named(placed, law)
                if name.removeprefix("bar ") in names:
                    asked = side.phrase(law.clause(placed.entry.clause, placed))
                    yield f"- {self.say(KINDS[kind])}: {asked} ({cited(placed.citation, self.say)})."
        for change in self.of("ground", "counting"):
            if self.is_reading(change):
                continue  # a way to read the text, not a text
            told = self.say(COUNTED_SO[change.of if change.table == "counting" else "ground"])
            yield f"- {self.say(KINDS[change.kind])}: {told} ({cited(change.citation, self.say)})."
        for change in self.of("double"):
            told = bar(change.after or change.before, self.name, self.say)
            yield f"- {self.say(KINDS[change.kind])}: {told} ({cited(change.citation, self.say)})."

    def is_reading(self, change: Change) -> bool:
        """Say whether what changed stands only under a reading of an ambiguous text."""
        law = self.changes.before if change.kind == "removed" else self.changes.after
        found = [placed for placed in law.of(Counting) if change.entry in dict(named(placed, law))]
        return bool(found) and all(placed.entry.reading for placed in found)

    def rates(self) -> Iterator[str]:
        for change in self.of("rate"):
            awards = shown.listed([f"“{self.capped(name)}”" for name in change.of.split()], self.locale)
            shares = [
                shown.listed(
                    [*dict.fromkeys(shown.limit(each["at_most"], self.locale) for each in side)],
                    self.locale,
                    style="or",
                )
                if side
                else self.say("chưa rõ (văn bản chưa đọc)" if self.open(law, change) else "không có tỷ lệ")
                for law, side in ((self.changes.before, change.before), (self.changes.after, change.after))
            ]
            yield self.say(
                "- {awards}: trước {before}, nay {after} ({where}).",
                awards=awards,
                before=shares[0],
                after=shares[1],
                where=cited(change.citation, self.say),
            )

    def capped(self, name: str) -> str:
        """Name what a cap speaks of: an award, or a rating."""
        return self.say(TERMS[name]) if name in RATINGS else self.name(name)

    def open(self, law: Law, change: Change) -> bool:
        """Say whether a text that may set the rate was not read."""
        names = [name for name in change.of.split() if name not in RATINGS]
        return any(True for award in names for _ in law.unread("rate", award))

    def powers(self) -> Iterator[str]:
        grouped: dict[str, list[str]] = {}
        for change in self.of("power"):
            before, after = (
                self.offices(law, side)
                for law, side in ((self.changes.before, change.before), (self.changes.after, change.after))
            )
            gone = [label for office, label in before.items() if office not in after]
            come = [label for office, label in after.items() if office not in before]
            parts = [self.say("thêm {offices}", offices="; ".join(come))] if come and before else come
            parts += [self.say("không còn {offices}", offices="; ".join(gone))] if gone else []
            if parts:
                where = f" ({cited(change.citation, self.say)})"
                grouped.setdefault("; ".join(parts) + where, []).append(self.name(change.of))
        for change in self.of("office"):
            if change.kind == "changed":
                continue  # other printed names of the same office
            side = change.after or change.before
            label = side["label"] if self.locale == "vi" else side["gloss"]
            yield f"- {self.say(KINDS[change.kind])}: {label} ({cited(change.citation, self.say)})."
        for told, awards in grouped.items():
            yield f"- {shown.listed([f'“{award}”' for award in awards], self.locale)}: {told}."

    def offices(self, law: Law, powers: list[dict[str, Any]] | None) -> dict[str, str]:
        """Name the offices that may decide, by their ids."""
        labels = {placed.entry.id: shown.name(placed.entry, self.locale) for placed in law.of(Office)}
        found = {}
        for each in powers or ():
            label = labels.get(each["office"], each["office"])
            left_to = each.get("left_to")
            if left_to and each["office"] in found:
                continue  # the office has the power by the law itself
            found[each["office"]] = (
                self.say("{office} (theo quy định của {body})", office=label, body=left_to) if left_to else label
            )
        return found

    def money(self) -> Iterator[str]:
        changed = self.of("bonus")
        if changed:
            yield f"| {self.say('Danh hiệu, hình thức')} | {self.say('Trước')} | {self.say('Nay')} |"
            yield "|---|---|---|"
        for change in changed:
            award, _, kind = change.of.partition(" ")
            cells = [
                self.multiples(side, known=award not in law.statute.awards)
                for law, side in ((self.changes.before, change.before), (self.changes.after, change.after))
            ]
            yield f"| {self.name(award)} — {self.say(TERMS[kind])} | {cells[0]} | {cells[1]} |"
        for change in self.of("amount"):
            sides = [shown.money(side["value"], self.locale) if side else "—" for side in (change.before, change.after)]
            yield ""
            yield self.say(
                "Mức lương cơ sở: trước {before}, nay {after} ({where}).",
                before=sides[0],
                after=sides[1],
                where=cited(change.citation, self.say),
            )

    def multiples(self, side: list[dict[str, Any]] | None, *, known: bool) -> str:
        """Say multiples of the base salary; ``known``: none is there because the award is not."""
        if not side:
            return "—" if known else self.say("chưa đọc được")
        return ", ".join(
            self.say("không quá {multiple} lần", multiple=shown.number(each["multiple"], self.locale))
            if each["ceiling"]
            else self.say("{multiple} lần", multiple=shown.number(each["multiple"], self.locale))
            for each in side
        )

    def unread(self) -> Iterator[str]:
        added = [change.after for change in self.of("unread") if change.kind == "added"]
        said = dict.fromkeys(each["why"] if self.locale == "vi" else each["gloss"] for each in added)
        yield from (f"- {text}" for text in said)
