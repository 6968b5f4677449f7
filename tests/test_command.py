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
OTHERS = ("-claims.json", "-indicators.json", "-launch.json", "-movements.json", "-results.json")
"""Examples that hold neither dossiers nor decisions."""
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

    def test_nobody(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Where collectives alone were rewarded there is no share of people, and none that "is not known"."""
        _, out, _ = run(capsys, str(EXAMPLES / "hau-giang-2021.json"), "--on", "2021-12-14")

        assert "không có cá nhân, hộ gia đình nào\n" in out
        assert "100%" not in out

    def test_no_money_is_not_nothing(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Where no row's bonus can be computed the total is not known, and is not called nought."""
        _, out, _ = run(capsys, str(EXAMPLES / "hau-giang-2021.json"), "--on", "2021-12-14")

        assert "Tiền thưởng: chưa tính được\n" in out

    def test_unit(self, capsys: pytest.CaptureFixture[str]) -> None:
        """Six named dossiers of 2024, each told whole; one person lacks an initiative of the year (1)."""
        code, out, _ = run(capsys, str(EXAMPLES / "don-vi-2024.json"))

        assert code == 1
        first_lines = [
            line.partition(":")[0] for line in out.splitlines() if ", theo pháp luật ngày 10 tháng 01 năm 2025." in line
        ]
        assert first_lines == [
            "ĐẠT",
            "CHƯA ĐẠT",
            "ĐẠT",
            "ĐẠT VỀ DỮ KIỆN, CÒN CHỜ NHẬN ĐỊNH",
            "CHƯA KẾT LUẬN ĐƯỢC",
            "CHƯA ĐẠT",
        ]

    @pytest.mark.parametrize("name", [name for name in NAMES if not name.endswith(OTHERS)])
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
        path = self.dossier(tmp_path, award="Xã, phường, thị trấn tiêu biểu")

        assert run(capsys, path, "--on", "2020-12-31")[0] == 2
        assert "01/01/2024" in run(capsys, path, "--on", "2020-12-31")[2]
        assert "2024-01-01" in run(capsys, path, "--on", "2020-12-31", "--lang", "en")[2]

    def test_overlay(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """``--with`` lays a document over the law: the draft of December 2025 asks HTXSNV and an initiative."""
        draft = EXAMPLES / "draft-article-23.toml"
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

    def test_help(self) -> None:
        """The help is in both languages, and a terminal that knows no Vietnamese letters is no reason to crash."""
        ran = subprocess.run(
            [sys.executable, "-m", "thidua", "check", "--help"],
            capture_output=True,
            cwd=ROOT,
            env={"PYTHONIOENCODING": "ascii", "PYTHONPATH": str(ROOT)},
            check=False,
        )

        assert (ran.returncode, ran.stderr) == (0, b"")
        assert "luật của ngày nào" in ran.stdout.decode("utf-8")


class TestTargets:
    """A province's targets, laid over the law."""

    def batch(self, tmp_path: Path, workers: int, **more: object) -> tuple[str, ...]:
        """Write a batch of 100.000 and a document with two targets; return the arguments."""
        file, document = tmp_path / "batch.json", tmp_path / "tinh.toml"
        told = {
            "award": "LĐTT",
            "recipient": "individual",
            "unit": "Sở A",
            "year": 2024,
            "authority": {"office": "unit-head"},
        }
        rows = [
            {**told, "class": "direct-worker", "count": workers},
            {**told, "class": "leader-other", "count": 100_000 - workers},
        ]
        file.write_text(json.dumps({"decisions": rows, **more}), encoding="utf-8")
        document.write_text(TARGETS, encoding="utf-8")
        return (str(file), "--on", "2024-12-20", "--with", str(document))

    @pytest.mark.parametrize(
        ("workers", "shown", "mark"),
        [(59_950, "59,95%", "✗"), (59_999, "59,999%", "✗"), (60_000, "60%", "✓"), (60_001, "60,001%", "✓")],
    )
    def test_shown(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, workers: int, shown: str, mark: str
    ) -> None:
        """A share is shown on its side of the target, in the line of the target and in the list of shares."""
        _, out, _ = run(capsys, *self.batch(tmp_path, workers))
        [line] = [line for line in out.splitlines() if "chỉ tiêu từ 60% trở lên" in line]

        assert line.strip().startswith(mark)
        assert f"= {shown};" in line
        assert f"   Người dân: {shown}" in out.splitlines()

    def test_what_would_meet_it(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A missed target says what would meet it, and where it is written."""
        _, out, _ = run(capsys, *self.batch(tmp_path, 59_950))

        assert "để chắc chắn đạt: thêm 125 lượt khen đối tượng này; hoặc chuyển 50 lượt" in out
        assert "(khoản 1 Điều 5 Quyết định 12/2024/QĐ-UBND)" in out

    def test_missing(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """How many leaders there are no decision shows: the report says where to give it, and then concludes."""
        _, out, _ = run(capsys, *self.batch(tmp_path, 99_997), "--lang", "en")
        _, known, _ = run(capsys, *self.batch(tmp_path, 99_997, bases={"Sở A": {"leaders": 10}}), "--lang", "en")

        assert "needed: bases.Sở A.leaders" in out
        assert "3/10 leaders of the unit = 30%; target at most 30% and at most 4 people — Sở A, 2024" in known

    def test_exit_code(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A missed target leaves with 1, one that cannot be concluded with 3."""
        given = {"bases": {"Sở A": {"leaders": 10}}}

        assert run(capsys, *self.batch(tmp_path, 59_950, **given))[0] == 1
        assert run(capsys, *self.batch(tmp_path, 99_997))[0] == 3
        without = self.batch(tmp_path, 99_997)[:3]
        assert run(capsys, *without)[0] == 0  # no target of the law is missed
        assert "Chỉ tiêu" not in run(capsys, *without)[1]

    def test_json(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """So the results stand in JSON: exact, by name."""
        _, out, _ = run(capsys, *self.batch(tmp_path, 59_950), "--json")
        people, leaders = json.loads(out)["targets"]

        assert (people["outcome"], people["share"], people["base_name"]) == (
            "not-met",
            "1199/2000",
            "individuals-and-households",
        )
        assert people["steps"] == {"adds": "measure", "more": 125, "instead": 50, "fewer": 84}
        assert (leaders["outcome"], leaders["count"]) == ("not-met", 40_050)


class TestRatings:
    """Ratings beside the decisions."""

    def test_told(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """The cap of NĐ 335/2025, of which base, what was not read, and who is in no group."""
        file = tmp_path / "batch.json"
        rows = [
            {"rating": "good", "unit": "Sở A", "year": 2026, "count": 80, "peer_group": "Chuyên viên"},
            {"rating": "excellent", "unit": "Sở A", "year": 2026, "count": 17},
        ]
        file.write_text(json.dumps({"decisions": [], "ratings": rows}), encoding="utf-8")
        code, out, _ = run(capsys, str(file), "--on", "2026-02-01")

        assert code == 1
        assert "✗ “Hoàn thành xuất sắc nhiệm vụ” — Sở A, 2026: 17/80 = 21,25%, mức trần 20%: được tối đa 16" in out
        assert "mẫu số: người xếp loại đúng mức “Hoàn thành tốt nhiệm vụ”" in out
        assert "văn bản chưa đọc: Điểm b khoản 5 Điều 20" in out
        assert "? 17 người không thuộc nhóm nào — Sở A, 2026" in out


TARGETS = """
[document]
id = "12/2024/QĐ-UBND"
title = "Quy định của tỉnh"
kind = "decision"
issuer = "Ủy ban nhân dân tỉnh"
in_force = 2024-07-01
standing = "verified"
checked = 2026-11-22

[[share]]
id = "5.1"
measure = "people"
base = "individuals-and-households"
at_least = 0.60

[[share]]
id = "5.2"
measure = "officials"
base = "leaders"
at_most = 0.30
at_most_count = 4
per = "unit"
"""
