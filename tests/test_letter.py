"""Why not, and what would make it yes: one sentence a person, for a letter of refusal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, partial
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import thidua
from tests.careers import careers
from thidua import Outcome, strategies
from thidua.merit.feats import of_feat
from thidua.merit.lacking import fixed, rating_asked, refusing, unplanned, unread
from thidua.merit.verdict import Verdict
from thidua.model.dossier import Dossier
from thidua.model.finding import Finding

ROOT = Path(__file__).parents[1]
LAW = partial(thidua.law_on, unread="last-text")
AWARDS = (
    "lao-dong-tien-tien",
    "chien-si-thi-dua-co-so",
    "chien-si-thi-dua-bo-ban-nganh-tinh",
    "bang-khen-cua-bo-ban-nganh-tinh",
    "huan-chuong-lao-dong-hang-ba",
    "tap-the-lao-dong-xuat-sac",
    "nha-giao-uu-tu",
)


def verdict(award: str, **facts: Any) -> Verdict:
    """Judge a civil servant of 2024 whose record is whole."""
    subject = {"kind": "individual", "tracks": ["civil-servant"], **facts.pop("subject", {})}
    record = {"subject": subject, "year": 2024, "received": "2025-01-10", "known_from": 1990, **facts}
    return thidua.assess(thidua.load_dossier(record), award, law=thidua.law_on)


def rated(rating: str) -> list[dict[str, Any]]:
    """Rate the year 2024."""
    return [{"year": 2024, "rating": rating}]


class TestUnread:
    """A text that was not read is nothing to supply: it is said beside."""

    def test_remedy(self) -> None:
        """The conditions that were read are told; the text is named after them (Điều 21 NĐ 152/2025)."""
        record = {"kind": "individual", "tracks": ["civil-servant"]}
        dossier = thidua.load_dossier({"subject": record, "year": 2024, "known_from": 1990})
        found = thidua.assess(dossier, "HCLĐ hạng Ba", law=LAW(date(2025, 8, 1)))
        told, beside = (found.remedy("en") or "").split(" Not reckoned with, for the text was not read: ")

        assert "not read" not in told
        assert "Decree 152/2025/NĐ-CP" in beside

    def test_every_answer(self) -> None:
        """Where a law that was not read stops every answer, that is said in place of what would make it yes."""
        record = {"kind": "individual", "tracks": ["civil-servant"]}
        dossier = thidua.load_dossier(
            {"subject": record, "year": 2025, "known_from": 1990, "years": [{"year": 2025, "rating": "excellent"}]}
        )
        found = thidua.assess(dossier, "LĐTT", law=thidua.law_on(date(2026, 11, 1)))

        assert found.lacking == ()
        assert [each.code for each in found.unread] == ["unread"]
        assert (found.remedy("en") or "").startswith("Whether “Advanced Worker” can be given is not known yet.")
        assert "06/2026/QH16" in (found.remedy() or "")

    def test_refused_for_what_is_not_met(self) -> None:
        """A letter holds against nobody what another way may spare: only what is not met, with nothing open beside."""
        for found in told():
            against = refusing(found.read)
            assert bool(against) is (found.outcome is Outcome.NOT_MET)
            assert all(any(leaf is each for each in lost(found.read)) for leaf in against)
            assert were(found.read, against) is not Outcome.NOT_MET


class TestSentence:
    """The sentence names what is not met, what the record shows, and the clause."""

    def test_one_way(self) -> None:
        """Where the law opens one way, what is lacking on it is said."""
        found = verdict("LĐTT", years=rated("completed"))

        assert found.why_not() == (
            "Không đủ tiêu chuẩn xét tặng “Lao động tiên tiến” năm 2024, vì chưa đáp ứng: xếp loại trong năm từ "
            "“Hoàn thành tốt nhiệm vụ” trở lên — hồ sơ: Hoàn thành nhiệm vụ (điểm a khoản 1 Điều 24 Luật 06/2022/QH15)."
        )
        assert found.remedy("en") == (
            "The facts for “Advanced Worker” would hold with: rated “Completed the tasks well” or better for the year "
            "(point a clause 1 Article 24 Law 06/2022/QH15)."
        )

    def test_several_ways(self) -> None:
        """Where the law opens several, none of which holds, the nearest is told as that and not as the only one."""
        found = verdict("CSTĐCS", years=rated("good"))

        assert "không đạt trường hợp nào luật quy định; gần nhất là" in (found.why_not() or "")
        assert "khoản 2 Điều 23" in (found.why_not() or "")

    def test_who(self) -> None:
        """What is for others is not for this subject, whatever it achieves."""
        found = verdict("CSTĐCS", subject={"kind": "collective", "tracks": []})

        assert found.remedy() == (
            "“Chiến sĩ thi đua cơ sở” không dành cho đối tượng này: dành cho cá nhân (Điều 23 Luật 06/2022/QH15)."
        )

    def test_nothing_to_refuse(self) -> None:
        """What waits for a judgement, or for a fact, is not refused."""
        assert verdict("LĐTT", years=rated("good")).why_not() is None
        assert verdict("LĐTT", years=rated("good")).remedy() is None
        assert verdict("LĐTT", known_from=2025).why_not() is None

    def test_judged_otherwise(self) -> None:
        """A judgement that went against somebody is said as any other clause."""
        found = verdict("LĐTT", years=rated("good"), attested={"24.1.b/spirit": False})

        assert found.outcome is Outcome.NOT_MET
        assert "điểm b khoản 1 Điều 24" in (found.why_not() or "")

    def test_two_measures(self) -> None:
        """All that stands on the way is said, not the first of it: a rating and a measure."""
        measure = {"measure": "khien-trach", "since": "2024-03-01", "until": "2025-03-01"}
        found = verdict("LĐTT", years=rated("completed"), disciplines=[measure]).why_not()

        assert found is not None
        assert "Điều 24" in found
        assert "Nghị định 98/2023/NĐ-CP" in found


@cache
def told() -> tuple[Verdict, ...]:
    """Judge some careers with every oddity."""
    law = LAW(date(2025, 8, 1))
    return tuple(thidua.assess(dossier, award, law=law) for dossier in careers(60, 7) for award in AWARDS)


def leaves(tree: Finding) -> Iterator[Finding]:
    """Yield the findings that rest on no other."""
    if not tree.children:
        yield tree
    for child in tree.children:
        yield from leaves(child)


def lost(tree: Finding) -> Iterator[Finding]:
    """Yield the leaves that are not met and stand under nothing but what is not met."""
    if tree.outcome is Outcome.NOT_MET:
        if not tree.children:
            yield tree
        for child in tree.children:
            yield from lost(child)


def were(tree: Finding, met: Iterable[Finding], *, nested: bool = True) -> Outcome:
    """Combine a tree anew with some leaves met; where ``nested``, a rating met meets every lower one of the year."""
    chosen = list(met)
    rated = max((rating_asked(leaf.about) for leaf in chosen), default=0) if nested else 0

    def now(part: Finding) -> Outcome:
        if not part.children:
            meets = any(part is leaf for leaf in chosen) or 0 < rating_asked(part.about) <= rated
            return Outcome.MET if meets else part.on_facts
        found = [now(child) for child in part.children]
        return max(found) if part.about.choice else min(found)

    return now(tree)


def cost(found: Iterable[Finding]) -> tuple[int, ...]:
    """Count what nothing changes, what was not read, what nobody can plan, what is not met, what is not known."""
    both = list(found)
    each = [leaf for leaf in both if not unread(leaf.about)]
    outcomes = [leaf.on_facts for leaf in each]
    unchanging = sum(fixed(leaf.about) and leaf.on_facts is Outcome.NOT_MET for leaf in each)
    return (
        unchanging,
        len(both) - len(each),
        sum(unplanned(leaf.about) for leaf in each),
        outcomes.count(Outcome.NOT_MET),
        outcomes.count(Outcome.UNKNOWN),
    )


def held(award: str, *years: int, **more: Any) -> list[dict[str, Any]]:
    """Hold an award in some years."""
    return [{"award": award, "year": year, **more} for year in years]


def good(*years: int, rating: str = "excellent") -> list[dict[str, Any]]:
    """Rate some years."""
    return [{"year": year, "rating": rating} for year in years]


class TestRuns:
    """A run of years that is too short: what it must contain is told of the years asked for."""

    @pytest.mark.parametrize(("award", "code"), [("BKTTg", "73.1.b/run"), ("HCLĐ hạng Ba", "44.1.e/run")])
    def test_open_year(self, award: str, code: str) -> None:
        """Whoever was excellent ten years running lacks nothing but the year that is not rated yet."""
        years = range(2014, 2024)
        certificates = [
            *held("BK tỉnh", 2015, commendation="merit"),
            *(held("BKTTg", 2018, commendation="merit") if award != "BKTTg" else []),
        ]
        found = verdict(award, years=good(*years), awards=[*held("CSTĐCS", *years), *certificates])

        assert [leaf.code for leaf in found.lacking] == [code]

    @pytest.mark.parametrize(
        ("certificates", "codes"),
        [((2020, 2021), ["73.4.e/run"]), ((2020,), ["73.4.e/run", "73.4.e-certificates"])],
    )
    def test_broken(self, certificates: tuple[int, ...], codes: list[str]) -> None:
        """Điểm e khoản 4 Điều 73: with the broken year mended, the certificates of the five years would do."""
        subject = {"kind": "collective", "body": "agency", "flag_eligible": False, "tracks": []}
        awards = held("BK tỉnh", 2019, *certificates, commendation="merit")
        years = [*good(2020, 2021, 2023, 2024), *good(2022, rating="good")]
        found = verdict("BKTTg", subject=subject, founded="2000-01-01", years=years, awards=awards)

        lacking = [leaf.code for leaf in found.lacking]
        assert lacking[0] == codes[0]
        assert len(lacking) == len(codes)

    def test_after(self) -> None:
        """The sentence says after which award the years count, so that earlier ones on record are no riddle."""
        subject = {"kind": "collective", "body": "agency", "tracks": []}
        awards = held("BK tỉnh", 2021, 2022, 2023, commendation="merit")
        found = verdict("BKTTg", subject=subject, founded="2000-01-01", years=good(*range(2014, 2025)), awards=awards)

        assert "sau khi được tặng “Bằng khen của Bộ, ban, ngành, tỉnh”, liên tục từ 5 năm" in (found.why_not() or "")


class TestBounds:
    """What is on record and does not count is said beside, with its clause."""

    def test_discipline(self) -> None:
        """Khoản 4 Điều 4 NĐ 98/2023: achievements count from the day on which a measure was served."""
        found = verdict(
            "CSTĐ tỉnh",
            years=good(2022, 2023, 2024),
            awards=held("CSTĐCS", 2022, 2023, 2024),
            initiatives=[{"year": 2024, "kind": "initiative", "status": "applied", "scope": "province"}],
            disciplines=[{"measure": "khien-trach", "since": "2022-03-01", "until": "2023-03-01"}],
        )

        assert "lưu ý: thành tích tính từ ngày chấp hành xong kỷ luật" in (found.why_not() or "")

    def test_kind(self) -> None:
        """Khoản 3 Điều 4 NĐ 98/2023: an award for a sudden achievement grounds no other."""
        awards = [*held("BKTTg", 2017, commendation="ad-hoc"), *held("CSTĐCS", 2020, 2021, 2022)]
        found = verdict("HCLĐ hạng Ba", years=good(*range(2018, 2025)), awards=awards)

        assert "đột xuất không làm căn cứ" in (found.remedy() or "")

    def test_draft(self) -> None:
        """A refusal by a draft says so."""
        draft = thidua.load_document(ROOT / "docs/examples/draft-article-23.toml")
        person = {"kind": "individual", "tracks": ["civil-servant"]}
        dossier = thidua.load_dossier(
            {"subject": person, "year": 2025, "known_from": 2015, "years": good(2025), "joined": "2015-01-01"}
        )
        found = thidua.assess(dossier, "CSTĐCS", law=thidua.law_on(date(2025, 12, 1), draft))

        assert found.outcome is Outcome.NOT_MET
        assert draft.document.id in (found.why_not() or "")


class TestLacking:
    """The fewest facts that would have to be otherwise."""

    def test_enough(self) -> None:
        """Were every one of them as the law asks, and a text not read asked no more, every fact would hold."""
        for found in told():
            assert were(found.read, (*found.lacking, *found.unread)) is Outcome.MET
            assert bool(found.lacking or found.unread) is (found.read.on_facts is not Outcome.MET)

    def test_no_fewer(self) -> None:
        """No smaller set would do, each taken by itself: tried exhaustively where there are few leaves."""
        tried = 0
        for found in told():
            open_ = list({id(leaf): leaf for leaf in leaves(found.read) if leaf.on_facts is not Outcome.MET}.values())
            if not 0 < len(open_) <= 9:
                continue
            tried += 1
            enough = [
                chosen
                for size in range(len(open_) + 1)
                for chosen in combinations(open_, size)
                if were(found.read, chosen, nested=False) is Outcome.MET
            ]
            best = min(enough, key=cost)
            texts = [leaf for leaf in best if unread(leaf.about)]
            assert cost((*found.lacking, *texts)) <= cost(best)
        assert tried > 100

    def test_unread_is_never_short(self) -> None:
        """What a text not read asks is no condition, and a way whose conditions were read is nearer than one of it."""
        ways = 0
        for found in told():
            assert not any(unread(leaf.about) for leaf in found.lacking)
            assert all(unread(leaf.about) or leaf.code == "unread" for leaf in found.unread)
            ways += bool(found.lacking and found.unread)
        assert ways > 0

    @pytest.mark.parametrize(
        ("rating", "codes"),
        [("completed", ["23.2-excellent"]), ("good", ["23.2-excellent"]), ("excellent", [])],
    )
    def test_nested_ratings(self, rating: str, codes: list[str]) -> None:
        """Điều 23 asks the standard of Điều 24 (rated good) and, on one way, excellent: that alone is told."""
        found = verdict("CSTĐCS", years=rated(rating))

        assert [leaf.code for leaf in found.lacking] == codes
        assert "điểm a khoản 1 Điều 24" not in (found.why_not() or "")

    def test_one_rating(self) -> None:
        """Where another way is nearer, the lower rating is told with it: an initiative does not make a good year."""
        idea = {"year": 2024, "status": "recognised", "scope": "grassroots"}
        found = verdict("CSTĐCS", years=rated("completed"), initiatives=[idea])

        assert [leaf.code for leaf in found.lacking] == ["24.1.a"]

    def test_plannable_first(self) -> None:
        """Of ways equally near the one that can be planned is told: two excellent years (Điều 74), not a feat."""
        agency = thidua.load_dossier(
            {
                "subject": {"kind": "collective", "body": "agency"},
                "year": 2024,
                "known_from": 2000,
                "founded": "2000-01-01",
                "commendation": "merit",
                "years": [{"year": year, "rating": "good"} for year in range(2000, 2025)],
            }
        )
        found = thidua.assess(agency, "BK tỉnh", law=LAW(date(2024, 12, 20)))

        assert [leaf.code for leaf in found.lacking] == ["74.3.d-years/run"]
        assert any(of_feat(leaf.about) and leaf.on_facts is Outcome.NOT_MET for leaf in leaves(found.read))

    def test_said(self) -> None:
        """A refusal is written for every NOT_MET and for nothing else, in either language; each has its clause."""
        for found in told():
            for locale in ("vi", "en"):
                sentence = found.why_not(locale)
                assert (sentence is not None) is (found.outcome is Outcome.NOT_MET)
                assert sentence is None or sentence.count("(") >= 1
                assert (found.remedy(locale) is None) is (found.on_facts is Outcome.MET)

    @settings(max_examples=60, deadline=None)
    @given(strategies.dossiers(), st.sampled_from(AWARDS))
    def test_any_dossier(self, dossier: Dossier, award: str) -> None:
        """Whatever the dossier, the sentence can be written."""
        found = thidua.assess(dossier, award, law=LAW(date(2025, 8, 1)))

        assert bool(found.why_not()) is (found.outcome is Outcome.NOT_MET)
