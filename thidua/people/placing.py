"""Whether a row stands in a line or a column: yes, no, or not known for want of a fact."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from typing import Any, Final, NamedTuple, get_args

from thidua.model.award import Award
from thidua.model.decision import Decision
from thidua.model.form import Band, Counted
from thidua.model.movement import Movement
from thidua.model.staff import Official, Section
from thidua.model.vocabulary import Proposer, RecipientGroup
from thidua.people.layouts import Layout, Part

Row = Decision | Movement | Section | Official
"""What forms are made from."""
Facts = Mapping[str, Any]
"""What a row shows, by the key of its JSON; None: not known."""
NOBODY: Final = ""
"""The class of whoever can have none: known, and none of the words."""
_FACTS: Final[Mapping[str, str]] = {
    "recipients": "recipient",
    "classes": "class",
    "commendations": "commendation",
    "proposers": "proposed_by",
    "launchers": "launched_by",
    "scopes": "scope",
    "manners": "manner",
    "sections": "kind",
    "education": "education",
    "sexes": "sex",
}
"""The fact that each key of words looks at."""
_OF_OFFICIALS: Final = ("sex", "age", "education", "years")
_PROPOSERS: Final = frozenset[str](get_args(Proposer))
_FORM_GROUPS: Final = frozenset[str](get_args(RecipientGroup))


class Stands(NamedTuple):
    """Whether a row stands there; None: not known, for want of the facts ``missing``."""

    truth: bool | None
    missing: frozenset[str] = frozenset()

    def __and__(self, other: Stands) -> Stands:
        """Both: a no settles it, whatever is not known of the other."""
        if self.truth is False or other.truth is False:
            return NO
        missing = self.missing | other.missing
        return Stands(None if missing else True, missing)


YES: Final = Stands(truth=True)
NO: Final = Stands(truth=False)


Test = tuple[tuple[str, Callable[[Any], bool]], ...]
"""What is asked: facts, and what each must be."""


def asking(asked: Counted, others: tuple[Counted, ...] = ()) -> Test:
    """Return what is asked of whoever a line or a column counts; ``others`` is what the other columns count."""
    return tuple(_questions(asked, others))


def stands(test: Test, facts: Facts) -> Stands:
    """Hold a row's facts against what is asked; a no settles it, whatever is not known of the rest."""
    missing = []
    for fact, fits in test:
        value = facts[fact]
        if value is None:
            missing.append(fact)
        elif not fits(value):
            return NO
    return Stands(None, frozenset(missing)) if missing else YES


def _questions(asked: Counted, others: tuple[Counted, ...]) -> Iterator[tuple[str, Callable[[Any], bool]]]:
    for name, fact in _FACTS.items():
        if words := getattr(asked, name):
            yield fact, frozenset(words).__contains__
    if asked.groups:
        yield "groups", lambda groups: not groups.isdisjoint(asked.groups)
    if asked.levels:
        yield "award", lambda award: award.level in asked.levels
    if asked.kinds or asked.awards:
        yield "award", lambda award: named(asked, award)
    if asked.others:
        yield "award", lambda award: not any(named(other, award) for other in others)
    if asked.years is not None:
        yield "years", partial(within, asked.years)
    if asked.ages is not None:
        yield "age", partial(within, asked.ages)


def named(asked: Counted, award: Award) -> bool:
    """Say whether a column names an award, by its kind or its id."""
    return award.kind in asked.kinds or award.id in asked.awards


def within(band: Band, value: int | Fraction) -> bool:
    """Say whether a number of years lies within a band.

    >>> within(Band(at_least=1, below=3), Fraction(3)), within(Band(above=60), 61)
    (False, True)
    """
    return (
        (band.at_least is None or value >= band.at_least)
        and (band.above is None or value > band.above)
        and (band.at_most is None or value <= band.at_most)
        and (band.below is None or value < band.below)
    )


def asked_by(layout: Layout, code: str) -> Test:
    """Return what a numbered column asks, whoever it went to."""
    beside = tuple(other.counts for number, other in layout.columns.items() if number != code)
    return asking(layout.columns[code].counts, beside)


def under(layout: Layout, part: Part) -> Test:
    """Return what is asked of whoever stands under a column of a form."""
    column = layout.columns[part.column]
    recipients = (part.recipient,) if part.recipient else column.recipients if column.split else ()
    narrowed = Counted(awards=(part.award,) if part.award else (), recipients=recipients)
    return asked_by(layout, part.column) + asking(narrowed)


def _groups(row: Decision) -> frozenset[str] | None:
    """Return a row's groups; None where it does not tell of every group that a form counts."""
    groups = frozenset(row.groups or ())
    asked = _FORM_GROUPS if row.groups_asked is None else frozenset(row.groups_asked)
    return groups if row.groups is not None and groups | asked >= _FORM_GROUPS else None


def facts_of(row: Row, award: Award | None) -> Facts:
    """Return what a row shows of what forms ask.

    An individual's class may be unknown, a household has none. A proposer that is neither of the law's two words (a
    printed name) is not known to be either.
    """
    if isinstance(row, Decision):
        return {
            "award": award,
            "recipient": row.recipient,
            "class": row.official_class if row.recipient == "individual" else NOBODY,
            "groups": _groups(row),
            "commendation": row.commendation,
            "proposed_by": row.proposed_by if row.proposed_by in _PROPOSERS else None,
        }
    names = {Movement: ("launched_by", "scope", "manner", "years"), Section: ("kind",)}
    asked = next((found for kind, found in names.items() if isinstance(row, kind)), _OF_OFFICIALS)
    return {name: getattr(row, name) for name in asked}
