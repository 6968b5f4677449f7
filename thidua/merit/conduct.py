"""Whether the person was there and in order: recruitment, absence, training, discipline, proceedings."""

from __future__ import annotations

from datetime import date

from thidua.merit.measures import MET, NOT_MET, UNKNOWN, Measure, Shown, Window
from thidua.model.condition import Absent, Joined, Trained, Undisciplined
from thidua.model.dossier import Dossier
from thidua.model.facts import NOT_SAID, Disciplined
from thidua.model.finding import Outcome
from thidua.model.time import add_months
from thidua.model.vocabulary import DISCIPLINES, GRADES, Sex

NOTHING_AMISS: Shown = (MET, None, ())


def undisciplined(leaf: Undisciplined) -> Measure:
    """Look for a disciplinary measure that bars."""
    heavy = frozenset(DISCIPLINES[DISCIPLINES.index(leaf.measure) :])

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        complete = dossier.complete["disciplines"] <= dossier.year
        if complete and not dossier.disciplines:
            return NOTHING_AMISS
        unclear: list[str] = [] if complete else ["disciplines"]
        for item in dossier.disciplines:
            hit = _hits(item, leaf.when, dossier) if item.measure in heavy else False
            if hit:
                return NOT_MET, (item,), ()
            if hit is None:
                unclear.append(f"disciplines[{item.measure}].until")
        return (UNKNOWN, None, tuple(unclear)) if unclear else NOTHING_AMISS

    return measure


def _hits(item: Disciplined, when: str, dossier: Dossier) -> bool | None:
    """Say whether a measure falls where the leaf looks; None where its end, not said, would tell."""
    year = dossier.year
    first, last = (date(year, 1, 1), date(year, 12, 31)) if when != "proposal" else (dossier.proposal_day,) * 2
    if item.since > min(last, dossier.proposal_day):
        return False
    if when == "imposed" or item.since >= first:
        return item.since >= first
    if item.until == NOT_SAID:
        return None
    return item.until is None or item.until > first


def clear(_: bool) -> Measure:  # noqa: FBT001  # the statute book's own value
    """Look for a proceeding that is open on the day of the proposal."""

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        day = dossier.proposal_day
        unclear: list[str] = []
        for item in dossier.proceedings:
            if item.since > day or item.cleared:
                continue
            if item.until == NOT_SAID:
                unclear.append(f"proceedings[{item.kind}].until")
            elif item.until is None or item.until > day:
                return NOT_MET, (item,), ()
        if dossier.complete["proceedings"] > dossier.year:
            unclear.append("proceedings")
        return (UNKNOWN, None, tuple(unclear)) if unclear else (MET, None, ())

    return measure


def sex(wanted: Sex) -> Measure:
    """Look at the person's sex, where the law gives women a reduction."""

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        have = dossier.subject.sex
        if have is None:
            return UNKNOWN, None, ("subject.sex",)
        return (MET if have == wanted else NOT_MET), have, ()

    return measure


def martyr(wanted: bool) -> Measure:  # noqa: FBT001  # the statute book's own value
    """See whether the person was recognised as a martyr (liệt sĩ)."""

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        have = dossier.subject.martyr
        if have is None and None in [
            *(each.until for each in dossier.service),
            *(each.until for each in dossier.posts),
        ]:
            have = False  # who still serves lives
        if have is None:
            return UNKNOWN, None, ("subject.martyr",)
        return (MET if have is wanted else NOT_MET), have, ()

    return measure


def joined(leaf: Joined) -> Measure:
    """Count full months from recruitment to the end of the year."""

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        if dossier.joined is None:
            return UNKNOWN, None, ("joined",)
        long_enough = add_months(dossier.joined, leaf.months) <= date(dossier.year + 1, 1, 1)
        return (MET if long_enough else NOT_MET), dossier.joined, ()

    return measure


def absent(leaf: Absent) -> Measure:
    """Add up working days away in the year."""

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        days, unknown = 0, False
        for item in dossier.absences:
            if item.year == dossier.year and item.kind not in leaf.excluding:
                unknown = unknown or item.working_days is None
                days += item.working_days or 0
        if days >= leaf.fewer_than:
            return NOT_MET, days, ()
        if unknown:
            return UNKNOWN, days, (f"absences[{dossier.year}].working_days",)
        if dossier.complete["absences"] > dossier.year:
            return UNKNOWN, days or None, (f"absences[{dossier.year}]",)
        return MET, days, ()

    return measure


def trained(leaf: Trained) -> Measure:
    """Look at the grade of whoever was long on training."""
    passing = frozenset(GRADES[GRADES.index(leaf.at_least) :])

    def measure(dossier: Dossier, _: Window | None) -> Shown:
        outcome: Outcome = MET if dossier.complete["absences"] <= dossier.year else UNKNOWN
        missing: tuple[str, ...] = () if outcome is MET else (f"absences[{dossier.year}]",)
        for item in dossier.absences:
            if item.kind != "training" or item.year != dossier.year:
                continue
            if item.months is None and item.result not in passing:
                outcome, missing = min(outcome, UNKNOWN), (f"absences[{dossier.year}].months",)
            elif item.months is None:
                continue
            elif item.months >= leaf.months and item.result is None:
                outcome, missing = min(outcome, UNKNOWN), (f"absences[{dossier.year}].result",)
            elif item.months >= leaf.months and item.result not in passing:
                return NOT_MET, item.result, ()
        return outcome, None, missing if outcome is UNKNOWN else ()

    return measure
