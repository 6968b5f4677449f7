"""How far the rows of a table are: on every engine what ``Verdict.lacking`` tells of the dossier."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, ClassVar

import narwhals.stable.v2 as nw
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import thidua
from tests.agreement import BY_ROW, ENGINES, FAMILIES, SMALL, TODAY, Careers
from tests.tables import rows_of
from thidua import InputError, Outcome, UnknownTerm, frames, strategies
from thidua.book.law import Law, LawChoice
from thidua.errors import NotInForce
from thidua.frames import SHORT
from thidua.merit.verdict import Verdict
from thidua.model.condition import Holds, Run
from thidua.model.dossier import LISTS, Dossier
from thidua.model.finding import Finding

Told = tuple[int | None, int | None, str | None, int | None]
LONG = ("huan-chuong-lao-dong-hang-ba", "bang-khen-cua-thu-tuong-chinh-phu", "nha-giao-uu-tu")
"""Awards whose queries DuckDB plans for seconds."""
LAW = thidua.law_on(date(2024, 12, 20))
STOPPING = thidua.law_on(TODAY.day)


def wanted(dossier: Dossier, award: str, law: LawChoice) -> Told:
    """Tell of a dossier what its row should: ``lacking``, counted."""
    if not isinstance(law, Law) and dossier.received is None:
        return (None, None, None, None)
    try:
        verdict = thidua.assess(dossier, award, law=law)
    except NotInForce:
        return (None, None, None, None)
    outcomes = [leaf.on_facts for leaf in verdict.lacking]
    code = verdict.lacking[0].code if len(outcomes) == 1 else None
    return (outcomes.count(Outcome.NOT_MET), outcomes.count(Outcome.UNKNOWN), code, _years(verdict))


def _years(verdict: Verdict) -> int | None:
    """Return how many years running are wanting by what the one finding shows of the record."""
    if len(verdict.lacking) != 1 or verdict.lacking[0].on_facts is not Outcome.NOT_MET:
        return None
    (leaf,) = verdict.lacking
    need, year = leaf.need, verdict.dossier.year
    if leaf.about.negated:
        return None
    if isinstance(need, Run):
        return need.years - (year + 1 - leaf.have[0] if leaf.have else 0)
    if isinstance(need, Holds) and need.consecutive is not None and need.spacing == 1 and not need.anywhere:
        last = year - need.lag
        return next(short for short in range(need.consecutive + 1) if _held(leaf, last, need.consecutive - short))
    return None


def _held(leaf: Finding, last: int, years: int) -> bool:
    return set(range(last + 1 - years, last + 1)) <= set(leaf.have or ())


def told(planned: Any, engine: str = "") -> dict[str, Told]:
    """Read the four columns, whatever engine holds them."""
    if engine == "polars-streaming":
        planned = planned.collect(engine="streaming")
    frame = nw.from_native(planned).select("subject", *SHORT)
    frame = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    columns = frame.to_arrow().to_pydict()
    return {row[0]: row[1:] for row in zip(*(columns[name] for name in ("subject", *SHORT)), strict=True)}


def differences(found: dict[str, Told], dossiers: list[Dossier], award: str, law: LawChoice) -> list[Any]:
    """Return the rows that are told otherwise; years may be left untold where the record leaves some of them open."""
    asked = {str(dossier.subject.id): wanted(dossier, award, law) for dossier in dossiers}
    assert found.keys() == asked.keys()
    return [
        (subject, found[subject], answer)
        for subject, answer in asked.items()
        if found[subject][:3] != answer[:3] or found[subject][3] not in (None, answer[3])
    ]


@cache
def few() -> Careers:
    """Make the careers that the tests share."""
    return Careers(300, seed=22)


@pytest.mark.parametrize(
    ("engine", "award"),
    [(engine, award) for engine in ENGINES for award in FAMILIES if engine != "duckdb" or award not in LONG],
)
def test_one_law(engine: str, award: str) -> None:
    """Under one law every engine tells of a row what the dossier's verdict lacks."""
    found = told(frames.plan(*few().handed(engine), award, law=TODAY), engine)

    assert differences(found, few().dossiers, award, TODAY) == []


@pytest.mark.parametrize("award", SMALL)
@pytest.mark.parametrize("engine", ENGINES)
def test_by_row(engine: str, award: str) -> None:
    """Rows of one table are told each under the law of its own day; of a row that picks none nothing is told."""
    found = told(frames.plan(*few().handed(engine), award, law=BY_ROW), engine)

    assert differences(found, few().dossiers, award, BY_ROW) == []
    unsaid = [str(each.subject.id) for each in few().dossiers if each.received is None]
    assert {found[subject] for subject in unsaid} == {(None, None, None, None)}


@pytest.mark.parametrize("award", SMALL)
def test_unread(award: str) -> None:
    """Where a text that governs was not read, a row is told by the last that was, as ``lacking`` is."""
    found = told(frames.plan(*few().tables, award, law=STOPPING))

    assert differences(found, few().dossiers, award, STOPPING) == []


@settings(max_examples=25)
@given(st.sampled_from(SMALL), st.sampled_from([TODAY, BY_ROW, thidua.law_on]), strategies.cohorts(max_size=8))
def test_strategies(award: str, law: LawChoice, dossiers: list[Dossier]) -> None:
    """Cohorts that Hypothesis draws are told as their dossiers are."""
    found = told(frames.plan(*frames.from_dossiers(dossiers), award, law=law))

    assert differences(found, dossiers, award, law) == []


@pytest.mark.large
def test_every_award() -> None:
    """Five thousand careers are told as their dossiers are, for all awards of today's law."""
    many = Careers(5_000, seed=2026)
    found = {
        award.id: differences(told(frames.plan(*many.tables, award, law=TODAY)), many.dossiers, award.id, TODAY)
        for award in TODAY.awards
    }

    assert {award: rows[:3] for award, rows in found.items() if rows} == {}


def test_spread() -> None:
    """The careers are no easy ones: many are met, one short, further, not known; some want years, one or several."""
    rows = [row for award in FAMILIES for row in told(frames.plan(*few().tables, award, law=TODAY)).values()]

    assert min(sum(short == number for short, *_ in rows) for number in (0, 1, 2, 3)) > 25
    assert sum(unknown != 0 for _, unknown, *_ in rows) > 50
    assert len({clause for *_, clause, _ in rows}) > 20
    wanting = [years for *_, years in rows if years is not None]
    assert min(wanting) == 1 < max(wanting)


def row(award: str, law: Law = LAW, **facts: Any) -> Told:
    """Tell of one dossier, as its row."""
    subject = {"id": "A", "kind": "individual", "tracks": ["civil-servant"], **facts.pop("subject", {})}
    raw = {"subject": subject, "year": 2024, "known_from": 2005, "joined": "2005-01-01", **facts}
    return told(frames.plan(*frames.from_dossiers([thidua.load_dossier(raw)]), award, law=law))["A"]


def fighter(*years: int, **facts: Any) -> Told:
    """Tell how far a grassroots emulation fighter of these years, with an initiative, is from the provincial title."""
    awards = [{"award": "CSTĐCS", "year": year} for year in years]
    idea = {"year": 2024, "status": "applied", "scope": "province"}
    return row("CSTĐ cấp tỉnh", awards=awards, initiatives=[idea], **facts)


def agency(ratings: dict[int, str | None]) -> Told:
    """Tell how far an agency with these ratings is from the provincial certificate, which asks for nothing else."""
    subject = {"kind": "collective", "body": "agency", "tracks": []}
    years = [{"year": year} | ({"rating": rating} if rating else {}) for year, rating in ratings.items()]
    return row("BK tỉnh", subject=subject, years=years, founded="2000-01-01", commendation="merit")


class TestYears:
    """How many years running are wanting, counted back from the proposal's year."""

    @pytest.mark.parametrize(
        ("years", "wanting"),
        [((), 3), ((2024,), 2), ((2023, 2024), 1), ((2020, 2021, 2023, 2024), 1), ((2022, 2023), 3), ((2022, 2024), 2)],
    )
    def test_titles(self, years: tuple[int, ...], wanting: int) -> None:
        """Điều 22 khoản 1 điểm a asks the title three years running: a gap breaks them, this year's too."""
        assert fighter(*years) == (1, 0, "22.1.a", wanting)

    def test_three_titles(self) -> None:
        """Three years running lack nothing."""
        assert fighter(2022, 2023, 2024) == (0, 0, None, None)

    @pytest.mark.parametrize(
        ("excellent", "row_of_it"),
        [
            ((), (1, 0, "74.3.d-years/run", 2)),
            ((2023,), (1, 0, "74.3.d-years/run", 2)),
            ((2024,), (1, 0, "74.3.d-years/run", 1)),
            ((2023, 2024), (0, 0, None, None)),
        ],
    )
    def test_run(self, excellent: tuple[int, ...], row_of_it: Told) -> None:
        """Điều 74 khoản 3 điểm d asks a collective two years running of excellent work."""
        ratings = {year: "excellent" if year in excellent else "good" for year in range(2020, 2025)}

        assert agency(ratings) == row_of_it

    def test_left_open(self) -> None:
        """A year that nobody rated may belong to the run: two years are not there, but how many are wanting is open."""
        assert agency({2022: "good", 2023: "good", 2024: None}) == (1, 0, "74.3.d-years/run", None)

    def test_beside_another(self) -> None:
        """Where two conditions are short, years are not all that is lacking, and neither is named."""
        awards = [{"award": "CSTĐCS", "year": year} for year in (2023, 2024)]

        assert row("CSTĐ cấp tỉnh", awards=awards) == (2, 0, None, None)

    def test_not_known(self) -> None:
        """Titles that may stand where the record is not whole are not known, and no years are told."""
        assert fighter(2023, 2024, known_from={**dict.fromkeys(LISTS, 2005), "awards": 2023}) == (0, 1, "22.1.a", None)


def test_who() -> None:
    """Who the subject is counts as a condition too, though nothing changes it: a household is no emulation fighter."""
    household = row("CSTĐCS", subject={"id": "A", "kind": "household", "tracks": []})

    assert household == (1, 0, "recipient", None)


class TestTable:
    """The cohort comes back as it came."""

    @pytest.mark.parametrize("column", SHORT)
    def test_taken(self, column: str) -> None:
        """A column of the caller's own that an answer comes in is refused by name."""
        cohort, records = few().tables
        with pytest.raises(InputError) as raised:
            frames.plan(cohort.with_columns(pl.lit(1).alias(column)), records, "LĐTT", law=TODAY)

        assert [problem.path for problem in raised.value.problems] == [f"cohort.{column}"]

    def test_columns(self) -> None:
        """Rows and columns stand as they stood, the four new ones after them."""
        cohort, records = few().tables
        planned = frames.plan(cohort.with_columns(pl.lit("X").alias("own")), records, "LĐTT", law=TODAY)

        assert planned.drop(SHORT).equals(cohort.with_columns(pl.lit("X").alias("own")))
        assert planned.columns[-4:] == list(SHORT)

    def test_after_assess(self) -> None:
        """An answered table can be planned: a row met on its facts lacks nothing, another lacks something."""
        cohort, records = few().tables
        planned = frames.plan(frames.assess(cohort, records, "CSTĐCS", law=TODAY), records, "CSTĐCS", law=TODAY)
        lacks = planned.select(pl.col("on_facts"), pl.col("short") > 0, pl.col("unknown") > 0).unique().rows()

        assert {row for row in lacks if row[0] == "MET"} == {("MET", False, False)}
        assert {row[1:] for row in lacks if row[0] == "UNKNOWN"} == {(False, True)}
        assert all(short for on_facts, short, _ in lacks if on_facts == "NOT_MET")

    @pytest.mark.parametrize("engine", ["polars-lazy", "duckdb"])
    def test_lazy(self, engine: str) -> None:
        """A lazy table stays lazy, and so does what is counted of it."""
        cohort, records = few().handed(engine)
        planned = frames.plan(cohort, records, "LĐTT", law=TODAY)

        assert isinstance(planned, type(cohort))
        assert isinstance(frames.short_by(planned), type(cohort))

    def test_no_row(self) -> None:
        """Of a row of a lazy table that says what is in no list, nothing is told."""
        cohort, records = few().tables
        amiss = cohort.head(2).with_columns(track=pl.Series(["worker", "worke"])).lazy()
        planned = frames.plan(amiss, records.lazy(), "LĐTT", law=TODAY).sort("track").collect()

        assert planned["short"].is_null().to_list() == [True, False]

    def test_no_such_award(self) -> None:
        """An award that never was is refused with the nearest; one that is not in force says since when."""
        with pytest.raises(UnknownTerm):
            frames.plan(*few().tables, "CSTĐCSS", law=TODAY)
        with pytest.raises(NotInForce):
            frames.plan(*few().tables, "Gia đình văn hóa", law=thidua.law_on(date(1999, 1, 1)))


class TestShortBy:
    """Who is one condition short, clause by clause."""

    PLANNED: ClassVar = pl.DataFrame(
        {
            "unit": ["X", "X", "X", "X", "Y", "Y", None],
            "short": [1, 1, 0, 0, 2, 1, 1],
            "unknown": [0, 0, 1, 0, 0, 1, 0],
            "short_of": ["a", "a", "a", None, None, None, "b"],
            "years_short": [1, 2, None, None, None, None, 1],
        }
    )

    def test_all(self) -> None:
        """Only rows that lack one thing alone count: not met or not known, and of those not met one year short."""
        assert frames.short_by(self.PLANNED).rows() == [("a", 2, 1, 1), ("b", 1, 0, 1)]

    def test_by(self) -> None:
        """By a column of the caller's own; a gap there is a group."""
        counted = frames.short_by(self.PLANNED, by="unit")

        assert counted.columns == ["unit", "short_of", "proposals", "unknown", "one_year"]
        assert sorted(counted.rows(), key=str) == [("X", "a", 2, 1, 1), (None, "b", 1, 0, 1)]

    def test_nobody(self) -> None:
        """Where nobody is one condition short there are no rows."""
        assert frames.short_by(self.PLANNED.filter(pl.col("short_of").is_null())).height == 0

    @pytest.mark.parametrize("engine", [engine for engine in ENGINES if engine != "polars-streaming"])
    def test_engines(self, engine: str) -> None:
        """Every engine counts alike, what was planned on it."""
        counted = frames.short_by(frames.plan(*few().handed(engine), "CSTĐCS", law=TODAY), by="kind")
        wanted_rows = frames.short_by(frames.plan(*few().tables, "CSTĐCS", law=TODAY), by="kind").rows(named=True)

        assert rows_of(counted) == wanted_rows

    @pytest.mark.parametrize(
        ("by", "path", "code"),
        [("place", "planned.place", "missing"), ("short_of", "by", "taken"), ("one_year", "by", "taken")],
    )
    def test_bad_by(self, by: str, path: str, code: str) -> None:
        """A column that is not there, or that the answer has itself."""
        with pytest.raises(InputError) as raised:
            frames.short_by(self.PLANNED, by=by)

        assert [(problem.path, problem.code) for problem in raised.value.problems] == [(path, code)]

    def test_other_table(self) -> None:
        """A table that was not planned is refused for every column it lacks."""
        with pytest.raises(InputError) as raised:
            frames.short_by(self.PLANNED.drop("short", "years_short"))

        assert {problem.path for problem in raised.value.problems} == {"planned.short", "planned.years_short"}
