"""What is wrong with a decision's row: the words and numbers that :class:`~thidua.model.decision.Decision` refuses.

Rows at hand are refused with every fault told. Rows that are not, in a lazy table, cannot be: an answer leaves them out
and says how many it left.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final, get_args

import narwhals.stable.v2 as nw

from thidua.errors import InputError, Problem, worded
from thidua.frames.naming import Rows
from thidua.frames.opening import ROW
from thidua.model.bounds import AT_LEAST_ONE, YEAR
from thidua.model.vocabulary import Kind, OfficialClass
from thidua.text import did_you_mean

RECIPIENTS: Final[tuple[Kind, ...]] = get_args(Kind)
CLASSES: Final[tuple[OfficialClass, ...]] = get_args(OfficialClass)

WRONG: Final = "__thidua_wrong"
"""1 in a row that is wrong, 0 in any other."""


def _recipient(row: Mapping[str, Any]) -> Problem | None:
    given = row["recipient"]
    if given is None:
        return Problem(
            "recipient", "missing", worded("a decision names its recipient: {names}", names=", ".join(RECIPIENTS))
        )
    return None if given in RECIPIENTS else _word("recipient", given, RECIPIENTS)


def _class(row: Mapping[str, Any]) -> Problem | None:
    given, recipient = row["class"], row["recipient"]
    if given is None:
        return None
    if recipient in RECIPIENTS and recipient != "individual":
        sentence = worded("only an individual has an official class, not a {recipient}", recipient=recipient)
        return Problem("class", "contradiction", sentence)
    return None if given in CLASSES else _word("class", given, CLASSES)


def _number(column: str) -> Callable[[Mapping[str, Any]], Problem | None]:
    bounds = {"count": AT_LEAST_ONE, "year": YEAR}[column]

    def found(row: Mapping[str, Any]) -> Problem | None:
        fault = None if row[column] is None else bounds.fault(row[column])
        return Problem(column, "out-of-range", fault) if fault else None

    return found


def _word(column: str, given: str, words: tuple[str, ...]) -> Problem:
    near = did_you_mean(given, words)
    return Problem(
        column,
        "bad-value",
        worded("{given!r} is none of {names}{near}", given=given, names=", ".join(words), near=near),
    )


# Each fault twice: as the engine finds it among all rows, and as its sentence tells it of one.
_SOUND: Final[Mapping[str, nw.Expr]] = {
    "recipient": nw.col("recipient").is_in(RECIPIENTS),
    "class": nw.col("class").is_null() | (nw.col("class").is_in(CLASSES) & (nw.col("recipient") == "individual")),
    "count": nw.col("count").is_between(AT_LEAST_ONE.least, AT_LEAST_ONE.most),
    "year": nw.col("year").is_null() | nw.col("year").is_between(YEAR.least, YEAR.most),
}
_TOLD: Final = {"recipient": _recipient, "class": _class, "count": _number("count"), "year": _number("year")}


def checked(frame: Rows, *, eager: bool, columns: tuple[str, ...] = tuple(_SOUND)) -> Rows:
    """Find the rows that are wrong in one of these columns, and mark them in the column ``WRONG``.

    Raises:
        InputError: there are such rows, and the rows are at hand; it names each by its place, counted from 0.
    """
    sound = nw.lit(1)
    for column in columns:
        # A comparison with nothing is no answer, and no answer is not sound.
        sound = nw.when(_SOUND[column]).then(sound).otherwise(nw.lit(0))
    marked = frame.with_columns((1 - sound).alias(WRONG))
    if eager:
        wrong = marked.filter(nw.col(WRONG) == 1)
        here = wrong.collect() if isinstance(wrong, nw.LazyFrame) else wrong
        found = [
            Problem(f"decisions[{row[ROW]}].{problem.path}", problem.code, problem.sentence)
            for row in here.sort(ROW).iter_rows(named=True)
            for problem in (_TOLD[column](row) for column in columns)
            if problem is not None
        ]
        if found:
            raise InputError(found)
    return marked
