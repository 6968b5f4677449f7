"""A document's head, and what every entry of its file carries."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Literal

import attrs

from thidua.model.citation import Standing

Effect = Literal["add", "replace", "end"]


@attrs.frozen(kw_only=True)
class Header:
    """The ``[document]`` table: what the document is and when it is in force."""

    id: str
    title: str
    kind: Literal["law", "decree", "circular", "decision", "register", "draft"]
    issuer: str
    standing: Standing
    checked: date
    issued: date | None = None
    in_force: date | None = None
    """First day in force; absent in a draft, which then holds on any day it is laid over."""
    ends: date | None = None
    """First day no longer in force, where the document itself says so."""
    amends: str | None = None
    """The document whose articles this one rewrites: its entries join that document's numbering."""
    repeals: tuple[str, ...] = ()
    applies_to: str | None = None
    """Whom a local document binds, as it says itself."""
    note: str | None = None


@attrs.frozen(kw_only=True)
class Entry:
    """What every entry carries beside its own keys.

    Attributes:
        id: the article it stands in, ``"22.1.a"``, with a suffix after ``-`` where one article needs several entries.
        source: the article in words, where the id does not say it.
        standing, checked: how and when it was read; the document's own where absent.
        since, until: the days on which it holds (``until`` excluded), where they differ from the document's.
        effect: ``add`` (the default), ``replace`` or ``end`` the entry of this table that ``of`` and ``target`` name.
        of: the document whose entry is replaced or ended; the amended document where absent.
        target: the ids replaced or ended; the entry's own id where absent.
        reading: ``{reading-id = "option"}``: the entry stands only under that reading of an ambiguous text.
        note: a doubt or reason worth keeping beside the entry.
    """

    table: ClassVar[str]
    needs: ClassVar[tuple[str, ...]] = ()
    """The keys that must be given, save where ``effect = "end"``."""

    id: str
    source: str | None = None
    standing: Standing | None = None
    checked: date | None = None
    since: date | None = None
    until: date | None = None
    effect: Effect = "add"
    of: str | None = None
    target: tuple[str, ...] = ()
    reading: dict[str, str] = attrs.field(factory=dict)
    note: str | None = None
