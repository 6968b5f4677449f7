"""How fast, as ratios in one run: ``python tests/speed/run.py`` (needs the extra ``bench``).

The race is one decision: title X if rated excellent, and title Y in each of the two years before, and a recognised
initiative, and no discipline in force, and at most 40% of the year absent. The rules engine gets these six as ready
fields; thidua gets the dossier. Contenders take turns, so that a slow spell of the machine falls on all of them.
The same race over tables is ``python tests/speed/frames.py``.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import attrs
import zen

import thidua
from thidua.model.facts import AwardRecord

HERE = Path(__file__).parent
DAY = date(2024, 12, 20)
BEFORE_ANY_LAW = date(2000, 1, 1)
"""The race is run on a day without law: its one document is all there is, as the rules engine has one table."""
ROUNDS, TURN = 60, 0.02

TABLE = {
    "nodes": [
        {"id": "in", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}},
        {
            "id": "table",
            "type": "decisionTableNode",
            "name": "title",
            "position": {"x": 0, "y": 0},
            "content": {
                "hitPolicy": "first",
                "inputs": [
                    {"id": name, "name": name, "field": name}
                    for name in ("rating", "year_1", "year_2", "initiative", "disciplined", "absent")
                ],
                "outputs": [{"id": "title", "name": "title", "field": "title"}],
                "rules": [
                    {
                        "_id": "yes",
                        "rating": "'excellent'",
                        "year_1": "true",
                        "year_2": "true",
                        "initiative": "true",
                        "disciplined": "false",
                        "absent": "<= 0.4",
                        "title": "true",
                    },
                    {
                        "_id": "no",
                        "rating": "",
                        "year_1": "",
                        "year_2": "",
                        "initiative": "",
                        "disciplined": "",
                        "absent": "",
                        "title": "false",
                    },
                ],
            },
        },
        {"id": "out", "type": "outputNode", "name": "out", "position": {"x": 0, "y": 0}},
    ],
    "edges": [
        {"id": "1", "sourceId": "in", "targetId": "table", "type": "edge"},
        {"id": "2", "sourceId": "table", "targetId": "out", "type": "edge"},
    ],
}
FIELDS = {
    "rating": "excellent",
    "year_1": True,
    "year_2": True,
    "initiative": True,
    "disciplined": False,
    "absent": 0.05,
}
RECORD = {
    "subject": {"kind": "individual", "tracks": ["civil-servant"]},
    "year": 2024,
    "known_from": 2018,
    "years": [{"year": 2023, "rating": "good"}, {"year": 2024, "rating": "excellent"}],
    "initiatives": [{"id": "SK-9", "year": 2024, "status": "applied", "scope": "grassroots"}],
    "absences": [{"year": 2024, "kind": "other", "working_days": 12}],
}
SAMPLE = (HERE.parent / "cases" / "sample.json").read_text(encoding="utf-8")


def race(contenders: dict[str, Callable[[], object]]) -> dict[str, tuple[float, float]]:
    """Time the contenders by turns; return the best and the median of each, in microseconds a call."""
    calls: dict[str, int] = {}
    for name, call in contenders.items():
        start, count = time.perf_counter(), 0
        while time.perf_counter() - start < TURN:
            call()
            count += 1
        calls[name] = max(1, count)
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(ROUNDS):
        for name, call in contenders.items():
            start = time.perf_counter()
            for _ in range(calls[name]):
                call()
            taken[name].append((time.perf_counter() - start) / calls[name] * 1e6)
    return {name: (min(times), statistics.median(times)) for name, times in taken.items()}


def verdicts() -> None:
    """A verdict with its findings against the rules engine with its trace."""
    document = thidua.load_document(HERE / "race.toml")
    race_law, law = thidua.law_on(BEFORE_ANY_LAW, document), thidua.law_on(DAY)
    dossier = thidua.load_dossier({**RECORD, "awards": []})
    record = attrs.evolve(dossier, awards=tuple(_award(year) for year in (2022, 2023)))
    # The engine's quickest way: content compiled once and handed out by its loader.
    content = zen.ZenDecisionContent(json.dumps(TABLE))
    engine = zen.ZenEngine({"loader": lambda _: content})
    if thidua.assess(record, "title-x", law=race_law).outcome is not thidua.Outcome.MET:
        raise SystemExit("the race's own dossier must win")
    if engine.evaluate("title", FIELDS)["result"] != {"title": True}:
        raise SystemExit("the race's own fields must win")
    times = race(
        {
            "zen, bare": lambda: engine.evaluate("title", FIELDS),
            "zen, trace": lambda: engine.evaluate("title", FIELDS, {"trace": True}),
            "thidua, findings": lambda: thidua.assess(record, "title-x", law=race_law).findings,
            "thidua, CSTĐCS": lambda: thidua.assess(dossier, "CSTĐCS", law=law).findings,
            "load_dossier": lambda: thidua.load_dossier(SAMPLE),
            "json.loads": lambda: json.loads(SAMPLE),
        }
    )
    for name, (best, median) in times.items():
        print(f"{name:20s} best {best:8.2f} µs   median {median:8.2f} µs")
    ours, theirs = times["thidua, findings"], times["zen, trace"]
    print(f"verdict / zen with trace: {ours[0] / theirs[0]:.3f} best, {ours[1] / theirs[1]:.3f} median (bar: 0.25)")
    print(f"load_dossier: {times['load_dossier'][0]:.0f} µs best (bar: 100)")


def _award(year: int) -> AwardRecord:
    return AwardRecord(award="title-y", year=year)


def starts() -> None:
    """What a process pays: import, and the first law of a day."""

    def once(code: str) -> float:
        timed = f"import time; t = time.perf_counter(); {code}; print(time.perf_counter() - t)"
        ran = subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True)
        return float(ran.stdout)

    bare, ours, first = [], [], []
    for _ in range(9):
        bare.append(once("import attrs"))
        ours.append(once("import thidua"))
        first.append(once("import thidua, datetime; thidua.law_on(datetime.date(2024, 12, 20))"))
    print(
        f"import thidua / import attrs: {min(ours) / min(bare):.2f} best, "
        f"{statistics.median(ours) / statistics.median(bare):.2f} median (bar: 2)"
    )
    print(f"first law_on, import and all: {min(first):.2f} s best, {statistics.median(first):.2f} s median (bar: 0.5)")


def refusals() -> None:
    """How long bad input takes to be told."""
    keys = ",".join(f'"k{index}":1' for index in range(10_000))
    with tempfile.TemporaryDirectory() as folder:
        large = Path(folder, "large.json")
        with large.open("wb") as file:
            file.truncate(10**9)
        bad: dict[str, str | Path] = {
            "a file of 1 GB": large,
            "100,000 levels": "[" * 100_000,
            "10,000 keys twice": f"{{{keys},{keys}}}",
            "10,000 wrong keys": f"{{{keys}}}",
        }
        for name, source in bad.items():
            start = time.perf_counter()
            try:
                thidua.load_dossier(source)
            except thidua.InputError:
                print(f"refused, {name}: {(time.perf_counter() - start) * 1e3:.1f} ms")
            else:
                raise SystemExit(f"{name}: not refused")


if __name__ == "__main__":
    verdicts()
    starts()
    refusals()
