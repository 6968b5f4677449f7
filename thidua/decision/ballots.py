"""By what vote: did a council agree as the law asks."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from importlib import import_module

import attrs

from thidua.book.governing import of_a_day
from thidua.book.law import Law, LawChoice, Placed
from thidua.decision.councils import council_of, of_emulation, says_nothing
from thidua.decision.settled import unsettled
from thidua.errors import InputError, worded
from thidua.model.award import Award
from thidua.model.citation import Citation
from thidua.model.decision import Ballot
from thidua.model.finding import About, Finding, Outcome, fact
from thidua.model.voting import BallotEntry, Council, needed_of

Asked = tuple[Placed[BallotEntry], ...]


@attrs.frozen(eq=False, kw_only=True)
class VoteSubject:
    """What a finding on a vote speaks of, for wording.

    Attributes:
        award: the award voted on.
        ballot: the vote.
    """

    award: Award
    ballot: Ballot


class Tally(Finding):
    """The finding on a vote; ``children`` holds what it rests on, each with its article."""

    __slots__ = ()

    @property
    def needed(self) -> int | None:
        """How many votes in favour are needed, of all members; None where no text read asks for a vote."""
        needed: int | None = self.need
        return needed

    @property
    def in_favour(self) -> int:
        """How many votes in favour there were."""
        return self._ballot.in_favour

    @property
    def members(self) -> int:
        """How many members the council has, present or not."""
        return self._ballot.members

    @property
    def share(self) -> Fraction:
        """The votes in favour, of all members; exact."""
        return Fraction(self.in_favour, self.members)

    @property
    def short(self) -> int | None:
        """How many votes in favour were lacking; None where no text read asks for a number."""
        return None if self.needed is None else max(0, self.needed - self.in_favour)

    @property
    def _ballot(self) -> Ballot:
        ballot: Ballot = self.about.subject.ballot
        return ballot

    def explain(self, locale: str = "vi") -> str:
        """Tell the vote in prose, with its articles, in Vietnamese (``"vi"``) or English (``"en"``)."""
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.votes").tally(self, locale)
        return text

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook").prose(self)
        return shown


def votes_asked(award: str | Award, *, law: Law) -> Asked:
    """Return what the texts read say on votes about an award, in the order of the documents.

    Nothing is returned where no text read asks for a vote: another, a local one for instance, may.

    Raises:
        UnknownTerm: no such award.
        NotInForce: the award does not exist on the day.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> [str(placed.entry.at_least) for placed in votes_asked("CSTĐCS", law=law_on(date(2024, 12, 20)))]
    ['0.80']
    >>> votes_asked("LĐTT", law=law_on(date(2024, 12, 20)))
    ()
    """
    found = of_a_day(law).award(award)
    return tuple(placed for placed in law.of(BallotEntry) if found.id in placed.entry.awards)


def tally(ballot: Ballot, award: str | Award, *, law: LawChoice) -> Tally:
    """Say whether a council's vote on an award is what the law asks.

    The threshold is taken of all members of the council, present or not, and turns into a count by rounding up. A
    ballot that does not say whose it is, is taken for the vote of the council that proposes the award (the Central
    Council votes on heroes once more: ``council="central-council"``). Children: ``in-favour``, ``secret`` where the
    text asks for a secret ballot, ``quorum`` where a text sets one, ``in-writing`` where members were absent,
    ``council`` where it is not certain that the council is the one asked, ``unread``. UNKNOWN: one of these is not
    known; no text read asks for a vote (``no-vote-asked``; a local document may); a text that governs was not read.

    Args:
        ballot: the vote.
        award: by id, short form or official name.
        law: the law of the day of the vote, with local documents laid over it; or ``law_on``, and ``ballot.on`` picks.

    Raises:
        UnknownTerm: no such award.
        NotInForce: the award does not exist on the day.
        InputError: no day where the day was to pick the law.

    Source: NĐ 98/2023/NĐ-CP Điều 30 khoản 7, Điều 47 khoản 4; NĐ 91/2017/NĐ-CP Điều 45 khoản 8.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> law = law_on(date(2024, 12, 20))
    >>> vote = tally(Ballot(members=15, in_favour=13), "CSTĐ cấp tỉnh", law=law)
    >>> vote.outcome.name, vote.needed, vote.short
    ('NOT_MET', 14, 1)
    >>> tally(Ballot(members=15, in_favour=14), "CSTĐ cấp tỉnh", law=law).outcome.name
    'MET'
    """
    law = _law_of(ballot, law)
    found = law.award(award)
    subject = VoteSubject(award=found, ballot=ballot)
    every = tuple(each for each in law.of(BallotEntry) if not each.entry.awards or found.id in each.entry.awards)
    level = council_of(ballot.council) if ballot.council is not None else None
    mine = tuple(each for each in every if _is_of(each.entry, level))
    needs = {each: needed_of(ballot.members, each.entry.at_least) for each in mine if each.entry.at_least is not None}
    most = max(needs, key=lambda each: needs[each], default=None)
    children = [
        *(_counted("in-favour", each.citation, need, ballot.in_favour, subject) for each, need in needs.items()),
        *_manner(mine, subject),
        *_council(every, mine, level, subject),
    ]
    speaking = [each for each in every if each.entry.at_least is not None]
    children += [
        fact(About("unread", text.citation, None, text.entry), Outcome.UNKNOWN)
        for text in unsettled(law, BallotEntry.table, found, speaking)
    ]
    if not needs and all(child.code not in ("unread", "council") for child in children):
        children.append(fact(About("no-vote-asked", None, None, subject), Outcome.UNKNOWN))
    about = About("ballot", most.citation if most else None, needs[most] if most else None, subject)
    outcome = min(child.outcome for child in children)
    missing = tuple(dict.fromkeys(path for child in children for path in child.missing))
    return Tally(about, outcome, ballot.in_favour, tuple(children), outcome, missing)


def _law_of(ballot: Ballot, law: LawChoice) -> Law:
    if isinstance(law, Law):
        return law
    if ballot.on is None:
        raise InputError.one("$.on", "missing", worded("the day of the vote picks the law: give the day, or a law"))
    return law(ballot.on)


def _is_of(entry: BallotEntry, level: Council | None) -> bool:
    """Say whether an entry speaks of a council's vote; one whose level is not told is that of the proposer."""
    if level is None:
        return entry.councils != ("central-council",)
    return level in entry.councils if entry.councils else level != "central-council"


def _counted(code: str, citation: Citation, need: int, have: int, subject: VoteSubject) -> Finding:
    outcome = Outcome.MET if have >= need else Outcome.NOT_MET
    return fact(About(code, citation, need, subject), outcome, have)


def _manner(mine: Asked, subject: VoteSubject) -> Iterator[Finding]:
    """Judge how the vote was taken: in secret, by enough members, and with those who were absent."""
    ballot = subject.ballot
    secret = next((each for each in mine if each.entry.secret), None)
    if secret is not None:
        outcome = {True: Outcome.MET, False: Outcome.NOT_MET, None: Outcome.UNKNOWN}[ballot.secret]
        missing = ("secret",) if ballot.secret is None else ()
        yield fact(About("secret", secret.citation, secret.entry.secret, subject), outcome, ballot.secret, (), missing)
    for each in mine:
        if each.entry.quorum is not None:
            need = needed_of(ballot.members, each.entry.quorum)
            if ballot.present is None:
                about = About("quorum", each.citation, need, subject)
                yield fact(about, Outcome.UNKNOWN, missing=("present",))
            else:
                yield _counted("quorum", each.citation, need, ballot.present, subject)
    writing = next((each for each in mine if each.entry.in_writing), None)
    absent = 0 if ballot.present is None else ballot.members - ballot.present
    if writing is not None and absent:
        if ballot.written is None:
            about = About("in-writing", writing.citation, absent, subject)
            yield fact(about, Outcome.UNKNOWN, missing=("written",))
        else:
            yield _counted("in-writing", writing.citation, absent, ballot.written, subject)


def _council(every: Asked, mine: Asked, level: Council | None, subject: VoteSubject) -> Iterator[Finding]:
    """Say where the council is not the one whose vote is asked, or not for certain."""
    name = subject.ballot.council
    if name is None:
        return
    asked = [each for each in (mine if level is None else every) if each.entry.awards and each.entry.at_least]
    need = tuple(dict.fromkeys(council for each in asked for council in each.entry.councils))
    if not asked or (level is not None and any(each in mine for each in asked)):
        return
    if level is None and (says_nothing(name) or (not need and of_emulation(name))):
        return
    # The Central Council considers what others propose, and no text sets its threshold but for heroes.
    certain = level is not None and level != "central-council"
    outcome = Outcome.NOT_MET if certain else Outcome.UNKNOWN
    yield fact(About("council", asked[0].citation, need, subject), outcome, level or name)
