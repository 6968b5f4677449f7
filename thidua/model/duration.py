"""The conditions about how long: served, in post, in existence, since an award, rated so in so many years."""

from __future__ import annotations

from datetime import date
from typing import Literal

import attrs

from thidua.model.bounds import AT_LEAST_ONE, COUNT
from thidua.model.vocabulary import Activity, Commendation, Force, PostGroup, Rating


@attrs.frozen(kw_only=True)
class RatedYears:
    """``times`` years rated at least so: in the run that the clause stands in, or ever.

    Unlike a run's ``each`` the years need not follow one another ("trong đó có từ 03 năm trở lên …").
    """

    rated: Rating
    times: int = attrs.field(default=1, validator=AT_LEAST_ONE)
    when: Literal["window", "ever"] = "window"


@attrs.frozen(kw_only=True)
class Elapsed:
    """At least ``years`` years have passed since one of ``awards`` was held: since the first, or the ``latest``.

    ``after``: only awards held later than the latest of these open the time, where one of these is held at all;
    ``without``: none of these was held in that time.
    """

    awards: tuple[str, ...]
    years: int = attrs.field(validator=COUNT)
    latest: bool = False
    after: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    commendations: tuple[Commendation, ...] = ()


@attrs.frozen(kw_only=True)
class Aged:
    """The collective was founded at least ``years`` years before the proposal.

    With ``round`` its anniversary is a round one (năm tròn: a number that ends in 0) in a year from the dossier's to
    that of the proposal, or up to ``ahead`` years later.
    """

    years: int | None = attrs.field(default=None, validator=attrs.validators.optional(AT_LEAST_ONE))
    round: bool = False
    ahead: int = attrs.field(default=0, validator=COUNT)


@attrs.frozen(kw_only=True)
class Served:
    """Served at least ``years`` years, and less than ``below``: in these forces, on these activities (none: any).

    ``continuous``: one unbroken stretch must be that long; else the time is added up. With ``hardship`` only duty at
    sea, on islands, in especially difficult areas or on an international mission counts, and ``factor`` multiplies
    such duty in the reckoning; with ``border`` duty at the border is such duty too, with ``home`` an international
    mission is not, as such. ``by``: as it stood before that day.
    """

    years: int = attrs.field(default=0, validator=COUNT)
    below: int | None = attrs.field(default=None, validator=attrs.validators.optional(AT_LEAST_ONE))
    forces: tuple[Force, ...] = ()
    activities: tuple[Activity, ...] = ()
    continuous: bool = False
    hardship: bool = False
    factor: int = attrs.field(default=1, validator=AT_LEAST_ONE)
    border: bool = False
    home: bool = False
    by: date | None = None


@attrs.frozen(kw_only=True)
class InPost:
    """Held posts of one of these groups for at least ``months`` months in all, and less than ``below`` months."""

    posts: tuple[PostGroup, ...]
    months: int = attrs.field(default=0, validator=COUNT)
    below: int | None = attrs.field(default=None, validator=attrs.validators.optional(AT_LEAST_ONE))


Duration = RatedYears | Elapsed | Aged | Served | InPost
