"""What the establishment a training moved to sees of the plan left behind: never minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.plans.views import OutcomeView, outcome_view
from application.plans.work_views import GuidanceYear, guidance_account
from domain.law.book import LawBook
from domain.plans.plan import TrainingPlan
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierPlan:
    """The training as it was elsewhere: its days, its guidance in hours, and its decisions."""

    plan: Id
    organisation: Id
    starts_on: date
    last_day: date
    guidance: tuple[GuidanceYear, ...]
    outcomes: tuple[OutcomeView, ...]


def earlier_plan(plan_id: Id, plan: TrainingPlan, law: LawBook) -> EarlierPlan:
    """Return what comes along of a plan that was moved away."""
    away = plan.path.away
    assert away is not None
    decided = (goal.outcome for goal in plan.goals.by_code.values())
    return EarlierPlan(
        plan=plan_id,
        organisation=plan.opened.organisation,
        starts_on=plan.opened.starts_on,
        last_day=away.last_day,
        guidance=guidance_account(plan, law, away.last_day),
        outcomes=tuple(outcome_view(outcome) for outcome in decided if outcome),
    )
