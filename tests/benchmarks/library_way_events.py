"""The events around a training plan and of its way, as a user of the library declares them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from tests.benchmarks.library_decisions import DecisionEvents
from tests.benchmarks.library_documents import DocumentEvents


class WayEvents(DecisionEvents):
    """The events around a plan, added to those of its documents."""

    class RepresentativeAuthorised(DocumentEvents.Event):
        representative: UUID
        scopes: list[str]
        first_day: date
        last_day: date | None
        authorised_on: date

    class RepresentativeRevoked(DocumentEvents.Event):
        representative: UUID
        last_day: date

    class PlanVersionProposed(DocumentEvents.Event):
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

    class PlanVersionAgreed(DocumentEvents.Event):
        number: int
        agreed_by: UUID
        party: str
        agreed_on: date

    class AlisAgreementSigned(DocumentEvents.Event):
        template: str
        signed_on: date
        first_day: date
        last_day: date | None
        entered_by: UUID

    class EmploymentChanged(DocumentEvents.Event):
        employment_model: str
        first_day: date
        entered_by: UUID

    class InvitationSent(DocumentEvents.Event):
        invitation: UUID
        person: UUID
        invited_as: str
        sent_on: date

    class InvitationAccepted(DocumentEvents.Event):
        invitation: UUID
        answered_on: date

    class InvitationDeclined(DocumentEvents.Event):
        invitation: UUID
        answered_on: date

    class InvitationWithdrawn(DocumentEvents.Event):
        invitation: UUID
        withdrawn_on: date

    class MoveRequested(DocumentEvents.Event):
        to: UUID
        last_day: date
        requested_on: date

    class MovedAway(DocumentEvents.Event):
        to: UUID
        plan: UUID
        last_day: date
        moved_on: date

    class MovedHere(DocumentEvents.Event):
        origin: UUID
        plan: UUID
        left_at: dict[str, Any]
        moved_on: date

    class TrainingWithdrawn(DocumentEvents.Event):
        last_day: date
        reason: str | None
        withdrawn_on: date

    class TrainingResumed(DocumentEvents.Event):
        first_day: date
        resumed_by: UUID
        resumed_on: date

    class ApplicationSubmitted(DocumentEvents.Event):
        submitted_on: date
        entered_on: date
        scheme: str
        law: str
        findings: list[dict[str, Any]]
        justification: str | None

    class CompletionConfirmed(DocumentEvents.Event):
        approved_on: date
        stated_in: str
        entered_by: UUID

    class CompletionCleared(DocumentEvents.Event):
        refused_on: date
        stated_in: str
        entered_by: UUID

    class CommonGoalsChanged(DocumentEvents.Event):
        kept: list[dict[str, Any]]
        fallen: list[str]
        new: list[str]
        changed_by: UUID
        changed_on: date
        law: str
        basis: list[dict[str, Any]]

    class EstablishmentEvaluated(DocumentEvents.Event):
        scores: list[dict[str, Any]]
        words: str | None
        evaluated_on: date
