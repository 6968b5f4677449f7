"""Documents of one's own, as a province writes them."""

from __future__ import annotations

from datetime import date
from typing import Final

import attrs
from hypothesis import assume
from hypothesis import strategies as st

from thidua.errors import InputError
from thidua.interchange import dump, load_document_json
from thidua.model import vocabulary as words
from thidua.model.citation import Standing
from thidua.model.document import Document
from thidua.model.entry import Header
from thidua.model.provision import AwardEntry, Clause, Rule
from thidua.strategies.records import records
from thidua.strategies.words import days, words_of

_TREES: Final = frozenset({"all", "any", "none", "meets", "run"})
_HEADER: Final = Header(
    id="1/2026/QĐ-UBND",
    title="Quy định về thi đua, khen thưởng",
    kind="decision",
    issuer="Ủy ban nhân dân tỉnh",
    standing=Standing.VERIFIED,
    checked=date(2026, 11, 22),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a regulation with an award of its own, a rule for it, and clauses of any condition.

    It fits the law of every day on which it is in force: ``law_on(day, document)`` takes it. Of the other tables
    ``records`` draws entries, which say nothing together.
    """
    since = draw(days(2024, 2026))
    kind: words.Kind = draw(words_of(words.Kind))
    award = AwardEntry(
        id="giai-thuong-cua-tinh",
        source="khoản 1 Điều 2",
        label="Giải thưởng của tỉnh",
        gloss="Prize of the province",
        kind="badge",
        level="ministry-province",
        recipients=(kind,),
    )
    names = [f"2.1-{number}" for number in range(1, draw(st.integers(1, 3)) + 1)]
    clauses = tuple(draw(_leaf(name)) for name in names)
    every, some = draw(st.permutations([tuple(names), ()]))
    rule = Rule(id="2.1", award=award.id, recipients=(kind,), all=every, any=some)
    made = Document(document=attrs.evolve(_HEADER, in_force=since), award=(award,), rule=(rule,), clause=clauses)
    assume(_stands(made))
    return made


@st.composite
def _leaf(draw: st.DrawFn, name: str) -> Clause:
    key, value = draw(records(Clause).map(lambda clause: clause.condition).filter(lambda found: found[0] not in _TREES))
    return Clause(id=name, **{key: value})


def _stands(made: Document) -> bool:
    """Say whether a document's file would be taken: no leaf that asks nothing, no period turned round."""
    try:
        load_document_json(dump(made))
    except InputError:
        return False
    return True
