"""The public strategies, which users' tests and ours share."""

from __future__ import annotations

import subprocess
import sys
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
from thidua.interchange import load_document_json, load_dossier
from thidua.model.decision import Ballot, Decision
from thidua.model.document import Document
from thidua.model.dossier import Dossier
from thidua.model.facts import Members, Subject
from thidua.model.provision import CONDITIONS, Clause


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
        """Every title on record was one that the law of its day allowed, on the facts of that day's record."""
        for held in career.awards:
            assert held.decided_on is not None
            then = attrs.evolve(
                career,
                year=held.year,
                received=held.decided_on,
                years=tuple(each for each in career.years if each.year <= held.year),
                awards=tuple(each for each in career.awards if each.year < held.year),
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
