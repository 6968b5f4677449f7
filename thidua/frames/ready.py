"""Between the two stages: the ready measures of an award as columns, and the rule over them, as columns or as SQL."""

from __future__ import annotations

from typing import Any, Final

from thidua.book.law import Law
from thidua.frames.answering import both_opened
from thidua.frames.columns import COHORT, REQUIRED
from thidua.frames.compiled import Plan, plan
from thidua.frames.paired import block, case, name, text
from thidua.frames.proposals import ANSWER, carried
from thidua.frames.sheet import Tables
from thidua.frames.words import AMISS
from thidua.model.award import Award
from thidua.model.finding import About, Finding, Outcome
from thidua.wording import shown
from thidua.wording.catalogue import speaker
from thidua.wording.explain import cited, phrases_for

JUDGED: Final[tuple[str, ...]] = (*REQUIRED["cohort"], "commendation")
"""The columns of the cohort that stand beside the ready measures."""
NUMBERS: Final = ("outcome", "on_facts")
"""The columns of an answer in numbers."""
_MET = Outcome.MET


def measures(cohort: Any, records: Any, award: str | Award, *, law: Law) -> Any:
    """Look up what the rule of an award asks, once: the joins are where the time goes, the conditions cost little.

    Args:
        cohort: as for :func:`~thidua.frames.assess`.
        records: as for :func:`~thidua.frames.assess`.
        award: an award, or its id, short form or official name.
        law: the law of a day; what it asks are the columns.

    Returns:
        The cohort as it came, with the ready measures. A column is named by the clause that asks (dots written as
        ``_``), true or false or a number, null where the record does not tell; or two numbers, ``…_sure`` (what the
        record shows) and ``…_possible`` (with all that it leaves open). :func:`sql` says of each what it is. ``amiss``
        says why a row cannot be judged, and is null where it can.

    Raises:
        InputError, UnknownTerm, NotInForce: as for :func:`~thidua.frames.assess`.
    """
    made = plan(law, award)
    added = tuple(made.types)
    mine, rows = both_opened(cohort, records, added)
    tables = Tables(mine.frame, rows, mine.keys, numbered=mine.ordered, checked=mine.table.eager)
    ready = made.measured(tables, mine.kept)
    return mine.give(ready, added)


def judge(measured: Any, award: str | Award, *, law: Law, numbers: bool = False) -> Any:
    """Judge ready measures, from :func:`measures` or from a table of the caller's own.

    Args:
        measured: a dataframe with ``subject``, ``kind``, ``year`` and every ready measure of the award.
        award: the award.
        law: the law they were made for.
        numbers: whether to add ``outcome`` and ``on_facts`` alone, as the numbers of :class:`~thidua.Outcome`, 0 to 3,
            to reckon with.

    Returns:
        The table as it came, with the four columns that :func:`~thidua.frames.assess` adds, or the two numbers.

    Raises:
        InputError: a measure is missing or mistyped.
        UnknownTerm: no such award.
        NotInForce: the award does not exist on the day of the law.

    >>> from datetime import date
    >>> import polars as pl
    >>> from thidua import frames, law_on
    >>> law = law_on(date(2024, 12, 20))
    >>> cohort = pl.DataFrame({"subject": ["A"], "kind": ["individual"], "track": ["civil-servant"], "year": [2024],
    ...                        "known_from": [2020]})
    >>> records = pl.DataFrame({"subject": ["A"], "kind": ["rating"], "term": ["good"], "year": [2024]})
    >>> ready = frames.measures(cohort, records, "LĐTT", law=law)
    >>> ready.select("24_1_a", "24_1_b/spirit").rows()  # a good rating is 2 of 0 to 3; nobody judged the spirit
    [(2, None)]
    >>> frames.judge(ready, "LĐTT", law=law).select("outcome", "reason").rows()
    [('PENDING', '24.1.b/spirit')]
    """
    made = plan(law, award)
    required = (*REQUIRED["cohort"], *made.types)
    columns = {**{name: COHORT[name] for name in JUDGED}, **made.types}
    added = NUMBERS if numbers else ANSWER
    mine = carried(measured, added, "measures", columns, required)
    if numbers:
        return mine.give(made.numbered_from(mine.frame, mine.kept), added)
    return mine.give(made.judged_from(mine.frame, mine.kept, replaces=mine.ordered))


def sql(award: str | Award, *, law: Law, table: str = "measures", locale: str = "vi") -> str:
    r"""Write the rule of an award as SQL over ready measures, for tools that speak nothing else.

    Args:
        award: the award.
        law: the law of a day.
        table: the table that holds ``kind``, ``year``, ``commendation`` and the ready measures, which the comments
            name and explain.
        locale: the language of the comments, ``"vi"`` or ``"en"``.

    Returns:
        One ``SELECT`` in the SQL that DuckDB, PostgreSQL, MySQL and Spark share: the table's columns and ``outcome``.

    Raises:
        UnknownTerm: no such award.
        NotInForce: the award does not exist on the day of the law.

    >>> from datetime import date
    >>> from thidua import frames, law_on
    >>> law = law_on(date(2024, 12, 20), unread="last-text")
    >>> written = frames.sql("Gia đình văn hóa", law=law, locale="en").splitlines()
    >>> print(written[3])
    -- 31_1_a/conduct: exemplary in keeping Party policy and State law (point a clause 1 Article 31 Law 06/2022/QH15)
    >>> print(*written[12:15], sep="\n")
          LEAST(
            CASE WHEN "31_1_a/conduct" IS NULL THEN 2 WHEN "31_1_a/conduct" THEN 3 ELSE 0 END,
            CASE WHEN "31_1_b/movement-active" IS NULL THEN 2 WHEN "31_1_b/movement-active" THEN 3 ELSE 0 END,
    """
    made = plan(law, award)
    say = speaker(locale)
    words = [outcome.name for outcome in Outcome]
    arms = [(f'"judged" = {number}', text(word)) for number, word in enumerate(words[:-1])]
    rule = _rule(made)
    whole = block(f"CASE WHEN {name(AMISS)} IS NOT NULL THEN 1 ELSE", [rule], 'END AS "judged"')
    inner = block("SELECT *,", [whole], f"FROM {name(table)}")
    head = say(
        "{award}: pháp luật ngày {day}", award=shown.name(made.program.award, locale), day=shown.day(law.day, locale)
    )
    lines = [f"{head} ({law.fingerprint})", *_explained(made, locale)]
    told = [f"-- {line}" for line in lines]
    return "\n".join(
        [
            *told,
            block("SELECT *,", [case(*arms, otherwise=text(words[-1])) + ' AS "outcome"'], "FROM ("),
            inner,
            ') AS "ready"',
        ]
    )


def _rule(made: Plan) -> str:
    """Write the rule; where a text that governs was not read, whom the award is for is all that is certain."""
    if not made.program.stopping:
        return made.judged.sql
    kinds = ", ".join(text(kind) for kind in made.program.award.recipients)
    return case((f'"kind" IN ({kinds})', 1), otherwise=0) if made.program.named else "1"


def _explained(made: Plan, locale: str) -> list[str]:
    """Say of each ready measure what it is and where it is written."""
    say, phrases = speaker(locale), phrases_for(made.law, locale)
    lines = [
        say("Để trống: chưa rõ. _sure: theo hồ sơ; _possible: kể cả những gì hồ sơ chưa nêu. Xếp loại: từ 0 đến 3."),
        f"{AMISS}: " + say("vì sao dòng này không xét được; để trống: không có gì sai"),
    ]
    for column, about in made.walk.measures.asked.items():
        if isinstance(about, About):
            finding = Finding(about, _MET, None, (), _MET)
            lines.append(f"{column}: {phrases.need(finding)} ({cited(about.citation, say)})")
        else:
            lines.append(f"{column}: {say(about)}")
    return lines
