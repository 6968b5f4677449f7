"""The caller's table of what became of collectives: JSON or rows in."""

from __future__ import annotations

from functools import cache
from typing import Any

from thidua.errors import InputError
from thidua.exact import Hook, listed
from thidua.interchange.intake import composed
from thidua.interchange.jsontext import plain
from thidua.interchange.loading import Source
from thidua.model.succession import Change, Succession
from thidua.strict import converter


def load_succession(source: Source) -> Succession:
    """Read a table of collectives merged, renamed, split and abolished.

    Args:
        source: JSON text, a ``pathlib.Path`` to a file of it, or a list of mappings: the attributes of
            :class:`~thidua.model.succession.Change`. A name alone stands for a list of one.

    Raises:
        InputError: every fault with its path (``$[1].keeps``): a row that is none, a day that is not given or is none,
            a collective that ends or begins twice, names in a circle.

    >>> table = load_succession([
    ...     {"kind": "merged", "on": "2025-07-01", "old": ["Tỉnh A", "Tỉnh B"], "new": "Tỉnh A", "keeps": "Tỉnh A"},
    ... ])
    >>> table.changes[0].new
    ('Tỉnh A',)
    """
    value, name = plain(source)
    try:
        return Succession(listed(_change())(value, None))
    except InputError as error:
        raise InputError(error.problems, source=name) from None


@cache
def _change() -> Hook:
    made = converter({Change: dict.fromkeys(("old", "new", "keeps"), _names)})
    take: Hook = made.get_structure_hook(Change)
    return take


def _names(value: Any, kind: Any) -> tuple[str, ...]:
    return (composed(value, kind),) if isinstance(value, str) else listed(composed)(value, kind)
