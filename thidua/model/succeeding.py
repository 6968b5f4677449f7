"""What cannot be true of changes of collectives, one by one and together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Protocol

from thidua.errors import Problem, worded
from thidua.model.bounds import YEAR

_NUMBERS: Final[Mapping[str, tuple[str, str]]] = {
    "merged": ("several", "one"),
    "renamed": ("one", "one"),
    "split": ("one", "several"),
    "abolished": ("any", "none"),
}
"""How many there were and how many came, by the kind of the change."""
_FITS: Final = {
    "none": lambda number: number == 0,
    "one": lambda number: number == 1,
    "several": lambda number: number > 1,
    "any": lambda number: number > 0,
}
_MUCH: Final = {
    "none": worded("none"),
    "one": worded("one"),
    "several": worded("several"),
    "any": worded("at least one"),
}


class Changed(Protocol):
    """A change, as far as it is checked here."""

    @property
    def kind(self) -> str:
        """What happened."""

    @property
    def on(self) -> date:
        """The day."""

    @property
    def old(self) -> tuple[str, ...]:
        """Those that were."""

    @property
    def new(self) -> tuple[str, ...]:
        """Those that came."""

    @property
    def keeps(self) -> tuple[str, ...] | None:
        """Whose history goes on."""


def of_one(change: Changed) -> Iterator[Problem]:
    """Find what one change cannot say."""
    if fault := YEAR.fault(change.on.year):
        yield Problem("$.on", "out-of-range", fault)
    for key, wanted in zip(("old", "new"), _NUMBERS[change.kind], strict=True):
        names: tuple[str, ...] = getattr(change, key)
        if not _FITS[wanted](len(names)):
            sentence = worded(
                "of what is {kind} the key {key!r} names {much}, not {number}",
                kind=change.kind,
                key=key,
                much=_MUCH[wanted],
                number=len(names),
            )
            yield Problem(f"$.{key}", "wrong-number", sentence)
        if len({*names}) < len(names) or "" in names:
            yield Problem(f"$.{key}", "duplicate", worded("names each collective once, by a name that is not empty"))
    if change.kind == "renamed" and change.old == change.new:
        yield Problem("$.new", "circle", worded("the new name is the old one; leave the row out"))
    if change.keeps is None:
        return
    if change.kind in ("renamed", "abolished"):
        sentence = worded("goes with merged and split: who is renamed is the same, who is abolished has no successor")
        yield Problem("$.keeps", "too-much", sentence)
        return
    known = change.old if change.kind == "merged" else change.new
    for name in change.keeps:
        if name not in known:
            yield Problem(
                "$.keeps", "unknown-name", worded("{name!r} is none of {names}", name=name, names=", ".join(known))
            )


def in_circles(changes: Sequence[Changed]) -> Iterator[Problem]:
    """Find names that become one another on one day: no order of the changes would do."""
    days: dict[date, list[int]] = {}
    for index, change in enumerate(changes):
        days.setdefault(change.on, []).append(index)
    for indices in days.values():
        steps: dict[str, set[str]] = {}
        for index in indices:
            for old in changes[index].old:
                steps.setdefault(old, set()).update(name for name in changes[index].new if name != old)
        for index in indices:
            told = [name for name in changes[index].old if name in _reached(name, steps)]
            for name in told:
                sentence = worded(
                    "{name!r} becomes itself again on {on}; give the day of each change",
                    name=name,
                    on=changes[index].on,
                )
                yield Problem(f"$[{index}].new", "circle", sentence)


def _reached(name: str, steps: Mapping[str, set[str]]) -> set[str]:
    """Return the names that one becomes, in any number of steps."""
    found: set[str] = set()
    ahead = [*steps.get(name, ())]
    while ahead:
        step = ahead.pop()
        if step not in found:
            found.add(step)
            ahead += steps.get(step, ())
    return found
