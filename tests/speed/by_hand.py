"""What ``frames.py`` races against: the decision of ``run.py`` written in Polars by hand, in several ways; and tables.

Whoever writes it knows the table: which columns there are, that a subject stands once in the cohort, and in the plain
ways that nothing was left unsaid, so that only the list's own beginning can leave a question open.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import numpy as np
import polars as pl

Way = Callable[[pl.LazyFrame, pl.LazyFrame], pl.LazyFrame]
c = pl.col
NOT_MET, UNKNOWN, PENDING, MET = (pl.lit(number, pl.Int8) for number in range(4))
RATINGS = ["failed", "completed", "good", "excellent"]
SAME = {"rating": "1_1", "titles": "1_2", "initiative": "1_3", "free": "1_4", "present": "1_5"}
"""The measures, and what the plan calls them."""

# Conditions on ready measures.


def tri(yes: pl.Expr) -> pl.Expr:
    """Judge a truth."""
    return pl.when(yes.is_null()).then(UNKNOWN).when(yes).then(MET).otherwise(NOT_MET)


OURS = c("kind") == "individual"
PARTS = [c("1_1") >= 3, *[c(name) for name in ("1_2", "1_3", "1_4", "1_5")]]
ALL = pl.all_horizontal(PARTS)
YES = (OURS & ALL).alias("yes")
FOUR = {
    "least of outcomes": pl.when(OURS).then(pl.min_horizontal([tri(each) for each in PARTS])).otherwise(NOT_MET),
    "one truth": tri(OURS & ALL),
    "arithmetic": ((OURS & ALL).cast(pl.Int8) * MET).fill_null(UNKNOWN),
}
"""Ways to four outcomes; whoever sees that nothing can be pending knows that a truth of three values says it all."""
FOUR = {name: expr.alias("outcome") for name, expr in FOUR.items()}


def laid_out(ready: pl.DataFrame) -> pl.DataFrame:
    """Judge by one truth, laid out first so that it is looked at twice and made once."""
    return ready.lazy().select(yes=OURS & ALL).select(tri(c("yes")).alias("outcome")).collect()


def maybe(rng: np.random.Generator, rows: int, yes: float) -> pl.Series:
    """Draw truths, a tenth of them not known."""
    return pl.Series(rng.choice([0, 1, 2], rows, p=[0.9 - yes, yes, 0.1])).replace({2: None}).cast(pl.Boolean)


def measures(rows: int, rng: np.random.Generator) -> pl.DataFrame:
    """Draw ready measures."""
    rating = pl.Series(rng.integers(0, 5, rows)).replace({4: None})
    kind = pl.Series(rng.choice([0, 1], rows, p=[0.95, 0.05])).replace_strict({0: "individual", 1: "collective"})
    drawn = {name: maybe(rng, rows, 0.6) for name in ("1_2", "1_3", "1_4", "1_5")}
    own = {"subject": np.arange(rows), "kind": kind, "year": np.full(rows, 2024)}
    return pl.DataFrame({**own, "1_1": rating, **drawn}).with_columns(amiss=pl.lit(None, pl.String))


def fields(rows: int, rng: np.random.Generator) -> tuple[pl.DataFrame, dict[str, np.ndarray]]:
    """Draw the six fields of the rules engine, -1 where not known; and the same as ready measures."""
    drawn = {"rating": rng.integers(0, 4, rows)}
    drawn |= {name: rng.choice([-1, 0, 1], rows, p=[0.1, 0.3, 0.6]) for name in ("year_1", "year_2", "initiative")}
    drawn |= {"disciplined": rng.choice([-1, 0, 1], rows, p=[0.1, 0.8, 0.1]), "absent": rng.integers(-1, 260, rows)}
    table = pl.DataFrame(drawn)
    yes = {name: pl.when(c(name) >= 0).then(c(name) == 1) for name in ("year_1", "year_2", "initiative", "disciplined")}
    ready = table.select(
        pl.Series("kind", ["individual"]).new_from_index(0, rows),
        c("rating").alias("1_1"),
        (yes["year_1"] & yes["year_2"]).alias("1_2"),
        yes["initiative"].alias("1_3"),
        (~yes["disciplined"]).alias("1_4"),
        pl.when(c("absent") >= 0).then(c("absent") <= 100).alias("1_5"),
    )
    return ready, {name: values.astype(np.int32) for name, values in drawn.items()}


def said(drawn: dict[str, np.ndarray], count: int) -> list[tuple[Any, ...]]:
    """Return so many rows of fields as the rules engine takes them, which knows no gap."""
    rating, year_1, year_2, initiative, disciplined, absent = (values[:count].tolist() for values in drawn.values())
    truths = ([value == 1 for value in each] for each in (year_1, year_2, initiative, disciplined))
    return list(zip([RATINGS[each] for each in rating], *truths, [each / 250 for each in absent], strict=True))


# From records to measures.


def tables(people: int, rng: np.random.Generator, gaps: float) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Draw a cohort, and five records for each of its people; of these a share leaves something unsaid."""

    def part(kind: str, share: float, term: list[str], chances: list[float], **more: Any) -> pl.DataFrame:
        size = int(people * share)
        words = pl.Series(rng.choice(len(term), size, p=chances)).replace_strict(dict(enumerate(term)))
        drawn = {name: draw(size) for name, draw in more.items()}
        made = pl.DataFrame({"subject": rng.integers(0, people, size), "term": words, **drawn})
        return made.with_columns(pl.lit(kind).alias("kind"))

    def years(size: int) -> np.ndarray:
        return rng.integers(2021, 2025, size)

    def unsaid(column: str) -> pl.Expr:
        return pl.when(c("_gap") >= gaps).then(c(column)).alias(column)

    def gapped(part: pl.DataFrame, *columns: str) -> pl.DataFrame:
        if not gaps:
            return part
        return part.with_columns(_gap=pl.Series(rng.random(len(part)))).with_columns(map(unsaid, columns)).drop("_gap")

    rating = part("rating", 1.8, RATINGS, [0.05, 0.2, 0.3, 0.45], year=years)
    award = part("award", 1.5, ["title-y", "title-z"], [0.75, 0.25], year=years)
    award = award.with_columns(decided_on=pl.date(c("year") + 1, 1, 10))
    deed = part("initiative", 0.7, ["initiative", "scientific-work"], [0.9, 0.1], year=years)
    status = pl.Series(rng.choice(3, len(deed), p=[0.5, 0.3, 0.2]))
    deed = deed.with_columns(status.replace_strict({0: "recognised", 1: "applied", 2: "accepted"}).alias("status"))
    measure = part("discipline", 0.2, ["khien-trach", "canh-cao"], [0.7, 0.3])
    since = pl.date(2022, 1, 1) + pl.duration(days=pl.Series(rng.integers(0, 1000, len(measure))))
    measure = measure.with_columns(since.alias("since")).with_columns(until=c("since").dt.offset_by("1y"))
    away = part(
        "absence", 0.8, ["sick", "other"], [0.3, 0.7], year=years, working_days=lambda n: rng.integers(1, 120, n)
    )
    parts = [
        gapped(rating, "term"),
        gapped(award, "decided_on"),
        gapped(deed, "status"),
        gapped(measure, "until"),
        gapped(away, "working_days"),
    ]
    year = rng.integers(2023, 2025, people)
    cohort = pl.DataFrame(
        {"subject": rng.permutation(people), "year": year, "known_from": rng.choice([2018, 2024], people)}
    )
    cohort = cohort.select(
        "subject",
        pl.lit("individual").alias("kind"),
        "year",
        pl.date(c("year") + 1, 1, 15).alias("received"),
        "known_from",
    )
    return cohort, pl.concat(parts, how="diagonal").sample(fraction=1, shuffle=True, seed=1)


RATED = c("term").replace_strict(RATINGS, list(range(4)), default=None, return_dtype=pl.Int8)
NOW = c("year") == c("Y")
TITLE = (c("term") == "title-y") & (c("decided_on") <= c("R")).fill_null(value=True)
RUNS = (c("since") <= c("R")) & (
    (c("until") > c("R")) | (c("since") == c("R"))
)  # begun that day, it runs whenever it ends
DONE = (c("status") == "recognised") | (c("status") == "applied")
VALUES = {
    "rating": pl.when((c("kind") == "rating") & NOW).then(RATED),
    "year_1": (c("kind") == "award") & TITLE & (c("year") == c("Y") - 1),
    "year_2": (c("kind") == "award") & TITLE & (c("year") == c("Y") - 2),
    "initiative": (c("kind") == "initiative") & NOW & (c("term") == "initiative") & DONE,
    "disciplined": (c("kind") == "discipline") & RUNS,
    "absent": pl.when((c("kind") == "absence") & NOW).then(c("working_days")),
}
"""What one row tells, if nothing is left unsaid."""
DOUBTS = {
    "unrated": (c("kind") == "rating") & NOW & c("term").is_null(),
    "perhaps": (c("kind") == "initiative") & NOW & (c("term") == "initiative") & c("status").is_null(),
    "unended": (c("kind") == "discipline") & (c("since") < c("R")) & c("until").is_null(),
    "uncounted": (c("kind") == "absence") & NOW & c("working_days").is_null(),
}
"""What one row leaves open."""
TAKEN = {"rating": c("rating").min(), "absent": c("absent").sum()}


def collected(way: Way, cohort: pl.DataFrame, records: pl.DataFrame, engine: str) -> pl.DataFrame:
    """Run a way."""
    return way(cohort.lazy(), records.lazy()).collect(engine=engine)


def _beside(cohort: pl.LazyFrame, rows: pl.LazyFrame) -> pl.LazyFrame:
    return rows.join(cohort.select("subject", Y="year", R="received"), on="subject")


def _tells(values: dict[str, pl.Expr]) -> pl.Expr:
    return pl.any_horizontal([c(name).is_not_null() if name in TAKEN else c(name) for name in values])


def one_group(values: dict[str, pl.Expr], cohort: pl.LazyFrame, records: pl.LazyFrame) -> pl.LazyFrame:
    """Join once and group once, only the rows that tell something."""
    rows = _beside(cohort, records).select("subject", **values).filter(_tells(values))
    found = rows.group_by("subject").agg(**{name: TAKEN.get(name, c(name).any()) for name in values})
    return _finished(cohort.join(found, on="subject", how="left", maintain_order="left"), values)


def by_kind(values: dict[str, pl.Expr], cohort: pl.LazyFrame, records: pl.LazyFrame) -> pl.LazyFrame:
    """Join and group kind by kind, only rows that tell something."""
    kinds = {
        "rating": ("rating", "unrated"),
        "award": ("year_1", "year_2"),
        "initiative": ("initiative", "perhaps"),
        "discipline": ("disciplined", "unended"),
        "absence": ("absent", "uncounted"),
    }
    table = cohort
    for kind, names in kinds.items():
        asked = {name: values[name] for name in names if name in values}
        rows = _beside(cohort, records.filter(c("kind") == kind)).select("subject", **asked).filter(_tells(asked))
        found = rows.group_by("subject").agg(**{name: TAKEN.get(name, c(name).any()) for name in asked})
        table = table.join(found, on="subject", how="left", maintain_order="left")
    return _finished(table, values)


def flags(values: dict[str, pl.Expr], cohort: pl.LazyFrame, records: pl.LazyFrame) -> pl.LazyFrame:
    """Join once and group once, all truths as the bits of one number."""
    truths = [name for name in values if name not in TAKEN]
    bits = [
        pl.when(values[name]).then(pl.lit(1 << place, pl.UInt8)).otherwise(pl.lit(0, pl.UInt8))
        for place, name in enumerate(truths)
    ]
    mask = bits[0]
    for bit in bits[1:]:
        mask = mask | bit
    rows = _beside(cohort, records).select("subject", rating=values["rating"], absent=values["absent"], mask=mask)
    rows = rows.filter(c("rating").is_not_null() | c("absent").is_not_null() | (c("mask") != 0))
    found = rows.group_by("subject").agg(**TAKEN, mask=c("mask").bitwise_or())
    table = cohort.join(found, on="subject", how="left", maintain_order="left")
    table = table.with_columns(**{name: (c("mask") & (1 << place)) != 0 for place, name in enumerate(truths)})
    return _finished(table, values)


WAYS = {"one group": one_group, "kind by kind": by_kind, "flags": flags}


def _ways(values: dict[str, pl.Expr]) -> dict[str, Way]:
    return {name: lambda cohort, records, way=way: way(values, cohort, records) for name, way in WAYS.items()}


def plain_ways() -> dict[str, Way]:
    """Return the ways for records that leave nothing unsaid."""
    return _ways(VALUES)


def open_ways() -> dict[str, Way]:
    """Return the ways for records with gaps."""
    return _ways(VALUES | DOUBTS)


def _finished(table: pl.LazyFrame, values: dict[str, pl.Expr]) -> pl.LazyFrame:
    def is_(name: str) -> pl.Expr:
        return c(name).fill_null(value=False)

    def unless(known: pl.Expr, doubt: str) -> pl.Expr:
        return known & ~is_(doubt) if doubt in values else known

    known = c("known_from") <= c("year")
    may_1, may_2 = (is_(f"year_{ago}") | (c("known_from") > c("year") - ago) for ago in (1, 2))
    return table.select(
        "kind",
        rating=pl.when(c("rating").is_not_null())
        .then(c("rating"))
        .when(unless(known, "unrated"))
        .then(pl.lit(-1, pl.Int8)),
        titles=pl.when(is_("year_1") & is_("year_2")).then(statement=True).when(~(may_1 & may_2)).then(statement=False),
        initiative=pl.when(is_("initiative")).then(statement=True).when(unless(known, "perhaps")).then(statement=False),
        free=pl.when(is_("disciplined")).then(statement=False).when(unless(known, "unended")).then(statement=True),
        present=pl.when(c("absent").fill_null(0) > 100)
        .then(statement=False)
        .when(unless(known, "uncounted"))
        .then(statement=True),
    )


def whole(facts: Callable[[], pl.DataFrame], cohort: pl.DataFrame) -> pl.DataFrame:
    """Return the cohort with the outcome as a number."""
    parts = [c("rating") >= 3, c("titles"), c("initiative"), c("free"), c("present")]
    yes = parts[0] & parts[1] & parts[2] & parts[3] & parts[4]
    return cohort.with_columns(facts().select(tri((c("kind") == "individual") & yes).alias("outcome")))


def named(answered: pl.DataFrame) -> pl.DataFrame:
    """Return the outcome in words."""
    words = pl.when(c("outcome") == 0).then(pl.lit("NOT_MET")).when(c("outcome") == 1).then(pl.lit("UNKNOWN"))
    return answered.with_columns(words.otherwise(pl.lit("MET")).alias("outcome"))


def careers(people: int, rng: np.random.Generator) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Draw a cohort and five records for each, of the words that a real award asks for."""
    day = date(2025, 7, 1)
    cohort = pl.DataFrame({"subject": np.arange(people), "year": rng.integers(2023, 2025, people)}).with_columns(
        pl.lit("individual").alias("kind"),
        pl.lit("civil-servant").alias("track"),
        pl.lit(day).alias("received"),
        pl.lit("merit").alias("commendation"),
        pl.Series("known_from", rng.choice([1990, 2020], people)),
        pl.date(2000, 3, 1).alias("joined"),
    )
    size = people * 5
    kind = rng.choice(4, size, p=[0.5, 0.3, 0.15, 0.05])
    terms = [
        ["completed", "good", "excellent"],
        ["lao-dong-tien-tien", "chien-si-thi-dua-co-so", "bang-khen-cua-thu-tuong-chinh-phu"],
        ["initiative"] * 3,
        ["khien-trach", "khien-trach", "canh-cao"],
    ]
    words = pl.Series([word for each in terms for word in each])
    year = rng.integers(2012, 2025, size)
    since = pl.when(c("kind") == "discipline").then(pl.date(c("year"), 5, 1))
    records = pl.DataFrame(
        {
            "subject": rng.integers(0, people, size),
            "kind": pl.Series(["rating", "award", "initiative", "discipline"])[kind],
            "term": words[kind * 3 + rng.integers(0, 3, size)],
            "year": year,
        }
    ).with_columns(
        pl.when(c("kind") == "initiative").then(pl.lit("recognised")).alias("status"),
        pl.when(c("kind") == "award").then(pl.lit("merit")).alias("commendation"),
        since.alias("since"),
        since.dt.offset_by("1y").alias("until"),
    )
    return cohort, records
