"""How many years a standard not met is off, at the least: until then it need not be asked about again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from thidua.merit.measures import PENDING
from thidua.model.condition import Holds, Run
from thidua.model.duration import Aged, Served
from thidua.model.finding import Finding

FOR_EVER: Final = 1000


def years_short(finding: Finding) -> int:
    """Return a number of years before which a finding cannot be met, whatever is achieved; 0 if it is met.

    Nothing but time is counted, a year for a year; what is left out makes the number smaller.
    """
    if finding.outcome >= PENDING:
        return 0
    if not finding.children:
        return _leaf(finding)
    short = [years_short(child) for child in finding.children]
    if finding.about.choice:
        return min(short)
    return max(*short, _behind_award(finding))


def _behind_award(finding: Finding) -> int:
    """Return how long a run must be that can begin only after an award that is not held yet."""
    asked = finding.need
    waits = isinstance(asked, Run) and asked.follows and asked.after is not None
    return asked.years if waits and finding.children[0].outcome < PENDING else 0


def _leaf(finding: Finding) -> int:
    """Return how far a leaf is off: a year at the least."""
    need, have = finding.need, finding.have
    for kind, short in _SHORT.items():
        if isinstance(need, kind) and not finding.about.negated:
            return max(1, int(short(need, have)))
    return 1


def _run(need: Run, have: Any) -> int:
    # Where the years count from a decision, a run shows nothing until all of them have passed since that day.
    if need.anywhere or (have is None and need.after is not None and need.follows):
        return 1
    return need.years - (have[1] - have[0] + 1 if have else 0)


def _holds(need: Holds, have: Any) -> int:
    """Of one award there is one a year; two awards that count together may come in one."""
    if need.consecutive is None or need.anywhere or need.lag or not isinstance(have, tuple):
        return 1
    return need.consecutive - len(have)


def _served(need: Served, have: Any) -> int:
    return (need.years - (have if isinstance(have, int) else 0)) // (2 * need.factor)


def _aged(need: Aged, have: Any) -> int:
    return need.years - have - 1 if need.years is not None and isinstance(have, int) else 1


_SHORT: Final[dict[type, Callable[[Any, Any], int]]] = {Run: _run, Holds: _holds, Served: _served, Aged: _aged}
