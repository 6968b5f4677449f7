"""The Vietnamese words for what may not be given twice, or not yet."""

from __future__ import annotations

from typing import Final

DOUBLES: Final = {
    "forms-for-one-achievement": "nhiều hình thức khen thưởng cho một thành tích",
    "again-for-one-achievement": "khen nhiều lần cho một thành tích",
    "awards-for-one-achievement": "khen nhiều lần, nhiều hình thức cho một thành tích",
    "again-in-one-year": "cùng một danh hiệu, hình thức hai lần trong một năm",
    "awards-in-one-year": "hai danh hiệu, hình thức trong một năm",
    "initiative-used-twice": "một sáng kiến làm căn cứ hai lần",
    "years-counted-twice": "thành tích đã được khen bằng chính hình thức này được tính lại",
    "under-proceedings": "đang bị xem xét kỷ luật, điều tra, thanh tra, kiểm tra hoặc xác minh",
    "under-discipline": "đang chấp hành kỷ luật",
    "before-discipline-ended": "tính cả thành tích trước khi chấp hành xong kỷ luật",
    "unnamed": "không ghi mã đối tượng: chưa xét được có trùng hay không",
}
"""What a finding on doubles says, by its code."""

CARRIED: Final = {
    "left": "không kế thừa thành tích của {names}",
    "unsaid": "chưa rõ có kế thừa thành tích của {names} hay không",
    "absent": "chưa có hồ sơ của {names}",
}
"""What a carrying over left aside, by the attribute that names it."""

WHY: Final = {
    "not-seen": "chưa đọc được văn bản này có quy định như vậy hay không",
    "two-givers": "hai nơi tặng khác nhau, hoặc chưa rõ là một: văn bản đã đọc không nói như vậy là một lần hay hai",
}
"""Why a finding is open beside the facts that are missing, by the code of its child."""

TABLES: Final = (DOUBLES, CARRIED, WHY)
