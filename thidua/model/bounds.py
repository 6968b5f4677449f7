"""What a number may be, so that a slip of the pen is met at the door and not three checks later."""

from __future__ import annotations

from typing import Any, Final

import attrs

from thidua.errors import InputError, Worded, worded


@attrs.frozen
class Within:
    """An attrs validator: a whole number from ``least`` to ``most``, both included; None is left to the field.

    >>> YEAR.fault(224)
    '224 is not a plausible year: expected 1900 to 2200'
    >>> COUNT.fault(0), COUNT.fault(-1)
    (None, '-1 is not a plausible count: expected 0 or more')
    """

    what: str
    least: int
    most: int = 10**18 - 1
    """Eighteen digits: more than any count or amount of đồng, and within what tables of 64 bits hold."""

    def fault(self, value: int) -> Worded | None:
        """Say in a sentence what is wrong with the number; None when nothing is."""
        if type(value) is not int:
            return worded("expected a whole number, got {value!r}", value=value)
        if self.least <= value <= self.most:
            return None
        if value > 10**18:
            return worded("a number of more than 18 digits is not a plausible {what}", what=worded(self.what))
        limits = (
            worded("{least} or more", least=self.least)
            if self.most >= 10**17
            else worded("{least} to {most}", least=self.least, most=self.most)
        )
        return worded(
            "{value} is not a plausible {what}: expected {limits}", value=value, what=worded(self.what), limits=limits
        )

    def __call__(self, _: object, attribute: attrs.Attribute[Any], value: int | None) -> None:
        """Refuse the number with an InputError that names the field."""
        fault = None if value is None else self.fault(value)
        if fault:
            raise InputError.one(f"$.{attribute.name}", "out-of-range", fault)


YEAR: Final = Within("year", 1900, 2200)
COUNT: Final = Within("count", 0)
AT_LEAST_ONE: Final = Within("count", 1)
MONEY: Final = Within("amount of đồng", 0)
LENGTH: Final = Within("length", 0, 1200)
"""Years a movement or a farm model has run, months of training."""
WORKING_DAYS: Final = Within("number of working days in one year", 0, 366)
