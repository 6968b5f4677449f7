"""The words of offices' sheets: what a column was read as, and what is wrong or worth a look in them."""

from __future__ import annotations

from typing import Final

COLUMNS: Final = {
    "award": "danh hiệu, hình thức",
    "recipient": "đối tượng",
    "subject": "mã đối tượng",
    "class": "nhóm đối tượng",
    "title": "chức vụ",
    "commendation": "loại hình khen thưởng",
    "unit": "đơn vị",
    "authority": "thẩm quyền quyết định",
    "proposed_by": "đơn vị trình",
    "decided_on": "ngày quyết định",
    "year": "năm thành tích",
    "count": "số lượng",
    "women": "là nữ",
    "ethnic-minority": "là người dân tộc thiểu số",
    "enterprise": "là doanh nghiệp",
}
"""The parts of a decision that a column may say."""
SLIPS: Final = {
    "near-header": "tiêu đề “{found}” chưa được đọc; nếu là “{hint}” thì sửa lại cho đúng",
    "too-many-cells": "dòng có nhiều ô hơn tiêu đề; đặt chữ có dấu phân cách trong ngoặc kép, hoặc lưu lại tệp",
    "not-a-decision": "dòng “{found}” chưa phải một quyết định: nếu là đề mục, dòng cộng hay ghi chú thì bỏ ra, nếu"
    " không thì ghi đủ danh hiệu, hình thức và đối tượng",
    "no-recipient": "chưa có đối tượng; ghi cá nhân, tập thể hoặc hộ gia đình",
    "unknown-award": "“{found}” không phải tên danh hiệu, hình thức nào đã biết; ghi tên chính thức, hoặc đưa vào bảng"
    " quy đổi",
    "unknown-award-near": "“{found}” không phải tên danh hiệu, hình thức nào đã biết; có phải “{hint}”? Ghi tên chính"
    " thức, hoặc đưa vào bảng quy đổi",
    "unknown-word": "“{found}” không đọc được ở cột này; ghi một trong: {hint}",
    "not-text": "“{found}” không phải chữ; định dạng ô là văn bản",
    "no-value": "ô có công thức chưa được tính; mở tệp bằng Excel rồi lưu lại, hoặc ghi thẳng giá trị",
    "excel-error": "ô báo lỗi {found}; sửa công thức hoặc ghi thẳng giá trị",
    "not-whole": "“{found}” không phải số nguyên; ghi như 1194 hoặc 1.194, năm thì bốn chữ số liền",
    "out-of-range": "“{found}” ngoài giới hạn ({hint}); kiểm tra lại",
    "no-count": "ô trống; ghi số lượng của dòng này, kể cả khi là 1",
    "merged-count": "số lượng “{found}” nằm trong ô gộp của nhiều dòng; bỏ gộp và ghi từng dòng",
    "not-a-school-year": "“{found}” không phải năm học; ghi như 2023-2024",
    "not-a-date": "“{found}” không phải ngày; ghi dd/mm/yyyy, như 15/01/2024",
    "no-such-day": "không có ngày “{found}”; kiểm tra lại, ghi dd/mm/yyyy",
    "no-day": "“{found}” chưa đủ ngày, tháng, năm; ghi dd/mm/yyyy",
    "two-digit-year": "“{found}”: năm phải có bốn chữ số; ghi dd/mm/yyyy",
    "month-first": "“{found}” viết tháng trước ngày; ghi dd/mm/yyyy",
    "either-way": "“{found}” hiểu được hai cách, vì trong cột có ngày viết tháng trước; ghi lại cả cột theo dd/mm/yyyy",
    "swapped": "“{found}”: Excel có lẽ đã đổi chỗ ngày và tháng, vì trong cột có ô là ngày, có ô là chữ; ghi lại cả cột"
    " theo dd/mm/yyyy",
    "bare-number": "“{found}” là số, không phải ngày; định dạng ô là ngày, hoặc ghi dd/mm/yyyy",
    "some-of-several": "“{found}” trong số {hint} của dòng này; tách thành hai dòng",
    "class-of-none": "chỉ cá nhân mới thuộc năm nhóm, không phải tập thể, hộ gia đình; để trống “{found}”",
    "class-and-title": "ghi “{found}”, nhưng chức vụ “{hint}” thuộc nhóm khác; sửa một trong hai, hoặc bảng chức vụ",
    "id-as-number": "“{found}” là số, có thể đã mất số 0 ở đầu; định dạng cột là văn bản rồi ghi đủ 12 chữ số",
    "not-an-id": "“{found}” không phải số định danh; ghi đủ 12 chữ số (CMND cũ: 9), cột định dạng văn bản",
    "one-of-several": "mã “{found}” là của một đối tượng, mà dòng này có số lượng {hint}; tách dòng, hoặc sửa số lượng",
    "group-of-none": "“{found}” không được dùng: điều này không nói về loại đối tượng của dòng",
    "hidden-rows": "dòng đang ẩn trong bảng nhưng vẫn được đọc: {found}; nếu không thuộc danh sách thì xóa đi",
    "hidden-columns": "cột đang ẩn trong bảng nhưng vẫn được đọc: {found}",
    "names-alike": "“{found}” và “{hint}” được coi là khác nhau; nếu là một thì ghi thống nhất",
}
"""What is wrong with an office's sheet, or worth a look, by its code, with the remedy."""
TABLES: Final = (COLUMNS, SLIPS)
"""Every table whose values are messages."""
