"""Whom the awards reached: exact shares by the five official classes, and never a hidden target."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, Literal, get_args

import attrs

from thidua.errors import InputError, Problem, UnknownTerm
from thidua.model.decision import Decision
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.vocabulary import OfficialClass
from thidua.text import nearest

CLASSES: Final[tuple[OfficialClass, ...]] = get_args(OfficialClass)
Exact = int | Decimal | Fraction
Base = Literal["individuals-and-households", "individuals"]


@attrs.frozen
class Measure:
    """What a share counts: which classes, of which base."""

    classes: tuple[str, ...]
    base: Base = "individuals-and-households"


MEASURES: Final[Mapping[str, Measure]] = MappingProxyType(
    {
        "people": Measure(("direct-worker", "household")),
        "officials": Measure(("leader-province", "leader-department", "leader-other")),
        "entrepreneurs": Measure(("entrepreneur",)),
        "direct-workers": Measure(("direct-worker",), "individuals"),
        **{name: Measure((name,)) for name in (*CLASSES, "household")},
    }
)


@attrs.frozen(kw_only=True)
class Target:
    """What a share was asked to be: ``need`` of its finding. Both bounds are included; None is no bound."""

    measure: str
    base: Base
    at_least: Fraction | None
    at_most: Fraction | None


@attrs.frozen(kw_only=True)
class Reached:
    """What a share is: ``have`` of its finding.

    Attributes:
        count, of: awards to the measure's classes, and in its base.
        unknown: individuals in the base whose class is not known.
        lowest, highest: the share if none, or all, of the unknown belong to the measure.
    """

    count: int
    of: int
    unknown: int
    lowest: Fraction
    highest: Fraction


@attrs.frozen(kw_only=True)
class ShareReport:
    """Whom a batch of awards reached; what :func:`shares` answers.

    Attributes:
        counts: awards by class of recipient: the five official classes, ``household`` and ``unknown`` (individuals
            whose class no row says). Awards, not persons: who received two counts twice, as in the official forms.
        collectives: awards to collectives, outside every share.
    """

    counts: Mapping[str, int]
    collectives: int

    @property
    def people(self) -> Fraction | None:
        """Direct workers and households among all individuals and households; None where classes are unknown."""
        return self._certain("people")

    @property
    def officials(self) -> Fraction | None:
        """The three leader classes among all individuals and households; None where classes are unknown."""
        return self._certain("officials")

    @property
    def entrepreneurs(self) -> Fraction | None:
        """Entrepreneurs, who stand in neither, among all individuals and households; None where classes are unknown."""
        return self._certain("entrepreneurs")

    @property
    def direct(self) -> Fraction | None:
        """Direct workers among individuals alone; None where classes are unknown."""
        return self._certain("direct-workers")

    def bounds(self, measure: str) -> tuple[Fraction, Fraction]:
        """Return the lowest and the highest share that the unknown classes leave possible.

        Args:
            measure: ``people``, ``officials``, ``entrepreneurs`` or one class (of individuals and households), or
                ``direct-workers`` (of individuals).

        Raises:
            UnknownTerm: no such measure.
        """
        reached = self._reached(_measure(measure))
        return reached.lowest, reached.highest

    def check(self, measure: str, *, at_least: Exact | None = None, at_most: Exact | None = None) -> Finding:
        """Hold a share against a target, exactly, bounds included.

        UNKNOWN (code ``share``) where the unknown classes leave both answers possible or the batch has nobody in the
        base; UNKNOWN (code ``no-target``) where no target is given: the law sets none.

        Args:
            measure: as for :meth:`bounds`.
            at_least: the least share, from 0 to 1: ``Decimal("0.6")``.
            at_most: the greatest share, from 0 to 1.

        Raises:
            UnknownTerm: no such measure.
            InputError: a target that is not an exact number from 0 to 1.
        """
        asked = _measure(measure)
        floor, cap = _targets(at_least, at_most)
        have = self._reached(asked)
        need = Target(measure=measure, base=asked.base, at_least=floor, at_most=cap)
        if floor is None and cap is None:
            return fact(About("no-target", None, need), Outcome.UNKNOWN, have)
        outcome = Outcome.MET
        if have.of == 0 or (floor is not None and have.lowest < floor) or (cap is not None and have.highest > cap):
            outcome = Outcome.UNKNOWN
        if have.of and ((floor is not None and have.highest < floor) or (cap is not None and have.lowest > cap)):
            outcome = Outcome.NOT_MET
        missing = ("class",) if outcome is Outcome.UNKNOWN and have.unknown else ()
        return fact(About("share", None, need), outcome, have, missing=missing)

    def _certain(self, name: str) -> Fraction | None:
        reached = self._reached(MEASURES[name])
        return None if reached.unknown or not reached.of else reached.lowest

    def _reached(self, measure: Measure) -> Reached:
        unknown = self.counts["unknown"]
        individuals = unknown + sum(self.counts[name] for name in CLASSES)
        of = individuals + (self.counts["household"] if measure.base == "individuals-and-households" else 0)
        count = sum(self.counts[name] for name in measure.classes)
        # Whoever is unknown is an individual: a household can be none of them.
        most = count + (unknown if measure.classes != ("household",) else 0)
        return Reached(
            count=count,
            of=of,
            unknown=unknown,
            lowest=Fraction(count, of) if of else Fraction(0),
            highest=Fraction(most, of) if of else Fraction(1),
        )


def shares(decisions: Iterable[Decision]) -> ShareReport:
    """Count whom a batch of awards reached.

    Each row counts ``count`` times. An individual without a class is ``unknown`` and stays so: it is in the base and
    in no class. Collectives are counted apart. The law sets no national share; see :meth:`ShareReport.check`.

    Args:
        decisions: the batch: any awards, levels and years the caller wants to look at together.

    Raises:
        InputError: a row that gives a class to a collective or a household.

    Source: forms 0602.N and 0603.N/BNV-TĐKT of TT 2/2023/TT-BNV (the five classes of individuals).

    >>> report = shares([
    ...     Decision(award="LĐTT", recipient="individual", official_class="direct-worker", count=600),
    ...     Decision(award="LĐTT", recipient="individual", official_class="leader-other", count=399),
    ...     Decision(award="LĐTT", recipient="individual", official_class="entrepreneur"),
    ...     Decision(award="TTLĐTT", recipient="collective", count=61)])
    >>> report.people, report.officials, report.entrepreneurs, report.collectives
    (Fraction(3, 5), Fraction(399, 1000), Fraction(1, 1000), 61)
    >>> report.check("people", at_least=Decimal("0.6")).outcome.name
    'MET'
    >>> report.check("people").code
    'no-target'
    """
    counts = dict.fromkeys((*CLASSES, "household", "unknown"), 0)
    collectives = 0
    problems = []
    for index, decision in enumerate(decisions):
        if decision.official_class is not None and decision.recipient != "individual":
            sentence = f"only an individual has an official class, not a {decision.recipient}"
            problems.append(Problem(f"$[{index}].class", "contradiction", sentence))
        elif decision.recipient == "collective":
            collectives += decision.count
        else:
            name = "household" if decision.recipient == "household" else decision.official_class or "unknown"
            counts[name] += decision.count
    if problems:
        raise InputError(problems)
    return ShareReport(counts=MappingProxyType(counts), collectives=collectives)


def _measure(name: str) -> Measure:
    if name not in MEASURES:
        raise UnknownTerm("measure", name, nearest(name, MEASURES))
    return MEASURES[name]


def _targets(at_least: Exact | None, at_most: Exact | None) -> tuple[Fraction | None, Fraction | None]:
    problems = [
        Problem(name, "bad-value", f"expected an exact share from 0 to 1 (Decimal, Fraction or int), got {value!r}")
        for name, value in (("at_least", at_least), ("at_most", at_most))
        if value is not None and not _is_share(value)
    ]
    if problems:
        raise InputError(problems)
    return (
        None if at_least is None else Fraction(at_least),
        None if at_most is None else Fraction(at_most),
    )


def _is_share(value: Exact) -> bool:
    if type(value) not in (int, Decimal, Fraction) or (isinstance(value, Decimal) and not value.is_finite()):
        return False
    return 0 <= value <= 1
