"""Một sổ Excel từ một sổ quyết định: biểu 0603, danh sách chi, phát hiện. An Excel book from a decision book.

python excel_book.py so-quyet-dinh-2025.json 2025 bao-cao.xlsx
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

import thidua
from thidua.people.layouts import Part


def write(source: Path, year: int, target: Path) -> None:
    """Write the book; what is not known is an empty, hatched cell."""
    decisions = thidua.load_decisions(source)
    report = thidua.check_decisions(decisions, thidua.law_on)
    form = thidua.statistics(decisions, "0603", year=year)
    lines = form.table()
    with xlsxwriter.Workbook(target, {"strings_to_formulas": False}) as book:
        hatched = {"type": "blanks", "format": book.add_format({"pattern": 14, "fg_color": "#BFBFBF"})}
        labels = {"label": "Chỉ tiêu", "code": "Mã số", "unit": "Đơn vị tính"}
        labels |= {code: f"{code}. {column.label}" for code, column in form.columns.items()}
        sheet = table(book, "Biểu 0603", [{label: line[key] for key, label in labels.items()} for line in lines])
        for index, line in enumerate(lines, 1):
            if line["code"] is not None:  # chỉ đề mục không có mã số · only headings have none
                sheet.conditional_format(index, 3, index, len(labels) - 1, hatched)
            for place, code in enumerate(form.columns, 3):
                if line["code"] and not line[code] and form.layout.barred(line["code"], Part(code)):
                    sheet.write(index, place, "x")
        sheet.write_column(len(lines) + 2, 0, form.text().partition("Ghi chú:")[2].splitlines())
        paid = report.money.table()
        sheet = table(book, "Danh sách chi", paid)
        sheet.conditional_format(1, 8, len(paid), 8, hatched)
        sheet.write(len(paid) + 2, 0, report.money.explain().splitlines()[0])  # tổng, hay mức tối đa · or the most
        found = [{"Phát hiện, từ nặng đến nhẹ": line} for line in report.explain().splitlines()]
        sheet = table(book, "Phát hiện", found)
        for mark, colour in {"✗": "#F8CBAD", "? ": "#FFE699", "✓": "#E2EFDA"}.items():
            rule = {"type": "formula", "criteria": f'=ISNUMBER(FIND("{mark}",$A2))'}
            sheet.conditional_format(1, 0, len(found), 0, {**rule, "format": book.add_format({"bg_color": colour})})


def table(book: xlsxwriter.Workbook, name: str, rows: Sequence[dict[str, Any]]) -> xlsxwriter.worksheet.Worksheet:
    """Write rows under their headings: whole numbers grouped by thousands, None as nothing."""
    sheet = book.add_worksheet(name)
    sheet.write_row(0, 0, rows[0], book.add_format({"bold": True, "bottom": 1}))
    number = book.add_format({"num_format": "#,##0"})
    for index, row in enumerate(rows, 1):
        for column, value in enumerate(row.values()):
            sheet.write(index, column, value, number if isinstance(value, int) else None)
    sheet.autofit(300)
    return sheet


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
