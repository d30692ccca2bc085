"""Drawing up and agreeing to the individual plan; the ALIS agreement; models of employment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import text
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.ports import Receipt
from domain.catalogue.arenas import offered
from domain.plans.opening import EmploymentModel
from domain.plans.programme import Party, PlanVersionProposed, Rotation
from domain.plans.rules.draw_up_plan import draw_up_plan
from domain.plans.rules.drawing import Drawing
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawUpPlan:
    plan: Id
    first_day: date
    last_day: date
    rotations: tuple[Rotation, ...]
    guidance_hours_a_year: int = 42
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeToPlan:
    plan: Id
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignAgreement:
    plan: Id
    template: str
    signed_on: date
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeEmployment:
    plan: Id
    employment_model: EmploymentModel
    first_day: date


class ProgrammeService:
    """The acts by which a plan is drawn up and revised; no version is ever edited."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def draw_up(self, command: DrawUpPlan, actor: Actor, order: Order) -> Receipt:
        """Draw up the next version; the one who does has agreed to it."""
        for rotation in command.rotations:
            for code in rotation.goals:
                self._plans.catalogue.goal(code, field="rotations")
        today = self._plans.acting.clock.today()

        def decide(at: Standing) -> PlanVersionProposed:
            organisation = at.organisation.case
            codes = frozenset(goal.code for goal in self._plans.catalogue.goals)
            return draw_up_plan(
                Drawing(
                    plan=at.plan.case,
                    first_day=command.first_day,
                    last_day=command.last_day,
                    rotations=command.rotations,
                    guidance_hours_a_year=command.guidance_hours_a_year,
                    note=text(command.note),
                    by=actor.person,
                    party=Party(actor.acting_as),
                    on=today,
                    open_days=organisation.open_days(),
                    offers={
                        code: offered(held.arena, codes)
                        for code, held in organisation.arenas.items()
                    },
                    goal_days=self._plans.catalogue.days(),
                    law=self._plans.law,
                )
            )

        return self._plans.on_plan(command.plan, Act.DRAW_UP_PLAN, actor, order, decide)

    def agree(self, command: AgreeToPlan, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.DRAW_UP_PLAN,
            actor,
            order,
            lambda at: at.plan.case.programme.agree(
                command.number,
                by=actor.person,
                party=Party(actor.acting_as),
                on=self._plans.acting.clock.today(),
            ),
        )

    def sign_agreement(self, command: SignAgreement, actor: Actor, order: Order) -> Receipt:
        signed_on = self._plans.acting.legal_day(command.signed_on, field="signedOn")
        return self._plans.on_plan(
            command.plan,
            Act.ENTER_EMPLOYMENT,
            actor,
            order,
            lambda at: at.plan.case.employment.sign_agreement(
                command.template,
                signed_on=signed_on,
                first_day=command.first_day,
                last_day=command.last_day,
                by=actor.person,
            ),
        )

    def change_employment(self, command: ChangeEmployment, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.ENTER_EMPLOYMENT,
            actor,
            order,
            lambda at: at.plan.case.change_employment(
                command.employment_model, first_day=command.first_day, by=actor.person
            ),
        )
