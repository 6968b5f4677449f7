"""Who gains and who loses under another law: tables against the same dossiers asked twice."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl
import pytest

import thidua
from tests.agreement import ENGINES, Careers, asked
from tests.tables import ENGINES as MADE_OF
from tests.tables import rows_of
from thidua import frames
from thidua.book.law import Law
from thidua.errors import InputError, NotInForce

DRAFT = thidua.load_document(Path(__file__).parents[1] / "docs" / "examples" / "draft-article-23.toml")
DAY = date(2025, 8, 1)
TODAY = thidua.law_on(DAY, unread="last-text")
DRAFTED = thidua.law_on(DAY, DRAFT, unread="last-text")
OLD = thidua.law_on(date(2023, 12, 31), unread="last-text")
WORDS = {
    ("no", "yes"): "gains",
    ("yes", "no"): "loses",
    ("no", "open"): "may-gain",
    ("open", "yes"): "may-gain",
    ("yes", "open"): "may-lose",
    ("open", "no"): "may-lose",
    ("open", "open"): "not-known",
    ("yes", "yes"): "stays",
    ("no", "no"): "stays",
}
SAID = {"MET": "yes", "PENDING": "yes", "UNKNOWN": "open", "NOT_MET": "no"}


@cache
def few() -> Careers:
    """Make the careers that the tests share."""
    return Careers(300, seed=23)


def one(**facts: Any) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Make a civil servant of 2024 rated excellent, with or without an initiative."""
    cohort = pl.DataFrame(
        {"subject": ["A"], "kind": "individual", "track": "civil-servant", "year": 2024, "known_from": 2018}
    )
    rows = [{"subject": "A", "kind": "rating", "term": facts["rated"], "year": 2024, "status": None, "scope": None}]
    if facts.get("initiative"):
        more = {"term": "initiative", "status": "recognised", "scope": "grassroots"}
        rows.append({"subject": "A", "kind": "initiative", "year": 2024, **more})
    return cohort, pl.DataFrame(rows)


class TestDraft:
    """The draft of Điều 23: HTXSNV and an initiative, where the law asks for either."""

    @pytest.mark.parametrize(
        ("rated", "initiative", "change"),
        [
            ("excellent", True, "stays"),
            ("excellent", False, "loses"),
            ("good", True, "loses"),
            ("good", False, "stays"),
            ("completed", True, "stays"),
        ],
    )
    def test_loses(self, rated: str, initiative: bool, change: str) -> None:  # noqa: FBT001  # a case of a table
        """Who has one of the two loses; who has both, or had neither, does not."""
        compared = frames.compare(*one(rated=rated, initiative=initiative), "CSTĐCS", before=TODAY, after=DRAFTED)

        assert compared["change"].to_list() == [change]

    @pytest.mark.parametrize("engine", ENGINES)
    @pytest.mark.parametrize(("before", "after"), [(TODAY, DRAFTED), (OLD, TODAY)], ids=["draft", "2024"])
    def test_agrees(self, engine: str, before: Law, after: Law) -> None:
        """On every engine a row says what its dossier says under the one law and the other."""
        compared = frames.compare(*few().handed(engine), "CSTĐCS", before=before, after=after)
        told = {row["subject"]: row for row in rows_of(compared)}

        assert len(told) == len(few().dossiers)
        for dossier in few().dossiers:
            row = told[dossier.subject.id]
            answers = [asked(dossier, "CSTĐCS", law) for law in (before, after)]
            for end, answer in zip(("before", "after"), answers, strict=True):
                assert tuple(row[f"{name}_{end}"] for name in ("outcome", "on_facts", "reason", "standing")) == answer
            assert row["change"] == WORDS[SAID[answers[0][1]], SAID[answers[1][1]]]

    def test_not_easy(self) -> None:
        """The careers hold every kind of change but one: no text here makes a gain of what is not known."""
        found = [frames.compare(*few().handed("polars"), "CSTĐCS", before=b, after=a) for b, a in LAWS]

        assert {word for each in found for word in each["change"].unique()} == {*WORDS.values()}

    def test_no_such_award(self) -> None:
        """An award that one of the two laws does not have cannot be compared: the error says since when it is there."""
        with pytest.raises(NotInForce, match="2024-01-01"):
            frames.compare(*one(rated="good"), "xa-phuong-thi-tran-tieu-bieu", before=OLD, after=TODAY)


LAWS = ((TODAY, DRAFTED), (DRAFTED, TODAY), (OLD, TODAY))


class TestCounts:
    """How many gain and lose."""

    @pytest.mark.parametrize("engine", MADE_OF)
    def test_by_group(self, engine: str) -> None:
        """Each group's counts are those of its rows, a group that is not said among them; they add up."""
        compared = frames.compare(*few().handed("polars"), "CSTĐCS", before=TODAY, after=DRAFTED)
        rows = compared.select("track", "change").rows(named=True)
        counted = rows_of(frames.changes(MADE_OF[engine](compared.to_arrow()), by="track"))

        for group in counted:
            here = [row["change"] for row in rows if row["track"] == group["track"]]
            assert group["proposals"] == len(here) > 0
            for word in frames.CHANGES:
                assert group[word.replace("-", "_")] == here.count(word)
        assert sum(group["proposals"] for group in counted) == len(rows)

    def test_whole(self) -> None:
        """Without a grouping the whole table is one row."""
        compared = frames.compare(*one(rated="excellent"), "CSTĐCS", before=TODAY, after=DRAFTED)

        assert frames.changes(compared).rows(named=True) == [
            {"proposals": 1, "gains": 0, "may_gain": 0, "stays": 0, "not_known": 0, "may_lose": 0, "loses": 1}
        ]

    @pytest.mark.parametrize(("by", "path"), [("class", "compared.class"), ("loses", "by")])
    def test_bad_input(self, by: str, path: str) -> None:
        """A column that is not there, or that the answer has itself, is one clear error."""
        with pytest.raises(InputError) as caught:
            frames.changes(pl.DataFrame({"change": ["stays"]}), by=by)

        assert [problem.path for problem in caught.value.problems] == [path]

    def test_no_comparison(self) -> None:
        """A table that compare() did not answer is refused."""
        with pytest.raises(InputError, match="compare"):
            frames.changes(pl.DataFrame({"subject": ["A"]}))

    def test_lazy(self) -> None:
        """A lazy table is answered lazily."""
        compared = frames.compare(*(each.lazy() for each in one(rated="good")), "CSTĐCS", before=TODAY, after=DRAFTED)

        assert isinstance(compared, pl.LazyFrame)
        assert isinstance(frames.changes(compared, by="subject"), pl.LazyFrame)
        assert isinstance(nw.from_native(compared), nw.LazyFrame)
