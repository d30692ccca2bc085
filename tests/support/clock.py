"""A clock that stands still until it is told otherwise."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from domain.shared.days import OSLO


class StoppedClock:
    """Noon in Oslo on one day."""

    def __init__(self, day: date) -> None:
        self.day = day

    def now(self) -> datetime:
        return datetime.combine(self.day, time(12), tzinfo=OSLO).astimezone(UTC)

    def today(self) -> date:
        return self.day

    def day_of(self, instant: datetime) -> date:
        return instant.astimezone(OSLO).date()
