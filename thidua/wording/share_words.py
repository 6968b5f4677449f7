"""What shares and caps on ratings count, of what, and of which awards, in official Vietnamese."""

from __future__ import annotations

from typing import Final

WHOM: Final = {
    "people": "người dân (người trực tiếp và hộ gia đình)",
    "officials": "lãnh đạo từ phó phòng trở lên",
    "entrepreneurs": "doanh nhân",
    "direct-workers": "người trực tiếp",
    "people-and-small-collectives": "người dân và tập thể nhỏ",
    "direct-workers-and-small-collectives": "người trực tiếp và tập thể nhỏ",
    "small-collective": "tập thể nhỏ",
    "women": "phụ nữ",
    "ethnic-minority": "người dân tộc thiểu số",
    "enterprise": "các doanh nghiệp",
    "household": "các hộ gia đình",
    "individuals": "cá nhân được khen",
    "individuals-and-households": "cá nhân và hộ gia đình",
    "individuals-and-small-collectives": "cá nhân và tập thể nhỏ",
    "individuals-households-and-small-collectives": "cá nhân, hộ gia đình và tập thể nhỏ",
    "individuals-households-and-collectives": "cá nhân, hộ gia đình và tập thể",
    "collectives": "tập thể được khen",
    "leaders": "lãnh đạo của đơn vị",
}
"""What a share counts, and of what; the classes stand in ``TERMS``."""
RATED: Final = {
    "rated-exactly": "mẫu số: người xếp loại đúng mức “{rating}”",
    "rated": "mẫu số: người xếp loại từ “{rating}” trở lên",
}
"""Of what a cap on a rating is taken."""
LEVELS: Final = {
    "state": "cấp Nhà nước",
    "ministry-province": "cấp bộ, ban, ngành, tỉnh",
    "sub-ministry": "cấp quân khu, tổng cục và tương đương",
    "grassroots": "cấp cơ sở",
    "district": "cấp huyện",
    "commune": "cấp xã",
}
MORE: Final = {
    "measure": "thêm {number} lượt khen đối tượng này",
    "others": "thêm {number} lượt khen đối tượng khác",
}
INSTEAD: Final = {
    "measure": "chuyển {number} lượt từ đối tượng khác sang đối tượng này",
    "others": "chuyển {number} lượt từ đối tượng này sang đối tượng khác",
}
FEWER: Final = {
    "measure": "bớt {number} lượt khen đối tượng khác",
    "others": "bớt {number} lượt khen đối tượng này",
}
"""What would meet a target, by whose awards have to grow."""
MORE_PEOPLE: Final = {"measure": "thêm {number} người thuộc đối tượng này", "others": "thêm {number} người khác"}
INSTEAD_PEOPLE: Final = {
    "measure": "chuyển {number} người khác thành người thuộc đối tượng này",
    "others": "chuyển {number} người thuộc đối tượng này thành người khác",
}
FEWER_PEOPLE: Final = {"measure": "bớt {number} người khác", "others": "bớt {number} người thuộc đối tượng này"}
"""The same of a unit's leaders, of whom persons are counted and not awards."""
TABLES: Final = (WHOM, RATED, LEVELS, MORE, INSTEAD, FEWER, MORE_PEOPLE, INSTEAD_PEOPLE, FEWER_PEOPLE)
"""Every table whose values are messages."""
