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

    class RepresentativeAuthorised(Event):
        representative: UUID
        scopes: list[str]
        first_day: date
        last_day: date | None
        authorised_on: date

    class RepresentativeRevoked(Event):
        representative: UUID
        last_day: date

    class PlanVersionProposed(Event):
        number: int
        first_day: date
        last_day: date
        rotations: list[dict[str, Any]]
        guidance_hours_a_year: int
        note: str | None
        proposed_by: UUID
        party: str
        proposed_on: date
        law: str
        basis: list[dict[str, Any]]
        findings: list[dict[str, Any]]

    class PlanVersionAgreed(Event):
        number: int
        agreed_by: UUID
        party: str
        agreed_on: date

    class AlisAgreementSigned(Event):
        template: str
        signed_on: date
        first_day: date
        last_day: date | None
        entered_by: UUID

    class EmploymentChanged(Event):
        employment_model: str
        first_day: date
        entered_by: UUID

    class InvitationSent(Event):
        invitation: UUID
        person: UUID
        invited_as: str
        sent_on: date

    class InvitationAccepted(Event):
        invitation: UUID
        answered_on: date

    class InvitationDeclined(Event):
        invitation: UUID
        answered_on: date

    class InvitationWithdrawn(Event):
        invitation: UUID
        withdrawn_on: date

    class MoveRequested(Event):
        to: UUID
        last_day: date
        requested_on: date

    class MovedAway(Event):
        to: UUID
        plan: UUID
        last_day: date
        moved_on: date

    class MovedHere(Event):
        origin: UUID
        plan: UUID
        left_at: dict[str, Any]
        moved_on: date

    class TrainingWithdrawn(Event):
        last_day: date
        reason: str | None
        withdrawn_on: date

    class ApplicationSubmitted(Event):
        submitted_on: date
        entered_on: date

    class CompletionConfirmed(Event):
        approved_on: date
        stated_in: str
        entered_by: UUID

    class CompletionCleared(Event):
        refused_on: date
        stated_in: str
        entered_by: UUID

    class CommonGoalsChanged(Event):
        kept: list[dict[str, Any]]
        fallen: list[str]
        new: list[str]
        changed_by: UUID
        changed_on: date
        law: str
        basis: list[dict[str, Any]]

    class EstablishmentEvaluated(Event):
        scores: list[dict[str, Any]]
        words: str | None
        evaluated_on: date

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
