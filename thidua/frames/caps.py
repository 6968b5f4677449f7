"""Which caps bear on which awards on which days: the laws that govern a table, as lookups that engines can make."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

import attrs
import narwhals.stable.v2 as nw

from thidua.book.catalogue import catalogue
from thidua.book.days import law_on
from thidua.book.governing import unread_for
from thidua.book.law import Law, LawChoice, Placed
from thidua.book.shelf import changes
from thidua.decision.capped import known_by
from thidua.errors import InputError, Problem, worded
from thidua.frames.decisions import Decided
from thidua.frames.naming import cells, looked_up
from thidua.frames.opening import ROW
from thidua.model.award import Award
from thidua.model.deciding import Rate
from thidua.model.decision import BASES
from thidua.model.outline import Unread
from thidua.model.vocabulary import Kind

SHEET: Final = "__thidua_sheet"
"""Which sheet governs a row; none where its day is not known."""
CAP: Final = "__thidua_cap"
"""Which cap a row stands under: its place among the caps."""


@attrs.frozen
class Cap:
    """A cap, or a text on caps that was not read: then ``rate`` is None, and each award stands under it by itself."""

    rule: str
    rate: Rate | None = None


@attrs.frozen
class Sheet:
    """What a law says of awards and caps.

    Attributes:
        names: ids by every name folded; of awards of other days too.
        given: ids of the awards that exist, by the recipients they can go to.
        caps: by id, the places of the caps that bear on an award.
        unread: ids of the awards whose caps some text that was not read may have changed.
    """

    names: Mapping[str, str]
    given: Mapping[Kind, frozenset[str]]
    caps: Mapping[str, tuple[int, ...]]
    unread: frozenset[str]


@attrs.frozen
class Plan:
    """The laws that govern a table.

    Attributes:
        caps: each cap once.
        sheets: each different state of the law once.
        spans: the first day of each stretch of days, none of the first, and its sheet; None where one law governs
            whatever the day.
        laws: a law of each sheet.
    """

    caps: tuple[Cap, ...]
    sheets: tuple[Sheet, ...]
    spans: tuple[tuple[date | None, int], ...] | None
    laws: tuple[Law, ...]

    def sheet(self) -> nw.Expr:
        """Say which sheet governs a row."""
        if self.spans is None:
            return nw.lit(0, dtype=nw.Int64)
        found = nw.lit(None, dtype=nw.Int64)
        day = nw.col("decided_on")
        for first, index in self.spans:
            since = ~day.is_null() if first is None else day >= first
            found = nw.when(since).then(nw.lit(index, dtype=nw.Int64)).otherwise(found)
        return found

    def look(self, column: str, of: Callable[[Sheet], Mapping[Any, Any]], dtype: Any = nw.String) -> nw.Expr:
        """Look a cell up in what the row's own sheet holds."""
        found = nw.lit(None, dtype=dtype)
        for values, where in self._alike(of):
            here = nw.col(SHEET).is_in(where)
            found = nw.when(here).then(looked_up(column, values, dtype)).otherwise(found)
        return found

    def _alike(self, of: Callable[[Sheet], Mapping[Any, Any]]) -> list[tuple[Mapping[Any, Any], list[int]]]:
        found: list[tuple[Mapping[Any, Any], list[int]]] = []
        for index, sheet in enumerate(self.sheets):
            values = of(sheet)
            same = next((where for known, where in found if known == values), None)
            if same is None:
                found.append((values, [index]))
            else:
                same.append(index)
        return found

    def say(self, what: Callable[[Rate], Any], dtype: Any = nw.String) -> nw.Expr:
        """Look up what the cap in the column ``CAP`` says of itself; none of a text not read."""
        return looked_up(CAP, {place: what(cap.rate) for place, cap in enumerate(self.caps) if cap.rate}, dtype)

    @property
    def of_proposers(self) -> list[int]:
        """The places of the caps that hold for each proposer."""
        return [place for place, cap in enumerate(self.caps) if cap.rate and cap.rate.per == "proposer"]

    @property
    def most(self) -> int:
        """How many caps bear on one award, at most."""
        return max((len(places) for sheet in self.sheets for places in sheet.caps.values()), default=0)

    def refuse(self, given: Collection[str]) -> None:
        """Refuse what a table cannot tell as decisions do: quotas of peer groups, bases known by their whole names.

        Raises:
            InputError: names the caps and the bases.
        """
        found = [
            Problem(
                "law",
                "not-for-tables",
                worded("{rule} counts in each peer group: ask thidua.check_rates", rule=cap.rule),
            )
            for cap in self.caps
            if cap.rate is not None and cap.rate.per == "group"
        ]
        whole = {rate.base for law in self.laws for rate in _rates(law) if len(known_by(rate, law)) == 1}
        for name in sorted(given):
            if name not in BASES or name in whole:
                sentence = worded("this base is known by its whole name: ask thidua.check_rates")
                found.append(Problem(f"bases.{name}", "not-for-tables", sentence))
        if found:
            raise InputError(found)

    def bases(self) -> dict[str, tuple[tuple[int, bool], ...]]:
        """By id, the caps in whose base an award's holders stand, and whether a row of it shows that there is one."""
        found: dict[str, tuple[tuple[int, bool], ...]] = {}
        for place, cap in enumerate(self.caps):
            rate = cap.rate
            if rate is None or rate.base != "holders":
                continue
            for name in dict.fromkeys((*rate.base_awards, *(rate.awards if rate.includes else ()))):
                found[name] = (*found.get(name, ()), (place, name in rate.base_awards))
        return found


def planned(law: LawChoice, table: Decided) -> Plan:
    """Find the laws that govern a table.

    Where the day of the decision picks the law, ``law_on`` is asked for each stretch of days between two changes of the
    book, so that a lazy table stays untouched. Of any other function of the day nobody knows when its law changes: it
    is asked for the days that occur, which are looked for then, and so are those of rows at hand.

    Raises:
        InputError: a row at hand has no date, and its date was to pick the law.
    """
    if isinstance(law, Law):
        return _plan([(None, law)], dated=False)
    if table.eager:
        _all_dated(table)
    elif _of_the_book(law):
        first, *_ = days = changes()
        return _plan([(None, law(first - timedelta(days=1))), *((day, law(day)) for day in days)])
    occurring = table.frame.select("decided_on").unique().filter(~nw.col("decided_on").is_null())
    return _plan([(day, law(day)) for day in cells(occurring, "decided_on")])


def _of_the_book(law: Callable[[date], Law]) -> bool:
    if isinstance(law, partial):  # of readings or texts not read: they change no day
        return law.func is law_on and not law.args
    return law is law_on


def _all_dated(table: Decided) -> None:
    for row in cells(table.frame.filter(nw.col("decided_on").is_null()), ROW):
        sentence = worded("the day of the decision picks the law: give the day, or a law")
        raise InputError.one(f"decisions[{row}].decided_on", "missing", sentence)


def _plan(dated_laws: Sequence[tuple[date | None, Law]], *, dated: bool = True) -> Plan:
    caps: dict[tuple[object, ...], tuple[int, Cap]] = {}
    sheets: list[Sheet] = []
    laws: list[Law] = []
    spans: list[tuple[date | None, int]] = []
    by_statute: dict[int, int] = {}
    for day, law in dated_laws:
        if id(law.statute) not in by_statute:
            made = _sheet(law, caps)
            if made not in sheets:
                sheets.append(made)
                laws.append(law)
            by_statute[id(law.statute)] = sheets.index(made)
        index = by_statute[id(law.statute)]
        if not spans or spans[-1][1] != index:
            spans.append((day, index))
    found = tuple(cap for _, cap in caps.values())
    return Plan(found, tuple(sheets), tuple(spans) if dated else None, tuple(laws))


def _sheet(law: Law, caps: dict[tuple[object, ...], tuple[int, Cap]]) -> Sheet:
    """Ask a law about each of its awards, as :func:`thidua.check_rates` asks it about a decision's."""
    bearing: dict[str, tuple[int, ...]] = {}
    open_: set[str] = set()
    given: dict[Kind, set[str]] = {}
    for award in law.awards:
        for recipient in award.recipients:
            given.setdefault(recipient, set()).add(award.id)
        unread = unread_for(law, award, Rate.table)
        if unread is not None:
            open_.add(award.id)
        bearing[award.id] = tuple(_place(placed, caps) for placed in _sources(law, award, unread))
    ever = {name: award.id for name, award in catalogue().names.items()}
    own = {name: award.id for name, award in law.statute.names.items()}
    return Sheet(
        names={**ever, **own},
        given={recipient: frozenset(ids) for recipient, ids in given.items()},
        caps={name: places for name, places in bearing.items() if places},
        unread=frozenset(open_),
    )


def _sources(law: Law, award: Award, unread: Placed[Unread] | None) -> tuple[Placed[Rate] | Placed[Unread], ...]:
    rates = tuple(placed for placed in law.of(Rate) if award.id in placed.entry.awards)
    return rates or ((unread,) if unread else ())


def _rates(law: Law) -> tuple[Rate, ...]:
    return tuple(placed.entry for placed in law.of(Rate) if placed.entry.awards)


def _place(placed: Placed[Rate] | Placed[Unread], caps: dict[tuple[object, ...], tuple[int, Cap]]) -> int:
    entry = placed.entry
    rate = entry if isinstance(entry, Rate) else None
    key = (placed.header.id, entry.id, entry.since, rate.awards if rate else None)
    found = caps.setdefault(key, (len(caps), Cap(f"{placed.header.id}:{entry.id}", rate)))
    return found[0]
