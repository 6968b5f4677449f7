"""Twice: what the law lets nobody have together, or not yet; and whose history a merged collective has."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import InputError, Outcome, check_doubles, law_on, load_decisions, strategies
from thidua.model.decision import Decision
from thidua.model.finding import Finding
from thidua.wording.doubles import doubles

PERSON = {"recipient": "individual", "subject": "A-17"}
UNIT = {"recipient": "collective", "subject": "Sở A"}
BANG_KHEN, GIAY_KHEN = "Bằng khen cấp tỉnh", "Giấy khen cấp xã"

RESCUE = {**PERSON, "year": 2025, "commendation": "ad-hoc", "achievements": ["cứu người 12/10"]}
PM = {**PERSON, "award": "BKTTg", "year": 2018, "commendation": "merit", "decided_on": "2019-03-01"}
ORDER = {**PM, "award": "Huân chương Lao động hạng Ba", "period": {"since": 2014, "until": 2018}}
GIVEN = {**PERSON, "award": GIAY_KHEN, "year": 2025, "decided_on": "2026-01-15"}
FORMS = [
    {**PERSON, "award": GIAY_KHEN, "year": 2024, "commendation": "merit", "grounds": ["SK-9"]},
    {**PERSON, "award": BANG_KHEN, "year": 2025, "commendation": "merit", "grounds": ["SK-8", "SK-9"]},
]
Told = tuple[str, str, tuple[str, ...]]


def check(rows: list[dict[str, Any]], day: str = "2025-12-31", before: Any = (), **more: Any) -> tuple[Finding, ...]:
    """Check rows, each with what all have in common left out."""
    readings = more.pop("readings", {})
    law = law_on(date.fromisoformat(day), readings=readings)
    return check_doubles(load_decisions(rows), law, before=load_decisions(before), **more)


def told(found: tuple[Finding, ...]) -> list[Told]:
    """Return outcome, code and rows of each finding."""
    return [(each.outcome.name, each.code, each.have) for each in found]


def answers(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """Return outcome and code of each finding."""
    return [(each.outcome.name, each.code) for each in found]


class TestOneAchievement:
    """Điểm c khoản 2 Điều 5 Luật 2022: không khen thưởng nhiều lần, nhiều hình thức cho một thành tích."""

    def test_several_forms(self) -> None:
        """A giấy khen and a bằng khen for one rescue: one of them is too many, and the article says so."""
        [found] = check([{**RESCUE, "award": GIAY_KHEN}, {**RESCUE, "award": BANG_KHEN}])

        assert told((found,)) == [("NOT_MET", "forms-for-one-achievement", ("decisions[0]", "decisions[1]"))]
        assert str(found.citation) == "điểm c khoản 2 Điều 5 Luật 06/2022/QH15"
        assert found.missing == ()

    def test_before(self) -> None:
        """What was given in an earlier decision counts as what is given in the same."""
        found = check([{**RESCUE, "award": BANG_KHEN}], before=[{**RESCUE, "award": GIAY_KHEN}])

        assert told(found) == [("NOT_MET", "forms-for-one-achievement", ("before[0]", "decisions[0]"))]

    def test_earlier_ones_are_done(self) -> None:
        """What was decided before is not judged again."""
        assert check([], before=[{**RESCUE, "award": name} for name in (GIAY_KHEN, BANG_KHEN)]) == ()

    @pytest.mark.parametrize(("day", "outcome"), [("2025-12-31", ["NOT_MET"]), ("2020-12-31", [])])
    def test_one_form_again(self, day: str, outcome: list[str]) -> None:
        """One form twice for one achievement the law of 2022 bars; the older law barred several forms only."""
        rows = [{**RESCUE, "award": GIAY_KHEN, "year": int(day[:4])}] * 2

        assert [each.outcome.name for each in check(rows, day)] == outcome

    @pytest.mark.parametrize(
        ("day", "found"),
        [
            ("2014-05-31", []),  # the day before the amendment
            ("2014-06-01", [("NOT_MET", "forms-for-one-achievement")]),
            ("2023-12-31", [("NOT_MET", "forms-for-one-achievement")]),
            ("2024-01-01", [("NOT_MET", "forms-for-one-achievement")]),
        ],
    )
    def test_since(self, day: str, found: list[tuple[str, str]]) -> None:
        """The bar on several forms came with the law of 2013 (điểm b khoản 2 Điều 6) and stayed."""
        rows = [{**RESCUE, "award": name, "year": int(day[:4])} for name in (BANG_KHEN, "Kỷ niệm chương")]

        assert answers(check(rows, day)) == found

    def test_another_achievement(self) -> None:
        """One form may be given many times to one subject: for another achievement each time."""
        rows = [{**RESCUE, "award": GIAY_KHEN, "achievements": [name]} for name in ("cứu người", "bắt cướp")]

        assert check(rows) == ()

    @pytest.mark.parametrize(
        "again", ["cứu người 12/10 ", " Cứu  người 12/10", "cu\u031b\u0301u ngu\u031bo\u031b\u0300i 12/10"]
    )
    def test_as_written(self, again: str) -> None:
        """Stray blanks, case and Unicode form make no other achievement of it."""
        rows = [{**RESCUE, "award": GIAY_KHEN}, {**RESCUE, "award": BANG_KHEN, "achievements": [again]}]

        assert answers(check(rows)) == [("NOT_MET", "forms-for-one-achievement")]

    def test_accents_tell_apart(self) -> None:
        """Words that only accents tell apart are two achievements."""
        rows = [{**RESCUE, "award": name, "achievements": [what]}
                for name, what in ((GIAY_KHEN, "cứu bà"), (BANG_KHEN, "cứu ba"))]  # fmt: skip

        assert check(rows) == ()

    def test_title_and_form(self) -> None:
        """A title is no form of commendation: both may reward one year (and both are paid, khoản 7 Điều 49 NĐ 152)."""
        assert check([{**RESCUE, "award": "CSTĐCS"}, {**RESCUE, "award": BANG_KHEN}]) == ()

    def test_dumped(self) -> None:
        """What was found goes out as JSON: rows, article, what is missing."""
        row = {**PERSON, "year": 2025, "commendation": "merit"}
        [found] = json.loads(thidua.dump(check([{**row, "award": GIAY_KHEN}, {**row, "award": BANG_KHEN}])))

        assert (found["outcome"], found["have"]) == ("unknown", ["decisions[0]", "decisions[1]"])
        assert found["missing"] == ["decisions[0].achievements", "decisions[1].achievements"]
        assert found["citation"]["document"] == "06/2022/QH15"

    def test_other_people(self) -> None:
        """Two who did one thing together are each rewarded for it; so are a collective and its member."""
        rows = [{**RESCUE, "award": GIAY_KHEN, "subject": name} for name in ("A-17", "A-18")]
        unit = {**RESCUE, "award": BANG_KHEN, "recipient": "collective"}

        assert check([*rows, unit]) == ()

    @pytest.mark.parametrize(
        ("one", "other", "missing"),
        [
            ({}, {}, ["achievements", "achievements"]),
            ({"achievements": ["x"]}, {}, ["achievements"]),
            ({}, {"commendation": None}, ["achievements", "achievements"]),
            ({}, {"year": None}, ["achievements", "achievements", "year"]),
            ({}, {"period": {"since": 2021, "until": 2025}}, ["achievements", "achievements"]),
        ],
        ids=["nothing", "one named", "kind not told", "year not told", "years meet"],
    )
    def test_not_told(self, one: dict[str, Any], other: dict[str, Any], missing: list[str]) -> None:
        """Where the rows do not tell the achievement it is not known whether it is one, and what would tell is said."""
        row = {**PERSON, "year": 2025, "commendation": "merit"}
        rows = [{**row, "award": GIAY_KHEN, **one}, {**row, "award": BANG_KHEN, **other}]
        [found] = check([{key: value for key, value in each.items() if value is not None} for each in rows])

        assert (found.outcome, found.code) == (Outcome.UNKNOWN, "forms-for-one-achievement")
        assert [name.partition(".")[2] for name in found.missing] == missing

    @pytest.mark.parametrize(
        "other",
        [
            {"commendation": "ad-hoc"},
            {"year": 2024},
            {"period": {"since": 2023, "until": 2024}},
            {"year": 2026},
        ],
    )
    def test_told_apart(self, other: dict[str, Any]) -> None:
        """Another kind of commendation rewards another achievement (Điều 8), and so do years that do not meet."""
        row = {**PERSON, "year": 2025, "commendation": "merit"}

        assert check([{**row, "award": GIAY_KHEN}, {**row, "award": BANG_KHEN, **other}]) == ()


class TestTitlesOfAYear:
    """Titles that are given every year are given once a year."""

    @pytest.mark.parametrize("year", [2024, 2025, 2026])
    def test_collective(self, year: int) -> None:
        """Khoản 1 Điều 28 Luật 2022: “tặng hằng năm”: one year below, the same, one above."""
        row = {**UNIT, "award": "Tập thể lao động tiên tiến"}
        found = check([{**row, "year": 2025}, {**row, "year": year}])

        assert answers(found) == ([("NOT_MET", "again-in-one-year")] if year == 2025 else [])
        assert {str(each.citation) for each in found} <= {"khoản 1 Điều 28 Luật 06/2022/QH15"}

    def test_year_not_told(self) -> None:
        """Without its year a title may be another year's."""
        row = {**UNIT, "award": "Tập thể lao động tiên tiến"}
        found = check([{**row, "year": 2025}, row])

        assert {each.outcome for each in found} == {Outcome.UNKNOWN}
        assert "decisions[1].year" in {name for each in found for name in each.missing}

    @pytest.mark.parametrize(
        ("award", "who"),
        [
            ("LĐTT", PERSON),
            ("CSTT", PERSON),
            ("CSTĐCS", PERSON),
            ("CSTĐ tỉnh", PERSON),
            ("ĐVQT", UNIT),
            ("ĐVTT", UNIT),
        ],
    )
    @pytest.mark.parametrize(
        ("day", "outcome"),
        [("2024-01-01", "NOT_MET"), ("2025-06-30", "NOT_MET"), ("2025-07-01", "UNKNOWN")],
    )
    def test_of_the_decree(self, award: str, who: dict[str, Any], day: str, outcome: str) -> None:
        """Khoản 1 Điều 34 NĐ 98/2023: “được xét tặng hàng năm”; whether NĐ 152/2025 keeps it was not seen."""
        row = {**who, "award": award, "authority": "Chủ tịch UBND tỉnh A"}
        found = {each.code: each for each in check([{**row, "year": 2024}] * 2, day)}
        again = found["again-in-one-year"]

        assert again.outcome.name == outcome
        assert again.citation is not None
        if outcome == "NOT_MET":
            assert (str(again.citation), again.citation.standing.value, again.children) == (
                "khoản 1 Điều 34 Nghị định 98/2023/NĐ-CP", "quoted", ()
            )  # fmt: skip
        else:
            assert (again.citation.document, [note.code for note in again.children]) == ("152/2025/NĐ-CP", ["not-seen"])
            asked = found["again-for-one-achievement"]
            assert (asked.outcome, asked.missing) == (
                Outcome.UNKNOWN, ("decisions[0].achievements", "decisions[1].achievements")
            )  # fmt: skip

    def test_of_another_year(self) -> None:
        """A title every year is no double."""
        rows = [{**PERSON, "award": "LĐTT", "year": year} for year in (2023, 2024)]

        assert check(rows, "2024-12-31") == ()

    @pytest.mark.parametrize(
        ("givers", "outcome", "reason"),
        [
            (("UBND xã C", "Chủ tịch UBND xã C"), "NOT_MET", []),
            (("UBND xã C", "TM. UBND XÃ C"), "NOT_MET", []),
            (("Chủ tịch UBND xã C", "KT. CHỦ TỊCH UBND XÃ C"), "NOT_MET", []),
            (("UBND xã C", "uỷ ban nhân dân xã  C "), "NOT_MET", []),
            (("Bộ trưởng Bộ Nội vụ", "Bộ Nội vụ"), "NOT_MET", []),
            (("UBND TP Hà Nội", "Chủ tịch UBND thành phố Hà Nội"), "NOT_MET", []),
            (("UBND xã C", "UBND phường C"), "UNKNOWN", ["two-givers"]),
            (("UBND xã C", "UBND xã D"), "UNKNOWN", ["two-givers"]),
            (("UBND xã C", "Sở Y tế"), "UNKNOWN", ["two-givers"]),
            (("UBND xã C", "UBND xã"), "UNKNOWN", ["two-givers"]),
            (("Ông A", "Ông B"), "UNKNOWN", ["two-givers"]),
            (("Ông A", "ông  A"), "NOT_MET", []),
        ],
    )
    def test_givers_as_written(self, givers: tuple[str, str], outcome: str, reason: list[str]) -> None:
        """However an office is written it is one giver; of two it is said that no text tells, and what would."""
        row = {**UNIT, "award": "Tập thể lao động tiên tiến", "year": 2024}
        found = check([{**row, "authority": giver} for giver in givers], "2024-12-31")
        [again] = [each for each in found if each.code == "again-in-one-year"]

        assert (again.outcome.name, [note.code for note in again.children]) == (outcome, reason)
        assert bool(again.missing) is bool(reason)

    def test_giver_by_office(self) -> None:
        """An office by its id is that of the body beside it."""
        by_id = {"office": "commune-chair", "body": "UBND xã C"}
        row = {**UNIT, "award": "Tập thể lao động tiên tiến", "year": 2024}

        assert answers(check([{**row, "authority": by_id}, {**row, "authority": "UBND xã C"}], "2024-12-31")) == [
            ("NOT_MET", "again-in-one-year")
        ]

    @pytest.mark.parametrize(
        ("kinds", "outcome"),
        [(("merit", "merit"), ["NOT_MET"]), (("merit", "movement"), []), ((None, "merit"), ["UNKNOWN"])],
    )
    def test_older_law(self, kinds: tuple[str | None, str], outcome: list[str]) -> None:
        """Khoản 4 Điều 20 Luật 2003: titles every year or by campaign: what a campaign gave comes beside the year's."""
        rows = [{**PERSON, "award": "LĐTT", "year": 2020, **({"commendation": kind} if kind else {})} for kind in kinds]

        assert [each.outcome.name for each in check(rows, "2020-12-31")] == outcome

    @pytest.mark.parametrize(
        ("givers", "outcome"),
        [
            (("Bộ Tài chính", "Bộ Tài chính"), "NOT_MET"),
            (("Bộ Tài chính", "UBND tỉnh"), "UNKNOWN"),
            ((None, "UBND tỉnh"), "UNKNOWN"),
        ],
    )
    def test_two_givers(self, givers: tuple[str | None, str], outcome: str) -> None:
        """Each ministry and province gives flags of its own every year: two givers are no double for certain."""
        row = {**UNIT, "award": "co-thi-dua-cua-bo-ban-nganh-tinh", "year": 2025, "commendation": "merit"}
        found = check([{**row, **({"authority": giver} if giver else {})} for giver in givers])

        assert {each.outcome.name for each in found} == {outcome}


class TestOneStateAwardAYear:
    """Two awards of the State in one year, as TT 07/2014 and TT 08/2017 are told to bar them (neither was read)."""

    def one(self, day: str, **other: Any) -> list[tuple[str, str]]:
        """Check the two with something about the order changed; what touches their achievement is told apart."""
        rows = [{**PM, "achievements": ["x"]}, {**ORDER, "achievements": ["y"], **other}]
        return answers(check(rows, day))

    @pytest.mark.parametrize(
        ("day", "found"),
        [
            ("2014-08-28", []),
            ("2014-08-29", ["NOT_MET"]),
            ("2017-12-14", ["NOT_MET"]),
            ("2019-12-31", ["NOT_MET"]),
            ("2020-01-01", ["UNKNOWN"]),  # whether TT 12/2019 keeps it was not seen
            ("2025-06-30", ["UNKNOWN"]),  # nor whether NĐ 98/2023 does
            ("2025-07-01", []),
        ],
    )
    def test_when(self, day: str, found: list[str]) -> None:
        """In force with the circulars; where only memory says that a text keeps it, the answer is open."""
        assert self.one(day) == [(outcome, "awards-in-one-year") for outcome in found]

    @pytest.mark.parametrize(
        ("kind", "found"),
        [
            ("merit", ["NOT_MET"]),
            ("movement", ["NOT_MET"]),
            ("ad-hoc", []),
            ("dedication", []),
            ("seniority", []),
            ("external", ["UNKNOWN"]),
        ],
    )
    def test_exceptions(self, kind: str, found: list[str]) -> None:
        """Sudden achievements, dedication and length of service come beside it; of đối ngoại it is not known."""
        assert [outcome for outcome, _ in self.one("2019-06-01", commendation=kind)] == found

    @pytest.mark.parametrize(
        ("year", "decided", "found"),
        [
            (2018, "2019-11-01", ["NOT_MET"]),
            (2018, "2020-01-02", ["UNKNOWN"]),
            (2017, "2019-11-01", ["UNKNOWN"]),
            (2017, "2018-06-01", []),
        ],
    )
    def test_which_year(self, year: int, decided: str, found: list[str]) -> None:
        """Whether the year of the achievements or of the decisions is meant was not read: both must agree."""
        told = self.one("2019-06-01", year=year, decided_on=decided)

        assert [outcome for outcome, _ in told] == found

    def test_standing(self) -> None:
        """The finding says at what hand the bar is known."""
        [found] = check([PM, {**ORDER, "achievements": []}], "2019-06-01")

        assert found.citation is not None
        assert found.citation.standing.value == "secondary"

    def test_title(self) -> None:
        """A title has no kind of commendation to tell: it is none of the exceptions."""
        fighter = {**PERSON, "award": "CSTĐTQ", "year": 2018, "decided_on": "2019-03-01"}

        assert answers(check([fighter, ORDER], "2019-06-01")) == [("NOT_MET", "awards-in-one-year")]

    def test_not_of_the_state(self) -> None:
        """A ministry's bằng khen beside the Prime Minister's is none of it."""
        assert self.one("2019-06-01", award=BANG_KHEN) == []


class TestInitiatives:
    """An initiative used twice: Điểm c khoản 2 Điều 5, as the reading ``initiative-reuse`` has it."""

    @pytest.mark.parametrize(("option", "outcome"), [("one-form", 1), ("one-form-or-title", 1), ("free", 0)])
    def test_two_forms(self, option: str, outcome: int) -> None:
        """An initiative grounds one form of commendation, unless it is free."""
        found = check(FORMS, readings={"initiative-reuse": option})

        assert answers(found) == [("NOT_MET", "initiative-used-twice")] * outcome

    @pytest.mark.parametrize(("option", "outcome"), [("one-form", 0), ("one-form-or-title", 1), ("free", 0)])
    def test_title_and_form(self, option: str, outcome: int) -> None:
        """Between a title and a form only the letter of 2023 forbids it."""
        rows = [{**FORMS[0], "award": "CSTĐCS"}, FORMS[1]]

        assert len(check(rows, readings={"initiative-reuse": option})) == outcome

    @pytest.mark.parametrize("option", ["one-form", "one-form-or-title", "free"])
    def test_titles(self, option: str) -> None:
        """An initiative of one title may serve the next title."""
        rows = [{**FORMS[0], "award": "CSTĐCS"}, {**FORMS[1], "award": "CSTĐ cấp tỉnh"}]

        assert check(rows, readings={"initiative-reuse": option}) == ()

    def test_as_written(self) -> None:
        """A stray blank makes no other initiative of it."""
        assert answers(check([FORMS[0], {**FORMS[1], "grounds": ["sk-9 "]}])) == [("NOT_MET", "initiative-used-twice")]

    def test_another_author(self) -> None:
        """Each of its authors may be rewarded for an initiative."""
        assert check([FORMS[0], {**FORMS[1], "subject": "A-18"}]) == ()


class TestTimeBetween:
    """What grounded a form does not ground it again, where a text says so."""

    def rows(self, since: int | None) -> tuple[dict[str, Any], dict[str, Any]]:
        """Give one form for 2014-2015, then again for 2016 and what its period says."""
        first = {**PERSON, "award": "Bằng khen cấp tỉnh", "commendation": "merit", "year": 2015}
        first = {**first, "period": {"since": 2014, "until": 2015}, "decided_on": "2016-02-01"}
        again = {**first, "year": 2016, "decided_on": "2017-02-01"}
        again.pop("period")
        return first, {**again, **({"period": {"since": since, "until": 2016}} if since else {})}

    @pytest.mark.parametrize(("since", "found"), [(2015, ["NOT_MET"]), (2016, []), (None, ["UNKNOWN"])])
    def test_fresh_years(self, since: int | None, found: list[str]) -> None:
        """NĐ 65/2014 Điều 2 khoản 4: the next time is counted from the decision on the last: a year below, and at."""
        first, again = self.rows(since)
        got = check([again], "2017-02-01", before=[first])

        assert [each.outcome.name for each in got if each.code == "years-counted-twice"] == found

    @pytest.mark.parametrize(("option", "found"), [("may-overlap", 0), ("fresh-years", 1)])
    def test_reading(self, option: str, found: int) -> None:
        """Of the law in force it is a reading."""
        first, again = self.rows(2015)
        got = check([{**again, "achievements": ["b"]}], before=[{**first, "achievements": ["a"]}], readings={
            "overlapping-windows": option
        })  # fmt: skip

        assert len(got) == found

    def test_another_kind(self) -> None:
        """A sudden achievement opens no time for công trạng."""
        first, again = self.rows(2015)

        assert check([again], "2017-02-01", before=[{**first, "commendation": "ad-hoc"}]) == ()

    @pytest.mark.parametrize(
        ("names", "found"), [(("a", "b"), []), (("a", "a"), ["NOT_MET"]), (("a", None), ["UNKNOWN"])]
    )
    def test_sudden(self, names: tuple[str, str | None], found: list[str]) -> None:
        """Two sudden achievements of one year are each rewarded, whatever is counted of years; one is not again."""
        row = {**PERSON, "award": BANG_KHEN, "commendation": "ad-hoc", "year": 2016}
        got = check([{**row, **({"achievements": [name]} if name else {})} for name in names], "2016-12-31")

        assert [each.outcome.name for each in got if each.code == "years-counted-twice"] == found


class TestNotYet:
    """Khoản 4 Điều 4 NĐ 152/2025: not while something is open, and only what came after a measure was served."""

    def held(self, row: dict[str, Any] | None = None, **record: Any) -> list[tuple[str, str]]:
        """Check one row with one dossier."""
        dossier = thidua.load_dossier({"subject": {"kind": "individual", "id": "A-17"}, "year": 2025, **record})
        return answers(check([row or GIVEN], "2026-01-15", dossiers=[dossier]))

    @pytest.mark.parametrize(
        ("since", "until", "found"),
        [
            ("2025-11-01", None, ["NOT_MET"]),
            ("2025-11-01", "2026-01-16", ["NOT_MET"]),
            ("2025-11-01", "2026-01-15", []),
            ("2026-01-15", None, ["NOT_MET"]),
            ("2026-01-16", None, []),
        ],
    )
    def test_open_proceeding(self, since: str, until: str | None, found: list[str]) -> None:
        """An inspection open on the day of the decision suspends it: a day before, on and after."""
        proceeding = {"kind": "inspection", "since": since, "until": until}

        assert self.held(proceedings=[proceeding]) == [(each, "under-proceedings") for each in found]

    def test_cleared(self) -> None:
        """Who was cleared is rewarded."""
        assert (
            self.held(proceedings=[{"kind": "complaint", "since": "2025-11-01", "until": None, "cleared": True}]) == []
        )

    def test_end_not_told(self) -> None:
        """Of a proceeding whose end is not told it is not known whether it is over."""
        assert self.held(proceedings=[{"kind": "inspection", "since": "2025-11-01"}]) == [
            ("UNKNOWN", "under-proceedings")
        ]

    def test_day_not_told(self) -> None:
        """Without its day a decision cannot be held against what was open when."""
        row = {key: value for key, value in GIVEN.items() if key != "decided_on"}
        measures = [{"measure": "khien-trach", "since": "2026-01-01", "until": "2027-01-01"}]

        assert self.held(row, proceedings=[{"kind": "inspection", "since": "2025-11-01", "until": None}]) == [
            ("UNKNOWN", "under-proceedings")
        ]
        assert self.held(row, disciplines=measures) == [("UNKNOWN", "under-discipline")]
        assert self.held(row, disciplines=[{"measure": "khien-trach", "since": "2025-11-01"}]) == [
            ("UNKNOWN", "under-discipline")
        ]

    @pytest.mark.parametrize(
        ("until", "found"),
        [
            (None, ["NOT_MET under-discipline"]),
            ("2026-01-16", ["NOT_MET under-discipline"]),
            ("2026-01-15", ["NOT_MET before-discipline-ended"]),
            ("2026-01-01", ["NOT_MET before-discipline-ended"]),
            ("2025-12-31", ["UNKNOWN before-discipline-ended"]),
            ("2025-01-02", ["UNKNOWN before-discipline-ended"]),
            ("2025-01-01", []),
        ],
    )
    def test_clock(self, until: str | None, found: list[str]) -> None:
        """The year 2025 counts whole from 2025-01-01; a measure that ended in it leaves what came after, if any."""
        measure = {"measure": "khien-trach", "since": "2024-06-01", "until": until}

        assert [f"{outcome} {code}" for outcome, code in self.held(disciplines=[measure])] == found

    def test_nobody_asked(self) -> None:
        """Of who has no dossier nothing is said."""
        assert check([GIVEN], "2026-01-15") == ()
        assert self.held({**GIVEN, "subject": "A-18"}, proceedings=[
            {"kind": "inspection", "since": "2025-11-01", "until": None}
        ]) == []  # fmt: skip

    def test_two_dossiers(self) -> None:
        """Two records of one person are refused, with the place."""
        dossier = thidua.load_dossier({"subject": {"kind": "individual", "id": "A-17"}, "year": 2025})
        nobody = thidua.load_dossier({"subject": {"kind": "individual"}, "year": 2025})
        with pytest.raises(InputError) as caught:
            check([GIVEN], dossiers=[dossier, dossier, nobody])

        assert [problem.path for problem in caught.value.problems] == [
            "dossiers[1].subject.id",
            "dossiers[2].subject.id",
        ]


class TestUnnamed:
    """Rows that do not say whose they are."""

    def test_asked(self) -> None:
        """Any row of its kind may be the same person's."""
        nobody = {"recipient": "individual", "award": "LĐTT", "year": 2025, "count": 30}
        found = check([{**PERSON, "award": "LĐTT", "year": 2025}, nobody])

        assert told(found) == [("UNKNOWN", "unnamed", ("decisions[1]",))]
        assert found[0].missing == ("decisions[1].subject",)

    def test_alone(self) -> None:
        """A row that has no like has no double; nor is a household a person."""
        nobody = {"recipient": "individual", "award": "LĐTT", "year": 2025}
        family = {"recipient": "household", "award": "Gia đình văn hóa", "year": 2025}

        assert check([nobody, family]) == ()


class TestLaw:
    """Which law governs a pair."""

    def test_by_the_later(self) -> None:
        """One form twice for one achievement, in 2023 and 2024: the later decision stands under the new law."""
        row = {**PERSON, "award": GIAY_KHEN, "year": 2023, "achievements": ["x"]}
        rows = load_decisions([{**row, "decided_on": day} for day in ("2023-12-20", "2024-01-10")])

        assert answers(check_doubles(rows, law_on)) == [("NOT_MET", "again-for-one-achievement")]
        assert check_doubles(rows[:1] * 2, law_on) == ()

    def test_day_needed(self) -> None:
        """Where the day is to pick the law, it must be there."""
        with pytest.raises(InputError, match="decided_on"):
            check_doubles(load_decisions([{**PERSON, "award": GIAY_KHEN}]), law_on)

    def test_unread(self) -> None:
        """The law of 2026 may have changed the principle: it was not read, and the answer says so."""
        row = {**PERSON, "year": 2026, "commendation": "ad-hoc", "achievements": ["x"]}
        rows = [{**row, "award": GIAY_KHEN}, {**row, "award": BANG_KHEN}]

        assert answers(check(rows, "2026-09-30")) == [("NOT_MET", "forms-for-one-achievement")]
        [found] = check(rows, "2026-10-01")
        assert (found.outcome, [child.code for child in found.children]) == (Outcome.UNKNOWN, ["unread"])

    def test_no_award(self) -> None:
        """What is no award, or none of its day, other checks find."""
        rows = [{**PERSON, "year": 2025}, {**PERSON, "award": "Huy hiệu", "year": 2025}]

        assert check([*rows, *rows]) == ()

    def test_a_local_rule(self, tmp_path: Any) -> None:
        """A province may bar more: its document says what."""
        path = tmp_path / "local.toml"
        path.write_text(
            "[document]\nid = '1/2025/QĐ'\ntitle = 'Quy định'\nkind = 'decision'\nissuer = 'UBND tỉnh'\n"
            "in_force = 2025-01-01\nstanding = 'verified'\nchecked = 2026-11-22\n"
            "[[double]]\nid = '7'\npair = 'any'\none = 'year'\n"
            "kinds = ['certificate-of-merit', 'commendation-letter']\n",
            encoding="utf-8",
        )
        law = law_on(date(2025, 12, 31), thidua.load_document(path))
        row = {**PERSON, "year": 2025, "decided_on": "2025-12-31"}
        rows = load_decisions([
            {**row, "award": GIAY_KHEN, "commendation": "ad-hoc"},
            {**row, "award": BANG_KHEN, "commendation": "merit"},
        ])  # fmt: skip

        assert answers(check_doubles(rows, law)) == [("NOT_MET", "awards-in-one-year")]

    @pytest.mark.parametrize(
        ("keys", "place"),
        [
            ("one = 'year'", "pair"),
            ("pair = 'any'\none = 'year'\nawards = ['ky-niem-chuong']\nkinds = ['order']", "kinds"),
            (
                "pair = 'any'\none = 'year'\ncommendations = ['merit']\nexcept_commendations = ['merit']",
                "except_commendations",
            ),
            ("pair = 'any'\none = 'year'\nlevel = 'state'", "level"),
        ],
    )
    def test_bad_entry(self, tmp_path: Any, keys: str, place: str) -> None:
        """An entry that cannot be meant is refused, with its place."""
        path = tmp_path / "local.toml"
        head = "[document]\nid = '1'\ntitle = 'x'\nkind = 'draft'\nissuer = 'x'\nstanding = 'verified'\n"
        path.write_text(f"{head}checked = 2026-11-22\n[[double]]\nid = '7'\n{keys}\n", encoding="utf-8")
        with pytest.raises(InputError) as caught:
            thidua.load_document(path)

        assert [problem.path for problem in caught.value.problems] == [f"double '7'.{place}"]


subjects = st.sampled_from(["A", "B"]) | st.none()


class TestAnyBatch:
    """What holds of every batch."""

    @given(st.lists(strategies.decisions(subjects), max_size=6), st.data())
    def test_order(self, rows: list[Decision], data: st.DataObject) -> None:
        """The order of rows does not change what is found."""

        def seen(batch: list[Decision]) -> Counter[Any]:
            found = check_doubles(batch, law_on)
            places = {f"decisions[{index}]": row for index, row in enumerate(batch)}
            return Counter(
                (
                    each.code,
                    each.outcome,
                    str(each.citation),
                    frozenset(Counter(places[name] for name in each.have).items()),
                )
                for each in found
            )

        assert seen(data.draw(st.permutations(rows))) == seen(rows)

    @given(st.lists(strategies.decisions(st.sampled_from("ABCDEFGH")), max_size=6, unique_by=lambda row: row.subject))
    def test_nobody_twice(self, rows: list[Decision]) -> None:
        """A batch in which nobody is named twice has no double."""
        assert check_doubles(rows, law_on) == ()

    @given(st.lists(strategies.decisions(subjects), max_size=5))
    def test_never_met(self, rows: list[Decision]) -> None:
        """A finding bars or asks; it never says that all is well, and can be told in both languages."""
        found = check_doubles(rows, law_on)

        assert {each.outcome for each in found} <= {Outcome.NOT_MET, Outcome.UNKNOWN}
        for locale in ("vi", "en"):
            assert len([*doubles(found, locale)]) >= len(found)

    @given(st.lists(strategies.decisions(st.just("A")), min_size=1, max_size=4), st.integers(0, 3))
    def test_before_or_beside(self, rows: list[Decision], cut: int) -> None:
        """What is found between a row and one before it is found between the two side by side, under one law."""
        law = law_on(date(2025, 12, 31))
        earlier, batch = rows[:cut], rows[cut:]
        together = Counter((each.code, each.outcome) for each in check_doubles(rows, law))
        apart = Counter((each.code, each.outcome) for each in check_doubles(batch, law, before=earlier))

        assert all(together[each] >= number for each, number in apart.items() if _in_force(earlier, law))


def _in_force(rows: list[Decision], law: thidua.Law) -> bool:
    return all(row.award is None or row.award in law.statute.awards for row in rows)
