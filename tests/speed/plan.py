"""How long a plan takes: ``python tests/speed/plan.py``, every award for seven subjects who start from nothing.

An interactive form asks for one award at a time, and wants an answer in well under a tenth of a second. Processor time
is told, best of three, after a first call that reads the law.
"""

from __future__ import annotations

import statistics
import time
from datetime import date
from typing import Any

import thidua
from thidua.book.law import Law
from thidua.model.award import Award
from thidua.model.dossier import Dossier

DAY = date(2025, 8, 1)
NEW: dict[str, Any] = {"year": 2025, "known_from": 2025, "joined": "2025-01-01"}
OLD: dict[str, Any] = {"year": 2025, "known_from": 2000, "founded": "2000-01-01"}
SOLDIER = {"kind": "individual", "tracks": ["armed-forces"], "force": "army", "sex": "male"}
SUBJECTS: dict[str, dict[str, Any]] = {
    "civil servant": {**NEW, "subject": {"kind": "individual", "tracks": ["civil-servant"]}},
    "soldier": {**NEW, "subject": SOLDIER, "service": [{"force": "army", "since": "2025-01-01", "until": None}]},
    "farmer": {**NEW, "subject": {"kind": "individual", "tracks": ["farmer"]}},
    "agency": {**OLD, "subject": {"kind": "collective", "body": "agency", "flag_eligible": True}},
    "province": {**OLD, "subject": {"kind": "collective", "body": "province", "flag_eligible": True}},
    "regiment": {**OLD, "subject": {"kind": "collective", "body": "military", "force": "army", "flag_eligible": True}},
    "household": {"year": 2025, "subject": {"kind": "household"}},
}


def main() -> None:
    """Tell the median and the worst of each subject."""
    law = thidua.law_on(DAY, unread="last-text")
    for name, raw in SUBJECTS.items():
        dossier = thidua.load_dossier(raw)
        taken = {}
        for award in law.awards:
            if dossier.subject.kind in award.recipients:
                thidua.plan(dossier, award, law=law)
                taken[award.id] = min(once(dossier, award, law) for _ in range(3))
        worst = max(taken, key=lambda award: taken[award])
        median = statistics.median(taken.values())
        print(f"{name:14s} {len(taken):3d} awards, median {median:6.1f} ms, worst {taken[worst]:6.1f} ms ({worst})")


def once(dossier: Dossier, award: Award, law: Law) -> float:
    """Plan once; return the milliseconds it took."""
    start = time.process_time()
    thidua.plan(dossier, award, law=law)
    return (time.process_time() - start) * 1e3


if __name__ == "__main__":
    main()
