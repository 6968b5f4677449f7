"""What is worth saying of a document before anybody relies on it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, Final, Literal, get_args

import attrs

Severity = Literal["error", "warning", "note"]
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)  # from the gravest to the lightest


@attrs.frozen(kw_only=True)
class Remark:
    """One thing that a document's writer should know: where it is, what it is, and what to do about it.

    Attributes:
        place: the entry and its key, ``"clause '4.2.a'"``, ``"document.in_force"``, or the line of the file.
        severity: ``error``: the document cannot be laid over the law; ``warning``: it can, and probably does not say
            what was meant; ``note``: what it does, told so that it is done on purpose.
        code: the kind of remark, which never changes with the language.
        values: what the sentence names, by key: ids, days, shares.
    """

    place: str
    severity: Severity
    code: str
    values: Mapping[str, Any] = attrs.field(factory=dict, hash=False)

    def sentence(self, locale: str = "vi") -> str:
        """Say what it is, in Vietnamese (``"vi"``) or English (``"en"``)."""
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        text: str = import_module("thidua.wording.linted").sentence(self, locale)
        return text

    def remedy(self, locale: str = "vi") -> str:
        """Say what to do about it, in Vietnamese (``"vi"``) or English (``"en"``)."""
        text: str = import_module("thidua.wording.linted").remedy(self, locale)
        return text

    def __str__(self) -> str:
        return f"{self.place}: {self.severity} [{self.code}]"
