"""The codes of faults: each has a meaning and a remedy in both languages, and none is told that nothing says."""

from __future__ import annotations

import ast

import pytest

import thidua
from tests import codes
from thidua.interchange import load_dossier, read_decisions
from thidua.wording.sheet_words import SLIPS


class TestCodes:
    """The page of error codes against the source."""

    def test_complete(self) -> None:
        """Every code in the source has a meaning in tests/codes.toml, and every meaning there has its code."""
        assert sorted(codes.where()) == sorted(codes.MEANINGS)

    def test_both_languages(self) -> None:
        """A meaning and a remedy in Vietnamese, and both in English."""
        for code, told in codes.MEANINGS.items():
            assert sorted(told) == ["en", "vi"], code
            assert [len(texts) for texts in told.values()] == [2, 2], code
            assert all(text.strip() and "|" not in text for texts in told.values() for text in texts), code

    def test_sheets(self) -> None:
        """Every code of an office's sheet has its sentence, and every sentence there its code."""
        assert sorted(codes.of_sheets()) == sorted(code.removesuffix("-near") for code in {*SLIPS} - {"unknown-award"})

    @pytest.mark.parametrize(
        ("source", "found"),
        [
            ('Problem(path, "one", sentence)', ["one"]),
            ('errors.Problem(path, code="one", sentence=sentence)', ["one"]),
            ('InputError.one(path, "one" if it else "two", sentence)', ["one", "two"]),
            ('CellError(code or "one")', ["one"]),
            ('Slip(row=1, code="one")', ["one"]),
            ('Problem(path, f"unknown-{table}", sentence)', ["unknown-office", "unknown-unit"]),
            ("Problem(path, problem.code, sentence)", []),
            ("Problem(path, chosen(), sentence)", ["chosen()"]),
        ],
    )
    def test_calls(self, source: str, found: list[str]) -> None:
        """A code is found however a call says it; what the scan cannot follow is told, so that nothing slips by."""
        node = ast.parse(source, mode="eval").body

        assert [code for code, _ in codes._said(node)] == found  # noqa: SLF001  # the scan of one call

    @pytest.mark.parametrize(
        "source", ['yield key, "one", worded("of {key}", key=key)', 'faults.append((key, 1, "one", sentence))']
    )
    def test_tuples(self, source: str) -> None:
        """So is one that an entry yields, or a table gathers, before its sentence."""
        found = [code for node in ast.walk(ast.parse(source)) for code, _ in codes._said(node)]  # noqa: SLF001  # as above

        assert found == ["one"]

    def test_raised(self) -> None:
        """What is really raised is on the page."""
        with pytest.raises(thidua.InputError) as raised:
            load_dossier({"subject": {"kind": "robot"}, "yeer": 2024, "received": None})
        reading = read_decisions([{"Đối tượng": "Cá nhân", "Danh hiệu": "CSTĐ xx", "Ngày ký": "15/01/24"}])

        assert {each.code for each in raised.value.problems} == {"bad-value", "unknown-key", "null", "missing"}
        assert {each.code for each in raised.value.problems} <= set(codes.MEANINGS)
        assert {slip.code for slip in reading.problems} == {"unknown-award", "two-digit-year"}
        assert {slip.code for slip in reading.problems} <= codes.of_sheets()
