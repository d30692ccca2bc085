"""The one place that knows what time it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

from domain.shared.days import OSLO


class SystemClock:
    """The machine's clock; days are days in Oslo, where 00:30 is still yesterday in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return self.day_of(self.now())

    def day_of(self, instant: datetime) -> date:
        return instant.astimezone(OSLO).date()


class MovedClock(SystemClock):
    """The machine's clock moved by whole days, so that today is a given day; for the demo."""

    def __init__(self, today: date) -> None:
        self._by = today - SystemClock().today()

    def now(self) -> datetime:
        return super().now() + self._by
