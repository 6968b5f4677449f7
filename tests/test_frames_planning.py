"""How far the rows of a table are: on every engine what ``Verdict.lacking`` tells of the dossier."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any, ClassVar

import narwhals.stable.v2 as nw
import polars as pl
import pytest
from hypothesis import assume, given, settings
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

Told = tuple[int | None, int | None, str | None, int | None, bool | None]
ANY = -1
"""Years that no finding shows: held to the plan in their own test."""
LONG = ("huan-chuong-lao-dong-hang-ba", "bang-khen-cua-thu-tuong-chinh-phu", "nha-giao-uu-tu")
"""Awards whose queries DuckDB plans for seconds."""
UNTOLD: Told = (None, None, None, None, None)
"""Of a row that no law can be asked of."""
LAW = thidua.law_on(date(2024, 12, 20))
STOPPING = thidua.law_on(TODAY.day)


def wanted(dossier: Dossier, award: str, law: LawChoice) -> Told:
    """Tell of a dossier what its row should: ``lacking``, counted."""
    if not isinstance(law, Law) and dossier.received is None:
        return UNTOLD
    try:
        verdict = thidua.assess(dossier, award, law=law)
    except NotInForce:
        return UNTOLD
    outcomes = [leaf.on_facts for leaf in verdict.lacking]
    code = verdict.lacking[0].code if len(outcomes) == 1 else None
    counts = (outcomes.count(Outcome.NOT_MET), outcomes.count(Outcome.UNKNOWN))
    return (*counts, code, _years(verdict), bool(verdict.unread))


def _years(verdict: Verdict) -> int | None:
    """Return how many years running are wanting by what the one finding shows of the record.

    While the year is open the finding of the year before shows it, as if nothing else were asked.
    """
    if len(verdict.lacking) != 1 or verdict.lacking[0].on_facts is not Outcome.NOT_MET:
        return None
    (leaf,) = verdict.lacking
    need, year = leaf.need, verdict.dossier.year
    if leaf.about.negated:
        return None
    dossier = verdict.dossier
    open_ = dossier.received is None and year not in dossier.ratings
    if isinstance(need, Run):
        if open_ and not leaf.have:
            return ANY  # what ran up to the year before no finding shows
        return need.years - (year + 1 - leaf.have[0] if leaf.have else 0)
    if isinstance(need, Holds) and need.consecutive is not None and need.spacing == 1 and not need.anywhere:
        last = year - need.lag
        if open_ and not need.lag and year not in (leaf.have or ()):
            years = range(1, need.consecutive + 1)
            return next(short for short in years if _held(leaf, last - 1, need.consecutive - short))
        return next(short for short in range(need.consecutive + 1) if _held(leaf, last, need.consecutive - short))
    return None


def _held(leaf: Finding, last: int, years: int) -> bool:
    return set(range(last + 1 - years, last + 1)) <= set(leaf.have or ())


def told(planned: Any, engine: str = "") -> dict[str, Told]:
    """Read the columns, whatever engine holds them."""
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
        if (*found[subject][:3], found[subject][4]) != (*answer[:3], answer[4])
        or (found[subject][3] not in (None, answer[3]) and answer[3] != ANY)
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
    assert {found[subject] for subject in unsaid} == {UNTOLD}


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
    """The careers are no easy ones: many are met, one short, further, not known; some want years, few or many."""
    rows = [row for award in FAMILIES for row in told(frames.plan(*few().tables, award, law=TODAY)).values()]

    assert min(sum(short == number for short, *_ in rows) for number in (0, 1, 2, 3)) > 25
    assert sum(unknown != 0 for _, unknown, *_ in rows) > 50
    assert len({clause for _, _, clause, *_ in rows}) > 20
    wanting = [years for *_, years, _ in rows if years is not None]
    assert min(wanting) < max(wanting)


def row(award: str, law: Law = LAW, **facts: Any) -> tuple[Any, ...]:
    """Tell of one dossier, as its row: all but whether a text was not read."""
    return one(award, law, **facts)[:4]


def one(award: str, law: Law = LAW, **facts: Any) -> Told:
    """Tell of one dossier, as its row."""
    subject = {"id": "A", "kind": "individual", "tracks": ["civil-servant"], **facts.pop("subject", {})}
    raw = {"subject": subject, "year": 2024, "known_from": 2005, "joined": "2005-01-01", **facts}
    return told(frames.plan(*frames.from_dossiers([thidua.load_dossier(raw)]), award, law=law))["A"]


def fighter(*years: int, **facts: Any) -> tuple[Any, ...]:
    """Tell how far a grassroots emulation fighter of these years, with an initiative, is from the provincial title."""
    awards = [{"award": "CSTĐCS", "year": year} for year in years]
    idea = {"year": 2024, "status": "applied", "scope": "province"}
    return row("CSTĐ cấp tỉnh", awards=awards, initiatives=[idea], **facts)


def agency(ratings: dict[int, str | None], **facts: Any) -> tuple[Any, ...]:
    """Tell how far an agency with these ratings is from the provincial certificate, which asks for nothing else."""
    subject = {"kind": "collective", "body": "agency", "tracks": []}
    years = [{"year": year} | ({"rating": rating} if rating else {}) for year, rating in ratings.items()]
    return row("BK tỉnh", subject=subject, years=years, founded="2000-01-01", commendation="merit", **facts)


class TestYears:
    """How many years running are wanting, counted back from the proposal's year."""

    @pytest.mark.parametrize(
        ("years", "wanting"),
        [((), 3), ((2024,), 2), ((2023, 2024), 1), ((2020, 2021, 2023, 2024), 1), ((2022, 2023), 1), ((2022, 2024), 2)],
    )
    def test_titles(self, years: tuple[int, ...], wanting: int) -> None:
        """Điều 22 khoản 1 điểm a asks the title three years running: a gap breaks them; this year is still to come."""
        assert fighter(*years) == (1, 0, "22.1.a", wanting)

    @pytest.mark.parametrize(
        "closed",
        [{"received": "2025-01-10"}, {"years": [{"year": 2024, "rating": "completed"}]}],
        ids=["received", "rated"],
    )
    @pytest.mark.parametrize(("years", "wanting"), [((2022, 2023), 3), ((2023,), 3), ((2024,), 2), ((2023, 2024), 1)])
    def test_closed_year(self, closed: dict[str, Any], years: tuple[int, ...], wanting: int) -> None:
        """Once the proposal was received, or the year is rated, a title that is not there is a gap like any other."""
        assert fighter(*years, **closed) == (1, 0, "22.1.a", wanting)

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

    @pytest.mark.parametrize(
        ("until", "facts", "wanting"),
        [(2024, {}, 1), (2023, {}, 1), (2023, {"received": "2025-01-10"}, 2), (2022, {}, 2)],
    )
    def test_open_run(self, until: int, facts: dict[str, Any], wanting: int) -> None:
        """Excellent years up to the one before want this year alone, while it is open; never less than one year."""
        ratings: dict[int, str | None] = {
            year: "excellent" if 2020 < year <= until else "good" for year in range(2020, 2024)
        }
        if until == 2024:
            ratings[2024] = "excellent"
            ratings[2023] = "good"
        assert agency(ratings, **facts) == (1, 0, "74.3.d-years/run", wanting)

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


AHEAD = "chien-si-thi-dua-bo-ban-nganh-tinh"


@settings(max_examples=40, deadline=None)
@given(st.sets(st.integers(2018, 2024)), st.sampled_from([None, "good", "excellent"]), st.booleans())
def test_as_planned(years: set[int], rating: str | None, received: bool) -> None:  # noqa: FBT001  # drawn
    """Where years alone are wanting, the plan's first year is so many years off, this one among them while it is open.

    Of a closed year whose title is not on record the count sees a gap; a plan may still propose it, and be sooner.
    """
    facts: dict[str, Any] = {"years": [{"year": 2024, "rating": rating}] if rating else []}
    facts |= {"received": "2025-01-10"} if received else {}
    short, _, clause, wanting = fighter(*years, **facts)
    assume(short)
    raw = {
        "subject": {"kind": "individual", "tracks": ["civil-servant"]},
        "year": 2024,
        "known_from": 2005,
        "joined": "2005-01-01",
        "awards": [{"award": "CSTĐCS", "year": year} for year in sorted(years)],
        "initiatives": [{"year": 2024, "status": "applied", "scope": "province"}],
    }
    earliest = thidua.plan(thidua.load_dossier(raw | facts), AHEAD, law=LAW).earliest

    assert (clause, wanting is None, earliest is None) == ("22.1.a", False, False)
    open_ = not (rating or received) and 2024 not in years
    counted = 2024 + wanting - open_
    assert earliest == counted if open_ or 2024 in years else earliest <= counted


def test_who() -> None:
    """Who the subject is counts as a condition too, though nothing changes it: a household is no emulation fighter."""
    household = row("CSTĐCS", subject={"id": "A", "kind": "household", "tracks": []})

    assert household == (1, 0, "recipient", None)


class TestUnread:
    """What was not read is no condition: it is said beside."""

    def test_labour_order(self) -> None:
        """Whoever has nothing lacks what Điều 44 asks for công trạng; Điều 21 NĐ 152/2025 is said beside."""
        told_of = one("HCLĐ hạng Ba", TODAY)

        assert told_of == (*one("HCLĐ hạng Ba", TODAY, commendation="merit")[:4], True)
        assert one("HCLĐ hạng Ba", TODAY, commendation="merit")[4] is False
        assert (told_of[0] or 0) > 1

    @pytest.mark.parametrize("award", ["HCLĐ hạng Ba", "HCLĐ hạng Nhì"])
    def test_nobody_grouped(self, award: str) -> None:
        """A cohort is never grouped under a text that nobody read."""
        counted = frames.short_by(frames.plan(*few().tables, award, law=TODAY))

        assert counted.height > 0
        assert not [clause for clause in counted["short_of"].to_list() if clause.endswith("-rest")]

    def test_every_answer(self) -> None:
        """Under a law that stops at a text not read, a row says so, whatever it lacks by the last text read."""
        stops = thidua.law_on(date(2026, 11, 1))

        assert one("LĐTT", stops, years=[{"year": 2024, "rating": "completed"}]) == (1, 0, "24.1.a", None, True)

    def test_nested_ratings(self) -> None:
        """Rated “completed”, one rating is lacking for the title of Điều 23: the better meets that of Điều 24."""
        facts = {"years": [{"year": 2024, "rating": "completed"}]}

        assert row("CSTĐCS", **facts) == (1, 0, "23.2-excellent", None)
        assert row("LĐTT", **facts) == (1, 0, "24.1.a", None)


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
        """Rows and columns stand as they stood, the new ones after them."""
        cohort, records = few().tables
        planned = frames.plan(cohort.with_columns(pl.lit("X").alias("own")), records, "LĐTT", law=TODAY)

        assert planned.drop(SHORT).equals(cohort.with_columns(pl.lit("X").alias("own")))
        assert planned.columns[-len(SHORT) :] == list(SHORT)

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
