"""The catalogue as a table: every award, found by any name, in the colours of the page."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import thidua
from thidua.book.catalogue import catalogue as timeless
from thidua.errors import InputError, UnknownTerm
from thidua.model.award import Award
from thidua.views.catalogue import catalogue

LAW = thidua.law_on(date(2025, 1, 10))


def ids(table: Any) -> list[str]:
    """Return the ids that a table shows, in its order."""
    found: list[str] = re.findall(r'-id" class="gt_row gt_left">([a-z0-9-]+)</td>', table.as_raw_html())
    return found


def of(awards: Iterable[Award]) -> list[str]:
    """Return ids in order."""
    return sorted(each.id for each in awards)


class TestWhole:
    """The table without a search."""

    def test_every_day(self) -> None:
        """Without a law it holds every award of every day, once."""
        assert sorted(ids(catalogue())) == of(timeless().awards)

    @pytest.mark.parametrize("day", [date(2010, 1, 1), date(2023, 12, 31), date(2025, 8, 1)])
    def test_of_a_day(self, day: date) -> None:
        """With a law it holds the awards of its day and no other."""
        law = thidua.law_on(day)

        assert sorted(ids(catalogue(law))) == of(law.awards)

    def test_local(self, law_of: Any) -> None:
        """An award of a document laid over the law is there, and what its author wrote is text and not markup."""
        law = law_of(
            """
            [document]
            id = "1/QĐ"
            title = "Quy định"
            kind = "decision"
            issuer = "UBND"
            in_force = 1989-01-01
            standing = "verified"
            checked = 2026-11-22

            [[award]]
            id = "cup"
            label = "<b>Cúp</b>"
            gloss = "Cup"
            kind = "badge"
            level = "commune"
            recipients = ["individual"]
            source = "Điều 1"
            """
        )
        table = catalogue(law)

        assert ids(table) == ["cup"]
        assert "<b>" not in table.as_raw_html()
        assert "&lt;b&gt;Cúp&lt;/b&gt;" in table.as_raw_html()

    def test_grouped(self) -> None:
        """Awards stand by kind, each kind once, titles first."""
        groups = re.findall(r'class="gt_group_heading"[^>]*>([^<]+)<', catalogue(LAW).as_raw_html())

        assert groups[0] == "danh hiệu thi đua"
        assert len(groups) == len(set(groups)) == len({each.kind for each in LAW.awards})

    def test_row(self) -> None:
        """A row tells names, level, recipients, since when through all texts, until when, the article, the id."""
        markup = catalogue(LAW, search="CSTĐCS").as_raw_html()

        assert re.findall(r'class="gt_row[^"]*">([^<]*)<', markup) == [
            "Chiến sĩ thi đua cơ sở",
            "CSTĐCS, CSTĐ cơ sở",
            "cấp cơ sở",
            "cá nhân",
            "01/07/2004",
            "",
            "Điều 23 Luật 06/2022/QH15",
            "chien-si-thi-dua-co-so",
        ]

    def test_light_and_dark(self) -> None:
        """It is transparent, and its words and rules take the page's colours whatever great_tables would give them."""
        markup = catalogue(LAW).as_raw_html()

        assert "#thidua-awards table * { color: inherit !important;" in markup
        assert re.search(r"#thidua-awards \.gt_table \{[^}]*background-color: transparent;", markup)


class TestSearch:
    """A search that forgives."""

    @pytest.mark.parametrize(
        ("search", "found"),
        [
            ("CSTĐCS", ["chien-si-thi-dua-co-so"]),
            ("cstdcs", ["chien-si-thi-dua-co-so"]),
            ("CHIẾN SỸ THI ĐUA TOÀN QUỐC", ["chien-si-thi-dua-toan-quoc"]),
            ("toàn quốc đua chiến", ["chien-si-thi-dua-toan-quoc"]),
            ("grassroots fighter", ["chien-si-thi-dua-co-so"]),
            ("huân chương sao vàng", ["huan-chuong-sao-vang"]),
        ],
    )
    def test_forgiving(self, search: str, found: list[str]) -> None:
        """Accents, case, spelling, Unicode form and the order of words are forgiven; English and short forms count."""
        assert ids(catalogue(LAW, search=search)) == found

    def test_kind(self) -> None:
        """A kind, a level, a recipient finds what is of it."""
        orders = ids(catalogue(LAW, search="huân chương"))

        assert orders == [each.id for each in LAW.awards if each.kind == "order"]
        assert sorted(ids(catalogue(LAW, search="order", locale="en"))) >= sorted(orders)

    def test_blank(self) -> None:
        """No word leaves nothing out."""
        assert len(ids(catalogue(LAW, search="  "))) == len(LAW.awards)

    @settings(max_examples=20)
    @given(st.data())
    def test_own_name(self, data: st.DataObject) -> None:
        """Every award is found by each name it answers to."""
        award = data.draw(st.sampled_from(timeless().awards))
        name = data.draw(st.sampled_from(award.names))

        assert award.id in ids(catalogue(search=name))


class TestMisuse:
    """What cannot be shown."""

    def test_nothing_found(self) -> None:
        """A search that finds nothing suggests the nearest name; it is no empty table."""
        with pytest.raises(UnknownTerm, match="Chiến sĩ thi đua cơ sở"):
            catalogue(LAW, search="Chiến sĩ thi đua cơ xở")

    def test_of_another_day(self) -> None:
        """An award that is not of the law's day is not found in it."""
        with pytest.raises(UnknownTerm):
            catalogue(thidua.law_on(date(2010, 1, 1)), search="Xã, phường, đặc khu tiêu biểu")

    def test_language(self) -> None:
        """A language is one of the library's."""
        with pytest.raises(UnknownTerm, match="unknown language 'fr'"):
            catalogue(locale="fr")

    @pytest.mark.parametrize("missing", ["great_tables", "polars"])
    def test_without(self, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
        """Whoever lacks what it is made with is told what to install."""
        monkeypatch.setitem(sys.modules, missing, None)

        with pytest.raises(InputError, match=r"thidua\[views\]"):
            catalogue()
