"""Offices' own lists: whatever is meant beyond doubt is read, whatever is not is told by row and column, and kept."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import attrs
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import InputError, strategies
from thidua.__main__ import main
from thidua.book.catalogue import catalogue
from thidua.interchange import Reading, read_decisions
from thidua.interchange.tables import ours
from thidua.interchange.title_words import unaccented
from thidua.interchange.titles import CLASSES, UNCLEAR, Titles
from thidua.model.decision import Authority, Decision
from thidua.model.vocabulary import Commendation, Kind, OfficialClass
from thidua.text import fold
from thidua.wording.sheet_words import COLUMNS, SLIPS

ROW: dict[str, Any] = {"Đối tượng": "Cá nhân", "Danh hiệu": "LĐTT"}
"""A row with nothing wrong."""

NINE = datetime.combine(date(2025, 1, 15), time(9))
"""A cell of Excel's: it knows no time zone."""


def one(**cells: Any) -> Reading:
    """Read a single row: the good one, with these cells besides; a header's blanks are written as underscores."""
    return read_decisions([ROW | {header.replace("_", " "): cell for header, cell in cells.items()}])


def decided(**cells: Any) -> Decision:
    """Read a single row in which nothing is wrong."""
    [decision] = one(**cells).or_raise().decisions
    return decision


def wrong(reading: Reading) -> list[tuple[int, str | None, str]]:
    """Return where each problem is, and which it is."""
    return [(slip.row, slip.column, slip.code) for slip in reading.problems]


def codes(**cells: Any) -> list[str]:
    """Return what is wrong with a single row."""
    return [slip.code for slip in one(**cells).problems]


def shown(value: object) -> str:
    """Name a case by what stands there, so that 0 and "0" are two."""
    return repr(value)[:60]


def saved(path: Path, rows: Sequence[Sequence[Any]], *, separator: str = ",", encoding: str = "utf-8") -> Path:
    """Write rows as a CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


OFFICES = [
    *("PGĐ", "GĐ", "TGĐ", "PTP", "TP", "HT", "PHT", "CT", "PCT", "TTCM", "TK", "PTK", "BT", "CVP", "TPT", "UV BTV"),
    *("Phó Giám đốc Bệnh viện", "Hiệu trưởng", "quyền TP", "phụ trách phòng", "chủ doanh nghiệp", "Q. Giám đốc"),
]
"""What a leader's title may add: offices, and short forms of them."""

LIST: tuple[tuple[Any, ...], ...] = (
    ("ỦY BAN NHÂN DÂN TỈNH A", "", "", "", "", "", "", ""),
    ("DANH SÁCH ĐƯỢC KHEN THƯỞNG NĂM 2024", "", "", "", "", "", "", ""),
    ("",) * 8,
    (
        "STT",
        "HỌ VÀ TÊN",
        "Chức\nvụ ",
        "Đơn vị  công tác",
        "đối tượng",
        "Danh hiệu, hình thức khen thưởng",
        "Ngày ký",
        "SL",
    ),
    ("1", "Nguyễn Văn A", "Trưởng phòng", "Sở A", "Cá nhân", "CSTĐCS", "15/01/2025", "1"),
    ("2", "Trần Thị B", " Giáo  viên", "Sở A ", "ca nhan", "Lao dong tien tien", "15-1-2025", "1"),
    ("",) * 8,
    ("3", "Lê Văn C", "Giám đốc", "Sở A", "Cá nhan", "LĐTTT", "15/01/25", "1"),
    ("4", "Phòng Tổ chức", "", "Sở A", "Tập thể", "Tập thể lao động tiên tiến", "2025-01-15", "1"),
    ("", "Tổng cộng", "", "", "", "", "", "4"),
)
"""A list as offices keep it: titles above the header, a gap, a wrong row, a total."""


class TestList:
    """One list, in every form an office may have it in."""

    def held(self, reading: Reading) -> None:
        """Hold a reading to what the list says."""
        assert [(each.award, each.recipient, each.official_class, each.unit) for each in reading.decisions] == [
            ("chien-si-thi-dua-co-so", "individual", "leader-other", "Sở A"),
            ("lao-dong-tien-tien", "individual", "direct-worker", "Sở A"),
            ("tap-the-lao-dong-tien-tien", "collective", None, "Sở A"),
        ]
        assert {each.decided_on for each in reading.decisions} == {date(2025, 1, 15)}
        assert {each.year for each in reading.decisions} == {None}, "the year of the decision is not that of the merit"
        assert wrong(reading) == [
            (8, "Danh hiệu, hình thức khen thưởng", "unknown-award"),
            (8, "Ngày ký", "two-digit-year"),
            (10, None, "not-a-decision"),
        ]
        assert [row.number for row in reading.rejected] == [8, 10]
        assert reading.rejected[0].cells["HỌ VÀ TÊN"] == "Lê Văn C"
        assert reading.header_row == 4

    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
    def test_csv(self, tmp_path: Path, separator: str, encoding: str) -> None:
        """Commas, semicolons or tabs, with a byte order mark or without."""
        self.held(read_decisions(saved(tmp_path / "ds.csv", LIST, separator=separator, encoding=encoding)))

    def test_decomposed(self, tmp_path: Path) -> None:
        """Text in decomposed form, as macOS writes it, says the same."""
        rows = [[unicodedata.normalize("NFD", cell) for cell in row] for row in LIST]
        reading = read_decisions(str(saved(tmp_path / "ds.CSV", rows)))

        assert [each.unit for each in reading.decisions] == ["Sở A"] * 3
        assert [slip.row for slip in reading.problems] == [8, 8, 10]

    def test_excel(self, excel: Callable[..., Path]) -> None:
        """A sheet of Excel, its title merged over the columns."""
        self.held(read_decisions(excel(LIST, merged=["A1:H1", "A2:H2"])))

    def test_columns(self, tmp_path: Path) -> None:
        """Every header is accounted for: read as a part of a decision, or left alone and its cells kept."""
        reading = read_decisions(saved(tmp_path / "ds.csv", LIST))

        assert [(column.place, column.header, column.means) for column in reading.columns] == [
            ("A", "STT", None),
            ("B", "HỌ VÀ TÊN", None),
            ("C", "Chức vụ", "title"),
            ("D", "Đơn vị công tác", "unit"),
            ("E", "đối tượng", "recipient"),
            ("F", "Danh hiệu, hình thức khen thưởng", "award"),
            ("G", "Ngày ký", "decided_on"),
            ("H", "SL", None),
        ]
        assert [row.cells["SL"] for row in reading.rows] == ["1", "1", "1", "1", "4"]

    def test_or_raise(self, tmp_path: Path) -> None:
        """Who asks gets one error with every problem, by row and column."""
        reading = read_decisions(saved(tmp_path / "ds.csv", LIST))
        with pytest.raises(InputError) as caught:
            reading.or_raise()

        assert caught.value.source == "ds.csv"
        assert [problem.path for problem in caught.value.problems] == [
            "row 8, column 'Danh hiệu, hình thức khen thưởng'",
            "row 8, column 'Ngày ký'",
            "row 10",
        ]
        assert caught.value.problems[0].sentence == (
            "“LĐTTT” is no name of an award that is known; is it “LĐTT”? Write the official name,"
            " or add it to a crosswalk"
        )

    def test_explain(self, tmp_path: Path) -> None:
        """The office is told how its sheet was read: rows, columns, titles by class, every problem and its remedy."""
        lines = read_decisions(saved(tmp_path / "ds.csv", LIST)).explain("vi").splitlines()

        assert lines[0] == "Đọc 5 dòng: 3 thành quyết định, 2 để lại."
        assert "Cột để nguyên: “STT”, “HỌ VÀ TÊN”, “SL”." in lines
        assert "Chức vụ, chưa rõ nhóm: “Giám đốc” (1)." in lines
        assert "dòng 8, cột “Ngày ký”: “15/01/25”: năm phải có bốn chữ số; ghi dd/mm/yyyy" in lines

    def test_ready(self, tmp_path: Path) -> None:
        """What was read goes into the checks as it is: one of the two individuals is a direct worker."""
        reading = read_decisions(saved(tmp_path / "ds.csv", LIST))

        assert thidua.shares(reading.decisions).direct == Fraction(1, 2)


class TestSources:
    """What a list may come as."""

    ROWS = (ROW | {"Ngày ký": NINE, "Năm": 2024, "Số lượng": 2}, {"Đối tượng": None, "Danh hiệu": None})

    @pytest.mark.parametrize(
        "made",
        [list, tuple, iter, pd.DataFrame, pl.DataFrame, pl.LazyFrame, pa.Table.from_pylist],
        ids=["list", "tuple", "iterator", "pandas", "Polars", "lazy Polars", "PyArrow"],
    )
    def test_tables(self, made: Callable[[Any], Any]) -> None:
        """Rows as mappings and any dataframe say the same; a row of gaps is empty; rows count from 1."""
        reading = read_decisions(made([*self.ROWS, ROW | {"Năm": 24, "Số lượng": 1}]))

        assert reading.decisions == (
            Decision(
                award="lao-dong-tien-tien", recipient="individual", decided_on=date(2025, 1, 15), year=2024, count=2
            ),
        )
        assert wrong(reading) == [(3, "Năm", "out-of-range")]

    def test_gaps(self) -> None:
        """NaN and NaT are gaps, in rows taken out of a dataframe too."""
        frame = pd.DataFrame([ROW | {"Năm": 2024, "Ngày ký": pd.Timestamp(2025, 1, 15)}, ROW])

        first, second = read_decisions(frame.to_dict("records")).or_raise().decisions
        assert (first.year, first.decided_on) == (2024, date(2025, 1, 15))
        assert (second.year, second.decided_on) == (None, None)

    @pytest.mark.parametrize(
        ("source", "code"),
        [
            ("nowhere.csv", "unreadable"),
            ("nowhere.xls", "unrecognised"),
            (b"STT", "bad-value"),
            (5, "bad-value"),
            (ROW, "bad-value"),
            ([ROW, "Cá nhân"], "bad-value"),
            (pd.Series([1]), "bad-value"),
            (pd.DataFrame([[1, 2]], columns=["Năm", "Năm"]), "twice"),
        ],
        ids=["no file", "another file", "bytes", "number", "one row", "text among rows", "series", "one name twice"],
    )
    def test_no_source(self, source: Any, code: str) -> None:
        """What is no list of rows is an error that says what one is."""
        with pytest.raises(InputError) as caught:
            read_decisions(source)

        assert {problem.code for problem in caught.value.problems} == {code}

    @pytest.mark.parametrize("encoding", ["windows-1258", "utf-16", "latin-1"])
    def test_not_utf_8(self, tmp_path: Path, encoding: str) -> None:
        """Bytes that are not UTF-8 are said to be so, and no other code is guessed."""
        path = tmp_path / "ds.csv"
        path.write_bytes("Đối tượng,Danh hiệu\nCá nhân,LĐTT\n".encode(encoding, errors="replace") + b"\xe0,\r")
        with pytest.raises(InputError, match=r"save it as “CSV UTF-8”") as caught:
            read_decisions(path)

        assert caught.value.problems[0].code == "not-utf-8"

    def test_broken_quotes(self, tmp_path: Path) -> None:
        """A file that is no CSV with any separator is refused."""
        path = tmp_path / "ds.csv"
        path.write_text('Đối tượng,Danh hiệu\n"Cá nhân"x;\t,LĐTT\n"a"b;"c"d\t"e"f', encoding="utf-8")
        with pytest.raises(InputError, match=r"row 2: .*not-csv"):
            read_decisions(path)

    @pytest.mark.parametrize("separator", [",", ";", "\t"])
    @pytest.mark.parametrize("column", [0, 1])
    def test_unclosed_quote(self, tmp_path: Path, separator: str, column: int) -> None:
        """A quotation mark that is opened and never closed is told with its row, and what to do."""
        cells = ["Cá nhân", "LĐTT"]
        cells[column] = f'"{cells[column]}'
        path = tmp_path / "ds.csv"
        lines = (["Đối tượng", "Danh hiệu"], ["Cá nhân", "LĐTT"], cells, ["Cá nhân", "LĐTT"])
        path.write_text("\n".join(map(separator.join, lines)), encoding="utf-8")
        with pytest.raises(InputError, match="row 3: a quotation mark is opened there and never closed; close it"):
            read_decisions(path)

    def test_shifted(self, tmp_path: Path) -> None:
        """A comma without quotes shifts a row's cells: the row is not read, wherever they fall."""
        path = tmp_path / "ds.csv"
        path.write_text(
            "Đơn vị,Đối tượng,Danh hiệu\nSở A,Cá nhân,LĐTT\nCá nhân,Cá nhân,LĐTT,tỉnh A\n", encoding="utf-8"
        )
        reading = read_decisions(path)

        assert (len(reading.decisions), wrong(reading)) == (1, [(3, None, "too-many-cells")])
        assert list(reading.rejected[0].cells.values()) == ["Cá nhân", "Cá nhân", "LĐTT", "tỉnh A"]

    def test_line_breaks(self, tmp_path: Path) -> None:
        """A row is numbered as the sheet shows it, though its cells hold line breaks."""
        rows = [("Đối tượng", "Danh hiệu"), ("Cá nhân", "Lao động\ntiên tiến"), ("Cá nhân", "?!")]

        assert wrong(read_decisions(saved(tmp_path / "ds.csv", rows))) == [(3, "Danh hiệu", "unknown-award")]

    def test_no_sheets(self, tmp_path: Path) -> None:
        """Only Excel has sheets to be named."""
        with pytest.raises(InputError, match=r"only an \.xlsx file has sheets"):
            read_decisions(saved(tmp_path / "ds.csv", LIST), sheet="Trang 1")


class TestHeaders:
    """Which column is which."""

    @pytest.mark.parametrize(
        "header",
        [
            "Danh hiệu",
            "DANH HIỆU",
            "danh hieu",
            " Danh\n hiệu ",
            "Danh hiệu, hình thức khen thưởng",
            "Hình thức khen thưởng",
            unicodedata.normalize("NFD", "Danh hiệu thi đua"),
        ],
    )
    def test_forgiven(self, header: str) -> None:
        """Accents, case, blanks, line breaks, punctuation and Unicode form of a header are forgiven."""
        reading = read_decisions([{"Đối tượng": "Cá nhân", header: "LĐTT"}])

        assert reading.or_raise().decisions[0].award == "lao-dong-tien-tien"

    @pytest.mark.parametrize(
        ("header", "meant"),
        [
            ("Danh hiệuu", "Danh hiệu"),
            ("Số lượg", "Số lượng"),
            ("Ngày ký (dd/mm/yyyy)", "Ngày ký"),
            ("Loai hinh khen thuong.1", "Loại hình khen thưởng"),
            ("Nam", "Năm"),
            ("NAM", "Năm"),
        ],
    )
    def test_near(self, header: str, meant: str) -> None:
        """A header that is nearly a known one is proposed and not read; "Nam" is male as well as the year."""
        reading = read_decisions([ROW | {"Mã": "1", header: "2024"}])

        [slip] = reading.problems
        assert (slip.row, slip.column, slip.code, slip.hint) == (0, header, "near-header", meant)
        assert reading.decisions == (Decision(award="lao-dong-tien-tien", recipient="individual"),)

    @pytest.mark.parametrize(
        "header", ["Ngày sinh", "Đơn vị tính", "Dân tộc", "Đơn vị đề nghị", "Năm sinh", "Màu", "Số QĐ"]
    )
    def test_left_alone(self, header: str) -> None:
        """A column of the office's own is left alone, without a word, and its cells are kept."""
        reading = read_decisions([ROW | {header: "x"}]).or_raise()

        assert reading.rows[0].cells[header] == "x"

    def test_year_with_its_accent(self) -> None:
        """With its accent "NĂM" is the year, whatever its case."""
        assert decided(NĂM=2024).year == 2024

    def test_twice(self) -> None:
        """Two columns that mean the same are an error: which one is meant is not guessed."""
        with pytest.raises(InputError, match="'Danh hiệu' and 'Hình thức khen thưởng' mean the same"):
            read_decisions([ROW | {"Hình thức khen thưởng": "BK tỉnh"}])

    def test_no_recipient(self) -> None:
        """Without a column for it nobody knows who was rewarded; all that is wrong with the columns is told at once."""
        with pytest.raises(InputError) as caught:
            read_decisions([{"Năm": 2024, "Năm công tác": 2024, "Họ và tên": "A"}])

        assert [problem.code for problem in caught.value.problems] == ["twice", "missing"]

    def test_no_header(self, tmp_path: Path) -> None:
        """A file without a header that is known is refused, with what to do."""
        with pytest.raises(InputError, match="no-header"):
            read_decisions(saved(tmp_path / "ds.csv", [("Hä vµ tªn", "§èi t­îng"), ("A", "B")]))

    def test_unnamed(self, tmp_path: Path) -> None:
        """Columns without a name, or of one name, are told apart by their place, and none of their cells is lost."""
        rows = [("Đối tượng", "Danh hiệu", "Màu", "", "Màu"), ("Cá nhân", "LĐTT", "đỏ", "xanh", "vàng")]
        [row] = read_decisions(saved(tmp_path / "ds.csv", rows)).or_raise().rows

        assert [*row.cells.items()][2:] == [("Màu", "đỏ"), ("(cột D)", "xanh"), ("Màu (cột E)", "vàng")]

    def test_borders(self, tmp_path: Path) -> None:
        """Cells drawn beyond the last that says anything make no columns."""
        rows = [("Đối tượng", "Danh hiệu", "", "", ""), ("Cá nhân", "LĐTT", "", " ", "")]
        reading = read_decisions(saved(tmp_path / "ds.csv", rows)).or_raise()

        assert [column.place for column in reading.columns] == ["A", "B"]

    def test_also(self) -> None:
        """What a sheet's title says of all its rows, the caller says; then no column of the sheet may say it too."""
        also = {"Đối tượng": "Cá nhân", "Năm": 2024, "Ngày ký": "15/01/2025"}
        [decision] = read_decisions([{"Danh hiệu": "LĐTT", "Họ và tên": "A"}], also=also).or_raise().decisions
        assert (decision.recipient, decision.year, decision.decided_on) == ("individual", 2024, date(2025, 1, 15))

        with pytest.raises(InputError, match="mean the same"):
            read_decisions([ROW], also=also)

    @pytest.mark.parametrize("also", [{"Màu": "đỏ"}, {"Năm": None}, {"Năm": " "}])
    def test_also_nothing(self, also: Mapping[str, Any]) -> None:
        """A header that is not known, or nothing under one, is an error."""
        with pytest.raises(InputError, match="also"):
            read_decisions([ROW], also=also)

    def test_tables(self) -> None:
        """No header of ours stands in two places, and every one is read as what it stands under."""
        table = ours("headers")
        every = [*table["kept"]["headers"]]
        for column in table["column"]:
            every += [*column.get("headers", ()), *column.get("accented", ())]
        keys = [fold(header) for header in every]

        assert sorted({key for key in keys if keys.count(key) > 1}) == []


class TestNoDecision:
    """Rows of a sheet that are no decisions."""

    @pytest.mark.parametrize(
        "cells",
        [
            ("I", "TẬP THỂ", "", "", ""),
            ("", "Tổng cộng: 12 cá nhân", "", "", "12"),
            ("", "Cộng", "Cá nhân", "", "12"),
            ("", "TỔNG SỐ", "", "LĐTT", "12"),
            ("", "NGƯỜI LẬP BIỂU", "", "", "CHỦ TỊCH"),
            ("(1)", "(2)", "", "", "(5)"),
        ],
    )
    def test_told(self, cells: Sequence[str], tmp_path: Path) -> None:
        """A heading, a total, a signature: told, kept, and never counted, even where all rows are of one recipient."""
        head = ("STT", "Họ và tên", "Đối tượng", "Danh hiệu", "Số lượng")
        reading = read_decisions(saved(tmp_path / "a.csv", [head, cells]))
        assert (reading.decisions, wrong(reading)) == ((), [(2, None, "not-a-decision")])

        without = [[cell for index, cell in enumerate(row) if index != 2] for row in (head, cells)]
        if "Cá nhân" not in cells:
            path = saved(tmp_path / "b.csv", without)
            assert read_decisions(path, also={"Đối tượng": "Cá nhân"}).decisions == ()

    def test_a_name_is_no_total(self) -> None:
        """Ông Tống Công Minh is a person, with or without his accents."""
        assert decided(Họ_và_tên="Tống Công Minh")
        assert decided(Họ_và_tên="Tong Cong Minh")

    def test_no_recipient(self) -> None:
        """A row that names an award and no recipient is told so: nobody is taken for an individual."""
        assert codes(Đối_tượng="–") == codes(Đối_tượng="–", Đơn_vị="Sở A") == ["no-recipient"]


class TestWords:
    """Words of closed columns."""

    @pytest.mark.parametrize(
        ("cell", "word"),
        [
            ("Công trạng", "merit"),
            ("Thường xuyên", "merit"),  # forms 0602 and 0603; the law's word until 2014
            ("công trạng và thành tích đạt được", "merit"),  # 2014-2023
            ("Chuyên đề", "movement"),
            ("Phong trào", "movement"),
            ("Theo đợt (chuyên đề)", "movement"),
            ("ĐỘT XUẤT", "ad-hoc"),
            ("doi ngoai", "external"),
            ("Cống hiến", "dedication"),
            ("Niên  hạn", "seniority"),
            ("Kháng chiến", "resistance"),
            ("merit", "merit"),
        ],
        ids=shown,
    )
    def test_commendation(self, cell: str, word: str) -> None:
        """Kinds of commendation by the words of the law and of the official forms."""
        assert decided(Loại_hình=cell).commendation == word

    @pytest.mark.parametrize("cell", ["thi đua", "hằng năm", "Công trạng, đột xuất", "1650358310", True], ids=shown)
    def test_no_commendation(self, cell: Any) -> None:
        """Any other word is told, with the words that are known."""
        [slip] = one(Loại_hình=cell).problems
        assert (slip.code, slip.column) == ("unknown-word", "Loại hình")
        assert slip.hint.startswith("Công trạng, Đột xuất")

    @pytest.mark.parametrize(
        ("cell", "kind"),
        [("CÁ NHÂN", "individual"), ("tap the", "collective"), ("Hộ gia đình", "household")],
        ids=shown,
    )
    def test_recipient(self, cell: str, kind: str) -> None:
        """Recipients by their three names."""
        assert decided(Đối_tượng=cell).recipient == kind

    @pytest.mark.parametrize("cell", ["TT", "CN", "Doanh nghiệp", "Nguyễn Văn A", 1, "Cá nhân/Tập thể"], ids=shown)
    def test_no_recipient(self, cell: Any) -> None:
        """What may be two things, or is another, is not taken for a recipient."""
        assert codes(Đối_tượng=cell) == ["unknown-word"]

    @pytest.mark.parametrize(
        "vocabulary", [("recipient", Kind), ("class", OfficialClass), ("commendation", Commendation)]
    )
    def test_complete(self, vocabulary: tuple[str, Any]) -> None:
        """Every word of the closed lists has its Vietnamese, from a text that is named."""
        column, words = vocabulary
        table = [each for each in ours("words")["word"] if each["column"] == column]

        assert {each["means"] for each in table} == set(get_args(words))
        assert all(each["source"] and each["standing"] for each in table)


class TestClasses:
    """Job titles and the five official classes."""

    @pytest.mark.parametrize(
        ("title", "official"),
        [
            ("Chủ tịch UBND tỉnh", "leader-province"),
            ("Phó Chủ tịch Uỷ ban nhân dân tỉnh Hoà Bình", "leader-province"),
            ("Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh", "leader-province"),
            ("Vụ trưởng Vụ Tổ chức cán bộ", "leader-department"),
            ("GIÁM ĐỐC SỞ NỘI VỤ", "leader-department"),
            ("Pho Giam doc So Y te", "leader-department"),
            ("Tỉnh ủy viên, Giám đốc Sở Y tế", "leader-department"),
            ("Chủ tịch UBND huyện Hồng Ngự", "leader-department"),  # by điểm a khoản 3 Điều 16 NĐ 65/2014
            ("Tổng giám đốc Công ty cổ phần A", "entrepreneur"),
            ("Trưởng phòng", "leader-other"),
            ("Phó Trưởng phòng Tổ chức - Hành chính, Sở Nội vụ", "leader-other"),
            ("Phó phòng", "leader-other"),
            ("Chủ tịch UBND xã Long Thuận", "leader-other"),
            ("Giáo viên Trường Tiểu học A", "direct-worker"),
            ("Giáo viên chủ nhiệm", "direct-worker"),
            ("Công nhân", "direct-worker"),
            ("Nong dan", "direct-worker"),
            ("PGĐ Sở Y tế", "leader-department"),
            ("PCT UBND tỉnh", "leader-province"),
            ("PTP", "leader-other"),
            ("Trưởng phòng TCHC", "leader-other"),
            ("Chuyên viên Sở GD&ĐT", "direct-worker"),
            ("Chuyên viên UBND TP Sa Đéc", "direct-worker"),
            ("Giáo viên, Trường THPT A, xã B", "direct-worker"),
            ("Bác sĩ CK1 (Bệnh viện A)", "direct-worker"),
            ("Bác sĩ khoa Nội - Hồi sức", "direct-worker"),
        ],
    )
    def test_clear(self, title: str, official: str) -> None:
        """A title that shows its class, by the words of the forms and of the law's own groups of posts."""
        assert decided(Chức_vụ=title).official_class == official

    @pytest.mark.parametrize(
        "title",
        [
            "Giám đốc",  # of a company, or of a department?
            "Tổng giám đốc",
            "Hiệu trưởng",
            "Trưởng ban",
            "Trưởng bản",  # heads a village
            "Trưởng phòng khám",  # heads a clinic
            "Giám đốc Sở giao dịch",  # of a bank
            "Kế toán trưởng",
            "Giáo viên, Tổ trưởng chuyên môn",
            "Giáo viên kiêm Phó Hiệu trưởng",
            "Trưởng phòng kiêm Chủ tịch Công đoàn",
            "Giám đốc Sở, Trưởng phòng",
            "Chủ tịch Hội Nông dân tỉnh",
            "Lái xe của Giám đốc Sở",
            "Nguyên Giám đốc Sở Nội vụ",
            "Giao vien Truong Tieu hoc A",  # "trường" or "trưởng"?
            "Chủ tịch UBND thành phố Sa Đéc",
            "Phó Chủ tịch UBND huyện",
            "Chuyên gia",
            "Bác sĩ, PGĐ Bệnh viện",
            "Bác sĩ PGĐ Bệnh viện",
            "Bac si, PGD Benh vien",
            "Chuyên viên, PTP",
            "Chuyên viên & PTP",
            "Giáo viên, HT",
            "Giáo viên Trường Tiểu học A HT",
            "Giáo viên/PHT",
            "Giáo viên; TTCM",
            "BÁC SĨ, TK NỘI",
            "Kỹ sư, GĐ",
            "Kỹ sư: CVP",
            "Chuyên viên (TP Nội vụ)",
            "Chuyên viên, quyền TP",
            "Chuyên viên, phụ trách phòng Nội vụ",
            "Chuyên viên phụ trách phòng Nội vụ",
            "Nông dân, Chủ DN",
            "Nông dân chủ trang trại",
            "Công nhân, đảng viên",
            "Giáo viên Toán - Đảng viên",
            "Trưởng phòng, PGĐ Sở",
            "Bộ trưởng bộ môn",
        ],
    )
    def test_unclear(self, title: str) -> None:
        """A title that may be of two classes, or holds two offices, is of none; it is told and the row is read."""
        reading = one(Chức_vụ=title).or_raise()

        assert reading.decisions[0].official_class is None
        assert [(each.title, each.rows) for each in reading.unmapped] == [(title, 1)]

    @pytest.mark.parametrize("plain", [False, True])
    def test_second_office(self, plain: bool) -> None:  # noqa: FBT001  # a case of the test
        """Whatever office or short form of one follows a direct worker's title, it makes the title unclear."""
        signs = (", ", "; ", " (", "/", " - ", " – ", " kiêm ", " & ", " + ", ": ", " và ", " ")
        firsts = [
            title for group in ours("titles")["group"] if group["class"] == "direct-worker" for title in group["titles"]
        ]
        titles = [f"{first}{sign}{office}" for first in firsts for sign in signs for office in OFFICES]
        if plain:
            titles = [unaccented(title) for title in titles]
        read = Titles().read

        assert [title for title in titles if read(title) is not None] == []

    def test_table(self) -> None:
        """The table that was used is shown: title, class, rows, and what it went by; what has no class comes first."""
        rows = [ROW | {"Chức vụ": title} for title in ("Giáo viên", "Giám đốc", "Giáo viên", "Trưởng phòng")]
        household = {"Đối tượng": "Hộ gia đình", "Danh hiệu": "GĐVH", "Chức vụ": "Nông dân"}
        classes = read_decisions([*rows, household]).or_raise().classes

        assert [(each.title, each.official_class, each.rows) for each in classes] == [
            ("Giám đốc", None, 1),
            ("Giáo viên", "direct-worker", 2),
            ("Trưởng phòng", "leader-other", 1),
        ]
        assert classes[1].by is not None
        assert "Biểu 0603" in classes[1].by.source

    def test_own(self) -> None:
        """The user's table goes before ours: it adds, overrides, and takes out."""
        own = {"Hiệu trưởng": "leader-other", "Giáo viên": "unclear", "Trưởng bản": "direct-worker"}
        titles = ["Hiệu trưởng Trường A", "Giáo viên", "Trưởng bản", "Trưởng ban", "Truong ban", "Công nhân"]
        reading = read_decisions([ROW | {"Chức vụ": title} for title in titles], classes=own)

        given = ["leader-other", None, "direct-worker", None, "direct-worker", "direct-worker"]
        assert [each.official_class for each in reading.or_raise().decisions] == given

    def test_own_file(self, tmp_path: Path) -> None:
        """The user's table may be a file in the form of ours."""
        path = tmp_path / "chuc-vu.toml"
        path.write_text('[[group]]\nclass = "leader-other"\ntitles = ["Hiệu trưởng"]\n', encoding="utf-8")
        reading = read_decisions([ROW | {"Chức vụ": "Hiệu trưởng"}], classes=path)

        assert reading.or_raise().decisions[0].official_class == "leader-other"

    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ('[[group]]\nclass = "leader"\ntitles = ["A"]\n[[group]]\nclass = "unclear"\ntitles = "A"', "bad-value"),
            ('"Hiệu trưởng" = "leader-other"', "missing"),
            ("[[group]", "not-toml"),
        ],
    )
    def test_own_wrong(self, tmp_path: Path, text: str, code: str) -> None:
        """A table of another form, or a class that is none, is an error that tells all of it."""
        path = tmp_path / "chuc-vu.toml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InputError) as caught:
            read_decisions([ROW], classes=path)

        assert {problem.code for problem in caught.value.problems} == {code}
        assert len(caught.value.problems) == text.count("class") or code != "bad-value"

    def test_said_outright(self) -> None:
        """A class in a column of its own, by the words of the forms, holds unless the job title is of another."""
        label = "Người trực tiếp công tác, lao động, học tập, chiến đấu và phục vụ chiến đấu (công nhân, nông dân,...)"
        assert decided(Nhóm_đối_tượng=label).official_class == "direct-worker"
        assert decided(Nhóm_đối_tượng=label, Chức_vụ="Giám đốc").official_class == "direct-worker"
        assert codes(Nhóm_đối_tượng=label, Chức_vụ="Trưởng phòng") == ["class-and-title"]
        assert codes(Nhóm_đối_tượng="Lãnh đạo từ phó phòng trở lên") == ["unknown-word"], "it may mean all leaders"

    def test_individuals_alone(self) -> None:
        """Only an individual has a class: one said of a collective is wrong, a title beside one is left alone."""
        assert codes(Đối_tượng="Tập thể", Nhóm_đối_tượng="Doanh nhân") == ["class-of-none"]
        assert decided(Đối_tượng="Tập thể", Chức_vụ="Trưởng phòng").official_class is None

    def test_our_table(self) -> None:
        """Every title of ours is read as its own class, with and without accents, and says where that is from."""
        titles = Titles()
        for group in ours("titles")["group"]:
            official = None if group["class"] == UNCLEAR else group["class"]
            assert group["class"] in {*CLASSES, UNCLEAR}
            assert group["source"] or official is None
            for title in group["titles"]:
                bare = "".join(char for char in unicodedata.normalize("NFD", title) if not unicodedata.combining(char))
                assert titles.read(title) == titles.read(bare.replace("đ", "d").replace("Đ", "D")) == official, title


class TestCrosswalk:
    """Names of awards."""

    @pytest.mark.parametrize(
        ("cell", "award"),
        [
            ("chien-si-thi-dua-co-so", "chien-si-thi-dua-co-so"),
            ("Chiến sỹ thi đua cơ sở", "chien-si-thi-dua-co-so"),
            ("“Chiến sĩ thi đua cơ sở”", "chien-si-thi-dua-co-so"),
            ("cstđcs", "chien-si-thi-dua-co-so"),
            ("Chiến sĩ thi đua cấp cơ sở", "chien-si-thi-dua-co-so"),  # its name until 2005
            ("Xã, phường, thị trấn tiêu biểu", "xa-phuong-thi-tran-tieu-bieu"),  # its name until 2025
            ("Huân chương Lao động hạng III", "huan-chuong-lao-dong-hang-ba"),
            ("HCLĐ hạng 1", "huan-chuong-lao-dong-hang-nhat"),
            ("Bằng khen của UBND tỉnh", "bang-khen-cua-bo-ban-nganh-tinh"),
            ("Giấy khen của Chủ tịch UBND xã", "giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-xa"),
        ],
        ids=shown,
    )
    def test_known(self, cell: str, award: str) -> None:
        """By id, label, short form, any name it ever had, and the names offices use."""
        assert decided(Danh_hiệu=cell).award == award

    @pytest.mark.parametrize(
        "cell", ["Bằng khen", "Giấy khen", "Cờ thi đua", "LĐTT, CSTĐCS", "x" * 10_000, 7, "DH-07"], ids=shown
    )
    def test_unknown(self, cell: Any) -> None:
        """A name that shows no one award is told, however long it is; of two awards in a cell neither is read."""
        assert codes(Danh_hiệu=cell) == ["unknown-award"]

    @pytest.mark.parametrize(
        ("cell", "hint"),
        [
            ("Danh hiệu LĐTT", "LĐTT"),
            ("Danh hiệu Chiến sĩ thi đua cơ sở", "Chiến sĩ thi đua cơ sở"),
            ("LĐTTT", "LĐTT"),
            ("Lao động tiên tiếnn", "Lao động tiên tiến"),
            ("Bằng khen", ""),
            ("Giấy khen của Hiệu trưởng", ""),
        ],
        ids=shown,
    )
    def test_hint(self, cell: str, hint: str) -> None:
        """The hint is the name without a word before it, or one a letter off; what is merely like it is none."""
        [slip] = one(Danh_hiệu=cell).problems

        assert slip.hint == hint

    def test_hint_of_classes(self) -> None:
        """An order without its class is one of its three classes, and no other award."""
        [slip] = one(Danh_hiệu="Huân chương Lao động").problems

        names = [f"Huân chương Lao động hạng {each}" for each in ("Ba", "Nhì", "Nhất")]
        assert sorted(slip.hint.split("”, “")) == names

    def test_none(self) -> None:
        """A row that names no award, where the list names none, is read: its award is not known."""
        [decision] = read_decisions([{"Đối tượng": "Cá nhân", "Đơn vị": "Sở A"}]).or_raise().decisions
        assert decision.award is None

    def test_own(self, tmp_path: Path) -> None:
        """The user's codes and names go before every other, from a mapping or a file, and are shown in the reading."""
        path = tmp_path / "quy-doi.toml"
        path.write_text('"DH-07" = "lao-dong-tien-tien"\n1650358310 = "BK tỉnh"\n', encoding="utf-8-sig")
        rows = [
            ROW | {"Danh hiệu": cell} for cell in ("dh 07", 1650358310, 1650358310.0, "Bằng khen của tỉnh", "CSTĐCS")
        ]
        reading = read_decisions(rows, crosswalk=path).or_raise()

        assert [(each.name, each.award, each.by, each.rows) for each in reading.awards] == [
            ("1650358310", "bang-khen-cua-bo-ban-nganh-tinh", "user", 2),
            ("dh 07", "lao-dong-tien-tien", "user", 1),
            ("Bằng khen của tỉnh", "bang-khen-cua-bo-ban-nganh-tinh", "crosswalk", 1),
            ("CSTĐCS", "chien-si-thi-dua-co-so", "book", 1),
        ]
        assert read_decisions([ROW], crosswalk={"LĐTT": "CSTĐCS"}).decisions[0].award == "chien-si-thi-dua-co-so"

    def test_own_wrong(self) -> None:
        """Awards that are none, and one name with two meanings, are told together."""
        own: Any = {"a": "LĐTTTT", "b 1": "LĐTT", "B-1": "CSTĐCS", "?": "LĐTT", "c": 5}
        with pytest.raises(InputError) as caught:
            read_decisions([ROW], crosswalk=own)

        assert [problem.code for problem in caught.value.problems] == [
            "unknown-award",
            "duplicate-key",
            "bad-value",
            "unknown-award",
        ]

    def test_our_table(self) -> None:
        """Every entry of ours leads to an award, says what the book does not say itself, and says it once."""
        table = ours("awards")
        known = catalogue()

        assert [award for award in table.values() if award not in {each.id for each in known.awards}] == []
        assert [name for name in table if known.find(name)] == []
        assert len({fold(name) for name in table}) == len(table)


class TestDates:
    """Days, day first."""

    @pytest.mark.parametrize(
        "cell",
        [
            "05/01/2025",
            "5-1-2025",
            "5.1.2025",
            " 05 / 01 / 2025 ",
            "2025-01-05",
            "2025-01-05 00:00:00",
            "ngày 05 tháng 01 năm 2025",
            date(2025, 1, 5),
            datetime.combine(date(2025, 1, 5), time(9, 30)),
        ],
        ids=shown,
    )
    def test_read(self, cell: Any) -> None:
        """The fifth of January, in every form that says so."""
        assert decided(Ngày_ký=cell).decided_on == date(2025, 1, 5)

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            ("03/13/2024", "month-first"),
            ("30/02/2024", "no-such-day"),
            ("2024-13-01", "no-such-day"),
            ("00/01/2024", "no-such-day"),
            ("15/01/24", "two-digit-year"),
            ("tháng 5/2024", "no-day"),
            ("5/2024", "no-day"),
            ("2024", "no-day"),
            ("năm 2024", "no-day"),
            (45306, "bare-number"),
            (45306.0, "bare-number"),
            (Decimal(45306), "bare-number"),
            ("15/01/0204", "out-of-range"),
            ("15/01/2024 và 16/01/2024", "not-a-date"),
            ("QĐ 12 ngày 15/01/2024", "not-a-date"),
            (True, "not-text"),
            ("#REF!", "excel-error"),
        ],
        ids=shown,
    )
    def test_refused(self, cell: Any, code: str) -> None:
        """A day that is not said, or not beyond doubt, is told; a number is no date unless its cell says so."""
        assert codes(Ngày_ký=cell) == [code]

    def test_month_first(self) -> None:
        """Where one date of a column puts the month first, those that can be read either way are not read."""
        cells = ["03/13/2024", "03/04/2024", "04/04/2024", "2024-04-03", "ngày 3 tháng 4 năm 2024", date(2024, 4, 3)]
        reading = read_decisions([ROW | {"Ngày ký": cell} for cell in cells])

        assert wrong(reading) == [(1, "Ngày ký", "month-first"), (2, "Ngày ký", "either-way")]

    def test_swapped(self) -> None:
        """Days up to 12 as dates and the later ones as text: so Excel leaves dd/mm where it expects mm/dd."""
        mixed = [date(2024, 4, 3), "25/03/2024", date(2024, 12, 1)]
        assert [place for place, *_ in wrong(read_decisions([ROW | {"Ngày ký": cell} for cell in mixed]))] == [1, 3]

        for sound in ([date(2024, 4, 13), "25/03/2024"], [date(2024, 4, 12), "12/03/2024"], [date(2024, 4, 12)]):
            assert read_decisions([ROW | {"Ngày ký": cell} for cell in sound]).problems == ()


class TestNumbers:
    """Years and counts."""

    @pytest.mark.parametrize(
        ("cell", "count"),
        [("1.194", 1194), ("1 194", 1194), ("1\xa0194", 1194), ("04", 4), (5, 5), (5.0, 5), ("1", 1)],
        ids=shown,
    )
    def test_count(self, cell: Any, count: int) -> None:
        """Thousands are parted by a point, as in Vietnamese, or by a blank."""
        assert decided(Số_lượng=cell).count == count

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            ("1,194", "not-whole"),  # a decimal comma
            ("1.19", "not-whole"),
            (1.194, "not-whole"),
            ("1e3", "not-whole"),
            ("05 người", "not-whole"),
            (True, "not-whole"),
            (0, "out-of-range"),
            ("0", "out-of-range"),
            ("", "no-count"),
            (None, "no-count"),
            ("-", "no-count"),
        ],
        ids=shown,
    )
    def test_no_count(self, cell: Any, code: str) -> None:
        """What is no number of recipients is told; an empty cell is not one recipient, and not none."""
        assert codes(Số_lượng=cell) == [code]

    @pytest.mark.parametrize("cell", [2024, 2024.0, "2024", " 2024 ", Decimal(2024)], ids=shown)
    def test_year(self, cell: Any) -> None:
        """A year of four digits."""
        assert decided(Năm=cell).year == 2024

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            ("2.024", "not-whole"),
            ("năm 2024", "not-whole"),
            ("2023-2024", "not-whole"),
            (1899, "out-of-range"),
            (2201, "out-of-range"),
            ("24", "out-of-range"),
        ],
        ids=shown,
    )
    def test_no_year(self, cell: Any, code: str) -> None:
        """Two digits, thousands, words or two years are no year: 1900 to 2200 are."""
        assert codes(Năm=cell) == [code]
        assert decided(Năm=1900).year, decided(Năm=2200).year

    @pytest.mark.parametrize("cell", ["2023-2024", "2023 – 2024", "2023/2024"], ids=shown)
    def test_school_year(self, cell: str) -> None:
        """A school year is named by the year it ends."""
        assert decided(Năm_học=cell).year == 2024

    @pytest.mark.parametrize("cell", ["2024", "2023-2025", "2024-2023", "23-24"], ids=shown)
    def test_no_school_year(self, cell: str) -> None:
        """Two years that follow one another, or it is none: which year "2024" would be is not said."""
        assert codes(Năm_học=cell) == ["not-a-school-year"]


class TestText:
    """Columns of free text."""

    def test_composed(self) -> None:
        """Units that look alike are one: NFC, blanks folded, signs without width taken out."""
        cells = ["Sở Nội vụ", unicodedata.normalize("NFD", "Sở Nội vụ"), " Sở\xa0Nội\n vụ\u200b"]
        reading = read_decisions([ROW | {"Đơn vị": cell} for cell in cells])

        assert {each.unit for each in reading.or_raise().decisions} == {"Sở Nội vụ"}

    def test_ids(self) -> None:
        """An office's own id that Excel made a number of is its digits."""
        reading = read_decisions([ROW | {"Mã cán bộ": cell} for cell in ("012345", 12345, 12345.0)])

        assert [each.subject for each in reading.or_raise().decisions] == ["012345", "12345", "12345"]

    @pytest.mark.parametrize("header", ["Số CCCD", "Số CMND"])
    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            ("001090012345", None),
            ("001 090 012 345", None),
            ("212345678", None),
            ("00109001234", "not-an-id"),
            ("0010900123456", "not-an-id"),
            ("1090012345", "not-an-id"),
            ("00109001234x", "not-an-id"),
            (1090012345, "id-as-number"),
            (101090012345, "id-as-number"),
            (1090012345.0, "id-as-number"),
            (Decimal(101090012345), "id-as-number"),
        ],
        ids=shown,
    )
    def test_identity_card(self, header: str, cell: Any, code: str | None) -> None:
        """An identity card has twelve digits, the old one nine; as a number it may have lost a zero, and is refused."""
        reading = read_decisions([ROW | {header: cell}])

        assert [slip.code for slip in reading.problems] == ([code] if code else [])
        assert [each.subject for each in reading.decisions] == ([] if code else [str(cell).replace(" ", "")])

    @pytest.mark.parametrize(("count", "wrong"), [(1, []), (2, ["one-of-several"])])
    def test_one_of_several(self, count: int, wrong: list[str]) -> None:
        """One person is not three: an id on a row of several is a contradiction."""
        assert codes(Số_CCCD="001090012345", Số_lượng=count) == wrong
        assert codes(Mã_cán_bộ="A1", Số_lượng=count) == wrong

    @pytest.mark.parametrize(
        ("cell", "code"),
        [
            (1.5, "not-text"),
            (date(2024, 1, 1), "not-text"),
            (True, "not-text"),
            ("\ud800", "not-text"),
            ("#N/A", "excel-error"),
        ],
        ids=shown,
    )
    def test_no_text(self, cell: Any, code: str) -> None:
        """A date under "Đơn vị", or an error of Excel's, is no unit; whatever stands there, it can be told."""
        reading = one(Đơn_vị=cell)

        assert [slip.code for slip in reading.problems] == [code]
        assert reading.explain().encode()

    def test_all(self) -> None:
        """Authority and proposer are kept as they are printed."""
        decision = decided(Thẩm_quyền="Chủ tịch UBND tỉnh", Đơn_vị_trình="Tỉnh A", Ngày_ký="15/01/2025")

        assert decision.authority == Authority(printed="Chủ tịch UBND tỉnh")
        assert decision.proposed_by == "Tỉnh A"


class TestNotes:
    """What is worth a look and is not wrong."""

    def told(self, reading: Reading) -> list[tuple[int, str | None, str, str]]:
        """Return the notes of a reading in which nothing is wrong; each stands in the explanation."""
        for locale in ("vi", "en"):
            assert all(note.explain(locale) in reading.explain(locale) for note in reading.notes)
        return [(note.row, note.column, note.code, note.found) for note in reading.or_raise().notes]

    @pytest.mark.parametrize("header", ["Đơn vị", "Đơn vị trình"])
    def test_alike(self, header: str) -> None:
        """Units that differ in accents, case or blanks alone are told: they are counted as several."""
        names = ["Sở Y tế", "SỞ Y TẾ", "Sở Nội vụ", "Sở Y tế", "so yte"]
        reading = read_decisions([ROW | {header: name} for name in names])

        assert self.told(reading) == [(2, header, "names-alike", "Sở Y tế")]
        assert reading.notes[0].hint == "SỞ Y TẾ”, “so yte"

    def test_nothing(self) -> None:
        """Units spelt in one way, and others that merely begin alike, are not told."""
        assert one(Đơn_vị="Sở Y tế").notes == ()
        assert read_decisions([ROW | {"Đơn vị": name} for name in ("Sở A", "Sở B", "Sở A1")]).notes == ()

    @pytest.mark.parametrize(
        ("cells", "column"),
        [
            ({"Doanh nghiệp": "x"}, "Doanh nghiệp"),
            ({"Giới tính": "Nữ", "Đối tượng": "Tập thể"}, "Giới tính"),
            ({"Nữ": "x", "Đối tượng": "Tập thể"}, "Nữ"),
            ({"Doanh nghiệp": "x", "Đối tượng": "Hộ gia đình"}, "Doanh nghiệp"),
            ({"Doanh nghiệp": "không"}, None),
            ({"Doanh nghiệp": "–"}, None),
            ({"Giới tính": "Nữ"}, None),
            ({"Doanh nghiệp": "x", "Đối tượng": "Tập thể"}, None),
        ],
        ids=shown,
    )
    def test_group_of_none(self, cells: Mapping[str, Any], column: str | None) -> None:
        """A group that the recipient cannot be of is not used, and that is told; a plain no says nothing."""
        found = self.told(read_decisions([ROW | cells]))

        assert [(each[1], each[2]) for each in found] == ([(column, "group-of-none")] if column else [])

    def test_hidden(self, excel: Callable[..., Path]) -> None:
        """Rows and columns that Excel hides are read, and told; what is hidden beside the list is not."""
        path = excel([("Đối tượng", "Danh hiệu", "Năm"), *[("Cá nhân", "LĐTT", 2024)] * 5])
        book = import_module("openpyxl").load_workbook(path)
        for row in (2, 3, 5, 20):
            book.active.row_dimensions[row].hidden = True
        for column in ("C", "H"):
            book.active.column_dimensions[column].hidden = True
        book.save(path)
        reading = read_decisions(path)

        assert len(reading.decisions) == 5
        assert self.told(reading) == [(2, None, "hidden-rows", "2-3, 5"), (1, None, "hidden-columns", "C")]


class TestGroups:
    """Groups, only where a column says so."""

    @pytest.mark.parametrize(
        ("cells", "groups"),
        [
            ({"Giới tính": "Nữ", "Dân tộc thiểu số": "không"}, ("women",)),
            ({"Giới tính": "nam", "Dân tộc thiểu số": "x"}, ("ethnic-minority",)),
            ({"Nữ": True, "Dân tộc thiểu số": "0"}, ("women",)),
            ({"Nữ": "không", "Dân tộc thiểu số": "không"}, ()),
            ({"Nữ": "✓", "Dân tộc thiểu số": 1}, ("women", "ethnic-minority")),
            ({"Nữ": 3, "Dân tộc thiểu số": 0, "Số lượng": 3}, ("women",)),
            ({"Doanh nghiệp": "Có", "Đối tượng": "Tập thể"}, ("enterprise",)),
            ({"Doanh nghiệp": "không", "Đối tượng": "Tập thể"}, ()),
        ],
        ids=shown,
    )
    def test_read(self, cells: Mapping[str, Any], groups: tuple[str, ...]) -> None:
        """A tick, a "có" or the sex; of a row of several, all of them or none."""
        [decision] = read_decisions([ROW | cells]).or_raise().decisions
        asked = ("enterprise",) if "Doanh nghiệp" in cells else ("women", "ethnic-minority")
        assert (decision.groups, decision.groups_asked) == (groups, asked)

    @pytest.mark.parametrize(
        ("cells", "groups", "asked"),
        [
            ({"Giới tính": "Nữ"}, ("women",), ("women",)),
            ({"Giới tính": "Nam"}, (), ("women",)),
            ({"Nữ": "x", "Dân tộc thiểu số": ""}, ("women",), ("women",)),
            ({"Nữ": "", "Dân tộc thiểu số": "x"}, ("ethnic-minority",), ("ethnic-minority",)),
            ({"Giới tính": "Nữ", "Dân tộc": "Tày"}, ("women",), ("women",)),
        ],
        ids=shown,
    )
    def test_one_by_one(self, cells: Mapping[str, Any], groups: tuple[str, ...], asked: tuple[str, ...]) -> None:
        """A row that says yes or no to one group says nothing of the others."""
        [decision] = read_decisions([ROW | cells]).or_raise().decisions
        assert (decision.groups, decision.groups_asked) == (groups, asked)

    @pytest.mark.parametrize(
        "cells",
        [
            {},
            {"Doanh nghiệp": "", "Đối tượng": "Tập thể"},
            {"Nữ": "x", "Dân tộc thiểu số": "x", "Đối tượng": "Tập thể"},
            {"Doanh nghiệp": "x", "Đối tượng": "Hộ gia đình"},
        ],
        ids=shown,
    )
    def test_nothing_said(self, cells: Mapping[str, Any]) -> None:
        """A row that says nothing of a group its recipient may be of tells no groups at all."""
        [decision] = read_decisions([ROW | cells]).or_raise().decisions
        assert decision.groups is decision.groups_asked is None

    @pytest.mark.parametrize(
        ("cells", "code"),
        [
            ({"Nữ": 2, "Số lượng": 3}, "some-of-several"),
            ({"Nữ": 4, "Số lượng": 3}, "some-of-several"),
            ({"Nữ": "Trần Thị B"}, "unknown-word"),
            ({"Giới tính": "F"}, "unknown-word"),
            ({"Doanh nghiệp": "Công ty A"}, "unknown-word"),
            ({"Nữ": 2, "Số lượng": ""}, "no-count"),
        ],
        ids=shown,
    )
    def test_refused(self, cells: Mapping[str, Any], code: str) -> None:
        """Some of several cannot be said of one row; a name is no tick."""
        assert [slip.code for slip in read_decisions([ROW | cells]).problems] == [code]


@pytest.fixture
def excel(tmp_path: Path) -> Callable[..., Path]:
    """Write rows to the sheet of an Excel file; ``more`` are further sheets."""

    def make(rows: Sequence[Sequence[Any]], *, merged: Sequence[str] = (), **more: Sequence[Sequence[Any]]) -> Path:
        book = import_module("openpyxl").Workbook()
        sheet = book.active
        sheet.title = "Danh sách"
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
        for area in merged:
            sheet.merge_cells(area)
        for name, cells in more.items():
            other = book.create_sheet(name)
            for row in cells:
                other.append(row)
        path = tmp_path / "ds.xlsx"
        book.save(path)
        return path

    return make


class TestExcel:
    """What only a sheet of Excel has."""

    HEAD = ("Đơn vị", "Đối tượng", "Danh hiệu", "Ngày ký", "Số lượng")

    def test_cells(self, excel: Callable[..., Path]) -> None:
        """Dates by their cells' format, whole numbers, text with line breaks; a bare number is no date."""
        good = ("Sở A", "Cá nhân", "Lao động\ntiên tiến", date(2025, 1, 15), 12)
        reading = read_decisions(excel([self.HEAD, good, ("Sở A", "Cá nhân", "LĐTT", 45672, 1.5)]))

        [decision] = reading.decisions
        assert (decision.decided_on, decision.count, decision.unit) == (date(2025, 1, 15), 12, "Sở A")
        assert wrong(reading) == [(3, "Ngày ký", "bare-number"), (3, "Số lượng", "not-whole")]

    def test_merged(self, excel: Callable[..., Path]) -> None:
        """A unit merged over rows is said of each of them; a number so merged is told, as it may count them all."""
        rows = [self.HEAD, ("Sở A", "Cá nhân", "LĐTT", "", 1), ("", "Cá nhân", "LĐTT", "", 1)]
        reading = read_decisions(excel(rows, merged=["A2:A3"]))
        assert [each.unit for each in reading.or_raise().decisions] == ["Sở A", "Sở A"]
        assert reading.rows[1].cells["Đơn vị"] == "Sở A"

        reading = read_decisions(excel(rows, merged=["E2:E3"]))
        assert wrong(reading) == [(2, "Số lượng", "merged-count"), (3, "Số lượng", "merged-count")]

    def test_merged_header(self, excel: Callable[..., Path]) -> None:
        """A header of two rows says nothing of the rows below: its second row is told as none of them."""
        rows = [self.HEAD, ("", "", "", "", "người"), ("Sở A", "Cá nhân", "LĐTT", "", 1)]
        reading = read_decisions(excel(rows, merged=["A1:A2", "B1:B2", "C1:C2"]))

        assert (len(reading.decisions), wrong(reading)) == (1, [(2, None, "not-a-decision")])

    @pytest.mark.parametrize(
        ("rows", "merged", "where"),
        [
            ([("Số lượng", ""), ("Nam", "Nữ"), (3, 4)], ["C1:D1"], "'Số lượng' in C1:D1"),
            ([("Số lượng", ""), (3, 4)], ["C1:D1"], "'Số lượng' in C1:D1"),
            ([("Khác", ""), ("Số lượng", "Đơn vị"), (3, "Sở A")], ["C1:D1"], "row 2 goes on with row 1"),
            ([("Số lượng", ""), ("Nam", "Nữ"), (3, 4)], [], "row 2 goes on with row 1"),
            (
                [("Khác", "", ""), ("Số lượng", "Đơn vị", "Năm"), (3, "Sở A", 2024)],
                ["C1:E1"],
                "row 1 heads columns that row 2 does not",
            ),
        ],
    )
    def test_header_in_parts(
        self, excel: Callable[..., Path], rows: Sequence[Sequence[Any]], merged: Sequence[str], where: str
    ) -> None:
        """A header over several columns, or in two rows, is one error that names it: it is never read by half."""
        before = [("Đối tượng", "Danh hiệu"), *[("", "")] * (len(rows) - 2), ("Cá nhân", "LĐTT")]
        with pytest.raises(InputError) as caught:
            read_decisions(excel([(*first, *then) for first, then in zip(before, rows, strict=True)], merged=merged))

        [problem] = caught.value.problems
        assert problem.code == "header-in-parts"
        assert where in problem.sentence

    @pytest.mark.parametrize(
        ("rows", "merged"),
        [
            ([("Họ và tên", ""), ("Lê", "A")], ["C1:D1"]),
            ([("Đơn vị", ""), ("Sở A", "")], ["C1:D1", "C2:D2"]),
        ],
    )
    def test_merged_for_looks(
        self, excel: Callable[..., Path], rows: Sequence[Sequence[Any]], merged: Sequence[str]
    ) -> None:
        """A header over columns that are left alone, or of which one alone says anything, is read as it is meant."""
        before = [("Đối tượng", "Danh hiệu"), ("Cá nhân", "LĐTT")]
        reading = read_decisions(
            excel([(*first, *then) for first, then in zip(before, rows, strict=True)], merged=merged)
        )

        assert len(reading.or_raise().decisions) == 1

    def test_formulas(self, excel: Callable[..., Path]) -> None:
        """A formula that no program computed shows nothing: it is told, not taken for an empty cell."""
        reading = read_decisions(excel([self.HEAD, ('="Sở "&"A"', "Cá nhân", "LĐTT", "", "=1+1")]))

        assert wrong(reading) == [(2, "Đơn vị", "no-value"), (2, "Số lượng", "no-value")]

    def test_sheets(self, excel: Callable[..., Path]) -> None:
        """Of several sheets one is named, accents and case forgiven; else all are listed. An empty one is none."""
        rows = [self.HEAD, ("Sở A", "Cá nhân", "LĐTT", "", 1)]
        assert len(read_decisions(excel(rows, Trống=[])).decisions) == 1

        path = excel(rows, Khác=[("a", "b")])
        assert len(read_decisions(path, sheet="danh sach").decisions) == 1
        with pytest.raises(InputError, match="several sheets; name one with sheet=…: 'Danh sách', 'Khác'"):
            read_decisions(path)
        with pytest.raises(InputError, match="no sheet 'Danh sáchh'; did you mean 'Danh sách'"):
            read_decisions(path, sheet="Danh sáchh")
        with pytest.raises(InputError, match="no-header"):
            read_decisions(path, sheet="Khác")

    def test_damaged(self, tmp_path: Path) -> None:
        """A file that is no workbook is said so."""
        path = tmp_path / "ds.xlsx"
        path.write_bytes(b"PK\x03\x04 no workbook")
        assert import_module("openpyxl")
        with pytest.raises(InputError, match="not-xlsx"):
            read_decisions(path)


class TestNotInstalled:
    """Without the extras."""

    def test_openpyxl(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without openpyxl an .xlsx file is refused with what to install."""
        monkeypatch.setitem(import_module("sys").modules, "openpyxl", None)
        with pytest.raises(InputError, match=r"pip install 'thidua\[office\]'"):
            read_decisions(tmp_path / "ds.xlsx")

    def test_narwhals(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Without narwhals a dataframe is refused with what to install; rows are read."""
        monkeypatch.setitem(import_module("sys").modules, "narwhals.stable.v2", None)
        with pytest.raises(InputError, match=r"pip install 'thidua\[frames\]'"):
            read_decisions(pd.DataFrame([ROW]))
        assert read_decisions([ROW]).decisions


class TestCommand:
    """``python -m thidua check`` with an office's file."""

    def test_sound(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A list with nothing wrong is checked as JSON is; how it was read goes to the error output."""
        rows = [
            ("Đối tượng", "Danh hiệu", "Thẩm quyền", "Ngày ký", "Chức vụ"),
            ("Cá nhân", "LĐTT", "Chủ tịch UBND xã", "15/01/2026", "Nông dân"),
        ]
        code = main(["check", str(saved(tmp_path / "ds.csv", rows))])
        captured = capsys.readouterr()

        assert code == 0
        assert "1. Lao động tiên tiến: 1 cá nhân" in captured.out
        assert "Người dân: 100%" in captured.out
        assert "“Nông dân” (1)" in captured.err

    def test_rejected(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """With something wrong nothing is checked: every problem on the error output, and 2."""
        code = main(["check", str(saved(tmp_path / "ds.csv", LIST)), "--lang", "en"])
        captured = capsys.readouterr()

        assert (code, captured.out) == (2, "")
        assert captured.err.count("row 8, column") == 2
        assert "row 10:" in captured.err

    def test_sheet(self, capsys: pytest.CaptureFixture[str], excel: Callable[..., Path]) -> None:
        """Of several sheets the one that ``--sheet`` names is read; without it the option is named."""
        rows = [("Đối tượng", "Danh hiệu"), ("Cá nhân", "LĐTT")]
        path = str(excel(rows, Khác=[("a", "b")]))

        assert main(["check", path]) == 2
        assert "sổ có nhiều trang; chọn một bằng --sheet …: “Danh sách”, “Khác”" in capsys.readouterr().err
        assert main(["check", path, "--sheet", "danh sach", "--on", "2025-01-15"]) != 2
        assert "1 thành quyết định" in capsys.readouterr().err
        assert main(["check", path, "--sheet", "Khac"]) == 2

    @pytest.mark.parametrize("name", ["ds.csv", "ho-so.json"])
    def test_no_sheet(self, capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str) -> None:
        """A file without sheets has none to be named."""
        path = saved(tmp_path / name, [("Đối tượng", "Danh hiệu"), ("Cá nhân", "LĐTT")])

        assert main(["check", str(path), "--sheet", "A"]) == 2
        assert "chỉ tệp .xlsx mới có trang" in capsys.readouterr().err

    def test_unreadable(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A file that cannot be read at all leaves with 2 and one line."""
        code = main(["check", str(saved(tmp_path / "ds.csv", [("a", "b")]))])
        captured = capsys.readouterr()

        assert (code, captured.out, captured.err.count("\n")) == (2, "", 1)
        assert captured.err.startswith("ds.csv: ")


class TestSentences:
    """Every code has its sentence, and every sentence its code."""

    def test_complete(self) -> None:
        """What the readers raise can be told, and nothing is told that none of them raises."""
        folder = Path(import_module("thidua.interchange").__file__).parent
        source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))

        assert [code for code in SLIPS if f'"{code.removesuffix("-near")}"' not in source] == []

    def test_columns(self) -> None:
        """Every part that a column may be read as is named in the language of the reader."""
        assert {column["means"] for column in ours("headers")["column"]} == set(COLUMNS)
        assert "“Danh hiệu” = danh hiệu, hình thức" in one().explain("vi")
        assert "“Danh hiệu” = award" in one().explain("en")


@st.composite
def untidy(draw: st.DrawFn, text: str) -> str:
    """Draw a text as somebody may have typed it: decomposed or not, in another case, with stray blanks."""
    form = draw(st.sampled_from(["NFC", "NFD"]))
    blanks = draw(st.sampled_from([" ", "  ", "\n", "\xa0"]))
    ends = draw(st.sampled_from(["", " ", "\t", "\u200b"]))
    return ends + unicodedata.normalize(form, text).replace(" ", blanks) + ends


LABELS: dict[str, str] = {
    each["means"]: each["names"][0] for each in reversed(ours("words")["word"]) if each["column"] not in {"sex", "tick"}
}


@st.composite
def printed(draw: st.DrawFn) -> tuple[dict[str, Any], Decision]:
    """Draw a decision, and its row as an office prints it."""
    unprinted = (
        "groups",
        "groups_asked",
        "peer_group",
        "period",
        "achievements",
        "grounds",
    )  # no column of these prints them
    decision = attrs.evolve(draw(strategies.decisions()), **dict.fromkeys(unprinted))
    if decision.recipient != "individual":
        decision = attrs.evolve(decision, official_class=None)
    decision = attrs.evolve(decision, authority=draw(st.none() | st.just(Authority(printed="Chủ tịch UBND xã A"))))
    award = next((each for each in catalogue().awards if each.id == decision.award), None)
    day = decision.decided_on
    cells = {
        "Danh hiệu, hình thức khen thưởng": draw(st.sampled_from(award.names)) if award else None,
        "Đối tượng": LABELS[decision.recipient],
        "Nhóm đối tượng": LABELS[decision.official_class] if decision.official_class else None,
        "Loại hình khen thưởng": LABELS[decision.commendation] if decision.commendation else None,
        "Đơn vị công tác": decision.unit,
        "Thẩm quyền quyết định": decision.authority.printed if decision.authority else None,
        "Ngày ký": day and draw(st.sampled_from([f"{day:%d/%m/%Y}", f"{day.day}-{day.month}-{day.year}", f"{day}"])),
        "Năm": None if decision.year is None else str(decision.year),
        "Số lượng": f"{decision.count:,}".replace(",", "."),
    }
    return {name: draw(untidy(cell)) if cell else None for name, cell in cells.items()}, decision


HEADERS = (
    *ROW,
    "Ngày ký",
    "Năm",
    "Số lượng",
    "Chức vụ",
    "Nhóm đối tượng",
    "Đơn vị",
    "Nữ",
    "Màu",
)
CELLS = st.none() | st.text() | st.integers() | st.floats() | st.booleans() | st.dates() | st.decimals()


def tells(cell: Any) -> bool:
    """Say whether a cell holds a letter or a digit."""
    return cell is not None and str(cell) != "nan" and any(map(str.isalnum, str(cell)))


class TestRoundTrip:
    """What our own rows say."""

    @given(st.lists(printed(), min_size=1, max_size=5), st.data())
    def test_read_back(self, pairs: list[tuple[dict[str, Any], Decision]], data: st.DataObject) -> None:
        """Printed under Vietnamese headers, in any Unicode form and with stray blanks, decisions read back the same."""
        names = {name: data.draw(untidy(name)) for name in pairs[0][0]}
        reading = read_decisions([{names[name]: cell for name, cell in row.items()} for row, _ in pairs])

        assert reading.or_raise().decisions == tuple(decision for _, decision in pairs)

    @given(st.lists(st.dictionaries(st.sampled_from(HEADERS), CELLS)))
    def test_nothing_lost(self, rows: list[dict[str, Any]]) -> None:
        """Whatever stands in a sheet: a row that says anything is a decision or has problems, and none is lost."""
        reading = read_decisions([ROW, *rows])
        telling = {number for number, row in enumerate(rows, 2) if any(map(tells, row.values()))}

        assert telling <= {row.number for row in reading.rows}
        assert all((row.decision is None) == bool(row.problems) for row in reading.rows)
        assert len(reading.decisions) + len(reading.rejected) == len(reading.rows)
        assert reading.explain("vi").encode()
