"""Movements: which run on a day and under which name, what a launch must settle, which awards a review opens."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import strategies
from thidua.errors import InputError, NotInForce, UnknownTerm
from thidua.interchange import load_launch
from thidua.model.document import Document
from thidua.model.finding import Finding, Outcome
from thidua.model.launching import LaunchEntry, MovementEntry
from thidua.model.launchplan import LaunchPlan, PlannedReview, Target
from thidua.model.movement import Movement
from thidua.model.provision import Clause
from thidua.model.vocabulary import Review
from thidua.movement.launches import check_launch
from thidua.movement.naming import called
from thidua.movement.registry import active_movements, movement, movements, unsettled_movements
from thidua.movement.reviews import Opening, asked_of, awards_from
from thidua.wording.launches import launch_text

NTM = "ca-nuoc-chung-suc-xay-dung-nong-thon-moi"
POOR = "ca-nuoc-chung-tay-vi-nguoi-ngheo"
FIRMS = "doanh-nghiep-viet-nam-hoi-nhap-va-phat-trien"
OFFICE = "van-hoa-cong-so"
COVID = "chien-thang-dai-dich-covid-19"
LEARNING = "xa-hoi-hoc-tap"
EXPRESSWAYS = "500-ngay-dem-3000-km-cao-toc"
OLD_NAME = "Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau"
LAUNCH = Path(__file__).parents[1] / "docs" / "examples" / "hau-giang-2023-launch.json"
OLD, NEW = thidua.law_on(date(2023, 12, 31)), thidua.law_on(date(2024, 1, 1))


def ids(day: date) -> list[str]:
    """Return the ids of the movements that run on a day."""
    return [each.id for each in active_movements(day)]


def children(finding: Finding, code: str) -> list[Finding]:
    """Return the findings of one code below another."""
    return [child for child in finding.children if child.code == code]


def local(tmp_path: Path, **keys: str) -> Document:
    """Write a province's plan that launches a movement of its own, and read it."""
    said = {
        "id": '"vung-xanh"',
        "source": '"Kế hoạch"',
        "label": '"Thiết lập Vùng xanh phòng, chống dịch"',
        "gloss": '"Green zones"',
        "launched_by": '"province"',
        **keys,
    }
    entry = "\n".join(f"{key} = {value}" for key, value in said.items() if value)
    head = """[document]
id = "154/KH-UBND"
title = "Kế hoạch"
kind = "decision"
issuer = "UBND tỉnh"
issued = 2021-08-10
in_force = 2021-08-10
standing = "secondary"
checked = 2026-11-22
"""
    path = tmp_path / "plan.toml"
    path.write_text(f"{head}\n[[movement]]\n{entry}\n", encoding="utf-8")
    return thidua.load_document(path)


class TestRegister:
    """Which movements run on a day."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2020, 12, 31), [NTM, FIRMS, POOR, OFFICE]),
            (date(2021, 7, 21), [NTM, FIRMS, POOR, OFFICE]),
            (date(2021, 12, 14), [NTM, FIRMS, POOR, OFFICE, COVID]),
        ],
    )
    def test_as_reports_name_them(self, day: date, expected: list[str]) -> None:
        """Reports of the end of 2020, of 21/07/2021 and 14/12/2021 name four, four and five."""
        assert ids(day) == expected

    @pytest.mark.parametrize(
        ("name", "first"),
        [
            (NTM, date(2011, 6, 8)),
            (FIRMS, date(2016, 11, 1)),
            (POOR, date(2017, 8, 21)),
            (OFFICE, date(2019, 5, 19)),
            (COVID, date(2021, 8, 14)),
            ("ha-tang-dong-bo-va-tiet-kiem", date(2022, 11, 18)),
            (LEARNING, date(2023, 6, 10)),
            ("xoa-nha-tam-nha-dot-nat", date(2024, 4, 13)),
            (EXPRESSWAYS, date(2024, 8, 18)),
            ("doi-moi-sang-tao-va-chuyen-doi-so", date(2025, 4, 24)),
            ("doi-moi-sang-tao-khoa-hoc-cong-nghe-chuyen-doi-xanh", date(2026, 2, 9)),
            ("doanh-nghiep-tu-nhan-va-nha-nuoc", date(2026, 2, 9)),
        ],
    )
    def test_first_day(self, name: str, first: date) -> None:
        """A movement runs from the day of its launch, or from the first on which its running is known; not before."""
        assert name not in ids(first - timedelta(days=1))
        assert name in ids(first)
        assert (
            name in ids(first + timedelta(days=1))
            or movement(name).running(first + timedelta(days=1)).name == "UNKNOWN"
        )

    def test_nothing_else(self) -> None:
        """The register holds these twelve: a campaign, and movements without a name, are none of them."""
        found = movements(date(2026, 11, 22))

        assert len(found) == 12
        assert {each.launched_by for each in found} == {"prime-minister"}
        with pytest.raises(UnknownTerm):
            movement("Bình dân học vụ số")

    def test_between_two_plans(self) -> None:
        """No plan was in force from 2021-01-01 to 2022: a movement does not stop for want of a plan."""
        days = [date(2020, 12, 31), date(2021, 1, 1), date(2022, 5, 17), date(2022, 6, 1)]

        assert all({NTM, POOR} <= {*ids(day)} for day in days)

    @pytest.mark.parametrize(
        ("name", "last"),
        [
            (OFFICE, date(2025, 12, 31)),
            (EXPRESSWAYS, date(2025, 12, 31)),
            (LEARNING, date(2030, 12, 31)),
            (FIRMS, date(2021, 12, 14)),
        ],
    )
    def test_after_the_plan(self, name: str, last: date) -> None:
        """After the last planned day, or the last day it was seen, nothing says that it ended or goes on."""
        after = last + timedelta(days=1)

        assert name in ids(last)
        assert name not in ids(after)
        assert name in [each.id for each in unsettled_movements(after)]
        assert movement(name).running(after) is Outcome.UNKNOWN

    def test_launch_within_a_month(self) -> None:
        """Of a launch in October 2016 no day of that month is certain, and none before is possible."""
        days = [date(2016, 9, 30), date(2016, 10, 1), date(2016, 10, 31), date(2016, 11, 1)]

        assert [movement(FIRMS).running(day).name for day in days] == ["NOT_MET", "UNKNOWN", "UNKNOWN", "MET"]

    def test_five_hundred_days(self) -> None:
        """500 days and nights from 18/08/2024 end with the year 2025."""
        found = movement(EXPRESSWAYS)

        assert found.since is not None
        assert found.until == found.since + timedelta(days=501) == date(2026, 1, 1)

    @given(st.dates(date(2010, 1, 1), date(2032, 1, 1)))
    def test_each_once(self, day: date) -> None:
        """On any day a movement runs, or may run, or does not: never two of these, and never before its launch."""
        active, unsettled = {*ids(day)}, {each.id for each in unsettled_movements(day)}

        assert not active & unsettled
        assert all(each.since is None or each.since <= day for each in active_movements(day))

    def test_cited(self) -> None:
        """Each says where it was read, and none was read in full; what rests on memory is marked so."""
        standing = {
            each.id: max(cited.standing for cited in each.citations).value for each in movements(date(2026, 1, 1))
        }

        assert standing.pop("ha-tang-dong-bo-va-tiet-kiem") == "unverified"
        assert {*standing.values()} == {"secondary"}
        assert [cited.document for cited in movement(NTM).citations] == ["1620/QĐ-TTg", "1730/QĐ-TTg", "587/QĐ-TTg"]

    def test_not_part_of_the_law(self) -> None:
        """A decision that plans a movement is in force like any other; what reports alone tell of is not law."""
        law = thidua.law_on(date(2022, 11, 18))

        assert "587/QĐ-TTg" in [header.id for header in law.documents]
        assert FIRMS not in [placed.entry.id for placed in law.of(MovementEntry)]

    def test_bad_input(self) -> None:
        """A day is a date, and a document comes from load_document."""
        with pytest.raises(InputError, match="expected a datetime"):
            active_movements("2021-07-21")  # type: ignore[arg-type]  # the mistake it refuses
        with pytest.raises(InputError, match="load_document"):
            active_movements(date(2021, 7, 21), "plan.toml")  # type: ignore[arg-type]  # as above


class TestNames:
    """What a movement is called."""

    @pytest.mark.parametrize(
        ("name", "found"),
        [
            ("Cả nước chung sức xây dựng nông thôn mới", NTM),
            ("ca nuoc chung suc xay dung nong thon moi", NTM),
            ("nong-thon-moi", NTM),
            (OLD_NAME, POOR),
            ("Cả nước chung tay vì người nghèo, không để ai bị bỏ lại phía sau", POOR),
            ("Vì người nghèo – Không để ai bị bỏ lại phía sau", POOR),
            ("chung tay vì người nghèo", POOR),
            ("Cả nước đoàn kết, chung sức, đồng lòng, chống và chiến thắng đại dịch Covid-19", COVID),
            ("Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở", OFFICE),
        ],
    )
    def test_found(self, name: str, found: str) -> None:
        """Official names of any day, and those the five reports write, find it; accents and dashes are forgiven."""
        assert movement(name).id == found
        assert movement(name, date(2021, 7, 21)).id == found

    @pytest.mark.parametrize("found", [OFFICE, POOR, COVID, NTM])
    @pytest.mark.parametrize(
        "around",
        [
            "Phong trào thi đua “{}” giai đoạn 2019 - 2025",
            "Phong trào “{}”",
            "Phong trào thi đua đặc biệt “{}”",
            "phong trào {} giai đoạn 2021 đến 2025",
        ],
    )
    def test_as_reports_write_it(self, around: str, found: str) -> None:
        """What the report of 2023 writes around the names it lists is no part of them."""
        known = movement(found)

        assert movement(around.format(known.name)).id == found
        assert called(around.format(known.name), known) == "official"
        assert all(called(around.format(alias), known) for alias in known.aliases)

    def test_period_in_the_name(self) -> None:
        """Of the one movement whose official name has a period in it, another period, or none, is no other name."""
        for period in ("giai đoạn 2023 – 2030", "giai đoạn 2023 đến 2030", ""):
            assert movement(f"Phong trào thi đua xây dựng xã hội học tập {period}").id == LEARNING

    @pytest.mark.parametrize(
        "name",
        ["Phong trào thi đua", "phong trào", "giai đoạn 2021 - 2025", "Phong trào năm 2024", "nông thôn mới năm 2024"],
    )
    def test_nothing_but_what_is_around(self, name: str) -> None:
        """Without a name within it finds nothing; with a year behind it, a name is another movement's."""
        with pytest.raises(UnknownTerm):
            movement(name)

    @pytest.mark.parametrize("name", [None, 5, b"van-hoa-cong-so"])
    def test_no_text(self, name: Any) -> None:
        """A name is a text."""
        with pytest.raises(InputError, match="name of a movement"):
            movement(name)

    def test_renamed(self) -> None:
        """666/QĐ-TTg of 02/06/2022 drops "Cả nước chung tay": the name of the day changes on that day."""
        last, first = date(2022, 6, 1), date(2022, 6, 2)

        assert movement(POOR, last).name == "Cả nước chung tay vì người nghèo – Không để ai bị bỏ lại phía sau"
        assert movement(POOR, first).name == "Vì người nghèo – Không để ai bị bỏ lại phía sau"
        assert [called(OLD_NAME, movement(POOR, day)) for day in (last, first)] == ["official", "former"]
        assert movement(POOR, first).former[0][1] == first

    def test_another_plan_is_no_new_name(self) -> None:
        """Three plans of one name leave no former names."""
        assert movement(NTM).former == ()

    @pytest.mark.parametrize(
        "name", ["Hậu Giang chung sức thi đua xây dựng nông thôn mới", "Quân - dân xây dựng nông thôn mới", ""]
    )
    def test_local_is_not_national(self, name: str) -> None:
        """A province's own movement is another one, however near its name."""
        with pytest.raises(UnknownTerm):
            movement(name)

    def test_nearest(self) -> None:
        """A name that is not there comes back with the nearest."""
        with pytest.raises(UnknownTerm) as caught:
            movement("văn hoá công xở")

        assert "văn hóa công sở" in caught.value.nearest

    def test_every_name_is_one_movement(self) -> None:
        """No name of the register means two movements."""
        found = movements(date(2026, 11, 22))
        told = [name for each in found for name in {each.name, *each.aliases, *(old for old, _ in each.former)}]

        assert len(told) == len({*told})
        assert all(movement(name).id for name in told if name)


class TestLocal:
    """Movements of a document laid beside the register."""

    def test_added(self, tmp_path: Path) -> None:
        """A province's movement runs beside those of the country, from the day of its plan."""
        made = local(tmp_path, parent='"chống và chiến thắng đại dịch COVID-19"')
        days = [date(2021, 8, 9), date(2021, 8, 10)]

        assert ["vung-xanh" in [each.id for each in active_movements(day, made)] for day in days] == [False, True]
        assert movement("vung-xanh", None, made).parent == "chống và chiến thắng đại dịch COVID-19"
        assert "vung-xanh" not in ids(days[1])

    def test_official_name_wins(self, tmp_path: Path) -> None:
        """A document whose movement goes by the official name of another does not take its name away."""
        made = local(tmp_path, aliases='["Cả nước chung sức xây dựng nông thôn mới", "vùng xanh"]')

        assert movement("Cả nước chung sức xây dựng nông thôn mới", None, made).id == NTM
        assert movement("vùng xanh", None, made).id == "vung-xanh"

    @pytest.mark.parametrize(
        ("keys", "code"),
        [
            ({"launched_by": ""}, "missing"),
            ({"label": ""}, "missing"),
            ({"launched_by": '"nobody"'}, "bad-value"),
            ({"launched_on": "2021-08-10", "launched_within": "{ since = 2021-08-01 }"}, "one-of"),
            ({"launched_on": "2021-08-10", "period": "{ until = 2021-08-10 }"}, "contradiction"),
            ({"launched_on": "2021-08-10", "seen": "2021-08-09"}, "contradiction"),
            ({"period": "{ since = 2022-01-01, until = 2021-01-01 }"}, "bad-value"),
            ({"ended": "2021-01-01"}, "unknown-key"),
            ({"until": "2022-01-01"}, "too-much"),
            ({"since": "2022-01-01"}, "too-much"),
            ({"parent": '"vung-xanh"'}, "circle"),
            ({"parent": '"Thiết lập vùng xanh phòng chống dịch"'}, "circle"),
            ({"effect": '"end"'}, "too-much"),
            ({"effect": '"replace"'}, "too-much"),
        ],
    )
    def test_bad_documents(self, tmp_path: Path, keys: dict[str, str], code: str) -> None:
        """What a movement cannot say is refused with its entry and its reason."""
        with pytest.raises(InputError) as caught:
            local(tmp_path, **keys)

        assert code in [problem.code for problem in caught.value.problems]
        assert caught.value.source == "plan.toml"

    def test_ends_the_day_after(self, tmp_path: Path) -> None:
        """A period may end on the day after the launch, and the movement may be seen on the day itself."""
        made = local(
            tmp_path, launched_on="2021-08-10", seen="2021-08-10", period="{ since = 2021-08-10, until = 2021-08-11 }"
        )

        assert movement("vung-xanh", None, made).until == date(2021, 8, 11)

    def test_no_day(self, tmp_path: Path) -> None:
        """A draft that says no day at all tells of a movement that nobody can place in time."""
        made = local(tmp_path)
        undated = attrs.evolve(made, document=attrs.evolve(made.document, kind="draft", issued=None, in_force=None))

        with pytest.raises(InputError, match="neither the movement nor its document has a day"):
            active_movements(date(2021, 8, 10), undated)

    def test_disagreement(self, tmp_path: Path) -> None:
        """One movement has one launcher: a document that says another of a national one is refused."""
        made = local(tmp_path, id='"van-hoa-cong-so"')

        with pytest.raises(InputError, match="prime-minister and province"):
            active_movements(date(2021, 8, 10), made)

    def test_form(self) -> None:
        """Form 0601 counts what runs: five of the country; of one of them the day of launch is not known."""
        rows = active_movements(date(2021, 12, 14))
        form = thidua.statistics(rows, "0601")

        assert (form.value("01", "1"), form.value("02", "2"), form.value("03", "1")) == (5, 5, 0)
        assert form.value("10", "1") is None
        assert {note.fact: note.count for note in form.notes if note.code == "missing"} == {"years": 3, "manner": 5}
        known = [row for row in rows if row.years is not None]
        assert thidua.statistics(known, "0601").value("10", "1") == 2  # 14 and 6 years


LAUNCHERS = [
    ("president", "nation", Outcome.MET, Outcome.MET),
    ("prime-minister", "nation", Outcome.MET, Outcome.MET),
    ("prime-minister", "province", Outcome.NOT_MET, Outcome.NOT_MET),
    ("ministry", "province", Outcome.MET, Outcome.MET),
    ("ministry", "nation", Outcome.NOT_MET, Outcome.NOT_MET),
    ("province", "province", Outcome.MET, Outcome.MET),
    ("province", "nation", Outcome.NOT_MET, Outcome.NOT_MET),
    ("province", "unit", Outcome.MET, Outcome.MET),
    ("district", "province", Outcome.MET, Outcome.MET),
    ("commune", "province", Outcome.MET, Outcome.MET),
    ("commune", "nation", Outcome.NOT_MET, Outcome.NOT_MET),
    ("unit", "unit", Outcome.MET, Outcome.MET),
    ("unit", "province", Outcome.NOT_MET, Outcome.NOT_MET),
    ("central-council", "nation", Outcome.UNKNOWN, Outcome.UNKNOWN),
    ("province", "cluster", Outcome.UNKNOWN, Outcome.UNKNOWN),
    (None, "nation", Outcome.UNKNOWN, Outcome.UNKNOWN),
    ("province", None, Outcome.UNKNOWN, Outcome.UNKNOWN),
]
BEFOREHAND = {
    "objective": "phát hiện điển hình",
    "scope": "province",
    "subjects": ("Nhân dân",),
    "contents": ("một",),
    "measures": ("tuyên truyền",),
    "since": date(2023, 1, 1),
    "until": date(2024, 1, 1),
}
OF_2003 = {"targets": (Target(what="PCI"),), "slogan": "Đoàn kết"}
OF_2022 = {"criteria": ("tiêu chí",), "schedule": "hai giai đoạn"}
ACTS = {
    "direction": "Sở Nội vụ",
    "rewards": "bằng khen",
    "reviews": (PlannedReview(review="final", on=date(2023, 12, 20)),),
}
ACTS_OF_2022 = {"inspection": "hằng quý", "publicity": "báo tỉnh"}


def plan(**keys: Any) -> LaunchPlan:
    """Make a plan of a province that states what it is given."""
    return LaunchPlan(**{"name": "20 năm", "launched_by": "province", "scope": "province", **keys})


class TestLaunchers:
    """Điều 18 of 2003 and of 2022: who launches a movement, and where."""

    @pytest.mark.parametrize(("by", "scope", "old", "new"), LAUNCHERS)
    def test_level(self, by: Any, scope: Any, old: Outcome, new: Outcome) -> None:
        """Each level in its own scope: NOT_MET where the law names it for others, UNKNOWN where it says nothing."""
        made = plan(launched_by=by, scope=scope)
        found = [children(check_launch(made, law), "launcher")[0] for law in (OLD, NEW)]

        assert [each.outcome for each in found] == [old, new]
        assert all("Điều 18" in each.citation.article for each in found if each.citation)
        missing = tuple(key for key, value in (("launched_by", by), ("scope", scope)) if value is None)
        assert all(each.missing == missing for each in found)

    @pytest.mark.parametrize(
        ("day", "expected"), [(date(2025, 6, 30), Outcome.MET), (date(2025, 7, 1), Outcome.NOT_MET)]
    )
    @pytest.mark.parametrize("scope", ["province", "unit", None])
    def test_no_more_districts(self, day: date, expected: Outcome, scope: Any) -> None:
        """Since 2025-07-01 there is no chair of a district who could launch anything."""
        found = children(check_launch(plan(launched_by="district", scope=scope), thidua.law_on(day)), "launcher")

        assert found[0].outcome is (Outcome.UNKNOWN if scope is None and expected is Outcome.MET else expected)

    def test_every_article(self) -> None:
        """Điều 18 has four clauses in both laws, and each is held."""
        for law in (OLD, NEW):
            told = {placed.entry.id[:4] for placed in law.of(LaunchEntry) if placed.entry.launchers}
            assert told == {"18.1", "18.2", "18.3", "18.4"}


class TestCompleteness:
    """Điều 16 of 2003 and Điều 17 of 2022: what organising a movement consists of."""

    @pytest.mark.parametrize(
        ("law", "article", "parts"),
        [
            (
                OLD,
                "Điều 16",
                "objective scope subjects contents | targets slogan period | measures | direction | reviews rewards",
            ),
            (
                NEW,
                "Điều 17",
                (
                    "objective scope subjects contents criteria period schedule measures"
                    " | direction | inspection | publicity | reviews rewards"
                ),
            ),
        ],
    )
    def test_parts(self, law: thidua.Law, article: str, parts: str) -> None:
        """The law of 2003 asks targets and a slogan, that of 2022 criteria, a schedule, inspection and publicity."""
        found = check_launch(plan(), law).children
        expected = [(part, str(index)) for index, line in enumerate(parts.split("|"), 1) for part in line.split()]
        told = [
            (each.code, each.citation.article.removeprefix("khoản ").partition(" ")[0])
            for each in found
            if each.citation and each.citation.article.endswith(article)
        ]

        assert told == expected

    @pytest.mark.parametrize(
        ("law", "keys"),
        [(OLD, BEFOREHAND | OF_2003 | ACTS), (NEW, BEFOREHAND | OF_2022 | ACTS | ACTS_OF_2022)],
        ids=["2003", "2022"],
    )
    def test_one_part_short(self, law: thidua.Law, keys: dict[str, Any]) -> None:
        """A plan that states all of it is MET; without any one part it is not, and says what is missing."""
        assert check_launch(plan(**keys, whole=True), law).outcome is Outcome.MET
        for key in keys:
            rest = {name: value for name, value in keys.items() if name != key}
            made = LaunchPlan(**{"name": "20 năm", "launched_by": "province", **rest, "whole": True})
            found = check_launch(made, law)
            act = key in ACTS | ACTS_OF_2022
            assert found.outcome is (Outcome.UNKNOWN if act else Outcome.NOT_MET), key
            assert key in found.missing

    def test_the_other_laws_plan(self) -> None:
        """What satisfies the law of 2003 lacks criteria and a schedule in 2024: the last and the first day tell."""
        made = plan(**BEFOREHAND, **OF_2003, **ACTS, whole=True)

        assert [check_launch(made, law).outcome for law in (OLD, NEW)] == [Outcome.MET, Outcome.NOT_MET]
        assert check_launch(made, NEW).missing == ("criteria", "schedule", "inspection", "publicity")

    def test_an_excerpt(self) -> None:
        """What a report leaves out may stand in the plan: UNKNOWN and not NOT_MET."""
        assert check_launch(plan(), OLD).outcome is Outcome.UNKNOWN
        assert check_launch(plan(whole=True), OLD).outcome is Outcome.NOT_MET

    @pytest.mark.parametrize(
        ("keys", "missing"),
        [
            ({}, ("since", "until")),
            ({"until": date(2024, 1, 1)}, ("since",)),
            ({"since": date(2023, 1, 1)}, ("until",)),
            ({"launched_on": date(2023, 1, 1), "until": date(2024, 1, 1)}, ()),
        ],
    )
    def test_period(self, keys: dict[str, Any], missing: tuple[str, ...]) -> None:
        """A period has a first day, or that of the launch, and an end."""
        [found] = children(check_launch(plan(**keys), OLD), "period")

        assert (found.missing, found.outcome is Outcome.MET) == (missing, not missing)

    @pytest.mark.parametrize(
        ("law", "label"), [(OLD, "thi đua theo đợt"), (NEW, "thi đua theo chuyên đề")], ids=["2003", "2022"]
    )
    def test_manner(self, law: thidua.Law, label: str) -> None:
        """Emulation in campaigns is called "theo đợt" until the end of 2023 and "theo chuyên đề" since; or regular."""
        [found] = children(check_launch(plan(manner="thematic"), law), "manner")

        assert (found.need, found.outcome) == (label, Outcome.MET)
        assert children(check_launch(plan(manner="regular"), law), "manner")[0].need == "thi đua thường xuyên"
        assert children(check_launch(plan(), law), "manner") == []

    def test_unread(self) -> None:
        """Luật 06/2026/QH16 may have changed it and was not read: UNKNOWN from 2026-10-01, save by choice."""
        made = plan(**BEFOREHAND, **OF_2022, **ACTS, **ACTS_OF_2022, whole=True)
        laws = [thidua.law_on(date(2026, 9, 30)), thidua.law_on(date(2026, 10, 1))]
        chosen = thidua.law_on(date(2026, 10, 1), unread="last-text")

        assert [check_launch(made, law).outcome for law in (*laws, chosen)] == [
            Outcome.MET,
            Outcome.UNKNOWN,
            Outcome.MET,
        ]
        assert [len(children(check_launch(made, law), "unread")) for law in laws] == [0, 1]

    def test_caveat(self) -> None:
        """Điều 4 and 5 of NĐ 91/2017 detail this and were not read: a caveat, which stops nothing."""
        days = [date(2017, 9, 30), date(2017, 10, 1)]
        found = [children(check_launch(plan(), thidua.law_on(day)), "unread") for day in days]

        assert [[each.outcome for each in told] for told in found] == [[], [Outcome.MET]]

    def test_day(self) -> None:
        """The day of the launch, else of the plan, picks the law; without either a law must be given."""
        told = plan(planned_on=date(2023, 12, 31), launched_on=date(2024, 1, 1))

        assert children(check_launch(told, thidua.law_on), "criteria")
        assert children(check_launch(plan(planned_on=date(2023, 12, 31)), thidua.law_on), "slogan")
        with pytest.raises(InputError, match="picks the law"):
            check_launch(plan(), thidua.law_on)


class TestParent:
    """A plan that carries out another movement, and the names a plan gives to movements."""

    @pytest.mark.parametrize(
        ("keys", "expected"),
        [
            ({"planned_on": date(2021, 8, 10)}, Outcome.NOT_MET),
            ({"planned_on": date(2021, 8, 13)}, Outcome.NOT_MET),
            ({"planned_on": date(2021, 8, 14)}, Outcome.MET),
            ({"planned_on": date(2021, 8, 15)}, Outcome.MET),
            ({"planned_on": date(2021, 8, 10), "launched_on": date(2021, 9, 1)}, Outcome.NOT_MET),
            ({}, Outcome.UNKNOWN),
        ],
    )
    def test_older_than_its_parent(self, keys: dict[str, Any], expected: Outcome) -> None:
        """Kế hoạch 154 of 10/8/2021 is four days older than the movement it answers, launched on 14/8/2021."""
        made = plan(parent="Cả nước đoàn kết, chung sức, đồng lòng, chống và chiến thắng đại dịch Covid-19", **keys)
        [found] = children(check_launch(made, thidua.law_on(date(2021, 12, 14))), "parent")

        assert found.outcome is expected
        assert (found.need, found.have is None) == (date(2021, 8, 14), not keys)

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2016, 9, 30), Outcome.NOT_MET),
            (date(2016, 10, 1), Outcome.UNKNOWN),
            (date(2016, 10, 31), Outcome.UNKNOWN),
            (date(2016, 11, 1), Outcome.MET),
        ],
    )
    def test_launch_not_known_to_the_day(self, day: date, expected: Outcome) -> None:
        """A parent launched in some day of October 2016 is not known to be older than a plan of that month."""
        made = plan(parent="Doanh nghiệp Việt Nam hội nhập và phát triển", planned_on=day)

        assert children(check_launch(made, thidua.law_on), "parent")[0].outcome is expected

    def test_parent_of_a_province(self, tmp_path: Path) -> None:
        """A commune may carry out its province's movement, which a document laid over the law tells of."""
        made = plan(launched_by="commune", parent="vung-xanh", planned_on=date(2021, 8, 9))
        law = thidua.law_on(date(2021, 8, 20), local(tmp_path, launched_on="2021-08-10"))

        assert children(check_launch(made, law), "parent")[0].outcome is Outcome.NOT_MET
        unknown = children(check_launch(made, thidua.law_on(date(2021, 8, 20))), "parent")[0]
        assert (unknown.outcome, unknown.missing) == (Outcome.UNKNOWN, ("parent",))

    @pytest.mark.parametrize(
        ("signed", "parent", "expected"),
        [
            (date(2021, 8, 13), COVID, Outcome.NOT_MET),
            (date(2021, 8, 14), COVID, Outcome.MET),
            (date(2021, 8, 15), COVID, Outcome.MET),
            (date(2021, 8, 15), "phong trào của tỉnh khác", Outcome.UNKNOWN),
        ],
    )
    def test_document_older_than_its_parent(self, tmp_path: Path, signed: date, parent: str, expected: Outcome) -> None:
        """A movement of a document is held against its parent by the day on which its document was signed."""
        made = local(tmp_path, parent=f'"{parent}"', launched_on="2021-09-01")
        made = attrs.evolve(made, document=attrs.evolve(made.document, issued=signed))
        law = thidua.law_on(date(2021, 12, 14), made)
        [found] = children(check_launch(movement("vung-xanh", law.day, made), law), "parent")

        assert (found.outcome, found.have) == (expected, signed)

    def test_launch_of_the_register(self) -> None:
        """What no document tells of a launch is not known, and nothing of it is NOT_MET."""
        found = check_launch(movement(COVID), thidua.law_on)

        assert [each.outcome for each in found.children if each.code in ("launcher", "slogan")] == [
            Outcome.MET,
            Outcome.UNKNOWN,
        ]

    def test_told_once(self, tmp_path: Path) -> None:
        """A document laid beside the register twice is cited once."""
        made = local(tmp_path)

        assert len(movement("vung-xanh", None, made, made).citations) == 1

    def test_no_parent(self) -> None:
        """A movement of its own has no parent to be older than; nothing is found of it."""
        assert children(check_launch(plan(), OLD), "parent") == []

    def test_beside_the_outcome(self) -> None:
        """No article speaks of names, or of the order of plans: a complete launch is MET all the same."""
        made = plan(
            **BEFOREHAND,
            **OF_2003,
            **ACTS,
            whole=True,
            carries=(OLD_NAME, "?"),
            parent=COVID,
            planned_on=date(2021, 1, 1),
        )
        found = check_launch(made, OLD)

        assert found.outcome is Outcome.MET
        assert found.missing == ()
        beside = [child.outcome for child in found.children if child.code in ("parent", "carries")]
        assert beside == [Outcome.NOT_MET, Outcome.NOT_MET, Outcome.UNKNOWN]

    @pytest.mark.parametrize(
        ("day", "expected"), [(date(2022, 6, 1), Outcome.MET), (date(2022, 6, 2), Outcome.NOT_MET)]
    )
    def test_former_name(self, day: date, expected: Outcome) -> None:
        """A name that was changed on 02/06/2022 is out of date from that day on."""
        [found] = children(check_launch(plan(carries=(OLD_NAME,)), thidua.law_on(day)), "carries")

        assert found.outcome is expected
        assert (found.need == "Vì người nghèo – Không để ai bị bỏ lại phía sau") is (expected is Outcome.NOT_MET)


class TestAnnouncement:
    """The launch for the twentieth anniversary of Hậu Giang, as a report of 2023 tells it."""

    def test_contents(self) -> None:
        """Twelve contents, with thirteen targets in six of them."""
        made = load_launch(LAUNCH)

        assert len(made.contents) == 12
        assert [target.content for target in made.targets] == [5, 6, 6, 7, 7, 8, 8, 9, 10, 10, 10, 10, 10]

    def test_states(self) -> None:
        """It states seven parts, and not its period, measures, direction and reviews; it is an excerpt: UNKNOWN."""
        found = check_launch(load_launch(LAUNCH), thidua.law_on(date(2023, 3, 1)))
        parts = {
            each.code: each.outcome for each in found.children if each.citation and "Điều 16" in each.citation.article
        }

        assert found.outcome is Outcome.UNKNOWN
        assert [code for code, outcome in parts.items() if outcome is Outcome.UNKNOWN] == [
            "period",
            "measures",
            "direction",
            "reviews",
        ]
        assert {code for code, outcome in parts.items() if outcome is Outcome.MET} == {
            *("objective", "scope", "subjects", "contents", "targets", "slogan", "rewards")
        }
        assert children(found, "launcher")[0].outcome is Outcome.MET

    def test_under_the_law_of_2022(self) -> None:
        """Its anniversary is the first day of the law of 2022, which asks criteria, a schedule and inspection too."""
        made = load_launch(LAUNCH)
        missing = [check_launch(made, law).missing for law in (OLD, NEW)]

        assert {*missing[1]} - {*missing[0]} == {"criteria", "schedule", "inspection"}

    def test_targets(self) -> None:
        """Three targets have both a number and a day; "trước ngày 30/5/2023" leaves that day out."""
        [found] = children(check_launch(load_launch(LAUNCH), OLD), "targets")
        settled = [each.have for each in found.children if each.outcome is Outcome.MET]

        assert [(target.at_least, target.unit, target.before) for target in settled] == [
            (18, "chỉ tiêu", date(2024, 1, 1)),
            (100, "%", date(2024, 1, 1)),
            (70, "%", date(2023, 5, 30)),
        ]
        assert found.children[4].missing == ("targets[4].at_least", "targets[4].before")
        assert found.children[8].missing == ("targets[8].before",)

    def test_names(self) -> None:
        """Of the four movements it carries on one has a name that was given up in 2022, one the name of reports."""
        found = children(check_launch(load_launch(LAUNCH), thidua.law_on(date(2023, 3, 1))), "carries")

        assert [each.outcome.name for each in found] == ["MET", "MET", "NOT_MET", "MET"]
        assert [each.have != each.need for each in found] == [True, False, True, False]

    def test_round_trip(self) -> None:
        """What is written out is read back the same, numbers and days too."""
        made = load_launch(LAUNCH)

        assert load_launch(thidua.dump(made)) == made
        assert json.loads(thidua.dump(check_launch(made, OLD)))["outcome"] == "unknown"

    @pytest.mark.parametrize(
        ("keys", "path", "code"),
        [
            ({"launched_by": "UBND tỉnh"}, "$.launched_by", "bad-value"),
            ({"launched_by": None}, "$.launched_by", "null"),
            ({"targets": [{"at_least": 70}]}, "$.targets[0].what", "missing"),
            ({"targets": [{"what": "PCI", "at_least": "70%"}]}, "$.targets[0].at_least", "bad-value"),
            ({"targets": [{"what": "PCI", "content": 0}]}, "$.targets[0].content", "out-of-range"),
            ({"contents": ["a"], "targets": [{"what": "b", "content": 2}]}, "$.targets[0].content", "contradiction"),
            ({"reviews": [{"review": "yearly"}]}, "$.reviews[0].review", "bad-value"),
            ({"since": "2023-01-01", "until": "2023-01-01"}, "$.until", "contradiction"),
            ({"launched_on": "2023-01-02", "until": "2023-01-01"}, "$.until", "contradiction"),
            ({"launch_day": "2023-01-01"}, "$.launch_day", "unknown-key"),
            ({"name": ""}, "$.name", "empty"),
            ({"objective": "  "}, "$.objective", "empty"),
            ({"carries": ["Vì người nghèo", ""]}, "$.carries[1]", "empty"),
            ({"targets": [{"what": "PCI", "above": " "}]}, "$.targets[0].above", "empty"),
            ({"targets": [{"what": "PCI", "at_least": 65, "above": "năm 2022"}]}, "$.targets[0].above", "one-of"),
            ({"targets": [{"what": "PCI", "at_least": 65, "at_most": 70}]}, "$.targets[0].at_most", "one-of"),
            (
                {"launched_on": "2023-01-02", "reviews": [{"review": "final", "on": "2023-01-01"}]},
                "$.reviews[0].on",
                "contradiction",
            ),
            ({"whole": "no"}, "$.whole", "bad-value"),
        ],
    )
    def test_bad_input(self, keys: dict[str, Any], path: str, code: str) -> None:
        """What is no launch is refused with the path of every fault."""
        with pytest.raises(InputError) as caught:
            load_launch({"name": "a", **keys})

        assert (path, code) in [(problem.path, problem.code) for problem in caught.value.problems]

    def test_all_at_once(self) -> None:
        """All faults are told together."""
        with pytest.raises(InputError) as caught:
            load_launch({"launched_by": "x", "scope": "y", "targets": [{}]})

        assert {problem.path for problem in caught.value.problems} == {
            "$.name",
            "$.launched_by",
            "$.scope",
            "$.targets[0].what",
        }

    @pytest.mark.parametrize("law", [OLD, NEW])
    def test_nothing_in_it(self, law: thidua.Law) -> None:
        """A text of blanks states no part; it is refused at the door and never passes for one that is stated."""
        with pytest.raises(InputError):
            check_launch(load_launch({"name": "a", "contents": [" "], "objective": ""}), law)

    def test_reviewed_on_the_first_day(self) -> None:
        """A review on the first day is none before it."""
        made = load_launch({"name": "a", "since": "2023-01-01", "reviews": [{"review": "interim", "on": "2023-01-01"}]})

        assert made.states("reviews")

    @given(strategies.launch_plans())
    def test_any_round_trip(self, made: LaunchPlan) -> None:
        """Whatever a launch states, it is read back the same."""
        assert load_launch(thidua.dump(made)) == made

    @given(strategies.launch_plans(), strategies.launch_plans())
    def test_more_is_no_worse(self, made: LaunchPlan, other: LaunchPlan) -> None:
        """What a launch states beside does not make its completeness worse."""
        parts = ("objective", "subjects", "criteria", "slogan", "schedule", "measures", "direction", "rewards")
        more = attrs.evolve(made, **{part: getattr(made, part) or getattr(other, part) for part in parts})

        assert all(check_launch(more, law).outcome >= check_launch(made, law).outcome for law in (OLD, NEW))

    @pytest.mark.parametrize(("given_", "value"), [(70, 70), ("69.95", "69.95"), ("1/3", "1/3")])
    def test_exact_numbers(self, given_: Any, value: Any) -> None:
        """A target's number is exact: whole, decimal or a fraction."""
        found = load_launch({"name": "a", "targets": [{"what": "b", "at_least": given_}]}).targets[0].at_least

        assert str(found) == str(value)


def opened(movement_: Movement | str, review: Review, day: date) -> dict[tuple[str, str], Opening]:
    """Return what a review opens, by award and recipient."""
    return {
        (each.award.id, kind): each
        for each in awards_from(movement_, review, thidua.law_on(day))
        for kind in each.recipients
    }


FLAG = ("co-thi-dua-cua-chinh-phu", "collective")
FLAG_OF_PROVINCE = ("co-thi-dua-cua-bo-ban-nganh-tinh", "collective")
CERTIFICATE = ("bang-khen-cua-thu-tuong-chinh-phu", "collective")
PERSONAL = ("bang-khen-cua-thu-tuong-chinh-phu", "individual")
THIRD_CLASS = ("huan-chuong-lao-dong-hang-ba", "collective")


def of_province(until: date, since: date = date(2020, 1, 1)) -> Movement:
    """Make a province's movement until a day."""
    return Movement(launched_by="province", scope="province", since=since, until=until)


class TestReviews:
    """Which awards a review of a movement opens, on which day."""

    @pytest.mark.parametrize(
        ("until", "expected"),
        [(date(2024, 12, 31), False), (date(2025, 1, 1), True), (date(2025, 1, 2), True)],
    )
    def test_five_years(self, until: date, expected: bool) -> None:  # noqa: FBT001  # a parameter of cases
        """Điều 44: a province's movement opens the Labour Order of the third class from five years on."""
        assert (THIRD_CLASS in opened(of_province(until), "final", date(2025, 1, 2))) is expected

    @pytest.mark.parametrize(
        ("until", "expected"),
        [(date(2022, 12, 31), False), (date(2023, 1, 1), True), (date(2023, 1, 2), True)],
    )
    def test_three_years(self, until: date, expected: bool) -> None:  # noqa: FBT001  # as above
        """Điều 26 khoản 2, 73 khoản 4: three years for a province's flag and the Prime Minister's certificate."""
        found = opened(of_province(until), "final", date(2024, 1, 2))

        assert ((FLAG_OF_PROVINCE in found), (CERTIFICATE in found)) == (expected, expected)

    def test_interim_opens_no_flag_of_a_province(self) -> None:
        """Điều 26 khoản 2: "khi tổng kết phong trào", at the final review alone; the certificate at either."""
        found = opened(of_province(date(2030, 1, 1)), "interim", date(2024, 1, 2))

        assert FLAG_OF_PROVINCE not in found
        assert found[CERTIFICATE].outcome is Outcome.MET

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2022, 12, 31), Outcome.UNKNOWN),
            (date(2023, 1, 1), Outcome.MET),
            (date(2023, 12, 20), Outcome.MET),
            (date(2024, 3, 1), Outcome.MET),
        ],
    )
    def test_final_review_before_the_end(self, day: date, expected: Outcome) -> None:
        """A final review in the last year planned is one of the whole time; before that year the plan was cut."""
        planned = of_province(date(2024, 1, 1), since=date(2021, 1, 1))
        found = {each.citation.article: each for each in awards_from(planned, "final", thidua.law_on(day))}
        years = [each for each in found.values() if each.asked.years == 3]

        assert years
        assert {each.outcome for each in years} == {expected}

    def test_annual_review(self) -> None:
        """A yearly review is neither interim nor final: only where the text names no review is it enough."""
        found = opened(of_province(date(2030, 1, 1)), "annual", date(2024, 1, 2))

        assert CERTIFICATE not in found
        assert PERSONAL in found  # Điều 73 khoản 1 điểm a: "được bình xét trong phong trào thi đua"

    @pytest.mark.parametrize(
        ("day", "expected"),
        [(date(2022, 5, 18), Outcome.UNKNOWN), (date(2022, 5, 19), Outcome.MET)],
    )
    def test_office_culture_at_three_years(self, day: date, expected: Outcome) -> None:
        """Launched on 19/05/2019, its interim review of 2022 opened the certificate; of the flag five years are asked.

        Whether a movement planned for more years counts before it has run them the text does not say.
        """
        found = opened("văn hóa công sở", "interim", day)

        assert found[CERTIFICATE].outcome is expected
        assert found[FLAG].outcome is Outcome.UNKNOWN

    def test_flag_of_the_government(self) -> None:
        """NĐ 91/2017 Điều 11: five years of a movement of the Prime Minister, at either review."""
        found = opened("nông thôn mới", "interim", date(2020, 12, 1))[FLAG]

        assert (found.outcome, found.asked.years, found.citation.document) == (Outcome.MET, 5, "91/2017/NĐ-CP")

    def test_unread(self) -> None:
        """What details Điều 25 since 2024 was not read: the flag is UNKNOWN, and the text is named."""
        found = opened("văn hóa công sở", "final", date(2025, 12, 20))[FLAG]

        assert (found.outcome, found.missing) == (Outcome.UNKNOWN, ())
        assert found.unread is not None
        assert found.unread.document == "152/2025/NĐ-CP"

    def test_launch_not_known(self) -> None:
        """Of a movement without a known launch, what is known of it may do: a plan of 2017 is over five years old."""
        found = opened("vì người nghèo", "interim", date(2022, 8, 21))
        before = opened("vì người nghèo", "interim", date(2022, 8, 20))

        assert found[FLAG].outcome is Outcome.MET
        assert (before[FLAG].outcome, before[FLAG].missing) == (Outcome.UNKNOWN, ("since",))

    @pytest.mark.parametrize(
        ("keys", "review", "expected"),
        [
            ({}, "final", (Outcome.UNKNOWN, ("launched_by", "since"))),
            ({"launched_by": "province"}, "final", (Outcome.UNKNOWN, ("since",))),
            ({"launched_by": "province", "since": date(2023, 1, 1)}, "interim", (Outcome.UNKNOWN, ("until",))),
            (
                {"launched_by": "province", "since": date(2023, 1, 1), "until": date(2024, 1, 1)},
                "interim",
                (Outcome.UNKNOWN, ("until",)),
            ),
            ({"since": date(2019, 1, 1)}, "final", (Outcome.UNKNOWN, ("launched_by",))),
        ],
    )
    def test_missing(self, keys: dict[str, Any], review: Review, expected: tuple[Outcome, tuple[str, ...]]) -> None:
        """Who launched it, since when and, while it runs, until when it is planned: what is missing is said."""
        found = opened(Movement(**keys), review, date(2024, 6, 1))[THIRD_CLASS]
        settled = [
            each for each in awards_from(Movement(**keys), review, thidua.law_on(date(2024, 6, 1))) if each.missing
        ]

        assert found.outcome is Outcome.UNKNOWN or found.asked.years is None
        assert expected in [(each.outcome, each.missing) for each in settled]

    @pytest.mark.parametrize(
        ("until", "full_on"),
        [
            (date(2024, 5, 18), None),
            (date(2024, 5, 19), date(2024, 5, 19)),
            (date(2026, 1, 1), date(2024, 5, 19)),
            (None, date(2024, 5, 19)),
        ],
    )
    def test_day_of_the_years(self, until: date | None, full_on: date | None) -> None:
        """The years asked are full on a day of the launch; never, where the movement is planned to end before it."""
        made = Movement(launched_by="prime-minister", since=date(2019, 5, 19), until=until)
        law = thidua.law_on(date(2024, 5, 19))
        [flag] = [each for each in awards_from(made, "final", law) if each.asked.years == 5] or [None]

        assert (flag and flag.full_on) == full_on

    def test_full_day_settles(self) -> None:
        """On that day an interim review is one of all the years asked, and on the day before it is not known."""
        made = Movement(launched_by="province", since=date(2019, 6, 1), until=date(2030, 1, 1))
        days_ = (date(2024, 5, 31), date(2024, 6, 1))
        found = [opened(made, "interim", day)["huan-chuong-lao-dong-hang-ba", "collective"] for day in days_]

        assert {each.full_on for each in found} == {days_[1]}
        assert [each.outcome for each in found] == [Outcome.UNKNOWN, Outcome.MET]
        assert "a movement of at least 5 years, full on 1 Jun 2024" in found[0].explain("en")

    def test_left_to_a_document(self) -> None:
        """Khoản 2 Điều 75 leaves letters of commendation to each province: not known until it says."""
        letter = "giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-xa"
        made = Movement(launched_by="commune", since=date(2025, 1, 1), until=date(2026, 1, 1))
        province = thidua.load_document(LAUNCH.parent / "bac-ninh-86-2025.toml")
        day = date(2025, 12, 31)
        bare, laid = (
            [each for each in awards_from(made, "final", law) if each.award.id == letter]
            for law in (thidua.law_on(day), thidua.law_on(day, province))
        )

        assert [(each.outcome, str(each.citation)) for each in bare] == [
            (Outcome.UNKNOWN, "khoản 2 Điều 75 Luật 06/2022/QH15")
        ]
        assert "set by the ministry, sector or province" in bare[0].explain("en")
        assert {(each.outcome, each.delegated) for each in laid} == {(Outcome.MET, None)}

    def test_read_off_the_book(self) -> None:
        """Every condition on a movement is reached from some rule; but three that the decrees' rules restate."""
        for day in (date(2015, 6, 1), date(2020, 6, 1), date(2024, 6, 1), date(2025, 8, 1)):
            law = thidua.law_on(day)
            reached = {
                id(placed) for award in law.awards for rule in law.rules(award) for placed, _ in asked_of(rule, law)
            }
            said = {id(placed): placed for placed in law.of(Clause) if placed.entry.movement is not None}
            left = {placed.entry.id for name, placed in said.items() if name not in reached}
            assert reached <= {*said}
            assert left == ({"71.1.a", "71.2.b", "72.1.a"} if day.year < 2024 else set())

    @given(st.dates(date(2021, 1, 1), date(2032, 1, 1)), st.sampled_from(["interim", "final"]))
    def test_longer_opens_no_less(self, until: date, review: Review) -> None:
        """A movement that runs a year longer opens whatever the shorter one opened."""
        day = date(2025, 2, 1)
        shorter = opened(of_province(until), review, day)
        longer = opened(of_province(date(until.year + 1, until.month, min(until.day, 28))), review, day)

        assert all(
            longer[key].outcome >= found.outcome for key, found in shorter.items() if found.outcome is Outcome.MET
        )

    def test_bad_input(self) -> None:
        """A name or a review that is not there, and a review before the launch, are misuse."""
        with pytest.raises(UnknownTerm, match="movement"):
            awards_from("văn hóa công xở", "final", NEW)
        with pytest.raises(UnknownTerm, match="review"):
            awards_from("văn hóa công sở", "finale", NEW)  # type: ignore[arg-type]  # the mistake it refuses
        with pytest.raises(InputError, match="before its launch"):
            awards_from("văn hóa công sở", "final", thidua.law_on(date(2019, 5, 18)))
        assert awards_from("văn hóa công sở", "final", thidua.law_on(date(2019, 5, 19)))


class TestWords:
    """What people read."""

    def test_launch(self) -> None:
        """The outcome, then each finding with its article; targets below; what a report calls otherwise."""
        told = launch_text(check_launch(load_launch(LAUNCH), thidua.law_on(date(2023, 3, 1))), "vi").splitlines()

        assert told[0].startswith("? Đoàn kết, đột phá")
        assert "✓ có nêu khẩu hiệu (khoản 2 Điều 16 Luật 15/2003/QH11)" in told
        assert "? chưa nêu thời hạn (khoản 2 Điều 16 Luật 15/2003/QH11)" in told
        assert sum("là tên cũ; nay là" in line for line in told) == 1
        assert any(line.endswith("từ 70 % trở lên; trước ngày 30/05/2023") for line in told)
        assert told[-1].startswith("· văn bản chưa đọc")

    @pytest.mark.parametrize(
        ("keys", "words"),
        [
            ({"launched_by": None}, "who launched it is not known"),
            ({"scope": None}, "in which scope is not known"),
            ({"parent": COVID, "planned_on": date(2021, 8, 10)}, "is older than the movement"),
            ({"parent": COVID, "planned_on": date(2021, 8, 14)}, "follows the movement"),
            ({"parent": FIRMS, "planned_on": date(2016, 10, 2)}, "is not known, by 1 Nov 2016 at the latest"),
            ({"parent": "nowhere"}, "the movement it carries out, “nowhere”, was not found"),
            ({"parent": COVID}, "the day of the plan is not known; the movement “Cả nước"),
            ({"targets": (Target(what="PCI", below="2022"),)}, "below 2022; no day stated"),
            ({"targets": (Target(what="hộ nghèo", at_most=Decimal(5), unit="%"),)}, "at most 5 %; no day stated"),
            ({"carries": ("nowhere",)}, "no movement “nowhere” was found"),
            ({"targets": (Target(what="PCI", above="2022"),)}, "above 2022; no day stated"),
            ({"targets": (Target(what="PCI"),)}, "no number stated; no day stated"),
        ],
    )
    def test_english(self, keys: dict[str, Any], words: str) -> None:
        """Every finding has its English sentence."""
        assert words in launch_text(check_launch(plan(**keys), OLD), "en")

    def test_openings(self) -> None:
        """Each award with its recipients, the result asked, the years, the clause, and what was not read."""
        found = awards_from("văn hóa công sở", "final", thidua.law_on(date(2025, 12, 20)))
        told = [each.explain("en") for each in found]

        assert told[0] == (
            "? “Emulation Flag of the Government” for collective, with the result: leading; a movement of at least 5"
            " years, full on 19 May 2024 (clause 3 Article 25 Law 06/2022/QH15); text not read: “quy định chi tiết"
            " khoản 4 Điều 25 Luật Thi đua, khen thưởng” Decree 152/2025/NĐ-CP"
        )
        assert len(told) == len(found)
        assert any("cần có: launched_by" in each.explain() for each in awards_from(Movement(), "final", NEW))


def test_entries_on_launching() -> None:
    """An entry says one of three things, and a form has its words in both languages."""
    faults = {
        "nothing": LaunchEntry(id="1"),
        "two": LaunchEntry(id="1", launchers=("unit",), scopes=("unit",), parts=("slogan",)),
        "scopes alone": LaunchEntry(id="1", scopes=("unit",), parts=("slogan",)),
        "a form without words": LaunchEntry(id="1", manner="regular"),
        "words without a form": LaunchEntry(id="1", parts=("slogan",), label="x", gloss="y"),
    }

    assert all([*entry.faults()] for entry in faults.values())
    assert [*LaunchEntry(id="1", manner="regular", label="x", gloss="y").faults()] == []
    assert [*LaunchEntry(id="1", launchers=("district",)).faults()] == []


def test_compared() -> None:
    """What the law of 2022 changed in launching: criteria for targets, and the name of one form."""
    found = {change.entry: change.kind for change in thidua.compare(OLD, NEW) if change.table == "launch"}

    assert found == {
        "launch part criteria": "added",
        "launch part schedule": "added",
        "launch part inspection": "added",
        "launch part publicity": "added",
        "launch part targets": "removed",
        "launch part slogan": "removed",
        "launch manner thematic": "changed",
    }


def test_old_forms_are_not_movements() -> None:
    """Form 0701 of 2018 has the movements of its time; that of 2023 is not of its year."""
    rows = active_movements(date(2021, 7, 21))

    assert thidua.statistics(rows, "0701").value("01", "1") == 4
    with pytest.raises(NotInForce):
        thidua.statistics(rows, "0701", law=NEW)
