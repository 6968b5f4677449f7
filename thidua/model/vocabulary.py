"""The closed lists of words that dossiers, decisions and the statute book share, as their JSON spells them."""

from __future__ import annotations

from typing import Final, Literal, get_args

Kind = Literal["individual", "collective", "household"]
Track = Literal[
    "civil-servant",  # cán bộ, công chức, viên chức
    "worker",  # công nhân
    "farmer",  # nông dân
    "labourer",  # người lao động
    "entrepreneur",  # doanh nhân
    "intellectual",  # trí thức
    "scientist",  # nhà khoa học
    "armed-forces",  # quân nhân, công an
    "militia",  # dân quân thường trực, tự vệ cơ động
    "overseas",  # người Việt Nam định cư ở nước ngoài
    "foreign",  # người nước ngoài
]
Body = Literal[
    "ministry",
    "province",
    "assembly-agency",  # cơ quan của Quốc hội
    "district",
    "agency",
    "unit",
    "enterprise",
    "cooperative",
    "commune",
    "village",
    "military",
    "military-region",  # quân khu, quân đoàn, quân chủng, binh chủng, tổng cục; hệ lực lượng trong Công an nhân dân
    "general-department",  # tổng cục và tương đương thuộc Bộ, ban, ngành
]
Force = Literal["army", "police", "militia"]
Sex = Literal["female", "male"]
Activity = Literal[
    "duty",  # công tác, chiến đấu, phục vụ trong lực lượng vũ trang
    "international",  # làm nhiệm vụ quốc tế
    "teaching",  # trực tiếp nuôi dạy, giảng dạy
    "education",  # quản lý, nghiên cứu giáo dục
    "medicine",  # trực tiếp làm chuyên môn kỹ thuật trong ngành y tế
    "health",  # quản lý y tế
    "arts",  # hoạt động trong lĩnh vực văn hóa, nghệ thuật
    "circus-dance",  # loại hình nghệ thuật xiếc, múa
    "circus",  # riêng xiếc, như luật năm 2003
    "heritage",  # bảo vệ và phát huy giá trị di sản văn hóa
    "youth-volunteer",  # thanh niên xung phong
    "honorary-consul",  # Lãnh sự Danh dự nước Cộng hòa xã hội chủ nghĩa Việt Nam
    "contribution",  # người nước ngoài đóng góp cho Việt Nam
]
PostGroup = Literal[
    "state-leader",  # Ủy viên Bộ Chính trị, Phó Chủ tịch nước, Phó Thủ tướng, Phó Chủ tịch Quốc hội và tương đương
    "minister",  # Trưởng ban của Đảng ở Trung ương, Bộ trưởng, Bí thư Tỉnh ủy và tương đương
    "vice-minister",  # Thứ trưởng, Phó Bí thư Tỉnh ủy, Chủ tịch HĐND, Chủ tịch UBND cấp tỉnh và tương đương
    "provincial-standing",  # Ủy viên Ban Thường vụ Tỉnh ủy, Phó Chủ tịch HĐND, UBND cấp tỉnh và tương đương
    "general-director",  # Tổng cục trưởng và tương đương
    "deputy-general-director",  # Phó Tổng cục trưởng và tương đương
    "director-of-department",  # Vụ trưởng, Cục trưởng, Tỉnh ủy viên, Giám đốc sở, Bí thư Huyện ủy và tương đương
    "deputy-director-of-department",  # Phó Vụ trưởng, Phó Cục trưởng, Phó Giám đốc sở và tương đương
    "district-leader",  # Bí thư, Chủ tịch HĐND, Chủ tịch UBND cấp huyện và tương đương
    "deputy-district-leader",  # Phó Bí thư, Phó Chủ tịch HĐND, UBND cấp huyện và tương đương
    "general",  # Đại tướng
    "colonel-general",  # Thượng tướng
    "lieutenant-general",  # Trung tướng
    "corps-commander",  # Tư lệnh quân khu, quân đoàn, quân chủng và tương đương
    "deputy-corps-commander",
    "division-commander",  # Sư đoàn trưởng, Giám đốc Công an tỉnh và tương đương
    "deputy-division-commander",  # Phó Sư đoàn trưởng, Lữ đoàn trưởng, Phó Giám đốc Công an tỉnh và tương đương
    "regiment-commander",  # Trung đoàn trưởng, Trung đoàn phó và tương đương
]
"""Groups of posts that the tables of dedication (quá trình cống hiến) treat alike."""

Commendation = Literal["merit", "ad-hoc", "movement", "dedication", "seniority", "external", "resistance"]
Rating = Literal["failed", "completed", "good", "excellent"]
RATINGS: Final[tuple[Rating, ...]] = get_args(Rating)  # from the lowest to the highest

InitiativeKind = Literal["initiative", "research", "invention", "combat-ingenuity"]
Status = Literal["recognised", "accepted", "applied"]
Scope = Literal[
    "grassroots",
    "commune",
    "district",
    "field",
    "province",
    "military-region",  # toàn quân khu, quân đoàn, quân chủng, binh chủng; hệ lực lượng trong Công an nhân dân
    "army-wide",
    "police-wide",
    "region",
    "nation",
    "world",
]
Recogniser = Literal["unit", "commune", "district", "province", "ministry", "nation"]

AchievementKind = Literal[
    "sudden",
    "repeated",
    "contribution",
    "donation",
    "prize",
    "invention",
    "work",
    "farm-model",
    "training-others",
    "political-task",
]
Degree = Literal["large", "outstanding", "exceptional"]

Launcher = Literal[
    "president", "prime-minister", "central-council", "ministry", "province", "district", "commune", "unit"
]
Review = Literal["annual", "interim", "final"]
Result = Literal["good", "outstanding", "leading"]
Organiser = Literal["central-council", "ministry-council", "province-council", "district-council"]

AbsenceKind = Literal["maternity", "training", "injury-in-duty", "other"]
Grade = Literal["weak", "average", "good", "very-good", "excellent"]
GRADES: Final[tuple[Grade, ...]] = get_args(Grade)
Discipline = Literal["khien-trach", "canh-cao", "ha-bac-luong", "giang-chuc", "cach-chuc", "buoc-thoi-viec"]
DISCIPLINES: Final[tuple[Discipline, ...]] = get_args(Discipline)  # from the lightest to the heaviest
WorstDiscipline = Literal[
    "none", "khien-trach", "canh-cao", "ha-bac-luong", "giang-chuc", "cach-chuc", "buoc-thoi-viec"
]

OfficialClass = Literal["leader-province", "leader-department", "entrepreneur", "leader-other", "direct-worker"]
RecipientGroup = Literal["enterprise"]
"""The groups of recipients that a statistical form counts; a decision may name others."""
Proposer = Literal["ministry", "province"]

Reach = Literal[
    "nation",
    "province",  # bộ, ban, ngành, đoàn thể, địa phương
    "cluster",  # cụm, khối thi đua
    "unit",
]
"""Where an emulation movement is held."""
Manner = Literal[
    "thematic",  # theo chuyên đề
    "regular",  # thường xuyên hằng năm
]
SectionKind = Literal[
    "ministry-department",  # vụ thuộc bộ, ban, ngành, đoàn thể Trung ương
    "ministry-division",  # phòng, ban hoặc bộ phận thuộc vụ
    "provincial-board",  # ban thuộc Sở Nội vụ
    "provincial-division",  # phòng thuộc Sở Nội vụ
]
Education = Literal[
    "elementary",  # sơ cấp
    "intermediate",  # trung cấp
    "college",  # cao đẳng
    "university",  # đại học
    "postgraduate",  # trên đại học
]
