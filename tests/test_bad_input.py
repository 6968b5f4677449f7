"""Bad input: one error that lists every fault with its path, in a moment, and nothing coerced."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.errors import InputError
from thidua.interchange import dump, load, load_decisions, load_dossier, load_dossiers
from thidua.interchange.jsontext import DEEPEST, LARGEST, parse
from thidua.model.decision import Ballot, Decision
from thidua.model.dossier import Dossier
from thidua.model.facts import Absence, Achievement, Interval, Members, Subject, YearRecord

EACH = pytest.mark.parametrize(
    "load_it", [load_dossier, load_dossiers, load_decisions, load], ids=lambda load_it: load_it.__name__
)
"""Holds of every loader."""


def shortly(value: object) -> str:
    """Name a case by what it begins with."""
    return repr(value)[:40]


GOOD: dict[str, Any] = {
    "subject": {"kind": "collective", "tracks": []},
    "year": 2024,
    "known_from": {"awards": 2018},
    "years": [{"year": 2023, "rating": "good"}, {"year": 2024, "rating": "good"}],
    "awards": [{"award": "CSTĐCS", "year": 2023, "decided_on": "2024-01-15", "period": {"since": 2022, "until": 2023}}],
    "achievements": [{"year": 2024, "kind": "donation", "value": 5}],
    "absences": [{"year": 2024, "kind": "maternity", "working_days": 120}],
    "disciplines": [{"measure": "khien-trach", "since": "2021-03-01", "until": None}],
    "members": {"total": 30, "completed": 30, "advanced": 30},
    "holders": {"CSTĐCS": 30},
    "attested": {"*": True},
}


FAULTS: tuple[tuple[str, Any, str, str], ...] = (
    ("year", "2024", "$.year", "bad-value"),
    ("year", 2024.0, "$.year", "bad-value"),
    ("year", Decimal(2024), "$.year", "bad-value"),
    ("year", True, "$.year", "bad-value"),
    ("year", math.nan, "$.year", "bad-value"),
    ("year", [2024], "$.year", "bad-value"),
    ("year", None, "$.year", "null"),
    ("year", 24, "$.year", "out-of-range"),
    ("year", 20240, "$.year", "out-of-range"),
    ("years.1.year", 1899, "$.years[1].year", "out-of-range"),
    ("years.1.rating", "Good", "$.years[1].rating", "bad-value"),
    ("years.1.rating", 3, "$.years[1].rating", "bad-value"),
    ("years.1", None, "$.years[1]", "null"),
    ("years.1", "good", "$.years[1]", "bad-value"),
    ("years", {"2024": "good"}, "$.years", "bad-value"),
    ("years", "good", "$.years", "bad-value"),
    ("years", None, "$.years", "null"),
    ("subject", "A-17", "$.subject", "bad-value"),
    ("subject.kind", "person", "$.subject.kind", "bad-value"),
    ("subject.tracks", "worker", "$.subject.tracks", "bad-value"),
    ("subject.tracks", ["worker", "workr"], "$.subject.tracks[1]", "bad-value"),
    ("subject.track", "worker", "$.subject.track", "duplicate-key"),
    ("subject.id", "\ud800", "$.subject.id", "bad-value"),
    ("subject.id", 17, "$.subject.id", "bad-value"),
    ("subject.colour", "red", "$.subject.colour", "unknown-key"),
    ("joined", "2024-02-30", "$.joined", "bad-value"),
    ("joined", "2024-2-3", "$.joined", "bad-value"),
    ("joined", "20240203", "$.joined", "bad-value"),
    ("joined", "2024-W05-6", "$.joined", "bad-value"),
    ("joined", "2024-02-03T00:00:00", "$.joined", "bad-value"),
    ("joined", "03/02/2024", "$.joined", "bad-value"),
    ("joined", 20240203, "$.joined", "bad-value"),
    ("joined", "", "$.joined", "bad-value"),
    ("joined", None, "$.joined", "null"),
    ("disciplines.0.until", "2021-02-28", "$.disciplines[0].until", "contradiction"),
    ("disciplines.0.since", None, "$.disciplines[0].since", "null"),
    ("awards.0.award", "Huân chương Sao Kim", "$.awards[0].award", "unknown-award"),
    ("awards.0.award", "", "$.awards[0].award", "unknown-award"),
    ("awards.0.award", "x" * 10**6, "$.awards[0].award", "unknown-award"),
    ("awards.0.award", 5, "$.awards[0].award", "bad-value"),
    ("awards.0.period.until", 2021, "$.awards[0].period.until", "contradiction"),
    ("awards.0.period.until", None, "$.awards[0].period.until", "null"),
    ("awards.0.revoked_on", "2024-01-14", "$.awards[0].revoked_on", "contradiction"),
    ("awards.0.grounds", "SK-1", "$.awards[0].grounds", "bad-value"),
    ("award", "CSTĐ xã", "$.award", "unknown-award"),
    ("known_from", 2018.0, "$.known_from", "bad-value"),
    ("known_from", 18, "$.known_from", "out-of-range"),
    ("known_from", None, "$.known_from", "null"),
    ("known_from.award", 2018, "$.known_from.award", "unknown-key"),
    ("known_from.awards", "2018", "$.known_from.awards", "bad-value"),
    ("known_from.awards", 18, "$.known_from.awards", "out-of-range"),
    ("achievements.0.value", -1, "$.achievements[0].value", "out-of-range"),
    ("achievements.0.value", 10**18, "$.achievements[0].value", "bad-value"),
    ("achievements.0.years", -1, "$.achievements[0].years", "out-of-range"),
    ("absences.0.working_days", 367, "$.absences[0].working_days", "out-of-range"),
    ("absences.0.working_days", -1, "$.absences[0].working_days", "out-of-range"),
    ("absences.0.months", -1, "$.absences[0].months", "out-of-range"),
    ("members.total", -1, "$.members.total", "out-of-range"),
    ("members.completed", 31, "$.members.completed", "contradiction"),
    ("members.completed", 29, "$.members.advanced", "contradiction"),
    ("received", "2023-12-31", "$.received", "contradiction"),
    ("awards.0.decided_on", "2022-12-31", "$.awards[0].decided_on", "contradiction"),
    ("members.advanced", 31, "$.members.advanced", "contradiction"),
    ("members.worst_discipline", None, "$.members.worst_discipline", "null"),
    ("holders.LĐTT", 31, "$.holders.lao-dong-tien-tien", "contradiction"),
    ("holders.LĐTT", -1, "$.holders.LĐTT", "out-of-range"),
    ("holders.LĐTT", True, "$.holders.LĐTT", "bad-value"),
    ("holders.LĐXX", 1, "$.holders.LĐXX", "unknown-award"),
    ("holders.chien-si-thi-dua-co-so", 1, "$.holders.chien-si-thi-dua-co-so", "duplicate-key"),
    ("holders", [], "$.holders", "bad-value"),
    ("attested.*", 1, "$.attested['*']", "bad-value"),
    ("attested.22_1_a/selected", None, "$.attested['22_1_a/selected']", "null"),
    ("yaers", [], "$.yaers", "unknown-key"),
)
"""Where in the good dossier, what stands there, and the path and code of the problem."""

TEXTS: dict[str, tuple[str | bytes, str]] = {
    "empty": ("", "not-json"),
    "no bytes": (b"", "not-json"),
    "blank": (" \n", "not-json"),
    "cut off": ("{", "not-json"),
    "a comma too many": ('{"year": 2024,}', "not-json"),
    "single quotes": ("{'year': 2024}", "not-json"),
    "two values": ("{} {}", "not-json"),
    "a line break in text": ('{"id": "a\nb"}', "not-json"),
    "a file's name": ("dossier.json", "not-json"),
    "UTF-16": ("{}".encode("utf-16"), "not-utf-8"),
    "Latin-1": ('{"id": "à"}'.encode("latin-1"), "not-utf-8"),
    "open lists": ("[" * 100_000, "too-deep"),
    "open tables": ('{"a":' * 100_000, "too-deep"),
    "nested lists": ("[" * 100_000 + "]" * 100_000, "too-deep"),
    "lists between": ("[[]," * 100_000, "too-deep"),
    "brackets in text between": ('["]",' * 100_000, "too-deep"),
}
"""Text that no loader takes, and the code of its problem."""


def faults(load_it: Callable[[Any], Any], source: Any) -> list[tuple[str, str]]:
    """Return path and code of each problem that a loader finds."""
    with pytest.raises(InputError) as error:
        load_it(source)
    assert str(error.value)
    return [(problem.path, problem.code) for problem in error.value.problems]


def changed(path: str, value: Any) -> dict[str, Any]:
    """Return the good dossier with the value at the path (``years.1.rating``) replaced."""
    made: Any = json.loads(json.dumps(GOOD))
    *steps, last = (int(step) if step.isdigit() else step for step in path.split("."))
    place = made
    for step in steps:
        place = place[step]
    place[last] = value
    return made  # type: ignore[no-any-return]  # it is the table it was


class TestFaults:
    """What may be wrong with one value: where it is told, and by which code."""

    @pytest.mark.parametrize(
        ("where", "value", "path", "code"), FAULTS, ids=[f"{row[0]} = {row[1]!r:.30}" for row in FAULTS]
    )
    def test_one(self, where: str, value: Any, path: str, code: str) -> None:
        """One fault gives one problem, with its path."""
        assert faults(load_dossier, changed(where, value)) == [(path, code)]

    def test_endless_number(self) -> None:
        """A number too long for Python to print is refused all the same."""
        assert faults(load_dossier, {**GOOD, "year": 10**5000}) == [("$.year", "bad-value")]

    @pytest.mark.parametrize(
        ("where", "value"),
        [("years.1.year", 2023), ("years.1.rating", "failed"), ("disciplines.0.until", "2021-03-01"), ("years", [])],
    )
    def test_unusual(self, where: str, value: Any) -> None:
        """What is unusual but possible is no fault."""
        assert isinstance(load_dossier(changed(where, value)), Dossier)

    @pytest.mark.parametrize("key", ["subject", "year"])
    def test_missing(self, key: str) -> None:
        """Only the subject and the year are required."""
        source = {name: value for name, value in GOOD.items() if name != key}

        assert faults(load_dossier, source) == [(f"$.{key}", "missing")]

    @pytest.mark.parametrize(
        ("where", "value", "hint"),
        [
            ("yaers", [], "did you mean 'years'?"),
            ("known_from.award", 2018, "did you mean 'awards'?"),
            ("years.1.rating", "excelent", "did you mean 'excellent'?"),
            ("awards.0.award", "Chiến sĩ thi đua cơ", "did you mean 'Chiến sĩ thi đua cơ sở'?"),
            ("subject.kind", "person", "one of individual, collective, household"),
        ],
    )
    def test_nearest(self, where: str, value: Any, hint: str) -> None:
        """A slip of the pen is answered with what was likely meant; where nothing is near, with what there is."""
        with pytest.raises(InputError) as error:
            load_dossier(changed(where, value))

        assert error.value.problems[0].sentence.endswith(hint)

    def test_two_ratings(self) -> None:
        """Two ratings for one year are shown at the second; the same one twice is none too many."""
        years = [{"year": 2024, "rating": "good"}, {"year": 2024, "rating": "good"}, {"year": 2024, "rating": "failed"}]

        assert faults(load_dossier, {**GOOD, "years": years}) == [("$.years[2].rating", "contradiction")]

    def test_all_at_once(self) -> None:
        """Every fault is listed, contradictions beside faults of form, also within one record."""
        source = """
        {"subject": {"kind": "collective", "track": "workr", "colour": 1}, "year": 24, "joined": null,
         "known_from": {"award": 2018, "years": 18},
         "years": [{"year": 2023, "rating": "good"}, {"year": 2023, "rating": "failed", "remark": "?"}, {"year": NaN}],
         "awards": [{"award": "CSTX", "year": 2023.5, "decided_on": "2024-02-30"}],
         "disciplines": [{"measure": "khien-trach", "since": "2021-03-01", "until": "2020-03-01", "note": 1}],
         "members": {"total": 3, "completed": 4, "advanced": "5"},
         "holders": {"CSTĐCS": 4, "LĐTT": -1, "LDXX": 1}}
        """

        assert set(faults(load_dossier, source)) == {
            ("$.subject.track", "bad-value"),
            ("$.subject.colour", "unknown-key"),
            ("$.year", "out-of-range"),
            ("$.joined", "null"),
            ("$.known_from.award", "unknown-key"),
            ("$.known_from.years", "out-of-range"),
            ("$.years[1].remark", "unknown-key"),
            ("$.years[1].rating", "contradiction"),
            ("$.years[2].year", "bad-value"),
            ("$.awards[0].award", "unknown-award"),
            ("$.awards[0].year", "bad-value"),
            ("$.awards[0].decided_on", "bad-value"),
            ("$.disciplines[0].note", "unknown-key"),
            ("$.disciplines[0].until", "contradiction"),
            ("$.members.advanced", "bad-value"),
            ("$.members.completed", "contradiction"),
            ("$.holders.chien-si-thi-dua-co-so", "contradiction"),
            ("$.holders.LĐTT", "out-of-range"),
            ("$.holders.LDXX", "unknown-award"),
        }

    def test_no_fault_twice(self) -> None:
        """A contradiction that the record itself finds is told once."""
        assert faults(load_dossier, changed("members.completed", 31)) == [("$.members.completed", "contradiction")]

    @pytest.mark.parametrize(
        "table",
        [MappingProxyType(GOOD), {**GOOD, "subject": MappingProxyType({"kind": "household"})}],
        ids=["all", "one"],
    )
    def test_any_mapping(self, table: Any) -> None:
        """A mapping need not be a dict."""
        assert load_dossier(table).year == 2024

    def test_key_that_is_no_text(self) -> None:
        """A key that no JSON could have is an unknown key."""
        assert faults(load_dossier, {**GOOD, 5: 1}) == [("$[5]", "unknown-key")]


class TestText:
    """What may be wrong with the text itself."""

    @EACH
    @pytest.mark.parametrize("what", TEXTS)
    def test_refused(self, load_it: Callable[[Any], Any], what: str) -> None:
        """Text that is not JSON, or that nests without end, is one fault of the whole."""
        text, code = TEXTS[what]

        assert faults(load_it, text) == [("$", code)]

    @pytest.mark.parametrize("text", ["null", "5", "true", '"x"', "NaN", "-Infinity", "1e400", "9" * 5000], ids=shortly)
    @EACH
    def test_no_table(self, load_it: Callable[[Any], Any], text: str) -> None:
        """JSON that is no table or list is one fault of the whole."""
        assert [path for path, _ in faults(load_it, text)] == ["$"]

    def test_file_taken_for_text(self) -> None:
        """Who passes a file's name is told to pass a path."""
        with pytest.raises(InputError, match=r"pathlib\.Path"):
            load_dossier("dossier.json")

    @pytest.mark.parametrize(
        "number", ["NaN", "-Infinity", "2024.0", "2e3", "1e999", "9" * 30, "9" * 5000], ids=shortly
    )
    def test_numbers(self, number: str) -> None:
        """A number that is not whole, not finite or too long is told with its path, as it was written."""
        text = json.dumps(GOOD).replace('"value": 5', f'"value": {number}')
        with pytest.raises(InputError) as error:
            load_dossier(text)
        (problem,) = error.value.problems

        assert (problem.path, problem.code) == ("$.achievements[0].value", "bad-value")
        assert number in problem.sentence or f"{len(number)} characters" in problem.sentence

    @pytest.mark.parametrize(
        ("old", "new", "path"),
        [
            ('"year": 2024, "known', '"year": 2024, "year": 2024, "known', "$.year"),
            ('"kind": "collective"', '"kind": "household", "kind": "collective"', "$.subject.kind"),
            ('"rating": "good"}]', '"rating": "failed", "rating": "good"}]', "$.years[1].rating"),
            ('"*": true', '"*": false, "*": true', "$.attested['*']"),
            ('"awards": 2018', '"awards": 2010, "awards": 2018', "$.known_from.awards"),
            ('"tracks": []', '"track": "worker", "track": "farmer"', "$.subject.track"),
        ],
    )
    def test_duplicate_keys(self, old: str, new: str, path: str) -> None:
        """A key that stands twice is refused, as either could have been meant."""
        text = json.dumps(GOOD)
        assert old in text

        assert faults(load_dossier, text.replace(old, new)) == [(path, "duplicate-key")]

    def test_many_duplicate_keys(self) -> None:
        """Of a thousand keys that all stand twice, each is one fault."""
        keys = ",".join(f'"k{index}":1' for index in range(1000))
        found = faults(load_dossier, f"{{{keys},{keys}}}")

        assert [code for _, code in found].count("duplicate-key") == 1000

    @pytest.mark.parametrize(("wrong", "rest"), [(19, None), (20, None), (21, "and 1 more"), (22, "and 2 more")])
    def test_message_ends(self, wrong: int, rest: str | None) -> None:
        """A message tells twenty faults and the number of the rest; ``problems`` has all."""
        with pytest.raises(InputError) as caught:
            load_dossier({**GOOD, **{f"k{index}": 1 for index in range(wrong)}})
        *_, last = str(caught.value).split("; ")

        assert len(caught.value.problems) == wrong
        assert last == (rest or f"$.k{wrong - 1}: there is no key 'k{wrong - 1}' here [unknown-key]")

    def test_depth_boundary(self) -> None:
        """A hundred levels are parsed, a hundred and one are not; brackets inside text are no levels."""
        assert parse("[" * DEEPEST + "]" * DEEPEST) is not None
        assert faults(parse, "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)) == [("$", "too-deep")]
        assert parse('["' + "[{" * 500 + '\\"' + "]" * 500 + '\\\\"]') is not None

    @given(
        st.recursive(st.text(st.sampled_from('[]{}"\\a'), max_size=4), lambda inner: st.lists(inner, max_size=3)),
        st.integers(90, 110),
    )
    def test_depth_is_exact(self, inside: Any, around: int) -> None:
        """Whatever stands in the text, the depth is counted as a parser would."""

        def depth(value: Any) -> int:
            return 1 + max(map(depth, value), default=0) if isinstance(value, list) else 0

        levels = depth(inside) + around
        value = inside
        for _ in range(around):
            value = [value, "]"]
        text = json.dumps(value)
        if levels > DEEPEST:
            assert faults(parse, text) == [("$", "too-deep")]
        else:
            assert parse(text) == value

    def test_short_stack(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the caller has left the parser no stack, the error is the same."""

        class Exhausted:
            def decode(self, _: str) -> Any:
                raise RecursionError

        monkeypatch.setattr("thidua.interchange.jsontext._DECODER", Exhausted())

        assert faults(load_dossier, "{}") == [("$", "too-deep")]


class TestFiles:
    """What may be wrong with a file."""

    def test_missing(self, tmp_path: Path) -> None:
        """A file that is not there is named."""
        with pytest.raises(InputError, match=r"nothing\.json") as error:
            load_dossier(tmp_path / "nothing.json")

        assert error.value.problems[0].code == "unreadable"

    def test_folder(self, tmp_path: Path) -> None:
        """A folder is no file."""
        assert faults(load_dossier, tmp_path) == [("$", "unreadable")]

    @EACH
    def test_too_large(self, load_it: Callable[[Any], Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file above the limit is refused by its size, and not even opened."""
        file = tmp_path / "large.json"
        with file.open("wb") as handle:
            handle.truncate(LARGEST + 1)
        opened: list[Path] = []
        monkeypatch.setattr(Path, "open", lambda path, *_: opened.append(path))

        assert faults(load_it, file) == [("$", "too-large")]
        assert opened == []

    def test_at_the_limit(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file of exactly the limit is read; one byte more is not."""
        file = tmp_path / "dossier.json"
        file.write_text(json.dumps(GOOD), encoding="utf-8")
        size = file.stat().st_size
        monkeypatch.setattr("thidua.interchange.jsontext.LARGEST", size)
        assert load_dossier(file).year == 2024
        monkeypatch.setattr("thidua.interchange.jsontext.LARGEST", size - 1)

        assert faults(load_dossier, file) == [("$", "too-large")]

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
    def test_endless(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A device that never ends is read to the limit and no further."""
        monkeypatch.setattr("thidua.interchange.jsontext.LARGEST", 1000)

        assert faults(load_dossier, Path("/dev/zero")) == [("$", "too-large")]

    def test_not_utf_8(self, tmp_path: Path) -> None:
        """A file in another encoding says where it stops being UTF-8."""
        file = tmp_path / "dossier.json"
        file.write_bytes(b'{"subject": "\xe0"}')
        with pytest.raises(InputError, match=r"dossier\.json: \$: not UTF-8 at byte 13"):
            load_dossier(file)


LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates() | st.binary(max_size=3)
)
KEYS = st.text(max_size=4) | st.integers()
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)
"""Any plain value."""


class TestNothingElse:
    """No input raises anything but InputError."""

    @EACH
    @given(value=VALUES)
    def test_any_value(self, load_it: Callable[[Any], Any], value: Any) -> None:
        """Whatever is passed, the answer is a record or an InputError."""
        try:
            load_it(value)
        except InputError as error:
            assert error.problems  # noqa: PT017  # either is right

    @given(value=VALUES, data=st.data())
    def test_anywhere(self, value: Any, data: st.DataObject) -> None:
        """Whatever stands in place of any value of a good dossier, nothing is coerced and nothing else is raised."""
        made = json.loads(json.dumps(GOOD))
        place: Any = made
        while True:
            key = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else range(len(place))))
            if not place[key] or not isinstance(place[key], dict | list) or data.draw(st.booleans()):
                break
            place = place[key]
        place[key] = value
        try:
            found = load_dossier(made)
        except InputError as error:
            assert error.problems  # noqa: PT017  # either is right
        else:
            assert load_dossier(dump(found)) == found

    @given(st.integers(0, 900), st.binary(max_size=3))
    def test_any_bytes(self, where: int, splinter: bytes) -> None:
        """So it is when the bytes themselves are damaged."""
        whole = json.dumps(GOOD).encode()
        try:
            load(whole[:where] + splinter + whole[where + 1 :])
        except InputError as error:
            assert error.problems  # noqa: PT017  # either is right

    @pytest.mark.parametrize(
        "source", [None, 5, object(), {1, 2}, iter([]), bytearray(b"{}")], ids=lambda value: type(value).__name__
    )
    @EACH
    def test_no_source(self, load_it: Callable[[Any], Any], source: Any) -> None:
        """What is no source at all is an InputError too."""
        assert faults(load_it, source) == [("$", "bad-value")]


HOUSEHOLD = Subject(kind="household")
MOST = 10**18 - 1
LIMITS: dict[str, tuple[Callable[[int], Any], int, int]] = {
    "rating's year": (lambda n: YearRecord(year=n), 1900, 2200),
    "dossier's year": (lambda n: Dossier(subject=HOUSEHOLD, year=n), 1900, 2200),
    "known from": (lambda n: Dossier(subject=HOUSEHOLD, year=2024, known_from=n), 1900, 2200),
    "years known from": (lambda n: Dossier(subject=HOUSEHOLD, year=2024, known_from={"years": n}), 1900, 2200),
    "period's year": (lambda n: Interval(since=n, until=2200), 1900, 2200),
    "decision's year": (lambda n: Decision(recipient="individual", year=n), 1900, 2200),
    "working days": (lambda n: Absence(year=2024, kind="other", working_days=n), 0, 366),
    "months": (lambda n: Absence(year=2024, kind="training", months=n), 0, 1200),
    "donation": (lambda n: Achievement(year=2024, kind="donation", value=n), 0, MOST),
    "members": (lambda n: Members(total=n), 0, MOST),
    "completed": (lambda n: Members(total=10, completed=n), 0, MOST),
    "count": (lambda n: Decision(recipient="individual", count=n), 1, MOST),
    "council": (lambda n: Ballot(members=n, in_favour=0), 1, MOST),
    "votes": (lambda n: Ballot(members=MOST, in_favour=n), 0, MOST),
}
"""Where a number stands, and the least and the most it may be."""


class TestRecords:
    """Records made in Python keep the same limits: one below, at, and one above."""

    @pytest.mark.parametrize(("make", "least", "most"), LIMITS.values(), ids=LIMITS)
    def test_limits(self, make: Callable[[int], Any], least: int, most: int) -> None:
        """A number outside its limits is refused with its field's name."""
        for number in (least, most):
            assert attrs.has(type(make(number)))
        for number in (least - 1, most + 1):
            assert [code for _, code in faults(make, number)] == ["out-of-range"]

    def test_sentence(self) -> None:
        """The sentence says what was expected."""
        with pytest.raises(InputError, match=r"\$\.year: 24 is not a plausible year: expected 1900 to 2200"):
            YearRecord(year=24)
