"""What a standard asks is said as the law says it, and neither more nor less than the condition holds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import thidua
from thidua.model import condition as asked
from thidua.model import duration
from thidua.wording.explain import phrases_for
from thidua.wording.standards import Standards

LAW = thidua.law_on(date(2026, 9, 30))
PHRASES = phrases_for(LAW, "vi")
FIGHTER = "chien-si-thi-dua-co-so"
MINISTRIES = ("ministry", "province", "nation")
DISCIPLINE = asked.Judgement(name="served", label="đã chấp hành xong", gloss="it was served")


@pytest.mark.parametrize(
    ("key", "condition", "said"),
    [
        # Who recognises, where the text names them (Điều 44 khoản 2 điểm b); whoever is above them is not named.
        (
            "achievement",
            asked.AchievementOf(kinds=("training-others",), recognised=True, recognised_by=MINISTRIES),
            "có đóng góp trong việc đào tạo, bồi dưỡng, giúp đỡ đồng nghiệp, được bộ, ban, ngành, tỉnh công nhận",
        ),
        (
            "achievement",
            asked.AchievementOf(kinds=("training-others",), recognised=True, recognised_by=("nation",)),
            "có đóng góp trong việc đào tạo, bồi dưỡng, giúp đỡ đồng nghiệp, được Nhà nước công nhận",
        ),
        (
            "achievement",
            asked.AchievementOf(kinds=("repeated",), recognised=True, recognised_by=("district", *MINISTRIES)),
            "có nhiều thành tích, được cấp huyện công nhận",
        ),
        # Điều 27 khoản 1 điểm c: all are all, and not at least all; a share stays a share.
        ("members", asked.MembersOf(share="completed", at_least=Decimal(1)), "có 100% cá nhân hoàn thành nhiệm vụ"),
        (
            "members",
            asked.MembersOf(share="completed", at_least=Decimal("0.99")),
            "có ít nhất 99% cá nhân hoàn thành nhiệm vụ",
        ),
        # Điểm d: "có cá nhân đạt"; of two the number is said.
        ("has_members", asked.HasMembers(award=FIGHTER), "có cá nhân đạt “Chiến sĩ thi đua cơ sở”"),
        ("has_members", asked.HasMembers(award=FIGHTER, at_least=2), "có từ 2 cá nhân đạt “Chiến sĩ thi đua cơ sở”"),
        # Held once, at any time: "đã được tặng"; in the year, or twice, it is said when and how often.
        ("holds", asked.Holds(awards=(FIGHTER,)), "đã được tặng “Chiến sĩ thi đua cơ sở”"),
        ("holds", asked.Holds(awards=(FIGHTER,), when="year"), "có 1 lần được tặng “Chiến sĩ thi đua cơ sở” trong năm"),
        ("holds", asked.Holds(awards=(FIGHTER,), times=2), "có 2 lần được tặng “Chiến sĩ thi đua cơ sở” đến năm xét"),
        # Điều 21 khoản 1 điểm b: research is accepted before it is applied; the nation is the widest scope at home.
        (
            "initiative",
            asked.InitiativeOf(kinds=("research",), status="applied", scopes=("nation", "region", "world")),
            "có đề tài, đề án, công trình khoa học đã nghiệm thu và áp dụng, phạm vi ảnh hưởng toàn quốc",
        ),
        ("initiative", asked.InitiativeOf(kinds=("initiative",), status="applied"), "có sáng kiến đã áp dụng"),
        ("initiative", asked.InitiativeOf(kinds=("initiative",), number=2), "có 2 sáng kiến"),
        # Điều 25 khoản 3: who leads the movement; Điều 73 khoản 4 điểm c: a council runs clusters and launches nothing.
        (
            "movement",
            asked.MovementOf(launched_by=("prime-minister",), years=5, results=("leading",)),
            "dẫn đầu phong trào thi đua do Thủ tướng Chính phủ phát động, thời gian thực hiện từ 5 năm trở lên",
        ),
        (
            "movement",
            asked.MovementOf(launched_by=("central-council",), results=("outstanding", "leading")),
            (
                "có thành tích xuất sắc, tiêu biểu hoặc dẫn đầu, được bình xét trong cụm, khối thi đua do "
                "Hội đồng Thi đua - Khen thưởng Trung ương tổ chức"
            ),
        ),
        # Discipline that runs on the day of the proposal is not discipline up to that day.
        (
            "undisciplined",
            asked.Undisciplined(when="proposal"),
            "không đang chịu kỷ luật từ khiển trách trở lên vào ngày đề nghị",
        ),
        (
            "undisciplined",
            asked.Undisciplined(unless=DISCIPLINE),
            "không bị kỷ luật từ khiển trách trở lên trong năm, trừ khi đã chấp hành xong",
        ),
        (
            "served",
            duration.Served(years=25, forces=("army",), continuous=True),
            "có thời gian phục vụ trong quân đội từ 25 năm trở lên, liên tục",
        ),
    ],
)
def test_said(key: str, condition: Any, said: str) -> None:
    """Each condition is said in the law's words."""
    assert PHRASES.asks(key, condition) == said


@pytest.mark.parametrize(
    ("key", "condition", "said"),
    [
        ("holds", asked.Holds(awards=(FIGHTER,)), "chưa được tặng “Chiến sĩ thi đua cơ sở”"),
        (
            "holds",
            asked.Holds(awards=(FIGHTER,), times=2),
            "không có 2 lần được tặng “Chiến sĩ thi đua cơ sở” đến năm xét",
        ),
        (
            "holds",
            asked.Holds(awards=(FIGHTER,), consecutive=2),
            "không có 2 năm liên tục đến năm xét được tặng “Chiến sĩ thi đua cơ sở”",
        ),
        ("served", duration.Served(forces=("army",)), "không có thời gian phục vụ trong quân đội"),
        ("sex", "female", "không thuộc trường hợp: là nữ"),
    ],
)
def test_denied(key: str, condition: Any, said: str) -> None:
    """What must not be is denied in words of its own: never twice, never less than was said."""
    assert PHRASES.denied(key, condition, PHRASES.asks(key, condition)) == said


def test_for_whom() -> None:
    """Điều 34 khoản 3, Điều 44 khoản 5: a province as a body is no "bộ, ban, ngành, tỉnh", nor a cooperative alone."""
    standards = Standards(LAW, PHRASES)
    rules = {placed.entry.id: placed.entry for award in LAW.awards for placed in LAW.rules(award)}

    assert standards.whom(rules["34.3"]) == (
        "bộ, ban, ngành, tỉnh, thành phố trực thuộc trung ương và cơ quan của Quốc hội"
    )
    assert standards.whom(rules["44.5"]) == "doanh nghiệp và hợp tác xã, tổ chức kinh tế khác"
