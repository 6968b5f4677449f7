"""Who does the work of emulation and commendation, as statistics count them."""

from __future__ import annotations

from typing import Final

import attrs

from thidua.model.bounds import AT_LEAST_ONE, Within
from thidua.model.vocabulary import Education, SectionKind, Sex

AGE: Final = Within("age", 0, 130)
YEARS_IN_THE_WORK: Final = Within("number of years in the work", 0, 100)


@attrs.frozen(kw_only=True)
class Section:
    """An organisation that does the work (a department, a division, a board), or ``count`` of them that are alike."""

    kind: SectionKind
    name: str | None = None
    count: int = attrs.field(default=1, validator=AT_LEAST_ONE)


@attrs.frozen(kw_only=True)
class Official:
    """An official who does the work, or ``count`` of them that are alike; what is absent is unknown.

    Attributes:
        name: who it is.
        sex: ``female`` or ``male``.
        age: in full years.
        education: the highest training: ``elementary``, ``intermediate``, ``college``, ``university``,
            ``postgraduate``.
        years: full years in the work.
        count: how many officials the row stands for.
    """

    name: str | None = None
    sex: Sex | None = None
    age: int | None = attrs.field(default=None, validator=AGE)
    education: Education | None = None
    years: int | None = attrs.field(default=None, validator=YEARS_IN_THE_WORK)
    count: int = attrs.field(default=1, validator=AT_LEAST_ONE)
