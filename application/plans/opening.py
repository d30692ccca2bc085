"""Opening a plan, planning its arenas, appointing and releasing those around the doctor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import text
from application.actors import Actor, Order
from application.plans import standing
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.ports import Receipt
from domain.plans.opening import ArenasPlanned, EmploymentModel, PartOneException, PlanOpened
from domain.plans.roles import SupervisorAppointed
from domain.plans.rules.appoint_supervisor import SupervisorAppointment, appoint_supervisor
from domain.plans.rules.open_plan import PlanOpening, open_plan
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlan:
    doctor: Id
    organisation: Id
    employment_model: EmploymentModel
    starts_on: date
    part_one_completed_on: date | None = None
    part_one_exception: PartOneException | None = None
    justification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanArenas:
    plan: Id
    arenas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointSupervisor:
    plan: Id
    person: Id
    first_day: date
    last_day: date | None = None
    justification: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointClinicalSupervisor:
    plan: Id
    person: Id
    competence_area: str
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """Release a supervisor or a clinical supervisor."""

    plan: Id
    person: Id
    last_day: date


class OpeningService:
    """The acts that set a plan up."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def open(self, command: OpenPlan, actor: Actor, order: Order) -> Receipt:
        self._plans.acting.refuse_unknown(command.doctor, field="doctor")

        def load() -> Standing:
            return standing.of_organisation(
                self._plans.acting.histories,
                self._plans.plan_of(command.doctor, command.organisation),
                command.organisation,
                actor,
                people=(command.doctor,),
            )

        def decide(at: Standing) -> PlanOpened:
            return open_plan(
                PlanOpening(
                    plan=at.plan.case,
                    doctor=command.doctor,
                    organisation=command.organisation,
                    employment_model=command.employment_model,
                    starts_on=command.starts_on,
                    part_one_completed_on=command.part_one_completed_on,
                    part_one_exception=command.part_one_exception,
                    justification=text(command.justification),
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                    setting=at.setting(self._plans.law),
                    law=self._plans.law,
                )
            )

        return self._plans.run(load, Act.OPEN_PLAN, actor, order, decide, subject=command.doctor)

    def plan_arenas(self, command: PlanArenas, actor: Actor, order: Order) -> Receipt:
        today = self._plans.acting.clock.today()

        def decide(at: Standing) -> ArenasPlanned:
            offered = frozenset(at.organisation.case.offered(today))
            return at.plan.case.opening.plan_arenas(
                command.arenas, offered=offered, by=actor.person, on=today
            )

        return self._plans.on_plan(command.plan, Act.PLAN_ARENAS, actor, order, decide)

    def appoint_supervisor(self, command: AppointSupervisor, actor: Actor, order: Order) -> Receipt:
        self._plans.acting.refuse_unknown(command.person, field="person")

        def decide(at: Standing) -> SupervisorAppointed:
            return appoint_supervisor(
                SupervisorAppointment(
                    plan=at.plan.case,
                    person=command.person,
                    first_day=command.first_day,
                    last_day=command.last_day,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                    setting=at.setting(self._plans.law),
                    law=self._plans.law,
                    justification=text(command.justification),
                )
            )

        return self._plans.on_plan(
            command.plan, Act.APPOINT_SUPERVISOR, actor, order, decide, people=(command.person,)
        )

    def release_supervisor(self, command: Release, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.APPOINT_SUPERVISOR,
            actor,
            order,
            lambda at: at.plan.case.roles.release_supervisor(
                command.person, last_day=command.last_day
            ),
        )

    def appoint_clinical_supervisor(
        self, command: AppointClinicalSupervisor, actor: Actor, order: Order
    ) -> Receipt:
        self._plans.acting.refuse_unknown(command.person, field="person")
        today = self._plans.acting.clock.today()
        return self._plans.on_plan(
            command.plan,
            Act.APPOINT_CLINICAL_SUPERVISOR,
            actor,
            order,
            lambda at: at.plan.case.roles.appoint_clinical_supervisor(
                command.person,
                doctor=at.plan.case.doctor,
                competence_area=command.competence_area,
                first_day=command.first_day,
                last_day=command.last_day,
                by=actor.person,
                on=today,
            ),
        )

    def release_clinical_supervisor(self, command: Release, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.APPOINT_CLINICAL_SUPERVISOR,
            actor,
            order,
            lambda at: at.plan.case.roles.release_clinical_supervisor(
                command.person, last_day=command.last_day
            ),
        )
