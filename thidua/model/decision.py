"""What was decided: who gave which award to whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeAlias

import attrs

from thidua.model.bounds import AT_LEAST_ONE, COUNT, YEAR
from thidua.model.vocabulary import Commendation, Kind, OfficialClass

Bases: TypeAlias = Mapping[str, int | Mapping[str, int]]
"""Counts that no decision shows: by name for all units, or for one unit by name."""


@attrs.frozen(kw_only=True)
class Authority:
    """Who signs: an office of the law (``"district-chair"``) and the body it belongs to, or the name as printed."""

    office: str | None = None
    body: str | None = None
    printed: str | None = None


@attrs.frozen(kw_only=True)
class Decision:
    """One award given to one recipient, or to ``count`` recipients where the row stands for several.

    ``award`` is an id, short form or official name; None where a report does not say which award it was.
    """

    recipient: Kind
    award: str | None = None
    subject: str | None = None
    official_class: OfficialClass | None = attrs.field(default=None, metadata={"key": "class"})
    """The official class of an individual; the JSON key is ``class``."""
    groups: tuple[str, ...] | None = None
    """Every group that all the row's recipients are of: ``women``, ``ethnic-minority``, ``enterprise``,
    ``small-collective``, or a word of the caller's own. A list is whole: who is in none of them has an empty one.
    Absent: not known of any group."""
    commendation: Commendation | None = None
    unit: str | None = None
    authority: Authority | None = None
    proposed_by: str | None = None
    decided_on: date | None = None
    year: int | None = attrs.field(default=None, validator=YEAR)
    count: int = attrs.field(default=1, validator=AT_LEAST_ONE)


@attrs.frozen(kw_only=True)
class Ballot:
    """A council's vote on one proposal; ``members`` is the whole council, present or not."""

    members: int = attrs.field(validator=AT_LEAST_ONE)
    in_favour: int = attrs.field(validator=COUNT)
    council: str | None = None
    secret: bool | None = None
    on: date | None = None
