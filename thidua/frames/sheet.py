"""What to look up in the records: gathered while an award's tree is read, then run in two passes.

A *look* is one aggregate over the rows of a proposal's subject, asked for by a measure. The first pass needs nothing
but the proposal's year and day; the second also the windows of years that the first one opened. Only joins, filters,
group-bys and plain expressions are used, so that every engine runs the same plan.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any, Final, Literal

import attrs
import narwhals.stable.v2 as nw

from thidua.frames.opening import Frame

YEAR: Final = "_year"
"""The proposal's year, beside the columns of a record."""
RECEIVED: Final = "_received"
"""The day the proposal was received, beside the columns of a record; null where it is not known."""
DAY: Final = "_day"
"""The day on which a proposal is judged: when it was received, else the last day of its year."""
TRACKS: Final = "_tracks"
"""The tracks of a proposal's subject with a blank before and after each; blank where none is known."""
FAR: Final = 10**6
"""A year no record reaches; its negative lies before every record."""
FEW: Final = 3
"""So many looks a kind of row are few: to look them all up in every row costs less than a join for each kind."""
BITS: Final = 51
"""How many years back a mask of years reaches: its numbers stay exact where an engine divides in floating point."""

How = Literal["any", "max", "min", "sum", "distinct", "names", "bits"]
_COLUMNS: Final = re.compile(r"col\(([^()]+)\)")
_EMPTY: Final[dict[str, Any]] = {"any": False, "max": -FAR, "min": FAR, "sum": 0, "distinct": 0, "names": 0, "bits": 0}
_GAPS: Final[dict[str, Any]] = {"distinct": -1, "names": ""}

col: Callable[[str], nw.Expr] = nw.col


@attrs.frozen(eq=False)
class Tables:
    """The two tables on their way through a plan.

    Attributes:
        cohort: the proposals, with ``YEAR``, ``RECEIVED`` and ``DAY``.
        records: what happened to their subjects.
        keys: the columns that tell a proposal.
        numbered: whether each proposal has a key of its own; else those that say the same share one.
    """

    cohort: Frame
    records: Frame
    keys: list[str]
    numbered: bool = True
    checked: bool = True
    """Whether their words were looked through; else each row's are."""

    def beside(self, kinds: tuple[str, ...], more: Iterable[str] = ()) -> Frame:
        """Return the records of these kinds, each beside the proposals of its subject."""
        return self.records.filter(one_of("kind", kinds)).join(self.proposed(more), on="subject", how="inner")

    def proposed(self, more: Iterable[str] = ()) -> Frame:
        """Return what a record's row needs of the proposals, each key once."""
        mine = self.cohort.select(*self.keys, "subject", YEAR, RECEIVED, *more)
        return mine if self.numbered else mine.unique()


@attrs.frozen(eq=False)
class Look:
    """One aggregate: of the rows of these kinds, a value for each row, and how they are taken together.

    ``any`` takes a truth; ``distinct`` counts different numbers from 0 up, ``names`` different texts but the empty one;
    ``bits`` takes a truth and makes a mask of the years back in which it held of some row, bit 0 being the proposal's
    year.
    """

    name: str
    kinds: tuple[str, ...]
    how: How
    value: nw.Expr

    def of_its_kinds(self) -> nw.Expr:
        """Return the value of rows of its kinds, and none of others."""
        return nw.when(one_of("kind", self.kinds)).then(self.value)


@attrs.define(eq=False)
class Sheet:
    """The looks of one plan, and the windows of years between its passes; the same look is made once."""

    passes: tuple[list[Look], list[Look]] = attrs.field(factory=lambda: ([], []))
    windows: dict[str, nw.Expr] = attrs.field(factory=dict)
    others: dict[str, Callable[[Tables], Frame]] = attrs.field(factory=dict)
    """Measures that are no plain aggregate: from the two tables to columns for each key."""
    spent: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    """Marks on initiatives that awards used up, all but those of these ids, by the name of the mark's column."""
    _names: dict[Any, str] = attrs.field(factory=dict)

    def look(
        self, key: Any, kinds: str | tuple[str, ...], how: How, value: nw.Expr, *, windowed: bool = False
    ) -> nw.Expr:
        """Ask for an aggregate and return its column; ``key`` says what it is, so that it is made once."""
        key = (key, how, windowed)
        if key not in self._names:
            name = self._names[key] = f"_look{len(self._names)}"
            kinds = (kinds,) if isinstance(kinds, str) else kinds
            self.passes[windowed].append(Look(name, kinds, how, value))
        return col(self._names[key]).fill_null(_EMPTY[how])

    def day(self, key: Any, kinds: str, value: nw.Expr) -> nw.Expr:
        """Ask for the latest of some days; null where there is none."""
        key = (key, "day")
        if key not in self._names:
            name = self._names[key] = f"_look{len(self._names)}"
            self.passes[0].append(Look(name, (kinds,), "max", value))
        return col(self._names[key])

    def other(self, key: Any, make: Callable[[str], Callable[[Tables], Frame]]) -> str:
        """Ask for a measure that is no plain aggregate, made by a function of the name of its columns."""
        if key not in self._names:
            name = self._names[key] = f"_other{len(self._names)}"
            self.others[name] = make(name)
        return self._names[key]

    def mark_spent(self, spared: tuple[str, ...]) -> nw.Expr:
        """Ask which initiatives awards other than these have used up, and return the mark beside each row."""
        key = ("spent", spared)
        if key not in self._names:
            name = self._names[key] = f"_spent{len(self._names)}"
            self.spent[name] = spared
        return col(self._names[key]).fill_null(value=False)

    def window(self, key: Any, expr: nw.Expr) -> nw.Expr:
        """Keep a column made after the first pass: the second sees it beside every row, and it is reckoned once."""
        if key not in self._names:
            name = self._names[key] = f"_window{len(self._names)}"
            self.windows[name] = expr
        return col(self._names[key])

    def run(self, tables: Tables) -> Frame:
        """Return the proposals with a column for every look."""
        found = self._pass(self.passes[0], tables, ())
        for layer in layers(self.windows):
            found = found.with_columns(**layer)
        if self.passes[1]:
            asked = {name for look in self.passes[1] for name in _COLUMNS.findall(repr(look.value))}
            windows = tuple(name for name in self.windows if name in asked)
            found = self._pass(self.passes[1], attrs.evolve(tables, cohort=found), windows)
        for make in self.others.values():
            found = found.join(make(tables), on=tables.keys, how="left")
        return found

    def _pass(self, looks: Iterable[Look], tables: Tables, windows: tuple[str, ...]) -> Frame:
        found, keys = tables.cohort, tables.keys
        for kinds, asked in _scans(looks, together=not tables.numbered).items():
            rows = tables.beside(kinds, windows)
            if "initiative" in kinds:
                for name, spared in self.spent.items():
                    marks = used(tables, spared).with_columns(nw.lit(value=True).alias(name))
                    rows = rows.join(marks, on=[*keys, "id"], how="left")
            plain = [look for look in asked if look.how != "bits"]
            masks = [look for look in asked if look.how == "bits"]
            for part in (taken(rows, plain, keys), masked(rows, masks, keys)):
                if part is not None:
                    found = found.join(part, on=keys, how="left")
        return found


def _scans(looks: Iterable[Look], *, together: bool) -> dict[tuple[str, ...], list[Look]]:
    """Sort looks by the kinds of rows they read: one scan for each, or one for all.

    One is quicker where there are few looks, and keeps the plan of an engine small that is slow to read plans.
    """
    found: dict[tuple[str, ...], list[Look]] = {}
    for look in looks:
        found.setdefault(look.kinds, []).append(look)
    kinds, number = len(found), sum(map(len, found.values()))
    if kinds <= 1 or not (together or number <= FEW * kinds):
        return found
    every = tuple(dict.fromkeys(kind for kinds in found for kind in kinds))
    return {every: [attrs.evolve(look, value=look.of_its_kinds()) for asked in found.values() for look in asked]}


def layers(columns: Mapping[str, nw.Expr]) -> list[dict[str, nw.Expr]]:
    """Sort columns into layers, each made of those below it: the fewer, the smaller an engine's plan.

    What an expression is made of is read off its text, as expressions do not tell it otherwise.
    """
    found: list[dict[str, nw.Expr]] = []
    level: dict[str, int] = {}
    for name, expr in columns.items():
        below = [level[other] for other in _COLUMNS.findall(repr(expr)) if other in level]
        level[name] = max(below, default=-1) + 1
        while len(found) <= level[name]:
            found.append({})
        found[level[name]][name] = expr
    return found


def staged(frame: Frame, stages: Sequence[Mapping[str, nw.Expr]], keep: Sequence[str]) -> Frame:
    """Return a frame with the columns of every stage, as far as they are kept or a later stage needs them.

    A column that is carried along costs a table in memory its room, and a query its text.
    """
    needed = list(keep)
    steps = []
    for stage in reversed(stages):
        made = {name: expr for name, expr in stage.items() if name in needed}
        if made:
            steps.append([made[name].alias(name) if name in made else name for name in needed])
            below = {name for expr in made.values() for name in _COLUMNS.findall(repr(expr))}
            needed = sorted({name for name in needed if name not in made} | below)
    for columns in reversed(steps):
        frame = frame.select(*columns)
    return frame


def held() -> nw.Expr:
    """Say of an award's row whether it counts: not revoked, and decided by the day the dossier was received."""
    late = (col("decided_on") > col(RECEIVED)).fill_null(value=False)
    gone = ~col("revoked_on").is_null() & (col(RECEIVED).is_null() | (col("revoked_on") <= col(RECEIVED)))
    return ~late & ~gone.fill_null(value=False)


def used(tables: Tables, spared: tuple[str, ...]) -> Frame:
    """Return the initiatives that awards other than these used up, for each proposal."""
    rows = tables.beside(("ground",)).filter(~one_of("term", spared) & held() & ~col("id").is_null())
    return rows.select(*tables.keys, "id").unique()


def taken(rows: Frame, looks: list[Look], keys: list[str]) -> Frame | None:
    """Aggregate the looks' values for each key."""
    if not looks:
        return None
    values, gaps, totals, after = [], [], [], []
    for look in looks:
        name, gap = look.name, _GAPS.get(look.how)
        if gap is not None:
            # Engines differ in whether a gap is a value of its own: it is one here, and is taken off again.
            filled = col(name).fill_null(gap)
            gaps.append(filled.alias(name))
            totals += [col(name).n_unique(), col(name).min().alias(f"{name}-")]
            counted = col(name).cast(nw.Int64) - (col(f"{name}-") == gap).cast(nw.Int64)
            after.append(counted.alias(name))
        else:
            totals.append(getattr(col(name), look.how)())
            after += [col(name).cast(nw.Int64)] if look.how == "sum" else []
        values.append(look.value.alias(name))
    told = [col(look.name) if look.how == "any" else ~col(look.name).is_null() for look in looks]
    # Most rows tell nothing that was asked; left out here, they need not be grouped.
    telling = rows.select(*keys, *values).filter(reduce(or_, told))
    found = (telling.with_columns(*gaps) if gaps else telling).group_by(*keys).agg(*totals)
    return (
        found.select(*keys, *[each.name for each in looks])
        if not after
        else found.with_columns(*after).select(*keys, *[look.name for look in looks])
    )


def masked(rows: Frame, looks: list[Look], keys: list[str]) -> Frame | None:
    """Make masks of years: one bit a year, whatever the number of rows that speak of it."""
    if not looks:
        return None
    ago = (col(YEAR) - col("year")).alias("_ago")
    inside = rows.select(*keys, ago, *[look.value.fill_null(value=False).alias(look.name) for look in looks])
    inside = inside.filter((col("_ago") >= 0) & (col("_ago") < BITS))
    names = [look.name for look in looks]
    years = inside.group_by(*keys, "_ago").agg(*[col(name).any() for name in names])
    worth = power(col("_ago"))
    bits = years.select(*keys, *[nw.when(col(name)).then(worth).otherwise(0).alias(name) for name in names])
    return (
        bits.group_by(*keys)
        .agg(*[col(name).sum() for name in names])
        .with_columns(*[col(name).cast(nw.Int64) for name in names])
    )


def power(exponent: nw.Expr) -> nw.Expr:
    """Return two to this power, a whole number."""
    return (nw.lit(2, dtype=nw.Int64) ** exponent).cast(nw.Int64)


def one_of(name: str, words: Iterable[Any]) -> nw.Expr:
    """Say whether a column holds one of these words; by equality: ``is_in`` reads a gap as no on some engines."""
    tests = [col(name) == word for word in words]
    return reduce(or_, tests) if tests else nw.lit(value=False)


def least(values: Sequence[nw.Expr]) -> nw.Expr:
    """Return the smallest of some numbers, which Spark will not look for among one."""
    return values[0] if len(values) == 1 else nw.min_horizontal(*values)


def greatest(values: Sequence[nw.Expr]) -> nw.Expr:
    """Return the greatest of some numbers."""
    return values[0] if len(values) == 1 else nw.max_horizontal(*values)
