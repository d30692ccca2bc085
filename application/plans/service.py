"""Entering periods of service, and confirming them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.ports import Receipt
from domain.plans.rules.confirm_service import Confirmation, confirm_service
from domain.plans.service import ServiceEntered, ServiceKind
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterService:
    plan: Id
    period: Id
    kind: ServiceKind
    employer: str
    first_day: date
    last_day: date
    percentage: int
    arena: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmService:
    plan: Id
    period: Id


class ServiceService:
    """The acts on service."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def enter(self, command: EnterService, actor: Actor, order: Order) -> Receipt:
        today = self._plans.acting.clock.today()

        def decide(at: Standing) -> ServiceEntered:
            entered = at.plan.case.service.enter(
                command.period,
                kind=command.kind,
                arena=command.arena,
                employer=command.employer,
                first_day=command.first_day,
                last_day=command.last_day,
                percentage=command.percentage,
                on=today,
            )
            if command.arena:
                at.organisation.case.refuse_unless_open(command.arena, command.first_day)
            return entered

        return self._plans.on_plan(command.plan, Act.ENTER_SERVICE, actor, order, decide)

    def confirm(self, command: ConfirmService, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.CONFIRM_SERVICE,
            actor,
            order,
            lambda at: confirm_service(
                Confirmation(
                    plan=at.plan.case,
                    period=command.period,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                    setting=at.setting(self._plans.law),
                )
            ),
        )
