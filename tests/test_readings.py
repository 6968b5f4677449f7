"""Ambiguous texts: what each reading decides, that callers may choose, and that the verdict says when it matters."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

import thidua
from thidua import Outcome

DAY = date(2025, 8, 1)
MET, NOT_MET = Outcome.MET, Outcome.NOT_MET


def years(first: int, last: int, rating: str) -> list[dict[str, Any]]:
    """Rate a stretch of years."""
    return [{"year": year, "rating": rating} for year in range(first, last + 1)]


def held(award: str, *when: int, **more: Any) -> list[dict[str, Any]]:
    """Hold an award in some years; a form of commendation as công trạng."""
    kind = {} if thidua.award(award).is_title else {"commendation": "merit"}
    return [{"award": award, "year": year, **kind, **more} for year in when]


def applied(*names: str) -> list[dict[str, Any]]:
    """Have initiatives applied in 2023 and 2024."""
    return [
        {"id": name, "year": 2023 + index % 2, "kind": "initiative", "status": "applied"}
        for index, name in enumerate(names)
    ]


PERSON = {"kind": "individual", "tracks": ["civil-servant"]}
UNIT = {"kind": "collective", "body": "unit", "flag_eligible": True}
CASES = {
    # Điều 22 khoản 1: three running, up to the year considered or anywhere before.
    "consecutive-times": (
        "CSTĐ tỉnh",
        PERSON,
        {
            "awards": held("CSTĐCS", 2019, 2020, 2021),
            "initiatives": [{"id": "A", "year": 2021, "kind": "initiative", "status": "applied", "scope": "province"}],
        },
        {"ending-now": NOT_MET, "anywhere": MET},
    ),
    # Điều 21 khoản 1: "02 lần liên tục" of a title that rests on three years.
    "title-spacing": (
        "CSTĐTQ",
        PERSON,
        {
            "awards": held("CSTĐ tỉnh", 2021, 2024),
            "initiatives": [{"id": "A", "year": 2024, "kind": "initiative", "status": "applied", "scope": "nation"}],
        },
        {"each-year": NOT_MET, "each-cycle": MET, "own-cycle": MET},
    ),
    # Điều 73 khoản 1 điểm b lacks the "sau đó" of khoản 4 điểm e.
    "prior-certificate": (
        "BKTTg",
        PERSON,
        {
            "awards": [*held("BK tỉnh", 2022), *held("CSTĐCS", 2020, 2022, 2024)],
            "years": years(2020, 2024, "good"),
        },
        {"any-time": MET, "before-run": NOT_MET},
    ),
    # Điều 74 khoản 1 điểm d: whether the two initiatives belong to both branches.
    "two-initiatives": (
        "BK tỉnh",
        PERSON,
        {"awards": held("CSTĐCS", 2023, 2024), "years": years(2023, 2024, "good")},
        {"excellent-only": MET, "both": NOT_MET},
    ),
    # Điều 5 khoản 2 điểm c: the two years grounded the last bằng khen already.
    "overlapping-windows": (
        "BK tỉnh",
        PERSON,
        {
            "awards": held("BK tỉnh", 2023),
            "years": years(2022, 2024, "excellent"),
            "initiatives": applied("A", "B"),
        },
        {"may-overlap": MET, "fresh-years": NOT_MET},
    ),
    # Điều 5 khoản 2 điểm c: one initiative, two forms; a title beside a form.
    "initiative-reuse": (
        "BK tỉnh",
        PERSON,
        {
            "awards": held("CSTĐCS", 2022, grounds=["A"]),
            "years": years(2023, 2024, "excellent"),
            "initiatives": applied("A", "B"),
        },
        {"one-form": MET, "one-form-or-title": NOT_MET, "free": MET},
    ),
    # Điều 73 khoản 4 điểm e: the flag lies in the period of a Huân chương Lao động as well.
    "award-in-two-chains": (
        "BKTTg",
        UNIT,
        {
            "awards": [
                *held("BK tỉnh", 2019),
                *held("Cờ tỉnh", 2021),
                *held("HCLĐ hạng Ba", 2022, period={"since": 2018, "until": 2022}),
            ],
            "years": years(2020, 2024, "excellent"),
        },
        {"may-count": MET, "once": NOT_MET},
    ),
    # Điều 36 khoản 2: how near the anniversary the proposal must lie (80 years in 2026, received in 2025).
    "round-year": (
        "HCĐL hạng Ba",
        {"kind": "collective", "body": "province"},
        {
            "founded": "1946-03-01",
            "achievements": [
                {
                    "year": 2024,
                    "kind": "repeated",
                    "degree": "outstanding",
                    "scope": "nation",
                    "recognised_by": "nation",
                }
            ],
        },
        {"same-year": NOT_MET, "year-ahead": MET},
    ),
    # Điều 43 khoản 1 điểm đ lacks the "đến thời điểm đề nghị" of Điều 42 and 44.
    "to-the-proposal": (
        "HCLĐ hạng Nhì",
        PERSON,
        {
            "awards": [*held("HCLĐ hạng Ba", 2015), *held("CSTĐ tỉnh", 2018)],
            "years": [*years(2016, 2020, "excellent"), *years(2021, 2024, "completed")],
        },
        {"to-proposal": NOT_MET, "any-time": MET},
    ),
    # Điều 42-44: khoản 1 says "cá nhân"; khoản 2 and 3 have roads of their own for some.
    "labour-order-roads": (
        "HCLĐ hạng Ba",
        {"kind": "individual", "tracks": ["entrepreneur"]},
        {
            "awards": [*held("BKTTg", 2019), *held("CSTĐCS", 2021, 2022, 2024)],
            "years": years(2020, 2024, "excellent"),
        },
        {"open": MET, "closed": NOT_MET},
    ),
    # NĐ 152/2025 Điều 4 khoản 3: whether a thematic flag grounds công trạng.
    "thematic-flags": (
        "BKTTg",
        UNIT,
        {
            "awards": [*held("BK tỉnh", 2019), *held("Cờ tỉnh", 2021, commendation="movement")],
            "years": years(2020, 2024, "excellent"),
        },
        {"counts": MET, "barred": NOT_MET},
    ),
}
OPTIONS = [
    pytest.param(name, option, outcome, id=f"{name}={option}")
    for name, (_, _, _, options) in CASES.items()
    for option, outcome in options.items()
]


def verdict(name: str, readings: dict[str, str]) -> Any:
    """Judge the case of a reading, all judgements given."""
    award, subject, record, _ = CASES[name]
    begun = {"founded": "1990-01-01"} if subject["kind"] == "collective" else {"joined": "1990-01-01"}
    whole = {"subject": subject, "year": 2024, "received": "2025-08-01", "commendation": "merit", "known_from": 1950}
    dossier = thidua.load_dossier({**whole, **begun, "attested": {"*": True}, **record})
    return thidua.assess(dossier, award, law=thidua.law_on(DAY, readings=readings))


class TestReadings:
    """The readings of Luật 06/2022/QH15."""

    @pytest.mark.parametrize(("name", "option", "outcome"), OPTIONS)
    def test_option(self, name: str, option: str, outcome: Outcome) -> None:
        """Each option of a reading decides the case it was named for as its words say."""
        found = verdict(name, {name: option})

        assert found.outcome is outcome, found.explain("vi")

    @pytest.mark.parametrize("name", CASES)
    def test_said(self, name: str) -> None:
        """Where the reading decides, the verdict says which was used and cites where it is needed."""
        used = thidua.law_on(DAY).readings[name]
        said = [caveat for caveat in verdict(name, {}).caveats if caveat.code == "reading"]

        assert any(caveat.detail.startswith(f"{name} = {used}") and caveat.citation for caveat in said)

    @pytest.mark.parametrize("name", CASES)
    def test_default_is_documented(self, name: str) -> None:
        """The default has a reason, and is one of the options tried here."""
        placed = thidua.law_on(DAY).reading(name)

        assert placed is not None
        assert len(placed.entry.reason) > len("a reason")
        assert set(placed.entry.options) == set(CASES[name][3])

    def test_all_are_tried(self) -> None:
        """No reading on merit is without its case; foreigners' prizes, money and forms have tests of their own."""
        elsewhere = {"foreign-prize", "bonus-rounding", "title-period", "movement-of-one-year", "ten-years-in-the-work"}

        assert set(thidua.law_on(DAY).readings) == {*CASES, *elsewhere}

    def test_silent_where_it_does_not_matter(self) -> None:
        """A reading that changes nothing is not spoken of."""
        dossier = thidua.load_dossier({
            "subject": PERSON, "year": 2024, "received": "2025-08-01", "known_from": 1950, "joined": "1990-01-01",
            "years": years(2024, 2024, "excellent"), "attested": {"*": True},
        })  # fmt: skip
        found = thidua.assess(dossier, "CSTĐCS", law=thidua.law_on(DAY))

        assert [caveat for caveat in found.caveats if caveat.code == "reading"] == []


OF_2015 = {
    # Điều 18 of the law: the Prime Minister launches a national movement, his Council none.
    "council-movements": (
        {
            "commendation": "movement",
            "movements": [
                {
                    "movement": "Cả nước chung sức xây dựng nông thôn mới",
                    "launched_by": "prime-minister",
                    "years": 5,
                    "review": "interim",
                    "result": "outstanding",
                    "year": 2015,
                }
            ],
        },
        {"prime-minister-too": MET, "council-alone": NOT_MET},
    ),
    # Điểm b khoản 2 Điều 15: a worker's one recognised initiative, of a province's effect.
    "labour-level": (
        {
            "award": "HCLĐ hạng Nhất",
            "commendation": "merit",
            "subject": {"kind": "individual", "tracks": ["worker"]},
            "initiatives": [{"year": 2014, "kind": "initiative", "status": "applied", "scope": "province"}],
        },
        {"all": NOT_MET, "own": NOT_MET, "open": MET},
    ),
    # "05 lần tặng giấy khen trở lên", one of them a bằng khen.
    "letters-or-higher": (
        {
            "commendation": "merit",
            "awards": [
                *held("BK tỉnh", 2010, 2013),
                *held("giay-khen-cua-thu-truong-don-vi", 2011, 2012, 2014, 2015),
            ],
            "years": years(2011, 2015, "excellent"),
        },
        {"higher-too": MET, "letters-alone": NOT_MET},
    ),
}


class TestReadingsOfDecree65:
    """The readings of NĐ 65/2014/NĐ-CP, Điều 15 and 23."""

    @pytest.mark.parametrize(
        ("name", "option", "outcome"),
        [(name, option, outcome) for name, (_, each) in OF_2015.items() for option, outcome in each.items()],
    )
    def test_option(self, name: str, option: str, outcome: Outcome) -> None:
        """Each option decides the case it was named for as its words say."""
        record = {**OF_2015[name][0]}
        award = record.pop("award", "BKTTg")
        person = {"subject": PERSON, "year": 2015, "received": "2016-01-15", "joined": "1990-01-01", "known_from": 1950}
        law = thidua.law_on(date(2016, 1, 15), readings={name: option}, unread="last-text")
        dossier = thidua.load_dossier({**person, "attested": {"*": True}, **record})
        found = thidua.assess(dossier, award, law=law)

        assert found.on_facts is outcome, found.explain("vi")
        if outcome is MET:
            assert any(each.detail.startswith(f"{name} = {option}") for each in found.caveats)
