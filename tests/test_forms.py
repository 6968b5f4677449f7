"""The official statistical forms: where each row goes, what stays empty, and whether it adds up."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from typing import Any, get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import thidua
from thidua import Form, InputError, NotInForce, Outcome, UnknownTerm, law_on, statistics, strategies
from thidua.book.opening import document_of
from thidua.interchange import load_movements, load_officials, load_sections
from thidua.model import vocabulary as words
from thidua.model.decision import Decision
from thidua.model.form import FormEntry
from thidua.model.movement import Movement
from thidua.model.staff import Official, Section
from thidua.people.forms import form_of
from thidua.people.notes import Note

STATE = ("0602", "0702")
MINISTRY = ("0603", "0703")
FORMS = ("0601", "0602", "0603", "0604", "0605", "0701", "0702", "0703")
MADE_FROM = {
    "0601": st.builds(
        Movement,
        launched_by=strategies.maybe(strategies.words_of(words.Launcher)),
        scope=strategies.maybe(strategies.words_of(words.Reach)),
        since=strategies.maybe(st.just(date(2020, 1, 1))),
        until=strategies.maybe(strategies.days(2020, 2026).filter(lambda day: day > date(2020, 1, 1))),
        manner=strategies.maybe(strategies.words_of(words.Manner)),
        count=st.integers(1, 9),
    ),
    "0604": st.builds(Section, kind=strategies.words_of(words.SectionKind), count=st.integers(1, 9)),
    "0605": st.builds(
        Official,
        sex=strategies.maybe(strategies.words_of(words.Sex)),
        age=strategies.maybe(st.integers(20, 70)),
        education=strategies.maybe(strategies.words_of(words.Education)),
        years=strategies.maybe(st.integers(0, 40)),
        count=st.integers(1, 9),
    ),
}


@st.composite
def decisions(draw: st.DrawFn) -> Decision:
    """Draw a decision as forms take it: a class goes with individuals only."""
    found = draw(strategies.decisions())
    groups = draw(strategies.maybe(st.sampled_from([(), ("enterprise",), ("women",)])))
    return attrs.evolve(
        found,
        official_class=found.official_class if found.recipient == "individual" else None,
        groups=groups,
        groups_asked=draw(st.sampled_from([None, (), ("women",)])) if groups is not None else None,
        proposed_by=draw(st.sampled_from([None, "ministry", "province", "Sở Nội vụ"])),
    )


def batches(form: str) -> st.SearchStrategy[list[Any]]:
    """Draw what a form is made from."""
    each = MADE_FROM.get("0601" if form == "0701" else form, decisions())
    return st.lists(each, max_size=12)


def decision(award: str, recipient: Any = "individual", count: int = 1, **more: Any) -> Decision:
    """Make a decision that says everything a form asks, unless told otherwise."""
    said: dict[str, Any] = {"commendation": "merit", "proposed_by": "province", "groups": ()}
    if recipient == "individual":
        said["official_class"] = "direct-worker"
    return Decision(award=award, recipient=recipient, count=count, **(said | more))


def column(form: Form, number: str) -> dict[str, int | None]:
    """Return the numbers of a column, those that are not zero, by their lines."""
    found = {row: form.value(row, number) for row in form.rows}
    return {row: value for row, value in found.items() if value != 0}


def note(form: Form, code: str, fact: str | None = None) -> Note:
    """Return the one note of a kind."""
    [found] = [each for each in form.notes if each.code == code and each.fact == fact]
    return found


def outcomes(form: Form) -> dict[str, str]:
    """Return the outcome of each identity."""
    return {finding.code: finding.outcome.name for finding in form.footing}


CLASS_ROWS = [
    ("leader-province", "10", "06"),
    ("leader-department", "11", "07"),
    ("entrepreneur", "12", "08"),
    ("leader-other", "13", "09"),
    ("direct-worker", "14", "10"),
]
METHOD_ROWS = [
    ("merit", "15", "11"),
    ("movement", "16", "12"),
    ("ad-hoc", "17", "13"),
    ("external", "18", "14"),
    ("dedication", "19", "15"),
    ("seniority", "20", "16"),
    ("resistance", "21", "17"),
]
STATE_COLUMNS = [
    ("Huân chương Lao động hạng Ba", "individual", "2"),
    ("Huân chương Lao động hạng Nhất", "collective", "2"),
    ("Huy chương Hữu nghị", "individual", "2"),
    ("Giải thưởng Hồ Chí Minh", "individual", "3"),
    ("Giải thưởng Nhà nước", "individual", "4"),
    ("Anh hùng Lao động", "collective", "5"),
    ("Nhà giáo nhân dân", "individual", "5"),
    ("Cờ thi đua của Chính phủ", "collective", "6"),
    ("Bằng khen của Thủ tướng Chính phủ", "individual", "7"),
    ("Bằng khen của Thủ tướng Chính phủ", "collective", "7"),
    ("CSTĐTQ", "individual", "8"),
    ("ky-niem-chuong-cua-uy-ban-thuong-vu-quoc-hoi", "individual", "9"),
]
MINISTRY_COLUMNS = [
    ("Bằng khen cấp tỉnh", "individual", "2"),
    ("Bằng khen cấp tỉnh", "household", "2"),
    ("CSTĐ cấp tỉnh", "individual", "3"),
    ("co-thi-dua-cua-bo-ban-nganh-tinh", "collective", "4"),
    ("Kỷ niệm chương", "individual", "5"),
    ("huy-hieu", "individual", "5"),
]


class TestLines:
    """Every line of the forms on awards, in both circulars."""

    @pytest.mark.parametrize("form", [*STATE, *MINISTRY])
    @pytest.mark.parametrize(("name", "state", "ministry"), CLASS_ROWS)
    def test_classes(self, form: str, name: Any, state: str, ministry: str) -> None:
        """An individual stands in the line of individuals and in that of the class, and in no other class."""
        award = "BKTTg" if form in STATE else "Bằng khen cấp tỉnh"
        made = statistics([decision(award, count=3, official_class=name)], form)
        lines = [row for pair in CLASS_ROWS for row in pair[1 + (form in MINISTRY)].split()]
        expected = state if form in STATE else ministry

        assert {row for row in lines if made.value(row, "1") == 3} == {expected}
        assert made.value("09" if form in STATE else "05", "1") == 3

    @pytest.mark.parametrize("form", [*STATE, *MINISTRY])
    @pytest.mark.parametrize(("kind", "state", "ministry"), METHOD_ROWS)
    def test_methods(self, form: str, kind: Any, state: str, ministry: str) -> None:
        """Each kind of commendation (loại hình) has one line."""
        award = "BKTTg" if form in STATE else "Bằng khen cấp tỉnh"
        made = statistics([decision(award, count=2, commendation=kind)], form)
        lines = [row for pair in METHOD_ROWS for row in pair[1 + (form in MINISTRY)].split()]

        assert {row for row in lines if made.value(row, "1") == 2} == {state if form in STATE else ministry}

    @pytest.mark.parametrize(
        ("form", "lines"),
        [(each, ("06", "07", "08", "09")) for each in STATE] + [(each, ("02", "03", "04", "05")) for each in MINISTRY],
    )
    def test_recipients(self, form: str, lines: tuple[str, str, str, str]) -> None:
        """Collectives, the enterprises among them, households and individuals."""
        award = "BKTTg" if form in STATE else "Bằng khen cấp tỉnh"
        made = statistics(
            [
                decision(award, "collective", 5),
                decision(award, "collective", 4, groups=("enterprise",)),
                decision(award, "household", 2),
                decision(award, "individual", 7),
            ],
            form,
        )

        assert [made.value(row, "1") for row in lines] == [9, 4, 2, 7]
        assert made.value("01", "1") == 18

    @pytest.mark.parametrize("form", STATE)
    @pytest.mark.parametrize(("proposer", "line"), [("ministry", "02"), ("province", "03")])
    def test_proposers(self, form: str, proposer: str, line: str) -> None:
        """State awards are parted by who proposed them to the Prime Minister."""
        made = statistics([decision("CSTĐTQ", proposed_by=proposer)], form)

        assert [made.value(row, "8") for row in ("02", "03")] == [int(line == "02"), int(line == "03")]

    @pytest.mark.parametrize("form", ["0602", "0702", "0701"])
    def test_lines_nobody_knows(self, form: str) -> None:
        """Lines 04 and 05 are empty, not zero, whatever is counted; the form says so, and no sum rests on them."""
        made = statistics([], form)

        assert [made.value(row, number) for row in ("04", "05") for number in made.columns] == [None] * (
            2 * len(made.columns)
        )
        assert note(made, "unknown-line").lines == ("04", "05")
        assert set(outcomes(made).values()) == {"MET"}


class TestColumns:
    """Every column of the forms on awards."""

    @pytest.mark.parametrize("form", STATE)
    @pytest.mark.parametrize(("award", "recipient", "number"), STATE_COLUMNS)
    def test_state(self, form: str, award: str, recipient: str, number: str) -> None:
        """A State award stands in the column of its kind and in the total, by the catalogue."""
        made = statistics([decision(award, recipient, 6)], form)

        assert {each: made.value("01", each) for each in made.columns if made.value("01", each)} == {"1": 6, number: 6}

    @pytest.mark.parametrize("form", MINISTRY)
    @pytest.mark.parametrize(("award", "recipient", "number"), MINISTRY_COLUMNS)
    def test_ministry(self, form: str, award: str, recipient: str, number: str) -> None:
        """So does an award of a ministry or province."""
        made = statistics([decision(award, recipient, 6)], form)

        assert {each: made.value("01", each) for each in made.columns if made.value("01", each)} == {"1": 6, number: 6}

    def test_parts(self) -> None:
        """Form 0602 prints each order and medal, and Bằng khen của Thủ tướng, by collectives and individuals."""
        made = statistics(
            [
                decision("Huân chương Lao động hạng Ba", "collective", 1),
                decision("Huân chương Lao động hạng Ba", "individual", 2),
                decision("Huân chương Sao vàng", "individual", 3),
                decision("BKTTg", "individual", 4),
            ],
            "0602",
        )
        parts = [part.code for part in made.parts["2"]]

        assert parts == [
            "2/huan-chuong-sao-vang/collective",
            "2/huan-chuong-sao-vang/individual",
            "2/huan-chuong-lao-dong-hang-ba/collective",
            "2/huan-chuong-lao-dong-hang-ba/individual",
        ]
        assert [made.value("01", part) for part in parts] == [0, 3, 1, 2]
        assert [made.value("01", part.code) for part in made.parts["7"]] == [0, 4]
        assert made.value("01", "2") == 6

    def test_parts_of_2018(self) -> None:
        """Form 0702 has one column for each award, whoever received it."""
        made = statistics([decision("BKTTg", "household"), decision("Huân chương Sao vàng")], "0702")

        assert made.value("08", "7") == 1
        assert [part.code for part in made.parts["2"]] == ["2/huan-chuong-sao-vang"]

    def test_household_without_column(self) -> None:
        """In 0602 a household has line 08 and no column: its certificate is in the total alone, and that is said."""
        made = statistics([decision("BKTTg", "household", 3), decision("BKTTg", "individual", 2)], "0602")

        assert (made.value("08", "1"), made.value("08", "7"), made.value("01", "7"), made.value("01", "1")) == (
            3,
            0,
            2,
            5,
        )
        assert (note(made, "no-part").count, note(made, "no-part").columns) == (3, ("7",))
        assert set(outcomes(made).values()) == {"MET"}

    def test_other_levels(self) -> None:
        """Awards of another level are in no cell of the form, and said by award."""
        made = statistics([decision("LĐTT", count=40), decision("CSTĐTQ"), decision("Bằng khen cấp tỉnh")], "0603")

        assert made.value("01", "1") == 1
        assert note(made, "other-level").awards == {"lao-dong-tien-tien": 40, "chien-si-thi-dua-toan-quoc": 1}
        assert note(made, "other-level").rows == (0, 1)

    @pytest.mark.parametrize("award", ["TTLĐXS", "Đơn vị quyết thắng", "xa-phuong-thi-tran-tieu-bieu"])
    def test_no_column(self, award: str) -> None:
        """Form 0603 has no column for the titles of collectives of its level: they are in no cell, and said."""
        made = statistics([decision(award, "collective", 8)], "0603")

        assert column(made, "1") == {}
        assert list(note(made, "no-column").awards.values()) == [8]

    def test_old_name(self) -> None:
        """An award is found by any name it ever had."""
        assert statistics([decision("Bằng khen cấp bộ")], "0603").value("01", "2") == 1


class TestUnknown:
    """What rows do not say leaves cells empty: not zero, not guessed, and no cell beside."""

    def test_class(self) -> None:
        """An individual without a class empties the five classes, and nothing else."""
        made = statistics(
            [decision("Bằng khen cấp tỉnh", count=5), decision("Bằng khen cấp tỉnh", count=3, official_class=None)],
            "0603",
        )

        assert [made.value(row, "2") for row in ("06", "07", "08", "09", "10")] == [None] * 5
        assert [made.value(row, "2") for row in ("01", "05", "11")] == [8, 8, 8]
        assert [made.value(row, "3") for row in ("06", "10")] == [0, 0]
        found = note(made, "missing", "class")
        assert (found.count, found.rows, found.lines, found.columns) == (
            3,
            (1,),
            ("06", "07", "08", "09", "10"),
            ("1", "2"),
        )
        assert outcomes(made)["05=06+07+08+09+10"] == "UNKNOWN"
        assert outcomes(made)["01=02+04+05"] == "MET"

    def test_commendation(self) -> None:
        """Nor is a kind of commendation taken for the usual one; titles, too, must say theirs."""
        made = statistics([decision("CSTĐ cấp tỉnh", commendation=None)], "0603")

        assert [made.value(f"{row}", "3") for row in range(11, 18)] == [None] * 7
        assert made.value("11", "2") == 0
        assert note(made, "missing", "commendation").count == 1

    @pytest.mark.parametrize("proposer", [None, "Sở Nội vụ", "UBND tỉnh"])
    def test_proposer(self, proposer: str | None) -> None:
        """A proposer not named, or by a name that is neither of the two words, leaves both lines empty."""
        made = statistics([decision("CSTĐTQ", proposed_by=proposer)], "0602")

        assert [made.value(row, "8") for row in ("01", "02", "03")] == [1, None, None]
        assert made.value("02", "7") == 0
        assert outcomes(made)["01=02+03"] == "UNKNOWN"

    @pytest.mark.parametrize(("groups", "expected"), [(None, None), ((), 0), (("women",), 0), (("enterprise",), 1)])
    def test_enterprise(self, groups: Any, expected: int | None) -> None:
        """A collective that says no groups may be an enterprise; an empty list says that it is none."""
        made = statistics([decision("Bằng khen cấp tỉnh", "collective", groups=groups)], "0603")

        assert (made.value("02", "2"), made.value("03", "2")) == (1, expected)
        assert outcomes(made)["03<=02"] == ("MET" if groups is not None else "UNKNOWN")

    @pytest.mark.parametrize(("asked", "expected"), [((), None), (("women",), None), (("enterprise",), 0)])
    def test_enterprise_asked(self, asked: Any, expected: int | None) -> None:
        """Where only other groups were asked about, a collective may still be an enterprise."""
        made = statistics([decision("Bằng khen cấp tỉnh", "collective", groups=(), groups_asked=asked)], "0603")
        assert made.value("03", "2") == expected

    def test_groups_of_individuals(self) -> None:
        """Whether an individual is in a group does not matter to the line of enterprises."""
        assert statistics([decision("Bằng khen cấp tỉnh", groups=None)], "0603").value("03", "2") == 0

    def test_award(self) -> None:
        """A row that names no award may be of any: every cell of its lines is empty, save where it cannot stand."""
        made = statistics([Decision(recipient="collective", commendation="merit", groups=())], "0603")

        assert [made.value("02", number) for number in made.columns] == [None, None, 0, None, 0]
        assert [made.value("05", number) for number in made.columns] == [0] * 5
        assert [made.value("12", number) for number in made.columns] == [0] * 5
        assert note(made, "missing", "award").rows == (0,)

    def test_award_empties_parts(self) -> None:
        """It may be of any order that has a column of its own, too."""
        rows = [decision("Huân chương Sao vàng"), attrs.evolve(decision("x"), award=None)]
        made = statistics(rows, "0602")

        assert made.value("01", "2/huan-chuong-sao-vang/individual") is None
        assert made.value("01", "2/huan-chuong-sao-vang/collective") == 0

    def test_several_facts(self) -> None:
        """A cell that wants two facts is told of both; a note counts its rows once."""
        rows = [
            Decision(award="BKTTg", recipient="individual", count=2),
            Decision(award="CSTĐTQ", recipient="individual"),
        ]
        made = statistics(rows, "0602")

        assert {each.fact: each.count for each in made.notes if each.code == "missing"} == {
            "class": 3,
            "commendation": 3,
            "proposed_by": 3,
        }
        assert [made.value("01", number) for number in ("1", "7", "8")] == [3, 2, 1]

    @given(st.data())
    @settings(max_examples=40)
    def test_never_a_guess(self, data: st.DataObject) -> None:
        """Whatever a missing fact turns out to be, no number that stood there changes."""
        rows = data.draw(st.lists(decisions(), min_size=1, max_size=5))
        told = [
            attrs.evolve(
                row,
                official_class=row.official_class
                or (data.draw(strategies.words_of(words.OfficialClass)) if row.recipient == "individual" else None),
                commendation=row.commendation or data.draw(strategies.words_of(words.Commendation)),
                groups=row.groups or data.draw(st.sampled_from([(), ("enterprise",)]))
                if row.groups is None or row.groups_asked is not None
                else row.groups,
                groups_asked=None,
                proposed_by=row.proposed_by
                if row.proposed_by in ("ministry", "province")
                else data.draw(strategies.words_of(words.Proposer)),
                award=row.award or data.draw(st.sampled_from(["BKTTg", "CSTĐTQ", "Bằng khen cấp tỉnh", "LĐTT"])),
            )
            for row in rows
        ]
        for form in ("0602", "0603"):
            before, after = statistics(rows, form), statistics(told, form)
            known = {
                (row, each) for row in before.rows for each in before.columns if before.value(row, each) is not None
            }
            changed = {cell for cell in known if before.value(*cell) != after.value(*cell)}

            # An award to whoever it is not for stands in a cell that nothing fits in: that finding is new.
            assert changed <= {finding.about.subject for finding in after.findings}
            assert all(
                after.value(row, each) is not None for row in after.rows if after.rows[row].counts for each in "1"
            )


class TestImpossible:
    """Cells that nothing fits in."""

    @pytest.mark.parametrize(
        ("award", "recipient", "number", "lines"),
        [
            ("CSTĐ cấp tỉnh", "collective", "3", {"02"}),
            ("CSTĐ cấp tỉnh", "household", "3", {"04"}),
            ("co-thi-dua-cua-bo-ban-nganh-tinh", "household", "4", {"04"}),
            ("co-thi-dua-cua-bo-ban-nganh-tinh", "individual", "4", {"05", "10"}),
            ("Kỷ niệm chương", "collective", "5", {"02"}),
            ("huy-hieu", "household", "5", {"04"}),
        ],
    )
    def test_found(self, award: str, recipient: str, number: str, lines: set[str]) -> None:
        """A title of individuals given to a collective is counted where its decision puts it, and is a finding."""
        made = statistics([decision(award, recipient, 2)], "0603")

        assert {finding.about.subject for finding in made.findings} == {(line, number) for line in lines}
        assert {(finding.code, finding.outcome, finding.have) for finding in made.findings} == {
            ("impossible-cell", Outcome.NOT_MET, 2)
        }
        assert made.value("01", number) == 2

    @pytest.mark.parametrize(
        ("award", "recipient", "number"),
        [
            ("CSTĐTQ", "collective", "8"),
            ("Giải thưởng Nhà nước", "collective", "4"),
            ("co-thi-dua-cua-chinh-phu", "individual", "6"),
        ],
    )
    def test_state(self, award: str, recipient: str, number: str) -> None:
        """The same at State level, in the columns that are for one kind of recipient."""
        made = statistics([decision(award, recipient)], "0602")

        assert {finding.about.subject[1] for finding in made.findings} == {number}

    def test_none(self) -> None:
        """A batch of awards to whom they are for has no such finding."""
        rows = [decision(award, recipient) for award, recipient, _ in MINISTRY_COLUMNS]

        assert statistics(rows, "0603").findings == ()


def whole(form: str) -> Form:
    """Return a form of which every line and column that is known has a number, and which adds up."""
    made = statistics([], form)
    if form in (*STATE, *MINISTRY):
        columns = STATE_COLUMNS if form in STATE else MINISTRY_COLUMNS
        rows = [
            decision(
                award, recipient, 1 + index, commendation=kind, proposed_by=proposer, groups=("enterprise",), **extra
            )
            for index, (award, recipient, _) in enumerate(columns)
            for kind, _, _ in METHOD_ROWS
            for proposer in ("ministry", "province")
            for extra in (
                [{"official_class": name} for name, _, _ in CLASS_ROWS] if recipient == "individual" else [{}]
            )
        ]
    else:
        rows = {"0601": MOVEMENTS, "0701": MOVEMENTS, "0604": SECTIONS, "0605": OFFICIALS}[form]
    made = statistics(rows, form)
    assert set(outcomes(made).values()) == {"MET"}
    return made


class TestFooting:
    """Every identity of the layout."""

    @pytest.mark.parametrize("form", FORMS)
    def test_each(self, form: str) -> None:
        """There is a finding for each identity, by its own text, with the article and the two sums."""
        made = whole(form)
        entry = made.layout.entry

        assert [finding.code for finding in made.footing] == [*entry.row_identities, *entry.column_identities]
        for finding in made.footing:
            assert finding.citation == made.layout.placed.citation
            assert all(child.have.left is not None and child.have.right is not None for child in finding.children)

    def test_wrong_recipient(self) -> None:
        """A flag given to somebody whose class is not known stands in no line of a class, and in none for certain."""
        made = statistics([decision("Cờ thi đua của Chính phủ", official_class=None)], "0602")

        assert (made.value("09", "6"), made.value("14", "6")) == (1, None)
        assert outcomes(made)["09=10+11+12+13+14"] == "UNKNOWN"
        assert [finding.about.subject for finding in made.findings] == [("09", "6")]

    @pytest.mark.parametrize("form", FORMS)
    @given(data=st.data())
    @settings(max_examples=40)
    def test_any_batch(self, form: str, data: st.DataObject) -> None:
        """A form made of rows adds up, whatever they are: an identity holds, or a cell of it is empty."""
        made = statistics(data.draw(batches(form)), form)

        for finding in made.footing:
            assert finding.outcome is not Outcome.NOT_MET
            assert (finding.outcome is Outcome.UNKNOWN) == bool(finding.missing)

    @pytest.mark.parametrize("form", FORMS)
    def test_altered_cell(self, form: str) -> None:
        """A cell that is one too high breaks the equations it stands in, in its own line or column, and no other."""
        made = whole(form)
        for row, number in [(row, number) for row in made.cells for number in made.columns]:
            cells = {code: {each: line[each] for each in made.columns} for code, line in made.cells.items()}
            cells[row][number] += 1
            found = form_of(form, cells)
            broken = {
                (finding.code, child.code)
                for finding in found.footing
                for child in finding.children
                if child.outcome is Outcome.NOT_MET
            }
            rows, columns = made.layout.entry.row_identities, made.layout.entry.column_identities
            equal = {(text, number) for text in rows if row in re.split(r"\W+", text) and "<" not in text}
            equal |= {
                (text, row) for text in columns if number in re.split(r"\W+", text) and not {"<", ">"} & set(text)
            }
            unequal = {(text, number) for text in rows if "<" in text} | {
                (text, row) for text in columns if {"<", ">"} & set(text)
            }

            assert equal <= broken <= equal | unequal, (row, number)

    @pytest.mark.parametrize(("enterprises", "outcome"), [(4, "MET"), (5, "MET"), (6, "NOT_MET")])
    def test_of_which(self, enterprises: int, outcome: str) -> None:
        """Enterprises are some of the collectives: at most as many."""
        cells = {"02": dict.fromkeys("12345", 5), "03": dict.fromkeys("12345", enterprises)}

        assert outcomes(form_of("0603", cells))["03<=02"] == outcome

    @pytest.mark.parametrize(("total", "outcome"), [(9, "NOT_MET"), (10, "MET"), (11, "MET")])
    def test_at_least(self, total: int, outcome: str) -> None:
        """The total of 0602 may be more than its columns (households have none), and not less."""
        line = {"1": total, "2": 1, "3": 1, "4": 1, "5": 1, "6": 1, "7": 2, "8": 2, "9": 1}
        found = form_of(
            "0602", {row: line if row == "01" else dict.fromkeys(line, 0) for row in statistics([], "0602").rows}
        )

        assert outcomes(found)["1>=2+3+4+5+6+7+8+9"] == outcome

    def test_empty_cell(self) -> None:
        """Where a cell is empty the identity is UNKNOWN, and the cell is named."""
        found = form_of("0604", {"01": {"1": 5}, "02": {"1": 1}, "03": {"1": 1}, "04": {"1": 3}})

        [finding] = found.footing
        assert (finding.outcome, finding.missing) == (Outcome.UNKNOWN, ("05/1",))

    def test_broken_beside_empty(self) -> None:
        """One column that does not add up is a NOT_MET whatever is empty in others."""
        cells = {row: {"2": 1} for row in ("01", "02", "04", "05")}

        assert outcomes(form_of("0603", cells))["01=02+04+05"] == "NOT_MET"

    def test_blank_where_nothing_fits(self) -> None:
        """A cell that nothing fits in is left blank by whoever fills in the form: it is 0 in a sum."""
        found = form_of("0603", {"01": {"3": 7}, "05": {"3": 7}})
        [line] = [
            child
            for each in found.footing
            if each.code == "01=02+04+05"
            for child in each.children
            if child.code == "3"
        ]

        assert (line.outcome, found.value("02", "3")) == (Outcome.MET, 0)


MOVEMENTS = [
    Movement(launched_by=launcher, scope=scope, since=date(2021, 3, 1), until=until, manner=manner)
    for launcher in ("president", "prime-minister", "central-council", "ministry", "province")
    for scope in ("nation", "province")
    for until in (date(2021, 6, 1), date(2022, 3, 1), date(2023, 3, 1), date(2025, 3, 1), date(2026, 3, 1))
    for manner in ("thematic", "regular")
]
SECTIONS = [Section(kind=kind, count=2) for kind in get_args(words.SectionKind)]
OFFICIALS = [
    Official(sex=sex, age=age, education=education, years=years)
    for sex in ("female", "male")
    for age in (30, 40, 50, 55, 60, 61)
    for education in get_args(words.Education)
    for years in (4, 5, 10)
]


class TestMovements:
    """Form 0601, and 0701 of 2018."""

    @pytest.mark.parametrize(
        ("launcher", "number"),
        [
            ("president", "2"),
            ("prime-minister", "2"),
            ("central-council", "2"),
            ("ministry", "3"),
            ("province", "3"),
            ("district", "4"),
            ("commune", "4"),
            ("unit", "4"),
        ],
    )
    def test_columns(self, launcher: Any, number: str) -> None:
        """A movement stands in the column of who launched it; 0701 has none below ministries and provinces."""
        row = Movement(launched_by=launcher, count=2)
        new, old = statistics([row], "0601"), statistics([row], "0701")

        assert {each: new.value("01", each) for each in new.columns if new.value("01", each)} == {"1": 2, number: 2}
        assert old.value("01", "1") == (0 if number == "4" else 2)
        assert [each.count for each in old.notes if each.code == "no-column"] == ([2] if number == "4" else [])

    @pytest.mark.parametrize(
        ("scope", "line"), [("nation", "02"), ("province", "03"), ("cluster", "04"), ("unit", "05")]
    )
    def test_scopes(self, scope: Any, line: str) -> None:
        """Where it is held."""
        made = statistics([Movement(launched_by="province", scope=scope)], "0601")

        assert {row for row in ("02", "03", "04", "05") if made.value(row, "3")} == {line}

    @pytest.mark.parametrize(
        ("until", "new", "old"),
        [
            (date(2022, 2, 28), "06", "06"),
            (date(2022, 3, 1), "07", "07"),
            (date(2022, 3, 2), "08", "08"),
            (date(2024, 2, 29), "08", "08"),
            (date(2024, 3, 1), "09", "09"),
            (date(2026, 2, 28), "09", "09"),
            (date(2026, 3, 1), "10", "09"),
            (date(2036, 3, 1), "10", "09"),
        ],
    )
    def test_lengths(self, until: date, new: str, old: str) -> None:
        """Under one year, one year, to under three, to under five, five and more; in 2018 three and more."""
        row = Movement(launched_by="ministry", since=date(2021, 3, 1), until=until)

        made = statistics([row], "0601")
        assert {line for line in ("06", "07", "08", "09", "10") if made.value(line, "1")} == {new}
        made = statistics([row], "0701")
        assert {line for line in ("06", "07", "08", "09") if made.value(line, "1")} == {old}

    def test_one_year(self) -> None:
        """Of exactly one year lines 07 and 08 both speak: a named reading decides, and the form shows it."""
        row = Movement(launched_by="unit", since=date(2024, 1, 1), until=date(2025, 1, 1))
        other = law_on(date(2024, 12, 1), readings={"movement-of-one-year": "line-08"})
        by_default, chosen = statistics([row], "0601"), statistics([row], "0601", law=other)

        assert [by_default.value(line, "1") for line in ("07", "08")] == [1, 0]
        assert [chosen.value(line, "1") for line in ("07", "08")] == [0, 1]
        assert set(outcomes(chosen).values()) >= {"MET"}
        assert (note(by_default, "reading").lines, note(by_default, "reading").subject.id) == (
            ("07", "08"),
            "movement-of-one-year",
        )
        assert "phong trào đúng 1 năm ghi ở dòng 08" in chosen.text()

    @pytest.mark.parametrize(("manner", "new", "old"), [("thematic", "11", "10"), ("regular", "12", "11")])
    def test_manners(self, manner: Any, new: str, old: str) -> None:
        """Thematic, or regular every year: the last two lines."""
        row = Movement(launched_by="ministry", manner=manner)

        assert statistics([row], "0601").value(new, "1") == 1
        assert statistics([row], "0701").value(old, "1") == 1

    def test_unknown(self) -> None:
        """Without an end its length is not known; without a launcher its column is not."""
        made = statistics(
            [Movement(launched_by="unit", scope="unit", manner="regular", since=date(2024, 1, 1))], "0601"
        )

        assert [made.value(f"{line:02}", "4") for line in range(6, 11)] == [None] * 5
        assert note(made, "missing", "years").lines == ("06", "07", "08", "09", "10")
        made = statistics([Movement(scope="unit")], "0601")
        assert [made.value("01", number) for number in made.columns] == [1, None, None, None]

    def test_ends_before_it_begins(self) -> None:
        """A movement that ends on its first day, or before, is a slip of the pen."""
        with pytest.raises(InputError, match="until"):
            Movement(since=date(2024, 1, 1), until=date(2024, 1, 1))


class TestStaff:
    """Forms 0604 and 0605."""

    @pytest.mark.parametrize(
        ("kind", "line"), list(zip(get_args(words.SectionKind), ("02", "03", "04", "05"), strict=True))
    )
    def test_sections(self, kind: Any, line: str) -> None:
        """Each kind of organisation has its line."""
        made = statistics([Section(kind=kind, count=4)], "0604")

        assert column(made, "1") == {"01": 4, line: 4}

    @pytest.mark.parametrize(
        ("age", "line"),
        [
            (29, "02"),
            (30, "02"),
            (31, "03"),
            (40, "03"),
            (41, "04"),
            (50, "04"),
            (51, "05"),
            (55, "05"),
            (56, "06"),
            (60, "06"),
            (61, "07"),
        ],
    )
    def test_ages(self, age: int, line: str) -> None:
        """To thirty, forty, fifty, fifty-five, sixty, and over."""
        made = statistics([Official(age=age, sex="male")], "0605")

        assert {row for row in ("02", "03", "04", "05", "06", "07") if made.value(row, "1")} == {line}

    @pytest.mark.parametrize(
        ("education", "line"), list(zip(get_args(words.Education), ("08", "09", "10", "11", "12"), strict=True))
    )
    def test_education(self, education: Any, line: str) -> None:
        """Each training has its line."""
        made = statistics([Official(education=education, sex="female")], "0605")

        assert {row for row in ("08", "09", "10", "11", "12") if made.value(row, "2")} == {line}

    @pytest.mark.parametrize(
        ("years", "line", "other"),
        [(4, "13", "13"), (5, "14", "14"), (9, "14", "14"), (10, "15", "14"), (11, "15", "15")],
    )
    def test_years(self, years: int, line: str, other: str) -> None:
        """Under five, five to ten, ten and more; of ten years a named reading decides."""
        law = law_on(date(2024, 12, 1), readings={"ten-years-in-the-work": "line-14"})

        for expected, made in (
            (line, statistics([Official(years=years)], "0605")),
            (other, statistics([Official(years=years)], "0605", law=law)),
        ):
            assert {row for row in ("13", "14", "15") if made.value(row, "1")} == {expected}

    @pytest.mark.parametrize(("sex", "women"), [("female", 3), ("male", 0), (None, None)])
    def test_women(self, sex: Any, women: int | None) -> None:
        """Women are some of all; of whoever does not say it is not known."""
        made = statistics([Official(sex=sex, age=35, count=3)], "0605")

        assert [made.value(row, number) for row in ("01", "03") for number in "12"] == [3, women, 3, women]


class TestYear:
    """The year of a report."""

    @pytest.mark.parametrize(
        ("day", "counted"),
        [(date(2023, 11, 30), 0), (date(2023, 12, 1), 1), (date(2024, 11, 30), 1), (date(2024, 12, 1), 0)],
    )
    def test_days(self, day: date, counted: int) -> None:
        """The year of these statistics runs from 1 December of the year before to 30 November."""
        made = statistics([decision("BKTTg", decided_on=day)], "0602", year=2024)

        assert made.value("01", "1") == counted
        assert [each.count for each in made.notes if each.code == "outside-period"] == [1] * (1 - counted)

    def test_undated(self) -> None:
        """A decision without a day may be of the year or not: its cells are empty."""
        made = statistics([decision("BKTTg"), decision("BKTTg", decided_on=date(2024, 6, 1))], "0602", year=2024)

        assert made.value("01", "1") is None
        assert note(made, "missing", "decided_on").rows == (0,)

    def test_all_rows(self) -> None:
        """Without a year all rows count, dated or not."""
        rows = [decision("BKTTg"), decision("BKTTg", decided_on=date(1999, 1, 1))]

        assert statistics(rows, "0602").value("01", "1") == 2

    def test_of_2018(self) -> None:
        """The days of the year of the forms of 2018 were not read: to ask for one is refused, not guessed."""
        with pytest.raises(InputError, match="not read"):
            statistics([], "0703", year=2020)

    def test_movements(self) -> None:
        """Which movements are of a year was not read: the year is printed, and the rows are the caller's choice."""
        made = statistics([Movement(launched_by="unit", since=date(2001, 1, 1))], "0601", year=2024)

        assert made.value("01", "1") == 1
        assert "Năm 2024 (từ 01/12/2023 đến hết 30/11/2024)" in made.text()

    @pytest.mark.parametrize(
        ("since", "until", "counted"),
        [
            (date(2015, 1, 1), date(2023, 12, 1), 0),
            (date(2015, 1, 1), date(2023, 12, 2), 1),
            (date(2024, 11, 30), None, 1),
            (date(2024, 12, 1), None, 0),
            (None, None, 1),
        ],
    )
    def test_movements_of_other_years(self, since: date | None, until: date | None, counted: int) -> None:
        """A movement that shares no day with the year is none of it, and is said to be left out."""
        made = statistics([Movement(launched_by="unit", since=since, until=until)], "0601", year=2024)

        assert made.value("01", "1") == counted
        assert ("outside-period" in [note.code for note in made.notes]) is not bool(counted)

    def test_picks_the_law(self) -> None:
        """The form of a year is that of its last day; of another year it is none."""
        assert statistics([], "0602", year=2023).layout.law.day == date(2023, 11, 30)
        with pytest.raises(NotInForce, match="0602"):
            statistics([], "0602", year=2022)

    @pytest.mark.parametrize(("year", "said"), [(2024, False), (2025, True)])
    def test_unread(self, year: int, said: bool) -> None:  # noqa: FBT001  # a case of the table
        """A form of the time of TT 18/2025/TT-BNV says that this circular was not read."""
        made = statistics([], "0603", year=year)

        assert [each.citation.document for each in made.notes if each.code == "unread"] == ["18/2025/TT-BNV"] * said

    @pytest.mark.parametrize("year", ["2024", True, 24, 2024.0])
    def test_no_year(self, year: Any) -> None:
        """A year is a whole number that can be one."""
        with pytest.raises(InputError, match="year"):
            statistics([], "0603", year=year)


OWN = """
[document]
id = "7/2026/QĐ-UBND"
title = "A province's own form"
kind = "decision"
issuer = "UBND tỉnh"
in_force = 2024-01-01
standing = "verified"
checked = 2026-11-22

[[form]]
id = "KT-01"
number = "KT-01/UBND"
source = "Phụ lục"
label = "Giấy khen & <bằng khen>"
gloss = "Letters & <certificates>"
what = "awards"
rows = [
    { code = "1", label = "Tổng số", gloss = "Total", counts = {} },
    { code = "2", label = "- Cá nhân", gloss = "- Individuals", counts = { recipients = ["individual"] } },
]
columns = [
    { code = "a", label = "Giấy khen", gloss = "Letters", counts = { kinds = ["commendation-letter"] } },
    { code = "b", label = "Khác", gloss = "Others", counts = { others = true } },
]
row_identities = ["2<=1"]
"""


class TestOwnForm:
    """A form that a document of the caller's brings."""

    def test_statistics(self) -> None:
        """A province's form is data: no line and no column of it is known to any Python."""
        law = law_on(date(2024, 6, 1), document_of(OWN, "own.toml"))
        rows = [decision("Giấy khen cấp xã", "household", 2), decision("LĐTT"), decision("Giấy khen cấp xã")]
        made = statistics(rows, "KT-01", law=law)

        assert [[made.value(row, number) for number in made.columns] for row in made.rows] == [[3, 1], [1, 1]]
        assert outcomes(made) == {"2<=1": "MET"}
        assert [each.code for each in made.notes] == []

    def test_escaped(self) -> None:
        """What a document says is text in HTML, whatever it is."""
        law = law_on(date(2024, 6, 1), document_of(OWN, "own.toml"))
        page = statistics([], "KT-01", law=law).html()

        assert "GIẤY KHEN &amp; &lt;BẰNG KHEN&gt;" in page

    def test_compared(self) -> None:
        """A form is an entry like others: what a law brings or changes is told."""
        law = law_on(date(2024, 6, 1), document_of(OWN, "own.toml"))
        changes = {change.entry: change.kind for change in thidua.compare(law_on(date(2024, 6, 1)), law)}

        assert changes["form KT-01"] == "added"

    @pytest.mark.parametrize(
        ("old", "new", "place", "code"),
        [
            ("2<=1", "2<1", "row_identities", "bad-value"),
            ("2<=1", "3<=1", "row_identities", "dangling"),
            ('code = "2", ', 'code = "1", ', "rows", "duplicate"),
            ('code = "b"', 'code = "a"', "columns", "duplicate"),
            ('{ recipients = ["individual"] }', '{ sexes = ["female"] }', "rows '2'", "misplaced"),
            ('{ recipients = ["individual"] }', "{ years = {} }", "rows '2'", "empty"),
            ('code = "2", ', "", "rows", "missing"),
            ('gloss = "Others", ', 'gloss = "Others", split = true, ', "columns 'b'", "missing"),
            ('what = "awards"', 'what = "sections"', "columns 'a'", "misplaced"),
            ('what = "awards"', 'what = "awards"\ndue = "31-12"', "due", "bad-value"),
            ("counts = {} },", 'counts = {}, reading = { doubt = "x" } },', "rows", "dangling"),
        ],
    )
    def test_faults(self, old: str, new: str, place: str, code: str) -> None:
        """What a form may not say is refused with its place, when the document is opened."""
        assert old in OWN
        with pytest.raises(InputError) as caught:
            document_of(OWN.replace(old, new, 1), "own.toml")

        assert (f"form 'KT-01'.{place}", code) in [(each.path, each.code) for each in caught.value.problems]

    def test_unknown_award(self) -> None:
        """A column that names an award nobody knows is refused when the law is laid."""
        text = OWN.replace('kinds = ["commendation-letter"]', 'awards = ["giay-khen-la"]')
        with pytest.raises(InputError, match="giay-khen-la"):
            law_on(date(2024, 6, 1), document_of(text, "own.toml"))


class TestAsking:
    """What is asked for, and what is refused."""

    @pytest.mark.parametrize("name", ["0603", "0603.N/BNV-TĐKT", "0603.n/bnv-tdkt"])
    def test_names(self, name: str) -> None:
        """A form is found by its short number and by its official one."""
        assert statistics([], name).id == "0603"

    def test_documents(self) -> None:
        """The numbers of 2018 are the circular of 2018, those of 2023 that of 2023."""
        assert {name: statistics([], name).layout.placed.header.id for name in FORMS} == {
            name: "03/2018/TT-BNV" if name.startswith("07") else "02/2023/TT-BNV" for name in FORMS
        }

    def test_unknown(self) -> None:
        """A number that no form has is an error that suggests the nearest."""
        with pytest.raises(UnknownTerm, match="did you mean '0603'"):
            statistics([], "0603.N")

    def test_not_in_force(self) -> None:
        """A law of another day has no such form."""
        with pytest.raises(NotInForce, match="0703"):
            statistics([], "0703", law=law_on(date(2024, 1, 1)))

    def test_bad_rows(self) -> None:
        """Rows of another kind, contradictions and awards that never were are refused, all of them at once."""
        rows: list[Any] = [
            Section(kind="provincial-board"),
            Decision(recipient="collective", official_class="leader-other"),
            Decision(recipient="individual", award="Lao đông tiên tiến nhất"),
            {"recipient": "individual"},
        ]
        with pytest.raises(InputError) as caught:
            statistics(rows, "0603")

        assert [(each.path, each.code) for each in caught.value.problems] == [
            ("$[0]", "bad-value"),
            ("$[1].class", "contradiction"),
            ("$[2].award", "unknown-award"),
            ("$[3]", "bad-value"),
        ]

    @pytest.mark.parametrize(("form", "law"), [(603, None), (None, None), ("0603", law_on), ("0603", date(2024, 1, 1))])
    def test_bad_question(self, form: Any, law: Any) -> None:
        """A form is asked for by a text, and of the law of a day."""
        with pytest.raises(InputError):
            statistics([], form, law=law)

    def test_value_of_no_cell(self) -> None:
        """A line or column that is not there is an error, not an empty cell."""
        made = statistics([], "0603")
        with pytest.raises(UnknownTerm, match="row"):
            made.value("18", "1")
        with pytest.raises(UnknownTerm, match="column"):
            made.value("01", "6")

    def test_bad_cells(self) -> None:
        """Numbers that somebody else filled in are taken as they are, or refused with every fault."""
        cells: Any = {
            "1": {"1": 5},
            "01": {"1": -1, "6": 1, "2": True, "3": "7", "4/x": 1},
            "02": 5,
        }
        with pytest.raises(InputError) as caught:
            form_of("0603", cells)

        assert [(each.path, each.code) for each in caught.value.problems] == [
            ("$.1", "unknown-row"),
            ("$.01.1", "out-of-range"),
            ("$.01.6", "unknown-column"),
            ("$.01.2", "bad-value"),
            ("$.01.3", "bad-value"),
            ("$.01['4/x']", "unknown-column"),
            ("$.02", "bad-value"),
        ]

    @pytest.mark.parametrize(
        "code",
        [
            "2/huan-chuong-sao-vang",
            "2/co-thi-dua-cua-chinh-phu/collective",
            "2/x/collective",
            "7/household",
            "7/",
            "3/individual",
            "2/collective",
        ],
    )
    def test_bad_parts(self, code: str) -> None:
        """A part is one of an award that its column counts, and of a recipient it is split by."""
        with pytest.raises(InputError, match="no column"):
            form_of("0602", {"01": {code: 1}})

    def test_parts_are_summed(self) -> None:
        """A received form says the parts of a column: it is their sum, if they stand on every line and it on none."""
        lines = [code for code, row in form_of("0602", {}).rows.items() if row.counts is not None]
        cells = {code: {"7/collective": 0, "7/individual": 0} for code in lines}
        cells["01"] = {"7/collective": 4, "7/individual": 1}
        cells["06"] = {"7/collective": 4}

        assert [form_of("0602", cells).value(line, "7") for line in ("01", "06", "15")] == [5, 4, 0]
        assert form_of("0602", {**cells, "15": {"7/collective": 0}}).value("01", "7") is None
        assert form_of("0602", {**cells, "02": {"7": 9}}).value("01", "7") is None


class TestJson:
    """Forms and what they are made from, as data."""

    @pytest.mark.parametrize("form", FORMS)
    @given(data=st.data())
    @settings(max_examples=15)
    def test_round_trip(self, form: str, data: st.DataObject) -> None:
        """What is dumped is all that the form shows: taken back, it has the same numbers and the same footing."""
        made = statistics(data.draw(batches(form)), form)
        dumped = json.loads(thidua.dump(made))
        again = form_of(form, dumped["cells"])

        assert [[again.value(row, each) for each in made.columns] for row in made.rows] == [
            [made.value(row, each) for each in made.columns] for row in made.rows
        ]
        assert outcomes(again) == outcomes(made)
        assert [each["outcome"] for each in dumped["footing"]] == [
            each.outcome.name.lower().replace("_", "-") for each in made.footing
        ]

    def test_empty_cells_are_not_there(self) -> None:
        """An empty cell is neither zero nor null."""
        dumped = json.loads(thidua.dump(statistics([decision("Bằng khen cấp tỉnh", official_class=None)], "0603")))

        assert dumped["cells"]["06"] == {"3": 0, "4": 0, "5": 0}
        assert {each["fact"]: each["count"] for each in dumped["notes"] if each["code"] == "missing"} == {"class": 1}
        assert (dumped["form"], dumped["document"]) == ("0603", "02/2023/TT-BNV")

    @pytest.mark.parametrize(("said", "groups"), [({}, None), ({"groups": []}, ()), ({"groups": ["x"]}, ("x",))])
    def test_groups(self, said: Any, groups: Any) -> None:
        """An empty list of groups is said, and is not what is not said; both survive the way out and in."""
        [found] = thidua.load_decisions([{"recipient": "collective"} | said])

        assert found.groups == groups
        assert json.loads(thidua.dump(found)).get("groups") == said.get("groups")

    def test_movements(self) -> None:
        """Movements are loaded as strictly as decisions."""
        row = {"name": "Cả nước chung sức", "launched_by": "prime-minister", "scope": "nation", "since": "2021-01-01"}
        row |= {"until": "2026-01-01", "manner": "thematic", "count": 1}
        [found] = load_movements([row])

        assert found == Movement(
            name="Cả nước chung sức",
            launched_by="prime-minister",
            scope="nation",
            since=date(2021, 1, 1),
            until=date(2026, 1, 1),
            manner="thematic",
        )
        assert load_movements(json.dumps([row])) == (found,)
        assert load_movements(thidua.dump((found,))) == (found,)

    def test_bad_movements(self) -> None:
        """Every fault has its path; an end before the beginning is one of them."""
        rows = [
            {"launched_by": "uỷ ban", "since": "2024-01-01", "until": "2023-01-01"},
            {"scope": "nation", "count": 0, "colour": "red", "until": None},
            {"since": "2024-01-01", "until": "2024-01-01"},
        ]
        with pytest.raises(InputError) as caught:
            load_movements(rows)

        assert {(each.path, each.code) for each in caught.value.problems} >= {
            ("$[0].launched_by", "bad-value"),
            ("$[1].count", "out-of-range"),
            ("$[1].colour", "unknown-key"),
            ("$[1].until", "null"),
            ("$[2].until", "contradiction"),
        }

    def test_staff(self) -> None:
        """So are organisations and officials."""
        assert load_sections([{"kind": "ministry-division", "name": "Phòng Nghiệp vụ"}]) == (
            Section(kind="ministry-division", name="Phòng Nghiệp vụ"),
        )
        assert load_officials([{"sex": "male", "age": 44, "education": "postgraduate", "years": 3}]) == (
            Official(sex="male", age=44, education="postgraduate", years=3),
        )
        with pytest.raises(InputError) as caught:
            load_officials([{"age": 200, "years": -1, "education": "phd", "sex": "f"}])
        assert {each.path for each in caught.value.problems} == {"$[0].age", "$[0].years", "$[0].education", "$[0].sex"}
        with pytest.raises(InputError, match="kind"):
            load_sections([{}])


class Cells(HTMLParser):
    """Reads the rows of an HTML table, each cell with how many columns and rows it spans."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[tuple[str, int, int]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell."""
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            spans = {key: int(value or 1) for key, value in attrs if key.endswith("span")}
            self.rows[-1].append(("", spans.get("colspan", 1), spans.get("rowspan", 1)))

    def handle_data(self, data: str) -> None:
        """Put text into the open cell."""
        if self.rows and self.rows[-1] and data.strip():
            text, wide, high = self.rows[-1][-1]
            self.rows[-1][-1] = (text + data, wide, high)


def grid(page: str) -> list[list[tuple[str, int, int]]]:
    """Return the rows of the table of a page."""
    reader = Cells()
    reader.feed(page[page.index("<table>") : page.index("</table>")])
    return reader.rows


def wide(rows: list[list[tuple[str, int, int]]]) -> Iterator[int]:
    """Yield how many columns each row has, those that hang down from above among them."""
    hanging: list[int] = []
    for row in rows:
        yield sum(span for _, span, _ in row) + len(hanging)
        hanging = [left - 1 for left in hanging if left > 1]
        hanging += [high - 1 for _, span, high in row if high > 1 for _ in range(span)]


class TestPrinted:
    """The form as it is printed."""

    def test_html_head(self) -> None:
        """The merged heading, the kinds and the recipients stand above one another, above A, B, C, 1 to 9."""
        made = statistics([decision("Huân chương Sao vàng"), decision("BKTTg", "collective")], "0602")
        rows = grid(made.html())

        assert rows[0][0] == ("", 1, 4)
        assert ("Chia ra", 10, 1) in rows[0]
        assert ("Các loại huân chương, huy chương", 2, 1) in rows[1]
        assert ("Cờ thi đua của Chính phủ", 1, 3) in rows[1]
        assert rows[2] == [("Huân chương Sao vàng", 2, 1), ("Tập thể", 1, 2), ("Cá nhân", 1, 2)]
        assert rows[3] == [("Tập thể", 1, 1), ("Cá nhân", 1, 1)]
        assert [text for text, _, _ in rows[4]] == ["A", "B", "C", *"123456789"]

    @pytest.mark.parametrize("form", FORMS)
    @pytest.mark.parametrize("locale", ["vi", "en"])
    def test_rectangle(self, form: str, locale: str) -> None:
        """Every row of the table is as wide as the others; every line of the layout is there."""
        made = whole(form)
        rows = grid(made.html(locale))

        assert len(set(wide(rows))) == 1
        assert [row[1][0] for row in rows[-len(made.layout.lines) :]] == [line.code or "" for line in made.layout.lines]

    def test_units_and_marks(self) -> None:
        """Form 0601 prints its unit above the table and "1=(2+3+4)" below the words; 0603 has a unit for each line."""
        assert "Đơn vị tính: Phong trào" in statistics([], "0601").text()
        assert "1=(2+3+4)" in statistics([], "0601").html()
        assert ("Hộ", 1, 1) in [cell for row in grid(statistics([], "0603").html()) for cell in row]

    def test_cells(self) -> None:
        """Numbers with the language's separators; nothing in an empty cell; a cross where nothing fits."""
        made = statistics(
            [decision("Bằng khen cấp tỉnh", count=1200), decision("CSTĐ cấp tỉnh", official_class=None)], "0603"
        )
        rows = {row[1][0]: [text for text, _, _ in row[3:]] for row in grid(made.html("vi"))[3:]}

        assert rows["01"] == ["1.201", "1.200", "1", "0", "0"]
        assert rows["02"] == ["0", "0", "x", "0", "x"]
        assert rows["10"] == ["", "1.200", "", "x", "0"]
        assert "1,201" in made.html("en")

    @pytest.mark.parametrize(
        ("locale", "said"),
        [
            (
                "vi",
                "3 lượt khen thưởng (1 dòng dữ liệu) chưa rõ phương thức khen thưởng: ô trống ở dòng 11, 12, 13, 14",
            ),
            ("en", "3 awards (1 row of data): not known the kind of commendation; cells are empty in lines 11, 12, 13"),
        ],
    )
    def test_notes(self, locale: str, said: str) -> None:
        """What is not known is said below the table, in the language."""
        made = statistics([decision("Bằng khen cấp tỉnh", count=3, commendation=None)], "0603")

        assert said in " ".join(made.text(locale).split())

    def test_broken(self) -> None:
        """A received form that does not add up says where, with both sums, and which cells should have no number."""
        text = form_of("0603", {"01": {"2": 14}, "02": {"2": 1, "3": 6}, "04": {"2": 2}, "05": {"2": 12}}).text()

        assert "✗ 01=02+04+05, cột 2: 14 so với 15" in text
        assert "dòng 02, cột 3: có 6 ở ô không ghi số" in text

    @pytest.mark.parametrize("form", FORMS)
    @pytest.mark.parametrize("locale", ["vi", "en"])
    @given(data=st.data())
    @settings(max_examples=10)
    def test_any_batch(self, form: str, locale: str, data: st.DataObject) -> None:
        """Any form can be printed in both languages, every line of the table as wide as the rule, no place unfilled."""
        made = statistics(data.draw(batches(form)), form)
        text = made.text(locale)

        assert "{" not in text
        assert "None" not in text
        table = [line for line in text.splitlines() if "│" in line]
        assert len({line.count("│") for line in table[-len(made.layout.lines) :]}) == 1
        assert len(set(wide(grid(made.html(locale))))) == 1

    def test_table(self) -> None:
        """As plain rows: headings without a code, then each line with its words, unit and numbers."""
        made = statistics([decision("Bằng khen cấp tỉnh", "collective")], "0603")
        rows = made.table()

        assert rows[0] == {"code": "01", "label": "Tổng số", "unit": None, "1": 1, "2": 1, "3": 0, "4": 0, "5": 0}
        assert rows[1]["code"] is None
        assert set(rows[1].values()) == {None, "1. Chia theo đối tượng khen thưởng"}
        assert rows[2]["unit"] == "Tập thể"

    def test_language(self) -> None:
        """There are two languages."""
        with pytest.raises(UnknownTerm, match="language"):
            statistics([], "0603").text("fr")


class TestBook:
    """The forms of the statute book."""

    @pytest.mark.parametrize("day", [date(2020, 1, 1), date(2024, 1, 1), date(2026, 11, 22)])
    def test_standing(self, day: date) -> None:
        """No circular's own text was seen: each form says that its layout is of a secondary source."""
        forms = law_on(day).of(FormEntry)

        assert {placed.citation.standing.value for placed in forms} == {"secondary"}
        assert len(forms) == (3 if day.year == 2020 else 5)

    @pytest.mark.parametrize("form", FORMS)
    def test_every_line_is_footed(self, form: str) -> None:
        """Every line that counts something stands in some sum, save those of 0701 beside lines nobody knows."""
        layout = statistics([], form).layout
        footed = {code for text in layout.entry.row_identities for code in re.split(r"\W+", text)}
        left = {code for code, row in layout.rows.items() if row.counts is not None} - footed

        assert left == ({"02", "03"} if form == "0701" else set())
