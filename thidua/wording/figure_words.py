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
    "of-nothing": "không có tỷ lệ của số 0",
    "from-nothing": "không tính được mức tăng, giảm so với số gốc 0",
    "not-begun": "chưa có phần nào của năm đã qua",
    "repaired": "có số thứ tự in sai, đã hiểu lại",
}
READINGS: Final = {
    "vietnamese": "đọc dấu chấm, dấu phẩy theo tiếng Việt",
    "english": "đọc dấu chấm, dấu phẩy theo tiếng Anh",
    "times": "hiểu là bằng bấy nhiêu lần số gốc",
    "more-by": "hiểu là tăng thêm bấy nhiêu lần số gốc",
    "divided": "hiểu là số gốc chia cho bấy nhiêu",
    "less-by": "hiểu là bớt đi bấy nhiêu lần số gốc",
    "of-base": "hiểu là phần trăm của số gốc",
    "points": "hiểu là điểm phần trăm",
}
RELATIONS: Final = {
    "before": "{day} trước {other}",
    "not-after": "{day} không sau {other}",
    "not-before": "{day} không trước {other}",
    "after": "{day} sau {other}",
}
SCALES: Final = {
    10**2: "trăm",
    10**3: "nghìn",
    10**4: "vạn",
    10**5: "trăm nghìn",
    10**6: "triệu",
    10**8: "trăm triệu",
    10**9: "tỷ",
    10**11: "trăm tỷ",
    10**12: "nghìn tỷ",
    10**13: "vạn tỷ",
    10**14: "trăm nghìn tỷ",
    10**15: "triệu tỷ",
}
WORDS: Final = {
    "near": "gần",
    "above": "hơn",
    "about": "khoảng",
    "below": "dưới",
    "at-least": "ít nhất",
    "at-most": "không quá",
    "up": "tăng",
    "down": "giảm",
    "times": "gấp",
    "estimate": "ước",
}
UNITS: Final = {
    "điểm phần trăm": "điểm phần trăm",
    "lần": "lần",
    "đồng": "đồng",
    "tạ": "tạ",
    "tấn": "tấn",
    "lít": "lít",
}
"""Units that other languages call otherwise."""
PLACES: Final = {
    "ratio.part": "tử số",
    "ratio.whole": "mẫu số",
    "percent": "tỷ lệ phần trăm",
    "parts": "số thành phần thứ",
    "total": "tổng số",
    "change": "mức tăng, giảm",
    "value": "số được nêu",
    "base": "số gốc",
    "said": "số được nói",
    "day": "ngày",
    "other": "ngày kia",
    "items": "các mục của danh sách",
    "attained": "mức đạt",
    "elapsed": "phần năm đã qua",
    "measure": "số cộng dồn hay mức tại một thời điểm",
    "at_least": "mức ít nhất",
    "at_most": "mức nhiều nhất",
}
"""The figures of claims, by the paths of ``settles``."""
TABLES: Final = (PLACES, VERDICTS, REASONS, READINGS, RELATIONS, SCALES, WORDS, UNITS)
"""Every table whose values are messages."""
