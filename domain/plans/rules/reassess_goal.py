"""May the outcome of a new assessment be recorded, and as what?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from domain.law.book import LawBook
from domain.law.reassessment import ARRANGED_BY_COUNTY_GOVERNOR
from domain.law.specialist_training import CONTINUOUS_ASSESSMENT, NEW_ASSESSMENT
from domain.plans.goals import Stage
from domain.plans.outcomes import GoalReassessed, Reassessed
from domain.plans.plan import TrainingPlan
from domain.plans.reassessment import ReassessmentStage
from domain.plans.rules.arrange_reassessment import (
    is_not_the_doctor,
    others_assess,
    refuse_nobody,
)
from domain.plans.rules.common import goal_is_in_force
from domain.plans.rules.decide_goal import PROMPT_DAYS
from domain.plans.rules.evidence import heard, shown_for
from domain.plans.setting import Setting
from domain.shared.conditions import decide
from domain.shared.confidential import Confidential
from domain.shared.facts import Stored
from domain.shared.findings import Finding, Force
from domain.shared.ids import Id
from domain.shared.texts import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOutcome:
    """May this outcome be recorded? ``assessed_by`` are those arranged, unless others came."""

    plan: TrainingPlan
    reassessment: Id
    outcome: Reassessed
    rationale: Confidential
    by: Id
    on: date
    today: date
    in_force: Collection[str]
    setting: Setting
    law: LawBook
    stored: Stored
    assessed_by: tuple[Id, ...] | None = None
    replaced: Collection[str] = ()
    justification: Confidential | None = None

    @property
    def goal(self) -> str:
        return self.plan.reassessments.reassessment(self.reassessment).requested.goal

    @property
    def assessors(self) -> tuple[Id, ...]:
        arranged = self.plan.reassessments.reassessment(self.reassessment).arranged
        if self.assessed_by is None and arranged:
            return arranged.assessors
        return self.assessed_by or ()


def was_asked_for_before(asked: NewOutcome) -> Finding | None:
    requested = asked.plan.reassessments.reassessment(asked.reassessment).requested
    if requested.requested_on <= asked.on:
        return None
    return Finding(
        rule="R-ASM-06",
        force=Force.HARD,
        says=Text(
            nb=f"Den nye vurderingen ble bedt om {requested.requested_on} og kan ikke være gjort "
            f"{asked.on}.",
            en=f"The new assessment was requested on {requested.requested_on} and cannot have "
            f"been made on {asked.on}.",
        ),
        basis=(NEW_ASSESSMENT,),
    )


def is_documented_soon(asked: NewOutcome) -> Finding | None:
    lag = (asked.today - asked.on).days
    if lag <= PROMPT_DAYS:
        return None
    return Finding(
        rule="R-ASM-01",
        force=Force.INFO,
        says=Text(
            nb=f"Den nye vurderingen ble registrert {lag} dager etter at den ble gjort.",
            en=f"The new assessment was recorded {lag} days after it was made.",
        ),
        basis=(CONTINUOUS_ASSESSMENT,),
    )


CONDITIONS = (
    is_not_the_doctor,
    goal_is_in_force,
    was_asked_for_before,
    others_assess,
    is_documented_soon,
)
STILL_OPEN = tuple(stage for stage in Stage if stage is not Stage.APPROVED)


def reassess_goal(asked: NewOutcome) -> GoalReassessed:
    """Record the outcome; achieved, it approves the goal; raises Refused."""
    asked.plan.reassessments.in_stage(asked.reassessment, ReassessmentStage.ARRANGED)
    # It may have been submitted again meanwhile, and approved by the leader.
    asked.plan.goals.in_stage(asked.goal, *STILL_OPEN)
    assessors = refuse_nobody(asked.assessors)
    findings = decide(CONDITIONS, asked, asked.justification)
    shown = shown_for(asked.plan, asked.goal, asked.on, asked.stored, replaced=asked.replaced)
    return GoalReassessed(
        goal=asked.goal,
        reassessment=asked.reassessment,
        outcome=asked.outcome,
        assessed_by=assessors,
        assessed_on=asked.on,
        entered_by=asked.by,
        rationale=asked.rationale,
        justification=asked.justification,
        heard=heard(asked.plan, asked.goal, asked.on, asked.stored),
        evidence=(*shown, *asked.setting.leant_on),
        law=asked.law.version,
        basis=(NEW_ASSESSMENT, ARRANGED_BY_COUNTY_GOVERNOR),
        findings=findings,
    )
