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
    "standing": "Căn cứ",
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
    "no-subject": "không nêu từng người nhận, nên chưa tìm được ai có nhiều danh hiệu, hình thức cùng thời điểm",
    "no-year": "chưa rõ thời gian tính danh hiệu, nên chưa so được với danh hiệu ở dòng {rows}",
    "reading": "danh hiệu tính thành tích nhiều năm: hiểu là khác thời gian với danh hiệu ở dòng {rows}",
    "other-day": "cùng thời gian với danh hiệu ở dòng {rows}, nhưng quyết định khác ngày",
    "rank": "chưa biết danh hiệu nào cao nhất, so với dòng {rows}",
    "achievements": "chỉ được chi nếu thời gian, thành tích khác với hình thức ở dòng {rows}",
    "not-read": "chưa đọc được quy định về tiền thưởng của người được cả danh hiệu, hình thức ở dòng {rows}",
}
"""Why it is not certain that a row is paid beside others."""
TABLES: Final = (HEADINGS, PAYERS, DOUBTS)
"""Every table whose values are messages."""
