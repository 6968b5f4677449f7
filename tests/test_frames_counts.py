"""Counting over tables: the answers of ``shares`` and ``check_rates``, on whatever engine holds the decisions."""

from __future__ import annotations

import json
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import thidua
from tests.tables import EAGER, ENGINES, LAZY, drawn, rows_of, tabled
from thidua import strategies
from thidua.book.catalogue import catalogue
from thidua.book.days import law_on
from thidua.book.law import Law
from thidua.decision.rates import RateResult
from thidua.errors import InputError, UnknownTerm
from thidua.frames.naming import folded
from thidua.frames.rates import check_rates
from thidua.frames.reach import shares, statistics
from thidua.model.decision import Decision
from thidua.people.shares import ShareReport
from thidua.text import fold

IN_2020 = law_on(date(2020, 12, 31))
MANY = drawn(20_000, seed=2026)
FEW = settings(max_examples=8)
every_engine = pytest.mark.parametrize("engine", ENGINES)

CAPS = """
[document]
id = "1/QĐ"
title = "Caps for these tests"
kind = "draft"
issuer = "Tests"
standing = "verified"
checked = 2026-11-22

[[award]]
id = "flag"
label = "Cờ"
gloss = "Flag"
kind = "emulation-title"
level = "state"
recipients = ["collective"]
source = "Điều 1"

[[award]]
id = "worker"
label = "Lao động"
gloss = "Worker"
kind = "emulation-title"
level = "grassroots"
recipients = ["individual"]
source = "Điều 1"

[[award]]
id = "fighter"
label = "Chiến sĩ"
gloss = "Fighter"
kind = "emulation-title"
level = "grassroots"
recipients = ["individual"]
source = "Điều 1"

[[rate]]
id = "2.1"
awards = ["flag"]
at_most = 0.2
base = "standard"
base_awards = ["flag"]
per = "proposer"

[[rate]]
id = "2.2"
awards = ["fighter"]
at_most = 0.15
base = "holders"
base_awards = ["worker"]
includes = true

[[rate]]
id = "2.3"
awards = ["fighter"]
at_most = 0.1
base = "strength"
rounding = "ceil"
"""


def given_(award: str | None, count: int = 1, **more: Any) -> Decision:
    """Give an award to individuals of unit A in 2020."""
    return Decision(**{"award": award, "recipient": "individual", "unit": "A", "year": 2020, "count": count, **more})


def table_of(engine: str, decisions: Iterable[Decision], **own: Any) -> Any:
    """Write decisions as a table of an engine."""
    return ENGINES[engine](tabled(decisions, **own))


def held(result: RateResult) -> dict[str, Any]:
    """Say what a row of an answer should, by the answer on decisions."""
    limit = (None, None) if result.limit is None else result.limit.as_integer_ratio()
    return {
        "rule": result.rule,
        "awards": " ".join(result.awards),
        "unit": result.unit,
        "year": result.year,
        "count": result.count,
        "base": result.base,
        "base_kind": result.base_kind,
        "limit_numerator": limit[0],
        "limit_denominator": limit[1],
        "allowed": result.allowed,
        "headroom": result.headroom,
        "outcome": result.outcome.name,
        "reason": result.reason,
    }


def alike(rows: Iterable[dict[str, Any]]) -> list[str]:
    """Put rows in one order, whatever is missing in them."""
    return sorted(map(repr, rows))


def same_rates(answer: Any, decisions: Iterable[Decision], law: Any, bases: Any = None) -> bool:
    """Say whether a table's answer is, row by row, that of ``thidua.check_rates``."""
    wanted = [held(result) for result in thidua.check_rates(decisions, law, bases or {}).results]
    return alike(rows_of(answer)) == alike(wanted)


def same_shares(row: dict[str, Any], report: ShareReport) -> bool:
    """Say whether a row holds the counts and the bounds of a report."""

    def bounds(measure: str) -> tuple[Fraction, Fraction]:
        column = measure.replace("-", "_")
        base = row["individuals" if measure == "direct-workers" else "individuals_and_households"]
        shown = Fraction(row[column], base or 1), Fraction(row[f"{column}_at_most"], base or 1)
        return shown if base else (Fraction(0), Fraction(1))

    counts = {name.replace("-", "_"): count for name, count in report.counts.items()}
    return (
        {name: row[name] for name in counts} == counts
        and row["collectives"] == report.collectives
        and all(
            bounds(each) == report.bounds(each) for each in ("people", "officials", "entrepreneurs", "direct-workers")
        )
    )


def grouped(decisions: Iterable[Decision], *by: str) -> dict[tuple[Any, ...], list[Decision]]:
    """Group decisions by their attributes."""
    found = defaultdict(list)
    for decision in decisions:
        found[tuple(getattr(decision, name) for name in by)].append(decision)
    return found


def result(answer: Any, rule: str = "91/2017/NĐ-CP:9.3") -> dict[str, Any]:
    """Return the one row under a rule."""
    [found] = [row for row in rows_of(answer) if row["rule"] == rule]
    return found


class TestShares:
    """Whom awards reached, by groups."""

    @every_engine
    def test_whole_table(self, engine: str) -> None:
        """Twenty thousand decisions: counts and bounds are those of ``thidua.shares``."""
        [row] = rows_of(shares(table_of(engine, MANY)))

        assert same_shares(row, thidua.shares(MANY))
        assert row["contradictions"] == 0

    @every_engine
    def test_groups(self, engine: str) -> None:
        """Each unit and year is counted by itself; rows that name none are a group of their own."""
        answer = rows_of(shares(table_of(engine, MANY), by=("unit", "year")))
        parts = grouped(MANY, "unit", "year")

        assert len(answer) == len(parts)
        assert all(same_shares(row, thidua.shares(parts[row["unit"], row["year"]])) for row in answer)

    @every_engine
    @FEW
    @given(batch=st.lists(strategies.decisions(), max_size=12))
    def test_any_batch(self, engine: str, batch: list[Decision]) -> None:
        """A class of no individual is refused where rows are at hand, else counted apart; the rest agrees."""
        wrong = [row for row in batch if row.official_class and row.recipient != "individual"]
        if wrong and engine in EAGER:
            with pytest.raises(InputError) as caught:
                shares(table_of(engine, batch))
            assert len(caught.value.problems) == len(wrong)
            return

        [row] = rows_of(shares(table_of(engine, batch)))

        assert row["contradictions"] == len(wrong)
        assert same_shares(row, thidua.shares(row for row in batch if row not in wrong))

    @every_engine
    def test_nobody(self, engine: str) -> None:
        """A table without rows has one answer of zeros, and no groups."""
        [row] = rows_of(shares(table_of(engine, [])))

        assert set(row.values()) == {0}
        assert rows_of(shares(table_of(engine, []), by="unit")) == []

    @every_engine
    def test_own_column(self, engine: str) -> None:
        """Any column of the caller's own makes groups, gaps too."""
        table = table_of(engine, [given_("LĐTT", 2), given_("LĐTT", 3), given_("LĐTT", 4)], khối=["I", None, None])

        assert {row["khối"]: row["unknown"] for row in rows_of(shares(table, by="khối"))} == {"I": 2, None: 7}

    @pytest.mark.parametrize("engine", EAGER)
    def test_place_of_a_fault(self, engine: str) -> None:
        """What is wrong with a row at hand is told by the row's place, every fault at once."""
        rows = tabled([Decision(recipient="individual")] * 3)
        faulty = rows.set_column(1, "recipient", pa.array(["individual", "household", "indivdual"]))
        faulty = faulty.set_column(3, "class", pa.array([None, "leader-other", "boss"]))
        faulty = faulty.set_column(9, "count", pa.array([0, 1, 1]))

        with pytest.raises(InputError) as caught:
            shares(ENGINES[engine](faulty))

        assert [(problem.path, problem.code) for problem in caught.value.problems] == [
            ("decisions[0].count", "out-of-range"),
            ("decisions[1].class", "contradiction"),
            ("decisions[2].recipient", "bad-value"),
            ("decisions[2].class", "bad-value"),
        ]

    @pytest.mark.parametrize("by", ["contradictions", "household"])
    def test_taken(self, by: str) -> None:
        """A column that the answer has itself cannot group it."""
        with pytest.raises(InputError, match="taken"):
            shares(pl.DataFrame({"recipient": ["individual"], by: [1]}), by=by)

    @pytest.mark.parametrize("by", ["unit", "khối", "level"])
    def test_missing(self, by: str) -> None:
        """Who groups by a column that is not there is told so."""
        with pytest.raises(InputError, match="has no column"):
            shares(pl.DataFrame({"recipient": ["individual"]}), by=by)

    def test_no_table(self) -> None:
        """A list of decisions is no table."""
        with pytest.raises(InputError, match="not-a-table"):
            shares([given_("LĐTT")], by="level")


class TestStatistics:
    """Exact counts by any columns."""

    @every_engine
    def test_groups(self, engine: str) -> None:
        """Twenty thousand decisions by unit and year: awards, rows, recipients, classes, subjects."""
        answer = {
            (row["unit"], row["year"]): row for row in rows_of(statistics(table_of(engine, MANY), ("unit", "year")))
        }

        for group, part in grouped(MANY, "unit", "year").items():
            report, row = thidua.shares(part), answer.pop(group)
            classes = {name.replace("-", "_"): count for name, count in report.counts.items() if name != "household"}
            assert {name: row[name] for name in classes} == classes
            assert (row["awards"], row["rows"]) == (sum(each.count for each in part), len(part))
            assert (row["collectives"], row["households"]) == (report.collectives, report.counts["household"])
            assert row["individuals"] == sum(classes.values())
            assert row["subjects"] == len({each.subject for each in part} - {None})
        assert answer == {}

    @every_engine
    def test_award(self, engine: str) -> None:
        """However a row names an award, it is counted as that award; a row that names none, by itself."""
        names = (
            "LĐTT",
            "lao-dong-tien-tien",
            "LAO ĐỘNG  tiên tiến",
            unicodedata.normalize("NFD", "Lao động tiên tiến"),
        )
        table = table_of(engine, [*map(given_, names), given_("Chiến sỹ thi đua cơ sở"), given_(None)])

        assert {row["award"]: row["awards"] for row in rows_of(statistics(table))} == {
            "lao-dong-tien-tien": 4,
            "chien-si-thi-dua-co-so": 1,
            None: 1,
        }

    @every_engine
    def test_looked_up(self, engine: str) -> None:
        """Level and kind come from the catalogue of every day."""
        table = table_of(engine, MANY)
        ever = {row.award: thidua.award(row.award) for row in MANY if row.award}
        wanted: dict[Any, int] = defaultdict(int)
        for row in MANY:
            award = ever.get(row.award or "")
            wanted[award and award.level, award and award.kind] += row.count

        answer = rows_of(statistics(table, by=("level", "award_kind")))

        assert {(row["level"], row["award_kind"]): row["awards"] for row in answer} == wanted

    @every_engine
    def test_own_level(self, engine: str) -> None:
        """A column of that name is the caller's own word."""
        table = table_of(engine, [given_("LĐTT")], level=["cấp huyện"])

        assert [row["level"] for row in rows_of(statistics(table, by="level"))] == ["cấp huyện"]

    @every_engine
    def test_unknown_award(self, engine: str) -> None:
        """A name that no award ever had is refused where rows are at hand; else it names none."""
        table = table_of(engine, [given_("Huân chương Tưởng tượng", 3), given_("LĐTT")])

        if engine in EAGER:
            with pytest.raises(UnknownTerm, match="Tưởng tượng"):
                statistics(table)
        else:
            assert {row["award"]: row["awards"] for row in rows_of(statistics(table))}[None] == 3

    @every_engine
    def test_few_columns(self, engine: str) -> None:
        """A table need have nothing but recipients: each row is then one award."""
        table = ENGINES[engine](pa.table({"recipient": ["individual", "collective", "individual"]}))

        [row] = rows_of(statistics(table, by=()))

        assert (row["awards"], row["individuals"], row["collectives"], row["subjects"]) == (3, 2, 1, 0)

    def test_order(self) -> None:
        """Rows at hand are answered in the order of what they are grouped by, gaps last."""
        answer = statistics(table_of("polars", MANY), by=("year", "unit"))

        assert answer["year"].to_list() == [2017] * 4 + [2018] * 4 + [2019] * 4 + [None] * 4
        assert answer["unit"].to_list() == ["A", "B", "C", None] * 4


class TestRates:
    """Caps over a table."""

    @every_engine
    @pytest.mark.parametrize("law", [IN_2020, law_on, partial(law_on, readings={"cap-base": "with-fighters"})])
    def test_agrees(self, engine: str, law: Any) -> None:
        """Twenty thousand decisions: each row is the answer of ``thidua.check_rates``, under one law or many."""
        assert same_rates(check_rates(table_of(engine, MANY), law), MANY, law)

    @every_engine
    @FEW
    @given(batch=st.lists(strategies.decisions(), max_size=12))
    def test_any_batch(self, engine: str, batch: list[Decision]) -> None:
        """Any awards of any days; texts not read are UNKNOWN, each award by itself."""
        assert same_rates(check_rates(table_of(engine, batch), law_on), batch, law_on)

    @every_engine
    @pytest.mark.parametrize(("fighters", "outcome", "headroom"), [(14, "MET", 1), (15, "MET", 0), (16, "NOT_MET", -1)])
    def test_boundary(self, engine: str, fighters: int, outcome: str, headroom: int) -> None:
        """15% of 100 is 15: fourteen and fifteen may, sixteen may not."""
        table = table_of(engine, [given_("LĐTT", 100), given_("CSTĐCS", fighters)])

        row = result(check_rates(table, IN_2020))

        assert (row["outcome"], row["allowed"], row["headroom"]) == (outcome, 15, headroom)
        assert (row["limit_numerator"], row["limit_denominator"]) == (3, 20)

    @every_engine
    def test_hong_ngu(self, engine: str) -> None:
        """The district's report of 2020: 123 of at most 179, NĐ 91/2017 Điều 9 khoản 3."""
        file = Path(__file__).parents[1] / "docs" / "examples" / "hong-ngu-2020.json"
        decisions = thidua.load_decisions(json.loads(file.read_text(encoding="utf-8"))["decisions"])

        row = result(check_rates(table_of(engine, decisions), IN_2020))

        assert (row["count"], row["base"], row["allowed"], row["outcome"]) == (123, 1194, 179, "MET")

    @every_engine
    def test_several_caps(self, engine: str, law_of: Callable[..., Law]) -> None:
        """Two caps on one award, one on proposers, bases counted and given, up and down: all as for decisions."""
        law = law_of(CAPS)
        people = [given_("worker", 7), given_("fighter", 2), given_("fighter", unit="B")]
        named = [given_(name, subject="P1") for name in ("worker", "fighter", "fighter")]
        flags = [given_("flag", recipient="collective", unit=unit, proposed_by="X") for unit in "AB"]
        batch = [*people, *named, *flags, given_("worker", 90, recipient="collective")]

        for bases in (None, {"strength": 11}, {"A": {"strength": 0, "holders": 9}, "X": {"standard": 9}, "holders": 1}):
            assert same_rates(check_rates(table_of(engine, batch), law, bases=bases), batch, law, bases)

    @every_engine
    def test_table_of_bases(self, engine: str) -> None:
        """Bases may be a table: by unit and year, where a gap is met by a gap."""
        rows = [given_("CSTĐCS"), given_("CSTĐCS", year=2021), given_("CSTĐCS", unit=None, year=2021)]
        bases = pa.table({"unit": ["A", "A", None], "year": [2020, 2019, 2021], "holders": [100, 5, 40]})

        answer = rows_of(check_rates(table_of(engine, rows), IN_2020, bases=ENGINES[engine](bases)))

        assert {(row["unit"], row["year"]): (row["base"], row["allowed"]) for row in answer} == {
            ("A", 2020): (100, 15),
            ("A", 2021): (None, None),
            (None, 2021): (40, 6),
        }

    @every_engine
    def test_bases_of_every_year(self, engine: str) -> None:
        """A table of bases without a year holds for each."""
        rows = [given_("CSTĐCS", 3), given_("CSTĐCS", year=2021)]
        bases = pa.table({"unit": ["A"], "holders": pa.array([20], pa.int32())})

        answer = rows_of(check_rates(table_of(engine, rows), IN_2020, bases=ENGINES[engine](bases)))

        assert [row["allowed"] for row in answer] == [3, 3]

    @every_engine
    def test_bases_that_only_callers_know(self, engine: str, law_of: Callable[..., Law]) -> None:
        """Leaders, and those rated so and no better: as counts and as columns, the answers are those on decisions."""
        caps = (
            '\n[[rate]]\nid = "2.4"\nawards = ["worker"]\nat_most = "1/3"\nbase = "leaders"\n'
            '\n[[rate]]\nid = "2.5"\nawards = ["worker"]\nat_most = 0.5\nbase = "rated-exactly"\nbase_rating = "good"\n'
        )
        law, rows = law_of(CAPS + caps), [given_("worker", 5)]
        bases = {"A": {"leaders": 15, "rated-exactly": 9}}
        table = ENGINES[engine](pa.table({"unit": ["A"], "leaders": [15], "rated_exactly": [9]}))

        for given_bases in (bases, table):
            assert same_rates(check_rates(table_of(engine, rows), law, bases=given_bases), rows, law, bases)

    @every_engine
    def test_own_units(self, engine: str) -> None:
        """What makes a unit is the caller's to say: several columns, or the whole table."""
        rows = [given_("LĐTT", 100, unit="B"), given_("CSTĐCS", 15), given_("CSTĐCS", unit="B")]
        table = table_of(engine, rows, khối=[1, 1, 2])

        whole = result(check_rates(table, IN_2020, by=()))
        by_two = rows_of(check_rates(table, IN_2020, by=("khối", "unit")))

        assert (whole["count"], whole["allowed"], whole["outcome"]) == (16, 15, "NOT_MET")
        assert sorted((row["khối"], row["unit"], row["count"], row["base"]) for row in by_two) == [
            (1, "A", 15, None),
            (2, "B", 1, None),
        ]

    @every_engine
    def test_bases_by_number(self, engine: str) -> None:
        """Units that go by numbers are named by them; of several units a base for all is no unit's."""
        table = table_of(engine, [given_("CSTĐCS"), given_("CSTĐCS")], khối=[1, 2])

        answer = rows_of(check_rates(table, IN_2020, by="khối", bases={"1": {"holders": 100}, "holders": 20}))

        assert {row["khối"]: row["base"] for row in answer} == {1: 100, 2: None}

    @every_engine
    def test_large(self, engine: str) -> None:
        """Whole numbers throughout: no floating point holds 15% of these."""
        for base in (10**17 + 7, 10**17 + 13, 2**53 + 1, 20 * 10**16 - 1):
            row = result(check_rates(table_of(engine, [given_("LĐTT", base), given_("CSTĐCS")]), IN_2020))

            assert (row["base"], row["allowed"]) == (base, base * 3 // 20)

    @pytest.mark.parametrize("engine", EAGER)
    def test_refused(self, engine: str) -> None:
        """Rows at hand: an award that never was, no date where it picks the law, by its place."""
        with pytest.raises(UnknownTerm, match="did you mean 'CSTĐCS'"):
            check_rates(table_of(engine, [given_("CSTĐCSS")]), IN_2020)
        with pytest.raises(InputError) as caught:
            check_rates(table_of(engine, [given_("LĐTT", decided_on=date(2020, 1, 1)), given_("LĐTT")]), law_on)
        assert caught.value.problems[0].path == "decisions[1].decided_on"

    @pytest.mark.parametrize("engine", LAZY)
    def test_not_refused(self, engine: str) -> None:
        """A lazy table answers instead that no cap could be checked, of how many and why; the rest is answered."""
        day = date(2020, 12, 31)
        rows = [given_("CSTĐCS", decided_on=day), given_("CSTĐCSS", 2, decided_on=day), given_("CSTĐCS", 3)]
        faulty = tabled([*rows, given_("CSTĐCS", 5, decided_on=day)])
        faulty = faulty.set_column(1, "recipient", pa.array(["individual"] * 3 + [None]))

        answer = rows_of(check_rates(ENGINES[engine](faulty), law_on))

        assert {(row["rule"], row["reason"], row["count"], row["outcome"]) for row in answer} == {
            ("91/2017/NĐ-CP:9.3", "base-unknown", 1, "UNKNOWN"),
            (None, "award-unknown", 2, "UNKNOWN"),
            (None, "day-unknown", 3, "UNKNOWN"),
            (None, "contradiction", 5, "UNKNOWN"),
        }

    def test_other_function_of_the_day(self) -> None:
        """Of a function that nobody knows, the days that occur are asked: lazy or not, the answer is the same."""
        batch = MANY[:500]

        def law(day: date) -> Law:
            return law_on(day, unread="last-text")

        for engine in ("polars", "polars-lazy", "duckdb"):
            assert same_rates(check_rates(table_of(engine, batch), law), batch, law)

    @pytest.mark.parametrize(
        ("bases", "code"),
        [
            (pl.DataFrame({"unit": ["A", "A"], "holders": [1, 2]}), "duplicate"),
            (pl.DataFrame({"unit": ["A"], "holders": [-1]}), "bad-value"),
            (pl.DataFrame({"unit": ["A"], "staff": [1]}), "missing"),
            (pl.DataFrame({"holders": [1]}), "missing"),
            (pa.table({"unit": ["A"], "holders": [1]}), "two-engines"),
            ({"holders": -1}, "bad-value"),
        ],
    )
    def test_misused_bases(self, bases: Any, code: str) -> None:
        """A base is a count, one of four, once for a group, and where the decisions are."""
        with pytest.raises(InputError) as caught:
            check_rates(table_of("polars", [given_("CSTĐCS")]), IN_2020, bases=bases)

        assert caught.value.problems[0].code == code

    def test_whose_base(self) -> None:
        """Where several columns make a unit, one name does not tell which."""
        table = table_of("polars", [given_("CSTĐCS")])

        with pytest.raises(InputError, match="table of bases"):
            check_rates(table, IN_2020, by=("unit", "commendation"), bases={"A": {"holders": 1}})
        with pytest.raises(UnknownTerm, match="unknown base 'staff'"):
            check_rates(table, IN_2020, bases={"staff": 1})

    def test_bases_that_differ(self) -> None:
        """Of a lazy table of bases, two rows on one group that differ settle nothing."""
        bases = pl.LazyFrame({"unit": ["A", "A"], "holders": [1, 2]})

        [row] = rows_of(check_rates(table_of("polars-lazy", [given_("CSTĐCS")]), IN_2020, bases=bases))

        assert row["reason"] == "base-unknown"


class TestKind:
    """The same kind of table comes out."""

    @every_engine
    def test_same_kind(self, engine: str) -> None:
        """Dataframe in, the same kind out; lazy stays lazy."""
        table = table_of(engine, MANY[:50])

        for answer in (shares(table), statistics(table), check_rates(table, law_on)):
            assert type(answer) is type(table)

    @pytest.mark.parametrize("ask", [shares, statistics, partial(check_rates, law=law_on)])
    def test_untouched(self, ask: Any) -> None:
        """Nothing of a lazy table is computed before its owner asks."""

        def computed(_: pl.DataFrame) -> pl.DataFrame:
            raise AssertionError

        lazy = table_of("polars-lazy", MANY[:50])
        ask(lazy.map_batches(computed, schema=lazy.collect_schema()))

    def test_no_floats(self) -> None:
        """Nor does a number that is not known make floating point of the others, in pandas either."""
        answer = check_rates(table_of("pandas-numpy", MANY), IN_2020)

        assert answer["base"].isna().any()
        assert {str(answer[name].dtype) for name in ("count", "base", "allowed", "headroom", "year")} == {"Int64"}

    def test_arrow_stays_arrow(self) -> None:
        """A pandas table on Arrow gets an answer on Arrow."""
        answer = shares(table_of("pandas-arrow", MANY), by="unit")

        assert all(isinstance(dtype, pd.ArrowDtype) for dtype in answer.dtypes)

    def test_categories(self) -> None:
        """Categories are words like others."""
        table = pl.DataFrame({"recipient": ["individual"] * 2, "khối": ["a", "b"]}).cast(pl.Categorical)

        assert shares(table, by="khối")["khối"].to_list() == ["a", "b"]


class TestNames:
    """Names of awards, as the engine folds them."""

    @pytest.mark.parametrize("engine", ENGINES)
    def test_folded(self, engine: str) -> None:
        """Accents, case, punctuation and Unicode form are forgiven by an engine as by ``thidua.text.fold``."""
        names = [name for award in catalogue().awards for name in award.names]
        forms = [*names, *map(str.upper, names), *(f"  «{name}», " for name in names), "Chiến SỸ ÐÐ ﬁ 12"]
        forms += [unicodedata.normalize("NFD", name) for name in forms]
        frame = nw.from_native(ENGINES["pyarrow" if "pandas" in engine else engine](pa.table({"name": forms})))

        found = rows_of(nw.to_native(frame.with_columns(folded(nw.col("name")).alias("folded"))))

        assert [row["folded"] for row in found if "ﬁ" not in row["name"]] == [
            fold(name) for name in forms if "ﬁ" not in name
        ]
