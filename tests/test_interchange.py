"""The JSON edge: what goes in is what the record holds, and what comes out can go in again."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
import unicodedata
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, get_type_hints

import attrs
import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import strategies
from thidua.errors import InputError
from thidua.interchange import Input, dump, load, load_decisions, load_dossier, load_dossiers
from thidua.interchange.schema_words import KEYS
from thidua.interchange.schemas import schemas
from thidua.model.decision import Authority, Decision
from thidua.model.document import Document
from thidua.model.dossier import LISTS, Dossier
from thidua.model.facts import Subject
from thidua.model.finding import About, Finding, Outcome, fact

PACKAGE = Path(thidua.__file__).parent

DOSSIER = (Path(__file__).parent / "cases" / "sample.json").read_text(encoding="utf-8")
"""An individual's dossier with every list an individual may have."""

COLLECTIVE = {
    "subject": {"kind": "collective", "body": "agency", "force": "police", "flag_eligible": False},
    "year": 2024,
    "award": "tap-the-lao-dong-xuat-sac",
    "founded": "1999-09-01",
    "known_from": {"awards": 2018, "disciplines": 2015},
    "awards": [
        {
            "award": "tap-the-lao-dong-xuat-sac",
            "year": 2022,
            "revoked_on": "2023-05-01",
            "period": {"since": 2021, "until": 2022},
            "grounds": ["SK-1"],
        }
    ],
    "achievements": [
        {"year": 2024, "kind": "donation", "value": 5_000_000},
        {"year": 2023, "kind": "prize", "years": 3},
    ],
    "movements": [{"movement": "nong-thon-moi", "year": 2024}],
    "absences": [{"year": 2024, "kind": "training", "months": 12, "result": "good"}],
    "proceedings": [{"kind": "inspection", "since": "2024-02-01", "until": None, "cleared": False}],
    "leads": [{"year": 2024, "organiser": "province-council"}],
    "members": {"total": 30, "completed": 29, "advanced": 24, "worst_discipline": "none"},
    "holders": {"chien-si-thi-dua-co-so": 3},
}
"""A collective's dossier with what the individual's does not have."""

DECISIONS: list[dict[str, Any]] = [
    {
        "award": "chien-si-thi-dua-co-so",
        "recipient": "individual",
        "subject": "A-17",
        "class": "direct-worker",
        "groups": ["women"],
        "unit": "Phòng Văn hóa",
        "authority": {"office": "district-chair", "body": "UBND huyện Hồng Ngự"},
        "proposed_by": "province",
        "decided_on": "2020-12-31",
        "year": 2020,
    },
    {"recipient": "household", "commendation": "movement", "count": 12, "authority": "Chủ tịch UBND xã"},
]


def problems(error: pytest.ExceptionInfo[InputError]) -> list[tuple[str, str]]:
    """Return path and code of each problem."""
    return [(problem.path, problem.code) for problem in error.value.problems]


class TestLoadDossier:
    """``load_dossier``: text, mapping or file in, the record out."""

    def test_text(self) -> None:
        """Every key of the JSON is a field of the same name."""
        dossier = load_dossier(DOSSIER)

        assert dossier.subject == Subject(id="A-17", kind="individual", tracks=("civil-servant",), sex="female")
        assert (dossier.year, dossier.received, dossier.joined) == (2024, date(2025, 1, 10), date(2015, 3, 1))
        assert dossier.ratings == {2023: "excellent", 2024: "good"}
        assert dossier.service[0].until is None
        assert dossier.disciplines[0].until == date(2022, 3, 1)
        assert dossier.attested == {"22.1.a/selected": True}

    @pytest.mark.parametrize("form", ["bytes", "with a byte order mark", "mapping", "file"])
    def test_sources(self, form: str, tmp_path: Path) -> None:
        """Bytes, plain values and a file say the same as text."""
        file = tmp_path / "dossier.json"
        file.write_text(DOSSIER, encoding="utf-8")
        sources: dict[str, Any] = {
            "bytes": DOSSIER.encode(),
            "with a byte order mark": DOSSIER.encode("utf-8-sig"),
            "mapping": json.loads(DOSSIER),
            "file": file,
        }

        assert load_dossier(sources[form]) == load_dossier(DOSSIER)

    def test_every_field_is_covered(self) -> None:
        """The two samples fill every field of every record, so that no field goes untried."""
        filled: set[tuple[str, str]] = set()

        def walk(value: Any) -> None:
            if attrs.has(type(value)):
                for field in attrs.fields(type(value)):
                    item = getattr(value, field.name)
                    if (item is not None and item != ()) or "null" in field.metadata:
                        filled.add((type(value).__name__, field.name))
                        walk(item)
            elif isinstance(value, tuple):
                for item in value:
                    walk(item)

        walk((load_dossier(DOSSIER), load_dossier(COLLECTIVE)))
        kinds = {Dossier, *(get_type_hints(Dossier)[name].__args__[0] for name in LISTS)}
        wanted = {(kind.__name__, field.name) for kind in kinds for field in attrs.fields(kind)}

        assert wanted - filled == set()

    @pytest.mark.parametrize(
        "given_name",
        [
            "chien-si-thi-dua-co-so",
            "CSTĐCS",
            "cstđcs",
            "CSTDCS",
            "Chiến sĩ thi đua cơ sở",
            "Chiến sỹ thi đua cơ sở",
            "CHIEN SI THI DUA CO SO",
            unicodedata.normalize("NFD", "Chiến sĩ thi đua cơ sở"),
        ],
    )
    def test_award_names(self, given_name: str) -> None:
        """An award answers to id, short form and official name, whatever accents, case and Unicode form."""
        dossier = load_dossier(
            {
                "subject": {"kind": "collective"},
                "year": 2024,
                "award": given_name,
                "awards": [{"award": given_name, "year": 2023}],
                "holders": {given_name: 2},
            }
        )

        assert dossier.award == dossier.awards[0].award == "chien-si-thi-dua-co-so"
        assert dossier.holders == {"chien-si-thi-dua-co-so": 2}

    def test_track(self) -> None:
        """``track`` is read as the one of ``tracks``."""
        dossier = load_dossier({"subject": {"kind": "individual", "track": "farmer"}, "year": 2024})

        assert dossier.subject.tracks == ("farmer",)

    def test_known_from_for_each_list(self) -> None:
        """``known_from`` may give each list a year of its own; the others stay unknown."""
        complete = load_dossier(COLLECTIVE).complete

        assert (complete["awards"], complete["disciplines"]) == (2018, 2015)
        assert complete["years"] > 2200

    def test_absent_is_unknown(self) -> None:
        """Two keys are enough; nothing is filled in for the others."""
        dossier = load_dossier('{"subject": {"kind": "household"}, "year": 2024}')

        assert dossier == Dossier(subject=Subject(kind="household"), year=2024)


class TestLoadDossiers:
    """``load_dossiers``: a list, or one."""

    def test_list(self) -> None:
        """A list gives as many, in order."""
        found = load_dossiers(f"[{DOSSIER}, {json.dumps(COLLECTIVE)}]")

        assert found == (load_dossier(DOSSIER), load_dossier(COLLECTIVE))

    def test_one(self) -> None:
        """One alone is a list of one, and its paths do not speak of a list."""
        assert load_dossiers(DOSSIER) == (load_dossier(DOSSIER),)
        with pytest.raises(InputError) as error:
            load_dossiers({"subject": {"kind": "individual"}})

        assert problems(error) == [("$.year", "missing")]

    def test_index(self) -> None:
        """A fault in a list says which dossier has it."""
        with pytest.raises(InputError) as error:
            load_dossiers([COLLECTIVE, {**COLLECTIVE, "year": "2024"}])

        assert problems(error) == [("$[1].year", "bad-value")]


class TestLoadDecisions:
    """``load_decisions``: rows of what was decided."""

    def test_rows(self) -> None:
        """``class`` is the official class; an authority is an office with its body, or a printed name."""
        first, second = load_decisions(DECISIONS)

        assert first == Decision(
            award="chien-si-thi-dua-co-so",
            recipient="individual",
            subject="A-17",
            official_class="direct-worker",
            groups=("women",),
            unit="Phòng Văn hóa",
            authority=Authority(office="district-chair", body="UBND huyện Hồng Ngự"),
            proposed_by="province",
            decided_on=date(2020, 12, 31),
            year=2020,
        )
        assert second == Decision(
            recipient="household", commendation="movement", count=12, authority=Authority(printed="Chủ tịch UBND xã")
        )

    @pytest.mark.parametrize("form", ["text", "bytes", "file"])
    def test_sources(self, form: str, tmp_path: Path) -> None:
        """Text, bytes and a file say the same as rows."""
        text = json.dumps(DECISIONS)
        file = tmp_path / "decisions.json"
        file.write_text(text, encoding="utf-8")
        sources: dict[str, Any] = {"text": text, "bytes": text.encode(), "file": file}

        assert load_decisions(sources[form]) == load_decisions(DECISIONS)

    def test_award_may_be_absent(self) -> None:
        """A report that does not say which award it was is no error; which one it was stays open."""
        assert load_decisions([{"recipient": "individual"}])[0].award is None

    def test_wrong_match_is_no_error(self) -> None:
        """An individual's title given to a collective is for the checks to find: the shape is right."""
        assert load_decisions([{"recipient": "collective", "award": "CSTĐCS"}])[0].award == "chien-si-thi-dua-co-so"

    def test_composed(self) -> None:
        """A unit written in either Unicode form is one unit."""
        forms = [unicodedata.normalize(form, "Phòng Đào tạo") for form in ("NFC", "NFD")]
        rows = load_decisions([{"recipient": "individual", "unit": unit, "authority": unit} for unit in forms])

        assert rows[0] == rows[1]

    def test_faults(self) -> None:
        """Every fault of every row is listed, by the names the JSON uses."""
        with pytest.raises(InputError) as error:
            load_decisions(
                [
                    {"recipient": "individual", "class": "boss", "official_class": "direct-worker", "count": 0},
                    {"award": "Huân chương Sao Kim", "authority": 5},
                    {"recipient": "person", "authority": {"offices": "minister"}},
                ]
            )

        assert problems(error) == [
            ("$[0].official_class", "unknown-key"),
            ("$[0].class", "bad-value"),
            ("$[0].count", "out-of-range"),
            ("$[1].recipient", "missing"),
            ("$[1].award", "unknown-award"),
            ("$[1].authority", "bad-value"),
            ("$[2].recipient", "bad-value"),
            ("$[2].authority.offices", "unknown-key"),
        ]


class TestLoad:
    """``load``: what a file holds is told by its shape."""

    def test_dossier(self) -> None:
        """A table with a subject's table is a dossier."""
        assert load(DOSSIER) == Input(kind="dossiers", dossiers=(load_dossier(DOSSIER),))

    def test_dossiers(self) -> None:
        """A list of them is a list of dossiers."""
        assert load([COLLECTIVE, COLLECTIVE]).dossiers == (load_dossier(COLLECTIVE),) * 2

    def test_decisions(self) -> None:
        """A list of rows with a recipient is a list of decisions."""
        assert load(DECISIONS) == Input(kind="decisions", decisions=load_decisions(DECISIONS))

    def test_batch(self) -> None:
        """A batch brings what no decision shows: counts for all units, or for one."""
        bases = {"holders": 1194, "Phòng A": {"strength": 80}}
        found = load({"decisions": DECISIONS, "bases": bases, "title": "Đợt 1", "source": "Báo cáo"})

        assert found == Input(
            kind="decisions", decisions=load_decisions(DECISIONS), bases=bases, title="Đợt 1", source="Báo cáo"
        )

    def test_faults_of_a_batch(self) -> None:
        """Paths begin where the file begins."""
        with pytest.raises(InputError) as error:
            load({"decisions": [{"recipient": 5}], "bases": {"a": {"strength": -1}, "b": 2.5}, "titel": "x"})

        assert problems(error) == [
            ("$.titel", "unknown-key"),
            ("$.decisions[0].recipient", "bad-value"),
            ("$.bases.a.strength", "out-of-range"),
            ("$.bases.b", "bad-value"),
        ]

    def test_row_without_a_recipient(self) -> None:
        """One bad row among decisions is that row's fault, not a riddle about the file."""
        with pytest.raises(InputError) as error:
            load([*DECISIONS, {"award": "CSTĐCS"}])

        assert problems(error) == [("$[2].recipient", "missing")]

    def test_mixed(self) -> None:
        """A dossier among decisions is refused, and shown."""
        with pytest.raises(InputError) as error:
            load([*DECISIONS, COLLECTIVE])

        assert problems(error) == [("$[2]", "mixed")]

    @pytest.mark.parametrize(
        "value", [[], {}, [1, 2], {"recipient": "individual"}, {"year": 2024}, [[COLLECTIVE]]], ids=repr
    )
    def test_unrecognised(self, value: Any) -> None:
        """What is neither is refused with what was expected."""
        with pytest.raises(InputError, match="expected a dossier") as error:
            load(value)

        assert problems(error) == [("$", "unrecognised")]

    def test_source_is_named(self, tmp_path: Path) -> None:
        """A fault in a file names the file."""
        file = tmp_path / "batch.json"
        file.write_text('{"decisions": [{}]}', encoding="utf-8")
        with pytest.raises(InputError, match=r"batch\.json: \$\.decisions\[0\]\.recipient") as error:
            load(file)

        assert error.value.source == "batch.json"


class TestDump:
    """``dump``: every answer as JSON text."""

    @pytest.mark.parametrize("source", [DOSSIER, COLLECTIVE], ids=["individual", "collective"])
    def test_dossier_as_given(self, source: Any) -> None:
        """What was said is written again, in its own words and order; what was not said is not."""
        dumped = json.loads(dump(load_dossier(source)))
        said = json.loads(source) if isinstance(source, str) else source

        assert dumped == {key: value for key, value in said.items() if value != []}

    @given(strategies.dossiers())
    def test_round_trip(self, dossier: Dossier) -> None:
        """A dossier that is written and read is the same dossier."""
        assert load_dossier(dump(dossier)) == dossier

    @given(st.lists(strategies.decisions(), max_size=3).map(tuple))
    def test_decisions_round_trip(self, decisions: tuple[Decision, ...]) -> None:
        """So are decisions."""
        assert load_decisions(dump(decisions)) == decisions

    @pytest.mark.parametrize("known_from", [None, 2018, {}, {"years": 2018}], ids=repr)
    def test_known_from_round_trip(self, known_from: Any) -> None:
        """An empty table of lists is not the same as none."""
        dossier = Dossier(subject=Subject(kind="individual"), year=2024, known_from=known_from)

        assert load_dossier(dump(dossier)) == dossier

    @pytest.mark.parametrize(
        ("outcome", "word"),
        [
            (Outcome.NOT_MET, "not-met"),
            (Outcome.UNKNOWN, "unknown"),
            (Outcome.PENDING, "pending"),
            (Outcome.MET, "met"),
        ],
    )
    def test_finding(self, outcome: Outcome, word: str) -> None:
        """A finding is written with its outcome in words; what is empty is left out."""
        finding = fact(About("23.2-excellent", None, "excellent"), outcome, "good")

        assert json.loads(dump(finding)) == {
            "code": "23.2-excellent",
            "outcome": word,
            "on_facts": word,
            "have": "good",
            "need": "excellent",
        }

    @pytest.mark.parametrize(
        ("have", "written"),
        [
            (Decimal("0.70"), "0.70"),
            (Decimal("1E+3"), "1000"),
            (Fraction(7, 10), "7/10"),
            (date(2024, 1, 1), "2024-01-01"),
            (0, 0),
            (False, False),
            (frozenset({"b", "a"}), ["a", "b"]),
            ({2024: (1, 2)}, {"2024": [1, 2]}),
            ({("a", 2024): 1}, {"a / 2024": 1}),
        ],
        ids=repr,
    )
    def test_values(self, have: Any, written: Any) -> None:
        """Exact numbers and dates are text, so that no reader rounds them."""
        assert json.loads(dump(Finding(About("x"), Outcome.MET, have, (), Outcome.MET)))["have"] == written

    def test_verdict_by_its_attributes(self) -> None:
        """Whatever has a verdict's attributes is written as one, and no more of it: not the law, not the dossier."""

        @attrs.frozen
        class Judged:
            outcome: Outcome
            on_facts: Outcome
            as_last_read: Outcome
            award: Any
            findings: Finding
            dossier: Dossier
            missing: tuple[str, ...] = ("joined",)
            caveats: tuple[str, ...] = ()

            @property
            def to_attest(self) -> tuple[str, ...]:
                return ("23/selected",)

        made = Judged(
            Outcome.UNKNOWN,
            Outcome.MET,
            Outcome.UNKNOWN,
            thidua.award("CSTĐCS"),
            fact(About("23"), Outcome.UNKNOWN),
            load_dossier(DOSSIER),
        )

        assert json.loads(dump(made)) == {
            "outcome": "unknown",
            "on_facts": "met",
            "as_last_read": "unknown",
            "award": "chien-si-thi-dua-co-so",
            "findings": {"code": "23", "outcome": "unknown", "on_facts": "unknown"},
            "missing": ["joined"],
            "to_attest": ["23/selected"],
        }

    def test_report(self) -> None:
        """A report is written with what it computes as well as what it holds."""

        @attrs.frozen
        class Report:
            count: int
            base: int
            _rows: tuple[int, ...] = (1,)
            unknown: int | None = None

            @property
            def share(self) -> Fraction:
                return Fraction(self.count, self.base)

        assert json.loads(dump((Report(1, 8),))) == [{"count": 1, "base": 8, "share": "1/8"}]

    def test_award(self) -> None:
        """An award is its id wherever it stands; alone it is shown whole."""
        award = thidua.award("CSTĐCS")

        assert json.loads(dump((award,))) == ["chien-si-thi-dua-co-so"]
        assert json.loads(dump(award))["label"] == "Chiến sĩ thi đua cơ sở"

    def test_law(self) -> None:
        """A law is its day and its fingerprint: what it takes to ask again."""
        law = thidua.law_on(date(2024, 12, 20))

        assert json.loads(dump(law)).items() >= {"day": "2024-12-20", "fingerprint": law.fingerprint}.items()

    def test_document(self) -> None:
        """A document is written as its file says it: keys it leaves out are left out."""
        file = PACKAGE / "statutes" / "law-06-2022.toml"
        said = tomllib.loads(file.read_text(encoding="utf-8"))
        dumped = json.loads(dump(thidua.load_document(file)))

        assert [list(map(sorted, dumped[table])) for table in ("rule", "clause")] == [
            list(map(sorted, said[table])) for table in ("rule", "clause")
        ]

    def test_vietnamese(self) -> None:
        """Vietnamese is written as Vietnamese."""
        assert "Chiến sĩ" in dump(thidua.award("CSTĐCS"))

    @pytest.mark.parametrize(
        "value", [object(), {1: object()}, float("nan"), Path()], ids=lambda value: type(value).__name__
    )
    def test_refused(self, value: Any) -> None:
        """What is no record is refused."""
        with pytest.raises(InputError):
            dump(value)


def as_json(value: Any) -> Any:
    """Write TOML's dates as JSON has them."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def faults(name: str, value: Any) -> list[str]:
    """Return what a checked-in schema has against a value."""
    schema = json.loads((PACKAGE / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(as_json(value))]


class TestSchemas:
    """``thidua/schema``: what editors know of the files."""

    @pytest.mark.parametrize("name", sorted(schemas()))
    def test_checked_in(self, name: str) -> None:
        """The files are what the classes give; ``python -m thidua.interchange.schemas`` writes them anew."""
        file = PACKAGE / "schema" / f"{name}.schema.json"
        made = schemas()[name]
        jsonschema.Draft202012Validator.check_schema(made)

        assert json.loads(file.read_text(encoding="utf-8")) == made

    @pytest.mark.parametrize("source", [json.loads(DOSSIER), COLLECTIVE], ids=["individual", "collective"])
    def test_dossier(self, source: Any) -> None:
        """The samples fit."""
        assert faults("dossier", source) == []

    @given(strategies.dossiers())
    def test_dumped(self, dossier: Dossier) -> None:
        """What is dumped fits."""
        assert faults("dossier", json.loads(dump(dossier))) == []

    def test_decisions(self) -> None:
        """The sample rows fit."""
        assert faults("decisions", DECISIONS) == []

    def test_succession(self) -> None:
        """One name alone, or a list of them."""
        merged = {"kind": "merged", "on": "2025-07-01", "old": ["Sở A", "Sở B"], "new": "Sở C", "keeps": ["Sở A"]}
        assert faults("succession", [merged, {"kind": "abolished", "on": "2025-07-01", "old": "Sở D"}]) == []

    @pytest.mark.parametrize("file", sorted((PACKAGE / "statutes").glob("*.toml")), ids=lambda file: file.name)
    def test_statutes(self, file: Path) -> None:
        """Every document of the book fits."""
        assert faults("document", tomllib.loads(file.read_text(encoding="utf-8"))) == []

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("dossier", {"subject": {"kind": "individual"}}),
            ("dossier", {"subject": {"kind": "individual"}, "year": 24}),
            ("dossier", {"subject": {"kind": "individual"}, "year": 2024, "colour": "red"}),
            ("dossier", {"subject": {"kind": "individual"}, "year": 2024, "joined": "2024-13-01"}),
            ("dossier", {"subject": {"kind": "individual"}, "year": 2024, "joined": None}),
            ("dossier", {"subject": {"kind": "individual", "track": "farmer", "tracks": []}, "year": 2024}),
            ("dossier", {"subject": {"kind": "individual"}, "year": 2024, "known_from": {"award": 2018}}),
            ("succession", [{"kind": "merged", "on": "2025-07-01"}]),
            ("succession", [{"kind": "merged", "on": "2025-07-01", "old": 3, "new": "Sở C"}]),
            ("decisions", [{"award": "CSTĐCS"}]),
            ("decisions", [{"recipient": "individual", "official_class": "direct-worker"}]),
            ("document", {"document": {"id": "1/2026/QĐ", "title": "x"}}),
        ],
    )
    def test_refused(self, name: str, value: Any) -> None:
        """An editor marks what the loader would refuse."""
        assert faults(name, value)

    def test_described(self) -> None:
        """What the docstrings say of a key, the editor shows."""
        made = schemas()["document"]["$defs"]

        assert "the article it stands in" in made["Rule"]["properties"]["id"]["description"]
        assert made["Document"]["description"] == Document.__doc__

    def test_every_key_described(self) -> None:
        """An editor has something to say of every table and every key that a document may hold."""
        made = schemas()["document"]["$defs"]
        silent = [
            f"{name}.{key}"
            for name, table in made.items()
            for key, keyed in table["properties"].items()
            if not keyed.get("description")
        ]

        assert silent == []
        assert [name for name, table in made.items() if not table["description"]] == []

    def test_no_description_of_nothing(self) -> None:
        """What is said of a key is said of one that is there."""
        made = schemas()["document"]["$defs"]
        keys = {f"{name}.{key}" for name, table in made.items() for key in table["properties"]}

        assert [word for word in KEYS if "." in word and word not in keys] == []
        assert "_file" not in made["Document"]["properties"]

    def test_province(self) -> None:
        """A province's regulation fits, its first line naming the schema beside it."""
        file = Path(__file__).parents[1] / "docs" / "examples" / "bac-ninh-86-2025.toml"
        text = file.read_text(encoding="utf-8")
        named = text.partition("\n")[0].removeprefix("#:schema ")

        assert faults("document", tomllib.loads(text)) == []
        # The suite may be run beside an installed thidua, without the checkout's own: the path is held to its shape.
        schema = Path("thidua") / "schema" / "document.schema.json"
        assert (file.parent / named).resolve() == Path(__file__).resolve().parents[1] / schema
        assert (PACKAGE.parent / schema).is_file()


class TestLightImport:
    """What loading thidua costs."""

    def test_edge_is_lazy(self) -> None:
        """The JSON edge and cattrs load where they are first used."""
        code = "import sys, thidua; print({'cattrs', 'thidua.interchange'} & set(sys.modules))"
        ran = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)

        assert ran.stdout.strip() == "set()"
