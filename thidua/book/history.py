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
from thidua.errors import InputError, worded
from thidua.model.award import Award
from thidua.model.citation import Citation


@attrs.frozen
class Stage:
    """A stretch of days on which an award is called one name and asks one thing, by the same texts.

    Its standard is what its own rules ask; what the law lays over all awards (a bar, what counts) is no part of it.

    Attributes:
        since, until: its days; ``until`` is the first day after it, None where it still runs.
        label: the official name.
        citations: where its name and its standard are written.
        unread: why its standard is not known for certain, where a text that governs was not read.
        changed: what is other than in the stage before: ``name``, ``standard``, ``text`` (where it is written),
            ``unread``; empty in the first.
    """

    since: date
    until: date | None
    label: str
    citations: tuple[Citation, ...]
    unread: tuple[str, ...]
    changed: tuple[str, ...] = ()


def history(award: str | Award) -> tuple[Stage, ...]:
    """Tell an award's history across the documents of the book.

    Args:
        award: an award, or any name one ever had.

    Raises:
        UnknownTerm: nothing ever had this name.
        InputError: what is asked about is neither an award nor a name.

    >>> stages = history("Cờ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương")
    >>> [stage.label for stage in (stages[0], stages[-1])]
    ['Cờ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương', 'Cờ thi đua của Bộ, ban, ngành, tỉnh']
    """
    if not isinstance(award, str | Award):
        raise InputError.one(
            "award", "bad-value", worded("expected an award or a name, got {kind}", kind=type(award).__name__)
        )
    found = award if isinstance(award, Award) else find(award)
    stages: list[Stage] = []
    last: dict[str, str] = {}
    for day in changes():
        law = law_on(day)
        here = law.statute.awards.get(found.id)
        said = {} if here is None else _said(law, here)
        if said == last:
            continue
        if stages and stages[-1].until is None:
            stages[-1] = attrs.evolve(stages[-1], until=day)
        if here is not None:
            changed = tuple(key for key in said if last and said[key] != last[key])
            unread = tuple(placed.entry.why for placed in law.stopping("rule", here.id))
            stages.append(Stage(day, None, here.label, _written(law, here), unread, changed))
        last = said
    return tuple(stages)


def _written(law: Law, award: Award) -> tuple[Citation, ...]:
    citations = [award.citation, *(placed.citation for placed in law.rules(award))]
    return tuple(dict.fromkeys(each for each in citations if each is not None))


def _said(law: Law, award: Award) -> dict[str, str]:
    """Return a text for the name, the standard, where it is written, and what of it was not read."""
    return {
        "name": canonical([award.label, list(award.recipients)]),
        "standard": canonical([standard(law, placed) for placed in law.rules(award)]),
        "text": canonical([str(citation) for citation in _written(law, award)]),
        "unread": canonical([placed.entry.why for placed in law.stopping("rule", award.id)]),
    }
