"""Who pays: whose fund a bonus comes from, by who decides the award."""

from __future__ import annotations

from thidua.book.law import Law, Placed
from thidua.decision.offices import signatory
from thidua.model.award import Award
from thidua.model.deciding import Power
from thidua.model.decision import Authority
from thidua.model.paying import Payer
from thidua.model.vocabulary import Kind


def payer_of(law: Law, award: Award, recipient: Kind, authority: Authority | None = None) -> Placed[Payer] | None:
    """Return the clause on whose fund pays: by who signed or, where that is not known, by who may decide.

    None where a text that governs was not read, nobody is known to decide, or those who may are paid for differently.

    Raises:
        UnknownTerm: an office id that no law ever had.

    Source: Luật 06/2022/QH15 Điều 11 khoản 4; before 2024-01-01 NĐ 91/2017/NĐ-CP Điều 66 khoản 2.
    """
    if any(law.stopping(Payer.table, award.id)):
        return None
    signed = signatory(authority, law) if authority else None
    offices = [office.id for office in signed.offices] if signed else []
    found = [_speaking(law, office, award.id) for office in offices or _may_decide(law, award, recipient)]
    return found[0] if found and all(each is found[0] for each in found) else None


def _may_decide(law: Law, award: Award, recipient: Kind) -> list[str]:
    if any(law.stopping(Power.table, award.id)):
        return []
    powers = [placed.entry for placed in law.of(Power) if award.id in placed.entry.awards]
    fitting = (power for power in powers if not power.recipients or recipient in power.recipients)
    return [office for power in fitting for office in power.offices]


def _speaking(law: Law, office: str, award: str) -> Placed[Payer] | None:
    """Take the latest document's word: documents lie oldest first, those the caller brings on top."""
    return next((placed for placed in reversed(law.of(Payer)) if placed.entry.speaks_of(office, award)), None)
