"""Whom a rule speaks of."""

from __future__ import annotations

from thidua.model.dossier import Dossier
from thidua.model.facts import Subject
from thidua.model.provision import Rule

ARMED = frozenset({"military", "military-region"})
"""Bodies that are units of the armed forces by themselves."""
CIVIL = frozenset({"province", "assembly-agency", "district", "commune", "village", "enterprise", "cooperative"})
"""Bodies that are no unit of the armed forces; an agency, a unit or a ministry may be one of the army or police."""

HOME = ARMED | CIVIL | {"ministry", "general-department"}
"""Bodies of the Vietnamese State and its forces, villages and enterprises of its law: no foreign collectives."""
ABROAD = frozenset({"overseas", "foreign"})

EMPLOYED = frozenset({"civil-servant", "worker", "farmer", "labourer", "armed-forces"})
"""Tracks that say how one works. The others are something one is beside that: a scientist may be a public employee."""


def subject_gap(entry: Rule, dossier: Dossier) -> tuple[str, ...] | None:
    """Say whom a rule speaks of: None where not of this subject, else the facts that would tell (none: it does)."""
    missing = []
    for of_it, path in (
        (_of_track(entry, dossier.subject), "subject.tracks"),
        (_of_body(entry, dossier.subject), "subject.body"),
        (_of_force(entry, dossier.subject), "subject.force"),
    ):
        if of_it is False:
            return None
        if of_it is None:
            missing.append(path)
    return tuple(missing)


def _of_body(entry: Rule, subject: Subject) -> bool | None:
    if not (entry.bodies or entry.except_bodies):
        return True
    if subject.body is None:
        return None
    return subject.body not in entry.except_bodies and (not entry.bodies or subject.body in entry.bodies)


def _of_force(entry: Rule, subject: Subject) -> bool | None:
    if not (entry.armed or entry.forces):
        return True
    if subject.force is not None:
        return not entry.forces or subject.force in entry.forces
    if subject.body in ARMED and not entry.forces:
        return True
    return False if subject.body in CIVIL else None


def _of_track(entry: Rule, subject: Subject) -> bool | None:
    if not (entry.tracks or entry.except_tracks):
        return True
    of_it = _on_track(entry, _tracks(subject))
    abroad = entry.tracks and ABROAD.issuperset(entry.tracks)
    return False if of_it is None and abroad and (subject.body in HOME or subject.force) else of_it


def _tracks(subject: Subject) -> frozenset[str]:
    """Return a subject's tracks: whoever is of the army, police or militia is of the armed forces, whatever else."""
    own = frozenset[str](subject.tracks)
    if subject.kind != "individual" or subject.force is None:
        return own
    return own | {"militia" if subject.force == "militia" else "armed-forces"}


def _on_track(entry: Rule, tracks: frozenset[str]) -> bool | None:
    """Say whether a rule speaks of somebody on these tracks; None where it is not known."""
    if not tracks:
        return None
    if tracks & set(entry.except_tracks):
        return False
    if not entry.tracks or tracks & set(entry.tracks):
        return True
    # A rule for public employees may speak of a scientist: of how the scientist works nothing is said.
    return None if set(entry.tracks) & EMPLOYED and not tracks & EMPLOYED else False


def speaks(entry: Rule, dossier: Dossier) -> bool:
    """Say whether a rule speaks of this subject at all, as far as is known."""
    return dossier.subject.kind in entry.recipients and subject_gap(entry, dossier) is not None
