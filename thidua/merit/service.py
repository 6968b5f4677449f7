"""Time served and time in posts: stretches of days, added up or unbroken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import attrs

from thidua.merit.measures import MET, NOT_MET, UNKNOWN, Measure, Shown, Window
from thidua.model.dossier import Dossier
from thidua.model.duration import InPost, Served
from thidua.model.facts import NOT_SAID, Service
from thidua.model.time import full_months

AWAY = frozenset({"international"})
"""Activities that count like duty in hardship, where the text says so ("hoặc làm nhiệm vụ quốc tế")."""
IN_FORCE = ("duty", "international")
"""Activities of the forces; every other is a civil one."""


@attrs.frozen
class _Spell:
    """A stretch of days that counts ``weight`` times; ``end`` is the first day after it."""

    since: date
    end: date
    weight: int = 1


@attrs.frozen
class _Reckoned:
    """A length in months known between two bounds (None: no time at all).

    ``whole``: all of the list is on record, else time not listed may make it ``most`` (None: any length); ``missing``:
    what would tell more.
    """

    sure: int | None
    possible: int | None
    whole: bool
    most: int | None
    missing: tuple[str, ...]

    def judge(self, least: int, below: int | None) -> Shown:
        """Judge by months: at least ``least``, and less than ``below``."""
        have = None if self.sure is None else self.sure // 12
        too_long = below is not None and _reaches(self.sure, below)
        may_be_too_long = below is not None and (_reaches(self.possible, below) or not self.whole)
        unlisted = not self.whole and (self.most is None or self.most >= least)
        if too_long or not (unlisted or _reaches(self.possible, least)):
            return NOT_MET, have, ()
        if _reaches(self.sure, least) and not may_be_too_long:
            return MET, have, ()
        return UNKNOWN, have, self.missing


def served(leaf: Served) -> Measure:
    """Reckon time of service."""

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        sure, possible = (_reckon(leaf, dossier, generous=generous) for generous in (False, True))
        possible = None if possible is None else max(possible, sure or 0)  # cut into other pieces it may lose days
        whole = dossier.complete_ever("service")
        missing = [gap for item in dossier.service for gap in _gaps(item, leaf)]
        most = _since_joined(_today(leaf, dossier), leaf.factor, dossier)
        found = _Reckoned(sure, possible, whole, most, _or_all(missing, "service", whole=whole))
        return found.judge(12 * leaf.years, None if leaf.below is None else 12 * leaf.below)

    return measure


def in_post(leaf: InPost) -> Measure:
    """Reckon the time in posts of the groups asked; time in several at once counts once."""

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        asked = [item for item in dossier.posts if item.post in leaf.posts]
        spells = (
            [_Spell(item.since, _end(item.until, dossier.proposal_day, generous=generous)) for item in asked]
            for generous in (False, True)
        )
        sure, possible = (_longest((each for each in some if each.since < each.end), joined=False) for some in spells)
        whole = dossier.complete_ever("posts")
        missing = [f"posts[{item.since}].until" for item in asked if item.until == NOT_SAID]
        most = _since_joined(dossier.proposal_day, 1, dossier)
        found = _Reckoned(sure, possible, whole, most, _or_all(missing, "posts", whole=whole))
        return found.judge(leaf.months, leaf.below)

    return measure


def _since_joined(today: date, factor: int, dossier: Dossier) -> int | None:
    """Return the most months there can be since the subject's record began; None where that is not known."""
    if dossier.joined is None or dossier.joined > today:
        return None
    return factor * (full_months(dossier.joined, today)[0] + 1)


def _reckon(leaf: Served, dossier: Dossier, *, generous: bool) -> int | None:
    counted = (_counted(item, leaf, dossier, generous=generous) for item in dossier.service)
    return _longest((spell for spell in counted if spell is not None), joined=leaf.continuous)


def _or_all(missing: Iterable[str], what: str, *, whole: bool) -> tuple[str, ...]:
    """Return the gaps found, and the list itself where it is not all on record or nothing else would tell."""
    found = tuple(dict.fromkeys(missing))
    return found if whole and found else (*found, what)


def _fits(item: Service, leaf: Served, *, generous: bool) -> bool:
    """Say whether a stretch is of the service asked; what it does not say counts where one is generous."""
    for have, wanted in ((item.force, leaf.forces), (_activity(item), leaf.activities)):
        # Who says what else he does is in no force: only what says neither may be either.
        unsaid = have is None and item.activity in (None, *IN_FORCE)
        if wanted and have not in wanted and not (generous and unsaid):
            return False
    return not leaf.hardship or _away(item, leaf, generous=generous)


def _activity(item: Service) -> str | None:
    """Return the activity; whoever serves in a force and says no more is on its duty."""
    return "duty" if item.activity is None and item.force is not None else item.activity


def _away(item: Service, leaf: Served, *, generous: bool) -> bool:
    """Say whether it is duty in hardship: at sea, on islands, in difficult areas, on a mission; or at the border."""
    said = (item.hardship, item.border) if leaf.border else (item.hardship,)
    return (item.activity in AWAY and not leaf.home) or any(said) or (generous and None in said)


def _counted(item: Service, leaf: Served, dossier: Dossier, *, generous: bool) -> _Spell | None:
    end = _end(item.until, _today(leaf, dossier), generous=generous)
    if item.since >= end or not _fits(item, leaf, generous=generous):
        return None
    return _Spell(item.since, end, leaf.factor if _away(item, leaf, generous=generous) else 1)


def _gaps(item: Service, leaf: Served) -> Iterator[str]:
    """Yield what a stretch that may count does not say."""
    if not _fits(item, leaf, generous=True):
        return
    where = f"service[{item.since}]"
    if item.until == NOT_SAID:
        yield f"{where}.until"
    if (leaf.hardship or leaf.factor > 1) and not _away(item, leaf, generous=False):
        yield from (f"{where}.{key}" for key in ("hardship", "border") if _unsaid(item, leaf, key))
    if item.force is None and leaf.forces:
        yield f"{where}.force"
    if _activity(item) is None and leaf.activities:
        yield f"{where}.activity"


def _unsaid(item: Service, leaf: Served, key: str) -> bool:
    return getattr(item, key) is None and (key != "border" or leaf.border)


def _today(leaf: Served, dossier: Dossier) -> date:
    """Return the day on which time is reckoned: the day of the proposal, or the one the law names if it is earlier."""
    return min(leaf.by or dossier.proposal_day, dossier.proposal_day)


def _end(until: date | None, today: date, *, generous: bool) -> date:
    """Return the first day after a stretch, as far as it lies before that day; unsaid, it may be that day or none.

    The day itself is not served yet: who joined twenty years before to the day has twenty full years on it.
    """
    if until == NOT_SAID:
        return today if generous else date.min
    return today if until is None else min(until, today)


def _longest(spells: Iterable[_Spell], *, joined: bool) -> int | None:
    """Add up stretches in months: the longest unbroken chain of them if ``joined``, else all; None where none is."""
    chains: list[list[_Spell]] = []
    reach = date.min
    for spell in sorted(spells, key=lambda each: (each.since, each.end)):
        gap = spell.since - reach if chains else timedelta.max
        if gap == timedelta(days=1):  # "until" written as the last day, not the first after it: no break
            chains[-1].append(_Spell(reach, spell.since))
        elif not chains or (joined and gap > timedelta(0)):
            chains.append([])
        chains[-1].append(spell)
        reach = max(reach, spell.end)
    return max(map(_months, chains), default=None)


def _months(chain: list[_Spell]) -> int:
    """Reckon a chain by the calendar: full months, and thirty-one of the days left over as one more.

    A day under several stretches counts once, as often as the heaviest of them says: once for all, and again for what
    lies in hardship. Stretches that meet are put together first, so that how a career is cut into records does not
    matter. Thirty-one, because a shorter month would let a day that is missing pass for there.
    """
    again = max(spell.weight for spell in chain) - 1
    heavy = [spell for spell in chain if spell.weight > 1]
    lengths = [(1, *full_months(*ends)) for ends in _united(chain)]
    lengths += [(again, *full_months(*ends)) for ends in _united(heavy)]
    return sum(times * months for times, months, _ in lengths) + sum(times * days for times, _, days in lengths) // 31


def _united(spells: Iterable[_Spell]) -> Iterator[tuple[date, date]]:
    """Put stretches together that meet or overlap."""
    since = reach = None
    for spell in sorted(spells, key=lambda each: each.since):
        if reach is not None and since is not None and spell.since > reach:
            yield since, reach
            since = reach = None
        since = since or spell.since
        reach = spell.end if reach is None else max(reach, spell.end)
    if since is not None and reach is not None:
        yield since, reach


def _reaches(length: int | None, months: int) -> bool:
    return length is not None and length >= months
