"""The tables on papers: what a dossier holds, and when the simplified procedure may be used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar, Final, Literal, TypeAlias, get_args

import attrs

from thidua.errors import worded
from thidua.model.award import AwardKind
from thidua.model.bounds import AT_LEAST_ONE
from thidua.model.deciding import Fault
from thidua.model.entry import Entry
from thidua.model.vocabulary import Commendation, Kind

PaperKind = Literal[
    "proposal",  # tờ trình, văn bản đề nghị
    "report",  # báo cáo thành tích
    "minutes",  # biên bản họp, bình xét, xét khen thưởng
    "vote-result",  # kết quả bỏ phiếu
    "council-proposal",  # đề nghị của Hội đồng thi đua
    "certificate",  # chứng nhận, xác nhận sáng kiến, thành tích
    "opinion",  # ý kiến của cơ quan có liên quan
    "list",  # danh sách kèm theo
    "related",  # văn bản liên quan, nếu có
    "electronic-files",  # tệp tin điện tử
]
PAPERS: Final[tuple[PaperKind, ...]] = get_args(PaperKind)
Way: TypeAlias = Literal["ordinary", "simplified"]
"""The procedure: ordinary, or simplified (thủ tục đơn giản)."""

CALLED: Final[Mapping[PaperKind, tuple[str, ...]]] = {
    "proposal": ("Tờ trình", "Văn bản đề nghị", "Công văn đề nghị"),
    "report": ("Báo cáo", "Bản thành tích", "Bản báo cáo", "Tóm tắt thành tích"),
    "minutes": ("Biên bản",),
    "vote-result": ("Kết quả bỏ phiếu", "Kết quả kiểm phiếu", "Biên bản kiểm phiếu", "Biên bản bỏ phiếu"),
    "council-proposal": ("Đề nghị của Hội đồng", "Văn bản đề nghị của Hội đồng"),
    "certificate": ("Chứng nhận", "Giấy chứng nhận", "Xác nhận", "Giấy xác nhận"),
    "opinion": ("Ý kiến", "Văn bản ý kiến", "Công văn ý kiến"),
    "list": ("Danh sách",),
    "related": ("Các văn bản liên quan", "Văn bản liên quan"),
    "electronic-files": ("Tệp tin", "Các tệp tin", "Tệp điện tử", "Bản điện tử", "File"),
}
"""How the names of papers begin, accents and case forgiven; the longest beginning counts."""


@attrs.frozen(kw_only=True)
class Case:
    """The case in which a paper is asked for: its ``name``, by which callers say whether it is so, and its words."""

    name: str
    label: str
    gloss: str


@attrs.frozen(kw_only=True)
class PaperEntry(Entry):
    """One paper of the dossier; a later text's word on the same paper of the same award takes its place.

    Attributes:
        paper: which paper it is.
        label, gloss: the text's own words for it, and in English.
        awards, kinds: one of these awards, or one of these kinds of award; both empty: all.
        commendations: only of these kinds of commendation; a title has none.
        recipients: only for these.
        procedures: in which procedure it is asked for.
        when: the case in which it is asked for; absent: always.
        copies: how many original sets (bộ bản chính) of the dossier are handed in, where the text says.
        to: to whom they go.
        left_to: the body to whose rules the papers are left; such an entry names no paper.
    """

    table: ClassVar[str] = "paper"

    paper: PaperKind | None = None
    label: str = ""
    gloss: str = ""
    awards: tuple[str, ...] = ()
    kinds: tuple[AwardKind, ...] = ()
    commendations: tuple[Commendation, ...] = ()
    recipients: tuple[Kind, ...] = ()
    procedures: tuple[Way, ...] = ("ordinary",)
    when: Case | None = None
    copies: int | None = attrs.field(default=None, validator=AT_LEAST_ONE)
    to: str | None = None
    left_to: str | None = None

    def faults(self) -> Iterator[Fault]:
        """Find what an entry on a paper cannot say."""
        if (self.paper is None) == (self.left_to is None):
            yield "paper", "one-of", worded("say paper or left_to, one of the two")
        if self.paper is not None and not (self.label and self.gloss):
            yield "label", "missing", worded("a paper has the text's own words as its label, and a gloss")
        if not self.procedures:
            yield "procedures", "empty", worded("an empty list asks nothing")


@attrs.frozen(kw_only=True)
class ProcedureEntry(Entry):
    """A case in which an award may be proposed by the simplified procedure.

    Attributes:
        label, gloss: the case in words.
        commendations: kinds of commendation that are the case by themselves.
        only: the case is these kinds of commendation and nothing else.
        except_kinds: kinds of award for which the procedure is not there.
        together: all cases with this mark must hold at once; else one of the cases is enough.
    """

    table: ClassVar[str] = "procedure"
    needs: ClassVar[tuple[str, ...]] = (
        "label",
        "gloss",
    )

    label: str = ""
    gloss: str = ""
    commendations: tuple[Commendation, ...] = ()
    only: bool = False
    except_kinds: tuple[AwardKind, ...] = ()
    together: bool = False
