"""How the law of a day looks back over a table's records: the second engine's :mod:`thidua.merit.lens`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, get_args

import attrs
import narwhals.stable.v2 as nw

from thidua.errors import InputError, worded
from thidua.frames.proposal import by_proposal, complete, earliest, full_years, proposal_year
from thidua.frames.sheet import FAR, RECEIVED, YEAR, Sheet, col, greatest, held, one_of
from thidua.frames.words import one_of_others
from thidua.merit.lens import Lens
from thidua.merit.outlook import Outlook
from thidua.model.vocabulary import RATINGS, Commendation

NO = nw.lit(value=False)


@attrs.frozen(eq=False)
class Window:
    """The years up to the proposal's: from ``sure`` on they count for certain, from ``possible`` on they may."""

    key: Any
    sure: nw.Expr
    possible: nw.Expr


@attrs.define(eq=False)
class Back:
    """One lens over one plan: what it finds is looked up once, whichever measures ask."""

    sheet: Sheet
    outlook: Outlook
    lens: Lens = attrs.field(init=False)
    key: tuple[Any, ...] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.lens = lens = self.outlook.lens()
        if lens.once:
            sentence = worded(
                "under this reading an award counts once among several forms: tables cannot tell, dossiers can"
            )
            raise InputError.one("law.readings.award-in-two-chains", "not-in-tables", sentence)
        self.key = (lens.excluded, lens.titles_too, lens.after_discipline, lens.own, lens.route, lens.from_decision)

    def counts(self, awards: Iterable[str], wanted: tuple[Commendation, ...]) -> tuple[nw.Expr, nw.Expr]:
        """Say of an award's row whether it is of these and counts for certain, and whether it may."""
        sure, may = [], []
        for award in awards:
            this = col("term") == award
            title = self.lens.is_title(award)
            barred = self.lens.excluded if not title or self.lens.titles_too else frozenset[Commendation]()
            asked = () if title else wanted
            doubt = bool(asked) or (bool(barred) and not title and self.lens.barrable(award))
            may_be = this
            if barred:
                may_be = may_be & ~one_of("commendation", sorted(barred)).fill_null(value=False)
            if asked:
                may_be = may_be & ~one_of_others("commendation", asked, get_args(Commendation))
            may.append(may_be)
            # A word of no list grounds nothing for certain.
            known = one_of("commendation", [kind for kind in get_args(Commendation) if kind not in barred])
            sure.append(may_be & known.fill_null(value=False) if doubt else may_be)
        return reduce(or_, sure, NO) & held(), reduce(or_, may, NO) & held()

    def too_soon(self, years: int) -> nw.Expr:
        """Say whether so many years cannot have passed since the decision of an award's row."""
        if not self.lens.from_decision or years <= 0:
            return NO
        return (~col("decided_on").is_null()) & (full_years(col("decided_on")) < years).fill_null(value=False)

    def served_on(self) -> nw.Expr:
        """Return the first day after every disciplinary measure served by the proposal; null if there was none."""
        ended = nw.when(by_proposal(col("until")).fill_null(value=False)).then(col("until"))
        return self.sheet.window("served-on", self.sheet.day("served-on", "discipline", ended))

    def served_until(self) -> nw.Expr:
        """Return the first year that begins on that day or later; far back if there was none."""
        end = self.served_on()
        first = truth_of((end.dt.month() == 1) & (end.dt.day() == 1))
        return self.sheet.window("served-until", (end.dt.year().cast(nw.Int64) + 1 - first).fill_null(-FAR))

    def ends_unsaid(self) -> nw.Expr:
        """Say whether a measure begun by the proposal does not say when it ends."""
        unsaid = col("until").is_null() & ~col("running").fill_null(value=False) & by_proposal(col("since"))
        return self.sheet.look("ends-unsaid", "discipline", "any", unsaid)

    def own(self, *, sure: bool) -> nw.Expr:
        """Return the year after the one in which the form itself was given last on this route; perhaps or for sure."""
        if self.lens.own is None:
            return nw.lit(-FAR)
        year = last_year() + 1
        unsaid = col("commendation").is_null()
        if not self.lens.route:
            ours = nw.lit(value=True) if sure else NO
        elif sure:
            ours = one_of("commendation", sorted(self.lens.route)).fill_null(value=False)
        else:
            ours = unsaid
        row = (col("term") == self.lens.own) & held() & ours & (year <= col(YEAR))
        return self.sheet.look(("own", self.lens.own, self.lens.route, sure), "award", "max", nw.when(row).then(year))

    def held_back(self) -> nw.Expr:
        """Return the first year that counts whatever the record may leave unsaid."""
        doubts = [nw.lit(-FAR)]
        if self.lens.after_discipline:
            listed = complete("disciplines")
            doubts.append(nw.when(listed > self.served_until()).then(listed).otherwise(-FAR))
            doubts.append(nw.when(self.ends_unsaid()).then(proposal_year() + 1).otherwise(-FAR))
        if self.lens.own is not None:
            listed = complete("awards")
            until = nw.min_horizontal(listed, col(YEAR) + 1)
            doubts += [self.own(sure=False), nw.when(earliest() < listed).then(until).otherwise(-FAR)]
        return self._kept("held-back", greatest(doubts))

    def sure_from(self) -> nw.Expr:
        """Return the first year that counts for certain."""
        served = self.served_until() if self.lens.after_discipline else nw.lit(-FAR)
        return self._kept("sure-from", nw.max_horizontal(served, self.own(sure=True), self.held_back()))

    def possible_from(self) -> nw.Expr:
        """Return the first year that may count."""
        end = self.served_on() if self.lens.after_discipline else None
        served = nw.lit(-FAR) if end is None else end.dt.year().cast(nw.Int64).fill_null(-FAR)
        return self._kept("possible-from", nw.max_horizontal(served, self.own(sure=True)))

    def _kept(self, what: str, year: nw.Expr) -> nw.Expr:
        return self.sheet.window((what, self.key), year)

    def year_open(self) -> nw.Expr:
        """Say whether something may still be achieved in the proposal's year: not received yet, and not rated."""
        rated = one_of("term", RATINGS).fill_null(value=False) & (col("year") == col(YEAR))
        return col(RECEIVED).is_null() & ~self.sheet.look("rated now", "rating", "any", rated)

    def opened(
        self, awards: tuple[str, ...], wanted: tuple[Commendation, ...] = (), years: int = 0
    ) -> tuple[nw.Expr, nw.Expr]:
        """Return the first year in which one of these was held, for certain and perhaps; far ahead where none is."""
        key = ("opened", awards, wanted, years, self.key)
        sure, may = self.counts(awards, wanted)
        year = last_year()
        fits = (year <= col(YEAR)) & ~self.too_soon(years)
        first = self.sheet.look((key, "sure"), "award", "min", nw.when(sure & fits).then(year))
        perhaps = self.sheet.look((key, "may"), "award", "min", nw.when(may & fits).then(year))
        hidden = earliest() < nw.min_horizontal(complete("awards"), first)
        open_ = nw.when(hidden).then(nw.min_horizontal(perhaps, earliest())).otherwise(perhaps)
        return self.sheet.window((key, "first"), first), self.sheet.window((key, "perhaps"), open_)

    def since(self, awards: tuple[str, ...]) -> Window:
        """Return the years after one of these awards was held, as far as they count."""
        first, perhaps = self.opened(awards)
        key = ("since", awards, self.key)
        return Window(
            key,
            self.sheet.window((key, "sure"), nw.max_horizontal(first + 1, self.sure_from())),
            self.sheet.window((key, "possible"), nw.max_horizontal(perhaps + 1, self.possible_from())),
        )


def last_year() -> nw.Expr:
    """Return the last year that an award's row rewards: of its period where its decision states one."""
    return nw.coalesce(col("period_until"), col("year"))


def truth_of(expr: nw.Expr) -> nw.Expr:
    """Return a truth as 0 or 1, 0 where it is not known."""
    return expr.fill_null(value=False).cast(nw.Int64)
