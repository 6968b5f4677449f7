"""How fast over tables, as ratios in one run: ``python tests/speed/frames.py`` (needs the extras bench and frames).

The race is the decision of ``run.py``. Its rivals, in ``by_hand.py`` and here, are written for this one rule, by
someone who knows the table; they give the same four outcomes, which is asserted first. Contenders take turns, and a
ratio is told twice: of the best of each, and the median of the ratios turn by turn. Memory is the peak of a fresh
process that reads the tables and then does the one thing.

``--quick`` runs on a tenth; ``--rows`` sets the ready measures to judge, ``--people`` whose records are looked up, five
for each.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

import by_hand
import narwhals.stable.v2 as nw
import numpy as np
import polars as pl
import run
import zen
from openfisca_core.entities import build_entity
from openfisca_core.periods import YEAR
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

import thidua
from thidua import frames
from thidua.frames.compiled import plan
from thidua.frames.sheet import staged

Contenders = Mapping[str, Callable[[], object]]
RACE = thidua.law_on(run.BEFORE_ANY_LAW, thidua.load_document(run.HERE / "race.toml"))
MIB = 2**20


class Times(list[float]):
    """The milliseconds of a contender, turn by turn, and those that the processor worked: a busy machine adds none."""

    def __init__(self, times: Iterable[float] = (), worked: Iterable[float] = ()) -> None:
        super().__init__(times)
        self.worked = list(worked)


def race(contenders: Contenders, rounds: int) -> dict[str, Times]:
    """Let the contenders take turns."""
    taken = {name: Times() for name in contenders}
    shuffled, rng = list(contenders), np.random.default_rng(0)
    for _ in range(rounds):
        rng.shuffle(shuffled)  # who runs after whom makes a difference
        for name in shuffled:
            call = contenders[name]
            start, begun = time.perf_counter(), time.process_time()
            call()
            taken[name].append((time.perf_counter() - start) * 1e3)
            taken[name].worked.append((time.process_time() - begun) * 1e3)
    return taken


def tell(times: Mapping[str, Times], rows: int) -> None:
    """Print what each contender took."""
    for name, each in times.items():
        best, median = min(each), statistics.median(each)
        print(f"  {name:34s} best {best:9.2f} ms   median {median:9.2f} ms   {rows / best / 1e3:8.2f} million rows/s")


def ratio(what: str, times: Mapping[str, Times], ours: str, theirs: list[str], bar: str) -> None:
    """Print how our time compares with the quickest of theirs."""
    rival = min(theirs, key=lambda name: min(times[name]))
    paired = statistics.median(one / other for one, other in zip(times[ours], times[rival], strict=True))
    worked = min(times[ours].worked) / min(min(times[name].worked) for name in theirs)
    print(
        f"{what}: {min(times[ours]) / min(times[rival]):.3f} best, {paired:.3f} median of {rival!r} (bar: {bar}); "
        f"of the processor's time {worked:.3f}"
    )


# What is raced.


def judging(ready: pl.LazyFrame) -> pl.LazyFrame:
    """Judge ready measures: the outcome as a number."""
    return frames.judge(ready, "title-x", law=RACE, numbers=True).select("outcome")


def rule(ready: pl.LazyFrame) -> pl.LazyFrame:
    """Judge ready measures by the rule alone, not asking whether a row is one."""
    made = plan(RACE, "title-x")
    return staged(nw.from_native(ready), [*made.layers, {"outcome": made.judged.outcome}], ["outcome"]).to_native()


def facts(cohort: pl.DataFrame, records: pl.DataFrame) -> pl.DataFrame:
    """Make the ready measures."""
    return frames.measures(cohort, records, "title-x", law=RACE)


def whole(cohort: pl.DataFrame, records: pl.DataFrame) -> pl.DataFrame:
    """Go from the records to the outcomes as numbers, by the two steps."""
    measured = facts(cohort, records)
    return cohort.with_columns(judging(measured.lazy()).collect())


# The comparisons.


def conditions(rows: int, rounds: int) -> None:
    """Compare judging ready measures with expressions written by hand, for four outcomes and for a bare yes or no."""
    rng = np.random.default_rng(1)
    ready = by_hand.measures(rows, rng)
    lazy, bare = judging(ready.lazy()), rule(ready.lazy())
    rivals = {f"by hand, {name}": partial(ready.select, each) for name, each in by_hand.FOUR.items()}
    rivals["by hand, one truth laid out"] = partial(by_hand.laid_out, ready)
    answers = lazy.collect()["outcome"]
    for call in rivals.values():
        same(answers, call()["outcome"])
    times = race(
        {
            **rivals,
            "by hand, a bare yes or no": lambda: ready.select(by_hand.YES),
            "the rule alone": bare.collect,
            "thidua": lazy.collect,
            "thidua, through narwhals": lambda: judging(ready.lazy()).collect(),
            "thidua, all four columns": lambda: frames.judge(ready, "title-x", law=RACE),
        },
        rounds,
    )
    print(f"\nConditions on ready measures, {rows:,} rows")
    tell(times, rows)
    ratio("four outcomes, the rule alone", times, "the rule alone", list(rivals), "1.15")
    ratio("four outcomes", times, "thidua", list(rivals), "1.15")
    ratio("through narwhals", times, "thidua, through narwhals", list(rivals), "1.25 at a million rows")
    ratio("a bare yes or no", times, "thidua", ["by hand, a bare yes or no"], "3")


def stages(people: int, rounds: int, gaps: float) -> None:
    """Compare the facts stage, and the whole, with queries written by hand; then their peaks of memory."""
    cohort, records = by_hand.tables(people, np.random.default_rng(7), gaps)
    left_open = "in which things were left unsaid" if gaps else "in which everything is said"
    print(f"\n{len(records):,} records of {people:,} people, {left_open}")
    ways = by_hand.open_ways() if gaps else by_hand.plain_ways()
    hands: dict[str, Callable[[], pl.DataFrame]] = {
        f"by hand, {name}{tail}": partial(by_hand.collected, way, cohort, records, engine)
        for name, way in ways.items()
        for tail, engine in (("", "auto"), (", streaming", "streaming"))
    }
    mine = facts(cohort, records)
    for call in hands.values():
        found = call()
        for one, other in by_hand.SAME.items():
            same(mine[other].cast(pl.Int64), found[one].cast(pl.Int64))
    times = race({**hands, "thidua": partial(facts, cohort, records)}, rounds)
    tell(times, people)
    ratio("facts stage", times, "thidua", list(hands), "1.25")
    quickest = min(hands, key=lambda name: min(times[name]))
    rival = partial(by_hand.whole, hands[quickest], cohort)
    answered = rival()
    same(whole(cohort, records)["outcome"], answered["outcome"])
    same(frames.assess(cohort, records, "title-x", law=RACE)["outcome"], by_hand.named(answered)["outcome"])
    times = race(
        {
            "by hand, numbers": rival,
            "by hand, words": lambda: by_hand.named(rival()),
            "thidua, numbers": partial(whole, cohort, records),
            "thidua, all four columns": lambda: frames.assess(cohort, records, "title-x", law=RACE),
        },
        rounds,
    )
    tell(times, people)
    ratio("the whole, numbers", times, "thidua, numbers", ["by hand, numbers"], "1.5")
    ratio("the whole, with reasons", times, "thidua, all four columns", ["by hand, words"], "1.5")
    with tempfile.TemporaryDirectory() as folder:
        cohort.write_parquet(Path(folder, "cohort.parquet"))
        records.write_parquet(Path(folder, "records.parquet"))
        name, _, engine = quickest.removeprefix("by hand, ").partition(", ")
        theirs = peaks(folder, f"hand:{name}:{engine or 'auto'}:{gaps}")
        for way in ("numbers", "assess"):
            ours = peaks(folder, way)
            more = [one - other for one, other in zip(ours, theirs, strict=True)]
            print(
                f"peak memory, {way}: {min(ours):.0f} MiB against {min(theirs):.0f} MiB, {min(ours) - min(theirs):+.0f}"
                f" MiB best, {statistics.median(more):+.0f} MiB median (bar: +64)"
            )


def peaks(folder: str, what: str, rounds: int = 3) -> list[float]:
    """Return the peak of fresh processes that read the tables and do one thing, in MiB."""
    command = [sys.executable, __file__, "--once", what, "--folder", folder]
    return [float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(rounds)]


def once(what: str, folder: str) -> None:
    """Read the tables, do one thing, and print this process's peak."""
    cohort, records = (pl.read_parquet(Path(folder, f"{name}.parquet")) for name in ("cohort", "records"))
    if what == "numbers":
        kept = whole(cohort, records)
    elif what == "assess":
        kept = frames.assess(cohort, records, "title-x", law=RACE)
    elif what.startswith("hand:"):
        _, name, engine, gaps = what.split(":")
        way = (by_hand.open_ways() if float(gaps) else by_hand.plain_ways())[name]
        kept = by_hand.whole(partial(by_hand.collected, way, cohort, records, engine), cohort)
    else:
        kept = cohort
    print(peak() if len(kept) else 0)


def peak() -> float:
    """Return the peak memory of this process in MiB; not getrusage's, which begins with what its parent had."""
    found = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found[1]) / 1024 if found else float("nan")


def engines(rows: int, rounds: int) -> None:
    """Compare judging ready measures with the rules engine, row by row, and with OpenFisca's vectors."""
    rng = np.random.default_rng(2)
    ready, fields = by_hand.fields(rows, rng)
    lazy = rule(ready.lazy())
    bare, four = openfisca(fields)
    same(pl.Series(four()).cast(pl.Int8), lazy.collect()["outcome"])
    count = min(rows, 20_000)
    keys = list(run.FIELDS)
    asked = [dict(zip(keys, row, strict=True)) for row in by_hand.said(fields, count)]
    content = zen.ZenDecisionContent(json.dumps(run.TABLE))
    engine = zen.ZenEngine({"loader": lambda _: content})
    requests = [{"key": "title", "context": each} for each in asked]
    times = race(
        {"OpenFisca, a bare yes or no": bare, "OpenFisca, four outcomes": four, "thidua": lazy.collect}, rounds
    )
    rules = {
        "zen, a loop": lambda: [engine.evaluate("title", each) for each in asked],
        "zen, evaluate_batch": lambda: engine.evaluate_batch(requests),
    }
    zens = race(rules, min(rounds, 5))
    scale = rows / count
    scaled = {name: Times([t * scale for t in each], [t * scale for t in each.worked]) for name, each in zens.items()}
    times = {name: Times(each[: min(rounds, 5)], each.worked) for name, each in times.items()} | scaled
    print(f"\nOther engines, on ready fields of {rows:,} rows (zen: {count:,} rows, scaled)")
    tell(times, rows)
    for names, bar in ((["zen, a loop", "zen, evaluate_batch"], 50), (["OpenFisca, four outcomes"], 5)):
        ratio(f"thidua / {names[0].partition(',')[0]}", times, "thidua", names, f"{1 / bar:.2f}")
    ratio("thidua / OpenFisca's bare yes or no", times, "thidua", ["OpenFisca, a bare yes or no"], f"{1 / 5:.2f}")


def openfisca(fields: Mapping[str, np.ndarray]) -> tuple[Callable[[], np.ndarray], Callable[[], np.ndarray]]:
    """Return what calculates the decision in OpenFisca: the six criteria as variables, as truths and as outcomes.

    OpenFisca has no missing value: -1 stands for what is not known, which a bare yes or no takes for a no.
    """
    person = build_entity(key="person", plural="persons", label="", is_person=True)
    system = TaxBenefitSystem([person])
    tests = {
        "rating": lambda x: x >= 3,
        **dict.fromkeys(("year_1", "year_2", "initiative"), lambda x: x == 1),
        "disciplined": lambda x: x == 0,
        "absent": lambda x: x <= 100,
    }

    def variable(name: str, kind: type, formula: Callable[..., np.ndarray] | None = None) -> None:
        made = {"value_type": kind, "entity": person, "definition_period": YEAR, "label": ""}
        system.add_variable(type(name, (Variable,), made | ({"formula": formula} if formula else {})))

    def is_met(name: str) -> Callable[..., np.ndarray]:
        return lambda asked, period: (asked(name, period) >= 0) & tests[name](asked(name, period))

    def outcome(name: str) -> Callable[..., np.ndarray]:
        def formula(asked: Callable[..., np.ndarray], period: object) -> np.ndarray:
            value = asked(name, period)
            return np.where(value < 0, 1, np.where(tests[name](value), 3, 0))

        return formula

    for name in fields:
        variable(name, int)
        variable(f"{name}_met", bool, is_met(name))
        variable(f"{name}_outcome", int, outcome(name))
    variable("title", bool, lambda asked, at: np.logical_and.reduce([asked(f"{name}_met", at) for name in fields]))
    variable("four", int, lambda asked, at: np.minimum.reduce([asked(f"{name}_outcome", at) for name in fields]))
    simulation = SimulationBuilder().build_default_simulation(system, count=len(fields["rating"]))
    for name, values in fields.items():
        simulation.set_input(name, "2024", values)

    def calculate(name: str, tail: str) -> np.ndarray:
        for each in (name, *(f"{field}_{tail}" for field in fields)):
            simulation.delete_arrays(each)
        return simulation.calculate(name, "2024")

    return partial(calculate, "title", "met"), partial(calculate, "four", "outcome")


def awards(people: int, rounds: int) -> None:
    """Tell how fast real awards go; nobody has written them by hand."""
    law = thidua.law_on(date(2025, 8, 1), unread="last-text")
    cohort, records = by_hand.careers(people, np.random.default_rng(3))
    names = ("CSTĐCS", "HCLĐ hạng Ba")
    print(f"\nReal awards, {len(records):,} records of {people:,} people")
    tell(race({name: partial(frames.assess, cohort, records, name, law=law) for name in names}, rounds), people)
    for name in names:
        print(f"  {name}: {frames.assess(cohort, records, name, law=law)['outcome'].value_counts().rows()}")


def same(one: pl.Series, other: pl.Series) -> None:
    """Refuse to race contenders that do not answer alike."""
    if not one.cast(other.dtype).eq_missing(other).all():
        raise SystemExit("the contenders must answer alike")


def main() -> None:
    """Run every comparison, or those named."""
    asked = argparse.ArgumentParser(description="Races over tables.")
    asked.add_argument("--quick", action="store_true")
    asked.add_argument("--rows", type=int, default=10**6)
    asked.add_argument("--people", type=int, default=10**6)
    asked.add_argument("--rounds", type=int, default=9)
    asked.add_argument("--only", nargs="*", default=["conditions", "stages", "engines", "awards"])
    asked.add_argument("--once")
    asked.add_argument("--folder")
    given = asked.parse_args()
    if given.once:
        once(given.once, given.folder)
        return
    share = 10 if given.quick else 1
    rows, people, rounds = given.rows // share, given.people // share, given.rounds
    if "conditions" in given.only:
        for each in sorted({min(10**5, rows), rows}):
            conditions(each, rounds * 8)
    if "stages" in given.only:
        for gaps in (0.0, 0.05):
            stages(people, rounds, gaps)
    if "engines" in given.only:
        engines(rows, rounds * 3)
    if "awards" in given.only:
        awards(people, 3)


if __name__ == "__main__":
    main()
