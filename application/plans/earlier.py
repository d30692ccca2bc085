"""What the establishment a training moved to sees of the plans left behind: never minutes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from application.plans.group_views import GroupYearLine, group_account
from application.plans.record_views import CourseTaken, VisitLine, courses, visits
from application.plans.views import OutcomeView, outcome_view
from application.plans.work_views import GuidanceYear, ServiceLine, guidance_account, service
from domain.law.book import LawBook
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierPlan:
    """The training as it was at one establishment: its days, what was done, what was decided."""

    plan: Id
    organisation: Id
    starts_on: date
    last_day: date
    guidance: tuple[GuidanceYear, ...]
    group_years: tuple[GroupYearLine, ...]
    courses: tuple[CourseTaken, ...]
    visits: tuple[VisitLine, ...]
    service: tuple[ServiceLine, ...]
    outcomes: tuple[OutcomeView, ...]


def earlier_plans(
    plan_id: Id, plan: TrainingPlan, other: Callable[[Id], TrainingPlan], law: LawBook
) -> Iterator[EarlierPlan]:
    """Yield what comes along of every plan that was moved away, the latest first."""
    came_from, told = plan.path.here, {plan_id}
    # One who came back to where they had been would be followed round and round.
    while came_from and came_from.plan not in told:
        told.add(came_from.plan)
        left = other(came_from.plan)
        yield _earlier(came_from.plan, left, law)
        came_from = left.path.here


def _earlier(plan_id: Id, plan: TrainingPlan, law: LawBook) -> EarlierPlan:
    away = plan.path.away
    assert away is not None
    decided = (goal.outcome for goal in plan.goals.by_code.values())
    return EarlierPlan(
        plan=plan_id,
        organisation=plan.opened.organisation,
        starts_on=plan.opened.starts_on,
        last_day=away.last_day,
        guidance=guidance_account(plan, law, away.last_day),
        group_years=group_account(plan, law).years,
        courses=courses(plan),
        visits=visits(plan),
        service=service(plan),
        outcomes=tuple(outcome_view(outcome) for outcome in decided if outcome),
    )
