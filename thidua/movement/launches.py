"""Is a launch one that the law knows: who may launch, what it settles, whether it follows its parent."""

from __future__ import annotations

from collections.abc import Iterator

from thidua.book.law import Law, LawChoice, Placed
from thidua.errors import InputError, worded
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.launching import LaunchEntry, Part
from thidua.model.launchplan import LaunchPlan, Target
from thidua.movement.naming import called, find
from thidua.movement.registry import RegisteredMovement, of_law

BESIDE = ("parent", "carries")
"""The findings that are of no article: they stand beside the outcome and do not make it."""


def check_launch(plan: LaunchPlan | RegisteredMovement, law: LawChoice) -> Finding:
    """Say what a launch states of what the law asks, and what it does not.

    The finding's children, in the law's order:

    - ``launcher``: may this level launch a movement of this scope? NOT_MET: the law names it for other scopes, or for
      none any more. UNKNOWN: the plan or the law does not say.
    - ``manner``: the law's name of its form (``need``), where the plan has one.
    - one for each part of organising it (``objective``, ``targets``…): ``have`` is what the plan states. What a whole
      plan does not settle beforehand is NOT_MET; what an excerpt or a report leaves out is UNKNOWN, as is an act of
      later days (inspection, reviews, rewards) that no plan need name. Below ``targets`` stands a ``target`` for each:
      UNKNOWN where it has no number or no day.
    - ``parent``: does it follow the launch of the movement it carries out? ``have`` is the plan's first known day,
      ``need`` its parent's.
    - ``carries``: is a movement it carries on called so on that day? A former name is NOT_MET, with the name of the day
      as ``need``; a name that only reports give is MET, with the official one as ``need``.
    - ``unread``: a text on launching that was not read.

    The outcome is the least of the launcher's, the parts' and a text's that stops an answer; no article speaks of
    names, or of the order of a plan and its parent.

    Args:
        plan: the launch; or a movement of the register, of which nothing is known but what its documents tell.
        law: a law, with the parent's document laid over it where that is a local movement; or ``law_on``, and the day
            of the plan or its launch picks the law.

    Raises:
        InputError: no day where the day was to pick the law.

    Source: Luật 15/2003/QH11 Điều 15, 16, 18; Luật 06/2022/QH15 Điều 16-18.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> plan = LaunchPlan(name="Vùng xanh", launched_by="province", scope="province", planned_on=date(2021, 8, 10),
    ...                   parent="chống và chiến thắng đại dịch Covid-19")
    >>> found = check_launch(plan, law_on)
    >>> [(each.code, each.outcome.name) for each in found.children if each.code in ("launcher", "parent", "slogan")]
    [('launcher', 'MET'), ('slogan', 'UNKNOWN'), ('parent', 'NOT_MET')]
    """
    plan = _plan_of(plan) if isinstance(plan, RegisteredMovement) else plan
    law = _governing(plan, law)
    known = of_law(law)
    children = (
        _launcher(plan, law),
        *_manner(plan, law),
        *_parts(plan, law),
        *_parent(plan, known),
        *(_carried(name, known) for name in plan.carries),
        *_unread(law),
    )
    outcome = min(each.outcome for each in children if each.code not in BESIDE)
    missing = (path for each in children if each.code not in BESIDE for path in each.missing)
    return fact(About("launch", subject=plan), outcome, plan.name, children, tuple(dict.fromkeys(missing)))


def _plan_of(found: RegisteredMovement) -> LaunchPlan:
    """Return what the register tells of a launch."""
    return LaunchPlan(
        name=found.name or found.id,
        launched_by=found.launched_by,
        scope=found.scope,
        manner=found.manner,
        parent=found.parent,
        planned_on=found.planned_on,
        launched_on=found.since,
        until=found.until,
    )


def _governing(plan: LaunchPlan, law: LawChoice) -> Law:
    if isinstance(law, Law):
        return law
    if plan.told_on is None:
        sentence = worded("the day of the plan or its launch picks the law: give one of them, or a law")
        raise InputError.one("$.launched_on", "missing", sentence)
    return law(plan.launched_on or plan.told_on)


def _launcher(plan: LaunchPlan, law: Law) -> Finding:
    """Hold who launched it, and where, against those the law names."""
    naming = [placed for placed in law.of(LaunchEntry) if plan.launched_by in placed.entry.launchers]
    need = tuple(dict.fromkeys(scope for placed in naming for scope in placed.entry.scopes))
    missing = tuple(key for key in ("launched_by", "scope") if getattr(plan, key) is None)
    fitting = [placed for placed in naming if plan.scope in placed.entry.scopes]
    by = next(iter((*fitting, *naming)), None)
    known = {scope for placed in law.of(LaunchEntry) for scope in placed.entry.scopes}
    if fitting:
        outcome = Outcome.MET
    elif naming and not need:
        outcome, missing = Outcome.NOT_MET, ()  # it may launch in no scope at all
    else:  # of an unnamed launcher, and of a scope for which nobody is named, the law says nothing
        outcome = Outcome.NOT_MET if naming and plan.scope in known else Outcome.UNKNOWN
    return fact(
        About("launcher", by.citation if by else None, need, plan),
        outcome,
        (plan.launched_by, plan.scope),
        missing=missing,
    )


def _manner(plan: LaunchPlan, law: Law) -> Iterator[Finding]:
    for placed in law.of(LaunchEntry):
        if plan.manner is not None and placed.entry.manner == plan.manner:
            yield fact(About("manner", placed.citation, placed.entry.label, placed.entry), Outcome.MET, plan.manner)


def _parts(plan: LaunchPlan, law: Law) -> Iterator[Finding]:
    for placed in law.of(LaunchEntry):
        for part in placed.entry.parts:
            yield _part(plan, part, placed, Outcome.NOT_MET if plan.whole else Outcome.UNKNOWN)
        for part in placed.entry.acts:
            yield _part(plan, part, placed, Outcome.UNKNOWN)


def _part(plan: LaunchPlan, part: Part, placed: Placed[LaunchEntry], silent: Outcome) -> Finding:
    have = plan.states(part)
    about = About(part, placed.citation, part, placed.entry)
    if have is None:
        return fact(about, silent, missing=plan.lacks(part))
    children = tuple(_target(*each) for each in enumerate(have)) if part == "targets" else ()
    return fact(about, Outcome.MET, have, children)


def _target(index: int, target: Target) -> Finding:
    missing = tuple(f"targets[{index}].{key}" for key in target.lacks)
    return fact(About("target", subject=target), Outcome.UNKNOWN if missing else Outcome.MET, target, missing=missing)


def _parent(plan: LaunchPlan, known: tuple[RegisteredMovement, ...]) -> Iterator[Finding]:
    """Hold the day of a plan against the launch of the movement that it carries out."""
    if plan.parent is None:
        return
    parent, day = find(plan.parent, known), plan.told_on
    if parent is None:
        yield fact(About("parent", subject=plan.parent), Outcome.UNKNOWN, day, missing=("parent",))
        return
    about = About("parent", parent.citations[0], parent.since or parent.known_from, parent)
    if day is None:
        yield fact(about, Outcome.UNKNOWN, missing=("planned_on",))
    elif parent.earliest is not None and day < parent.earliest:
        yield fact(about, Outcome.NOT_MET, day)
    else:
        yield fact(about, Outcome.MET if parent.known_from <= day else Outcome.UNKNOWN, day)


def _carried(name: str, known: tuple[RegisteredMovement, ...]) -> Finding:
    """Say whether a movement is called so on the day."""
    found = find(name, known)
    if found is None:
        return fact(About("carries"), Outcome.UNKNOWN, name, missing=("carries",))
    about = About("carries", found.citations[-1], found.name, found)
    return fact(about, Outcome.NOT_MET if called(name, found) == "former" else Outcome.MET, name)


def _unread(law: Law) -> Iterator[Finding]:
    stopping = set(map(id, law.stopping(LaunchEntry.table)))
    for placed in law.unread(LaunchEntry.table):
        outcome = Outcome.UNKNOWN if id(placed) in stopping else Outcome.MET
        yield fact(About("unread", placed.citation, None, placed.entry), outcome)
