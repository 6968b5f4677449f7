"""The two stages apart: ready measures, the rule over them as columns, and the same rule as SQL."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb
import polars as pl
import pytest

from tests.careers import careers
from thidua import InputError, NotInForce, UnknownTerm, frames, law_on

LAW = law_on(date(2025, 8, 1), unread="last-text")
OLD = law_on(date(2015, 3, 1), unread="last-text")
COHORT, RECORDS = frames.from_dossiers(careers(400, 11))


def asked(cohort: pl.DataFrame, **columns: Any) -> pl.DataFrame:
    """Return ready measures of LĐTT for a cohort, with these columns instead of its own."""
    ready: pl.DataFrame = frames.measures(cohort, RECORDS, "LĐTT", law=LAW)
    return ready.with_columns(**{name: pl.lit(value) for name, value in columns.items()})


class TestStages:
    """``measures`` and ``judge``, one after the other."""

    @pytest.mark.parametrize("award", ["LĐTT", "CSTĐCS", "TTLĐXS", "huan-chuong-lao-dong-hang-ba", "Gia đình văn hóa"])
    def test_two_are_one(self, award: str) -> None:
        """Measured and then judged, every row has the answer it has when both are done at once."""
        ready = frames.measures(COHORT, RECORDS, award, law=LAW)
        judged = frames.judge(ready, award, law=LAW)

        assert judged.drop(set(ready.columns) - set(COHORT.columns)).equals(
            frames.assess(COHORT, RECORDS, award, law=LAW)
        )

    def test_numbers(self) -> None:
        """As numbers the outcomes are those of the words, 0 to 3."""
        ready = frames.measures(COHORT, RECORDS, "CSTĐCS", law=LAW)
        words = frames.judge(ready, "CSTĐCS", law=LAW)["outcome"]
        numbers = frames.judge(ready, "CSTĐCS", law=LAW, numbers=True)["outcome"]

        names = ["NOT_MET", "UNKNOWN", "PENDING", "MET"]
        assert [names[number] for number in numbers] == words.to_list()

    def test_lazy(self) -> None:
        """Ready measures of a lazy table are lazy, and so is what is judged of them."""
        ready = frames.measures(COHORT.lazy(), RECORDS.lazy(), "LĐTT", law=LAW)
        judged = frames.judge(ready, "LĐTT", law=LAW)

        assert isinstance(ready, pl.LazyFrame)
        assert isinstance(judged, pl.LazyFrame)
        told = frames.assess(COHORT, RECORDS, "LĐTT", law=LAW)
        columns = ["subject", "outcome", "reason"]
        assert judged.select(columns).sort("subject").collect().equals(told.select(columns).sort("subject"))

    def test_own_table(self) -> None:
        """A caller who has the measures from elsewhere needs no records: what is null is not known."""
        own = pl.DataFrame(
            {"subject": [1, 2, 3], "kind": "individual", "year": 2024, "commendation": None}
        ).with_columns(
            pl.Series("24_1_a", [3, 1, None], dtype=pl.Int64),
            pl.Series("24_1/subject", [True, True, True]),
            *[pl.lit(value=True).alias(name) for name in ("4_4-clear", "4_4-served", "4_4-counted", "24_1_b/spirit")],
            *[pl.lit(value=False).alias(name) for name in ("24_3/subject", "24_3-labourer/subject")],
            *[
                pl.lit(None, pl.Boolean).alias(name)
                for name in (
                    "24_3_a/effective-labour",
                    "24_3_b/exemplary",
                    "24_3/outside-24-1-2",
                    "4_4/after-discipline",
                )
            ],
            pl.lit(None, pl.Int64).alias("24_3-rated"),
            pl.lit(None, pl.String).alias("amiss"),
        )

        judged = frames.judge(own, "LĐTT", law=LAW)
        assert judged["outcome"].to_list() == ["MET", "NOT_MET", "UNKNOWN"]
        assert judged["reason"].to_list() == [None, "24.1.a", "24.1.a"]

    def test_a_measure_is_missing(self) -> None:
        """Without one of the measures nothing is judged, and it is named."""
        with pytest.raises(InputError) as caught:
            frames.judge(asked(COHORT).drop("24_1_a", "4_4-clear"), "LĐTT", law=LAW)

        assert {problem.path for problem in caught.value.problems} == {"measures.24_1_a", "measures.4_4-clear"}

    def test_a_measure_is_mistyped(self) -> None:
        """A measure of another type is refused: "đạt" is not true."""
        with pytest.raises(InputError, match="24_1_b/spirit"):
            frames.judge(asked(COHORT, **{"24_1_b/spirit": "đạt"}), "LĐTT", law=LAW)


class TestWords:
    """A word that is in no list."""

    BAD = (
        ("cohort", "body", "tỉnh", "no body is called"),
        ("cohort", "commendation", "cong-trang", "no commendation is called"),
        ("records", "kind", "awards", "no kind of row is called 'awards'"),
    )

    @pytest.mark.parametrize(("table", "column", "word", "sentence"), BAD)
    def test_refused(self, table: str, column: str, word: str, sentence: str) -> None:
        """A table at hand is refused before any work, and the word is named."""
        tables = {"cohort": COHORT, "records": RECORDS}
        tables[table] = tables[table].with_columns(pl.lit(word).alias(column))
        with pytest.raises(InputError, match=sentence):
            frames.assess(tables["cohort"], tables["records"], "LĐTT", law=LAW)

    def test_names_of_awards(self) -> None:
        """An award is told by its id: of another name the id to write is told."""
        records = pl.DataFrame({"subject": ["A-0"], "kind": ["award"], "term": ["CSTĐCS"], "year": [2020]})
        with pytest.raises(InputError, match="write 'chien-si-thi-dua-co-so'"):
            frames.assess(COHORT, records, "LĐTT", law=LAW)

    @pytest.mark.parametrize("kind", ["rating", "award", "discipline", "initiative", "awards"])
    def test_of_a_lazy_table(self, kind: str) -> None:
        """Of a lazy table the word is found as it runs: whoever has such a record is not judged, others are."""
        cohort = pl.LazyFrame({"subject": ["A", "B"], "kind": "individual", "track": "civil-servant", "year": 2024})
        records = pl.LazyFrame(
            {"subject": ["A", "A", "B"], "kind": ["rating", kind, "rating"], "term": ["failed", "xxx", "failed"]}
        ).with_columns(year=pl.lit(2024), since=pl.lit(date(2024, 1, 1)))
        told = frames.assess(cohort, records, "LĐTT", law=LAW).sort("subject").collect()

        assert told["outcome"].to_list() == ["UNKNOWN", "NOT_MET"]
        assert told["reason"].to_list() == ["records", "24.1.a"]

    def test_of_a_lazy_cohort(self) -> None:
        """So is a proposal whose own row has such a word, and the reason is the column."""
        cohort = pl.LazyFrame({"subject": ["A", "B"], "kind": ["individual", "person"], "track": ["cong-chuc", None]})
        cohort = cohort.with_columns(year=pl.lit(2024))
        told = frames.assess(cohort, RECORDS.lazy(), "LĐTT", law=LAW).sort("subject").collect()

        assert told["reason"].to_list() == ["track", "kind"]

    def test_of_what_a_record_says(self) -> None:
        """A status of no list is none that is known: the initiative may count, and does not for certain."""
        cohort = pl.DataFrame(
            {"subject": ["A"], "kind": "individual", "track": "civil-servant", "year": 2024, "known_from": 2020}
        )
        records = pl.DataFrame(
            {
                "subject": "A",
                "kind": ["rating", "initiative"],
                "term": ["good", "initiative"],
                "year": 2024,
                "status": [None, "đã công nhận"],
            }
        )

        assert frames.assess(cohort, records, "CSTĐCS", law=LAW)["outcome"].to_list() == ["UNKNOWN"]


class TestSql:
    """``sql``: the rule for tools that speak nothing else."""

    @pytest.mark.parametrize("law", [LAW, pytest.param(OLD, marks=pytest.mark.large)], ids=["2025", "2015"])
    def test_agrees(self, law: Any) -> None:
        """Of every award the written rule, run by a database over ready measures, answers what ``judge`` does."""
        engine = duckdb.connect()
        wrong = []
        for award in law.awards:
            ready = frames.measures(COHORT, RECORDS, award, law=law)
            told = frames.judge(ready, award, law=law)["outcome"].to_list()
            engine.register("measures", ready.to_arrow())
            rows = engine.execute(frames.sql(award, law=law)).fetchall()
            wrong += [award.id] if [row[-1] for row in rows] != told else []

        assert wrong == []

    def test_explained(self) -> None:
        """Every ready measure is explained, with its article, in the language asked."""
        vi, en = (frames.sql("LĐTT", law=LAW, locale=locale) for locale in ("vi", "en"))

        assert "-- 24_1_a: xếp loại trong năm từ “Hoàn thành tốt nhiệm vụ” trở lên (điểm a khoản 1 Điều 24" in vi
        assert "-- 24_1_a: " in en
        assert "xếp loại" not in en

    def test_unread(self) -> None:
        """Where a text that governs was not read the written rule says UNKNOWN of everybody."""
        stopped = law_on(date(2025, 8, 1))
        written = frames.sql("Gia đình văn hóa", law=stopped)
        ready = pl.DataFrame({"subject": [1], "kind": ["household"], "amiss": [None]})  # noqa: F841  # DuckDB reads it

        assert duckdb.sql(written.replace('"measures"', "ready")).fetchall()[0][-1] == "UNKNOWN"

    def test_quoted(self) -> None:
        """A table's name is written as it is, whatever it holds."""
        assert 'FROM "đợt ""2025"""' in frames.sql("LĐTT", law=LAW, table='đợt "2025"')

    def test_refused(self) -> None:
        """An award that never was, or is not in force, is told as everywhere."""
        with pytest.raises(UnknownTerm):
            frames.sql("Danh hiệu Z", law=LAW)
        with pytest.raises(NotInForce):
            frames.sql("huy-hieu", law=LAW)
