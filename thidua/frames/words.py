"""Words of the tables that are in no list: refused where a table is at hand, and never guessed where it is not.

A table at hand is looked through before any work, by the few different words it holds. Of a lazy one nothing is known
before it runs: there a proposal that has such a word in its own row, or whose subject has a record with one, is not
judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from operator import or_
from types import MappingProxyType
from typing import Final, get_args

import narwhals.stable.v2 as nw

from thidua.book.catalogue import catalogue
from thidua.errors import InputError, Problem, worded
from thidua.frames.columns import KINDS
from thidua.frames.opening import Frame, collected
from thidua.frames.sheet import Tables, col
from thidua.model import vocabulary as words
from thidua.text import did_you_mean

AMISS: Final = "amiss"
"""The ready column that says why a row is not judged; null where nothing is amiss."""
STRAY: Final = "_stray"
COHORT_WORDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "kind": get_args(words.Kind),
        "commendation": get_args(words.Commendation),
        "track": get_args(words.Track),
        "sex": get_args(words.Sex),
        "body": get_args(words.Body),
        "force": get_args(words.Force),
        "worst_discipline": get_args(words.WorstDiscipline),
    }
)
TERMS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "rating": get_args(words.Rating),
        "initiative": get_args(words.InitiativeKind),
        "achievement": get_args(words.AchievementKind),
        "absence": get_args(words.AbsenceKind),
        "discipline": get_args(words.Discipline),
        "service": get_args(words.Activity),
        "post": get_args(words.PostGroup),
        "lead": get_args(words.Organiser),
    }
)
"""The words of ``term``, by the kind of row; of other kinds it is an award's id or a name of the caller's."""
OF_AWARDS: Final = ("award", "ground", "holder")
UNSAID: Final = ("rating", "service")
"""Rows that may do without a ``term``: a year that is not rated yet, the duty of a force."""


def checked(cohort: Frame, records: Frame) -> None:
    """Look through tables at hand.

    Raises:
        InputError: names every word that is in no list, and the nearest that is.
    """
    problems = [problem for column in COHORT_WORDS for problem in _of_column(cohort, column)]
    pairs = collected(records.select("kind", "term").unique()).rows()
    problems += [problem for pair in sorted(pairs, key=repr) for problem in _of_pair(*pair)]
    if problems:
        raise InputError(problems)


def _of_column(cohort: Frame, column: str) -> Iterator[Problem]:
    if column not in cohort.collect_schema():
        return
    known = COHORT_WORDS[column]
    found = collected(cohort.select(column).unique())[column].to_list()
    said = {word for value in found if value for word in (value.split() if column == "track" else [value])}
    for word in sorted(said.difference(known)):
        yield Problem(
            f"cohort.{column}",
            "bad-value",
            worded("no {column} is called {word!r}{hint}", column=column, word=word, hint=did_you_mean(word, known)),
        )


def _of_pair(kind: str | None, term: str | None) -> Iterator[Problem]:
    if kind not in KINDS:
        yield Problem(
            "records.kind",
            "bad-value",
            worded("no kind of row is called {kind!r}{hint}", kind=kind, hint=did_you_mean(kind, tuple(KINDS))),
        )
    elif term is None and kind not in UNSAID:
        yield Problem("records.term", "missing", worded("a row of kind {kind!r} says in term which it is", kind=kind))
    elif kind in OF_AWARDS and term not in _ids():
        meant = catalogue().find(term or "")
        remedy = worded(": write {id!r}", id=meant.id) if meant is not None else did_you_mean(term or "", _ids())
        yield Problem(
            "records.term", "unknown-award", worded("{term!r} is no award's id{remedy}", term=term, remedy=remedy)
        )
    elif kind is not None and kind in TERMS and term is not None and term not in TERMS[kind]:
        yield Problem(
            "records.term",
            "bad-value",
            worded("no {kind} is called {term!r}{hint}", kind=kind, term=term, hint=did_you_mean(term, TERMS[kind])),
        )


def _ids() -> tuple[str, ...]:
    return tuple(award.id for award in catalogue().awards)


def strays(tables: Tables) -> Frame:
    """Return the proposals whose subject has a record with a word of no list."""
    here = nw.lit(value=False)
    for kind in KINDS:
        known = TERMS.get(kind, _ids() if kind in OF_AWARDS else None)
        bad = col("term").is_null() if kind not in UNSAID else here
        if known is not None:
            bad = bad | ~_in("term", known)
        here = here | ((col("kind") == kind) & bad)
    rows = tables.records.filter((~_in("kind", KINDS)) | col("kind").is_null() | here.fill_null(value=False))
    found = rows.join(tables.proposed(), on="subject", how="inner").select(*tables.keys).unique()
    return found.with_columns(nw.lit(value=True).alias(STRAY))


def _in(column: str, known: Iterable[str]) -> nw.Expr:
    """Say whether a word is in a list, or is none."""
    return col(column).is_in(list(known)).fill_null(value=True) | col(column).is_null()


def amiss(*, at_hand: bool) -> nw.Expr:
    """Say why a row is not judged: a year or a kind that is missing, or of a lazy table a word of no list."""
    no_year = col("year").is_null() | col("subject").is_null()
    why = nw.when(no_year).then(nw.lit("year")).when(col("kind").is_null()).then(nw.lit("kind"))
    if at_hand:
        return why.otherwise(nw.lit(None, dtype=nw.String))
    for column, known in COHORT_WORDS.items():
        bad = ~_in(column, known)
        if column == "track":  # of several, each is looked for by the rules themselves
            bad = bad & ~col(column).str.contains(" ", literal=True).fill_null(value=True)
        why = why.when(bad).then(nw.lit(column))
    return why.when(col(STRAY).fill_null(value=False)).then(nw.lit("records")).otherwise(nw.lit(None, dtype=nw.String))


def one_of_others(column: str, wanted: Iterable[str], known: Iterable[str]) -> nw.Expr:
    """Say whether a column says a word of a list that is not wanted; what it does not say, or says oddly, may be."""
    others = [word for word in known if word not in set(wanted)]
    return reduce(or_, [col(column) == word for word in others], nw.lit(value=False)).fill_null(value=False)
