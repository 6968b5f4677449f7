"""Một tệp PDF từ một sổ quyết định: biểu 0603 và các phát hiện. A PDF of form 0603 and of what was found.

python pdf_page.py so-quyet-dinh-2025.json 2025 bao-cao.pdf
"""

import sys
from pathlib import Path

import matplotlib as mpl
from fpdf import FPDF
from fpdf.fonts import FontFace

import thidua
from thidua.people.layouts import Part

# Phông đi cùng matplotlib, đủ chữ Việt; dùng phông của cơ quan thì sửa ở đây. DejaVu: every Vietnamese letter.
FONTS = Path(mpl.get_data_path()) / "fonts" / "ttf"
GREY = FontFace(fill_color=(217, 217, 217))


def write(source: Path, year: int, target: Path) -> None:
    """Write the form on a page of its own, then the decision book, worst first."""
    decisions = thidua.load_decisions(source)
    form = thidua.statistics(decisions, "0603", year=year)
    report = thidua.check_decisions(decisions, thidua.law_on)

    page = FPDF(orientation="landscape", format="A4")
    page.set_title(f"Khen thưởng năm {year}")
    page.set_lang("vi")
    page.add_font("DejaVu", "", FONTS / "DejaVuSans.ttf")
    page.add_font("DejaVu", "B", FONTS / "DejaVuSans-Bold.ttf")
    page.set_font("DejaVu", size=9)
    page.add_page()

    above, _, rest = form.text().partition("\n\n")
    title = rest.partition("\n\n")[0]
    page.multi_cell(0, 5, f"{above}\n\n{title}\n", new_x="LMARGIN", new_y="NEXT")
    page.set_font("DejaVu", size=7)
    widths, aligns = (9, 70, 20, *[22] * len(form.columns)), ("C", "L", "L", *["R"] * len(form.columns))
    with page.table(col_widths=widths, text_align=aligns, line_height=4) as table:
        table.row(["Mã số", "Chỉ tiêu", "Đơn vị tính", *(column.label for column in form.columns.values())])
        for line in form.table():
            row = table.row([line["code"] or "", line["label"], line["unit"] or ""])
            for code in form.columns:
                told = "" if line[code] is None else f"{line[code]:,}".replace(",", ".")
                if line["code"] and not line[code] and form.layout.barred(line["code"], Part(code)):
                    told = "x"
                row.cell(told, style=GREY if line["code"] and not told else None)  # xám: chưa biết · grey: not known
    page.multi_cell(0, 4, "Ghi chú:" + form.text().partition("Ghi chú:")[2])

    page.add_page()
    page.set_font("DejaVu", size=9)
    page.multi_cell(0, 5, report.explain())
    page.output(str(target))


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
