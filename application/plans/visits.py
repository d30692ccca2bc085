"""Entering practice visits, confirming them, and stating their documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import required_text, text
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.ports import Receipt
from domain.plans.rules.about import AboutKind
from domain.plans.rules.visit_colleague import (
    Confirming,
    Visiting,
    confirm_visit,
    enter_visit,
)
from domain.plans.visits import Direction, VisitSetting
from domain.shared.ids import Id

HOME = "NO"


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterVisit:
    """Enter a visit with a colleague: a person in the directory, or the name of another."""

    plan: Id
    visit: Id
    direction: Direction
    setting: VisitSetting
    days: tuple[date, ...]
    country: str = HOME
    colleague: Id | None = None
    colleague_name: str | None = None
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmVisit:
    plan: Id
    visit: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentVisit:
    """State the document that shows a visit, such as the Directorate's form.

    ``file`` is the document itself, attached to the visit before.
    """

    plan: Id
    visit: Id
    document: str
    issued_on: date
    file: Id | None = None


class VisitService:
    """The acts on practice visits."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def enter(self, command: EnterVisit, actor: Actor, order: Order) -> Receipt:
        latest = max(command.days, default=None)
        goals_on = self._plans.acting.legal_day(latest, field="days")
        if command.colleague:
            self._plans.acting.refuse_unknown(command.colleague, field="colleague")
        goals = self._plans.goals(command.goals, on=goals_on)
        return self._plans.on_plan(
            command.plan,
            Act.ENTER_VISIT,
            actor,
            order,
            lambda at: enter_visit(
                Visiting(
                    plan=at.plan.case,
                    visit=command.visit,
                    direction=command.direction,
                    setting=command.setting,
                    country=command.country,
                    days=command.days,
                    colleague=command.colleague,
                    colleague_name=text(command.colleague_name),
                    goals=goals,
                )
            ),
        )

    def confirm(self, command: ConfirmVisit, actor: Actor, order: Order) -> Receipt:
        today = self._plans.acting.clock.today()
        return self._plans.on_plan(
            command.plan,
            Act.CONFIRM_VISIT,
            actor,
            order,
            lambda at: confirm_visit(
                Confirming(plan=at.plan.case, visit=command.visit, by=actor.person, on=today)
            ),
        )

    def document(self, command: DocumentVisit, actor: Actor, order: Order) -> Receipt:
        issued_on = self._plans.acting.legal_day(command.issued_on, field="issuedOn")
        document = required_text(command.document, field="document")
        return self._plans.on_plan(
            command.plan,
            Act.ENTER_VISIT,
            actor,
            order,
            lambda at: at.plan.case.visits.document(
                command.visit,
                document,
                issued_on=issued_on,
                file=at.plan.case.files.attached_to(command.file, AboutKind.VISIT, command.visit),
            ),
        )
