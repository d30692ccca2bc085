"""The doctor's evaluation of the establishment, and the material for a half-yearly review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.wording import of_work
from application.ports import Receipt
from domain.calendar.months import months_before
from domain.catalogue.catalogue import Catalogue
from domain.plans.evaluations import Score
from domain.plans.goals import Stage
from domain.plans.guidance import SessionStage
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluateEstablishment:
    plan: Id
    scores: tuple[Score, ...]
    words: str | None = None


class EvaluationService:
    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def evaluate(self, command: EvaluateEstablishment, actor: Actor, order: Order) -> Receipt:
        return self._plans.on_plan(
            command.plan,
            Act.EVALUATE_ESTABLISHMENT,
            actor,
            order,
            lambda at: at.plan.case.evaluations.evaluate(
                command.scores, of_work(command.words), on=self._plans.acting.clock.today()
            ),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationLine:
    evaluated_on: date
    scores: tuple[Score, ...]
    has_words: bool


def evaluations(plan: TrainingPlan) -> tuple[EvaluationLine, ...]:
    """Return the doctor's evaluations of the establishment, oldest first."""
    return tuple(
        EvaluationLine(
            evaluated_on=fact.evaluated_on, scores=fact.scores, has_words=fact.words is not None
        )
        for fact in plan.evaluations.all
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewMaterial:
    """What the three look at in a half-yearly meeting (R-MTG-01): the last half year, and now."""

    first_day: date
    last_day: date
    sessions: int
    guidance_minutes: int
    pending_minutes: int
    activities_signed: int
    goals_approved: tuple[str, ...]
    goals_not_achieved: tuple[str, ...]
    goals_returned: tuple[str, ...]
    goals_submitted: tuple[str, ...]
    goals_left: int
    plan_version: int | None
    evaluations: tuple[EvaluationLine, ...]


def review_material(plan: TrainingPlan, catalogue: Catalogue, day: date) -> ReviewMaterial:
    """Return what happened in the half year up to a day, and what waits on it."""
    first = months_before(day, 6)
    in_force = catalogue.codes_in_force(day)
    stages = {code: plan.goals.goal(code) for code in sorted(in_force | set(plan.goals.by_code))}
    sessions = [s for s in plan.guidance.sessions.values() if first <= s.drafted.held_on <= day]
    held = [s for s in sessions if s.stage is SessionStage.FINALISED]
    pending = [s for s in sessions if s.stage is SessionStage.DRAFT]
    signed = [
        a for a in plan.activities.by_id.values() if a.signed and first <= a.signed.signed_on <= day
    ]
    decided = {c: g for c, g in stages.items() if g.decided_on and first <= g.decided_on <= day}
    version = plan.programme.in_force(day)
    return ReviewMaterial(
        first_day=first,
        last_day=day,
        sessions=len(held),
        guidance_minutes=sum(s.drafted.duration_minutes for s in held),
        pending_minutes=sum(s.drafted.duration_minutes for s in pending),
        activities_signed=len(signed),
        goals_approved=tuple(c for c, g in decided.items() if g.stage is Stage.APPROVED),
        goals_not_achieved=tuple(c for c, g in decided.items() if g.stage is Stage.NOT_ACHIEVED),
        goals_returned=tuple(c for c, g in stages.items() if g.stage is Stage.RETURNED),
        goals_submitted=tuple(c for c, g in stages.items() if g.stage is Stage.SUBMITTED),
        goals_left=sum(plan.goals.goal(code).stage is not Stage.APPROVED for code in in_force),
        plan_version=version.proposed.number if version else None,
        evaluations=tuple(e for e in evaluations(plan) if first <= e.evaluated_on <= day),
    )
