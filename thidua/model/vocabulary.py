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
    "ministry", "province", "district", "agency", "unit", "enterprise", "cooperative", "commune", "village", "military"
]
Force = Literal["army", "police", "militia"]
Sex = Literal["female", "male"]

Commendation = Literal["merit", "ad-hoc", "movement", "dedication", "seniority", "external", "resistance"]
Rating = Literal["failed", "completed", "good", "excellent"]
RATINGS: Final[tuple[Rating, ...]] = get_args(Rating)  # from the lowest to the highest

InitiativeKind = Literal["initiative", "research", "invention", "combat-ingenuity"]
Status = Literal["recognised", "accepted", "applied"]
Scope = Literal[
    "grassroots", "commune", "district", "field", "province", "army-wide", "police-wide", "region", "nation", "world"
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
