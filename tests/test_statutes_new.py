"""The law since 2024, as the statute book holds it: what each article asks, who decides, what is paid, from when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from thidua import NotInForce, Outcome, assess, law_on, load_document, load_dossier
from thidua.book.law import Law, Placed
from thidua.decision.powers import check_power
from thidua.model.citation import Standing
from thidua.model.condition import (
    Delegated,
    Holds,
    InitiativeOf,
    Leads,
    MembersOf,
    MovementOf,
    Run,
    Undisciplined,
)
from thidua.model.deciding import Amount, BonusEntry, Office, Power, Rate, Rounding
from thidua.model.decision import Authority, Decision
from thidua.model.entry import Entry
from thidua.model.outline import Reading, Unread
from thidua.model.provision import AwardEntry, Bar, Clause, Counting, Ground, Rule

LAW = "06/2022/QH15"
FIRST = date(2024, 1, 1)
BEFORE_COMMUNES, COMMUNES = date(2025, 6, 30), date(2025, 7, 1)
BEFORE_SALARY, SALARY = date(2026, 6, 30), date(2026, 7, 1)
BEFORE_AMENDMENT, AMENDMENT = date(2026, 9, 30), date(2026, 10, 1)
EVERY_DAY = (
    FIRST, BEFORE_COMMUNES, COMMUNES, BEFORE_SALARY, SALARY, BEFORE_AMENDMENT, AMENDMENT
)  # fmt: skip

FRAME = date(2024, 1, 30)
BEFORE_CIRCULAR, CIRCULAR = date(2025, 8, 4), date(2025, 8, 5)

CSTDCS = "chien-si-thi-dua-co-so"
LDTT = "lao-dong-tien-tien"
CULTURAL_FAMILY = "gia-dinh-van-hoa"
CULTURAL_VILLAGE = "thon-to-dan-pho-van-hoa"
GOVERNMENT_FLAG = "co-thi-dua-cua-chinh-phu"
CSTD = "chien-si-thi-dua-bo-ban-nganh-tinh"
FLAG = "co-thi-dua-cua-bo-ban-nganh-tinh"
LABOUR_THIRD = "huan-chuong-lao-dong-hang-ba"
BKTTG = "bang-khen-cua-thu-tuong-chinh-phu"
BK = "bang-khen-cua-bo-ban-nganh-tinh"
LETTER_DISTRICT = "giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-huyen"
LETTER_COMMUNE = "giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-xa"
EXEMPLARY = "xa-phuong-thi-tran-tieu-bieu"


def clause(law: Law, name: str, document: str = LAW) -> Clause:
    """Return the one clause of that id in force."""
    (found,) = [each.entry for each in law.of(Clause) if each.entry.id == name and each.home.id == document]
    return found


def rule(law: Law, award: str, name: str) -> Rule:
    """Return the one rule of that id by which the award is given."""
    (found,) = [each.entry for each in law.rules(law.award(award)) if each.entry.id == name]
    return found


def condition(law: Law, name: str, document: str = LAW) -> Any:
    """Return what a clause asks."""
    return clause(law, name, document).condition[1]


def deciders(law: Law, award: str) -> set[str]:
    """Return the offices that decide an award."""
    return {
        office
        for each in law.of(Power)
        if award in each.entry.awards and each.entry.left_to is None
        for office in each.entry.offices
    }


def money(law: Law, award: str) -> dict[str, Decimal]:
    """Return the multiples of an award, by recipient."""
    return {
        kind: multiple
        for each in law.of(BonusEntry)
        if award in each.entry.awards
        for kind in ("individual", "collective", "household")
        if (multiple := getattr(each.entry, kind)) is not None
    }


def stopped(law: Law, table: str) -> set[str]:
    """Return the awards whose entries of a table rest on a text that was not read and stops the answer."""
    return {award.id for award in law.awards if list(law.stopping(table, award.id))}


def answer(award: str, day: date, subject: dict[str, Any], **facts: Any) -> Outcome:
    """Judge a whole record of one year by the last text read, every judgement attested."""
    record = {"subject": subject, "year": day.year, "known_from": day.year - 12, "attested": {"*": True}, **facts}
    return assess(load_dossier(record), award, law=law_on(day, unread="last-text")).outcome


def one(law: Law, kind: type[Entry], name: str) -> Any:
    """Return the one entry of a table with that id."""
    (found,) = [each for each in law.of(kind) if each.entry.id == name]
    return found


TWO_LEVELS = {"152/2025/NĐ-CP", "129/2025/NĐ-CP", "86/2023/NĐ-CP"}
"""The decrees in force from the first day of two-level local government on."""
STATISTICS = {"02/2023/TT-BNV", "18/2025/TT-BNV"}
"""The circulars on the statistical forms."""
RATINGS = "335/2025/NĐ-CP"
"""The decree on how officials are rated, in force from 2026-01-01."""


class TestDocuments:
    """Which documents stand on which day."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (FIRST, {LAW, "98/2023/NĐ-CP", "122/2018/NĐ-CP", "24/2023/NĐ-CP"}),
            (date(2024, 1, 29), {LAW, "98/2023/NĐ-CP", "122/2018/NĐ-CP", "24/2023/NĐ-CP"}),
            (FRAME, {LAW, "98/2023/NĐ-CP", "86/2023/NĐ-CP", "24/2023/NĐ-CP"}),
            (date(2024, 4, 14), {LAW, "98/2023/NĐ-CP", "86/2023/NĐ-CP", "24/2023/NĐ-CP"}),
            (date(2024, 4, 15), {LAW, "98/2023/NĐ-CP", "01/2024/TT-BNV", "86/2023/NĐ-CP", "24/2023/NĐ-CP"}),
            (date(2024, 6, 30), {LAW, "98/2023/NĐ-CP", "01/2024/TT-BNV", "86/2023/NĐ-CP", "24/2023/NĐ-CP"}),
            (date(2024, 7, 1), {LAW, "98/2023/NĐ-CP", "01/2024/TT-BNV", "86/2023/NĐ-CP", "73/2024/NĐ-CP"}),
            (BEFORE_COMMUNES, {LAW, "98/2023/NĐ-CP", "01/2024/TT-BNV", "86/2023/NĐ-CP", "73/2024/NĐ-CP"}),
            (COMMUNES, {LAW, *TWO_LEVELS, "01/2024/TT-BNV", "73/2024/NĐ-CP"}),
            (BEFORE_CIRCULAR, {LAW, *TWO_LEVELS, "01/2024/TT-BNV", "73/2024/NĐ-CP"}),
            (CIRCULAR, {LAW, *TWO_LEVELS, "15/2025/TT-BNV", "73/2024/NĐ-CP"}),
            (date(2025, 12, 31), {LAW, *TWO_LEVELS, "15/2025/TT-BNV", "73/2024/NĐ-CP"}),
            (date(2026, 1, 1), {LAW, *TWO_LEVELS, RATINGS, "15/2025/TT-BNV", "73/2024/NĐ-CP"}),
            (BEFORE_SALARY, {LAW, *TWO_LEVELS, RATINGS, "15/2025/TT-BNV", "73/2024/NĐ-CP"}),
            (SALARY, {LAW, *TWO_LEVELS, RATINGS, "15/2025/TT-BNV", "161/2026/NĐ-CP"}),
            (BEFORE_AMENDMENT, {LAW, *TWO_LEVELS, RATINGS, "15/2025/TT-BNV", "161/2026/NĐ-CP"}),
            (AMENDMENT, {LAW, *TWO_LEVELS, RATINGS, "15/2025/TT-BNV", "161/2026/NĐ-CP", "06/2026/QH16"}),
            (date(2027, 3, 1), {LAW, RATINGS, "129/2025/NĐ-CP", "86/2023/NĐ-CP", "161/2026/NĐ-CP", "06/2026/QH16"}),
        ],
    )
    def test_in_force(self, day: date, expected: set[str]) -> None:
        """Each document ends where the next begins; NĐ 152 and TT 15/2025 have a registered end of their own.

        The circulars on statistics are held by the tests of the forms, plans of movements by those of movements.
        """
        documents = [header for header in law_on(day).documents if not header.id.endswith("/QĐ-TTg")]

        assert {header.id for header in documents} - STATISTICS == expected

    def test_old_law_ends(self) -> None:
        """The law of 2003 and its amendments end with the last day of 2023."""
        last = {header.id for header in law_on(date(2023, 12, 31)).documents}

        assert LAW not in last
        assert "98/2023/NĐ-CP" not in last

    @pytest.mark.parametrize("day", EVERY_DAY)
    def test_cited(self, day: date) -> None:
        """Every entry says where it is written and was checked on the book's day."""
        placed = [each for kind in (Rule, Clause, Power, BonusEntry) for each in law_on(day).of(kind)]

        assert {each.citation.checked for each in placed} == {date(2026, 11, 22)}
        assert all(each.citation.article for each in placed)

    @pytest.mark.parametrize("day", EVERY_DAY)
    def test_standing_of_the_law(self, day: date) -> None:
        """The articles of the law itself were read; only what follows for Điều 29 from 2025-07-01 stands on less."""
        placed: list[Placed[Any]] = [each for kind in (Rule, Clause, Power) for each in law_on(day).of(kind)]
        less = {
            each.entry.id: each.citation.standing
            for each in placed
            if each.header.id == LAW and each.citation.standing is not Standing.VERIFIED
        }

        assert less == ({} if day < COMMUNES else {"29.1-leads": Standing.SECONDARY})

    @pytest.mark.parametrize(
        ("kind", "name", "words"),
        [
            (AwardEntry, LETTER_DISTRICT, "129/2025/NĐ-CP"),
            (Rule, "75.1.d", "129/2025/NĐ-CP"),
            (Power, "80.2-letter", "129/2025/NĐ-CP"),
            (Clause, "23.2-initiative", "98/2023/NĐ-CP"),
            (Clause, "23.2-research", "98/2023/NĐ-CP"),
            (Clause, "23.2-combat", "98/2023/NĐ-CP"),
            (Clause, "24.3-unrated", "inferred"),
            (Office, "province-chair", "Unverified"),
        ],
    )
    def test_what_the_text_does_not_say(self, kind: type[Entry], name: str, words: str) -> None:
        """Where an entry was read but a part of it rests on less, its note says on what."""
        placed = one(law_on(BEFORE_COMMUNES), kind, name)

        assert placed.citation.standing is Standing.VERIFIED
        assert words in placed.entry.note

    def test_days_of_signing(self) -> None:
        """A day of signing that no source gave is not there."""
        signed = {header.id: header.issued for day in EVERY_DAY for header in law_on(day).documents}

        assert signed["24/2023/NĐ-CP"] is signed["73/2024/NĐ-CP"] is None
        assert signed["161/2026/NĐ-CP"] == date(2026, 5, 15)
        assert signed["86/2023/NĐ-CP"] == date(2023, 12, 7)


class TestAwards:
    """What exists and how it is called."""

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("CSTĐTQ", "chien-si-thi-dua-toan-quoc"),
            ("CSTĐ toàn quốc", "chien-si-thi-dua-toan-quoc"),
            ("CSTĐ tỉnh", CSTD),
            ("CSTĐ cấp bộ", CSTD),
            ("Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương", CSTD),
            ("CSTĐCS", CSTDCS),
            ("CSTĐ cơ sở", CSTDCS),
            ("LĐTT", "lao-dong-tien-tien"),
            ("CSTT", "chien-si-tien-tien"),
            ("Cờ CP", "co-thi-dua-cua-chinh-phu"),
            ("Cờ tỉnh", FLAG),
            ("TTLĐXS", "tap-the-lao-dong-xuat-sac"),
            ("ĐVQT", "don-vi-quyet-thang"),
            ("TTLĐTT", "tap-the-lao-dong-tien-tien"),
            ("ĐVTT", "don-vi-tien-tien"),
            ("GĐVH", "gia-dinh-van-hoa"),
            ("Thôn, tổ dân phố văn hóa", "thon-to-dan-pho-van-hoa"),
            ("Xã, phường, thị trấn tiêu biểu", EXEMPLARY),
            ("BKTTg", BKTTG),
            ("BK tỉnh", BK),
            ("Bằng khen cấp bộ", BK),
            ("Giấy khen sở", "giay-khen-cua-co-quan-chuyen-mon-cap-tinh"),
            ("Giấy khen xã", LETTER_COMMUNE),
        ],
    )
    @pytest.mark.parametrize("day", [BEFORE_COMMUNES, COMMUNES, AMENDMENT])
    def test_names(self, day: date, name: str, expected: str) -> None:
        """Short forms, official names and those of the older law lead to one id on every day."""
        assert law_on(day).award(name).id == expected

    def test_district_letter(self) -> None:
        """The letter of a district's chair ends with the district level on 2025-07-01."""
        assert law_on(BEFORE_COMMUNES).award("Giấy khen huyện").level == "district"
        with pytest.raises(NotInForce) as error:
            law_on(COMMUNES).award("Giấy khen huyện")

        assert error.value.until == COMMUNES

    @pytest.mark.parametrize(
        ("day", "label", "document"),
        [
            (BEFORE_COMMUNES, "Xã, phường, thị trấn tiêu biểu", LAW),
            (COMMUNES, "Xã, phường, đặc khu tiêu biểu", "152/2025/NĐ-CP"),
        ],
    )
    def test_exemplary_commune(self, day: date, label: str, document: str) -> None:
        """NĐ 152 names the title anew; its id stays."""
        award = law_on(day).award(EXEMPLARY)

        assert award.label == label
        assert award.citation is not None
        assert award.citation.document == document

    @pytest.mark.parametrize("day", EVERY_DAY)
    def test_every_award_has_a_rule(self, day: date) -> None:
        """What can be given is given by some rule to each of its recipients."""
        law = law_on(day)
        open_ = {
            (award.id, kind)
            for award in law.awards
            for kind in award.recipients
            if not any(kind in placed.entry.recipients for placed in law.rules(award))
        }

        assert open_ == set()

    def test_posthumous(self) -> None:
        """Orders, medals, prizes, heroes and bằng khen are given posthumously; titles and giấy khen are not.

        Nor are the honours of a calling (Điều 64-67 say "để tặng"), of a province, and kỷ niệm chương.
        """
        posthumous = {award.id for award in law_on(COMMUNES).awards if award.posthumous}
        kinds = {award.id: award.kind for award in law_on(COMMUNES).awards}

        assert {BKTTG, BK, "ba-me-viet-nam-anh-hung", "anh-hung-lao-dong"} < posthumous
        assert {award for award, kind in kinds.items() if kind in ("order", "medal", "prize")} < posthumous
        assert {kinds[award] for award in posthumous} == {
            "order",
            "medal",
            "prize",
            "state-honour",
            "certificate-of-merit",
        }
        assert len([award for award in posthumous if kinds[award] == "state-honour"]) == 3


@pytest.mark.parametrize("day", EVERY_DAY)
class TestTitles:
    """Điều 21-31: the standards of the titles, the same on every day since 2024."""

    def test_national_fighter(self, day: date) -> None:
        """Two times running Emulation Fighter of ministry or province, and a nationwide initiative; selected."""
        law = law_on(day)
        asked = rule(law, "CSTĐTQ", "21.1")

        assert (asked.all, asked.selective) == (("21.1.a", "21.1.b"), "21.1.a")
        assert condition(law, "21.1.a") == Holds(awards=(CSTD,), consecutive=2)
        # What reaches beyond the country reaches all of it.
        assert condition(law, "21.1.b-initiative").scopes == ("nation", "region", "world")
        assert condition(law, "21.1.b-combat").scopes == ("nation", "region", "world")

    def test_ministry_fighter(self, day: date) -> None:
        """Three times running grassroots fighter, and an initiative applied in the ministry or province; selected."""
        law = law_on(day)
        asked = rule(law, "CSTĐ tỉnh", "22.1")

        assert (asked.all, asked.selective) == (("22.1.a", "22.1.b"), "22.1.a")
        assert condition(law, "22.1.a") == Holds(awards=(CSTDCS,), consecutive=3)
        # Bộ Quốc phòng and Bộ Công an are Bộ too.
        scopes: Any = ("province", "army-wide", "police-wide", "nation", "region", "world")
        for name, kind in (("22.1.b-initiative", "initiative"), ("22.1.b-research", "research")):
            kinds: Any = (kind,)
            assert condition(law, name) == InitiativeOf(kinds=kinds, status="applied", scopes=scopes, when="ever")
        assert condition(law, "22.1.b-combat").scopes == ("army-wide", "police-wide", "nation", "region", "world")

    def test_grassroots_fighter(self, day: date) -> None:
        """The standard of LĐTT or CSTT, and one of four: excellent, initiative, research, ingenuity in combat."""
        law = law_on(day)

        assert rule(law, CSTDCS, "23").all == ("23.1", "23.2")
        assert condition(law, "23.1") == ("lao-dong-tien-tien", "chien-si-tien-tien")
        assert clause(law, "23.2").any == ("23.2-excellent", "23.2-initiative", "23.2-research", "23.2-combat")
        assert condition(law, "23.2-excellent") == "excellent"
        assert condition(law, "23.2-initiative") == InitiativeOf(kinds=("initiative",), status="recognised")
        assert condition(law, "23.2-research") == InitiativeOf(kinds=("research",), status="accepted")
        assert condition(law, "23.2-combat") == InitiativeOf(kinds=("combat-ingenuity",), status="recognised")

    def test_advanced_worker(self, day: date) -> None:
        """Khoản 1 asks a good year; khoản 3, for whoever is outside khoản 1 and 2, asks judgements alone."""
        law = law_on(day)
        rules = {placed.entry.id: placed.entry for placed in law.rules(law.award("LĐTT"))}

        assert sorted(rules) == ["24.1", "24.3", "24.3-labourer"]
        assert rules["24.1"].tracks == ("civil-servant", "labourer", "worker")
        assert condition(law, "24.1.a") == "good"
        assert rules["24.3"].tracks == ("farmer",)
        assert set(rules["24.3"].except_tracks) == {"civil-servant", "labourer", "worker", "armed-forces", "militia"}
        assert rules["24.3"].all == ("24.3.a", "24.3.b")
        assert rules["24.3-labourer"].tracks == ("worker", "labourer")
        assert set(rules["24.3-labourer"].except_tracks) == {"civil-servant", "armed-forces", "militia"}
        assert rules["24.3-labourer"].all == ("24.3-outside", "24.3-unrated", "24.3.a", "24.3.b")
        assert clause(law, "24.3-unrated").none == ("24.3-rated",)
        assert condition(law, "24.3-rated") == "failed"
        assert condition(law, "24.3-outside").name == "outside-24-1-2"
        assert {clause(law, name).condition[0] for name in ("24.3-outside", "24.3.a", "24.3.b")} == {"attested"}

    @pytest.mark.parametrize(
        ("tracks", "rating", "expected"),
        [
            (["worker"], "failed", Outcome.NOT_MET),
            (["worker"], "completed", Outcome.NOT_MET),
            (["worker"], "good", Outcome.MET),
            (["worker"], None, Outcome.MET),
            (["labourer"], "failed", Outcome.NOT_MET),
            (["labourer"], "completed", Outcome.NOT_MET),
            (["labourer"], "good", Outcome.MET),
            (["labourer"], None, Outcome.MET),
            (["worker", "farmer"], "failed", Outcome.NOT_MET),
            (["farmer"], None, Outcome.MET),
            (["civil-servant"], "completed", Outcome.NOT_MET),
            (["civil-servant"], None, Outcome.NOT_MET),
        ],
    )
    def test_who_is_rated_is_judged_by_it(
        self, day: date, tracks: list[str], rating: str | None, expected: Outcome
    ) -> None:
        """A rating below "good" is no LĐTT for whoever has one, with every judgement attested; without one, khoản 3."""
        years = [] if rating is None else [{"year": day.year, "rating": rating}]

        assert answer("LĐTT", day, {"kind": "individual", "tracks": tracks}, years=years) is expected

    def test_outside_is_left_to_people(self, day: date) -> None:
        """That an unrated worker is outside khoản 1 and 2 is a judgement: denied, khoản 3 is closed."""
        subject = {"kind": "individual", "tracks": ["worker"]}
        said = {"*": True, "24.3/outside-24-1-2": False}

        assert answer("LĐTT", day, subject, attested=said) is Outcome.NOT_MET

    def test_advanced_soldier(self, day: date) -> None:
        """Soldiers, police and standing or mobile militia, on the criteria of khoản 1."""
        asked = rule(law_on(day), "CSTT", "24.2")

        assert (asked.tracks, asked.all) == (("armed-forces", "militia"), ("24.1.a", "24.1.b"))

    def test_government_flag(self, day: date) -> None:
        """Selected among leaders of a cluster; leader of a central cluster; leader of a PM's movement of five years."""
        law = law_on(day)
        rules = {placed.entry.id: placed.entry.selective for placed in law.rules(law.award("Cờ CP"))}

        assert rules == {"25.1": "25.1", "25.2": None, "25.3": None}
        assert condition(law, "25.1-leads") == Leads(organisers=("ministry-council", "province-council"))
        assert condition(law, "25.2") == Leads(organisers=("central-council",))
        assert condition(law, "25.3") == MovementOf(
            launched_by=("prime-minister",), years=5, reviews=("interim", "final"), results=("leading",)
        )

    def test_ministry_flag(self, day: date) -> None:
        """Leader of a cluster that exceeded its targets; leader at the final review of a movement of three years."""
        law = law_on(day)

        assert rule(law, FLAG, "26.1").all == ("26.1-leads", "26.1.a", "26.1.b")
        assert rule(law, FLAG, "26.1").selective is None
        assert condition(law, "26.2-movement") == MovementOf(
            launched_by=("ministry", "province"), years=3, reviews=("final",), results=("leading",)
        )
        assert condition(law, "26.2") == ("26.2-movement", "26.2-thematic")
        assert condition(law, "26.2-thematic").label == "phong trào thi đua theo chuyên đề"

    @pytest.mark.parametrize(
        ("said", "expected"),
        [({}, Outcome.PENDING), ({"26.2/thematic": True}, Outcome.MET), ({"26.2/thematic": False}, Outcome.NOT_MET)],
    )
    def test_flag_of_a_movement(self, day: date, said: dict[str, bool], expected: Outcome) -> None:
        """Khoản 2 Điều 26 says "theo chuyên đề", which a result does not tell; khoản 3 Điều 25 does not say it."""
        unit = {"kind": "collective", "body": "agency", "flag_eligible": True}
        led = {"movement": "m", "years": 5, "review": "final", "result": "leading"}

        of_province = {"movements": [led | {"launched_by": "province"}], "attested": said}
        assert answer(FLAG, day, unit, **of_province) is expected
        of_government = {"movements": [led | {"launched_by": "prime-minister"}], "attested": {}}
        assert answer(GOVERNMENT_FLAG, day, unit, **of_government) is Outcome.MET

    def test_excellent_collective(self, day: date) -> None:
        """Excellent, all completed, 70% advanced (included), a grassroots fighter; nothing about discipline."""
        law = law_on(day)

        assert rule(law, "TTLĐXS", "27.1").all == ("27.1.a", "27.1.b", "27.1.c", "27.1.d", "27.1.đ")
        assert rule(law, "ĐVQT", "27.2").all == ("27.1.a", "27.1.b", "27.2", "27.1.d", "27.1.đ")
        assert rule(law, "ĐVQT", "27.2").armed is True
        assert condition(law, "27.1.a") == "excellent"
        assert condition(law, "27.1.d").award == CSTDCS
        for name in ("27.1.c", "27.2"):
            assert clause(law, name).all == (f"{name}-completed", f"{name}-advanced")
            assert condition(law, f"{name}-completed") == MembersOf(share="completed", at_least=Decimal(1))
            assert condition(law, f"{name}-advanced") == MembersOf(share="advanced", at_least=Decimal("0.7"))

    def test_advanced_collective(self, day: date) -> None:
        """Good, 70% advanced (included), nobody with cảnh cáo or heavier; the armed forces' unit likewise."""
        law = law_on(day)

        assert rule(law, "TTLĐTT", "28.1").all == ("28.1.a", "28.1.b", "28.1.c", "28.1.d")
        assert rule(law, "ĐVTT", "28.2").all == ("28.1.a", "28.1.b", "28.2", "28.1.d")
        assert rule(law, "ĐVTT", "28.2").armed is True
        assert condition(law, "28.1.a") == "good"
        for name in ("28.1.c", "28.2"):
            assert clause(law, name).all == (f"{name}-advanced", f"{name}-discipline")
            assert condition(law, f"{name}-advanced") == MembersOf(share="advanced", at_least=Decimal("0.7"))
            assert condition(law, f"{name}-discipline") == "canh-cao"

    def test_exemplary_commune(self, day: date) -> None:
        """Leads the district's movement: a fact until the district level ends, then the province's to say."""
        law = law_on(day)
        key, value = clause(law, "29.1-leads").condition

        assert rule(law, EXEMPLARY, "29.1").bodies == ("commune",)
        if day < COMMUNES:
            assert (key, value) == ("leads", Leads(organisers=("district-council",)))
        else:
            assert key == "delegated"
            assert isinstance(value, Delegated)
            assert value.to == "province"

    @pytest.mark.parametrize(
        ("award", "name", "points"),
        [("thon-to-dan-pho-van-hoa", "30.1", "abcdđ"), ("GĐVH", "31.1", "abc")],
    )
    def test_judged(self, day: date, award: str, name: str, points: str) -> None:
        """The law's own words on cultural villages and families are judgements, điểm by điểm."""
        law = law_on(day)
        asked = rule(law, award, name)

        assert asked.all == tuple(f"{name}.{point}" for point in points)
        assert {clause(law, each).condition[0] for each in asked.all} == {"attested"}


@pytest.mark.parametrize("day", EVERY_DAY)
class TestPrimeMinisterCertificate:
    """Điều 73."""

    def test_rules(self, day: date) -> None:
        """One rule for each khoản; điểm c and d khoản 2 are for workers and for farmers alone."""
        law = law_on(day)
        rules = {placed.entry.id: placed.entry for placed in law.rules(law.award(BKTTG))}

        assert list(rules) == ["73.1", "73.2", "73.2.c", "73.2.d", "73.3", "73.4", "73.5", "73.6", "73.7"]
        assert rules["73.2"].tracks == ("worker", "farmer", "labourer")
        assert rules["73.2.c"].tracks == ("worker",)
        assert rules["73.2.d"].tracks == ("farmer",)
        assert rules["73.3"].tracks == ("entrepreneur", "intellectual", "scientist")
        assert rules["73.5"].bodies == ("enterprise", "cooperative")
        assert rules["73.7"].tracks == ("overseas", "foreign")
        assert rules["73.4"].any == ("73.4.a", "73.4.b", "73.4.c", "73.4.d", "73.4.đ", "73.4.e")
        assert rules["73.5"].any == (*rules["73.4"].any, "73.5")

    def test_individual_years(self, day: date) -> None:
        """A certificate of ministry or province, five good years, three grassroots titles in them; no order stated."""
        law = law_on(day)

        assert condition(law, "73.1.b") == Run(
            years=5,
            each=condition(law, "73.1.b").each,
            after=Holds(awards=(BK,)),
            follows=False,
            within="73.1.b-titles",
        )
        assert condition(law, "73.1.b").each.rated == "good"
        assert condition(law, "73.1.b-titles") == Holds(awards=(CSTDCS,), times=3, when="window")

    def test_collective_years(self, day: date) -> None:
        """A certificate "và sau đó" five excellent years with one flag or two certificates in them."""
        law = law_on(day)
        run = condition(law, "73.4.e")

        assert (run.years, run.follows, run.after.awards) == (5, True, (BK,))
        assert (run.each.rated, run.each.titles) == ("excellent", ("tap-the-lao-dong-xuat-sac", "don-vi-quyet-thang"))
        assert clause(law, run.within).any == ("73.4.e-flag", "73.4.e-certificates")
        assert condition(law, "73.4.e-flag") == Holds(awards=(FLAG,), times=1, when="window")
        assert condition(law, "73.4.e-certificates") == Holds(awards=(BK,), times=2, when="window")

    def test_collective_movements(self, day: date) -> None:
        """State President's or PM's movements of any length; ministries' and provinces' from three years on."""
        law = law_on(day)

        assert condition(law, "73.4.d-state").launched_by == ("president", "prime-minister")
        assert condition(law, "73.4.d-state").years is None
        assert condition(law, "73.4.d-ministry").launched_by == ("ministry", "province")
        assert condition(law, "73.4.d-ministry").years == 3

    def test_workers_and_farmers(self, day: date) -> None:
        """The scope "cấp huyện" stays as written after the district level is gone; wider scopes satisfy it."""
        law = law_on(day)

        assert condition(law, "73.2.c-initiative").scopes == ("district", "province", "nation")
        assert condition(law, "73.2.d-model").years == 2
        assert condition(law, "73.2.d-model").scopes == ("district", "province", "nation")

    def test_not_for_others(self, day: date) -> None:
        """Khoản 7 is for people of and from abroad: khoản 1, which asks less, does not speak of them."""
        assert rule(law_on(day), BKTTG, "73.1").except_tracks == ("overseas", "foreign")

    @pytest.mark.parametrize(
        ("track", "recognised_by", "expected"),
        [
            ("civil-servant", "commune", Outcome.MET),
            ("foreign", "commune", Outcome.PENDING),
            ("overseas", "commune", Outcome.PENDING),
            ("foreign", "ministry", Outcome.MET),
        ],
    )
    def test_abroad(self, day: date, track: str, recognised_by: str, expected: Outcome) -> None:
        """What a commune recognised does for a civil servant, not for a foreigner, whom Bộ, ban, ngành, tỉnh must."""
        said = {"73.1/conduct": True, "73.7/respect": True}
        deed = {"year": day.year, "kind": "contribution", "recognised_by": recognised_by}
        subject = {"kind": "individual", "tracks": [track]}

        assert answer("BKTTg", day, subject, achievements=[deed], attested=said) is expected


@pytest.mark.parametrize("day", EVERY_DAY)
class TestLabourHero:
    """Điểm d khoản 1 Điều 63: "có sáng kiến, công trình nghiên cứu khoa học, tác phẩm có giá trị đặc biệt"."""

    @pytest.mark.parametrize(
        ("made", "expected"),
        [
            ({"kind": "initiative"}, Outcome.UNKNOWN),
            ({"kind": "initiative", "status": "accepted"}, Outcome.NOT_MET),
            ({"kind": "initiative", "status": "recognised"}, Outcome.MET),
            ({"kind": "initiative", "status": "applied"}, Outcome.MET),
            ({"kind": "research"}, Outcome.MET),
            ({"kind": "invention", "status": "applied"}, Outcome.NOT_MET),
        ],
    )
    def test_initiative(self, day: date, made: dict[str, str], expected: Outcome) -> None:
        """Khoản 4 Điều 3: no sáng kiến but a recognised one; of research Điều 63 asks no more than that it is there."""
        deeds = (
            {"kind": "repeated", "degree": "exceptional", "recognised_by": "nation"},
            {"kind": "contribution", "degree": "large", "years": 10, "recognised_by": "ministry"},
            {"kind": "training-others"},
        )
        record = {
            "achievements": [{"year": day.year, **deed} for deed in deeds],
            "initiatives": [{"year": day.year - 1, "scope": "nation", **made}],
        }
        subject = {"kind": "individual", "tracks": ["worker"]}
        whole = {"commendation": "merit", "known_from": 1950, "joined": "1970-01-01"}

        assert answer("AHLĐ", day, subject, **whole, **record) is expected


BY_MINISTRY = ("73.3", "73.5", "73.7", "74.2", "74.4")
CONTRIBUTIONS = ("73.1.d", "73.4.b", "74.1.c", "74.3.c")
DEEDS = (
    "73.1.c-repeated", "73.1.c-sudden", "73.1.c-prize", "73.2.b-repeated", "73.2.b-sudden", "73.4.a",
    "74.1.b-repeated", "74.1.b-sudden", "74.1.đ", "74.3.b",
)  # fmt: skip


@pytest.mark.parametrize("day", EVERY_DAY)
class TestRecognition:
    """Điều 73, 74 and điểm d khoản 2 Điều 84: what a bare claim is worth."""

    @pytest.mark.parametrize("name", BY_MINISTRY)
    def test_by_ministry_or_province(self, day: date, name: str) -> None:
        """The words "được Bộ, ban, ngành, tỉnh công nhận" ask for a recognition by one of them, or higher."""
        asked = condition(law_on(day), name)

        assert (asked.recognised, asked.recognised_by) == (True, ("ministry", "province", "nation"))

    @pytest.mark.parametrize("name", [*CONTRIBUTIONS, *DEEDS])
    def test_by_anyone(self, day: date, name: str) -> None:
        """The dossier must hold a certificate or confirmation; the text does not say whose."""
        asked = condition(law_on(day), name)

        assert (asked.recognised, asked.recognised_by) == (True, ())

    def test_none_forgotten(self, day: date) -> None:
        """No sudden, repeated or prized deed of Điều 73 and 74 does without; a household's gift is judged by people."""
        bare = {
            placed.entry.id
            for placed in law_on(day).of(Clause)
            if placed.home.id == LAW
            and placed.entry.id.startswith(("73", "74"))
            and placed.entry.achievement is not None
            and not (placed.entry.achievement.recognised or placed.entry.achievement.degrees)
        }

        assert bare == {"73.2.c-training", "73.2.d-model", "73.6-contribution", "74.5-contribution"}

    @pytest.mark.parametrize(
        ("award", "recognised_by", "expected"),
        [
            ("BKTTg", None, Outcome.PENDING),
            ("BKTTg", "unit", Outcome.MET),
            ("BK tỉnh", None, Outcome.PENDING),
            ("BK tỉnh", "unit", Outcome.MET),
        ],
    )
    @pytest.mark.parametrize("kind", ["contribution", "sudden", "repeated"])
    def test_claim(self, day: date, kind: str, award: str, recognised_by: str | None, expected: Outcome) -> None:
        """A bare claim waits for its confirmation; what is confirmed does."""
        deed = {"year": day.year, "kind": kind, "scope": "province"}
        deed |= {"recognised_by": recognised_by} if recognised_by else {}
        said = {"73.1/conduct": True, "74.1/conduct": True}
        subject = {"kind": "individual", "tracks": ["civil-servant"]}

        assert answer(award, day, subject, achievements=[deed], attested=said) is expected


@pytest.mark.parametrize("day", EVERY_DAY)
class TestMinistryCertificate:
    """Điều 74."""

    def test_rules(self, day: date) -> None:
        """One rule for each khoản; điểm đ khoản 1 is for workers, farmers and labourers."""
        law = law_on(day)
        rules = {placed.entry.id: placed.entry for placed in law.rules(law.award(BK))}

        assert list(rules) == ["74.1", "74.1.đ", "74.2", "74.3", "74.4", "74.5"]
        assert rules["74.1.đ"].tracks == ("worker", "farmer", "labourer")
        assert rules["74.2"].any == (*rules["74.1"].any, "74.2")
        assert rules["74.4"].any == (*rules["74.3"].any, "74.4")

    def test_individual_years(self, day: date) -> None:
        """Two grassroots titles running, or two excellent years with two initiatives or two research results."""
        law = law_on(day)
        run = condition(law, "74.1.d-excellent")

        assert clause(law, "74.1.d").any == ("74.1.d-titles", "74.1.d-excellent")
        assert condition(law, "74.1.d-titles") == Holds(awards=(CSTDCS,), consecutive=2)
        assert (run.years, run.each.rated, run.within) == (2, "excellent", "74.1.d-initiatives")
        for name, kind in (("74.1.d-initiative", "initiative"), ("74.1.d-research", "research")):
            asked = condition(law, name)
            assert (asked.kinds, asked.status, asked.number, asked.when) == ((kind,), "applied", 2, "window")

    def test_collective_years(self, day: date) -> None:
        """Two years running excellent (or with the title), and the judgement on democracy, movements and thrift."""
        law = law_on(day)
        run = condition(law, "74.3.d-years")

        assert clause(law, "74.3.d").all == ("74.3.d-years", "74.3.d-democracy")
        assert (run.years, run.each.rated, run.after, run.within) == (2, "excellent", None, None)

    def test_movement(self, day: date) -> None:
        """An individual's movement is one of a ministry or province; a collective's may be any."""
        law = law_on(day)

        assert condition(law, "74.1.a").launched_by == ("ministry", "province")
        assert condition(law, "74.3.a").launched_by == ()

    def test_sudden(self, day: date) -> None:
        """A collective's sudden achievement must be excellent, in one field at least, and of the year."""
        asked = condition(law_on(day), "74.3.b")

        assert (asked.kinds, asked.degrees, asked.when) == (("sudden",), ("outstanding", "exceptional"), "year")
        assert "field" in asked.scopes
        assert "commune" not in asked.scopes


class TestLetters:
    """Điều 75: the law sets no standard for giấy khen."""

    @pytest.mark.parametrize(("day", "count"), [(BEFORE_COMMUNES, 5), (COMMUNES, 4), (AMENDMENT, 4)])
    def test_delegated(self, day: date, count: int) -> None:
        """Each letter's one clause leaves the standard to the ministry or province."""
        law = law_on(day)
        letters = [award for award in law.awards if award.kind == "commendation-letter"]

        assert len(letters) == count
        for letter in letters:
            (only,) = law.rules(letter)
            assert only.entry.recipients == ("individual", "collective", "household")
            assert only.entry.all == ("75.2",)
        assert condition(law, "75.2").to == "ministry-province"


def routes(law: Law, placed: Placed[Any], names: tuple[str, ...]) -> Iterator[Clause]:
    """Yield the clauses below, down to those that say their kind of commendation or have no choice below them."""
    for name in names:
        below = law.clause(name, placed)
        if below.entry.commendation or not below.entry.any:
            yield below.entry
        else:
            yield from routes(law, below, below.entry.any)


@pytest.mark.parametrize("day", EVERY_DAY)
class TestCommendation:
    """Điều 8: which kinds of commendation a route is."""

    @pytest.mark.parametrize("award", [BKTTG, BK])
    def test_every_route_has_a_kind(self, day: date, award: str) -> None:
        """Every route of a form of commendation says its kind."""
        law = law_on(day)
        found = [route for placed in law.rules(law.award(award)) for route in routes(law, placed, placed.entry.any)]

        assert [route.id for route in found if not route.commendation] == []

    def test_titles_have_none(self, day: date) -> None:
        """Titles have no kind of commendation."""
        law = law_on(day)
        titles = [
            placed.entry
            for placed in law.of(Clause)
            if placed.home.id == LAW and 21 <= int(placed.entry.id.split(".")[0].split("-")[0]) <= 31
        ]

        assert titles
        assert [entry.id for entry in titles if entry.commendation] == []

    @pytest.mark.parametrize("award", [BKTTG, BK])
    def test_households(self, day: date, award: str) -> None:
        """Khoản 1 Điều 8 gives công trạng to individuals and collectives: a household's routes are the other two."""
        law = law_on(day)
        kinds = {
            kind
            for placed in law.rules(law.award(award))
            if "household" in placed.entry.recipients
            for route in routes(law, placed, placed.entry.any)
            for kind in route.commendation
        }

        assert kinds == {"ad-hoc", "movement"}

    @pytest.mark.parametrize(
        ("name", "kinds"),
        [
            ("73.1.a", ("movement",)),
            ("73.1.b", ("merit",)),
            ("73.1.c-repeated", ("merit",)),
            ("73.1.c-sudden", ("ad-hoc",)),
            ("73.1.d", ("merit", "ad-hoc")),
            ("73.4.a", ("ad-hoc",)),
            ("73.4.b", ("merit", "ad-hoc")),
            ("73.4.d", ("movement",)),
            ("73.4.e", ("merit",)),
            ("73.7", ("external",)),
            ("74.1.a", ("movement",)),
            ("74.1.b-repeated", ("merit",)),
            ("74.1.b-sudden", ("ad-hoc",)),
            ("74.1.c", ("merit", "ad-hoc")),
            ("74.1.d", ("merit",)),
            ("74.3.a", ("movement",)),
            ("74.3.b", ("ad-hoc",)),
            ("74.3.c", ("merit", "ad-hoc")),
            ("74.3.d", ("merit",)),
        ],
    )
    def test_kind(self, day: date, name: str, kinds: tuple[str, ...]) -> None:
        """A movement's result, the sudden and lasting merit are told apart; a contribution may be either of the two."""
        assert clause(law_on(day), name).commendation == kinds

    def test_sudden_lies_in_the_year(self, day: date) -> None:
        """A sudden achievement is rewarded "kịp thời": where nothing else will do, it lies in the year."""
        sudden = {
            placed.entry.id: placed.entry.achievement.when
            for placed in law_on(day).of(Clause)
            if placed.home.id == LAW
            and placed.entry.achievement is not None
            and placed.entry.achievement.kinds == ("sudden",)
        }

        assert {"42.1.a", "43.4.a", "73.4.a", "74.3.b"} <= {name.partition("-")[0] for name in sudden}
        assert set(sudden.values()) == {"year"}

    def test_attested_once(self, day: date) -> None:
        """No two judgements of the law share the key they are attested by."""
        keys = [
            f"{placed.entry.id.partition('-')[0]}/{placed.entry.attested.name}"
            for placed in law_on(day).of(Clause)
            if placed.entry.attested is not None
        ]

        assert len(keys) == len(set(keys))


class TestReadings:
    """Ambiguous texts: both readings stand in the book, one is the default."""

    @pytest.mark.parametrize("day", EVERY_DAY)
    def test_defaults(self, day: date) -> None:
        """The defaults, on every day; those of a decree since its first day."""
        since_2026 = {"excellent-base": "good"} if day >= date(2026, 1, 1) else {}
        since_2025 = {"title-period": "standard"} if day >= COMMUNES else {}

        assert dict(law_on(day).readings) == since_2025 | since_2026 | {
            "consecutive-times": "ending-now",
            "title-spacing": "each-year",
            "prior-certificate": "any-time",
            "two-initiatives": "excellent-only",
            "overlapping-windows": "may-overlap",
            "initiative-reuse": "one-form",
            "award-in-two-chains": "may-count",
            "round-year": "same-year",
            "to-the-proposal": "to-proposal",
            "labour-order-roads": "open",
            "thematic-flags": "counts",
            "foreign-prize": "prize-standard",
            "bonus-rounding": "up",
            "movement-of-one-year": "line-07",
            "ten-years-in-the-work": "line-15",
        }

    @pytest.mark.parametrize("day", [BEFORE_COMMUNES, COMMUNES])
    def test_reasons(self, day: date) -> None:
        """Every reading says its question, the reason for its default and what each option means."""
        for placed in law_on(day).of(Reading):
            assert placed.entry.question
            assert placed.entry.reason
            assert placed.entry.default in placed.entry.options

    @pytest.mark.parametrize(
        ("chosen", "name", "expected"),
        [
            ({"consecutive-times": "anywhere"}, "22.1.a", Holds(awards=(CSTDCS,), consecutive=3, anywhere=True)),
            ({"consecutive-times": "anywhere"}, "21.1.a", Holds(awards=(CSTD,), consecutive=2, anywhere=True)),
            ({"consecutive-times": "anywhere"}, "74.1.d-titles", Holds(awards=(CSTDCS,), consecutive=2, anywhere=True)),
            ({"title-spacing": "each-cycle"}, "21.1.a", Holds(awards=(CSTD,), consecutive=2, spacing=3)),
            (
                {"title-spacing": "each-cycle", "consecutive-times": "anywhere"},
                "21.1.a",
                Holds(awards=(CSTD,), consecutive=2, spacing=3, anywhere=True),
            ),
        ],
    )
    def test_titles(self, chosen: dict[str, str], name: str, expected: Holds) -> None:
        """The other readings of "lần liên tục"."""
        assert condition(law_on(COMMUNES, readings=chosen), name) == expected

    def test_certificate_first(self) -> None:
        """Under the stricter reading the five years follow the certificate; all else is the same."""
        default = condition(law_on(COMMUNES), "73.1.b")
        strict = condition(law_on(COMMUNES, readings={"prior-certificate": "before-run"}), "73.1.b")

        assert (default.follows, strict.follows) == (False, True)
        assert attrs.evolve(strict, follows=False) == default

    @pytest.mark.parametrize("times", ["ending-now", "anywhere"])
    def test_two_initiatives(self, times: str) -> None:
        """Under the stricter reading two titles need two initiatives too, whatever the reading of "liên tục"."""
        law = law_on(COMMUNES, readings={"two-initiatives": "both", "consecutive-times": times})
        run = condition(law, "74.1.d-titles")

        assert (run.years, run.each.titles, run.within) == (2, (CSTDCS,), "74.1.d-initiatives")

    @pytest.mark.parametrize("day", [BEFORE_COMMUNES, COMMUNES])
    @pytest.mark.parametrize(("option", "step"), [("up", 10_000), ("nearest", 10_000), ("none", 1)])
    def test_rounding(self, day: date, option: str, step: int) -> None:
        """One rounding stands at a time."""
        (only,) = law_on(day, readings={"bonus-rounding": option}).of(Rounding)

        assert (only.entry.mode, only.entry.to) == (option, step)


class TestPowers:
    """Điều 78-80, and Điều 59 NĐ 129/2025 from 2025-07-01."""

    @pytest.mark.parametrize("day", EVERY_DAY)
    @pytest.mark.parametrize(
        ("award", "offices"),
        [
            ("co-thi-dua-cua-chinh-phu", {"government"}),
            ("chien-si-thi-dua-toan-quoc", {"prime-minister"}),
            (BKTTG, {"prime-minister"}),
            (BK, {"minister", "province-chair"}),
            (FLAG, {"minister", "province-chair"}),
            (CSTD, {"minister", "province-chair"}),
            ("tap-the-lao-dong-xuat-sac", {"minister", "province-chair"}),
            (EXEMPLARY, {"province-chair"}),
            ("giay-khen-cua-thu-truong-don-vi", {"unit-head"}),
            ("giay-khen-cua-co-quan-chuyen-mon-cap-tinh", {"department-head"}),
            ("giay-khen-cua-doanh-nghiep-hop-tac-xa", {"enterprise-director", "enterprise-board-chair"}),
            (LETTER_COMMUNE, {"commune-chair"}),
            ("gia-dinh-van-hoa", {"commune-chair"}),
            ("don-vi-quyet-thang", set()),
            ("don-vi-tien-tien", set()),
            ("chien-si-tien-tien", set()),
        ],
    )
    def test_same_on_every_day(self, day: date, award: str, offices: set[str]) -> None:
        """What the two-level local government did not touch."""
        assert deciders(law_on(day), award) == offices

    @pytest.mark.parametrize(
        ("award", "local_before", "local_after"),
        [
            (CSTDCS, {"district-chair"}, {"commune-chair"}),
            ("tap-the-lao-dong-tien-tien", {"district-chair"}, {"commune-chair"}),
            ("thon-to-dan-pho-van-hoa", {"district-chair"}, {"commune-chair"}),
            ("lao-dong-tien-tien", {"district-chair", "commune-chair"}, {"commune-chair"}),
        ],
    )
    def test_district_to_commune(self, award: str, local_before: set[str], local_after: set[str]) -> None:
        """From 2025-07-01 the chair of the commune decides what the chair of the district did; others keep theirs."""
        local = {"district-chair", "commune-chair"}
        before, after = deciders(law_on(BEFORE_COMMUNES), award), deciders(law_on(COMMUNES), award)

        assert before & local == local_before
        assert after & local == local_after
        assert before - local == after - local

    def test_commune_article(self) -> None:
        """One article takes the place of both khoản, and says so by its own number."""
        law = law_on(COMMUNES)
        ids = [placed.entry.id for placed in law.of(Power)]
        placed = one(law, Power, "59")

        assert "80.2" not in ids
        assert "80.3" not in ids
        assert str(placed.citation) == "Điều 59 Nghị định 129/2025/NĐ-CP"
        assert placed.citation.standing is Standing.QUOTED
        assert set(placed.entry.awards) == {
            "thon-to-dan-pho-van-hoa", "gia-dinh-van-hoa", "tap-the-lao-dong-tien-tien", CSTDCS, "lao-dong-tien-tien",
            LETTER_COMMUNE,
        }  # fmt: skip

    def test_district_letter(self) -> None:
        """The district's chair decides the district's letter, to the last day."""
        assert deciders(law_on(BEFORE_COMMUNES), LETTER_DISTRICT) == {"district-chair"}
        assert deciders(law_on(COMMUNES), LETTER_DISTRICT) == set()

    @pytest.mark.parametrize("day", EVERY_DAY)
    def test_board_chair(self, day: date) -> None:
        """The chair of a board decides giấy khen and nothing else."""
        given = {
            award for each in law_on(day).of(Power) if "enterprise-board-chair" in each.entry.offices
            for award in each.entry.awards
        }  # fmt: skip

        assert given == {"giay-khen-cua-doanh-nghiep-hop-tac-xa"}

    @pytest.mark.parametrize("day", EVERY_DAY)
    def test_armed_forces(self, day: date) -> None:
        """In the armed forces titles are left to the Government and two ministries; no local chair has them.

        Flags and bằng khen of military regions (khoản 2 Điều 32, 76) and of national universities (khoản 3) as well.
        """
        left = {each.entry.id: each.entry for each in law_on(day).of(Power) if each.entry.left_to}

        assert {name: entry.left_to for name, entry in left.items()} == {
            "79.5": "Chính phủ",
            "80.5": "Bộ Quốc phòng, Bộ Công an",
            "32.2": "Bộ trưởng Bộ Quốc phòng",
            "76.2": "Bộ trưởng Bộ Quốc phòng",
            "32.3": "Bộ trưởng Bộ Giáo dục và Đào tạo",
            "76.3": "Bộ trưởng Bộ Giáo dục và Đào tạo",
        }
        assert {name for name, entry in left.items() if entry.armed} == {"79.5", "80.5", "32.2", "76.2"}
        assert left["79.5"].offices == left["80.5"].offices == ("minister", "unit-head", "military-region-head")
        assert set(left["79.5"].awards) == {"don-vi-quyet-thang", "tap-the-lao-dong-xuat-sac"}
        assert set(left["80.5"].awards) == {
            "don-vi-tien-tien", "tap-the-lao-dong-tien-tien", CSTDCS, "lao-dong-tien-tien", "chien-si-tien-tien",
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("office", "award", "expected"),
        [
            ("minister", "ĐVQT", Outcome.UNKNOWN),
            ("unit-head", "ĐVQT", Outcome.UNKNOWN),
            ("military-region-head", "ĐVQT", Outcome.UNKNOWN),
            ("province-chair", "ĐVQT", Outcome.NOT_MET),
            ("minister", "CSTT", Outcome.UNKNOWN),
            ("unit-head", "CSTT", Outcome.UNKNOWN),
            ("military-region-head", "CSTT", Outcome.UNKNOWN),
            ("province-chair", "CSTT", Outcome.NOT_MET),
            ("commune-chair", "CSTT", Outcome.NOT_MET),
        ],
    )
    def test_armed_forces_answer(self, office: str, award: str, expected: Outcome) -> None:
        """Of the offices such rules may name the answer is open; others have no power from there."""
        signed = Decision(award=award, recipient="individual", authority=Authority(office=office))

        assert check_power(signed, law_on(COMMUNES)).outcome is expected

    @pytest.mark.parametrize(
        ("day", "office", "expected"),
        [
            (BEFORE_COMMUNES, "government", Outcome.MET),
            (BEFORE_COMMUNES, "prime-minister", Outcome.NOT_MET),
            (COMMUNES, "government", Outcome.UNKNOWN),
            (COMMUNES, "prime-minister", Outcome.UNKNOWN),
        ],
    )
    def test_government_flag(self, day: date, office: str, expected: Outcome) -> None:
        """From 2025-07-01 a task moved to the Prime Minister, not read, may be the Government's flag."""
        signed = Decision(award="Cờ CP", recipient="collective", authority=Authority(office=office))

        assert check_power(signed, law_on(day)).outcome is expected

    @pytest.mark.parametrize("day", EVERY_DAY)
    def test_offices(self, day: date) -> None:
        """Every office a power names is defined, and no printed name means two of them."""
        law = law_on(day)
        offices = {placed.entry.id: placed.entry for placed in law.of(Office)}
        named = {office for placed in law.of(Power) for office in placed.entry.offices}
        names = [name for entry in offices.values() for name in (*entry.printed, *entry.loose)]

        assert named <= set(offices)
        assert len(names) == len(set(names))

    @pytest.mark.parametrize(("day", "known"), [(date(2024, 12, 31), False), (date(2025, 1, 1), True)])
    def test_hue(self, day: date, known: bool) -> None:  # noqa: FBT001  # a table's column
        """Huế is a city of the centre from 2025-01-01; before, its chair was one of a district."""
        assert ("Chủ tịch UBND thành phố Huế" in one(law_on(day), Office, "province-chair").entry.printed) is known


class TestMoney:
    """The base salary, the multiples and their days."""

    @pytest.mark.parametrize(
        ("day", "value", "document"),
        [
            (date(2023, 7, 1), 1_800_000, "24/2023/NĐ-CP"),
            (date(2024, 6, 30), 1_800_000, "24/2023/NĐ-CP"),
            (date(2024, 7, 1), 2_340_000, "73/2024/NĐ-CP"),
            (BEFORE_SALARY, 2_340_000, "73/2024/NĐ-CP"),
            (SALARY, 2_530_000, "161/2026/NĐ-CP"),
            (AMENDMENT, 2_530_000, "161/2026/NĐ-CP"),
        ],
    )
    def test_base_salary(self, day: date, value: int, document: str) -> None:
        """One base salary stands on a day."""
        (only,) = law_on(day).of(Amount)

        assert (only.entry.id, only.entry.value, only.header.id) == ("luong-co-so", value, document)

    @pytest.mark.parametrize("day", EVERY_DAY)
    @pytest.mark.parametrize(
        ("award", "recipient", "multiple"),
        [
            ("chien-si-thi-dua-toan-quoc", "individual", "4.5"),
            (CSTD, "individual", "3"),
            (CSTDCS, "individual", "1"),
            ("lao-dong-tien-tien", "individual", "0.3"),
            ("chien-si-tien-tien", "individual", "0.3"),
            ("tap-the-lao-dong-xuat-sac", "collective", "1.5"),
            ("don-vi-quyet-thang", "collective", "1.5"),
            ("tap-the-lao-dong-tien-tien", "collective", "0.8"),
            ("don-vi-tien-tien", "collective", "0.8"),
            (EXEMPLARY, "collective", "2"),
            ("thon-to-dan-pho-van-hoa", "collective", "1.5"),
            ("co-thi-dua-cua-chinh-phu", "collective", "12"),
            (FLAG, "collective", "8"),
        ],
    )
    def test_titles(self, day: date, award: str, recipient: str, multiple: str) -> None:
        """Titles carry the same multiples under NĐ 98 and NĐ 152, for the one kind of recipient each has."""
        assert money(law_on(day), award) == {recipient: Decimal(multiple)}

    @pytest.mark.parametrize(
        ("award", "before", "after"),
        [
            (BKTTG, ("3.5", "7", None), ("3.5", "7", "5.25")),
            (BK, ("1.5", "3", None), ("1.5", "3", "2.25")),
            ("giay-khen-cua-thu-truong-don-vi", ("0.3", "0.6", None), ("0.3", "0.6", "0.45")),
            ("giay-khen-cua-doanh-nghiep-hop-tac-xa", ("0.3", "0.6", None), ("0.3", "0.6", "0.45")),
            ("giay-khen-cua-co-quan-chuyen-mon-cap-tinh", ("0.3", "0.6", None), ("0.3", "0.6", "0.45")),
            (LETTER_COMMUNE, ("0.15", "0.3", None), ("0.3", "0.6", "0.45")),
        ],
    )
    def test_forms(self, award: str, before: tuple[str | None, ...], after: tuple[str | None, ...]) -> None:
        """A commune's letter doubles on 2025-07-01; what NĐ 98 gave households was not seen and is not there."""
        for day, expected in ((BEFORE_COMMUNES, before), (COMMUNES, after)):
            kinds = zip(("individual", "collective", "household"), expected, strict=True)
            assert money(law_on(day), award) == {kind: Decimal(text) for kind, text in kinds if text is not None}

    @pytest.mark.parametrize("day", EVERY_DAY)
    def test_cultural_family(self, day: date) -> None:
        """No text read gives money with Gia đình văn hóa."""
        assert money(law_on(day), "gia-dinh-van-hoa") == {}

    @pytest.mark.parametrize(
        ("day", "name", "standing"),
        [
            (BEFORE_COMMUNES, "54.1.c", Standing.QUOTED),
            (BEFORE_COMMUNES, "54.2-excellent", Standing.SECONDARY),
            (BEFORE_COMMUNES, "58-ministry-province", Standing.SECONDARY),
            (BEFORE_COMMUNES, "58-ministry-province-collective", Standing.UNVERIFIED),
            (COMMUNES, "50.1.c", Standing.QUOTED),
            (COMMUNES, "50.2.a", Standing.QUOTED),
            (COMMUNES, "54-ministry-province", Standing.SECONDARY),
        ],
    )
    def test_standing(self, day: date, name: str, standing: Standing) -> None:
        """Each multiple says how well it was read."""
        assert one(law_on(day), BonusEntry, name).citation.standing is standing

    @pytest.mark.parametrize(("day", "standing"), [(BEFORE_COMMUNES, Standing.UNVERIFIED), (COMMUNES, Standing.QUOTED)])
    def test_rounding(self, day: date, standing: Standing) -> None:
        """The rounding of NĐ 152 is quoted; that of NĐ 98 was not seen."""
        (only,) = law_on(day).of(Rounding)

        assert only.citation.standing is standing


class TestPrinciples:
    """Điều 4 of NĐ 98 and of NĐ 152."""

    @pytest.mark.parametrize("day", EVERY_DAY)
    def test_ground(self, day: date) -> None:
        """Sudden and thematic commendations do not ground công trạng."""
        (only,) = law_on(day).of(Ground)

        assert (set(only.entry.excluded), only.entry.proposed) == ({"ad-hoc", "movement"}, ("merit",))

    @pytest.mark.parametrize(
        ("held", "barred"),
        [
            pytest.param(BKTTG, True, id="merit asks for bằng khen of the PM"),
            pytest.param(LABOUR_THIRD, False, id="dedication asks whether an order was given for it"),
        ],
    )
    @pytest.mark.parametrize("given", ["movement", "ad-hoc"])
    def test_barred(self, held: str, given: str, *, barred: bool) -> None:
        """The clause is named where it keeps an award from counting, not where that kind was never asked for."""
        row = {"award": held, "year": 2024 if barred else 2014, "commendation": given}
        subject = {"kind": "individual", "tracks": ["entrepreneur"]}
        dossier = load_dossier({"subject": subject, "year": 2025, "received": "2025-08-01", "awards": [row]})
        verdict = assess(dossier, LABOUR_THIRD, law=law_on)

        assert (given in {caveat.detail for caveat in verdict.caveats if caveat.code == "barred"}) is barred

    @pytest.mark.parametrize(
        ("day", "document", "standing"),
        [
            (BEFORE_COMMUNES, "98/2023/NĐ-CP", Standing.SECONDARY),
            (COMMUNES, "152/2025/NĐ-CP", Standing.QUOTED),
            (AMENDMENT, "152/2025/NĐ-CP", Standing.QUOTED),
        ],
    )
    def test_bars(self, day: date, document: str, standing: Standing) -> None:
        """Over all awards of individuals and collectives: nothing open, no measure running, counting only after it."""
        law = law_on(day)
        bars = {placed.entry.id: placed for placed in law.of(Bar)}

        assert list(bars) == ["4.4-clear", "4.4-served", "4.4-counted"]
        for placed in bars.values():
            assert placed.citation.standing is standing
            assert placed.entry.recipients == ("individual", "collective")
            assert (placed.entry.awards, placed.entry.kinds) == ((), ())
        assert condition(law, "4.4-clear", document) is True
        assert condition(law, "4.4-served", document) == Undisciplined(measure="khien-trach", when="proposal")
        counted = condition(law, "4.4-counted", document)
        assert (counted.measure, counted.when, counted.unless.name) == ("khien-trach", "year", "after-discipline")

    @pytest.mark.parametrize(
        ("day", "document", "standing"),
        [
            (BEFORE_COMMUNES, "98/2023/NĐ-CP", Standing.SECONDARY),
            (COMMUNES, "152/2025/NĐ-CP", Standing.QUOTED),
            (AMENDMENT, "152/2025/NĐ-CP", Standing.QUOTED),
        ],
    )
    def test_counting(self, day: date, document: str, standing: Standing) -> None:
        """Achievements count from the end of a disciplinary measure; a run is cut there and no note says otherwise."""
        (only,) = (placed for placed in law_on(day).of(Counting) if placed.entry.after == "discipline")

        assert (only.entry.id, only.entry.after, only.header.id) == ("4.4", "discipline", document)
        assert only.citation.standing is standing
        assert clause(law_on(day), "4.4-counted", document).note is None


class TestRates:
    """Caps since 2024."""

    @pytest.mark.parametrize("day", EVERY_DAY)
    def test_none(self, day: date) -> None:
        """No national cap on an award was read; the part that may cap the Government's flag was not, and says so."""
        law = law_on(day)

        assert [placed for placed in law.of(Rate) if placed.entry.awards] == []
        assert stopped(law, "rate") == {GOVERNMENT_FLAG}

    @pytest.mark.parametrize(("option", "base"), [("good", "rated-exactly"), ("good-or-better", "rated")])
    def test_ratings(self, option: str, base: str) -> None:
        """NĐ 335/2025 Điều 20 khoản 5 điểm a: 20% in each unit and each peer group, of either base, at second hand."""
        law = law_on(date(2026, 1, 1), readings={"excellent-base": option})

        assert list(law_on(date(2025, 12, 31)).of(Rate)) == []
        assert [
            (placed.entry.rating, placed.entry.at_most, placed.entry.base, placed.entry.per, placed.citation.article)
            for placed in law.of(Rate)
        ] == [("excellent", Decimal("0.20"), base, per, "điểm a khoản 5 Điều 20") for per in ("unit", "group")]
        assert {placed.citation.standing for placed in law.of(Rate)} == {Standing.SECONDARY}

    def test_ratings_have_more(self) -> None:
        """Điểm b allows some units more and was not read: a caveat on the ratings, and on no award."""
        law = law_on(date(2026, 1, 1))

        [found] = law.unread_of("excellent")
        assert (found.entry.id, found.entry.stops) == ("20.5.b", False)
        assert found not in list(law.unread("rate", CSTDCS))


DETAILS = {
    "24.4": {LDTT, "chien-si-tien-tien"},
    "26.3": {FLAG},
    "27.3": {"tap-the-lao-dong-xuat-sac", "don-vi-quyet-thang"},
    "28.3": {"tap-the-lao-dong-tien-tien", "don-vi-tien-tien"},
    "29.2": {EXEMPLARY},
    "30.2": {CULTURAL_VILLAGE},
    "31.2": {CULTURAL_FAMILY},
    "74.6": {BK},
}

PROVINCE = """
[document]
id = "1/2026/QĐ-UBND"
title = "A province's details of Điều 74"
kind = "decision"
issuer = "Tests"
in_force = 2024-01-01
standing = "unverified"
checked = 2026-11-22

[[unread]]
id = "74.6"
effect = "end"
of = "06/2022/QH15"
"""


class TestNotRead:
    """Texts that govern and were not read: which stop an answer, and which only add detail."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (FIRST, {GOVERNMENT_FLAG, CULTURAL_FAMILY, CULTURAL_VILLAGE}),
            (FRAME, {GOVERNMENT_FLAG, CULTURAL_FAMILY, CULTURAL_VILLAGE, EXEMPLARY}),
            (BEFORE_COMMUNES, {GOVERNMENT_FLAG, CULTURAL_FAMILY, CULTURAL_VILLAGE, EXEMPLARY}),
            (BEFORE_AMENDMENT, {GOVERNMENT_FLAG, CULTURAL_FAMILY, CULTURAL_VILLAGE, EXEMPLARY}),
        ],
    )
    def test_rules_that_stop(self, day: date, expected: set[str]) -> None:
        """Khoản 4 Điều 25 leaves the flag to the decree, khoản 2 Điều 29-31 the three titles to the frame: not read."""
        assert stopped(law_on(day), "rule") == expected

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (FIRST, set()),
            (BEFORE_COMMUNES, set()),
            (COMMUNES, {GOVERNMENT_FLAG}),
            (BEFORE_AMENDMENT, {GOVERNMENT_FLAG}),
        ],
    )
    def test_powers_that_stop(self, day: date, expected: set[str]) -> None:
        """From 2025-07-01 the Government's flag may be the Prime Minister's."""
        assert stopped(law_on(day), "power") == expected

    @pytest.mark.parametrize(("day", "document"), [(BEFORE_COMMUNES, "98/2023/NĐ-CP"), (COMMUNES, "152/2025/NĐ-CP")])
    def test_government_flag(self, day: date, document: str) -> None:
        """The decree that details Điều 25 may have added conditions and a cap; it stands on secondary sources."""
        placed = one(law_on(day), Unread, "government-flag")

        assert (placed.header.id, set(placed.entry.kinds)) == (document, {"rule", "rate"})
        assert placed.citation.standing is Standing.SECONDARY

    @pytest.mark.parametrize("day", EVERY_DAY)
    @pytest.mark.parametrize(("name", "awards"), DETAILS.items())
    def test_details(self, day: date, name: str, awards: set[str]) -> None:
        """What khoản by khoản the law leaves to ministries and provinces is a caveat and stops nothing."""
        placed = one(law_on(day), Unread, name)

        assert (placed.header.id, placed.entry.kinds, set(placed.entry.awards)) == (LAW, ("rule",), awards)
        assert placed.entry.stops is False
        assert "chưa được đặt lên trên luật" in placed.entry.why

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (date(2024, 4, 14), set()),
            (date(2024, 4, 15), {"01/2024/TT-BNV"}),
            (BEFORE_CIRCULAR, {"01/2024/TT-BNV"}),
            (CIRCULAR, {"15/2025/TT-BNV"}),
            (date(2027, 2, 28), {"15/2025/TT-BNV"}),
            (date(2027, 3, 1), set()),
        ],
    )
    def test_circulars(self, day: date, expected: set[str]) -> None:
        """One circular of measures at a time stands over every award, and stops none."""
        circulars = [placed for placed in law_on(day).unread("rule", CSTDCS) if placed.header.kind == "circular"]

        assert {placed.header.id for placed in circulars} == expected
        assert [placed.entry.id for placed in circulars if placed.entry.stops or placed.entry.awards] == []

    def test_caveat(self) -> None:
        """A verdict that rests on such a standard is given, and says that details were not brought."""
        record = {"subject": {"kind": "individual", "tracks": ["civil-servant"]}, "year": 2025, "known_from": 2014}
        dossier = load_dossier({**record, "years": [{"year": 2025, "rating": "good"}], "attested": {"*": True}})
        verdict = assess(dossier, "LĐTT", law=law_on(BEFORE_SALARY))

        assert verdict.outcome is Outcome.MET
        assert {str(caveat.citation) for caveat in verdict.caveats if caveat.code == "unread"} == {
            "khoản 4, khoản 5, khoản 6 Điều 24 Luật 06/2022/QH15",
            "toàn văn Thông tư 15/2025/TT-BNV",
        }

    def test_details_brought(self, tmp_path: Path) -> None:
        """A province's document, laid over the law, ends the entry it answers."""
        file = tmp_path / "province.toml"
        file.write_text(PROVINCE, encoding="utf-8")
        law = law_on(COMMUNES, load_document(file))

        assert "74.6" not in {placed.entry.id for placed in law.unread("rule", BK)}


class TestAmendmentOf2026:
    """06/2026/QH16, known and not read."""

    @pytest.mark.parametrize("table", ["rule", "power"])
    def test_unread(self, table: str) -> None:
        """From 2026-10-01 every rule and every power rests on it; the day before none does."""
        before, after = law_on(BEFORE_AMENDMENT), law_on(AMENDMENT)

        assert "06/2026/QH16" not in {placed.header.id for placed in before.unread(table)}
        for award in after.awards:
            assert "06/2026/QH16" in {placed.header.id for placed in after.stopping(table, award.id)}

    @pytest.mark.parametrize("table", ["bonus", "amount", "rounding", "bar"])
    def test_not_touched(self, table: str) -> None:
        """Money and the principles of the decree do not rest on it."""
        assert list(law_on(AMENDMENT).unread(table, CSTDCS)) == []

    def test_says_what_is_known(self) -> None:
        """It tells the passage, the first day and what the draft asked, in both languages."""
        (placed,) = [each for each in law_on(AMENDMENT).of(Unread) if each.header.id == "06/2026/QH16"]

        assert "23/4/2026" in placed.entry.why
        assert "Dự thảo" in placed.entry.why
        assert "2026-04-23" in placed.entry.gloss
        assert "not confirmed" in placed.entry.gloss

    def test_last_text_stays(self) -> None:
        """The rules of the last text read are in the book on that day, for whoever chooses to go by them."""
        rules = {
            day: [placed.entry for award in law.awards for placed in law.rules(award)]
            for day, law in ((day, law_on(day)) for day in (BEFORE_AMENDMENT, AMENDMENT))
        }

        assert rules[BEFORE_AMENDMENT] == rules[AMENDMENT]
