"""Taking a plan over to the new common goals, and what that keeps and loses, shown first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.access import Act
from application.actors import Actor, Order
from application.plans.acting import PlanActing
from application.plans.standing import Standing
from application.ports import Receipt
from domain.catalogue.catalogue import Catalogue
from domain.catalogue.goals import Goal
from domain.plans.common_goals import CommonGoalsChanged
from domain.plans.goals import Stage
from domain.plans.plan import TrainingPlan
from domain.plans.rules.change_common_goals import Changing, change_common_goals, fallen
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeCommonGoals:
    plan: Id


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerGoal:
    """A former common goal with something recorded of it."""

    code: str
    stage: str
    approved_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGoal:
    code: str
    title: Text
    stage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonGoalsPreview:
    """What going over keeps, lets fall and asks anew.

    ``kept`` are approvals that become evidence and no longer count themselves; ``fallen`` were
    submitted and can no longer be decided; ``new`` are each approved anew (AMB-37).
    """

    new_from: date
    changed_on: date | None
    kept: tuple[FormerGoal, ...]
    fallen: tuple[str, ...]
    unfinished: tuple[FormerGoal, ...]
    new: tuple[NewGoal, ...]


class CommonGoalsService:
    """The leader takes a plan over; nothing that was approved is lost as evidence."""

    def __init__(self, plans: PlanActing) -> None:
        self._plans = plans

    def change(self, command: ChangeCommonGoals, actor: Actor, order: Order) -> Receipt:
        former, new = self._plans.catalogue.common_goals()
        today = self._plans.acting.clock.today()

        def decide(at: Standing) -> CommonGoalsChanged:
            return change_common_goals(
                Changing(
                    plan=at.plan.case,
                    former=tuple(goal.code for goal in former),
                    new=tuple(goal.code for goal in new),
                    new_from=new[0].first_day,
                    by=actor.person,
                    on=today,
                    setting=at.setting(self._plans.law),
                    law=self._plans.law,
                    stored=at.plan.stored,
                )
            )

        return self._plans.on_plan(command.plan, Act.CHANGE_COMMON_GOALS, actor, order, decide)


def common_goals_preview(plan: TrainingPlan, catalogue: Catalogue) -> CommonGoalsPreview:
    """Return what going over to the new common goals does to a plan, done or not."""
    former, new = catalogue.common_goals()
    lines = [_former(plan, goal) for goal in former]
    changed = plan.common_goals.changed
    return CommonGoalsPreview(
        new_from=new[0].first_day,
        changed_on=changed.changed_on if changed else None,
        kept=tuple(line for line in lines if line.stage == Stage.APPROVED),
        fallen=tuple(fallen(plan, tuple(goal.code for goal in former))),
        unfinished=tuple(line for line in lines if line.stage not in (Stage.APPROVED, Stage.OPEN)),
        new=tuple(
            NewGoal(code=goal.code, title=goal.title, stage=plan.goals.goal(goal.code).stage)
            for goal in new
        ),
    )


def _former(plan: TrainingPlan, goal: Goal) -> FormerGoal:
    found = plan.goals.goal(goal.code)
    return FormerGoal(code=goal.code, stage=found.stage, approved_on=found.approved_on)
