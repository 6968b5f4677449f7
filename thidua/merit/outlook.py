"""How the law of a day looks back over a record for one award: what counts, from when, and how often."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

import attrs

from thidua.book.law import Law, Placed
from thidua.book.opening import references
from thidua.merit.lens import Lens
from thidua.model.dossier import Dossier
from thidua.model.provision import Clause, Counting, Ground
from thidua.model.vocabulary import Commendation

Spent = Callable[[Dossier], frozenset[str]]
"""From a dossier to the ids of the initiatives that another award has used up."""


@attrs.frozen
class Outlook:
    """Where one looks back from: a law, the award in question, and the kinds of commendation whose route it is."""

    law: Law = attrs.field(repr=False)
    award: str
    route: frozenset[Commendation]

    def lens(self) -> Lens:
        """Return how this law looks back on the route."""
        law, route = self.law, self.route
        grounds = [placed.entry for placed in law.of(Ground) if route & set(placed.entry.proposed)]
        excluded = frozenset(kind for ground in grounds for kind in ground.excluded)
        counting = {placed.entry.after or placed.entry.once for placed in law.of(Counting)}
        return Lens(
            is_title=lambda name: _is_title(law, name),
            excluded=excluded,
            titles_too=any(ground.titles for ground in grounds),
            barrable=lambda name: not excluded.isdisjoint(routes(law, name)),
            after_discipline="discipline" in counting,
            own=self.award if "award" in counting and not _is_title(law, self.award) else None,
            route=route,
            from_decision="decision" in counting,
            once="awards" in counting,
        )

    def spared(self) -> tuple[str, ...] | None:
        """Return the awards that use up no initiative for the one in question; None where the law lets all be."""
        law = self.law
        once = {placed.entry.once for placed in law.of(Counting)}
        titles_too = "initiatives-and-titles" in once
        title = _is_title(law, self.award)
        if not titles_too and (title or "initiatives" not in once):
            return None
        # A title's initiative serves other titles; a form's serves nothing else.
        return () if titles_too and not title else tuple(award.id for award in law.awards if award.is_title)

    def spent(self) -> Spent | None:
        """Return what tells the initiatives that other awards have used up; None where the law lets them be."""
        spared = self.spared()
        if spared is None:
            return None

        def used(dossier: Dossier) -> frozenset[str]:
            records = (record for held, found in dossier.held.items() if held not in spared for record in found)
            return frozenset(name for record in records for name in record.grounds)

        return used


def _is_title(law: Law, award: str) -> bool:
    found = law.statute.awards.get(award)
    return found is not None and found.is_title


def routes(law: Law, award: str) -> frozenset[Commendation]:
    """Return the kinds of commendation by which an award can be given under this law; all where it cannot tell."""
    cache = law.statute.cache
    key = ("routes", award)
    if key not in cache:
        found = law.statute.awards.get(award)
        rules = law.rules(found) if found is not None else ()
        names = [(name, placed) for placed in rules for name in (*placed.entry.all, *placed.entry.any)]
        kinds = frozenset(kind for name, placed in names for kind in _kinds(law, law.clause(name, placed)))
        cache[key] = kinds or frozenset(get_args(Commendation))
    routes: frozenset[Commendation] = cache[key]
    return routes


def _kinds(law: Law, placed: Placed[Clause]) -> Iterator[Commendation]:
    yield from placed.entry.commendation
    for _, name in references(placed.entry):
        yield from _kinds(law, law.clause(name, placed))
