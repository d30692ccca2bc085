"""A doctor's individual training plan: the sum of its parts, folded from its facts."""

from __future__ import annotations

from typing import get_args

from domain.plans.activities import Activities, ActivityFact, ActivityLogged
from domain.plans.corrections import FactCorrected
from domain.plans.courses import CourseEntered, CourseFact, Courses
from domain.plans.goals import GoalApproved, GoalFact, GoalNotAchieved, GoalRecommended, Goals
from domain.plans.groups import Groups, PlanGroupFact
from domain.plans.guidance import Guidance, GuidanceFact, SessionDrafted
from domain.plans.opening import Opening, OpeningFact, PlanOpened
from domain.plans.roles import ClinicalSupervisorAppointed, RoleFact, Roles, SupervisorAppointed
from domain.plans.service import Service, ServiceEntered, ServiceFact
from domain.plans.visits import VisitEntered, VisitFact, Visits
from domain.shared.case import Case, Effects
from domain.shared.facts import Fact
from domain.shared.ids import Id, derived_id
from domain.shared.refusals import NotFound

PlanFact = (
    OpeningFact
    | RoleFact
    | GuidanceFact
    | ActivityFact
    | GoalFact
    | CourseFact
    | VisitFact
    | PlanGroupFact
    | ServiceFact
    | FactCorrected
)

PARTS = {
    **dict.fromkeys(get_args(OpeningFact), "opening"),
    **dict.fromkeys(get_args(RoleFact), "roles"),
    **dict.fromkeys(get_args(GuidanceFact), "guidance"),
    **dict.fromkeys(get_args(ActivityFact), "activities"),
    **dict.fromkeys(get_args(GoalFact), "goals"),
    **dict.fromkeys(get_args(CourseFact), "courses"),
    **dict.fromkeys(get_args(VisitFact), "visits"),
    **dict.fromkeys(get_args(PlanGroupFact), "groups"),
    **dict.fromkeys(get_args(ServiceFact), "service"),
}
"""Which part of a plan each kind of fact belongs to; a correction belongs to what it corrects."""

KEYS = {
    "roles": "person",
    "guidance": "session",
    "activities": "activity",
    "goals": "goal",
    "courses": "course",
    "visits": "visit",
    "service": "period",
}
"""By which field the facts of a part are told apart: those of one key lean on one another."""

OUTCOMES = (GoalApproved, GoalNotAchieved)
BEGINNINGS = (
    SupervisorAppointed,
    ClinicalSupervisorAppointed,
    SessionDrafted,
    ActivityLogged,
    GoalRecommended,
    CourseEntered,
    VisitEntered,
    ServiceEntered,
)
"""Facts that need no earlier one of the same thing."""

_PLANS = Id("5f2f2b0a-6d0e-5c9a-9a57-0a3f8c8f3b11")


def plan_id(doctor: Id, organisation: Id) -> Id:
    """Return the id of a doctor's plan at an establishment, so that there is never a second."""
    return derived_id(_PLANS, f"{doctor}/{organisation}")


class TrainingPlan(Case):
    """One doctor's plan at one establishment."""

    def begin(self) -> None:
        self.opening = Opening()
        self.roles = Roles()
        self.guidance = Guidance()
        self.activities = Activities()
        self.goals = Goals()
        self.courses = Courses()
        self.visits = Visits()
        self.groups = Groups()
        self.service = Service()

    def effects(self) -> Effects:
        return {
            **self.opening.effects(),
            **self.roles.effects(),
            **self.guidance.effects(),
            **self.activities.effects(),
            **self.goals.effects(),
            **self.courses.effects(),
            **self.visits.effects(),
            **self.groups.effects(),
            **self.service.effects(),
            FactCorrected: self.strike,
        }

    def leans(self, later: Fact, earlier: Fact) -> bool:
        """Return whether both are of one thing, and the later did not begin it anew.

        Of what is said of a goal only an outcome stands on advice.
        """
        part = PARTS.get(type(earlier))
        if part == "groups":
            return self.groups.leans(later, earlier)
        if part not in KEYS or PARTS.get(type(later)) != part or isinstance(later, BEGINNINGS):
            return False
        if isinstance(earlier, GoalRecommended) and not isinstance(later, OUTCOMES):
            return False
        key = KEYS[part]
        return bool(getattr(later, key) == getattr(earlier, key))

    def part_of(self, fact: Fact) -> str:
        """Return which part of the plan a fact concerns."""
        return PARTS[type(self.concerned(fact))]

    @property
    def opened(self) -> PlanOpened:
        """Return how the plan was opened; raises NotFound for a plan without facts."""
        if self.opening.opened is None:
            raise NotFound("unknown-plan", nb="Planen finnes ikke.", en="There is no such plan.")
        return self.opening.opened

    @property
    def doctor(self) -> Id:
        return self.opened.doctor
