"""Vietnamese text: one form, forgiving comparison, official sorting."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.text import fold, nearest, nfc, slug, sort_key


class TestFold:
    """What is forgiven in a name."""

    @given(st.text("ăâđêôơưáàảãạ ABCđĐ", max_size=20))
    def test_form_and_case(self, text: str) -> None:
        """Composed or decomposed, upper or lower: one name."""
        assert (
            fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text)) == fold(text.upper())
        )

    @pytest.mark.parametrize(
        "name", ["Chiến sĩ tiên tiến", "Chiến sỹ tiên tiến", "CHIEN SI TIEN TIEN", "chien-si-tien-tien"]
    )
    def test_spellings(self, name: str) -> None:
        """Both official spellings of "sĩ" name one title."""
        assert fold(name) == "chien si tien tien"

    def test_slug(self) -> None:
        """An id is the unaccented kebab slug of the official name."""
        assert slug("Tập thể lao động xuất sắc") == "tap-the-lao-dong-xuat-sac"


class TestNfc:
    """One form of a text."""

    @given(st.text())
    def test_idempotent(self, text: str) -> None:
        """Composing twice changes nothing more."""
        assert nfc(nfc(text)) == nfc(text)


class TestNearest:
    """Suggestions."""

    def test_accents_forgiven(self) -> None:
        """A name typed without accents finds its own."""
        assert nearest("lao dong tien tiem", ["Lao động tiên tiến", "Gia đình văn hóa"]) == ("Lao động tiên tiến",)

    def test_nothing_near(self) -> None:
        """Where nothing is near nothing is suggested."""
        assert nearest("xyz", ["Lao động tiên tiến"]) == ()


class TestSortKey:
    """As Vietnamese dictionaries sort."""

    def test_letters(self) -> None:
        """The letters run a, ă, â, b, c, d, đ, e, ê and on."""
        assert sorted(["đ", "d", "ê", "e", "â", "ă", "a", "b"], key=sort_key) == [
            "a",
            "ă",
            "â",
            "b",
            "d",
            "đ",
            "e",
            "ê",
        ]

    def test_tones(self) -> None:
        """Level, falling, asking, tumbling, sharp, heavy; only after the letters."""
        assert sorted(["mạ", "má", "mã", "mả", "mà", "ma", "man"], key=sort_key) == [
            "ma",
            "mà",
            "mả",
            "mã",
            "má",
            "mạ",
            "man",
        ]
