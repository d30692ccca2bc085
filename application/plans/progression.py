"""Concerns about progression: raised by the supervisor, answered and closed by the leader."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.acting import required_text
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.plans.wording import of_work
from application.ports import Receipt
from domain.plans.plan import TrainingPlan
from domain.plans.progression import ConcernOutcome
from domain.plans.rules.raise_concern import (
    AnsweringConcern,
    Concerning,
    agree_on_measures,
    close_concern,
    raise_concern,
)
from domain.shared.facts import Fact
from domain.shared.ids import Id
from domain.shared.name_no_patient import Wording, refuse_patients


@dataclass(frozen=True, slots=True, kw_only=True)
class RaiseConcern:
    plan: Id
    concern: Id
    grounds: str
    patients_not_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreeOnMeasures:
    """Record measures; ``heard_on`` is the day the doctor was heard about the concern."""

    plan: Id
    concern: Id
    measures: str
    heard_on: date
    follow_up_on: date
    patients_not_named: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseConcern:
    plan: Id
    concern: Id
    outcome: ConcernOutcome
    words: str | None = None


class ProgressionService:
    """The acts on concerns about progression."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def raise_concern(self, command: RaiseConcern, actor: Actor, order: Order) -> Receipt:
        grounds = required_text(command.grounds, field="grounds")

        def decide(at: Standing) -> Fact:
            refuse_patients(Wording(text=grounds, names_no_patient=command.patients_not_named))
            return raise_concern(
                Concerning(
                    plan=at.plan.case,
                    concern=command.concern,
                    grounds=grounds,
                    by=actor.person,
                    on=self._plans.acting.clock.today(),
                )
            )

        return self._plans.on_plan(command.plan, Act.RAISE_CONCERN, actor, order, decide)

    def agree(self, command: AgreeOnMeasures, actor: Actor, order: Order) -> Receipt:
        measures = required_text(command.measures, field="measures")

        def decide(at: Standing) -> Fact:
            refuse_patients(Wording(text=measures, names_no_patient=command.patients_not_named))
            return agree_on_measures(
                self._answering(at, command.concern, actor),
                measures,
                heard_on=command.heard_on,
                follow_up_on=command.follow_up_on,
            )

        return self._plans.on_plan(command.plan, Act.ANSWER_CONCERN, actor, order, decide)

    def close(self, command: CloseConcern, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.ANSWER_CONCERN,
            actor,
            order,
            lambda at: close_concern(
                self._answering(at, command.concern, actor), command.outcome, of_work(command.words)
            ),
        )

    def _answering(self, at: Standing, concern: Id, actor: Actor) -> AnsweringConcern:
        return AnsweringConcern(
            plan=at.plan.case,
            concern=concern,
            by=actor.person,
            on=self._plans.acting.clock.today(),
            setting=at.setting(self._plans.law),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernLine:
    """One concern; what was written of it is read apart."""

    concern: Id
    raised_by: Id
    raised_on: date
    due_on: date
    measures_agreed_on: date | None
    follow_up_on: date | None
    outcome: str | None
    closed_on: date | None


def concerns(plan: TrainingPlan) -> tuple[ConcernLine, ...]:
    """Return the concerns about the doctor's progression as they were raised."""
    return tuple(
        ConcernLine(
            concern=found.raised.concern,
            raised_by=found.raised.raised_by,
            raised_on=found.raised.raised_on,
            due_on=found.raised.due_on,
            measures_agreed_on=found.agreed.agreed_on if found.agreed else None,
            follow_up_on=found.agreed.follow_up_on if found.agreed else None,
            outcome=found.closed.outcome if found.closed else None,
            closed_on=found.closed.closed_on if found.closed else None,
        )
        for found in plan.progression.by_id.values()
    )
