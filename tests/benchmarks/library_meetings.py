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

    class NewAssessmentRequested(RecordEvents.Event):
        reassessment: UUID
        goal: str
        round: int
        requested_on: date
        shown: list[dict[str, Any]]
        law: str
        basis: list[dict[str, Any]]

    class NewAssessmentWithdrawn(RecordEvents.Event):
        reassessment: UUID
        goal: str
        withdrawn_on: date

    class ActivitiesSinceConfirmed(RecordEvents.Event):
        reassessment: UUID
        goal: str
        confirmed_by: UUID
        confirmed_on: date
        shown: list[dict[str, Any]]
        basis: list[dict[str, Any]]

    class NewAssessmentArranged(RecordEvents.Event):
        reassessment: UUID
        goal: str
        assessors: list[str]
        place: str
        takes_place_on: date
        arranged_by: UUID
        arranged_on: date
        justification: str | None
        basis: list[dict[str, Any]]
        findings: list[dict[str, Any]]

    class GoalReassessed(RecordEvents.Event):
        goal: str
        reassessment: UUID
        outcome: str
        assessed_by: list[str]
        assessed_on: date
        entered_by: UUID
        rationale: str
        justification: str | None
        heard: list[dict[str, Any]]
        evidence: list[dict[str, Any]]
        law: str
        basis: list[dict[str, Any]]
        findings: list[dict[str, Any]]


def enter_absence(plan: Any, absence: UUID, first_day: date, last_day: date) -> None:
    plan.absences[absence] = {"from": first_day, "to": last_day}


def withdraw_absence(plan: Any, absence: UUID, withdrawn_on: date) -> None:
    plan.absences[absence].update(withdrawn=withdrawn_on)


def request_anew(plan: Any, reassessment: UUID, goal: str, requested_on: date) -> None:
    plan.anew[reassessment] = {"goal": goal, "asked": requested_on}


def withdraw_anew(plan: Any, reassessment: UUID, withdrawn_on: date) -> None:
    plan.anew[reassessment].update(withdrawn=withdrawn_on)


def confirm_since(plan: Any, reassessment: UUID, confirmed_by: UUID) -> None:
    plan.anew[reassessment].update(confirmed=confirmed_by)


def arrange_anew(
    plan: Any, reassessment: UUID, assessors: list[str], place: str, takes_place_on: date
) -> None:
    plan.anew[reassessment].update(by=assessors, place=place, on=takes_place_on)


def reassess(
    plan: Any, goal: str, reassessment: UUID, *, outcome: str, assessed_on: date, rationale: str
) -> None:
    plan.anew[reassessment].update(outcome=outcome, assessed=assessed_on, words=rationale)
    if outcome == "achieved":
        plan.goals[goal].update(stage="approved", on=assessed_on)
