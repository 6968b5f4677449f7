"""Opens a document: TOML in, frozen provisions out, every fault named with its file, entry and reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from thidua.book.tomltext import parse
from thidua.errors import InputError, Problem, Worded, both, worded
from thidua.model.citation import article_of
from thidua.model.cluster import ClusterEntry, Criterion, dangling
from thidua.model.condition import AchievementOf, Holds, InitiativeOf, MembersOf, Run
from thidua.model.deadline import Deadline
from thidua.model.deciding import Rate, Share
from thidua.model.document import ENTRIES, Document
from thidua.model.doubling import Double
from thidua.model.duration import Aged, Elapsed, InPost
from thidua.model.entry import Entry, Header
from thidua.model.form import FormEntry, form_faults
from thidua.model.launching import LaunchEntry, MovementEntry
from thidua.model.outline import Reading
from thidua.model.paper import PaperEntry
from thidua.model.paying import Payer, Together
from thidua.model.proposing import Proposal
from thidua.model.provision import CONDITIONS, Clause, Counting, Rule
from thidua.model.time import Period
from thidua.model.voting import BallotEntry
from thidua.strict import converter, problems_of
from thidua.text import did_you_mean, nearest, nfc

_FIRST_ENTRY = re.compile(r"^\[\[", re.MULTILINE)


def header_of(text: str, source: str) -> Header:
    """Read only the ``[document]`` table, so that a document's entries are parsed when first needed."""
    first = _FIRST_ENTRY.search(text)
    tables = parse(text[: first.start()] if first else text, source)
    header: Header = _structure(tables["document"], Header, "document", source)
    return header


def document_of(text: str, source: str) -> Document:
    """Read and check a whole document."""
    return document_from(parse(text, source), source)


def document_from(tables: Mapping[str, Any], source: str) -> Document:
    """Check the tables of a whole document, and make it."""
    problems = list(_tables(tables))
    header = _collect(tables["document"], Header, "document", problems)
    found: dict[str, tuple[Entry, ...]] = {}
    for kind in ENTRIES:
        rows = tables.get(kind.table, [])
        if not isinstance(rows, list):
            problems.append(
                Problem(
                    kind.table, "bad-value", worded("write [[{table}]], one table for each entry", table=kind.table)
                )
            )
            continue
        entries = (_collect(row, kind, _place(kind, index, row), problems) for index, row in enumerate(rows))
        found[kind.table] = tuple(entry for entry in entries if entry is not None)
    if problems or header is None:
        raise InputError(problems, source=source)
    document = Document(document=header, file=source, **found)  # type: ignore[arg-type]  # each table's own class, by construction
    problems += _faults(document)
    if problems:
        raise InputError(problems, source=source)
    return document


def _tables(tables: Mapping[str, Any]) -> Iterator[Problem]:
    known = ["document", *(kind.table for kind in ENTRIES)]
    for name in tables:
        if name not in known:
            hint = next((worded("; did you mean [[{near}]]?", near=near) for near in nearest(name, known, most=1)), "")
            yield Problem(
                name, "unknown-table", worded("a document has no table [[{name}]]{hint}", name=name, hint=hint)
            )


def _place(kind: type[Entry], index: int, row: Any) -> str:
    name = row.get("id") if isinstance(row, dict) else None
    return f"{kind.table} {name!r}" if isinstance(name, str) else f"{kind.table}[{index}]"


def _structure(raw: Any, kind: type[Any], place: str, source: str) -> Any:
    problems: list[Problem] = []
    made = _collect(raw, kind, place, problems)
    if problems:
        raise InputError(problems, source=source)
    return made


def _collect(raw: Any, kind: type[Any], place: str, problems: list[Problem]) -> Any:
    try:
        return _converter().structure(_nfc(raw), kind)
    except Exception as error:  # noqa: BLE001  # cattrs groups errors of every kind; problems_of re-raises the rest
        problems += problems_of(error, place)
        return None


def _nfc(value: Any) -> Any:
    if isinstance(value, str):
        return nfc(value)
    if isinstance(value, dict):
        return {key: _nfc(item) for key, item in value.items()}
    return [_nfc(item) for item in value] if isinstance(value, list) else value


@cache
def _converter() -> Any:
    return converter()


def _faults(document: Document) -> Iterator[Problem]:
    header = document.document
    if header.ends and header.in_force and header.ends <= header.in_force:
        yield Problem(
            "document.ends",
            "bad-period",
            worded("ends on {ends}, not after it begins on {in_force}", ends=header.ends, in_force=header.in_force),
        )
    seen: dict[tuple[str, str, tuple[tuple[str, str], ...]], list[Period]] = {}
    for entry in document.entries():
        place = f"{entry.table} {entry.id!r}"
        try:
            period = Period(entry.since, entry.until)
        except ValueError as error:
            yield Problem(f"{place}.until", "bad-period", worded(error.args[0]))
            continue
        others = seen.setdefault((entry.table, entry.id, tuple(sorted(entry.reading.items()))), [])
        if any(period.overlaps(other) for other in others):
            yield Problem(f"{place}.id", "duplicate", worded("another entry has this id on the same days"))
        others.append(period)
        if entry.source is None and article_of(entry.id) is None and entry.effect != "end":
            yield Problem(f"{place}.source", "missing", worded("say the article, as the id does not begin with one"))
        if entry.effect != "end":
            for key in entry.needs:
                if getattr(entry, key) in ("", (), {}):
                    yield Problem(
                        f"{place}.{key}",
                        "missing",
                        worded("[[{table}]] needs the key {key!r}", table=entry.table, key=key),
                    )
        if entry.effect == "add" and (entry.target or entry.of):
            yield Problem(
                f"{place}.effect", "missing", worded("of and target say what is replaced or ended: add an effect")
            )
        yield from _entry_faults(entry, place)
    yield from _dangling(document)


def _entry_faults(entry: Entry, place: str) -> Iterator[Problem]:
    if entry.effect == "end" and not isinstance(entry, MovementEntry):
        return
    if isinstance(entry, Clause):
        given = [key for key in CONDITIONS if getattr(entry, key) is not None]
        if len(given) != 1:
            has = both(given) if given else worded("none")
            yield Problem(
                place, "one-condition", worded("a clause states exactly one condition; this one has {has}", has=has)
            )
        else:
            yield from _leaf_faults(*entry.condition, place)
    if isinstance(entry, Rule) and not (entry.all or entry.any):
        yield Problem(place, "one-condition", worded("a rule needs all or any"))
    if isinstance(entry, Counting) and (entry.after is None) == (entry.once is None):
        yield Problem(place, "one-condition", worded("say after or once, one of the two"))
    if isinstance(
        entry,
        Rate
        | Share
        | Together
        | Payer
        | Proposal
        | Double
        | BallotEntry
        | PaperEntry
        | Deadline
        | MovementEntry
        | LaunchEntry
        | ClusterEntry
        | Criterion,
    ):
        yield from (Problem(f"{place}.{key}", code, sentence) for key, code, sentence in entry.faults())
    if isinstance(entry, Reading) and entry.default not in entry.options:
        yield Problem(
            f"{place}.default", "unknown-option", worded("{default!r} is none of the options", default=entry.default)
        )
    if isinstance(entry, FormEntry):
        yield from (Problem(f"{place}.{key}", code, sentence) for key, code, sentence in form_faults(entry))


def _leaf_faults(key: str, value: Any, place: str) -> Iterator[Problem]:
    """Find conditions that ask nothing, or more than can be asked together."""
    if key in ("all", "any", "none", "meets") and not value:
        yield _nothing(place, key)
    for name in ("awards", "kinds", "posts"):
        if name in _MUST_NAME.get(type(value), ()) and not getattr(value, name):
            yield _nothing(place, f"{key}.{name}")
    if isinstance(value, Run) and not (value.each.rated or value.each.titles):
        yield _nothing(place, "run.each")
    for what, sentence in _clashes(value):
        yield Problem(f"{place}.{what}", "one-bound" if "one of the two" in sentence else "too-much", sentence)


_MUST_NAME: Mapping[type, tuple[str, ...]] = {
    Holds: ("awards",),
    Elapsed: ("awards",),
    InitiativeOf: ("kinds",),
    AchievementOf: ("kinds",),
    InPost: ("posts",),
}


def _nothing(place: str, where: str) -> Problem:
    return Problem(f"{place}.{where}", "empty", worded("an empty list asks nothing"))


def _clashes(value: Any) -> Iterator[tuple[str, Worded]]:
    """Yield keys that do not go together, and the sentence that says so."""
    if isinstance(value, Holds) and value.consecutive and (value.times != 1 or value.when != "ever"):
        yield "holds", worded("consecutive counts years: it goes with neither times nor when")
    if isinstance(value, Holds) and value.consecutive and value.after:
        yield "holds", worded("consecutive looks back from the year of the dossier: it does not go with after")
    if isinstance(value, Holds) and not value.consecutive and (value.anywhere or value.lag):
        yield "holds", worded("anywhere and lag go with consecutive only")
    if isinstance(value, Holds) and value.apart > value.spacing:
        yield "holds.apart", worded("is longer than spacing, so that no two years would do")
    if isinstance(value, Run) and value.exact and value.anywhere:
        yield "run", worded("exact looks at the last years, anywhere at all of them: one of the two")
    if isinstance(value, Run) and value.after and (value.after.consecutive or value.after.times != 1):
        yield "run.after", worded("one award opens a run: neither times nor consecutive")
    if isinstance(value, MembersOf) and (value.at_least is None) == (value.above is None):
        yield "members", worded("say at_least or above, one of the two")
    if isinstance(value, Aged) and (value.years is None) != value.round:
        yield "aged", worded("say years or round, one of the two")


def references(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the key and the id of every clause that the entry refers to."""
    if isinstance(entry, Rule | Clause):
        for key in ("all", "any", "none"):
            for name in getattr(entry, key, None) or ():
                yield key, name
    if isinstance(entry, Clause) and entry.run is not None and entry.run.within is not None:
        yield "run.within", entry.run.within
    clause = getattr(entry, "clause", None)
    if isinstance(clause, str) and clause:
        yield "clause", clause


def _dangling(document: Document) -> Iterator[Problem]:
    """Find references to nothing, as far as one file can tell; other documents' are checked when laid together."""
    own = tuple(dict.fromkeys(clause.id for clause in document.clause))
    elsewhere = document.document.amends is not None
    for entry in document.entries():
        for key, name in references(entry):
            if ":" not in name and name not in own and not elsewhere and entry.of is None:
                sentence = worded("no clause {name!r} here{hint}", name=name, hint=did_you_mean(name, own))
                yield Problem(f"{entry.table} {entry.id!r}.{key}", "dangling", sentence)
    options = {(reading.id, option) for reading in document.reading for option in reading.options}
    for form in document.form:
        for row in form.rows:
            for name, option in row.reading.items():
                if (name, option) not in options:
                    sentence = worded(
                        "no [[reading]] {name!r} with the option {option!r} here", name=name, option=option
                    )
                    yield Problem(f"form {form.id!r}.rows", "dangling", sentence)
    changing = any(entry.effect != "add" for entry in (*document.cluster, *document.criterion))
    for place, table, name in dangling(document.cluster, document.criterion):
        if not changing:  # else it may be an entry of the document that this one changes
            yield Problem(place, "dangling", worded("no [[{table}]] {name!r} here", table=table, name=name))
