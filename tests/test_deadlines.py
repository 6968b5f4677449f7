"""Deadlines: by which day a thing is due, whether it was in time, and what a year holds for an office."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import deadlines
from thidua.book.days import law_on
from thidua.book.law import Law
from thidua.decision.agenda import OfficeCalendar, office_calendar
from thidua.decision.deadlines import Due, check_deadline
from thidua.decision.workdays import WorkingDays, vietnam, working_days_between
from thidua.errors import InputError, NotInForce, UnknownTerm
from thidua.model.citation import Standing
from thidua.model.finding import Outcome
from thidua.wording.deadlines import told

MET, UNKNOWN, NOT_MET = Outcome.MET, Outcome.UNKNOWN, Outcome.NOT_MET
UNDER_98 = law_on(date(2024, 12, 2))
UNDER_152 = law_on(date(2025, 8, 1))
AMENDED = law_on(date(2026, 11, 1))

PROVINCE = """
[document]
id = "9/2025/QĐ-UBND"
title = "Quy định của tỉnh"
kind = "decision"
issuer = "Ủy ban nhân dân tỉnh"
in_force = 2025-07-01
standing = "verified"
checked = 2026-11-22
"""
BEFORE_TENTH = """
[[deadline]]
id = "6.2"
label = "Gửi hồ sơ tổng kết năm đến Sở Nội vụ"
gloss = "Send the year's dossiers to the Department of Home Affairs"
by = ["unit"]
levels = ["ministry-province"]
before = "12-10"
does = "proposal"
"""
TEN_DAYS_AHEAD = """
[[deadline]]
id = "6.1"
label = "Gửi hồ sơ trước hội nghị"
gloss = "Send the dossier before the conference"
by = ["unit"]
levels = ["ministry-province"]
event = "conference"
side = "before"
days = 10
"""
FIFTEEN_DAYS = """
[[deadline]]
id = "7"
label = "Trả kết quả"
gloss = "Give the answer"
by = ["unit"]
awards = ["chien-si-thi-dua-co-so"]
event = "dossier-complete"
days = 15
"""


COUNCIL_EARLIER = """
[[deadline]]
id = "5"
label = "Họp Hội đồng tỉnh"
gloss = "Hold the province's council"
by = ["ministry-province"]
kinds = ["order"]
event = "proposal"
side = "before"
working_days = 5
does = "council-meets"
"""


def local(tmp_path: Path, *entries: str, day: date = date(2025, 8, 1)) -> Law:
    """Lay a province's document over the law of a day."""
    path = tmp_path / "province.toml"
    path.write_text("\n".join([PROVINCE, *entries]), encoding="utf-8")
    return law_on(day, thidua.load_document(path))


def due(award: str, entry: str, law: Law = UNDER_98, **given: Any) -> Due:
    """Return one deadline of an award."""
    [found] = [each for each in deadlines(award, law=law, **given).dues if each.entry.id == entry]
    return found


def outcomes(found: Due, days: Mapping[date, Outcome]) -> dict[date, Outcome]:
    """Say of each day whether what is done on it is in time."""
    return {day: check_deadline(found, day).outcome for day in days}


class TestEncoded:
    """What the statute book says of times."""

    @pytest.mark.parametrize(
        ("award", "day", "ids"),
        [
            ("CSTĐTQ", date(2024, 12, 2), {"84.1.c", "32.1.a", "32.2"}),
            ("CSTĐTQ", date(2025, 8, 1), {"84.1.c"}),  # the decree's successor was not read
            ("Cờ thi đua của Chính phủ", date(2024, 12, 2), {"84.1.c", "32.1.b", "32.1.b-education", "32.2"}),
            ("Huân chương Lao động hạng Ba", date(2024, 12, 2), {"84.2.c", "84.5", "32.2", "46.2"}),
            ("Huân chương Lao động hạng Ba", date(2025, 8, 1), {"84.2.c", "84.5", "44.2"}),
            ("CSTĐCS", date(2024, 12, 2), {"84.1.c"}),
            ("CSTĐCS", date(2025, 8, 1), {"84.1.c", "commune-fighter"}),
            ("Bằng khen tỉnh", date(2010, 1, 1), set()),  # minutes of commendations are asked from 2014-06-01
            ("Bằng khen tỉnh", date(2014, 6, 1), {"84.2.c"}),
        ],
    )
    def test_of_award(self, award: str, day: date, ids: set[str]) -> None:
        """Each award has the deadlines of the texts in force on the day, and no other's."""
        assert {each.entry.id for each in deadlines(award, law=law_on(day)).dues} == ids

    @pytest.mark.parametrize(
        ("entry", "standing", "citation"),
        [
            ("84.5", Standing.VERIFIED, "khoản 5 Điều 84 Luật 06/2022/QH15"),
            ("32.2", Standing.QUOTED, "khoản 2 Điều 32 Nghị định 98/2023/NĐ-CP"),
            ("46.2", Standing.SECONDARY, "khoản 2 Điều 46 Nghị định 98/2023/NĐ-CP"),
        ],
    )
    def test_standing(self, entry: str, standing: Standing, citation: str) -> None:
        """A deadline is as certain as its text was read, and cites it."""
        found = due("Huân chương Lao động hạng Ba", entry)

        assert (found.citation.standing, str(found.citation)) == (standing, citation)

    def test_ministry_procedure(self) -> None:
        """Of heroes the Ministry's procedure has five days to return, twenty to submit, ten for what comes after."""
        terms = {each.entry.id: each.entry.working_days for each in deadlines("Anh hùng Lao động", law=UNDER_98).dues}

        assert terms == {
            **dict.fromkeys(("84.2.c", "84.5")),
            **dict.fromkeys(("46.2", "32-opinions", "32-decision", "32-recipients", "32-refused", "32-items"), 10),
            "32.2": 20,
            "32-returned": 5,
        }

    @pytest.mark.parametrize(
        ("award", "suffix", "part"),
        [("BKTTg", "-bang-khen", "XIV"), ("Huân chương Chiến công hạng Ba", "-chien-cong", "XIII")],
    )
    def test_sudden_achievements(self, award: str, suffix: str, part: str) -> None:
        """Tiểu mục XIII and XIV are of thành tích đột xuất alone: no other kind has their terms; each cites its own."""
        by_kind = {kind: deadlines(award, law=UNDER_98, commendation=kind) for kind in ("ad-hoc", "merit", None)}
        told = {kind: {each.entry.id for each in report.dues} for kind, report in by_kind.items()}
        own = [each for each in by_kind["ad-hoc"].dues if each.entry.id.endswith(suffix)]

        assert told["merit"] == told[None]
        assert told["ad-hoc"] - told["merit"] == {each.entry.id for each in own}
        assert {each.entry.id for each in own} >= {f"32-{name}{suffix}" for name in ("returned", "opinions", "refused")}
        assert {each.citation.article.split(" Mục")[0] for each in own} == {f"tiểu mục {part}"}
        assert {kind: report.missing for kind, report in by_kind.items()} == {
            "ad-hoc": (), "merit": (), None: ("commendation",)
        }  # fmt: skip

    def test_one_kind_is_said(self) -> None:
        """Who does not say the kind is told that some terms need it; who asks of an award without such is not."""
        assert "cần biết loại hình" in deadlines("BKTTg", law=UNDER_98).explain("vi")
        assert "cần biết loại hình" not in deadlines("BKTTg", law=UNDER_98, commendation="merit").explain("vi")
        assert deadlines("Anh hùng Lao động", law=UNDER_98).missing == ()

    @pytest.mark.parametrize(
        ("day", "document"),
        [
            (date(2008, 1, 1), "decrees-before-2010"),
            (date(2012, 1, 1), "deadlines"),
            (date(2020, 1, 1), "deadlines"),
            (date(2025, 8, 1), "deadlines"),
            (date(2026, 11, 1), "06-2026"),
        ],
    )
    def test_not_read(self, day: date, document: str) -> None:
        """Where a text on times was not read the answer says so: an empty list is no word that there is no deadline."""
        assert document in [each.id for each in deadlines("CSTĐCS", law=law_on(day)).unread]


class TestDays:
    """Which day a deadline falls on, and what is known without it."""

    def test_missing(self) -> None:
        """A term whose event has no day has no last day, and neither has a day of the year without its year."""
        report = deadlines("CSTĐTQ", law=UNDER_98)

        assert [(each.day, each.missing) for each in report.dues] == [
            (None, ("events.proposal",)),
            (None, ("year",)),
            (None, ("events.dossier-complete",)),
        ]
        assert check_deadline(report.dues[1], None).missing == ("year", "done")

    def test_following_year(self) -> None:
        """The dossier of the National Emulation Fighter is due on 31 December of the year after the achievements'."""
        found = due("CSTĐTQ", "32.1.a", year=2024)

        assert (found.day, found.entry.years_after) == (date(2024, 12, 31), 1)

    def test_order(self) -> None:
        """Deadlines stand in the order of their days, first those that have none."""
        given = {"dossier-complete": date(2025, 1, 10)}
        report = deadlines("Cờ thi đua của Chính phủ", law=UNDER_98, events=given, year=2025)
        days = [each.day for each in report.dues]

        assert days == [None, date(2025, 2, 14), date(2025, 6, 30), date(2025, 12, 31)]

    @given(day=st.dates(date(2024, 1, 1), date(2025, 11, 1)))
    def test_twenty_working_days(self, day: date) -> None:
        """Twenty working days are twenty, whatever holidays lie between, and end on a working day."""
        found = due("BKTTg", "32.2", events={"dossier-complete": day})

        assert found.day is not None
        assert working_days_between(day, found.day) == 20
        assert check_deadline(found, found.day).outcome is MET
        assert check_deadline(found, found.day + timedelta(days=1)).outcome is NOT_MET


class TestTerm:
    """A term counted from an event."""

    def test_over_tet(self) -> None:
        """Twenty working days from 10 January 2025 end on 14 February: the days of Tết are not among them."""
        found = due("BKTTg", "32.2", events={"dossier-complete": date(2025, 1, 10)})
        days = {date(2025, 2, 13): MET, date(2025, 2, 14): MET, date(2025, 2, 15): NOT_MET, date(2025, 2, 17): NOT_MET}

        assert outcomes(found, days) == days

    @pytest.mark.parametrize(("done", "late"), [(15, 0), (17, 1), (21, 5), (24, 6)])
    def test_late(self, done: int, late: int) -> None:
        """How late it is, is counted in working days after the last day."""
        found = due("BKTTg", "32.2", events={"dossier-complete": date(2025, 1, 10)})
        [child] = check_deadline(found, date(2025, 2, done)).children

        assert (child.code, child.have) == ("late", late)

    def test_days_of_the_calendar(self, tmp_path: Path) -> None:
        """A term of days that ends at a weekend ends on the next working day, which it then still is in time."""
        law = local(tmp_path, FIFTEEN_DAYS)
        found = due("CSTĐCS", "7", law, events={"dossier-complete": date(2025, 8, 8)})  # to Saturday 23 August
        days = {date(2025, 8, 22): MET, date(2025, 8, 25): MET, date(2025, 8, 26): NOT_MET}

        assert found.counting is not None
        assert outcomes(found, days) == days

    def test_before_the_event(self) -> None:
        """What is said to be done before the term opened is not in time: one of the days is wrong."""
        found = due("BKTTg", "32.2", events={"dossier-complete": date(2025, 1, 10)})
        finding = check_deadline(found, date(2025, 1, 9))

        assert outcomes(found, {date(2025, 1, 9): UNKNOWN, date(2025, 1, 10): MET}) == {
            date(2025, 1, 9): UNKNOWN,
            date(2025, 1, 10): MET,
        }
        assert [(child.code, child.need) for child in finding.children] == [("before-event", date(2025, 1, 10))]
        assert "look at the days again" in told(finding, "en")

    def test_own_calendar(self) -> None:
        """An office that has a day off of its own brings its calendar, and the term is a day longer."""
        own = vietnam(days_off=[date(2025, 2, 12)], known_to=2025)
        given = {"dossier-complete": date(2025, 1, 10)}

        assert due("BKTTg", "32.2", events=given, calendar=own).day == date(2025, 2, 17)


class TestAhead:
    """So long before an event."""

    def test_public_before_council(self) -> None:
        """Ten full working days before the council meets are in time; with nine and the day itself it is open."""
        found = due("Huân chương Lao động hạng Ba", "46.2", events={"council-meets": date(2025, 5, 29)})
        days = {
            date(2025, 5, 13): MET,
            date(2025, 5, 14): MET,
            date(2025, 5, 15): UNKNOWN,
            date(2025, 5, 16): NOT_MET,
        }

        assert outcomes(found, days) == days
        assert [child.code for child in check_deadline(found, date(2025, 5, 15)).children] == ["open"]

    def test_without_length(self) -> None:
        """Where the law says no more than "before", the day before is in time, the day itself open, the next late."""
        found = due("Huân chương Lao động hạng Ba", "84.5", events={"proposal": date(2031, 5, 28)})
        days = {date(2031, 5, 27): MET, date(2031, 5, 28): UNKNOWN, date(2031, 5, 29): NOT_MET}

        assert found.firm  # no day off bears on it
        assert outcomes(found, days) == days

    def test_days_ahead(self, tmp_path: Path) -> None:
        """Ten days before a conference on the 20th: the 9th is in time, the 10th is open, the 11th late."""
        law = local(tmp_path, TEN_DAYS_AHEAD)
        found = due("Bằng khen tỉnh", "6.1", law, events={"conference": date(2025, 10, 20)})
        days = {date(2025, 10, 9): MET, date(2025, 10, 10): UNKNOWN, date(2025, 10, 11): NOT_MET}

        assert outcomes(found, days) == days


class TestDated:
    """A day of the year."""

    def test_at_the_latest(self) -> None:
        """Of “chậm nhất vào ngày 30 tháng 6” the day itself is in time, the day after is late."""
        found = due("Cờ thi đua của Chính phủ", "32.1.b", year=2025)
        days = {date(2025, 6, 29): MET, date(2025, 6, 30): MET, date(2025, 7, 1): NOT_MET}

        assert outcomes(found, days) == days

    def test_on_a_day_off(self) -> None:
        """30 June 2024 is a Sunday: whether the Monday is still in time, the text does not say."""
        found = due("Cờ thi đua của Chính phủ", "32.1.b", year=2024)
        days = {date(2024, 6, 30): MET, date(2024, 7, 1): UNKNOWN, date(2024, 7, 2): NOT_MET}

        assert outcomes(found, days) == days

    def test_before(self, tmp_path: Path) -> None:
        """Of “trước ngày 10/12” the 9th is in time and the 10th is not."""
        found = due("Bằng khen tỉnh", "6.2", local(tmp_path, BEFORE_TENTH), year=2025)
        days = {date(2025, 12, 8): MET, date(2025, 12, 9): MET, date(2025, 12, 10): NOT_MET}

        assert outcomes(found, days) == days


class TestNotKnown:
    """What is not certain is not answered as if it were."""

    LATER = WorkingDays(name="own", days_off=frozenset(), known_to=2024)

    def test_days_off_not_known(self) -> None:
        """In a year whose days off are not all known only what no day off could change is certain."""
        found = due("BKTTg", "32.2", events={"dossier-complete": date(2025, 3, 3)}, calendar=self.LATER)
        days = {date(2025, 3, 22): MET, date(2025, 3, 23): MET, date(2025, 3, 24): UNKNOWN, date(2025, 6, 2): UNKNOWN}

        assert not found.firm
        assert outcomes(found, days) == days
        assert [child.code for child in check_deadline(found, date(2025, 6, 2)).children] == ["calendar"]

    def test_days_off_not_known_ahead(self) -> None:
        """Before an event too: fewer days than working days are asked are too few, however they are worked."""
        given = {"council-meets": date(2025, 5, 29)}
        found = due("Huân chương Lao động hạng Ba", "46.2", events=given, calendar=self.LATER)
        days = {date(2025, 1, 6): UNKNOWN, date(2025, 5, 19): UNKNOWN, date(2025, 5, 20): NOT_MET}

        assert outcomes(found, days) == days

    def test_days_off_not_known_on_a_day(self) -> None:
        """A day of the year is certain up to itself; whether it is a day off is then not known."""
        found = due("Cờ thi đua của Chính phủ", "32.1.b", year=2025, calendar=self.LATER)
        days = {date(2025, 6, 30): MET, date(2025, 7, 1): UNKNOWN}

        assert outcomes(found, days) == days

    def test_text_not_read(self) -> None:
        """After the amendment of 2026, not read, the deadlines of the law are open; how they last read is said."""
        given = {"proposal": date(2026, 11, 20)}
        finding = check_deadline(due("Huân chương Lao động hạng Ba", "84.5", AMENDED, events=given), date(2026, 11, 2))
        passed = law_on(date(2026, 11, 1), unread="last-text")
        last = check_deadline(due("Huân chương Lao động hạng Ba", "84.5", passed, events=given), date(2026, 11, 2))

        assert finding.outcome is UNKNOWN
        assert [(child.code, child.have) for child in finding.children] == [("unread", None), ("as-last-read", MET)]
        assert last.outcome is MET

    def test_a_decree_changes_no_law(self) -> None:
        """Articles of a decree that were not read take nothing from the law, nor from what was read of the decree."""
        assert due("Huân chương Lao động hạng Ba", "84.5", UNDER_152).unread is None
        assert due("CSTĐCS", "commune-fighter", UNDER_152).unread is None

    def test_what_the_caller_brings(self, tmp_path: Path) -> None:
        """A text not read takes nothing from the caller's own document."""
        law = local(tmp_path, FIFTEEN_DAYS, day=date(2026, 11, 1))

        assert due("CSTĐCS", "7", law).unread is None
        assert due("CSTĐCS", "84.1.c", law).unread is not None


class TestOfficeCalendar:
    """The calendar of a year for one office."""

    @staticmethod
    def made(law: Law = UNDER_98, office: Any = "ministry-province", **given: Any) -> OfficeCalendar:
        """Return the calendar of 2025."""
        return office_calendar(2025, office, law, **given)

    def test_dated(self) -> None:
        """A province sends flags by 30 June and 31 December, fighters by 31 December, the forms by the 15th."""
        rows = [(duty.day, duty.citation.article if duty.citation else None) for duty in self.made().duties]

        assert (date(2025, 6, 30), "điểm b khoản 1 Điều 32") in rows
        assert (date(2025, 12, 31), "điểm a khoản 1 Điều 32") in rows
        assert [day for day, where in rows if where and where.startswith("Biểu")] == [date(2025, 12, 15)] * 5

    def test_worked_back(self) -> None:
        """To be in by 30 May the council meets by the 29th; the list is public ten full working days before that."""
        plan = {"Huân chương Lao động hạng Ba": date(2025, 5, 30)}
        rows = [duty for duty in self.made(proposals=plan).duties if duty.day.month == 5]

        assert [(duty.day.day, duty.due.entry.id if duty.due else None) for duty in rows] == [
            (14, "46.2"),
            (29, "84.2.c"),
            (29, "84.5"),
            (30, None),
        ]
        assert [duty.proposal for duty in rows[:3]] == [date(2025, 5, 30)] * 3
        assert working_days_between(rows[0].day, rows[1].day) == 11

    def test_day_off(self) -> None:
        """To propose on a Monday the council meets on the Friday before: at the weekend nobody is there."""
        rows = self.made(proposals={"Huân chương Lao động hạng Ba": date(2025, 6, 2)}).duties

        assert [duty.day for duty in rows if duty.due and duty.due.entry.id == "84.2.c"] == [date(2025, 5, 30)]

    @given(day=st.dates(date(2025, 1, 2), date(2025, 12, 31)))
    def test_in_time(self, day: date) -> None:
        """What is done on the days of the calendar is in time for the proposal."""
        law = UNDER_98
        rows = self.made(law, proposals={"Huân chương Lao động hạng Ba": day}).duties
        found = {duty.due.entry.id: duty.day for duty in rows if duty.due and duty.proposal == day}
        events = {"proposal": day, "council-meets": found["84.2.c"]}
        dues = deadlines("Huân chương Lao động hạng Ba", law=law, events=events).dues

        assert found["46.2"] < found["84.2.c"] < day
        checked = {each.entry.id: check_deadline(each, found[each.entry.id]).outcome for each in dues if each.day}
        assert checked == dict.fromkeys(("84.2.c", "84.5", "46.2"), MET)

    def test_own_document(self, tmp_path: Path) -> None:
        """A province's own day binds its units, for all awards of its level together; the council comes before."""
        made = self.made(local(tmp_path, BEFORE_TENTH), "unit")

        sent = [duty for duty in made.duties if duty.due and duty.due.entry.id == "6.2"]
        assert [duty.day for duty in sent] == [date(2025, 12, 9)]
        assert {award.level for award in sent[0].awards} == {"ministry-province"}
        assert {duty.day for duty in made.duties if duty.proposal == date(2025, 12, 9)} == {date(2025, 12, 8)}

    def test_earliest_meeting(self, tmp_path: Path) -> None:
        """Where a province wants the council earlier than the law does, the list is public earlier too."""
        later = COUNCIL_EARLIER.replace('id = "5"', 'id = "6"').replace("working_days = 5", "working_days = 2")
        law = local(tmp_path, COUNCIL_EARLIER, later)
        plan = {"Huân chương Lao động hạng Ba": date(2025, 10, 20)}
        rows = {duty.due.entry.id: duty.day for duty in self.made(law, proposals=plan).duties if duty.due}

        assert (rows["5"], rows["84.2.c"]) == (date(2025, 10, 10), date(2025, 10, 17))
        assert working_days_between(rows["44.2"], rows["5"]) == 11

    def test_other_office(self) -> None:
        """Another office's duties are not this one's, and forms are those of ministries and provinces."""
        assert self.made(office="commune").duties == ()
        assert self.made(office="home-affairs").duties == ()  # its terms are counted from what it receives

    def test_not_known(self) -> None:
        """A year whose days off are not all known says so at each day, and texts not read are named."""
        plan = {"Huân chương Lao động hạng Ba": date(2026, 5, 29)}
        made = office_calendar(2026, "ministry-province", UNDER_152, proposals=plan, calendar=TestNotKnown.LATER)

        assert [duty.day for duty in made.duties if duty.firm] == [date(2026, 5, 29)]  # the office's own day
        assert [each.id for each in made.unread] == ["deadlines"]


class TestBadInput:
    """What is refused, and how it is said."""

    def test_event(self) -> None:
        """An event that is none suggests the nearest."""
        with pytest.raises(UnknownTerm, match="did you mean 'dossier-complete'"):
            deadlines("CSTĐCS", law=UNDER_98, events={"dossier-completed": date(2025, 1, 1)})  # type: ignore[dict-item]  # the slip under test

    def test_days(self) -> None:
        """Every value that is no day is told at once, with the year."""
        given: Any = {"proposal": "2025-01-01", "council-meets": None}
        with pytest.raises(InputError) as raised:
            deadlines("CSTĐCS", law=UNDER_98, events=given, year=20250)

        assert [problem.path for problem in raised.value.problems] == [
            "$.events.proposal",
            "$.events.council-meets",
            "$.year",
        ]

    def test_award(self) -> None:
        """An award that is none, or is not of the day, is refused."""
        with pytest.raises(UnknownTerm):
            deadlines("Huân chương Sao xanh", law=UNDER_98)
        with pytest.raises(UnknownTerm, match="did you mean 'merit'"):
            deadlines("BKTTg", law=UNDER_98, commendation="merits")  # type: ignore[arg-type]
        with pytest.raises(NotInForce):
            deadlines("Giấy khen huyện", law=AMENDED)

    def test_done(self) -> None:
        """What was done was done on a day."""
        with pytest.raises(InputError, match="expected a day"):
            check_deadline(due("CSTĐTQ", "32.1.a", year=2024), "2024-12-31")  # type: ignore[arg-type]  # the slip under test

    def test_office(self) -> None:
        """An office that is none suggests the nearest; a plan's days lie in its year."""
        with pytest.raises(UnknownTerm, match="did you mean 'commune'"):
            office_calendar(2025, "communes", UNDER_98)  # type: ignore[arg-type]  # the slip under test
        with pytest.raises(InputError, match=r"\$\.proposals\.CSTĐTQ: expected a day of 2025"):
            office_calendar(2025, "commune", UNDER_98, proposals={"CSTĐTQ": date(2024, 12, 31)})
        with pytest.raises(InputError, match=r"\$\.year"):
            office_calendar(25, "commune", UNDER_98)

    @pytest.mark.parametrize(
        ("old", "new", "place", "code"),
        [
            ("days = 15", "", "working_days", "missing"),
            ("days = 15", "days = 15\nworking_days = 10", "days", "one-of"),
            ("days = 15", "days = 0", "days", "out-of-range"),
            ('event = "dossier-complete"', "", "event", "one-of"),
            ("days = 15", 'on = "12-31"', "event", "one-of"),
            ('event = "dossier-complete"\ndays = 15', 'on = "12-32"', "on", "bad-value"),
            ('event = "dossier-complete"\ndays = 15', 'on = "02-29"', "on", "bad-value"),
            ('event = "dossier-complete"\ndays = 15', 'on = "31/12"', "on", "bad-value"),
            ('event = "dossier-complete"\ndays = 15', 'before = "12-10"\ndays = 3', "before", "too-much"),
            ("days = 15", "days = 15\nyears_after = 1", "years_after", "too-much"),
            ('by = ["unit"]', "", "by", "missing"),
        ],
    )
    def test_document(self, tmp_path: Path, old: str, new: str, place: str, code: str) -> None:
        """A document whose deadline cannot be reckoned is refused at its key."""
        path = tmp_path / "province.toml"
        path.write_text(PROVINCE + FIFTEEN_DAYS.replace(old, new), encoding="utf-8")

        with pytest.raises(InputError) as raised:
            thidua.load_document(path)
        assert (place, code) in [(problem.path.rpartition(".")[2], problem.code) for problem in raised.value.problems]

    def test_unknown_award(self, tmp_path: Path) -> None:
        """A deadline for an award that does not exist is refused when it is laid over the law."""
        with pytest.raises((InputError, UnknownTerm), match="chien-si"):
            local(tmp_path, FIFTEEN_DAYS.replace("chien-si-thi-dua-co-so", "chien-si-thi-dua-co-soo"))


class TestWords:
    """Deadlines in prose."""

    def test_explain(self) -> None:
        """The day, the deed, who does it, within what time and where it is written, in both languages."""
        report = deadlines("BKTTg", law=UNDER_98, events={"dossier-complete": date(2025, 1, 10)})

        assert (
            "- chậm nhất 14/02/2025: Thẩm định hồ sơ khen thưởng và trình Thủ tướng Chính phủ: Bộ Nội vụ, trong 20 "
            "ngày làm việc kể từ ngày nhận đủ hồ sơ (khoản 2 Điều 32 Nghị định 98/2023/NĐ-CP)"
        ) in report.explain()
        assert "within 20 working days after the complete dossier is received (clause 2 Article 32" in report.explain(
            "en"
        )
        assert f"đủ đến năm {vietnam().known_to}" in report.explain()

    def test_nothing(self) -> None:
        """Where no text read sets a time, that is said, beside the texts not read."""
        text = deadlines("Bằng khen tỉnh", law=law_on(date(2012, 1, 1))).explain()

        assert "Không văn bản nào đã đọc đặt thời hạn." in text
        assert "Nghị định 42/2010/NĐ-CP quy định thủ tục" in text

    @pytest.mark.parametrize(
        ("day", "words"),
        [
            (date(2025, 2, 14), "✓ .*: đúng hạn$"),
            (date(2025, 2, 15), "✗ .*: quá hạn, trước ngày làm việc tiếp theo$"),
            (date(2025, 2, 18), "✗ .*: quá hạn 2 ngày làm việc$"),
            (None, r"\? .*chưa rõ ngày làm$"),
        ],
    )
    def test_told(self, day: date | None, words: str) -> None:
        """In time, or late by so many working days."""
        found = due("BKTTg", "32.2", events={"dossier-complete": date(2025, 1, 10)})
        line = told(check_deadline(found, day), "vi").splitlines()[0]

        assert re.match(words, line)

    def test_agenda(self) -> None:
        """The calendar says each day with the award and the day of the proposal it is for."""
        plan = {"Huân chương Lao động hạng Ba": date(2025, 5, 30)}
        made = office_calendar(2025, "ministry-province", UNDER_98, proposals=plan)

        assert (
            "- 14/05/2025: Công khai danh sách đề nghị khen thưởng trước khi Hội đồng họp "
            "(“Huân chương Lao động hạng Ba”), để trình chậm nhất 30/05/2025 (khoản 2 Điều 46 Nghị định 98/2023/NĐ-CP)"
        ) in made.explain().splitlines()
        assert "- 15 Dec 2025: send form 0603.N/BNV-TĐKT: " in made.explain("en")

    def test_dump(self) -> None:
        """As data a deadline has its day, its award by id, and its calendar by name and not day by day."""
        made = thidua.dump(due("CSTĐTQ", "32.1.a", year=2024))

        assert '"day": "2024-12-31"' in made
        assert f'"calendar": {{"name": "{vietnam().name}", "known_to": {vietnam().known_to}}}' in made

    def test_compared(self) -> None:
        """What a law no longer says may stand in a text not read: the note of changes does not tell it as gone."""
        sent = "Gửi hồ sơ đề nghị xét tặng “Chiến sĩ thi đua toàn quốc”"
        come = thidua.compare(law_on(date(2023, 12, 31)), law_on(date(2024, 1, 1))).explain("vi")
        gone = thidua.compare(law_on(date(2025, 6, 30)), law_on(date(2025, 7, 1))).explain("vi")

        [line] = [line for line in come.splitlines() if sent in line]
        assert line.startswith("- Nay có: ")
        assert line.endswith("; trước đó chưa rõ (văn bản chưa đọc).")
        assert f"- Chưa rõ có còn: {sent}" in gone
