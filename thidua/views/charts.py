"""Charts of who was rewarded and of what was left to give, for people who would rather look (extra ``charts``).

A chart is an Altair object: it shows itself in a notebook, and is saved as HTML, SVG or PNG (``chart.save``). It says
no more than its report: whose class is not known is a part of the bar, and a cap whose base is not known has no mark.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from babel import Locale

from thidua.book.catalogue import award
from thidua.decision.rates import RateReport, RateResult
from thidua.errors import InputError, worded
from thidua.model.finding import Outcome
from thidua.people.shares import ShareReport
from thidua.wording import shown
from thidua.wording.batches import capped, place
from thidua.wording.catalogue import Say, speaker
from thidua.wording.explain import cited
from thidua.wording.terms import OUTCOMES, REASONS, TERMS

if TYPE_CHECKING:
    import altair as alt

COLOURS: Final = {
    "direct-worker": "#1b7837",
    "household": "#7fbf7b",
    "entrepreneur": "#f1b6da",
    "leader-other": "#92c5de",
    "leader-department": "#4393c3",
    "leader-province": "#2166ac",
    "unknown": "#bdbdbd",
}
"""The people in greens, officials in blues, entrepreneurs in neither, grey not known: the colour-blind see it too."""
MARKED: Final = {
    Outcome.MET: "#2166ac",
    Outcome.PENDING: "#92c5de",
    Outcome.UNKNOWN: "#bdbdbd",
    Outcome.NOT_MET: "#b2182b",
}
WIDTH: Final = 560


def shares(reports: ShareReport | Mapping[Any, ShareReport], *, locale: str = "vi") -> alt.LayerChart:
    """Draw whom awards reached: a bar of classes for each part, by year, unit or whatever names it.

    Args:
        reports: what :func:`thidua.shares` answers, or several by their names, in the order to be drawn; a part whose
            name is None is called not known.
        locale: ``"vi"`` or ``"en"``.

    Returns:
        Of all individuals and households, the share of each class. Beside the bar stands how
        many they are; collectives are outside, as they are of every share.

    Raises:
        InputError: nothing to draw, or Altair is not installed.
        UnknownTerm: no such language.

    >>> from thidua.model.decision import Decision
    >>> from thidua.people.shares import shares as counted
    >>> report = counted([Decision(recipient="individual", official_class="direct-worker", count=3),
    ...                   Decision(recipient="individual", official_class="leader-other", count=1)])
    >>> drawn = shares({2023: report, 2024: report}, locale="en").to_dict()
    >>> drawn["layer"][0]["data"]["values"][0]["share_shown"]
    '75%'
    """
    vega, say = _altair(), speaker(locale)
    parts = {"": reports} if isinstance(reports, ShareReport) else dict(reports)
    rows = [row for name, report in parts.items() for row in _classes(_called(name, say), report, locale, say)]
    if not rows:
        raise InputError.one("reports", "empty", worded("nobody was rewarded in any of them: there is nothing to draw"))
    order = [_called(name, say) for name in parts]
    drawn = [name for name in COLOURS if any(row["name"] == name for row in rows)]
    y = vega.Y("part:N", sort=order, title=None, axis=None if order == [""] else vega.Axis(labelLimit=220))
    bars = (
        vega.Chart(vega.Data(values=rows))
        .mark_bar()
        .encode(
            x=vega.X("share:Q", title=say("phần trong cá nhân và hộ gia đình"), axis=vega.Axis(format=".0%")),
            y=y,
            color=vega.Color(
                "class:N",
                sort=[_class(name, say) for name in drawn],
                scale=vega.Scale(domain=[_class(name, say) for name in drawn], range=[COLOURS[name] for name in drawn]),
                legend=vega.Legend(title=None, orient="bottom", columns=2, labelLimit=360),
            ),
            order=vega.Order("place:Q"),
            tooltip=[
                vega.Tooltip("part:N", title=say("phần")),
                vega.Tooltip("class:N", title=say("đối tượng")),
                vega.Tooltip("count:N", title=say("số lượng")),
                vega.Tooltip("share_shown:N", title=say("tỷ lệ")),
            ],
        )
    )
    totals = [{"part": row["part"], "total": row["total"], "at": 1.0} for row in rows if row["first"]]
    beside = (
        vega.Chart(vega.Data(values=totals)).mark_text(align="left", dx=6).encode(x=vega.X("at:Q"), y=y, text="total:N")
    )
    return _finished(bars + beside, say("Ai được khen thưởng"), locale, len(order))


def rates(report: RateReport, *, locale: str = "vi", name_of: Callable[[str], str] | None = None) -> alt.LayerChart:
    """Draw caps: how many received an award, and a mark at how many may.

    Args:
        report: what :func:`thidua.check_rates` answers.
        locale: ``"vi"`` or ``"en"``.
        name_of: what an award's id is called; by default the catalogue's name.

    Returns:
        A bar for each cap, unit and year; red above its mark, grey and without one where the base
        or the text is not known, which is said beside it.

    Raises:
        InputError: nothing to draw, or Altair is not installed.
        UnknownTerm: no such language.
    """
    vega, say = _altair(), speaker(locale)
    called = name_of or (lambda id_: shown.name(award(id_), locale))
    rows = [_cap(result, called, locale, say) for result in report.results]
    if not rows:
        raise InputError.one("report", "empty", worded("no cap bears on these decisions: there is nothing to draw"))
    told = Counter(row["part"] for row in rows)
    for number, row in enumerate(rows, 1):  # two caps on one award stand in rows of their own, each with its article
        if told[row["part"]] > 1:
            row["part"] += f" — {row['article']}"
        row["part"] += " " * sum(other["part"] == row["part"] for other in rows[: number - 1])
    order = [row["part"] for row in rows]
    base = vega.Chart(vega.Data(values=rows))
    y = vega.Y("part:N", sort=order, title=None, axis=vega.Axis(labelLimit=320))
    colour = vega.Color(
        "outcome:N",
        scale=vega.Scale(domain=[say(OUTCOMES[each.name]) for each in MARKED], range=list(MARKED.values())),
        legend=None,
    )
    tips = [
        vega.Tooltip("part:N", title=say("mức trần")),
        vega.Tooltip("outcome:N", title=say("kết luận")),
        vega.Tooltip("told:N", title=say("số lượng")),
    ]
    bars = base.mark_bar(height=16).encode(
        x=vega.X("count:Q", title=say("số lượng"), axis=vega.Axis(tickMinStep=1)), y=y, color=colour, tooltip=tips
    )
    marks = base.mark_tick(thickness=3, size=26, color="#222222").encode(x="allowed:Q", y=y, tooltip=tips)
    beside = base.mark_text(align="left", dx=8).encode(x="end:Q", y=y, text="told:N")
    return _finished(bars + marks + beside, say("Số được tặng và mức trần"), locale, len(order))


def _altair() -> Any:
    try:
        import altair as alt  # noqa: PLC0415  # only who draws needs it
    except ImportError:
        sentence = worded("charts are drawn by Altair, which is not installed: pip install 'thidua[charts]'")
        raise InputError.one("charts", "no-altair", sentence) from None
    return alt


def _called(name: Any, say: Say) -> str:
    return say("chưa rõ") if name is None else str(name)


def _class(name: str, say: Say) -> str:
    return say("chưa rõ đối tượng") if name == "unknown" else say(TERMS[name])


def _classes(part: str, report: ShareReport, locale: str, say: Say) -> Iterable[dict[str, Any]]:
    total = sum(report.counts.values())
    told = [name for name in COLOURS if report.counts.get(name)]
    for index, name in enumerate(told):
        exact = Fraction(report.counts[name], total)
        yield {
            "part": part,
            "name": name,
            "class": _class(name, say),
            "place": index,
            "count": shown.number(report.counts[name], locale),
            "share": float(exact),
            "share_shown": shown.share(exact, locale),
            "total": shown.number(total, locale),
            "first": index == 0,
        }


def _cap(result: RateResult, called: Callable[[str], str], locale: str, say: Say) -> dict[str, Any]:
    names = shown.listed(capped(result, called, say), locale, style="or")
    told = shown.number(result.count, locale)
    if result.reason is not None:
        told += f" — {say(REASONS[result.reason])}"
    elif result.allowed is not None:
        near = [] if result.limit is None else [result.limit]
        share = f" ({shown.beside(result.share, near, locale)})" if result.share is not None else ""
        told = say("{count} trên tối đa {allowed}", count=told, allowed=shown.number(result.allowed, locale)) + share
    allowed = result.allowed if result.reason is None else None
    return {
        "part": names + place(result.unit, result.group, result.year),
        "count": result.count,
        "allowed": allowed,
        "end": max(result.count, allowed or 0),
        "told": told,
        "outcome": say(OUTCOMES[result.outcome.name]),
        "article": cited(result.citation, say),
    }


def _finished(chart: Any, title: str, locale: str, rows: int) -> alt.LayerChart:
    symbols = Locale.parse(locale).number_symbols["latn"]
    numbers = {"decimal": symbols["decimal"], "thousands": symbols["group"], "grouping": [3], "currency": ["", ""]}
    made: alt.LayerChart = (
        chart.properties(title=title, width=WIDTH, height={"step": 34} if rows > 1 else 60)
        .configure(locale={"number": numbers}, font="sans-serif")
        .configure_view(stroke=None)
    )
    return made
