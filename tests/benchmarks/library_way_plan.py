"""What the events around a plan and of its way do, as a user of the library writes it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from eventsourcing.domain import event

from tests.benchmarks.library_records import RecordEvents


class WayPlan(RecordEvents):
    """The part of the plan's state that its way and those around it make."""

    if TYPE_CHECKING:  # the library would make parameters of the first event of them
        versions: dict[int, dict[str, Any]]
        agreements: list[dict[str, Any]]
        employment_model: str
        invitations: dict[UUID, dict[str, Any]]
        way: dict[str, Any]
        common_goals: dict[str, Any]
        evaluations: list[list[dict[str, Any]]]
        representatives: dict[UUID, list[str]]

    @event(RecordEvents.RepresentativeAuthorised)
    def _authorise(self, representative: UUID, scopes: list[str]) -> None:
        self.representatives[representative] = scopes

    @event(RecordEvents.RepresentativeRevoked)
    def _revoke(self, representative: UUID) -> None:
        self.representatives.pop(representative, None)

    @event(RecordEvents.PlanVersionProposed)
    def _propose(self, number: int, rotations: list[dict[str, Any]]) -> None:
        self.versions[number] = {"rotations": rotations, "agreed": []}

    @event(RecordEvents.PlanVersionAgreed)
    def _agree(self, number: int, party: str) -> None:
        self.versions[number]["agreed"].append(party)

    @event(RecordEvents.AlisAgreementSigned)
    def _sign_agreement(self, template: str, first_day: date) -> None:
        self.agreements.append({"template": template, "from": first_day})

    @event(RecordEvents.EmploymentChanged)
    def _change_employment(self, employment_model: str) -> None:
        self.employment_model = employment_model

    @event(RecordEvents.InvitationSent)
    def _invite(self, invitation: UUID, person: UUID, invited_as: str) -> None:
        self.invitations[invitation] = {"person": person, "as": invited_as, "stage": "sent"}

    @event(RecordEvents.InvitationAccepted)
    def _accept(self, invitation: UUID) -> None:
        self.invitations[invitation]["stage"] = "accepted"

    @event(RecordEvents.InvitationDeclined)
    def _decline(self, invitation: UUID) -> None:
        self.invitations[invitation]["stage"] = "declined"

    @event(RecordEvents.InvitationWithdrawn)
    def _withdraw_invitation(self, invitation: UUID) -> None:
        self.invitations[invitation]["stage"] = "withdrawn"

    @event(RecordEvents.MoveRequested)
    def _ask_to_move(self, to: UUID, last_day: date) -> None:
        self.way = {"stage": "moving", "to": to, "last_day": last_day}

    @event(RecordEvents.MovedAway)
    def _move_away(self, plan: UUID) -> None:
        self.way |= {"stage": "moved", "plan": plan}

    @event(RecordEvents.MovedHere)
    def _move_here(self, origin: UUID, plan: UUID) -> None:
        self.way |= {"origin": origin, "from": plan}

    @event(RecordEvents.TrainingWithdrawn)
    def _withdraw(self, last_day: date) -> None:
        self.way |= {"stage": "withdrawn", "last_day": last_day}

    @event(RecordEvents.ApplicationSubmitted)
    def _apply(self, submitted_on: date) -> None:
        self.way |= {"stage": "applied", "last_day": submitted_on}

    @event(RecordEvents.CompletionConfirmed)
    def _complete(self, approved_on: date) -> None:
        self.way |= {"stage": "completed", "approved_on": approved_on}

    @event(RecordEvents.CompletionCleared)
    def _go_on(self) -> None:
        self.way |= {"stage": "running", "last_day": None}

    @event(RecordEvents.CommonGoalsChanged)
    def _change_goals(self, kept: list[dict[str, Any]], new: list[str]) -> None:
        self.common_goals = {"kept": kept, "new": new}

    @event(RecordEvents.EstablishmentEvaluated)
    def _evaluate(self, scores: list[dict[str, Any]]) -> None:
        self.evaluations.append(scores)
