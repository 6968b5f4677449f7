"""Which paper of a dossier a name means: for certain, or perhaps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from thidua.model.paper import CALLED, PAPERS, PaperKind
from thidua.text import fold

_PARTS: Final = (" va ", " kem theo ", " kem ")
"""Words between two papers in one: “Biên bản họp và kết quả bỏ phiếu”."""
_CERTIFIED: Final = ("Chứng nhận", "Giấy chứng nhận", "Xác nhận", "Giấy xác nhận")
_MET: Final = ("", "họp ", "họp của ", "cuộc họp ", "cuộc họp của ", "của ")
_WHOLE: Final[Mapping[PaperKind, tuple[str, ...]]] = {
    "proposal": ("Tờ trình", "Văn bản đề nghị", "Công văn đề nghị"),
    "report": ("Báo cáo", "Bản báo cáo"),
    "minutes": ("Biên bản", "Biên bản họp"),
    "certificate": _CERTIFIED,
}
"""Names that other papers begin with too: alone they are the one that is asked for."""
_SURE: Final[Mapping[PaperKind, tuple[str, ...]]] = {
    "proposal": (
        *("Tờ trình số", "Tờ trình đề nghị", "Tờ trình của", "Tờ trình khen thưởng", "Tờ trình kèm"),
        *("Văn bản đề nghị xét", "Văn bản đề nghị khen", "Văn bản đề nghị tặng", "Văn bản đề nghị phong"),
        *("Công văn đề nghị khen", "Công văn đề nghị xét"),
    ),
    "report": (
        *("Báo cáo thành tích", "Báo cáo tóm tắt thành tích", "Bản báo cáo thành tích"),
        *("Bản thành tích", "Tóm tắt thành tích"),
    ),
    "minutes": (
        *("Biên bản bình xét", "Biên bản xét", "Biên bản họp bình xét", "Biên bản họp xét"),
        *(f"Biên bản {met}Hội đồng {of}" for met in _MET for of in ("Thi đua", "TĐKT")),
    ),
    "certificate": tuple(
        f"{paper} {of}"
        for paper in _CERTIFIED
        for of in ("sáng kiến", "đề tài", "đề án", "công trình", "thành tích", "của", "mưu trí", "hoàn thành")
    ),
}
"""How such names go on where they are that paper and no other's."""


def papers_named(name: str) -> tuple[PaperKind, ...]:
    """Return the papers that a name means, by how it begins; accents and case are forgiven.

    One sheet may be two papers; a name that begins like none of them is none.

    >>> papers_named("Biên bản họp và kết quả bỏ phiếu của Hội đồng")
    ('minutes', 'vote-result')
    >>> papers_named("TO TRINH so 12/TTr-SYT"), papers_named("report"), papers_named("Ảnh 4x6")
    (('proposal',), ('report',), ())
    """
    if name in PAPERS:
        return (name,)
    text = fold(name)
    for word in _PARTS:
        text = text.replace(word, "|")
    found = (_begun(part) for part in text.split("|"))
    return tuple(dict.fromkeys(kind for kind in found if kind is not None))


def surely(name: str) -> tuple[PaperKind, ...]:
    """Return those of the papers a name means that it can only mean; the others it may, or may be another's.

    >>> surely("Báo cáo thành tích"), surely("Báo cáo tài chính"), surely("Biên bản họp hội đồng sáng kiến")
    (('report',), (), ())
    """
    if name in PAPERS:
        return (name,)
    text = fold(name)
    for word in _PARTS:
        text = text.replace(word, "|")
    found = ((part, _begun(part)) for part in text.split("|"))
    return tuple(dict.fromkeys(kind for part, kind in found if kind is not None and _only(part, kind)))


def _only(text: str, kind: PaperKind) -> bool:
    if kind not in _SURE:
        return True
    goes_on = any(f"{text} ".startswith(f"{fold(begin)} ") for begin in _SURE[kind])
    return goes_on or text in map(fold, _WHOLE[kind])


def _begun(text: str) -> PaperKind | None:
    fitting = {
        fold(begin): kind
        for kind, begins in CALLED.items()
        for begin in begins
        if f"{text} ".startswith(f"{fold(begin)} ")
    }
    return fitting[max(fitting, key=len)] if fitting else None
