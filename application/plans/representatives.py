"""Giving and ending power of attorney over a plan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.ports import Receipt
from domain.plans.plan import TrainingPlan
from domain.plans.representatives import Scope
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthoriseRepresentative:
    plan: Id
    person: Id
    scopes: tuple[Scope, ...]
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevokeRepresentative:
    plan: Id
    person: Id
    last_day: date


class RepresentativeService:
    """The acts by which a doctor lets somebody else see the plan."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def authorise(self, command: AuthoriseRepresentative, actor: Actor, order: Order) -> Receipt:
        self._plans.acting.refuse_unknown(command.person, field="person")
        return self._plans.on_plan(
            command.plan,
            Act.AUTHORISE_REPRESENTATIVE,
            actor,
            order,
            lambda at: at.plan.case.representatives.authorise(
                command.person,
                command.scopes,
                doctor=at.plan.case.doctor,
                first_day=command.first_day,
                last_day=command.last_day,
                on=self._plans.acting.clock.today(),
            ),
        )

    def revoke(self, command: RevokeRepresentative, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.AUTHORISE_REPRESENTATIVE,
            actor,
            order,
            lambda at: at.plan.case.representatives.revoke(
                command.person, last_day=command.last_day
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RepresentativeLine:
    """One part of a power of attorney, and the days it is for."""

    person: Id
    scope: str
    first_day: date
    last_day: date | None


def representatives(plan: TrainingPlan) -> tuple[RepresentativeLine, ...]:
    """Return every power of attorney the doctor has given, the oldest first."""
    return tuple(
        RepresentativeLine(
            person=one.person,
            scope=one.office,
            first_day=one.span.first_day,
            last_day=None if one.span.last_day == date.max else one.span.last_day,
        )
        for one in plan.representatives.appointments.all
    )
