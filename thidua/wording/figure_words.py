"""The words of checked figures: verdicts, reasons, units."""

from __future__ import annotations

from typing import Final

VERDICTS: Final = {
    "does-not-hold": "Không khớp",
    "ambiguous": "Tùy cách hiểu",
    "cannot-say": "Chưa kết luận được",
    "rounding": "Lệch do làm tròn",
    "holds": "Khớp",
}
MARKS: Final = {"does-not-hold": "✗", "ambiguous": "?", "cannot-say": "?", "rounding": "≈", "holds": "✓"}
REASONS: Final = {
    "truncated": "số in bị cắt bớt chữ số thay vì làm tròn",
    "rounded-inputs": "chênh lệch nằm trong phạm vi làm tròn của các số thành phần",
    "not-all": "100% nhưng chưa phải tất cả",
    "how-near": "gần đến đâu là tùy người đọc",
    "readings": "các cách hiểu cho kết quả khác nhau, hoặc chưa đủ số để chọn",
    "repeated": "danh sách có mục lặp lại",
    "rough-inputs": "các số đã in quá thô để kết luận",
    "missing": "thiếu số liệu",
    "base-not-given": "số gốc không được nêu",
    "no-base": "không có số gốc nào phù hợp",
    "stock": "tỷ lệ tại một thời điểm không so được với phần thời gian đã qua của năm",
    "repaired": "có số thứ tự in sai, đã hiểu lại",
}
READINGS: Final = {
    "vietnamese": "đọc dấu chấm, dấu phẩy theo tiếng Việt",
    "english": "đọc dấu chấm, dấu phẩy theo tiếng Anh",
    "times": "hiểu là bằng bấy nhiêu lần số gốc",
    "more-by": "hiểu là tăng thêm bấy nhiêu lần số gốc",
}
RELATIONS: Final = {
    "before": "{day} trước {other}",
    "not-after": "{day} không sau {other}",
    "not-before": "{day} không trước {other}",
    "after": "{day} sau {other}",
}
SCALES: Final = {
    10**3: "nghìn",
    10**6: "triệu",
    10**9: "tỷ",
    10**12: "nghìn tỷ",
    10**15: "triệu tỷ",
}
WORDS: Final = {
    "near": "gần",
    "above": "hơn",
    "about": "khoảng",
    "up": "tăng",
    "down": "giảm",
    "times": "gấp",
    "estimate": "ước",
}
UNITS: Final = {"lần": "lần", "đồng": "đồng", "tạ": "tạ", "tấn": "tấn", "lít": "lít"}
"""Units that other languages call otherwise."""
TABLES: Final = (VERDICTS, REASONS, READINGS, RELATIONS, SCALES, WORDS, UNITS)
"""Every table whose values are messages."""
