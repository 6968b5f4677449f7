"""Whether the person was there and in order, and what a collective shows: as ``merit.conduct`` and ``collectives``."""

from __future__ import annotations

import narwhals.stable.v2 as nw

from thidua.frames.measured import Measured, Number, Truth, either
from thidua.frames.proposal import LAST_DAY, by_proposal, complete
from thidua.frames.sheet import FAR, RECEIVED, YEAR, Sheet, col, one_of
from thidua.model.condition import Absent, HasMembers, Joined, Leads, MembersOf, Trained, Undisciplined
from thidua.model.vocabulary import DISCIPLINES, GRADES, Sex


def undisciplined(leaf: Undisciplined, sheet: Sheet) -> Measured:
    """Look for a disciplinary measure that bars."""
    heavy = one_of("term", DISCIPLINES[DISCIPLINES.index(leaf.measure) :]) & by_proposal(col("since"))
    since, until = col("since"), col("until")
    if leaf.when == "proposal":
        before = by_proposal(since) & ~_on_proposal(since)
        runs = ~until.is_null() & ~by_proposal(until).fill_null(value=False)
    else:
        heavy = heavy & (since.dt.year() <= col(YEAR))
        before = since.dt.year() < col(YEAR)
        runs = (until.dt.year() > col(YEAR)) | (
            (until.dt.year() == col(YEAR)) & ~((until.dt.month() == 1) & (until.dt.day() == 1))
        )
    still = until.is_null() & col("running").fill_null(value=False)
    if leaf.when == "imposed":
        hit, unsaid = ~before, nw.lit(value=False)
    else:
        hit = ~before | still | runs.fill_null(value=False)
        unsaid = before & until.is_null() & ~col("running").fill_null(value=False)
    found = sheet.look(("undisciplined", leaf.measure, leaf.when, "hit"), "discipline", "any", heavy & hit)
    open_ = sheet.look(("undisciplined", leaf.measure, leaf.when, "open"), "discipline", "any", heavy & unsaid)
    return _free(found, open_ | (complete("disciplines") > col(YEAR)))


def _on_proposal(day: nw.Expr) -> nw.Expr:
    """Say whether a day is that of the proposal."""
    last = (day.dt.year() == col(YEAR)) & (day.dt.month().cast(nw.Int64) * 100 + day.dt.day() == LAST_DAY)
    return nw.when(col(RECEIVED).is_null()).then(last).otherwise(day == col(RECEIVED))


def _free(found: nw.Expr, open_: nw.Expr) -> Measured:
    """Measure that nothing was found: for certain, or unless something that is open is there."""
    return Truth(nw.when(found | ~open_).then(~found))


def clear(sheet: Sheet) -> Measured:
    """Look for a proceeding that is open on the day of the proposal."""
    until = col("until")
    ours = by_proposal(col("since")) & ~col("cleared").fill_null(value=False)
    still = until.is_null() & col("running").fill_null(value=False)
    open_ = ours & (still | (~until.is_null() & ~by_proposal(until).fill_null(value=False)))
    unsaid = ours & until.is_null() & ~col("running").fill_null(value=False)
    found = sheet.look("proceeding", "proceeding", "any", open_)
    doubt = sheet.look("proceeding, end unsaid", "proceeding", "any", unsaid)
    return _free(found, doubt | (complete("proceedings") > col(YEAR)))


def sex(wanted: Sex) -> Measured:
    """Look at the person's sex."""
    return Truth(col("sex") == wanted)


def martyr(wanted: bool, sheet: Sheet) -> Measured:  # noqa: FBT001  # the statute book's own value
    """See whether the person was recognised as a martyr; who still serves lives."""
    still = col("until").is_null() & col("running").fill_null(value=False)
    lives = sheet.look("serves", "service", "any", still) | sheet.look("in post", "post", "any", still)
    have = nw.when(col("martyr").is_null() & lives).then(nw.lit(value=False)).otherwise(col("martyr"))
    return Truth(have == wanted)


def joined(leaf: Joined) -> Measured:
    """Count full months from recruitment to the end of the year."""
    # A month later is the same day of it, or its last: before the next year begins, as long as this is no day past it.
    since = col("joined")
    months = (col(YEAR) + 1 - since.dt.year().cast(nw.Int64)) * 12 + 1 - since.dt.month().cast(nw.Int64)
    return Truth((months > leaf.months) | ((months == leaf.months) & (since.dt.day() == 1)))


def absent(leaf: Absent, sheet: Sheet) -> Measured:
    """Add up working days away in the year."""
    ours = (col("year") == col(YEAR)) & ~one_of("term", leaf.excluding).fill_null(value=False)
    days = sheet.look(("absent", leaf.excluding), "absence", "sum", nw.when(ours).then(col("working_days")))
    unsaid = sheet.look(("absent", leaf.excluding), "absence", "any", ours & col("working_days").is_null())
    return _free(days >= leaf.fewer_than, unsaid | (complete("absences") > col(YEAR)))


def trained(leaf: Trained, sheet: Sheet) -> Measured:
    """Look at the grade of whoever was long on training."""
    passing = one_of("result", GRADES[GRADES.index(leaf.at_least) :]).fill_null(value=False)
    ours = (col("term") == "training") & (col("year") == col(YEAR)) & ~passing
    long = (col("months") >= leaf.months).fill_null(value=False)
    failed = sheet.look(("trained", leaf), "absence", "any", ours & long & ~col("result").is_null())
    unsaid = ours & (col("months").is_null() | (long & col("result").is_null()))
    open_ = sheet.look(("trained", leaf, "open"), "absence", "any", unsaid)
    return _free(failed, open_ | (complete("absences") > col(YEAR)))


def members(leaf: MembersOf) -> Measured:
    """Compare a share of the members, exactly: in whole numbers, multiplied out."""
    part, total = col("members_completed" if leaf.share == "completed" else "members_advanced"), col("members_total")
    least = leaf.at_least if leaf.at_least is not None else leaf.above
    above, below = (least or 0).as_integer_ratio()
    have, need = part * below, total * above
    enough = have >= need if leaf.at_least is not None else have > need
    return Truth(nw.when(~part.is_null() & ~total.is_null()).then(enough & (total > 0)))


def worst_discipline_below(measure: str) -> Measured:
    """Look at the heaviest measure against any member."""
    light = ("none", *DISCIPLINES[: DISCIPLINES.index(measure)])
    return Truth(one_of("worst_discipline", light))


def has_members(leaf: HasMembers, sheet: Sheet) -> Measured:
    """Count the members who hold an award."""
    ours = (col("term") == leaf.award) & (col("year") == col(YEAR))
    count = sheet.look(("holders", leaf.award), "holder", "max", nw.when(ours).then(col("value")))
    return Number(nw.when(count > -FAR).then(count), leaf.at_least)


def leads(leaf: Leads, sheet: Sheet) -> Measured:
    """See whether the collective leads its cluster in the year."""
    ours = col("year") == col(YEAR)
    ours = ours & one_of("term", leaf.organisers) if leaf.organisers else ours
    return Truth(either(sheet.look(leaf, "lead", "any", ours), complete("leads") > col(YEAR)))


def flag_eligible(wanted: bool) -> Measured:  # noqa: FBT001  # the statute book's own value
    """See whether the collective may receive emulation flags."""
    return Truth(col("flag_eligible") == wanted)
