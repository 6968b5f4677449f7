"""Where it is written, and how well that was read."""

from __future__ import annotations

import re
from datetime import date
from enum import Enum
from functools import total_ordering

import attrs

_ID = re.compile(r"(?P<article>\d+[a-z]?)(?:\.(?P<clause>\d+[a-z]?))?(?:\.(?P<point>[a-zđ]{1,2}))?(?:-.*)?\Z")

PREFIXES = {
    "law": "Luật",
    "decree": "Nghị định",
    "circular": "Thông tư",
    "decision": "Quyết định",
    "register": "Danh mục",
    "draft": "Dự thảo",
}
"""How a document of each kind is cited, before its number."""


@total_ordering
class Standing(Enum):
    """How an entry of the statute book was read, from the strongest to the weakest.

    >>> max(Standing.VERIFIED, Standing.SECONDARY)
    <Standing.SECONDARY: 'secondary'>
    """

    VERIFIED = "verified"
    QUOTED = "quoted"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"

    @property
    def rank(self) -> int:
        """0 for a text that was read, 3 for one that was not."""
        return list(Standing).index(self)

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, Standing) else NotImplemented


def article_of(entry_id: str) -> str | None:
    """Read a Vietnamese citation off an entry's id, or None where the id does not begin with an article.

    >>> article_of("22.1.a"), article_of("23.2-excellent"), article_of("49")
    ('điểm a khoản 1 Điều 22', 'khoản 2 Điều 23', 'Điều 49')
    """
    found = _ID.match(entry_id)
    if not found:
        return None
    parts = [f"điểm {found['point']}"] if found["point"] else []
    parts += [f"khoản {found['clause']}"] if found["clause"] else []
    return " ".join([*parts, f"Điều {found['article']}"])


@attrs.frozen
class Citation:
    """An article of a document, with the standing and the day on which it was last checked.

    >>> c = Citation("06/2022/QH15", "khoản 2 Điều 23", Standing.VERIFIED, date(2026, 11, 22), prefix="Luật")
    >>> str(c)
    'khoản 2 Điều 23 Luật 06/2022/QH15'
    """

    document: str
    article: str
    standing: Standing
    checked: date
    prefix: str = ""
    amended_by: str | None = None

    def __str__(self) -> str:
        where = " ".join(part for part in (self.article, self.prefix, self.document) if part)
        return f"{where} (sửa đổi bởi {self.amended_by})" if self.amended_by else where
