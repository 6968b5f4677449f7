"""The JSON edge: dossiers, decisions and claims in, every answer out.

What comes in is taken as it is or refused with every fault and its path; nothing is guessed and nothing coerced.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, TypeAlias

import attrs

from thidua.errors import InputError, worded
from thidua.exact import Hook, listed
from thidua.interchange import claims, intake
from thidua.interchange.jsontext import plain
from thidua.model.decision import Ballot, Bases, Decision, StaffRating
from thidua.model.dossier import Dossier
from thidua.model.indicator import Indicator
from thidua.model.launchplan import LaunchPlan
from thidua.model.movement import Movement
from thidua.model.results import ClusterResults
from thidua.model.staff import Official, Section
from thidua.people.claims import Claim

Source: TypeAlias = str | bytes | Path | Mapping[str, Any] | list[Any] | tuple[Any, ...]
"""JSON text, a path to a file of it, or what parsing it would give."""

_WANTED = worded(
    'expected a dossier ({"subject": {…}, "year": …}), a list of dossiers, a list of decisions'
    ' ([{"award": …, "recipient": …}]) or {"decisions": […], "bases": {…}}'
)


@attrs.frozen(kw_only=True)
class Input:
    """What a file turned out to hold: ``dossiers``, or ``decisions`` with what stood beside them.

    Beside decisions ``dossiers`` are those of their subjects, and ``before`` decisions that came before.
    """

    kind: Literal["dossiers", "decisions"]
    dossiers: tuple[Dossier, ...] = ()
    decisions: tuple[Decision, ...] = ()
    ratings: tuple[StaffRating, ...] = ()
    before: tuple[Decision, ...] = ()
    bases: Bases = attrs.field(factory=dict)
    title: str | None = None
    source: str | None = None


def load_dossier(source: Source) -> Dossier:
    """Read a dossier.

    Args:
        source: JSON text, a ``pathlib.Path`` to a file of it, or a mapping.

    Raises:
        InputError: ``problems`` lists every fault with its path (``$.years[1].rating``).

    Awards may be named by id, short form or official name; the dossier holds their ids.

    >>> load_dossier('{"subject": {"kind": "individual", "track": "worker"}, "year": 2024}').subject.tracks
    ('worker',)
    """
    value, name = plain(source)
    found: Dossier = _taken(intake.dossier(), value, name)
    return found


def load_dossiers(source: Source) -> tuple[Dossier, ...]:
    """Read a list of dossiers; one alone is a list of one.

    Raises:
        InputError: as of :func:`load_dossier`, with the index in the list (``$[3].year``).
    """
    value, name = plain(source)
    found: tuple[Dossier, ...] = _taken_all(intake.dossier(), value, name)
    return found


def load_decisions(source: Source) -> tuple[Decision, ...]:
    """Read a list of decisions.

    Args:
        source: JSON text, a ``pathlib.Path`` to a file of it, or a list of mappings.

    Raises:
        InputError: as of :func:`load_dossier`. A wrong *match* (an individual's title for a collective) is none: the
            checks find it.

    An award that a row does not name stays None. Text is put into Unicode's composed form, so that equal units are
    equal.

    >>> load_decisions([{"recipient": "individual", "class": "direct-worker"}])[0].official_class
    'direct-worker'
    """
    value, name = plain(source)
    found: tuple[Decision, ...] = _taken(listed(intake.decision()), value, name)
    return found


def load_ballot(source: Source) -> Ballot:
    """Read a council's vote.

    ``members`` and ``in_favour`` are needed; ``council``, ``secret``, ``on``, ``present``, ``written`` as far as known.

    Raises:
        InputError: as of :func:`load_dossier`; more votes in favour than members is one too.

    >>> load_ballot('{"members": 15, "in_favour": 14, "secret": true, "on": "2024-12-20"}').in_favour
    14
    """
    value, name = plain(source)
    found: Ballot = _taken(intake.ballot(), value, name)
    return found


def load_movements(source: Source) -> tuple[Movement, ...]:
    """Read a list of emulation movements, for form 0601.

    Raises:
        InputError: as of :func:`load_dossier`.

    >>> [found] = load_movements([{"launched_by": "province", "since": "2024-01-01", "until": "2025-01-01"}])
    >>> found.years
    Fraction(1, 1)
    """
    value, name = plain(source)
    found: tuple[Movement, ...] = _taken(listed(intake.movement()), value, name)
    return found


def load_launch(source: Source) -> LaunchPlan:
    """Read the launch of a movement: what its announcement, or its plan, states.

    Raises:
        InputError: as of :func:`load_dossier`.

    >>> found = load_launch({"name": "20 năm", "launched_by": "province", "targets": [{"what": "PCI", "at_least": 67}]})
    >>> found.targets[0].lacks
    ('before',)
    """
    value, name = plain(source)
    found: LaunchPlan = _taken(intake.launch(), value, name)
    return found


def load_results(source: Source) -> ClusterResults:
    """Read the figures of a cluster's members: one figure for one member and one criterion.

    Raises:
        InputError: as of :func:`load_dossier`. Whether the members and criteria are there, scoring finds.

    >>> found = load_results({"cluster": "Khối A", "year": 2025, "figures": [
    ...     {"member": "Trường B", "criterion": "3.1", "value": 45, "plan": 40}]})
    >>> found.figures[0].plan
    Decimal('40')
    """
    value, name = plain(source)
    found: ClusterResults = _taken(intake.results(), value, name)
    return found


def load_sections(source: Source) -> tuple[Section, ...]:
    """Read a list of organisations that do the work, for form 0604.

    Raises:
        InputError: as of :func:`load_dossier`.

    >>> load_sections([{"kind": "provincial-division", "count": 2}])[0].count
    2
    """
    value, name = plain(source)
    found: tuple[Section, ...] = _taken(listed(intake.section()), value, name)
    return found


def load_officials(source: Source) -> tuple[Official, ...]:
    """Read a list of officials who do the work, for form 0605.

    Raises:
        InputError: as of :func:`load_dossier`.

    >>> load_officials([{"sex": "female", "age": 41, "education": "university", "years": 12}])[0].years
    12
    """
    value, name = plain(source)
    found: tuple[Official, ...] = _taken(listed(intake.official()), value, name)
    return found


def load_claims(source: Source) -> tuple[Claim, ...]:
    """Read a list of claims that a report makes of its own figures; one alone is a list of one.

    Each row names its kind in ``claim``: ``share``, ``sum``, ``growth``, ``approximation``, ``order``, ``listing``,
    ``pace`` or ``limit``; its other keys are the attributes of that class in :mod:`thidua.people.claims`. A figure is
    text as printed (``"gần 12.500"``), a whole number, or a table (``{"value": "9.275", "unit": "%"}``); a ratio is
    text (``"81/116"``) or a table of ``part`` and ``whole``; a day is text.

    Raises:
        InputError: as of :func:`load_dossier`, with the index in the list (``$[3].percent``).

    >>> [claim] = load_claims('{"claim": "share", "ratio": "81/116 xã", "percent": "69,83%"}')
    >>> claim.percent.value
    Decimal('69.83')
    """
    value, name = plain(source)
    found: tuple[Claim, ...] = _taken_all(claims.claim(), value, name)
    return found


def load_indicators(source: Source) -> tuple[Indicator, ...]:
    """Read a list of indicators: what was planned and what was reached; one alone is a list of one.

    Its keys are the attributes of :class:`thidua.model.indicator.Indicator`; figures and days are as of
    :func:`load_claims`.

    Raises:
        InputError: as of :func:`load_dossier`, with the index in the list (``$[3].plan``).

    >>> [found] = load_indicators({"what": "việc làm", "attained": "hơn 63%", "measure": "flow", "year": 2023})
    >>> found.attained.value, found.attained.qualifier
    (Decimal('63'), 'above')
    """
    value, name = plain(source)
    found: tuple[Indicator, ...] = _taken_all(claims.indicator(), value, name)
    return found


def load(source: Source) -> Input:
    """Read what a file holds, dossiers or decisions, deciding by its shape.

    Raises:
        InputError: as of :func:`load_dossier`; or it is neither, or a mixture.
    """
    value, name = plain(source)
    if isinstance(value, Mapping) and "decisions" in value:
        batch = _taken(intake.batch(), value, name)
        return Input(kind="decisions", **attrs.asdict(batch, recurse=False))
    rows = value if isinstance(value, list | tuple) else [value]
    shapes = [_shape(row) for row in rows]
    if {"dossiers", "decisions"} <= set(shapes):
        odd = next(index for index, shape in enumerate(shapes) if shape not in {None, shapes[0]})
        raise InputError.one(
            f"$[{odd}]",
            "mixed",
            worded("a dossier among decisions, or the reverse: {wanted}", wanted=_WANTED),
            source=name,
        )
    if "dossiers" in shapes:
        return Input(kind="dossiers", dossiers=_taken_all(intake.dossier(), value, name))
    if "decisions" in shapes and rows is value:
        return Input(kind="decisions", decisions=_taken(listed(intake.decision()), value, name))
    raise InputError.one("$", "unrecognised", _WANTED, source=name)


def _shape(row: object) -> Literal["dossiers", "decisions"] | None:
    if not isinstance(row, Mapping):
        return None
    if "recipient" in row:
        return "decisions"
    return "dossiers" if isinstance(row.get("subject"), Mapping) else None


def _taken_all(hook: Hook, value: Any, name: str | None) -> Any:
    """Take a list, or one alone as a list of one: the paths begin where it begins."""
    return (_taken(hook, value, name),) if isinstance(value, Mapping) else _taken(listed(hook), value, name)


def _taken(hook: Hook, value: Any, name: str | None) -> Any:
    try:
        return hook(value, None)
    except InputError as error:
        raise InputError(error.problems, source=name) from None
