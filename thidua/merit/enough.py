"""A way that is surely enough, where no shorter one was found: all that the climb achieved and received."""

from __future__ import annotations

from thidua.merit.climb import Climb
from thidua.merit.feats import of_feat
from thidua.merit.tree import Leaf
from thidua.merit.wants import Want, Wants
from thidua.merit.yearly import SHOWN, At, feat, rated
from thidua.model.finding import About


def everything(climb: Climb, until: int, about: About) -> Wants:
    """Want all that a climb did up to a year, for the sake of one clause."""
    wants = Wants()
    leaves = [(award, node) for award, node in climb.ladder.asked if isinstance(node, Leaf) and not node.about.negated]
    for year, deeds in climb.deeds.items():
        if year > until:
            continue
        if deeds.rating:
            wants = rated(climb, year, deeds.rating, about, wants) or wants
        for award, leaf in leaves:
            show = feat if of_feat(leaf.about) else SHOWN.get(leaf.key)
            if show is not None and leaf.key not in ("rated", "rated_years"):
                wants = show(climb, leaf, At(year, award, window=(year, year)), wants, None) or wants
    for award, year in climb.got:
        if year <= until:
            wants = wants.with_one(("award", year, award), Want("award", year, award, (about,)))
    return wants
