"""Who gains and who loses when the law changes: one cohort under two laws, a draft among them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, Final

import narwhals.stable.v2 as nw

from thidua.book.law import LawChoice
from thidua.errors import InputError, worded
from thidua.frames.answering import assess
from thidua.frames.decisions import named
from thidua.frames.proposals import ANSWER
from thidua.model.award import Award

CHANGES: Final = ("gains", "may-gain", "stays", "not-known", "may-lose", "loses")
"""What a change of the law does to a proposal, best first."""
BEFORE: Final = tuple(f"{name}_before" for name in ANSWER)
AFTER: Final = tuple(f"{name}_after" for name in ANSWER)
COUNTED: Final = ("proposals", *(name.replace("-", "_") for name in CHANGES))
"""The columns of an answer of :func:`changes`, after those it is grouped by."""


def compare(cohort: Any, records: Any, award: str | Award, *, before: LawChoice, after: LawChoice) -> Any:
    """Judge every proposal of a table under two laws, and say whom the second serves better or worse.

    Args:
        cohort: as for :func:`thidua.frames.assess`.
        records: as for :func:`thidua.frames.assess`.
        award: an award of both laws.
        before: the one law; or ``thidua.law_on``, and each proposal's own day picks it.
        after: the other: of a later day, or with a draft laid over it (``law_on(day, load_document(path))``).

    Returns:
        The cohort as it came, with the four columns of :func:`thidua.frames.assess` twice, ``outcome_before`` to
        ``standing_before`` and ``outcome_after`` to ``standing_after``, and ``change``. It is told from ``on_facts``,
        every judgement taken as given: ``gains`` (could not be rewarded, now can), ``loses``, ``stays``; ``may-gain``
        and ``may-lose`` where under one of the two a fact is missing, ``not-known`` where under both.

    Raises:
        InputError, UnknownTerm, NotInForce: as for :func:`thidua.frames.assess`, under either law.

    >>> from datetime import date
    >>> import polars as pl
    >>> from thidua import frames, law_on
    >>> cohort = pl.DataFrame({"subject": ["A", "B"], "kind": "individual", "track": "civil-servant", "year": 2023,
    ...                        "known_from": 2020})
    >>> records = pl.DataFrame({"subject": ["A", "B"], "kind": "rating", "term": ["excellent", "completed"],
    ...                         "year": 2023})
    >>> days = {"before": law_on(date(2023, 12, 20)), "after": law_on(date(2024, 1, 10))}
    >>> frames.compare(cohort, records, "CSTĐCS", **days).select("subject", "change").rows()
    [('A', 'gains'), ('B', 'stays')]
    """
    first = _named(assess(cohort, records, award, law=before), BEFORE)
    both = nw.from_native(_named(assess(first, records, award, law=after), AFTER))
    return nw.to_native(both.with_columns(_change().alias("change")))


def changes(compared: Any, by: str | Iterable[str] = ()) -> Any:
    """Count who gains and who loses, in each group of a table that :func:`compare` answered.

    Args:
        compared: what :func:`compare` answers, or some of its rows.
        by: what to group by: any columns of it (``class``, ``unit``, ``track``). Nothing: the whole table is one group.

    Returns:
        A table of the same kind, one row a group in their order, with the columns of ``by`` and how many ``proposals``
        there are, how many of them ``gains``, ``may_gain``, ``stays``, ``not_known``, ``may_lose``, ``loses``: shares
        are two of these whole numbers.

    Raises:
        InputError: no column ``change``, or none of those named in ``by``.

    >>> import polars as pl
    >>> compared = pl.DataFrame({"class": ["worker", "leader", "worker"], "change": ["gains", "stays", "loses"]})
    >>> changes(compared, by="class").select("class", "proposals", "gains", "loses").rows()
    [('leader', 1, 0, 0), ('worker', 2, 1, 1)]
    """
    names = named(by, COUNTED)
    frame = nw.from_native(compared)
    absent = [name for name in (*names, "change") if name not in frame.collect_schema().names()]
    if absent:
        raise InputError.one(
            f"compared.{absent[0]}", "missing", worded("no such column: the table is to be one of compare()")
        )
    said = {name: (nw.col("change") == word).cast(nw.Int64) for name, word in zip(COUNTED[1:], CHANGES, strict=True)}
    marked = frame.select(*names, nw.lit(1).cast(nw.Int64).alias(COUNTED[0]), **said)
    sums = [nw.col(name).sum() for name in COUNTED]
    if not names:
        return nw.to_native(marked.select(*sums))
    return nw.to_native(marked.group_by(*names).agg(*sums).sort(*names))


def _named(answered: Any, names: tuple[str, ...]) -> Any:
    return nw.to_native(nw.from_native(answered).rename(dict(zip(ANSWER, names, strict=True))))


def _change() -> nw.Expr:
    """Tell the change from the two outcomes on the facts."""
    can, could = _one_of("on_facts_after", "MET", "PENDING"), _one_of("on_facts_before", "MET", "PENDING")
    open_, was_open = _one_of("on_facts_after", "UNKNOWN"), _one_of("on_facts_before", "UNKNOWN")
    cannot, could_not = _one_of("on_facts_after", "NOT_MET"), _one_of("on_facts_before", "NOT_MET")
    told = {
        "not-known": was_open & open_,
        "gains": could_not & can,
        "loses": could & cannot,
        "may-gain": (could_not & open_) | (was_open & can),
        "may-lose": (could & open_) | (was_open & cannot),
    }
    found = nw.lit("stays")
    for word, where in told.items():
        found = nw.when(where).then(nw.lit(word)).otherwise(found)
    return found


def _one_of(column: str, *words: str) -> nw.Expr:
    return reduce(or_, (nw.col(column) == word for word in words))
