"""What must hold of any career: more merit is never worse, order does not matter, nor what lies long ago, nor when."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import thidua
from thidua import Outcome, strategies
from thidua.model.dossier import LISTS, Dossier
from thidua.model.facts import NOT_SAID, AwardRecord, Subject, YearRecord
from thidua.model.provision import Rule
from thidua.model.time import add_months

LAW = thidua.law_on(date(2025, 8, 1))
OLD = thidua.law_on(date(2016, 3, 1), unread="last-text")
LAWS = st.sampled_from([LAW, OLD])

CLOCKS_THAT_START_ANEW = {
    # Điều 34 khoản 5: the time to Sao vàng runs from the latest Huân chương Hồ Chí Minh.
    "huan-chuong-sao-vang": {"huan-chuong-ho-chi-minh", "huan-chuong-sao-vang"},
    # Điều 35 khoản 4: another time after the latest one; an Độc lập or Quân công Nhất in between sends it to khoản 3.
    "huan-chuong-ho-chi-minh": {
        "huan-chuong-ho-chi-minh",
        "huan-chuong-doc-lap-hang-nhat",
        "huan-chuong-quan-cong-hang-nhat",
    },
}
"""Awards that an earlier award may put off: the law's own exceptions to "more merit is never worse"."""


def outcomes(dossier: Dossier, law: Any) -> dict[str, Outcome]:
    """Judge a dossier against every award open to its kind of subject."""
    return {verdict.award.id: verdict.outcome for verdict in thidua.assess_all(dossier, law=law)}


def shown(dossier: Dossier, law: Any) -> dict[str, tuple[Outcome, str | None]]:
    """Judge, and name what holds each award back."""
    return {verdict.award.id: (verdict.outcome, verdict.reason) for verdict in thidua.assess_all(dossier, law=law)}


RUNGS = [
    (placed.entry.award, kind, clause)
    for placed in LAW.of(Rule)
    for kind in placed.entry.recipients
    for name in placed.entry.any + placed.entry.all
    if (clause := LAW.clause(name, placed)).entry.run is not None and clause.entry.run.after is not None
]
"""The rungs of the ladders: an award, for whom, and the clause with its run of years after an earlier award."""


@st.composite
def strong(draw: st.DrawFn) -> Dossier:
    """Draw a career that climbs a rung: the earlier award, the years after it, what they must contain, and a little."""
    _, kind, clause = draw(st.sampled_from(RUNGS))
    asked = clause.entry.run
    last = draw(st.integers(2020, 2026))
    length = asked.years + draw(st.integers(-1, 3))
    inside = st.integers(last - length + 1, last)
    awards = [(draw(st.sampled_from(asked.after.awards)), last - length)]
    awards += draw(_contents(LAW.clause(asked.within, clause), inside)) if asked.within else []
    awards += draw(st.lists(st.tuples(strategies.award_ids(), st.integers(last - 14, last)), max_size=2))
    best = draw(st.lists(st.sampled_from(["excellent", "excellent", "good"]), min_size=length, max_size=length))
    ratings = best if kind == "individual" else ["excellent"] * length
    force = draw(st.sampled_from([None, "army"]))
    subject = (
        Subject(kind="collective", body="unit", force=force, flag_eligible=draw(st.booleans()))
        if kind == "collective"
        else Subject(kind="individual", tracks=("armed-forces",) if force else ("civil-servant",))
    )
    begun: dict[str, Any] = {"founded" if kind == "collective" else "joined": date(last - 35, 1, 1)}
    return Dossier(
        subject=subject,
        year=last,
        commendation="merit",
        known_from=1950,
        years=tuple(YearRecord(year=last - ago, rating=rating) for ago, rating in enumerate(ratings)),
        awards=tuple(AwardRecord(award=award, year=year, commendation="merit") for award, year in awards),
        **begun,
    )


def _contents(placed: Any, inside: st.SearchStrategy[int]) -> st.SearchStrategy[list[tuple[str, int]]]:
    """Draw awards in the years given that make up what a clause asks, one of its alternatives each."""
    key, value = placed.entry.condition
    if key in ("all", "any"):
        parts = [_contents(LAW.clause(name, placed), inside) for name in value]
        together = st.tuples(*parts).map(lambda found: [award for part in found for award in part])
        return together if key == "all" else st.one_of(parts)
    if key == "holds":
        years = st.lists(inside, min_size=value.times, max_size=value.times, unique=True)
        fewer = st.lists(inside, min_size=value.times, max_size=value.times)
        return st.one_of(years, fewer).map(lambda found: [(value.awards[0], year) for year in found])
    return st.just([])


@st.composite
def better(draw: st.DrawFn) -> tuple[Dossier, Dossier, str | None]:
    """Draw a dossier, the same with one merit more, and the form of commendation that was added if one was."""
    dossier = draw(st.one_of(strategies.dossiers(), strong()))
    past = st.integers(dossier.year - 12, dossier.year)
    what = draw(st.sampled_from(["rating", "initiative", "achievement", "movement", "award", "service"]))
    if what == "rating":
        rated = [record for record in dossier.years if record.rating is not None]
        if not rated:
            return dossier, dossier, None
        raised = draw(st.sampled_from(rated))
        years = tuple(
            YearRecord(year=record.year, rating="excellent") if record is raised else record for record in dossier.years
        )
        return dossier, attrs.evolve(dossier, years=years), None
    if what == "award":
        added = attrs.evolve(draw(strategies.award_records(past)), revoked_on=None)
        return dossier, attrs.evolve(dossier, awards=(*dossier.awards, added)), added.award
    maker = {
        "initiative": ("initiatives", strategies.initiatives(past)),
        "achievement": ("achievements", strategies.achievements(past)),
        "movement": ("movements", strategies.movement_results(past)),
        "service": ("service", strategies.services(dossier.year)),
    }[what]
    name, drawn = maker
    return dossier, attrs.evolve(dossier, **{name: (*getattr(dossier, name), draw(drawn))}), None


def put_off(award: str, added: str | None, law: Any) -> bool:
    """Say whether the law itself lets an earlier award put this one off, or a longer service end a band."""
    if award.startswith("huy-chuong-chien-si-ve-vang"):  # Điều 57: "từ 15 năm đến dưới 20 năm", and martyrs' classes
        return True
    if added is None:
        return False
    # NĐ 65/2014 Điều 2 khoản 4: the time to the next proposal runs from the last decision.
    # NĐ 152/2025 Điều 9 khoản 2: whoever was rewarded for long service is not rewarded for it again.
    again = law is OLD and added == award
    twice = award in DEDICATED and added.startswith("huan-chuong")
    return again or twice or added in CLOCKS_THAT_START_ANEW.get(award, ())


DEDICATED = {"huan-chuong-lao-dong-hang-ba"}
"""Orders for long service whose table of posts is known, and with it that it is given once."""


class TestCareers:
    """Over random dossiers, for every award."""

    @settings(max_examples=150)
    @given(better(), LAWS)
    def test_more_merit_is_never_worse(self, pair: tuple[Dossier, Dossier, str | None], law: Any) -> None:
        """One merit more never takes away what a certain "yes" gave; the law's own exceptions are named above."""
        poorer, richer, added = pair
        before, after = (outcomes(attrs.evolve(each, attested={"*": True}), law) for each in (poorer, richer))
        worse = [
            award
            for award, outcome in before.items()
            if outcome is Outcome.MET and after[award] is not Outcome.MET and not put_off(award, added, law)
        ]

        assert worse == []

    @settings(max_examples=100)
    @given(better(), LAWS)
    def test_known_merit_is_never_worse(self, pair: tuple[Dossier, Dossier, str | None], law: Any) -> None:
        """Where the record is complete, one merit more lowers no outcome at all."""
        complete = [
            attrs.evolve(each, known_from=1950, joined=None, founded=None, attested={"*": True}) for each in pair[:2]
        ]
        before, after = (outcomes(each, law) for each in complete)
        worse = [
            award
            for award, outcome in before.items()
            if after[award] < outcome
            and not put_off(award, pair[2], law)
            # A fact that says less than it could (no scope, no kind of commendation) may leave a question open.
            and after[award] is not Outcome.UNKNOWN
        ]

        assert worse == []

    @settings(max_examples=100)
    @given(st.one_of(strategies.dossiers(), strong()), st.randoms(use_true_random=False), LAWS)
    def test_order_does_not_matter(self, dossier: Dossier, random: Any, law: Any) -> None:
        """The order in which records are listed changes nothing."""
        shuffled = {}
        for name in (*LISTS, "leads"):
            records = list(getattr(dossier, name))
            random.shuffle(records)
            shuffled[name] = tuple(records)

        assert shown(attrs.evolve(dossier, **shuffled), law) == shown(dossier, law)

    @settings(max_examples=100)
    @given(
        st.one_of(strategies.dossiers(), strong()), st.sampled_from(["excellent", "failed"]), st.integers(50, 60), LAWS
    )
    def test_what_lies_before_does_not_matter(self, dossier: Dossier, rating: Any, ago: int, law: Any) -> None:
        """A year rated long before every window, or a title of that year, changes nothing."""
        year = dossier.year - ago
        complete = attrs.evolve(dossier, known_from=1900)
        older = attrs.evolve(
            complete,
            years=(*complete.years, YearRecord(year=year, rating=rating)),
            awards=(*complete.awards, AwardRecord(award="chien-si-thi-dua-co-so", year=year)),
        )

        assert shown(older, law) == shown(complete, law)

    @settings(max_examples=100)
    @given(st.one_of(strategies.dossiers(), strong()), LAWS)
    def test_a_career_a_year_later(self, dossier: Dossier, law: Any) -> None:
        """The same career a year later deserves the same under the same law."""
        later = shifted(dossier)

        assert outcomes(later, law) == outcomes(dossier, law)


def shifted(dossier: Dossier) -> Dossier:
    """Move every year and day of a dossier a year on."""

    def move(value: Any, name: str = "") -> Any:
        if value == NOT_SAID or value is None:
            return value
        if isinstance(value, date):
            return add_months(value, 12)
        if isinstance(value, tuple):
            return tuple(move(item) for item in value)
        if attrs.has(type(value)):
            return attrs.evolve(
                value, **{each.name: move(getattr(value, each.name), each.name) for each in attrs.fields(type(value))}
            )
        return value + 1 if name in ("year", "known_from") and isinstance(value, int) else value

    moved: Dossier = move(dossier)
    return moved
