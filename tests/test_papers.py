"""What a dossier holds: by the law, by the decree where it was read, by local rules; and what of it is missing."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import thidua
from thidua import InputError, NotInForce, Outcome, UnknownTerm, check_papers, law_on, papers
from thidua.book.law import Law
from thidua.decision.checklist import papers_named
from thidua.decision.papers import Papers, may_simplify
from thidua.model.citation import Standing
from thidua.model.paper import PAPERS

MET, NOT_MET, UNKNOWN, PENDING = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN, Outcome.PENDING
LAW = law_on(date(2024, 12, 20))
OLD = law_on(date(2015, 6, 1))
FIRST = law_on(date(2005, 6, 1))
NOW = law_on(date(2025, 9, 1))
TITLE = ("proposal", "report", "minutes")

LOCAL = """
[document]
id = "9/2025/QĐ-UBND"
title = "Quy định của tỉnh về hồ sơ (ví dụ)"
kind = "decision"
issuer = "Ủy ban nhân dân tỉnh"
in_force = 2025-08-01
standing = "verified"
checked = 2026-11-22

"""


def local(folder: Path, entry: str, day: date = NOW.day) -> Law:
    """Lay a local document with these entries over the law of a day."""
    path = folder / "local.toml"
    path.write_text(LOCAL + entry, encoding="utf-8")
    return law_on(day, thidua.load_document(path))


def kinds(asked: Papers) -> list[str]:
    """Return the papers by kind, a question mark behind those asked for in a case only."""
    return [paper.paper + ("?" if paper.when else "") for paper in asked]


class TestList:
    """The papers of each award on each day."""

    @pytest.mark.parametrize(
        ("law", "award", "asked"),
        [
            # Điều 84 of 2003: the council's proposal in place of a letter; a certificate for forms alone.
            (FIRST, "CSTĐCS", ["report", "minutes", "council-proposal"]),
            (FIRST, "Huân chương Lao động hạng ba", ["proposal", "report", "certificate?", "opinion"]),
            (FIRST, "bang-khen-cua-bo-ban-nganh-tinh", ["proposal", "report", "certificate?"]),
            # As rewritten in 2013.
            (OLD, "CSTĐCS", [*TITLE, "certificate?"]),
            (OLD, "LĐTT", [*TITLE]),
            (OLD, "Cờ thi đua của Chính phủ", [*TITLE, "opinion"]),
            (OLD, "Huân chương Lao động hạng ba", [*TITLE, "certificate?", "opinion"]),
            (OLD, "giai-thuong-ho-chi-minh", [*TITLE, "certificate?"]),
            # The law of 2022 with NĐ 98/2023.
            (LAW, "CSTĐCS", [*TITLE, "vote-result", "certificate"]),
            (LAW, "CSTĐ cấp tỉnh", [*TITLE, "vote-result", "certificate"]),
            (LAW, "CSTĐTQ", [*TITLE, "vote-result", "certificate", "related?", "electronic-files?"]),
            (LAW, "LĐTT", [*TITLE]),
            (LAW, "co-thi-dua-cua-bo-ban-nganh-tinh", [*TITLE, "vote-result"]),
            (
                LAW,
                "anh-hung-lao-dong",
                [*TITLE, "vote-result", "certificate?", "opinion?", "related?", "electronic-files?"],
            ),
            (LAW, "Huân chương Lao động hạng Ba", [*TITLE, "certificate?", "opinion", "electronic-files?"]),
            (LAW, "giai-thuong-ho-chi-minh", [*TITLE, "certificate?", "opinion", "electronic-files?"]),
            (LAW, "bang-khen-cua-bo-ban-nganh-tinh", [*TITLE, "certificate?"]),
            # The law with NĐ 152/2025, of which little was read.
            (NOW, "CSTĐCS", [*TITLE, "vote-result", "certificate"]),
            (NOW, "CSTĐTQ", [*TITLE, "certificate?", "electronic-files?"]),
            (NOW, "LĐTT", [*TITLE]),
        ],
    )
    def test_papers(self, law: Law, award: str, asked: list[str]) -> None:
        """Điều 84, and the decree's list where it was read, paper by paper."""
        assert kinds(papers(award, law=law)) == asked

    @pytest.mark.parametrize(
        ("law", "award", "outcome"),
        [
            (FIRST, "CSTĐCS", UNKNOWN),
            (OLD, "CSTĐCS", UNKNOWN),
            (law_on(date(2020, 1, 1)), "CSTĐTQ", MET),
            (law_on(date(2020, 1, 1)), "CSTĐCS", UNKNOWN),
            (LAW, "CSTĐCS", MET),
            (LAW, "anh-hung-lao-dong", MET),
            (LAW, "Huân chương Lao động hạng Ba", UNKNOWN),
            (NOW, "CSTĐCS", UNKNOWN),  # left to ministries and provinces
            (NOW, "CSTĐTQ", UNKNOWN),
            (law_on(date(2026, 10, 1)), "CSTĐTQ", UNKNOWN),
        ],
    )
    def test_whole(self, law: Law, award: str, outcome: Outcome) -> None:
        """The list is whole only where the decree of the day was read, and leaves nothing to others."""
        assert papers(award, law=law).outcome is outcome

    @pytest.mark.parametrize(
        ("law", "award", "copies", "to"),
        [
            (LAW, "CSTĐTQ", 1, "Thủ tướng Chính phủ"),
            (NOW, "CSTĐTQ", 1, "cơ quan chuyên trách làm công tác thi đua, khen thưởng ở trung ương"),
            (law_on(date(2020, 1, 1)), "CSTĐTQ", 2, "Thủ tướng Chính phủ"),
            (LAW, "anh-hung-lao-dong", 1, "Bộ Nội vụ"),
            (LAW, "CSTĐCS", None, None),
            (LAW, "bang-khen-cua-bo-ban-nganh-tinh", None, None),
            (OLD, "Huân chương Lao động hạng ba", None, None),
        ],
    )
    def test_copies(self, law: Law, award: str, copies: int | None, to: str | None) -> None:
        """Khoản 4 Điều 84: one original set goes to the central body; how many a province wants is its own to say."""
        asked = papers(award, law=law)

        assert (asked.copies, asked.to) == (copies, to)

    @pytest.mark.parametrize(
        ("award", "commendation", "asked"),
        [
            ("Bằng khen của Thủ tướng Chính phủ", "ad-hoc", [*TITLE, "certificate?", "opinion?", "related?"]),
            ("Huân chương Chiến công hạng Nhất", "ad-hoc", [*TITLE, "certificate?", "opinion?", "related?"]),
            ("Cờ thi đua của Chính phủ", "movement", [*TITLE, "vote-result", "opinion?", "related?"]),
            ("Huân chương Hồ Chí Minh", "merit", ["proposal", "report", "minutes?", "certificate?", "opinion?"]),
        ],
    )
    def test_one_kind(self, award: str, commendation: Any, asked: list[str]) -> None:
        """The Ministry's procedures tell the list for one kind of commendation: it stands for that one alone."""
        told = papers(award, law=LAW, commendation=commendation)

        assert kinds(told) == [*asked, "electronic-files?"]
        assert told.outcome is MET
        assert told["proposal"].standing is Standing.SECONDARY
        assert papers(award, law=LAW).outcome is UNKNOWN
        assert papers(award, law=LAW)["proposal"].standing is Standing.VERIFIED

    def test_article(self) -> None:
        """Each paper names its article and how it was read."""
        found = papers("CSTĐCS", law=LAW)["vote-result"]

        assert str(found.citation) == "điểm c khoản 2 Điều 34 Nghị định 98/2023/NĐ-CP"
        assert (found.standing, found.gloss) == (Standing.QUOTED, "Result of the ballot of that council")
        with pytest.raises(KeyError):
            papers("LĐTT", law=LAW)["vote-result"]

    def test_left_to(self) -> None:
        """Điểm c khoản 2 Điều 6 NĐ 152/2025 leaves the dossiers of base-level titles to ministries and provinces."""
        left = papers("LĐTT", law=NOW).left_to

        assert [str(each.citation) for each in left] == ["điểm c khoản 2 Điều 6 Nghị định 152/2025/NĐ-CP"]
        assert papers("giay-khen-cua-chu-tich-uy-ban-nhan-dan-cap-xa", law=NOW).left_to
        assert not papers("CSTĐTQ", law=NOW).left_to

    def test_local(self, tmp_path: Path) -> None:
        """A province's rules settle what was left to it, and their word on a paper is the last."""
        entry = """
[[paper]]
id = "7.1"
paper = "report"
awards = ["lao-dong-tien-tien"]
label = "Báo cáo tóm tắt (mẫu của tỉnh)"
gloss = "Short report"
copies = 2
to = "Sở Nội vụ"
"""
        law = local(tmp_path, entry)
        asked = papers("LĐTT", law=law)

        assert (asked.outcome, asked.copies, asked.to) == (MET, 2, "Sở Nội vụ")
        assert [paper.label for paper in asked][1] == "Báo cáo tóm tắt (mẫu của tỉnh)"
        assert papers("CSTT", law=law).outcome is UNKNOWN

    def test_recipient(self, tmp_path: Path) -> None:
        """A paper for one kind of recipient alone is asked for only where the proposal says that it is for it."""
        entry = """
[[paper]]
id = "7.2"
paper = "list"
recipients = ["collective"]
label = "Danh sách thành viên"
gloss = "List of members"
"""
        law = local(tmp_path, entry)
        asked = [
            "list" in kinds(papers("Giấy khen cấp xã", law=law, recipient=whom))
            for whom in ("collective", "household", None)
        ]

        assert asked == [True, False, False]

    def test_local_under_unread(self, tmp_path: Path) -> None:
        """It settles nothing of what a decree that was not read sets itself."""
        entry = (
            '[[paper]]\nid = "7"\npaper = "list"\nawards = ["chien-si-thi-dua-toan-quoc"]\nlabel = "x"\ngloss = "x"\n'
        )

        assert papers("CSTĐTQ", law=local(tmp_path, entry)).outcome is UNKNOWN

    @pytest.mark.parametrize(
        ("entry", "place"),
        [
            ('id = "7"\nawards = ["lao-dong-tien-tien"]', "paper"),
            ('id = "7"\npaper = "report"\nleft_to = "tỉnh"\nlabel = "x"\ngloss = "x"', "paper"),
            ('id = "7"\npaper = "report"\nlabel = "x"', "label"),
            ('id = "7"\npaper = "photo"\nlabel = "x"\ngloss = "x"', "paper"),
            ('id = "7"\npaper = "report"\nlabel = "x"\ngloss = "x"\ncopies = 0', "copies"),
            ('id = "7"\npaper = "report"\nlabel = "x"\ngloss = "x"\nprocedures = []', "procedures"),
        ],
    )
    def test_faults(self, tmp_path: Path, entry: str, place: str) -> None:
        """An entry that names no paper, or nothing of it, is refused with its place."""
        with pytest.raises(InputError, match=rf"paper '7'\.{place}"):
            local(tmp_path, f"[[paper]]\n{entry}\n")

    @pytest.mark.parametrize(
        "wrong", [{"procedure": "quick"}, {"recipient": "family"}, {"commendation": "merits"}], ids=str
    )
    def test_unknown(self, wrong: dict[str, Any]) -> None:
        """A word that is none of the closed lists is an error that suggests the nearest."""
        with pytest.raises(UnknownTerm):
            papers("LĐTT", law=LAW, **wrong)

    def test_not_in_force(self) -> None:
        """An award of another day has no dossier on this one."""
        with pytest.raises(NotInForce):
            papers("xa-phuong-thi-tran-tieu-bieu", law=OLD)


class TestSimplified:
    """Điều 85: when the simplified procedure may be used, and what papers then."""

    @pytest.mark.parametrize(
        ("law", "award", "commendation", "outcome"),
        [
            (LAW, "Huân chương Lao động hạng Ba", "dedication", MET),
            (LAW, "huy-chuong-quan-ky-quyet-thang", "seniority", MET),
            (LAW, "Huy chương Hữu nghị", "external", MET),
            (LAW, "Huân chương Dũng cảm", "ad-hoc", MET),
            (LAW, "Huân chương Lao động hạng Ba", "merit", PENDING),
            (LAW, "Huân chương Lao động hạng Ba", None, PENDING),
            (LAW, "CSTĐCS", None, NOT_MET),
            (OLD, "Huân chương Lao động hạng ba", "ad-hoc", PENDING),
            (OLD, "CSTĐCS", None, NOT_MET),
            (law_on(date(2026, 10, 1)), "Huân chương Dũng cảm", "ad-hoc", UNKNOWN),
        ],
    )
    def test_may(self, law: Law, award: str, commendation: Any, outcome: Outcome) -> None:
        """One case of khoản 1 Điều 85 is enough since 2024, all three were needed before; titles have no such way."""
        assert may_simplify(award, law=law, commendation=commendation).outcome is outcome

    def test_only(self) -> None:
        """Điểm d is the three kinds it names and nothing else; the other cases are for people to judge."""
        found = {
            kind: [
                case.outcome.name
                for case in may_simplify("Huân chương Lao động hạng Ba", law=LAW, commendation=kind).children
            ]
            for kind in ("merit", None)
        }

        assert found["merit"] == ["PENDING", "PENDING", "PENDING", "NOT_MET", "PENDING"]
        assert found[None] == ["PENDING", "PENDING", "PENDING", "UNKNOWN", "PENDING"]

    def test_list(self) -> None:
        """For long service the Ministry's procedure of 2025 asks for a letter and a short report."""
        asked = papers("Huân chương Lao động hạng Nhì", law=LAW, commendation="dedication", procedure="simplified")

        assert kinds(asked) == ["proposal", "report", "electronic-files?"]
        assert (asked.outcome, asked.copies) == (MET, 1)

    def test_not_read(self) -> None:
        """What papers other cases need is the decree's to say, which was not read."""
        asked = papers("Huân chương Dũng cảm", law=LAW, commendation="ad-hoc", procedure="simplified")

        assert (kinds(asked), asked.outcome) == (["electronic-files?"], UNKNOWN)

    def test_title(self) -> None:
        """A title proposed so fails, whatever the papers."""
        asked = papers("CSTĐCS", law=LAW, procedure="simplified")
        found = check_papers([], "CSTĐCS", law=LAW, procedure="simplified")

        assert (asked.outcome, found.outcome, found.lacking) == (NOT_MET, NOT_MET, ())
        assert [child.code for child in found.children if child.outcome is NOT_MET] == ["simplified"]


class TestCheck:
    """What of a set of papers is missing."""

    WHOLE = ("Tờ trình", "Báo cáo thành tích", "Biên bản bình xét thi đua và kết quả bỏ phiếu", "Chứng nhận sáng kiến")

    def test_whole(self) -> None:
        """Nothing is missing: four sheets are five papers, for the minutes hold the result of the ballot."""
        found = check_papers(self.WHOLE, "CSTĐCS", law=LAW)

        assert (found.outcome, found.lacking, found.perhaps, found.not_asked) == (MET, (), (), ())
        assert found.have == found.need == ("proposal", "report", "minutes", "vote-result", "certificate")

    @pytest.mark.parametrize(("left", "lacking"), [(0, ["proposal"]), (2, ["minutes", "vote-result"])])
    def test_one_missing(self, left: int, lacking: list[str]) -> None:
        """One sheet less, and the papers it was are missing."""
        found = check_papers([*self.WHOLE[:left], *self.WHOLE[left + 1 :]], "CSTĐCS", law=LAW)

        assert (found.outcome, [paper.paper for paper in found.lacking]) == (NOT_MET, lacking)

    def test_not_asked(self) -> None:
        """What is not asked for is told and harms nothing: the result of a ballot for LĐTT, a photograph."""
        found = check_papers([*self.WHOLE, "Ảnh 4x6"], "LĐTT", law=LAW)

        assert (found.outcome, found.not_asked) == (MET, ("Chứng nhận sáng kiến", "Ảnh 4x6"))

    @pytest.mark.parametrize(
        ("cases", "outcome"), [(None, UNKNOWN), ({"initiative": True}, NOT_MET), ({"initiative": False}, UNKNOWN)]
    )
    def test_case(self, cases: dict[str, bool] | None, outcome: Outcome) -> None:
        """A certificate asked for where there is an initiative: UNKNOWN until it is said whether there is one."""
        found = check_papers(["proposal", "report", "minutes"], "CSTĐCS", law=OLD, cases=cases)

        assert found.outcome is outcome  # without an initiative too, for the decree of the day was not read
        assert found.missing == (("cases.initiative",) if cases is None else ())
        assert [paper.paper for paper in found.perhaps] == (["certificate"] if cases is None else [])

    def test_open(self) -> None:
        """A full set under a decree that was not read is UNKNOWN and no more; a short one is NOT_MET all the same."""
        whole = ["proposal", "report", "minutes", "vote-result", "certificate"]
        found = check_papers(whole, "CSTĐCS", law=NOW)

        assert (found.outcome, [child.code for child in found.children][5:]) == (UNKNOWN, ["left-to"])
        assert check_papers(whole[1:], "CSTĐCS", law=NOW).outcome is NOT_MET
        assert "unread" in [child.code for child in check_papers(whole, "CSTĐTQ", law=NOW).children]

    def test_unknown_case(self) -> None:
        """A case that no paper of the list names is an error."""
        with pytest.raises(UnknownTerm, match="initiative"):
            check_papers([], "CSTĐCS", law=OLD, cases={"initiativ": True})

    @given(st.sets(st.sampled_from(PAPERS)), st.sampled_from([FIRST, OLD, LAW, NOW]), st.booleans())
    def test_partition(self, given: set[str], law: Law, case: bool) -> None:  # noqa: FBT001  # drawn
        """Every paper asked for is there, lacking or spared; more papers never make the answer worse."""
        asked = papers("CSTĐTQ", law=law)
        cases = {paper.when.name: case for paper in asked if paper.when}
        found = check_papers(given, "CSTĐTQ", law=law, cases=cases)

        assert {paper.paper for paper in found.lacking} == {
            paper.paper for paper in asked if paper.paper not in given and (paper.when is None or case)
        }
        assert set(found.not_asked) == given - {paper.paper for paper in asked}
        assert check_papers(PAPERS, "CSTĐTQ", law=law, cases=cases).outcome >= found.outcome

    @pytest.mark.parametrize(
        ("name", "paper", "outcome"),
        [
            ("Báo cáo", "report", Outcome.MET),
            ("Báo cáo thành tích của cá nhân", "report", Outcome.MET),
            ("Báo cáo tài chính", "report", Outcome.UNKNOWN),
            ("Biên bản", "minutes", Outcome.MET),
            ("Biên bản họp Hội đồng Thi đua - Khen thưởng", "minutes", Outcome.MET),
            ("Biên bản bình xét thi đua", "minutes", Outcome.MET),
            ("Biên bản họp Hội đồng sáng kiến", "minutes", Outcome.UNKNOWN),
            ("Biên bản vi phạm hành chính", "minutes", Outcome.UNKNOWN),
            ("Tờ trình số 12/TTr-SYT", "proposal", Outcome.MET),
            ("Tờ trình xin kinh phí", "proposal", Outcome.UNKNOWN),
            ("Ảnh chân dung", "minutes", Outcome.NOT_MET),
        ],
    )
    def test_another_paper(self, name: str, paper: str, outcome: Outcome) -> None:
        """A report of something else, or the minutes of another meeting, is not taken for the one that is asked for."""
        found = check_papers([name], "LĐTT", law=LAW)

        assert next(child.outcome for child in found.children if child.code == paper) is outcome

    @pytest.mark.parametrize("law", [FIRST, OLD, LAW, NOW], ids=lambda law: str(law.day))
    def test_own_labels(self, law: Law) -> None:
        """The labels of the list, handed back in any spelling, are the papers of the list."""
        for award in law.awards:
            asked = papers(award, law=law)
            names = [paper.label for paper in asked]
            for spelled in (names, [name.upper() for name in names]):
                found = check_papers(spelled, award, law=law)
                assert (found.lacking, found.perhaps, found.not_asked) == ((), (), ()), award.id

    @pytest.mark.parametrize(
        ("name", "read"),
        [
            ("Tờ trình số 12/TTr-SYT về việc khen thưởng", ("proposal",)),
            ("BÁO CÁO THÀNH TÍCH", ("report",)),
            ("Bản thành tích cá nhân", ("report",)),
            ("Biên bản kiểm phiếu", ("vote-result",)),
            ("Biên bản họp, kèm theo kết quả bỏ phiếu", ("minutes", "vote-result")),
            ("Giấy xác nhận của Sở KH&CN", ("certificate",)),
            ("Đề nghị của Hội đồng thi đua", ("council-proposal",)),
            ("Văn bản đề nghị khen thưởng", ("proposal",)),
            ("Văn bản đề nghị của Hội đồng thi đua", ("council-proposal",)),
            ("Tờ", ()),
            ("Tờ trìnhx", ()),
            ("", ()),
        ],
    )
    def test_named(self, name: str, read: tuple[str, ...]) -> None:
        """A paper is known by how its name begins, word by word; the longest beginning counts."""
        assert papers_named(name) == read


class TestTold:
    """The answers as text and as JSON."""

    def test_json(self) -> None:
        """The list and the check can be written as JSON."""
        listed = json.loads(thidua.dump(papers("CSTĐTQ", law=LAW)))
        checked = json.loads(thidua.dump(check_papers(["report"], "CSTĐTQ", law=LAW)))

        assert [row["paper"] for row in listed["papers"]][:2] == ["proposal", "report"]
        assert (checked["code"], checked["outcome"], checked["have"]) == ("papers", "not-met", ["report"])

    @pytest.mark.parametrize("locale", ["vi", "en"])
    @pytest.mark.parametrize(
        ("award", "law", "more"),
        [
            ("CSTĐCS", NOW, {}),
            ("CSTĐTQ", NOW, {}),
            ("anh-hung-lao-dong", LAW, {}),
            ("Huân chương Lao động hạng Ba", LAW, {"procedure": "simplified", "commendation": "dedication"}),
            ("Huân chương Dũng cảm", law_on(date(2026, 10, 1)), {"procedure": "simplified", "commendation": "ad-hoc"}),
        ],
    )
    def test_every_line(self, award: str, law: Law, more: dict[str, Any], locale: str) -> None:
        """Every paper and all that is open has a line."""
        listed = papers(award, law=law, **more).explain(locale)
        checked = check_papers(["report", "Ảnh"], award, law=law, **more).explain(locale)

        for paper in papers(award, law=law, **more):
            words = paper.label if locale == "vi" else paper.gloss
            assert words in listed
            assert words in checked
        assert "Ảnh" in checked

    def test_sentences(self) -> None:
        """What is missing is told with its article."""
        lines = check_papers(["Tờ trình", "Báo cáo"], "LĐTT", law=LAW).explain().splitlines()

        assert lines[0] == "CHƯA ĐẠT: hồ sơ đề nghị “Lao động tiên tiến”, thủ tục thông thường."
        assert lines[3] == (
            "  ✗ thiếu: Biên bản bình xét thi đua của Hội đồng Thi đua - Khen thưởng cấp trình khen thưởng"
            " (điểm c khoản 2 Điều 34 Nghị định 98/2023/NĐ-CP)"
        )


class TestBadInput:
    """What is no paper, no answer and no law is told with its place."""

    @pytest.mark.parametrize(
        ("given", "cases", "path"),
        [([None], {}, "given[0]"), (["Tờ trình", 7], {}, "given[1]"), ([], {"initiative": "no"}, "cases.initiative")],
    )
    def test_refused(self, given: Any, cases: Any, path: str) -> None:
        """A paper is a name, a case is so or is not: "no" is neither."""
        with pytest.raises(InputError) as caught:
            check_papers(given, "CSTĐTQ", law=NOW, cases=cases)

        assert [problem.path for problem in caught.value.problems] == [path]

    def test_no_law(self) -> None:
        """Where no date is at hand ``law_on`` itself is no law."""
        with pytest.raises(InputError, match="law_on"):
            papers("CSTĐCS", law=thidua.law_on)  # type: ignore[arg-type]  # the slip it is about
