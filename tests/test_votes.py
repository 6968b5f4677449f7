"""How a council votes: counted over all its members, in secret where asked, with enough of them there."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import InputError, NotInForce, Outcome, UnknownTerm, law_on, strategies, tally
from thidua.book.law import Law
from thidua.decision.ballots import Tally, votes_asked
from thidua.decision.councils import council_of
from thidua.interchange import load_ballot
from thidua.model.citation import Standing
from thidua.model.decision import Ballot
from thidua.model.voting import needed_of

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
LAW = law_on(date(2024, 12, 20))
SECRET = law_on(date(2020, 12, 20))

LOCAL = """
[document]
id = "9/2024/QĐ-UBND"
title = "Quy chế của Hội đồng (ví dụ)"
kind = "decision"
issuer = "Ủy ban nhân dân tỉnh"
in_force = 2024-02-01
standing = "verified"
checked = 2026-11-22
"""


def local(folder: Path, entry: str, day: date = LAW.day, unread: str = "stop") -> Law:
    """Lay a local document with one entry over the law of a day."""
    path = folder / "local.toml"
    path.write_text(f"{LOCAL}\n[[ballot]]\n{entry}\n", encoding="utf-8")
    return law_on(day, thidua.load_document(path), unread=unread)  # type: ignore[arg-type]  # one of its two words


def codes(found: Tally) -> dict[str, str]:
    """Return the outcome of each child by its code."""
    return {child.code: child.outcome.name for child in found.children}


class TestThreshold:
    """The share in favour, of all members of the council."""

    @pytest.mark.parametrize(
        ("award", "members", "needed"),
        [
            ("Anh hùng Lao động", 15, 14),  # 13,5
            ("AHLLVTND", 20, 18),
            ("CSTĐTQ", 10, 9),
            ("CSTĐ cấp tỉnh", 11, 10),  # 9,9
            ("CSTĐ cấp tỉnh", 1, 1),
            ("CSTĐCS", 15, 12),
            ("CSTĐCS", 13, 11),  # 10,4
            ("Cờ thi đua của Chính phủ", 10, 8),
            ("co-thi-dua-cua-bo-ban-nganh-tinh", 14, 12),  # 11,2
        ],
    )
    def test_limit(self, award: str, members: int, needed: int) -> None:
        """Khoản 7 Điều 30 NĐ 98/2023: 90% or 80% of all members; one vote less than the share rounded up fails."""
        if award == "AHLLVTND":
            award = "anh-hung-luc-luong-vu-trang-nhan-dan"
        for votes in (needed - 1, needed, min(needed + 1, members)):
            found = tally(Ballot(members=members, in_favour=votes), award, law=LAW)

            assert found.outcome is (NOT_MET if votes < needed else MET)
            assert (found.needed, found.in_favour, found.members) == (needed, votes, members)
            assert (found.need, found.have, found.short) == (needed, votes, max(0, needed - votes))

    def test_absent_count(self) -> None:
        """Members who were absent stay in the denominator: nine of nine present are not enough of twelve."""
        found = tally(Ballot(members=12, in_favour=9, present=9, written=3), "CSTĐCS", law=LAW)

        assert (found.outcome, found.needed, found.share) == (NOT_MET, 10, Fraction(3, 4))

    def test_article(self) -> None:
        """The answer names its article, and that the clause was read as portals quote it."""
        found = tally(Ballot(members=15, in_favour=14), "CSTĐTQ", law=LAW)

        assert str(found.citation) == "khoản 7 Điều 30 Nghị định 98/2023/NĐ-CP"
        assert found.citation is not None
        assert found.citation.standing is Standing.QUOTED

    @given(strategies.ballots(), st.sampled_from(["CSTĐCS", "CSTĐ cấp tỉnh"]))
    def test_exact(self, ballot: Ballot, award: str) -> None:
        """The count needed is the least whose exact share of all members is no less than the limit."""
        found = tally(ballot, award, law=LAW)
        limit = Fraction(4, 5) if award == "CSTĐCS" else Fraction(9, 10)

        assert found.needed is not None
        assert Fraction(found.needed, ballot.members) >= limit > Fraction(found.needed - 1, ballot.members)
        assert (found.children[0].outcome is MET) == (found.share >= limit)
        assert found.outcome is min(child.outcome for child in found.children)

    def test_third(self) -> None:
        """A share that no decimal gives is exact: two thirds of 15 are 10, of 16 are 11."""
        assert [needed_of(members, Fraction(2, 3)) for members in (14, 15, 16)] == [10, 10, 11]


class TestManner:
    """Whether the ballot was secret, and what became of absent members."""

    @pytest.mark.parametrize(("secret", "outcome"), [(True, MET), (False, NOT_MET), (None, UNKNOWN)])
    def test_secret(self, secret: bool | None, outcome: Outcome) -> None:  # noqa: FBT001  # a case of the table
        """Khoản 8 Điều 45 NĐ 91/2017 asks for a secret ballot: an open one fails, and not to say it leaves it open."""
        found = tally(Ballot(members=15, in_favour=14, secret=secret), "CSTĐ cấp tỉnh", law=SECRET)

        assert (found.outcome, codes(found)["secret"]) == (outcome, outcome.name)
        assert found.missing == (("secret",) if secret is None else ())

    def test_not_secret(self) -> None:
        """Khoản 7 Điều 30 NĐ 98/2023 asks for a ballot and not for a secret one: nothing is asked of its secrecy."""
        assert codes(tally(Ballot(members=15, in_favour=14, secret=False), "CSTĐTQ", law=LAW)) == {"in-favour": "MET"}

    @pytest.mark.parametrize(
        ("present", "written", "outcome"),
        [(15, None, MET), (13, 2, MET), (13, 1, NOT_MET), (13, None, UNKNOWN), (None, None, MET), (None, 2, MET)],
    )
    def test_in_writing(self, present: int | None, written: int | None, outcome: Outcome) -> None:
        """Whoever is absent is asked in writing; nothing is asked where nobody is known to have been absent."""
        vote = Ballot(members=15, in_favour=14, present=present, written=written)

        assert tally(vote, "CSTĐTQ", law=LAW).outcome is outcome


class TestCouncil:
    """Whose vote it is."""

    @pytest.mark.parametrize(
        ("name", "award", "outcome"),
        [
            ("province", "CSTĐ cấp tỉnh", MET),
            ("ministry-council", "CSTĐ cấp tỉnh", MET),
            ("Hội đồng Thi đua - Khen thưởng tỉnh Đồng Tháp", "CSTĐ cấp tỉnh", MET),
            ("Hội đồng TĐKT huyện Hồng Ngự", "CSTĐ cấp tỉnh", NOT_MET),
            ("Hội đồng Thi đua - Khen thưởng Sở Y tế", "CSTĐTQ", NOT_MET),
            ("Hội đồng A", "CSTĐTQ", UNKNOWN),
            ("Hội đồng Thi đua - Khen thưởng Trung ương", "CSTĐTQ", UNKNOWN),
            ("Hội đồng A", "CSTĐCS", UNKNOWN),
            ("Hội đồng sáng kiến", "CSTĐCS", UNKNOWN),
            ("Hội đồng Thi đua - Khen thưởng", "CSTĐCS", MET),
            ("Hội đồng Thi đua - Khen thưởng", "CSTĐTQ", MET),
            ("Hội đồng TĐKT Công ty A", "CSTĐCS", MET),
            ("Hội đồng TĐKT Công ty A", "CSTĐTQ", UNKNOWN),
            ("commune", "CSTĐCS", MET),
            (None, "CSTĐTQ", MET),
        ],
    )
    def test_asked(self, name: str | None, award: str, outcome: Outcome) -> None:
        """The 90% are those of the ministry's or province's council; the 80% those of whoever submits the proposal."""
        vote = Ballot(members=15, in_favour=14, present=15, council=name)

        assert tally(vote, award, law=LAW).outcome is outcome

    @pytest.mark.parametrize(
        ("printed", "level"),
        [
            ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG TRUNG ƯƠNG", "central-council"),
            ("Hội đồng TĐKT Trung ương Đoàn", None),
            ("Hội đồng Thi đua - Khen thưởng Bộ Nội vụ", "ministry-council"),
            ("Hội đồng Thi đua - Khen thưởng Bộ đội Biên phòng", None),
            ("Hội đồng Thi đua, khen thưởng cấp tỉnh", "province-council"),
            ("Hội đồng TĐKT Tỉnh đoàn", None),
            ("Hội đồng TĐKT thành phố Hà Nội", "province-council"),
            ("Hội đồng TĐKT thành phố Thủ Đức", None),
            ("Hội đồng TĐKT quân khu 7", None),
            ("Hội đồng TĐKT xã Tân Phú", "commune-council"),
            ("unit", "unit-council"),
            ("", None),
        ],
    )
    def test_printed(self, printed: str, level: str | None) -> None:
        """A printed name tells the level where it is certain; a mass organisation's or the army's is none."""
        assert council_of(printed) == level

    @pytest.mark.parametrize(
        ("present", "favour", "outcome"), [(26, 27, NOT_MET), (27, 26, NOT_MET), (27, 27, MET), (28, 28, MET)]
    )
    def test_central(self, present: int, favour: int, outcome: Outcome) -> None:
        """Điểm b khoản 4 Điều 47: on heroes 90% of the Central Council attend and 90% of it agree."""
        vote = Ballot(members=30, in_favour=favour, present=present, written=30 - present, council="central")

        assert tally(vote, "anh-hung-lao-dong", law=LAW).outcome is outcome

    @pytest.mark.parametrize(("present", "outcome"), [(19, "NOT_MET"), (20, "MET"), (21, "MET")])
    def test_central_quorum(self, present: int, outcome: str) -> None:
        """The Central Council meets when two thirds of its members attend."""
        vote = Ballot(members=30, in_favour=19, present=present, written=0, council="central")

        assert codes(tally(vote, "CSTĐTQ", law=LAW))["quorum"] == outcome

    def test_central_proposes_nothing(self) -> None:
        """The Central Council is nobody's proposer: the 80% of whoever submits CSTĐCS do not measure its vote."""
        found = tally(Ballot(members=30, in_favour=30, present=30, council="central"), "CSTĐCS", law=LAW)

        assert (found.outcome, found.needed, codes(found)["council"]) == (UNKNOWN, None, "UNKNOWN")

    def test_quorum_not_known(self) -> None:
        """Where a text sets a quorum, who attended must be said."""
        found = tally(Ballot(members=30, in_favour=30, council="central"), "anh-hung-lao-dong", law=LAW)

        assert (found.outcome, found.missing) == (UNKNOWN, ("present",))


class TestNoVote:
    """Where no text read asks for a vote."""

    @pytest.mark.parametrize("award", ["LĐTT", "Huân chương Lao động hạng Ba", "bang-khen-cua-bo-ban-nganh-tinh"])
    def test_none(self, award: str) -> None:
        """No threshold passes nothing: an award outside the list of khoản 7 answers UNKNOWN and says so."""
        found = tally(Ballot(members=9, in_favour=9), award, law=LAW)

        assert (found.outcome, codes(found)) == (UNKNOWN, {"no-vote-asked": "UNKNOWN"})
        assert (found.needed, found.short, found.in_favour, found.members) == (None, None, 9, 9)
        assert votes_asked(award, law=LAW) == ()

    @pytest.mark.parametrize(
        ("day", "award"),
        [
            (date(2005, 1, 1), "CSTĐTQ"),
            (date(2012, 1, 1), "CSTĐCS"),
            (date(2017, 9, 30), "CSTĐTQ"),
            (date(2020, 1, 1), "CSTĐCS"),
            (date(2025, 7, 1), "CSTĐTQ"),
            (date(2026, 11, 1), "CSTĐCS"),
        ],
    )
    def test_unread(self, day: date, award: str) -> None:
        """The decree of the day governs votes and was not read: UNKNOWN, whatever another decree asks."""
        found = tally(Ballot(members=15, in_favour=15, secret=True), award, law=law_on(day))

        assert (found.outcome, set(codes(found))) == (UNKNOWN, {"unread"})

    @pytest.mark.parametrize(
        ("day", "outcome"),
        [(date(2017, 10, 1), MET), (date(2023, 12, 31), MET), (date(2025, 6, 30), MET), (date(2025, 7, 1), UNKNOWN)],
    )
    def test_days(self, day: date, outcome: Outcome) -> None:
        """The 90% begin with NĐ 91/2017 and are not known to outlast NĐ 98/2023."""
        assert tally(Ballot(members=10, in_favour=9, secret=True), "CSTĐTQ", law=law_on(day)).outcome is outcome


class TestLocal:
    """A council's own rules, which the caller brings."""

    @pytest.mark.parametrize(("present", "outcome"), [(11, NOT_MET), (12, MET), (13, MET), (None, UNKNOWN)])
    def test_quorum(self, tmp_path: Path, present: int | None, outcome: Outcome) -> None:
        """A quorum of 80% of 15 is 12 members; it holds beside the decree's threshold."""
        law = local(tmp_path, 'id = "5"\nquorum = 0.8')
        vote = Ballot(members=15, in_favour=12, present=present, written=None if present is None else 15 - present)

        assert tally(vote, "CSTĐCS", law=law).outcome is outcome

    def test_quorum_alone(self, tmp_path: Path) -> None:
        """A quorum is no threshold: enough members there do not make a vote."""
        found = tally(
            Ballot(members=15, in_favour=15, present=15), "LĐTT", law=local(tmp_path, 'id = "5"\nquorum = 0.8')
        )

        assert (found.outcome, codes(found)) == (UNKNOWN, {"quorum": "MET", "no-vote-asked": "UNKNOWN"})

    @pytest.mark.parametrize(("votes", "outcome"), [(6, NOT_MET), (7, MET), (8, MET)])
    def test_own_threshold(self, tmp_path: Path, votes: int, outcome: Outcome) -> None:
        """A local document may ask for a vote where the decree does not: 70% of 10 are 7."""
        law = local(tmp_path, 'id = "5"\nawards = ["lao-dong-tien-tien"]\nat_least = 0.7')

        assert tally(Ballot(members=10, in_favour=votes), "LĐTT", law=law).outcome is outcome

    @pytest.mark.parametrize(("share", "needed"), [("0.7", 12), ("0.95", 15)])
    def test_stricter(self, tmp_path: Path, share: str, needed: int) -> None:
        """A local threshold may be stricter than the decree's; a laxer one changes nothing."""
        law = local(tmp_path, f'id = "5"\nawards = ["chien-si-thi-dua-co-so"]\nat_least = {share}')

        assert tally(Ballot(members=15, in_favour=15), "CSTĐCS", law=law).needed == needed

    def test_under_unread(self, tmp_path: Path) -> None:
        """A local threshold may refuse; it stands in for a decree not read only where the caller says so."""
        entry = 'id = "5"\nawards = ["chien-si-thi-dua-co-so"]\nat_least = 0.7'
        day = date(2025, 9, 1)
        enough, few = Ballot(members=10, in_favour=7), Ballot(members=10, in_favour=6)

        assert tally(enough, "CSTĐCS", law=local(tmp_path, entry, day)).outcome is UNKNOWN
        assert tally(few, "CSTĐCS", law=local(tmp_path, entry, day)).outcome is NOT_MET
        assert tally(enough, "CSTĐCS", law=local(tmp_path, entry, day, "last-text")).outcome is MET

    @pytest.mark.parametrize(
        ("entry", "key"),
        [
            ('id = "5"\nawards = ["lao-dong-tien-tien"]', "at_least"),
            ('id = "5"\nat_least = 1.1', "at_least"),
            ('id = "5"\nquorum = 0.0', "quorum"),
            ('id = "5"\nquorum = 0.5\ncouncils = ["village-council"]', "councils"),
        ],
    )
    def test_faults(self, tmp_path: Path, entry: str, key: str) -> None:
        """An entry that asks nothing, or a share that is none, is refused with its place."""
        with pytest.raises(InputError, match=rf"ballot '5'\.{key}"):
            local(tmp_path, entry)


class TestMisuse:
    """What no vote can be."""

    @pytest.mark.parametrize(
        ("row", "paths"),
        [
            ({"members": 15, "in_favour": 16}, ["$.in_favour"]),
            ({"members": 15, "in_favour": 16, "present": 17, "written": 18}, ["$.in_favour", "$.present", "$.written"]),
            ({"members": 15, "in_favour": 9, "present": 10, "written": 6}, ["$.written"]),
            ({"members": 15, "in_favour": 12, "present": 9, "written": 2}, ["$.in_favour"]),
        ],
    )
    def test_contradictions(self, row: dict[str, Any], paths: list[str]) -> None:
        """More votes than members, or than took part, cannot be: every fault is named at once."""
        for make in (lambda: Ballot(**row), lambda: load_ballot(row)):
            with pytest.raises(InputError) as caught:
                make()
            assert [(each.path, each.code) for each in caught.value.problems] == [
                (path, "contradiction") for path in paths
            ]

    def test_at_the_limit(self) -> None:
        """As many in favour as took part, and all of them members, is no contradiction."""
        assert Ballot(members=15, in_favour=15, present=10, written=5).in_favour == 15

    def test_shape(self) -> None:
        """Every fault of the JSON has its path."""
        with pytest.raises(InputError) as caught:
            load_ballot('{"members": "15", "favour": 3, "secret": "yes"}')

        found = {problem.path for problem in caught.value.problems}
        assert found >= {"$.members", "$.favour", "$.secret"}

    def test_no_day(self) -> None:
        """Where the day picks the law, a vote without a day is refused; with one it is judged by that day's law."""
        with pytest.raises(InputError, match=r"\$\.on"):
            tally(Ballot(members=15, in_favour=14), "CSTĐTQ", law=law_on)
        vote = Ballot(members=15, in_favour=14, secret=False, on=date(2023, 12, 31))

        assert tally(vote, "CSTĐTQ", law=law_on).outcome is NOT_MET

    @pytest.mark.parametrize("award", ["CSTĐ cấp làng", "xa-phuong-thi-tran-tieu-bieu"])
    def test_award(self, award: str) -> None:
        """An award that is not there is an error, as everywhere."""
        with pytest.raises((UnknownTerm, NotInForce)):
            tally(Ballot(members=15, in_favour=14), award, law=SECRET)


class TestTold:
    """The answer as text and as JSON."""

    def test_json(self) -> None:
        """The answer carries needed, in_favour and members; a vote comes back from JSON as it went."""
        vote = Ballot(members=15, in_favour=13, council="province", secret=True, on=date(2024, 12, 20), present=15)
        told = json.loads(thidua.dump(tally(vote, "CSTĐTQ", law=LAW)))

        assert (told["code"], told["outcome"]) == ("ballot", "not-met")
        assert (told["needed"], told["in_favour"], told["members"]) == (14, 13, 15)
        assert load_ballot(thidua.dump(vote)) == vote

    @given(strategies.ballots())
    def test_round_trip(self, ballot: Ballot) -> None:
        """Every vote comes back from JSON as it went."""
        assert load_ballot(thidua.dump(ballot)) == ballot

    def test_explain(self) -> None:
        """What was short is told in votes, with the article, in both languages."""
        found = tally(Ballot(members=15, in_favour=13), "CSTĐ cấp tỉnh", law=SECRET)

        assert found.explain().splitlines()[1:] == [
            "  ✗ phiếu đồng ý: 13; cần từ 14 trên 15 thành viên (khoản 8 Điều 45 Nghị định 91/2017/NĐ-CP)",
            "  ? chưa rõ có bỏ phiếu kín không (khoản 8 Điều 45 Nghị định 91/2017/NĐ-CP)",
        ]
        assert found.explain("en").splitlines()[0].endswith("13 of 15 votes in favour, 1 vote short.")

    @pytest.mark.parametrize("locale", ["vi", "en"])
    @pytest.mark.parametrize(
        ("vote", "award", "law"),
        [
            (
                lambda: Ballot(members=30, in_favour=20, present=19, written=3, council="central"),
                "anh-hung-lao-dong",
                LAW,
            ),
            (lambda: Ballot(members=9, in_favour=9, council="xã A"), "CSTĐTQ", LAW),
            (lambda: Ballot(members=9, in_favour=9, council="?"), "CSTĐTQ", LAW),
            (lambda: Ballot(members=9, in_favour=9, council="central"), "CSTĐCS", LAW),
            (lambda: Ballot(members=9, in_favour=9), "LĐTT", LAW),
            (lambda: Ballot(members=9, in_favour=9), "CSTĐCS", law_on(date(2025, 9, 1))),
        ],
    )
    def test_every_line(self, vote: Callable[[], Ballot], award: str, law: Law, locale: str) -> None:
        """Every finding has a line of its own, with its mark."""
        found = tally(vote(), award, law=law)
        lines = found.explain(locale).splitlines()

        assert len(lines) == 1 + len(found.children)
        assert all(line.strip()[0] in "✓✗?" for line in lines[1:])
