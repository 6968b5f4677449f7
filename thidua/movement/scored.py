"""What scoring a cluster answers: each member's points, part by part, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from importlib import import_module

import attrs

from thidua.errors import UnknownTerm
from thidua.model.citation import Citation
from thidua.model.cluster import ClusterEntry, Criterion
from thidua.model.facts import Lead
from thidua.model.finding import Outcome
from thidua.model.results import Figure
from thidua.movement.points import Number, Points, Reason
from thidua.movement.ranking import Place
from thidua.text import fold, nearest, nfc


@attrs.frozen(kw_only=True)
class Part:
    """The points of one member by one criterion, and what they rest on.

    Attributes:
        criterion: the criterion: its rule, its most points, its weight.
        figure: the member's figure; None where there is none.
        bounds: the least and the greatest that the number may be to which the rule was applied (in percent of the plan,
            where the criterion asks for that); None where nothing bounds it, and of an answer.
        points: the points, weighted; of a penalty those that it takes off.
        reasons: why they are not exact; none where they are.
        citation: where the criterion is written.
    """

    criterion: Criterion
    figure: Figure | None
    bounds: Number
    points: Points
    reasons: tuple[Reason, ...] = ()
    citation: Citation

    @property
    def number(self) -> Fraction | None:
        """The number that the rule was applied to; None where it is not known, or only between bounds."""
        low, high = self.bounds
        return low if low == high else None


@attrs.frozen(kw_only=True)
class Card:
    """What one member reached.

    Attributes:
        member: its name.
        parts: its points by each criterion, in the document's order.
        criteria: the sum of its points by the criteria proper.
        bonus: the sum of its bonus points, as far as the cluster's cap lets them count.
        penalty: the sum of its penalties, as far as the cap lets them count.
        total: ``criteria`` and ``bonus`` less ``penalty``; nothing is rounded.
        place: where it stands.
    """

    member: str
    parts: tuple[Part, ...]
    criteria: Points
    bonus: Points
    penalty: Points
    total: Points
    place: Place

    @property
    def rank(self) -> int | None:
        """Its rank; None where points that are not known leave it open."""
        return self.place.rank

    @property
    def leads(self) -> Outcome:
        """Whether it leads: MET where all others surely stand behind it; UNKNOWN where it shares the first rank."""
        return self.place.among(1)

    @property
    def missing(self) -> tuple[str, ...]:
        """The figures that would make its points exact: ``"figures[Xã A/2.1]"``."""
        lacking = [each for each in self.parts if {"no-figure", "no-plan", "bounds"} & set(each.reasons)]
        return tuple(f"figures[{self.member}/{each.criterion.id}]" for each in lacking)

    def explain(self, locale: str = "vi") -> str:
        """Tell how its points come about: each criterion's figure, rule, points and article (``"vi"`` or ``"en"``).

        Raises:
            UnknownTerm: a language that is not there.

        >>> ten, none = (Points(Fraction(points), Fraction(points)) for points in (10, 0))
        >>> first = Place(best=1, worst=1, before=0, not_behind=0)
        >>> card = Card(member="Xã A", parts=(), criteria=ten, bonus=none, penalty=none, total=ten, place=first)
        >>> print(card.explain("en"))
        Xã A: 10 points
          Total: criteria 10 points; added 0 points; taken off 0 points
        """
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.clusters").card_text(self, locale)
        return text


@attrs.frozen(kw_only=True)
class Scoreboard:
    """The members of a cluster with their points, the first ones first.

    Attributes:
        cluster: the cluster, as its document has it.
        year: the year of the achievements.
        cards: one for each member, in the order of their best ranks, then of the document.
        citation: where the cluster is written.
        source: where the figures were read.
    """

    cluster: ClusterEntry
    year: int
    cards: tuple[Card, ...]
    citation: Citation
    source: str | None = None

    def card(self, member: str) -> Card:
        """Return a member's card.

        Raises:
            UnknownTerm: no member has this name, or several do when accents are forgiven.
        """
        name = named(member, self.cluster.members)
        if name is None:
            raise UnknownTerm("member", member, nearest(member, self.cluster.members))
        return next(each for each in self.cards if each.member == name)

    @property
    def leader(self) -> str | None:
        """The member that leads; None where that is not known, or shared."""
        return next((each.member for each in self.cards if each.leads is Outcome.MET), None)

    @property
    def lead(self) -> Lead | None:
        """What the leader's dossier says under ``leads``; None without a leader, or where no council is named."""
        if self.leader is None or self.cluster.organiser is None:
            return None
        return Lead(year=self.year, organiser=self.cluster.organiser)

    @property
    def missing(self) -> tuple[str, ...]:
        """The figures that would make all points exact."""
        return tuple(path for each in self.cards for path in each.missing)

    def explain(self, locale: str = "vi") -> str:
        """Tell the ranks, what told ties apart, who leads, and which figures are missing (``"vi"`` or ``"en"``).

        Raises:
            UnknownTerm: a language that is not there.
        """
        text: str = import_module("thidua.wording.clusters").score_text(self, locale)
        return text


def named(name: str, names: Iterable[str]) -> str | None:
    """Return the one of these names that is meant; None where none is, or more than one may be.

    Accents and case are forgiven where that leaves no doubt: "Hòa An" and "Hóa An" are two communes.

    >>> named("xa hoa an", ["Xã Hòa An", "Xã Tân An"]), named("Hoa An", ["Hòa An", "Hóa An"])
    ('Xã Hòa An', None)
    """
    known = dict.fromkeys(names)
    if nfc(name) in known:
        return nfc(name)
    found = [each for each in known if fold(each) == fold(name)]
    return found[0] if len(found) == 1 else None
