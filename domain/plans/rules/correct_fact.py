"""Marking an earlier fact of a plan as recorded in error."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from domain.plans.corrections import FactCorrected
from domain.plans.goals import GoalApproved, GoalNotAchieved
from domain.plans.groups import GatheringAttended
from domain.plans.plan import TrainingPlan
from domain.shared.confidential import Confidential
from domain.shared.facts import Stored, tag_of
from domain.shared.ids import Id


@dataclass(frozen=True, slots=True, kw_only=True)
class FactCorrection:
    """May this fact of the plan be corrected? ``stored`` is where it lies."""

    plan: TrainingPlan
    stored: Stored
    version: int
    reason: Confidential
    by: Id
    on: date


def correct_fact(asked: FactCorrection) -> FactCorrected:
    """Mark the fact as recorded in error; raises Invalid or NotAllowed."""
    fact = asked.plan.correctable(asked.version)
    return FactCorrected(
        corrects=asked.version,
        corrected_fact=tag_of(fact),
        corrected_by=asked.by,
        corrected_on=asked.on,
        reason=asked.reason,
        evidence_in=tuple(evidence_in(asked.plan, asked.stored, asked.version)),
    )


def evidence_in(plan: TrainingPlan, stored: Stored, version: int) -> Iterator[int]:
    """Yield the versions of the outcomes, still standing, that leant on a fact as evidence.

    A diploma leans on the gatherings attended before it: their minutes are in it.
    """
    for goal in plan.goals.by_code.values():
        outcome, at = goal.outcome, goal.outcome_at
        if isinstance(outcome, GoalApproved | GoalNotAchieved) and at and at > version:
            seen = stored.seen(version)
            if seen in outcome.evidence or any(one.seen == seen for one in outcome.heard):
                yield at
    diploma_at = plan.groups.diploma_at
    attended = isinstance(plan.facts[version - 1], GatheringAttended)
    if attended and diploma_at and diploma_at > version:
        yield diploma_at
