"""What a plan takes for granted, in words."""

from __future__ import annotations

from typing import Final

ASSUMED: Final[dict[str, str]] = {
    "law": "pháp luật của ngày {detail} áp dụng cho mọi năm của kế hoạch",
    "changing": "không tính văn bản đã biết là sẽ thay đổi luật từ ngày {detail}{where}",
    "record": "hồ sơ là đầy đủ: ngoài những gì đã ghi không còn gì khác ({detail})",
    "unsaid": "không dựa vào dữ kiện mà hồ sơ chưa ghi, có thì có thể sớm hơn: {detail}",
    "open": "năm {detail} còn mở: thành tích của năm còn có thể đạt",
    "closed": "năm {detail} đã khép: thành tích của năm là những gì đã ghi",
    "disciplined": (
        "năm {detail} có kỷ luật mà vẫn được xếp loại như kế hoạch: quy định về đánh giá, xếp loại không được xét"
    ),
    "local": "văn bản do người dùng đặt lên trên luật được áp dụng: {detail}",
    "order": (
        "danh hiệu, hình thức của một năm xét trên thành tích năm đó, cấp thấp trước cấp cao, và có quyết định chậm "
        "nhất vào ngày đề nghị của năm đó"
    ),
    "orderly": (
        "không có kỷ luật, nghỉ dài ngày, xem xét hay điều tra nào nữa; quá trình công tác, chức vụ đang giữ tiếp tục; "
        "đối tượng không thay đổi"
    ),
    "yearly": (
        "chỉ tính việc có thể phấn đấu hằng năm; thành tích đột xuất, giải thưởng, đóng góp, kết quả phong trào là "
        "đường riêng"
    ),
    "feat": "đạt được một thành tích mà không ai lên kế hoạch được",
    "judgement": "người có thẩm quyền nhận định: {detail}{where}",
    "capped": "tỷ lệ giới hạn “{detail}” không hết{where}",
    "capped-rating": "tỷ lệ giới hạn mức xếp loại “{detail}” không hết{where}",
    "reading": "cách hiểu đang dùng: {detail}{where}",
    "unread": "văn bản chưa đọc không đòi hỏi thêm: {detail}",
    "other-way": "không tính đường khác, dựa vào văn bản chưa đọc: {detail}{where}",
}
"""One sentence a code."""
DAYS: Final = ("law", "changing")
"""Codes whose detail is a day."""

TABLES: Final = (ASSUMED,)
