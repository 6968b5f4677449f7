"""The tables on the text itself: where it is ambiguous or was not read, its outline, dossiers on their way."""

from __future__ import annotations

from typing import ClassVar, Literal

import attrs

from thidua.model.entry import Entry
from thidua.model.vocabulary import Rating

Table = Literal[
    "award",
    "rule",
    "clause",
    "bar",
    "ground",
    "counting",
    "double",
    "rate",
    "office",
    "power",
    "bonus",
    "rounding",
    "amount",
    "together",
    "payer",
    "ballot",
    "paper",
    "procedure",
    "form",
    "deadline",
    "launch",
]
"""The tables that a text not read may have changed."""


@attrs.frozen(kw_only=True)
class Reading(Entry):
    """An ambiguous text: its question, its options, the default and the reason for it.

    ``wide``: no clause of its own shows whether it bears on a verdict, so that every verdict tries it.
    """

    table: ClassVar[str] = "reading"
    needs: ClassVar[tuple[str, ...]] = (
        "question",
        "options",
        "default",
        "reason",
    )

    question: str = ""
    options: dict[str, str] = attrs.field(factory=dict)
    default: str = ""
    reason: str = ""
    wide: bool = False


@attrs.frozen(kw_only=True)
class Unread(Entry):
    """A text that governs but was not read: what rests on it is UNKNOWN.

    ``kinds`` lists the tables it may have changed (``rule``, ``power``, ``rate``…), ``awards`` the awards (none: all,
    or where it names ``ratings``, caps on these alone).
    With ``stops = false`` it is thought to add detail only: it is a caveat and stops nothing.
    """

    table: ClassVar[str] = "unread"
    needs: ClassVar[tuple[str, ...]] = (
        "kinds",
        "why",
        "gloss",
    )

    kinds: tuple[Table, ...] = ()
    awards: tuple[str, ...] = ()
    ratings: tuple[Rating, ...] = ()
    why: str = ""
    gloss: str = ""
    stops: bool = True


@attrs.frozen(kw_only=True)
class Article(Entry):
    """An article of the document's outline: its number, its title, how many clauses (khoản) it has."""

    table: ClassVar[str] = "article"

    title: str = ""
    clauses: int = 0


@attrs.frozen(kw_only=True)
class Aside(Entry):
    """An article or clause that no entry encodes, wholly or in part, and why.

    ``state``: ``not-computable`` (a definition, a duty of an office, a ceremony), ``delegated`` (details left to
    another body, ``to``), ``not-read``, ``later`` (computable, and not yet encoded), or, of an amending text,
    ``rewrites`` (an article of the text it amends, ``to``, in whose numbering its entries stand).
    """

    table: ClassVar[str] = "aside"
    needs: ClassVar[tuple[str, ...]] = (
        "state",
        "why",
    )

    state: Literal["not-computable", "delegated", "not-read", "later", "rewrites"] = "not-computable"
    why: str = ""
    to: str | None = None


@attrs.frozen(kw_only=True)
class Transition(Entry):
    """Which law governs a dossier received before this document's first day, and judged on or after it.

    ``keeps = "received"``: the law of the day before; with ``favour`` the new one where that is more favourable.
    """

    table: ClassVar[str] = "transition"
    needs: ClassVar[tuple[str, ...]] = (
        "keeps",
        "label",
        "gloss",
    )

    keeps: Literal["received"] = "received"
    favour: bool = False
    label: str = ""
    gloss: str = ""
