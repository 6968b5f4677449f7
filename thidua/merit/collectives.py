"""What a collective shows: its members, its place in the cluster, whether flags are open to it."""

from __future__ import annotations

from fractions import Fraction

from thidua.merit.measures import MET, NOT_MET, UNKNOWN, Measure, Shown, Window
from thidua.model.condition import HasMembers, Leads, MembersOf
from thidua.model.dossier import Dossier
from thidua.model.vocabulary import DISCIPLINES


def members(leaf: MembersOf) -> Measure:
    """Compare a share of the members, exactly."""
    least = Fraction(leaf.at_least if leaf.at_least is not None else leaf.above or 0)

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        whole = dossier.members
        if whole is None:
            return UNKNOWN, None, ("members.total", f"members.{leaf.share}")
        part = whole.completed if leaf.share == "completed" else whole.advanced
        if part is None:
            return UNKNOWN, None, (f"members.{leaf.share}",)
        if whole.total == 0:
            return NOT_MET, None, ()
        share = Fraction(part, whole.total)
        enough = share >= least if leaf.at_least is not None else share > least
        return (MET if enough else NOT_MET), share, ()

    return measure


def worst_discipline_below(measure_name: str) -> Measure:
    """Look at the heaviest measure against any member."""
    heavy = frozenset(DISCIPLINES[DISCIPLINES.index(measure_name) :])

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        worst = dossier.members.worst_discipline if dossier.members else None
        if worst is None:
            return UNKNOWN, None, ("members.worst_discipline",)
        return (NOT_MET if worst in heavy else MET), worst, ()

    return measure


def has_members(leaf: HasMembers) -> Measure:
    """Count the members who hold an award."""

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        count = dossier.holders.get(leaf.award)
        if count is None:
            return UNKNOWN, None, (f"holders.{leaf.award}",)
        return (MET if count >= leaf.at_least else NOT_MET), count, ()

    return measure


def leads(leaf: Leads) -> Measure:
    """See whether the collective leads its cluster in the year."""

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        whose = tuple(item.organiser for item in dossier.leads if item.year == dossier.year)
        if any(not leaf.organisers or organiser in leaf.organisers for organiser in whose):
            return MET, whose, ()
        if dossier.complete["leads"] <= dossier.year:
            return NOT_MET, whose or None, ()
        return UNKNOWN, whose or None, (f"leads[{dossier.year}]",)

    return measure


def flag_eligible(wanted: bool) -> Measure:  # noqa: FBT001  # the statute book's own value
    """See whether the collective may receive emulation flags."""

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        may = dossier.subject.flag_eligible
        if may is None:
            return UNKNOWN, None, ("subject.flag_eligible",)
        return (MET if may is wanted else NOT_MET), may, ()

    return measure
