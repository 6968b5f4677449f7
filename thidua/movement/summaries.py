"""How many targets were reached, exceeded, missed; and whether "đạt và vượt 18/18 chỉ tiêu" is what they show."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.exact import show
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.indicator import Indicator
from thidua.movement.indicators import Attainment, attainment
from thidua.text import fold


@attrs.frozen(kw_only=True)
class Counts:
    """How many indicators stand how; ``met``, ``missed`` and ``unknown`` make up all of them.

    Attributes:
        met: reached, whether or not more than that (đạt và vượt).
        exceeded: surely more than reached (vượt); they stand in ``met`` too.
        not_exceeded: surely not more than reached: those reached exactly, and those missed.
        missed: surely not reached.
        unknown: neither.
    """

    met: int
    exceeded: int
    not_exceeded: int
    missed: int
    unknown: int

    @property
    def indicators(self) -> int:
        """How many there are."""
        return self.met + self.missed + self.unknown

    def check(self, met: int, of: int, exceeded: int | None = None) -> Finding:
        """Hold a report's "đạt và vượt 21/21 chỉ tiêu, trong đó vượt 5" against these.

        Args:
            met: how many it says were reached or exceeded.
            of: out of how many; those not listed may stand either way.
            exceeded: how many of these it says were exceeded, if it says so.

        Returns:
            A child for each number, ``of``, ``met`` and ``exceeded``, whose ``need`` is what is said and ``have`` the
            least and the most that it can be. MET only where it can be nothing else.

        Raises:
            InputError: no counts, more reached than there are, more exceeded than reached.

        >>> three = Counts(met=2, exceeded=1, not_exceeded=1, missed=0, unknown=1)
        >>> [three.check(met, 3).outcome.name for met in (1, 2, 3)]
        ['NOT_MET', 'UNKNOWN', 'UNKNOWN']
        >>> three.check(2, 2).outcome.name
        'NOT_MET'
        """
        _sound(met, of, exceeded)
        unlisted = max(of - self.indicators, 0)
        listed = Outcome.UNKNOWN if unlisted else Outcome.MET if of == self.indicators else Outcome.NOT_MET
        children = [fact(About("of", need=of), listed, (self.indicators, self.indicators))]
        children.append(_within("met", met, (self.met, self.met + self.unknown + unlisted)))
        if exceeded is not None:
            children.append(
                _within("exceeded", exceeded, (self.exceeded, self.indicators - self.not_exceeded + unlisted))
            )
        outcome = min(child.outcome for child in children)
        missing = ("indicators",) if outcome is Outcome.UNKNOWN else ()
        return fact(About("said", need=(met, of), subject=self), outcome, self.met, tuple(children), missing)


@attrs.frozen(kw_only=True)
class Summary:
    """How a set of indicators stands.

    Attributes:
        results: how each stands to its plan, in the order given.
        counts: how many stand how, as far as it is certain.
        as_printed: the same by the numbers as printed, whatever their day
            (:class:`~thidua.movement.indicators.Attainment`).
    """

    results: tuple[Attainment, ...]
    counts: Counts
    as_printed: Counts

    def explain(self, locale: str = "vi") -> str:
        """Tell it in prose, in Vietnamese (``"vi"``) or English (``"en"``)."""
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.indicators").summed(self, locale)
        return text


def summary(indicators: Iterable[Indicator]) -> Summary:
    """Hold indicators against their plans and count how they stand.

    Raises:
        InputError: an indicator stands twice: the same thing for the same period.

    >>> from datetime import date
    >>> full = {"direction": "up", "measure": "flow", "year": 2023, "as_of": date(2023, 12, 31)}
    >>> found = summary(Indicator(what=f"chỉ tiêu {n}", plan=100, actual=99 + n, **full) for n in range(3))
    >>> found.counts.met, found.counts.exceeded, found.counts.missed
    (2, 1, 1)
    >>> found.counts.check(3, 3).outcome.name
    'NOT_MET'
    """
    rows = tuple(indicators)
    seen: dict[object, int] = {}
    problems = []
    for index, each in enumerate(rows):
        first = seen.setdefault((fold(each.what), each.begins, each.ends), index)
        if first != index:
            sentence = worded(
                "{what} stands in $[{first}] too, for the same period; keep one", what=show(each.what), first=first
            )
            problems.append(Problem(f"$[{index}].what", "duplicate", sentence))
    if problems:
        raise InputError(problems)
    results = tuple(map(attainment, rows))
    return Summary(
        results=results,
        counts=_counted((each.outcome, each.exceeded) for each in results),
        as_printed=_counted((each.as_printed, each.exceeded_as_printed) for each in results),
    )


def _counted(found: Iterable[tuple[Outcome, Outcome]]) -> Counts:
    pairs = tuple(found)
    reached, beyond = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    return Counts(
        met=reached.count(Outcome.MET),
        exceeded=beyond.count(Outcome.MET),
        not_exceeded=beyond.count(Outcome.NOT_MET),
        missed=reached.count(Outcome.NOT_MET),
        unknown=reached.count(Outcome.UNKNOWN),
    )


def _within(code: str, said: int, can_be: tuple[int, int]) -> Finding:
    least, most = can_be
    outcome = Outcome.MET if least == most == said else Outcome.UNKNOWN if least <= said <= most else Outcome.NOT_MET
    return fact(About(code, need=said), outcome, can_be)


def _sound(met: int, of: int, exceeded: int | None) -> None:
    given = {"met": met, "of": of} | ({} if exceeded is None else {"exceeded": exceeded})
    problems = [
        Problem(name, "bad-value", worded("expected a count, got {value}", value=show(value)))
        for name, value in given.items()
        if type(value) is not int or value < 0
    ]
    if not problems and met > of:
        problems.append(
            Problem(
                "met", "contradiction", worded("{met} of {of} cannot be reached; give the count first", met=met, of=of)
            )
        )
    if not problems and exceeded is not None and exceeded > met:
        sentence = worded(
            "{exceeded} cannot be exceeded where {met} are reached; those exceeded count as reached too",
            exceeded=exceeded,
            met=met,
        )
        problems.append(Problem("exceeded", "contradiction", sentence))
    if problems:
        raise InputError(problems)
