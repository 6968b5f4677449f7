"""What a measure of a table is: a truth, a number, or two numbers between which the record leaves it."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
import narwhals.stable.v2 as nw

from thidua.frames.paired import case, name
from thidua.frames.sheet import FAR
from thidua.model.finding import Outcome

NOT_MET, UNKNOWN, PENDING, MET = (nw.lit(int(outcome), dtype=nw.Int8) for outcome in Outcome)


@attrs.frozen(eq=False)
class Truth:
    """Yes, no, or null: not known.

    ``claimed``, of an achievement: whether it is there if what nobody recognised counts too. ``barred``: whether an
    award of a kind that grounds nothing was found in place of one that counts.
    """

    yes: nw.Expr
    claimed: nw.Expr | None = None
    barred: nw.Expr | None = None

    def columns(self) -> Mapping[str, nw.Expr]:
        """Return its columns, by what is added to its name."""
        return _there({"": self.yes, "_claimed": self.claimed, "_barred": self.barred})

    def again(self, column: str) -> Truth:
        """Return it read back from the columns of that name."""
        return Truth(*(None if expr is None else nw.col(f"{column}{part}") for part, expr in self._parts()))  # type: ignore[arg-type]  # the first is there

    def _parts(self) -> tuple[tuple[str, nw.Expr | None], ...]:
        return (("", self.yes), ("_claimed", self.claimed), ("_barred", self.barred))

    @property
    def need(self) -> int:
        """A truth is asked to be one."""
        return 1

    def truth(self) -> nw.Expr:
        """Return it as a truth."""
        return self.yes

    def outcome(self) -> nw.Expr:
        """Judge it."""
        return nw.when(self.yes.is_null()).then(UNKNOWN).when(self.yes).then(MET).otherwise(NOT_MET)

    def sql(self, column: str, *, denied: bool = False) -> str:
        """Write how it is judged."""
        yes, no = (0, 3) if denied else (3, 0)
        return case((f"{name(column)} IS NULL", 1), (name(column), yes), otherwise=no)

    def may(self) -> nw.Expr:
        """Say whether it may be met."""
        return self.yes.fill_null(value=True)


@attrs.frozen(eq=False)
class Number:
    """A number, null where it is not known, and the least that will do."""

    value: nw.Expr
    need: int
    barred: None = None

    def columns(self) -> Mapping[str, nw.Expr]:
        """Return its column."""
        return {"": self.value}

    def again(self, column: str) -> Number:
        """Return it read back from the column of that name."""
        return attrs.evolve(self, value=nw.col(column))

    def truth(self) -> nw.Expr:
        """Return whether it is enough."""
        return self.value >= self.need

    def outcome(self) -> nw.Expr:
        """Judge it."""
        return Truth(self.truth()).outcome()

    def sql(self, column: str, *, denied: bool = False) -> str:
        """Write how it is judged."""
        yes, no = (0, 3) if denied else (3, 0)
        return case((f"{name(column)} IS NULL", 1), (f"{name(column)} >= {self.need}", yes), otherwise=no)

    def may(self) -> nw.Expr:
        """Say whether it may be enough."""
        return (self.value >= self.need).fill_null(value=True)


@attrs.frozen(eq=False)
class Bounds:
    """A number known only between two: what the record shows, and what it may come to with all that is left open."""

    sure: nw.Expr
    possible: nw.Expr
    need: int
    barred: nw.Expr | None = None

    def columns(self) -> Mapping[str, nw.Expr]:
        """Return its columns, by what is added to its name."""
        return _there({"_sure": self.sure, "_possible": self.possible, "_barred": self.barred})

    def again(self, column: str) -> Bounds:
        """Return it read back from the columns of that name."""
        barred = None if self.barred is None else nw.col(f"{column}_barred")
        return Bounds(nw.col(f"{column}_sure"), nw.col(f"{column}_possible"), self.need, barred)

    def truth(self) -> None:
        """Between two numbers there is more than a truth."""

    def outcome(self) -> nw.Expr:
        """Judge it."""
        short = nw.when(self.possible >= self.need).then(UNKNOWN).otherwise(NOT_MET)
        return nw.when(self.sure >= self.need).then(MET).otherwise(short)

    def sql(self, column: str, *, denied: bool = False) -> str:
        """Write how it is judged."""
        yes, no = (0, 3) if denied else (3, 0)
        sure, possible = name(f"{column}_sure"), name(f"{column}_possible")
        return case((f"{sure} >= {self.need}", yes), (f"{possible} >= {self.need}", 1), otherwise=no)

    def may(self) -> nw.Expr:
        """Say whether it may be enough."""
        return self.possible >= self.need


Measured = Truth | Number | Bounds


def _there(parts: Mapping[str, nw.Expr | None]) -> dict[str, nw.Expr]:
    return {part: expr for part, expr in parts.items() if expr is not None}


def either(sure: nw.Expr, open_: nw.Expr) -> nw.Expr:
    """Return yes where it is sure, null where it is open, else no."""
    return nw.when(sure | ~open_).then(sure)


def unless_open(found: nw.Expr, open_: nw.Expr) -> nw.Expr:
    """Return a count as it was found, or more than any need where the list is not all on record."""
    return nw.when(open_).then(nw.lit(FAR)).otherwise(found)
