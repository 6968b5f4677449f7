"""A legal document as JSON, for programs that keep or send one: what ``dump`` wrote of it, read again.

People write documents as TOML, for ``thidua.load_document``; the keys are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from thidua.book.opening import document_from
from thidua.errors import InputError, Problem, worded
from thidua.exact import Odd, step, twice
from thidua.interchange.jsontext import plain
from thidua.interchange.loading import Source
from thidua.model.document import Document


def load_document_json(source: Source) -> Document:
    """Read a document from JSON; ``load_document_json(dump(document)) == document``.

    Args:
        source: JSON text, a ``pathlib.Path`` to a file of it, or a mapping. Days are text (``"2025-12-15"``), shares
            and multiples numbers or exact text (``"0.80"``).

    Raises:
        InputError: names the entry and the reason of every fault, as for a file of TOML.

    >>> header = {"id": "1/2026/QĐ-UBND", "title": "Ví dụ", "kind": "decision", "issuer": "UBND tỉnh",
    ...           "issued": "2026-01-05", "in_force": "2026-01-15", "standing": "verified", "checked": "2026-11-22"}
    >>> load_document_json({"document": header}).document.in_force
    datetime.date(2026, 1, 15)
    """
    value, name = plain(source)
    if not isinstance(value, Mapping):
        raise InputError.one(
            "$", "bad-value", worded('expected a document: {"document": {…}, "rule": […]}'), source=name
        )
    problems = list(_doubled(value, "$"))
    if "document" not in value:
        problems.append(Problem("$.document", "missing", worded("a document begins with a [document] table")))
    if problems:
        raise InputError(problems, source=name)
    return document_from(_numbers(value), name or "")


def _doubled(value: Any, path: str) -> Iterator[Problem]:
    """Find keys that stand twice: what is made of the tables next does not keep both."""
    for problem in twice(value):
        yield Problem(path + problem.path.removeprefix("$"), problem.code, problem.sentence)
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _doubled(item, path + step(key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _doubled(item, f"{path}[{index}]")


def _numbers(value: Any) -> Any:
    """Write JSON's fractions as the exact text that they are."""
    if isinstance(value, Mapping):
        return {key: _numbers(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_numbers(item) for item in value]
    return value.text if isinstance(value, Odd) else value
