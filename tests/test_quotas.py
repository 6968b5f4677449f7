"""Caps on ratings, quotas of peer groups, quotas inside quotas, and what is allowed before anybody is chosen."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import Outcome, check_rates
from thidua.book.days import law_on
from thidua.book.law import Law
from thidua.book.opening import document_of
from thidua.decision.allowances import Allowance, allowances
from thidua.decision.capped import RateReport, RateResult
from thidua.errors import InputError, UnknownTerm
from thidua.interchange import load
from thidua.model.decision import Decision, StaffRating

IN_2026 = law_on(date(2026, 2, 1))
WITH_THE_EXCELLENT = law_on(date(2026, 2, 1), readings={"excellent-base": "good-or-better"})
FIGHTER, WORKER = "chien-si-thi-dua-co-so", "lao-dong-tien-tien"
PROVINCE_FIGHTER = "chien-si-thi-dua-bo-ban-nganh-tinh"

HEAD = """
[document]
id = "12/2024/QĐ-UBND"
title = "Quy định của tỉnh"
kind = "decision"
issuer = "Ủy ban nhân dân tỉnh"
in_force = 2024-07-01
standing = "verified"
checked = 2026-11-22
"""
FIFTEEN = f'awards = ["{FIGHTER}"]\nat_most = 0.15\nbase = "holders"\nbase_awards = ["{WORKER}"]\nincludes = false'
A_THIRD = (
    f'awards = ["{PROVINCE_FIGHTER}"]\nat_most = "1/3"\nbase = "holders"\nbase_awards = ["{FIGHTER}"]\nincludes = false'
)
BY_GROUP = f'awards = ["{FIGHTER}"]\nat_most = 0.20\nbase = "strength"\nper = "group"'


def law(*caps: str, day: date = date(2024, 12, 31)) -> Law:
    """Lay a province's caps over the law: the keys of each [[rate]]."""
    entries = "".join(f'\n[[rate]]\nid = "7.{number}"\n{keys}\n' for number, keys in enumerate(caps, 1))
    return law_on(day, document_of(HEAD + entries, "tinh.toml"))


def rated(rating: Any, count: int = 1, **more: Any) -> StaffRating:
    """Rate so many officials of unit A in 2026, all in one peer group."""
    return StaffRating(rating=rating, count=count, **{"unit": "A", "year": 2026, "peer_group": "CV", **more})


def gave(award: str, count: int = 1, **more: Any) -> Decision:
    """Give an award to so many individuals of unit A in 2024."""
    return Decision(**{"award": award, "recipient": "individual", "unit": "A", "year": 2024, "count": count, **more})


def result(report: RateReport, rule: str = "335/2025/NĐ-CP:20.5.a-unit", **place: Any) -> RateResult:
    """Return the one result under a rule, in a place."""
    [found] = [
        each
        for each in report.results
        if each.rule == rule and all(getattr(each, name) == value for name, value in place.items())
    ]
    return found


class TestRatings:
    """NĐ 335/2025 Điều 20 khoản 5 điểm a: at most 20% HTXSNV of those rated HTTNV."""

    @pytest.mark.parametrize(
        ("excellent", "outcome", "headroom"), [(15, Outcome.MET, 1), (16, Outcome.MET, 0), (17, Outcome.NOT_MET, -1)]
    )
    def test_good_alone(self, excellent: int, outcome: Outcome, headroom: int) -> None:
        """The words' own reading: of 80 rated good exactly, sixteen; those rated excellent are none of them."""
        found = result(check_rates([], IN_2026, ratings=[rated("good", 80), rated("excellent", excellent)]))

        assert (found.outcome, found.headroom, found.base, found.allowed) == (outcome, headroom, 80, 16)
        assert (found.rating, found.awards, found.base_name) == ("excellent", (), "rated exactly good")
        assert found.reading == {"excellent-base": "good"}

    @pytest.mark.parametrize(("excellent", "outcome"), [(19, Outcome.MET), (20, Outcome.MET), (21, Outcome.NOT_MET)])
    def test_good_or_better(self, excellent: int, outcome: Outcome) -> None:
        """The other reading: of a hundred rated good or better, twenty."""
        found = result(
            check_rates([], WITH_THE_EXCELLENT, ratings=[rated("good", 100 - excellent), rated("excellent", excellent)])
        )

        assert (found.outcome, found.base, found.allowed) == (outcome, 100, 20)
        assert found.base_name == "rated good or better"

    def test_others_are_no_base(self) -> None:
        """Who only completed the tasks, or failed, is in neither base."""
        rows = [rated("good", 5), rated("completed", 50), rated("failed", 50), rated("excellent")]

        assert [result(check_rates([], law, ratings=rows)).base for law in (IN_2026, WITH_THE_EXCELLENT)] == [5, 6]

    def test_in_the_unit_and_in_each_group(self) -> None:
        """The cap holds in the unit and in each group: three of fifteen, and yet two of five is one too many."""
        rows = [
            rated("good", 10),
            rated("excellent"),
            rated("good", 5, peer_group="TT"),
            rated("excellent", 2, peer_group="TT"),
        ]

        report = check_rates([], IN_2026, ratings=rows)

        assert result(report).outcome is Outcome.MET
        group = "335/2025/NĐ-CP:20.5.a-group"
        assert [result(report, group, group=name).outcome for name in ("CV", "TT")] == [Outcome.MET, Outcome.NOT_MET]

    def test_more_for_some(self) -> None:
        """Điểm b allows some units more and was not read: every answer says so, and none is held by it."""
        found = result(check_rates([], IN_2026, ratings=[rated("good", 80), rated("excellent", 17)]))

        assert [text.id for text in found.caveats] == ["20.5.b"]
        assert found.outcome is Outcome.NOT_MET

    def test_lower_ratings_left_out(self) -> None:
        """Rows that show nobody rated good are no base of nobody: it is not known."""
        found = result(check_rates([], IN_2026, ratings=[rated("excellent", 3)]))

        assert (found.outcome, found.missing) == (Outcome.UNKNOWN, ("bases.A.rated-exactly",))

    @pytest.mark.parametrize("name", ["rated-exactly", "rated exactly good"])
    def test_given(self, name: str) -> None:
        """A base may be given, by its kind or by its whole name, and is taken as it is."""
        found = result(check_rates([], IN_2026, {"A": {name: 80}}, ratings=[rated("excellent", 16)]))

        assert (found.base, found.outcome) == (80, Outcome.MET)

    def test_other_reading_other_base(self) -> None:
        """A number for the one base is none for the other: they have two names."""
        found = result(check_rates([], IN_2026, {"A": {"rated": 80}}, ratings=[rated("excellent", 16)]))

        assert found.reason == "base-unknown"

    def test_once(self) -> None:
        """Who is rated by two rows alike is one person."""
        rows = [rated("good", 10), *[rated("excellent", subject="P1")] * 2]

        assert result(check_rates([], IN_2026, ratings=rows)).count == 1

    def test_rated_twice(self) -> None:
        """Nobody is rated two ways in one unit and year: every such row is named."""
        rows = [rated("good", subject="P1"), rated("excellent", subject="P1"), rated("failed", subject="P1")]

        with pytest.raises(InputError) as caught:
            check_rates([], IN_2026, ratings=rows)
        assert [problem.path for problem in caught.value.problems] == ["ratings[1].rating", "ratings[2].rating"]
        check_rates([], IN_2026, ratings=[rows[0], attrs.evolve(rows[1], year=2025), attrs.evolve(rows[2], unit="B")])

    def test_not_before(self) -> None:
        """The decree begins on 2026-01-01: ratings of the day before stand under no cap that was read."""
        rows = [rated("good", 5, decided_on=day) for day in (date(2025, 12, 31), date(2026, 1, 1))]
        rows += [attrs.evolve(row, rating="excellent") for row in rows]

        [unit, group] = check_rates([], law_on, ratings=rows).results

        assert (unit.count, group.count) == (5, 5)
        assert check_rates([], law_on(date(2025, 12, 31)), ratings=rows).results == ()

    def test_no_day(self) -> None:
        """Where the day picks the law, a rating without one is refused, by its place."""
        with pytest.raises(InputError, match=r"ratings\[0\]\.decided_on"):
            check_rates([], law_on, ratings=[rated("good")])

    def test_base_of_an_award(self) -> None:
        """A cap on an award may be a share of those rated well: the rows of ratings are its base."""
        cap = law(f'awards = ["{FIGHTER}"]\nat_most = 0.5\nbase = "rated"\nbase_rating = "good"')
        rows = [rated("good", 3, year=2024), rated("excellent", 2, year=2024), rated("completed", 9, year=2024)]

        [found] = check_rates([gave(FIGHTER, 3)], cap, ratings=rows).results

        assert (found.base, found.allowed, found.outcome) == (5, 2, Outcome.NOT_MET)

    def test_last_text(self) -> None:
        """Of a day whose caps on ratings a text not read may set, the answer is open."""
        unread = 'id = "9"\nkinds = ["rate"]\nratings = ["good"]\nwhy = "Chưa đọc"\ngloss = "Not read"'
        made = document_of(f"{HEAD}\n[[unread]]\n{unread}\n", "x.toml")

        [found] = check_rates([], law_on(date(2025, 1, 1), made), ratings=[rated("good")]).results

        assert (found.rule, found.outcome, found.reason) == ("12/2024/QĐ-UBND:9", Outcome.UNKNOWN, "unread")
        assert (
            check_rates([], law_on(date(2025, 1, 1), made, unread="last-text"), ratings=[rated("good")]).results == ()
        )


class TestPeerGroups:
    """A quota in each group of a unit: nobody is lost between them."""

    RULE = "12/2024/QĐ-UBND:7.1"

    def check(self, rows: list[Decision], **bases: Any) -> RateReport:
        """Hold rows against 20% of each group's strength."""
        return check_rates(rows, law(BY_GROUP), bases)

    @pytest.mark.parametrize(("fighters", "outcome"), [(1, Outcome.MET), (2, Outcome.MET), (3, Outcome.NOT_MET)])
    def test_each_group(self, fighters: int, outcome: Outcome) -> None:
        """Of ten in a group, two; what another group has is nothing to it."""
        rows = [gave(FIGHTER, fighters, peer_group="CV"), gave(FIGHTER, 9, peer_group="TT")]

        report = self.check(rows, A={"CV": {"strength": 10}, "TT": {"strength": 45}})

        found = result(report, self.RULE, group="CV")
        assert (found.unit, found.base, found.outcome) == ("A", 10, outcome)
        assert report.splits == ()

    def test_whole_unit_is_no_group(self) -> None:
        """A number for the unit, or for all, is none for its groups."""
        found = result(self.check([gave(FIGHTER, peer_group="CV")], strength=99, A={"strength": 10}), self.RULE)

        assert (found.reason, found.missing) == ("base-unknown", ("bases.A.CV.strength",))

    def test_in_no_group(self) -> None:
        """Who is in no group is a finding, and leaves open what he could turn."""
        rows = [gave(FIGHTER, 2, peer_group="CV"), gave(FIGHTER, 1, peer_group="TT"), gave(FIGHTER)]

        report = self.check(rows, A={"CV": {"strength": 10}, "TT": {"strength": 10}})

        assert [(each.group, each.outcome, each.reason) for each in report.results] == [
            ("CV", Outcome.UNKNOWN, "group-unknown"),
            ("TT", Outcome.MET, None),
            (None, Outcome.UNKNOWN, "group-unknown"),
        ]
        [finding] = report.splits
        assert (finding.code, finding.outcome, finding.have, finding.missing) == (
            "in-no-group",
            Outcome.UNKNOWN,
            1,
            ("peer_group",),
        )
        assert str(finding.citation) == "khoản 1 Điều 7 Quyết định 12/2024/QĐ-UBND"

    def test_too_many_anyway(self) -> None:
        """Three of ten are too many whether or not the one in no group is of theirs."""
        rows = [gave(FIGHTER, 3, peer_group="CV"), gave(FIGHTER)]

        assert result(self.check(rows, A={"CV": {"strength": 10}}), self.RULE, group="CV").outcome is Outcome.NOT_MET

    def test_in_two_groups(self) -> None:
        """Who is named in two groups would count twice."""
        rows = [gave(FIGHTER, subject="P1", peer_group=group) for group in ("CV", "TT")]

        [finding] = self.check(rows, A={"CV": {"strength": 10}, "TT": {"strength": 10}}).splits

        assert (finding.code, finding.outcome, finding.have) == ("in-two-groups", Outcome.NOT_MET, {"P1": ("CV", "TT")})

    def test_named_elsewhere(self) -> None:
        """Whose group one row names, another row of the same person need not name."""
        by_holders = law(f'{FIFTEEN}\nper = "group"')
        rows = [
            gave(WORKER, subject="P1", peer_group="CV"),
            gave(WORKER, 9, peer_group="CV"),
            gave(FIGHTER, subject="P1"),
        ]

        report = check_rates(rows, by_holders)

        assert [(each.group, each.count, each.base) for each in report.results] == [("CV", 1, 10)]
        assert report.splits == ()

    @pytest.mark.parametrize(("whole", "outcome"), [(29, Outcome.NOT_MET), (30, None), (31, Outcome.UNKNOWN)])
    def test_add_up(self, whole: int, outcome: Outcome | None) -> None:
        """Ten and twenty are thirty: of a unit of fewer somebody counts twice, of more somebody is in no group."""
        bases = {"strength": whole, "CV": {"strength": 10}, "TT": {"strength": 20}}

        splits = self.check([gave(FIGHTER, peer_group="CV")], A=bases).splits

        assert [(each.code, each.outcome, each.have, each.need) for each in splits] == (
            [] if outcome is None else [("groups-add-up", outcome, 30, whole)]
        )

    def test_tables_refuse(self) -> None:
        """A table knows no peer groups, and does not answer as if there were none."""
        pl = pytest.importorskip("polars")
        table = pl.DataFrame({"award": ["CSTĐCS"], "recipient": ["individual"], "unit": ["A"]})

        with pytest.raises(InputError, match=r"12/2024/QĐ-UBND:7\.1 counts in each peer group"):
            thidua.frames.check_rates(table, law(BY_GROUP))

    @given(
        st.lists(st.tuples(st.sampled_from([WORKER, FIGHTER]), st.sampled_from(["CV", "TT", None])), max_size=6),
        st.integers(0, 6),
        st.booleans(),
    )
    def test_every_completion(self, rows: list[tuple[str, str | None]], more: int, includes: bool) -> None:  # noqa: FBT001  # drawn
        """A certain answer holds wherever those in no group belong."""
        made = law(f'{FIFTEEN.replace("0.15", "0.5").replace("false", str(includes).lower())}\nper = "group"')
        shown = [gave(WORKER, 1 + more, peer_group="CV"), *(gave(award, peer_group=group) for award, group in rows)]
        open_ = [index for index, row in enumerate(shown) if row.peer_group is None]
        certain = {
            each.group: each.outcome for each in check_rates(shown, made).results if each.outcome is not Outcome.UNKNOWN
        }
        for groups in product(("CV", "TT"), repeat=len(open_)):
            whole = list(shown)
            for index, group in zip(open_, groups, strict=True):
                whole[index] = attrs.evolve(shown[index], peer_group=group)
            found = {each.group: each.outcome for each in check_rates(whole, made).results}

            assert all(found[group] is outcome for group, outcome in certain.items())


class TestInside:
    """At most 15% fighters, of whom at most a third fighters of the province."""

    @pytest.mark.parametrize(
        ("fighters", "chosen", "outcomes"),
        [
            (15, 5, (Outcome.MET, Outcome.MET)),
            (15, 6, (Outcome.MET, Outcome.NOT_MET)),
            (14, 5, (Outcome.MET, Outcome.NOT_MET)),
            (16, 5, (Outcome.NOT_MET, Outcome.MET)),
        ],
    )
    def test_counted(self, fighters: int, chosen: int, outcomes: tuple[Outcome, Outcome]) -> None:
        """Each quota by itself, a third exactly."""
        rows = [gave(WORKER, 100), gave(FIGHTER, fighters), gave(PROVINCE_FIGHTER, chosen)]

        report = check_rates(rows, law(FIFTEEN, A_THIRD))

        assert tuple(each.outcome for each in report.results) == outcomes
        assert report.results[1].limit == Fraction(1, 3)

    def test_two_bases_of_one_kind(self) -> None:
        """Holders of one award are not holders of another: a number for "holders" would be taken for both."""
        rows = [gave(FIGHTER, 15), gave(PROVINCE_FIGHTER, 5)]
        caps = law(FIFTEEN, A_THIRD)

        vague = check_rates(rows[:1], caps, {"A": {"holders": 100}}).results[0]
        told = check_rates(rows, caps, {"A": {f"holders of {WORKER}": 100, f"holders of {FIGHTER}": 15}})

        assert (vague.reason, vague.missing) == ("base-unknown", (f"bases.A.holders of {WORKER}",))
        assert [(each.base, each.allowed, each.outcome) for each in told.results] == [
            (100, 15, Outcome.MET),
            (15, 5, Outcome.MET),
        ]

    def test_tables_refuse(self) -> None:
        """A table takes a base by its kind alone: where that is not enough it says so."""
        pl = pytest.importorskip("polars")
        table = pl.DataFrame({"award": ["CSTĐCS"], "recipient": ["individual"], "unit": ["A"]})

        for bases in (
            {"A": {"holders": 100}},
            {f"holders of {WORKER}": 100},
            pl.DataFrame({"unit": ["A"], "holders": [9]}),
        ):
            with pytest.raises(InputError, match="known by its whole name"):
                thidua.frames.check_rates(table, law(FIFTEEN, A_THIRD), bases=bases)

    def test_tables_agree(self) -> None:
        """Counted from its rows, a quota inside another is the same over a table."""
        pl = pytest.importorskip("polars")
        rows = [gave(WORKER, 100), gave(FIGHTER, 15), gave(PROVINCE_FIGHTER, 6)]
        table = pl.DataFrame(
            [{"award": row.award, "recipient": "individual", "unit": "A", "count": row.count} for row in rows]
        )
        caps = law(FIFTEEN, A_THIRD)

        told = thidua.frames.check_rates(table, caps).select("base", "allowed", "outcome").rows()

        assert told == [(each.base, each.allowed, each.outcome.name) for each in check_rates(rows, caps).results]


class TestDocument:
    """What a [[rate]] may say."""

    @pytest.mark.parametrize(
        ("keys", "place", "code"),
        [
            ('at_most = 0.2\nbase = "strength"', "awards", "one-of"),
            (f'{FIFTEEN}\nrating = "excellent"', "awards", "one-of"),
            (FIFTEEN.replace("at_most = 0.15\n", ""), "at_most", "missing"),
            (FIFTEEN.replace("0.15", "15"), "at_most", "bad-value"),
            (FIFTEEN.replace("0.15", '"3/2"'), "at_most", "bad-value"),
            (FIFTEEN.replace("0.15", '"a third"'), "at_most", "bad-value"),
            (FIFTEEN.replace(f'["{WORKER}"]', "[]"), "base_awards", "missing"),
            ('rating = "excellent"\nat_most = 0.2\nbase = "rated-exactly"', "base_rating", "missing"),
            ('rating = "excellent"\nat_most = 0.2\nbase = "strength"\nper = "proposer"', "rating", "too-much"),
        ],
    )
    def test_faults(self, keys: str, place: str, code: str) -> None:
        """Every fault is named, with its entry and key."""
        with pytest.raises(InputError) as caught:
            law(keys)

        assert (f"rate '7.1'.{place}", code) in [(problem.path, problem.code) for problem in caught.value.problems]

    def test_told(self) -> None:
        """The note on what changed names the rating that is capped, and a third as a third."""
        text = thidua.compare(law_on(date(2025, 12, 31)), law_on(date(2026, 1, 1))).explain("vi")

        assert "“Hoàn thành xuất sắc nhiệm vụ”: trước không có tỷ lệ, nay 20%" in text
        assert "nay 1/3" in thidua.compare(law_on(date(2024, 12, 31)), law(A_THIRD)).explain("vi")


def allowed(law: Law, rule: str = "20.5.a-unit", ratings: Any = (), **bases: Any) -> list[Allowance]:
    """Return what is allowed under a rule."""
    return [each for each in allowances(law, bases, ratings) if each.rule.endswith(f":{rule}")]


class TestAllowances:
    """How many may be chosen, before anybody is."""

    def test_of_2020(self) -> None:
        """15% of 1.194 are 179, by unit where bases are given by unit."""
        found = allowed(law_on(date(2020, 12, 31)), "9.3", holders=10, A={"holders": 1194}, B={"strength": 7})

        assert [(each.unit, each.base, each.allowed) for each in found] == [("A", 1194, 179), ("B", 10, 1)]

    @pytest.mark.parametrize(
        ("together", "chosen"), [(5, 0), (6, 1), (11, 1), (12, 2), (100, 16), (101, 16), (102, 17)]
    )
    def test_a_sixth(self, together: int, chosen: int) -> None:
        """Whoever is rated excellent is not rated good any more: a fifth of the rest is a sixth of both, 0.2/1.2."""
        [found] = allowed(IN_2026, A={"rated": together})

        assert (found.allowed, found.base) == (chosen, together - chosen)

    @given(st.integers(0, 300), st.fractions(0, 1, max_denominator=9), st.sampled_from(["floor", "ceil"]))
    def test_most(self, together: int, limit: Fraction, rounding: str) -> None:
        """It is the greatest number that the cap allows of those who are left, and one more is too many."""
        cap = f'rating = "excellent"\nat_most = "{limit.numerator}/{limit.denominator}"\nbase = "rated-exactly"'
        made = law(f'{cap}\nbase_rating = "good"\nrounding = "{rounding}"')
        [found] = allowed(made, "7.1", A={"rated": together})

        def outcome(chosen: int) -> Outcome:
            rows = [rated("excellent", chosen)] if chosen else []
            results = check_rates([], made, {"A": {"rated-exactly": together - chosen}}, ratings=rows).results
            return results[0].outcome if results else Outcome.MET

        assert found.allowed is not None
        assert outcome(found.allowed) is Outcome.MET
        assert found.allowed == together or outcome(found.allowed + 1) is Outcome.NOT_MET

    def test_other_reading(self) -> None:
        """Where those rated excellent stand in the base, a fifth of all is allowed."""
        [found] = allowed(WITH_THE_EXCELLENT, A={"rated": 100})

        assert (found.allowed, found.base, found.base_name) == (20, 100, "rated good or better")

    def test_given_exactly(self) -> None:
        """A number for the base itself is taken as it is."""
        [found] = allowed(IN_2026, A={"rated-exactly": 50, "rated": 100})

        assert (found.allowed, found.base) == (10, 50)

    def test_from_ratings(self) -> None:
        """Rows of ratings are a base too, in the unit and in each group; a group that no row names is none."""
        rows = [
            rated("good", 12),
            rated("good", 6, peer_group="TT"),
            rated("good", 6, peer_group=None),
            rated("failed", 9),
        ]

        assert [(each.unit, each.year, each.allowed) for each in allowed(IN_2026, ratings=rows)] == [("A", 2026, 4)]
        assert [(each.group, each.allowed) for each in allowed(IN_2026, "20.5.a-group", ratings=rows)] == [
            ("CV", 2),
            ("TT", 1),
        ]

    def test_groups_given(self) -> None:
        """By peer group, where bases are given so."""
        found = allowed(law(BY_GROUP), "7.1", A={"CV": {"strength": 10}, "TT": {"strength": 14}, "strength": 24})

        assert [(each.unit, each.group, each.allowed) for each in found] == [("A", "CV", 2), ("A", "TT", 2)]

    def test_inside(self) -> None:
        """Of 119 workers seventeen may be fighters, and of these five of the province; of fewer fighters fewer."""
        outer, inner = (
            each for each in allowances(law(FIFTEEN, A_THIRD), {"A": {f"holders of {WORKER}": 119}}) if each.unit
        )
        [known] = allowed(law(FIFTEEN, A_THIRD), "7.2", A={f"holders of {FIGHTER}": 8})

        assert (outer.allowed, inner.base, inner.allowed, inner.within) == (17, 17, 5, outer.rule)
        assert (known.base, known.allowed, known.within) == (8, 2, None)

    def test_not_known(self) -> None:
        """A cap of which no base is known allows nobody knows how many, and says what is missing."""
        [found] = allowed(law_on(date(2020, 12, 31)), "11")

        assert (found.allowed, found.base, found.unit, found.missing) == (None, None, None, ("bases.standard",))

    def test_caveats(self) -> None:
        """What was not read is said before as after."""
        [found] = allowed(IN_2026, A={"rated": 100})

        assert [text.id for text in found.caveats] == ["20.5.b"]

    def test_agrees(self) -> None:
        """What is allowed before is what is allowed after, were nobody chosen: headroom is the whole of it."""
        law_ = law_on(date(2020, 12, 31))
        [before] = allowed(law_, "9.3", A={"holders": 1194})
        [after] = check_rates([gave("CSTĐCS")], law_, {"A": {"holders": 1194}}).results

        assert (before.allowed, before.base_name, before.citation) == (after.allowed, after.base_name, after.citation)

    def test_misuse(self) -> None:
        """It is asked of the law of a day, with bases that are some."""
        with pytest.raises(InputError, match="the law of a day"):
            allowances(law_on)  # type: ignore[arg-type]
        with pytest.raises(UnknownTerm, match="unknown base 'staff'"):
            allowances(IN_2026, {"staff": 3})


class TestFile:
    """Ratings and bases of peer groups in a file."""

    def test_loaded(self) -> None:
        """Beside the decisions stand the ratings, and inside a unit's bases those of its groups."""
        found = load(
            {
                "decisions": [],
                "ratings": [{"rating": "excellent", "unit": "A", "peer_group": "CV", "year": 2026, "count": 3}],
                "bases": {"A": {"strength": 9, "CV": {"rated-exactly": 14}}},
            }
        )

        assert found.ratings == (rated("excellent", 3),)
        assert (
            result(
                check_rates(found.decisions, IN_2026, found.bases, found.ratings), "335/2025/NĐ-CP:20.5.a-group"
            ).allowed
            == 2
        )

    def test_faults(self) -> None:
        """Every fault is named by its path."""
        with pytest.raises(InputError) as caught:
            load(
                {
                    "decisions": [],
                    "ratings": [{"rating": "best"}, {"rating": "good", "class": "leader-other"}],
                    "bases": {"A": {"CV": {"rated": -1}}},
                }
            )

        assert [problem.path for problem in caught.value.problems] == [
            "$.ratings[0].rating",
            "$.ratings[1].class",
            "$.bases.A.CV.rated",
        ]
