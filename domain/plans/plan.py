"""A doctor's individual training plan: the sum of its parts, folded from its facts."""

from __future__ import annotations

from typing import get_args

from domain.plans.activities import Activities, ActivityFact
from domain.plans.goals import GoalFact, Goals
from domain.plans.guidance import Guidance, GuidanceFact
from domain.plans.opening import Opening, OpeningFact, PlanOpened
from domain.plans.roles import RoleFact, Roles
from domain.shared.case import Case, Effects
from domain.shared.ids import Id, derived_id
from domain.shared.refusals import NotFound

PlanFact = OpeningFact | RoleFact | GuidanceFact | ActivityFact | GoalFact

PARTS = {
    **dict.fromkeys(get_args(OpeningFact), "opening"),
    **dict.fromkeys(get_args(RoleFact), "roles"),
    **dict.fromkeys(get_args(GuidanceFact), "guidance"),
    **dict.fromkeys(get_args(ActivityFact), "activities"),
    **dict.fromkeys(get_args(GoalFact), "goals"),
}
"""Which part of a plan each kind of fact belongs to."""

_PLANS = Id("5f2f2b0a-6d0e-5c9a-9a57-0a3f8c8f3b11")


def plan_id(doctor: Id, organisation: Id) -> Id:
    """Return the id of a doctor's plan at an establishment, so that there is never a second."""
    return derived_id(_PLANS, f"{doctor}/{organisation}")


class TrainingPlan(Case):
    """One doctor's plan at one establishment."""

    def __init__(self) -> None:
        self.opening = Opening()
        self.roles = Roles()
        self.guidance = Guidance()
        self.activities = Activities()
        self.goals = Goals()
        super().__init__()

    def effects(self) -> Effects:
        return {
            **self.opening.effects(),
            **self.roles.effects(),
            **self.guidance.effects(),
            **self.activities.effects(),
            **self.goals.effects(),
        }

    @property
    def opened(self) -> PlanOpened:
        """Return how the plan was opened; raises NotFound for a plan without facts."""
        if self.opening.opened is None:
            raise NotFound("unknown-plan", nb="Planen finnes ikke.", en="There is no such plan.")
        return self.opening.opened

    @property
    def doctor(self) -> Id:
        return self.opened.doctor
