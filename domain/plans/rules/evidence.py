"""What an outcome leans on: who was heard, and what the plan showed of the goal."""

from __future__ import annotations

from datetime import date

from domain.plans.goals import Heard
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


def shown_for(plan: TrainingPlan, goal: str, on: date, stored: Stored) -> tuple[Seen, ...]:
    """Return what the plan showed of the goal by the day: what others confirmed, and when."""
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
    versions = sorted(at for at in (*sessions, *activities, *courses, *visits) if at)
    return (*(stored.seen(at) for at in versions), *plan.common_goals.evidence_for(goal))
