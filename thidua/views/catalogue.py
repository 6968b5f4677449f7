"""Every award as one table, to look through and to search (extra ``views``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from thidua.book.catalogue import catalogue as timeless
from thidua.book.law import Law
from thidua.errors import InputError, UnknownTerm, worded
from thidua.model.award import Award
from thidua.text import fold, nearest
from thidua.wording import shown
from thidua.wording.award_words import AWARD_KINDS
from thidua.wording.catalogue import Say, speaker
from thidua.wording.explain import cited
from thidua.wording.notebook import lived
from thidua.wording.share_words import LEVELS
from thidua.wording.terms import TERMS

if TYPE_CHECKING:
    from great_tables import GT

_ID: Final = "thidua-awards"
"""The table is transparent and in the colour of its page: so it is read by day and by night."""


def catalogue(law: Law | None = None, *, search: str = "", locale: str = "vi") -> GT:
    """Show awards as a table, grouped by kind: names, level, recipients, since and until when, article, id.

    Args:
        law: the awards of its day, named as it names them; absent: every award of every day.
        search: words, or beginnings of words, that must all stand in what an award is called (id, names old and new,
            English), or in its kind, level or recipients; accents, case and Unicode form are forgiven.
        locale: ``"vi"`` or ``"en"``.

    Returns:
        A great_tables ``GT``: it shows itself in a notebook, in the colours of its page, and can be styled further.

    Raises:
        UnknownTerm: no award has all these words; the nearest names are suggested. Or no such language.
        InputError: great_tables or Polars is not installed.

    >>> "National Emulation Fighter" in catalogue(search="cstđ toàn QUOC", locale="en").as_raw_html()
    True
    """
    tables, frames = _libraries()
    say = speaker(locale)
    awards = law.awards if law else timeless().awards
    asked = fold(search).split()
    found = [each for each in awards if _has(each, asked, say)]
    if not found:
        known = (name for each in awards for name in (each.label, *each.short, *each.former))
        raise UnknownTerm("award", search, nearest(search, known))
    kinds = list(AWARD_KINDS)
    rows = [_row(each, locale, say) for each in sorted(found, key=lambda each: kinds.index(each.kind))]
    frame = frames.DataFrame(rows, schema=[*_headings(say)], orient="row")
    return _styled(tables, frame, law, locale, say)


def _libraries() -> tuple[Any, Any]:
    try:
        import great_tables  # noqa: PLC0415  # only who looks at tables needs them
        import polars as pl  # noqa: PLC0415
    except ImportError:
        sentence = worded(
            "the catalogue is a table of great_tables, which is not installed: pip install 'thidua[views]'"
        )
        raise InputError.one("views", "no-great-tables", sentence) from None
    return great_tables, pl


def _has(award: Award, asked: list[str], say: Say) -> bool:
    """Say whether all the words stand in what an award is called, or what it is."""
    terms = (AWARD_KINDS[award.kind], LEVELS[award.level], *(TERMS[kind] for kind in award.recipients))
    text = " " + fold(" ".join((*award.names, award.gloss, *terms, *(say(term) for term in terms))))
    return all(f" {word}" in text for word in asked)


def _headings(say: Say) -> Iterator[str]:
    yield from (say("Danh hiệu, hình thức"), say("Loại"), say("Viết tắt"), say("Cấp"), say("Đối tượng"))
    yield from (say("Có từ"), say("Đến hết"), say("Căn cứ"), "id")


def _row(award: Award, locale: str, say: Say) -> tuple[str, ...]:
    since, last = lived(award)
    return (
        shown.name(award, locale),
        say(AWARD_KINDS[award.kind]),
        ", ".join(award.short),
        say(LEVELS[award.level]),
        ", ".join(say(TERMS[kind]) for kind in award.recipients),
        _day(since, locale),
        _day(last, locale),
        cited(award.citation, say),
        award.id,
    )


def _day(day: date | None, locale: str) -> str:
    return shown.day(day, locale) if day else ""


def _styled(tables: Any, frame: Any, law: Law | None, locale: str, say: Say) -> GT:
    name, kind, *_ = frame.columns
    title = say("Danh hiệu, hình thức qua các thời kỳ")
    if law:
        title = say("Danh hiệu, hình thức ngày {day}", day=shown.full_day(law.day, locale))
    under = say("{number} danh hiệu, hình thức", n=len(frame), number=shown.number(len(frame), locale))
    styled: GT = (
        tables.GT(frame, rowname_col=name, groupname_col=kind, id=_ID)
        .tab_stubhead(label=name)
        .tab_header(title=title, subtitle=under)
        .tab_options(table_background_color="transparent", table_font_size="13px")
        .opt_align_table_header(align="left")
        .opt_css(f"#{_ID} table, #{_ID} table * {{ color: inherit !important; border-color: #8886 !important; }}")
    )
    return styled
