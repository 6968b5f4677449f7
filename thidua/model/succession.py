"""What became of collectives: merged, renamed, split or abolished, as a table of the caller's tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import product
from typing import Literal, TypeAlias

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.model import succeeding

Body: TypeAlias = tuple[str, int | None]
"""A collective by its name and the change that made it; None: it was there before every change of the table."""


@attrs.frozen(kw_only=True)
class Change:
    """One thing that happened to collectives on one day.

    Which history goes on no law says: the table does, or it is UNKNOWN. A collective renamed is the same one, and an
    abolished one has no successor.

    Attributes:
        kind: ``merged`` (several into one; the new one may keep the name of one of them), ``renamed``, ``split`` (one
            into several; one of them may keep its name) or ``abolished``.
        on: the first day of the new state.
        old: ids or names of those that were; in a file one of them may stand alone.
        new: ids or names of those that came; in a file one of them may stand alone.
        keeps: whose history goes on: of those merged, the ones whose history is the new one's; of those that a split
            made, the ones that go on with the old one's. An empty list: nobody's. Absent: nobody has said.
    """

    kind: Literal["merged", "renamed", "split", "abolished"]
    on: date
    old: tuple[str, ...]
    new: tuple[str, ...] = ()
    keeps: tuple[str, ...] | None = None

    def __attrs_post_init__(self) -> None:
        problems = [*succeeding.of_one(self)]
        if problems:
            raise InputError(problems)

    def links(self) -> Iterator[tuple[str, str, bool | None]]:
        """Yield who came of whom, and whether the history went on; None where nobody has said."""
        for old, new in product(self.old, self.new):
            heir = old if self.kind == "merged" else new
            yield old, new, self.kind == "renamed" or (None if self.keeps is None else heir in self.keeps)


@attrs.frozen
class Line:
    """Whether one collective's history is another's: ``goes_on`` None where the changes ``unsaid`` do not say."""

    goes_on: bool | None
    unsaid: frozenset[int] = frozenset()


@attrs.frozen(slots=False)
class Succession:
    """A table of changes; rows of which two say the same, or which no order of days allows, are refused.

    Raises:
        InputError: a collective that ends or begins twice, names that change in a circle on one day.

    >>> merged = Change(kind="merged", on=date(2025, 7, 1), old=("Sở A", "Sở B"), new=("Sở C",), keeps=("Sở A",))
    >>> table = Succession((merged,))
    >>> before, after = date(2024, 12, 31), date(2025, 12, 31)
    >>> [table.same(old, before, "Sở C", after).goes_on for old in ("Sở A", "Sở B")]
    [True, False]
    """

    changes: tuple[Change, ...] = ()

    def __attrs_post_init__(self) -> None:
        problems: list[Problem] = [*succeeding.in_circles(self.changes), *self._twice()]
        if problems:
            raise InputError(problems)

    def made_on(self, body: Body) -> date | None:
        """Return the day on which a collective began, if the table tells."""
        return None if body[1] is None else self.changes[body[1]].on

    def ended_on(self, body: Body) -> date:
        """Return the day on which a collective ended; far in the future where the table does not tell."""
        ends = self._ended.get(body)
        return date.max if ends is None else self.changes[ends].on

    def body(self, name: str, day: date) -> Body:
        """Return the collective of this name on a day."""
        made = [index for index in self._making.get(name, ()) if self.changes[index].on <= day]
        return name, made[-1] if made else None

    def family(self, name: str) -> str:
        """Return one name for all that are joined by changes, whosever history goes on."""
        return self._families.get(name, name)

    def before(self, body: Body) -> Mapping[Body, Line]:
        """Return every collective that one came of, near or far, and whether its history went on."""
        return self._before.get(body, {})

    def same(self, one: str, day: date | None, other: str, other_day: date | None) -> Line:
        """Say whether two names, each on its day, are one line of history: the same, or one goes on in the other.

        Without a day it is not known which collective of the name is meant, where there were several.
        """
        found = [self._related(*pair) for pair in product(self._meant(one, day), self._meant(other, other_day))]
        answers = {each.goes_on for each in found}
        unsaid = frozenset[int]().union(*(each.unsaid for each in found))
        return Line(answers.pop() if len(answers) == 1 else None, unsaid)

    def _related(self, one: Body, other: Body) -> Line:
        if one == other:
            return Line(goes_on=True)
        return self.before(other).get(one) or self.before(one).get(other) or Line(goes_on=False)

    def _meant(self, name: str, day: date | None) -> list[Body]:
        if day is not None:
            return [self.body(name, day)]
        made: list[Body] = [(name, index) for index in self._making.get(name, ())]
        first: Body = (name, None)
        return made if made and first not in self._ended else [first, *made]

    @cached_property
    def _ordered(self) -> list[int]:
        return sorted(range(len(self.changes)), key=lambda index: self.changes[index].on)

    @cached_property
    def _making(self) -> dict[str, list[int]]:
        """The changes that made a collective of each name, in order of days."""
        found: dict[str, list[int]] = {}
        for index in self._ordered:
            for name in self.changes[index].new:
                found.setdefault(name, []).append(index)
        return found

    def _until(self, name: str, index: int) -> Body:
        """Return the collective of this name until a change."""
        made = [each for each in self._making.get(name, ()) if self.changes[each].on < self.changes[index].on]
        return name, made[-1] if made else None

    @cached_property
    def _ended(self) -> dict[Body, int]:
        """The change that ended each collective."""
        return {self._until(name, index): index for index in self._ordered for name in self.changes[index].old}

    @cached_property
    def _before(self) -> dict[Body, dict[Body, Line]]:
        found: dict[Body, dict[Body, Line]] = {}
        for index in self._ordered:
            for name, made, goes_on in self.changes[index].links():
                old = self._until(name, index)
                lines = found.setdefault((made, index), {})
                unsaid = frozenset({index}) if goes_on is None else frozenset[int]()
                lines[old] = Line(goes_on, unsaid)
                for far, line in found.get(old, {}).items():
                    lines[far] = _both(line, lines[old])
        return found

    @cached_property
    def _families(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for change in self.changes:
            names = (*change.old, *change.new)
            joined = {found.get(name, name) for name in names}
            first = min(joined)
            found.update(dict.fromkeys(names, first))
            found.update({name: first for name, root in found.items() if root in joined})
        return found

    def _twice(self) -> Iterator[Problem]:
        """Find collectives that end twice, or begin while one of their name is there."""
        ended: dict[Body, int] = {}
        for index in self._ordered:
            for name in self.changes[index].old:
                body = self._until(name, index)
                if body in ended:
                    sentence = worded(
                        "{name!r} has ended already, by row {row}; give each change once", name=name, row=ended[body]
                    )
                    yield Problem(f"$[{index}].old", "duplicate", sentence)
                ended.setdefault(body, index)
            for name in self.changes[index].new:
                if self._taken(name, index):
                    sentence = worded(
                        "{name!r} is there already; put what was merged into it in one row, itself too", name=name
                    )
                    yield Problem(f"$[{index}].new", "duplicate", sentence)

    def _taken(self, name: str, index: int) -> bool:
        """Say whether a collective of the name is there on the day on which a change makes another."""
        day, body = self.changes[index].on, self._until(name, index)
        if any(self.changes[each].on == day for each in self._making[name] if each < index):
            return True
        ends = self._ended.get(body)
        return body[1] is not None and (ends is None or self.changes[ends].on > day)


def _both(one: Line, other: Line) -> Line:
    """Join two steps of a line: it goes on where both do."""
    if False in (one.goes_on, other.goes_on):
        return Line(goes_on=False)
    return Line(True if one.goes_on and other.goes_on else None, one.unsaid | other.unsaid)
