"""Which years of a record a finding looked at, along the way that a verdict tells."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.merit.lacking import nearest
from thidua.model.condition import (
    Absent,
    AchievementOf,
    Holds,
    InitiativeOf,
    Leads,
    Run,
    Trained,
    Undisciplined,
)
from thidua.model.dossier import Dossier
from thidua.model.duration import Elapsed, RatedYears
from thidua.model.finding import Finding, Outcome
from thidua.model.provision import Clause

Years = tuple[int, int]
"""A first and a last year, both included."""


def looked_at(tree: Finding, dossier: Dossier) -> Iterator[tuple[Finding, Years]]:
    """Yield the leaves of the way that is told, each with the years it looked at; others are left out.

    Of a choice the way is the first that is met, or else the nearest (:func:`thidua.merit.lacking.nearest`).

    Args:
        tree: the findings of a verdict.
        dossier: its dossier.
    """
    yield from _way(tree, dossier, None)


def _way(tree: Finding, dossier: Dossier, window: Years | None) -> Iterator[tuple[Finding, Years]]:
    if not tree.children:
        years = _years(tree, dossier, window)
        if years is not None:
            yield tree, years
    elif tree.about.choice:
        met = [child for child in tree.children if child.outcome is Outcome.MET]
        yield from _way(met[0] if met else nearest(tree.children), dossier, window)
    else:
        runs = [child.have for child in tree.children if child.code.endswith("/run") and child.have]
        for child in tree.children:
            yield from _way(child, dossier, runs[0] if runs else window)


def _years(leaf: Finding, dossier: Dossier, window: Years | None) -> Years | None:
    """Return the years a leaf looked at; None where it asks nothing of years."""
    subject, need, last = leaf.about.subject, leaf.need, dossier.year
    if isinstance(need, Run):
        return window or (last + 1 - need.years, last)
    if isinstance(need, Holds) and need.consecutive is not None:
        end = last - need.lag
        return end - (need.consecutive - 1) * need.spacing, end
    if isinstance(need, Elapsed):
        return last - need.years, last
    if isinstance(need, Holds | InitiativeOf | AchievementOf | RatedYears):
        return _when(need.when, dossier, window)
    if isinstance(need, Undisciplined | Absent | Trained | Leads):
        return last, last
    rated = isinstance(subject, Clause) and subject.condition[0] == "rated"
    return (last, last) if rated else None


def _when(when: str, dossier: Dossier, window: Years | None) -> Years:
    if when == "year" or (when == "window" and window is None):
        return dossier.year, dossier.year
    if when == "window" and window is not None:
        return window
    on_record = [*(each.year for each in dossier.years), *(each.year for each in dossier.awards)]
    return min(*on_record, dossier.began or dossier.year, dossier.year), dossier.year
