"""Words for a record: its lists, what stands in them, and the signs of a line of years."""

from __future__ import annotations

from typing import Final

RATED: Final = {"excellent": "XS", "good": "T", "completed": "HT", "failed": "K"}
"""Ratings in a letter or two, for a line of years."""
SIGNS: Final = {
    "●": "đã được tặng",
    "⊘": "đã bị thu hồi, hủy bỏ",
    "◆": "sáng kiến, đề tài",
    "★": "thành tích",
    "▲": "kết quả phong trào thi đua",
    "▬": "kéo dài trong những năm này",
    "▬?": "chưa ghi đã kết thúc hay chưa",
    "◂": "có từ trước những năm ở đây",
}
"""What the signs of a record's line of years mean, beside ratings."""
AHEAD: Final = {
    "□": "phải đạt trong năm này",
    "▬□": "đạt trong một năm bất kỳ của đoạn này",
    "○": "đề nghị tặng",
    "◎": "đề nghị tặng danh hiệu, hình thức của kế hoạch",
}
"""What the signs ahead on a plan's line of years mean."""
LISTS: Final = {
    "years": "xếp loại hằng năm",
    "awards": "danh hiệu, hình thức đã được tặng",
    "initiatives": "sáng kiến, đề tài",
    "achievements": "thành tích khác",
    "movements": "kết quả phong trào thi đua",
    "absences": "thời gian nghỉ, đi học",
    "disciplines": "kỷ luật",
    "proceedings": "việc đang xem xét, điều tra, xác minh",
    "service": "thời gian công tác",
    "posts": "chức vụ",
    "leads": "dẫn đầu khối, cụm thi đua",
}
"""The lists of a record."""
FACTS: Final = {
    "joined": "ngày được tuyển dụng",
    "founded": "ngày thành lập",
    "members": "số thành viên",
    "holders": "số người đạt danh hiệu",
    "commendation": "loại hình khen thưởng được đề nghị",
    "subject.tracks": "thuộc nhóm đối tượng nào",
    "subject.sex": "giới tính",
    "subject.body": "là cơ quan, tổ chức nào",
    "subject.force": "thuộc lực lượng nào",
    "subject.flag_eligible": "có thuộc đối tượng tặng cờ thi đua hay không",
}
"""Other facts of a record, by their paths."""
PROCEEDINGS: Final = {
    "review": "đang xem xét kỷ luật",
    "investigation": "đang điều tra",
    "inspection": "đang thanh tra, kiểm tra khi có dấu hiệu vi phạm",
    "complaint": "đơn thư khiếu nại, tố cáo đang được xác minh",
}
"""What a proceeding may be, in words of ours; another is told in quotation marks, as it is on record."""
TABLES: Final = (RATED, SIGNS, AHEAD, LISTS, FACTS, PROCEEDINGS)
