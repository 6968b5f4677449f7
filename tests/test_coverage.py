"""Coverage as a fact: every article and clause of the three laws is encoded, or it is said why not."""

from __future__ import annotations

import pytest

import thidua
from thidua.book.coverage import coverage
from thidua.book.shelf import document

CLAUSES_2022 = (
    "0 0 6 2 3 3 3 6 7 3 5 2 5 2 6 2 5 4 4 2 2 2 2 6 4 3 3 3 2 2 2 4 "
    "2 7 6 5 5 5 4 4 4 7 7 7 3 3 3 2 2 2 2 0 2 2 0 0 3 2 2 3 2 3 3 6 "
    "6 5 5 3 2 2 3 2 7 6 2 4 0 2 5 5 3 3 7 7 2 2 2 0 2 5 0 0 9 2 0 3"
)
"""How many khoản each of the 96 articles of Luật 06/2022/QH15 has, counted in its text."""

LAWS = ("06/2022/QH15", "15/2003/QH11", "39/2013/QH13", "47/2005/QH11")


class TestCoverage:
    """The outlines of the laws against their entries."""

    def test_outline(self) -> None:
        """The outline of Luật 06/2022/QH15 is its text's: articles 1 to 96, each with its number of khoản."""
        made = sorted(document("06/2022/QH15").article, key=lambda entry: int(entry.id))

        assert [entry.id for entry in made] == [str(number) for number in range(1, 97)]
        assert [entry.clauses for entry in made] == [int(number) for number in CLAUSES_2022.split()]

    def test_no_outline(self) -> None:
        """A number the book does not hold, or of which it holds parts only, is an error and no empty list."""
        with pytest.raises(thidua.UnknownTerm, match="06/2022/QH15"):
            coverage("06/2022/QH14")
        with pytest.raises(thidua.InputError, match="no outline"):
            coverage("98/2023/NĐ-CP")

    def test_older_outlines(self) -> None:
        """Luật 15/2003/QH11 has 103 articles; Điều 1 of Luật 39/2013/QH13 rewrites it in 50 khoản."""
        outline = [row.article for row in coverage("15/2003/QH11")]

        assert list(dict.fromkeys(outline)) == [str(number) for number in range(1, 104)]
        assert [row.clause for row in coverage("39/2013/QH13") if row.article == "1"] == [*map(str, range(1, 51))]

    @pytest.mark.parametrize("number", LAWS)
    def test_nothing_missing(self, number: str) -> None:
        """Every khoản has an entry, or an aside that says why it has none."""
        missing = [(row.article, row.clause) for row in coverage(number) if row.state == "missing"]

        assert missing == []
        assert all(why for row in coverage(number) for _, why, _ in row.asides)

    @pytest.mark.parametrize("number", LAWS)
    def test_delegated_says_to_whom(self, number: str) -> None:
        """What is left to another body names the body."""
        nameless = [
            (row.article, row.clause)
            for row in coverage(number)
            for state, _, to in row.asides
            if state == "delegated" and not to
        ]

        assert nameless == []

    def test_criteria_are_encoded(self) -> None:
        """Of the articles on criteria (21-31, 34-76) no article is without an entry."""
        silent = {row.article for row in coverage("06/2022/QH15") if 21 <= int(row.article) <= 76} - {
            row.article for row in coverage("06/2022/QH15") if row.entries
        }

        assert silent == {"33", "54", "59", "72"}  # they list what the articles after them grant
