"""What a cohort is short of: the nearest way of every row, and who is one condition or one year short."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import narwhals.stable.v2 as nw

from thidua.book.law import Law, LawChoice
from thidua.errors import InputError, Problem, worded
from thidua.frames.answering import both_opened, known, part_of
from thidua.frames.decisions import named
from thidua.frames.laws import planned, stretches
from thidua.frames.nearing import SHORT, short
from thidua.frames.opening import Frame
from thidua.frames.proposals import Proposals
from thidua.frames.sheet import Tables, col
from thidua.model.award import Award

COUNTED: Final = ("short_of", "proposals", "unknown", "one_year")
"""The columns of an answer of :func:`short_by`, after those it is grouped by."""
_COUNTS: Final = ("short", "unknown", "short_of", "years_short")
"""The columns of :func:`plan` that :func:`short_by` counts."""
_GAPS: Final = dict(zip(SHORT, (nw.Int64, nw.Int64, nw.String, nw.Int64, nw.Boolean), strict=True))


def plan(cohort: Any, records: Any, award: str | Award, *, law: LawChoice) -> Any:
    """Say of every proposal of a table what it is short of, on the facts.

    What a row lacks are the findings that :attr:`~thidua.merit.verdict.Verdict.lacking` gives for the same facts as a
    dossier: of all ways to the award the one that lacks least. Judgements left to people are taken as given. A text
    that was not read is no condition one can be short of: ways whose conditions were read come first, and ``unread``
    tells where one bears on the row all the same; :func:`~thidua.frames.assess` tells the outcome itself.
    Nothing is looked for ahead: when a row may have the award, and by what, :func:`thidua.plan` says of the dossiers
    of the few (:func:`~thidua.frames.to_dossiers`).

    Args:
        cohort: as for :func:`~thidua.frames.assess`.
        records: as for :func:`~thidua.frames.assess`.
        award: an award, or its id, short form or official name.
        law: as for :func:`~thidua.frames.assess`.

    Returns:
        The cohort as it came, with five columns. ``short``: how many conditions are not met; ``unknown``: how many are
        not known, for want of a fact. ``short_of``: where these are one together, the clause, as ``reason`` names it;
        it may be who the subject is (``recipient``, ``subject``), which nothing changes. ``years_short``: where that
        one is not met and asks for years running on, up to the proposal's year, how many more it asks than there are.
        While the proposal's year is open (it is not rated, and the proposal was not ``received``) and is not there yet,
        it is the first of those; else what is not on record of it is a gap, and years count anew after it. Null where
        the record leaves it open, and for what is counted otherwise (times, service, years since an award). ``unread``:
        whether a text that was not read bears on the row: on the way told, on another that it may open, or on every
        answer. All are null in a row that is none or picks no law, and where the law of its day has no such award.

    Raises:
        InputError, UnknownTerm, NotInForce: as for :func:`~thidua.frames.assess`.

    >>> from datetime import date
    >>> import polars as pl
    >>> from thidua import frames, law_on
    >>> cohort = pl.DataFrame({"subject": ["A", "B"], "kind": "individual", "track": "civil-servant", "year": 2024,
    ...                        "known_from": 2015})
    >>> records = pl.DataFrame({"subject": ["A", "A", "A", "A", "B"], "kind": ["rating", *["award"] * 2, "initiative",
    ...                         "rating"], "term": ["excellent", *["chien-si-thi-dua-co-so"] * 2, "initiative", "good"],
    ...                         "year": [2024, 2024, 2023, 2024, 2024], "status": "applied", "scope": "province"})
    >>> planned = frames.plan(cohort, records, "CSTĐ cấp tỉnh", law=law_on(date(2024, 12, 20)))
    >>> planned.select("subject", *frames.SHORT).rows()
    [('A', 1, 0, '22.1.a', 1, False), ('B', 1, 1, None, None, False)]
    """
    mine, rows = both_opened(cohort, records, SHORT)
    found, parts = stretches(mine, law), []
    known(award, found)
    for made, stretch in planned(found, award):
        here = part_of(mine, stretch)
        if made is None:
            parts.append(_untold(mine, here))
            continue
        tables = Tables(here, rows, mine.keys, numbered=mine.ordered, checked=mine.table.eager)
        parts.append(short(made, tables, mine.kept, replaces=mine.ordered))
    if not isinstance(law, Law):
        parts.append(_untold(mine, mine.frame.filter(col("received").is_null())))
    return mine.give(parts[0] if len(parts) == 1 else nw.concat(parts, how="vertical"), SHORT)


def _untold(mine: Proposals, here: Frame) -> Frame:
    """Say nothing of rows that no law could be asked of."""
    return here.select(*mine.kept, *(nw.lit(None, dtype=kind()).alias(name) for name, kind in _GAPS.items()))


def short_by(planned: Any, by: str | Iterable[str] = ()) -> Any:
    """Count who is one condition short, clause by clause, in a table that :func:`plan` answered.

    Args:
        planned: what :func:`plan` answers, or some of its rows.
        by: what to group by beside the clause: any columns of it (``unit``, ``track``).

    Returns:
        A table of the same kind, one row for each group and each clause that is the only one lacking in some of its
        rows, in their order: the columns of ``by``, ``short_of``, how many ``proposals`` do not meet it, of how many
        more it is ``unknown``, and how many of the first are one year short (``one_year``).

    Raises:
        InputError: a column of :func:`plan` is missing, or one named in ``by``.

    >>> import polars as pl
    >>> planned = pl.DataFrame({"short": [1, 1, 0, 2], "unknown": [0, 0, 1, 0], "years_short": [1, 3, None, None],
    ...                         "short_of": ["22.1.a", "22.1.a", "22.1.a", None], "unit": ["X", "X", "Y", "Y"]})
    >>> short_by(planned, by="unit").rows()
    [('X', '22.1.a', 2, 0, 1), ('Y', '22.1.a', 0, 1, 0)]
    """
    names = named(by, COUNTED)
    frame = nw.from_native(planned)
    there = frame.collect_schema().names()
    absent = [name for name in (*names, *_COUNTS) if name not in there]
    if absent:
        sentence = worded("no such column: the table is to be one of plan()")
        raise InputError([Problem(f"planned.{name}", "missing", sentence) for name in absent])
    one = frame.filter(~col("short_of").is_null())
    told = {"proposals": col("short") == 1, "unknown": col("unknown") == 1, "one_year": col("years_short") == 1}
    marked = one.select(*names, "short_of", **{name: _counted(test) for name, test in told.items()})
    groups = (*names, "short_of")
    return nw.to_native(marked.group_by(*groups).agg(*(col(name).sum() for name in told)).sort(*groups))


def _counted(test: nw.Expr) -> nw.Expr:
    return nw.when(test).then(nw.lit(1, dtype=nw.Int64)).otherwise(nw.lit(0, dtype=nw.Int64))
