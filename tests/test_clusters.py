"""Clusters and blocs: how figures become points, points ranks, and places the right to be proposed."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import strategies
from thidua.errors import InputError, NotInForce, UnknownTerm
from thidua.interchange import load_dossier, load_results
from thidua.model.cluster import Criterion
from thidua.model.finding import Outcome
from thidua.model.results import ClusterResults, Figure
from thidua.model.scoring import Each, Ranks, Slope, Step
from thidua.movement.clusters import score
from thidua.movement.points import Points, points_of
from thidua.movement.proposable import limits_on, proposable
from thidua.movement.ranking import ranked
from thidua.movement.scored import Scoreboard

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
NOBODY = date(1990, 1, 1)
"""A day on which nothing is in force but the cluster's own document."""
HEAD = """[document]
id = "CUM"
title = "Cụm"
kind = "draft"
issuer = "Cụm"
standing = "unverified"
checked = 2026-11-22
"""
CLUSTER = '[[cluster]]\nid = "cum"\nsource = "Điều 1"\nlabel = "Cụm"\ngloss = "Cluster"\nmembers = ["A", "B", "C"]\n'
REVENUE = '[[criterion]]\nid = "2.1"\nlabel = "Thu"\ngloss = "Revenue"\npoints = 20\n'
BY_VALUE = REVENUE + "proportional = { full = 100 }\n"
PRIZES = """[[criterion]]
id = "3.1"
label = "Giải"
gloss = "Prizes"
role = "bonus"
points = 9
each = { points = 1 }
"""
LATE = PRIZES.replace("3.1", "3.2").replace("bonus", "penalty").replace("points = 9", "points = 4")
FLAG, GOVERNMENT = "co-thi-dua-cua-bo-ban-nganh-tinh", "co-thi-dua-cua-chinh-phu"

LawOf = Callable[..., thidua.Law]


def asked(**keys: Any) -> Criterion:
    """Make a criterion of at most 20 points."""
    return Criterion(id="2.1", label="Thu", gloss="Revenue", **{"points": Decimal(20), **keys})


def figure(value: str | None = None, **keys: Any) -> Figure:
    """Make a figure of member A."""
    return Figure(member="A", criterion="2.1", value=None if value is None else Decimal(value), **keys)


def earned(criterion: Criterion, value: str, *others: str) -> Fraction | None:
    """Return the exact points of a figure, beside those of others."""
    numbers = [(Fraction(each), Fraction(each)) for each in others]
    return points_of(criterion, figure(value), numbers)[0].exact


def results(*rows: tuple[str, str, Any], **keys: Any) -> ClusterResults:
    """Make results of member, criterion, and value or answer."""
    figures = [
        {"member": member, "criterion": name, "answer" if isinstance(value, bool) else "value": value}
        for member, name, value in rows
    ]
    return load_results({"cluster": "cum", "year": 2025, "figures": figures, **keys})


def example(name: str, day: date) -> tuple[Scoreboard, thidua.Law]:
    """Score an example."""
    law = thidua.law_on(day, thidua.load_document(EXAMPLES / f"{name}.toml"))
    return score(load_results(EXAMPLES / f"{name}-results.json"), law), law


def problems(error: pytest.ExceptionInfo[InputError]) -> list[tuple[str, str]]:
    """Return the place and the code of each problem."""
    return [(each.path, each.code) for each in error.value.problems]


class TestPoints:
    """One figure, one rule."""

    @pytest.mark.parametrize(
        ("value", "points"),
        [("-1", "0"), ("0", "0"), ("56.19", "11.238"), ("99.999", "19.9998"), ("100", "20"), ("100.001", "20")],
    )
    def test_proportional(self, value: str, points: str) -> None:
        """Points grow with the figure from nothing to all, exactly, and not beyond."""
        assert earned(asked(proportional=Slope(full=Decimal(100))), value) == Fraction(points)

    @pytest.mark.parametrize(("value", "points"), [("3", 0), ("2", 0), ("0.5", 15), ("0", 20), ("-1", 20)])
    def test_less_is_better(self, value: str, points: int) -> None:
        """Where all points stand at the lower figure, less earns more."""
        assert earned(asked(proportional=Slope(full=Decimal(0), zero=Decimal(2))), value) == points

    @pytest.mark.parametrize(
        ("value", "points"), [("79.999", 0), ("80", 15), ("80.001", 15), ("99.999", 15), ("100", 20), ("100.001", 20)]
    )
    def test_bands(self, value: str, points: int) -> None:
        """A band begins at its lower bound and ends before its upper one, to the last digit."""
        bands = (
            Step(points=Decimal(20), at_least=Decimal(100)),
            Step(points=Decimal(15), at_least=Decimal(80), below=Decimal(100)),
            Step(points=Decimal(0), below=Decimal(80)),
        )

        assert earned(asked(steps=bands), value) == points

    @pytest.mark.parametrize(("value", "points"), [("80", 0), ("80.001", 20), ("90", 20), ("90.001", None)])
    def test_open_bands(self, value: str, points: int | None) -> None:
        """``above`` and ``at_most`` bind the other way round; of a figure in no band the document says nothing."""
        bands = (
            Step(points=Decimal(0), at_most=Decimal(80)),
            Step(points=Decimal(20), above=Decimal(80), at_most=Decimal(90)),
        )

        assert earned(asked(steps=bands), value) == points

    def test_no_band(self) -> None:
        """Such a figure may earn anything the criterion gives: it is not guessed to be nothing."""
        bands = (Step(points=Decimal(15), at_least=Decimal(80)),)

        assert points_of(asked(steps=bands), figure("79")) == (Points(Fraction(0), Fraction(20)), {"no-band"})

    @pytest.mark.parametrize(
        ("rule", "value", "points"),
        [
            (Each(points=Decimal(2)), "9.5", "19"),
            (Each(points=Decimal(2)), "10", "20"),
            (Each(points=Decimal(2)), "11", "20"),
            (Each(points=Decimal(1), per=Decimal(5), whole=True), "9.999", "1"),
            (Each(points=Decimal(1), per=Decimal(5), whole=True), "10", "2"),
            (Each(points=Decimal(1), per=Decimal(5)), "9", "1.8"),
            (Each(points=Decimal("0.5"), above=Decimal(100)), "100", "0"),
            (Each(points=Decimal("0.5"), above=Decimal(100)), "101", "0.5"),
            (Each(points=Decimal(1), below=Decimal(100)), "98.5", "1.5"),
            (Each(points=Decimal(1), below=Decimal(100)), "101", "0"),
        ],
    )
    def test_each(self, rule: Each, value: str, points: str) -> None:
        """So much for each unit, whole ones only where the document says so, up to the most."""
        assert earned(asked(each=rule), value) == Fraction(points)

    @pytest.mark.parametrize(
        ("same", "points"), [("best", Fraction(16)), ("worst", Fraction(12)), ("mean", Fraction(14)), (None, None)]
    )
    def test_shared_rank(self, same: Any, points: Fraction | None) -> None:
        """Two with one figure fill two ranks; what they get the document says, or nobody knows."""
        rule = Ranks(points=(Decimal(20), Decimal(16), Decimal(12)), same=same)

        assert earned(asked(ranks=rule), "80", "90", "80") == points

    @pytest.mark.parametrize(("value", "points"), [("91", 20), ("90", 20), ("85", 16), ("70", None)])
    def test_ranks(self, value: str, points: int | None) -> None:
        """The highest figure is first; a rank for which the document gives nothing is not known."""
        rule = Ranks(points=(Decimal(20), Decimal(16)), same="best")

        assert earned(asked(ranks=rule), value, "90", "80") == points

    def test_lowest_first(self) -> None:
        """Or the lowest, where the document says so."""
        rule = Ranks(points=(Decimal(20), Decimal(16), Decimal(12)), lowest_first=True)

        assert [earned(asked(ranks=rule), "2", *others) for others in (("3", "4"), ("1", "3"), ("0", "1"))] == [
            20,
            16,
            12,
        ]

    def test_rank_among_unknown(self) -> None:
        """While another member's figure is missing, a rank lies between two."""
        rule = Ranks(points=(Decimal(20), Decimal(16), Decimal(12)))
        found = points_of(asked(ranks=rule), figure("80"), [(Fraction(90), Fraction(90)), (None, None)])

        assert found == (Points(Fraction(12), Fraction(16)), {"others"})

    @pytest.mark.parametrize(("most", "low"), [(Fraction(79), 20), (Fraction(80), 16), (Fraction(81), 16)])
    def test_rank_may_be_shared(self, most: Fraction, low: int) -> None:
        """Where another's figure may reach one's own, the rank may be shared, and the points are open."""
        rule = Ranks(points=(Decimal(20), Decimal(16)), same="worst")

        assert points_of(asked(ranks=rule), figure("80"), [(Fraction(60), most)])[0] == (low, 20)

    def test_rank_of_nothing(self) -> None:
        """Who reported no figure has no rank that is known, whatever the others did."""
        rule = Ranks(points=(Decimal(20), Decimal(16)))

        assert points_of(asked(ranks=rule), None, [(Fraction(90), Fraction(90))]) == (
            Points(Fraction(0), Fraction(20)),
            {"no-figure"},
        )

    @pytest.mark.parametrize(("wanted", "given_", "points"), [(True, True, 20), (True, False, 0), (False, False, 20)])
    def test_answer(self, wanted: bool, given_: bool, points: int) -> None:  # noqa: FBT001  # yes and no are the case
        """The answer that the document asks for earns all points, the other none."""
        assert points_of(asked(answer=wanted), figure(answer=given_))[0].exact == points

    @pytest.mark.parametrize(
        ("rule", "low", "high"),
        [
            ({"proportional": Slope(full=Decimal(100))}, "12.6", "20"),
            ({"proportional": Slope(full=Decimal(0), zero=Decimal(100))}, "0", "7.4"),
            ({"each": Each(points=Decimal(1), per=Decimal(10), whole=True)}, "6", "20"),
            ({"each": Each(points=Decimal(1), per=Decimal(10), below=Decimal(100))}, "0", "3.7"),
            (
                {
                    "steps": (
                        Step(points=Decimal(5), below=Decimal(63)),
                        Step(points=Decimal(10), at_least=Decimal(63), below=Decimal(80)),
                        Step(points=Decimal(15), at_least=Decimal(80)),
                    )
                },
                "10",
                "15",
            ),
        ],
    )
    def test_at_least(self, rule: dict[str, Any], low: str, high: str) -> None:
        """A figure of "hơn 63%" bounds the points from one side: no more is known, and no less."""
        found, why = points_of(asked(**rule), figure(at_least=Decimal(63)))

        assert (found, why) == (Points(Fraction(low), Fraction(high)), {"bounds"})

    @pytest.mark.parametrize(
        ("keys", "points"),
        [({"plan": Decimal(160)}, 11), ({"unit": "%"}, 17.6), ({}, None), ({"unit": "tỷ đồng"}, None)],
    )
    def test_attainment(self, keys: dict[str, Any], points: float | None) -> None:
        """88 of a plan of 160 is 55%; 88% is 88%; and 88 of a plan that nobody told is not known."""
        found, why = points_of(asked(attainment=True, proportional=Slope(full=Decimal(100))), figure("88", **keys))

        assert found.exact == (None if points is None else Fraction(str(points)))
        assert why == (set() if points is not None else {"no-plan"})


class TestTotals:
    """What is added, taken off and capped."""

    @pytest.mark.parametrize(("prizes", "bonus"), [(2, 2), (3, 3), (4, 3)])
    def test_bonus_cap(self, law_of: LawOf, prizes: int, bonus: int) -> None:
        """All bonus points together count up to the cluster's cap."""
        law = law_of(HEAD + CLUSTER + "bonus_at_most = 3\n" + BY_VALUE + PRIZES)
        card = score(results(("A", "2.1", 50), ("A", "3.1", prizes)), law).card("A")

        assert (card.bonus.exact, card.total.exact) == (bonus, 10 + bonus)
        assert card.parts[1].points.exact == prizes

    @pytest.mark.parametrize(("late", "penalty"), [(3, 3), (4, 4), (5, 4)])
    def test_penalty(self, law_of: LawOf, late: int, penalty: int) -> None:
        """A penalty takes off up to its own cap, here 4 of the criterion."""
        law = law_of(HEAD + CLUSTER + BY_VALUE + LATE)
        card = score(results(("A", "2.1", 50), ("A", "3.2", late)), law).card("A")

        assert (card.penalty.exact, card.total.exact) == (penalty, 10 - penalty)

    def test_weight(self, law_of: LawOf) -> None:
        """A weight multiplies the points of its criterion, after they are capped."""
        law = law_of(HEAD + CLUSTER + REVENUE + "weight = 1.5\nproportional = { full = 100 }\n")

        assert score(results(("A", "2.1", 130)), law).card("A").total.exact == 30

    def test_missing_bonus(self, law_of: LawOf) -> None:
        """A bonus of which nothing is known leaves the total open, from nothing to all of it."""
        card = score(results(("A", "2.1", 50)), law_of(HEAD + CLUSTER + BY_VALUE + PRIZES)).card("A")

        assert card.total == Points(Fraction(10), Fraction(19))
        assert card.missing == ("figures[A/3.1]",)

    def test_traced(self, law_of: LawOf) -> None:
        """Every point leads back to its figure, its rule and its article."""
        law = law_of(HEAD + CLUSTER + BY_VALUE)
        [part] = score(results(("A", "2.1", 50)), law).card("a").parts

        assert part.figure == Figure(member="A", criterion="2.1", value=Decimal(50))
        assert (part.criterion.rule, part.number, part.points.exact) == ("proportional", 50, 10)
        assert str(part.citation) == "khoản 1 Điều 2 Dự thảo CUM"

    def test_own_criteria(self, law_of: LawOf) -> None:
        """Criteria of another document, and those for another cluster of this one, are none of its own."""
        other = HEAD.replace("CUM", "KHOI") + BY_VALUE.replace("2.1", "2.9")
        second = CLUSTER.replace('"cum"', '"khoi"').replace('"Cụm"', '"Khối"')
        apart = BY_VALUE.replace("2.1", "2.2") + 'clusters = ["khoi"]\n'
        law = law_of(HEAD + CLUSTER + second + BY_VALUE + apart, other)

        assert [part.criterion.id for part in score(results(), law).card("A").parts] == ["2.1"]

    def test_replaced(self, law_of: LawOf) -> None:
        """A later document that replaces a criterion puts its own in that one's place."""
        later = HEAD.replace("CUM", "SUA") + BY_VALUE.replace(
            "points = 20", 'points = 40\neffect = "replace"\nof = "CUM"'
        )
        board = score(results(("A", "2.1", 50)), law_of(HEAD + CLUSTER + BY_VALUE, later))

        assert board.card("A").total.exact == 20

    def test_more_members(self, law_of: LawOf) -> None:
        """A later document that replaces the cluster, with more members, leaves its criteria as they are."""
        later = HEAD.replace("CUM", "SUA") + CLUSTER.replace('"C"]', '"C", "D"]') + 'effect = "replace"\nof = "CUM"\n'
        board = score(results(("D", "2.1", 50)), law_of(HEAD + CLUSTER + BY_VALUE, later))

        assert board.card("D").total.exact == 10
        assert len(board.cards) == 4


class TestRanks:
    """Who stands before whom."""

    def test_shared(self, law_of: LawOf) -> None:
        """Members that nothing tells apart share a rank, the next is passed over, and nobody is called the leader."""
        board = score(results(("A", "2.1", 90), ("B", "2.1", 90), ("C", "2.1", 80)), law_of(HEAD + CLUSTER + BY_VALUE))

        assert [(card.member, card.rank) for card in board.cards] == [("A", 1), ("B", 1), ("C", 3)]
        assert board.card("A").place.level == ("B",)
        assert [card.leads.name for card in board.cards] == ["UNKNOWN", "UNKNOWN", "NOT_MET"]
        assert (board.leader, board.lead) == (None, None)

    def test_tie_break(self, law_of: LawOf) -> None:
        """The document's order of criteria tells a tie apart, and is named; of a penalty less is more."""
        tied = CLUSTER + 'ties = ["3.2", "2.1"]\n'
        law = law_of(HEAD + tied + BY_VALUE + LATE)
        rows = [("A", "2.1", 95), ("A", "3.2", 1), ("B", "2.1", 90), ("B", "3.2", 0), ("C", "2.1", 80), ("C", "3.2", 0)]
        board = score(results(*rows), law)

        assert [(card.member, card.rank, card.total.exact) for card in board.cards] == [
            ("B", 1, 18),
            ("A", 2, 18),
            ("C", 3, 16),
        ]
        assert board.leader == "B"
        assert board.card("B").place.parted == {"A": "3.2"}

    @pytest.mark.parametrize(("of_b", "outcome"), [(99, "MET"), (100, "UNKNOWN"), (101, "UNKNOWN")])
    def test_bounds(self, law_of: LawOf, of_b: int, outcome: str) -> None:
        """A member whose worst is above another's best leads; where they may meet, nobody knows."""
        law = law_of(HEAD + CLUSTER.replace(', "C"', "") + REVENUE + "proportional = { full = 1000 }\n")
        figures = [
            {"member": "A", "criterion": "2.1", "at_least": 100},
            {"member": "B", "criterion": "2.1", "at_least": 90, "at_most": of_b},
        ]
        board = score(load_results({"cluster": "Cụm", "year": 2025, "figures": figures}), law)

        assert board.card("A").leads.name == outcome
        assert board.card("A").place.worst == (2 if of_b > 100 else 1)

    def test_nothing_known(self, law_of: LawOf) -> None:
        """Without a figure every rank is open and all figures are asked for."""
        board = score(results(), law_of(HEAD + CLUSTER + BY_VALUE))

        assert {(card.place.best, card.place.worst, card.rank) for card in board.cards} == {(1, 3, None)}
        assert board.missing == ("figures[A/2.1]", "figures[B/2.1]", "figures[C/2.1]")

    @pytest.mark.parametrize(("ranks", "outcomes"), [(1, "UUN"), (2, "MMN"), (3, "MMM")])
    def test_among(self, ranks: int, outcomes: str) -> None:
        """Two that share the first rank are both among the first two; which of them is the first, nothing says."""
        ten, five = Points(Fraction(10), Fraction(10)), Points(Fraction(5), Fraction(5))
        places = ranked({"A": [ten], "B": [ten], "C": [five]})

        assert "".join(place.among(ranks).name[0] for place in places.values()) == outcomes


TOTALS = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 3)).map(lambda each: Points(Fraction(each[0]), Fraction(sum(each)))),
    min_size=1,
    max_size=5,
)


class TestProperties:
    """What holds of every cluster."""

    @given(st.data())
    def test_sums(self, data: st.DataObject) -> None:
        """A total is the sum of its parts, bonus and penalties no more than their caps."""
        made = data.draw(strategies.clusters())
        board = score(data.draw(strategies.cluster_results(made)), thidua.law_on(NOBODY, made))
        caps = {"bonus": made.cluster[0].bonus_at_most, "penalty": made.cluster[0].penalty_at_most}
        for card in board.cards:
            low, high = Fraction(0), Fraction(0)
            for role, sign in (("criterion", 1), ("bonus", 1), ("penalty", -1)):
                own = [part.points for part in card.parts if part.criterion.role == role]
                cap = caps.get(role)
                ends = [sum((each[side] for each in own), Fraction(0)) for side in (0, 1)]
                ends = [end if cap is None else min(end, Fraction(cap)) for end in ends]
                low, high = (low + ends[0], high + ends[1]) if sign > 0 else (low - ends[1], high - ends[0])
            assert card.total == (low, high)
            assert all(0 <= part.points.low <= part.points.high for part in card.parts)
            assert all((part.points.exact is None) == bool(part.reasons) for part in card.parts)

    @given(st.data())
    def test_order(self, data: st.DataObject) -> None:
        """In which order members and figures are written changes nobody's points, rank or lead."""
        made = data.draw(strategies.clusters())
        found = data.draw(strategies.cluster_results(made))
        members, figures = list(made.cluster[0].members), list(found.figures)
        shuffle = random.Random(data.draw(st.integers(0, 99))).shuffle  # noqa: S311  # an order, no secret
        shuffle(members)
        shuffle(figures)
        other = attrs.evolve(made, cluster=(attrs.evolve(made.cluster[0], members=tuple(members)),))
        one = score(found, thidua.law_on(NOBODY, made))
        two = score(attrs.evolve(found, figures=tuple(figures)), thidua.law_on(NOBODY, other))

        assert one.leader == two.leader
        for card in one.cards:
            same = two.card(card.member)
            assert (card.parts, card.total, card.rank) == (same.parts, same.total, same.rank)

    @given(TOTALS, st.integers(0, 4), st.integers(0, 5))
    def test_more_points(self, totals: list[Points], index: int, more: int) -> None:
        """Points added to a member never lower its rank, nor raise another's."""
        before = {str(each): [points] for each, points in enumerate(totals)}
        name = str(index % len(totals))
        raised = Points(*(end + more for end in before[name][0]))
        one, two = ranked(before), ranked({**before, name: [raised]})

        assert (two[name].best, two[name].worst) <= (one[name].best, one[name].worst)
        assert two[name].worst <= one[name].worst
        assert all(two[each].best >= one[each].best for each in before if each != name)

    @given(TOTALS, st.data())
    def test_sound(self, totals: list[Points], data: st.DataObject) -> None:
        """Whatever open points turn out to be, each rank lies between the best and the worst that was told."""
        told = ranked({str(each): [points] for each, points in enumerate(totals)})
        settled = [Fraction(data.draw(st.integers(int(low), int(high)))) for low, high in totals]
        real = ranked({str(each): [Points(value, value)] for each, value in enumerate(settled)})

        for name, place in told.items():
            assert place.best <= real[name].best <= place.worst
            if place.among(1) is Outcome.MET:
                assert real[name].best == 1
                assert not real[name].level

    @given(st.data())
    def test_figure_settles_within(self, data: st.DataObject) -> None:
        """A figure that becomes known moves no total out of the bounds told before."""
        made = data.draw(strategies.clusters())
        law = thidua.law_on(NOBODY, made)
        found = data.draw(strategies.cluster_results(made))
        kept = [figure for figure in found.figures if data.draw(st.booleans())]
        full, part = score(found, law), score(attrs.evolve(found, figures=tuple(kept)), law)

        for card in full.cards:
            before = part.card(card.member).total
            assert before.low <= card.total.low
            assert card.total.high <= before.high

    @given(st.data())
    def test_loads(self, data: st.DataObject) -> None:
        """What is drawn is what JSON can carry."""
        found = data.draw(strategies.cluster_results(data.draw(strategies.clusters())))

        assert load_results(thidua.dump(found)) == found


class TestProposable:
    """Which award a place opens, and within which cap."""

    def test_law_of_2022(self) -> None:
        """A province's bloc: its leader may have the province's flag; a text on the Government's was not read."""
        board, law = example("bloc-schools", date(2025, 12, 31))
        found = {each.award.id: each for each in proposable(board, law)}

        assert list(found) == [GOVERNMENT, FLAG]
        assert found[FLAG].members == {"Trường Hai": Outcome.MET}
        assert [str(each) for each in found[FLAG].asks] == [
            "điểm a khoản 1 Điều 26 Luật 06/2022/QH15",
            "điểm b khoản 1 Điều 26 Luật 06/2022/QH15",
        ]
        assert found[GOVERNMENT].members == {"Trường Hai": Outcome.UNKNOWN}
        assert found[GOVERNMENT].selective
        assert found[GOVERNMENT].unread is not None
        assert (found[GOVERNMENT].limits, found[GOVERNMENT].limit_unread) == ((), found[GOVERNMENT].unread)

    @pytest.mark.parametrize(
        ("organiser", "award", "outcomes"),
        [
            ("central-council", "bang-khen-cua-thu-tuong-chinh-phu", {"A": "MET", "B": "UNKNOWN", "C": "UNKNOWN"}),
            ("central-council", GOVERNMENT, {"A": "UNKNOWN"}),
            ("province-council", FLAG, {"A": "MET"}),
        ],
    )
    def test_not_the_leader_alone(self, organiser: str, award: str, outcomes: dict[str, str], tmp_path: Path) -> None:
        """Điểm c khoản 4 Điều 73 is for who is outstanding in a central cluster: of the others it is no "no"."""
        path = tmp_path / "cum.toml"
        path.write_text(HEAD + CLUSTER + f'organiser = "{organiser}"\n' + BY_VALUE, encoding="utf-8")
        law = thidua.law_on(date(2025, 6, 30), thidua.load_document(path))
        found = proposable(score(results(("A", "2.1", 9), ("B", "2.1", 8), ("C", "2.1", 7)), law), law)
        opened = [each for each in found if each.award.id == award]

        assert opened
        for each in opened:
            assert {name: outcome.name for name, outcome in each.members.items()} == outcomes
            assert each.otherwise == ("B" in outcomes)
            assert ("not for those that lead alone" in each.explain("en")) == each.otherwise

    @pytest.mark.parametrize(
        ("organiser", "opened"),
        [
            ("ministry-council", ["25.1-leads", "26.1-leads"]),
            ("province-council", ["25.1-leads", "26.1-leads"]),
            ("central-council", ["25.2", "73.4.c-leads"]),
            ("district-council", ["29.1-leads"]),
            (None, []),
        ],
    )
    def test_organiser(self, organiser: str | None, opened: list[str], tmp_path: Path) -> None:
        """Whose cluster it is decides what leading it opens (Điều 25, 26, 29, 73 Luật 06/2022/QH15)."""
        path = tmp_path / "cum.toml"
        run = f'organiser = "{organiser}"\n' if organiser else ""
        path.write_text(HEAD + CLUSTER + run + BY_VALUE, encoding="utf-8")
        law = thidua.law_on(date(2025, 6, 30), thidua.load_document(path))
        found = proposable(score(results(("A", "2.1", 9), ("B", "2.1", 8), ("C", "2.1", 7)), law), law)
        clauses = {str(law.clause(f"06/2022/QH15:{name}", _any(law)).citation) for name in opened}

        assert {str(each.citation) for each in found} == clauses
        assert {each.by for each in found} <= {"law"}

    def test_no_district(self, tmp_path: Path) -> None:
        """Since 2025-07-01 there is no district, and leading its cluster opens nothing by the law's own word."""
        path = tmp_path / "cum.toml"
        path.write_text(HEAD + CLUSTER + 'organiser = "district-council"\n' + BY_VALUE, encoding="utf-8")
        law = thidua.law_on(date(2025, 7, 1), thidua.load_document(path))

        assert proposable(score(results(), law), law) == ()

    @pytest.mark.parametrize(("met", "allowed"), [(4, 0), (5, 1), (9, 1), (10, 2)])
    def test_limit(self, met: int, allowed: int) -> None:
        """At most 20% of the collectives that meet the standard of the flag below (NĐ 91/2017 Điều 11)."""
        [limit] = limits_on(GOVERNMENT, thidua.law_on(date(2023, 12, 31)))

        assert limit.allowed(met) == allowed
        assert (limit.base_awards, limit.per) == ((FLAG,), "proposer")
        assert limit.citation.document == "91/2017/NĐ-CP"

    @pytest.mark.parametrize("name", ["Cờ CP", "Cờ thi đua của Chính phủ", GOVERNMENT])
    def test_limit_by_any_name(self, name: str) -> None:
        """A cap is found by any name of the award; a name that is none never passes for an award without a cap."""
        law = thidua.law_on(date(2023, 12, 31))

        assert len(limits_on(name, law)) == 1
        with pytest.raises(UnknownTerm):
            limits_on("cờ vàng", law)

    @pytest.mark.parametrize("base", [-1, Fraction(19, 2), True])
    def test_limit_of_no_count(self, base: Any) -> None:
        """A base is a count."""
        [limit] = limits_on(GOVERNMENT, thidua.law_on(date(2023, 12, 31)))
        with pytest.raises(InputError) as error:
            limit.allowed(base)

        assert problems(error) == [("base", "out-of-range")]

    @pytest.mark.parametrize(
        ("day", "limits"), [("2017-09-30", 0), ("2017-10-01", 1), ("2023-12-31", 1), ("2024-01-01", 0)]
    )
    def test_limit_days(self, day: str, limits: int) -> None:
        """The cap held from 2017-10-01 to 2023-12-31; of later days the text was not read, so that none is claimed."""
        law = thidua.law_on(date.fromisoformat(day))

        assert len(limits_on(GOVERNMENT, law)) == limits
        assert day < "2024" or next(law.unread("rate", GOVERNMENT), None) is not None

    @pytest.mark.parametrize(("at_least", "outcome"), [(10, "MET"), (Decimal("10.1"), None)])
    def test_document(self, at_least: Any, outcome: str | None, tmp_path: Path) -> None:
        """A cluster's document may ask for points beside the rank: the very number is enough, less is not."""
        path = tmp_path / "cum.toml"
        asks = (
            f'proposes = [{{ award = "{FLAG}", ranks = 1, at_least = {at_least} }}]\norganiser = "province-council"\n'
        )
        path.write_text(HEAD + CLUSTER + asks + BY_VALUE, encoding="utf-8")
        law = thidua.law_on(date(2025, 12, 31), thidua.load_document(path))
        rows = [("A", "2.1", 50), ("B", "2.1", 40), ("C", "2.1", 30)]
        found = proposable(score(results(*rows), law), law)[-1]

        assert {name: each.name for name, each in found.members.items()} == ({"A": outcome} if outcome else {})
        assert found.by == "cluster"

    @pytest.mark.parametrize(
        ("day", "organiser", "outcomes"),
        [
            (date(2023, 12, 31), "province-council", ["MET", "MET"]),
            (date(2024, 1, 1), "province-council", ["MET", "UNKNOWN"]),
            (date(2024, 1, 1), "central-council", ["UNKNOWN", "UNKNOWN"]),
        ],
    )
    def test_document_beside_law(self, day: date, organiser: str, outcomes: list[str], tmp_path: Path) -> None:
        """Since 2024 the flag is the leader's (khoản 1 Điều 26): a document's second place is not known to do."""
        path = tmp_path / "cum.toml"
        asks = f'proposes = [{{ award = "{FLAG}", ranks = 2 }}]\norganiser = "{organiser}"\n'
        path.write_text(HEAD + CLUSTER + asks + BY_VALUE, encoding="utf-8")
        law = thidua.law_on(day, thidua.load_document(path))
        found = proposable(score(results(("A", "2.1", 50), ("B", "2.1", 40), ("C", "2.1", 30)), law), law)[-1]

        assert [(name, each.name) for name, each in found.members.items()] == [*zip("AB", outcomes, strict=True)]

    def test_not_in_force(self, tmp_path: Path) -> None:
        """An award that is not given on the day cannot be proposed on it."""
        path = tmp_path / "cum.toml"
        path.write_text(
            HEAD + CLUSTER + 'proposes = [{ award = "xa-phuong-thi-tran-tieu-bieu" }]\n' + BY_VALUE, encoding="utf-8"
        )
        law = thidua.law_on(date(2023, 12, 31), thidua.load_document(path))

        with pytest.raises(NotInForce):
            proposable(score(results(), law), law)

    def test_dossier(self) -> None:
        """The leader's dossier may say that it led, and the law's clause on it holds."""
        board, law = example("bloc-schools", date(2025, 12, 31))
        assert board.lead is not None
        said = [{"year": board.lead.year, "organiser": board.lead.organiser}]
        made = load_dossier({"subject": {"kind": "collective", "body": "unit"}, "year": 2025, "leads": said})
        verdict = thidua.assess(made, FLAG, law=law)
        held = {each.code: each.outcome.name for each in verdict.findings.walk()}

        assert held["26.1-leads"] == "MET"


def _any(law: thidua.Law) -> Any:
    """Return some entry, to ask for clauses from."""
    return law.rules(law.award(FLAG))[0]


class TestExamples:
    """The two examples of the documentation."""

    def test_districts(self) -> None:
        """One figure missing leaves the lead open between two, and everybody else is told that it does not lead."""
        board, law = example("cluster-districts", date(2023, 12, 31))

        assert [(card.member, card.place.best, card.place.worst) for card in board.cards] == [
            ("Huyện A", 1, 2),
            ("Thành phố D", 1, 3),
            ("Huyện B", 2, 3),
            ("Thị xã C", 4, 4),
        ]
        assert board.card("Huyện A").total.exact == Fraction("76.657")  # 16,857 + 10 + 14,8 + 10 + 20, cộng 5
        assert board.missing == ("figures[Thành phố D/2.3]", "figures[Huyện B/2.2]")
        assert [each.award.id for each in proposable(board, law)] == [FLAG, GOVERNMENT]
        assert [limit.at_most for each in proposable(board, law) for limit in each.limits] == [Decimal("0.20")]

    def test_schools(self) -> None:
        """Two schools with 90,5 points are told apart by the first criterion; a bonus above the cap does not count."""
        board, _ = example("bloc-schools", date(2025, 12, 31))

        assert [(card.member, card.rank, card.total.exact) for card in board.cards] == [
            ("Trường Hai", 1, Fraction("90.5")),
            ("Trường Một", 2, Fraction("90.5")),
            ("Trường Ba", 3, 52),
        ]
        assert (board.card("Trường Một").parts[4].points.exact, board.card("Trường Một").bonus.exact) == (4, 3)

    def test_dump(self) -> None:
        """A board travels as JSON: points as two exact texts, outcomes by their names."""
        board, law = example("bloc-schools", date(2025, 12, 31))
        told = json.loads(thidua.dump(board))

        assert told["leader"] == "Trường Hai"
        assert told["cards"][0]["total"] == ["181/2", "181/2"]
        assert json.loads(thidua.dump(proposable(board, law)))[1]["members"] == {"Trường Hai": "met"}

    @pytest.mark.parametrize("name", ["cluster-districts", "bloc-schools"])
    def test_marked(self, name: str) -> None:
        """An example says that it is one, in its title, its standing and its figures."""
        made = thidua.load_document(EXAMPLES / f"{name}.toml")

        assert made.document.title.startswith("Ví dụ")
        assert (made.document.kind, made.document.standing.value) == ("draft", "unverified")
        assert (load_results(EXAMPLES / f"{name}-results.json").source or "").startswith("Ví dụ")


class TestWording:
    """The same in prose."""

    def test_vietnamese(self) -> None:
        """Ranks, what is missing and the lead that is open, in Vietnamese with its numbers."""
        board, _ = example("cluster-districts", date(2023, 12, 31))
        lines = board.explain("vi").splitlines()

        assert lines[1] == "1–2. Huyện A: 76,657 điểm"
        assert lines[3] == "2–3. Huyện B: từ 63,5 đến 73,5 điểm; cần có: figures[Huyện B/2.2]"
        assert lines[-1] == "Dẫn đầu: chưa kết luận được giữa Huyện A và Thành phố D"

    def test_traced(self) -> None:
        """Each criterion with its figure, its plan, its rule, its weight and its article."""
        board, _ = example("cluster-districts", date(2023, 12, 31))
        told = board.card("Huyện A").explain("en")

        assert "10 points of 20; 63%; 1,260 of a plan of 2,000; by bands (clause 2 Article 2" in told
        assert "14.8 points of 20; 87%; in proportion: no points at 50, all at 100; weight 2 (clause 3" in told
        assert "Total: criteria 71.657 points; added 5 points; taken off 0 points" in told

    def test_tie(self) -> None:
        """What told a tie apart is named."""
        board, _ = example("bloc-schools", date(2025, 12, 31))

        assert "level with Trường Một on points, told apart by “Share of pupils who finish school”" in board.explain(
            "en"
        )

    @pytest.mark.parametrize(
        ("rule", "words"),
        [
            ("each = { points = 1 }", ("1 point for each 1 unit", "mỗi 1 đơn vị được 1 điểm")),
            ("each = { points = 2, per = 10 }", ("2 points for each 10 units", "mỗi 10 đơn vị được 2 điểm")),
            ('each = { points = 2 }\nunit = "xã"', ("2 points for each 1 xã", "mỗi 1 xã được 2 điểm")),
            ('each = { points = 2 }\nrole = "penalty"', ("2 points off for each 1 unit", "mỗi 1 đơn vị trừ 2 điểm")),
        ],
    )
    def test_each_unit(self, law_of: LawOf, rule: str, words: tuple[str, str]) -> None:
        """What each unit gives is told in whole words, with a unit or without."""
        card = score(results(("A", "2.1", 5)), law_of(HEAD + CLUSTER + REVENUE + rule)).card("A")

        assert words[0] in card.explain("en")
        assert words[1] in card.explain("vi")

    def test_level(self, law_of: LawOf) -> None:
        """A tie that nothing tells apart is said."""
        board = score(results(("A", "2.1", 9), ("B", "2.1", 9), ("C", "2.1", 8)), law_of(HEAD + CLUSTER + BY_VALUE))

        assert "ngang với B, văn bản không nêu cách xét tiếp" in board.explain("vi")

    def test_rounding(self, law_of: LawOf) -> None:
        """Points are cut off and never rounded up: what misses 20 by a little does not show as 20."""
        law = law_of(HEAD + CLUSTER + BY_VALUE)
        board = score(results(("A", "2.1", "99.99999999")), law)

        assert "A: 19,999999… điểm" in board.explain("vi")

    @pytest.mark.parametrize(("locale", "words"), [("vi", "không quá 20%"), ("en", "at most 20%")])
    def test_proposable(self, locale: str, words: str) -> None:
        """The cap is told with what it is taken of."""
        board, law = example("cluster-districts", date(2023, 12, 31))
        told = "\n".join(each.explain(locale) for each in proposable(board, law))

        assert words in told
        assert "Điều 11 Nghị định 91/2017/NĐ-CP" in told or locale == "en"

    @given(st.data())
    def test_always(self, data: st.DataObject) -> None:
        """Every board, card and award can be told in both languages."""
        made = data.draw(strategies.clusters())
        law = thidua.law_on(NOBODY, made)
        board = score(data.draw(strategies.cluster_results(made)), law)
        for locale in ("vi", "en"):
            assert len(board.explain(locale).splitlines()) == len(board.cards) + 2
            assert all(card.explain(locale) for card in board.cards)


class TestBadResults:
    """What is wrong with figures is told all at once."""

    def test_all_told(self, law_of: LawOf) -> None:
        """Members and criteria that are not there, with the nearest; kinds and units that the rule cannot take."""
        yes = '[[criterion]]\nid = "2.2"\nlabel = "Có"\ngloss = "Yes"\npoints = 5\nanswer = true\n'
        law = law_of(HEAD + CLUSTER.replace('"A"', '"Huyện A"') + BY_VALUE + 'unit = "%"\n' + yes)
        figures = [
            {"member": "Huyen A", "criterion": "2.1", "value": 5, "unit": "người"},
            {"member": "Huyện D", "criterion": "2.1", "value": 5},
            {"member": "B", "criterion": "2.7", "value": 5},
            {"member": "B", "criterion": "2.2", "value": 5},
            {"member": "B", "criterion": "2.1", "answer": True},
            {"member": "C", "criterion": "2.1", "value": 5, "plan": 6},
            {"member": "huyện a", "criterion": "2.1", "value": 6},
        ]
        with pytest.raises(InputError) as error:
            score(load_results({"cluster": "cum", "year": 2025, "figures": figures}), law)

        assert problems(error) == [
            ("$.figures[0].unit", "wrong-unit"),
            ("$.figures[1].member", "unknown-member"),
            ("$.figures[2].criterion", "unknown-criterion"),
            ("$.figures[3].value", "wrong-kind"),
            ("$.figures[4].answer", "wrong-kind"),
            ("$.figures[5].plan", "too-much"),
            ("$.figures[6]", "duplicate"),
        ]
        assert "did you mean 'Huyện A'?" in str(error.value)

    @pytest.mark.parametrize(
        ("keys", "place", "code"),
        [
            ({"value": 5, "at_least": 4}, "value", "one-of"),
            ({"at_least": 5, "at_most": 4}, "at_least", "contradiction"),
            ({"answer": True, "value": 1}, "answer", "one-of"),
            ({"value": 1, "plan": 0}, "plan", "out-of-range"),
            ({"value": 0.5}, "value", "bad-value"),
            ({"value": "nửa"}, "value", "bad-value"),
            ({"values": 1}, "values", "unknown-key"),
        ],
    )
    def test_figure(self, keys: dict[str, Any], place: str, code: str) -> None:
        """A figure that contradicts itself, or is no number, is refused with its place."""
        with pytest.raises(InputError) as error:
            load_results({"cluster": "cum", "year": 2025, "figures": [{"member": "A", "criterion": "2.1", **keys}]})

        assert problems(error) == [(f"$.figures[0].{place}", code)]

    @pytest.mark.parametrize(
        ("units", "faults"),
        [
            (("tỷ đồng", "tỷ đồng"), []),
            (("tỷ đồng", None), []),
            (("tỷ đồng", "triệu đồng"), [("$.figures[1].unit", "wrong-unit")]),
            ((None, "triệu đồng"), []),
        ],
    )
    def test_one_unit(self, law_of: LawOf, units: tuple[str | None, ...], faults: list[tuple[str, str]]) -> None:
        """Where the criterion names no unit, no two figures of it are compared in different ones."""
        figures = tuple(
            Figure(member=member, criterion="2.1", value=Decimal(50), unit=unit)
            for member, unit in zip("AB", units, strict=True)
        )
        asked = ClusterResults(cluster="cum", year=2025, figures=figures)
        law = law_of(HEAD + CLUSTER + BY_VALUE)
        if not faults:
            assert score(asked, law).card("A").total == score(asked, law).card("B").total
            return
        with pytest.raises(InputError) as error:
            score(asked, law)
        assert problems(error) == faults

    def test_law_of_a_day(self, law_of: LawOf) -> None:
        """The law of a day is asked for: ``law_on`` itself is refused, and does not fail further in."""
        law = law_of(HEAD + CLUSTER + BY_VALUE)
        for ask in (
            lambda: score(results(), thidua.law_on),  # type: ignore[arg-type]  # the test is that it is refused
            lambda: proposable(score(results(), law), thidua.law_on),  # type: ignore[arg-type]  # as above
            lambda: limits_on(GOVERNMENT, thidua.law_on),  # type: ignore[arg-type]  # as above
        ):
            with pytest.raises(InputError) as error:
                ask()
            assert problems(error) == [("law", "bad-value")]

    def test_twice(self) -> None:
        """One member has one figure for one criterion."""
        with pytest.raises(InputError) as error:
            results(("A", "2.1", 5), ("A", "2.1", 6))

        assert problems(error) == [("$.figures[0]", "duplicate"), ("$.figures[1]", "duplicate")]

    def test_json_numbers(self) -> None:
        """A number of JSON is taken as its text writes it."""
        text = '{"cluster": "cum", "year": 2025, "figures": [{"member": "A", "criterion": "2.1", "value": 56.19}]}'

        assert load_results(text).figures[0].value == Decimal("56.19")

    def test_cluster(self, law_of: LawOf) -> None:
        """A cluster that no document has comes back with the nearest."""
        law = law_of(HEAD + CLUSTER + BY_VALUE)
        with pytest.raises(UnknownTerm) as error:
            score(results(cluster="cun"), law)

        assert "cum" in error.value.nearest

    def test_same_name(self, law_of: LawOf) -> None:
        """Two documents with one cluster's name: neither is guessed."""
        law = law_of(HEAD + CLUSTER + BY_VALUE, HEAD.replace("CUM", "KHOI") + CLUSTER + BY_VALUE)
        with pytest.raises(InputError) as error:
            score(results(), law)

        assert problems(error) == [("$.cluster", "ambiguous")]

    def test_accents(self, law_of: LawOf) -> None:
        """Names that only accents part are two members: each figure is its own, and one without accents is nobody's."""
        law = law_of(HEAD + CLUSTER.replace('"A", "B", "C"', '"Hòa An", "Hóa An"') + BY_VALUE)
        board = score(results(("Hòa An", "2.1", 90), ("Hóa An", "2.1", 80)), law)

        assert [(card.member, card.total.exact) for card in board.cards] == [("Hòa An", 18), ("Hóa An", 16)]
        with pytest.raises(InputError) as error:
            score(results(("Hoa An", "2.1", 90)), law)
        assert problems(error) == [("$.figures[0].member", "unknown-member")]

    def test_no_member(self, law_of: LawOf) -> None:
        """So does a member."""
        board = score(results(), law_of(HEAD + CLUSTER.replace('"A"', '"Huyện A"') + BY_VALUE))
        with pytest.raises(UnknownTerm) as error:
            board.card("Huyện Á B")

        assert error.value.nearest == ("Huyện A",)


class TestBadDocument:
    """What a cluster's document cannot say."""

    @pytest.mark.parametrize(
        ("text", "place", "code"),
        [
            (REVENUE, "criterion '2.1'.steps", "one-of"),
            (BY_VALUE + "answer = true\n", "criterion '2.1'.proportional", "one-of"),
            (BY_VALUE.replace("points = 20\n", ""), "criterion '2.1'.points", "missing"),
            (BY_VALUE.replace("20", "0"), "criterion '2.1'.points", "bad-value"),
            (BY_VALUE + "weight = 0\n", "criterion '2.1'.weight", "bad-value"),
            (REVENUE + "answer = true\nattainment = true\n", "criterion '2.1'.answer", "too-much"),
            (BY_VALUE + 'attainment = true\nunit = "tỷ"\n', "criterion '2.1'.unit", "contradiction"),
            (REVENUE + "proportional = { full = 5, zero = 5 }\n", "criterion '2.1'.proportional", "contradiction"),
            (REVENUE + "each = { points = 0 }\n", "criterion '2.1'.each", "bad-value"),
            (REVENUE + "each = { points = 1, per = 0 }\n", "criterion '2.1'.each", "bad-value"),
            (REVENUE + "each = { points = 1, above = 1, below = 2 }\n", "criterion '2.1'.each", "one-of"),
            (REVENUE + "ranks = { points = [] }\n", "criterion '2.1'.ranks", "empty"),
            (REVENUE + "ranks = { points = [21] }\n", "criterion '2.1'.ranks", "out-of-range"),
            (REVENUE + "steps = [{ points = 21 }]\n", "criterion '2.1'.steps", "out-of-range"),
            (
                REVENUE + "steps = [{ points = 1, at_least = 5 }, { points = 2, at_most = 5 }]\n",
                "criterion '2.1'.steps",
                "overlap",
            ),
            (REVENUE + "steps = [{ points = 1, at_least = 5, below = 5 }]\n", "criterion '2.1'.steps", "empty"),
            (REVENUE + "steps = [{ points = 1, at_least = 5, above = 5 }]\n", "criterion '2.1'.steps", "one-bound"),
            (BY_VALUE + 'clusters = ["khoi"]\n', "criterion '2.1'.clusters", "dangling"),
            (CLUSTER + 'ties = ["2.7"]\n' + BY_VALUE, "cluster 'cum'.ties", "dangling"),
            (CLUSTER.replace('"A", "B", "C"', '"A"') + BY_VALUE, "cluster 'cum'.members", "too-few"),
            (CLUSTER.replace('"B"', '"A"') + BY_VALUE, "cluster 'cum'.members", "duplicate"),
            (CLUSTER.replace('members = ["A", "B", "C"]\n', "") + BY_VALUE, "cluster 'cum'.members", "missing"),
            (CLUSTER + "bonus_at_most = -1\n" + BY_VALUE, "cluster 'cum'.bonus_at_most", "bad-value"),
            (CLUSTER + "points = 0\n" + BY_VALUE, "cluster 'cum'.points", "bad-value"),
            (CLUSTER.replace('"B"', '" "') + BY_VALUE, "cluster 'cum'.members", "empty"),
            (CLUSTER + f'proposes = [{{ award = "{FLAG}", ranks = 0 }}]\n', "cluster 'cum'.proposes", "bad-value"),
            (CLUSTER + "bonus = 1\n", "cluster 'cum'.bonus", "unknown-key"),
        ],
    )
    def test_refused(self, law_of: LawOf, text: str, place: str, code: str) -> None:
        """Each fault is told with its entry, its key and its code."""
        with pytest.raises(InputError) as error:
            law_of(HEAD + text)

        assert (place, code) in problems(error)

    @pytest.mark.parametrize("text", ["steps = [{ points = 1, at_least = 5 }, { points = 2, below = 5 }]\n"])
    def test_meeting_bands(self, law_of: LawOf, text: str) -> None:
        """Bands that only meet do not overlap."""
        assert law_of(HEAD + REVENUE + text).of(Criterion)

    def test_unknown_award(self, law_of: LawOf) -> None:
        """An award that no law has is found when the document is laid over one."""
        with pytest.raises(InputError) as error:
            law_of(HEAD + CLUSTER + 'proposes = [{ award = "co-vang" }]\n' + BY_VALUE)

        assert problems(error) == [("cluster 'cum'", "unknown-award")]

    def test_no_criteria(self, law_of: LawOf) -> None:
        """A cluster without criteria cannot be scored."""
        with pytest.raises(InputError) as error:
            score(results(), law_of(HEAD + CLUSTER))

        assert problems(error) == [("cluster 'cum'", "missing")]

    @pytest.mark.parametrize(
        ("said", "fits"), [("39", False), ("40", True), ("40.0", True), ("40.5", False), ("49", False)]
    )
    def test_said_in_all(self, law_of: LawOf, said: str, fits: bool) -> None:  # noqa: FBT001  # a parameter of cases
        """Criteria come to what their document says they do, weighted, bonus and penalties apart."""
        twice = BY_VALUE + "weight = 2\n"
        law = law_of(HEAD + CLUSTER + f"points = {said}\n" + twice + PRIZES + LATE)
        if fits:
            assert score(results(), law).cluster.points == Decimal(said)
            return
        with pytest.raises(InputError) as error:
            score(results(), law)
        assert problems(error) == [("cluster 'cum'.points", "contradiction")]

    def test_tie_elsewhere(self, law_of: LawOf) -> None:
        """A criterion that another cluster of the document alone has tells no tie of this one apart."""
        second = CLUSTER.replace('"cum"', '"khoi"').replace('"Cụm"', '"Khối"')
        apart = BY_VALUE.replace("2.1", "2.2") + 'clusters = ["khoi"]\n'
        with pytest.raises(InputError) as error:
            score(results(), law_of(HEAD + CLUSTER + 'ties = ["2.2"]\n' + second + BY_VALUE + apart))

        assert problems(error) == [("cluster 'cum'.ties", "dangling")]
