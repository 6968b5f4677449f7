"""Which law governs a dossier that was on its way when the law changed."""

from __future__ import annotations

import json
from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import Outcome

DAYS = st.dates(date(2015, 1, 1), date(2027, 12, 31))


class TestGoverning:
    """The transitional clauses the book knows."""

    @pytest.mark.parametrize(
        ("received", "judged", "days", "articles"),
        [
            # Nothing changed on the way.
            (date(2025, 8, 10), date(2025, 9, 1), ["2025-09-01"], []),
            # NĐ 152/2025 Điều 60 khoản 3: filed before 2025-07-01, under NĐ 98/2023; not so from that day on.
            (date(2025, 6, 30), date(2025, 7, 1), ["2025-06-30"], ["khoản 3 Điều 60"]),
            (date(2025, 7, 1), date(2025, 7, 2), ["2025-07-02"], []),
            # Luật 06/2026 Điều 4 khoản 4: received before 2026-10-01, the old law or the more favourable of the two.
            (date(2026, 9, 30), date(2026, 10, 1), ["2026-09-30", "2026-10-01"], ["khoản 4 Điều 4"]),
            (date(2026, 10, 1), date(2026, 10, 2), ["2026-10-02"], []),
            # Both on the way: the decree's clause keeps it under NĐ 98/2023, the law's lets the new law favour it.
            (date(2025, 6, 1), date(2026, 11, 1), ["2025-06-30", "2026-11-01"], ["khoản 4 Điều 4", "khoản 3 Điều 60"]),
            # Luật 06/2022 has no clause for dossiers on their way (Điều 95 only keeps what was given).
            (date(2023, 12, 20), date(2024, 2, 1), ["2024-02-01"], []),
            (date(2023, 12, 20), date(2025, 9, 1), ["2025-06-30"], ["khoản 3 Điều 60"]),
        ],
    )
    def test_clauses(self, received: date, judged: date, days: list[str], articles: list[str]) -> None:
        """Each clause at the day before its first day and on it."""
        found = thidua.governing(received, judged)

        assert [law.day.isoformat() for law in found.laws] == days
        assert [citation.article for citation in found.citations] == articles

    def test_bad_days(self) -> None:
        """A dossier is judged on the day it was received or later, and days are dates."""
        with pytest.raises(thidua.InputError, match="before the day of receipt"):
            thidua.governing(date(2025, 7, 2), date(2025, 7, 1))
        with pytest.raises(thidua.InputError, match="received"):
            thidua.governing("2025-07-02", date(2025, 7, 3))  # type: ignore[arg-type]
        with pytest.raises(thidua.InputError, match="law_on"):
            thidua.governing(date(2025, 7, 1), date(2025, 7, 3), law=thidua.law_on(date(2025, 7, 1)))  # type: ignore[arg-type]

    def test_another_dossier(self) -> None:
        """The law that governs a dossier of one day does not answer for a dossier of another."""
        found = thidua.governing(date(2025, 6, 20), date(2025, 8, 1))
        dossier = thidua.load_dossier({"subject": {"kind": "individual"}, "year": 2024, "received": "2025-06-21"})

        with pytest.raises(thidua.InputError, match="2025-06-21"):
            thidua.assess(dossier, "CSTĐCS", law=found)

    def test_every_award(self) -> None:
        """assess_all answers for each award of either law as assess does."""
        found = thidua.governing(date(2026, 9, 30), date(2026, 10, 1))
        dossier = thidua.load_dossier({"subject": {"kind": "individual"}, "year": 2026, "received": "2026-09-30"})
        every = thidua.assess_all(dossier, law=found)

        assert {verdict.award.id: verdict.outcome for verdict in every} == {
            verdict.award.id: thidua.assess(dossier, verdict.award.id, law=found).outcome for verdict in every
        }

    @given(DAYS, st.integers(0, 700))
    def test_never_a_law_to_come(self, received: date, wait: int) -> None:
        """The law that governs is that of the judging day or of a day before it, and no older than the dossier."""
        judged = received + timedelta(days=wait)
        found = thidua.governing(received, judged)

        assert found.laws[-1].day <= judged
        assert all(law.day >= received for law in found.laws)
        assert bool(found.clauses) or [law.day for law in found.laws] == [judged]


class TestAssess:
    """A dossier judged by the law that governs it."""

    DOSSIER = thidua.load_dossier(
        {
            "subject": {"kind": "individual", "tracks": ["civil-servant"]},
            "year": 2025,
            "received": "2026-09-15",
            "known_from": 2015,
            "years": [{"year": 2025, "rating": "excellent"}],
            "attested": {"*": True},
        }
    )

    def test_the_old_law_favours(self) -> None:
        """CSTĐCS on an excellent rating: met by the old law, open by the new one that was not read."""
        found = thidua.governing(date(2026, 9, 15), date(2026, 11, 1))
        verdict = thidua.assess(self.DOSSIER, "CSTĐCS", law=found)

        assert verdict.outcome is Outcome.MET
        assert verdict.law.day == date(2026, 9, 30)
        assert [caveat.code for caveat in verdict.caveats if caveat.code == "transition"] == ["transition"]
        assert "điều khoản chuyển tiếp" in verdict.explain("vi")

    def test_the_new_law_may_favour(self) -> None:
        """What the old law refuses the new one, which was not read, may give: no certain "no"."""
        found = thidua.governing(date(2026, 9, 15), date(2026, 11, 1))
        verdict = thidua.assess(self.DOSSIER, "CSTĐTQ", law=found)

        assert verdict.outcome is Outcome.UNKNOWN
        assert verdict.as_last_read is Outcome.NOT_MET


class TestPlan:
    """A plan by the law that governs the dossier it begins with."""

    FOUND = thidua.governing(date(2026, 9, 15), date(2026, 11, 1))

    def test_as_it_stands(self) -> None:
        """What the clause keeps under the old law, and meets it, is planned by it: nothing is to be done."""
        plan = thidua.plan(TestAssess.DOSSIER, "CSTĐCS", law=self.FOUND)

        assert (plan.earliest, plan.law.day) == (2025, date(2026, 9, 30))
        assert plan.verdict.transitions == self.FOUND.clauses
        assert [task for step in plan.steps for task in step.achieve] == []

    def test_years_ahead(self) -> None:
        """A clause speaks of dossiers received before: years ahead go by the law to come, here one nobody has read."""
        plan = thidua.plan(TestAssess.DOSSIER, "CSTĐTQ", law=self.FOUND)

        assert (plan.earliest, plan.law.day) == (None, date(2026, 11, 1))
        assert "unread" in {blocker.code for blocker in plan.blockers}

    def test_kept_without_favour(self) -> None:
        """Kept under NĐ 98/2023 (NĐ 152/2025 Điều 60 khoản 3), a dossier not met is planned by the law of the day."""
        dossier = thidua.load_dossier(
            {**json.loads(thidua.dump(TestAssess.DOSSIER)), "year": 2024, "received": "2025-06-20"}
        )
        found = thidua.governing(date(2025, 6, 20), date(2025, 8, 1))
        plan = thidua.plan(dossier, "CSTĐCS", law=found)

        assert [law.day for law in found.laws] == [date(2025, 6, 30)]
        assert plan.law.day == date(2025, 8, 1)
        assert plan.earliest == 2025

    def test_nothing_changed(self) -> None:
        """Where the law of the day simply governs, the plan is that law's."""
        day = date(2025, 12, 1)
        dossier = attrs.evolve(TestAssess.DOSSIER, received=date(2025, 11, 1))
        plan, other = (
            thidua.plan(dossier, "CSTĐTQ", law=law)
            for law in (thidua.governing(dossier.received, day), thidua.law_on(day))
        )

        assert plan.explain() == other.explain()

    def test_another_dossier(self) -> None:
        """The law that governs a dossier of one day does not plan for a dossier of another."""
        dossier = attrs.evolve(TestAssess.DOSSIER, received=date(2026, 9, 14))

        with pytest.raises(thidua.InputError, match="2026-09-14"):
            thidua.plan(dossier, "CSTĐCS", law=self.FOUND)
