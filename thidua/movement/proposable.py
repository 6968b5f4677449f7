"""Which award a place in a cluster opens: by the statute book's own conditions, and by the cluster's document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Literal

import attrs

from thidua.book.governing import of_a_day
from thidua.book.law import Law, Placed
from thidua.errors import InputError
from thidua.model.award import Award
from thidua.model.bounds import COUNT
from thidua.model.citation import Citation
from thidua.model.cluster import Proposed
from thidua.model.deciding import Exact, Rate, allowed_of
from thidua.model.finding import Outcome
from thidua.model.provision import Clause, Rule
from thidua.model.vocabulary import Body, Kind
from thidua.movement.routes import clauses_of
from thidua.movement.scored import Card, Scoreboard

_COLLECTIVE: Kind = "collective"


@attrs.frozen(kw_only=True)
class Limit:
    """A cap that the law of the day sets on an award.

    Attributes:
        at_most: the share.
        base: of what it is taken, by name: ``"standard of co-thi-dua-cua-bo-ban-nganh-tinh"``.
        base_awards: the awards that the base is of, by id.
        per: whose base it is: each ``unit``, each ``proposer``. It is no cluster's.
        rounding: how it becomes a count.
        citation: where it is written.
    """

    at_most: Exact
    base: str
    base_awards: tuple[str, ...] = ()
    per: str
    rounding: str
    citation: Citation

    def allowed(self, base: int) -> int:
        """Return how many may have the award, of a base of so many.

        Raises:
            InputError: a base that is no count.

        >>> from datetime import date
        >>> from thidua import law_on
        >>> [cap] = limits_on("co-thi-dua-cua-chinh-phu", law_on(date(2023, 8, 22)))
        >>> cap.allowed(9), cap.allowed(10)
        (1, 2)
        """
        if fault := COUNT.fault(base):
            raise InputError.one("base", "out-of-range", fault)
        return allowed_of(base, self.at_most, self.rounding)


@attrs.frozen(kw_only=True)
class Proposable:
    """An award that places in the cluster open, and to whom; what else it asks stays to be met.

    Attributes:
        award: the award.
        by: ``law``: a clause asks that the recipient leads its cluster; ``cluster``: the cluster's document says so.
        ranks: the first ranks it is for.
        members: those that may be proposed (MET), or of which it is not known (UNKNOWN), in the order of the board.
        bodies: the law opens it to these bodies alone; none: to any.
        selective: it goes to those chosen among the leaders.
        otherwise: the clause is open to others of the cluster too, for what its figures do not show: of who does not
            lead nothing is known.
        asks: what else is to be met: the other clauses of the rule; of the document's word, the award's rules.
        citation: the clause, or the cluster.
        unread: a text that governs the award and was not read: then nobody is MET.
        limits: the caps that the law of the day sets on the award; none: it sets none that was read.
        limit_unread: a text that may set one and was not read.
    """

    award: Award
    by: Literal["law", "cluster"]
    ranks: int = 1
    members: Mapping[str, Outcome]
    bodies: tuple[Body, ...] = ()
    selective: bool = False
    otherwise: bool = False
    asks: tuple[Citation, ...] = ()
    citation: Citation
    unread: Citation | None = None
    limits: tuple[Limit, ...] = ()
    limit_unread: Citation | None = None

    def explain(self, locale: str = "vi") -> str:
        """Tell who may be proposed, by what, what else it asks, and the caps on it (``"vi"`` or ``"en"``).

        Raises:
            UnknownTerm: a language that is not there.
        """
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.clusters").proposable_text(self, locale)
        return text


def proposable(board: Scoreboard, law: Law) -> tuple[Proposable, ...]:
    """Return the awards that places in a cluster open, in the law's order, then those of the cluster's document.

    The document's word stands beside the law's and takes the place of none of it. Where the award's own rules ask who
    leads a cluster, it alone makes nobody MET: of a member whom the law does not name too, nothing is known.

    Args:
        board: the members, scored.
        law: the law by which they were scored, or that of the day on which they are proposed.

    Raises:
        NotInForce: the cluster's document names an award that is not given on the day.
        InputError: ``law_on`` for a law.

    Source: the clauses on who leads a cluster: Luật 06/2022/QH15 Điều 25, 26, 29, 73; NĐ 65/2014/NĐ-CP Điều 6. The cap:
    NĐ 91/2017/NĐ-CP Điều 11, until 2023-12-31.
    """
    law = of_a_day(law)
    lawful = tuple(_by_law(board, law))
    return (*lawful, *(_by_cluster(each, board, law, lawful) for each in board.cluster.proposes))


def limits_on(award: str, law: Law) -> tuple[Limit, ...]:
    """Return the caps that the law of the day sets on an award, as far as its texts were read.

    No cap is no claim that there is none: a text that may set one and was not read is ``limit_unread`` of
    :class:`Proposable`.

    Args:
        award: its id, short form or official name.
        law: the law of the day.

    Raises:
        UnknownTerm: no award has this name.
        NotInForce: it is not given on the day.
    """
    law = of_a_day(law)
    name = law.award(award).id
    return tuple(
        Limit(
            at_most=placed.entry.at_most,
            base=placed.entry.base_name,
            base_awards=placed.entry.base_awards,
            per=placed.entry.per,
            rounding=placed.entry.rounding,
            citation=placed.citation,
        )
        for placed in law.of(Rate)
        if name in placed.entry.awards
    )


def _by_law(board: Scoreboard, law: Law) -> Iterator[Proposable]:
    for award in law.awards:
        for rule in law.rules(award):
            entry = rule.entry
            if entry.recipients and _COLLECTIVE not in entry.recipients:
                continue
            for placed in clauses_of(rule, law):
                if placed.entry.leads is not None and board.cluster.organiser in placed.entry.leads.organisers:
                    made = _made(award, law, board, Proposed(award=award.id))
                    rest = tuple(each.citation for each in _rest(rule, placed, law))
                    open_ = _one_of_several(rule, placed, law)
                    others = {card.member: Outcome.UNKNOWN for card in board.cards} if open_ else {}
                    yield attrs.evolve(
                        made,
                        by="law",
                        members=others | dict(made.members),
                        otherwise=open_,
                        bodies=entry.bodies,
                        selective=bool(entry.selective),
                        asks=rest,
                        citation=placed.citation,
                    )


def _by_cluster(said: Proposed, board: Scoreboard, law: Law, lawful: tuple[Proposable, ...]) -> Proposable:
    award = law.award(said.award)
    rules = law.rules(award)
    made = _made(award, law, board, said)
    members = made.members
    if any(placed.entry.leads is not None for rule in rules for placed in clauses_of(rule, law)):
        own = [each.members for each in lawful if each.award.id == award.id]
        most = {
            name: max((each.get(name, Outcome.UNKNOWN) for each in own), default=Outcome.UNKNOWN) for name in members
        }
        members = {name: min(outcome, most[name]) for name, outcome in members.items()}
    return attrs.evolve(made, members=members, asks=tuple(rule.citation for rule in rules))


def _made(award: Award, law: Law, board: Scoreboard, said: Proposed) -> Proposable:
    unread = next(law.stopping(Rule.table, award.id), None)
    capped = next(law.unread(Rate.table, award.id), None)
    found = {card.member: _may(card, said) for card in board.cards}
    if unread is not None:
        found = {member: min(outcome, Outcome.UNKNOWN) for member, outcome in found.items()}
    return Proposable(
        award=award,
        by="cluster",
        ranks=said.ranks,
        members={member: outcome for member, outcome in found.items() if outcome is not Outcome.NOT_MET},
        citation=board.citation,
        unread=unread.citation if unread else None,
        limits=limits_on(award.id, law),
        limit_unread=capped.citation if capped else None,
    )


def _may(card: Card, said: Proposed) -> Outcome:
    """Say whether a member stands high enough, and has points enough."""
    placed = card.place.among(said.ranks)
    if said.at_least is None or card.total.low >= said.at_least:
        return placed
    return min(placed, Outcome.NOT_MET if card.total.high < said.at_least else Outcome.UNKNOWN)


def _one_of_several(rule: Placed[Rule], leads: Placed[Clause], law: Law) -> bool:
    """Say whether to lead is one of the ways of a clause, and not all that it asks."""
    ways = (
        (each, name) for each in clauses_of(rule, law) for name in each.entry.any or () if len(each.entry.any or ()) > 1
    )
    return any(law.clause(name, each) is leads for each, name in ways)


def _rest(rule: Placed[Rule], leads: Placed[Clause], law: Law) -> Iterator[Placed[Clause]]:
    """Yield the other clauses that a rule asks for beside the one on who leads."""
    for name in rule.entry.all:
        placed = law.clause(name, rule)
        if placed is not leads:
            yield placed
