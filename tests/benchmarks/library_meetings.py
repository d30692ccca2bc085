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

    class ReviewHeld(RecordEvents.Event):
        review: UUID
        held_on: date
        present: list[dict[str, Any]]
        minutes: str
        measures: str | None
        entered_by: UUID
        entered_on: date
        findings: list[dict[str, Any]]

    class ConcernRaised(RecordEvents.Event):
        concern: UUID
        grounds: str
        raised_by: UUID
        raised_on: date
        due_on: date

    class MeasuresAgreed(RecordEvents.Event):
        concern: UUID
        measures: str
        heard_on: date
        follow_up_on: date
        agreed_by: UUID
        agreed_on: date

    class ConcernClosed(RecordEvents.Event):
        concern: UUID
        outcome: str
        words: str | None
        closed_by: UUID
        closed_on: date

    class PanelConvened(RecordEvents.Event):
        panel: UUID
        first_day: date
        last_day: date
        meets_on: date
        members: list[dict[str, Any]]
        goals: list[str]
        convened_by: UUID
        convened_on: date

    class PanelConcluded(RecordEvents.Event):
        panel: UUID
        conclusion: str
        concluded_by: UUID
        concluded_on: date


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


def hold_review(plan: Any, review: UUID, held_on: date, present: list[dict[str, Any]]) -> None:
    plan.meetings[review] = {"on": held_on, "present": present}


def raise_concern(plan: Any, concern: UUID, grounds: str, raised_on: date) -> None:
    plan.meetings[concern] = {"on": raised_on, "grounds": grounds}


def agree_measures(plan: Any, concern: UUID, measures: str, follow_up_on: date) -> None:
    plan.meetings[concern].update(measures=measures, follow_up=follow_up_on)


def close_concern(plan: Any, concern: UUID, outcome: str, closed_on: date) -> None:
    plan.meetings[concern].update(outcome=outcome, closed=closed_on)


def convene_panel(plan: Any, panel: UUID, members: list[dict[str, Any]], meets_on: date) -> None:
    plan.meetings[panel] = {"on": meets_on, "members": members}


def conclude_panel(plan: Any, panel: UUID, conclusion: str) -> None:
    plan.meetings[panel].update(conclusion=conclusion)
