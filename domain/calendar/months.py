"""Months as people count them: the same day of another month, or its last."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_after(day: date, months: int) -> date:
    """Return the day on which a time of so many months ends (domstolloven section 148)."""
    return months_before(day, -months)


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, or the last day there is of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
