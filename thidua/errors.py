"""What goes wrong when the caller errs; what the law says about bad merit is a finding, never one of these.

Each class resembles the builtin it extends, so ``except ValueError`` and ``except LookupError`` still catch it.
Their text is English; each can :meth:`~ThiduaError.explain` itself in Vietnamese too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import reduce
from importlib import import_module
from typing import Any

import attrs


class Worded(str):
    """English text that remembers what it was made of, so that it can be said in Vietnamese; :func:`worded` makes it.

    Attributes:
        template: the text with the places of its values, which the catalogue of ``locale/vi`` translates.
        values: what stands in those places; what is worded itself is translated too.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, Any]

    def explain(self, locale: str = "vi") -> str:
        """Return it in Vietnamese (``"vi"``) or English (``"en"``)."""
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.errors").sentence(self, locale)
        return text


def worded(template: str, /, **values: Any) -> Worded:
    """Return a sentence, or a part of one; what is worded already stays as it is.

    >>> told = worded("expected a whole number, got {value!r}", value="x")
    >>> told, told.explain()
    ("expected a whole number, got 'x'", 'cần số nguyên, không phải “x”')
    """
    if isinstance(template, Worded):
        return template
    made = Worded(template.format(**values) if values else template)
    made.template, made.values = template, values
    return made


def both(parts: Iterable[str]) -> str:
    """Join parts by "and"."""
    return _joined("{one} and {other}", parts)


def either(parts: Iterable[str]) -> str:
    """Join parts by "or"."""
    return _joined("{one} or {other}", parts)


def listed(names: Iterable[str]) -> str:
    """Quote names, and join them by commas."""
    return _joined("{one}, {other}", (worded("{name!r}", name=name) for name in names))


def _joined(template: str, parts: Iterable[str]) -> str:
    first, *rest = [*parts] or [""]
    return reduce(lambda one, other: worded(template, one=one, other=other), rest, first)


class ThiduaError(Exception):
    """The root of every error thidua raises on purpose; never raised itself."""

    def explain(self, locale: str = "vi") -> str:
        """Say what is wrong and what to do about it, in Vietnamese (``"vi"``) or English (``"en"``)."""
        text: str = import_module("thidua.wording.errors").sentence(self.args[0], locale)  # as above
        return text

    def __reduce__(self) -> tuple[Any, ...]:
        # An error comes home from another process as it was: its text is not what it is made from.
        return _again, (type(self), self.args), self.__dict__


def _again(kind: type[ThiduaError], args: tuple[Any, ...]) -> ThiduaError:
    made = kind.__new__(kind)
    made.args = args
    return made


MOST_TOLD = 20
"""How many faults a message tells; a file in another form than ours has one in every line."""


@attrs.frozen
class Problem:
    """One fault in the input: where it is, which kind it is, and what to do about it in one sentence.

    Both texts are English; what :func:`worded` made :meth:`explain` can tell in Vietnamese.

    >>> problem = Problem("$.year", "missing", worded("this key is required"))
    >>> str(problem), problem.explain()
    ('$.year: this key is required [missing]', '$.year: phải có khóa này [missing]')
    """

    path: str
    code: str
    sentence: Worded

    def explain(self, locale: str = "vi") -> str:
        """Tell it with its place and its code, in Vietnamese (``"vi"``) or English (``"en"``)."""
        text: str = import_module("thidua.wording.errors").problem(self, locale)  # as above
        return text

    def __str__(self) -> str:
        return f"{self.path}: {self.sentence} [{self.code}]"


class InputError(ThiduaError, ValueError):
    """The input has a wrong shape; ``problems`` lists every fault found, each with its path.

    The message tells the first twenty of them and the number of the rest.

    >>> raise InputError([Problem("$.year", "bad-value", worded("expected a whole number, got {value!r}", value="x"))])
    Traceback (most recent call last):
    ...
    thidua.errors.InputError: $.year: expected a whole number, got 'x' [bad-value]
    """

    def __init__(self, problems: Iterable[Problem], *, source: str | None = None) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        self.source = source
        place = f"{source}: " if source else ""
        super().__init__(place + "; ".join(self.told()))

    def told(self, locale: str = "en") -> list[str]:
        """Return the faults as sentences: the first ones, and how many more there are."""
        rest = len(self.problems) - MOST_TOLD
        first = self.problems[:MOST_TOLD]
        told = [str(problem) if locale == "en" else problem.explain(locale) for problem in first]
        more = worded("and {rest} more", rest=rest)
        return [*told, str(more) if locale == "en" else more.explain(locale)] if rest > 0 else told

    def explain(self, locale: str = "vi") -> str:
        """Tell the faults, each in a line of its own, in Vietnamese (``"vi"``) or English (``"en"``)."""
        place = f"{self.source}: " if self.source else ""
        return "\n".join(f"{place}{sentence}" for sentence in self.told(locale))

    @classmethod
    def one(cls, path: str, code: str, sentence: Worded, *, source: str | None = None) -> InputError:
        """Build the error of a single fault."""
        return cls([Problem(path, code, sentence)], source=source)


class UnknownTerm(ThiduaError, LookupError):
    """No term of the law has this name; ``nearest`` holds the names it may have meant."""

    def __init__(self, what: str, given: str, nearest: Sequence[str] = ()) -> None:
        self.what = what
        self.given = given
        self.nearest: tuple[str, ...] = tuple(nearest)
        names = [worded("{name!r}", name=name) for name in self.nearest]
        hint = worded("; did you mean {names}?", names=either(names)) if names else ""
        super().__init__(worded("unknown {what} {given!r}{hint}", what=worded(what), given=given, hint=hint))


class NotInForce(ThiduaError, LookupError):
    """The term is known, but not on the day asked about; ``since`` and ``until`` (exclusive) say when it was."""

    def __init__(self, what: str, on: date, since: date | None, until: date | None) -> None:
        self.what = what
        self.on = on
        self.since = since
        self.until = until
        super().__init__(_not_in_force(what, on, since, until))


def _not_in_force(what: str, on: date, since: date | None, until: date | None) -> Worded:
    period = worded("never")
    if since and until:
        period = worded("since {since} until {until}", since=since, until=until)
    elif since:
        period = worded("since {since}", since=since)
    elif until:
        period = worded("until {until}", until=until)
    return worded("{what} is not in force on {on}: in force {period}", what=worded(what), on=on, period=period)
