"""Dossiers into the two tables, and the tables into dossiers: nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from thidua.errors import InputError, Problem, both, worded
from thidua.frames.columns import COHORT
from thidua.frames.gathering import Fault, Gathered, collected, gather, proposal, rows_of
from thidua.frames.places import fault_of
from thidua.frames.telling import Told
from thidua.interchange import intake
from thidua.model.dossier import Dossier

_BACKENDS: Final = {"polars": ("polars",), "pandas": ("pandas", "pyarrow"), "pyarrow": ("pyarrow",)}
"""What tables may be of, and what each needs."""


def from_dossiers(dossiers: Iterable[Dossier], *, backend: str = "polars", progress: bool = False) -> tuple[Any, Any]:
    """Write dossiers as the two tables.

    Args:
        dossiers: the dossiers; one without an id is called by its place, ``"#3"``.
        backend: the library the tables are to be of: ``"polars"``, ``"pandas"`` (with the types of Arrow, in which a
            missing truth stays missing) or ``"pyarrow"``.
        progress: whether to show a bar, which tqdm draws.

    Returns:
        The cohort, one row a dossier, and the records, one row a fact; both with every column there is.

    Raises:
        InputError: two dossiers have the same id, or something is no dossier; or a library is not installed.

    >>> import thidua
    >>> dossier = thidua.load_dossier({
    ...     "subject": {"kind": "individual", "id": "A-17"}, "year": 2024,
    ...     "years": [{"year": 2023}, {"year": 2024, "rating": "excellent"}]})
    >>> cohort, records = from_dossiers([dossier])
    >>> records.select("subject", "kind", "term", "year").rows()
    [('A-17', 'rating', None, 2023), ('A-17', 'rating', 'excellent', 2024)]
    """
    _installed(backend)
    told = Told()
    places: dict[str, int] = {}
    problems = []
    for place, dossier in enumerate(_followed(dossiers, progress=progress)):
        if not isinstance(dossier, Dossier):
            sentence = worded("expected a dossier, as load_dossier gives it, got {kind}", kind=type(dossier).__name__)
            raise InputError.one(f"$[{place}]", "bad-value", sentence)
        name = f"#{place}" if dossier.subject.id is None else dossier.subject.id
        if places.setdefault(name, place) != place:
            problems.append(_again(name, places[name], place, dossier.year))
        told.tell(name, dossier)
    if problems:
        raise InputError(problems)
    cohort, records = (table.to_native() for table in told.tables("polars" if backend == "polars" else "pyarrow"))
    if backend != "pandas":
        return cohort, records
    arrow_types = import_module("pandas").ArrowDtype
    return cohort.to_pandas(types_mapper=arrow_types), records.to_pandas(types_mapper=arrow_types)


def to_dossiers(cohort: Any, records: Any, *, progress: bool = False) -> list[Dossier]:
    """Read the two tables as dossiers.

    Args:
        cohort: one row a proposal, of any library (Polars, pandas, PyArrow, DuckDB, PySpark…).
        records: one row a fact. It counts for every proposal of its subject; a row of kind ``holder`` or ``attested``
            for the proposals of its year alone. Rows of subjects that nobody proposes are left alone.
        progress: whether to show a bar, which tqdm draws.

    Returns:
        The dossiers, in the order of the cohort; a subject's name is the dossier's id. What ``from_dossiers`` wrote
        comes back as it was, but for an empty ``known_from``, which says nothing.

    Raises:
        InputError: ``problems`` lists every fault of both tables with its cell, ``records[17].term``; rows are counted
            from 0, in the order in which the table gives them.

    >>> import thidua
    >>> dossier = thidua.load_dossier({
    ...     "subject": {"kind": "individual", "id": "A-17"}, "year": 2024,
    ...     "awards": [{"award": "CSTĐCS", "year": 2023, "grounds": ["SK-1"]}]})
    >>> to_dossiers(*from_dossiers([dossier])) == [dossier]
    True
    """
    table = collected(cohort, "cohort", COHORT)
    columns = [name for name in table.columns if name in COHORT]
    rows = [dict(zip(columns, cells, strict=True)) for cells in rows_of(table, columns)]
    subjects = {str(row["subject"]): Gathered() for row in rows if row["subject"] is not None}
    faults = list(gather(records, subjects))
    take = intake.dossier()
    found = []
    for place, row in enumerate(_followed(rows, progress=progress)):
        gathered = subjects.get(str(row["subject"])) or Gathered()
        if row["subject"] is None:
            faults.append(
                ("cohort", place, "subject", "missing", worded("the row does not say who is proposed: fill it in"))
            )
        try:
            found.append(take(proposal(row, gathered), None))
        except InputError as error:
            faults += [fault_of(problem, place, row, gathered) for problem in error.problems]
    if faults:
        raise InputError(_problems(faults))
    return found


def _problems(faults: Iterable[Fault]) -> Iterator[Problem]:
    """Tell faults by table and row; a fault of a record that several proposals share is one."""
    for table, row, column, code, sentence in sorted(dict.fromkeys(faults), key=lambda fault: fault[:2]):
        yield Problem(f"{table}[{row}]" + (f".{column}" if column else ""), code, sentence)


def _again(name: str, first: int, place: int, year: int) -> Problem:
    sentence = worded(
        "$[{first}].subject.id is {name!r} too, and the records of the two would run together:"
        " give each an id of its own, e.g. {example!r}",
        first=first,
        name=name,
        example=f"{name}/{year}",
    )
    return Problem(f"$[{place}].subject.id", "duplicate-id", sentence)


def _installed(backend: str) -> None:
    """Refuse a library that no table can be made of, or that is not there."""
    if backend not in _BACKENDS:
        raise InputError.one(
            "backend",
            "bad-value",
            worded("expected one of {names}, got {backend!r}", names=", ".join(_BACKENDS), backend=backend),
        )
    gone = [name for name in _BACKENDS[backend] if find_spec(name) is None]
    if gone:
        sentence = worded(
            "{backend} tables are made with {names}, not installed: pip install {packages}",
            backend=backend,
            names=both(gone),
            packages=" ".join(gone),
        )
        raise InputError.one("backend", "not-installed", sentence)


def _followed(items: Iterable[Any], *, progress: bool) -> Iterable[Any]:
    """Return the items, with a bar that fills as they are taken if ``progress``."""
    if not progress:
        return items
    try:
        tqdm = import_module("tqdm.auto").tqdm
    except ImportError:
        sentence = worded("the bar is drawn by tqdm, which is not installed: pip install tqdm")
        raise InputError.one("progress", "not-installed", sentence) from None
    followed: Iterable[Any] = tqdm(items)
    return followed
