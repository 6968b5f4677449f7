"""What councils, votes and papers are called in official Vietnamese."""

from __future__ import annotations

from typing import Final

COUNCIL_NAMES: Final = {
    "central-council": "Hội đồng Thi đua - Khen thưởng Trung ương",
    "ministry-council": "Hội đồng Thi đua - Khen thưởng bộ, ban, ngành",
    "province-council": "Hội đồng Thi đua - Khen thưởng tỉnh",
    "district-council": "Hội đồng Thi đua - Khen thưởng cấp huyện",
    "commune-council": "Hội đồng Thi đua - Khen thưởng cấp xã",
    "unit-council": "Hội đồng Thi đua - Khen thưởng cấp cơ sở",
}
PROPOSERS: Final = "Hội đồng Thi đua - Khen thưởng cấp trình khen thưởng"
"""The council asked where a text names no level."""
SECRET: Final = {"MET": "có bỏ phiếu kín", "NOT_MET": "không bỏ phiếu kín", "UNKNOWN": "chưa rõ có bỏ phiếu kín không"}
WAYS: Final = {"ordinary": "thủ tục thông thường", "simplified": "thủ tục đơn giản"}
THERE: Final = {
    "MET": "có: {paper}",
    "spared": "không phải có: {paper}",
    "NOT_MET": "thiếu: {paper}",
    "UNKNOWN": "chưa có, chỉ cần trong trường hợp {case}: {paper}",
}
"""Whether a paper is there; ``spared``: its case is not given."""
TABLES: Final = (COUNCIL_NAMES, {"proposer": PROPOSERS}, SECRET, WAYS, THERE)
"""Every table whose values are messages."""
