"""Vietnam's law of emulation and commendation (thi đua, khen thưởng) as code.

Everything a caller needs is here; nothing but attrs loads until it is used.

>>> import thidua
>>> from datetime import date
>>> thidua.law_on(date(2024, 12, 20)).award("CSTĐCS").label
'Chiến sĩ thi đua cơ sở'
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from thidua.errors import InputError, NotInForce, Problem, ThiduaError, UnknownTerm

if TYPE_CHECKING:
    from thidua.book.catalogue import award
    from thidua.book.compare import compare
    from thidua.book.days import law_on, load_document
    from thidua.book.law import Law
    from thidua.book.linting import lint_document
    from thidua.book.transition import governing
    from thidua.checking import DecisionReport, check_decisions
    from thidua.decision.authorities import Authorities, authority_for
    from thidua.decision.ballots import tally
    from thidua.decision.bonuses import bonus, bonuses
    from thidua.decision.capped import RateReport
    from thidua.decision.checklist import check_papers
    from thidua.decision.deadlines import deadlines
    from thidua.decision.doubles import check_doubles
    from thidua.decision.paid import Bonus, BonusReport
    from thidua.decision.papers import papers
    from thidua.decision.powers import check_power
    from thidua.decision.rates import check_rates
    from thidua.interchange import dump, load_decisions, load_dossier, load_succession
    from thidua.merit.assess import assess, assess_all
    from thidua.merit.plan import plan
    from thidua.merit.planned import Plan
    from thidua.merit.verdict import Verdict
    from thidua.model.finding import Finding, Outcome
    from thidua.model.remark import Remark
    from thidua.movement.registry import active_movements
    from thidua.people.form import Form
    from thidua.people.forms import statistics
    from thidua.people.reached import ShareReport
    from thidua.people.shares import shares
    from thidua.people.targets import check_shares

_HOMES = {
    "Authorities": "thidua.decision.authorities",
    "Bonus": "thidua.decision.paid",
    "BonusReport": "thidua.decision.paid",
    "DecisionReport": "thidua.checking",
    "Finding": "thidua.model.finding",
    "Form": "thidua.people.form",
    "Law": "thidua.book.law",
    "Outcome": "thidua.model.finding",
    "Plan": "thidua.merit.planned",
    "RateReport": "thidua.decision.capped",
    "Remark": "thidua.model.remark",
    "ShareReport": "thidua.people.reached",
    "Verdict": "thidua.merit.verdict",
    "active_movements": "thidua.movement.registry",
    "assess": "thidua.merit.assess",
    "assess_all": "thidua.merit.assess",
    "authority_for": "thidua.decision.authorities",
    "award": "thidua.book.catalogue",
    "bonus": "thidua.decision.bonuses",
    "bonuses": "thidua.decision.bonuses",
    "check_decisions": "thidua.checking",
    "check_doubles": "thidua.decision.doubles",
    "check_papers": "thidua.decision.checklist",
    "check_power": "thidua.decision.powers",
    "check_rates": "thidua.decision.rates",
    "check_shares": "thidua.people.targets",
    "compare": "thidua.book.compare",
    "deadlines": "thidua.decision.deadlines",
    "dump": "thidua.interchange",
    "governing": "thidua.book.transition",
    "law_on": "thidua.book.days",
    "lint_document": "thidua.book.linting",
    "load_decisions": "thidua.interchange",
    "load_document": "thidua.book.days",
    "load_dossier": "thidua.interchange",
    "load_succession": "thidua.interchange",
    "papers": "thidua.decision.papers",
    "plan": "thidua.merit.plan",
    "shares": "thidua.people.shares",
    "statistics": "thidua.people.forms",
    "tally": "thidua.decision.ballots",
}

__all__ = [
    "Authorities",
    "Bonus",
    "BonusReport",
    "DecisionReport",
    "Finding",
    "Form",
    "InputError",
    "Law",
    "NotInForce",
    "Outcome",
    "Plan",
    "Problem",
    "RateReport",
    "Remark",
    "ShareReport",
    "ThiduaError",
    "UnknownTerm",
    "Verdict",
    "active_movements",
    "assess",
    "assess_all",
    "authority_for",
    "award",
    "bonus",
    "bonuses",
    "check_decisions",
    "check_doubles",
    "check_papers",
    "check_power",
    "check_rates",
    "check_shares",
    "compare",
    "deadlines",
    "dump",
    "governing",
    "law_on",
    "lint_document",
    "load_decisions",
    "load_document",
    "load_dossier",
    "load_succession",
    "papers",
    "plan",
    "shares",
    "statistics",
    "tally",
]


def __getattr__(name: str) -> Any:
    if name == "frames":  # a room of its own, which loads where it is first asked for
        return import_module("thidua.frames")
    home = _HOMES.get(name)
    if home is None:
        if name == "__version__":
            return import_module("importlib.metadata").version("thidua")
        msg = f"module 'thidua' has no attribute {name!r}"
        raise AttributeError(msg)
    found = globals()[name] = getattr(import_module(home), name)
    return found


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
