"""The words of launching a movement: who launches, where, and what is settled."""

from __future__ import annotations

from typing import Final

HEADS: Final = {
    "president": "Chủ tịch nước",
    "prime-minister": "Thủ tướng Chính phủ",
    "central-council": "Hội đồng Thi đua - Khen thưởng Trung ương",
    "ministry": "người đứng đầu bộ, ban, ngành",
    "province": "Chủ tịch Ủy ban nhân dân cấp tỉnh",
    "district": "Chủ tịch Ủy ban nhân dân cấp huyện",
    "commune": "Chủ tịch Ủy ban nhân dân cấp xã",
    "unit": "người đứng đầu cơ quan, tổ chức, đơn vị",
}
"""Who launches, by the level whose head it is."""
PLACES: Final = {
    "nation": "toàn quốc",
    "province": "ngành, lĩnh vực hoặc địa phương",
    "cluster": "cụm, khối thi đua",
    "unit": "cơ quan, tổ chức, đơn vị",
}
PARTS: Final = {
    "objective": "mục tiêu",
    "scope": "phạm vi",
    "subjects": "đối tượng thi đua",
    "contents": "nội dung",
    "criteria": "tiêu chí",
    "targets": "chỉ tiêu",
    "slogan": "khẩu hiệu",
    "period": "thời hạn",
    "schedule": "kế hoạch",
    "measures": "biện pháp",
    "direction": "chỉ đạo, triển khai, thực hiện",
    "inspection": "kiểm tra, giám sát",
    "publicity": "tuyên truyền, nhân rộng điển hình tiên tiến",
    "reviews": "sơ kết, tổng kết",
    "rewards": "khen thưởng",
}
TABLES: Final = (HEADS, PLACES, PARTS)
"""Every table whose values are messages."""
