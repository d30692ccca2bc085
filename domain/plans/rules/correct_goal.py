"""May this leader send a goal back, or mark its outcome as recorded in error?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.plans.goals import GoalOutcomeCorrected, GoalReturned
from domain.plans.plan import TrainingPlan
from domain.plans.rules.common import decider_is_not_the_doctor, leader_in_office
from domain.plans.setting import Setting
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class Returning:
    """May this leader send this goal back?"""

    plan: TrainingPlan
    goal: str
    comment: Confidential
    by: Id
    on: date
    setting: Setting


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """May this leader mark this goal's outcome as an error?"""

    plan: TrainingPlan
    goal: str
    reason: Confidential
    by: Id
    on: date
    setting: Setting


CONDITIONS = (leader_in_office, decider_is_not_the_doctor)


def return_goal(asked: Returning) -> GoalReturned:
    """Send the goal back with a comment; raises NotAllowed or RuleBroken."""
    returned = asked.plan.goals.send_back(
        asked.goal, by=asked.by, comment=asked.comment, on=asked.on
    )
    decide(CONDITIONS, asked)
    return returned


def correct_goal(asked: Correction) -> GoalOutcomeCorrected:
    """Mark the outcome as recorded in error; raises NotAllowed or RuleBroken."""
    corrected = asked.plan.goals.correct_outcome(
        asked.goal, by=asked.by, reason=asked.reason, on=asked.on
    )
    decide(CONDITIONS, asked)
    return corrected
