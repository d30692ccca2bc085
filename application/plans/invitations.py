"""Inviting people around a doctor, and their answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.access import Act
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.ports import Receipt
from domain.plans.invitations import InvitedAs
from domain.plans.plan import TrainingPlan
from domain.plans.rules.invite import (
    Answering,
    Inviting,
    accept_invitation,
    decline_invitation,
    invite,
)
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    plan: Id
    invitation: Id
    person: Id
    invited_as: InvitedAs


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerInvitation:
    """Accept, decline or withdraw an invitation."""

    plan: Id
    invitation: Id


class InvitationService:
    """The doctor invites; the one invited answers; the leader appoints those who accepted."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def invite(self, command: Invite, actor: Actor, order: Order) -> Receipt:
        self._plans.acting.refuse_unknown(command.person, field="person")
        return self._plans.on_plan(
            command.plan,
            Act.INVITE,
            actor,
            order,
            lambda at: invite(
                Inviting(
                    plan=at.plan.case,
                    invitation=command.invitation,
                    person=command.person,
                    invited_as=command.invited_as,
                    on=self._plans.acting.clock.today(),
                    setting=at.setting(self._plans.law),
                )
            ),
        )

    def accept(self, command: AnswerInvitation, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.ANSWER_INVITATION,
            actor,
            order,
            lambda at: accept_invitation(
                Answering(
                    plan=at.plan.case,
                    invitation=command.invitation,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                )
            ),
        )

    def decline(self, command: AnswerInvitation, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.ANSWER_INVITATION,
            actor,
            order,
            lambda at: decline_invitation(
                Answering(
                    plan=at.plan.case,
                    invitation=command.invitation,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                )
            ),
        )

    def withdraw(self, command: AnswerInvitation, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.INVITE,
            actor,
            order,
            lambda at: at.plan.case.invitations.withdraw(
                command.invitation, on=self._plans.acting.clock.today()
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationLine:
    """One invitation; ``answered_on`` is None until it is accepted or declined."""

    invitation: Id
    person: Id
    invited_as: str
    sent_on: date
    stage: str
    answered_on: date | None


def invitations(plan: TrainingPlan) -> tuple[InvitationLine, ...]:
    """Return every invitation, in the order they were sent."""
    return tuple(
        InvitationLine(
            invitation=held.sent.invitation,
            person=held.sent.person,
            invited_as=held.sent.invited_as,
            sent_on=held.sent.sent_on,
            stage=held.stage,
            answered_on=held.answered_on,
        )
        for held in plan.invitations.by_id.values()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationRow:
    """One invitation of an establishment's plans, for those who look after its roles."""

    case_id: Id
    invitation: Id
    organisation: Id
    doctor: Id
    person: Id
    invited_as: str
    sent_on: date
    stage: str
    answered_on: date | None


def invitation_rows(
    case_id: Id, plan: TrainingPlan, _: Mapping[Id, Any]
) -> Iterator[InvitationRow]:
    for held in plan.invitations.by_id.values():
        yield InvitationRow(
            case_id=case_id,
            invitation=held.sent.invitation,
            organisation=plan.opened.organisation,
            doctor=plan.doctor,
            person=held.sent.person,
            invited_as=held.sent.invited_as,
            sent_on=held.sent.sent_on,
            stage=held.stage,
            answered_on=held.answered_on,
        )
