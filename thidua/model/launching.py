"""The tables on movements: those that a document launches, and what the law says of launching one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import ClassVar, Literal

import attrs

from thidua.errors import Worded, worded
from thidua.model.entry import Entry
from thidua.model.time import Period
from thidua.model.vocabulary import Launcher, Manner, Reach
from thidua.text import fold

Part = Literal[
    "objective",  # mục tiêu
    "scope",  # phạm vi
    "subjects",  # đối tượng
    "contents",  # nội dung
    "criteria",  # tiêu chí
    "targets",  # chỉ tiêu
    "slogan",  # khẩu hiệu
    "period",  # thời hạn, thời gian
    "schedule",  # kế hoạch
    "measures",  # biện pháp
    "direction",  # chỉ đạo, triển khai, thực hiện
    "inspection",  # kiểm tra, giám sát
    "publicity",  # tuyên truyền, nhân rộng điển hình tiên tiến
    "reviews",  # sơ kết, tổng kết
    "rewards",  # khen thưởng
]
"""What the organising of a movement consists of, in the words of Điều 16 of 2003 and Điều 17 of 2022."""


@attrs.frozen(kw_only=True)
class MovementEntry(Entry):
    """A movement that a document launches, plans or renames; entries of several documents with one id are one movement.

    Attributes:
        label: its official name in this document.
        gloss: its name in English.
        aliases: other names that reports give it.
        launched_by: who launched it.
        launched_on: the day on which it was launched, which may lie before the document.
        launched_within: the days within which it was launched, where the day itself is not known.
        period: the days for which the document plans it: of the years 2021 to 2025, until 2026-01-01.
        seen: the last day on which a report names it as running.
        scope: where it is held.
        manner: ``thematic`` or ``regular``.
        theme: its theme or slogan, where that is not its name.
        parent: the id, or a name, of the movement that it carries out in its place.
    """

    table: ClassVar[str] = "movement"
    needs: ClassVar[tuple[str, ...]] = (
        "label",
        "gloss",
    )

    label: str = ""
    gloss: str = ""
    aliases: tuple[str, ...] = ()
    launched_by: Launcher | None = None
    launched_on: date | None = None
    launched_within: Period | None = None
    period: Period | None = None
    seen: date | None = None
    scope: Reach | None = None
    manner: Manner | None = None
    theme: str | None = None
    parent: str | None = None

    def faults(self) -> Iterator[tuple[str, str, Worded]]:
        """Find what a movement cannot say."""
        if self.effect != "add":
            yield (
                "effect",
                "too-much",
                worded("a document that tells more of a movement gives its entry the same id, and no effect"),
            )
            return
        if self.launched_by is None:
            yield "launched_by", "missing", worded("[[movement]] needs the key 'launched_by'")
        for key in ("since", "until", "reading"):
            if getattr(self, key):
                yield key, "too-much", worded("the days of a movement are launched_on and period")
        if self.launched_on and self.launched_within:
            yield "launched_within", "one-of", worded("say launched_on or launched_within, one of the two")
        until = self.period.until if self.period else None
        if self.launched_on and until and until <= self.launched_on:
            yield (
                "period",
                "contradiction",
                worded(
                    "ends on {until}, not after the launch on {launched_on}", until=until, launched_on=self.launched_on
                ),
            )
        if self.parent is not None and fold(self.parent) in (fold(self.id), fold(self.label)):
            sentence = worded("it is its own parent: name the movement that it carries out, or leave it out")
            yield "parent", "circle", sentence
        if self.launched_on and self.seen and self.seen < self.launched_on:
            yield (
                "seen",
                "contradiction",
                worded(
                    "was seen on {seen}, before the launch on {launched_on}",
                    seen=self.seen,
                    launched_on=self.launched_on,
                ),
            )


@attrs.frozen(kw_only=True)
class LaunchEntry(Entry):
    """What the law says of launching a movement; exactly one of three.

    Attributes:
        launchers: who may launch a movement, in these ``scopes``; without any scope, in none.
        scopes: where they may launch one.
        manner: a form in which movements are held, called ``label``.
        parts: what the organiser settles beforehand.
        acts: what the organiser does once it runs.
        label: the law's name of the form.
        gloss: the same in English.
    """

    table: ClassVar[str] = "launch"

    launchers: tuple[Launcher, ...] = ()
    scopes: tuple[Reach, ...] = ()
    manner: Manner | None = None
    parts: tuple[Part, ...] = ()
    acts: tuple[Part, ...] = ()
    label: str = ""
    gloss: str = ""

    def faults(self) -> Iterator[tuple[str, str, Worded]]:
        """Find what an entry on launching cannot say."""
        said = (bool(self.launchers), self.manner is not None, bool(self.parts or self.acts))
        if sum(said) != 1:
            yield "launchers", "one-of", worded("say launchers, manner, or parts and acts: one of the three")
        if self.scopes and not self.launchers:
            yield "scopes", "too-much", worded("scopes go with launchers")
        if bool(self.manner) != bool(self.label and self.gloss):
            yield "label", "missing", worded("a form has label and gloss, and nothing else has")

    def said(self) -> Iterator[tuple[str, Mapping[str, object]]]:
        """Yield what it says, each by the name of its own thing: a launcher, a form, a part."""
        yield from ((f"by {each}", {"scopes": list(self.scopes)}) for each in self.launchers)
        yield from ((f"part {each}", {"beforehand": each in self.parts}) for each in (*self.parts, *self.acts))
        if self.manner is not None:
            yield f"manner {self.manner}", {"label": self.label}
