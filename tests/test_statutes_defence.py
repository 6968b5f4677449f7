"""Điều 39-50 of the law of 2022: what no record tells is left to people, beside the fact it belongs to."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import thidua
from tests.agreement import asked as answered_one
from tests.agreement import differences
from thidua import Outcome, frames
from thidua.merit.verdict import Verdict
from thidua.model.dossier import Dossier

DAY = date(2025, 8, 1)
LAW = thidua.law_on(DAY, unread="last-text")
UNIT = {"kind": "collective", "body": "military", "force": "army", "flag_eligible": True}
WITHOUT_FLAGS = UNIT | {"flag_eligible": False}
SOLDIER = {"kind": "individual", "tracks": ["armed-forces"], "force": "army"}
TEN_YEARS = [{"year": year, "rating": "excellent"} for year in range(2015, 2026)]
GOVERNMENT_FLAG, FLAG = "co-thi-dua-cua-chinh-phu", "co-thi-dua-cua-bo-ban-nganh-tinh"
CERTIFICATE, BKTTG = "bang-khen-cua-bo-ban-nganh-tinh", "bang-khen-cua-thu-tuong-chinh-phu"
MINISTRY_FIGHTER, GRASSROOTS_FIGHTER = "chien-si-thi-dua-bo-ban-nganh-tinh", "chien-si-thi-dua-co-so"


def many(*pairs: tuple[str, int]) -> list[dict[str, Any]]:
    """Hold these awards so many times, a year each, up to 2025."""
    return [
        {"award": award, "year": 2025 - number, "commendation": "merit"}
        for award, count in pairs
        for number in range(count)
    ]


def record(subject: dict[str, Any], order: str | None, attested: dict[str, bool], **facts: Any) -> Dossier:
    """Make a complete record of 2025: the order before it was given in 2015."""
    before = [{"award": order, "year": 2015, "commendation": "merit"}] if order else []
    whole = {
        "subject": subject,
        "year": 2025,
        "received": DAY.isoformat(),
        "known_from": 1960,
        "founded" if subject["kind"] == "collective" else "joined": "1970-01-01",
        "commendation": "merit",
        "years": TEN_YEARS,
        **facts,
        "awards": [*before, *facts.get("awards", [])],
        "attested": attested,
    }
    return thidua.load_dossier(whole)


def judge(award: str, subject: dict[str, Any], order: str | None, attested: dict[str, bool], **facts: Any) -> Verdict:
    """Judge such a record."""
    return thidua.assess(record(subject, order, attested, **facts), award, law=LAW)


def left(verdict: Verdict) -> dict[str, str]:
    """Return what is left to people: the label of each judgement by its key."""
    return {each.key: each.label for each in verdict.to_attest}


GIVEN = [
    ("HCQC Nhất", UNIT, "HCQC Nhì", [(GOVERNMENT_FLAG, 3), (FLAG, 2)],
     {"39.3.a/flags-given": "02 lần được tặng cờ thi đua của Bộ Quốc phòng hoặc Bộ Công an"}),
    ("HCQC Nhì", UNIT, "HCQC Ba", [(GOVERNMENT_FLAG, 2), (FLAG, 2), (CERTIFICATE, 1)],
     {"40.3.a/flags-given": "02 lần được tặng cờ thi đua của Bộ Quốc phòng hoặc Bộ Công an",
      "40.3.a/certificate-given": "01 lần được tặng bằng khen của Bộ Quốc phòng hoặc Bộ Công an"}),
    ("HCQC Nhì", UNIT, "HCQC Ba", [(GOVERNMENT_FLAG, 2), (BKTTG, 1), (CERTIFICATE, 1)],
     {"40.3.a/certificate-given": "01 lần được tặng bằng khen của Bộ Quốc phòng hoặc Bộ Công an"}),
    ("HCQC Ba", UNIT, "HCBVTQ Nhất", [(GOVERNMENT_FLAG, 2), (FLAG, 2)],
     {"41.3.a/flags-given": "02 lần được tặng cờ thi đua của Bộ Quốc phòng hoặc Bộ Công an"}),
    ("HCBVTQ Nhất", SOLDIER, "HCBVTQ Nhì", [(MINISTRY_FIGHTER, 2)],
     {"45.1.c/given": "02 lần được Bộ Quốc phòng hoặc Bộ Công an tặng danh hiệu chiến sĩ thi đua cấp Bộ"}),
    ("HCBVTQ Nhì", SOLDIER, "HCBVTQ Ba", [(MINISTRY_FIGHTER, 1)],
     {"46.1.c/given": "01 lần được Bộ Quốc phòng hoặc Bộ Công an tặng danh hiệu chiến sĩ thi đua cấp Bộ"}),
    ("HCBVTQ Ba", SOLDIER, "BKTTg", [(GRASSROOTS_FIGHTER, 3)],
     {"47.1.c/given": "03 lần được Bộ Quốc phòng hoặc Bộ Công an tặng danh hiệu “Chiến sĩ thi đua cơ sở”"}),
    ("HCBVTQ Nhất", UNIT, "HCBVTQ Nhì", [(GOVERNMENT_FLAG, 1), (FLAG, 2)],
     {"45.2.b/two-flags": "02 lần được tặng cờ thi đua của Bộ Quốc phòng, Bộ Công an"}),
    ("HCBVTQ Nhất", UNIT, "HCBVTQ Nhì", [(FLAG, 4)],
     {"45.2.b/four-flags": "04 lần được tặng cờ thi đua của Bộ Quốc phòng, Bộ Công an"}),
    ("HCBVTQ Nhất", WITHOUT_FLAGS, "HCBVTQ Nhì", [(CERTIFICATE, 4)],
     {"45.2.b/four-certificates": "04 lần được tặng bằng khen của Bộ Quốc phòng, Bộ Công an"}),
    ("HCBVTQ Nhì", UNIT, "HCBVTQ Ba", [(GOVERNMENT_FLAG, 1), (FLAG, 1)],
     {"46.2.b/one-flag": "01 lần được tặng cờ thi đua của Bộ Quốc phòng, Bộ Công an"}),
    ("HCBVTQ Nhì", UNIT, "HCBVTQ Ba", [(FLAG, 3)],
     {"46.2.b/three-flags": "03 lần được tặng cờ thi đua của Bộ Quốc phòng, Bộ Công an"}),
    ("HCBVTQ Nhì", WITHOUT_FLAGS, "HCBVTQ Ba", [(CERTIFICATE, 3)],
     {"46.2.b/three-certificates": "03 lần được tặng bằng khen của Bộ Quốc phòng, Bộ Công an"}),
    ("HCBVTQ Ba", UNIT, "BKTTg", [(FLAG, 2)],
     {"47.2.b/two-flags": "02 lần được tặng cờ thi đua của Bộ Quốc phòng, Bộ Công an"}),
    ("HCBVTQ Ba", UNIT, "BKTTg", [(FLAG, 1), (CERTIFICATE, 1)],
     {"47.2.b/flag-and-certificate": "01 lần được tặng cờ thi đua của Bộ Quốc phòng, Bộ Công an và 01 lần được tặng "
      "bằng khen của Bộ Quốc phòng, Bộ Công an"}),
    ("HCBVTQ Ba", WITHOUT_FLAGS, "BKTTg", [(CERTIFICATE, 2)],
     {"47.2.b/two-certificates": "02 lần được tặng bằng khen của Bộ Quốc phòng, Bộ Công an"}),
]  # fmt: skip
"""The award, to whom, after which order, on what, and who must have given that, in the words of the law."""


class TestGivers:
    """Flags, certificates and titles “của Bộ Quốc phòng, Bộ Công an”: a record does not say which Bộ gave them."""

    @pytest.mark.parametrize(("award", "subject", "order", "has", "asked"), GIVEN)
    def test_left_to_people(
        self, award: str, subject: dict[str, Any], order: str, has: list[tuple[str, int]], asked: dict[str, str]
    ) -> None:
        """With all else attested the verdict waits for each giver, in the law's words; said not to be so, it fails."""
        facts = {"awards": many(*has)}
        open_ = left(judge(award, subject, order, {}, **facts))
        others = dict.fromkeys(open_.keys() - asked.keys(), True)

        waiting = judge(award, subject, order, others, **facts)
        assert waiting.outcome is Outcome.PENDING, waiting.explain("vi")
        assert left(waiting) == asked
        assert judge(award, subject, order, others | dict.fromkeys(asked, True), **facts).outcome is Outcome.MET
        for key in asked:
            said = others | dict.fromkeys(asked, True) | {key: False}
            assert judge(award, subject, order, said, **facts).outcome is Outcome.NOT_MET

    @pytest.mark.parametrize(
        ("award", "order", "has"),
        [
            ("HCQC Nhất", "HCQC Nhì", [(GOVERNMENT_FLAG, 3), (BKTTG, 1)]),
            ("HCQC Ba", "HCBVTQ Nhất", [(GOVERNMENT_FLAG, 2), (BKTTG, 1)]),
            ("HCBVTQ Nhất", "HCBVTQ Nhì", [(GOVERNMENT_FLAG, 2)]),
            ("HCBVTQ Ba", "BKTTg", [(GOVERNMENT_FLAG, 1)]),
        ],
    )
    def test_not_asked(self, award: str, order: str, has: list[tuple[str, int]]) -> None:
        """Where the Government's flags and BKTTg are enough, nobody is asked who gave others."""
        asked = left(judge(award, UNIT, order, {}, awards=many(*has)))

        assert not {key for key in asked if "given" in key or "flag" in key or "certificate" in key}
        assert judge(award, UNIT, order, dict.fromkeys(asked, True), awards=many(*has)).outcome is Outcome.MET

    @pytest.mark.parametrize("award", sorted({award for award, *_ in GIVEN}))
    def test_tables(self, award: str) -> None:
        """Over tables the same is left open, inside the years it belongs to."""
        dossiers = [
            record({**subject, "id": f"{row}-{said}"}, order, attested, awards=many(*has))
            for row, (asked_of, subject, order, has, givers) in enumerate(GIVEN)
            if asked_of == award
            for said, attested in enumerate(({}, {"*": True}, *({"*": True, key: False} for key in givers)))
        ]
        wanted = {str(dossier.subject.id): answered_one(dossier, award, LAW) for dossier in dossiers}

        assert {outcome for outcome, *_ in wanted.values()} == {"PENDING", "MET", "NOT_MET"}
        answered = frames.assess(*frames.from_dossiers(dossiers), award, law=LAW)
        assert differences(answered, wanted) == []

    def test_number_of_times(self) -> None:
        """That two of four flags were of the two ministries does not say it of all four."""
        others = {"45.2/united": True, "45.2/clean-organisation": True, "45.2/conduct": True}

        found = judge("HCBVTQ Nhất", UNIT, "HCBVTQ Nhì", others | {"45.2.b/two-flags": True}, awards=many((FLAG, 4)))

        assert found.outcome is Outcome.PENDING

    @pytest.mark.parametrize(("award", "article"), [("HCBVTQ Nhất", "45"), ("HCBVTQ Nhì", "46"), ("HCBVTQ Ba", "47")])
    @pytest.mark.parametrize("by", ["ministry", "nation"])
    def test_recognised(self, award: str, article: str, by: str) -> None:
        """A sudden deed “được Bộ Quốc phòng hoặc Bộ Công an công nhận”: any Bộ on record is not yet one of the two."""
        deed = {"year": 2025, "kind": "sudden", "degree": "exceptional", "scope": "nation", "recognised_by": by}
        facts = {"achievements": [deed], "commendation": "ad-hoc"}
        key = f"{article}.2.a/recognised-by"
        open_ = left(judge(award, UNIT, None, {}, **facts))

        assert open_[key] == "được Bộ Quốc phòng hoặc Bộ Công an công nhận"
        others = dict.fromkeys(open_.keys() - {key}, True)
        assert judge(award, UNIT, None, others, **facts).outcome is Outcome.PENDING
        assert judge(award, UNIT, None, others | {key: True}, **facts).outcome is Outcome.MET


WHERE = (
    "toàn quân khu, quân đoàn, quân chủng, binh chủng, tổng cục và tương đương thuộc Bộ Quốc phòng, trong hệ lực lượng "
    "trong Công an nhân dân hoặc ở một trong các lĩnh vực thuộc phạm vi quản lý của Bộ, ban, ngành, tỉnh"
)
ARMY_OR_PROVINCE = "nêu gương trong toàn quân, toàn lực lượng Công an nhân dân hoặc trong Bộ, ban, ngành, tỉnh"
EXAMPLES = {
    ("HCLĐ Nhất", "42.1.a"): "nêu gương trong toàn quốc",
    ("HCLĐ Nhất", "42.4.a"): "nêu gương trong toàn quốc",
    ("HCLĐ Nhì", "43.1.a"): "nêu gương trong Bộ, ban, ngành, tỉnh",
    ("HCLĐ Ba", "44.1.d"): "nêu gương ở một trong các lĩnh vực thuộc phạm vi quản lý của Bộ, ban, ngành, tỉnh",
    ("HCBVTQ Nhất", "45.1.a"): "nêu gương trong toàn quốc",
    ("HCBVTQ Nhì", "46.1.a"): "nêu gương trong toàn quân hoặc toàn lực lượng Công an nhân dân",
    **{("HCCC Nhất", f"48.{point}"): "nêu gương trong toàn quốc" for point in ("1.a", "1.b", "2.a", "2.b")},
    **{("HCCC Nhì", f"49.{point}"): ARMY_OR_PROVINCE for point in ("1.a", "1.b", "2.a", "2.b")},
    **{("HCCC Ba", f"50.{point}"): f"nêu gương trong {WHERE}" for point in ("1.b", "2.b")},
    **{("HCCC Ba", f"50.{k}.a"): f"có tác dụng động viên, giáo dục, nêu gương trong {WHERE}" for k in (1, 2)},
}
"""The words of the example by award and điểm."""
SUDDEN = {"year": 2025, "kind": "sudden", "degree": "exceptional", "scope": "nation", "recognised_by": "ministry"}


class TestExamples:
    """“Có phạm vi ảnh hưởng và nêu gương”: a scope on record tells how far it spread, not that it was an example."""

    @pytest.mark.parametrize(("award", "point"), EXAMPLES)
    def test_left_to_people(self, award: str, point: str) -> None:
        """A route waits for its example, in the law's words, and fails where there was none."""
        subject = UNIT if point.split(".")[1] in "24" else SOLDIER
        facts = {"achievements": [SUDDEN], "commendation": "ad-hoc"}
        open_ = left(judge(award, subject, None, {}, **facts))
        key = f"{point}/example"
        routes = {one for one in open_ if one.count(".") == 2}
        others = {one: one.startswith(point) for one in open_ if one != key} | dict.fromkeys(
            open_.keys() - routes, True
        )

        assert open_[key] == EXAMPLES[award, point]
        assert judge(award, subject, None, others, **facts).outcome is Outcome.PENDING
        assert judge(award, subject, None, others | {key: True}, **facts).outcome is Outcome.MET
        assert judge(award, subject, None, others | {key: False}, **facts).outcome is Outcome.NOT_MET

    def test_where_the_text_has_no_example(self) -> None:
        """Điểm a khoản 4 Điều 43, điểm a khoản 1 Điều 47 and điểm a khoản 2 Điều 45-47 speak of influence alone."""
        for award, subject in (
            ("HCLĐ Nhì", UNIT),
            ("HCBVTQ Ba", SOLDIER),
            ("HCBVTQ Nhất", UNIT),
            ("HCBVTQ Nhì", UNIT),
            ("HCBVTQ Ba", UNIT),
        ):
            asked = left(judge(award, subject, None, {}, achievements=[SUDDEN], commendation="ad-hoc"))

            assert asked
            assert not [key for key in asked if key.endswith("/example")]
