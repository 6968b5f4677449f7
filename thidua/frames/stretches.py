"""Time served and time in posts over tables: what :mod:`thidua.merit.service` reckons of one dossier.

Which stretch counts, from when to when, and whether it counts more than once, is said here column by column; they are
put together and added up in :mod:`thidua.frames.islands`. What a stretch does not say is read twice: as not counting
(what is sure), and as counting (what is possible).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce
from operator import and_, or_
from typing import Final, get_args

import narwhals.stable.v2 as nw
from narwhals.stable.v2.typing import FrameT

from thidua.frames.calendar import day_after, numbered
from thidua.frames.islands import AGAIN, BEGUN, END, NEXT, POSSIBLE, SURE, islands, months
from thidua.frames.opening import Frame
from thidua.merit.service import AWAY, IN_FORCE
from thidua.model.duration import InPost, Served
from thidua.model.facts import NOT_SAID
from thidua.model.vocabulary import Activity, Force

LAYERS: Final = (SURE, POSSIBLE)
UNSAID: Final = "__unsaid"
"""The column of whether nobody said if a stretch is over."""


def served_months(rows: Frame, keys: list[str], leaf: Served) -> Frame:
    """Reckon time of service.

    Args:
        rows: a row for each stretch: ``keys``, ``day`` (of the proposal), ``term`` (the activity), ``force``,
            ``hardship``, ``border``, ``since``, ``until`` and ``running``.
        keys: the columns that tell whose it is; never null.
        leaf: which service is asked.

    Returns:
        A row for each career: the keys, and the months that are ``sure`` and ``possible``; null for no time at all.
    """
    counted = {layer: _fits(leaf, generous=layer == POSSIBLE) for layer in LAYERS}
    if leaf.factor > 1:
        counted |= {AGAIN[layer]: counted[layer] & _away(leaf, generous=layer == POSSIBLE) for layer in LAYERS}
    found = islands(_counted(rows, keys, leaf.by, counted), keys, tuple(counted))
    reckoned = months(found, keys, again=leaf.factor - 1, joined=leaf.continuous)
    # Cut into other pieces it may lose days, and what is sure is possible too.
    most = nw.when(nw.col(POSSIBLE) < nw.col(SURE)).then(nw.col(SURE)).otherwise(nw.col(POSSIBLE))
    return _for_each(rows, keys, reckoned.with_columns(most.alias(POSSIBLE)))


def post_months(rows: Frame, keys: list[str], leaf: InPost) -> Frame:
    """Reckon time in posts of the groups asked; time in several at once counts once.

    ``rows`` and the result are those of :func:`served_months`; ``term`` is the group, and nothing else about a post
    is read.
    """
    asked = nw.col("term").fill_null("").is_in(leaf.posts)
    found = islands(_counted(rows, keys, None, dict.fromkeys(LAYERS, asked)), keys, LAYERS)
    return _for_each(rows, keys, months(found, keys, again=0, joined=False))


def _for_each(rows: FrameT, keys: list[str], reckoned: FrameT) -> FrameT:
    """Say of every career that has a row what was reckoned of it, or that there is no time at all."""
    return rows.select(*keys).unique().join(reckoned, on=keys, how="left")


def _counted(rows: FrameT, keys: Sequence[str], by: date | None, layers: Mapping[str, nw.Expr]) -> FrameT:
    """Give each stretch its days, and say in which layers it counts; leave out what counts in none.

    Time is reckoned up to today: the day of the proposal, or the one the law names if it is earlier. The end is the
    first day after a stretch, as far as it lies before today, which is not served yet; where nobody said it, it may
    be today, or there was no such time.
    """
    until, today = nw.col("until"), nw.col("day")
    if by is not None:
        today = nw.when(today < by).then(today).otherwise(nw.lit(by))
    over = ~until.is_null() & (until < today)
    unsaid = (until.is_null() & ~nw.col("running").fill_null(value=False)) | (until == NOT_SAID)
    lasting = rows.with_columns(
        nw.when(over).then(until).otherwise(today).alias(END), unsaid.fill_null(value=False).alias(UNSAID)
    )
    days = (
        numbered(nw.col("since")).alias(BEGUN),
        numbered(nw.col(END)).alias(END),
        day_after(nw.col(END)).alias(NEXT),
    )
    marks = (
        (is_in & ~nw.col(UNSAID) if layer in (SURE, AGAIN[SURE]) else is_in).alias(layer)
        for layer, is_in in layers.items()
    )
    # What counts in any layer is possible.
    return lasting.filter(nw.col("since") < nw.col(END)).select(*keys, *days, *marks).filter(nw.col(POSSIBLE))


def _fits(leaf: Served, *, generous: bool) -> nw.Expr:
    """Say whether a stretch is of the service asked; what it does not say counts where one is generous."""
    force, activity = _word("force", get_args(Force)), _word("term", get_args(Activity))
    # Whoever serves in a force and says no more is on its duty; who says what else he does is in no force.
    done = nw.when((force != "") & (activity == "")).then(nw.lit("duty")).otherwise(activity)
    tests = [~nw.col("since").is_null()]  # of every one, where nothing more is asked
    if leaf.forces:
        unsaid = (force == "") & activity.is_in(("", *IN_FORCE))
        tests.append(force.is_in(leaf.forces) | unsaid if generous else force.is_in(leaf.forces))
    if leaf.activities:
        tests.append(done.is_in(("", *leaf.activities) if generous else leaf.activities))
    if leaf.hardship:
        tests.append(_away(leaf, generous=generous))
    return reduce(and_, tests)


def _away(leaf: Served, *, generous: bool) -> nw.Expr:
    """Say whether it is duty in hardship: at sea, on islands, in difficult areas, on a mission; or at the border."""
    said = ("hardship", "border") if leaf.border else ("hardship",)
    tests = [nw.col(column).fill_null(value=generous) for column in said]
    return reduce(or_, tests if leaf.home else [*tests, nw.col("term").fill_null("").is_in(tuple(AWAY))])


def _word(column: str, words: Sequence[str]) -> nw.Expr:
    """Return a word of the vocabulary, or the empty one where there is none."""
    said = nw.col(column).fill_null("")
    return nw.when(said.is_in(words)).then(said).otherwise(nw.lit(""))
