"""Text in two languages: complete catalogues, exact phrases, numbers that never flatter."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from fractions import Fraction
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import UnknownTerm, strategies
from thidua.model import dossier
from thidua.model.award import Award
from thidua.wording import explain, shown, terms
from thidua.wording.batches import Batch
from thidua.wording.catalogue import speaker
from thidua.wording.explain import glossed
from thidua.wording.record_words import LISTS

PACKAGE = Path(thidua.__file__).parent
LAW = thidua.law_on(date(2024, 12, 20))


def spoken() -> Iterator[str]:
    """Yield every message the package says: literals given to ``say``, and the tables of terms."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args and _name(node.func) == "say":
                first = node.args[0]
                for choice in [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]:
                    if isinstance(choice, ast.Constant):
                        yield str(choice.value)
    for table in terms.TABLES:
        yield from table.values()


def _name(node: ast.expr) -> str | None:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else None


def english() -> Catalog:
    """Read the English catalogue."""
    with (PACKAGE / "locale/en/LC_MESSAGES/thidua.po").open("rb") as file:
        return read_po(file, locale="en")


def translated() -> Iterator[tuple[str, ...]]:
    """Yield each message with its English, one text or one for each number."""
    for message in english():
        if message.id:
            source = message.id if isinstance(message.id, str) else message.id[0]
            yield (source, *([message.string] if isinstance(message.string, str) else message.string))


class TestCatalogues:
    """The English catalogue against what the package says."""

    def test_complete(self) -> None:
        """Every Vietnamese message has an English one, and none is left from before."""
        known = {message: forms for message, *forms in translated()}

        assert sorted(set(spoken()) - set(known)) == []
        assert sorted(set(known) - set(spoken())) == []
        assert [message for message, forms in known.items() if not all(forms)] == []

    def test_places(self) -> None:
        """A translation has the same places to fill as its message."""

        def places(text: str) -> set[str]:
            return {name for _, name, _, _ in Formatter().parse(text) if name}

        wrong = [form for message, *forms in translated() for form in forms if places(form) != places(message)]
        assert wrong == []

    def test_every_word_has_a_term(self) -> None:
        """Every word of the closed lists that a finding may show has its official Vietnamese."""
        from thidua.model import vocabulary as words  # noqa: PLC0415

        lists = (words.Kind, words.Track, words.Rating, words.Commendation, words.Status, words.Scope, words.Degree)
        more = (words.InitiativeKind, words.AchievementKind, words.WorstDiscipline, words.OfficialClass, words.Body)
        for vocabulary in (*lists, *more):
            assert [word for word in vocabulary.__args__ if word not in terms.TERMS] == []

    def test_unknown_language(self) -> None:
        """A language without a catalogue is an error, not a silent fallback."""
        with pytest.raises(UnknownTerm, match="language"):
            thidua.assess(thidua.load_dossier(RECORD), "LĐTT", law=LAW).explain("fr")


class TestPlainWords:
    """People are told nothing in the keys of a file."""

    @pytest.mark.parametrize(
        ("locale", "words"),
        [("vi", "danh hiệu, hình thức đã được tặng"), ("en", "awards received")],
    )
    def test_lists(self, locale: str, words: str) -> None:
        """A plan names the lists of a record that it takes to be whole by what is in them."""
        recruit = {"subject": RECORD["subject"], "year": 2024, "known_from": {"years": 2018}, "joined": "2018-01-01"}
        said = thidua.plan(thidua.load_dossier(recruit), "CSTĐCS", law=LAW).explain(locale)

        assert words in said
        assert not any(name in said for name in ("awards initiatives", "proceedings", "disciplines"))
        assert tuple(LISTS) == dossier.LISTS

    def test_reading(self) -> None:
        """Where English quotes the words of a Vietnamese text, it says so; where it quotes none, it does not."""
        noted = glossed("“02 lần liên tục”: in two years running?", "en")
        assert noted == "“02 lần liên tục”: in two years running? (the words in Vietnamese are quoted from the text)"
        assert glossed("May the five years begin before?", "en") == "May the five years begin before?"
        assert glossed("“02 lần liên tục”", "vi") == "“02 lần liên tục”"


RECORD = {
    "subject": {"id": "A-17", "kind": "individual", "tracks": ["civil-servant"]},
    "year": 2024,
    "known_from": 2018,
    "years": [{"year": 2024, "rating": "completed"}],
}


class TestExplain:
    """A verdict in prose."""

    def test_vietnamese(self) -> None:
        """The outcome first, then each finding with what is asked, what is on record, and the article."""
        lines = thidua.assess(thidua.load_dossier(RECORD), "LĐTT", law=LAW).explain("vi").splitlines()

        assert lines[0] == "CHƯA ĐẠT: “Lao động tiên tiến”, năm 2024, theo pháp luật ngày 20 tháng 12 năm 2024."
        assert lines[4].strip() == (
            "✗ xếp loại trong năm từ “Hoàn thành tốt nhiệm vụ” trở lên — hồ sơ: Hoàn thành nhiệm vụ"
            " (điểm a khoản 1 Điều 24 Luật 06/2022/QH15)"
        )

    def test_english(self) -> None:
        """The same in English, the article cited as English does."""
        lines = thidua.assess(thidua.load_dossier(RECORD), "LĐTT", law=LAW).explain("en").splitlines()

        assert lines[0] == "NOT MET: “Advanced Worker”, 2024, under the law of 20 Dec 2024."
        assert lines[4].strip() == (
            "✗ rated “Completed the tasks well” or better for the year — on record: Completed the tasks"
            " (point a clause 1 Article 24 Law 06/2022/QH15)"
        )

    @given(strategies.dossiers(), st.sampled_from(LAW.awards), st.sampled_from(["vi", "en"]))
    def test_always_something_to_say(self, dossier: thidua.model.dossier.Dossier, award: Award, locale: str) -> None:
        """Every verdict can be told in both languages, and no place is left unfilled."""
        text = explain(thidua.assess(dossier, award, law=LAW), locale)

        assert "{" not in text
        assert "None" not in text

    @pytest.mark.parametrize(
        ("number", "text"), [(1, "1 individual"), (2, "2 individuals"), (1000, "1,000 individuals")]
    )
    def test_numbers_in_english(self, number: int, text: str) -> None:
        """English says one individual and two individuals; Vietnamese has one form."""
        [decision] = thidua.load_decisions([{"award": "LĐTT", "recipient": "individual", "count": number}])
        award = LAW.award("LĐTT")

        assert Batch("en", speaker("en")).row(1, decision, award) == f"1. Advanced Worker: {text}"
        assert Batch("vi", speaker("vi")).row(1, decision, award).endswith(" cá nhân")

    def test_caveats_are_told(self) -> None:
        """A text that was not read is named in the prose."""
        law = thidua.law_on(date(2026, 10, 1))
        text = thidua.assess(thidua.load_dossier({**RECORD, "year": 2026}), "LĐTT", law=law).explain("vi")

        assert "Theo văn bản đã đọc gần nhất" in text
        assert "văn bản chưa đọc" in text


class TestShown:
    """Numbers as text."""

    @given(st.fractions(0, 1), st.decimals(0, 1, places=2))
    def test_missed_floor_never_looks_met(self, share: Fraction, floor: Decimal) -> None:
        """59,95% of a floor of 60% is never shown as 60%."""
        if share < Fraction(floor):
            text = shown.share(share, "en", ROUND_FLOOR).removesuffix("%").replace(",", "")
            assert Decimal(text) < floor * 100

    @given(st.fractions(0, 1), st.decimals(0, 1, places=2))
    def test_exceeded_cap_never_looks_kept(self, share: Fraction, cap: Decimal) -> None:
        """15,001% of a cap of 15% is never shown as 15%."""
        if share > Fraction(cap):
            text = shown.share(share, "en", ROUND_CEILING).removesuffix("%").replace(",", "")
            assert Decimal(text) > cap * 100

    def test_money(self) -> None:
        """Đồng with the separators of the language."""
        assert shown.money(210_090_000, "vi") == "210.090.000 đồng"
        assert shown.money(210_090_000, "en") == "VND 210,090,000"

    @given(st.fractions(0, 1, max_denominator=10**6), st.lists(st.fractions(0, 1, max_denominator=1000), max_size=2))
    def test_on_its_side(self, share: Fraction, limits: list[Fraction]) -> None:
        """Beside its limits a share looks met or missed as it is, and a limit looks like itself."""

        def read(text: str) -> Fraction:
            return Fraction(text.replace(",", "").removesuffix("%")) / (100 if text.endswith("%") else 1)

        for limit in limits:
            near, bound = read(shown.beside(share, limits, "en")), read(shown.limit(limit, "en"))

            assert bound == limit
            assert (near > bound) - (near < bound) == (share > limit) - (share < limit)
