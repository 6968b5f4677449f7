"""The two tables: one row a proposal (``cohort``), and what happened to its subject in long form (``records``).

Every column but the required ones may be left out: what is absent is unknown, as in a dossier's JSON. Columns of
other names are the caller's own and stay where they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from thidua.model.dossier import LISTS

TEXT, NUMBER, DAY, TRUTH = "text", "a whole number", "a date", "true or false"

COHORT: Final[Mapping[str, str]] = MappingProxyType(
    {
        "subject": "text or a whole number",  # ties a proposal to its records
        "kind": TEXT,  # individual, collective, household
        "year": NUMBER,  # the achievement year; windows end with it
        "received": DAY,
        "commendation": TEXT,  # the kind proposed; none: every route is tried
        "award": TEXT,  # the award proposed, for whoever opens the row as a dossier
        "track": TEXT,  # several separated by spaces
        "sex": TEXT,
        "body": TEXT,
        "force": TEXT,
        "flag_eligible": TRUTH,
        "martyr": TRUTH,
        "joined": DAY,
        "founded": DAY,
        "known_from": NUMBER,  # the year from which every list is complete
        **{f"known_from_{name}": NUMBER for name in LISTS},  # and of one list, where it differs
        "members_total": NUMBER,
        "members_completed": NUMBER,
        "members_advanced": NUMBER,
        "worst_discipline": TEXT,
    }
)
"""The columns of the cohort, and what each holds."""

RECORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "subject": "text or a whole number",
        "kind": TEXT,  # one of KINDS: what the row tells
        "term": TEXT,  # which: a rating, an award's id, the kind of initiative, the measure…
        "year": NUMBER,
        "id": TEXT,  # of an initiative; in a row of kind ground, the initiative that the award used
        "commendation": TEXT,
        "decided_on": DAY,
        "revoked_on": DAY,
        "period_since": NUMBER,
        "period_until": NUMBER,
        "status": TEXT,
        "scope": TEXT,
        "degree": TEXT,
        "recognised_by": TEXT,
        "value": NUMBER,  # đồng; of a holder row, how many members hold the award
        "years": NUMBER,
        "launched_by": TEXT,
        "review": TEXT,
        "result": TEXT,
        "working_days": NUMBER,
        "months": NUMBER,
        "since": DAY,
        "until": DAY,  # the first day after it
        "running": TRUTH,  # without an until: true where it still runs, else its end is not known
        "cleared": TRUTH,
        "force": TEXT,
        "hardship": TRUTH,
        "border": TRUTH,
        "said": TRUTH,  # of a judgement that was attested: yes or no
    }
)
"""The columns of the records, and what each holds."""

KINDS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "rating": ("term", "year"),
        "award": ("term", "year", "commendation", "decided_on", "revoked_on", "period_since", "period_until"),
        "ground": ("term", "year", "id", "decided_on", "revoked_on"),
        "initiative": ("term", "year", "id", "status", "scope"),
        "achievement": ("term", "year", "degree", "scope", "recognised_by", "value", "years"),
        "movement": ("term", "year", "launched_by", "years", "review", "result"),
        "absence": ("term", "year", "working_days", "months", "result"),
        "discipline": ("term", "since", "until", "running"),
        "proceeding": ("term", "since", "until", "running", "cleared"),
        "service": ("term", "since", "until", "running", "force", "hardship", "border"),
        "post": ("term", "since", "until", "running"),
        "lead": ("term", "year"),
        "holder": ("term", "year", "value"),
        "attested": ("term", "year", "said"),
    }
)
"""What a row may tell, and the columns it tells it in; ``term`` of a service is its activity."""

REQUIRED: Final[dict[str, tuple[str, ...]]] = {
    "cohort": ("subject", "kind", "year"),
    "records": ("subject", "kind", "term", "year"),
}
"""The columns without which a table is none."""
