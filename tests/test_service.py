"""Time served, posts, age, years since an award: the conditions that reckon durations, at their boundaries."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import Outcome
from thidua.book.law import Law
from thidua.model.time import add_months

HEAD = """
[document]
id = "1/1990"
title = "Luật thử"
kind = "law"
issuer = "Quốc hội"
standing = "verified"
checked = 2026-11-22

[[award]]
id = "huan-chuong"
label = "Huân chương"
gloss = "Order"
kind = "order"
level = "state"
recipients = ["individual", "collective"]
source = "Điều 1"

[[award]]
id = "co-thi-dua-cua-chinh-phu"
label = "Cờ"
gloss = "Flag"
kind = "emulation-title"
level = "state"
recipients = ["individual", "collective"]
source = "Điều 2"

[[rule]]
id = "1"
award = "huan-chuong"
recipients = ["individual", "collective"]
all = ["1"]

[[rule]]
id = "2"
award = "co-thi-dua-cua-chinh-phu"
recipients = ["individual", "collective"]
all = ["2"]

[[clause]]
id = "2"
rated = "excellent"

[[clause]]
id = "1"
"""
RECEIVED = date(2025, 3, 1)


def answer(law: Law, *, asked: str = "huan-chuong", **record: Any) -> Outcome:
    """Judge a complete record of 2024, received on 2025-03-01."""
    whole = {"subject": {"kind": "individual"}, "year": 2024, "received": "2025-03-01", "known_from": 1950}
    kind = record.get("subject", {}).get("kind", "individual")
    begun = {"joined": "1970-01-01"} if kind == "individual" else {}
    return thidua.assess(thidua.load_dossier({**whole, **begun, **record}), asked, law=law).outcome


def army(since: str, until: str | None = None, **more: Any) -> dict[str, Any]:
    """Make a stretch of service in the army; without ``until`` it goes on."""
    return {"force": "army", "activity": "duty", "since": since, "until": until, "hardship": False, **more}


class TestServed:
    """“Có quá trình công tác liên tục từ … năm trở lên”."""

    @pytest.mark.parametrize(
        ("since", "outcome"),
        [("2005-03-01", Outcome.MET), ("2005-03-02", Outcome.NOT_MET), ("2005-02-28", Outcome.MET)],
    )
    def test_to_the_day(self, law_of: Any, since: str, outcome: Outcome) -> None:
        """Twenty years are full on the twentieth anniversary, and not a day before."""
        law = law_of(HEAD + 'served = { years = 20, forces = ["army"], continuous = true }')

        assert answer(law, service=[army(since)]) is outcome

    @pytest.mark.parametrize(
        ("until", "outcome"),
        [("2015-01-01", Outcome.MET), ("2014-12-31", Outcome.MET), ("2014-12-30", Outcome.NOT_MET)],
    )
    def test_unbroken(self, law_of: Any, until: str, outcome: Outcome) -> None:
        """A gap breaks what must be continuous; the last day written for the first after it is no gap."""
        law = law_of(HEAD + 'served = { years = 20, forces = ["army"], continuous = true }')

        assert answer(law, service=[army("2005-01-01", until), army("2015-01-01")]) is outcome

    def test_added_up(self, law_of: Any) -> None:
        """Where the text does not say "liên tục", stretches are added up by the calendar, leap days or none."""
        law = law_of(HEAD + 'served = { years = 15, activities = ["heritage"] }')
        parts = [{"activity": "heritage", "since": "1990-01-01", "until": "2000-01-01"}]

        full = {"activity": "heritage", "since": "2005-01-01", "until": "2010-01-01"}
        assert answer(law, service=[*parts, full]) is Outcome.MET
        short = {"activity": "heritage", "since": "2005-01-01", "until": "2009-12-31"}
        assert answer(law, service=[*parts, short]) is Outcome.NOT_MET

    @pytest.mark.parametrize(("years", "outcome"), [(14, Outcome.NOT_MET), (15, Outcome.MET), (19, Outcome.MET)])
    def test_band(self, law_of: Any, years: int, outcome: Outcome) -> None:
        """“Từ 15 năm đến dưới 20 năm”: fifteen count."""
        law = law_of(HEAD + "served = { years = 15, below = 20 }")

        assert answer(law, service=[army(f"{2025 - years}-03-01")]) is outcome

    def test_above_the_band(self, law_of: Any) -> None:
        """Twenty years are no longer under twenty."""
        law = law_of(HEAD + "served = { years = 15, below = 20 }")

        assert answer(law, service=[army("2005-03-01")]) is Outcome.NOT_MET

    @pytest.mark.parametrize(
        ("since", "until", "outcome"),
        [("2019-01-01", "2024-01-01", Outcome.MET), ("2019-01-02", "2024-01-01", Outcome.NOT_MET)],
    )
    @pytest.mark.parametrize("away", [{"hardship": True}, {"activity": "international"}])
    def test_factor(self, law_of: Any, since: str, until: str, away: dict[str, Any], outcome: Outcome) -> None:
        """Five years in hardship or on a mission are ten with factor 2, whatever leap days lie in them."""
        law = law_of(HEAD + "served = { years = 10, factor = 2 }")

        assert answer(law, service=[army(since, until, **away)]) is outcome

    def test_overlapping_stretches_count_once(self, law_of: Any) -> None:
        """A day under two records is one day."""
        law = law_of(HEAD + "served = { years = 10 }")
        twice = [army("2010-01-01", "2016-01-01"), army("2012-01-01", "2018-01-01")]

        assert answer(law, service=twice) is Outcome.NOT_MET

    def test_only_hardship(self, law_of: Any) -> None:
        """Of duty asked at sea, on islands or in hardship no other duty counts, and none at all never suffices."""
        law = law_of(HEAD + "served = { below = 1, hardship = true }")

        assert answer(law, service=[army("2000-01-01")]) is Outcome.NOT_MET
        assert answer(law, service=[army("2000-01-01", "2000-06-01", hardship=True)]) is Outcome.MET

    @pytest.mark.parametrize(
        ("said", "outcome"),
        [({"hardship": False}, Outcome.NOT_MET), ({}, Outcome.UNKNOWN), ({"hardship": True}, Outcome.MET)],
    )
    @pytest.mark.parametrize("asked", ["hardship = true", "years = 10, factor = 2"])
    def test_no_mission(self, law_of: Any, asked: str, said: dict[str, Any], outcome: Outcome) -> None:
        """Where the text names no international mission, such a mission counts only if it was hardship besides."""
        law = law_of(HEAD + f"served = {{ {asked}, home = true }}")
        abroad = {"force": "army", "activity": "international", "since": "2019-01-01", "until": "2024-01-01", **said}

        assert answer(law, service=[abroad]) is outcome

    @pytest.mark.parametrize(
        ("stretch", "path"),
        [
            ({"force": "army", "since": "2000-01-01", "hardship": False}, "service[2000-01-01].until"),
            (army("2010-01-01", hardship=None), "service[2010-01-01].hardship"),
            ({"since": "2000-01-01", "until": None, "hardship": False}, "service[2000-01-01].force"),
        ],
    )
    def test_what_is_not_said(self, law_of: Any, stretch: dict[str, Any], path: str) -> None:
        """A stretch that does not say its end, its force or whether it was hardship leaves the answer open."""
        law = law_of(HEAD + 'served = { years = 20, forces = ["army"], factor = 2 }')
        stretch = {key: value for key, value in stretch.items() if key != "hardship" or value is not None}
        record = {"subject": {"kind": "individual"}, "year": 2024, "received": "2025-03-01", "known_from": 1950}
        dossier = thidua.load_dossier({**record, "joined": "1970-01-01", "service": [stretch]})
        verdict = thidua.assess(dossier, "huan-chuong", law=law)

        assert verdict.outcome is Outcome.UNKNOWN
        assert path in verdict.missing

    def test_unlisted_service(self, law_of: Any) -> None:
        """A record that may not list all service is short for now, not for certain; a band may be passed unseen."""
        lower = law_of(HEAD + "served = { years = 20 }")
        band = law_of(HEAD + "served = { years = 10, below = 15 }")

        assert answer(lower, known_from=2020, service=[army("2015-01-01")]) is Outcome.UNKNOWN
        assert answer(band, known_from=2020, service=[army("2013-01-01")]) is Outcome.UNKNOWN
        assert answer(lower, known_from=2020, service=[army("2000-01-01")]) is Outcome.MET

    @pytest.mark.parametrize(("joined", "outcome"), [("2004-09-01", Outcome.UNKNOWN), ("2007-01-01", Outcome.NOT_MET)])
    def test_unlisted_service_since_joining(self, law_of: Any, joined: str, outcome: Outcome) -> None:
        """Whoever joined 18 years ago has not served 20, whatever the record does not list."""
        law = law_of(HEAD + "served = { years = 20 }")

        assert answer(law, joined=joined, known_from=2020, service=[army("2020-01-01")]) is outcome

    @given(
        st.lists(st.dates(date(1980, 1, 1), date(2025, 1, 1)), min_size=2, max_size=6, unique=True).map(sorted),
        st.data(),
    )
    def test_how_a_career_is_cut_does_not_matter(self, days: list[date], data: Any) -> None:
        """Two records with one day between them say what one record of both says."""
        whole = [army(days[0].isoformat(), days[-1].isoformat())]
        cut = [army(a.isoformat(), b.isoformat()) for a, b in pairwise(days)]
        dossiers = [
            thidua.load_dossier(
                {
                    "subject": {"kind": "individual", "tracks": ["armed-forces"]},
                    "year": 2025,
                    "known_from": 1950,
                    "joined": "1970-01-01",
                    "attested": {"*": True},
                    "service": data.draw(st.permutations(records)),
                }
            )
            for records in (whole, cut)
        ]
        law = thidua.law_on(date(2025, 8, 1))
        one, other = (
            [
                thidua.assess(each, f"huy-chuong-chien-si-ve-vang-hang-{rank}", law=law).outcome
                for rank in ("nhat", "nhi", "ba")
            ]
            for each in dossiers
        )

        assert one == other


class TestPosts:
    """Posts of the tables of dedication, in months."""

    @pytest.mark.parametrize(
        ("since", "outcome"),
        [("2015-03-01", Outcome.MET), ("2015-03-02", Outcome.NOT_MET), ("2010-03-01", Outcome.NOT_MET)],
    )
    def test_band(self, law_of: Any, since: str, outcome: Outcome) -> None:
        """“Từ 10 năm đến dưới 15 năm” in the post."""
        law = law_of(HEAD + 'post = { posts = ["director-of-department"], months = 120, below = 180 }')
        posts = [{"post": "director-of-department", "since": since, "until": None}]

        assert answer(law, posts=posts) is outcome

    def test_two_at_once(self, law_of: Any) -> None:
        """Two posts of the group at one time are one stretch of time."""
        law = law_of(HEAD + 'post = { posts = ["minister", "vice-minister"], months = 60 }')
        posts = [
            {"post": "minister", "since": "2010-01-01", "until": "2013-01-01"},
            {"post": "vice-minister", "since": "2010-01-01", "until": "2014-12-31"},
        ]

        assert answer(law, posts=posts) is Outcome.NOT_MET
        posts[1]["until"] = "2015-01-01"
        assert answer(law, posts=posts) is Outcome.MET


class TestAged:
    """The age of a collective, and its round anniversaries (năm tròn, Điều 3 khoản 6)."""

    @pytest.mark.parametrize(("founded", "outcome"), [("1995-03-01", Outcome.MET), ("1995-03-02", Outcome.NOT_MET)])
    def test_years(self, law_of: Any, founded: str, outcome: Outcome) -> None:
        """Thirty years are full on the day of the proposal."""
        law = law_of(HEAD + "aged = { years = 30 }")

        assert answer(law, subject={"kind": "collective"}, founded=founded) is outcome

    @pytest.mark.parametrize(
        ("founded", "ahead", "outcome"),
        [
            ("1945-09-02", 0, Outcome.MET),  # 80 years in 2025, the year of the proposal
            ("1944-12-22", 0, Outcome.MET),  # 80 years in 2024, the dossier's year
            ("1946-01-06", 0, Outcome.NOT_MET),  # 80 years in 2026
            ("1946-01-06", 1, Outcome.MET),
            ("1940-01-06", 0, Outcome.NOT_MET),  # 85 years in 2025
        ],
    )
    def test_round(self, law_of: Any, founded: str, ahead: int, outcome: Outcome) -> None:
        """A number of years that ends in 0, in the dossier's year or that of the proposal."""
        law = law_of(HEAD + f"aged = {{ round = true, ahead = {ahead} }}")

        assert answer(law, subject={"kind": "collective"}, founded=founded) is outcome

    def test_not_known_when(self, law_of: Any) -> None:
        """Without the day the dossier was received, next year's anniversary is open; without a founding day, all is."""
        law = law_of(HEAD + "aged = { round = true }")
        whole = {"subject": {"kind": "collective"}, "year": 2024, "known_from": 1950}
        asked = [
            thidua.assess(thidua.load_dossier({**whole, **more}), "huan-chuong", law=law)
            for more in ({"founded": "1945-09-02"}, {})
        ]

        assert [(each.outcome, each.missing) for each in asked] == [
            (Outcome.UNKNOWN, ("received",)),
            (Outcome.UNKNOWN, ("founded",)),
        ]


class TestElapsed:
    """Years since an award that is not followed by ratings or titles (Điều 34, 35)."""

    @pytest.mark.parametrize(("year", "outcome"), [(2014, Outcome.MET), (2015, Outcome.NOT_MET)])
    def test_years(self, law_of: Any, year: int, outcome: Outcome) -> None:
        """Ten years after the award's year."""
        law = law_of(HEAD + 'elapsed = { awards = ["co-thi-dua-cua-chinh-phu"], years = 10 }')

        assert answer(law, awards=[{"award": "Cờ CP", "year": year}]) is outcome

    def test_latest(self, law_of: Any) -> None:
        """“Tính từ khi được tặng … lần gần nhất”: a later award starts the clock anew."""
        first = law_of(HEAD + 'elapsed = { awards = ["co-thi-dua-cua-chinh-phu"], years = 10 }')
        latest = law_of(HEAD + 'elapsed = { awards = ["co-thi-dua-cua-chinh-phu"], years = 10, latest = true }')
        awards = [{"award": "Cờ CP", "year": 2000}, {"award": "Cờ CP", "year": 2020}]

        assert answer(first, awards=awards) is Outcome.MET
        assert answer(latest, awards=awards) is Outcome.NOT_MET

    def test_hidden_award(self, law_of: Any) -> None:
        """Where the record may not list all awards, a later one may have started the clock anew."""
        latest = law_of(HEAD + 'elapsed = { awards = ["co-thi-dua-cua-chinh-phu"], years = 10, latest = true }')
        awards = [{"award": "Cờ CP", "year": 2000}]

        assert answer(latest, known_from={"awards": 2020}, awards=awards) is Outcome.UNKNOWN
        assert answer(latest, known_from={"awards": 2010}, awards=awards) is Outcome.MET


class TestRatedYears:
    """“Trong đó có từ 02 năm trở lên được công nhận hoàn thành xuất sắc nhiệm vụ”."""

    WITHIN = """
run = { years = 3, each = { rated = "good" }, within = "1-excellent" }

[[clause]]
id = "1-excellent"
rated_years = { rated = "excellent", times = 2 }
"""

    @pytest.mark.parametrize(
        ("ratings", "outcome"),
        [
            (["excellent", "good", "excellent"], Outcome.MET),
            (["good", "good", "excellent"], Outcome.NOT_MET),
            (["excellent", "completed", "excellent"], Outcome.NOT_MET),
        ],
    )
    def test_inside_the_run(self, law_of: Any, ratings: list[str], outcome: Outcome) -> None:
        """The excellent years lie in the run, and need not follow one another."""
        years = [{"year": 2022 + index, "rating": rating} for index, rating in enumerate(ratings)]

        assert answer(law_of(HEAD + self.WITHIN), years=years) is outcome

    def test_before_the_run(self, law_of: Any) -> None:
        """An excellent year before the run broke does not count; a longer run does."""
        law = law_of(HEAD + self.WITHIN)
        late = [{"year": year, "rating": "good"} for year in (2022, 2023)] + [{"year": 2024, "rating": "excellent"}]

        assert answer(law, years=[{"year": 2020, "rating": "excellent"}, *late]) is Outcome.NOT_MET
        assert answer(law, years=[{"year": 2021, "rating": "excellent"}, *late]) is Outcome.MET


def test_anniversaries() -> None:
    """A month later than the last of January is the last of February."""
    assert add_months(date(2023, 1, 31), 1) == date(2023, 2, 28)
