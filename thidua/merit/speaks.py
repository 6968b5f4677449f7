"""Whom a rule speaks of."""

from __future__ import annotations

from thidua.model.dossier import Dossier
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
    subject = dossier.subject
    missing: list[str] = []
    if entry.tracks or entry.except_tracks:
        of_it = _on_track(entry, frozenset(subject.tracks))
        if (
            of_it is None
            and ABROAD.issuperset(entry.tracks)
            and entry.tracks
            and (subject.body in HOME or subject.force)
        ):
            of_it = False
        if of_it is False:
            return None
        if of_it is None:
            missing.append("subject.tracks")
    if entry.bodies or entry.except_bodies:
        if subject.body is None:
            missing.append("subject.body")
        elif subject.body in entry.except_bodies or (entry.bodies and subject.body not in entry.bodies):
            return None
    if entry.forces:
        if subject.force is None and subject.body not in CIVIL:
            missing.append("subject.force")
        elif subject.force not in entry.forces:
            return None
    elif entry.armed and subject.force is None and subject.body not in ARMED:
        if subject.body in CIVIL:
            return None
        missing.append("subject.force")
    return tuple(missing)


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
