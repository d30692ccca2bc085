"""Entering courses and their certificates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from application.access import Act
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.ports import Receipt
from domain.plans.rules.about import AboutKind
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterCourse:
    """Enter a course; ``hours`` are those its programme prints."""

    plan: Id
    course: Id
    title: str
    provider: str
    first_day: date
    last_day: date
    hours: Decimal | None = None
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifyCourse:
    """Enter a course's certificate; ``issued_by`` is the organisation that issued it.

    ``file`` is the certificate itself, attached to the course before.
    """

    plan: Id
    course: Id
    certificate: str
    issued_on: date
    issued_by: str
    file: Id | None = None


class CourseService:
    """The acts on courses, all by the doctor, who holds the certificates."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def enter(self, command: EnterCourse, actor: Actor, order: Order) -> Receipt:
        last_day = self._plans.acting.legal_day(command.last_day, field="lastDay")
        goals = self._plans.goals(command.goals, on=last_day)
        return self._plans.on_plan(
            command.plan,
            Act.ENTER_COURSE,
            actor,
            order,
            lambda at: at.plan.case.courses.enter(
                command.course,
                title=command.title,
                provider=command.provider,
                first_day=command.first_day,
                last_day=last_day,
                hours=command.hours,
                goals=goals,
            ),
        )

    def certify(self, command: CertifyCourse, actor: Actor, order: Order) -> Receipt:
        issued_on = self._plans.acting.legal_day(command.issued_on, field="issuedOn")
        return self._plans.on_plan(
            command.plan,
            Act.ENTER_COURSE,
            actor,
            order,
            lambda at: at.plan.case.courses.certify(
                command.course,
                certificate=command.certificate,
                issued_on=issued_on,
                issued_by=command.issued_by,
                file=at.plan.case.files.attached_to(command.file, AboutKind.COURSE, command.course),
            ),
        )
