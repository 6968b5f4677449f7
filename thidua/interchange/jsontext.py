"""JSON text into plain values, with nothing lost on the way: no key twice, no number rounded, no depth without end."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from thidua.errors import InputError, worded
from thidua.exact import Doubled, Odd, show

LARGEST: Final = 64_000_000
"""A file may be this many bytes: some forty thousand full dossiers."""
DEEPEST: Final = 100
"""Lists and tables may stand in one another this deep; a dossier needs four."""

_NO_STRUCTURE: Final = bytes(set(range(256)) - set(b'[]{}"'))
_LONGEST_NUMBER = 20


def plain(source: object) -> tuple[Any, str | None]:
    """Return the plain value of a source, and the name that errors call it by.

    Args:
        source: JSON text, or a path to a file of it; plain values pass as they are.

    Raises:
        InputError: no such file, too large, not UTF-8, not JSON, nested too deeply.
    """
    if isinstance(source, Path):
        return parse(contents(source), source.name), source.name
    if isinstance(source, str | bytes):
        return parse(source), None
    if isinstance(source, Mapping | list | tuple):
        return source, None
    sentence = worded("expected JSON text, plain values or a pathlib.Path, got {source}", source=show(source))
    raise InputError.one("$", "bad-value", sentence)


def contents(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        InputError: it cannot be read, or is too large.
    """
    try:
        size = path.stat().st_size
        if size <= LARGEST:
            with path.open("rb") as file:  # a device or a pipe does not say its size
                found = file.read(LARGEST + 1)
            if len(found) <= LARGEST:
                return found
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError.one(
            "$", "unreadable", worded("cannot be read: {reason}", reason=reason), source=path.name
        ) from error
    sentence = worded("larger than {most} MB; divide it into several files", most=LARGEST // 10**6)
    raise InputError.one("$", "too-large", sentence, source=path.name)


def parse(text: str | bytes, source: str | None = None) -> Any:
    """Parse JSON text; what no dossier may hold (a key twice, NaN) is kept and marked, so that its path can be told."""
    if isinstance(text, bytes):
        try:
            text = text.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            sentence = worded("not UTF-8 at byte {start}; save it as UTF-8", start=error.start)
            raise InputError.one("$", "not-utf-8", sentence, source=source) from error
    # Few brackets cannot nest deeply: most texts are let through by counting.
    deep = text.count("[") + text.count("{") > DEEPEST and _nests_deeply(text)
    try:
        if not deep:
            return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        sentence = worded(
            "not JSON at line {lineno}, column {colno}: {msg}", lineno=error.lineno, colno=error.colno, msg=error.msg
        )
        if not text.strip():
            sentence = worded("empty: expected JSON text")
        elif text.strip()[0] not in {"{", "[", '"'}:
            sentence = worded("{fault}; give a file as a pathlib.Path", fault=sentence)
        raise InputError.one("$", "not-json", sentence, source=source) from error
    except RecursionError:
        pass
    raise InputError.one("$", "too-deep", worded("nested deeper than {deepest} levels", deepest=DEEPEST), source=source)


def _nests_deeply(text: str) -> bool:
    """Say whether brackets nest too deeply, before a parser that recurses tries; exact for text that is JSON.

    Only whole-text replacements, so that the largest file costs a fraction of its parsing.
    """
    unescaped = text.replace("\\\\", "").replace('\\"', "").encode("utf-8", "surrogatepass")
    marks = unescaped.translate(None, _NO_STRUCTURE).replace(b'""', b"")
    brackets = re.sub(rb'"[^"]*"?', b"", marks).replace(b"{", b"[").replace(b"}", b"]")
    levels = 0
    while levels <= DEEPEST and b"[" * (DEEPEST + 1) not in brackets:
        outer = brackets.replace(b"[]", b"")  # takes off the innermost level
        if len(outer) == len(brackets):
            return levels + brackets.count(b"[") > DEEPEST
        brackets = outer
        levels += 1
    return True


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    doubled = Doubled(found)
    doubled.twice = tuple(name for name, times in Counter(name for name, _ in pairs).items() if times > 1)
    return doubled


def _whole(digits: str) -> int | Odd:
    return int(digits) if len(digits) <= _LONGEST_NUMBER else Odd(digits)


_DECODER: Final = json.JSONDecoder(object_pairs_hook=_table, parse_int=_whole, parse_float=Odd, parse_constant=Odd)
