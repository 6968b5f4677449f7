"""Words of the closed lists, days, awards and outcomes."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from thidua.book.catalogue import catalogue
from thidua.model.award import Award
from thidua.model.finding import Outcome

FIRST_YEAR, LAST_YEAR = 2008, 2026
YEARS = st.integers(FIRST_YEAR, LAST_YEAR)


def words_of(vocabulary: Any) -> st.SearchStrategy[Any]:
    """Draw a word of one of the closed lists of ``thidua.model.vocabulary``."""
    return st.sampled_from(get_args(vocabulary))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw a value, or None: not known."""
    return st.none() | strategy


def outcomes() -> st.SearchStrategy[Outcome]:
    """Draw one of the four outcomes."""
    return st.sampled_from(Outcome)


def awards() -> st.SearchStrategy[Award]:
    """Draw an award of any day."""
    return st.deferred(lambda: st.sampled_from(catalogue().awards))


def award_ids() -> st.SearchStrategy[str]:
    """Draw the id of an award of any day."""
    return awards().map(lambda award: award.id)


def days(first: int = FIRST_YEAR, last: int = LAST_YEAR) -> st.SearchStrategy[date]:
    """Draw a day of the years from ``first`` to ``last``."""
    return st.dates(date(first, 1, 1), date(last, 12, 31))
