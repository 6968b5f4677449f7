"""Law against law: what changed is told entry by entry, and what did not is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua.book.compare import Change
from thidua.book.history import history
from thidua.book.shelf import changes

OLD, NEW = thidua.law_on(date(2023, 12, 31)), thidua.law_on(date(2024, 1, 1))
CHANGES = {change.entry: change for change in thidua.compare(OLD, NEW)}
DAYS = st.sampled_from(changes())


class TestCompare:
    """What ``compare`` finds."""

    @given(DAYS)
    def test_itself(self, day: date) -> None:
        """A law does not differ from itself, nor one day from the next where no document changed."""
        # Two statutes, gathered apart: one stops at texts not read, the other does not, and both say the same.
        law, other = thidua.law_on(day), thidua.law_on(day, unread="last-text")

        assert list(thidua.compare(law, other)) == []

    def test_a_number_is_a_number(self) -> None:
        """0,3 and 0,30 times the base salary are one bonus (NĐ 91/2017 Điều 74, NĐ 98/2023 Điều 58)."""
        assert "bonus giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-xa collective" not in CHANGES

    def test_offices(self) -> None:
        """From 2025-01-01 Huế's chairman is one of a city's: how documents name an office is part of the law's data."""
        changes = thidua.compare(thidua.law_on(date(2024, 12, 31)), thidua.law_on(date(2025, 1, 1)))

        assert [change.table for change in changes] == ["office"]

    def test_no_law(self) -> None:
        """Days are no laws: the error says what to bring."""
        with pytest.raises(thidua.InputError, match="law_on"):
            thidua.compare(date(2023, 12, 31), date(2024, 1, 1))  # type: ignore[arg-type]

    @given(DAYS, DAYS)
    def test_there_and_back(self, one: date, other: date) -> None:
        """What is added on the way there is removed on the way back, and what changed changed."""
        there = thidua.compare(thidua.law_on(one), thidua.law_on(other))
        back = {change.entry: change for change in thidua.compare(thidua.law_on(other), thidua.law_on(one))}
        turned = {"added": "removed", "removed": "added", "changed": "changed"}

        assert {change.entry: turned[change.kind] for change in there} == {
            entry: change.kind for entry, change in back.items()
        }

    def test_grassroots_fighter(self) -> None:
        """Until 2023 an excellent rating alone did not do; from 2024 it is one of four roads (Điều 23 khoản 2)."""
        change = CHANGES["rule chien-si-thi-dua-co-so individual"]

        assert change.kind == "changed"
        assert {"rated": "excellent"} in change.after[0]["asks"]["all"][-1]["any"]
        assert {"rated": "excellent"} not in change.before[0]["asks"]["all"][-1]["any"]
        assert str(change.citation) == "Điều 23 Luật 06/2022/QH15"

    @pytest.mark.parametrize(
        ("entry", "kind"),
        [
            ("award xa-phuong-thi-tran-tieu-bieu", "added"),
            ("award chien-si-thi-dua-bo-ban-nganh-tinh", "changed"),  # its name
            ("rate chien-si-thi-dua-co-so", "removed"),  # the 15% of NĐ 91/2017
            ("bar attested registered", "removed"),  # "đăng ký tham gia thi đua"
            ("counting discipline", "added"),
            ("document 06/2022/QH15", "added"),
            ("document 39/2013/QH13", "removed"),
        ],
    )
    def test_known_changes(self, entry: str, kind: str) -> None:
        """Changes that the ministry's own notes tell."""
        assert CHANGES[entry].kind == kind

    def test_what_did_not_change(self) -> None:
        """The multiple of CSTĐCS stayed one base salary, and its level grassroots, whatever the decree."""
        assert "bonus chien-si-thi-dua-co-so individual" not in CHANGES
        assert "award chien-si-thi-dua-co-so" not in CHANGES

    def test_moved_powers(self) -> None:
        """NĐ 129/2025 gives the chair of a commune what the chair of a district decided."""
        found = {each.entry: each for each in thidua.compare(NEW, thidua.law_on(date(2025, 7, 1)))}
        change = found["power thon-to-dan-pho-van-hoa"]

        assert [each["office"] for each in change.before] == ["district-chair"]
        assert [each["office"] for each in change.after] == ["commune-chair"]

    def test_a_draft(self, tmp_path: Path) -> None:
        """What a draft would change is told like any other change."""
        path = tmp_path / "draft.toml"
        path.write_text(
            """
[document]
id = "du-thao"
title = "Dự thảo"
kind = "draft"
issuer = "Chính phủ"
standing = "unverified"
checked = 2026-11-22

[[clause]]
id = "23.2"
effect = "replace"
rated = "excellent"
""",
            encoding="utf-8",
        )
        day = date(2025, 8, 1)
        (change,) = (
            each
            for each in thidua.compare(thidua.law_on(day), thidua.law_on(day, thidua.load_document(path)))
            if each.table != "document"
        )

        assert (change.entry, change.kind) == ("rule chien-si-thi-dua-co-so individual", "changed")

    def test_dumped(self) -> None:
        """A change goes out as JSON, with where it is written."""
        assert '"entry": "rule chien-si-thi-dua-co-so individual"' in thidua.dump(
            CHANGES["rule chien-si-thi-dua-co-so individual"]
        )

    def test_sequence(self) -> None:
        """The changes are a sequence of changes."""
        found = thidua.compare(OLD, NEW)

        assert isinstance(found[0], Change)
        assert len(found) == len(list(found)) == len(found[:])


class TestNote:
    """The changes as an explanatory note."""

    @pytest.mark.parametrize("locale", ["vi", "en"])
    @given(one=DAYS, other=DAYS)
    def test_every_pair_can_be_told(self, locale: str, one: date, other: date) -> None:
        """Any two laws can be compared in words, in both languages; no place in a message stays unfilled."""
        note = thidua.compare(thidua.law_on(one), thidua.law_on(other)).explain(locale)

        assert note.startswith("# ")
        assert "{" not in note

    def test_a_new_road_is_new(self) -> None:
        """An excellent rating was asked before beside ingenuity in combat; as a road of its own it is new."""
        note = thidua.compare(OLD, NEW).explain("vi")
        _, _, part = note.partition("### Chiến sĩ thi đua cơ sở — cá nhân")

        part, _, _ = part.partition("###")
        assert "xếp loại trong năm “Hoàn thành xuất sắc nhiệm vụ” **(mới)** (khoản 2 Điều 23)" in part

    def test_unknown_language(self) -> None:
        """A language the library does not speak is an error that names those it does."""
        with pytest.raises(thidua.UnknownTerm, match="vi"):
            thidua.compare(OLD, NEW).explain("fr")


class TestHistory:
    """An award across the documents of the book."""

    def test_renamed(self) -> None:
        """The names an award had, each with its days; an old name says until when it held."""
        stages = history("CSTĐ tỉnh")

        assert list(dict.fromkeys(stage.label for stage in stages)) == [
            "Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương",
            "Chiến sĩ thi đua Bộ, ban, ngành, tỉnh",
        ]
        assert thidua.award("CSTĐ tỉnh").former_until == {
            "Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương": date(2024, 1, 1)
        }

    def test_gone(self) -> None:
        """The letter of a district's chair ended with the districts."""
        assert history("Giấy khen huyện")[-1].until == date(2025, 7, 1)

    def test_no_gaps(self) -> None:
        """Stages follow one another without a gap, as long as the award existed."""
        for award in ("CSTĐCS", "BKTTg", "Cờ CP"):
            stages = history(award)
            assert [stage.until for stage in stages[:-1]] == [stage.since for stage in stages[1:]]
            assert stages[-1].until is None
