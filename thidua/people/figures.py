"""Does a report agree with its own numbers? Each claim is checked exactly, at the precision it is printed with.

A printed decimal of d digits stands for everything up to half a unit of its last digit away, both ends included, so
that rounding a half up or down is the same. A number cut off instead of rounded is not taken for it: 69,82% of 81/116
is ``rounding``, for the reason ``truncated``. "100%" of less than all is ``rounding`` too, for ``not-all``.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from functools import reduce
from typing import Final, assert_never

import attrs

from thidua.model.likeness import same, things_of
from thidua.model.printed import Figure
from thidua.model.spans import Span
from thidua.people.claims import (
    Approximation,
    Claim,
    Growth,
    Limit,
    Listing,
    Order,
    Pace,
    Relation,
    Share,
    Sum,
)
from thidua.people.growing import check_growth, forms
from thidua.people.judging import VERDICTS, Computed, FigureFinding, bounded, compare, plain, rough
from thidua.people.readings import by_other_separators, joined
from thidua.text import fold

_ZERO: Final = Fraction(0)
_ALL: Final = Fraction(100)
_ORDERS: Final[dict[Relation, Span]] = {
    "before": Span(high=_ZERO, high_open=True),
    "not-after": Span(high=_ZERO),
    "not-before": Span(low=_ZERO),
    "after": Span(low=_ZERO, low_open=True),
}
"""Where the days from the other day to this one must lie."""


def check(claim: Claim) -> FigureFinding:
    """Check a claim against the figures it stands with.

    A claim that can be read in two ways ("tăng 2,5 lần"; "1,194", where a report may follow the separators of
    English) has the verdict of its readings where they agree, and is ``ambiguous`` where they do not, or where
    neither can be told.

    >>> check(Share(ratio="81/116", percent="69,83%")).verdict, check(Share(ratio="81/116", percent="69,82%")).reason
    ('holds', 'truncated')
    >>> found = check(Growth(value="39 dự án", change="tăng 34,5%"))
    >>> found.verdict, found.possible.wholes(), found.settles
    ('holds', (29, 29), ('base',))
    """
    found = _checked(claim)
    other = by_other_separators(claim)
    if other is None:
        return found
    return joined(claim, attrs.evolve(found, reading="vietnamese"), attrs.evolve(_checked(other), reading="english"))


def check_all(claims: Iterable[Claim]) -> tuple[FigureFinding, ...]:
    """Check claims one by one; the findings come worst first, equals in the order of their claims.

    Equal numbers are never taken for one: each claim has its finding.

    >>> [found.verdict for found in check_all([Sum(parts=[37, 2], total=39), Sum(parts=[37, 2], total=40)])]
    ['does-not-hold', 'holds']
    """
    return tuple(sorted(map(check, claims), key=lambda found: VERDICTS.index(found.verdict)))


def _checked(claim: Claim) -> FigureFinding:
    found = _reckoned(claim)
    things = things_of(claim.alike())
    if not things or found.verdict not in ("holds", "rounding"):
        return found
    if _common(claim):
        return attrs.evolve(found, reason=found.reason or "nouns")
    return attrs.evolve(found, verdict="cannot-say", reason="nouns", settles=tuple(things))


def _common(claim: Claim) -> bool:
    """Say whether different things may be told together: communes and towns as units, but not as communes."""
    match claim:
        case Sum(parts=parts, total=total):
            return not total.thing() or not any(part.thing() and same(part, total) for part in parts)
    return isinstance(claim, Approximation)


def _reckoned(claim: Claim) -> FigureFinding:
    match claim:
        case Share():
            return _share(claim)
        case Sum():
            return _sum(claim)
        case Growth():
            return _growth(claim)
        case Approximation(value=value, said=said):
            return compare(claim, "value", _as_printed(value, "value"), said)
        case Order():
            return _order(claim)
        case Listing():
            return _listing(claim)
        case Pace():
            return _pace(claim)
        case Limit():
            return _limit(claim)
    assert_never(claim)


def _share(claim: Share) -> FigureFinding:
    part, whole = claim.ratio.part, claim.ratio.whole
    if not whole.value:
        return FigureFinding(
            claim=claim, verdict="cannot-say", reason="of-nothing", quantity="share", settles=("ratio.whole",)
        )
    inputs = {"ratio.part": part, "ratio.whole": whole}
    point = 100 * part.amount() / whole.amount() if plain(inputs) else None
    span = (part.possible().over(whole.possible()) or Span()).scaled(_ALL)
    computed = Computed(point, span, rough(inputs))
    if claim.percent is None:
        return bounded(claim, "share", computed, Span(low=_ZERO, high=_ALL))
    found = compare(claim, "share", computed, claim.percent)
    said_all = claim.percent.qualifier is None and claim.percent.amount() == _ALL
    if found.verdict == "holds" and said_all and point is not None and point < _ALL:
        return attrs.evolve(found, verdict="rounding", reason="not-all")
    return found


def _sum(claim: Sum) -> FigureFinding:
    inputs = {f"parts[{at}]": part for at, part in enumerate(claim.parts)}
    point = sum((part.amount() for part in claim.parts), _ZERO) if plain(inputs) else None
    span = reduce(Span.plus, (part.possible() for part in claim.parts))
    return compare(claim, "total", Computed(point, span, rough(inputs)), claim.total)


def _growth(claim: Growth) -> FigureFinding:
    ways = [attrs.evolve(check_growth(claim, form), reading=reading) for form, reading in forms(claim).items()]
    if len(ways) == 1 or all(way.reason == "from-nothing" for way in ways):
        return attrs.evolve(ways[0], reading=None)
    return joined(claim, *ways)


def _order(claim: Order) -> FigureFinding:
    if claim.day is None or claim.other is None:
        missing = tuple(name for name in ("day", "other") if getattr(claim, name) is None)
        return FigureFinding(claim=claim, verdict="cannot-say", reason="missing", quantity="days", settles=missing)
    return bounded(claim, "days", Computed.exactly((claim.day - claim.other).days), _ORDERS[claim.relation])


def _listing(claim: Listing) -> FigureFinding:
    found = compare(claim, "items", Computed.exactly(len(claim.items)), claim.said)
    if found.verdict != "holds":
        return found
    if len(set(map(fold, claim.items))) < len(claim.items):
        return attrs.evolve(found, verdict="ambiguous", reason="repeated", settles=("items",))
    return attrs.evolve(found, reason="repaired" if claim.repaired else None)


def _pace(claim: Pace) -> FigureFinding:
    gone = 100 * claim.elapsed.part.amount() / claim.elapsed.whole.amount()
    computed = _as_printed(claim.attained, "attained")
    found = bounded(claim, "attained", computed, Span(low=gone, low_open=True))
    if not gone:
        return attrs.evolve(found, verdict="cannot-say", reason="not-begun", allowed=None, settles=("elapsed",))
    if claim.measure == "flow":
        return found
    if claim.measure == "stock":
        return attrs.evolve(found, verdict="cannot-say", reason="stock", allowed=None, settles=())
    return attrs.evolve(found, verdict="cannot-say", reason="missing", settles=("measure",))


def _limit(claim: Limit) -> FigureFinding:
    bound = claim.at_least or claim.at_most
    given = {"value": claim.value, "at_least": bound, "at_most": bound}
    missing = tuple(name for name, figure in given.items() if figure is None)
    if claim.value is None or missing:
        return FigureFinding(claim=claim, verdict="cannot-say", reason="missing", quantity="value", settles=missing)
    low = claim.at_least.amount() if claim.at_least else None
    high = claim.at_most.amount() if claim.at_most else None
    return bounded(claim, "value", _as_printed(claim.value, "value"), Span(low=low, high=high))


def _as_printed(figure: Figure, at: str) -> Computed:
    """Take a figure of the report itself as the number to check."""
    return Computed(figure.amount() if figure.qualifier is None else None, figure.possible(), rough({at: figure}))
