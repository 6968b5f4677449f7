"""Whom the awards reached."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua import dump, load_decisions
from thidua.book.days import law_on
from thidua.errors import InputError, UnknownTerm
from thidua.model.decision import Decision
from thidua.model.finding import Outcome
from thidua.model.measure import BASES, CLASSES
from thidua.people.shares import MEASURES, Reached, ShareReport, Target, shares, shares_by


def batch(**counts: int) -> ShareReport:
    """Count so many awards by class; ``unknown`` has no class; ``household`` and ``collective`` are recipients."""
    rows = []
    for name, count in counts.items():
        each: Any = {"recipient": name, "count": count}
        if name not in ("household", "collective"):
            given = None if name == "unknown" else name.replace("_", "-")
            each = {"recipient": "individual", "official_class": given, "count": count}
        rows.append(Decision(**each))
    return shares(rows)


class TestShares:
    """Counts and exact shares."""

    def test_known_classes(self) -> None:
        """The people are direct workers and households; officials the three leader classes; entrepreneurs neither."""
        report = batch(
            direct_worker=50, household=10, leader_province=1, leader_department=4, leader_other=25, entrepreneur=10
        )

        assert report.people == Fraction(60, 100)
        assert report.officials == Fraction(30, 100)
        assert report.entrepreneurs == Fraction(10, 100)
        assert report.direct == Fraction(50, 90)

    def test_counts(self) -> None:
        """Every class is there, zero or not; collectives are counted apart."""
        report = batch(direct_worker=2, collective=7)

        assert dict(report.counts) == {
            "leader-province": 0,
            "leader-department": 0,
            "entrepreneur": 0,
            "leader-other": 0,
            "direct-worker": 2,
            "household": 0,
            "unknown": 0,
        }
        assert report.collectives == 7
        assert report.people == 1

    def test_unknown_classes(self) -> None:
        """One individual without a class leaves every share unknown: it is said, never spread."""
        report = batch(direct_worker=60, leader_other=39, unknown=1)

        assert report.counts["unknown"] == 1
        assert (report.people, report.officials, report.entrepreneurs, report.direct) == (None, None, None, None)

    def test_nobody(self) -> None:
        """A batch of collectives alone has no share."""
        report = batch(collective=3)

        assert (report.people, report.officials, report.entrepreneurs, report.direct) == (None, None, None, None)

    def test_households_alone(self) -> None:
        """Households are people; among no individuals there is no share of direct workers."""
        report = batch(household=3)

        assert (report.people, report.direct) == (Fraction(1), None)

    @pytest.mark.parametrize("recipient", ["collective", "household"])
    def test_class_of_no_individual(self, recipient: Any) -> None:
        """Only individuals fall in the official classes."""
        with pytest.raises(InputError) as caught:
            shares([Decision(recipient="individual"), Decision(recipient=recipient, official_class="leader-other")])

        assert [problem.path for problem in caught.value.problems] == ["$[1].class"]

    def test_counts_are_read_only(self) -> None:
        """A report cannot be changed."""
        with pytest.raises(TypeError):
            batch(direct_worker=1).counts["direct-worker"] = 2  # type: ignore[index]


class TestBounds:
    """What the unknown classes leave possible."""

    def test_known(self) -> None:
        """Without unknown classes both bounds are the share."""
        assert batch(direct_worker=3, leader_other=1).bounds("people") == (Fraction(3, 4), Fraction(3, 4))

    def test_unknown(self) -> None:
        """None or all of the unknown may belong to the measure."""
        report = batch(direct_worker=50, household=10, unknown=40)

        assert report.bounds("people") == (Fraction(60, 100), Fraction(1))
        assert report.bounds("officials") == (Fraction(0), Fraction(40, 100))
        assert report.bounds("direct-workers") == (Fraction(50, 90), Fraction(1))

    def test_household(self) -> None:
        """An individual of unknown class is no household."""
        assert batch(household=10, unknown=40).bounds("household") == (Fraction(1, 5), Fraction(1, 5))

    def test_nobody(self) -> None:
        """Of nobody anything may be said."""
        assert batch(collective=1).bounds("people") == (Fraction(0), Fraction(1))

    def test_classes_add_up(self) -> None:
        """The six classes share one base: together they are the whole, and the groups are their sums."""
        report = batch(
            direct_worker=5, household=2, leader_province=3, leader_department=7, leader_other=11, entrepreneur=13
        )
        low = {name: report.bounds(name)[0] for name in MEASURES}

        assert sum(low[name] for name in report.counts if name != "unknown") == 1
        assert low["officials"] == low["leader-province"] + low["leader-department"] + low["leader-other"]
        assert low["entrepreneurs"] == low["entrepreneur"]

    def test_unknown_measure(self) -> None:
        """A measure is one of a closed list, and the nearest is suggested."""
        with pytest.raises(UnknownTerm, match="did you mean 'officials'"):
            batch().bounds("official")


class TestCheck:
    """A share against a target."""

    @pytest.mark.parametrize(("workers", "outcome"), [(599, Outcome.NOT_MET), (600, Outcome.MET), (601, Outcome.MET)])
    def test_floor(self, workers: int, outcome: Outcome) -> None:
        """59,9% of a 60% floor is below it; 60% is enough."""
        report = batch(direct_worker=workers, leader_other=1000 - workers)

        assert report.check("people", at_least=Decimal("0.6")).outcome is outcome

    @pytest.mark.parametrize(("leaders", "outcome"), [(299, Outcome.MET), (300, Outcome.MET), (301, Outcome.NOT_MET)])
    def test_cap(self, leaders: int, outcome: Outcome) -> None:
        """30% is within a 30% cap; 30,1% is not."""
        report = batch(direct_worker=1000 - leaders, leader_other=leaders)

        assert report.check("officials", at_most=Decimal("0.3")).outcome is outcome

    def test_exact(self) -> None:
        """5.995 of 10.000 is not 60%, however it would round."""
        report = batch(direct_worker=5995, leader_other=4005)

        assert report.check("people", at_least=Fraction(3, 5)).outcome is Outcome.NOT_MET

    @pytest.mark.parametrize(
        ("unknown", "outcome"), [(1, Outcome.MET), (40, Outcome.MET), (41, Outcome.UNKNOWN), (200, Outcome.UNKNOWN)]
    )
    def test_straddling(self, unknown: int, outcome: Outcome) -> None:
        """Unknown classes matter only where they could turn the answer."""
        report = batch(direct_worker=60, unknown=unknown)

        assert report.check("people", at_least=Decimal("0.6")).outcome is outcome

    def test_certainly_missed(self) -> None:
        """If even all of the unknown would not do, the target is missed."""
        found = batch(leader_other=50, unknown=40).check("people", at_least=Decimal("0.6"))

        assert (found.outcome, found.missing) == (Outcome.NOT_MET, ())

    def test_what_is_missing(self) -> None:
        """An open answer names the fact that would settle it."""
        assert batch(unknown=1).check("people", at_least=1).missing == ("class",)

    def test_both_bounds(self) -> None:
        """A missed cap is not mended by a floor that is met."""
        report = batch(direct_worker=9, leader_other=1)

        assert report.check("people", at_least=Decimal("0.5"), at_most=Decimal("0.8")).outcome is Outcome.NOT_MET

    def test_no_target(self) -> None:
        """Without a target nothing passes: the law sets none."""
        found = batch(direct_worker=1).check("people")

        assert (found.outcome, found.code) == (Outcome.UNKNOWN, "no-target")

    def test_nobody(self) -> None:
        """A batch without individuals and households meets no target, not even zero."""
        assert batch(collective=5).check("people", at_least=0).outcome is Outcome.UNKNOWN

    def test_finding(self) -> None:
        """The finding names the measure, its base, the counts and both bounds."""
        found = batch(direct_worker=3, household=1, unknown=1).check("direct-workers", at_least=Decimal("0.5"))

        assert found.code == "share"
        assert found.need == Target(measure="direct-workers", base="individuals", at_least=Fraction(1, 2), at_most=None)
        assert found.have == Reached(count=3, of=4, unknown=1, lowest=Fraction(3, 4), highest=Fraction(1))

    @pytest.mark.parametrize("target", [60, Decimal("-0.1"), 0.6, "3/5", Decimal("NaN"), True])
    def test_no_share(self, target: Any) -> None:
        """A target is an exact number from 0 to 1: 60 is no 60%, and a float is not exact."""
        with pytest.raises(InputError, match="at_most"):
            batch(direct_worker=1).check("people", at_most=target)


def person(official_class: Any = None, count: int = 1, **more: Any) -> Decision:
    """Give an award to so many individuals."""
    return Decision(recipient="individual", official_class=official_class, count=count, **more)


class TestNamedBases:
    """Of what a share is taken: households and small collectives are in or out by name."""

    ROWS = (
        person("direct-worker", 40),
        person("leader-other", 20),
        Decision(recipient="household", count=20),
        Decision(recipient="collective", count=20, groups=("small-collective",)),
        Decision(recipient="collective", count=100, groups=()),
    )

    @pytest.mark.parametrize(
        ("measure", "base", "share"),
        [
            ("direct-workers", None, Fraction(40, 60)),
            ("direct-workers", "individuals-and-households", Fraction(40, 80)),
            ("people", None, Fraction(60, 80)),
            ("people", "individuals-households-and-small-collectives", Fraction(60, 100)),
            ("people-and-small-collectives", None, Fraction(80, 100)),
            ("direct-workers-and-small-collectives", None, Fraction(60, 100)),
            ("direct-workers-and-small-collectives", "individuals-and-small-collectives", Fraction(60, 80)),
            ("people", "individuals-households-and-collectives", Fraction(60, 200)),
            ("small-collective", None, Fraction(20, 120)),
            ("officials", "individuals", Fraction(20, 60)),
        ],
    )
    def test_share(self, measure: str, base: str | None, share: Fraction) -> None:
        """The same awards under each base."""
        report = shares(self.ROWS)

        assert report.bounds(measure, base) == (share, share)
        assert report.check(measure, base=base).need.base == (base or MEASURES[measure].base)

    def test_leaders(self) -> None:
        """Leaders are a share of individuals; direct workers for each leader are a ratio that may pass one."""
        report = shares(self.ROWS)

        assert (report.leaders, report.direct_per_leader) == (Fraction(1, 3), 2)

    def test_no_ratio(self) -> None:
        """Without a leader, or with one class unknown, there is no ratio."""
        assert shares([person("direct-worker")]).direct_per_leader is None
        assert shares([person("direct-worker"), person("leader-other"), person()]).direct_per_leader is None

    def test_nobody_measured_outside(self) -> None:
        """A share is a part of its base: people are households too, and individuals alone leave them out."""
        for base in ("individuals", "collectives", "individuals-and-small-collectives"):
            with pytest.raises(InputError, match="people counts each"):
                shares(self.ROWS).bounds("people", base)

    def test_no_such_base(self) -> None:
        """A base is one of a closed list, and the nearest is suggested."""
        with pytest.raises(UnknownTerm, match="unknown base 'individual-and-households'; did you mean"):
            shares(self.ROWS).bounds("people", "individual-and-households")

    def test_size_not_known(self) -> None:
        """A collective of which no row says whether it is small may be in the base or not: both are in the bounds."""
        report = shares(
            [person("direct-worker", 6), person("leader-other", 2), Decision(recipient="collective", count=2)]
        )
        base = "individuals-households-and-small-collectives"

        assert report.bounds("people", base) == (Fraction(6, 10), Fraction(6, 8))
        assert report.bounds("people-and-small-collectives") == (Fraction(6, 8), Fraction(8, 10))
        assert report.bounds("people") == (Fraction(6, 8), Fraction(6, 8))
        assert report.check("people", base=base, at_least=Decimal("0.7")).missing == ("groups",)

    def test_only_collectives_are_small(self) -> None:
        """An individual in the group of small collectives is a contradiction."""
        with pytest.raises(InputError) as caught:
            shares([person(groups=("small-collective",))])

        assert [problem.path for problem in caught.value.problems] == ["$[0].groups"]


class TestGroups:
    """Women, ethnic minorities, enterprises: groups overlap, and a row that names none says nothing."""

    ROWS = (
        person("leader-other", 3, groups=("women",)),
        person("leader-other", 7, groups=()),
        person("direct-worker", 8, groups=("women", "ethnic-minority")),
        person("direct-worker", 2, groups=("ethnic-minority",)),
    )

    @pytest.mark.parametrize(
        ("measure", "base", "share"),
        [
            ("women", None, Fraction(11, 20)),
            ("ethnic-minority", None, Fraction(10, 20)),
            ("women+ethnic-minority", "individuals", Fraction(8, 20)),
            ("officials+women", "individuals", Fraction(3, 20)),
            ("women", "officials", Fraction(3, 10)),
            ("women", "ethnic-minority", Fraction(8, 10)),
            ("women+direct-workers", "women", Fraction(8, 11)),
        ],
    )
    def test_overlapping(self, measure: str, base: str | None, share: Fraction) -> None:
        """Each group by itself, those in both, and a share inside a group."""
        assert shares(self.ROWS).bounds(measure, base) == (share, share)

    def test_counts(self) -> None:
        """Counts by group add up to nothing: who is in two counts in both."""
        assert dict(shares(self.ROWS).groups) == {"women": 11, "ethnic-minority": 10}

    def test_absent_is_not_known(self) -> None:
        """A row without groups may be of women; an empty list is of none, and a list is whole."""
        report = shares([person(count=1, groups=("ethnic-minority",)), person(count=2, groups=()), person(count=3)])

        assert report.bounds("women") == (Fraction(0), Fraction(3, 6))
        assert report.bounds("ethnic-minority") == (Fraction(1, 6), Fraction(4, 6))
        assert report.check("women", at_least=Decimal("0.5")).missing == ("groups",)
        assert report.check("women", at_least=Decimal("0.51")).outcome is Outcome.NOT_MET

    def test_asked(self) -> None:
        """Where a row says which groups were asked about, it says nothing of the others that it does not name."""
        women = ("women",)
        report = shares(
            [
                person(groups=(), groups_asked=women),
                person(groups=women, groups_asked=women),
                person(groups=("ethnic-minority",), groups_asked=women),
            ]
        )

        assert report.bounds("women") == (Fraction(1, 3), Fraction(1, 3))
        assert report.bounds("ethnic-minority") == (Fraction(1, 3), Fraction(1))
        assert report.check("ethnic-minority", at_least=Decimal("0.5")).missing == ("groups",)

    def test_asked_of_no_list(self) -> None:
        """Groups asked about without the answer are a slip of the pen: the list itself is missing."""
        with pytest.raises(InputError) as caught:
            load_decisions([{"recipient": "individual", "groups_asked": ["women"]}])

        assert [problem.path for problem in caught.value.problems] == ["$[0].groups_asked"]

    def test_from_json(self) -> None:
        """So it stands in the JSON: no key, an empty list, a list; and so it is written again."""
        rows = load_decisions(
            [{"recipient": "individual", **more} for more in ({}, {"groups": []}, {"groups": ["women"]})]
        )

        assert [row.groups for row in rows] == [None, (), ("women",)]
        assert load_decisions(dump(rows)) == rows
        assert shares(rows).bounds("women") == (Fraction(1, 3), Fraction(2, 3))

    def test_enterprises(self) -> None:
        """Enterprises are a share of collectives."""
        rows = [Decision(recipient="collective", groups=groups) for groups in (("enterprise",), (), ())]

        assert shares([*rows, person()]).bounds("enterprise") == (Fraction(1, 3), Fraction(1, 3))

    def test_own_group(self) -> None:
        """A word of the caller's own is a group once a row names it, and its base must be named."""
        report = shares([person(groups=("nông dân",)), person(groups=()), person()])

        assert report.bounds("nông dân", "individuals") == (Fraction(1, 3), Fraction(2, 3))
        with pytest.raises(InputError, match="Name the base"):
            report.bounds("nông dân")
        with pytest.raises(UnknownTerm, match="unknown measure 'công nhân'"):
            report.bounds("công nhân", "individuals")

    def test_nobody_is_both(self) -> None:
        """Two classes at once are nobody: a slip, and no share of zero."""
        with pytest.raises(InputError, match="nobody is in all of"):
            shares(self.ROWS).bounds("officials+direct-workers", "individuals")


class TestBoth:
    """Two bounds hold together: at most 30% and at most 4."""

    @pytest.mark.parametrize(
        ("leaders", "others", "outcome"),
        [
            (3, 7, Outcome.MET),
            (4, 10, Outcome.MET),
            (4, 9, Outcome.NOT_MET),  # 30,8%
            (5, 95, Outcome.NOT_MET),  # 5%, but five
            (4, 96, Outcome.MET),
        ],
    )
    def test_share_and_count(self, leaders: int, others: int, outcome: Outcome) -> None:
        """Neither bound makes up for the other."""
        report = batch(leader_other=leaders, direct_worker=others)

        assert report.check("officials", at_most=Decimal("0.3"), at_most_count=4).outcome is outcome

    @pytest.mark.parametrize(("unknown", "outcome"), [(1, Outcome.MET), (2, Outcome.UNKNOWN)])
    def test_count_unknown(self, unknown: int, outcome: Outcome) -> None:
        """Three leaders and one of unknown class are at most four; with two they may be five."""
        report = batch(leader_other=3, direct_worker=95, unknown=unknown)

        assert report.check("officials", at_most_count=4).outcome is outcome

    def test_count_alone_exceeded(self) -> None:
        """Five known leaders are too many whatever the rest are."""
        assert batch(leader_other=5, unknown=50).check("officials", at_most_count=4).outcome is Outcome.NOT_MET

    def test_no_number_between(self) -> None:
        """Of three awards none are exactly half: bounds that leave no whole number are missed, whatever is unknown."""
        found = batch(direct_worker=1, leader_other=1, unknown=1).check(
            "people", at_least=Fraction(1, 2), at_most=Fraction(1, 2)
        )

        assert found.outcome is Outcome.NOT_MET

    @pytest.mark.parametrize("cap", [-1, 1.5, True, Decimal(4)])
    def test_no_count(self, cap: Any) -> None:
        """The greatest count is a whole number."""
        with pytest.raises(InputError, match="at_most_count"):
            batch(direct_worker=1).check("people", at_most_count=cap)


class TestParts:
    """A batch by award, level, kind, unit or year."""

    ROWS = (
        person("direct-worker", 2, award="LĐTT", commendation="merit", unit="A", year=2024),
        person("leader-other", 1, award="Lao động tiên tiến", unit="A", year=2025),
        person("leader-other", 3, award="Bằng khen của Thủ tướng", commendation="ad-hoc", unit="B", year=2025),
        person("direct-worker", 4),
    )

    @pytest.mark.parametrize(
        ("by", "people"),
        [
            ("award", {"lao-dong-tien-tien": Fraction(2, 3), "bang-khen-cua-thu-tuong-chinh-phu": 0, "unknown": 1}),
            ("level", {"grassroots": Fraction(2, 3), "state": 0, "unknown": 1}),
            ("commendation", {"merit": 1, "unknown": Fraction(4, 5), "ad-hoc": 0}),
            ("unit", {"A": Fraction(2, 3), "B": 0, "unknown": 1}),
            ("year", {"2024": 1, "2025": 0, "unknown": 1}),
        ],
    )
    def test_parts(self, by: str, people: dict[str, Any]) -> None:
        """Each part by its key, an award by its id; rows that do not say are a part of their own."""
        rows = [
            attrs.evolve(row, award="Bằng khen của Thủ tướng Chính phủ") if row.count == 3 else row for row in self.ROWS
        ]

        assert {key: report.people for key, report in shares_by(rows, by).items()} == people

    def test_parts_add_up(self) -> None:
        """Nobody is lost: the parts' counts are the whole's."""
        rows = (*self.ROWS[:2], *self.ROWS[3:])
        whole = shares(rows)
        for by in ("award", "level", "commendation", "unit", "year"):
            parts = shares_by(rows, by).values()

            assert {name: sum(part.counts[name] for part in parts) for name in whole.counts} == whole.counts

    def test_groups_of_the_whole(self) -> None:
        """What a list of groups leaves out is known in every part, as soon as one row of the batch names the group."""
        parts = shares_by([person(unit="A", groups=("nông dân",)), person(unit="B", groups=())], "unit")

        assert parts["B"].bounds("nông dân", "individuals") == (0, 0)

    def test_errors(self) -> None:
        """A way to split that is none, and an award that never was."""
        with pytest.raises(UnknownTerm, match="did you mean 'unit'"):
            shares_by(self.ROWS, "units")
        with pytest.raises(UnknownTerm, match="Tưởng tượng"):
            shares_by([person(award="Huân chương Tưởng tượng")], "award")

    def test_law(self) -> None:
        """With a law awards are looked up in it; where the day picks it a row needs one."""
        with pytest.raises(InputError, match="decided_on"):
            shares_by([person(award="LĐTT")], "award", law_on)
        assert list(shares_by([person(award="LĐTT")], "award", law_on(date(2024, 1, 1)))) == ["lao-dong-tien-tien"]


class TestLastYear:
    """One batch against another."""

    def test_points_and_growth(self) -> None:
        """From 3/7 to 5/8: exactly 275/14 points more; from 30 to 50 awards: two thirds more."""
        now = batch(direct_worker=50, leader_other=30).since(batch(direct_worker=30, leader_other=40), "people")

        assert (now.points, now.growth) == (Fraction(500, 8) - Fraction(300, 7), Fraction(2, 3))

    @pytest.mark.parametrize(
        ("before", "points", "growth"),
        [
            ({"direct_worker": 1, "unknown": 1}, None, None),
            ({"collective": 3}, None, None),
            ({"leader_other": 3}, 100, None),
        ],
    )
    def test_not_known(self, before: dict[str, int], points: Any, growth: Any) -> None:
        """What is not certain in one of them is not known; nothing grows from zero."""
        found = batch(direct_worker=4).since(batch(**before), "people")

        assert (found.points, found.growth) == (points, growth)

    def test_household_of_unknown_classes(self) -> None:
        """An unknown class leaves the households' growth certain, and their share."""
        found = batch(household=4, unknown=4).since(batch(household=2, unknown=6), "household")

        assert (found.points, found.growth) == (25, 1)


ASKED_ABOUT = st.none() | st.sampled_from([(), ("women",), ("ethnic-minority", "small-collective")])
GROUPED = st.none() | st.sampled_from([(), ("women",), ("ethnic-minority",), ("women", "ethnic-minority")])
COLLECTIVE = st.none() | st.sampled_from(
    [(), ("small-collective",), ("enterprise",), ("small-collective", "enterprise")]
)
PARTLY = st.builds(
    lambda row, asked: row if row.groups is None else attrs.evolve(row, groups_asked=asked),
    st.one_of(
        st.builds(
            person, st.none() | st.sampled_from(["direct-worker", "leader-other", "entrepreneur"]), groups=GROUPED
        ),
        st.builds(Decision, recipient=st.just("household"), groups=GROUPED),
        st.builds(Decision, recipient=st.just("collective"), groups=COLLECTIVE),
    ),
    ASKED_ABOUT,
)
"""Recipients of whom something may not be known."""
KNOWN = st.lists(PARTLY.flatmap(lambda row: st.sampled_from(completions(row))), max_size=3)
ASKED = [(name, None) for name in MEASURES] + [
    ("women+ethnic-minority", "individuals-and-households"),
    ("officials+women", "individuals"),
    ("women", "officials"),
    *(("people", base) for base in BASES if "households" in base),
    *(("women", base) for base in BASES),
]


def completions(row: Decision) -> list[Decision]:
    """Return a row as it may be, were everything known: groups asked about, or named, are."""
    classes = [row.official_class] if row.official_class or row.recipient != "individual" else list(CLASSES)
    own = ["women", "ethnic-minority", *(["small-collective", "enterprise"] if row.recipient == "collective" else [])]
    groups: list[Any] = [row.groups]
    if row.groups is None or row.groups_asked is not None:
        settled = {*(row.groups or ()), *(row.groups_asked or ())}
        open_ = [name for name in own if name not in settled]
        groups = [
            (*(row.groups or ()), *(name for name, is_in in zip(open_, both, strict=True) if is_in))
            for both in product((0, 1), repeat=len(open_))
        ]
    known: dict[str, Any] = {"groups_asked": None}
    return [attrs.evolve(row, official_class=name, groups=found, **known) for name, found in product(classes, groups)]


class TestTruth:
    """What is not known, completed in every way."""

    @settings(max_examples=400)
    @given(st.lists(PARTLY, max_size=2), KNOWN, st.sampled_from(ASKED))
    def test_bounds(self, partly: list[Decision], known: list[Decision], asked: tuple[str, str | None]) -> None:
        """The bounds are the least and the greatest share of all completions that have one."""
        rows = [*partly, *known]
        whole = [shares(chosen).tally(*asked) for chosen in product(*map(completions, rows))]
        true = [tally.share for tally in whole if tally.share is not None]
        low, high = shares(rows).bounds(*asked)

        assert all(low <= share <= high for share in true)
        if shares(rows).tally(*asked).of:
            assert (low, high) == (min(true), max(true))

    @settings(max_examples=400)
    @given(st.lists(PARTLY, max_size=2), KNOWN, st.sampled_from(ASKED), st.fractions(0, 1, max_denominator=4))
    def test_check(
        self, partly: list[Decision], known: list[Decision], asked: tuple[str, str | None], bound: Fraction
    ) -> None:
        """An answer is that of every completion; UNKNOWN where they differ, or one has nobody in its base."""
        rows, (measure, base) = [*partly, *known], asked
        for bounds in ({"at_least": bound}, {"at_most": bound}):
            found = shares(rows).check(measure, base=base, **bounds).outcome
            true = {
                shares(chosen).check(measure, base=base, **bounds).outcome
                for chosen in product(*map(completions, rows))
            }

            assert found is (true.pop() if len(true) == 1 else Outcome.UNKNOWN)
