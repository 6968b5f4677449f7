"""What a record does not tell never decides: an answer on part of a record is the answer on all of it."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import thidua
from tests.test_career import LAWS, strong
from tests.test_service import HEAD, answer
from thidua import Outcome, strategies
from thidua.model.dossier import LISTS, Dossier
from thidua.model.facts import NOT_SAID

UNSAID = {
    "years": {"rating": None},
    "awards": {"commendation": None},
    "initiatives": {"status": None, "scope": None},
    "disciplines": {"until": NOT_SAID},
    "service": {"until": NOT_SAID, "hardship": None, "border": None},
    "posts": {"until": NOT_SAID},
}
"""What each record of a list need not say."""


@st.composite
def less(draw: st.DrawFn) -> tuple[Dossier, Dossier]:
    """Draw a dossier, and the same with older records unlisted and single facts unsaid."""
    whole = attrs.evolve(draw(st.one_of(strategies.dossiers(), strong())), attested={"*": True})
    if whole.began is not None and any(_first(each) < whole.began for name in LISTS for each in getattr(whole, name)):
        whole = attrs.evolve(whole, joined=None, founded=None)  # nobody has a record from before there was anybody
    known, lists = {}, {}
    for name in LISTS:
        first = draw(st.one_of(st.just(0), st.integers(whole.year - 15, whole.year + 1)))
        known[name] = max(first, whole.complete[name])
        listed = (each for each in getattr(whole, name) if _lasts(each, first) or draw(st.booleans()))
        lists[name] = tuple(_unsaid(draw, name, each) for each in listed)
    return whole, attrs.evolve(whole, known_from={name: year for name, year in known.items() if year < 9999}, **lists)


def _lasts(record: Any, first: int) -> bool:
    """Say whether a record lies, or ends, in the part of the list that is complete."""
    last = record.year if hasattr(record, "year") else record.until
    return last is None or (last if isinstance(last, int) else last.year) >= first


def _first(record: Any) -> int:
    year: int | None = record.year if hasattr(record, "year") else record.since.year
    return 9999 if year is None else year


def _unsaid(draw: st.DrawFn, name: str, record: Any) -> Any:
    """Take one fact from a record, or none; an award's kind only where it is the usual one."""
    keys = [key for key in UNSAID.get(name, {}) if key != "commendation" or record.commendation == "merit"]
    key = draw(st.sampled_from([None, None, *keys]))
    return record if key is None else attrs.evolve(record, **{key: UNSAID[name][key]})


@settings(max_examples=200)
@given(less(), LAWS)
def test_a_decided_answer_stays(pair: tuple[Dossier, Dossier], law: Any) -> None:
    """Whatever else comes to light, “yes” stays “yes” and “no” stays “no”."""
    whole, part = pair
    told = {verdict.award.id: verdict.on_facts for verdict in thidua.assess_all(whole, law=law)}
    wrong = [
        (verdict.award.id, verdict.on_facts.name, told[verdict.award.id].name)
        for verdict in thidua.assess_all(part, law=law)
        if verdict.on_facts is not Outcome.UNKNOWN and verdict.on_facts is not told[verdict.award.id]
    ]

    assert wrong == []


FLAG, OTHER, OWN = "co-thi-dua-cua-chinh-phu", "huan-chuong-lao-dong-hang-nhi", "huan-chuong-lao-dong-hang-ba"
SECOND = f"""
[[award]]
id = "{OTHER}"
label = "Huân chương Hai"
gloss = "Order Two"
kind = "order"
level = "state"
recipients = ["individual", "collective"]
source = "Điều 3"

[[rule]]
id = "1"
award"""
TWO = HEAD.replace('\n[[rule]]\nid = "1"\naward', SECOND, 1).replace('"huan-chuong"', f'"{OWN}"')


class TestElapsed:
    """The time since an award, and what a record may hide of it (Điều 35 khoản 4)."""

    LEAF = TWO + f'elapsed = {{ awards = ["{FLAG}"], years = 10, latest = true, without = ["{OTHER}"] }}\n'

    def test_the_worst_is_no_hidden_award(self, law_of: Any) -> None:
        """An order after the only flag speaks against it, whatever later flag may be hidden behind the order."""
        awards = [{"award": FLAG, "year": 1990}, {"award": OTHER, "year": 1995, "commendation": "merit"}]

        assert answer(law_of(self.LEAF), asked=OWN, awards=awards) is Outcome.NOT_MET
        assert answer(law_of(self.LEAF), asked=OWN, awards=awards, known_from={"awards": 2009}) is Outcome.UNKNOWN

    def test_a_measure_served_mends_nothing(self, law_of: Any) -> None:
        """A measure served after the order puts the start off; the order still lies in the time."""
        law = law_of(self.LEAF + '\n[[counting]]\nid = "9"\nafter = "discipline"\n')
        awards = [{"award": FLAG, "year": 1990}, {"award": OTHER, "year": 1995, "commendation": "merit"}]
        served = [{"measure": "khien-trach", "since": "1996-01-01", "until": "1997-01-01"}]

        assert answer(law, asked=OWN, awards=awards) is Outcome.NOT_MET
        assert answer(law, asked=OWN, awards=awards, disciplines=served) is Outcome.NOT_MET

    def test_a_measure_without_an_end(self, law_of: Any) -> None:
        """A measure of which nobody said when it ended may have ended yesterday."""
        leaf = f'elapsed = {{ awards = ["{FLAG}"], years = 5 }}\n'
        law = law_of(TWO + leaf + '\n[[counting]]\nid = "9"\nafter = "discipline"\n')
        ended = {"measure": "khien-trach", "since": "2014-01-01", "until": "2015-01-01"}
        unsaid = {key: value for key, value in ended.items() if key != "until"}
        awards = [{"award": FLAG, "year": 2010}]

        assert answer(law, asked=OWN, awards=awards, disciplines=[ended]) is Outcome.MET
        assert answer(law, asked=OWN, awards=awards, disciplines=[unsaid]) is Outcome.UNKNOWN

    def test_a_measure_by_the_calendar(self, law_of: Any) -> None:
        """Since the measure was served the full years run by the calendar, to the day of the proposal."""
        leaf = f'elapsed = {{ awards = ["{FLAG}"], years = 5 }}\n'
        law = law_of(TWO + leaf + '\n[[counting]]\nid = "9"\nafter = "discipline"\n')
        served = {"measure": "khien-trach", "since": "2019-01-01"}
        answers = [
            answer(law, asked=OWN, awards=[{"award": FLAG, "year": 2010}], disciplines=[{**served, "until": until}])
            for until in ("2020-03-01", "2020-03-02")
        ]

        assert answers == [Outcome.MET, Outcome.NOT_MET]


class TestGivenAgain:
    """“Thành tích chỉ tính sau lần khen thưởng trước”: the same form, given before (NĐ 65/2014 Điều 2 khoản 4)."""

    LAW = TWO + 'commendation = ["merit"]\nrun = { years = 5, each = { rated = "good" } }\n'
    COUNTING = '\n[[counting]]\nid = "9"\nafter = "award"\n'
    YEARS = tuple({"year": year, "rating": "good"} for year in range(2015, 2025))

    def ask(self, law: Any, **more: Any) -> Outcome:
        """Judge ten good years."""
        return answer(law, asked=OWN, commendation="merit", years=self.YEARS, **more)

    def test_listed(self, law_of: Any) -> None:
        """Given five years ago the five years since count; given four years ago they do not reach."""
        law = law_of(self.LAW + self.COUNTING)
        given_in = [
            self.ask(law, awards=[{"award": OWN, "year": year, "commendation": "merit"}]) for year in (2019, 2020)
        ]

        assert given_in == [Outcome.MET, Outcome.NOT_MET]

    def test_unlisted(self, law_of: Any) -> None:
        """Who does not list the awards held does not say that the form was not given before."""
        law = law_of(self.LAW + self.COUNTING)
        lists = ("years", "disciplines")

        assert self.ask(law) is Outcome.MET
        assert self.ask(law, known_from=dict.fromkeys(lists, 1950)) is Outcome.UNKNOWN
        assert self.ask(law, known_from={**dict.fromkeys(lists, 1950), "awards": 2020}) is Outcome.MET


def test_an_award_used_twice_is_told_from_one_listed_twice(law_of: Any) -> None:
    """An award is spent by another form's period, not by the same form listed twice."""
    law = law_of(TWO + f'holds = {{ awards = ["{OTHER}"] }}\n\n[[counting]]\nid = "9"\nonce = "awards"\n')
    held = {"award": OTHER, "year": 2015, "commendation": "merit", "period": {"since": 2011, "until": 2015}}
    spending = {"award": OWN, "year": 2016, "commendation": "merit", "period": {"since": 2012, "until": 2016}}

    assert answer(law, asked=OWN, awards=[held]) is Outcome.MET
    assert answer(law, asked=OWN, awards=[held, held]) is Outcome.MET
    assert answer(law, asked=OWN, awards=[held, spending]) is Outcome.NOT_MET
    assert answer(law, asked=OWN, awards=[held], known_from={"awards": 2016}) is Outcome.UNKNOWN


def test_a_day_in_hardship_takes_nothing_away(law_of: Any) -> None:
    """With factor 2, a day in hardship adds a day, and one not said to be takes none."""
    law = law_of(HEAD + "served = { years = 2, factor = 2 }")

    def army(since: str, until: str, **more: Any) -> dict[str, Any]:
        return {"force": "army", "activity": "duty", "since": since, "until": until, "hardship": False, **more}

    for told in ({}, {"hardship": True}, {"hardship": None}):
        day = {key: value for key, value in army("2020-02-29", "2020-03-01", **told).items() if value is not None}
        rest = [army("2020-01-01", "2020-02-29"), army("2020-03-01", "2022-01-01")]
        assert answer(law, service=[*rest, day]) is Outcome.MET
