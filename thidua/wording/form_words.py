"""What the notes of statistical forms say."""

from __future__ import annotations

from typing import Final

THINGS: Final = {
    "awards": "{number} lượt khen thưởng",
    "movements": "{number} phong trào",
    "sections": "{number} tổ chức",
    "officials": "{number} người",
}
"""What statistical forms count."""
FACTS: Final = {
    "award": "danh hiệu, hình thức khen thưởng",
    "class": "là lãnh đạo, doanh nhân hay người trực tiếp",
    "groups": "có phải doanh nghiệp không",
    "commendation": "phương thức khen thưởng",
    "proposed_by": "do bộ, ngành hay tỉnh, thành phố trình",
    "decided_on": "ngày quyết định",
    "launched_by": "cấp phát động",
    "scope": "phạm vi tổ chức",
    "manner": "phương thức tổ chức",
    "years": "số năm",
    "age": "tuổi",
    "education": "trình độ đào tạo",
    "sex": "giới tính",
}
"""What rows of a statistical form leave out, after "chưa rõ"."""
TABLES: Final = (THINGS, FACTS)
"""Every table whose values are messages."""
