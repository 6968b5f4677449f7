"""What a claim comes to: a verdict with the number it rests on, and how a computed number stands to a printed one."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from importlib import import_module
from typing import Final, Literal, get_args

import attrs

from thidua.model.likeness import things_of
from thidua.model.printed import FAR, NEAR, Figure
from thidua.model.spans import Span
from thidua.people.claims import Approximation, Claim, Growth, Listing, Share, Sum, figures_of

Verdict = Literal["does-not-hold", "ambiguous", "cannot-say", "rounding", "holds"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)  # from the worst to the best
Reason = Literal[
    "truncated",  # cut off after its last digit where it should be rounded
    "rounded-inputs",  # the rounding of the figures it is computed from may explain it
    "not-all",  # "100%" said of less than all
    "how-near",  # whether that is near is for people to say
    "readings",  # it can be read in two ways that come out differently
    "repeated",  # an item stands in a list twice
    "rough-inputs",  # the figures it is computed from are too rough to tell
    "missing",  # a figure is not given
    "base-not-given",  # a growth whose base is not given
    "no-base",  # no base can have grown to this by so much
    "stock",  # a level does not grow with the calendar
    "nouns",  # the figures count different things
    "of-nothing",  # a share of nothing
    "from-nothing",  # a growth from nothing
    "not-begun",  # nothing of the year is gone
    "repaired",  # an enumerator is read as another than printed
]
Quantity = Literal["share", "total", "change", "base", "value", "days", "items", "attained"]
Reading = Literal[
    "vietnamese", "english", "times", "more-by", "divided", "less-by", "of-base", "points"
]  # by separators; of "lần"; of a percentage that grows


@attrs.frozen(kw_only=True)
class FigureFinding:
    """What a check of one claim found.

    Attributes:
        claim: the claim.
        verdict: ``holds``: the printed figures agree; ``rounding``: they are off only by what cutting off a digit, or
            rounding the figures that others are computed from, explains; ``does-not-hold``; ``ambiguous``: it depends
            on how it is read; ``cannot-say``: a figure is missing or too rough.
        reason: why, where there is more to say.
        quantity: what ``computed``, ``possible`` and ``allowed`` are numbers of: ``share`` and ``attained`` in
            percent, ``change`` in percent or times, ``days`` from the second day to the first, ``total``, ``base`` and
            ``value`` in single đồng, things…
        computed: the exact number that the printed figures give; None where they give none.
        possible: where that number may lie, as the figures it is computed from were rounded.
        allowed: where it must lie for the claim to hold at the precision printed.
        settles: paths of the figures that would settle it, or that would confirm it.
        reading: which reading this is of a claim that can be read in two ways.
        readings: what each reading comes to.
    """

    claim: Claim
    verdict: Verdict
    quantity: Quantity
    reason: Reason | None = None
    computed: Fraction | None = None
    possible: Span | None = None
    allowed: Span | None = None
    settles: tuple[str, ...] = ()
    reading: Reading | None = None
    readings: tuple[FigureFinding, ...] = ()

    @property
    def estimate(self) -> bool:
        """A figure is an estimate (ước): what is checked is not yet what happened."""
        return any(each.estimate for _, each in figures_of(self.claim))

    @property
    def tolerance(self) -> Fraction | None:
        """How far "gần" and "khoảng" were taken to reach in what is said, where they stand there; no law sets it."""
        return NEAR if _soft(said_of(self.claim)) else None

    @property
    def reach(self) -> Fraction | None:
        """How far they were taken to reach in the figures that others are reckoned from, where they stand there."""
        said = said_of(self.claim)
        return FAR if any(_soft(each) for _, each in figures_of(self.claim) if each is not said) else None

    @property
    def things(self) -> tuple[str, ...]:
        """What the figures are of, as printed, where they are of different things."""
        return tuple(dict.fromkeys(str(each.noun) for each in things_of(self.claim.alike()).values()))

    def explain(self, locale: str = "vi") -> str:
        """Tell the finding in prose, in Vietnamese (``"vi"``) or English (``"en"``)."""
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.figures").explain(self, locale)
        return text


@attrs.frozen
class Computed:
    """A number computed from printed figures.

    Attributes:
        point: the number, where every figure is printed without gần, trên, hơn or khoảng.
        span: where it may lie.
        rough: paths of the figures that are not exact.
    """

    point: Fraction | None
    span: Span
    rough: tuple[str, ...] = ()

    @classmethod
    def exactly(cls, number: int) -> Computed:
        """Make the number of what was counted."""
        return cls(Fraction(number), Span(low=Fraction(number), high=Fraction(number)))


def said_of(claim: Claim) -> Figure | None:
    """Return the figure that a computed number is held against, as it is read to its last digit."""
    match claim:
        case Share(percent=said) | Sum(total=said) | Approximation(said=said) | Listing(said=said):
            return said
        case Growth(change=said, base=Figure()):
            return said
    return None


def _soft(figure: Figure | None) -> bool:
    return figure is not None and figure.qualifier in ("near", "about")


def plain(inputs: Mapping[str, Figure]) -> bool:
    """Say whether no word softens one of the figures."""
    return all(each.qualifier is None for each in inputs.values())


def rough(inputs: Mapping[str, Figure]) -> tuple[str, ...]:
    """Return the paths of the figures that are not exact."""
    return tuple(at for at, each in inputs.items() if not each.exact())


def compare(claim: Claim, quantity: Quantity, computed: Computed, said: Figure) -> FigureFinding:
    """Hold a computed number against a printed one.

    It holds where the number lies in what the print allows. A plain print that was cut off, not rounded, is
    ``truncated``; one that only other roundings of the inputs could reach, ``rounded-inputs``. "Trên", "dưới", "ít
    nhất" and "không quá" hold only where every possible number lies so: a limit that may be missed is not met.
    """
    if said.bound():
        return bounded(claim, quantity, computed, said.allowed())
    allowed, stretched = said.allowed(), said.stretched()

    def found(verdict: Verdict, reason: Reason | None = None) -> FigureFinding:
        return _finding(claim, quantity, computed, allowed, (verdict, reason))

    if computed.point is None:
        if allowed.covers(computed.span):
            return found("holds")
        near = allowed.meets(computed.span) or stretched.meets(computed.span)
        return found("cannot-say", "rough-inputs") if near else found("does-not-hold")
    if computed.point in allowed:
        return found("holds")
    if computed.point in stretched:
        return found("rounding", "truncated") if said.qualifier is None else found("ambiguous", "how-near")
    return found("rounding", "rounded-inputs") if allowed.meets(computed.span) else found("does-not-hold")


def bounded(claim: Claim, quantity: Quantity, computed: Computed, allowed: Span) -> FigureFinding:
    """Hold a computed number against bounds: it is within where every number it may be is."""
    if allowed.covers(computed.span):
        return _finding(claim, quantity, computed, allowed, ("holds", None))
    if allowed.meets(computed.span):
        return _finding(claim, quantity, computed, allowed, ("cannot-say", "rough-inputs"))
    return _finding(claim, quantity, computed, allowed, ("does-not-hold", None))


def _finding(
    claim: Claim, quantity: Quantity, computed: Computed, allowed: Span, answer: tuple[Verdict, Reason | None]
) -> FigureFinding:
    verdict, reason = answer
    return FigureFinding(
        claim=claim,
        verdict=verdict,
        reason=reason,
        quantity=quantity,
        computed=computed.point,
        possible=computed.span,
        allowed=allowed,
        settles=computed.rough if reason in ("rough-inputs", "rounded-inputs") else (),
    )
