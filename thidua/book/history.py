"""An award through time: from which day it was called what, asked what, and by which texts."""

from __future__ import annotations

from datetime import date

import attrs

from thidua.book.catalogue import award as find
from thidua.book.compare import canonical
from thidua.book.days import law_on
from thidua.book.law import Law
from thidua.book.plain import standard
from thidua.book.shelf import changes
from thidua.model.award import Award
from thidua.model.citation import Citation


@attrs.frozen
class Stage:
    """A stretch of days on which an award is called one name and asks one thing.

    Attributes:
        since, until: its days; ``until`` is the first day after it, None where it still runs.
        label: the official name.
        citations: where its name and its standard are written.
        unread: why its standard is not known for certain, where a text that governs was not read.
    """

    since: date
    until: date | None
    label: str
    citations: tuple[Citation, ...]
    unread: tuple[str, ...]


def history(award: str | Award) -> tuple[Stage, ...]:
    """Tell an award's history across the documents of the book.

    Args:
        award: an award, or any name one ever had.

    >>> stages = history("Cờ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương")
    >>> [stage.label for stage in (stages[0], stages[-1])]
    ['Cờ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương', 'Cờ thi đua của Bộ, ban, ngành, tỉnh']
    """
    found = award if isinstance(award, Award) else find(award)
    stages: list[Stage] = []
    last: str | None = None
    for day in changes():
        law = law_on(day)
        here = law.statute.awards.get(found.id)
        said = None if here is None else _said(law, here)
        if said == last:
            continue
        if stages and stages[-1].until is None:
            stages[-1] = attrs.evolve(stages[-1], until=day)
        if here is not None:
            citations = [here.citation, *(placed.citation for placed in law.rules(here))]
            unread = tuple(placed.entry.why for placed in law.stopping("rule", here.id))
            written = tuple(dict.fromkeys(each for each in citations if each is not None))
            stages.append(Stage(day, None, here.label, written, unread))
        last = said
    return tuple(stages)


def _said(law: Law, award: Award) -> str:
    """Return one text for the name, the standard and what of it was not read."""
    asked = [standard(law, placed) for placed in law.rules(award)]
    unread = [placed.entry.why for placed in law.stopping("rule", award.id)]
    return canonical([award.label, list(award.recipients), asked, unread])
