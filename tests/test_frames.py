"""Proposals as tables: what whoever calls ``assess`` and ``assess_all`` relies on, whatever the engine."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import duckdb
import narwhals.stable.v2 as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from polars.testing import assert_frame_equal

import thidua
from tests.agreement import ANSWER, BY_ROW, ENGINES, TODAY, Careers, asked, handed, read
from thidua import frames, law_on
from thidua.errors import InputError, NotInForce, UnknownTerm
from thidua.frames.columns import COHORT, RECORDS

every_engine = pytest.mark.parametrize("engine", ENGINES)
LONG = pytest.param("duckdb", marks=pytest.mark.large)
"""DuckDB, where it is to plan for every law there was: it takes its time, however few the rows."""
every_engine_at_length = pytest.mark.parametrize("engine", [*(name for name in ENGINES if name != "duckdb"), LONG])
EAGER = [engine for engine in ENGINES if engine not in ("polars-lazy", "polars-streaming", "duckdb")]
every_eager_engine = pytest.mark.parametrize("engine", EAGER)
NATIVE = {
    "polars": pl.DataFrame,
    "polars-lazy": pl.LazyFrame,
    "polars-streaming": pl.LazyFrame,
    "pandas-numpy": pd.DataFrame,
    "pandas-arrow": pd.DataFrame,
    "pyarrow": pa.Table,
    "duckdb": duckdb.DuckDBPyRelation,
}
SCHEMA = {
    "text": pl.String,
    "text or a whole number": pl.String,
    "a whole number": pl.Int64,
    "a date": pl.Date,
    "true or false": pl.Boolean,
}
LATE_2024 = law_on(date(2024, 12, 20))
NEW = "xa-phuong-thi-tran-tieu-bieu"
"""An award that there was not in 2012."""
QUICK = "gia-dinh-van-hoa"
"""An award that every engine plans in no time, under however many laws; of individuals it does not speak."""
both_laws = pytest.mark.parametrize("law", [LATE_2024, law_on], ids=["one law", "by row"])
CIVIL: dict[str, Any] = {"kind": "individual", "track": "civil-servant", "year": 2024, "known_from": 2018}
NOT_MET = ("NOT_MET", "NOT_MET")


def cohort_of(*rows: dict[str, Any]) -> pl.DataFrame:
    """Make a cohort of civil servants, each with an id and whatever is said otherwise."""
    said = [{**CIVIL, **row} for row in rows]
    names = [name for name in COHORT if any(name in row for row in said)] or ["subject", "kind", "year"]
    return pl.DataFrame(
        {name: [row.get(name) for row in said] for name in names}, {name: SCHEMA[COHORT[name]] for name in names}
    )


def records_of(*rows: dict[str, Any]) -> pl.DataFrame:
    """Make records."""
    names = [
        name for name in RECORDS if name in ("subject", "kind", "term", "year") or any(name in row for row in rows)
    ]
    return pl.DataFrame(
        {name: [row.get(name) for row in rows] for name in names}, {name: SCHEMA[RECORDS[name]] for name in names}
    )


def rated(subject: str, rating: str | None, year: int = 2024) -> dict[str, Any]:
    """Rate a year."""
    return {"subject": subject, "kind": "rating", "term": rating, "year": year}


COHORT_AB = cohort_of({"subject": "A"}, {"subject": "B"})
RECORDS_AB = records_of(rated("A", "excellent"), rated("B", "completed"))


def outcomes(
    engine: str, cohort: pl.DataFrame, records: pl.DataFrame, award: str = "CSTĐCS", law: Any = LATE_2024
) -> list[tuple[Any, ...]]:
    """Ask an engine, and return what it says of each row: subject, outcome, reason, in the order of the subjects."""
    answered = frames.assess(*handed(engine, (cohort, records)), award, law=law)
    return sorted((subject, outcome, reason) for subject, outcome, _, reason, _ in read(answered, engine))


def problems(cohort: Any, records: Any, law: Any = LATE_2024) -> list[tuple[str, str]]:
    """Return the place and the kind of each fault of two tables."""
    with pytest.raises(InputError) as caught:
        frames.assess(cohort, records, "CSTĐCS", law=law)
    return [(problem.path, problem.code) for problem in caught.value.problems]


class TestKind:
    """Tables in, the same kind of table out."""

    @both_laws
    @every_engine
    def test_same(self, engine: str, law: Any) -> None:
        """An engine gets a table of its own back: its columns as they were, then the answer's."""
        cohort, records = handed(engine, (COHORT_AB, RECORDS_AB) if law is LATE_2024 else (DAYS, RECORDS_AB))

        answered = frames.assess(cohort, records, QUICK, law=law)

        assert isinstance(answered, NATIVE[engine])
        before, after = (nw.from_native(table).collect_schema().names() for table in (cohort, answered))
        assert after == [*before, *ANSWER]

    @every_engine
    def test_same_of_all(self, engine: str) -> None:
        """So it does where all awards are asked about; ``award`` stands before the answer."""
        cohort, records = handed(engine, (COHORT_AB, RECORDS_AB))

        answered = frames.assess_all(cohort, records, awards=["LĐTT", "CSTĐCS"], law=LATE_2024)

        assert isinstance(answered, NATIVE[engine])
        before, after = (nw.from_native(table).collect_schema().names() for table in (cohort, answered))
        assert after == [*before, "award", *ANSWER]

    @both_laws
    def test_lazy_stays_lazy(self, law: Any) -> None:
        """Nothing of a lazy table is read before its answer is: a source that fails, fails then."""

        def fail(_: pl.DataFrame) -> pl.DataFrame:
            raise RuntimeError("the source was read")

        cohort, records = (table.lazy().map_batches(fail, schema=table.schema) for table in (DAYS, RECORDS_AB))
        answered = frames.assess(cohort, records, "CSTĐCS", law=law)
        every = frames.assess_all(cohort, records, awards=["LĐTT", "CSTĐCS"], law=law)

        for table in (answered, every):
            with pytest.raises(RuntimeError, match="the source was read"):
                table.collect()

    @every_eager_engine
    def test_order(self, engine: str) -> None:
        """The rows of a table in memory stay where they are, under the laws of however many days."""
        crowd = CROWD.dossiers[:]
        random.Random(1).shuffle(crowd)  # noqa: S311  # a sample to be had again
        cohort, records = frames.from_dossiers(crowd)

        answered = frames.assess(*handed(engine, (cohort, records)), "CSTĐCS", law=BY_ROW)

        assert [row[0] for row in read(answered)] == [dossier.subject.id for dossier in crowd]

    @both_laws
    def test_own_columns(self, law: Any) -> None:
        """Columns of the caller's own come back as they were, whatever they hold."""
        own = DAYS.with_columns(
            pl.Series("lists", [[1, 2], None, []]),
            pl.Series("structs", [{"a": 1}, {"a": None}, None]),
            pl.Series("blobs", [b"x", None, b""]),
            pl.Series("waits", [1, None, 3], pl.Duration),
            pl.Series("classes", ["x", "y", None], pl.Categorical),
            pl.Series("nothing", [None, None, None], pl.Null),
            pl.Series("Đơn vị · phòng", ["A", None, "C"]),
        )

        for made in (own, own.lazy()):
            answered = frames.assess(made, RECORDS_AB if made is own else RECORDS_AB.lazy(), "CSTĐCS", law=law).lazy()
            assert_frame_equal(
                answered.drop(ANSWER).collect(), own, check_row_order=made is own, categorical_as_str=True
            )

    @every_engine
    def test_own_names(self, engine: str) -> None:
        """So do columns that are called as some of ours are on the way, and a year of another width."""
        names = ("amiss", "24_1_a", "_node0", "_look0", "_year", "_key", "__thidua_row", "own:year", "own:own:year")
        own = COHORT_AB.with_columns(pl.col("year").cast(pl.Int16), *(pl.lit(name).alias(name) for name in names))
        plain = frames.assess(COHORT_AB, RECORDS_AB, "CSTĐCS", law=LATE_2024)

        answered = frames.assess(*handed(engine, (own, RECORDS_AB)), "CSTĐCS", law=LATE_2024)

        assert sorted(read(answered, engine, ("subject", *names))) == [
            (subject, *names, *answer) for subject, *answer in sorted(read(plain))
        ]

    def test_own_objects(self) -> None:
        """A Polars table in memory may even hold Python objects."""
        own = COHORT_AB.with_columns(pl.Series("objects", [object(), object()], pl.Object))

        answered = frames.assess(own, RECORDS_AB, "CSTĐCS", law=LATE_2024)

        assert answered["objects"].to_list() == own["objects"].to_list()

    @both_laws
    @pytest.mark.parametrize("engine", ["pandas-numpy", "pandas-arrow"])
    def test_pandas_index(self, engine: str, law: Any) -> None:
        """A pandas table keeps its index, also one that says a thing twice, and its columns of anything."""
        cohort, records = handed(engine, (DAYS, RECORDS_AB))
        cohort.index = pd.Index(["x", "x", 7], name="row")
        cohort["anything"] = [{"a": 1}, object, [None]]
        cohort["span"] = pd.interval_range(0, 3)

        answered = frames.assess(cohort, records, "CSTĐCS", law=law)

        pd.testing.assert_frame_equal(answered[list(cohort.columns)], cohort)
        assert answered["outcome"].isna().sum() == 0

    def test_nested_arrow(self) -> None:
        """An Arrow table keeps its nested columns, its dictionaries and its chunks' order."""
        own = pa.concat_tables([COHORT_AB.to_arrow(), COHORT_AB.to_arrow()])
        own = own.append_column("lists", pa.array([[1], None, [], [2, 3]]))
        own = own.append_column("classes", pa.array(["x", "y", "x", None]).dictionary_encode())

        answered = frames.assess(own, RECORDS_AB.to_arrow(), "CSTĐCS", law=LATE_2024)

        assert answered.select(own.column_names).equals(own)

    def test_own_columns_in_duckdb(self) -> None:
        """DuckDB keeps columns of its own types."""
        cohort, records = handed("duckdb", (COHORT_AB, RECORDS_AB))
        cohort = cohort.project("*, [1, 2] AS lists, {'a': year} AS structs, INTERVAL 3 DAY AS waits")

        answered = frames.assess(cohort, records, "CSTĐCS", law=LATE_2024)

        kept = answered.project("subject, lists, structs, waits").order("subject").fetchall()
        assert kept == cohort.project("subject, lists, structs, waits").order("subject").fetchall()

    def test_unchanged(self) -> None:
        """The tables that were handed over are as they were."""
        cohort, records = handed("pandas-numpy", (COHORT_AB, RECORDS_AB))
        before = cohort.copy(deep=True), records.copy(deep=True)
        frames.assess(cohort, records, "CSTĐCS", law=LATE_2024)

        pd.testing.assert_frame_equal(cohort, before[0])
        pd.testing.assert_frame_equal(records, before[1])


DAYS = cohort_of(
    {"subject": "A", "received": date(2024, 12, 20)},
    {"subject": "B", "received": None},
    {"subject": "C", "received": date(2012, 3, 1), "year": 2011},
)
"""A row under the law of 2022, one under that of 2003, and one of which the day is not said."""
CROWD = Careers(120, seed=7)


class TestFaults:
    """Tables that are none."""

    def test_one_error(self) -> None:
        """What is missing, mistyped or misspelt in a table is told at once, each with its place."""
        cohort = pl.DataFrame({"subject": ["A"], "kind": [3], "tracks": ["official"], "flag_eligible": ["yes"]})

        assert problems(cohort, RECORDS_AB) == [
            ("cohort.year", "missing"),
            ("cohort.tracks", "misspelt"),
            ("cohort.kind", "mistyped"),
            ("cohort.flag_eligible", "mistyped"),
        ]

    def test_records(self) -> None:
        """So is what is wrong with the records."""
        records = pl.DataFrame(
            {"subject": ["A"], "kind": ["rating"], "year": ["2024"], "statuses": [1], "decidedon": 1}
        )

        assert problems(COHORT_AB, records) == [
            ("records.term", "missing"),
            ("records.decidedon", "misspelt"),
            ("records.year", "mistyped"),
        ]

    @every_engine
    def test_every_engine(self, engine: str) -> None:
        """Every engine's table is checked before any work."""
        cohort, records = handed(engine, (COHORT_AB.with_columns(year=pl.lit("2024")).drop("kind"), RECORDS_AB))

        assert problems(cohort, records) == [("cohort.kind", "missing"), ("cohort.year", "mistyped")]

    @every_engine
    def test_subjects(self, engine: str) -> None:
        """Subjects that are numbers in one table and texts in the other would never meet."""
        tables = handed(engine, (COHORT_AB.with_columns(subject=pl.Series([1, 2])), RECORDS_AB))

        assert problems(*tables) == [("records.subject", "mistyped")]

    @every_engine
    def test_numbered_subjects(self, engine: str) -> None:
        """Subjects may be whole numbers, of whatever width."""
        cohort = COHORT_AB.with_columns(subject=pl.Series([1, 2], dtype=pl.Int32))
        records = RECORDS_AB.with_columns(subject=pl.Series([1, 2], dtype=pl.Int64))

        assert [row[1] for row in outcomes(engine, cohort, records)] == ["PENDING", "NOT_MET"]

    def test_lazy_and_eager(self) -> None:
        """The two tables are of one library; Polars takes one that is lazy beside one in memory."""
        assert problems(COHORT_AB, RECORDS_AB.to_arrow()) == [("records", "not-alike")]
        assert problems(COHORT_AB.to_arrow(), RECORDS_AB.lazy()) == [("records", "not-alike")]
        assert problems(COHORT_AB.lazy(), RECORDS_AB.to_arrow()) == [("records", "not-alike")]

        eager = frames.assess(COHORT_AB, RECORDS_AB.lazy(), "CSTĐCS", law=LATE_2024)
        lazy = frames.assess(COHORT_AB.lazy(), RECORDS_AB, "CSTĐCS", law=LATE_2024)
        assert_frame_equal(lazy.collect().sort("subject"), eager.sort("subject"))

    @every_engine
    def test_taken(self, engine: str) -> None:
        """A column by the name of one of the answer's would be lost."""
        cohort = COHORT_AB.with_columns(outcome=pl.lit("mine"), reason=pl.lit("mine"))

        assert problems(*handed(engine, (cohort, RECORDS_AB))) == [
            ("cohort.outcome", "taken"),
            ("cohort.reason", "taken"),
        ]

    def test_no_table(self) -> None:
        """What is no dataframe is refused by its type."""
        assert problems([{"subject": "A"}], RECORDS_AB) == [("cohort", "not-a-table")]

    @every_engine
    def test_awards(self, engine: str) -> None:
        """An award that never was is unknown; one that a day does not have is not in force on it."""
        tables = handed(engine, (DAYS, RECORDS_AB))

        with pytest.raises(UnknownTerm):
            frames.assess(*tables, "Huân chương Bóng đá", law=LATE_2024)
        with pytest.raises(UnknownTerm):
            frames.assess(*tables, "Huân chương Bóng đá", law=law_on)
        with pytest.raises(NotInForce):
            frames.assess(*tables, NEW, law=law_on(date(2012, 3, 1)))

    def test_law_of_a_lazy_table(self) -> None:
        """Which days the rows of a lazy table have is not known, so their law is law_on's alone to say."""
        tables = handed("polars-lazy", (DAYS, RECORDS_AB))

        assert problems(*tables, law=lambda day: law_on(day)) == [("law", "unknown-days")]  # noqa: PLW0108  # it is not law_on
        assert frames.assess(DAYS, RECORDS_AB, "CSTĐCS", law=lambda day: law_on(day)).height == 3  # noqa: PLW0108


class TestRows:
    """What a row says, and what it does not."""

    @every_engine
    def test_laws(self, engine: str) -> None:
        """Each row is under the law of the day it was received; without a day nobody can say which."""
        answered = frames.assess(*handed(engine, (DAYS, RECORDS_AB)), "CSTĐCS", law=law_on)
        found = {subject: tuple(answer) for subject, *answer in read(answered, engine)}

        assert found["B"] == ("UNKNOWN", "UNKNOWN", "received", None)
        dossiers = {dossier.subject.id: dossier for dossier in frames.to_dossiers(DAYS, RECORDS_AB)}
        assert {name: found[name] for name in "AC"} == {name: asked(dossiers[name], "CSTĐCS", law_on) for name in "AC"}

    @every_engine
    def test_not_in_force(self, engine: str) -> None:
        """A row of a day that did not have the award is not met."""
        found = outcomes(engine, DAYS, RECORDS_AB, NEW, law_on)

        assert found[1:] == [("B", "UNKNOWN", "received"), ("C", "NOT_MET", "not-in-force")]

    @both_laws
    @every_engine
    def test_amiss(self, engine: str, law: Any) -> None:
        """A row without a kind or a year is not known: the reason says which; of the whole one, who it is decides."""
        day = {"received": date(2024, 12, 20)}
        cohort = cohort_of(
            {"subject": "A", "kind": None, **day},
            {"subject": "B", "kind": None, "year": None, **day},
            {"subject": "C", "year": None, **day},
            {"subject": "D", **day},
        )
        records = records_of(*(rated(name, "completed") for name in "ABCD"))

        assert outcomes(engine, cohort, records, QUICK, law) == [
            ("A", "UNKNOWN", "kind"),
            ("B", "UNKNOWN", "year"),
            ("C", "UNKNOWN", "year"),
            ("D", "NOT_MET", "recipient"),
        ]

    @every_engine
    def test_missing_truth(self, engine: str) -> None:
        """What is not known is never no: a missing truth, day or number, in whatever way an engine writes it."""
        cohort, _ = CROWD.tables
        kept = ["flag_eligible", "martyr", "members_total", "joined", "known_from"]

        assert all(cohort[name].null_count() > 0 for name in kept)
        for award in ("co-thi-dua-cua-chinh-phu", "tap-the-lao-dong-xuat-sac"):
            assert CROWD.differences(engine, award, TODAY) == []

    @every_engine
    def test_twice(self, engine: str) -> None:
        """Two rows that say the same are answered the same, each of them."""
        once = outcomes(engine, COHORT_AB, RECORDS_AB)

        assert outcomes(engine, pl.concat([COHORT_AB] * 3), RECORDS_AB) == sorted(once * 3)

    @every_engine
    def test_several_proposals(self, engine: str) -> None:
        """A subject may be proposed for several years: its records count for each, as far as they reach."""
        cohort = cohort_of(*({"subject": "A", "year": year} for year in (2022, 2023, 2024)))
        records = records_of(rated("A", "excellent"), rated("A", "completed", 2023))
        answered = frames.assess(*handed(engine, (cohort, records)), "CSTĐCS", law=LATE_2024)
        found = {year: tuple(answer) for year, *answer in read(answered, engine, ("year",))}

        dossiers = frames.to_dossiers(cohort, records)
        assert found == {dossier.year: asked(dossier, "CSTĐCS", LATE_2024) for dossier in dossiers}
        assert [found[year][0] for year in (2022, 2023, 2024)] == ["NOT_MET", "NOT_MET", "PENDING"]

    @every_engine
    def test_contradiction(self, engine: str) -> None:
        """Where a year is rated twice, the worse rating counts, which no dossier could say."""
        records = records_of(rated("A", "excellent"), rated("A", "completed"), rated("B", "excellent"))

        assert [row[1] for row in outcomes(engine, COHORT_AB, records)] == ["NOT_MET", "PENDING"]

    @every_engine
    def test_strangers(self, engine: str) -> None:
        """Records of subjects whom nobody proposes change nothing."""
        more = records_of(rated("Z", "failed"))

        assert outcomes(engine, COHORT_AB, pl.concat([RECORDS_AB, more])) == outcomes(engine, COHORT_AB, RECORDS_AB)

    @every_engine
    def test_words(self, engine: str) -> None:
        """A word of no list is refused in a table in memory; a lazy one judges the rows that it does not touch."""
        cohort = cohort_of({"subject": "A"}, {"subject": "B"}, {"subject": "C", "kind": "person"})
        records = pl.concat([RECORDS_AB, records_of({"subject": "B", "kind": "wish", "term": "good", "year": 2024})])

        if engine in EAGER:
            assert {path for path, _ in problems(*handed(engine, (cohort, RECORDS_AB)))} == {"cohort.kind"}
            assert {path for path, _ in problems(*handed(engine, (COHORT_AB, records)))} == {"records.kind"}
            return
        assert outcomes(engine, cohort, records) == [
            ("A", "PENDING", "24.1.b/spirit"),
            ("B", "UNKNOWN", "records"),
            ("C", "UNKNOWN", "kind"),
        ]

    @every_engine
    def test_any_order(self, engine: str) -> None:
        """In what order the records stand, and in how many pieces they lie, is all the same."""
        cohort, records = CROWD.tables
        mixed = records.sample(fraction=1.0, shuffle=True, seed=3)
        pieces = pl.concat([mixed[start : start + 57] for start in range(0, mixed.height, 57)], rechunk=False)

        answers = [
            sorted(
                read(
                    frames.assess(*handed(engine, (cohort, table)), "chien-si-thi-dua-toan-quoc", law=TODAY),
                    engine,
                )
            )
            for table in (records, pieces)
        ]
        assert answers[0] == answers[1]

    @every_engine
    def test_no_records(self, engine: str) -> None:
        """Of people without records what is complete says no, and nothing else says anything."""
        cohort = cohort_of({"subject": "A"}, {"subject": "B", "known_from": None})
        dossiers = frames.to_dossiers(cohort, records_of())

        assert outcomes(engine, cohort, records_of()) == [
            (dossier.subject.id, outcome, reason)
            for dossier in dossiers
            for outcome, _, reason, _ in [asked(dossier, "CSTĐCS", LATE_2024)]
        ]

    @both_laws
    @every_engine_at_length
    def test_nobody(self, engine: str, law: Any) -> None:
        """A cohort of nobody has an answer of no rows, with its columns."""
        for records in (RECORDS_AB, RECORDS_AB.clear()):
            tables = handed(engine, (DAYS.clear(), records))
            for answered in (
                frames.assess(*tables, QUICK, law=law),
                frames.assess_all(*tables, awards=[QUICK], law=law),
            ):
                assert read(answered, engine) == []

    @both_laws
    @every_engine
    def test_fewest_columns(self, engine: str, law: Any) -> None:
        """The columns that must be there are enough: all else is not known."""
        award = "CSTĐCS" if law is LATE_2024 else QUICK
        cohort = COHORT_AB.select("subject", "kind", "year")

        found = outcomes(engine, cohort, RECORDS_AB, award, law)

        dossiers = frames.to_dossiers(cohort, RECORDS_AB)
        answers = [asked(dossier, award, law) for dossier in dossiers]
        assert found == [(name, outcome, reason) for name, (outcome, _, reason, _) in zip("AB", answers, strict=True)]


class TestAll:
    """Every award for every row."""

    AWARDS = ("LĐTT", "tap-the-lao-dong-xuat-sac", "gia-dinh-van-hoa", NEW)

    @staticmethod
    def wanted(law: Any, awards: set[str] | None) -> set[tuple[Any, ...]]:
        """Return what ``assess_all`` says of each career that picks a law."""
        return {
            (dossier.subject.id, verdict.award.id, verdict.outcome.name, verdict.on_facts.name, verdict.reason)
            for dossier in CROWD.dossiers
            if law is TODAY or dossier.received is not None
            for verdict in thidua.assess_all(dossier, law=law)
            if awards is None or verdict.award.id in awards
        }

    @pytest.mark.parametrize("law", [TODAY, BY_ROW], ids=["one law", "by row"])
    @every_engine_at_length
    def test_some(self, engine: str, law: Any) -> None:
        """A proposal has a row for each award named that speaks of its subject, with the answer of ``assess``."""
        answered = frames.assess_all(*CROWD.handed(engine), awards=self.AWARDS, law=law)
        rows = [row[:-1] for row in read(answered, engine, ("subject", "award"))]

        assert len(rows) == len(set(rows))
        assert set(rows) == self.wanted(law, {thidua.award(name).id for name in self.AWARDS})

    def test_every_award(self) -> None:
        """Without a name, the awards are exactly those that ``assess_all`` answers of a dossier."""
        answered = frames.assess_all(*CROWD.tables, law=TODAY)
        rows = [row[:-1] for row in read(answered, of=("subject", "award"))]

        assert len(rows) == len(set(rows))
        assert set(rows) == self.wanted(TODAY, None)

    def test_no_law(self) -> None:
        """Where no row picks a law there is no award to ask about, and an unknown one is unknown all the same."""
        found = frames.assess_all(COHORT_AB, RECORDS_AB, law=law_on)

        assert (found.height, found.columns) == (0, [*COHORT_AB.columns, "award", *ANSWER])
        with pytest.raises(UnknownTerm):
            frames.assess(COHORT_AB, RECORDS_AB, "Huân chương Bóng đá", law=law_on)

    @every_eager_engine
    def test_order(self, engine: str) -> None:
        """Rows of a table in memory stand award by award in the order of the law, and within one as they came."""
        answered = frames.assess_all(*CROWD.handed(engine), awards=["CSTĐCS", "LĐTT"], law=TODAY)
        rows = [row[:2] for row in read(answered, engine, ("award", "subject"))]
        ranks = {award.id: place for place, award in enumerate(TODAY.awards)}
        places = {dossier.subject.id: place for place, dossier in enumerate(CROWD.dossiers)}

        assert len({award for award, _ in rows}) == 2
        assert rows == sorted(rows, key=lambda row: (ranks[row[0]], places[row[1]]))

    def test_own_award(self) -> None:
        """The award that a row was proposed for gives way to the one it is asked about; all else stays."""
        cohort = COHORT_AB.with_columns(award=pl.lit("HCLĐ"), own=pl.Series([[1], [2]]))
        for made, records in ((cohort, RECORDS_AB), (cohort.lazy(), RECORDS_AB.lazy())):
            answered = frames.assess_all(made, records, awards=["CSTĐCS"], law=LATE_2024).lazy().collect()

            assert answered["award"].to_list() == ["chien-si-thi-dua-co-so"] * 2
            assert sorted(answered["own"].to_list()) == [[1], [2]]
