"""A session of PySpark, which needs a Java runtime."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.agreement import Careers


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """Start a session of two threads; its tables are small, so that all it does is to plan."""
    from pyspark.sql import SparkSession  # noqa: PLC0415  # these tests alone need it

    settings = {
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.memory": "3g",
        # A plan of ours is deep: one thread's stack has to hold it.
        "spark.driver.extraJavaOptions": "-Xss64m",
        "spark.ui.enabled": "false",
        # Else every expression asks for its place in the program, which doubles the time to build a plan.
        "spark.python.sql.dataFrameDebugging.enabled": "false",
        "spark.sql.adaptive.enabled": "false",
        # Of code made for one small table nothing comes back.
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.shuffle.partitions": "1",
    }
    builder = SparkSession.builder.master("local[2]").appName("thidua")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="session")
def handed(spark: Any, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Careers], tuple[Any, Any]]:
    """Hand the tables of careers to Spark as files: rows from memory would be part of every plan it reads."""

    def hand(careers: Careers) -> tuple[Any, Any]:
        folder = tmp_path_factory.mktemp("tables")
        for name, table in zip(("cohort", "records"), careers.tables, strict=True):
            table.write_parquet(folder / name)
        cohort, records = (spark.read.parquet(str(folder / name)).cache() for name in ("cohort", "records"))
        return cohort, records

    return hand
