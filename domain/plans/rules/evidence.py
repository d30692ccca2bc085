"""What a plan shows of a goal by a day, for an outcome to lean on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from domain.plans.plan import TrainingPlan


def evidence_for(plan: TrainingPlan, goal: str, on: date) -> tuple[int, ...]:
    """Return the versions of what had been vouched for of the goal, in their order."""
    return tuple(
        sorted(
            (
                *_sessions(plan, goal, on),
                *_activities(plan, goal, on),
                *plan.courses.certified_for(goal, on),
                *plan.visits.shown_for(goal, on),
            )
        )
    )


def _sessions(plan: TrainingPlan, goal: str, on: date) -> Iterator[int]:
    for session in plan.guidance.sessions.values():
        finalised, at = session.finalised, session.finalised_at
        if finalised and at and finalised.finalised_on <= on and goal in session.drafted.goals:
            yield at


def _activities(plan: TrainingPlan, goal: str, on: date) -> Iterator[int]:
    for activity in plan.activities.by_id.values():
        signed, at = activity.signed, activity.signed_at
        if signed and at and signed.signed_on <= on and goal in activity.logged.goals:
            yield at
