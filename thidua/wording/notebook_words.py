"""What a notebook's tables call their columns and checks, in official Vietnamese."""

from __future__ import annotations

from typing import Final

CAPS: Final = {
    "awards": "Danh hiệu, hình thức",
    "unit": "Đơn vị",
    "group": "Nhóm",
    "year": "Năm",
    "outcome": "Kết luận",
    "count": "Đã có",
    "base": "Mẫu số",
    "share": "Tỷ lệ",
    "limit": "Mức trần",
    "allowed": "Được tối đa",
    "headroom": "Còn được",
    "citation": "Căn cứ",
    "notes": "Ghi chú",
}
"""The columns of caps, in their order."""
CHECKS: Final = {
    "recipient": "đúng đối tượng",
    "power": "đúng thẩm quyền",
    "merit": "hồ sơ đủ tiêu chuẩn",
    "ballot": "đủ phiếu",
    "papers": "đủ giấy tờ",
    "double": "không trùng",
    "rate": "không quá mức trần",
    "share": "đạt chỉ tiêu",
}
"""What a decision book checks, in the order of its checks."""
TABLES: Final = (CAPS, CHECKS)
"""Every table whose values are messages."""
