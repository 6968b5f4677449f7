"""Law against law: what changed between two days, or what a draft would change."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from importlib import import_module
from itertools import product
from typing import Any, Literal, overload

import attrs

from thidua.book.law import Law, Placed
from thidua.book.plain import plain, standard
from thidua.errors import InputError, worded
from thidua.model.citation import Citation
from thidua.model.deciding import BonusEntry, Power
from thidua.model.entry import Entry
from thidua.model.launching import LaunchEntry
from thidua.model.outline import Unread
from thidua.model.provision import Bar
from thidua.text import fold


@attrs.frozen(eq=False)
class Change:
    """One thing that differs between two laws.

    Attributes:
        entry: what it is, as ``"<table> <of what>"``: ``"award …"``, ``"rule <award> individual"`` (the whole standard
            of an award for one kind of recipient), ``"power <award>"``, ``"bonus <award> collective"``, ``"rate …"``,
            ``"bar …"``, ``"amount luong-co-so"``, ``"document …"``, …
        kind: ``added``, ``removed`` or ``changed``.
        before, after: what each law says, as plain values; None where it says nothing.
        citation: where the new law says it; where it says nothing more, where the old one did.
    """

    entry: str
    kind: Literal["added", "removed", "changed"]
    before: Any
    after: Any
    citation: Citation | None

    @property
    def table(self) -> str:
        """The table of the statute book it is about."""
        return self.entry.partition(" ")[0]

    @property
    def of(self) -> str:
        """What the entry is about, without its table."""
        return self.entry.partition(" ")[2]


@attrs.frozen(eq=False)
class Comparison(Sequence[Change]):
    """The changes from one law to another, in the order of the new law; what is gone comes after what is there."""

    before: Law
    after: Law
    changes: tuple[Change, ...]

    def __len__(self) -> int:
        return len(self.changes)

    @overload
    def __getitem__(self, index: int) -> Change: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Change, ...]: ...
    def __getitem__(self, index: int | slice) -> Change | tuple[Change, ...]:
        return self.changes[index]

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook").comparison(self)
        return shown

    def explain(self, locale: str = "vi") -> str:
        """Tell the changes as an explanatory note in Markdown, in Vietnamese (``"vi"``) or English (``"en"``)."""
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording").note(self, locale)
        return text


def compare(old: Law, new: Law) -> Comparison:
    """Tell what changed from one law to another, entry by entry.

    Standards are compared by what they ask, not by where it is written: a rule that a new law repeats under another
    number is no change.

    Args:
        old: the law of a day.
        new: the law of another day, or of the same day with a document laid over it.

    Raises:
        InputError: one of them is no law.

    >>> from datetime import date
    >>> from thidua import law_on
    >>> changes = compare(law_on(date(2024, 6, 30)), law_on(date(2024, 7, 1)))
    >>> [(change.entry, change.kind, change.before["value"], change.after["value"]) for change in changes
    ...  if change.table == "amount"]
    [('amount luong-co-so', 'changed', 1800000, 2340000)]
    """
    for name, law in (("old", old), ("new", new)):
        if not isinstance(law, Law):
            sentence = worded("expected the law of a day, from law_on, got {kind}", kind=type(law).__name__)
            raise InputError.one(name, "bad-value", sentence)
    before, after = _said(old), _said(new)
    found = [
        Change(entry, "changed" if entry in before else "added", before.get(entry, (None, None))[0], content, citation)
        for entry, (content, citation) in after.items()
        if entry not in before or canonical(before[entry][0]) != canonical(content)
    ]
    found += [
        Change(entry, "removed", content, None, citation)
        for entry, (content, citation) in before.items()
        if entry not in after
    ]
    return Comparison(old, new, tuple(found))


Said = dict[str, tuple[Any, Citation | None]]
"""What a law says, by entry: the content, and where it is written."""


def _said(law: Law) -> Said:
    """Return what a law says under names that do not depend on where it is written; gathered once for a statute."""
    cache = law.statute.cache
    if "said" not in cache:
        cache["said"] = _gathered(law)
    found: Said = cache["said"]
    return found


def _gathered(law: Law) -> Said:
    found: Said = {}
    for header in law.documents:
        found[f"document {header.id}"] = ({"title": header.title, "kind": header.kind}, None)
    for award in law.awards:
        kept = ("label", "kind", "level", "recipients", "posthumous")
        found[f"award {award.id}"] = ({key: _listed(getattr(award, key)) for key in kept}, award.citation)
        for kind in award.recipients:
            rules = [placed for placed in law.rules(award) if kind in placed.entry.recipients]
            if rules:
                asked = [standard(law, placed) for placed in rules]
                found[f"rule {award.id} {kind}"] = (asked, rules[0].citation)
    for placed in law.statute.order:
        for name, content in named(placed, law):
            there = found.get(name)
            # Several entries may speak of one thing, as several powers do of one award.
            merged = there[0] if there and isinstance(there[0], list) else []
            merged = merged if content in merged else [*merged, content]
            found[name] = (
                merged if placed.entry.table in _SEVERAL else content,
                there[1] if there else placed.citation,
            )
    return found


_SEVERAL = ("power", "proposal", "bonus", "rate", "bar", "share", "ballot", "paper", "deadline", "movement", "launch")


_NAMED: dict[str, Callable[[Any], str]] = {
    "rate": lambda entry: " ".join(entry.awards) or entry.rating,
    "counting": lambda entry: entry.after or entry.once,
    "ground": lambda entry: " ".join(entry.proposed),
    "double": lambda entry: " ".join((entry.pair, entry.one, *entry.awards, *entry.kinds)),
    "rounding": lambda _: "bonus",
    "amount": lambda entry: entry.id,
    "together": lambda entry: entry.name,
    "payer": lambda entry: entry.fund,
    "office": lambda entry: entry.id,
    "unit": lambda entry: entry.id,
    "proposal": lambda entry: " ".join((*entry.offices, "to", entry.to)),
    "reading": lambda entry: entry.id,
    "share": lambda entry: entry.name,
    "ballot": lambda entry: " ".join(entry.awards) or "all",
    "paper": lambda entry: entry.paper or "left-to",
    "procedure": lambda entry: entry.gloss,
    "form": lambda entry: entry.id,
    "deadline": lambda entry: fold(entry.label),
    "movement": lambda entry: entry.id,
    "cluster": lambda entry: entry.id,
    "criterion": lambda entry: entry.id,
}
"""The tables whose entries are each one thing, and by what name."""


def named(placed: Placed[Any], law: Law) -> Iterator[tuple[str, Any]]:
    """Yield what an entry says, by the names it is compared under."""
    entry: Entry = placed.entry
    if isinstance(entry, Power):
        said = [{"office": office, **plain(entry, without=("awards", "offices"))} for office in entry.offices]
        yield from ((f"power {award}", each) for award, each in product(entry.awards, said))
    elif isinstance(entry, BonusEntry):
        for award, kind in product(entry.awards, ("individual", "collective", "household")):
            if (multiple := getattr(entry, kind)) is not None:
                yield f"bonus {award} {kind}", {"multiple": multiple, "ceiling": entry.ceiling}
    elif isinstance(entry, Bar):
        asked = standard(law, placed)
        yield f"bar {_topic(asked['asks'])}", asked
    elif isinstance(entry, LaunchEntry):
        yield from ((f"launch {name}", content) for name, content in entry.said())
    elif isinstance(entry, Unread):
        yield f"unread {placed.header.id} {entry.id}", plain(entry)
    elif entry.table in _NAMED:
        yield f"{entry.table} {_NAMED[entry.table](entry)}", plain(entry, without=_SAID_IN_NAME.get(entry.table, ()))


_SAID_IN_NAME = {
    "rate": ("awards", "rating"),
    "share": ("measure", "groups"),
    "ballot": ("awards",),
    "paper": ("paper",),
    "deadline": ("label", "gloss"),
}


def _topic(asked: dict[str, Any]) -> str:
    """Say in a few words what a condition is about, so that the same bar of two laws is one entry."""
    (key, value), *_ = asked.items()
    if isinstance(value, list):
        return " ".join(_topic(part) for part in value)
    told = (value.get("name") or value.get("when")) if isinstance(value, dict) else None
    return f"{key} {told}" if told else key


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def canonical(content: Any) -> str:
    """Return one text for contents that say the same: the order of alternatives and of lists does not matter."""
    return json.dumps(_sorted(content), ensure_ascii=False, sort_keys=True, default=str)


def _sorted(value: Any) -> Any:
    if isinstance(value, dict) and {"label", "gloss"} <= value.keys() <= {"name", "label", "gloss", "to"}:
        # A judgement is what its words say: neither its slug nor a capital letter makes another of it.
        return {"label": fold(value["label"]).strip(" ;."), "to": value.get("to")}
    if isinstance(value, Decimal):
        return str(value.normalize())  # 0.3 and 0.30 are one number
    if isinstance(value, dict):
        return {key: _sorted(item) for key, item in value.items()}
    if isinstance(value, list):
        return sorted((_sorted(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True, default=str))
    return value
