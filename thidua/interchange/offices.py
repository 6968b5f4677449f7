"""The tolerant edge: decisions from what offices have. Nothing is guessed, and no row is dropped in silence.

What an office's sheet may be headed, which words its cells may hold and which award a name of its own means stand as
tables beside this module: ``headers.toml``, ``words.toml``, ``awards.toml``, ``titles.toml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Self

import attrs

from thidua.errors import InputError, Problem, worded
from thidua.exact import step
from thidua.interchange import headers
from thidua.interchange.cells import said
from thidua.interchange.crosswalk import Crosswalk, NameRead
from thidua.interchange.headers import Column
from thidua.interchange.noticed import noticed
from thidua.interchange.rows import Row, RowReader
from thidua.interchange.sheets import Source, opened
from thidua.interchange.slips import Slip
from thidua.interchange.titles import TitleRead, Titles
from thidua.interchange.two_rows import refuse_two_rows
from thidua.model.decision import Decision


@attrs.frozen(kw_only=True)
class Reading:
    """What was read of a sheet, how, and what was not; what :func:`read_decisions` answers.

    Attributes:
        source: the file's name; None of rows and dataframes.
        header_row: the number of the row that heads the sheet; 0 where the source names its columns itself.
        columns: every column, and what each was read as.
        rows: every row that is not empty, as it came and as it was read.
        classes: the table of job titles that was used: every title of an individual in the sheet, its official class or
            None, and in how many rows it stands; those without a class first.
        awards: what every name of an award was read as, and by which table.
        notes: what is worth a look and not wrong: hidden rows and columns, units that may be one, groups that a row
            tells of and its recipient cannot be of.
    """

    source: str | None
    header_row: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    classes: tuple[TitleRead, ...]
    awards: tuple[NameRead, ...]
    notes: tuple[Slip, ...] = ()
    _misspelt: tuple[Slip, ...] = attrs.field(default=(), alias="misspelt")

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions, in the order of the sheet: of rows with nothing wrong."""
        return tuple(row.decision for row in self.rows if row.decision is not None)

    @property
    def rejected(self) -> tuple[Row, ...]:
        """The rows with something wrong, as they came: none of them is among the decisions."""
        return tuple(row for row in self.rows if row.decision is None)

    @property
    def unmapped(self) -> tuple[TitleRead, ...]:
        """The job titles without a class: of these individuals the class is not known, unless a column said it."""
        return tuple(title for title in self.classes if title.official_class is None)

    @property
    def problems(self) -> tuple[Slip, ...]:
        """Everything that is wrong: with the header, then row by row."""
        return (*self._misspelt, *(slip for row in self.rows for slip in row.problems))

    def or_raise(self) -> Self:
        """Return the reading if nothing is wrong.

        Raises:
            InputError: something is; it lists every problem.
        """
        if self.problems:
            raise InputError([slip.problem() for slip in self.problems], source=self.source)
        return self

    def explain(self, locale: str = "vi") -> str:
        """Tell how the sheet was read and everything that is wrong, in Vietnamese (``"vi"``) or English (``"en"``)."""
        text: str = import_module("thidua.wording.sheets").explain(self, locale)
        return text

    def _repr_html_(self) -> str:
        # By name, because wording is an edge above this floor; babel loads only when text is asked for.
        shown: str = import_module("thidua.wording.notebook").prose(self)
        return shown


def read_decisions(
    source: Source,
    *,
    sheet: str | None = None,
    also: Mapping[str, Any] | None = None,
    crosswalk: Mapping[str, str] | Path | None = None,
    classes: Mapping[str, str] | Path | None = None,
) -> Reading:
    """Read decisions as offices list them.

    Headers and words are read with or without accents, in any case, in composed or decomposed form, with stray blanks
    and line breaks; dates as dd/mm/yyyy; numbers as Vietnamese writes them; awards by any of their names. A row with
    something wrong is no decision: it is in ``rejected``, with every fault told in ``problems``. A cell that is empty
    says nothing, except under ``count``: a list with such a column says how many in every row.

    Args:
        source: a path to a ``.csv`` file (UTF-8; commas, semicolons or tabs) or an ``.xlsx`` file (with the extra
            ``office``), rows as mappings, or any dataframe that narwhals knows (the extra ``frames``).
        sheet: which sheet of an ``.xlsx`` file, if it has several.
        also: columns that the sheet has not, by their headers, each with the one value of all rows:
            ``{"Đối tượng": "Cá nhân", "Năm": 2024}``. Where these say both the award and the recipient, every row of
            two cells or more is a decision: take notes and signatures out of such a sheet.
        crosswalk: names or codes of awards in another system and what they mean here, as a mapping or a TOML file of
            lines ``"DH-07" = "lao-dong-tien-tien"``; they go before every other name.
        classes: job titles and their official classes, laid over ours: ``{"Hiệu trưởng": "leader-other"}``, or a TOML
            file in the form of our ``titles.toml``. The class ``"unclear"`` takes a title out.

    Raises:
        InputError: the source cannot be read at all: no such file, not UTF-8, no header that is known, two columns that
            mean the same, a header in two rows or merged over columns, nothing that says the recipient; or ``also``,
            ``crosswalk`` or ``classes`` are wrong.

    >>> reading = read_decisions([
    ...     {"Họ và tên": "Lê A", "Chức vụ": "Giáo viên", "ĐỐI TƯỢNG": "cá nhân", "Danh hiệu": "LĐTT",
    ...      "Ngày ký": "15/01/2025"},
    ...     {"Họ và tên": "Lê B", "Chức vụ": "Giám đốc", "ĐỐI TƯỢNG": "Cá nhân", "Danh hiệu": "LĐTT",
    ...      "Ngày ký": "15/01/25"}])
    >>> [(one.award, one.official_class, str(one.decided_on)) for one in reading.decisions]
    [('lao-dong-tien-tien', 'direct-worker', '2025-01-15')]
    >>> [(slip.row, slip.column, slip.code) for slip in reading.problems], reading.rejected[0].cells["Họ và tên"]
    ([(2, 'Ngày ký', 'two-digit-year')], 'Lê B')
    >>> [(title.title, title.official_class) for title in reading.classes]
    [('Giám đốc', None), ('Giáo viên', 'direct-worker')]
    """
    awards, titles = Crosswalk(crosswalk), Titles(classes)
    beside = _beside(also or {})
    found, place = headers.best_headed(opened(source, sheet))
    refuse_two_rows(found, place)
    header, lines = found.lines[place], found.lines[place + 1 :]
    # Excel draws borders, and so keeps cells, far beyond the last that says anything.
    width = max(
        index
        for line in found.lines[place:]
        for index, cell in enumerate((None, *line.cells))
        if index == 0 or said(cell)
    )
    columns = headers.columns_of([*header.cells, *[None] * width][:width])
    headers.checked([*columns, *(column for column, _ in beside)], found.source)
    reader = RowReader(sheet=found, header=header, columns=columns, also=beside, awards=awards, titles=titles)
    rows = tuple(reader.rows(lines))
    return Reading(
        source=found.source,
        header_row=header.number,
        columns=columns,
        rows=rows,
        classes=titles.table(),
        awards=awards.table(),
        notes=tuple(noticed(found, header.number, columns, rows)),
        misspelt=tuple(headers.misspelt(columns, header.number)),
    )


def _beside(also: Mapping[str, Any]) -> list[tuple[Column, Any]]:
    """Return what is said of all rows, as columns.

    Raises:
        InputError: a header that is not known, or nothing said under one.
    """
    made, problems = [], []
    for header, value in also.items():
        [column] = headers.columns_of([header])
        if column.means is None:
            problems.append(
                Problem(
                    f"also{step(header)}", "unknown-key", worded("no header that is read: {header!r}", header=header)
                )
            )
        elif not said(value):
            problems.append(Problem(f"also{step(header)}", "null", worded("nothing is said; leave it out")))
        made.append((attrs.evolve(column, place=""), value))
    if problems:
        raise InputError(problems)
    return made
