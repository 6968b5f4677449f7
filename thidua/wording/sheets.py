"""An office's sheet in prose: how it was read, and everything that is wrong with it, by row and column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from thidua.book.catalogue import catalogue as awards
from thidua.errors import Worded, worded
from thidua.wording import shown
from thidua.wording.catalogue import Say, catalogue, speaker
from thidua.wording.sheet_words import COLUMNS, SLIPS
from thidua.wording.terms import TERMS


def explain(reading: Any, locale: str) -> str:
    """Tell how a sheet was read."""
    return "\n".join(_lines(reading, locale, speaker(locale)))


def slip(fault: Any, locale: str) -> str:
    """Tell one fault, with where it is."""
    say = speaker(locale)
    place = say("dòng {row}", row=fault.row)
    if fault.column is not None:
        place = say("{row}, cột “{column}”", row=place, column=fault.column)
    return f"{place}: {sentence(fault, locale)}"


def sentence(fault: Any, locale: str) -> str:
    """Tell what one fault is, and what to do about it."""
    return speaker(locale)(_message(fault), found=fault.found, hint=fault.hint)


def told(fault: Any) -> Worded:
    """Tell it as errors do: in English that can be said in Vietnamese."""
    return worded(catalogue("en").gettext(_message(fault)), found=fault.found, hint=fault.hint)


def _message(fault: Any) -> str:
    near = f"{fault.code}-near"
    return SLIPS[near if fault.hint and near in SLIPS else fault.code]


def _lines(reading: Any, locale: str, say: Say) -> Iterator[str]:
    rows, read, left = (shown.number(len(each), locale) for each in (reading.rows, reading.decisions, reading.rejected))
    yield say("Đọc {rows} dòng: {read} thành quyết định, {left} để lại.", rows=rows, read=read, left=left)
    if reading.header_row:
        yield say("Tiêu đề ở dòng {row}.", row=reading.header_row)
    known = [f"“{column.header}” = {say(COLUMNS[column.means])}" for column in reading.columns if column.means]
    kept = [f"“{column.header}”" for column in reading.columns if not column.means]
    yield say("Cột đọc được: {columns}.", columns=", ".join(known))
    if kept:
        yield say("Cột để nguyên: {columns}.", columns=", ".join(kept))
    for name in reading.awards:
        if name.by != "book":
            meant = awards().find(name.award)
            award = shown.name(meant, locale) if meant else name.award
            yield say("Quy đổi “{name}” thành {award}: {rows} dòng.", name=name.name, award=award, rows=name.rows)
    by_class: dict[str | None, list[Any]] = {}
    for title in reading.classes:
        by_class.setdefault(title.official_class, []).append(title)
    for name, titles in by_class.items():
        label = say("chưa rõ nhóm") if name is None else say(TERMS[name])
        yield say("Chức vụ, {label}: {titles}.", label=label, titles=", ".join(_counted(titles)))
    yield from (slip(fault, locale) for fault in reading.problems)
    yield from (say("Lưu ý: {sentence}", sentence=slip(note, locale)) for note in reading.notes)


def _counted(titles: Iterable[Any]) -> Iterator[str]:
    return (f"“{title.title}” ({title.rows})" for title in titles)
