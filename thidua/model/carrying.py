"""A collective's awards carried over to the one that came of it, as far as the caller's table says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from importlib import import_module

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.model.dossier import NEVER, Dossier
from thidua.model.facts import AwardRecord
from thidua.model.succession import Body, Line, Succession


@attrs.frozen(kw_only=True)
class CarriedOver:
    """A dossier with the awards of those whose history it continues, and what that rests on.

    Attributes:
        dossier: with the awards; its list of them complete only from the year from which none can be missing.
        carried: the awards, each with the name of who held it.
        left: those whose history does not go on, by name.
        unsaid: those of whom the table does not say whose history goes on, by name: nothing of theirs is carried.
        absent: those whose history goes on, or may, and of whom no dossier was given.
        founded_left_out: the day of founding was that of the change: whether the age counts from it is not known.
    """

    dossier: Dossier
    carried: tuple[tuple[str, AwardRecord], ...] = ()
    left: tuple[str, ...] = ()
    unsaid: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    founded_left_out: bool = False

    def explain(self, locale: str = "vi") -> str:
        """Tell what was carried over, and what was not and why, in Vietnamese (``"vi"``) or English (``"en"``).

        Raises:
            UnknownTerm: a language that is not there.
        """
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.doubles").carried_over(self, locale)
        return text


def carry_over(dossier: Dossier, earlier: Iterable[Dossier], succession: Succession) -> CarriedOver:
    """Carry over to a collective's dossier the awards of those it came of.

    No law says whose history goes on after a merger or a split: the table says, and where it does not nothing is
    carried and the record is incomplete up to the change, so that an answer resting on it is UNKNOWN. Awards alone are
    carried: ratings, members and discipline are those of the collective that had them.

    Args:
        dossier: of the collective that came of others; ``subject.id`` names it as the table does.
        earlier: dossiers of those it came of, named so too. Only one of the year in which it ended, or later, shows
            that nothing is missing.
        succession: what became of them.

    Raises:
        InputError: a dossier without ``subject.id``; two of one collective; one of which by the table nothing came.

    >>> from thidua.model.facts import Subject
    >>> from thidua.model.succession import Change
    >>> merged = Change(kind="merged", on=date(2025, 7, 1), old=("Sở A", "Sở B"), new=("Sở C",), keeps=("Sở A",))
    >>> old, new = (Subject(kind="collective", id=name) for name in ("Sở A", "Sở C"))
    >>> flag = AwardRecord(award="co-thi-dua-cua-chinh-phu", year=2024)
    >>> before = Dossier(subject=old, year=2024, awards=(flag,))
    >>> found = carry_over(Dossier(subject=new, year=2025), [before], Succession((merged,)))
    >>> [(name, award.year) for name, award in found.carried], found.dossier.awards == (flag,)
    ([('Sở A', 2024)], True)
    >>> print(found.explain("en"))
    carried over from Sở A: Emulation Flag of the Government, 2024
    the record of Sở B is not carried over
    """
    own = _body(dossier, succession, "$")
    made, lines = succession.made_on(own), succession.before(own)
    records = _records(earlier, lines, succession)
    kept = [body for body, line in lines.items() if line.goes_on and body in records]
    unsaid = [body for body, line in lines.items() if line.goes_on is None]
    absent = [body for body, line in lines.items() if line.goes_on and body not in records]
    if made is None or not (kept or unsaid or absent):
        return CarriedOver(dossier=dossier, left=tuple(name for name, _ in lines))
    carried = tuple((body[0], award) for body in kept for award in records[body].awards)
    whole = not (unsaid or absent) and all(succession.ended_on(body).year <= records[body].year for body in kept)
    late = dossier.founded is not None and dossier.founded >= made
    complete = {name: year for name, year in dossier.complete.items() if year < NEVER}
    since = _complete(dossier, [records[body] for body in kept] if whole else [], made)
    return CarriedOver(
        dossier=attrs.evolve(
            dossier,
            awards=(*dossier.awards, *(award for _, award in carried)),
            known_from={**complete, "awards": since} if since < NEVER else complete,
            founded=None if late else dossier.founded,
        ),
        carried=carried,
        left=tuple(name for (name, _), line in lines.items() if line.goes_on is False),
        unsaid=tuple(name for name, _ in unsaid),
        absent=tuple(name for name, _ in absent),
        founded_left_out=late,
    )


def _complete(dossier: Dossier, before: list[Dossier], made: date) -> int:
    """Return the first year from which no award can be missing; ``before`` empty where what came before may lack."""
    own = dossier.complete["awards"]
    fresh = made.year + (made > date(made.year, 1, 1))
    if own > made.year or not before:
        return max(own, fresh)
    return min(fresh, max(each.complete["awards"] for each in before))


def _body(dossier: Dossier, succession: Succession, path: str) -> Body:
    if dossier.subject.id is None:
        sentence = worded("say who it is, by the name that the table of changes uses")
        raise InputError.one(f"{path}.subject.id", "missing", sentence)
    return succession.body(dossier.subject.id, dossier.proposal_day)


def _records(earlier: Iterable[Dossier], lines: Mapping[Body, Line], succession: Succession) -> dict[Body, Dossier]:
    found: dict[Body, Dossier] = {}
    problems: list[Problem] = []
    for index, each in enumerate(earlier):
        path = f"$[{index}]"
        body = _body(each, succession, path)
        if body in found:
            problems.append(
                Problem(
                    f"{path}.subject.id", "duplicate", worded("two dossiers of {name!r}: keep the latest", name=body[0])
                )
            )
        elif body not in lines:
            told = worded(
                "by the table this one did not come of {name!r} as it was on {day}", name=body[0], day=each.proposal_day
            )
            sentence = worded("{told}; say when it was received, or leave it out", told=told)
            problems.append(Problem(f"{path}.subject.id", "not-before", sentence))
        found[body] = each
    if problems:
        raise InputError(problems)
    return found
