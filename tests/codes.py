"""Every code that a fault of the input may have: found in the source, told in docs/errors.md.

``tests/codes.toml`` says what each means; :mod:`tests.pages` writes the page.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import thidua
from thidua.wording.catalogue import speaker
from thidua.wording.sheet_words import SLIPS

PACKAGE = Path(thidua.__file__).parent
MEANINGS: dict[str, dict[str, list[str]]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)
PLACE: dict[str, int | None] = {
    "Problem": 1,
    "InputError.one": 1,
    "refuse": 0,
    "Slip": None,
    "CellError": 0,
    "self._wrong": 2,
    "reading.take": 1,
}
"""Where calls say the code: the place of the argument; None where it is said by name."""
SHEETS = ("Slip", "CellError", "self._wrong", "reading.take")
"""The calls whose codes are of offices' sheets."""
HANDED_ON = re.compile(r"(.+\.)?code")
"""Expressions that hand on a code said elsewhere: ``code``, ``problem.code``."""
MADE = {"f'unknown-{table}'": ("unknown-office", "unknown-unit")}
"""Expressions that make a code, with all that they make."""
INTRODUCTION = """\
*Dữ liệu sai thì bị từ chối bằng `thidua.InputError`; `problems` của nó nêu mọi lỗi cùng lúc, mỗi lỗi ở đâu (`path`),
thuộc loại nào (`code`) và phải làm gì (`sentence`). `explain("vi")` của lỗi, và của từng lỗi trong `problems`, nói bằng
tiếng Việt; `str(…)` và `sentence` là tiếng Anh. Trang này nói mỗi mã nghĩa là gì, bằng hai thứ tiếng. Chương trình nên
dựa vào mã; câu có thể được viết lại.*

Wrong input is refused with `thidua.InputError`; its `problems` tell every fault at once: where it is (`path`), which
kind it is (`code`) and what to do (`sentence`). `explain("vi")` of the error, and of each problem, says it in
Vietnamese; `str(…)` and `sentence` are English. This page tells what each code means, in two languages. Let programs go
by codes; sentences may be written anew.

Tên không có là `thidua.UnknownTerm` (`nearest` gợi ý), danh hiệu không của ngày ấy là `thidua.NotInForce` (`since`,
`until`): hai lỗi ấy không có mã, và cũng có `explain`. Điều luật nói về một hồ sơ không bao giờ là lỗi. *An unknown
name is `UnknownTerm`, an award of other days `NotInForce`; neither has a code, and both have `explain`. What the law
says of a record is never an error.*"""
ABOUT_SHEETS = """\
Trong `Reading.problems` và `Reading.notes` ({doc}`offices`), và trong lỗi khi đọc bảng; dấu ba chấm là điều tìm
thấy, hay điều gợi ý. *Faults and notes of a sheet; the dots are what was found, or what is proposed.*"""
_CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")


def said() -> Iterator[tuple[str, str, str]]:
    """Yield each place that says a code: the code, the first name below the package, the call.

    An expression that nothing here explains is yielded as it is, and so is found to have no meaning.
    """
    for path in sorted(PACKAGE.rglob("*.py")):
        part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            yield from ((code, part, call) for code, call in _said(node))


def _said(node: ast.AST) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Call):
        called = ast.unparse(node.func).removeprefix("errors.")
        call = called if called in PLACE else None
        argument = None if call is None else _argument(node, PLACE[call])
        if call is not None and argument is not None:
            yield from ((code, call) for code in _codes(argument))
    # Entries and tables yield, or gather, their faults as tuples that end with the code and the sentence.
    for made in _handed(node):
        if isinstance(made, ast.Tuple) and len(made.elts) > len(("code", "sentence")) and _sentence(made.elts[-1]):
            code = made.elts[-2]
            if isinstance(code, ast.Constant) and _CODE.fullmatch(str(code.value)):
                yield str(code.value), "Problem"


def _argument(node: ast.Call, place: int | None) -> ast.expr | None:
    named = next((keyword.value for keyword in node.keywords if keyword.arg == "code"), None)
    return node.args[place] if named is None and place is not None and len(node.args) > place else named


def _codes(argument: ast.expr) -> Iterator[str]:
    match argument:
        case ast.Constant(value=str(code)):
            yield code
        case ast.Constant(value=None):
            return
        case ast.IfExp(body=one, orelse=other) | ast.BoolOp(values=[one, other]):
            yield from (*_codes(one), *_codes(other))
        case _:
            told = ast.unparse(argument)
            yield from () if HANDED_ON.fullmatch(told) else MADE.get(told, (told,))


def _handed(node: ast.AST) -> list[Any]:
    if isinstance(node, ast.Yield):
        return [node.value]
    gathers = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "append"
    return node.args if gathers and isinstance(node, ast.Call) else []


def _sentence(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) or (isinstance(node, ast.Call) and ast.unparse(node.func) == "worded")


def where() -> dict[str, set[str]]:
    """Return the codes of data, each with the floors of the package that say it."""
    found: dict[str, set[str]] = {}
    for code, part, call in said():
        if call not in SHEETS:
            found.setdefault(code, set()).add(part)
    return found


def of_sheets() -> set[str]:
    """Return the codes of offices' sheets."""
    return {code for code, _, call in said() if call in SHEETS}


def page() -> Iterator[str]:
    """Yield the lines of docs/errors.md."""
    yield "# Mã lỗi · Error codes"
    yield ""
    yield INTRODUCTION
    yield from ("", "## Dữ liệu · Data", "")
    yield "| mã · code | nghĩa · meaning | cách sửa · remedy | ở đâu · said by |"
    yield "|---|---|---|---|"
    for code, parts in sorted(where().items()):
        told = MEANINGS[code]
        meaning, remedy = (vi if vi == en else f"{vi} · *{en}*" for vi, en in zip(told["vi"], told["en"], strict=True))
        yield f"| `{code}` | {meaning} | {remedy} | {', '.join(f'`{part}`' for part in sorted(parts))} |"
    yield from ("", "## Bảng của cơ quan · Offices' sheets", "")
    yield ABOUT_SHEETS
    yield from ("", "| mã · code | tiếng Việt | English |", "|---|---|---|")
    for code in sorted(of_sheets()):
        vi, en = (speaker(locale)(SLIPS[code], found="…", hint="…") for locale in ("vi", "en"))
        yield f"| `{code}` | {vi} | {en} |"
