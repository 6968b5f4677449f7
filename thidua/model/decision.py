"""What was decided: who gave which award to whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final, Literal, Protocol, TypeAlias, get_args

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.model.bounds import AT_LEAST_ONE, COUNT, YEAR
from thidua.model.facts import Interval
from thidua.model.vocabulary import Commendation, Kind, OfficialClass, Rating

BaseKind = Literal["holders", "strength", "rated", "rated-exactly", "standard", "leaders"]
BASES: Final[tuple[BaseKind, ...]] = get_args(BaseKind)
"""The counts that a share may be taken of and that a caller may have to give."""
Bases: TypeAlias = Mapping[str, int | Mapping[str, int | Mapping[str, int]]]
"""Counts that no decision shows: by name for all units, for one unit, or for a peer group of one.

``{"strength": 90, "Sở A": {"strength": 80, "leaders": 12, "Chuyên viên": {"strength": 30}}}``
"""


@attrs.frozen(kw_only=True)
class Authority:
    """Who signs: an office of the law (``"district-chair"``) and the body it belongs to, or the name as printed."""

    office: str | None = None
    body: str | None = None
    printed: str | None = None


@attrs.frozen(kw_only=True)
class Ballot:
    """A council's vote on one proposal; ``members`` is the whole council, present or not.

    Attributes:
        in_favour: votes in favour, those of absent members in writing among them.
        council: which council: a level (``"province-council"``, ``"province"``) or its printed name.
        secret: whether the ballot was secret.
        on: the day of the vote.
        present: how many members attended.
        written: how many absent members gave their opinion in writing.

    Raises:
        InputError: more votes in favour than members, or than members who took part; more who took part than members.
    """

    members: int = attrs.field(validator=AT_LEAST_ONE)
    in_favour: int = attrs.field(validator=COUNT)
    council: str | None = None
    secret: bool | None = None
    on: date | None = None
    present: int | None = attrs.field(default=None, validator=COUNT)
    written: int | None = attrs.field(default=None, validator=COUNT)

    def __attrs_post_init__(self) -> None:
        problems = list(self._contradictions())
        if problems:
            raise InputError(problems)

    def _contradictions(self) -> Iterator[Problem]:
        took_part = (self.present or 0) + (self.written or 0)
        told = (("in_favour", self.in_favour), ("present", self.present), ("written", self.written))
        over = [name for name, count in told if count is not None and count > self.members]
        for name in over:
            sentence = worded(
                "{count} of a council of {members}: count only its own members",
                count=getattr(self, name),
                members=self.members,
            )
            yield Problem(f"$.{name}", "contradiction", sentence)
        if over:
            return
        if took_part > self.members:
            sentence = worded(
                "{present} present and {written} in writing are more than {members} members",
                present=self.present,
                written=self.written,
                members=self.members,
            )
            yield Problem(
                "$.written",
                "contradiction",
                worded("{sentence}: whoever attends gives no opinion in writing", sentence=sentence),
            )
        elif self.present is not None and self.written is not None and self.in_favour > took_part:
            sentence = worded(
                "{in_favour} in favour, and only {took_part} took part: count present and written anew",
                in_favour=self.in_favour,
                took_part=took_part,
            )
            yield Problem("$.in_favour", "contradiction", sentence)


def _of_a_list(decision: Decision, attribute: attrs.Attribute[Any], asked: tuple[str, ...] | None) -> None:
    if asked is not None and decision.groups is None:
        sentence = worded("says which groups the list of groups is whole as to, and there is no list: write groups too")
        raise InputError.one(f"$.{attribute.name}", "contradiction", sentence)


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
    groups_asked: tuple[str, ...] | None = attrs.field(default=None, validator=_of_a_list)
    """The only groups that anybody was asked about: of others that ``groups`` does not name nothing is known."""
    commendation: Commendation | None = None
    unit: str | None = None
    peer_group: str | None = None
    """The officials of the unit with similar duties among whom a quota counts (nhóm có nhiệm vụ tương đồng)."""
    authority: Authority | None = None
    proposed_by: str | None = None
    decided_on: date | None = None
    year: int | None = attrs.field(default=None, validator=YEAR)
    count: int = attrs.field(default=1, validator=AT_LEAST_ONE)
    period: Interval | None = None
    """The achievement period that the decision states; both years included."""
    achievements: tuple[str, ...] | None = None
    """Every achievement that it rewards, each by a name that other decisions on it use too. Absent: not told."""
    grounds: tuple[str, ...] | None = None
    """The ids of the initiatives it used. Absent: not told."""
    ballot: Ballot | None = None
    """The council's vote on it."""
    papers: tuple[str, ...] | None = None
    """Every paper of its dossier, by kind or printed name. Absent: not told."""


@attrs.frozen(kw_only=True)
class StaffRating:
    """The year's rating of one official, or of ``count`` officials where the row stands for several.

    ``decided_on`` is the day of the rating, where the day picks the law.
    """

    rating: Rating
    subject: str | None = None
    unit: str | None = None
    peer_group: str | None = None
    decided_on: date | None = None
    year: int | None = attrs.field(default=None, validator=YEAR)
    count: int = attrs.field(default=1, validator=AT_LEAST_ONE)


class Row(Protocol):
    """A decision or a rating, as far as people are counted."""

    @property
    def subject(self) -> str | None:
        """Who it is; None where the row does not say."""

    @property
    def count(self) -> int:
        """How many the row stands for."""


def persons(rows: Iterable[Row]) -> int:
    """Count people: who is named is counted once, a row that names nobody is ``count`` people seen nowhere else.

    >>> persons([StaffRating(rating="good", subject="A"), StaffRating(rating="good", subject="A")])
    1
    >>> persons([StaffRating(rating="good", count=30), StaffRating(rating="excellent", subject="A")])
    31
    """
    named: dict[str, int] = {}
    unnamed = 0
    for row in rows:
        if row.subject is None:
            unnamed += row.count
        else:
            named[row.subject] = max(row.count, named.get(row.subject, 0))
    return unnamed + sum(named.values())
