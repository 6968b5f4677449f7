"""A run of years: the award that opens it, its length, and what it must contain."""

from __future__ import annotations

import attrs

from thidua.merit.combine import Judge, leaf, least
from thidua.merit.measures import NOT_MET, UNKNOWN, Window, between
from thidua.merit.years import IsTitle, holds, opened, unbroken
from thidua.model.condition import Run
from thidua.model.dossier import NEVER, Dossier
from thidua.model.finding import About, Finding
from thidua.model.vocabulary import Commendation


def run_of(
    about: About, asked: Run, within: Judge | None, is_title: IsTitle, excluded: frozenset[Commendation]
) -> Judge:
    """Judge a run by its parts: ``<clause>/after``, ``<clause>/run``, and the clause that must hold within it."""
    length = attrs.evolve(about, code=f"{about.code}/run")
    prior = None
    if asked.after is not None:
        after = attrs.evolve(about, code=f"{about.code}/after", need=asked.after)
        prior = leaf(after, holds(asked.after, is_title, excluded))

    def judge(dossier: Dossier, _: Window | None) -> Finding:
        sure_from = possible_from = -NEVER
        children = []
        if prior is not None and asked.after is not None and (held := prior(dossier, None)) is not None:
            children.append(held)
            # Where the award that should open the run is not there, its length is still worth telling.
            if asked.follows and held.outcome is not NOT_MET:
                sure, possible = opened(asked.after, dossier, excluded, is_title)
                sure_from, possible_from = sure + 1, possible + 1
        window = unbroken(asked.each, dossier, sure_from, possible_from)
        children.append(_length(length, asked, dossier, window))
        if within is not None and (inside := within(dossier, window)) is not None:
            children.append(inside)
        return least(about, tuple(children))

    return judge


def _length(about: About, asked: Run, dossier: Dossier, window: Window) -> Finding:
    end = dossier.year + 1
    outcome = between(end - window.sure, end - window.possible, asked.years)
    gaps = range(end - asked.years, window.sure) if outcome is UNKNOWN else ()
    have = (window.sure, dossier.year) if window.sure < end else None
    return Finding(about, outcome, have, (), outcome, tuple(f"years[{year}].rating" for year in gaps))
