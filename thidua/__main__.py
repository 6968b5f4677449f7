"""``python -m thidua check FILE``: a dossier, a list of dossiers or a batch of decisions against the law.

Leaves with 0 when nothing is NOT_MET or UNKNOWN, 1 when something is NOT_MET, 3 when nothing is but something is
UNKNOWN, 2 for bad input.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from thidua.errors import InputError, NotInForce, ThiduaError, UnknownTerm
from thidua.model.finding import Outcome

BAD_INPUT = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m thidua", description="Luật thi đua, khen thưởng: kiểm tra hồ sơ, quyết định."
    )
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check a dossier, a list of dossiers or a batch of decisions (JSON)")
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument(
        "--on", type=_day, metavar="DATE", help="the day whose law governs, yyyy-mm-dd; absent: each record's own date"
    )
    check.add_argument("--award", help="judge dossiers for this award only (id, short form or official name)")
    check.add_argument(
        "--with",
        dest="documents",
        type=Path,
        action="append",
        default=[],
        metavar="DOCUMENT",
        help="lay a document (TOML) over the law",
    )
    check.add_argument("--lang", choices=("vi", "en"), default="vi")
    check.add_argument("--json", action="store_true", help="print JSON instead of prose")
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):  # Vietnamese, whatever the terminal's locale says
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # text streams have it
    try:
        outcomes, text = _check(options)
    except (InputError, UnknownTerm, NotInForce) as error:
        print(_said(error, options.file), file=sys.stderr)
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


def _check(options: argparse.Namespace) -> tuple[list[Outcome], str]:
    from thidua.book.days import law_on, load_document  # noqa: PLC0415  # nothing loads for --help
    from thidua.book.law import Law  # noqa: PLC0415
    from thidua.interchange import dump, load  # noqa: PLC0415
    from thidua.report import BatchReport, DossierReport  # noqa: PLC0415

    documents = [load_document(path) for path in options.documents]

    def on(day: date) -> Law:
        return law_on(day, *documents)

    law = on(options.on) if options.on else on
    given = load(options.file)
    report = DossierReport.of(given.dossiers, law, options.award) if given.dossiers else BatchReport.of(given, law)
    text = dump(report.data()) if options.json else report.text(options.lang)
    return report.outcomes(), text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        msg = f"no such date: {text!r} (write yyyy-mm-dd)"
        raise argparse.ArgumentTypeError(msg) from None


def _said(error: ThiduaError, file: Path) -> str:
    if isinstance(error, InputError):
        return "\n".join(f"{error.source or file.name}: {sentence}" for sentence in error.told())
    return f"{file.name}: {error}"


if __name__ == "__main__":
    sys.exit(main())
