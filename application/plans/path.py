"""Moving to another establishment, withdrawing, applying, and what came of the application."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import Decided, refuse_if_changed, text
from application.actors import Actor, Order
from application.permitting import unknown_case
from application.plans import standing
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.plans.stays import application_of, record_of
from application.ports import Change, Loaded, Receipt
from domain.law.transition import Scheme
from domain.organisations.organisation import Organisation
from domain.plans.opening import EmploymentModel, PartOneException, PlanOpened
from domain.plans.path import MovedHere, MoveRequested, TrainingResumed
from domain.plans.plan import TrainingPlan
from domain.plans.rules.apply_for_approval import apply_for_approval
from domain.plans.rules.end_training import withdraw
from domain.plans.rules.move import (
    Moving,
    carried_over,
    old_scheme_along,
    refuse_overlap,
    request_move,
)
from domain.plans.rules.open_plan import PlanOpening, open_plan
from domain.plans.rules.resume_training import Resuming, resume_training
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestMove:
    plan: Id
    to: Id
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveMove:
    """Open a plan for a doctor who asked to move here; ``origin`` is the plan left behind."""

    origin: Id
    organisation: Id
    employment_model: EmploymentModel
    starts_on: date
    justification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    plan: Id
    last_day: date
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """Take up again, from a first day, a training that was withdrawn from."""

    plan: Id
    first_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyForApproval:
    """Tell that the application was submitted; the justification is why, with something missing."""

    plan: Id
    submitted_on: date
    scheme: Scheme = Scheme.NEW
    justification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterDecision:
    """Enter what came of the application, and where it is stated."""

    plan: Id
    decided_on: date
    stated_in: str


class PathService:
    """The acts by which a training goes on elsewhere, or comes to its end."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def request_move(self, command: RequestMove, actor: Actor, order: Order) -> Receipt:
        today = self._plans.acting.clock.today()
        found = self._plans.acting.histories.load({command.to: Organisation})[command.to]
        registered = found.case.registered_spans

        def decide(at: Standing) -> MoveRequested:
            return request_move(
                Moving(
                    plan=at.plan.case,
                    to=command.to,
                    last_day=command.last_day,
                    on=today,
                    registered=registered,
                    law=self._plans.law,
                )
            )

        return self._plans.on_plan(command.plan, Act.END_TRAINING, actor, order, decide)

    def receive(self, command: ReceiveMove, actor: Actor, order: Order) -> Receipt:
        """Open the new plan with what comes along, and close the old one, in one append."""
        acting, law = self._plans.acting, self._plans.law
        today = acting.clock.today()

        def decided() -> Decided:
            loaded = acting.histories.load({command.origin: TrainingPlan})
            old: Loaded[TrainingPlan] = loaded[command.origin]
            doctor = old.case.opening.opened.doctor if old.case.opening.opened else command.origin
            new = self._plans.plan_of(doctor, command.organisation)
            at = standing.of_organisation(
                acting.histories, new, command.organisation, actor, people=(doctor,)
            )
            at.permit(Act.OPEN_PLAN, actor, today)
            refuse_if_changed(at.plan.stored, order)
            if old.case.opening.opened is None:
                raise unknown_case()
            away = old.case.path.move_away(new, to=command.organisation, on=today)
            refuse_overlap(old.case, command.starts_on)
            left = old.case.opened
            back = at.plan.case.path.ended_on is not None
            begun = self._resumed if back else self._opened
            came_along = (
                begun(command, at, left, actor),
                MovedHere(
                    origin=left.organisation,
                    plan=command.origin,
                    left_at=old.stored.seen(old.version),
                    moved_on=today,
                ),
                *carried_over(old.case, old.stored, self._name_of(left), known=at.plan.case.goals),
                *old_scheme_along(old.case, at.plan.case, by=actor.person, on=today),
            )
            changes = (
                Change(
                    case_id=new,
                    version=at.plan.version,
                    facts=came_along,
                    subject=doctor,
                ),
                Change(
                    case_id=command.origin,
                    version=old.version,
                    facts=(away,),
                    subject=old.case.subject,
                ),
            )
            return Decided(changes=changes, leant_on=at.setting(law).leant_on)

        return acting.perform(actor, order, decided)

    def _name_of(self, left: PlanOpened) -> str:
        where = left.organisation
        found: Loaded[Organisation] = self._plans.acting.histories.load({where: Organisation})[
            where
        ]
        return found.case.registered.name if found.case.registered else where

    def _opened(
        self, command: ReceiveMove, at: Standing, left: PlanOpened, actor: Actor
    ) -> PlanOpened:
        return open_plan(
            PlanOpening(
                plan=at.plan.case,
                doctor=left.doctor,
                organisation=command.organisation,
                employment_model=command.employment_model,
                starts_on=command.starts_on,
                part_one_completed_on=left.part_one_completed_on,
                part_one_exception=(
                    PartOneException(left.part_one_exception) if left.part_one_exception else None
                ),
                justification=text(command.justification),
                by=actor.person,
                on=self._plans.acting.clock.today(),
                setting=at.setting(self._plans.law),
                law=self._plans.law,
            )
        )

    def _resumed(
        self, command: ReceiveMove, at: Standing, _: PlanOpened, actor: Actor
    ) -> TrainingResumed:
        """Return that one who moved away comes back to the plan that stands here."""
        return resume_training(self._resuming(at, command.starts_on, actor))

    def _resuming(self, at: Standing, first_day: date, actor: Actor) -> Resuming:
        return Resuming(
            plan=at.plan.case,
            first_day=first_day,
            by=actor.person,
            on=self._plans.acting.clock.today(),
            setting=at.setting(self._plans.law),
            law=self._plans.law,
        )

    def resume(self, command: Resume, actor: Actor, order: Order) -> Receipt:
        def decide(at: Standing) -> TrainingResumed:
            at.plan.case.path.refuse_resuming_elsewhere()
            return resume_training(self._resuming(at, command.first_day, actor))

        return self._plans.on_plan(command.plan, Act.OPEN_PLAN, actor, order, decide)

    def withdraw(self, command: Withdraw, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.END_TRAINING,
            actor,
            order,
            lambda at: withdraw(
                at.plan.case,
                last_day=command.last_day,
                reason=text(command.reason),
                on=self._plans.acting.clock.today(),
            ),
        )

    def apply_for_approval(self, command: ApplyForApproval, actor: Actor, order: Order) -> Receipt:
        submitted_on = self._plans.acting.legal_day(command.submitted_on, field="submittedOn")
        return self._plans.on_plan(
            command.plan,
            Act.END_TRAINING,
            actor,
            order,
            lambda at: apply_for_approval(
                application_of(
                    record_of(self._plans.acting.histories, at, self._plans.law),
                    self._plans.law,
                    self._plans.catalogue,
                    submitted_on=submitted_on,
                    on=self._plans.acting.clock.today(),
                    scheme=command.scheme,
                    justification=text(command.justification),
                )
            ),
        )

    def confirm(self, command: EnterDecision, actor: Actor, order: Order) -> Receipt:
        decided_on = self._plans.acting.legal_day(command.decided_on, field="decidedOn")
        return self._plans.on_plan(
            command.plan,
            Act.ENTER_COMPLETION,
            actor,
            order,
            lambda at: at.plan.case.path.confirm(
                decided_on, stated_in=command.stated_in, by=actor.person
            ),
        )

    def clear(self, command: EnterDecision, actor: Actor, order: Order) -> Receipt:
        decided_on = self._plans.acting.legal_day(command.decided_on, field="decidedOn")
        return self._plans.on_plan(
            command.plan,
            Act.ENTER_COMPLETION,
            actor,
            order,
            lambda at: at.plan.case.path.clear(
                decided_on, stated_in=command.stated_in, by=actor.person
            ),
        )
