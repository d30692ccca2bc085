"""Months as people count them: the same day of another month, or its last."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def months_before(day: date, months: int) -> date:
    """Return the same day so many months earlier, or the last day there is of that month."""
    return months_after(day, -months)


def months_after(day: date, months: int) -> date:
    """Return the day of the same number so many months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
