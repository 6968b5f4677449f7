"""The words of indicators: how they stand to their plans, and why that is not known."""

from __future__ import annotations

from typing import Final

STANDS: Final = {
    "exceeded": "Vượt",
    "better": "Tốt hơn kế hoạch",
    "MET": "Đạt",
    "NOT_MET": "Không đạt",
    "UNKNOWN": "Chưa kết luận được",
}
PACES: Final = {
    "MET": "Kịp tiến độ",
    "NOT_MET": "Chậm tiến độ",
    "UNKNOWN": "Chưa kết luận được",
    "cap-MET": "Trong giới hạn theo thời gian",
    "cap-NOT_MET": "Quá giới hạn theo thời gian",
    "stock": "Cảnh báo",
}
"""How an indicator keeps pace; ``cap-``: where less is better."""
REASONS: Final = {
    "missing": "thiếu số liệu",
    "things": "các số nói về những thứ khác nhau",
    "of-less": "tỷ lệ so với kế hoạch của chỉ tiêu càng thấp càng tốt có thể hiểu nhiều cách; cần hai số",
    "contradiction": "tỷ lệ đã in không phải là tỷ lệ của hai số",
    "rough": "các số đã in quá thô để kết luận",
    "estimate": "số ước, chưa phải số thực hiện",
    "no-day": "chưa rõ số liệu tính đến ngày nào, hoặc hạn là ngày nào",
    "not-begun": "số liệu của ngày trước khi kỳ bắt đầu",
    "not-due": "chưa đến hạn, kết quả còn có thể thay đổi",
    "late": "số liệu của ngày sau hạn, chưa rõ tại hạn ra sao",
    "stock": "mức tại một thời điểm không cộng dồn, không so được với phần thời gian đã qua;"
    " con số có thể chính là mức ấy chứ không phải phần trăm kế hoạch",
    "of-nothing": "không có tỷ lệ của số 0",
    "measures": "một bên là số cộng dồn, một bên là mức tại một thời điểm",
    "other-part": "hai số liệu của hai phần khác nhau của năm",
}
KEYS: Final = {
    "plan": "số kế hoạch",
    "actual": "kết quả",
    "attained": "tỷ lệ so với kế hoạch",
    "direction": "chiều tốt lên",
    "measure": "số cộng dồn hay mức tại một thời điểm",
    "as_of": "ngày của số liệu",
    "since": "ngày bắt đầu kỳ",
    "before": "hạn",
    "now": "năm được so",
    "base": "năm gốc",
}
"""The attributes of an indicator, and the two years of a comparison."""
SAID: Final = {
    "of": "{said} chỉ tiêu; liệt kê {least}",
    "met": "đạt và vượt {said}; có thể từ {least} đến {most}",
    "exceeded": "vượt {said}; có thể từ {least} đến {most}",
}
"""What a report says of how many targets were reached, beside what can be."""
TABLES: Final = (STANDS, PACES, REASONS, KEYS, SAID)
"""Every table whose values are messages."""
