"""The public strategies, which users' tests and ours share."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import attrs
import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st

import thidua
import thidua.model
from thidua import Outcome, strategies
from thidua.interchange import (
    load_claims,
    load_document_json,
    load_dossier,
    load_launch,
    load_movements,
    load_officials,
    load_sections,
)
from thidua.model.decision import Ballot, Decision, StaffRating
from thidua.model.document import Document
from thidua.model.dossier import Dossier
from thidua.model.facts import Members, Subject
from thidua.model.launchplan import LaunchPlan, PlannedReview, Target
from thidua.model.movement import Movement
from thidua.model.provision import CONDITIONS, Clause
from thidua.model.staff import Official, Section
from thidua.model.succession import Succession
from thidua.people.claims import Claim


class TestDossiers:
    """Careers with every oddity."""

    @given(strategies.dossiers(kind="individual", year=2024))
    def test_as_asked(self, dossier: Dossier) -> None:
        """Kind and year are the ones asked for."""
        assert (dossier.subject.kind, dossier.year) == ("individual", 2024)

    @given(strategies.dossiers())
    def test_loads(self, dossier: Dossier) -> None:
        """Every dossier drawn is one that JSON can carry."""
        assert load_dossier(thidua.dump(dossier)) == dossier

    def test_duplicates_turn_up(self) -> None:
        """The same award of the same year twice."""
        quick = settings(max_examples=2000, deadline=None)
        assert find(
            strategies.dossiers(), lambda d: len({(a.award, a.year) for a in d.awards}) < len(d.awards), settings=quick
        )

    def test_running_discipline_turns_up(self) -> None:
        """A measure still running."""
        quick = settings(max_examples=2000, deadline=None)
        assert find(strategies.dossiers(), lambda d: any(item.until is None for item in d.disciplines), settings=quick)


TITLES = ("lao-dong-tien-tien", "chien-si-thi-dua-co-so", "chien-si-thi-dua-bo-ban-nganh-tinh")


class TestCareers:
    """Careers as an office keeps them."""

    @given(strategies.careers(kind="collective", year=2024))
    def test_as_asked(self, career: Dossier) -> None:
        """Kind and year are the ones asked for, and JSON can carry it."""
        assert (career.subject.kind, career.year) == ("collective", 2024)
        assert load_dossier(thidua.dump(career)) == career

    @given(strategies.careers())
    def test_earned(self, career: Dossier) -> None:
        """Every title on record was one that the law of its day allowed, with the others of its year beside it."""
        for held in career.awards:
            assert held.decided_on is not None
            then = attrs.evolve(
                career,
                year=held.year,
                received=held.decided_on,
                years=tuple(each for each in career.years if each.year <= held.year),
                awards=tuple(each for each in career.awards if each.year <= held.year and each is not held),
            )
            assert thidua.assess(then, held.award, law=thidua.law_on).on_facts is Outcome.MET

    @given(strategies.careers())
    def test_in_order(self, career: Dossier) -> None:
        """Every year is rated, no title is given twice for one year, and the year proposed has none yet."""
        years = [each.year for each in career.years]
        held = [(each.award, each.year) for each in career.awards]

        assert years == list(range(years[0], career.year + 1))
        assert len({*held}) == len(held)
        assert all(year < career.year for _, year in held)

    @pytest.mark.parametrize("title", TITLES)
    def test_titles_turn_up(self, title: str) -> None:
        """Up to the emulation fighter of the province, titles are held."""
        quick = settings(max_examples=3000, deadline=None)
        assert find(
            strategies.careers(), lambda career: any(each.award == title for each in career.awards), settings=quick
        )

    @pytest.mark.parametrize("kind", ["collective", "household"])
    def test_others_hold_titles(self, kind: Any) -> None:
        """Collectives and households hold theirs."""
        assert find(strategies.careers(kind=kind), lambda career: bool(career.awards))

    @pytest.mark.parametrize("outcome", [Outcome.NOT_MET, Outcome.PENDING])
    def test_some_do_and_some_do_not(self, outcome: Outcome) -> None:
        """Proposed for Chiến sĩ thi đua cơ sở, some have the facts and some have not."""
        assert find(
            strategies.careers(), lambda career: thidua.assess(career, "CSTĐCS", law=thidua.law_on).outcome is outcome
        )


class TestCohorts:
    """Dossiers for tables."""

    @given(strategies.cohorts(max_size=4, each=strategies.careers(year=2025)))
    def test_of_careers(self, dossiers: list[Dossier]) -> None:
        """A unit's year: careers of one year, each subject with an id."""
        assert {dossier.year for dossier in dossiers} <= {2025}
        assert len({dossier.subject.id for dossier in dossiers} - {None, ""}) == len(dossiers)

    @given(strategies.cohorts(max_size=3, kind="household"))
    def test_ids(self, dossiers: list[Dossier]) -> None:
        """Each subject has an id, and no other has it."""
        assert len(dossiers) <= 3
        assert len({dossier.subject.id for dossier in dossiers} - {None, ""}) == len(dossiers)
        assert {dossier.subject.kind for dossier in dossiers} <= {"household"}


class TestDocuments:
    """Regulations of a province's own."""

    @given(strategies.documents(), strategies.dossiers())
    @settings(max_examples=40)
    def test_fits(self, document: Document, dossier: Dossier) -> None:
        """It comes back from JSON as it was, fits the law of its first day, and its award can be asked about."""
        law = thidua.law_on(document.document.in_force, document)
        [award] = document.award

        assert load_document_json(thidua.dump(document)) == document
        if dossier.subject.kind in award.recipients:
            assert thidua.assess(dossier, award.label, law=law).outcome in Outcome


def classes() -> list[type]:
    """Return every record of the model."""
    found = (import_module(f"thidua.model.{each.name}") for each in iter_modules(thidua.model.__path__))
    return [
        kind
        for module in found
        for kind in vars(module).values()
        if isinstance(kind, type) and attrs.has(kind) and kind.__module__ == module.__name__
    ]


class TestLaunches:
    """Launches, their targets and reviews, and movements."""

    @given(st.from_type(LaunchPlan), st.from_type(Movement))
    def test_load(self, plan: LaunchPlan, movement: Movement) -> None:
        """Each drawn is one that JSON can carry."""
        assert load_launch(thidua.dump(plan)) == plan
        assert load_movements(thidua.dump([movement])) == (movement,)

    @given(strategies.targets(3), st.from_type(PlannedReview))
    def test_parts(self, target: Target, review: PlannedReview) -> None:
        """A target has no more than one limit, and stands in one of the contents asked for."""
        assert len(target.limits) <= 1
        assert target.content in (None, 1, 2, 3)
        assert review.review

    @given(st.dates(), st.data())
    def test_no_review_before(self, since: date, data: st.DataObject) -> None:
        """No review lies before the day given."""
        drawn = data.draw(strategies.planned_reviews(min(since, date(2900, 1, 1))))
        assert drawn.on is None or drawn.on >= min(since, date(2900, 1, 1))

    @pytest.mark.parametrize("key", ["at_least", "at_most", "above", "below"])
    def test_every_limit_turns_up(self, key: str) -> None:
        """Each way of setting a target is drawn."""
        assert find(strategies.targets(), lambda target: target.limits == (key,))


class TestOffices:
    """Who does the work, ratings, what became of collectives, and what reports claim."""

    @given(st.from_type(Official), st.from_type(Section), st.from_type(StaffRating))
    def test_staff(self, official: Official, section: Section, rating: StaffRating) -> None:
        """Each drawn is one that JSON can carry, and stands for one or more."""
        assert load_officials(thidua.dump([official])) == (official,)
        assert load_sections(thidua.dump([section])) == (section,)
        assert rating.count >= 1

    @given(st.from_type(Succession))
    def test_succession(self, table: Succession) -> None:
        """Every table drawn says what became of each, and no name of it began twice."""
        born = [name for change in table.changes for name in change.new]

        assert len(born) == len({*born})
        assert [change.on for change in table.changes] == sorted(change.on for change in table.changes)

    @pytest.mark.parametrize("kind", ["merged", "renamed", "split", "abolished"])
    def test_every_change_turns_up(self, kind: str) -> None:
        """Each kind of change is drawn."""
        assert find(strategies.successions(), lambda table: any(each.kind == kind for each in table.changes))

    @given(st.lists(strategies.claims(), max_size=3))
    def test_claims(self, batch: list[Claim]) -> None:
        """Claims drawn can be carried by JSON."""
        assert load_claims(thidua.dump(batch)) == tuple(batch)


class TestRegistered:
    """``st.from_type`` builds what the classes accept."""

    @given(st.from_type(Dossier), st.from_type(Decision), st.from_type(Ballot), st.from_type(Subject))
    def test_from_type(self, dossier: Dossier, decision: Decision, ballot: Ballot, subject: Subject) -> None:
        """Each is valid by construction."""
        assert dossier.year
        assert decision.count >= 1
        assert ballot.in_favour <= ballot.members
        assert subject.kind

    @pytest.mark.parametrize(
        "kind", classes(), ids=lambda kind: f"{kind.__module__.rpartition('.')[2]}.{kind.__name__}"
    )
    def test_every_class(self, kind: type) -> None:
        """Every class of the model is drawn within its limits, without throwing most of it away."""

        @settings(max_examples=10)
        @given(st.from_type(kind))
        def drawn(record: object) -> None:
            assert type(record) is kind

        drawn()

    def test_clauses_state_one_condition(self) -> None:
        """A clause drawn states exactly one condition, whichever: as a document's must."""

        @given(strategies.records(Clause))
        def drawn(clause: Clause) -> None:
            assert len([key for key in CONDITIONS if getattr(clause, key) is not None]) == 1

        drawn()

    @given(st.from_type(Members))
    def test_members(self, members: Members) -> None:
        """No more are honoured than there are."""
        assert (members.advanced or 0) <= members.total

    def test_either_import_first(self) -> None:
        """Importing our strategies before Hypothesis does not run into their registration."""
        for first in ("thidua.strategies, hypothesis", "hypothesis, thidua.strategies"):
            subprocess.run([sys.executable, "-c", f"import {first}"], check=True)
