"""Awards held, over tables: years running, times, and the time since; as :mod:`thidua.merit.years` tells it of one."""

from __future__ import annotations

from collections.abc import Callable

import narwhals.stable.v2 as nw

from thidua.frames.looking import Back, Window
from thidua.frames.measured import Bounds, Measured, Truth, either
from thidua.frames.proposal import complete, earliest
from thidua.frames.sheet import BITS, FAR, YEAR, col, held, one_of
from thidua.merit.lens import LONGEST_RUN
from thidua.model.condition import Holds

KINDS: tuple[str, ...] = ("merit", "ad-hoc", "movement", "dedication", "seniority", "external", "resistance")


def holds(leaf: Holds, back: Back, window: Window | None) -> Measured:
    """Measure awards held."""
    return _times(leaf, back, window) if leaf.consecutive is None else _consecutive(leaf, back, leaf.consecutive)


def _times(leaf: Holds, back: Back, window: Window | None) -> Measured:
    sheet, year = back.sheet, col("year")
    first, certain = nw.lit(-FAR), nw.lit(-FAR)
    windowed = bool(leaf.after) or (leaf.when == "window" and window is not None)
    if leaf.when == "year" or (leaf.when == "window" and window is None):
        first = certain = col(YEAR)
    elif leaf.when == "window" and window is not None:
        first, certain = window.possible, window.sure
    if leaf.after:
        opened, perhaps = back.opened(leaf.after)
        certain, first = nw.max_horizontal(certain, opened + 1), nw.max_horizontal(first, perhaps + 1)
    met, may = back.counts(leaf.awards, leaf.commendations)
    inside = (year >= first) & (year <= col(YEAR))
    met, may = met & inside & (year >= certain), may & inside
    key = ("times", leaf, window and window.key, back.key)

    def look(what: str, how: str, value: nw.Expr) -> nw.Expr:
        return sheet.look((key, what), "award", how, value, windowed=windowed)  # type: ignore[arg-type]  # one of its words

    since, until = nw.max_horizontal(first, earliest()), nw.min_horizontal(col(YEAR) + 1, complete("awards"))
    barred = _barred(leaf, back, inside, met, look)
    if leaf.times == 1:
        return Truth(either(look("met", "any", met), look("may", "any", may) | (since < until)), barred=barred)
    award = _number(leaf)
    where, titles = year * 64 + award, all(back.lens.is_title(each) for each in leaf.awards)
    if titles:
        sure, seen = (look(name, "distinct", nw.when(row).then(where)) for name, row in (("met", met), ("may", may)))
        since, until = sheet.window((key, "since"), since), sheet.window((key, "until"), until)
        known = nw.when(may & (year >= since) & (year < until)).then(where)
        unseen = len(leaf.awards) * nw.max_horizontal(until - since, nw.lit(0))
        hidden = unseen - sheet.look((key, "known"), "award", "distinct", known, windowed=True)
        return Bounds(sure, seen + hidden, leaf.times, barred)
    # A form counts once a decision; an entry without its day may be the same decision as another of its year.
    dated, form = ~col("decided_on").is_null(), ~_titled(leaf, back)
    decision = (where * 10**8 + _day(col("decided_on"))) * 8 + _kind()
    sure = (
        look("decisions", "distinct", nw.when(met & dated & form).then(decision))
        + look("years", "distinct", nw.when(met).then(where))
        - look("dated", "distinct", nw.when(met & dated & form).then(where))
    )
    most = (
        look("all decisions", "distinct", nw.when(may & dated & form).then(decision))
        + look("all titles", "distinct", nw.when(may & ~form).then(where))
        + look("undated", "sum", nw.when(may & ~dated & form).then(nw.lit(1)))
    )
    open_ = nw.when(since < until).then(nw.lit(FAR)).otherwise(most)
    return Bounds(sure, open_, leaf.times, barred)


def _barred(
    leaf: Holds, back: Back, inside: nw.Expr, met: nw.Expr, look: Callable[[str, str, nw.Expr], nw.Expr]
) -> nw.Expr | None:
    if not back.lens.excluded:
        return None
    row = one_of("term", leaf.awards) & held() & inside & one_of("commendation", sorted(back.lens.excluded))
    forms = [award for award in leaf.awards if not back.lens.is_title(award) or back.lens.titles_too]
    row = row & one_of("term", forms)
    return look("barred", "any", row) & ~look("met", "any", met)


def _titled(leaf: Holds, back: Back) -> nw.Expr:
    return one_of("term", [award for award in leaf.awards if back.lens.is_title(award)])


def _number(leaf: Holds) -> nw.Expr:
    number = nw.lit(0)
    for index, award in enumerate(leaf.awards):
        number = nw.when(col("term") == award).then(nw.lit(index)).otherwise(number)
    return number.cast(nw.Int64)


def _kind() -> nw.Expr:
    number = nw.lit(len(KINDS))
    for index, kind in enumerate(KINDS):
        number = nw.when(col("commendation") == kind).then(nw.lit(index)).otherwise(number)
    return number.cast(nw.Int64)


def _day(day: nw.Expr) -> nw.Expr:
    return day.dt.year().cast(nw.Int64) * 10000 + day.dt.month().cast(nw.Int64) * 100 + day.dt.day().cast(nw.Int64)


def _consecutive(leaf: Holds, back: Back, need: int) -> Measured:
    sure, perhaps = _years_ago(leaf, back)
    steps = range(leaf.apart, leaf.spacing + 1)
    reach = (need - 1) * leaf.spacing

    ends = range(leaf.lag, min(leaf.lag + LONGEST_RUN, BITS - reach)) if leaf.anywhere else (leaf.lag,)
    found = [(_chain(end, need, steps, sure), _chain(end, need, steps, perhaps)) for end in ends]
    sures, mays = zip(*found, strict=True)
    return Truth(either(*(nw.any_horizontal(*each, ignore_nulls=True) for each in (sures, mays))))


def running(leaf: Holds, back: Back, need: int) -> Bounds:
    """Count the years running up to the last one looked at, of as many as are asked.

    While the proposal's year is open and nothing was received for it yet, up to the year before.
    """

    def counted(has: Callable[[int], nw.Expr], first: int) -> nw.Expr:
        years = nw.lit(0)
        for ago in reversed(range(first, leaf.lag + need)):
            years = nw.when(has(ago)).then(years + 1).otherwise(nw.lit(0))
        return years

    sure, perhaps = _years_ago(leaf, back)
    if leaf.lag:
        return Bounds(counted(sure, leaf.lag), counted(perhaps, leaf.lag), need)
    coming = back.year_open() & ~perhaps(0)
    had, may = (nw.when(coming).then(counted(has, 1)).otherwise(counted(has, 0)) for has in (sure, perhaps))
    return Bounds(had, may, need)


def _years_ago(leaf: Holds, back: Back) -> tuple[Callable[[int], nw.Expr], Callable[[int], nw.Expr]]:
    """Return what says whether one was held so many years ago: for certain, and perhaps."""
    met, may = back.counts(leaf.awards, leaf.commendations)
    certain, possible = _counted(leaf, back)
    key = ("consecutive", leaf.awards, leaf.commendations, back.key)

    def at(name: str, row: nw.Expr, ago: int) -> nw.Expr:
        if leaf.anywhere:
            mask = back.sheet.look((key, name), "award", "bits", row)
            return (mask // nw.lit(2**ago)) % 2 == nw.lit(1)
        return back.sheet.look((key, name, ago), "award", "any", row & (col("year") == col(YEAR) - ago))

    def sure(ago: int) -> nw.Expr:
        return at("met", met, ago) & (col(YEAR) - ago >= certain)

    def perhaps(ago: int) -> nw.Expr:
        year = col(YEAR) - ago
        hidden = (year >= earliest()) & (year < complete("awards"))
        return (at("may", may, ago) | hidden) & (year >= possible)

    return sure, perhaps


def _chain(last: int, need: int, steps: range, has: Callable[[int], nw.Expr]) -> nw.Expr:
    """Say whether ``need`` years lead up to ``last`` years ago in such steps; the nearest year is taken."""
    if need == 1:
        return has(last)
    further = nw.lit(value=False)
    for step in reversed(steps):
        further = nw.when(has(last + step)).then(_chain(last + step, need - 1, steps, has)).otherwise(further)
    return has(last) & further


def _counted(leaf: Holds, back: Back) -> tuple[nw.Expr, nw.Expr]:
    """Return the first years that count for certain and perhaps, seen from awards of the year a measure ended in."""
    if not back.lens.resets:
        return nw.lit(-FAR), nw.lit(-FAR)
    certain, possible = back.sure_from(), back.possible_from()
    if not back.lens.after_discipline:
        return certain, possible
    sheet, end = back.sheet, back.served_on()
    row = one_of("term", leaf.awards) & (col("year") == possible) & held()
    key = ("after", leaf.awards, back.key)
    later = sheet.look((key, "later"), "award", "any", row & (col("decided_on") >= end), windowed=True)
    any_ = sheet.look((key, "any"), "award", "any", row, windowed=True)
    undated = sheet.look((key, "undated"), "award", "any", row & col("decided_on").is_null(), windowed=True)
    in_question = ~end.is_null() & (possible < back.served_until())
    listed = complete("disciplines") <= possible
    earlier = in_question & ~later & any_ & ~undated
    return (
        nw.when(in_question & later & listed).then(possible).otherwise(certain),
        nw.when(earlier).then(possible + 1).otherwise(possible),
    )
