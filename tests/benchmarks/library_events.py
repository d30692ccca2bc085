"""The events of a training plan as a user of the library declares them: our fields, and ours only.

Tuples are lists and nested values are dicts here, since that is what its transcoder reads back.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from eventsourcing.domain import Aggregate

from tests.benchmarks.library_clock_events import ClockEvents


class PlanEvents(ClockEvents):
    """The library wants an aggregate's events as its inner classes."""

    class PlanOpened(ClockEvents.Event, Aggregate.Created):
        doctor: UUID
        organisation: UUID
        employment_model: str
        starts_on: date
        part_one_completed_on: date | None
        part_one_exception: str | None
        opened_by: UUID
        opened_on: date
        seen: list[dict[str, Any]]
        law: str
        basis: list[dict[str, Any]]
        findings: list[dict[str, Any]]
        justification: str | None

    class ArenasPlanned(ClockEvents.Event):
        arenas: list[str]
        planned_by: UUID
        planned_on: date

    class SupervisorAppointed(ClockEvents.Event):
        person: UUID
        first_day: date
        last_day: date | None
        appointed_by: UUID
        appointed_on: date
        seen: list[dict[str, Any]]
        law: str
        basis: list[dict[str, Any]]
        findings: list[dict[str, Any]]
        justification: str | None

    class SupervisorReleased(ClockEvents.Event):
        person: UUID
        last_day: date

    class ClinicalSupervisorReleased(ClockEvents.Event):
        person: UUID
        last_day: date

    class ClinicalSupervisorAppointed(ClockEvents.Event):
        person: UUID
        competence_area: str
        first_day: date
        last_day: date | None
        appointed_by: UUID
        appointed_on: date

    class SessionDrafted(ClockEvents.Event):
        session: UUID
        supervisor: UUID
        held_on: date
        duration_minutes: int
        goals: list[str]
        drafted_by: UUID
        findings: list[dict[str, Any]]

    class SessionMinuted(ClockEvents.Event):
        session: UUID
        minutes: str
        written_by: UUID
        written_on: date

    class SessionFinalised(ClockEvents.Event):
        session: UUID
        finalised_by: UUID
        finalised_on: date

    class SessionDiscarded(ClockEvents.Event):
        session: UUID
        discarded_by: UUID
        discarded_on: date

    class ActivityLogged(ClockEvents.Event):
        activity: UUID
        kind: str
        presence: str
        done_on: date
        arena: str | None
        goals: list[str]
        description: str | None

    class ActivitySubmitted(ClockEvents.Event):
        activity: UUID
        to: UUID
        submitted_on: date

    class ActivitySigned(ClockEvents.Event):
        activity: UUID
        signed_by: UUID
        capacity: str
        channel: str
        signed_on: date

    class ActivityReturned(ClockEvents.Event):
        activity: UUID
        returned_by: UUID
        comment: str
        returned_on: date

    class GoalSubmitted(ClockEvents.Event):
        goal: str
        consulted: UUID
        consulted_on: date
        submitted_on: date

    class GoalRecalled(ClockEvents.Event):
        goal: str
        recalled_on: date

    class GoalRecommended(ClockEvents.Event):
        goal: str
        given_by: UUID
        capacity: str
        advice: str
        given_on: date
        rationale: str | None

    class GoalApproved(ClockEvents.Event):
        goal: str
        approved_by: UUID
        approved_on: date
        statement: str
        justification: str | None
        heard: list[dict[str, Any]]
        evidence: list[dict[str, Any]]
        law: str
        basis: list[dict[str, Any]]
        findings: list[dict[str, Any]]

    class GoalReturned(ClockEvents.Event):
        goal: str
        returned_by: UUID
        returned_on: date
        comment: str

    class GoalNotAchieved(ClockEvents.Event):
        goal: str
        decided_by: UUID
        decided_on: date
        reasons: str
        justification: str | None
        heard: list[dict[str, Any]]
        evidence: list[dict[str, Any]]
        law: str
        basis: list[dict[str, Any]]
        findings: list[dict[str, Any]]

    class GoalCarriedOver(ClockEvents.Event):
        goal: str
        approved_on: date
        stated_in: str
        seen: list[dict[str, Any]]

    class PlanPersonMerged(ClockEvents.Event):
        double: UUID
        into: UUID
        merged_by: UUID
        merged_on: date

    class FactCorrected(ClockEvents.Event):
        corrects: int
        corrected_fact: str
        evidence_in: list[int]
        corrected_by: UUID
        corrected_on: date
        reason: str
