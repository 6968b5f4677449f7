"""Remarks on a document, in prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, Any

from thidua.errors import Worded
from thidua.wording import errors, shown
from thidua.wording.catalogue import speaker
from thidua.wording.lint_words import FAULTS, REMEDIES, SENTENCES, SEVERITY

if TYPE_CHECKING:
    from thidua.model.remark import Remark


def sentence(remark: Remark, locale: str) -> str:
    """Say what is the matter.

    Args:
        remark: the remark.
        locale: ``"vi"`` or ``"en"``.

    Raises:
        UnknownTerm: a language that is not there.

    >>> from thidua.model.remark import Remark
    >>> sentence(Remark(place="clause '9'", severity="warning", code="unused-clause"), "en")
    'no rule refers to this clause, so that it asks nothing'
    """
    say = speaker(locale)
    values = {key: _shown(value, locale) for key, value in remark.values.items()}
    if "problem" not in remark.values:
        return say(SENTENCES[remark.code], **values)
    since = say(" (từ ngày {day})", day=values["since"]) if "since" in values else ""
    fault = FAULTS.get(remark.code)
    return f"{say(fault)}{since}" if fault else f"{values['problem']}{since}"


def remedy(remark: Remark, locale: str) -> str:
    """Say what to do about it; of a fault, the sentence that names its cause and the nearest name."""
    problem = remark.values.get("problem")
    return errors.sentence(problem, locale) if problem else speaker(locale)(REMEDIES[remark.code])


def remarks_text(remarks: Iterable[Remark], locale: str) -> str:
    """Tell remarks as a report: by how grave they are, each with its place and what to do."""
    return "\n".join(_lines(remarks, locale))


def remarks_data(remarks: Iterable[Remark], locale: str) -> list[dict[str, str]]:
    """Return remarks as data, for JSON: place, severity, code, sentence and remedy of each."""
    return [
        {
            "place": errors.sentence(remark.place, locale),
            "severity": remark.severity,
            "code": remark.code,
            "sentence": sentence(remark, locale),
            "remedy": remedy(remark, locale),
        }
        for remark in remarks
    ]


def _lines(remarks: Iterable[Remark], locale: str) -> Iterator[str]:
    say = speaker(locale)
    found = list(remarks)
    if not found:
        yield say("Không có gì cần nói.")
    for severity, group in groupby(found, key=lambda remark: remark.severity):
        alike = list(group)
        yield f"{say(SEVERITY[severity])} ({len(alike)})"
        for remark in alike:
            yield f"  {errors.sentence(remark.place, locale)}: {sentence(remark, locale)} [{remark.code}]"
            yield f"    → {remedy(remark, locale)}"


def _shown(value: Any, locale: str) -> Any:
    if isinstance(value, Worded):
        return errors.sentence(value, locale)
    return shown.day(value, locale) if isinstance(value, date) else value
