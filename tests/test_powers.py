"""Who may decide an award, and to whom it can go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import pytest

from thidua.book.days import law_on
from thidua.book.law import Law
from thidua.decision.powers import check_power, check_recipient
from thidua.errors import InputError, UnknownTerm
from thidua.model.decision import Authority, Decision
from thidua.model.finding import Finding, Outcome
from thidua.wording.batches import Batch
from thidua.wording.catalogue import speaker

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN

POWERS = """
[document]
id = "1/QĐ"
title = "Powers for these tests"
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

[[award]]
id = "soldiers-title"
label = "Danh hiệu của bộ đội"
gloss = "Soldiers' title"
kind = "emulation-title"
level = "grassroots"
recipients = ["individual"]
source = "Điều 1"

[[award]]
id = "orphan"
label = "Không ai tặng"
gloss = "Nobody's"
kind = "emulation-title"
level = "grassroots"
recipients = ["individual"]
source = "Điều 1"

[[office]]
id = "mayor"
label = "Thị trưởng"
gloss = "Mayor"
printed = ["Thị trưởng"]
loose = ["Tòa thị chính"]
source = "Điều 2"

[[office]]
id = "elder"
label = "Trưởng làng"
gloss = "Elder"
printed = ["Trưởng làng", "Trưởng thôn"]
source = "Điều 2"

[[office]]
id = "great-elder"
label = "Trưởng làng lớn"
gloss = "Great elder"
printed = ["Trưởng làng lớn", "Trưởng thôn"]
source = "Điều 2"

[[office]]
id = "commander"
label = "Tư lệnh"
gloss = "Commander"
printed = ["Tư lệnh"]
source = "Điều 2"

[[power]]
id = "3.1"
offices = ["mayor"]
awards = ["title"]

[[power]]
id = "3.2"
offices = ["elder"]
awards = ["title"]
recipients = ["individual"]

[[power]]
id = "3.3"
awards = ["soldiers-title"]
left_to = "Bộ Quốc phòng"
armed = true
"""

UNREAD = """
[document]
id = "2/QĐ"
title = "A text not read"
kind = "draft"
issuer = "Tests"
standing = "unverified"
checked = 2026-11-22

[[unread]]
id = "1"
kinds = ["power", "award"]
awards = ["title"]
why = "Chưa đọc"
gloss = "Not read"
"""


@pytest.fixture
def laid(law_of: Callable[..., Law]) -> Any:
    """Make the law of these tests, with more documents laid over it."""
    return partial(law_of, POWERS)


def power(law: Any, award: str | None = "title", recipient: Any = "individual", **authority: str) -> Finding:
    """Check the power of an authority, given by its office, body or printed name."""
    signed = Authority(**authority) if authority else None
    return check_power(Decision(award=award, recipient=recipient, authority=signed), law)


class TestOffice:
    """From what a decision prints to an office of the law."""

    @pytest.mark.parametrize(
        ("authority", "office"),
        [
            ({"office": "mayor"}, "mayor"),
            ({"printed": "Thị trưởng Hà Nội"}, "mayor"),
            ({"printed": "THI TRUONG HA NOI"}, "mayor"),
            ({"printed": "Tòa thị chính Hà Nội"}, "mayor"),
            ({"body": "Tòa thị chính"}, "mayor"),
            ({"printed": "Trưởng làng Đông"}, "elder"),
            ({"printed": "Trưởng làng lớn Đông"}, "great-elder"),
        ],
        ids=["id", "printed", "unaccented", "loose", "body", "beginning", "longest beginning"],
    )
    def test_found(self, laid: Any, authority: dict[str, str], office: str) -> None:
        """An id, or the longest beginning that fits, accents and case forgiven."""
        assert power(laid(), **authority).have == office

    def test_normalised(self, laid: Any) -> None:
        """A name of the body alone means its head, and the finding says that it was read so."""
        found = power(laid(), printed="Tòa thị chính Hà Nội")

        [note] = found.children
        assert (found.outcome, found.have) == (MET, "mayor")
        assert (note.code, note.outcome, note.have, note.need) == ("normalised", MET, "Tòa thị chính Hà Nội", "mayor")

    def test_head_is_not_normalised(self, laid: Any) -> None:
        """A name of the office itself needs no note."""
        assert power(laid(), printed="Thị trưởng Hà Nội").children == ()

    @pytest.mark.parametrize("name", ["Thị trưởngx", "Phó Thị trưởng", "Ông A"])
    def test_unknown_name(self, laid: Any, name: str) -> None:
        """A name that no beginning fits, whole word by word, is an open question."""
        found = power(laid(), printed=name)

        assert (found.outcome, found.have, found.missing) == (UNKNOWN, name, ("authority.office",))

    def test_ambiguous(self, laid: Any) -> None:
        """A beginning that fits two offices equally settles nothing."""
        found = power(laid(), printed="Trưởng thôn Đông")

        [note] = found.children
        assert (found.outcome, found.missing) == (UNKNOWN, ("authority.office",))
        assert (note.code, note.need) == ("office-ambiguous", ("elder", "great-elder"))

    @pytest.mark.parametrize(
        ("authority", "codes"),
        [
            ({"printed": "Ông A"}, ["office-unread"]),
            ({"printed": "KT. CHỦ TỊCH"}, ["office-unread"]),
            ({"printed": "Chủ tịch xã A"}, ["office-unread"]),
            ({"printed": "TUQ. Chủ tịch UBND xã A"}, ["signed-for"]),
            ({"printed": "TL. CHỦ TỊCH UBND XÃ A"}, ["signed-for"]),
            ({"office": "commune-chair", "printed": "Chủ tịch nước"}, ["names-disagree"]),
            ({"office": "commune-chair", "body": "Sở Y tế"}, ["names-disagree"]),
            ({"printed": "Chủ tịch UBND xã A", "body": "Sở Y tế"}, ["names-disagree"]),
            ({"office": "president", "body": "Sở Y tế"}, ["names-disagree"]),
        ],
    )
    def test_why_not_read(self, authority: dict[str, str], codes: list[str]) -> None:
        """Names that tell no office, or that tell two, settle nothing, and it is said why."""
        found = power(law_on(date(2024, 12, 20)), "LĐTT", **authority)

        assert (found.outcome, found.missing) == (UNKNOWN, ("authority.office",))
        assert [note.code for note in found.children] == codes

    @pytest.mark.parametrize(
        ("authority", "codes"),
        [
            ({"printed": "TM. UBND XÃ A"}, ["normalised"]),
            ({"printed": "TM. ỦY BAN NHÂN DÂN XÃ A"}, ["normalised"]),
            ({"printed": "KT. CHỦ TỊCH UBND XÃ A"}, ["normalised"]),
            ({"office": "commune-chair", "body": "UBND xã A"}, []),
            ({"office": "commune-chair", "printed": "Chủ tịch UBND xã A"}, []),
            ({"office": "unit-head", "body": "Bộ Nội vụ"}, []),
            ({"office": "unit-head", "body": "Cục A"}, []),
        ],
    )
    def test_read(self, authority: dict[str, str], codes: list[str]) -> None:
        """A signature block is the head's; names of one office agree, and a unit's body may be what it stands under."""
        found = power(law_on(date(2024, 12, 20)), "LĐTT", **authority)

        assert (found.outcome, [note.code for note in found.children]) == (MET, codes)

    @pytest.mark.parametrize("authority", [{}, {"printed": ""}])
    def test_nobody(self, laid: Any, authority: dict[str, str]) -> None:
        """A decision that does not say who signed leaves the question open."""
        found = power(laid(), **authority)

        assert (found.outcome, found.have, found.missing) == (UNKNOWN, None, ("authority.office",))

    def test_unknown_id(self, laid: Any) -> None:
        """An id is no printed name: one that does not exist is an error, with the nearest."""
        with pytest.raises(UnknownTerm, match="did you mean 'mayor'"):
            power(laid(), office="mayer")


class TestPower:
    """Whether the office may."""

    def test_granted(self, laid: Any) -> None:
        """The finding cites the article that grants, and lists all who may."""
        found = power(laid(), office="elder")

        assert (found.outcome, found.need) == (MET, ("mayor", "elder"))
        assert str(found.citation) == "khoản 2 Điều 3 Dự thảo 1/QĐ"
        assert {office.label for office in found.about.subject.offices} == {"Thị trưởng", "Trưởng làng"}

    def test_not_granted(self, laid: Any) -> None:
        """Who is not named may not; where no article speaks of the office, each that grants it to others is said."""
        found = power(laid(), office="great-elder")

        assert (found.outcome, found.have, found.need) == (NOT_MET, "great-elder", ("mayor", "elder"))
        assert found.citation is None
        assert [(note.code, note.need, str(note.citation)) for note in found.children] == [
            ("given-to", ("mayor",), "khoản 1 Điều 3 Dự thảo 1/QĐ"),
            ("given-to", ("elder",), "khoản 2 Điều 3 Dự thảo 1/QĐ"),
        ]

    @pytest.mark.parametrize(
        ("printed", "award", "day", "article"),
        [
            ("UBND xã A", "CSTĐCS", date(2025, 6, 30), "khoản 3 Điều 80"),
            ("UBND xã A", "Bằng khen tỉnh", date(2025, 7, 1), "Điều 59"),
            ("UBND huyện A", "CSTĐ tỉnh", date(2025, 6, 30), "khoản 2 Điều 80"),
            ("Thủ tướng Chính phủ", "LĐTT", date(2025, 6, 30), "khoản 2 Điều 78"),
        ],
    )
    def test_refusal_cites_the_office(self, printed: str, award: str, day: date, article: str) -> None:
        """A refusal rests on the article that says what the office that signed may give, not on another office's."""
        found = power(law_on(day), award, printed=printed)

        assert found.outcome is NOT_MET
        assert found.citation is not None
        assert found.citation.article == article

    def test_recipient(self, laid: Any) -> None:
        """A power over individuals is none over collectives."""
        found = power(laid(), recipient="collective", office="elder")

        assert (found.outcome, found.need) == (NOT_MET, ("mayor",))

    def test_nothing_read(self, laid: Any) -> None:
        """An award that no text read gives to anyone is an open question, not forbidden."""
        found = power(laid(), "orphan", office="mayor")

        assert (found.outcome, found.need, found.citation) == (UNKNOWN, (), None)

    def test_left_to_another_body(self, laid: Any) -> None:
        """Whom the law itself gives no power may have one by the rules it leaves to another body."""
        found = power(laid(), "soldiers-title", office="commander")

        [note] = found.children
        assert (found.outcome, note.code, note.need) == (UNKNOWN, "left-to", "Bộ Quốc phòng")
        assert str(found.citation) == "khoản 3 Điều 3 Dự thảo 1/QĐ"

    def test_left_to_another_body_but_listed(self, laid: Any) -> None:
        """Whose powers the law lists has no others."""
        found = power(laid(), "soldiers-title", office="mayor")

        [note] = found.children
        assert (found.outcome, found.need, note.code, note.outcome) == (NOT_MET, (), "left-to", NOT_MET)
        assert str(found.citation) == "khoản 3 Điều 3 Dự thảo 1/QĐ"

    def test_unread(self, laid: Any) -> None:
        """A text that governs but was not read leaves the answer open, and says why."""
        found = power(laid(UNREAD), office="mayor")

        [note] = found.children
        assert (found.outcome, note.code, note.about.subject.gloss) == (UNKNOWN, "unread", "Not read")
        assert power(laid(UNREAD, unread="last-text"), office="mayor").outcome is MET

    def test_award_not_named(self, laid: Any) -> None:
        """A row that does not say which award it was leaves the answer open."""
        assert power(laid(), None, office="mayor").missing == ("award",)

    def test_unknown_award(self, laid: Any) -> None:
        """A name that no award ever had is an error."""
        with pytest.raises(UnknownTerm):
            power(laid(), "tittle", office="mayor")

    def test_no_date(self) -> None:
        """Where the date picks the law, a decision without one is refused."""
        with pytest.raises(InputError) as caught:
            power(law_on, "LĐTT", office="district-chair")

        assert caught.value.problems[0].path == "$.decided_on"


DISTRICT = "Chủ tịch UBND huyện Hồng Ngự"
COMMUNE = "Chủ tịch UBND xã Thường Phước"
PROVINCE = "Chủ tịch UBND tỉnh Kiên Giang"
MINISTER = "Bộ trưởng Bộ Nội vụ"


class TestStatuteBook:
    """The powers of the real law, day before and day after each change."""

    @pytest.mark.parametrize(
        ("printed", "award", "recipient", "day", "outcome"),
        [
            (DISTRICT, "CSTĐCS", "individual", date(2020, 12, 31), MET),
            (DISTRICT, "LĐTT", "individual", date(2025, 6, 30), MET),
            (DISTRICT, "CSTĐCS", "individual", date(2025, 6, 30), MET),
            (DISTRICT, "TTLĐTT", "collective", date(2025, 6, 30), MET),
            (DISTRICT, "CSTĐCS", "individual", date(2025, 7, 1), NOT_MET),
            (DISTRICT, "TTLĐTT", "collective", date(2025, 7, 1), NOT_MET),
            (DISTRICT, "CSTT", "individual", date(2020, 12, 31), MET),
            (DISTRICT, "CSTT", "individual", date(2023, 12, 31), MET),
            (DISTRICT, "CSTT", "individual", date(2024, 1, 1), NOT_MET),
            (DISTRICT, "CSTT", "individual", date(2025, 6, 30), NOT_MET),
            (DISTRICT, "CSTT", "individual", date(2025, 7, 1), NOT_MET),
            (DISTRICT, "ĐVTT", "collective", date(2023, 12, 31), MET),
            (DISTRICT, "ĐVTT", "collective", date(2024, 12, 31), NOT_MET),
            (DISTRICT, "TTLĐXS", "collective", date(2020, 12, 31), NOT_MET),
            (DISTRICT, "Bằng khen tỉnh", "individual", date(2020, 12, 31), NOT_MET),
            (COMMUNE, "LĐTT", "individual", date(2014, 6, 1), MET),
            (COMMUNE, "LĐTT", "individual", date(2025, 6, 30), MET),
            (COMMUNE, "CSTĐCS", "individual", date(2025, 6, 30), NOT_MET),
            (COMMUNE, "CSTĐCS", "individual", date(2025, 7, 1), MET),
            (COMMUNE, "TTLĐTT", "collective", date(2025, 6, 30), NOT_MET),
            (COMMUNE, "TTLĐTT", "collective", date(2025, 7, 1), MET),
            (COMMUNE, "CSTT", "individual", date(2023, 12, 31), NOT_MET),
            (COMMUNE, "CSTT", "individual", date(2024, 1, 1), NOT_MET),
            (COMMUNE, "CSTT", "individual", date(2025, 7, 1), NOT_MET),
            (PROVINCE, "CSTT", "individual", date(2025, 7, 1), NOT_MET),
            (MINISTER, "CSTĐCS", "individual", date(2010, 4, 14), NOT_MET),
            (MINISTER, "CSTĐCS", "individual", date(2010, 4, 15), UNKNOWN),
            (MINISTER, "LĐTT", "individual", date(2014, 8, 19), UNKNOWN),
            (MINISTER, "LĐTT", "individual", date(2014, 8, 20), MET),
            (MINISTER, "TTLĐTT", "collective", date(2017, 9, 30), MET),
            (MINISTER, "TTLĐTT", "collective", date(2017, 10, 1), UNKNOWN),
            (MINISTER, "CSTĐCS", "individual", date(2023, 12, 31), UNKNOWN),
            (MINISTER, "CSTĐCS", "individual", date(2024, 1, 1), MET),
            (DISTRICT, "CSTĐCS", "individual", date(2018, 12, 31), MET),
            (COMMUNE, "CSTĐCS", "individual", date(2018, 12, 31), NOT_MET),
            (PROVINCE, "Bằng khen tỉnh", "collective", date(2021, 7, 21), MET),
            (PROVINCE, "Bằng khen tỉnh", "individual", date(2024, 1, 1), MET),
            (PROVINCE, "CSTĐ tỉnh", "individual", date(2025, 9, 1), MET),
            (PROVINCE, "CSTĐTQ", "individual", date(2025, 9, 1), NOT_MET),
            ("Thủ tướng Chính phủ", "CSTĐTQ", "individual", date(2025, 9, 1), MET),
            (DISTRICT, "CSTĐCS", "individual", date(2026, 9, 30), NOT_MET),
            (COMMUNE, "CSTĐCS", "individual", date(2026, 9, 30), MET),
            (COMMUNE, "CSTĐCS", "individual", date(2026, 10, 1), UNKNOWN),
        ],
    )
    def test_power(self, printed: str, award: str, recipient: Any, day: date, outcome: Outcome) -> None:
        """Điều 79, 80 of both laws; NĐ 129/2025 Điều 59 from 2025-07-01; the amendment of 2026-10-01 was not read."""
        signed = Authority(printed=printed)
        decision = Decision(award=award, recipient=recipient, authority=signed, decided_on=day)

        assert check_power(decision, law_on).outcome is outcome

    def test_body_for_its_chair(self) -> None:
        """Reports write "UBND huyện": the power is its chair's, and the reading is said."""
        found = power(law_on(date(2020, 12, 31)), "Giấy khen huyện", printed="UBND huyện Hồng Ngự")

        assert (found.outcome, found.have) == (MET, "district-chair")
        assert [note.code for note in found.children] == ["normalised"]

    def test_citation(self) -> None:
        """A power of the commune chair from 2025-07-01 rests on NĐ 129/2025."""
        found = power(law_on(date(2025, 7, 1)), "CSTĐCS", office="commune-chair")

        assert found.citation is not None
        assert "129/2025/NĐ-CP" in str(found.citation)
        assert "commune-chair" in found.need

    def test_award_gone(self) -> None:
        """The district's letter ended with the districts: a fact about the decision, not an error."""
        found = power(law_on(date(2025, 7, 1)), "Giấy khen huyện", office="district-chair")

        assert (found.outcome, found.code) == (NOT_MET, "award-not-in-force")
        assert found.have == "giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-huyen"

    def test_office_of_other_days(self) -> None:
        """An office that no text of the day names yet has no power; it is not said to be gone, as a district's is."""
        early = power(law_on(date(2020, 12, 31)), "CSTĐTQ", office="na-standing-committee")
        army = power(law_on(date(2014, 5, 31)), "ĐVQT", "collective", printed="Tư lệnh Quân khu 9")
        gone = power(law_on(date(2025, 7, 1)), "CSTĐTQ", office="district-chair")

        assert (early.outcome, early.children[0].code) == (NOT_MET, "office-not-named")
        assert (army.outcome, army.children[0].code) == (NOT_MET, "office-not-named")
        assert (gone.outcome, gone.children[0].code) == (NOT_MET, "office-not-in-force")

    def test_award_not_yet(self) -> None:
        """Before an award's first text it is that text, with its own name for it, that says so."""
        found = power(law_on(date(2023, 12, 31)), "xa-phuong-thi-tran-tieu-bieu", "collective", office="province-chair")

        assert (found.outcome, found.code) == (NOT_MET, "award-not-in-force")
        assert str(found.citation) == "Điều 29 Luật 06/2022/QH15"
        assert found.about.subject.label == "Xã, phường, thị trấn tiêu biểu"

    @pytest.mark.parametrize(("day", "outcome"), [(date(2004, 6, 30), UNKNOWN), (date(2004, 7, 1), MET)])
    def test_before_the_book(self, day: date, outcome: Outcome) -> None:
        """Of a day before the first law of the book nothing is known, and no later text is cited for it."""
        found = power(law_on(day), "GĐVH", "household", office="commune-chair")

        assert found.outcome is outcome
        assert (found.code, found.citation) == ("before-the-book", None) or outcome is MET

    def test_unread_is_cited(self) -> None:
        """What is open by a text not read cites that text, and says of nobody that it is theirs."""
        law = law_on(date(2026, 11, 1))
        found = power(law, "LĐTT", printed="UBND xã A")
        told = next(Batch("vi", speaker("vi")).finding(found))

        assert found.citation is not None
        assert (found.outcome, found.citation.document) == (UNKNOWN, "06/2026/QH16")
        assert told.startswith("? thẩm quyền: chưa kết luận được; quyết định ghi Chủ tịch Ủy ban nhân dân cấp xã")

    def test_district_city(self) -> None:
        """A city may be a province or a district: its name alone settles nothing."""
        found = power(law_on(date(2020, 12, 31)), "CSTĐCS", printed="Chủ tịch UBND thành phố Vị Thanh")

        assert (found.outcome, found.missing) == (UNKNOWN, ("authority.office",))

    @pytest.mark.parametrize(
        ("authority", "award", "outcome"),
        [
            ({"office": "military-region-head"}, "ĐVTT", UNKNOWN),
            ({"printed": "Bộ trưởng Bộ Quốc phòng"}, "ĐVQT", UNKNOWN),
            ({"office": "unit-head"}, "ĐVTT", UNKNOWN),
            ({"office": "province-chair"}, "ĐVQT", NOT_MET),
            ({"office": "department-head"}, "ĐVTT", NOT_MET),
            ({"office": "enterprise-director"}, "ĐVTT", NOT_MET),
        ],
    )
    def test_armed_forces(self, authority: dict[str, str], award: str, outcome: Outcome) -> None:
        """Titles of the armed forces are left to rules that may name a commander or a minister, but no civil office."""
        found = power(law_on(date(2024, 12, 31)), award, "collective", **authority)

        assert (found.outcome, found.need) == (outcome, ())
        assert [(note.code, note.outcome) for note in found.children] == [("left-to", outcome)]

    @pytest.mark.parametrize("award", ["LĐTT", "CSTĐCS", "CSTT"])
    @pytest.mark.parametrize(
        "printed",
        [
            "Giám đốc Công an tỉnh A",
            "Trưởng Công an huyện A",
            "Chỉ huy trưởng Bộ CHQS tỉnh A",
            "Chỉ huy trưởng Ban Chỉ huy quân sự huyện A",
            "Tư lệnh Quân khu 9",
            "Bộ trưởng Bộ Quốc phòng",
            "Bộ trưởng Bộ Công an",
        ],
    )
    def test_signed_by_the_forces(self, printed: str, award: str) -> None:
        """Khoản 5 Điều 80: who decides in the army and the police their ministries say, and that was not read."""
        found = power(law_on(date(2024, 12, 20)), award, printed=printed)

        assert (found.outcome, [note.code for note in found.children]) == (UNKNOWN, ["left-to"])
        assert str(found.citation) == "khoản 5 Điều 80 Luật 06/2022/QH15"

    def test_of_the_ministry_itself(self) -> None:
        """What khoản 2 Điều 79 gives every minister no clause takes from the two."""
        assert power(law_on(date(2024, 12, 20)), "Bằng khen cấp bộ", printed="Bộ trưởng Bộ Quốc phòng").outcome is MET

    @pytest.mark.parametrize(
        ("unit", "outcome"),
        [
            ("Ban CHQS huyện A", UNKNOWN),
            ("Dân quân tự vệ xã A", UNKNOWN),
            ("Trường Sĩ quan Lục quân 1", UNKNOWN),
            ("Bệnh viện Quân y 175", UNKNOWN),
            ("Bệnh viện Đa khoa tỉnh A", MET),
            ("Trường Trung học A", MET),
        ],
    )
    def test_units_of_the_forces(self, unit: str, outcome: Outcome) -> None:
        """A civil office's power does not reach a unit that is by its name of the forces."""
        signed = Authority(printed="Giám đốc Sở Y tế")
        decision = Decision(award="LĐTT", recipient="individual", unit=unit, authority=signed)

        assert check_power(decision, law_on(date(2024, 12, 20))).outcome is outcome


class TestRecipient:
    """Whether the award can go to such a recipient."""

    def test_category_error(self) -> None:
        """The report's literal sentence gives a title of collectives to 1.194 individuals."""
        decision = Decision(award="Tập thể lao động tiên tiến", recipient="individual", count=1194)

        found = check_recipient(decision, law_on(date(2020, 12, 31)))

        assert (found.code, found.outcome) == ("recipient", NOT_MET)
        assert (found.have, found.need) == ("individual", ("collective",))
        assert found.citation is not None

    def test_fits(self, laid: Any) -> None:
        """An award open to both can go to either."""
        for recipient in ("individual", "collective"):
            assert check_recipient(Decision(award="title", recipient=recipient), laid()).outcome is MET

    def test_award_gone(self) -> None:
        """Whether the award still exists is another question."""
        decision = Decision(award="Giấy khen huyện", recipient="individual")

        assert check_recipient(decision, law_on(date(2025, 7, 1))).outcome is MET

    def test_award_not_named(self, laid: Any) -> None:
        """A row that does not say which award it was leaves the answer open."""
        found = check_recipient(Decision(recipient="individual"), laid())

        assert (found.outcome, found.missing) == (UNKNOWN, ("award",))

    def test_unread(self, laid: Any) -> None:
        """A text not read that may have changed the award leaves the answer open."""
        found = check_recipient(Decision(award="title", recipient="household"), laid(UNREAD))

        assert (found.outcome, [note.code for note in found.children]) == (UNKNOWN, ["unread"])
