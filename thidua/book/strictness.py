"""Whether what a document writes in the place of a law's entry asks more than the law, or less.

Stricter: whoever meets the new text meets the old one, and the converse is not to be seen; looser: the other way round;
the same: both. Of what the conditions alone do not tell, a judgement in other words for instance, it is ``different``.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final, Literal

from thidua.book.law import Law, Placed
from thidua.book.plain import asked, plain, standard
from thidua.model.deciding import Rate
from thidua.model.provision import Clause, Rule
from thidua.model.vocabulary import DISCIPLINES, GRADES, RATINGS
from thidua.model.voting import BallotEntry

Strictness = Literal["same", "stricter", "looser", "different"]

_MORE: Final = frozenset({"times", "consecutive", "years", "number", "at_least", "above", "months", "value"})
"""Numbers of which more is asked: the greater the stricter."""
_FEWER: Final = frozenset({"below", "fewer_than"})
_SETS: Final = frozenset(
    {"awards", "kinds", "scopes", "degrees", "recognised_by", "launched_by", "reviews", "results"}
    | {"organisers", "meets", "forces", "activities", "posts", "commendations"}
)
"""Lists of which one will do: the shorter the stricter, and none at all asks nothing."""
_FLAGS: Final = frozenset({"recognised", "continuous", "exact", "hardship"})
_LADDERS: Final = {"rated": RATINGS, "at_least": GRADES}
_WHOM: Final = ("recipients", "tracks", "bodies", "forces")
_NOT_WHOM: Final = ("except_tracks", "except_bodies")


def strictness(old: Placed[Any], old_law: Law, new: Placed[Any], new_law: Law) -> Strictness:
    """Hold what stands in the place of an entry against that entry, each under its own law."""
    before, after = _said(old, old_law), _said(new, new_law)
    kind = type(new.entry)
    up, down = _at_least(after, before, kind), _at_least(before, after, kind)
    if up and down:
        return "same"
    return "stricter" if up else "looser" if down else "different"


def asks_enough(standing: Rate | BallotEntry, other: Rate | BallotEntry) -> bool:
    """Say whether a cap, or a vote, leaves nothing for another to ask that holds beside it."""
    first, second = plain(standing), plain(other)
    for key in ("awards", "councils"):  # of no award, or of no council: of all
        wider = not first.get(key) or bool(second.get(key) and set(second[key]) <= set(first[key]))
        if not wider:
            return False
    first, second = ({key: each[key] for key in each if key not in ("awards", "councils")} for each in (first, second))
    return _at_least(first, second, type(standing))


def _said(placed: Placed[Any], law: Law) -> Any:
    match placed.entry:
        case Rule():
            return standard(law, placed)
        case Clause():
            return asked(law, placed)
        case entry:
            return plain(entry)


def _at_least(first: Any, second: Any, kind: type) -> bool:
    """Say whether one asks at least what the other does."""
    if kind is Rule:
        return _narrower(first, second) and _implies(first["asks"], second["asks"])
    if kind is Clause:
        return _implies(first, second)
    if kind is Rate:
        return _but(first, second, "at_most") and Fraction(first["at_most"]) <= Fraction(second["at_most"])
    if kind is BallotEntry:
        keys = ("at_least", "quorum", "secret", "in_writing")
        more = all(Fraction(first.get(key, 0)) >= Fraction(second.get(key, 0)) for key in keys)
        return _but(first, second, *keys) and more
    return bool(first == second)


def _but(first: dict[str, Any], second: dict[str, Any], *keys: str) -> bool:
    """Say whether two records are the same but for these keys."""
    kept = [{key: value for key, value in each.items() if key not in keys} for each in (first, second)]
    return kept[0] == kept[1]


def _narrower(first: dict[str, Any], second: dict[str, Any]) -> bool:
    """Say whether a rule speaks of nobody of whom the other does not."""
    return (
        all(_one_of(first.get(key, ()), second.get(key, ())) for key in _WHOM)
        and all(set(second.get(key, ())) <= set(first.get(key, ())) for key in _NOT_WHOM)
        and second.get("armed") in (None, first.get("armed"))
    )


def _one_of(first: Any, second: Any) -> bool:
    """Say whether a list of alternatives is no wider than another; an empty one leaves all open."""
    return not second or (bool(first) and set(first) <= set(second))


def _implies(first: dict[str, Any], second: dict[str, Any]) -> bool:
    """Say whether whoever meets one condition meets the other, as far as the two show it."""
    if "commendation" in first and not _one_of(first["commendation"], second.get("commendation", ())):
        return False
    [(key, value)] = [(key, value) for key, value in first.items() if key != "commendation"]
    [(other, wanted)] = [(key, value) for key, value in second.items() if key != "commendation"]
    if (key, value) == (other, wanted):
        return True
    if other == "all":
        return all(_implies(first, part) for part in wanted)
    if key == "any":
        return all(_implies(part, second) for part in value)
    inside = key == "all" and any(_implies(part, second) for part in value)
    beside = other == "any" and any(_implies(first, part) for part in wanted)
    return (
        inside
        or beside
        or (key == other and key not in ("all", "any", "none", "trained") and _leaf(key, value, wanted))
    )


def _leaf(key: str, first: Any, second: Any) -> bool:  # one line for each kind of value
    """Say whether a condition's value, or one of its keys, asks at least what another does."""
    if first == second:
        return True
    if key == "each":  # a rating or one of the titles: what is not named is no way
        rated = "rated" not in first or ("rated" in second and _leaf("rated", first["rated"], second["rated"]))
        return rated and set(first.get("titles", ())) <= set(second.get("titles", ()))
    if isinstance(first, dict) and isinstance(second, dict):
        return all(_leaf(name, first.get(name), second.get(name)) for name in {*first, *second})
    if key in _SETS:
        return _one_of(first or (), second or ())
    if key == "worst_discipline_below":
        return DISCIPLINES.index(first) <= DISCIPLINES.index(second)
    if isinstance(first, str) and isinstance(second, str) and key in _LADDERS:
        ladder: tuple[str, ...] = _LADDERS[key]
        return ladder.index(first) >= ladder.index(second)
    if second is None:
        return key in _MORE | _FEWER | _FLAGS | {"rated", "status"}
    if first is None or isinstance(first, str):
        return False
    if key in _MORE:
        return bool(first >= second)
    return bool(key in _FEWER and first <= second)
