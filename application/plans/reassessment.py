"""New assessments: asked for by the doctor, arranged and recorded by the county governor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import text
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.plans.wording import required_of_work
from application.ports import Receipt
from domain.plans.outcomes import GoalReassessed, Reassessed
from domain.plans.rules.arrange_reassessment import (
    Arranging,
    Confirmed,
    arrange_reassessment,
    confirm_activities,
)
from domain.plans.rules.reassess_goal import NewOutcome, reassess_goal
from domain.plans.rules.request_reassessment import Demand, request_reassessment
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestReassessment:
    plan: Id
    reassessment: Id
    goal: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reassessing:
    """Withdraw the request, or confirm what was done before a further new assessment."""

    plan: Id
    reassessment: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangeReassessment:
    plan: Id
    reassessment: Id
    assessors: tuple[Id, ...]
    place: str
    takes_place_on: date
    justification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordReassessment:
    """Record what the new assessment found; ``assessed_by`` only if others came than arranged."""

    plan: Id
    reassessment: Id
    outcome: Reassessed
    rationale: str
    assessed_by: tuple[Id, ...] | None = None
    on: date | None = None
    justification: str | None = None


class ReassessmentService:
    """The acts on new assessments."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def request(self, command: RequestReassessment, actor: Actor, order: Order) -> Receipt:
        today, catalogue = self._plans.acting.clock.today(), self._plans.catalogue
        goal = catalogue.goal(command.goal).code
        return self._plans.on_plan(
            command.plan,
            Act.REQUEST_REASSESSMENT,
            actor,
            order,
            lambda at: request_reassessment(
                Demand(
                    plan=at.plan.case,
                    reassessment=command.reassessment,
                    goal=goal,
                    on=today,
                    in_force=catalogue.codes_in_force(today),
                    law=self._plans.law,
                    stored=at.plan.stored,
                )
            ),
        )

    def withdraw(self, command: Reassessing, actor: Actor, order: Order) -> Receipt:
        today = self._plans.acting.clock.today()
        return self._plans.on_plan(
            command.plan,
            Act.REQUEST_REASSESSMENT,
            actor,
            order,
            lambda at: at.plan.case.reassessments.withdraw(command.reassessment, on=today),
        )

    def confirm_activities(self, command: Reassessing, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.CONFIRM_ACTIVITIES_SINCE,
            actor,
            order,
            lambda at: confirm_activities(
                Confirmed(
                    plan=at.plan.case,
                    reassessment=command.reassessment,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                    law=self._plans.law,
                    stored=at.plan.stored,
                )
            ),
        )

    def arrange(self, command: ArrangeReassessment, actor: Actor, order: Order) -> Receipt:
        self._refuse_unknown(command.assessors, field="assessors")
        return self._plans.on_plan(
            command.plan,
            Act.ARRANGE_REASSESSMENT,
            actor,
            order,
            lambda at: arrange_reassessment(
                Arranging(
                    plan=at.plan.case,
                    reassessment=command.reassessment,
                    assessors=command.assessors,
                    place=command.place,
                    takes_place_on=command.takes_place_on,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                    law=self._plans.law,
                    justification=text(command.justification),
                )
            ),
        )

    def record(self, command: RecordReassessment, actor: Actor, order: Order) -> Receipt:
        self._refuse_unknown(command.assessed_by or (), field="assessedBy")
        rationale = required_of_work(command.rationale, field="rationale")
        on, catalogue = self._plans.acting.legal_day(command.on), self._plans.catalogue

        def decide(at: Standing) -> GoalReassessed:
            found = at.plan.case.reassessments.reassessment(command.reassessment)
            return reassess_goal(
                NewOutcome(
                    plan=at.plan.case,
                    reassessment=command.reassessment,
                    outcome=command.outcome,
                    rationale=rationale,
                    by=actor.person,
                    on=on,
                    today=self._plans.acting.clock.today(),
                    in_force=catalogue.codes_in_force(on),
                    setting=at.setting(self._plans.law),
                    law=self._plans.law,
                    stored=at.plan.stored,
                    assessed_by=command.assessed_by,
                    replaced=catalogue.replaced_by(found.requested.goal),
                    justification=text(command.justification),
                )
            )

        return self._plans.on_plan(command.plan, Act.ARRANGE_REASSESSMENT, actor, order, decide)

    def _refuse_unknown(self, people: tuple[Id, ...], *, field: str) -> None:
        for person in people:
            self._plans.acting.refuse_unknown(person, field=field)
