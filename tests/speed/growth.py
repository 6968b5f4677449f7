"""How the cost of a table grows: ``python tests/speed/growth.py`` (needs the extras bench and frames).

One award, CSTĐCS, on five records a person, from ten thousand people on: time and the peak memory of a fresh process
that reads both tables from Parquet and writes its answer to Parquet. ``--people`` sets the sizes, ``--ways`` the ways.
DuckDB and Spark are told to keep within ``--memory``; the tables are made in pieces, and thrown away.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import by_hand
import numpy as np

import thidua
from thidua import frames

PIECE = 10**6
"""So many people are made at a time."""
PARTS = ("cohort", "records")


def make(folder: Path, people: int) -> None:
    """Write both tables, piece by piece."""
    for first in range(0, people, PIECE):
        tables = by_hand.careers(min(PIECE, people - first), np.random.default_rng(first))
        for name, table in zip(PARTS, tables, strict=True):
            (folder / name).mkdir(exist_ok=True)
            moved = table.with_columns(subject=table["subject"].cast(int) + first)
            moved.write_parquet(folder / name / f"{first:09d}.parquet", row_group_size=100_000)


def _law() -> thidua.Law:
    return thidua.law_on(date(2025, 8, 1), unread="last-text")


def polars_eager(folder: Path, _: str) -> None:
    """Read it all."""
    import polars as pl  # noqa: PLC0415  # each way in a process of its own: it pays for its own library alone

    tables = (pl.read_parquet(folder / name / "*.parquet") for name in PARTS)
    frames.assess(*tables, "CSTĐCS", law=_law()).write_parquet(folder / "answer.parquet")


def polars_streaming(folder: Path, _: str) -> None:
    """Let Polars stream from file to file."""
    import polars as pl  # noqa: PLC0415

    tables = (pl.scan_parquet(folder / name / "*.parquet") for name in PARTS)
    answered = frames.assess(*tables, "CSTĐCS", law=_law())
    answered.sink_parquet(folder / "answer.parquet", maintain_order=False, engine="streaming")


def duckdb_files(folder: Path, memory: str) -> None:
    """Let DuckDB spill to disk what is more than its memory."""
    import duckdb  # noqa: PLC0415

    settings = {"memory_limit": memory, "temp_directory": str(folder / "spilt"), "preserve_insertion_order": "false"}
    con = duckdb.connect(config=settings)
    tables = (con.read_parquet(f"{folder}/{name}/*.parquet") for name in PARTS)
    frames.assess(*tables, "CSTĐCS", law=_law()).write_parquet(str(folder / "answer.parquet"))


def pandas_tables(folder: Path, _: str) -> None:
    """Read it all into pandas, with the types of Arrow."""
    import pandas as pd  # noqa: PLC0415

    tables = (pd.read_parquet(folder / name, dtype_backend="pyarrow") for name in PARTS)
    frames.assess(*tables, "CSTĐCS", law=_law()).to_parquet(folder / "answer.parquet")


def pyarrow_tables(folder: Path, _: str) -> None:
    """Read it all into Arrow."""
    import pyarrow.parquet as pq  # noqa: PLC0415

    tables = (pq.read_table(folder / name) for name in PARTS)
    pq.write_table(frames.assess(*tables, "CSTĐCS", law=_law()), folder / "answer.parquet")


def spark(folder: Path, memory: str) -> None:
    """Let Spark do it on two cores of one machine."""
    from pyspark.sql import SparkSession  # noqa: PLC0415

    settings = {
        "spark.driver.memory": memory.lower().removesuffix("b"),
        "spark.python.sql.dataFrameDebugging.enabled": "false",
        "spark.sql.shuffle.partitions": "8",
        "spark.ui.enabled": "false",
    }
    made = SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        made = made.config(name, value)
    session = made.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    tables = (session.read.parquet(str(folder / name)) for name in PARTS)
    frames.assess(*tables, "CSTĐCS", law=_law()).write.mode("overwrite").parquet(str(folder / "answer"))
    session.stop()


WAYS: dict[str, tuple[Callable[[Path, str], None], int]] = {
    "polars": (polars_eager, 10**7),
    "polars-streaming": (polars_streaming, 10**8),
    "duckdb": (duckdb_files, 10**8),
    "pandas": (pandas_tables, 10**6),
    "pyarrow": (pyarrow_tables, 10**6),
    "spark": (spark, 10**6),
}
"""The ways, and the most people that each is asked of unless it is named."""


def once(name: str, folder: Path, memory: str) -> None:
    """Answer one way."""
    WAYS[name][0](folder, memory)


def watched(name: str, folder: Path, memory: str) -> tuple[float, float]:
    """Answer one way in a fresh process: seconds, and its peak in MiB with its children's (Spark has a machine)."""
    command = [sys.executable, __file__, "--once", name, "--folder", str(folder), "--memory", memory]
    start, peak = time.perf_counter(), 0.0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as ran:
        while ran.poll() is None:
            peak = max(peak, sum(map(resident, family(ran.pid))))
            time.sleep(0.02)
        if ran.returncode:
            raise RuntimeError((ran.stderr.read() if ran.stderr else "")[-400:])
    return time.perf_counter() - start, peak


def family(process: int) -> list[int]:
    """Return a process and those it started."""
    try:
        tasks = Path(f"/proc/{process}/task").iterdir()
        children = [int(each) for task in tasks for each in (task / "children").read_text().split()]
    except OSError:
        return []
    return [process, *(each for child in children for each in family(child))]


def resident(process: int) -> float:
    """Return how much memory a process holds now, in MiB."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def main() -> None:
    """Measure each size each way."""
    asked = argparse.ArgumentParser(description="How the cost of a table grows.")
    asked.add_argument("--people", type=int, nargs="*", default=[10**4, 10**5, 10**6, 10**7])
    asked.add_argument("--ways", nargs="*", choices=WAYS)
    asked.add_argument("--rounds", type=int, default=1)
    asked.add_argument("--memory", default="1GB")
    asked.add_argument("--once")
    asked.add_argument("--folder", type=Path)
    given = asked.parse_args()
    if given.once:
        once(given.once, given.folder, given.memory)
        return
    for people in given.people:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), people)
            for name in given.ways or [name for name, (_, most) in WAYS.items() if people <= most]:
                try:
                    told = [watched(name, Path(folder), given.memory) for _ in range(given.rounds)]
                except RuntimeError as error:
                    print(f"{people:>11,} {name:18s} failed: {error}", flush=True)
                    continue
                seconds, peak = min(each for each, _ in told), min(each for _, each in told)
                print(f"{people:>11,} {name:18s} {seconds:8.1f} s {peak:8.0f} MiB", flush=True)


if __name__ == "__main__":
    main()
