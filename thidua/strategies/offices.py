"""Who does the work, how officials are rated, and what became of collectives."""

from __future__ import annotations

from typing import Final, Literal

from hypothesis import strategies as st

from thidua.model import vocabulary as words
from thidua.model.decision import StaffRating
from thidua.model.staff import Official, Section
from thidua.model.succession import Change, Succession
from thidua.strategies.words import days, maybe, words_of

Kind = Literal["merged", "renamed", "split", "abolished"]
_NUMBERS: Final[dict[Kind, tuple[int, int]]] = {
    "merged": (2, 1),
    "renamed": (1, 1),
    "split": (1, 2),
    "abolished": (1, 0),
}
"""How many there were and how many came, by the kind of a change."""
_NAMES = st.sampled_from(["A-17", "A-18", "A-19"])


def sections() -> st.SearchStrategy[Section]:
    """Draw an organisation that does the work, or several alike."""
    return st.builds(Section, kind=words_of(words.SectionKind), name=maybe(_NAMES), count=st.integers(1, 50))


def officials() -> st.SearchStrategy[Official]:
    """Draw an official who does the work, or several alike; any fact may be missing."""
    return st.builds(
        Official,
        name=maybe(_NAMES),
        sex=maybe(words_of(words.Sex)),
        age=maybe(st.integers(18, 65)),
        education=maybe(words_of(words.Education)),
        years=maybe(st.integers(0, 40)),
        count=st.integers(1, 50),
    )


def staff_ratings() -> st.SearchStrategy[StaffRating]:
    """Draw the year's rating of an official, or of several."""
    return st.builds(
        StaffRating,
        rating=words_of(words.Rating),
        subject=maybe(_NAMES),
        unit=maybe(st.sampled_from(["Phòng A", "Phòng B"])),
        peer_group=maybe(st.sampled_from(["Chuyên viên", "Thanh tra viên"])),
        decided_on=maybe(days(2015, 2026)),
        year=maybe(st.integers(2014, 2026)),
        count=st.integers(1, 50),
    )


@st.composite
def successions(draw: st.DrawFn) -> Succession:
    """Draw what became of collectives, change after change, each of those that the ones before left."""
    there = [f"Sở {letter}" for letter in "ABCDE"]
    changes: list[Change] = []
    for number, day in enumerate(sorted(draw(st.sets(days(2024, 2026), max_size=4)))):
        kinds: list[Kind] = ["merged", "renamed", "split", "abolished"] if there[1:] else ["renamed", "split"]
        kind = draw(st.sampled_from(kinds))
        were, made = _NUMBERS[kind]
        old = tuple(draw(st.permutations(there))[:were])
        new = tuple(f"Sở mới {number + 1}.{each + 1}" for each in range(made))
        heirs = {"merged": old, "split": new}.get(kind)
        keeps = draw(maybe(st.lists(st.sampled_from(heirs), unique=True).map(tuple))) if heirs else None
        changes.append(Change(kind=kind, on=day, old=old, new=new, keeps=keeps))
        there = [*(name for name in there if name not in old), *new]
    return Succession(tuple(changes))
