"""Absences, reviews, concerns, panels and new assessments as a user of the library writes them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from tests.benchmarks.library_records import RecordEvents


class MeetingEvents(RecordEvents):
    """The events of who was away, who met, and what was assessed anew."""

    class AbsenceEntered(RecordEvents.Event):
        absence: UUID
        kind: str
        first_day: date
        last_day: date
        percentage: int

    class AbsenceWithdrawn(RecordEvents.Event):
        absence: UUID
        withdrawn_on: date


def enter_absence(plan: Any, absence: UUID, first_day: date, last_day: date) -> None:
    plan.absences[absence] = {"from": first_day, "to": last_day}


def withdraw_absence(plan: Any, absence: UUID, withdrawn_on: date) -> None:
    plan.absences[absence].update(withdrawn=withdrawn_on)
