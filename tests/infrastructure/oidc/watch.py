"""A clock that the tests move."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from infrastructure.clock import SystemClock


class Watch(SystemClock):
    def __init__(self) -> None:
        self._now = datetime(2027, 1, 15, 12, 0, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self._now

    def today(self) -> date:
        return self.day_of(self._now)

    def pass_by(self, **some: float) -> None:
        self._now += timedelta(**some)

    @property
    def seconds(self) -> int:
        return int(self._now.timestamp())
