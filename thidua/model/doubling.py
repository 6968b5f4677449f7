"""The table on what may not be given twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Final, Literal

import attrs

from thidua.errors import Worded, worded
from thidua.model.award import AwardKind
from thidua.model.entry import Entry
from thidua.model.vocabulary import Commendation

BARRED: Final[Mapping[tuple[str | None, str | None], str]] = {
    ("different", "achievement"): "forms-for-one-achievement",
    ("same", "achievement"): "again-for-one-achievement",
    ("any", "achievement"): "awards-for-one-achievement",
    ("same", "year"): "again-in-one-year",
    ("different", "year"): "awards-in-one-year",
    ("any", "year"): "awards-in-one-year",
}
"""What an entry bars, by its ``pair`` and ``one``."""


@attrs.frozen(kw_only=True)
class Double(Entry):
    """Two awards that one subject may not have together.

    An entry whose standing is ``unverified`` is known from nobody who read it: what it would bar is UNKNOWN.

    Attributes:
        pair: which two: the ``same`` award twice, ``different`` awards, or ``any`` two.
        one: what they may not have in common: one ``achievement``, or one ``year``.
        awards: ids of the awards it speaks of; with ``kinds`` the kinds of award; none of both: all.
        commendations: the kinds of commendation it is known to speak of; none: all. Of one that is neither here nor
            in ``except_commendations`` it is not known whether it speaks.
        except_commendations: the kinds of commendation it does not speak of.
    """

    table: ClassVar[str] = "double"
    needs: ClassVar[tuple[str, ...]] = (
        "pair",
        "one",
    )

    pair: Literal["same", "different", "any"] | None = None
    one: Literal["achievement", "year"] | None = None
    awards: tuple[str, ...] = ()
    kinds: tuple[AwardKind, ...] = ()
    commendations: tuple[Commendation, ...] = ()
    except_commendations: tuple[Commendation, ...] = ()

    @property
    def bars(self) -> str:
        """What it bars, in one word: a finding's code."""
        return BARRED[self.pair, self.one]

    def faults(self) -> Iterator[tuple[str, str, Worded]]:
        """Find what the entry cannot say: the key, the code and the sentence of each fault."""
        for key in ("pair", "one"):
            if getattr(self, key) is None:
                yield key, "missing", worded("[[double]] needs the key {key!r}", key=key)
        if self.awards and self.kinds:
            yield "kinds", "one-of", worded("say awards or kinds, one of the two")
        if both := sorted({*self.commendations} & {*self.except_commendations}):
            yield (
                "except_commendations",
                "contradiction",
                worded("{names} is in commendations too", names=", ".join(both)),
            )
