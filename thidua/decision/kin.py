"""Which decisions are one subject's: as their rows name it, or as the changes of collectives join them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from thidua.decision.pairs import YES, Answer, Given
from thidua.model.decision import Decision
from thidua.model.succession import Succession


def met(
    old: Sequence[Given], new: Sequence[Given], succession: Succession | None
) -> Iterator[tuple[Given, Given, Answer]]:
    """Yield the pairs that are one subject's, or may be: as the rows name it, or by the changes of collectives."""
    groups: dict[tuple[str, str], tuple[list[Given], list[Given]]] = {}
    for kept, rows in enumerate((old, new)):
        for row in rows:
            subject = row.decision.subject
            if subject is not None:
                changed = succession is not None and row.decision.recipient == "collective"
                name = succession.family(subject) if succession and changed else subject
                groups.setdefault((row.decision.recipient, name), ([], []))[kept].append(row)
    for (recipient, _), (before, batch) in groups.items():
        pairs = [*((one, other) for one in before for other in batch), *combinations(batch, 2)]
        for one, other in pairs:
            kin = _kin(one, other, succession) if succession and recipient == "collective" else YES
            if kin[0] is not False:
                yield one, other, kin


def _kin(one: Given, other: Given, succession: Succession) -> Answer:
    days = [_day(each.decision) for each in (one, other)]
    names = [str(each.decision.subject) for each in (one, other)]
    line = succession.same(names[0], days[0], names[1], days[1])
    unsaid = [f"succession[{index}].keeps" for index in sorted(line.unsaid)]
    undated = [each.lacks("decided_on") for each, day in zip((one, other), days, strict=True) if day is None]
    return line.goes_on, tuple(unsaid or undated) if line.goes_on is None else ()


def _day(decision: Decision) -> date | None:
    return decision.decided_on or (None if decision.year is None else date(decision.year, 12, 31))
