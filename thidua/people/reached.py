"""What is answered of whom awards reached: counts, exact shares, and how these stand against a target."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from importlib import import_module
from typing import Final

import attrs

from thidua.errors import InputError, worded
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.measure import GROUPS, MEASURES, Who, base_of, left_out, measure_of
from thidua.model.standing import Cell, asked_of, possible
from thidua.people.steps import Steps, steps_to
from thidua.people.tally import Exact, Tally, judged, tallied, target_of

_OFFICIALS: Final = MEASURES["officials"].who


@attrs.frozen(kw_only=True)
class Since:
    """What a measure changed from one batch to another.

    Attributes:
        points: the share's difference in percentage points; None where one of the shares is not certain.
        growth: the count's growth, as a part of what it was; None where a count is not certain, or was zero.
    """

    points: Fraction | None
    growth: Fraction | None


@attrs.frozen(kw_only=True)
class ShareReport:
    """Whom a batch of awards reached; what :func:`thidua.shares` answers.

    A measure is ``people``, ``officials``, ``entrepreneurs``, ``direct-workers``, one class, ``household``,
    ``small-collective``, a group (``women``, ``ethnic-minority``, ``enterprise``, or one that the rows name), or
    several joined by ``+``: those who are in all of them. A base is ``individuals``, ``individuals-and-households``,
    ``individuals-households-and-small-collectives`` and so on (:data:`~thidua.model.measure.BASES`), or a measure, for
    a share inside a group.

    Attributes:
        counts: awards by class of recipient: the five official classes, ``household`` and ``unknown`` (individuals
            whose class no row says). Awards, not persons: who received two counts twice, as in the official forms.
        collectives: awards to collectives, outside every share but those whose base names them.
        groups: awards by group, as far as rows name them. Groups overlap: they add up to nothing.
    """

    counts: Mapping[str, int]
    collectives: int
    groups: Mapping[str, int] = attrs.field(factory=dict)
    _cells: Mapping[Cell, int] = attrs.field(factory=dict, alias="cells", repr=False)
    _spoken: frozenset[str] = attrs.field(default=frozenset(GROUPS), alias="spoken", repr=False)

    @property
    def people(self) -> Fraction | None:
        """Direct workers and households among all individuals and households; None where classes are unknown."""
        return self.tally("people").share

    @property
    def officials(self) -> Fraction | None:
        """The three leader classes among all individuals and households; None where classes are unknown."""
        return self.tally("officials").share

    @property
    def entrepreneurs(self) -> Fraction | None:
        """Entrepreneurs, who stand in neither, among all individuals and households; None where classes are unknown."""
        return self.tally("entrepreneurs").share

    @property
    def direct(self) -> Fraction | None:
        """Direct workers among individuals alone; None where classes are unknown."""
        return self.tally("direct-workers").share

    @property
    def leaders(self) -> Fraction | None:
        """The three leader classes among individuals alone; None where classes are unknown."""
        return self.tally("officials", "individuals").share

    @property
    def direct_per_leader(self) -> Fraction | None:
        """Direct workers for each leader: no share but a ratio; None without leaders or where classes are unknown."""
        leaders = sum(self.counts[name] for name in _OFFICIALS.among)
        return None if self.counts["unknown"] or not leaders else Fraction(self.counts["direct-worker"], leaders)

    def bounds(self, measure: str, base: str | None = None) -> tuple[Fraction, Fraction]:
        """Return the lowest and the highest share that what is not known leaves possible; 0 and 1 of a base of nobody.

        Args:
            measure: whom the share counts.
            base: of what it is taken; absent: ``individuals`` for ``direct-workers`` and ``women``, ``collectives``
                for ``enterprise`` and ``small-collective``, the base in its name for a measure with small collectives,
                else ``individuals-and-households``. For several joined by ``+``, or a group of the rows' own, it must
                be said.

        Raises:
            UnknownTerm: no such measure or base.
            InputError: the base is not said, or leaves out some whom the measure counts.
        """
        found = self.tally(measure, base)
        return found.lowest, found.highest

    def check(
        self,
        measure: str,
        *,
        base: str | None = None,
        at_least: Exact | None = None,
        at_most: Exact | None = None,
        at_most_count: int | None = None,
    ) -> Finding:
        """Hold a share against a target, exactly, bounds included; all that are given must hold.

        UNKNOWN (code ``share``) where what is not known leaves both answers possible or the batch has nobody in the
        base; UNKNOWN (code ``no-target``) where no target is given: the law sets none.

        Args:
            measure: as for :meth:`bounds`.
            base: as for :meth:`bounds`.
            at_least: the least share, from 0 to 1: ``Decimal("0.6")``.
            at_most: the greatest share, from 0 to 1.
            at_most_count: the greatest number of awards to the measure.

        Raises:
            UnknownTerm, InputError: as :meth:`bounds`; a target that is not an exact number from 0 to 1.
        """
        need = target_of(measure, self.base(measure, base), at_least, at_most, at_most_count)
        have = self.tally(measure, need.base)
        outcome = judged(have, need)
        missing = self.missing(measure, need.base) if outcome is Outcome.UNKNOWN and not need.free else ()
        code = "no-target" if need.free else "share"
        return fact(About(code, None, need), outcome, have.reached(), missing=missing)

    def steps(
        self,
        measure: str,
        *,
        base: str | None = None,
        at_least: Exact | None = None,
        at_most: Exact | None = None,
        at_most_count: int | None = None,
    ) -> Steps:
        """Say what would have to change for a target to be met: how many more, instead, or fewer.

        Args and errors as of :meth:`check`.

        >>> from thidua.model.decision import Decision
        >>> from thidua.people.shares import shares
        >>> rows = [Decision(recipient="individual", official_class=name, count=50)
        ...         for name in ("direct-worker", "leader-other")]
        >>> shares(rows).steps("people", at_least=Fraction(3, 5))
        Steps(adds='measure', more=25, instead=10, fewer=17)
        """
        need = target_of(measure, self.base(measure, base), at_least, at_most, at_most_count)
        return steps_to(self.tally(measure, need.base), need)

    def since(self, last: ShareReport, measure: str, base: str | None = None) -> Since:
        """Compare a measure with that of another batch, such as last year's: exactly, and only what is certain.

        >>> from thidua.model.decision import Decision
        >>> from thidua.people.shares import shares
        >>> now, before = (shares([Decision(recipient="individual", official_class="direct-worker", count=workers),
        ...                        Decision(recipient="individual", official_class="leader-other", count=40)])
        ...                for workers in (60, 40))
        >>> now.since(before, "direct-workers")
        Since(points=Fraction(10, 1), growth=Fraction(1, 2))
        """
        here, there = self.tally(measure, base), last.tally(measure, base)
        shown = here.share, there.share
        certain = here.most == here.sure and there.most == there.sure
        return Since(
            points=None if shown[0] is None or shown[1] is None else (shown[0] - shown[1]) * 100,
            growth=Fraction(here.sure - there.sure, there.sure) if certain and there.sure else None,
        )

    def tally(self, measure: str, base: str | None = None) -> Tally:
        """Count a measure in its base, by what is known of each award. Args and errors as of :meth:`bounds`."""
        who, whole = self._asked(measure, base)
        return tallied((possible(found, who, whole, self._spoken), count) for found, count in self._cells.items())

    def base(self, measure: str, base: str | None = None) -> str:
        """Name the base that a share of the measure is taken of. Args and errors as of :meth:`bounds`."""
        named = base or measure_of(measure, self._spoken).base
        if named is None:
            raise InputError.one(
                "base", "missing", worded("of what is the share of {measure!r} taken? Name the base", measure=measure)
            )
        return named

    def missing(self, measure: str, base: str | None = None) -> tuple[str, ...]:
        """Name the keys of rows that would say more of a share. Args and errors as of :meth:`bounds`."""
        who, whole = self._asked(measure, base)
        keys = {key for found in self._cells for key in asked_of(found, who, whole, self._spoken)}
        return tuple(sorted(keys))

    def _asked(self, measure: str, base: str | None) -> tuple[Who, Who]:
        who = measure_of(measure, self._spoken).who
        name = self.base(measure, base)
        whole = base_of(name, self._spoken)
        out = left_out(who, whole)
        if out:
            sentence = worded(
                "{measure} counts each {out}, and {name} leaves it out: name another base",
                measure=measure,
                out=out,
                name=name,
            )
            raise InputError.one("base", "outside-base", sentence)
        return who, whole

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook_batches").shares(self)
        return shown
