"""Who decides an award for a unit, and on whose proposal, in prose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from thidua.wording import shown
from thidua.wording.catalogue import Say, speaker
from thidua.wording.explain import body, cited
from thidua.wording.terms import MARKS

if TYPE_CHECKING:
    from thidua.decision.authorities import Authorities
    from thidua.decision.chains import Step


def explain(found: Authorities, locale: str) -> str:
    """Say who may decide an award for the people of a unit: the offices, why it is open, the way of a proposal."""
    say = speaker(locale)
    unit = found.given if found.unit is None else shown.name(found.unit, locale)
    lines = [
        f"{MARKS[found.outcome.name]} "
        + say(
            "Thẩm quyền tặng “{award}” cho {unit}, theo pháp luật ngày {day}.",
            award=shown.name(found.award, locale),
            unit=unit,
            day=shown.full_day(found.day, locale),
        )
    ]
    if found.unit is not None and found.given != found.unit.id:
        lines.append(say("ghi “{have}”: hiểu là {office}", have=found.given, office=unit))
    lines += _deciders(found, locale, say)
    if found.reason is not None:
        lines.append(_reason(found, locale, say))
    if found.others:
        others = shown.listed([shown.name(office, locale) for office in found.others], locale, style="or")
        lines.append(say("Đối với đơn vị khác, thẩm quyền thuộc {offices}.", offices=others))
    if found.chain:
        lines += [say("Tuyến đề nghị:"), *(f"  {_step(step, locale, say)}" for step in found.chain)]
    return "\n".join(lines)


def _deciders(found: Authorities, locale: str, say: Say) -> Iterator[str]:
    if found.deciders:
        match found.reason:
            case "unread":
                yield say("Theo văn bản đã đọc gần nhất, người quyết định:")
            case "several-lines":
                yield say("Một trong những người sau quyết định:")
            case _:
                yield say("Người quyết định:")
    for decider in found.deciders:
        yield f"  - {shown.name(decider.office, locale)} ({cited(decider.citation, say)})"


def _reason(found: Authorities, locale: str, say: Say) -> str:
    where = f" ({cited(found.citation, say)})" if found.citation else ""
    match found.reason:
        case "unit-unknown":
            return say("Chưa rõ “{have}” là loại đơn vị nào.", have=found.given)
        case "unit-ambiguous":
            return say("“{have}” có thể là nhiều loại đơn vị.", have=found.given)
        case "unit-not-in-force":
            return say("Loại đơn vị này không còn vào ngày xét.")
        case "unit-not-named":
            return say("Văn bản đã đọc, có hiệu lực vào ngày xét, không nêu loại đơn vị này.")
        case "unread" if found.unread is not None:
            detail = found.unread.why if locale == "vi" else found.unread.gloss
            return say("văn bản chưa đọc: {detail}", detail=detail)
        case "left-to":
            return say("luật giao cho {body} quy định", body=body(found.left_to, say)) + where
        case "several-lines":
            return say("Tùy đơn vị trực thuộc cơ quan nào.")
        case "not-in-line":
            return say("Văn bản đã đọc không giao việc này cho cấp nào quản lý đơn vị.")
    return say("Văn bản đã đọc không nêu người quyết định.")


def _step(step: Step, locale: str, say: Say) -> str:
    by = say("(chưa rõ ai đề nghị)") if step.by is None else shown.name(step.by, locale)
    where = f" ({cited(step.citation, say)})" if step.citation else ""
    return f"{MARKS[step.outcome.name]} {by} → {shown.name(step.to, locale)}{where}"
