"""Who must do something and what a term is counted from, in official Vietnamese."""

from __future__ import annotations

from typing import Final

OFFICES: Final = {
    "home-affairs": "Bộ Nội vụ",
    "ministry-province": "bộ, ban, ngành, tỉnh",
    "commune": "cấp xã",
    "unit": "cơ quan, đơn vị",
}
EVENTS: Final = {
    "dossier-complete": "ngày nhận đủ hồ sơ",
    "opinions-complete": "ngày nhận đủ ý kiến",
    "decision-received": "ngày nhận được quyết định khen thưởng",
    "refusal-received": "ngày nhận được thông báo không khen thưởng",
    "council-meets": "ngày Hội đồng họp",
    "proposal": "ngày trình hồ sơ đề nghị",
    "conference": "ngày tổ chức hội nghị",
}
CODES: Final = {"91/2015/QH13": "Bộ luật Dân sự"}
"""How a code is cited before its number."""
TABLES: Final = (OFFICES, EVENTS, CODES)
"""Every table whose values are messages."""
