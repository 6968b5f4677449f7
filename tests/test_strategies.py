"""The public strategies, which users' tests and ours share."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import find, given, settings
from hypothesis import strategies as st

import thidua
from thidua import strategies
from thidua.interchange import load_dossier
from thidua.model.decision import Ballot, Decision
from thidua.model.dossier import Dossier
from thidua.model.facts import Members, Subject


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


class TestCohorts:
    """Dossiers for tables."""

    @given(strategies.cohorts(max_size=3, kind="household"))
    def test_ids(self, dossiers: list[Dossier]) -> None:
        """Each subject has an id, and no other has it."""
        assert len(dossiers) <= 3
        assert len({dossier.subject.id for dossier in dossiers} - {None, ""}) == len(dossiers)
        assert {dossier.subject.kind for dossier in dossiers} <= {"household"}


class TestRegistered:
    """``st.from_type`` builds what the classes accept."""

    @given(st.from_type(Dossier), st.from_type(Decision), st.from_type(Ballot), st.from_type(Subject))
    def test_from_type(self, dossier: Dossier, decision: Decision, ballot: Ballot, subject: Subject) -> None:
        """Each is valid by construction."""
        assert dossier.year
        assert decision.count >= 1
        assert ballot.in_favour <= ballot.members
        assert subject.kind

    @given(st.from_type(Members))
    def test_members(self, members: Members) -> None:
        """No more are honoured than there are."""
        assert (members.advanced or 0) <= members.total

    def test_either_import_first(self) -> None:
        """Importing our strategies before Hypothesis does not run into their registration."""
        for first in ("thidua.strategies, hypothesis", "hypothesis, thidua.strategies"):
            subprocess.run([sys.executable, "-c", f"import {first}"], check=True)
