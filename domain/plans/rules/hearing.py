"""Who must be heard before a goal is decided, and who has been (section 26)."""

from __future__ import annotations

from datetime import date

from domain.plans.goals import Given
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.shared.ids import Id


def counting(
    plan: TrainingPlan, goal: str, capacity: Capacity, on: date = date.max
) -> tuple[Given, ...]:
    """Return the advice given in a capacity that counts on the day."""
    return tuple(
        given for given in plan.goals.goal(goal).counting(on) if given.fact.capacity == capacity
    )


def those_who_signed(plan: TrainingPlan, on: date = date.max) -> frozenset[Id]:
    """Return everyone who by the day has signed something for the doctor."""
    signed = (activity.signed for activity in plan.activities.by_id.values())
    return frozenset(fact.signed_by for fact in signed if fact and fact.signed_on <= on)


def advice_of_those_who_took_part(
    plan: TrainingPlan, goal: str, on: date = date.max
) -> tuple[Given, ...]:
    """Return the clinical supervisors' advice: appointed by the day, and signed something."""
    took_part = those_who_signed(plan, on)
    advice = counting(plan, goal, Capacity.CLINICAL_SUPERVISOR, on)
    return tuple(given for given in advice if given.fact.given_by in took_part)


def not_yet_heard(plan: TrainingPlan, goal: str, on: date = date.max) -> tuple[Capacity, ...]:
    """Return the capacities a recommendation that counts is still missing from."""
    heard = {
        Capacity.SUPERVISOR: counting(plan, goal, Capacity.SUPERVISOR, on),
        Capacity.CLINICAL_SUPERVISOR: advice_of_those_who_took_part(plan, goal, on),
    }
    return tuple(capacity for capacity, advice in heard.items() if not advice)
