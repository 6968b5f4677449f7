"""Within what time something must be done: what a document's ``[[deadline]]`` may hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar, Final, Literal

import attrs

from thidua.errors import Worded, worded
from thidua.model.award import Award, AwardKind, Level
from thidua.model.bounds import Within
from thidua.model.entry import Entry
from thidua.model.vocabulary import Commendation

Actor = Literal[
    "home-affairs",  # Bộ Nội vụ
    "ministry-province",  # bộ, ban, ngành, tỉnh
    "commune",  # cấp xã
    "unit",  # cơ quan, đơn vị
]
"""Who must do it."""
Event = Literal[
    "dossier-complete",  # nhận đủ hồ sơ
    "opinions-complete",  # nhận đủ ý kiến
    "decision-received",  # nhận được quyết định khen thưởng
    "refusal-received",  # nhận được thông báo không khen thưởng
    "council-meets",  # Hội đồng họp xét
    "proposal",  # trình, gửi hồ sơ đề nghị khen thưởng
    "conference",  # hội nghị có nội dung khen thưởng
]
"""What a term is counted from, or must be over before."""

_LENGTH: Final = Within("number of days", 1, 3660)
_YEARS: Final = Within("number of years", 0, 5)
_LEAP: Final = 2024


@attrs.frozen(kw_only=True)
class Deadline(Entry):
    """What must be done, by whom, and by when: so many days after or before an event, or by a day of the year.

    Attributes:
        label, gloss: what must be done.
        by: who must do it; several where each must for its own proposals.
        awards, levels, kinds: of which awards it speaks, all that are given; none: of all.
        commendations: only of these kinds of commendation; none: of all.
        event: what the term is counted from.
        side: ``after`` (within so many days after the event), or ``before`` (at least so many days before it; without
            a length, the text says no more than that it comes first).
        working_days: the length in working days (ngày làm việc).
        days: the length in days of the calendar.
        on: the day of every year that is the last one ("chậm nhất vào ngày"), ``"12-31"``.
        before: the day of every year before which it must be done ("trước ngày"), ``"12-10"``.
        years_after: in which year after that of the achievements the day lies; absent where the text says "hằng năm".
        does: the event that this deed itself is, so that what must come before it can be reckoned on.
    """

    table: ClassVar[str] = "deadline"
    needs: ClassVar[tuple[str, ...]] = (
        "label",
        "gloss",
        "by",
    )

    label: str = ""
    gloss: str = ""
    by: tuple[Actor, ...] = ()
    awards: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    kinds: tuple[AwardKind, ...] = ()
    commendations: tuple[Commendation, ...] = ()
    event: Event | None = None
    side: Literal["after", "before"] = "after"
    working_days: int | None = attrs.field(default=None, validator=_LENGTH)
    days: int | None = attrs.field(default=None, validator=_LENGTH)
    on: str | None = None
    before: str | None = None
    years_after: int | None = attrs.field(default=None, validator=_YEARS)
    does: Event | None = None

    def speaks_of(self, award: Award, commendation: Commendation | None = None) -> bool:
        """Say whether it is a deadline for this award, given for such a kind of achievement."""
        return (not self.commendations or commendation in self.commendations) and self.may_speak_of(award)

    def may_speak_of(self, award: Award) -> bool:
        """Say whether it is a deadline for this award, given for some kind of achievement."""
        return (
            (not self.awards or award.id in self.awards)
            and (not self.levels or award.level in self.levels)
            and (not self.kinds or award.kind in self.kinds)
        )

    def day_of(self, year: int) -> date | None:
        """Return the printed day in a year; None for a term counted from an event."""
        printed = self.on or self.before
        return None if printed is None else _day(printed, year)

    def faults(self) -> Iterator[tuple[str, str, Worded]]:
        """Find what a deadline cannot say: the key, the code and the sentence."""
        dated = [key for key in ("on", "before") if getattr(self, key) is not None]
        lengths = [key for key in ("working_days", "days") if getattr(self, key) is not None]
        if len(dated) + (self.event is not None) != 1:
            yield "event", "one-of", worded("say event, on or before, one of the three: when is it due?")
        if len(lengths) > 1:
            yield "days", "one-of", worded("say working_days or days, one of the two")
        if dated and (lengths or self.side == "before"):
            yield dated[0], "too-much", worded("a day of the year has no length and no side: give them with an event")
        if self.event is not None and self.side == "after" and not lengths:
            yield "working_days", "missing", worded("within how many working_days or days after the event?")
        if self.years_after is not None and not dated:
            yield "years_after", "too-much", worded("goes with a day of the year only")
        for key in dated:
            if _day(getattr(self, key), _LEAP) is None or getattr(self, key) == "02-29":
                yield key, "bad-value", worded('write the month and the day of every year: "12-15"')


def _day(printed: str, year: int) -> date | None:
    try:
        return date.fromisoformat(f"{year:04}-{printed}")
    except ValueError:
        return None
