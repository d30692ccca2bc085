"""Assessment panels: convened by the leader for a period, and what they concluded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import required_text
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.ports import Receipt
from domain.plans.panels import Member, PanelCapacity, PanelConcluded
from domain.plans.plan import TrainingPlan
from domain.plans.rules.convene_panel import (
    Concluding,
    Convening,
    conclude_panel,
    convene_panel,
)
from domain.shared.ids import Id
from domain.shared.name_no_patient import Wording, refuse_patients


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """Somebody who is to sit in a panel."""

    person: Id
    capacity: PanelCapacity


@dataclass(frozen=True, slots=True, kw_only=True)
class ConvenePanel:
    plan: Id
    panel: Id
    first_day: date
    last_day: date
    meets_on: date
    members: tuple[Sitting, ...]
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcludePanel:
    plan: Id
    panel: Id
    conclusion: str
    patients_not_named: bool = False


class PanelService:
    """The acts on assessment panels."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def convene(self, command: ConvenePanel, actor: Actor, order: Order) -> Receipt:
        today = self._plans.acting.clock.today()
        goals = self._plans.goals(command.goals, on=min(command.last_day, today))
        for sitting in command.members:
            self._plans.acting.refuse_unknown(sitting.person, field="members")
        members = tuple(Member(person=one.person, capacity=one.capacity) for one in command.members)
        return self._plans.on_plan(
            command.plan,
            Act.CONVENE_PANEL,
            actor,
            order,
            lambda at: convene_panel(
                Convening(
                    plan=at.plan.case,
                    panel=command.panel,
                    first_day=command.first_day,
                    last_day=command.last_day,
                    meets_on=command.meets_on,
                    members=members,
                    goals=goals,
                    by=actor.person,
                    on=today,
                    setting=at.setting(self._plans.law),
                )
            ),
        )

    def conclude(self, command: ConcludePanel, actor: Actor, order: Order) -> Receipt:
        conclusion = required_text(command.conclusion, field="conclusion")

        def decide(at: Standing) -> PanelConcluded:
            refuse_patients(Wording(text=conclusion, names_no_patient=command.patients_not_named))
            return conclude_panel(
                Concluding(
                    plan=at.plan.case,
                    panel=command.panel,
                    conclusion=conclusion,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                    setting=at.setting(self._plans.law),
                )
            )

        return self._plans.on_plan(command.plan, Act.CONVENE_PANEL, actor, order, decide)


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelLine:
    """One panel; its conclusion is read apart."""

    panel: Id
    first_day: date
    last_day: date
    meets_on: date
    members: tuple[Member, ...]
    goals: tuple[str, ...]
    concluded_on: date | None


def panels(plan: TrainingPlan) -> tuple[PanelLine, ...]:
    """Return the plan's assessment panels by the days they meet."""
    lines = (
        PanelLine(
            panel=found.convened.panel,
            first_day=found.convened.first_day,
            last_day=found.convened.last_day,
            meets_on=found.convened.meets_on,
            members=found.convened.members,
            goals=found.convened.goals,
            concluded_on=found.concluded.concluded_on if found.concluded else None,
        )
        for found in plan.panels.by_id.values()
    )
    return tuple(sorted(lines, key=lambda line: (line.meets_on, line.panel)))
