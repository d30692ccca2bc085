"""The events around a training plan and of its way, as a user of the library declares them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from eventsourcing.domain import Aggregate


class WayEvents(Aggregate):
    """The library wants an aggregate's events as its inner classes."""

    class Event(Aggregate.Event):
        """What is in our envelope; the library itself adds the case, the version and the time."""

        recorded_by: str
        acting_as: str
        command_id: UUID
        correlation_id: UUID
        source: str

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
