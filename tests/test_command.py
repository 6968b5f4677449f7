"""``python -m thidua check``: real reports in, clear reports and honest exit codes out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from thidua.__main__ import main

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "docs" / "examples"
NAMES = sorted(path.name for path in EXAMPLES.glob("*.json"))


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Run the command in this process; return its exit code, output and error output."""
    code = main(["check", *arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


class TestPipe:
    """A report whose reader stops reading."""

    def test_closed(self) -> None:
        """No traceback, and the exit code of the answer."""
        command = [sys.executable, "-m", "thidua", "check", str(EXAMPLES / "don-vi-2024.json")]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            said = process.stderr.read()

        assert (process.returncode, said) == (1, b"")


class TestExamples:
    """The reports shipped with the library."""

    def test_hong_ngu(self, capsys: pytest.CaptureFixture[str]) -> None:
        """1.194 / 123 / 61: within the 15% of 2020; the batches that name no award cannot be concluded (3)."""
        code, out, _ = run(capsys, str(EXAMPLES / "hong-ngu-2020.json"), "--on", "2020-12-31")

        assert code == 3
        assert "123/1.194 = 10,3%, mức trần 15%: được tối đa 179" in out
        assert "ghi “UBND huyện Hồng Ngự”: hiểu là Chủ tịch Ủy ban nhân dân cấp huyện" in out

    def test_hong_ngu_to_the_letter(self, capsys: pytest.CaptureFixture[str]) -> None:
        """The sentence as printed gives a collective title to 1.194 people: a category error (1)."""
        code, out, _ = run(capsys, str(EXAMPLES / "hong-ngu-2020-nguyen-van.json"), "--on", "2020-12-31")

        assert code == 1
        assert "✗ đối tượng: tặng cho tập thể; quyết định tặng cho cá nhân" in out

    def test_kien_giang(self, capsys: pytest.CaptureFixture[str]) -> None:
        """39 collectives at 2,0 and 63 people at 1,0 times 1.490.000: 210.090.000 đồng, all in order (0)."""
        code, out, _ = run(capsys, str(EXAMPLES / "kien-giang-2021.json"), "--on", "2021-05-15")

        assert code == 0
        assert "Tiền thưởng: 210.090.000 đồng" in out

    def test_unit(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Six named dossiers of 2024, each told whole; one person lacks an initiative of the year (1)."""
        code, out, _ = run(capsys, str(EXAMPLES / "don-vi-2024.json"))

        assert code == 1
        first_lines = [
            line.partition(":")[0] for line in out.splitlines() if ", theo pháp luật ngày 10/01/2025." in line
        ]
        assert first_lines == [
            "ĐẠT",
            "CHƯA ĐẠT",
            "ĐẠT",
            "ĐẠT VỀ DỮ KIỆN, CÒN CHỜ NHẬN ĐỊNH",
            "CHƯA KẾT LUẬN ĐƯỢC",
            "CHƯA ĐẠT",
        ]

    @pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith(("-claims.json", "-movements.json"))])
    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_json(self, capsys: pytest.CaptureFixture[str], name: str, lang: str) -> None:
        """With ``--json`` every report is JSON, whatever the language."""
        _, out, _ = run(capsys, str(EXAMPLES / name), "--on", "2021-05-15", "--json", "--lang", lang)

        assert json.loads(out)

    def test_readme_is_true(self, capsys: pytest.CaptureFixture[str]) -> None:
        """README shows lines of the real output, in their order."""
        _, out, _ = run(capsys, str(EXAMPLES / "hong-ngu-2020.json"), "--on", "2020-12-31")
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        block = readme.partition("```text\n")[2].partition("```")[0]
        printed = iter(out.splitlines())

        assert [line for line in block.splitlines() if line != "[…]" and line not in printed] == []


class TestExitCodes:
    """0: in order; 1: something is not met; 3: something cannot be concluded; 2: bad input."""

    def dossier(self, tmp_path: Path, **facts: object) -> str:
        """Write a dossier for LĐTT 2024."""
        subject = {"kind": "individual", "tracks": ["civil-servant"]}
        file = tmp_path / "dossier.json"
        file.write_text(json.dumps({"subject": subject, "year": 2024, "award": "LĐTT", **facts}), encoding="utf-8")
        return str(file)

    @pytest.mark.parametrize(
        ("facts", "code"),
        [
            ({"known_from": 2018, "years": [{"year": 2024, "rating": "good"}]}, 0),
            ({"known_from": 2018, "years": [{"year": 2024, "rating": "completed"}]}, 1),
            ({}, 3),
        ],
    )
    def test_dossier(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, facts: dict[str, object], code: int
    ) -> None:
        """A dossier met but for judgements leaves with 0, one not met with 1, one with facts missing with 3."""
        assert run(capsys, self.dossier(tmp_path, **facts), "--on", "2024-12-20")[0] == code

    def test_all_awards(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A dossier that proposes no award is judged for all that are open to it, a line each."""
        file = tmp_path / "dossier.json"
        file.write_text('{"subject": {"kind": "individual", "track": "civil-servant"}, "year": 2024}', encoding="utf-8")
        _, out, _ = run(capsys, str(file), "--on", "2024-12-20")

        assert "Lao động tiên tiến" in out
        assert "Bằng khen của Thủ tướng Chính phủ" in out

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("{", "$"),
            ('{"subject": {"kind": "individual"}, "year": 2024, "rating": "good"}', "rating"),
            ('{"subject": {"kind": "individual"}, "year": 2024, "award": "LDTTX tiến"}', "award"),
            ("[" * 100_000, "$"),
        ],
    )
    def test_bad_input(self, capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str, said: str) -> None:
        """Bad input leaves with 2 and one clear line with its path; nothing on standard output."""
        file = tmp_path / "bad.json"
        file.write_text(text, encoding="utf-8")
        code, out, err = run(capsys, str(file), "--on", "2024-12-20")

        assert (code, out) == (2, "")
        assert said in err
        assert "Traceback" not in err

    def test_no_date(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """Without ``--on`` and without its own date a record has no law."""
        code, _, err = run(capsys, self.dossier(tmp_path))

        assert code == 2
        assert "$.received" in err

    def test_missing_file(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A file that is not there is bad input."""
        assert run(capsys, str(tmp_path / "nowhere.json"))[0] == 2

    def test_award_of_another_day(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """An award that does not exist on the day is said so, with the day it begins."""
        code, _, err = run(capsys, self.dossier(tmp_path, award="Xã, phường, thị trấn tiêu biểu"), "--on", "2020-12-31")

        assert code == 2
        assert "2024-01-01" in err

    def test_overlay(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """``--with`` lays a document over the law: the draft of December 2025 asks HTXSNV and an initiative."""
        draft = tmp_path / "draft.toml"
        draft.write_text(DRAFT, encoding="utf-8")
        file = self.dossier(tmp_path, award="CSTĐCS", known_from=2018, years=[{"year": 2024, "rating": "excellent"}])

        assert run(capsys, file, "--on", "2024-12-20")[0] == 0
        assert run(capsys, file, "--on", "2024-12-20", "--with", str(draft))[0] == 1

    def test_real_process(self) -> None:
        """From a shell, in any locale, the report is UTF-8 and the exit code is the report's."""
        command = [
            sys.executable,
            "-m",
            "thidua",
            "check",
            str(EXAMPLES / "kien-giang-2021.json"),
            "--on",
            "2021-05-15",
        ]
        ran = subprocess.run(
            command, capture_output=True, cwd=ROOT, env={"LC_ALL": "C", "PYTHONPATH": str(ROOT)}, check=False
        )

        assert ran.returncode == 0
        assert "210.090.000 đồng" in ran.stdout.decode("utf-8")


DRAFT = """
[document]
id = "draft-12-2025"
title = "Dự thảo Luật sửa đổi, bổ sung (tháng 12/2025)"
kind = "draft"
issuer = "Bộ Nội vụ"
standing = "secondary"
checked = 2026-11-22

[[clause]]
id = "23.2"
effect = "replace"
of = "06/2022/QH15"
all = ["23.2-excellent", "23.2-grounds"]

[[clause]]
id = "23.2-grounds"
any = ["06/2022/QH15:23.2-initiative", "06/2022/QH15:23.2-research", "06/2022/QH15:23.2-combat"]
"""
