"""Runs of years and the time between awards, over tables: as :mod:`thidua.merit.runs` and ``durations`` tell of one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import narwhals.stable.v2 as nw

from thidua.errors import InputError, worded
from thidua.frames.held import holds
from thidua.frames.looking import Back, Window
from thidua.frames.measured import Bounds, Measured, Number, Truth, either
from thidua.frames.proposal import complete, earliest, full_years, proposal_year
from thidua.frames.sheet import BITS, YEAR, Sheet, col, held, one_of, power
from thidua.merit.lens import LONGEST_RUN
from thidua.merit.measures import at_least
from thidua.model.condition import EachYear, Holds, Run
from thidua.model.duration import Aged, RatedYears
from thidua.model.vocabulary import RATINGS, Rating


def run(asked: Run, back: Back) -> tuple[Measured, Window]:
    """Measure an unbroken run up to the proposal's year: its length, and the window of its years."""
    if asked.anywhere:
        sentence = worded("under this reading a run may have ended in any year: tables cannot tell, dossiers can")
        raise InputError.one("law.readings", "not-in-tables", sentence)
    sheet, year = back.sheet, col(YEAR)
    sure_from, possible_from = _begins(asked, back)
    passed, maybe = _masks(asked.each, sheet)
    key = ("run", asked, back.key)
    furthest = year - LONGEST_RUN

    def begin(what: str, mask: nw.Expr, bound: nw.Expr) -> nw.Expr:
        length = ones((key, what), sheet.window((key, what, "mask"), mask), sheet)
        no_further = nw.min_horizontal(nw.max_horizontal(bound, furthest), year + 1)
        return sheet.window((key, what), nw.max_horizontal(year + 1 - length, no_further))

    sure, possible = begin("sure", passed, sure_from), begin("possible", maybe, possible_from)
    measured = Bounds(year + 1 - sure, year + 1 - possible, asked.years)
    if asked.within is None:
        return measured, Window(key, sure, possible)
    start = year + 1 - asked.years
    # Too short by itself: what it must contain is told of the years asked for, as if they had passed.
    asked_for = nw.min_horizontal(nw.max_horizontal(possible_from, start), year + 1)
    if asked.exact:
        inside = {"sure": nw.max_horizontal(sure, start), "possible": nw.max_horizontal(possible, start)}
    else:
        inside = {"sure": sure, "possible": possible}
    sure, possible = (
        sheet.window((key, what, asked.exact), nw.when(possible > start).then(asked_for).otherwise(begun))
        for what, begun in inside.items()
    )
    return measured, Window((key, asked.exact), sure, possible)


def running(asked: Run, back: Back) -> Bounds:
    """Count the years of a run, as many as are asked, up to the year before while the proposal's is open and not there.

    Nothing is kept for it in a pass: few rows are ever told of it.
    """
    masks, bounds = _masks(asked.each, back.sheet), _begins(asked, back)
    coming = back.year_open() & (masks[1] % 2 == 0)
    until = col(YEAR) + 1 - coming.cast(nw.Int64)

    def counted(mask: nw.Expr, bound: nw.Expr) -> nw.Expr:
        seen = nw.when(coming).then(mask // 2).otherwise(mask)
        full = [(seen % 2**years == 2**years - 1).cast(nw.Int64) for years in range(1, asked.years + 1)]
        return nw.max_horizontal(nw.min_horizontal(nw.sum_horizontal(*full), until - bound), nw.lit(0))

    had, may = (counted(mask, bound) for mask, bound in zip(masks, bounds, strict=True))
    return Bounds(had, may, asked.years)


def _begins(asked: Run, back: Back) -> tuple[nw.Expr, nw.Expr]:
    """Return the first year that a run may have, for certain and perhaps."""
    sure_from, possible_from = back.sure_from(), back.possible_from()
    if asked.after is not None and asked.follows:
        first, perhaps = back.opened(asked.after.awards, asked.after.commendations, asked.years)
        may_be_held = _may_be_held(asked.after, back)
        # Where the award that should open the run is not there, its length is still worth telling.
        sure_from = nw.when(may_be_held).then(nw.max_horizontal(sure_from, first + 1)).otherwise(sure_from)
        possible_from = (
            nw.when(may_be_held).then(nw.max_horizontal(possible_from, perhaps + 1)).otherwise(possible_from)
        )
    return sure_from, possible_from


def _may_be_held(after: Holds, back: Back) -> nw.Expr:
    """Say whether the award that opens the run may be held: what its own leaf does not find NOT_MET."""
    return holds(after, back, None).may()


def _masks(each: EachYear, sheet: Sheet) -> tuple[nw.Expr, nw.Expr]:
    """Return the years that pass, and those that may, as masks: bit 0 is the proposal's year.

    Of a year that is rated twice the worse rating stands. A mask less another that lies within it is what it has more.
    """
    kinds = ("rating", "award")
    passing = at_least(each.rated) if each.rated else frozenset[Rating]()
    is_rating, is_award = col("kind") == "rating", col("kind") == "award"
    titled = is_award & one_of("term", each.titles) & held()
    rated = is_rating & one_of("term", RATINGS)
    failing = is_rating & one_of("term", [rating for rating in RATINGS if rating not in passing])

    def mask(name: str, row: nw.Expr) -> nw.Expr:
        return sheet.look((each, name), kinds if each.titles else "rating", "bits", row.fill_null(value=False))

    year = col(YEAR)
    latest_known = nw.min_horizontal(nw.max_horizontal(year - earliest() + 1, nw.lit(0)), nw.lit(BITS))
    if not each.rated:
        titles = mask("titled", titled)
        passed = sheet.window((each, "passed"), titles)
        return passed, _filled(passed, _back(complete("awards")), latest_known)
    both = mask("rated or titled", rated | titled)
    unfit = mask("failing or titled", failing | titled)
    listed = mask("listed", is_rating | titled)
    titles = mask("titled", titled) if each.titles else nw.lit(0)
    passed = sheet.window((each, "passed"), titles + (both - unfit))
    fails = sheet.window((each, "fails"), unfit - titles)
    unrated = listed - both
    open_ = passed + _within(unrated, nw.lit(0), latest_known)
    since = _back(complete("years"))
    filled = _filled(open_, since, latest_known) - _within(fails, nw.min_horizontal(since, latest_known), latest_known)
    maybe = sheet.window((each, "maybe"), filled)
    return passed, _filled(maybe, _back(complete("awards")), latest_known) if each.titles else maybe


def _back(year: nw.Expr) -> nw.Expr:
    """Return how many years back the last year before this one lies, as a place in a mask."""
    return nw.min_horizontal(nw.max_horizontal(col(YEAR) - year + 1, nw.lit(0)), nw.lit(BITS))


def _within(mask: nw.Expr, since: nw.Expr, until: nw.Expr) -> nw.Expr:
    """Return the part of a mask from one place up to another."""
    return nw.when(since < until).then(mask % power(until) - mask % power(since)).otherwise(nw.lit(0))


def _filled(mask: nw.Expr, since: nw.Expr, until: nw.Expr) -> nw.Expr:
    """Return a mask with every place from one up to another set."""
    whole = power(until) - power(since)
    return nw.when(since < until).then(mask - (mask % power(until) - mask % power(since)) + whole).otherwise(mask)


def ones(key: Any, mask: nw.Expr, sheet: Sheet) -> nw.Expr:
    """Return how many of a mask's lowest bits are set before the first that is not: whole bytes first, then bits."""

    def filled(bits: nw.Expr, widths: Iterable[int]) -> nw.Expr:
        return nw.sum_horizontal(*[((bits % 2**width) == 2**width - 1).cast(nw.Int64) for width in widths])

    whole = sheet.window((key, "bytes"), 8 * filled(mask, range(8, BITS + 1, 8)))
    rest = sheet.window((key, "rest"), mask // power(whole))
    return sheet.window((key, "length"), whole + filled(rest, range(1, 9)))


def rated_years(leaf: RatedYears, back: Back, window: Window | None) -> Measured:
    """Count the years with such a rating, in the run the leaf stands in or ever."""
    sheet, year = back.sheet, col("year")
    inside = window if leaf.when == "window" else None
    sure_from = inside.sure if inside else sheet.window("earliest", earliest())
    possible_from = inside.possible if inside else sure_from
    key = ("rated-years", leaf, inside and inside.key)
    rated = one_of("term", RATINGS).fill_null(value=False)
    below = rated & ~one_of("term", sorted(at_least(leaf.rated))).fill_null(value=False)
    reach = (year >= possible_from) & (year <= col(YEAR))
    listed = sheet.window("years-complete", complete("years"))

    def count(name: str, row: nw.Expr) -> nw.Expr:
        return sheet.look((key, name), "rating", "distinct", nw.when(row).then(year), windowed=True)

    # Of a year that is rated twice the worse rating stands.
    certain = reach & (year >= sure_from)
    sure = count("sure", rated & certain) - count("sure below", below & certain)
    all_good = count("all", rated & reach) - count("all below", below & reach)
    late = reach & (year >= listed)
    unrated = count("listed", late) - count("rated", late & rated)
    until = nw.min_horizontal(col(YEAR) + 1, listed)
    unlisted = nw.max_horizontal(until - possible_from, nw.lit(0)) - count("known", reach & (year < listed) & rated)
    return Bounds(sure, all_good + unrated + unlisted, leaf.times)


def aged(leaf: Aged) -> Measured:
    """Look at the age of the collective, or for a round anniversary."""
    founded = col("founded")
    if leaf.years is not None:
        return Number(full_years(founded), leaf.years)
    first = founded.dt.year().cast(nw.Int64)
    age = nw.max_horizontal(col(YEAR) - first, nw.lit(1))
    coming = age + (10 - age % 10) % 10
    last = proposal_year() + leaf.ahead - first
    sure = (coming <= last).fill_null(value=False)
    next_year = (coming <= last + 1) & col("received").is_null()
    return Truth(either(sure, founded.is_null() | next_year.fill_null(value=False)))
