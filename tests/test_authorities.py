"""Who decides an award for a unit, who may not, and who proposes to whom."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua.book.law import Law
from thidua.decision.authorities import Authorities, authority_for
from thidua.decision.offices import offices_ever
from thidua.decision.powers import check_power
from thidua.decision.units import units_known, units_of
from thidua.errors import NotInForce, UnknownTerm
from thidua.model.deciding import Office, Power
from thidua.model.decision import Authority, Decision
from thidua.model.finding import Outcome
from thidua.model.proposing import DECIDER, NEXT_ABOVE, Proposal

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN

FIRST = date(2004, 7, 1)
AMENDED = date(2014, 6, 1)
DETAILED = date(2014, 8, 20)
UNDETAILED = date(2017, 10, 1)
LAW_2022 = date(2024, 1, 1)
COMMUNES = date(2025, 7, 1)
LAW_2026 = date(2026, 10, 1)
CHANGES = (FIRST, AMENDED, DETAILED, UNDETAILED, LAW_2022, COMMUNES, LAW_2026)


def before(day: date) -> date:
    """Return the day before."""
    return day - timedelta(days=1)


DAYS = tuple(sorted({*CHANGES, *(before(day) for day in CHANGES[1:]), date(2027, 3, 1)}))
"""Each day on which powers change, and the day before; a day after a decree's registered end."""
READ = tuple(day for day in DAYS if day < LAW_2026)
UNDER_2003 = tuple(day for day in READ if day < LAW_2022)
AFTER_2013 = tuple(day for day in UNDER_2003 if day >= AMENDED)
UNDER_2022 = tuple(day for day in READ if day >= LAW_2022)
DISTRICTS = tuple(day for day in READ if day < COMMUNES)


@cache
def law_on(day: date, unread: Any = "stop") -> Law:
    """Return the law of a day, made once for these tests."""
    return thidua.law_on(day, unread=unread)


def may(office: str, award: str, day: date) -> Outcome:
    """Say whether an office may decide an award, given to whomever it is for."""
    law = law_on(day)
    try:
        recipients = law.award(award).recipients
    except NotInForce:
        recipients = thidua.award(award).recipients
    (outcome,) = {
        check_power(Decision(award=award, recipient=kind, authority=Authority(office=office)), law).outcome
        for kind in recipients
    }
    return outcome


def deciders(award: str, unit: str, day: date) -> tuple[str, ...]:
    """Return the ids of the offices that decide for a unit."""
    return tuple(office.id for office in authority_for(award, unit, law=law_on(day)).offices)


def way(found: Authorities) -> list[tuple[str | None, str, str]]:
    """Return the chain as ids and outcomes."""
    return [(step.by.id if step.by else None, step.to.id, step.outcome.name) for step in found.chain]


STATE = ("Huân chương Sao vàng", "Huân chương Lao động hạng ba", "Huy chương Hữu nghị", "Giải thưởng Hồ Chí Minh",
         "Giải thưởng Nhà nước", "Anh hùng Lao động")  # fmt: skip
OF_PROVINCES = ("Bằng khen tỉnh", "Cờ tỉnh", "TTLĐXS", "CSTĐ tỉnh")
BASE = ("CSTĐCS", "LĐTT", "TTLĐTT")
OF_FORCES = ("CSTT", "ĐVTT")

# (who, what, on which days may, on which days may not)
MATRIX: tuple[tuple[str, tuple[str, ...], tuple[date, ...], tuple[date, ...]], ...] = (
    ("president", STATE, READ, ()),
    ("president", ("CSTĐTQ", "Cờ CP", *OF_PROVINCES, *BASE), (), READ[:9]),
    ("government", ("Cờ CP",), DISTRICTS, ()),
    ("government", ("CSTĐTQ", "BKTTg"), (), READ),
    ("prime-minister", ("CSTĐTQ", "BKTTg"), READ, ()),
    ("prime-minister", ("Cờ CP",), (), DISTRICTS),
    ("minister", OF_PROVINCES, READ, ()),
    ("province-chair", OF_PROVINCES, READ, ()),
    ("minister", ("ĐVQT",), UNDER_2003, ()),
    ("province-chair", ("ĐVQT",), UNDER_2003, UNDER_2022),
    ("province-chair", BASE, (), READ),
    ("minister", BASE, tuple(day for day in READ if DETAILED <= day < UNDETAILED or day >= LAW_2022), (FIRST,)),
    ("unit-head", BASE, READ, ()),
    ("department-head", BASE, READ, ()),
    ("unit-head", OF_FORCES, UNDER_2003, ()),
    ("department-head", OF_FORCES, UNDER_2003, UNDER_2022),
    ("unit-head", ("giay-khen-cua-thu-truong-don-vi",), READ, ()),
    ("department-head", ("Giấy khen sở",), READ, ()),
    # the allow-list of the chair of a district, by date
    ("district-chair", (*BASE, "Giấy khen huyện", "ấp văn hóa"), DISTRICTS, READ[len(DISTRICTS):]),
    ("district-chair", OF_FORCES, UNDER_2003, tuple(day for day in READ if day >= COMMUNES)),
    ("district-chair", ("GĐVH", *OF_PROVINCES), (), READ),
    # the chair of a commune
    ("commune-chair", ("Giấy khen xã", "GĐVH"), READ, ()),
    ("commune-chair", ("LĐTT",), tuple(day for day in READ if day >= AMENDED), (FIRST, before(AMENDED))),
    ("commune-chair", ("CSTĐCS", "TTLĐTT", "ấp văn hóa"), tuple(day for day in READ if day >= COMMUNES), DISTRICTS),
    ("commune-chair", OF_PROVINCES, (), READ),
    # enterprises: those of the State till 2014, then all; the chair of a board keeps giấy khen alone
    ("enterprise-director", (*BASE, "giay-khen-cua-doanh-nghiep-hop-tac-xa"), READ, ()),
    ("enterprise-director", OF_FORCES, (FIRST, before(AMENDED)), (*AFTER_2013, *UNDER_2022)),
    ("enterprise-board-chair", BASE, UNDER_2003, UNDER_2022),
    ("enterprise-board-chair", ("giay-khen-cua-doanh-nghiep-hop-tac-xa",), READ, ()),
    # the army
    ("military-region-head", ("ĐVQT", "TTLĐXS"), tuple(day for day in READ if DETAILED <= day < UNDETAILED), ()),
    # the law of 2022 alone; what it leaves to the ministries of the armed forces it gives to no chair
    ("district-chair", OF_FORCES, (), (LAW_2022,)),
    ("commune-chair", OF_FORCES, (), (LAW_2022,)),
    ("minister", ("Kỷ niệm chương",), UNDER_2022, ()),
    ("province-chair", ("Kỷ niệm chương", "xa-phuong-thi-tran-tieu-bieu"), UNDER_2022, ()),
    ("association-head", ("Kỷ niệm chương",), UNDER_2022, ()),
    ("association-head", (*OF_PROVINCES, *BASE), (), UNDER_2022),
    ("na-standing-committee", ("Kỷ niệm chương của Ủy ban Thường vụ Quốc hội",), UNDER_2022, ()),
)  # fmt: skip


def rows() -> Iterator[Any]:
    """Yield each cell of the matrix: an office, an award, a day and whether it may."""
    for office, awards, yes, no in MATRIX:
        for award in awards:
            for days, outcome in ((yes, MET), (no, NOT_MET)):
                yield from (pytest.param(office, award, day, outcome, id=f"{office}-{award}-{day}") for day in days)


class TestMatrix:
    """Điều 77-80 of both laws, Điều 26 NĐ 65/2014, Điều 59 NĐ 129/2025, the day before and of each change."""

    @pytest.mark.parametrize(("office", "award", "day", "outcome"), list(rows()))
    def test_power(self, office: str, award: str, day: date, outcome: Outcome) -> None:
        """Each office, what it may and what it may not."""
        assert may(office, award, day) is outcome

    @pytest.mark.parametrize(
        ("office", "award", "day"),
        [
            *(("prime-minister", "Cờ CP", day) for day in (COMMUNES, before(LAW_2026))),
            *(("government", "Cờ CP", day) for day in (COMMUNES, before(LAW_2026))),
            *(("minister", "ĐVQT", day) for day in UNDER_2022),
            *(
                ("minister", award, day)
                for day in UNDER_2003
                for award in BASE
                if FIRST < day < DETAILED or day >= UNDETAILED
            ),
            *(("military-region-head", award, AMENDED) for award in ("ĐVQT", "TTLĐXS")),
            *(("military-region-head", "TTLĐXS", day) for day in (before(DETAILED), UNDETAILED, *UNDER_2022)),
            *(("unit-head", award, day) for day in UNDER_2022 for award in OF_FORCES),
            *(("military-region-head", "Bằng khen quân khu", day) for day in (*AFTER_2013, *UNDER_2022)),
            *(("military-region-head", "Cờ quân khu", day) for day in (*AFTER_2013, *UNDER_2022)),
            *(("national-university-director", "Bằng khen của đại học quốc gia", day) for day in UNDER_2022),
            *(("commune-chair", "LĐTT", day) for day in DAYS if day >= LAW_2026),
        ],
    )
    def test_open(self, office: str, award: str, day: date) -> None:
        """What is left to the Government, to Defence or to Public Security, or stands in a text not read, is open."""
        assert may(office, award, day) is UNKNOWN

    @pytest.mark.parametrize("name", ["UBND huyện Hồng Ngự", "Ủy ban nhân dân quận 1", "UBND thị xã Kiến Tường"])
    def test_body(self, name: str) -> None:
        """A power is the chair's and never the committee's; reports name the committee, and that is said."""
        signed = Decision(award="LĐTT", recipient="individual", authority=Authority(printed=name))
        found = check_power(signed, law_on(before(COMMUNES)))

        assert (found.outcome, found.have) == (MET, "district-chair")
        assert [note.code for note in found.children] == ["normalised"]

    @pytest.mark.parametrize("award", BASE)
    def test_district_gone(self, award: str) -> None:
        """From 2025-07-01 there is no such office: a decision of it is none, and it is said why."""
        signed = Decision(award=award, recipient="individual", authority=Authority(printed="UBND huyện Hồng Ngự"))
        gone, there = (check_power(signed, law_on(day)) for day in (COMMUNES, before(COMMUNES)))

        assert (gone.outcome, there.outcome) == (NOT_MET, MET)
        assert [note.code for note in gone.children][:2] == ["normalised", "office-not-in-force"]
        assert {note.code for note in gone.children[2:]} == {"given-to"}
        assert [note.code for note in there.children] == ["normalised"]

    @pytest.mark.parametrize(
        ("office", "award", "unit", "day", "outcome"),
        [
            ("district-chair", "LĐTT", "Công an huyện Hồng Ngự", before(LAW_2022), MET),
            ("district-chair", "LĐTT", "Công an huyện Hồng Ngự", LAW_2022, UNKNOWN),
            ("district-chair", "LĐTT", "UBND xã Tân Hội", LAW_2022, MET),
            ("district-chair", "LĐTT", "Trường A", LAW_2022, MET),
            ("minister", "TTLĐXS", "Bộ Quốc phòng", before(AMENDED), MET),
            ("minister", "TTLĐXS", "Bộ Quốc phòng", AMENDED, UNKNOWN),
            ("minister", "TTLĐXS", "Bộ Công an", AMENDED, MET),
            ("minister", "TTLĐXS", "Bộ Công an", LAW_2022, UNKNOWN),
            ("president", "LĐTT", "Công an huyện Hồng Ngự", LAW_2022, NOT_MET),
            ("military-region-head", "TTLĐXS", "Quân khu 9", DETAILED, MET),
            ("military-region-head", "TTLĐXS", "Sở Nội vụ", DETAILED, NOT_MET),
            ("military-region-head", "TTLĐXS", "Công an tỉnh", DETAILED, NOT_MET),
        ],
    )
    def test_unit(self, office: str, award: str, unit: str, day: date, outcome: Outcome) -> None:
        """The titles of a unit that is the army's or the police's by its name are theirs; a civil unit's are not."""
        signed = Decision(award=award, recipient="collective", unit=unit, authority=Authority(office=office))
        found = check_power(signed, law_on(day))

        assert found.outcome is outcome
        assert [note.outcome for note in found.children if note.code == "left-to"] == (
            [UNKNOWN] if outcome is UNKNOWN else [NOT_MET] if office == "president" else []
        )
        assert (office in found.need) is (outcome is MET)

    @pytest.mark.parametrize(
        ("name", "day", "outcome"),
        [
            ("Chủ tịch UBND thị trấn Sa Rài", before(COMMUNES), MET),
            ("Chủ tịch UBND thị trấn Sa Rài", COMMUNES, UNKNOWN),
            ("Chủ tịch UBND đặc khu Phú Quốc", before(COMMUNES), UNKNOWN),
            ("Chủ tịch UBND đặc khu Phú Quốc", COMMUNES, MET),
            ("Giám đốc Công ty A", before(AMENDED), UNKNOWN),
            ("Giám đốc Công ty A", AMENDED, MET),
            ("Giám đốc doanh nghiệp nhà nước A", FIRST, MET),
        ],
    )
    def test_printed(self, name: str, day: date, outcome: Outcome) -> None:
        """A name is an office's only on days on which it is one beyond doubt: towns went and special zones came."""
        signed = Decision(award="LĐTT", recipient="individual", authority=Authority(printed=name))

        assert check_power(signed, law_on(day)).outcome is outcome


class TestAuthorityFor:
    """The other way round: from a unit to whoever decides."""

    @pytest.mark.parametrize(
        ("award", "unit", "day", "expected"),
        [
            ("LĐTT", "commune", before(AMENDED), ("district-chair",)),
            ("LĐTT", "commune", AMENDED, ("commune-chair", "district-chair")),
            ("LĐTT", "commune", COMMUNES, ("commune-chair",)),
            ("CSTĐCS", "commune", before(COMMUNES), ("district-chair",)),
            ("CSTĐCS", "commune", COMMUNES, ("commune-chair",)),
            ("Bằng khen tỉnh", "commune", COMMUNES, ("province-chair",)),
            ("CSTĐCS", "department", FIRST, ("department-head",)),
            ("CSTĐCS", "department", before(LAW_2026), ("department-head",)),
            ("LĐTT", "ministry-unit", before(DETAILED), ("unit-head",)),
            ("LĐTT", "ministry-unit", LAW_2022, ("unit-head", "minister")),
            ("LĐTT", "ministry-office", DETAILED, ("minister",)),
            ("LĐTT", "ministry-office", LAW_2022, ("minister",)),
            ("LĐTT", "state-enterprise", before(AMENDED), ("enterprise-board-chair", "enterprise-director")),
            ("LĐTT", "enterprise", AMENDED, ("enterprise-board-chair", "enterprise-director")),
            ("LĐTT", "enterprise", LAW_2022, ("enterprise-director",)),
            (
                "giay-khen-cua-doanh-nghiep-hop-tac-xa",
                "enterprise",
                LAW_2022,
                ("enterprise-director", "enterprise-board-chair"),
            ),
            ("CSTT", "militia", before(LAW_2022), ("district-chair",)),
            ("CSTT", "army", before(LAW_2022), ("unit-head",)),
            ("ĐVQT", "army", DETAILED, ("military-region-head", "minister")),
            ("ĐVQT", "police", DETAILED, ("minister",)),
            ("Bằng khen tỉnh", "court", FIRST, ("minister",)),
            ("Kỷ niệm chương", "association", LAW_2022, ("association-head",)),
            ("CSTĐTQ", "enterprise", LAW_2022, ("prime-minister",)),
            ("Huân chương Lao động hạng ba", "commune", LAW_2022, ("president",)),
        ],
    )
    def test_deciders(self, award: str, unit: str, day: date, expected: tuple[str, ...]) -> None:
        """The offices of the unit's own line, the nearest first, each with the article that gives it the power."""
        found = authority_for(award, unit, law=law_on(day))

        assert (found.outcome, found.reason) == (MET, None)
        assert tuple(office.id for office in found.offices) == expected
        assert found.citation == found.citations[0] == found.deciders[0].citation
        assert all(decider.recipients == found.award.recipients for decider in found.deciders)

    @pytest.mark.parametrize(
        ("award", "unit", "day", "reason", "left_to"),
        [
            ("ĐVQT", "army", AMENDED, "left-to", "Chính phủ"),
            ("TTLĐXS", "army", before(DETAILED), "left-to", "Chính phủ"),
            ("TTLĐXS", "army", UNDETAILED, "left-to", "Chính phủ"),
            ("ĐVQT", "police", LAW_2022, "left-to", "Chính phủ"),
            ("LĐTT", "army", LAW_2022, "left-to", "Bộ Quốc phòng, Bộ Công an"),
            ("CSTĐCS", "police", before(LAW_2026), "left-to", "Bộ Quốc phòng, Bộ Công an"),
            ("CSTT", "militia", LAW_2022, "left-to", "Bộ Quốc phòng, Bộ Công an"),
            ("CSTT", "district", LAW_2022, "left-to", "Bộ Quốc phòng, Bộ Công an"),
            ("Bằng khen quân khu", "military-region", LAW_2022, "left-to", "Bộ trưởng Bộ Quốc phòng"),
            ("Cờ quân khu", "army", AMENDED, "left-to", "Bộ Quốc phòng, Bộ Công an"),
            ("Cờ thi đua của đại học quốc gia", "national-university", LAW_2022, "left-to",
             "Bộ trưởng Bộ Giáo dục và Đào tạo"),
            ("Huy hiệu", "commune", FIRST, "not-read", None),
            ("LĐTT", "enterprise", before(AMENDED), "not-in-line", None),
            ("LĐTT", "province", LAW_2022, "not-in-line", None),
            ("GĐVH", "department", LAW_2022, "not-in-line", None),
            ("LĐTT", "ministry-office", before(DETAILED), "unit-not-named", None),
            ("LĐTT", "ministry-office", UNDETAILED, "unit-not-named", None),
            ("Bằng khen tỉnh", "party-body", before(AMENDED), "unit-not-named", None),
            ("TTLĐXS", "enterprise", LAW_2022, "several-lines", None),
            ("LĐTT", "public-unit", LAW_2022, "several-lines", None),
            ("Cờ CP", "commune", COMMUNES, "unread", None),
            ("LĐTT", "ministry", UNDETAILED, "unread", None),
            ("LĐTT", "commune", LAW_2026, "unread", None),
        ],
    )  # fmt: skip
    def test_open(self, award: str, unit: str, day: date, reason: str, left_to: str | None) -> None:
        """What no text read settles is UNKNOWN, with the reason; rules that are left to a body name the body."""
        found = authority_for(award, unit, law=law_on(day))

        assert (found.outcome, found.reason, found.left_to) == (UNKNOWN, reason, left_to)
        assert (found.unread is not None) is (reason == "unread")

    def test_army_and_police(self) -> None:
        """Điều 79 of 2013 leaves the titles of the army, and not those of the police, to the Government."""
        assert authority_for("TTLĐXS", "army", law=law_on(AMENDED)).reason == "left-to"
        assert deciders("TTLĐXS", "police", AMENDED) == ("minister",)
        assert deciders("TTLĐXS", "army", before(AMENDED)) == ("minister",)

    def test_district_gone(self) -> None:
        """From 2025-07-01 there are no districts; the day before their chair decides."""
        found = authority_for("CSTĐCS", "UBND huyện Hồng Ngự", law=law_on(COMMUNES))

        assert (found.outcome, found.reason, found.offices) == (NOT_MET, "unit-not-in-force", ())
        assert found.unit is not None
        assert found.unit.id == "district"
        assert deciders("CSTĐCS", "UBND huyện Hồng Ngự", before(COMMUNES)) == ("district-chair",)

    def test_candidates(self) -> None:
        """Where it depends on what the unit stands under, all who might are named, and what would tell."""
        found = authority_for("TTLĐXS", "enterprise", law=law_on(LAW_2022))

        assert [office.id for office in found.offices] == ["minister", "province-chair"]
        assert found.missing == ("unit.above",)

    def test_others(self) -> None:
        """Beside those of the line stand those who decide for other units."""
        found = authority_for("Bằng khen tỉnh", "commune", law=law_on(LAW_2022))

        assert [office.id for office in found.others] == ["minister"]

    def test_last_text(self) -> None:
        """Who goes by the last text read is told what it says; else it is beside an open answer."""
        stop, last = (authority_for("LĐTT", "commune", law=law_on(LAW_2026, how)) for how in ("stop", "last-text"))

        assert (stop.outcome, last.outcome) == (UNKNOWN, MET)
        assert stop.offices == last.offices
        assert stop.unread is not None
        assert "06/2026/QH16" in stop.unread.gloss

    def test_misuse(self) -> None:
        """An award that never was, or not on the day, and a word that is no unit are errors."""
        with pytest.raises(UnknownTerm):
            authority_for("Danh hiệu không có", "commune", law=law_on(LAW_2022))
        with pytest.raises(NotInForce):
            authority_for("Giấy khen huyện", "commune", law=law_on(COMMUNES))
        with pytest.raises(UnknownTerm, match="did you mean 'commune'"):
            authority_for("LĐTT", "comune", law=law_on(LAW_2022))


class TestNames:
    """From a printed name to a kind of unit."""

    @pytest.mark.parametrize(
        ("name", "unit"),
        [
            ("UBND xã Tân Hội", "commune"),
            ("ubnd phuong 1", "commune"),
            ("Chủ tịch UBND xã Tân Hội", "commune"),
            ("commune-chair", "commune"),
            ("UBND huyện Hồng Ngự", "district"),
            ("UBND tỉnh Đồng Tháp", "province"),
            ("UBND thành phố Hồ Chí Minh", "province"),
            ("Sở Nội vụ", "department"),
            ("Giám đốc Sở Y tế", "department"),
            ("Bộ Nội vụ", "ministry"),
            ("Bộ trưởng Bộ Nội vụ", "ministry"),
            ("minister", "ministry"),
            ("Tòa án nhân dân tối cao", "court"),
            ("Chánh án Tòa án nhân dân tối cao", "court"),
            ("Văn phòng Quốc hội", "state-office"),
            ("Công an xã Tân Hội", "police"),
            ("Bộ Công an", "police"),
            ("Bộ Quốc phòng", "army"),
            ("Bộ Chỉ huy quân sự tỉnh", "army"),
            ("Quân khu 9", "military-region"),
            ("Công ty Cổ phần A", "enterprise"),
            ("HTX Tân Tiến", "enterprise"),
            ("Đại học Quốc gia Hà Nội", "national-university"),
        ],
    )
    def test_read(self, name: str, unit: str) -> None:
        """The longest beginning counts, accents and case forgiven; a body and its head are one unit."""
        found = authority_for("LĐTT", name, law=law_on(LAW_2022))

        assert found.unit is not None
        assert (found.given, found.unit.id) == (name, unit)

    @pytest.mark.parametrize("name", ["Trường THPT A", "UBND", "UBND thành phố Vị Thanh", "Phòng Nội vụ", ""])
    def test_not_read(self, name: str) -> None:
        """A name that tells no unit beyond doubt leaves the answer open."""
        found = authority_for("LĐTT", name, law=law_on(LAW_2022))

        assert (found.outcome, found.reason, found.missing) == (UNKNOWN, "unit-unknown", ("unit",))
        assert found.deciders == ()

    def test_company(self) -> None:
        """Till 2014 State enterprises alone decide, and a company's name does not show whether it is one."""
        assert authority_for("LĐTT", "Công ty A", law=law_on(before(AMENDED))).reason == "not-in-line"
        assert deciders("LĐTT", "Công ty A", AMENDED) == ("enterprise-board-chair", "enterprise-director")


class TestChain:
    """Who proposes to whom: Điều 83 of both laws, điểm a khoản 2 Điều 26 NĐ 65/2014."""

    @pytest.mark.parametrize(
        ("award", "unit", "day", "expected"),
        [
            ("CSTĐCS", "commune", FIRST, [("commune-chair", "district-chair", "MET")]),
            ("CSTĐCS", "commune", DETAILED, [("commune-chair", "district-chair", "MET")]),
            ("CSTĐCS", "commune", before(COMMUNES), [("commune-chair", "district-chair", "MET")]),
            ("CSTĐCS", "commune", COMMUNES, []),
            ("LĐTT", "department", FIRST, []),
            ("TTLĐXS", "department", FIRST, [("department-head", "province-chair", "MET")]),
            ("TTLĐXS", "department", AMENDED, [("department-head", "province-chair", "MET")]),
            ("TTLĐXS", "department", LAW_2022, [("department-head", "province-chair", "MET")]),
            ("TTLĐXS", "ministry-office", LAW_2022, [(None, "minister", "UNKNOWN")]),
            ("Bằng khen tỉnh", "commune", FIRST,
             [("commune-chair", "district-chair", "UNKNOWN"), ("district-chair", "province-chair", "MET")]),
            ("Bằng khen tỉnh", "commune", AMENDED,
             [("commune-chair", "district-chair", "MET"), ("district-chair", "province-chair", "MET")]),
            ("Bằng khen tỉnh", "commune", LAW_2022, [("commune-chair", "province-chair", "UNKNOWN")]),
            ("Bằng khen tỉnh", "commune", COMMUNES, [("commune-chair", "province-chair", "MET")]),
            ("CSTĐTQ", "province", FIRST, [("province-chair", "prime-minister", "MET")]),
            ("Cờ CP", "ministry", FIRST, [("minister", "government", "MET")]),
            ("Cờ CP", "court", before(AMENDED), [(None, "government", "UNKNOWN")]),
            ("Cờ CP", "court", AMENDED, [("minister", "government", "MET")]),
            ("Anh hùng Lao động", "court", FIRST,
             [("minister", "prime-minister", "MET"), ("prime-minister", "president", "MET")]),
            ("BKTTg", "department", LAW_2022,
             [("department-head", "province-chair", "UNKNOWN"), ("province-chair", "prime-minister", "MET")]),
            ("BKTTg", "national-university", LAW_2022, [("national-university-director", "prime-minister", "MET")]),
            ("Anh hùng Lao động", "assembly", LAW_2022,
             [(None, "assembly-commendation-head", "UNKNOWN"),
              ("assembly-commendation-head", "prime-minister", "MET"), ("prime-minister", "president", "MET")]),
            ("Anh hùng Lao động", "enterprise", LAW_2022, [("prime-minister", "president", "MET")]),
            ("BKTTg", "enterprise", LAW_2022, []),
            ("Kỷ niệm chương của Ủy ban Thường vụ Quốc hội", "commune", LAW_2022,
             [(None, "assembly-commendation-head", "UNKNOWN"),
              ("assembly-commendation-head", "na-standing-committee", "MET")]),
        ],
    )  # fmt: skip
    def test_way(self, award: str, unit: str, day: date, expected: list[tuple[str | None, str, str]]) -> None:
        """From the unit's head up to whoever decides; a step that no article read says is UNKNOWN."""
        assert way(authority_for(award, unit, law=law_on(day))) == expected

    def test_commune_to_district(self) -> None:
        """From 2014-08-20 to 2017-09-30 the decree itself says to whom the commune's chair proposes CSTĐCS."""
        cited = [authority_for("CSTĐCS", "commune", law=law_on(day)).chain[0].citation for day in DISTRICTS]

        decree = "điểm a khoản 2 Điều 26 Nghị định 65/2014/NĐ-CP"
        assert [str(each) == decree for each in cited] == [DETAILED <= day < UNDETAILED for day in DISTRICTS]

    @pytest.mark.parametrize("day", READ)
    def test_whole(self, day: date) -> None:
        """Steps follow one another, the last goes to the nearest decider, and only a known step has no doubt."""
        law = law_on(day)
        for award in law.awards:
            for unit in units_of(law):
                found = authority_for(award, unit, law=law)
                steps = found.chain
                assert all(one.to == other.by for one, other in pairwise(steps))
                assert all(step.citation is not None for step in steps if step.outcome is MET)
                assert not steps or steps[-1].to == found.offices[0]


class TestAgreement:
    """``authority_for`` and ``check_power`` against each other."""

    @pytest.mark.parametrize("day", DAYS)
    def test_exhaustive(self, day: date) -> None:
        """Whoever is named for some unit may decide, whoever may decide is named for some unit: all awards, offices."""
        law = law_on(day, "last-text")
        for award in law.awards:
            answers = [authority_for(award, unit, law=law) for unit in units_of(law)]
            named = {office.id for answer in answers if answer.outcome is MET for office in answer.offices}
            for kind in award.recipients:
                may = {
                    office
                    for office in offices_ever()
                    if check_power(
                        Decision(award=award.id, recipient=kind, authority=Authority(office=office)), law
                    ).outcome
                    is MET
                }
                assert named == may, award.id

    @given(st.data())
    def test_any_day(self, data: st.DataObject) -> None:
        """On any day, for any unit of any day: an office that is named for certain may decide on that day."""
        day = data.draw(st.dates(FIRST, date(2028, 1, 1)))
        law = thidua.law_on(day)
        award = data.draw(st.sampled_from(law.awards))
        found = authority_for(award, data.draw(st.sampled_from(sorted(units_known(law)))), law=law)
        may = {
            office.id: check_power(
                Decision(award=award.id, recipient=award.recipients[0], authority=Authority(office=office.id)), law
            ).outcome
            for office in found.offices
        }

        assert (found.outcome is MET) == (found.reason is None)
        assert all(outcome is (UNKNOWN if found.unread else MET) for outcome in may.values())


class TestBook:
    """What the entries of the book must be."""

    @pytest.mark.parametrize("day", DAYS)
    def test_references(self, day: date) -> None:
        """Every office and unit that a unit, a proposal or a power names is there on the day."""
        law = law_on(day)
        offices = {placed.entry.id for placed in law.of(Office)}
        units = units_of(law)
        proposals = [placed.entry for placed in law.of(Proposal)]

        assert {office for unit in units.values() for office in unit.offices} <= offices
        assert {name for unit in units.values() for name in unit.above} <= set(units)
        # What an article said of a district's chair is not written anew where the districts are gone.
        assert {office for entry in proposals for office in (*entry.offices, *entry.decided_by)} <= set(offices_ever())
        assert {name for entry in proposals for name in entry.units} <= set(units)
        assert {entry.to for entry in proposals} <= {*offices, DECIDER, NEXT_ABOVE}
        assert {office for placed in law.of(Power) for office in placed.entry.offices} <= offices

    @pytest.mark.parametrize("day", DAYS)
    def test_beginnings(self, day: date) -> None:
        """No printed name of a unit means two of them."""
        names = [name for unit in units_of(law_on(day)).values() for name in unit.printed]

        assert len(names) == len(set(names))

    def test_circle(self, law_of: Callable[..., Law]) -> None:
        """A draft whose units stand under each other is read to the end all the same."""
        law = law_of(CIRCLE)

        assert authority_for("title", "left", law=law).outcome is MET
        assert deciders_of(authority_for("title", "right", law=law)) == ["head"]

    def test_recipients(self, law_of: Callable[..., Law]) -> None:
        """A power over individuals alone says so."""
        (decider,) = authority_for("title", "left", law=law_of(CIRCLE)).deciders

        assert decider.recipients == ("individual",)

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ('[[power]]\nid = "4"\noffices = ["hed"]\nawards = ["title"]', "unknown-office"),
            ('[[unit]]\nid = "top"\nlabel = "a"\ngloss = "a"\nsource = "Điều 2"\noffices = ["hed"]', "unknown-office"),
            ('[[unit]]\nid = "top"\nlabel = "a"\ngloss = "a"\nsource = "Điều 2"\nabove = ["lift"]', "unknown-unit"),
            ('[[proposal]]\nid = "5"\noffices = ["head"]\nto = "hed"', "unknown-office"),
            ('[[proposal]]\nid = "5"\noffices = ["head"]\nto = "decider"\nunits = ["lift"]', "unknown-unit"),
            ('[[proposal]]\nid = "5"\noffices = ["head"]\nto = "decider"\ndecided_by = ["hed"]', "unknown-office"),
            ('[[proposal]]\nid = "5"\noffices = ["head"]', "missing"),
            ('[[proposal]]\nid = "5"\noffices = ["head"]\nto = "next-above"', "missing"),
            ('[[proposal]]\nid = "5"\noffices = ["head"]\nto = "head"\ngeneral = true', "bad-value"),
            ('[[proposal]]\nid = "5"\noffices = ["head"]\nto = "decider"\ndirect = true', "too-much"),
            ('[[proposal]]\nid = "5"\noffices = ["head"]\nto = "decider"\nawards = ["title"]\ndecided_by = ["head"]',
             "too-much"),
        ],
    )  # fmt: skip
    def test_bad(self, law_of: Callable[..., Law], more: str, code: str) -> None:
        """A document that names nobody, or says what does not go together, is refused with the place."""
        with pytest.raises(thidua.InputError) as caught:
            law_of(f"{CIRCLE}\n{more}")

        assert code in [problem.code for problem in caught.value.problems]

    def test_office_of_other_days(self, law_of: Callable[..., Law]) -> None:
        """An office of other days is no reference to nothing."""
        law = law_of(f'{CIRCLE}\n[[power]]\nid = "4"\noffices = ["district-chair"]\nawards = ["title"]')

        assert [office.id for office in authority_for("title", "left", law=law).others] == ["district-chair"]


def deciders_of(found: Authorities) -> list[str]:
    """Return the ids of the offices."""
    return [office.id for office in found.offices]


CIRCLE = """
[document]
id = "1/QĐ"
title = "Units for these tests"
kind = "draft"
issuer = "Tests"
standing = "verified"
checked = 2026-11-22

[[award]]
id = "title"
label = "Danh hiệu"
gloss = "Title"
kind = "emulation-title"
level = "grassroots"
recipients = ["individual", "collective"]
source = "Điều 1"

[[office]]
id = "head"
label = "Trưởng"
gloss = "Head"
source = "Điều 2"

[[unit]]
id = "left"
label = "trái"
gloss = "left"
offices = ["head"]
above = ["right"]
source = "Điều 2"

[[unit]]
id = "right"
label = "phải"
gloss = "right"
above = ["left"]
source = "Điều 2"

[[power]]
id = "3"
offices = ["head"]
awards = ["title"]
recipients = ["individual"]
"""


class TestExplain:
    """An answer in prose."""

    def test_vietnamese(self) -> None:
        """Who decides, by which article, who else, and the way of the proposal."""
        found = authority_for("CSTĐCS", "UBND xã Tân Hội", law=law_on(DETAILED))
        lines = found.explain("vi").splitlines()

        assert (
            lines[0]
            == "✓ Thẩm quyền tặng “Chiến sĩ thi đua cơ sở” cho cấp xã, theo pháp luật ngày 20 tháng 8 năm 2014."
        )
        assert lines[1] == "ghi “UBND xã Tân Hội”: hiểu là cấp xã"
        assert lines[3].startswith("  - Chủ tịch Ủy ban nhân dân cấp huyện (khoản 1 Điều 80 Luật 15/2003/QH11")
        assert lines[-1].endswith("(điểm a khoản 2 Điều 26 Nghị định 65/2014/NĐ-CP)")

    def test_english(self) -> None:
        """The same in English, the article cited as it is."""
        found = authority_for("LĐTT", "police", law=law_on(LAW_2022))

        assert found.explain("en").splitlines()[:2] == [
            "? Who decides “Advanced Worker” for unit of the People's Public Security, under the law of 1 Jan 2024.",
            (
                "the law leaves it to rules of the Ministries of Defence and of Public Security "
                "(clause 5 Article 80 Law 06/2022/QH15)"
            ),
        ]

    @pytest.mark.parametrize("locale", ["vi", "en"])
    @pytest.mark.parametrize("day", DAYS)
    def test_all(self, day: date, locale: str) -> None:
        """Whatever the answer, it can be said, and an open one never says who decides as if it were certain."""
        law = law_on(day)
        certain = {"vi": "Người quyết định:", "en": "Decided by:"}[locale]
        for award in ("LĐTT", "ĐVQT", "BKTTg", "TTLĐXS", "Cờ CP"):
            for unit in [*units_known(law), "Trường A"]:
                found = authority_for(award, unit, law=law)
                assert (certain in found.explain(locale).splitlines()) is (found.outcome is MET)

    def test_dump(self) -> None:
        """As JSON: offices and units with their words, the award by its id, the steps in order."""
        found = json.loads(thidua.dump(authority_for("CSTĐCS", "commune", law=law_on(DETAILED))))

        assert (found["award"], found["outcome"], found["unit"]["id"]) == ("chien-si-thi-dua-co-so", "met", "commune")
        assert [office["id"] for office in found["offices"]] == ["district-chair"]
        assert [(step["by"]["id"], step["to"]["id"]) for step in found["chain"]] == [
            ("commune-chair", "district-chair")
        ]

    def test_repr(self) -> None:
        """Short: the award, the unit, the outcome and who, or why not."""
        law = law_on(LAW_2022)

        assert repr(authority_for("TTLĐTT", "department", law=law)) == (
            "<Authorities tap-the-lao-dong-tien-tien 'department': MET department-head>"
        )
        assert repr(authority_for("LĐTT", "army", law=law)) == (
            "<Authorities lao-dong-tien-tien 'army': UNKNOWN left-to>"
        )
