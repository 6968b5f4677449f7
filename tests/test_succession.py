"""Collectives merged, renamed, split: one line of history only as the caller's table says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import InputError, check_doubles, law_on, load_decisions, load_dossier, load_succession
from thidua.model.carrying import CarriedOver, carry_over
from thidua.model.dossier import Dossier
from thidua.model.succession import Succession
from thidua.wording.doubles import doubles

MERGED = {"kind": "merged", "on": "2025-07-01", "old": ["Sở A", "Sở B"], "new": "Sở C"}
OLD, NEW = date(2025, 6, 30), date(2025, 7, 1)
FLAG = "co-thi-dua-cua-chinh-phu"


def goes_on(table: Succession, one: str, other: str, days: tuple[date | None, date | None] = (OLD, NEW)) -> bool | None:
    """Say whether one before the change is one line with the other after it."""
    return table.same(one, days[0], other, days[1]).goes_on


def faults(*rows: dict[str, Any]) -> list[tuple[str, str]]:
    """Return place and code of everything wrong with a table."""
    with pytest.raises(InputError) as caught:
        load_succession([*rows])
    return [(problem.path, problem.code) for problem in caught.value.problems]


class TestLines:
    """Whose history goes on: no law says, the table does."""

    @pytest.mark.parametrize(
        ("keeps", "lines"),
        [
            (["Sở A"], [True, False]),
            ("Sở B", [False, True]),
            (["Sở A", "Sở B"], [True, True]),
            ([], [False, False]),
            (None, [None, None]),
        ],
    )
    def test_merged(self, keeps: Any, lines: list[bool | None]) -> None:
        """Of several merged those go on whom the table names; where it names nobody it is not known."""
        table = load_succession([{**MERGED, **({} if keeps is None else {"keeps": keeps})}])

        assert [goes_on(table, name, "Sở C") for name in ("Sở A", "Sở B")] == lines
        assert table.same("Sở A", OLD, "Sở C", NEW).unsaid == (frozenset({0}) if keeps is None else frozenset())

    def test_merged_are_not_each_other(self) -> None:
        """Two whose history one goes on with were two: an award of each in 2024 is no double."""
        table = load_succession([{**MERGED, "keeps": ["Sở A", "Sở B"]}])

        assert goes_on(table, "Sở A", "Sở B", (OLD, OLD)) is False

    def test_renamed(self) -> None:
        """Who is renamed is the same."""
        table = load_succession([{"kind": "renamed", "on": "2025-07-01", "old": "Sở A", "new": "Sở C"}])

        assert goes_on(table, "Sở A", "Sở C") is True

    def test_split(self) -> None:
        """Of several that a split made those go on whom the table names; a sister is another."""
        row = {"kind": "split", "on": "2025-07-01", "old": "Sở A", "new": ["Sở C", "Sở D"], "keeps": "Sở C"}
        table = load_succession([row])

        assert [goes_on(table, "Sở A", name) for name in ("Sở C", "Sở D")] == [True, False]
        assert goes_on(table, "Sở C", "Sở D", (NEW, NEW)) is False

    def test_abolished(self) -> None:
        """Who is abolished has no successor; who takes the name later is another."""
        table = load_succession(
            [
                {"kind": "abolished", "on": "2025-07-01", "old": "Sở A"},
                {"kind": "renamed", "on": "2026-01-01", "old": "Sở B", "new": "Sở A"},
            ]
        )

        assert goes_on(table, "Sở A", "Sở A", (OLD, date(2026, 1, 1))) is False
        assert goes_on(table, "Sở B", "Sở A", (OLD, date(2026, 1, 1))) is True

    @pytest.mark.parametrize(("keeps", "lines"), [("Tỉnh A", (True, False)), ("Tỉnh B", (False, True))])
    def test_name_kept(self, keeps: str, lines: tuple[bool, bool]) -> None:
        """A merged province may bear the name of one of those merged, and yet be the heir of the other."""
        row = {**MERGED, "old": ["Tỉnh A", "Tỉnh B"], "new": "Tỉnh A", "keeps": keeps}
        table = load_succession([row])

        assert (goes_on(table, "Tỉnh A", "Tỉnh A"), goes_on(table, "Tỉnh B", "Tỉnh A")) == lines
        assert goes_on(table, "Tỉnh A", "Tỉnh A", (None, NEW)) is (True if keeps == "Tỉnh A" else None)

    def test_far(self) -> None:
        """A line goes on over several changes, as far as each says so; back to an old name it is the same one."""
        renamed = {"kind": "renamed", "on": "2026-03-01", "old": "Sở C", "new": "Sở A"}
        table = load_succession([renamed, {**MERGED, "keeps": "Sở A"}])
        later = date(2026, 3, 1)

        assert goes_on(table, "Sở A", "Sở A", (OLD, later)) is True
        assert goes_on(table, "Sở B", "Sở A", (OLD, later)) is False
        unsaid = load_succession([renamed, MERGED]).same("Sở A", OLD, "Sở A", later)
        assert (unsaid.goes_on, unsaid.unsaid) == (None, frozenset({1}))

    def test_not_in_the_table(self) -> None:
        """Who is not in the table is itself and nobody else."""
        table = load_succession([MERGED])

        assert (goes_on(table, "Sở X", "Sở X"), goes_on(table, "Sở X", "Sở C")) == (True, False)

    @given(st.permutations([MERGED, *({"kind": "renamed", "on": day, "old": old, "new": new} for day, old, new in (
        ("2025-08-01", "Sở C", "Sở D"), ("2025-09-01", "Sở D", "Sở E"), ("2024-01-01", "Sở Z", "Sở A")
    ))]))  # fmt: skip
    def test_order(self, rows: list[dict[str, Any]]) -> None:
        """The order of rows does not change whose history goes on."""
        rows = [{**row, "keeps": "Sở A"} if row["kind"] == "merged" else row for row in rows]
        table, end = load_succession(rows), date(2025, 12, 31)

        assert [goes_on(table, name, "Sở E", (date(2023, 12, 31), end)) for name in ("Sở Z", "Sở B")] == [True, False]


class TestFaults:
    """What no table can say is refused, all at once, with its place."""

    @pytest.mark.parametrize(
        ("row", "found"),
        [
            ({"on": None}, [("$[0].on", "null")]),
            ({"on": "01/07/2025"}, [("$[0].on", "bad-value")]),
            ({"on": "2025-02-30"}, [("$[0].on", "bad-value")]),
            ({"on": "0205-07-01"}, [("$[0].on", "out-of-range")]),
            ({"kind": "joined"}, [("$[0].kind", "bad-value")]),
            ({"old": "Sở A"}, [("$[0].old", "wrong-number")]),
            ({"old": ["Sở A", "Sở A"]}, [("$[0].old", "duplicate")]),
            ({"old": []}, [("$[0].old", "wrong-number")]),
            ({"new": []}, [("$[0].new", "wrong-number")]),
            ({"new": ["Sở C", "Sở D"]}, [("$[0].new", "wrong-number")]),
            ({"new": ""}, [("$[0].new", "duplicate")]),
            ({"new": 3}, [("$[0].new", "bad-value")]),
            ({"keeps": "Sở X"}, [("$[0].keeps", "unknown-name")]),
            ({"history": "keep"}, [("$[0].history", "unknown-key")]),
            ({"kind": "renamed", "old": "Sở A", "keeps": "Sở A"}, [("$[0].keeps", "too-much")]),
            ({"kind": "renamed", "old": "Sở A", "new": "Sở A"}, [("$[0].new", "circle")]),
            ({"kind": "abolished"}, [("$[0].new", "wrong-number")]),
            ({"kind": "split", "old": "Sở A"}, [("$[0].new", "wrong-number")]),
        ],
    )
    def test_one_row(self, row: dict[str, Any], found: list[tuple[str, str]]) -> None:
        """A row that cannot be meant."""
        assert faults({**MERGED, **row}) == found

    def test_no_day(self) -> None:
        """A change without its day has no place in time."""
        assert faults({key: value for key, value in MERGED.items() if key != "on"}) == [("$[0].on", "missing")]

    def test_ends_twice(self) -> None:
        """Nobody is merged twice."""
        assert faults(MERGED, {**MERGED, "on": "2026-01-01", "old": ["Sở A", "Sở D"], "new": "Sở E"}) == [
            ("$[1].old", "duplicate")
        ]

    @pytest.mark.parametrize("day", ["2025-07-01", "2026-01-01"])
    def test_begins_twice(self, day: str) -> None:
        """What is merged into one stands in one row; a name is free again only when its bearer has ended."""
        assert faults(MERGED, {"kind": "renamed", "on": day, "old": "Sở D", "new": "Sở C"}) == [
            ("$[1].new", "duplicate")
        ]

    def test_circle(self) -> None:
        """On one day nobody becomes himself by way of others."""
        renamed = {"kind": "renamed", "on": "2025-07-01"}
        rows = [{**renamed, "old": old, "new": new} for old, new in ("AB", "BC", "CA")]

        assert faults(*rows) == [(f"$[{index}].new", "circle") for index in range(3)]

    def test_source(self, tmp_path: Any) -> None:
        """The file is named."""
        path = tmp_path / "sap-xep.json"
        path.write_text('[{"kind": "abolished"}]', encoding="utf-8")

        with pytest.raises(InputError, match=r"sap-xep\.json: \$\[0\]\.on"):
            load_succession(path)


class TestDoubles:
    """A collective of 2024 and its successor of 2025 are one, or not, or nobody has said."""

    ROWS = (
        {"recipient": "collective", "subject": "Sở A", "award": "Tập thể lao động tiên tiến", "year": 2025},
        {"recipient": "collective", "subject": "Sở C", "award": "Tập thể lao động tiên tiến", "year": 2025},
    )

    @pytest.mark.parametrize(("keeps", "outcome"), [("Sở A", "NOT_MET"), ("Sở B", None), (None, "UNKNOWN")])
    def test_same_title(self, keeps: str | None, outcome: str | None) -> None:
        """The title of the year went to one before the merger and to the merged one after it."""
        table = load_succession([{**MERGED, **({"keeps": keeps} if keeps else {})}])
        rows = load_decisions(
            [{**row, "decided_on": day} for row, day in zip(self.ROWS, ("2025-06-30", "2025-12-31"), strict=True)]
        )
        found = check_doubles(rows, law_on(date(2025, 12, 31)), succession=table)

        assert {each.outcome.name for each in found} == ({outcome} if outcome else set())
        assert all("succession[0].keeps" in each.missing for each in found) is (outcome != "NOT_MET")
        assert len([*doubles(found, "en")]) >= len(found)

    def test_without_a_table(self) -> None:
        """Without a table two names are two."""
        assert check_doubles(load_decisions(self.ROWS), law_on(date(2025, 12, 31))) == ()

    def test_people(self) -> None:
        """The table is of collectives: a person's number that is one of its names is no collective."""
        table = load_succession([{**MERGED, "keeps": "Sở A"}])
        rows = [{**row, "recipient": "individual", "award": "LĐTT"} for row in self.ROWS]

        assert check_doubles(load_decisions(rows), law_on(date(2025, 12, 31)), succession=table) == ()


def dossier(name: str | None, year: int, **more: Any) -> Dossier:
    """Make a collective's dossier."""
    return load_dossier({"subject": {"kind": "collective", "id": name}, "year": year, **more} if name else {
        "subject": {"kind": "collective"}, "year": year, **more
    })  # fmt: skip


class TestCarryingOver:
    """Awards go over to the successor's dossier as the table says, and what rests on it is said."""

    BEFORE = (
        dossier("Sở A", 2025, received="2025-06-30", known_from=2015, awards=[{"award": FLAG, "year": 2023}]),
        dossier("Sở B", 2025, received="2025-06-30", known_from=2018, awards=[{"award": FLAG, "year": 2024}]),
    )

    def over(self, keeps: Any = None, before: Any = None, **more: Any) -> CarriedOver:
        """Carry over to the successor."""
        table = load_succession([{**MERGED, **({} if keeps is None else {"keeps": keeps})}])
        own = dossier("Sở C", 2026, **{"known_from": 2025, **more})
        return carry_over(own, self.BEFORE if before is None else before, table)

    def test_kept(self) -> None:
        """Of the one whose history goes on the awards are carried, of the other none; the record is as long as his."""
        found = self.over("Sở A")

        assert [(name, record.year) for name, record in found.carried] == [("Sở A", 2023)]
        assert [record.year for record in found.dossier.awards] == [2023]
        assert (found.left, found.unsaid, found.absent) == (("Sở B",), (), ())
        assert found.dossier.complete["awards"] == 2015
        assert found.dossier.complete["disciplines"] == 2025

    def test_both(self) -> None:
        """Of both: complete from the later of the two."""
        found = self.over(["Sở A", "Sở B"])

        assert sorted(record.year for _, record in found.carried) == [2023, 2024]
        assert found.dossier.complete["awards"] == 2018

    def test_none(self) -> None:
        """Where nobody's history goes on the new one begins anew, and its record is what it was."""
        found = self.over([])

        assert (found.carried, found.left, found.dossier.awards) == ((), ("Sở A", "Sở B"), ())
        assert found.dossier.complete["awards"] == 2025

    def test_told(self) -> None:
        """What became of each is told by name; where the table names none that came before, that is told."""
        alone = thidua.load_dossier({"subject": {"kind": "collective", "id": "Sở D"}, "year": 2026})

        assert self.over(["Sở A"]).explain("en").splitlines() == [
            "carried over from Sở A: Emulation Flag of the Government, 2023",
            "the record of Sở B is not carried over",
        ]
        assert (
            carry_over(alone, (), thidua.load_succession([])).explain("en")
            == "by the table no collective became this one"
        )

    def test_unsaid(self) -> None:
        """Where nobody has said, nothing is carried, and nothing from before the change is known."""
        found = self.over(known_from=2015, founded="2025-07-01")

        assert (found.carried, found.unsaid) == ((), ("Sở A", "Sở B"))
        assert found.dossier.complete["awards"] == 2026
        assert (found.dossier.founded, found.founded_left_out) == (None, True)
        assert len(found.explain("vi").splitlines()) == len(found.explain("en").splitlines()) == 2

    def test_absent(self) -> None:
        """Whose history goes on and who has no dossier is named; what he held is not known."""
        found = self.over("Sở A", before=())

        assert (found.carried, found.absent) == ((), ("Sở A",))
        assert found.dossier.complete["awards"] == 2026

    def test_record_too_short(self) -> None:
        """A record that ends before he did may lack an award of his last year."""
        found = self.over("Sở A", before=[dossier("Sở A", 2024, known_from=2015)])

        assert found.dossier.complete["awards"] == 2026

    @pytest.mark.parametrize(("keeps", "outcome"), [("Sở A", "MET"), ("Sở B", "NOT_MET"), (None, "UNKNOWN")])
    def test_verdict(self, keeps: str | None, outcome: str) -> None:
        """An order that asks for the one before it: of one merged whose history goes on, does not, or may."""
        order = {"award": "huan-chuong-lao-dong-hang-nhi", "year": 2019, "commendation": "merit"}
        before = [
            dossier("Sở A", 2025, received="2025-06-30", known_from=2000, awards=[order]),
            dossier("Sở B", 2025, received="2025-06-30", known_from=2000),
        ]
        found = self.over(
            keeps,
            before,
            received="2027-01-10",
            known_from=2000,
            founded="2000-01-01",
            years=[{"year": year, "rating": "excellent"} for year in range(2010, 2027)],
            awards=[{"award": FLAG, "year": year} for year in (2022, 2024)],
            attested={"*": True},
        )
        law = law_on(date(2026, 9, 30))

        assert thidua.assess(found.dossier, "huan-chuong-lao-dong-hang-nhat", law=law).outcome.name == outcome

    def test_nothing_to_carry(self) -> None:
        """Who came of nobody is left as he is."""
        own = dossier("Sở X", 2026, known_from=2015)

        assert carry_over(own, (), load_succession([MERGED])) == CarriedOver(dossier=own)

    def test_faults(self) -> None:
        """Who is not named, twice there, or came after or from elsewhere, is refused with his place."""
        table = load_succession([{**MERGED, "keeps": "Sở A"}])
        own = dossier("Sở C", 2026)
        with pytest.raises(InputError) as caught:
            carry_over(own, [self.BEFORE[0], self.BEFORE[0], dossier("Sở X", 2024), own], table)
        assert [(each.path, each.code) for each in caught.value.problems] == [
            ("$[1].subject.id", "duplicate"),
            ("$[2].subject.id", "not-before"),
            ("$[3].subject.id", "not-before"),
        ]
        with pytest.raises(InputError, match=r"\$\.subject\.id"):
            carry_over(dossier(None, 2026), (), table)
