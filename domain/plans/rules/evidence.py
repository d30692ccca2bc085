"""What an outcome leans on: who was heard, and what the plan showed of the goal."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from domain.plans.goals import Stage
from domain.plans.outcomes import Heard
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.plans.rules.hearing import advice_of_those_who_took_part, counting
from domain.shared.facts import Seen, Stored


def heard(plan: TrainingPlan, goal: str, on: date, stored: Stored) -> tuple[Heard, ...]:
    """Return everyone whose advice counts, supervisor first, with the fact of it."""
    given = (
        *counting(plan, goal, Capacity.SUPERVISOR, on),
        *advice_of_those_who_took_part(plan, goal, on),
    )
    return tuple(
        Heard(
            person=advice.fact.given_by,
            capacity=advice.fact.capacity,
            advice=advice.fact.advice,
            seen=stored.seen(advice.at),
        )
        for advice in given
    )


def shown_for(
    plan: TrainingPlan, goal: str, on: date, stored: Stored, *, replaced: Collection[str] = ()
) -> tuple[Seen, ...]:
    """Return what the plan showed of the goal by the day: what others confirmed, and when.

    ``replaced`` are former goals the goal took the place of (AMB-37).
    """
    sessions = (
        session.finalised_at
        for session in plan.guidance.sessions.values()
        if session.finalised
        and session.finalised.finalised_on <= on
        and goal in session.drafted.goals
    )
    activities = (
        activity.signed_at
        for activity in plan.activities.by_id.values()
        if activity.signed and activity.signed.signed_on <= on and goal in activity.logged.goals
    )
    courses = plan.courses.certified_for(goal, on)
    visits = plan.visits.shown_for(goal, on)
    former = (_approved_at(plan, code, on) for code in replaced)
    versions = sorted(at for at in (*sessions, *activities, *courses, *visits, *former) if at)
    return tuple(stored.seen(at) for at in versions)


def _approved_at(plan: TrainingPlan, code: str, on: date) -> int | None:
    """Return the version by which a goal stands approved on the day, if it does."""
    goal = plan.goals.goal(code)
    if goal.stage is Stage.APPROVED and goal.approved_on and goal.approved_on <= on:
        return goal.outcome_at
    return None
