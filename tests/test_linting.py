"""What is told of a document before anybody relies on it: each remark where it is due, and only there."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua.__main__ import main
from thidua.book.linting import lint_document
from thidua.book.strictness import strictness
from thidua.model.provision import Clause
from thidua.model.remark import Remark
from thidua.wording.lint_words import FAULTS, REMEDIES, SENTENCES
from thidua.wording.linted import remarks_text

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
DAY = date(2026, 3, 2)
HEAD = """
[document]
id = "1/2026/QĐ-UBND"
title = "Quy định"
kind = "decision"
issuer = "Ủy ban nhân dân tỉnh"
in_force = 2026-01-15
applies_to = "tỉnh"
standing = "verified"
checked = 2026-11-22
"""
OUTLINE = """
[[article]]
id = "1"
title = "Tiêu chuẩn"
"""
AWARD = """
[[award]]
id = "huy-hieu-que-huong"
label = "Huy hiệu Quê hương"
gloss = "Badge of the Homeland"
kind = "badge"
level = "ministry-province"
recipients = ["individual"]
source = "Điều 1"
"""
RULE = """
[[rule]]
id = "1"
award = "huy-hieu-que-huong"
recipients = ["individual"]
all = ["1-good"]
[[clause]]
id = "1-good"
rated = "good"
"""
POWER = """
[[power]]
id = "1"
offices = ["province-chair"]
awards = ["huy-hieu-que-huong"]
"""
TITLES = '["tap-the-lao-dong-xuat-sac", "don-vi-quyet-thang"]'
REPLACE = 'effect = "replace"\nof = "06/2022/QH15"\n'

Lint = Callable[..., tuple[Remark, ...]]


@pytest.fixture
def lint(tmp_path: Path) -> Lint:
    """Lint a document of these parts, under a head that says all a head should."""

    def run(*parts: str, head: str = HEAD, law: thidua.Law | None = None) -> tuple[Remark, ...]:
        path = tmp_path / "document.toml"
        path.write_text(head + "".join(parts), encoding="utf-8")
        return lint_document(path, law=law)

    return run


def told(remarks: tuple[Remark, ...], code: str) -> list[tuple[str, str]]:
    """Return the place and the severity of each remark of one code."""
    return [(remark.place, remark.severity) for remark in remarks if remark.code == code]


def codes(remarks: tuple[Remark, ...]) -> set[str]:
    """Return the codes of remarks."""
    return {remark.code for remark in remarks}


class TestClean:
    """Documents of which there is nothing bad to say."""

    def test_whole(self, lint: Lint) -> None:
        """An award with its rule, its power and its outline."""
        assert lint(OUTLINE, AWARD, RULE, POWER) == ()

    def test_province(self) -> None:
        """Bắc Ninh's regulation: no errors, nothing to look at again; what it replaces is told, and none is looser."""
        remarks = lint_document(EXAMPLES / "bac-ninh-86-2025.toml")

        assert {remark.severity for remark in remarks} == {"note"}
        assert codes(remarks) == {"stricter", "same", "different", "ends"}
        assert ("clause '3.3.c-years'", "note") in told(remarks, "stricter")
        assert ("rule '3.3.d'", "note") in told(remarks, "same")

    def test_document(self) -> None:
        """A document that was read is linted as its file is."""
        path = EXAMPLES / "bac-ninh-86-2025.toml"

        assert lint_document(thidua.load_document(path)) == lint_document(path)


class TestErrors:
    """What keeps a document from being laid over the law."""

    def test_loading(self, lint: Lint) -> None:
        """Every fault of the file at once, with the nearest name."""
        remarks = lint('[[rule]]\nid = "1"\naward = "x"\nrecipients = ["individuals"]\nall = ["2"]\ncolour = 1\n')

        assert codes(remarks) >= {"unknown-key", "bad-value"}
        assert {remark.severity for remark in remarks} == {"error"}
        assert any("individual" in remark.remedy("en") for remark in remarks)

    def test_not_toml(self, lint: Lint) -> None:
        """A file that is no TOML is a finding, with the line."""
        [remark] = lint("[[rule\n")

        assert (remark.code, remark.severity) == ("not-toml", "error")
        assert "dòng 1" in remark.remedy("vi")
        assert "line 1" in remark.remedy("en")

    def test_unknown_clause(self, lint: Lint) -> None:
        """A reference to a clause of the law that is not there: the nearest is named."""
        text = '[[rule]]\nid = "1"\n' + REPLACE + 'target = ["27.1"]\naward = "tap-the-lao-dong-xuat-sac"\n'
        remarks = lint(OUTLINE, text, 'recipients = ["collective"]\nall = ["06/2022/QH15:27.1.cc"]\n')

        assert told(remarks, "dangling") == [("rule '1'.all", "error")]
        assert "có phải “27.1.c”?" in remarks[0].remedy("vi")
        assert "did you mean '27.1.c'" in remarks[0].remedy("en")

    def test_unknown_award(self, lint: Lint) -> None:
        """An award that is not there: the nearest is named."""
        [remark] = lint(OUTLINE, '[[bonus]]\nid = "1"\nawards = ["lao-dong-tien-tienn"]\nindividual = 0.1\n')

        assert remark.code == "unknown-award"
        assert "“lao-dong-tien-tien”" in remark.remedy()

    def test_unknown_office(self, lint: Lint) -> None:
        """An office that is not there: the nearest is named."""
        [remark] = lint(OUTLINE, AWARD, RULE, POWER.replace("province-chair", "province-chairs"))

        assert remark.code == "unknown-office"
        assert "“province-chair”" in remark.remedy()

    def test_later_day(self, lint: Lint) -> None:
        """What no longer fits on a later day is told of that day: here a clause that ends."""
        clause = '[[rule]]\nid = "1"\naward = "huy-hieu-que-huong"\nrecipients = ["individual"]\nall = ["1-a"]\n'
        ends = '[[clause]]\nid = "1-a"\nrated = "good"\nuntil = 2026-05-01\n'
        [remark] = lint(OUTLINE, AWARD, POWER, clause, ends)

        assert (remark.code, remark.values["since"]) == ("dangling", date(2026, 5, 1))
        assert "01/05/2026" in remark.sentence("vi")


class TestHead:
    """The ``[document]`` table and the days of entries."""

    @pytest.mark.parametrize(
        ("gone", "code"), [("in_force = 2026-01-15\n", "no-first-day"), ('applies_to = "tỉnh"\n', "no-applies-to")]
    )
    def test_missing(self, lint: Lint, gone: str, code: str) -> None:
        """A document in force has a first day, and a local one says whom it binds."""
        assert code in codes(lint(OUTLINE, AWARD, RULE, POWER, head=HEAD.replace(gone, "")))

    @pytest.mark.parametrize(
        ("issued", "expected"), [("2026-01-14", False), ("2026-01-15", False), ("2026-01-16", True)]
    )
    def test_issued(self, lint: Lint, issued: str, expected: bool) -> None:  # noqa: FBT001  # a case, not an option
        """In force before the day it was signed."""
        remarks = lint(OUTLINE, AWARD, RULE, POWER, head=f"{HEAD}issued = {issued}\n")

        assert ("before-issued" in codes(remarks)) is expected

    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            ("since = 2026-01-14\n", {"outside-dates"}),
            ("since = 2026-01-15\n", set()),
            ("since = 2026-01-16\n", set()),
            ("until = 2026-01-15\n", {"never-in-force"}),
            ("until = 2027-01-01\n", set()),
            ("until = 2027-01-02\n", {"outside-dates"}),
            ("since = 2027-01-01\n", {"never-in-force"}),
        ],
    )
    def test_dates(self, lint: Lint, days: str, expected: set[str]) -> None:
        """Days of an entry before the document's first day, or after its last, do nothing."""
        head = f"{HEAD}ends = 2027-01-01\n"
        deadline = '[[deadline]]\nid = "1"\nlabel = "Gửi"\ngloss = "Send"\nby = ["unit"]\non = "12-01"\n'

        assert codes(lint(OUTLINE, AWARD, RULE, POWER, deadline, days, head=head)) == expected


class TestOutline:
    """The outline against the entries."""

    def test_none(self, lint: Lint) -> None:
        """Without an outline nobody can tell what is not encoded."""
        assert told(lint(AWARD, RULE, POWER), "no-outline") == [("article", "note")]

    def test_not_covered(self, lint: Lint) -> None:
        """A clause of which nothing is said, until an aside says it."""
        second = '[[article]]\nid = "2"\ntitle = "Hồ sơ"\nclauses = 2\n[[aside]]\nid = "2.1"\nwhy = "Thể thức."\n'
        aside = '[[aside]]\nid = "2.2"\nwhy = "Gửi ở đâu."\nstate = "not-computable"\n'
        second = second.replace('why = "Thể thức."', 'why = "Thể thức."\nstate = "not-computable"')

        assert told(lint(OUTLINE, AWARD, RULE, POWER, second), "not-covered") == [("article '2'", "warning")]
        assert lint(OUTLINE, AWARD, RULE, POWER, second, aside) == ()

    @pytest.mark.parametrize(("name", "expected"), [("1.1", []), ("1.2", []), ("1.3", ["clause"]), ("2", ["article"])])
    def test_no_such_article(self, lint: Lint, name: str, expected: list[str]) -> None:
        """An entry of an article or a clause that the outline does not have."""
        outline = OUTLINE + "clauses = 2\n"
        rule = RULE.replace('"1-good"', f'"{name}-good"')
        remarks = lint(outline, AWARD, rule, POWER)

        assert len(told(remarks, "no-such-article")) == len(expected)


class TestConditions:
    """Rules that nobody can meet, and clauses that ask nothing."""

    @pytest.mark.parametrize(
        ("share", "expected"),
        [
            ("at_least = 0.99", False),
            ("at_least = 1", False),
            ("at_least = 1.01", True),
            ("above = 0.99", False),
            ("above = 1", True),
        ],
    )
    def test_over_all(self, lint: Lint, share: str, expected: bool) -> None:  # noqa: FBT001  # a case
        """More than all members."""
        clause = f'[[clause]]\nid = "1-all"\nmembers = {{ share = "advanced", {share} }}\n'
        remarks = lint(OUTLINE, AWARD, RULE, POWER, clause)

        assert bool(told(remarks, "over-all")) is expected

    def test_nobody(self, lint: Lint) -> None:
        """A rule for farmers that excepts farmers."""
        rule = RULE.replace(
            'all = ["1-good"]', 'all = ["1-good"]\ntracks = ["farmer"]\nexcept_tracks = ["farmer", "worker"]'
        )

        assert told(lint(OUTLINE, AWARD, rule, POWER), "nobody") == [("rule '1'", "warning")]

    @pytest.mark.parametrize(
        ("condition", "expected"),
        [
            ('holds = { awards = ["tap-the-lao-dong-xuat-sac"] }', True),
            ('holds = { awards = ["tap-the-lao-dong-xuat-sac", "lao-dong-tien-tien"] }', False),
            ('holds = { awards = ["lao-dong-tien-tien"] }', False),
            ('has_members = { award = "lao-dong-tien-tien" }', True),
        ],
    )
    def test_never_met(self, lint: Lint, condition: str, expected: bool) -> None:  # noqa: FBT001  # a case
        """A person cannot hold a collective's title, nor have members."""
        remarks = lint(OUTLINE, AWARD, RULE.replace('rated = "good"', condition), POWER)

        assert bool(told(remarks, "never-met")) is expected

    def test_asked_and_denied(self, lint: Lint) -> None:
        """One clause asked for and denied."""
        rule = (
            RULE.replace('all = ["1-good"]', 'all = ["1-good", "1-not"]')
            + '[[clause]]\nid = "1-not"\nnone = ["1-good"]\n'
        )

        assert told(lint(OUTLINE, AWARD, rule, POWER), "asked-and-denied") == [("rule '1'", "warning")]

    def test_unused(self, lint: Lint) -> None:
        """A clause that nothing refers to asks nothing; one that replaces the law's is referred to by the law."""
        idle = '[[clause]]\nid = "1-idle"\nrated = "good"\n'
        instead = f'[[clause]]\nid = "1-instead"\n{REPLACE}target = ["24.1.a"]\nrated = "excellent"\n'
        remarks = lint(OUTLINE, AWARD, RULE, POWER, idle, instead)

        assert told(remarks, "unused-clause") == [("clause '1-idle'", "warning")]

    def test_used_later(self, lint: Lint) -> None:
        """A clause to which a rule refers from a later day on is not idle, nor is one of a reading not taken."""
        later = RULE.replace('"1"', '"1-later"').replace("1-good", "1-better") + "since = 2026-01-15\n"
        later = later.replace('recipients = ["individual"]\n', 'recipients = ["individual"]\nsince = 2026-05-01\n')
        read = '[[clause]]\nid = "1-read"\nreading = { title-spacing = "own-cycle" }\nrated = "good"\n'

        assert lint(OUTLINE, AWARD, RULE, POWER, later, read) == ()

    def test_used_otherwise(self, lint: Lint) -> None:
        """A clause to which only a clause of another reading refers is not idle."""
        read = '[[clause]]\nid = "1-read"\nreading = { title-spacing = "own-cycle" }\nany = ["1-apart"]\n'
        apart = '[[clause]]\nid = "1-apart"\nrated = "good"\n'

        assert lint(OUTLINE, AWARD, RULE, POWER, read, apart) == ()
        assert told(lint(OUTLINE, AWARD, RULE, POWER, apart), "unused-clause")

    def test_later_entry(self, lint: Lint) -> None:
        """What an entry of a later day does to the law is told as well."""
        text = f'[[clause]]\nid = "1"\n{REPLACE}target = ["24.1.a"]\nrated = "completed"\nsince = 2026-05-01\n'

        assert told(lint(OUTLINE, text), "looser") == [("clause '1'", "warning")]


class TestAwards:
    """Awards, who receives them and who decides."""

    def test_no_rule(self, lint: Lint) -> None:
        """An award that no rule and no power speaks of."""
        assert codes(lint(OUTLINE, AWARD)) == {"no-rule", "no-power"}

    def test_national(self, lint: Lint) -> None:
        """An award of the law redefined, and a name of the law's taken."""
        award = AWARD.replace("huy-hieu-que-huong", "lao-dong-tien-tien").replace("Huy hiệu Quê hương", "Lao động giỏi")

        assert codes(lint(OUTLINE, award)) == {"national-award"}
        assert told(lint(OUTLINE, AWARD.replace("Huy hiệu Quê hương", "lao dong tien tien"), RULE, POWER), "name-taken")

    def test_never_received(self, lint: Lint) -> None:
        """A rule for households of an award for individuals."""
        remarks = lint(OUTLINE, AWARD, RULE.replace('recipients = ["individual"]', 'recipients = ["household"]'), POWER)

        assert told(remarks, "never-received") == [("rule '1'", "warning")]

    @pytest.mark.parametrize(("office", "expected"), [("province-chair", False), ("commune-chair", True)])
    def test_power(self, lint: Lint, office: str, expected: bool) -> None:  # noqa: FBT001  # a case
        """The law lets the province's chair, and no commune's, decide its bằng khen."""
        power = f'[[power]]\nid = "1"\noffices = ["{office}"]\nawards = ["bang-khen-cua-bo-ban-nganh-tinh"]\n'
        remarks = lint(OUTLINE, power)

        assert bool(told(remarks, "not-its-power")) is expected

    @pytest.mark.parametrize(("effect", "expected"), [("", True), (REPLACE + 'target = ["24.1"]\n', False)])
    def test_another_way(self, lint: Lint, effect: str, expected: bool) -> None:  # noqa: FBT001  # a case
        """A rule added to the law's rules of one award opens another way to it; one that replaces them does not."""
        rule = RULE.replace("huy-hieu-que-huong", "lao-dong-tien-tien").replace('id = "1"\n', f'id = "1"\n{effect}')
        tracks = 'all = ["1-good"]\ntracks = ["civil-servant", "labourer", "worker"]'
        remarks = lint(OUTLINE, rule.replace('all = ["1-good"]', tracks))

        assert bool(told(remarks, "another-way")) is expected
        assert codes(remarks) >= {"still-unread"}  # khoản 4 Điều 24 still says that no such text was laid over it

    def test_key(self, lint: Lint) -> None:
        """A judgement whose key the law has for another."""
        rule = RULE.replace(
            'rated = "good"', '[clause.attested]\nname = "spirit"\nlabel = "tiêu biểu"\ngloss = "exemplary"'
        )
        moved = rule.replace('"1-good"', '"24.1.b-good"')

        assert told(lint(AWARD, rule, POWER), "key-taken") == []
        assert told(lint(AWARD, moved, POWER), "key-taken") == [("clause '24.1.b-good'", "warning")]


class TestOther:
    """Letters, glosses, denominators."""

    def test_nfc(self, lint: Lint) -> None:
        """Decomposed letters in the file."""
        remarks = lint(OUTLINE, AWARD.replace("Huy hiệu", "Huy hie\u0323\u0302u"), RULE, POWER)

        assert [remark.values for remark in remarks if remark.code == "not-nfc"] == [{"lines": 1}]

    def test_gloss(self, lint: Lint) -> None:
        """Words without English, also inside a judgement."""
        judged = RULE.replace(
            'rated = "good"', '[clause.attested]\nname = "x"\nlabel = "tiêu biểu"\ngloss = "tiêu biểu"'
        )
        remarks = lint(OUTLINE, AWARD, judged, POWER)

        assert told(remarks, "no-gloss") == [("clause '1-good'", "warning")]

    @pytest.mark.parametrize(
        ("base", "expected"),
        [('base = "strength"', True), ('base = "holders"\nbase_awards = ["lao-dong-tien-tien"]', False)],
    )
    def test_base(self, lint: Lint, base: str, expected: bool) -> None:  # noqa: FBT001  # a case
        """A cap of the strength, which no decision shows; holders of a title are shown by the rows."""
        rate = f'[[rate]]\nid = "1"\nawards = ["chien-si-thi-dua-co-so"]\nat_most = 0.1\n{base}\n'

        assert bool(told(lint(OUTLINE, rate), "base-not-shown")) is expected


class TestNoEffect:
    """Caps and votes that the law's own make idle."""

    DAY = date(2024, 12, 20)
    HEAD = HEAD.replace("2026-01-15", "2024-12-01")

    @pytest.mark.parametrize(("at_least", "idle"), [("0.79", True), ("0.80", True), ("0.81", False)])
    def test_ballot(self, lint: Lint, at_least: str, idle: bool) -> None:  # noqa: FBT001  # a case
        """Khoản 7 Điều 30 of NĐ 98/2023 asks 80% for Chiến sĩ thi đua cơ sở: only more than that is more."""
        text = f'[[ballot]]\nid = "1"\nawards = ["chien-si-thi-dua-co-so"]\nat_least = {at_least}\n'
        remarks = lint(OUTLINE, text, head=self.HEAD, law=thidua.law_on(self.DAY))

        assert bool(told(remarks, "no-effect")) is idle

    def test_every_award(self, lint: Lint) -> None:
        """A vote on awards of which the law says nothing is no idle one."""
        text = '[[ballot]]\nid = "1"\nat_least = 0.5\n'

        assert told(lint(OUTLINE, text, head=self.HEAD, law=thidua.law_on(self.DAY)), "no-effect") == []

    @pytest.mark.parametrize(("at_most", "idle"), [("0.14", False), ("0.15", True), ("0.16", True)])
    def test_rate(self, lint: Lint, at_most: str, idle: bool) -> None:  # noqa: FBT001  # a case
        """Khoản 3 Điều 9 of NĐ 91/2017 caps Chiến sĩ thi đua cơ sở at 15%: only a lower cap changes anything."""
        day = date(2023, 6, 1)
        base = 'base = "holders"\nbase_awards = ["lao-dong-tien-tien", "chien-si-tien-tien"]\nincludes = false\n'
        text = f'[[rate]]\nid = "1"\nawards = ["chien-si-thi-dua-co-so"]\nat_most = {at_most}\n{base}'
        head = HEAD.replace("2026-01-15", "2023-01-15")

        assert bool(told(lint(OUTLINE, text, head=head, law=thidua.law_on(day)), "no-effect")) is idle


class TestStrictness:
    """A replacement told as stricter or looser than what it replaces."""

    @pytest.mark.parametrize(
        ("target", "condition", "code"),
        [
            ("24.1.a", 'rated = "completed"', "looser"),
            ("24.1.a", 'rated = "good"', "same"),
            ("24.1.a", 'rated = "excellent"', "stricter"),
            ("27.1.c-advanced", 'members = { share = "advanced", at_least = 0.69 }', "looser"),
            ("27.1.c-advanced", 'members = { share = "advanced", at_least = 0.70 }', "same"),
            ("27.1.c-advanced", 'members = { share = "advanced", at_least = 0.71 }', "stricter"),
            ("27.1.c-advanced", 'members = { share = "advanced", above = 0.70 }', "different"),
            ("27.1.d", 'has_members = { award = "chien-si-thi-dua-co-so", at_least = 2 }', "stricter"),
            ("74.1.a", 'movement = { launched_by = ["province"], results = ["leading"] }', "stricter"),
            ("74.1.a", 'movement = { results = ["outstanding", "leading"] }', "looser"),
            ("74.3.d-years", 'run = { years = 3, each = { rated = "excellent" } }', "stricter"),
            (
                "74.3.d-years",
                'run = { years = 2, each = { rated = "good", titles = ["tap-the-lao-dong-xuat-sac"] } }',
                "different",  # a lower rating does, and one title of two does no more
            ),
            (
                "74.3.d-years",
                f'run = {{ years = 2, each = {{ rated = "good", titles = {TITLES} }} }}',
                "looser",
            ),
            ("74.3.d-years", 'run = { years = 1, each = { rated = "excellent" } }', "different"),
            ("22.1.a", 'holds = { awards = ["chien-si-thi-dua-co-so"], consecutive = 2 }', "looser"),
            ("22.1.a", 'holds = { awards = ["chien-si-thi-dua-co-so"], consecutive = 4 }', "stricter"),
            ("24.1.a", "martyr = true", "different"),
            ("28.1.c-discipline", 'worst_discipline_below = "khien-trach"', "stricter"),
            ("28.1.c-discipline", 'worst_discipline_below = "giang-chuc"', "looser"),
        ],
    )
    def test_clause(self, lint: Lint, target: str, condition: str, code: str) -> None:
        """One below, at, and one above what the law asks; looser is to be looked at again."""
        [remark] = lint(OUTLINE, f'[[clause]]\nid = "1"\n{REPLACE}target = ["{target}"]\n{condition}\n')

        assert (remark.code, remark.severity) == (code, "warning" if code == "looser" else "note")

    @pytest.mark.parametrize(
        ("word", "with_excellent", "code"),
        [("all", True, "stricter"), ("any", False, "stricter"), ("any", True, "same")],
    )
    def test_groups(self, lint: Lint, word: str, with_excellent: bool, code: str) -> None:  # noqa: FBT001  # a case
        """Both of two where the law takes either, and a road left out, are stricter; all of its roads are the same."""
        names = ("initiative", "research", "combat")
        old = ", ".join(f'"06/2022/QH15:23.2-{name}"' for name in names)
        more = ', "1-excellent"' if with_excellent else ""
        text = f'[[clause]]\nid = "1"\n{REPLACE}target = ["23.2"]\n{word} = ["1-old"{more}]\n'
        old = f'[[clause]]\nid = "1-old"\nany = [{old}]\n'
        excellent = '[[clause]]\nid = "1-excellent"\nrated = "excellent"\n' if with_excellent else ""

        assert codes(lint(OUTLINE, text, old, excellent)) == {code}

    @pytest.mark.parametrize(("rating", "code"), [("good", "different"), ("failed", "same")])
    def test_denied(self, lint: Lint, rating: str, code: str) -> None:
        """What a clause of the law denies (khoản 3 Điều 24: rated at all) is no stricter for asking more of it."""
        text = f'[[clause]]\nid = "1"\n{REPLACE}target = ["24.3-rated"]\nrated = "{rating}"\n'

        assert codes(lint(OUTLINE, text)) == {code}

    def test_road_added(self, lint: Lint) -> None:
        """A road that the law does not have is looser."""
        old = ", ".join(f'"06/2022/QH15:23.2-{name}"' for name in ("excellent", "initiative", "research", "combat"))
        text = f'[[clause]]\nid = "1"\n{REPLACE}target = ["23.2"]\nany = ["1-good", {old}]\n'

        assert told(lint(OUTLINE, text, '[[clause]]\nid = "1-good"\nrated = "good"\n'), "looser")

    @pytest.mark.parametrize(("at_least", "code"), [(59, "looser"), (60, "same"), (61, "stricter")])
    def test_exact(self, tmp_path: Path, at_least: int, code: str) -> None:
        """Shares are compared exactly, in a draft over a draft as well."""
        base = (
            HEAD.replace("1/2026", "2/2026")
            + '[[clause]]\nid = "9"\nmembers = { share = "advanced", at_least = 0.60 }\n'
        )
        over = HEAD + f'[[clause]]\nid = "9"\nmembers = {{ share = "advanced", at_least = 0.{at_least} }}\n'
        laws = []
        for name, text in (("a", base), ("b", over)):
            (tmp_path / name).write_text(text, encoding="utf-8")
            laws.append(thidua.law_on(DAY, thidua.load_document(tmp_path / name)))
        old, new = ([each for each in law.of(Clause) if each.entry.id == "9"][-1] for law in laws)

        assert strictness(old, laws[0], new, laws[1]) == code

    @given(st.decimals("0.01", "1", places=2), st.decimals("0.01", "1", places=2))
    def test_mirror(self, first: Decimal, second: Decimal) -> None:
        """What is stricter one way round is looser the other way round."""
        from thidua.book.strictness import _at_least  # noqa: PLC0415  # the one question both ways rest on

        one, other = ({"members": {"share": "advanced", "at_least": share}} for share in (first, second))

        assert _at_least(one, other, Clause) is (first >= second)
        assert _at_least(other, one, Clause) is (second >= first)


class TestWords:
    """What is said of a remark."""

    def test_every_code(self) -> None:
        """Every remark that is no fault has a sentence and a remedy."""
        assert SENTENCES.keys() == REMEDIES.keys()
        assert not SENTENCES.keys() & FAULTS.keys()

    @pytest.mark.parametrize("locale", ["vi", "en"])
    def test_text(self, lint: Lint, locale: str) -> None:
        """Every remark of a bad document can be told, with no place left open."""
        rule = RULE.replace('recipients = ["individual"]', 'recipients = ["household"]')
        text = remarks_text(lint(AWARD, rule, head=HEAD.replace("in_force = 2026-01-15\n", "")), locale)

        assert "{" not in text
        assert text.count("→") == text.count("[no-") + text.count("[never-received]")

    def test_nothing(self) -> None:
        """Nothing to say is said."""
        assert remarks_text((), "en") == "Nothing to say."


class TestMisuse:
    """What is no document and no law."""

    def test_no_file(self, tmp_path: Path) -> None:
        """A file that is not there is an error of the caller's."""
        with pytest.raises(thidua.InputError, match="cannot be read"):
            lint_document(tmp_path / "none.toml")

    def test_kinds(self) -> None:
        """Neither a path nor a document; a law that already has a document laid over it."""
        with pytest.raises(thidua.InputError, match="a file or a document"):
            lint_document(3)  # type: ignore[arg-type]  # the error is the test
        made = thidua.load_document(EXAMPLES / "bac-ninh-86-2025.toml")
        with pytest.raises(thidua.InputError, match="without documents"):
            lint_document(made, law=thidua.law_on(DAY, made))

    def test_law(self, lint: Lint) -> None:
        """The law of one day, in place of that of the document's own days."""
        text = f'[[clause]]\nid = "1"\n{REPLACE}target = ["24.1.a"]\nrated = "excellent"\n'

        assert codes(lint(OUTLINE, text, law=thidua.law_on(DAY))) == {"stricter"}
        assert codes(lint(OUTLINE, text, law=thidua.law_on(date(2026, 1, 15)))) == {"stricter"}
        with pytest.raises(thidua.InputError, match="not in force on 2026-01-14"):
            lint(OUTLINE, text, law=thidua.law_on(date(2026, 1, 14)))


class TestCommand:
    """``python -m thidua lint``."""

    @pytest.mark.parametrize(
        ("parts", "code"),
        [((OUTLINE, AWARD, RULE, POWER), 0), ((OUTLINE, AWARD), 3), ((OUTLINE, RULE), 1), (("[[rule\n",), 1)],
    )
    def test_exit(self, tmp_path: Path, capsys: pytest.CaptureFixture[str], parts: tuple[str, ...], code: int) -> None:
        """0 where there are notes at most, 3 for something to look at again, 1 for an error."""
        path = tmp_path / "document.toml"
        path.write_text(HEAD + "".join(parts), encoding="utf-8")

        assert main(["lint", str(path)]) == code
        assert main(["lint", str(path), "--json", "--lang", "en", "--on", "2026-03-02"]) == code
        out = capsys.readouterr().out.splitlines()[-1]
        assert {key for remark in json.loads(out) for key in remark} <= {
            "place",
            "severity",
            "code",
            "sentence",
            "remedy",
        }

    def test_no_file(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """2 for a file that cannot be read."""
        assert main(["lint", str(tmp_path / "none.toml")]) == 2
        assert "không đọc được tệp" in capsys.readouterr().err
