"""How dossiers, decisions, batches of decisions and what statistics count are taken from plain values."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args, get_type_hints

import attrs

from thidua.book.catalogue import catalogue
from thidua.errors import InputError, Problem, worded
from thidua.exact import Hook, Odd, bounded, keyed, listed, ratio, show, step, text, twice, whole, wrong
from thidua.model import contradiction
from thidua.model.bounds import COUNT
from thidua.model.decision import Authority, Ballot, Bases, Decision, StaffRating
from thidua.model.dossier import LISTS, Dossier
from thidua.model.facts import AwardRecord, Members, Subject
from thidua.model.launchplan import LaunchPlan, Target
from thidua.model.movement import Movement
from thidua.model.results import ClusterResults, Figure
from thidua.model.staff import Official, Section
from thidua.strict import converter
from thidua.text import did_you_mean

_count = bounded(COUNT.fault)


@attrs.frozen(kw_only=True)
class Batch:
    """Decisions with what a check of them needs.

    ``{"decisions": […], "ratings": […], "bases": {…}, "dossiers": […], "before": […], "title": …, "source": …}``
    """

    decisions: tuple[Decision, ...]
    ratings: tuple[StaffRating, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    before: tuple[Decision, ...] = ()
    bases: Bases = attrs.field(factory=dict)
    title: str | None = None
    source: str | None = None


@cache
def dossier() -> Hook:
    """Return the hook that takes a dossier; what it refuses comes with its contradictions too."""
    award = _award()
    holders = keyed(_count, key=award)
    hooks = {AwardRecord: {"award": award}, Dossier: {"award": award, "holders": holders, "known_from": _known_from}}
    made = converter(hooks)
    made.register_structure_hook(Subject, _one_track(made.get_structure_hook(Subject)))
    take = made.get_structure_hook(Dossier)
    kinds = get_type_hints(Dossier)
    records = {name: made.get_structure_hook(get_args(kinds[name])[0]) for name in contradiction.LISTS}
    members = made.get_structure_hook(Members)

    def structure(value: Any, kind: Any) -> Any:
        try:
            return take(value, kind)
        except InputError as error:
            found = [*error.problems, *contradictions(value)]
            raise InputError(dict.fromkeys(found)) from None

    def contradictions(value: Any) -> Iterator[Problem]:
        """Find contradictions in what there is, as the whole could not be built to find them itself."""
        if not isinstance(value, Mapping):
            return
        yield from contradiction.known_from(_sound(_known_from, value.get("known_from")), LISTS)
        for name, take_one in records.items():
            rows = value.get(name)
            sound = ((index, _sound(take_one, row)) for index, row in enumerate(rows if isinstance(rows, list) else ()))
            found = [(index, record) for index, record in sound if record is not None]
            yield from contradiction.within({name: found})
        whole_of = _sound(members, value.get("members"))
        yield from contradiction.honoured(whole_of, _sound(holders, value.get("holders")) or {})

    return structure


@cache
def decision() -> Hook:
    """Return the hook that takes a decision."""
    take: Hook = _decisions().get_structure_hook(Decision)
    return take


@cache
def ballot() -> Hook:
    """Return the hook that takes a council's vote."""
    take: Hook = _decisions().get_structure_hook(Ballot)
    return take


@cache
def movement() -> Hook:
    """Return the hook that takes an emulation movement."""
    take: Hook = _decisions().get_structure_hook(Movement)
    return take


@cache
def launch() -> Hook:
    """Return the hook that takes the launch of a movement."""
    take: Hook = _decisions().get_structure_hook(LaunchPlan)
    return take


@cache
def results() -> Hook:
    """Return the hook that takes the figures of a cluster's members."""
    take: Hook = _decisions().get_structure_hook(ClusterResults)
    return take


@cache
def section() -> Hook:
    """Return the hook that takes an organisation that does the work."""
    take: Hook = _decisions().get_structure_hook(Section)
    return take


@cache
def official() -> Hook:
    """Return the hook that takes an official who does it."""
    take: Hook = _decisions().get_structure_hook(Official)
    return take


@cache
def batch() -> Hook:
    """Return the hook that takes a batch of decisions."""
    take: Hook = _decisions().get_structure_hook(Batch)
    return take


@cache
def _decisions() -> Any:
    hooks: dict[type, dict[str, Hook]] = {
        Decision: {"award": _award(), "authority": _authority, "unit": _called, "peer_group": _called},
        StaffRating: {"unit": _called, "peer_group": _called},
        Batch: {"bases": _bases, "dossiers": listed(dossier())},
        Target: {"at_least": _exact, "at_most": _exact},
        Figure: dict.fromkeys(("value", "at_least", "at_most", "plan"), _exact),
    }
    made = converter(hooks)
    made.register_structure_hook(str, composed)
    return made


def composed(value: Any, kind: Any) -> str:
    """Take text in Unicode's composed form, so that one unit has one name."""
    return unicodedata.normalize("NFC", text(value, kind))


def _called(value: Any, kind: Any) -> str:
    """Take what a unit is called: blanks at its ends are no part of its name."""
    return composed(value, kind).strip()


_counts = keyed(_count, key=composed)


@cache
def _award() -> Hook:
    names = catalogue()
    known = tuple(name for award in names.awards for name in (award.label, *award.short, *award.former))
    longest = max(map(len, known)) * 4  # in decomposed form a letter may take three characters

    def structure(value: Any, kind: Any) -> str:
        given = text(value, kind)
        found = names.find(given) if len(given) <= longest else None
        if found is None:
            sentence = worded("unknown award {given}{hint}", given=show(given), hint=did_you_mean(given, known))
            raise InputError.one("$", "unknown-award", sentence)
        return found.id

    return structure


def _one_track(take: Hook) -> Hook:
    """Read a subject's ``track`` as its one of several ``tracks``."""

    def structure(value: Any, kind: Any) -> Any:
        if not isinstance(value, Mapping) or "track" not in value:
            return take(value, kind)
        problems = list(twice(value))
        rest = {name: item for name, item in value.items() if name != "track"}
        both = "tracks" in rest
        if both:
            problems.append(Problem("$.track", "duplicate-key", worded("say track or tracks, not both")))
        else:
            rest["tracks"] = [value["track"]]
        try:
            found = take(rest, kind)
        except InputError as error:
            for problem in error.problems:
                path = problem.path if both else problem.path.replace("$.tracks[0]", "$.track")
                problems.append(attrs.evolve(problem, path=path))
        if problems:
            raise InputError(problems)
        return found

    return structure


def _exact(value: Any, kind: Any) -> Any:
    """Take an exact number: one of JSON's as its text writes it, or the text that ``dump`` writes."""
    if type(value) is float:
        raise wrong(worded('an exact number (a Decimal, or text: "0.5")'), value)
    return ratio(value.text if isinstance(value, Odd) else value, kind)


def _known_from(value: Any, kind: Any) -> Any:
    if isinstance(value, Mapping):
        return keyed(whole)(value, kind)
    if type(value) is int:
        return whole(value, kind)
    raise wrong(worded("a year, or a table with a year for each list"), value)


def _authority(value: Any, kind: Any) -> Any:
    if isinstance(value, Mapping):
        return _decisions().get_structure_hook(Authority)(value, kind)
    if type(value) is str:
        return Authority(printed=composed(value, kind))
    raise wrong(worded("a printed name, or a table with office and body"), value)


def _bases(value: Any, kind: Any) -> Any:
    return keyed(_base, key=composed)(value, kind)


def _base(value: Any, kind: Any) -> Any:
    """Take a count for all units, or one unit's counts and those of its peer groups."""
    return keyed(_part, key=composed)(value, kind) if isinstance(value, Mapping) else _count(value, kind)


def _part(value: Any, kind: Any) -> Any:
    return _counts(value, kind) if isinstance(value, Mapping) else _count(value, kind)


def _sound(take: Hook, value: Any) -> Any:
    """Take a table without the keys that are at fault; None where too little is left."""
    try:
        return take(value, None)
    except InputError as error:
        paths = [problem.path for problem in error.problems]
    if not isinstance(value, Mapping):
        return None
    faulty = {
        name
        for name in value
        for start in ["$" + step(name)]
        if any(path == start or path.startswith((f"{start}.", f"{start}[")) for path in paths)
    }
    try:
        return take({name: item for name, item in value.items() if name not in faulty}, None)
    except InputError:
        return None
