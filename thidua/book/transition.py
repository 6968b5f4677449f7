"""Which law governs a dossier that was on its way when the law changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import attrs

from thidua.book.days import law_on
from thidua.book.law import Law, Placed
from thidua.book.shelf import changes, document, headers
from thidua.errors import InputError, worded
from thidua.model.citation import Citation
from thidua.model.document import Document
from thidua.model.outline import Transition

_CRITERIA = ("rule", "clause", "bar", "ground", "counting", "unread")
"""The tables by which a document changes what a record deserves; powers and money follow the day of the decision."""


@attrs.frozen
class Governing:
    """The law that governs a dossier.

    Attributes:
        laws: the law it is judged by; two where the more favourable of them governs, the one it was received under
            first.
        received: the day on which the dossier was received.
        clauses: the transitional clauses that say so, the newest first; none where the law of the day simply governs.
        later: the law of the day it is judged, which governs what is received from then on; None: the last of ``laws``.

    :func:`thidua.assess` takes it as ``law``, and of two laws answers by the more favourable. :func:`thidua.plan` goes
    by the later law where the dossier is not met as it stands.
    """

    laws: tuple[Law, ...]
    clauses: tuple[Placed[Transition], ...] = ()
    received: date | None = None
    later: Law | None = None

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the transitional clauses are written."""
        return tuple(placed.citation for placed in self.clauses)


def governing(received: date, judged: date, law: Callable[[date], Law] = law_on) -> Governing:
    """Tell which law governs a dossier received for appraisal on one day and judged on another.

    A document's transitional clause keeps dossiers received before its first day under the law of the day before;
    some let the new law govern where it is more favourable. A change of criteria without such a clause governs from
    its first day, dossiers on their way included.

    Args:
        received: the day on which the dossier was received for appraisal.
        judged: the day on which it is judged or decided.
        law: makes the law of a day; ``law_on`` itself, or what lays documents over it.

    Raises:
        InputError: a day is none, or the dossier was judged before it was received.

    Source: Luật 06/2026/QH16 Điều 4 khoản 4, NĐ 152/2025/NĐ-CP Điều 60 khoản 3, as far as they are known.

    >>> found = governing(date(2025, 6, 15), date(2025, 8, 1))
    >>> [each.day.isoformat() for each in found.laws], [str(each) for each in found.citations]
    (['2025-06-30'], ['khoản 3 Điều 60 Nghị định 152/2025/NĐ-CP'])
    >>> [each.day.isoformat() for each in governing(date(2023, 12, 20), date(2024, 2, 1)).laws]
    ['2024-02-01']
    """
    for name, value in (("received", received), ("judged", judged)):
        if type(value) is not date:
            raise InputError.one(
                name, "bad-value", worded("expected a datetime.date, got {kind}", kind=type(value).__name__)
            )
    if judged < received:
        raise InputError.one(
            "judged",
            "contradiction",
            worded("{judged} is before the day of receipt, {received}", judged=judged, received=received),
        )
    if not callable(law):
        raise InputError.one("law", "bad-value", worded("expected what makes the law of a day, as law_on does"))
    day, favourable = judged, False
    clauses: list[Placed[Transition]] = []
    local = law(judged)
    laid = [placed for placed in local.of(Transition) if placed.header.id in local.statute.local]
    days = {*changes(), *(placed.header.in_force for placed in laid if placed.header.in_force)}
    for change in sorted((each for each in days if received < each <= judged), reverse=True):
        kept = [*_transitions(change), *(placed for placed in laid if placed.header.in_force == change)]
        if kept:
            day = change - timedelta(days=1)
            favourable = favourable or any(placed.entry.favour for placed in kept)
            clauses += kept
        elif any(_changes_criteria(made) for made in _begun(change)):
            break
    laws = (law(day), law(judged)) if favourable else (law(day),)
    return Governing(laws, tuple(clauses), received, law(judged))


def _begun(day: date) -> Iterator[Document]:
    return (document(header.id) for header in headers() if header.in_force == day)


def _transitions(day: date) -> Iterator[Placed[Transition]]:
    for made in _begun(day):
        for entry in made.transition:
            yield Placed(entry=entry, header=made.document, home=made.document)


def _changes_criteria(made: Document) -> bool:
    """Say whether a document changes what a record deserves; what only adds detail does not."""
    return any(
        table != "unread" or any(entry.stops and "rule" in entry.kinds for entry in made.unread)
        for table in _CRITERIA
        if getattr(made, table)
    )
