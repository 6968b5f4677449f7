"""Hypothesis strategies for thidua's own values: the ones its tests use, for the tests of programs that use it.

>>> from thidua import strategies
>>> dossier = strategies.dossiers(kind="individual").example()  # doctest: +SKIP
"""

from __future__ import annotations

from thidua.strategies.careers import careers
from thidua.strategies.changes import changes
from thidua.strategies.claims import claims
from thidua.strategies.clusters import cluster_results, clusters
from thidua.strategies.decisions import ballots, decisions
from thidua.strategies.documents import documents
from thidua.strategies.dossiers import (
    absences,
    achievements,
    award_records,
    cohorts,
    disciplines,
    dossiers,
    initiatives,
    members,
    movement_results,
    posts,
    proceedings,
    services,
    subjects,
)
from thidua.strategies.indicators import figures, indicators
from thidua.strategies.launches import launch_plans, movements, planned_reviews, targets
from thidua.strategies.offices import officials, sections, staff_ratings, successions
from thidua.strategies.records import records
from thidua.strategies.words import award_ids, awards, days, maybe, outcomes, words_of

__all__ = [
    "absences",
    "achievements",
    "award_ids",
    "award_records",
    "awards",
    "ballots",
    "careers",
    "changes",
    "claims",
    "cluster_results",
    "clusters",
    "cohorts",
    "days",
    "decisions",
    "disciplines",
    "documents",
    "dossiers",
    "figures",
    "indicators",
    "initiatives",
    "launch_plans",
    "maybe",
    "members",
    "movement_results",
    "movements",
    "officials",
    "outcomes",
    "planned_reviews",
    "posts",
    "proceedings",
    "records",
    "sections",
    "services",
    "staff_ratings",
    "subjects",
    "successions",
    "targets",
    "words_of",
]
