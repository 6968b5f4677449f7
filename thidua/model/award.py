"""What can be given."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from importlib import import_module
from typing import Literal

import attrs

from thidua.model.citation import Citation
from thidua.model.time import Period
from thidua.model.vocabulary import Kind

AwardKind = Literal[
    "emulation-title",  # danh hiệu thi đua
    "order",  # huân chương
    "medal",  # huy chương
    "state-honour",  # danh hiệu vinh dự nhà nước
    "prize",  # Giải thưởng Hồ Chí Minh, Giải thưởng Nhà nước
    "commemorative-medal",  # kỷ niệm chương
    "badge",  # huy hiệu
    "certificate-of-merit",  # bằng khen
    "commendation-letter",  # giấy khen
]
Level = Literal["state", "ministry-province", "sub-ministry", "grassroots", "district", "commune"]


@attrs.frozen(kw_only=True)
class Award:
    """An award as a law names it on a day, or as the timeless catalogue does.

    Attributes:
        id: unaccented slug of the official name; never renamed.
        label: the official Vietnamese name.
        gloss: the English name.
        short: short forms in use (``"CSTĐCS"``).
        kind: emulation title, order, medal, …
        level: from the State down to the commune.
        recipients: individual, collective, household.
        former: other official names, past and present.
        former_until: the first day on which a former name was the official one no longer, where a text of the book
            gave it; told by the timeless catalogue.
        successor: the id of the award that took its place, if it is gone.
        citation: the article that creates it.
        period: the days on which it exists.
    """

    id: str
    label: str
    gloss: str
    kind: AwardKind
    level: Level
    recipients: tuple[Kind, ...]
    short: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    successor: str | None = None
    posthumous: bool = False
    citation: Citation | None = None
    period: Period = Period()
    former_until: Mapping[str, date] = attrs.field(factory=dict, eq=False)

    @property
    def is_title(self) -> bool:
        """Say whether it is an emulation title (danh hiệu thi đua) rather than a form of commendation."""
        return self.kind == "emulation-title"

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it answers to."""
        return (self.id, self.label, *self.short, *self.former)

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook").award(self)
        return shown

    def __str__(self) -> str:
        return self.label
