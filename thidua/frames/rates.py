"""How many may have it: every cap of the law, counted over a table of decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from operator import attrgetter
from typing import Any, Final

import narwhals.stable.v2 as nw

from thidua.book.law import Law, LawChoice
from thidua.decision import rates
from thidua.frames.bases import GIVEN, KIND, kinds_given, with_bases
from thidua.frames.beside import LOOSE, MORE, UNITS, WIDER, beside
from thidua.frames.caps import CAP, SHEET, Plan, Sheet, planned
from thidua.frames.decisions import Decided, decided, named
from thidua.frames.faults import RECIPIENTS, WRONG, checked
from thidua.frames.naming import ID, Rows, identified, looked_up
from thidua.model.vocabulary import Kind

RATES: Final = (
    "count",
    "base",
    "base_kind",
    "limit_numerator",
    "limit_denominator",
    "allowed",
    "headroom",
    "outcome",
    "reason",
)
"""The columns of an answer of :func:`check_rates`, after ``rule``, ``awards``, those it is grouped by and ``year``."""

_SLOT: Final = "__thidua_cap_{}"
_FITS: Final = "__thidua_fits"
_UNREAD: Final = "__thidua_unread"
_IN_BASE: Final = "__thidua_in_base"
_SHOWN: Final = "__thidua_shown"
_UNNAMED: Final = "__thidua_unnamed"
_HOLDERS: Final = "__thidua_holders"
_UP: Final = "__thidua_up"
_WIDER: Final = "__thidua_base_wider"
_ALLOWED_AT_MOST: Final = "__thidua_allowed_at_most"

_LEFT: Final[Mapping[int, str]] = {-1: "award-unknown", -2: "day-unknown", -3: "contradiction"}
"""Why a row of a lazy table can be held against no cap, in place of one."""


def check_rates(decisions: Any, law: LawChoice, *, by: str | Iterable[str] = ("unit",), bases: Any = None) -> Any:
    """Check every cap in force against a table of decisions, as :func:`thidua.check_rates` does, in whole numbers.

    A cap is checked in each group and year that received one of its awards. A row without a value in one of these
    cells, beside others that have one, may be of any group: UNKNOWN where that would turn the answer. People are
    counted once where rows carry a ``subject``. A row whose award is not named, does not exist on its day or cannot go
    to its recipient is left out. An award on which the law sets no cap has no row.

    Args:
        decisions: a table of decisions (:data:`thidua.frames.decisions.DECISIONS`), whole: a base of ``holders`` is
            counted from its own rows.
        law: a law; or ``law_on``, and each decision's day picks the law whose cap it stands under. With ``law_on``
            itself (or a ``functools.partial`` of it) a lazy table stays untouched; for another function of the day,
            the days that occur in it are looked up.
        by: what makes a unit: any columns of the table. For a cap on proposers ``proposed_by`` takes the place of
            ``unit``. The year always counts.
        bases: what no decision shows: a mapping as for :func:`thidua.check_rates`, where a count for one unit goes by
            the value of the one column of ``by``; or a table held by the same engine, with the columns of ``by``,
            ``year`` if they differ by year, and any of ``strength``, ``rated``, ``rated_exactly``, ``standard``,
            ``holders`` and ``leaders``.

    Returns:
        A table of the same kind (lazy where it was) with ``rule`` (document and id of the cap), ``awards`` (ids,
        separated by blanks), the columns of ``by``, ``year``, and those of ``RATES``: people counted, the base (none
        where it is not known), the limit as a fraction of two whole numbers, how many it allows, how many more may have
        it, the ``outcome`` (``MET``, ``NOT_MET``, ``UNKNOWN``), and of UNKNOWN the ``reason``: ``base-unknown``,
        ``place-unknown``, ``unread``. Rows at hand are answered in the order of ``by``, year, rule and awards.

        A lazy table answers, where rows at hand would be refused, in rows without a rule: UNKNOWN for so many people
        of the group, by reason of ``award-unknown``, ``day-unknown`` or ``contradiction``.

        Numbers are exact up to what 64 bits hold.

    Raises:
        UnknownTerm: an award that never was; a base that is none.
        InputError: a column is missing, mistyped or misspelt; a row without a recipient, or without a date where the
            date was to pick the law; a base that is no count; a table of bases that two engines would have to join; a
            cap on peer groups, or a base that has to be told from another of its kind: ask :func:`thidua.check_rates`.

    Source: NĐ 91/2017/NĐ-CP Điều 9 khoản 3 and Điều 11, until 2023-12-31.

    >>> from datetime import date
    >>> import polars as pl
    >>> from thidua import law_on
    >>> table = pl.DataFrame({"award": ["LĐTT", "CSTĐCS"], "recipient": ["individual"] * 2, "count": [1194, 123]})
    >>> found = check_rates(table, law_on(date(2020, 12, 31)))
    >>> found.select("rule", "count", "base", "allowed", "headroom", "outcome").row(0)
    ('91/2017/NĐ-CP:9.3', 123, 1194, 179, 56, 'MET')
    """
    if bases is None or isinstance(bases, Mapping):
        rates.check_rates((), law, bases)  # no decisions: it looks at the bases alone
    asked = (by,) if isinstance(by, str) else tuple(by)
    names = named((name for name in asked if name != "year"), ("rule", "awards", *RATES))
    dated = () if isinstance(law, Law) else ("decided_on",)
    table = decided(decisions, names, needs=("award", *dated), spare=("unit",))
    rows = checked(table.frame, eager=table.eager, columns=("recipient", "count", "year"))
    plan = planned(law, table)
    plan.refuse(kinds_given(bases))
    rows = _read(rows, plan, table)
    counted = _counted(nw.concat(_standing(rows, plan, table)), table)
    counted = counted.with_columns(plan.say(lambda rate: rate.base).alias(KIND))
    if isinstance(bases, Mapping):
        counted = _with_units(counted, rows, plan, table)
    held = _held(with_bases(counted, bases, table), plan)
    grouped = (nw.col(key).alias(name) for key, name in zip(table.keys, names, strict=True))
    made = held.select("rule", "awards", *grouped, "year", *RATES)
    return table.give(made, (*names, "year", "rule", "awards"))


def _read(rows: Rows, plan: Plan, table: Decided) -> Rows:
    """Read each row under the law that governs it: its award, whether it can have it, under which caps it stands."""
    rows = rows.with_columns(plan.sheet().alias(SHEET))
    ids = partial(plan.look, of=attrgetter("names"))
    found = identified(rows, ("recipient", SHEET), ids, eager=table.eager)
    if table.eager:
        nameless = found.filter(nw.col(ID).is_null())
        here = nameless.collect() if isinstance(nameless, nw.LazyFrame) else nameless
        for row in here.sort("award", SHEET).iter_rows(named=True):
            plan.laws[row[SHEET]].award(row["award"])  # raises, with the nearest names
    one = nw.lit(1, dtype=nw.Int64)
    fits = nw.lit(0, dtype=nw.Int64)
    for recipient in RECIPIENTS:
        can = plan.look(ID, partial(_given_to, recipient), nw.Int64)
        fits = nw.when((nw.col("recipient") == recipient) & (can == 1)).then(one).otherwise(fits)
    found = found.with_columns(
        fits.alias(_FITS),
        plan.look(ID, lambda sheet: dict.fromkeys(sheet.unread, 1), nw.Int64).fill_null(0).alias(_UNREAD),
        *(plan.look(ID, partial(_nth_cap, slot), nw.Int64).alias(_SLOT.format(slot)) for slot in range(plan.most)),
    )
    return rows.join(found, on=["award", "recipient", SHEET], how="left")


def _given_to(recipient: Kind, sheet: Sheet) -> dict[str, int]:
    """Return the awards that can go to such a recipient."""
    return dict.fromkeys(sheet.given.get(recipient, ()), 1)


def _nth_cap(slot: int, sheet: Sheet) -> dict[str, int]:
    """Return of each award the cap that is so many in its order."""
    return {name: places[slot] for name, places in sheet.caps.items() if len(places) > slot}


def _standing(rows: Rows, plan: Plan, table: Decided) -> list[Rows]:
    """Return each row once for each cap that counts it, once for each whose base does, and once if none can say."""
    proposers = plan.of_proposers
    by_proposer = nw.when(nw.col(CAP).is_in(proposers)).then(nw.col("proposed_by"))
    keys = tuple(
        by_proposer.otherwise(nw.col(key)).alias(key) if name == "unit" and proposers else nw.col(key)
        for key, name in zip(table.keys, table.by, strict=True)
    )
    awards = nw.coalesce(plan.say(lambda rate: " ".join(rate.awards)), nw.when(nw.col(CAP) >= 0).then(nw.col(ID)))
    no = nw.lit(0, dtype=nw.Int64)

    def stand(of: Rows, cap: nw.Expr, shown: nw.Expr | None = None) -> Rows:
        flags = {_IN_BASE: no if shown is None else no + 1, _SHOWN: no if shown is None else shown}
        if shown is not None:
            flags[_UNREAD] = no
        under = of.with_columns(cap.alias(CAP)).filter(~nw.col(CAP).is_null())
        under = under.with_columns(awards.alias("awards"), *keys, *(flag.alias(name) for name, flag in flags.items()))
        return under.select(CAP, "awards", *table.keys, "year", "subject", "count", _IN_BASE, _SHOWN, _UNREAD)

    fitting = rows.filter((nw.col(WRONG) == 0) & (nw.col(_FITS) == 1))
    pieces = [stand(fitting, nw.col(_SLOT.format(slot))) for slot in range(plan.most)]
    bearing = plan.bases()
    for slot in range(max(map(len, bearing.values()), default=0)):
        here = {name: each[slot] for name, each in bearing.items() if len(each) > slot}
        cap = looked_up(ID, {name: place for name, (place, _) in here.items()}, nw.Int64)
        pieces.append(
            stand(fitting, cap, looked_up(ID, {name: int(shows) for name, (_, shows) in here.items()}, nw.Int64))
        )
    left = nw.lit(None, dtype=nw.Int64)
    if not table.eager:
        nameless = ~nw.col("award").is_null() & nw.col(ID).is_null()
        for found, code in ((nameless, -1), (nw.col(SHEET).is_null(), -2), (nw.col(WRONG) == 1, -3)):
            left = nw.when(found).then(nw.lit(code, dtype=nw.Int64)).otherwise(left)
    return [*pieces, stand(rows, left)]


def _with_units(counted: Rows, rows: Rows, plan: Plan, table: Decided) -> Rows:
    """Add how many units the whole table speaks of; of a cap on proposers, how many proposers."""
    fitting = rows.filter((nw.col(WRONG) == 0) & (nw.col(_FITS) == 1))
    made = counted.with_columns(nw.lit(1, dtype=nw.Int64).alias(UNITS))
    for proposers in (False, True):
        keys = [
            (nw.col("proposed_by") if proposers and name == "unit" else nw.col(key)).alias(f"{UNITS}_{key}")
            for key, name in zip(table.keys, table.by, strict=True)
        ]
        if not keys or (proposers and not plan.of_proposers):
            continue
        number = fitting.select(*keys).unique().select(nw.len().cast(nw.Int64).alias(f"{UNITS}_now"))
        under = nw.col(CAP).is_in(plan.of_proposers)
        made = made.join(number, how="cross").with_columns(
            nw.when(under if proposers else ~under).then(nw.col(f"{UNITS}_now")).otherwise(nw.col(UNITS)).alias(UNITS)
        )
        made = made.drop(f"{UNITS}_now")
    return made


def _counted(standing: Rows, table: Decided) -> Rows:
    """Count the people under each cap in each group, and those in its base where a row shows any."""
    group = (CAP, "awards", *table.keys, "year")
    flags = (nw.col(_SHOWN).max(), nw.col(_UNREAD).max())
    # A person of several rows is counted once, as the greatest of them; rows that name nobody are people seen nowhere
    # else.
    each = standing.group_by(*group, _IN_BASE, "subject").agg(
        nw.col("count").max().alias("count"), nw.col("count").sum().alias(_UNNAMED), *flags
    )
    people = nw.when(nw.col("subject").is_null()).then(nw.col(_UNNAMED).cast(nw.Int64)).otherwise(nw.col("count"))
    no = nw.lit(0, dtype=nw.Int64)
    split = each.with_columns(people.alias("count")).with_columns(
        nw.when(nw.col(_IN_BASE) == 0).then(nw.col("count")).otherwise(no).alias("count"),
        nw.when(nw.col(_IN_BASE) == 1).then(nw.col("count")).otherwise(no).alias(_HOLDERS),
    )
    summed = split.group_by(*group).agg(nw.col("count").sum(), nw.col(_HOLDERS).sum(), nw.col(_IN_BASE).min(), *flags)
    summed = summed.with_columns(nw.col("count").cast(nw.Int64), nw.col(_HOLDERS).cast(nw.Int64))
    return beside(summed, table, (CAP, "awards"), ("count", _HOLDERS)).filter(nw.col(_IN_BASE) == 0)


def _allowed(base: nw.Expr) -> nw.Expr:
    """Return how many of a base a cap allows."""
    whole = nw.col("limit_denominator")
    parts = base * nw.col("limit_numerator") + nw.col(_UP) * (whole - 1)
    # Some engine divides whole numbers as floating point: what is left over says by how much it was off.
    near = parts // whole
    return near + (parts - near * whole) // whole


def _held(rows: Rows, plan: Plan) -> Rows:
    """Hold each count against its cap."""
    # Nothing shown is not nobody: the table may simply leave the lower title out.
    holders = nw.when((nw.col(KIND) == "holders") & (nw.col(_SHOWN) == 1)).then(nw.col(_HOLDERS))
    rows = rows.with_columns(
        looked_up(CAP, {place: cap.rule for place, cap in enumerate(plan.caps)}).alias("rule"),
        nw.coalesce(nw.col(GIVEN), holders).alias("base"),
        plan.say(lambda rate: rate.at_most.as_integer_ratio()[0], nw.Int64).alias("limit_numerator"),
        plan.say(lambda rate: rate.at_most.as_integer_ratio()[1], nw.Int64).alias("limit_denominator"),
        plan.say(lambda rate: int(rate.rounding == "ceil"), nw.Int64).alias(_UP),
    )
    # Who of other groups may be of this one widens a base that was counted, and none that was given.
    rows = rows.with_columns(nw.when(nw.col(GIVEN).is_null()).then(nw.col(WIDER)).otherwise(0).alias(_WIDER))
    most = nw.col("base") + nw.col(_WIDER)
    rows = rows.with_columns(_allowed(nw.col("base")).alias("allowed"), _allowed(most).alias(_ALLOWED_AT_MOST))
    unread, allowed, count, more = nw.col(_UNREAD) == 1, nw.col("allowed"), nw.col("count"), nw.col(MORE)
    apart = nw.col(LOOSE) & (more + nw.col(_WIDER) > 0)
    kept, over = count + more <= allowed, count > nw.col(_ALLOWED_AT_MOST)
    outcome = nw.when(kept & ~apart).then(nw.lit("MET")).otherwise(nw.when(over & ~apart).then(nw.lit("NOT_MET")))
    unknown = nw.when(outcome.is_null()).then(nw.lit("place-unknown"))
    reason = nw.when(allowed.is_null()).then(nw.lit("base-unknown")).otherwise(unknown)
    return rows.with_columns(
        (allowed - count).alias("headroom"),
        nw.when(unread | allowed.is_null())
        .then(nw.lit("UNKNOWN"))
        .otherwise(outcome)
        .fill_null("UNKNOWN")
        .alias("outcome"),
        nw.coalesce(looked_up(CAP, _LEFT), nw.when(unread).then(nw.lit("unread")).otherwise(reason)).alias("reason"),
    )
