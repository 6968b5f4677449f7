"""A province's own regulation: Bắc Ninh's decision 86/2025, laid over the law, rule by rule at its boundary."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import strategies
from thidua.book.coverage import coverage
from thidua.model.decision import Ballot
from thidua.model.dossier import Dossier
from thidua.model.outline import Unread

REGULATION = thidua.load_document(Path(__file__).parents[1] / "docs" / "examples" / "bac-ninh-86-2025.toml")
FIRST = date(2025, 12, 15)
DAY = date(2026, 3, 2)
NATIONAL, LOCAL = thidua.law_on(DAY), thidua.law_on(DAY, REGULATION)

FLAG, EXCELLENT, ADVANCED = "Cờ tỉnh", "TTLĐXS", "TTLĐTT"
CERTIFICATE, WORKER = "Bằng khen tỉnh", "LĐTT"
LETTERS = (
    "giay-khen-cua-doanh-nghiep-hop-tac-xa",
    "giay-khen-cua-co-quan-chuyen-mon-cap-tinh",
    "giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-xa",
)


def person(*tracks: str, rating: str | None = None, **facts: Any) -> dict[str, Any]:
    """Write the complete record of a person for 2025."""
    years = [{"year": 2025, "rating": rating}] if rating else []
    subject = {"kind": "individual", "tracks": list(tracks or ("civil-servant",))}
    return {"subject": subject, "year": 2025, "known_from": 2015, "joined": "2015-01-01", "years": years, **facts}


def collective(body: str = "unit", rating: str = "excellent", **facts: Any) -> dict[str, Any]:
    """Write the complete record of a collective for 2025."""
    subject: dict[str, Any] = {"kind": "collective", "body": body}
    subject |= {key: facts.pop(key) for key in ("members", "holders", "leads") if key in facts}
    years = facts.pop("years", [{"year": 2025, "rating": rating}])
    return {**_placed(subject), "year": 2025, "known_from": 2015, "founded": "2015-01-01", "years": years, **facts}


def _placed(subject: dict[str, Any]) -> dict[str, Any]:
    """Put a collective's members, holders and lead where a dossier has them."""
    beside = {key: subject.pop(key) for key in ("members", "holders", "leads") if key in subject}
    return {"subject": subject, **beside}


def on_facts(record: dict[str, Any], award: str) -> tuple[str, str]:
    """Judge a record under the law alone, and under the regulation: every judgement taken as given."""
    dossier = thidua.load_dossier(record)
    first, second = (thidua.assess(dossier, award, law=law).on_facts for law in (NATIONAL, LOCAL))
    return first.name, second.name


def outcome(record: dict[str, Any], award: str, **attested: bool) -> str:
    """Judge a record under the regulation, with these judgements attested."""
    given = {key.replace("__", "/").replace("_", "."): value for key, value in attested.items()}
    return thidua.assess(thidua.load_dossier({**record, "attested": given}), award, law=LOCAL).outcome.name


def movement(launched_by: str, result: str) -> dict[str, Any]:
    """Write a result in a movement of two years."""
    return {
        "movements": [
            {"movement": "thi-dua", "launched_by": launched_by, "years": 2, "review": "annual", "result": result}
        ]
    }


def achievement(kind: str, scope: str, by: str = "province", **more: Any) -> dict[str, Any]:
    """Write a recognised achievement of 2025."""
    return {"achievements": [{"year": 2025, "kind": kind, "scope": scope, "recognised_by": by, **more}]}


class TestDocument:
    """The file as a whole."""

    def test_every_clause(self) -> None:
        """Each of the eleven articles, khoản by khoản, is encoded or says why not; the counts are the text's."""
        rows = coverage(REGULATION)

        assert [(each.id, each.clauses) for each in REGULATION.article] == [
            *(("1", 0), ("2", 0), ("3", 3), ("4", 3), ("5", 2), ("6", 3)),
            *(("7", 2), ("8", 5), ("9", 5), ("10", 3), ("11", 0)),
        ]
        assert [row for row in rows if row.state == "missing"] == []
        assert {row.article for row in rows if row.entries} == {"3", "4", "5", "6", "7", "8", "10"}
        assert {(row.article, row.clause) for row in rows if row.state == "later"} == {("6", "3")}

    def test_read_whole(self) -> None:
        """The text was read whole, and each entry stands on it."""
        assert REGULATION.document.standing.name == "VERIFIED"
        assert {entry.standing for entry in REGULATION.entries()} == {None}

    def test_first_day(self) -> None:
        """Điều 2 of the decision: in force from 15 December 2025; the day before, the law alone."""
        eve = thidua.law_on(date(2025, 12, 14), REGULATION)

        assert REGULATION.document.id not in [header.id for header in eve.documents]
        assert REGULATION.document.id in [header.id for header in thidua.law_on(FIRST, REGULATION).documents]

    def test_repealed_with_the_law(self) -> None:
        """It fits every stretch of days up to the book's last change, the law of October 2026 among them."""
        for day in (FIRST, date(2026, 1, 1), date(2026, 7, 1), date(2026, 10, 1), date(2027, 3, 1)):
            thidua.law_on(day, REGULATION)

    def test_details_are_read(self) -> None:
        """What the law leaves to the province is there; what the province leaves out is still said to be missing."""
        left = {
            award for placed in LOCAL.of(Unread) if placed.entry.kinds == ("rule",) for award in placed.entry.awards
        }

        assert left.isdisjoint(LOCAL.award(name).id for name in (FLAG, EXCELLENT, ADVANCED, CERTIFICATE, WORKER))
        assert {"don-vi-quyet-thang", "don-vi-tien-tien", "chien-si-tien-tien"} <= left

    def test_fighters_stand_on_it(self) -> None:
        """Khoản 1 Điều 23 of the law asks the standard of Lao động tiên tiến: it is the province's from that day."""
        citations = {
            each.citation.document
            for each in _leaves(
                thidua.assess(thidua.load_dossier(person(rating="good")), "CSTĐCS", law=LOCAL).findings.children
            )
            if each.citation
        }

        assert "86/2025/QĐ-UBND" in citations


def _leaves(findings: Any) -> list[Any]:
    return [leaf for each in findings for leaf in (each, *_leaves(each.children))]


@given(strategies.dossiers(), st.sampled_from([FLAG, EXCELLENT, ADVANCED, CERTIFICATE, WORKER]))
def test_never_below_the_law(dossier: Dossier, award: str) -> None:
    """Whoever deserves a title or a certificate by the province's rules deserves it by the law's."""
    law, local = (thidua.assess(dossier, award, law=each).on_facts for each in (NATIONAL, LOCAL))

    assert local <= law


class TestFlag:
    """Khoản 1 Điều 3: the flag of the province's People's Committee."""

    @pytest.mark.parametrize(
        ("organiser", "law", "local"),
        [
            ("province-council", "MET", "MET"),
            ("ministry-council", "MET", "NOT_MET"),
            ("central-council", "NOT_MET", "NOT_MET"),
        ],
    )
    def test_leads(self, organiser: str, law: str, local: str) -> None:
        """The leader of a cluster or bloc that the province runs; one that a ministry runs is another's flag."""
        record = collective(leads=[{"year": 2025, "organiser": organiser}])

        assert on_facts(record, FLAG) == (law, local)

    def test_judgements(self) -> None:
        """Party and mass organisations "hoàn thành xuất sắc nhiệm vụ": a judgement of the regulation's own."""
        record = collective(leads=[{"year": 2025, "organiser": "province-council"}])

        assert (
            outcome(record, FLAG, **{"26_1_a__target-exceeded": True, "26_1_b__clean-organisation": True}) == "PENDING"
        )
        assert outcome(record, FLAG, **{"3_1_b__target-exceeded": True, "3_1_b__clean-organisation": True}) == "MET"

    @pytest.mark.parametrize(("years", "expected"), [(2, "NOT_MET"), (3, "MET"), (4, "MET")])
    def test_movement_stays(self, years: int, expected: str) -> None:
        """Khoản 2 Điều 26 of the law, of which the regulation says nothing, stays: a movement of 3 years."""
        won = {"movement": "x", "launched_by": "province", "years": years, "review": "final", "result": "leading"}

        assert on_facts(collective(movements=[won]), FLAG) == (expected, expected)


class TestCollectives:
    """Khoản 2 Điều 3 and khoản 2 Điều 4: Tập thể lao động xuất sắc, Tập thể lao động tiên tiến."""

    @pytest.mark.parametrize(("advanced", "expected"), [(69, "NOT_MET"), (70, "MET"), (71, "MET")])
    def test_excellent_share(self, advanced: int, expected: str) -> None:
        """All completed their tasks, at least 70% are Lao động tiên tiến: as in the law."""
        members = {"total": 100, "completed": 100, "advanced": advanced, "worst_discipline": "none"}
        record = collective(members=members, holders={"chien-si-thi-dua-co-so": 1})

        assert on_facts(record, EXCELLENT) == (expected, expected)

    @pytest.mark.parametrize(("completed", "expected"), [(99, "NOT_MET"), (100, "MET")])
    def test_excellent_all(self, completed: int, expected: str) -> None:
        """100% completed their tasks."""
        members = {"total": 100, "completed": completed, "advanced": 90, "worst_discipline": "none"}
        record = collective(members=members, holders={"chien-si-thi-dua-co-so": 1})

        assert on_facts(record, EXCELLENT)[1] == expected

    @pytest.mark.parametrize(("fighters", "expected"), [(0, "NOT_MET"), (1, "MET")])
    def test_excellent_fighter(self, fighters: int, expected: str) -> None:
        """Someone holds Chiến sĩ thi đua cơ sở."""
        members = {"total": 10, "completed": 10, "advanced": 10, "worst_discipline": "none"}
        record = collective(members=members, holders={"chien-si-thi-dua-co-so": fighters})

        assert on_facts(record, EXCELLENT)[1] == expected

    def test_recipients(self) -> None:
        """That a collective is one of those listed in điểm a is left to people, beside the law's judgements."""
        members = {"total": 10, "completed": 10, "advanced": 10, "worst_discipline": "none"}
        record = collective(members=members, holders={"chien-si-thi-dua-co-so": 1})
        law = {"27_1_b__movement-active": True, "27_1_đ__united": True}

        assert outcome(record, EXCELLENT, **law) == "PENDING"
        assert outcome(record, EXCELLENT, **law, **{"3_2_a__recipients": True}) == "MET"
        assert outcome(record, EXCELLENT, **law, **{"3_2_a__recipients": False}) == "NOT_MET"

    @pytest.mark.parametrize(
        ("body", "local"),
        [
            ("unit", "MET"),
            ("agency", "MET"),
            ("commune", "MET"),
            ("ministry", "NOT_MET"),
            ("province", "NOT_MET"),
            ("general-department", "NOT_MET"),
        ],
    )
    def test_excellent_recipients(self, body: str, local: str) -> None:
        """Bodies, units and localities of the province: never a ministry, nor the province as a whole."""
        members = {"total": 10, "completed": 10, "advanced": 10, "worst_discipline": "none"}
        record = collective(body, members=members, holders={"chien-si-thi-dua-co-so": 1})

        assert on_facts(record, EXCELLENT) == ("MET", local)

    @pytest.mark.parametrize(
        ("advanced", "worst", "expected"),
        [
            (69, "none", "NOT_MET"),
            (70, "none", "MET"),
            (71, "khien-trach", "MET"),
            (100, "canh-cao", "NOT_MET"),
        ],
    )
    def test_advanced(self, advanced: int, worst: str, expected: str) -> None:
        """At least 70% Lao động tiên tiến, nobody disciplined from cảnh cáo up: as in the law."""
        members = {"total": 100, "completed": 100, "advanced": advanced, "worst_discipline": worst}

        assert on_facts(collective(rating="good", members=members), ADVANCED) == (expected, expected)

    @pytest.mark.parametrize(
        ("body", "law", "local"),
        [
            ("unit", "MET", "MET"),
            ("agency", "MET", "MET"),
            ("commune", "MET", "NOT_MET"),
            ("village", "MET", "NOT_MET"),
        ],
    )
    def test_advanced_recipients(self, body: str, law: str, local: str) -> None:
        """Units inside a body, never a commune as a whole; the law names no recipients."""
        members = {"total": 100, "completed": 100, "advanced": 80, "worst_discipline": "none"}

        assert on_facts(collective(body, "good", members=members), ADVANCED) == (law, local)

    @pytest.mark.parametrize(("rating", "expected"), [("completed", "NOT_MET"), ("good", "MET"), ("excellent", "MET")])
    def test_advanced_rating(self, rating: str, expected: str) -> None:
        """Rated good or better: "hoàn thành tốt nhiệm vụ được giao"."""
        members = {"total": 100, "completed": 100, "advanced": 80, "worst_discipline": "none"}

        assert on_facts(collective(rating=rating, members=members), ADVANCED)[1] == expected


class TestCertificate:
    """Khoản 3 Điều 3: the certificate of merit of the province's chair."""

    @pytest.mark.parametrize(
        ("launched_by", "result", "law", "local"),
        [
            ("province", "good", "NOT_MET", "NOT_MET"),
            ("province", "outstanding", "MET", "MET"),
            ("province", "leading", "MET", "MET"),
            ("ministry", "outstanding", "MET", "NOT_MET"),
            ("commune", "leading", "NOT_MET", "NOT_MET"),
        ],
    )
    def test_movement(self, launched_by: str, result: str, law: str, local: str) -> None:
        """A person's excellent result in a movement that the province launched; a ministry's does not do here."""
        record = person(**movement(launched_by, result), commendation="movement")

        assert on_facts(record, CERTIFICATE) == (law, local)

    @pytest.mark.parametrize(
        ("scope", "law", "local"),
        [
            ("grassroots", "NOT_MET", "NOT_MET"),
            ("field", "MET", "MET"),
            ("province", "MET", "MET"),
            ("nation", "MET", "MET"),
            ("army-wide", "MET", "NOT_MET"),
        ],
    )
    @pytest.mark.parametrize("kind", ["repeated", "sudden"])
    def test_scope(self, kind: str, scope: str, law: str, local: str) -> None:
        """The influence reaches one of the fields that the province manages."""
        assert on_facts(person(**achievement(kind, scope)), CERTIFICATE) == (law, local)

    def test_contribution(self) -> None:
        """A contribution to the economy, society or charity, as in the law."""
        assert on_facts(person(**achievement("donation", "commune")), CERTIFICATE) == ("MET", "MET")

    @pytest.mark.parametrize(
        ("years", "expected"), [((2025,), "NOT_MET"), ((2024, 2025), "MET"), ((2023, 2025), "NOT_MET")]
    )
    def test_two_titles(self, years: tuple[int, ...], expected: str) -> None:
        """Chiến sĩ thi đua cơ sở twice running: one is too few, a gap breaks it."""
        awards = [{"award": "chien-si-thi-dua-co-so", "year": year} for year in years]

        assert on_facts(person(awards=awards), CERTIFICATE) == (expected, expected)

    @pytest.mark.parametrize(("initiatives", "expected"), [(1, "NOT_MET"), (2, "MET"), (3, "MET")])
    def test_two_excellent_years(self, initiatives: int, expected: str) -> None:
        """Two excellent years running with two initiatives applied in that time."""
        made = [
            {"id": str(n), "year": 2025, "kind": "initiative", "status": "applied", "scope": "grassroots"}
            for n in range(initiatives)
        ]
        record = person(initiatives=made)
        record["years"] = [{"year": 2024, "rating": "excellent"}, {"year": 2025, "rating": "excellent"}]

        assert on_facts(record, CERTIFICATE) == (expected, expected)

    @pytest.mark.parametrize(
        ("track", "expected"), [("farmer", "MET"), ("labourer", "MET"), ("civil-servant", "NOT_MET")]
    )
    def test_workers(self, track: str, expected: str) -> None:
        """Workers, farmers and labourers: many achievements whose influence reaches a commune are enough."""
        assert on_facts(person(track, **achievement("repeated", "commune", by="commune")), CERTIFICATE)[1] == expected

    @pytest.mark.parametrize(
        ("by", "law", "local"),
        [("province", "MET", "MET"), ("ministry", "MET", "MET"), ("commune", "MET", "MET")],
    )
    def test_contribution_road_is_wider(self, by: str, law: str, local: str) -> None:
        """An entrepreneur's contribution does by the third paragraph of điểm a too, whoever recognised it."""
        assert on_facts(person("entrepreneur", **achievement("contribution", "province", by=by)), CERTIFICATE) == (
            law,
            local,
        )

    @pytest.mark.parametrize(
        ("title", "law", "local"),
        [("tap-the-lao-dong-xuat-sac", "MET", "MET"), ("don-vi-quyet-thang", "MET", "NOT_MET")],
    )
    def test_collective_titles(self, title: str, law: str, local: str) -> None:
        """Two years running of Tập thể lao động xuất sắc; the regulation does not name Đơn vị quyết thắng."""
        awards = [{"award": title, "year": year} for year in (2024, 2025)]
        record = collective(rating="good", awards=awards)
        record["years"] = [{"year": year, "rating": "good"} for year in (2024, 2025)]

        assert on_facts(record, CERTIFICATE) == (law, local)

    @pytest.mark.parametrize(("years", "expected"), [((2025,), "NOT_MET"), ((2024, 2025), "MET")])
    def test_collective_years(self, years: tuple[int, ...], expected: str) -> None:
        """Two years running rated excellent; an enterprise's road by khoản 4 Điều 74 of the law asks the same."""
        rated = [{"year": year, "rating": "excellent" if year in years else "good"} for year in (2024, 2025)]

        assert on_facts(collective(years=rated), CERTIFICATE)[1] == expected
        assert on_facts(collective("enterprise", years=rated), CERTIFICATE)[1] == expected

    @pytest.mark.parametrize(
        ("degree", "scope", "law", "local"),
        [
            ("large", "province", "NOT_MET", "NOT_MET"),
            ("outstanding", "province", "MET", "MET"),
            ("outstanding", "grassroots", "NOT_MET", "NOT_MET"),
            ("outstanding", "army-wide", "MET", "NOT_MET"),
        ],
    )
    def test_collective_sudden(self, degree: str, scope: str, law: str, local: str) -> None:
        """An outstanding sudden achievement that reaches a field of the province."""
        assert on_facts(collective(**achievement("sudden", scope, degree=degree)), CERTIFICATE) == (law, local)

    def test_enterprise_follows(self) -> None:
        """Khoản 4 Điều 74 points to the standards of khoản 3: those are the province's now."""
        record = collective("enterprise", **achievement("sudden", "army-wide", degree="outstanding"))

        assert on_facts(record, CERTIFICATE) == ("MET", "NOT_MET")

    def test_household(self) -> None:
        """A household with contributions of labour, land and property: as in the law."""
        record = {"subject": {"kind": "household"}, "year": 2025, "known_from": 2015, "founded": "2015-01-01"}

        assert on_facts(record, CERTIFICATE) == ("NOT_MET", "NOT_MET")
        assert on_facts({**record, **achievement("donation", "commune")}, CERTIFICATE) == ("MET", "MET")


class TestWorker:
    """Khoản 1 Điều 4: Lao động tiên tiến."""

    @pytest.mark.parametrize(("rating", "expected"), [("completed", "NOT_MET"), ("good", "MET"), ("excellent", "MET")])
    def test_rated(self, rating: str, expected: str) -> None:
        """Whoever an organisation employs: rated good or better."""
        assert on_facts(person(rating=rating), WORKER) == (expected, expected)

    def test_farmer(self) -> None:
        """A farmer: the province adds "về giá trị lợi ích" and "giản dị", so the law's judgements are not enough."""
        law = {"24_3_a__effective-labour": True, "24_3_b__exemplary": True}
        own = {"4_1_b__effective-labour": True, "4_1_b__exemplary": True}

        assert outcome(person("farmer"), WORKER, **law) == "PENDING"
        assert outcome(person("farmer"), WORKER, **own) == "MET"
        assert outcome(person("farmer"), WORKER, **{**own, "4_1_b__exemplary": False}) == "NOT_MET"

    def test_labourer(self) -> None:
        """A labourer with a rating is judged by it: điểm b is no way round one that is too low."""
        assert on_facts(person("labourer", rating="completed"), WORKER)[1] == "NOT_MET"
        assert on_facts(person("labourer"), WORKER)[1] == "MET"

    def test_once_a_year(self) -> None:
        """Given every year ("để tặng hằng năm"): twice for one year is a double, which the law alone does not say."""
        rows = thidua.load_decisions(
            [
                {"award": WORKER, "recipient": "individual", "subject": "A-1", "year": 2025, "unit": "Sở A"},
                {"award": WORKER, "recipient": "individual", "subject": "A-1", "year": 2025, "unit": "Sở A"},
            ]
        )
        found = [
            {each.citation.document for each in _leaves(thidua.check_doubles(rows, law=law)) if each.citation}
            for law in (NATIONAL, LOCAL)
        ]

        assert "86/2025/QĐ-UBND" not in found[0]
        assert "86/2025/QĐ-UBND" in found[1]


@pytest.mark.parametrize("award", LETTERS)
class TestLetter:
    """Khoản 3 Điều 4: giấy khen, whose standard the law leaves to the province."""

    @pytest.mark.parametrize(
        ("rating", "expected"), [("completed", "NOT_MET"), ("good", "MET"), ("excellent", "MET"), (None, "MET")]
    )
    def test_rated(self, award: str, rating: str | None, expected: str) -> None:
        """Without the regulation nothing is known; with it a rating must be good, and whoever has none people judge."""
        record = person(rating=rating, **movement("unit", "good"), commendation="movement")

        assert on_facts(record, award) == ("UNKNOWN", expected)

    def test_nothing_done(self, award: str) -> None:
        """A good rating alone is no achievement."""
        assert on_facts(person(rating="excellent"), award)[1] == "NOT_MET"

    @pytest.mark.parametrize("kind", ["repeated", "sudden"])
    @pytest.mark.parametrize("whom", ["individual", "collective"])
    def test_achievements(self, award: str, kind: str, whom: str) -> None:
        """Many achievements, or a sudden one, whose influence reaches a field of the giver."""
        facts = achievement(kind, "commune", by="commune")
        record = person(rating="good", **facts) if whom == "individual" else collective(rating="good", **facts)

        assert on_facts(record, award)[1] == "MET"

    def test_recognised(self, award: str) -> None:
        """A claim that nobody recognised is for people to weigh."""
        claim = {"achievements": [{"year": 2025, "kind": "sudden", "scope": "commune"}]}

        assert outcome(person(rating="good", **claim), award) == "PENDING"

    @pytest.mark.parametrize(("rating", "expected"), [("completed", "NOT_MET"), ("good", "MET")])
    def test_collective(self, award: str, rating: str, expected: str) -> None:
        """A collective "hoàn thành tốt nhiệm vụ", and a result in a movement."""
        assert on_facts(collective(rating=rating, **movement("commune", "good")), award) == ("UNKNOWN", expected)

    def test_household(self, award: str) -> None:
        """A household: a contribution with influence, or a result in a movement; one of the two."""
        record = {"subject": {"kind": "household"}, "year": 2025, "known_from": 2015, "founded": "2015-01-01"}

        assert on_facts(record, award)[1] == "NOT_MET"
        assert on_facts({**record, **achievement("donation", "commune", by="commune")}, award)[1] == "MET"
        assert on_facts({**record, **movement("commune", "good")}, award)[1] == "MET"

    def test_judgements(self, award: str) -> None:
        """Exemplary conduct and a citizen's duties are people's to judge."""
        record = person(rating="good", **movement("unit", "good"), commendation="movement")

        assert outcome(record, award) == "PENDING"
        assert outcome(record, award, **{"4_3_a__conduct": True, "4_3_a__civic-duty": True}) == "MET"


def test_letter_of_a_ministry() -> None:
    """Điểm a khoản 1 Điều 75, a unit under a ministry, is not the province's: its standard stays unknown."""
    record = person(rating="good", **movement("unit", "good"))

    assert on_facts(record, "giay-khen-cua-thu-truong-don-vi") == ("UNKNOWN", "UNKNOWN")


class TestCouncil:
    """Điểm b khoản 4 Điều 8: the provincial council's meeting."""

    @pytest.mark.parametrize(("present", "expected"), [(11, "NOT_MET"), (12, "MET"), (13, "MET")])
    def test_quorum(self, present: int, expected: str) -> None:
        """At least 80% of all members attend: of 15, 12."""
        [quorum] = self._of(present, "quorum", LOCAL)

        assert (quorum.need, quorum.outcome.name) == (12, expected)
        assert self._of(present, "quorum", NATIONAL) == []

    @pytest.mark.parametrize(("written", "expected"), [(2, "NOT_MET"), (3, "MET")])
    def test_in_writing(self, written: int, expected: str) -> None:
        """The opinion of each absent member is taken in writing."""
        [absent] = self._of(12, "in-writing", LOCAL, written)

        assert absent.outcome.name == expected

    def test_units_are_free(self) -> None:
        """Điều 9 sets no quorum for the councils of units."""
        ballot = Ballot(members=15, in_favour=10, present=10, council="unit-council")

        assert [
            child.code for child in thidua.tally(ballot, CERTIFICATE, law=LOCAL).children if child.code == "quorum"
        ] == []

    def _of(self, present: int, code: str, law: thidua.Law, written: int = 0) -> list[Any]:
        ballot = Ballot(members=15, in_favour=10, present=present, written=written, council="province-council")
        return [child for child in thidua.tally(ballot, CERTIFICATE, law=law).children if child.code == code]


class TestDeadlines:
    """Điều 5, 6 and 10: what comes first, and by which day."""

    def dues(self, award: str, **events: date) -> dict[str, Any]:
        """Return the regulation's own deadlines for an award."""
        found = thidua.deadlines(award, law=LOCAL, events=events, year=2026).dues
        return {due.entry.id: due for due in found if due.citation and due.citation.document == "86/2025/QĐ-UBND"}

    def test_conference(self) -> None:
        """Ten days before the conference: nine are too few, the tenth may do, eleven do for certain."""
        due = self.dues(CERTIFICATE, conference=date(2026, 10, 20))["6.1"]

        assert (due.day, due.open_to) == (date(2026, 10, 9), date(2026, 10, 10))

    def test_year(self) -> None:
        """Before the tenth of December ("trước ngày 10/12"): the tenth itself is too late."""
        assert self.dues(CERTIFICATE)["6.2"].day == date(2026, 12, 9)
        assert self.dues(CERTIFICATE)["10.2"].day == date(2026, 12, 9)
        assert "6.2" not in self.dues(WORKER)

    @pytest.mark.parametrize(
        ("award", "asked"), [("CSTĐ toàn quốc", True), ("Anh hùng Lao động", True), (CERTIFICATE, False)]
    )
    def test_party_opinion(self, award: str, asked: bool) -> None:  # noqa: FBT001  # a case, not an option
        """The Standing Committee's written opinion comes before the highest awards go to the Prime Minister."""
        assert ("5.1.a" in self.dues(award)) is asked
