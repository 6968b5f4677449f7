"""Errors in Vietnamese: every sentence that is raised in English has its own, and says no English word."""

from __future__ import annotations

import ast
import pickle
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import pytest
from babel.messages.pofile import read_po

import thidua
from tests import codes
from thidua import InputError, NotInForce, Problem, UnknownTerm, errors
from thidua.__main__ import main
from thidua.book.coverage import coverage
from thidua.errors import ThiduaError, Worded, both, either, listed, worded
from thidua.interchange import load, read_decisions
from thidua.model.decision import Ballot
from thidua.people.enumerators import enumerated
from thidua.people.numerals import figure, percent, ratio
from thidua.wording.catalogue import catalogue
from thidua.wording.sheet_words import SLIPS

PACKAGE = Path(thidua.__file__).parent
LAW = thidua.law_on(date(2024, 12, 20))
TAKERS = ("worded", "wrong", "UnknownTerm", "Within", "_joined")
"""What takes a template as its first argument."""
ENGLISH = re.compile(
    r"\b(the|is|are|was|and|or|not|with|say|said|expected|got|has|have|must|give|keep|there|which|this|that|write|leave"
    r"|than|only|already|at|its|no|unknown|because|nothing|a|an|if|it|be|by|cannot|one|two|both|every)\b",
    re.IGNORECASE,
)
FOREIGN = {
    "cannot be read: {reason}": "reason",
    "not JSON at line {lineno}, column {colno}: {msg}": "msg",
    "a column holds values of several types: {error}": "error",
    "two columns of one name: {error}": "error",
    '{error}: text stands behind a closing quotation mark; write "" for a mark within a cell': "error",
    "openpyxl cannot read it as an .xlsx file ({kind}); open it in Excel and save it anew": "kind",
    "{what}": "what",
    "{what} (at line {line}, column {column})": "what",
}
"""What other programs say, in English alone: the Vietnamese leaves it out."""


def calls(*names: str) -> Iterator[ast.Call]:
    """Yield the package's calls of these names."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in names:
                yield node


@cache
def templates() -> dict[str, bool]:
    """Return every template, and whether values stand in it."""
    found: dict[str, bool] = {}
    for call in calls(*TAKERS):
        match call.args:
            case [ast.Constant(value=str(text)), *_] if text:
                name = ast.unparse(call.func)
                filled = name == "_joined" or (name == "worded" and bool(call.keywords))
                found[text] = found.get(text, False) or filled
    return found


@cache
def vietnamese() -> dict[str, str]:
    """Return the catalogue: English template, Vietnamese."""
    with (PACKAGE / "locale/vi/LC_MESSAGES/errors.po").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file, locale="vi") if message.id}


def places(text: str) -> set[str]:
    """Return the places of a template."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def english(text: str) -> list[str]:
    """Find English words outside what is quoted, the places, and the keys of files and of Python."""
    bare = re.sub(
        r"“[^”]*”|\"[^\"]*\"|'[^']*'|\{[^{}]*\}|\[\[?\w+\]?\]|\w+(?: = …|\.\w+|=\S+)|[<>]=|\w*_\w*|-\w+", " ", text
    )
    return [found[0] for found in ENGLISH.finditer(bare)]


class TestCatalogue:
    """The Vietnamese catalogue against what the package raises."""

    def test_complete(self) -> None:
        """Every sentence, and every part of one, has its Vietnamese, and none is left from before."""
        assert sorted(set(templates()) - set(vietnamese())) == []
        assert sorted(set(vietnamese()) - set(templates())) == []
        assert [template for template, text in vietnamese().items() if not text.strip()] == []

    def test_places(self) -> None:
        """The Vietnamese fills the same places, but for what other programs say in English alone."""
        known = vietnamese()
        valued = [template for template, filled in templates().items() if filled]
        wrong = [each for each in valued if places(known[each]) != places(each) - {FOREIGN.get(each)}]

        assert wrong == []
        assert {*FOREIGN} <= {*valued}

    def test_values(self) -> None:
        """Whoever raises a sentence gives a value for each of its places, and no other."""
        for call in calls("worded"):
            given = {keyword.arg for keyword in call.keywords}
            if None not in given and isinstance(call.args[0], ast.Constant):
                wanted = places(call.args[0].value) if given else set()
                assert given == wanted, ast.unparse(call)

    def test_vietnamese(self) -> None:
        """Letters composed (NFC), and no English word left."""
        for template, text in vietnamese().items():
            assert unicodedata.is_normalized("NFC", text), text
            assert english(text) == [], text
            assert text != template or not re.search(r"[a-z]", re.sub(r"\{[^{}]*\}", "", text)), text

    def test_english_is_found(self) -> None:
        """What is looked for would be found: the English has such words."""
        assert english("cần số nguyên, got “x”") == ["got"]
        assert english("ghi at_least hoặc above, một trong hai; nói rõ bằng of = …") == []
        assert sum(bool(english(template)) for template in vietnamese()) > 0.75 * len(vietnamese())


class TestRaised:
    """No sentence reaches an error but one that can be said in Vietnamese."""

    def test_types(self) -> None:
        """A problem takes worded sentences alone, by its type: the type checker holds every place that raises one."""
        assert Problem.__annotations__["sentence"] == InputError.one.__annotations__["sentence"] == "Worded"

    def test_no_plain_text(self) -> None:
        """No text and no f-string stands where a sentence goes, or where a template is."""
        for call in calls("Problem", "InputError.one", "refuse", "misfit"):
            assert not any(isinstance(each, (ast.JoinedStr, ast.Constant)) for each in call.args[2:]), ast.unparse(call)
        for call in calls(*TAKERS):
            assert not isinstance(call.args[0], (ast.JoinedStr, ast.BinOp)), ast.unparse(call)


HEAD = """
[document]
id = "test"
title = "a"
kind = "draft"
issuer = "a"
standing = "unverified"
checked = 2026-11-22
"""
CLAUSE = '[[clause]]\nid = "1.1"\n'
DOSSIER: dict[str, Any] = {"subject": {"kind": "individual", "id": "A-17"}, "year": 2024}
DECISION = {"award": "LĐTT", "recipient": "individual"}
ROWS = [{"Đối tượng": "Cá nhân", "Danh hiệu": "LĐTT"}]


def dossier(**more: Any) -> Callable[[Path], object]:
    """Load a dossier with these keys."""
    return lambda _: thidua.load_dossier({**DOSSIER, **more})


def text(given: str | bytes) -> Callable[[Path], object]:
    """Load a dossier's text."""
    return lambda _: thidua.load_dossier(given)


def document(entries: str, head: str = HEAD) -> Callable[[Path], object]:
    """Lay a document over a law."""

    def laid(folder: Path) -> object:
        path = folder / "a.toml"
        path.write_text(head + entries, encoding="utf-8")
        return thidua.law_on(date(2024, 12, 20), thidua.load_document(path))

    return laid


def sheet(given: str, name: str = "a.csv") -> Callable[[Path], object]:
    """Read an office's sheet."""

    def read(folder: Path) -> object:
        (folder / name).write_text(given, encoding="utf-8")
        return read_decisions(folder / name)

    return read


BAD: list[tuple[str, Callable[[Path], object]]] = [
    ("ambiguous", lambda _: figure("1.5")),
    ("ambiguous", lambda _: percent("0,5")),
    ("bad-period", document(f'{CLAUSE}rated = "good"\nsince = 2025-01-01\nuntil = 2024-01-01\n')),
    ("bad-period", document("", f"{HEAD}in_force = 2025-01-01\nends = 2024-01-01\n")),
    ("bad-value", dossier(year="2024")),
    ("bad-value", dossier(received="2024-02-30")),
    ("bad-value", dossier(years=[{"year": 2024, "rating": "excelent"}])),
    ("bad-value", dossier(years=3)),
    ("bad-value", lambda _: thidua.compare(LAW, "2024")),  # type: ignore[arg-type]  # the error is the test
    ("bad-value", lambda _: figure("cả 3 xã")),
    ("circle", document(f'{CLAUSE}all = ["1.2"]\n[[clause]]\nid = "1.2"\nall = ["1.1"]\n')),
    ("contradiction", dossier(received="2020-01-01")),
    ("contradiction", dossier(joined="2030-01-01")),
    ("contradiction", dossier(years=[{"year": 2024, "rating": "good"}, {"year": 2024, "rating": "failed"}])),
    ("contradiction", lambda _: Ballot(council="a", members=9, in_favour=12)),
    ("dangling", document(f'{CLAUSE}all = ["1.2"]\n')),
    ("does-not-fit", document('[[clause]]\nid = "99.1"\neffect = "replace"\nrated = "good"\n')),
    ("duplicate", document(f'{CLAUSE}rated = "good"\n{CLAUSE}rated = "good"\n')),
    ("duplicate-key", text('{"year": 2024, "year": 2023}')),
    ("duplicate-key", dossier(subject={"kind": "individual", "track": "farmer", "tracks": ["farmer"]})),
    ("empty", document(f"{CLAUSE}all = []\n")),
    ("header-in-parts", sheet("Đối tượng,Danh hiệu,,\n,,Tổng số,Năm\nCá nhân,LĐTT,1,2024\n")),
    ("missing", text('{"year": 2024}')),
    ("missing", lambda _: thidua.assess(thidua.load_dossier(DOSSIER), "LĐTT", law=thidua.law_on)),
    ("mixed", lambda _: load([DOSSIER, DECISION])),
    ("no-header", sheet("a,b\n1,2\n")),
    ("no-outline", lambda _: coverage("42/2010/NĐ-CP")),
    ("not-csv", sheet('Đối tượng,Danh hiệu\n"Cá nhân,LĐTT\n')),
    ("not-csv", sheet('Đối tượng,Danh hiệu\n"Cá" nhân,LĐTT\n')),
    ("not-json", text("{")),
    ("not-json", text(" ")),
    ("not-json", text("ho-so.json")),
    ("not-toml", document("[[rule\n")),
    ("not-toml", document("x = [\n")),
    ("not-utf-8", text(b"\xff\xfe")),
    ("not-xlsx", sheet("a", "a.xlsx")),
    ("null", dossier(years=None)),
    ("one-bound", document(f'{CLAUSE}members = {{ share = "advanced" }}\n')),
    ("one-condition", document(CLAUSE)),
    ("one-condition", document(f'{CLAUSE}rated = "good"\nflag_eligible = true\n')),
    ("out-of-range", dossier(year=224)),
    ("out-of-range", dossier(holders={"LĐTT": -1})),
    ("too-deep", text("[" * 5000)),
    ("too-much", document(f'{CLAUSE}holds = {{ awards = ["a"], consecutive = 2, when = "year" }}\n')),
    ("twice", lambda _: read_decisions([{**ROWS[0], "ĐỐI TƯỢNG": "Tập thể"}])),
    ("two-lists", lambda _: enumerated("Một là, a\nHai là, b\nMột là, c")),
    ("two-numbers", lambda _: figure("19 xã và 5 ấp")),
    ("unit", lambda _: ratio("5 tấn/3 xã")),
    ("unit-twice", lambda _: figure("3%%")),
    ("unknown-award", dossier(awards=[{"award": "Chiến sĩ thi đua cơ", "year": 2023}])),
    ("unknown-award", lambda _: read_decisions([{**ROWS[0], "Danh hiệu": "CSTĐ xx"}]).or_raise()),
    ("unknown-document", document("", f'{HEAD}amends = "06/2022/QH51"\n')),
    ("unknown-key", dossier(yeer=2024)),
    ("unknown-table", document('[[clauses]]\nid = "1.1"\n')),
    ("unreadable", lambda folder: thidua.load_dossier(folder / "none.json")),
    ("unreadable", lambda folder: thidua.load_document(folder / "none.toml")),
    ("unrecognised", lambda _: load({"a": 1})),
    ("unrecognised", sheet("a", "a.doc")),
]
"""A code, and what is refused with it."""


def left(told: object) -> Iterator[str]:
    """Yield what of a sentence stays English: templates without Vietnamese, plain text in its places."""
    if not isinstance(told, Worded):
        yield str(told)
        return
    own = {catalogue("en").gettext(message) for message in SLIPS.values()}
    if told.template not in vietnamese() and told.template not in own:
        yield told.template
    for name, value in told.values.items():
        if isinstance(value, Worded):
            yield from left(value)
        elif isinstance(value, str) and name != FOREIGN.get(told.template) and len(english(value)) > 1:
            yield value


class TestBadInput:
    """Bad input of every kind, told to a clerk."""

    @pytest.mark.parametrize(("code", "refused"), BAD, ids=[f"{at}-{code}" for at, (code, _) in enumerate(BAD)])
    def test_told(self, tmp_path: Path, code: str, refused: Callable[[Path], object]) -> None:
        """It is told in Vietnamese to the last part, by its place and its code; English stays as it was."""
        with pytest.raises(InputError) as raised:
            refused(tmp_path)

        assert code in {problem.code for problem in raised.value.problems}
        for problem in raised.value.problems:
            said = problem.explain("vi")
            assert list(left(problem.sentence)) == []
            assert unicodedata.is_normalized("NFC", said)
            assert problem.sentence.explain("vi") in said
            assert problem.sentence.explain("vi") != str(problem.sentence) == problem.sentence.explain("en")
            assert problem.explain("en") == str(problem)
            assert said in raised.value.explain("vi")

    def test_codes(self) -> None:
        """The codes of the table are codes that the package says, and most of those that need no table library."""
        said = {code for code, floors in codes.where().items() if floors - {"frames", "views"}}

        assert {code for code, _ in BAD} <= said | codes.of_sheets()
        assert len({code for code, _ in BAD} & said) > len(said) / 2

    @pytest.mark.parametrize(
        ("error", "vi"),
        [
            (
                lambda: LAW.award("CSTĐCSS"),
                "không có danh hiệu, hình thức “CSTĐCSS”; có phải “CSTĐCS” hoặc “CSTĐ cơ sở”?",
            ),
            (
                lambda: thidua.law_on(date(2020, 12, 31)).award("Xã, phường, thị trấn tiêu biểu"),
                "“Xã, phường, đặc khu tiêu biểu” không có hiệu lực ngày 31/12/2020: có hiệu lực từ ngày 01/01/2024",
            ),
            (
                lambda: thidua.law_on(date(2025, 10, 10)).award("Giấy khen cấp huyện"),
                (
                    "“Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện” không có hiệu lực ngày 10/10/2025:"
                    " có hiệu lực từ ngày 01/07/2004 đến trước ngày 01/07/2025"
                ),
            ),
            (lambda: thidua.law_on(date(2025, 1, 1), readings={"x": "y"}), "không có cách hiểu “x”"),
            (lambda: catalogue("fr"), "không có ngôn ngữ “fr”; có phải “vi” hoặc “en”?"),
        ],
    )
    def test_names(self, error: Callable[[], object], vi: str) -> None:
        """A name that is none and an award of other days, with days as offices write them."""
        with pytest.raises((UnknownTerm, NotInForce)) as raised:
            error()

        assert raised.value.explain("vi") == raised.value.explain() == vi
        assert raised.value.explain("en") == str(raised.value)

    @pytest.mark.parametrize(
        ("told", "vi"),
        [
            (worded("ends on {until}, before it begins on {since}", until=date(2024, 1, 5), since=date(2024, 2, 1)),
             "kết thúc ngày 05/01/2024, trước khi bắt đầu ngày 01/02/2024"),
            (worded("{part} is more than the {total} members there are", part=12488, total=1194),
             "12.488 nhiều hơn tổng số 1.194 thành viên"),
            (worded("{value} is not a plausible {what}: expected {limits}", value=224, what=worded("year"),
                    limits=worded("{least} to {most}", least=1900, most=2200)),
             "năm không thể là 224: phải từ 1900 đến 2200"),
            (worded("a share is from 0 to 1, not {share}", share=Decimal("1.25")),
             "tỷ lệ phải từ 0 đến 1, không phải 1,25"),
            (worded("expected a whole number, got {value!r}", value="a\nb\udc80"),
             "cần số nguyên, không phải “a\\nb\\udc80”"),
            (both(["a", "b", "c"]), "a và b và c"),
            (either(["a", "b"]), "a hoặc b"),
            (listed(["a", "b"]), "“a”, “b”"),
        ],
    )  # fmt: skip
    def test_values(self, told: Worded, vi: str) -> None:
        """Days as dd/mm/yyyy, counts with their points, years and what was given as they are."""
        assert told.explain() == vi

    def test_own_text(self) -> None:
        """A caller's own text is told as it is."""
        problem = Problem("$", "bad-value", "of the caller's own {x}")  # type: ignore[arg-type]  # as callers may

        assert problem.explain("vi") == str(problem) == "$: of the caller's own {x} [bad-value]"

    def test_many(self) -> None:
        """The first faults are told, and how many more there are."""
        error = InputError([Problem(f"$[{at}]", "missing", worded("this key is required")) for at in range(1021)])

        assert str(error).endswith("; and 1001 more")
        assert error.explain("vi").splitlines()[-2:] == ["$[19]: phải có khóa này [missing]", "và 1.001 lỗi nữa"]

    @pytest.mark.parametrize(
        "told", [worded("expected {expected}, got {value}", expected="a", value=3), worded("text")]
    )
    def test_plain_text(self, told: Worded) -> None:
        """A sentence is text like any other, and can be copied."""
        copied = pickle.loads(pickle.dumps(told))  # noqa: S301  # what was just written

        assert (copied, copied.explain(), worded(copied)) == (told, told.explain(), told)
        assert isinstance(told, str)
        assert {told: 1}[str(told)] == 1

    @pytest.mark.parametrize(
        "error",
        [
            InputError([Problem("$.year", "missing", worded("this key is required"))], source="a.json"),
            UnknownTerm("award", "LĐT", ["LĐTT"]),
            NotInForce("award", date(2030, 1, 1), date(2004, 7, 1), date(2024, 1, 1)),
        ],
    )
    def test_another_process(self, error: ThiduaError) -> None:
        """An error that another process raised comes home as it was."""
        home = pickle.loads(pickle.dumps(error))  # noqa: S301  # what was just written

        assert type(home) is type(error)
        assert (str(home), home.explain(), vars(home)) == (str(error), error.explain(), vars(error))

    def test_unknown_language(self) -> None:
        """A language that is not there is an error here too."""
        with pytest.raises(UnknownTerm, match="language"):
            worded("text").explain("fr")

    def test_root(self) -> None:
        """Every error of the package can explain itself."""
        classes = [each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, ThiduaError)]

        assert {each.__name__ for each in classes} == {"ThiduaError", "InputError", "UnknownTerm", "NotInForce"}


class TestCommand:
    """``python -m thidua`` speaks one language."""

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ((), "a.json: $.yeer: ở đây không có khóa “yeer”; có phải “year”? [unknown-key]\n"),
            (("--lang", "vi"), "a.json: $.yeer: ở đây không có khóa “yeer”; có phải “year”? [unknown-key]\n"),
            (("--lang", "en"), "a.json: $.yeer: there is no key 'yeer' here; did you mean 'year'? [unknown-key]\n"),
        ],
    )
    def test_bad_input(
        self, capsys: pytest.CaptureFixture[str], tmp_path: Path, language: tuple[str, ...], said: str
    ) -> None:
        """Bad input is told in the language asked for, Vietnamese where none is."""
        path = tmp_path / "a.json"
        path.write_text('{"subject": {"kind": "individual"}, "year": 2024, "yeer": 1}', encoding="utf-8")

        assert main(["check", str(path), *language]) == 2
        assert capsys.readouterr().err == said

    def test_lint(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        """A document's faults are told in Vietnamese to the last word, their remedy too."""
        path = tmp_path / "a.toml"
        path.write_text(HEAD + '[[clauses]]\nid = "1"\n', encoding="utf-8")

        assert main(["lint", str(path)]) == 1
        assert "→ văn bản không có bảng nào tên [[clauses]]; có phải [[clause]]?" in capsys.readouterr().out
