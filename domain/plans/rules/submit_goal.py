"""May the doctor submit this goal, and who may advise on it?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from domain.plans.goals import Advice, GoalRecommended, GoalSubmitted
from domain.plans.plan import TrainingPlan
from domain.plans.roles import Capacity
from domain.plans.rules.common import goal_is_in_force, is_oneself
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.findings import Confidence, Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """May this goal be submitted on this day? ``in_force``: the catalogue's codes that day."""

    plan: TrainingPlan
    goal: str
    consulted_on: date | None
    on: date
    in_force: Collection[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """May this person advise on this goal on this day?"""

    plan: TrainingPlan
    goal: str
    advice: Advice
    rationale: Confidential | None
    by: Id
    capacity: Capacity
    on: date


def supervisor_was_consulted(asked: Submission) -> Finding | None:
    day = asked.consulted_on
    if day and day <= asked.on and asked.plan.roles.supervisor_on(day):
        return None
    return Finding(
        rule="R-ALI-06",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb="Målet sendes inn i samråd med veilederen: oppgi en dag før innsendingen da legen "
            "hadde veileder.",
            en="A goal is submitted in consultation with the supervisor: state a day, not after "
            "the submission, on which the doctor had one.",
        ),
    )


def is_not_the_doctor(asked: Recommendation) -> Finding | None:
    if asked.by != asked.plan.doctor:
        return None
    return is_oneself(
        Text(nb="Ingen gir råd om egne mål.", en="Nobody advises on their own goals.")
    )


def is_appointed(asked: Recommendation) -> Finding | None:
    if asked.plan.roles.holds(asked.by, asked.capacity, asked.on):
        return None
    return Finding(
        rule="R-ROL-01",
        force=Force.HARD,
        confidence=Confidence.C,
        says=Text(
            nb=f"Den som gir råd, var ikke {asked.capacity.nb} den {asked.on}.",
            en=f"The adviser was not {asked.capacity.en} on {asked.on}.",
        ),
    )


SUBMIT_CONDITIONS = (goal_is_in_force, supervisor_was_consulted)
RECOMMEND_CONDITIONS = (is_not_the_doctor, is_appointed)


def submit_goal(asked: Submission) -> GoalSubmitted:
    """Submit the goal; raises NotAllowed or RuleBroken."""
    asked.plan.goals.refuse_unless_submittable(asked.goal)
    decide(SUBMIT_CONDITIONS, asked)
    assert asked.consulted_on is not None
    consulted = asked.plan.roles.supervisor_on(asked.consulted_on)
    assert consulted is not None
    return asked.plan.goals.submit(
        asked.goal, consulted=consulted, consulted_on=asked.consulted_on, on=asked.on
    )


def recommend_goal(asked: Recommendation) -> GoalRecommended:
    """Record the advice; raises NotAllowed or RuleBroken."""
    decide(RECOMMEND_CONDITIONS, asked)
    return asked.plan.goals.recommend(
        asked.goal,
        asked.advice,
        by=asked.by,
        capacity=asked.capacity,
        rationale=asked.rationale,
        on=asked.on,
    )
