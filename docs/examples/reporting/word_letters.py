"""Thư trả lời bằng Word, theo mẫu của cơ quan. Letters of reply in Word, on the office's own template.

python word_letters.py don-vi-2024.json mau-thu.docx thu/
"""

import sys
from pathlib import Path

from docx import Document
from docxtpl import DocxTemplate

import thidua
from thidua.interchange import load_dossiers

PARAGRAPHS = (
    "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",
    "Kính gửi: {{ name }}",
    "Về việc xét tặng “{{ award }}”, năm {{ year }}.",
    "{%p if refused %}",
    "{{ refused }}",
    "{{ remedy or '' }}",
    "{%p endif %}",
    "PHỤ LỤC",
    "{{ grounds }}",
)


def template(target: Path) -> None:
    """Make a template to begin with; in Word an office puts its own letterhead around the same names."""
    letter = Document()
    for paragraph in PARAGRAPHS:
        letter.add_paragraph(paragraph)
    letter.save(str(target))


def write(source: Path, pattern: Path, folder: Path) -> None:
    """Write a letter for each proposal; only what is NOT_MET is refused, and every letter tells its grounds."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, dossier in enumerate(load_dossiers(source), 1):
        if dossier.award is None:
            sys.exit(f"hồ sơ thứ {number} không nêu danh hiệu đề nghị · dossier {number} proposes no award")
        verdict = thidua.assess(dossier, dossier.award, law=thidua.law_on)
        refused = verdict.why_not()
        said = {
            "name": dossier.subject.id or "…",
            "award": verdict.award.label,
            "year": dossier.year,
            "refused": refused,
        }
        said |= {"remedy": verdict.remedy(), "grounds": verdict.explain()}
        letter = DocxTemplate(pattern)
        letter.render(said, autoescape=True)  # một tên có thể có & hay < · a name may hold & or <
        letter.save(folder / f"{number:03}.docx")


if __name__ == "__main__":
    if not Path(sys.argv[2]).exists():
        template(Path(sys.argv[2]))
    write(*map(Path, sys.argv[1:4]))
