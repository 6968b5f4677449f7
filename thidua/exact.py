"""Plain values taken as they are or refused, never coerced: hooks for text, numbers, dates, words, lists and tables.

A hook is called with a value and the type wanted of it; it raises InputError, with paths that begin at ``$``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, TypeAlias

import attrs

from thidua.errors import InputError, Problem, Worded, worded
from thidua.text import did_you_mean

Hook: TypeAlias = Callable[[Any, Any], Any]

_NULL = worded("null says only 'still running'; leave out what is not known")
_PLAIN_STEP = re.compile(r"[\w-]{1,60}\Z")
_DIGITS = 18
_MOST = 10**_DIGITS
_SHORT = 60
_DATE = len("yyyy-mm-dd")
_DECIMAL = re.compile(r"-?\d{1,18}(\.\d{1,18})?\Z", re.ASCII)
_RATIO = re.compile(r"\d{1,9}/[1-9]\d{0,8}\Z")


class Doubled(dict[str, Any]):
    """A table whose text names a key twice; ``twice`` holds those keys."""

    twice: tuple[str, ...] = ()


@attrs.frozen(repr=False)
class Odd:
    """A number that nothing here can be, as its text writes it: ``2024.0``, ``NaN``, a thousand digits."""

    text: str

    def __repr__(self) -> str:
        return (
            self.text
            if len(self.text) <= 2 * _DIGITS
            else worded("a number of {number} characters", number=len(self.text))
        )


def show(value: object) -> str:
    """Return a value as a sentence quotes it: short, whatever it is."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, str):
        whole = len(value) <= _SHORT
        return worded("{text!r}", text=value) if whole else worded("{text!r}...", text=value[:_SHORT])
    if isinstance(value, int) and abs(value) >= _MOST:  # Python itself refuses to print the longest
        return worded("a number of more than {digits} digits", digits=_DIGITS)
    if isinstance(value, int | float | Decimal | date | Odd):
        return repr(value)
    return worded("a table of keys") if isinstance(value, Mapping) else worded("a {kind}", kind=type(value).__name__)


def wrong(expected: str, value: object) -> InputError:
    """Make the error of a value of the wrong kind."""
    if value is None:
        return InputError.one("$", "null", _NULL)
    return InputError.one(
        "$", "bad-value", worded("expected {expected}, got {value}", expected=worded(expected), value=show(value))
    )


def step(key: object) -> str:
    """Return the step of a path that a key is.

    >>> step("rating"), step("22.1.a/selected")
    ('.rating', "['22.1.a/selected']")
    """
    return f".{key}" if isinstance(key, str) and _PLAIN_STEP.match(key) else f"[{show(key)}]"


def problems_of(error: BaseException, path: str = "$") -> Iterator[Problem]:
    """Turn what a hook raised into problems below a path; re-raise what is not about the input."""
    match error:
        case InputError():
            for problem in error.problems:
                yield Problem(path + problem.path.removeprefix("$"), problem.code, problem.sentence)
        case KeyError():
            yield Problem(path, "missing", worded("this key is required"))
        case ValueError():
            told = error.args[0] if error.args else ""
            yield Problem(path, "bad-value", worded(told if isinstance(told, str) else str(told)))
        case _:
            raise error


def text(value: Any, _: Any) -> str:
    """Take text; half of a surrogate pair is none, and could not be written to a file."""
    if type(value) is not str:
        raise wrong("text", value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            raise InputError.one("$", "bad-value", worded("no Unicode text: {value}", value=show(value))) from None
    return value


def whole(value: Any, _: Any) -> int:
    """Take a whole number of at most eighteen digits."""
    if type(value) is int and -_MOST < value < _MOST:
        return value
    raise wrong("a whole number", value)


def truth(value: Any, _: Any) -> bool:
    """Take true or false."""
    if type(value) is bool:
        return value
    raise wrong("true or false", value)


def day(value: Any, _: Any) -> date:
    """Take a date, or text that is one: yyyy-mm-dd."""
    if type(value) is date:  # TOML has dates of its own
        return value
    # fromisoformat reads weeks and unpunctuated dates too.
    if type(value) is str and len(value) == _DATE and value[4] == "-" == value[7]:
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise InputError.one("$", "bad-value", worded("no such date: {value!r}", value=value)) from None
    raise wrong("a date as yyyy-mm-dd", value)


def day_or_null(value: Any, _: Any) -> date | None:
    """Take a date, or the null that says "still running"."""
    return None if value is None else day(value, None)


def number(value: Any, _: Any) -> Decimal:
    """Take an exact number, or the text that ``dump`` writes of one.

    >>> number("0.80", None)
    Decimal('0.80')
    """
    if type(value) is str and _DECIMAL.match(value):
        return Decimal(value)
    if type(value) is int and -_MOST < value < _MOST:
        return Decimal(value)
    if isinstance(value, Decimal) and value.is_finite():
        return value
    raise wrong("a number", value)


def ratio(value: Any, kind: Any) -> Decimal | Fraction:
    """Take an exact number, or text that is a fraction, where no decimal is exact.

    >>> ratio("1/3", None)
    Fraction(1, 3)
    """
    if type(value) is str and _RATIO.match(value):
        return Fraction(value)
    if type(value) is str and not _DECIMAL.match(value):
        raise wrong('a number, or a fraction as text ("1/3")', value)
    return number(value, kind)


def member(kind: type[Enum]) -> Hook:
    """Make the hook that takes the value of one of an enum's members."""
    known = word(tuple(str(each.value) for each in kind))
    return lambda value, _: kind(known(value, kind))


def word(words: tuple[str, ...]) -> Hook:
    """Make the hook that takes one of the words."""
    known = frozenset(words)

    def structure(value: Any, _: Any) -> str:
        if type(value) is str:
            if value in known:
                return value
            hint = did_you_mean(value, words) or worded("; one of {names}", names=", ".join(words))
            raise InputError.one(
                "$", "bad-value", worded("{value} is not a known word here{hint}", value=show(value), hint=hint)
            )
        raise wrong(worded("one of {names}", names=", ".join(words)), value)

    return structure


def bounded(fault: Callable[[int], Worded | None]) -> Hook:
    """Make the hook that takes a whole number in which ``fault`` finds none."""

    def structure(value: Any, kind: Any) -> int:
        sentence = fault(whole(value, kind))
        if sentence:
            raise InputError.one("$", "out-of-range", sentence)
        return value  # type: ignore[no-any-return]  # whole() saw to it

    return structure


def listed(each: Hook) -> Hook:
    """Make the hook that takes a list of what ``each`` takes."""

    def structure(value: Any, kind: Any) -> tuple[Any, ...]:
        if type(value) is not list and not isinstance(value, list | tuple):
            raise wrong("a list", value)
        made = []
        problems: list[Problem] = []
        for index, item in enumerate(value):
            try:
                made.append(each(item, kind))
            except InputError as error:
                problems += problems_of(error, f"$[{index}]")
        if problems:
            raise InputError(problems)
        return tuple(made)

    return structure


def keyed(each: Hook, key: Hook = text) -> Hook:
    """Make the hook that takes a table of any keys, each with what ``each`` takes."""

    def structure(value: Any, kind: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            raise wrong("a table of keys", value)
        problems = list(twice(value))
        made: dict[str, Any] = {}
        for name, item in value.items():
            path = "$" + step(name)
            try:
                made_name = key(name, str)
            except InputError as error:
                problems += problems_of(error, path)
                made_name = None
            try:
                made_item = each(item, kind)
            except InputError as error:
                problems += problems_of(error, path)
                continue
            if made_name in made:
                sentence = worded("{name} stands here twice, by two names; keep one", name=show(name))
                problems.append(Problem(path, "duplicate-key", sentence))
            made[made_name] = made_item
        if problems:
            raise InputError(problems)
        return made

    return structure


def twice(value: object) -> Iterator[Problem]:
    """Find the keys that a table's text names twice."""
    if isinstance(value, Doubled):
        for name in value.twice:
            yield Problem(
                "$" + step(name), "duplicate-key", worded("the key {name} stands here twice; keep one", name=show(name))
            )
