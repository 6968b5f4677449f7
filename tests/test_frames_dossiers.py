"""Dossiers as two tables, and the tables as dossiers."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import attrs
import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings

from tests.careers import careers
from thidua import InputError, load_dossier, strategies
from thidua.frames.columns import COHORT, KINDS, RECORDS
from thidua.frames.dossiers import from_dossiers, to_dossiers
from thidua.model.dossier import LISTS, Dossier
from thidua.model.facts import NOT_SAID

CAREERS = careers(400, seed=2024)

Tables = tuple[Any, Any]


def in_duckdb(tables: Tables) -> Tables:
    """Hand two Arrow tables to DuckDB."""
    connection = duckdb.connect()
    return connection.from_arrow(tables[0]), connection.from_arrow(tables[1])


def in_numpy(tables: Tables) -> Tables:
    """Hand two Arrow tables to pandas in NumPy's types: a year with a gap is a float, a truth with one an object."""
    return tables[0].to_pandas(date_as_object=False), tables[1].to_pandas(date_as_object=False)


def in_lazy_frames(tables: Tables) -> Tables:
    """Hand two Polars tables over before anything is worked out."""
    return tables[0].lazy(), tables[1].lazy()


def unchanged(tables: Tables) -> Tables:
    """Hand the tables over as they are."""
    return tables


LIBRARIES: dict[str, tuple[str, Callable[[Tables], Tables]]] = {
    "polars": ("polars", unchanged),
    "polars-lazy": ("polars", in_lazy_frames),
    "pandas": ("pandas", unchanged),
    "pandas-numpy": ("pyarrow", in_numpy),
    "pyarrow": ("pyarrow", unchanged),
    "duckdb": ("pyarrow", in_duckdb),
}
"""How tables of each library come about."""


def there_and_back(dossiers: list[Dossier], library: str) -> list[Dossier]:
    """Write dossiers as tables of a library and read them again."""
    backend, handed = LIBRARIES[library]
    return to_dossiers(*handed(from_dossiers(dossiers, backend=backend)))


def table(*rows: dict[str, Any]) -> pl.DataFrame:
    """Make a table of rows that do not all say the same columns."""
    return pl.DataFrame(list(rows), infer_schema_length=None)


def faults(cohort: Any, records: Any) -> Iterator[tuple[str, str, str]]:
    """Yield the place, the kind and the sentence of everything that is wrong with two tables."""
    with pytest.raises(InputError) as caught:
        to_dossiers(cohort, records)
    for problem in caught.value.problems:
        yield problem.path, problem.code, problem.sentence


PROPOSED = {"subject": "A-17", "kind": "individual", "year": 2024}


def told(**row: Any) -> dict[str, Any]:
    """Make a row of the records of the one subject there is."""
    return {"subject": "A-17", "kind": "rating", "term": "good", "year": 2024, **row}


class TestThereAndBack:
    """Nothing is lost in a table."""

    @pytest.mark.parametrize("library", LIBRARIES)
    def test_careers(self, library: str) -> None:
        """Careers with every oddity come back as they were, from tables of every library."""
        assert there_and_back(CAREERS, library) == CAREERS

    @pytest.mark.parametrize("library", LIBRARIES)
    @settings(max_examples=25)
    @given(strategies.cohorts())
    def test_drawn(self, library: str, dossiers: list[Dossier]) -> None:
        """So do any dossiers at all, and none."""
        assert there_and_back(dossiers, library) == dossiers

    @pytest.mark.parametrize("library", LIBRARIES)
    def test_nothing_known(self, library: str) -> None:
        """A dossier that says nothing comes back saying nothing: a gap never becomes a no."""
        bare = load_dossier({"subject": {"kind": "household", "id": "1"}, "year": 2024})

        assert there_and_back([bare], library) == [bare]

    @pytest.mark.parametrize("library", LIBRARIES)
    def test_yes_no_and_not_said(self, library: str) -> None:
        """Yes, no and not said are three answers in every table."""
        dossiers = [
            load_dossier(
                {
                    "subject": {"kind": "individual", "id": name, **({} if said is None else {"martyr": said})},
                    "year": 2024,
                    "service": [{"since": "2000-01-01", **({} if said is None else {"hardship": said})}],
                }
            )
            for name, said in (("yes", True), ("no", False), ("unsaid", None))
        ]

        found = there_and_back(dossiers, library)

        assert [dossier.subject.martyr for dossier in found] == [True, False, None]
        assert [dossier.service[0].hardship for dossier in found] == [True, False, None]

    def test_mixed_libraries(self) -> None:
        """The two tables need not be of one library."""
        cohort, _ = from_dossiers(CAREERS, backend="polars")
        _, records = in_duckdb(from_dossiers(CAREERS, backend="pyarrow"))

        assert to_dossiers(cohort, records) == CAREERS

    def test_progress(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Who wants to watch sees a bar, and gets the same."""
        tables = from_dossiers(CAREERS[:5], progress=True)

        assert to_dossiers(*tables, progress=True) == CAREERS[:5]
        assert capsys.readouterr().err.count("5/5") == 2


class TestTables:
    """What dossiers look like as tables."""

    @pytest.mark.parametrize("dossiers", [[], CAREERS], ids=["none", "careers"])
    def test_polars_columns(self, dossiers: list[Dossier]) -> None:
        """Every column is there with its type, whether or not anything stands in it."""
        types = {"a whole number": pl.Int64, "a date": pl.Date, "true or false": pl.Boolean}
        for made, columns in zip(from_dossiers(dossiers), (COHORT, RECORDS), strict=True):
            assert dict(made.schema) == {name: types.get(kind, pl.String) for name, kind in columns.items()}

    @pytest.mark.parametrize("dossiers", [[], CAREERS], ids=["none", "careers"])
    def test_pandas_types(self, dossiers: list[Dossier]) -> None:
        """Tables of pandas have Arrow's types, in which a missing truth stays missing."""
        for made in from_dossiers(dossiers, backend="pandas"):
            assert {type(dtype) for dtype in made.dtypes} == {pd.ArrowDtype}

    def test_every_kind(self) -> None:
        """The careers tell something of every kind of row, and in every column of it."""
        _, records = from_dossiers(careers(3000, seed=1))
        for kind, columns in KINDS.items():
            told = records.filter(pl.col("kind") == kind)

            assert [name for name in columns if told[name].null_count() == len(told)] == []

    def test_ends(self) -> None:
        """A day, "still running" and "not said" are three ends of a stretch of days."""
        dossier = load_dossier(
            {
                "subject": {"kind": "individual", "id": "1"},
                "year": 2024,
                "posts": [
                    {"post": "minister", "since": "2000-01-01", "until": "2010-01-01"},
                    {"post": "minister", "since": "2011-01-01", "until": None},
                    {"post": "minister", "since": "2012-01-01"},
                ],
            }
        )

        _, records = from_dossiers([dossier])

        assert records.select("until", "running").rows() == [(date(2010, 1, 1), None), (None, True), (None, False)]

    def test_grounds(self) -> None:
        """Each initiative that an award used is a row of its own, which repeats what tells the award from others."""
        award = {"award": "CSTĐCS", "year": 2023, "decided_on": "2024-01-05", "grounds": ["SK-1", "SK-2"]}
        dossier = load_dossier({"subject": {"kind": "individual", "id": "1"}, "year": 2024, "awards": [award]})

        _, records = from_dossiers([dossier])

        said = ("chien-si-thi-dua-co-so", 2023)
        assert records.select("kind", "term", "year", "id", "decided_on").rows() == [
            ("award", *said, None, date(2024, 1, 5)),
            ("ground", *said, "SK-1", date(2024, 1, 5)),
            ("ground", *said, "SK-2", date(2024, 1, 5)),
        ]

    def test_known_from(self) -> None:
        """One year speaks of all lists, a table of years of each by itself."""
        each = [2020, {"awards": 2010, "posts": 2011}, None]
        dossiers = [
            Dossier(subject=attrs.evolve(CAREERS[0].subject, id=str(place)), year=2024, known_from=known)
            for place, known in enumerate(each)
        ]

        cohort, _ = from_dossiers(dossiers)

        assert cohort.select("known_from", "known_from_awards", "known_from_posts").rows() == [
            (2020, None, None),
            (None, 2010, 2011),
            (None, None, None),
        ]

    def test_without_id(self) -> None:
        """A dossier without an id is called by its place."""
        bare = load_dossier({"subject": {"kind": "household"}, "year": 2024})

        cohort, _ = from_dossiers([*CAREERS[:3], bare])

        assert cohort["subject"][3] == "#3"


class TestReading:
    """How rows are read that somebody else wrote."""

    def test_least(self) -> None:
        """Four columns are enough, and whole numbers do for names."""
        cohort = table({"subject": 17, "kind": "individual", "year": 2024})
        records = table({"subject": 17, "kind": "rating", "term": "good", "year": 2024})

        (found,) = to_dossiers(cohort, records)

        assert found.subject.id == "17"
        assert found.ratings == {2024: "good"}

    def test_others_records(self) -> None:
        """Records of subjects that nobody proposes are left alone, whatever they say."""
        (found,) = to_dossiers(table(PROPOSED), table(told(), told(subject="B", kind="nonsense")))

        assert found.ratings == {2024: "good"}

    def test_two_proposals(self) -> None:
        """A subject's records count for each of its proposals; members who hold an award, for those of the year."""
        cohort = table({**PROPOSED, "year": 2023}, PROPOSED)
        records = table(
            told(),
            told(kind="holder", term="CSTĐCS", value=2),
            told(kind="attested", term="*", year=2023, said=True),
        )

        earlier, later = to_dossiers(cohort, records)

        assert earlier.ratings == later.ratings == {2024: "good"}
        assert (earlier.holders, later.holders) == ({}, {"chien-si-thi-dua-co-so": 2})
        assert (earlier.attested, later.attested) == ({"*": True}, {})

    def test_known_from_of_one_list(self) -> None:
        """The year of one list goes before the year of all."""
        (found,) = to_dossiers(table({**PROPOSED, "known_from": 2020, "known_from_awards": 2010}), table(told()))

        assert found.complete == {**dict.fromkeys(LISTS, 2020), "awards": 2010}

    def test_running(self) -> None:
        """Without an end a stretch runs only where the row says so; else nobody knows."""
        rows = [
            told(kind="post", term="minister", since=date(2020, 1, 1), running=said) for said in (True, False, None)
        ]

        (found,) = to_dossiers(table(PROPOSED), table(*rows))

        assert [post.until for post in found.posts] == [None, NOT_SAID, NOT_SAID]

    def test_force_alone(self) -> None:
        """Service without an activity is the force's own duty."""
        row = told(kind="service", term=None, since=date(2020, 1, 1), force="army")

        (found,) = to_dossiers(table(PROPOSED), table(row))

        assert (found.service[0].activity, found.service[0].force) == (None, "army")

    def test_grounds_of_the_award_before(self) -> None:
        """Of awards told alike, an initiative was used by the last one told before it; by any name of the award."""
        award = told(kind="award", term="CSTĐCS", year=2023)
        ground = told(kind="ground", term="Chiến sĩ thi đua cơ sở", year=2023, id="SK-1")

        (found,) = to_dossiers(table(PROPOSED), table(award, award, ground, award))

        assert [record.grounds for record in found.awards] == [(), ("SK-1",), ()]

    def test_gaps_of_numpy(self) -> None:
        """NumPy has no missing year and no missing truth: a float and an object stand in for them, and are read so."""
        cohort = pd.DataFrame({**{key: [value] * 2 for key, value in PROPOSED.items()}, "martyr": [None, False]})
        cohort["known_from"] = [np.nan, 2020.0]
        records = pd.DataFrame([told(kind="movement", term="xanh", year=np.nan), told(year=2024.0)])

        first, second = to_dossiers(cohort, records)

        assert (first.subject.martyr, second.subject.martyr) == (None, False)
        assert (first.known_from, second.known_from) == (None, 2020)
        assert first.movements[0].year is None


class TestRefused:
    """What is wrong is told with its place, its reason and what to do, all at once."""

    def test_same_id(self) -> None:
        """Two dossiers of one id are refused by both places: their records would run together."""
        again = attrs.evolve(CAREERS[1], subject=CAREERS[0].subject)

        with pytest.raises(InputError) as caught:
            from_dossiers([CAREERS[0], CAREERS[1], again])

        (problem,) = caught.value.problems
        name = CAREERS[0].subject.id
        assert (problem.path, problem.code) == ("$[2].subject.id", "duplicate-id")
        assert problem.sentence == (
            f"$[0].subject.id is {name!r} too, and the records of the two would run together:"
            f" give each an id of its own, e.g. {f'{name}/{again.year}'!r}"
        )

    def test_no_dossier(self) -> None:
        """What is no dossier is refused by its place."""
        with pytest.raises(InputError, match=r"\$\[1\]: expected a dossier, as load_dossier gives it, got dict"):
            from_dossiers([CAREERS[0], {}])  # type: ignore[list-item]

    def test_backend(self) -> None:
        """Tables are of a library that can make them."""
        with pytest.raises(InputError, match="backend: expected one of polars, pandas, pyarrow, got 'dask'"):
            from_dossiers([], backend="dask")

    def test_not_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A library that is not there is named, with how to get it."""
        monkeypatch.setattr("thidua.frames.dossiers.find_spec", lambda name: None if name == "pyarrow" else name)

        with pytest.raises(InputError, match="pandas tables are made with pyarrow, not installed: pip install pyarrow"):
            from_dossiers([], backend="pandas")

    def test_no_bar(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """So is the one that draws the bar."""
        monkeypatch.setitem(sys.modules, "tqdm.auto", None)

        with pytest.raises(
            InputError, match="progress: the bar is drawn by tqdm, which is not installed: pip install tqdm"
        ):
            from_dossiers([], progress=True)
        with pytest.raises(
            InputError, match="progress: the bar is drawn by tqdm, which is not installed: pip install tqdm"
        ):
            to_dossiers(table(PROPOSED), table(told()), progress=True)

    @pytest.mark.parametrize(
        ("said", "place", "code", "sentence"),
        [
            ({"kind": "individal"}, "kind", "bad-value", "did you mean 'individual'?"),
            ({"kind": None}, "kind", "missing", "every proposal must say it: fill it in"),
            ({"subject": None}, "subject", "missing", "the row does not say who is proposed: fill it in"),
            ({"year": None}, "year", "missing", "every proposal must say it: fill it in"),
            ({"year": 224}, "year", "out-of-range", "expected 1900 to 2200"),
            ({"sex": "femal"}, "sex", "bad-value", "did you mean 'female'?"),
            ({"track": "worker, farmer"}, "track", "bad-value", "several tracks are parted by blanks"),
            ({"award": "Huân chương Không Có"}, "award", "unknown-award", "unknown award"),
            ({"received": date(2020, 1, 1)}, "received", "contradiction", "before the year of the dossier"),
            ({"joined": date(2025, 1, 1)}, "joined", "contradiction", "after the year of the dossier"),
            ({"known_from": 20}, "known_from", "out-of-range", "expected 1900 to 2200"),
            ({"known_from": 20, "known_from_posts": 2020}, "known_from", "out-of-range", "expected 1900 to 2200"),
            ({"known_from_posts": 20}, "known_from_posts", "out-of-range", "expected 1900 to 2200"),
            ({"members_completed": 3}, "members_total", "missing", "say how many there are"),
            ({"members_total": 3, "members_advanced": 4}, "members_advanced", "contradiction", "3 members there are"),
            ({"members_total": 3, "worst_discipline": "nose"}, "worst_discipline", "bad-value", "did you mean 'none'?"),
        ],
    )
    def test_cohort(self, said: dict[str, Any], place: str, code: str, sentence: str) -> None:
        """A proposal that cannot be is told by its row and column."""
        cohort = table({**PROPOSED, "subject": "B"}, {**PROPOSED, **said})
        found = list(faults(cohort, table(told())))

        assert [(where, kind) for where, kind, _ in found] == [(f"cohort[1].{place}", code)]
        assert sentence in found[0][2]

    @pytest.mark.parametrize(
        ("said", "place", "code", "sentence"),
        [
            ({"kind": "ratings"}, "kind", "bad-value", "'ratings' is no kind of row; did you mean 'rating'?"),
            ({"kind": None}, "kind", "missing", "the row does not say what it tells; one of rating, award"),
            ({"subject": None}, "subject", "missing", "the row does not say whose it is: fill it in, or drop the row"),
            ({"term": "god"}, "term", "bad-value", "did you mean 'good'?"),
            ({"year": None}, "year", "missing", "a row of kind rating must say it: fill it in, or drop the row"),
            ({"year": 20240}, "year", "out-of-range", "expected 1900 to 2200"),
            ({"kind": "award", "term": "CSTĐ cấp xóm"}, "term", "unknown-award", "unknown award"),
            ({"kind": "award", "term": "CSTĐCS", "period_until": 2024}, "period_since", "missing", "fill this one in"),
            (
                {"kind": "award", "term": "CSTĐCS", "period_since": 2024, "period_until": 2020},
                "period_until",
                "contradiction",
                "before it begins",
            ),
            (
                {"kind": "award", "term": "CSTĐCS", "decided_on": date(2020, 1, 1)},
                "decided_on",
                "contradiction",
                "before the year it rewards",
            ),
            ({"kind": "ground", "term": "CSTĐCS", "id": "SK-1"}, "term", "no-award", "no row of kind award tells"),
            ({"kind": "ground", "term": "CSTĐCS"}, "id", "missing", "which initiative the award used: fill it in"),
            ({"kind": "initiative", "term": "idea"}, "term", "bad-value", "not a known word here"),
            ({"kind": "achievement", "term": "work", "value": -1}, "value", "out-of-range", "expected 0 or more"),
            ({"kind": "movement", "term": "xanh", "review": "yearly"}, "review", "bad-value", "not a known word here"),
            ({"kind": "absence", "term": "other", "working_days": 400}, "working_days", "out-of-range", "0 to 366"),
            ({"kind": "discipline", "term": "canh-cao"}, "since", "missing", "a row of kind discipline must say it"),
            (
                {"kind": "post", "term": "minister", "since": date(2020, 1, 2), "until": date(2020, 1, 1)},
                "until",
                "contradiction",
                "ends on 2020-01-01, before it begins on 2020-01-02",
            ),
            ({"kind": "lead", "term": "nobody"}, "term", "bad-value", "not a known word here"),
            ({"kind": "holder", "term": "CSTĐ cấp xóm", "value": 1}, "term", "unknown-award", "unknown award"),
            ({"kind": "holder", "term": "CSTĐCS", "value": 4}, "value", "contradiction", "3 members there are"),
            ({"kind": "holder", "term": "CSTĐCS"}, "value", "missing", "fill it in, or drop the row"),
            ({"kind": "attested", "term": "*"}, "said", "missing", "fill it in, or drop the row"),
        ],
    )
    def test_records(self, said: dict[str, Any], place: str, code: str, sentence: str) -> None:
        """A fact that cannot be is told by its row and column, though it stands elsewhere in the dossier."""
        cohort = table({**PROPOSED, "members_total": 3})
        columns = {"id": None, "value": None, "said": None}
        found = list(faults(cohort, table(told(year=2020, **columns), told(**said))))

        assert [(where, kind) for where, kind, _ in found] == [(f"records[1].{place}", code)]
        assert sentence in found[0][2]

    def test_two_ratings(self) -> None:
        """Two ratings for one year contradict each other, whoever's row stands between them."""
        records = table(told(), told(subject="B", term="failed"), told(term="excellent"))

        ((place, code, sentence),) = faults(table(PROPOSED), records)

        assert (place, code) == ("records[2].term", "contradiction")
        assert sentence == "two ratings for 2024: 'good' and 'excellent'; keep the final one"

    def test_told_twice(self) -> None:
        """How many members hold an award is said once for a year, under one name."""
        rows = [told(kind="holder", term=name, value=1) for name in ("CSTĐCS", "CSTĐCS", "chien-si-thi-dua-co-so")]

        found = list(faults(table(PROPOSED), table(*rows)))

        assert [(place, code) for place, code, _ in found] == [
            ("records[1].term", "duplicate-key"),
            ("records[2].term", "duplicate-key"),
        ]
        assert found[0][2] == "records[0] tells of 'CSTĐCS' already: keep one of the two rows"

    def test_all_at_once(self) -> None:
        """All faults of both tables are told together, in the order of their rows."""
        cohort = table({**PROPOSED, "sex": "x"}, {**PROPOSED, "subject": "B", "sex": "y"})
        records = table(told(subject="B", term="x"), told(kind="x"), told(term="y"))

        assert [place for place, _, _ in faults(cohort, records)] == [
            "cohort[0].sex",
            "cohort[1].sex",
            "records[0].term",
            "records[1].kind",
            "records[2].term",
        ]

    def test_shared(self) -> None:
        """A fault of a record that two proposals share is told once."""
        assert len(list(faults(table(PROPOSED, {**PROPOSED, "year": 2023}), table(told(term="x"))))) == 1

    @pytest.mark.parametrize("library", LIBRARIES)
    def test_same_in_every_library(self, library: str) -> None:
        """A fault is told alike, whatever library the tables are of."""
        backend, handed = LIBRARIES[library]
        made = from_dossiers(CAREERS[:3], backend="pyarrow")[1]
        row = next(index for index, kind in enumerate(made["kind"].to_pylist()) if kind == "rating")
        terms = made["term"].to_pylist()
        terms[row] = "god"
        spoilt = made.set_column(made.column_names.index("term"), "term", pa.array(terms))
        cohort = from_dossiers(CAREERS[:3], backend="pyarrow")[0]
        tables = (cohort, spoilt)
        if backend == "polars":
            tables = (pl.from_arrow(cohort), pl.from_arrow(spoilt))
        elif library == "pandas":
            tables = (cohort.to_pandas(types_mapper=pd.ArrowDtype), spoilt.to_pandas(types_mapper=pd.ArrowDtype))

        assert [place for place, _, _ in faults(*handed(tables))] == [f"records[{row}].term"]
