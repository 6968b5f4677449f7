"""How verdicts are reached: four outcomes, what is missing, what is left to people, what a verdict rests on."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import InputError, NotInForce, Outcome, UnknownTerm, strategies
from thidua.merit.verdict import holding
from thidua.model.dossier import Dossier
from thidua.model.facts import YearRecord
from thidua.model.finding import Finding

LAWS = [date(2014, 6, 1), date(2015, 6, 1), date(2020, 12, 31), date(2024, 12, 20), date(2026, 7, 1), date(2026, 10, 1)]
laws = st.sampled_from(LAWS).map(thidua.law_on)


@st.composite
def questions(draw: st.DrawFn) -> tuple[Dossier, Any, Any]:
    """Draw a dossier, an award of the law of some day, and that law."""
    law = draw(laws)
    return draw(strategies.dossiers()), draw(st.sampled_from(law.awards)), law


def person(**facts: Any) -> Dossier:
    """Make the dossier of a civil servant for 2024."""
    subject = {"kind": "individual", "tracks": ["civil-servant"]}
    return thidua.load_dossier({"subject": subject, "year": 2024, "received": "2025-01-10", **facts})


class TestOutcomes:
    """The algebra of the four outcomes, on random records under every law."""

    @given(questions())
    def test_tree_adds_up(self, question: tuple[Dossier, Any, Any]) -> None:
        """A finding is the minimum of its parts, or the maximum where one is enough; what stands aside is neither."""
        dossier, award, law = question
        for finding in thidua.assess(dossier, award, law=law).findings.walk():
            if finding.children and finding.code != "as-last-read":
                combine = max if finding.about.choice else min
                assert finding.outcome is combine(child.outcome for child in finding.children)
                assert finding.on_facts is combine(child.on_facts for child in finding.children)

    @given(questions())
    def test_judgements_taken_as_given(self, question: tuple[Dossier, Any, Any]) -> None:
        """``on_facts`` is the outcome that attesting every judgement would give."""
        dossier, award, law = question
        left_open = attrs.evolve(dossier, attested={})
        attested = attrs.evolve(dossier, attested={"*": True})

        assert thidua.assess(attested, award, law=law).outcome is thidua.assess(left_open, award, law=law).on_facts

    @given(questions())
    def test_certainty_is_certain(self, question: tuple[Dossier, Any, Any]) -> None:
        """A yes or a no given with facts missing stays so when the rest of the record turns out empty."""
        dossier, award, law = question
        partial = thidua.assess(attrs.evolve(dossier, known_from=None), award, law=law)
        whole = thidua.assess(attrs.evolve(dossier, known_from=1900), award, law=law)

        if partial.outcome in (Outcome.MET, Outcome.NOT_MET):
            assert whole.outcome is partial.outcome

    @given(questions())
    def test_unknown_says_what_is_missing(self, question: tuple[Dossier, Any, Any]) -> None:
        """UNKNOWN names a fact to supply, a text not read, or criteria left to others; never nothing."""
        dossier, award, law = question
        verdict = thidua.assess(dossier, award, law=law)

        if verdict.outcome is Outcome.UNKNOWN:
            blind = any(finding.code == "not-encoded" for finding in verdict.findings.walk())
            assert verdict.missing or blind or {caveat.code for caveat in verdict.caveats} & {"unread", "delegated"}

    @given(questions())
    def test_pending_says_what_to_attest(self, question: tuple[Dossier, Any, Any]) -> None:
        """PENDING names the judgements that are left, and nothing else is."""
        dossier, award, law = question
        verdict = thidua.assess(dossier, award, law=law)

        if verdict.outcome is Outcome.PENDING:
            assert verdict.to_attest
            assert verdict.on_facts is Outcome.MET or verdict.on_facts >= verdict.outcome

    @given(questions())
    def test_reason_is_the_outcome(self, question: tuple[Dossier, Any, Any]) -> None:
        """The clause that holds the best route back has the verdict's own outcome."""
        verdict = thidua.assess(question[0], question[1], law=question[2])

        assert holding(verdict.findings).outcome is verdict.outcome


class TestMissing:
    """What a form should ask for next."""

    def test_paths(self) -> None:
        """A record that says nothing asks for the year's rating first."""
        missing = thidua.assess(person(), "CSTĐCS", law=thidua.law_on).missing

        assert missing[0] == "years[2024].rating"
        assert "initiatives[2024]" in missing

    def test_nothing_beside_what_is_lost(self) -> None:
        """Where one clause is not met no fact about another can help, so none is asked for."""
        verdict = thidua.assess(person(years=[{"year": 2024, "rating": "failed"}]), "LĐTT", law=thidua.law_on)

        assert verdict.outcome is Outcome.NOT_MET
        assert verdict.missing == ()

    def test_losing_route_keeps_its_facts(self) -> None:
        """HTTNV closes one road to CSTĐCS; the initiative, not on record, may still open another."""
        verdict = thidua.assess(person(years=[{"year": 2024, "rating": "good"}]), "CSTĐCS", law=thidua.law_on)

        assert verdict.outcome is Outcome.UNKNOWN
        assert "initiatives[2024]" in verdict.missing

    def test_track(self) -> None:
        """Who the subject is decides which clause of Điều 24 speaks; unknown, it is asked for."""
        dossier = attrs.evolve(person(), subject=attrs.evolve(person().subject, tracks=()))

        assert "subject.tracks" in thidua.assess(dossier, "LĐTT", law=thidua.law_on).missing


class TestJudgements:
    """What the law leaves to people."""

    FACTS: ClassVar[Any] = {"known_from": 2014, "joined": "2014-02-01", "years": [{"year": 2024, "rating": "good"}]}

    def test_pending(self) -> None:
        """A complete record leaves only the judgement of Điều 24 khoản 1 điểm b."""
        verdict = thidua.assess(person(**self.FACTS), "LĐTT", law=thidua.law_on)

        assert verdict.outcome is Outcome.PENDING
        assert [left.key for left in verdict.to_attest] == ["24.1.b/spirit"]

    @pytest.mark.parametrize(("said", "outcome"), [(True, Outcome.MET), (False, Outcome.NOT_MET)])
    def test_attested(self, said: bool, outcome: Outcome) -> None:  # noqa: FBT001
        """The judgement decides, either way."""
        dossier = person(**self.FACTS, attested={"24.1.b/spirit": said})

        assert thidua.assess(dossier, "LĐTT", law=thidua.law_on).outcome is outcome

    def test_one_against_all(self) -> None:
        """A judgement named stands before the one for all."""
        dossier = person(**self.FACTS, attested={"*": True, "24.1.b/spirit": False})

        assert thidua.assess(dossier, "LĐTT", law=thidua.law_on).outcome is Outcome.NOT_MET

    def test_served_discipline(self) -> None:
        """A reprimand served before the proposal leaves it to people whether what followed is enough."""
        spell = {"measure": "khien-trach", "since": "2023-12-01", "until": "2024-03-01"}
        verdict = thidua.assess(person(**self.FACTS, disciplines=[spell]), "LĐTT", law=thidua.law_on)

        assert verdict.outcome is Outcome.PENDING
        assert "4.4/after-discipline" in [left.key for left in verdict.to_attest]

    def test_running_discipline(self) -> None:
        """While the measure runs nothing can be counted yet."""
        spell = {"measure": "khien-trach", "since": "2024-12-01", "until": None}
        verdict = thidua.assess(person(**self.FACTS, disciplines=[spell]), "LĐTT", law=thidua.law_on)

        assert verdict.outcome is Outcome.NOT_MET


class TestCaveats:
    """What a verdict rests on."""

    def test_standing(self) -> None:
        """A verdict names the weakest standing it rests on, and where."""
        verdict = thidua.assess(person(), "LĐTT", law=thidua.law_on)
        weak = [caveat for caveat in verdict.caveats if caveat.code == "standing"]

        assert [caveat.detail for caveat in weak] == [verdict.standing.value]

    def test_unread_law(self) -> None:
        """From 2026-10-01 the amending law stops every verdict on criteria, and says so."""
        rated = (YearRecord(year=2026, rating="excellent"),)
        dossier = attrs.evolve(person(), year=2026, received=date(2026, 10, 1), years=rated)
        verdict = thidua.assess(dossier, "CSTĐCS", law=thidua.law_on)

        assert verdict.outcome is verdict.on_facts is Outcome.UNKNOWN
        assert any("06/2026/QH16" in str(caveat.citation) for caveat in verdict.caveats if caveat.code == "unread")

    def test_last_text(self) -> None:
        """``unread="last-text"`` is the caller's own choice to go by the text read last; the caveat stays."""
        dossier = person(years=[{"year": 2024, "rating": "excellent"}], known_from=2014)
        law = thidua.law_on(date(2026, 10, 1), unread="last-text")
        verdict = thidua.assess(dossier, "CSTĐCS", law=law)

        assert verdict.outcome is verdict.as_last_read is Outcome.PENDING
        assert "unread" in {caveat.code for caveat in verdict.caveats}

    def test_reading_that_matters(self) -> None:
        """Three CSTĐCS of long ago: the verdict says that it hangs on how "liên tục" is read."""
        awards = [{"award": "CSTĐCS", "year": year} for year in (2016, 2017, 2018)]
        initiatives = [{"year": 2024, "status": "applied", "scope": "province"}]
        dossier = person(known_from=2014, joined="2014-02-01", awards=awards, initiatives=initiatives)

        now = thidua.assess(dossier, "CSTĐ tỉnh", law=thidua.law_on)
        assert now.outcome is Outcome.NOT_MET
        assert "reading" in {caveat.code for caveat in now.caveats}

        law = thidua.law_on(date(2025, 1, 10), readings={"consecutive-times": "anywhere"})
        assert thidua.assess(dossier, "CSTĐ tỉnh", law=law).on_facts is Outcome.MET

    def test_reading_that_does_not(self) -> None:
        """Where both readings give one answer nothing is said."""
        awards = [{"award": "CSTĐCS", "year": year} for year in (2022, 2023, 2024)]
        dossier = person(known_from=2014, joined="2014-02-01", awards=awards)
        verdict = thidua.assess(dossier, "CSTĐ tỉnh", law=thidua.law_on)

        assert "reading" not in {caveat.code for caveat in verdict.caveats}


class TestAssess:
    """Asking the question."""

    def test_wrong_recipient(self) -> None:
        """A collective title for a person is a finding, not an error."""
        verdict = thidua.assess(person(), "TTLĐTT", law=thidua.law_on)

        assert verdict.outcome is Outcome.NOT_MET
        assert verdict.reason == "recipient"

    def test_wrong_track(self) -> None:
        """CSTT is for the armed forces and militia."""
        assert thidua.assess(person(), "CSTT", law=thidua.law_on).reason == "subject"

    def test_unknown_award(self) -> None:
        """An award that never was is an error with the nearest names."""
        with pytest.raises(UnknownTerm, match="did you mean 'Chiến sĩ thi đua cơ sở'"):
            thidua.assess(person(), "Chiến sĩ thi dua cơ sỡ hạng", law=thidua.law_on)

    def test_award_of_another_day(self) -> None:
        """An award that does not exist on the day is an error that says when it did."""
        with pytest.raises(NotInForce, match="2024-01-01"):
            thidua.law_on(date(2020, 1, 1)).award("Xã, phường, thị trấn tiêu biểu")

    def test_date_must_pick(self) -> None:
        """With ``law=law_on`` the dossier must say when it was received."""
        with pytest.raises(InputError, match="received"):
            thidua.assess(attrs.evolve(person(), received=None), "LĐTT", law=thidua.law_on)

    def test_late_award_does_not_count(self) -> None:
        """A title decided after the dossier was received is not yet held."""
        awards = [{"award": "CSTĐCS", "year": year, "decided_on": f"{year + 1}-01-12"} for year in (2022, 2023, 2024)]
        dossier = person(known_from=2014, joined="2014-02-01", awards=awards)

        assert thidua.assess(dossier, "CSTĐ tỉnh", law=thidua.law_on).outcome is Outcome.NOT_MET

    def test_revoked_award_does_not_count(self) -> None:
        """A title revoked before the proposal is gone."""
        awards: list[dict[str, Any]] = [{"award": "CSTĐCS", "year": year} for year in (2022, 2023, 2024)]
        awards[1]["revoked_on"] = "2024-06-01"
        dossier = person(known_from=2014, joined="2014-02-01", awards=awards)

        assert thidua.assess(dossier, "CSTĐ tỉnh", law=thidua.law_on).outcome is Outcome.NOT_MET

    def test_all(self) -> None:
        """A civil servant is judged for every title and form open to one, and for none that is not."""
        found = {verdict.award.id for verdict in thidua.assess_all(person(), law=thidua.law_on)}

        assert {"lao-dong-tien-tien", "chien-si-thi-dua-co-so", "bang-khen-cua-thu-tuong-chinh-phu"} <= found
        assert not found & {"chien-si-tien-tien", "tap-the-lao-dong-tien-tien", "gia-dinh-van-hoa"}

    def test_delegated(self) -> None:
        """The 2022 law gives no criteria for giấy khen: it leaves them to ministries and provinces, and says so."""
        verdict = thidua.assess(person(), "Giấy khen xã", law=thidua.law_on)

        assert verdict.outcome is Outcome.UNKNOWN
        assert "delegated" in {caveat.code for caveat in verdict.caveats}


class TestRecord:
    """What a record shows, and what it leaves open."""

    LONG: ClassVar[Any] = {"known_from": 2010, "joined": "2010-01-01", "commendation": "merit"}
    EXCELLENT: ClassVar[Any] = [{"year": year, "rating": "excellent"} for year in range(2020, 2025)]

    def collective(self, *awards: dict[str, Any]) -> Dossier:
        """Make a collective with a bằng khen of 2019 and five excellent years since."""
        first = {"award": "BK tỉnh", "year": 2019, "decided_on": "2020-01-10", "commendation": "merit"}
        return thidua.load_dossier(
            {
                "subject": {"kind": "collective", "body": "agency"},
                "year": 2024,
                "received": "2025-01-10",
                "known_from": 2010,
                "founded": "2010-01-01",
                "commendation": "merit",
                "years": self.EXCELLENT,
                "awards": [first, *awards],
            }
        )

    @pytest.mark.parametrize(
        ("days", "outcome"),
        [
            (["2021-06-01", "2021-12-01"], Outcome.MET),
            (["2021-12-01", None], Outcome.UNKNOWN),
            ([None, None], Outcome.UNKNOWN),
            (["2021-12-01", "2021-12-01"], Outcome.NOT_MET),
        ],
    )
    def test_one_certificate_entered_twice(self, days: list[str | None], outcome: Outcome) -> None:
        """Two certificates of one year are two only where their decisions differ; an undated one may be the same."""
        awards = [
            {"award": "BK tỉnh", "year": 2021, "commendation": "merit"} | ({"decided_on": day} if day else {})
            for day in days
        ]
        verdict = thidua.assess(self.collective(*awards), "BKTTg", law=thidua.law_on)

        assert verdict.on_facts is outcome, verdict.explain()

    def test_transfer_does_not_close_the_record(self) -> None:
        """Facts on record count, whatever the day of founding says of the years before it."""
        flag = {"award": "Cờ tỉnh", "year": 2022}
        late = attrs.evolve(self.collective(flag), founded=date(2022, 7, 1))

        assert thidua.assess(late, "BKTTg", law=thidua.law_on).on_facts is Outcome.MET

    def test_listed_year_without_rating(self) -> None:
        """A year on record without its rating is a gap in the record, even of a complete one."""
        verdict = thidua.assess(person(known_from=2014, years=[{"year": 2024}]), "LĐTT", law=thidua.law_on)

        assert verdict.outcome is Outcome.UNKNOWN
        assert verdict.missing == ("years[2024].rating",)

    @pytest.mark.parametrize(
        ("until", "decided", "outcome"),
        [
            ("2021-12-31", None, Outcome.MET),
            ("2022-01-01", None, Outcome.MET),
            ("2022-01-02", None, Outcome.UNKNOWN),
            ("2022-01-02", "2022-01-01", Outcome.NOT_MET),
            ("2022-01-02", "2022-01-02", Outcome.MET),
            ("2022-12-31", "2023-01-15", Outcome.MET),
            ("2023-01-01", "2023-01-15", Outcome.NOT_MET),
            ("2023-06-01", "2023-07-15", Outcome.NOT_MET),
        ],
    )
    def test_discipline_cuts_a_run(self, until: str, decided: str | None, outcome: Outcome) -> None:
        """Achievements count from the end of the measure (NĐ 152/2025 Điều 4 khoản 4): the titles before it do not.

        A title for the year of the end counts where it was decided after the end; on which day, the record must say.
        """
        first = {"award": "CSTĐCS", "year": 2022} | ({"decided_on": decided} if decided else {})
        awards = [first, *({"award": "CSTĐCS", "year": year} for year in (2023, 2024))]
        spread = [{"year": 2024, "status": "applied", "scope": "province"}]
        spell = {"measure": "khien-trach", "since": "2021-10-01", "until": until}
        facts = {"known_from": 2010, "joined": "2010-01-01", "awards": awards, "initiatives": spread}
        verdict = thidua.assess(person(**facts, disciplines=[spell]), "CSTĐ tỉnh", law=thidua.law_on)

        assert verdict.on_facts is outcome
        assert ("awards[chien-si-thi-dua-co-so,2022].decided_on" in verdict.missing) is (outcome is Outcome.UNKNOWN)
        assert ("counted-from" in [caveat.code for caveat in verdict.caveats]) is (outcome is not Outcome.MET)
        assert ("hồ sơ: các năm 2022–2024" in verdict.explain("vi")) is (outcome is not Outcome.NOT_MET)
        partly = "2022-01-01" < until < "2023-01-01" or until > "2023-01-01"
        assert ("counted-partly" in [caveat.code for caveat in verdict.caveats]) is partly

    def test_year_of_a_measure(self) -> None:
        """Of a year in whose middle a measure ended a title and a rating count otherwise: a verdict says so."""
        spell = {"measure": "khien-trach", "since": "2021-10-01", "until": "2023-06-01"}
        rated = [{"year": year, "rating": "excellent"} for year in range(2014, 2025)]
        facts = {"known_from": 2010, "joined": "2010-01-01", "years": rated, "disciplines": [spell]}
        ended, rewarded = (thidua.assess(person(**facts), award, law=thidua.law_on) for award in ("CSTĐ tỉnh", "LĐTT"))

        (caveat,) = (each for each in ended.caveats if each.code == "counted-partly")
        assert caveat.detail == "2023"
        assert "năm 2023 kỷ luật kết thúc giữa năm" in ended.explain("vi")
        assert "a measure ended in the middle of 2023" in ended.explain("en")
        assert "counted-partly" not in [each.code for each in rewarded.caveats]

    @pytest.mark.parametrize(
        ("tracks", "outcome"),
        [
            (["scientist"], Outcome.UNKNOWN),
            (["entrepreneur", "overseas"], Outcome.UNKNOWN),
            (["scientist", "civil-servant"], Outcome.MET),
            (["armed-forces"], Outcome.NOT_MET),
            (["scientist", "armed-forces"], Outcome.NOT_MET),
        ],
    )
    def test_what_one_is_beside_ones_work(self, tracks: list[str], outcome: Outcome) -> None:
        """Điều 24 khoản 1 speaks of public employees and labourers; whether a scientist is one is not known."""
        dossier = person(years=[{"year": 2024, "rating": "good"}], known_from=2010)
        dossier = attrs.evolve(dossier, subject=attrs.evolve(dossier.subject, tracks=tuple(tracks)))
        verdict = thidua.assess(dossier, "LĐTT", law=thidua.law_on)

        assert verdict.on_facts is outcome
        assert ("subject.tracks" in verdict.missing) is (outcome is Outcome.UNKNOWN)

    @pytest.mark.parametrize(
        ("ids", "outcome"), [(("1", "2"), Outcome.MET), (("1", "1"), Outcome.NOT_MET), ((None, None), Outcome.UNKNOWN)]
    )
    def test_initiatives_alike(self, ids: tuple[str | None, str | None], outcome: Outcome) -> None:
        """Điều 74.1.d asks for two initiatives: two entries that are alike and have no id may be one."""
        found = [
            {"year": 2024, "status": "applied", "scope": "grassroots"} | ({"id": name} if name else {}) for name in ids
        ]
        years = [{"year": year, "rating": "excellent"} for year in (2023, 2024)]
        record = person(known_from=2010, joined="2010-01-01", commendation="merit", years=years, initiatives=found)
        verdict = thidua.assess(record, "BK tỉnh", law=thidua.law_on)

        assert verdict.on_facts is outcome
        assert ("initiatives[2024].id" in verdict.missing) is (outcome is Outcome.UNKNOWN)

    @pytest.mark.parametrize(("first", "told"), [(2023, True), (2021, False)])
    def test_titles_one_after_another(self, first: int, told: bool) -> None:  # noqa: FBT001
        """Whether each of two titles needs three years of its own the law does not say: a yes tells its reading."""
        titles = [{"award": "CSTĐ tỉnh", "year": year} for year in (first, 2024)]
        spread = [{"year": 2024, "status": "applied", "scope": "nation"}]
        record = person(known_from=2010, joined="2010-01-01", awards=titles, initiatives=spread)
        law = thidua.law_on(date(2025, 1, 10), readings={} if told else {"title-spacing": "own-cycle"})
        verdict = thidua.assess(record, "CSTĐTQ", law=law)

        assert verdict.on_facts is Outcome.MET
        assert "title-spacing" in " ".join(caveat.detail for caveat in verdict.caveats if caveat.code == "reading")

    def test_unlisted_discipline(self) -> None:
        """Where disciplines are known of this year only, those of the years counted are asked for."""
        awards = [{"award": "CSTĐCS", "year": year} for year in (2022, 2023, 2024)]
        facts = {"awards": awards, "initiatives": [{"year": 2024, "status": "applied", "scope": "province"}]}
        known = dict.fromkeys(("awards", "initiatives", "proceedings"), 2010) | {"disciplines": 2024}
        verdict = thidua.assess(person(**facts, known_from=known, joined="2010-01-01"), "CSTĐ tỉnh", law=thidua.law_on)

        assert verdict.outcome is Outcome.UNKNOWN
        assert verdict.missing == ("disciplines",)

    def test_claim_not_recognised(self) -> None:
        """A claim that is not recognised leaves what is not on record as open as it was."""
        sudden = {"year": 2024, "kind": "sudden", "scope": "province"}
        dossier = person(commendation="ad-hoc", achievements=[sudden], attested={"73.1.c/recognised": False})
        verdict = thidua.assess(dossier, "BKTTg", law=thidua.law_on)

        assert verdict.outcome is Outcome.UNKNOWN

    def test_joined_after_the_year(self) -> None:
        """Nobody has a record of a year before being recruited."""
        with pytest.raises(InputError, match=r"\$.joined: 2026-01-01 is after the year of the dossier, 2024"):
            person(joined="2026-01-01")


class TestLeaves:
    """Leaves under a negation."""

    def test_finding_is_read_only(self) -> None:
        """Nobody edits an answer."""
        finding: Finding = thidua.assess(person(), "LĐTT", law=thidua.law_on).findings

        with pytest.raises(AttributeError):
            finding.outcome = Outcome.MET  # type: ignore[misc]
