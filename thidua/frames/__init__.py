"""The same law over tables: dataframe in, same kind out, lazy stays lazy (the extra ``frames``)."""

try:
    import narwhals.stable.v2  # noqa: F401  # asked for here, so that its absence is told in one sentence
except ImportError as _missing:
    raise ImportError("thidua.frames needs narwhals: pip install 'thidua[frames]'") from _missing

from thidua.frames.answering import assess, assess_all
from thidua.frames.changing import CHANGES, changes, compare
from thidua.frames.dossiers import from_dossiers, to_dossiers
from thidua.frames.nearing import SHORT
from thidua.frames.planning import plan, short_by
from thidua.frames.rates import check_rates
from thidua.frames.reach import shares, statistics
from thidua.frames.ready import judge, measures, sql

__all__ = [
    "CHANGES",
    "SHORT",
    "assess",
    "assess_all",
    "changes",
    "check_rates",
    "compare",
    "from_dossiers",
    "judge",
    "measures",
    "plan",
    "shares",
    "short_by",
    "sql",
    "statistics",
    "to_dossiers",
]
