"""Two decisions side by side: the achievement, year or initiative they have in common, as far as they tell."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias, get_args

import attrs

from thidua.book.law import Law, Placed
from thidua.decision.givers import one_giver
from thidua.model.award import Award
from thidua.model.decision import Decision
from thidua.model.doubling import Double
from thidua.model.facts import Interval
from thidua.model.provision import Counting
from thidua.model.vocabulary import Commendation
from thidua.text import nfc

Answer: TypeAlias = tuple[bool | None, tuple[str, ...]]
"""Whether something is so, None where it is not known, and the facts that would tell."""
YES: Answer = (True, ())
NO: Answer = (False, ())

_OF_TITLES: Final[tuple[Commendation, ...]] = ("merit", "movement")
"""A title has no kind of commendation: it is given for the year's work, or for a movement."""


@attrs.frozen(eq=False)
class Given:
    """A decision of the batch or from before it, by the name that findings call it."""

    name: str
    decision: Decision
    award: Award

    def lacks(self, key: str) -> str:
        """Name a fact of the decision."""
        return f"{self.name}.{key}"

    @property
    def span(self) -> Interval | None:
        """The years that it is known to reward: its period, else its year."""
        period, year = self.decision.period, self.decision.year
        return period or (None if year is None else Interval(since=year, until=year))


def every(answers: Iterable[Answer]) -> Answer:
    """Join answers: no where one is no, else not known where one is not known."""
    found = [*answers]
    if any(answer is False for answer, _ in found):
        return NO
    missing = tuple(dict.fromkeys(name for _, names in found for name in names))
    return (None, missing) if any(answer is None for answer, _ in found) else YES


def barred(placed: Placed[Double], one: Given, other: Given, law: Law) -> Answer:
    """Say whether an entry of a law bars the two together."""
    entry = placed.entry
    same = one.award.id == other.award.id
    if (entry.pair == "same" and not same) or (entry.pair == "different" and same):
        return NO
    spoken = [_spoken(entry, each) for each in (one, other)]
    if entry.one == "achievement":
        return every([*spoken, one_achievement(one, other)])
    return every([*spoken, _one_year(entry, one, other, law)])


def _spoken(entry: Double, given: Given) -> Answer:
    """Say whether an entry speaks of a decision."""
    if (entry.awards and given.award.id not in entry.awards) or (entry.kinds and given.award.kind not in entry.kinds):
        return NO
    kind = given.decision.commendation
    kinds = (kind,) if kind else _OF_TITLES if given.award.is_title else get_args(Commendation)
    answers = {_speaks(entry, each) for each in kinds}
    answer = answers.pop() if len(answers) == 1 else None
    return answer, () if kind or answer is not None else (given.lacks("commendation"),)


def _speaks(entry: Double, kind: Commendation) -> bool | None:
    if kind in entry.except_commendations:
        return False
    return None if entry.commendations and kind not in entry.commendations else True


def one_achievement(one: Given, other: Given) -> Answer:
    """Say whether two decisions reward one achievement.

    The names that both give tell. Without them, achievements of different kinds of commendation, or of years that do
    not meet, are two; whether others are one is not known.
    """
    named = [each.decision.achievements for each in (one, other)]
    if None not in named:
        return YES if common(named) else NO
    kinds = {one.decision.commendation, other.decision.commendation}
    spans = [each.span for each in (one, other)]
    if (len(kinds) > 1 and None not in kinds) or apart(*spans):
        return NO
    missing = [each.lacks("achievements") for each in (one, other) if each.decision.achievements is None]
    return None, (*missing, *(each.lacks("year") for each in (one, other) if each.span is None))


def common(lists: Iterable[tuple[str, ...] | None]) -> tuple[str, ...]:
    """Return what stands in all of some lists, in order; case and blanks are forgiven, accents are not."""
    found = [{nfc(name).casefold(): nfc(name) for name in names or ()} for names in lists]
    shared = frozenset.intersection(*(frozenset(each) for each in found))
    return tuple(sorted(found[0][name] for name in shared))


def apart(one: Interval | None, other: Interval | None) -> bool:
    """Say whether two stretches of years have no year in common, for all that is known."""
    return one is not None and other is not None and (one.until < other.since or other.until < one.since)


def _one_year(entry: Double, one: Given, other: Given, law: Law) -> Answer:
    """Say whether two decisions are of one year.

    A title given every year is of its achievement year. Which year the bar on any two awards means, that of the
    achievements or that of the decisions, is not known where only one of the two is common.
    """
    years = [each.decision.year for each in (one, other)]
    if None in years:
        return None, tuple(each.lacks("year") for each in (one, other) if each.decision.year is None)
    same = years[0] == years[1]
    if entry.pair == "same":
        return _given_once(one, other, law) if same else NO
    days = [each.decision.decided_on for each in (one, other)]
    decided = {day.year for day in days if day is not None}
    if None in days:
        return YES if same else (None, tuple(each.lacks("decided_on") for each in (one, other) if _undated(each)))
    return YES if same and len(decided) == 1 else (None, ()) if same or len(decided) == 1 else NO


def _given_once(one: Given, other: Given, law: Law) -> Answer:
    """Say whether one authority gave both: each ministry and province gives titles of its own every year.

    Of two givers no text says whether that is once or twice; whether they reward one achievement would tell.
    """
    unsigned = tuple(each.lacks("authority") for each in (one, other) if each.decision.authority is None)
    if unsigned:
        return (None, unsigned) if one.award.level == "ministry-province" else YES
    if not two_givers(one, other, law):
        return YES
    return None, tuple(each.lacks("achievements") for each in (one, other) if each.decision.achievements is None)


def two_givers(one: Given, other: Given, law: Law) -> bool:
    """Say whether both name who gave them, and these are not one for certain."""
    first, second = (each.decision.authority for each in (one, other))
    return first is not None and second is not None and not one_giver(first, second, law)


def _undated(given: Given) -> bool:
    return given.decision.decided_on is None


def initiative_spent(placed: Placed[Counting], one: Given, other: Given) -> Answer:
    """Say whether an initiative that both used was used up by the first of them."""
    titles = one.award.is_title + other.award.is_title
    mixed = placed.entry.once == "initiatives-and-titles" and titles == 1
    if placed.entry.once not in ("initiatives", "initiatives-and-titles") or (titles and not mixed):
        return NO
    return YES if common(each.decision.grounds for each in (one, other)) else NO


def counted_again(placed: Placed[Counting], one: Given, other: Given) -> Answer:
    """Say whether years that grounded a form of commendation ground it again.

    Each is known to reward the years of its period, else its year; how far back the later one looks only its period
    tells. What is no công trạng is no work of whole years: there the achievement itself counts again, or does not.
    """
    if placed.entry.after != "award" or one.award.id != other.award.id or one.award.is_title:
        return NO
    kinds = [each.decision.commendation for each in (one, other)]
    if None not in kinds and kinds[0] != kinds[1]:
        return NO
    unsaid = tuple(each.lacks("commendation") for each in (one, other) if each.decision.commendation is None)
    kind: Answer = (None, unsaid) if unsaid else YES
    spans = [each.span for each in (one, other)]
    if None in spans:
        return None, (*unsaid, *(each.lacks("period") for each in (one, other) if each.span is None))
    if not apart(*spans):
        return kind if "merit" in kinds else every([kind, one_achievement(one, other)])
    later = max((one, other), key=lambda each: each.span.since if each.span else 0)
    return NO if later.decision.period else every([kind, (None, (later.lacks("period"),))])
