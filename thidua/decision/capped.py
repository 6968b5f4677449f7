"""What is answered of caps: each on one unit in one year, and what its answer may rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from importlib import import_module
from typing import Literal

import attrs

from thidua.book.law import Law
from thidua.model.citation import Citation
from thidua.model.deciding import Exact, Rate, allowed_of
from thidua.model.decision import BaseKind
from thidua.model.finding import Finding, Outcome
from thidua.model.outline import Unread
from thidua.model.vocabulary import Rating


@attrs.frozen(kw_only=True)
class RateResult:
    """One cap on one unit in one year.

    Attributes:
        rule: the document and the id of the cap, ``"91/2017/NĐ-CP:9.3"``; of the text not read, where that is all.
        awards: ids of the awards it caps.
        rating: the rating it caps, in place of awards.
        unit: the unit, or the proposer where the cap is ``per = "proposer"``; None where the rows name none.
        group: the peer group of the unit, where the cap is ``per = "group"``; None where the rows name none.
        year: the achievement year of the rows; None where they name none.
        count: how many received it.
        base: how many the share is taken of; None when not known.
        base_kind: ``holders``, ``strength``, ``rated``, ``rated-exactly``, ``standard`` or ``leaders``.
        base_name: the denominator by name, in ids: ``"holders of lao-dong-tien-tien or chien-si-tien-tien"``.
        base_awards: the awards whose holders (or standard) the base counts.
        base_rating: the rating that the base counts, or the least of those it counts.
        limit: the greatest share, ``Decimal("0.15")``, or a fraction where its document writes one.
        rounding: how ``base x limit`` turns into a count: ``floor`` or ``ceil``.
        outcome: MET, NOT_MET, or UNKNOWN with its ``reason``.
        reason: ``base-unknown``, ``place-unknown`` (rows that do not say their unit or year would turn the answer),
            ``group-unknown`` (somebody of the unit is in no peer group, and would) or ``unread``; None when the outcome
            is certain.
        missing: the path in ``bases``, or the key of rows, that would settle it.
        unread: the text that governs but was not read.
        caveats: texts that were not read and bear on the cap without leaving it open.
        reading: the named reading under which the cap stands, and its option; empty for a plain text.
        otherwise: by the options of that reading not in use, the outcome where it would be another.
        citation: the article of the cap.
    """

    rule: str
    awards: tuple[str, ...]
    unit: str | None
    year: int | None
    count: int
    outcome: Outcome
    citation: Citation
    rating: Rating | None = None
    group: str | None = None
    base: int | None = None
    base_kind: BaseKind | None = None
    base_name: str | None = None
    base_awards: tuple[str, ...] = ()
    base_rating: Rating | None = None
    limit: Exact | None = None
    rounding: Literal["floor", "ceil"] | None = None
    reason: Literal["base-unknown", "place-unknown", "group-unknown", "unread"] | None = None
    missing: tuple[str, ...] = ()
    unread: Unread | None = None
    caveats: tuple[Unread, ...] = ()
    reading: Mapping[str, str] = attrs.field(factory=dict)
    otherwise: Mapping[str, Outcome] = attrs.field(factory=dict)

    @property
    def share(self) -> Fraction | None:
        """The exact share that received it; None without a base."""
        return Fraction(self.count, self.base) if self.base else None

    @property
    def allowed(self) -> int | None:
        """The greatest number that may receive it."""
        if self.base is None or self.limit is None:
            return None
        return allowed_of(self.base, self.limit, self.rounding)

    @property
    def headroom(self) -> int | None:
        """How many more may receive it; negative when there are too many."""
        return None if self.allowed is None else self.allowed - self.count


@attrs.frozen(kw_only=True)
class RateReport:
    """What :func:`thidua.check_rates` answers.

    Attributes:
        results: one for each cap, unit (or peer group) and year, in the order of the decisions.
        unlimited: ids of awards with decisions on which the law of their day sets no cap, every text that governs rates
            having been read.
        splits: of caps on peer groups, where a unit's people are not each in one group: ``in-no-group`` (how many, and
            UNKNOWN), ``in-two-groups`` (who), ``groups-add-up`` (what was given for the groups, against the unit).
    """

    results: tuple[RateResult, ...]
    unlimited: tuple[str, ...]
    splits: tuple[Finding, ...] = ()

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook_batches").rates(self)
        return shown


def known_by(rate: Rate, law: Law) -> tuple[str, ...]:
    """Return the names by which a caller may give a cap's base: its kind does where only one base is of that kind."""
    others = (placed.entry.base_name for placed in law.of(Rate) if placed.entry.base == rate.base)
    alike = {rate.base_name, *others}
    return (rate.base_name, rate.base) if len(alike) == 1 else (rate.base_name,)


def caveats_on(words: tuple[str, ...], law: Law) -> tuple[Unread, ...]:
    """Return the texts that were not read and bear on caps on these awards, or ratings, without leaving them open."""
    return tuple({id(each): each for each in unread_on(words, law) if not each.stops}.values())


def unread_on(words: tuple[str, ...], law: Law) -> Iterator[Unread]:
    """Yield the texts that were not read and bear on caps on these awards, or ratings."""
    yield from (each.entry for word in words for each in (*law.unread(Rate.table, word), *law.unread_of(word)))
