"""The tables of ``docs/reports.md``: what the library answers on the examples made from five reports.

``python -m tests.reports`` writes them anew after an example or an answer was changed on purpose; a test holds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import thidua
from thidua.decision.powers import check_recipient
from thidua.interchange import load, load_claims, load_indicators, load_launch, load_movements
from thidua.model.decision import Decision
from thidua.model.finding import Finding
from thidua.movement.indicators import attainment
from thidua.movement.launches import check_launch
from thidua.movement.paces import OnPace, pace
from thidua.people.figures import check_all
from thidua.people.judging import FigureFinding

EXAMPLES = Path(__file__).parents[1] / "docs" / "examples"
PAGE = EXAMPLES.parent / "reports.md"
DAYS = {
    "hau-giang-2021": date(2021, 12, 14),
    "chau-thanh-a-2023": date(2023, 6, 30),
    "kien-giang-2021": date(2021, 5, 15),
    "hong-ngu-2020": date(2020, 12, 31),
    "hong-ngu-2020-nguyen-van": date(2020, 12, 31),
}
"""The day whose law a report's decisions are held to: the end of its period, or the day it appeared in it."""
LAUNCHED_BY = date(2023, 5, 29)
"""The launch of 2023 has no day; its first target is to be reached before the day after this one."""
RECIPIENTS = {"collective": "tập thể", "individual": "cá nhân"}
_TABLE = re.compile(r"(<!-- table: (\S+) -->\n)(?:\|.*\n)*")


def written(page: str) -> str:
    """Return the page with each table, under the comment that names its example, as the library answers today."""
    return _TABLE.sub(lambda found: found[1] + "".join(f"{line}\n" for line in table(found[2])), page)


def named(page: str) -> set[str]:
    """Return the files of examples that the page has tables of."""
    return {f"{found[2]}.json" for found in _TABLE.finditer(page)}


def table(example: str) -> Iterator[str]:
    """Yield the lines of the table of an example."""
    path = EXAMPLES / f"{example}.json"
    if example.endswith("-claims"):
        return _claims(path)
    if example.endswith("-launch"):
        return _launch(path)
    if example.endswith("-indicators"):
        return _indicators(path)
    return _movements(path) if example.endswith("-movements") else _decisions(path)


def _claims(path: Path) -> Iterator[str]:
    yield "| Trả lời · Answer | Báo cáo nói · The report says | Còn cần · What would say it |"
    yield "|---|---|---|"
    alike: dict[tuple[str, str], list[FigureFinding]] = {}
    for found in check_all(load_claims(path)):
        alike.setdefault(_answer(found), []).append(found)
    for (answer, settles), several in alike.items():
        yield f"| {answer} | {'<br>'.join(map(_said, several))} | {settles} |"


def _answer(found: FigureFinding) -> tuple[str, str]:
    answer = f"`{found.verdict}`" + (f" ({found.reason})" if found.reason else "")
    return answer, ", ".join(f"`{path}`" for path in found.settles)


def _said(found: FigureFinding | OnPace) -> str:
    """Return the claim or indicator as the library tells it: what follows the verdict in the first line."""
    return found.explain("vi").splitlines()[0].partition(": ")[2]


def _indicators(path: Path) -> Iterator[str]:
    yield "| Đạt kế hoạch · Plan | Tiến độ · Pace | Báo cáo nói · The report says |"
    yield "|---|---|---|"
    for each in load_indicators(path):
        answers = " | ".join(
            f"`{found.outcome.name}`" + (f" ({found.reason})" if found.reason else "")
            for found in (attainment(each), pace(each))
        )
        yield f"| {answers} | {_said(pace(each))} |"


def _decisions(path: Path) -> Iterator[str]:
    law = thidua.law_on(DAYS[path.stem])
    yield "| Đợt · Batch | Đối tượng · Recipient | Thẩm quyền · Power | Còn cần · What would say it |"
    yield "|---|---|---|---|"
    for each in load(path).decisions:
        fits, may = check_recipient(each, law), thidua.check_power(each, law=law)
        missing = ", ".join(f"`{name}`" for name in dict.fromkeys((*fits.missing, *may.missing)))
        yield f"| {_batch(each)} | {_outcome(fits)} | {_outcome(may)} | {missing} |"


def _batch(decision: Decision) -> str:
    award = "—" if decision.award is None else thidua.award(decision.award).label
    return f"{award}: {decision.count:,} {RECIPIENTS[decision.recipient]}".replace(",", ".")


def _outcome(finding: Finding) -> str:
    notes = "".join(f" ({note.code})" for note in finding.children)
    return f"`{finding.outcome.name}`{notes}"


def _movements(path: Path) -> Iterator[str]:
    yield "| Phong trào · Movement | `launched_by` | `scope` | `since` | `until` | `manner` |"
    yield "|---|---|---|---|---|---|"
    for each in load_movements(path):
        facts = (each.launched_by, each.scope, each.since, each.until, each.manner)
        yield f"| {each.name} | {' | '.join('?' if fact is None else str(fact) for fact in facts)} |"


def _launch(path: Path) -> Iterator[str]:
    yield "| Trả lời · Answer | Luật hỏi · Asked | Căn cứ · Source |"
    yield "|---|---|---|"
    for each in check_launch(load_launch(path), thidua.law_on(LAUNCHED_BY)).children:
        asked = f"{each.code}: {each.have}" if each.code == "carries" else each.code
        of = [found for child in each.children for found in [child.outcome.name]]
        counted = ", ".join(f"{of.count(name)} `{name}`" for name in dict.fromkeys(of))
        answer = "—" if each.code == "unread" else f"`{each.outcome.name}`"
        yield f"| {answer} | {asked}{f' ({counted})' if counted else ''} | {each.citation} |"


def write() -> None:
    """Write the tables of the page."""
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    write()
