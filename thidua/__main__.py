"""``python -m thidua check FILE``: a dossier, a list of dossiers or a batch of decisions against the law.

``python -m thidua lint FILE``: what the writer of a document (TOML) should know before it is laid over the law.

FILE is JSON, or decisions as offices list them (``.csv``, ``.xlsx``): how these were read goes to the error output.

Leaves with 0 when nothing is NOT_MET or UNKNOWN, 1 when something is NOT_MET, 3 when nothing is but something is
UNKNOWN, 2 for bad input. ``lint`` leaves with 1 for an error, 3 where there is none but something to look at again.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from thidua.errors import InputError, NotInForce, ThiduaError, UnknownTerm, worded
from thidua.model.finding import Outcome

if TYPE_CHECKING:
    from thidua.interchange import Input

BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m thidua",
        description="Luật thi đua, khen thưởng: kiểm tra hồ sơ, quyết định, văn bản. "
        "The law of emulation and commendation: check dossiers, decisions, documents.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser(
        "check", help="kiểm tra hồ sơ, quyết định · check dossiers or decisions (JSON; decisions also .csv, .xlsx)"
    )
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument("--sheet", help="trang nào của tệp .xlsx · which sheet of an .xlsx file, if it has several")
    check.add_argument(
        "--on",
        type=_day,
        metavar="DATE",
        help="luật của ngày nào · the day whose law governs, yyyy-mm-dd; absent: each record's own date",
    )
    check.add_argument(
        "--award", help="chỉ xét danh hiệu này · judge dossiers for this award only (id, short form or official name)"
    )
    check.add_argument(
        "--with",
        dest="documents",
        type=Path,
        action="append",
        default=[],
        metavar="DOCUMENT",
        help="đặt một văn bản lên trên luật · lay a document (TOML) over the law",
    )
    lint = commands.add_parser(
        "lint", help="soát một văn bản · tell what a document (TOML) changes in the law, and what is wrong with it"
    )
    lint.add_argument("file", type=Path, metavar="FILE")
    lint.add_argument(
        "--on",
        type=_day,
        metavar="DATE",
        help="đối chiếu với luật của ngày nào · the day whose law it is held against; absent: its own",
    )
    for command in (check, lint):
        command.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ · the language of the answer")
        command.add_argument("--json", action="store_true", help="in ra JSON · print JSON instead of prose")
    for stream in (sys.stdout, sys.stderr):  # Vietnamese, whatever the terminal's locale says
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # text streams have it
    options = parser.parse_args(arguments)
    try:
        outcomes, text = _linted(options) if options.command == "lint" else _checked(options)
    except (InputError, UnknownTerm, NotInForce) as error:
        print(_said(error, options.file, options.lang), file=sys.stderr)
        return BAD_INPUT
    if text is None:
        return BAD_INPUT
    try:
        print(text, flush=True)
    except BrokenPipeError:  # the reader has seen enough: no traceback, and the answer's own exit code
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return exit_code(outcomes)


def exit_code(outcomes: Iterable[Outcome]) -> int:
    """Return the exit code of a set of outcomes.

    >>> exit_code([Outcome.MET, Outcome.PENDING]), exit_code([Outcome.UNKNOWN])
    (0, 3)
    >>> exit_code([Outcome.UNKNOWN, Outcome.NOT_MET])
    1
    """
    worst = min(outcomes, default=Outcome.MET)
    return {Outcome.NOT_MET: 1, Outcome.UNKNOWN: 3}.get(worst, 0)


def _given(options: argparse.Namespace) -> Input | None:
    """Read what the file holds; None where an office's sheet holds what cannot be read, which is told by then."""
    from thidua.interchange import Input, load, read_decisions  # noqa: PLC0415  # nothing loads for --help
    from thidua.interchange.sheets import FILES  # noqa: PLC0415

    if options.file.suffix.lower() not in FILES:
        if options.sheet is not None:
            raise InputError.one("--sheet", "bad-value", worded("only an .xlsx file has sheets: leave it out"))
        return load(options.file)
    reading = read_decisions(options.file, sheet=options.sheet)
    print(reading.explain(options.lang), file=sys.stderr)
    return None if reading.problems else Input(kind="decisions", decisions=reading.decisions)


def _checked(options: argparse.Namespace) -> tuple[list[Outcome], str | None]:
    given = _given(options)
    return ([], None) if given is None else _check(given, options)


def _linted(options: argparse.Namespace) -> tuple[list[Outcome], str]:
    """Tell the remarks on a document; an error is as grave as NOT_MET, a warning as UNKNOWN."""
    from thidua.book.days import law_on  # noqa: PLC0415  # as above
    from thidua.book.linting import lint_document  # noqa: PLC0415
    from thidua.interchange import dump  # noqa: PLC0415
    from thidua.wording.linted import remarks_data, remarks_text  # noqa: PLC0415

    remarks = lint_document(options.file, law=law_on(options.on) if options.on else None)
    graves = {"error": Outcome.NOT_MET, "warning": Outcome.UNKNOWN, "note": Outcome.MET}
    text = dump(remarks_data(remarks, options.lang)) if options.json else remarks_text(remarks, options.lang)
    return [graves[remark.severity] for remark in remarks], text


def _check(given: Input, options: argparse.Namespace) -> tuple[list[Outcome], str]:
    from thidua.book.days import law_on, load_document  # noqa: PLC0415  # as above
    from thidua.book.law import Law  # noqa: PLC0415
    from thidua.interchange import dump  # noqa: PLC0415
    from thidua.report import BatchReport, DossierReport  # noqa: PLC0415

    documents = [load_document(path) for path in options.documents]

    def on(day: date) -> Law:
        return law_on(day, *documents)

    law = on(options.on) if options.on else on
    dossiers = given.kind == "dossiers"
    report = DossierReport.of(given.dossiers, law, options.award) if dossiers else BatchReport.of(given, law)
    text = dump(report.data()) if options.json else report.text(options.lang)
    return report.outcomes(), text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"no such date: {text!r} (write yyyy-mm-dd)"
        raise argparse.ArgumentTypeError(msg) from None


def _said(error: ThiduaError, file: Path, locale: str) -> str:
    if isinstance(error, InputError):
        # The library names its argument, a shell its option.
        told = (sentence.replace("sheet=…", "--sheet …") for sentence in error.told(locale))
        return "\n".join(f"{error.source or file.name}: {sentence}" for sentence in told)
    return f"{file.name}: {error.explain(locale)}"


if __name__ == "__main__":
    sys.exit(main())
