"""The statute book before 2024: each article that changed says the old words one day and the new words the next."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import pytest

import thidua
from thidua import Outcome, assess, bonus, law_on, load_dossier
from thidua import award as ever
from thidua.book.law import Law, Placed
from thidua.book.laying import awards_named
from thidua.book.shelf import document, headers
from thidua.model.citation import Standing
from thidua.model.condition import EachYear, Holds, InitiativeOf, MembersOf, MovementOf, Run
from thidua.model.deciding import Amount, BonusEntry, Office, Power, Rate, Rounding
from thidua.model.entry import Entry
from thidua.model.outline import Reading, Unread
from thidua.model.provision import Bar, Clause, Rule

E = TypeVar("E", bound=Entry)

LAW = "15/2003/QH11"
OLD = ("15/2003/QH11", "47/2005/QH11", "32/2009/QH12", "39/2013/QH13")
DECREES = ("42/2010/NĐ-CP", "65/2014/NĐ-CP", "91/2017/NĐ-CP")
NOT_READ = ("07/2014/TT-BNV", "08/2017/TT-BNV", "122/2018/NĐ-CP", "12/2019/TT-BNV")
BASE_SALARIES = ("47/2017/NĐ-CP", "72/2018/NĐ-CP", "38/2019/NĐ-CP")

AMENDED = date(2014, 6, 1)
"""The first day of 39/2013/QH13."""
DETAILED = date(2014, 8, 20)
"""The first day of NĐ 65/2014/NĐ-CP."""
REPLACED = date(2017, 10, 1)
"""The first day of NĐ 91/2017/NĐ-CP."""
LAST = date(2023, 12, 31)
"""The last day of the old law."""


def before(day: date) -> date:
    """Return the day before."""
    return date.fromordinal(day.toordinal() - 1)


def the(kind: type[E], day: date, name: str, home: str = LAW) -> E:
    """Return the one entry of that id in the numbering of a document that is in force on the day."""
    [placed] = [each for each in law_on(day).of(kind) if (each.home.id, each.entry.id) == (home, name)]
    return placed.entry


def gone(kind: type[E], day: date, name: str, home: str = LAW) -> bool:
    """Say whether no such entry is in force on the day."""
    return not [each for each in law_on(day).of(kind) if (each.home.id, each.entry.id) == (home, name)]


def rules(day: date, award: str, recipient: str = "individual", track: str | None = None) -> list[Placed[Rule]]:
    """Return the rules for an award that speak of such a recipient; of one with this track, where one is given."""
    law = law_on(day)
    return [
        placed
        for placed in law.rules(law.award(award))
        if recipient in placed.entry.recipients
        and (track is None or not placed.entry.tracks or track in placed.entry.tracks)
    ]


def says(placed: Placed[Rule]) -> tuple[str, str]:
    """Name the document that says the rule, and its article."""
    return placed.header.id, placed.entry.id


def leaves(law: Law, name: str, at: Placed[Any]) -> list[Clause]:
    """Return the clauses without parts that a clause comes down to, in the law's order."""
    placed = law.clause(name, at)
    parts = placed.entry.all or placed.entry.any or ()
    found = [leaf for part in parts for leaf in leaves(law, part, placed)]
    if placed.entry.run is not None and placed.entry.run.within is not None:
        found += leaves(law, placed.entry.run.within, placed)
    return found or [placed.entry]


def achievements(day: date, award: str, recipient: str) -> list[Clause]:
    """Return the clauses on achievements that the rules for an award come down to."""
    law = law_on(day)
    return [
        leaf
        for rule in rules(day, award, recipient)
        for name in rule.entry.any
        for leaf in leaves(law, name, rule)
        if leaf.achievement
    ]


def outcome(day: date, award: str, **record: Any) -> Outcome:
    """Judge a record that is complete for twelve years, all judgements taken as given."""
    start = {"subject": {"kind": "individual", "tracks": ["civil-servant"]}, "joined": f"{day.year - 12}-01-01"}
    if record.get("subject", {}).get("kind") == "collective":
        start = {"founded": f"{day.year - 12}-01-01"}
    facts = {"year": day.year, "received": day.isoformat(), "known_from": day.year - 12, **start, **record}
    return assess(load_dossier(facts), award, law=law_on(day, unread="last-text")).on_facts


def routes(day: date, placed: Placed[Rule]) -> set[str]:
    """Return the kinds of commendation that the routes of a rule carry."""
    law = law_on(day)
    found: set[str] = set()
    for name in placed.entry.any:
        clause = law.clause(name, placed)
        parts = [clause, *(law.clause(part, clause) for part in clause.entry.any or ())]
        found |= {kind for part in parts for kind in part.entry.commendation}
    return found


class TestBook:
    """The documents of the old regime and the days on which they hold."""

    @pytest.mark.parametrize("day", [date(2005, 1, 1), AMENDED, DETAILED, date(2015, 5, 1), REPLACED, LAST])
    def test_opens(self, day: date) -> None:
        """On every day the documents in force fit one another."""
        assert LAW in [header.id for header in law_on(day).documents]

    @pytest.mark.parametrize(
        ("name", "first", "last"),
        [
            ("15/2003/QH11", date(2004, 7, 1), LAST),
            ("47/2005/QH11", date(2005, 6, 27), LAST),
            ("39/2013/QH13", AMENDED, LAST),
            ("42/2010/NĐ-CP", date(2010, 4, 15), before(REPLACED)),
            ("65/2014/NĐ-CP", DETAILED, before(REPLACED)),
            ("07/2014/TT-BNV", date(2014, 8, 29), date(2017, 12, 14)),
            ("08/2017/TT-BNV", date(2017, 12, 15), date(2019, 12, 31)),
            ("12/2019/TT-BNV", date(2020, 1, 1), LAST),
            ("122/2018/NĐ-CP", date(2018, 11, 5), date(2024, 1, 29)),
            ("91/2017/NĐ-CP", REPLACED, LAST),
            ("38/2019/NĐ-CP", date(2019, 7, 1), date(2023, 6, 30)),
        ],
    )
    def test_period(self, name: str, first: date, last: date) -> None:
        """A document holds from its first day to its last, both included."""
        after = date.fromordinal(last.toordinal() + 1)

        held = [name in [header.id for header in law_on(day).documents] for day in (before(first), first, last, after)]

        assert held == [False, True, True, False]

    @pytest.mark.parametrize("name", [*OLD, *DECREES, *BASE_SALARIES, *NOT_READ])
    def test_checked(self, name: str) -> None:
        """Every document says when it was last checked."""
        [header] = [header for header in headers() if header.id == name]

        assert header.checked == date(2026, 11, 22)

    @pytest.mark.parametrize(
        ("name", "standing"),
        [
            ("15/2003/QH11", Standing.VERIFIED),
            ("39/2013/QH13", Standing.VERIFIED),
            ("65/2014/NĐ-CP", Standing.VERIFIED),
            ("91/2017/NĐ-CP", Standing.SECONDARY),
            ("32/2009/QH12", Standing.UNVERIFIED),
        ],
    )
    def test_standing(self, name: str, standing: Standing) -> None:
        """What was read is verified; NĐ 91/2017 was seen in quotations only; of 32/2009 nothing was read."""
        [header] = [header for header in headers() if header.id == name]

        assert header.standing is standing

    def test_nothing_of_the_partly_read_decree_is_verified(self) -> None:
        """No entry of NĐ 91/2017 claims more than the quotations it rests on."""
        entries = document("91/2017/NĐ-CP").entries()

        assert all(entry.standing in (None, Standing.UNVERIFIED) for entry in entries)

    @pytest.mark.parametrize("name", ["47/2005/QH11", "32/2009/QH12"])
    def test_amendments_of_other_articles(self, name: str) -> None:
        """The laws of 2005 and 2009 change nothing about titles, bằng khen and giấy khen."""
        named = {award for entry in document(name).entries() for award in awards_named(entry)}
        kinds = {thidua.award(award).kind for award in named}

        assert kinds == {"state-honour"}


class TestAwards:
    """Names and recipients."""

    @pytest.mark.parametrize(
        ("name", "slug"),
        [
            ("CSTĐ cấp tỉnh", "chien-si-thi-dua-bo-ban-nganh-tinh"),
            ("CSTĐ cơ sở", "chien-si-thi-dua-co-so"),
            ("Chiến sỹ thi đua cấp cơ sở", "chien-si-thi-dua-co-so"),
            ("Thôn, làng, ấp, bản, tổ dân phố văn hoá", "thon-to-dan-pho-van-hoa"),
            ("Bằng khen cấp bộ, ngành, tỉnh, đoàn thể trung ương", "bang-khen-cua-bo-ban-nganh-tinh"),
            ("Giấy khen sở", "giay-khen-cua-co-quan-chuyen-mon-cap-tinh"),
        ],
    )
    def test_old_names(self, name: str, slug: str) -> None:
        """Names of the old law find the award then, and in the catalogue for ever."""
        assert (law_on(LAST).award(name).id, ever(name).id) == (slug, slug)

    @pytest.mark.parametrize("name", ["BKTTg", "BK tỉnh", "Giấy khen xã"])
    def test_families(self, name: str) -> None:
        """39/2013 khoản 3 Điều 73, khoản 4 Điều 76: bằng khen and giấy khen are open to families from 2014-06-01."""
        assert "household" not in law_on(before(AMENDED)).award(name).recipients
        assert "household" in law_on(AMENDED).award(name).recipients

    @pytest.mark.parametrize("name", ["giay-khen-cua-thu-truong-don-vi", "giay-khen-cua-doanh-nghiep-hop-tac-xa"])
    def test_no_families(self, name: str) -> None:
        """NĐ 65/2014 Điều 25 names the letters of department, district and commune: units' and enterprises' are not."""
        assert all("household" not in law_on(day).award(name).recipients for day in (AMENDED, DETAILED, REPLACED, LAST))

    def test_enterprise_letter(self) -> None:
        """39/2013 điểm b khoản 2 Điều 74: letters of all enterprises and cooperatives, no more of the State's alone."""
        name = "giay-khen-cua-doanh-nghiep-hop-tac-xa"

        assert "nhà nước" in law_on(before(AMENDED)).award(name).label
        assert "hợp tác xã" in law_on(AMENDED).award(name).label


class TestNationalFighter:
    """Điều 21: Chiến sĩ thi đua toàn quốc."""

    @pytest.mark.parametrize(
        ("day", "said_by"),
        [
            (before(AMENDED), (LAW, "21")),
            (AMENDED, ("39/2013/QH13", "21")),
            (before(DETAILED), ("39/2013/QH13", "21")),
            (DETAILED, ("65/2014/NĐ-CP", "3")),
            (before(REPLACED), ("65/2014/NĐ-CP", "3")),
            (REPLACED, ("91/2017/NĐ-CP", "9.1")),
            (LAST, ("91/2017/NĐ-CP", "9.1")),
        ],
    )
    def test_said_by(self, day: date, said_by: tuple[str, str]) -> None:
        """The title is one of a choice, by the text of the day."""
        [rule] = rules(day, "CSTĐTQ")

        assert (says(rule), bool(rule.entry.selective)) == (said_by, True)

    @pytest.mark.parametrize(
        ("readings", "expected"),
        [
            ({}, (1, False)),
            ({"title-spacing": "each-cycle"}, (3, False)),
            ({"consecutive-times": "anywhere"}, (1, True)),
            ({"title-spacing": "each-cycle", "consecutive-times": "anywhere"}, (3, True)),
        ],
    )
    def test_twice(self, readings: dict[str, str], expected: tuple[int, bool]) -> None:
        """Two titles of the ministry or province in a row: two years ending now, unless read otherwise."""
        law = law_on(LAST, readings=readings)
        [rule] = law.rules(law.award("CSTĐTQ"))

        holds = law.clause(rule.entry.all[0], rule).entry.holds

        assert holds is not None
        assert (holds.consecutive, holds.spacing, holds.anywhere) == (2, *expected)

    def test_initiative_of_the_nation(self) -> None:
        """NĐ 65/2014 Điều 3 khoản 2, 3: from 2014-08-20 on its influence must reach the whole country."""
        assert not rules(before(DETAILED), "CSTĐTQ")[0].entry.any
        for day in (DETAILED, REPLACED, LAST):
            [rule] = rules(day, "CSTĐTQ")
            found = [leaf for name in rule.entry.any for leaf in leaves(law_on(day), name, rule)]
            assert {leaf.initiative.scopes for leaf in found if leaf.initiative} == {("nation", "world")}

    @pytest.mark.parametrize(
        ("day", "keys"), [(before(DETAILED), set()), (DETAILED, {"3.2", "3.3"}), (REPLACED, {"9.1"}), (LAST, {"9.1"})]
    )
    def test_highly_effective(self, day: date, keys: set[str]) -> None:
        """NĐ 65/2014 Điều 3 khoản 2, 3: "phải đạt hiệu quả cao" is a judgement, and taken to stay under NĐ 91/2017."""
        [rule] = rules(day, "CSTĐTQ")
        names = (*rule.entry.all, *rule.entry.any)
        found = [leaf for name in names for leaf in leaves(law_on(day), name, rule) if leaf.attested]

        assert {leaf.id.partition("-")[0] for leaf in found if leaf.attested and leaf.attested.name == "effect"} == keys


class TestProvinceFighter:
    """Điều 22: Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương."""

    def test_initiative(self) -> None:
        """The law asks three CSTĐCS in a row; an initiative of its own is NĐ 91/2017's (Điều 9 khoản 2)."""
        [old], [new] = rules(before(REPLACED), "CSTĐ tỉnh"), rules(REPLACED, "CSTĐ tỉnh")

        assert (says(old), old.entry.any) == ((LAW, "22"), ())
        assert (says(new), len(new.entry.any)) == (("91/2017/NĐ-CP", "9.2"), 2)
        for rule, day in ((old, before(REPLACED)), (new, REPLACED)):
            assert [leaf.holds for name in rule.entry.all for leaf in leaves(law_on(day), name, rule)] == [
                Holds(awards=("chien-si-thi-dua-co-so",), consecutive=3)
            ]

    def test_grassroots_is_not_enough(self) -> None:
        """NĐ 91/2017 Điều 9 khoản 2: recognised by the head of the ministry or province."""
        initiative = the(Clause, LAST, "9.2-initiative", "91/2017/NĐ-CP").initiative

        assert initiative is not None
        assert "grassroots" not in initiative.scopes

    @pytest.mark.parametrize("name", ["9.2-initiative", "9.2-other"])
    def test_wider_scopes(self, name: str) -> None:
        """What reaches the army, the police, the nation or beyond reaches the ministry or province."""
        initiative = the(Clause, LAST, name, "91/2017/NĐ-CP").initiative

        assert initiative is not None
        assert set(initiative.scopes) == {"province", "army-wide", "police-wide", "nation", "region", "world"}


class TestGrassrootsFighter:
    """Điều 23: Chiến sĩ thi đua cơ sở."""

    def test_until_2014(self) -> None:
        """The 2003 text asks for an initiative and not for anyone's recognition."""
        assert the(Clause, before(AMENDED), "23.2").initiative == InitiativeOf(kinds=("initiative",))

    @pytest.mark.parametrize("day", [AMENDED, before(DETAILED), DETAILED, before(REPLACED), REPLACED, LAST])
    def test_from_2014(self, day: date) -> None:
        """A recognised initiative, applied research, or ingenuity in combat with HTXSNV: never HTXSNV alone."""
        law = law_on(day)
        [rule] = rules(day, "CSTĐCS")
        choice = law.clause(rule.entry.all[1], rule)
        initiative, research, combat = (law.clause(name, choice) for name in choice.entry.any or ())

        assert initiative.entry.initiative == InitiativeOf(kinds=("initiative",), status="recognised")
        assert research.entry.initiative == InitiativeOf(kinds=("research",), status="applied")
        ingenuity, rated = (law.clause(name, combat).entry for name in combat.entry.all or ())
        assert ingenuity.initiative == InitiativeOf(kinds=("combat-ingenuity",), status="recognised")
        assert rated.rated == "excellent"

    @pytest.mark.parametrize(
        ("day", "said_by"),
        [
            (before(DETAILED), (LAW, "23")),
            (DETAILED, ("65/2014/NĐ-CP", "4.1")),
            (before(REPLACED), ("65/2014/NĐ-CP", "4.1")),
            (REPLACED, (LAW, "23")),
        ],
    )
    def test_said_by(self, day: date, said_by: tuple[str, str]) -> None:
        """NĐ 65/2014 Điều 4 restates the criteria while it lasts; the standard of LĐTT or CSTT is asked throughout."""
        [rule] = rules(day, "CSTĐCS")

        meets = law_on(day).clause(rule.entry.all[0], rule).entry.meets

        assert (says(rule), meets) == (said_by, ("lao-dong-tien-tien", "chien-si-tien-tien"))


class TestAdvanced:
    """Điều 24: Lao động tiên tiến, Chiến sĩ tiên tiến."""

    @pytest.mark.parametrize(
        ("day", "track", "articles"),
        [
            (before(AMENDED), "civil-servant", ["24.1"]),
            (before(AMENDED), "worker", ["24.1"]),
            (before(AMENDED), "farmer", ["24.3"]),
            (AMENDED, "civil-servant", ["24.1"]),
            (AMENDED, "worker", ["24.3"]),
            (AMENDED, "farmer", ["24.3"]),
            (LAST, "labourer", ["24.3"]),
            (LAST, "armed-forces", []),
        ],
    )
    def test_tracks(self, day: date, track: str, articles: list[str]) -> None:
        """Workers stand beside civil servants until 2014-05-31, then beside farmers and labourers."""
        assert [placed.entry.id for placed in rules(day, "LĐTT", track=track)] == articles

    def test_armed_forces(self) -> None:
        """CSTT asks of the armed forces what LĐTT asks of civil servants."""
        for day in (before(AMENDED), AMENDED, LAST):
            [soldier] = rules(day, "CSTT")
            [servant] = rules(day, "LĐTT", track="civil-servant")
            assert (soldier.entry.tracks, soldier.entry.all) == (("armed-forces",), servant.entry.all)

    def test_labourers_two_standards(self) -> None:
        """39/2013 khoản 3 Điều 24: two standards and no rating for workers, farmers and labourers."""
        [old], [new] = rules(before(AMENDED), "LĐTT", track="farmer"), rules(AMENDED, "LĐTT", track="farmer")

        assert (old.entry.all, new.entry.all) == (("24.3",), ("24.3.a", "24.3.b"))
        assert gone(Clause, AMENDED, "24.3")
        assert all(leaf.attested for name in new.entry.all for leaf in leaves(law_on(AMENDED), name, new))

    def test_rating(self) -> None:
        """Điểm a khoản 1: "Hoàn thành tốt nhiệm vụ" is a fact, productivity and quality a judgement."""
        [rule] = rules(LAST, "LĐTT", track="civil-servant")

        rated, productivity = leaves(law_on(LAST), "24.1.a", rule)

        assert (rated.rated, productivity.condition[0]) == ("good", "attested")


class TestBars:
    """What bars a title: Điều 10; for LĐTT and CSTT NĐ 65/2014 Điều 5, NĐ 91/2017 Điều 10."""

    @pytest.mark.parametrize(
        ("day", "conditions"),
        [
            (before(DETAILED), set()),
            (DETAILED, {"trained", "joined", "absent", "undisciplined"}),
            (before(REPLACED), {"trained", "joined", "absent", "undisciplined"}),
            (REPLACED, {"trained", "joined", "undisciplined"}),
            (LAST, {"trained", "joined", "undisciplined"}),
        ],
    )
    def test_day(self, day: date, conditions: set[str]) -> None:
        """They come with NĐ 65/2014; NĐ 91/2017 drops the 40 working days away."""
        law = law_on(day)

        for name in ("LĐTT", "CSTT"):
            bars = [bar for bar in law.bars(law.award(name)) if bar.header.id != LAW]
            assert {law.clause(bar.entry.clause, bar).entry.condition[0] for bar in bars} == conditions

    def test_other_titles_are_not_barred(self) -> None:
        """The decrees' bars speak of LĐTT and CSTT only; CSTĐCS meets them through its first standard."""
        barred = {name for bar in law_on(date(2015, 5, 1)).of(Bar) for name in bar.entry.awards}

        assert barred == {"lao-dong-tien-tien", "chien-si-tien-tien"}

    @pytest.mark.parametrize("day", [date(2004, 7, 1), before(AMENDED), DETAILED, LAST])
    def test_registration(self, day: date) -> None:
        """Điều 10 khoản 1 điểm b: every title, of whomever, asks for registration; no bằng khen or giấy khen does."""
        law = law_on(day)
        barred = {
            award.id
            for award in law.awards
            for bar in law.bars(award)
            if law.clause(bar.entry.clause, bar).entry.id == "10.1.b"
        }

        assert barred == {award.id for award in law.awards if award.is_title}

    def test_registration_is_attested(self) -> None:
        """It is a judgement until attested, and asked once where one title rests on the standard of another."""
        record = {"subject": {"kind": "individual", "tracks": ["civil-servant"]}, "year": 2022, "known_from": 2010}
        facts = {"years": [{"year": 2022, "rating": "good"}], "initiatives": [{"year": 2022, "status": "recognised"}]}

        verdict = assess(load_dossier({**record, **facts, "joined": "2010-01-01"}), "CSTĐCS", law=law_on(LAST))

        assert [each.key for each in verdict.to_attest].count("10.1.b/registered") == 1

    def test_registration_ends(self) -> None:
        """The law of 2022 (Điều 7) does not ask for it any more."""
        law = law_on(date(2024, 1, 1))

        assert "10.1.b" not in {law.clause(bar.entry.clause, bar).entry.id for bar in law.of(Bar)}

    def test_values(self) -> None:
        """Ten months, 40 working days, khiển trách, one year of training with khá."""
        day, decree = date(2015, 5, 1), "65/2014/NĐ-CP"
        joined, absent = the(Clause, day, "5.6-joined", decree).joined, the(Clause, day, "5.6-absent", decree).absent
        trained = the(Clause, day, "5.3", decree).trained
        undisciplined = the(Clause, day, "5.6-undisciplined", decree).undisciplined

        assert joined is not None
        assert absent is not None
        assert trained is not None
        assert undisciplined is not None
        assert (joined.months, absent.fewer_than, trained.months, trained.at_least) == (10, 40, 12, "good")
        assert set(absent.excluding) == {"maternity", "injury-in-duty", "training"}
        assert (undisciplined.measure, undisciplined.when) == ("khien-trach", "imposed")


class TestFlags:
    """Điều 25, 26: emulation flags."""

    def test_new_model(self) -> None:
        """39/2013 khoản 2 Điều 25: from 2014-06-01 the best of the ministry's movement, no more a new model."""
        old, new = the(Clause, before(AMENDED), "25.2").attested, the(Clause, AMENDED, "25.2").attested

        assert old is not None
        assert new is not None
        assert (old.name, new.name) == ("new-model", "outstanding-in-movement")

    def test_province_flag_keeps_the_model(self) -> None:
        """Điều 26 was not amended: its new model stays to the last day."""
        for day in (before(AMENDED), AMENDED, LAST):
            found = the(Clause, day, "26.2").attested
            assert found is not None
            assert found.name == "new-model"

    @pytest.mark.parametrize(
        ("day", "said_by", "ways"),
        [
            (before(DETAILED), (LAW, "25"), 0),
            (DETAILED, ("65/2014/NĐ-CP", "6"), 2),
            (REPLACED, ("91/2017/NĐ-CP", "11"), 2),
        ],
    )
    def test_ways(self, day: date, said_by: tuple[str, str], ways: int) -> None:
        """The decrees name two ways to the Government's flag for all; the law's three criteria bind on each."""
        [rule] = [each for each in rules(day, "Cờ Chính phủ", "collective") if not each.entry.bodies]

        assert (says(rule), len(rule.entry.all), len(rule.entry.any)) == (said_by, 3, ways)

    @pytest.mark.parametrize(
        ("day", "found"),
        [(before(DETAILED), []), (DETAILED, ["6.2"]), (before(REPLACED), ["6.2"]), (REPLACED, ["11-leads"])],
    )
    def test_leaders_of_clusters(self, day: date, found: list[str]) -> None:
        """NĐ 65/2014 Điều 6 khoản 2: ministries, central mass organisations and provinces that lead; kept since."""
        leaders = [each for each in rules(day, "Cờ Chính phủ", "collective") if each.entry.bodies]

        assert [each.entry.id for each in leaders] == found
        assert all((each.entry.bodies, len(each.entry.all)) == (("ministry", "province"), 3) for each in leaders)

    @pytest.mark.parametrize(("body", "may"), [("ministry", True), ("province", True), ("agency", False)])
    def test_only_they_lead(self, body: str, may: bool) -> None:  # noqa: FBT001 - a column of the table
        """An agency that leads a cluster of the Central Council has no way of its own to the flag."""
        record = {"subject": {"kind": "collective", "body": body, "flag_eligible": True}}
        leads = [{"year": 2016, "organiser": "central-council"}]
        denied = {"6.1/outstanding": False, "6.3/outstanding": False}

        found = outcome(date(2016, 12, 31), "Cờ Chính phủ", **record, leads=leads, attested=denied)

        assert (found is Outcome.MET) is may

    @pytest.mark.parametrize(("day", "name"), [(DETAILED, "6.3-movement"), (REPLACED, "11-movement")])
    def test_five_years(self, day: date, name: str) -> None:
        """A thematic movement of the President or the Prime Minister, reviewed after five years or more."""
        home = "65/2014/NĐ-CP" if day == DETAILED else "91/2017/NĐ-CP"

        movement = the(Clause, day, name, home).movement

        assert movement is not None
        assert (movement.years, movement.launched_by) == (5, ("president", "prime-minister"))

    def test_cluster(self) -> None:
        """NĐ 91/2017 Điều 12 considers the ministry's or province's flag through clusters and blocs."""
        [old], [new] = (rules(day, "Cờ tỉnh", "collective") for day in (before(REPLACED), REPLACED))

        assert (len(old.entry.all), len(new.entry.all)) == (3, 4)


class TestCollectives:
    """Điều 27-30: titles that no law changed until 2023-12-31."""

    @pytest.mark.parametrize("day", [before(AMENDED), AMENDED, LAST])
    @pytest.mark.parametrize(("award", "name"), [("TTLĐTT", "28.1.c"), ("ĐVTT", "28.2-advanced")])
    def test_more_than_half(self, day: date, award: str, name: str) -> None:
        """Điều 28: "trên 50%", so half of the members is not enough."""
        [rule] = rules(day, award, "collective")

        assert name in rule.entry.all
        assert leaves(law_on(day), name, rule)[0].members == MembersOf(share="advanced", above=Decimal("0.50"))

    @pytest.mark.parametrize("day", [before(AMENDED), LAST])
    @pytest.mark.parametrize(
        ("award", "expected"), [("TTLĐXS", True), ("ĐVQT", True), ("TTLĐTT", True), ("ĐVTT", False)]
    )
    def test_discipline(self, day: date, award: str, expected: bool) -> None:  # noqa: FBT001 - a column of the table
        """Nobody disciplined by cảnh cáo or more: not repeated for Đơn vị tiên tiến (khoản 2 Điều 28)."""
        [rule] = rules(day, award, "collective")

        found = [leaf.worst_discipline_below for name in rule.entry.all for leaf in leaves(law_on(day), name, rule)]

        assert ("canh-cao" in found) is expected

    @pytest.mark.parametrize("award", ["TTLĐXS", "ĐVQT"])
    def test_all_and_seventy_percent(self, award: str) -> None:
        """Điều 27: all members completed their tasks, at least 70% are advanced, one at least is a CSTĐCS."""
        [rule] = rules(LAST, award, "collective")
        found = [leaf for name in rule.entry.all for leaf in leaves(law_on(LAST), name, rule)]

        completed = MembersOf(share="completed", at_least=Decimal(1))
        advanced = MembersOf(share="advanced", at_least=Decimal("0.70"))
        assert [leaf.members for leaf in found if leaf.members] == [completed, advanced]
        assert [leaf.has_members.award for leaf in found if leaf.has_members] == ["chien-si-thi-dua-co-so"]
        assert [leaf.rated for leaf in found if leaf.rated] == ["excellent"]

    @pytest.mark.parametrize(("award", "armed"), [("TTLĐXS", None), ("ĐVQT", True), ("TTLĐTT", None), ("ĐVTT", True)])
    def test_armed(self, award: str, armed: bool | None) -> None:  # noqa: FBT001 - a column of the table
        """ĐVQT and ĐVTT are titles of the armed forces."""
        [rule] = rules(LAST, award, "collective")

        assert rule.entry.armed is armed

    def test_culture(self) -> None:
        """Điều 29, 30: a village is a collective with five judgements, a family a household with three."""
        [village], [family] = rules(LAST, "ấp văn hóa", "collective"), rules(LAST, "GĐVH", "household")

        assert (village.entry.bodies, len(village.entry.all), len(family.entry.all)) == (("village",), 5, 3)


class TestPrimeMinisterCertificate:
    """Điều 71; NĐ 65/2014 Điều 23; NĐ 91/2017 Điều 38."""

    def test_until_2014(self) -> None:
        """Individuals: a bằng khen and five years of CSTĐCS; collectives: three of TTLĐXS or ĐVQT; or a sudden deed."""
        day = before(AMENDED)
        person, body = the(Clause, day, "71.1.a").run, the(Clause, day, "71.2.a").run

        assert person is not None
        assert body is not None
        assert (person.years, person.each.titles, person.follows) == (5, ("chien-si-thi-dua-co-so",), False)
        assert (body.years, body.each.titles) == (3, ("tap-the-lao-dong-xuat-sac", "don-vi-quyet-thang"))
        assert the(Clause, day, "71.1.b").commendation == ("ad-hoc",)

    @pytest.mark.parametrize("name", ["71.1.b", "71.2.c"])
    def test_five_years(self, name: str) -> None:
        """39/2013: five years HTXSNV that follow the bằng khen."""
        run = the(Clause, AMENDED, name).run

        after = Holds(awards=("bang-khen-cua-bo-ban-nganh-tinh",))
        assert run == Run(years=5, each=EachYear(rated="excellent"), after=after, follows=True)

    @pytest.mark.parametrize(
        ("day", "number"), [(before(DETAILED), None), (DETAILED, 5), (before(REPLACED), 5), (REPLACED, 5), (LAST, 5)]
    )
    def test_five_initiatives(self, day: date, number: int | None) -> None:
        """The decrees ask five initiatives inside the five years, or five giấy khen for combat."""
        [rule] = [each for each in rules(day, "BKTTg") if not each.entry.tracks]
        found = [leaf for name in rule.entry.any for leaf in leaves(law_on(day), name, rule)]
        inside = [leaf.initiative for leaf in found if leaf.initiative and leaf.initiative.when == "window"]

        assert [initiative.number for initiative in inside] == ([number] if number else [])
        assert ("effect" in {leaf.attested.name for leaf in found if leaf.attested}) is bool(number)

    @pytest.mark.parametrize(
        ("day", "name", "home"),
        [
            (DETAILED, "23.1.c", "65/2014/NĐ-CP"),
            (DETAILED, "23.3.c", "65/2014/NĐ-CP"),
            (REPLACED, "38.1-run", "91/2017/NĐ-CP"),
            (REPLACED, "38-collective-flag", "91/2017/NĐ-CP"),
        ],
    )
    def test_in_those_five_years(self, day: date, name: str, home: str) -> None:
        """The text says "05 năm", not "trở lên": what must lie "trong thời gian đó" lies in the last five."""
        run = the(Clause, day, name, home).run

        assert run is not None
        assert (run.years, run.exact, bool(run.within)) == (5, True, True)

    @pytest.mark.parametrize(("flag", "may"), [(2012, True), (2011, False)])
    def test_flag_of_an_older_year(self, flag: int, may: bool) -> None:  # noqa: FBT001 - a column of the table
        """NĐ 65/2014 Điều 23 khoản 3 điểm c: a flag of the sixth year back does not lie in the five."""
        found = outcome(
            date(2016, 12, 31),
            "BKTTg",
            subject={"kind": "collective", "body": "agency", "flag_eligible": True},
            commendation="merit",
            years=[{"year": year, "rating": "excellent"} for year in range(2009, 2017)],
            awards=[
                {"award": "BK tỉnh", "year": 2008, "commendation": "merit"},
                {"award": "Cờ tỉnh", "year": flag},
            ],
        )

        assert (found is Outcome.MET) is may

    @pytest.mark.parametrize(("day", "years"), [(before(DETAILED), None), (DETAILED, 3), (REPLACED, 3)])
    def test_movement(self, day: date, years: int | None) -> None:
        """The decrees count movements reviewed after three years or more."""
        [rule] = [each for each in rules(day, "BKTTg") if not each.entry.tracks]
        found = [leaf.movement for name in rule.entry.any for leaf in leaves(law_on(day), name, rule) if leaf.movement]

        assert [movement.years for movement in found] == [years]

    @pytest.mark.parametrize(
        ("day", "track", "articles"),
        [
            (AMENDED, "worker", ["71.1", "71.1-labour"]),
            (DETAILED, "worker", ["23.1", "23.2", "23.2-worker"]),
            (DETAILED, "farmer", ["23.1", "23.2", "23.2-farmer"]),
            (DETAILED, "labourer", ["23.1", "23.2"]),
            (REPLACED, "worker", ["38.1", "71.1-labour", "38-labour", "38-worker"]),
            (REPLACED, "farmer", ["38.1", "71.1-labour", "38-labour", "38-farmer"]),
            (LAST, "labourer", ["38.1", "71.1-labour", "38-labour"]),
            (LAST, "civil-servant", ["38.1"]),
        ],
    )
    def test_labourers(self, day: date, track: str, articles: list[str]) -> None:
        """Workers, farmers and labourers have ways of their own beside the common one."""
        assert sorted(each.entry.id for each in rules(day, "BKTTg", track=track)) == sorted(articles)

    @pytest.mark.parametrize(
        ("day", "name", "home"),
        [
            (AMENDED, "71.1.c-labour", LAW),
            (DETAILED, "23.2.a-repeated", "65/2014/NĐ-CP"),
            (DETAILED, "23.2.a-sudden", "65/2014/NĐ-CP"),
            (LAST, "71.1.c-labour", LAW),
        ],
    )
    def test_in_labour_and_production(self, day: date, name: str, home: str) -> None:
        """The words "trong lao động, sản xuất" are a judgement beside the achievement."""
        law = law_on(day)
        [at] = [each for each in law.of(Clause) if (each.home.id, each.entry.id) == (home, name)]
        achieved, labour = leaves(law, name, at)

        assert achieved.achievement is not None
        assert "district" in achieved.achievement.scopes
        assert labour.attested is not None
        assert labour.attested.name == "labour"

    @pytest.mark.parametrize(
        ("scope", "expected"), [("province", Outcome.MET), ("district", Outcome.UNKNOWN), ("commune", Outcome.NOT_MET)]
    )
    def test_sudden_of_a_labourer(self, scope: str, expected: Outcome) -> None:
        """NĐ 91/2017: whether a district's influence is enough was not seen; a province's is enough for everyone."""
        found = outcome(
            LAST,
            "BKTTg",
            subject={"kind": "individual", "tracks": ["worker"]},
            commendation="ad-hoc",
            achievements=[{"year": 2023, "kind": "sudden", "scope": scope}],
        )

        assert found is expected

    @pytest.mark.parametrize("day", [before(AMENDED), AMENDED, DETAILED, REPLACED, LAST])
    @pytest.mark.parametrize("award", ["BKTTg", "BK tỉnh", "Giấy khen huyện"])
    @pytest.mark.parametrize("recipient", ["individual", "collective"])
    def test_sudden_in_its_year(self, day: date, award: str, recipient: str) -> None:
        """Điều 6 khoản 2 điểm a, "kịp thời": what is sudden counts in its year, what is built up over time in any."""
        found = [leaf.achievement for leaf in achievements(day, award, recipient) if leaf.achievement]

        assert all((leaf.when == "year") is ("sudden" in leaf.kinds) for leaf in found)

    @pytest.mark.parametrize(("year", "may"), [(2022, False), (2023, True)])
    def test_sudden_of_last_year(self, year: int, may: bool) -> None:  # noqa: FBT001 - a column of the table
        """NĐ 91/2017 khoản 1 Điều 38: last year's sudden achievement grounds nothing this year."""
        deeds = [{"year": year, "kind": "sudden", "scope": "nation"}]

        assert (outcome(LAST, "BKTTg", commendation="ad-hoc", achievements=deeds) is Outcome.MET) is may

    @pytest.mark.parametrize(
        ("day", "name", "home"), [(AMENDED, "71.2.a-influence", LAW), (DETAILED, "23.3.b-influence", "65/2014/NĐ-CP")]
    )
    def test_influence(self, day: date, name: str, home: str) -> None:
        """Of "thành tích có phạm vi ảnh hưởng" no kind is named: a donation counts too, a sudden deed apart."""
        achievement = the(Clause, day, name, home).achievement

        assert achievement is not None
        assert "donation" in achievement.kinds
        assert "sudden" not in achievement.kinds

    def test_two_initiatives_two_years(self) -> None:
        """NĐ 65/2014 Điều 23 khoản 2: two initiatives of a worker, a farmer's model of two years."""
        worker = the(Clause, DETAILED, "23.2.b-initiatives", "65/2014/NĐ-CP").initiative
        farmer = the(Clause, DETAILED, "23.2.c-model", "65/2014/NĐ-CP").achievement

        assert worker is not None
        assert farmer is not None
        assert (worker.number, farmer.years) == (2, 2)

    @pytest.mark.parametrize(
        ("day", "flags"), [(before(DETAILED), []), (DETAILED, ["23.3.c-flag"]), (REPLACED, ["38-collective-within"])]
    )
    def test_flag(self, day: date, flags: list[str]) -> None:
        """NĐ 65/2014 điểm c khoản 3 Điều 23: a collective has won a flag inside the five years."""
        [rule] = rules(day, "BKTTg", "collective")
        found = [leaf for name in rule.entry.any for leaf in leaves(law_on(day), name, rule) if leaf.holds]

        assert [leaf.id for leaf in found] == flags

    def test_what_was_not_seen_is_open(self) -> None:
        """NĐ 91/2017 on collectives, workers and farmers was not seen: that way ends in criteria of another body."""
        law = law_on(LAST)
        [body] = rules(LAST, "BKTTg", "collective")
        workers = [each for each in rules(LAST, "BKTTg", track="worker") if each.entry.id == "38-worker"]

        for rule in (body, *workers):
            assert rule.citation.standing is Standing.UNVERIFIED
            assert any(leaf.delegated for name in rule.entry.any for leaf in leaves(law, name, rule))

    def test_household(self) -> None:
        """NĐ 65/2014 khoản 4 Điều 23: contributions worth 500 million đồng; NĐ 91/2017's value was not seen."""
        [rule] = rules(DETAILED, "BKTTg", "household")
        [contribution] = leaves(law_on(DETAILED), rule.entry.any[0], rule)

        assert contribution.achievement is not None
        assert contribution.achievement.value == 500_000_000
        assert [rules(day, "BKTTg", "household") for day in (before(DETAILED), REPLACED)] == [[], []]

    @pytest.mark.parametrize("day", [AMENDED, DETAILED, REPLACED])
    @pytest.mark.parametrize("recipient", ["individual", "collective"])
    def test_routes(self, day: date, recipient: str) -> None:
        """Every route says whose it is: a movement's, ad hoc or for merit."""
        found = [each for each in rules(day, "BKTTg", recipient) if not each.entry.tracks]

        assert [routes(day, rule) for rule in found] == [{"movement", "ad-hoc", "merit"}]


class TestProvinceCertificate:
    """Điều 72; NĐ 65/2014 Điều 24; NĐ 91/2017 Điều 39."""

    @pytest.mark.parametrize("name", ["72.1-standard", "72.1.c", "72.2-standard", "72.2.d", "72.2.đ"])
    def test_separate_standards_end(self, name: str) -> None:
        """39/2013: one of several standards replaces those of 2003, all of which had to be met."""
        assert the(Clause, before(AMENDED), name)
        assert gone(Clause, AMENDED, name)

    @pytest.mark.parametrize(
        ("day", "ways"), [(before(AMENDED), 1), (AMENDED, 2), (before(DETAILED), 2), (DETAILED, 3), (REPLACED, 3)]
    )
    def test_individual(self, day: date, ways: int) -> None:
        """The decrees add a third way: two years HTXSNV with two initiatives in them."""
        [rule] = [each for each in rules(day, "BK tỉnh") if not each.entry.tracks]

        assert len(rule.entry.any) == ways

    @pytest.mark.parametrize(
        ("day", "name", "home"),
        [(DETAILED, "24.1.c", "65/2014/NĐ-CP"), (REPLACED, "39.1-run", "91/2017/NĐ-CP")],
    )
    def test_two_years_two_initiatives(self, day: date, name: str, home: str) -> None:
        """NĐ 65/2014 điểm c khoản 1 Điều 24, NĐ 91/2017 khoản 1 Điều 39."""
        run = the(Clause, day, name, home).run
        assert run is not None
        assert run.within is not None

        [at] = [each for each in law_on(day).of(Clause) if (each.home.id, each.entry.id) == (home, name)]
        applied, effect = leaves(law_on(day), run.within, at)

        assert applied.initiative is not None
        assert (run.years, run.exact, run.each.rated) == (2, True, "excellent")
        assert (applied.initiative.number, applied.initiative.status) == (2, "applied")
        assert effect.attested is not None
        assert effect.attested.name == "effect"

    @pytest.mark.parametrize(
        ("day", "launchers"),
        [(before(DETAILED), ()), (DETAILED, ("ministry", "province")), (REPLACED, ("ministry", "province"))],
    )
    def test_launchers(self, day: date, launchers: tuple[str, ...]) -> None:
        """NĐ 65/2014 điểm a khoản 1 Điều 24: movements of ministries and provinces; NĐ 91/2017 is taken to keep it."""
        [rule] = [each for each in rules(day, "BK tỉnh") if not each.entry.tracks]
        found = [leaf for name in rule.entry.any for leaf in leaves(law_on(day), name, rule) if leaf.movement]

        assert [leaf.movement.launched_by for leaf in found if leaf.movement] == [launchers]

    @pytest.mark.parametrize("day", [AMENDED, DETAILED, REPLACED, LAST])
    def test_commune_for_labourers(self, day: date) -> None:
        """39/2013 điểm b khoản 1 Điều 72: of workers, farmers and labourers the commune's scope is enough."""
        [rule] = [each for each in rules(day, "BK tỉnh") if each.entry.tracks]
        [leaf] = leaves(law_on(day), rule.entry.any[0], rule)

        assert leaf.achievement is not None
        assert {"commune", "grassroots"} <= set(leaf.achievement.scopes)

    def test_collective(self) -> None:
        """39/2013 điểm c khoản 2 Điều 72: two years HTXSNV, to the last day; NĐ 65/2014 refers to it."""
        for day in (AMENDED, DETAILED, REPLACED, LAST):
            [rule] = rules(day, "BK tỉnh", "collective")
            [run] = [leaf.run for name in rule.entry.any for leaf in leaves(law_on(day), name, rule) if leaf.run]
            assert (run.years, run.each.rated) == (2, "excellent")

    def test_household(self) -> None:
        """NĐ 65/2014 khoản 3 Điều 24: many contributions, no value; before and after no rule was read."""
        assert [len(rules(day, "BK tỉnh", "household")) for day in (before(DETAILED), DETAILED, REPLACED)] == [0, 1, 0]


class TestLetters:
    """Điều 75; NĐ 65/2014 Điều 25."""

    @pytest.mark.parametrize("name", ["75.1", "75.2"])
    def test_one_of_three(self, name: str) -> None:
        """From 2014-06-01 one of three standards, where the 2003 text asked for all of its own."""
        old, new = the(Clause, before(AMENDED), name), the(Clause, AMENDED, name)

        assert (bool(old.all), old.any) == (True, None)
        assert (new.all, new.any) == (None, (f"{name}.a", f"{name}.b", f"{name}.c"))

    def test_results(self) -> None:
        """Điểm a: of an individual any achievement in a movement, of a collective an outstanding one."""
        assert the(Clause, LAST, "75.1.a").movement == MovementOf(results=("good", "outstanding", "leading"))
        assert the(Clause, LAST, "75.2.a").movement == MovementOf(results=("outstanding", "leading"))

    def test_ended(self) -> None:
        """The fourth standard of collectives ended with the 2003 text."""
        assert gone(Clause, AMENDED, "75.2.d")

    @pytest.mark.parametrize("day", [before(AMENDED), AMENDED, LAST])
    def test_five_letters(self, day: date) -> None:
        """Each of the five letters has a rule for individuals and one for collectives."""
        letters = [award for award in law_on(day).awards if award.kind == "commendation-letter"]

        assert len(letters) == 5
        assert all(len(rules(day, award.id, kind)) == 1 for award in letters for kind in ("individual", "collective"))

    def test_households(self) -> None:
        """NĐ 65/2014 Điều 25: families get the letters of department, district and commune."""
        letters = [award for award in law_on(DETAILED).awards if award.kind == "commendation-letter"]

        found = {award.short[0] for award in letters if rules(DETAILED, award.id, "household")}

        assert found == {"Giấy khen sở", "Giấy khen huyện", "Giấy khen xã"}


class TestPowers:
    """Điều 77-80; NĐ 65/2014 Điều 26."""

    @staticmethod
    def deciders(day: date, award: str) -> set[str]:
        """Return the offices that may decide an award on a day."""
        law = law_on(day)
        name = law.award(award).id
        return {office for each in law.of(Power) if name in each.entry.awards for office in each.entry.offices}

    def test_commune_chair(self) -> None:
        """39/2013 khoản 3 Điều 80: the commune's chairman gives LĐTT from 2014-06-01."""
        old, new = the(Power, before(AMENDED), "80.3").awards, the(Power, AMENDED, "80.3").awards

        assert set(new) - set(old) == {"lao-dong-tien-tien"}
        assert "commune-chair" not in self.deciders(before(AMENDED), "LĐTT")

    @pytest.mark.parametrize("award", ["CSTĐCS", "LĐTT", "CSTT", "TTLĐTT", "ĐVTT", "ấp văn hóa", "Giấy khen huyện"])
    def test_district_chair(self, award: str) -> None:
        """Khoản 1, 2 Điều 80: the district's chairman decides these to the last day of the old law."""
        assert all("district-chair" in self.deciders(day, award) for day in (before(AMENDED), AMENDED, LAST))

    @pytest.mark.parametrize("award", ["TTLĐXS", "BK tỉnh", "Cờ tỉnh", "CSTĐ tỉnh", "GĐVH", "Giấy khen xã"])
    def test_not_the_district_chair(self, award: str) -> None:
        """What Điều 79 and khoản 3 Điều 80 give to others is not the district's."""
        assert "district-chair" not in self.deciders(LAST, award)

    def test_enterprises(self) -> None:
        """39/2013 khoản 4 Điều 80: enterprises get a clause of their own, without the titles of the armed forces."""
        for award, may in (("CSTĐCS", True), ("CSTT", False), ("ĐVTT", False)):
            assert "enterprise-director" in self.deciders(before(AMENDED), award)
            assert ("enterprise-director" in self.deciders(AMENDED, award)) is may
        assert the(Power, AMENDED, "80.4").offices == ("enterprise-board-chair", "enterprise-director")

    @pytest.mark.parametrize(
        ("day", "left", "region"),
        [
            (before(AMENDED), False, False),
            (AMENDED, True, False),
            (DETAILED, False, True),
            (before(REPLACED), False, True),
            (REPLACED, True, False),
        ],
    )
    def test_army(self, day: date, left: bool, region: bool) -> None:  # noqa: FBT001 - columns of the table
        """Điều 79 leaves ĐVQT and TTLĐXS in the army to the Government; NĐ 65/2014 khoản 1 Điều 26 says who."""
        powers = [each.entry for each in law_on(day).of(Power) if "don-vi-quyet-thang" in each.entry.awards]

        assert any(power.left_to for power in powers) is left
        assert ("military-region-head" in self.deciders(day, "ĐVQT")) is region

    @pytest.mark.parametrize(
        ("award", "offices"),
        [
            ("Cờ Chính phủ", {"government"}),
            ("CSTĐTQ", {"prime-minister"}),
            ("BKTTg", {"prime-minister"}),
            ("BK tỉnh", {"minister", "province-chair"}),
            ("GĐVH", {"commune-chair"}),
            ("Giấy khen sở", {"department-head"}),
        ],
    )
    def test_others(self, award: str, offices: set[str]) -> None:
        """Điều 78-80 throughout."""
        assert [self.deciders(day, award) for day in (before(AMENDED), AMENDED, LAST)] == [offices] * 3

    @pytest.mark.parametrize("day", [before(AMENDED), AMENDED, LAST])
    def test_offices_are_known(self, day: date) -> None:
        """Every office that decides is an office of the day, and no two print their names alike."""
        law = law_on(day)
        offices = [each.entry for each in law.of(Office)]
        names = [name for office in offices for name in (*office.printed, *office.loose)]

        assert {name for each in law.of(Power) for name in each.entry.offices} <= {office.id for office in offices}
        assert len(names) == len(set(names))


class TestUnread:
    """Texts that govern and were not read."""

    @staticmethod
    def waiting(day: date, award: str, table: str = "rule", *, stops: bool = True) -> set[str]:
        """Return the documents not read on which an answer rests; with ``stops=False`` those that are a caveat only."""
        law = law_on(day)
        return {each.header.id for each in law.unread(table, law.award(award).id) if each.entry.stops is stops}

    @pytest.mark.parametrize("table", ["rule", "rate", "bonus", "rounding"])
    def test_before_2010(self, table: str) -> None:
        """NĐ 121/2005 and earlier decrees govern every award until NĐ 42/2010, whose own file speaks from then on."""
        first, after = date(2004, 7, 1), date(2010, 4, 15)

        assert {award.id for award in law_on(first).awards if self.waiting(first, award.id, table) == {LAW}} == {
            award.id for award in law_on(first).awards
        }
        assert self.waiting(before(after), "LĐTT", table) == {LAW}
        assert self.waiting(after, "LĐTT", table) == {"42/2010/NĐ-CP"}

    @pytest.mark.parametrize("award", ["CSTĐCS", "LĐTT", "BKTTg", "TTLĐXS", "Giấy khen xã"])
    def test_everything_until_2014(self, award: str) -> None:
        """NĐ 42/2010 details every award until NĐ 65/2014."""
        assert self.waiting(before(DETAILED), award) == {"42/2010/NĐ-CP"}

    @pytest.mark.parametrize("award", ["CSTĐCS", "LĐTT", "CSTT", "Cờ Chính phủ", "BKTTg", "BK tỉnh"])
    def test_restated(self, award: str) -> None:
        """What NĐ 65/2014 restates rests on it alone."""
        assert self.waiting(DETAILED, award) == set()

    @pytest.mark.parametrize(
        ("award", "caveat"),
        [("BKTTg", True), ("BK tỉnh", True), ("Cờ Chính phủ", True), ("CSTĐCS", False), ("TTLĐXS", False)],
    )
    def test_list_of_repeals(self, award: str, caveat: bool) -> None:  # noqa: FBT001 - a column of the table
        """NĐ 65/2014 Điều 30 lists articles: whether all of NĐ 42/2010 on these three is in it is not known."""
        days = (before(DETAILED), DETAILED, before(REPLACED), REPLACED)

        held = ["42/2010/NĐ-CP" in self.waiting(day, award, stops=False) for day in days]

        assert held == [False, caveat, caveat, False]

    @pytest.mark.parametrize("award", ["CSTĐ tỉnh", "Cờ tỉnh", "TTLĐXS", "ĐVTT", "GĐVH", "ấp văn hóa", "Giấy khen xã"])
    def test_not_restated(self, award: str) -> None:
        """For the others NĐ 42/2010 goes on to 2017-09-30."""
        days = (DETAILED, before(REPLACED), REPLACED)

        assert [self.waiting(day, award) for day in days] == [{"42/2010/NĐ-CP"}, {"42/2010/NĐ-CP"}, set()]

    def test_six_years(self) -> None:
        """TT 07/2014 is reported to count the two titles of CSTĐTQ in its own way."""
        days = (date(2014, 8, 28), date(2014, 8, 29), date(2017, 12, 14), date(2017, 12, 15))

        assert ["07/2014/TT-BNV" in self.waiting(day, "CSTĐTQ") for day in days] == [False, True, True, False]

    @pytest.mark.parametrize("award", ["BKTTg", "Cờ Chính phủ"])
    def test_one_state_award_a_year(self, award: str) -> None:
        """TT 07/2014 is reported to bar two State-level awards in one year: a caveat on those it does not stop."""
        days = (date(2014, 8, 28), date(2014, 8, 29), date(2017, 12, 14), date(2017, 12, 15))

        assert ["07/2014/TT-BNV" in self.waiting(day, award, stops=False) for day in days] == [False, True, True, False]

    @pytest.mark.parametrize(
        ("day", "circular"),
        [
            (date(2017, 12, 14), set()),
            (date(2017, 12, 15), {"08/2017/TT-BNV"}),
            (date(2019, 12, 31), {"08/2017/TT-BNV"}),
            (date(2020, 1, 1), {"12/2019/TT-BNV"}),
            (LAST, {"12/2019/TT-BNV"}),
        ],
    )
    def test_guidance(self, day: date, circular: set[str]) -> None:
        """The circulars that guide NĐ 91/2017 are a caveat on every award and stop none."""
        for award in law_on(day).awards:
            assert self.waiting(day, award.id, stops=False) & {"08/2017/TT-BNV", "12/2019/TT-BNV"} == circular
            assert not self.waiting(day, award.id) & {"08/2017/TT-BNV", "12/2019/TT-BNV"}

    @pytest.mark.parametrize("award", ["gia-dinh-van-hoa", "thon-to-dan-pho-van-hoa"])
    def test_culture(self, award: str) -> None:
        """NĐ 122/2018 details Gia đình and Thôn văn hóa: what it asks was not read, and stops."""
        assert "122/2018/NĐ-CP" not in self.waiting(date(2018, 11, 4), award)
        assert self.waiting(date(2018, 11, 5), award) == {"122/2018/NĐ-CP"}
        assert self.waiting(LAST, award) == {"122/2018/NĐ-CP"}
        assert "122/2018/NĐ-CP" in self.waiting(date(2024, 1, 29), award)
        assert "122/2018/NĐ-CP" not in self.waiting(date(2024, 1, 30), award)

    @pytest.mark.parametrize(
        ("award", "rule", "rate"),
        [
            ("TTLĐXS", True, True),
            ("ĐVQT", True, True),
            ("TTLĐTT", True, True),
            ("ĐVTT", True, True),
            ("BKTTg", True, True),
            ("BK tỉnh", True, True),
            ("Giấy khen xã", True, True),
            ("giay-khen-cua-thu-truong-don-vi", True, True),
            ("LĐTT", False, True),
            ("CSTĐ tỉnh", False, True),
            ("CSTĐCS", False, False),
            ("Cờ Chính phủ", False, False),
        ],
    )
    def test_read_in_quotations(self, award: str, rule: bool, rate: bool) -> None:  # noqa: FBT001 - columns of the table
        """NĐ 91/2017 was read where it is quoted: elsewhere the law's text stands with a caveat, rates too."""
        found = [
            "91/2017/NĐ-CP" in self.waiting(day, award, table, stops=False)
            for table in ("rule", "rate")
            for day in (REPLACED, LAST)
        ]

        assert found == [rule, rule, rate, rate]
        assert "91/2017/NĐ-CP" not in self.waiting(LAST, award) | self.waiting(LAST, award, "rate")

    def test_rates(self) -> None:
        """TT 07/2014 sets rates until NĐ 91/2017 sets them itself; NĐ 42/2010 may set some from its first day on."""
        late = "07/2014/TT-BNV"
        days = (date(2014, 8, 28), date(2014, 8, 29), date(2017, 9, 30), date(2017, 10, 1))

        assert [late in self.waiting(day, "CSTĐCS", "rate") for day in days] == [False, True, True, False]
        assert [bool(self.waiting(day, "CSTĐCS", "rate")) for day in days] == [True, True, True, False]

    def test_money(self) -> None:
        """NĐ 42/2010 sets the bonuses until NĐ 91/2017."""
        assert self.waiting(before(REPLACED), "LĐTT", "bonus") == {"42/2010/NĐ-CP"}
        assert self.waiting(REPLACED, "LĐTT", "bonus") == set()

    def test_all_are_explained(self) -> None:
        """Each says why, in both languages."""
        days = (date(2005, 1, 1), before(DETAILED), date(2015, 5, 1), date(2019, 1, 1), LAST)
        entries = [placed.entry for day in days for placed in law_on(day).of(Unread)]

        assert entries
        assert all(entry.why and entry.gloss for entry in entries)


class TestRates:
    """NĐ 91/2017 Điều 9 khoản 3 and Điều 11."""

    @pytest.mark.parametrize(("day", "capped"), [(before(REPLACED), False), (REPLACED, True), (LAST, True)])
    def test_days(self, day: date, capped: bool) -> None:  # noqa: FBT001 - a column of the table
        """Both caps come with the decree; the law itself has none."""
        found = {name for placed in law_on(day).of(Rate) for name in placed.entry.awards}

        assert found == ({"chien-si-thi-dua-co-so", "co-thi-dua-cua-chinh-phu"} if capped else set())

    @pytest.mark.parametrize(("reading", "includes"), [("with-fighters", True), ("without-fighters", False)])
    def test_fifteen_percent(self, reading: str, includes: bool) -> None:  # noqa: FBT001 - a column of the table
        """At most 15% of those who hold LĐTT or CSTT; whether fighters are added to them is a reading."""
        law = law_on(LAST, readings={"cap-base": reading})
        [rate] = [each.entry for each in law.of(Rate) if each.entry.id == "9.3"]

        assert (rate.at_most, rate.base, rate.includes) == (Decimal("0.15"), "holders", includes)
        assert rate.rounding == "floor"
        assert rate.base_awards == ("lao-dong-tien-tien", "chien-si-tien-tien")

    def test_twenty_percent(self) -> None:
        """At most 20% of the collectives that meet the standard of the ministry's or province's flag."""
        rate = the(Rate, LAST, "11", "91/2017/NĐ-CP")

        assert (rate.at_most, rate.base, rate.per) == (Decimal("0.20"), "standard", "proposer")
        assert rate.base_awards == ("co-thi-dua-cua-bo-ban-nganh-tinh",)


class TestMoney:
    """NĐ 91/2017 Điều 68-73 and the base salary."""

    @pytest.mark.parametrize(
        ("award", "individual", "collective", "household"),
        [
            ("CSTĐTQ", "4.5", None, None),
            ("CSTĐ tỉnh", "3.0", None, None),
            ("CSTĐCS", "1.0", None, None),
            ("LĐTT", "0.3", None, None),
            ("CSTT", "0.3", None, None),
            ("Cờ Chính phủ", None, "12.0", None),
            ("Cờ tỉnh", None, "8.0", None),
            ("TTLĐXS", None, "1.5", None),
            ("ĐVQT", None, "1.5", None),
            ("TTLĐTT", None, "0.8", None),
            ("ĐVTT", None, "0.8", None),
            ("ấp văn hóa", None, "1.5", None),
            ("BKTTg", "3.5", "7.0", None),
            ("BK tỉnh", "1.0", "2.0", None),
            ("Giấy khen sở", "0.3", "0.6", None),
            ("Giấy khen huyện", "0.3", "0.6", None),
            ("giay-khen-cua-doanh-nghiep-hop-tac-xa", "0.3", "0.6", None),
            ("giay-khen-cua-thu-truong-don-vi", "0.3", "0.6", None),
            ("Giấy khen xã", "0.15", "0.30", None),
        ],
    )
    def test_multiples(self, award: str, individual: str | None, collective: str | None, household: str | None) -> None:
        """One multiple for each award and recipient; collectives get twice an individual's bằng khen and giấy khen."""
        law = law_on(LAST)
        name = law.award(award).id
        [found] = [placed.entry for placed in law.of(BonusEntry) if name in placed.entry.awards]

        expected = tuple(Decimal(text) if text else None for text in (individual, collective, household))
        assert (found.individual, found.collective, found.household) == expected

    def test_families_of_culture(self) -> None:
        """Gia đình văn hóa: the multiple was not seen, so no amount is told."""
        found = bonus("GĐVH", "household", law=law_on(LAST))

        assert (found.amount, found.reason) == (None, "multiple-not-read")

    @pytest.mark.parametrize(
        ("day", "value"),
        [
            (date(2017, 6, 30), None),
            (date(2017, 7, 1), 1_300_000),
            (date(2018, 6, 30), 1_300_000),
            (date(2018, 7, 1), 1_390_000),
            (date(2019, 6, 30), 1_390_000),
            (date(2019, 7, 1), 1_490_000),
            (date(2023, 6, 30), 1_490_000),
        ],
    )
    def test_base_salary(self, day: date, value: int | None) -> None:
        """The base salary changes on 1 July; the 1.600.000 planned for 2020 never came."""
        found = [placed.entry.value for placed in law_on(day).of(Amount) if placed.entry.id == "luong-co-so"]

        assert found == ([value] if value else [])

    @pytest.mark.parametrize(
        ("readings", "mode", "to"),
        [
            ({}, "nearest", 10_000),
            ({"bonus-rounding": "up"}, "up", 10_000),
            ({"bonus-rounding": "none"}, "none", 1),
        ],
    )
    def test_rounding(self, readings: dict[str, str], mode: str, to: int) -> None:
        """Khoản 2 Điều 68: to the nearest ten thousand, as worked examples show, unless another reading is chosen."""
        [found] = [placed.entry for placed in law_on(LAST, readings=readings).of(Rounding)]

        assert (found.mode, found.to) == (mode, to)


class TestReadings:
    """Ambiguous texts of the old regime."""

    @pytest.mark.parametrize(
        ("name", "default", "since"),
        [
            ("consecutive-times", "ending-now", date(2004, 7, 1)),
            ("title-spacing", "each-year", date(2004, 7, 1)),
            ("cap-base", "without-fighters", REPLACED),
            ("bonus-rounding", "nearest", REPLACED),
        ],
    )
    def test_default(self, name: str, default: str, since: date) -> None:
        """Each has a default with a reason, from the day of the text it reads."""
        found = law_on(LAST).reading(name)

        assert found is not None
        assert isinstance(found.entry, Reading)
        assert (found.entry.default, bool(found.entry.reason)) == (default, True)
        assert law_on(since).reading(name) is not None
        assert law_on(before(since)).reading(name) is None


class TestJudgements:
    """Judgements that the law reserves to people."""

    @pytest.mark.parametrize("name", [*OLD, *DECREES])
    def test_labels(self, name: str) -> None:
        """Each has the clause's own words and an English gloss."""
        found = [clause.attested or clause.delegated for clause in document(name).clause]

        assert all(each.label and each.gloss for each in found if each)

    @pytest.mark.parametrize("name", [*OLD, *DECREES])
    def test_titles_have_no_kind_of_commendation(self, name: str) -> None:
        """Routes of bằng khen and giấy khen carry a kind of commendation; a title's clauses none."""
        for day in (before(AMENDED), AMENDED, DETAILED, LAST):
            law = law_on(day)
            titles = {award.id for award in law.awards if award.is_title}
            found = [each for each in law.of(Rule) if each.entry.award in titles and each.header.id == name]
            for rule in found:
                clauses = [law.clause(part, rule).entry for part in (*rule.entry.all, *rule.entry.any)]
                assert not [clause.id for clause in clauses if clause.commendation]
