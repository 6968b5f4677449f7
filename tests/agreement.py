"""Answers over tables held against the answers to the same dossiers, row by row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, partial
from typing import Any

import narwhals.stable.v2 as nw
import polars as pl

import thidua
from tests.careers import careers
from tests.tables import ENGINES as MADE_OF_ARROW
from thidua import frames
from thidua.book.law import Law, LawChoice
from thidua.errors import NotInForce
from thidua.model.dossier import Dossier

Answer = tuple[str, str, str | None, str | None]
"""Outcome, outcome on the facts, reason, standing."""
ANSWER = ("outcome", "on_facts", "reason", "standing")
FAMILIES = (
    "lao-dong-tien-tien",
    "chien-si-thi-dua-co-so",
    "chien-si-thi-dua-toan-quoc",
    "co-thi-dua-cua-chinh-phu",
    "huan-chuong-lao-dong-hang-ba",
    "huy-chuong-chien-si-ve-vang-hang-ba",
    "bang-khen-cua-thu-tuong-chinh-phu",
    "nha-giao-uu-tu",
    "tap-the-lao-dong-xuat-sac",
    "gia-dinh-van-hoa",
)
"""An award of every family."""
SMALL = ("lao-dong-tien-tien", "chien-si-thi-dua-co-so", "co-thi-dua-cua-chinh-phu", "gia-dinh-van-hoa")
"""Awards that every engine plans in a second, under however many laws."""

TODAY = thidua.law_on(date(2025, 8, 1), unread="last-text")
BY_ROW = partial(thidua.law_on, unread="last-text")

ENGINES = ("polars", "polars-lazy", "polars-streaming", "pandas-numpy", "pandas-arrow", "pyarrow", "duckdb")
"""Every engine but Spark, which needs a Java runtime."""


def handed(engine: str, tables: Iterable[pl.DataFrame]) -> tuple[Any, Any]:
    """Hand the two tables over as an engine has them."""
    make = MADE_OF_ARROW["polars-lazy" if engine == "polars-streaming" else engine]
    cohort, records = (make(table.to_arrow()) for table in tables)
    return cohort, records


def asked(dossier: Dossier, award: str, law: LawChoice) -> Answer:
    """Answer as a row should: what ``assess`` says of the dossier, or why no law could be asked of it."""
    if not isinstance(law, Law) and dossier.received is None:
        return ("UNKNOWN", "UNKNOWN", "received", None)
    try:
        verdict = thidua.assess(dossier, award, law=law)
    except NotInForce:
        if isinstance(law, Law):
            raise
        return ("NOT_MET", "NOT_MET", "not-in-force", None)
    return (verdict.outcome.name, verdict.on_facts.name, verdict.reason, verdict.standing.value)


def read(answered: Any, engine: str = "", of: tuple[str, ...] = ("subject",)) -> list[tuple[Any, ...]]:
    """Read some columns and the answer beside them, whatever engine holds it."""
    if engine == "polars-streaming":
        answered = answered.collect(engine="streaming")
    frame = nw.from_native(answered).select(*of, *ANSWER)
    frame = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    columns = frame.to_arrow().to_pydict()
    return list(zip(*(columns[name] for name in (*of, *ANSWER)), strict=True))


def differences(answered: Any, wanted: Mapping[str, Answer], engine: str = "") -> list[Any]:
    """Return every row that is answered otherwise, missing or twice there: its subject, what is wanted, what is told."""
    rows = read(answered, engine)
    told = {subject: tuple(answer) for subject, *answer in rows}
    found: list[Any] = [
        (subject, answer, told.get(subject)) for subject, answer in wanted.items() if told.get(subject) != answer
    ]
    return found if len(rows) == len(wanted) else [*found, f"{len(rows)} rows for {len(wanted)}"]


class Careers:
    """So many careers as dossiers and tables, each asked once for each award and law."""

    def __init__(self, count: int, seed: int) -> None:
        self.dossiers = careers(count, seed)
        self.tables: tuple[pl.DataFrame, pl.DataFrame] = frames.from_dossiers(self.dossiers)
        self.handed: Callable[[str], tuple[Any, Any]] = cache(lambda engine: handed(engine, self.tables))
        self.wanted: Callable[[str, LawChoice], dict[str, Answer]] = cache(self._wanted)

    def _wanted(self, award: str, law: LawChoice) -> dict[str, Answer]:
        return {str(dossier.subject.id): asked(dossier, award, law) for dossier in self.dossiers}

    def differences(self, engine: str, award: str, law: LawChoice) -> list[Any]:
        """Return what an engine answers otherwise than ``assess``."""
        answered = frames.assess(*self.handed(engine), award, law=law)
        return differences(answered, self.wanted(award, law), engine)
