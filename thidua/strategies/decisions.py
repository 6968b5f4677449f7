"""Decisions, and the votes of councils."""

from __future__ import annotations

import attrs
from hypothesis import strategies as st

from thidua.model import vocabulary as words
from thidua.model.decision import Authority, Ballot, Decision
from thidua.model.facts import Interval
from thidua.model.measure import GROUPS
from thidua.strategies.words import award_ids, days, maybe, words_of


def decisions(subject: st.SearchStrategy[str | None] | None = None) -> st.SearchStrategy[Decision]:
    """Draw a decision; its award may not fit its recipient. It names whom ``subject`` draws; without one, nobody."""
    years = st.integers(2014, 2026)
    groups = st.lists(st.sampled_from(GROUPS), max_size=2, unique=True).map(tuple)
    return st.builds(
        lambda said, **others: Decision(**said, **others),
        st.just({}) | st.builds(dict, groups=groups, groups_asked=maybe(groups)),
        award=maybe(award_ids()),
        recipient=words_of(words.Kind),
        subject=st.none() if subject is None else subject,
        official_class=maybe(words_of(words.OfficialClass)),
        commendation=maybe(words_of(words.Commendation)),
        unit=maybe(st.sampled_from(["Phòng A", "Phòng B"])),
        peer_group=maybe(st.sampled_from(["Chuyên viên", "Thanh tra viên"])),
        authority=maybe(st.sampled_from([Authority(office="province-chair"), Authority(office="commune-chair")])),
        decided_on=days(2015, 2026),
        year=maybe(years),
        count=st.integers(1, 50),
        period=maybe(st.builds(lambda year, more: Interval(since=year, until=year + more), years, st.integers(0, 5))),
        achievements=maybe(st.lists(st.sampled_from(["TT-1", "TT-2"]), max_size=2, unique=True).map(tuple)),
        grounds=maybe(st.lists(st.sampled_from(["SK-1", "SK-2"]), max_size=2, unique=True).map(tuple)),
    )


@st.composite
def ballots(draw: st.DrawFn) -> Ballot:
    """Draw a vote of a council that does not contradict itself."""
    whole, here, away = draw(st.integers(1, 40)), draw(st.integers(0, 40)), draw(st.integers(0, 40))
    here, away = min(here, whole), min(away, whole - min(here, whole))
    told = draw(st.booleans())
    vote = Ballot(members=whole, in_favour=0, secret=draw(maybe(st.booleans())))
    if told:
        return attrs.evolve(vote, in_favour=draw(st.integers(0, here + away)), present=here, written=away)
    return attrs.evolve(vote, in_favour=draw(st.integers(0, whole)))
