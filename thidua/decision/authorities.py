"""Who may decide an award for the people of a unit, and on whose proposal."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from typing import Literal

import attrs

from thidua.book.governing import unread_for
from thidua.book.law import Law, Placed
from thidua.decision.chains import Step, chain
from thidua.decision.offices import offices_known
from thidua.decision.units import Line, binds, is_gone, lines, unit_read, units_known, units_of
from thidua.model.award import Award
from thidua.model.citation import Citation
from thidua.model.deciding import Office, Power
from thidua.model.finding import Outcome
from thidua.model.outline import Unread
from thidua.model.proposing import UnitEntry
from thidua.model.vocabulary import Kind

Reason = Literal[
    "unit-unknown",
    "unit-ambiguous",
    "unit-not-in-force",
    "unit-not-named",
    "unread",
    "left-to",
    "not-read",
    "not-in-line",
    "several-lines",
]


@attrs.frozen(kw_only=True)
class Decider:
    """An office that may decide, to which recipients, and the article that gives it the power."""

    office: Office
    recipients: tuple[Kind, ...]
    citation: Citation


@attrs.frozen(kw_only=True)
class Authorities:
    """Who may decide an award for the people and collectives of a unit.

    Attributes:
        award: the award.
        given: the unit as the caller named it.
        day: the day of the law.
        unit: the kind of unit it was read as; None where it was not recognised.
        outcome: MET where the texts read name who decides; NOT_MET where there is no such unit any more; UNKNOWN else.
        reason: why it is not MET. ``unit-unknown``, ``unit-ambiguous``: the name says no kind of unit, or several;
            ``unit-not-in-force`` (NOT_MET): such units are gone; ``unit-not-named``: no text in force on the day names
            such a unit; ``unread``: a text that governs was not read; ``left-to``: the law leaves it to ``left_to``;
            ``not-read``: no text read gives the award to anyone; ``not-in-line``: only to ``others``;
            ``several-lines``: it depends on what the unit stands under.
        deciders: the offices of the unit's own line that may decide, the nearest first, each with its article. With
            ``unread`` those of the last text read, with ``several-lines`` those of every line.
        others: the offices that may decide it as well, for the people of other units.
        left_to: the body to whose rules the law leaves it; None where it does not.
        unread: the text that governs but was not read.
        chain: the way of a proposal up to the nearest decider, who confers the award or has somebody confer it; no
            step where the head of the unit decides, and only what is certain where the outcome is not MET.
        missing: what would settle an UNKNOWN: ``unit``, ``unit.above``.
    """

    award: Award
    given: str
    day: date
    outcome: Outcome
    unit: UnitEntry | None = None
    reason: Reason | None = None
    deciders: tuple[Decider, ...] = ()
    others: tuple[Office, ...] = ()
    left_to: str | None = None
    unread: Unread | None = None
    chain: tuple[Step, ...] = ()
    missing: tuple[str, ...] = ()
    citation: Citation | None = None
    """The article of the nearest decider; else of the power that is left to others, or of the text not read."""

    @property
    def offices(self) -> tuple[Office, ...]:
        """The offices of ``deciders``."""
        return tuple(decider.office for decider in self.deciders)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The articles of ``deciders``, each once."""
        return tuple(dict.fromkeys(decider.citation for decider in self.deciders))

    def explain(self, locale: str = "vi") -> str:
        """Say it in prose, in Vietnamese or (``"en"``) English.

        Raises:
            UnknownTerm: no such language.
        """
        text: str = import_module("thidua.wording.authorities").explain(self, locale)
        return text

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook").prose(self)
        return shown

    def __repr__(self) -> str:
        names = ", ".join(office.id for office in self.offices)
        return f"<Authorities {self.award.id} {self.given!r}: {self.outcome.name} {self.reason or names}>"


def authority_for(award: str | Award, unit: str, *, law: Law) -> Authorities:
    """Return who may decide an award for the people and collectives of a unit, and on whose proposal.

    :func:`thidua.check_power` asks it the other way round, of an authority that a decision names.

    Args:
        award: by id, short form or official name.
        unit: a kind of unit (``"commune"``, ``"department"``, ``"army"``…; the ``[[unit]]`` entries of the law), the
            id of the office that heads one, or a name as documents print it ("UBND xã Tân Hội", "Sở Nội vụ"), read
            by its beginning.
        law: the law of the day of the decision.

    Raises:
        UnknownTerm: no such award; or a word of small letters that is no kind of unit.
        NotInForce: the award does not exist on the day.

    Source: Luật 06/2022/QH15 Điều 77-80, 83; NĐ 129/2025/NĐ-CP Điều 59; Luật 15/2003/QH11 Điều 77-80, 83; NĐ
    65/2014/NĐ-CP Điều 26.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> found = authority_for("CSTĐCS", "UBND xã Tân Hội", law=law_on(date(2023, 12, 31)))
    >>> found.unit.id, [office.id for office in found.offices], found.citation.article
    ('commune', ['district-chair'], 'khoản 1 Điều 80')
    >>> [(step.by.id, step.to.id, step.outcome.name) for step in found.chain]
    [('commune-chair', 'district-chair', 'MET')]
    >>> authority_for("CSTĐCS", "army", law=law_on(date(2024, 1, 1))).left_to
    'Bộ Quốc phòng, Bộ Công an'
    """
    asked = law.award(award)
    read = unit_read(unit, law)
    powers = tuple(placed for placed in law.of(Power) if asked.id in placed.entry.awards)
    ways = lines(read.units[0], law) if len(read.units) == 1 else ()
    found = Authorities(
        award=asked,
        given=unit,
        day=law.day,
        unit=read.units[0] if len(read.units) == 1 else None,
        outcome=Outcome.UNKNOWN,
        others=_offices(law, powers),
    )
    if not ways:
        return attrs.evolve(found, reason="unit-ambiguous" if read.units else "unit-unknown", missing=("unit",))
    return _answer(found, ways, powers, law)


def _answer(found: Authorities, ways: tuple[Line, ...], powers: tuple[Placed[Power], ...], law: Law) -> Authorities:
    unit = ways[0][0]
    if unit.id not in units_of(law):
        gone = is_gone(unit, law)
        outcome = Outcome.NOT_MET if gone else Outcome.UNKNOWN
        return attrs.evolve(found, outcome=outcome, reason="unit-not-in-force" if gone else "unit-not-named")
    binding = tuple(placed for placed in powers if binds(placed.entry, unit))
    by_way = [_deciders(found.award, way, binding, law) for way in ways]
    deciders, one = _together(by_way)
    ids = {decider.office.id for decider in deciders}
    # A title of the armed forces alone is left to their rules, whoever asks.
    left = next((placed for placed in (powers if not found.others else binding) if placed.entry.left_to), None)
    found = attrs.evolve(
        found,
        deciders=deciders,
        others=tuple(office for office in found.others if office.id not in ids),
        citation=deciders[0].citation if deciders else left.citation if left else None,
    )
    unread = unread_for(law, found.award, Power.table)
    if unread is not None:
        return attrs.evolve(found, reason="unread", unread=unread.entry, citation=unread.citation)
    if left is not None:
        others = _offices(law, powers)
        answer = attrs.evolve(found, reason="left-to", left_to=left.entry.left_to, deciders=(), others=others)
        return attrs.evolve(answer, citation=left.citation)
    if not deciders:
        heads = (office for way in ways for each in way for office in each.offices)
        asked = (law.stopping(Power.table, found.award.id, office) for office in heads)
        if stopped := next((placed for each in asked for placed in each), None):
            return attrs.evolve(found, reason="unread", unread=stopped.entry, citation=stopped.citation)
        return attrs.evolve(found, reason="not-in-line" if found.others else "not-read")
    routes = [
        chain(found.award, way, way_deciders[0].office, law)
        for way, way_deciders in zip(ways, by_way, strict=True)
        if way_deciders
    ]
    found = attrs.evolve(found, chain=_common(routes))
    if not one:
        return attrs.evolve(found, reason="several-lines", missing=("unit.above",))
    return attrs.evolve(found, outcome=Outcome.MET)


def _deciders(award: Award, way: Line, powers: tuple[Placed[Power], ...], law: Law) -> tuple[Decider, ...]:
    """Return who decides in a line, from the unit up; offices that head no unit stand above every line."""
    known = offices_known(law)
    of_units = {office for unit in units_known(law).values() for office in unit.offices}
    grants: dict[str, Placed[Power]] = {}
    for placed in powers:
        for office in () if placed.entry.left_to else placed.entry.offices:
            grants.setdefault(office, placed)
    in_line = [office for unit in way for office in unit.offices]
    order = [*in_line, *(office for office in grants if office not in of_units)]
    return tuple(
        Decider(
            office=known[office],
            recipients=grants[office].entry.recipients or award.recipients,
            citation=grants[office].citation,
        )
        for office in dict.fromkeys(order)
        if office in grants
    )


def _together(by_way: list[tuple[Decider, ...]]) -> tuple[tuple[Decider, ...], bool]:
    """Return who decides in every line, where the nearest is the same in all; else who does in any, and False."""
    one = len({way[0].office.id if way else None for way in by_way}) == 1
    shared = [{decider.office.id for decider in way} for way in by_way]
    every = {decider.office.id: decider for way in by_way for decider in way}
    if one:
        every = {name: decider for name, decider in every.items() if all(name in names for names in shared)}
    return tuple(every.values()), one


def _offices(law: Law, powers: tuple[Placed[Power], ...]) -> tuple[Office, ...]:
    known = offices_known(law)
    named = (office for placed in powers if not placed.entry.left_to for office in placed.entry.offices)
    return tuple(known[office] for office in dict.fromkeys(named))


def _common(routes: list[tuple[Step, ...]]) -> tuple[Step, ...]:
    """Return the steps that all routes end with."""
    steps: list[Step] = []
    for level in zip(*(reversed(route) for route in routes), strict=False):
        if any(step != level[0] for step in level):
            break
        steps.insert(0, level[0])
    return tuple(steps)
