"""The events of the earlier scheme and of the clock, as a user of the library writes them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from tests.benchmarks.library_way_events import WayEvents


class ClockEvents(WayEvents):
    class OldSchemeStated(WayEvents.Event):
        begun_on: date
        stated_in: str
        entered_by: UUID
        entered_on: date

    class OldSchemeLeft(WayEvents.Event):
        agreed_on: date
        entered_by: UUID
        entered_on: date

    class DeadlineLapsed(WayEvents.Event):
        kind: str
        subject: str
        last_day: date
        lapsed_on: date
        noticed_on: date

    class ReminderSent(WayEvents.Event):
        kind: str
        subject: str
        due_on: date
        days_before: int
        to: list[UUID]
        reminded_on: date


def begin_before(case: Any, begun_on: date) -> None:
    case.begun_before = begun_on


def go_over(case: Any, agreed_on: date) -> None:
    case.begun_before = None


def lapse(case: Any, kind: str, subject: str, last_day: date) -> None:
    case.lapsed.append((kind, subject, last_day))


def remind(case: Any, kind: str, subject: str, due_on: date, days_before: int) -> None:
    case.reminded.append((kind, subject, due_on, days_before))
