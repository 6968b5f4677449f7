"""``assess`` and ``assess_all`` over tables: every proposal against the law."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import narwhals.stable.v2 as nw

from thidua.book.catalogue import award as timeless
from thidua.book.law import Law, LawChoice
from thidua.errors import InputError, ThiduaError, worded
from thidua.frames.compiled import Plan
from thidua.frames.laws import Stretch, planned, stretches
from thidua.frames.opening import Frame
from thidua.frames.proposals import ANSWER, Proposals, proposals, told
from thidua.frames.sheet import Tables, col
from thidua.frames.words import checked
from thidua.model.award import Award


def assess(cohort: Any, records: Any, award: str | Award, *, law: LawChoice) -> Any:
    """Judge every proposal of a table against the standard of an award.

    The answer to each row is what :func:`thidua.assess` gives to the same facts as a dossier
    (:func:`~thidua.frames.to_dossiers` makes it, to explain a row).

    Args:
        cohort: a dataframe of Polars (eager or lazy), pandas, PyArrow, DuckDB or PySpark, one row a proposal; its
            columns are :data:`~thidua.frames.columns.COHORT`; ``subject``, ``kind`` and ``year`` must be there.
        records: what happened to the subjects, one row a fact, of the same library; its columns are
            :data:`~thidua.frames.columns.RECORDS`; ``subject``, ``kind``, ``term`` and ``year`` must be there.
        award: an award, or its id, short form or official name.
        law: the law of a day; or ``thidua.law_on`` itself, and the day each proposal was ``received`` picks its law.

    Returns:
        The cohort as it came, eager or lazy (an eager one in its order), with four columns of text. They are
        ``outcome`` and ``on_facts`` (``MET``, ``PENDING``, ``UNKNOWN``, ``NOT_MET``), ``reason`` (the clause that holds
        the best route back; null where nothing does) and ``standing``, the weakest that the answer rests on. Beside
        clauses the reason may be ``unread`` (a text that governs was not read), and of a row, not of its merit:
        ``year`` or ``kind`` (it has none), ``received`` (it was to pick the law), ``not-in-force`` (no such award on
        that day), and of a lazy table ``records`` or a column's name (a word there is in no list; an eager table is
        refused for it).

    Raises:
        InputError: a column is missing, mistyped or misspelt; a word of an eager table is in no list; the two tables
            name subjects by different types; or the law is under a reading that tables cannot tell.
        UnknownTerm: no such award.
        NotInForce: the award does not exist on the day of the law.

    >>> from datetime import date
    >>> import polars as pl
    >>> from thidua import frames, law_on
    >>> cohort = pl.DataFrame({"subject": ["A", "B"], "kind": "individual", "track": "civil-servant", "year": 2024,
    ...                        "known_from": 2020})
    >>> records = pl.DataFrame({"subject": ["A", "B"], "kind": "rating", "term": ["excellent", "completed"],
    ...                         "year": 2024})
    >>> answered = frames.assess(cohort, records, "CSTĐCS", law=law_on(date(2024, 12, 20)))
    >>> answered.select("subject", "outcome", "on_facts", "reason").rows()
    [('A', 'PENDING', 'MET', '24.1.b/spirit'), ('B', 'NOT_MET', 'NOT_MET', '24.1.a')]
    """
    mine, rows = both_opened(cohort, records, ANSWER)
    return mine.give(_answers(mine, rows, award, law))


def assess_all(cohort: Any, records: Any, *, law: LawChoice, awards: Iterable[str | Award] | None = None) -> Any:
    """Judge every proposal against every award open to its subject, or those named.

    Args:
        cohort: as for :func:`assess`.
        records: as for :func:`assess`.
        law: as for :func:`assess`.
        awards: the awards; all of the law where none are named.

    Returns:
        A table like the cohort, with a row for each proposal and award that speaks of its subject. It has the cohort's
        columns, ``award`` (its id, in place of a column of that name) and the four columns of the answer. Rows stand by
        award, in the law's order.

    Raises:
        InputError, UnknownTerm, NotInForce: as for :func:`assess`.
    """
    mine, rows = both_opened(cohort, records, ANSWER)
    found = stretches(mine, law)
    parts = []
    for award in _named(awards, found):
        for made, stretch in planned(found, award):
            if made is not None:
                here = part_of(mine, stretch).filter(made.open_to())
                answered = _answered(mine, here, rows, made)
                parts.append(answered.with_columns(nw.lit(made.program.award.id).alias("award")))
    if not parts:  # no row picks a law, or none of the awards is open to anybody
        parts = [_unanswered(mine, mine.frame.head(0), "UNKNOWN", "received", nw.lit("").alias("award"))]
    return mine.give_all(parts)


def _named(awards: Iterable[str | Award] | None, found: Iterable[Stretch]) -> list[str]:
    """Return the ids of the awards named, or of all that the laws have, each once."""
    if awards is None:
        return list(dict.fromkeys(award.id for stretch in found for award in stretch.law.awards))
    return list(dict.fromkeys(known(each, found).id for each in awards))


def known(award: str | Award, found: Iterable[Stretch]) -> Award:
    """Return an award that one of the laws knows, or that there ever was.

    Raises:
        UnknownTerm: no such award.
    """
    for stretch in found:
        try:
            return stretch.law.award(award)
        except ThiduaError:
            continue
    return timeless(award if isinstance(award, str) else award.id)


def both_opened(cohort: Any, records: Any, added: tuple[str, ...]) -> tuple[Proposals, Frame]:
    """Open the two tables, which must be of one library and name subjects alike."""
    mine, rows = proposals(cohort, added), told(records)
    here, there = (frame.collect_schema()["subject"] for frame in (mine.frame, rows))
    if here != there:
        sentence = worded(
            "the cohort names subjects by {here}, the records by {there}: make both the same", here=here, there=there
        )
        raise InputError.one("records.subject", "mistyped", sentence)
    if type(mine.frame) is not type(rows) or mine.frame.implementation is not rows.implementation:
        sentence = worded("the two tables must be of one library, both eager or both lazy")
        raise InputError.one("records", "not-alike", sentence)
    if mine.table.eager:
        checked(mine.frame, rows)
    return mine, rows


def part_of(mine: Proposals, stretch: Stretch) -> Frame:
    """Return the rows that a law governs."""
    return mine.frame if stretch.rows is None else mine.frame.filter(stretch.rows)


def _answered(mine: Proposals, here: Frame, records: Frame, made: Plan) -> Frame:
    tables = Tables(here, records, mine.keys, numbered=mine.ordered, checked=mine.table.eager)
    return made.answered(tables, mine.kept, replaces=mine.ordered)


def _answers(mine: Proposals, records: Frame, award: str | Award, law: LawChoice) -> Frame:
    """Return the cohort with the columns of the answer: law by law where the rows pick theirs."""
    parts, found = [], stretches(mine, law)
    known(award, found)
    for made, stretch in planned(found, award):
        here = part_of(mine, stretch)
        parts.append(
            _unanswered(mine, here, "NOT_MET", "not-in-force") if made is None else _answered(mine, here, records, made)
        )
    if not isinstance(law, Law):
        parts.append(_unanswered(mine, mine.frame.filter(col("received").is_null()), "UNKNOWN", "received"))
    return parts[0] if len(parts) == 1 else nw.concat(parts, how="vertical")


def _unanswered(mine: Proposals, here: Frame, outcome: str, reason: str, *more: nw.Expr) -> Frame:
    """Answer rows that no law could be asked of."""
    no_standing = nw.lit(None, dtype=nw.String)
    words = (nw.lit(outcome), nw.lit(outcome), nw.lit(reason), no_standing)
    made = here.with_columns(*[word.alias(name) for name, word in zip(ANSWER, words, strict=True)])
    return made.select(*mine.kept, *ANSWER, *more)
