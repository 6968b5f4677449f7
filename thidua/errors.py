"""What goes wrong when the caller errs; what the law says about bad merit is a finding, never one of these.

Each class resembles the builtin it extends, so ``except ValueError`` and ``except LookupError`` still catch it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import attrs


class ThiduaError(Exception):
    """The root of every error thidua raises on purpose; never raised itself."""


MOST_TOLD = 20
"""How many faults a message tells; a file in another form than ours has one in every line."""


@attrs.frozen
class Problem:
    """One fault in the input: where it is, which kind it is, and what to do about it in one sentence."""

    path: str
    code: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}: {self.sentence} [{self.code}]"


class InputError(ThiduaError, ValueError):
    """The input has a wrong shape; ``problems`` lists every fault found, each with its path.

    The message tells the first twenty of them and the number of the rest.

    >>> raise InputError([Problem("$.year", "bad-value", "expected a whole number, got 'x'")])
    Traceback (most recent call last):
    ...
    thidua.errors.InputError: $.year: expected a whole number, got 'x' [bad-value]
    """

    def __init__(self, problems: Iterable[Problem], *, source: str | None = None) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.source = source
        place = f"{source}: " if source else ""
        super().__init__(place + "; ".join(self.told()))

    def told(self) -> list[str]:
        """Return the faults as sentences: the first ones, and how many more there are."""
        rest = len(self.problems) - MOST_TOLD
        told = [str(problem) for problem in self.problems[:MOST_TOLD]]
        return [*told, f"and {rest} more"] if rest > 0 else told

    @classmethod
    def one(cls, path: str, code: str, sentence: str, *, source: str | None = None) -> InputError:
        """Build the error of a single fault."""
        return cls([Problem(path, code, sentence)], source=source)


class UnknownTerm(ThiduaError, LookupError):
    """No term of the law has this name; ``nearest`` holds the names it may have meant."""

    def __init__(self, what: str, given: str, nearest: Sequence[str] = ()) -> None:
        self.what = what
        self.given = given
        self.nearest: tuple[str, ...] = tuple(nearest)
        hint = f"; did you mean {' or '.join(repr(name) for name in self.nearest)}?" if self.nearest else ""
        super().__init__(f"unknown {what} {given!r}{hint}")


class NotInForce(ThiduaError, LookupError):
    """The term is known, but not on the day asked about; ``since`` and ``until`` (exclusive) say when it was."""

    def __init__(self, what: str, on: date, since: date | None, until: date | None) -> None:
        self.what = what
        self.on = on
        self.since = since
        self.until = until
        when = [f"since {since}" if since else "", f"until {until}" if until else ""]
        period = " ".join(part for part in when if part) or "never"
        super().__init__(f"{what} is not in force on {on}: in force {period}")
