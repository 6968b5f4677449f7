"""Targets of a document laid over the law, held against a batch."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import Outcome, check_shares
from thidua.book.days import law_on
from thidua.book.law import Law
from thidua.book.opening import document_of
from thidua.errors import InputError, UnknownTerm
from thidua.model.decision import Decision
from thidua.model.measure import CLASSES
from thidua.people.aimed import TargetResult

HEAD = """
[document]
id = "12/2024/QĐ-UBND"
title = "Quy định của tỉnh"
kind = "decision"
issuer = "Ủy ban nhân dân tỉnh"
in_force = 2024-07-01
applies_to = "Tỉnh"
standing = "verified"
checked = 2026-11-22
"""
DAY = date(2024, 12, 31)
CSTDCS = "chien-si-thi-dua-co-so"


def law(*targets: str, day: date = DAY) -> Law:
    """Lay a province's targets over the law: the keys of each [[share]]."""
    entries = "".join(f'\n[[share]]\nid = "5.{number}"\n{keys}\n' for number, keys in enumerate(targets, 1))
    return law_on(day, document_of(HEAD + entries, "tinh.toml"))


PEOPLE = 'measure = "people"\nbase = "individuals-and-households"\nat_least = 0.6'
LEADERS = 'measure = "officials"\nbase = "leaders"\nat_most = 0.30\nat_most_count = 4\nper = "unit"'


def given_to(official_class: Any, count: int = 1, **more: Any) -> Decision:
    """Give LĐTT to so many individuals in 2024."""
    told = {"award": "LĐTT", "year": 2024, **more}
    return Decision(recipient="individual", official_class=official_class, count=count, **told)


def one(rows: list[Decision], *targets: str, **bases: Any) -> TargetResult:
    """Return the one result on a batch."""
    [found] = check_shares(rows, law(*targets), bases).results
    return found


class TestTarget:
    """A share against a target of the law of the day."""

    @pytest.mark.parametrize(("workers", "outcome"), [(599, Outcome.NOT_MET), (600, Outcome.MET), (601, Outcome.MET)])
    def test_floor(self, workers: int, outcome: Outcome) -> None:
        """59,9% of a 60% floor is below it; 60% is enough."""
        found = one([given_to("direct-worker", workers), given_to("leader-other", 1000 - workers)], PEOPLE)

        assert (found.outcome, found.share, found.count, found.base) == (
            outcome,
            Fraction(workers, 1000),
            workers,
            1000,
        )

    @pytest.mark.parametrize(("leaders", "outcome"), [(9, Outcome.MET), (10, Outcome.MET), (11, Outcome.NOT_MET)])
    def test_third(self, leaders: int, outcome: Outcome) -> None:
        """A third is no decimal: of thirty, ten are a third and no more."""
        third = 'measure = "officials"\nbase = "individuals"\nat_most = "1/3"'

        assert (
            one([given_to("leader-other", leaders), given_to("direct-worker", 30 - leaders)], third).outcome is outcome
        )

    def test_answer(self) -> None:
        """The answer names its rule, measure, base, bounds and article."""
        found = one([given_to("direct-worker", 2), given_to(None)], PEOPLE)

        assert found.rule == "12/2024/QĐ-UBND:5.1"
        assert (found.measure, found.base_name) == ("people", "individuals-and-households")
        assert (found.target.at_least, found.bounds, found.share) == (
            Fraction(3, 5),
            (Fraction(2, 3), Fraction(1)),
            None,
        )
        assert str(found.citation) == "khoản 1 Điều 5 Quyết định 12/2024/QĐ-UBND"
        assert (found.unit, found.year) == (None, 2024)

    def test_steps(self) -> None:
        """What would meet it: 59 of 100 need three more awards, or one of the others', or two others less."""
        steps = one([given_to("direct-worker", 59), given_to("leader-other", 41)], PEOPLE).steps

        assert steps is not None
        assert (steps.adds, steps.more, steps.instead, steps.fewer) == ("measure", 3, 1, 2)

    def test_no_target(self) -> None:
        """The law sets none, and nothing passes by its absence."""
        report = check_shares([given_to("direct-worker")], law_on(DAY))

        assert (report.results, report.outcome) == ((), Outcome.UNKNOWN)

    def test_not_yet_in_force(self) -> None:
        """A regulation holds from its first day on: each row stands under the law of its own."""
        made = document_of(f'{HEAD}\n[[share]]\nid = "5.1"\n{PEOPLE}\n', "tinh.toml")
        rows = [given_to("leader-other", decided_on=date(2024, month, 1)) for month in (6, 7)]

        [found] = check_shares(rows, lambda day: law_on(day, made)).results

        assert (found.count, found.base, found.outcome) == (0, 1, Outcome.NOT_MET)

    def test_groups_of_their_own(self) -> None:
        """A target may speak of a group of the rows' own words."""
        farmers = 'groups = ["nông dân"]\nbase = "individuals"\nat_least = 0.25'
        rows = [given_to(None, groups=("nông dân",)), given_to(None, 3, groups=())]

        assert one(rows, farmers).outcome is Outcome.MET

    def test_group_nobody_names(self) -> None:
        """Of a word that no row of the batch names nothing shows that anybody was asked: not zero, but unknown."""
        farmers = 'groups = ["nông dân"]\nbase = "individuals"\nat_least = 0.25'

        found = one([given_to(None, 3, groups=())], farmers)

        assert (found.outcome, found.missing) == (Outcome.UNKNOWN, ("groups",))

    def test_women_among_leaders(self) -> None:
        """A share inside a group: women among the leaders rewarded."""
        women = 'measure = "officials"\ngroups = ["women"]\nbase = "officials"\nat_least = 0.3'
        rows = [given_to("leader-other", 3, groups=("women",)), given_to("leader-other", 7, groups=())]

        found = one([*rows, given_to("direct-worker", 90)], women)

        assert (found.measure, found.share, found.outcome) == ("officials+women", Fraction(3, 10), Outcome.MET)


class TestScope:
    """Of which awards a target speaks."""

    ROWS = (
        given_to("direct-worker", 6, award=CSTDCS, commendation="merit"),
        given_to("leader-other", 4, award="Bằng khen của Thủ tướng Chính phủ", commendation="ad-hoc"),
    )

    @pytest.mark.parametrize(
        ("scope", "share"),
        [
            ('awards = ["chien-si-thi-dua-co-so"]', 1),
            ('levels = ["state"]', 0),
            ('levels = ["state", "grassroots"]', Fraction(6, 10)),
            ('commendations = ["merit"]', 1),
            ('levels = ["state"]\ncommendations = ["ad-hoc", "merit"]', 0),
        ],
    )
    def test_scope(self, scope: str, share: Fraction) -> None:
        """By award, by level, by kind of commendation; what it does not speak of is not counted."""
        assert one(list(self.ROWS), f"{PEOPLE}\n{scope}").share == share

    def test_nothing_in_scope(self) -> None:
        """A target that speaks of no row has no result."""
        report = check_shares(self.ROWS, law(f'{PEOPLE}\nawards = ["lao-dong-tien-tien"]'))

        assert report.results == ()

    @pytest.mark.parametrize(
        ("scope", "row", "missing"),
        [
            ('levels = ["grassroots"]', given_to("leader-other", 4, award=None), "award"),
            ('commendations = ["merit"]', given_to("leader-other", 4), "commendation"),
        ],
    )
    def test_not_known(self, scope: str, row: Decision, missing: str) -> None:
        """A row that does not say whether the target speaks of it may be in its base or not."""
        known = given_to("direct-worker", 6, commendation="merit")

        found = one([known, row], f"{PEOPLE.replace('0.6', '0.7')}\n{scope}")

        assert (found.bounds, found.outcome, found.missing) == ((Fraction(6, 10), 1), Outcome.UNKNOWN, (missing,))
        assert one([known, row], f"{PEOPLE}\n{scope}").outcome is Outcome.MET

    def test_nobody(self) -> None:
        """A base of nobody meets no target, not even zero."""
        found = one([Decision(award="TTLĐTT", recipient="collective", year=2024)], PEOPLE.replace("0.6", "0"))

        assert (found.outcome, found.reason, found.missing) == (Outcome.UNKNOWN, "nobody", ())


class TestPlaces:
    """Each unit and year by itself."""

    ROWS = (
        given_to("direct-worker", 6, unit="A"),
        given_to("leader-other", 4, unit="B"),
        given_to("leader-other", 1, unit="A", year=2025),
        given_to("direct-worker", 1),
    )

    def test_all(self) -> None:
        """For all that is decided: one result a year."""
        found = check_shares(self.ROWS, law(PEOPLE)).results

        assert [(each.unit, each.year, each.share) for each in found] == [
            (None, 2024, Fraction(7, 11)),
            (None, 2025, 0),
        ]

    def test_units(self) -> None:
        """In each unit; a row without one may be of any that others name, in its year."""
        found = check_shares(self.ROWS, law(f'{PEOPLE}\nper = "unit"')).results

        assert [(each.unit, each.year, each.outcome.name, each.missing) for each in found] == [
            ("A", 2024, "MET", ()),  # six direct workers, with the one or without
            ("B", 2024, "NOT_MET", ()),  # four leaders, and one direct worker at most
            ("A", 2025, "NOT_MET", ()),
            (None, 2024, "UNKNOWN", ("unit",)),
        ]

    @pytest.mark.parametrize(
        ("adrift", "outcome"),
        [(1, Outcome.MET), (2, Outcome.UNKNOWN), (40, Outcome.UNKNOWN)],
    )
    @pytest.mark.parametrize("left_out", [{"unit": None}, {"year": None}, {"unit": None, "year": None}])
    def test_adrift(self, adrift: int, outcome: Outcome, left_out: Any) -> None:
        """Two leaders of ten are within 30% and with one more; with two more of no unit they may not be."""
        rows = [given_to("leader-other", 2, unit="A"), given_to("leader-other", adrift, **{"unit": "A", **left_out})]
        found = check_shares(rows, law(LEADERS), {"A": {"leaders": 10}}).results

        assert found[0].outcome is outcome
        assert found[0].missing == (() if outcome is Outcome.MET else tuple(sorted(left_out)))

    def test_nobody(self) -> None:
        """Where no leader was rewarded no cap on them is passed, however many leaders there are."""
        [found] = check_shares([given_to("direct-worker", 4, unit="A")], law(LEADERS)).results

        assert (found.outcome, found.missing) == (Outcome.MET, ())

    def test_no_unit_at_all(self) -> None:
        """Where no row names a unit they are of one."""
        [found] = check_shares([given_to("leader-other", 4)], law(LEADERS), {"leaders": 10}).results

        assert found.outcome is Outcome.NOT_MET

    def test_base_for_all(self) -> None:
        """A number of leaders given for all is, of several units, as well their sum: it is no unit's."""
        rows = [given_to("leader-other", 3, unit=unit) for unit in "ABC"]
        found = check_shares(rows, law(LEADERS), {"leaders": 10, "C": {"leaders": 10}}).results

        assert [(each.outcome.name, each.missing) for each in found] == [
            ("UNKNOWN", ("bases.A.leaders",)),
            ("UNKNOWN", ("bases.B.leaders",)),
            ("MET", ()),
        ]

    def test_worst(self) -> None:
        """The report is as good as its worst result."""
        assert check_shares(self.ROWS, law(f'{PEOPLE}\nper = "unit"')).outcome is Outcome.NOT_MET


class TestLeaders:
    """At most 30% of a unit's leaders, and at most four of them."""

    @pytest.mark.parametrize(
        ("leaders", "of", "outcome"),
        [
            (2, 10, Outcome.MET),
            (3, 10, Outcome.MET),
            (4, 10, Outcome.NOT_MET),
            (3, 14, Outcome.MET),
            (4, 14, Outcome.MET),  # 28,6%, and four
            (5, 14, Outcome.NOT_MET),
            (5, 100, Outcome.NOT_MET),  # 5%, but five
            (4, 13, Outcome.NOT_MET),  # four, but 30,8%
        ],
    )
    def test_both(self, leaders: int, of: int, outcome: Outcome) -> None:
        """Both bounds hold, each by itself."""
        found = one([given_to("leader-other", leaders, unit="A")], LEADERS, A={"leaders": of})

        assert (found.outcome, found.base, found.share) == (outcome, of, Fraction(leaders, of))

    def test_people_once(self) -> None:
        """Leaders are people: one with two awards is one leader; whom no row names are others."""
        rows = [given_to("leader-other", unit="A", subject="P1"), given_to("leader-department", unit="A", subject="P1")]

        assert one([*rows, given_to("leader-other", 2, unit="A")], LEADERS, leaders=10).count == 3

    def test_not_given(self) -> None:
        """No decision shows how many leaders a unit has: the path says where to give it."""
        found = one([given_to("leader-other", 3, unit="A")], LEADERS)

        assert (found.outcome, found.reason, found.missing) == (Outcome.UNKNOWN, "base-unknown", ("bases.A.leaders",))
        assert (found.base, found.share, found.bounds, found.steps, found.count) == (None, None, None, None, 3)

    def test_too_many_whatever_the_base(self) -> None:
        """Five are more than four, however many leaders there are."""
        found = one([given_to("leader-other", 5, unit="A")], LEADERS)

        assert (found.outcome, found.missing) == (Outcome.NOT_MET, ())

    def test_count_alone(self) -> None:
        """A greatest count by itself needs no base."""
        only = LEADERS.replace("at_most = 0.30\n", "")

        assert [one([given_to("leader-other", count, unit="A")], only).outcome for count in (4, 5)] == [
            Outcome.MET,
            Outcome.NOT_MET,
        ]

    @pytest.mark.parametrize(("unknown", "outcome"), [(1, Outcome.MET), (2, Outcome.UNKNOWN)])
    def test_unknown_class(self, unknown: int, outcome: Outcome) -> None:
        """Whoever has no class may be a leader: two and one are three of ten, two and two may be four."""
        rows = [given_to("leader-other", 2, unit="A"), given_to(None, unknown, unit="A")]

        found = one(rows, LEADERS, leaders=10)

        assert (found.outcome, found.missing) == (outcome, () if outcome is Outcome.MET else ("class",))

    def test_kind_not_known(self) -> None:
        """An award of which no row says the kind may be one the target does not speak of."""
        found = one([given_to("leader-other", 4, unit="A")], f'{LEADERS}\ncommendations = ["merit"]', leaders=10)

        assert (found.count, found.bounds, found.missing) == (0, (0, Fraction(4, 10)), ("commendation",))

    def test_no_leaders(self) -> None:
        """Who has a class of leaders in a unit of none is one too many; without one there is nothing to hold."""
        assert one([given_to("leader-other", unit="A")], LEADERS, leaders=0).outcome is Outcome.NOT_MET
        assert one([given_to("direct-worker", unit="A")], LEADERS, leaders=0).reason == "nobody"


class TestDocument:
    """What a [[share]] may say."""

    @pytest.mark.parametrize(
        ("keys", "place", "code"),
        [
            ('base = "individuals"\nat_least = 0.6', "measure", "missing"),
            ('measure = "people"\nat_least = 0.6', "base", "missing"),
            ('measure = "people"\nbase = "individuals-and-households"', "at_least", "missing"),
            ('measure = "people"\nbase = "individuals"\nat_least = 0.6', "measure", "outside-base"),
            ('measure = "women"\nbase = "leaders"\nat_least = 0.6', "measure", "outside-base"),
            (PEOPLE.replace("0.6", "60"), "at_least", "bad-value"),
            (PEOPLE.replace("0.6", "-0.1"), "at_least", "bad-value"),
            (PEOPLE.replace("0.6", '"60%"'), "at_least", "bad-value"),
            (f"{PEOPLE}\nat_most = 0.5", "at_least", "too-much"),
            (f"{PEOPLE}\nat_most_count = -1", "at_most_count", "out-of-range"),
            (PEOPLE.replace('"people"', '"peoples"'), "measure", "bad-value"),
            (PEOPLE.replace("households", "house"), "base", "bad-value"),
            (f'{PEOPLE}\nper = "year"', "per", "bad-value"),
            (f"{PEOPLE}\nlevel = []", "level", "unknown-key"),
        ],
    )
    def test_faults(self, keys: str, place: str, code: str) -> None:
        """Every fault is named, with its entry and key, before any batch is looked at."""
        with pytest.raises(InputError) as caught:
            law(keys)

        assert [(problem.path, problem.code) for problem in caught.value.problems] == [(f"share '5.1'.{place}", code)]

    def test_one_share_alone(self) -> None:
        """A floor may be the cap too: exactly half."""
        half = PEOPLE.replace("0.6", "0.5\nat_most = 0.5")
        rows = [given_to("direct-worker", 2), given_to("leader-other", 2)]

        assert [one(rows[:count] + rows[1:], half).outcome for count in (1, 0)] == [Outcome.MET, Outcome.NOT_MET]

    def test_unknown_award(self) -> None:
        """A target speaks of awards that exist."""
        with pytest.raises(InputError, match="no award 'giay-khen'"):
            law(f'{PEOPLE}\nawards = ["giay-khen"]')

    def test_compared(self) -> None:
        """What a document asks is a change of law, by whom it counts."""
        changes = thidua.compare(law_on(DAY), law(f'{PEOPLE}\nawards = ["{CSTDCS}"]'))

        [found] = [change for change in changes if change.table == "share"]
        assert (found.entry, found.kind, found.after[0]["awards"]) == ("share people", "added", [CSTDCS])


class TestMisuse:
    """What is an error of the caller."""

    def test_bases(self) -> None:
        """A base is one of those known by name, and a count."""
        with pytest.raises(UnknownTerm, match="unknown base 'bosses'"):
            check_shares([], law(LEADERS), {"A": {"bosses": 3}})
        with pytest.raises(InputError, match=r"bases\.A\.leaders"):
            check_shares([], law(LEADERS), {"A": {"leaders": -3}})

    def test_rows(self) -> None:
        """Rows that contradict themselves, an award that never was, no day where it picks the law."""
        with pytest.raises(InputError, match=r"\$\[0\]\.class"):
            check_shares([Decision(recipient="household", official_class="leader-other")], law(PEOPLE))
        with pytest.raises(UnknownTerm):
            check_shares([given_to(None, award="Huân chương Tưởng tượng")], law(PEOPLE))
        with pytest.raises(InputError, match="decided_on"):
            check_shares([given_to(None)], law_on)


CASES = {
    "floor": f'{PEOPLE}\nlevels = ["grassroots"]',
    "cap": 'measure = "officials"\nbase = "individuals"\nat_most = 0.3\nat_most_count = 2\ncommendations = ["merit"]',
    "leaders": LEADERS.replace('per = "unit"', 'commendations = ["merit"]'),
}
ROWS = st.builds(
    Decision,
    recipient=st.just("individual"),
    award=st.sampled_from([None, CSTDCS, "bang-khen-cua-thu-tuong-chinh-phu"]),
    official_class=st.sampled_from([None, "direct-worker", "leader-other"]),
    commendation=st.sampled_from([None, "merit", "ad-hoc"]),
)


def known(row: Decision) -> list[Decision]:
    """Return a row as it may be, were all known on which these targets look."""
    awards = [row.award] if row.award else [CSTDCS, "bang-khen-cua-thu-tuong-chinh-phu"]
    classes = [row.official_class] if row.official_class else [CLASSES[0], "direct-worker"]
    kinds: list[Any] = [row.commendation] if row.commendation else ["merit", "ad-hoc"]
    return [
        attrs.evolve(row, award=award, official_class=name, commendation=kind)
        for award, name, kind in product(awards, classes, kinds)
    ]


class TestTruth:
    """What rows do not say, completed in every way."""

    @pytest.mark.parametrize("case", CASES)
    @given(
        rows=st.lists(ROWS, min_size=1, max_size=3),
        more=st.lists(ROWS.flatmap(lambda row: st.sampled_from(known(row))), max_size=4),
    )
    def test_certain(self, case: str, rows: list[Decision], more: list[Decision]) -> None:
        """MET and NOT_MET hold in every completion, and the share lies between the bounds in each."""
        made = law(CASES[case])
        results = check_shares([*rows, *more], made, {"leaders": 9}).results
        for whole in product(*map(known, rows)):
            for result in check_shares([*whole, *more], made, {"leaders": 9}).results:
                [found] = results
                if found.outcome is not Outcome.UNKNOWN:
                    assert result.outcome is found.outcome
                if result.share is not None and found.bounds is not None:
                    assert found.bounds[0] <= result.share <= found.bounds[1]


@pytest.fixture
def told(law_of: Callable[..., Law]) -> Callable[..., Law]:
    """Make a law of other texts."""
    return law_of


class TestReading:
    """A document may name a reading for what it asks."""

    def test_named(self, told: Callable[..., Law]) -> None:
        """The reading under which a target stands is in its answer."""
        text = HEAD.replace('kind = "decision"', 'kind = "draft"').replace("in_force = 2024-07-01\n", "") + (
            '\n[[reading]]\nid = "who"\nsource = "Điều 5"\nquestion = "?"\n'
            'options = { a = "a", b = "b" }\ndefault = "a"\n'
            f'reason = "a"\n\n[[share]]\nid = "5.1"\nreading = {{ who = "a" }}\n{PEOPLE}\n'
        )
        rows = [Decision(recipient="individual", official_class="direct-worker")]

        assert check_shares(rows, told(text)).results[0].reading == {"who": "a"}
        assert check_shares(rows, told(text, readings={"who": "b"})).results == ()
