"""What the establishment a training moved to sees of the plans left behind: never minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from application.plans.accounts.guidance import GuidanceYearLine, years_of
from application.plans.group_views import GroupYearLine, group_account
from application.plans.record_views import CourseTaken, VisitLine, courses, visits
from application.plans.views import OutcomeView, outcome_view
from application.plans.work_views import ServiceLine, service
from domain.law.book import LawBook
from domain.plans.accounts.stays import Record, Stay
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierPlan:
    """The training as it was at one establishment: its days, what was done, what was decided."""

    plan: Id
    organisation: Id
    starts_on: date
    last_day: date
    guidance: tuple[GuidanceYearLine, ...]
    group_years: tuple[GroupYearLine, ...]
    courses: tuple[CourseTaken, ...]
    visits: tuple[VisitLine, ...]
    service: tuple[ServiceLine, ...]
    outcomes: tuple[OutcomeView, ...]


def earlier_plans(record: Record, law: LawBook) -> tuple[EarlierPlan, ...]:
    """Return what comes along of every plan that was moved away, the latest first."""
    return tuple(_earlier(stay, law) for stay in reversed(record[:-1]))


def _earlier(stay: Stay, law: LawBook) -> EarlierPlan:
    plan = stay.plan
    away = plan.path.away
    assert away is not None
    decided = (goal.outcome for goal in plan.goals.by_code.values())
    return EarlierPlan(
        plan=stay.plan_id,
        organisation=plan.opened.organisation,
        starts_on=plan.opened.starts_on,
        last_day=away.last_day,
        guidance=years_of((stay,), law, away.last_day),
        group_years=group_account(plan, law).years,
        courses=courses(plan),
        visits=visits(plan),
        service=service(plan),
        outcomes=tuple(outcome_view(outcome) for outcome in decided if outcome),
    )
