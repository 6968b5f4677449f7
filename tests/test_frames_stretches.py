"""Time served and in posts over tables: the second engine says of every career what the first says of one dossier."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import Any, TypeAlias, get_args

import attrs
import duckdb
import narwhals.stable.v2 as nw
import polars as pl
import pytest

import thidua
from thidua.frames import calendar
from thidua.frames.stretches import post_months, served_months
from thidua.merit.service import _end, _longest, _reckon, _Spell
from thidua.model import time
from thidua.model.dossier import Dossier
from thidua.model.duration import InPost, Served
from thidua.model.facts import NOT_SAID, Post, Service, Subject
from thidua.model.provision import Clause
from thidua.model.vocabulary import Activity, PostGroup

Asked: TypeAlias = Served | InPost
Career: TypeAlias = tuple[date, tuple[Service, ...] | tuple[Post, ...]]
Lengths: TypeAlias = tuple[int | None, int | None]

ENGINES: Mapping[str, Callable[[pl.DataFrame], Any]] = {
    "polars-lazy": lambda table: table.lazy(),
    "pyarrow": lambda table: table.to_arrow(),
    "duckdb": lambda table: duckdb.from_arrow(table.to_arrow()),
}
"""What makes a table of each engine."""
every_engine = pytest.mark.parametrize("engine", ENGINES)

KEYS = ["number", "name"]
SCHEMA = {
    "number": pl.Int64,
    "name": pl.String,
    "day": pl.Date,
    "term": pl.String,
    "force": pl.String,
    "hardship": pl.Boolean,
    "border": pl.Boolean,
    "since": pl.Date,
    "until": pl.Date,
    "running": pl.Boolean,
}
DAYS = (
    date(2005, 1, 1),
    date(2013, 1, 1),
    date(2015, 1, 1),
    date(2018, 1, 1),
    date(2024, 6, 1),
    date(2025, 8, 1),
    date(2026, 6, 1),
)
"""Days under each of the laws."""
MORE = (
    Served(),
    *(
        leaf
        for continuous in (False, True)
        for leaf in (
            Served(continuous=continuous, factor=2, by=date(2007, 7, 1)),
            Served(continuous=continuous, factor=3, hardship=True, border=True, by=date(2010, 3, 31)),
            Served(continuous=continuous, factor=4, border=True, activities=("duty", "international")),
            Served(continuous=continuous, factor=2, home=True, hardship=not continuous, by=date(2012, 5, 1)),
            Served(continuous=continuous, forces=("militia",), activities=("duty", "teaching"), by=date(2001, 2, 28)),
        )
    ),
)
"""What no law asks, but the engine could be asked."""


@cache
def leaves() -> tuple[Asked, ...]:
    """Return everything about time that the laws ask, once for all thresholds."""
    found: dict[Asked, None] = {}
    for entry in (placed.entry for day in DAYS for placed in thidua.law_on(day).of(Clause)):
        for value in attrs.asdict(entry, recurse=False).values():
            if isinstance(value, Served):
                found[attrs.evolve(value, years=0, below=None)] = None
            elif isinstance(value, InPost):
                found[attrs.evolve(value, months=0, below=None)] = None
    return (*found, *MORE)


def stretch(chance: random.Random, near: list[date]) -> tuple[date, date | None]:
    """Draw a stretch: often one that meets, overlaps or nearly meets another, or lies between ends of months."""
    drawn = chance.random()
    if near and drawn < 0.5:
        since = chance.choice(near) + timedelta(chance.choice((0, 0, 1, 1, 1, 2, -1, -30, 31)))
    elif drawn < 0.75:
        since = time.add_months(date(1970, 1, 31), chance.randrange(600))
    else:
        since = date(1970, 1, 1) + timedelta(chance.randrange(19000))
    until: date | None = since + timedelta(chance.choice((0, 1, chance.randrange(400), chance.randrange(5000))))
    drawn = chance.random()
    if drawn < 0.3:
        until = NOT_SAID if drawn < 0.15 else None
    elif drawn < 0.5:
        until = time.add_months(since, chance.randrange(150))
    elif drawn < 0.6 and near:
        until = max(since, chance.choice(near) + timedelta(chance.choice((0, 1, -1))))
    near += [since, *([until] if until and until != NOT_SAID else [])]
    return since, until


def careers(count: int, *, posts: bool) -> Iterable[Career]:
    """Draw careers, and the day on which each is put forward."""
    chance = random.Random(2026 + posts)  # noqa: S311  # careers are no secret
    activities = (None, None, "teaching", "duty", "duty", "international", "medicine", *get_args(Activity))
    forces = (None, None, "army", "army", "police", "militia")
    truths = (None, True, False)
    for _ in range(count):
        day = chance.choice(
            (date(2024, 12, 31), date(2020, 2, 29), date(1995, 1, 1) + timedelta(chance.randrange(12000)))
        )
        near: list[date] = []
        spans = [stretch(chance, near) for _ in range(chance.choice((1, 1, 2, 2, 3, 4, 5, 7)))]
        if posts:
            groups = get_args(PostGroup)[:8]
            yield day, tuple(Post(post=chance.choice(groups), since=since, until=until) for since, until in spans)
        else:
            yield (
                day,
                tuple(
                    Service(
                        since=since,
                        until=until,
                        force=chance.choice(forces),
                        activity=chance.choice(activities),
                        hardship=chance.choice(truths),
                        border=chance.choice(truths),
                    )
                    for since, until in spans
                ),
            )


def tabled(found: Iterable[Career]) -> pl.DataFrame:
    """Write careers as a table in no order, with what a dossier means by an end of null or none at all spelt out."""
    chance = random.Random(7)  # noqa: S311  # nor is their order
    rows = [
        {
            **dict.fromkeys(SCHEMA),
            **attrs.asdict(item),
            "number": place // 7,
            "name": str(place % 7),
            "day": day,
            "term": item.post if isinstance(item, Post) else item.activity,
            "until": None if item.until in (None, NOT_SAID) else item.until,
            "running": {None: True, NOT_SAID: chance.choice((None, False))}.get(
                item.until, chance.choice((None, True))
            ),
        }
        for place, (day, items) in enumerate(found)
        for item in items
    ]
    chance.shuffle(rows)
    return pl.DataFrame(rows, schema=SCHEMA)


@cache
def drawn(*, posts: bool) -> tuple[tuple[Career, ...], pl.DataFrame]:
    """Return careers, and their table."""
    found = tuple(careers(1500, posts=posts))
    return found, tabled(found)


@cache
def by_dossier(leaf: Asked) -> dict[tuple[int, str], Lengths]:
    """Reckon every career drawn as the engine of one dossier does."""
    found, _ = drawn(posts=isinstance(leaf, InPost))
    return {(place // 7, str(place % 7)): lengths(leaf, *career) for place, career in enumerate(found)}


def lengths(leaf: Asked, day: date, items: Any) -> Lengths:
    """Return the months that are sure and possible, as the engine of one dossier reckons them."""
    if isinstance(leaf, InPost):
        asked = [item for item in items if item.post in leaf.posts]
        both = ([_Spell(item.since, _end(item.until, day, generous=g)) for item in asked] for g in (False, True))
        sure, possible = (_longest((one for one in some if one.since < one.end), joined=False) for some in both)
        return sure, possible
    dossier = Dossier(subject=Subject(kind="individual"), year=day.year, received=day, service=items)
    sure, possible = (_reckon(leaf, dossier, generous=generous) for generous in (False, True))
    return sure, None if possible is None else max(possible, sure or 0)


def by_table(engine: str, table: pl.DataFrame, leaf: Asked) -> dict[tuple[int, str], Lengths]:
    """Reckon all careers of a table at once."""
    rows = nw.from_native(ENGINES[engine](table))
    reckoned = post_months(rows, KEYS, leaf) if isinstance(leaf, InPost) else served_months(rows, KEYS, leaf)
    found = pl.from_arrow((reckoned.collect() if isinstance(reckoned, nw.LazyFrame) else reckoned).to_arrow())
    assert isinstance(found, pl.DataFrame)
    assert dict(found.schema) == {"number": pl.Int64, "name": pl.String, "sure": pl.Int64, "possible": pl.Int64}
    assert not found.select(KEYS).is_duplicated().any()
    return {(number, name): (sure, possible) for number, name, sure, possible in found.iter_rows()}


def of_one(engine: str, leaf: Asked, *rows: Mapping[str, Any], day: date = date(2025, 3, 1)) -> Lengths:
    """Reckon one career, of stretches of ended service in the army where they do not say otherwise."""
    usual = {"number": 1, "name": "a", "day": day, "term": "duty", "force": "army", "hardship": False, "border": False}
    (found,) = by_table(engine, pl.DataFrame([{**usual, **row} for row in rows], schema=SCHEMA), leaf).values()
    return found


def span(since: str, until: str | None = None, **more: Any) -> dict[str, Any]:
    """Make a stretch from one day to another."""
    return {"since": date.fromisoformat(since), "until": until and date.fromisoformat(until), **more}


@every_engine
class TestAgreement:
    """The two engines."""

    def test_every_question(self, engine: str) -> None:
        """Whatever a law asks about time, each career drawn has the months that its dossier has."""
        differ = {
            leaf: {key: (months, of_dossier[key]) for key, months in found.items() if months != of_dossier[key]}
            for leaf in leaves()
            if (found := by_table(engine, drawn(posts=isinstance(leaf, InPost))[1], leaf))
            != (of_dossier := by_dossier(leaf))
        }

        assert differ == {}

    def test_no_row(self, engine: str) -> None:
        """A table without a row has no career, and no error."""
        table = pl.DataFrame(schema=SCHEMA)

        assert by_table(engine, table, Served(factor=2, continuous=True)) == {}
        assert by_table(engine, table, InPost(posts=("minister",))) == {}


@every_engine
class TestRules:
    """The rules themselves, each at its boundary."""

    def test_nothing_that_counts(self, engine: str) -> None:
        """A career none of whose stretches counts has its row, and no time at all: that is not nought months."""
        assert of_one(engine, Served(forces=("police",)), span("2000-01-01", "2010-01-01")) == (None, None)
        assert of_one(engine, InPost(posts=("minister",)), span("2000-01-01", "2010-01-01")) == (None, None)

    def test_short(self, engine: str) -> None:
        """A day served is some time: nought full months."""
        assert of_one(engine, Served(), span("2000-01-01", "2000-01-02")) == (0, 0)

    def test_backwards(self, engine: str) -> None:
        """What ends before it begins, on that day, or begins after the proposal, is no time."""
        rows = (span("2000-01-02", "2000-01-01"), span("2000-01-02", "2000-01-02"), span("2025-03-01", running=True))

        assert of_one(engine, Served(), *rows) == (None, None)

    def test_overlap(self, engine: str) -> None:
        """A day under two stretches is one day, and a stretch within another adds none."""
        rows = (span("2010-01-01", "2016-01-01"), span("2012-01-01", "2018-01-01"), span("2011-01-01", "2011-05-01"))

        assert of_one(engine, Served(), *rows) == (96, 96)

    @pytest.mark.parametrize(("until", "months"), [("2015-01-01", 242), ("2014-12-31", 242), ("2014-12-30", 122)])
    def test_unbroken(self, engine: str, until: str, months: int) -> None:
        """A gap breaks what must be continuous; the last day written for the first after it is no gap."""
        rows = (span("2005-01-01", until), span("2015-01-01", running=True))

        assert of_one(engine, Served(continuous=True), *rows)[0] == months

    def test_gap_in_hardship(self, engine: str) -> None:
        """The day between two stretches in hardship is bridged, but is no day in hardship: their days stand apart."""
        one, other = span("2010-01-01", "2010-01-31", hardship=True), span("2010-02-01", "2010-03-01", hardship=True)

        # Once: 2 full months. Again: 30 days and 1 month, which with the 0 days over are no fourth month.
        assert of_one(engine, Served(factor=2), one, other) == (3, 3)
        assert of_one(engine, Served(factor=2, continuous=True), one, other) == (3, 3)
        assert of_one(engine, Served(factor=2), one | {"until": other["since"]}, other) == (4, 4)

    def test_longest_with_hardship(self, engine: str) -> None:
        """Of two unbroken times the one that counts for more is taken, with its own hardship and not the other's."""
        plain, hard = span("1990-01-01", "1997-01-01"), span("2000-01-01", "2004-01-01", hardship=True)

        assert of_one(engine, Served(factor=2, continuous=True), hard, plain) == (96, 96)
        assert of_one(engine, Served(factor=2), hard, plain) == (180, 180)

    def test_days_left_over(self, engine: str) -> None:
        """Thirty-one days left over make a month, and thirty do not."""
        one = span("2001-01-01", "2001-01-16")

        assert of_one(engine, Served(), one, span("2002-01-01", "2002-01-17")) == (1, 1)
        assert of_one(engine, Served(), one, span("2002-01-01", "2002-01-16")) == (0, 0)

    def test_unsaid_end(self, engine: str) -> None:
        """A stretch of which nobody said whether it is over may last until today, or there is none for sure."""
        assert of_one(engine, Served(), span("2015-03-01")) == (None, 120)
        assert of_one(engine, Served(), span("2015-03-01", running=False)) == (None, 120)
        assert of_one(engine, Served(), span("2015-03-01", running=True)) == (120, 120)
        assert of_one(engine, Served(), span("2015-03-01", "2016-03-01", running=True)) == (12, 12)
        assert of_one(engine, Served(), span("2015-03-01", str(NOT_SAID))) == (None, 120)
        assert of_one(engine, InPost(posts=("minister",)), span("2015-03-01", term="minister")) == (None, 120)

    def test_named_day(self, engine: str) -> None:
        """Where the law names a day, time is reckoned up to it, or to the proposal if that is earlier."""
        leaf, row = Served(by=date(2010, 3, 1)), span("2000-03-01", running=True)

        assert of_one(engine, leaf, row) == (120, 120)
        assert of_one(engine, leaf, row, day=date(2005, 3, 1)) == (60, 60)

    def test_possible_is_no_less(self, engine: str) -> None:
        """Where time that may lie between two stretches takes a day from what is left over, it takes no month."""
        rows = (
            span("2001-01-01", "2001-01-29"),  # 28 days
            span("2001-01-31", "2001-02-28"),  # a month; with what may lie between, one month and 27 days
            span("2003-01-01", "2003-01-04"),  # 3 days
        )
        between = span("2001-01-29", "2001-01-31", force=None)

        assert of_one(engine, Served(forces=("army",)), *rows, between | {"force": "army"}) == (1, 1)
        assert of_one(engine, Served(forces=("army",)), *rows, between) == (2, 2)

    def test_posts_at_once(self, engine: str) -> None:
        """Time in several posts at once counts once; posts of groups not asked count for nothing."""
        rows = (
            span("2000-01-01", "2005-01-01", term="minister"),
            span("2003-01-01", "2008-01-01", term="vice-minister"),
            span("2008-01-01", "2020-01-01", term="general"),
            span("2008-01-01", "2020-01-01", term=None),
        )

        assert of_one(engine, InPost(posts=("minister", "vice-minister")), *rows) == (96, 96)

    def test_whose(self, engine: str) -> None:
        """Stretches are put together only where every key is the same."""
        row = span("2000-01-01", "2005-01-01", day=date(2025, 1, 1))
        rows = [row | {"number": number, "name": name} for number, name in product((1, 2), "ab")]
        more = rows[0] | span("2005-01-01", "2006-01-01")

        found = by_table(engine, pl.DataFrame([*rows, more], schema=SCHEMA), Served())

        assert found == {(1, "a"): (72, 72), (1, "b"): (60, 60), (2, "a"): (60, 60), (2, "b"): (60, 60)}


def pairs() -> list[tuple[date, date]]:
    """Return days drawn, and all ends and beginnings of months of some years with one another."""
    chance = random.Random(1)  # noqa: S311  # nor are days
    firsts = [date(year, month, 1) for year in (1900, 2000, 2023, 2024) for month in range(1, 13)]
    edges = [day + timedelta(days) for day in firsts for days in (-3, -2, -1, 0)]
    near = [day + timedelta(chance.randrange(-800, 800)) for day in edges]
    far = [date(1900, 1, 1) + timedelta(chance.randrange(90000)) for _ in range(20_000)]
    return [*product(edges, edges), *zip(edges, near, strict=True), *zip(far[::2], far[1::2], strict=True)]


@every_engine
class TestCalendar:
    """Full months and years, column by column."""

    def test_full_months_and_years(self, engine: str) -> None:
        """Months, days left over and years are those of two dates, in either order and at every end of a month."""
        days = pairs()
        table = pl.DataFrame(days, schema={"one": pl.Date, "other": pl.Date}, orient="row")
        one, other = nw.col("one"), nw.col("other")
        months, left = calendar.full_months(one, other)
        frame = nw.from_native(ENGINES[engine](table)).select(
            "one", "other", months=months, left=left, years=calendar.full_years(one, other)
        )
        found = pl.from_arrow((frame.collect() if isinstance(frame, nw.LazyFrame) else frame).to_arrow())

        assert isinstance(found, pl.DataFrame)
        assert set(found.iter_rows()) == {(*pair, *time.full_months(*pair), time.full_years(*pair)) for pair in days}

    def test_numbers(self, engine: str) -> None:
        """The number of a day is the same in a column, the next day has a greater one, and is the day after."""
        table = pl.DataFrame({"one": [date(1899, 12, 25) + timedelta(days) for days in range(47_000)]})
        frame = nw.from_native(ENGINES[engine](table)).select(
            "one", mine=calendar.numbered(nw.col("one")), after=calendar.day_after(nw.col("one"))
        )
        found = pl.from_arrow((frame.collect() if isinstance(frame, nw.LazyFrame) else frame).to_arrow())

        assert isinstance(found, pl.DataFrame)
        assert set(found.iter_rows()) == {
            (day, calendar.number(day), calendar.number(day + timedelta(1))) for day in table["one"]
        }
        assert found.select((pl.col("mine") < pl.col("after")).all()).item()
