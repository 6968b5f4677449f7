"""Charts: what they draw is what the report says, in the reader's language."""

from __future__ import annotations

import sys
from datetime import date
from typing import Any

import pytest

import thidua
from thidua.errors import InputError, UnknownTerm
from thidua.model.decision import Decision, StaffRating
from thidua.people.shares import ShareReport, shares
from thidua.views import charts
from thidua.wording.terms import OUTCOMES, TERMS


def counted(direct: int = 0, leaders: int = 0, unknown: int = 0, households: int = 0) -> ShareReport:
    """Report a batch of so many."""
    rows = [("direct-worker", direct), ("leader-other", leaders), (None, unknown)]
    made = [Decision(recipient="individual", official_class=name, count=count) for name, count in rows if count]  # type: ignore[arg-type]  # words of the vocabulary
    return shares([*made, *([Decision(recipient="household", count=households)] if households else [])])


def drawn(chart: Any, layer: int = 0) -> list[dict[str, Any]]:
    """Return the rows that a layer draws; Altair itself has checked the chart against Vega-Lite's schema."""
    told: dict[str, Any] = chart.to_dict()
    own = told["layer"][layer].get("data", told.get("data"))
    values: list[dict[str, Any]] = own["values"]
    return values


class TestShares:
    """Bars of classes."""

    def test_parts(self) -> None:
        """Each class is a part of all individuals and households, and the parts of a bar fill it."""
        rows = drawn(charts.shares({2023: counted(3, 1), 2024: counted(1, 1, 1, 1)}))

        assert [(row["part"], row["name"], row["share"]) for row in rows] == [
            ("2023", "direct-worker", 0.75),
            ("2023", "leader-other", 0.25),
            ("2024", "direct-worker", 0.25),
            ("2024", "household", 0.25),
            ("2024", "leader-other", 0.25),
            ("2024", "unknown", 0.25),
        ]

    def test_not_known_is_drawn(self) -> None:
        """A class that nobody named is a part of its own, and so is a group without a name."""
        [row] = drawn(charts.shares({None: counted(unknown=7)}))

        assert (row["part"], row["class"], row["share_shown"]) == ("chưa rõ", "chưa rõ đối tượng", "100%")

    def test_language(self) -> None:
        """Words and numbers are the reader's, also on the axes."""
        report = counted(1194)
        told = {locale: charts.shares(report, locale=locale).to_dict() for locale in ("vi", "en")}

        assert [told[locale]["layer"][0]["data"]["values"][0]["count"] for locale in told] == ["1.194", "1,194"]
        assert [told[locale]["title"] for locale in told] == ["Ai được khen thưởng", "Who was rewarded"]
        assert told["vi"]["config"]["locale"]["number"]["decimal"] == ","

    def test_order(self) -> None:
        """Bars stand in the order given, not sorted anew."""
        told = charts.shares({2024: counted(1), 2021: counted(1), 2023: counted(1)}).to_dict()

        assert told["layer"][0]["encoding"]["y"]["sort"] == ["2024", "2021", "2023"]


class TestRates:
    """Bars under their marks."""

    @staticmethod
    def report(fighters: int, workers: int | None = 100) -> thidua.RateReport:
        """Check fighters against the cap of 2020: 15% of the workers."""
        given = [("LĐTT", workers), ("CSTĐCS", fighters)]
        rows = [
            Decision(award=award, recipient="individual", unit="A", year=2020, count=count)
            for award, count in given
            if count
        ]
        return thidua.check_rates(rows, thidua.law_on(date(2020, 12, 31)))

    @pytest.mark.parametrize(("fighters", "outcome"), [(14, "MET"), (15, "MET"), (16, "NOT_MET")])
    def test_mark(self, fighters: int, outcome: str) -> None:
        """The mark stands at what is allowed, and one above it is told so."""
        [row] = drawn(charts.rates(self.report(fighters)))

        assert (row["count"], row["allowed"], row["outcome"]) == (fighters, 15, OUTCOMES[outcome])
        assert row["part"] == "Chiến sĩ thi đua cơ sở — A, 2020"
        assert row["told"] == f"{fighters} trên tối đa 15 ({fighters}%)"

    def test_base_not_known(self) -> None:
        """Without a base there is no mark, and the bar says why."""
        [row] = drawn(charts.rates(self.report(9, None), locale="en"))

        assert row["allowed"] is None
        assert row["told"].startswith("9 — ")

    def test_ratings(self) -> None:
        """A cap on a rating is called by the rating, and each peer group has a bar of its own."""
        rows = [
            StaffRating(rating=rating, unit="A", peer_group=group, count=count)
            for group in "xy"
            for rating, count in (("good", 10), ("excellent", 3))
        ]
        report = thidua.check_rates([], thidua.law_on(date(2026, 2, 1)), ratings=rows)

        assert [row["part"] for row in drawn(charts.rates(report))] == [
            f"{TERMS['excellent']} — {place}" for place in ("A", "A, x", "A, y")
        ]

    def test_names(self) -> None:
        """A local award is called as its own document calls it."""
        [row] = drawn(charts.rates(self.report(1), name_of=str.upper))

        assert row["part"].startswith("CHIEN-SI-THI-DUA-CO-SO")


class TestMisuse:
    """What cannot be drawn."""

    @pytest.mark.parametrize("reports", [{}, counted(), {2024: counted()}], ids=["none", "nobody", "nobody in a year"])
    def test_nobody(self, reports: Any) -> None:
        """A chart of nobody is an error, not an empty picture."""
        with pytest.raises(InputError, match="nothing to draw"):
            charts.shares(reports)

    def test_no_cap(self) -> None:
        """So is one of no caps."""
        with pytest.raises(InputError, match="nothing to draw"):
            charts.rates(thidua.check_rates([], thidua.law_on(date(2020, 12, 31))))

    def test_language(self) -> None:
        """A language is one of the library's."""
        with pytest.raises(UnknownTerm, match="unknown language 'fr'"):
            charts.shares(counted(1), locale="fr")

    def test_without_altair(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whoever lacks Altair is told what to install."""
        monkeypatch.setitem(sys.modules, "altair", None)

        with pytest.raises(InputError, match=r"thidua\[charts\]"):
            charts.shares(counted(1))
