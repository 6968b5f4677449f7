"""A standard as it is now beside what it was: what of it is new, what stays, what is asked no longer."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from thidua.model.citation import Citation
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
        """Tell a standard as it is now, what of it is new, and what is asked no longer."""
        known, places = set(_placed(before)), {id(line): place for line, place in _both(after)}
        kept = set(places.values())
        if after:
            home = self.home(after)
            yield from (f"{self.say('Nay đòi hỏi') if before else self.say('Đòi hỏi')} ({home}):", "")
            told, stayed = self.changed(after, known) if before else (after, 0)
            for line in told:
                new = before and not (line.head or line.again) and places[id(line)] not in known
                mark = f" **{self.say('(mới)')}**" if new else ""
                yield f"{'  ' * line.depth}- {line.text}{mark}{self.where(line, home)}"
            if stayed:
                yield f"- *{self.say('giữ nguyên {number} điều kiện khác', n=stayed, number=stayed)}*"
        gone = {line.text: line for line, place in _both(before) if not (line.head or line.again) and place not in kept}
        if gone:
            home = self.home(list(gone.values()))
            yield from ("", f"{self.say('Không còn đòi hỏi')} ({home}):", "")
            yield from (f"- {line.text}{self.where(line, home)}" for line in gone.values())

    def changed(self, after: list[Line], known: set[tuple[str, ...]]) -> tuple[list[Line], int]:
        """Return a long standard's new lines with the heads above them, and how many conditions stayed."""
        if len(after) <= SHORT:
            return after, 0
        asked = [(line, place) for line, place in _both(after) if not (line.head or line.again)]
        new = {place for _, place in asked if place not in known}
        shown_at = [place for line, place in _both(after) if place in new or line.again]
        above = {place[:end] for place in shown_at for end in range(1, len(place))}
        told = [
            line
            for line, place in _both(after)
            if line.again or (place in above or line.whom if line.head else place in new)
        ]
        # Whom nothing is told of is not named.
        told = [
            line
            for line, follows in zip(told, [*told[1:], None], strict=True)
            if not (line.whom and (follows is None or follows.whom))
        ]
        return told, sum(place not in new for _, place in asked)

    def home(self, lines: list[Line]) -> str:
        """Name the document that most of the lines stand in."""
        homes = [self.document(line.citation) for line in lines if line.citation]
        return max(dict.fromkeys(homes), key=homes.count, default="")

    def document(self, citation: Citation) -> str:
        return cited(attrs.evolve(citation, article=""), self.say)

    def where(self, line: Line, home: str) -> str:
        """Cite a line; its document is left out where it is the one named above."""
        if line.head or line.citation is None:
            return ""
        return f" ({cited(line.citation, self.say).removesuffix(home).strip()})"


def _both(lines: list[Line]) -> Iterator[tuple[Line, tuple[str, ...]]]:
    return zip(lines, _placed(lines), strict=True)


def _placed(lines: list[Line]) -> list[tuple[str, ...]]:
    """Give each line with the heads it stands under: the same words as one of several roads are another demand."""
    found, heads = [], list[tuple[int, str]]()
    for line in lines:
        heads = [(depth, text) for depth, text in heads if depth < line.depth]
        found.append((*(text for _, text in heads), line.text))
        if line.head and not line.whom:
            heads.append((line.depth, line.text))
    return found
