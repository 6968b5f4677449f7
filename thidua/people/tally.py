"""How many stand in a measure and in its base as far as is known, and whether that is what a target asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.model.finding import Outcome
from thidua.model.standing import Standing

Exact = int | Decimal | Fraction


@attrs.frozen(kw_only=True)
class Target:
    """What a share was asked to be: ``need`` of its finding. Every bound is included; None is no bound.

    Attributes:
        measure: whom the share counts.
        base: of what it is taken.
        at_least, at_most: bounds of the share.
        at_most_count: the greatest count, whatever the share.
    """

    measure: str
    base: str
    at_least: Fraction | None = None
    at_most: Fraction | None = None
    at_most_count: int | None = None

    @property
    def free(self) -> bool:
        """Whether it asks nothing."""
        return self.at_least is None and self.at_most is None and self.at_most_count is None


@attrs.frozen(kw_only=True)
class Reached:
    """What a share is: ``have`` of its finding.

    Attributes:
        count, of: awards to the measure, and in its base, as far as is certain.
        unknown: of those in the base, awards of which it is not known whether they are of the measure.
        lowest, highest: the least and the greatest share that what is not known leaves possible.
        perhaps: awards of which it is not known whether they are in the base.
    """

    count: int
    of: int
    unknown: int
    lowest: Fraction
    highest: Fraction
    perhaps: int = 0


@attrs.frozen(kw_only=True)
class Tally:
    """Counts by what is known of each: in the measure, in the base.

    Attributes:
        sure: in both.
        others: in the base, not of the measure.
        unknown: in the base, perhaps of the measure.
        perhaps_sure: perhaps in the base, and then of the measure.
        perhaps_others: perhaps in the base, and not of the measure.
        perhaps: perhaps in the base, and then perhaps of the measure.
        given: the base, where it is a count that no decision shows.
    """

    sure: int = 0
    others: int = 0
    unknown: int = 0
    perhaps_sure: int = 0
    perhaps_others: int = 0
    perhaps: int = 0
    given: int | None = None

    @property
    def most(self) -> int:
        """The greatest count that is possible."""
        return self.sure + self.unknown + self.perhaps_sure + self.perhaps

    @property
    def of(self) -> int:
        """The base, as far as it is certain."""
        return self.sure + self.others + self.unknown if self.given is None else self.given

    @property
    def low(self) -> tuple[int, int]:
        """Count and base of the least share: whoever may count against the measure does."""
        return self.sure, self.of + (self.perhaps_others + self.perhaps if self.given is None else 0)

    @property
    def high(self) -> tuple[int, int]:
        """Count and base of the greatest share: whoever may count for the measure does."""
        return self.most, self.of + (self.perhaps_sure + self.perhaps if self.given is None else 0)

    @property
    def lowest(self) -> Fraction:
        """The least share; 0 of a base of nobody, of which anything may be said."""
        return Fraction(*self.low) if self.low[1] else Fraction(0)

    @property
    def highest(self) -> Fraction:
        """The greatest share; 1 of a base of nobody."""
        return Fraction(*self.high) if self.high[1] else Fraction(1)

    @property
    def open(self) -> bool:
        """Whether anything is not known."""
        return bool(self.unknown or self.perhaps_sure or self.perhaps_others or self.perhaps)

    @property
    def share(self) -> Fraction | None:
        """The share, where it is certain."""
        return None if self.open or not self.of else self.lowest

    def reached(self) -> Reached:
        """Return the tally as a finding has it."""
        return Reached(
            count=self.sure,
            of=self.of,
            unknown=self.unknown,
            lowest=self.lowest,
            highest=self.highest,
            perhaps=self.perhaps_sure + self.perhaps_others + self.perhaps,
        )


_FIELDS: Mapping[frozenset[Standing], str] = {
    frozenset({"measured"}): "sure",
    frozenset({"other"}): "others",
    frozenset({"measured", "other"}): "unknown",
    frozenset({"measured", "outside"}): "perhaps_sure",
    frozenset({"other", "outside"}): "perhaps_others",
    frozenset({"measured", "other", "outside"}): "perhaps",
}


def tallied(rows: Iterable[tuple[frozenset[Standing], int]]) -> Tally:
    """Add up rows: every standing that their recipients may have, and how many each stands for."""
    counts = dict.fromkeys(_FIELDS.values(), 0)
    for found, count in rows:
        if found != {"outside"}:
            counts[_FIELDS[found]] += count
    return Tally(**counts)


def judged(tally: Tally, target: Target) -> Outcome:
    """Hold a tally against a target, exactly; UNKNOWN only where what is not known could turn the answer.

    UNKNOWN too where nothing is asked, and of a base of nobody.
    """
    least, most, cap = target.at_least, target.at_most, target.at_most_count
    if target.free:
        return Outcome.UNKNOWN
    if not tally.of:
        exceeded = tally.sure and (most is not None or (cap is not None and tally.sure > cap))
        return Outcome.NOT_MET if exceeded else Outcome.UNKNOWN
    missed = (
        (least is not None and tally.highest < least)
        or (most is not None and tally.lowest > most)
        or (cap is not None and tally.sure > cap)
        or _between(tally, target)
    )
    if missed:
        return Outcome.NOT_MET
    met = (
        (least is None or tally.lowest >= least)
        and (most is None or tally.highest <= most)
        and (cap is None or tally.most <= cap)
    )
    return Outcome.MET if met else Outcome.UNKNOWN


def _between(tally: Tally, target: Target) -> bool:
    """Say whether of a base that is certain no whole number lies between the bounds."""
    if target.at_least is None or tally.low[1] != tally.of or tally.high[1] != tally.of:
        return False
    caps = [target.at_most_count] if target.at_most_count is not None else []
    caps += [floor(target.at_most * tally.of)] if target.at_most is not None else []
    return bool(caps) and ceil(target.at_least * tally.of) > min(caps)


def target_of(
    measure: str, base: str, at_least: Exact | None, at_most: Exact | None, at_most_count: int | None
) -> Target:
    """Make a target of what a caller asks.

    Raises:
        InputError: a bound that is not an exact number from 0 to 1, or a count that is none.
    """
    problems = [
        Problem(
            name,
            "bad-value",
            worded("expected an exact share from 0 to 1 (Decimal, Fraction or int), got {value!r}", value=value),
        )
        for name, value in (("at_least", at_least), ("at_most", at_most))
        if value is not None and not _is_share(value)
    ]
    if at_most_count is not None and (type(at_most_count) is not int or at_most_count < 0):
        problems.append(
            Problem(
                "at_most_count",
                "bad-value",
                worded("expected a count, got {value!r}", value=at_most_count),
            )
        )
    if problems:
        raise InputError(problems)
    return Target(
        measure=measure,
        base=base,
        at_least=None if at_least is None else Fraction(at_least),
        at_most=None if at_most is None else Fraction(at_most),
        at_most_count=at_most_count,
    )


def _is_share(value: Exact) -> bool:
    if type(value) not in (int, Decimal, Fraction) or (isinstance(value, Decimal) and not value.is_finite()):
        return False
    return 0 <= value <= 1
