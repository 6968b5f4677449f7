"""What is missing, and when: the earliest year worked out by hand from the articles, plans followed with ``assess``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import thidua
from thidua import Outcome, Plan, strategies
from thidua.book.law import Law
from thidua.merit import climb
from thidua.merit.planned import Task
from thidua.model.dossier import Dossier
from thidua.model.facts import AwardRecord, Initiative, Lead, YearRecord

ROOT = Path(__file__).parents[1]
LAW = thidua.law_on(date(2025, 8, 1))
"""Luật 06/2022/QH15 with NĐ 152/2025/NĐ-CP."""
LAST_TEXT = thidua.law_on(date(2025, 8, 1), unread="last-text")
LAWS = (LAST_TEXT, *(thidua.law_on(date(year, 1, 1), unread="last-text") for year in (2006, 2012, 2016, 2020)))
"""The laws of five times, each by the last text read."""

CSTDCS, CSTD_TINH = "chien-si-thi-dua-co-so", "chien-si-thi-dua-bo-ban-nganh-tinh"
CSTDTQ = "chien-si-thi-dua-toan-quoc"
BK_TINH, BK_TTG = "bang-khen-cua-bo-ban-nganh-tinh", "bang-khen-cua-thu-tuong-chinh-phu"

CO_TINH, HCLD_BA = "co-thi-dua-cua-bo-ban-nganh-tinh", "huan-chuong-lao-dong-hang-ba"

RECRUIT: dict[str, Any] = {
    "subject": {"kind": "individual", "tracks": ["civil-servant"], "sex": "male"},
    "year": 2025,
    "known_from": 2025,
    "joined": "2025-01-01",
}
OFFICIAL = {**RECRUIT, "known_from": 2015, "joined": "2015-01-01"}
AGENCY: dict[str, Any] = {
    "subject": {"kind": "collective", "body": "agency", "flag_eligible": True},
    "year": 2025,
    "known_from": 2000,
    "founded": "2000-01-01",
}


def planned(raw: dict[str, Any], award: str, law: Law = LAW, **more: Any) -> Plan:
    """Plan a dossier given as JSON."""
    return thidua.plan(thidua.load_dossier({**raw, **more}), award, law=law)


def titles(*years: int, award: str = CSTDCS) -> list[dict[str, Any]]:
    """Hold an award in these years; a form of commendation as công trạng."""
    kind = {} if LAW.award(award).is_title else {"commendation": "merit"}
    return [{"award": award, "year": year, **kind} for year in years]


def rated(**years: str) -> list[dict[str, Any]]:
    """Rate years: ``rated(y2024="good")``."""
    return [{"year": int(year[1:]), "rating": rating} for year, rating in years.items()]


def received(plan: Plan) -> dict[int, list[str]]:
    """Return the awards of each step, by their short names."""
    return {step.year: [receipt.award.short[0] for receipt in step.receive] for step in plan.steps}


def achieved(plan: Plan) -> dict[int, list[tuple[str, Any]]]:
    """Return what each step achieves."""
    return {step.year: [(task.key, task.value) for task in step.achieve] for step in plan.steps}


class TestLadder:
    """The earliest year of somebody who starts from nothing, as the articles give it."""

    @pytest.mark.parametrize(
        ("award", "year"),
        [
            ("LĐTT", 2025),  # Điều 24: the year itself
            ("CSTĐCS", 2025),  # Điều 23: the standard of LĐTT, and excellent, in one year
            ("BK tỉnh", 2026),  # Điều 74.1.d: two years of CSTĐCS
            ("CSTĐ tỉnh", 2027),  # Điều 22: three years of CSTĐCS, the year considered among them
            ("CSTĐTQ", 2028),  # Điều 21: CSTĐ tỉnh of two years running, the first of which is 2027
            ("BKTTg", 2029),  # Điều 73.1.b: five good years, BK tỉnh and three CSTĐCS in them
            ("HCLĐ hạng Ba", 2034),  # Điều 44.1.e: five years after BKTTg
            ("HCLĐ hạng Nhì", 2039),  # Điều 43.1.đ: five years after hạng Ba
            ("HCLĐ hạng Nhất", 2044),  # Điều 42.1.đ: five years after hạng Nhì
        ],
    )
    def test_recruit(self, award: str, year: int) -> None:
        """A civil servant recruited on 1 January 2025, by the law of 2025."""
        plan = planned(RECRUIT, award)

        assert plan.earliest == year
        assert plan.blockers == ()

    def test_national_fighter(self) -> None:
        """Four excellent years and one initiative of national effect, applied by 2027, are all that Điều 21 needs."""
        plan = planned(RECRUIT, "CSTĐTQ")

        assert received(plan) == {
            2025: ["CSTĐCS"],
            2026: ["CSTĐCS"],
            2027: ["CSTĐCS", "CSTĐ tỉnh"],
            2028: ["CSTĐCS", "CSTĐ tỉnh", "CSTĐTQ"],
        }
        done = achieved(plan)
        assert [done[year][0] for year in done] == [("rated", "excellent")] * 4
        assert [len(tasks) for tasks in done.values()] == [1, 1, 2, 1]
        task = plan.steps[2].achieve[1]
        assert (task.since, task.year, task.value.status, task.value.scopes) == (2025, 2027, "applied", ("nation",))
        assert [citation.article for citation in task.citations] == ["điểm b khoản 1 Điều 21", "điểm b khoản 1 Điều 22"]

    def test_first_class(self) -> None:
        """HCLĐ hạng Nhất from nothing: BKTTg, hạng Ba, hạng Nhì and hạng Nhất each five years after the one before."""
        plan = planned(RECRUIT, "HCLĐ hạng Nhất")
        orders = {
            year: [name for name in names if name[:4] == "HCLĐ" or name == "BKTTg"]
            for year, names in received(plan).items()
        }

        assert {year: names for year, names in orders.items() if names} == {
            2029: ["BKTTg"],
            2034: ["HCLĐ hạng Ba"],
            2039: ["HCLĐ hạng Nhì"],
            2044: ["HCLĐ hạng Nhất"],
        }
        assert [year for year in range(2025, 2045) if ("rated" not in dict(achieved(plan)[year]))] == []

    @pytest.mark.parametrize(
        ("award", "year"),
        [
            ("TTLĐXS", 2025),  # Điều 27: the year itself
            ("BK tỉnh", 2026),  # Điều 74.3.d: two years of HTXSNV
            ("BKTTg", 2031),  # Điều 73.4.e: five excellent years after BK tỉnh
            ("HCLĐ hạng Ba", 2036),  # Điều 44.4.đ: five years after BKTTg
            ("HCLĐ hạng Nhì", 2041),
            ("HCLĐ hạng Nhất", 2046),
        ],
    )
    def test_collective(self, award: str, year: int) -> None:
        """An agency founded in 2000 that has nothing yet."""
        assert planned(AGENCY, award).earliest == year

    def test_young_collective(self) -> None:
        """Điều 44 khoản 4 điểm đ asks ten years of existence: who has all the rest in 2026 waits for them."""
        held = {"awards": [{"award": BK_TTG, "year": 2021, "commendation": "merit"}], "known_from": 2016}
        years = rated(y2022="excellent", y2023="excellent", y2024="excellent")

        earliest = {
            since: planned(AGENCY, "HCLĐ hạng Ba", founded=since, years=years, **held).earliest
            for since in ("2016-01-01", "2017-01-01", "2018-01-01")
        }

        assert earliest == {"2016-01-01": 2026, "2017-01-01": 2027, "2018-01-01": 2028}

    def test_flags(self) -> None:
        """With BKTTg of 2024 an agency needs five excellent years and, of Điều 44.4.đ, a flag with a certificate."""
        plan = planned(AGENCY, "HCLĐ hạng Ba", awards=[{"award": BK_TTG, "year": 2024, "commendation": "merit"}])

        assert plan.earliest == 2029
        assert [route.about.code for route in plan.routes if not route.feat] == ["44.4.đ-both", "44.4.đ-ministry"]
        assert received(plan)[2026] == ["BK tỉnh"]
        assert received(plan)[2029] == ["Cờ tỉnh", "HCLĐ hạng Ba"]

    def test_no_flags(self) -> None:
        """Who may receive no flags needs two certificates instead (Điều 44.4.đ), and no other road will do."""
        subject = {**AGENCY["subject"], "flag_eligible": False}
        plan = planned(
            AGENCY, "HCLĐ hạng Ba", subject=subject, awards=[{"award": BK_TTG, "year": 2024, "commendation": "merit"}]
        )

        assert "44.4.đ-certificates" in [route.about.code for route in plan.routes]
        assert plan.earliest == 2029

    def test_no_flags_to_win(self) -> None:
        """Nor is such a collective sent to win flags on the way (điểm đ khoản 4 Điều 44, điểm e khoản 4 Điều 73)."""
        subject = {**AGENCY["subject"], "flag_eligible": False}

        for award in ("BKTTg", "HCLĐ hạng Ba", "HCLĐ hạng Nhất"):
            plan = planned(AGENCY, award, subject=subject)
            names = [name for route in plan.routes for step in route.steps for name in step.receive]
            assert plan.earliest == planned(AGENCY, award).earliest
            assert not [name for name in names if name.award.label.startswith("Cờ")]

    @pytest.mark.parametrize(
        ("raw", "year"),
        [
            ({**RECRUIT, "year": 2015, "known_from": 2015, "joined": "2015-01-01"}, 2021),
            ({**AGENCY, "year": 2015}, 2021),
        ],
    )
    def test_after_a_decision(self, raw: dict[str, Any], year: int) -> None:
        """NĐ 65/2014, Điều 23: BK tỉnh of 2016, and then the five years that are counted from its decision."""
        assert planned(raw, "BKTTg", thidua.law_on(date(2015, 1, 1), unread="last-text")).earliest == year

    def test_seniority(self) -> None:
        """Time alone: Huy chương Quân kỳ quyết thắng after 25 years in the army (Điều 55), with nothing to achieve."""
        soldier = {"kind": "individual", "tracks": ["armed-forces"], "force": "army", "sex": "male"}
        service = [{"force": "army", "since": "2025-01-01", "until": None}]
        plan = planned(RECRUIT, "huy-chuong-quan-ky-quyet-thang", subject=soldier, service=service)

        assert plan.earliest == 2050
        assert plan.routes[0].tasks == ()


class TestRecord:
    """What the record already holds, and what it leaves open."""

    def test_met_today(self) -> None:
        """What is met today is planned for today, with nothing more to achieve."""
        plan = planned(OFFICIAL, "CSTĐCS", years=rated(y2025="excellent"))

        assert (plan.earliest, plan.short, plan.routes[0].tasks) == (2025, (), ())
        assert received(plan) == {2025: ["CSTĐCS"]}

    @pytest.mark.parametrize(
        ("held", "year"),
        [((2023, 2024), 2025), ((2024,), 2026), ((2022, 2023), 2027), ((2022, 2024), 2026), ((), 2027)],
    )
    def test_running(self, held: tuple[int, ...], year: int) -> None:
        """Three years running (Điều 22): a gap starts the count anew."""
        assert planned(OFFICIAL, "CSTĐ tỉnh", awards=titles(*held)).earliest == year

    @pytest.mark.parametrize(
        ("closing", "year"),
        [
            ({}, 2025),
            ({"years": rated(y2025="good")}, 2026),
            ({"years": rated(y2025="completed")}, 2026),
            ({"received": "2026-01-15"}, 2026),
        ],
    )
    def test_closed(self, closing: dict[str, Any], year: int) -> None:
        """The dossier's year is open until it is rated or the dossier was received; then its record is all there is."""
        plan = planned(OFFICIAL, "CSTĐCS", **closing)

        assert plan.earliest == year
        assert ("closed" in [each.code for each in plan.assumptions]) is bool(closing)

    def test_still_decided(self) -> None:
        """The title that a closed year's record deserves may still be received for it, and counts."""
        plan = planned(OFFICIAL, "CSTĐ tỉnh", years=rated(y2025="excellent"), awards=titles(2024))

        assert plan.earliest == 2026
        assert received(plan)[2025] == ["CSTĐCS"]

    def test_unknown_past(self) -> None:
        """Where the record does not say that it is whole, the plan goes by what it shows, and says so."""
        raw = {key: value for key, value in OFFICIAL.items() if key != "known_from"}
        plan = planned(raw, "CSTĐ tỉnh", awards=titles(2024))
        (assumed,) = [each.detail for each in plan.assumptions if each.code == "record"]

        assert plan.earliest == 2026
        assert "awards" in assumed.split()

    def test_initiative_spent(self) -> None:
        """An initiative that grounded one form of commendation grounds no other (khoản 2 Điều 5): another is needed."""
        spent = [{"id": "SK-1", "year": 2024, "kind": "initiative", "status": "applied", "scope": "grassroots"}]
        years = rated(y2024="excellent", y2025="excellent")
        other = [{"award": "giay-khen-cua-thu-truong-don-vi", "year": 2024, "grounds": ["SK-1"]}]
        free, used = (
            planned(OFFICIAL, "BK tỉnh", years=years, initiatives=[*spent, {**spent[0], "id": "SK-2"}], awards=held)
            for held in ([], other)
        )

        assert next(route.earliest for route in free.routes if route.about.code == "74.1.d-initiative") == 2025
        assert all(route.earliest > 2025 for route in used.routes if route.about.code == "74.1.d-initiative")

    def test_short(self) -> None:
        """What is short today is told in the clauses of the best route."""
        plan = planned(OFFICIAL, "CSTĐTQ", awards=titles(2024))

        assert [finding.code for finding in plan.short] == ["21.1.a", "21.1.b-initiative"]


class TestDiscipline:
    """Khoản 4 Điều 4 NĐ 152/2025/NĐ-CP: nothing while a measure runs; achievements count once it was served."""

    def test_restarts(self) -> None:
        """A measure from March 2025 to March 2026 spoils 2025 and what came before: CSTĐ tỉnh from 2026 on, in 2028."""
        measure = [{"measure": "khien-trach", "since": "2025-03-01", "until": "2026-03-01"}]
        plan = planned(OFFICIAL, "CSTĐ tỉnh", awards=titles(2023, 2024), disciplines=measure)

        assert plan.earliest == 2028
        assert min(received(plan)) == 2026

    @pytest.mark.parametrize(
        "conduct",
        [
            {"disciplines": [{"measure": "khien-trach", "since": "2025-03-01", "until": None}]},
            {"proceedings": [{"kind": "inspection", "since": "2025-03-01", "until": None}]},
        ],
    )
    def test_no_end(self, conduct: dict[str, Any]) -> None:
        """A measure or a proceeding without an end is no matter of time: it is named."""
        plan = planned(OFFICIAL, "CSTĐ tỉnh", **conduct)

        assert plan.earliest is None
        assert {blocker.code for blocker in plan.blockers} == {"discipline"}

    def test_end_not_said(self) -> None:
        """Of a measure whose end nobody wrote down the end is to be supplied."""
        plan = planned(OFFICIAL, "LĐTT", disciplines=[{"measure": "khien-trach", "since": "2025-03-01"}])

        assert [(blocker.code, blocker.supply) for blocker in plan.blockers] == [
            ("unsaid", ("disciplines[khien-trach].until",))
        ]


class TestBlockers:
    """What time does not cure is named, with where it is written."""

    @pytest.mark.parametrize(
        ("raw", "award", "code"),
        [
            ({"subject": {"kind": "household"}, "year": 2025}, "CSTĐTQ", "recipient"),
            (RECRUIT, "CSTT", "subject"),
            (RECRUIT, "Giấy khen xã", "delegated"),
            ({"subject": {"kind": "household"}, "year": 2025}, "GĐVH", "unread"),
            ({**RECRUIT, "commendation": "seniority"}, "HCLĐ hạng Ba", "commendation"),
            ({**RECRUIT, "subject": {"kind": "individual"}}, "LĐTT", "unsaid"),
            (RECRUIT, "huy-chuong-quan-ky-quyet-thang", "service"),
            (RECRUIT, "BMVNAH", "fixed"),
        ],
    )
    def test_named(self, raw: dict[str, Any], award: str, code: str) -> None:
        """Wrong recipient or track, criteria left to others, a text not read, a fact not said, or one that stays."""
        plan = planned(raw, award)

        assert (plan.earliest, plan.steps, plan.assumptions) == (None, (), ())
        assert plan.blockers[0].code == code
        assert plan.short

    def test_fact_to_supply(self) -> None:
        """A fact that is missing is named by the path a form can show."""
        plan = planned({**RECRUIT, "subject": {"kind": "individual"}}, "LĐTT")

        assert [blocker.supply for blocker in plan.blockers] == [("subject.tracks",)]

    def test_down_the_ladder(self) -> None:
        """A text not read on the Government's flag closes the orders that ask for it; by the last text they open."""
        blockers = planned(AGENCY, "HCĐL hạng Ba").blockers

        assert [(each.code, each.award.short[0]) for each in blockers][:2] == [
            ("ladder", "HCĐL hạng Ba"),
            ("unread", "Cờ CP"),
        ]
        assert planned(AGENCY, "HCĐL hạng Ba", LAST_TEXT).earliest is not None

    def test_not_in_force(self) -> None:
        """An award that does not exist on the day is an error, as for ``assess``; so is one that nobody knows."""
        old = thidua.law_on(date(2005, 1, 1))

        with pytest.raises(thidua.NotInForce):
            planned(RECRUIT, "tinh-anh-hung", old)
        with pytest.raises(thidua.UnknownTerm):
            planned(RECRUIT, "CSTĐ vũ trụ")

    def test_no_day(self) -> None:
        """Where the dossier is to pick the law it says when it was received."""
        with pytest.raises(thidua.InputError, match="received"):
            thidua.plan(thidua.load_dossier(RECRUIT), "LĐTT", law=thidua.law_on)
        plan = thidua.plan(thidua.load_dossier({**RECRUIT, "received": "2026-01-05"}), "LĐTT", law=thidua.law_on)

        assert plan.law.day == date(2026, 1, 5)


class TestRoutes:
    """Where two ways are open both are told, the best first."""

    def test_ranked(self) -> None:
        """CSTĐCS (khoản 2 Điều 23): excellent is one thing to achieve, a good year with an initiative two."""
        routes = planned(RECRUIT, "CSTĐCS").routes

        assert [(route.about.code, len(route.tasks)) for route in routes if not route.feat] == [
            ("23.2-excellent", 1),
            ("23.2-initiative", 2),
            ("23.2-research", 2),
        ]

    def test_feats_apart(self) -> None:
        """A feat is open at once, but no plan: it is told after what can be planned, and marked."""
        routes = planned(RECRUIT, "BKTTg").routes

        assert (routes[0].about.code, routes[0].feat) == ("73.1.b", False)
        assert all(route.feat and route.earliest == 2025 for route in routes[1:])
        assert "73.1.c-sudden" in {route.about.code for route in routes}

    def test_central_cluster(self) -> None:
        """To lead a cluster of the central council (điểm c khoản 4 Điều 73) is nothing one plans."""
        routes = {route.about.code: (route.earliest, route.feat) for route in planned(AGENCY, "BKTTg").routes}

        assert routes["73.4.c-leads"] == (2025, True)
        assert routes["73.4.e-flag"] == (2031, False)
        assert next(iter(routes)) == "73.4.e-certificates"

    def test_long_after(self) -> None:
        """A farmer's initiatives open HCLĐ hạng Ba at once (Điều 44.2.c); the way of nine years is told beside it."""
        farmer = {**OFFICIAL, "subject": {"kind": "individual", "tracks": ["farmer"]}}
        routes = [(route.about.code, route.earliest) for route in planned(farmer, "HCLĐ hạng Ba").routes]

        assert routes[:2] == [("44.2.c-initiatives", 2025), ("44.1.e", 2034)]

    @pytest.mark.parametrize("held", [{}, {"awards": [*titles(2024), *titles(2024, award=CSTD_TINH)]}])
    def test_each_least(self, held: dict[str, Any]) -> None:
        """By an initiative or by research, one serves CSTĐTQ and CSTĐ tỉnh both."""
        for route in planned(RECRUIT, "CSTĐTQ", **held).routes:
            if not route.feat:
                assert [task.key for task in route.tasks if task.key != "rated"] == ["initiative"]

    def test_closed_beside_a_feat(self) -> None:
        """Where only a feat is open, what keeps the ordinary way closed is named: a flag whose rules were not read."""
        plan = planned({**AGENCY, "year": 2015}, "BKTTg", thidua.law_on(date(2015, 1, 1)))

        assert all(route.feat for route in plan.routes)
        assert [(each.code, each.award.id) for each in plan.blockers] == [("ladder", BK_TTG), ("unread", CO_TINH)]
        assert "Không lên kế hoạch được, vì:" in plan.explain("vi")

    def test_no_feat(self) -> None:
        """What is met today by the ordinary way is no route by a feat that nobody achieved."""
        years = rated(y2021="good", y2022="excellent", y2023="excellent", y2024="good", y2025="good")
        awards = [*titles(2020, award=HCLD_BA), *titles(2023, award=CSTD_TINH)]
        plan = planned(OFFICIAL, "HCLĐ hạng Nhì", awards=awards, years=years)

        assert [(route.earliest, route.feat) for route in plan.routes] == [(2025, False)]

    def test_feat_alone(self) -> None:
        """Huân chương Dũng cảm (Điều 52) is for nothing else: the only route rests on a feat, and says so."""
        plan = planned(RECRUIT, "huan-chuong-dung-cam")

        assert (plan.earliest, [route.feat for route in plan.routes]) == (2025, [True])
        assert "feat" in {each.code for each in plan.assumptions}
        assert plan.explain("en").startswith("“Bravery Order” cannot be planned")

    def test_kind_proposed(self) -> None:
        """With a kind of commendation proposed only its routes are planned."""
        codes = {route.about.code for route in planned(RECRUIT, "BKTTg", commendation="ad-hoc").routes}

        assert codes == {"73.1.c-sudden", "73.1.c-prize", "73.1.d"}


class TestAssumptions:
    """A plan never promises."""

    def test_said(self) -> None:
        """The law of a day, the order of decisions, an orderly life, what people judge, readings and texts not read."""
        codes = {each.code for each in planned(RECRUIT, "HCLĐ hạng Nhất").assumptions}

        assert codes >= {"law", "open", "order", "orderly", "yearly", "judgement", "reading", "unread"}

    @pytest.mark.parametrize(
        ("day", "award", "told"),
        [
            (date(2026, 9, 30), "CSTĐTQ", ["2026-10-01"]),
            (date(2026, 9, 30), "LĐTT", []),  # met in 2025
            (date(2015, 1, 1), "BKTTg", ["2017-10-01", "2017-12-15", "2018-11-05", "2020-01-01"]),  # met in 2021
        ],
    )
    def test_changing(self, day: date, award: str, told: list[str]) -> None:
        """A law that is known to change before the plan's end is named: Luật 06/2026/QH16 from 2026-10-01."""
        year = min(day.year, 2025)
        plan = planned({**RECRUIT, "year": year, "joined": f"{year}-01-01"}, award, thidua.law_on(day))

        assert [each.detail for each in plan.assumptions if each.code == "changing"] == told

    def test_other_way(self) -> None:
        """HCLĐ by long dedication (Điều 21 NĐ 152/2025, not read) is left out, and told."""
        told = [each.citation for each in planned(RECRUIT, "HCLĐ hạng Ba").assumptions if each.code == "other-way"]

        assert "Điều 21 Nghị định 152/2025/NĐ-CP" in [str(citation) for citation in told]

    @pytest.mark.parametrize(
        ("kind", "year", "told"),
        [({"commendation": "merit"}, 2026, []), ({}, 2031, [f"awards[{BK_TTG},2019].commendation"])],
    )
    def test_unsaid(self, kind: dict[str, str], year: int, told: list[str]) -> None:
        """BKTTg of an unknown kind opens no run (khoản 3 Điều 4 NĐ 152/2025): the plan does without, and says so."""
        years = rated(**{f"y{each}": "good" for each in range(2020, 2023)}, y2023="excellent", y2024="good")
        held = [{"award": BK_TTG, "year": 2019, **kind}, *titles(2021)]
        plan = planned(OFFICIAL, "HCLĐ hạng Ba", awards=held, years=years)

        assert plan.earliest == year
        assert [each.detail for each in plan.assumptions if each.code == "unsaid"] == told
        words = "loại hình khen thưởng của “Bằng khen của Thủ tướng Chính phủ” năm 2019"
        assert (words in plan.explain("vi")) is bool(told)
        assert ("năm 2019, chưa ghi loại hình khen thưởng" in plan.explain("vi")) is bool(told)

    def test_draft(self) -> None:
        """A document laid over the law is named: no plan by a draft passes for one by the law."""
        draft = thidua.load_document(ROOT / "docs/examples/draft-article-23.toml")
        plan = planned(RECRUIT, "CSTĐCS", thidua.law_on(date(2025, 12, 1), draft))

        assert [each.detail for each in plan.assumptions if each.code == "local"] == [draft.document.id]

    def test_year_of_discipline(self) -> None:
        """A year with a disciplinary measure that is to be rated excellent: how it may be rated is another decree's."""
        measure = [{"measure": "khien-trach", "since": "2025-02-01", "until": "2025-08-01"}]
        plan = planned(OFFICIAL, "CSTĐ tỉnh", awards=titles(2023, 2024), disciplines=measure)

        assert 2025 in received(plan)
        assert [each.detail for each in plan.assumptions if each.code == "disciplined"] == ["2025"]

    def test_judgements(self) -> None:
        """Every judgement that an award on the way leaves to people is assumed by its key."""
        plan = planned(RECRUIT, "CSTĐTQ")
        assumed = " ".join(each.detail for each in plan.assumptions if each.code == "judgement")

        for step in plan.steps:
            for receipt in step.receive:
                assert all(f"[{left.key}]" in assumed for left in receipt.verdict.to_attest)

    def test_capped(self) -> None:
        """Where the law caps a title or a rating, that the cap leaves room is taken for granted, and said."""
        old = thidua.law_on(date(2020, 1, 1), unread="last-text")
        caps = {each.code for each in planned({**OFFICIAL, "year": 2020}, "CSTĐCS", old).assumptions}

        assert "capped" in caps

    @pytest.mark.parametrize(("locale", "words"), [("vi", "Sớm nhất năm 2028"), ("en", "2028 at the earliest")])
    def test_explained(self, locale: str, words: str) -> None:
        """The prose names the year, every step and every assumption."""
        plan = planned(RECRUIT, "CSTĐTQ")
        text = plan.explain(locale)

        assert text.startswith(words)
        assert all(str(step.year) in text for step in plan.steps)
        assert text.count("\n  - ") >= len(plan.assumptions)

    def test_explained_blockers(self) -> None:
        """Where no way is open the prose says so, with what is to be supplied."""
        text = planned({**RECRUIT, "subject": {"kind": "individual"}}, "LĐTT").explain("en")

        assert text.startswith("No way is open")
        assert "to be supplied: which group of people [subject.tracks]" in text


def followed(plan: Plan) -> Iterator[tuple[int, int, Outcome]]:
    """Yield what ``assess`` answers in each year of each route, with the year the route names."""
    for route in plan.routes:
        for year, dossier in route.years.items():
            yield year, route.earliest, thidua.assess(dossier, plan.award, law=plan.law).outcome


def assert_told(plan: Plan) -> None:
    """A way is open, or what keeps it closed is named; beside a way to plan nothing does."""
    assert plan.routes or plan.blockers
    assert not plan.blockers or all(route.feat for route in plan.routes)


class TestRight:
    """A plan is right by construction: whoever follows it and asks ``assess`` finds what it says."""

    @pytest.mark.parametrize("raw", [RECRUIT, OFFICIAL, AGENCY])
    def test_every_award(self, raw: dict[str, Any]) -> None:
        """Not met before the year named, and met or pending in it; the awards on the way too."""
        dossier = thidua.load_dossier(raw)
        for award in LAST_TEXT.awards:
            plan = thidua.plan(dossier, award, law=LAST_TEXT)
            assert_told(plan)
            for year, named, outcome in followed(plan):
                assert (outcome >= Outcome.PENDING) is (year == named), (award.id, year)
            for step in plan.steps:
                assert all(receipt.verdict.outcome >= Outcome.PENDING for receipt in step.receive)
            for route in plan.routes:
                assert all(task.citations and task.since <= task.year for task in route.tasks)

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def test_any_record(self, data: st.DataObject) -> None:
        """The same of any record at all: gaps, doubles, unknowns, discipline."""
        dossier = data.draw(strategies.dossiers())
        law = data.draw(st.sampled_from([LAW, *LAWS]))
        award = data.draw(st.sampled_from([each for each in law.awards if dossier.subject.kind in each.recipients]))
        plan = thidua.plan(dossier, award, law=law)

        assert_told(plan)
        for year, named, outcome in followed(plan):
            assert (outcome >= Outcome.PENDING) is (year == named)
        if plan.verdict.outcome >= Outcome.PENDING:
            assert plan.earliest == dossier.year

    @pytest.mark.parametrize("law", LAWS)
    @pytest.mark.parametrize("start", [{**RECRUIT, "joined": "2000-01-01"}, AGENCY])
    @settings(max_examples=12, deadline=None)
    @given(data=st.data())
    def test_no_year_passed_over(self, data: st.DataObject, start: dict[str, Any], law: Law) -> None:
        """Years in which nothing can be met yet are not asked about; whoever asks in every year finds the same."""
        award = data.draw(st.sampled_from(["BKTTg", "HCLĐ hạng Ba", "BK tỉnh", "CSTĐTQ"]))
        below = data.draw(st.sampled_from([BK_TINH, BK_TTG, CSTDCS if "individual" in str(start) else CO_TINH]))
        held = data.draw(st.sets(st.integers(law.day.year - 6, law.day.year), max_size=3))
        kind = {} if law.award(below).is_title else {"commendation": "merit"}
        dossier = thidua.load_dossier(
            {
                **start,
                "year": law.day.year,
                "known_from": 2000,
                "awards": [{"award": below, "year": year, "decided_on": f"{year}-12-20", **kind} for year in held],
                "years": [{"year": year, "rating": "excellent"} for year in held],
            }
        )
        quick = thidua.plan(dossier, award, law=law)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(climb, "years_short", lambda _: 1)
            slow = thidua.plan(dossier, award, law=law)

        assert [(route.about.code, route.earliest) for route in quick.routes] == [
            (route.about.code, route.earliest) for route in slow.routes
        ]

    @settings(max_examples=30, deadline=None)
    @given(st.data())
    def test_more_is_no_later(self, data: st.DataObject) -> None:
        """Who has one title more has no later year: merit never keeps an award back."""
        years = data.draw(st.sets(st.integers(2018, 2024)))
        more = data.draw(st.integers(2018, 2024))
        award = data.draw(st.sampled_from(["CSTĐ tỉnh", "CSTĐTQ", "BK tỉnh", "BKTTg"]))
        less, greater = (
            planned(OFFICIAL, award, awards=titles(*held)).earliest for held in (sorted(years), sorted(years | {more}))
        )

        assert less is not None
        assert greater is not None
        assert greater <= less


SCOPES = ((), ("grassroots",), ("province",), ("nation",), ("grassroots", "grassroots"))
LEADS = ((), ("province-council",))
BRINGS: dict[str, tuple[tuple[Any, Any, Any], ...]] = {
    "individual": tuple(product((None, "good", "excellent"), SCOPES, ((),))),
    "collective": tuple(product((None, "excellent"), ((),), LEADS)),
}
"""All that one year may bring in the small world: a rating, initiatives by their scopes, clusters led."""
RUNGS = (CSTDCS, CSTD_TINH, CO_TINH, BK_TINH, BK_TTG)


def shortest(record: Dossier, goal: str, horizon: int) -> tuple[int, int] | None:
    """Search every career of so many years for the first year in which the goal is met, and the fewest achievements.

    This knows nothing of plans: it tries all there is, gives every award that ``assess`` finds met, and asks again.
    """
    best: tuple[int, int] | None = None
    kind_of = record.subject.kind
    rungs = [award for award in RUNGS if award != goal and kind_of in LAW.award(award).recipients]

    def met(dossier: Dossier, award: str) -> bool:
        return thidua.assess(dossier, award, law=LAW).outcome >= Outcome.PENDING

    def live(so_far: Dossier, done: int, left: int) -> None:
        nonlocal best
        if best is not None and so_far.year > best[0]:
            return
        for rating, scopes, leads in BRINGS[kind_of]:
            if so_far.year in so_far.ratings and (rating or scopes or leads):
                continue
            now = attrs.evolve(
                so_far,
                years=(*so_far.years, *([YearRecord(year=so_far.year, rating=rating)] if rating else [])),
                initiatives=(
                    *so_far.initiatives,
                    *(
                        Initiative(year=so_far.year, id=f"{so_far.year}/{number}", status="applied", scope=scope)
                        for number, scope in enumerate(scopes)
                    ),
                ),
                leads=(*so_far.leads, *(Lead(year=so_far.year, organiser=organiser) for organiser in leads)),
            )
            for rung in rungs:
                kind = "merit" if rung in (BK_TINH, BK_TTG) else None
                if now.year not in now.held_years.get(rung, ()) and met(attrs.evolve(now, commendation=kind), rung):
                    gained = AwardRecord(award=rung, year=now.year, commendation=kind)
                    now = attrs.evolve(now, awards=(*now.awards, gained))
            much = done + (rating is not None) + len(scopes) + len(leads)
            if met(now, goal):
                best = min(best or (now.year, much), (now.year, much))
            elif left > 1:
                live(attrs.evolve(now, year=now.year + 1), much, left - 1)

    live(record, 0, horizon)
    return best


EXCELLENT = rated(y2021="excellent", y2022="excellent", y2023="excellent", y2024="excellent")


class TestShortest:
    """No shorter plan exists: on small cases every career is tried."""

    @pytest.mark.parametrize(
        ("goal", "more"),
        [
            (CSTDCS, {}),
            (CSTD_TINH, {}),
            (BK_TINH, {}),
            (CSTD_TINH, {"awards": titles(2024)}),
            (CSTD_TINH, {"awards": titles(2022, 2023)}),
            (CSTD_TINH, {"awards": titles(2023, 2024), "years": rated(y2025="good")}),
            (BK_TINH, {"awards": titles(2024), "years": rated(y2024="excellent", y2025="good")}),
            (BK_TINH, {"years": rated(y2024="excellent")}),
            (CSTDTQ, {"awards": titles(2023, 2024), "years": rated(y2023="excellent", y2024="excellent")}),
            (CSTDTQ, {"awards": [*titles(2022, 2023, 2024), *titles(2024, award=CSTD_TINH)]}),
            (BK_TTG, {"awards": titles(2024), "years": rated(y2022="good", y2023="good", y2024="excellent")}),
            (BK_TTG, {"awards": titles(2023, award=BK_TINH), "years": rated(y2023="good", y2024="good")}),
        ],
    )
    def test_searched(self, goal: str, more: dict[str, Any]) -> None:
        """The plan names the year and the number of achievements that the search over all careers finds."""
        plan = planned(OFFICIAL, goal, **more)

        assert plan.earliest is not None
        years = min(plan.earliest - 2025 + 1, 3)
        found = shortest(attrs.evolve(plan.dossier, known_from=1990), goal, years)
        assert found == ((plan.earliest, len(plan.routes[0].tasks)) if plan.earliest <= 2027 else None)

    @pytest.mark.parametrize(
        ("goal", "more"),
        [
            (BK_TINH, {}),
            (CO_TINH, {}),
            (BK_TTG, {}),
            (BK_TTG, {"awards": titles(2020, award=BK_TINH), "years": EXCELLENT}),
            (BK_TINH, {"years": rated(y2024="excellent")}),
            (HCLD_BA, {"awards": titles(2020, award=BK_TTG), "years": EXCELLENT}),
            (HCLD_BA, {"awards": [*titles(2020, award=BK_TTG), *titles(2023, award=CO_TINH)], "years": EXCELLENT}),
            (HCLD_BA, {"awards": titles(2021, award=BK_TTG), "years": EXCELLENT}),
            (HCLD_BA, {"awards": titles(2021, 2022, award=BK_TTG), "years": rated(y2024="excellent")}),
        ],
    )
    def test_collective(self, goal: str, more: dict[str, Any]) -> None:
        """The same of an agency: ratings, clusters led, flags and certificates."""
        plan = planned(AGENCY, goal, **more)

        assert plan.earliest is not None
        found = shortest(attrs.evolve(plan.dossier, known_from=1990), goal, 3)
        assert found == ((plan.earliest, len(plan.routes[0].tasks)) if plan.earliest <= 2027 else None)

    @settings(max_examples=12, deadline=None)
    @given(st.data())
    def test_any_small_case(self, data: st.DataObject) -> None:
        """The same of any three years past, within the next two."""
        past = range(2022, 2025)
        ratings = {f"y{year}": data.draw(st.sampled_from(["completed", "good", "excellent"])) for year in past}
        awards = [
            held
            for award in (CSTDCS, CSTD_TINH, BK_TINH)
            for held in titles(*data.draw(st.sets(st.sampled_from(past))), award=award)
        ]
        goal = data.draw(st.sampled_from([CSTDCS, CSTD_TINH, CSTDTQ, BK_TINH, BK_TTG]))
        plan = planned(OFFICIAL, goal, years=rated(**ratings), awards=awards)
        assume(plan.earliest is not None)

        found = shortest(attrs.evolve(plan.dossier, known_from=1990), goal, 2)
        assert found == ((plan.earliest, len(plan.routes[0].tasks)) if plan.earliest in (2025, 2026) else None)


class TestShortcuts:
    """What the search leaves out changes no answer."""

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def test_nothing_skipped(self, data: st.DataObject) -> None:
        """A rung is asked about again only after the years it is short of, a closed road is left: for speed alone."""
        dossier = data.draw(strategies.dossiers())
        law = data.draw(st.sampled_from(LAWS))
        award = data.draw(st.sampled_from([each for each in law.awards if dossier.subject.kind in each.recipients]))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("thidua.merit.plan.HORIZON", 25)
            quick = thidua.plan(dossier, award, law=law)
            patch.setattr("thidua.merit.climb.Climb.settled", lambda *_: False)  # asks every year, closes no road
            slow = thidua.plan(dossier, award, law=law)

        assert [(route.about.code, route.earliest) for route in quick.routes] == [
            (route.about.code, route.earliest) for route in slow.routes
        ]

    @pytest.mark.parametrize(
        ("raw", "award"), [(RECRUIT, "CSTĐTQ"), (RECRUIT, "HCLĐ Ba"), (AGENCY, "HCLĐ Ba"), (AGENCY, "BK tỉnh")]
    )
    def test_enough(self, raw: dict[str, Any], award: str, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the search for less finds nothing, all that can be achieved is told: no shorter, and no less right."""
        short = planned(raw, award)
        monkeypatch.setattr("thidua.merit.seek.Seeker.standard", lambda *_: None)
        plan = planned(raw, award)

        assert plan.earliest == short.earliest
        assert len(plan.routes[0].tasks) >= len(short.routes[0].tasks)
        for year, named, outcome in followed(plan):
            assert (outcome >= Outcome.PENDING) is (year == named)


def lived(plan: Plan, without: Task | None = None) -> Outcome:
    """Live a plan again, but for one task, receiving what ``assess`` finds met of what it names; ask for the award."""
    dossier, outcome = attrs.evolve(plan.dossier, known_from=1990), Outcome.NOT_MET
    for step in plan.steps:
        for number, task in enumerate(step.achieve):
            if task is without:
                continue
            if task.key == "rated":
                rating = YearRecord(year=step.year, rating=task.value)
                dossier = attrs.evolve(dossier, years=(*dossier.years, rating))
            else:
                made = Initiative(
                    year=step.year,
                    kind=task.value.kinds[0],
                    id=f"{step.year}/{number}",
                    status=task.value.status,
                    scope=task.value.scopes[0],
                )
                dossier = attrs.evolve(dossier, initiatives=(*dossier.initiatives, made))
        for receipt in step.receive:
            dossier = attrs.evolve(dossier, year=step.year, commendation=receipt.commendation)
            outcome = thidua.assess(dossier, receipt.award, law=plan.law).outcome
            if outcome >= Outcome.PENDING:
                held = AwardRecord(award=receipt.award.id, year=step.year, commendation=receipt.commendation)
                dossier = attrs.evolve(dossier, awards=(*dossier.awards, held))
    return outcome


class TestNothingIdle:
    """Every task is needed."""

    @pytest.mark.parametrize("award", ["CSTĐCS", "CSTĐ tỉnh", "CSTĐTQ", "BK tỉnh", "BKTTg", "HCLĐ Ba", "HCLĐ Nhì"])
    def test_each(self, award: str) -> None:
        """Lived as it stands the plan gives the award; lived without any one of its tasks it does not."""
        plan = planned(RECRUIT, award)

        assert lived(plan) >= Outcome.PENDING
        for step in plan.steps:
            for task in step.achieve:
                assert lived(plan, task) < Outcome.PENDING, (step.year, task.key, task.value)


class TestDump:
    """A plan as JSON."""

    def test_open(self) -> None:
        """Award, outcome today, year, steps with tasks and receipts, what is short: each by its id or clause."""
        plan = planned(RECRUIT, "CSTĐ tỉnh")
        written = json.loads(thidua.dump(plan))

        assert (written["award"], written["outcome"], written["earliest"]) == (CSTD_TINH, "not-met", 2027)
        assert [step["year"] for step in written["steps"]] == [2025, 2026, 2027]
        assert written["steps"][0] == {
            "year": 2025,
            "achieve": [
                {
                    "year": 2025,
                    "since": 2025,
                    "key": "rated",
                    "value": "excellent",
                    "citations": [json.loads(thidua.dump(each)) for each in plan.steps[0].achieve[0].citations],
                }
            ],
            "receive": [{"award": CSTDCS, "outcome": "pending", "asked": ["22.1.a"]}],
        }
        assert [finding["code"] for finding in written["short"]] == [finding.code for finding in plan.short]
        assert {each["code"] for each in written["assumptions"]} == {each.code for each in plan.assumptions}
        assert "blockers" not in written

    def test_value(self) -> None:
        """What an initiative must be is written as a clause asks it, with the years that will do."""
        last = json.loads(thidua.dump(planned(RECRUIT, "CSTĐTQ")))["steps"][2]["achieve"][1]

        assert (last["since"], last["year"], last["value"]["scopes"]) == (2025, 2027, ["nation"])

    def test_routes(self) -> None:
        """Every route with its clause; whether it rests on a feat is said either way."""
        plan = planned(RECRUIT, "HCLĐ Ba")
        routes = json.loads(thidua.dump(plan))["routes"]

        assert [(each["code"], each["earliest"], each["feat"]) for each in routes] == [
            (route.about.code, route.earliest, route.feat) for route in plan.routes
        ]
        assert {each["feat"] for each in routes} == {True, False}

    def test_closed(self) -> None:
        """Where no way is open there is no year and no step, and every blocker with its clause and its award."""
        plan = planned({"subject": {"kind": "household"}, "year": 2025}, CSTDTQ)
        written = json.loads(thidua.dump(plan))

        assert written.keys().isdisjoint({"earliest", "steps", "routes"})
        assert [(each["code"], each["award"]) for each in written["blockers"]] == [("recipient", CSTDTQ)]

    @pytest.mark.parametrize("award", [award.id for award in LAST_TEXT.awards])
    def test_every_award(self, award: str) -> None:
        """A plan of any award is written, without a dossier in it, and says nothing by null."""
        text = thidua.dump(planned(OFFICIAL, award, LAST_TEXT))

        assert "null" not in text
        assert '"known_from"' not in text
