"""The statute book: what is in force on a day, what is laid over it, and what a bad document is told."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import InputError, NotInForce, UnknownTerm
from thidua.book.catalogue import catalogue
from thidua.book.shelf import changes, document, headers
from thidua.merit.program import program
from thidua.model.provision import Clause

HEAD = """
[document]
id = "test"
title = "A document of the tests"
kind = "draft"
issuer = "the tests"
standing = "unverified"
checked = 2026-11-22
"""
DAY = date(2024, 12, 20)


def written(tmp_path: Path, text: str, head: str = HEAD) -> Path:
    """Write a document's file."""
    file = tmp_path / "test.toml"
    file.write_text(head + text, encoding="utf-8")
    return file


class TestLawOn:
    """The law of a day."""

    @pytest.mark.parametrize(
        ("day", "laws"),
        [
            (date(2004, 6, 30), []),
            (date(2004, 7, 1), ["15/2003/QH11"]),
            (date(2014, 5, 31), ["15/2003/QH11", "47/2005/QH11", "32/2009/QH12"]),
            (date(2014, 6, 1), ["15/2003/QH11", "47/2005/QH11", "32/2009/QH12", "39/2013/QH13"]),
            (date(2023, 12, 31), ["15/2003/QH11", "47/2005/QH11", "32/2009/QH12", "39/2013/QH13"]),
            (date(2024, 1, 1), ["06/2022/QH15"]),
            (date(2026, 9, 30), ["06/2022/QH15"]),
            (date(2026, 10, 1), ["06/2022/QH15", "06/2026/QH16"]),
        ],
    )
    def test_laws(self, day: date, laws: list[str]) -> None:
        """Each law is in force from its first day to the day before the next one ends it."""
        assert [header.id for header in thidua.law_on(day).documents if header.kind == "law"] == laws

    @pytest.mark.parametrize("day", [change + timedelta(days=shift) for change in changes() for shift in (-1, 0)])
    def test_every_rule_compiles(self, day: date) -> None:
        """On the day before and the day of every change, every award's rules resolve: no reference to nothing."""
        law = thidua.law_on(day)

        assert all(program(law, award) for award in law.awards)

    @given(st.dates(date(2000, 1, 1), date(2030, 1, 1)))
    def test_same_stretch_same_statute(self, day: date) -> None:
        """A law says of its own day what a fresh look says, and two days share a statute unless the law changed."""
        law, again = thidua.law_on(day), thidua.law_on(day)

        assert law.day == day
        assert law.statute is again.statute
        if day + timedelta(days=1) not in changes():
            assert thidua.law_on(day + timedelta(days=1)).fingerprint == law.fingerprint

    def test_fingerprint(self) -> None:
        """The fingerprint changes with the law and with the reading in use."""
        before, after = thidua.law_on(date(2023, 12, 31)), thidua.law_on(date(2024, 1, 1))
        other = thidua.law_on(date(2024, 1, 1), readings={"consecutive-times": "anywhere"})

        assert len({before.fingerprint, after.fingerprint, other.fingerprint}) == 3

    def test_not_a_day(self) -> None:
        """A moment is not a day: whose midnight it is nobody said."""
        with pytest.raises(InputError, match="datetime"):
            thidua.law_on(datetime(2024, 1, 1))  # noqa: DTZ001

    def test_unknown_reading(self) -> None:
        """A reading, an option or a mode that does not exist is an error with the nearest."""
        with pytest.raises(UnknownTerm, match="did you mean 'consecutive-times'"):
            thidua.law_on(DAY, readings={"consecutive-time": "anywhere"})
        with pytest.raises(UnknownTerm, match="did you mean 'anywhere'"):
            thidua.law_on(DAY, readings={"consecutive-times": "anywere"})
        with pytest.raises(UnknownTerm, match="last-text"):
            thidua.law_on(DAY, unread="last-txt")


class TestStanding:
    """Nothing is asserted that was not read."""

    @pytest.mark.parametrize("day", changes())
    def test_every_entry_is_cited(self, day: date) -> None:
        """Every entry in force has its article, a standing and the day on which it was checked."""
        for placed in thidua.law_on(day).statute.order:
            assert placed.citation.article
            assert placed.citation.standing
            assert placed.citation.checked <= date(2026, 11, 22)

    def test_every_unread_text_says_so(self) -> None:
        """The documents known but not read leave entries that stop verdicts."""
        for number, day in (("42/2010/NĐ-CP", date(2014, 6, 1)), ("06/2026/QH16", date(2026, 10, 1))):
            assert number in {placed.header.id for placed in thidua.law_on(day).unread("rule")}


class TestCatalogue:
    """Awards of every day."""

    @pytest.mark.parametrize(
        ("name", "award"),
        [
            ("CSTĐCS", "chien-si-thi-dua-co-so"),
            ("cstdcs", "chien-si-thi-dua-co-so"),
            ("Chiến sỹ thi đua cơ sở", "chien-si-thi-dua-co-so"),
            ("CHIẾN SĨ THI ĐUA CƠ SỞ", "chien-si-thi-dua-co-so"),
            ("Chiê\u0301n si\u0303 thi đua cơ sở", "chien-si-thi-dua-co-so"),
            ("CSTĐ cấp tỉnh", "chien-si-thi-dua-bo-ban-nganh-tinh"),
            ("Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương", "chien-si-thi-dua-bo-ban-nganh-tinh"),
            ("Bằng khen của Thủ tướng Chính phủ", "bang-khen-cua-thu-tuong-chinh-phu"),
        ],
    )
    def test_names(self, name: str, award: str) -> None:
        """Id, short form, official name old or new; accents, case, spelling and Unicode form forgiven."""
        assert thidua.award(name).id == award

    def test_no_name_is_shared(self) -> None:
        """No short form or official name stands for two awards."""
        owners: dict[str, set[str]] = {}
        for award in catalogue().awards:
            for name in (award.label, *award.short):
                owners.setdefault(thidua.text.fold(name), set()).add(award.id)

        assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}

    def test_id_is_slug(self) -> None:
        """Ids are unaccented kebab slugs."""
        assert [award.id for award in catalogue().awards if award.id != thidua.text.slug(award.id)] == []

    def test_gone(self) -> None:
        """The district's letter of commendation went with the districts on 2025-07-01."""
        law = thidua.law_on(date(2025, 6, 30))
        assert law.award("Giấy khen cấp huyện")
        with pytest.raises(NotInForce, match="until 2025-07-01"):
            thidua.law_on(date(2025, 7, 1)).award("Giấy khen cấp huyện")


class TestOverlay:
    """Documents of the caller's own."""

    def test_replace(self, tmp_path: Path) -> None:
        """A draft that rewrites khoản 2 Điều 23 is what other clauses of Điều 23 then refer to."""
        text = '[[clause]]\nid = "23.2"\neffect = "replace"\nof = "06/2022/QH15"\nrated = "excellent"\n'
        law = thidua.law_on(DAY, thidua.load_document(written(tmp_path, text)))
        found = next(placed for placed in law.of(Clause) if placed.entry.id == "23.2")

        assert found.header.id == "test"
        assert law.fingerprint != thidua.law_on(DAY).fingerprint

    def test_found_without_of(self, tmp_path: Path) -> None:
        """A draft need not say whose article it rewrites where only one has that number."""
        text = '[[clause]]\nid = "23.2"\neffect = "replace"\nrated = "excellent"\n'

        assert thidua.law_on(DAY, thidua.load_document(written(tmp_path, text)))

    def test_only_on_its_days(self, tmp_path: Path) -> None:
        """A document with days of its own is laid only on those."""
        head = HEAD.replace('"draft"', '"decision"') + "in_force = 2025-01-01\nends = 2026-01-01\n"
        text = '[[amount]]\nid = "test"\nsource = "Điều 1"\nvalue = 1\nlabel = "x"\n'
        document = thidua.load_document(written(tmp_path, text, head))

        laid = [
            "test" in {header.id for header in thidua.law_on(day, document).documents}
            for day in (date(2024, 12, 31), date(2025, 1, 1), date(2025, 12, 31), date(2026, 1, 1))
        ]
        assert laid == [False, True, True, False]

    def test_replaces_nothing(self, tmp_path: Path) -> None:
        """What is not in force cannot be replaced."""
        text = '[[clause]]\nid = "23.9"\neffect = "replace"\nof = "06/2022/QH15"\nrated = "good"\n'
        with pytest.raises(InputError, match=r"no clause '23.9' in force to replace"):
            thidua.law_on(DAY, thidua.load_document(written(tmp_path, text)))

    def test_unknown_award(self, tmp_path: Path) -> None:
        """A rule for an award that does not exist is refused by name."""
        text = '[[rule]]\nid = "1"\naward = "lao-dong-tien-tein"\nrecipients = ["individual"]\nall = ["1.1"]\n'
        text += '[[clause]]\nid = "1.1"\nrated = "good"\n'
        with pytest.raises(InputError, match="no award 'lao-dong-tien-tein'"):
            thidua.law_on(DAY, thidua.load_document(written(tmp_path, text)))

    def test_circle(self, tmp_path: Path) -> None:
        """Clauses that refer to one another in a circle are refused."""
        text = '[[rule]]\nid = "1"\naward = "lao-dong-tien-tien"\nrecipients = ["individual"]\nall = ["1.1"]\n'
        text += '[[clause]]\nid = "1.1"\nany = ["1.2"]\n[[clause]]\nid = "1.2"\nany = ["1.1"]\n'
        with pytest.raises(InputError, match=r"test.toml: clause '1.1': refers to itself: 1.1 -> 1.2 -> 1.1"):
            thidua.law_on(DAY, thidua.load_document(written(tmp_path, text)))

    def test_overwrites_nothing_by_the_way(self, tmp_path: Path) -> None:
        """An entry that replaces one clause may not take the place of another that happens to have its number."""
        head = HEAD + 'amends = "06/2022/QH15"\n'
        text = '[[clause]]\nid = "23.1"\neffect = "replace"\ntarget = ["23.2"]\nrated = "completed"\n'
        with pytest.raises(InputError, match=r"clause '23.1' of 06/2022/QH15 is there and is not what it replaces"):
            thidua.law_on(DAY, thidua.load_document(written(tmp_path, text, head)))

    def test_repeals(self, tmp_path: Path) -> None:
        """A document of the caller's may end one of the book's."""
        head = HEAD + 'repeals = ["06/2026/QH16"]\n'
        law = thidua.law_on(date(2026, 10, 1), thidua.load_document(written(tmp_path, "", head)))

        assert "06/2026/QH16" not in {header.id for header in law.documents}

    @pytest.mark.parametrize(
        ("head", "said"),
        [
            (
                HEAD + 'amends = "06/2022/QH51"\n',
                r"document.amends: no document '06/2022/QH51'; did you mean '06/2022/QH15'",
            ),
            (HEAD.replace('"test"', '"06/2022/QH15"'), r"document.id: the book has a document '06/2022/QH15' already"),
            (HEAD + "in_force = 2025-01-01\nends = 2024-01-01\n", r"document.ends: ends on 2024-01-01, not after"),
        ],
    )
    def test_header_that_does_not_fit(self, tmp_path: Path, head: str, said: str) -> None:
        """A document's own table must fit the book and itself."""
        with pytest.raises(InputError, match=said):
            thidua.law_on(DAY, thidua.load_document(written(tmp_path, "", head)))

    def test_same_documents_same_statute(self, tmp_path: Path) -> None:
        """Laying the same documents over many days costs what changing law costs, not what reading it costs."""
        document = thidua.load_document(written(tmp_path, ""))

        assert thidua.law_on(DAY, document).statute is thidua.law_on(DAY + timedelta(days=1), document).statute

    def test_not_a_document(self) -> None:
        """A path is not a document: load it first."""
        with pytest.raises(InputError, match="expected a document from load_document, got str"):
            thidua.law_on(DAY, "draft.toml")  # type: ignore[arg-type]


class TestFaults:
    """A document with a fault is told its file, entry and reason."""

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            (
                '[[clause]]\nid = "1.1"\nrated = "excelent"\n',
                r"clause '1.1'.rated: 'excelent' .* did you mean 'excellent'",
            ),
            ('[[clause]]\nid = "1.1"\nrate = "good"\n', r"clause '1.1'.rate: there is no key 'rate'.*'rated'"),
            (
                '[[clause]]\nid = "1.1"\nrated = "good"\nflag_eligible = true\n',
                r"clause '1.1': .*exactly one condition",
            ),
            ('[[clause]]\nid = "1.1"\n', r"clause '1.1': .*exactly one condition; this one has none"),
            ('[[clause]]\nid = "1.1"\nall = ["1.2"]\n', r"clause '1.1'.all: no clause '1.2' here"),
            ('[[clause]]\nid = "x"\nrated = "good"\n', r"clause 'x'.source: say the article"),
            ('[[clauses]]\nid = "1.1"\n', r"no table \[\[clauses\]\]; did you mean \[\[clause\]\]"),
            ('[[rule]]\nid = "1"\nrecipients = ["individual"]\n', r"rule '1'.award: .*needs the key 'award'"),
            (
                '[[clause]]\nid = "1.1"\nrated = "good"\n' * 2,
                r"clause '1.1'.id: another entry has this id on the same days",
            ),
            (
                '[[clause]]\nid = "1.1"\nrated = "good"\nsince = 2025-01-01\nuntil = 2024-01-01\n',
                r"until must be after since",
            ),
            (
                '[[clause]]\nid = "1.1"\nholds = { awards = ["a"], times = "2" }\n',
                r"clause '1.1'.holds.times: expected a whole",
            ),
            (
                '[[clause]]\nid = "1.1"\nmembers = { share = "advanced", at_least = nan }\n',
                r"members.at_least: expected a number",
            ),
            ('[[clause]]\nid = "1.1"\nall = []\n', r"clause '1.1'.all: an empty list asks nothing"),
            (
                '[[clause]]\nid = "1.1"\nholds = { awards = [] }\n',
                r"clause '1.1'.holds.awards: an empty list asks nothing",
            ),
            (
                '[[clause]]\nid = "1.1"\nholds = { awards = ["a"], times = 0 }\n',
                r"holds.times: 0 is not a plausible count",
            ),
            (
                '[[clause]]\nid = "1.1"\nholds = { awards = ["a"], consecutive = 2, when = "year" }\n',
                r"consecutive counts years: it goes with neither times nor when",
            ),
            (
                '[[clause]]\nid = "1.1"\nmembers = { share = "advanced" }\n',
                r"members: say at_least or above, one of the two",
            ),
            (
                '[[reading]]\nid = "x"\nsource = "1"\nquestion = "?"\nreason = "."\ndefault = "c"\noptions = {a=""}\n',
                r"reading 'x'.default: 'c' is none of the options",
            ),
            (
                '[[unread]]\nid = "1"\nkinds = ["rulez"]\nwhy = "x"\ngloss = "x"\n',
                r"unread '1'.kinds\[0\]: 'rulez' .*'rule'",
            ),
            ('[[clause]]\nid = "1.1"\nrated = \n', r"not-toml"),
            ('[[amount]]\nid = "x"\nsource = "Điều 1"\nvalue = 1\nlabel = "x"\nchecked = 2026-02-30\n', r"not-toml"),
        ],
    )
    def test_said(self, tmp_path: Path, text: str, said: str) -> None:
        """Each fault in one sentence."""
        with pytest.raises(InputError, match=said) as caught:
            thidua.load_document(written(tmp_path, text))

        assert str(caught.value).startswith("test.toml: ")

    def test_all_at_once(self, tmp_path: Path) -> None:
        """Every fault of a file is told in one go."""
        text = '[[clause]]\nid = "1.1"\nrated = "x"\n[[clause]]\nid = "1.2"\nfoo = 1\n'
        with pytest.raises(InputError) as caught:
            thidua.load_document(written(tmp_path, text))

        assert len(caught.value.problems) == 2

    def test_no_header(self, tmp_path: Path) -> None:
        """A file without [document] is no document."""
        with pytest.raises(InputError, match=r"begins with a \[document\] table"):
            thidua.load_document(written(tmp_path, '[[clause]]\nid = "1"\n', head=""))

    def test_too_large(self, tmp_path: Path) -> None:
        """A file no document can be is refused by its size, unread."""
        file = tmp_path / "test.toml"
        with file.open("wb") as out:
            out.truncate(1 << 30)
        with pytest.raises(InputError, match="too-large"):
            thidua.load_document(file)

    def test_too_deep(self, tmp_path: Path) -> None:
        """A hundred thousand levels are refused, not overflowed."""
        with pytest.raises(InputError, match="not-toml"):
            thidua.load_document(written(tmp_path, "x = " + "[" * 100_000))

    def test_not_there(self, tmp_path: Path) -> None:
        """A file that is not there is said so."""
        with pytest.raises(InputError, match="unreadable"):
            thidua.load_document(tmp_path / "nowhere.toml")


class TestHeaders:
    """The folder is the legal system."""

    def test_order(self) -> None:
        """Oldest first."""
        days = [header.in_force for header in headers() if header.in_force]

        assert days == sorted(days)


class TestDays:
    """The days on which the law of the book changes."""

    def test_read_off_the_text(self) -> None:
        """They are those that the entries and headers say, though they are read without parsing the entries."""
        said = {
            day
            for header in headers()
            for period in (
                (header.in_force, header.ends),
                *((entry.since, entry.until) for entry in document(header.id).entries()),
            )
            for day in period
            if day is not None
        }

        assert set(changes()) == said
