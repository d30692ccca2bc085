"""May this leader send a goal back, or mark its outcome as recorded in error?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain.plans.corrections import FactCorrected
from domain.plans.goals import GoalReturned, Stage
from domain.plans.outcomes import GoalReassessed
from domain.plans.plan import TrainingPlan
from domain.plans.rules.common import decider_is_not_the_doctor, leader_in_office
from domain.plans.rules.correct_fact import FactCorrection, correct_fact
from domain.plans.setting import Setting
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.facts import Stored
from domain.shared.ids import Id
from domain.shared.refusals import NotAllowed


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
    """May this leader mark this goal's outcome as an error? ``stored`` is where it lies."""

    plan: TrainingPlan
    stored: Stored
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


def correct_goal(asked: Correction) -> FactCorrected:
    """Mark the outcome as recorded in error; raises NotAllowed or RuleBroken."""
    found = asked.plan.goals.in_stage(asked.goal, Stage.APPROVED, Stage.NOT_ACHIEVED)
    if isinstance(found.outcome, GoalReassessed):
        raise NotAllowed(
            "assessed-anew",
            nb=f"{asked.goal} er vurdert på nytt; statsforvalteren retter det utfallet.",
            en=f"{asked.goal} was assessed anew; the county governor corrects that outcome.",
            rule="R-ASM-06",
            field="goal",
        )
    decide(CONDITIONS, asked)
    assert found.outcome_at is not None
    return correct_fact(
        FactCorrection(
            plan=asked.plan,
            stored=asked.stored,
            version=found.outcome_at,
            reason=asked.reason,
            by=asked.by,
            on=asked.on,
        )
    )
