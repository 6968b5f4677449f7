"""The words of scoring a cluster: why points are open, and how a member stands."""

from __future__ import annotations

from typing import Final

REASONS: Final = {
    "no-figure": "chưa có số liệu",
    "no-plan": "chưa có kế hoạch để so",
    "bounds": "số liệu mới biết trong khoảng",
    "no-band": "văn bản không có bậc điểm cho số này",
    "no-rank": "văn bản không nêu điểm cho thứ hạng này",
    "same-rank": "cùng thứ hạng, văn bản không nêu cách tính điểm",
    "others": "còn tùy số liệu của thành viên khác",
}
"""Why points are not exact."""
TABLES: Final = (REASONS,)
"""Every table whose values are messages."""
