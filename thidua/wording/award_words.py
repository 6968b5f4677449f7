"""What kinds of award there are, and for which bodies, in official Vietnamese."""

from __future__ import annotations

from typing import Final

AWARD_KINDS: Final = {
    "emulation-title": "danh hiệu thi đua",
    "order": "huân chương",
    "medal": "huy chương",
    "state-honour": "danh hiệu vinh dự nhà nước",
    "prize": "giải thưởng Hồ Chí Minh, giải thưởng Nhà nước",
    "commemorative-medal": "kỷ niệm chương",
    "badge": "huy hiệu",
    "certificate-of-merit": "bằng khen",
    "commendation-letter": "giấy khen",
}
"""In the order of the law."""
BODY_NAMES: Final = {
    "province": "tỉnh, thành phố trực thuộc trung ương",
    "cooperative": "hợp tác xã, tổ chức kinh tế khác",
}
"""Bodies that a standard is for, where their word says less, or as a scope something else."""
TABLES: Final = (AWARD_KINDS, BODY_NAMES)
"""Every table whose values are messages."""
