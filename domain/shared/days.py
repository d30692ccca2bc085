"""Which days can be meant, and the days around one."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")
"""Days are days in Oslo."""
FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)
"""Nobody in the training was born before the one or is at work on the other."""


def can_be_meant(day: date) -> bool:
    """Return whether a day somebody writes is more than a typing error."""
    return FIRST_DAY <= day <= LAST_DAY


def day_after(day: date) -> date:
    """Return the next day; the last there is has none and is returned itself."""
    return day if day == date.max else day + timedelta(days=1)


def day_before(day: date) -> date:
    """Return the day before; the first there is has none and is returned itself."""
    return day if day == date.min else day - timedelta(days=1)
