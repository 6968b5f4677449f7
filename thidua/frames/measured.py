"""What a measure of a table is: two columns between which the record leaves it, and how much the law asks."""

from __future__ import annotations

import attrs
import narwhals.stable.v2 as nw

from thidua.frames.sheet import FAR


@attrs.frozen(eq=False)
class Measured:
    """A number known only between two bounds; a yes or no is 0 or 1.

    Attributes:
        sure: what the record shows for certain.
        possible: what it may come to with all that it leaves open; never less than ``sure``.
        need: the least that will do.
        claimed: with what is claimed and not recognised; only of achievements.
        recognised: what is sure and possible without the claims; only of achievements.
        barred: whether an award of a kind that grounds nothing was found in place of one that counts.
    """

    sure: nw.Expr
    possible: nw.Expr
    need: int = 1
    claimed: nw.Expr | None = None
    recognised: tuple[nw.Expr, nw.Expr] | None = None
    barred: nw.Expr | None = None


def known(truth: nw.Expr) -> Measured:
    """Measure a fact of the proposal's own row: yes, no, or not known where it is null."""
    return Measured(truth.fill_null(value=False).cast(nw.Int64), truth.fill_null(value=True).cast(nw.Int64))


def either(sure: nw.Expr, open_: nw.Expr) -> Measured:
    """Measure a yes or no: for certain, or left open."""
    return Measured(sure.cast(nw.Int64), (sure | open_).cast(nw.Int64))


def unless_open(found: nw.Expr, open_: nw.Expr) -> nw.Expr:
    """Return a count as it was found, or more than any need where the list is not all on record."""
    return nw.when(open_).then(nw.lit(FAR)).otherwise(found)
