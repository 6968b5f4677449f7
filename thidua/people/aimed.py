"""What is answered of targets for shares: each in one unit and year, and what would meet it."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from importlib import import_module
from typing import Literal

import attrs

from thidua.model.award import Level
from thidua.model.citation import Citation
from thidua.model.finding import Outcome
from thidua.model.vocabulary import Commendation
from thidua.people.steps import Steps, steps_to
from thidua.people.tally import Tally, Target


@attrs.frozen(kw_only=True)
class TargetResult:
    """One target, in one unit (or in all) and one year.

    Attributes:
        rule: the document and the id of the target, ``"12/2025/QĐ-UBND:5.1"``.
        unit: the unit, where the target is ``per = "unit"``; None where it is for all, or the rows name none.
        year: the achievement year of the rows; None where they name none.
        target: whom it counts, of which base, and its bounds, as its document has them.
        awards: ids of the awards it speaks of; none: all. So ``levels`` and ``commendations``.
        tally: the counts, by what is known of each award; None without a base.
        count: awards to the measure (of the leaders of a unit: people), as far as is certain.
        outcome: MET, NOT_MET, or UNKNOWN with its ``reason``.
        reason: of UNKNOWN: ``base-unknown`` (a count that no decision shows is not given), ``nobody`` (nobody is in the
            base), ``recipients-unknown``; None when the outcome is certain.
        missing: the keys of rows, or the path in ``bases``, that would settle it.
        citation: the article of the target.
        reading: the named reading under which the target stands, and its option; empty for a plain text.
    """

    rule: str
    unit: str | None
    year: int | None
    target: Target
    tally: Tally | None
    count: int
    outcome: Outcome
    citation: Citation
    awards: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    commendations: tuple[Commendation, ...] = ()
    reason: Literal["base-unknown", "nobody", "recipients-unknown"] | None = None
    missing: tuple[str, ...] = ()
    reading: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def measure(self) -> str:
        """Whom the share counts, by name."""
        return self.target.measure

    @property
    def base_name(self) -> str:
        """Of what the share is taken, by name."""
        return self.target.base

    @property
    def base(self) -> int | None:
        """How many the share is taken of, as far as is certain; None when not known."""
        return self.tally.of if self.tally else None

    @property
    def share(self) -> Fraction | None:
        """The exact share; None where it is not certain."""
        return self.tally.share if self.tally else None

    @property
    def bounds(self) -> tuple[Fraction, Fraction] | None:
        """The least and the greatest share that what is not known leaves possible; None without a base."""
        return (self.tally.lowest, self.tally.highest) if self.tally else None

    @property
    def steps(self) -> Steps | None:
        """What would have to change for the target to be met; None without a base."""
        return steps_to(self.tally, self.target) if self.tally else None


@attrs.frozen(kw_only=True)
class TargetReport:
    """What :func:`thidua.check_shares` answers.

    Attributes:
        results: one for each target, unit and year, in the order of the decisions.
    """

    results: tuple[TargetResult, ...]

    @property
    def outcome(self) -> Outcome:
        """The worst of the results; UNKNOWN where the law has no target: none is met by being absent."""
        return min((each.outcome for each in self.results), default=Outcome.UNKNOWN)

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook_batches").targets(self)
        return shown
