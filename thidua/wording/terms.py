"""The official Vietnamese word for every word of the closed lists."""

from __future__ import annotations

from typing import Final

from thidua.model.citation import PREFIXES
from thidua.wording import (
    award_words,
    cluster_words,
    deadline_words,
    double_words,
    figure_words,
    form_words,
    indicator_words,
    launch_words,
    lint_words,
    money_words,
    notebook_words,
    plan_words,
    record_words,
    share_words,
    sheet_words,
    vote_words,
)

OUTCOMES: Final = {
    "NOT_MET": "Chưa đạt",
    "UNKNOWN": "Chưa kết luận được",
    "PENDING": "Đạt về dữ kiện, còn chờ nhận định",
    "MET": "Đạt",
}
MARKS: Final = {"NOT_MET": "✗", "UNKNOWN": "?", "PENDING": "…", "MET": "✓"}
TERMS: Final = {
    # xếp loại
    "failed": "Không hoàn thành nhiệm vụ",
    "completed": "Hoàn thành nhiệm vụ",
    "good": "Hoàn thành tốt nhiệm vụ",
    "excellent": "Hoàn thành xuất sắc nhiệm vụ",
    # đối tượng
    "individual": "cá nhân",
    "collective": "tập thể",
    "household": "hộ gia đình",
    "civil-servant": "cán bộ, công chức, viên chức",
    "worker": "công nhân",
    "farmer": "nông dân",
    "labourer": "người lao động",
    "entrepreneur": "doanh nhân",
    "intellectual": "trí thức",
    "scientist": "nhà khoa học",
    "armed-forces": "lực lượng vũ trang",
    "militia": "dân quân tự vệ",
    "overseas": "người Việt Nam định cư ở nước ngoài",
    "foreign": "người nước ngoài",
    "ministry": "bộ, ban, ngành",
    "province": "bộ, ban, ngành, tỉnh",
    "district": "cấp huyện",
    "agency": "cơ quan",
    "unit": "đơn vị",
    "enterprise": "doanh nghiệp",
    "cooperative": "hợp tác xã",
    "commune": "cấp xã",
    "village": "thôn, tổ dân phố",
    "military": "đơn vị lực lượng vũ trang",
    "assembly-agency": "cơ quan của Quốc hội",
    "military-region": "quân khu, quân đoàn, quân chủng, binh chủng, tổng cục hoặc hệ lực lượng Công an",
    "general-department": "tổng cục thuộc bộ, ban, ngành",
    "army": "quân đội",
    "police": "công an",
    "female": "nữ",
    "male": "nam",
    # thời gian công tác, chức vụ
    "duty": "làm nhiệm vụ trong lực lượng vũ trang",
    "international": "làm nhiệm vụ quốc tế",
    "teaching": "trực tiếp nuôi dạy, giảng dạy",
    "education": "công tác trong ngành giáo dục",
    "medicine": "trực tiếp làm chuyên môn kỹ thuật trong ngành y tế",
    "health": "công tác trong ngành y tế",
    "arts": "hoạt động văn hóa, nghệ thuật",
    "circus-dance": "hoạt động nghệ thuật xiếc, múa",
    "circus": "hoạt động nghệ thuật xiếc",
    "heritage": "bảo vệ và phát huy giá trị di sản văn hóa",
    "youth-volunteer": "thanh niên xung phong",
    "honorary-consul": "Lãnh sự Danh dự",
    "state-leader": "Ủy viên Bộ Chính trị, Phó Chủ tịch nước, Phó Thủ tướng và tương đương",
    "minister": "Bộ trưởng, Trưởng ban của Đảng ở Trung ương, Bí thư Tỉnh ủy và tương đương",
    "vice-minister": "Thứ trưởng, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND, UBND cấp tỉnh và tương đương",
    "provincial-standing": "Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch HĐND, UBND cấp tỉnh và tương đương",
    "general-director": "Tổng cục trưởng và tương đương",
    "deputy-general-director": "Phó Tổng cục trưởng và tương đương",
    "director-of-department": "Vụ trưởng, Cục trưởng, Giám đốc sở, Tỉnh ủy viên, Bí thư Huyện ủy và tương đương",
    "deputy-director-of-department": "Phó Vụ trưởng, Phó Cục trưởng, Phó Giám đốc sở và tương đương",
    "district-leader": "Bí thư, Chủ tịch HĐND, Chủ tịch UBND cấp huyện và tương đương",
    "deputy-district-leader": "Phó Bí thư, Phó Chủ tịch HĐND, UBND cấp huyện và tương đương",
    "general": "Đại tướng",
    "colonel-general": "Thượng tướng",
    "lieutenant-general": "Trung tướng",
    "corps-commander": "Tư lệnh quân khu, quân đoàn, quân chủng và tương đương",
    "deputy-corps-commander": "Phó Tư lệnh quân khu, quân đoàn, quân chủng và tương đương",
    "division-commander": "Sư đoàn trưởng, Giám đốc Công an cấp tỉnh và tương đương",
    "deputy-division-commander": "Phó Sư đoàn trưởng, Lữ đoàn trưởng, Phó Giám đốc Công an cấp tỉnh và tương đương",
    "regiment-commander": "Trung đoàn trưởng, Trung đoàn phó và tương đương",
    # loại hình khen thưởng
    "merit": "công trạng",
    "ad-hoc": "đột xuất",
    "movement": "phong trào thi đua",
    "dedication": "quá trình cống hiến",
    "seniority": "niên hạn",
    "external": "đối ngoại",
    "resistance": "kháng chiến",
    # sáng kiến và phạm vi
    "initiative": "sáng kiến",
    "research": "đề tài, đề án, công trình khoa học",
    "invention": "phát minh, sáng chế",
    "combat-ingenuity": "mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu",
    "recognised": "được công nhận",
    "accepted": "đã nghiệm thu",
    "applied": "đã áp dụng",
    "grassroots": "cơ sở",
    "field": "một lĩnh vực của bộ, ban, ngành, tỉnh",
    "army-wide": "toàn quân",
    "police-wide": "toàn lực lượng Công an",
    "region": "khu vực",
    "nation": "toàn quốc",
    "world": "thế giới",
    # thành tích
    "sudden": "thành tích đột xuất",
    "repeated": "nhiều thành tích",
    "contribution": "đóng góp",
    "donation": "đóng góp công sức, đất đai, tài sản",
    "prize": "giải thưởng",
    "work": "tác phẩm, công trình",
    "farm-model": "mô hình sản xuất",
    "training-others": "đóng góp trong việc đào tạo, bồi dưỡng, giúp đỡ đồng nghiệp",
    "political-task": "thành tích phục vụ nhiệm vụ chính trị",
    "large": "lớn",
    "outstanding": "xuất sắc",
    "exceptional": "đặc biệt xuất sắc",
    "leading": "dẫn đầu",
    # phong trào
    "president": "Chủ tịch nước",
    "prime-minister": "Thủ tướng Chính phủ",
    "central-council": "Hội đồng Thi đua - Khen thưởng Trung ương",
    "ministry-council": "bộ, ban, ngành",
    "province-council": "tỉnh",
    "district-council": "cấp huyện",
    "annual": "hằng năm",
    "interim": "sơ kết",
    "final": "tổng kết",
    # kỷ luật, vắng mặt
    "none": "không có",
    "khien-trach": "khiển trách",
    "canh-cao": "cảnh cáo",
    "ha-bac-luong": "hạ bậc lương",
    "giang-chuc": "giáng chức",
    "cach-chuc": "cách chức",
    "buoc-thoi-viec": "buộc thôi việc",
    "maternity": "nghỉ thai sản",
    "training": "đào tạo, bồi dưỡng",
    "injury-in-duty": "điều trị thương tích khi làm nhiệm vụ",
    "other": "lý do khác",
    # mức độ đọc
    "verified": "đã đọc nguyên văn",
    "quoted": "theo trích dẫn nguyên văn của cổng pháp luật",
    "secondary": "theo nguồn thứ cấp",
    "unverified": "chưa kiểm chứng",
    # năm lớp cá nhân
    "leader-province": "lãnh đạo cấp bộ, cấp tỉnh",
    "leader-department": "lãnh đạo cấp vụ, sở, ngành",
    "leader-other": "lãnh đạo khác từ phó phòng trở lên",
    "direct-worker": "người trực tiếp công tác, lao động, học tập, chiến đấu",
    "unknown": "chưa rõ",
}
GRADES: Final = {
    "weak": "loại yếu",
    "average": "loại trung bình",
    "good": "loại khá",
    "very-good": "loại giỏi",
    "excellent": "loại xuất sắc",
}
RESULTS: Final = {"good": "tốt", "outstanding": "xuất sắc, tiêu biểu", "leading": "dẫn đầu"}
WHEN: Final = {
    "imposed": "trong năm",
    "year": "trong năm",
    "window": "trong thời gian đó",
    "ever": "đến năm xét",
}
COUNTED: Final = {
    "individual": "{number} cá nhân",
    "collective": "{number} tập thể",
    "household": "{number} hộ gia đình",
}
MEASURES: Final = {"people": "Người dân", "officials": "Lãnh đạo", "entrepreneurs": "Doanh nhân"}
REASONS: Final = {
    "award-unknown": "quyết định không nêu danh hiệu, hình thức",
    "award-not-in-force": "danh hiệu, hình thức không có vào ngày này",
    "recipient": "sai đối tượng",
    "unread": "văn bản áp dụng chưa được đọc",
    "multiple-not-read": "chưa đọc được mức thưởng áp dụng",
    "base-not-read": "chưa đọc được mức lương cơ sở áp dụng",
    "base-unknown": "chưa có số làm mẫu số",
    "group-unknown": "có người chưa rõ thuộc nhóm nào",
    "place-unknown": "có dòng chưa ghi đơn vị hoặc năm, có thể thuộc về đây",
    "nobody": "không có ai trong mẫu số",
    "unsigned": "thẩm quyền: chưa rõ người quyết định",
    "nameless": "thẩm quyền: chưa rõ danh hiệu, hình thức",
}
BODIES: Final = {
    "Bộ Quốc phòng, Bộ Công an": "Bộ Quốc phòng, Bộ Công an",
    "Bộ trưởng Bộ Giáo dục và Đào tạo": "Bộ trưởng Bộ Giáo dục và Đào tạo",
    "Bộ trưởng Bộ Quốc phòng": "Bộ trưởng Bộ Quốc phòng",
    "Chính phủ": "Chính phủ",
    "bộ, ban, ngành, tỉnh": "bộ, ban, ngành, tỉnh",
}
"""Bodies to whose rules the law leaves things, as entries name them."""
BY_CODE: Final = {
    "before-the-book": "chưa đọc được văn bản nào có hiệu lực vào ngày này",
    "office-not-in-force": "chức danh này không còn vào ngày xét",
    "office-not-named": "văn bản đã đọc, có hiệu lực vào ngày xét, không nêu chức danh này",
    "office-unread": "chưa rõ “{have}” là chức danh nào: ghi chức danh kèm cơ quan",
    "signed-for": "“{have}”: ký thừa lệnh, thừa ủy quyền; chưa rõ của ai",
}
"""Findings on who signed that one sentence says."""
LOOKED_AT: Final = {
    "merit": "hồ sơ có đủ tiêu chuẩn không (cần hồ sơ của cá nhân, tập thể trong năm)",
    "ballot": "biểu quyết của Hội đồng",
    "papers": "thành phần hồ sơ",
    "double": "trùng khen thưởng (cần mã cá nhân, tập thể)",
}
"""What a decision book checks only where its rows carry it."""
ASIDES: Final = {
    "not-encoded": "tiêu chuẩn cho đối tượng này chưa có trong bộ dữ liệu",
    "commendation": "có tiêu chuẩn theo loại hình khen thưởng được đề nghị",
    "subject": "thuộc đối tượng của tiêu chuẩn",
}
"""What findings ask that no clause states."""
KINDS: Final = {"added": "Nay có", "changed": "Đổi phạm vi", "removed": "Không còn"}
COUNTED_SO: Final = {
    "decision": "thời gian kể từ lần khen thưởng trước tính từ ngày có quyết định",
    "ground": "thành tích đã khen đột xuất, chuyên đề không làm căn cứ khen thưởng công trạng",
    "discipline": "thành tích chỉ tính từ khi chấp hành xong kỷ luật",
    "award": "thành tích chỉ tính sau lần khen thưởng trước",
    "initiatives": "một sáng kiến không làm căn cứ cho hai hình thức khen thưởng",
    "initiatives-and-titles": "một sáng kiến không làm căn cứ cho cả danh hiệu và hình thức khen thưởng",
    "awards": "danh hiệu, hình thức trong giai đoạn đã được khen không tính cho hình thức khác",
}
"""How a record is counted, as changes of law tell it."""
NO_CLAUSE: Final = {
    "spared": "chỉ thuộc những đối tượng mà điều này không áp dụng",
    "recognised": "thành tích được cấp có thẩm quyền công nhận",
}
"""What some measures of a table answer that is no clause."""
TABLES: Final = (
    MEASURES,
    KINDS,
    COUNTED_SO,
    ASIDES,
    BODIES,
    LOOKED_AT,
    OUTCOMES,
    TERMS,
    COUNTED,
    GRADES,
    RESULTS,
    WHEN,
    PREFIXES,
    NO_CLAUSE,
    REASONS,
    BY_CODE,
    *award_words.TABLES,
    *double_words.TABLES,
    *figure_words.TABLES,
    *form_words.TABLES,
    *money_words.TABLES,
    *plan_words.TABLES,
    *record_words.TABLES,
    *notebook_words.TABLES,
    *share_words.TABLES,
    *vote_words.TABLES,
    *deadline_words.TABLES,
    *launch_words.TABLES,
    *lint_words.TABLES,
    *indicator_words.TABLES,
    *cluster_words.TABLES,
    *sheet_words.TABLES,
)
"""Every table whose values are messages."""
