"""The leaves of an award's tree over tables: each condition with its measure, and the outcome that the two make."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import narwhals.stable.v2 as nw

from thidua.frames import conduct, deeds, spans, times
from thidua.frames.columns import NUMBER, TRUTH
from thidua.frames.elapsed import elapsed
from thidua.frames.held import holds
from thidua.frames.looking import Back, Window
from thidua.frames.measured import MET, NOT_MET, UNKNOWN, Measured, Truth
from thidua.frames.paired import Test, case, name
from thidua.frames.sheet import YEAR, Sheet, col
from thidua.frames.whom import NOT_KNOWN, OF_IT, of_it, only_on
from thidua.merit.combine import article
from thidua.merit.tree import NARROWING, Leaf
from thidua.model.finding import About
from thidua.model.provision import Rule
from thidua.wording.terms import NO_CLAUSE


@attrs.define(eq=False)
class Measures:
    """The measures of one tree, ready to be judged: each in a column or two named by the clause that asks first."""

    sheet: Sheet
    columns: dict[str, nw.Expr] = attrs.field(factory=dict)
    """What makes each ready column, from what the sheet looked up."""
    types: dict[str, str] = attrs.field(factory=dict)
    """What each of them holds."""
    asked: dict[str, About | str] = attrs.field(factory=dict)
    """What each measure answers: a clause, or in words what is no clause."""
    _names: dict[Any, str] = attrs.field(factory=dict)

    def named(
        self, code: str, key: Any, parts: Mapping[str, nw.Expr], asked: About | str, *, number: bool = False
    ) -> str:
        """Keep a measure under the clause's name, or find it where the same was asked before."""
        if key not in self._names:
            code = code.replace(".", "_")  # a dot in a column's name means a field of it in Spark
            taken = sum(other == code or other.startswith(f"{code}~") for other in self._names.values())
            column = self._names[key] = f"{code}~{taken + 1}" if taken else code
            self.asked[column] = asked
            for part, expr in parts.items():
                self.columns[f"{column}{part}"] = expr
                self.types[f"{column}{part}"] = NUMBER if number and part != "_barred" else TRUTH
        return self._names[key]

    def fact(self, about: About, key: Any, found: Measured) -> tuple[Measured, str]:
        """Keep a measure that a record answers, and return it read back from its columns, with its name."""
        number = not isinstance(found, Truth)
        column = self.named(about.code, key, found.columns(), about, number=number)
        return found.again(column), column

    def said(self, key: str, asked: About | str) -> tuple[nw.Expr, str]:
        """Return what was attested of a judgement, and its column; ``"*"`` speaks for all that are not named."""

        def answer(term: str) -> nw.Expr:
            row = (col("term") == term) & (col("year") == col(YEAR))
            yes = self.sheet.look(("said", term, "yes"), "attested", "any", row & col("said"))
            no = self.sheet.look(("said", term, "no"), "attested", "any", row & ~col("said"))
            return nw.when(no).then(nw.lit(value=False)).when(yes).then(nw.lit(value=True))

        named, all_ = answer(key), answer("*")
        column = self.named(key, ("said", key), {"": nw.coalesce(named, all_)}, asked)
        return col(column), column

    def speaks(self, rule: Rule, asked: About) -> tuple[nw.Expr, str]:
        """Return whether a rule speaks of the subject, null where it is not known, and its column."""
        found = of_it(rule)
        truth = nw.when(found != NOT_KNOWN).then(found == OF_IT)
        narrowing = tuple(getattr(rule, key) for key in NARROWING)
        column = self.named(f"{rule.id}/subject", ("speaks", *narrowing), {"": truth}, asked)
        return col(column), column

    def on_others(self, code: str, tracks: frozenset[str]) -> Test:
        """Return whether the subject is on other tracks than these, or none are known."""
        column = self.named(f"{code}/spared", ("spared", tracks), {"": only_on(tracks)}, NO_CLAUSE["spared"])
        return ~Test(col(column), name(column))


def judged(said: nw.Expr, unsaid: nw.Expr) -> nw.Expr:
    """Judge what was attested; ``unsaid`` is the outcome where nothing was."""
    return nw.when(said.is_null()).then(unsaid).when(said).then(MET).otherwise(NOT_MET)


def claimed(found: Truth, said: nw.Expr, pending: nw.Expr) -> nw.Expr:
    """Judge an achievement: a claim waits for its recognition, and without it only what was recognised counts."""
    claim = found.yes if found.claimed is None else found.claimed
    refused = nw.when(found.yes.is_null()).then(UNKNOWN).otherwise(NOT_MET)
    answered = nw.when(said.is_null()).then(pending).when(said).then(MET).otherwise(refused)
    left_open = nw.when(claim.is_null()).then(UNKNOWN).otherwise(NOT_MET)
    return nw.when(found.yes).then(MET).when(claim).then(answered).otherwise(left_open)


def judged_sql(said: str) -> str:
    """Write how a judgement is judged."""
    return case((f"{name(said)} IS NULL", 2), (name(said), 3), otherwise=0)


def claimed_sql(column: str, said: str) -> str:
    """Write how an achievement is judged."""
    yes, claim, told = name(column), name(f"{column}_claimed"), name(said)
    refused = case((f"{yes} IS NULL", 1), otherwise=0)
    answered = case((f"{told} IS NULL", 2), (told, 3), otherwise=refused)
    return case((yes, 3), (claim, answered), (f"{claim} IS NULL", 1), otherwise=0)


def recognition(code: str) -> str:
    """Return the key by which the recognition of a claim is attested."""
    return f"{article(code)}/recognised"


def measure(leaf: Leaf, sheet: Sheet, window: Window | None) -> tuple[Any, Measured]:
    """Measure a leaf that is a fact; with a key that says which measure it is, whatever the need."""
    value, back = leaf.value, Back(sheet, leaf.outlook)
    within = window and window.key
    match leaf.key:
        case "holds":
            found = holds(value, back, window)
        case "elapsed":
            found = elapsed(value, back)
        case "initiative":
            found = deeds.initiative(value, back, window)
        case "achievement":
            found = deeds.achievement(value, back, window)
        case "rated_years":
            found = spans.rated_years(value, back, window)
        case "served" | "post":
            found = times.stretch(value, sheet)
        case _:
            found = _PLAIN[leaf.key](value, sheet)
    return (leaf.key, value, back.key, back.outlook.spared(), within), found


_PLAIN: dict[str, Any] = {
    "rated": deeds.rated,
    "movement": deeds.movement,
    "undisciplined": conduct.undisciplined,
    "clear": lambda _, sheet: conduct.clear(sheet),
    "joined": lambda value, _: conduct.joined(value),
    "absent": conduct.absent,
    "trained": conduct.trained,
    "sex": lambda value, _: conduct.sex(value),
    "martyr": conduct.martyr,
    "members": lambda value, _: conduct.members(value),
    "worst_discipline_below": lambda value, _: conduct.worst_discipline_below(value),
    "has_members": conduct.has_members,
    "leads": conduct.leads,
    "flag_eligible": lambda value, _: conduct.flag_eligible(value),
    "aged": lambda value, _: spans.aged(value),
}
"""Leaves that look back through no lens."""
