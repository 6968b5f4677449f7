"""An emulation movement as statistics count it: who launched it, where, for how long."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import attrs

from thidua.errors import InputError, worded
from thidua.model.bounds import AT_LEAST_ONE
from thidua.model.time import full_months
from thidua.model.vocabulary import Launcher, Manner, Reach


@attrs.frozen(kw_only=True)
class Movement:
    """An emulation movement (phong trào thi đua), or ``count`` of them that are alike; what is absent is unknown.

    Attributes:
        name: what it is called.
        launched_by: who launched it: ``central-council``, ``ministry``, ``province``, ``unit``…
        scope: where it is held: ``nation``, ``province`` (a ministry or province), ``cluster``, ``unit``.
        since: its first day.
        until: the first day after its planned end: of the year 2024 it is 2025-01-01.
        manner: ``thematic`` or ``regular`` (every year).
        count: how many movements the row stands for.

    Raises:
        InputError: it ends before it begins.
    """

    name: str | None = None
    launched_by: Launcher | None = None
    scope: Reach | None = None
    since: date | None = None
    until: date | None = None
    manner: Manner | None = None
    count: int = attrs.field(default=1, validator=AT_LEAST_ONE)

    def __attrs_post_init__(self) -> None:
        if self.since and self.until and self.until <= self.since:
            sentence = worded("it ends on {until}, not after it begins on {since}", until=self.until, since=self.since)
            raise InputError.one("$.until", "contradiction", sentence)

    @property
    def years(self) -> Fraction | None:
        """How long it runs: full months exactly, and half of one for any days left over; None where not known.

        >>> Movement(since=date(2021, 1, 1), until=date(2026, 1, 1)).years
        Fraction(5, 1)
        >>> Movement(since=date(2024, 1, 1), until=date(2025, 1, 2)).years
        Fraction(25, 24)
        """
        if self.since is None or self.until is None:
            return None
        months, days = full_months(self.since, self.until)
        return Fraction(2 * months + (days > 0), 24)
