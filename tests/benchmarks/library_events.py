"""The events of a training plan as a user of the library declares them: our fields, and ours only.

Tuples are lists and nested values are dicts here, since that is what its transcoder reads back.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from eventsourcing.domain import Aggregate


class PlanEvents(Aggregate):
    """The library wants an aggregate's events as its inner classes."""

    class Event(Aggregate.Event):
        """What is in our envelope; the library itself adds the case, the version and the time."""

        recorded_by: str
        acting_as: str
        command_id: UUID
        correlation_id: UUID
        source: str

    class PlanOpened(Event, Aggregate.Created):
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

    class ArenasPlanned(Event):
        arenas: list[str]
        planned_by: UUID
        planned_on: date

    class SupervisorAppointed(Event):
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

    class SupervisorReleased(Event):
        person: UUID
        last_day: date

    class ClinicalSupervisorReleased(Event):
        person: UUID
        last_day: date

    class ClinicalSupervisorAppointed(Event):
        person: UUID
        competence_area: str
        first_day: date
        last_day: date | None
        appointed_by: UUID
        appointed_on: date

    class SessionDrafted(Event):
        session: UUID
        supervisor: UUID
        held_on: date
        duration_minutes: int
        goals: list[str]
        drafted_by: UUID

    class SessionMinuted(Event):
        session: UUID
        minutes: str
        written_by: UUID
        written_on: date

    class SessionFinalised(Event):
        session: UUID
        finalised_by: UUID
        finalised_on: date

    class SessionDiscarded(Event):
        session: UUID
        discarded_by: UUID
        discarded_on: date

    class ActivityLogged(Event):
        activity: UUID
        kind: str
        presence: str
        done_on: date
        arena: str | None
        goals: list[str]
        description: str | None

    class ActivitySubmitted(Event):
        activity: UUID
        to: UUID
        submitted_on: date

    class ActivitySigned(Event):
        activity: UUID
        signed_by: UUID
        capacity: str
        channel: str
        signed_on: date

    class ActivityReturned(Event):
        activity: UUID
        returned_by: UUID
        comment: str
        returned_on: date

    class GoalSubmitted(Event):
        goal: str
        consulted: UUID
        consulted_on: date
        submitted_on: date

    class GoalRecalled(Event):
        goal: str
        recalled_on: date

    class GoalRecommended(Event):
        goal: str
        given_by: UUID
        capacity: str
        advice: str
        given_on: date
        rationale: str | None

    class GoalApproved(Event):
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

    class GoalReturned(Event):
        goal: str
        returned_by: UUID
        returned_on: date
        comment: str

    class GoalNotAchieved(Event):
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

    class GoalCarriedOver(Event):
        goal: str
        approved_on: date
        stated_in: str
        seen: list[dict[str, Any]]

    class FactCorrected(Event):
        corrects: int
        corrected_fact: str
        evidence_in: list[int]
        corrected_by: UUID
        corrected_on: date
        reason: str
