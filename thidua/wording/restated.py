"""A standard as it is now beside what it was: what of it is new, what stays, what is asked no longer."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from thidua.model.citation import Citation
from thidua.text import fold
from thidua.wording.catalogue import Say
from thidua.wording.explain import cited
from thidua.wording.standards import Line

SHORT = 14
"""A standard of so many lines is told whole; of a longer one what is new."""


def restated(before: list[Line], after: list[Line], say: Say) -> Iterator[str]:
    """Tell a standard as it is now, what of it is new, and what is asked no longer."""
    return _Restated(say).one_standard(before, after)


@attrs.frozen
class _Restated:
    say: Say

    def one_standard(self, before: list[Line], after: list[Line]) -> Iterator[str]:
        """Tell a standard as it is now with what is new in it, then what was asked before and is no longer."""
        known, kept = _texts(before), _texts(after)
        added = [place not in known and not line.left for line, place in _both(after)]
        lost = [place not in kept and not line.left for line, place in _both(before)]
        if not any(_told(after, added)) and not any(_told(before, lost)):
            return
        if after:
            home = self.home(after)
            yield from (f"{self.say('Nay đòi hỏi') if before else self.say('Đòi hỏi')} ({home}):", "")
            whole = not before or len(after) <= SHORT
            yield from self.lines(after, _told(after, added), home, whole=whole, mark=bool(before))
            stayed = sum(not (line.head or line.again or new) for line, new in zip(after, added, strict=True))
            if stayed and not whole:
                yield f"- *{self.say('giữ nguyên {number} điều kiện khác', n=stayed, number=stayed)}*"
        if any(_told(before, lost)):
            home = self.home(before)
            yield from ("", f"{self.say('Trước đây có, nay không còn')} ({home}):", "")
            yield from self.lines(before, _told(before, lost), home, whole=False, mark=False)

    def lines(self, lines: list[Line], told: list[bool], home: str, *, whole: bool, mark: bool) -> Iterator[str]:
        """Yield the lines that are told, or all, each under the heads above it."""
        heads: list[Line] = []
        for line, new in zip(lines, told, strict=True):
            heads = [head for head in heads if head.depth < line.depth]
            if line.head and not whole:
                heads.append(line)
            elif whole or new:
                yield from (f"{'  ' * head.depth}- {head.text}" for head in heads)
                # A head is said once, before the first line told under it.
                heads = []
                flag = f" **{self.say('(mới)')}**" if mark and new and not line.head else ""
                yield f"{'  ' * line.depth}- {line.text}{flag}{self.where(line, home)}"

    def home(self, lines: list[Line]) -> str:
        """Name the document that most of the lines stand in."""
        homes = [self.document(line.citation) for line in lines if line.citation]
        return max(dict.fromkeys(homes), key=homes.count, default="")

    def document(self, citation: Citation) -> str:
        """Name the document of a citation, as it is cited."""
        return cited(attrs.evolve(citation, article=""), self.say)

    def where(self, line: Line, home: str) -> str:
        """Cite a line; its document is left out where it is the one named above."""
        if line.head or line.citation is None:
            return ""
        return f" ({cited(line.citation, self.say).removesuffix(home).strip()})"


def _told(lines: list[Line], new: list[bool]) -> list[bool]:
    """Say which lines are new: a head never is, and a reference where something it refers to is."""
    texts = {fold(line.text) for line, fresh in zip(lines, new, strict=True) if fresh and not (line.head or line.again)}
    return [
        any(fold(text) in texts for text in line.again) if line.again else fresh and not line.head
        for line, fresh in zip(lines, new, strict=True)
    ]


def _texts(lines: list[Line]) -> set[tuple[str, ...]]:
    return {place for line, place in _both(lines) if not (line.head or line.again)}


def _both(lines: list[Line]) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """Yield each line with its words and the choices it stands under: one of several roads is another demand.

    Capital letters make no difference, nor does whom, or which case of several, it is told of.
    """
    heads = list[tuple[int, str]]()
    for line in lines:
        heads = [(depth, text) for depth, text in heads if depth < line.depth]
        yield line, (*(text for _, text in heads), fold(line.text).strip(" ;."))
        if line.head and not line.whom:
            heads.append((line.depth, fold(line.text)))
