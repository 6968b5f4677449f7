"""Lists whose paragraphs begin with "Một là", "Hai là"…: read to their last, a slip of the pen repaired and told."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Final

from thidua.errors import InputError, worded
from thidua.exact import show
from thidua.people.claims import Listing
from thidua.text import nfc

_ONES: Final = ("", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BEGINNING: Final = re.compile(r"\W*(?P<words>[^\W\d]+(?: [^\W\d]+){0,2}) là ?[,:]", re.IGNORECASE)


def in_words(number: int) -> str:
    """Return a number from 1 to 99 in words.

    >>> in_words(7), in_words(10), in_words(15), in_words(21)
    ('bảy', 'mười', 'mười lăm', 'hai mươi mốt')
    """
    tens, ones = divmod(number, 10)
    if not tens:
        return _ONES[ones]
    last = "lăm" if ones == 5 else "mốt" if ones == 1 < tens else _ONES[ones]  # noqa: PLR2004  # as one says them
    return ("mười" if tens == 1 else f"{_ONES[tens]} mươi") + (f" {last}" if last else "")


_IN_ORDER: Final = tuple(in_words(number) for number in range(1, 100))


def enumerated(text: str, where: str | None = None) -> Listing:
    r"""Read the paragraphs of a text that are numbered in words; the last number says how many there are.

    A word where the next number is due, and much like it, is read as that number, and ``repaired`` says so ("Bản là"
    between "Sáu là" and "Tám là"). Other paragraphs are no items.

    Raises:
        InputError: no paragraph is numbered; the numbers do not rise (two lists: give one at a time).

    >>> found = enumerated("Một là, giữ gìn.\nHay là, phát huy.\nBa là, khen thưởng.")
    >>> found.said.value, len(found.items), found.repaired
    (Decimal('3'), 3, ('Hay là → Hai là',))
    """
    items: list[str] = []
    repaired: list[str] = []
    last = 0
    for line in map(nfc, text.splitlines()):
        found = _BEGINNING.match(line)
        words = found["words"].casefold() if found else ""
        due = get_close_matches(words, _IN_ORDER[last : last + 1])
        if words not in _IN_ORDER and due:
            repaired.append(f"{words.capitalize()} là → {due[0].capitalize()} là")
            words = due[0]
        if words not in _IN_ORDER:
            continue
        number = _IN_ORDER.index(words) + 1
        if number <= last:
            raise InputError.one(
                "$",
                "two-lists",
                worded("{words} comes after {last}; give one list at a time", words=show(words), last=last),
            )
        items.append(line)
        last = number
    if not items:
        raise InputError.one("$", "missing", worded('no paragraph begins with "Một là," or another number'))
    return Listing(said=last, items=tuple(items), repaired=tuple(repaired), where=where)
