"""What a report claims of its own figures, as it prints them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from thidua.people.claims import Approximation, Claim, Growth, Limit, Listing, Order, Pace, Share, Sum
from thidua.strategies.words import maybe

_WORDS = st.sampled_from(["", "gần ", "hơn ", "khoảng ", "ước đạt "])


def claims() -> st.SearchStrategy[Claim]:
    """Draw a claim of any kind; it may hold, fail, or leave open what a report did not print."""
    return st.sampled_from(["", " tỷ đồng", "%"]).flatmap(_claims)


def _claims(unit: str) -> st.SearchStrategy[Claim]:
    one, maybe_one = _printed(unit), maybe(_printed(unit))
    above = _printed(unit).filter(lambda text: any(digit in text for digit in "123456789"))
    ratio = st.builds(lambda part, whole: f"{part}/{whole}", one, above)
    day = maybe(st.dates(date(2020, 1, 1), date(2021, 1, 1)))
    rises = st.builds(
        lambda word, text, of: f"{word}{text}{of}",
        st.sampled_from(["", "tăng ", "tăng gần ", "tăng hơn "]),
        _numbers(),
        st.sampled_from(["%", " lần"]),
    )
    falls = st.sampled_from(["giảm 5%", "giảm 100%", "giảm 120%", "gấp 2 lần", "gấp 0 lần"])
    return st.one_of(
        st.builds(Share, ratio=ratio, percent=maybe(_printed("%"))),
        st.builds(Sum, parts=st.lists(one, min_size=1, max_size=4), total=one),
        st.builds(Growth, change=rises | falls, value=maybe_one, base=maybe(above)),
        st.builds(Approximation, value=one, said=one),
        st.builds(Order, day=day, relation=st.sampled_from(["before", "not-after", "not-before", "after"]), other=day),
        st.builds(
            Listing,
            said=_printed(""),
            items=st.lists(st.sampled_from(["A", "B", "AB"]), min_size=1, max_size=4).map(tuple),
        ),
        st.builds(
            Pace, attained=_printed("%"), elapsed=st.just("6/12"), measure=maybe(st.sampled_from(["flow", "stock"]))
        ),
        st.builds(Limit, value=maybe_one, at_least=maybe(_numbers().map(lambda text: text + unit))),
    )


def _printed(unit: str) -> st.SearchStrategy[str]:
    """Draw a figure as Vietnamese print has it, softened by a word or not."""
    return st.builds(lambda word, number: f"{word}{number}{unit}", _WORDS, _numbers())


def _numbers() -> st.SearchStrategy[str]:
    """Draw a number with a dot between thousands and a comma before its decimals."""
    return st.builds(
        lambda value, places: f"{value.quantize(Decimal(1).scaleb(-places)):,}".translate(str.maketrans(",.", ".,")),
        st.decimals(0, 10**6, places=3),
        st.integers(0, 3),
    )
