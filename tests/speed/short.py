"""How long a cohort's plan takes: ``python tests/speed/short.py`` (needs the extras bench and frames).

Realistic careers with five records a person, Polars in memory: what every row is short of, beside the plain answer, and
beside one verdict a row. Wall time is told, the best of three.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import date

import by_hand
import numpy as np

import thidua
from thidua import frames


def main() -> None:
    """Tell the times of each award."""
    asked = argparse.ArgumentParser(description="What a cohort is short of.")
    asked.add_argument("--people", type=int, default=40_000)
    people = asked.parse_args().people
    law = thidua.law_on(date(2025, 8, 1), unread="last-text")
    cohort, records = by_hand.careers(people, np.random.default_rng(3))
    few = cohort.head(1_000)
    once = records.unique(["subject", "kind", "year"], keep="first")  # a dossier has no two ratings of one year
    dossiers = frames.to_dossiers(few, once)
    print(f"{len(records):,} records of {people:,} people")
    for name in ("CSTĐCS", "CSTĐ tỉnh", "HCLĐ hạng Ba"):
        answered, planned, row = (
            best(lambda: frames.assess(cohort, records, name, law=law)),  # noqa: B023  # called at once
            best(lambda: frames.plan(cohort, records, name, law=law)),  # noqa: B023
            best(lambda: [thidua.assess(each, name, law=law).lacking for each in dossiers]) / len(dossiers),  # noqa: B023
        )
        one = frames.short_by(frames.plan(cohort, records, name, law=law))["proposals"].sum()
        print(
            f"{name:14s} assess {answered * 1e3:7.0f} ms, plan {planned * 1e3:7.0f} ms, row by row "
            f"{row * people:7.1f} s; {one:,} are one condition short"
        )


def best(call: Callable[[], object]) -> float:
    """Return the seconds of the quickest of three calls."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        call()
        taken.append(time.perf_counter() - start)
    return min(taken)


if __name__ == "__main__":
    main()
