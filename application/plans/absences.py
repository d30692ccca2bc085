"""Entering absences and withdrawing them; who sees why the doctor was away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.actors import Actor, Order, Role
from application.plans.acting import PlanActing
from application.ports import Receipt
from domain.plans.absences import AbsenceKind
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id

TOLD_WHY = frozenset({Role.DOCTOR, Role.LEADER})
"""Who sees the kind of an absence; everybody else sees its days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterAbsence:
    plan: Id
    absence: Id
    kind: AbsenceKind
    first_day: date
    last_day: date
    percentage: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawAbsence:
    plan: Id
    absence: Id


class AbsenceService:
    """The acts on absences."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def enter(self, command: EnterAbsence, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.ENTER_ABSENCE,
            actor,
            order,
            lambda at: at.plan.case.absences.enter(
                command.absence,
                kind=command.kind,
                first_day=command.first_day,
                last_day=command.last_day,
                percentage=command.percentage,
                on=self._plans.acting.clock.today(),
            ),
        )

    def withdraw(self, command: WithdrawAbsence, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.ENTER_ABSENCE,
            actor,
            order,
            lambda at: at.plan.case.absences.withdraw(
                command.absence, on=self._plans.acting.clock.today()
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceLine:
    """One absence; its kind is None to those who only see the days."""

    absence: Id
    kind: str | None
    first_day: date
    last_day: date
    percentage: int
    withdrawn_on: date | None


def absences(plan: TrainingPlan, *, seen_as: Role | None = None) -> tuple[AbsenceLine, ...]:
    """Return the plan's absences by their days, as somebody in a role sees them."""
    lines = (
        AbsenceLine(
            absence=found.entered.absence,
            kind=found.entered.kind if seen_as is None or seen_as in TOLD_WHY else None,
            first_day=found.entered.first_day,
            last_day=found.entered.last_day,
            percentage=found.entered.percentage,
            withdrawn_on=found.withdrawn.withdrawn_on if found.withdrawn else None,
        )
        for found in plan.absences.by_id.values()
    )
    return tuple(sorted(lines, key=lambda line: (line.first_day, line.absence)))
