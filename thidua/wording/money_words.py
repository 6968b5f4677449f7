"""What a payment list says of its rows, in official Vietnamese."""

from __future__ import annotations

from typing import Final

HEADINGS: Final = {
    "row": "Dòng",
    "subject": "Mã người nhận",
    "recipient": "Đối tượng",
    "award": "Danh hiệu, hình thức",
    "count": "Số lượng",
    "multiple": "Số lần mức lương cơ sở",
    "base": "Mức lương cơ sở",
    "amount": "Mức thưởng",
    "total": "Thành tiền",
    "payer": "Nguồn chi",
    "standing": "Cách đọc văn bản",
    "notes": "Ghi chú",
}
"""The columns, in their order."""
PAYERS: Final = {
    "decider": "cấp ra quyết định khen thưởng",
    "proposer": "cơ quan đề nghị khen thưởng",
    "ministry": "bộ, ban, ngành đã đề nghị",
    "province": "tỉnh, thành phố đã đề nghị",
    "unknown": "chưa rõ cấp chi",
}
DOUBTS: Final = {
    "no-subject": "không nêu từng đối tượng, nên chưa tìm được ai có nhiều danh hiệu, hình thức cùng thời điểm",
    "no-year": "chưa rõ thời gian tính danh hiệu, nên chưa so được với danh hiệu khác của cùng đối tượng",
    "reading": "danh hiệu tính thành tích nhiều năm: hiểu là khác thời gian với danh hiệu khác của cùng đối tượng",
    "other-day": "cùng thời gian với danh hiệu khác của cùng đối tượng, nhưng quyết định khác ngày",
    "rank": "chưa biết danh hiệu nào của cùng đối tượng cao nhất",
    "achievements": "chỉ được chi nếu thời gian, thành tích khác với hình thức khác của cùng đối tượng",
    "not-read": "chưa đọc được quy định về tiền thưởng khi một đối tượng được nhiều danh hiệu, hình thức",
}
"""Why it is not certain that a row is paid beside others."""
TABLES: Final = (HEADINGS, PAYERS, DOUBTS)
"""Every table whose values are messages."""
