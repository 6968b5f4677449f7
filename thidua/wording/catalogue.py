"""The message catalogues: Vietnamese is the source language, other languages are read from ``locale/``.

Errors alone are English where they are raised: their catalogue, ``errors``, is Vietnamese.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from gettext import NullTranslations
from importlib.resources import files
from typing import Any

from thidua.errors import UnknownTerm

LOCALES = ("vi", "en")

Say = Callable[..., str]
"""Takes a Vietnamese message and the values of its places; returns the message in one language.

``n`` is the number that its noun goes by: Vietnamese has one form for every number, other languages more.
"""


@cache
def catalogue(locale: str) -> NullTranslations:
    """Return the catalogue of a language, read from its ``.po`` file."""
    _known(locale)
    return NullTranslations() if locale == "vi" else _read(locale, "thidua")


@cache
def errors(locale: str) -> NullTranslations:
    """Return the catalogue of errors of a language."""
    _known(locale)
    return NullTranslations() if locale == "en" else _read(locale, "errors")


def _known(locale: str) -> None:
    if locale not in LOCALES:
        raise UnknownTerm("language", locale, LOCALES)


def _read(locale: str, domain: str) -> NullTranslations:
    from babel.messages.mofile import write_mo  # noqa: PLC0415  # costs a quarter of a second, for other languages only
    from babel.messages.pofile import read_po  # noqa: PLC0415
    from babel.support import Translations  # noqa: PLC0415

    source = files("thidua") / "locale" / locale / "LC_MESSAGES" / f"{domain}.po"
    compiled = io.BytesIO()
    with source.open("rb") as messages:
        write_mo(compiled, read_po(messages, locale=locale))
    compiled.seek(0)
    return Translations(compiled)


@cache
def speaker(locale: str) -> Say:
    """Return the function that says a message in a language."""
    messages = catalogue(locale)

    def say(message: str, /, n: int | None = None, **values: Any) -> str:
        text = messages.gettext(message) if n is None else messages.ngettext(message, message, n)
        return text.format(**values) if values else text

    return say
