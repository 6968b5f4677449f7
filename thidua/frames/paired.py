"""Conditions said twice: as an expression over a dataframe, and as SQL for tools that speak nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce

import attrs
import narwhals.stable.v2 as nw

INDENT = "  "


@attrs.frozen(eq=False)
class Test:
    """What is true or not of a row; never null."""

    expr: nw.Expr
    sql: str

    def __and__(self, other: Test) -> Test:
        return Test(self.expr & other.expr, f"({self.sql} AND {other.sql})")

    def __or__(self, other: Test) -> Test:
        return Test(self.expr | other.expr, f"({self.sql} OR {other.sql})")

    def __invert__(self) -> Test:
        return Test(~self.expr, f"NOT {self.sql}")


def both(one: Test, other: Test | None) -> Test:
    """Return one test, or two together."""
    return one if other is None else one & other


def any_of(tests: Iterable[Test]) -> Test:
    """Return whether one of some tests holds."""
    return reduce(lambda one, other: one | other, tests)


def all_of(tests: Iterable[Test]) -> Test:
    """Return whether all of some tests hold."""
    return reduce(lambda one, other: one & other, tests)


def name(column: str) -> str:
    """Write a column's name."""
    return '"{}"'.format(column.replace('"', '""'))


def text(value: str) -> str:
    """Write a text."""
    return "'{}'".format(value.replace("'", "''"))


def case(*arms: tuple[str, str | int], otherwise: str | int) -> str:
    """Write a choice: the first condition that holds decides."""
    told = " ".join(f"WHEN {test} THEN {value}" for test, value in arms)
    return f"CASE {told} ELSE {otherwise} END"


def where(test: Test | None, value: str, otherwise: int) -> str:
    """Write a value that counts only where a test holds."""
    return value if test is None else block("CASE WHEN " + test.sql + " THEN", [value], f"ELSE {otherwise} END")


def smallest(values: Sequence[str]) -> str:
    """Write the smallest of some numbers: all of them must hold."""
    return values[0] if len(values) == 1 else listed("LEAST(", values)


def greatest(values: Sequence[str]) -> str:
    """Write the greatest of some numbers: one of them must hold."""
    return values[0] if len(values) == 1 else listed("GREATEST(", values)


def listed(head: str, values: Sequence[str]) -> str:
    """Write a call with each of its arguments on lines of its own."""
    return block(head, [*(f"{value}," for value in values[:-1]), values[-1]], ")")


def block(head: str, inside: Sequence[str], tail: str) -> str:
    """Write what stands between two lines one step further in."""
    lines = [INDENT + line for part in inside for line in part.splitlines()]
    return "\n".join([head, *lines, tail])
