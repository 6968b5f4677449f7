"""The pages of awards say what the book asks, all of it, and beside it what the law says."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

import thidua
from tests.award_pages import pages, today
from tests.document_pages import pages as document_pages
from tests.document_pages import slug
from tests.prose import JUDGED, LEFT, Prose
from tests.statute_texts import DOCUMENT, articles, words_of
from thidua.book.catalogue import catalogue
from thidua.book.shelf import document, headers
from thidua.model.award import Award
from thidua.model.document import ENTRIES
from thidua.model.entry import Header
from thidua.model.outline import Unread
from thidua.wording import shown

LAW = thidua.law_on(today())
PAGES = pages()
DOCUMENTS = document_pages()
DEEPEST = 9
"""Lists within lists: Markdown's reader drops what lies deeper, and a telephone has no room for it."""


class TestToday:
    """The day of which the standards are told."""

    def test_read(self) -> None:
        """On that day no text that governs every award is unread; on the next day one is, or nothing is known of it."""
        after = thidua.law_on(today() + timedelta(days=1))
        unread = [
            [
                each
                for each in law.of(Unread)
                if each.entry.stops and not each.entry.awards and "rule" in each.entry.kinds
            ]
            for law in (LAW, after)
        ]

        assert unread[0] == []
        assert unread[1] or today() == LAW.horizon


class TestAwards:
    """A page for each award."""

    @pytest.mark.parametrize("award", LAW.awards, ids=str)
    def test_standard(self, award: Award) -> None:
        """Every condition of its standard is told in both languages, with a mark where it is left to others."""
        page = PAGES[f"awards/{award.id}.md"]
        for locale in ("vi", "en"):
            prose = Prose(LAW, locale)
            for placed in prose.leaves(award):
                entry = placed.entry
                left = entry.attested or entry.delegated
                if left is not None:
                    assert f"{shown.name(left, locale)} {JUDGED if entry.attested else LEFT}" in page
                elif not (entry.all or entry.any or entry.none or entry.run):
                    phrase = prose.standards.phrase(placed)
                    denied = prose.standards.phrase(placed, denied=True)
                    assert phrase in page or denied in page

    @pytest.mark.parametrize("award", LAW.awards, ids=str)
    def test_rules(self, award: Award) -> None:
        """Every rule of an award stands on its page under its clause."""
        page = PAGES[f"awards/{award.id}.md"]
        prose = Prose(LAW, "vi")

        assert [rule for rule in LAW.rules(award) if f"** — {prose.cite(rule.citation)}" not in page] == []

    @pytest.mark.parametrize("award", catalogue().awards, ids=str)
    def test_every_award(self, award: Award) -> None:
        """An award that is gone has its page too, with its last standard."""
        page = PAGES[f"awards/{award.id}.md"]
        gone = award.id not in LAW.statute.awards

        assert ("## Tiêu chuẩn sau cùng" in page) is gone
        assert f"(awards/{award.id}.md)" in PAGES["awards.md"]

    def test_standing(self) -> None:
        """Điều 21 Nghị định 152/2025/NĐ-CP is known at second hand, and so it is told; the law itself was read."""
        page = PAGES["awards/huan-chuong-lao-dong-hang-ba.md"]

        assert "(Điều 21 Nghị định 152/2025/NĐ-CP; *theo nguồn thứ cấp*)" in page
        assert "(Article 21 Decree 152/2025/NĐ-CP; *from secondary sources*)" in page
        assert "(điểm a khoản 1 Điều 44)" in page

    def test_depth(self) -> None:
        """No list lies deeper than its readers can follow."""
        depths = [re.match(r" *", line) for page in PAGES.values() for line in page.splitlines()]

        assert max(len(found[0]) // 2 for found in depths if found) < DEEPEST


class TestWords:
    """The law's own words."""

    def test_outline(self) -> None:
        """Each article quoted has the title and the number of clauses that the outline of the law gives it."""
        outline = {entry.id: (entry.title, entry.clauses) for entry in document(DOCUMENT).article}
        quoted = {
            number: (title, len([name for name in clauses if name])) for number, (title, clauses) in articles().items()
        }

        assert quoted == {number: outline[number] for number in quoted}

    def test_every_rule(self) -> None:
        """The words of every rule of the law are there, and every article quoted has a rule."""
        rules = [placed for award in LAW.awards for placed in LAW.rules(award) if placed.header.id == DOCUMENT]

        assert [placed for placed in rules if not words_of([placed])] == []
        assert {*articles()} == {entry.id.partition("-")[0].partition(".")[0] for entry in document(DOCUMENT).rule}

    def test_where_the_standard_stands(self) -> None:
        """Điều 75: khoản 1 names the letters of commendation, khoản 2 says who sets the standards; both are told."""
        page = PAGES["awards/giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-xa.md"]

        assert [f"Nguyên văn khoản {number} Điều 75" in page for number in (1, 2, 3)] == [True, True, False]


class TestDocuments:
    """A page for each document."""

    @pytest.mark.parametrize("header", headers(), ids=lambda header: header.id)
    def test_entries(self, header: Header) -> None:
        """Every entry of a document is on its page; the outline of a law is told by the page of what is encoded."""
        made = document(header.id)
        page = DOCUMENTS[f"documents/{slug(made.document)}.md"]
        entries = [entry for kind in ENTRIES if kind.table != "article" for entry in getattr(made, kind.table)]

        assert [entry.id for entry in entries if f"- `{entry.id}`" not in page] == []
        assert page.count("\n- `") == len(entries)


def test_day_before_the_law_of_2026() -> None:
    """The standards told are those of 2026-09-30: of the law in force on the next day no text was read."""
    assert today() == date(2026, 9, 30)
