"""Reads the text of a document: a file of TOML, its numbers exact."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from thidua.errors import InputError, Worded, worded

_LARGEST = 4_000_000
"""A document's file may be this many bytes; the longest law of this field is a tenth of it."""
_PLACE = re.compile(r"(?P<what>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)")


def read_text(path: Path) -> str:
    """Read a document's file, refusing at once what no document can be."""
    try:
        size = path.stat().st_size
        if size > _LARGEST:
            raise InputError.one(
                "$",
                "too-large",
                worded("{size} bytes; a document has at most {largest}", size=size, largest=_LARGEST),
                source=path.name,
            )
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError.one(
            "$", "unreadable", worded("cannot be read: {reason}", reason=error.strerror), source=path.name
        ) from error
    except UnicodeDecodeError as error:
        sentence = worded("not UTF-8 at byte {start}; save the file as UTF-8", start=error.start)
        raise InputError.one("$", "not-utf-8", sentence, source=path.name) from error


def not_toml(error: tomllib.TOMLDecodeError) -> Worded:
    """Say where text is no TOML; what is wrong there the parser says in English alone."""
    found = _PLACE.fullmatch(str(error))
    if found is None:
        return worded("{what}", what=str(error))
    return worded("{what} (at line {line}, column {column})", **found.groupdict())


def parse(text: str, source: str) -> dict[str, Any]:
    """Parse a document's TOML, numbers exact."""
    try:
        tables = tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        reason = not_toml(error) if isinstance(error, tomllib.TOMLDecodeError) else worded("nested too deeply")
        raise InputError.one("$", "not-toml", reason, source=source) from error
    if "document" not in tables:
        raise InputError.one(
            "$.document", "missing", worded("a document begins with a [document] table"), source=source
        )
    return tables
